"""Prefect flows: tasks of a few lines over the stages, no logic of their own."""

from __future__ import annotations

import os
from pathlib import Path

QUIET = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "WARNING",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
}


def prepare_environment(out: Path) -> None:
    """Keep Prefect quiet, offline and inside the output folder; what the user has set stays.

    To be called before Prefect is imported: it reads its settings then.
    """
    home = {"PREFECT_HOME": str(out.resolve() / "runs" / "prefect")}
    for name, value in (QUIET | home).items():
        os.environ.setdefault(name, value)
