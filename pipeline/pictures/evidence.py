"""Evidence as a picture: the page on which a value stands, its words boxed, and below it what it is about."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from pipeline.model import Document, Evidence
from pipeline.pictures.image import image_views
from pipeline.pictures.lettering import LEADING, extent, set_lines
from pipeline.pictures.paper import Colour, SetLine
from pipeline.pictures.pdf import pdf_views
from pipeline.pictures.text import text_view
from pipeline.pictures.view import EDGE, FRAME, MARKER, PALE, View, noted
from pipeline.readers.media import JPEG, PDF, PNG, TIFF

_NARROWEST = 860  # pixels: a caption needs as much
_MARGIN = 24
_DESK, _PAPER, _EDGE_OF_PAPER = (229, 231, 234), (255, 255, 255), (196, 200, 205)
_INK, _FAINT = (34, 34, 34), (96, 96, 96)
_LONGEST = 420  # characters of a part of the caption
_BAR = 10  # pixels: a stripe of colour at the caption's edge


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What the picture says of the value.

    ``value`` is the answer (``score: 63.19``), ``subject`` whose it is, ``file`` where it stands, ``rule`` which
    rule read it.
    """

    value: str
    subject: str
    file: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The bytes of a PNG, and which part of the document it shows: ``PDF, page 2``."""

    png: bytes
    where: str


def evidence_picture(data: bytes, document: Document, evidence: Sequence[Evidence], caption: Caption) -> Picture:
    """Draw the page on which the first of ``evidence`` stands; the same input gives the same bytes.

    ``data`` are the document's bytes. Further evidence is marked too, paler, where it stands on the same page.
    What has no pages is set anew as a small one. Raises ReadError: damaged, too_large.
    """
    (view,) = views_of(data, document, [evidence], name=caption.file)
    target = io.BytesIO()
    _composed(view, caption, evidence[0].raw).save(target, "PNG")
    return Picture(png=target.getvalue(), where=view.where)


def marked_page(data: bytes, document: Document, evidence: Sequence[Evidence]) -> Picture:
    """Draw the page of the first of ``evidence``, marked, and the others that stand on it, paler; nothing else.

    Raises ReadError: damaged, too_large.
    """
    (view,) = views_of(data, document, [evidence], name=document.sha256)
    target = io.BytesIO()
    view.painted().save(target, "PNG")
    return Picture(png=target.getvalue(), where=view.where)


def views_of(
    data: bytes, document: Document, asked: Sequence[Sequence[Evidence]], *, name: str, across: float = math.inf
) -> tuple[View, ...]:
    """Return a view of each of those asked for, on pages of at most ``across`` pixels; one page is drawn once.

    Raises ReadError: damaged, too_large.
    """
    if document.media_type in {PNG, JPEG, TIFF}:
        return image_views(data, document, asked, name=name, across=across)
    if document.media_type != PDF:
        return tuple(text_view(document, evidence) for evidence in asked)
    views = pdf_views(data, document, asked, name=name, across=across)
    if views is None:  # pdfplumber reads some files that pypdfium2 cannot open
        return tuple(noted(text_view(document, evidence), "its pages cannot be drawn") for evidence in asked)
    return views


def _composed(view: View, caption: Caption, quote: str) -> Image.Image:
    page = view.painted()
    across = max(page.width, _NARROWEST) + 2 * _MARGIN
    strip = _strip(view, caption, quote, across)
    image = Image.new("RGB", (across, page.height + 2 * _MARGIN + strip.height), _DESK)
    left = (across - page.width) // 2
    ImageDraw.Draw(image).rectangle(
        (left - 1, _MARGIN - 1, left + page.width, _MARGIN + page.height), outline=_EDGE_OF_PAPER
    )
    image.paste(page, (left, _MARGIN))
    image.paste(strip, (0, page.height + 2 * _MARGIN))
    return image


def _strip(view: View, caption: Caption, quote: str, across: int) -> Image.Image:
    """Return the caption: the value, whose it is, its words, where they stand, what the colours mean."""
    size = min(max(across // 54, 17), 32)
    room = across - 3 * _MARGIN
    parts: Sequence[tuple[str, int, Colour]] = (
        (caption.value, round(1.5 * size), _INK),
        (caption.subject, size, _INK),
        (f"»{quote}«", size, _INK),
        (f"{caption.file}, {view.where}, read by {caption.rule}", size, _FAINT),
        *((f"Note: {note}.", size, _FAINT) for note in view.notes),
    )
    lines: list[SetLine] = []
    y = _MARGIN / 2
    for text, large, colour in parts:
        for pieces in set_lines(_shortened(text), size=large, room=room):
            lines.append(SetLine(pieces=pieces, x=2 * _MARGIN, top=y, size=large, colour=colour))
            y += LEADING * large
    strip = Image.new("RGB", (across, round(y + LEADING * size + 1.5 * _MARGIN)), "white")
    pen = ImageDraw.Draw(strip)
    pen.rectangle((0, 0, _BAR, strip.height), fill=EDGE)
    for line in lines:
        line.draw(pen)
    _legend(pen, view, y + _MARGIN // 2, size)
    return strip


def _shortened(text: str) -> str:
    """Leave out the middle of what fills more than a few lines."""
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]} … {text[-half:]}"


def _legend(pen: ImageDraw.ImageDraw, view: View, y: float, size: int) -> None:
    """Say what each colour on the page means."""
    x = 2.0 * _MARGIN
    entries: Sequence[tuple[bool, Colour, Colour, str]] = (
        (bool(view.marks), MARKER, EDGE, "the words quoted" if view.exact else "what holds the words quoted"),
        (bool(view.paler), PALE, PALE, "what else the value rests on"),
        (view.frame is not None, _PAPER, FRAME, "their row or block"),
    )
    for shown, fill, edge, text in entries:
        if shown:
            pen.rectangle((x, y + 0.25 * size, x + 1.6 * size, y + 1.1 * size), fill=fill, outline=edge, width=2)
            (line,) = set_lines(text, size=size, room=10_000)
            SetLine(pieces=line, x=x + 2.1 * size, top=y, size=size, colour=_FAINT).draw(pen)
            x += 4 * size + extent(text, size)
