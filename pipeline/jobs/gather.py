"""The stage that brings what is new from the sources into the corpus.

Sources are visited side by side, one writer puts down what they bring: the bytes at once, then the lines of the
manifest, then what is remembered. Whatever kills a fetch in between, the next one asks again for what was not
remembered, finds the bytes there and adds no line twice.
"""

from __future__ import annotations

import hashlib
import queue
import threading
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, nullcontext, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final, TypeAlias

from pipeline.errors import StoreError
from pipeline.jobs.memory import Fetched, last_lines, remembered, save_fetched
from pipeline.jobs.own_sources import load_sources
from pipeline.model import CorpusItem
from pipeline.sources.content import content_key
from pipeline.sources.crowds import PATIENCE_DAYS, is_doubt
from pipeline.sources.descriptor import OWN_FILE, chosen
from pipeline.sources.indexes import is_limit
from pipeline.sources.values import Brought, Descriptor, Event, Failed, Getter, Gone, Memory, Unchanged
from pipeline.sources.visit import visit
from pipeline.storage import holdings, store
from pipeline.storage.files import AnyPath, printable

Look: TypeAlias = Callable[[Descriptor, Memory], Iterator[Event]]
"""Visits one source: what is remembered of it goes in, what the night brings comes out."""

CHECKPOINT_SECONDS: Final = 5.0  # what a killed fetch asks for again
_ABREAST: Final = 4  # sources visited at a time
_WAITING: Final = 4  # pages that wait for the writer; each may have 50 MB
_STOP_SECONDS: Final = 0.2
_TELLING: Final = 3  # pages of a source that fail, and no other: then it is the source that needs a person
_SILENT: Final = frozenset({"network", "timeout"})

_ENDINGS: Final[Mapping[str, str]] = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/zip": ".zip",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
    "message/rfc822": ".eml",
    "text/csv": ".csv",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What one source gave in one night. ``failed`` counts pages and indexes that could not be had."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What a fetch did, by source. ``lines`` need a person, ``asides`` are worth a line but no more.

    ``errors`` broke visits off. ``unreachable`` tells that there were sources, and that the network let none of
    them answer.
    """

    counts: Mapping[str, Count]
    lines: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    errors: tuple[Exception, ...] = ()
    unreachable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ended:
    """A source whose visit is over; ``error`` is what broke it off, None where nothing did."""

    error: Exception | None = None


def gather(
    corpus: AnyPath,
    *,
    names: Sequence[str] = (),
    now: datetime | None = None,
    client: Getter | None = None,
    watch: Callable[[str, Count], None] | None = None,
) -> Gathered:
    """Fetch what is new from the sources that are switched on, or from those named, into the corpus.

    Raises UsageError for an unknown name, TableError for a damaged description, StoreError as ``gather_from``.
    """
    from pipeline.sources.client import Client  # noqa: PLC0415 - not needed where no source is switched on

    sources = chosen(load_sources(corpus), names, where=str(corpus / OWN_FILE))
    if not sources:
        return Gathered(counts={})
    moment = now or datetime.now(tz=UTC)
    with nullcontext(client) if client is not None else Client() as getter:
        return gather_from(
            corpus,
            sources,
            lambda source, memory: visit(source, memory, getter, moment),
            now=moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
            watch=watch,
        )


def gather_from(
    corpus: AnyPath,
    sources: Sequence[Descriptor],
    look: Look,
    *,
    now: str,
    clock: Callable[[], float] = time.monotonic,
    watch: Callable[[str, Count], None] | None = None,
) -> Gathered:
    """Visit sources and put what they bring into the corpus. ``now`` is an ISO time, ``clock`` counts seconds.

    ``watch`` hears the count of a source whenever it changes. Trouble with a source never stops the others. Raises
    StoreError where another fetch holds the corpus, or it cannot be written.
    """
    with holdings.locked_corpus(corpus):
        writer = _Writer(corpus, now=now, clock=clock)
        with closing(_stream(sources, look, writer.memories)) as events:
            for source, event in events:
                writer.take(source, event)
                if watch is not None:
                    watch(source.name, writer.counts.get(source.name, Count()))
        writer.checkpoint()
    counts = {source.name: writer.counts.get(source.name, Count()) for source in sources}
    return Gathered(
        counts=counts,
        lines=tuple(writer.lines),
        asides=tuple(writer.asides),
        errors=tuple(writer.errors),
        unreachable=bool(sources) and writer.answers == 0 and writer.silences > 0,
    )


# --- visiting ---


def _stream(
    sources: Sequence[Descriptor], look: Look, memories: Mapping[str, Memory]
) -> Generator[tuple[Descriptor, Event | _Ended], None, None]:
    """Visit sources in threads and yield what they bring as it comes; closing it ends the visits."""
    events: queue.Queue[tuple[Descriptor, Event | _Ended]] = queue.Queue(_WAITING)
    stop = threading.Event()

    def visit(source: Descriptor) -> None:
        # A copy: the writer renews what is remembered while the visit reads it.
        for event in _until_ended(look(source, dict(memories.get(source.name, {})))):
            if not _put(events, (source, event), stop):
                return

    with ThreadPoolExecutor(_ABREAST, thread_name_prefix="visit") as pool:
        try:
            for source in sources:
                pool.submit(visit, source)
            visited = 0
            while visited < len(sources):
                source, event = events.get()
                visited += isinstance(event, _Ended)
                yield source, event
        finally:
            stop.set()
            pool.shutdown(wait=False, cancel_futures=True)


def _until_ended(events: Iterator[Event]) -> Iterator[Event | _Ended]:
    """Yield events and then that the visit is over, be it by an error."""
    try:
        yield from events
    except Exception as error:  # noqa: BLE001 - whatever one source does, the others are visited
        yield _Ended(error=error)
    else:
        yield _Ended()


def _put(
    events: queue.Queue[tuple[Descriptor, Event | _Ended]],
    event: tuple[Descriptor, Event | _Ended],
    stop: threading.Event,
) -> bool:
    """Hand an event to the writer; return False where there is none any more."""
    while not stop.is_set():
        with suppress(queue.Full):
            events.put(event, timeout=_STOP_SECONDS)
            return True
    return False


# --- writing ---


class _Writer:
    """Puts events down in the corpus; used by one thread."""

    def __init__(self, corpus: AnyPath, *, now: str, clock: Callable[[], float]) -> None:
        self.counts: dict[str, Count] = {}
        self.lines: list[str] = []
        self.asides: list[str] = []
        self.errors: list[Exception] = []
        self.answers = self.silences = 0
        self._refused: Counter[str] = Counter()  # pages that could not be had, by source
        self._needing: set[str] = set()  # sources that have a line
        self._doubts: set[tuple[str, str]] = set()  # of which it was told, by source and code
        self._corpus, self._now, self._clock = corpus, now, clock
        self._last = last_lines(holdings.load_manifest(corpus))
        self.memories, missing = remembered(corpus, self._last)
        for name, count in missing.items():
            self.asides.append(f"{name}: {count:,} documents are missing in the corpus; they are asked for again")
        self._pending: list[CorpusItem] = []
        self._saved_at = clock()

    def take(self, source: Descriptor, event: Event | _Ended) -> None:
        """Put down one event, and all that waits where the last time is long ago."""
        if isinstance(event, _Ended):
            self._end(source, event)
            return
        silent = isinstance(event, Failed) and event.failure.code in _SILENT
        self.silences += silent
        self.answers += not silent
        name = self._put_down(source, event)
        if name == "failed" or not event.known.index:
            self._count(source, name)
        self.memories.setdefault(source.name, {})[event.family] = event.known
        if isinstance(event, Failed):
            self._complain(source, event)
        if self._clock() - self._saved_at >= CHECKPOINT_SECONDS:
            self.checkpoint()

    def checkpoint(self) -> None:
        """Write the lines of the manifest that wait, then what is remembered."""
        if self._pending:
            holdings.append_manifest(self._corpus, self._pending)
            self._pending = []
        save_fetched(self._corpus, Fetched(sources=self.memories))
        self._saved_at = self._clock()

    def _put_down(self, source: Descriptor, event: Event) -> str:
        """Write what an event gives to write; return the name under which it counts."""
        if event.known.index:  # a feed or a listing: remembered, but no document
            return "failed" if isinstance(event, Failed) else "unchanged"
        match event:
            case Brought():
                return self._bring(source, event)
            case Gone():
                return self._mark_gone(event)
            case Failed():
                return "failed"
            case Unchanged():
                last = self._last.get(event.family)
                if last is not None and last.gone_at is not None:
                    self._add(replace(last, gone_at=None))
                return "unchanged"

    def _bring(self, source: Descriptor, event: Brought) -> str:
        last = self._last.get(event.family)
        if last is not None and last.gone_at is None and self._says_the_same(last, event):
            return "unchanged"  # it was put down by a fetch that was killed, or is remembered no more
        item = self._item(source, event)
        if last is not None and last.gone_at is None and last.path == item.path:
            return "unchanged"  # the file was missing, and is there again
        self._add(item)
        return "new" if last is None else "changed"

    def _says_the_same(self, last: CorpusItem, event: Brought) -> bool:
        """Tell whether what was brought says no more than what lies in the corpus."""
        try:
            body = store.read_bytes(self._corpus / last.path)
        except StoreError:
            return False
        return body == event.body or content_key(body, event.media_type) == event.known.content_key

    def _mark_gone(self, event: Gone) -> str:
        last = self._last.get(event.family)
        if last is None or last.gone_at is not None:
            return "unchanged"
        self._add(replace(last, gone_at=self._now))
        return "gone"

    def _item(self, source: Descriptor, event: Brought) -> CorpusItem:
        media_type = _media_type(event)
        path = holdings.put_raw(self._corpus, event.body, _ENDINGS.get(media_type, ".bin"))
        return CorpusItem(
            sha256=hashlib.sha256(event.body).hexdigest(),
            path=path,
            media_type=media_type,
            size=len(event.body),
            source=source.name,
            family=event.family,
            url=event.url,
            fetched_at=self._now,
            issuer=source.issuer,
            region_code=source.region,
        )

    def _add(self, item: CorpusItem) -> None:
        self._pending.append(item)
        self._last[item.family] = item

    def _count(self, source: Descriptor, name: str) -> None:
        before = self.counts.get(source.name, Count())
        self.counts[source.name] = replace(before, **{name: getattr(before, name) + 1})

    def _complain(self, source: Descriptor, event: Failed) -> None:
        code = event.failure.code
        line = printable(f"{source.name}: {event.family}: {event.failure.message} ({code})")
        if is_limit(event):
            self.asides.append(line)
        elif is_doubt(event):
            if (source.name, code) not in self._doubts:
                days = f"if that lasts for {PATIENCE_DAYS} days it is believed"
                self.lines.append(f"{source.name}: {event.failure.message} {days}; look at the site ({code})")
                self._doubts.add((source.name, code))
                self._needing.add(source.name)
        elif event.known.index:
            self.lines.append(f"{line}; try `ikp sources check {source.name}`")
            self._needing.add(source.name)
        else:
            self._refused[source.name] += 1
            self.asides.append(f"{line}; it is asked for again")

    def _end(self, source: Descriptor, event: _Ended) -> None:
        count = self.counts.get(source.name, Count())
        had = count.new + count.changed + count.unchanged + count.gone
        if self._refused[source.name] >= _TELLING and not had and source.name not in self._needing:
            refused = f"none of {self._refused[source.name]:,} pages could be had"
            self.lines.append(f"{source.name}: {refused}; try `ikp sources check {source.name}`")
        if event.error is not None:
            self.errors.append(event.error)
            text = printable(" ".join(f"{type(event.error).__name__}: {event.error}".split())[:300])
            self.lines.append(
                f"{source.name}: the visit broke off ({text}); try `ikp sources check {source.name}`"
            )


def _media_type(event: Brought) -> str:
    """Tell what was brought: its bytes decide, then the ending of its name, then what the server said."""
    from pipeline.readers import media_type_of  # noqa: PLC0415 - not needed where nothing is new

    name = event.family.partition("?")[0].rpartition("/")[2]
    ending = _ENDINGS.get(event.media_type, "")
    kinds = (media_type_of(called, event.body[:4096]) for called in (name, f"page{ending}"))
    return next((kind for kind in kinds if kind != "application/octet-stream"), "application/octet-stream")
