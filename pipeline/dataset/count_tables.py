"""The tables that count: tallies beside our own count, and the coverage of the regions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.dataset.columns import Entry, Table, flag, integer, joined, number, text
from pipeline.dataset.coverage import EDITION, count_of_tally
from pipeline.dataset.rows import REGION, SOURCES, Row, value
from pipeline.dataset.types import Coverage, Dataset, TallyCount
from pipeline.reference.types import Region


def _tally_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield each tally with our own count beside it; without a published number there is nothing to compare."""
    for record in dataset.tallies:
        expected = record.value("n")
        rows = dataset.dimension_scores if record.key.dimension else dataset.scores
        count = count_of_tally(record, rows, expected, dataset.reference) if isinstance(expected, int) else None
        yield Row(dataset=dataset, record=record, count=count)


def _counted(get: Callable[[TallyCount], int]) -> Callable[[Row], Entry]:
    return lambda row: None if row.count is None else get(row.count)


def _official(row: Row) -> int | None:
    key = row.key
    return next(
        (
            tally.n
            for tally in row.dataset.reference.tallies
            if key.region_code == "ID"
            and (tally.edition, tally.level, tally.dimension, tally.category)
            == (key.edition, key.level, key.dimension, key.category)
        ),
        None,
    )


TALLIES: Table[Row] = Table(
    name="tallies",
    title="Tallies",
    about="How many regions of a scope documents put into a category, beside how many this dataset places there.",
    key=("region_code", "edition", "level", "dimension", "category"),
    items=_tally_rows,
    columns=(
        *REGION,
        text(
            "level",
            "What is counted: province, regency_city, district or polling_station.",
            lambda row: row.key.level,
        ),
        text(
            "dimension",
            "Dimension or stage, where the tally holds for one only.",
            lambda row: row.key.dimension,
        ),
        text(
            "category",
            "tinggi, sedang or rendah.",
            lambda row: row.key.category,
        ),
        integer("n", "The number as stated.", value("n")),
        integer(
            "official",
            "The national number known from several sources, for comparison.",
            _official,
        ),
        integer(
            "published",
            "How many regions of the scope this dataset places in the category.",
            _counted(lambda count: count.published),
        ),
        integer(
            "in_review",
            "How many more would be placed there by findings in review.",
            _counted(lambda count: count.held),
        ),
        integer(
            "unknown",
            "Regions of the scope without any category here yet.",
            _counted(lambda count: count.unknown),
        ),
        integer(
            "unexplained",
            "0 where n - published - in_review can be filled by the unknown regions; otherwise what cannot be "
            "explained: negative where we place too many, positive where too few regions are left.",
            _counted(lambda count: count.unexplained),
        ),
        *SOURCES,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """One region's coverage with the dataset that names the region."""

    dataset: Dataset
    entry: Coverage

    @property
    def region(self) -> Region:
        """The region."""
        return self.dataset.reference.regions[self.entry.region_code]

    @property
    def province(self) -> str | None:
        """The name of its province today."""
        code = self.region.province
        return self.dataset.reference.regions[code].name if code else None


COVERAGE: Table[CoverageRow] = Table(
    name="coverage",
    title="Coverage",
    about=f"One row for each of the provinces, regencies and cities: what the dataset knows of it in {EDITION}.",
    key=("region_code",),
    items=lambda dataset: (CoverageRow(dataset=dataset, entry=entry) for entry in dataset.coverage),
    columns=(
        text(
            "region_code",
            "Code of the region.",
            lambda row: row.entry.region_code,
        ),
        text("region", "Full name of the region.", lambda row: row.region.name),
        text(
            "region_level",
            "province, regency or city.",
            lambda row: row.region.level,
        ),
        text(
            "province_code",
            "Code of its province today.",
            lambda row: row.region.province,
        ),
        text("province", "Name of that province.", lambda row: row.province),
        text(
            "status",
            f"value: a score or category of {EDITION} is published. in review: none is, but findings that "
            "state one wait for a person. not published: documents speak of the region and none states a score "
            f"or category of {EDITION}. not fetched: no document in the corpus speaks of the region.",
            lambda row: row.entry.status,
        ),
        flag(
            "in_edition",
            f"false for the four provinces formed in 2022, which {EDITION} did not measure.",
            lambda row: row.entry.in_edition,
        ),
        number(
            "score",
            f"Published score of {EDITION}.",
            lambda row: row.entry.score,
        ),
        text(
            "category",
            f"Published category of {EDITION}.",
            lambda row: row.entry.category,
        ),
        integer(
            "dimensions",
            f"Number of dimension rows of {EDITION} with a value.",
            lambda row: row.entry.dimensions,
        ),
        integer(
            "indicators",
            f"Number of indicators of {EDITION} with a value.",
            lambda row: row.entry.indicators,
        ),
        integer(
            "documents",
            "Documents that are about the region or state something of it.",
            lambda row: row.entry.documents,
        ),
        integer(
            "findings",
            "Findings about the region, of any edition.",
            lambda row: row.entry.findings,
        ),
        integer(
            "held",
            "How many of these wait for review.",
            lambda row: row.entry.held,
        ),
        text(
            "editions",
            "Editions with a published value of any kind.",
            lambda row: joined(row.entry.editions),
        ),
    ),
)
