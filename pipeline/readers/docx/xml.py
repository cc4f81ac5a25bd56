"""What python-docx has no call for, at the level of its elements; each function says what it is needed for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docx.oxml.ns import nsmap, qn
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from lxml.etree import _Element as Element

__all__ = ["Cell", "Element", "attribute", "cells_of", "element_of", "text_boxes", "value_at"]

_PARAGRAPH = qn("w:p")
_TEXT_BOX = qn("w:txbxContent")


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

    ``merge`` is its part in a vertical merge: restart, continue or None. ``goes_on`` marks one that goes on with
    the cell before it, as old files say it.
    """

    cell: _Cell
    merge: str | None
    goes_on: bool
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
        Cell(
            cell=cell,
            merge=merge,
            goes_on=_goes_on(element),
            paragraphs=[(part, part.text.strip()) for part in cell.paragraphs],
        )
        for element, (cell, merge) in zip(elements, cells, strict=True)
    ]


def _goes_on(element: Element) -> bool:
    """Tell whether a cell is merged with the one before it by the mark of old files, which needs no value."""
    merge = element.find("w:tcPr/w:hMerge", nsmap)
    return merge is not None and (attribute(merge, "w:val") or "continue") == "continue"


def value_at(element: Element, path: str) -> str:
    """Return the ``w:val`` of a descendant, empty where there is none: ``value_at(p, "w:pPr/w:outlineLvl")``."""
    found = element.find(path, nsmap)
    return "" if found is None else attribute(found, "w:val")


def attribute(element: Element, name: str) -> str:
    """Return an attribute by its prefixed name, empty where it is missing."""
    return element.get(qn(name)) or ""


def _proxy(element: CT_P | CT_Tbl, parent: Paragraph) -> Paragraph | Table:
    return Paragraph(element, parent) if isinstance(element, CT_P) else Table(element, parent)
