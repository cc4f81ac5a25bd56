"""The pages of a PDF by pypdfium2, or by pdfplumber where that fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2

from pipeline.errors import ReadError
from pipeline.readers.page import Page
from pipeline.readers.pdf.pdfium import PdfiumFile, open_pdfium
from pipeline.readers.pdf.plumber import PlumberFile, open_plumber

MAX_PAGES = 2_000
_TAIL = 2_048  # bytes at the end of a whole PDF in which its end mark stands


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfSource:
    """The pages that could be read, how many the file has, and the title that it declares."""

    pages: tuple[Page, ...]
    expected: int
    title: str | None


@dataclass(slots=True)
class _Plumber:
    """pdfplumber's view of the file, opened when first needed; None for ever where it cannot open it."""

    data: bytes
    _file: PlumberFile | None = None
    _tried: bool = field(default=False)

    def file(self) -> PlumberFile | None:
        """Return the open file, or None."""
        if not self._tried:
            self._tried = True
            try:
                self._file = open_plumber(self.data)
            except Exception:  # noqa: BLE001 - pdfminer raises anything, TypeError included, on odd files
                self._file = None
        return self._file

    def page(self, index: int) -> Page | None:
        """Read one page, None where it cannot."""
        file = self.file()
        try:
            return file.read(index) if file is not None and index < file.pages else None
        except Exception:  # noqa: BLE001 - as above
            return None

    def close(self) -> None:
        """Close the file where it is open."""
        if self._file is not None:
            self._file.close()


def read_pages(data: bytes, *, name: str) -> PdfSource:
    """Read all pages. Raises ``ReadError``: encrypted, truncated, damaged."""
    plumber = _Plumber(data)
    fast = _opened(data, name)
    try:
        count = fast.pages if fast is not None else 0
        if count == 0:
            other = plumber.file()
            count = other.pages if other is not None else 0
        if count == 0:
            raise _broken(data, name)
        pages = tuple(_pages(fast, plumber, min(count, MAX_PAGES)))
        return PdfSource(pages=pages, expected=count, title=_honest_title(fast))
    finally:
        plumber.close()
        if fast is not None:
            fast.close()


def _opened(data: bytes, name: str) -> PdfiumFile | None:
    try:
        return open_pdfium(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise ReadError(
                "the file needs a password", where=name, remedy="save it without one", code="encrypted"
            ) from error
        return None


def _pages(fast: PdfiumFile | None, plumber: _Plumber, count: int) -> Iterator[Page]:
    for index in range(count):
        page = _fast_page(fast, index)
        if page is None:
            page = plumber.page(index)
        if page is not None:
            yield page


def _fast_page(fast: PdfiumFile | None, index: int) -> Page | None:
    try:
        return fast.read(index) if fast is not None and index < fast.pages else None
    except (pypdfium2.PdfiumError, ValueError, OverflowError):
        return None


def _honest_title(fast: PdfiumFile | None) -> str | None:
    """Return the declared title, unless a program put the name of a file there."""
    title = fast.title if fast is not None else None
    if title is None or title.startswith("Microsoft Word") or title.lower().endswith((".doc", ".docx", ".indd")):
        return None
    return title if title.lower() not in {"untitled", "(anonymous)", "anonymous"} else None


def _broken(data: bytes, name: str) -> ReadError:
    if b"%%EOF" not in data[-_TAIL:]:
        return ReadError("the PDF is cut off", where=name, remedy="fetch it again", code="truncated")
    return ReadError("the PDF is damaged", where=name, remedy="print it to a new PDF", code="damaged")
