"""The cuts of an edition: which category a score means at a level of regions, where the cuts are known."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.model import Category

if TYPE_CHECKING:
    from pipeline.reference.types import Edition, Region

Cuts = tuple[Decimal, Decimal, bool]
"""Lowest score of tinggi, bound of rendah, and whether the bound itself is already sedang."""


def decimals(value: Decimal) -> int:
    """Return how many decimals were stated.

    >>> [decimals(Decimal(text)) for text in ("20.36", "77.70", "50")]
    [2, 2, 0]
    """
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def cuts_for(edition: Edition, region: Region) -> Cuts | None:
    """Return the cuts of ``edition`` at the level of ``region``; None where they are not known or do not apply."""
    if region.level == "province":
        high, low, exclusive = edition.high_province, edition.low_province, edition.low_exclusive_province
    elif region.level in {"regency", "city"}:
        high, low, exclusive = edition.high_regency, edition.low_regency, False
    else:
        return None
    return None if high is None or low is None else (high, low, exclusive)


def derive(score: Decimal, cuts: Cuts) -> Category | None:
    """Return the category of ``score``; None where the score was rounded so coarsely that two would fit.

    >>> ikp_2024_regency = (Decimal("49.33"), Decimal("13.46"), False)
    >>> [derive(Decimal(text), ikp_2024_regency) for text in ("77.7", "49.33", "49.32", "13.46")]
    ['tinggi', 'tinggi', 'sedang', 'rendah']

    49.3 may stand for anything from 49.25 to 49.35:

    >>> derive(Decimal("49.3"), ikp_2024_regency) is None
    True
    """
    high, low, _ = cuts
    if decimals(score) >= max(decimals(high), decimals(low)):
        return _class_of(score, cuts)
    half = Decimal(5).scaleb(-decimals(score) - 1)
    least, most = _class_of(score - half, cuts), _class_of(score + half, cuts)
    return least if least == most else None


def _class_of(score: Decimal, cuts: Cuts) -> Category:
    high, low, low_exclusive = cuts
    if score >= high:
        return "tinggi"
    return "rendah" if score < low or (score == low and not low_exclusive) else "sedang"
