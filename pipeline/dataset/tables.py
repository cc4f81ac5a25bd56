"""All published tables, in the order in which the codebook and the descriptor list them."""

from __future__ import annotations

from pipeline.dataset.columns import AnyTable
from pipeline.dataset.count_tables import COVERAGE, TALLIES
from pipeline.dataset.document_table import DOCUMENTS
from pipeline.dataset.region_tables import DIMENSION_SCORES, INDICATOR_MATRIX, INDICATORS, SCORES
from pipeline.dataset.register_tables import CONFLICTS, FINDINGS, UNMATCHED

TABLES: tuple[AnyTable, ...] = (
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
)
