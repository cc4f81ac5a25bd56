"""Web pages: every visible block in document order; trafilatura says which of them are the article.

Both are needed. trafilatura finds the article well and loses tables that stand outside of it; a plain walk
through the tree loses nothing and cannot tell an article from a menu.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from pipeline.errors import ReadError
from pipeline.model import Document, Notice
from pipeline.readers.decode import Decoded, decode, encoding_notice
from pipeline.readers.drafts import Draft, assemble
from pipeline.readers.html_blocks import HtmlPiece, html_pieces
from pipeline.readers.html_metadata import html_metadata

VERSION = 1
MAX_HTML_BYTES = 20 * 1024 * 1024
MAX_ARTICLE_BYTES = 2 * 1024 * 1024  # trafilatura takes 1 to 6 s a MB; a longer page is a listing, not an article

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{3,30})", re.IGNORECASE)
_SAFE_CHARSET = re.compile(r"(?:iso-?8859-\d{1,2}|latin-?1|windows-125\d|cp125\d|us-ascii|ascii|koi8-r|gbk|big5)")
_SPACE = re.compile(r"\s+")
_NEAR = 5  # blocks between two pieces of one article: a share bar, an advertisement
_SHORT_ARTICLE = 250
_LONG = 40  # characters without blanks from which a text is found inside the article by itself

for _logger in ("trafilatura", "htmldate", "readability"):  # they report each odd page on the user's terminal
    logging.getLogger(_logger).addHandler(logging.NullHandler())
    logging.getLogger(_logger).propagate = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The article's blocks without white space: one by one, and run together."""

    parts: frozenset[str]
    whole: str

    def holds(self, text: str) -> bool:
        """Tell whether a block of the page is in the article."""
        squeezed = _SPACE.sub("", text)
        return squeezed in self.parts or (len(squeezed) >= _LONG and squeezed in self.whole)


def read_html(data: bytes, *, name: str, sha256: str, media_type: str) -> Document:
    """Read a web page. Raises ``ReadError``: too_large, no_text, damaged, unknown_format."""
    if len(data) > MAX_HTML_BYTES:
        limit = MAX_HTML_BYTES // 1024**2
        raise ReadError(
            f"a page of more than {limit} MB", where=name, remedy="save the article alone", code="too_large"
        )
    decoded = decode(data, name=name, declared=_declared(data))
    root = _parse(decoded, name)
    pieces = html_pieces(root)
    metadata = html_metadata(root)
    article = _trusted(_article(decoded.text), pieces) if len(data) <= MAX_ARTICLE_BYTES else None
    text, blocks = assemble(_main_marked(pieces, article, metadata.title))
    if not text:
        raise ReadError(
            "the page holds no text", where=name, remedy="save it with its content loaded", code="no_text"
        )
    notices = encoding_notice(decoded, sha256=sha256)
    if article is None:
        notices += (
            Notice(level="info", code="no_article", message="no article found: all text", document=sha256),
        )
    return Document(
        sha256=sha256,
        media_type=media_type,
        text=text,
        blocks=blocks,
        reader="html",
        reader_version=VERSION,
        title=metadata.title,
        site=metadata.site,
        published=metadata.published,
        notices=notices,
    )


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    label = match[1].decode("ascii").lower() if match else ""
    if not _SAFE_CHARSET.fullmatch(label):
        return None
    return (
        "cp1252" if label in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else label
    )  # as browsers do


def _parse(decoded: Decoded, name: str) -> HtmlElement:
    """Parse without network and with the parser's limits on depth and size; comments go."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    text = decoded.text.lstrip("\ufeff").replace("\0", "")
    try:
        return document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReadError("not readable as HTML", where=name, remedy="save the page anew", code="damaged") from error


def _article(text: str) -> Article | None:
    """Return what trafilatura takes for the article, None where it finds none or fails."""
    try:
        found = trafilatura.bare_extraction(
            text, include_comments=False, include_tables=True, include_images=False, with_metadata=False
        )
    except Exception:  # noqa: BLE001 - it was made for the web at large and fails in many ways; we have a fallback
        return None
    body = getattr(found, "body", None)
    if body is None:
        return None
    parts = [
        _SPACE.sub("", "".join(element.itertext())) for element in body.iter("head", "p", "item", "cell", "quote")
    ]
    whole = _SPACE.sub("", "".join(body.itertext()))
    return Article(parts=frozenset(filter(None, parts)), whole=whole) if whole else None


def _main_marked(pieces: Sequence[HtmlPiece], article: Article | None, title: str | None) -> list[Draft]:
    """Say of each block whether it is part of the article."""
    drafts = [piece.draft for piece in pieces]
    hits = [article is not None and article.holds(_wording(draft)) for draft in drafts]
    if not any(hits):
        anything = not all(piece.furniture for piece in pieces)
        return [replace(piece.draft, main=not (piece.furniture and anything)) for piece in pieces]
    low, high = _reach(drafts, hits)
    return [
        replace(
            draft,
            main=(low <= index <= high and (hit or (draft.kind == "table_row" and not pieces[index].furniture)))
            or (draft.kind == "heading" and draft.text == title),
        )
        for index, (draft, hit) in enumerate(zip(drafts, hits, strict=True))
    ]


def _wording(draft: Draft) -> str:
    return "".join(cell.text for cell in draft.cells) if draft.cells else draft.text


def _reach(drafts: Sequence[Draft], hits: Sequence[bool]) -> tuple[int, int]:
    """Return the first and last index of the article.

    Long blocks of the article mark it; short ones ("Kota Beta (12,3)") count only near it, because the same few
    words may stand in a menu.
    """
    sure = [
        i for i, (draft, hit) in enumerate(zip(drafts, hits, strict=True)) if hit and len(_wording(draft)) > 60
    ]
    if not sure:
        return 0, len(drafts)
    low, high = sure[0], sure[-1]
    for index in range(high, len(drafts)):
        high = index if hits[index] and index - high <= _NEAR else high
    for index in range(low, -1, -1):
        low = index if hits[index] and low - index <= _NEAR else low
    return low, high


def _trusted(article: Article | None, pieces: Sequence[HtmlPiece]) -> Article | None:
    """Distrust an article that is a sentence of a page with far more to read: a cookie banner, a teaser."""
    if article is None or len(article.whole) >= _SHORT_ARTICLE:
        return article
    readable = sum(len(_wording(piece.draft)) for piece in pieces if not piece.furniture)
    return None if readable > 4 * len(article.whole) else article
