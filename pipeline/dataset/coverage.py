"""What is known of each region, and why nothing is where nothing is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import cast

from pipeline.dataset.regions import existed
from pipeline.dataset.types import (
    Coverage,
    CoverageStatus,
    DocumentRecord,
    Listed,
    Record,
    RecordTable,
)
from pipeline.model import Category
from pipeline.reference.types import Reference

EDITION = "ikp_2024"
"""The edition that coverage is measured for: the one that gave every region a score."""


def coverage(
    documents: Iterable[DocumentRecord],
    findings: Iterable[Listed],
    tables: Mapping[RecordTable, Sequence[Record]],
    reference: Reference,
) -> tuple[Coverage, ...]:
    """Return one entry for each region of the reference but the country, sorted by code.

    ``value``: a score or category of the edition is published. ``in review``: none is, but findings wait for
    review. ``not published``: documents speak of the region, and none of them states a score or category of the
    edition. ``not fetched``: no document of the corpus speaks of the region.
    """
    spoken = _files_by_region(documents, findings)
    refused = _refused_regions(findings)
    counts = _finding_counts(findings)
    rows: dict[str, list[Record]] = {}
    for record in (record for records in tables.values() for record in records if record.table != "tallies"):
        rows.setdefault(record.key.region_code, []).append(record)
    codes = sorted(code for code, region in reference.regions.items() if region.level != "country")
    entries = (
        _coverage(code, rows.get(code, []), spoken.get(code, set()), counts.get(code, (0, 0)), reference)
        for code in codes
    )
    return tuple(
        replace(entry, status="in review")
        if entry.status == "not published" and entry.region_code in refused
        else entry
        for entry in entries
    )


def _refused_regions(findings: Iterable[Listed]) -> set[str]:
    """Return the regions with a score or category of the edition that cannot be true: a person must look."""
    stated = (entry.source.finding for entry in findings if entry.standing == "refused")
    return {
        finding.region_code
        for finding in stated
        if finding.region_code and finding.edition == EDITION and finding.type in {"score", "category"}
    }


def _files_by_region(documents: Iterable[DocumentRecord], findings: Iterable[Listed]) -> dict[str, set[str]]:
    files: dict[str, set[str]] = {}
    for document in documents:
        if document.region_code and document.status == "read":
            files.setdefault(document.region_code, set()).add(document.file)
    for entry in findings:
        code, document = entry.source.finding.region_code, entry.source.document
        if code and document.status == "read":
            files.setdefault(code, set()).add(document.file)
    return files


def _finding_counts(findings: Iterable[Listed]) -> dict[str, tuple[int, int]]:
    counts: dict[str, tuple[int, int]] = {}
    for entry in findings:
        code = entry.source.finding.region_code
        if code and entry.source.document.status == "read":
            total, held = counts.get(code, (0, 0))
            counts[code] = (total + 1, held + entry.waits)
    return counts


def _coverage(
    code: str, records: Sequence[Record], files: set[str], counts: tuple[int, int], reference: Reference
) -> Coverage:
    mine = [record for record in records if record.key.edition == EDITION]
    scores = [record for record in mine if record.table == "scores" and record.key.basis != "agregat_kabkota"]
    score, category = (next((record.value(field) for record in scores), None) for field in ("score", "category"))
    return Coverage(
        region_code=code,
        status=_status(scores, score is not None or category is not None, bool(files)),
        in_edition=existed(reference.regions[code], reference.editions[EDITION]),
        documents=len(files),
        findings=counts[0],
        held=counts[1],
        score=score if isinstance(score, Decimal) else None,
        category=cast("Category | None", category),
        dimensions=_published(mine, "dimension_scores"),
        indicators=_published(mine, "indicators"),
        editions=tuple(sorted({record.key.edition for record in records if record.status == "value"})),
    )


def _published(records: Iterable[Record], table: RecordTable) -> int:
    return sum(record.table == table and record.status == "value" for record in records)


def _status(
    scores: Sequence[Record],
    has_value: bool,  # noqa: FBT001 -- private, both named at the one call
    has_documents: bool,  # noqa: FBT001
) -> CoverageStatus:
    if has_value:
        return "value"
    if any(cell.field in {"score", "category_stated"} for record in scores for cell in record.cells):
        return "in review"
    return "not published" if has_documents else "not fetched"
