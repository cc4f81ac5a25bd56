"""What a page says, as one short key: two pages with one key differ only in what no reader reads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Final

from lxml import etree, html

_NOT_TEXT: Final = frozenset(
    {"script", "style", "noscript", "template", "nav", "aside", "footer", "form", "iframe", "svg", "head", "time"}
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_AGO: Final = re.compile(
    r"\b\d+\s+(?:detik|menit|jam|hari|minggu|bulan|tahun)\s+(?:yang\s+)?lalu\b", re.IGNORECASE
)
_READS: Final = r"(?:dibaca|dilihat|views?|hits?|pembaca|pengunjung|komentar|comments?|shares?)"
_COUNT: Final = r"\d[\d.,]*(?:\s*(?:rb|ribu|jt|juta|k|m)\b)?"
_COUNTED: Final = re.compile(
    rf"\b{_READS}\s*(?:[:(]\s*{_COUNT}|{_COUNT}\s*(?:kali|x|orang)\b)"
    rf"|\b{_COUNT}\s*(?:(?:kali|x|orang)\s+)?{_READS}\b",
    re.IGNORECASE,
)
"""How often a page was read, which counts on while the page stays as it is."""
_MONTH: Final = (
    r"jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|jun[i]?|jul[i]?|agu(?:s(?:tus)?)?|agt|sep(?:t(?:ember)?)?"
    r"|okt(?:ober)?|nov(?:ember)?|des(?:ember)?"
)
_CLOCK: Final = re.compile(
    rf"\W*(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\W+)?"
    rf"(?:\d{{1,2}}\W+(?:{_MONTH})\W+\d{{4}}|\d{{1,2}}[/-]\d{{1,2}}[/-]\d{{4}})"
    r"(?:\W+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?(?:\W+(?:wib|wita|wit))?\W*",
    re.IGNORECASE,
)
"""A date that stands alone, with or without a time: many sites show today's at the top of every page."""
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})


def content_key(body: bytes, media_type: str) -> str:
    """Return a hash of what a page shows a reader: of its words for a web page, of its bytes for anything else.

    Left out of the words is what changes by itself: a date that stands alone, an age, how often it was read.

    >>> one = b"<p>Skor 77</p><script>t=1</script><div class=x>2 menit lalu</div>"
    >>> two = b"<p>Skor  77</p><script>t=2</script><div class=y>3 menit lalu</div>"
    >>> content_key(one, "text/html") == content_key(two, "text/html")
    True
    >>> content_key(one, "text/plain") == content_key(two, "text/plain")
    False
    """
    if media_type in _PAGES and (words := _words(body)):
        return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()
    return hashlib.sha256(body).hexdigest()


def _words(body: bytes) -> str:
    """Return the visible words of a page; empty where it cannot be read as one."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(body, parser=parser)
    except (etree.LxmlError, ValueError):
        return ""
    words = " ".join(text for text in _texts(root) if not _CLOCK.fullmatch(text))
    return " ".join(_COUNTED.sub(" ", _AGO.sub(" ", words)).split())


def _texts(root: html.HtmlElement) -> Iterator[str]:
    """Yield the texts below an element in order, without recursion: pages may be nested thousands deep."""
    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if skipped is None and event == "start":
            if _is_read(element):
                yield element.text or ""
            else:
                skipped = element
        if event == "end":
            if skipped is element:
                skipped = None
            if skipped is None and element is not root:
                yield element.tail or ""


def _is_read(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _NOT_TEXT:
        return False
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return not (hidden or _HIDDEN.search(element.get("style") or ""))
