"""What an official figure is of, and when a stated one is the same."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from pipeline.reference.cuts import decimals

if TYPE_CHECKING:
    from pipeline.model import Basis

Place = tuple[object, ...]


def place_of(edition: str | None, code: str | None, basis: Basis | None, dimension: str | None) -> Place:
    """Return what a figure is of. The country has two means (provinces, their parts): texts say not which."""
    return edition, code, basis == "agregat_kabkota" and code != "ID", dimension


def is_same_score(stated: Decimal, official: Decimal) -> bool:
    """Tell whether two scores are one, to the decimals that both have; a whole number is no rounding of another.

    >>> is_same_score(Decimal("77.0"), Decimal("77.04")), is_same_score(Decimal("77.041"), Decimal("77.04"))
    (True, True)
    >>> is_same_score(Decimal("74.04"), Decimal("77.04")), is_same_score(Decimal("77"), Decimal("77.04"))
    (False, False)
    """
    places = min(decimals(stated), decimals(official))
    if places == 0:
        return stated == official
    unit = Decimal(1).scaleb(-places)
    return stated.quantize(unit, ROUND_HALF_UP) == official.quantize(unit, ROUND_HALF_UP)
