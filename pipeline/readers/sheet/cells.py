"""One sheet of a workbook as a grid: what each cell shows, what is merged, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element
from openpyxl.utils.cell import column_index_from_string, get_column_letter

from pipeline.model import Place
from pipeline.readers.sheet.formats import shown_number
from pipeline.readers.sheet.grid import CellBudget, Grid, GridCell, Merge, Spread, clean
from pipeline.readers.sheet.package import (
    SheetPart,
    Workbook,
    count_of,
    damaged_xml,
    local,
    plain_text,
    stream_part,
)

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_MAX_ROW, _MAX_COLUMN = 1_048_576, 16_384
_TRUTH = {"1": "TRUE", "0": "FALSE"}
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T00:00:00(?:\.0+)?Z?)?")
_SAYS_NOTHING = re.compile(
    r"(?:sheet|lembar(?: kerja)?|worksheet|tabelle|feuil)\s?\d*(?: \(\d+\))?", re.IGNORECASE
)


@dataclass(slots=True, kw_only=True)
class _Reading:
    """A sheet while it is read; ``row`` and ``column`` are the last met, ``unvalued`` formulas have no value."""

    workbook: Workbook
    label: str
    budget: CellBudget
    rows: dict[int, dict[int, GridCell]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    row: int = 0
    column: int = 0
    unvalued: int = 0

    def element(self, element: Element) -> None:
        """Take up a cell, a row (which ends behind its cells), a stretch of columns or a merge."""
        match local(element.tag):
            case "c":
                self._cell(element)
            case "row":
                self.row, self.column = self._row_of(element), 0
                if _is_on(element.get("hidden")):
                    self.hidden_rows.add(self.row)
            case "col" if _is_on(element.get("hidden")):
                first, last = count_of(element.get("min")), count_of(element.get("max"))
                self.hidden_columns.update(range(first, min(last, _MAX_COLUMN) + 1))
            case "mergeCell":
                self.merges.extend(_merges(element.get("ref") or ""))

    def _row_of(self, element: Element | None) -> int:
        return (count_of(element.get("r")) if element is not None else 0) or self.row + 1

    def _cell(self, element: Element) -> None:
        row = self._row_of(element.getparent())
        found = _REFERENCE.fullmatch(element.get("r") or "")
        column = self.column = column_index_from_string(found[1]) if found else self.column + 1
        self.budget.pass_over()
        if not len(element):
            return
        text = clean(self._shown(element))
        if text and 1 <= row <= _MAX_ROW and column <= _MAX_COLUMN:
            self.budget.take(text)
            place = Place(address=f"{self.label} cell {get_column_letter(column)}{row}")
            self.rows.setdefault(row, {})[column] = GridCell(text=text, place=place)

    def _shown(self, cell: Element) -> str:
        """Return what a cell shows; nothing for a formula that was never computed."""
        kind = cell.get("t") or "n"
        inside = {local(child.tag): child for child in cell}
        if kind == "inlineStr":
            return plain_text(inside["is"]) if "is" in inside else ""
        value = (inside["v"].text or "") if "v" in inside else ""
        if not value:
            self.unvalued += kind != "str" and "f" in inside
            return ""
        if kind == "n":
            return shown_number(value, self._format(cell), epoch=self.workbook.epoch)
        return self._worded(kind, value)

    def _worded(self, kind: str, value: str) -> str:
        """Return what a cell shows whose value is no number."""
        match kind:
            case "s":
                index = count_of(value)
                return self.workbook.texts[index] if index < len(self.workbook.texts) else ""
            case "b":
                return _TRUTH.get(value.strip(), value)
            case "d":
                day = _ISO_DAY.fullmatch(value.strip())
                return day[1] if day else value
        return value

    def _format(self, cell: Element) -> str:
        style = count_of(cell.get("s"))
        return self.workbook.formats[style] if style < len(self.workbook.formats) else "General"


def read_sheet_part(sheet: SheetPart, workbook: Workbook, *, budget: CellBudget) -> tuple[Grid, int]:
    """Read one sheet; return its grid and how many of its formulas have no value.

    Raises ``ReadError``: too_large, damaged.
    """
    reading = _Reading(workbook=workbook, label=f"sheet {sheet.name}", budget=budget)
    try:
        for element in stream_part(workbook.package.parts[sheet.part], "row", "c", "col", "mergeCell"):
            reading.element(element)
    except etree.XMLSyntaxError as error:
        raise damaged_xml(budget.name) from error
    spread = Spread(reading.rows, budget)
    spread.over(reading.merges)
    grid = Grid(
        rows=reading.rows,
        name="" if _SAYS_NOTHING.fullmatch(sheet.name) else sheet.name,
        label=reading.label,
        hidden=sheet.hidden,
        hidden_rows=frozenset(reading.hidden_rows),
        hidden_columns=frozenset(reading.hidden_columns),
        joined=frozenset(spread.joined),
    )
    return grid, reading.unvalued


def _merges(reference: str) -> Iterator[Merge]:
    """Yield the merge that a reference such as "A1:H1" names, nothing for what is none."""
    first, _, last = reference.partition(":")
    start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
    if start and end:
        left, right = column_index_from_string(start[1]), column_index_from_string(end[1])
        yield Merge(top=int(start[2]), left=left, bottom=int(end[2]), right=right)


def _is_on(value: str | None) -> bool:
    return value in {"1", "true"}
