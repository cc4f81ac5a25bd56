"""From drafts to findings: facts of one document are joined, then given identity, evidence and value hashes.

Identity is what a fact is about (publication, type, region, edition, basis, level or scope, indicator, dimension
or label), never where it stands or what its value is: it survives new rules, readers and versions of the page.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.evidence import evidence_hash, place_of
from pipeline.extract.doubts.confidence import confidence_of, decision_of
from pipeline.extract.draft import Draft, doubted
from pipeline.model import Candidate, Document, Evidence, Finding, Span
from pipeline.reference.calibration import KNOWN_DOUBT, Calibration
from pipeline.text import fold

if TYPE_CHECKING:
    from decimal import Decimal

_UNCALIBRATED = Calibration()


def join(drafts: Sequence[Draft]) -> tuple[tuple[Draft, tuple[Span, ...]], ...]:
    """Join drafts that state the same fact; each comes with all the places that state it, the surest first.

    A category without a score is joined to the region's score of the same edition where there is exactly one
    that fits; two different values stay two facts.
    """
    groups: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[_fact(draft)].append(draft)
    merged = _without_rounded([_merge(group) for group in groups.values()])
    return tuple(_with_contradictions(_attach_categories(_absorb_partial(merged))))


def _fact(draft: Draft) -> tuple[object, ...]:
    return (
        draft.type, draft.subject.code, draft.subject.code is None and draft.subject.candidates, draft.edition,
        draft.basis, draft.dimension, draft.indicator,
        draft.indicator is None and (draft.issue or fold(draft.label or "")),
        draft.scope_code, draft.level, draft.score, draft.n,
        draft.category if draft.type in {"category", "tally"} or draft.score is None else None,
    )  # fmt: skip


def _merge(group: list[Draft]) -> tuple[Draft, tuple[Span, ...]]:
    if len(group) == 1:  # most facts are stated once
        return group[0], tuple(dict.fromkeys((group[0].span, *group[0].also)))
    ordered = sorted(group, key=lambda d: (-d.confidence, d.span.start, d.span.end))
    best = ordered[0]
    first = {
        name: next((value for d in ordered if (value := getattr(d, name)) is not None), None)
        for name in ("category", "rank", "rank_scope", "count", "unit", "stage")
    }
    spans = tuple(dict.fromkeys([*(d.span for d in ordered), *(span for d in ordered for span in d.also)]))
    return replace(best, **first, previous=all(d.previous for d in group)), spans  # type: ignore[arg-type]


def _without_rounded(merged: list[tuple[Draft, tuple[Span, ...]]]) -> list[tuple[Draft, tuple[Span, ...]]]:
    """Drop a whole number that only rounds off the same region's exact score ("77,04 ... nilainya 77")."""
    exact = {
        (_about(draft), int(draft.score)) for draft, _ in merged if draft.score is not None and draft.score % 1
    }
    return [
        (draft, spans)
        for draft, spans in merged
        if draft.score is None or draft.score % 1 or (_about(draft), int(draft.score)) not in exact
    ]


def _absorb_partial(merged: list[tuple[Draft, tuple[Span, ...]]]) -> list[tuple[Draft, tuple[Span, ...]]]:
    """Join a dimension's bare level or rank to its score, its rank to its level, and a region's too."""
    scored = {_about(d): i for i, (d, _) in enumerate(merged) if d.score is not None}
    leveled = {_about(d): i for i, (d, _) in enumerate(merged) if d.type == "dimension_score" and d.category}
    gone: set[int] = set()
    for index, (draft, spans) in enumerate(merged):
        if draft.score is not None or draft.type not in {"dimension_score", "score"}:
            continue
        home = scored.get(_about(draft))
        if home is None and draft.category is None:
            home = leveled.get(_about(draft))
        if home is None:
            continue
        target, places = merged[home]
        if draft.category and target.category and draft.category != target.category:
            continue
        doubted = _is_less_sure(draft, target)
        if doubted and draft.type == "score":
            continue
        whole = replace(target, category=target.category or draft.category, rank=target.rank or draft.rank)
        if doubted and whole != target:
            whole = replace(whole, confidence=draft.confidence)  # a dimension's is one fact, in doubt as a whole
        merged[home] = (whole, places + spans)
        gone.add(index)
    return [pair for index, pair in enumerate(merged) if index not in gone]


def _is_less_sure(draft: Draft, target: Draft) -> bool:
    """Tell whether a doubt about one value would be lost by joining it to a sure one."""
    return draft.confidence <= KNOWN_DOUBT < target.confidence


def _about(draft: Draft) -> tuple[object, ...]:
    return draft.type, draft.subject.code, draft.edition, draft.dimension, draft.previous


def _attach_categories(merged: list[tuple[Draft, tuple[Span, ...]]]) -> list[tuple[Draft, tuple[Span, ...]]]:
    """Put a region's stated category into its score of the same edition; the first score in the text takes it."""
    scores: dict[tuple[str | None, str | None], int] = {}
    for index, (draft, _) in enumerate(merged):
        bears = draft.score is not None or draft.confidence > KNOWN_DOUBT  # a doubtful rank alone takes nothing
        if draft.type == "score" and bears and draft.subject.code and draft.basis != "agregat_kabkota":
            scores.setdefault((draft.subject.code, draft.edition), index)
    gone: set[int] = set()
    for index, (draft, spans) in sorted(enumerate(merged), key=lambda one: _distance(one[1], merged, scores)):
        home = scores.get((draft.subject.code, draft.edition)) if draft.type == "category" else None
        if home is None:
            continue
        target, places = merged[home]
        again = target.category == draft.category  # what is told again adds no doubt
        if not again and (target.category is not None or _is_less_sure(draft, target)):
            continue
        merged[home] = (replace(target, category=draft.category), places + spans)
        gone.add(index)
    return [pair for index, pair in enumerate(merged) if index not in gone]


def _with_contradictions(
    merged: list[tuple[Draft, tuple[Span, ...]]],
) -> list[tuple[Draft, tuple[Span, ...]]]:
    """Lower the confidence in facts of one document that exclude each other: one is wrong, or read wrongly."""
    values: dict[tuple[object, ...], set[object]] = defaultdict(set)
    for draft, _ in merged:
        for key, value in _claims(draft):
            values[key].add(value)
    return [
        (doubted(draft), spans) if any(len(values[key]) > 1 for key, _ in _claims(draft)) else (draft, spans)
        for draft, spans in merged
    ]


def _claims(draft: Draft) -> Iterator[tuple[tuple[object, ...], object]]:
    """Yield what a draft says of which a region has one only: its score, its level, the number of a tally."""
    about = (draft.subject.code, draft.edition, draft.dimension)
    if draft.subject.code is None:
        return
    if draft.type == "tally":
        yield ("n", *about, draft.level, draft.category), draft.n
    if draft.score is not None:
        yield ("score", *about, draft.basis), draft.score
    if draft.category is not None and draft.type != "tally":
        yield ("category", *about, draft.basis == "agregat_kabkota"), draft.category


def _distance(
    pair: tuple[Draft, tuple[Span, ...]],
    merged: list[tuple[Draft, tuple[Span, ...]]],
    scores: dict[tuple[str | None, str | None], int],
) -> int:
    """Return how many characters lie between a category and the score of its region, 0 where there is none."""
    draft, spans = pair
    home = scores.get((draft.subject.code, draft.edition)) if draft.type == "category" else None
    if home is None:
        return 0
    ordered = sorted([(span.start, False) for span in spans] + [(span.start, True) for span in merged[home][1]])
    return min(high - low for (low, one), (high, other) in pairwise(ordered) if one != other)


def finish(
    joined: Sequence[tuple[Draft, tuple[Span, ...]]],
    document: Document,
    family: str,
    calibration: Calibration = _UNCALIBRATED,
) -> tuple[Finding, ...]:
    """Make findings of joined drafts, in order of their first evidence; uncalibrated, confidence is raw."""
    findings = [_finding(draft, spans, document, family, calibration) for draft, spans in joined]
    return tuple(sorted(findings, key=lambda f: (f.span.start, f.span.end, f.type, f.id, f.value_hash)))


def _finding(
    draft: Draft, spans: tuple[Span, ...], document: Document, family: str, calibration: Calibration
) -> Finding:
    confidence = confidence_of(draft, calibration)
    return Finding(
        id=_identity(draft, family),
        document=document.sha256,
        type=draft.type,
        region_code=draft.subject.code,
        edition=draft.edition,
        evidence=tuple(_evidence(document, span) for span in spans),
        rule=draft.rule.id,
        rule_version=draft.rule.version,
        confidence=confidence,
        decision=decision_of(draft, confidence, calibration),
        evidence_hash=evidence_hash(document.text, spans[0]),
        value_hash=_hash(*map(str, _value(draft))),
        score=draft.score,
        category=draft.category,
        rank=draft.rank,
        rank_scope=draft.rank_scope,
        basis=draft.basis,
        dimension=draft.dimension,
        indicator=draft.indicator,
        label=draft.label,
        count=draft.count,
        unit=draft.unit,
        status=draft.status,
        stage=draft.stage,
        scope_code=draft.scope_code,
        level=draft.level,
        n=draft.n,
        previous=draft.previous,
        match=draft.match,
        candidates=draft.candidates or _region_candidates(draft),
    )


def _region_candidates(draft: Draft) -> tuple[Candidate, ...]:
    codes = draft.subject.candidates
    if draft.subject.code is not None or not codes:
        return ()
    return tuple(Candidate(value=code, score=round(100 / len(codes), 1)) for code in codes)


def _evidence(document: Document, span: Span) -> Evidence:
    return Evidence(raw=span.of(document.text), span=span, place=place_of(document, span))


def _identity(draft: Draft, family: str) -> str:
    label = (
        fold(draft.label or "")
        if draft.type == "mitigation" or (draft.type == "indicator" and draft.indicator is None)
        else ""
    )
    subject = draft.subject.code or "?" + ",".join(draft.subject.candidates)
    return _hash(
        family, draft.type, subject, draft.edition or "", draft.basis or "",
        draft.level or "", draft.scope_code or "", draft.category if draft.type == "tally" else "",
        str(draft.indicator or ""), draft.dimension or "", label,
    )[:16]  # fmt: skip


def _value(draft: Draft) -> tuple[object, ...]:
    score: Decimal | None = draft.score.normalize() if draft.score is not None else None
    return score, draft.category, draft.rank, draft.n, draft.count, draft.status, draft.previous


def _hash(*parts: str | None) -> str:
    return hashlib.sha256("\x1f".join(part or "" for part in parts).encode()).hexdigest()[:32]
