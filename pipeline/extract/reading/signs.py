"""Signs in a line by which the next is understood: numbers meant again, titles, dimensions that lead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.extract.draft import COUNTRY, Subject
from pipeline.extract.levels.drafts import Leveled
from pipeline.extract.marks.kinds import CategoryMark, CountMark, DimensionMark, NumberMark, RankMark
from pipeline.extract.marks.numbers import SCORE_FIGURE
from pipeline.extract.scene.dimensions import real_dimensions
from pipeline.extract.scene.line import Line
from pipeline.extract.words.values import NUMBER_WORDS, parse_rank
from pipeline.model import TallyLevel

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene, Unit
    from pipeline.extract.scores.waiting import Scored

_ITEM_LENGTH = 160
_AS_MANY = re.compile(
    rf"(?<![a-z\d.,])(?P<n>(?:ke ?)?{NUMBER_WORDS}|\d{{1,3}}) (?:daerah|wilayah|provinsi|kabupaten/kota|"
    rf"kabupaten|kota)"
    r"(?: (?:dan |/ ?)kota)?(?: di [a-z]+(?: [a-z]+)?)? (?:itu|ini|tersebut|tadi|di atas)(?![a-z])"
)
_TITLE = 90  # characters of a line that is but the title of what follows
_END_OF_TITLE = 3
_OF_PARTS = re.compile(r"(?<![a-z])(?:(?:sub ?-?)?dimensi|tahapan|tahap)(?:nya)?(?![a-z])")
_TO_FIGURE = re.compile(rf"[^.;\d]{{0,40}}?\(?{SCORE_FIGURE.pattern}")


def number_meant(lower: str) -> int | None:
    """Return the number with which folded text speaks of regions again, None where it does not.

    >>> number_meant("kedelapan daerah itu ialah alfa"), number_meant("lima belas provinsi tersebut adalah")
    (8, 15)
    >>> number_meant("8 kabupaten dan kota tersebut"), number_meant("keempat daerah di luwu raya tersebut")
    (8, 4)
    >>> number_meant("delapan daerah rawan tinggi") is None
    True
    """
    again = _AS_MANY.search(lower)
    return parse_rank(again["n"]) if again else None


_FIGURES_BEFORE = re.compile(
    r"(?<![a-z])(?:angka|skor|nilai|poin|indeks|data|hasil)(?:-[a-z]+)?(?:nya)? "
    r"(?:itu|tadi|tersebut|ini|di atas)(?![a-z])"
)


def points_to_figures(lower: str) -> bool:
    """Tell whether a sentence speaks of the figures before it.

    >>> points_to_figures("angka itu dari dimensi kontestasi."), points_to_figures("berikut skor kontestasi.")
    (True, False)
    """
    return _FIGURES_BEFORE.search(lower) is not None


_SAYS_ITSELF = re.compile(r"(?<![a-z])(?:paling|ter(?:awan|tinggi|rendah|besar)|dominan|menonjol)(?![a-z])")
"""A line that tells something of a dimension, and heads nothing: "Dimensi paling rawan: kampanye"."""


def titled_dimension(line: Line) -> str | None:
    """Return the dimension that a line without anything else names at its end: "Menurut dimensi partisipasi."."""
    dimensions = real_dimensions(line)
    alone = len(dimensions) == 1 and dimensions[0].named and not line.regions and not points_to_figures(line.lower)
    values = any(isinstance(mark, (CategoryMark, NumberMark, RankMark, CountMark)) for mark in line.marks)
    if (
        not alone
        or values
        or _SAYS_ITSELF.search(line.lower)
        or line.end - line.start > _TITLE
        or line.end - dimensions[0].end > _END_OF_TITLE
    ):
        return None
    return dimensions[0].key


def ends_in_dimension(line: Line) -> bool:
    """Tell whether a line on dimensions comes to one at its end: "Dimensi paling menonjol ialah kontestasi."."""
    ends = [mark.end for mark in real_dimensions(line)]
    return bool(ends) and "dimensi" in line.lower and line.end - ends[-1] <= _END_OF_TITLE


_FIGURES_FOLLOW = re.compile(
    r"(?<![a-z])(?:(?:skor|nilai|indeks|poin)(?:nya)?|^\W*angkanya)(?: [a-z]+){0,4}? "
    r"(?:begini|berikut(?: ini)?|demikian|seperti ini|sebagai berikut)\W*$"
)


def figures_follow(lower: str) -> bool:
    """Tell whether a sentence says that scores follow.

    >>> figures_follow("angkanya begini."), figures_follow("skor tiga daerah lain sebagai berikut:")
    (True, True)
    >>> figures_follow("jumlah pengawas begini."), figures_follow("nilai itu berikut alasannya.")
    (False, False)
    """
    return _FIGURES_FOLLOW.search(lower) is not None


def speaks_of_likes(unit: Unit, bounds: tuple[int, int], subjects: Sequence[Subject]) -> bool:
    """Tell whether the regions of a sentence are of the kind of ``subjects``, all provinces or all parts."""
    named = {"." in code for mention in unit.mentions_in(*bounds) for code in mention.codes}
    before = {"." in subject.code for subject in subjects if subject.code}
    return len(named) == 1 and named == before


def begins_with_pair(unit: Unit) -> bool:
    """Tell whether a paragraph begins with a region and its number: it goes on with the list before it."""
    first = unit.mentions[0] if unit.mentions else None
    if first is None or len(unit.passage.lower[: first.start].split()) > 1:
        return False
    return _TO_FIGURE.match(unit.passage.lower, first.end) is not None


def is_short(unit: Unit) -> bool:
    """Tell whether a paragraph may be an item of a list without marks."""
    return len(unit.passage.text) <= _ITEM_LENGTH and len(unit.passage.sentences) == 1


def is_of(level: TallyLevel | None, subject: Subject, scene: Scene) -> bool:
    """Tell whether a region is of the level that was counted; any is where only "daerah" was said."""
    own = scene.places.regions[subject.code].level if subject.code else None
    return level is None or (own == "province") == (level == "province")


def dimensions_spoken_of(line: Line) -> list[DimensionMark]:
    """Return the dimensions that a line names as such, or its only one where it speaks of dimensions or stages.

    "Ditinjau dari tahapan, kampanye paling banyak menyumbang kerawanan", "satu dimensi disorot, yaitu kontestasi".
    """
    found = real_dimensions(line)
    named = [mark for mark in found if mark.named]
    return named or ([found[0]] if len(found) == 1 and _OF_PARTS.search(line.lower) else [])


def leading_dimension(line: Line, scored: Sequence[Scored], leveled: Sequence[Leveled]) -> str | None:
    """Return the dimension that the next line may go on with.

    It is the one that a line names before its regions and gives to all its scores, or the only one that a line
    without scores names.
    """
    dimensions = real_dimensions(line)
    keys = {key for one in scored for key in one.dimensions}
    first = min((mention.start for mention, _ in line.regions), default=line.end)
    if scored and all(one.subject.code == COUNTRY.code for one in scored):
        return None  # the nation's mean of a dimension, told in passing
    if len(keys) == 1 and dimensions and dimensions[0].start < first:
        return min(keys)
    named = {mark.key for mark in dimensions if mark.named}
    if not scored and len(named) == 1:
        return min(named)
    told = scored or any(one.dimension for one in leveled) or any(isinstance(m, RankMark) for m in line.marks)
    return line.inherited.dimension if told and not dimensions else None
