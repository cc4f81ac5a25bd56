"""The log of decisions, folded: which lines are in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.decision import Decision

_PEOPLE: Final = 2
"""Who have to say that a category becomes another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """The lines in force, in the order of the log, and the ids of those that wait for a second person."""

    lines: tuple[Decision, ...]
    waiting: frozenset[str] = frozenset()


def fold(log: Sequence[Decision], *, second_eyes: bool = False) -> Fold:
    """Return what is in force of a log.

    What was undone counts as never said; to undo an undo brings back what it undid. Of the others a line is in
    force until a later one supersedes or withdraws it, or says another thing of what it was said of, as where two
    logs were joined. With ``second_eyes`` a line that flips a category waits until another person says the same;
    what it would supersede stays in force meanwhile.
    """
    undone = undone_in(log)
    said = [line for line in log if line.id not in undone and line.verb != "undo"]
    waiting = _waiting(said) if second_eyes else frozenset()
    gone: set[str] = set()
    outdone: set[str] = set()  # by what waits itself: only what waited before gives way
    for line in reversed(said):
        if line.supersedes is not None:
            (outdone if line.id in waiting and line.id not in gone else gone).add(line.supersedes)
    gone |= outdone & waiting
    alive = [line for line in said if line.id not in gone and line.verb != "withdraw" and line.confirms is None]
    latest = {(*_said_of(line), line.id in waiting): line.id for line in _in_time(alive)}
    lines = tuple(line for line in alive if latest[*_said_of(line), line.id in waiting] == line.id)
    return Fold(lines=lines, waiting=waiting & {line.id for line in lines})


def _in_time(lines: Sequence[Decision]) -> list[Decision]:
    """Return lines in the order in which they were said: where logs were joined that is not the order of lines."""
    return sorted(lines, key=lambda line: line.at)


def _waiting(said: Sequence[Decision]) -> frozenset[str]:
    """Return the ids of the lines that flip a category and that nobody else has confirmed."""
    withdrawn = {line.supersedes for line in said if line.verb == "withdraw"}
    people: dict[tuple[object, ...], set[str]] = {}
    for line in said:  # those that confirm it, and those that say the same in a log that was joined
        if (line.flips or line.confirms) and line.id not in withdrawn:
            people.setdefault((*_said_of(line), line.after), set()).add(line.actor.casefold())
    flips = (line for line in said if line.flips and line.confirms is None and line.id not in withdrawn)
    return frozenset(line.id for line in flips if len(people[*_said_of(line), line.after]) < _PEOPLE)


def _said_of(line: Decision) -> tuple[object, ...]:
    """Return what a line says something of: two statements of one document may share an id."""
    value = line.seen.value_hash if line.seen else ""
    return line.finding_id, line.field, line.verb == "defer", line.evidence_hash, value


def last_batch(log: Sequence[Decision], actor: str) -> tuple[Decision, ...]:
    """Return the lines of the last thing that a person did and that was not undone; undoing counts as nothing."""
    undone, in_time = undone_in(log), _in_time(log)
    batch = next(
        (
            line.batch
            for line in reversed(in_time)
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
