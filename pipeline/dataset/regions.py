"""Which regions an edition measured, and to which province each of them belonged then."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import TallyLevel
from pipeline.reference.types import Edition, Reference, Region

SPLIT_YEAR = 2023
"""Editions before this year were made for 34 provinces, before Papua and Papua Barat were split."""


def before_the_split(edition: Edition) -> bool:
    """Tell whether the edition was made for the 34 provinces of 2022; its day decides, else its year."""
    return (edition.published.year if edition.published else edition.year) < SPLIT_YEAR


def province_then(region: Region, edition: Edition) -> str | None:
    """Return the code of the region's province at the time of the edition."""
    return region.province_2022 if before_the_split(edition) else region.province


def existed(region: Region, edition: Edition) -> bool:
    """Tell whether the region existed as such; false only for the provinces that were formed later."""
    return region.level != "province" or province_then(region, edition) == region.code


def regions_within(scope: str, level: TallyLevel, edition: Edition, reference: Reference) -> Iterator[Region]:
    """Yield the provinces, or regencies and cities, of ``scope`` at the time of the edition, sorted by code.

    Nothing for districts and polling stations: the reference does not list them.
    """
    levels = {"province": {"province"}, "regency_city": {"regency", "city"}}.get(level, set())
    for code in sorted(reference.regions):
        region = reference.regions[code]
        inside = scope in {"ID", region.code, province_then(region, edition)}
        if region.level in levels and inside and existed(region, edition):
            yield region
