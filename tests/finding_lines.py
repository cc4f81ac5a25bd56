"""Findings written as short lines, for tests to compare and people to read."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import Finding


def lines_of(finding: Finding) -> Iterator[str]:
    """Write a finding in short.

    ``score 33.02 41.2``, ``category 33.02 sedang``, ``rank 33.02 3``; ``dimension 33.02 kontestasi 41.2`` (a level
    or ``#3`` likewise); ``indicator 33.02 54`` with ``x14`` for a count and the status where it is not reported;
    ``issue 33.02 label``; ``tally 33 regency_city tinggi 7``; ``mitigation label``. A value of an earlier edition
    begins with ``earlier``; a region that nothing decides is written ``?`` and its candidates.
    """
    where = finding.region_code or "?" + "|".join(candidate.value for candidate in finding.candidates)
    earlier = "earlier " if finding.previous else ""
    if finding.type == "tally":
        limit = f" in {finding.dimension}" if finding.dimension else ""
        yield f"{earlier}tally {finding.scope_code} {finding.level} {finding.category} {finding.n}{limit}"
    elif finding.type == "mitigation":
        yield f"mitigation {finding.label}"
    elif finding.type == "indicator":
        what = f"indicator {where} {finding.indicator}" if finding.indicator else f"issue {where} {finding.label}"
        count = f" x{finding.count}" if finding.count is not None else ""
        status = f" {finding.status}" if finding.status != "reported" else ""
        yield f"{earlier}{what}{count}{status}"
    elif finding.type == "dimension_score":
        yield from (f"{earlier}dimension {where} {finding.dimension} {value}" for value in _values(finding))
    else:
        names = (("score", finding.score), ("category", finding.category), ("rank", finding.rank))
        yield from (f"{earlier}{name} {where} {value}" for name, value in names if value is not None)


def _values(finding: Finding) -> tuple[object, ...]:
    rank = f"#{finding.rank}" if finding.rank else None
    return tuple(value for value in (finding.score, finding.category, rank) if value is not None)
