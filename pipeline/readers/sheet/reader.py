"""Score sheets: Excel workbooks (.xlsx, .xlsm) and delimited text (.csv, .tsv).

Both become a grid of cells first; ``blocks`` finds titles, tables and notes in it.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from pipeline.errors import ReadError
from pipeline.model import Document, Notice, Place
from pipeline.readers.decode import decode, encoding_notice
from pipeline.readers.drafts import Draft, assemble, without_repeated_headers
from pipeline.readers.sheet.blocks import SheetWalk
from pipeline.readers.sheet.cells import read_sheet_part
from pipeline.readers.sheet.delimited import read_delimited
from pipeline.readers.sheet.grid import CellBudget, Grid, clean
from pipeline.readers.sheet.package import (
    SheetPart,
    Workbook,
    damaged_xml,
    open_workbook,
    parse_part,
    plain_text,
    stream_part,
)
from pipeline.readers.unread import OLE

VERSION = 1


def read_sheet(data: bytes, *, name: str, sha256: str, media_type: str) -> Document:
    """Read a workbook or a delimited text, whichever the bytes are. Raises ``ReadError``.

    Codes: not_a_zip, truncated, encrypted, too_large, unknown_format, no_text, damaged.
    """
    if data.startswith((b"PK\x03\x04", OLE)) or media_type != "text/csv":
        title, drafts, notices = _workbook(data, name, sha256)
    else:
        title, drafts, notices = _delimited(data, name, sha256)
    text, blocks = assemble(without_repeated_headers(drafts))
    if not text:
        raise ReadError("no cell holds anything", where=name, remedy="check the file", code="no_text")
    return Document(
        sha256=sha256,
        media_type=media_type,
        text=text,
        blocks=blocks,
        reader="sheet",
        reader_version=VERSION,
        title=title,
        notices=notices,
    )


_Read = tuple[str | None, list[Draft], tuple[Notice, ...]]


def _delimited(data: bytes, name: str, sha256: str) -> _Read:
    decoded = decode(data, name=name)
    budget = CellBudget(name=name)
    grid = read_delimited(decoded.text, budget=budget)
    walk = SheetWalk(budget)
    walk.sheet(grid)
    # what is not UTF-8 was written by Excel, in the encoding of Windows: worth a word, no cause for doubt
    notices = tuple(replace(one, level="info") for one in encoding_notice(decoded, sha256=sha256))
    if grid.doubtful:
        message = f"{len(grid.doubtful)} rows have more fields than the header: what they say goes to review"
        notices += (Notice(level="warning", code="ragged", message=message, document=sha256),)
    return None, walk.drafts, notices


def _workbook(data: bytes, name: str, sha256: str) -> _Read:
    workbook = open_workbook(data, name=name)
    budget = CellBudget(name=name)
    walk = SheetWalk(budget)
    unvalued, hidden = 0, False
    try:
        for sheet in workbook.sheets:
            grid, formulas = read_sheet_part(sheet, workbook, budget=budget)
            walk.sheet(grid)
            walk.drafts += _asides(sheet, workbook, budget)
            unvalued += formulas
            hidden = hidden or _hides(grid)
        title = _title(workbook)
    except etree.XMLSyntaxError as error:
        raise damaged_xml(name) from error
    return title, walk.drafts, tuple(_notices(workbook, unvalued, sha256, hidden=hidden))


def _hides(grid: Grid) -> bool:
    """Tell whether a sheet holds something in what is hidden."""
    columns = (column in grid.hidden_columns for cells in grid.rows.values() for column in cells)
    return bool(grid.rows) and (grid.hidden or not grid.hidden_rows.isdisjoint(grid.rows) or any(columns))


def _notices(workbook: Workbook, unvalued: int, sha256: str, *, hidden: bool) -> list[Notice]:
    """Return what a person should know: formulas that were never computed, what is hidden, what is a picture."""
    pictures = workbook.package.pictures()
    found: list[Notice] = []
    if unvalued:
        message = f"{unvalued} formulas hold no value: open the file in a spreadsheet program and save it"
        found.append(Notice(level="warning", code="formula", message=message, document=sha256))
    if hidden:
        message = "rows, columns or sheets are hidden: what they alone say goes to review"
        found.append(Notice(level="info", code="hidden", message=message, document=sha256))
    if pictures:
        message = f"holds {pictures} pictures, not read"
        found.append(Notice(level="info", code="pictures", message=message, document=sha256))
    return found


def _asides(sheet: SheetPart, workbook: Workbook, budget: CellBudget) -> list[Draft]:
    """Return the comments and text boxes of a sheet: no part of its tables, kept so that nothing is lost."""
    parts = workbook.package.parts
    found: list[tuple[str, str]] = []
    for part in workbook.targets(sheet.part, "comments"):
        for comment in stream_part(parts[part], "comment"):
            words = (plain_text(text) for text in comment.iterfind("{*}text"))
            found.append((clean(" ".join(words)), f"comment {comment.get('ref') or ''}"))
    for part in workbook.targets(sheet.part, "drawing"):
        for paragraph in stream_part(parts[part], "p"):
            words = (piece.text or "" for piece in paragraph.iter("{*}t"))
            found.append((clean("".join(words)), "text box"))
    drafts = []
    for text, where in found:
        if text:
            budget.take(text)
            place = Place(address=f"sheet {sheet.name} {where}".strip())
            drafts.append(Draft(kind="note", text=text, place=place, main=False))
    return drafts


def _title(workbook: Workbook) -> str | None:
    """Return the title among the file's properties."""
    content = workbook.package.parts.get("docProps/core.xml")
    title = parse_part(content).findtext("{*}title") if content else None
    return " ".join((title or "").split()) or None
