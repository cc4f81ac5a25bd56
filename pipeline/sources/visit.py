"""One source, one night: what its indexes name and what is remembered goes in, events come out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final, Protocol
from urllib.parse import quote, urljoin

from pipeline.sources.content import content_key
from pipeline.sources.folder import visit_folder
from pipeline.sources.leads import (
    IndexPage,
    Lead,
    NotAnIndexError,
    feed_leads,
    listing_leads,
    sitemap_leads,
    wanted,
    wordpress_leads,
)
from pipeline.sources.urls import belongs, canonical, is_front_page
from pipeline.sources.values import (
    Answer,
    Brought,
    Descriptor,
    Event,
    Failed,
    Failure,
    Gone,
    Known,
    Memory,
    Unchanged,
)

GIVE_UP: Final = 5  # pages in a row that a site in trouble does not give, after which it is left alone tonight
MAX_INDEXES: Final = 50  # index pages a night and source
SELDOM_DAYS: Final = 30  # how often a page is looked at that has long stayed as it is
_POSTS: Final = "wp-json/wp/v2/posts?per_page=100&_fields=link,title,excerpt,modified_gmt&search="


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


def visit(source: Descriptor, memory: Memory, getter: Getter, now: datetime) -> Iterator[Event]:
    """Visit a source: its indexes, the pages that are new, then those that are due to be looked at again.

    ``memory`` is what is remembered of this source, by family. At most ``source.max_pages`` pages are asked for.
    An index is remembered as read only when all that it named was asked for: what did not fit into a night is
    found again in the next one.
    """
    if source.kind == "folder":
        yield from visit_folder(source, memory, now)
        return
    night = _Night(source=source, memory=memory, getter=getter, now=now)
    indexes = list(_indexes(night))
    new = [lead for lead in night.leads.values() if lead.url not in memory]
    due = sorted((url for url in memory if _is_due(night, url)), key=lambda url: (_priority(memory[url]), url))
    pages = [lead.url for lead in new] + due
    asked, refused = 0, 0
    for url in pages[: source.max_pages]:
        event = _page(night, url)
        yield event
        asked += 1
        refused = refused + 1 if _is_in_trouble(event) else 0
        if refused >= GIVE_UP:
            break  # each further page would cost minutes of waiting, and a site in trouble its peace
    whole = len(new) <= asked
    yield from (event if whole else _unread(event) for event in indexes)


def _is_in_trouble(event: Event) -> bool:
    """Tell whether a page failed for what ails its site, not for what ails the page."""
    return isinstance(event, Failed) and event.failure.code in {"network", "timeout", "http_429", "http_503"}


@dataclass(slots=True, kw_only=True)
class _Night:
    """A visit under way: ``leads`` are found by address, ``asked`` counts index pages."""

    source: Descriptor
    memory: Memory
    getter: Getter
    now: datetime
    leads: dict[str, Lead] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    @property
    def moment(self) -> str:
        return self.now.strftime("%Y-%m-%dT%H:%M:%SZ")

    def known(self, family: str, *, index: bool = False) -> Known:
        return self.memory.get(family) or Known(source=self.source.name, index=index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a first night at a source would find: its indexes, what they lead to, and the first page."""

    indexes: tuple[Event, ...]
    leads: tuple[Lead, ...]
    first: Event | None = None


def preview(source: Descriptor, getter: Getter, now: datetime) -> Preview:
    """Look at the indexes of a source and at one page, as if for the first time."""
    if source.kind == "folder":
        events = tuple(visit_folder(source, {}, now))
        brought = tuple(Lead(url=event.family) for event in events if isinstance(event, Brought))
        return Preview(indexes=tuple(e for e in events if isinstance(e, Failed)), leads=brought)
    night = _Night(source=source, memory={}, getter=getter, now=now)
    indexes = tuple(_indexes(night))
    leads = tuple(night.leads.values())
    return Preview(indexes=indexes, leads=leads, first=_page(night, leads[0].url) if leads else None)


# --- indexes ---


def _indexes(night: _Night) -> Iterator[Event]:
    """Read the indexes of the source and collect their leads; yield what became of each."""
    if night.source.kind == "urls":
        _collect(
            night, IndexPage(leads=tuple(Lead(url=canonical(url)) for url in night.source.urls)), choose=False
        )
        return
    for url in _starts(night.source):
        yield from _index(night, url)


def _starts(source: Descriptor) -> Iterator[str]:
    for url in source.urls:
        if source.kind == "wordpress":
            yield from (urljoin(url, _POSTS + quote(term)) for term in source.search or ("",))
        else:
            yield canonical(url)


def _index(night: _Night, url: str) -> Iterator[Event]:
    """Read an index and those that it leads to, as long as they name what is new."""
    if url in night.asked or len(night.asked) >= MAX_INDEXES:
        return
    night.asked.add(url)
    known = replace(night.known(url, index=True), index=True, checked_at=night.moment)
    answer = night.getter.get(url, night.source, etag=known.etag, last_modified=known.last_modified, index=True)
    if isinstance(answer, Failure) or answer.status not in {200, 304}:
        yield from _no_index(night, url, known, answer)
        return
    read = _renewed(known, answer)
    key = hashlib.sha256(answer.body).hexdigest() if answer.status == 200 else known.content_key
    if answer.status == 304 or key == known.content_key:
        yield Unchanged(family=url, known=read)
        return
    try:
        page = _parsed(night.source, answer)
    except NotAnIndexError as error:
        failure = Failure(code="bad_index", message=f"the page {error}")
        yield Failed(family=url, failure=failure, known=replace(known, trouble="bad_index"))
        return
    found_new = _collect(night, page)
    changed = key != known.content_key and night.source.kind == "sitemap"
    if changed or found_new or known.content_key is None:
        for further in page.further:
            yield from _index(night, further)
    yield Unchanged(family=url, known=replace(read, content_key=key, changed_at=night.moment))


def _no_index(night: _Night, url: str, known: Known, answer: Answer | Failure) -> Iterator[Event]:
    """Where WordPress does not answer programs its feed is asked; else the index has failed."""
    if night.source.kind == "wordpress" and "/wp-json/" in url:
        base, _, term = url.partition("wp-json/")
        yield from _index(night, f"{base}feed/?s={term.rpartition('search=')[2]}")
        return
    failure = (
        answer
        if isinstance(answer, Failure)
        else Failure(code=f"http_{answer.status}", message=f"the address answers {answer.status}")
    )
    yield Failed(family=url, failure=failure, known=replace(known, trouble=failure.code))


def _parsed(source: Descriptor, answer: Answer) -> IndexPage:
    match source.kind:
        case "sitemap":
            return sitemap_leads(answer.body, answer.url)
        case "listing" if source.selectors is not None:
            return listing_leads(answer.body, answer.url, source.selectors)
        case "wordpress" if "/wp-json/" in answer.url:
            return wordpress_leads(answer.body, answer.url)
        case _:
            return feed_leads(answer.body, answer.url)


def _collect(night: _Night, page: IndexPage, *, choose: bool = True) -> bool:
    """Keep the leads that the source wants; tell whether any is new."""
    chosen = [lead for lead in page.leads if not choose or _is_wanted(lead, night.source)]
    new = [lead for lead in chosen if lead.url not in night.memory and lead.url not in night.leads]
    for lead in chosen:
        night.leads.setdefault(lead.url, lead)
    return bool(new)


def _is_wanted(lead: Lead, source: Descriptor) -> bool:
    return belongs(lead.url, source) and wanted(lead, source)


def _unread(event: Event) -> Event:
    """Forget the validators of an index, so that the next night reads it whole."""
    if isinstance(event, Unchanged):
        return replace(event, known=replace(event.known, etag=None, last_modified=None, content_key=None))
    return event


# --- pages ---


def _page(night: _Night, url: str) -> Event:
    """Ask for a page and tell what became of it."""
    known = replace(night.known(url), checked_at=night.moment)
    answer = night.getter.get(url, night.source, etag=known.etag, last_modified=known.last_modified)
    if isinstance(answer, Failure):
        return _failed(night, url, known, answer)
    if answer.status in {404, 410}:
        return _missing(night, url, known, f"the address answers {answer.status}", f"http_{answer.status}")
    if answer.status == 200 and is_front_page(answer.url) and not is_front_page(url):
        return _missing(night, url, known, "the address leads to the front page", "front_page")
    if answer.status == 304:
        return Unchanged(family=url, known=_renewed(known, answer))
    key = content_key(answer.body, answer.media_type)
    seen = replace(_renewed(known, answer), content_key=key)
    if key == known.content_key:
        return Unchanged(family=url, known=seen)
    return Brought(
        family=url,
        url=answer.url,
        body=answer.body,
        media_type=answer.media_type,
        known=replace(seen, changed_at=night.moment),
    )


def _renewed(known: Known, answer: Answer) -> Known:
    """Return what is known after an answer; 304 may leave its validators out."""
    kept = answer.status == 304
    return replace(
        known,
        etag=answer.etag or (known.etag if kept else None),
        last_modified=answer.last_modified or (known.last_modified if kept else None),
        gone=False,
        trouble=None,
    )


def _failed(night: _Night, url: str, known: Known, failure: Failure) -> Failed:
    # A page that was never had counts its days from its first trouble, lest it be asked for every night for ever.
    since = known.changed_at or night.moment
    return Failed(family=url, failure=failure, known=replace(known, trouble=failure.code, changed_at=since))


def _missing(night: _Night, url: str, known: Known, message: str, code: str) -> Event:
    """Return that a page is gone, or, where it never was there, that it has failed."""
    if known.content_key is None:
        return _failed(night, url, known, Failure(code=code, message=message))
    if known.gone:
        return Gone(family=url, known=known)
    # Without validators: a page that comes back is read whole, whatever its server thinks of them.
    gone = replace(known, gone=True, trouble=None, changed_at=night.moment, etag=None, last_modified=None)
    return Gone(family=url, known=gone)


def _is_due(night: _Night, url: str) -> bool:
    """Tell whether a known page is to be looked at: while it is fresh every night, later about monthly."""
    known = night.memory[url]
    if known.index or known.checked_at == night.moment:
        return False
    checked, changed = _time(known.checked_at), _time(known.changed_at)
    lead = night.leads.get(url)
    if checked is None or changed is None or (lead and lead.modified and lead.modified > checked):
        return True
    if night.now - changed <= timedelta(days=night.source.recheck_days):
        return True
    turn = int(hashlib.sha256(url.encode()).hexdigest(), 16) % SELDOM_DAYS
    late = night.now - checked > timedelta(days=SELDOM_DAYS + 1)  # its night was missed
    return late or night.now.toordinal() % SELDOM_DAYS == turn


def _priority(known: Known) -> tuple[bool, str]:
    """Pages that were never had come first, then those not looked at for longest."""
    return known.content_key is not None, known.checked_at or ""


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
