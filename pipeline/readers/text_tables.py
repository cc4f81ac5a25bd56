"""Tables in plain text: tab-separated lines, Markdown pipe tables, columns set apart by blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from pipeline.model import Span, TableCell
from pipeline.readers.lines import ends_sentence, markers
from pipeline.text import fold

Style = Literal["tab", "pipe", "bar", "blank"]
"""What sets cells apart: tabs, bars that also stand at both ends, bars between cells alone, or blanks."""
LineSpan = tuple[int, int, bool]
Cells = tuple[TableCell, ...]

_PIPE_LINE = re.compile(r"\|.*\|")
_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?")
_STROKE = re.compile(r"[-=_\s]{4,}")
_BAR = re.compile(r"(?<!\\)\|")
_SEPARATORS = {"tab": re.compile(r"\t"), "pipe": _BAR, "bar": _BAR, "blank": re.compile(r"[ \u00a0]{2,}")}
_FIGURE = re.compile(r"(?<!\d)(?!20\d\d(?!\d))\d")
_BARE_FIGURE = re.compile(r"\d[\d.,]*%?")
_LONGEST = 2000  # characters of a line of columns
_MAX_BLANK_CELL = 60  # wide gaps in longer lines are sloppy typing, not columns


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLine:
    """A line that is a table row; ``repeated`` marks a header that was printed again further down."""

    span: Span
    cells: Cells
    table: int
    repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Neighbouring lines of one style: the index of the first, and the rows by the start of their line."""

    first: int
    length: int
    rows: dict[int, Cells]

    @property
    def columns(self) -> int:
        return max(map(len, self.rows.values()))


def row_lines(lines: Sequence[LineSpan], text: str) -> dict[int, RowLine]:
    r"""Find the table rows among ``lines`` (start, end, blank line before), keyed by the line's start.

    Two tables of as many columns with nothing but blank lines between them are one.

    >>> rows = row_lines([(0, 7, True), (8, 15, False)], "NO\tSKOR\n1\t41,20\n")
    >>> [(row.table, len(row.cells)) for row in rows.values()]
    [(1, 2), (1, 2)]
    """
    result: dict[int, RowLine] = {}
    table = 0
    header: tuple[str, ...] = ()
    before: _Run | None = None
    for run in _runs(lines, text):
        if before is None or run.first != before.first + before.length or run.columns != before.columns:
            table, header = table + 1, ()
        for start, cells in run.rows.items():
            wording = tuple(fold(cell.span.of(text)) for cell in cells)
            span = Span(start=cells[0].span.start, end=cells[-1].span.end)
            result[start] = RowLine(span=span, cells=cells, table=table, repeated=wording == header)
            header = header or wording
        before = run
    return result


def _runs(lines: Sequence[LineSpan], text: str) -> Iterator[_Run]:
    """Yield the runs of neighbouring lines that are a table."""
    styles = [_style(text, start, end) for start, end, _ in lines]
    first = 0
    while first < len(lines):
        style = styles[first]
        if style == "blank":
            rows, length = _blank_rows(lines, first, text)
            last = first + length
        else:
            last = first + 1
            bars = _bars(text, lines[first]) if style == "bar" else None
            while last < len(lines) and not lines[last][2]:
                if bars and styles[last] is None and _heads_rows(lines, styles, last, text):
                    last += 1
                    continue
                if styles[last] != style and not (bars and _is_rule(text, lines[last])):
                    break
                if bars not in {None, _bars(text, lines[last])}:
                    break
                last += 1
            rows = _rows(lines[first:last], style, text) if style else {}
            if style == "tab":
                rows = _to_the_stop(rows, text)
            if style and rows and not _is_table(list(rows.values()), style, text, ruled=len(rows) < last - first):
                rows = {}
        if rows:
            yield _Run(first=first, length=last - first, rows=rows)
        first = last


def _blank_rows(lines: Sequence[LineSpan], first: int, text: str) -> tuple[dict[int, Cells], int]:
    """Return the rows that begin with a line whose cells blanks set apart, none where they are no table.

    Either each has a cell under each of the first line's, or some cells are empty and the others stand exactly
    under those of the first line: "Alfa          v", "Beta   v". Behind them stands how many lines they take: one
    that goes on with the last cell of the row above, or is but a stroke, is no row of its own.
    """
    row, end, _ = lines[first]
    header = _cells(text, row, end, _SEPARATORS["blank"])
    columns = [_offset(text, cell) for cell in header]
    counted, aligned = {row: header}, {row: header}
    ends = {row: (first, end)}
    others = 0
    for position in range(first + 1, len(lines)):
        start, end, after_blank = lines[position]
        cells = _cells(text, start, end, _SEPARATORS["blank"])
        if not after_blank and (_is_stroke(text, start, end) or _goes_on(cells, columns, text)):
            ends[row] = (position, ends[row][1] if _is_stroke(text, start, end) else end)
            others += 1
            continue
        fits = position - first - others == len(counted) and len(cells) == len(header)
        under = _under(cells, columns, text) if position - first - others == len(aligned) else None
        if after_blank or _is_wide(cells) or not (fits or under):
            break
        row = start
        ends[row] = (position, end)
        if fits:
            counted[row] = cells
        if under:
            aligned[row] = under
    while len(aligned) > 1 and _is_bare(next(reversed(aligned.values()))):
        aligned.popitem()
    rows = aligned if len(aligned) > len(counted) else counted
    if not _is_table(list(rows.values()), "blank", text, ruled=False):
        return {}, 1
    last = ends[next(reversed(rows))][0]
    return {start: _until(cells, ends[start][1], text) for start, cells in rows.items()}, last + 1 - first


def _is_stroke(text: str, start: int, end: int) -> bool:
    return _STROKE.fullmatch(text, start, end) is not None


def _goes_on(cells: Cells, columns: Sequence[int], text: str) -> bool:
    """Tell whether a line is one cell that begins under the last column: the rest of the cell above it."""
    return len(cells) == 1 and len(columns) > 1 and _offset(text, cells[0]) == columns[-1]


def _until(cells: Cells, end: int, text: str) -> Cells:
    """Let the last cell of a row end where its last line does."""
    last = cells[-1].span
    return cells if end <= last.end or last.start == last.end else (*cells[:-1], _cell(text, last.start, end))


def _offset(text: str, cell: TableCell) -> int:
    start = cell.span.start
    return start - max(text.rfind(newline, max(0, start - _LONGEST), start) for newline in "\n\r") - 1


def _under(cells: Cells, columns: Sequence[int], text: str) -> Cells | None:
    """Put cells under the columns where they begin, with empty ones between; None where one begins elsewhere."""
    by_column = {_offset(text, cell): cell for cell in cells}
    if not by_column.keys() <= set(columns) or columns[0] not in by_column:
        return None
    placed = [by_column.get(column) for column in columns]
    for column, following in pairwise(columns):
        cell = by_column.get(column)
        if cell is not None and _offset(text, cell) + cell.span.end - cell.span.start >= following:
            return None  # prose that runs on over the next column
    row: list[TableCell] = []
    for cell in placed:
        row.append(cell or TableCell(span=Span(start=row[-1].span.end, end=row[-1].span.end)))
    return tuple(row)


def _is_wide(cells: Cells) -> bool:
    return max(cell.span.end - cell.span.start for cell in cells) > _MAX_BLANK_CELL


def _is_bare(cells: Cells) -> bool:
    return all(cell.span.start == cell.span.end for cell in cells[1:])


def _style(text: str, start: int, end: int) -> Style | None:
    """Tell what sets the cells of a line apart, None where it is no row."""
    if text.find("|", start, end) >= 0 and (
        _PIPE_LINE.fullmatch(text, start, end) or _RULE.fullmatch(text, start, end)
    ):
        return "pipe"
    if text.find("\t", start, end) >= 0:
        return "tab"
    if _BAR.search(text, start, end):
        return "bar"
    if len(_SEPARATORS["blank"].findall(text, start, end)) >= 2:
        return "blank"
    return None


def _heads_rows(lines: Sequence[LineSpan], styles: Sequence[Style | None], index: int, text: str) -> bool:
    """Tell whether a line without bars is the heading of the rows below it: "A. KEAMANAN"."""
    start, end, _ = lines[index]
    follows = index + 1 < len(lines) and styles[index + 1] == "bar" and not lines[index + 1][2]
    return follows and end - start <= _MAX_BLANK_CELL and not ends_sentence(text[start:end])


def _bars(text: str, line: LineSpan) -> int:
    return len(_BAR.findall(text, line[0], line[1]))


def _is_rule(text: str, line: LineSpan) -> bool:
    return _RULE.fullmatch(text, line[0], line[1]) is not None


def _rows(lines: Sequence[LineSpan], style: Style, text: str) -> dict[int, Cells]:
    bounds = [(start, *_outer(text, start, end, style)) for start, end, _ in lines]
    if style == "tab" and all(low < start for start, low, _ in bounds):
        bounds = [(start, start, high) for start, _, high in bounds]  # the whole table is indented
    return {
        start: _cells(text, low, high, _SEPARATORS[style])
        for start, low, high in bounds
        if not (style in {"pipe", "bar"} and _RULE.fullmatch(text, max(0, low - 1), high + 1))
    }


def _to_the_stop(rows: dict[int, Cells], text: str) -> dict[int, Cells]:
    """Leave out cells that are empty only because several tabs reach the next stop: "Aceh", "", "", "3,327"."""
    if len({len(cells) for cells in rows.values()}) < 2:
        return rows
    filled = {start: tuple(cell for cell in cells if cell.span.of(text)) for start, cells in rows.items()}
    return filled if len({len(cells) for cells in filled.values()}) == 1 else rows


def _outer(text: str, start: int, end: int, style: Style) -> tuple[int, int]:
    """Widen a tab row over its empty outer cells; narrow a pipe row to what is between its outer pipes."""
    if style == "pipe":
        return start + (text[start] == "|"), end - (text[end - 1] == "|")
    if style == "tab":
        while start > 0 and text[start - 1] == "\t":
            start -= 1
        while end < len(text) and text[end] == "\t":
            end += 1
    return start, end


def _cells(text: str, start: int, end: int, separator: re.Pattern[str]) -> Cells:
    cells: list[TableCell] = []
    for match in separator.finditer(text, start, end):
        cells.append(_cell(text, start, match.start()))
        start = match.end()
    cells.append(_cell(text, start, end))
    return tuple(cells)


def _cell(text: str, start: int, end: int) -> TableCell:
    while start < end and (text[start].isspace() or text[start] == "*"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] == "*"):
        end -= 1
    return TableCell(span=Span(start=start, end=end))


def _is_table(rows: Sequence[Cells], style: Style, text: str, *, ruled: bool) -> bool:
    """Tell a table from a stray pipe, a list set with tabs, or a line typed with wide gaps."""
    if style == "bar":
        rows = [cells for cells in rows if len(cells) > 1]  # not the headings between them
    counts = [len(cells) for cells in rows]
    if style == "pipe":
        return ruled or len(rows) > 1
    if style == "bar":
        return ruled or (len(rows) > 1 and len(rows) + counts[0] > 4 and _has_columns(rows, text))
    if style == "tab":
        return max(counts) > 1 and (len(rows) > 1 or counts[0] > 2) and not _is_list(rows, text)
    even = len(rows) > 2 and len(set(counts)) == 1 and not any(map(_is_wide, rows))
    return even and not _is_list_of_values(rows, text)


def _has_columns(rows: Sequence[Cells], text: str) -> bool:
    """Tell whether rows with bars between cells hold figures in a column: under its name, or nothing else there.

    The first row is names without figures but years; where it is none, there are at least three columns.
    """
    words = [[cell.span.of(text) for cell in cells] for cells in rows]
    columns = list(zip(*words, strict=True))
    named = all(words[0]) and not any(map(_FIGURE.search, words[0]))
    figures = ([bool(_FIGURE.search(word)) for word in column[1:]] for column in columns)
    if named:
        return any(sum(column) * 2 >= len(column) for column in figures)
    bare = any(all(map(_BARE_FIGURE.fullmatch, column)) for column in columns)
    return bare and len(columns) > 2 and not any(markers(columns[0]))


def _is_list_of_values(rows: Sequence[Cells], text: str) -> bool:
    """Tell whether rows are the items of a list whose values are set apart: "e.  Pemilih ganda   :  48 orang"."""
    marked = all(markers([cells[0].span.of(text) + " "])[0] is not None for cells in rows)
    return marked and all(
        cells[-1].span.of(text).startswith((":", "=")) or cells[-2].span.of(text) in {":", "="} for cells in rows
    )


def _is_list(rows: Sequence[Cells], text: str) -> bool:
    """Tell whether each row is but a list marker and its item."""
    firsts = [cells[0].span.of(text) + " " for cells in rows]
    found = markers(firsts)
    alone = all(m is not None and m.length == len(f) for m, f in zip(found, firsts, strict=True))
    return alone and all(len(cells) == 2 for cells in rows)
