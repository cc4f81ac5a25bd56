"""What stands around a value: its sentence, the one before, and the lead of its list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from pipeline.extract.draft import Draft
    from pipeline.extract.scene.scene import Scene, Unit

Bounds = tuple[int, int]
ROWS = frozenset({"list_item", "table_row"})
"""Kinds of blocks that stand under a lead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The unit of a value, the bounds of its sentence in the passage, and these texts in lower case.

    ``before`` is the sentence before in the unit, or the last of the unit before, which names ``regions_before``
    regions; ``lead`` the last sentence of what stands over a list or row. Either is empty where there is none.
    """

    unit: Unit
    bounds: Bounds
    sentence: str
    before: str
    regions_before: int
    lead: str


Told: TypeAlias = "Callable[[Draft], Around]"


def around(scene: Scene) -> Told:
    """Return a function that tells what stands around a draft; for all drafts of a sentence it is the same."""
    starts = [unit.block.span.start for unit in scene.units]
    kept: dict[tuple[int, Bounds], Around] = {}

    def told(draft: Draft) -> Around:
        unit = scene.units[bisect_right(starts, draft.span.start) - 1]
        bounds = sentence_of(draft, unit) or (0, 0)
        if (unit.position, bounds) not in kept:
            kept[unit.position, bounds] = _around(unit, bounds, scene)
        return kept[unit.position, bounds]

    return told


def sentence_of(draft: Draft, unit: Unit) -> Bounds | None:
    """Return the bounds of the sentence that holds the first words of a draft."""
    sentences = unit.passage.sentences
    place = bisect_right(sentences, draft.span.start, key=lambda bounds: unit.span(*bounds).end)
    return sentences[place] if place < len(sentences) else None


def _around(unit: Unit, bounds: Bounds, scene: Scene) -> Around:
    place = bisect_left(unit.passage.sentences, bounds)
    if place:
        above, last = unit, unit.passage.sentences[place - 1]
    else:
        above = scene.units[unit.position - 1] if unit.position else unit
        last = above.passage.sentences[-1] if unit.position and above.passage.sentences else (0, 0)
    return Around(
        unit=unit,
        bounds=bounds,
        sentence=unit.passage.lower[slice(*bounds)],
        before=above.passage.lower[slice(*last)],
        regions_before=len({mention.codes for mention in above.mentions_in(*last)}),
        lead=_lead_of(unit, scene),
    )


def _lead_of(unit: Unit, scene: Scene) -> str:
    if unit.lead is not None:
        return _last_sentence(scene.units[unit.lead])
    over = scene.once(_over_rows)[unit.position] if unit.block.kind in ROWS else None
    return "" if over is None else _last_sentence(over)


def _last_sentence(unit: Unit) -> str:
    sentences = unit.passage.sentences
    return unit.passage.lower[slice(*sentences[-1])] if sentences else ""


def _over_rows(scene: Scene) -> list[Unit | None]:
    """Return, for each unit, the last one before it that is part of the article, no item and no row."""
    over: list[Unit | None] = []
    last = None
    for unit in scene.units:
        over.append(last)
        last = last if unit.block.kind in ROWS or unit.role == "furniture" else unit
    return over
