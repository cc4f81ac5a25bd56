"""Categories that follow from a score by an edition's cuts, kept beside those that documents state."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.dataset.precedence import STATED_BEFORE_DERIVED
from pipeline.dataset.settle import decimals
from pipeline.dataset.types import Cell, Conflict, Record, Side
from pipeline.model import Category
from pipeline.reference.types import Edition, Reference, Region

Cuts = tuple[Decimal, Decimal, bool]
"""Lowest score of tinggi, bound of rendah, and whether the bound itself is already sedang."""


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


def derived_category(record: Record, reference: Reference) -> Category | None:
    """Return the category that the record's published score implies.

    None without a score or cuts, and for a province's mean of its regencies and cities: the cuts of provinces
    hold for the score of the province itself.
    """
    score = record.value("score")
    if not isinstance(score, Decimal) or record.key.basis == "agregat_kabkota":
        return None
    cuts = cuts_for(reference.editions[record.key.edition], reference.regions[record.key.region_code])
    return derive(score, cuts) if cuts else None


def with_categories(record: Record, reference: Reference) -> tuple[Record, tuple[Conflict, ...]]:
    """Add the cells ``category_derived`` and ``category`` to a record of scores.

    ``category`` is the stated one, or the derived one where none is stated. Where the two differ the conflict is
    returned too, with the words of both.
    """
    stated, score = record.cell("category_stated"), record.cell("score")
    value = derived_category(record, reference)
    if value is None or score is None:
        added = () if stated is None else (replace(stated, field="category"),)
        return replace(record, cells=record.cells + added), ()
    derived = Cell(field="category_derived", value=value, status="value", sources=score.sources)
    if stated is None or stated.value is None:
        both = (derived, replace(derived, field="category", held=stated.held if stated else ()))
        return replace(record, cells=record.cells + both), ()
    conflicts = () if stated.value == value else (_disagreement(record, stated, derived),)
    chosen = replace(stated, field="category", conflict=conflicts[0].id if conflicts else stated.conflict)
    return replace(record, cells=(*record.cells, derived, chosen)), conflicts


def _disagreement(record: Record, stated: Cell, derived: Cell) -> Conflict:
    return Conflict(
        id=f"{record.table}:{record.key.name}:category",
        table=record.table,
        key=record.key,
        field="category",
        sides=tuple(Side(value=cell.value or "", sources=cell.sources) for cell in (stated, derived)),
        decided_by=STATED_BEFORE_DERIVED.name,
    )


def category_source(record: Record) -> str | None:
    """Return stated, derived, both (they agree), conflict (they differ), or None without a category."""
    stated, derived = record.value("category_stated"), record.value("category_derived")
    if stated is None:
        return None if derived is None else "derived"
    if derived is None:
        return "stated"
    return "both" if stated == derived else "conflict"
