"""From bound scores to drafts: their words, rank, level and confidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extract.draft import Draft
from pipeline.extract.marks.kinds import CategoryMark, CueMark, DimensionMark
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.sections import names_own_index
from pipeline.extract.scores.basis import is_aggregate
from pipeline.extract.scores.rank_owners import rank_beside, rank_scope
from pipeline.extract.scores.rules import BRACKET, CUED, NEAR, PAIR, SHARED
from pipeline.extract.scores.waiting import Scored
from pipeline.model import Category
from pipeline.reference.calibration import KNOWN_DOUBT

_CONFIDENCE = {CUED.id: 0.97, BRACKET.id: 0.95, PAIR.id: 0.9, SHARED.id: 0.93, NEAR.id: 0.7}
_CARRIED = 0.12  # what a score loses whose region is not named in its sentence
_PERCENT = 0.05
_OFF_SCALE = 0.5  # stated, though the edition has no such score: kept as stated, for a person to see
_NEAR_MEAN = re.compile(
    r"(?<![a-z])(?:di (?:atas|bawah)|melampaui|melebihi|daripada|dari|mendekati|menyamai|setara|"
    r"dibanding(?:kan)?|ketimbang)"
    r"(?: dengan)?(?: (?:angka|nilai|skor))? (?:rata-rata|rerata|median|nilai tengah)[^,;.\d()]{0,50}$"
)
_IN_PART = re.compile(r"sub ?-?dimensi (?:[a-z]+ ){1,4}$")
_IN_BRACKETS = re.compile(r"\s?(?:poin|persen|%)?\s?(?:\(|atau |- |, )(?:kategori |rawan |atau )*")


def score_drafts(line: Line, scored: Sequence[Scored], *, aggregate: bool) -> tuple[Draft, ...]:
    """Turn bound scores into drafts, with the category and rank that stand beside them.

    ``aggregate`` tells whether the text before speaks of means of regencies and cities.
    """
    return tuple(draft for one in scored for draft in _drafts_of(line, one, aggregate=aggregate))


def _drafts_of(line: Line, one: Scored, *, aggregate: bool) -> Iterator[Draft]:
    editions, previous = line.edition_at(one.number.start)
    base = Draft(
        type="score",
        subject=one.subject,
        edition=editions[0],
        previous=previous,
        span=line.span(_start_of(line, one), _end_of(line, one)),
        rule=one.rule,
        confidence=_confidence(line, one) if one.number.value <= one.scale else _OFF_SCALE,
        score=one.number.value,
        basis="agregat_kabkota" if is_aggregate(line, one.number.start, before=aggregate) else None,
    )
    rank = rank_beside(line, one)
    if rank is not None:
        base = replace(base, rank=rank.rank, rank_scope=rank_scope(line, rank))
    if one.dimensions:
        level = _level_of_dimension(line, one)
        for key in one.dimensions:
            yield replace(base, type="dimension_score", dimension=key, category=level)
    elif line.inherited.dimension and not _is_of_whole(line):
        yield replace(base, type="dimension_score", dimension=line.inherited.dimension)
    else:
        yield base


def _is_of_whole(line: Line) -> bool:
    """Tell whether a line returns to the whole index; "per dimensi IKP" does not."""
    totals = (mark for mark in line.marks if isinstance(mark, CueMark) and mark.kind == "total")
    return any(not line.between(line.start, mark.start).endswith("dimensi ") for mark in totals)


def _start_of(line: Line, one: Scored) -> int:
    """Return where the words of a score begin: at its region, else at the clause."""
    if one.mention is not None and one.mention.start < one.number.start:
        return one.mention.start
    if _is_behind_others(line, one):
        return one.number.start
    clause = line.between(line.start, one.number.start)
    breaks = [m.end() for m in re.finditer(r"[;:]\s|,\s(?!\d)", clause) if len(clause) - m.end() >= 15]
    return line.start + (breaks[-1] if breaks else 0)


def _end_of(line: Line, one: Scored) -> int:
    """Return where the words of a score end: at its number, or in some lists at the region behind."""
    if one.mention is None or one.mention.start < one.number.end:
        return one.number.end
    listed = one.rule in {PAIR, SHARED} or _is_behind_others(line, one)
    return one.mention.end if listed else one.number.end


def _is_behind_others(line: Line, one: Scored) -> bool:
    """Tell whether a number stands between another region and its own: "41,20 Alfa, 39,10 Beta"."""
    if one.mention is None or one.mention.start < one.number.end:
        return False
    return any(mention.end <= one.number.start for mention, _ in line.regions)


def _confidence(line: Line, one: Scored) -> float:
    base = _CONFIDENCE[one.rule.id]
    if (
        line.inherited.under_dimension
        and not one.dimensions
        and not line.inherited.dimension
        and not line.has("total")
    ):
        base = min(base, KNOWN_DOUBT)  # the heading above names a dimension, which this score may be of
    if (
        _may_be_number(line, one)
        or _may_be_of_dimension(line, one)
        or _is_near_mean(line, one)
        or _is_of_part(line, one)
    ):
        base = min(base, KNOWN_DOUBT)
    if one.mention is None:
        base -= _CARRIED
    if one.number.percent:
        base -= _PERCENT
    if one.number.torn:
        base = min(base, KNOWN_DOUBT)
    return round(base * (1 - 0.5 * one.subject.doubt), 3)


def _may_be_number(line: Line, one: Scored) -> bool:
    """Tell whether a whole score may be a number of indicators or events: "nilai 17 dari 61 indikator"."""
    return not one.number.decimals and 0 < one.number.value < _FULL and _EVENTS.search(line.lower) is not None


_FULL = 100
_EVENTS = re.compile(
    r"(?<![a-z])(?:indikator|kejadian|kasus|peristiwa|isu|variabel|titik|poin dari)(?:nya)?(?![a-z])"
)


def _may_be_of_dimension(line: Line, one: Scored) -> bool:
    """Tell whether a score may go on with the dimension of the sentence before: "Dimensi X Alfa 60. Beta 55."."""
    whole = line.has("total") or names_own_index(line.lower)
    return line.inherited.measured and not one.dimensions and not line.inherited.dimension and not whole


def _is_near_mean(line: Line, one: Scored) -> bool:
    """Tell whether a number may be the mean that a region is compared with: "Alfa di atas rata-rata 31,20"."""
    start = one.mention.end if one.mention is not None else line.start
    return _NEAR_MEAN.search(line.between(start, one.number.start)) is not None


def _is_of_part(line: Line, one: Scored) -> bool:
    """Tell whether its dimension is a word of a subdimension's name: "subdimensi keadilan dalam kontestasi"."""
    ends = [m.start for m in line.marks if isinstance(m, DimensionMark) and m.key in one.dimensions]
    return any(_IN_PART.search(line.between(line.start, end)) for end in ends)


def _level_of_dimension(line: Line, one: Scored) -> Category | None:
    """Return the level before or behind a dimension's number: "partisipasi level tinggi 3,73", "3,73 (tinggi)"."""
    ends = [m.end for m in line.marks if isinstance(m, DimensionMark) and m.end <= one.number.start]
    levels = (m for m in line.marks if isinstance(m, CategoryMark))
    near = [m for m in levels if ends and ends[-1] <= m.start]
    ahead = next((m.category for m in near if m.start < one.number.start), None)
    behind = (m for m in near if m.start >= one.number.end)
    following = next((m for m in behind if _IN_BRACKETS.fullmatch(line.between(one.number.end, m.start))), None)
    return ahead or (following.category if following else None)
