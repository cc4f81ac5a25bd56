"""The differences that runs made, as they are kept beside the ledger, and the words in which they are told.

What a run is about to publish is compared with what is published, and noted before the tables change places: a
run that is killed after that is completed by the next, whose own comparison would find nothing.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from pipeline.dataset.changes.compared import FILES, Difference, worst_first
from pipeline.dataset.changes.grouped import FOLDED, DifferenceGroup, grouped
from pipeline.dataset.changes.netted import netted
from pipeline.dataset.changes.published_side import Files
from pipeline.errors import UsageError
from pipeline.storage import kept, results, staging, store
from pipeline.storage.codec import decode, encode
from pipeline.storage.files import printable
from pipeline.storage.kept import Basis

if TYPE_CHECKING:
    from pipeline.model import Written
    from pipeline.storage.files import AnyPath

Compare: TypeAlias = Callable[[Files], tuple[Difference, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """Differences that are not in the ledger yet: ``key`` of the dataset they lead to, a hash of its tables.

    ``run`` is the number that the run which publishes it will have. ``earlier`` are those that led to the tables
    before, of the hash ``earlier_tables``, where these are not in the ledger either. ``basis`` is what the tables
    are made with, None where an earlier version noted them.
    """

    key: str
    tables: str
    changes: tuple[Difference, ...]
    run: int = 0
    earlier_tables: str = ""
    earlier: tuple[Difference, ...] = ()
    basis: Basis | None = None


def note(
    out: AnyPath, key: str, files: Mapping[str, Written], *, compare: Compare, basis: Basis
) -> tuple[Difference, ...]:
    """Note what publishing these files will change, with what an earlier run did not get into the ledger.

    ``compare`` gives the differences from the published tables that it is handed; ``basis`` is what the new ones
    are made with. Returns what was noted.
    """
    pending = _unwritten(out)
    if pending is not None and pending.key == key:
        return pending.changes  # noted by a run that was killed; the tables may have changed places since
    published = staging.published(out / "dataset", FILES)
    before = _published(out)
    earlier = _leading_to(before, pending) or ()
    changes = compare(published) if published else ()
    noted = Pending(
        key=key,
        tables=_digest({name: file.sha256 for name, file in files.items()}),
        changes=netted((earlier, changes)) if earlier else changes,
        run=results.last_run(out) + 1,
        earlier_tables=before,
        earlier=earlier,
        basis=basis,
    )
    store.make_folder(out / "runs")
    store.write(results.pending_path(out), encode(noted) + b"\n")
    return noted.changes


def settle(out: AnyPath) -> None:
    """Where what was noted is published, take that as the ground of the next comparison."""
    pending = load_pending(out)
    if pending is not None and pending.basis is not None and _published(out) == pending.tables:
        kept.settle(out, pending.basis)


def _leading_to(published: str, pending: Pending | None) -> tuple[Difference, ...] | None:
    """Return the noted differences that led to the published tables of a hash, None where they led elsewhere."""
    if pending is None:
        return None
    if published == pending.tables:
        return pending.changes
    # It was noted by a run that was killed before it published; another before it may have published.
    return pending.earlier if published == pending.earlier_tables and pending.earlier else None


def _unwritten(out: AnyPath) -> Pending | None:
    """Return the differences that are noted, None where the ledger has them already."""
    pending = load_pending(out)
    return pending if pending is not None and pending.run > results.last_run(out) else None


def _published(out: AnyPath) -> str:
    """Return the hash of the published tables."""
    paths = {name: out / "dataset" / name for name in FILES}
    return _digest({name: store.digest(path) for name, path in paths.items() if path.exists()})


def _digest(hashes: Mapping[str, str]) -> str:
    """Return one hash of the tables that are compared, from that of each; one that is missing counts as empty."""
    digest = hashlib.sha256()
    for name in FILES:
        digest.update(bytes.fromhex(hashes[name]) if name in hashes else hashlib.sha256().digest())
    return digest.hexdigest()


def load_pending(out: AnyPath) -> Pending | None:
    """Return the differences that are not in the ledger yet. Raises StoreError where the file is damaged."""
    path = results.pending_path(out)
    return decode(store.read_bytes(path), Pending, where=str(path)) if path.exists() else None


def noted(out: AnyPath) -> tuple[Difference, ...] | None:
    """Return the differences that led to what is published, None where the ledger has them already."""
    pending = _unwritten(out)
    return None if pending is None else _leading_to(_published(out), pending)


def since(out: AnyPath, run: int) -> tuple[Difference, ...]:
    """Return what changed after a run of the ledger, with what is noted and not in the ledger yet."""
    pending = _unwritten(out)
    runs = [_of_run(out, number) for number in range(run + 1, results.last_run(out) + 1)]
    return netted([*runs, pending.changes] if pending is not None else runs)


def changed_by(out: AnyPath, first: int | None, last: int | None) -> tuple[int, int, tuple[Difference, ...]]:
    """Return the numbers of two runs and what changed after the first up to the last, worst first.

    Without numbers: what the last run changed that changed anything. Raises UsageError for a run that is not in
    the ledger, and where the second does not come after the first; StoreError where there is no such folder.
    """
    store.require_folder(out)
    latest = results.last_run(out)
    for number in (first, last):
        if number is not None and not 0 <= number <= latest:
            raise UsageError(
                f"has no run {number}", where=str(out / "runs"), remedy=f"give a number from 0 to {latest}"
            )
    if not latest:
        return 0, 0, ()
    if first is None and last is None:
        last = next((number for number in range(latest, 0, -1) if _of_run(out, number)), latest)
    end = latest if last is None else last
    start = max(end - 1, 0) if first is None else first
    if start >= end:
        raise UsageError(
            f"has no run after {start} up to {end}",
            where=str(out / "runs"),
            remedy=f"give a number below {end} with --from" if end else "give a number from 1 with --to",
        )
    return start, end, netted(_of_run(out, number) for number in range(start + 1, end + 1))


def _of_run(out: AnyPath, number: int) -> tuple[Difference, ...]:
    path = out / "runs" / f"{number}.changes.jsonl"
    if not path.exists():
        return ()
    return tuple(decode(line, Difference, where=str(path)) for line in store.read_bytes(path).splitlines() if line)


LOOK_BACK: Final = 30
"""Runs whose changes people are still asked about."""
_VALUES: Final = frozenset({"score", "category", "category_stated", "rank", "indicator_status", "count", "n"})


def unseen(out: AnyPath) -> dict[str, tuple[str, str]]:
    """Return the findings behind published values that changed by themselves: cause, and a short sentence.

    What the ledger holds is asked, the last change of each value. Other words for the same value are no change.
    Values that came or went are left out: what is new is checked where it is unsure, and what went can be decided
    no more.
    """
    found: dict[str, tuple[str, str]] = {}
    last = results.last_run(out)
    for number in range(max(1, last - LOOK_BACK), last + 1):
        for one in _of_run(out, number):
            if one.kind == "MOD" and one.column in _VALUES and one.cause != "human" and one.before and one.after:
                sentence = f"{one.column} {one.before} -> {one.after}"
                found |= dict.fromkeys(one.findings, (one.cause, sentence))
    return found


def counted(changes: Sequence[Difference]) -> str:
    """Say how many differences there are of each cause: ``12 differences (10 rule, 2 document)``."""
    causes = Counter(one.cause for one in changes).most_common()
    number = f"{len(changes):,} difference{'' if len(changes) == 1 else 's'}"
    return f"{number} ({', '.join(f'{count:,} {cause}' for cause, count in causes)})"


def lines_of(changes: Iterable[Difference]) -> Iterator[str]:
    """Yield lines for people: groups that one cause made, each with a sample, then all others, worst first.

    What documents say is shown without what would steer a terminal.
    """
    return map(printable, _lines(grouped(changes)))


def _lines(groups: Sequence[DifferenceGroup]) -> Iterator[str]:
    for group in groups:
        if group.count > FOLDED:
            yield from _of_group(group)
    alone = (one for group in groups if group.count <= FOLDED for one in group.members)
    for one in sorted(alone, key=worst_first):
        yield from _of_one(one)


def _of_group(group: DifferenceGroup) -> Iterator[str]:
    rules = f" by {', '.join(group.rules)}" if group.rules else ""
    yield f"{group.count:,} x {group.kind} {group.table}: {group.column} [{group.cause}{rules}]"
    if group.outlier is not None:
        yield f"   largest: {group.outlier.key}: {_value(group.outlier)}"
    yield from (f"   {line}" for one in group.sample for line in _of_one(one))
    yield f"   and {len(group.rest):,} more: --format html or json shows them"


def _of_one(one: Difference) -> Iterator[str]:
    """Yield a difference as a line, then what a person decided, and the words behind it."""
    files = f", {', '.join(one.files[:3])}" if one.files else ""
    was = f" (was {one.old_key})" if one.old_key else ""
    yield f"{one.kind}  {one.table}: {one.key}{was}: {one.column} {_value(one)} [{one.cause}{files}]"
    if one.human:
        yield f"     extraction says {one.extracted or '-'}, a person decided {one.human}"
    if one.quote and one.column != "evidence":
        yield f"     {one.quote[:110]}"


def _value(one: Difference) -> str:
    if one.kind == "KEPT":
        return f"stays {one.after}, proposed {one.extracted or '-'}"
    return {"ADD": one.after, "DEL": one.before}.get(one.kind, f"{one.before or '-'} -> {one.after or '-'}")
