"""The last resort: a level that no rule binds is put to a person with the likeliest region of its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.extract.levels.dimensions import dimensions_of, limits
from pipeline.extract.levels.drafts import NEAR, Leveled, bound_to
from pipeline.extract.levels.owners import BELOW_REGENCY, grades_issues, is_of_class, is_of_issue, is_of_so_many
from pipeline.extract.levels.regions import OTHERS, SENTENCE_END
from pipeline.extract.marks.kinds import CategoryMark
from pipeline.extract.scene.asides import is_aside, is_place_of_speech
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.rows import Pairs, last_in_a_row

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene

_NO_NEAR = re.compile(
    r"(?<![a-z])(?:indikator|isu|faktor|variabel|kasus|tps|kecamatan|kelurahan|desa|distrik|rata-rata|rerata|"
    r"sejumlah|"
    r"beberapa|semua|seluruh|sebagian|daerah yang|kabupaten/kota yang|wilayah yang|jika|bila|kalau|antisipasi\w*|"
    r"mencegah|pencegahan|(?:di|ter)?masuk(?:nya)? dari|di luar)(?![a-z])"
)
_IS_EMPTY = re.compile(
    r"[\s,]*(?:itu |sendiri )?(?:tidak ada|tak ada|nihil|kosong|tidak terdapat|"
    r"tidak satu ?pun)(?![a-z])(?! (?:daerah |wilayah |satu ?pun )?yang (?:tinggi|sedang|rendah|rawan))"
)
_NEAR_ENOUGH = 160


def is_nobodys(line: Line, mark: CategoryMark, pairs: Pairs) -> bool:
    """Tell whether a level is said to be nobody's: "rawan tinggi tidak ada", or "rawan tinggi di Alfa nihil"."""
    behind = line.between(pairs[-1][0].end, line.end) if pairs and pairs[-1][0].start >= mark.end else ""
    there = behind.startswith(" ") and _IS_EMPTY.match(behind) is not None
    return there or _IS_EMPTY.match(line.between(mark.end, line.end)) is not None


def nearest_levels(line: Line, scene: Scene, marks: Sequence[CategoryMark], counted: set[int]) -> list[Leveled]:
    """Offer the likeliest region of a sentence for a level that no rule binds: those before it, else behind it."""
    if OTHERS.search(line.lower) or _NO_NEAR.search(line.lower) or line.inherited.edition is None:
        return []
    found: list[Leveled] = []
    for mark in marks:
        spoken = [
            pair
            for pair in line.regions
            if pair[1].code != "ID" and not is_place_of_speech(line, pair[0]) and not is_aside(line, pair[0])
        ]
        left = last_in_a_row(line, [pair for pair in spoken if pair[0].end <= mark.start])
        right = [pair for pair in spoken if pair[0].start >= mark.end]
        pairs = left or right[:1]
        if not mark.plain or mark.start in counted or not pairs or is_of_class(line, mark, pairs):
            continue
        if limits(line, mark, line.start) or is_of_so_many(line, mark, line.start):
            continue
        if any(is_of_issue(line, scene, pair[0], mark) for pair in pairs):
            continue
        if is_nobodys(line, mark, right):
            continue
        if any(grades_issues(line, scene, end) for end in (mark.end, pairs[-1][0].end)):
            continue
        between = line.between(min(mark.end, pairs[-1][0].end), max(mark.start, pairs[0][0].start))
        if SENTENCE_END.search(between) or BELOW_REGENCY.search(between) or len(between) > _NEAR_ENOUGH:
            continue
        dimensions = dimensions_of(line, scene, mark, (line.start, line.end)) or (None,)
        found.extend(bound_to(mark, pairs, dimensions, NEAR))
    return found
