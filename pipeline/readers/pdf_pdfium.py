"""Pages by pypdfium2: fast text with boxes, and a count of rulings that says which pages may hold ruled tables."""

from __future__ import annotations

import ctypes
import itertools
import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.readers.pdf_page import BBox, Page, Word

View = Callable[[float, float, float, float], BBox]

_MAX_OBJECTS = 5_000  # a page with more paths is a map or a chart, and pdfplumber would take minutes over it
_THIN = 2.5  # points: a path not thicker than this is a line
_LONG = 15.0  # points: a shorter line is no ruling of a table
_FARTHEST = 15_000.0  # points: the largest page that PDF allows is 14,400
_BOLD_WEIGHT = 600
_MOST = 0.6  # of a page: a picture that covers so much is the page
_LITTLE = 60  # characters: what a scanning program prints on each page
_INVISIBLE = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
_SIGNS = {0x02: "-", 0xFFFE: "-", 0x0: None, 0xFFFF: None, 0xFEFF: None}  # the first two: a hyphen at a line's end
_LINE = re.compile("[^\r\n]+")
_WORD = re.compile("[^\x03-\x20\x00\u00a0\u2000-\u200b\u3000]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfiumFile:
    """An open file: number of pages, declared title, and a function that reads page ``index`` (from 0)."""

    pages: int
    title: str | None
    read: Callable[[int], Page]
    close: Callable[[], None]


def open_pdfium(data: bytes) -> PdfiumFile:
    """Open a PDF. Raises ``pypdfium2.PdfiumError``, ``password`` in its message where one is needed."""
    document = pypdfium2.PdfDocument(data)
    title = " ".join((document.get_metadata_value("Title") or "").split())
    return PdfiumFile(
        pages=len(document),
        title=title or None,
        read=lambda index: _read_page(document, index),
        close=document.close,
    )


def _read_page(document: pypdfium2.PdfDocument, index: int) -> Page:
    page = document[index]
    text = page.get_textpage()
    try:
        width, height = page.get_size()
        words = tuple(_words(text, _to_view(page)))
        objects = list(itertools.islice(page.get_objects(max_depth=4), 4 * _MAX_OBJECTS))
        horizontal, vertical, pictured = _rulings(objects)
        little = sum(len(word.text) for word in words) <= _LITTLE
        photographed = _is_photographed(objects, width * height, little=little)
    finally:
        text.close()
        page.close()
    ruled = (horizontal >= 3 and vertical >= 2) or (horizontal == 2 and vertical >= 3)
    return Page(
        number=index + 1,
        width=width,
        height=height,
        words=words,
        ruled=ruled,
        pictured=pictured,
        photographed=photographed,
    )


def _to_view(page: pypdfium2.PdfPage) -> View:
    """Return the way from PDF space (origin bottom left, before rotation) to what a viewer shows."""
    left, bottom, right, top = page.get_bbox()
    turns: dict[int, Callable[[float, float], tuple[float, float]]] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    turn = turns[page.get_rotation() % 360]

    def view(x0: float, y0: float, x1: float, y1: float) -> BBox:
        (a, b), (c, d) = turn(x0, y0), turn(x1, y1)
        return _sane((min(a, c), min(b, d), max(a, c), max(b, d)))

    return view


def _sane(box: BBox) -> BBox:
    """Keep a box within what a page can be: damaged files give infinite coordinates."""
    if all(-_FARTHEST <= value <= _FARTHEST for value in box):
        return box
    low_x, top, high_x, bottom = (
        min(max(value, -_FARTHEST), _FARTHEST) if math.isfinite(value) else 0.0 for value in box
    )
    return (min(low_x, high_x), min(top, bottom), max(low_x, high_x), max(top, bottom))


def _words(text: pypdfium2.PdfTextPage, view: View) -> Iterator[Word]:
    for number, line in enumerate(_LINE.finditer(_characters(text))):
        found = list(_WORD.finditer(line.string, line.start(), line.end()))
        bold = bool(found) and _is_bold(text.raw, found[0].start()) and _is_bold(text.raw, found[-1].start())
        for match in found:
            string = _clean(match.group())
            if string:
                x0, top, x1, bottom = view(*_word_box(text, match.start(), match.end() - 1))
                yield Word(text=string, x0=x0, top=top, x1=x1, bottom=bottom, line=number, bold=bold)


def _characters(text: pypdfium2.PdfTextPage) -> str:
    """Return the page's characters, exactly one for each of pdfium's indices."""
    count = text.count_chars()
    string = str(text.get_text_range(0, count)) if count else ""
    if len(string) == count:
        return string
    # Characters beyond the first plane, or without a code, shift the quick way's indices.
    return "".join(chr(pdfium.FPDFText_GetUnicode(text.raw, index) & 0xFFFF) for index in range(count))


def _clean(string: str) -> str:
    """Make whole characters of surrogate pairs and drop signs that are no text."""
    string = string.translate(_SIGNS)
    if _SURROGATE.search(string):
        string = string.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return string


def _word_box(text: pypdfium2.PdfTextPage, first: int, last: int) -> BBox:
    """Return left, bottom, right, top of the characters ``first`` to ``last``, by these two."""
    head = _char_box(text.raw, first)
    tail = _char_box(text.raw, last) if last > first else head
    return (min(head[0], tail[0]), min(head[1], tail[1]), max(head[2], tail[2]), max(head[3], tail[3]))


def _char_box(text: pdfium.FPDF_TEXTPAGE, index: int) -> BBox:
    """Return left, bottom, right, top of a character, as high as its font."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box)):
        return (0.0, 0.0, 0.0, 0.0)
    return (box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top))


def _is_bold(text: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(text, index) >= _BOLD_WEIGHT:
        return True
    buffer = ctypes.create_string_buffer(128)
    length = pdfium.FPDFText_GetFontInfo(text, index, buffer, len(buffer), ctypes.byref(ctypes.c_int()))
    return 0 < length <= len(buffer) and b"bold" in buffer.value.lower()


def _is_photographed(objects: Sequence[pypdfium2.PdfObject], area: float, *, little: bool) -> bool:
    """Tell whether a picture fills the page and hides its text, or that is invisible, or there is but ``little``.

    Scanners lay what they recognised beneath the picture, or print it in no colour over it.
    """
    largest = next((i for i, item in enumerate(objects) if _covers(item) >= _MOST * area), None)
    if largest is None:
        return False
    shown = (item for item in objects[largest:] if item.type == pdfium.FPDF_PAGEOBJ_TEXT)
    return little or all(pdfium.FPDFTextObj_GetTextRenderMode(item.raw) == _INVISIBLE for item in shown)


def _covers(item: pypdfium2.PdfObject) -> float:
    if item.type != pdfium.FPDF_PAGEOBJ_IMAGE:
        return 0.0
    left, bottom, right, top = item.get_bounds()
    return float((right - left) * (top - bottom))


def _rulings(objects: Sequence[pypdfium2.PdfObject]) -> tuple[int, int, bool]:
    """Count horizontal and vertical lines, and say whether the page shows pictures or drawings."""
    horizontal = vertical = paths = 0
    pictures = False
    for item in objects:
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures = True
        if item.type != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        paths += 1
        across, down = _lines_of(item)
        horizontal, vertical = horizontal + across, vertical + down
        if paths > _MAX_OBJECTS:
            return 0, 0, True
    return horizontal, vertical, pictures or paths > 20


def _lines_of(path: pypdfium2.PdfObject) -> tuple[int, int]:
    left, bottom, right, top = path.get_bounds()
    width, height = right - left, top - bottom
    if height <= _THIN:
        return int(width >= _LONG), 0
    if width <= _THIN:
        return 0, int(height >= 4)
    if width < _LONG or height < 4:
        return 0, 0
    return (3, 3) if pdfium.FPDFPath_CountSegments(path.raw) > 5 else (2, 2)  # a whole grid in one path, or a box
