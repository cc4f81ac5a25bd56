"""From drafts to findings: facts of one document are joined, then given identity, evidence and value hashes.

Identity is what a fact is about (publication, type, region, edition, basis, level or scope, indicator, dimension
or label), never where it stands or what its value is: it survives new rules, readers and versions of the page.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from pipeline.extract.draft import Draft
from pipeline.model import Block, Candidate, Document, Evidence, Finding, Place, Span
from pipeline.text import fold

if TYPE_CHECKING:
    from decimal import Decimal

AUTO_THRESHOLD = 0.85
"""Confidence from which a finding is accepted without a person, set on the annotated development documents."""

_AROUND = 60  # characters on both sides of a quote that belong to its evidence hash


def join(drafts: Sequence[Draft]) -> tuple[tuple[Draft, tuple[Span, ...]], ...]:
    """Join drafts that state the same fact; each comes with all the places that state it, the surest first.

    A category without a score is joined to the region's score of the same edition where there is exactly one
    that fits; two different values stay two facts.
    """
    groups: dict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        groups[_fact(draft)].append(draft)
    merged = _without_rounded([_merge(group) for group in groups.values()])
    return tuple(_attach_categories(_absorb_partial(merged)))


def _fact(draft: Draft) -> tuple[object, ...]:
    return (
        draft.type, draft.subject.code, draft.subject.code is None and draft.subject.candidates, draft.edition,
        draft.basis, draft.dimension, draft.indicator, draft.indicator is None and fold(draft.label or ""),
        draft.scope_code, draft.level, draft.score, draft.n,
        draft.category if draft.type in {"category", "tally"} or draft.score is None else None,
    )  # fmt: skip


def _merge(group: list[Draft]) -> tuple[Draft, tuple[Span, ...]]:
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
    """Join a dimension's bare level or rank to its score, and a region's bare rank to its score."""
    scored = {_about(d): i for i, (d, _) in enumerate(merged) if d.score is not None}
    gone: set[int] = set()
    for index, (draft, spans) in enumerate(merged):
        if draft.score is not None or draft.type not in {"dimension_score", "score"}:
            continue
        home = scored.get(_about(draft))
        if home is None:
            continue
        target, places = merged[home]
        if draft.category and target.category and draft.category != target.category:
            continue
        merged[home] = (
            replace(target, category=target.category or draft.category, rank=target.rank or draft.rank),
            places + spans,
        )
        gone.add(index)
    return [pair for index, pair in enumerate(merged) if index not in gone]


def _about(draft: Draft) -> tuple[object, ...]:
    return draft.type, draft.subject.code, draft.edition, draft.dimension, draft.previous


def _attach_categories(merged: list[tuple[Draft, tuple[Span, ...]]]) -> list[tuple[Draft, tuple[Span, ...]]]:
    """Put a region's stated category into its score of the same edition; the first score in the text takes it."""
    scores: dict[tuple[str | None, str | None], int] = {}
    for index, (draft, _) in enumerate(merged):
        if draft.type == "score" and draft.subject.code and draft.basis != "agregat_kabkota":
            scores.setdefault((draft.subject.code, draft.edition), index)
    gone: set[int] = set()
    for index, (draft, spans) in enumerate(merged):
        home = scores.get((draft.subject.code, draft.edition)) if draft.type == "category" else None
        if home is None:
            continue
        target, places = merged[home]
        if target.category not in {None, draft.category}:
            continue
        merged[home] = (replace(target, category=draft.category), places + spans)
        gone.add(index)
    return [pair for index, pair in enumerate(merged) if index not in gone]


def finish(
    joined: Sequence[tuple[Draft, tuple[Span, ...]]], document: Document, family: str
) -> tuple[Finding, ...]:
    """Make findings of joined drafts, in order of their first evidence."""
    findings = [_finding(draft, spans, document, family) for draft, spans in joined]
    return tuple(sorted(findings, key=lambda f: (f.span.start, f.span.end, f.type, f.id, f.value_hash)))


def _finding(draft: Draft, spans: tuple[Span, ...], document: Document, family: str) -> Finding:
    code = draft.subject.code
    confidence = round(draft.confidence if code else min(draft.confidence, 0.4), 3)
    return Finding(
        id=_identity(draft, family),
        document=document.sha256,
        type=draft.type,
        region_code=code,
        edition=draft.edition,
        evidence=tuple(_evidence(document, span) for span in spans),
        rule=draft.rule.id,
        rule_version=draft.rule.version,
        confidence=confidence,
        decision=_decision(draft, confidence),
        evidence_hash=_hash(*(fold(_window(document.text, span)) for span in spans[:1])),
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


def _decision(draft: Draft, confidence: float) -> Literal["auto", "review"]:
    """Accept without a person what is sure, has a region and an edition, and is not merely a candidate."""
    complete = draft.subject.code is not None and (draft.edition is not None or draft.type == "mitigation")
    return "auto" if complete and confidence >= AUTO_THRESHOLD else "review"


def _evidence(document: Document, span: Span) -> Evidence:
    return Evidence(raw=span.of(document.text), span=span, place=place_of(document, span))


def place_of(document: Document, span: Span) -> Place:
    """Return the place of the block or table cell that holds ``span``."""
    block = _block_of(document.blocks, span)
    if block is None:
        return Place()
    for cell in block.cells:
        if cell.span.covers(span) and cell.place != Place():
            return cell.place
    return block.place


def _block_of(blocks: Sequence[Block], span: Span) -> Block | None:
    return next((block for block in blocks if block.span.start <= span.start < max(block.span.end, 1)), None)


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


def _window(text: str, span: Span) -> str:
    return text[max(0, span.start - _AROUND) : span.end + _AROUND]


def _hash(*parts: str | None) -> str:
    return hashlib.sha256("\x1f".join(part or "" for part in parts).encode()).hexdigest()[:32]
