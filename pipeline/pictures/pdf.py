"""The page of a PDF on which a value stands, as a picture."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from typing import TypeAlias

import pypdfium2
from PIL import Image

from pipeline.errors import ReadError
from pipeline.model import Document, Evidence
from pipeline.pictures.page import page_view
from pipeline.pictures.view import View, bounded
from pipeline.pictures.words import WordsOf, locate
from pipeline.readers.page import Word
from pipeline.readers.pdf.pdfium import open_pdfium

_SCALE = 150 / 72  # pixels a point

_Rendered: TypeAlias = tuple[Image.Image, tuple[float, float]]
"""A page, with its pixels a point, across and down."""


def pdf_view(data: bytes, document: Document, evidence: Sequence[Evidence], *, name: str) -> View | None:
    """Return the page of the first evidence, None where pypdfium2 cannot open the file or the page.

    Raises ReadError where the file has no such page.
    """
    views = pdf_views(data, document, [evidence], name=name)
    return views[0] if views else None


def pdf_views(
    data: bytes, document: Document, asked: Sequence[Sequence[Evidence]], *, name: str, across: float = math.inf
) -> tuple[View, ...] | None:
    """Return a view of each of those asked for; on one page they share the image. See ``pdf_view``.

    No page is more than ``across`` pixels wide.
    """
    try:
        with _words(data) as words_of, pypdfium2.PdfDocument(data) as file:
            page = cache(partial(_rendered, file, across, name))
            return tuple(_view(document, evidence, words_of, page) for evidence in asked)
    except pypdfium2.PdfiumError:
        return None


@contextmanager
def _words(data: bytes) -> Iterator[WordsOf]:
    """Open the file; what comes of it gives the words of a page, as its reader sees them."""
    file = open_pdfium(data)

    @cache
    def words_of(page: int) -> tuple[Word, ...]:
        try:
            return file.read(page - 1).words if 0 < page <= file.pages else ()
        except (pypdfium2.PdfiumError, ValueError, OverflowError):
            return ()

    try:
        yield words_of
    finally:
        file.close()


def _view(
    document: Document, evidence: Sequence[Evidence], words_of: WordsOf, page: Callable[[int], _Rendered]
) -> View:
    found = [place for one in evidence if (place := locate(document, one, words_of))]
    number = found[0].page if found else evidence[0].place.page or 1
    image, scale = page(number)
    return page_view(image, scale, f"PDF, page {number}", document, evidence, found)


def _rendered(file: pypdfium2.PdfDocument, across: float, name: str, number: int) -> _Rendered:
    if not 1 <= number <= len(file):
        raise ReadError(f"has no page {number}", where=name, remedy="read it again with `ikp run`", code="damaged")
    page = file[number - 1]
    width, height = (max(side, 1) for side in page.get_size())
    bitmap = page.render(scale=bounded(width, height, min(_SCALE, across / width)))
    image: Image.Image = bitmap.to_pil().convert("RGB")
    return image, (image.width / width, image.height / height)
