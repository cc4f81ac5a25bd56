"""The night's run: ingest, parse, consolidate. It ends in the same bytes as ``ikp run``.

``flows.prepare_environment`` is to be called before this module is imported.
"""

from __future__ import annotations

from pathlib import Path

from prefect import flow

from flows.consolidate import consolidate
from flows.ingest import ingest
from flows.parse import batches, parse
from pipeline import stages, store
from pipeline.state import Summary


@flow(name="nightly", validate_parameters=False)
def nightly(corpus: Path, out: Path, workers: int) -> Summary:
    """Bring the output folder up to date with the corpus, and never at the same time as another run."""
    stages.check_folders(corpus, out)
    with store.locked(out):
        plan = ingest(corpus, out)
        done = dict(plan.done)
        for batch in batches(plan.tasks):
            done |= parse(batch, workers)
            stages.remember(plan, done, out)
        return consolidate(plan, done, out)
