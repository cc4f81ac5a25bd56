"""Look at the corpus and find what is left to do."""

from __future__ import annotations

from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from pipeline import stages
from pipeline.state import Plan


@task(cache_policy=NO_CACHE)
def ingest(corpus: Path, out: Path) -> Plan:
    """Return the plan of a run: paths and hashes, no document."""
    return stages.prepare(corpus, out)
