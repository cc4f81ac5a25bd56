"""Tables that have lost their rows: the cells of each stand below each other, one a line, row after row.

So they come out of copied web pages: "Kaur", "51,84", "Rawan Tinggi", "Seluma", "42,15", "Rawan Sedang".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from pipeline.model import Block, Place, Span, TableCell
from pipeline.readers.lines import Line, ends_sentence

Shape = Literal["name", "figure", "level", "number"]

_NAME = re.compile(
    r"(?P<mark>\(?\d{1,2}[.)]\s?|[-*•]\s?)?"
    r"(?:(?i:kab(?:upaten)?\s?/\s?kota|daerah|wilayah|nama daerah)\s?[:=]\s?)?"
    r"(?:(?i:kab)\. )?[A-Z][^\d.:;!?]{2,40}\.?"
)
_FIGURE = re.compile(r"(?:(?i:skor|nilai|ikp|indeks)\s?[:=]?\s?)?\d{1,3}[.,]\d{1,3}(?:\s?(?:%|persen|poin))?")
_LEVEL = re.compile(
    r"(?i)\(?(?:(?:kategori|tingkat|status|level|zona|kerawanan|rawan)\s?[:=]?\s)*(?:tinggi|sedang|rendah)\)?"
)
_NUMBER = re.compile(r"\d{1,4}\.?")
_EMPTY = re.compile(r"[-–—]|nihil", re.IGNORECASE)
_HEADING = re.compile(
    r"(?i)(?:no|nomor|skor|nilai|ikp|indeks|kategori|level|status|tingkat|peringkat|rangking|ranking|provinsi|kabupaten|"
    r"kota|daerah|wilayah|nama|konteks|dimensi|penyelenggaraan|kontestasi|partisipasi|sosial|tahapan|pencalonan|kampanye|"
    r"pungut)(?:[ /.][^\d.:;!?]{0,40})?\.?"
)
_AT_LEAST = 3
"""Rows that make a table: a single name over a figure may be anything."""
_MOST_CELLS = 12
_BETWEEN_PAGES = 6
"""Lines that a page's foot and the next one's head put between two rows, beside the repeated headings."""

Record: TypeAlias = tuple[Line, ...]


def stacked_blocks(lines: Sequence[Line], table: int) -> tuple[list[Block], set[int]]:
    """Return the blocks of stacked rows among ``lines``, and the starts of the lines that are in them.

    They are rows of tables, numbered from ``table`` on.
    """
    blocks: list[Block] = []
    used: set[int] = set()
    shapes = _shapes(lines)
    index = 0
    while index < len(lines):
        records = _records(lines, shapes, index)
        if not records:
            index += 1
            continue
        records = [*_header(lines, index, len(records[0])), *records]
        blocks += [_row_block(record, table) for record in records]
        table += 1
        behind = _index_behind(lines, index, records[-1])
        blocks += [_note_block(line) for line in _between(lines[index:behind], records)]
        used |= {line.start for line in (*records[0], *lines[index:behind])}
        index = behind
    return blocks, used


def _records(lines: Sequence[Line], shapes: Sequence[Shape | None], index: int) -> list[Record]:
    """Return the rows of one shape that begin with a line, none where they are too few."""
    for width in range(_MOST_CELLS, 2, -1):
        row = shapes[index : index + width]
        above = shapes[max(0, index - width + 1) : index]
        if len(row) == width and _is_row(row) and above != row[1:]:
            records = list(_rows_of(row, lines, index))
            if len(records) >= _AT_LEAST:
                return records
    return []


def _rows_of(shapes: Sequence[Shape | None], lines: Sequence[Line], index: int) -> Iterator[Record]:
    """Yield the rows of these shapes from a line on; numbered ones go on behind the break of a page."""
    number = 0
    while index < len(lines):
        found = _row_at(shapes, lines, index)
        if found is None and number:
            found = _row_of_next_page(shapes, lines, index, number + 1)
        if found is None:
            return
        yield found
        number = _number(found) if shapes[0] == "number" else 0
        index = _index_behind(lines, index, found)


def _row_of_next_page(
    shapes: Sequence[Shape | None], lines: Sequence[Line], index: int, number: int
) -> Record | None:
    """Return the row of a number behind a page's foot and head, which are lines without figures or sentences."""
    for at in range(index, min(index + len(shapes) + _BETWEEN_PAGES, len(lines))):
        row = _row_at(shapes, lines, at)
        if row is not None and _number(row) == number:
            return row
        if shape_of(lines[at].words) in {"figure", "level"} or ends_sentence(lines[at].words):
            return None
    return None


def _row_at(shapes: Sequence[Shape | None], lines: Sequence[Line], index: int) -> Record | None:
    """Return the row of these shapes that begins with a line; its name may go on in a second one."""
    cells = list(lines[index : index + len(shapes)])
    if _fit(cells, shapes):
        return tuple(cells)
    at = shapes.index("name")
    cells = list(lines[index : index + len(shapes) + 1])
    if len(cells) <= len(shapes) or cells[at + 1].gap:
        return None
    first, second = cells[at : at + 2]
    whole = replace(first, end=second.end, words=f"{first.words} {second.words}")
    cells[at : at + 2] = [whole]
    return tuple(cells) if _fit(cells, shapes) else None


def _fit(cells: Sequence[Line], shapes: Sequence[Shape | None]) -> bool:
    counted = not cells or shapes[0] != "number" or shape_of(cells[0].words) == "number"
    return counted and len(cells) == len(shapes) and all(map(_fits, cells, shapes))


def _fits(cell: Line, shape: Shape | None) -> bool:
    """Tell whether a cell is of the shape of its column: a whole number is a figure, "-" is nothing at all."""
    found = shape_of(cell.words)
    if shape in {"figure", "number"}:
        return found in {"figure", "number"} or _EMPTY.fullmatch(cell.words) is not None
    return found == shape or (shape == "level" and _EMPTY.fullmatch(cell.words) is not None)


def _number(record: Record) -> int:
    return int(record[0].words.rstrip("."))


def _index_behind(lines: Sequence[Line], index: int, record: Record) -> int:
    return next((at for at in range(index, len(lines)) if lines[at].start >= record[-1].end), len(lines))


def _shapes(lines: Sequence[Line]) -> tuple[Shape | None, ...]:
    return tuple(shape_of(line.words) for line in lines)


def mark_length(words: str) -> int:
    """Return how long the list marker before a name is: "3. Kota Alfa"."""
    match = _NAME.match(words)
    return len(match["mark"] or "") if match else 0


def shape_of(words: str) -> Shape | None:
    """Tell what a cell holds.

    >>> [shape_of(words) for words in ("Kab. Kaur", "51,84", "Rawan Tinggi", "12", "Dibahas pada 2024.")]
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


def _between(lines: Sequence[Line], records: Sequence[Record]) -> Iterator[Line]:
    """Yield the lines that are in none of the rows, though these begin and end among them."""
    end = 0
    starts = {cell.start: cell.end for record in records for cell in record}
    for line in lines:
        end = starts.get(line.start, end)
        if line.start >= end:
            yield line


def _note_block(line: Line) -> Block:
    return Block(
        kind="note",
        span=Span(start=line.start, end=line.end),
        place=Place(address=f"line {line.number}"),
        main=False,
    )
