"""The picture that a value was read from, or the page of it, with the words that were recognised."""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TypeAlias, cast

from PIL import Image, ImageOps

from pipeline.errors import ReadError
from pipeline.model import Document, Evidence
from pipeline.pictures.page import page_view
from pipeline.pictures.view import View, bounded
from pipeline.pictures.words import locate
from pipeline.readers.image import MAX_PIXELS, declared_dpi

_POINTS = 72.0  # an inch

_Shown: TypeAlias = tuple[Image.Image, tuple[float, float], str]
"""A page, its pixels a point, across and down, and what it is called."""


def image_view(data: bytes, document: Document, evidence: Sequence[Evidence], *, name: str) -> View:
    """Return the image, or the page of a TIFF, of the first evidence. Raises ReadError: too_large, damaged."""
    (view,) = image_views(data, document, [evidence], name=name)
    return view


def image_views(
    data: bytes, document: Document, asked: Sequence[Sequence[Evidence]], *, name: str, across: float = math.inf
) -> tuple[View, ...]:
    """Return a view of each of those asked for; on one page they share the image. See ``image_view``.

    No page is more than ``across`` pixels wide.
    """
    page = cache(partial(_page, data, across, name))
    try:
        with warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning):
            return tuple(_view(document, evidence, page) for evidence in asked)
    except ReadError:
        raise
    except Image.DecompressionBombError as error:
        raise _too_large(name) from error
    except Exception as error:  # Pillow raises anything, SyntaxError included, on odd files
        raise ReadError(
            "the image is damaged", where=name, remedy="save it anew, as PNG", code="damaged"
        ) from error


def _view(document: Document, evidence: Sequence[Evidence], page: Callable[[int], _Shown]) -> View:
    found = [place for one in evidence if (place := locate(document, one, lambda _: ()))]
    image, points, where = page(found[0].page if found else evidence[0].place.page or 1)
    return page_view(image, points, where, document, evidence, found)


def _page(data: bytes, across: float, name: str, number: int) -> _Shown:
    with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as image:
        pages = int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
        if not 1 <= number <= pages:
            raise ReadError(
                f"has no page {number}", where=name, remedy="read it again with `ikp run`", code="damaged"
            )
        image.seek(number - 1)
        if image.width * image.height > MAX_PIXELS:
            raise _too_large(name)
        dpi = declared_dpi(image) or (_POINTS, _POINTS)
        paper = _on_paper(ImageOps.exif_transpose(image))
    scale = bounded(paper.width, paper.height, min(1.0, across / paper.width))
    size = (max(1, round(paper.width * scale)), max(1, round(paper.height * scale)))
    shown = paper if size == paper.size else paper.resize(size, Image.Resampling.LANCZOS)
    points = (dpi[0] / _POINTS * size[0] / paper.width, dpi[1] / _POINTS * size[1] / paper.height)
    return shown, points, f"image, page {number}" if pages > 1 else "image"


def _on_paper(image: Image.Image) -> Image.Image:
    """Return the image in colours, on white where it lets something through."""
    if image.mode.startswith(("I", "F")):  # greys of 16 or 32 bits
        deep = image.convert("F")
        low, high = cast("tuple[float, float]", deep.getextrema())
        image = deep.point(lambda grey: (grey - low) * (255 / max(high - low, 1e-6))).convert("L")
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image.convert("RGBA")).convert("RGB")
    return image.convert("RGB")


def _too_large(name: str) -> ReadError:
    millions = MAX_PIXELS // 1_000_000
    return ReadError(
        f"an image of more than {millions} million pixels", where=name, remedy="save it smaller", code="too_large"
    )
