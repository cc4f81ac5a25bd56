"""Announced tallies against our own count: ``expected - published - held - missing = residual``, and its name.

The national tallies that are known from several sources come first; of what documents state for a province, their
own number is expected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from pipeline.dataset.categories import as_category, category_of
from pipeline.dataset.regions import regions_within
from pipeline.dataset.types import Dataset, Key, Record
from pipeline.model import Category, Finding, TallyLevel
from pipeline.reference.types import Reference

Outcome = Literal[
    "complete",
    "in review",
    "not found yet",
    "more in review than left",
    "more than announced",
    "too few regions left",
]
"""How a tally comes out; the last two have a residual that nothing explains, the one before may be mended."""

COUNTED: Final[tuple[TallyLevel, ...]] = ("province", "regency_city")
"""What can be counted: the reference does not list districts and polling stations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """A tally beside our count; ``key`` is that of a tally, its region being the scope.

    ``official`` tells that the expected number is one known from several sources, else documents state it.
    ``published`` regions stand in the category, ``held`` would by what waits for a person, ``missing`` can be
    explained by the ``unknown`` regions that have no category here yet. ``regions`` are those that the outcome is
    about: those missing of which the category is known from elsewhere, or those too many.
    """

    key: Key
    expected: int
    official: bool
    published: int
    held: int
    missing: int
    unknown: int
    residual: int
    outcome: Outcome
    regions: tuple[str, ...] = ()


_Standing: TypeAlias = tuple[Category | None, frozenset[Category]]
"""The published category of a region, and those that held findings would give it where there is none."""
_Part: TypeAlias = tuple[str, str | None]
"""Names an edition and, where a tally holds for one only, its dimension."""


@dataclass(slots=True)
class _Count:
    """What is looked up again and again: categories by region, and the regions of a scope."""

    dataset: Dataset
    placed: Mapping[_Part, Mapping[str, _Standing]]
    known: Mapping[_Part, Mapping[str, Category]]
    scopes: dict[tuple[str, TallyLevel, str], tuple[str, ...]] = field(default_factory=dict)

    def regions(self, key: Key, level: TallyLevel) -> tuple[str, ...]:
        """Return the codes of the regions of a tally's scope at the time of its edition."""
        name = (key.region_code, level, key.edition)
        if name not in self.scopes:
            reference = self.dataset.reference
            within = regions_within(key.region_code, level, reference.editions[key.edition], reference)
            self.scopes[name] = tuple(region.code for region in within)
        return self.scopes[name]


def reconciled(dataset: Dataset) -> tuple[Reconciled, ...]:
    """Return every tally of provinces, or of regencies and cities, beside our count, sorted by key."""
    count = _Count(dataset=dataset, placed=_placed(dataset), known=_known(dataset))
    found = [_reconciled(key, expected, official, count) for key, expected, official in _expected(dataset)]
    return tuple(sorted(found, key=lambda one: one.key.order))


def _expected(dataset: Dataset) -> Iterator[tuple[Key, int, bool]]:
    official = {
        Key(
            region_code="ID",
            edition=tally.edition,
            dimension=tally.dimension,
            level=tally.level,
            category=tally.category,
        ): tally.n
        for tally in dataset.reference.tallies
        if tally.level in COUNTED
    }
    yield from ((key, expected, True) for key, expected in official.items())
    for row in dataset.tallies:
        stated = row.value("n")
        if row.key.level in COUNTED and row.key not in official and isinstance(stated, int):
            yield row.key, stated, False


def _placed(dataset: Dataset) -> dict[_Part, dict[str, _Standing]]:
    found: dict[_Part, dict[str, _Standing]] = {}
    for row in dataset.scores + dataset.dimension_scores:
        if row.key.basis != "agregat_kabkota":
            part = (row.key.edition, row.key.dimension)
            found.setdefault(part, {})[row.key.region_code] = _standing(row, dataset.reference)
    return found


def _standing(row: Record, reference: Reference) -> _Standing:
    category = as_category(row.value("category"))
    if category is not None:
        return category, frozenset()
    held = (_would_be(source.finding, row, reference) for cell in row.cells for source in cell.held)
    return None, frozenset(one for one in held if one is not None)


def _would_be(finding: Finding, row: Record, reference: Reference) -> Category | None:
    """Return the category that a held finding would give its region: as it states it, else by its score."""
    if finding.category is not None or finding.score is None or row.table != "scores":
        return finding.category
    return category_of(finding.score, row.key, reference)


def _known(dataset: Dataset) -> dict[_Part, dict[str, Category]]:
    found: dict[_Part, dict[str, Category]] = {}
    for known in dataset.reference.scores:
        if known.category is not None and known.basis != "agregat_kabkota":
            found.setdefault((known.edition, known.dimension), {})[known.region_code] = known.category
    return found


def _reconciled(key: Key, expected: int, official: bool, count: _Count) -> Reconciled:  # noqa: FBT001 -- named above
    part = (key.edition, key.dimension)
    placed, known = count.placed.get(part, {}), count.known.get(part, {})
    codes = count.regions(key, key.level or "province")
    nowhere: _Standing = (None, frozenset())
    there = {code: placed.get(code, nowhere) for code in codes}
    published = [code for code, (category, _) in there.items() if category == key.category]
    held = [code for code, (_, waiting) in there.items() if key.category in waiting]
    unknown = [code for code, standing in there.items() if standing == nowhere]
    left = min(len(unknown), _not_placed(key, len(codes) - len(unknown), count.dataset.reference))
    open_ = expected - len(published) - len(held)
    missing = max(0, min(open_, left))
    outcome = _outcome(open_, left, len(held))
    return Reconciled(
        key=key,
        expected=expected,
        official=official,
        published=len(published),
        held=len(held),
        missing=missing,
        unknown=left,
        residual=open_ - missing,
        outcome=outcome,
        regions=tuple(_concerned(outcome, key.category, published + held, held, unknown, known)),
    )


def _not_placed(key: Key, placed: int, reference: Reference) -> int:
    """Return how many regions are left of those that an edition measured; of a province all may have been."""
    edition = reference.editions[key.edition]
    measured = edition.provinces if key.level == "province" else edition.regencies
    return (
        max(0, measured - placed) if measured is not None and key.region_code == "ID" else len(reference.regions)
    )


def _outcome(open_: int, unknown: int, held: int) -> Outcome:
    if open_ < 0:
        return "more than announced" if open_ + held < 0 else "more in review than left"
    if open_ > unknown:
        return "too few regions left"
    if open_ > 0:
        return "not found yet"
    return "in review" if held else "complete"


def _concerned(
    outcome: Outcome,
    category: Category | None,
    ours: Sequence[str],
    held: Sequence[str],
    unknown: Iterable[str],
    known: Mapping[str, Category],
) -> Sequence[str]:
    """Return the regions that an outcome is about, sorted by code."""
    if outcome == "more than announced":
        return sorted(code for code in ours if known.get(code) != category)
    if outcome in {"in review", "more in review than left"}:
        return held
    return [code for code in unknown if known.get(code) == category]
