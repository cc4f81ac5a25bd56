"""A value's whole lineage: which words of which documents state it, how they were read, and who else disagrees."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.dataset.ask import Column, column_of, edition_of, known_basis, parts_of, records_for, region_of
from pipeline.dataset.precedence import SENTENCES
from pipeline.dataset.types import Cell, Conflict, Dataset, Key, Listed, Record, RecordTable, Source
from pipeline.model import Finding, FindingType, Span
from pipeline.reference.cuts import cuts_for
from pipeline.reference.official import is_same_score, place_of
from pipeline.reference.types import Region

Role = Literal["published", "outweighed", "held", "refused", "rejected", "listed"]
Texts = Callable[[str], str | None]
"""Gives the text of a document by its SHA-256, None where it is not known."""
CONTEXT = 90
"""Characters of the document that are shown on either side of a quote."""

_CATEGORY = ("category", "category_stated", "category_derived")
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
class LineageSide:
    """One finding behind a value or against it.

    ``source`` is the finding itself; ``around`` what stands before the quote, the quote, and what after it, None
    where the text is not known; ``copies`` are the files that hold the same text and say the same; ``decided`` are
    sentences, one for each decision that a person took on it.
    """

    role: Role
    source: Source
    value: str
    finding_id: str
    document: str
    sha256: str
    issuer: str | None
    date: str | None
    quote: str
    around: tuple[str, str, str] | None
    start: int
    end: int
    page: int | None
    line: int | None
    address: str | None
    rule: str
    rule_version: int
    confidence: float
    decision: Literal["auto", "review"]
    note: str | None = None
    copies: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()

    @property
    def context(self) -> str | None:
        """The quote between » and «, in its surroundings, on one line."""
        if self.around is None:
            return None
        before, quote, after = self.around
        return " ".join(f"{before}»{quote}«{after}".split())


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
        if record is not None and fault.place == (record.table, record.key):
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
        heard.setdefault((source.document.voice, _said(source.finding, fields)), []).append(source)
    for source in sources:
        same = heard[source.document.voice, _said(source.finding, fields)]
        if source.document.sha256 == same[0].document.sha256:
            copies = (other.document.file for other in same if other.document.sha256 != source.document.sha256)
            side = _side(role, source, fields, question.texts)
            yield replace(side, copies=tuple(dict.fromkeys(copies)) if source is same[0] else ())


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


def side_of(entry: Listed, fields: Sequence[str], texts: Texts) -> LineageSide:
    """Return a finding as a side, with what it says of ``fields``."""
    return _side(_role(entry.standing), entry.source, fields, texts, note=entry.reason)


def _role(standing: str) -> Role:
    roles: tuple[Role, ...] = ("published", "outweighed", "held", "refused", "rejected")
    return next((role for role in roles if role == standing), "listed")


def _stated(finding: Finding, field: str) -> str | None:
    """Return what the finding says about a field, as it would be said aloud."""
    if field == "rank" and finding.rank is not None:
        return f"rank {finding.rank}" + (f" ({finding.rank_scope})" if finding.rank_scope else "")
    if field == "count" and finding.count is not None:
        return f"{finding.count} {finding.unit or ''}".strip()
    if field in _CATEGORY:
        stated = finding.category or (f"score {finding.score}" if finding.score is not None else None)
        return f"score {finding.score}" if field == "category_derived" and finding.score is not None else stated
    value = getattr(finding, "status" if field == "indicator_status" else field, None)
    return None if value is None else str(value)


def _said(finding: Finding, fields: Sequence[str]) -> str:
    return ", ".join(said for said in (_stated(finding, field) for field in fields) if said)


def _side(
    role: Role,
    source: Source,
    fields: Sequence[str],
    texts: Texts,
    *,
    note: str | None = None,
) -> LineageSide:
    finding, document = source.finding, source.document
    text = texts(document.sha256)
    return LineageSide(
        role=role,
        source=source,
        value=_said(finding, fields),
        finding_id=finding.id,
        document=document.file,
        sha256=document.sha256,
        issuer=document.issuer,
        date=document.day.isoformat() if document.day else None,
        quote=finding.raw,
        around=None if text is None else _around(text, finding.span),
        start=finding.span.start,
        end=finding.span.end,
        page=finding.place.page,
        line=None if text is None else text.count("\n", 0, finding.span.start) + 1,
        address=finding.place.address,
        rule=finding.rule,
        rule_version=finding.rule_version,
        confidence=finding.confidence,
        decision=finding.decision,
        note=note,
        decided=tuple(_decided(source)),
    )


def _decided(source: Source) -> Iterator[str]:
    """Yield who decided what of a finding, and when; and what became of it since where that is not plain."""
    for ruling in source.verdict.rulings if source.verdict else ():
        line = ruling.decision
        change = f" {line.before or 'nothing'} -> {line.after or 'nothing'}" if line.verb == "edit" else ""
        since = f"; {ruling.outcome}: {ruling.why}" if ruling.why else ""
        remark = f" ({line.reason})" if line.reason else ""
        yield f"{line.verb} {line.field}{change} by {line.actor}, {line.at}{remark}, decision {line.id}{since}"


def _around(text: str, span: Span) -> tuple[str, str, str]:
    """Return up to CONTEXT characters before a quote, the quote, and as many after it; … where there is more."""
    start, end = span.start, span.end
    lead, trail = "…" if start > CONTEXT else "", "…" if end + CONTEXT < len(text) else ""
    return f"{lead}{text[max(0, start - CONTEXT) : start]}", text[start:end], f"{text[end : end + CONTEXT]}{trail}"
