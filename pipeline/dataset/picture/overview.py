"""What the picture of the dataset shows: marks on the scale of one edition, region by region. No drawing here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pipeline.dataset.categories import as_category, category_of
from pipeline.dataset.regions import province_then, regions_within
from pipeline.dataset.settle import is_rounding
from pipeline.dataset.types import Conflict, Dataset, Record, Source
from pipeline.model import Category, TallyLevel
from pipeline.reference.cuts import cuts_for
from pipeline.reference.types import Edition, Reference, Region

MarkStatus = Literal["published", "in review", "in conflict"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A score of a region; ``file`` is the document that states it. Only ``published`` marks are values."""

    region: Region
    score: Decimal
    category: Category | None
    status: MarkStatus
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a panel: a province with its own marks, or with those of its regencies and cities.

    ``of`` is how many regencies and cities the province had then, None for a province's own line.
    """

    region: Region
    marks: tuple[Mark, ...]
    of: int | None = None

    @property
    def published(self) -> tuple[Mark, ...]:
        """The marks that are values, the highest score first."""
        return tuple(mark for mark in self.marks if mark.status == "published")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A cut between two categories, as a sign ("≤", "<" or "≥") and a score, for the category it bounds."""

    category: Category
    sign: str
    score: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Lines that share the cuts of one level; ``bounds`` are rendah's and tinggi's, none where not known."""

    title: str
    bounds: tuple[Bound, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """How many regions of one level were there, and how many have a published value; ``unscored`` no score."""

    of: int
    published: int
    unscored: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The scores of one edition: its panels, and how much of the country they cover. ``top`` ends the scale."""

    edition: Edition
    top: Decimal
    panels: tuple[Panel, ...]
    provinces: Covered
    locals: Covered


def overview(dataset: Dataset) -> Overview | None:
    """Return the overview of the edition with the most published scores; None where no score is published.

    Shown are a province's own score, not the mean of its regencies and cities, and no score of the whole country.
    """
    name = _fullest_edition(dataset)
    if name is None:
        return None
    edition = dataset.reference.editions[name]
    records = [record for record in _regional(dataset) if record.key.edition == name]
    marks = list(_marks(records, dataset))
    return Overview(
        edition=edition,
        top=edition.scale_max or max(mark.score for mark in marks),
        panels=tuple(panel for panel in _panels(marks, edition, dataset.reference) if panel.lines),
        provinces=_covered(records, "province", edition, dataset.reference),
        locals=_covered(records, "regency_city", edition, dataset.reference),
    )


def _regional(dataset: Dataset) -> Iterator[Record]:
    for record in dataset.scores:
        level = dataset.reference.regions[record.key.region_code].level
        if level != "country" and record.key.basis != "agregat_kabkota":
            yield record


def _fullest_edition(dataset: Dataset) -> str | None:
    """Return the edition with the most published scores; of several the latest."""
    counts = Counter(record.key.edition for record in _regional(dataset) if record.value("score") is not None)
    editions = dataset.reference.editions
    return max(counts, key=lambda name: (counts[name], editions[name].year, name), default=None)


def _marks(records: Iterable[Record], dataset: Dataset) -> Iterator[Mark]:
    argued = {
        (conflict.table, conflict.key): conflict for conflict in dataset.conflicts if conflict.field == "score"
    }
    for record in records:
        yield from _marks_of(record, argued.get(("scores", record.key)), dataset.reference)


def _marks_of(record: Record, conflict: Conflict | None, reference: Reference) -> Iterator[Mark]:
    """Yield the published score, then each different one that is held back or lost a conflict."""
    cell = record.cell("score")
    if cell is None:
        return
    region = reference.regions[record.key.region_code]
    shown: list[Decimal] = []
    if isinstance(cell.value, Decimal):
        shown.append(cell.value)
        category = as_category(record.value("category")) or category_of(cell.value, record.key, reference)
        file = cell.sources[0].document.file if cell.sources else ""
        yield Mark(region=region, score=cell.value, category=category, status="published", file=file)
    for status, source in _unpublished(cell.held, conflict):
        score = source.finding.score
        if score is None or any(score == other or is_rounding(score, other) for other in shown):
            continue
        shown.append(score)
        category = source.finding.category or category_of(score, record.key, reference)
        yield Mark(region=region, score=score, category=category, status=status, file=source.document.file)


def _unpublished(
    held: Sequence[Source], conflict: Conflict | None
) -> Iterator[tuple[Literal["in review", "in conflict"], Source]]:
    for side in conflict.sides if conflict else ():
        for source in side.sources:
            yield "in conflict", source
    for source in held:
        yield "in review", source


def _panels(marks: Sequence[Mark], edition: Edition, reference: Reference) -> Iterator[Panel]:
    own = _grouped(mark for mark in marks if mark.region.level == "province")
    below = _grouped(
        (mark for mark in marks if mark.region.level != "province"),
        {code: province_then(region, edition) or code for code, region in reference.regions.items()},
    )
    yield Panel(
        title="Provinces: the province's own score",
        bounds=_bounds(edition, own, reference),
        lines=_sorted(Line(region=reference.regions[code], marks=found) for code, found in own.items()),
    )
    local = [mark.region.code for mark in marks if mark.region.level != "province"]
    sizes = {code: len(list(regions_within(code, "regency_city", edition, reference))) for code in below}
    yield Panel(
        title="Kabupaten and kota by province, and how many of them have a score",
        bounds=_bounds(edition, local, reference),
        lines=_sorted(
            Line(region=reference.regions[code], marks=found, of=sizes[code]) for code, found in below.items()
        ),
    )


def _grouped(marks: Iterable[Mark], homes: Mapping[str, str] | None = None) -> dict[str, tuple[Mark, ...]]:
    """Group marks by region, or by what ``homes`` gives for it; published ones first, then high scores."""
    groups: dict[str, list[Mark]] = {}
    for mark in marks:
        groups.setdefault(homes[mark.region.code] if homes else mark.region.code, []).append(mark)
    return {code: tuple(sorted(found, key=_mark_order)) for code, found in groups.items()}


def _mark_order(mark: Mark) -> tuple[bool, Decimal, str]:
    return (mark.status != "published", -mark.score, mark.region.code)


def _sorted(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Sort by the highest published score, or by the highest held back where none is published."""
    return tuple(sorted(lines, key=lambda line: (-line.marks[0].score, line.region.code)))


def _bounds(edition: Edition, codes: Iterable[str], reference: Reference) -> tuple[Bound, ...]:
    """Return the bounds that hold for the regions of a panel, which all have one level."""
    code = next(iter(codes), None)
    cuts = cuts_for(edition, reference.regions[code]) if code else None
    if cuts is None:
        return ()
    high, low, exclusive = cuts
    return (
        Bound(category="rendah", sign="<" if exclusive else "≤", score=low),
        Bound(category="tinggi", sign="≥", score=high),
    )


def _covered(records: Iterable[Record], level: TallyLevel, edition: Edition, reference: Reference) -> Covered:
    """Count the regions of a level; where fewer took part in the edition, as in a Pilkada, these are all."""
    codes = {region.code for region in regions_within("ID", level, edition, reference)}
    mine = [record for record in records if record.key.region_code in codes]
    scored = sum(record.value("score") is not None for record in mine)
    unscored = sum(record.value("score") is None and record.value("category") is not None for record in mine)
    took_part = edition.provinces if level == "province" else edition.regencies
    return Covered(of=took_part or len(codes), published=scored + unscored, unscored=unscored)
