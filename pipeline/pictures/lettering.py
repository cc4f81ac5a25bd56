"""Letters for pictures: one font that comes with Pillow, lines that break, and where each character stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from PIL import ImageFont

from pipeline.model import Span
from pipeline.text import tidy_mapped

LEADING = 1.4  # of the size: from one line to the next
_BLANK = 1.25  # times the font's own blank, which is narrow on a screen
_WORD = re.compile(r"\S+")
_LACKING = "\ue000"  # a private character: drawn as every font draws what it lacks
_INSTEAD = {"•": "·", "●": "·", "◦": "·", "▪": "·", "■": "·", "×": "x", "→": "›", "←": "‹", "€": "EUR", "§": "Ps."}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A word, or what of it fits into one line: its characters, the first one's offset, its left edge."""

    text: str
    start: int
    x: float

    @property
    def span(self) -> Span:
        """The characters of the document that it shows."""
        return Span(start=self.start, end=self.start + len(self.text))


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """Return the font in a size (pixels); the same letters on every machine."""
    loaded = ImageFont.load_default(size)
    assert isinstance(loaded, ImageFont.FreeTypeFont)  # noqa: S101 - Pillow's wheels hold FreeType
    return loaded


def drawn(text: str) -> str:
    """Return the text with what the font lacks in plain letters; what has none stays, and is drawn as a box.

    >>> drawn("“Skor” – 41,20 • café")
    '“Skor” - 41,20 · cafe'
    """
    return text if text.isascii() else "".join(map(_drawn, text))


@cache
def _drawn(char: str) -> str:
    if _has(char):
        return char
    plain = _INSTEAD.get(char) or tidy_mapped(char).text
    return plain if all(map(_has, plain)) else char


@cache
def _has(char: str) -> bool:
    return char == " " or _shape(char) != _shape(_LACKING)


def _shape(char: str) -> tuple[tuple[int, int], bytes]:
    mask = font(24).getmask(char)
    return mask.size, bytes(mask)


def width(text: str, size: int) -> float:
    """Return how wide a text is, in pixels."""
    return float(font(size).getlength(drawn(text)))


def extent(text: str, size: int) -> float:
    """Return how wide a text is when it is set in one line, in pixels."""
    words = text.split()
    return sum(width(word, size) for word in words) + _BLANK * width(" ", size) * max(0, len(words) - 1)


def set_lines(text: str, *, size: int, room: float, offset: int = 0) -> list[tuple[Piece, ...]]:
    """Break a text into lines of ``room`` pixels; ``offset`` is where it stands in the document.

    Words stay whole where a line holds them.
    """
    blank = _BLANK * width(" ", size)
    lines: list[list[Piece]] = []
    right = room
    for found in _WORD.finditer(text):
        for start, part in _fitting(found.group(), size, room):
            wide = width(part, size)
            if not lines or right + blank + wide > room:
                lines.append([])
                x = 0.0
            else:
                x = right + blank
            lines[-1].append(Piece(text=part, start=offset + found.start() + start, x=x))
            right = x + wide
    return [tuple(line) for line in lines]


def _fitting(word: str, size: int, room: float) -> Iterator[tuple[int, str]]:
    """Cut a word that no line holds into parts that one holds, at least a character each."""
    start = 0
    for end in range(1, len(word) + 1):
        if end - start > 1 and width(word[start:end], size) > room:
            yield start, word[start : end - 1]
            start = end - 1
    yield start, word[start:]


def reach(line: Sequence[Piece], span: Span, size: int) -> tuple[float, float] | None:
    """Return from where to where a line shows the characters of ``span``, in pixels; None where it does not."""
    ends = [
        (
            piece.x + width(piece.text[: low - piece.start], size),
            piece.x + width(piece.text[: high - piece.start], size),
        )
        for piece in line
        for low, high in [(max(piece.start, span.start), min(piece.span.end, span.end))]
        if low < high
    ]
    return (ends[0][0], ends[-1][1]) if ends else None
