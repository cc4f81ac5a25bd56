"""Word's automatic numbering: which number a list paragraph shows, counted as Word counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docx.document import Document as WordDocument
from docx.oxml.ns import nsmap

from pipeline.readers.docx.xml import Element, attribute, value_at

_NUMBERS = frozenset(("decimal", "decimalZero", "ordinal", "cardinalText"))
_LETTERS = frozenset(("lowerLetter", "upperLetter"))
_MAX_LEVEL = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLevel:
    """One level of a list: its format, first number and label text such as ``%1.%2``.

    ``after`` is the level (from 0) behind which it starts anew, None for any above it, -1 for never; ``style`` is
    the paragraph style that belongs to it.
    """

    format: str
    start: int
    label: str
    after: int | None = None
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListKind:
    """A list as paragraphs name it: counters are shared by all lists of one ``abstract`` definition."""

    abstract: str
    levels: Mapping[int, ListLevel]
    restarts: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemNumber:
    """What a list paragraph shows: its ``number`` (None for bullets and letters), its label and depth from 1."""

    number: int | None
    label: str
    level: int


@dataclass(slots=True)
class Numbering:
    """The lists of a document and, while it is read, their counters."""

    kinds: Mapping[str, ListKind]
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _seen: set[tuple[str, int]] = field(default_factory=set)

    def take(self, list_id: str, level: int) -> ItemNumber | None:
        """Count one paragraph of list ``list_id`` at ``level`` (from 0); None where the list is unknown or off."""
        kind = self.kinds.get(list_id)
        if kind is None:
            return None
        level = min(max(level, 0), _MAX_LEVEL)
        shape = kind.levels.get(level, ListLevel(format="bullet", start=1, label=""))
        count = self._count(list_id, kind, level, shape)
        if shape.format in {"bullet", "none"}:
            return ItemNumber(number=None, label="", level=level + 1)
        number = count if shape.format in _NUMBERS else None
        return ItemNumber(number=number, label=self._label(kind, level, shape), level=level + 1)

    def level_of(self, list_id: str, style: str) -> str:
        """Return the level of a list that a paragraph style stands for, empty where it stands for none."""
        kind = self.kinds.get(list_id)
        levels = kind.levels.items() if kind else ()
        return next((str(level) for level, shape in levels if style and shape.style == style), "")

    def _count(self, list_id: str, kind: ListKind, level: int, shape: ListLevel) -> int:
        key = (kind.abstract, level)
        if level in kind.restarts and (list_id, level) not in self._seen:
            self._counts[key] = kind.restarts[level]
        else:
            self._counts[key] = self._counts[key] + 1 if key in self._counts else shape.start
        self._seen.add((list_id, level))
        for deeper in range(level + 1, _MAX_LEVEL + 1):
            after = kind.levels[deeper].after if deeper in kind.levels else None
            if after is None or level <= after:
                self._counts.pop((kind.abstract, deeper), None)
        return self._counts[key]

    def _label(self, kind: ListKind, level: int, shape: ListLevel) -> str:
        label = shape.label
        for upper in range(level + 1):
            at = kind.levels.get(upper, shape)
            count = self._counts.get((kind.abstract, upper), at.start)
            label = label.replace(f"%{upper + 1}", _shown(count, at.format))
        return label


def numbering_of(document: WordDocument) -> Numbering:
    """Read the lists of a document. python-docx finds the numbering part and has no call for what is in it."""
    try:
        root: Element = document.part.numbering_part.element
    except (NotImplementedError, AttributeError):  # without lists, says python-docx, or with another part there
        return Numbering(kinds={})
    abstracts = {
        attribute(element, "w:abstractNumId"): {
            int_or(attribute(level, "w:ilvl"), 0): _level(level) for level in element.iterfind("w:lvl", nsmap)
        }
        for element in root.iterfind("w:abstractNum", nsmap)
    }
    abstracts |= _borrowed(root, abstracts)
    numbers = root.iterfind("w:num", nsmap)
    return Numbering(kinds={attribute(number, "w:numId"): _kind(number, abstracts) for number in numbers})


def _borrowed(root: Element, abstracts: Mapping[str, dict[int, ListLevel]]) -> dict[str, dict[int, ListLevel]]:
    """Return the levels of the lists that only name a list style: those of the list that defines it."""
    defined = {
        value_at(element, "w:styleLink"): attribute(element, "w:abstractNumId")
        for element in root.iterfind("w:abstractNum", nsmap)
    }
    links = {
        attribute(element, "w:abstractNumId"): value_at(element, "w:numStyleLink")
        for element in root.iterfind("w:abstractNum", nsmap)
    }
    return {own: abstracts[defined[link]] for own, link in links.items() if link and link in defined}


def list_mark(element: Element) -> tuple[str, str]:
    """Return the list and the level that a paragraph or a style names, empty where it names none."""
    return value_at(element, "w:pPr/w:numPr/w:numId"), value_at(element, "w:pPr/w:numPr/w:ilvl")


def int_or(text: str, default: int) -> int:
    """Return a small whole number, or ``default`` for anything else.

    >>> int_or("7", 0), int_or("x", 0), int_or("99999999999", 1)
    (7, 0, 1)
    """
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else default


def _kind(number: Element, abstracts: Mapping[str, Mapping[int, ListLevel]]) -> ListKind:
    abstract = value_at(number, "w:abstractNumId")
    levels = dict(abstracts.get(abstract, {}))
    restarts: dict[int, int] = {}
    for override in number.iterfind("w:lvlOverride", nsmap):
        level = int_or(attribute(override, "w:ilvl"), 0)
        if override.find("w:startOverride", nsmap) is not None:
            restarts[level] = int_or(value_at(override, "w:startOverride"), 1)
        own = override.find("w:lvl", nsmap)
        if own is not None:
            levels[level] = _level(own)
    return ListKind(abstract=abstract, levels=levels, restarts=restarts)


def _level(level: Element) -> ListLevel:
    return ListLevel(
        format=value_at(level, "w:numFmt") or "decimal",
        start=int_or(value_at(level, "w:start"), 1),
        label=value_at(level, "w:lvlText"),
        after=_restart(level),
        style=value_at(level, "w:pStyle"),
    )


def _restart(level: Element) -> int | None:
    """Return the level behind which one starts anew; the file counts levels from 1 here, and 0 means never."""
    text = value_at(level, "w:lvlRestart")
    return int_or(text, 1) - 1 if text else None


def _shown(count: int, form: str) -> str:
    if form in _LETTERS and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 % 10 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"} and 0 < count < 4000:
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    return str(count)


def _roman(count: int) -> str:
    """Write a number in Roman letters.

    >>> _roman(14), _roman(9)
    ('xiv', 'ix')
    """
    signs = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
    result = ""
    for worth, sign in (*signs, (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        result += sign * (count // worth)
        count %= worth
    return result
