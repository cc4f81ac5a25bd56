"""A quote is found again on its page: the words in its boxes, read by another library, are the quote."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pdfplumber
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from pipeline.model import Block, Document, Evidence, Place, ScannedWord, Span
from pipeline.pictures.words import Located, letters, locate
from pipeline.readers import read
from pipeline.readers.pdf.pdfium import open_pdfium

BODY = getSampleStyleSheet()["BodyText"]
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
FILL = "Bawaslu menyusun pemetaan kerawanan bersama jajaran pengawas di seluruh daerah itu. "


def built(*story: Any) -> bytes:
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4, invariant=1).build(list(story))
    return stream.getvalue()


def drawn(draw: Callable[[Any], None]) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def evidence_of(document: Document, quote: str, occurrence: int = 1) -> Evidence:
    """Return the evidence that ``quote`` is at its first, second ... place in the text."""
    start = -1
    for _ in range(occurrence):
        start = document.text.index(quote, start + 1)
    span = Span(start=start, end=start + len(quote))
    block = next(block for block in document.blocks if block.span.start <= start < block.span.end)
    cell = next((cell for cell in block.cells if cell.span.covers(span)), None)
    return Evidence(raw=quote, span=span, place=cell.place if cell else block.place)


def located(data: bytes, document: Document, evidence: Evidence) -> Located:
    file = open_pdfium(data)
    pages = [file.read(index).words for index in range(file.pages)]
    file.close()
    found = locate(document, evidence, lambda page: pages[page - 1] if page <= len(pages) else ())
    assert found is not None
    return found


def find(data: bytes, quote: str, occurrence: int = 1) -> tuple[Document, Located]:
    document = read(data, name="a.pdf", sha256="0" * 64)
    return document, located(data, document, evidence_of(document, quote, occurrence))


def inside(data: bytes, found: Located) -> list[str]:
    """Read the characters in each box by pdfplumber, which had no part in finding them."""
    with pdfplumber.open(io.BytesIO(data)) as file:
        page = file.pages[found.page - 1]
        return [letters("".join(char["text"] for char in page.chars if _holds(box, char))) for box in found.boxes]


def _holds(box: tuple[float, ...], char: dict[str, Any]) -> bool:
    x, y = float(char["x0"] + char["x1"]) / 2, float(char["top"] + char["bottom"]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def test_a_quote_in_a_paragraph_has_one_box_that_ends_where_it_ends() -> None:
    data = built(Paragraph(FILL * 2, BODY), Paragraph(f"{FILL}Kabupaten Lebak (72,10), lalu Serang.", BODY))
    _, found = find(data, "Kabupaten Lebak (72,10")
    assert (found.page, found.exact, found.until, len(found.boxes)) == (1, True, 1, 1)
    assert inside(data, found) == ["KabupatenLebak(72,10"]


def test_a_quote_over_two_lines_has_a_box_a_line() -> None:
    data = built(Paragraph(f"{FILL}Menurut Bawaslu, Kabupaten Lebak di Provinsi Banten meraih skor 72,10.", BODY))
    quote = "seluruh daerah itu. Menurut Bawaslu, Kabupaten Lebak di Provinsi Banten meraih skor 72,10"
    _, found = find(data, quote)
    assert len(found.boxes) == 2
    assert found.boxes[0][3] <= found.boxes[1][1] + 2
    assert "".join(inside(data, found)) == letters(quote)


ROWS = [
    ["No", "Kabupaten/Kota", "Kategori", "Skor"],
    ["1", "Kabupaten Lebak", "Tinggi", "72,10"],
    ["2", Paragraph("Kabupaten Penukal Abab Lematang Ilir", BODY), "Tinggi", "60,55"],
    ["3", "Kota Serang", "Tinggi", "58,01"],
]


def test_a_row_of_a_ruled_table_has_a_box_a_cell_and_a_wrapped_cell_one_a_line() -> None:
    data = built(Paragraph(FILL, BODY), Table(ROWS, colWidths=[30, 140, 80, 60], style=GRID))
    _, found = find(data, "2\tKabupaten Penukal Abab Lematang Ilir\tTinggi\t60,55")
    assert inside(data, found) == ["2", "KabupatenPenukalAbab", "LematangIlir", "Tinggi", "60,55"]


@pytest.mark.parametrize("style", [GRID, []], ids=["ruled", "open"])
def test_the_same_word_in_each_row_is_found_in_its_own(style: Sequence[Any]) -> None:
    rows = [["No", "Daerah", "Kategori"], *([str(i), f"Kota Beta {i}", "Sedang"] for i in range(1, 9))]
    data = built(Paragraph(FILL, BODY), Table(rows, colWidths=[40, 180, 90], style=style), Paragraph(FILL, BODY))
    document = read(data, name="a.pdf", sha256="0" * 64)
    for occurrence in range(1, 9):
        row = [block for block in document.blocks if block.cells][occurrence]
        found = located(data, document, evidence_of(document, "Sedang", occurrence))
        assert row.place.bbox is not None
        assert row.place.bbox[1] - 1 <= found.boxes[0][1] < found.boxes[0][3] <= row.place.bbox[3] + 1
        assert inside(data, found) == ["Sedang"]


def test_the_right_one_of_two_equal_quotes_in_a_paragraph_is_found() -> None:
    data = built(Paragraph(f"Kota Alfa rawan tinggi pada 2019. {FILL}Kota Beta rawan tinggi pada 2024.", BODY))
    _, first = find(data, "rawan tinggi", 1)
    _, second = find(data, "rawan tinggi", 2)
    assert first.boxes[0][3] <= second.boxes[0][1] + 2
    assert inside(data, first) == inside(data, second) == ["rawantinggi"]


def columns(canvas: Any) -> None:
    left = [
        "Pengawas pemilu di Kota Alfa menyusun",
        "pemetaan yang memuat rawan tinggi",
        "untuk kampanye dan juga rawan",
    ]
    right = [
        "tinggi untuk pungut hitung menurut",
        "keterangan yang disampaikan kemarin",
        "oleh ketua pengawas di kota itu.",
    ]
    for x, lines in ((60, left * 3), (320, right * 3)):
        for number, line in enumerate(lines):
            canvas.drawString(x, 700 - 14 * number, line)


def test_a_block_that_goes_on_in_the_next_column_is_followed_there() -> None:
    data = drawn(columns)
    _, found = find(data, "rawan tinggi untuk pungut hitung menurut")
    assert inside(data, found) == ["rawan", "tinggiuntukpunguthitungmenurut"]
    assert found.boxes[0][0] < 320 <= found.boxes[1][0] + 1


def over_two_pages() -> bytes:
    def draw(canvas: Any) -> None:
        for page, lines in enumerate(
            (
                ["Kota Alfa masuk kategori rawan tinggi menurut hasil pemetaan, dengan skor"],
                ["akhir 61,25 pada tahun ini."],
            )
        ):
            canvas.drawString(60, 800, "Siaran Pers Bawaslu")
            for number, line in enumerate(lines):
                canvas.drawString(60, (60 if page == 0 else 740) - 14 * number, line)
            canvas.drawString(280, 20, f"Halaman {page + 1}")
            canvas.showPage()

    return drawn(draw)


def test_a_quote_over_two_pages_is_marked_on_the_first() -> None:
    data = over_two_pages()
    _, found = find(data, "dengan skor akhir 61,25")
    assert (found.page, found.until, found.exact) == (1, 2, True)
    assert inside(data, found) == ["denganskor"]


def test_what_stands_wholly_on_the_second_page_is_marked_there() -> None:
    data = over_two_pages()
    document, found = find(data, "akhir 61,25")
    assert evidence_of(document, "akhir 61,25").place.page == 1, "the block begins on the first"
    assert (found.page, found.until) == (2, 2)
    assert inside(data, found) == ["akhir61,25"]


def test_a_row_on_the_second_page_is_marked_there() -> None:
    rows = [ROWS[0], *([str(i), f"Kota Beta {i}", "Sedang", f"{i},10"] for i in range(1, 70))]
    data = built(Table(rows, colWidths=[30, 160, 80, 60], style=GRID, repeatRows=1))
    _, found = find(data, "65\tKota Beta 65\tSedang\t65,10")
    assert found.page == 2
    assert inside(data, found) == ["65", "KotaBeta65", "Sedang", "65,10"]


def test_a_turned_and_cropped_page_is_measured_as_it_is_seen() -> None:
    def draw(canvas: Any) -> None:
        canvas.setPageRotation(90)
        canvas.setCropBox((50, 100, 545, 800))
        canvas.translate(300, 200)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Kota Alfa dengan skor 61,25 tahun ini.")

    _, found = find(drawn(draw), "skor 61,25")
    ((x0, top, x1, bottom),) = found.boxes
    # The viewer turns the page clockwise: what was x - 50 from the left is the way down, y - 100 the way across.
    before = Canvas(io.BytesIO()).stringWidth("Kota Alfa dengan ")
    width = Canvas(io.BytesIO()).stringWidth("skor 61,25")
    assert (x0, x1) == pytest.approx((100 + before, 100 + before + width), abs=1)
    assert top < 250 < bottom
    assert bottom - top < 16


@pytest.mark.parametrize("degrees", [90, 270])
def test_type_on_its_side_is_marked_as_it_stands(degrees: int) -> None:
    def draw(canvas: Any) -> None:
        for number in range(3):
            canvas.saveState()
            canvas.translate(200 + 20 * number, 300)
            canvas.rotate(degrees)
            canvas.drawString(0, 0, f"Kota Beta {number} dengan skor 6{number},25 tahun ini")
            canvas.restoreState()

    _, found = find(drawn(draw), "skor 61,25 tahun")
    ((x0, top, x1, bottom),) = found.boxes
    assert x0 < 220 < x1
    assert x1 - x0 < 20
    assert bottom - top == pytest.approx(Canvas(io.BytesIO()).stringWidth("skor 61,25 tahun"), abs=4)


def test_words_that_are_not_there_give_the_block_and_say_so() -> None:
    data = built(Paragraph(FILL, BODY), Paragraph("Kota Alfa dengan skor 61,25.", BODY), PageBreak(), Spacer(1, 1))
    document = read(data, name="a.pdf", sha256="0" * 64)
    wrong = replace(document, text=document.text.replace("61,25", "99,99"))
    found = located(data, wrong, evidence_of(wrong, "99,99"))
    assert not found.exact
    assert found.boxes == (document.blocks[-1].place.bbox,)


def test_a_quote_without_a_page_is_nowhere() -> None:
    document = Document(
        sha256="0" * 64,
        media_type="text/plain",
        text="Skor 61,25",
        blocks=(Block(kind="paragraph", span=Span(start=0, end=10)),),
        reader="text",
        reader_version=1,
    )
    assert locate(document, evidence_of(document, "61,25"), lambda _: ()) is None


def test_recognised_words_bring_their_own_boxes_and_how_sure_they_are() -> None:
    text = "Kota Alfa 61,25."
    boxes = {
        (0, 4): (10.0, 10.0, 40.0, 20.0),
        (5, 9): (45.0, 11.0, 70.0, 20.0),
        (10, 16): (10.0, 30.0, 70.0, 40.0),
    }
    document = Document(
        sha256="0" * 64,
        media_type="image/png",
        text=text,
        blocks=(Block(kind="paragraph", span=Span(start=0, end=16), place=Place(page=1, bbox=(10, 10, 70, 40))),),
        reader="image",
        reader_version=1,
        words=tuple(
            ScannedWord(span=Span(start=s, end=e), place=Place(page=1, bbox=box), confidence=0.5 + s / 100)
            for (s, e), box in boxes.items()
        ),
    )
    found = locate(document, evidence_of(document, "Alfa 61,25"), lambda _: ())
    assert found is not None
    assert (found.exact, found.sure) == (True, 0.55)
    first, second = found.boxes
    assert first == (45.0, 11.0, 70.0, 20.0)
    assert second[:2] == (10.0, 30.0)
    assert 60 < second[2] < 70, "the full stop is no part of the quote"
