"""Issues without a catalog number, gathered by their folded wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pipeline.dataset.documents import source_order
from pipeline.dataset.types import Source, Unmatched
from pipeline.model import Candidate
from pipeline.text import Folded, fold

MOST_CANDIDATES = 3


def unmatched_issues(sources: Iterable[Source]) -> tuple[Unmatched, ...]:
    """Return one entry a folded label (of the evidence where a finding has none), the most frequent first."""
    groups: dict[Folded, list[Source]] = {}
    for source in sorted(sources, key=source_order):
        groups.setdefault(fold(_wording(source)), []).append(source)
    issues = [_issue(group) for group in groups.values()]
    return tuple(sorted(issues, key=lambda issue: (-len(issue.sources), fold(issue.label), issue.label)))


def _wording(source: Source) -> str:
    return source.finding.label or source.finding.raw


def _issue(sources: list[Source]) -> Unmatched:
    spellings = Counter(_wording(source) for source in sources)
    label = min(spellings, key=lambda wording: (-spellings[wording], wording))
    return Unmatched(label=label, sources=tuple(sources), candidates=_candidates(sources))


def _candidates(sources: Iterable[Source]) -> tuple[Candidate, ...]:
    best: dict[str, float] = {}
    for source in sources:
        for candidate in source.finding.candidates:
            best[candidate.value] = max(best.get(candidate.value, 0.0), candidate.score)
    ordered = sorted(best, key=lambda value: (-best[value], value))
    return tuple(Candidate(value=value, score=best[value]) for value in ordered[:MOST_CANDIDATES])
