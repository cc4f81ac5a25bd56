"""A run that somebody at the review page asked for: what was decided is published, with everybody looking on."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, field
from typing import Any, Final

from pipeline.errors import in_one_line
from pipeline.jobs import stages
from pipeline.state import Summary
from pipeline.storage.files import AnyPath

_MOST_WORKERS: Final = 8


@dataclass(slots=True, kw_only=True)
class Publishing:
    """How far a run is that ``by`` asked for: ``done`` of ``of`` documents; then ``summary``, or ``error``."""

    by: str
    done: int = 0
    of: int = 0
    summary: Summary | None = None
    error: str = ""

    @property
    def ended(self) -> bool:
        """Tell whether it is over, well or not."""
        return self.summary is not None or bool(self.error)


@dataclass(slots=True)
class Publication:
    """The runs that were asked for at one place, one at a time; each does what ``ikp run`` does, under its lock.

    Safe for several threads. ``latest`` is the one at work, else the last, None before the first.
    """

    corpus: AnyPath
    out: AnyPath
    latest: Publishing | None = None
    _lock: Any = field(init=False, default_factory=threading.Lock)

    def start(self, actor: str) -> Publishing:
        """Begin a run in the background, unless one of ours is at work; return that run."""
        with self._lock:
            if self.latest is None or self.latest.ended:
                self.latest = Publishing(by=actor)
                threading.Thread(target=self._run, args=(self.latest,), daemon=True).start()
            return self.latest

    def _run(self, run: Publishing) -> None:
        def watch(done: int, of: int, _: str) -> None:
            run.done, run.of = done, of

        try:
            workers = min(os.cpu_count() or 1, _MOST_WORKERS)
            run.summary = stages.run(self.corpus, self.out, workers=workers, watch=watch)
        except Exception as error:  # noqa: BLE001 - a thread of its own: nobody else would tell
            run.error = in_one_line(error)
