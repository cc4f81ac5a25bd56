"""Type that is printed twice or thrice to look bold: what lies on its own copy is read once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.readers.page import BBox, Word

_DENSE = 0.34  # of the line's height: characters are not narrower on the average of a word
_COPY = 0.5  # of the smaller box: what overlaps so far with its like is a copy of it
_BACK = 0.25  # of the line's height: no kerning goes farther back
_EQUAL = re.compile(r"(.)\1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """A printed character: its number on the page, and from where to where it reaches along its line."""

    index: int
    character: str
    start: float
    end: float


def may_be_doubled(text: str, length: float, height: float) -> bool:
    """Tell whether the characters of a word must be looked at one by one.

    ``length`` is how far its last character ends beyond the start of the first: too little for so many characters,
    or backwards, as where a word runs into its own copy.

    >>> may_be_doubled("77,0477,04", 24, 12), may_be_doubled("Alfa5Alfa", -3, 12), may_be_doubled("Alfa", 20, 12)
    (True, True, False)
    >>> may_be_doubled("77,,04", 26, 12)  # the comma alone may be there twice
    True
    """
    return length < _DENSE * height * len(text) or _EQUAL.search(text) is not None


def parted(glyphs: Sequence[Glyph], height: float) -> list[list[Glyph]]:
    """Part the glyphs of a word where they jump back, and drop those that lie on their like.

    >>> places = enumerate(zip("7447", (0, 5, 5.4, 0), strict=True))
    >>> word = [Glyph(index=i, character=c, start=x, end=x + 5) for i, (c, x) in places]
    >>> [[glyph.index for glyph in part] for part in parted(word, 12)]
    [[0, 1]]
    """
    parts: list[list[Glyph]] = [[]]
    for glyph in glyphs:
        part = parts[-1]
        if any(_lies_on(glyph, other) for other in part[-3:]):
            continue
        if part and glyph.start < part[-1].start - _BACK * height:
            parts.append([])
        parts[-1].append(glyph)
    return [part for part in parts if part]


def _lies_on(glyph: Glyph, other: Glyph) -> bool:
    shared = min(glyph.end, other.end) - max(glyph.start, other.start)
    return glyph.character == other.character and shared > _COPY * min(
        glyph.end - glyph.start, other.end - other.start
    )


def once(words: Sequence[Word]) -> tuple[Word, ...]:
    """Drop the words that lie on an earlier one of the same text.

    >>> first = Word(text="Skor", x0=10, top=10, x1=30, bottom=22)
    >>> again = Word(text="Skor", x0=10.4, top=10, x1=30.4, bottom=22)
    >>> beside = Word(text="Skor", x0=33, top=10, x1=53, bottom=22)
    >>> once([first, beside, again]) == (first, beside)
    True
    """
    by_text: dict[str, list[BBox]] = defaultdict(list)
    kept: list[Word] = []
    for word in words:
        boxes = by_text[word.text]
        if not any(_covers(box, word.box) for box in boxes):
            boxes.append(word.box)
            kept.append(word)
    return tuple(kept)


def _covers(first: BBox, second: BBox) -> bool:
    width = min(first[2], second[2]) - max(first[0], second[0])
    height = min(first[3], second[3]) - max(first[1], second[1])
    if width <= 0 or height <= 0:
        return False
    return width * height > _COPY * min(_area(first), _area(second))


def _area(box: BBox) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
