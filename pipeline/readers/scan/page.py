"""A picture to a page of words and ruled cells, as if it came from a PDF with text.

The page is laid out straightened, in points of ``WORKING_DPI``; its ``back`` leads to the page as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from pipeline.readers.grids import grids_of, joined_rules
from pipeline.readers.ocr.opinions import DOUBTED, has_digit
from pipeline.readers.ocr.picture import WORKING_DPI, Prepared, prepared
from pipeline.readers.ocr.recognition import glanced, recognised
from pipeline.readers.ocr.words import SeenWord
from pipeline.readers.page import BBox, Page, Rules, Way, Word, overlap
from pipeline.readers.scan.cells import apart
from pipeline.readers.scan.ink import INK, Ink, inked
from pipeline.readers.scan.type import bold_lines

_POINT = 72 / WORKING_DPI  # points a pixel
_LOST = 0.65  # mean confidence: below, the page may lie on its side
_BLANK = 500  # pixels of ink: two letters have more
_MAX_RULINGS = 400
_SPECK = 2  # letters or signs that one of two readings saw
_WORN = 8.0  # points that may be worn off a ruling


def scanned_page(picture: Image.Image, *, number: int, dpi: float, unit: Way) -> Page:
    """Recognise a grey picture of ``dpi`` dots an inch; ``unit`` leads from its pixels to the units of the page.

    A page on its side or on its head is turned. Words under a stamp or a signature are in doubt. Raises OcrError.
    """
    sheet = _Sheet.of(picture, dpi)
    words = sheet.words()
    if words and _mean(words) < _LOST:
        sheets = [sheet, *(_Sheet.of(picture, dpi, quarters=quarters) for quarters in (1, 2, 3))]
        upright = max(sheets, key=lambda one: _gain(glanced(one.ink.grey)))
        if upright is not sheet:
            sheet, words = upright, upright.words()
    height, width = sheet.ready.grey.shape
    bold = bold_lines(sheet.ink.grey, words)
    return Page(
        number=number,
        width=width * _POINT,
        height=height * _POINT,
        words=tuple(
            _word(word, sheet.ink.shapes, bold=word.line in bold) for word in words if not _is_speck(word)
        ),
        rules=sheet.rules,
        back=Way.scaled(1 / _POINT).then(sheet.ready.back).then(unit),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """A picture made ready, one side up, with its rulings in points."""

    ready: Prepared
    ink: Ink
    rules: Rules

    @classmethod
    def of(cls, picture: Image.Image, dpi: float, *, quarters: int = 0) -> _Sheet:
        """Make the picture ready, turned clockwise by so many quarters."""
        ready = prepared(picture, dpi=dpi, quarters=quarters)
        ink = inked(ready.grey)
        return cls(ready=ready, ink=ink, rules=_rules(ink))

    def words(self) -> list[SeenWord]:
        """Recognise the words, those of tables cell by cell; a blank page has none. Raises OcrError."""
        if (self.ink.grey < INK).sum() < _BLANK:
            return []
        boxes = (_scaled(box, 1 / _POINT) for grid in grids_of(self.rules) for row in grid.rows for box in row)
        rest, cells = apart(self.ink.grey, boxes)
        text = recognised(rest)
        return cells.put_back(recognised(cells.grey, block=True), text) if cells else text


def _rules(ink: Ink) -> Rules:
    """Return the rulings that were seen, in points; the pieces of worn ones are joined. None of a drawing."""
    if len(ink.across) + len(ink.down) > _MAX_RULINGS:
        return Rules()
    across, down = ([_scaled(box, _POINT) for box in boxes] for boxes in (ink.across, ink.down))
    level = [((top + bottom) / 2, x0, x1) for x0, top, x1, bottom in across]
    upright = [((x0 + x1) / 2, top, bottom) for x0, top, x1, bottom in down]
    return Rules(level=tuple(joined_rules(level, gap=_WORN)), upright=tuple(joined_rules(upright, gap=_WORN)))


def _mean(words: Sequence[SeenWord]) -> float:
    length = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / length


def _gain(words: Sequence[SeenWord]) -> float:
    """Return how many characters were surely read."""
    return sum(len(word.text) for word in words if word.confidence > _LOST)


def _is_speck(word: SeenWord) -> bool:
    """Tell whether a word is but dust that looked like a letter; a digit never is: it may be part of a number."""
    return len(word.text) <= _SPECK and word.confidence <= DOUBTED and not has_digit(word.text)


def _word(word: SeenWord, shapes: Sequence[BBox], *, bold: bool) -> Word:
    covered = any(overlap(word.box, shape) for shape in shapes)
    return Word(
        text=word.text,
        x0=word.box[0] * _POINT,
        top=word.top * _POINT,
        x1=word.box[2] * _POINT,
        bottom=word.bottom * _POINT,
        bold=bold,
        confidence=round(min(word.confidence, DOUBTED) if covered else word.confidence, 2),
    )


def _scaled(box: BBox, factor: float) -> BBox:
    return (box[0] * factor, box[1] * factor, box[2] * factor, box[3] * factor)
