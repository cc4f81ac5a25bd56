"""Indexes to leads: feeds, sitemaps, listing pages and WordPress's answers. Bytes in, values out."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from itertools import islice
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

import msgspec
from cssselect import SelectorError
from lxml import etree, html
from lxml.cssselect import CSSSelector

from pipeline.sources.urls import joined, words_of
from pipeline.sources.values import Descriptor, Selectors

MAX_UNPACKED: Final = 50 << 20
MAX_LISTING: Final = 5 << 20  # bytes; the largest page of a site that was seen has half a megabyte
MAX_LEADS: Final = 50_000  # of one index: the most that a sitemap may have
MAX_TEXT: Final = 2_000  # characters of a title or summary
POSTS_A_PAGE: Final = 100  # the most that WordPress gives


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A page, or a further index, that an index names; ``modified`` is None where it does not say when."""

    url: str
    title: str = ""
    summary: str = ""
    modified: datetime | None = None

    def is_newer_than(self, time: str | None) -> bool:
        """Tell whether it changed after a time (ISO), as far as its index says; after none in any case."""
        before = moment(time) if time else None
        return self.modified is not None and (before is None or self.modified > before)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """What an index names: pages, and further indexes."""

    leads: tuple[Lead, ...] = ()
    further: tuple[Lead, ...] = ()


class NotAnIndexError(ValueError):
    """The bytes are no index of the kind that was asked for."""


def wanted(lead: Lead, source: Descriptor) -> bool:
    """Tell whether a lead has one of the source's words, and none of those it is to be without.

    Words are whole: ``IKP`` is not in SIKPA; but an ending is no other word, as in kerawanannya.
    """
    text = f"{lead.title} {lead.summary} {words_of(lead.url)}"
    return (not source.words or _has(text, source.words)) and not _has(text, source.without)


def _has(text: str, words: tuple[str, ...]) -> bool:
    """Tell whether a text has one of these words or phrases, whatever stands between the words of a phrase."""
    return any(_pattern(word).search(text) for word in words)


@lru_cache(maxsize=256)
def _pattern(word: str) -> re.Pattern[str]:
    parts = r"[\W_]+".join(re.escape(part) for part in re.split(r"[\W_]+", word) if part)
    return re.compile(rf"(?<!\w){parts or re.escape(word)}(?:nya|lah|kah|pun)?(?!\w)", re.IGNORECASE)


def feed_leads(body: bytes, base: str) -> IndexPage:
    """Read RSS 2.0, RSS 1.0 or Atom. Raises NotAnIndexError."""
    root = _xml(body)
    entries = list(islice(root.iter("{*}item", "{*}entry"), MAX_LEADS))
    if not entries and _name(root) not in {"rss", "RDF", "feed"}:
        raise NotAnIndexError("is no feed")
    return IndexPage(leads=tuple(lead for entry in entries if (lead := _entry(entry, base)) is not None))


def _entry(entry: etree._Element, base: str) -> Lead | None:
    url = joined(base, _link(entry))
    if url is None:
        return None
    return Lead(
        url=url,
        title=_plain(_child(entry, "title")),
        summary=_plain(_child(entry, "description", "summary", "content")),
        modified=moment(_child(entry, "updated", "modified", "pubDate", "date", "published")),
    )


def _link(entry: etree._Element) -> str:
    links = [element for element in entry if _name(element) == "link"]
    for link in links:
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return link.get("href", "")
    texts = [link.text.strip() for link in links if link.text and link.text.strip()]
    return texts[0] if texts else _child(entry, "guid")


def sitemap_leads(body: bytes, base: str) -> IndexPage:
    """Read a sitemap or an index of sitemaps, packed or not. Raises NotAnIndexError."""
    root = _xml(_unpacked(body))
    kind = _name(root)
    if kind not in {"urlset", "sitemapindex"}:
        raise NotAnIndexError("is no sitemap")
    found = [
        Lead(url=url, title=_plain(_news_title(entry)), modified=moment(_child(entry, "lastmod")))
        for entry in islice(root.iter("{*}url", "{*}sitemap"), MAX_LEADS)
        if (url := joined(base, _child(entry, "loc"))) is not None
    ]
    if kind == "sitemapindex":
        return IndexPage(further=tuple(found))
    return IndexPage(leads=tuple(found))


def _news_title(entry: etree._Element) -> str:
    return next((title.text or "" for title in entry.iter("{*}title")), "")


def listing_leads(body: bytes, base: str, selectors: Selectors) -> IndexPage:
    """Read a listing page by its selectors. Raises NotAnIndexError."""
    if len(body) > MAX_LISTING:
        raise NotAnIndexError(f"has more than {MAX_LISTING >> 20} MB")
    try:
        root = html.document_fromstring(body, parser=html.HTMLParser(no_network=True, remove_comments=True))
        base = next((url for one in root.iter("base") if (url := joined(base, one.get("href") or ""))), base)
        items = _found(selectors.items, root)[:MAX_LEADS]
        leads = [lead for item in items for lead in _item(item, selectors, base)]
        following = _found(selectors.next, root)
    except (etree.LxmlError, SelectorError, ValueError) as error:
        raise NotAnIndexError(f"cannot be read as a listing ({error})") from error
    further = [
        Lead(url=url) for element in following if (url := joined(base, element.get("href") or "")) is not None
    ]
    unique = {lead.url: lead for lead in reversed(leads)}
    return IndexPage(leads=tuple(reversed(unique.values())), further=tuple(further[:1]))


def _item(item: etree._Element, selectors: Selectors, base: str) -> Iterator[Lead]:
    """Yield the first link of an entry that leads to a page."""
    title = next((_text(found) for found in _found(selectors.title, item)), "")
    for link in _found(selectors.link, item):
        url = joined(base, link.get("href") or "") if link.get("href") else None
        if url is not None:
            yield Lead(url=url, title=title or _text(link), summary=_text(item))
            return


@lru_cache(maxsize=64)
def _compiled(selector: str) -> CSSSelector:
    return CSSSelector(selector)


def _found(selector: str, element: etree._Element) -> list[etree._Element]:
    """Return what a selector finds below an element, the element itself included; nothing by an empty one."""
    found = _compiled(selector)(element) if selector else []
    return [one for one in found if etree.iselement(one)] if isinstance(found, list) else []


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rendered:
    rendered: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Post:
    link: str
    title: _Rendered = _Rendered()
    excerpt: _Rendered = _Rendered()
    modified_gmt: str = ""


def wordpress_leads(body: bytes, base: str) -> IndexPage:
    """Read the posts that a WordPress site answers with; a full page leads to the next. Raises NotAnIndexError."""
    try:
        posts = msgspec.json.decode(body, type=tuple[_Post, ...])
    except (msgspec.DecodeError, ValueError) as error:
        raise NotAnIndexError(f"is no list of posts ({error})") from error
    return IndexPage(
        leads=tuple(
            Lead(
                url=url,
                title=_plain(post.title.rendered),
                summary=_plain(post.excerpt.rendered),
                modified=moment(post.modified_gmt),
            )
            for post in posts[:MAX_LEADS]
            if (url := joined(base, post.link)) is not None
        ),
        further=(Lead(url=_next_page(base)),) if len(posts) >= POSTS_A_PAGE else (),
    )


def _next_page(url: str) -> str:
    """Return the address of the next page of a WordPress site's answer.

    >>> _next_page("https://a.id/posts?search=rawan%20pemilu"), _next_page("https://a.id/posts?page=2")
    ('https://a.id/posts?search=rawan%20pemilu&page=2', 'https://a.id/posts?page=3')
    """
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    number = query.get("page", "1")
    page = int(number) + 1 if number.isdecimal() and len(number) < 6 else 2
    return urlunsplit(parts._replace(query=urlencode({**query, "page": page}, quote_via=quote)))


def moment(text: str) -> datetime | None:
    """Read the time of an index, in either spelling; one without a zone is UTC. None for what is no time.

    >>> moment("Sat, 06 Jan 2024 10:00:00 +0700").isoformat(), moment("2024-01-06").isoformat(), moment("kemarin")
    ('2024-01-06T10:00:00+07:00', '2024-01-06T00:00:00+00:00', None)
    """
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text.strip())
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None


def _xml(body: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, recover=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(body.lstrip(), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise NotAnIndexError(f"is no XML ({error})") from error
    if root is None:
        raise NotAnIndexError("is no XML")
    return root


def _unpacked(body: bytes) -> bytes:
    """Inflate a packed sitemap, counting. Raises NotAnIndexError."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as file:
            data = file.read(MAX_UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise NotAnIndexError("is a damaged gzip file") from error
    if len(data) > MAX_UNPACKED:
        raise NotAnIndexError(f"unpacks to more than {MAX_UNPACKED >> 20} MB")
    return data


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _child(element: etree._Element, *names: str) -> str:
    """Return the text of the first child by the first of these names that has any."""
    for name in names:
        for child in element:
            if _name(child) == name and (text := _text(child)):
                return text
    return ""


def _text(element: etree._Element) -> str:
    """Return the beginning of the words of an element."""
    pieces: list[str] = []
    size = 0
    for piece in element.itertext():
        pieces.append(str(piece))
        size += len(pieces[-1])
        if size > MAX_TEXT:
            break
    return " ".join("".join(pieces)[:MAX_TEXT].split())


def _plain(text: str) -> str:
    """Return the words of a text that may be HTML, of its beginning."""
    text = text[: 4 * MAX_TEXT]
    if "<" not in text and "&" not in text:
        return text
    try:
        return _text(html.fragment_fromstring(text, create_parent="div"))
    except (etree.LxmlError, ValueError):
        return text
