"""A value's whole lineage: which words of which documents state it, how they were read, and who else disagrees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.dataset.precedence import SENTENCES
from pipeline.dataset.types import Cell, Conflict, Dataset, Key, Listed, Record, RecordTable, Source
from pipeline.dataset.why.ask import Column, column_of, edition_of, known_basis, parts_of, records_for, region_of
from pipeline.dataset.why.side import LineageSide, Role, Texts, said_of, side, side_of
from pipeline.model import Finding, FindingType
from pipeline.reference.cuts import cuts_for
from pipeline.reference.official import is_same_score, place_of
from pipeline.reference.types import Region

_TYPES: Mapping[str, tuple[FindingType, ...]] = {
    "scores": ("score", "category"),
    "dimension_scores": ("dimension_score",),
    "indicators": ("indicator",),
}
ABSENT = {
    "not fetched": "no document of the corpus speaks of this region",
    "not published": "documents speak of this region, and none states this of it",
    "in review": "what the documents state waits for a person to decide",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """The answer to ``ikp why``: ``value`` is None where nothing is published, and ``status`` says why.

    ``status`` is value, in review, not published or not fetched; ``reasons`` are sentences: how a conflict was
    settled, how a category was derived, what else there is. ``conflicts`` are those of the value. ``record`` is
    the row that holds it, None where there is none, and ``field`` its column.
    """

    subject: str
    column: str
    value: str | None
    status: str
    reasons: tuple[str, ...]
    sides: tuple[LineageSide, ...]
    conflicts: tuple[Conflict, ...] = ()
    record: Record | None = None
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A row of a table, and what was refused or rejected about it; with that alone there is no ``record``."""

    table: RecordTable
    key: Key
    record: Record | None
    refused: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """A question understood: the record it is about is None where the dataset has none."""

    dataset: Dataset
    texts: Texts
    region: Region
    edition: str
    column: Column
    record: Record | None
    records: tuple[Record, ...]
    refused: tuple[Listed, ...]

    @property
    def cells(self) -> list[Cell]:
        fields = self.column.fields
        return [cell for cell in self.record.cells if cell.field in fields] if self.record else []

    @property
    def conflicts(self) -> list[Conflict]:
        fields = set(self.column.fields)
        if fields & {"category", "category_stated"}:
            fields |= {"category", "category_stated"}
        return [
            conflict
            for conflict in self.dataset.conflicts
            if self.record
            and (conflict.table, conflict.key) == (self.record.table, self.record.key)
            and conflict.field in fields
        ]


def lineage(dataset: Dataset, texts: Texts, row: str, column: str) -> Lineage:
    """Explain one value.

    ``row`` is a region's code or name, optionally with edition and basis
    (``36.01:ikp_2024``, ``36:ikp_2024:agregat_kabkota``), or a finding's id; ``column`` a field of scores.csv, a
    dimension, or the number of an indicator. Without an edition: IKP 2024 if it has a value,
    else the latest. Raises UsageError where a part means nothing, or where a name means several regions.
    """
    if any(entry.source.finding.id == row.strip() for entry in dataset.findings):
        return _of_finding(dataset, row.strip(), column, texts)
    answer = _answer(_understand(dataset, texts, row, column))
    return replace(answer, reasons=(*answer.reasons, *_faults(dataset, answer.record)))


def _faults(dataset: Dataset, record: Record | None) -> Iterator[str]:
    """Yield what the checks say of a row."""
    for fault in dataset.faults:
        if record is not None and fault.row_name == (record.table, record.key):
            does = "holds it back" if fault.severity == "hold" else "warns"
            yield f"The check {fault.check} {does}: {fault.message}."


def lineage_of(dataset: Dataset, texts: Texts, subject: Subject, column: Column) -> Lineage:
    """Explain one value of a row; see ``lineage``."""
    return _answer(
        _Question(
            dataset=dataset,
            texts=texts,
            region=dataset.reference.regions[subject.key.region_code],
            edition=subject.key.edition,
            column=column,
            record=subject.record,
            records=(),
            refused=subject.refused,
        )
    )


def _answer(question: _Question) -> Lineage:
    values = [_shown(cell) for cell in question.cells if cell.value is not None]
    return Lineage(
        subject=_subject(question),
        column=question.column.name,
        value=", ".join(values) or None,
        status="value" if values else _absence(question),
        reasons=tuple(_reasons(question)),
        sides=tuple(_sides(question)),
        conflicts=tuple(question.conflicts),
        record=question.record,
        field=question.column.fields[0],
    )


def _understand(dataset: Dataset, texts: Texts, row: str, column: str) -> _Question:
    name, wanted, basis = parts_of(row)
    region, asked = region_of(name, dataset.reference), column_of(column, dataset.reference)
    records = records_for(dataset, region, asked)
    edition, basis = edition_of(wanted, records, dataset.reference), known_basis(basis)
    there = [record for record in records if record.key.edition == edition]
    fitting = [record for record in there if not basis or record.key.basis == basis]
    return _Question(
        dataset=dataset,
        texts=texts,
        region=region,
        edition=edition,
        column=asked,
        record=max(fitting, key=lambda record: record.key.basis != "agregat_kabkota", default=None),
        records=records,
        refused=tuple(_refused(dataset, region, edition, asked)),
    )


def _subject(question: _Question) -> str:
    basis = question.record.key.basis if question.record else None
    parts = [f"{question.region.name} ({question.region.code})", question.edition, *([basis] if basis else [])]
    return ", ".join(parts)


def _shown(cell: Cell) -> str:
    return f"{cell.value} ({cell.qualifier})" if cell.qualifier else str(cell.value)


def _absence(question: _Question) -> str:
    if any(cell.held for cell in question.cells) or any(one.standing == "refused" for one in question.refused):
        return "in review"
    return absence(question.dataset, question.region.code)


def absence(dataset: Dataset, code: str) -> str:
    """Say why nothing is published of a region of which nothing waits: ``not published`` or ``not fetched``."""
    documents = next((entry.documents for entry in dataset.coverage if entry.region_code == code), 1)
    return "not published" if documents else "not fetched"


def _reasons(question: _Question) -> Iterator[str]:
    if not any(cell.value is not None for cell in question.cells):
        yield f"Nothing is published: {ABSENT[_absence(question)]}."
    yield from _waiting(question)
    for conflict in question.conflicts:
        stated = ", ".join(str(side.value) for side in conflict.sides)
        scope = f" ({conflict.qualifier})" if conflict.qualifier else ""
        taken = "None was taken" if conflict.open else f"{conflict.sides[0].value} was taken"
        yield f"The sources disagree{scope}: {stated}. {taken}, because {SENTENCES[conflict.decided_by]}."
    if question.record and set(question.column.fields) & {"category", "category_derived"}:
        yield from _derivation(question, question.record)
    others = sorted({_place(record) for record in question.records if record is not question.record})
    if others:
        yield f"There is also: {', '.join(others)}."


def _waiting(question: _Question) -> Iterator[str]:
    """Yield why findings about the cells wait: not sure enough, or against a score known from elsewhere."""
    held = [source for cell in question.cells for source in cell.held]
    reference = question.dataset.reference
    threshold = reference.calibration.threshold
    if any(source.verdict is None and source.finding.confidence < threshold for source in held):
        yield f"From {threshold * 100:.1f}% sure on a finding is published without a person; below that it waits."
    if question.record is None or "score" not in question.column.fields:
        return
    key = question.record.key
    place = place_of(key.edition, key.region_code, key.basis, key.dimension)
    known = [
        one
        for one in reference.scores
        if one.score is not None and place_of(one.edition, one.region_code, one.basis, one.dimension) == place
    ]
    stated = dict.fromkeys(source.finding.score for source in held if source.finding.score is not None)
    others = [score for score in stated if not any(is_same_score(score, one.score or score) for one in known)]
    if known and others:
        yield (
            f"Known from elsewhere is {' or '.join(str(one.score) for one in known)} ({known[0].source}), not "
            f"{', '.join(map(str, others))}: see official_scores.csv."
        )


def _place(record: Record) -> str:
    return f"{record.key.region_code}:{record.key.edition}" + (f":{record.key.basis}" if record.key.basis else "")


def _derivation(question: _Question, record: Record) -> Iterator[str]:
    derived = record.value("category_derived")
    reference = question.dataset.reference
    cuts = cuts_for(reference.editions[question.edition], question.region)
    if derived is not None and cuts:
        who = "provinces" if question.region.level == "province" else "regencies and cities"
        yield (
            f"The score {record.value('score')} gives {derived}: in {question.edition} {who} are "
            f"tinggi from {cuts[0]}, "
            f"and rendah {'below' if cuts[2] else 'up to'} {cuts[1]}."
        )


def _sides(question: _Question) -> Iterator[LineageSide]:
    """Yield every finding once: those behind the value, those against it, those in review, those refused."""
    shown: set[int] = set()
    settled = [conflict for conflict in question.conflicts if not conflict.open]
    losing = [source for conflict in settled for side in conflict.sides[1:] for source in side.sources]
    roles: list[tuple[Role, list[Source]]] = [
        ("published", [source for cell in question.cells for source in cell.sources]),
        ("outweighed", losing),
        ("held", [source for cell in question.cells for source in cell.held]),
    ]
    for role, sources in roles:
        fresh = {id(source): source for source in sources if id(source) not in shown}
        shown.update(fresh)
        yield from _told_once(role, list(fresh.values()), question)
    for entry in question.refused:
        yield side_of(entry, question.column.fields, question.texts)


def _told_once(role: Role, sources: Sequence[Source], question: _Question) -> Iterator[LineageSide]:
    """Yield a side for each source, but for a copy of a text that was heard before and says the same."""
    fields = question.column.fields
    heard: dict[tuple[str, str], list[Source]] = {}
    for source in sources:
        heard.setdefault((source.document.voice, said_of(source.finding, fields)), []).append(source)
    for source in sources:
        same = heard[source.document.voice, said_of(source.finding, fields)]
        if source.document.sha256 == same[0].document.sha256:
            copies = (other.document.file for other in same if other.document.sha256 != source.document.sha256)
            told = side(role, source, fields, question.texts)
            yield replace(told, copies=tuple(dict.fromkeys(copies)) if source is same[0] else ())


def _refused(dataset: Dataset, region: Region, edition: str, column: Column) -> Iterator[Listed]:
    for entry in dataset.findings:
        finding = entry.source.finding
        if (
            entry.standing in {"refused", "rejected"}
            and (finding.region_code, finding.edition) == (region.code, edition)
            and finding.type in _TYPES[column.table]
            and (column.table != "dimension_scores" or finding.dimension == column.dimension)
            and finding.indicator == column.indicator
        ):
            yield entry


def _of_finding(dataset: Dataset, name: str, column: str, texts: Texts) -> Lineage:
    """Explain one finding, whether or not it became a value; ``column`` is one of its fields."""
    listed = [entry for entry in dataset.findings if entry.source.finding.id == name]
    finding = listed[0].source.finding
    field = column.strip()
    if field not in Finding.__slots__:
        asked = column_of(column, dataset.reference)
        field = asked.fields[0].removesuffix("_stated").removesuffix("_derived").removeprefix("indicator_")
    region = dataset.reference.regions.get(finding.region_code or finding.scope_code or "")
    value = getattr(finding, field)
    return Lineage(
        subject=f"Finding {name}: {finding.type} of {region.name if region else 'no known region'}, "
        f"{finding.edition or 'no known edition'}",
        column=field,
        value=None if value is None else str(value),
        status=listed[0].standing,
        reasons=tuple(entry.reason for entry in listed if entry.reason),
        sides=tuple(side_of(entry, (field,), texts) for entry in listed),
    )
