"""PDF files made with reportlab."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ListFlowable, PageBreak, Paragraph, SimpleDocTemplate, Table

from pipeline.errors import ReadError
from pipeline.model import Block, Document
from pipeline.readers import read
from pipeline.readers.ocr.engines import NO_ENGINE
from pipeline.readers.pdf import scans as pdf_scans
from pipeline.readers.pdf import source as pdf_source

BODY = getSampleStyleSheet()["BodyText"]
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
LONG = "Kabupaten Alfa masuk kategori rawan tinggi dengan skor 41,20 menurut pemetaan tahun ini di provinsi itu. "
HEADER = ["No", "Daerah", "Kategori", "Skor"]


def built(story: Sequence[Any], **options: Any) -> bytes:
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4, invariant=1).build(list(story), **options)
    return stream.getvalue()


def drawn(draw: Callable[[Any], None], **options: Any) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def read_it(data: bytes) -> Document:
    return read(data, name="a.pdf", sha256="0" * 64)


def rows_of(document: Document) -> list[tuple[int | None, list[str]]]:
    return [
        (block.table, [cell.span.of(document.text) for cell in block.cells])
        for block in document.blocks
        if block.kind == "table_row"
    ]


def data_rows(count: int) -> list[list[str]]:
    return [[str(i), f"Kota Beta {i}", "Sedang", f"{40 + i},1"] for i in range(1, count + 1)]


def block_with(document: Document, words: str) -> Block:
    return next(block for block in document.blocks if words in block.span.of(document.text))


def test_wrapped_lines_become_paragraphs_and_typed_lists_items() -> None:
    story = [Paragraph(LONG * 3, BODY), Paragraph("Daftarnya, yaitu:", BODY)]
    story += [Paragraph(f"{i}. {words}", BODY) for i, words in enumerate([LONG, "Hoaks;", "Politik uang."], 1)]
    document = read_it(built(story))
    assert [(block.kind, block.number) for block in document.blocks] == [
        ("paragraph", None),
        ("paragraph", None),
        ("list_item", 1),
        ("list_item", 2),
        ("list_item", 3),
    ]
    assert document.blocks[0].span.of(document.text) == (LONG * 3).strip()


def test_places_are_boxes_in_points_from_the_top() -> None:
    document = read_it(drawn(lambda c: c.drawString(100, 700, "Skor Alfa 41,20.")))
    place = document.blocks[0].place
    assert place.page == 1
    assert place.bbox is not None
    x0, top, x1, bottom = place.bbox
    assert x0 == pytest.approx(100, abs=2)
    assert top < A4[1] - 700 < bottom
    assert x1 > 150


def test_ruled_table_over_pages_is_one_table_with_one_header() -> None:
    table = Table([HEADER, *data_rows(70)], repeatRows=1, style=GRID)
    document = read_it(built([Paragraph(LONG, BODY), table]))
    assert rows_of(document) == [(1, HEADER), *((1, row) for row in data_rows(70))]
    assert [block.main for block in document.blocks if block.kind == "note"] == [False]
    assert document.text.count("Kota Beta 33") == 1
    last = [block for block in document.blocks if block.cells][-1]
    assert last.place.page == 2
    assert all(cell.place.page == 2 and cell.place.bbox for cell in last.cells)


def test_merged_cells_stand_in_each_column_they_cover() -> None:
    style = [*GRID, ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1))]
    data = [["Dimensi", "Skor", ""], ["", "2020", "2024"], ["Kontestasi", "12,1", "13,2"]]
    assert [row for _, row in rows_of(read_it(built([Table(data, style=style)])))] == [
        ["Dimensi", "Skor", "Skor"],
        ["Dimensi", "2020", "2024"],
        ["Kontestasi", "12,1", "13,2"],
    ]


def test_borderless_table_by_its_columns() -> None:
    table = Table([HEADER, *data_rows(12)], colWidths=[40, 150, 100, 60])
    document = read_it(built([Paragraph(LONG, BODY), table, Paragraph(LONG, BODY)]))
    assert [row for _, row in rows_of(document)] == [HEADER, *data_rows(12)]
    assert [block.kind for block in document.blocks if not block.cells] == ["paragraph", "paragraph"]


def test_borderless_table_with_wrapped_cells() -> None:
    words = "Pemilih yang tidak memenuhi syarat namun masih terdaftar dalam daftar pemilih tetap"
    data = [["No", "Indikator", "TPS"], *([str(i), Paragraph(words, BODY), str(13 * i)] for i in range(1, 6))]
    table = Table(data, colWidths=[40, 220, 60], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
    rows = [row for _, row in rows_of(read_it(built([table])))]
    assert rows[1:] == [[str(i), words, str(13 * i)] for i in range(1, 6)]


@pytest.mark.parametrize("style", [GRID, []], ids=["ruled", "open"])
@pytest.mark.parametrize("cut", [1, 2, 6])
def test_a_row_alone_on_a_page_stays_in_its_table(style: list[Any], cut: int) -> None:
    rows = [HEADER, *data_rows(7)]
    story = [Table(part, colWidths=[40, 150, 100, 60], style=style) for part in (rows[:cut], rows[cut:])]
    document = read_it(built([Paragraph(LONG, BODY), story[0], PageBreak(), story[1], Paragraph(LONG, BODY)]))
    assert [row for _, row in rows_of(document)] == rows
    assert len({table for table, _ in rows_of(document)}) == 1


def test_banners_between_the_rows_of_a_borderless_table() -> None:
    low = [[str(i), f"Kab. Alfa {i}", f"{i},5"] for i in (1, 2, 3)]
    data = [["No", "Daerah", "Skor"], ["RAWAN TINGGI", "", ""], ["1", "Kota Beta Hilir", "81,5"]]
    data += [["RAWAN RENDAH", "", ""], *low]
    document = read_it(
        built([Paragraph("Rinciannya pada tabel berikut.", BODY), Table(data, colWidths=[90, 220, 60])])
    )
    assert [row for _, row in rows_of(document)] == data


def test_narrow_columns_of_a_borderless_table_with_wrapped_names() -> None:
    names = ["Kabupaten Beta Barat Daya", "Kota Alfa", "Kabupaten Beta Hilir"]
    header = ["No", "Wilayah", "Penyelenggaraan", "Partisipasi", "Total Skor"]
    data = [[str(i), name, "0.96", "4.14", "4.23"] for i, name in enumerate(names, 1)]
    cells = [[Paragraph(cell, BODY) for cell in row] for row in (header, *data)]
    table = Table(cells, colWidths=[26, 84, 98, 66, 66], style=[("VALIGN", (0, 0), (-1, -1), "TOP")])
    rows = [row for _, row in rows_of(read_it(built([table])))]
    assert rows == [header, *data]


def test_a_heading_below_a_short_list_is_no_part_of_its_last_item() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(200, 785, "BAWASLU")
        canvas.drawString(200, 800, "SIARAN PERS")  # a letterhead set from below is no second column
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(72, 760, "Bawaslu mengumumkan hasil pemetaan kerawanan pada hari Senin di kantornya.")
        for row in range(1, 13):
            canvas.drawString(72, 748 - 18 * row, f"{row}. Kota Alfa, skor 71,{row}")
        canvas.showPage()
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(72, 760, "13. Kabupaten Gama dengan skor IKP 62,124")
        canvas.drawString(72, 740, "Kategori Rawan Rendah")
        canvas.drawString(72, 720, "1. Kabupaten Delta dengan skor 12,2")

    document = read_it(drawn(draw))
    texts = [block.span.of(document.text) for block in document.blocks]
    assert texts[-3:] == [
        "Kabupaten Gama dengan skor IKP 62,124",
        "Kategori Rawan Rendah",
        "Kabupaten Delta dengan skor 12,2",
    ]


def test_a_full_last_item_ends_where_text_goes_on_at_the_margin() -> None:
    def draw(canvas: Any) -> None:
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(72, 780, "Bawaslu mengumumkan hasil pemetaan kerawanan pada hari Senin di kantornya,")
        canvas.drawString(72, 766, "dihadiri para undangan.")
        canvas.drawString(76, 742, "- Politik uang: 4 kejadian")
        canvas.drawString(76, 725, "- Peserta pemilu yang tidak melaporkan dana kampanye sebanyak enam kejadian")
        canvas.drawString(72, 707, "Kegiatan itu dihadiri pula oleh para pengawas.")

    document = read_it(drawn(draw))
    last = document.blocks[-1]
    assert (last.kind, last.span.of(document.text)) == (
        "paragraph",
        "Kegiatan itu dihadiri pula oleh para pengawas.",
    )


def test_the_number_of_the_only_page_is_a_note() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(72, 25, "Kliping Berita Halaman 1")
        canvas.drawString(72, 700, "Skor Alfa 41,20.")

    document = read_it(drawn(draw))
    assert [block.span.of(document.text) for block in document.blocks if block.main] == ["Skor Alfa 41,20."]


def test_hanging_lists_and_letter_heads_are_no_tables() -> None:
    items = ListFlowable(
        [Paragraph(w, BODY) for w in (LONG, "Hoaks", "Uang")], bulletType="1", bulletFormat="%s.", leftIndent=36
    )
    letter = Table([["Nomor", ":", "012/HM/2024"], ["Lampiran", ":", "-"], ["Perihal", ":", "Rilis"]])
    document = read_it(built([items, letter]))
    assert rows_of(document) == []
    assert [block.number for block in document.blocks][:3] == [1, 2, 3]


def test_running_headers_and_page_numbers_are_notes() -> None:
    def decorate(canvas: Any, template: Any) -> None:
        canvas.drawString(72, 810, "BAWASLU KABUPATEN ALFA")
        canvas.drawString(280, 25, f"Halaman {template.page}")

    document = read_it(built([Paragraph(LONG * 90, BODY)], onFirstPage=decorate, onLaterPages=decorate))
    notes = [block.span.of(document.text) for block in document.blocks if block.kind == "note"]
    assert notes[:2] == ["BAWASLU KABUPATEN ALFA", "Halaman 1"]
    assert next(block.kind for block in document.blocks if block.main) == "paragraph"


def test_a_sentence_over_a_page_break_is_one_paragraph() -> None:
    words = "kata yang mengalir terus tanpa titik sama sekali sampai halaman berikutnya "
    document = read_it(built([Paragraph(words * 80, BODY)]))
    assert len(document.blocks) == 1


def test_glyphs_printed_twice_are_read_once() -> None:
    def draw(canvas: Any) -> None:
        for shift in (0, 0.3):
            canvas.drawString(72 + shift, 700, "Skor Alfa 41,20")

    assert read_it(drawn(draw)).text == "Skor Alfa 41,20"


def test_a_cropped_page_keeps_its_table_and_its_places() -> None:
    def draw(canvas: Any) -> None:
        canvas.setCropBox((50, 50, 500, 750))
        canvas.grid([72, 150, 250], [600, 620, 640])
        for x, y, words in ((80, 625, "Alfa"), (160, 625, "41,2"), (80, 605, "Beta"), (160, 605, "12,1")):
            canvas.drawString(x, y, words)

    document = read_it(drawn(draw))
    assert [row for _, row in rows_of(document)] == [["Alfa", "41,2"], ["Beta", "12,1"]]
    assert document.blocks[0].place.bbox == pytest.approx((22, 110, 200, 130), abs=2)


def test_newspaper_columns_are_read_one_after_the_other() -> None:
    def draw(canvas: Any) -> None:
        for x, name in ((60, "kiri"), (320, "kanan")):
            for line in range(12):
                canvas.drawString(x, 700 - 14 * line, f"baris {line} kolom {name} dengan isi yang cukup,")

    text = read_it(drawn(draw)).text
    assert text.index("baris 11 kolom kiri") < text.index("baris 0 kolom kanan")


def picture(canvas: Any) -> None:
    canvas.drawInlineImage(_image(), 50, 50, 200, 200)


def _image() -> Any:
    pillow = pytest.importorskip("PIL.Image")
    return pillow.new("RGB", (8, 8), "red")


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do as on a machine without OCR."""
    monkeypatch.setattr(pdf_scans, "ocr_engine", lambda: NO_ENGINE)


@pytest.mark.usefixtures("no_engine")
def test_pages_without_text_lower_the_grade() -> None:
    def draw(canvas: Any) -> None:
        canvas.drawString(72, 700, "Skor Alfa 41,20.")
        canvas.showPage()
        picture(canvas)

    document = read_it(drawn(draw))
    assert document.grade == 0.5
    assert [notice.code for notice in document.notices] == ["pages_without_text"]


@pytest.mark.usefixtures("no_engine")
def test_a_scan_says_that_it_needs_ocr() -> None:
    with pytest.raises(ReadError, match="tesseract-ocr") as caught:
        read_it(drawn(picture))
    assert caught.value.code == "needs_ocr"


def test_a_password_is_asked_for_in_one_line() -> None:
    data = drawn(lambda c: c.drawString(72, 700, "Rahasia"), encrypt=StandardEncryption("kunci", strength=128))
    with pytest.raises(ReadError) as caught:
        read_it(data)
    assert caught.value.code == "encrypted"
    assert "\n" not in str(caught.value)


def test_pdfplumber_rescues_what_pdfium_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    data = built([Paragraph(LONG, BODY), Table([HEADER, *data_rows(3)], style=GRID)])
    monkeypatch.setattr(pdf_source, "_opened", lambda _data, _name: None)
    document = read_it(data)
    assert [row for _, row in rows_of(document)] == [HEADER, *data_rows(3)]
    assert document.blocks[0].span.of(document.text) == LONG.strip()


def test_pdfium_reads_on_where_pdfplumber_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_data: bytes) -> None:
        raise TypeError

    data = built([Paragraph(LONG, BODY), Table([HEADER, *data_rows(4)], style=GRID, colWidths=[40, 150, 100, 60])])
    monkeypatch.setattr(pdf_source, "open_plumber", fail)
    assert "Kota Beta 4" in read_it(data).text


def test_reading_twice_gives_the_same() -> None:
    data = built([Paragraph(LONG, BODY), PageBreak(), Table([HEADER, *data_rows(9)], style=GRID)])
    assert read_it(data) == read_it(data)
