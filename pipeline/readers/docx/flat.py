"""A Word part made flat in place: changes accepted, wrappers dissolved, symbols written as characters.

python-docx's walks see direct children only ("elements shaded by nesting in a w:ins or other wrapper will not be
included"), and its texts leave out symbols.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement
from docx.oxml.text.run import CT_R

from pipeline.readers.docx.xml import Element, attribute
from pipeline.readers.lines import is_note_mark

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHECKBOX = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"
_CHECKED = "{http://schemas.microsoft.com/office/word/2010/wordml}checked"
_WORD_VALUE = "{http://schemas.microsoft.com/office/word/2010/wordml}val"
_GONE = tuple(map(qn, ("w:del", "w:moveFrom")))
_WRAPPERS = tuple(
    map(
        qn,
        (
            *("w:sdt", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:hyperlink", "w:fldSimple", "w:bdo"),
            *("w:dir", "m:oMathPara"),
        ),
    )
)
_OFF = frozenset({"0", "false", "off", "none"})
_SYMBOLS: Mapping[str, Mapping[int, str]] = {
    "wingdings": {
        0xFC: "✓",
        0xFB: "✗",
        0xFE: "☑",
        0xFD: "☒",
        0xA8: "☐",
        0x6F: "☐",
        0x71: "☐",
        0x6C: "●",
        0x6E: "■",
        0xA7: "▪",
        0xD8: "➢",
        0x76: "❖",
        0xE0: "→",
        0xF0: "→",
    },
    "wingdings 2": {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x2A: "☐", 0xA3: "☐", 0x97: "●"},
    "symbol": {0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xD6: "√", 0xB4: "×", 0xA8: "♦", 0xAE: "→", 0x2D: "−"},
}
"""What the characters of the symbol fonts show; marks in the cells of a table are often typed in these."""


def flatten(root: Element) -> None:
    """Make a part flat: what python-docx's walks need to find all text, once.

    Deleted text, rows and cells go, inserted ones stay; content controls, links, fields and smart tags give up
    their content to their parent, but for the prompts of controls that nobody filled in; of alternatives the first
    stays; a formula becomes a run of its text; marks of footnotes behind figures go.
    """
    _choose(root)
    for mark in list(root.iter(qn("w:del"), qn("w:cellDel"))):
        parent = mark.getparent()
        if parent is not None and parent.tag in {qn("w:trPr"), qn("w:tcPr")}:
            _replace(parent.getparent(), ())
    for element in list(root.iter(*_GONE)):
        _replace(element, ())
    for element in list(root.iter(qn("m:oMath"))):
        _replace(element, (_run("".join(part.text or "" for part in element.iter(qn("m:t")))),))
    for element in list(root.iter(*_WRAPPERS)):
        _replace(element, _held(element))
    for element in list(root.iter(qn("w:sym"))):
        _replace(element, (_text(_symbol(attribute(element, "w:font"), attribute(element, "w:char"))),))
    for element in list(root.iter(qn("w:rFonts"))):
        _write_out(element)
    for element in list(root.iter(qn("w:vertAlign"))):
        _without_note_mark(element)


def take_hidden(root: Element) -> list[str]:
    """Take the runs out that Word does not show, and return their words, one text a paragraph."""
    found: list[str] = []
    last: Element | None = None
    for mark in list(root.iter(qn("w:vanish"))):
        properties = mark.getparent()
        run = properties.getparent() if properties is not None else None
        if run is None or run.tag != qn("w:r") or attribute(mark, "w:val") in _OFF:
            continue
        words = "".join(part.text or "" for part in run.iter(qn("w:t")))
        paragraph = run.getparent()
        if words and paragraph is last:
            found[-1] += words
        elif words:
            found.append(words)
            last = paragraph
        _replace(run, ())
    return [text.strip() for text in found if text.strip()]


def _choose(root: Element) -> None:
    """Keep of each set of alternatives the first, or the fallback where there is no other."""
    for element in list(root.iter(f"{_COMPATIBILITY}AlternateContent")):
        choices = element.findall(f"{_COMPATIBILITY}Choice") or element.findall(f"{_COMPATIBILITY}Fallback")
        _replace(element, list(choices[0]) if choices else ())


def _held(element: Element) -> Sequence[Element]:
    """Return what a wrapper holds."""
    if element.tag != qn("w:sdt"):
        return list(element)
    content = element.find("w:sdtContent", nsmap)
    properties = element.find("w:sdtPr", nsmap)
    if content is None or (properties is not None and properties.find("w:showingPlcHdr", nsmap) is not None):
        return ()
    box = properties.find(_CHECKBOX) if properties is not None else None
    if box is not None:  # Word shows a checked one as a cross, which says no in most tables
        checked = box.find(_CHECKED)
        on = checked is not None and (checked.get(_WORD_VALUE) or "1") not in _OFF
        shown = next(content.iter(qn("w:t")), None)
        if shown is not None:
            shown.text = "☑" if on else "☐"
    return list(content)


def _symbol(font: str, code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    low = number - 0xF000 if 0xF000 <= number <= 0xF0FF else number
    shown = _SYMBOLS.get(font.lower(), {}).get(low)
    return shown or (chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE else "")


def _write_out(fonts: Element) -> None:
    """Write the text of a run in a symbol font as what it shows."""
    table = _SYMBOLS.get(attribute(fonts, "w:ascii").lower())
    run = next(fonts.iterancestors(qn("w:r")), None)
    if table is None or run is None:
        return
    for part in run.iterfind("w:t", nsmap):
        part.text = "".join(table.get(ord(char) & 0xFF, char) for char in part.text or "")


def _without_note_mark(align: Element) -> None:
    """Take out a raised run that is the mark of a footnote, lest it lengthen the figure before it."""
    run = next(align.iterancestors(qn("w:r")), None)
    if run is None or attribute(align, "w:val") != "superscript":
        return
    before = run.getprevious()
    if before is not None and is_note_mark(_words(run), _words(before)):
        _replace(run, ())


def _words(run: Element) -> str:
    return "".join(part.text or "" for part in run.iterfind("w:t", nsmap))


def _run(text: str) -> Element:
    run = OxmlElement("w:r")
    if isinstance(run, CT_R):
        run.add_t(text)
    return run


def _text(text: str) -> Element:
    element = OxmlElement("w:t")
    element.text = text
    return element


def _replace(element: Element | None, content: Sequence[Element]) -> None:
    """Put ``content`` in the place of ``element``."""
    parent = element.getparent() if element is not None else None
    if element is None or parent is None:
        return
    for part in content:
        element.addprevious(part)
    parent.remove(element)
