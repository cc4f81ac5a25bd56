"""How long a run took, stage by stage, for the ledger of the output folder; nothing of it is ever published."""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Final

LIBRARIES: Final = (
    "ikp", "pandas", "pdfplumber", "prefect", "pypdfium2", "python-docx", "rapidfuzz", "spacy", "trafilatura",
)  # fmt: skip
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


def library_versions() -> dict[str, str]:
    """Return the versions of Python, of the package and of the libraries that matter most to its results."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - 60 ms that --help need not wait for

    found = {"python": platform.python_version()}
    for name in LIBRARIES:
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return found
