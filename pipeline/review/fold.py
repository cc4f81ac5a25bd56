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

    What was undone counts as never said; to undo an undo brings back what it undid. Of the others a line is in
    force until a later one supersedes or withdraws it, or says another thing of what it was said of, as where two
    logs were joined.
    """
    undone = undone_in(log)
    said = [line for line in log if line.id not in undone and line.verb != "undo"]
    gone = {line.supersedes for line in said}
    latest = {_said_of(line): line.id for line in said if _counts(line) and line.id not in gone}
    alive = {line.id: line for line in said if line.id not in gone}
    seconds: dict[str, Decision] = {}
    for line in alive.values():
        first = alive.get(line.confirms or "")
        if first is not None and first.actor != line.actor and first.after == line.after:
            seconds.setdefault(first.id, line)
    lines = (line for line in alive.values() if _counts(line) and latest[_said_of(line)] == line.id)
    return Fold(lines=tuple(lines), seconds=seconds)


def _counts(line: Decision) -> bool:
    return line.verb != "withdraw" and line.confirms is None


def _said_of(line: Decision) -> tuple[object, ...]:
    """Return what a line says something of: two statements of one document may share an id."""
    value = line.seen.value_hash if line.seen else ""
    return line.finding_id, line.field, line.verb == "defer", line.evidence_hash, value


def last_batch(log: Sequence[Decision], actor: str) -> tuple[Decision, ...]:
    """Return the lines of the last thing that a person did and that was not undone; undoing counts as nothing."""
    undone = undone_in(log)
    batch = next(
        (
            line.batch
            for line in reversed(log)
            if line.actor == actor and line.verb != "undo" and line.id not in undone
        ),
        None,
    )
    return tuple(line for line in log if line.batch == batch and line.id not in undone)


def undone_in(log: Sequence[Decision]) -> set[str]:
    """Return the ids of the lines that were undone by a line that was not undone itself."""
    undone: set[str] = set()
    for line in reversed(log):
        if line.verb == "undo" and line.supersedes is not None and line.id not in undone:
            undone.add(line.supersedes)
    return undone
