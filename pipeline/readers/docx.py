"""Word files (.docx): paragraphs and tables in document order, with Word's own numbering.

The XML is read directly. Measured on 151 odd files, python-docx refuses templates, macro files and strict
Open XML, and passes over content controls, tracked insertions and text boxes; all of these hold text here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from pipeline.errors import ReadError
from pipeline.model import Document, Place
from pipeline.readers.builder import RowCell
from pipeline.readers.containers import read_members
from pipeline.readers.docx_numbering import ItemNumber, Numbering, int_or, numbering_of
from pipeline.readers.docx_styles import Style, is_bold, outline_level, styles_of
from pipeline.readers.docx_xml import Element, child, local, parse_xml, text_of, value
from pipeline.readers.drafts import Draft, assemble, without_repeated_headers
from pipeline.readers.lines import may_be_title

VERSION = 1
_MAX_DEPTH = 30  # tables in tables: more than any writer makes
_MAX_COLUMNS = 60
_LAYOUT_CELL = 3_000  # characters in one cell from which the table only lays out the page
_WRAPPERS = frozenset(
    ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "body", "AlternateContent", "Choice")
)

_NOTES = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")


@dataclass(slots=True)
class _Walk:
    """The state of one walk through the file: counters for numbering, paragraphs and tables."""

    numbering: Numbering
    styles: Mapping[str, Style]
    paragraphs: int = 0
    tables: int = 0
    drafts: list[Draft] = field(default_factory=list)

    def content(self, element: Element, depth: int = 0) -> None:
        """Take the paragraphs and tables inside ``element``, in order."""
        if depth > _MAX_DEPTH:
            return
        for part in element:
            name = local(part)
            if name == "p":
                self.paragraph(part, depth)
            elif name == "tbl":
                self.table(part, depth)
            elif name in _WRAPPERS:
                self.content(part, depth + 1)

    def paragraph(self, element: Element, depth: int) -> None:
        """Take one paragraph, and after it the text boxes that are anchored in it."""
        self.paragraphs += 1
        text = text_of(element).strip()
        item = self.item(element)
        if text:
            place = Place(address=f"paragraph {self.paragraphs}")
            self.drafts.append(self._draft(element, text, item, place))
        for box in _text_boxes(element):
            self.content(box, depth + 1)

    def item(self, element: Element) -> ItemNumber | None:
        """Count a paragraph that Word numbers, by its own properties or its style's."""
        style = self._style(element)
        own = child(element, "pPr", "numPr")
        list_id = value(child(own, "numId")) or style.list_id
        level = value(child(own, "ilvl")) or style.list_level
        return self.numbering.take(list_id, int_or(level, 0)) if list_id else None

    def table(self, element: Element, depth: int) -> None:
        """Take one table row by row; tables inside its cells follow it, each a table of its own."""
        rows = list(_parts(element, "tr"))
        if _is_layout(rows):
            for row in rows:
                for cell in _parts(row, "tc"):
                    self.content(cell, depth + 1)
            return
        self.tables += 1
        number = self.tables
        above: dict[int, RowCell] = {}
        for index, row in enumerate(rows, start=1):
            cells, above = self._row(row, above, f"table {number} row {index}")
            if any(cell.text for cell in cells):
                place = Place(address=f"table {number} row {index}")
                self.drafts.append(Draft(kind="table_row", cells=cells, table=number, place=place))
        for row in rows:
            for cell in _parts(row, "tc"):
                for nested in _parts(cell, "tbl"):
                    self.table(nested, depth + 1)

    def _row(
        self, row: Element, above: Mapping[int, RowCell], address: str
    ) -> tuple[tuple[RowCell, ...], dict[int, RowCell]]:
        """Read one row; a cell that hangs down from the row above (vMerge) repeats that cell's words."""
        skipped = int_or(value(child(row, "trPr", "gridBefore")), 0)
        cells = [RowCell(text="")] * min(skipped, _MAX_COLUMNS)
        heads: dict[int, RowCell] = {}
        column = len(cells)
        for position, element in enumerate(_parts(row, "tc"), start=1):
            columns = min(max(int_or(value(child(element, "tcPr", "gridSpan")), 1), 1), _MAX_COLUMNS)
            merge = child(element, "tcPr", "vMerge")
            own = RowCell(
                text=self._cell_text(element), place=Place(address=f"{address} cell {position}"), columns=columns
            )
            hangs = merge is not None and value(merge) in {"", "continue"} and column in above
            cell = replace(above[column], columns=columns) if hangs else own
            if merge is not None:
                heads[column] = cell
            cells.append(cell)
            column += columns
        return tuple(cells), heads

    def _cell_text(self, cell: Element) -> str:
        """Join the cell's paragraphs by line breaks; numbers that Word shows there stand in the text."""
        lines: list[str] = []
        for paragraph in _parts(cell, "p"):
            text, item = text_of(paragraph).strip(), self.item(paragraph)
            label = item.label if item else ""
            lines.append(f"{label} {text}".strip() if label else text)
            lines.extend(text_of(inner).strip() for box in _text_boxes(paragraph) for inner in _parts(box, "p"))
        return "\n".join(line for line in lines if line)

    def _draft(self, element: Element, text: str, item: ItemNumber | None, place: Place) -> Draft:
        style = self._style(element)
        depth = outline_level(element) or style.heading
        if depth:
            return Draft(kind="heading", text=text, level=depth, number=item.number if item else None, place=place)
        if item is not None:
            return Draft(kind="list_item", text=text, number=item.number, level=item.level, place=place)
        if is_bold(element, style) and may_be_title(text):
            return Draft(kind="heading", text=text, level=2, place=place)
        return Draft(kind="paragraph", text=text, place=place)

    def _style(self, element: Element) -> Style:
        return self.styles.get(value(child(element, "pPr", "pStyle"))) or self.styles.get("", Style())


def read_docx(data: bytes, *, name: str, sha256: str, media_type: str) -> Document:
    """Read a Word file. Raises ``ReadError``: not_a_zip, truncated, encrypted, too_large, no_text, damaged."""
    parts = read_members(data, name=name, prefix="word/")
    main = _main_part(parts, name)
    walk = _Walk(
        numbering=numbering_of(_optional(parts, "word/numbering.xml", name)),
        styles=styles_of(_optional(parts, "word/styles.xml", name)),
    )
    walk.content(parse_xml(parts[main], name=name))
    drafts = [*without_repeated_headers(walk.drafts), *_notes(parts, name)]
    text, blocks = assemble(drafts)
    if not any(block.main for block in blocks):
        raise ReadError(
            "the file holds no text",
            where=name,
            remedy="if it holds pictures of text, it needs OCR",
            code="no_text",
        )
    return Document(
        sha256=sha256,
        media_type=media_type,
        text=text,
        blocks=blocks,
        reader="docx",
        reader_version=VERSION,
        title=_title(_optional(parts, "docProps/core.xml", name)),
    )


def _main_part(parts: Mapping[str, bytes], name: str) -> str:
    """Return the member that holds the body, as the package's relations name it."""
    relations = parts.get("_rels/.rels")
    if relations is not None:
        for relation in parse_xml(relations, name=name):
            if value(relation, "Type").endswith("/officeDocument"):
                target = value(relation, "Target").lstrip("/")
                if target in parts:
                    return target
    if "word/document.xml" in parts:
        return "word/document.xml"
    raise ReadError("not a Word file", where=name, remedy="save it as .docx or PDF", code="unknown_format")


def _optional(parts: Mapping[str, bytes], member: str, name: str) -> Element | None:
    return parse_xml(parts[member], name=name) if member in parts else None


def _notes(parts: Mapping[str, bytes], name: str) -> Iterator[Draft]:
    """Yield footnotes, then headers and footers of pages, which are no part of the running text."""
    seen: set[tuple[str, str]] = set()
    for member in sorted(parts):
        match = _NOTES.fullmatch(member)
        if match is None:
            continue
        stem = match[1]
        for paragraph in parse_xml(parts[member], name=name).iter("{*}p"):
            text = text_of(paragraph).strip()
            if text and (stem, text) not in seen:
                seen.add((stem, text))
                yield Draft(kind="note", text=text, place=Place(address=stem), main=stem.endswith("notes"))


def _title(core: Element | None) -> str | None:
    title = child(core, "title")
    text = " ".join((title.text or "").split()) if title is not None else ""
    return text or None


def _parts(element: Element, name: str) -> Iterator[Element]:
    """Yield children of that name, also those inside content controls and tracked changes."""
    for part in element:
        if local(part) == name:
            yield part
        elif local(part) in _WRAPPERS:
            yield from _parts(part, name)


def _text_boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the text boxes anchored in a paragraph, without the copies kept for old Word versions."""
    for part in paragraph:
        name = local(part)
        if name == "txbxContent":
            yield part
        elif name not in {"Fallback", "pPr", "t"}:
            yield from _text_boxes(part)


def _is_layout(rows: list[Element]) -> bool:
    """Tell whether a table has but one column, or a cell that holds a page."""
    widths = [len(list(_parts(row, "tc"))) for row in rows]
    if max(widths, default=0) < 2:
        return True
    cells = (cell for row in rows for cell in _parts(row, "tc"))
    return any(sum(len(text_of(p)) for p in _parts(cell, "p")) > _LAYOUT_CELL for cell in cells)
