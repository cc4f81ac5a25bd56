"""The cells of ruled tables taken apart for recognition, so that no line of one is read as a line of the next.

Where one cell of a row has two lines and the next has one, in the middle, an engine that reads across the page
cuts through them. So the cells are laid one under the other, and their words are put back afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from pipeline.readers.ocr.picture import Grey
from pipeline.readers.ocr.words import SeenWord
from pipeline.readers.page import BBox
from pipeline.readers.scan.ink import INK

_INSET = 3  # pixels: the edge of a cell is where its ruling was
_GAP = 22  # pixels of white between two cells
_LEFT = 80  # pixels of white beside them
_EMPTY = 30  # pixels: so little ink in a cell is dust
_MAX_HEIGHT = 30_000  # pixels: more is too much for Tesseract


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """The cells of a page one under the other: their picture, where each came from and how low it lies now."""

    grey: Grey
    places: tuple[tuple[BBox, int], ...]

    def put_back(self, words: Iterable[SeenWord], text: Iterable[SeenWord]) -> list[SeenWord]:
        """Put the words of this picture among the ``text`` of the rest of the page, each where it came from."""
        return _in_order(text, map(self._moved, words))

    def _moved(self, word: SeenWord) -> SeenWord:
        middle = (word.box[1] + word.box[3]) / 2
        (x0, y0, _, _), top = max(
            (one for one in self.places if one[1] - _GAP / 2 <= middle), key=lambda one: one[1]
        )
        across, down = x0 - _LEFT, y0 - top
        box = (word.box[0] + across, word.box[1] + down, word.box[2] + across, word.box[3] + down)
        return replace(word, box=box, top=word.top + down, bottom=word.bottom + down)


def apart(grey: Grey, cells: Iterable[BBox]) -> tuple[Grey, Cells | None]:
    """Return a page without its cells, and the cells; the page as it is and None where it has none or too many."""
    rest = grey.copy()
    pieces: list[tuple[BBox, Grey]] = []
    for cell in dict.fromkeys(cells):
        x0, y0, x1, y1 = _inner(cell, grey)
        piece = grey[y0:y1, x0:x1]
        if (piece < INK).sum() > _EMPTY:
            pieces.append(((x0, y0, x1, y1), piece))
        rest[y0:y1, x0:x1] = 255
    height = _GAP + sum(piece.shape[0] + _GAP for _, piece in pieces)
    width = 2 * _LEFT + max((piece.shape[1] for _, piece in pieces), default=0)
    if not pieces or height > _MAX_HEIGHT:
        return grey, None
    laid = np.full((height, width), 255, dtype=np.uint8)
    places = []
    top = _GAP
    for box, piece in pieces:
        laid[top : top + piece.shape[0], _LEFT : _LEFT + piece.shape[1]] = piece
        places.append((box, top))
        top += piece.shape[0] + _GAP
    return rest, Cells(grey=laid, places=tuple(places))


def _inner(cell: BBox, grey: Grey) -> tuple[int, int, int, int]:
    """Return a cell without its rulings, in whole pixels of the picture."""
    height, width = grey.shape
    x0, y0 = (max(0, round(value) + _INSET) for value in cell[:2])
    return x0, y0, max(x0, min(width, round(cell[2]) - _INSET)), max(y0, min(height, round(cell[3]) - _INSET))


def _in_order(text: Iterable[SeenWord], cells: Iterable[SeenWord]) -> list[SeenWord]:
    """Put the lines of cells before the first line of text that stands below them, and number all lines anew."""
    lines = [list(row) for _, row in groupby(text, key=lambda word: word.line)]
    for _, row in groupby(cells, key=lambda word: word.line):
        line = list(row)
        below = next((i for i, other in enumerate(lines) if other[0].bottom > line[0].bottom), len(lines))
        lines.insert(below, line)
    return [replace(word, line=number) for number, line in enumerate(lines) for word in line]
