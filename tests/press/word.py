"""A sheet as Word document, written with python-docx. The same sheet and style give the same bytes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from press.sheet import Part, Sheet, merges
from press.zips import fixed_zip


@dataclass(frozen=True, slots=True, kw_only=True)
class WordStyle:
    """How a sheet is written: with Word's own numbering and heading styles, or typed and in bold.

    ``header_letterhead`` puts it into the page's header, else it makes the first paragraphs of the text.
    """

    real_lists: bool = True
    real_headings: bool = True
    header_letterhead: bool = True


SAMPLES_STYLE = WordStyle()


def docx_bytes(sheet: Sheet, style: WordStyle = SAMPLES_STYLE) -> bytes:
    """Write the sheet as a Word document with joined cells and footer, lists and headings as ``style`` says."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(11)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    _letterhead(document, sheet, style)
    if sheet.footer:
        section.footer.paragraphs[0].text = sheet.footer
    _properties(document, sheet)
    list_id = before = 0
    for part in sheet.parts:
        if style.real_lists and part.number is not None and (part.number == 1 or part.number != before + 1):
            list_id = _new_list(document, part.number)
        before = part.number or before
        _part(document, part, style, list_id)
    target = io.BytesIO()
    document.save(target)
    return fixed_zip(target.getvalue())


def _letterhead(document: Any, sheet: Sheet, style: WordStyle) -> None:
    if not sheet.letterhead:
        return
    if style.header_letterhead:
        first = document.sections[0].header.paragraphs[0]
        first.text = "\n".join(sheet.letterhead)
        first.alignment = WD_ALIGN_PARAGRAPH.CENTER
        return
    for line in sheet.letterhead:
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER


def _properties(document: Any, sheet: Sheet) -> None:
    properties = document.core_properties
    properties.title = sheet.title
    properties.author = properties.last_modified_by = sheet.author
    properties.created = properties.modified = sheet.date.replace(tzinfo=None)
    properties.comments = ""
    properties.revision = 1
    properties.language = "id-ID"


def _part(document: Any, part: Part, style: WordStyle, list_id: int) -> None:
    if part.kind == "table":
        _table(document, part)
    elif part.kind == "heading":
        _heading(document, part, style)
    elif part.kind == "item":
        _item(document, part, style, list_id)
    else:
        paragraph = document.add_paragraph()
        if part.kind == "right":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _text(paragraph, part.text)


def _heading(document: Any, part: Part, style: WordStyle) -> None:
    if style.real_headings:
        _text(document.add_heading("", level=part.level), part.text)
    else:
        document.add_paragraph().add_run(part.text).bold = True


def _item(document: Any, part: Part, style: WordStyle, list_id: int) -> None:
    if not style.real_lists:
        _text(document.add_paragraph(), f"- {part.text}" if part.number is None else f"{part.number}. {part.text}")
    elif part.number is None:
        _text(document.add_paragraph(style="List Bullet"), part.text)
    else:
        paragraph = document.add_paragraph(style="List Number")
        paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = list_id
        _text(paragraph, part.text)


def _text(paragraph: Any, text: str) -> None:
    for number, piece in enumerate(text.split("**")):
        if piece:
            paragraph.add_run(piece).bold = True if number % 2 else None


def _new_list(document: Any, start: int) -> int:
    """Begin a numbered list: a new numbering instance over the one of the style "List Number"."""
    numbering = document.part.numbering_part.element
    style_number = document.styles["List Number"].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(style_number).abstractNumId.val
    number = numbering.add_num(abstract)
    override = number.add_lvlOverride(ilvl=0)
    override.add_startOverride(start)
    return int(number.numId)


def _table(document: Any, part: Part) -> None:
    grid = "Table Grid" if part.ruled else None
    table = document.add_table(rows=len(part.rows), cols=len(part.rows[0]), style=grid)
    for row, line in enumerate(part.rows):
        cells = table.rows[row].cells
        for column, text in enumerate(line):
            cell = cells[column]
            if part.widths:
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
