"""Pages that vanish or turn alike by the dozen in one night: a site in trouble, rather than so many decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from pipeline.sources.urls import host_of
from pipeline.sources.values import Brought, Event, Failed, Failure, Gone, Known, Memory

MANY: Final = 5  # pages at once
PATIENCE_DAYS: Final = 7  # after which what is still gone is gone, or still alike is what it says
_GONE: Final = "many_gone"
_ALIKE: Final = "many_alike"
_MAX_HELD: Final = 32 << 20  # bytes of changed pages that wait


@dataclass(slots=True, kw_only=True)
class Crowds:
    """Holds back what became of known pages until the night shows whether it became so of many.

    New pages go through at once. Where most known pages of a host that answered are gone, or several that differed
    say the same, they count as failed, and are asked for again, until that has lasted for some days.
    """

    memory: Memory
    now: datetime
    _answered: Counter[str] = field(default_factory=Counter)
    _size: int = 0
    _gone: list[Gone] = field(default_factory=list)
    _changed: list[Brought] = field(default_factory=list)

    def take(self, event: Event) -> Iterator[Event]:
        """Take what became of a page; yield what need not wait."""
        before = self.memory.get(event.family)
        # One that was never checked is known from the manifest alone, and so is not known by its words.
        if before is None or before.index or before.checked_at is None:
            yield event
            return
        was_there = before.content_key is not None and not before.gone
        self._answered[host_of(event.family)] += was_there and not isinstance(event, Failed)
        if isinstance(event, Gone) and was_there:
            self._gone.append(event)
        elif isinstance(event, Brought):
            self._changed.append(event)
            self._size += len(event.body)
            while self._size > _MAX_HELD:
                self._size -= len(self._changed[0].body)
                yield self._changed.pop(0)
        else:
            yield event

    def rest(self) -> Iterator[Event]:
        """Yield what waited, as what it is now known to be."""
        gone = Counter(host_of(one.family) for one in self._gone)
        for one in self._gone:
            count, answered = gone[host_of(one.family)], self._answered[host_of(one.family)]
            message = f"{count:,} of {answered:,} pages are gone at once: is the site in trouble?"
            crowd = count >= MANY and 2 * count > answered
            yield self._doubted(one, _GONE, message) if crowd else one
        alike: dict[str | None, list[Brought]] = {}
        for changed in self._changed:
            alike.setdefault(changed.known.content_key, []).append(changed)
        for group in alike.values():
            differed = {self.memory[one.family].content_key or one.family for one in group}
            message = f"{len(group):,} pages that differed say the same: is the site in trouble?"
            for page in group:
                yield self._doubted(page, _ALIKE, message) if len(differed) >= MANY else page

    def _doubted(self, event: Gone | Brought, code: str, message: str) -> Event:
        """Return that a page failed, or the event itself where the same was seen days ago."""
        before: Known = self.memory[event.family]
        again = before.missing_at if before.trouble == code else None
        since = again or event.known.checked_at or ""
        if self.now - datetime.fromisoformat(since) >= timedelta(days=PATIENCE_DAYS):
            return event
        known = replace(before, trouble=code, missing_at=since, checked_at=event.known.checked_at)
        return Failed(family=event.family, failure=Failure(code=code, message=message), known=known)


def is_doubt(event: Event) -> bool:
    """Tell whether a page failed because too many became what it became."""
    return isinstance(event, Failed) and event.failure.code in {_GONE, _ALIKE}
