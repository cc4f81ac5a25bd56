"""The command ``ikp alias``: say what a phrase means, see what that would change, and let it hold."""

from __future__ import annotations

import argparse
import getpass
import re
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from pipeline.commands.options import Options, add_folders, add_workers
from pipeline.errors import TableError, UsageError

if TYPE_CHECKING:
    from pipeline.jobs.alias_preview import Preview
    from pipeline.reference import ProjectAlias


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the options that say which phrase means what, who says so, and whether it is to hold."""
    command.add_argument("phrase", nargs="?", metavar="PHRASE", help="words as documents write them")
    command.add_argument(
        "--means", metavar="54|36.73", help="number of an indicator, or code or full name of a region"
    )
    command.add_argument(
        "--kind", choices=("indicator", "region"), help="where a number could be both: 33 is a province too"
    )
    command.add_argument("--quote", default="", metavar="TEXT", help="words of the document that show it")
    command.add_argument("--document", default="", metavar="FILE", help="the document they stand in")
    command.add_argument("--by", metavar="NAME", help="who says so (you)")
    command.add_argument("--note", default="", metavar="TEXT")
    command.add_argument(
        "--yes", action="store_true", help="write it; without, what would change is shown and no more"
    )
    command.add_argument("--list", action="store_true", help="show what phrases were said to mean")
    command.add_argument("--remove", metavar="PHRASE", help="take back what was said of a phrase")
    add_folders(command)
    add_workers(command)


def run(options: Options) -> int:
    """Do what the options say, and print it. Raises UsageError where they do not go together."""
    wanted = [options.phrase is not None, options.list, options.remove is not None]
    if sum(wanted) != 1:
        raise UsageError(
            "one of PHRASE, --list and --remove PHRASE is needed", where="ikp alias", remedy="give it"
        )
    if options.list:
        return _list(options)
    return _add(options) if options.phrase is not None else _remove(options)


def _add(options: Options) -> int:
    from pipeline.jobs import own_aliases  # noqa: PLC0415 - not before it is wanted
    from pipeline.reference.project import named  # noqa: PLC0415

    row = _row(options)
    if options.yes:
        own_aliases.add(options.corpus, (row,))
        print(f"{row.phrase!r} means {named(row)}; the next `ikp run` applies it")
        return 0
    print(f"{row.phrase!r} would mean {named(row)}")
    return _show_preview(options, (row,), None)


def _row(options: Options) -> ProjectAlias:
    from pipeline.reference import ProjectAlias  # noqa: PLC0415
    from pipeline.reference.project import checked  # noqa: PLC0415

    if options.means is None:
        raise UsageError(
            "--means is missing", where="ikp alias", remedy="give an indicator's number or a region's code"
        )
    code = _code_of(options.means)
    try:
        return checked(
            ProjectAlias(
                kind=options.kind or _kind_of(code),
                phrase=options.phrase,
                means=code,
                author=_user() if options.by is None else options.by,
                quote=options.quote,
                document=options.document,
                at=datetime.now(tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                note=options.note,
            ),
            where="ikp alias",
        )
    except TableError as error:
        raise UsageError(error.what, where=error.where, remedy=error.remedy) from error


def _kind_of(code: str) -> Literal["indicator", "region"]:
    """Tell what a code is of: 54 of an indicator, 36.73 and 73 of a region; 33, which could be both, of the first.

    >>> [_kind_of(code) for code in ("54", "36.73", "73", "33", "ID", "99.9")]
    ['indicator', 'region', 'region', 'indicator', 'region', 'indicator']
    """
    region = re.fullmatch(r"ID|\d\d(\.\d\d)?", code) is not None
    return "region" if region and not (code.isdigit() and int(code) <= 61) else "indicator"


def _code_of(means: str) -> str:
    """Return the code of a region that is given by its full name; anything else as it is."""
    from pipeline.reference import load_reference  # noqa: PLC0415

    name = " ".join(means.split()).casefold()
    regions = load_reference().regions.values()
    return next((region.code for region in regions if region.name.casefold() == name), name.upper())


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _remove(options: Options) -> int:
    from pipeline.jobs import own_aliases  # noqa: PLC0415

    table = own_aliases.load_aliases(options.corpus)
    left = own_aliases.without(table, options.remove)
    if left == table:
        remedy = "see `ikp alias --list`"
        raise UsageError(f"nothing was said of {options.remove!r}", where=str(options.corpus), remedy=remedy)
    if options.yes:
        own_aliases.remove(options.corpus, options.remove)
        print(f"{options.remove!r} is left to the tables of the package again; the next `ikp run` applies it")
        return 0
    print(f"{options.remove!r} would be left to the tables of the package again")
    return _show_preview(options, (), options.remove)


def _show_preview(options: Options, rows: tuple[ProjectAlias, ...], drop: str | None) -> int:
    from pipeline.commands.progress import progress  # noqa: PLC0415
    from pipeline.jobs import alias_preview  # noqa: PLC0415

    with progress(sys.stderr) as watch:
        found = alias_preview.preview(options.corpus, options.out, rows, watch, drop=drop, workers=options.workers)
    sys.stdout.writelines(f"{line}\n" for line in preview_lines(found))
    print("nothing was written; the same with --yes lets it hold")
    return 0


def preview_lines(found: Preview) -> Iterator[str]:
    """Yield what a person should know first, how much would change, and each published value before and after."""
    from pipeline.jobs import changes  # noqa: PLC0415

    yield from (f"! {line}" for line in found.warnings)
    read = f"{found.changed:,} of {found.documents:,} documents would be read otherwise"
    if not found.differences:
        yield f"{read}; no published value would change"
        return
    many = "value" if len(found.differences) == 1 else "values"
    yield f"{read}; {len(found.differences):,} published {many} would change, worst first"
    yield from changes.lines_of(found.differences)


def _list(options: Options) -> int:
    from pipeline.jobs import own_aliases  # noqa: PLC0415

    table = own_aliases.load_aliases(options.corpus)
    sys.stdout.writelines(f"{line}\n" for line in list_lines(table, own_aliases.used_by(options.out)))
    sys.stderr.writelines(f"{line}\n" for line in own_aliases.unused(options.corpus, options.out))
    return 0


def list_lines(table: tuple[ProjectAlias, ...], used: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield a line for each correction: phrase, meaning, how many documents use it, who said so when, quote."""
    from pipeline.jobs.alias_use import name_of  # noqa: PLC0415
    from pipeline.reference.project import named  # noqa: PLC0415
    from pipeline.storage.files import printable  # noqa: PLC0415

    if not table:
        yield "nothing was said of any phrase yet; say it with `ikp alias PHRASE --means 54`"
    for row in table:
        documents = len(used.get(name_of(row), ()))
        who = " ".join(part for part in (row.author, row.at[:10]) if part)
        parts = (
            f"{row.phrase!r} means {named(row)}",
            f"in {documents:,} documents",
            who,
            f"{row.document}: {row.quote}" if row.quote and row.document else row.quote or row.document,
            row.note,
        )
        yield printable("; ".join(part for part in parts if part))
