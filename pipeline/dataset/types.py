"""The values of the national dataset: cells with their sources, records, conflicts, documents, coverage."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from pipeline.decision import Verdict
from pipeline.model import Basis, Candidate, Category, DocumentKind, Finding, TallyLevel
from pipeline.reference.types import Reference

Value = Decimal | int | str
"""What a cell may hold. Numbers that were read from a document keep the decimals as stated."""

CellStatus = Literal["value", "in review"]
CoverageStatus = Literal["value", "in review", "not published", "not fetched"]
RecordTable = Literal["scores", "dimension_scores", "indicators", "tallies"]
DocumentStatus = Literal["read", "superseded", "duplicate", "quarantined"]
Online = Literal["live", "gone"]
Standing = Literal[
    "published",
    "outweighed",
    "undecided",
    "held",
    "held back",
    "refused",
    "rejected",
    "unplaced",
    "unmatched",
    "listed",
    "superseded",
    "duplicate",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """A file of the corpus as the dataset lists it.

    ``status`` is ``read``; ``superseded`` (a newer version of the same publication was read); ``duplicate``
    (the same bytes lie under another name or URL); or ``quarantined``, then ``code`` and ``message`` say why.
    ``source`` is the name of what brought it, None for a file that was put there by hand. ``retrieved`` is the day
    on which it was fetched; ``online`` tells whether its page was still there when last looked for, None without a
    URL. ``witness`` is the file that stands for all copies of its text, None where there are no others.
    """

    file: str
    sha256: str
    family: str
    status: DocumentStatus
    media_type: str
    url: str | None = None
    source: str | None = None
    retrieved: date | None = None
    online: Online | None = None
    kind: DocumentKind | None = None
    issuer: str | None = None
    region_code: str | None = None
    published: date | None = None
    event_date: date | None = None
    reader: str | None = None
    reader_version: int | None = None
    grade: float | None = None
    findings: int = 0
    code: str | None = None
    message: str | None = None
    witness: str | None = None

    def seen_by(self, witness: str | None) -> DocumentRecord:
        """Return the record with the file that stands for its copies."""
        return self if witness is None else replace(self, witness=witness)

    @property
    def voice(self) -> str:
        """What counts as one where independent documents are counted: copies of one text have the same."""
        return self.witness or self.sha256

    @property
    def day(self) -> date | None:
        """The day that decides which of two documents is newer: of publication, else of the event."""
        return self.published or self.event_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A finding with the document it stands in; ``in_table`` tells whether a table row holds its words.

    ``in_percent`` tells whether its score is written as a percentage. ``verdict`` is what people decided of it,
    None where nobody decided anything; ``finding`` has their values.
    """

    finding: Finding
    document: DocumentRecord
    in_table: bool = False
    in_percent: bool = False
    verdict: Verdict | None = None

    def waits(self, field: str) -> bool:
        """Tell whether a field of the finding waits for a person."""
        return self.verdict.waits(field) if self.verdict else self.finding.decision == "review"

    @property
    def held(self) -> bool:
        """Tell whether all that the finding states waits for a person."""
        return self.verdict.all_waits if self.verdict else self.finding.decision == "review"

    @property
    def confirmed(self) -> bool:
        """Tell whether a person has confirmed or corrected what it states."""
        return self.verdict is not None and any(one.holds for one in self.verdict.rulings)

    def confirmed_in(self, fields: Iterable[str]) -> bool:
        """Tell whether a person has confirmed or corrected one of some fields of the finding."""
        rulings = self.verdict.rulings if self.verdict is not None else ()
        return any(one.holds and one.field in fields for one in rulings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A finding and what became of it; ``reason`` says why where it was refused, or held back by a check."""

    source: Source
    standing: Standing
    reason: str | None = None

    @property
    def waits(self) -> bool:
        """Tell whether all that it states waits for a person, also because a check holds it back."""
        return self.source.held or self.standing == "held back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One opinion: a value and the sources that state it, best first."""

    value: Value
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One value of the dataset with everything that states it.

    ``qualifier`` narrows what the value means (the scope of a rank, the unit of a count). ``sources`` agree with
    the value, best first; ``held`` wait for review; ``conflict`` is the id of the conflict that was settled here.
    A cell ``in review`` has no value and no sources; with a conflict, one document contradicts itself.
    """

    field: str
    value: Value | None
    status: CellStatus
    sources: tuple[Source, ...] = ()
    held: tuple[Source, ...] = ()
    qualifier: str | None = None
    conflict: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What a record is about. ``region_code`` is the scope of a tally; parts that do not apply are None."""

    region_code: str
    edition: str
    basis: Basis | None = None
    dimension: str | None = None
    indicator: int | None = None
    level: TallyLevel | None = None
    category: Category | None = None

    @property
    def order(self) -> tuple[str | int, ...]:
        """A total order: region, edition, then the parts; absent parts first."""
        return (
            self.region_code,
            self.edition,
            self.basis or "",
            self.dimension or "",
            self.indicator or 0,
            self.level or "",
            self.category or "",
        )

    @property
    def name(self) -> str:
        """The parts that apply, joined by colons: ``36:ikp_2024:provinsi``."""
        return ":".join(str(part) for part in self.order if part not in {"", 0})


RowName = tuple[RecordTable, Key]
"""Names a row of a table of values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of a table: its key and its cells, in the order of the table's fields, preferred qualifier first."""

    table: RecordTable
    key: Key
    cells: tuple[Cell, ...]

    def cell(self, field: str) -> Cell | None:
        """Return the first cell of ``field`` that has a value, else the first, or None."""
        mine = [cell for cell in self.cells if cell.field == field]
        return next((cell for cell in mine if cell.status == "value"), mine[0] if mine else None)

    def value(self, field: str) -> Value | None:
        """Return the value of ``cell(field)``, or None."""
        cell = self.cell(field)
        return cell.value if cell else None

    @property
    def status(self) -> CellStatus:
        """``value`` as soon as one cell has a value."""
        return "value" if any(cell.status == "value" for cell in self.cells) else "in review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Sources that disagree about one cell.

    The first side was chosen by the rule ``decided_by``, unless ``open``: then none was, for that reason, and the
    cell waits.
    """

    id: str
    table: RecordTable
    key: Key
    field: str
    sides: tuple[Side, ...]
    decided_by: str
    open: bool = False
    qualifier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmatched:
    """An issue that documents name and the catalog does not hold, or that was not matched to it."""

    label: str
    sources: tuple[Source, ...]
    candidates: tuple[Candidate, ...]


Severity = Literal["stop", "hold", "warn"]
"""What a failed check does: stops publication, holds the row back, or is published beside the row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What a check found. ``table`` and ``key`` name the row it is about, None where it is about the whole.

    ``field`` is the value of the row that it doubts, None where it doubts all. ``source`` is the finding whose
    words it points at, if any.
    """

    check: str
    severity: Severity
    message: str
    table: RecordTable | None = None
    key: Key | None = None
    field: str | None = None
    source: Source | None = None

    @property
    def row_name(self) -> RowName | None:
        """The row it is about."""
        return None if self.table is None or self.key is None else (self.table, self.key)

    @property
    def line(self) -> str:
        """The fault in one line, without line breaks."""
        where = f"{self.table} {self.key.name}: " if self.table and self.key else ""
        return f"dataset: {' '.join(f'{where}{self.message}'.split())} [{self.check}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the dataset knows about one region in the edition that coverage is measured for.

    ``held_back`` are the checks that keep its score or category of the edition from being published.
    """

    region_code: str
    status: CoverageStatus
    in_edition: bool
    documents: int
    findings: int
    held: int
    score: Decimal | None
    category: Category | None
    dimensions: int
    indicators: int
    editions: tuple[str, ...]
    held_back: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """The whole: made by ``consolidate``, written by ``export_tables``. Every sequence is sorted."""

    reference: Reference
    documents: tuple[DocumentRecord, ...] = ()
    findings: tuple[Listed, ...] = ()
    scores: tuple[Record, ...] = ()
    dimension_scores: tuple[Record, ...] = ()
    indicators: tuple[Record, ...] = ()
    tallies: tuple[Record, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """The records of all four tables."""
        return self.scores + self.dimension_scores + self.indicators + self.tallies
