"""A page of a PDF as words and ruled cells, whichever library read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

BBox = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word and its box in points, origin top left. ``line`` numbers the lines as the file prints them."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    line: int
    bold: bool = False

    @property
    def box(self) -> BBox:
        """The box as x0, top, x1, bottom."""
        return (self.x0, self.top, self.x1, self.bottom)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A ruled table: each row has one box a column; a merged cell's box stands in every place it covers."""

    box: BBox
    rows: tuple[tuple[BBox, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, numbered from 1. ``pictured`` is true where it shows something that is not text."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    grids: tuple[Grid, ...] = ()
    ruled: bool = False
    pictured: bool = False


def union(boxes: Iterable[BBox]) -> BBox:
    """Return the smallest box around all of ``boxes`` (at least one), rounded to a tenth of a point.

    >>> union([(10, 10, 20, 20), (15, 5, 30.04, 12)])
    (10, 5, 30.0, 20)
    """
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return (round(min(x0s), 1), round(min(tops), 1), round(max(x1s), 1), round(max(bottoms), 1))


def inside(word: Word, box: BBox) -> bool:
    """Tell whether the middle of ``word`` lies in ``box``."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
