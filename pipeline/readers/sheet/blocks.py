"""A grid as blocks: titles as headings, notes as paragraphs, tables as rows, the hidden outside the main text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.model import Place
from pipeline.readers.builder import RowCell
from pipeline.readers.drafts import Draft
from pipeline.readers.lines import HEADING_LENGTH, ends_sentence, is_inserted
from pipeline.readers.sheet.areas import Area, Row, areas_of, goes_on
from pipeline.readers.sheet.grid import CellBudget, Grid, GridCell

_LONGEST_TITLE = 400  # characters of all lines above a table together
_LEVEL = re.compile(r"\W*(?:[a-z/]+ ){0,3}(?:tinggi|sedang|rendah|merah|kuning|hijau)\W*", re.IGNORECASE)


@dataclass(slots=True)
class SheetWalk:
    """The blocks of the sheets taken so far, and the number of tables among them.

    ``waiting`` are lines that stand above a table that is still to come.
    """

    budget: CellBudget
    drafts: list[Draft] = field(default_factory=list)
    tables: int = 0
    waiting: list[Draft] = field(default_factory=list)

    def sheet(self, grid: Grid) -> None:
        """Take one sheet. Raises ``ReadError`` (too_large)."""
        start = len(self.drafts)
        visible, concealed = _parted(grid)
        above: Area | None = None
        for area in areas_of(visible):
            onward = above is not None and goes_on(area, above)
            body = _body(area, whole=onward)
            first = body[0] if body else max(area.rows) + 1
            self._lines(area, [row for row in area.rows if row < first], visible)
            if body:
                self.drafts += _title(self.waiting, grid)
                self.waiting = []
                self.tables += not onward
                self.drafts += [self._row(area, row, visible) for row in body]
                self._lines(area, [row for row in area.rows if row > body[-1]], visible)
                above = area
        self.drafts += self.waiting
        self.waiting = []
        self._concealed(visible, concealed)
        if grid.hidden:
            self.drafts[start:] = [replace(draft, main=False) for draft in self.drafts[start:]]

    def _lines(self, area: Area, rows: Sequence[int], grid: Grid) -> None:
        """Take up rows that are no table's: a name and its value make one line, other cells one each."""
        for row in rows:
            cells = area.cells_of(row)
            pair = len(cells) == 2 or _is_pair(cells)
            texts = [" ".join(cell.text for cell in cells)] if pair else [cell.text for cell in cells]
            for cell, text in zip(cells, texts, strict=False):
                lines = text.split("\n") if len(text) > HEADING_LENGTH else [" ".join(text.split())]
                main = row not in grid.hidden_rows
                self.waiting += [Draft(kind="paragraph", text=line, place=cell.place, main=main) for line in lines]

    def _row(self, area: Area, row: int, grid: Grid) -> Draft:
        self.budget.pass_over(len(area.columns))
        main = row not in grid.hidden_rows and row not in grid.doubtful
        return self._row_draft(_laid(area.rows[row], area.columns), grid.row_place(row), main=main)

    def _row_draft(self, cells: tuple[RowCell, ...], place: Place, *, main: bool) -> Draft:
        return Draft(kind="table_row", cells=cells, table=self.tables, place=place, main=main)

    def _concealed(self, visible: Grid, concealed: Mapping[int, Row]) -> None:
        """Take the hidden columns, each row with what names it in the columns that are seen."""
        if not concealed:
            return
        self.tables += 1
        own = {column for cells in concealed.values() for column in cells}
        columns = (*_naming(visible), *sorted(own))
        for row, cells in concealed.items():
            self.budget.pass_over(len(columns))
            laid = _laid({**visible.rows.get(row, {}), **cells}, columns)
            self.drafts.append(self._row_draft(laid, visible.row_place(row), main=False))


def _title(lines: Sequence[Draft], grid: Grid) -> list[Draft]:
    """Return what stands above a table: each run of title lines as one heading, what is a sentence as it is.

    One, because all lines of a title say what the table holds: the region on one, the edition on another. The last
    begins with the name of the sheet. The name of a level is a heading of its own: it holds for the rows, not for
    the region.
    """
    level = [line for line in lines[-1:] if _LEVEL.fullmatch(line.text)]
    above = list(lines[: len(lines) - len(level)])
    start = next((index + 1 for index in range(len(above) - 1, -1, -1) if not _is_title(above[index])), 0)
    last = above[start:]
    if grid.name:
        last.insert(0, Draft(kind="heading", text=grid.name, place=Place(address=grid.label)))
    drafts = _with_headings(above[:start]) + _with_headings(last)
    return drafts + [replace(line, kind="heading", level=2) for line in level]


def _with_headings(lines: Sequence[Draft]) -> list[Draft]:
    """Join runs of title lines to headings, so far as they stay short."""
    result: list[Draft] = []
    for line in lines:
        title = _is_title(line)
        before = result[-1] if result and result[-1].kind == "heading" else None
        if title and before and len(before.text) + len(line.text) < _LONGEST_TITLE:
            result[-1] = replace(before, text=f"{before.text}\n{line.text}")
        else:
            result.append(replace(line, kind="heading") if title else line)
    return result


def _is_title(line: Draft) -> bool:
    """Tell whether a line above a table is part of its title: no sentence, no link elsewhere, not hidden."""
    short = len(line.text) <= HEADING_LENGTH and (line.text.endswith(":") or not ends_sentence(line.text))
    return line.main and short and not is_inserted(line.text)


def _parted(grid: Grid) -> tuple[Grid, dict[int, Row]]:
    """Part a grid into what is seen and the cells of hidden columns."""
    if not grid.hidden_columns:
        return grid, {}
    seen: dict[int, Row] = {}
    concealed: dict[int, Row] = {}
    for row, cells in sorted(grid.rows.items()):
        for part, hidden in ((seen, False), (concealed, True)):
            own = {column: cell for column, cell in cells.items() if (column in grid.hidden_columns) is hidden}
            if own:
                part[row] = own
    return replace(grid, rows=seen), concealed


def _body(area: Area, *, whole: bool) -> list[int]:
    """Return the rows of an area that are its table: from the first full row (if ``whole``, the top) to the last.

    Rows of one cell in between are banners ("Rawan Tinggi") and stay; so do those ahead of a table that goes on.
    """
    rows = list(area.rows)
    own = {row: [cell for cell in area.cells_of(row) if not cell.repeated] for row in rows}
    full = [row for row in rows if len(own[row]) > 1 and not _is_pair(own[row])]
    widest = next((row for row in full if len(own[row]) > 2), None)
    if widest is not None:
        full = [row for row in full if row >= widest or not _is_named_value(own[row])]
    if not full:
        return []
    first = rows[0] if whole else full[0]
    return [row for row in rows if first <= row <= full[-1]]


def _is_pair(cells: Sequence[GridCell]) -> bool:
    """Tell whether a row is a name and its value: "Provinsi: | Alfa", "Provinsi | : Alfa"."""
    return len(cells) in {2, 3} and (cells[0].text.endswith(":") or cells[1].text.startswith(":"))


def _is_named_value(cells: Sequence[GridCell]) -> bool:
    """Tell whether a row above a wider table is a name and its value without a colon: "Provinsi | Alfa"."""
    return len(cells) == 2 and all(cell.columns == 1 for cell in cells)


def _laid(cells: Row, columns: Sequence[int]) -> tuple[RowCell, ...]:
    """Lay the cells of a row under the columns of its table, empty ones between."""
    laid: list[RowCell] = []
    reach = 0
    for column in columns:
        if column < reach:
            continue
        cell = cells.get(column)
        if cell is None:
            laid.append(RowCell(text=""))
            continue
        reach = column + cell.columns
        wide = 1 if cell.columns == 1 else bisect_left(columns, reach) - bisect_left(columns, column)
        laid.append(RowCell(text=cell.text, place=cell.place, columns=wide))
    return tuple(laid)


def _naming(grid: Grid) -> tuple[int, ...]:
    """Return the columns that name the rows: the first of words and those before it, most often numbers."""
    full = [cells for cells in grid.rows.values() if len(cells) > 1]
    columns = sorted({column for cells in full for column in cells})
    for index, column in enumerate(columns):
        filled = [cells[column] for cells in full if column in cells]
        if 2 * sum(cell.is_number for cell in filled) < len(filled):
            return tuple(columns[: index + 1])
    return ()
