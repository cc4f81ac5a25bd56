"""The log of decisions, folded: which lines are in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.decision import Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """The lines in force, in the order of the log, and who seconds which of them, by its id."""

    lines: tuple[Decision, ...]
    seconds: Mapping[str, Decision]

    def awaited(self, line: Decision) -> bool:
        """Tell whether a line flips a category and no other person has said the same."""
        return line.flips and line.id not in self.seconds


def fold(log: Sequence[Decision]) -> Fold:
    """Return what is in force of a log.

    A line is in force until a later line that is in force itself supersedes it, withdraws it or undoes it; so to
    undo an undo brings back what it undid.
    """
    gone: set[str] = set()
    alive: list[Decision] = []
    for line in reversed(log):
        if line.id not in gone:
            alive.append(line)
            if line.supersedes is not None:
                gone.add(line.supersedes)
    alive.reverse()
    by_id = {line.id: line for line in alive}
    seconds: dict[str, Decision] = {}
    for line in alive:
        first = by_id.get(line.confirms or "")
        if first is not None and first.actor != line.actor and first.after == line.after:
            seconds.setdefault(first.id, line)
    said = (line for line in alive if line.verb not in {"undo", "withdraw"} and line.confirms is None)
    return Fold(lines=tuple(said), seconds=seconds)


def last_batch(log: Sequence[Decision], actor: str) -> tuple[Decision, ...]:
    """Return the lines of the last thing that a person did and that was not undone; undoing counts as nothing."""
    undone = _undone(log)
    batch = next(
        (
            line.batch
            for line in reversed(log)
            if line.actor == actor and line.verb != "undo" and line.id not in undone
        ),
        None,
    )
    return tuple(line for line in log if line.batch == batch and line.id not in undone)


def _undone(log: Sequence[Decision]) -> set[str]:
    """Return the ids of the lines that were undone by a line that was not undone itself."""
    undone: set[str] = set()
    for line in reversed(log):
        if line.verb == "undo" and line.supersedes is not None and line.id not in undone:
            undone.add(line.supersedes)
    return undone
