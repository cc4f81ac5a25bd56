"""What python-docx has no call for, at the level of its elements; each function says what it is needed for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from lxml.etree import _Element as Element

__all__ = ["Cell", "Element", "attribute", "cells_of", "element_of", "flatten", "text_boxes", "value_at"]

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FORMULA = qn("m:oMath")
_PARAGRAPH = qn("w:p")
_TEXT_BOX = qn("w:txbxContent")
_CONTROL = qn("w:sdt")

_GONE = (*map(qn, ("w:del", "w:moveFrom")), f"{_COMPATIBILITY}Fallback")
_WRAPPERS = (
    *map(qn, ("w:sdt", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:hyperlink", "w:fldSimple")),
    *(qn("w:bdo"), qn("w:dir"), qn("m:oMathPara"), f"{_COMPATIBILITY}AlternateContent", f"{_COMPATIBILITY}Choice"),
)


def flatten(root: Element) -> None:
    """Accept tracked changes and dissolve wrappers in place, so that python-docx finds what they hold.

    Its walks see direct children only ("elements shaded by nesting in a w:ins or other wrapper will not be
    included"): content controls, insertions, simple fields, smart tags, links (they may nest) and the modern half
    of AlternateContent give up their content to their parent; deletions and fallback copies go. A formula becomes
    a run of its text.
    """
    for element in list(root.iter(*_GONE)):
        _replace(element, ())
    for element in list(root.iter(_FORMULA)):
        run = OxmlElement("w:r")
        if isinstance(run, CT_R):
            run.add_t("".join(part.text or "" for part in element.iter(qn("m:t"))))
        _replace(element, (run,))
    for element in list(root.iter(*_WRAPPERS)):
        content = element.find("w:sdtContent", nsmap) if element.tag == _CONTROL else element
        _replace(element, () if content is None else list(content))


def text_boxes(paragraph: Paragraph) -> Iterator[list[Paragraph | Table]]:
    """Yield the content of each text box anchored in a paragraph; python-docx does not know text boxes.

    A box inside a box comes when the paragraph that anchors it is read.
    """
    anchor = element_of(paragraph)
    for box in anchor.iter(_TEXT_BOX):
        if next(box.iterancestors(_PARAGRAPH)) is anchor:
            yield [_proxy(part, paragraph) for part in box if isinstance(part, CT_P | CT_Tbl)]


def element_of(paragraph: Paragraph) -> CT_P:
    """Return the element of a paragraph: its numbering, outline level and text boxes have no call."""
    return paragraph._p  # noqa: SLF001 - python-docx documents this name for the purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell with its paragraphs and their texts, asked for once: 0.05 ms each.

    ``merge`` is its part in a vertical merge: restart, continue or None.
    """

    cell: _Cell
    merge: str | None
    paragraphs: Sequence[tuple[Paragraph, str]]


def cells_of(row: _Row) -> list[Cell]:
    """Return the cells that stand in a row, one each, whatever columns and rows they cover.

    Not ``row.cells``: it climbs from each continued cell to the head of the merge, row by row. Measured: 3 s for
    a table of 200 rows with one merged column, a RecursionError for 1,500; and a ValueError where a merge has no
    head, which Word accepts.
    """
    elements = row._tr.tc_lst  # noqa: SLF001 - see above
    cells = [(_Cell(element, row.table), element.vMerge) for element in elements]
    return [
        Cell(cell=cell, merge=merge, paragraphs=[(part, part.text.strip()) for part in cell.paragraphs])
        for cell, merge in cells
    ]


def value_at(element: Element, path: str) -> str:
    """Return the ``w:val`` of a descendant, empty where there is none: ``value_at(p, "w:pPr/w:outlineLvl")``."""
    found = element.find(path, nsmap)
    return "" if found is None else attribute(found, "w:val")


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its prefixed name, empty where it is missing."""
    return element.get(qn(name)) or ""


def _proxy(element: CT_P | CT_Tbl, parent: Paragraph) -> Paragraph | Table:
    return Paragraph(element, parent) if isinstance(element, CT_P) else Table(element, parent)


def _replace(element: Element, content: Sequence[Element]) -> None:
    """Put ``content`` in the place of ``element``."""
    parent = element.getparent()
    if parent is None:
        return
    for part in content:
        element.addprevious(part)
    parent.remove(element)
