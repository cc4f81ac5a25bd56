"""The command ``ikp diff``."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.files import AnyPath


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the options that say which runs are compared, and how that is shown."""
    command.add_argument("--from", dest="first", type=int, metavar="RUN", help="changes after this run")
    command.add_argument("--to", dest="last", type=int, metavar="RUN", help="up to this one (the last)")
    command.add_argument("--format", choices=("table", "json"), default="table", help="(%(default)s)")


def show(out: AnyPath, first: int | None, last: int | None, *, as_json: bool) -> None:
    """Print what changed between two runs, worst first. Raises UsageError for an unknown run."""
    from pipeline import changes  # noqa: PLC0415 - not before it is wanted
    from pipeline.codec import encode  # noqa: PLC0415

    start, end, found = changes.changed_by(out, first, last)
    if as_json:
        print(encode({"from": start, "to": end, "changes": found}).decode())
        return
    runs = f"run {end}" if end == start + 1 else f"runs {start + 1} to {end}"
    if not end:
        print("no run has ended here yet")
    elif not found:
        print(f"{runs}: no published value changed")
    else:
        print(f"{runs}: {len(found):,} differences, worst first")
        sys.stdout.writelines(f"{line}\n" for line in changes.lines_of(found))
