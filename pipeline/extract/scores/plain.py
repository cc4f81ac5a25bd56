"""Whether plain words lead from a region to its score: over any other word the score may be something else's.

"Alfa meraih skor 41,20" tells Alfa's; "Alfa menyebut logistik dengan skor 41,20", "skor Alfa tertinggi pada logistik,
yakni 41,20" and "Sosialisasi di Alfa mendapat skor 41,20" tell that of a thing in it, which no list has to name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.marks.kinds import CueMark
from pipeline.extract.scene.paths import opens_plainly, row_head, words_told
from pipeline.extract.scene.plain_words import BEFORE_REGION, BEHIND_REGION, IN_ROW, MEASURED, TO_REGION, TO_SCORE, WHERE

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scores.waiting import Scored

_KNOWN = BEHIND_REGION | BEFORE_REGION | IN_ROW | TO_REGION | TO_SCORE
_DESCRIBED = re.compile(r", (?:yang|tempat|kota|kabupaten|provinsi|daerah|wilayah) [^,;:.\d]{1,60},(?= )")
"""A clause set off by commas that but describes a region: "Alfa, yang lama dikenal ramai, meraih"."""


def is_told_plainly(line: Line, one: Scored) -> bool:
    """Tell whether each word from what stands before a number, a region or a mark of the line, leads on to it."""
    starts = [mention.end for mention, _ in line.regions]
    starts += [mark.end for mark in line.marks if not isinstance(mark, CueMark)]
    start = max((end for end in starts if end <= one.number.start), default=line.start)
    gap = _DESCRIBED.sub(" ", line.between(start, one.number.start))
    known = _KNOWN | MEASURED if one.dimensions else _KNOWN
    return known.issuperset(words_told(gap)) and _opens_plainly(line, one)


def _opens_plainly(line: Line, one: Scored) -> bool:
    """Tell whether the row of the region opens its clause, or stands behind a word that goes on to a region."""
    if one.mention is None:
        return True
    head = row_head(line, one.mention)
    if opens_plainly(line, head):
        return True
    before = max((m.end for m, _ in line.regions if m.end <= head.start), default=line.start)
    ahead = words_told(line.between(before, head.start))
    kinds = {"kabupaten", "kota", "provinsi"}
    last = next((word for word in reversed(ahead) if word not in kinds), None)
    return last is None or (last in _KNOWN and last not in WHERE)
