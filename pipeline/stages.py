"""The shell of the pipeline: short functions that load, call something pure, and save.

A run has three stages: ``prepare`` looks at the corpus and finds what is left to do, ``parse`` does it,
``conclude`` builds and publishes the dataset. The command line and the Prefect flows both call these.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline import illustrate, store, work
from pipeline.codec import encode
from pipeline.errors import StoreError, UsageError
from pipeline.model import Candidate, CorpusItem, Notice, Parsed, Quarantined
from pipeline.rows import Row, finding_row, metadata_row
from pipeline.state import (
    Counted,
    Done,
    Index,
    Plan,
    Published,
    Stamp,
    State,
    Summary,
    Task,
    Versions,
    dataset_key,
    first_of_each,
    task_of,
)

if TYPE_CHECKING:
    from pipeline.dataset import Dataset
    from pipeline.dataset.evaluate import Evaluation
    from pipeline.extract.indicators import IndicatorMatch
    from pipeline.reference.types import Reference

READ_PARTS: Final = ("errors.py", "model.py", "text.py", "codec.py", "work.py", "readers")
EXTRACT_PARTS: Final = (*READ_PARTS, "reference", "extract")
DATASET_PARTS: Final = (*EXTRACT_PARTS, "dataset", "stages.py")
READ_LIBRARIES: Final = ("lxml", "msgspec", "pdfplumber", "pypdfium2", "python-docx", "trafilatura")
EXTRACT_LIBRARIES: Final = (*READ_LIBRARIES, "rapidfuzz", "spacy")
DATASET_LIBRARIES: Final = (*EXTRACT_LIBRARIES, "openpyxl", "pandas", "pyarrow")
CHECKPOINT_SECONDS: Final = 5.0  # what a killed run has to do again at most

Watch = Callable[[int, int, str], None]
"""Told of progress: how many documents are done, of how many, and the path of the last one."""


def quiet(_done: int, _of: int, _path: str) -> None:
    """Watch nothing."""


def code_versions() -> Versions:
    """Hash the code, tables and libraries that each stage's results depend on."""
    return Versions(
        read=store.code_digest(READ_PARTS, READ_LIBRARIES),
        extract=store.code_digest(EXTRACT_PARTS, EXTRACT_LIBRARIES),
        dataset=store.code_digest(DATASET_PARTS, DATASET_LIBRARIES),
    )


def run(corpus: Path, out: Path, *, workers: int, watch: Watch = quiet) -> Summary:
    """Bring the output folder up to date with the corpus and the code; do nothing where it is.

    Raises StoreError where the corpus cannot be read, the output cannot be written or another run holds it.
    """
    check_folders(corpus, out)
    with store.locked(out):
        plan = prepare(corpus, out)
        return conclude(plan, parse(plan, out, workers=workers, watch=watch), out)


def check_folders(corpus: Path, out: Path) -> None:
    """Raise StoreError where the corpus is no folder, UsageError where the output would lie among the sources."""
    store.require_folder(corpus)
    source, target = corpus.resolve(), out.resolve()
    computed = tuple(target / name for name in ("dataset", "documents", "runs"))
    if source == target:
        raise UsageError("is the corpus too", where=str(out), remedy="give another folder with --out")
    if any(source.is_relative_to(folder) for folder in computed):
        raise UsageError(
            "lies among the results, which every run replaces",
            where=str(corpus),
            remedy="move the documents, or give another folder with --out",
        )


# --- prepare ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The corpus folder as it is: items with their locations, and what could not be read."""

    items: tuple[CorpusItem, ...]
    locations: Mapping[str, Path]
    files: Mapping[str, Stamp]
    media_types: Mapping[str, str]
    unreadable: tuple[Quarantined, ...]
    lines: tuple[str, ...]
    asides: tuple[str, ...]


def prepare(corpus: Path, out: Path) -> Plan:
    """Find what is left to do. Nothing is read but files that are new or changed, and only to hash them."""
    store.make_folder(out / "documents")
    store.recover(out)
    versions = code_versions()
    state = store.load_state(out)
    known = state if state.read == versions.read else replace(state, media_types={})
    survey = survey_corpus(corpus, out, known)
    items, copies = first_of_each(survey.items)
    intact = store.stamps(out / "documents", {f"{sha}.json": done.output for sha, done in state.documents.items()})
    tasks: list[Task] = []
    standing: dict[str, Done] = {}
    for item in items:
        done, output = state.documents.get(item.sha256), intact.get(f"{item.sha256}.json")
        location = str(survey.locations[item.path])
        task = task_of(item, done, versions, location=location, out=str(out), intact=output is not None)
        if task is not None:
            tasks.append(task)
        elif done is not None and output is not None:
            standing[item.sha256] = replace(done, output=output)
    return Plan(
        tasks=tuple(tasks),
        done=standing,
        index=Index(copies=copies, unreadable=survey.unreadable),
        lines=survey.lines,
        asides=survey.asides,
        state=replace(state, read=versions.read, files=survey.files, media_types=survey.media_types),
        versions=versions,
    )


def survey_corpus(corpus: Path, out: Path, known: State) -> Survey:
    """List and hash the files of the corpus, with the provenance that the manifest gives them."""
    listing = store.walk(corpus, skip=out)
    manifest = store.load_manifest(corpus)
    items: dict[str, CorpusItem] = {}
    files: dict[str, Stamp] = {}
    unreadable: list[Quarantined] = []
    for found in listing.files:
        try:
            stamp = store.stamp(found.location, known.files.get(found.name))
            unchanged = stamp.sha256 == getattr(known.files.get(found.name), "sha256", None)
            media_type = known.media_types.get(found.name) if unchanged else None
            items[found.name] = _item(found, stamp, manifest.get(found.name), media_type)
            files[found.name] = stamp
        except StoreError as error:
            unreadable.append(_unreadable(found.name, error))
    return Survey(
        items=tuple(items.values()),
        locations={found.name: found.location for found in listing.files},
        files=files,
        media_types={name: item.media_type for name, item in items.items()},
        unreadable=tuple(unreadable),
        lines=tuple(str(problem) for problem in listing.problems),
        asides=tuple(_manifest_asides(manifest, items)),
    )


def _item(found: store.Found, stamp: Stamp, listed: CorpusItem | None, media_type: str | None) -> CorpusItem:
    if listed is not None and listed.sha256 == stamp.sha256:
        return listed
    kind = media_type or _media_type(found.location)
    if listed is not None:
        return replace(listed, sha256=stamp.sha256, size=stamp.size, media_type=kind)
    return CorpusItem(
        sha256=stamp.sha256,
        path=found.name,
        media_type=kind,
        size=stamp.size,
        source="folder",
        family=found.name,
    )


def _media_type(location: Path) -> str:
    from pipeline.readers import media_type_of  # noqa: PLC0415 - not needed where all files are known

    return media_type_of(location.name, store.read_head(location))


def _unreadable(name: str, error: StoreError) -> Quarantined:
    item = CorpusItem(
        sha256="", path=name, media_type="application/octet-stream", size=0, source="folder", family=name
    )
    return Quarantined(item=item, code="unreadable", message=f"{error.what}; {error.remedy}")


def _manifest_asides(manifest: Mapping[str, CorpusItem], items: Mapping[str, CorpusItem]) -> Iterator[str]:
    for path, listed in manifest.items():
        if path not in items:
            yield f"{store.MANIFEST}: lists {path}, which is not there; put it back or drop the line"
        elif listed.sha256 != items[path].sha256:
            yield f"{store.MANIFEST}: lists {path} with other bytes; the file as it is was taken, renew the line"


# --- parse ---


def parse(plan: Plan, out: Path, *, workers: int, watch: Watch = quiet) -> dict[str, Done]:
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


def remember(plan: Plan, done: Mapping[str, Done], out: Path) -> None:
    """Keep what is done so far for the next run."""
    store.save_state(out, replace(plan.state, documents=done))


# --- conclude ---


def conclude(plan: Plan, done: Mapping[str, Done], out: Path) -> Summary:
    """Drop records of documents that are gone, build and publish the dataset where anything changed.

    All is remembered, what was read even before the dataset is built.
    """
    if plan.tasks:
        remember(plan, done, out)
    removed = store.drop_records(out, done)
    index = encode(plan.index) + b"\n"
    if not store.holds(store.index_path(out), index):
        store.write(store.index_path(out), index)
    key = dataset_key(done, index, plan.versions)
    before = _standing(plan.state.published, key, out)
    built = before or build(out, key, plan.state.published)
    summary = _summary(built.summary, plan, done, removed=removed, rebuilt=before is None)
    store.save_state(out, replace(plan.state, documents=done, published=replace(built, summary=summary)))
    if plan.tasks or removed or before is None:
        store.append_run(out, {"versions": plan.versions, "summary": summary})
    return summary


def _standing(published: Published | None, key: str, out: Path) -> Published | None:
    """Return the last dataset, its stamps renewed, where it was made from the same and its files are unaltered."""
    if published is None or published.key != key:
        return None
    files = store.stamps(out / "dataset", published.files)
    return replace(published, files=files) if files.keys() == published.files.keys() else None


def build(out: Path, key: str, last: Published | None) -> Published:
    """Consolidate all records, check, and publish; where a check finds an error the last dataset stays."""
    from pipeline.dataset import export_tables  # noqa: PLC0415 - a run with nothing to do needs none of it

    records = tuple(store.load_records(out))
    dataset, notices = _consolidated(records)
    errors = tuple(_line(notice) for notice in notices if notice.level == "error")
    files = last.files if last else {}
    if not errors:
        tables = export_tables(dataset)
        store.replace_folder(out / "dataset", tables)
        files = {name: store.stamp(out / "dataset" / name) for name in tables}
    summary = Summary(
        findings=count_findings(records),
        conflicts=len(dataset.conflicts),
        conflicts_open=sum(conflict.open for conflict in dataset.conflicts),
        covered=sum(region.status == "value" for region in dataset.coverage),
        regions=len(dataset.coverage),
        warnings=sum(notice.level == "warning" for notice in notices),
        failed=errors,
    )
    return Published(key=key, files=files, summary=summary)


def _consolidated(records: Iterable[Parsed | Quarantined]) -> tuple[Dataset, tuple[Notice, ...]]:
    from pipeline.dataset import check, consolidate  # noqa: PLC0415
    from pipeline.reference import load_reference  # noqa: PLC0415

    reference = load_reference()
    kept = tuple(records)
    parsed = tuple(record for record in kept if isinstance(record, Parsed))
    quarantined = tuple(record for record in kept if isinstance(record, Quarantined))
    dataset = consolidate(parsed, quarantined, reference)
    return dataset, tuple(check(dataset, reference))


def _line(notice: Notice) -> str:
    return f"dataset: {' '.join(notice.message.split())} [{notice.code}]"


def count_findings(records: Iterable[Parsed | Quarantined]) -> dict[str, Counted]:
    """Count findings by type, those accepted automatically and those for review; a copied file counts once."""
    unique = {record.item.sha256: record for record in records if isinstance(record, Parsed)}
    counts = Counter(
        (finding.type, finding.decision) for record in unique.values() for finding in record.extraction.findings
    )
    kinds = sorted({kind for kind, _ in counts})
    return {kind: Counted(auto=counts[kind, "auto"], review=counts[kind, "review"]) for kind in kinds}


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
        asides=plan.asides,
    )


# --- without the store, or only looking into it ---


def extract_paths(
    paths: Sequence[Path], reference: Reference | None = None
) -> Iterator[Parsed | Quarantined | StoreError]:
    """Read and extract files, and the documents below folders, one after the other; nothing is stored.

    A path that cannot be read gives its StoreError, and the others go on. ``reference`` takes the place of the
    package's own tables.
    """
    for path in paths:
        if path.is_dir():
            listing = store.walk(path)
            yield from listing.problems
            for found in listing.files:
                yield _taken(found.location, found.name, reference)
        else:
            yield _taken(path, store.printable(path.name), reference)


def _taken(location: Path, family: str, reference: Reference | None) -> Parsed | Quarantined | StoreError:
    try:
        data = store.read_bytes(location)
        media_type = _media_type(location)
    except StoreError as error:
        return error
    item = CorpusItem(
        sha256=hashlib.sha256(data).hexdigest(),
        path=store.printable(str(location)),
        media_type=media_type,
        size=len(data),
        source="path",
        family=family,
    )
    extract = partial(work.extract_with, reference=reference) if reference else None
    return work.take(item, location, extract=extract)


def rows(
    taken: Iterable[Parsed | Quarantined | StoreError], complain: Callable[[str], None], *, metadata: bool = False
) -> Iterator[Row]:
    """Yield findings as rows, or one row of metadata a document; complain, a line each, of what needs a person."""
    from pipeline.reference import load_reference  # noqa: PLC0415

    reference = load_reference()
    for record in taken:
        for line in (str(record),) if isinstance(record, StoreError) else work.lines_of(record):
            complain(line)
        if not isinstance(record, Parsed):
            continue
        name = record.item.path.rpartition("/")[2]
        if metadata:
            yield metadata_row(record.document, record.extraction, name=name, reference=reference)
        else:
            findings = record.extraction.findings
            yield from (finding_row(finding, name=name, reference=reference) for finding in findings)


def match(text: str) -> tuple[IndicatorMatch, tuple[Candidate, ...], Reference]:
    """Return what a phrase may mean: as an indicator, and as regions; and the tables that say what those are."""
    from pipeline.extract.indicators import match_indicator  # noqa: PLC0415
    from pipeline.extract.regions import suggest_regions  # noqa: PLC0415
    from pipeline.reference import load_reference  # noqa: PLC0415

    reference = load_reference()
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


def why(out: Path, row: str, column: str, *, picture: Path | None = None, corpus: Path = Path("corpus")) -> str:
    """Return the whole lineage of a published value as text; draw its evidence where a ``picture`` is wanted.

    Raises UsageError for an unknown row or column; of the picture, which needs the ``corpus``, see ``illustrate``.
    """
    from pipeline.dataset import lineage, render_lineage  # noqa: PLC0415

    if picture:
        illustrate.check_target(picture, corpus)
    records = tuple(store.load_records(out))
    dataset, _ = _consolidated(records)
    parsed = tuple(record for record in records if isinstance(record, Parsed))
    answer = lineage(dataset, parsed, row, column)
    text = render_lineage(answer)
    if picture:
        text += f"\n{illustrate.illustrate(answer, parsed, corpus=corpus, target=picture)}\n"
    return text


def export(out: Path, to: Path, formats: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write the dataset into a folder; return the names of its files and the lines of errors that stop it."""
    from pipeline.dataset import export_tables  # noqa: PLC0415

    dataset, notices = _consolidated(store.load_records(out))
    errors = tuple(_line(notice) for notice in notices if notice.level == "error")
    if errors:
        return (), errors
    tables = export_tables(dataset, formats=tuple(formats))
    store.write_all(to, tables)
    return tuple(sorted(tables)), ()
