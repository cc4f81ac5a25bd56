"""A workbook (.xlsx), written with openpyxl. The same tables give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from press.sheet import merges
from press.zips import fixed_zip

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """A sheet of a workbook: its rows from the top, and what of it is hidden.

    A cell of digits is a number, any other a text; ``77.0399{0.00}`` is a number under a format, ``'12`` a text;
    "^" joins the cell above, "<" the one before. Rows may be of different lengths.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()


def xlsx_bytes(tabs: Sequence[Tab], *, date: datetime, title: str = "", author: str = "") -> bytes:
    """Write the sheets; ``date`` goes into the properties."""
    book = Workbook()
    book.remove(book.active)
    book.properties.title, book.properties.creator = title or None, author or None
    for tab in tabs:
        _write(book.create_sheet(tab.name), tab)
    target = io.BytesIO()
    book.save(target)
    return fixed_zip(_dated(target.getvalue(), date))


def _write(sheet: Any, tab: Tab) -> None:
    width = max(map(len, tab.rows), default=0)
    rows = tuple((*row, *[""] * (width - len(row))) for row in tab.rows)
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            if text not in {"", "^", "<"}:
                _fill(sheet.cell(number, column), text)
    for (top, left), (bottom, right) in merges(rows):
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    for column in range(1, width + 1):
        longest = max((len(row[column - 1]) for row in rows if len(row) > 1), default=0)
        sheet.column_dimensions[get_column_letter(column)].width = min(max(longest + 2, 6), 50)
    sheet.sheet_state = "hidden" if tab.hidden else "visible"
    for number in tab.hidden_rows:
        sheet.row_dimensions[number].hidden = True
    for letters in tab.hidden_columns:
        sheet.column_dimensions[letters].hidden = True


def _fill(cell: Any, text: str) -> None:
    plain, _, code = text.removesuffix("}").partition("{")
    if text.startswith("'"):
        cell.value = text[1:]
    elif _NUMBER.fullmatch(plain):
        cell.value = float(plain) if set(plain) & {".", "e"} else int(plain)
        cell.number_format = code or "General"
    else:
        cell.value = text
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(name="Calibri", size=11)


def _dated(data: bytes, date: datetime) -> bytes:
    """Put ``date`` where openpyxl has written the time of day."""
    stamp = date.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, _STAMP.sub(rb"\g<1>" + stamp, content) if name == "docProps/core.xml" else content)
    return target.getvalue()
