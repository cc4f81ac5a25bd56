"""Pages by pypdfium2: words with boxes, and the rules of the page."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.readers.page import ASKEW, BBox, Page, Word
from pipeline.readers.pdf.paths import drawings
from pipeline.readers.pdf.twice import Glyph, may_be_doubled, once, parted

View = Callable[[float, float, float, float], BBox]

_FARTHEST = 15_000.0  # points: the largest page that PDF allows is 14,400
_BOLD_WEIGHT = 600
_LITTLE = 60  # characters: what a scanning program prints on each page
_STRAIGHT = 3.0  # degrees by which a level line of type may slope
_MAX_CHARACTERS = 400_000  # on a page; a full one has five thousand
_SIGNS = {0x02: "-", 0xFFFE: "-", 0x0: None, 0xFFFF: None, 0xFEFF: None}  # the first two: a hyphen at a line's end
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
        view = _to_view(page)
        words = once(list(_words(text, view, page.get_rotation())))
        shown = drawings(page, view)
    finally:
        text.close()
        page.close()
    return Page(
        number=index + 1,
        width=width,
        height=height,
        words=words,
        rules=shown.rules,
        pictured=shown.pictured,
        photographed=shown.filled and (shown.unseen or sum(len(word.text) for word in words) <= _LITTLE),
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


def _words(text: pypdfium2.PdfTextPage, view: View, rotation: int) -> Iterator[Word]:
    """Read the words in the order of the file."""
    string = _characters(text)
    type_ = _Type(text.raw)
    for match in _WORD.finditer(string):
        start, end = match.span()
        turn = type_.turn(start)
        box, length = type_.box(start, end - 1, turn)
        height = box[2] - box[0] if turn in {90, 270} else box[3] - box[1]
        bold = type_.is_bold(start)
        shown = ASKEW if turn == ASKEW else (turn + rotation) % 360
        if turn == ASKEW or not may_be_doubled(match.group(), length, height):
            yield from _word(match.group(), view(*box), bold=bold, turn=shown)
            continue
        glyphs = [type_.glyph(index, string[index], turn) for index in range(start, end)]
        for part in parted(glyphs, height):
            whole, _ = type_.box(part[0].index, part[-1].index, turn)
            yield from _word("".join(one.character for one in part), view(*whole), bold=bold, turn=shown)


def _word(string: str, box: BBox, *, bold: bool, turn: int) -> Iterator[Word]:
    if text := _clean(string):
        yield Word(text=text, x0=box[0], top=box[1], x1=box[2], bottom=box[3], bold=bold, turn=turn)


def _characters(text: pypdfium2.PdfTextPage) -> str:
    """Return the page's characters, exactly one for each of pdfium's indices."""
    count = min(text.count_chars(), _MAX_CHARACTERS)
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


class _Type:
    """How the characters of a page are printed, by their index; boxes are left, bottom, right, top."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE) -> None:
        self._text = text
        self._box = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(128)

    def turn(self, index: int) -> int:
        """Return by how many degrees clockwise the type is turned on the page, before the page's own rotation."""
        matrix = self._matrix
        if not pdfium.FPDFText_GetMatrix(self._text, index, matrix) or (matrix.b == 0 and matrix.a > 0):
            return 0
        degrees = -math.degrees(math.atan2(matrix.b, matrix.a)) % 360
        quarter = round(degrees / 90) * 90
        return quarter % 360 if abs(degrees - quarter) <= _STRAIGHT else ASKEW

    def box(self, first: int, last: int, turn: int) -> tuple[BBox, float]:
        """Return the box of two characters and all between, as high as their font.

        With it comes how far the second ends beyond the start of the first, in the direction of reading.
        """
        head = self._char_box(first)
        tail = self._char_box(last) if last > first else head
        box = (min(head[0], tail[0]), min(head[1], tail[1]), max(head[2], tail[2]), max(head[3], tail[3]))
        return box, _along(tail, turn)[1] - _along(head, turn)[0]

    def glyph(self, index: int, character: str, turn: int) -> Glyph:
        """Return a character with its place on its line."""
        start, end = _along(self._char_box(index), turn)
        return Glyph(index=index, character=character, start=start, end=end)

    def is_bold(self, index: int) -> bool:
        """Tell whether a character is of a bold font."""
        if pdfium.FPDFText_GetFontWeight(self._text, index) >= _BOLD_WEIGHT:
            return True
        length = pdfium.FPDFText_GetFontInfo(self._text, index, self._name, len(self._name), self._flags)
        return 0 < length <= len(self._name) and b"bold" in self._name.value.lower()

    def _char_box(self, index: int) -> BBox:
        box = self._box
        if not pdfium.FPDFText_GetLooseCharBox(self._text, index, box):
            return (0.0, 0.0, 0.0, 0.0)
        return (box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top))


def _along(box: BBox, turn: int) -> tuple[float, float]:
    """Return from where to where a box reaches in the direction of reading."""
    left, bottom, right, top = box
    return {90: (-top, -bottom), 180: (-right, -left), 270: (bottom, top)}.get(turn, (left, right))
