"""What a web page declares about itself: title, site, day of publication.

Read from its own tags, not guessed from its text: a guess would need the clock, and would differ between runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml.html import HtmlElement

_TITLES = ("og:title", "twitter:title")
_DATES = (
    *("article:published_time", "datepublished", "og:article:published_time", "publishdate", "publish-date"),
    *("pubdate", "publish_date", "dc.date.issued", "dc.date", "dcterms.created", "date", "content_publisheddate"),
)
_DAY = re.compile(r"\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_SPACE = re.compile(r"\s+")
_MAX_JSON = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlMetadata:
    """What the page declares; None where it declares nothing."""

    title: str | None
    site: str | None
    published: date | None


def html_metadata(root: HtmlElement) -> HtmlMetadata:
    """Read title, site name and day of publication from meta tags, JSON-LD, ``<title>`` and ``<time>``."""
    metas = dict(_metas(root))
    dates = [metas[key] for key in _DATES if key in metas]
    dates += [*_json_dates(root), *_time_dates(root)]
    return HtmlMetadata(
        title=next((metas[key] for key in _TITLES if key in metas), None) or _first_text(root, "h1", "title"),
        site=metas.get("og:site_name") or metas.get("application-name"),
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


def _json_dates(root: HtmlElement) -> Iterator[str]:
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json" and script.text:
            yield from re.findall(r'"datePublished"\s*:\s*"([^"]{8,40})"', script.text[:_MAX_JSON])


def _time_dates(root: HtmlElement) -> Iterator[str]:
    for element in root.iter("time"):
        if "datetime" in element.attrib and ("pubdate" in element.attrib or _published_class(element)):
            yield element.get("datetime") or ""


def _published_class(element: HtmlElement) -> bool:
    marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
    return "publish" in marks or "entry-date" in marks


def _first_text(root: HtmlElement, *tags: str) -> str | None:
    for tag in tags:
        for element in root.iter(tag):
            text = _SPACE.sub(" ", "".join(element.itertext())).strip()
            if text:
                return text
    return None
