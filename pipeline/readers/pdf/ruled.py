"""Ruled tables: the words of each cell, and rows that stand between the same two rules."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.model import Place
from pipeline.readers.builder import RowCell
from pipeline.readers.drafts import Draft
from pipeline.readers.grids import Grid
from pipeline.readers.page import BBox, Word, inside, union
from pipeline.readers.pdf.columns import Piece
from pipeline.readers.pdf.lines import TextLine, joined_lines, joined_pieces, lines_of
from pipeline.readers.pdf.rows import Row, key_columns, laid, rows_of
from pipeline.readers.pdf.turns import aside_lines

_STACKED = 3  # lines on the same heights in all cells of a row: as many rows
_SAME = 2.0  # points by which such heights may differ


def grid_rows(
    grid: Grid, words: Sequence[Word], aside: Sequence[Word] = (), *, page: int, table: int, broken: bool = False
) -> list[Draft]:
    """Read a ruled table; ``words`` are those inside it, ``aside`` those that stand on their side.

    Empty where it is a frame around text. One row is a table only where it is ``broken`` off another on the page
    before or after.
    """
    lines = _cell_lines(grid, words)
    rows: list[Draft] = []
    for boxes in grid.rows:
        for cells in _split(boxes, lines) or [_whole(boxes, lines, aside)]:
            made = tuple(_row_cell(cell, page=page) for cell in cells)
            if any(cell.text for cell in made):
                place = Place(page=page, bbox=union(cell.box for cell in cells))
                rows.append(Draft(kind="table_row", cells=made, table=table, place=place))
    filled = [row for row in rows if sum(bool(cell.text) for cell in row.cells) > 1]
    return rows if len(filled) > (0 if broken else 1) else []


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """The lines of a cell, or else its words on their side, its box, and how many columns it covers."""

    lines: Sequence[TextLine]
    box: BBox
    columns: int
    aside: Sequence[Word] = ()


def _row_cell(cell: _Cell, *, page: int) -> RowCell:
    text, words = joined_lines(cell.lines, page=page)
    if not text:
        text, words = joined_pieces([(line, ()) for line, _ in aside_lines(cell.aside)])
    return RowCell(text=text, place=Place(page=page, bbox=cell.box), columns=cell.columns, words=words)


def _cell_lines(grid: Grid, words: Sequence[Word]) -> dict[BBox, list[TextLine]]:
    """Return the lines of each cell; a cell looks only at words of its own height."""
    by_height = sorted(words, key=lambda word: word.middle)
    heights = [word.middle for word in by_height]
    found: dict[BBox, list[TextLine]] = {}
    for box in dict.fromkeys(box for row in grid.rows for box in row):
        near = by_height[bisect_left(heights, box[1]) : bisect_right(heights, box[3])]
        found[box] = lines_of(word for word in near if inside(word, box))
    return found


def _whole(boxes: Sequence[BBox], lines: dict[BBox, list[TextLine]], aside: Sequence[Word]) -> list[_Cell]:
    return [
        _Cell(
            lines=lines[box],
            box=union([box]),
            columns=len(list(group)),
            aside=[word for word in aside if inside(word, box)],
        )
        for box, group in groupby(boxes)
    ]


def _split(boxes: Sequence[BBox], lines: dict[BBox, list[TextLine]]) -> list[list[_Cell]]:
    """Part a row between two rules that holds several, as in a table with rules between columns alone.

    Empty where it is one row. Cells that span several rows of the grid stand beside each part.
    """
    low = min(box[3] - box[1] for box in boxes)
    own = {number: box for number, box in enumerate(dict.fromkeys(boxes)) if box[3] - box[1] < low + _SAME}
    if len(own) < 2 or sum(len(lines[box]) > 1 for box in own.values()) < 2:
        return []
    pieces = [Piece(line=line, first=number, last=number) for number, box in own.items() for line in lines[box]]
    if not _holds_several(pieces, [lines[box] for box in own.values()]):
        return []
    return [_part(row, boxes, own, lines) for row in rows_of(pieces)]


def _holds_several(pieces: Sequence[Piece], cells: Sequence[Sequence[TextLine]]) -> bool:
    """Tell several rows from one of wrapped cells: figures above each other, or lines side by side throughout."""
    if key_columns(pieces):
        return True
    first = cells[0]
    return len(first) >= _STACKED and all(
        len(cell) == len(first) and all(abs(a.middle - b.middle) < _SAME for a, b in zip(cell, first, strict=True))
        for cell in cells
    )


def _part(row: Row, boxes: Sequence[BBox], own: dict[int, BBox], lines: dict[BBox, list[TextLine]]) -> list[_Cell]:
    top, bottom = min(piece.line.box[1] for piece in row), max(piece.line.box[3] for piece in row)
    groups = [(box, len(list(group))) for box, group in groupby(boxes)]
    cells: list[_Cell] = []
    for first, last, pieces in laid(row, len(groups)):
        columns = sum(count for _, count in groups[first : last + 1])
        if first in own:
            box = (groups[first][0][0], top, groups[last][0][2], bottom)
            cells.append(_Cell(lines=[piece.line for piece in pieces], box=union([box]), columns=columns))
        else:
            box = groups[first][0]
            cells.append(_Cell(lines=lines[box], box=union([box]), columns=columns))
    return cells
