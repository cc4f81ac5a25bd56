"""Pages as they are, without a mark on them, and where on them the evidence stands: for a page of many values."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PIL import Image, ImageChops

from pipeline.model import Document, Evidence
from pipeline.pictures.evidence import views_of
from pipeline.readers.page import BBox

ACROSS = 1_200  # pixels: print of ten points is read without effort
_GREYS, _COLOURS = 16, 128  # of a picture: type is as smooth as in the page itself
_TINT = 24  # of 255: less colour than that is the yellow of paper, or the fringe of a scanner


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """A page as a PNG; width and height in pixels."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """Where evidence stands: boxes in pixels on page number ``page`` of those that came with it.

    The rest is as in a ``View``: ``marks`` hold the quoted words, or, where not ``exact``, what holds them.
    """

    page: int
    where: str
    marks: tuple[BBox, ...]
    others: tuple[BBox, ...]
    frame: BBox | None
    exact: bool
    notes: tuple[str, ...]


def plain_pages(
    data: bytes, document: Document, asked: Sequence[Sequence[Evidence]], *, name: str
) -> tuple[tuple[PlainPage, ...], tuple[Pointed, ...]]:
    """Draw the pages of a document on which evidence stands, each once; of each piece asked for say where it does.

    What has no pages is set anew, a small page for each. Raises ReadError: damaged, too_large.
    """
    views = views_of(data, document, asked, name=name, across=ACROSS)
    images = {id(view.image): view.image for view in views}
    places = {key: place for place, key in enumerate(images)}
    pages = tuple(PlainPage(png=_png(image), width=image.width, height=image.height) for image in images.values())
    pointed = tuple(
        Pointed(
            page=places[id(view.image)],
            where=view.where,
            marks=view.marks,
            others=view.paler,
            frame=view.frame,
            exact=view.exact,
            notes=view.notes,
        )
        for view in views
    )
    return pages, pointed


def _png(image: Image.Image) -> bytes:
    """Write an image small: in a few greys where it is grey, else in the colours that come nearest."""
    target = io.BytesIO()
    grey = image.convert("L")
    few = (
        grey.quantize(_GREYS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        if _is_grey(image)
        else image.convert("RGB").quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    )
    few.save(target, "PNG")
    return target.getvalue()


def _is_grey(image: Image.Image) -> bool:
    red, green, blue = image.convert("RGB").split()
    far = (ImageChops.difference(one, other).getextrema() for one, other in ((red, green), (green, blue)))
    return all(cast("tuple[int, int]", one)[1] <= _TINT for one in far)
