"""Which findings may enter the tables: each is admitted, set aside with its standing, or refused with a reason."""

from __future__ import annotations

from decimal import Decimal

from pipeline.dataset.types import Source, Standing
from pipeline.model import Finding
from pipeline.reference.types import Reference

TOP_OF_SCALE = Decimal(100)
"""Taken where an edition's scale is not known: no mapping of Bawaslu went higher."""


def refusal(finding: Finding, reference: Reference) -> str | None:
    """Return why the finding cannot be true as it stands, or None.

    What it looks at: the region, scope, edition, dimension and indicator exist; the score lies on the edition's
    scale; ranks count from 1 and counts from 0. A refused finding stays in findings.csv and is never a value.
    """
    for code in (finding.region_code, finding.scope_code):
        if code is not None and code not in reference.regions:
            return f"unknown region {code}"
    if finding.edition is not None and finding.edition not in reference.editions:
        return f"unknown edition {finding.edition}"
    if finding.indicator is not None and finding.indicator not in reference.indicators:
        return f"unknown indicator {finding.indicator}"
    if finding.dimension is not None and finding.dimension not in reference.dimensions:
        return f"unknown dimension {finding.dimension}"
    return _impossible_number(finding, reference)


def _impossible_number(finding: Finding, reference: Reference) -> str | None:
    top = scale_of(finding.edition, reference)
    if finding.score is not None and not (finding.score.is_finite() and 0 <= finding.score <= top):
        return f"score {finding.score} is not on the scale of 0 to {top}"
    if finding.rank is not None and finding.rank < 1:
        return f"rank {finding.rank} is below 1"
    negative = next((n for n in (finding.count, finding.n) if n is not None and n < 0), None)
    return None if negative is None else f"count {negative} is negative"


def scale_of(edition: str | None, reference: Reference) -> Decimal:
    """Return the highest score that the edition allows."""
    known = reference.editions.get(edition or "")
    return known.scale_max if known and known.scale_max is not None else TOP_OF_SCALE


def set_aside(source: Source) -> Standing | None:
    """Return the standing of a finding that no table of values takes, or None where one does."""
    finding, status = source.finding, source.document.status
    if status in {"superseded", "duplicate"}:
        return "superseded" if status == "superseded" else "duplicate"
    if source.verdict is not None and source.verdict.rejected:
        return "rejected"
    if finding.type == "mitigation":
        return "listed"
    place = finding.scope_code if finding.type == "tally" else finding.region_code
    if finding.type == "indicator" and finding.indicator is None:
        return "unmatched"
    incomplete = finding.type == "tally" and (finding.level is None or finding.category is None)
    headless = finding.type == "dimension_score" and finding.dimension is None
    return "unplaced" if place is None or finding.edition is None or incomplete or headless else None
