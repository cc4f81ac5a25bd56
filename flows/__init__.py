"""Prefect flows: tasks of a few lines over the stages, no logic of their own."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.storage import store
from pipeline.storage.files import AnyPath

_DAY_AND_OFFSET = "%Y-%m-%d %z %H:%M:%S"  # Prefect writes the time of the machine, and of itself no more

QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",  # an error is raised as well, and told in one line
    "PREFECT_LOGGING_FORMATTERS_STANDARD_DATEFMT": _DAY_AND_OFFSET,
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "DASK_LOGGING__DISTRIBUTED": "critical",  # the same
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # up in 12 s on an idle machine; 20 by default
}


def prepare_environment(out: AnyPath) -> Path:
    """Keep Prefect quiet, offline and in a folder of its own, which is returned; what the user has set stays.

    The folder lies in the output folder, or in the user's home where that is an object store.

    To be called before Prefect is imported: it reads its settings then. Raises StoreError where the output folder
    cannot be written.
    """
    home = (out.resolve() / "runs" if isinstance(out, Path) else Path.home() / ".ikp") / "prefect"
    store.make_folder(home)
    for name, value in (QUIET | {"PREFECT_HOME": str(home)}).items():
        os.environ.setdefault(name, value)
    return home
