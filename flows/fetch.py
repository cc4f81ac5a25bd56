"""Bring what is new from the sources into the corpus: the only task that is tried again."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from pipeline import stages


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What fetching brought: documents by source, lines that need a person, lines that are worth a look."""

    counts: tuple[tuple[str, int], ...] = ()
    lines: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()


Gather = Callable[[Path], Fetched]


def nothing(_corpus: Path) -> Fetched:
    """Fetch nothing: there is no source."""
    return Fetched()


def gatherer() -> Gather:
    """Return what fetches; ``nothing`` where the package has no sources."""
    if importlib.util.find_spec("pipeline.gather") is None:
        return nothing
    gather = importlib.import_module("pipeline.gather").gather
    return lambda corpus: _fetched(gather(corpus))


def _fetched(gathered: object) -> Fetched:
    counts = getattr(gathered, "counts", {})
    return Fetched(
        counts=tuple(sorted(counts.items())),
        lines=tuple(getattr(gathered, "lines", ())),
        asides=tuple(getattr(gathered, "asides", ())),
    )


@task(cache_policy=NO_CACHE, retries=2, retry_delay_seconds=[10, 60])
def fetch(corpus: str) -> Fetched:
    """Return what was fetched into the corpus. An error is tried again twice: networks recover."""
    return gatherer()(stages.folder(corpus))
