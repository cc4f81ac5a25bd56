"""What a person sees of a run while it lasts: a bar on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from pipeline.jobs.stages import Watch


@contextmanager
def progress(file: TextIO) -> Iterator[Watch]:
    """Give a watch for ``stages.run`` that draws a bar on a terminal and stays silent elsewhere."""
    if not file.isatty():
        yield lambda _done, _of, _path: None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=Console(file=file), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, of, path: bar.update(task, completed=done, total=of, description=path[-50:])
