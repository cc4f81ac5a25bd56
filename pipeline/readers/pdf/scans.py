"""Pages of a PDF that are pictures: rendered and recognised, so that they stand among pages with text."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pypdfium2

from pipeline.errors import ReadError
from pipeline.model import Notice
from pipeline.readers.ocr.engines import NO_ENGINE, REMEDY, OcrError, ocr_engine
from pipeline.readers.ocr.picture import MAX_PIXELS, WORKING_DPI
from pipeline.readers.page import Page, Way
from pipeline.readers.scan.page import scanned_page

MAX_SCANNED: Final = 60
"""Pages of one document that are recognised at most: a page takes two seconds."""

_ODD = re.compile("[\ufffd\ue000-\uf8ff]|\\(cid:\\d+\\)")
_MAX_ODD_SHARE = 0.3
_HIDDEN = 0.5  # confidence in text that a scanner's own OCR laid under the picture of a page
_STAMPED = 60  # characters: what a scanning program prints on each page


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """The pages of a document, those that are pictures recognised as far as possible, by their numbers."""

    pages: tuple[Page, ...]
    recognised: tuple[int, ...] = ()
    hidden: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()

    def notices(self, sha256: str) -> Iterator[Notice]:
        """Say which pages were recognised, and which would have to be."""
        if self.recognised:
            message = f"{_pages(self.recognised)} recognised by {ocr_engine()}"
            yield Notice(level="info", code="pages_recognised", message=message, document=sha256)
        remedy = REMEDY if ocr_engine() == NO_ENGINE else "print them to a PDF of their own"
        if self.hidden:
            message = f"{_pages(self.hidden)} with text by an unknown OCR, all of it doubtful; {remedy}"
            yield Notice(level="warning", code="pages_with_hidden_text", message=message, document=sha256)
        if self.unread:
            message = f"{_pages(self.unread)} without readable text (need OCR); {remedy}"
            yield Notice(level="warning", code="pages_without_text", message=message, document=sha256)


def _pages(numbers: Sequence[int]) -> str:
    listed = ", ".join(map(str, numbers[:20])) + (" ..." if len(numbers) > 20 else "")
    return f"{len(numbers)} page{'s' if len(numbers) > 1 else ''} ({listed})"


def no_text(name: str, *, pictures: bool) -> ReadError:
    """Return the error for a document that gave no text; ``pictures``: some that may hold text were not read."""
    if not pictures:
        return ReadError("holds no readable text", where=name, remedy="find a better copy", code="no_text")
    if ocr_engine() == NO_ENGINE:
        return ReadError("a picture, and no OCR is installed", where=name, remedy=REMEDY, code="needs_ocr")
    return ReadError(
        f"{ocr_engine()} failed over its pictures", where=name, remedy="save it at 300 dpi", code="ocr_failed"
    )


def with_scans(pages: Sequence[Page], data: bytes) -> Scanned:
    """Recognise the pages of a PDF that show something and hold no text of their own."""
    wanted = [page.number for page in pages if _is_picture(page)]
    if not wanted:
        return Scanned(pages=tuple(pages))
    seen = dict(_recognised(data, wanted[:MAX_SCANNED])) if ocr_engine() != NO_ENGINE else {}
    lost = [page for page in pages if page.number in wanted and page.number not in seen]
    hidden = [page.number for page in lost if len(_text(page)) > _STAMPED and not _is_odd(_text(page))]
    return Scanned(
        pages=tuple(_doubted(page) if page.number in hidden else seen.get(page.number, page) for page in pages),
        recognised=tuple(seen),
        hidden=tuple(hidden),
        unread=tuple(page.number for page in lost if page.number not in hidden),
    )


def _is_picture(page: Page) -> bool:
    """Tell whether a page shows something and gave no usable text; a blank page is read."""
    text = _text(page)
    return page.photographed or (page.pictured if not text else _is_odd(text))


def _is_odd(text: str) -> bool:
    return len(_ODD.findall(text)) > _MAX_ODD_SHARE * len(text)


def _text(page: Page) -> str:
    return "".join(word.text for word in page.words)


def _doubted(page: Page) -> Page:
    return replace(page, words=tuple(replace(word, confidence=_HIDDEN) for word in page.words))


def _recognised(data: bytes, numbers: Sequence[int]) -> Iterator[tuple[int, Page]]:
    """Yield the pages that could be rendered and recognised."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return  # pdfplumber alone could open it
    try:
        for number in numbers:
            page = _page(document, number)
            if page is not None:
                yield number, page
    finally:
        document.close()


def _page(document: pypdfium2.PdfDocument, number: int) -> Page | None:
    try:
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(WORKING_DPI / 72, math.sqrt(MAX_PIXELS / max(width * height, 1.0)))
        picture = page.render(scale=scale, grayscale=True).to_pil().convert("L")
        page.close()
        return scanned_page(picture, number=number, dpi=72 * scale, unit=Way.scaled(1 / scale))
    except (OcrError, pypdfium2.PdfiumError, IndexError, ValueError):
        return None
