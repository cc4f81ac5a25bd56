"""Tables that have lost their rows: the cells of each stand below each other, one a line, row after row.

So they come out of copied web pages: "Kaur", "51,84", "Rawan Tinggi", "Seluma", "42,15", "Rawan Sedang".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Literal, TypeAlias

from pipeline.model import Block, Place, Span, TableCell
from pipeline.readers.lines import Line

Shape = Literal["name", "figure", "level", "number"]

_NAME = re.compile(r"(?P<mark>\(?\d{1,2}[.)]\s?|[-*•]\s?)?(?:(?i:kab)\. )?[A-Z][^\d.:;!?]{2,40}\.?")
_FIGURE = re.compile(r"(?:(?i:skor|nilai|ikp|indeks)\s?[:=]?\s?)?\d{1,3}[.,]\d{1,3}(?:\s?(?:%|persen|poin))?")
_LEVEL = re.compile(r"(?i)(?:(?:kategori|kerawanan|rawan)\s)*(?:tinggi|sedang|rendah)")
_NUMBER = re.compile(r"\d{1,4}\.?")
_HEADING = re.compile(
    r"(?i)(?:no|nomor|skor|nilai|ikp|indeks|kategori|level|status|tingkat|peringkat|rangking|ranking|provinsi|kabupaten|"
    r"kota|daerah|wilayah|nama)(?:[ /.][^\d.:;!?]{0,40})?"
)
_AT_LEAST = 3
"""Rows that make a table: a single name over a figure may be anything."""
_MOST_CELLS = 6

Record: TypeAlias = tuple[Line, ...]


def stacked_blocks(lines: Sequence[Line], table: int) -> tuple[list[Block], set[int]]:
    """Return the blocks of stacked rows among ``lines``, and the starts of the lines that are in them.

    Pairs of a name and its figure are list items; longer rows are those of tables, numbered from ``table`` on.
    """
    blocks: list[Block] = []
    used: set[int] = set()
    index = 0
    while index < len(lines):
        records = _records(lines, index)
        if not records:
            index += 1
            continue
        width = len(records[0])
        if width == 2:
            blocks += [_pair_block(*record) for record in records]
        else:
            records = [*_header(lines, index, width), *records]
            blocks += [_row_block(record, table) for record in records]
            table += 1
        used |= {line.start for record in records for line in record}
        index = index + 1
        while index < len(lines) and lines[index].start in used:
            index += 1
    return blocks, used


def _records(lines: Sequence[Line], index: int) -> list[Record]:
    """Return the rows of one shape that begin with a line, none where they are too few."""
    for width in range(2, _MOST_CELLS + 1):
        shapes = _shapes(lines[index : index + width])
        if len(shapes) == width and _is_row(shapes):
            rows = (tuple(lines[at : at + width]) for at in range(index, len(lines), width))
            records = list(takewhile(lambda row: _shapes(row) == shapes, rows))  # noqa: B023 - used at once
            if len(records) >= _AT_LEAST:
                return records
    return []


def _shapes(lines: Sequence[Line]) -> tuple[Shape | None, ...]:
    return tuple(_shape(line.words) for line in lines)


def _shape(words: str) -> Shape | None:
    """Tell what a cell holds.

    >>> [_shape(words) for words in ("Kab. Kaur", "51,84", "Rawan Tinggi", "12", "Dibahas pada 2024.")]
    ['name', 'figure', 'level', 'number', None]
    """
    if _FIGURE.fullmatch(words):
        return "figure"
    if _LEVEL.fullmatch(words):
        return "level"
    if _NUMBER.fullmatch(words):
        return "number"
    return "name" if _NAME.fullmatch(words) else None


def _is_row(shapes: Sequence[Shape | None]) -> bool:
    """Tell whether shapes are those of a row: a name, first or behind its number, and what is told of it."""
    if len(shapes) == 2:
        return tuple(shapes) == ("name", "figure")
    numbered = shapes[0] == "number"
    named = None not in shapes and shapes.count("name") == 1 and shapes[int(numbered)] == "name"
    return named and bool({"figure", "level"} & set(shapes[2:]))


def _header(lines: Sequence[Line], index: int, width: int) -> Iterator[Record]:
    """Yield the row of headings right before the first row, if there is one."""
    above = tuple(lines[max(0, index - width) : index])
    known = sum(_HEADING.fullmatch(line.words) is not None for line in above)
    if len(above) == width and known * 2 > width:
        yield above


def _row_block(record: Sequence[Line], table: int) -> Block:
    return Block(
        kind="table_row",
        span=Span(start=record[0].start, end=record[-1].end),
        place=Place(address=f"line {record[0].number}"),
        cells=tuple(TableCell(span=Span(start=line.start, end=line.end)) for line in record),
        table=table,
    )


def _pair_block(name: Line, figure: Line) -> Block:
    match = _NAME.match(name.words)
    mark = len(match["mark"] or "") if match else 0
    return Block(
        kind="list_item",
        span=Span(start=name.start + mark, end=figure.end),
        place=Place(address=f"line {name.number}"),
    )
