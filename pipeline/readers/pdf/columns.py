"""The columns of a table that no rules show: where ink is, once its rows are laid over each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.readers.page import Word
from pipeline.readers.pdf.lines import TextLine

_RIVER = 5.0  # points of white that part two columns
_WIDER = 1.6  # of the blank between two words: white from which it may part columns
_WIDEST = 0.6  # of the line's height: white that parts columns whatever the blanks
_OVERLAP = 0.25  # of the height: lines that share so much stand beside each other
_FEW = 3  # rows with several pieces below one: it spans columns; one less where it may be a header
_SAMPLE = 60  # rows with which a piece is compared; more do not change the picture
_HEADER = 2  # rows at the head of a page that may be the header

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of a line that stand in the columns ``first`` to ``last``: usually one, more for a joined header."""

    line: TextLine
    first: int
    last: int


def white_of(lines: Sequence[TextLine]) -> float:
    """Return the white that may part two columns, in points: wider than the usual blank between two words.

    On a page that is all table few words have a blank behind them; the height of the type says how wide one is.
    """
    gaps = sorted(b.x0 - a.x1 for line in lines for a, b in pairwise(line.words) if b.x0 > a.x1)
    if not gaps:
        return _RIVER
    widest = _WIDEST * median(line.height for line in lines)
    return max(_RIVER, min(_WIDER * gaps[len(gaps) // 4], widest))


def beside(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Gather lines that share height, as where a figure stands in the middle of a name of two lines."""
    groups: list[list[TextLine]] = []
    low = 0.0
    for line in sorted(lines, key=lambda line: line.box[1]):
        if groups and low - line.box[1] > _OVERLAP * line.height:
            groups[-1].append(line)
            low = max(low, line.box[3])
        else:
            groups.append([line])
            low = line.box[3]
    return groups


def columns_of(pages: Sequence[Sequence[TextLine]], white: float) -> list[Interval]:
    """Return from where to where the columns of a table reach, from left to right.

    ``pages`` are the lines of the table on each of its pages. White narrower than ``white`` parts no columns.
    """
    plain = any(not line.bold for lines in pages for line in lines)
    rows = [
        _row(group, white, head=number < _HEADER or (plain and all(line.bold for line in group)))
        for lines in pages
        for number, group in enumerate(beside(lines))
    ]
    return _without_complements(_inked(rows, white), rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """Lines that share height: where they have ink together, and each by itself with its top and bottom.

    ``head`` says that they may be the header.
    """

    runs: list[Interval]
    lines: tuple[tuple[list[Interval], float, float], ...]
    head: bool


def _row(group: Sequence[TextLine], white: float, *, head: bool) -> _Row:
    lines = tuple((_runs(line.words, white), line.box[1], line.box[3]) for line in group)
    runs = lines[0][0] if len(lines) == 1 else _runs([word for line in group for word in line.words], white)
    return _Row(runs=runs, lines=lines, head=head)


def _runs(words: Sequence[Word], white: float) -> list[Interval]:
    """Return where some words have ink, with the blanks between them filled."""
    runs: list[Interval] = []
    for word in sorted(words, key=lambda word: word.x0):
        if runs and word.x0 - runs[-1][1] <= white:
            runs[-1] = (runs[-1][0], max(runs[-1][1], word.x1))
        else:
            runs.append((word.x0, word.x1))
    return runs


def _inked(rows: Sequence[_Row], white: float) -> list[Interval]:
    """Return the stretches that have ink, but for that of headers and banners over several columns.

    Rows show them; headers add those over which the rows are empty, and make no two of them one.
    """
    sample = rows[:: 1 + len(rows) // _SAMPLE]
    body = [row for row in rows if not row.head]
    if sum(len(row.runs) > 1 for row in body) < _FEW:
        body = list(rows)
    columns: list[Interval] = []
    for a, b in sorted(run for row in body for run in row.runs if not _spans(run, row, sample)):
        if columns and a - columns[-1][1] < white:
            columns[-1] = (columns[-1][0], max(columns[-1][1], b))
        else:
            columns.append((a, b))
    heads = [row for row in reversed(rows) if row.head and body != rows]
    most = max((len(row.runs) for row in heads), default=0)
    for row in heads:
        for a, b in row.runs:
            under = [i for i, (x0, x1) in enumerate(columns) if a < x1 and b > x0]
            if len(under) == 1 or (not under and len(row.runs) == most):
                columns = _with_head((a, b), columns, under)
    return columns


def _with_head(run: Interval, columns: Sequence[Interval], under: Sequence[int]) -> list[Interval]:
    """Add the ink of a header that stands over one column, or over none: a column that is empty, or set aside."""
    if not under:
        return sorted([*columns, run])
    (place,) = under
    left = columns[place - 1][1] if place else float("-inf")
    right = columns[place + 1][0] if place + 1 < len(columns) else float("inf")
    x0, x1 = columns[place]
    grown = (max(min(x0, run[0]), left + 1), min(max(x1, run[1]), right - 1))
    return [*columns[:place], grown, *columns[place + 1 :]]


def _spans(run: Interval, own: _Row, rows: Sequence[_Row]) -> bool:
    """Tell whether a run lies over what are several in most other rows."""
    one = several = 0
    for row in rows:
        under = sum(a < run[1] and b > run[0] for a, b in row.runs) if row is not own else 0
        one += under == 1
        several += under > 1
    return several >= (_FEW - own.head) and several >= one


def _without_complements(columns: Sequence[Interval], rows: Sequence[_Row]) -> list[Interval]:
    """Put neighbouring columns together that have nothing side by side, the nearest first.

    So a centred header joins the cells below that are set flush left, and two columns of ticks stay apart, since
    their headers stand side by side.
    """
    result = list(columns)
    filled: list[set[tuple[int, int]]] = [set() for _ in columns]
    for number, row in enumerate(rows):
        for place, (runs, _, _) in enumerate(row.lines):
            for a, b in runs:
                touched = [i for i, (x0, x1) in enumerate(columns) if a < x1 and b > x0]
                if len(touched) == 1:  # what spans columns, as a title does, says nothing about them
                    filled[touched[0]].add((number, place))
    while True:
        near = [
            (result[index + 1][0] - result[index][1], index)
            for index in range(len(result) - 1)
            if not _side_by_side(filled[index], filled[index + 1], rows)
        ]
        if not near:
            return result
        _, index = min(near)
        result[index : index + 2] = [(result[index][0], result[index + 1][1])]
        filled[index : index + 2] = [filled[index] | filled[index + 1]]


def _side_by_side(first: set[tuple[int, int]], second: set[tuple[int, int]], rows: Sequence[_Row]) -> bool:
    """Tell whether some line of the one shares height with some of the other."""
    if first & second:
        return True
    for number, place in first:
        for other, beside_it in second:
            if number == other and place != beside_it:
                _, top, bottom = rows[number].lines[place]
                _, upper, lower = rows[number].lines[beside_it]
                if min(bottom, lower) - max(top, upper) > _OVERLAP * (bottom - top):
                    return True
    return False


def pieces_of(line: TextLine, columns: Sequence[Interval], white: float) -> Iterator[Piece]:
    """Part a line at the white between columns, and say in which columns each piece stands."""
    borders = [(a[1] + b[0]) / 2 for a, b in pairwise(columns)]
    words: list[Word] = []
    for word in line.words:
        if words and word.x0 - words[-1].x1 > white and _parts(words[-1].x1, word.x0, columns):
            yield _piece(words, columns, borders)
            words = []
        words.append(word)
    yield _piece(words, columns, borders)


def _parts(left: float, right: float, columns: Sequence[Interval]) -> bool:
    """Tell whether the white from ``left`` to ``right`` lies on that between two columns."""
    return any(left < b[0] and right > a[1] for a, b in pairwise(columns))


def _piece(words: Sequence[Word], columns: Sequence[Interval], borders: Sequence[float]) -> Piece:
    line = TextLine.of(words)
    touched = [i for i, (x0, x1) in enumerate(columns) if line.box[0] < x1 and line.box[2] > x0]
    if len(touched) < 2:
        middle = (line.box[0] + line.box[2]) / 2
        place = touched[0] if touched else sum(border < middle for border in borders)
        return Piece(line=line, first=place, last=place)
    return Piece(line=line, first=touched[0], last=touched[-1])
