"""Checks of structure: keys that exist and stand once, values with words behind them, every region covered.

No document can break them, for ``admit`` keeps out what cannot be: they say that consolidation itself went wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from pipeline.dataset.checks.check import Flaw
from pipeline.dataset.coverage import EDITION
from pipeline.dataset.types import Dataset, Key, Record, Source


def unknown_regions(dataset: Dataset) -> Iterator[Flaw]:
    """Yield rows about a region that the reference does not know."""
    return _unknown("region_code", dataset.records, dataset.reference.regions)


def unknown_editions(dataset: Dataset) -> Iterator[Flaw]:
    """Yield rows about an edition that the reference does not know."""
    return _unknown("edition", dataset.records, dataset.reference.editions)


def unknown_indicators(dataset: Dataset) -> Iterator[Flaw]:
    """Yield indicators outside the catalog of 61."""
    return _unknown("indicator", dataset.indicators, dataset.reference.indicators)


def unknown_dimensions(dataset: Dataset) -> Iterator[Flaw]:
    """Yield rows of a dimension, subdimension or stage that the reference does not know."""
    return _unknown("dimension", dataset.dimension_scores, dataset.reference.dimensions)


def _unknown(part: str, rows: Iterable[Record], known: Container[object]) -> Iterator[Flaw]:
    """Yield rows of which a part of the key is not known."""
    for row in rows:
        value = getattr(row.key, part)
        if value not in known:
            yield Flaw(row=row, text=f"{part} {value} is not in the reference")


def twice(dataset: Dataset) -> Iterator[Flaw]:
    """Yield rows whose key stood in the table before: a reader would silently lose one."""
    seen: set[tuple[str, Key]] = set()
    for row in dataset.records:
        if (row.table, row.key) in seen:
            yield Flaw(row=row, text="stands in the table more than once")
        seen.add((row.table, row.key))


def without_source(dataset: Dataset) -> Iterator[Flaw]:
    """Yield values that no accepted finding of a listed document states: they could not be traced to words."""
    listed = {id(entry.source) for entry in dataset.findings}
    documents = {document.sha256 for document in dataset.documents}
    for row in dataset.records:
        for cell in row.cells:
            if cell.value is not None and not any(
                _counts(source) and id(source) in listed and source.document.sha256 in documents
                for source in cell.sources
            ):
                yield Flaw(row=row, text=f"{cell.field} {cell.value} has no accepted finding behind it", cell=cell)


def _counts(source: Source) -> bool:
    return source.finding.decision == "auto" or source.confirmed


def coverage_gaps(dataset: Dataset) -> Iterator[Flaw]:
    """Yield regions that are not covered once, or whose status is not what the scores say."""
    wanted = {code for code, region in dataset.reference.regions.items() if region.level != "country"}
    counts = Counter(entry.region_code for entry in dataset.coverage)
    for code in sorted(wanted | counts.keys()):
        if counts[code] != (code in wanted):
            yield Flaw(text=f"coverage: region {code} stands there {counts[code]} times")
    valued = {
        row.key.region_code
        for row in dataset.scores
        if row.key.edition == EDITION and row.key.basis != "agregat_kabkota"
        if row.value("score") is not None or row.value("category") is not None
    }
    for entry in dataset.coverage:
        if (entry.status == "value") != (entry.region_code in valued):
            yield Flaw(
                text=f"coverage: region {entry.region_code} is {entry.status}, and its scores say otherwise"
            )
