"""What the findings of a published dataset say of some regions, read from the file when it is asked for.

A national table of findings has hundreds of megabytes, and a change of the rules may touch every region: where
each finding stands in the file is remembered, and only those of a few regions are held at a time.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from pipeline.dataset.changes.compared import COMPARED, Compared
from pipeline.dataset.changes.published_side import Lines, Region, Row, at
from pipeline.dataset.tables.columns import LIST_MARK
from pipeline.dataset.tables.csvtext import restore
from pipeline.decision import SUBJECT_FIELDS, VALUE_FIELDS

NOT_LIVE: Final = frozenset({"superseded", "duplicate"})
"""What became of findings whose document does not count."""

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


_TABLES: Final = {kind: table for table in COMPARED for kind in table.types}


@dataclass(slots=True)
class Spoken:
    """Findings of one side, by region and edition, by row and by id: one document may say a thing twice."""

    by_region: dict[Region, list[Row]] = field(default_factory=dict)
    by_row: dict[tuple[str, ...], list[Row]] = field(default_factory=dict)
    by_id: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, row: Row) -> None:
        """Take a finding in."""
        region = region_of(row)
        self.by_region.setdefault(region, []).append(row)
        self.by_id.setdefault(row["finding"], []).append(row)
        table = _TABLES.get(row["type"])
        if table is not None:
            self.by_row.setdefault(_name(table, region, row), []).append(row)

    def behind(self, table: Compared, row: Row | None) -> tuple[str, ...]:
        """Return the ids of all findings about a row: those that it lists first, held ones too."""
        if row is None:
            return ()
        listed = at(row, "findings").split(LIST_MARK) if at(row, "findings") else []
        return tuple(dict.fromkeys((*listed, *(one["finding"] for one in self._about(table, row)))))

    def _about(self, table: Compared, row: Row) -> Iterator[Row]:
        """Yield the findings that speak of a row; but for tallies of the same basis, where both have one."""
        basis = "" if table.name == "tallies" else at(row, "basis")
        for one in self.by_row.get(_name(table, _place(row), row), ()):
            if not basis or one["basis"] in {"", basis}:
                yield one

    def live(self, finding: str) -> Iterator[Row]:
        """Yield the rows of a finding whose document counts."""
        return (row for row in self.by_id.get(finding, ()) if row["standing"] not in NOT_LIVE)

    def documents(self, table: Compared, row: Row) -> tuple[str, ...]:
        """Return the documents that speak of a row that is held, or, where none does, of its region."""
        exact = dict.fromkeys(one["document"] for one in self._about(table, row))
        return tuple(exact or dict.fromkeys(one["document"] for one in self.by_region.get(_place(row), ())))

    def machine(self, finding: str) -> Mapping[str, str]:
        """Return what extraction says of a finding, by field, where a person said otherwise."""
        return {name: value for row in self.live(finding) for name, value in machine_of(row).items()}

    def rules(self, findings: Collection[str]) -> tuple[str, ...]:
        """Return what read these findings, each rule with its version, once, in their order."""
        rows = (row for finding in findings for row in self.live(finding))
        found = (f"{row['rule']} {row['rule_version']}".rstrip() for row in rows if row["rule"])
        return tuple(dict.fromkeys(found))


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


def _name(table: Compared, region: Region, row: Row) -> tuple[str, ...]:
    """Name the row of a table that a row of it, or a finding, is about, but for its basis."""
    return (table.name, *region, *(at(row, name) for name in table.same))


@dataclass(slots=True)
class Findings:
    """The findings of one side: those about some regions (each with an edition), and all that a person corrected.

    Only where they stand is held; see ``about``.
    """

    file: Callable[[], BinaryIO] | None
    regions: Collection[Region]
    _lines: Lines = field(init=False)
    _places: dict[Region, array[int]] = field(init=False, default_factory=dict)
    _corrected: array[int] = field(init=False, default_factory=lambda: array("Q"))

    def __post_init__(self) -> None:
        self._lines = Lines(self.file)
        if not {"region_code", "edition"} <= set(self._lines.header):
            return
        fields = self._lines.picking(("type", "scope_code", "region_code", "edition", "machine"))
        for start, end, line in self._lines.placed():
            kind, scope, code, edition, machine = fields(line)
            region = ((scope if kind == "tally" else "") or code, edition)
            if region in self.regions:
                self._places.setdefault(region, array("Q")).extend((start, end))
            if machine:
                self._corrected.extend((start, end))

    def count(self, region: Region) -> int:
        """Return how many findings there are about a region."""
        return len(self._places.get(region, ())) // 2

    def about(self, regions: Collection[Region]) -> Spoken:
        """Return the findings about some of the regions, and all those that a person corrected."""
        spoken = Spoken()
        fields = self._lines.picking(_READ)
        groups = (self._corrected, *(self._places.get(region, ()) for region in regions))
        places = {pair for group in groups for pair in zip(group[::2], group[1::2], strict=True)}
        for line in self._lines.read(sorted(places)):
            row = dict(zip(_READ, fields(line), strict=True))
            for name in _TEXTS:
                row[name] = restore(row[name])
            spoken.add(row)
        return spoken
