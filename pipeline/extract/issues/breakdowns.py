"""The number of polling stations of one issue, told region by region behind the total of their province."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, Subject, doubted

if TYPE_CHECKING:
    from pipeline.extract.issues.regions import RegionList
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene

_LEADS = re.compile(
    r"(?:[\s,;.:()\"“”-]|(?<![a-z])(?:antara lain|di ?antaranya|yaitu|yakni|ialah|adalah|terdiri (?:dari|atas)|"
    r"meliputi|rincian(?:nya)?|dengan rincian|tersebar|sebarannya|masing-masing|yang|paling (?:banyak|tinggi)|"
    r"terbanyak|tertinggi|terutama|terbesar|ada|berada|terdapat|di|dari|jumlah|tersebut|itu|dan|serta|lalu|kemudian|"
    r"selanjutnya|disusul|diikuti|oleh|sementara|sedangkan|"
    r"(?:kata|sebut|ujar|ungkap|jelas|tutur|rinci|papar)(?:nya)?|dia|ia)(?![a-z]))*"
)
"""Words between the total, or the number of the region before, and the next region."""
_HAS = re.compile(
    r"[\s:,(–-]{0,9}(?:(?:menyumbang(?:kan)?|mencatat(?:kan)?|tercatat|memiliki|mempunyai|punya|ada|terdapat|sebanyak|"
    r"sejumlah|berjumlah|mencapai|dengan)\s{0,9}){0,3}"
)
_ENDS = re.compile(r"\s?(?:$|[,.;)\"”]|(?:dan|serta|lalu|kemudian|disusul|diikuti|sedangkan|sementara)\s)")


def part_of(line: Line, scene: Scene, n: int, bounds: tuple[int, int, int], whole: Draft) -> Iterator[Draft]:
    """Yield the issue of ``whole`` as told of the region that has ``n`` of its polling stations.

    "TPS rawan bencana 466 TPS, antara lain Alfa 88 TPS, Beta 61 TPS": ``bounds`` are where the words before end,
    and where the number begins and ends. Between them stands the region and hardly more; it is a part of that of
    the whole, and has no more than all; or its neighbour, named in the same sentence: then for a person to judge.
    """
    free, start, end = bounds
    named = [(m, s) for m, s in line.regions if free <= m.start - line.start and m.end - line.start <= start]
    if len(named) != 1 or not _ENDS.match(line.lower, end):
        return
    (mention, subject) = named[0]
    low, high = mention.start - line.start, mention.end - line.start
    if not (_LEADS.fullmatch(line.lower, free, low) and _HAS.fullmatch(line.lower, high, start)):
        return
    yield from _part(line, scene, n, (low, end), subject, whole)


def part_behind(line: Line, scene: Scene, n: int, place: tuple[int, RegionList], whole: Draft) -> Iterator[Draft]:
    """Yield the issue of ``whole`` as told of the region behind ``n``: "... 12 TPS di Alfa, 9 TPS di Beta".

    ``place`` is where the number begins, and the region.
    """
    start, behind = place
    if len(behind.subjects) == 1 and _ENDS.match(line.lower, behind.end - line.start):
        yield from _part(line, scene, n, (start, behind.end - line.start), behind.subjects[0], whole)


def _part(
    line: Line, scene: Scene, n: int, bounds: tuple[int, int], subject: Subject, whole: Draft
) -> Iterator[Draft]:
    here = line.span(line.start, line.end).overlaps(whole.span)
    part = subject.code in scene.places.parts_of(whole.subject.code) and n <= (whole.count or 0)
    if not part and not (here and _are_neighbours(subject, whole.subject, scene)):
        return
    span = line.span(line.start + bounds[0], line.start + bounds[1])
    draft = replace(whole, subject=subject, span=span, also=(whole.span,), count=n)
    yield draft if part and here else doubted(draft)


def _are_neighbours(one: Subject, other: Subject, scene: Scene) -> bool:
    """Tell whether two regions are other parts of one province, of which the second was named for its number."""
    parts = scene.places.parts_of(scene.places.province_of(other.code))
    return not other.carried and one.code != other.code and {one.code, other.code} <= parts
