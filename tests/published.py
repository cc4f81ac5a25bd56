"""Published files that a test has as bytes: opened as those on the disk are, and put in place as a run does."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import partial

from pipeline.dataset import Dataset, export_tables
from pipeline.dataset.published_side import Files
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
