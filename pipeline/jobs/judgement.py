"""The decisions of people as a run takes them into account: loaded, applied to what was read, and remembered.

What a run has applied is kept beside the records, so that whoever asks about the published dataset (``ikp why``,
``ikp export``) is told what it was made with, whatever has been decided since.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from pipeline.account import Account
from pipeline.decision import NOTHING, Carried, Decided, Ruling, Verdict
from pipeline.model import Document, Finding, Quarantined
from pipeline.storage import logbook, results, store
from pipeline.storage.codec import decode, encode
from pipeline.storage.files import AnyPath

if TYPE_CHECKING:
    from pipeline.review.judge import Judged

Read: TypeAlias = Account | Quarantined


def decided_in(corpus: AnyPath) -> Decided:
    """Return what was decided in a corpus. Raises StoreError where the log or the settings are damaged."""
    lines = logbook.load(corpus).lines
    return Decided(lines=lines, second_eyes=bool(lines) and logbook.settings(corpus).second_eyes)


def applied(out: AnyPath) -> Decided:
    """Return what the published dataset was made with."""
    path = kept_at(out)
    return decode(store.read_bytes(path), Decided, where=str(path)) if path.exists() else NOTHING


def keep(out: AnyPath, decided: Decided) -> None:
    """Remember what the published dataset was made with."""
    path = kept_at(out)
    if decided == NOTHING:
        store.remove(path)
    elif not store.holds(path, data := key_of(decided)):
        store.write(path, data)


def key_of(decided: Decided) -> bytes:
    """Return bytes that are the same for the same decisions; none without any."""
    return b"" if decided == NOTHING else encode(decided) + b"\n"


def kept_at(out: AnyPath) -> AnyPath:
    """Return the file that remembers what the published dataset was made with."""
    return out / "documents" / "decided.json"


def judged(read: Iterable[Read], decided: Decided, out: AnyPath) -> tuple[tuple[Read, ...], tuple[Carried, ...]]:
    """Apply decisions to what was read; return it with the values of people, and what became of each decision."""
    entries = tuple(read)
    if not decided.lines:
        return entries, ()
    accounts = [entry for entry in entries if isinstance(entry, Account)]
    verdict = _judged(accounts, decided, out)
    quarantined = tuple(entry for entry in entries if isinstance(entry, Quarantined))
    return (*verdict.accounts, *quarantined), verdict.carried


def _judged(accounts: Sequence[Account], decided: Decided, out: AnyPath) -> Judged:
    from pipeline.dataset.documents import current_contents  # noqa: PLC0415 - not before anything was decided
    from pipeline.review.judge import judge  # noqa: PLC0415

    current, documents = current_contents(accounts), partial(document_of, out)
    return judge(accounts, decided.lines, current, documents, second_eyes=decided.second_eyes)


def document_of(out: AnyPath, sha256: str) -> Document | None:
    """Return a document as it was read, None where it is not there."""
    record = results.find_record(out, sha256)
    return record.document if record is not None else None


def orphaned(carried: Sequence[Carried], seen: Finding) -> Verdict:
    """Return decisions that lost their finding as a verdict on the finding as it was seen; none of them holds."""
    rulings = tuple(
        Ruling(decision=one.decision, outcome="orphaned", machine=None, cause=one.cause, why=one.why)
        for one in carried
    )
    return Verdict(machine=seen, rulings=rulings)


def carry_over(carried: Iterable[Carried]) -> tuple[tuple[str, str, int], ...]:
    """Count decisions by outcome and why, the plainest first: ``(("kept", "", 412), ...)``."""
    order = ("kept", "re-anchored", "stands", "second", "asked again", "orphaned")
    counts = Counter((one.outcome, one.why) for one in carried if one.decision.verb != "defer")
    rows = sorted(counts.items(), key=lambda row: (order.index(row[0][0]), -row[1], row[0][1]))
    return tuple((outcome, why, count) for (outcome, why), count in rows)
