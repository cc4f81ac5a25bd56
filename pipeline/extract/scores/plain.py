"""Whether plain words lead from a region to its score: over any other word the score may be something else's.

"Alfa meraih skor 41,20" tells Alfa's; "Alfa menyebut logistik dengan skor 41,20", "skor Alfa tertinggi pada
logistik, yakni 41,20" and "Sosialisasi di Alfa mendapat skor 41,20" tell a thing's, which no list has to name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.marks.kinds import CueMark
from pipeline.extract.scene.paths import opens_plainly, row_head, words_told
from pipeline.extract.scene.plain_words import (
    BEFORE_REGION,
    BEHIND_REGION,
    IN_ROW,
    MEASURED,
    TO_REGION,
    TO_SCORE,
    WHERE,
)

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scores.waiting import Scored

_KNOWN = BEHIND_REGION | BEFORE_REGION | IN_ROW | TO_REGION | TO_SCORE
_KINDS = frozenset({"kabupaten", "kota", "provinsi", "daerah", "wilayah"})
_DESCRIBED = re.compile(r", (?:yang|tempat|kota|kabupaten|provinsi|daerah|wilayah) [^,;:.\d]{1,60},(?= )")
"""A clause set off by commas that but describes a region: "Alfa, yang lama dikenal ramai, meraih"."""
_ANEW = re.compile(
    r"(?<=; )|(?<![a-z])(?<!di )(?<!pada )(?:daerah|wilayah|kabupaten|kota|provinsi)nya(?![a-z])|"
    r"(?<![a-z])(?:skor|nilai|indeks|ikp) (?:kami|kita)(?![a-z])|"
    r"(?<![a-z])(?:skor|nilai|angka) (?:ikp|indeks kerawanan)(?![a-z])"
)
"""What says anew whose a score is: "Ketua Bawaslu menyebut daerahnya meraih"."""
_OF_ALL = re.compile(
    r"(?<![a-z])(?:(?:rata-rata|rerata)[a-z /]* (?:di|dari|se-?)|(?:terawan|tertinggi|terendah) di) "
    r"(?:provinsi |kabupaten )?$"
)
"""Words before a region for what is told of all of it: "rata-rata kabupaten/kota di Alfa"."""


def is_told_plainly(line: Line, one: Scored) -> bool:
    """Tell whether each word from what stands before a number, a region or a mark of the line, leads on to it."""
    starts = [mention.end for mention, _ in line.regions]
    starts += [mark.end for mark in line.marks if not isinstance(mark, CueMark)]
    start = max((end for end in starts if end <= one.number.start), default=line.start)
    gap = _DESCRIBED.sub(" ", line.between(start, one.number.start))
    anew = max((found.start() for found in _ANEW.finditer(gap)), default=0)
    known = _KNOWN.union(MEASURED, *(key.split() for key in one.dimensions)) if one.dimensions else _KNOWN
    return known.issuperset(words_told(gap[anew:])) and _opens_plainly(line, one, known)


def _opens_plainly(line: Line, one: Scored, known: frozenset[str]) -> bool:
    """Tell whether the row of the region opens its clause, or stands behind a word that goes on to a region."""
    if one.mention is None or one.mention.start > one.number.start:
        return True
    head = row_head(line, one.mention)
    if opens_plainly(line, head):
        return True
    before = max((m.end for m, _ in line.regions if m.end <= head.start), default=line.start)
    ahead = words_told(line.between(before, head.start))
    while ahead and ahead[-1] in _KINDS:
        ahead.pop()
    if not ahead or _OF_ALL.search(line.between(before, head.start)):
        return True
    led = ahead[-2] if ahead[-1] in WHERE and len(ahead) > 1 else ahead[-1]
    return led in known - WHERE - _KINDS
