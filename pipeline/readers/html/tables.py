"""Tables of a page by their structure: rows of cells, spans expanded; layout tables told apart.

Tables are ``<table>``, elements that are shown or announced as tables (``display: table``, ``role="table"``), and
definition lists of short entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from pipeline.model import Place
from pipeline.readers.builder import RowCell
from pipeline.readers.lines import is_note_mark
from pipeline.readers.outer_rows import NO_OUTER, Outer

_MAX_SPAN = 60  # columns or rows that one cell may cover: no real table has more
_MAX_CELL = 1_500  # characters: a longer cell is page layout
_MAX_REGULAR = 400  # characters of a cell, in a table that holds other tables and is one all the same
_MAX_ENTRY = 80  # characters of an entry in a definition list that is a table
_SPACE = re.compile(r"\s+")
_BREAKING = frozenset(("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"))
_SILENT = frozenset(("script", "style", "template", "noscript"))
_STYLE = re.compile(r"display\s*:\s*(?P<kind>table(?:-[a-z]+)*|none)", re.IGNORECASE)
_INVISIBLE = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
_CELL_ROLES = frozenset(("cell", "gridcell", "columnheader", "rowheader"))


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether an element says itself that it is not shown."""
    style = element.get("style") or ""
    return "hidden" in element.attrib or _shown_as(element) == "none" or _INVISIBLE.search(style) is not None


def marks_note(element: HtmlElement, before: str) -> bool:
    """Tell whether an element is the mark of a footnote behind a figure, and no part of it: 58,7<sup>1</sup>."""
    return element.tag in {"sup", "sub"} and is_note_mark("".join(element.itertext()), before)


def is_table(element: HtmlElement) -> bool:
    """Tell whether an element is a table of data."""
    if element.tag == "dl":
        return _is_table_of_entries(element)
    if element.tag != "table" and element.get("role") not in {"table", "grid"} and _shown_as(element) != "table":
        return False
    return not _is_layout(element)


def inner_tables(table: HtmlElement) -> list[HtmlElement]:
    """Return the tables inside a table's cells that are read on their own; those of one column are cell text."""
    return [
        inner
        for inner in table.iterdescendants("table")
        if next(inner.iterdescendants("table"), None) is None and not _is_layout(inner)
    ]


def caption_of(table: HtmlElement) -> str:
    """Return the words of a table's caption."""
    found = next((child for child in table if child.tag == "caption" or child.get("role") == "caption"), None)
    return cell_text(found) if found is not None else ""


def outer_of(inner: HtmlElement, table: HtmlElement, outer: Outer) -> Outer:
    """Return what the row of ``table`` says in which the table ``inner`` stands."""
    around = {inner, *inner.iterancestors()}
    rows = [
        (cells, [RowCell(text=cell_text(cell)) for cell in cells if cell not in around]) for cells in _rows(table)
    ]
    own = next((texts for cells, texts in rows if not around.isdisjoint(cells)), None)
    return outer.within(rows[0][1], own) if own else outer


def table_rows(
    table: HtmlElement, number: int, outer: Outer = NO_OUTER
) -> Iterator[tuple[Place, tuple[RowCell, ...]]]:
    """Yield the rows of ``table`` that hold text, cells from left to right, behind those that ``outer`` names.

    A cell of several columns is one ``RowCell`` over that many columns; a cell of several rows is repeated in
    each. Places read "table 2 row 3 cell 1", by position in the source.
    """
    hanging: dict[int, tuple[int, RowCell]] = {}
    apart = frozenset(inner_tables(table))
    for index, row in enumerate(_rows(table), start=1):
        cells, hanging = _expand(row, hanging, f"table {number} row {index}", apart)
        if any(cell.text for cell in cells):
            yield Place(address=f"table {number} row {index}"), outer.over(cells, first=index == 1)


def cell_text(cell: HtmlElement, apart: frozenset[HtmlElement] = frozenset()) -> str:
    """Return the words of a cell, single blanks between them, a line break where the page has one.

    Left out are what is hidden, the marks of footnotes, and the tables that are read ``apart``.
    """
    pieces: list[str] = []
    _gather(cell, pieces, apart)
    lines = "".join(pieces).split("\n")
    return "\n".join(line for line in (_SPACE.sub(" ", line).strip() for line in lines) if line)


def _gather(element: HtmlElement, pieces: list[str], apart: frozenset[HtmlElement]) -> None:
    pieces.append(_SPACE.sub(" ", element.text or ""))
    for child in element:
        breaking = child.tag in _BREAKING
        pieces.append("\n" if breaking else "")
        before = "".join(pieces[-4:])
        if not (child.tag in _SILENT or child in apart or is_hidden(child) or marks_note(child, before)):
            _gather(child, pieces, apart)
        pieces.append("\n" if breaking else "")
        pieces.append(_SPACE.sub(" ", child.tail or ""))


_Cells = Sequence[HtmlElement]


def _is_layout(table: HtmlElement) -> bool:
    """Tell whether ``table`` only places other content: tables, one column, or whole articles in a cell."""
    if table.get("role") in {"presentation", "none"}:
        return True
    rows = list(_rows(table))
    if max(map(len, rows), default=0) < 2:
        return True
    apart = frozenset(table.iterdescendants("table"))
    longest = max(len(cell_text(cell, apart)) for row in rows for cell in row)
    if apart:
        widths = {sum(_span(cell, "colspan") for cell in row) for row in rows}
        return len(rows) < 3 or len(widths) > 1 or longest > _MAX_REGULAR
    return longest > _MAX_CELL


def _is_table_of_entries(element: HtmlElement) -> bool:
    """Tell whether a definition list is a table: two terms at least, each with its short values."""
    rows = list(_rows(element))
    short = all(len(cell_text(cell)) <= _MAX_ENTRY for row in rows for cell in row)
    return len(rows) > 1 and min(map(len, rows)) > 1 and short


def _rows(table: HtmlElement) -> Iterator[_Cells]:
    """Yield the cells of each row, whatever the table is made of."""
    if table.tag == "table":
        yield from (_cell_elements(row) for row in _row_elements(table))
    elif table.tag == "dl":
        yield from _entries(table)
    else:
        yield from (_shown_cells(row) for row in _shown_rows(table))


def _row_elements(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _cell_elements(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in {"td", "th"}]


def _entries(element: HtmlElement) -> Iterator[_Cells]:
    """Yield the terms of a definition list, each with its values."""
    entry: list[HtmlElement] = []
    for child in element.iterdescendants("dt", "dd"):
        if child.tag == "dt" and entry:
            yield entry
            entry = []
        entry.append(child)
    if entry:
        yield entry


def _shown_rows(element: HtmlElement) -> Iterator[HtmlElement]:
    for child in element:
        if child.get("role") == "row" or _shown_as(child) == "table-row":
            yield child
        elif child.get("role") == "rowgroup" or (_shown_as(child) or "").endswith("-group"):
            yield from _shown_rows(child)


def _shown_cells(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.get("role") in _CELL_ROLES or _shown_as(cell) == "table-cell"]


def _shown_as(element: HtmlElement) -> str | None:
    """Return how an element's own style shows it, as far as tables go."""
    style = element.get("style")
    match = _STYLE.search(style) if style else None
    return match["kind"].lower() if match else None


def _expand(
    row: _Cells, hanging: dict[int, tuple[int, RowCell]], address: str, apart: frozenset[HtmlElement]
) -> tuple[tuple[RowCell, ...], dict[int, tuple[int, RowCell]]]:
    """Lay the cells of one row beside those that hang down from the rows above, keyed by their column."""
    cells: list[RowCell] = []
    below: dict[int, tuple[int, RowCell]] = {}
    column = 0

    def lay(cell: RowCell, rows_left: int) -> int:
        cells.append(cell)
        if rows_left > 0:
            below[column] = (rows_left, cell)
        return column + cell.columns

    for position, element in enumerate(row, start=1):
        while column in hanging:
            left, cell = hanging[column]
            column = lay(cell, left - 1)
        place = Place(address=f"{address} cell {position}")
        cell = RowCell(text=cell_text(element, apart), place=place, columns=_span(element, "colspan"))
        column = lay(cell, _span(element, "rowspan") - 1)
    for start in sorted(key for key in hanging if key >= column):
        column = max(column, start)
        left, cell = hanging[start]
        column = lay(cell, left - 1)
    return tuple(cells), below


def _span(cell: HtmlElement, attribute: str) -> int:
    value = (cell.get(attribute) or "1").strip()
    if not (value.isascii() and value.isdigit() and len(value) < 6):
        return 1
    if value.strip("0") == "" and attribute == "rowspan":
        return _MAX_SPAN  # to the end of the table
    return min(max(int(value), 1), _MAX_SPAN)
