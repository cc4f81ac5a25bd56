"""Measuring: evaluate annotated documents, keep and compare evaluations, fit the table of confidence.

Short functions like those of ``stages``: load, call something pure, save.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.dataset.evaluation.calibrate import (
    GENERATED,
    Observation,
    accepted_of,
    counts_text,
    fit,
    observations,
    parse_counts,
    table_text,
    weight_of,
)
from pipeline.dataset.evaluation.evaluate import Evaluation, evaluate, joined, only, parse_gold
from pipeline.dataset.evaluation.gold import HELD_BACK, parse_held_back
from pipeline.dataset.evaluation.runs import changes, dump_run, parse_run
from pipeline.errors import UsageError
from pipeline.jobs.extracting import extract_paths, rows
from pipeline.reference import Reference, load_reference
from pipeline.reference.calibration import Calibration
from pipeline.storage import store

Complain = Callable[[str], None]


def evaluate_folder(folder: Path, complain: Complain, reference: Reference | None = None) -> Evaluation:
    """Extract the documents of a folder that have a gold file and compare; complain of what could not be read.

    ``reference`` takes the place of the package's own tables. Raises UsageError where the folder holds no gold
    file, TableError for a damaged one.
    """
    gold = {
        found.name: parse_gold(store.read_bytes(found.location).decode(), where=str(found.location))
        for found in store.gold_files(folder)
    }
    if not gold:
        raise UsageError("holds no *.gold.json", where=str(folder), remedy="name a folder of annotated documents")
    documents = [found.location for found in store.walk(folder).files if Path(found.name).stem in gold]
    return evaluate(gold, rows(extract_paths(documents, reference), complain))


def evaluate_folders(
    folders: Sequence[Path], complain: Complain, reference: Reference | None = None
) -> Evaluation:
    """Evaluate the annotated documents of several folders as one; see ``evaluate_folder``.

    Raises UsageError where two documents have the same name.
    """
    try:
        return joined(evaluate_folder(folder, complain, reference) for folder in folders)
    except ValueError as error:
        where = ", ".join(map(str, folders))
        raise UsageError(str(error), where=where, remedy="evaluate them one by one, or rename one") from error


def held_back(folders: Sequence[Path], file: Path | None = None) -> dict[str, bool]:
    """Return the documents that are held back, and whether each is sealed.

    ``file`` lists them; without one, ``held_back.txt`` in each folder or the one above, where it is there.
    """
    beside = [path for folder in folders for path in (folder / HELD_BACK, folder.resolve().parent / HELD_BACK)]
    files = [file] if file else [path for path in beside if path.is_file()]
    return {name: sealed for path in files for name, sealed in parse_held_back(_text(path)).items()}


def save(evaluation: Evaluation, path: Path) -> None:
    """Keep an evaluation in a file."""
    store.write(path, dump_run(evaluation).encode())


def compare(evaluation: Evaluation, path: Path, sealed: Mapping[str, bool]) -> str:
    """Return what was lost and gained since the evaluation that ``path`` keeps, as text."""
    return changes(
        parse_run(_text(path), where=str(path)), parse_run(dump_run(evaluation), where="now"), sealed=sealed
    )


def raw_reference() -> Reference:
    """Return the package's tables without a calibration: confidence is then what each rule says itself."""
    return replace(load_reference(), calibration=Calibration())


def judged_facts(
    folders: Sequence[Path],
    complain: Complain,
    *,
    held_back: Mapping[str, bool],
    generated: Sequence[Path] = (),
    counts: Sequence[Path] = (),
) -> tuple[Observation, ...]:
    """Return the facts that a calibration is fitted to: those of the folders that are not held back.

    ``generated`` are folders of generated documents, whose facts count little; ``counts`` are files of facts that
    were judged elsewhere.
    """
    reference = raw_reference()
    evaluation = evaluate_folders(folders, complain, reference)
    seen = observations(only(evaluation, evaluation.documents.keys() - held_back.keys()))
    if generated:
        seen += observations(evaluate_folders(generated, complain, reference), weight=GENERATED)
    return seen + tuple(one for path in counts for one in parse_counts(_text(path), where=str(path)))


def calibrate(seen: Sequence[Observation], path: Path) -> str:
    """Fit the table of confidence to judged facts and write it; return what it says in a few words."""
    table = fit(seen)
    store.write(path, table_text(seen, table).encode())
    n, right = weight_of(accepted_of(seen, table))
    documents = len({fact.document for fact in seen})
    accepted = f"accepted from {table.threshold:.3f} on: {n:g}, of them right {right:g}"
    return f"{len(seen)} facts of {documents} documents; {accepted}"


def count(seen: Sequence[Observation], path: Path) -> None:
    """Write how judged facts turned out, by document, rule and raw confidence."""
    store.write(path, counts_text(seen).encode())


def _text(path: Path) -> str:
    return store.read_bytes(path).decode()
