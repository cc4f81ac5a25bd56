"""Published files that a test has as bytes: opened as those on the disk are, and put in place as a run does."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import partial

from pipeline import staging
from pipeline.dataset.published_side import Files
from pipeline.files import AnyPath


def opened(files: Mapping[str, bytes]) -> Files:
    """Return what opens each file."""
    return {name: partial(io.BytesIO, data) for name, data in files.items()}


def publish(folder: AnyPath, files: Mapping[str, bytes]) -> None:
    """Replace a folder by exactly these files."""
    with staging.staged(folder) as stage:
        for name, data in files.items():
            stage.put(name, (data,))
        staging.publish(folder, stage)
