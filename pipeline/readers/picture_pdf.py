"""The page of a PDF on which a value stands, as a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache

import pypdfium2
from PIL import Image

from pipeline.errors import ReadError
from pipeline.model import Document, Evidence
from pipeline.readers.pdf_page import Word
from pipeline.readers.pdf_pdfium import open_pdfium
from pipeline.readers.picture_page import page_view
from pipeline.readers.picture_view import View, bounded
from pipeline.readers.picture_words import WordsOf, locate

_SCALE = 150 / 72  # pixels a point


def pdf_view(data: bytes, document: Document, evidence: Sequence[Evidence], *, name: str) -> View | None:
    """Return the page of the first evidence, None where pypdfium2 cannot open the file or the page.

    Raises ReadError where the file has no such page.
    """
    try:
        with _words(data) as words_of:
            return _view(data, document, evidence, words_of, name)
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


def _view(data: bytes, document: Document, evidence: Sequence[Evidence], words_of: WordsOf, name: str) -> View:
    found = [place for one in evidence if (place := locate(document, one, words_of))]
    number = found[0].page if found else evidence[0].place.page or 1
    image, scale = _rendered(data, number, name)
    return page_view(image, scale, f"PDF, page {number}", document, evidence, found)


def _rendered(data: bytes, number: int, name: str) -> tuple[Image.Image, tuple[float, float]]:
    """Draw a page; return it with its pixels a point, across and down."""
    with pypdfium2.PdfDocument(data) as document:
        if not 1 <= number <= len(document):
            raise ReadError(
                f"has no page {number}", where=name, remedy="read it again with `ikp run`", code="damaged"
            )
        page = document[number - 1]
        width, height = page.get_size()
        bitmap = page.render(scale=bounded(max(width, 1), max(height, 1), _SCALE))
        image: Image.Image = bitmap.to_pil().convert("RGB")
        return image, (image.width / max(width, 1), image.height / max(height, 1))
