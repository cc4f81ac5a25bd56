"""A page of a PDF as words and rules, whichever library read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

BBox = tuple[float, float, float, float]

ASKEW = -1
"""The turn of a word that stands neither level nor upright: of a watermark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word and its box in points, origin top left.

    ``turn`` is by how many degrees clockwise it is turned on the page as a viewer shows it: 0, 90, 180, 270 or
    ``ASKEW``.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool = False
    turn: int = 0

    @property
    def box(self) -> BBox:
        """The box as x0, top, x1, bottom."""
        return (self.x0, self.top, self.x1, self.bottom)

    @property
    def middle(self) -> float:
        """Half its height, from the top of the page."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """The height of its box."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The level and the upright lines of a page, and the boxes that are filled.

    A level line is (y, x0, x1), an upright one (x, top, bottom).
    """

    level: tuple[tuple[float, float, float], ...] = ()
    upright: tuple[tuple[float, float, float], ...] = ()
    shades: tuple[BBox, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, numbered from 1; ``words`` come in the order of the file.

    ``pictured`` is true where it shows something that is not text; ``hidden`` where its text is not shown but lies
    unseen over a picture, as programs put it there that recognise scans.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: Rules = Rules()
    pictured: bool = False
    hidden: bool = False


def union(boxes: Iterable[BBox]) -> BBox:
    """Return the smallest box around all of ``boxes`` (at least one), rounded to a tenth of a point.

    >>> union([(10, 10, 20, 20), (15, 5, 30.04, 12)])
    (10, 5, 30.0, 20)
    """
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return (round(min(x0s), 1), round(min(tops), 1), round(max(x1s), 1), round(max(bottoms), 1))


def inside(word: Word, box: BBox) -> bool:
    """Tell whether the middle of ``word`` lies in ``box``."""
    x, y = (word.x0 + word.x1) / 2, word.middle
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
