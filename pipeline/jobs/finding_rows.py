"""Findings and metadata as flat rows: what ``ikp extract`` prints and ``ikp evaluate`` reads."""

from __future__ import annotations

from typing import Any

from pipeline.model import Candidate, Document, Evidence, Extraction, Finding, Match, Metadata, Notice
from pipeline.reference.types import Reference

Row = dict[str, Any]

# Fields that are printed as they are, in the order of the row.
_PLAIN = (
    "score", "category", "rank", "rank_scope", "dimension", "indicator", "label", "count", "unit",
    "scope_code", "level", "n", "basis", "stage", "previous", "confidence", "decision", "rule", "rule_version",
)  # fmt: skip


def finding_row(finding: Finding, *, name: str, part: str | None = None, reference: Reference) -> Row:
    """Return one finding as a row with every key; what the finding does not have is None.

    ``name`` is the file's name, without folders; ``part`` is the path of the document inside a mail or zip file.
    ``status`` is given for indicators alone.
    """
    return {
        "id": finding.id,
        "document": name,
        "part": part,
        "type": finding.type,
        "region_code": finding.region_code,
        "region_name": region_name(finding.region_code, reference),
        "edition": finding.edition,
        **{key: getattr(finding, key) for key in _PLAIN},
        "status": finding.status if finding.type == "indicator" else None,
        "match": _match_row(finding.match),
        "candidates": [_candidate_row(candidate) for candidate in finding.candidates],
        "evidence": _evidence_row(finding.evidence[0]),
        "more_evidence": [_evidence_row(evidence) for evidence in finding.evidence[1:]],
    }


def metadata_row(
    document: Document, extraction: Extraction, *, name: str, part: str | None = None, reference: Reference
) -> Row:
    """Return what is known of a document as one row: kind, issuer, region, days, reader, grade, notices."""
    metadata: Metadata = extraction.metadata
    return {
        "document": name,
        "part": part,
        "kind": metadata.kind,
        "issuer": metadata.issuer,
        "region_code": metadata.region_code,
        "region_name": region_name(metadata.region_code, reference),
        "published": metadata.published,
        "event_date": metadata.event_date,
        "reader": document.reader,
        "grade": document.grade,
        "notices": [_notice_row(notice) for notice in document.notices + extraction.notices],
    }


def region_name(code: str | None, reference: Reference) -> str | None:
    """Return a region's full name, None without a code or for a code that is not in the table."""
    region = reference.regions.get(code) if code is not None else None
    return region.name if region else None


def _evidence_row(evidence: Evidence) -> Row:
    return {
        "quote": evidence.raw,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "page": evidence.place.page,
        "bbox": evidence.place.bbox,
        "address": evidence.place.address,
    }


def _match_row(match: Match | None) -> Row | None:
    if match is None:
        return None
    return {"kind": match.kind, "score": match.score, "runner_up": match.runner_up, "matched": match.matched}


def _candidate_row(candidate: Candidate) -> Row:
    return {"value": candidate.value, "score": candidate.score}


def _notice_row(notice: Notice) -> Row:
    return {"level": notice.level, "code": notice.code, "message": notice.message}
