"""A record as a row of a table: the columns that the tables of values share, and the words behind a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pipeline.dataset.reconcile import Reconciled
from pipeline.dataset.regions import province_then
from pipeline.dataset.tables.columns import (
    COUNT,
    FROM_ONE,
    REQUIRED,
    Column,
    Entry,
    Rules,
    integer,
    joined,
    number,
    public,
    text,
)
from pipeline.dataset.tables.vocabulary import (
    BASES,
    MAYBE_REGION,
    RANK_SCOPES,
    REGION_CODE,
    REGION_LEVELS,
    ROW_STATUSES,
)
from pipeline.dataset.types import Cell, Dataset, Key, Record, RecordTable, Source
from pipeline.reference.types import Region

NO_COUNTS: Final[Mapping[Key, Reconciled]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A record with the dataset it belongs to, whose reference names its region.

    ``sources`` are all those behind a published value of the record, cell by cell, each once; ``lead`` is the best
    source of the first published cell: its words are the row's evidence. ``count`` is our own count beside a
    tally's; ``warnings`` are the checks that the row fails.
    """

    dataset: Dataset
    record: Record
    sources: tuple[Source, ...]
    lead: Source | None
    count: Reconciled | None = None
    warnings: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """What the record is about."""
        return self.record.key

    @property
    def region(self) -> Region:
        """The region, or the scope of a tally."""
        return self.dataset.reference.regions[self.record.key.region_code]


def row_of(
    dataset: Dataset, record: Record, count: Reconciled | None = None, warnings: tuple[str, ...] = ()
) -> Row:
    """Make a row of a record."""
    found = {id(source): source for cell in record.cells for source in cell.sources}
    sources = tuple(found.values())
    lead = sources[0] if sources else None
    return Row(dataset=dataset, record=record, sources=sources, lead=lead, count=count, warnings=warnings)


def rows_of(records: Callable[[Dataset], Iterable[Record]]) -> Callable[[Dataset], Iterator[Row]]:
    """Return the function that yields the rows of a table, given where its records are."""
    return lambda dataset: with_warnings(dataset, records(dataset))


def with_warnings(
    dataset: Dataset, records: Iterable[Record], counts: Mapping[Key, Reconciled] = NO_COUNTS
) -> Iterator[Row]:
    """Yield records as rows, each with the checks that it fails and, for a tally, with our own count."""
    failed: dict[tuple[RecordTable, Key], dict[str, None]] = {}
    for fault in dataset.faults:
        if fault.row_name is not None:
            failed.setdefault(fault.row_name, {})[fault.check] = None
    for record in records:
        warnings = tuple(failed.get((record.table, record.key), ()))
        yield row_of(dataset, record, counts.get(record.key), warnings)


def value(field: str) -> Callable[[Row], Entry]:
    """Return the function that reads the published value of a field."""
    return lambda row: row.record.value(field)


def qualifier(field: str) -> Callable[[Row], Entry]:
    """Return the function that reads what narrows the published value of a field."""

    def get(row: Row) -> Entry:
        cell = row.record.cell(field)
        return cell.qualifier if cell and cell.status == "value" else None

    return get


def others(field: str) -> Callable[[Row], Entry]:
    """Return the function that reads a field's further values: ranks in other scopes, counts in other units.

    A value without a scope or unit that also stands with one is not repeated.
    """

    def get(row: Row) -> Entry:
        cells = [cell for cell in row.record.cells if cell.field == field and cell.status == "value"]
        told = {cell.value for cell in cells if cell.qualifier}
        return joined(_qualified(cell) for cell in cells[1:] if cell.qualifier or cell.value not in told)

    return get


def _qualified(cell: Cell) -> str:
    return f"{cell.value} {cell.qualifier}" if cell.qualifier else str(cell.value)


def _lead(get: Callable[[Source], Entry]) -> Callable[[Row], Entry]:
    return lambda row: None if row.lead is None else get(row.lead)


def _name_of(row: Row, code: str | None) -> str | None:
    return row.dataset.reference.regions[code].name if code else None


def _then(row: Row) -> str | None:
    return province_then(row.region, row.dataset.reference.editions[row.key.edition])


REGION: tuple[Column[Row], ...] = (
    text(
        "region_code",
        "Code of the region (Kemendagri, not BPS): ID for Indonesia, 36 for a province, 36.01 for a regency or "
        "city.",
        lambda row: row.key.region_code,
        REGION_CODE,
    ),
    text("region", "Full name of the region.", lambda row: row.region.name, REQUIRED),
    text(
        "region_level",
        "country, province, regency (kabupaten) or city (kota).",
        lambda row: row.region.level,
        Rules(required=True, one_of=REGION_LEVELS),
    ),
    text(
        "province_code",
        "Code of the province the region belongs to today; a province's own code; empty for Indonesia.",
        lambda row: row.region.province,
        MAYBE_REGION,
    ),
    text("province", "Name of the province in province_code.", lambda row: _name_of(row, row.region.province)),
    text(
        "province_code_then",
        "Code of the province it belonged to when the edition was made: one of 34 for editions before 2023.",
        _then,
        MAYBE_REGION,
    ),
    text("province_then", "Name of the province in province_code_then.", lambda row: _name_of(row, _then(row))),
    text(
        "edition",
        "Which mapping by Bawaslu the values belong to; the ids are listed under Editions. Values of two "
        "editions are different measures.",
        lambda row: row.key.edition,
        REQUIRED,
    ),
)

BASIS: Column[Row] = text(
    "basis",
    "Provinces: provinsi is the province's own score (also where a text does not say), agregat_kabkota the mean "
    "of its regencies and cities; they are different measures and stand in rows of their own. Indonesia: of what "
    "the score is the national mean, empty where the text does not say.",
    lambda row: row.key.basis,
    Rules(one_of=BASES),
)

SCORE: Column[Row] = number(
    "score",
    "The score with the decimals as stated, on the edition's own scale. Scores of two editions must not be "
    "compared.",
    value("score"),
    COUNT,
)

RANK: tuple[Column[Row], ...] = (
    integer("rank", "Stated rank, 1 for the most vulnerable.", value("rank"), FROM_ONE),
    text(
        "rank_scope",
        "Among whom the rank counts: nasional, provinsi (within the province), kelompok (a smaller group that the "
        "text names, for instance those that are tinggi); empty where the text does not say.",
        qualifier("rank"),
        Rules(one_of=RANK_SCOPES),
    ),
    text(
        "other_ranks",
        "Further stated ranks, each with its scope. Ranks of different scopes, or without one, do not contradict "
        "each other.",
        others("rank"),
    ),
)

SOURCES: tuple[Column[Row], ...] = (
    text(
        "status",
        "value: at least one value of the row is published. in review: findings exist and wait for a person, or a "
        "check holds the row back (then warnings names it).",
        lambda row: row.record.status,
        Rules(required=True, one_of=ROW_STATUSES),
    ),
    integer(
        "held",
        "Number of findings about this row that wait for review and do not count yet.",
        lambda row: len({id(source) for cell in row.record.cells for source in cell.held}),
        COUNT,
    ),
    text(
        "warnings",
        "Checks that the row fails, by name (see checks.csv); empty for a row that passes all.",
        lambda row: joined(row.warnings),
    ),
    text(
        "conflict",
        "Ids of the disagreements about this row (see conflicts.csv); empty where all agree.",
        lambda row: joined(cell.conflict for cell in row.record.cells if cell.conflict),
    ),
    integer(
        "sources",
        "Number of documents that state a published value of the row.",
        lambda row: len({source.document.sha256 for source in row.sources}),
        COUNT,
    ),
    integer(
        "witnesses",
        "Number of those with a text of their own: copies of one text count once. They may all repeat one "
        "announcement: they are no independent measurements.",
        lambda row: len({source.document.voice for source in row.sources}),
        COUNT,
    ),
    text(
        "evidence",
        "The words that state the first value of the row, on one line. Of a list below a heading the item is "
        "quoted; its category stands in the heading.",
        _lead(lambda source: public(source.finding.raw)),
    ),
    text(
        "evidence_document",
        "File that holds the words in evidence.",
        _lead(lambda source: source.document.file),
    ),
    integer(
        "evidence_page",
        "Page of the words in evidence, from 1; empty for formats without pages.",
        _lead(lambda source: source.finding.place.page),
        FROM_ONE,
    ),
    text(
        "documents",
        "Files of all documents that state a value of the row (see documents.csv).",
        lambda row: joined(source.document.file for source in row.sources),
    ),
    text(
        "findings",
        "Ids of the findings behind the row (see findings.csv).",
        lambda row: joined(source.finding.id for source in row.sources),
    ),
    integer(
        "evidence_start",
        "Position of the first character of evidence, from 0, in the text that was read from the document. "
        "That text is not part of the dataset (see METHOD.md).",
        _lead(lambda source: source.finding.span.start),
        COUNT,
    ),
    integer(
        "evidence_end",
        "Position after the last character of evidence.",
        _lead(lambda source: source.finding.span.end),
        FROM_ONE,
    ),
)
