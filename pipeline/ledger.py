"""How long a run took, stage by stage, for the ledger of the output folder; nothing of it is ever published."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

STAMP: Final = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timings:
    """When a run began (UTC, ISO 8601), and the seconds that each of its stages took, in order."""

    command: str
    begun: str
    seconds: Mapping[str, float]


@dataclass(slots=True)
class Stopwatch:
    """Measures the stages of one run of ``command``: run, nightly, rebuild or scheduled.

    ``now`` gives seconds since 1970, ``tick`` seconds that never go back.
    """

    command: str = "run"
    now: Callable[[], float] = time.time
    tick: Callable[[], float] = time.monotonic
    begun: float = field(init=False)
    seconds: dict[str, float] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Note when the run began."""
        self.begun = self.now()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time that passes to what stage ``name`` took so far."""
        began = self.tick()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + self.tick() - began

    def timings(self) -> Timings:
        """Return what was measured so far, to the millisecond."""
        return Timings(
            command=self.command,
            begun=time.strftime(STAMP, time.gmtime(self.begun)),
            seconds={name: round(seconds, 3) for name, seconds in self.seconds.items()},
        )
