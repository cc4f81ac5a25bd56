"""The indexes of a source in one night: which are asked, the pages they lead to, what to remember of each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, Protocol
from urllib.parse import parse_qs, quote, urlsplit

from pipeline.sources.leads import (
    POSTS_A_PAGE,
    IndexPage,
    Lead,
    NotAnIndexError,
    feed_leads,
    listing_leads,
    sitemap_leads,
    wanted,
    wordpress_leads,
)
from pipeline.sources.urls import belongs, canonical
from pipeline.sources.values import Answer, Descriptor, Event, Failed, Failure, Known, Memory, Unchanged

GIVE_UP: Final = 5  # answers in a row that a site in trouble does not give, after which it is left alone tonight
MAX_INDEXES: Final = 50  # index pages a night and source
LIMIT: Final = "too_many_indexes"

_API: Final = "wp-json/wp/v2/posts"
_POSTS: Final = f"{_API}?per_page={POSTS_A_PAGE}&_fields=link,title,excerpt,modified_gmt&search="
_TROUBLE: Final = frozenset({"network", "timeout", "http_429", "http_503"})


class Getter(Protocol):
    """What a visit needs of the web client."""

    def get(
        self,
        url: str,
        descriptor: Descriptor,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        index: bool = False,
    ) -> Answer | Failure:
        """Ask for a page, conditionally where validators are given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """What the indexes of a source gave: pages by address, what became of each index.

    ``refused`` answers in a row, the last ones, were not given by a site in trouble.
    """

    leads: Mapping[str, Lead]
    events: tuple[Event, ...] = ()
    refused: int = 0


def read_indexes(
    source: Descriptor, memory: Memory, getter: Getter, now: str, *, most: int = MAX_INDEXES
) -> Indexed:
    """Ask at most ``most`` indexes of a source: the first ones and those behind them. ``now`` is an ISO time.

    A map of sitemaps is always followed: which of them changed it need not tell. A listing and the answers of
    WordPress are followed as long as they name what is new. An index is remembered as read only if those behind
    it could be read; if the source's words, hosts or selectors have changed since, it is read anew.
    """
    if source.kind == "urls":
        return Indexed(leads={url: Lead(url=url) for url in map(canonical, source.urls)})
    reading = _Reading(source=source, memory=memory, getter=getter, now=now, most=most)
    for url in _starts(source):
        _read(reading, url)
    return Indexed(leads=reading.leads, events=tuple(reading.events), refused=reading.refused)


def is_in_trouble(event: Event) -> bool:
    """Tell whether a page or index failed for what ails its site, not for what ails itself."""
    return isinstance(event, Failed) and event.failure.code in _TROUBLE


def is_limit(event: Event) -> bool:
    """Tell whether an index was left because there are too many."""
    return isinstance(event, Failed) and event.failure.code == LIMIT


def unread(event: Event) -> Event:
    """Forget the validators of an index, so that the next night reads it whole."""
    if isinstance(event, Unchanged):
        return replace(event, known=forgotten(event.known))
    return event


def renewed(known: Known, answer: Answer) -> Known:
    """Return what is known after an answer; 304 may leave its validators out."""
    kept = answer.status == 304
    return replace(
        known,
        etag=answer.etag or (known.etag if kept else None),
        last_modified=answer.last_modified or (known.last_modified if kept else None),
        gone=False,
        trouble=None,
    )


@dataclass(slots=True, kw_only=True)
class _Reading:
    """Indexes that are being read: ``asked`` are their addresses, ``leads`` are found by address."""

    source: Descriptor
    memory: Memory
    getter: Getter
    now: str
    most: int
    leads: dict[str, Lead] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    refused: int = 0

    def known(self, url: str) -> Known:
        """Return what is remembered of an index, without validators where other pages were chosen then."""
        choice = _choice(self.source)
        known = self.memory.get(url) or Known(source=self.source.name)
        kept = known if known.choice == choice else forgotten(known)
        return replace(kept, index=True, choice=choice, checked_at=self.now)

    def tell(self, event: Event) -> None:
        """Keep what became of an index."""
        self.events.append(event)
        self.refused = self.refused + 1 if is_in_trouble(event) else 0


def forgotten(known: Known) -> Known:
    """Return what is known without validators: what is asked for then is had whole."""
    return replace(known, etag=None, last_modified=None, content_key=None)


def _choice(source: Descriptor) -> str:
    """Return a key of what decides which pages of an index are taken."""
    what = (source.words, source.without, source.urls, source.hosts, source.selectors)
    return hashlib.sha256(repr(what).encode()).hexdigest()[:16]


def _starts(source: Descriptor) -> Iterator[str]:
    for url in source.urls:
        if source.kind == "wordpress":
            site = canonical(url).partition("?")[0].rstrip("/")
            yield from (f"{site}/{_POSTS}{quote(term)}" for term in source.search or ("",))
        else:
            yield canonical(url)


def _read(reading: _Reading, url: str) -> bool:
    """Read an index and those behind it; tell whether all of them could be read."""
    if url in reading.asked:
        return True
    if reading.refused >= GIVE_UP:
        return False
    if len(reading.asked) >= reading.most:
        _leave(reading, url)
        return True
    reading.asked.add(url)
    known = reading.known(url)
    answer = reading.getter.get(
        url, reading.source, etag=known.etag, last_modified=known.last_modified, index=True
    )
    if isinstance(answer, Failure) or answer.status not in {200, 304}:
        return _no_index(reading, url, known, answer)
    return _answered(reading, url, known, answer)


def _answered(reading: _Reading, url: str, known: Known, answer: Answer) -> bool:
    """Take the leads of an index that answers, where it changed, and go on to those behind it."""
    read = renewed(known, answer)
    key = hashlib.sha256(answer.body).hexdigest() if answer.status == 200 else known.content_key
    behind: Sequence[str] = known.further if reading.source.kind == "sitemap" else ()
    if answer.status == 200 and key != known.content_key:
        try:
            page = _parsed(reading.source, answer)
        except NotAnIndexError as error:
            failure = Failure(code="bad_index", message=f"the page {error}")
            reading.tell(Failed(family=url, failure=failure, known=replace(known, trouble="bad_index")))
            return False
        named_new = _collect(reading, page)
        follow = named_new or known.content_key is None or reading.source.kind == "sitemap"
        behind = _in_turn(reading, page.further) if follow else ()
        # What follows a listing is found on it again; what a map of sitemaps names is asked when it is unchanged.
        further = tuple(behind) if reading.source.kind == "sitemap" else ()
        read = replace(read, content_key=key, changed_at=reading.now, further=further)
    else:
        behind = _in_turn(reading, [Lead(url=one) for one in behind])
    place = len(reading.events)
    reading.tell(Unchanged(family=url, known=read))
    missed = [one for one in behind if not _read(reading, one)]
    if missed:
        reading.events[place] = unread(reading.events[place])
    return not missed


def _leave(reading: _Reading, url: str) -> None:
    """Leave an index for there are too many: of sitemaps those that wait longest come first the next night."""
    if reading.source.kind != "sitemap":
        message = f"comes after {reading.most} indexes and was left; what is older is not fetched"
        known = replace(reading.known(url), trouble=LIMIT)
        reading.events.append(Failed(family=url, failure=Failure(code=LIMIT, message=message), known=known))


def _in_turn(reading: _Reading, further: Sequence[Lead]) -> list[str]:
    """Order further indexes: those to be read first, the newest before others, then those asked longest ago."""

    def turn(lead: Lead) -> tuple[bool, float, str]:
        known = reading.memory.get(lead.url)
        modified = lead.modified.timestamp() if lead.modified else 0.0
        if known is None or known.content_key is None or known.checked_at is None:
            return False, -modified, ""
        checked = datetime.fromisoformat(known.checked_at).timestamp()
        return (False, -modified, "") if modified > checked else (True, 0.0, known.checked_at)

    return [lead.url for lead in sorted(further, key=turn)]


def _no_index(reading: _Reading, url: str, known: Known, answer: Answer | Failure) -> bool:
    """Where WordPress does not answer programs its feed is asked; else the index has failed."""
    if f"/{_API}" in url:
        query = parse_qs(urlsplit(url).query)
        if "page" in query and isinstance(answer, Failure) and answer.code == "http_400":
            return True  # WordPress says so of the page after the last
        if "page" not in query:
            term = query.get("search", [""])[0]
            return _read(reading, url.partition("wp-json/")[0] + (f"feed/?s={quote(term)}" if term else "feed/"))
    failure = (
        answer
        if isinstance(answer, Failure)
        else Failure(code=f"http_{answer.status}", message=f"the address answers {answer.status}")
    )
    reading.tell(Failed(family=url, failure=failure, known=replace(known, trouble=failure.code)))
    return False


def _parsed(source: Descriptor, answer: Answer) -> IndexPage:
    match source.kind:
        case "sitemap":
            return sitemap_leads(answer.body, answer.url)
        case "listing" if source.selectors is not None:
            return listing_leads(answer.body, answer.url, source.selectors)
        case "wordpress" if f"/{_API}" in answer.url:
            return wordpress_leads(answer.body, answer.url)
        case _:
            return feed_leads(answer.body, answer.url)


def _collect(reading: _Reading, page: IndexPage) -> bool:
    """Keep the leads that the source wants; tell whether any is new."""
    chosen = [lead for lead in page.leads if belongs(lead.url, reading.source) and wanted(lead, reading.source)]
    new = [lead for lead in chosen if lead.url not in reading.memory and lead.url not in reading.leads]
    for lead in chosen:
        reading.leads.setdefault(lead.url, lead)
    return bool(new)
