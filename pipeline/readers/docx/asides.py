"""What stands beside the running text of a Word file: notes, headers and footers, diagrams, charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.text.paragraph import CT_P
from lxml.etree import XMLSyntaxError

from pipeline.model import Place
from pipeline.readers.builder import RowCell
from pipeline.readers.docx.flat import flatten
from pipeline.readers.docx.xml import Element
from pipeline.readers.drafts import Draft
from pipeline.readers.sheet.formats import shown_number

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_FIRST_CHART = 1_000_000  # a number that no table of the text has


def footnotes(word: WordDocument) -> Iterator[Draft]:
    """Yield footnotes and endnotes; python-docx hands their parts over as bytes."""
    for relation in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES):
        try:
            part = word.part.part_related_by(relation)
        except KeyError:
            continue
        kind = relation.rpartition("/")[2]
        for text in paragraph_texts(parse_xml(part.blob)):
            yield Draft(kind="note", text=text, place=Place(address=kind))


def running_titles(word: WordDocument) -> Iterator[Draft]:
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
            for text in paragraph_texts(root):
                if (kind, text) not in seen:
                    seen.add((kind, text))
                    yield Draft(kind="note", text=text, place=Place(address=kind), main=False)


def paragraph_texts(root: Element) -> Iterator[str]:
    """Yield the text of all paragraphs of a part, those in tables and text boxes too: letterheads stand there."""
    flatten(root)
    for paragraph in root.iter(qn("w:p")):
        text = paragraph.text.strip() if isinstance(paragraph, CT_P) else ""
        if text:
            yield text


def diagrams(parts: Mapping[str, bytes]) -> Iterator[Draft]:
    """Yield the words of diagrams (SmartArt), a shape a paragraph: nobody can tell in what order they are read."""
    for number, root in enumerate(_roots(parts, "word/diagrams/data"), start=1):
        for paragraph in root.iter(f"{_DRAWING}p"):
            text = "".join(piece.text or "" for piece in paragraph.iter(f"{_DRAWING}t")).strip()
            if text:
                yield Draft(kind="paragraph", text=text, place=Place(address=f"diagram {number}"), main=False)


def charts(parts: Mapping[str, bytes]) -> Iterator[Draft]:
    """Yield the figures behind charts as tables: a row a category, a column a series, under a header."""
    for number, root in enumerate(_roots(parts, "word/charts/chart"), start=1):
        series = list(root.iter(f"{_CHART}ser"))
        labels: dict[str, str] = {}
        columns = []
        for one in series:
            labels |= _points(one.find(f"{_CHART}cat"))
            columns.append(_points(one.find(f"{_CHART}val")))
        names = [" ".join(_points(one.find(f"{_CHART}tx")).values()) for one in series]
        rows = [
            ["", *names],
            *([label, *(column.get(at, "") for column in columns)] for at, label in labels.items()),
        ]
        for index, row in enumerate(rows if labels else (), start=1):
            place = Place(address=f"chart {number} row {index}")
            cells = tuple(RowCell(text=text, place=place) for text in row)
            yield Draft(kind="table_row", cells=cells, table=_FIRST_CHART + number, place=place, main=False)


def _roots(parts: Mapping[str, bytes], beginning: str) -> Iterator[Element]:
    for name in sorted(parts):
        if name.startswith(beginning) and name.endswith(".xml"):
            try:
                yield parse_xml(parts[name])
            except XMLSyntaxError:  # beside the text: no reason to refuse it
                continue


def _points(holder: Element | None) -> dict[str, str]:
    """Return the values that a chart keeps of its names or numbers, by their index, as it shows them."""
    if holder is None:
        return {}
    code = next((part.text or "" for part in holder.iter(f"{_CHART}formatCode")), "General")
    numbers = next(holder.iter(f"{_CHART}numCache", f"{_CHART}numLit"), None) is not None
    found = {}
    for point in holder.iter(f"{_CHART}pt"):
        value = " ".join((point.findtext(f"{_CHART}v") or "").split())
        found[point.get("idx") or ""] = shown_number(value, code) if numbers else value
    return found
