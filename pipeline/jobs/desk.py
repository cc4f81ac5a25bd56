"""The desk at which people decide: what waits, with all that is known of it, and what they say written down.

One desk serves the command line or the review application. What was read is kept in memory and read again when a
run has published or somebody else has added to the log; a decision changes only what it is about.

Long because all that its one lock guards stands here.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from itertools import takewhile
from typing import Any, Final

from pipeline.dataset.changes.compared import Difference
from pipeline.dataset.types import Coverage, Dataset, Record, Source
from pipeline.decision import Decision
from pipeline.errors import UsageError
from pipeline.jobs import changes, illustrate, judgement
from pipeline.jobs.disputes import Dispute, dispute_in
from pipeline.jobs.docket import Docket
from pipeline.model import Candidate, Document, Evidence, Parsed
from pipeline.reference import load_reference
from pipeline.reference.types import Reference, Region
from pipeline.review import draft
from pipeline.review.draft import Words
from pipeline.review.queue import Filter, QueueGroup, QueueItem, flips, queue_groups
from pipeline.review.say import Act, Say, as_would_be, drafted
from pipeline.storage import logbook, results, store
from pipeline.storage.files import DECISIONS, REVIEW, AnyPath

LEASE_SECONDS: Final = 300.0
MOST_OPTIONS: Final = 5
KEPT_DOCUMENTS: Final = 32
KEPT_PICTURES: Final = 64
ALL: Final = Filter()


class Stale(UsageError):  # noqa: N818 - what it is, not what went wrong
    """Somebody decided meanwhile, or a run read it otherwise: it has to be looked at again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of several things that a phrase may mean: field, value, the name of that, and a score from 0 to 100."""

    field: str
    value: str
    name: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionPage:
    """All that is known of a region: its records, as they would be published now, and every finding about it."""

    region: Region
    records: tuple[Record, ...]
    coverage: Coverage | None
    items: tuple[QueueItem, ...]


@dataclass(slots=True)
class Desk:
    """See the module. ``corpus`` holds the log, ``out`` the results of a run. Safe for several threads.

    Raises StoreError where ``corpus`` is no folder, no run has ended in ``out``, or what was kept is damaged.
    """

    corpus: AnyPath
    out: AnyPath
    now: Callable[[], float] = time.monotonic
    reference: Reference = field(init=False, default_factory=load_reference)
    _docket: Docket = field(init=False)
    _stamp: tuple[object, ...] = field(init=False)
    _lock: Any = field(init=False, default_factory=threading.RLock)
    _drawing: Any = field(init=False, default_factory=threading.Lock)
    _leases: dict[str, tuple[str, float]] = field(init=False, default_factory=dict)
    _pictures: OrderedDict[str, bytes] = field(init=False, default_factory=OrderedDict)
    _document: Any = field(init=False)

    def __post_init__(self) -> None:
        """Read everything."""
        store.require_folder(self.corpus)  # else its decisions would seem to be none
        self._document = lru_cache(KEPT_DOCUMENTS)(partial(judgement.document_of, self.out))
        self._load()

    def _load(self) -> None:
        marks = self._marks()
        docket = Docket.load(self.corpus, self.out, self.reference)  # may fail where a run is at work
        self._document.cache_clear()
        self._docket, self._stamp = docket, marks

    def _marks(self) -> tuple[object, ...]:
        inputs = (self.corpus / DECISIONS, self.corpus / REVIEW)
        made = (
            results.index_path(self.out),
            judgement.kept_at(self.out),
            self.out / "dataset" / "datapackage.json",
        )
        return tuple(store.mark(path) for path in (*inputs, *made))

    def refresh(self) -> bool:
        """Read again what a run has published or others have decided since; tell whether there was anything.

        Raises StoreError where that cannot be read, as in the midst of a run; then everything is as it was.
        """
        with self._lock:
            now = self._marks()
            if now == self._stamp:
                return False
            if now[1:] != self._stamp[1:]:
                self._load()
            else:
                self._take_in(logbook.load(self.corpus, self._docket.log))
            return True

    def _take_in(self, log: logbook.Log) -> None:
        """Take a log into account that has grown, as far as that reaches; all anew where it is another one."""
        known = self._docket.log.lines
        grown = log.lines[: len(known)] == known
        if grown and self._docket.renew(log, log.lines[len(known) :]):
            self._stamp = (log.mark, *self._stamp[1:])
        else:
            self._load()

    # --- what there is ---

    @property
    def dataset(self) -> Dataset:
        """The dataset as it would be published now, but for the last decisions of this desk."""
        return self._docket.dataset

    @property
    def log(self) -> tuple[Decision, ...]:
        """Every line of the log, the oldest first."""
        return self._docket.log.lines

    @property
    def unpublished(self) -> int:
        """How often somebody decided since the last run what is not undone; putting off decides nothing."""
        new = list(takewhile(lambda line: line.id not in self._docket.applied, reversed(self.log)))
        taken_back = {line.supersedes for line in new if line.verb == "undo"} & {line.id for line in new}
        kept = (line for line in new if line.id not in taken_back and line.supersedes not in taken_back)
        return len({line.batch for line in kept if line.verb != "defer"})

    def changes(self) -> tuple[int, tuple[Difference, ...]]:
        """Return the number of the last run that changed anything, and what it changed, worst first."""
        return changes.changed_by(self.out, None, None)[1:]

    def ended(self, run: int) -> str:
        """Return when a run ended (UTC, ISO 8601), empty where the ledger does not say."""
        return results.ended(self.out, run)

    def latest(self) -> str:
        """Return when the last run ended (UTC, ISO 8601), empty where there is none."""
        return self.ended(results.last_run(self.out))

    def queue(self, wanted: Filter = ALL) -> tuple[QueueItem, ...]:
        """Return what waits for a person, worst first; behind it what does not, where the filter asks for that."""
        with self._lock:
            return self._docket.pending(wanted)

    def groups(self, wanted: Filter = ALL) -> tuple[QueueGroup, ...]:
        """Return what waits in groups of one cause and one pattern, the largest first."""
        return queue_groups(self.queue(replace(wanted, settled=False)))

    def item(self, key: str) -> QueueItem | None:
        """Return a finding, pending or settled, by its key or its id, None where there is none."""
        with self._lock:
            return self._docket.items.get(key) or next(iter(self.named(key)), None)

    def named(self, finding_id: str) -> tuple[QueueItem, ...]:
        """Return the items of an id: several where a document contradicts itself; of older versions only alone."""
        with self._lock:
            items = self._docket.items.items()
            found = [item for name, item in items if finding_id and name.startswith(f"{finding_id}-")]
        counting = [item for item in found if (source := self.source(item)) and source.document.status == "read"]
        return tuple(counting or found)

    def source(self, item: QueueItem) -> Source | None:
        """Return an item with its document as the dataset knows it, None for an orphan."""
        return self._docket.source(item.key)

    def others(self, item: QueueItem) -> tuple[QueueItem, ...]:
        """Return what other findings state about the same value of the dataset."""
        with self._lock:
            return self._docket.for_cell(item)

    def dispute(self, item: QueueItem) -> Dispute | None:
        """Return what contradicts a finding that may be right, None where nothing does."""
        with self._lock:
            return dispute_in(self._docket, item)

    def findings_in(self, sha256: str) -> tuple[QueueItem, ...]:
        """Return all findings of a document, in reading order."""
        with self._lock:
            return self._docket.in_document(sha256)

    def history(self, item: QueueItem) -> tuple[Decision, ...]:
        """Return every decision that was taken on a finding, the newest first, undone ones too."""
        ids = {item.item.machine.id, *(one.decision.finding_id for one in item.item.rulings)}
        return tuple(line for line in reversed(self.log) if line.finding_id in ids)

    def options(self, item: QueueItem) -> tuple[Option, ...]:
        """Return what else the phrase may mean, the likeliest first."""
        named = (self._option(item, candidate) for candidate in item.item.machine.candidates)
        return tuple(option for option in named if option)[:MOST_OPTIONS]

    def _option(self, item: QueueItem, candidate: Candidate) -> Option | None:
        value, machine = candidate.value, item.item.machine
        place = "scope_code" if machine.type == "tally" else "region_code"
        found = None
        if machine.type == "indicator" and value.isdigit() and int(value) in self.reference.indicators:
            found = "indicator", self.reference.indicators[int(value)].name
        elif value in self.reference.regions:
            found = place, self.reference.regions[value].name
        elif value in self.reference.editions:
            found = "edition", self.reference.editions[value].name
        return Option(field=found[0], value=value, name=found[1], score=candidate.score) if found else None

    def document(self, sha256: str) -> Document | None:
        """Return a document as it was read, None where it is not there."""
        found: Document | None = self._document(sha256)
        return found

    def region(self, code: str) -> RegionPage | None:
        """Return all that is known of a region, None for a code that is not in the table."""
        region = self.reference.regions.get(code)
        if region is None:
            return None
        with self._lock:
            items = [item for item in self._docket.items.values() if _is_about(item, code)]
        return RegionPage(
            region=region,
            records=tuple(record for record in self.dataset.records if record.key.region_code == code),
            coverage=next((one for one in self.dataset.coverage if one.region_code == code), None),
            items=tuple(sorted(items, key=lambda item: (item.item.file, item.finding.span, item.key))),
        )

    def picture(self, key: str) -> bytes | None:
        """Return the page of a finding as a PNG: its words marked, those of other findings on the page paler.

        None where the document has no pages. Drawn in a child process, which takes about a second; kept for later.
        Raises StoreError where the document is not there as it was read, ReadError where it cannot be drawn.
        """
        item = self.item(key)
        if item is None or item.finding.place.page is None:
            return None
        name = f"{key} {item.item.mark}"
        with self._drawing:
            if name not in self._pictures:
                self._pictures[name] = self._drawn(item)
                while len(self._pictures) > KEPT_PICTURES:
                    self._pictures.popitem(last=False)
            return self._pictures[name]

    def _drawn(self, item: QueueItem) -> bytes:
        record = results.load_record(self.out, item.sha256)
        if not isinstance(record, Parsed):
            raise UsageError("is no longer read", where=item.item.file, remedy="run `ikp run` first")
        page = item.finding.place.page
        evidence = (*item.finding.evidence, *_on_page(self.findings_in(item.sha256), page))
        return illustrate.marked_page(self.corpus, record, tuple(dict.fromkeys(evidence))).png

    # --- who looks at what ---

    def lease(self, actor: str, key: str) -> str | None:
        """Take an item for five minutes; return the name of a colleague who has it, else None."""
        with self._lock:
            holder, until = self._leases.get(key, ("", 0.0))
            if holder and holder != actor and until > self.now():
                return holder
            self._leases = {name: held for name, held in self._leases.items() if held[0] != actor}
            self._leases[key] = (actor, self.now() + LEASE_SECONDS)
            return None

    def leases(self) -> dict[str, str]:
        """Return who has which items open."""
        with self._lock:
            return {key: holder for key, (holder, until) in self._leases.items() if until > self.now()}

    # --- deciding ---

    def decide(
        self, actor: str, key: str, mark: str | None, act: Act, *,
        changes: Mapping[str, str] | None = None, fields: Sequence[str] = (), words: Words = draft.NO_WORDS,
    ) -> tuple[Decision, ...]:  # fmt: skip
        """Decide one item and return the lines that were written; see ``review.draft`` for what each act means.

        ``mark`` is that of the item as the person saw it, None where nobody could have seen another. Raises Stale
        where somebody decided meanwhile, UsageError for what cannot be decided so.
        """
        say = Say(act=act, changes=changes or {}, fields=tuple(fields), words=words)
        return self.decide_all(actor, [(key, mark, say)])

    def decide_all(self, actor: str, orders: Sequence[tuple[str, str | None, Say]]) -> tuple[Decision, ...]:
        """Decide several items as one batch, all of them or none; each order is a key, a mark and what is said.

        Raises as ``decide``, and UsageError where an item is among them twice.
        """
        actor = logbook.checked_actor(actor)
        wanted: list[tuple[QueueItem, str, Say]] = []
        for key, mark, say in orders:
            item = self.item(key)
            if item is None:
                raise Stale("is not there any more", where=f"finding {key}", remedy="look at the queue again")
            if any(item.key == other.key for other, _, _ in wanted):
                raise UsageError("is decided twice", where=f"{say.where}finding {key}", remedy="say it once")
            wanted.append((item, item.item.mark if mark is None else mark, say))
        return self._write(actor, wanted)

    def settle(self, actor: str, key: str, mark: str, digest: str) -> tuple[Decision, ...]:
        """Accept a finding and reject, as one batch, what contradicts it; ``digest`` is that of what was shown.

        Raises as ``decide_all``, and Stale where something else contradicts it by now.
        """
        item = self.item(key)
        dispute = self.dispute(item) if item else None
        if item is None or dispute is None or dispute.digest != digest:
            raise Stale("is not what was shown", where="the dispute", remedy="look at it again")
        wrong = Words(reason="source_wrong")
        rivals = [(one, Say(act="reject", fields=names, words=wrong)) for one, names in dispute.rivals]
        others = [(one.key, one.item.mark, say) for one, say in rivals]
        return self.decide_all(actor, [(key, mark, Say(act="accept")), *others])

    def decide_group(
        self, actor: str, pattern: str, act: Act, digest: str, words: Words = draft.NO_WORDS
    ) -> tuple[Decision, ...]:
        """Decide all items of one pattern at once, as one batch; ``digest`` is that of the group that was shown.

        Raises Stale where the group is not what it was, UsageError where one of its items cannot be decided so.
        """
        actor, items = logbook.checked_actor(actor), self.queue(Filter(pattern=pattern))
        if not items or self.digest(pattern) != digest:
            raise Stale("is not what was shown", where="the group", remedy="look at it again")
        say = Say(act=act, words=words)
        return self._write(actor, [(item, item.item.mark, say) for item in items])

    def digest(self, pattern: str) -> str:
        """Return what stands for all items of a group as they are now."""
        marks = sorted(f"{item.key} {item.item.mark}" for item in self.queue(Filter(pattern=pattern)))
        return hashlib.sha256("\n".join(marks).encode()).hexdigest()[:16]

    def undo(self, actor: str) -> tuple[Decision, ...]:
        """Undo the last thing that a person did and return the lines that say so.

        Raises UsageError where there is nothing left to undo.
        """
        name = logbook.checked_actor(actor)
        return self._commit(name, lambda log: draft.undo(log, name))

    def _write(self, actor: str, orders: Sequence[tuple[QueueItem, str, Say]]) -> tuple[Decision, ...]:
        def make(_: Sequence[Decision]) -> Sequence[Decision]:
            lines: list[Decision] = []
            for seen, mark, say in orders:
                item = self._docket.items.get(seen.key)
                if item is None or item.item.mark != mark:
                    raise self._stale(item or seen)
                lines += self._lines(actor, item, say)
            return lines

        return self._commit(actor, make)

    def _lines(self, actor: str, item: QueueItem, say: Say) -> Iterable[Decision]:
        """Return what a person says of one item as lines for the log."""
        try:
            return self._said(actor, item, say)
        except UsageError as error:
            raise UsageError(error.what, where=f"{say.where}{error.where}", remedy=error.remedy) from error

    def _said(self, actor: str, item: QueueItem, say: Say) -> Iterable[Decision]:
        if item.kind == "orphan" and say.act != "withdraw":
            raise UsageError(
                "has no finding any more", where=f"finding {item.key}", remedy="withdraw the decision"
            )
        whole = replace(item.item, context=self._context(item))
        if whole.waiting and say.act in {"accept", "keep"} and not say.fields:
            return draft.confirm(whole, actor, say.words)
        lines = drafted(whole, say, self.reference)
        if say.act in {"withdraw", "defer"}:
            return lines
        turned = flips(as_would_be(whole, lines), self._docket.board)
        marked = tuple(replace(line, flips=turned and line.after is not None) for line in lines)
        return draft.seconded(whole, marked, actor)

    def _context(self, item: QueueItem) -> str:
        if item.kind == "orphan":
            return item.item.context
        return draft.context_of(self.document(item.sha256), item.item.machine)

    def _commit(self, actor: str, make: logbook.Make) -> tuple[Decision, ...]:
        """Write a batch and renew what it is about; what others wrote meanwhile is read first."""
        with self._lock:

            def made(lines: Sequence[Decision]) -> Sequence[Decision]:
                if lines is not self._docket.log.lines or self._marks()[1:] != self._stamp[1:]:
                    self.refresh()
                return make(lines)

            log = logbook.add(self.corpus, actor, made, self._docket.log)
            added = log.lines[len(self._docket.log.lines) :]
            self._take_in(log)
            return added

    def _stale(self, item: QueueItem) -> Stale:
        newest = next(iter(self.history(item)), None)
        who = f"was decided by {newest.actor} meanwhile ({newest.verb})" if newest else "was read anew meanwhile"
        return Stale(who, where=f"finding {item.key}", remedy="look at it again")


def _is_about(item: QueueItem, code: str) -> bool:
    return code in {item.finding.region_code, item.finding.scope_code}


def _on_page(items: Iterable[QueueItem], page: int | None) -> tuple[Evidence, ...]:
    return tuple(one for item in items for one in item.finding.evidence if one.place.page == page)
