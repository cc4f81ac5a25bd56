"""The command ``ikp samples``: sample documents to try everything on."""

from __future__ import annotations

import argparse
from pathlib import Path

from pipeline.commands.ending import DONE
from pipeline.commands.options import Options, place


def add_options(command: argparse.ArgumentParser) -> None:
    """Add where the samples go."""
    command.add_argument(
        "--to", type=place, default=Path("corpus"), metavar="DIR", help="a new folder (%(default)s)"
    )


def run(options: Options) -> int:
    """Give the samples out and say how to read them. Raises UsageError where the folder is not empty."""
    from pipeline.jobs.samples import give_out  # noqa: PLC0415 - not before it is wanted

    count = give_out(options.to)
    corpus = "" if options.to == Path("corpus") else f" --corpus {options.to}"
    print(f"{count} sample documents are in {options.to}; read them with `ikp run{corpus}`")
    return DONE
