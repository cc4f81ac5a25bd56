"""Categories that follow from a score by an edition's cuts, kept beside those that documents state."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from pipeline.dataset.precedence import STATED_BEFORE_DERIVED
from pipeline.dataset.types import Cell, Conflict, Key, Record, Side
from pipeline.model import CATEGORIES, Category
from pipeline.reference.cuts import cuts_for, derive
from pipeline.reference.types import Reference


def derived_category(record: Record, reference: Reference) -> Category | None:
    """Return the category that the record's published score implies.

    None without a score or cuts, and for a province's mean of its regencies and cities: the cuts of provinces
    hold for the score of the province itself.
    """
    score = record.value("score")
    if not isinstance(score, Decimal) or record.key.basis == "agregat_kabkota":
        return None
    return category_of(score, record.key, reference)


def category_of(score: Decimal, key: Key, reference: Reference) -> Category | None:
    """Return the category that a score means by the cuts of its edition and level; None where they do not tell."""
    cuts = cuts_for(reference.editions[key.edition], reference.regions[key.region_code])
    return derive(score, cuts) if cuts else None


def as_category(value: object) -> Category | None:
    """Return the value of a cell as a category, None where it is none."""
    return next((name for name in CATEGORIES if name == value), None)


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
