"""A picture of a page made ready for recognition: grey, evenly lit, upright, of a fitting size.

What is done to it is kept as one way back, so that the boxes of words are told in the coordinates of the page.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.readers.page import Way

Grey: TypeAlias = NDArray[np.uint8]
"""Rows of grey values, 0 black to 255 white."""

WORKING_DPI = 300  # Tesseract reads letters of 20 to 40 pixels best: those of 9 to 14 points here
MAX_PIXELS = 16_000_000  # of a picture ready for recognition: A4 at 390 dpi
_ENLARGED = 4.0  # times: what is smaller still is no text that one could read
_STEEPEST = 5.0  # degrees of skew that are looked for
_STEP = 0.25
_FINE = 0.05
_SKEW_SIDE = 800  # pixels: so large a copy shows the skew
_FAINT = 200  # grey: what is lighter shows no line
_BLOCK = 8  # pixels: the light is measured in blocks
_REACH = 9  # blocks: somewhere in so many is paper
_BLACK, _WHITE = 30, 225  # of 255, where that is the light on the paper: what lies beyond is ink or paper alone
_DARK = 110  # a page that is darker in the middle of its values is light on dark


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A picture ready for recognition, and the way from its pixels back to those of the picture it was made of."""

    grey: Grey
    back: Way


def greyscale(picture: Image.Image) -> Image.Image:
    """Return any picture in shades of grey, on white where it is transparent."""
    if picture.mode.startswith(("I", "F")):
        deep = np.nan_to_num(np.asarray(picture, dtype=np.float32))
        low, high = float(deep.min()), float(deep.max())
        return Image.fromarray(((deep - low) * (255 / max(high - low, 1e-6))).astype(np.uint8))
    if "A" in picture.mode or "transparency" in picture.info:
        over = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", over.size, "white"), over)
    return picture.convert("L")


def prepared(picture: Image.Image, *, dpi: float, quarters: int = 0) -> Prepared:
    """Make a grey picture of ``dpi`` dots an inch ready; it is turned clockwise by ``quarters`` first."""
    factor = _factor(picture, dpi)
    size = (max(1, round(picture.width * factor)), max(1, round(picture.height * factor)))
    whole = picture.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0) if factor != 1 else picture
    back = Way(a=picture.width / size[0], e=picture.height / size[1])
    if quarters % 4:
        whole = whole.transpose(_QUARTERS[quarters % 4])
        back = Way.turned(360.0 - 90 * (quarters % 4), *size).then(back)
    even = _evened(whole)
    angle = skew(even)
    if angle:
        even = even.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
        back = Way.turned(angle, *even.size).then(back)
    return Prepared(grey=np.asarray(even), back=back)


_QUARTERS = {
    1: Image.Transpose.ROTATE_270,  # Pillow turns the other way round
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_90,
}


def _factor(picture: Image.Image, dpi: float) -> float:
    largest = math.sqrt(MAX_PIXELS / (picture.width * picture.height))
    factor = min(WORKING_DPI / dpi, _ENLARGED, largest)
    return 1.0 if 0.95 < factor < 1.05 and largest >= 1 else factor


def _evened(picture: Image.Image) -> Image.Image:
    """Make the paper white everywhere, whatever fell on it; turn light writing on dark into dark on light."""
    grey = np.asarray(picture, dtype=np.float32)
    if float(np.median(grey[::4, ::4])) < _DARK:
        grey = 255 - grey
    if min(picture.size) < 4 * _BLOCK:
        return Image.fromarray(grey.astype(np.uint8))
    blocks = Image.fromarray(grey.astype(np.uint8)).reduce(_BLOCK)
    paper = blocks.filter(ImageFilter.MaxFilter(_REACH)).filter(ImageFilter.GaussianBlur(_REACH / 2))
    light = np.asarray(paper.resize(picture.size, Image.Resampling.BILINEAR), dtype=np.float32)
    even = (grey * (255 / np.maximum(light, 32)) - _BLACK) * (255 / (_WHITE - _BLACK))
    return Image.fromarray(np.clip(even, 0, 255).astype(np.uint8))


def skew(picture: Image.Image) -> float:
    """Return by how many degrees the lines of a page fall to the right, 0 where they do not or it shows none.

    The sum of the ink of each row is most uneven where rows and lines of text have one direction.
    """
    small = picture.copy()
    small.thumbnail((_SKEW_SIDE, _SKEW_SIDE))
    ink = small.point(lambda value: max(0, _FAINT - value))
    steps = round(_STEEPEST / _STEP)
    coarse = max((_unevenness(ink, step * _STEP), -abs(step), step * _STEP) for step in range(-steps, steps + 1))[
        2
    ]
    around = round(_STEP / _FINE)
    fine = max(
        (_unevenness(ink, angle), -abs(angle), angle)
        for angle in (coarse + step * _FINE for step in range(-around, around + 1))
    )[2]
    return round(fine, 2) if abs(fine) < _STEEPEST else 0.0


def _unevenness(ink: Image.Image, angle: float) -> float:
    rows = np.asarray(ink.rotate(angle, resample=Image.Resampling.BILINEAR), dtype=np.float64).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())
