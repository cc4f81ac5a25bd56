"""The command ``ikp export``: the dataset given out as a release, or an old release again."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pipeline.commands.ending import DONE, NEEDS_A_PERSON, complain
from pipeline.commands.options import Options, add_folders, place

if TYPE_CHECKING:
    from pipeline.jobs.releases import Released

EXPORT_FORMATS: Final = ("csv", "parquet", "xlsx")


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the options that say which release is wanted, where and how."""
    command.add_argument("--to", type=place, metavar="DIR", help="folder to write to (OUT/export)")
    command.add_argument(
        "--release", default="", metavar="DATE", help="an old release: a day, 2026-11-29, its version or its time"
    )
    command.add_argument("--list", action="store_true", help="list the releases instead")
    command.add_argument(
        "--format", type=_formats, default=("csv",), metavar="LIST", help="of csv,parquet,xlsx (csv)"
    )
    add_folders(command)


def _formats(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    unknown = [name for name in names if name not in EXPORT_FORMATS]
    if unknown or not names:
        raise argparse.ArgumentTypeError(
            f"{', '.join(unknown) or 'nothing'} is not of {', '.join(EXPORT_FORMATS)}"
        )
    return names


def run(options: Options) -> int:
    """Write a release into a folder, or list the releases; 1 where the last dataset could not be published."""
    from pipeline.jobs import exports, releases  # noqa: PLC0415

    if options.list:
        sys.stdout.writelines(f"{line}\n" for line in release_lines(releases.released(options.out)))
        return DONE
    paths, release, failed = exports.export(
        options.out, options.to, options.format, wanted=options.release, corpus=options.corpus
    )
    for path in paths:
        print(path)
    complain(f"release {release.version}, given out first on {release.day}")
    for line in failed:
        complain(f"{line}: given out is the last good dataset")
    return NEEDS_A_PERSON if failed else DONE


def release_lines(releases: Sequence[Released]) -> Iterator[str]:
    """Yield a line a release, the newest first: its version, when it was given out, what it was compared with."""
    for one in reversed(releases):
        yield f"{one.version}  given out {one.at}, {f'after {one.before}' if one.before else 'the first'}"
    if not releases:
        yield "none yet; `ikp export` makes the first"
