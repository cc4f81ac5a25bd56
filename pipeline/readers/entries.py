"""What a container holds, whatever its format: a path, and a way to the bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from pipeline.readers.containers import Budget


class Load(Protocol):
    """Gives the bytes of an entry and takes them off the budget; raises ``ReadError`` where it cannot."""

    def __call__(self, budget: Budget, name: str, /) -> bytes:
        """Load; ``name`` is for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something inside a container: its ``path`` there, printable and unique, and how to ``load`` it."""

    path: str
    load: Load
