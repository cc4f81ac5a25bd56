"""From records to the published dataset: decisions applied, consolidated, checked, compared, and put in place."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING

from pipeline.decision import Decided, Verdict
from pipeline.jobs import judgement, releases
from pipeline.model import Finding, Quarantined
from pipeline.state import Counted, Plan, Published, Stamp, Summary
from pipeline.storage import results, staging

if TYPE_CHECKING:
    from pipeline.account import Account
    from pipeline.dataset import Dataset, Fault
    from pipeline.dataset.changes.compared import Difference
    from pipeline.dataset.changes.published_side import Files
    from pipeline.reference.types import Reference
    from pipeline.storage.files import AnyPath


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: a dataset has no circles, and to look takes a fifth of the time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@uncollected()
def build(out: AnyPath, key: str, plan: Plan) -> Published:
    """Consolidate all records, check, and publish; where a check finds an error the last dataset stays."""
    from pipeline.dataset import stops  # noqa: PLC0415 - a run with nothing to do needs none of it

    read = tuple(results.load_accounts(out))
    accounts, carried = judgement.judged(read, plan.decided, out)
    dataset = consolidated(accounts)
    faults = stops(dataset)
    files = plan.state.published.files if plan.state.published else {}
    if not faults:
        stamps, faults = _publish(out, key, plan, read, dataset)
        files = stamps or files
    if not faults:
        judgement.keep(out, plan.decided)
    summary = Summary(
        findings=count_findings(accounts),
        conflicts=len(dataset.conflicts),
        conflicts_open=sum(conflict.open for conflict in dataset.conflicts),
        covered=sum(region.status == "value" for region in dataset.coverage),
        regions=len(dataset.coverage),
        warnings=sum(fault.severity == "warn" for fault in dataset.faults),
        held_back=len({fault.row_name for fault in dataset.faults if fault.severity == "hold"}),
        failed=tuple(fault.line for fault in faults),
        published=bool(files),
        carried=judgement.carry_over(carried),
    )
    return Published(key=key, files=files, summary=summary)


def _publish(
    out: AnyPath, key: str, plan: Plan, read: Sequence[Account | Quarantined], dataset: Dataset
) -> tuple[dict[str, Stamp], tuple[Fault, ...]]:
    """Write the tables aside, note what they change, describe all files, and put them in place; in this order.

    Returns the stamps of the files; or, where a row is not what its columns say, what is wrong, and nothing is
    published.
    """
    from pipeline.dataset.release.export import ALL_TABLES, core_files, last_files, release_files  # noqa: PLC0415
    from pipeline.dataset.tables.schema import Watch  # noqa: PLC0415
    from pipeline.jobs import changes, replay  # noqa: PLC0415 - a run with nothing to do needs none of it
    from pipeline.jobs.fixed_parts import fixed_parts  # noqa: PLC0415

    watch = Watch(ALL_TABLES)
    with staging.staged(out / "dataset") as stage:
        stage.put_all(core_files(dataset, watch))
        faults = watch.faults()
        if faults:
            return {}, faults
        compare = partial(_compared, out, plan, read, stage.opened())
        changes.note(out, key, stage.files, compare=compare, basis=replay.basis_of(plan))
        release = releases.upcoming(out, dataset, stage)
        stage.put_all(release_files(dataset, release, fixed_parts(), watch))
        faults = watch.faults()
        if faults:
            return {}, faults
        stage.put_all(last_files(stage.files, release, dataset.reference.kamus))
        return staging.publish(out / "dataset", stage), ()


def _compared(
    out: AnyPath, plan: Plan, read: Sequence[Account | Quarantined], tables: Files, published: Files
) -> tuple[Difference, ...]:
    """Return what changes, and why: first by all but people, with what they had decided then; then by people."""
    from pipeline.dataset.changes.netted import Step  # noqa: PLC0415
    from pipeline.jobs import replay  # noqa: PLC0415

    before = judgement.applied(out)
    people = before != plan.decided
    with ExitStack() as stack:

        def with_decisions(decided: Decided, reference: Reference | None = None) -> Files:
            dataset = consolidated(judgement.judged(read, decided, out)[0], reference)
            return to_compare(dataset, stack.enter_context(staging.scratch()))

        return replay.told(
            out,
            plan,
            with_decisions(before) if people else tables,
            published,
            with_reference=partial(with_decisions, before),
            then=(Step(tables=tables, default="human"),) if people else (),
        )


def to_compare(dataset: Dataset, place: staging.Staged) -> Files:
    """Write the tables that a comparison needs into a folder, and return what opens them."""
    from pipeline.dataset.changes.compared import FILES  # noqa: PLC0415
    from pipeline.dataset.release.export import core_files  # noqa: PLC0415

    for name, chunks in core_files(dataset):
        if name in FILES:
            place.put(name, chunks)
    return place.opened()


def published(out: AnyPath) -> tuple[Account | Quarantined, ...]:
    """Return all that was read, with the decisions that the published dataset was made with."""
    return judgement.judged(results.load_accounts(out), judgement.applied(out), out)[0]


def consolidated(accounts: Sequence[Account | Quarantined], reference: Reference | None = None) -> Dataset:
    """Return the dataset of all that was read, checked, without the rows that a check holds back.

    ``reference`` takes the place of the package's own tables.
    """
    from pipeline.dataset import checked, consolidate  # noqa: PLC0415
    from pipeline.reference import load_reference  # noqa: PLC0415

    read = tuple(account for account in accounts if not isinstance(account, Quarantined))
    quarantined = tuple(account for account in accounts if isinstance(account, Quarantined))
    return checked(consolidate(read, quarantined, reference or load_reference()))


def count_findings(accounts: Iterable[Account | Quarantined]) -> dict[str, Counted]:
    """Count findings by type: accepted, for review, rejected by people; a copied file counts once."""
    unique = {account.item.sha256: account for account in accounts if not isinstance(account, Quarantined)}
    counts = Counter(
        (finding.type, _decided(finding, verdict))
        for account in unique.values()
        for finding, verdict in account.judged
    )
    kinds = sorted({kind for kind, _ in counts})
    return {
        kind: Counted(auto=counts[kind, "auto"], review=counts[kind, "review"], rejected=counts[kind, "rejected"])
        for kind in kinds
    }


def _decided(finding: Finding, verdict: Verdict | None) -> str:
    """Return auto, review or rejected: by people, else by the rules."""
    if verdict is None:
        return finding.decision
    waits = verdict.any_waits or any(one.outcome == "second" for one in verdict.rulings)
    return "rejected" if verdict.rejected else "review" if waits else "auto"
