"""Differences by what they have in common: where one cause touches many, it is judged once, on a sample."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pipeline.dataset.changes.compared import Cause, Difference, Kind, rank, size, worst_first

SAMPLE: Final = 5
"""Differences that are shown of a group before the others."""
FOLDED: Final = SAMPLE + 1
"""A group of more than these is shown by its sample."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceGroup:
    """Differences of one cause, one set of rules, and one column of one table, that went the same way.

    ``members`` are all of them, worst first; ``sample`` the few that tell most: the worst of each change that
    occurs, then the worst of all. ``outlier`` is the one by which a number changed most, None where none did.
    """

    cause: Cause
    rules: tuple[str, ...]
    table: str
    column: str
    kind: Kind
    members: tuple[Difference, ...]
    sample: tuple[Difference, ...]
    outlier: Difference | None

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.members)

    @property
    def rest(self) -> tuple[Difference, ...]:
        """Those that the sample leaves out."""
        shown = set(self.sample)
        return tuple(one for one in self.members if one not in shown)


def grouped(differences: Iterable[Difference]) -> tuple[DifferenceGroup, ...]:
    """Put differences into groups: those with the worst difference first, then the larger ones."""
    groups: dict[tuple[object, ...], list[Difference]] = {}
    for one in sorted(differences, key=worst_first):
        key = (one.cause, tuple(sorted(one.rules)), one.table, one.column, one.kind)
        groups.setdefault(key, []).append(one)
    return tuple(sorted((_group(found) for found in groups.values()), key=_order))


def _group(found: list[Difference]) -> DifferenceGroup:
    first = found[0]
    largest = max(found, key=size)
    return DifferenceGroup(
        cause=first.cause,
        rules=tuple(sorted(first.rules)),
        table=first.table,
        column=first.column,
        kind=first.kind,
        members=tuple(found),
        sample=_sample(found),
        outlier=largest if size(largest) else None,
    )


def _sample(found: list[Difference]) -> tuple[Difference, ...]:
    """Take the worst of each change that occurs (tinggi to sedang, sedang to rendah), then fill up."""
    each: dict[tuple[str, str], Difference] = {}
    for one in found:
        each.setdefault((one.before, one.after), one)
    kinds = tuple(each.values())[:SAMPLE]
    chosen = set(kinds) | set([one for one in found if one not in kinds][: SAMPLE - len(kinds)])
    return tuple(one for one in found if one in chosen)


def _order(group: DifferenceGroup) -> tuple[int, int, str, str, str, str, tuple[str, ...]]:
    worst = min(map(rank, group.members))
    return worst, -group.count, group.cause, group.table, group.column, group.kind, group.rules
