"""The night's run and the rebuild: fetch, ingest, parse, consolidate, report. Both end in the bytes of a run.

``flows.prepare_environment`` is to be called before this module is imported. Parameters are strings, numbers and
flags, so that both can be started from Prefect's own page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from prefect import flow

from flows.artifacts import report
from flows.consolidate import consolidate
from flows.diary import note
from flows.endings import ended, failed, skipped
from flows.fetch import Fetched, outcome
from flows.fetch import fetch as fetch_new
from flows.ingest import ingest
from flows.parse import parse_all
from flows.places import Place, place_of
from pipeline.errors import BusyError, IkpError
from pipeline.jobs import stages
from pipeline.state import Summary
from pipeline.storage import results, store
from pipeline.storage.files import AnyPath, at, printable
from pipeline.storage.ledger import Stopwatch


@flow(name="nightly")
def nightly(
    corpus: str = "corpus",
    out: str = "extracted",
    workers: int = 1,
    fetch: bool = True,  # noqa: FBT001, FBT002 - a parameter on Prefect's page
    dask: str = "",
    command: str = "nightly",
) -> Any:  # noqa: ANN401 - a Prefect state, whose annotation Prefect would resolve and check
    """Fetch what is new and bring the output folder up to date with the corpus, unless another run is at work."""
    state = _guarded(corpus, out, place=(dask, workers), fetching=fetch, anew=False, clock=Stopwatch(command))
    if command == "scheduled":
        note(state, datetime.now(UTC))
    return state


@flow(name="rebuild")
def rebuild(corpus: str = "corpus", out: str = "extracted", workers: int = 1, dask: str = "") -> Any:  # noqa: ANN401
    """Read everything anew from the corpus; what is published stays until it is replaced by the same bytes."""
    return _guarded(corpus, out, place=(dask, workers), fetching=False, anew=True, clock=Stopwatch("rebuild"))


def _guarded(
    corpus: str, out: str, *, place: tuple[str, int], fetching: bool, anew: bool, clock: Stopwatch
) -> Any:  # noqa: ANN401
    try:
        where = place_of(*place)
        stages.check_folders(at(corpus), at(out))
        with store.locked(at(out)) as left:
            return _night(corpus, out, place=where, fetching=fetching, anew=anew, clock=clock, left=left)
    except BusyError as error:
        return skipped(error)
    except IkpError as error:
        return failed(error)


def _night(corpus: str, out: str, *, place: Place, fetching: bool, anew: bool, clock: Stopwatch, left: str) -> Any:  # noqa: ANN401
    before = results.last_run(at(out))
    with clock.stage("fetch"):
        fetched = outcome(fetch_new(corpus, return_state=True)) if fetching else Fetched()
    with clock.stage("ingest"):
        plan = ingest(corpus, out, place.workers, anew)
    with clock.stage("parse"):
        done = parse_all(plan, out, place)
    built = consolidate(plan, done, out, clock)
    summary = stages.told(_with(built, fetched), left)
    changes = results.load_changes(at(out), after=before)
    seconds = clock.timings().seconds
    show = partial(report, summary, done, plan.index.unreadable, fetched, changes=changes, seconds=seconds)
    return ended(_shown(summary, show, at(out)), fetched)


def _shown(summary: Summary, show: Callable[[], None], out: AnyPath) -> Summary:
    """Put a night on Prefect's page; where that fails the summary says so, for what is published stays so."""
    try:
        show()
    except Exception as error:  # noqa: BLE001 - whatever a client of Prefect's may raise
        reason = printable(" ".join(f"{type(error).__name__}: {error}".split())[:200])
        entry = out / "runs" / f"{results.last_run(out)}.json"
        line = f"Prefect's page could not be written ({reason}); see {entry}"
        return replace(summary, lines=(*summary.lines, line))
    return summary


def _with(summary: Summary, fetched: Fetched) -> Summary:
    """Put the lines of the sources before those of the documents, what they brought before all that is aside."""
    brought = tuple(f"{name}: {count:,} new or changed" for name, count in fetched.counts)
    return replace(
        summary, lines=(*fetched.lines, *summary.lines), asides=(*brought, *fetched.asides, *summary.asides)
    )
