"""Values whose order in their sentence, list or form says that they may be another's: a person should see them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.extract.doubts.around import sentence_of
from pipeline.extract.draft import Draft, doubted
from pipeline.extract.scene.leads import FORM_ROW
from pipeline.extract.words.values import CHANGED

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene, Unit

_VALUE = re.compile(r"(?<![\w.,/-])(?!20\d\d(?!\d))\d[\d.,]*|(?<![a-z])(?:tinggi|sedang|rendah)(?![a-z])")
_GIVEN_TO = r"(?<![a-z])(?:di|oleh|milik|diraih|diperoleh|dicatat|dimiliki|ditempati|untuk)"
_PREFIX = r"(?: ?(?:kabupaten|kab\.?|kota|provinsi))? ?$"
_HANDS_ON = re.compile(_GIVEN_TO + _PREFIX)
_HANDS_ON_IN_BRACKETS = re.compile(rf"(?:{_GIVEN_TO}|\(){_PREFIX}")
"""Words before a region by which what stands before them is told of it: "12 TPS riwayat PSU di Alfa"."""
_PARTS = re.compile(r"(?<![a-z])(?:dimensi|tahapan|tahap|aspek|konteks|subtahapan)(?![a-z])")
_OF_NEXT = re.compile(
    rf"\s{CHANGED} \d|\s\d{{1,3}}[.,]\d{{1,2}}(?![\d%])|\sberbanding(?![a-z])|"
    r"\s(?:skor|nilai|indeks)\s(?!itu|ini|tersebut|tertinggi|terendah|kerawanan)[a-z]"
)
"""Words right behind a score by which it is told of what follows, or another figure is told beside it."""
_THE_ONE = re.compile(r"yang (?:ber)?(?:skor|nilai|angka)(?:nya)? $")
"""Words before a score of the region behind it: "Yang skornya 41,20 itu Beta, bukan Alfa"."""
_SCORES = frozenset({"score", "dimension_score"})
_CLAUSE = re.compile(r"[,;:.]\s")
_LEADS = 12  # characters before a region in which words may hand a value on to it


def order_doubted(drafts: Sequence[Draft], scene: Scene) -> list[Draft]:
    """Send values to review that are told of the region before them, where values are handed on to those behind.

    So too a level of the region's own in a clause on a dimension or stage, one in a bracket behind what is no
    region ("politik uang (tinggi di Alfa)"), and one that a row of a form would head.
    """
    starts = [unit.block.span.start for unit in scene.units]

    def judged(draft: Draft) -> Draft:
        unit = scene.units[bisect_right(starts, draft.span.start) - 1]
        return doubted(draft) if _is_odd(draft, unit, scene) else draft

    return [judged(draft) for draft in drafts]


def _is_odd(draft: Draft, unit: Unit, scene: Scene) -> bool:
    if draft.type == "mitigation":
        return False
    if draft.type == "category" and _is_headed_by_row(draft, scene):
        return True
    bounds = sentence_of(draft, unit)
    if bounds is None:
        return False
    if draft.type == "category" and (_is_of_part(draft, unit, bounds) or _is_in_bracket(draft, unit, bounds)):
        return True
    if draft.type in _SCORES and _is_of_next(draft, unit, bounds):
        return True
    of_province = draft.type == "tally" and "." not in (draft.scope_code or "")
    before = draft.subject.carried or draft.subject.start <= draft.span.start
    return before and not of_province and _hands_on(draft, unit, bounds)


def _is_of_next(draft: Draft, unit: Unit, bounds: tuple[int, int]) -> bool:
    """Tell whether words right behind a score of a region before it give it to what follows: "61,20 skor Alfa"."""
    end = bisect_left(unit.passage.mapped.starts, draft.span.end, *bounds)
    before = draft.subject.carried or draft.subject.start <= draft.span.start
    if not before or not draft.rule.id.startswith("score"):
        return False
    ahead = unit.passage.lower[bounds[0] : end].rstrip("0123456789,. ") + " "
    return _OF_NEXT.match(unit.passage.lower, end) is not None or _THE_ONE.search(ahead) is not None


def _is_headed_by_row(draft: Draft, scene: Scene) -> bool:
    return any(FORM_ROW.fullmatch(span.of(scene.document.text)) for span in draft.also)


def _is_in_bracket(draft: Draft, unit: Unit, bounds: tuple[int, int]) -> bool:
    """Tell whether a bracket opens right before the words of a level, behind a word that is no region's."""
    lower = unit.passage.lower
    place = _place_of(draft, unit, bounds)
    bracket = lower.rfind("(", bounds[0], place)
    if bracket < 0 or re.search(r"[)\d]", lower[bracket + 1 : place]) or place - bracket > _LEADS:
        return False
    before = lower[bounds[0] : bracket].rstrip()
    behind_region = any(mention.end == bounds[0] + len(before) for mention in unit.mentions_in(*bounds))
    return bool(before) and before[-1].isalpha() and not behind_region


def _place_of(draft: Draft, unit: Unit, bounds: tuple[int, int]) -> int:
    """Return where in a sentence of the passage the words of a draft begin."""
    return bisect_left(unit.passage.mapped.starts, draft.span.start, *bounds)


def _is_of_part(draft: Draft, unit: Unit, bounds: tuple[int, int]) -> bool:
    """Tell whether several dimensions or stages share a sentence, and the clause of a level names one."""
    start, end = bounds
    lower = unit.passage.lower[start:end]
    if len(_PARTS.findall(lower)) < 2:
        return False
    place = _place_of(draft, unit, bounds) - start
    opened = max((found.end() for found in _CLAUSE.finditer(lower, 0, place)), default=0)
    closed = _CLAUSE.search(lower, place)
    return _PARTS.search(lower, opened, closed.start() if closed else len(lower)) is not None


def _hands_on(draft: Draft, unit: Unit, bounds: tuple[int, int]) -> bool:
    """Tell whether a sentence tells one value after the other, each before its region: "12 di Alfa, 9 di Beta".

    A value in excess before the first of them is not meant: "Dari 30 TPS, 14 di Alfa, 9 di Beta".
    """
    start, end = bounds
    lower = unit.passage.lower
    words = _HANDS_ON_IN_BRACKETS if draft.type == "indicator" else _HANDS_ON
    regions = [
        mention
        for mention in unit.mentions_in(start, end)
        if not mention.office and words.search(lower, max(start, mention.start - _LEADS), mention.start)
    ]
    if len(regions) < 2:
        return False
    values = [found.start() for found in _VALUE.finditer(lower, start, end)]
    edges = [start, *(mention.end for mention in regions)]
    told = [
        sum(low <= value < mention.start for value in values) for low, mention in zip(edges, regions, strict=False)
    ]
    excess = told[0] > told[1] and _place_of(draft, unit, bounds) < regions[0].start
    return all(told) and not excess and not any(value >= regions[-1].end for value in values)
