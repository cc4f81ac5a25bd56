"""From likeness to a verdict: one meaning is taken, or a person is asked, or none is near."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from pipeline.extract.catalog.likeness import Likeness
from pipeline.extract.catalog.wordings import Meaning, Wording
from pipeline.model import Candidate, Match

ACCEPT = 76.0
"""A fuzzy score from which a phrase is taken without a person."""
REVIEW = 60.0
"""A fuzzy score from which a phrase goes to a person with its candidates."""
MARGIN = 10.0
"""How far the best meaning must be ahead of the next."""
HELD = 0.72
"""The least share of a wording that a phrase must have to be taken."""
NEAR = 0.67
"""The least share of a wording that a phrase must have to be worth a person's look: "surat suara" is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorMatch:
    """What a phrase means.

    ``numbers`` are the indicators (usually one, two for composite items, in the order of the phrase); they are
    empty where none is accepted. ``issue`` is the fixed name of a known issue outside the catalog; beside
    ``numbers`` it is the other half of a composite item. ``candidates`` are the best catalog numbers, best first,
    at most 5, where the match is arguable or was not accepted. ``decision``: ``accept``; ``review`` where a person
    should look, with ``numbers`` if the wording is known but arguable and without if it is not near enough;
    ``none``.
    """

    numbers: tuple[int, ...]
    issue: str | None
    match: Match
    candidates: tuple[Candidate, ...]
    decision: Literal["accept", "review", "none"]


def known_match(wording: Wording, score: float, *, exact: bool) -> IndicatorMatch:
    """Return a match with a wording that stands in the tables."""
    meaning = wording.meaning
    return IndicatorMatch(
        numbers=meaning.numbers,
        issue=meaning.issue,
        match=Match(kind=wording.kind if exact else "fuzzy", score=score, matched=wording.text),
        candidates=_readings(meaning, score) if meaning.arguable else (),
        decision="review" if meaning.arguable else "accept",
    )


def _readings(meaning: Meaning, score: float) -> tuple[Candidate, ...]:
    return tuple(Candidate(value=str(number), score=score) for number in (*meaning.numbers, *meaning.arguable))


def decide(ranked: tuple[Likeness, ...]) -> IndicatorMatch:
    """Accept the best meaning, or give it to a person, or neither."""
    if not ranked or ranked[0].score < REVIEW or ranked[0].held < NEAR:
        return no_match(ranked)
    top = ranked[0]
    rival = next(
        (other.score for other in ranked[1:] if not other.wording.meaning.overlaps(top.wording.meaning)), 0.0
    )
    taken = top.score >= ACCEPT and top.score - rival >= MARGIN and top.held >= HELD
    meaning = top.wording.meaning if taken else Meaning()
    plain = taken and not meaning.arguable
    return IndicatorMatch(
        numbers=meaning.numbers,
        issue=meaning.issue,
        match=Match(kind="fuzzy", score=top.score, runner_up=rival, matched=top.wording.text),
        candidates=() if plain else _readings(meaning, top.score) or candidates_of(ranked),
        decision="accept" if plain else "review",
    )


def no_match(ranked: tuple[Likeness, ...]) -> IndicatorMatch:
    """Return that no meaning is near enough, with the nearest as candidates."""
    best = ranked[0].score if ranked else 0.0
    return IndicatorMatch(
        numbers=(),
        issue=None,
        match=Match(kind="none", score=best, runner_up=ranked[1].score if len(ranked) > 1 else 0.0),
        candidates=candidates_of(ranked),
        decision="none",
    )


def candidates_of(ranked: Iterable[Likeness]) -> tuple[Candidate, ...]:
    """List the catalog numbers of the likeliest meanings, best first, at most five."""
    scores: dict[int, float] = {}
    for found in ranked:
        for number in (*found.wording.meaning.numbers, *found.wording.meaning.arguable):
            scores.setdefault(number, found.score)
    best = sorted(scores.items(), key=lambda item: -item[1])[:5]
    return tuple(Candidate(value=str(number), score=score) for number, score in best)
