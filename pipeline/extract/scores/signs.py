"""What a sentence with figures tells about them: pairs, levels behind figures, and of whom it goes on to speak."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from pipeline.extract.draft import COUNTRY
from pipeline.extract.marks.kinds import CategoryMark, DimensionMark, NumberMark, RankMark
from pipeline.extract.regions.names import PREFIX_LEVEL

if TYPE_CHECKING:
    from pipeline.extract.draft import Subject
    from pipeline.extract.regions.names import Prefix
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.rows import Pairs
    from pipeline.extract.scene.scene import Scene

NEXT_TO = re.compile(r"\)?[\s:,]{1,3}")
"""What stands between a region and the bare figure of a pair."""
_PAIRED = re.compile(rf"(?:{NEXT_TO.pattern})(?:yang )?")
ODD_DOUBT = 0.5
"""Doubt where a figure may as well be another region's."""

_AND = re.compile(r",? (?:dan|serta) ")
_VULNERABLE = re.compile(r"rawan|tertinggi|terendah")
_TO_LEVEL = re.compile(r"[\s(\-:,]{1,3}(?:kategori |rawan )*")
_MORE_FIGURES = re.compile(r"[,;]?\s?(?:dan|serta|;|,)\s(?:skor |nilai )?(?P<figure>\d)")
_OPENS_ON_NATION = re.compile(r"^\W*(?:untuk|pada|di|dalam) (?:skala|tingkat|level|lingkup) nasional(?![a-z])")
THIS_ONE = re.compile(r"(?<![a-z])(?:provinsi|kabupaten|kota|daerah|wilayah) ini(?! (?:ada|yakni|yaitu))(?![a-z])")
"""Words for the region that a text is about."""
_OF_NATION = re.compile(
    r"(?:^\W*secara nasional(?![a-z]),?"
    r"(?!.{0,90}(?<![a-z])(?:daerah|wilayah|kabupaten|provinsi|kota|kami|kita)(?![a-z]))|"
    r"(?:ikp|indeks|skor|nilai|angka|kerawanan)(?: [a-z()]+| 20\d\d){0,4} "
    r"(?:(?:(?:di|pada) )?(?:tingkat|skala|level|lingkup)|secara) nasional(?![a-z]))(?:(?!dengan)[^,;.]){0,40}$"
)
_TURNOUT = re.compile(r"(?<![a-z])(?:tingkat|angka|persentase|target|jumlah) $")
_ITS = re.compile(
    r"^\W*[a-z ]{0,20}(?:skor|nilai|indeks|ikp|poin|persentase|angka|dimensi|kontestasi|partisipasi|"
    r"penyelenggaraan|politik)nya(?![a-z])"
)


_OF_CLASS = re.compile(
    r"^\W*(?:(?:sementara(?: itu)?|sedangkan|adapun|namun|tetapi|tapi|bahkan|sebab|apalagi),? )?"
    r"(?P<kind>provinsi|kabupaten|kota) (?!(?:yang )?lain)(?:[a-z-]+ ){0,6}?(?:ini|itu|tersebut)(?! (?:ada|"
    r"yakni|yaitu))"
    r"(?![a-z])"
)
"""A sentence that goes on with a region by its class: "Provinsi berpenduduk terbanyak itu meraih skor 77,04"."""


_TO_DIMENSION = re.compile(
    r"\W*(?:(?:lalu|kemudian|disusul|sedangkan|sementara(?: itu)?|adapun|selanjutnya|berikutnya|untuk|pada|di|"
    r"(?:sub ?-?)?dimensi|aspek|konteks|tahapan|kalau)\W+)*"
)


def _opens_on_dimension(line: Line) -> bool:
    """Tell whether a line begins with the name of a dimension: "Kontestasi 43,90.", "Lalu dimensi partisipasi"."""
    first = next((m for m in line.marks if isinstance(m, DimensionMark)), None)
    return first is not None and _TO_DIMENSION.fullmatch(line.between(line.start, first.start)) is not None


def _of_class(line: Line, scene: Scene) -> Subject | None:
    """Return the one region of a class that was spoken of, or the document's own; None where no class is named.

    "Provinsi itu" is no regency, and "kota itu" no province: the only one of the class that the sentence before
    named, else the document's own.
    """
    found = _OF_CLASS.match(line.lower)
    if found is None:
        return None
    level = PREFIX_LEVEL[cast("Prefix", found["kind"])]
    regions = scene.places.regions
    own = scene.own()
    told = {one.code: one for one in line.inherited.subjects if one.code and regions[one.code].level == level}
    if len(told) == 1:
        one = next(iter(told.values()))
        sole = len(line.inherited.subjects) == 1 or one.code == own.code
        return replace(one, carried=True).in_doubt(0.1 if sole else ODD_DOUBT)
    if told or own.code is None:
        return None
    if regions[own.code].level == level:
        return own
    above = scene.places.province_of(own.code) if found["kind"] == "provinsi" else None
    return replace(own, code=above).in_doubt(ODD_DOUBT) if above else None


def has_unread(line: Line, mark: NumberMark, *, alone: bool) -> bool:
    """Tell whether figures go on behind a number that were not taken for scores: whose it is, is open then.

    Behind the number of one region ``alone``, any figure is one too many: "Alfa 55,10 dan 38,20" goes on with what
    the sentence before gave two of.
    """
    behind = _MORE_FIGURES.match(line.between(mark.end, line.end))
    starts = {m.start for m in line.marks if isinstance(m, NumberMark)}
    return behind is not None and (alone or mark.end + behind.start("figure") not in starts)


def goes_on(line: Line, mark: NumberMark) -> bool:
    """Tell whether another figure with decimals is joined to a number: "Skornya 91,00 dan 86,00"."""
    behind = _MORE_FIGURES.match(line.between(mark.end, line.end))
    start = mark.end + behind.start("figure") if behind else line.end
    return any(isinstance(m, NumberMark) and m.start == start and m.decimals for m in line.marks)


def is_joined(line: Line, group: Pairs) -> bool:
    """Tell whether "dan" joins the last two regions before a number, that may be both's: "Alfa dan Beta 30,10"."""
    gaps = [line.between(one.end, other.start) for (one, _), (other, _) in pairwise(group)]
    return bool(gaps) and _AND.fullmatch(gaps[-1]) is not None


def tells_of_scores(line: Line) -> bool:
    """Tell whether the line's bare numbers are scores: it speaks of vulnerability, or lists several pairs."""
    return _VULNERABLE.search(line.lower) is not None or count_pairs(line) >= 2


def count_pairs(line: Line) -> int:
    """Count the numbers with two decimals that stand right behind a region."""
    return sum(
        1
        for mention, _ in line.regions
        for mark in line.marks
        if isinstance(mark, NumberMark)
        and mark.decimals == 2
        and _PAIRED.fullmatch(line.between(mention.end, mark.start))
        and "," in line.between(mark.start, mark.end)  # 16.12 may be a date
    )


def is_code(line: Line, mark: NumberMark) -> bool:
    """Tell whether a number is the code of a region of the line: "Kab. Buru  81.04  26.05"."""
    return line.between(mark.start, mark.end) in {subject.code for _, subject in line.regions}


_SECTION = re.compile(r"\W*(?:[1-9]|[1-9]\d)\.\d{1,2}\.?\s(?=[A-Z][a-z])")


def numbers_section(line: Line, mark: NumberMark) -> bool:
    """Tell whether a number opens a heading: "3.2 Sumber Kerawanan"; "3.43 Kabupaten Alfa" is a row."""
    text = line.unit.passage.text
    found = _SECTION.match(text) if line.start == 0 else None
    if found is None or not mark.start < found.end() or line.inherited.listed or text.endswith("."):
        return False
    return not any(mention.start <= found.end() for mention, _ in line.regions)


def is_leveled(line: Line, mark: NumberMark) -> bool:
    """Tell whether a level stands right behind a number: "Alfa 55,10 tinggi", "Alfa 55,10 (sedang)"."""
    levels = (m for m in line.marks if isinstance(m, CategoryMark) and m.start >= mark.end)
    return any(_TO_LEVEL.fullmatch(line.between(mark.end, level.start)) for level in levels)


def of_nation(line: Line, mark: NumberMark, *, of_dimension: bool) -> tuple[Subject, ...] | None:
    """Return the country for a number that is said to be the nation's, None where nothing speaks of the nation.

    "Indeks kerawanan pada tingkat nasional di kisaran 49": the country. Where the sentence ranks, the number is a
    region's among all, whose stays open: "secara nasional di urutan 20 dengan skor 41,20"; "provinsi ini di urutan
    20 secara nasional" says whose.
    """
    among_all = "secara nasional" in line.lower
    if (among_all and of_dimension) or _OPENS_ON_NATION.search(line.lower):
        return (COUNTRY,)
    ranks = any(isinstance(other, RankMark) for other in line.marks)
    if not ranks and _OF_NATION.search(line.between(line.start, mark.start)):
        return (replace(COUNTRY, doubt=ODD_DOUBT),)
    of_this = ranks and THIS_ONE.search(line.between(line.start, mark.start))
    return () if among_all and not of_this else None


def is_turnout(
    line: Line,
    mark: NumberMark,
    named: Sequence[DimensionMark],
    waiting: Sequence[DimensionMark],
    *,
    new: bool,
    told: bool,
) -> bool:
    """Tell whether a share stands behind the bare word of a dimension: the turnout, not its score.

    ``named`` are the line's dimensions, ``waiting`` those that the number would be of; ``new``: it is the first
    number behind them, ``told``: a region was named before.
    """
    if not waiting or waiting[-1].named or len({dim.key for dim in named}) > 1:
        return False
    if not waiting[-1].key.startswith("partisipasi"):
        return False
    row = line.inherited.listed or not (waiting[-1].key.endswith("pemilih") or told)
    if row and not line.between(line.start, waiting[-1].start).strip(" -*"):
        return False  # a row of a list of dimensions: "Partisipasi 40,40 persen"
    before = line.between(max(line.start, waiting[-1].start - 16), waiting[-1].start)
    return (mark.percent and new) or _TURNOUT.search(before) is not None


def spoken_of(line: Line, scene: Scene) -> Subject:
    """Return the region that a sentence without one goes on to speak of: the one named last, or the document's.

    A province that was but compared with the document's regency ("Sedangkan Provinsi Alfa 50,37.") is not gone on
    with, unless "skornya" says so; either reading is in doubt.
    """
    if line.inherited.bearer is not None:
        return line.inherited.bearer
    of_class = _of_class(line, scene)
    if of_class is not None:
        return of_class
    before, own = line.inherited.subjects, scene.own()
    if len(before) != 1:
        return own
    last = replace(before[0], carried=True).in_doubt(0.1)
    above = {"ID", scene.places.province_of(own.code)} if own.code else set()
    if last.code is None or last.code == own.code or last.code not in above:
        return last
    if line.inherited.measured and last.code in line.inherited.valued and _opens_on_dimension(line):
        return last.in_doubt(ODD_DOUBT)  # "NTT ... sosial politik 61,33. Kontestasi 43,90."
    bearer = last if _ITS.search(line.lower) and not line.inherited.stale else own
    return bearer.in_doubt(ODD_DOUBT)
