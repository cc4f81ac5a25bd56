"""Marks: the meaningful pieces of a sentence, found by pattern, in order of position.

A mark says what a piece of text is (a number that may be a score, a category, a dimension, a rank, a count of
regions, a word that introduces a list ...), not yet what it belongs to; binding is the business of the rules.
Positions are characters of ``Passage.text``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from pipeline.model import Category, TallyLevel

CueKind = Literal["total", "intro", "shared", "negation", "hypothetical", "pronoun"]
"""What a linking word tells: a return to the whole index, a list to come, one value for several, a denial,
a supposition or scale, regions that were named before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Base of all marks: characters ``start`` to ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMark(Mark):
    """A number that may be a score.

    ``cued``: a word such as "skor" stands before it; ``bracket``: a bracket opens right before it;
    ``decimals`` counts the digits behind the mark; ``percent``: "persen" or "%" stands behind it;
    ``torn``: a blank parts it outside brackets, so that it may be two.
    """

    value: Decimal
    decimals: int
    cued: bool
    bracket: bool
    percent: bool
    torn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryMark(Mark):
    """A level. ``plain`` is false for the bare word, which counts only beside a region or a plain one."""

    category: Category
    plain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionMark(Mark):
    """A dimension, subdimension or stage of the index, by its key.

    ``named``: a word such as "dimensi", "tahapan" or "aspek" goes before, so that no other sense is meant.
    """

    key: str
    named: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RankMark(Mark):
    """A stated rank, from 1."""

    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMark(Mark):
    """A number of regions: "85 kabupaten/kota", "dua daerah".

    ``level`` is None for "daerah" and "wilayah"; ``universe``: it is all there are ("dari 34 provinsi").
    """

    n: int
    level: TallyLevel | None
    universe: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CueMark(Mark):
    """A word that tells how its neighbours belong together."""

    kind: CueKind


def overlaps(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    """Tell whether characters ``start`` to ``end`` share any with one of the ranges in ``taken``.

    >>> overlaps(2, 5, [(4, 6)]), overlaps(2, 4, [(4, 6)])
    (True, False)
    """
    return any(start < high and low < end for low, high in taken)


def moved(mark: Mark, by: int) -> Mark:
    """Return the mark ``by`` characters further on."""
    return replace(mark, start=mark.start + by, end=mark.end + by) if by else mark
