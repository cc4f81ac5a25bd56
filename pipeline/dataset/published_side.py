"""One of two datasets that are compared: its rows, and what documents, findings and people stand behind them."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Final, TypeAlias

from pipeline.dataset.columns import LIST_MARK
from pipeline.dataset.compared import COMPARED, FINDINGS, Compared
from pipeline.dataset.csvtext import restore
from pipeline.decision import SUBJECT_FIELDS, VALUE_FIELDS

Row: TypeAlias = Mapping[str, str]
Key: TypeAlias = tuple[str, ...]
Rows: TypeAlias = Mapping[Key, Row]
Region: TypeAlias = tuple[str, str]
Files: TypeAlias = Mapping[str, Callable[[], BinaryIO]]
"""Published files by name, each with what opens it: tables of hundreds of megabytes are never read whole."""

NOT_LIVE: Final = frozenset({"superseded", "duplicate"})
"""What became of findings whose document does not count."""

_MOST_MARKS: Final = 8  # of lists in the name of one document
_WIDEST: Final = (1 << 31) - 1  # characters of a cell: the list of documents behind one value has no limit
_TEXTS: Final = ("document", "quote", "machine")  # what ``csvtext`` may have neutralised
_NAMES: Final = {"status": "indicator_status"}  # the field of a finding, and its column
_FIELDS: Final = (*SUBJECT_FIELDS, *sorted({name for names in VALUE_FIELDS.values() for name in names}))
_SAID: Final = re.compile(rf"({'|'.join(_FIELDS)})=")
_WHERE: Final = ("region_code", "edition", "scope_code", "machine")
_READ: Final = (
    *_WHERE,
    *("finding", "type", "score", "category", "rank", "rank_scope", "basis", "dimension", "indicator", "count"),
    *("unit", "indicator_status", "stage", "level", "n", "quote", "document", "decision", "standing"),
    *("rule", "rule_version", "sha256", "review", "decided"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Of one dataset the rows, by table and key, that the other has not just so; the names of all documents."""

    files: Files
    tables: Mapping[str, Rows]
    names: frozenset[str]

    @property
    def has_decisions(self) -> bool:
        """Tell whether the findings say what people decided."""
        return "machine" in _Lines(self.files.get(FINDINGS)).header

    def rows(self, table: Compared, keys: Collection[Key]) -> Rows:
        """Return the rows of a table that have these keys, whether they differ or not."""
        return {key: lines.row(line) for lines, key, line in _keyed(table, self.files) if key in keys}

    def naming(self, table: Compared, findings: Collection[str]) -> set[Key]:
        """Return the keys of the rows of a table that list one of some findings."""
        return {
            key
            for lines, key, line in _keyed(table, self.files)
            if not set(lines.at(line, "findings").split(LIST_MARK)).isdisjoint(findings)
        }

    def names_in(self, listed: str) -> tuple[str, ...]:
        """Part a list of documents; a name that holds the mark is found by the register."""
        parts = restore(listed).split(LIST_MARK)
        found: list[str] = []
        while parts:
            joined = (LIST_MARK.join(parts[:number]) for number in range(1, _MOST_MARKS + 1))
            name = next((name for name in joined if name in self.names), parts[0])
            found.append(name)
            del parts[: name.count(LIST_MARK) + 1]
        return tuple(found)

    def spoken(self, regions: Collection[Region]) -> Spoken:
        """Return the findings about some regions (each with an edition), and all those that a person corrected."""
        by_region: dict[Region, list[Row]] = {}
        by_id: dict[str, list[Row]] = {}
        for row in _findings(self.files, regions):
            by_region.setdefault(region_of(row), []).append(row)
            by_id.setdefault(row["finding"], []).append(row)
        return Spoken(by_region=by_region, by_id=by_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Findings of one side, by region and edition, and by id: one document may state a thing twice."""

    by_region: Mapping[Region, Sequence[Row]]
    by_id: Mapping[str, Sequence[Row]]

    def behind(self, table: Compared, row: Row | None) -> tuple[str, ...]:
        """Return the ids of all findings about a row: those that it lists first, held ones too."""
        if row is None:
            return ()
        listed = at(row, "findings").split(LIST_MARK) if at(row, "findings") else []
        about = (one["finding"] for one in self.by_region.get(_place(row), ()) if _speaks_of(table, row, one))
        return tuple(dict.fromkeys((*listed, *about)))

    def live(self, finding: str) -> Iterator[Row]:
        """Yield the rows of a finding whose document counts."""
        return (row for row in self.by_id.get(finding, ()) if row["standing"] not in NOT_LIVE)

    def documents(self, table: Compared, row: Row) -> tuple[str, ...]:
        """Return the documents that speak of a row that is held, or, where none does, of its region."""
        about = self.by_region.get(_place(row), ())
        exact = dict.fromkeys(one["document"] for one in about if _speaks_of(table, row, one))
        return tuple(exact or dict.fromkeys(one["document"] for one in about))

    def machine(self, finding: str) -> Mapping[str, str]:
        """Return what extraction says of a finding, by field, where a person said otherwise."""
        return {name: value for row in self.live(finding) for name, value in machine_of(row).items()}

    def rules(self, findings: Collection[str]) -> tuple[str, ...]:
        """Return what read these findings, each rule with its version, once, in their order."""
        rows = (row for finding in findings for row in self.live(finding))
        found = (f"{row['rule']} {row['rule_version']}".rstrip() for row in rows if row["rule"])
        return tuple(dict.fromkeys(found))


def at(row: Row, column: str) -> str:
    """Return a field of a row, an empty text where the table has no such column."""
    return row.get(column) or ""


def machine_of(finding: Row) -> Mapping[str, str]:
    """Return what extraction says in a row of findings, by field, where a person said otherwise.

    >>> machine_of({"machine": "score=77.7 | category=tinggi"})
    {'score': '77.7', 'category': 'tinggi'}
    >>> machine_of({"machine": "label=politik uang | sembako | indicator="})
    {'label': 'politik uang | sembako', 'indicator': ''}
    """
    found: dict[str, str] = {}
    name = ""
    for part in at(finding, "machine").split(LIST_MARK):
        begins = _SAID.match(part)
        if begins:
            name = _NAMES.get(begins[1], begins[1])
            found[name] = part[begins.end() :]
        elif name:  # the words of an issue may hold the mark
            found[name] += f"{LIST_MARK}{part}"
    return found


def decided_in(finding: Row) -> frozenset[str]:
    """Return the fields of a row of findings that have a person's word."""
    return frozenset(_NAMES.get(name, name) for name in at(finding, "decided").split(LIST_MARK) if name)


def region_of(finding: Row) -> Region:
    """Return the region and edition that a finding speaks of; of a tally the region in which it counts."""
    place = at(finding, "scope_code") if at(finding, "type") == "tally" else ""
    return place or at(finding, "region_code"), at(finding, "edition")


def _place(row: Row) -> Region:
    return at(row, "region_code"), at(row, "edition")


def _speaks_of(table: Compared, row: Row, finding: Row) -> bool:
    if at(finding, "type") not in table.types or any(at(finding, name) != at(row, name) for name in table.same):
        return False
    bases = {at(finding, "basis"), at(row, "basis")} - {""}
    return table.name == "tallies" or len(bases) < 2


def sides_of(before: Files, after: Files) -> tuple[Side, Side]:
    """Take apart the published files of two datasets (see ``FILES``); one that is missing counts as empty."""
    pairs = {table.name: _differing(table, before, after) for table in COMPARED}
    old, new = (
        Side(files=files, tables={name: pair[at] for name, pair in pairs.items()}, names=_documents(files))
        for at, files in enumerate((before, after))
    )
    return old, new


def _differing(table: Compared, before: Files, after: Files) -> tuple[Rows, Rows]:
    """Return the rows of both sides that the other one does not have with the same fields, as far as they matter.

    Of a row that is the same nothing is kept but a hash, and that until the other side is read.
    """
    headers = [_Lines(files.get(table.file)).header for files in (before, after)]
    shared = [name for name in (*table.columns, "sha256") if all(name in header for header in headers)]
    left = {key: _hash(lines.fields(line, shared)) for lines, key, line in _keyed(table, before)}
    new: dict[Key, Row] = {}
    for lines, key, line in _keyed(table, after):
        if left.get(key) == _hash(lines.fields(line, shared)):
            del left[key]
        else:
            new[key] = lines.row(line)
    return {key: lines.row(line) for lines, key, line in _keyed(table, before) if key in left}, new


def _hash(fields: Sequence[str]) -> bytes:
    return hashlib.blake2b(repr(fields).encode(), digest_size=16).digest()


def _documents(files: Files) -> frozenset[str]:
    return frozenset(restore(key[0]) for _, key, _ in _keyed(COMPARED[-1], files))


def _findings(files: Files, regions: Collection[Region]) -> Iterator[Row]:
    """Yield of the findings' rows the columns that matter: a table of them may have hundreds of megabytes."""
    lines = _Lines(files.get(FINDINGS))
    if not {"region_code", "edition"} <= set(lines.header):
        return
    wanted = {code for code, _ in regions}
    for line in lines:
        corrected = lines.at(line, "machine")
        if (
            not corrected
            and lines.at(line, "region_code") not in wanted
            and lines.at(line, "scope_code") not in wanted
        ):
            continue
        row = dict(zip(_READ, lines.fields(line, _READ), strict=True))
        if corrected or region_of(row) in regions:
            yield row | {name: restore(row[name]) for name in _TEXTS}


@dataclass(slots=True)
class _Lines:
    """The lines of a CSV file below its header, parted into fields; of no file none, and an empty header."""

    file: Callable[[], BinaryIO] | None
    header: list[str] = field(init=False)
    _places: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.header = next(self._read(), [])
        self._places = {name: place for place, name in enumerate(self.header)}

    def __iter__(self) -> Iterator[list[str]]:
        lines = self._read()
        next(lines, None)
        return lines

    def _read(self) -> Iterator[list[str]]:
        if self.file is None:
            return
        limit = csv.field_size_limit(_WIDEST)  # of the whole process: readers of documents keep theirs
        try:
            with io.TextIOWrapper(self.file(), encoding="utf-8", newline="") as text:
                yield from csv.reader(text)
        finally:
            csv.field_size_limit(limit)

    def at(self, line: Sequence[str], column: str) -> str:
        """Return a field of a line, an empty text where the table has no such column."""
        place = self._places.get(column)
        return line[place] if place is not None and place < len(line) else ""

    def fields(self, line: Sequence[str], columns: Iterable[str]) -> tuple[str, ...]:
        """Return some fields of a line."""
        return tuple([self.at(line, column) for column in columns])

    def row(self, line: Sequence[str]) -> Row:
        """Return all fields of a line by their columns."""
        return dict(zip(self.header, line, strict=False))


def _keyed(table: Compared, files: Files) -> Iterator[tuple[_Lines, Key, list[str]]]:
    """Key the lines; of two with one key, which no table should have, the second is numbered, not lost."""
    lines = _Lines(files.get(table.file))
    seen: set[Key] = set()
    for line in lines:
        key = lines.fields(line, table.key)
        again, number = key, 1
        while again in seen:
            number += 1
            again = (*key, str(number))
        seen.add(again)
        yield lines, again, line
