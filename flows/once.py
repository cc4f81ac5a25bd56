"""Run a flow once, now, for the command line: its summary, or the error that it ended with.

``flows.prepare_environment`` is to be called before this module is imported.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import Any, Final

from flows.nightly import nightly, rebuild
from pipeline.errors import ServerError
from pipeline.state import Summary

ROOM: Final = 20 << 20  # bytes that Prefect's own database wants at least


def once(name: str, **parameters: str | int | bool) -> Summary:
    """Return the summary of the flow ``nightly`` or ``rebuild``; raise what it failed with, BusyError included.

    Raises ServerError where Prefect itself fails, as where its server is lost during the run.
    """
    flow: Any = {"nightly": nightly, "rebuild": rebuild}[name]
    try:
        state = flow(**parameters, return_state=True)
    except Exception as error:  # an error of the flow's own is a state
        remedy = _remedy(str(parameters["out"]))
        raise ServerError(f"failed ({type(error).__name__}: {error})", where="Prefect", remedy=remedy) from error
    if isinstance(state.data, Exception):
        raise state.data
    result = state.result()
    if not isinstance(result, Summary):
        raise TypeError(f"the flow ended with {state.type.value}: {state.message}")
    return result


def _remedy(out: str) -> str:
    """Say what to do where Prefect failed: make room, where its own server had none, else look and try again."""
    with suppress(OSError):
        if shutil.disk_usage(out).free < ROOM:
            return f"make room: the disk of {out} is full; then run it again"
    return f"the last file in {out}/runs tells what was published; run it again"
