"""The command ``ikp samples``: sample documents to try everything on."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.storage.files import AnyPath


def add_options(command: argparse.ArgumentParser, place: Callable[[str], AnyPath]) -> None:
    """Add where the samples go; ``place`` turns a name into a path."""
    command.add_argument(
        "--to", type=place, default=Path("corpus"), metavar="DIR", help="a new folder (%(default)s)"
    )


def show(options: argparse.Namespace) -> int:
    """Give the samples out and say how to read them. Raises UsageError where the folder is not empty."""
    from pipeline.jobs.samples import give_out  # noqa: PLC0415 - not before it is wanted

    count = give_out(options.to)
    corpus = "" if options.to == Path("corpus") else f" --corpus {options.to}"
    print(f"{count} sample documents are in {options.to}; read them with `ikp run{corpus}`")
    return 0
