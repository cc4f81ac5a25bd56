"""Word's styles: what a paragraph's style says about headings, lists and bold type."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docx.oxml.exceptions import InvalidXmlError
from docx.styles.style import CharacterStyle
from docx.text.paragraph import Paragraph

from pipeline.readers.docx.numbering import int_or, list_mark
from pipeline.readers.docx.xml import Element, element_of, value_at

_HEADING = re.compile(r"(?:heading|judul) ?(\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|daftar isi) ?\d|table of figures", re.IGNORECASE)
_BODY_TEXT = 9  # Word's outline level for "no heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph style: heading depth (0 for none), the list it belongs to, and whether it is bold.

    ``contents`` marks the lines of a table of contents or of figures: titles with the numbers of their pages.
    """

    heading: int = 0
    list_id: str = ""
    list_level: str = ""
    bold: bool = False
    contents: bool = False


@dataclass(slots=True)
class Styles:
    """The styles met so far. python-docx searches the part at each ``paragraph.style``: 0.7 ms, so ask once."""

    _known: dict[str, Style] = field(default_factory=dict)

    def of(self, paragraph: Paragraph) -> Style:
        """Return the style of ``paragraph``, the document's default where it names none or an unknown one."""
        name = value_at(element_of(paragraph), "w:pPr/w:pStyle")
        if name not in self._known:
            try:
                self._known[name] = _style(paragraph.style)
            except (
                AttributeError,
                KeyError,
                ValueError,
                InvalidXmlError,
            ):  # the styles are damaged, the text need not be
                self._known[name] = Style()
        return self._known[name]


def outline_level(paragraph: Paragraph) -> int:
    """Return the heading depth that a paragraph sets itself, 0 for none."""
    return _outline(element_of(paragraph))


def is_bold(paragraph: Paragraph, style: Style) -> bool:
    """Tell whether every run with visible text is bold, by itself or by the style."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(style.bold if run.bold is None else run.bold for run in runs)


def _style(named: CharacterStyle | None) -> Style:
    """Follow a style's ancestors; the nearest that says something wins."""
    heading, list_id, list_level = 0, "", ""
    bold: bool | None = None
    contents = False
    for style in _ancestry(named):
        name = style.name or ""
        match = _HEADING.fullmatch(name)
        heading = heading or _outline(style.element) or (int(match[1]) if match else int(name.lower() == "title"))
        own_id, own_level = list_mark(style.element)
        list_id, list_level = list_id or own_id, list_level or own_level
        bold = style.font.bold if bold is None else bold
        contents = contents or _CONTENTS.fullmatch(name) is not None
    return Style(heading=heading, list_id=list_id, list_level=list_level, bold=bool(bold), contents=contents)


def _ancestry(style: CharacterStyle | None) -> list[CharacterStyle]:
    chain: dict[str, CharacterStyle] = {}
    while style is not None and style.style_id not in chain:  # a style may be based on itself in a damaged file
        chain[style.style_id] = style
        style = style.base_style
    return list(chain.values())


def _outline(element: Element) -> int:
    """Read the outline level; python-docx has no call for it, neither in paragraphs nor in styles."""
    depth = int_or(value_at(element, "w:pPr/w:outlineLvl"), _BODY_TEXT)
    return depth + 1 if depth < _BODY_TEXT else 0
