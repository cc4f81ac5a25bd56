"""Pictures of evidence: what is marked, where, and in which colour; and what cannot be drawn."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Table

from pipeline.errors import ReadError
from pipeline.model import Document, Place
from pipeline.pictures.evidence import Caption, evidence_picture
from pipeline.pictures.pdf import pdf_view
from pipeline.pictures.view import EDGE, FRAME, MARKER, MAX_PIXELS, PALE
from pipeline.readers import read
from quoted import evidence_of

CAPTION = Caption(value="score: 72.10", subject="Kabupaten Lebak (36.02)", file="a.pdf", rule="rule x (version 1)")
MARGIN = 24  # pixels around the page
DOT = 150 / 72  # pixels a point, of PDFs


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    assert image.format == "PNG"
    assert image.mode == "RGB"
    return image


def coloured(image: Image.Image, colour: tuple[int, int, int]) -> list[tuple[int, int]]:
    """Return the pixels that have exactly this colour, as x, y."""
    pixels = image.load()
    assert pixels is not None
    return [(x, y) for y in range(image.height) for x in range(image.width) if pixels[x, y] == colour]


def around(points: Sequence[tuple[int, int]]) -> tuple[int, int, int, int]:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


# --- PDF ---


def one_line() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.drawString(100, 700, "Kabupaten Lebak dengan skor 72,10 masuk kategori rawan tinggi.")
    canvas.save()
    return stream.getvalue()


def pdf(data: bytes) -> Document:
    return read(data, name="a.pdf", sha256="0" * 64)


def test_the_page_of_a_pdf_has_its_words_in_the_colour_of_the_marker() -> None:
    data = one_line()
    document = pdf(data)
    found = evidence_of(document, "skor 72,10", "rawan tinggi")
    image = opened(evidence_picture(data, document, found, CAPTION).png)
    page = image.crop((MARGIN, MARGIN, image.width - MARGIN, MARGIN + round(A4[1] * DOT)))
    left = 100 + Canvas(io.BytesIO()).stringWidth("Kabupaten Lebak dengan ")
    right = left + Canvas(io.BytesIO()).stringWidth("skor 72,10")
    x0, top, x1, bottom = around(coloured(page, MARKER))
    assert (x0, x1) == pytest.approx((left * DOT, right * DOT), abs=5)
    assert top < (A4[1] - 700 - 8) * DOT
    assert (A4[1] - 700) * DOT < bottom < (A4[1] - 700 + 6) * DOT
    assert around(coloured(page, PALE))[0] > x1, "the category is paler, and further to the right"
    assert around(coloured(page, EDGE))[0] in range(x0 - 2, x0)
    assert around(coloured(page, FRAME))[0] in range(round(100 * DOT) - 8, round(100 * DOT))


def test_the_print_under_the_marker_stays_black() -> None:
    data = one_line()
    document = pdf(data)
    view = pdf_view(data, document, evidence_of(document, "72,10"), name="a.pdf")
    assert view is not None
    (box,) = view.marks
    x0, top, x1, bottom = map(round, box)
    dark = view.painted().crop((x0, top, x1, bottom)).convert("L").point(lambda value: 255 * (value < 40))
    assert dark.getbbox() is not None


def test_the_same_evidence_gives_the_same_bytes() -> None:
    data = one_line()
    document = pdf(data)
    found = evidence_of(document, "skor 72,10")
    assert evidence_picture(data, document, found, CAPTION) == evidence_picture(data, document, found, CAPTION)


def test_a_merged_cell_does_not_stretch_the_frame_of_a_row() -> None:
    rows = [["Dimensi", "Skor"], ["Kontestasi", "41,20"], ["", "72,10"], ["", "15,40"]]
    stream = io.BytesIO()
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (0, 1), (0, 3))]
    table = Table(rows, colWidths=[150, 80], rowHeights=[20] * 4, style=style)
    SimpleDocTemplate(stream, pagesize=A4, invariant=1).build([table])
    document = pdf(stream.getvalue())
    view = pdf_view(stream.getvalue(), document, evidence_of(document, "72,10"), name="a.pdf")
    assert view is not None
    assert view.frame is not None
    assert view.frame[3] - view.frame[1] == pytest.approx(20 * DOT, abs=2)


def over_two_pages() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.drawString(60, 60, "Kota Alfa masuk kategori rawan tinggi menurut hasil pemetaan, dengan skor")
    canvas.showPage()
    canvas.drawString(60, 780, "akhir 61,25 pada tahun ini.")
    canvas.save()
    return stream.getvalue()


NOTES = [
    # quotes, page shown, notes
    (["dengan skor akhir 61,25"], 1, ("the quote goes on on page 2",)),
    (["rawan tinggi", "61,25"], 1, ("what else the value rests on stands on other pages",)),
    (["61,25", "tahun ini"], 2, ()),
]


@pytest.mark.parametrize(("quotes", "page", "notes"), NOTES)
def test_what_stands_on_two_pages_is_shown_on_one_and_told(
    quotes: Sequence[str], page: int, notes: tuple[str, ...]
) -> None:
    data = over_two_pages()
    document = pdf(data)
    view = pdf_view(data, document, evidence_of(document, *quotes), name="a.pdf")
    assert view is not None
    assert (view.where, view.notes) == (f"PDF, page {page}", notes)
    assert (view.frame is None) == (page == 2), "the frame is that of the block on the first page"


def test_a_block_whose_place_on_the_page_is_not_known_is_shown_unmarked() -> None:
    data = one_line()
    document = pdf(data)
    blocks = tuple(replace(block, place=Place(page=1)) for block in document.blocks)
    (found,) = evidence_of(document, "72,10")
    away = replace(document, text=document.text.replace("72,10", "99,99"), blocks=blocks)
    view = pdf_view(data, away, [replace(found, raw="99,99", place=Place(page=1))], name="a.pdf")
    assert view is not None
    assert (view.marks, view.frame) == ((), None)
    assert view.notes == ("where on the page the words stand is not known",)


def test_a_block_in_the_place_of_its_words_is_told_apart_from_them() -> None:
    data = one_line()
    document = pdf(data)
    (found,) = evidence_of(document, "72,10")
    wrong = replace(document, text=document.text.replace("72,10", "99,99"))
    right, whole = (
        opened(evidence_picture(data, one, [replace(found, raw=raw)], CAPTION).png)
        for one, raw in ((document, "72,10"), (wrong, "99,99"))
    )
    assert whole.height > right.height, "a line more of caption says so"
    assert len(coloured(whole, MARKER)) > 2 * len(coloured(right, MARKER))


@pytest.mark.parametrize("size", [(14_400, 14_400), (14_400, 40), (30, 30)])
def test_a_page_of_any_size_is_a_picture_of_bearable_size(size: tuple[int, int]) -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=1)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(2, 10, "41,20")
    canvas.save()
    document = pdf(stream.getvalue())
    view = pdf_view(stream.getvalue(), document, evidence_of(document, "41,20"), name="a.pdf")
    assert view is not None
    assert view.image.width * view.image.height <= 1.01 * MAX_PIXELS


def test_a_page_that_the_file_lacks_is_refused() -> None:
    data = one_line()
    document = pdf(data)
    (found,) = evidence_of(document, "72,10")
    elsewhere = replace(found, place=Place(page=7, bbox=(0, 0, 10, 10)))
    blocks = tuple(replace(block, place=elsewhere.place) for block in document.blocks)
    with pytest.raises(ReadError, match=r"a\.pdf: has no page 7; read it again"):
        evidence_picture(data, replace(document, blocks=blocks), [elsewhere], CAPTION)


def test_a_pdf_that_cannot_be_drawn_is_set_anew() -> None:
    document = pdf(one_line())
    assert pdf_view(b"%PDF-1.4 no more", document, evidence_of(document, "72,10"), name="a.pdf") is None
    image = opened(evidence_picture(b"%PDF-1.4 no more", document, evidence_of(document, "72,10"), CAPTION).png)
    assert coloured(image, MARKER)
