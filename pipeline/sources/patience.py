"""How long a source, and a site that is in trouble, are asked in one night."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from pipeline.sources.urls import host_of
from pipeline.sources.values import Event, Failed

NIGHT_SECONDS: Final = 3_600.0  # for a source; what it does not give in that time comes another night
GIVE_UP: Final = 5  # answers in a row that a host in trouble does not give, after which it is left alone tonight
TROUBLE: Final = frozenset({"network", "timeout", "http_429", "http_503"})
"""Codes of failures for what ails a site, not for what ails the page."""


@dataclass(slots=True, kw_only=True)
class Patience:
    """How long a source is asked tonight: an hour, and each host until it does not answer several times in a row.

    Each further page of a site in trouble would cost minutes of waiting, and the site its peace.
    """

    clock: Callable[[], float] = time.monotonic
    began: float = 0.0
    refused: Counter[str] = field(default_factory=Counter)
    answering: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Begin the hour."""
        self.began = self.clock()

    def note(self, url: str, event: Event) -> None:
        """Count what became of a page or index."""
        if isinstance(event, Failed) and event.failure.code in TROUBLE:
            self.refused[host_of(url)] += 1
        else:
            self.refused[host_of(url)] = 0
            self.answering.add(host_of(url))

    def forgive(self) -> None:
        """Try hosts once more that answered before they did not: it may be some of their addresses that ail."""
        for host in self.answering:
            self.refused[host] = min(self.refused[host], GIVE_UP - 1)

    def is_over(self, share: float = 1.0) -> bool:
        """Tell whether the hour, or a share of it, is over."""
        return self.clock() - self.began > share * NIGHT_SECONDS

    def leaves(self, url: str) -> bool:
        """Tell whether an address is left alone tonight."""
        return self.refused[host_of(url)] >= GIVE_UP or self.is_over()
