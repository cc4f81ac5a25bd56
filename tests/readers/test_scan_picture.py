"""Pictures made ready: upright, even, of a fitting size, and the way back to where they came from."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.readers.ocr.picture import MAX_PIXELS, greyscale, prepared, skew
from pipeline.readers.page import Way

BAR = (200, 200, 400, 230)


def page(size: tuple[int, int] = (600, 700)) -> Image.Image:
    """Return a page at 100 dpi with lines of bars, and one bar alone above them."""
    picture = Image.new("L", size, 255)
    draw = ImageDraw.Draw(picture)
    draw.rectangle(BAR, fill=0)
    for y in range(300, 600, 24):
        draw.rectangle((100, y, 500, y + 10), fill=0)
    return picture


def bar_of(grey: np.ndarray) -> tuple[int, int, int, int]:
    """Return where the first bar lies."""
    rows = np.nonzero((grey < 128).sum(axis=1) > 20)[0]
    top = int(rows[0])
    bottom = top + int(np.argmax(np.diff(rows) > 1))
    columns = np.nonzero((grey[top : bottom + 1] < 128).mean(axis=0) > 0.5)[0]
    return int(columns[0]), top, int(columns[-1]), bottom


@pytest.mark.parametrize("angle", [-4.0, -1.3, 0.0, 0.4, 2.0])
def test_skew_is_found_and_undone(angle: float) -> None:
    turned = page().rotate(-angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    assert skew(turned) == pytest.approx(angle, abs=0.11)
    assert abs(skew(Image.fromarray(prepared(turned, dpi=100).grey))) <= 0.1


def test_a_blank_page_has_no_skew() -> None:
    assert skew(Image.new("L", (400, 500), 255)) == 0


@pytest.mark.parametrize("angle", [0.0, -1.7])
@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_boxes_find_back_to_the_picture(quarters: int, angle: float) -> None:
    original = page()
    skewed = original.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    laid = skewed.rotate(90 * quarters, expand=True)
    ready = prepared(laid, dpi=100, quarters=quarters)
    expected = Way.turned(-angle, *original.size)
    if quarters:
        expected = expected.then(Way.turned(360.0 - 90 * quarters, *laid.size))
    assert ready.back.box(bar_of(ready.grey)) == pytest.approx(expected.box(BAR), abs=8)


def test_small_pictures_are_enlarged_and_large_ones_reduced() -> None:
    small, large = page((400, 500)), Image.new("L", (9000, 9000), 255)
    assert prepared(small, dpi=150).grey.shape == (1000, 800)
    assert prepared(small, dpi=10).grey.shape == (2000, 1600)  # no more than four times
    assert prepared(large, dpi=300).grey.size <= MAX_PIXELS


def test_uneven_light_is_evened() -> None:
    shade = np.linspace(0.4, 1.0, 600, dtype=np.float32)
    grey = prepared(Image.fromarray((np.asarray(page()) * shade).astype(np.uint8)), dpi=300).grey
    assert grey[50:150, 50:-50].min() > 220
    assert grey[205:225, 210:390].max() < 60


def test_light_on_dark_becomes_dark_on_light() -> None:
    inverse = Image.fromarray(255 - np.asarray(page()))
    grey = prepared(inverse, dpi=300).grey
    assert grey[50:150, 50:-50].min() > 220
    assert grey[205:225, 210:390].max() < 60


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "F"])
def test_any_mode_becomes_grey(mode: str) -> None:
    if mode == "I;16":
        picture = Image.fromarray(np.asarray(page(), dtype=np.uint16) * 257)
    elif mode == "LA":
        picture = page().convert("LA")
    else:
        picture = page().convert(mode)
    grey = np.asarray(greyscale(picture))
    assert grey.dtype == np.uint8
    assert (grey[210, 300], grey[50, 50]) == (0, 255)


def test_what_is_transparent_is_paper() -> None:
    clear = Image.new("RGBA", (10, 10), (0, 0, 0, 0))
    assert np.asarray(greyscale(clear)).min() == 255
