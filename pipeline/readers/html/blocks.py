"""An HTML tree as a flat list of blocks: paragraphs, headings, list items, table rows, in document order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from pipeline.model import BlockKind, Place
from pipeline.readers.drafts import Draft
from pipeline.readers.html.tables import (
    caption_of,
    inner_tables,
    is_hidden,
    is_table,
    marks_note,
    outer_of,
    table_rows,
)
from pipeline.readers.lines import ends_sentence, starts_lower
from pipeline.readers.outer_rows import NO_OUTER, Outer

_DROPPED = frozenset(
    (
        *("script", "style", "template", "svg", "math", "iframe", "object", "embed", "canvas", "map"),
        *("head", "title", "select", "input", "textarea", "audio", "video", "img", "picture", "dialog"),
    )
)
_INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
        ),
        *("ins", "kbd", "label", "mark", "nobr", "output", "q", "s", "samp", "small", "span", "strike", "strong"),
        *("sub", "sup", "time", "tt", "u", "var", "wbr", "br", "body", "html"),
    )
)
_FURNITURE = frozenset(("nav", "header", "footer", "aside", "menu"))
_HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlPiece:
    """A draft and where it stands: in ``owner``, and perhaps in navigation, header or footer (``furniture``).

    ``linked`` tells that all its words are a link, ``unseen`` that the page does not show it. Pieces of one
    ``paragraph`` are its lines.
    """

    draft: Draft
    owner: HtmlElement
    furniture: bool
    linked: bool = False
    unseen: bool = False
    paragraph: int = 0

    def is_within(self, element: HtmlElement) -> bool:
        """Tell whether the block stands in ``element``."""
        return self.owner is element or any(around is element for around in self.owner.iterancestors())


@dataclass(slots=True)
class _List:
    """An open list: ``number`` is the next item's, None for bullets."""

    number: int | None
    step: int = 1


@dataclass(slots=True)
class _Walk:
    """The state of one walk through the tree; text gathers in ``buffer`` until a block ends."""

    pieces: list[HtmlPiece] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    heading: int = 0
    furniture: int = 0
    unseen: int = 0
    articles: int = 0
    links: int = 0
    unlinked: bool = False
    item: tuple[int | None, int] | None = None
    tables: int = 0
    paragraphs: int = 0

    def enter(self, element: HtmlElement) -> bool:
        """Begin an element; return False where its inside is not to be walked."""
        tag = element.tag
        if tag in _DROPPED or (tag == "button" and not self.heading) or (tag in _INLINE and is_hidden(element)):
            return False
        if tag == "br":
            self.buffer.append("\n")
            return True
        if marks_note(element, "".join(self.buffer[-3:])):
            return False
        if tag not in _INLINE:
            self.flush(element.getparent())
            self._open(element)
        if is_table(element):
            self._table(element)
            return False
        self.links += tag == "a"
        text = element.text or ""
        self._append(text if tag == "pre" else _SPACE.sub(" ", text))
        return True

    def leave(self, element: HtmlElement, *, entered: bool) -> None:
        """End an element and take the text behind it."""
        if element.tag not in _INLINE and element.tag not in _DROPPED and element.tag != "button":
            self.flush(element)
            if entered:
                self._close(element)
        self.links -= entered and element.tag == "a"
        self._append(_SPACE.sub(" ", element.tail or ""))

    def flush(self, owner: HtmlElement | None) -> None:
        """Turn the text gathered in ``owner`` into pieces: one a line, lines that go on in lower case joined."""
        lines = [_SPACE.sub(" ", line).strip() for line in "".join(self.buffer).split("\n")]
        self.buffer.clear()
        if self.heading:
            lines = [" ".join(line for line in lines if line)]
        self.paragraphs += 1
        for text in _joined([line for line in lines if line]):
            if owner is not None:
                self._add(text, owner)
        self.unlinked = False

    def _append(self, text: str) -> None:
        self.buffer.append(text)
        self.unlinked = self.unlinked or (self.links == 0 and any(char.isalnum() for char in text))

    def _add(self, text: str, owner: HtmlElement) -> None:
        kind: BlockKind = "heading" if self.heading else "paragraph"
        number, level = None, self.heading or 1
        if self.item is not None:
            (number, level), kind, self.item = self.item, "list_item", None
        place = Place(address=f"block {len(self.pieces) + 1}")
        draft = Draft(kind=kind, text=text, number=number, level=level, place=place)
        self._take(draft, owner, linked=not self.unlinked)

    def _take(self, draft: Draft, owner: HtmlElement, *, linked: bool = False) -> None:
        piece = HtmlPiece(
            draft=draft,
            owner=owner,
            furniture=self.furniture > 0 or self.unseen > 0,
            linked=linked,
            unseen=self.unseen > 0,
            paragraph=self.paragraphs,
        )
        self.pieces.append(piece)

    def _open(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in {"ul", "ol", "menu"}:
            self.lists.append(_list(element))
        elif tag == "li":
            self.item = (self._number(element), max(1, len(self.lists)))
        elif tag in _HEADINGS:
            self.heading = _HEADINGS[tag]
        elif tag in {"article", "main"}:
            self.articles += 1
        if _is_furniture(element, in_article=self.articles > 0):
            self.furniture += 1
        self.unseen += _is_unseen(element)

    def _close(self, element: HtmlElement) -> None:
        tag = element.tag
        if _is_furniture(element, in_article=self.articles > 0):
            self.furniture = max(0, self.furniture - 1)
        self.unseen -= _is_unseen(element)
        if tag in {"ul", "ol", "menu"} and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.item = None
        elif tag in _HEADINGS:
            self.heading = 0
        elif tag in {"article", "main"}:
            self.articles = max(0, self.articles - 1)

    def _number(self, element: HtmlElement) -> int | None:
        if not self.lists or self.lists[-1].number is None:
            return None
        current = self.lists[-1]
        number = _integer(element.get("value"), current.number or 1)
        current.number = number + current.step
        return number

    def _table(self, element: HtmlElement, outer: Outer = NO_OUTER) -> None:
        """Take a table under its caption, and after it the tables inside its cells."""
        self.tables += 1
        self.paragraphs += 1
        if caption := caption_of(element):
            place = Place(address=f"table {self.tables} caption")
            self._take(Draft(kind="heading", text=caption, level=6, place=place), element)
        for place, cells in table_rows(element, self.tables, outer):
            draft = Draft(kind="table_row", cells=cells, table=self.tables, place=place)
            self._take(draft, element)
        for inner in inner_tables(element):
            self._table(inner, outer_of(inner, element, outer))


def html_pieces(root: HtmlElement) -> list[HtmlPiece]:
    """Walk the tree once and return its blocks in order; scripts are left out.

    What is hidden, a tab that is not open, or stands in for a script that did not run, counts as furniture.
    """
    walk = _Walk()
    events = etree.iterwalk(root, events=("start", "end"))
    skipped: set[HtmlElement] = set()
    for event, element in events:
        if event == "start":
            if not walk.enter(element):
                skipped.add(element)
                events.skip_subtree()
        else:
            walk.leave(element, entered=element not in skipped)
            skipped.discard(element)
    walk.flush(root)
    return walk.pieces


def _joined(lines: Sequence[str]) -> list[str]:
    """Join lines that were broken inside a sentence; every other line is a block of its own."""
    result: list[str] = []
    for line in lines:
        if result and len(result[-1]) > 40 and starts_lower(line) and not ends_sentence(result[-1]):
            result[-1] += "\n" + line
        else:
            result.append(line)
    return result


def _is_furniture(element: HtmlElement, *, in_article: bool) -> bool:
    """Tell whether an element holds navigation; an article's own header belongs to the article."""
    return element.tag in _FURNITURE and not (element.tag == "header" and in_article)


def _is_unseen(element: HtmlElement) -> bool:
    """Tell whether an element is not shown: hidden, or for a browser that runs no scripts."""
    return element.tag == "noscript" or is_hidden(element)


def _list(element: HtmlElement) -> _List:
    if element.tag != "ol":
        return _List(number=None)
    items = sum(child.tag == "li" for child in element)
    backwards = "reversed" in element.attrib
    start = _integer(element.get("start"), items if backwards else 1)
    return _List(number=start, step=-1 if backwards else 1)


def _integer(value: str | None, default: int) -> int:
    text = (value or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default
