"""Ruled tables: the words of each cell, and rows that stand between the same two rules."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import groupby

from pipeline.model import Place
from pipeline.readers.builder import RowCell
from pipeline.readers.drafts import Draft
from pipeline.readers.pdf_columns import Piece
from pipeline.readers.pdf_grids import Grid
from pipeline.readers.pdf_lines import TextLine, joined_text, lines_of
from pipeline.readers.pdf_page import BBox, Word, inside, union
from pipeline.readers.pdf_rows import Row, key_columns, laid, rows_of
from pipeline.readers.pdf_turns import aside_lines

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
            made = tuple(
                RowCell(text=text, place=Place(page=page, bbox=box), columns=columns) for text, box, columns in cells
            )
            if any(cell.text for cell in made):
                place = Place(page=page, bbox=union(box for _, box, _ in cells))
                rows.append(Draft(kind="table_row", cells=made, table=table, place=place))
    filled = [row for row in rows if sum(bool(cell.text) for cell in row.cells) > 1]
    return rows if len(filled) > (0 if broken else 1) else []


_Cells = list[tuple[str, BBox, int]]
"""Of each cell of a row the text, the box, and how many columns it covers."""


def _cell_lines(grid: Grid, words: Sequence[Word]) -> dict[BBox, list[TextLine]]:
    """Return the lines of each cell; a cell looks only at words of its own height."""
    by_height = sorted(words, key=lambda word: word.middle)
    heights = [word.middle for word in by_height]
    found: dict[BBox, list[TextLine]] = {}
    for box in dict.fromkeys(box for row in grid.rows for box in row):
        near = by_height[bisect_left(heights, box[1]) : bisect_right(heights, box[3])]
        found[box] = lines_of(word for word in near if inside(word, box))
    return found


def _whole(boxes: Sequence[BBox], lines: dict[BBox, list[TextLine]], aside: Sequence[Word]) -> _Cells:
    return [
        (_text(lines[box]) or _text_aside(box, aside), union([box]), len(list(group))) for box, group in groupby(boxes)
    ]


def _text(lines: Sequence[TextLine]) -> str:
    return joined_text([line.text for line in lines])


def _text_aside(box: BBox, aside: Sequence[Word]) -> str:
    within = [word for word in aside if inside(word, box)]
    return joined_text([text for text, _ in aside_lines(within)])


def _split(boxes: Sequence[BBox], lines: dict[BBox, list[TextLine]]) -> list[_Cells]:
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
    """Tell several rows from one of wrapped cells: figures above each other, or all cells with lines side by side."""
    if key_columns(pieces):
        return True
    first = cells[0]
    return len(first) >= _STACKED and all(
        len(cell) == len(first)
        and all(abs(a.middle - b.middle) < _SAME for a, b in zip(cell, first, strict=True))
        for cell in cells
    )


def _part(row: Row, boxes: Sequence[BBox], own: dict[int, BBox], lines: dict[BBox, list[TextLine]]) -> _Cells:
    top, bottom = min(piece.line.box[1] for piece in row), max(piece.line.box[3] for piece in row)
    groups = [(box, len(list(group))) for box, group in groupby(boxes)]
    cells: _Cells = []
    for first, last, pieces in laid(row, len(groups)):
        columns = sum(count for _, count in groups[first : last + 1])
        if first in own:
            box = (groups[first][0][0], top, groups[last][0][2], bottom)
            cells.append((_text([piece.line for piece in pieces]), union([box]), columns))
        else:
            cells.append((_text(lines[groups[first][0]]), union([groups[first][0]]), columns))
    return cells
