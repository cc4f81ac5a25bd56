"""Levels bound to whom they are told of, the rules that bind them, and the drafts made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.levels.dimensions import BACK_TO_WHOLE
from pipeline.extract.marks.kinds import CategoryMark
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.rows import Pairs
from pipeline.extract.scene.sections import names_own_index
from pipeline.model import Category
from pipeline.reference.calibration import KNOWN_DOUBT

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention

BEHIND = Rule(id="level.behind", version=4)
"""A level of vulnerability behind its region or regions.

> Kabupaten Blora dan Kabupaten Pati masuk kategori rawan sedang.
"""

AHEAD = Rule(id="level.ahead", version=4)
"""A level before its region or regions.

> Kategori rawan tinggi yakni Kabupaten Blora, Pati, dan Kudus.
"""

LISTED = Rule(id="level.listed", version=3)
"""A level in the heading or lead of a list, or carried on from the sentence before, for each region below it.

> Kategori rawan tinggi:
>
> 1. Kabupaten Blora
> 2. Kota Salatiga
"""

CARRIED = Rule(id="level.carried", version=4)
"""A level in a sentence that names no region: of the region spoken of last, or of the document's own.

> Kabupaten Blora menjadi perhatian. Kategorinya rawan tinggi.
"""

AGAIN = Rule(id="level.again", version=3)
"""A further level of the regions that the sentence named before.

> Kabupaten Blora rawan sedang, padahal sebelumnya rawan tinggi.
"""

ANNOUNCED = Rule(id="level.announced", version=3)
"""A level announced with a number of regions, for exactly that many regions named next.

> Ada 2 kabupaten rawan tinggi di Jawa Tengah. Yang pertama Kabupaten Blora. Yang kedua Kabupaten Pati.
"""

LIKEWISE = Rule(id="level.likewise", version=4)
"""A level that a text says of further regions too.

> Kabupaten Blora masuk kategori rawan tinggi, begitu pula Kabupaten Pati.
"""

NEAR = Rule(id="level.near", version=3)
"""A level that no other rule binds, and the only region of its sentence: a question to a person.

> Kerawanan yang tinggi menjadi catatan bagi pengawas di Kabupaten Blora.
"""

LIKENED = Rule(id="level.likened", version=1)
"""A level that is denied of one region and so told of others.

> Kabupaten Blora tidak rawan tinggi seperti Kabupaten Pati dan Kudus.
"""

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
    carried = one.rule == CARRIED and one.dimension is not None
    doubtful = one.doubtful or carried or (line.inherited.framed and not whole)
    base = min(_CONFIDENCE[one.rule.id], KNOWN_DOUBT) if doubtful else _CONFIDENCE[one.rule.id]
    return round(base * (1 - 0.5 * one.subject.doubt), 3)
