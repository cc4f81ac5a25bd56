"""What changed between two published datasets: field by field, worst first, each with its cause as far as known.

Compared are the published tables themselves, so that a dataset of any earlier version will do; columns that only
one of the two has, times and versions make no difference. A cause is known without reading anything again where a
document behind a value is new, changed or gone; else it lies with the code where that changed. Which part of the
code, only a replay can tell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Final, Literal, TypeAlias

from pipeline.dataset.columns import LIST_MARK
from pipeline.dataset.csvtext import restore

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
        columns=(
            *("score", "category", "category_stated", "category_derived", "rank", "rank_scope", "other_ranks"),
            *("status", "conflict"),
        ),
    ),
    Compared(
        name="dimension_scores",
        key=("region_code", "edition", "basis", "dimension"),
        columns=("score", "category", "rank", "rank_scope", "other_ranks", "status", "conflict"),
    ),
    Compared(
        name="indicators",
        key=("region_code", "edition", "indicator"),
        columns=("indicator_status", "count", "unit", "other_counts", "stages", "status", "conflict"),
    ),
    Compared(
        name="tallies",
        key=("region_code", "edition", "level", "dimension", "category"),
        columns=("n", "status", "conflict"),
    ),
    Compared(name="documents", key=("file", "url"), columns=("status", "online", "code")),
)
"""The tables in the order in which their differences matter."""

_FINDINGS: Final = "findings.csv"
FILES: Final = (*(f"{table.name}.csv" for table in COMPARED), _FINDINGS)
"""The published files that a comparison needs; findings tell which documents are behind a value that is held."""

_MOST_MARKS: Final = 8  # of lists in the name of one document
_WIDEST: Final = (1 << 31) - 1  # characters of a cell: the list of documents behind one value has no limit
_STATE: Final = ("status", "sha256", "online")
_PLACE: Final = {table.name: place for place, table in enumerate(COMPARED)}


def differences(
    before: Mapping[str, bytes], after: Mapping[str, bytes], *, same_code: bool | None
) -> tuple[Difference, ...]:
    """Return what changed between two sets of published files (see ``FILES``), worst first.

    ``same_code`` tells whether both were made by the same code and tables, None where that is not known. A file
    that is missing counts as empty.
    """
    sides = _Side.of(before), _Side.of(after)
    touched = _touched(*(side.tables["documents"] for side in sides))
    found = (one for table in COMPARED for one in _of_table(table, *sides, touched, same_code=same_code))
    return tuple(sorted(found, key=_order))


@dataclass(slots=True, kw_only=True)
class _Side:
    """One of the two datasets: rows by table and key, names of documents, and the bytes of ``findings``."""

    tables: Mapping[str, Rows]
    names: frozenset[str]
    findings: bytes
    _held: Mapping[tuple[str, str], tuple[str, ...]] | None = None

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> _Side:
        tables = {table.name: _keyed(table, files.get(f"{table.name}.csv", b"")) for table in COMPARED}
        names = frozenset(restore(file) for file, _ in tables["documents"])
        return cls(tables=tables, names=names, findings=files.get(_FINDINGS, b""))

    def files(self, table: Compared, row: Row | None) -> tuple[str, ...]:
        """Return the documents behind a row; of one that is held for people those that speak of its region."""
        if row is None:
            return ()
        if table.name == "documents":
            return (restore(_at(row, "file")),)
        listed = _at(row, "documents")
        return self._names(listed) if listed else self._speaking().get(_region_of(row), ())

    def _names(self, listed: str) -> tuple[str, ...]:
        """Part a list of documents; a name that holds the mark is found by the register."""
        parts = restore(listed).split(LIST_MARK)
        found: list[str] = []
        while parts:
            joined = (LIST_MARK.join(parts[:number]) for number in range(1, _MOST_MARKS + 1))
            name = next((name for name in joined if name in self.names), parts[0])
            found.append(name)
            del parts[: name.count(LIST_MARK) + 1]
        return tuple(found)

    def _speaking(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        if self._held is None:
            found: dict[tuple[str, str], dict[str, None]] = {}
            for row in _rows(self.findings):
                found.setdefault(_region_of(row), {})[restore(_at(row, "document"))] = None
            self._held = {region: tuple(names) for region, names in found.items()}
        return self._held


def _region_of(row: Row) -> tuple[str, str]:
    return _at(row, "region_code"), _at(row, "edition")


def _rows(data: bytes) -> Iterator[Row]:
    limit = csv.field_size_limit(_WIDEST)  # of the whole process: readers of documents keep theirs
    try:
        yield from csv.DictReader(io.StringIO(data.decode(), newline=""))
    finally:
        csv.field_size_limit(limit)


def _keyed(table: Compared, data: bytes) -> Rows:
    return {tuple(row.get(name) or "" for name in table.key): row for row in _rows(data)}


def _touched(old: Rows, new: Rows) -> frozenset[str]:
    """Return the files that are new, gone, or no longer what they were: superseded, set aside, offline."""
    return frozenset(
        restore(key[0])
        for key in old.keys() | new.keys()
        if key not in old or key not in new or any(_at(old[key], c) != _at(new[key], c) for c in _STATE)
    )


def _at(row: Row, column: str) -> str:
    return row.get(column) or ""


def _of_table(
    table: Compared, old: _Side, new: _Side, touched: frozenset[str], *, same_code: bool | None
) -> Iterator[Difference]:
    befores, afters = old.tables[table.name], new.tables[table.name]
    for key in sorted(befores.keys() | afters.keys()):
        before, after = befores.get(key), afters.get(key)
        fields = tuple(_of_row(table, before, after))
        if not fields:
            continue
        shown = after or before or {}
        files = new.files(table, after) or old.files(table, before)
        known = not touched.isdisjoint((*files, *old.files(table, before)))
        cause: Cause = "document" if known else "code" if same_code is False else "unknown"
        for kind, column, was, now in fields:
            yield Difference(
                kind=kind,
                table=table.name,
                key=_name(table, key, shown),
                column=column,
                before=was,
                after=now,
                cause=cause,
                files=files,
                quote=_at(shown, "evidence"),
            )


def _of_row(table: Compared, before: Row | None, after: Row | None) -> Iterator[tuple[Kind, str, str, str]]:
    """Yield kind, column, old and new value of each field that differs; of a row that came or went its value."""
    if before is None or after is None:
        row = after or before or {}
        column = next((name for name in table.columns if _at(row, name)), table.columns[0])
        yield ("ADD", column, "", _at(row, column)) if before is None else ("DEL", column, _at(row, column), "")
        return
    for column in table.columns:
        if column in before and column in after and _at(before, column) != _at(after, column):
            yield "MOD", column, _at(before, column), _at(after, column)


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
        _PLACE.get(difference.table, len(_PLACE)),
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

    A field that changed twice is told once, from its first value to its last, and so is a row that came or went;
    the last run has the say on cause, files and words.
    """
    rows: dict[tuple[str, str], list[Difference]] = {}
    for difference in (one for run in runs for one in run):
        rows.setdefault((difference.table, difference.key), []).append(difference)
    return tuple(sorted((one for row in rows.values() for one in _net(row)), key=_order))


def _net(row: Sequence[Difference]) -> Iterator[Difference]:
    """Yield what remains of all that happened to one row, in the order in which it happened."""
    came = [place for place, one in enumerate(row) if one.kind == "ADD"]
    went = [place for place, one in enumerate(row) if one.kind == "DEL"]
    if not came and not went:
        fields: dict[str, Difference] = {}
        for one in row:
            earlier = fields.get(one.column, one)
            fields[one.column] = replace(one, before=earlier.before)
        yield from (one for one in fields.values() if one.before != one.after)
        return
    # Of a row that came or went its value is told; of its other fields only one side is known.
    before = _value(row[0].table, [(one.column, one.before) for one in row[: went[0] + 1]] if went else [])
    after = _value(row[0].table, [(one.column, one.after) for one in reversed(row[came[-1] :])] if came else [])
    was_there, is_there = row[0].kind != "ADD", row[-1].kind != "DEL"
    if was_there and is_there:
        column = min(before, after)[1]
        was, now = (side[2] if side[1] == column else "" for side in (before, after))
        if was != now:
            yield replace(row[-1], kind="MOD", column=column, before=was, after=now)
        yield from (one for one in row[came[-1] + 1 :] if one.column != column)
    elif is_there:
        yield replace(row[-1], kind="ADD", column=after[1], before="", after=after[2])
    elif was_there:
        yield replace(row[-1], kind="DEL", column=before[1], before=before[2], after="")


def _value(table: str, fields: Iterable[tuple[str, str]]) -> tuple[int, str, str]:
    """Return the value of a row, from what is first known of each field: place, name and text of its column."""
    columns = next((one.columns for one in COMPARED if one.name == table), ("",))
    known: dict[str, str] = {}
    for column, text in fields:
        known.setdefault(column, text)
    found = [
        (columns.index(column) if column in columns else len(columns), column, text)
        for column, text in known.items()
        if text
    ]
    return min(found, default=(len(columns), columns[0], ""))
