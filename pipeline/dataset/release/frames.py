"""The CSV tables of a release as Parquet and Excel. Imports pandas, pyarrow and openpyxl: import this module late.

They are made from the files themselves and the types that the descriptor gives their columns, so that an old
release comes in every format too, whatever tables today's code has.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, BinaryIO, Final

import pandas as pd
import pyarrow as pa
import pyarrow.csv
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from pipeline.dataset.release.descriptor import INDONESIAN, Package
from pipeline.dataset.tables.csvtext import restore

_ARROW: Final[Mapping[str, pa.DataType]] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}
_PANDAS: Final[Mapping[pa.DataType, Any]] = {
    pa.string(): pd.StringDtype(),
    pa.int64(): pd.Int64Dtype(),
    pa.float64(): pd.Float64Dtype(),
    pa.bool_(): pd.BooleanDtype(),
    pa.date32(): pd.ArrowDtype(pa.date32()),
}
_LONGEST_CELL: Final = 32_767  # characters; Excel refuses a workbook with more in one cell
_LONGEST_ROW: Final = 1 << 26  # bytes; a row may list the words of thousands of documents
_MOST_ROWS: Final = 1_048_575  # of a sheet, below its header
_GUIDE: Final = (20, 22, 10, 90, 90)  # widths of the columns of the sheet that explains
_GUESSED: Final = ("=", "#")  # openpyxl would take these texts for formulas and for error values
_EPOCH: Final = datetime(2022, 12, 16)  # noqa: DTZ001 -- launch of IKP 2024; Excel knows no time zones
_MODIFIED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")

Open = Callable[[], BinaryIO]


def frame(file: BinaryIO, fields: Sequence[Package]) -> pd.DataFrame:
    """Return a CSV table as a data frame with nullable types, its texts as they were before they were neutralised.

    ``fields`` are those of the table's schema in the descriptor; numbers are floats.
    """
    table = pyarrow.csv.read_csv(
        file,
        read_options=pyarrow.csv.ReadOptions(block_size=_LONGEST_ROW),
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types={field["name"]: _ARROW[field["type"]] for field in fields},
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=True,
            true_values=["true"],
            false_values=["false"],
        ),
    )
    found: pd.DataFrame = table.to_pandas(types_mapper=_PANDAS.get)
    for field in fields:
        column = found[field["name"]]
        if field["type"] == "string" and column.str.contains("'", regex=False).any():
            found[field["name"]] = column.map(restore, na_action="ignore").astype(pd.StringDtype())
    return found


def parquet_bytes(file: BinaryIO, fields: Sequence[Package]) -> bytes:
    """Return a Parquet file: typed, compressed with zstd, no index. Text cannot run there and stays as it is."""
    buffer = io.BytesIO()
    frame(file, fields).to_parquet(buffer, engine="pyarrow", compression="zstd", index=False)
    return buffer.getvalue()


def workbook_bytes(package: Package, opened: Mapping[str, Open]) -> bytes:
    """Return one Excel workbook, a sheet a table, headed by one that says what it is and one on every column.

    ``package`` is the descriptor of the release; ``opened`` opens the files of its tables. Text is written as
    text whatever it begins with, so no cell is ever a formula. The same tables give the same bytes: every time
    stamp inside is fixed.
    """
    book = Workbook(write_only=True)
    book.properties.creator = "ikp"
    book.properties.created = _EPOCH
    book.properties.title = f"{package['title']}, version {package['version']}"
    resources = [one for one in package["resources"] if "schema" in one]
    _about(book.create_sheet("about"), package)
    _guide(book.create_sheet("codebook"), resources)
    for resource in resources:
        fields = resource["schema"]["fields"]
        sheet = book.create_sheet(resource["name"])
        _lay_out(sheet, [len(field["name"]) + 3 for field in fields])
        sheet.append([_cell(sheet, field["name"], bold=True) for field in fields])
        with opened[resource["path"]]() as file:
            table = frame(file, fields).head(_MOST_ROWS)
        for row in _rows(table):
            sheet.append([_cell(sheet, entry) for entry in row])
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(fields))}{len(table) + 1}"
    buffer = io.BytesIO()
    book.save(buffer)
    return _fixed(buffer.getvalue())


def _lay_out(sheet: WriteOnlyWorksheet, widths: Sequence[int]) -> None:
    """Let the header stay in sight, and its columns be wide enough to be read."""
    sheet.freeze_panes = "A2"
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width


def _rows(table: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    """Yield the rows, with None for what is not known."""
    plain = table.astype(object)
    yield from plain.where(plain.notna(), None).itertuples(index=False, name=None)


def _about(sheet: WriteOnlyWorksheet, package: Package) -> None:
    """Say which dataset it is and how it is cited, for a workbook travels alone; old releases say less of it."""
    _lay_out(sheet, (14, 110))
    told = {
        "title": package["title"],
        "version": package["version"],
        "about": package.get("description"),
        "to cite": package.get("citation"),
        "licence": ", ".join(one["title"] for one in package["licenses"]),
        "sources": " ".join(one["title"] for one in package["sources"]),
    }
    for name, text in told.items():
        if text:
            sheet.append([_cell(sheet, name, bold=True), _cell(sheet, text)])


def _guide(sheet: WriteOnlyWorksheet, resources: Sequence[Package]) -> None:
    """Explain every table and column, in English and Indonesian; old releases have no Indonesian."""
    _lay_out(sheet, _GUIDE)
    sheet.append([_cell(sheet, name, bold=True) for name in ("table", "column", "type", "meaning", "arti")])
    for one in resources:
        sheet.append([_cell(sheet, entry) for entry in (one["name"], None, None, *_meanings(one))])
        for field in one["schema"]["fields"]:
            row = (one["name"], field["name"], field["type"], *_meanings(field))
            sheet.append([_cell(sheet, entry) for entry in row])


def _meanings(described: Package) -> tuple[str, str | None]:
    return described["description"], described.get(INDONESIAN)


def _cell(sheet: WriteOnlyWorksheet, entry: object, *, bold: bool = False) -> object:
    if not isinstance(entry, str):
        return entry
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
