"""Where the tables of a grid are: parted by empty rows, and by empty columns where they stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.readers.sheet.grid import Grid, GridCell

Row = Mapping[int, GridCell]
_KEYED = 2  # rows below a header from which it shows that a column tells them apart
_MOST = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Rows that belong together, by their number, and the columns they fill: a table with what is around it."""

    rows: dict[int, Row]
    columns: tuple[int, ...]

    def cells_of(self, row: int) -> list[GridCell]:
        """Return the filled cells of a row, from left to right."""
        return [cell for _, cell in sorted(self.rows[row].items())]

    def kinds(self, row: int) -> dict[int, bool]:
        """Return of each filled column of a row whether it holds a number."""
        return {column: cell.is_number for column, cell in self.rows[row].items() if not cell.repeated}


def areas_of(grid: Grid) -> Iterator[Area]:
    """Yield the areas of a grid from top to bottom, those side by side from left to right."""
    for band in _bands(grid):
        rows = {row: grid.rows[row] for row in band}
        for columns in _sides(rows):
            own = {row: _within(cells, columns) for row, cells in rows.items()}
            yield Area(rows={row: cells for row, cells in own.items() if cells}, columns=columns)


def goes_on(area: Area, above: Area) -> bool:
    """Tell whether an area goes on with the table above: its first full row is no header, but like the last above.

    An empty row stands between the provinces of one table as well as between two tables.
    """
    first = next((row for row, cells in area.rows.items() if len(cells) > 1), None)
    last = next((row for row, cells in reversed(above.rows.items()) if len(cells) > 1), None)
    if first is None or last is None or not set(area.columns) <= set(above.columns):
        return False
    here, there = area.kinds(first), above.kinds(last)
    shared = here.keys() & there.keys()
    return any(here[column] for column in shared) and all(here[column] == there[column] for column in shared)


def _bands(grid: Grid) -> Iterator[list[int]]:
    """Yield runs of rows with no empty row between them."""
    band: list[int] = []
    for row in sorted(grid.rows):
        if band and row - band[-1] > 1 and row not in grid.joined:
            yield band
            band = []
        band.append(row)
    if band:
        yield band


def _sides(rows: Mapping[int, Row]) -> list[tuple[int, ...]]:
    """Part the columns of a band where an empty one stands between two tables.

    Rows of one cell are titles and count for no column. What is right of an empty column and has no rows of its
    own to tell apart (scores set off from their names) goes with what is left of it.
    """
    full = [cells for cells in rows.values() if len(cells) > 1]
    covered = {
        column + offset for cells in full for column, cell in cells.items() for offset in range(cell.columns)
    }
    if not covered:
        return [tuple(sorted({column for cells in rows.values() for column in cells}))]
    runs = _runs(sorted(covered))
    sides = [runs[0]]
    for run in runs[1:]:
        if len(sides[-1]) > 1 and _is_keyed(full, run):
            sides.append(run)
        else:
            sides[-1] += run
    return sides


def _runs(columns: Sequence[int]) -> list[tuple[int, ...]]:
    """Return the runs of neighbouring columns."""
    breaks = [index for index, (one, other) in enumerate(pairwise(columns), 1) if other - one > 1]
    edges = [0, *breaks, len(columns)]
    return [tuple(columns[start:end]) for start, end in pairwise(edges)]


def _is_keyed(rows: Sequence[Row], columns: tuple[int, ...]) -> bool:
    """Tell whether columns make a table of their own: the first counts the rows, or names each differently."""
    if len(columns) < 2:
        return False
    below = [cells[columns[0]].text for cells in rows if columns[0] in cells][1:]
    figures = [text for text in below if text.isdigit()]
    counted = len(figures) >= _KEYED and figures == [str(number) for number in range(1, len(figures) + 1)]
    worded = sum(any(map(str.isalpha, text)) for text in below) >= _MOST * len(below)
    return len(below) >= _KEYED and (counted or (worded and len(set(below)) == len(below)))


def _within(cells: Row, columns: tuple[int, ...]) -> Row:
    """Return the cells of a row that stand in the columns of a side; what stands in none goes with the left."""
    return {column: cell for column, cell in cells.items() if columns[0] <= column <= columns[-1]}
