"""Read and extract documents, a batch a task, on this machine or on a Dask cluster."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.places import Place
from pipeline.errors import ServerError
from pipeline.jobs import stages, work
from pipeline.state import Done, Plan, Task
from pipeline.storage.files import at


def batches(tasks: tuple[Task, ...], size: int) -> Iterator[tuple[Task, ...]]:
    """Cut the tasks into batches, in order."""
    for start in range(0, len(tasks), size):
        yield tasks[start : start + size]


@task(cache_policy=NO_CACHE)
def parse(batch: tuple[Task, ...], workers: int) -> tuple[Done, ...]:
    """Return what was done: paths and hashes of documents, in child processes, wherever this task runs.

    Raises ServerError in a Dask worker that may have no children.
    """
    if multiprocessing.current_process().daemon:
        remedy = "start Dask's workers with DASK_DISTRIBUTED__WORKER__DAEMON=False"
        raise ServerError("may start no child process", where="the Dask worker", remedy=remedy)
    return tuple(work.work_all(batch, workers=workers))


def parse_all(plan: Plan, out: str, place: Place) -> dict[str, Done]:
    """Return all documents of the corpus by SHA-256; what a batch did is remembered as it ends.

    No more batches are handed out than ``place`` can work on, so that a killed run loses few.
    """
    done = dict(plan.done)
    if not plan.tasks:
        return done  # a night without news needs no cluster
    waiting = batches(plan.tasks, place.batch)
    with place.runner() as runner:
        flying = deque(_submit(runner, batch, place) for batch in islice(waiting, place.flying))
        while flying:
            ended = flying.popleft().result()
            flying.extend(_submit(runner, batch, place) for batch in islice(waiting, 1))
            done |= {entry.item.sha256: entry for entry in ended}
            stages.remember(plan, done, at(out))
    return done


def _submit(runner: Any, batch: tuple[Task, ...], place: Place) -> Any:  # noqa: ANN401 - Prefect's own types
    return runner.submit(parse, {"batch": batch, "workers": place.workers})
