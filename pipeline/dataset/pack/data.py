"""All that is known of one region, for its evidence pack: every value, and every finding behind or against it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import count

from pipeline.dataset.records import SHAPES
from pipeline.dataset.tables.columns import public
from pipeline.dataset.types import (
    Coverage,
    Dataset,
    DocumentRecord,
    Fault,
    Key,
    Listed,
    RecordTable,
    Source,
    Standing,
)
from pipeline.dataset.why.ask import columns_of, known_basis, known_edition, parts_of, region_of
from pipeline.dataset.why.lineage import Lineage, Subject, absence, lineage_of
from pipeline.dataset.why.side import LineageSide, Role, Texts, side_of
from pipeline.decision import VALUE_FIELDS
from pipeline.model import Evidence
from pipeline.reference.types import Reference, Region

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom."""

_TABLES: tuple[RecordTable, ...] = ("scores", "dimension_scores", "indicators", "tallies")
_REPEATED: Mapping[RecordTable, tuple[str, ...]] = {"scores": ("category", "category_derived")}
"""Columns that say no more of a finding than the others do."""
_CATEGORIES = ("category", "category_stated", "category_derived")
_ROLES: tuple[Role, ...] = ("published", "outweighed", "held", "refused", "rejected", "listed")
_ASIDE = frozenset({"unplaced", "unmatched", "listed", "superseded", "refused", "rejected"})
"""What becomes of findings that no row of a table takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page of a document as a picture, without a mark on it: a PNG with its SHA-256 and size in pixels."""

    png: bytes
    sha256: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Where on a sheet the words of an exhibit stand, in pixels; without a sheet ``missing`` says why.

    ``where`` names the page (``PDF, page 2``); ``marks`` hold the words, or, where not ``exact``, what holds them;
    ``others`` further words of the finding; ``frame`` is their row or block; ``notes`` say what to know of it.
    """

    sheet: str | None = None
    where: str = ""
    marks: tuple[Box, ...] = ()
    others: tuple[Box, ...] = ()
    frame: Box | None = None
    exact: bool = True
    notes: tuple[str, ...] = ()
    missing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What an exhibit says of one column, and what became of it."""

    column: str
    role: Role
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A numbered finding with all that it says of a row; ``standing`` is the finding's own."""

    number: int
    side: LineageSide
    said: tuple[Statement, ...]
    standing: Standing

    @property
    def source(self) -> Source:
        """The finding with its document."""
        return self.side.source

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every place that states it, the plainest first."""
        return self.side.source.finding.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A row of a table: its values by column, as far as there are any, its exhibits, and what checks say of it."""

    subject: Subject
    values: tuple[tuple[str, Lineage], ...]
    exhibits: tuple[Exhibit, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """All that is known of a region; ``edition`` and ``basis`` are what was asked for, empty for all.

    ``others`` are findings about the region that no row takes: measures, issues outside the catalog, of no
    edition, of versions that gave way. ``absent`` says why there is no item (``not published``, ``not fetched``),
    else it is empty; ``elsewhere`` are editions that were not asked for and have values. ``unread`` documents of
    the corpus could not be read.
    """

    reference: Reference
    region: Region
    edition: str
    basis: str
    coverage: Coverage | None
    items: tuple[Item, ...]
    others: tuple[Exhibit, ...]
    documents: tuple[DocumentRecord, ...]
    absent: str
    elsewhere: tuple[str, ...]
    unread: int

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """The exhibits of all items, then the others: in the order of their numbers."""
        return (*(one for item in self.items for one in item.exhibits), *self.others)


def pack_of(dataset: Dataset, texts: Texts, row: str) -> Pack:
    """Gather what is known of a region in a checked dataset.

    It is given as ``36.01``, ``Banten``, ``36:ikp_2024`` or ``36:ikp_2024:provinsi``. Raises UsageError where that
    means no region, or several, or no edition or basis.
    """
    name, edition, basis = parts_of(row)
    region = region_of(name, dataset.reference)
    edition, basis = known_edition(edition, dataset.reference), known_basis(basis)
    within = _Within(region=region.code, edition=edition, basis=basis)
    listed = [entry for entry in dataset.findings if _concerns(entry, region.code)]
    numbers = count(1)
    read = cache(_masked(texts))
    subjects = [subject for subject in _subjects(dataset, listed, region.code) if within.holds(subject.key)]
    standings = {id(entry.source): entry.standing for entry in listed}
    items = tuple(_item(dataset, read, subject, standings, numbers) for subject in subjects)
    others = tuple(_other(entry, read, numbers) for entry in _aside(listed, dataset, within))
    asked = {subject.key.edition for subject in subjects}
    known = {record.key.edition for record in dataset.records if record.key.region_code == region.code}
    return Pack(
        reference=dataset.reference,
        region=region,
        edition=edition,
        basis=basis,
        coverage=next((one for one in dataset.coverage if one.region_code == region.code), None),
        items=items,
        others=others,
        documents=tuple(
            _documents(dataset, region.code, (*(x for item in items for x in item.exhibits), *others))
        ),
        absent="" if items else absence(dataset, region.code),
        elsewhere=tuple(sorted(known - asked)),
        unread=sum(document.status == "quarantined" for document in dataset.documents),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Within:
    """What was asked for: a region, and perhaps an edition and a basis."""

    region: str
    edition: str
    basis: str

    def holds(self, key: Key) -> bool:
        return self.edition in {"", key.edition} and self.basis in {"", key.basis}


def _concerns(entry: Listed, code: str) -> bool:
    finding = entry.source.finding
    return code in {finding.region_code, finding.scope_code}


def _masked(texts: Texts) -> Texts:
    """Return what gives a text with personal numbers masked; lines stay, for they are counted."""

    def read(sha256: str) -> str | None:
        text = texts(sha256)
        masked = public(text)
        if text is None or masked is None:
            return None
        return "".join("\n" if old == "\n" else new for old, new in zip(text, masked, strict=True))

    return read


def _subjects(dataset: Dataset, listed: Sequence[Listed], code: str) -> list[Subject]:
    """Return the rows about a region, with those of which all was refused; the newest edition first."""
    found: dict[tuple[RecordTable, Key], Subject] = {
        (record.table, record.key): Subject(table=record.table, key=record.key, record=record)
        for record in dataset.records
        if record.key.region_code == code
    }
    for entry in listed:
        place = _refused_row(entry, code, dataset.reference)
        if place is not None:
            subject = found.get(place, Subject(table=place[0], key=place[1], record=None))
            found[place] = replace(subject, refused=(*subject.refused, entry))

    def order(subject: Subject) -> tuple[int | str | bool | tuple[str | int, ...], ...]:
        key = subject.key
        known = dataset.reference.editions.get(key.edition)
        mean = key.basis == "agregat_kabkota"  # after the province's own
        return (-(known.year if known else 0), key.edition, _TABLES.index(subject.table), mean, key.order)

    return sorted(found.values(), key=order)


def _refused_row(entry: Listed, code: str, reference: Reference) -> tuple[RecordTable, Key] | None:
    """Return the table and key of the row about a region that a refused or rejected finding speaks of, if any."""
    finding = entry.source.finding
    shape = next((shape for shape in SHAPES if finding.type in shape.types), None)
    if entry.standing not in {"refused", "rejected"} or shape is None:
        return None
    key = shape.key(finding, reference)
    return (shape.table, key) if key is not None and key.region_code == code else None


def _item(
    dataset: Dataset, texts: Texts, subject: Subject, standings: Mapping[int, Standing], numbers: Iterator[int]
) -> Item:
    columns = columns_of(subject.table, subject.key)
    answers = {column.name: lineage_of(dataset, texts, subject, column) for column in columns}
    return Item(
        subject=subject,
        values=tuple(
            (name, answer)
            for name, answer in answers.items()
            if answer.value or any(_says(name, side) for side in answer.sides)
        ),
        exhibits=tuple(_exhibits(answers, _REPEATED.get(subject.table, ()), standings, numbers)),
        faults=tuple(fault for fault in dataset.faults if fault.row_name == (subject.table, subject.key)),
    )


def _says(column: str, side: LineageSide) -> bool:
    """Tell whether a side states the column itself: of a category it may name the score that gives it."""
    return bool(side.value) and not (column in _CATEGORIES and side.value.startswith("score "))


def _exhibits(
    answers: Mapping[str, Lineage],
    repeated: Collection[str],
    standings: Mapping[int, Standing],
    numbers: Iterator[int],
) -> Iterator[Exhibit]:
    """Yield each finding once, with what it says of all columns but the ``repeated``; published ones first."""
    sides: dict[int, list[tuple[str, LineageSide]]] = {}
    for name, answer in answers.items():
        for side in answer.sides:
            sides.setdefault(id(side.source), []).append((name, side))
    for found in sorted(sides.values(), key=_importance):
        said = [
            Statement(column=name, role=side.role, value=side.value)
            for name, side in found
            if name not in repeated and _says(name, side)
        ]
        copies = tuple(dict.fromkeys(copy for _, side in found for copy in side.copies))
        side = min((side for _, side in found), key=lambda side: _ROLES.index(side.role))
        yield Exhibit(
            number=next(numbers),
            side=replace(side, copies=copies),
            said=tuple(said),
            standing=standings[id(side.source)],
        )


def _importance(found: Sequence[tuple[str, LineageSide]]) -> int:
    return min(_ROLES.index(side.role) for _, side in found)


def _aside(listed: Iterable[Listed], dataset: Dataset, within: _Within) -> Iterator[Listed]:
    """Yield the findings about the region that no row takes."""
    for entry in listed:
        finding = entry.source.finding
        if (
            entry.standing in _ASIDE
            and within.edition in {"", finding.edition}
            and within.basis in {"", finding.basis}
            and _refused_row(entry, within.region, dataset.reference) is None
        ):
            yield entry


def _other(entry: Listed, texts: Texts, numbers: Iterator[int]) -> Exhibit:
    fields = dict.fromkeys((*VALUE_FIELDS[entry.source.finding.type], "label"))
    sides = {field: side_of(entry, (field,), texts) for field in fields}
    said = tuple(
        Statement(column=name, role=side.role, value=side.value) for name, side in sides.items() if side.value
    )
    return Exhibit(number=next(numbers), side=sides["label"], said=said, standing=entry.standing)


def _documents(dataset: Dataset, code: str, exhibits: Iterable[Exhibit]) -> Iterator[DocumentRecord]:
    """Yield the documents of the exhibits, the copies that say the same, and others that speak of the region."""
    named = {(one.side.document, one.side.sha256) for one in exhibits}
    copies = {name for one in exhibits for name in one.side.copies}
    for document in dataset.documents:
        mine = document.status == "read" and (document.region_code == code or document.file in copies)
        if mine or (document.file, document.sha256) in named:
            yield document
