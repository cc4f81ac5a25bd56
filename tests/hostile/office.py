"""Office files that nobody means well with: bombs, overlapping members, depth, size, entities. Made, not kept."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping

from openpyxl.utils import get_column_letter

from press.zips import packed

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SHEET_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 13))
    + "]>"
)
"""A declaration under which ``&a12;`` stands for two million million letters."""
OUTSIDE = '<!DOCTYPE x [<!ENTITY a12 SYSTEM "file:///etc/passwd">]>'
"""A declaration under which ``&a12;`` stands for a file of this machine."""


def word(
    body: str, *, prologue: str = "", more: Mapping[str, str | bytes] | None = None, stored: bool = False
) -> bytes:
    """Return a Word file with this XML as its body; ``prologue`` stands before the root of the document."""
    return packed(
        {
            "[Content_Types].xml": _types("/word/document.xml", _WORD_MAIN),
            "_rels/.rels": _relations("officeDocument", "word/document.xml"),
            "word/document.xml": f'{prologue}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
            **(more or {}),
        },
        stored=stored,
    )


def sheet(
    rows: str,
    *,
    prologue: str = "",
    before: str = "",
    behind: str = "",
    more: Mapping[str, str | bytes] | None = None,
    stored: bool = False,
) -> bytes:
    """Return a workbook of one sheet; ``before`` and ``behind`` stand around its rows."""
    return packed(
        {
            "[Content_Types].xml": _types("/xl/workbook.xml", _SHEET_MAIN),
            "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="Skor" sheetId="1" r:id="r0"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relations("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": f'{prologue}<worksheet xmlns="{S}">{before}<sheetData>{rows}</sheetData>'
            f"{behind}</worksheet>",
            **(more or {}),
        },
        stored=stored,
    )


def _types(part: str, kind: str) -> str:
    return (
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="{part}" ContentType="{kind}"/></Types>'
    )


def _relations(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r0" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        "</Relationships>"
    )


def paragraph(words: str) -> str:
    """Return a paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def row(number: int, *cells: str) -> str:
    """Return a row of a sheet: figures as numbers, anything else as text."""
    inside = "".join(
        f"<c><v>{cell}</v></c>"
        if cell.replace(".", "").isdigit()
        else f'<c t="inlineStr"><is><t>{cell}</t></is></c>'
        for cell in cells
    )
    return f'<row r="{number}">{inside}</row>'


TABLE = row(1, "No", "Kabupaten/Kota", "Skor") + row(2, "1", "Kabupaten Lebak", "58.7")


def overlapping(inner: bytes, times: int, *, name: str) -> bytes:
    """Return a ZIP whose members all inflate the same bytes: each quotes the headers of those behind it.

    A few kilobytes hold gigabytes, no member is packed inside another, and each has a sound checksum. ``name`` has
    {} for the member's number.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packer.compress(inner) + packer.flush()
    body = data
    files: list[tuple[bytes, int, int, int]] = []
    for number in range(times, 0, -1):
        label = name.format(number).encode()
        checksum = zlib.crc32(inner)
        sizes = (checksum, len(data), len(inner), len(label))
        header = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 0x21, *sizes, 0) + label
        files.insert(0, (label, *sizes[:3]))
        quote = struct.pack("<BHH", 0, len(header), len(header) ^ 0xFFFF)  # a stored block that is not the last
        body = header + body if number == 1 else quote + header + body
        data, inner = quote + header + data, header + inner
    return body + _directory(files, len(body))


def _directory(files: list[tuple[bytes, int, int, int]], at: int) -> bytes:
    entries = b""
    offset = 0
    for label, checksum, compressed, size in files:
        numbers = (checksum, compressed, size, len(label), 0, 0, 0, 0, 0, offset)
        entries += struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 0x21, *numbers) + label
        offset += 30 + len(label) + 5
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(files), len(files), len(entries), at, 0)
    return entries + end


_FORMAT = '<numFmt numFmtId="200" formatCode="{}"/>'
_STYLES = (
    f'<styleSheet xmlns="{S}"><numFmts>{_FORMAT}</numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>'
)


def _nested(levels: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * levels + paragraph("dalam") + "</w:tc></w:tr></w:tbl>" * levels


def _shared(text: str) -> str:
    return f'<sst xmlns="{S}"><si><t>{text}</t></si></sst>'


def _wide(rows: int, cells: int) -> str:
    return "".join(f'<row r="{n}">' + "<c><v>1</v></c>" * cells + "</row>" for n in range(1, rows + 1))


_SAID = paragraph("Skor IKP 2024 Kabupaten Lebak 58,7")

OFFICE: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "docx bomb": ("a.docx", lambda: word(paragraph(" " * 300_000_000))),
    "docx many swelling parts": (
        "a.docx",
        lambda: word(_SAID, more={f"word/header{n}.xml": f"<a>{' ' * 900_000}</a>" for n in range(1_000)}),
    ),
    "docx overlapping": ("a.docx", lambda: overlapping(b"<a>" + b"x" * 20_000_000, 1_500, name="word/{}.xml")),
    "docx 100,000 paragraphs": ("a.docx", lambda: word(_SAID * 100_000, stored=True)),
    "docx 5,000 tables in tables": ("a.docx", lambda: word(_nested(5_000), stored=True)),
    "docx 80 tables in tables": ("a.docx", lambda: word(_nested(80))),
    "docx 200 wrappers": (
        "a.docx",
        lambda: word("<w:sdt><w:sdtContent>" * 100 + _SAID + "</w:sdtContent></w:sdt>" * 100),
    ),
    "docx wide table": (
        "a.docx",
        lambda: word(f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * 20_000}</w:tr></w:tbl>", stored=True),
    ),
    "docx laughs": ("a.docx", lambda: word(paragraph("&a12;"), prologue=LAUGHS)),
    "docx outside": ("a.docx", lambda: word(paragraph("&a12;"), prologue=OUTSIDE)),
    "docx laughs in types": (
        "a.docx",
        lambda: word(_SAID, more={"[Content_Types].xml": f'{LAUGHS}<Types xmlns="{_TYPES}">&a12;</Types>'}),
    ),
    "docx laughs in relations": (
        "a.docx",
        lambda: word(
            _SAID, more={"word/_rels/document.xml.rels": f"{LAUGHS}<Relationships>&a12;</Relationships>"}
        ),
    ),
    "docx no end": ("a.docx", lambda: word(_SAID)[:-40]),
    "xlsx bomb": ("a.xlsx", lambda: sheet(TABLE, more={"xl/sharedStrings.xml": _shared(" " * 300_000_000)})),
    "xlsx overlapping": ("a.xlsx", lambda: overlapping(b"<a>" + b"x" * 20_000_000, 1_500, name="xl/{}.xml")),
    "xlsx 1,000,000 rows": (
        "a.xlsx",
        lambda: sheet("".join(f"<row><c><v>{n % 97}</v></c></row>" for n in range(1_000_000)), stored=True),
    ),
    "xlsx 1,100,000 empty cells": (
        "a.xlsx",
        lambda: sheet('<row><c s="1"/><c s="1"/></row>' * 550_000, stored=True),
    ),
    "xlsx one row of 1,100,000 cells": (
        "a.xlsx",
        lambda: sheet("<row>" + "<c/>" * 1_100_000 + "</row>" + TABLE, stored=True),
    ),
    "xlsx claims all rows": (
        "a.xlsx",
        lambda: sheet(
            '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
            before='<dimension ref="A1:XFD1048576"/>',
        ),
    ),
    "xlsx a diagonal": (
        "a.xlsx",
        lambda: sheet(
            "".join(
                f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="{get_column_letter(n)}{n}"><v>1</v></c></row>'
                for n in range(2, 16_384)
            ),
            stored=True,
        ),
    ),
    "xlsx one merge over all": (
        "a.xlsx",
        lambda: sheet(TABLE, behind='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    ),
    "xlsx 100,000 merges": (
        "a.xlsx",
        lambda: sheet(
            _wide(200, 500),
            behind="<mergeCells>" + '<mergeCell ref="A1:SF200"/>' * 100_000 + "</mergeCells>",
            stored=True,
        ),
    ),
    "xlsx a long text many times": (
        "a.xlsx",
        lambda: sheet(
            '<row><c t="s"><v>0</v></c></row>' * 100_000,
            more={"xl/sharedStrings.xml": _shared("Skor " * 100_000)},
            stored=True,
        ),
    ),
    "xlsx laughs in sheet": (
        "a.xlsx",
        lambda: sheet('<row><c t="inlineStr"><is><t>&a12;</t></is></c></row>' + TABLE, prologue=LAUGHS),
    ),
    "xlsx laughs in texts": (
        "a.xlsx",
        lambda: sheet(TABLE, more={"xl/sharedStrings.xml": LAUGHS + _shared("&a12;")}),
    ),
    "xlsx laughs in styles": (
        "a.xlsx",
        lambda: sheet(TABLE, more={"xl/styles.xml": LAUGHS + _STYLES.format("&a12;")}),
    ),
    "xlsx laughs in workbook": (
        "a.xlsx",
        lambda: sheet(TABLE, more={"xl/workbook.xml": f'{LAUGHS}<workbook xmlns="{S}">&a12;</workbook>'}),
    ),
    "xlsx outside": ("a.xlsx", lambda: sheet(TABLE, more={"xl/sharedStrings.xml": OUTSIDE + _shared("&a12;")})),
    "xlsx endless format": (
        "a.xlsx",
        lambda: sheet(
            '<row><c s="0"><v>1.5</v></c></row>' * 200 + TABLE,
            more={"xl/styles.xml": _STYLES.format("&quot;;" * 300_000)},
            stored=True,
        ),
    ),
    "xlsx figures beyond reason": (
        "a.xlsx",
        lambda: sheet(
            "".join(
                f"<row><c><v>{value}</v></c></row>"
                for value in ("1e308", "-1e308", "nan", "inf", "1e-300", "9" * 5_000)
            )
            + TABLE
        ),
    ),
    "xlsx no end": ("a.xlsx", lambda: sheet(TABLE)[:-40]),
}
"""Each by what is wrong with it: its file name, and what makes it."""
