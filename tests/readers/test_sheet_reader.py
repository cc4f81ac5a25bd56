"""Workbooks: what a cell shows, where tables begin and end, what is merged, hidden, or never computed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from hostile.office import TABLE, S, row, sheet
from pipeline.errors import ReadError
from pipeline.model import Document
from pipeline.readers import read
from press.workbook import Tab, xlsx_bytes
from press.zips import packed

DAY = datetime(2024, 1, 6, tzinfo=UTC)


def tab(text: str, name: str = "Sheet1", **hidden: object) -> Tab:
    """Write a sheet, a line a row and cells parted by bars."""
    rows = [tuple(cell.strip() for cell in line.split("|")) if line.strip() else () for line in text.split("\n")]
    return Tab(name=name, rows=tuple(rows), **hidden)  # type: ignore[arg-type]


def read_tabs(*tabs: Tab) -> Document:
    return read(xlsx_bytes(tabs, date=DAY, title="Rekap skor"), name="a.xlsx", sha256="0" * 64)


def read_xlsx(data: bytes) -> Document:
    return read(data, name="a.xlsx", sha256="0" * 64)


def shown(document: Document) -> list[str]:
    """Write each block in short: # heading, p paragraph, the table's number and its cells; ~ before what is outside."""
    return [
        ("" if block.main else "~")
        + (
            f"{block.table} " + "|".join(cell.span.of(document.text) for cell in block.cells)
            if block.cells
            else {"heading": "# ", "note": "n "}.get(block.kind, "p ") + block.span.of(document.text)
        )
        for block in document.blocks
    ]


LAYOUTS: Mapping[str, tuple[str, list[str]]] = {
    "titles above, a source below": (
        "Skor IKP 2024\nProvinsi Alfa\n\nNo|Daerah|Skor\n1|Kota Beta|77.5\n2|Gama|12\n\nSumber: Bawaslu Alfa",
        [
            "# Skor IKP 2024\nProvinsi Alfa",
            *("1 No|Daerah|Skor", "1 1|Kota Beta|77,5", "1 2|Gama|12"),
            "p Sumber: Bawaslu Alfa",
        ],
    ),
    "names and values above": (
        "Provinsi|: Alfa\nEdisi:|IKP 2024\nTahun|2024\nNo|Daerah|Skor\n1|Kota Beta|77.5",
        ["# Provinsi : Alfa\nEdisi: IKP 2024\nTahun 2024", "1 No|Daerah|Skor", "1 1|Kota Beta|77,5"],
    ),
    "a merged title and merged cells": (
        "SKOR IKP|<|<\nProvinsi|Daerah|Skor\nAlfa|Kota Beta|77.5\n^|Gama|12\nOmega|Delta|9",
        ["# SKOR IKP", "1 Provinsi|Daerah|Skor", "1 Alfa|Kota Beta|77,5", "1 Alfa|Gama|12", "1 Omega|Delta|9"],
    ),
    "a header of two levels": (
        "Daerah|Dimensi|<\n^|Kontestasi|Partisipasi\nGama|12|9",
        ["1 Daerah|Dimensi|Dimensi", "1 Daerah|Kontestasi|Partisipasi", "1 Gama|12|9"],
    ),
    "two tables below each other": (
        "Daerah|Skor\nGama|12\n\nIndikator|Jumlah\nPolitik uang|3",
        ["1 Daerah|Skor", "1 Gama|12", "2 Indikator|Jumlah", "2 Politik uang|3"],
    ),
    "an empty row inside a table, before a banner": (
        "No|Daerah|Skor\nRawan tinggi\n1|Beta|77.5\n\nRawan rendah\n2|Gama|12",
        ["1 No|Daerah|Skor", "1 Rawan tinggi||", "1 1|Beta|77,5", "1 Rawan rendah||", "1 2|Gama|12"],
    ),
    "two tables side by side with titles": (
        "Rawan tinggi||||Rawan rendah\nNo|Daerah|Skor||No|Daerah|Skor\n1|Beta|77.5||1|Gama|12\n2|Eta|70||2|Delta|9",
        [
            *("# Rawan tinggi", "1 No|Daerah|Skor", "1 1|Beta|77,5", "1 2|Eta|70"),
            *("# Rawan rendah", "2 No|Daerah|Skor", "2 1|Gama|12", "2 2|Delta|9"),
        ],
    ),
    "scores set off from names": (
        "No|Daerah||Skor|Kategori\n1|Beta||77.5|Tinggi\n2|Eta||70|Tinggi\n3|Gama||12|Rendah",
        ["1 No|Daerah|Skor|Kategori", "1 1|Beta|77,5|Tinggi", "1 2|Eta|70|Tinggi", "1 3|Gama|12|Rendah"],
    ),
    "one column": ("Skor IKP 2024\nKota Beta 77,5\n2. Gama", ["# Skor IKP 2024", "p Kota Beta 77,5", "p Gama"]),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts(name: str) -> None:
    text, expected = LAYOUTS[name]
    assert shown(read_tabs(tab(text))) == expected


def test_places_and_names_of_sheets() -> None:
    document = read_tabs(tab("Skor IKP\nDaerah|Skor\nGama|12", "Skor 2024"), tab("Isu|Jumlah\nHoaks|3", "Isu"))
    assert shown(document) == [
        *("# Skor 2024\nSkor IKP", "1 Daerah|Skor", "1 Gama|12"),
        *("# Isu", "2 Isu|Jumlah", "2 Hoaks|3"),
    ]
    assert document.blocks[2].place.address == "sheet Skor 2024 row 3"
    assert document.blocks[2].cells[1].place.address == "sheet Skor 2024 cell B3"
    assert document.blocks[0].place.address == "sheet Skor 2024"
    assert document.title == "Rekap skor"
    assert (document.reader, document.notices) == ("sheet", ())


def test_numbers_are_read_as_shown() -> None:
    cells = ("77.0399999{0.00}", "38.06{#,##0.0}", "0.1654{0.00%}", "1265{#,##0}", "45262{dd/mm/yyyy}", "'007")
    document = read_tabs(Tab(name="Sheet1", rows=(("Daerah", *"abcdef"), ("Gama", *cells))))
    assert shown(document)[1] == "1 Gama|77,04|38,1|16,54%|1.265|2023-12-02|007"


VALUES = [
    ('<c t="b"><v>1</v></c>', "TRUE"),
    ('<c t="e"><v>#N/A</v></c>', "#N/A"),
    ('<c t="d"><v>2024-01-06T00:00:00</v></c>', "2024-01-06"),
    ('<c t="str"><f>A1</f><v>Tinggi</v></c>', "Tinggi"),
    ("<c><f>1+1</f><v>2</v></c>", "2"),
    ('<c t="s"><v>0</v></c>', "Kota Alfa"),
    ('<c t="s"><v>99</v></c>', ""),
    ("<c><v>0.30000000000000004</v></c>", "0,3"),
    ("<c><v>teks</v></c>", "teks"),
    (
        '<c t="inlineStr"><is><r><t>58,7</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is></c>',
        "58,7",
    ),
]


@pytest.mark.parametrize(("cell", "text"), VALUES)
def test_values_of_cells(cell: str, text: str) -> None:
    strings = f'<sst xmlns="{S}"><si><r><t>Kota </t></r><r><t>Alfa</t></r><rPh><t>kota</t></rPh></si></sst>'
    inside = f"<row><c t='inlineStr'><is><t>Isi</t></is></c>{cell}</row>"
    document = read_xlsx(sheet(inside, more={"xl/sharedStrings.xml": strings}))
    assert document.text.split("\n")[-1] == f"Isi\t{text}".rstrip("\t")


def test_a_formula_without_a_value_is_empty_and_told() -> None:
    document = read_xlsx(sheet(row(1, "Daerah", "Skor") + "<row><c><v>1</v></c><c><f>SUM(A1)</f><v/></c></row>"))
    assert [notice.code for notice in document.notices] == ["formula"]
    assert "save it" in document.notices[0].message
    assert document.text.endswith("\n1")


def test_what_is_hidden_is_kept_outside_the_main_text() -> None:
    document = read_tabs(
        tab("No|Daerah|Skor lama|Skor\n1|Beta|70|77.5\n2|Gama|11|12", hidden_columns=("C",), hidden_rows=(3,)),
        tab("Daerah|Skor\nDelta|9", "Konsep", hidden=True),
    )
    assert shown(document) == [
        *("1 No|Daerah|Skor", "1 1|Beta|77,5", "~1 2|Gama|12"),
        *("~2 No|Daerah|Skor lama", "~2 1|Beta|70", "~2 2|Gama|11"),
        *("~# Konsep", "~3 Daerah|Skor", "~3 Delta|9"),
    ]
    assert [notice.code for notice in document.notices] == ["hidden"]


def test_comments_text_boxes_and_pictures() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{office}/comments" Target="../comments1.xml"/>'
        f'<Relationship Id="b" Type="{office}/drawing" Target="/xl/drawings/drawing1.xml"/></Relationships>'
    )
    comments = (
        f'<comments xmlns="{S}"><commentList><comment ref="C2"><text><r><t>cek ulang</t></r></text></comment>'
    )
    drawing = '<d xmlns:a="urn:a"><a:p><a:r><a:t>Kotak </a:t></a:r><a:r><a:t>teks</a:t></a:r></a:p></d>'
    document = read_xlsx(
        sheet(
            TABLE,
            more={
                "xl/worksheets/_rels/sheet1.xml.rels": relations,
                "xl/comments1.xml": f"{comments}</commentList></comments>",
                "xl/drawings/drawing1.xml": drawing,
                "xl/media/peta.png": b"x",
            },
        )
    )
    assert shown(document)[-2:] == ["~n cek ulang", "~n Kotak teks"]
    assert document.blocks[-2].place.address == "sheet Skor comment C2"
    assert [(notice.code, notice.message) for notice in document.notices] == [
        ("pictures", "holds 1 pictures, not read")
    ]


def test_strict_open_xml_and_missing_references() -> None:
    members = {
        "xl/workbook.xml": '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main">'
        "<sheets><sheet name='Skor'/></sheets></workbook>",
        "xl/worksheets/sheet1.xml": '<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main">'
        f"<sheetData>{TABLE}</sheetData></worksheet>",
    }
    assert shown(read_xlsx(packed(members)))[1:] == shown(read_xlsx(sheet(TABLE)))[1:]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04 nothing more", "truncated"),
        (sheet(TABLE)[:300], "truncated"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\1" * 600, "not_a_zip"),
        (sheet(""), "no_text"),
        (sheet("<row><c>"), "damaged"),
        (sheet(TABLE, more={"xl/workbook.xml": "<workbook"}), "damaged"),
        (packed({"xl/workbook.bin": b"x", "xl/worksheets/sheet1.bin": b"x"}), "unknown_format"),
        (packed({"xl/styles.xml": "<a/>"}), "unknown_format"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_xlsx(data)
    assert caught.value.code == code
    assert "\n" not in str(caught.value)
