"""Pages as a scanner or a telephone gives them: skewed, blurred, noisy, unevenly lit, stamped.

The same pages, style and seed give the same pictures.
"""

from __future__ import annotations

import io
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Picture = Image.Image
_BLACK = 165  # grey: what a copier prints black
_DAY = time.gmtime(1_700_000_000)  # a PDF says when it was made: always this day


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanStyle:
    """How bad a scan is.

    ``skew`` in degrees; ``blur`` as radius and ``noise`` as deviation at 200 dpi, in pixels and in grey steps of
    255; ``shade`` is the share of light that the darkest corner lacks; ``specks`` is a number a page; ``quality``
    that of JPEG. ``stamp`` puts a round stamp over a part of the page, ``turn`` lays it on its side.
    """

    dpi: int = 200
    skew: float = 0.0
    blur: float = 0.5
    noise: float = 6.0
    shade: float = 0.0
    specks: int = 0
    quality: int = 75
    stamp: bool = False
    turn: int = 0

    @classmethod
    def drawn(cls, rng: np.random.Generator) -> ScanStyle:
        """Draw a style that an office scanner or a careful telephone could have."""
        return cls(
            dpi=int(rng.choice((150, 200))),
            skew=float(rng.uniform(-2.0, 2.0)),
            blur=float(rng.uniform(0.2, 0.9)),
            noise=float(rng.uniform(2.0, 14.0)),
            shade=float(rng.choice((0.0, 0.0, 0.15, 0.3))),
            specks=int(rng.choice((0, 0, 40, 150))),
            quality=int(rng.integers(45, 90)),
            stamp=bool(rng.random() < 0.3),
        )


def rendered(pdf: bytes, dpi: int) -> list[Picture]:
    """Render the pages of a PDF in greyscale."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]
    finally:
        document.close()


def scanned(pages: Sequence[Picture], style: ScanStyle, seed: int) -> list[Picture]:
    """Return what a scan in this style makes of the pages, which have its resolution."""
    return [_scanned(page, style, np.random.default_rng([seed, number])) for number, page in enumerate(pages)]


def _scanned(page: Picture, style: ScanStyle, rng: np.random.Generator) -> Picture:
    unit = style.dpi / 200
    picture = page.convert("L")
    if style.stamp:
        picture = _stamped(picture, style.dpi, rng)
    if style.turn:
        picture = picture.rotate(style.turn, expand=True, fillcolor=255)
    picture = picture.rotate(style.skew, resample=Image.Resampling.BICUBIC, fillcolor=250)
    picture = picture.filter(ImageFilter.GaussianBlur(style.blur * unit))
    grey = np.asarray(picture, dtype=np.float32)
    grey = 20 + grey * (232 / 255)  # ink is no pure black, paper no pure white
    grey = _speckled(grey, style.specks, unit, rng) * _light(grey.shape, style.shade, rng)
    grey += rng.normal(0.0, style.noise, grey.shape)
    result = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
    return Image.open(io.BytesIO(jpeg_bytes(result, style)))


def _speckled(grey: np.ndarray, count: int, unit: float, rng: np.random.Generator) -> np.ndarray:
    """Put specks of dust on the page, up to the size of a full stop."""
    for _ in range(count):
        size = max(1, round(float(rng.uniform(1, 4)) * unit))
        y, x = (int(rng.integers(0, side - size)) for side in grey.shape)
        grey[y : y + size, x : x + size] = float(rng.uniform(40, 160))
    return grey


def _light(shape: tuple[int, ...], shade: float, rng: np.random.Generator) -> np.ndarray:
    """Return how much light each point gets, 1 at the brightest: it falls off from one corner to the opposite."""
    x, y = np.linspace(0, 1, shape[1], dtype=np.float32), np.linspace(0, 1, shape[0], dtype=np.float32)
    if rng.random() < 0.5:
        x = x[::-1]
    return np.asarray(1 - shade * (x[None, :] + y[:, None]) ** 2 / 4, dtype=np.float32)


def _stamped(picture: Picture, dpi: int, rng: np.random.Generator) -> Picture:
    """Put a round stamp and a stroke of a pen somewhere over the text, half transparent as ink is."""
    size = round(dpi * 1.4)
    left = int(rng.uniform(0.12, 0.6) * picture.width)
    top = int(rng.uniform(0.1, 0.6) * picture.height)
    layer = Image.new("L", picture.size, 255)
    draw = ImageDraw.Draw(layer)
    ink, width = int(rng.integers(60, 130)), max(2, dpi // 60)
    for inset in (0, size // 6):
        draw.ellipse(
            (left + inset, top + inset, left + size - inset, top + size - inset), outline=ink, width=width
        )
    font = ImageFont.load_default(size // 9)
    draw.text((left + size / 2, top + size / 2), "BAWASLU", fill=ink, font=font, anchor="mm")
    pen = [
        (left + size * 0.6 + step * size / 16, top + size * (0.75 + 0.2 * math.sin(step * 1.7)))
        for step in range(20)
    ]
    draw.line(pen, fill=ink, width=width, joint="curve")
    page, over = np.asarray(picture, dtype=np.float32), np.asarray(layer, dtype=np.float32)
    return Image.fromarray((page * over / 255).astype(np.uint8))


# --- files ---


def pdf_bytes(pages: Sequence[Picture], style: ScanStyle) -> bytes:
    """Put pictures on the pages of a PDF, as scanners do."""
    target = io.BytesIO()
    pages[0].save(
        target,
        "PDF",
        save_all=True,
        append_images=pages[1:],
        resolution=style.dpi,
        quality=style.quality,
        creationDate=_DAY,
        modDate=_DAY,
    )
    return target.getvalue()


def jpeg_bytes(page: Picture, style: ScanStyle) -> bytes:
    """Return one page as JPEG."""
    target = io.BytesIO()
    page.save(target, "JPEG", quality=style.quality, dpi=(style.dpi, style.dpi))
    return target.getvalue()


def png_bytes(page: Picture, style: ScanStyle) -> bytes:
    """Return one page as PNG in eight steps of grey."""
    target = io.BytesIO()
    page.point(lambda value: value // 32 * 36).save(target, "PNG", optimize=True, dpi=(style.dpi, style.dpi))
    return target.getvalue()


def tiff_bytes(pages: Sequence[Picture], style: ScanStyle) -> bytes:
    """Return the pages as one TIFF in black and white, as fax machines and copiers write it."""
    target = io.BytesIO()
    black = [
        page.point(lambda value: 255 * (value > _BLACK)).convert("1", dither=Image.Dither.NONE) for page in pages
    ]
    black[0].save(
        target,
        "TIFF",
        save_all=True,
        append_images=black[1:],
        compression="group4",
        dpi=(style.dpi, style.dpi),
    )
    return target.getvalue()
