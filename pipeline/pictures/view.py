"""What a picture shows of a document: a page as an image, and where on it the evidence stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PIL import Image, ImageChops, ImageDraw

from pipeline.readers.page import BBox, union

MARKER = (255, 226, 112)
"""The quoted words, as a marker pen leaves them."""
PALE = (255, 245, 208)
"""Other words that the value rests on."""
EDGE = (199, 124, 2)
FRAME = (42, 127, 184)

MAX_PIXELS = 4_000_000  # of a page in a picture: A4 at 200 dpi
MAX_SIDE = 6_000  # pixels
_SAME_LINE = 0.5  # of the lower box's height
_ON_SIDE = 1.5  # times as high as wide is a word that stands on its side
_GAP = 3.0  # of the height: a wider one parts two cells


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page with the evidence on it, in pixels.

    ``marks`` hold the quoted words, a box a line, or, where not ``exact``, the cell or block that holds them;
    ``others`` further words of the document that the value rests on; ``frame`` is their row or block. ``where``
    says what is shown (``PDF, page 2``), ``notes`` what a person should know about the marks.
    """

    image: Image.Image
    marks: tuple[BBox, ...]
    exact: bool = True
    others: tuple[BBox, ...] = ()
    frame: BBox | None = None
    where: str
    notes: tuple[str, ...] = ()

    @property
    def paler(self) -> tuple[BBox, ...]:
        """The further words, but those that stand in a mark."""
        return tuple(box for box in self.others if not any(within(mark, [box], 2) for mark in self.marks))

    def painted(self) -> Image.Image:
        """Return the page with its marks: the paper takes the colour, the print stays black."""
        ink = Image.new("RGB", self.image.size, "white")
        pen = ImageDraw.Draw(ink)
        for boxes, colour in ((self.paler, PALE), (self.marks, MARKER)):
            for box in boxes:
                pen.rectangle(grown(box, 2, 1), fill=colour)
        page = ImageChops.multiply(self.image.convert("RGB"), ink)
        pen = ImageDraw.Draw(page)
        if self.frame:
            pen.rectangle(grown(self.frame, 4, 4), outline=FRAME, width=2)
        for box in self.marks:
            pen.rectangle(grown(box, 3, 2), outline=EDGE, width=1)
        return page


def grown(box: BBox, across: float, down: float) -> BBox:
    """Return the box with as much more on each side."""
    return (box[0] - across, box[1] - down, box[2] + across, box[3] + down)


def scaled(boxes: Iterable[BBox], across: float, down: float) -> tuple[BBox, ...]:
    """Turn boxes in points to pixels."""
    return tuple((x0 * across, y0 * down, x1 * across, y1 * down) for x0, y0, x1, y1 in boxes)


def bounded(width: float, height: float, wanted: float) -> float:
    """Return the scale, ``wanted`` at most, at which a page of this size is a picture of bearable size.

    >>> bounded(595, 842, 2.0)
    2.0
    >>> round(14_400 * bounded(14_400, 14_400, 2.0))
    2000
    """
    return min(wanted, math.sqrt(MAX_PIXELS / (width * height)), MAX_SIDE / max(width, height))


def line_boxes(boxes: Iterable[BBox]) -> tuple[BBox, ...]:
    """Join the boxes of words that follow each other on one line; lines may stand on their side.

    >>> line_boxes([(10, 10, 30, 20), (34, 10, 60, 20), (10, 24, 40, 34)])
    ((10, 10, 60, 20), (10, 24, 40, 34))
    >>> line_boxes([(10, 90, 20, 120), (10, 50, 20, 87)])
    ((10, 50, 20, 120),)
    """
    lines: list[BBox] = []
    for box in boxes:
        if lines and (_follows(lines[-1], box) or _follows_on_side(lines[-1], box)):
            lines[-1] = union([lines[-1], box])
        else:
            lines.append(box)
    return tuple(lines)


def _follows(line: BBox, box: BBox) -> bool:
    height = min(line[3] - line[1], box[3] - box[1])
    level = min(line[3], box[3]) - max(line[1], box[1]) >= _SAME_LINE * height
    return level and -height <= box[0] - line[2] <= _GAP * max(line[3] - line[1], height)


def _follows_on_side(line: BBox, box: BBox) -> bool:
    if any(one[3] - one[1] < _ON_SIDE * (one[2] - one[0]) for one in (line, box)):
        return False
    (x0, y0, x1, y1), (a0, b0, a1, b1) = line, box
    down, up = _follows((y0, x0, y1, x1), (b0, a0, b1, a1)), _follows((-y1, x0, -y0, x1), (-b1, a0, -b0, a1))
    return down or up


def within(box: BBox, boxes: Sequence[BBox], slack: float) -> bool:
    """Tell whether all of ``boxes`` lie in ``box``."""
    x0, y0, x1, y1 = grown(box, slack, slack)
    return all(x0 <= one[0] and y0 <= one[1] and one[2] <= x1 and one[3] <= y1 for one in boxes)


def noted(view: View, *notes: str) -> View:
    """Return the view with more notes."""
    return replace(view, notes=(*view.notes, *notes))
