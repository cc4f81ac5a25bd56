"""In which order a page is read: columns of prose one after the other, all else from the top down.

Tables have columns too. What tells them apart is the geometry, never the order of the file: prose fills its lines
and runs on from one to the next, and no rule crosses the white between its columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median

from pipeline.readers.lines import ends_sentence, markers, starts_lower
from pipeline.readers.page import BBox, Page, Word
from pipeline.readers.pdf.lines import TextLine, lines_of

_LEAST = 5  # lines that a column has
_GUTTER = 6.0  # points: white that parts two columns is not narrower
_EDGE = 3.0  # points by which the lines of a column may begin apart
_INSIDE = 0.15  # of the text's width: no column is narrower
_FULL = 0.8  # of the column's width: a line of prose fills it
_LONG = 16  # characters: lines of prose are longer on the average
_LOOSE = 1.45  # of the usual pitch: a larger step ends a column beside which nothing stands
_APART = 1.25  # of the usual pitch: a larger step begins a paragraph, or a row
_ALIGNED = 0.6  # of the lines or rows on one side that have their like on the other: a table
_LONE = 8  # lines of prose beside what is none
_CANDIDATES = 4
_SLICE = 12.0  # points: a ruled table stands among the lines as slices so high
_MAX_SLICES = 1_000  # of a table: more only where a damaged file gives it a size beyond any page
_TABLE = "\0"  # the text of such a slice


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Words of a page that are read from the top down, and whether they are one of several columns."""

    words: tuple[Word, ...]
    box: BBox
    column: bool


def regions(page: Page, words: Sequence[Word], tables: Sequence[BBox]) -> list[Region]:
    """Part the ``words`` of a page, those outside of its ruled ``tables``, in the order of reading.

    The boxes of the regions take in the tables that stand among their words.
    """
    slices = [one for box in tables for one in _slices(box)]
    items = [*words, *slices]
    return list(_parted(lines_of(items), page, column=False)) if items else []


def _slices(box: BBox) -> Iterator[Word]:
    x0, top, x1, bottom = box
    count = min(max(1, round((bottom - top) / _SLICE)), _MAX_SLICES)
    height = (bottom - top) / count
    for number in range(count):
        y = top + number * height
        yield Word(text=_TABLE, x0=x0, top=y, x1=x1, bottom=y + height)


def _parted(lines: Sequence[TextLine], page: Page, *, column: bool) -> Iterator[Region]:
    """Yield the regions of some lines: what stands above columns, each column, what stands below them."""
    found = _columns(lines, page)
    if found is None:
        words = [word for line in lines for word in line.words]
        x0s, tops, x1s, bottoms = zip(*(word.box for word in words), strict=True)
        yield Region(
            words=tuple(word for word in words if word.text != _TABLE),
            box=(min(x0s), min(tops), max(x1s), max(bottoms)),
            column=column,
        )
        return
    above, left, right, below = found
    for part, inside in ((above, column), (left, True), (right, True), (below, column)):
        if part:
            yield from _parted(part, page, column=inside)


_Parts = tuple[list[TextLine], list[TextLine], list[TextLine], list[TextLine]]


def _columns(lines: Sequence[TextLine], page: Page) -> _Parts | None:
    """Find two columns among the lines: return what stands above, left, right and below, or None."""
    for gutter in _gutters(lines):
        for start, end in _runs(lines, gutter):
            words = [word for line in lines[start:end] for word in line.words]
            left = lines_of(word for word in words if word.x1 <= gutter)
            right = lines_of(word for word in words if word.x1 > gutter)
            if min(len(left), len(right)) < _LEAST:
                continue
            top = max(left[0].box[1], right[0].box[1])
            (left, low), (right, deep) = _until(left, right), _until(right, left)
            if _are_columns(left, right) and not _is_crossed(
                page, gutter, top, min(left[-1].box[3], right[-1].box[3])
            ):
                rest = lines_of(word for line in (*low, *deep) for word in line.words)
                return [*lines[:start]], left, right, [*rest, *lines[end:]]
    return None


def _gutters(lines: Sequence[TextLine]) -> list[float]:
    """Return where columns may begin: where several lines do, left edge or behind a gap."""
    if len(lines) < _LEAST:
        return []
    left, right = min(line.box[0] for line in lines), max(line.box[2] for line in lines)
    least = left + _INSIDE * (right - left)
    starts = sorted(x for line in lines for x in _starts(line) if x > least)
    found: list[tuple[int, float]] = []
    first = 0
    for index, x in enumerate(starts):
        if index + 1 == len(starts) or starts[index + 1] - x > _EDGE:
            found.append((index + 1 - first, starts[first]))
            first = index + 1
    several = sorted((one for one in found if one[0] >= _LEAST), reverse=True)
    return [x for _, x in several[:_CANDIDATES]]


def _starts(line: TextLine) -> Iterator[float]:
    yield line.words[0].x0
    for before, word in pairwise(line.words):
        if word.x0 - before.x1 >= _GUTTER:
            yield word.x0


def _runs(lines: Sequence[TextLine], gutter: float) -> list[tuple[int, int]]:
    """Return the runs of lines that leave the white before ``gutter`` free, the longest two."""
    free = [not any(word.x0 < gutter - 1 and word.x1 > gutter - _GUTTER for word in line.words) for line in lines]
    edges = [index for index, (a, b) in enumerate(pairwise([False, *free, False])) if a != b]
    runs = [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if end - start >= _LEAST]
    return sorted(runs, key=lambda run: run[0] - run[1])[:2]


def _until(own: Sequence[TextLine], other: Sequence[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """Part the lines of a column from those set off below the end of the other column: these are read last."""
    pitch = _pitch(own)
    for index in range(1, len(own)):
        step = own[index].box[1] - own[index - 1].box[1]
        if own[index].box[1] > other[-1].box[3] and step > _LOOSE * pitch:
            return [*own[:index]], [*own[index:]]
    return [*own], []


def _pitch(lines: Sequence[TextLine]) -> float:
    steps = [b.box[1] - a.box[1] for a, b in pairwise(lines)]
    return median(steps) if steps else 1.0


def _are_columns(left: Sequence[TextLine], right: Sequence[TextLine]) -> bool:
    """Tell columns of prose, or of one list, from the columns of a table."""
    if _goes_on(left, right):
        return True
    prose = (_is_prose(left), _is_prose(right))
    if all(prose):
        return not _have_rows(left, right)
    if not any(prose):
        return False
    text, beside = (left, right) if prose[0] else (right, left)
    return len(text) >= _LONE and _on_same_height(text, beside) < _ALIGNED


def _is_prose(lines: Sequence[TextLine]) -> bool:
    """Tell whether the lines fill their column and go on from one to the next."""
    own = [line for line in lines if line.words[0].text != _TABLE]
    if len(own) < _LEAST or mean(len(line.text) for line in own) < _LONG:
        return False
    width = max(line.box[2] for line in own) - min(line.box[0] for line in own)
    full = sum(line.box[2] - line.box[0] >= _FULL * width for line in own)
    running = sum(starts_lower(b.text) and not ends_sentence(a.text) for a, b in pairwise(own))
    return full >= len(own) / 2 and running >= len(own) / 4


def _have_rows(left: Sequence[TextLine], right: Sequence[TextLine]) -> bool:
    """Tell whether what begins on the left begins on the right at the same height: rows of wrapped cells."""
    starts = [
        [b.box[1] for a, b in pairwise(side) if b.box[1] - a.box[1] > _APART * _pitch(side)]
        for side in (left, right)
    ]
    fewer, more = sorted(starts, key=len)
    if len(fewer) < 2:
        return False
    return sum(any(abs(a - b) <= _EDGE for b in more) for a in fewer) > _ALIGNED * len(fewer)


def _on_same_height(text: Sequence[TextLine], beside: Sequence[TextLine]) -> float:
    """Return the share of the lines beside a text that stand on the height of one of its lines."""
    heights = sorted(line.middle for line in text)
    own = [line for line in beside if line.words[0].text != _TABLE and heights[0] <= line.middle <= heights[-1]]
    if not own:
        return 0.0
    return sum(any(abs(line.middle - height) <= 1.5 for height in heights) for line in own) / len(own)


def _goes_on(left: Sequence[TextLine], right: Sequence[TextLine]) -> bool:
    """Tell whether one numbered list fills both columns."""
    numbers = [
        [marker.number for marker in markers([line.text for line in side]) if marker and marker.number is not None]
        for side in (left, right)
    ]
    if min(map(len, numbers)) < 2:
        return False
    both = [*numbers[0], *numbers[1]]
    return all(b - a == 1 for a, b in pairwise(both))


def _is_crossed(page: Page, gutter: float, top: float, bottom: float) -> bool:
    """Tell whether a rule crosses the white between two columns."""
    return any(
        top < y < bottom and x0 < gutter - _GUTTER and x1 > gutter + _GUTTER for y, x0, x1 in page.rules.level
    )
