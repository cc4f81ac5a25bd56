"""Levels bound to whom they are told of, the rules that bind them, and the drafts made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.levels.dimensions import (
    BACK_TO_WHOLE,
)
from pipeline.extract.marks.kinds import CategoryMark
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.rows import Pairs
from pipeline.extract.scene.sections import names_own_index
from pipeline.model import Category
from pipeline.reference.calibration import KNOWN_DOUBT

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention

BEHIND = Rule(id="level.behind", version=1)
"""The level behind its regions: "Alfa dan Beta masuk kategori rawan sedang"."""
AHEAD = Rule(id="level.ahead", version=1)
"""The level before its regions: "kategori rawan tinggi yakni Alfa, Beta"."""
LISTED = Rule(id="level.listed", version=1)
"""The level in the heading or lead of a list, or going on from the sentence before."""
CARRIED = Rule(id="level.carried", version=1)
"""A level without a region in its sentence: the region spoken of last, or the document's own."""
AGAIN = Rule(id="level.again", version=1)
"""A further level of the regions named before in the sentence: "Alfa sedang, dan sebelumnya tinggi"."""
ANNOUNCED = Rule(id="level.announced", version=1)
"""A level announced with a number ("7 daerah rawan tinggi") for exactly that many regions named next."""
LIKEWISE = Rule(id="level.likewise", version=1)
"""A level told of further regions too: "Alfa rawan tinggi, begitu pula Beta"."""
NEAR = Rule(id="level.near", version=1)
"""A level that no other rule binds, and the only region of its sentence: a question to a person."""
LIKENED = Rule(id="level.likened", version=1)
"""A level that is denied of one and so told of others: "tidak rawan tinggi seperti Alfa dan Beta"."""
_CONFIDENCE = {
    LIKENED.id: 0.84,
    LIKEWISE.id: KNOWN_DOUBT,
    NEAR.id: 0.7,
    BEHIND.id: 0.95,
    AHEAD.id: 0.95,
    LISTED.id: 0.93,
    CARRIED.id: 0.85,
    ANNOUNCED.id: 0.88,
    AGAIN.id: 0.84,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leveled:
    """A level bound to a region, or to a dimension of it; ``doubtful``: a person should see it."""

    mark: CategoryMark | None
    category: Category
    subject: Subject
    mention: Mention | None
    dimension: str | None
    rule: Rule
    doubtful: bool = False


def bound_to(mark: CategoryMark, pairs: Pairs, dimensions: Sequence[str | None], rule: Rule) -> list[Leveled]:
    """Bind a level to regions, or to dimensions of each."""
    return [
        Leveled(mark=mark, category=mark.category, subject=subject, mention=mention, dimension=key, rule=rule)
        for mention, subject in pairs
        for key in dimensions
    ]


def level_drafts(line: Line, leveled: tuple[Leveled, ...]) -> tuple[Draft, ...]:
    """Turn bound levels into drafts: of the region, or of one of its dimensions."""
    drafts: list[Draft] = []
    for one in leveled:
        position = one.mark.start if one.mark else (one.mention.start if one.mention else line.start)
        editions, previous = line.edition_at(position)
        points = [p for m in (one.mark, one.mention) if m for p in (m.start, m.end)]
        span = line.span(min(points), max(points)) if points else line.span(line.start, line.end)
        heading = line.inherited.category_span
        also = (heading,) if one.mark is None and heading is not None else ()
        drafts.extend(
            Draft(
                type="dimension_score" if one.dimension else "category",
                subject=one.subject,
                edition=edition,
                previous=previous,
                span=span,
                also=also,
                rule=one.rule,
                confidence=_confidence(line, one),
                category=one.category,
                dimension=one.dimension,
            )
            for edition in editions
        )
    return tuple(drafts)


def _confidence(line: Line, one: Leveled) -> float:
    whole = one.dimension is not None or BACK_TO_WHOLE.search(line.lower) or names_own_index(line.lower)
    doubtful = one.doubtful or (line.inherited.framed and not whole)
    base = min(_CONFIDENCE[one.rule.id], KNOWN_DOUBT) if doubtful else _CONFIDENCE[one.rule.id]
    return round(base * (1 - 0.5 * one.subject.doubt), 3)
