"""Word's XML read by local names, so that transitional and strict files (two namespaces) read the same."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.errors import ReadError

__all__ = ["Element", "child", "children", "local", "parse_xml", "text_of", "value"]

_SKIPPED = frozenset(("del", "moveFrom", "Fallback", "txbxContent", "pPr", "rPr", "instrText", "delText", "tbl"))
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}


def parse_xml(data: bytes, *, name: str) -> Element:
    """Parse one part without network, entities or size limits lifted. Raises ``ReadError`` (damaged)."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(
            "its XML is damaged", where=name, remedy="open it in Word and save it anew", code="damaged"
        ) from error


def local(element: Element) -> str:
    """Return the element's name without its namespace; comments and instructions have none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element, name: str) -> Iterator[Element]:
    """Yield the direct children of that local name."""
    return (part for part in element if local(part) == name)


def child(element: Element | None, *path: str) -> Element | None:
    """Follow ``path`` down, first child of each name; None where it ends early."""
    for name in path:
        element = next(children(element, name), None) if element is not None else None
    return element


def value(element: Element | None, attribute: str = "val") -> str:
    """Return an attribute by its local name, empty where it or the element is missing."""
    if element is None:
        return ""
    return next(
        (str(text) for key, text in element.attrib.items() if str(key).rpartition("}")[2] == attribute), ""
    )


def text_of(paragraph: Element) -> str:
    r"""Return the paragraph's visible text: tabs as ``\t``, line breaks as ``\n``, deleted text left out."""
    return "".join(_pieces(paragraph))


def _pieces(element: Element) -> Iterator[str]:
    for part in element:
        name = local(part)
        if name in _SKIPPED:
            continue
        if name == "t":
            yield part.text or ""
        elif name in _SIGNS:
            yield "" if name == "br" and value(part, "type") in {"page", "column"} else _SIGNS[name]
        else:
            yield from _pieces(part)
