"""The registers that other tables refer to: regions in both frames, editions with their cuts, and the catalog."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.dataset.tables.columns import COUNT, REQUIRED, Refers, Rules, Table, day, flag, integer, number, text
from pipeline.dataset.tables.vocabulary import INDICATOR, MAYBE_REGION, REGION_CODE, REGION_LEVELS
from pipeline.dataset.types import Dataset
from pipeline.reference.types import Edition, Indicator, Region


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionRow:
    """A region with those that its provinces are among."""

    dataset: Dataset
    region: Region

    def name_of(self, code: str | None) -> str | None:
        """Return the full name of a region, None for no code."""
        return self.dataset.reference.regions[code].name if code else None


def _regions(dataset: Dataset) -> Iterator[RegionRow]:
    for _, region in sorted(dataset.reference.regions.items()):
        yield RegionRow(dataset=dataset, region=region)


REGIONS: Table[RegionRow] = Table(
    name="regions",
    title="Regions",
    about="Indonesia, its 38 provinces and 514 kabupaten and kota, each with its province today and in the frame "
    "of 34 provinces that editions before 2023 were made for.",
    key=("region_code",),
    items=_regions,
    columns=(
        text("region_code", "Code of the region (Kemendagri, not BPS).", lambda row: row.region.code, REGION_CODE),
        text("region", "Full name of the region.", lambda row: row.region.name, REQUIRED),
        text(
            "region_level",
            "country, province, regency (kabupaten) or city (kota).",
            lambda row: row.region.level,
            Rules(required=True, one_of=REGION_LEVELS),
        ),
        text("short", "The name without its prefix; twins share it.", lambda row: row.region.short, REQUIRED),
        text(
            "province_code",
            "Code of the province that the region belongs to today.",
            lambda row: row.region.province,
            MAYBE_REGION,
        ),
        text("province", "Name of the province in province_code.", lambda row: row.name_of(row.region.province)),
        text(
            "province_code_2022",
            "Code of the region's province among the 34 of 2022; a province that was formed since has that it "
            "was part of.",
            lambda row: row.region.province_2022,
            MAYBE_REGION,
        ),
        text(
            "province_2022",
            "Name of the province in province_code_2022.",
            lambda row: row.name_of(row.region.province_2022),
        ),
    ),
)


def _editions(dataset: Dataset) -> Iterator[Edition]:
    return (edition for _, edition in sorted(dataset.reference.editions.items()))


EDITIONS: Table[Edition] = Table(
    name="editions",
    title="Editions",
    about="The mappings by Bawaslu, each with its scale and the cuts between categories, which differ between "
    "provinces and kabupaten/kota. Scores of different editions are different measures.",
    key=("edition",),
    items=_editions,
    columns=(
        text("edition", "Id of the edition.", lambda edition: edition.id, REQUIRED),
        text("name", "Name of the edition.", lambda edition: edition.name, REQUIRED),
        integer("year", "Year of the election.", lambda edition: edition.year, Rules(least=2000, most=2100)),
        day("published", "Day on which the edition was launched.", lambda edition: edition.published),
        day("polled", "Day of the vote.", lambda edition: edition.polled),
        number(
            "scale_max", "Highest score of the scale, which begins at 0.", lambda edition: edition.scale_max, COUNT
        ),
        number(
            "high_province", "Lowest score of tinggi, provinces.", lambda edition: edition.high_province, COUNT
        ),
        number("low_province", "Bound of rendah, provinces.", lambda edition: edition.low_province, COUNT),
        flag(
            "low_exclusive_province",
            "true where a province with exactly that score is already sedang.",
            lambda edition: edition.low_exclusive_province,
        ),
        number(
            "high_regency", "Lowest score of tinggi, kabupaten/kota.", lambda edition: edition.high_regency, COUNT
        ),
        number(
            "low_regency", "Highest score of rendah, kabupaten/kota.", lambda edition: edition.low_regency, COUNT
        ),
        integer(
            "provinces",
            "Number of provinces that the edition measures, where known.",
            lambda edition: edition.provinces,
            COUNT,
        ),
        integer(
            "regencies",
            "Number of kabupaten/kota that the edition measures, where known.",
            lambda edition: edition.regencies,
            COUNT,
        ),
        integer(
            "indicators",
            "Number of indicators of the edition, where known.",
            lambda edition: edition.indicators,
            COUNT,
        ),
    ),
)


def _catalog(dataset: Dataset) -> Iterator[Indicator]:
    return (indicator for _, indicator in sorted(dataset.reference.indicators.items()))


CATALOG: Table[Indicator] = Table(
    name="catalog",
    title="Catalog of indicators",
    about="The 61 indicators of IKP 2024 with dimension and subdimension.",
    key=("indicator",),
    items=_catalog,
    columns=(
        integer("indicator", "Number in the catalog, 1 to 61.", lambda one: one.number, INDICATOR),
        text("indicator_name", "Name of the indicator.", lambda one: one.name, REQUIRED),
        text("dimension", "Dimension of the indicator.", lambda one: one.dimension, REQUIRED),
        text("subdimension", "Subdimension of the indicator.", lambda one: one.subdimension, REQUIRED),
        text("official_name", "The wording of Bawaslu's book, where known.", lambda one: one.official_name),
    ),
)

TO_REGIONS: Final = Refers(column="region_code", table="regions", to="region_code")
TO_EDITIONS: Final = Refers(column="edition", table="editions", to="edition")
TO_CATALOG: Final = Refers(column="indicator", table="catalog", to="indicator")
TO_FINDINGS: Final = Refers(column="finding", table="findings", to="finding")
TO_DOCUMENTS: Final = Refers(column="document", table="documents", to="file")
TO_EVIDENCE: Final = Refers(column="evidence_document", table="documents", to="file")
OF_VALUES: Final = (TO_REGIONS, TO_EDITIONS, TO_EVIDENCE)
"""What the tables of values refer to."""
