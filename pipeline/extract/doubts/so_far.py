"""What the sentences of a paragraph have told up to each of them: what was told last holds until it is told anew.

Each sentence is asked once, however many lines look back over it: a paragraph may hold thousands.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pipeline.extract.scene.scene import Unit

_Told = TypeVar("_Told")

SoFar: TypeAlias = "list[_Told | None]"
"""For each sentence of a unit, what the last one up to it tells that tells anything; None before there is one."""


def so_far(unit: Unit, told_by: Callable[[str], _Told | None]) -> SoFar[_Told]:
    """Return what the sentences of a unit tell, in lower case, by ``told_by``: None where one tells nothing."""
    found: list[_Told | None] = []
    for low, high in unit.passage.sentences:
        here = told_by(unit.passage.lower[low:high])
        found.append(here if here is not None or not found else found[-1])
    return found


def last_before(unit: Unit, start: int, told: Sequence[_Told | None]) -> _Told | None:
    """Return what was told last by the sentences that end before character ``start`` of a unit."""
    ended = bisect_right(unit.passage.sentences, start, key=itemgetter(1))
    return told[ended - 1] if ended else None


def in_force_behind(
    units: Iterable[Unit],
    told: Iterable[SoFar[bool]],
    *,
    patience: int,
    counts: Callable[[Unit], bool] = lambda _: True,
) -> list[bool]:
    """Tell, for each unit, whether something is in force behind it, by what its sentences ``told`` of it.

    It is so from a True on, to a False, or over ``patience`` units that tell nothing of it; furniture is passed
    over, and units that do not count use up no patience.
    """
    found: list[bool] = []
    left = 0
    for unit, sentences in zip(units, told, strict=True):
        last = sentences[-1] if sentences else None
        if unit.role != "furniture":
            if last is not None:
                left = patience if last else 0
            elif counts(unit):
                left = max(0, left - 1)
        found.append(left > 0)
    return found
