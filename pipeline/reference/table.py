"""One CSV table, read strictly: every cell is asked for by name and type, and every error says line and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, TypeVar

from pipeline.errors import TableError

if TYPE_CHECKING:
    from _csv import Reader

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
S = TypeVar("S", bound=str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: ``cells`` by column name, blanks stripped; ``line`` counts from 1, the header included."""

    table: str
    line: int
    cells: Mapping[str, str]

    def error(self, what: str, column: str, remedy: str) -> TableError:
        """Return (not raise) the error about one cell of this row."""
        return TableError(what, where=f"{self.table} line {self.line} column {column}", remedy=remedy)

    def optional(self, column: str) -> str | None:
        """Return the cell, or None where it is empty."""
        return self.cells[column] or None

    def text(self, column: str) -> str:
        """Return the cell; an empty one raises ``TableError``."""
        value = self.cells[column]
        if not value:
            raise self.error("the cell is empty", column, "fill it in")
        return value

    def integer(self, column: str) -> int:
        """Return the cell as a whole number, 0 or more."""
        value = self.text(column)
        if not (value.isascii() and value.isdigit()):
            raise self.error(f"{value!r} is not a whole number", column, "write digits only")
        return int(value)

    def integers(self, column: str) -> tuple[int, ...]:
        """Return the whole numbers of a cell, separated by blanks; none where it is empty."""
        parts = self.cells[column].split()
        if not all(part.isascii() and part.isdigit() for part in parts):
            raise self.error("not a list of whole numbers", column, "write digits separated by blanks")
        return tuple(int(part) for part in parts)

    def optional_integer(self, column: str) -> int | None:
        """Return the cell as a whole number, or None where it is empty."""
        return self.integer(column) if self.cells[column] else None

    def optional_decimal(self, column: str) -> Decimal | None:
        """Return the cell as a decimal number (decimal point), or None where it is empty."""
        value = self.cells[column]
        try:
            number = Decimal(value) if value else None
        except InvalidOperation:
            number = Decimal("NaN")
        if number is not None and not number.is_finite():
            raise self.error(f"{value!r} is not a number", column, "write it with a decimal point")
        return number

    def share(self, column: str) -> float:
        """Return the cell as a share, a number from 0 to 1."""
        self.text(column)
        value = self.optional_decimal(column)
        if value is None or not 0 <= value <= 1:
            raise self.error(f"{value} is not a share", column, "write a number from 0 to 1")
        return float(value)

    def decimals(self, column: str) -> tuple[Decimal, ...]:
        """Return the decimal numbers of a cell, separated by blanks; none where it is empty."""
        parts = (replace(self, cells={column: part}) for part in self.cells[column].split())
        return tuple(number for part in parts if (number := part.optional_decimal(column)) is not None)

    def optional_date(self, column: str) -> date | None:
        """Return the cell as a day (2022-12-16), or None where it is empty."""
        value = self.cells[column]
        try:
            return date.fromisoformat(value) if value else None
        except ValueError as wrong:
            raise self.error(f"{value!r} is not a day", column, "write it as 2022-12-16") from wrong

    def flag(self, column: str) -> bool:
        """Return true for ``yes`` and false for an empty cell."""
        return self.optional_choice(column, ("yes",)) is not None

    def choice(self, column: str, allowed: Collection[S]) -> S:
        """Return the cell as one of the words of ``allowed``."""
        value = self.text(column)
        for word in allowed:
            if word == value:
                return word
        raise self.error(f"{value!r} is not known", column, f"use one of: {', '.join(allowed)}")

    def optional_choice(self, column: str, allowed: Collection[S]) -> S | None:
        """Return the cell as one of the words of ``allowed``, or None where it is empty."""
        return self.choice(column, allowed) if self.cells[column] else None

    def known(self, column: str, keys: Collection[str]) -> str:
        """Return the cell, which must be a key of another table."""
        value = self.text(column)
        if value not in keys:
            raise self.error(f"{value!r} is unknown", column, "add it to its own table, or correct the key")
        return value

    def optional_known(self, column: str, keys: Collection[str]) -> str | None:
        """Return the cell, a key of another table, or None where it is empty."""
        return self.known(column, keys) if self.cells[column] else None

    def wordings(self, column: str) -> tuple[str, ...]:
        """Return the wordings of a cell, separated by vertical bars; at least one, none empty."""
        parts = tuple(part.strip() for part in self.text(column).split("|"))
        if not all(parts):
            raise self.error("an empty wording", column, "remove the spare vertical bar")
        return parts

    def optional_wordings(self, column: str) -> tuple[str, ...]:
        """Return the wordings of a cell as ``wordings`` does, none where it is empty."""
        return self.wordings(column) if self.cells[column] else ()

    def all_known(self, column: str, keys: Collection[str]) -> tuple[str, ...]:
        """Return the parts of a cell, separated by vertical bars, each a key of another table; maybe none."""
        parts = (replace(self, cells={column: part}) for part in self.optional_wordings(column))
        return tuple(part.known(column, keys) for part in parts)


OURS = "remove it, or name it in pipeline/reference/load.py"
"""What to do about an unknown column of a table that comes with the package."""


def read_rows(
    text: str, *, table: str, columns: Collection[str], notes: Collection[str] = (), strange: str = OURS
) -> tuple[Row, ...]:
    r"""Read the rows of a CSV table.

    ``columns`` must all be there; ``notes`` are columns for people (sources, remarks) that may be there;
    ``strange`` says what to do about any other. A missing or unknown column, a row with too few or too many cells,
    or what is no CSV, raises ``TableError``.

    >>> rows = read_rows("code,name\n36,Banten\n", table="regions.csv", columns=("code", "name"))
    >>> rows[0].text("name"), rows[0].line
    ('Banten', 2)
    """
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(lines, [])
        _check_header(header, table, columns, notes, strange)
        return tuple(_rows(lines, header, table))
    except csv.Error as error:
        where = f"{table} line {lines.line_num}"
        raise TableError(f"is no CSV ({error})", where=where, remedy="mend the quotes of that line") from error


def _rows(lines: Reader, header: list[str], table: str) -> Iterator[Row]:
    for cells in lines:
        if len(cells) != len(header):
            raise TableError(
                f"{len(cells)} cells where the header has {len(header)}",
                where=f"{table} line {lines.line_num}",
                remedy="quote cells that hold commas",
            )
        named = dict(zip(header, (cell.strip() for cell in cells), strict=True))
        yield Row(table=table, line=lines.line_num, cells=named)


def _check_header(
    header: list[str], table: str, columns: Collection[str], notes: Collection[str], remedy: str
) -> None:
    missing = [name for name in columns if name not in header]
    if missing:
        raise TableError(f"no column {', '.join(missing)}", where=table, remedy="restore the header row")
    strange = [name for name in header if name not in columns and name not in notes]
    if strange or len(set(header)) != len(header):
        raise TableError(
            f"unknown or repeated column {', '.join(strange or header)}",
            where=table,
            remedy=remedy,
        )


def unique(rows: Iterable[Row], column: str, key: Callable[[str], K]) -> None:
    """Raise ``TableError`` where two rows have the same ``key`` of ``column``."""
    seen: dict[K, Row] = {}
    for row in rows:
        found = key(row.text(column))
        if found in seen:
            raise row.error(f"the same as line {seen[found].line}", column, "keep one of the two")
        seen[found] = row
