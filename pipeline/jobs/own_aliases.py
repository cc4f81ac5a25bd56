"""The corrections of a project: what stands in ``aliases.csv`` of a corpus, and how it is added to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal

from pipeline.errors import TableError
from pipeline.jobs.alias_use import name_of
from pipeline.reference import ProjectAlias
from pipeline.reference.project import NEEDED, REMARKS, checked, digest, overridden, parse_aliases
from pipeline.state import Done
from pipeline.storage import results, store
from pipeline.storage.files import ALIASES, AnyPath, printable

COLUMNS: Final = (*NEEDED, *REMARKS)
MOST: Final = 5  # lines about the table a run; the rest is counted


def load_aliases(corpus: AnyPath) -> tuple[ProjectAlias, ...]:
    """Return the corrections of a corpus as they stand in its table; none where there is no file.

    Raises TableError with file and line for a damaged one: without it, every value that it decides would change.
    """
    path = corpus / ALIASES
    if not path.exists():
        return ()
    from pipeline.dataset.tables.csvtext import restore  # noqa: PLC0415 - of a package that a run without them need not load

    where = printable(str(path))
    try:
        text = store.read_bytes(path).decode("utf-8-sig")  # a spreadsheet begins it with a mark
    except UnicodeDecodeError as error:
        raise TableError("is not UTF-8", where=where, remedy="save it as UTF-8") from error
    return parse_aliases(text, where=where, plain=restore)


def add(corpus: AnyPath, rows: Iterable[ProjectAlias]) -> tuple[ProjectAlias, ...]:
    """Add corrections to the table of a corpus and return the table; a row that says nothing new is left out.

    Raises TableError for one that cannot hold or where the table is damaged, StoreError where it cannot be
    written.
    """
    new = tuple(checked(row) for row in rows)
    return _changed(corpus, lambda table: (*table, *(row for row in new if not _is_said(row, table))))


def remove(corpus: AnyPath, phrase: str) -> tuple[ProjectAlias, ...]:
    """Drop all corrections of a phrase, however it is spelled; return those that are left. Raises as ``add``."""
    return _changed(corpus, lambda table: without(table, phrase))


def without(table: Iterable[ProjectAlias], phrase: str) -> tuple[ProjectAlias, ...]:
    """Return the rows of a table that are not of this phrase."""
    key = ProjectAlias(kind="indicator", phrase=phrase, means="").key
    return tuple(row for row in table if row.key != key)


def _is_said(row: ProjectAlias, table: Iterable[ProjectAlias]) -> bool:
    """Tell whether the row that holds for a wording says the same already."""
    last = {name_of(one): one.means for one in table}
    return last.get(name_of(row)) == row.means


def _changed(
    corpus: AnyPath, change: Callable[[tuple[ProjectAlias, ...]], tuple[ProjectAlias, ...]]
) -> tuple[ProjectAlias, ...]:
    from pipeline.dataset.tables.csvtext import csv_bytes  # noqa: PLC0415 - as above

    store.require_folder(corpus)
    with store.turn(corpus, ALIASES):
        before = load_aliases(corpus)
        after = change(before)
        if after != before:
            store.write(
                corpus / ALIASES, csv_bytes(COLUMNS, ([getattr(row, c) for c in COLUMNS] for row in after))
            )
        return after


# --- what a run tells of the table ---


def told(table: Sequence[ProjectAlias], done: Collection[Done]) -> tuple[str, ...]:
    """Return a line for each correction that is out of force, contested or used by no document; at most a few."""
    lines = [*_overridden(table), *_contested(table, done), *_unused(table, done)]
    more = [f"and {len(lines) - MOST:,} more; see `ikp alias --list`"] if len(lines) > MOST else []
    return tuple(f"{ALIASES}: {printable(line)}" for line in (*lines[:MOST], *more))


def unused(corpus: AnyPath, out: AnyPath) -> tuple[str, ...]:
    """Return what each run tells of corrections, a line each: out of force, contested, used by no document."""
    return told(load_aliases(corpus), results.load_state(out).documents.values())


def applied(corpus: AnyPath, out: AnyPath) -> bool:
    """Tell whether the last run applied the corrections as they stand now."""
    return in_use(load_aliases(corpus), results.load_state(out).documents.values())


def used_by(out: AnyPath) -> Mapping[str, tuple[str, ...]]:
    """Return by ``alias_use.name_of`` the documents of the last run that use a correction, in order."""
    return files_of(results.load_state(out).documents.values(), "used")


def missing(corpus: AnyPath, table: Sequence[ProjectAlias], before: Iterable[Done]) -> tuple[str, ...]:
    """Say that the table is gone by which documents were read ``before``; nothing where it is not."""
    if table or not any(one.aliases for one in before) or (corpus / ALIASES).exists():
        return ()
    return (f"{ALIASES}: is no longer in the corpus; what it decided is read without it",)


def _overridden(table: Sequence[ProjectAlias]) -> Iterator[str]:
    for row, by in overridden(table):
        yield f"line {row.line}, {row.phrase!r}, gives way to line {by.line} ({by.means}); remove one of the two"


def _contested(table: Sequence[ProjectAlias], done: Iterable[Done]) -> Iterator[str]:
    files = files_of(done, "contested")
    for row in _standing(table):
        if found := files.get(name_of(row)):
            yield f"{row.phrase!r} means {row.means}, but not in {some(found)}; look at them"


def _unused(table: Sequence[ProjectAlias], done: Collection[Done]) -> Iterator[str]:
    used = files_of(done, "used")
    if not in_use(table, done):
        return  # the next run tells
    for row in _standing(table):
        if name_of(row) not in used:
            yield f"{row.phrase!r} stands in no document; correct or remove it"


def in_use(table: Collection[ProjectAlias], done: Collection[Done]) -> bool:
    """Tell whether all documents were last read with these corrections: else it is not known what they do."""
    wanted = digest(table)
    return all(one.aliases == wanted for one in done) and (bool(done) or not table)


def files_of(done: Iterable[Done], field: Literal["used", "contested"]) -> Mapping[str, tuple[str, ...]]:
    """Return by the name of a correction the documents that use it, or that mean something else; in order."""
    files: dict[str, list[str]] = {}
    for one in sorted(done, key=lambda one: one.item.path):
        for name in one.used if field == "used" else one.contested:
            files.setdefault(name, []).append(one.item.path)
    return {name: tuple(found) for name, found in files.items()}


def some(files: Sequence[str]) -> str:
    """Name the first files of many.

    >>> some(["a.txt"]), some(["a.txt", "b.txt", "c.txt", "d.txt"])
    ('a.txt', 'a.txt, b.txt, c.txt and 1 more')
    """
    return ", ".join(files[:3]) + (f" and {len(files) - 3:,} more" if len(files) > 3 else "")


def _standing(table: Sequence[ProjectAlias]) -> tuple[ProjectAlias, ...]:
    """Return the rows that hold, with their remarks, in the order of the table."""
    out = {id(row) for row, _ in overridden(table)}
    return tuple(row for row in table if id(row) not in out)
