"""Scores that are known from official or several press sources beside those of the dataset, one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from pipeline.dataset.settle import is_rounding
from pipeline.dataset.types import Dataset, Record, Source
from pipeline.model import FindingType
from pipeline.reference.official import Place, is_same_score, place_of
from pipeline.reference.types import OfficialScore

Agreement = Literal["same", "rounded", "category only", "differs", "in review", "not stated"]

_NUMBER: Final = re.compile(r"\d+[.,]\d+|\d+")
_TYPES: Final[frozenset[FindingType]] = frozenset({"score", "dimension_score"})
_Stated: TypeAlias = Mapping[Place, Sequence[Source]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A known score, the row of the dataset that it can be held against, and what documents say otherwise.

    ``others`` are other scores that documents state, each with its sources, whether they wait for a person, were
    outweighed or are published. ``explained`` are those of them of which the reference knows who reports them.
    """

    official: OfficialScore
    row: Record | None
    agreement: Agreement
    others: Mapping[Decimal, tuple[Source, ...]]

    @property
    def explained(self) -> tuple[Decimal, ...]:
        """The other scores that the reference's note names."""
        named = {Decimal(number.replace(",", ".")) for number in _NUMBER.findall(self.official.note)}
        return tuple(score for score in self.others if score in named)


def known_scores(dataset: Dataset) -> tuple[Known, ...]:
    """Return every known score beside ours, sorted by edition, dimension, region and basis."""
    rows: dict[Place, list[Record]] = {}
    for row in dataset.scores + dataset.dimension_scores:
        key = row.key
        rows.setdefault(place_of(key.edition, key.region_code, key.basis, key.dimension), []).append(row)
    together: dict[Place, list[OfficialScore]] = {}
    for one in dataset.reference.scores:
        together.setdefault(_place(one), []).append(one)
    stated = _stated(dataset)
    found = (
        _known(one, _beside(one, together[_place(one)], rows.get(_place(one), ())), together[_place(one)], stated)
        for one in dataset.reference.scores
    )
    return tuple(sorted(found, key=lambda one: _order(one.official)))


def _place(one: OfficialScore) -> Place:
    return place_of(one.edition, one.region_code, one.basis, one.dimension)


def _beside(one: OfficialScore, together: Sequence[OfficialScore], rows: Sequence[Record]) -> Record | None:
    """Return the row that a known score can be held against.

    Of the country two means are known, and texts seldom say which they state: there the row with the same score
    is taken, else that of the same basis, but never one that has the other mean.
    """

    def has(row: Record, known: OfficialScore) -> bool:
        score = row.value("score")
        return known.score is not None and isinstance(score, Decimal) and is_same_score(score, known.score)

    others = [other for other in together if other is not one]
    free = [row for row in rows if has(row, one) or not any(has(row, other) for other in others)]
    return min(free, key=lambda row: (not has(row, one), row.key.basis != one.basis), default=None)


def _order(one: OfficialScore) -> tuple[str, str, str, str]:
    return one.edition, one.dimension or "", one.region_code, one.basis or ""


def _stated(dataset: Dataset) -> _Stated:
    found: dict[Place, list[Source]] = {}
    for entry in dataset.findings:
        finding = entry.source.finding
        if finding.type in _TYPES and finding.score is not None and entry.source.document.status == "read":
            place = place_of(finding.edition, finding.region_code or "", finding.basis, finding.dimension)
            found.setdefault(place, []).append(entry.source)
    return found


def _known(one: OfficialScore, row: Record | None, together: Sequence[OfficialScore], stated: _Stated) -> Known:
    known = [other.score for other in together if other.score is not None]
    others: dict[Decimal, list[Source]] = {}
    for source in stated.get(_place(one), ()) if one.score is not None else ():
        score = source.finding.score
        if score is not None and not any(is_same_score(score, number) for number in known):
            others.setdefault(score, []).append(source)
    return Known(
        official=one,
        row=row,
        agreement=_agreement(one, row),
        others={score: tuple(sources) for score, sources in sorted(others.items())},
    )


def _agreement(one: OfficialScore, row: Record | None) -> Agreement:
    if row is None:
        return "not stated"
    score, category = row.value("score"), row.value("category")
    if one.score is not None and isinstance(score, Decimal):
        if not is_same_score(score, one.score):
            return "differs"
        return "rounded" if is_rounding(score, one.score) else "same"
    if one.category is not None and category is not None:
        if category != one.category:
            return "differs"
        return "category only" if one.score is not None else "same"
    return "in review" if any(cell.held for cell in row.cells) else "not stated"


def otherwise(known: Known) -> Iterator[str]:
    """Yield what documents say otherwise: ``77.04 in 4 documents``."""
    for score, sources in known.others.items():
        documents = len({source.document.voice for source in sources})
        yield f"{score} in {documents} document{'' if documents == 1 else 's'}"
