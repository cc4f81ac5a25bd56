"""Read and extract documents, a batch a task."""

from __future__ import annotations

from collections.abc import Iterator

from prefect import task
from prefect.cache_policies import NO_CACHE

from pipeline import work
from pipeline.state import Done, Task

BATCH = 200  # a task of one document costs more in Prefect than in reading


def batches(tasks: tuple[Task, ...]) -> Iterator[tuple[Task, ...]]:
    """Cut the tasks into batches, in order."""
    for start in range(0, len(tasks), BATCH):
        yield tasks[start : start + BATCH]


@task(cache_policy=NO_CACHE)
def parse(batch: tuple[Task, ...], workers: int) -> dict[str, Done]:
    """Return what was done, by SHA-256 of the documents."""
    return {done.item.sha256: done for done in work.work_all(batch, workers=workers)}
