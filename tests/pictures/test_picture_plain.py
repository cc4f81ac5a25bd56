"""Pages without a mark on them: each drawn once, small, and with the places of what was asked for."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import ReadError
from pipeline.model import Document, Evidence, Place, Span
from pipeline.pictures.plain import ACROSS, PlainPage, plain_pages
from pipeline.readers import read

TEXT = "Kabupaten Lebak dengan skor 72,10.\n\nKota Cilegon dengan skor 32,40.\n"


def leaflet(size: tuple[float, float] = A4, colour: str = "black") -> bytes:
    """Return a PDF of two pages with two figures on the first, and one on the second."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=1)
    canvas.setFillColor(colour)
    canvas.drawString(100, 500, "Kabupaten Lebak dengan skor 72,10 masuk kategori rawan tinggi.")
    canvas.drawString(100, 400, "Kota Cilegon dengan skor 32,40 masuk kategori rawan sedang.")
    canvas.showPage()
    canvas.drawString(100, 500, "Kota Serang dengan skor 53,30 masuk kategori rawan tinggi.")
    canvas.save()
    return stream.getvalue()


def known(data: bytes, name: str = "a.pdf") -> Document:
    return read(data, name=name, sha256="0" * 64)


def quotes(document: Document, *words: str) -> list[tuple[Evidence, ...]]:
    found: list[tuple[Evidence, ...]] = []
    for word in words:
        start = document.text.index(word)
        span = Span(start=start, end=start + len(word))
        place = next(block.place for block in document.blocks if block.span.covers(span))
        found.append((Evidence(raw=word, span=span, place=place),))
    return found


def opened(page: PlainPage) -> Image.Image:
    image = Image.open(io.BytesIO(page.png))
    image.load()
    assert (image.format, image.size) == ("PNG", (page.width, page.height))
    return image


def test_what_stands_on_one_page_shares_its_picture() -> None:
    data = leaflet()
    document = known(data)
    pages, pointed = plain_pages(data, document, quotes(document, "72,10", "32,40", "53,30"), name="a.pdf")
    assert [one.page for one in pointed] == [0, 0, 1]
    assert [one.where for one in pointed] == ["PDF, page 1", "PDF, page 1", "PDF, page 2"]
    assert len(pages) == 2
    assert pointed[0].marks[0][1] < pointed[1].marks[0][1], "one above the other"


@pytest.mark.parametrize("size", [A4, landscape(A4), (3000, 800)], ids=["upright", "across", "poster"])
def test_no_page_is_wider_than_it_has_to_be_and_marks_lie_on_print(size: tuple[float, float]) -> None:
    data = leaflet(size)
    document = known(data)
    (page,), (one,) = plain_pages(data, document, quotes(document, "72,10"), name="a.pdf")
    assert page.width <= ACROSS + 1
    x0, top, x1, bottom = map(round, one.marks[0])
    assert x1 <= page.width
    inside = opened(page).convert("L").crop((x0, top, x1, bottom)).getextrema()
    assert inside[0] < 120, "print"  # type: ignore[operator]
    assert inside[1] > 240, "on paper, without a mark"  # type: ignore[operator]


def test_grey_pages_have_few_greys_and_coloured_ones_their_colours() -> None:
    for colour, coloured in (("black", False), ("red", True)):
        data = leaflet(colour=colour)
        document = known(data)
        (page,), _ = plain_pages(data, document, quotes(document, "72,10"), name="a.pdf")
        image = opened(page)
        assert image.mode == "P"
        shades = image.convert("RGB").getcolors()
        assert shades is not None
        assert any(max(rgb) - min(rgb) > 150 for _, rgb in shades if isinstance(rgb, tuple)) == coloured
        assert len(page.png) < 40_000


def test_what_has_no_pages_is_set_anew_for_each() -> None:
    document = known(TEXT.encode(), "a.txt")
    pages, pointed = plain_pages(TEXT.encode(), document, quotes(document, "72,10", "32,40"), name="a.txt")
    assert [one.page for one in pointed] == [0, 1]
    assert len(pages) == 2
    assert all("set anew" in " ".join(one.notes) for one in pointed)


def test_a_scan_of_several_pages_gives_those_that_are_asked_for() -> None:
    stream = io.BytesIO()
    sheets = [Image.new("L", (2480, 3508), shade) for shade in (250, 200, 150)]
    sheets[0].save(stream, "TIFF", save_all=True, append_images=sheets[1:], dpi=(300, 300))
    span = Span(start=0, end=5)
    document = Document(
        sha256="0" * 64, media_type="image/tiff", text="72,10", blocks=(), reader="image", reader_version=1
    )
    asked = [(Evidence(raw="72,10", span=span, place=Place(page=number)),) for number in (3, 1, 3)]
    pages, pointed = plain_pages(stream.getvalue(), document, asked, name="a.tif")
    assert [one.page for one in pointed] == [0, 1, 0]
    assert [opened(page).convert("L").getpixel((9, 9)) for page in pages] == [150, 250]
    assert [page.width for page in pages] == [ACROSS, ACROSS]
    assert "where on the page the words stand is not known" in pointed[0].notes


def test_a_page_that_is_not_there_cannot_be_drawn() -> None:
    data = leaflet()
    document = known(data)
    ((one,),) = quotes(document, "72,10")
    away = Place(page=7, bbox=(1, 1, 9, 9))
    document = replace(document, blocks=tuple(replace(block, place=away) for block in document.blocks))
    with pytest.raises(ReadError, match="has no page 7"):
        plain_pages(data, document, [(replace(one, place=away),)], name="a.pdf")


def test_the_same_gives_the_same_bytes() -> None:
    data = leaflet(colour="navy")
    document = known(data)
    asked = quotes(document, "72,10", "53,30")
    assert plain_pages(data, document, asked, name="a.pdf") == plain_pages(data, document, asked, name="a.pdf")
