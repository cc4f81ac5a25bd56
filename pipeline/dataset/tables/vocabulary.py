"""The words that columns may hold, taken from the types of their values, and rules that many columns share."""

from __future__ import annotations

from typing import Final, get_args

from pipeline.dataset.tables.columns import Rules
from pipeline.dataset.types import (
    CellStatus,
    CoverageStatus,
    DocumentStatus,
    RecordTable,
    Severity,
    Standing,
)
from pipeline.model import CATEGORIES, Basis, DocumentKind, FindingType, Match, Status, TallyLevel
from pipeline.reference.types import RegionLevel

REGION_LEVELS: Final[tuple[str, ...]] = get_args(RegionLevel)
BASES: Final[tuple[str, ...]] = get_args(Basis)
TALLY_LEVELS: Final[tuple[str, ...]] = get_args(TallyLevel)
FINDING_TYPES: Final[tuple[str, ...]] = get_args(FindingType)
STANDINGS: Final[tuple[str, ...]] = get_args(Standing)
ROW_STATUSES: Final[tuple[str, ...]] = get_args(CellStatus)
COVERAGE_STATUSES: Final[tuple[str, ...]] = get_args(CoverageStatus)
DOCUMENT_STATUSES: Final[tuple[str, ...]] = get_args(DocumentStatus)
DOCUMENT_KINDS: Final[tuple[str, ...]] = get_args(DocumentKind)
SEVERITIES: Final[tuple[str, ...]] = get_args(Severity)
RECORD_TABLES: Final[tuple[str, ...]] = get_args(RecordTable)
MATCHES: Final[tuple[str, ...]] = get_args(Match.__annotations__["kind"])
RANK_SCOPES: Final = ("nasional", "provinsi", "kelompok")

REGION_CODE: Final = Rules(required=True, pattern=r"ID|\d\d(\.\d\d)?")
MAYBE_REGION: Final = Rules(pattern=r"ID|\d\d(\.\d\d)?")
CATEGORY: Final = Rules(one_of=CATEGORIES)
A_CATEGORY: Final = Rules(required=True, one_of=CATEGORIES)
INDICATOR: Final = Rules(required=True, least=1, most=61)
STATUS: Final = Rules(one_of=get_args(Status))
HASH: Final = Rules(required=True, pattern=r"[0-9a-f]{64}")
