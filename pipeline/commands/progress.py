"""What a person sees of a run while it lasts: a bar on a terminal, elsewhere a line a minute."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from pipeline.jobs.stages import Watch

LOOKING: Final = "looking through the documents"
TOLD_SECONDS: Final = 60.0  # between two lines of progress where no bar can be drawn


@contextmanager
def progress(
    file: TextIO, *, then: str = "building the tables", clock: Callable[[], float] = time.monotonic
) -> Iterator[Watch]:
    """Give a watch for ``stages.run`` that draws a bar on a terminal, and elsewhere writes a line a minute.

    ``then`` says what is done when all documents are read.
    """
    if not file.isatty():
        yield _Minutes(file, then, clock).watch
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
        TextColumn("{task.description}", markup=False),
    )
    with Progress(*columns, console=Console(file=file), transient=True) as bar:
        task = bar.add_task(LOOKING, total=None)

        def watch(done: int, of: int, path: str) -> None:
            bar.update(task, completed=done, total=of, description=_doing(done, of, path, then))

        yield watch


def _doing(done: int, of: int, path: str, then: str) -> str:
    return then if done == of else f"read {path[-50:]}"


class _Minutes:
    """Tells a file a line a minute how far a run is; one that is done sooner says nothing."""

    def __init__(self, file: TextIO, then: str, clock: Callable[[], float]) -> None:
        self._file, self._then, self._clock = file, then, clock
        self._told_at = clock()

    def watch(self, done: int, of: int, path: str) -> None:
        if self._clock() - self._told_at < TOLD_SECONDS:
            return
        self._told_at = self._clock()
        self._file.write(f"{done:,} of {of:,} documents: {_doing(done, of, path, self._then)}\n")
        self._file.flush()


@contextmanager
def waiting(file: TextIO, words: str) -> Iterator[None]:
    """Show on a terminal that something is at work, with the time that it took so far; nothing elsewhere."""
    if not file.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (BarColumn(), TimeElapsedColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(file=file), transient=True) as bar:
        bar.add_task(words, total=None)
        yield
