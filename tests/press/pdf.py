"""A sheet as PDF, set with ReportLab. The same sheet and style give the same bytes."""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from press.sheet import Part, Sheet, merges


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfStyle:
    """How a sheet is set: ``size`` and ``drop`` (free space at the top) are points.

    ``repeat_header`` prints the first row of a table on each page again.
    """

    justified: bool = True
    size: float = 11
    drop: float = 1.9 * cm
    repeat_header: bool = True


SAMPLES_STYLE = PdfStyle()
_PADDING = 13.0  # points: what a table puts around its cells, and a little
_SMALLEST = 6.0  # points, of type in a table


def pdf_bytes(sheet: Sheet, style: PdfStyle = SAMPLES_STYLE) -> bytes:
    """Set the sheet on A4 pages, with page numbers where it has a footer."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(sheet.date.timestamp()))
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=2.5 * cm,
        rightMargin=2.5 * cm,
        topMargin=2.2 * cm,
        bottomMargin=2.3 * cm,
        title=sheet.title,
        author=sheet.letterhead[1] if len(sheet.letterhead) > 1 else sheet.author,
        invariant=1,
    )
    styles = _styles(style)
    story: list[Any] = [Spacer(1, style.drop)]
    for part in sheet.parts:
        story += _part(part, styles, style, document.width)

    def first(canvas: Any, _document: Any) -> None:
        _letterhead(canvas, sheet.letterhead)
        _footer(canvas, sheet.footer)

    def later(canvas: Any, _document: Any) -> None:
        _footer(canvas, sheet.footer)

    document.build(story, onFirstPage=first, onLaterPages=later)
    return target.getvalue()


def _styles(style: PdfStyle) -> dict[str, ParagraphStyle]:
    """Return the paragraph styles by name: the kinds of parts, "h1" and "h2", "cell" and "head"."""
    body = ParagraphStyle(
        "body",
        fontName="Times-Roman",
        fontSize=style.size,
        leading=style.size + 4.5,
        alignment=TA_JUSTIFY if style.justified else TA_LEFT,
        spaceAfter=8,
    )
    cell = ParagraphStyle("cell", fontName="Times-Roman", fontSize=style.size - 0.5, leading=style.size + 2)
    item = ParagraphStyle(
        "item",
        parent=body,
        leftIndent=20,
        bulletIndent=4,
        bulletFontName="Times-Roman",
        bulletFontSize=style.size,
        spaceAfter=3,
    )
    bold = "Times-Bold"
    return {
        "paragraph": body,
        "right": ParagraphStyle("right", parent=body, alignment=TA_RIGHT, spaceAfter=2),
        "item": item,
        "cell": cell,
        "head": ParagraphStyle("head", parent=cell, fontName=bold, alignment=TA_CENTER),
        "h1": ParagraphStyle(
            "h1", parent=body, fontName=bold, fontSize=style.size + 2, alignment=TA_CENTER, spaceAfter=4
        ),
        "h2": ParagraphStyle(
            "h2", parent=body, fontName=bold, fontSize=style.size + 0.5, spaceBefore=8, spaceAfter=4
        ),
    }


def _part(part: Part, styles: dict[str, ParagraphStyle], style: PdfStyle, width: float) -> list[Any]:
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(part.text))
    if part.kind == "table":
        return [_table(part, styles, style, width), Spacer(1, 12)]
    if part.kind == "heading":
        return [Paragraph(text, styles[f"h{min(part.level, 2)}"])]
    if part.kind == "item":
        return [Paragraph(text, styles["item"], bulletText="•" if part.number is None else f"{part.number}.")]
    return [Paragraph(text, styles[part.kind])]


def _table(part: Part, styles: dict[str, ParagraphStyle], style: PdfStyle, width: float) -> Table:
    shares, size = (part.widths, styles["cell"].fontSize) if part.widths else _fitted(part, styles, width)
    looks = [ParagraphStyle(name, parent=styles[name], fontSize=size) for name in ("head", "cell")]
    cells = [
        ["" if cell in {"^", "<"} else Paragraph(escape(cell), looks[bool(row)]) for cell in line]
        for row, line in enumerate(part.rows)
    ]
    marks: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE" if part.ruled else "TOP")]
    if part.ruled:
        marks += [
            ("GRID", (0, 0), (-1, -1), 0.6, colors.black),
            ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#D9E2EC")),
        ]
    marks += [("SPAN", first[::-1], last[::-1]) for first, last in merges(part.rows)]
    widths = [width * share / sum(shares) for share in shares]
    return Table(cells, colWidths=widths, repeatRows=int(style.repeat_header), style=TableStyle(marks))


def _fitted(part: Part, styles: dict[str, ParagraphStyle], width: float) -> tuple[tuple[float, ...], float]:
    """Return column widths and a type size in which no word of the table breaks.

    Columns get the width of their longest cell as far as there is room, else of their longest word.
    """

    def longest(column: tuple[str, ...], size: float, *, words: bool) -> float:
        fonts = (styles["head"].fontName, *(styles["cell"].fontName for _ in column[1:]))
        pieces = ((font, cell.split() if words else [cell]) for font, cell in zip(fonts, column, strict=True))
        return _PADDING + max(
            (stringWidth(piece, font, size) for font, texts in pieces for piece in texts), default=0.0
        )

    columns = list(zip(*part.rows, strict=True))
    size = styles["cell"].fontSize
    while size > _SMALLEST and sum(longest(column, size, words=True) for column in columns) > width:
        size -= 0.5
    least = [longest(column, size, words=True) for column in columns]
    wanted = [longest(column, size, words=False) - low for column, low in zip(columns, least, strict=True)]
    room = max(0.0, width - sum(least))
    share = min(1.0, room / sum(wanted)) if sum(wanted) else 0.0
    return tuple(low + share * more for low, more in zip(least, wanted, strict=True)), size


def _letterhead(canvas: Any, lines: tuple[str, ...]) -> None:
    if not lines:
        return
    middle, top = A4[0] / 2, A4[1] - 1.5 * cm
    canvas.setLineWidth(1.2)
    canvas.circle(3.2 * cm, top - 0.55 * cm, 0.75 * cm)
    canvas.setFont("Times-Bold", 8)
    canvas.drawCentredString(3.2 * cm, top - 0.65 * cm, "BAWASLU")
    for number, line in enumerate(lines):
        canvas.setFont("Times-Bold" if number < 2 else "Times-Roman", 13 if number < 2 else 9)
        canvas.drawCentredString(middle + 0.8 * cm, top - (number * 0.5) * cm, line)
    canvas.line(2.5 * cm, top - 1.75 * cm, A4[0] - 2.5 * cm, top - 1.75 * cm)


def _footer(canvas: Any, text: str) -> None:
    if not text:
        return
    canvas.setFont("Times-Italic", 8.5)
    canvas.drawString(2.5 * cm, 1.3 * cm, text)
    canvas.drawRightString(A4[0] - 2.5 * cm, 1.3 * cm, f"Halaman {canvas.getPageNumber()}")
