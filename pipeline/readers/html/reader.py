"""Web pages: every visible block in document order; trafilatura says which of them are the article.

Both are needed. trafilatura finds the article well and loses tables that stand outside of it; a plain walk
through the tree loses nothing and cannot tell an article from a menu.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from pipeline.errors import ReadError
from pipeline.model import Document, Notice
from pipeline.readers.decode import Decoded, decode, encoding_notice, known_charset
from pipeline.readers.drafts import assemble
from pipeline.readers.html.article import article_of, main_marked
from pipeline.readers.html.blocks import html_pieces
from pipeline.readers.html.metadata import html_metadata

VERSION = 4
MAX_HTML_BYTES = 20 * 1024 * 1024
MAX_ARTICLE_LENGTH = 2_000_000  # trafilatura takes 1 to 6 s a MB; a longer page is a listing, not an article
_WIDEST_ROW = 2_000

_NEXT_PAGE = re.compile(
    r"\W*(?:(?:halaman|page)\s*:?\s*1\W+(?:dari |of )?\W*2\b|(?:halaman|page) (?:selanjutnya|berikutnya|next)"
    r"|next page|(?:tampilkan|lihat|baca) semua(?: halaman)?\W*$|(?:show|view) all(?: pages)?\W*$)",
    re.IGNORECASE,
)
_LONGEST_PAGER = 60  # characters of the line that leads to the next page
# 100,000 attributes in one element take the parser minutes; pictures written into the page have no words.
_LONG_TAG = re.compile(r"<([A-Za-z][\w:-]*+)[^<>]{5000,}+>")
_DRESS = re.compile(
    r"</?(?:font|span|b|i|u|s|em|strong|big|small|center|tt|a|label)(?:\s[^<>]*+)?>", re.IGNORECASE
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{3,30})", re.IGNORECASE)


def read_html(data: bytes, *, name: str, sha256: str, media_type: str) -> Document:
    """Read a web page. Raises ``ReadError``: too_large, no_text, damaged, unknown_format."""
    if len(data) > MAX_HTML_BYTES:
        limit = MAX_HTML_BYTES // 1024**2
        raise ReadError(
            f"a page of more than {limit} MB", where=name, remedy="save the article alone", code="too_large"
        )
    decoded = decode(data, name=name, declared=_declared(data))
    root, source = _parsed(decoded.text, name)
    pieces = html_pieces(root)
    metadata = html_metadata(root)
    article = article_of(source, pieces) if _may_hold_article(root, source) else None
    text, blocks = assemble(main_marked(pieces, article, metadata.title))
    if not text.strip():
        raise ReadError(
            "the page holds no text", where=name, remedy="save it with its content loaded", code="no_text"
        )
    notices = encoding_notice(decoded, sha256=sha256)
    if article is None:
        notices += (
            Notice(level="info", code="no_article", message="no article found: all text", document=sha256),
        )
    if any(_leads_on(piece.draft.text) for piece in pieces):
        message = "the article may go on on another page: save that too, or the page that shows all"
        notices += (Notice(level="info", code="next_page", message=message, document=sha256),)
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


def _leads_on(text: str) -> bool:
    """Tell whether a line leads to the next page of an article: "Halaman 1 2 3", "Tampilkan semua"."""
    return 0 < len(text) <= _LONGEST_PAGER and _NEXT_PAGE.match(text) is not None


def parse_html(decoded: Decoded, *, name: str) -> HtmlElement:
    """Parse without network and with the parser's limits on depth and size; comments go.

    Raises ``ReadError`` (damaged).
    """
    return _parsed(decoded.text, name)[0]


def _parsed(text: str, name: str) -> tuple[HtmlElement, str]:
    """Return the tree of a page, and the text that it was made of.

    The parser gives up in silence where elements are nested beyond its limit. Pages of people who never close
    ``<font>`` go over it, so they are parsed once more without what only dresses the text.
    """
    text = _LONG_TAG.sub(r"<\1>", text.lstrip("\ufeff").replace("\0", ""))
    for source in (text, _DRESS.sub("", text)):
        parser = HTMLParser(
            encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
        )
        try:
            root = document_fromstring(source.encode("utf-8", errors="replace"), parser=parser)
        except (etree.LxmlError, ValueError) as error:
            raise ReadError(
                "not readable as HTML", where=name, remedy="save the page anew", code="damaged"
            ) from error
        if not any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
            return root, source
    raise ReadError("nested too deeply", where=name, remedy="save the article alone", code="damaged")


def _may_hold_article(root: HtmlElement, source: str) -> bool:
    """Tell whether trafilatura may be asked: it takes long for a long page, or a row of thousands of cells."""
    return len(source) <= MAX_ARTICLE_LENGTH and all(len(row) <= _WIDEST_ROW for row in root.iter("tr"))


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    return known_charset(match[1].decode("ascii")) if match else None
