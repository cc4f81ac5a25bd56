"""Published files as bytes and rows: those of an output folder, and those that a test has and puts in place."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from pipeline.dataset import Dataset, export_tables
from pipeline.dataset.changes.published_side import Files
from pipeline.jobs.fixed_parts import fixed_parts
from pipeline.storage import staging
from pipeline.storage.files import AnyPath


def files_of(dataset: Dataset, *, formats: Sequence[str] = ("csv",)) -> dict[str, bytes]:
    """Return all files of a dataset as its first release."""
    return export_tables(dataset, fixed_parts(), formats=formats)


def opened(files: Mapping[str, bytes]) -> Files:
    """Return what opens each file."""
    return {name: partial(io.BytesIO, data) for name, data in files.items()}


def publish(folder: AnyPath, files: Mapping[str, bytes]) -> None:
    """Replace a folder by exactly these files."""
    with staging.staged(folder) as stage:
        for name, data in files.items():
            stage.put(name, (data,))
        staging.publish(folder, stage)


def results_in(out: Path) -> dict[str, bytes]:
    """Return every file of an output folder by its path in it, but the state, the lock and the ledger."""
    files = {path.relative_to(out): path for path in sorted(out.rglob("*")) if path.is_file()}
    private = {".state.json", ".lock", "runs"}
    return {name.as_posix(): path.read_bytes() for name, path in files.items() if name.parts[0] not in private}


def rows_of(table: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV table."""
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))
