"""A blank page that text is set on, line by line and cell by cell, each character knowing its place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

from pipeline.model import Span
from pipeline.pictures.lettering import LEADING, Piece, drawn, font, reach, set_lines, width
from pipeline.readers.page import BBox

WIDTH = 1_100
MARGIN = 56
BODY, HEADING = 23, 27  # sizes of type
INK, GREY = (34, 34, 34), (138, 138, 138)
_RULE, _SHADE = (200, 204, 208), (241, 243, 245)
BASELINE = 1.05  # of the size: from the top of a line down to where letters stand

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLine:
    """A line of text that was set: its words, where it begins, its size of type."""

    pieces: tuple[Piece, ...]
    x: float
    top: float
    size: int
    colour: Colour

    def box(self, span: Span) -> BBox | None:
        """Return the box around those characters of ``span`` that the line shows, None where it shows none."""
        ends = reach(self.pieces, span, self.size)
        if ends is None:
            return None
        return (self.x + ends[0], self.top + 0.12 * self.size, self.x + ends[1], self.top + 1.38 * self.size)

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.x + self.pieces[-1].x + width(self.pieces[-1].text, self.size)

    def draw(self, pen: ImageDraw.ImageDraw) -> None:
        """Draw the words."""
        for piece in self.pieces:
            at = (self.x + piece.x, self.top + BASELINE * self.size)
            pen.text(at, drawn(piece.text), fill=self.colour, font=font(self.size), anchor="ls")


@dataclass(slots=True)
class Paper:
    """What was set so far; ``y`` is where the next block begins. Lengths are pixels."""

    text: str
    y: float = MARGIN
    lines: list[SetLine] = field(default_factory=list)
    signs: list[tuple[float, float, str, int]] = field(default_factory=list)
    cells: list[tuple[BBox, bool]] = field(default_factory=list)

    def set(self, span: Span, *, x: float, room: float, top: float, size: int, colour: Colour) -> float:
        """Set characters of the document from ``top`` on and return where they end."""
        shown = span.of(self.text)
        for pieces in set_lines(shown, size=size, room=room, offset=span.start):
            self.lines.append(SetLine(pieces=pieces, x=x, top=top, size=size, colour=colour))
            top += LEADING * size
        return top

    def sign(self, text: str, *, x: float, top: float, size: int) -> None:
        """Put something that is no text of the document: a list's number, an ellipsis."""
        self.signs.append((x, top, text, size))

    def cell(self, box: BBox, *, shaded: bool) -> None:
        """Rule a cell."""
        self.cells.append((box, shaded))

    def boxes(self, span: Span) -> tuple[BBox, ...]:
        """Return the boxes around the characters of ``span``, one a line."""
        return tuple(box for line in self.lines if (box := line.box(span)))

    def image(self) -> Image.Image:
        """Draw what was set."""
        image = Image.new("RGB", (WIDTH, math.ceil(self.y + MARGIN)), "white")
        pen = ImageDraw.Draw(image)
        for box, shaded in self.cells:
            pen.rectangle(box, fill=_SHADE if shaded else None, outline=_RULE, width=1)
        for x, top, text, size in self.signs:
            pen.text((x, top + BASELINE * size), drawn(text), fill=GREY, font=font(size), anchor="ls")
        for line in self.lines:
            line.draw(pen)
        return image


def window(text: str, span: Span, marked: Sequence[Span], most: int) -> Span:
    """Return at most about ``most`` characters of ``span``, those that are ``marked`` among them, whole words.

    >>> window("satu dua tiga empat lima", Span(start=0, end=24), [Span(start=9, end=13)], 18)
    Span(start=5, end=19)
    """
    if span.end - span.start <= most:
        return span
    inside = [mark for mark in marked if mark.start < span.end and span.start < mark.end]
    start = max(span.start, min((mark.start for mark in inside), default=span.start))
    end = min(span.end, max((mark.end for mark in inside), default=span.start), start + most)
    spare = (most - (end - start)) // 2
    low, high = max(span.start, start - spare), min(span.end, max(end + spare, span.start + most))
    if low > span.start:
        low = min(start, text.find(" ", low, start) + 1 or start)
    if high < span.end:
        high = max(end, text.rfind(" ", end, high))
    return Span(start=low, end=high)
