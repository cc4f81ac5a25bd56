"""The indexes of a source in one night: which are asked, the pages they lead to, what to remember of each."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final
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
from pipeline.sources.patience import Patience
from pipeline.sources.urls import belongs, canonical
from pipeline.sources.values import (
    Answer,
    Descriptor,
    Event,
    Failed,
    Failure,
    Getter,
    Known,
    Memory,
    Unchanged,
)

MAX_INDEXES: Final = 50  # index pages a night and source
MAX_FURTHER: Final = 5_000  # sitemaps behind one that are remembered
LIMIT: Final = "too_many_indexes"
OUT_OF_TIME: Final = "out_of_time"

_API: Final = "wp-json/wp/v2/posts"
_POSTS: Final = f"{_API}?per_page={POSTS_A_PAGE}&_fields=link,title,excerpt,modified_gmt&search="
_SHARE: Final = 0.5  # of the hour, for indexes
_LAST: Final = 3  # leads at the end of a page of a listing; what is pinned to its head says nothing about time


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """What the indexes of a source gave: pages by address, and what became of each index.

    ``missed`` are the places of those behind which something was not read; ``named`` are marks of what each names.
    """

    leads: Mapping[str, Lead]
    events: tuple[Event, ...] = ()
    missed: frozenset[int] = frozenset()
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def told(self, *, whole: bool) -> Iterator[Event]:
        """Yield what to remember of each index: that it was read, if all that it named was asked for."""
        for place, event in enumerate(self.events):
            if not isinstance(event, Unchanged):
                yield event
            elif whole and place not in self.missed:
                named = self.named.get(event.family, event.known.named)
                yield replace(event, known=replace(event.known, named=named))
            else:  # the next night reads it whole, and knows where to end by what it named before
                yield replace(event, known=event.known.forgotten())


def read_indexes(
    source: Descriptor, memory: Memory, getter: Getter, now: str, patience: Patience, *, most: int = MAX_INDEXES
) -> Indexed:
    """Ask at most ``most`` indexes of a source: the first ones, then those behind them. ``now`` is an ISO time.

    A map of sitemaps is always followed: which of them changed it need not tell. A listing, and the answers of
    WordPress, are followed as long as they name what is new, or what came since the last night fills whole pages.
    An index is remembered as read only if those behind it could be read; if the source's words, hosts or selectors
    have changed since, it is read anew.
    """
    if source.kind == "urls":
        return Indexed(leads={url: Lead(url=url) for url in map(canonical, source.urls)})
    reading = _Reading(source=source, memory=memory, getter=getter, now=now, patience=patience, most=most)
    starts = _in_turn(reading, [Lead(url=url) for url in _starts(source)])
    waiting = deque(_Waiting(url=url) for url in starts)
    while waiting:
        waiting.extend(_read(reading, waiting.popleft()))
    patience.forgive()
    return Indexed(
        leads=reading.leads,
        events=tuple(reading.events),
        missed=frozenset(reading.missed),
        named=reading.named,
    )


def is_limit(event: Event) -> bool:
    """Tell whether something was left because there is too much of it."""
    return isinstance(event, Failed) and event.failure.code in {LIMIT, OUT_OF_TIME}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """An index that is to be asked; ``behind`` are the places of the events of those that led to it.

    ``named`` are the pages that the first of them named the last night, by which the others know where to end;
    ``anew`` tells that it was read as if for the first time.
    """

    url: str
    behind: tuple[int, ...] = ()
    named: frozenset[str] = frozenset()
    anew: bool = False


@dataclass(slots=True, kw_only=True)
class _Reading:
    """Indexes that are being read: ``asked`` are their addresses, ``leads`` are found by address."""

    source: Descriptor
    memory: Memory
    getter: Getter
    now: str
    patience: Patience
    most: int
    leads: dict[str, Lead] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    missed: set[int] = field(default_factory=set)
    named: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def known(self, url: str) -> Known:
        """Return what is remembered of an index, without validators where other pages were chosen then."""
        choice = _choice(self.source)
        known = self.memory.get(url) or Known(source=self.source.name)
        kept = known if known.choice == choice else known.forgotten()
        return replace(kept, index=True, choice=choice, checked_at=self.now)

    def tell(self, event: Event) -> None:
        """Keep what became of an index."""
        self.events.append(event)
        self.patience.note(event.family, event)

    def fail(self, asked: _Waiting, known: Known, failure: Failure) -> None:
        """Keep that an index could not be read; those that led to it are to be read again the next night."""
        self.tell(
            Failed(family=asked.url, failure=failure, known=replace(known.forgotten(), trouble=failure.code))
        )
        self.missed.update(asked.behind)


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


def _read(reading: _Reading, asked: _Waiting) -> Sequence[_Waiting]:
    """Read an index; return those behind it that are to be read too."""
    if not _may_be_asked(reading, asked):
        return ()
    reading.asked.add(asked.url)
    known = reading.known(asked.url)
    answer = reading.getter.get(asked.url, reading.source, known, index=True)
    if isinstance(answer, Failure) or answer.status not in {200, 304}:
        return _no_index(reading, asked, known, answer)
    key = hashlib.sha256(answer.body).hexdigest() if answer.status == 200 else known.content_key
    if answer.status == 304 or key == known.content_key:
        return _unchanged(reading, asked, known.renewed(answer))
    try:
        page = _parsed(reading.source, answer)
    except NotAnIndexError as error:
        return _no_index(reading, asked, known, Failure(code="bad_index", message=f"the page {error}"))
    fresh = replace(known.renewed(answer), content_key=key, changed_at=reading.now)
    return _changed(reading, asked, page, known, fresh)


def _may_be_asked(reading: _Reading, asked: _Waiting) -> bool:
    if asked.url in reading.asked:
        return False
    if reading.patience.leaves(asked.url) or reading.patience.is_over(_SHARE):
        reading.missed.update(asked.behind)
        return False
    if len(reading.asked) >= reading.most:
        _leave(reading, asked)
        return False
    return True


def _unchanged(reading: _Reading, asked: _Waiting, read: Known) -> Sequence[_Waiting]:
    behind = _in_turn(reading, [Lead(url=url) for url in read.further])
    return _told(reading, asked, read, behind)


def _changed(
    reading: _Reading, asked: _Waiting, page: IndexPage, known: Known, fresh: Known
) -> Sequence[_Waiting]:
    """Take the leads of an index that changed, and go on to those behind it where they may name what is new."""
    named_new = _collect(reading, page)
    behind = _in_turn(reading, page.further)
    if reading.source.kind == "sitemap":
        return _told(reading, asked, replace(fresh, further=tuple(behind[:MAX_FURTHER])), behind)
    names = [_mark(lead.url) for lead in page.leads]
    earlier = asked.named or frozenset(known.named)
    all_is_new = bool(names and earlier) and earlier.isdisjoint(names[-_LAST:])
    first = not asked.behind or asked.anew or asked.url in reading.memory
    anew = first and known.content_key is None
    if not (named_new or all_is_new or anew):
        behind = []
    if not asked.behind:
        reading.named[asked.url] = tuple(names[:POSTS_A_PAGE])
    return [replace(one, named=earlier, anew=anew) for one in _told(reading, asked, fresh, behind)]


def _told(reading: _Reading, asked: _Waiting, read: Known, behind: Sequence[str]) -> Sequence[_Waiting]:
    """Keep that an index was read, and return those behind it."""
    reading.tell(Unchanged(family=asked.url, known=read))
    above = (*asked.behind, len(reading.events) - 1)
    return [_Waiting(url=url, behind=above) for url in behind]


def _mark(url: str) -> str:
    """Return a short name of an address, to be remembered."""
    return hashlib.sha256(url.encode()).hexdigest()[:8]


def _leave(reading: _Reading, asked: _Waiting) -> None:
    """Leave an index for there are too many; first ones and sitemaps come in their turn another night."""
    if asked.behind and reading.source.kind != "sitemap":
        message = f"comes after {reading.most} indexes and was left; what is older is not fetched"
        known = reading.known(asked.url)  # it ails nothing
        failure = Failure(code=LIMIT, message=message)
        reading.events.append(Failed(family=asked.url, failure=failure, known=known))


def _in_turn(reading: _Reading, further: Sequence[Lead]) -> list[str]:
    """Order indexes: those to be read, the newest first, then those asked longest ago, last those that failed."""

    def turn(lead: Lead) -> tuple[bool, bool, float, str]:
        known = reading.memory.get(lead.url) or Known(source=reading.source.name)
        failed = known.trouble is not None
        to_read = known.content_key is None or lead.is_newer_than(known.checked_at)
        newest = -lead.modified.timestamp() if to_read and lead.modified else 0.0
        waiting = "" if to_read and not failed else known.checked_at or ""
        return failed, not to_read, newest, waiting

    return [lead.url for lead in sorted(further, key=turn)]


def _no_index(reading: _Reading, asked: _Waiting, known: Known, answer: Answer | Failure) -> Sequence[_Waiting]:
    """Where WordPress does not answer programs its feed is asked; else the index has failed."""
    failure = (
        answer
        if isinstance(answer, Failure)
        else Failure(code=f"http_{answer.status}", message=f"the address answers {answer.status}")
    )
    if f"/{_API}" in asked.url:
        query = parse_qs(urlsplit(asked.url).query)
        if "page" in query and failure.code == "http_400":
            return ()  # WordPress says so of the page after the last
        if "page" not in query:
            term = query.get("search", [""])[0]
            feed = f"feed/?s={quote(term)}" if term else "feed/"
            return [replace(asked, url=asked.url.partition("wp-json/")[0] + feed)]
    reading.fail(asked, known, failure)
    return ()


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
