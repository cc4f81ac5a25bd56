"""Checks of values against the scale, the cuts, each other, official figures, and the traps that releases hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Final

from pipeline.dataset.admit import scale_of
from pipeline.dataset.categories import category_source
from pipeline.dataset.checks.check import Flaw, scored
from pipeline.dataset.regions import existed
from pipeline.dataset.types import Cell, Dataset, Key, Record
from pipeline.model import Basis
from pipeline.reference.cuts import decimals
from pipeline.reference.official import Place, is_same_score, place_of
from pipeline.reference.types import OfficialScore, Reference

WEIGHT_TOLERANCE: Final = Decimal("0.02")
"""Published dimension scores are rounded to two decimals, so their weighted sum may be off by a hundredth."""
EARLY: Final = timedelta(days=120)
"""How long before its launch in Jakarta an edition may be quoted: regions tell of their own part months before."""

Official = Mapping[Place, Sequence[OfficialScore]]


def official_by_place(reference: Reference) -> Official:
    """Return the scores and categories that are known, by what they are of."""
    found: dict[Place, list[OfficialScore]] = defaultdict(list)
    for known in reference.scores:
        found[place_of(known.edition, known.region_code, known.basis, known.dimension)].append(known)
    return found


def _place(key: Key) -> Place:
    return place_of(key.edition, key.region_code, key.basis, key.dimension)


def _is_official(score: Decimal, known: Iterable[OfficialScore]) -> bool:
    return any(one.score is not None and is_same_score(score, one.score) for one in known)


# --- held back ---


def off_scale(dataset: Dataset) -> Iterator[Flaw]:
    """Yield scores outside the scale of their edition."""
    for row, cell, score in scored(dataset.scores + dataset.dimension_scores):
        top = scale_of(row.key.edition, dataset.reference)
        if not 0 <= score <= top:
            yield Flaw(row=row, cell=cell, text=f"score {score} is not within 0 to {top}")


def percent_as_score(dataset: Dataset) -> Iterator[Flaw]:
    """Yield scores that every source writes as a percentage, where no official figure says the same."""
    official = official_by_place(dataset.reference)
    for row, cell, score in scored(dataset.scores + dataset.dimension_scores):
        percent = bool(cell.sources) and all(source.in_percent for source in cell.sources)
        if percent and not _is_official(score, official.get(_place(row.key), ())):
            yield Flaw(
                row=row, cell=cell, text=f"score {score} is written as a percentage: it may be another measure"
            )


def before_its_edition(dataset: Dataset) -> Iterator[Flaw]:
    """Yield values of an edition that documents of an earlier day state, all of them."""
    for row in dataset.scores + dataset.dimension_scores + dataset.indicators:
        published = dataset.reference.editions[row.key.edition].published
        cell = next((cell for cell in row.cells if cell.sources), None)
        days = [source.document.published for cell in row.cells for source in cell.sources]
        if published is None or cell is None or None in days:
            continue
        last = max(day for day in days if day is not None)
        if last < published - EARLY:
            text = f"{cell.field} {cell.value} was stated on {last}, before {row.key.edition} ({published})"
            yield Flaw(row=row, cell=cell, text=text)


def before_its_region(dataset: Dataset) -> Iterator[Flaw]:
    """Yield values of a province in an edition that was made before the province was formed."""
    for row in dataset.scores + dataset.dimension_scores + dataset.indicators:
        edition = dataset.reference.editions[row.key.edition]
        cell = next((cell for cell in row.cells if cell.sources), None)
        if cell is not None and not existed(dataset.reference.regions[row.key.region_code], edition):
            text = f"{cell.field} {cell.value}, but the province was formed after {edition.id} was made"
            yield Flaw(row=row, cell=cell, text=text)


def of_another_edition(dataset: Dataset) -> Iterator[Flaw]:
    """Yield scores that are, to two decimals at least, the known score of the region in another edition."""
    official = official_by_place(dataset.reference)
    anywhere: dict[Place, list[OfficialScore]] = defaultdict(list)
    for known in dataset.reference.scores:
        anywhere[place_of(None, known.region_code, known.basis, known.dimension)].append(known)
    for row, cell, score in scored(dataset.scores + dataset.dimension_scores):
        key = row.key
        if decimals(score) < 2 or score == 0 or _is_official(score, official.get(_place(key), ())):
            continue
        others = anywhere.get(place_of(None, key.region_code, key.basis, key.dimension), ())
        same = next((one for one in others if one.edition != key.edition and _is_exact(score, one.score)), None)
        if same is not None:
            yield Flaw(row=row, cell=cell, text=f"score {score} is that of {same.edition} ({same.source})")


def _is_exact(score: Decimal, known: Decimal | None) -> bool:
    return known is not None and decimals(known) >= 2 and is_same_score(score, known)


def of_another_measure(dataset: Dataset) -> Iterator[Flaw]:
    """Yield scores of a province that are the mean of its regencies and cities, or the other way round.

    So do the two means of the country, that of provinces and that of regencies and cities.
    """
    official = official_by_place(dataset.reference)
    for row, cell, score in scored(dataset.scores + dataset.dimension_scores):
        key = row.key
        if key.basis is None:
            continue
        twin: Basis = "provinsi" if key.basis == "agregat_kabkota" else "agregat_kabkota"
        mine = [one for one in official.get(_place(key), ()) if one.basis != twin]
        other = [one for one in official.get(_place(replace(key, basis=twin)), ()) if one.basis == twin]
        if not _is_official(score, mine) and _is_official(score, other):
            text = f"score {score} is {_MEASURES[key.region_code == 'ID'][twin]}, and stands as the other"
            yield Flaw(row=row, cell=cell, text=text)


_MEASURES: Final[Mapping[bool, Mapping[Basis, str]]] = {
    False: {"provinsi": "the province's own score", "agregat_kabkota": "the mean of its parts"},
    True: {"provinsi": "the mean of provinces", "agregat_kabkota": "the mean of regencies and cities"},
}
"""What the two measures are: of a province, and of the country."""


# --- warned of ---


def against_cuts(dataset: Dataset) -> Iterator[Flaw]:
    """Yield stated categories that are not those which the edition's cuts give at the region's level."""
    for row in dataset.scores:
        if category_source(row) == "conflict":
            text = (
                f"stated {row.value('category_stated')}, but the score {row.value('score')} is "
                f"{row.value('category_derived')} by the edition's cuts"
            )
            yield Flaw(row=row, cell=row.cell("category_stated"), text=text)


def ranks_against_scores(dataset: Dataset) -> Iterator[Flaw]:
    """Yield, of two regions ranked among the same, the lower one where it has the higher score.

    Only ranks with a stated scope are compared: within the country, or within one province.
    """
    groups: dict[tuple[str, ...], list[tuple[int, Record, Cell]]] = {}
    for row, _, _ in scored(dataset.scores):
        for cell in row.cells:
            if cell.field == "rank" and isinstance(cell.value, int) and cell.qualifier in {"nasional", "provinsi"}:
                groups.setdefault(_ranked_among(row, cell, dataset.reference), []).append((cell.value, row, cell))
    for name in sorted(groups):
        for upper, lower in pairwise(sorted(groups[name], key=lambda entry: (entry[0], entry[1].key.order))):
            yield from _out_of_order(upper, lower)


def _ranked_among(row: Record, cell: Cell, reference: Reference) -> tuple[str, ...]:
    region = reference.regions[row.key.region_code]
    local = region.level in {"regency", "city"}
    within = (region.province or "") if local and cell.qualifier == "provinsi" else ""
    return (row.key.edition, row.key.basis or "", "local" if local else region.level, str(cell.qualifier), within)


def _out_of_order(upper: tuple[int, Record, Cell], lower: tuple[int, Record, Cell]) -> Iterator[Flaw]:
    high, low = upper[1].value("score"), lower[1].value("score")
    if isinstance(high, Decimal) and isinstance(low, Decimal) and low > high:
        text = (
            f"rank {lower[0]} with score {low}, above the {high} of {upper[1].key.region_code} "
            f"at rank {upper[0]} ({upper[2].qualifier})"
        )
        yield Flaw(row=lower[1], cell=lower[2], text=text)


def against_weights(dataset: Dataset) -> Iterator[Flaw]:
    """Yield totals that are not the weighted sum of their published dimension scores.

    Looked at only where all weighted dimensions of IKP 2024, the edition whose weights are known, are published.
    """
    weights = {key: one.weight for key, one in dataset.reference.dimensions.items() if one.weight is not None}
    parts: dict[tuple[object, ...], dict[str, Decimal]] = {}
    for row, _, score in scored(dataset.dimension_scores):
        if row.key.dimension in weights:
            parts.setdefault(_measured(row), {})[row.key.dimension or ""] = score
    for row, cell, score in scored(dataset.scores):
        mine = parts.get(_measured(row), {})
        if row.key.edition == "ikp_2024" and weights and len(mine) == len(weights):
            total = sum((weight * mine[key] for key, weight in weights.items()), start=Decimal(0))
            if abs(total - score) > WEIGHT_TOLERANCE:
                text = f"score {score}, but its dimensions weigh up to {total.quantize(Decimal('0.01'))}"
                yield Flaw(row=row, cell=cell, text=text)


def _measured(row: Record) -> tuple[object, ...]:
    return (row.key.region_code, row.key.edition, row.key.basis)


def against_official(dataset: Dataset) -> Iterator[Flaw]:
    """Yield scores and categories that are none of those known from several sources; a rounded score agrees.

    What documents state is published all the same: the reference only points it out.
    """
    official = official_by_place(dataset.reference)
    for row in dataset.scores + dataset.dimension_scores:
        yield from _unlike(row, official.get(_place(row.key), ()))


def _unlike(row: Record, known: Sequence[OfficialScore]) -> Iterator[Flaw]:
    score, category = row.value("score"), row.value("category")
    scores = [(one.score, one.source) for one in known if one.score is not None]
    if isinstance(score, Decimal) and scores and not any(is_same_score(score, value) for value, _ in scores):
        text = f"score {score}, known as {scores[0][0]} ({scores[0][1]})"
        yield Flaw(row=row, cell=row.cell("score"), text=text)
    levels = [(one.category, one.source) for one in known if one.category is not None]
    if category is not None and levels and category not in {level for level, _ in levels}:
        text = f"category {category}, known as {levels[0][0]} ({levels[0][1]})"
        yield Flaw(row=row, cell=row.cell("category"), text=text)


def refused(dataset: Dataset) -> Iterator[Flaw]:
    """Yield what documents state and what cannot be true; it is listed and not published."""
    for entry in dataset.findings:
        if entry.standing == "refused":
            words = f"{entry.reason} ({entry.source.finding.raw[:80]!r})"
            yield Flaw(text=f"{entry.source.document.file}: {words}", source=entry.source)
