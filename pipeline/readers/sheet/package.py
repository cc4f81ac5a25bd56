"""An Excel workbook (.xlsx, .xlsm) opened: its sheets, texts and number formats, each part read within limits.

openpyxl opens workbooks too, and is not used for that. One merge over 14 million cells took it 148 s and 4 GB;
its read-only mode knows neither merged nor hidden cells, and ends where the file claims that the sheet ends; in
neither mode does it tell an empty cell from a formula without a value. Number formats and days are read by it.
"""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree
from lxml.etree import _Element as Element
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH
from openpyxl.utils.escape import unescape

from pipeline.errors import ReadError
from pipeline.readers.containers import EXCEL, Package, read_package
from pipeline.readers.lines import is_note_mark

_WORKBOOK = "xl/workbook.xml"
_MAX_SHEETS = 500
_LONGEST_FORMAT = 255  # characters: Excel takes no more


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPart:
    """A sheet of the workbook: its name, its part's XML, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """A workbook: ``texts`` are the strings that cells share, ``formats`` the number format of each cell style."""

    package: Package
    sheets: Sequence[SheetPart]
    texts: Sequence[str]
    formats: Sequence[str]
    epoch: datetime

    def targets(self, part: str, kind: str) -> list[str]:
        """Return the parts that ``part`` is related to by a relation of this kind, such as ``comments``."""
        found = _relations(self.package.parts, part).values()
        return [target for relation, target in found if relation == kind and target in self.package.parts]


def open_workbook(data: bytes, *, name: str) -> Workbook:
    """Unpack a workbook and read what all its sheets share. Raises ``ReadError``.

    Codes: not_a_zip, truncated, encrypted, too_large, damaged, and unknown_format for a zip that is no workbook.
    """
    package = read_package(data, name=name, kind=EXCEL)
    parts = package.parts
    if _WORKBOOK not in parts:
        binary = "xl/workbook.bin" in package.others
        what = "a binary Excel file (.xlsb)" if binary else "not an Excel file"
        raise ReadError(what, where=name, remedy="save it as .xlsx", code="unknown_format")
    try:
        root = parse_part(parts[_WORKBOOK])
        return Workbook(
            package=package,
            sheets=_sheets(root, parts),
            texts=_texts(parts.get("xl/sharedStrings.xml")),
            formats=_formats(parts.get("xl/styles.xml")),
            epoch=_epoch(root),
        )
    except etree.XMLSyntaxError as error:
        raise damaged_xml(name) from error


def damaged_xml(name: str) -> ReadError:
    """Return the error for a workbook whose XML cannot be parsed."""
    return ReadError("its XML is damaged", where=name, remedy="open it and save it anew as .xlsx", code="damaged")


def parse_part(content: bytes) -> Element:
    """Parse a small part: no entities, no network, the parser's own limits on size and depth."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(content, parser)


def stream_part(content: bytes, *tags: str) -> Iterator[Element]:
    """Yield the elements of these names (without namespace) as they end, and forget each when the next comes.

    The namespace is not asked: strict Open XML says the same under another.
    """
    names = [f"{{*}}{tag}" for tag in tags]
    events = etree.iterparse(
        io.BytesIO(content), events=("end",), tag=names, resolve_entities=False, no_network=True, huge_tree=False
    )
    for _, element in events:
        yield element
        element.clear()
        while element.getprevious() is not None and (parent := element.getparent()) is not None:
            del parent[0]


def plain_text(element: Element) -> str:
    """Return the text of a string: of all its runs, without phonetic hints and marks of footnotes."""
    text = "".join(part.text or "" for part in element.iterfind("{*}t"))
    for run in element.iterfind("{*}r"):
        align = run.find("{*}rPr/{*}vertAlign")
        words = run.findtext("{*}t") or ""
        if align is None or align.get("val") != "superscript" or not is_note_mark(words, text):
            text += words
    return str(unescape(text))


def local(name: object) -> str:
    """Return the name of an element or attribute without its namespace."""
    return str(name).rpartition("}")[2]


def count_of(value: str | None) -> int:
    """Return a small whole number, 0 for anything else.

    >>> count_of("12"), count_of(None), count_of("1e9")
    (12, 0, 0)
    """
    text = (value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _sheets(root: Element, parts: Mapping[str, bytes]) -> list[SheetPart]:
    relations = _relations(parts, _WORKBOOK)
    found = []
    for number, sheet in enumerate(list(root.iterfind("{*}sheets/{*}sheet"))[:_MAX_SHEETS], start=1):
        by_name = {local(key): str(value) for key, value in sheet.attrib.items()}
        _, target = relations.get(by_name.get("id", ""), ("", f"xl/worksheets/sheet{number}.xml"))
        if target in parts:
            hidden = by_name.get("state", "visible") != "visible"
            found.append(SheetPart(name=" ".join(by_name.get("name", "").split()), part=target, hidden=hidden))
    return found


def _relations(parts: Mapping[str, bytes], part: str) -> dict[str, tuple[str, str]]:
    """Return a part's relations by their id: their kind and the part that they lead to."""
    folder, _, file = part.rpartition("/")
    content = parts.get(f"{folder}/_rels/{file}.rels")
    if content is None:
        return {}
    return {
        relation.get("Id") or "": (
            (relation.get("Type") or "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or "")).lstrip("/"),
        )
        for relation in parse_part(content)
        if isinstance(relation.tag, str) and relation.get("TargetMode") != "External"
    }


def _texts(content: bytes | None) -> list[str]:
    return [plain_text(item) for item in stream_part(content, "si")] if content else []


def _formats(content: bytes | None) -> list[str]:
    """Return the number format of each cell style, in order."""
    if content is None:
        return []
    root = parse_part(content)
    own = {
        number.get("numFmtId") or "": number.get("formatCode") or "General"
        for number in root.iterfind("{*}numFmts/{*}numFmt")
    }
    return [_format_of(style.get("numFmtId") or "0", own) for style in root.iterfind("{*}cellXfs/{*}xf")]


def _format_of(number: str, own: Mapping[str, str]) -> str:
    code = own.get(number) or BUILTIN_FORMATS.get(count_of(number), "General")
    return code if len(code) <= _LONGEST_FORMAT else "General"


def _epoch(root: Element) -> datetime:
    properties = root.find("{*}workbookPr")
    old_mac = properties is not None and properties.get("date1904") in {"1", "true"}
    epoch: datetime = MAC_EPOCH if old_mac else WINDOWS_EPOCH
    return epoch
