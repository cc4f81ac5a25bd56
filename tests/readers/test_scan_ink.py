"""Rulings are found and taken off, letters that touch them stay, stamps are found among words."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.readers.scan.cells import apart
from pipeline.readers.scan.ink import inked, shapes_of

FONT = ImageFont.load_default(44)
COLUMNS, ROWS = (100, 300, 900), (100, 200, 300, 400)


def table(*, stamp: bool = False, grey: int = 0) -> np.ndarray:
    """Return a ruled table of three rows and two columns with a word in each cell, at 300 dpi."""
    picture = Image.new("L", (1200, 700), 255)
    draw = ImageDraw.Draw(picture)
    for y in ROWS:
        draw.line((COLUMNS[0], y, COLUMNS[-1], y), fill=grey, width=3)
    for x in COLUMNS:
        draw.line((x, ROWS[0], x, ROWS[-1]), fill=grey, width=3)
    for row, y in enumerate(ROWS[:-1], 1):
        draw.text((130, y + 25), str(row), fill=0, font=FONT)
        draw.text((330, y + 25), "Kota Alfa", fill=0, font=FONT)
    if stamp:
        draw.ellipse((500, 60, 820, 380), outline=90, width=6)
    return np.asarray(picture)


@pytest.mark.parametrize("grey", [0, 100])
def test_rulings_are_found_and_words_stay(grey: int) -> None:
    found = inked(table(grey=grey))
    assert [round((box[1] + box[3]) / 2) for box in found.across] == pytest.approx(list(ROWS), abs=6)
    assert sorted(round((box[0] + box[2]) / 2) for box in found.down) == pytest.approx(list(COLUMNS), abs=6)
    assert found.grey[ROWS[1] - 1 : ROWS[1] + 3, 310:890].min() == 255
    words = table()[130:190, 320:600]
    assert (found.grey[130:190, 320:600] == words).all()
    assert found.shapes == ()


def test_a_stroke_that_crosses_a_ruling_stays_whole() -> None:
    picture = table().copy()
    picture[170:230, 700:706] = 0
    assert (inked(picture).grey[170:230, 700:706] < 140).all()


def test_a_frame_without_rows_of_text_between_is_no_stroke_of_letters() -> None:
    picture = Image.new("L", (1200, 300), 255)
    ImageDraw.Draw(picture).text((50, 50), "EFTH — ELLIL IIII", fill=0, font=ImageFont.load_default(90))
    found = inked(np.asarray(picture))
    assert (found.across, found.down) == ((), ())
    assert (found.grey == np.asarray(picture)).all()


def test_a_stamp_is_found_across_rulings_and_words() -> None:
    (shape,) = (box for box in inked(table(stamp=True)).shapes if box[2] - box[0] > 250)
    assert shape == pytest.approx((500, 60, 820, 380), abs=80)


def test_words_are_no_shapes_and_a_photograph_is_none() -> None:
    picture = table().copy()
    picture[450:650, 100:500] = 0
    assert inked(picture).shapes == ()


def test_dust_all_over_makes_no_shapes() -> None:
    dust = np.random.default_rng(1).random((2000, 2000)) < 0.08
    assert inked(np.where(dust, 0, 255).astype(np.uint8)).shapes == ()


def test_shapes_hang_together() -> None:
    ink = np.zeros((80, 80), dtype=bool)
    ink[8:40, 8:12] = ink[36:40, 8:60] = ink[8:40, 56:60] = True  # a U: its arms meet at the end
    ink[60:64, 60:64] = True
    assert sorted((shape.box, shape.area) for shape in shapes_of(ink)) == [
        ((8.0, 8.0, 60.0, 40.0), 32 * 4 * 2 + 4 * 44),
        ((60.0, 60.0, 64.0, 64.0), 16),
    ]


def test_cells_are_laid_below_each_other_and_words_find_back() -> None:
    from pipeline.readers.ocr.words import SeenWord  # noqa: PLC0415

    boxes = [(x0, y0, x1, y1) for y0, y1 in ((100, 200), (200, 300)) for x0, x1 in ((100, 300), (300, 900))]
    rest, cells = apart(inked(table()).grey, [*boxes, boxes[0], (100, 500, 900, 600)])
    assert cells is not None
    assert rest[110:290, 110:890].min() == 255
    assert rest[310:390].min() < 140
    assert len(cells.places) == 4  # one cell is empty, one was named twice
    (x0, y0, _, _), top = cells.places[1]
    word = SeenWord(
        text="Kota", box=(80, top + 20, 160, top + 60), top=top + 15, bottom=top + 65, line=1, confidence=0.9
    )
    before, after = (
        SeenWord(text=text, box=(0, y, 9, y + 9), top=y, bottom=y + 9, line=line, confidence=0.9)
        for text, y, line in (("di atas", 20, 4), ("di bawah", 600, 7))
    )
    found = cells.put_back([word], [before, after])
    assert [(one.text, one.line) for one in found] == [("di atas", 0), ("Kota", 1), ("di bawah", 2)]
    assert found[1].box == (x0, y0 + 20, x0 + 80, y0 + 60)
    assert (found[1].top, found[1].bottom) == (y0 + 15, y0 + 65)


def test_a_page_without_cells_stays_as_it_is() -> None:
    grey = table()
    rest, cells = apart(grey, [])
    assert rest is grey
    assert cells is None
