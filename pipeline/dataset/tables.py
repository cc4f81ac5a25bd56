"""All published tables, in the order in which the codebook and the descriptor list them."""

from __future__ import annotations

from typing import Final

from pipeline.dataset.audit_tables import FAULTS, OFFICIAL_SCORES
from pipeline.dataset.columns import AnyTable
from pipeline.dataset.count_tables import COVERAGE, RECONCILIATION, TALLIES
from pipeline.dataset.document_table import DOCUMENTS
from pipeline.dataset.finding_table import FINDINGS
from pipeline.dataset.reference_tables import CATALOG, EDITIONS, REGIONS
from pipeline.dataset.region_tables import DIMENSION_SCORES, INDICATOR_MATRIX, INDICATORS, SCORES
from pipeline.dataset.register_tables import CONFLICTS, UNMATCHED

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
