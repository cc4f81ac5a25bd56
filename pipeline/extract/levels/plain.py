"""Levels bound by plain words are kept, those bound over other words wait, those of parts are dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.levels.drafts import AHEAD, BEHIND, LISTED, Leveled
from pipeline.extract.levels.regions import ALSO, BESIDES
from pipeline.extract.marks.kinds import CategoryMark
from pipeline.extract.scene.asides import is_apposition, is_aside
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.paths import (
    in_row,
    is_counted,
    leads_plainly,
    opens_level,
    opens_plainly,
    row_head,
    way_to,
)

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention

_OF_REGENCIES = re.compile(
    r"(?<![a-z])(?:kabupaten(?:/| dan | maupun |\s?/\s?)kota|kab\.?/kota|(?<!provinsi/)kabupaten|kota)"
    r"(?: (?:dengan|yang|masuk|berada|tergolong|berkategori|berstatus|berpredikat|kategori|tingkat|kerawanan|"
    r"di|dalam|status|zona|paling|se-?indonesia))* $"
)
"""Words before a level by which it is that of regencies: "kabupaten/kota dengan kategori rawan tinggi"."""
_OF_PLACES = re.compile(
    r"(?<![a-z])(?:daerah|wilayah)"
    r"(?: (?:dengan|yang|masuk|berada|tergolong|berkategori|berstatus|kategori|tingkat))* $"
)
_PROVINCES = re.compile(r"(?<![a-z])provinsi(?![a-z])")
_IN = re.compile(r"(?<![a-z])(?:di|dari|pada)\s(?:provinsi )?$")
_LEFT_OUT = re.compile(
    r"(?<![a-z])(?:bukan(?:nya)?|tanpa|minus|(?:tidak|tak|bukan) (?:termasuk|ada|masuk)|dihadiri|disaksikan|"
    r"mengundang|menghadirkan|turut hadir|tidak|tak)(?: oleh| di)?\s(?:kabupaten |kota |provinsi )?$"
)
"""Words before a region of a list that leave it out, or greet it as a guest."""
_LED = re.compile(r"\s(?:di |dari |oleh )?(?:kabupaten |kota |provinsi )?")
"""Nothing between a level and the region behind it."""
_APART = re.compile(r",\s(?:[a-z/-]+\s)*$")


def judged(line: Line, bound: Sequence[Leveled]) -> tuple[Leveled, ...]:
    """Return levels as far as plain words tell whose they are: the others wait, or are nobody's."""
    return tuple(one for level in bound if (one := _judged(line, level)) is not None)


def _judged(line: Line, one: Leveled) -> Leveled | None:
    if one.mention is not None and one.rule == LISTED:
        return _in_doubt(one) if _is_of_province(one) and is_counted(line, one.mention) else one
    if one.mention is None or one.mark is None:
        return one
    if one.rule == BEHIND:
        way = way_to(line, one.mention, one.mark.start, dimension=one.dimension is not None)
        if way == "apart":
            return None
        head = row_head(line, one.mention)
        plain = way == "plain" and (_is_named_too(line, head, one.mark) or opens_plainly(line, head))
        return one if plain and not _may_be_led(line, one.mention, one.mark) else _in_doubt(one)
    if one.rule == AHEAD:
        return _judged_ahead(line, one, one.mention, one.mark)
    return one


def _judged_ahead(line: Line, one: Leveled, mention: Mention, mark: CategoryMark) -> Leveled | None:
    """Judge a level before its region: one of the regencies is no province's, nor is it that of those left out."""
    right = [pair for pair in line.regions if pair[0].start >= mark.end]
    if not right:
        return one
    if is_apposition(line, mention) or _is_left_out(line, mention):
        return None
    gap = line.between(mark.end, right[0][0].start)
    ahead = line.between(line.start, mark.start)
    if _is_of_province(one):
        if _OF_REGENCIES.search(ahead) and not _PROVINCES.search(gap):
            return None
        parts = _OF_PLACES.search(ahead) and _IN.search(gap) and not _PROVINCES.search(ahead + gap)
        if parts or is_counted(line, mention):
            return _in_doubt(one)
    plain = opens_level(line, mark, gap) and leads_plainly(gap) and in_row(line, right, mention)
    return one if plain else _in_doubt(one)


def _is_left_out(line: Line, mention: Mention) -> bool:
    """Tell whether a region in a list is said not to be of it, or is a guest behind it: "Alfa, bukan Beta"."""
    ends = [m.end for m, _ in line.regions if m.end <= mention.start]
    return bool(ends) and _LEFT_OUT.search(line.between(ends[-1], mention.start)) is not None


def _is_named_too(line: Line, head: Mention, mark: CategoryMark) -> bool:
    """Tell whether regions named by the way are meant too: "selain Alfa, Beta juga", "kecuali Alfa yang"."""
    besides = is_aside(line, head, BESIDES)
    return ALSO.search(line.between(head.end, mark.start)) is not None if besides else is_aside(line, head)


def _is_of_province(one: Leveled) -> bool:
    return one.subject.code is not None and "." not in one.subject.code


def _in_doubt(one: Leveled) -> Leveled:
    return replace(one, doubtful=True)


def _may_be_led(line: Line, mention: Mention, mark: CategoryMark) -> bool:
    """Tell whether a region behind one level may be that one's: "rawan tinggi Alfa, rawan sedang Beta"."""
    head = row_head(line, mention)
    ends = [m.end for m in line.marks if isinstance(m, CategoryMark) and m.end <= head.start]
    led = bool(ends) and _LED.fullmatch(line.between(ends[-1], head.start)) is not None
    last = max((m.end for m, _ in line.regions if m.end <= mark.start), default=mark.start)
    return led and _APART.fullmatch(line.between(last, mark.start)) is not None
