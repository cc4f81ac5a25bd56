"""The dimensions that a line speaks of."""

from __future__ import annotations

import re

from pipeline.extract.marks.kinds import DimensionMark
from pipeline.extract.scene.line import GAP, Line

_SUCH_AS = re.compile(r"(?:seperti|antara lain|meliputi|terdiri (?:dari|atas)|mencakup)[\s:,]*(?:\w+ )?$")
_GRADES = re.compile(r"(?<![a-z])(?:tinggi|sedang|rendah)\s*[,;.)]")
_AFTER_COMMA = re.compile(r"\s*,\s*(?:dan |serta )?(?:proses |tahapan |dimensi |konteks )?")


def real_dimensions(line: Line) -> tuple[DimensionMark, ...]:
    """Return the dimensions that the line speaks of, leaving out a mere enumeration of all of them.

    Three or more names in a row without a number or level between describe the instrument.
    """
    found = [mark for mark in line.marks if isinstance(mark, DimensionMark)]
    listed: set[int] = set()
    for index in range(len(found) - 2):
        trio = found[index : index + 3]
        gaps = [line.between(trio[i].end, trio[i + 1].start) for i in (0, 1)]
        graded = any(_GRADES.search(gap) for gap in gaps)
        if not graded and all(len(gap) < 60 and not any(char.isdigit() for char in gap) for gap in gaps):
            listed.update(range(index, index + 3))
    for index in range(len(found) - 1):
        before = line.between(max(line.start, found[index].start - GAP), found[index].start)
        joined = _AFTER_COMMA.fullmatch(line.between(found[index].end, found[index + 1].start))
        if joined and _SUCH_AS.search(before):
            listed.update((index, index + 1))
    return tuple(mark for index, mark in enumerate(found) if index not in listed)


DIMENSION_RUN = re.compile(
    r"(?:\s?\(\d+[.,]\d+\))?[\s,]*+(?:dan|serta|maupun|hingga)?[\s,]*"
    r"(?:(?:pada|di|dalam|dari|untuk|proses|tahapan|tahap|dimensi|konteks|aspek|masa)\s)*"
)
"""What stands between two dimensions or stages of one list."""
