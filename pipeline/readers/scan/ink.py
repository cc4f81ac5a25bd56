"""What stands on a picture besides text: the rulings of tables, and stamps and signatures over the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from pipeline.readers.ocr.picture import WORKING_DPI, Grey
from pipeline.readers.page import BBox

Mask: TypeAlias = NDArray[np.bool_]

INK = 140  # grey: what is darker is ink, on paper made white
_POINT = WORKING_DPI / 72  # pixels
_ACROSS = round(36 * _POINT)  # pixels: no stroke of a letter, nor a row of serifs, is so long
_DOWN = round(13 * _POINT)  # a row of a table is not lower
_SOLID = 0.9  # of so long a piece of a ruling is ink
_THICK = 3 * _POINT  # a thicker bar is no ruling
_BENT = 10 * _POINT  # so far a ruling may wander on a page that did not lie flat
_MEETS = 5 * _POINT  # so near a ruling ends that meets another
_RAGGED = 4  # pixels: so far the edge of a ruling frays
_CROSSED = 16  # pixels: a ruling with its edges is not thicker
_AROUND = (-4, -16, 4, 16)
_TALL = 60 * _POINT  # no letter and no stroke of a pen is so straight for so long
_DUST = 2  # pixels of ink in a square of the coarse copy
_COARSE = 4  # pixels of a picture make one of the copy on which shapes are followed
_LARGE = 28 * _POINT  # a shape at least so high and wide is no word
_SPARSE = 0.35  # of its box at most is ink: a photograph is fuller
_MAX_RUNS = 300_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """A picture without its rulings, the rulings as boxes in pixels, and the boxes of stamps and signatures."""

    grey: Grey
    across: tuple[BBox, ...]
    down: tuple[BBox, ...]
    shapes: tuple[BBox, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Ink that hangs together: its box in pixels and how many pixels it fills."""

    box: BBox
    area: int


def inked(grey: Grey) -> Ink:
    """Find rulings and shapes on a prepared picture and take the rulings off."""
    ink = grey < INK
    rows, columns = _strokes(ink, _ACROSS), _strokes(ink.T, _DOWN).T
    across = [box for shape in shapes_of(rows) if _is_ruling(box := shape.box, shape.area, box[2] - box[0])]
    down = [box for shape in shapes_of(columns) if _is_ruling(box := shape.box, shape.area, box[3] - box[1])]
    down = [box for box in down if _is_side(box, across)]
    clean = grey.copy()
    lines, sides = _within(rows, across), _within(columns, down)
    drawn = grey.copy()
    upright = [(top, x0, bottom, x1) for x0, top, x1, bottom in down]
    for target, slant in ((clean, 0), (drawn, 1)):
        _wipe(target, across, ink & ~sides, lines, slant=slant)
        _wipe(target.T, upright, (ink & ~lines).T, sides.T, slant=slant)
    large = (shape for shape in shapes_of(drawn < INK) if _is_drawn(shape))
    return Ink(grey=clean, across=tuple(across), down=tuple(down), shapes=tuple(shape.box for shape in large))


def _strokes(ink: Mask, length: int) -> Mask:
    """Return the ink that lies in horizontal strokes of at least ``length`` pixels."""
    width = ink.shape[1]
    if width < length:
        return np.zeros_like(ink)
    filled = np.pad(np.cumsum(ink, axis=1, dtype=np.int32), ((0, 0), (1, 0)))
    begins = filled[:, length:] - filled[:, :-length] >= _SOLID * length
    begun = np.pad(np.cumsum(begins, axis=1, dtype=np.int32), ((0, 0), (1, 0)))
    here = np.arange(width)
    first, last = np.maximum(here - length + 1, 0), np.minimum(here + 1, begins.shape[1])
    inside: Mask = begun[:, last] > begun[:, np.minimum(first, last)]
    return inside & ink


def _within(strokes: Mask, boxes: Sequence[BBox]) -> Mask:
    """Return those strokes that lie in one of the boxes."""
    kept = np.zeros_like(strokes)
    for x0, y0, x1, y1 in boxes:
        place = (slice(int(y0), int(y1)), slice(int(x0), int(x1)))
        kept[place] = strokes[place]
    return kept


def _is_ruling(box: BBox, area: int, length: float) -> bool:
    thickness = min(box[2] - box[0], box[3] - box[1])
    return area <= _THICK * length and thickness <= min(_BENT, length / 3)


def _is_side(box: BBox, across: Sequence[BBox]) -> bool:
    """Tell whether a vertical line is the side of cells: it runs from ruling to ruling, or is long."""
    if box[3] - box[1] >= _TALL:
        return any(_meets(box, y, across) for y in (box[1], box[3])) or any(_crosses(box, one) for one in across)
    return all(_meets(box, y, across) for y in (box[1], box[3]))


def _meets(box: BBox, y: float, across: Sequence[BBox]) -> bool:
    return any(
        one[0] <= box[2] + _MEETS and box[0] <= one[2] + _MEETS and one[1] - _MEETS <= y <= one[3] + _MEETS
        for one in across
    )


def _crosses(box: BBox, one: BBox) -> bool:
    return one[0] <= box[2] and box[0] <= one[2] and box[1] <= one[3] and one[1] <= box[3]


def _wipe(grey: Grey, boxes: list[BBox], ink: Mask, strokes: Mask, *, slant: int) -> None:
    """Paint horizontal strokes in these boxes, with their ragged edges, as white as paper.

    Where other ink stands above and below, a letter or a stamp crosses the ruling and stays whole; one that goes
    across it at a ``slant`` leaves bits of the ruling behind.
    """
    for box in boxes:
        x0, y0, x1, y1 = (max(0, int(value) + more) for value, more in zip(box, _AROUND, strict=True))
        band = strokes[y0:y1, x0:x1].copy()
        for _ in range(_RAGGED):
            band[1:] |= band[:-1]
            band[:-1] |= band[1:]
        above = ink[y0:y1, x0:x1] & ~band
        below = above.copy()
        for _ in range(_CROSSED):
            above[1:] |= above[:-1]
            below[:-1] |= below[1:]
            for side in (above, below) if slant else ():
                side[:, 1:] |= side[:, :-1]
                side[:, :-1] |= side[:, 1:]
        grey[y0:y1, x0:x1][band & ~(above & below)] = 255


def _is_drawn(shape: Shape) -> bool:
    width, height = shape.box[2] - shape.box[0], shape.box[3] - shape.box[1]
    return width >= _LARGE and height >= _LARGE and shape.area <= _SPARSE * width * height


def shapes_of(ink: Mask) -> list[Shape]:
    """Return what ink hangs together, seen from so far that the dots of a print run into each other.

    A picture of dust, which is all shapes, gives none.
    """
    height, width = (side - side % _COARSE for side in ink.shape)
    tiles = ink[:height, :width].reshape(height // _COARSE, _COARSE, width // _COARSE, _COARSE)
    counts = tiles.sum(axis=(1, 3), dtype=np.int32)
    runs = _runs(counts > _DUST)
    if len(runs) > _MAX_RUNS:
        return []
    found: dict[int, list[int]] = {}
    for root, (row, start, end) in zip(_joined(runs), runs, strict=True):
        area = int(counts[row, start:end].sum())
        one = found.setdefault(root, [start, row, end, row + 1, 0])
        one[0], one[2], one[3] = min(one[0], start), max(one[2], end), row + 1
        one[4] += area
    return [
        Shape(box=tuple(float(_COARSE * value) for value in one[:4]), area=one[4])  # type: ignore[arg-type]
        for one in found.values()
    ]


def _runs(ink: Mask) -> list[tuple[int, int, int]]:
    """Return the runs of ink of each row from the top: row, start, end."""
    edges = np.diff(np.pad(ink, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    return list(zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True))


def _joined(runs: list[tuple[int, int, int]]) -> Iterator[int]:
    """Return for each run the number of a run that stands for all it hangs together with."""
    parent = list(range(len(runs)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    above = 0  # the first run of the row before that may touch this one
    for index, (row, start, end) in enumerate(runs):
        while above < index and (
            runs[above][0] < row - 1 or (runs[above][0] == row - 1 and runs[above][2] < start)
        ):
            above += 1
        other = above
        while other < index and runs[other][0] == row - 1 and runs[other][1] <= end:
            parent[root(other)] = root(index)
            other += 1
    return map(root, range(len(runs)))
