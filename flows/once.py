"""Run a flow once, now, for the command line: its summary, or the error that it ended with.

``flows.prepare_environment`` is to be called before this module is imported.
"""

from __future__ import annotations

from typing import Any

from flows.nightly import nightly, rebuild
from pipeline.state import Summary


def once(name: str, **parameters: str | int | bool) -> Summary:
    """Return the summary of the flow ``nightly`` or ``rebuild``; raise what it failed with, BusyError included."""
    flow: Any = {"nightly": nightly, "rebuild": rebuild}[name]
    state = flow(**parameters, return_state=True)
    if isinstance(state.data, Exception):
        raise state.data
    result = state.result()
    if not isinstance(result, Summary):
        raise TypeError(f"the flow ended with {state.type.value}: {state.message}")
    return result
