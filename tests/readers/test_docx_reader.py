"""Word files, written with python-docx or as bare XML."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Cm

from pipeline.errors import ReadError
from pipeline.model import Document
from pipeline.readers import read
from pipeline.readers.docx.numbering import ItemNumber, ListKind, ListLevel, Numbering
from press.bare import OFFICE, STRICT, W, bare, cell, changed, paragraph, related


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def read_word(data: bytes) -> Document:
    return read(data, name="a.docx", sha256="0" * 64)


def shown(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def test_paragraphs_tables_and_lists_in_order() -> None:
    source = docx.Document()
    source.sections[0].header.paragraphs[0].text = "BAWASLU ALFA"
    source.add_heading("Hasil Pemetaan", 1)
    source.add_paragraph("Skor\t41,2\nbaris kedua.")
    for words in ("Politik uang", "Netralitas ASN"):
        source.add_paragraph(words, style="List Number")
    source.add_paragraph("Hoaks", style="List Bullet")
    table = source.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Alfa", "41,2"
    source.add_paragraph("3. Ditulis tangan")
    document = read_word(saved(source))
    assert shown(document) == [
        ("heading", "Hasil Pemetaan"),
        ("paragraph", "Skor\t41,2\nbaris kedua."),
        ("list_item", "Politik uang"),
        ("list_item", "Netralitas ASN"),
        ("list_item", "Hoaks"),
        ("table_row", "Alfa\t41,2"),
        ("list_item", "Ditulis tangan"),
        ("note", "BAWASLU ALFA"),
    ]
    assert [block.number for block in document.blocks] == [None, None, 1, 2, None, None, 3, None]
    assert document.blocks[5].cells[1].place.address == "table 1 row 1 cell 2"
    assert not document.blocks[7].main


def test_merged_cells_stand_in_each_column_and_row() -> None:
    restart, wide = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'
    rows = (
        f"<w:tr>{cell('Daerah', restart)}{cell('Skor', wide)}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('2020')}{cell('2024')}</w:tr>"
    )
    document = read_word(bare(f"<w:tbl>{rows}</w:tbl>"))
    assert [[c.span.of(document.text) for c in block.cells] for block in document.blocks] == [
        ["Daerah", "Skor", "Skor"],
        ["Daerah", "2020", "2024"],
    ]


def test_odd_merges() -> None:
    wide, hangs = '<w:gridSpan w:val="2000000000"/>', "<w:vMerge/>"
    rows = (
        f"<w:tr>{cell('Alfa', hangs)}{cell('41,2')}</w:tr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell('58,1', hangs)}{cell('', wide)}</w:tr>"
    )
    first, second = read_word(bare(f"<w:tbl>{rows}</w:tbl>")).blocks
    assert (len(first.cells), len(second.cells)) == (2, 62)
    assert read_word(bare(f"<w:tbl>{rows}</w:tbl>")).text == "Alfa\t41,2\n\t58,1\t"


def test_a_cell_merged_over_many_rows() -> None:
    restart, hangs = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    head = f"<w:tr>{cell('Papua', restart)}{cell('TPS 0')}</w:tr>"
    rows = (f"<w:tr>{cell('', hangs)}{cell(f'TPS {index}')}</w:tr>" for index in range(1, 1_200))
    document = read_word(bare(f"<w:tbl>{head}{''.join(rows)}</w:tbl>"))
    last = document.blocks[-1].cells
    assert [part.span.of(document.text) for part in last] == ["Papua", "TPS 1199"]
    assert last[0].place.address == "table 1 row 1 cell 1"


def test_nested_tables_follow_as_their_own() -> None:
    inner = f"<w:tbl><w:tr>{cell('a')}{cell('b')}</w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr>{cell('Alfa')}<w:tc>{inner}{paragraph('41,2')}</w:tc></w:tr></w:tbl>"
    document = read_word(bare(outer))
    assert [(block.table, block.span.of(document.text)) for block in document.blocks] == [
        (1, "Alfa\t41,2"),
        (2, "Alfa\ta\tb"),
    ]


def test_content_controls_insertions_and_strict_files() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('Dalam kendali isi.')}</w:sdtContent></w:sdt>"
        "<w:p><w:ins><w:r><w:t>Disisipkan.</w:t></w:r></w:ins><w:del><w:r><w:delText>Hapus</w:delText></w:r></w:del></w:p>"
    )
    for namespace in (W, STRICT):
        assert read_word(bare(body, namespace)).text == "Dalam kendali isi.\nDisisipkan."


def test_links_fields_and_formulas_stand_in_the_text() -> None:
    formulas = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    body = (
        "<w:p><w:hyperlink><w:r><w:t>Alfa </w:t></w:r><w:hyperlink><w:r><w:t>dan Beta</w:t></w:r></w:hyperlink>"
        "</w:hyperlink><w:fldSimple><w:r><w:t> 12</w:t></w:r></w:fldSimple>"
        f"<m:oMathPara {formulas}><m:oMath><m:r><m:t> = 41,2</m:t></m:r></m:oMath></m:oMathPara></w:p>"
    )
    assert read_word(bare(body)).text == "Alfa dan Beta 12 = 41,2"


def test_cells_and_rows_in_content_controls() -> None:
    row = f"<w:tr>{cell('Alfa')}<w:sdt><w:sdtContent>{cell('41,2')}</w:sdtContent></w:sdt></w:tr>"
    controlled = f"<w:sdt><w:sdtContent><w:tr>{cell('Beta')}{cell('12,3')}</w:tr></w:sdtContent></w:sdt>"
    assert read_word(bare(f"<w:tbl>{row}{controlled}</w:tbl>")).text == "Alfa\t41,2\nBeta\t12,3"


@pytest.mark.parametrize("main_type", ["template", "macros", "macro template"])
def test_templates_and_files_with_macros(main_type: str) -> None:
    assert read_word(bare(paragraph("Skor 41,2"), main_type=main_type)).text == "Skor 41,2"


def test_pictures_are_not_inflated_and_missing_parts_not_missed() -> None:
    members = {
        "word/media/a.png": "x" * 60_000_000,
        "word/_rels/document.xml.rels": related(f"{OFFICE}/image", "media/a.png", f"{OFFICE}/image", "NULL"),
    }
    assert read_word(changed(bare(paragraph("Skor 41,2")), {**members})).text == "Skor 41,2"


def test_titles_headings_and_notes_of_pages() -> None:
    source = docx.Document()
    source.core_properties.title = "Rilis  Alfa"
    own = source.styles.add_style("Bab", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = source.styles["Heading 2"]
    source.add_paragraph("Skor", style="Bab")
    source.add_paragraph().add_run("Hasil pemetaan").bold = True
    source.add_paragraph("Isi.")
    source.sections[0].header.paragraphs[0].text = "BAWASLU ALFA"
    source.add_section().header.is_linked_to_previous = False
    source.sections[1].header.paragraphs[0].text = "BAWASLU ALFA"
    source.sections[1].footer.add_table(1, 1, Cm(5)).cell(0, 0).text = "Jalan Satu"
    document = read_word(saved(source))
    assert document.title == "Rilis Alfa"
    assert [(block.kind, block.level, block.span.of(document.text)) for block in document.blocks] == [
        ("heading", 2, "Skor"),
        ("heading", 2, "Hasil pemetaan"),
        ("paragraph", 1, "Isi."),
        ("note", 1, "BAWASLU ALFA"),
        ("note", 1, "Jalan Satu"),
    ]


def test_footnotes_are_read_and_a_missing_title_is_none() -> None:
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote>{paragraph("Data per Mei.")}</w:footnote></w:footnotes>'
    document = read_word(bare(paragraph("Skor 41,2."), footnotes=notes))
    assert [(block.kind, block.main) for block in document.blocks] == [("paragraph", True), ("note", True)]
    assert document.text == "Skor 41,2.\nData per Mei."
    assert document.title is None


def test_a_text_box_follows_its_paragraph_once() -> None:
    box = f"<w:txbxContent>{paragraph('Kotak teks.')}</w:txbxContent>"
    body = (
        '<w:p><w:r><w:t>Jangkar.</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert read_word(bare(body)).text == "Jangkar.\nKotak teks."


def test_numbers_that_word_shows_in_cells_stand_in_the_text() -> None:
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    auto = '<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p></w:tc>'
    body = "<w:tbl>" + "".join(f"<w:tr>{auto}{cell(name)}</w:tr>" for name in ("Alfa", "Beta")) + "</w:tbl>"
    assert read_word(bare(body, numbering=numbering)).text == "1.\tAlfa\n2.\tBeta"


def test_counters_restart_and_nest_as_in_word() -> None:
    shape = {
        0: ListLevel(format="decimal", start=1, label="%1."),
        1: ListLevel(format="lowerLetter", start=1, label="%2)"),
    }
    lists = Numbering(
        kinds={
            "1": ListKind(abstract="a", levels=shape, restarts={}),
            "2": ListKind(abstract="a", levels=shape, restarts={0: 1}),
        }
    )
    taken = [lists.take("1", 0), lists.take("1", 1), lists.take("1", 1), lists.take("1", 0), lists.take("1", 1)]
    assert [item.label for item in taken if item] == ["1.", "a)", "b)", "2.", "a)"]
    assert lists.take("2", 0) == ItemNumber(number=1, label="1.", level=1)
    assert lists.take("2", 0) == ItemNumber(number=2, label="2.", level=1)
    assert lists.take("0", 0) is None


def bomb() -> bytes:
    return bare(paragraph("x" * 60_000_000))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"this is no zip file", "not_a_zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\1" * 600, "not_a_zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (bare(paragraph("Alfa"))[:150], "truncated"),
        (bare(""), "no_text"),
        (bare("<w:p><w:r>"), "damaged"),
        (bare(paragraph("Alfa"), main_type="spreadsheet"), "unknown_format"),
        (changed(bare(paragraph("Alfa")), {"[Content_Types].xml": None}), "unknown_format"),
        (changed(bare(paragraph("Alfa")), {"_rels/.rels": None}), "unknown_format"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_word(data)
    assert caught.value.code == code
    assert "\n" not in str(caught.value)


def test_a_bomb_is_stopped_while_it_swells() -> None:
    with pytest.raises(ReadError) as caught:
        read_word(bomb())
    assert caught.value.code == "too_large"


def test_too_many_members() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for index in range(2_100):
            archive.writestr(f"word/{index}.xml", "")
    with pytest.raises(ReadError) as caught:
        read_word(stream.getvalue())
    assert caught.value.code == "too_large"


def test_entities_are_not_expanded() -> None:
    xml = (
        '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "xxxxx">]>'
        f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>Skor &a;</w:t></w:r></w:p></w:body></w:document>'
    )
    document = read_word(changed(bare(""), {"word/document.xml": xml}))
    assert document.text.startswith("Skor")
    assert "xxxxx" not in document.text
