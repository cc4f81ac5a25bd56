"""HTML tables by their structure: rows of cells, spans expanded; layout tables told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.model import Place
from pipeline.readers.builder import RowCell

_MAX_SPAN = 60  # columns or rows that one cell may cover: no real table has more
_MAX_CELL = 1_500  # characters: a longer cell is page layout
_SPACE = re.compile(r"\s+")
_BREAKING = frozenset(("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"))
_SILENT = frozenset(("script", "style", "template", "noscript"))


def is_layout(table: HtmlElement) -> bool:
    """Tell whether ``table`` only places other content: another table, one column, or whole articles in a cell."""
    if table.get("role") in {"presentation", "none"} or next(table.iterdescendants("table"), None) is not None:
        return True
    rows = list(_row_elements(table))
    widest = max((len(_cell_elements(row)) for row in rows), default=0)
    cells = (cell for row in rows for cell in _cell_elements(row))
    return widest < 2 or any(len(cell_text(cell)) > _MAX_CELL for cell in cells)


def table_rows(table: HtmlElement, number: int) -> Iterator[tuple[Place, tuple[RowCell, ...]]]:
    """Yield the rows of ``table`` that hold text, cells from left to right.

    A cell of several columns is one ``RowCell`` over that many columns; a cell of several rows is repeated in
    each. Places read "table 2 row 3 cell 1", by position in the source.
    """
    hanging: dict[int, tuple[int, RowCell]] = {}
    for index, row in enumerate(_row_elements(table), start=1):
        cells, hanging = _expand(row, hanging, f"table {number} row {index}")
        if any(cell.text for cell in cells):
            yield Place(address=f"table {number} row {index}"), cells


def cell_text(cell: HtmlElement) -> str:
    """Return the words of a cell, single blanks between them, a line break where the page has one."""
    lines = "".join(_pieces(cell)).split("\n")
    return "\n".join(line for line in (_SPACE.sub(" ", line).strip() for line in lines) if line)


def _pieces(element: HtmlElement) -> Iterator[str]:
    if element.tag in _SILENT:
        return
    yield _SPACE.sub(" ", element.text or "")
    for child in element:
        if child.tag in _BREAKING:
            yield "\n"
        yield from _pieces(child)
        if child.tag in _BREAKING:
            yield "\n"
        yield _SPACE.sub(" ", child.tail or "")


def _row_elements(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if row.tag == "tr")


def _cell_elements(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in {"td", "th"}]


def _expand(
    row: HtmlElement, hanging: dict[int, tuple[int, RowCell]], address: str
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

    for position, element in enumerate(_cell_elements(row), start=1):
        while column in hanging:
            left, cell = hanging[column]
            column = lay(cell, left - 1)
        place = Place(address=f"{address} cell {position}")
        cell = RowCell(text=cell_text(element), place=place, columns=_span(element, "colspan"))
        column = lay(cell, _span(element, "rowspan") - 1)
    for start in sorted(key for key in hanging if key >= column):
        column = max(column, start)
        left, cell = hanging[start]
        column = lay(cell, left - 1)
    return tuple(cells), below


def _span(cell: HtmlElement, attribute: str) -> int:
    value = (cell.get(attribute) or "1").strip()
    return min(max(int(value), 1), _MAX_SPAN) if value.isascii() and value.isdigit() and len(value) < 6 else 1
