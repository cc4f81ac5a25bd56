"""A sheet as PDF, set with ReportLab. The same sheet and style give the same bytes."""

from __future__ import annotations

import io
import os
import re
from dataclasses import dataclass, replace
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table, TableStyle

from press.arranged import canvas_maker
from press.sheet import Part, Sheet, merges


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfStyle:
    """How a sheet is set: ``size`` and ``drop`` (free space at the top) are points.

    ``repeat_header`` prints the first row of a table on each page again. ``figures`` says how columns of numbers
    are set, "left", "right" or "centre", and ``valign`` where cells of few lines stand beside those of many,
    "TOP", "MIDDLE" or "BOTTOM" (None: in the middle where there are rules); ``padding`` is the white above and
    below the text of a cell; ``tight`` below 1 takes from columns what they have beyond their longest word.
    ``columns`` is how many columns the text has. ``order``, ``turned`` and ``rotate`` are those of
    ``press.arranged``; ``numbers`` says how pages are numbered, with N for the number and M for the last.
    """

    justified: bool = True
    size: float = 11
    drop: float = 1.9 * cm
    repeat_header: bool = True
    figures: str = "left"
    valign: str | None = None
    padding: float = 3.0
    tight: float = 1.0
    columns: int = 1
    landscape: bool = False
    order: str = "as_set"
    turned: int = 0
    rotate: int = 0
    numbers: str = "Halaman N"


SAMPLES_STYLE = PdfStyle()
_PADDING = 13.0  # points: what a table puts around its cells, and a little
_SMALLEST = 6.0  # points, of type in a table
_ALIGNED = {"left": TA_LEFT, "right": TA_RIGHT, "centre": TA_CENTER}


def pdf_bytes(sheet: Sheet, style: PdfStyle = SAMPLES_STYLE) -> bytes:
    """Set the sheet on A4 pages, with page numbers where it has a footer."""
    if sheet.footer and "M" in style.numbers:
        _, pages = _built(sheet, replace(style, numbers="N"))
        style = replace(style, numbers=style.numbers.replace("M", str(pages)))
    return _built(sheet, style)[0]


def _built(sheet: Sheet, style: PdfStyle) -> tuple[bytes, int]:
    """Return the file and how many pages it has."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(sheet.date.timestamp()))
    target = io.BytesIO()
    page = landscape(A4) if style.landscape else A4
    document = BaseDocTemplate(
        target,
        pagesize=page,
        leftMargin=2.5 * cm,
        rightMargin=2.5 * cm,
        topMargin=2.2 * cm,
        bottomMargin=2.3 * cm,
        title=sheet.title,
        author=sheet.letterhead[1] if len(sheet.letterhead) > 1 else sheet.author,
        invariant=1,
    )

    def first(canvas: Any, _document: Any) -> None:
        _letterhead(canvas, sheet.letterhead, page)
        _footer(canvas, sheet.footer, page, style.numbers)

    def later(canvas: Any, _document: Any) -> None:
        _footer(canvas, sheet.footer, page, style.numbers)

    frames = _frames(document, style.columns)
    lowered = _frames(document, style.columns, style.drop if style.columns > 1 else 0)
    document.addPageTemplates(
        [
            PageTemplate(id="First", frames=lowered, onPage=first, autoNextPageTemplate="Later"),
            PageTemplate(id="Later", frames=frames, onPage=later),
        ]
    )
    styles = _styles(style)
    story: list[Any] = [] if style.columns > 1 else [Spacer(1, style.drop)]
    for part in sheet.parts:
        story += _part(part, styles, style, frames[0].width - 12 * (style.columns > 1))
    plain = (style.order, style.turned, style.rotate) == ("as_set", 0, 0)
    maker = Canvas if plain else canvas_maker(order=style.order, turned=style.turned, rotate=style.rotate)
    document.build(story, canvasmaker=maker)
    return target.getvalue(), document.page


def _frames(document: Any, columns: int, drop: float = 0) -> list[Frame]:
    """Return the columns of a page from left to right, half a centimetre between two, ``drop`` free above them."""
    gap = 0.5 * cm
    width = (document.width - gap * (columns - 1)) / columns
    return [
        Frame(document.leftMargin + number * (width + gap), document.bottomMargin, width, document.height - drop)
        for number in range(columns)
    ]


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
    shares, size = (
        (part.widths, styles["cell"].fontSize) if part.widths else _fitted(part, styles, width, style.tight)
    )
    levels = _header_levels(part.rows)
    head, cell = (ParagraphStyle(name, parent=styles[name], fontSize=size) for name in ("head", "cell"))
    figure = ParagraphStyle("figure", parent=cell, alignment=_ALIGNED[style.figures])
    numeric = [all(map(_is_figure, column[levels:])) for column in zip(*part.rows, strict=True)]
    looks = [[head] * len(numeric), [figure if one else cell for one in numeric]]
    cells = [
        [
            "" if text in {"^", "<"} else Paragraph(escape(text), look)
            for text, look in zip(line, looks[row >= levels], strict=True)
        ]
        for row, line in enumerate(part.rows)
    ]
    valign = style.valign or ("MIDDLE" if part.ruled else "TOP")
    marks: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), valign)]
    marks += [(side, (0, 0), (-1, -1), style.padding) for side in ("TOPPADDING", "BOTTOMPADDING")]
    if part.ruled:
        marks += _rules(part.rules, part.rows, levels)
    marks += [("SPAN", first[::-1], last[::-1]) for first, last in merges(part.rows)]
    whole = sum(shares) if style.tight < 1 and not part.widths else width
    widths = [whole * share / sum(shares) for share in shares]
    return Table(cells, colWidths=widths, repeatRows=levels * style.repeat_header, style=TableStyle(marks))


def _is_figure(cell: str) -> bool:
    return all(char in "0123456789.,%-" for char in cell)


def _header_levels(rows: tuple[tuple[str, ...], ...]) -> int:
    """Return how many rows the header has: those below its first in which it goes on."""
    return next((number for number, row in enumerate(rows) if number and "^" not in row), len(rows))


def _rules(kind: str, rows: tuple[tuple[str, ...], ...], levels: int) -> list[tuple[Any, ...]]:
    """Return the lines and shades of a table of that kind (see ``Part``)."""
    line, shade = (0.6, colors.black), colors.HexColor("#D9E2EC")
    first, last = (0, 0), (-1, -1)
    below = ("LINEBELOW", (0, levels - 1), (-1, levels - 1), *line)
    between = [
        ("LINEAFTER", (column, row), (column, row), *line)
        for row, cells in enumerate(rows)
        for column, after in enumerate(cells[1:])
        if after != "<"
    ]
    kinds: dict[str, list[tuple[Any, ...]]] = {
        "grid": [("GRID", first, last, *line), ("BACKGROUND", first, (-1, levels - 1), shade)],
        "rows": [("LINEABOVE", first, (-1, 0), *line), ("LINEBELOW", (0, levels - 1), last, *line)],
        "header": [below],
        "three": [("LINEABOVE", first, (-1, 0), *line), below, ("LINEBELOW", (0, -1), last, *line)],
        "frame": [("BOX", first, last, *line)],
        "columns": [("BOX", first, last, *line), *between],
        "zebra": [("BACKGROUND", (0, row), (-1, row), shade) for row in range(levels, len(rows), 2)],
    }
    return kinds[kind]


def _fitted(
    part: Part, styles: dict[str, ParagraphStyle], width: float, tight: float
) -> tuple[tuple[float, ...], float]:
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
    share = tight * min(1.0, room / sum(wanted)) if sum(wanted) else 0.0
    return tuple(low + share * more for low, more in zip(least, wanted, strict=True)), size


def _letterhead(canvas: Any, lines: tuple[str, ...], page: tuple[float, float]) -> None:
    if not lines:
        return
    width, height = page
    middle, top = width / 2, height - 1.5 * cm
    canvas.setLineWidth(1.2)
    canvas.circle(3.2 * cm, top - 0.55 * cm, 0.75 * cm)
    canvas.setFont("Times-Bold", 8)
    canvas.drawCentredString(3.2 * cm, top - 0.65 * cm, "BAWASLU")
    for number, line in enumerate(lines):
        canvas.setFont("Times-Bold" if number < 2 else "Times-Roman", 13 if number < 2 else 9)
        canvas.drawCentredString(middle + 0.8 * cm, top - (number * 0.5) * cm, line)
    canvas.line(2.5 * cm, top - 1.75 * cm, width - 2.5 * cm, top - 1.75 * cm)


def _footer(canvas: Any, text: str, page: tuple[float, float], numbers: str) -> None:
    """Print the footer; where ``numbers`` has a stroke, the two make one line."""
    if not text:
        return
    canvas.setFont("Times-Italic", 8.5)
    number = numbers.replace("N", str(canvas.getPageNumber()))
    if "|" in number:
        canvas.drawString(2.5 * cm, 1.3 * cm, number.replace("|", f"| {text}"))
        return
    canvas.drawString(2.5 * cm, 1.3 * cm, text)
    canvas.drawRightString(page[0] - 2.5 * cm, 1.3 * cm, number)
