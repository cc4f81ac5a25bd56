"""Rows of a table as a ruled grid: columns as wide as their words need, the marked row among its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.model import Block, Span
from pipeline.pictures.lettering import LEADING, extent, width
from pipeline.pictures.paper import GREY, INK, MARGIN, WIDTH, Paper, window
from pipeline.readers.page import BBox

_MOST_COLUMNS = 9
_MOST_CHARACTERS = 320  # of a cell
_PAD, _PAD_DOWN = 12, 7
_SIZES = (21, 19, 17, 15, 13)  # of type, the first that fits
_ROOM = WIDTH - 2 * MARGIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row to show, and whether it is the quote's ``own``, holds any evidence, is the table's header."""

    block: Block
    own: bool
    black: bool
    header: bool


def set_grid(paper: Paper, rows: Sequence[Row | None], marked: Sequence[Span]) -> list[BBox]:
    """Set rows of one table and return their boxes; None stands for rows that are left out."""
    present = [row.block for row in rows if row]
    columns = _columns(present, marked)
    laid = {id(block): list(_cells(paper.text, block, columns, marked)) for block in present}
    size, widths = _fitted(paper.text, list(laid.values()), len(columns))
    edges = [MARGIN + sum(widths[:index]) for index in range(len(widths) + 1)]
    boxes: list[BBox] = []
    for row in rows:
        top = paper.y
        if row is None:
            paper.sign("…", x=(edges[0] + edges[-1] - size) / 2, top=top, size=size)
            paper.y += LEADING * size
        else:
            _set_row(paper, row, laid[id(row.block)], edges, size)
        boxes.append((edges[0], top, edges[-1], paper.y))
    return boxes


def _columns(rows: Sequence[Block], marked: Sequence[Span]) -> list[int | None]:
    """Return the columns to show; None stands for those that are left out."""
    count = max(len(row.cells) for row in rows)
    if count <= _MOST_COLUMNS:
        return list(range(count))
    held = (
        index
        for row in rows
        for index, cell in enumerate(row.cells)
        if any(_meet(cell.span, mark) for mark in marked)
    )
    wanted = dict.fromkeys((0, 1, *held, *range(count)))
    kept = sorted(list(wanted)[: _MOST_COLUMNS - 1])
    shown: list[int | None] = []
    for index in kept:
        if index and index - 1 not in kept:
            shown.append(None)
        shown.append(index)
    return shown if kept[-1] == count - 1 else [*shown, None]


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A cell as it is shown: its characters, and the columns from ``first`` up to ``last``, not included.

    ``cut`` tells that something of it is left out.
    """

    span: Span
    first: int
    last: int
    cut: bool


def _cells(text: str, row: Block, columns: Sequence[int | None], marked: Sequence[Span]) -> Iterator[_Shown]:
    def span_at(place: int) -> Span | None:
        column = columns[place]
        return row.cells[column].span if column is not None and column < len(row.cells) else None

    for span, places in groupby(range(len(columns)), key=span_at):
        group = list(places)
        if span is None:
            empty = Span(start=0, end=0)
            yield from (_Shown(span=empty, first=at, last=at + 1, cut=columns[at] is None) for at in group)
        else:
            part = window(text, span, marked, _MOST_CHARACTERS)
            yield _Shown(span=part, first=group[0], last=group[-1] + 1, cut=part != span)


def _fitted(text: str, rows: Sequence[Sequence[_Shown]], columns: int) -> tuple[int, list[float]]:
    """Return the largest size of type in which no word breaks, and the columns' widths."""
    single = [(cell.first, cell.span.of(text)) for row in rows for cell in row if cell.last - cell.first == 1]
    for size in _SIZES:
        least = [2.0 * _PAD + size / 2] * columns
        full = list(least)
        for column, shown in single:
            longest = max((width(word, size) for word in shown.split()), default=0)
            least[column] = max(least[column], longest + 2 * _PAD + 1)
            full[column] = max(full[column], extent(shown, size) + 2 * _PAD + 1)
        if sum(least) <= _ROOM:
            break
    return size, _shared(least, full)


def _shared(least: Sequence[float], full: Sequence[float]) -> list[float]:
    """Return each column's width: of its longest cell where there is room for all, else shared by need."""
    spare, wish = _ROOM - sum(least), sum(full) - sum(least)
    if spare <= 0:
        return [one * _ROOM / sum(least) for one in least]
    share = min(1.0, spare / wish) if wish else 0.0
    return [low + share * (high - low) for low, high in zip(least, full, strict=True)]


def _set_row(paper: Paper, row: Row, cells: Sequence[_Shown], edges: Sequence[float], size: int) -> None:
    top = paper.y
    bottom = top + _PAD_DOWN + LEADING * size
    for cell in cells:
        left, right = edges[cell.first] + _PAD, edges[cell.last] - _PAD
        colour = INK if row.black or row.header else GREY
        end = paper.set(cell.span, x=left, room=right - left, top=top + _PAD_DOWN, size=size, colour=colour)
        if cell.cut:
            paper.sign("…", x=left, top=end, size=size)
            end += LEADING * size
        bottom = max(bottom, end)
    paper.y = bottom + _PAD_DOWN
    for cell in cells:
        paper.cell((edges[cell.first], top, edges[cell.last], paper.y), shaded=row.header)
