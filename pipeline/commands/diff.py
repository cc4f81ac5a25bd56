"""The command ``ikp diff``."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Final

from pipeline.commands.ending import DONE
from pipeline.commands.options import Options, add_folders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.dataset.changes.compared import Difference

FORMATS: Final = ("table", "json", "html")
LANGUAGES: Final = ("en", "id")


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the options that say which runs are compared, and how that is shown."""
    command.add_argument("--from", dest="first", type=int, metavar="RUN", help="changes after this run")
    command.add_argument("--to", dest="last", type=int, metavar="RUN", help="up to this one (the last)")
    command.add_argument(
        "--format", choices=FORMATS, default="table", help="html gives one page that can be mailed (%(default)s)"
    )
    command.add_argument(
        "--language", choices=LANGUAGES, default="en", help="of the html page: English or Indonesian (%(default)s)"
    )
    add_folders(command, corpus=False)


def run(options: Options) -> int:
    """Print what changed between two runs, worst first. Raises UsageError for an unknown run."""
    from pipeline.jobs import changes  # noqa: PLC0415 - not before it is wanted

    start, end, found = changes.changed_by(options.out, options.first, options.last)
    runs = f"run {end}" if end == start + 1 else f"runs {start + 1} to {end}"
    if options.format == "json":
        print(_json(start, end, found))
    elif options.format == "html":
        from pipeline.dataset.changes.page import changes_page  # noqa: PLC0415
        from pipeline.dataset.changes.words import Words  # noqa: PLC0415

        title = Words(options.language).runs(start, end)
        sys.stdout.buffer.write(changes_page(found, title=title, language=options.language))
        sys.stdout.flush()
    elif not end:
        print("no run has ended here yet")
    elif not found:
        print(f"{runs}: no published value changed")
    else:
        print(f"{runs}: {changes.counted(found)}, worst first")
        lines = changes.lines_of(found, hint="--format html or json shows them")
        sys.stdout.writelines(f"{line}\n" for line in lines)
    return DONE


def _json(start: int, end: int, found: Sequence[Difference]) -> str:
    """Return all differences with all their fields, and the groups they form."""
    from pipeline.dataset.changes.grouped import grouped  # noqa: PLC0415
    from pipeline.storage.codec import encode  # noqa: PLC0415

    groups = [
        {
            **{name: getattr(group, name) for name in ("cause", "rules", "table", "column", "kind", "count")},
            "outlier": group.outlier,
        }
        for group in grouped(found)
    ]
    return encode({"from": start, "to": end, "changes": found, "groups": groups}).decode()
