"""Tables on a page: ruled ones from their cells, others from columns that several lines share."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import mean

from pipeline.model import Place
from pipeline.readers.builder import RowCell
from pipeline.readers.drafts import Draft
from pipeline.readers.lines import markers
from pipeline.readers.pdf_lines import TextLine, joined_text, lines_of, segments
from pipeline.readers.pdf_page import BBox, Grid, Word, inside, union

_RIVER = 5  # points of white that part two columns
_TIGHT = 0.75  # of the height: lines closer than this may be one row
_PROSE_CELL = 45  # characters: two columns of longer pieces are text, not a table
_SIGN = re.compile(r"[:=]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLines:
    """A borderless table: the lines ``start`` to ``end`` of the page and their rows."""

    start: int
    end: int
    rows: tuple[Draft, ...]


def grid_rows(grid: Grid, words: Sequence[Word], *, page: int, table: int) -> list[Draft]:
    """Read a ruled table; ``words`` are those inside it. Empty where it is a frame around text."""
    rows: list[Draft] = []
    texts = _cell_texts(grid, words)
    for boxes in grid.rows:
        cells = tuple(
            RowCell(text=texts[box], place=Place(page=page, bbox=union([box])), columns=len(list(group)))
            for box, group in groupby(boxes)
        )
        if any(cell.text for cell in cells):
            place = Place(page=page, bbox=union(boxes))
            rows.append(Draft(kind="table_row", cells=cells, table=table, place=place))
    filled = [row for row in rows if sum(bool(cell.text) for cell in row.cells) > 1]
    return rows if len(filled) > 1 else []


def _cell_texts(grid: Grid, words: Sequence[Word]) -> dict[BBox, str]:
    """Return the words of each cell; a cell looks only at words of its own height."""
    by_height = sorted(range(len(words)), key=lambda index: _middle(words[index]))
    heights = [_middle(words[index]) for index in by_height]
    texts: dict[BBox, str] = {}
    for box in dict.fromkeys(box for row in grid.rows for box in row):
        near = sorted(by_height[bisect_left(heights, box[1]) : bisect_right(heights, box[3])])  # as in the file
        texts[box] = _words_text([words[index] for index in near if inside(words[index], box)])
    return texts


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2


def open_tables(lines: Sequence[TextLine], *, page: int, numbers: Iterator[int]) -> list[TableLines]:
    """Find borderless tables among the lines of a page: at least three lines that share columns.

    Each takes the next of ``numbers``.
    """
    parts = [segments(line) for line in lines]
    found: list[TableLines] = []
    for start, end in _regions(lines, parts):
        columns = _rivers(parts[start:end])
        if len(columns) < 2 or not _is_table(parts[start:end], columns):
            continue
        rows = _rows(lines[start:end], parts[start:end], columns)
        table = next(numbers)
        drafts = tuple(_row_draft(row, page=page, table=table) for row in rows)
        found.append(TableLines(start=start, end=end, rows=drafts))
    return found


def _words_text(words: Sequence[Word]) -> str:
    return joined_text([line.text for line in lines_of(words)])


def _regions(lines: Sequence[TextLine], parts: Sequence[Sequence[TextLine]]) -> Iterator[tuple[int, int]]:
    """Yield runs of lines that fall into pieces; a line of one piece between two such may be a wrapped cell."""
    start = 0
    while start < len(lines):
        if len(parts[start]) < 2:
            start += 1
            continue
        end = start + 1
        while end < len(lines) and _goes_on(lines, parts, start, end):
            end += 1
        while len(parts[end - 1]) < 2 and not _is_close(lines[end - 2], lines[end - 1]):
            end -= 1
        if sum(len(pieces) > 1 for pieces in parts[start:end]) > 2:
            yield start, end
        start = end


def _goes_on(lines: Sequence[TextLine], parts: Sequence[Sequence[TextLine]], start: int, end: int) -> bool:
    before, line = lines[end - 1], lines[end]
    step = line.box[1] - before.box[1]
    if step < 0 or step > 4 * line.height:
        return False
    if len(parts[end]) > 1:
        return True
    columns = _rivers(parts[start:end])
    reach = [i for i, (x0, x1) in enumerate(columns) if line.box[0] < x1 + _RIVER and line.box[2] > x0 - _RIVER]
    return len(reach) == 1 and len(columns) > 1 and _is_close(before, line)


def _is_close(before: TextLine, line: TextLine) -> bool:
    return line.box[1] - before.box[3] < _TIGHT * line.height


def _rivers(parts: Sequence[Sequence[TextLine]]) -> list[tuple[float, float]]:
    """Return the columns, left to right: where ink is, once all lines are laid over each other.

    One line in ten may cross a river, as a long header or a subtotal does.
    """
    rows = [pieces for pieces in parts if len(pieces) > 1]
    spans = [(piece.box[0], piece.box[2]) for pieces in rows for piece in pieces]
    if not spans:
        return []
    low, high = int(min(x0 for x0, _ in spans)), int(max(x1 for _, x1 in spans)) + 1
    ink = [0] * (high - low + 1)
    for x0, x1 in spans:
        for x in range(int(x0) - low, int(x1) + 1 - low):
            ink[x] += 1
    allowed = len(rows) // 10
    columns: list[tuple[float, float]] = []
    for x, count in enumerate(ink):
        if count <= allowed:
            continue
        if columns and low + x - columns[-1][1] <= _RIVER:
            columns[-1] = (columns[-1][0], low + x)
        else:
            columns.append((low + x, low + x))
    return columns


def _is_table(parts: Sequence[Sequence[TextLine]], columns: Sequence[tuple[float, float]]) -> bool:
    """Tell a table from a list with hanging numbers, from "Nomor : 12" lines and from two columns of prose."""
    rows = [pieces for pieces in parts if len(pieces) > 1]
    if len(rows) < 3:
        return False
    by_column = [
        [piece.text for pieces in rows for piece in pieces if _column(piece, columns) == i]
        for i in range(len(columns))
    ]
    if any(texts and all(_SIGN.fullmatch(text) for text in texts) for texts in by_column):
        return False
    if len(columns) > 2:
        return True
    lengths = [mean(map(len, texts)) if texts else 0 for texts in by_column]
    return min(lengths) <= _PROSE_CELL and not _are_markers(by_column[0])


def _are_markers(texts: Sequence[str]) -> bool:
    found = markers([text + " X" for text in texts])
    return all(
        marker is not None and marker.length == len(text) + 1 for marker, text in zip(found, texts, strict=True)
    )


def _column(piece: TextLine, columns: Sequence[tuple[float, float]]) -> int:
    """Return the first column that the piece touches."""
    return next((i for i, (_, x1) in enumerate(columns) if piece.box[0] <= x1), len(columns) - 1)


def _rows(
    lines: Sequence[TextLine], parts: Sequence[Sequence[TextLine]], columns: Sequence[tuple[float, float]]
) -> list[list[list[TextLine]]]:
    """Gather the pieces of each row by column; a line that only continues cells joins the row above it."""
    rows: list[list[list[TextLine]]] = []
    for index, pieces in enumerate(parts):
        at = [_column(piece, columns) for piece in pieces]
        if not (rows and _continues(rows[-1], at, close=_is_close(lines[index - 1], lines[index]))):
            rows.append([[] for _ in columns])
        for piece, column in zip(pieces, at, strict=True):
            rows[-1][column].append(piece)
    return rows


def _continues(row: Sequence[Sequence[TextLine]], at: Sequence[int], *, close: bool) -> bool:
    """Tell whether a line with pieces in the columns ``at`` goes on with ``row``.

    It must not fill as many columns as the row, nor begin one that the row left empty.
    """
    filled = [i for i, pieces in enumerate(row) if pieces]
    return close and len(at) < len(filled) and set(at) <= set(filled) and (0 not in at or len(at) == 1)


def _row_draft(row: Sequence[Sequence[TextLine]], *, page: int, table: int) -> Draft:
    boxes = [piece.box for pieces in row for piece in pieces]
    cells = tuple(
        RowCell(
            text=joined_text([piece.text for piece in pieces]),
            place=Place(page=page, bbox=union(piece.box for piece in pieces) if pieces else None),
        )
        for pieces in row
    )
    return Draft(kind="table_row", cells=cells, table=table, place=Place(page=page, bbox=union(boxes)))
