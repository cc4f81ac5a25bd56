"""Values that no sentence gives to a region by name, where another region may be meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, doubted

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene, Unit

_VALUES = frozenset({"score", "category", "dimension_score"})


def carried_doubted(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Send values of a region that was carried over to review where another one stands nearer.

    That is the last region that their paragraph names before them; or, for those of a dimension in a paragraph
    that names none, the document's own regency or city, once it has a score.
    """
    starts = [unit.block.span.start for unit in scene.units]
    own = scene.context.own
    home = own if own and "." in own and any(d.type == "score" and d.subject.code == own for d in drafts) else None

    def judged(draft: Draft) -> Draft:
        code = draft.subject.code
        if draft.type not in _VALUES or not draft.subject.carried or code is None:
            return draft
        unit = scene.units[bisect_right(starts, draft.span.start) - 1]
        named = next(_named_before(draft, unit, code, scene.places.province_of(code)), None)
        compared = draft.type == "dimension_score" and home not in {None, code}
        return doubted(draft) if (code not in named if named else compared) else draft

    return [judged(draft) for draft in drafts]


def _named_before(draft: Draft, unit: Unit, code: str, province: str | None) -> Iterator[tuple[str, ...]]:
    """Yield what the regions may be that a paragraph names before a value, the nearest first.

    An office speaks for its own region alone, and the province of a region only tells where it lies.
    """
    end = bisect_left(unit.passage.mapped.starts, draft.span.end)
    behind = bisect_left(unit.mentions, end, key=attrgetter("start"))
    for place in range(behind - 1, -1, -1):
        mention = unit.mentions[place]
        own = code in mention.codes
        beside = (mention.office and not own) or mention.below or (province in mention.codes and not own)
        if not beside:
            yield mention.codes
