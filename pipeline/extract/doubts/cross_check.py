"""Drafts beside the official figures: what agrees with them is surer, what contradicts them is for a person.

A value is never changed here: what a document states is kept, even where it is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from pipeline.reference.calibration import KNOWN_DOUBT
from pipeline.reference.cuts import Cuts, cuts_for, decimals, derive
from pipeline.reference.official import Place, is_same_score, place_of

if TYPE_CHECKING:
    from pipeline.extract.draft import Draft
    from pipeline.model import Category, Span
    from pipeline.reference import Reference

Joined = tuple["Draft", tuple["Span", ...]]

_CONFIRMED = 0.99
"""Raw confidence in a figure that is the official one, to the decimals that the document gives."""
_SMALL = 20
"""A count below agrees with the official one by chance: it settles no doubt."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Official:
    """The official figures: scores and levels by edition, region, basis and dimension; tallies of the country."""

    scores: Mapping[Place, tuple[Decimal, ...]]
    ranks: Mapping[Place, frozenset[int]]
    levels: Mapping[Place, frozenset[Category]]
    tallies: Mapping[Place, int]


def cross_checked(joined: Sequence[Joined], reference: Reference) -> tuple[Joined, ...]:
    """Return joined drafts with the confidence that the reference tables leave them."""
    official = _official(reference)
    return tuple((_checked(draft, official, reference), spans) for draft, spans in joined)


def _checked(draft: Draft, official: _Official, reference: Reference) -> Draft:
    agrees = _tally_agrees(draft, official) if draft.type == "tally" else _score_agrees(draft, official)
    if not _level_agrees(draft, official, reference):
        agrees = False
    doubted = draft.confidence <= KNOWN_DOUBT
    if agrees is None or (agrees and doubted and draft.n is not None and draft.n < _SMALL):
        return draft
    if agrees and not _is_known_whole(draft, official, reference):
        return draft
    bound = max(draft.confidence, _CONFIRMED) if agrees else min(draft.confidence, KNOWN_DOUBT)
    return replace(draft, confidence=bound)


def _tally_agrees(draft: Draft, official: _Official) -> bool | None:
    """Tell whether a tally is the official one of the country, None where there is none."""
    n = official.tallies.get((draft.edition, draft.level, draft.dimension, draft.category))
    return None if n is None or draft.scope_code != "ID" else n == draft.n


def _score_agrees(draft: Draft, official: _Official) -> bool | None:
    """Tell whether a score is the official one; None where there is none, or it is whole and says too little."""
    known = official.scores.get(_key(draft))
    if known is None or draft.score is None or draft.type not in {"score", "dimension_score"}:
        return None
    if decimals(draft.score) == 0:
        return None
    return any(is_same_score(draft.score, score) for score in known)


def _is_known_whole(draft: Draft, official: _Official, reference: Reference) -> bool:
    """Tell whether the rank and level that a draft states beside its score were compared as well."""
    key = _key(draft)
    if draft.rank is not None and draft.rank not in official.ranks.get(key, frozenset()):
        return False
    if draft.category is None or draft.type == "tally":
        return True
    return draft.type == "score" and (key in official.levels or _cuts(draft, reference) is not None)


def _level_agrees(draft: Draft, official: _Official, reference: Reference) -> bool:
    """Tell whether nothing speaks against a level: neither the official one, nor the edition's cuts."""
    if draft.category is None or draft.type not in {"score", "category"} or draft.basis == "agregat_kabkota":
        return True
    if draft.category not in official.levels.get(_key(draft), {draft.category}):
        return False
    cuts = _cuts(draft, reference)
    if cuts is None or draft.score is None:
        return True
    return derive(draft.score, cuts) in {draft.category, None}


def _cuts(draft: Draft, reference: Reference) -> Cuts | None:
    """Return the cuts of a draft's edition and level of region, None where they are not known."""
    region = reference.regions.get(draft.subject.code or "")
    edition = reference.editions.get(draft.edition or "")
    return cuts_for(edition, region) if edition and region else None


def _key(draft: Draft) -> Place:
    """Return what a figure is of; levels alone are the region's own."""
    return place_of(draft.edition, draft.subject.code, draft.basis, draft.dimension)


@cache
def _official(reference: Reference) -> _Official:
    scores: dict[Place, tuple[Decimal, ...]] = defaultdict(tuple)
    levels: dict[Place, frozenset[Category]] = defaultdict(frozenset)
    ranks: dict[Place, frozenset[int]] = defaultdict(frozenset)
    for row in reference.scores:
        key = place_of(row.edition, row.region_code, row.basis, row.dimension)
        if row.score is not None:
            scores[key] = (*scores[key], row.score)
        if row.category is not None:
            levels[key] |= {row.category}
        if row.rank is not None:
            ranks[key] |= {row.rank}
    tallies: dict[Place, int] = {
        (row.edition, row.level, row.dimension, row.category): row.n for row in reference.tallies
    }
    return _Official(scores=dict(scores), ranks=dict(ranks), levels=dict(levels), tallies=tallies)
