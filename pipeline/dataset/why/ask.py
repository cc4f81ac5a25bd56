"""What ROW and COLUMN of a question mean: a region and an edition; a table, a field, a dimension, an indicator."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.dataset.coverage import EDITION
from pipeline.dataset.types import Dataset, Key, Record, RecordTable
from pipeline.errors import UsageError
from pipeline.reference.types import Reference, Region
from pipeline.text import fold

SCORE_FIELDS = ("score", "category", "category_stated", "category_derived", "rank")
FIELDS: Mapping[RecordTable, tuple[str, ...]] = {
    "scores": SCORE_FIELDS,
    "dimension_scores": ("score", "category", "rank"),
    "indicators": ("indicator_status", "count"),
    "tallies": ("n",),
}
_SAME_FIELD = {"category_source": "category", "rank_scope": "rank", "skor": "score", "kategori": "category"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The table and fields that a column name asks for; ``name`` is how it is shown."""

    name: str
    table: RecordTable
    fields: tuple[str, ...]
    dimension: str | None = None
    indicator: int | None = None


def region_of(words: str, reference: Reference) -> Region:
    """Return the region that a code or a name means. Raises UsageError where it means none, or several."""
    if words.strip().upper() in reference.regions:
        return reference.regions[words.strip().upper()]
    name = fold(words)
    full = [region for region in reference.regions.values() if fold(region.name) == name]
    short = [region for region in reference.regions.values() if fold(region.short) == name]
    aliases = [reference.regions[entry.code] for entry in reference.region_aliases if fold(entry.alias) == name]
    found = {region.code: region for region in (full or short + aliases)}
    if len(found) == 1:
        return next(iter(found.values()))
    choices = ", ".join(f"{found[code].name} ({code})" for code in sorted(found))
    raise UsageError(
        f"{words!r} may mean {choices}" if found else f"{words!r} is no region",
        where="row",
        remedy="give the code" if found else _instead(words.strip(), reference),
    )


def _instead(words: str, reference: Reference) -> str:
    """Say how a region is named; of a code without its dot, which region it may be meant for."""
    dotted = reference.regions.get(f"{words[:2]}.{words[2:]}")
    if dotted:
        return (
            f"with a dot, {dotted.code} is {dotted.name}; codes of BPS look like those of Kemendagri, and differ"
        )
    return "give a region's code or name, like 36.01 or 'Kabupaten Pandeglang'"


def column_of(words: str, reference: Reference) -> Column:
    """Return what a column name means. Raises UsageError for none.

    Taken are the fields of scores.csv, a dimension by key, name or wording, and an indicator by number (``12``,
    ``i12``).
    """
    name = " ".join(fold(words).replace("_", " ").split())
    field = _SAME_FIELD.get(name.replace(" ", "_"), name.replace(" ", "_"))
    if field in SCORE_FIELDS:
        return Column(name=field, table="scores", fields=(field,))
    number = re.fullmatch(r"(?:i|indicator|indikator)? ?0*(\d{1,3})", name)
    if number and int(number[1]) in reference.indicators:
        indicator = reference.indicators[int(number[1])]
        return Column(
            name=f"indicator {indicator.number} ({indicator.name})",
            table="indicators",
            fields=FIELDS["indicators"],
            indicator=indicator.number,
        )
    for key in sorted(reference.dimensions):
        dimension = reference.dimensions[key]
        if name in {key, fold(dimension.name), *map(fold, dimension.wordings)}:
            return Column(
                name=f"dimension {key}",
                table="dimension_scores",
                fields=FIELDS["dimension_scores"],
                dimension=key,
            )
    raise UsageError(
        f"{words!r} is no column",
        where="column",
        remedy=f"give one of {', '.join(SCORE_FIELDS)}, a dimension, or an indicator's number from 1 to "
        f"{max(reference.indicators)}",
    )


def columns_of(table: RecordTable, key: Key) -> tuple[Column, ...]:
    """Return a column for each field of a record, in the order of its table."""
    return tuple(
        Column(name=field, table=table, fields=(field,), dimension=key.dimension, indicator=key.indicator)
        for field in FIELDS[table]
    )


def records_for(dataset: Dataset, region: Region, column: Column) -> tuple[Record, ...]:
    """Return the records of the column's table about the region, of every edition and basis."""
    tables: dict[RecordTable, tuple[Record, ...]] = {
        "scores": dataset.scores,
        "dimension_scores": dataset.dimension_scores,
        "indicators": dataset.indicators,
    }
    return tuple(
        record
        for record in tables[column.table]
        if record.key.region_code == region.code
        and record.key.dimension == column.dimension
        and record.key.indicator == column.indicator
    )


def parts_of(row: str) -> tuple[str, str, str]:
    """Part a row into region, edition and basis; what is not said is empty.

    >>> parts_of("36.01 : ikp_2024"), parts_of("Banten")
    (('36.01', 'ikp_2024', ''), ('Banten', '', ''))
    """
    name, _, rest = row.partition(":")
    edition, _, basis = rest.partition(":")
    return name.strip(), edition.strip(), basis.strip()


def known_edition(words: str, reference: Reference) -> str:
    """Return the edition, empty where none was asked for. Raises UsageError where there is no such edition."""
    if words and words not in reference.editions:
        known = ", ".join(sorted(reference.editions))
        raise UsageError(f"{words!r} is no edition", where="row", remedy=f"give one of {known}")
    return words


def known_basis(words: str) -> str:
    """Return the basis, empty where none was asked for. Raises UsageError where there is no such basis."""
    if words not in {"", "provinsi", "agregat_kabkota"}:
        raise UsageError(f"{words!r} is no basis", where="row", remedy="give provinsi or agregat_kabkota")
    return words


def edition_of(words: str, records: Iterable[Record], reference: Reference) -> str:
    """Return the edition asked for; where none was, IKP 2024 if it has a record, else the latest that has."""
    if words:
        return known_edition(words, reference)
    found = {record.key.edition for record in records}
    if EDITION in found or not found:
        return EDITION
    return max(found, key=lambda edition: (reference.editions[edition].year, edition))
