"""What corrections would change in the published tables, before they are written.

The documents are extracted again from their stored text, consolidated and compared with what is published. Nothing
is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from pipeline.account import Account
from pipeline.dataset import stops
from pipeline.dataset.changes.compared import FILES, Difference
from pipeline.dataset.changes.differences import differences
from pipeline.dataset.changes.published_side import Files
from pipeline.decision import Carried
from pipeline.errors import StoreError
from pipeline.jobs import judgement, publish, work
from pipeline.jobs.alias_use import AliasUse, alias_use, name_of
from pipeline.jobs.children import Died, run_apart
from pipeline.jobs.own_aliases import load_aliases, some, without
from pipeline.jobs.stages import Watch, quiet
from pipeline.jobs.versions import code_versions
from pipeline.model import Quarantined
from pipeline.reference import ProjectAlias
from pipeline.reference.project import checked, digest, in_effect, package_reading
from pipeline.storage import kept, results, staging, store
from pipeline.storage.codec import decode_account, encode_record
from pipeline.storage.files import AnyPath, at

_AGREED: Final = frozenset({"kept", "re-anchored"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What corrections would change.

    ``differences`` are those of the published tables, worst first; ``changed`` of ``documents`` would have other
    findings, published or not; ``warnings`` are lines that a person should read before agreeing.
    """

    differences: tuple[Difference, ...]
    changed: int
    documents: int
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tried:
    """A document as it would be read; what the new corrections have to do with it ``before`` and ``after``."""

    account: Account | Quarantined
    changed: bool
    before: AliasUse
    after: AliasUse


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trial:
    """What each child needs: the output folder, all corrections that would hold, and the new ones of them."""

    out: str
    meant: tuple[ProjectAlias, ...]
    new: tuple[ProjectAlias, ...]


def preview(
    corpus: AnyPath,
    out: AnyPath,
    rows: Iterable[ProjectAlias],
    watch: Watch = quiet,
    *,
    drop: str | None = None,
    workers: int = 1,
) -> Preview:
    """Tell what the published tables would be with further corrections, or with those of the phrase ``drop`` gone.

    Only documents of the last run count. Raises TableError for a row that cannot hold or where the table is
    damaged, StoreError where no run has published anything yet.
    """
    present = load_aliases(corpus)
    new = tuple(checked(row) for row in rows)
    table = (*(without(present, drop) if drop is not None else present), *new)
    published = _published(out)
    accounts = tuple(results.load_accounts(out))
    trial = _Trial(out=str(out), meant=in_effect(table), new=in_effect(new))
    tried = _try_all(trial, accounts, watch, workers)
    decided = judgement.applied(out)
    judged, carried = judgement.judged((_as_tried(one, tried) for one in accounts), decided, out)
    dataset = publish.consolidated(judged)
    with staging.scratch() as place:
        found = differences(published, publish.to_compare(dataset, place), default="reference")
    return Preview(
        differences=found,
        changed=sum(one.changed for one in tried.values()),
        documents=len(tried),
        warnings=(
            *_stale(out, present),
            *_against(carried, judgement.judged(accounts, decided, out)[1]),
            *(line for row in new for line in _of_row(row, present, tuple(tried.values()))),
            *(f"publication would stop: {one.line}" for one in stops(dataset)),
        ),
    )


def _published(out: AnyPath) -> Files:
    found = staging.published(out / "dataset", FILES)
    if not found:
        raise StoreError("holds no dataset to compare with", where=str(out), remedy="run `ikp run` first")
    return found


def _try_all(
    trial: _Trial, accounts: Sequence[Account | Quarantined], watch: Watch, workers: int
) -> dict[str, _Tried]:
    items = {one.item.sha256: one.item for one in accounts if not isinstance(one, Quarantined)}
    children = work.children_for(len(items), workers)
    tried: dict[str, _Tried] = {}
    for sha256, result in run_apart(partial(_try, trial), tuple(items), workers=children, limits=work.LIMITS):
        item = items[sha256]
        tried[sha256] = _given_up(work.killed(item, result)) if isinstance(result, Died) else result
        watch(len(tried), len(items), item.path)
    return tried


def _given_up(record: Quarantined) -> _Tried:
    return _Tried(account=record, changed=True, before=AliasUse(), after=AliasUse())


def _try(trial: _Trial, sha256: str) -> _Tried:
    """Extract one document again, in a child process."""
    out = at(trial.out)
    path = results.record_path(out, sha256)
    old = results.load_record(out, sha256)
    new = work.take(old.item, path, out=out, extract=partial(work.corrected, trial.meant))
    data = encode_record(new)
    account = decode_account(data, where=str(path))
    return _Tried(
        account=account,
        changed=not store.holds(path, data),
        before=alias_use(old, trial.new),
        after=alias_use(new, trial.new),
    )


def _as_tried(one: Account | Quarantined, tried: Mapping[str, _Tried]) -> Account | Quarantined:
    """Return what would stand in place of a record; a copy keeps its own name."""
    found = None if isinstance(one, Quarantined) else tried.get(one.item.sha256)
    return replace(found.account, item=one.item) if found is not None else one


# --- what a person should read before agreeing ---


def _stale(out: AnyPath, present: Sequence[ProjectAlias]) -> Iterator[str]:
    state, versions, meant = results.load_state(out), code_versions(), digest(present)
    basis = kept.load_basis(out)
    old = any((one.extract, one.aliases) != (versions.extract, meant) for one in state.documents.values())
    if old or basis is None or basis.versions.dataset != versions.dataset:
        yield "the results are older than the code or the corrections; `ikp run` first shows this change alone"


def _against(after: Iterable[Carried], before: Iterable[Carried]) -> Iterator[str]:
    """Tell of what people decided that would no longer agree with what is read."""
    agreed = {one.decision.id for one in before if one.outcome in _AGREED}
    now = sorted({one.decision.file for one in after if one.outcome not in _AGREED and one.decision.id in agreed})
    if now:
        yield f"what people decided would stand against what is read in {some(now)}"


def _of_row(row: ProjectAlias, present: Sequence[ProjectAlias], tried: Sequence[_Tried]) -> Iterator[str]:
    name = name_of(row)
    for one in present:
        if name_of(one) == name and one.means != row.means:
            by = f" by {one.author}" if one.author else ""
            yield f"{row.phrase!r} was given the meaning {one.means}{by}; the new one takes its place"
    reading = package_reading(row)
    if reading and reading != (row.means,):
        yield f"{row.phrase!r} means {' or '.join(reading)} in the tables of the package; this goes first"
    before = sorted(one.account.item.path for one in tried if name in one.before.contested)
    if before:
        yield f"{row.phrase!r} is contested: the rules give it another meaning in {some(before)}"
    after = sorted(one.account.item.path for one in tried if name in one.after.contested)
    if after:
        yield f"{row.phrase!r} would still stand in words of another meaning in {some(after)}"
    if not any(name in one.after.used for one in tried):
        yield f"{row.phrase!r} stands in no document: nothing would use it"
