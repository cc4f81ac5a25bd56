"""Bring what is new from the sources into the corpus: the only task that is tried again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE

from pipeline.errors import IkpError
from pipeline.jobs.gather import Gathered, gather
from pipeline.storage.files import at, printable


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What fetching brought: documents by source, lines that need a person, lines that are worth a look."""

    counts: tuple[tuple[str, int], ...] = ()
    lines: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()


class Unreachable(ConnectionError):  # noqa: N818 - a state of the network
    """No source could be reached at all; ``fetched`` is what each of them told."""

    def __init__(self, fetched: Fetched) -> None:
        """Keep what was told."""
        super().__init__("no source could be reached")
        self.fetched = fetched


def _fetched(gathered: Gathered) -> Fetched:
    """Return what the page shows of a fetch. Raises Unreachable where no source could be reached at all."""
    counts = ((name, count.new + count.changed) for name, count in gathered.counts.items())
    fetched = Fetched(counts=tuple(sorted(counts)), lines=gathered.lines, asides=gathered.asides)
    if gathered.unreachable:
        raise Unreachable(fetched)
    return fetched


def outcome(state: Any) -> Fetched:  # noqa: ANN401 - a Prefect state
    """Return what a task fetched; where it failed for good with a line about it, for the night goes on without."""
    found = state.result(raise_on_failure=False)
    if isinstance(found, Fetched):
        return found
    known = found.fetched if isinstance(found, Unreachable) else Fetched()
    remedy = "check the network" if isinstance(found, Unreachable) else "see the task's log"
    told = str(found) if isinstance(found, IkpError) else f"sources: nothing was fetched ({found}); {remedy}"
    return replace(known, lines=(printable(" ".join(told.split())), *known.lines))


def worth_another_try(_task: object, _run: object, state: Any) -> bool:  # noqa: ANN401 - as above
    """Tell whether a failed attempt may do better later: only where the network failed, not for errors of ours."""
    return isinstance(state.result(raise_on_failure=False), OSError)


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[10, 60], retry_condition_fn=worth_another_try)
def fetch(corpus: str) -> Fetched:
    """Return what was fetched into the corpus. An error of the network is tried again twice: networks recover."""
    return _fetched(gather(at(corpus)))
