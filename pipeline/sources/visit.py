"""One source, one night: what its indexes name and what is remembered goes in, events come out."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from pipeline.sources.content import content_key
from pipeline.sources.crowds import Crowds
from pipeline.sources.folder import count_fresh, visit_folder
from pipeline.sources.indexes import OUT_OF_TIME, Indexed, is_limit, read_indexes
from pipeline.sources.leads import Lead, moment
from pipeline.sources.patience import TROUBLE, Patience
from pipeline.sources.urls import is_front_page
from pipeline.sources.values import (
    Brought,
    Descriptor,
    Event,
    Failed,
    Failure,
    Getter,
    Gone,
    Known,
    Memory,
    Unchanged,
)

SELDOM_DAYS: Final = 30  # how often a page is looked at that has long stayed as it is
_TRIED: Final = 3  # indexes that a trial asks


def visit(
    source: Descriptor,
    memory: Memory,
    getter: Getter,
    now: datetime,
    *,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Event]:
    """Visit a source: its indexes, the pages that are new, then those that are due to be looked at again.

    ``memory`` is what is remembered of this source, by family; ``clock`` counts seconds. At most
    ``source.max_pages`` pages are asked for. An index is remembered as read only when all that it named was asked
    for: what did not fit into a night is found again in the next one.
    """
    if source.kind == "folder":
        yield from visit_folder(source, memory, now)
        return
    patience = Patience(clock=clock)
    indexed = read_indexes(source, memory, getter, _text(now), patience)
    night = _Night(source=source, memory=memory, getter=getter, now=now, indexed=indexed)
    new = [url for url in indexed.leads if url not in memory or memory[url].index]
    due = sorted((url for url in memory if _is_due(night, url)), key=lambda url: _turn(memory[url], url))
    asked: set[str] = set()
    crowds = Crowds(memory=memory, now=now)
    for url in new + due:
        if len(asked) >= source.max_pages:
            break
        if not patience.leaves(url):
            event = _page(night, url)
            patience.note(url, event)
            asked.add(url)
            yield from crowds.take(event)
    yield from crowds.rest()
    if patience.is_over():
        yield _out_of_time(night)
    named = {*new, *(url for url in due if _is_told(night, url))}
    yield from indexed.told(whole=named <= asked)


def _turn(known: Known, url: str) -> tuple[bool, str, str]:
    """Order pages that are due: those asked longest ago first, last those whose host was in trouble."""
    return known.trouble in TROUBLE, known.checked_at or "", url


def _is_told(night: _Night, url: str) -> bool:
    """Tell whether an index says that a page has changed since it was last looked at."""
    lead = night.indexed.leads.get(url)
    return lead is not None and lead.is_newer_than(night.memory[url].checked_at)


def _out_of_time(night: _Night) -> Failed:
    failure = Failure(code=OUT_OF_TIME, message="took too long tonight; what is left comes another night")
    known = Known(source=night.source.name, index=True, checked_at=night.moment)
    return Failed(family=f"{night.source.name}, the whole", failure=failure, known=known)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Night:
    """A visit under way."""

    source: Descriptor
    memory: Memory
    getter: Getter
    now: datetime
    indexed: Indexed

    @property
    def moment(self) -> str:
        return _text(self.now)

    def known(self, family: str) -> Known:
        known = self.memory.get(family)
        return known if known is not None and not known.index else Known(source=self.source.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a first night at a source would find: its first indexes, what they lead to, and the first page.

    ``more`` tells that there are further indexes, which were not asked; ``fresh`` counts files that were written
    just now and wait, lest they be written still.
    """

    indexes: tuple[Event, ...]
    leads: tuple[Lead, ...]
    first: Event | None = None
    more: bool = False
    fresh: int = 0


def preview(source: Descriptor, getter: Getter, now: datetime) -> Preview:
    """Look at the first indexes of a source and at one page, as if for the first time."""
    if source.kind == "folder":
        events = tuple(visit_folder(source, {}, now))
        brought = tuple(Lead(url=event.family) for event in events if isinstance(event, Brought))
        failed = tuple(event for event in events if isinstance(event, Failed))
        return Preview(indexes=failed, leads=brought, fresh=count_fresh(source, now))
    indexed = read_indexes(source, {}, getter, _text(now), Patience(), most=_TRIED)
    night = _Night(source=source, memory={}, getter=getter, now=now, indexed=indexed)
    leads = tuple(indexed.leads.values())
    return Preview(
        indexes=tuple(event for event in indexed.events if not is_limit(event)),
        leads=leads,
        first=_page(night, leads[0].url) if leads else None,
        more=any(is_limit(event) for event in indexed.events),
    )


# --- pages ---


def _page(night: _Night, url: str) -> Event:
    """Ask for a page and tell what became of it."""
    known = replace(night.known(url), checked_at=night.moment)
    answer = night.getter.get(url, night.source, known)
    if isinstance(answer, Failure):
        return _failed(night, url, known, answer)
    if answer.status in {404, 410}:
        return _missing(night, url, known, f"the address answers {answer.status}", f"http_{answer.status}")
    if answer.status == 200 and is_front_page(answer.url) and not is_front_page(url):
        return _missing(night, url, known, "the address leads to the front page", "front_page")
    if answer.status == 304:
        return Unchanged(family=url, known=known.renewed(answer))
    key = content_key(answer.body, answer.media_type)
    seen = replace(known.renewed(answer), content_key=key)
    if key == known.content_key:
        return Unchanged(family=url, known=seen)
    return Brought(
        family=url,
        url=answer.url,
        body=answer.body,
        media_type=answer.media_type,
        known=replace(seen, changed_at=night.moment),
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
        return Gone(family=url, known=replace(known, trouble=None))
    # Without validators: a page that comes back is read whole, whatever its server thinks of them.
    gone = replace(known, gone=True, trouble=None, changed_at=night.moment, etag=None, last_modified=None)
    return Gone(family=url, known=gone)


def _is_due(night: _Night, url: str) -> bool:
    """Tell whether a known page is to be looked at: while it is fresh every night, later about monthly."""
    known = night.memory[url]
    if known.index or known.checked_at == night.moment:
        return False
    if known.trouble and known.content_key is not None:
        return True  # it could not be looked at the last time
    checked, changed = _time(known.checked_at), _time(known.changed_at)
    if checked is None or changed is None or _is_told(night, url):
        return True
    if night.now - changed <= timedelta(days=night.source.recheck_days):
        return True
    turn = int(hashlib.sha256(url.encode()).hexdigest(), 16) % SELDOM_DAYS
    late = night.now - checked > timedelta(days=SELDOM_DAYS + 1)  # its night was missed
    return late or night.now.toordinal() % SELDOM_DAYS == turn


def _time(text: str | None) -> datetime | None:
    return moment(text) if text else None


def _text(now: datetime) -> str:
    return now.strftime("%Y-%m-%dT%H:%M:%SZ")
