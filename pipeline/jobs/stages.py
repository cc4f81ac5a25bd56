"""The shell of the pipeline: short functions that load, call something pure, and save.

A run has three stages: ``prepare`` looks at the corpus and finds what is left to do, ``parse`` does it,
``conclude`` builds and publishes the dataset. The command line and the Prefect flows both call these.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.errors import StoreError, UsageError
from pipeline.jobs import illustrate, judgement, own_aliases, publish, releases, work
from pipeline.jobs.children import Died, run_apart
from pipeline.jobs.rows import Row, finding_row, metadata_row
from pipeline.jobs.survey import Source, sources_of, survey_corpus
from pipeline.jobs.versions import code_versions
from pipeline.model import Candidate, Parsed, Quarantined
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
from pipeline.storage import store
from pipeline.storage.codec import encode
from pipeline.storage.files import AnyPath, lies_in, printable, whole
from pipeline.storage.ledger import Stopwatch

if TYPE_CHECKING:
    from pipeline.dataset import Lineage, LineageSide
    from pipeline.dataset.compared import Difference
    from pipeline.dataset.evaluate import Evaluation
    from pipeline.extract.indicators import IndicatorMatch
    from pipeline.jobs.releases import Released
    from pipeline.reference.types import Reference

RESULTS: Final = ("dataset", "documents", "runs", "releases")  # folders that are nobody else's
CHECKPOINT_SECONDS: Final = 5.0  # what a killed run has to do again at most

Taken = Parsed | Quarantined | StoreError
"""What became of a document; an error where there was none to read."""
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
    if any(lies_in(corpus, out / name) for name in RESULTS):
        raise UsageError(
            "lies among the results, which every run replaces",
            where=str(corpus),
            remedy="move the documents, or give another folder with --out",
        )


# --- prepare ---


def prepare(corpus: AnyPath, out: AnyPath, *, workers: int = 1, anew: bool = False) -> Plan:
    """Find what is left to do. Only files that are new or changed are opened: to hash them, or to look inside.

    ``anew`` does everything again, as if the output folder were empty; what is published stays until then. Raises
    TableError, before anything is changed, where the table of the project's corrections is damaged.
    """
    aliases = own_aliases.load_aliases(corpus)
    store.make_folder(out / "documents")
    store.recover(out)
    decided = judgement.decided_in(corpus)
    _settle(out)
    versions = replace(code_versions(), aliases=digest(aliases))
    remembered = store.load_state(out)
    earlier = versions_before(remembered.documents)
    state = forget(remembered) if anew else remembered
    known = state if state.read == versions.read else replace(state, media_types={}, contents={})
    survey = survey_corpus(corpus, out, known, workers=workers)
    items, copies = first_of_each([source.item for source in survey.sources])
    locations = {source.item.path: source.location for source in survey.sources}
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
    if store.pending_path(out).exists():
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
    """Keep what is done so far for the next run."""
    store.save_state(out, replace(plan.state, documents=done))


# --- conclude ---


def conclude(plan: Plan, done: Mapping[str, Done], out: AnyPath, *, clock: Stopwatch | None = None) -> Summary:
    """Drop records of documents that are gone, build and publish the dataset where anything changed.

    All is remembered, what was read even before the dataset is built. ``clock`` has measured the run so far.
    """
    clock = clock or Stopwatch()
    if plan.tasks:
        remember(plan, done, out)
    removed = store.drop_records(out, done)
    index = encode(plan.index) + b"\n"
    if not store.holds(store.index_path(out), index):
        store.write(store.index_path(out), index)
    key = dataset_key(done, index + judgement.key_of(plan.decided), plan.versions)
    before = _standing(plan.state.published, key, out)
    with clock.stage("consolidate"):
        built = before or publish.build(out, key, plan)
    summary = _summary(built.summary, plan, done, removed=removed, rebuilt=before is None)
    store.save_state(out, replace(plan.state, documents=done, published=replace(built, summary=summary)))
    noted = _noted(out)
    if plan.tasks or removed or noted is not None or before is None or clock.command != "run":
        lines = b"".join(encode(change) + b"\n" for change in noted or ())
        store.append_run(out, clock.timings(), {"versions": plan.versions, "summary": summary}, changes=lines)
        _settle(out)
        store.remove(store.pending_path(out))
    return summary


def _noted(out: AnyPath) -> tuple[Difference, ...] | None:
    """Return the differences that led to what is published, None where the ledger has them already."""
    if not store.pending_path(out).exists():
        return None
    from pipeline.jobs import changes  # noqa: PLC0415 - as in ``build``

    return changes.noted(out)


def _standing(published: Published | None, key: str, out: AnyPath) -> Published | None:
    """Return the last dataset, its stamps renewed, where it was made from the same and its files are unaltered."""
    if published is None or published.key != key:
        return None
    files = store.stamps(out / "dataset", published.files)
    return replace(published, files=files) if files.keys() == published.files.keys() else None


def _summary(built: Summary, plan: Plan, done: Mapping[str, Done], *, removed: int, rebuilt: bool) -> Summary:
    """Complete what was counted when the dataset was built with what this run did."""
    reused = sum(task.reuse for task in plan.tasks)
    documents = sorted(done.values(), key=lambda entry: entry.item.path)
    failed = [(entry.item.path, entry.quarantined) for entry in documents if entry.quarantined]
    missing = plan.index.unreadable
    return replace(
        built,
        documents=len(done) + len(plan.index.copies) + len(missing),
        read=len(plan.tasks) - reused,
        extracted=reused,
        unchanged=len(plan.done),
        removed=removed,
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


def _require_own_folder(out: AnyPath, to: AnyPath | None) -> None:
    """Raise UsageError where a release would be written among the results themselves."""
    ours = [out / name for name in RESULTS]
    if to is not None and (whole(to) == whole(out) or any(lies_in(to, folder) for folder in ours)):
        raise UsageError(
            "is where a run keeps its results", where=printable(str(to)), remedy="give another folder with --to"
        )


# --- without the store, or only looking into it ---


def extract_paths(
    paths: Sequence[AnyPath], reference: Reference | None = None, *, workers: int = 1
) -> Iterator[Taken]:
    """Read and extract files, and the documents below folders, in child processes; nothing is stored.

    Results come in order. A path that cannot be read gives its StoreError, and the others go on. ``reference``
    takes the place of the package's own tables.
    """
    found = list(sources_of(paths))
    numbered = [(number, source) for number, source in enumerate(found) if isinstance(source, Source)]
    children = work.children_for(len(numbered), workers)
    done = run_apart(partial(_taken, reference), numbered, workers=children, limits=work.LIMITS)
    ready: dict[int, Parsed | Quarantined] = {}
    for number, entry in enumerate(found):
        if not isinstance(entry, Source):
            yield entry
            continue
        while number not in ready:
            (at, source), result = next(done)
            ready[at] = work.killed(source.item, result) if isinstance(result, Died) else result
        yield ready.pop(number)


def _taken(reference: Reference | None, numbered: tuple[int, Source]) -> Parsed | Quarantined:
    _, source = numbered
    extract = partial(work.extract_with, reference=reference) if reference else None
    return work.take(source.item, source.location, extract=extract)


def rows(
    taken: Iterable[Taken],
    complain: Callable[[str], None],
    *,
    metadata: bool = False,
) -> Iterator[Row]:
    """Yield findings as rows, or one row of metadata a document; complain, a line each, of what needs a person."""
    from pipeline.reference import load_reference  # noqa: PLC0415

    reference = load_reference()
    for record in taken:
        for line in (str(record),) if isinstance(record, StoreError) else work.lines_of(record):
            complain(line)
        if not isinstance(record, Parsed):
            continue
        item = record.item
        if metadata:
            yield metadata_row(
                record.document, record.extraction, name=item.name, part=item.part, reference=reference
            )
        else:
            findings = record.extraction.findings
            yield from (
                finding_row(finding, name=item.name, part=item.part, reference=reference) for finding in findings
            )


def match(text: str, corpus: AnyPath | None = None) -> tuple[IndicatorMatch, tuple[Candidate, ...], Reference]:
    """Return what a phrase may mean: as an indicator, and as regions; and the tables that say what those are.

    The corrections of a ``corpus`` hold, where it has any. Raises TableError where their table is damaged.
    """
    from pipeline.extract.indicators import match_indicator  # noqa: PLC0415
    from pipeline.extract.regions import suggest_regions  # noqa: PLC0415
    from pipeline.reference import reference_with  # noqa: PLC0415

    reference = reference_with(own_aliases.load_aliases(corpus) if corpus is not None else ())
    return match_indicator(text, reference), suggest_regions(text, reference), reference


def evaluate_folder(
    folder: Path, complain: Callable[[str], None], reference: Reference | None = None
) -> Evaluation:
    """Extract the documents of a folder that have a gold file and compare; complain of what could not be read.

    ``reference`` takes the place of the package's own tables. Raises UsageError where the folder holds no gold
    file, TableError for a damaged one.
    """
    from pipeline.dataset.evaluate import evaluate, parse_gold  # noqa: PLC0415

    gold = {
        found.name: parse_gold(store.read_bytes(found.location).decode(), where=str(found.location))
        for found in store.gold_files(folder)
    }
    if not gold:
        raise UsageError("holds no *.gold.json", where=str(folder), remedy="name a folder of annotated documents")
    documents = [found.location for found in store.walk(folder).files if Path(found.name).stem in gold]
    return evaluate(gold, rows(extract_paths(documents, reference), complain))


def why(
    out: AnyPath, row: str, column: str, *, picture: Path | None = None, corpus: AnyPath = Path("corpus")
) -> str:
    """Return the whole lineage of a published value as text; draw its evidence where a ``picture`` is wanted.

    Raises UsageError for an unknown row or column; of the picture, which needs the ``corpus``, see ``illustrate``.
    """
    from pipeline.dataset import lineage, render_lineage  # noqa: PLC0415

    if picture:
        illustrate.check_target(picture, corpus)
    dataset = publish.consolidated(publish.published(out))
    answer = lineage(dataset, partial(_text_of, out), row, column)
    text = render_lineage(answer) + _given_out(out, answer)
    if picture:
        parsed = tuple(_behind(out, side) for side in answer.sides)
        text += f"\n{illustrate.illustrate(answer, parsed, corpus=corpus, target=picture)}\n"
    return text


def _given_out(out: AnyPath, answer: Lineage) -> str:
    """Say in which release a value was given out first, nothing where there is no value."""
    from pipeline.dataset.compared import COMPARED  # noqa: PLC0415
    from pipeline.dataset.csvtext import written  # noqa: PLC0415

    value = answer.record.value(answer.field) if answer.record else None
    if answer.record is None or value is None:
        return ""
    table = next(one for one in COMPARED if one.name == answer.record.table)
    row = [written(getattr(answer.record.key, name)) for name in table.key]
    release = releases.since(out, table, row, answer.field, written(value))
    if release is None:
        return "\nNo release has this value yet.\n"
    return f"\nGiven out since release {release.version} of {release.day}.\n"


def _text_of(out: AnyPath, sha256: str) -> str | None:
    record = store.load_record(out, sha256)
    return record.document.text if isinstance(record, Parsed) else None


def _behind(out: AnyPath, side: LineageSide) -> Parsed:
    """Return the record behind a side, under the name by which the dataset knows the file."""
    record = store.load_record(out, side.sha256)
    if not isinstance(record, Parsed):
        raise StoreError("is no longer read", where=side.document, remedy="run `ikp run` first")
    return replace(record, item=replace(record.item, path=side.document))


def export(
    out: AnyPath, to: AnyPath | None, formats: Sequence[str], *, wanted: str = ""
) -> tuple[tuple[AnyPath, ...], Released, tuple[str, ...]]:
    """Write a release into a folder; return the paths of its files, the release, and lines that need a person.

    It is that of what is published now, which is made where it was not given out before; or an old one, ``wanted``
    by its version or a day. ``to`` defaults to a folder in ``out``. Raises UsageError for an unknown format or
    release or a folder that holds results, StoreError where nothing is published, that was altered, or a file of
    an old release is lost.
    """
    from pipeline.dataset.formats import in_formats, kept, known  # noqa: PLC0415

    known(formats)
    _require_own_folder(out, to)
    release = releases.find(out, wanted) if wanted else releases.cut(out)
    files = releases.opened(out, release)
    folder = to or out / ("export" if not wanted else f"export-{release.version}")
    store.make_folder(folder)
    before = releases.listed_in(folder)
    names = list(kept(files, formats))
    for name in names:
        store.put(folder / name, releases.pieces(out, release, name))
    for name, data in in_formats(files, formats):
        store.write(folder / name, data)
        names.append(name)
    releases.clear(folder, {name: sha256 for name, sha256 in before.items() if name not in names})
    state = store.load_state(out).published
    failed = state.summary.failed if state and not wanted else ()
    return tuple(folder / name for name in sorted(names)), release, failed
