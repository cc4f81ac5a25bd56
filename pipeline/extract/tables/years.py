"""The edition that a year tells in a table: of one row by its cell under "Tahun", of all rows by a line above.

Sheets that hold several editions say so in no other way.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.tables.grid import Row
from pipeline.extract.tables.headers import Column, dated_by

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Inherited
    from pipeline.extract.scene.scene import Scene, Unit

_YEAR_HEADER = re.compile(r"(?:tahun|edisi|periode)(?: (?:ikp|data|pemilu|pemilihan|pengukuran|rilis))?")
_YEAR_LINE = re.compile(r"(?:(?:tahun|ikp|edisi|periode|skor|data)[ :]*)*(20[12]\d)")


def in_year_of_lead(inherited: Inherited, row: Unit, scene: Scene) -> Inherited:
    """Return what a table inherits, of the year that stands on a line of its own above it: the name of a sheet."""
    if row.lead is None:
        return inherited
    lead = scene.units[row.lead].block.span.of(scene.document.text).lower()
    years = {match[1] for line in lead.split("\n") if (match := _YEAR_LINE.fullmatch(line.strip()))}
    if len(years) != 1 or "\n" not in lead:
        return inherited
    dating = dated_by(years.pop(), scene)
    return replace(inherited, edition=dating.edition) if dating.dated else inherited


def dating_of(row: Row, scene: Scene) -> Column | None:
    """Return the edition that a row's own cell tells, as that of a column; None where it is the document's."""
    for cell in row.cells:
        if cell.text and _YEAR_HEADER.fullmatch(cell.column.header.lower().strip(" .:")):
            dating = dated_by(cell.text, scene)
            return dating if dating.dated else None
    return None


def dated(row: Row, dating: Column) -> Row:
    """Return a row whose cells are all of another edition, those aside whose column names its own."""
    cells = tuple(
        cell
        if cell.column.dated
        else replace(
            cell,
            column=replace(cell.column, edition=dating.edition, dated=True, previous=dating.previous),
        )
        for cell in row.cells
    )
    return replace(row, cells=cells)
