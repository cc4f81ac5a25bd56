"""The tables of values: scores, dimension scores, indicators and the indicator matrix."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from pipeline.dataset.categories import category_source
from pipeline.dataset.tables.columns import COUNT, REQUIRED, SHARE, Column, Rules, Table, integer, joined, text
from pipeline.dataset.tables.references import OF_VALUES, TO_CATALOG, TO_EDITIONS, TO_REGIONS
from pipeline.dataset.tables.rows import (
    BASIS,
    RANK,
    REGION,
    SCORE,
    SOURCES,
    Row,
    others,
    qualifier,
    row_of,
    rows_of,
    value,
)
from pipeline.dataset.tables.vocabulary import CATEGORY, INDICATOR, STATUS
from pipeline.dataset.types import Dataset

LAST_INDICATOR = 61

SCORES: Table[Row] = Table(
    name="scores",
    title="Scores and categories",
    about="One row a region, edition and basis: the overall score, category and rank. It holds Indonesia, "
    "provinces, kabupaten and kota of all editions, and a province twice where its mean is known: filter edition, "
    "region_level and basis before you count or average.",
    key=("region_code", "edition", "basis"),
    items=rows_of(lambda dataset: dataset.scores),
    refers=OF_VALUES,
    columns=(
        *REGION,
        BASIS,
        SCORE,
        text(
            "category",
            "tinggi, sedang or rendah: the stated category, or the derived one where none is stated.",
            value("category"),
            CATEGORY,
        ),
        text("category_stated", "The category that documents state.", value("category_stated"), CATEGORY),
        text(
            "category_derived",
            "The category that follows from the score by the edition's cuts for provinces or for regencies and "
            "cities. Empty where the edition has no known cuts, for the mean of a province, "
            "and where the score was rounded so coarsely that two categories would fit.",
            value("category_derived"),
            CATEGORY,
        ),
        text(
            "category_source",
            "stated, derived, both (they agree) or conflict (they differ; the stated one is in category).",
            lambda row: category_source(row.record),
            Rules(one_of=("stated", "derived", "both", "conflict")),
        ),
        *RANK,
        *SOURCES,
    ),
)

DIMENSION_SCORES: Table[Row] = Table(
    name="dimension_scores",
    title="Scores by dimension",
    about="One row a region, edition, basis and dimension, subdimension or stage.",
    key=("region_code", "edition", "basis", "dimension"),
    items=rows_of(lambda dataset: dataset.dimension_scores),
    refers=OF_VALUES,
    columns=(
        *REGION,
        BASIS,
        text(
            "dimension",
            "Dimension, subdimension, or stage of the election that the score is for.",
            lambda row: row.key.dimension,
            REQUIRED,
        ),
        SCORE,
        text(
            "category",
            "tinggi, sedang or rendah as stated; never derived, for the cuts of dimensions are not known.",
            value("category"),
            CATEGORY,
        ),
        *RANK,
        *SOURCES,
    ),
)


def _indicator_name(row: Row) -> str:
    return row.dataset.reference.indicators[row.key.indicator or 0].name


def _stages(row: Row) -> str | None:
    return joined(sorted(source.finding.stage for source in row.sources if source.finding.stage))


INDICATORS: Table[Row] = Table(
    name="indicators",
    title="Indicators, long",
    about="One row a region, edition and indicator that a document names as a vulnerability there. A missing row "
    "means that no document says so, not that the vulnerability is absent.",
    key=("region_code", "edition", "indicator"),
    items=rows_of(lambda dataset: dataset.indicators),
    refers=(*OF_VALUES, TO_CATALOG),
    columns=(
        *REGION,
        integer(
            "indicator",
            "Number of the indicator in the catalog, 1 to 61.",
            lambda row: row.key.indicator,
            INDICATOR,
        ),
        text("indicator_name", "Name of the indicator in the catalog.", _indicator_name, REQUIRED),
        text(
            "indicator_status",
            "reported (it happened), potential (it may happen), historical (in an earlier election), denied "
            "(stated not to be there). Of several affirmations the strongest.",
            value("indicator_status"),
            STATUS,
        ),
        integer("count", "How often, where a document counts: cases, or polling stations.", value("count"), COUNT),
        text("unit", "What is counted, for instance TPS or kasus.", qualifier("count")),
        text(
            "other_counts",
            "Counts in other units, each with its unit.",
            others("count"),
        ),
        text(
            "stages",
            "Stages of the election that documents name with it.",
            _stages,
        ),
        *SOURCES,
    ),
)


def _matrix_items(dataset: Dataset) -> Iterator[tuple[Row, ...]]:
    rows = [row_of(dataset, record) for record in dataset.indicators if record.status == "value"]
    for _, group in groupby(rows, key=lambda row: (row.key.region_code, row.key.edition)):
        yield tuple(group)


def _of_first(column: Column[Row]) -> Column[tuple[Row, ...]]:
    get = column.get
    return Column(
        name=column.name, kind=column.kind, about=column.about, get=lambda rows: get(rows[0]), rules=column.rules
    )


def _flag(row: Row) -> int | None:
    status = row.record.value("indicator_status")
    return None if status is None else int(status != "denied")


def _matrix_column(number: int) -> Column[tuple[Row, ...]]:
    return integer(
        f"i{number:02d}",
        f"Indicator {number}: 1 stated (reported, potential or historical), 0 denied, empty not stated.",
        lambda rows: next((_flag(row) for row in rows if row.key.indicator == number), None),
        SHARE,
    )


INDICATOR_MATRIX: Table[tuple[Row, ...]] = Table(
    name="indicator_matrix",
    title="Indicators, one column each",
    about="One row a region and edition with at least one published indicator. The cells hold 1, 0 or nothing, "
    "not counts (these are in indicators.csv). Nothing is not zero: they list what was found, not everything.",
    key=("region_code", "edition"),
    items=_matrix_items,
    refers=(TO_REGIONS, TO_EDITIONS),
    columns=(
        *map(_of_first, REGION),
        integer(
            "indicators",
            "Number of indicators with 1 in this row.",
            lambda rows: sum(_flag(row) or 0 for row in rows),
            COUNT,
        ),
        *(_matrix_column(number) for number in range(1, LAST_INDICATOR + 1)),
    ),
)
