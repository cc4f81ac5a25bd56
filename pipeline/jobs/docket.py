"""All findings of an output folder as items for people: loaded once, then renewed as far as decisions reach."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from pipeline.account import Account
from pipeline.dataset.consolidate import settled
from pipeline.dataset.documents import current_contents, sources_of
from pipeline.dataset.types import Dataset, DocumentRecord, Listed, Record, RowName, Source
from pipeline.decision import Carried, Decided, Decision
from pipeline.jobs import changes, judgement, publish
from pipeline.model import CorpusItem, Quarantined
from pipeline.reference.types import Reference
from pipeline.review.draft import Item
from pipeline.review.fold import fold
from pipeline.review.judge import Bench, as_copy
from pipeline.review.judge import decided as with_decisions
from pipeline.review.queue import Board, Filter, QueueItem, item_of, ordered, orphan_of
from pipeline.storage import logbook, results
from pipeline.storage.files import AnyPath

Sighting = tuple[str, str, str | None]
"""Names a document of the dataset: file, SHA-256 and address."""


@dataclass(slots=True, kw_only=True)
class Docket:
    """What waits and what does not, by key.

    ``dataset`` is as it would be published now, made when the docket was loaded; ``log`` are all decisions. Items
    follow each decision at once, the dataset does not before it is loaded again. The records of the ``board`` are
    those that are published: what was decided since the last run is not among them.
    """

    out: AnyPath
    reference: Reference
    log: logbook.Log
    second_eyes: bool
    dataset: Dataset
    items: dict[str, QueueItem] = field(default_factory=dict)
    board: Board
    _bench: Bench
    _current: frozenset[str]
    _documents: Mapping[Sighting, DocumentRecord]
    _listed: dict[str, Listed] = field(default_factory=dict)
    _by_document: dict[str, list[str]] = field(default_factory=dict)
    _by_place: dict[RowName, dict[str, None]] = field(default_factory=dict)
    _order: tuple[QueueItem, ...] | None = None

    @classmethod
    def load(cls, corpus: AnyPath, out: AnyPath, reference: Reference) -> Docket:
        """Read the results of the last run and the decisions.

        Raises StoreError where no run has ended there, or what was kept is damaged.
        """
        log = logbook.load(corpus)
        second_eyes = logbook.settings(corpus).second_eyes
        read = tuple(results.load_accounts(out))
        accounts = [entry for entry in read if isinstance(entry, Account)]
        quarantined = [entry for entry in read if isinstance(entry, Quarantined)]
        bench, current = Bench.of(accounts), frozenset(current_contents(accounts))
        documents = partial(judgement.document_of, out)
        verdicts, carried = bench.judged(fold(log.lines, second_eyes=second_eyes), current, documents)
        judged = [as_copy(account, verdicts.get(account.item.sha256)) for account in accounts]
        dataset = publish.consolidated((*judged, *quarantined))
        now = Decided(lines=log.lines, second_eyes=bool(log.lines) and second_eyes)
        known = dataset if judgement.applied(out) == now else publish.consolidated(publish.published(out))
        records: dict[RowName, Record] = {(record.table, record.key): record for record in known.records}
        docket = cls(
            out=out,
            reference=reference,
            log=log,
            second_eyes=second_eyes,
            dataset=dataset,
            board=Board(reference=reference, records=records, changed=changes.unseen(out)),
            _bench=bench,
            _current=current,
            _documents={(one.file, one.sha256, one.url): one for one in dataset.documents},
        )
        for entry in dataset.findings:
            docket._put(entry)
        docket._put_orphans(carried)
        return docket

    def _put(self, entry: Listed) -> None:
        made = self._made(entry)
        key, twin = made.key, 1
        while made.key in self.items:  # two statements of one document that differ in nothing that is decided
            twin += 1
            made = replace(made, key=f"{key}-{twin}")
        self.items[made.key] = made
        self._listed[made.key] = entry
        self._by_document.setdefault(made.sha256, []).append(made.key)
        place = self._place(entry.source)
        if place is not None:
            self._by_place.setdefault(place, {})[made.key] = None
        self._order = None

    def _made(self, entry: Listed) -> QueueItem:
        source = entry.source
        item = Item(
            machine=source.verdict.machine if source.verdict else source.finding,
            shown=source.finding,
            verdict=source.verdict,
            family=self._bench.contents[source.document.sha256][0].item.family,
            file=source.document.file,
        )
        return item_of(entry, item, self.board)

    def _place(self, source: Source) -> RowName | None:
        return self.board.cell(source.finding) if source.document.status == "read" else None

    def _put_orphans(self, carried: Iterable[Carried]) -> None:
        lost: dict[str, list[Carried]] = {}
        for one in carried:
            if one.outcome == "orphaned" and one.decision.seen is not None:
                lost.setdefault(one.decision.finding_id, []).append(one)
        for found in lost.values():
            self._put_orphan(found)
        self._order = None

    def _put_orphan(self, found: Sequence[Carried]) -> None:
        seen = found[-1].decision.seen
        if seen is None:
            return
        verdict = judgement.orphaned(found, seen)
        first = found[0].decision
        item = Item(
            machine=seen,
            shown=with_decisions(verdict),
            verdict=verdict,
            family=first.family,
            file=first.file,
            context=first.context,
        )
        orphan = orphan_of(found, item)
        self.items[orphan.key] = orphan

    # --- looking things up ---

    def pending(self, wanted: Filter) -> tuple[QueueItem, ...]:
        """Return what waits of what is wanted, worst first."""
        if self._order is None:
            self._order = ordered(self.items.values())
        return tuple(item for item in self._order if wanted.takes(item))

    def in_document(self, sha256: str) -> tuple[QueueItem, ...]:
        """Return all findings of a document, in reading order."""
        found = (self.items[key] for key in self._by_document.get(sha256, ()))
        return tuple(sorted(found, key=lambda item: (item.finding.span, item.key)))

    def for_cell(self, item: QueueItem) -> tuple[QueueItem, ...]:
        """Return what other findings state about the same value of the dataset, in the order of their files."""
        source = self.source(item.key)
        place = self._place(source) if source is not None else None
        keys = self._by_place.get(place, ()) if place is not None else ()
        found = (self.items[key] for key in keys if key != item.key)
        return tuple(sorted(found, key=lambda one: (one.item.file, one.finding.span, one.key)))

    def source(self, key: str) -> Source | None:
        """Return a finding with its document, None for an orphan."""
        entry = self._listed.get(key)
        return entry.source if entry else None

    # --- after a decision ---

    def renew(self, log: logbook.Log, added: Sequence[Decision]) -> bool:
        """Take a longer log into account, whose last lines were ``added``; tell whether that could be done.

        It cannot where a decision has lost its finding, or had: then everything has to be loaded again.
        """
        by_id = {line.id: line for line in log.lines}
        before = (by_id.get(line.supersedes or "") for line in added)
        touched = (*added, *(line for line in before if line is not None))
        contents = {sha256 for line in touched for sha256 in self._bench.concerned(line)} & self._current
        folded, ids = fold(log.lines, second_eyes=self.second_eyes), {line.finding_id for line in touched}
        documents = partial(judgement.document_of, self.out)
        verdicts, carried = self._bench.judged(folded, contents, documents)
        lost = any(one.outcome == "orphaned" and one.decision.finding_id in ids for one in carried)
        if lost or any(f"orphan-{line.id}" in self.items for line in touched):
            return False
        self.log = log
        self._settle(contents, [one for sha256 in contents for one in self._sources(sha256, verdicts.get(sha256))])
        return True

    def _sources(self, sha256: str, verdict: Account | None) -> list[Source]:
        accounts = [as_copy(account, verdict) for account in self._bench.contents[sha256]]
        return sources_of(accounts, [self._documents[_sighting(account.item)] for account in accounts])

    def _settle(self, contents: Collection[str], sources: Iterable[Source]) -> None:
        """List anew what changed of some contents, and all beside it in the records that it is part of."""
        old = {key: self._listed[key].source for sha256 in contents for key in self._by_document.get(sha256, ())}
        new: dict[tuple[object, ...], list[Source]] = {}
        for source in sources:
            new.setdefault(_name_of(source), []).append(source)
        for key, source in tuple(old.items()):
            alike = new.get(_name_of(source), [])
            if source in alike:
                alike.remove(source)
                del old[key]
        changed = [source for alike in new.values() for source in alike]
        places = {place for source in (*old.values(), *changed) if (place := self._place(source))}
        keys = old.keys() | {key for place in places for key in self._by_place.get(place, ())}
        beside = [source for key in sorted(keys) for source in (self._taken_out(key),) if key not in old]
        found = settled([*beside, *changed], self.reference)
        for entry in found.listed:
            self._put(entry)

    def _taken_out(self, key: str) -> Source:
        source = self._listed.pop(key).source
        del self.items[key]
        self._by_document[source.document.sha256].remove(key)
        place = self._place(source)
        if place is not None:
            del self._by_place[place][key]
        return source


def _name_of(source: Source) -> tuple[object, ...]:
    """Name a finding of a document well enough to find it again among others."""
    machine = source.verdict.machine if source.verdict else source.finding
    return source.document.file, machine.id, machine.value_hash, machine.span


def _sighting(item: CorpusItem) -> Sighting:
    return item.path, item.sha256, item.url
