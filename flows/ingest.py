"""Look at the corpus and find what is left to do."""

from __future__ import annotations

from prefect import task
from prefect.cache_policies import NO_CACHE

from pipeline.jobs import stages
from pipeline.state import Plan
from pipeline.storage.files import at


@task(cache_policy=NO_CACHE)
def ingest(corpus: str, out: str, workers: int, anew: bool) -> Plan:  # noqa: FBT001 - a parameter of a task
    """Return the plan of a run, which does everything ``anew`` or what is new: paths and hashes, no document."""
    return stages.prepare(at(corpus), at(out), workers=workers, anew=anew)
