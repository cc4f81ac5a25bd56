"""From what several sources state to the sides of an argument: which statements agree, and which side leads.

Each function takes (value, source) pairs in order of precedence and returns the sides, the leading one first.
One side means agreement.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from pipeline.dataset.types import Side, Source, Value
from pipeline.reference.cuts import decimals

Stated = tuple[Value, Source]

_STRENGTH = ("reported", "historical", "potential")


def is_rounding(coarse: Decimal, fine: Decimal) -> bool:
    """Tell whether ``coarse`` is ``fine`` rounded to fewer decimals, one at least.

    Whole numbers are never taken for roundings: on a scale of 0 to 5 that would hide a different category.

    >>> is_rounding(Decimal("77.7"), Decimal("77.73")), is_rounding(Decimal("77.7"), Decimal("77.76"))
    (True, False)
    >>> is_rounding(Decimal("78"), Decimal("77.73"))
    False
    """
    places = decimals(coarse)
    if not 1 <= places < decimals(fine):
        return False
    return fine.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP) == coarse


def by_value(stated: Sequence[Stated]) -> tuple[Side, ...]:
    """Agree only where the values are equal."""
    sides: dict[Value, list[Source]] = {}
    for value, source in stated:
        sides.setdefault(value, []).append(source)
    return tuple(Side(value=value, sources=tuple(sources)) for value, sources in sides.items())


def by_rounding(stated: Sequence[Stated]) -> tuple[Side, ...]:
    """Agree where the values are equal or one is the other rounded; the finer value stands for the side.

    A rounded value that fits two finer ones that disagree joins the one of higher precedence. Within a side the
    sources that state its value come first.
    """
    numbers = [(value, place) for place, (value, _) in enumerate(stated) if isinstance(value, Decimal)]
    first: dict[Decimal, int] = {}
    finest: dict[Decimal, Decimal] = {}
    for value, place in numbers:
        first.setdefault(value, place)
        known = finest.setdefault(value, value)
        if known is not value and decimals(known) < decimals(value):
            finest[value] = value
    if len(first) == 1:
        return (Side(value=finest[numbers[0][0]], sources=tuple([stated[place][1] for _, place in numbers])),)
    homes: dict[Decimal, Decimal] = {}
    for value in sorted(first, key=lambda number: (-decimals(finest[number]), first[number])):
        fits = [home for home in homes.values() if is_rounding(finest[value], finest[home])]
        homes[value] = min(fits, key=first.__getitem__, default=value)
    members: dict[Decimal, list[int]] = {}
    for value, place in numbers:
        members.setdefault(homes[value], []).append(place)
    return tuple(
        Side(
            value=finest[home],
            sources=tuple(stated[place][1] for place in sorted(places, key=lambda at: stated[at][0] != home)),
        )
        for home, places in members.items()
    )


def by_assertion(stated: Sequence[Stated]) -> tuple[Side, ...]:
    """Agree where all affirm or all deny; the strongest affirmation stands for its side.

    An event that one source reports and another calls possible is no contradiction; one that is denied is.
    """
    sides: dict[bool, list[Stated]] = {}
    for value, source in stated:
        sides.setdefault(value == "denied", []).append((value, source))
    return tuple(_assertion(pairs) for pairs in sides.values())


def _assertion(pairs: Sequence[Stated]) -> Side:
    stated = {value for value, _ in pairs}
    strongest: Value = next((status for status in _STRENGTH if status in stated), "denied")
    ordered = sorted(pairs, key=lambda pair: pair[0] != strongest)
    return Side(value=strongest, sources=tuple(source for _, source in ordered))
