"""All findings of an output folder as items for people: loaded once, and then renewed a document at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline import changes, judgement, logbook, publish, store
from pipeline.account import Account
from pipeline.dataset.documents import sources_of
from pipeline.dataset.types import Dataset, DocumentRecord, Listed, Source
from pipeline.decision import Carried, Decided, Decision
from pipeline.files import AnyPath
from pipeline.model import Quarantined
from pipeline.reference.types import Reference
from pipeline.review.draft import Item
from pipeline.review.judge import decided as with_decisions
from pipeline.review.queue import Board, Filter, QueueItem, board, item_of, ordered, orphan_of


@dataclass(slots=True, kw_only=True)
class Docket:
    """What waits and what does not, by key.

    ``dataset`` is as it would be published now, made when the docket was loaded; ``log`` are all decisions. Items
    follow each decision at once, the dataset does not before it is loaded again.
    """

    out: AnyPath
    reference: Reference
    log: logbook.Log
    second_eyes: bool
    dataset: Dataset
    items: dict[str, QueueItem] = field(default_factory=dict)
    board: Board
    _accounts: Mapping[str, Sequence[Account]]
    _records: Mapping[str, DocumentRecord]
    _listed: dict[str, Listed] = field(default_factory=dict)
    _by_document: dict[str, list[str]] = field(default_factory=dict)
    _by_cell: dict[str, list[str]] = field(default_factory=dict)
    _order: tuple[QueueItem, ...] | None = None

    @classmethod
    def load(cls, corpus: AnyPath, out: AnyPath, reference: Reference) -> Docket:
        """Read the results of the last run and the decisions.

        Raises StoreError where no run has ended there, or what was kept is damaged.
        """
        log = logbook.load(corpus)
        decided = Decided(lines=log.lines, second_eyes=logbook.settings(corpus).second_eyes)
        read = tuple(store.load_accounts(out))
        accounts = [entry for entry in read if isinstance(entry, Account)]
        quarantined = [entry for entry in read if isinstance(entry, Quarantined)]
        verdict = judgement.judge_accounts(accounts, decided, out)
        dataset, _ = publish.consolidated((*verdict.accounts, *quarantined))
        by_document: dict[str, list[Account]] = {}
        for account in accounts:
            by_document.setdefault(account.item.sha256, []).append(account)
        docket = cls(
            out=out,
            reference=reference,
            log=log,
            second_eyes=decided.second_eyes,
            dataset=dataset,
            board=board(dataset.records, reference, changes.unseen(out)),
            _accounts=by_document,
            _records={record.sha256: record for record in dataset.documents if record.status == "read"},
        )
        for entry in dataset.findings:
            docket._put(entry)
        docket._put_orphans(verdict.carried)
        return docket

    def _put(self, entry: Listed) -> None:
        source = entry.source
        machine = source.verdict.machine if source.verdict else source.finding
        item = Item(
            machine=machine,
            shown=source.finding,
            verdict=source.verdict,
            family=self._family(source.document.sha256),
            file=source.document.file,
        )
        made = item_of(entry, item, self.board)
        twin = 1
        while made.key in self.items:  # two statements of one document that differ in nothing that is decided
            twin += 1
            made = replace(made, key=f"{item_of(entry, item, self.board).key}-{twin}")
        self.items[made.key] = made
        self._listed[made.key] = entry
        self._by_document.setdefault(made.sha256, []).append(made.key)
        if made.cell and source.document.status == "read":
            self._by_cell.setdefault(made.cell, []).append(made.key)
        self._order = None

    def _family(self, sha256: str) -> str:
        accounts = self._accounts.get(sha256, ())
        return accounts[0].item.family if accounts else ""

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

    def listed(self, key: str) -> Listed | None:
        """Return the finding as the dataset lists it, None for an orphan."""
        return self._listed.get(key)

    def in_document(self, sha256: str) -> tuple[QueueItem, ...]:
        """Return all findings of a document, in reading order."""
        found = (self.items[key] for key in self._by_document.get(sha256, ()))
        return tuple(sorted(found, key=lambda item: (item.finding.span, item.key)))

    def for_cell(self, item: QueueItem) -> tuple[QueueItem, ...]:
        """Return what other findings state about the same value of the dataset."""
        keys = self._by_cell.get(item.cell, ()) if item.cell else ()
        return tuple(self.items[key] for key in keys if key != item.key and key in self.items)

    def source(self, key: str) -> Source | None:
        """Return a finding with its document, None for an orphan."""
        entry = self._listed.get(key)
        return entry.source if entry else None

    # --- after a decision ---

    def renew(self, log: logbook.Log, documents: Iterable[str]) -> None:
        """Take a longer log into account for the findings of some documents."""
        self.log = log
        for sha256 in dict.fromkeys(documents):
            self._renew(sha256)
        self._order = None

    def _renew(self, sha256: str) -> None:
        accounts, record = self._accounts.get(sha256, ()), self._records.get(sha256)
        if not accounts or record is None:
            return
        before = {
            (entry.source.finding.span, entry.source.finding.type, machine_id(entry)): entry.standing
            for key in self._by_document.pop(sha256, ())
            if (entry := self._listed.pop(key, None)) and self._forget(key)
        }
        lines = relevant(self.log.lines, accounts)
        decided = Decided(lines=lines, second_eyes=self.second_eyes)
        verdict = judgement.judge_accounts(accounts[:1], decided, self.out, current={sha256})
        for source in sources_of(verdict.accounts, [record]):
            name = source.verdict.machine.id if source.verdict else source.finding.id
            standing = before.get((source.finding.span, source.finding.type, name), "listed")
            if source.verdict is not None and source.verdict.rejected:
                standing = "rejected"
            elif standing == "rejected":
                standing = "held" if source.held else "listed"
            self._put(Listed(source=source, standing=standing))

    def _forget(self, key: str) -> bool:
        item = self.items.pop(key)
        if item.cell and key in self._by_cell.get(item.cell, ()):
            self._by_cell[item.cell].remove(key)
        return True


def machine_id(entry: Listed) -> str:
    """Return the id that extraction gave a finding, whatever people made of it."""
    return entry.source.verdict.machine.id if entry.source.verdict else entry.source.finding.id


def relevant(lines: Iterable[Decision], accounts: Sequence[Account]) -> tuple[Decision, ...]:
    """Return the decisions that may be about a document."""
    ids = {finding.id for account in accounts for finding in account.findings}
    families = {account.item.family for account in accounts}
    contents = {account.item.sha256 for account in accounts}
    return tuple(
        line
        for line in lines
        if line.finding_id in ids or line.family in families or (line.seen and line.seen.document in contents)
    )
