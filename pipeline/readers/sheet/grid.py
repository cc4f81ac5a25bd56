"""A sheet as a grid: its filled cells by row and column, whatever file they come from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipeline.errors import ReadError
from pipeline.model import Place

MAX_CELLS = 200_000
MAX_EMPTY = 1_000_000
MAX_CHARACTERS = 10_000_000
_NUMBER = re.compile(r"[-+(]?\d[\d.,]*\s?%?\)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A filled cell: its text, its place, and over how many ``columns`` it stretches.

    ``repeated`` marks what a cell of several rows says in the rows below its first.
    """

    text: str
    place: Place
    columns: int = 1
    repeated: bool = False

    @property
    def is_number(self) -> bool:
        """Tell whether the cell holds a number and nothing else."""
        return _NUMBER.fullmatch(self.text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Cells joined to one: first and last row and column."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A sheet. ``name`` is empty where it has none that says something; ``label`` is how addresses call it.

    ``joined`` are the rows that an empty row above does not part from the rows before, because a cell of several
    rows reaches over it. ``doubtful`` are rows whose cells may stand in wrong columns.
    """

    rows: Mapping[int, Mapping[int, GridCell]]
    name: str = ""
    label: str = ""
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    joined: frozenset[int] = frozenset()
    doubtful: frozenset[int] = frozenset()

    def row_place(self, row: int) -> Place:
        """Return the place of a whole row."""
        return Place(address=f"{self.label} row {row}" if self.label else f"line {row}")


@dataclass(slots=True, kw_only=True)
class CellBudget:
    """How many cells and characters the sheets of a file may still hold; counts down."""

    name: str
    cells: int = MAX_CELLS
    characters: int = MAX_CHARACTERS
    empty: int = MAX_EMPTY

    def pass_over(self, cells: int = 1) -> None:
        """Count cells that may be empty: a sheet may have a format for each. Raises ``ReadError`` (too_large)."""
        self.empty -= cells
        if self.empty < 0:
            raise self._too_large(f"{MAX_EMPTY:,} cells")

    def take(self, text: str, *, cells: int = 1) -> None:
        """Count ``cells`` cells and the text that stands in them once. Raises ``ReadError`` (too_large)."""
        self.cells -= cells
        self.characters -= len(text)
        self.room()

    def room(self, characters: int = 0) -> None:
        """Require room for so many characters, without taking it. Raises ``ReadError`` (too_large)."""
        if self.cells < 0:
            raise self._too_large(f"{MAX_CELLS:,} filled cells")
        if self.characters < characters:
            raise self._too_large(f"{MAX_CHARACTERS:,} characters")

    def _too_large(self, what: str) -> ReadError:
        remedy = "keep only the sheets and rows with scores"
        return ReadError(f"a sheet of more than {what}", where=self.name, remedy=remedy, code="too_large")


@dataclass(slots=True)
class Spread:
    """Spreads merged cells over what they cover: as wide as the sheet is, and into the rows that hold something.

    Not into each row and column that the merge names: one merge over a whole sheet names 17 billion cells.
    """

    rows: dict[int, dict[int, GridCell]]
    budget: CellBudget
    joined: set[int] = field(default_factory=set)

    def over(self, merges: Iterable[Merge]) -> None:
        """Spread all merges. Raises ``ReadError`` (too_large)."""
        numbers = sorted(self.rows)
        width = max((column for cells in self.rows.values() for column in cells), default=0)
        for merge in merges:
            anchor = self.rows.get(merge.top, {}).get(merge.left)
            if anchor is None:
                continue
            wide = replace(anchor, columns=max(1, min(merge.right, width) - merge.left + 1))
            self._lay(merge.top, merge.left, wide)
            below = numbers[bisect_right(numbers, merge.top) : bisect_left(numbers, merge.bottom + 2)]
            self.joined.update(below)
            for row in (row for row in below if row <= merge.bottom):
                self.budget.take(anchor.text)
                self._lay(row, merge.left, replace(wide, repeated=True))

    def _lay(self, row: int, column: int, cell: GridCell) -> None:
        """Put a cell where it stands, and take away what it covers."""
        self.budget.take("", cells=cell.columns - 1)
        cells = self.rows[row]
        for covered in range(column + 1, column + cell.columns):
            cells.pop(covered, None)
        cells[column] = cell


def clean(text: str) -> str:
    r"""Return a cell's words with single blanks between them, its line breaks kept.

    >>> clean("  Kota\u00a0 Alfa \r\n\n Skor\t41,2")
    'Kota Alfa\nSkor 41,2'
    """
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
