"""What a page says, as one short key: two pages with one key differ only in what no reader reads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterator
from itertools import islice
from typing import Final

from lxml import etree, html

_NEVER_TEXT: Final = frozenset({"script", "style", "template", "iframe", "svg", "head", "time"})
_SELDOM_TEXT: Final = frozenset({"nav", "aside", "footer", "form", "noscript"})
"""What is about the page and not of it, unless it holds a table; many sites put all of a page into a form."""
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_MOST_BYTES: Final = 5 << 20  # a page that is larger is compared by its bytes
_FEW: Final = 8  # elements of the same
_SHORT: Final = 80  # characters of what may be a date or a count alone

_COUNT: Final = r"\d[\d.,]{0,14}(?:\s*(?:rb|ribu|jt|juta|k|m))?"
_READS: Final = (
    r"(?:dibaca|dilihat|dikunjungi|views?|hits?|pembaca|pengunjung|komentar|comments?|shares?|likes?|bagikan)"
)
_MONTH: Final = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu(?:s(?:tus)?)?|agt|sep(?:t(?:ember)?)?"
    r"|okt(?:ober)?|nov(?:ember)?|des(?:ember)?)"
)
_BY_ITSELF: Final = re.compile(
    # how often a page was read
    rf"(?:[a-z]+\s){{0,3}}{_READS}(?:\ssebanyak)?\s?[:(]?\s?{_COUNT}\)?(?:\s?(?:kali|x|orang))?"
    rf"|{_COUNT}\s?(?:(?:kali|x|orang)\s)?{_READS}"
    # how old it is
    r"|\d{1,4}\s(?:detik|menit|jam|hari|minggu|bulan|tahun)\s(?:yang\s)?lalu"
    # a date, with or without a time: many sites show today's at the top of every page
    r"|(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\W{1,3})?"
    rf"(?:\d{{1,2}}\W{{1,3}}{_MONTH}\W{{1,3}}\d{{4}}|\d{{1,2}}[/-]\d{{1,2}}[/-]\d{{4}})"
    r"(?:\W{1,3}\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?(?:\s(?:wib|wita|wit))?",
    re.IGNORECASE,
)
"""What changes by itself while the page stays as it is; each stands alone, between the marks that part a line."""
_PART: Final = re.compile(r"\s[|•·–—-]\s|[|•·]")


def content_key(body: bytes, media_type: str) -> str:
    """Return a hash of what a page shows a reader: of its words for a web page, of its bytes for anything else.

    Left out of the words is what changes by itself and stands alone: a date, an age, how often the page was read.

    >>> one = b"<p>Skor 77</p><script>t=1</script><div class=x>2 menit lalu</div>"
    >>> two = b"<p>Skor  77</p><script>t=2</script><div class=y>3 menit lalu</div>"
    >>> content_key(one, "text/html") == content_key(two, "text/html")
    True
    >>> content_key(one, "text/plain") == content_key(two, "text/plain")
    False
    """
    if media_type in _PAGES and len(body) <= _MOST_BYTES and (words := _words(body)):
        return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()
    return hashlib.sha256(body).hexdigest()


def _words(body: bytes) -> str:
    """Return the visible words of a page; empty where it cannot be read as one, or not to its end."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(body, parser=parser)
    except (etree.LxmlError, ValueError):
        return ""
    if any(error.level_name == "FATAL" for error in parser.error_log):
        return ""
    return " ".join(" ".join(_texts(root)).split())


def _texts(root: html.HtmlElement) -> Iterator[str]:
    """Yield the texts below an element in order, without recursion: pages may be nested thousands deep."""
    tables = _around(root, "table")
    in_forms = tables | _around(root, "p")
    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if skipped is None and event == "start":
            if _is_read(element, in_forms if element.tag == "form" else tables):
                yield _lasting(element.text or "")
            else:
                skipped = element
        if event == "end":
            if skipped is element:
                skipped = None
            if skipped is None and element is not root:
                yield _lasting(element.tail or "")


def _around(root: html.HtmlElement, tag: str) -> set[etree._Element]:
    """Return the elements that hold one of this name, in time that grows with the page alone."""
    found: set[etree._Element] = set()
    for element in root.iter(tag):
        for above in element.iterancestors():
            if above in found:
                break
            found.add(above)
    return found


def _is_read(element: etree._Element, holding: Container[etree._Element]) -> bool:
    if not isinstance(element.tag, str) or element.tag in _NEVER_TEXT:
        return False
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    if element.tag in _SELDOM_TEXT or hidden or _HIDDEN.search(element.get("style") or ""):
        return element in holding
    return not _changes_by_itself(element)


def _changes_by_itself(element: etree._Element) -> bool:
    """Tell whether all that an element says is a date, an age or a count, be it in several elements."""
    within = list(islice(element.iter(), _FEW + 1))
    if len(within) > _FEW:
        return False
    pieces = [element.text, *(piece for one in within[1:] for piece in (one.text, one.tail))]
    text = " ".join(piece for piece in pieces if piece)
    return len(text) <= _SHORT and _stands_alone(text)


def _stands_alone(text: str) -> bool:
    return _BY_ITSELF.fullmatch(" ".join(text.split())) is not None


def _lasting(text: str) -> str:
    """Return a text without the parts of its line that change by themselves."""
    if len(text) > _SHORT:
        return text
    return " ".join(part for part in _PART.split(text) if not _stands_alone(part))
