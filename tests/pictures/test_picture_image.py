"""Pictures of scans: the words are marked where they were recognised, whatever kind of image it is."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from pipeline.errors import ReadError
from pipeline.model import Block, Document, Evidence, Place, ScannedWord, Span
from pipeline.pictures import image as picture_image
from pipeline.pictures.evidence import Caption, evidence_picture
from pipeline.pictures.image import image_view
from pipeline.pictures.view import MARKER, View


def scan(kind: str = "PNG", *, mode: str = "RGB", dpi: int | None = 144, pages: int = 1, **options: Any) -> bytes:
    """Return an image of 400 by 300 pixels, black where the word of ``scanned`` stands."""
    paper = Image.new("L", (400, 300), "white")
    paper.paste(0, (105, 85, 195, 115))
    picture = (
        paper.convert("RGB").convert(mode) if mode != "I;16" else paper.convert("I;16").point(lambda v: v * 256)
    )
    stream = io.BytesIO()
    more: dict[str, Any] = {"dpi": (dpi, dpi)} if dpi else {}
    if pages > 1:
        more |= {"save_all": True, "append_images": [picture.copy() for _ in range(pages - 1)]}
    picture.save(stream, kind, **more, **options)
    return stream.getvalue()


def scanned(media_type: str = "image/png", *, dpi: int = 144, page: int = 1) -> Document:
    """Return what a reader makes of ``scan``: one word, its box in points."""
    scale = 72 / dpi
    place = Place(page=page, bbox=(100 * scale, 80 * scale, 200 * scale, 120 * scale))
    span = Span(start=0, end=5)
    return Document(
        sha256="0" * 64,
        media_type=media_type,
        text="72,10",
        blocks=(Block(kind="paragraph", span=span, place=place, confidence=0.83),),
        reader="image",
        reader_version=1,
        words=(ScannedWord(span=span, place=place, confidence=0.835),),
    )


def seen(data: bytes, document: Document) -> View:
    evidence = Evidence(raw=document.text, span=document.blocks[0].span, place=document.blocks[0].place)
    return image_view(data, document, [evidence], name="a.png")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
@pytest.mark.parametrize("dpi", [144, None])
def test_a_scan_is_marked_where_its_words_were_recognised(kind: str, dpi: int | None) -> None:
    unstated = 1 if kind == "TIFF" else 72  # Pillow takes a TIFF that states none for one of 1
    view = seen(scan(kind, dpi=dpi), scanned(dpi=dpi or unstated))
    (box,) = view.marks
    assert box == pytest.approx((100, 80, 200, 120), abs=0.6)
    assert (view.where, view.notes) == ("image", ("recognised in a picture, the least sure word to 83%",))
    painted = view.painted()
    assert painted.getpixel((102, 100)) == MARKER
    assert painted.getpixel((150, 100)) == pytest.approx((0, 0, 0), abs=12)


def test_the_picture_of_a_scan_is_a_png_with_a_caption() -> None:
    document = scanned("image/jpeg")
    evidence = Evidence(raw=document.text, span=document.blocks[0].span, place=document.blocks[0].place)
    caption = Caption(value="score: 72.10", subject="Kabupaten Lebak", file="a.jpg", rule="rule x (version 1)")
    with Image.open(io.BytesIO(evidence_picture(scan("JPEG"), document, [evidence], caption).png)) as image:
        assert image.format == "PNG"
        assert image.width >= 860
        assert image.height > 400


def test_a_resolution_that_cannot_be_is_none() -> None:
    assert seen(scan(dpi=20_000), scanned(dpi=72)).marks[0] == pytest.approx((100, 80, 200, 120), abs=0.1)


def test_a_photograph_is_shown_as_it_was_held() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter to the right
    view = seen(scan("JPEG", exif=exif), scanned())
    assert view.image.size == (300, 400)
    assert view.image.getpixel((300 - 100, 150)) == pytest.approx((0, 0, 0), abs=2)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16", "CMYK"])
def test_every_kind_of_colour_is_shown_as_it_looks(mode: str) -> None:
    kind = "TIFF" if mode == "CMYK" else "PNG"
    image = seen(scan(kind, mode=mode), scanned()).image
    assert image.mode == "RGB"
    assert image.getpixel((10, 10)) == pytest.approx((255, 255, 255), abs=2)
    assert image.getpixel((150, 100)) == pytest.approx((0, 0, 0), abs=2)


def test_a_page_of_a_tiff_is_shown_and_one_beyond_refused() -> None:
    data = scan("TIFF", pages=3)
    assert seen(data, scanned(page=3)).where == "image, page 3"
    with pytest.raises(ReadError, match="has no page 4") as caught:
        seen(data, scanned(page=4))
    assert caught.value.code == "damaged"


def test_a_block_is_marked_where_no_word_has_a_box() -> None:
    view = seen(scan(), replace(scanned(), words=()))
    assert view.marks[0] == pytest.approx((100, 80, 200, 120), abs=0.2)
    assert "not found one by one" in view.notes[0]


def test_a_large_image_is_shown_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.pictures.view.MAX_PIXELS", 400 * 300 // 4)
    view = seen(scan(), scanned())
    assert view.image.size == (200, 150)
    assert view.marks[0] == pytest.approx((50, 40, 100, 60), abs=0.5)


def test_an_image_beyond_all_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_image, "MAX_PIXELS", 1_000)
    with pytest.raises(ReadError, match="million pixels") as caught:
        seen(scan(), scanned())
    assert caught.value.code == "too_large"


def test_a_bomb_is_refused_before_it_is_opened() -> None:
    stream = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(stream, "PNG")
    with pytest.raises(ReadError) as caught:
        seen(stream.getvalue(), scanned())
    assert caught.value.code == "too_large"


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", scan()[:120], b"GIF89a" + bytes(60)])
def test_a_damaged_image_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        seen(data, scanned())
    assert caught.value.code == "damaged"
    assert "\n" not in str(caught.value)
