"""A sheet as Word document, written with python-docx. The same sheet and style give the same bytes."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
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
    deep = any(part.kind == "item" and part.level > 1 for part in sheet.parts)
    for part in sheet.parts:
        top = part.number is not None and (part.kind != "item" or part.level == 1)
        if style.real_lists and top and (part.number == 1 or part.number != before + 1):
            list_id = _new_list(document, part.number or 1, deep=deep)
        before = (part.number or 0) if top else before
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
    elif part.kind == "box":
        _box(document, part.text)
    else:
        paragraph = document.add_paragraph()
        if part.kind == "right":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if part.kind == "tabs":
            for column in range(1, part.text.count("\t") + 1):
                paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(6 * column))
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
        mark = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        if part.level > 1:
            mark.get_or_add_ilvl().val = part.level - 1
        mark.get_or_add_numId().val = list_id
        _text(paragraph, part.text)


_CHANGE = re.compile(r"\{([-+^])(.+?)\1\}")


def _text(paragraph: Any, text: str) -> None:
    """Write a text with its bold stretches, its changes and what is raised in it."""
    for number, piece in enumerate(text.split("**")):
        bold = True if number % 2 else None
        for index, plain in enumerate(_CHANGE.split(piece)):
            kind = _CHANGE.split(piece)[index - 1] if index % 3 == 2 else ""
            if index % 3 == 1 or not plain:
                continue
            run = paragraph.add_run(plain)
            run.bold = bold
            if kind == "^":
                run.font.superscript = True
            elif kind:
                _changed(run._r, "w:ins" if kind == "+" else "w:del")


def _changed(run: Any, tag: str) -> None:
    """Track a run as put in or taken out."""
    change = OxmlElement(tag)
    change.set(qn("w:author"), "Humas")
    change.set(qn("w:date"), "2023-01-09T08:00:00Z")
    run.addprevious(change)
    change.append(run)
    if tag == "w:del":
        for text in run.findall(qn("w:t")):
            text.tag = qn("w:delText")


def _box(document: Any, text: str) -> None:
    """Anchor a text box in a paragraph: drawn for Word of today, and once more as a fallback for old ones."""
    inside = "".join(f"<w:p><w:r><w:t>{escape(line.strip())}</w:t></w:r></w:p>" for line in text.split("|"))
    compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    shape = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    boxed = (
        f'<w:r {nsdecls("w")} {compatible} {shape} xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent>'
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>'
        f"</wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent>"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document.add_paragraph()._p.append(parse_xml(boxed))


_LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{label}"/></w:lvl>'
    for level, label in enumerate(("%1.", "%1.%2."))
)


def _new_list(document: Any, start: int, *, deep: bool) -> int:
    """Begin a numbered list: a new instance over the list of the style "List Number", or over one of two levels."""
    numbering = document.part.numbering_part.element
    style_number = document.styles["List Number"].element.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(style_number).abstractNumId.val
    if deep:
        abstract = 900
        if not numbering.xpath(f"w:abstractNum[@w:abstractNumId='{abstract}']"):
            shape = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">{_LEVELS}</w:abstractNum>'
            numbering.insert(0, parse_xml(shape))
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
            if text.startswith("[["):
                _inner_table(cell, text)
            elif text not in {"^", "<"}:
                cell.paragraphs[0].add_run(text).bold = True if row == 0 else None
    for first, last in merges(part.rows):
        merged = table.cell(*first).merge(table.cell(*last))
        for empty in merged.paragraphs[1:]:
            empty._p.getparent().remove(empty._p)
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    document.add_paragraph()


def _inner_table(cell: Any, text: str) -> None:
    """Put a table into a cell: rows parted by //, cells by semicolons."""
    rows = [line.split(";") for line in text.strip("[]").split("//")]
    table = cell.add_table(rows=len(rows), cols=len(rows[0]))
    for row, line in enumerate(rows):
        for column, words in enumerate(line):
            table.cell(row, column).text = words.strip()
