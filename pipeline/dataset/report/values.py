"""The report's values, table by table, and what stands behind each of them.

A value is told in its table whatever the degree of detail; what stands behind it, by the value's name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from pipeline.dataset.report.detail import Detail, valued
from pipeline.dataset.report.evidence import Plain, Register, behind, counted
from pipeline.dataset.types import Cell, Dataset, Record
from pipeline.model import Status

SCORE: Final = (
    *("region", "edition", "mean", "score", "category", "stated", "derived", "ranks"),
    *("sources", "witnesses", "held", "disputed"),
)
DIMENSION: Final = (
    *("region", "edition", "mean", "dimension", "score", "category", "ranks"),
    *("sources", "witnesses", "held", "disputed"),
)
FACT: Final = ("counts", "sources", "witnesses", "held", "disputed")
INDICATOR_LETTERS: Final[Mapping[Status | None, str]] = {
    "reported": "r",
    "potential": "p",
    "historical": "s",
    "denied": "d",
    None: "h",
}
"""What is said of an indicator in a region, a letter each; h: what is said waits for a person."""


class Places:
    """Numbers the regions and editions that values belong to."""

    def __init__(self, regions: Iterable[str], editions: Iterable[str]) -> None:
        """Take the codes and ids in the order in which the report lists them."""
        self.regions = {code: place for place, code in enumerate(regions)}
        self.editions = {name: place for place, name in enumerate(editions)}

    def holds(self, record: Record) -> bool:
        """Tell whether the report lists the record's region and edition."""
        return record.key.region_code in self.regions and record.key.edition in self.editions

    def of(self, record: Record) -> tuple[int, int]:
        """Return the numbers of the record's region and edition."""
        return self.regions[record.key.region_code], self.editions[record.key.edition]


def scores(dataset: Dataset, places: Places) -> list[Plain]:
    """Return a row of ``SCORE`` for each record of scores."""
    return [_score(record, places) for record in dataset.scores if places.holds(record)]


def _score(record: Record, places: Places) -> Plain:
    return [
        *places.of(record),
        record.key.basis == "agregat_kabkota",
        _value(record, "score"),
        _value(record, "category"),
        _value(record, "category_stated"),
        _value(record, "category_derived"),
        _qualified(record, "rank"),
        *counted(record),
        _disputed(record),
    ]


def dimension_scores(dataset: Dataset, places: Places, dimensions: Mapping[str, int]) -> list[Plain]:
    """Return a row of ``DIMENSION`` for each record of dimension scores; ``dimensions`` numbers their keys."""
    numbered = ((record, dimensions.get(record.key.dimension or "")) for record in dataset.dimension_scores)
    return [
        _dimension(record, places, number)
        for record, number in numbered
        if number is not None and places.holds(record)
    ]


def _dimension(record: Record, places: Places, dimension: int) -> Plain:
    return [
        *places.of(record),
        record.key.basis == "agregat_kabkota",
        dimension,
        _value(record, "score"),
        _value(record, "category"),
        _qualified(record, "rank"),
        *counted(record),
        _disputed(record),
    ]


def indicators(dataset: Dataset, places: Places) -> list[Plain]:
    """Return the indicators that are named in each region and edition: ``[region, edition, "r12p54"]``."""
    found: dict[tuple[int, int], list[str]] = {}
    for record in dataset.indicators:
        if places.holds(record):
            found.setdefault(places.of(record), []).append(f"{_letter(record)}{record.key.indicator}")
    return [[*place, "".join(parts)] for place, parts in sorted(found.items())]


def _letter(record: Record) -> str:
    stated = record.value("indicator_status")
    return next((letter for status, letter in INDICATOR_LETTERS.items() if status == stated), "h")


def facts(dataset: Dataset, places: Places) -> dict[str, Plain]:
    """Return a row of ``FACT`` for each indicator of each region and edition, by the value's name."""
    return {
        name_of(record, places): [_qualified(record, "count"), *counted(record), _disputed(record)]
        for record in dataset.indicators
        if places.holds(record)
    }


def all_behind(dataset: Dataset, places: Places, detail: Detail, register: Register) -> dict[str, Plain]:
    """Return the rows of evidence of every value that the degree of detail quotes, by the value's name."""
    if not detail.quote:
        return {}
    kept = fullest(dataset, detail.quoted)
    records = [record for record in dataset.scores if record.key.edition in kept]
    records += dataset.dimension_scores if detail.dimensions else ()
    records += dataset.indicators if detail.indicators else ()
    return {
        name_of(record, places): behind(record, detail, register) for record in records if places.holds(record)
    }


def fullest(dataset: Dataset, most: int | None) -> frozenset[str]:
    """Return the editions with the most values, ``most`` of them, or all for None."""
    counts = Counter(
        record.key.edition for record in (*dataset.scores, *dataset.dimension_scores, *dataset.indicators)
    )
    return frozenset(sorted(counts, key=lambda name: (-counts[name], name))[:most])


def name_of(record: Record, places: Places) -> str:
    """Return the name of a value in the report: letter of its table, region, edition and what tells it apart."""
    region, edition = places.of(record)
    mean = "m" if record.key.basis == "agregat_kabkota" else ""
    if record.table == "indicators":
        return f"i{region}.{edition}.{record.key.indicator}"
    if record.table == "dimension_scores":
        return f"d{region}.{edition}.{record.key.dimension}{mean and '.m'}"
    return f"s{region}.{edition}{mean and '.m'}"


def _value(record: Record, field: str) -> str | None:
    value = record.value(field)
    return None if value is None else valued(value)


def _qualified(record: Record, field: str) -> list[Plain]:
    """Return the values of a field, each with what narrows it: among whom a rank counts, what a count counts."""
    cells = [cell for cell in record.cells if cell.field == field and cell.value is not None]
    told = {cell.value for cell in cells if cell.qualifier}
    return [_with_qualifier(cell) for cell in cells if cell.qualifier or cell.value not in told]


def _with_qualifier(cell: Cell) -> list[Plain]:
    return [valued(cell.value), valued(cell.qualifier) if cell.qualifier else None]


def _disputed(record: Record) -> int:
    return len({cell.conflict for cell in record.cells if cell.conflict})
