"""What a web page declares about itself: title, site, day of publication.

Read from its own tags, not guessed from its text: a guess would need the clock, and would differ between runs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lxml.html import HtmlElement

_TITLES = ("og:title", "twitter:title")
_SITES = ("og:site_name", "application-name")
_DATES = (
    *("article:published_time", "datepublished", "og:article:published_time", "publishdate", "publish-date"),
    *("pubdate", "publish_date", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "date"),
    *(
        "content_publisheddate",
        "article.published",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:publishtime",
    ),
)
_ARTICLE = re.compile(r"Article|Posting|Report|WebPage")
_DAY = re.compile(r"\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_SPACE = re.compile(r"\s+")
_MAX_JSON = 200_000
_MAX_DEPTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlMetadata:
    """What the page declares; None where it declares nothing."""

    title: str | None
    site: str | None
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Declared:
    """What a JSON-LD script says of an article."""

    title: str | None
    site: str | None
    published: str


def html_metadata(root: HtmlElement) -> HtmlMetadata:
    """Read title, site name and day of publication from meta tags, JSON-LD, microdata, title and time elements."""
    metas = dict(_metas(root))
    scripts = [found for script in _scripts(root) for found in _articles(script)]
    dates = [metas[key] for key in _DATES if key in metas]
    dates += [*(one.published for one in scripts), *_loose_dates(root), *_marked_dates(root), *_only_time(root)]
    titles = [metas.get(key) for key in _TITLES] + [one.title for one in scripts]
    sites = [metas.get(key) for key in _SITES] + [one.site for one in scripts]
    return HtmlMetadata(
        title=next(filter(None, titles), None) or _first_text(root, "h1", "title"),
        site=next(filter(None, sites), None),
        published=next(filter(None, map(day_of, dates)), None),
    )


def day_of(value: str) -> date | None:
    """Return the day of an ISO time, None for anything else. The day is the page's own, in its own zone.

    >>> day_of("2024-08-26T00:30:00+07:00"), day_of("26 Agustus 2024")
    (datetime.date(2024, 8, 26), None)
    """
    match = _DAY.match(value)
    if not match:
        return None
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        return None
    return day if day.year >= 1995 else None  # older: the zero of some clock


def _metas(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield names and contents of the meta tags, the first of each name last so that it wins."""
    for meta in reversed(list(root.iter("meta"))):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = _SPACE.sub(" ", meta.get("content") or "").strip()
        if key and content:
            yield key.strip().lower(), content


def _scripts(root: HtmlElement) -> Iterator[str]:
    """Yield the JSON-LD scripts of a page."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json" and script.text:
            yield script.text[:_MAX_JSON]


def _articles(script: str) -> Iterator[_Declared]:
    """Yield what a script says of articles; nothing where it is damaged."""
    try:
        data = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return
    for thing in _things(data):
        if "datePublished" in thing or "headline" in thing or _ARTICLE.search(str(thing.get("@type"))[:200]):
            publisher = thing.get("publisher")
            yield _Declared(
                title=_string(thing.get("headline")),
                site=_string(publisher.get("name")) if isinstance(publisher, dict) else None,
                published=_string(thing.get("datePublished")) or "",
            )


def _things(data: object, depth: int = 0) -> Iterator[Mapping[str, object]]:
    """Yield the objects of a JSON value, outer ones first."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(data, dict):
        yield data
    inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for value in inside:
        yield from _things(value, depth + 1)


def _string(value: object) -> str | None:
    return (_SPACE.sub(" ", value).strip() or None) if isinstance(value, str) else None


def _loose_dates(root: HtmlElement) -> Iterator[str]:
    """Yield days from scripts that are no sound JSON: sites paste titles with quotation marks into them."""
    for script in _scripts(root):
        yield from re.findall(r'"datePublished"\s*:\s*"([^"]{8,40})"', script)


def _marked_dates(root: HtmlElement) -> Iterator[str]:
    """Yield the days of elements that are marked as the day of publication."""
    for element in root.iter("time", "abbr", "span", "div", "p"):
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
        published = "datepublished" in marks or "entry-date" in marks
        if element.tag in {"time", "abbr"}:
            published = published or "publish" in marks or "pubdate" in element.attrib
        if published:
            yield element.get("datetime") or element.get("content") or element.get("title") or ""


def _only_time(root: HtmlElement) -> Iterator[str]:
    """Yield the day of the one ``<time>`` that the article has."""
    article = next(root.iter("article"), None)
    times = {element.get("datetime") or "" for element in article.iter("time")} if article is not None else set()
    if len(times) == 1:
        yield times.pop()


def _first_text(root: HtmlElement, *tags: str) -> str | None:
    for tag in tags:
        for element in root.iter(tag):
            text = _SPACE.sub(" ", "".join(element.itertext())).strip()
            if text:
                return text
    return None
