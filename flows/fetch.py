"""Bring what is new from the sources into the corpus: the only task that is tried again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE

from pipeline.errors import IkpError
from pipeline.files import at, printable
from pipeline.gather import Gathered, gather


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What fetching brought: documents by source, lines that need a person, lines that are worth a look."""

    counts: tuple[tuple[str, int], ...] = ()
    lines: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()


def _fetched(gathered: Gathered) -> Fetched:
    """Return what the page shows of a fetch. Raises ConnectionError where no source could be reached at all."""
    if gathered.unreachable:
        raise ConnectionError("no source could be reached")
    counts = ((name, count.new + count.changed) for name, count in gathered.counts.items())
    return Fetched(counts=tuple(sorted(counts)), lines=gathered.lines, asides=gathered.asides)


def outcome(state: Any) -> Fetched:  # noqa: ANN401 - a Prefect state
    """Return what a task fetched; where it failed for good a line about it, for the night goes on without."""
    found = state.result(raise_on_failure=False)
    if isinstance(found, Fetched):
        return found
    told = (
        str(found)
        if isinstance(found, IkpError)
        else f"sources: nothing was fetched ({found}); see the task's log"
    )
    return Fetched(lines=(printable(" ".join(told.split())),))


def worth_another_try(_task: object, _run: object, state: Any) -> bool:  # noqa: ANN401 - as above
    """Tell whether a failed attempt may do better later: errors of ours, as of a full disk, stay what they are."""
    return not isinstance(state.result(raise_on_failure=False), IkpError)


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[10, 60], retry_condition_fn=worth_another_try)
def fetch(corpus: str) -> Fetched:
    """Return what was fetched into the corpus. An error is tried again twice: networks recover."""
    return _fetched(gather(at(corpus)))
