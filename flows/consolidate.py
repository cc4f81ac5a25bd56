"""Build and publish the dataset."""

from __future__ import annotations

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from pipeline import stages
from pipeline.state import Done, Plan, Summary


@task(cache_policy=NO_CACHE)
def consolidate(plan: Plan, done: dict[str, Done], out: Path) -> Summary:
    """Return the summary of the run."""
    return stages.conclude(plan, done, out)
