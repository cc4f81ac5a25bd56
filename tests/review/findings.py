"""Findings and lines of the log made up for tests."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from pipeline.decision import Decision, Verb
from pipeline.model import Evidence, Finding, Span


def score(finding_id: str = "f", value: str | None = "77.70", **fields: Any) -> Finding:
    """Return a score held for review."""
    words = fields.pop("words", "skor 77,70")
    made = Finding(
        id=finding_id,
        document="d",
        type="score",
        region_code="36.01",
        edition="ikp_2024",
        evidence=(Evidence(raw=words, span=Span(start=0, end=len(words))),),
        rule="score.cued",
        rule_version=1,
        confidence=0.8,
        decision="review",
        evidence_hash="e",
        value_hash=f"v{value}",
        score=Decimal(value) if value else None,
    )
    return replace(made, **fields)


def drafted(
    finding_id: str, verb: Verb = "accept", field: str = "score", after: str | None = "77.70", **fields: Any
) -> Decision:
    """Return a line as it is before the log gives it id, actor, time and batch."""
    made = Decision(
        id="",
        finding_id=finding_id,
        field=field,
        verb=verb,
        before="77.70",
        after=after,
        evidence_hash="e",
        actor="",
        at="",
        batch="",
        of=0,
        family="banten.txt",
        file="banten.txt",
        seen=score(finding_id),
    )
    return replace(made, **fields)


def line(line_id: str, finding_id: str = "f", verb: Verb = "accept", **fields: Any) -> Decision:
    """Return a line of the log, a batch of its own."""
    made = drafted(finding_id, verb, **fields)
    return replace(made, id=line_id, batch=line_id, of=1, actor=fields.get("actor", "Sari"), at="2026-11-29")
