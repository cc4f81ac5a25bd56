"""Pages that vanish or turn alike by the dozen in one night: a site in trouble, rather than so many decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from pipeline.sources.values import Brought, Event, Failed, Failure, Gone, Known, Memory

MANY: Final = 5  # pages at once
PATIENCE_DAYS: Final = 7  # after which what is still gone is gone, or still alike is what it says
MANY_GONE: Final = "many_gone"
MANY_ALIKE: Final = "many_alike"
_MAX_HELD: Final = 32 << 20  # bytes of changed pages that wait


@dataclass(slots=True, kw_only=True)
class Crowds:
    """Holds back what became of known pages until the night shows whether it became so of many.

    New pages go through at once. Where most known pages that were asked for are gone, or several that differed say
    the same, they count as failed, and are asked for again, until that has lasted for some days.
    """

    memory: Memory
    now: datetime
    _asked: int = 0
    _size: int = 0
    _gone: list[Gone] = field(default_factory=list)
    _changed: list[Brought] = field(default_factory=list)

    def take(self, event: Event) -> Iterator[Event]:
        """Take what became of a page; yield what need not wait."""
        before = self.memory.get(event.family)
        if before is None or before.index or before.content_key is None or before.gone:
            yield event
            return
        self._asked += 1
        if isinstance(event, Gone):
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
        gone = len(self._gone)
        crowd = gone >= MANY and 2 * gone > self._asked
        message = f"{gone:,} of {self._asked:,} pages are gone at once: is the site in trouble?"
        for one in self._gone:
            yield self._doubted(one, MANY_GONE, message) if crowd else one
        alike: dict[str | None, list[Brought]] = {}
        for changed in self._changed:
            alike.setdefault(changed.known.content_key, []).append(changed)
        for group in alike.values():
            differed = {self.memory[one.family].content_key for one in group}
            message = f"{len(group):,} pages that differed say the same: is the site in trouble?"
            for page in group:
                yield self._doubted(page, MANY_ALIKE, message) if len(differed) >= MANY else page

    def _doubted(self, event: Gone | Brought, code: str, message: str) -> Event:
        """Return that a page failed, or the event itself where the same was seen days ago."""
        before: Known = self.memory[event.family]
        since = before.missing_at or event.known.checked_at or ""
        if self.now - datetime.fromisoformat(since) >= timedelta(days=PATIENCE_DAYS):
            return event
        known = replace(before, trouble=code, missing_at=since, checked_at=event.known.checked_at)
        return Failed(family=event.family, failure=Failure(code=code, message=message), known=known)
