"""A page as words and rules, whichever library or engine read it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

BBox = tuple[float, float, float, float]

ASKEW = -1
"""The turn of a word that stands neither level nor upright: of a watermark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word and its box in points, origin top left.

    ``turn`` is by how many degrees clockwise it is turned on the page as a viewer shows it: 0, 90, 180, 270 or
    ``ASKEW``. ``confidence`` (0 to 1) tells how sure it is where it was recognised in a picture; None where the
    file states it.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool = False
    turn: int = 0
    confidence: float | None = None

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
class Way:
    """An affine way from one plane to another: x' = a x + b y + c, y' = d x + e y + f.

    >>> quarter = Way.turned(90, 100, 40)
    >>> quarter.box((0, 0, 10, 5)), Way.scaled(2).box((0, 0, 10, 5))
    ((95.0, 0.0, 100.0, 10.0), (0.0, 0.0, 20.0, 10.0))
    >>> quarter.then(Way.scaled(2)).box((0, 0, 10, 5))
    (190.0, 0.0, 200.0, 20.0)
    """

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 0.0
    e: float = 1.0
    f: float = 0.0

    @classmethod
    def scaled(cls, factor: float) -> Way:
        """Return the way that multiplies both coordinates."""
        return cls(a=factor, e=factor)

    @classmethod
    def turned(cls, degrees: float, width: float, height: float) -> Way:
        """Return the way from a picture to the same turned clockwise into one of ``width`` and ``height``.

        Quarter turns move the whole picture, other turns are around the middle and keep its size.
        """
        quarter: dict[float, Way] = {
            90.0: cls(a=0, b=-1, c=width, d=1, e=0),
            180.0: cls(a=-1, c=width, e=-1, f=height),
            270.0: cls(a=0, b=1, d=-1, e=0, f=height),
        }
        if degrees in quarter:
            return quarter[degrees]
        sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
        x, y = width / 2, height / 2
        return cls(a=cosine, b=-sine, c=x - cosine * x + sine * y, d=sine, e=cosine, f=y - sine * x - cosine * y)

    def then(self, after: Way) -> Way:
        """Return this way and ``after`` as one."""
        return Way(
            a=after.a * self.a + after.b * self.d,
            b=after.a * self.b + after.b * self.e,
            c=after.a * self.c + after.b * self.f + after.c,
            d=after.d * self.a + after.e * self.d,
            e=after.d * self.b + after.e * self.e,
            f=after.d * self.c + after.e * self.f + after.f,
        )

    def box(self, box: BBox) -> BBox:
        """Return the upright box around where ``box`` comes to lie."""
        x0, top, x1, bottom = box
        corners = [(x0, top), (x1, top), (x0, bottom), (x1, bottom)]
        xs = [self.a * x + self.b * y + self.c for x, y in corners]
        ys = [self.d * x + self.e * y + self.f for x, y in corners]
        return (float(min(xs)), float(min(ys)), float(max(xs)), float(max(ys)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, numbered from 1; ``words`` come in the order of the file.

    ``pictured`` is true where it shows something that is not text, ``photographed`` where that is one picture of
    the whole page, whatever text a scanner or a program put with it. ``back`` is set where the page was
    straightened for reading: the way to the coordinates that it is shown in.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: Rules = Rules()
    pictured: bool = False
    photographed: bool = False
    back: Way | None = None


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


def overlap(one: BBox, other: BBox) -> bool:
    """Tell whether two boxes have an area in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
