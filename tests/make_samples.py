"""Make the PDF and Word samples and the manifest of the corpus.

    python tests/make_samples.py [CORPUS]

Reads ``tests/samples_source/NAME.pdf.txt`` and ``NAME.docx.txt`` and writes ``CORPUS/samples/NAME.pdf`` and
``NAME.docx`` (default: the corpus of this checkout), then ``CORPUS/manifest.jsonl`` over everything that lies in
``CORPUS/samples``. The same sources give the same bytes. Text, Markdown and web pages are their own source.

A source is plain text, one paragraph a line, in this small markup:

    @tanggal 2024-01-06        date of the document, for its properties
    @judul TEXT, @penulis TEXT title and author, for its properties
    @surat LINE | LINE | ...   letterhead
    @kaki TEXT                 footer, beside the page number
    # TEXT, ## TEXT            headings
    @kanan TEXT                a line set flush right
    1. TEXT, - TEXT            list items; a list that starts again at 1 is a new list
    @tabel garis 1 4 2         the table that follows is ruled; widths in proportion. "polos": no rules
    | a | b |                  a table row, the first is the header; "^" joins the cell above, "<" the one before
    **bold**                   inside any text
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import sys
import zipfile
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

ROOT = Path(__file__).resolve().parents[1]
SOURCES = Path(__file__).resolve().parent / "samples_source"
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".md": "text/markdown",
    ".txt": "text/plain",
}
# What every member of a .docx is dated: the earliest date that a ZIP can hold.
ZIP_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading, paragraph, list item or table of a source.

    ``number`` is None for a bullet; ``widths`` and ``rows`` belong to tables, ``ruled`` says whether it has lines.
    """

    kind: str
    text: str = ""
    level: int = 1
    number: int | None = None
    ruled: bool = True
    widths: tuple[float, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A parsed source: its parts in order, and the values of its ``@`` lines."""

    parts: tuple[Part, ...]
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def date(self) -> datetime:
        """The date of the document, at noon."""
        return datetime.fromisoformat(self.fields["tanggal"]).replace(hour=12, tzinfo=UTC)

    @property
    def letterhead(self) -> list[str]:
        """The lines of the letterhead."""
        return [line.strip() for line in self.fields["surat"].split("|")]


def parse(text: str) -> Source:
    """Read the markup that the head of this file describes. Raises ValueError for a line it does not know."""
    parts: list[Part] = []
    fields: dict[str, str] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("|"):
            row = tuple(cell.strip() for cell in line.strip("|").split("|"))
            parts[-1] = replace(parts[-1], rows=(*parts[-1].rows, row))
        elif line.startswith("@"):
            word, _, rest = line[1:].partition(" ")
            if word in {"tabel", "kanan"}:
                parts.append(_special(word, rest))
            elif word in {"tanggal", "judul", "penulis", "surat", "kaki"}:
                fields[word] = rest
            else:
                raise ValueError(f"unknown line: {line}")
        else:
            parts.append(_plain(line))
    return Source(parts=tuple(parts), fields=fields)


def _special(word: str, rest: str) -> Part:
    if word == "kanan":
        return Part(kind="right", text=rest)
    style, *widths = rest.split()
    return Part(kind="table", ruled=style == "garis", widths=tuple(map(float, widths)))


def _plain(line: str) -> Part:
    if found := re.fullmatch(r"(#+) (.+)", line):
        return Part(kind="heading", level=len(found[1]), text=found[2])
    if found := re.fullmatch(r"(\d+)\. (.+)", line):
        return Part(kind="item", number=int(found[1]), text=found[2])
    if line.startswith("- "):
        return Part(kind="item", text=line[2:])
    return Part(kind="paragraph", text=line)


def merges(rows: tuple[tuple[str, ...], ...]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the joined cells of a table as pairs of (row, column): first and last cell."""
    spans = []
    for top, row in enumerate(rows):
        for left, cell in enumerate(row):
            bottom, right = top, left
            while bottom + 1 < len(rows) and rows[bottom + 1][left] == "^":
                bottom += 1
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            if cell not in {"^", "<"} and (bottom, right) != (top, left):
                spans.append(((top, left), (bottom, right)))
    return spans


# --- PDF -------------------------------------------------------------------------------------------------------

_BODY = ParagraphStyle(
    "body", fontName="Times-Roman", fontSize=11, leading=15.5, alignment=TA_JUSTIFY, spaceAfter=8
)
_RIGHT = ParagraphStyle("right", parent=_BODY, alignment=TA_RIGHT, spaceAfter=2)
_ITEM = ParagraphStyle(
    "item",
    parent=_BODY,
    leftIndent=20,
    bulletIndent=4,
    bulletFontName="Times-Roman",
    bulletFontSize=11,
    spaceAfter=3,
)
_CELL = ParagraphStyle("cell", fontName="Times-Roman", fontSize=10.5, leading=13)
_HEAD = ParagraphStyle("head", parent=_CELL, fontName="Times-Bold", alignment=TA_CENTER)
_HEADINGS = {
    1: ParagraphStyle("h1", parent=_BODY, fontName="Times-Bold", fontSize=13, alignment=TA_CENTER, spaceAfter=4),
    2: ParagraphStyle("h2", parent=_BODY, fontName="Times-Bold", fontSize=11.5, spaceBefore=8, spaceAfter=4),
}


def pdf_bytes(source: Source) -> bytes:
    """Set the source on A4 pages with letterhead, footer and page numbers."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(source.date.timestamp()))
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=2.5 * cm,
        rightMargin=2.5 * cm,
        topMargin=2.2 * cm,
        bottomMargin=2.3 * cm,
        title=source.fields["judul"],
        author=source.letterhead[1],
        invariant=1,
    )
    story: list[Any] = [Spacer(1, 1.9 * cm)]
    for part in source.parts:
        story += _pdf_part(part, document.width)

    def first(canvas: Any, _document: Any) -> None:
        _pdf_letterhead(canvas, source.letterhead)
        _pdf_footer(canvas, source.fields["kaki"])

    def later(canvas: Any, _document: Any) -> None:
        _pdf_footer(canvas, source.fields["kaki"])

    document.build(story, onFirstPage=first, onLaterPages=later)
    return target.getvalue()


def _pdf_part(part: Part, width: float) -> list[Any]:
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(part.text))
    if part.kind == "table":
        return [_pdf_table(part, width), Spacer(1, 12)]
    if part.kind == "heading":
        return [Paragraph(text, _HEADINGS[part.level])]
    if part.kind == "item":
        return [Paragraph(text, _ITEM, bulletText="•" if part.number is None else f"{part.number}.")]
    return [Paragraph(text, _RIGHT if part.kind == "right" else _BODY)]


def _pdf_table(part: Part, width: float) -> Table:
    cells = [
        ["" if cell in {"^", "<"} else Paragraph(escape(cell), _CELL if row else _HEAD) for cell in line]
        for row, line in enumerate(part.rows)
    ]
    style: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE" if part.ruled else "TOP")]
    if part.ruled:
        style += [
            ("GRID", (0, 0), (-1, -1), 0.6, colors.black),
            ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#D9E2EC")),
        ]
    style += [("SPAN", first[::-1], last[::-1]) for first, last in merges(part.rows)]
    widths = [width * share / sum(part.widths) for share in part.widths]
    return Table(cells, colWidths=widths, repeatRows=1, style=TableStyle(style))


def _pdf_letterhead(canvas: Any, lines: list[str]) -> None:
    middle, top = A4[0] / 2, A4[1] - 1.5 * cm
    canvas.setLineWidth(1.2)
    canvas.circle(3.2 * cm, top - 0.55 * cm, 0.75 * cm)
    canvas.setFont("Times-Bold", 8)
    canvas.drawCentredString(3.2 * cm, top - 0.65 * cm, "BAWASLU")
    for number, line in enumerate(lines):
        canvas.setFont("Times-Bold" if number < 2 else "Times-Roman", 13 if number < 2 else 9)
        canvas.drawCentredString(middle + 0.8 * cm, top - (number * 0.5) * cm, line)
    canvas.line(2.5 * cm, top - 1.75 * cm, A4[0] - 2.5 * cm, top - 1.75 * cm)


def _pdf_footer(canvas: Any, text: str) -> None:
    canvas.setFont("Times-Italic", 8.5)
    canvas.drawString(2.5 * cm, 1.3 * cm, text)
    canvas.drawRightString(A4[0] - 2.5 * cm, 1.3 * cm, f"Halaman {canvas.getPageNumber()}")


# --- Word ------------------------------------------------------------------------------------------------------


def docx_bytes(source: Source) -> bytes:
    """Write the source as a Word document with real headings, numbering, joined cells, header and footer."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(11)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.header.paragraphs[0].text = "\n".join(source.letterhead)
    section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    section.footer.paragraphs[0].text = source.fields["kaki"]
    _docx_properties(document, source)
    list_id = 0
    for part in source.parts:
        if part.number == 1:
            list_id = _docx_new_list(document)
        _docx_part(document, part, list_id)
    target = io.BytesIO()
    document.save(target)
    return _fixed_zip(target.getvalue())


def _docx_properties(document: Any, source: Source) -> None:
    properties = document.core_properties
    properties.title = source.fields["judul"]
    properties.author = properties.last_modified_by = source.fields["penulis"]
    properties.created = properties.modified = source.date.replace(tzinfo=None)
    properties.comments = ""
    properties.revision = 1
    properties.language = "id-ID"


def _docx_part(document: Any, part: Part, list_id: int) -> None:
    if part.kind == "table":
        _docx_table(document, part)
    elif part.kind == "heading":
        _docx_text(document.add_heading("", level=part.level), part.text)
    elif part.kind == "item" and part.number is None:
        _docx_text(document.add_paragraph(style="List Bullet"), part.text)
    elif part.kind == "item":
        paragraph = document.add_paragraph(style="List Number")
        paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = list_id
        _docx_text(paragraph, part.text)
    else:
        paragraph = document.add_paragraph()
        if part.kind == "right":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _docx_text(paragraph, part.text)


def _docx_text(paragraph: Any, text: str) -> None:
    for number, piece in enumerate(text.split("**")):
        if piece:
            paragraph.add_run(piece).bold = True if number % 2 else None


def _docx_new_list(document: Any) -> int:
    """Begin a numbered list at 1: a new numbering instance over the one of the style "List Number"."""
    numbering = document.part.numbering_part.element
    style_number = document.styles["List Number"].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(style_number).abstractNumId.val
    number = numbering.add_num(abstract)
    override = number.add_lvlOverride(ilvl=0)
    override.add_startOverride(1)
    return int(number.numId)


def _docx_table(document: Any, part: Part) -> None:
    table = document.add_table(rows=len(part.rows), cols=len(part.rows[0]), style="Table Grid")
    for row, line in enumerate(part.rows):
        for column, text in enumerate(line):
            cell = table.cell(row, column)
            cell.width = Cm(16 * part.widths[column] / sum(part.widths))
            if text not in {"^", "<"}:
                cell.paragraphs[0].add_run(text).bold = True if row == 0 else None
    for first, last in merges(part.rows):
        merged = table.cell(*first).merge(table.cell(*last))
        for empty in merged.paragraphs[1:]:
            empty._p.getparent().remove(empty._p)
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    document.add_paragraph()


def _fixed_zip(data: bytes) -> bytes:
    """Write a ZIP anew with fixed dates."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, date_time=ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            new.writestr(info, old.read(name))
    return target.getvalue()


# --- the whole -------------------------------------------------------------------------------------------------


def manifest(corpus: Path) -> str:
    """Return one JSON line a sample of ``corpus``, with the keys of ``CorpusItem``, sorted by path."""
    lines = []
    for path in sorted((corpus / "samples").iterdir()):
        if path.suffix not in MEDIA_TYPES or path.name == "README.md":
            continue
        data = path.read_bytes()
        name = f"samples/{path.name}"
        item = {
            "sha256": hashlib.sha256(data).hexdigest(),
            "path": name,
            "media_type": MEDIA_TYPES[path.suffix],
            "size": len(data),
            "source": "samples",
            "family": name,
            "url": None,
            "fetched_at": None,
        }
        lines.append(json.dumps(item) + "\n")
    return "".join(lines)


def main(corpus: Path) -> None:
    """Write the PDF and Word samples and the manifest below ``corpus``."""
    for path in sorted(SOURCES.glob("*.txt")):
        name = path.name.removesuffix(".txt")
        make = pdf_bytes if name.endswith(".pdf") else docx_bytes
        (corpus / "samples" / name).write_bytes(make(parse(path.read_text(encoding="utf-8"))))
    (corpus / "manifest.jsonl").write_text(manifest(corpus), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "corpus")
