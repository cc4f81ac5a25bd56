"""All published tables, in the order in which the codebook and the descriptor list them."""

from __future__ import annotations

from typing import Final

from pipeline.dataset.tables.audit import FAULTS, OFFICIAL_SCORES
from pipeline.dataset.tables.columns import AnyTable
from pipeline.dataset.tables.counts import COVERAGE, RECONCILIATION, TALLIES
from pipeline.dataset.tables.documents import DOCUMENTS
from pipeline.dataset.tables.findings import FINDINGS
from pipeline.dataset.tables.references import CATALOG, EDITIONS, REGIONS
from pipeline.dataset.tables.regions import DIMENSION_SCORES, INDICATOR_MATRIX, INDICATORS, SCORES
from pipeline.dataset.tables.registers import CONFLICTS, UNMATCHED

TABLES: Final[tuple[AnyTable, ...]] = (
    SCORES,
    DIMENSION_SCORES,
    INDICATORS,
    INDICATOR_MATRIX,
    TALLIES,
    COVERAGE,
    FINDINGS,
    DOCUMENTS,
    CONFLICTS,
    UNMATCHED,
    RECONCILIATION,
    OFFICIAL_SCORES,
    FAULTS,
    REGIONS,
    EDITIONS,
    CATALOG,
)
