"""A picture to a page of words and ruled cells, as if it came from a PDF with text.

The page is laid out straightened, in points of ``WORKING_DPI``; its ``back`` leads to the page as it was.
"""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from pipeline.readers.ocr import glanced, recognised
from pipeline.readers.ocr_opinions import DOUBTED
from pipeline.readers.ocr_words import SeenWord
from pipeline.readers.pdf_grids import joined_rules
from pipeline.readers.pdf_page import BBox, Page, Rules, Way, Word
from pipeline.readers.scan_ink import INK, Ink, inked
from pipeline.readers.scan_picture import WORKING_DPI, Prepared, prepared

_POINT = 72 / WORKING_DPI  # points a pixel
_LOST = 0.65  # mean confidence: below, the page may lie on its side
_BLANK = 0.0005  # of a picture at most is ink where nothing stands on it
_MAX_RULINGS = 400
_WORN = 8.0  # points that may be worn off a ruling


def scanned_page(picture: Image.Image, *, number: int, dpi: float, unit: Way) -> Page:
    """Recognise a grey picture of ``dpi`` points an inch; ``unit`` leads from its pixels to the units of the page.

    A page on its side or on its head is turned. Words under a stamp or a signature are in doubt. Raises OcrError.
    """
    ready = prepared(picture, dpi=dpi)
    ink = inked(ready.grey)
    words = recognised(ink.grey) if (ink.grey < INK).mean() > _BLANK else []
    if words and _mean(words) < _LOST:
        ready, ink, words = _upright(picture, dpi, (ready, ink, words))
    height, width = ready.grey.shape
    return Page(
        number=number,
        width=width * _POINT,
        height=height * _POINT,
        words=tuple(_word(word, ink.shapes) for word in words),
        rules=_rules(ink),
        back=Way.scaled(1 / _POINT).then(ready.back).then(unit),
    )


def _upright(
    picture: Image.Image, dpi: float, found: tuple[Prepared, Ink, list[SeenWord]]
) -> tuple[Prepared, Ink, list[SeenWord]]:
    """Return the page turned by the quarter that is read best, or as it was ``found``."""
    best, turned = _gain(found[2]), 0
    for quarters in (1, 2, 3):
        ready = prepared(picture, dpi=dpi, quarters=quarters)
        gain = _gain(glanced(inked(ready.grey).grey))
        if gain > best:
            best, turned = gain, quarters
    if not turned:
        return found
    ready = prepared(picture, dpi=dpi, quarters=turned)
    ink = inked(ready.grey)
    return ready, ink, recognised(ink.grey)


def _mean(words: Sequence[SeenWord]) -> float:
    length = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / length


def _gain(words: Sequence[SeenWord]) -> float:
    """Return how many characters were surely read."""
    return sum(len(word.text) for word in words if word.confidence > _LOST)


def _rules(ink: Ink) -> Rules:
    """Return the rulings that were seen, in points; the pieces of worn ones are joined. None of a drawing."""
    if len(ink.across) + len(ink.down) > _MAX_RULINGS:
        return Rules()
    level = [((top + bottom) / 2, x0, x1) for x0, top, x1, bottom in map(_points, ink.across)]
    upright = [((x0 + x1) / 2, top, bottom) for x0, top, x1, bottom in map(_points, ink.down)]
    return Rules(level=tuple(joined_rules(level, gap=_WORN)), upright=tuple(joined_rules(upright, gap=_WORN)))


def _word(word: SeenWord, shapes: Sequence[BBox]) -> Word:
    covered = any(_touch(word.box, shape) for shape in shapes)
    return Word(
        text=word.text,
        x0=word.box[0] * _POINT,
        top=word.top * _POINT,
        x1=word.box[2] * _POINT,
        bottom=word.bottom * _POINT,
        confidence=round(min(word.confidence, DOUBTED) if covered else word.confidence, 2),
    )


def _touch(one: BBox, other: BBox) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _points(box: BBox) -> BBox:
    return (box[0] * _POINT, box[1] * _POINT, box[2] * _POINT, box[3] * _POINT)
