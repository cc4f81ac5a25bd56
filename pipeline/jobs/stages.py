"""The shell of the pipeline: short functions that load, call something pure, and save.

A run has three stages: ``prepare`` looks at the corpus and finds what is left to do, ``parse`` does it,
``conclude`` builds and publishes the dataset. The command line and the Prefect flows both call these.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.errors import StoreError, UsageError
from pipeline.jobs import judgement, origin, own_aliases, publish, work
from pipeline.jobs.survey import survey_corpus
from pipeline.jobs.versions import code_versions
from pipeline.reference.project import digest, in_effect
from pipeline.state import (
    Done,
    Index,
    Plan,
    Published,
    Summary,
    Task,
    dataset_key,
    first_of_each,
    forget,
    task_of,
    versions_before,
)
from pipeline.storage import results, store
from pipeline.storage.codec import encode
from pipeline.storage.files import AnyPath, lies_in, whole
from pipeline.storage.ledger import Stopwatch

if TYPE_CHECKING:
    from pipeline.dataset.changes.compared import Difference

CHECKPOINT_SECONDS: Final = 5.0  # what a killed run has to do again at most

Watch = Callable[[int, int, str], None]
"""Told of progress: how many documents are done, of how many, and the path of the last one."""


def quiet(_done: int, _of: int, _path: str) -> None:
    """Watch nothing."""


def run(corpus: AnyPath, out: AnyPath, *, workers: int, watch: Watch = quiet) -> Summary:
    """Bring the output folder up to date with the corpus and the code; do nothing where it is.

    Raises StoreError where the corpus cannot be read, the output cannot be written or another run holds it, and
    TableError where the table of the project's corrections is damaged.
    """
    check_folders(corpus, out)
    clock = Stopwatch()
    with store.locked(out) as left:
        with clock.stage("ingest"):
            plan = prepare(corpus, out, workers=workers)
        with clock.stage("parse"):
            done = parse(plan, out, workers=workers, watch=watch)
        return told(conclude(plan, done, out, clock=clock), left)


def told(summary: Summary, left: str) -> Summary:
    """Say in a summary that a lock was stale: ``left`` stood in it, empty where the last run ended well."""
    if not left:
        return summary
    line = f"the last run ({left}) did not end; this one went on where it stopped"
    return replace(summary, asides=(line, *summary.asides))


def check_folders(corpus: AnyPath, out: AnyPath) -> None:
    """Raise StoreError where the corpus is no folder, UsageError where the output would lie among the sources."""
    if corpus == Path("corpus") and not corpus.exists():  # what nobody named
        remedy = "name the folder of your documents with --corpus, or get samples with `ikp samples`"
        raise StoreError("is not there", where="corpus", remedy=remedy)
    store.require_folder(corpus)
    if whole(corpus) == whole(out):
        raise UsageError("is the corpus too", where=str(out), remedy="give another folder with --out")
    if any(lies_in(corpus, out / name) for name in results.FOLDERS):
        raise UsageError(
            "lies among the results, which every run replaces",
            where=str(corpus),
            remedy="move the documents, or give another folder with --out",
        )


# --- prepare ---


def prepare(corpus: AnyPath, out: AnyPath, *, workers: int = 1, anew: bool = False) -> Plan:
    """Find what is left to do. Only files that are new or changed are opened: to hash them, or to look inside.

    ``anew`` does everything again, as if the output folder were empty; what is published stays until then. Raises,
    before anything is changed, TableError where the table of the project's corrections is damaged, and StoreError
    where all that was read last time is gone.
    """
    aliases = own_aliases.load_aliases(corpus)
    store.make_folder(out / "documents")
    results.recover(out)
    decided = judgement.decided_in(corpus)
    _settle(out)
    versions = replace(code_versions(), aliases=digest(aliases))
    remembered = results.load_state(out)
    earlier = versions_before(remembered.documents)
    state = forget(remembered) if anew else remembered
    known = state if state.read == versions.read else replace(state, media_types={}, contents={})
    survey = survey_corpus(corpus, out, known, workers=workers)
    found = (*(one.item for one in survey.documents), *(None for _ in survey.unreadable))
    origin.require_documents(corpus, out, remembered, found)
    items, copies = first_of_each([one.item for one in survey.documents])
    locations = {one.item.path: one.location for one in survey.documents}
    intact = store.stamps(out / "documents", {f"{sha}.json": done.output for sha, done in state.documents.items()})
    meant = in_effect(aliases)
    tasks: list[Task] = []
    standing: dict[str, Done] = {}
    for item in items:
        done, output = state.documents.get(item.sha256), intact.get(f"{item.sha256}.json")
        location = str(locations[item.path])
        task = task_of(item, done, versions, location=location, out=str(out), intact=output is not None)
        if task is not None:
            lost = remembered.published is None  # the state: then records may be there all the same
            own = lost or item.sha256 in remembered.documents
            before = item.sha256 if own else earlier.get(item.family, "")
            tasks.append(replace(task, aliases=meant, before=before))
        elif done is not None and output is not None:
            standing[item.sha256] = replace(done, output=output)
    return Plan(
        tasks=tuple(tasks),
        done=standing,
        index=Index(copies=copies, unreadable=survey.unreadable),
        lines=survey.lines,
        asides=(*survey.asides, *own_aliases.missing(corpus, aliases, state.documents.values())),
        state=replace(
            state,
            read=versions.read,
            corpus=origin.noted(corpus, out),
            files=survey.files,
            media_types=survey.media_types,
            contents=survey.contents,
        ),
        versions=versions,
        decided=decided,
        aliases=aliases,
        workers=workers,
    )


def _settle(out: AnyPath) -> None:
    """Complete what a killed run had published."""
    if results.pending_path(out).exists():
        from pipeline.jobs import changes  # noqa: PLC0415 - as in ``build``

        changes.settle(out)


# --- parse ---


def parse(plan: Plan, out: AnyPath, *, workers: int, watch: Watch = quiet) -> dict[str, Done]:
    """Work on the tasks of the plan and return all documents of the corpus, with those that stood, by SHA-256.

    What is done is remembered every few seconds, so that a killed run goes on where it stopped.
    """
    done = dict(plan.done)
    saved = time.monotonic()
    for number, result in enumerate(work.work_all(plan.tasks, workers=workers), start=1):
        done[result.item.sha256] = result
        watch(number, len(plan.tasks), result.item.path)
        if time.monotonic() - saved > CHECKPOINT_SECONDS:
            remember(plan, done, out)
            saved = time.monotonic()
    return done


def remember(plan: Plan, done: Mapping[str, Done], out: AnyPath) -> None:
    """Keep what is done so far for the next run, and of the rest what is published: causes are found by it."""
    results.save_state(out, replace(plan.state, documents={**plan.state.documents, **done}))


# --- conclude ---


def conclude(plan: Plan, done: Mapping[str, Done], out: AnyPath, *, clock: Stopwatch | None = None) -> Summary:
    """Drop records of documents that are gone, build and publish the dataset where anything changed.

    All is remembered, what was read even before the dataset is built. ``clock`` has measured the run so far.
    """
    clock = clock or Stopwatch()
    if plan.tasks:
        remember(plan, done, out)
    dropped = results.drop_records(out, done)
    index = encode(plan.index) + b"\n"
    if not store.holds(results.index_path(out), index):
        store.write(results.index_path(out), index)
    key = dataset_key(done, index + judgement.key_of(plan.decided), plan.versions)
    before = _standing(plan.state.published, key, out)
    with clock.stage("consolidate"):
        built = before or publish.build(out, key, plan)
    summary = _summary(built.summary, plan, done, dropped=dropped, rebuilt=before is None)
    results.save_state(out, replace(plan.state, documents=done, published=replace(built, summary=summary)))
    noted = _noted(out)
    if plan.tasks or dropped or noted is not None or before is None or clock.command != "run":
        lines = b"".join(encode(change) + b"\n" for change in noted or ())
        results.append_run(out, clock.timings(), {"versions": plan.versions, "summary": summary}, changes=lines)
        _settle(out)
        store.remove(results.pending_path(out))
    return summary


def _noted(out: AnyPath) -> tuple[Difference, ...] | None:
    """Return the differences that led to what is published, None where the ledger has them already."""
    if not results.pending_path(out).exists():
        return None
    from pipeline.jobs import changes  # noqa: PLC0415 - as in ``build``

    return changes.noted(out)


def _standing(published: Published | None, key: str, out: AnyPath) -> Published | None:
    """Return the last dataset, its stamps renewed, where it was made from the same and its files are unaltered."""
    if published is None or published.key != key:
        return None
    files = store.stamps(out / "dataset", published.files)
    return replace(published, files=files) if files.keys() == published.files.keys() else None


def _replaced(dropped: Sequence[str], plan: Plan, done: Mapping[str, Done]) -> int:
    """Count the documents that were dropped because another version of them is there."""
    there = (*(entry.item for entry in done.values()), *plan.index.copies)
    families = {item.family for item in (*there, *(entry.item for entry in plan.index.unreadable))}
    known = plan.state.documents
    return sum(sha256 in known and known[sha256].item.family in families for sha256 in dropped)


def _summary(
    built: Summary, plan: Plan, done: Mapping[str, Done], *, dropped: Sequence[str], rebuilt: bool
) -> Summary:
    """Complete what was counted when the dataset was built with what this run did."""
    reused = sum(task.reuse for task in plan.tasks)
    replaced = _replaced(dropped, plan, done)
    documents = sorted(done.values(), key=lambda entry: entry.item.path)
    failed = [(entry.item.path, entry.quarantined) for entry in documents if entry.quarantined]
    missing = plan.index.unreadable
    return replace(
        built,
        documents=len(done) + len(plan.index.copies) + len(missing),
        read=len(plan.tasks) - reused,
        extracted=reused,
        unchanged=len(plan.done),
        removed=len(dropped) - replaced,
        replaced=replaced,
        duplicates=len(plan.index.copies),
        quarantined=(*failed, *((entry.item.path, entry.code) for entry in missing)),
        rebuilt=rebuilt,
        lines=(
            *plan.lines,
            *(line for entry in missing for line in work.lines_of(entry)),
            *(line for entry in documents for line in entry.lines),
            *built.failed,
        ),
        asides=(*plan.asides, *own_aliases.told(plan.aliases, done.values())),
    )
