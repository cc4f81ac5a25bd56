"""Rows of a table as a ruled grid: columns as wide as their words need, the marked row among its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.model import Block, Span
from pipeline.readers.pdf_page import BBox
from pipeline.readers.picture_lettering import LEADING, width
from pipeline.readers.picture_paper import CELL, GREY, INK, MARGIN, WIDTH, Paper, window

_MOST_COLUMNS = 9
_MOST_CHARACTERS = 320  # of a cell
_PAD, _PAD_DOWN = 12, 7
_WIDEST_WORD = 240  # pixels: a longer one may break


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row to show: in black where it holds the quote, shaded where it is the table's header."""

    block: Block
    black: bool
    header: bool


def set_grid(paper: Paper, rows: Sequence[Row | None], marked: Sequence[Span]) -> list[BBox]:
    """Set rows of one table; None stands for rows that are left out. Return the boxes of the black ones."""
    present = [row for row in rows if row]
    columns = _columns([row.block for row in present], marked)
    widths = _widths(paper.text, [row.block for row in present], columns, marked)
    edges = [MARGIN + sum(widths[:index]) for index in range(len(widths) + 1)]
    black: list[BBox] = []
    for row in rows:
        top = paper.y
        if row is None:
            paper.sign("…", x=(edges[0] + edges[-1]) / 2 - CELL / 2, top=top, size=CELL)
            paper.y += LEADING * CELL
            continue
        _set_row(paper, row, columns, edges, marked)
        if row.black:
            black.append((edges[0], top, edges[-1], paper.y))
    return black


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
    """A cell as it is shown: its characters, and the columns from ``first`` up to ``last``, not included."""

    span: Span
    whole: bool
    first: int
    last: int


def _cells(text: str, row: Block, columns: Sequence[int | None], marked: Sequence[Span]) -> Iterator[_Shown]:
    def span_at(place: int) -> Span | None:
        column = columns[place]
        return row.cells[column].span if column is not None and column < len(row.cells) else None

    for span, places in groupby(range(len(columns)), key=span_at):
        group = list(places)
        if span is None:
            yield from (_Shown(span=Span(start=0, end=0), whole=True, first=at, last=at + 1) for at in group)
        else:
            part = window(text, span, marked, _MOST_CHARACTERS)
            yield _Shown(span=part, whole=part == span, first=group[0], last=group[-1] + 1)


def _widths(
    text: str, rows: Sequence[Block], columns: Sequence[int | None], marked: Sequence[Span]
) -> list[float]:
    """Return the columns' widths: of their longest cell where there is room, else shared by need."""
    least = [2.0 * _PAD + 10] * len(columns)
    full = list(least)
    for row in rows:
        for cell in _cells(text, row, columns, marked):
            if cell.last - cell.first == 1:
                shown = cell.span.of(text)
                longest = max((width(word, CELL) for word in shown.split()), default=0)
                least[cell.first] = max(least[cell.first], min(longest, _WIDEST_WORD) + 2 * _PAD + 1)
                full[cell.first] = max(full[cell.first], width(" ".join(shown.split()), CELL) + 2 * _PAD + 1)
    room = WIDTH - 2 * MARGIN
    if sum(full) <= room:
        return full
    if sum(least) >= room:
        return [one * room / sum(least) for one in least]
    wish = [high - low for low, high in zip(least, full, strict=True)]
    return [low + more * (room - sum(least)) / sum(wish) for low, more in zip(least, wish, strict=True)]


def _set_row(
    paper: Paper, row: Row, columns: Sequence[int | None], edges: Sequence[float], marked: Sequence[Span]
) -> None:
    top = paper.y
    bottom = top + LEADING * CELL
    cells = list(_cells(paper.text, row.block, columns, marked))
    for cell in cells:
        end = paper.set(
            cell.span,
            x=edges[cell.first] + _PAD,
            room=edges[cell.last] - edges[cell.first] - 2 * _PAD,
            top=top + _PAD_DOWN,
            size=CELL,
            colour=INK if row.black or row.header else GREY,
        )
        if not cell.whole or columns[cell.first] is None:
            paper.sign("…", x=edges[cell.last] - _PAD - CELL / 2, top=max(top, end - _PAD_DOWN), size=CELL)
        bottom = max(bottom, end)
    paper.y = bottom + _PAD_DOWN
    for cell in cells:
        paper.cell((edges[cell.first], top, edges[cell.last], paper.y), shaded=row.header)
