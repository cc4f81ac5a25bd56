"""A picture to a page, with an engine that knows what it will be shown; and PDFs and images that need one."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A6
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import ReadError
from pipeline.model import Document
from pipeline.readers import image, read
from pipeline.readers.ocr import recognition as ocr
from pipeline.readers.ocr.engines import NO_ENGINE, REMEDY, OcrError
from pipeline.readers.ocr.picture import Grey
from pipeline.readers.ocr.words import SeenWord
from pipeline.readers.pdf import scans as pdf_scans
from pipeline.readers.scan import page as scan_page

FONT = ImageFont.load_default(46)
TYPE = 60.0  # pixels at 300 dpi: the height of the fake engine's lines
PIXELS = (1240, 1748)
"""A page of A6 at 300 dpi: reading a small one takes little time."""


def page_of(words: Sequence[tuple[str, int, int]], *, size: tuple[int, int] = PIXELS) -> Image.Image:
    """Print words at x, y in pixels."""
    picture = Image.new("L", size, 255)
    draw = ImageDraw.Draw(picture)
    for text, x, y in words:
        draw.text((x, y), text, fill=0, font=FONT)
    return picture


class FakeEngine:
    """Sees words where there is ink, and names them in reading order from a list that the test gives."""

    def __init__(self, texts: Sequence[str], *, sure: float = 0.95) -> None:
        self.texts = list(texts)
        self.sure = sure
        self.calls = 0

    def __call__(self, grey: Grey, *, block: bool = False) -> list[SeenWord]:  # noqa: ARG002
        self.calls += 1
        found: list[SeenWord] = []
        rows = _runs((grey < 140).any(axis=1), 12)
        for line, (top, bottom) in enumerate(rows):
            for x0, x1 in _runs((grey[top:bottom] < 140).any(axis=0), 30):
                text = self.texts.pop(0) if self.texts else "lebih"
                box = (float(x0), float(top), float(x1), float(bottom))
                found.append(
                    SeenWord(
                        text=text, box=box, top=top - 8.0, bottom=top - 8 + TYPE, line=line, confidence=self.sure
                    )
                )
        return found


def _runs(ink: Any, gap: int) -> list[tuple[int, int]]:
    places = np.nonzero(ink)[0].tolist()
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and place - runs[-1][1] <= gap:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


Install = Callable[..., FakeEngine]


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Return what puts a fake engine in the place of the real one."""

    def install(*texts: str, sure: float = 0.95) -> FakeEngine:
        fake = FakeEngine(texts, sure=sure)
        for module in (pdf_scans, image, ocr):
            monkeypatch.setattr(module, "ocr_engine", lambda: "fake 1")
        monkeypatch.setattr(scan_page, "recognised", fake)
        monkeypatch.setattr(scan_page, "glanced", fake)
        return fake

    return install


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (pdf_scans, image, ocr):
        monkeypatch.setattr(module, "ocr_engine", lambda: NO_ENGINE)


def pdf_of(*pages: Image.Image | str, hidden: str = "", stamp: str = "") -> bytes:
    """Make a PDF of pictures that fill their page and of pages with text; ``hidden`` lies under the pictures."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A6, invariant=1)
    for page in pages:
        if isinstance(page, str):
            canvas.drawString(40, 300, page)
        else:
            if hidden:
                text = canvas.beginText(40, 300)
                text.setTextRenderMode(3)
                text.textLine(hidden)
                canvas.drawText(text)
            canvas.drawImage(ImageReader(page), 0, 0, *A6)
        if stamp:
            canvas.drawString(40, 20, stamp)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def png_of(picture: Image.Image, dpi: float | None = None) -> bytes:
    target = io.BytesIO()
    picture.save(target, "PNG", **({"dpi": (dpi, dpi)} if dpi else {}))
    return target.getvalue()


def read_it(data: bytes, name: str = "a.pdf") -> Document:
    document = read(data, name=name, sha256="0" * 64)
    for word in document.words:
        assert word.span.of(document.text).strip() == word.span.of(document.text) != ""
    assert [word.span.start for word in document.words] == sorted(word.span.start for word in document.words)
    return document


SENTENCE = page_of([("Skor", 300, 600), ("Alfa", 450, 600), ("41,20.", 600, 600)])


# --- PDF ---


def test_a_scanned_page_stands_among_pages_with_text(engine: Install) -> None:
    engine("Skor", "Alfa", "41,20.")
    document = read_it(pdf_of("Bawaslu mengumumkan hasil.", SENTENCE, "Sekian dan terima kasih."))
    texts = [block.span.of(document.text) for block in document.blocks]
    assert texts == ["Bawaslu mengumumkan hasil.", "Skor Alfa 41,20.", "Sekian dan terima kasih."]
    assert [block.confidence for block in document.blocks] == [None, 0.95, None]
    assert [(word.span.of(document.text), word.place.page) for word in document.words] == [
        ("Skor", 2),
        ("Alfa", 2),
        ("41,20.", 2),
    ]
    assert document.grade == 1
    assert [(notice.level, notice.code) for notice in document.notices] == [("info", "pages_recognised")]


def test_places_are_points_of_the_page_as_it_is_shown(engine: Install) -> None:
    engine("Skor", "Alfa", "41,20.")
    word = read_it(pdf_of(SENTENCE)).words[0]
    assert word.place.bbox == pytest.approx((300 * 0.24, 600 * 0.24, 400 * 0.24, 660 * 0.24), abs=6)


def test_places_on_a_skewed_page_are_those_of_the_ink(engine: Install) -> None:
    bars = [("l" * 40, 300, 700 + 80 * row) for row in range(10)]
    straight = page_of([("Skor", 300, 600), *bars])
    engine("Skor", *["lll."] * 10)
    skewed = straight.rotate(2, resample=Image.Resampling.BICUBIC, fillcolor=255)
    word = read_it(pdf_of(skewed)).words[0]
    assert word.place.bbox is not None
    x0, top, _, bottom = (value / 0.24 for value in word.place.bbox)
    rows, columns = np.nonzero(np.asarray(skewed)[500:690] < 128)
    assert x0 == pytest.approx(columns.min(), abs=12)
    assert top - 12 <= rows.min() + 500 <= rows.max() + 500 <= bottom + 12


def test_text_laid_under_a_scan_is_not_believed(engine: Install) -> None:
    engine("Skor", "Alfa", "41,20.")
    document = read_it(pdf_of(SENTENCE, hidden="Skor Alfa 47,20 menurut mesin pemindai, dan seterusnya. " * 3))
    assert document.text == "Skor Alfa 41,20."


def test_a_scanning_program_that_signs_each_page_hides_no_page(engine: Install) -> None:
    engine("Skor", "Alfa", "41,20.", "Dipindai", "dengan", "Alfa")
    document = read_it(pdf_of(SENTENCE, stamp="Dipindai dengan Alfa"))
    assert "Skor Alfa 41,20." in document.text


def test_a_picture_behind_a_page_of_text_is_left_alone(engine: Install) -> None:
    fake = engine()
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A6, invariant=1)
    canvas.drawImage(ImageReader(Image.new("L", (100, 140), 230)), 0, 0, *A6)
    canvas.drawString(10, 300, "Kabupaten Alfa masuk kategori rawan tinggi dengan skor 41,20 menurut pemetaan.")
    canvas.save()
    assert read_it(target.getvalue()).words == ()
    assert fake.calls == 0


def test_a_ruled_table_in_a_picture_has_cells_with_places(engine: Install) -> None:
    picture = page_of([(text, x, y) for text, x, y in _CELLS])
    draw = ImageDraw.Draw(picture)
    for y in (500, 600, 760, 860):
        draw.line((100, y, 1100, y), fill=0, width=4)
    for x in (100, 300, 800, 1100):
        draw.line((x, 500, x, 860), fill=0, width=4)
    engine(
        "Keterangan.", "No", "Daerah", "Skor", "1", "Kota", "Alfa", "Barat", "41,20", "2", "Kota", "Beta", "39,10"
    )
    document = read_it(pdf_of(picture))
    rows = [block for block in document.blocks if block.cells]
    assert [[cell.span.of(document.text) for cell in row.cells] for row in rows] == [
        ["No", "Daerah", "Skor"],
        ["1", "Kota Alfa Barat", "41,20"],
        ["2", "Kota Beta", "39,10"],
    ]
    assert rows[1].cells[2].place.bbox == pytest.approx((192, 144, 264, 182.4), abs=4)
    assert {row.confidence for row in rows} == {0.95}
    score = next(word for word in document.words if word.span.of(document.text) == "41,20")
    assert rows[1].cells[2].span == score.span


_CELLS = (
    ("Keterangan.", 300, 300),
    ("No", 150, 520), ("Daerah", 350, 520), ("Skor", 900, 520),
    ("1", 150, 650), ("Kota", 350, 610), ("Alfa", 490, 610), ("Barat", 350, 680), ("41,20", 900, 650),
    ("2", 150, 780), ("Kota", 350, 780), ("Beta", 490, 780), ("39,10", 900, 780),
)  # fmt: skip


def test_words_divided_at_the_end_of_a_line_keep_their_halves(engine: Install) -> None:
    picture = page_of([("Bawaslu", 300, 600), ("menyampai-", 500, 600), ("kan", 300, 670), ("skor.", 430, 670)])
    engine("Bawaslu", "menyampai-", "kan", "skor.")
    document = read_it(pdf_of(picture))
    assert document.text == "Bawaslu menyampaikan skor."
    assert [word.span.of(document.text) for word in document.words] == ["Bawaslu", "menyampai", "kan", "skor."]


def test_words_under_a_stamp_are_in_doubt(engine: Install) -> None:
    picture = page_of([("Skor", 300, 600), ("41,20", 800, 600)])
    ImageDraw.Draw(picture).ellipse((750, 500, 1150, 900), outline=60, width=8)
    engine("Skor", "41,20", *["cap"] * 20)
    words = read_it(pdf_of(picture)).words
    assert words[0].confidence == 0.95
    assert all(word.confidence <= 0.3 for word in words[1:])


@pytest.mark.parametrize(
    ("text", "sure", "is_speck"),
    [("F", 0.3, True), ("ae", 0.2, True), ("F", 0.9, False), ("7", 0.1, False), ("dan", 0.1, False)],
)
def test_dust_is_no_word_and_a_digit_is_no_dust(text: str, sure: float, is_speck: object, engine: Install) -> None:
    picture = page_of([("Skor", 300, 600), ("41,20", 800, 600)])
    engine("Skor", text, sure=sure)
    assert (text not in read_it(pdf_of(picture)).text.split()) is is_speck


def test_a_blank_picture_is_a_page_that_was_read(engine: Install) -> None:
    fake = engine()
    document = read_it(pdf_of("Hasil pemetaan.", Image.new("L", (300, 400), 250)))
    assert (document.grade, fake.calls) == (1, 0)


def test_an_engine_that_fails_leaves_the_page_unread(engine: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    engine()

    def fail(_grey: Grey, *, block: bool = False) -> list[SeenWord]:  # noqa: ARG001
        raise OcrError("took too long")

    monkeypatch.setattr(scan_page, "recognised", fail)
    document = read_it(pdf_of("Hasil pemetaan.", SENTENCE))
    assert document.grade == 0.5
    assert [notice.code for notice in document.notices] == ["pages_without_text"]


def test_no_more_pages_are_recognised_than_there_is_time_for(
    engine: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_scans, "MAX_SCANNED", 1)
    fake = engine("Skor", "Alfa", "41,20.")
    document = read_it(pdf_of(SENTENCE, SENTENCE))
    assert (fake.calls, document.grade) == (1, 0.5)
    assert "1 page (2) without readable text" in document.notices[-1].message


# --- without an engine ---


@pytest.mark.usefixtures("no_engine")
def test_a_scan_without_an_engine_says_what_to_install() -> None:
    with pytest.raises(ReadError) as raised:
        read_it(pdf_of(SENTENCE))
    assert raised.value.code == "needs_ocr"
    assert raised.value.remedy == REMEDY
    assert {"tesseract-ocr-ind", "ikp[ocr]"} <= set(REMEDY.replace(",", " ").replace(";", " ").split())


@pytest.mark.usefixtures("no_engine")
def test_single_scans_without_an_engine_are_told() -> None:
    document = read_it(pdf_of("Hasil pemetaan.", SENTENCE))
    (notice,) = document.notices
    assert (notice.level, notice.code, document.grade) == ("warning", "pages_without_text", 0.5)
    assert REMEDY in notice.message


@pytest.mark.usefixtures("no_engine")
def test_text_laid_under_a_scan_is_doubtful_without_an_engine() -> None:
    document = read_it(pdf_of(SENTENCE, hidden="Skor Alfa 47,20 menurut mesin pemindai, dan seterusnya. " * 3))
    assert document.text.startswith("Skor Alfa 47,20 menurut")
    assert {word.confidence for word in document.words} == {0.5}
    assert [notice.code for notice in document.notices] == ["pages_with_hidden_text"]


@pytest.mark.usefixtures("no_engine")
@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tif"])
def test_a_picture_without_an_engine_says_what_to_install(name: str) -> None:
    target = io.BytesIO()
    SENTENCE.save(target, {"png": "PNG", "jpg": "JPEG", "tif": "TIFF"}[name[2:]])
    with pytest.raises(ReadError) as raised:
        read_it(target.getvalue(), name)
    assert (raised.value.code, raised.value.remedy) == ("needs_ocr", REMEDY)


# --- images ---


def test_places_in_a_picture_are_points_where_it_declares_its_resolution(engine: Install) -> None:
    engine("Skor", "Alfa", "41,20.")
    word = read_it(png_of(SENTENCE, 300), "a.png").words[0]
    assert word.place.page == 1
    assert word.place.bbox == pytest.approx((72, 144, 96, 158), abs=6)


def test_places_in_a_picture_are_pixels_where_it_declares_none(engine: Install) -> None:
    engine("Skor", "Alfa", "41,20.")
    small = SENTENCE.resize((620, 877))
    word = read_it(png_of(small), "a.png").words[0]
    assert word.place.bbox == pytest.approx((150, 300, 200, 330), abs=12)


def test_a_telephone_held_askew_is_heeded(engine: Install) -> None:
    engine("Skor", "Alfa", "41,20.")
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise
    target = io.BytesIO()
    SENTENCE.transpose(Image.Transpose.ROTATE_90).save(target, "JPEG", exif=exif, dpi=(300, 300))
    word = read_it(target.getvalue(), "a.jpg").words[0]
    assert word.place.bbox == pytest.approx((72, 144, 96, 158), abs=6)


def test_each_picture_of_a_tiff_is_a_page(engine: Install) -> None:
    engine("Skor", "Alfa", "41,20.", "Skor", "Beta", "39,10.")
    target = io.BytesIO()
    SENTENCE.save(target, "TIFF", save_all=True, append_images=[SENTENCE], dpi=(300, 300))
    document = read_it(target.getvalue(), "a.tif")
    assert [(block.span.of(document.text), block.place.page) for block in document.blocks] == [
        ("Skor Alfa 41,20.", 1),
        ("Skor Beta 39,10.", 2),
    ]
    assert (document.reader, document.grade, document.media_type) == ("image", 1, "image/tiff")


def test_a_tiff_that_breaks_off_keeps_what_comes_before(engine: Install) -> None:
    engine("Skor", "Alfa", "41,20.")
    target = io.BytesIO()
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 255, (900, 900), dtype=np.uint8))
    SENTENCE.save(
        target, "TIFF", save_all=True, append_images=[noise, SENTENCE], dpi=(300, 300), compression="tiff_lzw"
    )
    whole = target.getvalue()
    document = read_it(whole[: SENTENCE.width * 20] + b"\xff" * 400_000 + whole[-200_000:], "a.tif")
    assert (document.text, document.grade) == ("Skor Alfa 41,20.", 0.5)
    assert document.notices[-1].code == "pages_without_text"


def test_no_more_pictures_are_recognised_than_there_is_time_for(
    engine: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(image, "MAX_SCANNED", 1)
    fake = engine("Skor", "Alfa", "41,20.")
    target = io.BytesIO()
    SENTENCE.save(target, "TIFF", save_all=True, append_images=[SENTENCE] * 3)
    document = read_it(target.getvalue(), "a.tif")
    assert (fake.calls, document.grade) == (1, 0.5)


def test_the_lines_of_a_fax_lie_farther_apart_than_its_dots(engine: Install) -> None:
    engine("Skor", "Alfa", "41,20.")
    target = io.BytesIO()
    squeezed = SENTENCE.resize((SENTENCE.width, SENTENCE.height // 2))
    squeezed.save(target, "TIFF", dpi=(300, 150))
    word = read_it(target.getvalue(), "a.tif").words[0]
    assert word.place.bbox == pytest.approx((72, 144, 96, 158), abs=6)


def test_a_page_on_its_side_is_turned(engine: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = engine()

    def upright_only(grey: Grey, *, block: bool = False) -> list[SeenWord]:  # noqa: ARG001
        fake.texts = ["Skor", "Alfa", "41,20."]
        wide = grey.shape[1] < grey.shape[0] and (grey[: grey.shape[0] // 2] < 140).any()
        return [replace(word, confidence=0.95 if wide else 0.2) for word in fake(grey)]

    monkeypatch.setattr(scan_page, "recognised", upright_only)
    monkeypatch.setattr(scan_page, "glanced", upright_only)
    document = read_it(png_of(SENTENCE.rotate(90, expand=True), 300), "a.png")
    assert document.text == "Skor Alfa 41,20."
    x0, top, x1, bottom = document.words[0].place.bbox or (0, 0, 0, 0)
    assert (x0, bottom) == pytest.approx((144, (1240 - 300) * 0.24), abs=8)
    assert x1 - x0 < bottom - top


def test_a_picture_without_words_is_refused(engine: Install) -> None:
    engine()
    with pytest.raises(ReadError) as raised:
        read_it(png_of(Image.new("L", (300, 400), 255)), "a.png")
    assert raised.value.code == "no_text"


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (lambda data: data[: len(data) // 2], {"truncated", "damaged"}),
        (lambda data: data[:60], {"truncated", "damaged"}),
        (lambda data: data[:40] + b"\xff" * 200 + data[240:], {"truncated", "damaged", "no_text"}),
    ],
)
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_damaged_pictures_are_refused(
    engine: Install, kind: str, change: Callable[[bytes], bytes], codes: set[str]
) -> None:
    engine()
    target = io.BytesIO()
    page_of([("Skor", 100, 100)], size=(600, 300)).save(target, kind)
    with pytest.raises(ReadError) as raised:
        read_it(change(target.getvalue()), f"a.{kind.lower()}")
    assert raised.value.code in codes


def test_a_decompression_bomb_is_refused(engine: Install) -> None:
    engine()
    target = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(target, "PNG")
    with pytest.raises(ReadError) as raised:
        read_it(target.getvalue(), "a.png")
    assert raised.value.code == "too_large"


def test_the_same_bytes_give_the_same_document(engine: Install) -> None:
    documents = []
    for _ in range(2):
        engine("Skor", "Alfa", "41,20.")
        documents.append(read_it(pdf_of(SENTENCE)))
    assert documents[0] == documents[1]


def test_the_fake_pages_are_what_pdfium_shows() -> None:
    """The tests above trust that a picture fills its page, pixel by pixel."""
    page = pypdfium2.PdfDocument(pdf_of(SENTENCE))[0]
    shown = np.asarray(page.render(scale=300 / 72, grayscale=True).to_pil().convert("L"))
    assert shown.shape == pytest.approx(np.asarray(SENTENCE).shape, abs=2)
