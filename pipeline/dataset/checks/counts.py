"""Checks of what is counted: tallies against official ones, and against our own count."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dataset.checks.check import Flaw
from pipeline.dataset.reconcile import reconciled
from pipeline.dataset.types import Dataset, Key, Record


def tallies_against_official(dataset: Dataset) -> Iterator[Flaw]:
    """Yield national tallies that are another number than the one known from several sources."""
    official: dict[tuple[object, ...], int] = {
        (tally.edition, tally.level, tally.dimension, tally.category): tally.n
        for tally in dataset.reference.tallies
    }
    for row in dataset.tallies:
        key = row.key
        known = official.get((key.edition, key.level, key.dimension, key.category))
        stated = row.value("n")
        if key.region_code == "ID" and isinstance(stated, int) and known is not None and stated != known:
            yield Flaw(row=row, cell=row.cell("n"), text=f"stated {stated}, officially {known}")


def residuals(dataset: Dataset) -> Iterator[Flaw]:
    """Yield tallies that our own count cannot come out at any more."""
    rows: dict[Key, Record] = {row.key: row for row in dataset.tallies}
    for one in reconciled(dataset):
        if one.residual and one.outcome != "more in review than left":  # which review may mend
            row = rows.get(one.key, Record(table="tallies", key=one.key, cells=()))
            which = f" ({', '.join(one.regions)})" if one.regions else ""
            text = (
                f"{one.expected} expected, {one.published} published, {one.held} in review, "
                f"{one.unknown} unknown: {one.residual:+d} unexplained, {one.outcome}{which}"
            )
            yield Flaw(row=row, cell=row.cell("n"), text=text)
