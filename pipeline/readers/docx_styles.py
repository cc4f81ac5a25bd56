"""Word's styles: what a paragraph's style says about headings, lists and bold type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.readers.docx_numbering import int_or
from pipeline.readers.docx_xml import Element, child, children, local, value

_HEADING = re.compile(r"(?:heading|judul) ?(\d)", re.IGNORECASE)
_BODY_TEXT = 9  # Word's outline level for "no heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph style: heading depth (0 for none), the list it belongs to, and whether it is bold."""

    heading: int = 0
    list_id: str = ""
    list_level: str = ""
    bold: bool = False


def styles_of(root: Element | None) -> Mapping[str, Style]:
    """Read ``word/styles.xml`` to styles by id; the default paragraph style stands under the empty id."""
    if root is None:
        return {}
    kinds = {"paragraph", ""}  # a latent type means paragraph
    elements = {value(e, "styleId"): e for e in children(root, "style") if value(e, "type") in kinds}
    result = {style_id: _style(style_id, elements) for style_id in elements}
    for style_id, element in elements.items():
        if value(element, "type") == "paragraph" and value(element, "default") in {"1", "true"}:
            result[""] = result[style_id]
    return result


def outline_level(paragraph: Element) -> int:
    """Return the heading depth that a paragraph sets itself, 0 for none."""
    return _outline(paragraph)


def is_bold(paragraph: Element, style: Style) -> bool:
    """Tell whether every run with visible text is bold, by itself or by the style."""
    runs = [run for run in paragraph.iter("{*}r") if any((t.text or "").strip() for t in children(run, "t"))]
    return bool(runs) and all(_bold(child(run, "rPr"), default=style.bold) for run in runs)


def _style(style_id: str, elements: Mapping[str, Element]) -> Style:
    """Follow a style's ancestors; the nearest that says something wins."""
    heading, list_id, list_level = 0, "", ""
    bold: bool | None = None
    for element in _ancestry(style_id, elements):
        named = _HEADING.fullmatch(value(child(element, "name")))
        title = value(child(element, "name")).lower() == "title"
        heading = heading or _outline(element) or (int(named[1]) if named else int(title))
        list_id = list_id or value(child(element, "pPr", "numPr", "numId"))
        list_level = list_level or value(child(element, "pPr", "numPr", "ilvl"))
        mark = child(element, "rPr", "b")
        if bold is None and mark is not None:
            bold = _on(mark)
    return Style(heading=heading, list_id=list_id, list_level=list_level, bold=bool(bold))


def _ancestry(style_id: str, elements: Mapping[str, Element]) -> list[Element]:
    chain: list[Element] = []
    while style_id in elements and elements[style_id] not in chain:
        chain.append(elements[style_id])
        style_id = value(child(elements[style_id], "basedOn"))
    return chain


def _outline(element: Element) -> int:
    level = value(child(element, "pPr", "outlineLvl"))
    depth = int_or(level, _BODY_TEXT)
    return depth + 1 if depth < _BODY_TEXT else 0


def _bold(properties: Element | None, *, default: bool) -> bool:
    mark = next((part for part in properties if local(part) == "b"), None) if properties is not None else None
    return default if mark is None else _on(mark)


def _on(mark: Element) -> bool:
    return value(mark) not in {"0", "false", "off", "none"}
