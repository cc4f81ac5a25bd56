"""What changed between two published datasets: field by field, worst first, each with its cause as far as known.

Compared are the published tables themselves, so that a dataset of any earlier version will do; columns that only
one of the two has, times and versions make no difference. A cause is known without reading anything again where a
document behind a value is new, changed or gone; else it lies with the code where that changed. Which part of the
code, only a replay can tell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Final, Literal, TypeAlias

from pipeline.dataset.columns import LIST_MARK

Kind = Literal["ADD", "MOD", "DEL"]
Cause = Literal["document", "code", "unknown"]
Row: TypeAlias = Mapping[str, str]
Rows: TypeAlias = Mapping[tuple[str, ...], Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A table that is compared: what identifies a row, the columns that matter, the first being the value."""

    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that changed, or one row that came or went, then ``column`` is the row's value.

    ``key`` names the row: region, edition and what else tells it from others. ``files`` are the documents behind
    the value, now or, of a row that went, before; ``quote`` are the words of the first.
    """

    kind: Kind
    table: str
    key: str
    column: str
    before: str
    after: str
    cause: Cause
    files: tuple[str, ...] = ()
    quote: str = ""


COMPARED: Final = (
    Compared(
        name="scores",
        key=("region_code", "edition", "basis"),
        columns=("score", "category", "category_stated", "category_derived", "rank", "status", "conflict"),
    ),
    Compared(
        name="dimension_scores",
        key=("region_code", "edition", "basis", "dimension"),
        columns=("score", "category", "rank", "status", "conflict"),
    ),
    Compared(
        name="indicators",
        key=("region_code", "edition", "indicator"),
        columns=("indicator_status", "count", "unit", "status", "conflict"),
    ),
    Compared(
        name="tallies",
        key=("region_code", "edition", "level", "dimension", "category"),
        columns=("n", "status", "conflict"),
    ),
    Compared(name="documents", key=("file", "url"), columns=("status", "online", "code")),
)
"""The tables in the order in which their differences matter."""

FILES: Final = tuple(f"{table.name}.csv" for table in COMPARED)
"""The published files that are compared."""

_STATE: Final = ("status", "sha256", "online")
_PLACE: Final = {table.name: place for place, table in enumerate(COMPARED)}


def differences(
    before: Mapping[str, bytes], after: Mapping[str, bytes], *, same_code: bool
) -> tuple[Difference, ...]:
    """Return what changed between two sets of published files (see ``FILES``), worst first.

    ``same_code`` tells that both were made by the same code and tables. A file that is missing counts as empty.
    """
    registers = tuple(_rows(files, COMPARED[-1]) for files in (before, after))
    touched = _touched(*registers)
    found: list[Difference] = []
    for table in COMPARED:
        old, new = _rows(before, table), _rows(after, table)
        found += _of_table(table, old, new, touched, same_code=same_code)
    return tuple(sorted(found, key=_order))


def _rows(files: Mapping[str, bytes], table: Compared) -> dict[tuple[str, ...], Row]:
    text = files.get(f"{table.name}.csv", b"").decode()
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return {tuple(row.get(name) or "" for name in table.key): row for row in rows}


def _touched(old: Rows, new: Rows) -> frozenset[str]:
    """Return the files that are new, gone, or no longer what they were: superseded, set aside, offline."""
    return frozenset(
        key[0]
        for key in old.keys() | new.keys()
        if key not in old or key not in new or any(_at(old[key], c) != _at(new[key], c) for c in _STATE)
    )


def _at(row: Row, column: str) -> str:
    return row.get(column) or ""


def _of_table(
    table: Compared, old: Rows, new: Rows, touched: frozenset[str], *, same_code: bool
) -> Iterator[Difference]:
    for key in sorted(old.keys() | new.keys()):
        before, after = old.get(key), new.get(key)
        shown = after if after is not None else before
        if shown is None:
            continue
        files = _files(table, shown)
        behind = {*files, *_files(table, before or {})}
        cause: Cause = "document" if behind & touched else "unknown" if same_code else "code"
        plain = Difference(
            kind="MOD",
            table=table.name,
            key=_name(table, key, shown),
            column="",
            before="",
            after="",
            cause=cause,
            files=files,
            quote=_at(shown, "evidence"),
        )
        yield from _of_row(table, before, after, plain)


def _of_row(table: Compared, before: Row | None, after: Row | None, plain: Difference) -> Iterator[Difference]:
    if before is None or after is None:
        row, kind = (after or {}, "ADD") if before is None else (before, "DEL")
        column = next((name for name in table.columns if _at(row, name)), table.columns[0])
        one = replace(plain, column=column, kind="ADD" if kind == "ADD" else "DEL")
        yield replace(one, after=_at(row, column)) if kind == "ADD" else replace(one, before=_at(row, column))
        return
    for column in table.columns:
        if column in before and column in after and _at(before, column) != _at(after, column):
            yield replace(plain, column=column, before=_at(before, column), after=_at(after, column))


def _files(table: Compared, row: Row) -> tuple[str, ...]:
    if table.name == "documents":
        return (_at(row, "file"),) if row else ()
    return tuple(part for part in _at(row, "documents").split(LIST_MARK) if part)


def _name(table: Compared, key: tuple[str, ...], row: Row) -> str:
    region = _at(row, "region")
    if table.name == "documents":
        return " ".join(part for part in key if part)
    return " ".join((f"{region} ({key[0]})", *(part for part in key[1:] if part)))


# --- worst first ---


def _order(difference: Difference) -> tuple[int, Decimal, int, str, str, str]:
    return (
        _rank(difference),
        -_size(difference),
        _PLACE[difference.table],
        difference.key,
        difference.column,
        difference.kind,
    )


def _rank(difference: Difference) -> int:
    """Return 0 for a category that flips, 1 for a value that went, 2 for a number that changed, and so on."""
    if difference.table == "documents":
        return 6
    if difference.column.startswith("category") and difference.before and difference.after:
        return 0
    if difference.kind == "DEL" or (difference.before and not difference.after):
        return 1
    if difference.kind == "MOD" and difference.column in {"score", "n"}:
        return 2
    if difference.table == "indicators" and difference.column == "indicator_status":
        return 3
    return 5 if difference.column in {"status", "conflict"} else 4


def _size(difference: Difference) -> Decimal:
    """Return by how much a number changed, 0 for what is none."""
    try:
        return abs(Decimal(difference.after) - Decimal(difference.before))
    except InvalidOperation:
        return Decimal(0)


# --- over several runs ---


def netted(runs: Iterable[Iterable[Difference]]) -> tuple[Difference, ...]:
    """Join the differences of runs that follow each other: what came back to where it was is none.

    A field that changed twice is told once, from its first value to its last; the last run has the say on cause,
    files and words.
    """
    fields: dict[tuple[str, str, str], Difference] = {}
    for run in runs:
        for difference in run:
            field = (difference.table, difference.key, difference.column)
            earlier = fields.get(field)
            fields[field] = difference if earlier is None else _joined(earlier, difference)
    changed = (one for one in fields.values() if one.before != one.after or one.kind != "MOD")
    return tuple(sorted((one for one in changed if not _came_and_went(one)), key=_order))


def _joined(earlier: Difference, later: Difference) -> Difference:
    kinds: dict[tuple[Kind, Kind], Kind] = {
        ("ADD", "MOD"): "ADD",
        ("MOD", "DEL"): "DEL",
        ("DEL", "ADD"): "MOD",
        ("ADD", "DEL"): "MOD",
    }
    kind = kinds.get((earlier.kind, later.kind), later.kind)
    return replace(later, kind=kind, before=earlier.before)


def _came_and_went(one: Difference) -> bool:
    return one.kind == "MOD" and not one.before and not one.after
