"""Parquet and Excel forms of the tables. Imports pandas, pyarrow and openpyxl: import this module late."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal

import pandas as pd
import pyarrow as pa
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from pipeline.dataset.columns import AnyTable, Entry, Kind

_DTYPES: Mapping[Kind, str | pd.ArrowDtype] = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": pd.ArrowDtype(pa.date32()),
}
_LONGEST_CELL = 32_767  # characters; Excel refuses a workbook with more in one cell
_GUESSED = ("=", "#")  # openpyxl would take these texts for formulas and for error values
_EPOCH = datetime(2022, 12, 16)  # noqa: DTZ001 -- launch of IKP 2024; Excel knows no time zones
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def frame(table: AnyTable, rows: Iterable[Sequence[Entry]]) -> pd.DataFrame:
    """Return the rows as a data frame with nullable types; numbers are floats."""
    plain = [[_plain(entry) for entry in row] for row in rows]
    names = [column.name for column in table.columns]
    return pd.DataFrame(plain, columns=names, dtype=object).astype(
        {column.name: _DTYPES[column.kind] for column in table.columns}
    )


def _plain(entry: Entry) -> object:
    if entry is None:
        return pd.NA
    return float(entry) if isinstance(entry, Decimal) else entry


def parquet_bytes(table: AnyTable, rows: Iterable[Sequence[Entry]]) -> bytes:
    """Return a Parquet file: typed, compressed with zstd, no index. Text cannot run there and stays as it is."""
    buffer = io.BytesIO()
    frame(table, rows).to_parquet(buffer, engine="pyarrow", compression="zstd", index=False)
    return buffer.getvalue()


def workbook_bytes(tables: Mapping[AnyTable, Iterable[Sequence[Entry]]]) -> bytes:
    """Return one Excel workbook, a sheet a table, headed by a sheet that explains every column.

    Text is written as text whatever it begins with, so no cell is ever a formula. The same tables give the same
    bytes: every time stamp inside is fixed.
    """
    book = Workbook(write_only=True)
    book.properties.creator = "ikp"
    book.properties.created = _EPOCH
    _guide(book.create_sheet("codebook"), tables)
    for table, rows in tables.items():
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        sheet.append([_cell(sheet, column.name, bold=True) for column in table.columns])
        for row in rows:
            sheet.append([_cell(sheet, entry) for entry in row])
    buffer = io.BytesIO()
    book.save(buffer)
    return _fixed(buffer.getvalue())


def _guide(sheet: WriteOnlyWorksheet, tables: Iterable[AnyTable]) -> None:
    sheet.append([_cell(sheet, name, bold=True) for name in ("table", "column", "type", "meaning")])
    for table in tables:
        sheet.append([_cell(sheet, entry) for entry in (table.name, None, None, table.about)])
        for column in table.columns:
            sheet.append([_cell(sheet, entry) for entry in (table.name, column.name, column.kind, column.about)])


def _cell(sheet: WriteOnlyWorksheet, entry: Entry, *, bold: bool = False) -> object:
    if not isinstance(entry, str):
        return float(entry) if isinstance(entry, Decimal) else entry
    text = ILLEGAL_CHARACTERS_RE.sub("�", entry)[:_LONGEST_CELL]
    if not bold and not text.startswith(_GUESSED):
        return text
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _fixed(data: bytes) -> bytes:
    """Rewrite the archive with fixed time stamps, for openpyxl writes the present time into it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + _EPOCH.isoformat().encode() + b"Z", content)
            entry = zipfile.ZipInfo(name, date_time=(2022, 12, 16, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            new.writestr(entry, content, compress_type=zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
