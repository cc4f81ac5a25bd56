"""Word files (.docx): paragraphs and tables in document order, with Word's own numbering.

python-docx opens the file and walks it; ``xml`` holds the few things for which it has no call.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from pipeline.errors import ReadError
from pipeline.model import Document, Notice, Place
from pipeline.readers.builder import RowCell
from pipeline.readers.containers import Package
from pipeline.readers.docx.asides import charts, diagrams, footnotes, paragraph_texts, running_titles
from pipeline.readers.docx.flat import flatten, take_hidden
from pipeline.readers.docx.numbering import ItemNumber, Numbering, int_or, list_mark, numbering_of
from pipeline.readers.docx.package import open_word
from pipeline.readers.docx.styles import Styles, is_bold, outline_level
from pipeline.readers.docx.xml import Cell, cells_of, element_of, text_boxes, value_at
from pipeline.readers.drafts import Draft, assemble, without_repeated_headers
from pipeline.readers.lines import may_be_title
from pipeline.readers.outer_rows import NO_OUTER, Outer
from pipeline.readers.tabbed import with_tabbed_rows

VERSION = 4
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

    def content(self, parts: Iterable[Paragraph | Table], depth: int = 0, outer: Outer = NO_OUTER) -> None:
        """Take paragraphs and tables in order; of what is nested beyond reason only the words.

        ``outer`` is what the row of a table says that they stand in.
        """
        for part in parts:
            if isinstance(part, Paragraph):
                self.paragraph(part, depth)
            elif depth > _MAX_DEPTH:
                texts = paragraph_texts(part._tbl)  # noqa: SLF001 - as in docx_xml
                self.drafts += [Draft(kind="paragraph", text=text) for text in texts]
            else:
                self.table(part, depth, outer)

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
        list_id = list_id or style.list_id
        level = (
            level
            or style.list_level
            or self.numbering.level_of(list_id, value_at(element_of(paragraph), "w:pPr/w:pStyle"))
        )
        return self.numbering.take(list_id, int_or(level, 0)) if list_id else None

    def table(self, table: Table, depth: int, outer: Outer) -> None:
        """Take one table row by row; tables inside its cells follow it, each a table of its own."""
        rows = [(row, cells_of(row)) for row in table.rows]
        cells = [cell for _, row_cells in rows for cell in row_cells]
        if _is_layout(max((len(row_cells) for _, row_cells in rows), default=0), cells):
            for cell in cells:
                self.content(cell.cell.iter_inner_content(), depth + 1, outer)
            return
        self.tables += 1
        number = self.tables
        above: dict[int, RowCell] = {}
        grid: list[tuple[RowCell, ...]] = []
        for index, (row, row_cells) in enumerate(rows, start=1):
            place = Place(address=f"table {number} row {index}")
            laid, above = self._row(row, row_cells, above, place)
            grid.append(laid)
            if any(cell.text for cell in laid):
                named = outer.over(laid, first=index == 1)
                self.drafts.append(Draft(kind="table_row", cells=named, table=number, place=place))
        for laid, (_, row_cells) in zip(grid, rows, strict=True):
            for cell in row_cells:
                if inner := _inner_tables(cell):
                    self.content(inner, depth + 1, outer.within(grid[0], laid))

    def _row(
        self, row: _Row, row_cells: Iterable[Cell], above: Mapping[int, RowCell], place: Place
    ) -> tuple[tuple[RowCell, ...], dict[int, RowCell]]:
        """Lay out one row; a cell that continues a merge repeats the words above. Columns key merged cells."""
        laid = [RowCell(text="")] * min(row.grid_cols_before, _MAX_COLUMNS)
        column = len(laid)
        heads: dict[int, RowCell] = {}
        for position, cell in enumerate(row_cells, start=1):
            columns = min(max(cell.cell.grid_span, 1), _MAX_COLUMNS)
            if cell.goes_on and laid:
                laid[-1] = replace(laid[-1], columns=laid[-1].columns + columns)
                column += columns
                continue
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
        if style.contents:
            return Draft(kind="note", text=text, place=place, main=False)
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
    word, package = open_word(data, name=name)
    hidden = take_hidden(word.element)
    embedded = sum(1 for _ in word.element.iter(qn("w:altChunk")))
    flatten(word.element)
    walk = _Walk(numbering=numbering_of(word))
    walk.content(word.iter_inner_content())
    beside = [
        *(Draft(kind="paragraph", text=text, place=Place(address="hidden text"), main=False) for text in hidden),
        *charts(package.parts),
        *diagrams(package.parts),
    ]
    body = without_repeated_headers(with_tabbed_rows(walk.drafts))
    drafts = [*body, *footnotes(word), *beside, *running_titles(word)]
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
        notices=tuple(_notices(package, embedded, sha256, beside=bool(beside))),
    )


def _notices(package: Package, embedded: int, sha256: str, *, beside: bool) -> Iterator[Notice]:
    """Yield what a person should know of the parts of a file that are no running text."""
    pictures = package.pictures()
    embedded += sum("/embeddings/" in name for name in package.others)
    if pictures:
        yield Notice(
            level="info", code="pictures", message=f"holds {pictures} pictures, not read", document=sha256
        )
    if embedded:
        message = f"holds {embedded} embedded files, not read: save them apart"
        yield Notice(level="warning", code="embedded", message=message, document=sha256)
    if beside:
        message = "charts, diagrams or hidden text: what they alone say goes to review"
        yield Notice(level="info", code="beside", message=message, document=sha256)


def _title(word: WordDocument) -> str | None:
    """Return the title among the file's properties; asked for missing ones, python-docx would invent some."""
    package = word.part.package
    if package is None or all(rel.reltype != RELATIONSHIP_TYPE.CORE_PROPERTIES for rel in package.rels.values()):
        return None
    try:
        return " ".join(word.core_properties.title.split()) or None
    except (AttributeError, ValueError):  # the part holds something else, or there are several
        return None


def _inner_tables(cell: Cell) -> list[Table]:
    """Return the tables in a cell, those in its text boxes too."""
    boxes = (box for paragraph, _ in cell.paragraphs for box in text_boxes(paragraph))
    return [*cell.cell.tables, *(part for box in boxes for part in box if isinstance(part, Table))]


def _is_layout(columns: int, cells: Iterable[Cell]) -> bool:
    """Tell whether a table has but one column, or a cell that holds a page."""
    if columns < 2:
        return True
    return any(sum(len(text) for _, text in cell.paragraphs) > _LAYOUT_CELL for cell in cells)
