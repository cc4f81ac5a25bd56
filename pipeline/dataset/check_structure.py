"""Checks of structure: keys that exist and stand once, values with words behind them, every region covered.

No document can break them, for ``admit`` keeps out what cannot be: they say that consolidation itself went wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.dataset.checking import Flaw
from pipeline.dataset.coverage import EDITION
from pipeline.dataset.types import Dataset, Key, Source


def unknown_regions(dataset: Dataset) -> Iterator[Flaw]:
    """Yield rows about a region that the reference does not know."""
    for row in dataset.records:
        if row.key.region_code not in dataset.reference.regions:
            yield Flaw(row=row, text=f"region {row.key.region_code} is not in the reference")


def unknown_editions(dataset: Dataset) -> Iterator[Flaw]:
    """Yield rows about an edition that the reference does not know."""
    for row in dataset.records:
        if row.key.edition not in dataset.reference.editions:
            yield Flaw(row=row, text=f"edition {row.key.edition} is not in the reference")


def unknown_indicators(dataset: Dataset) -> Iterator[Flaw]:
    """Yield indicators outside the catalog of 61."""
    for row in dataset.indicators:
        if row.key.indicator not in dataset.reference.indicators:
            yield Flaw(row=row, text=f"indicator {row.key.indicator} is not in the catalog")


def unknown_dimensions(dataset: Dataset) -> Iterator[Flaw]:
    """Yield rows of a dimension, subdimension or stage that the reference does not know."""
    for row in dataset.dimension_scores:
        if row.key.dimension not in dataset.reference.dimensions:
            yield Flaw(row=row, text=f"dimension {row.key.dimension} is not in the reference")


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
    return (source.finding.decision == "auto" or source.confirmed) and bool(source.finding.raw)


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
