"""Word files (.docx): paragraphs and tables in document order, with Word's own numbering.

python-docx opens the file and walks it; ``docx_xml`` holds the few things for which it has no call.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.text.paragraph import CT_P
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from pipeline.errors import ReadError
from pipeline.model import Document, Place
from pipeline.readers.builder import RowCell
from pipeline.readers.docx_numbering import ItemNumber, Numbering, int_or, list_mark, numbering_of
from pipeline.readers.docx_package import open_word
from pipeline.readers.docx_styles import Styles, is_bold, outline_level
from pipeline.readers.docx_xml import Cell, Element, cells_of, element_of, flatten, text_boxes
from pipeline.readers.drafts import Draft, assemble, without_repeated_headers
from pipeline.readers.lines import may_be_title

VERSION = 3
_MAX_DEPTH = 30  # tables in tables: more than any writer makes
_MAX_COLUMNS = 60
_LAYOUT_CELL = 3_000  # characters in one cell from which the table only lays out the page


@dataclass(slots=True)
class _Walk:
    """The state of one walk through the file: counters for numbering, paragraphs and tables."""

    numbering: Numbering
    styles: Styles = field(default_factory=Styles)
    paragraphs: int = 0
    tables: int = 0
    drafts: list[Draft] = field(default_factory=list)

    def content(self, parts: Iterable[Paragraph | Table], depth: int = 0) -> None:
        """Take paragraphs and tables in order."""
        if depth > _MAX_DEPTH:
            return
        for part in parts:
            if isinstance(part, Paragraph):
                self.paragraph(part, depth)
            else:
                self.table(part, depth)

    def paragraph(self, paragraph: Paragraph, depth: int) -> None:
        """Take one paragraph, and after it the text boxes that are anchored in it."""
        self.paragraphs += 1
        text = paragraph.text.strip()
        item = self.item(paragraph)
        if text:
            place = Place(address=f"paragraph {self.paragraphs}")
            self.drafts.append(self._draft(paragraph, text, item, place))
        for box in text_boxes(paragraph):
            self.content(box, depth + 1)

    def item(self, paragraph: Paragraph) -> ItemNumber | None:
        """Count a paragraph that Word numbers, by its own properties or its style's."""
        style = self.styles.of(paragraph)
        list_id, level = list_mark(element_of(paragraph))
        list_id, level = list_id or style.list_id, level or style.list_level
        return self.numbering.take(list_id, int_or(level, 0)) if list_id else None

    def table(self, table: Table, depth: int) -> None:
        """Take one table row by row; tables inside its cells follow it, each a table of its own."""
        rows = [(row, cells_of(row)) for row in table.rows]
        cells = [cell for _, row_cells in rows for cell in row_cells]
        if _is_layout(max((len(row_cells) for _, row_cells in rows), default=0), cells):
            for cell in cells:
                self.content(cell.cell.iter_inner_content(), depth + 1)
            return
        self.tables += 1
        number = self.tables
        above: dict[int, RowCell] = {}
        for index, (row, row_cells) in enumerate(rows, start=1):
            place = Place(address=f"table {number} row {index}")
            laid, above = self._row(row, row_cells, above, place)
            if any(cell.text for cell in laid):
                self.drafts.append(Draft(kind="table_row", cells=laid, table=number, place=place))
        for cell in cells:
            self.content(cell.cell.tables, depth + 1)

    def _row(
        self, row: _Row, row_cells: Iterable[Cell], above: Mapping[int, RowCell], place: Place
    ) -> tuple[tuple[RowCell, ...], dict[int, RowCell]]:
        """Lay out one row; a cell that continues a merge repeats the words above. Columns key merged cells."""
        laid = [RowCell(text="")] * min(row.grid_cols_before, _MAX_COLUMNS)
        column = len(laid)
        heads: dict[int, RowCell] = {}
        for position, cell in enumerate(row_cells, start=1):
            columns = min(max(cell.cell.grid_span, 1), _MAX_COLUMNS)
            if cell.merge == "continue" and column in above:
                taken = replace(above[column], columns=columns)
            else:
                own = Place(address=f"{place.address} cell {position}")
                taken = RowCell(text=self._cell_text(cell), place=own, columns=columns)
            laid.append(taken)
            if cell.merge is not None:
                heads[column] = taken
            column += columns
        return tuple(laid), heads

    def _cell_text(self, cell: Cell) -> str:
        """Join the cell's paragraphs by line breaks; numbers that Word shows there stand in the text."""
        lines: list[str] = []
        for paragraph, text in cell.paragraphs:
            item = self.item(paragraph)
            label = item.label if item else ""
            lines.append(f"{label} {text}".strip() if label else text)
            boxed = (part for box in text_boxes(paragraph) for part in box if isinstance(part, Paragraph))
            lines.extend(part.text.strip() for part in boxed)
        return "\n".join(line for line in lines if line)

    def _draft(self, paragraph: Paragraph, text: str, item: ItemNumber | None, place: Place) -> Draft:
        style = self.styles.of(paragraph)
        depth = outline_level(paragraph) or style.heading
        if depth:
            return Draft(kind="heading", text=text, level=depth, number=item.number if item else None, place=place)
        if item is not None:
            return Draft(kind="list_item", text=text, number=item.number, level=item.level, place=place)
        if may_be_title(text) and is_bold(paragraph, style):
            return Draft(kind="heading", text=text, level=2, place=place)
        return Draft(kind="paragraph", text=text, place=place)


def read_docx(data: bytes, *, name: str, sha256: str, media_type: str) -> Document:
    """Read a Word file, also a template, one with macros, or strict Open XML. Raises ``ReadError``.

    Codes: not_a_zip, truncated, encrypted, too_large, unknown_format, no_text, damaged.
    """
    word = open_word(data, name=name)
    flatten(word.element)
    walk = _Walk(numbering=numbering_of(word))
    walk.content(word.iter_inner_content())
    drafts = [*without_repeated_headers(walk.drafts), *_footnotes(word), *_running_titles(word)]
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
        title=_title(word),
    )


def _footnotes(word: WordDocument) -> Iterator[Draft]:
    """Yield footnotes and endnotes; python-docx hands their parts over as bytes."""
    for relation in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES):
        try:
            part = word.part.part_related_by(relation)
        except KeyError:
            continue
        kind = relation.rpartition("/")[2]
        yield from (_note(text, kind) for text in _paragraph_texts(parse_xml(part.blob)))


def _running_titles(word: WordDocument) -> Iterator[Draft]:
    """Yield headers and footers of pages, each wording once; they are no part of the running text."""
    seen: set[tuple[str, str]] = set()
    for section in word.sections:
        headers = (section.first_page_header, section.header, section.even_page_header)
        footers = (section.first_page_footer, section.footer, section.even_page_footer)
        for kind, own in (*(("header", part) for part in headers), *(("footer", part) for part in footers)):
            if own.is_linked_to_previous:
                continue
            try:
                root = own.part.element
            except (KeyError, AttributeError):  # the part is missing, or another kind of part
                continue
            for text in _paragraph_texts(root):
                if (kind, text) not in seen:
                    seen.add((kind, text))
                    yield _note(text, kind)


def _note(text: str, kind: str) -> Draft:
    return Draft(kind="note", text=text, place=Place(address=kind), main=kind.endswith("notes"))


def _paragraph_texts(root: Element) -> Iterator[str]:
    """Yield the text of all paragraphs of a part, those in tables and text boxes too: letterheads stand there."""
    flatten(root)
    for paragraph in root.iter(qn("w:p")):
        text = paragraph.text.strip() if isinstance(paragraph, CT_P) else ""
        if text:
            yield text


def _title(word: WordDocument) -> str | None:
    """Return the title among the file's properties; asked for missing ones, python-docx would invent some."""
    package = word.part.package
    if package is None or all(rel.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES for rel in package.rels.values()):
        return None
    try:
        return " ".join(word.core_properties.title.split()) or None
    except (AttributeError, ValueError):  # the part holds something else, or there are several
        return None


def _is_layout(columns: int, cells: Iterable[Cell]) -> bool:
    """Tell whether a table has but one column, or a cell that holds a page."""
    if columns < 2:
        return True
    return any(sum(len(text) for _, text in cell.paragraphs) > _LAYOUT_CELL for cell in cells)
