"""The tables that count: tallies beside our own count, and the coverage of the regions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import get_args

from pipeline.dataset.coverage import EDITION
from pipeline.dataset.reconcile import Outcome, Reconciled, reconciled
from pipeline.dataset.tables.columns import (
    COUNT,
    REQUIRED,
    Entry,
    Rules,
    Table,
    flag,
    integer,
    joined,
    number,
    text,
)
from pipeline.dataset.tables.references import OF_VALUES, TO_EDITIONS, TO_REGIONS
from pipeline.dataset.tables.rows import REGION, SOURCES, Row, value, with_warnings
from pipeline.dataset.tables.vocabulary import (
    A_CATEGORY,
    CATEGORY,
    COVERAGE_STATUSES,
    REGION_CODE,
    REGION_LEVELS,
    TALLY_LEVELS,
)
from pipeline.dataset.types import Coverage, Dataset
from pipeline.reference.types import Region


def _tally_rows(dataset: Dataset) -> Iterator[Row]:
    """Yield each tally with our own count beside it; without a published number there is nothing to compare."""
    counts = {one.key: one for one in reconciled(dataset)}
    for row in with_warnings(dataset, dataset.tallies, counts):
        yield row if isinstance(row.record.value("n"), int) else replace(row, count=None)


def _counted(get: Callable[[Reconciled], int]) -> Callable[[Row], Entry]:
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
    refers=OF_VALUES,
    columns=(
        *REGION,
        text(
            "level",
            "What is counted: province, regency_city, district or polling_station.",
            lambda row: row.key.level,
            Rules(required=True, one_of=TALLY_LEVELS),
        ),
        text(
            "dimension",
            "Dimension or stage, where the tally holds for one only.",
            lambda row: row.key.dimension,
        ),
        text("category", "tinggi, sedang or rendah.", lambda row: row.key.category, A_CATEGORY),
        integer("n", "The number as stated.", value("n"), COUNT),
        integer("official", "The national number known from several sources, for comparison.", _official, COUNT),
        integer(
            "published",
            "How many regions of the scope this dataset places in the category.",
            _counted(lambda count: count.published),
            COUNT,
        ),
        integer(
            "in_review",
            "How many more would be placed there by findings in review.",
            _counted(lambda count: count.held),
            COUNT,
        ),
        integer(
            "unknown",
            "Regions of the scope without any category here yet.",
            _counted(lambda count: count.unknown),
            COUNT,
        ),
        integer(
            "unexplained",
            "0 where what is missing in published and in_review can be among the unknown regions; otherwise what "
            "cannot be explained: negative where we place too many, positive where too few regions are left. "
            "Counted against official where that is known, else against n (see reconciliation.csv).",
            _counted(lambda count: count.residual),
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
    refers=(TO_REGIONS,),
    items=lambda dataset: (CoverageRow(dataset=dataset, entry=entry) for entry in dataset.coverage),
    columns=(
        text("region_code", "Code of the region.", lambda row: row.entry.region_code, REGION_CODE),
        text("region", "Full name of the region.", lambda row: row.region.name, REQUIRED),
        text(
            "region_level",
            "province, regency or city.",
            lambda row: row.region.level,
            Rules(required=True, one_of=REGION_LEVELS[1:]),
        ),
        text(
            "province_code",
            "Code of the province that the region belongs to today.",
            lambda row: row.region.province,
            REGION_CODE,
        ),
        text("province", "Name of the province in province_code.", lambda row: row.province, REQUIRED),
        text(
            "status",
            f"value: a score or category of {EDITION} is published. in review: none is, but findings that state "
            "one wait for a person. not published: documents of ours speak of the region and none states a "
            f"score or category of {EDITION}; Bawaslu may have published one. not fetched: no document in the "
            "corpus speaks of the region: nothing is known of it, good or bad.",
            lambda row: row.entry.status,
            Rules(required=True, one_of=COVERAGE_STATUSES),
        ),
        flag(
            "in_edition",
            f"false for the four provinces formed in 2022, which {EDITION} did not measure.",
            lambda row: row.entry.in_edition,
        ),
        number("score", f"Published score of {EDITION}.", lambda row: row.entry.score, COUNT),
        text("category", f"Published category of {EDITION}.", lambda row: row.entry.category, CATEGORY),
        integer(
            "dimensions",
            f"Number of dimension rows of {EDITION} with a value.",
            lambda row: row.entry.dimensions,
            COUNT,
        ),
        integer(
            "indicators",
            f"Number of indicators of {EDITION} with a value.",
            lambda row: row.entry.indicators,
            COUNT,
        ),
        integer(
            "documents",
            "Documents that are about the region or state something of it.",
            lambda row: row.entry.documents,
            COUNT,
        ),
        integer("findings", "Findings about the region, of any edition.", lambda row: row.entry.findings, COUNT),
        integer("held", "How many of these wait for review.", lambda row: row.entry.held, COUNT),
        text(
            "held_back",
            f"Checks that keep its score or category of {EDITION} from being published; then status is in review.",
            lambda row: joined(row.entry.held_back),
        ),
        text(
            "editions",
            "Editions with a published value of any kind.",
            lambda row: joined(row.entry.editions),
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReconciledRow:
    """A tally beside our count, with the dataset that names its scope."""

    dataset: Dataset
    count: Reconciled

    @property
    def scope(self) -> Region:
        """The region in which is counted."""
        return self.dataset.reference.regions[self.count.key.region_code]


RECONCILIATION: Table[ReconciledRow] = Table(
    name="reconciliation",
    title="Tallies against our count",
    about="Every tally of provinces or of kabupaten/kota that is known, nationally from several sources or for a "
    "province from documents, beside this dataset: expected - published - in_review - missing = residual.",
    key=("region_code", "edition", "level", "dimension", "category"),
    items=lambda dataset: (ReconciledRow(dataset=dataset, count=one) for one in reconciled(dataset)),
    refers=(TO_REGIONS, TO_EDITIONS),
    columns=(
        text(
            "region_code",
            "Code of the scope: ID, or a province.",
            lambda row: row.count.key.region_code,
            REGION_CODE,
        ),
        text("region", "Name of the region.", lambda row: row.scope.name, REQUIRED),
        text("edition", "Edition.", lambda row: row.count.key.edition, REQUIRED),
        text(
            "level",
            "What is counted: province or regency_city.",
            lambda row: row.count.key.level,
            Rules(required=True, one_of=TALLY_LEVELS),
        ),
        text("dimension", "Dimension, where the tally holds for one only.", lambda row: row.count.key.dimension),
        text("category", "tinggi, sedang or rendah.", lambda row: row.count.key.category, A_CATEGORY),
        integer("expected", "The number that was announced.", lambda row: row.count.expected, COUNT),
        text(
            "expected_from",
            "official: known from several sources. documents: stated by documents of the corpus alone.",
            lambda row: "official" if row.count.official else "documents",
            Rules(required=True, one_of=("official", "documents")),
        ),
        integer("published", "Regions that this dataset places there.", lambda row: row.count.published, COUNT),
        integer("in_review", "Regions that held findings would place there.", lambda row: row.count.held, COUNT),
        integer(
            "missing",
            "Regions that are missing and can be among the unknown ones.",
            lambda row: row.count.missing,
            COUNT,
        ),
        integer(
            "unknown",
            "Regions of the scope that the edition measured and that have no category here.",
            lambda row: row.count.unknown,
            COUNT,
        ),
        integer("residual", "What nothing explains, 0 in a good dataset.", lambda row: row.count.residual),
        text(
            "outcome",
            "complete; in review; not found yet; more in review than left, which review may mend; more than "
            "announced; too few regions left.",
            lambda row: row.count.outcome,
            Rules(required=True, one_of=get_args(Outcome)),
        ),
        text(
            "regions",
            "Regions that the outcome is about: those in review, those missing that are known from other sources "
            "to be in the category, or those too many.",
            lambda row: joined(row.count.regions),
        ),
    ),
)
