"""The command ``ikp why``: one value explained, or everything about a region as one page."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pipeline.commands.ending import Complaints
from pipeline.commands.options import Options, add_folders, place, workers
from pipeline.errors import UsageError
from pipeline.storage.files import printable


def add_options(command: argparse.ArgumentParser) -> None:
    """Add what is asked for, and what is drawn."""
    command.add_argument("row", metavar="ROW", help="region code or name, 36.01:ikp_2024, or a finding's id")
    command.add_argument(
        "column", metavar="COLUMN", nargs="?", help="column of scores.csv, dimension or indicator number"
    )
    command.add_argument("rest", nargs="*", help=argparse.SUPPRESS)
    command.add_argument("--picture", type=Path, metavar="FILE", help="draw the page with the evidence, as PNG")
    command.add_argument(
        "--pack",
        type=place,
        metavar="FILE",
        help="write every value of the region, with its words and pages, as one HTML file; needs no COLUMN",
    )
    add_folders(command)


def run(options: Options) -> int:
    """Print where a value comes from, and write what was asked for; 1 where a picture is missing.

    Raises UsageError where neither a column nor a pack was asked for, and for what is unknown.
    """
    if options.rest:
        name = " ".join((options.row, options.column, *options.rest[:-1]))
        raise UsageError(
            f"{options.rest[-1]!r} is one word too many",
            where="ikp why",
            remedy=f'put a name in quotes: ikp why "{name}" {options.rest[-1]}; see `ikp why --help`',
        )
    if options.column is None and (options.pack is None or options.picture is not None):
        raise UsageError(
            "COLUMN is missing",
            where="ikp why",
            remedy="give one, like score, or --pack FILE.html for everything about a region; see `ikp why --help`",
        )
    complaints = Complaints()
    if options.pack is not None:
        _pack(options, complaints)
    if options.column is not None:
        _explain(options)
    return complaints.code


def _explain(options: Options) -> None:
    from pipeline.jobs import explain  # noqa: PLC0415 - not before it is wanted

    text = explain.why(options.out, options.row, options.column, corpus=options.corpus, picture=options.picture)
    print("\n".join(map(printable, text.rstrip("\n").split("\n"))))


def _pack(options: Options, complaints: Complaints) -> None:
    from pipeline.commands.progress import progress  # noqa: PLC0415 - as above
    from pipeline.jobs import pack  # noqa: PLC0415 - as above

    with progress(sys.stderr) as watch:
        written = pack.write_pack(
            options.out, options.row, corpus=options.corpus, target=options.pack, workers=workers(), watch=watch
        )
    for line in written.missing:
        complaints.add(printable(line))
    print(written.line)
