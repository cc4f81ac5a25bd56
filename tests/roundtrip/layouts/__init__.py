"""Ways in which real documents state facts, each a writer of documents with known findings."""

from __future__ import annotations

from roundtrip.layouts import (
    dimensions_ranks,
    indicators,
    levels,
    polling_stations,
    score_lists,
    score_prose,
    score_tables,
    tallies,
)
from roundtrip.layouts.writing import Layout, Written

__all__ = ["LAYOUTS", "Layout", "Written"]

LAYOUTS: tuple[Layout, ...] = (
    *score_lists.LAYOUTS,
    *score_prose.LAYOUTS,
    *score_tables.LAYOUTS,
    *levels.LAYOUTS,
    *dimensions_ranks.LAYOUTS,
    *indicators.LAYOUTS,
    *tallies.LAYOUTS,
    *polling_stations.LAYOUTS,
)
