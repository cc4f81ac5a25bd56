"""Shapes of Word files: tabs as columns, tracked changes, text boxes, controls, symbols, charts, numbering."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from pipeline.model import Document
from pipeline.readers import read
from press.bare import W, bare, cell, changed, paragraph

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def read_word(data: bytes) -> Document:
    return read(data, name="a.docx", sha256="0" * 64)


def shown(document: Document) -> list[str]:
    """Write each block in short: its number and words, cells parted by bars; ~ before what is outside."""
    return [
        ("" if block.main else "~")
        + ("" if block.number is None else f"{block.number}) ")
        + (
            "|".join(part.span.of(document.text) for part in block.cells)
            if block.cells
            else block.span.of(document.text)
        )
        for block in document.blocks
    ]


def tabbed(*lines: str) -> str:
    return "".join(paragraph(line.replace("\t", "</w:t><w:tab/><w:t>")) for line in lines)


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


RAISED = '<w:vertAlign w:val="superscript"/>'
VISIBLE = '<w:vanish w:val="0"/>'


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


BODIES: Mapping[str, tuple[str, list[str]]] = {
    "tabs are columns": (
        tabbed("Daerah\tSkor\tKategori", "Kab. Alfa\t77,04\tTinggi", "Kota Beta\t\t41,20\tSedang"),
        ["Daerah|Skor|Kategori", "Kab. Alfa|77,04|Tinggi", "Kota Beta|41,20|Sedang"],
    ),
    "an empty column between tabs": (
        tabbed("Daerah\tSkor\tKategori", "Kab. Alfa\t\tTinggi", "Kota Beta\t41,20\tSedang"),
        ["Daerah|Skor|Kategori", "Kab. Alfa||Tinggi", "Kota Beta|41,20|Sedang"],
    ),
    "lines of one paragraph set with tabs": (
        "<w:p><w:r><w:t>Alfa</w:t><w:tab/><w:t>77,04</w:t><w:br/><w:t>Beta</w:t><w:tab/><w:t>41,2</w:t></w:r></w:p>",
        ["Alfa|77,04", "Beta|41,2"],
    ),
    "one line with a tab is no table": (tabbed("Skor\t41,2"), ["Skor\t41,2"]),
    "names and values set with tabs are no table": (
        tabbed("Hari\t: Senin", "Tanggal\t: 6 Mei 2024"),
        ["Hari\t: Senin", "Tanggal\t: 6 Mei 2024"],
    ),
    "a typed list set with tabs is no table": (
        tabbed("1.\tPolitik uang", "2.\tHoaks"),
        ["1) Politik uang", "2) Hoaks"],
    ),
    "tracked changes": (
        "<w:p><w:ins><w:r><w:t>Skor 41,2</w:t></w:r></w:ins><w:del><w:r><w:delText>Skor 9</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>pindah</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>, pindah</w:t></w:r></w:moveTo></w:p>",
        ["Skor 41,2, pindah"],
    ),
    "a deleted row and a deleted cell": (
        "<w:tbl>"
        + row(cell("Alfa"), cell("41,2"))
        + row(cell("Beta"), cell("9,9"), properties="<w:del/>")
        + row(cell("Gama"), cell("8", "<w:cellDel/>"), cell("12"), properties="<w:ins/>")
        + "</w:tbl>",
        ["Alfa|41,2", "Gama|12"],
    ),
    "hidden text": (
        f"<w:p>{run('Skor 41,2')}{run(' rahasia 99', '<w:vanish/>')}{run('.', VISIBLE)}</w:p>",
        ["Skor 41,2.", "~rahasia 99"],
    ),
    "symbols, hyphens and breaks": (
        "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FC'/><w:t>non</w:t><w:noBreakHyphen/><w:t>ASN pe</w:t>"
        "<w:softHyphen/><w:t>milu</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>û</w:t></w:r></w:p>",
        ["✓non-ASN pemilu✗"],
    ),
    "marks of footnotes": (
        f"<w:p>{run('Skor 58,7')}{run('1', RAISED)}{run(' seluas 9 km')}{run('2', RAISED)}</w:p>",
        ["Skor 58,7 seluas 9 km2"],
    ),
    "fields": (
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>Skor 41,2</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
        ["Skor 41,2"],
    ),
    "content controls: a prompt, a choice, boxes": (
        "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Pilih</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:sdt><w:sdtContent><w:r><w:t>Tinggi </w:t></w:r></w:sdtContent></w:sdt>"
        + "".join(
            "<w:sdt><w:sdtPr><w14:checkbox xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'>"
            f"<w14:checked w14:val='{on}'/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>"
            for on in (1, 0)
        )
        + "</w:p>",
        ["Tinggi ☑☐"],
    ),
    "a drawn and an old text box, in a table too": (
        f"<w:p><w:r><mc:AlternateContent xmlns:mc='{MC}'><mc:Choice><w:txbxContent>{paragraph('Kotak')}"
        f"</w:txbxContent></mc:Choice><mc:Choice><w:txbxContent>{paragraph('Kotak')}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{paragraph('Kotak')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('Lama')}</w:txbxContent></w:pict></w:r></w:p>"
        "<w:tbl>"
        + row(
            cell("Alfa"),
            f"<w:tc><w:p><w:r><w:t>41,2</w:t><w:pict><w:txbxContent>{paragraph('tinggi')}<w:tbl>"
            + row(cell("a"), cell("b"))
            + "</w:tbl></w:txbxContent></w:pict></w:r></w:p></w:tc>",
        )
        + "</w:tbl>",
        ["Kotak", "Lama", "Alfa|41,2\ntinggi", "Alfa|a|b"],
    ),
    "only a fallback": (
        f"<w:p><w:r><mc:AlternateContent xmlns:mc='{MC}'><mc:Fallback><w:t>Skor 41,2</w:t></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>",
        ["Skor 41,2"],
    ),
    "cells merged as in old files": (
        "<w:tbl>"
        + row(cell("Skor", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("Ket"))
        + row(cell("2019"), cell("2024"), cell("a"))
        + "</w:tbl>",
        ["Skor|Skor|Ket", "2019|2024|a"],
    ),
    "a table in a table in a layout": (
        "<w:tbl>"
        + row(
            "<w:tc>"
            + paragraph("Rawan tinggi")
            + "<w:tbl>"
            + row(cell("Alfa"), cell("77"))
            + "</w:tbl><w:p/></w:tc>"
        )
        + "</w:tbl>",
        ["Rawan tinggi", "Alfa|77"],
    ),
    "a table in each row of a table": (
        "<w:tbl>"
        + row(cell("Daerah"), cell("Skor"), cell("Rincian"))
        + "".join(
            row(
                cell(name),
                cell("41,2"),
                "<w:tc><w:tbl>"
                + row(cell("Dimensi"), cell("Skor"))
                + row(cell("Kontestasi"), cell(score))
                + "</w:tbl><w:p/></w:tc>",
            )
            for name, score in (("Alfa", "9"), ("Beta", "8"))
        )
        + "</w:tbl>",
        [
            *("Daerah|Skor|Rincian", "Alfa|41,2|", "Beta|41,2|"),
            *("Daerah|Dimensi|Skor", "Alfa|Kontestasi|9", "Daerah|Dimensi|Skor", "Beta|Kontestasi|8"),
        ],
    ),
    "a formula": (
        "<w:p><w:r><w:t>Skor </w:t></w:r><m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>"
        "<m:r><m:t>41,2</m:t></m:r></m:oMath></w:p>",
        ["Skor 41,2"],
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_bodies(name: str) -> None:
    body, expected = BODIES[name]
    assert shown(read_word(bare(body))) == expected


LISTS = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="upperLetter"/><w:pStyle w:val="Bab"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Butir"/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="(%3)"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Gaya"/></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Gaya"/><w:lvl w:ilvl="0"><w:start w:val="4"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
    "</w:lvlOverride></w:num></w:numbering>"
)
STYLES = (
    f'<w:styles xmlns:w="{W}">'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
        for name in ("Bab", "Butir")
    )
    + '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>'
)


def listed(words: str, list_id: int = 1, level: int | None = None, style: str = "") -> str:
    mark = f'<w:pStyle w:val="{style}"/>' if style else ""
    if level is not None:
        mark += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{mark}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def test_numbers_of_several_levels_from_styles_links_and_restarts() -> None:
    body = (
        listed("Alfa", style="Bab")
        + "".join(listed(words, style="Butir") for words in ("satu", "dua"))
        + listed("rinci", level=2)
        + listed("Beta", style="Bab")
        + listed("satu lagi", style="Butir")
        + listed("rinci lagi", level=2)
        + listed("lepas", list_id=0, level=0, style="Butir")
        + listed("empat", list_id=2, level=0)
        + listed("tujuh", list_id=3, level=0)
    )
    document = read_word(bare(body, numbering=LISTS, styles=STYLES))
    assert [(block.number, block.level, block.span.of(document.text)) for block in document.blocks] == [
        *((None, 1, "Alfa"), (1, 2, "satu"), (2, 2, "dua"), (1, 3, "rinci")),
        *((None, 1, "Beta"), (1, 2, "satu lagi"), (2, 3, "rinci lagi")),
        *((None, 1, "lepas"), (4, 1, "empat"), (7, 1, "tujuh")),
    ]


def test_a_table_of_contents_is_no_text() -> None:
    body = listed("Skor IKP Kota Bima</w:t><w:tab/><w:t>12", style="TOC1") + paragraph("Isi.")
    assert shown(read_word(bare(body, styles=STYLES))) == ["~Skor IKP Kota Bima\t12", "Isi."]


def test_charts_and_diagrams_stand_outside_and_are_told() -> None:
    chart = (
        "<c:chartSpace xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'><c:ser><c:tx><c:strRef>"
        "<c:strCache><c:pt idx='0'><c:v>Skor IKP</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strCache>"
        "<c:pt idx='0'><c:v>Kota Alfa</c:v></c:pt><c:pt idx='1'><c:v>Beta</c:v></c:pt></c:strCache></c:cat>"
        "<c:val><c:numCache><c:formatCode>0.00</c:formatCode><c:pt idx='0'><c:v>41.1999</c:v></c:pt></c:numCache>"
        "</c:val></c:ser></c:chartSpace>"
    )
    diagram = (
        "<d xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:p><a:r><a:t>Rawan </a:t></a:r>"
        "<a:r><a:t>tinggi</a:t></a:r></a:p></d>"
    )
    members = {
        "word/charts/chart1.xml": chart,
        "word/diagrams/data1.xml": diagram,
        "word/charts/chart2.xml": "<broken",
        "word/media/a.png": "x",
        "word/embeddings/a.xlsx": "x",
    }
    document = read_word(changed(bare(paragraph("Isi.")), {**members}))
    assert shown(document) == ["Isi.", "~|Skor IKP", "~Kota Alfa|41,20", "~Beta|", "~Rawan tinggi"]
    assert [notice.code for notice in document.notices] == ["pictures", "embedded", "beside"]


def test_what_is_nested_beyond_reason_keeps_its_words() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 45 + paragraph("Skor 41,2") + "<w:p/></w:tc></w:tr></w:tbl>" * 45
    assert shown(read_word(bare(body))) == ["Skor 41,2"]


def test_paths_as_windows_writes_them() -> None:
    data = bare(paragraph("Skor 41,2"))
    assert b"word/document.xml" in data
    assert shown(read_word(data.replace(b"word/document.xml", b"word\\document.xml"))) == ["Skor 41,2"]
