"""Levels that a speaker tells of the own region without naming it: "provinsi kita sedang", "kami rawan tinggi"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.levels.closing import ENDS, STATE
from pipeline.extract.levels.drafts import CARRIED, Leveled
from pipeline.extract.marks.kinds import CategoryMark
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.speakers import office_spoken_of

if TYPE_CHECKING:
    from pipeline.extract.draft import Subject
    from pipeline.extract.scene.scene import Scene

_OWN = re.compile(
    r"(?:^|[,;:.\"]\s|(?<![a-z])(?:dan|sedangkan|sementara|adapun|lalu|tetapi|tapi)\s)[\s\"]*"
    r"(?:(?:dan|sedangkan|sementara|adapun|lalu|tetapi|tapi|untuk|kalau|di tingkat|jadi)\s)*"
    r"(?:(?P<kind>provinsi|kabupaten|kota|daerah|wilayah) (?:kita|kami)|(?P<whole>provinsi) sendiri|kita|kami)"
    rf"(?: sendiri| di sini| semua)?,?\s{STATE}$"
)
"""Words before a level by which it is that of the speaker's own region."""
_LEVELS = {"provinsi": "province", "kabupaten": "regency", "kota": "city"}


def is_of_own(line: Line, mark: CategoryMark) -> bool:
    """Tell whether the bare word of a level is told of the own region, where levels are spoken of."""
    told = any(isinstance(m, CategoryMark) and m.plain for m in line.marks)
    told = told or line.inherited.leveled or line.inherited.about or line.inherited.counted is not None
    ends = ENDS.match(line.between(mark.end, line.end)) is not None
    return told and ends and line.led_by(_OWN, mark.start) is not None


def own_levels(
    line: Line, scene: Scene, mark: CategoryMark, dimensions: Sequence[str | None]
) -> list[Leveled] | None:
    """Bind a level to the own region of who speaks, None where it is not told of that.

    The region is that of the office spoken of, else the document's own, or the province it lies in; an empty list
    where none is of the kind named. In a text on a province "we" may be those of the one region named last.
    """
    words = line.led_by(_OWN, mark.start)
    if words is None:
        return None
    office, last = office_spoken_of(line, scene, mark.start), line.inherited.subjects
    subject = office or scene.own()
    if (kind := words["kind"] or words["whole"]) is not None:
        subject = _of_kind(scene, kind, subject)
    elif office is None and len(last) == 1 and not line.regions and "." not in (scene.context.own or ""):
        subject = last[0]
    return [
        Leveled(mark=mark, category=mark.category, subject=subject, mention=None, dimension=key, rule=CARRIED)
        for key in dimensions
        if subject.code not in {None, "ID"}
    ]


def _of_kind(scene: Scene, kind: str, subject: Subject) -> Subject:
    """Return the region of a kind that a subject is or lies in, one without a code where it is none."""
    level = _LEVELS.get(kind)
    if level == "province":
        code = scene.places.province_of(subject.code)
        return replace(subject, code=code, candidates=(code,) if code else ())
    fits = level is None or (subject.code is not None and scene.places.regions[subject.code].level == level)
    return subject if fits else replace(subject, code=None)
