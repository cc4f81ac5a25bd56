"""Build and publish the dataset."""

from __future__ import annotations

from prefect import task
from prefect.cache_policies import NO_CACHE

from pipeline.jobs import stages
from pipeline.state import Done, Plan, Summary
from pipeline.storage.files import at
from pipeline.storage.ledger import Stopwatch


@task(cache_policy=NO_CACHE)
def consolidate(plan: Plan, done: dict[str, Done], out: str, clock: Stopwatch) -> Summary:
    """Return the summary of the run, which ``clock`` has measured so far."""
    return stages.conclude(plan, done, at(out), clock=clock)
