"""The register of findings: everything that was read from the documents, with its words and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from pipeline.dataset.tables.columns import (
    FROM_ONE,
    REQUIRED,
    Column,
    Entry,
    Rules,
    Table,
    flag,
    integer,
    joined,
    number,
    public,
    rounded,
    text,
)
from pipeline.dataset.tables.documents import region_name
from pipeline.dataset.tables.references import TO_DOCUMENTS
from pipeline.dataset.tables.vocabulary import (
    BASES,
    CATEGORY,
    FINDING_TYPES,
    HASH,
    MATCHES,
    RANK_SCOPES,
    STANDINGS,
    STATUS,
    TALLY_LEVELS,
)
from pipeline.dataset.types import Dataset, Listed, Source
from pipeline.model import Candidate, Evidence, Finding


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding with its document, its first evidence and the dataset whose reference names what it is about."""

    dataset: Dataset
    listed: Listed
    source: Source
    finding: Finding
    evidence: Evidence


def _finding_rows(dataset: Dataset) -> Iterator[FindingRow]:
    for listed in dataset.findings:
        finding = listed.source.finding
        yield FindingRow(dataset, listed, listed.source, finding, finding.evidence[0])


def _field(get: Callable[[Finding], Entry]) -> Callable[[FindingRow], Entry]:
    return lambda row: get(row.finding)


def _indicator_name(row: FindingRow) -> str | None:
    indicator = row.dataset.reference.indicators.get(row.finding.indicator or 0)
    return indicator.name if indicator else None


def _candidates(candidates: tuple[Candidate, ...]) -> str | None:
    return joined(f"{candidate.value}:{rounded(candidate.score)}" for candidate in candidates)


def _bbox(finding: Finding) -> str | None:
    box = finding.place.bbox
    return None if box is None else " ".join(f"{edge:.1f}" for edge in box)


def _otherwise(source: Source) -> Iterator[str]:
    """Yield what the rules say of each field of which people say something else."""
    fields = () if source.verdict is None else dict.fromkeys(one.field for one in source.verdict.rulings)
    for name in fields:
        machine = getattr(source.verdict.machine, name) if source.verdict else None
        if machine != getattr(source.finding, name):
            yield f"{name}={'' if machine is None else public(str(machine))}"


def _decided_fields(source: Source) -> Iterator[str]:
    yield from (one.field for one in source.verdict.said if one.holds) if source.verdict else ()


def _decisions(source: Source) -> Iterator[str]:
    yield from (one.decision.id for one in source.verdict.rulings) if source.verdict else ()


_ABOUT: tuple[Column[FindingRow], ...] = (
    text(
        "finding",
        "Id of the finding: a hash of the publication and what is stated about whom, the same over time. Two "
        "statements of one document about the same thing share it.",
        attrgetter("finding.id"),
        REQUIRED,
    ),
    text(
        "type",
        "score, category, dimension_score, indicator, tally or mitigation.",
        attrgetter("finding.type"),
        Rules(required=True, one_of=FINDING_TYPES),
    ),
    text(
        "region_code",
        "Code of the region; empty where the text leaves it open.",
        attrgetter("finding.region_code"),
    ),
    text("region", "Name of the region.", lambda row: region_name(row.dataset, row.finding.region_code)),
    text(
        "edition",
        "Edition; empty where the text gives no hint.",
        attrgetter("finding.edition"),
    ),
    flag(
        "previous",
        "true where the value belongs to an earlier edition and is quoted for comparison.",
        attrgetter("finding.previous"),
    ),
)


_VALUES: tuple[Column[FindingRow], ...] = (
    number("score", "Score as stated.", attrgetter("finding.score")),
    text("category", "tinggi, sedang or rendah as stated.", attrgetter("finding.category"), CATEGORY),
    integer("rank", "Stated rank.", attrgetter("finding.rank")),
    text(
        "rank_scope",
        "Among whom it counts: nasional, provinsi, kelompok.",
        attrgetter("finding.rank_scope"),
        Rules(one_of=RANK_SCOPES),
    ),
    text(
        "basis",
        "provinsi or agregat_kabkota, where the text says which.",
        attrgetter("finding.basis"),
        Rules(one_of=BASES),
    ),
    text("dimension", "Dimension, subdimension or stage of the score.", attrgetter("finding.dimension")),
    integer(
        "indicator",
        "Number in the catalog, 1 to 61; empty for an issue that is not in it.",
        attrgetter("finding.indicator"),
    ),
    text("indicator_name", "Name of the indicator in the catalog.", _indicator_name),
    text(
        "label",
        "The issue or the measure in the document's words, or its fixed name.",
        _field(lambda finding: public(finding.label)),
    ),
    integer("count", "Number of cases or polling stations.", attrgetter("finding.count")),
    text("unit", "What is counted.", attrgetter("finding.unit")),
    text(
        "indicator_status",
        "reported, potential, historical or denied; indicators only.",
        _field(lambda finding: finding.status if finding.type == "indicator" else None),
        STATUS,
    ),
    text("stage", "Stage of the election, where named.", attrgetter("finding.stage")),
    text("scope_code", "Scope of a tally.", attrgetter("finding.scope_code")),
    text("level", "What a tally counts.", attrgetter("finding.level"), Rules(one_of=TALLY_LEVELS)),
    integer("n", "Number of a tally.", attrgetter("finding.n")),
)


_WORDS: tuple[Column[FindingRow], ...] = (
    text(
        "quote",
        "The words that state it, verbatim but on one line: a tab or line break is a blank. Telephone and "
        "personal numbers are masked by dots of the same length.",
        lambda row: public(row.evidence.raw),
        REQUIRED,
    ),
    text("document", "File of the document.", attrgetter("source.document.file"), REQUIRED),
    integer(
        "page",
        "Page, from 1; empty for formats without pages.",
        attrgetter("evidence.place.page"),
        FROM_ONE,
    ),
    text(
        "address",
        "Line, paragraph or table cell, for formats without pages.",
        attrgetter("evidence.place.address"),
    ),
)


_HOW: tuple[Column[FindingRow], ...] = (
    text(
        "decision",
        "What the rules say. auto: sure enough to be published. review: a person is asked first.",
        attrgetter("finding.decision"),
        Rules(required=True, one_of=("auto", "review")),
    ),
    text(
        "review",
        "What a person says of it; empty where nobody was asked. accepted. edited: a field has a person's value. "
        "rejected: it states nothing. proposal: a person's value stands, the rules say another now. asked again: "
        "words and value changed since, and nobody has looked. second person: a category would become another, "
        "and a second person is asked. deferred.",
        lambda row: row.source.verdict.state if row.source.verdict else None,
    ),
    text(
        "machine",
        "What the rules say where a person says otherwise, as score=77.7.",
        lambda row: joined(_otherwise(row.source)) if row.source.verdict else None,
    ),
    text(
        "decided",
        "The fields that have a person's word, accepted, corrected or rejected.",
        lambda row: joined(_decided_fields(row.source)) if row.source.verdict else None,
    ),
    text(
        "decisions",
        "Ids of the decisions that a person took on it.",
        lambda row: joined(_decisions(row.source)) if row.source.verdict else None,
    ),
    text(
        "standing",
        "What became of it. published: stands behind a published value. outweighed: lost a conflict. "
        "undecided: its document contradicts itself. held: waits for review. refused: cannot be true, held "
        "back: a check keeps its row from being published (of both see reason). unplaced: no region or "
        "edition. unmatched: issue without number, which waits too where decision is review. listed: no table "
        "of values takes it. rejected: by a person. superseded, duplicate: its document does not count.",
        attrgetter("listed.standing"),
        Rules(required=True, one_of=STANDINGS),
    ),
    text(
        "reason",
        "Why it was refused or held back by a check. Empty otherwise: what is held was not sure enough (see "
        "confidence and METHOD.md), or contradicts itself or a known score (see official_scores.csv).",
        attrgetter("listed.reason"),
    ),
    number(
        "confidence",
        "How sure the rule is, 0 to 1.",
        _field(lambda finding: rounded(finding.confidence)),
        Rules(required=True, least=0, most=1),
    ),
    text(
        "rule",
        "Id of the rule that read it; docs/RULES.md of the program says what each accepts.",
        attrgetter("finding.rule"),
        REQUIRED,
    ),
    integer("rule_version", "Version of the rule.", attrgetter("finding.rule_version"), FROM_ONE),
    text(
        "match",
        "How the wording was matched: exact, alias, fuzzy or none.",
        _field(lambda finding: finding.match.kind if finding.match else None),
        Rules(one_of=MATCHES),
    ),
    number(
        "match_score",
        "How well it matched, 0 to 100.",
        _field(lambda finding: rounded(finding.match.score) if finding.match else None),
        Rules(least=0, most=100),
    ),
    text(
        "candidates",
        "What else it may mean, each with its score.",
        lambda row: _candidates(row.finding.candidates) if row.finding.candidates else None,
    ),
)


_WHERE: tuple[Column[FindingRow], ...] = (
    integer(
        "start",
        "Position of the first character in the document's text, from 0.",
        attrgetter("evidence.span.start"),
        Rules(required=True, least=0),
    ),
    integer(
        "end",
        "Position after the last character.",
        attrgetter("evidence.span.end"),
        Rules(required=True, least=1),
    ),
    text(
        "bbox",
        "Box on the page: x0, top, x1, bottom in points from the top left.",
        _field(_bbox),
    ),
    integer(
        "places",
        "Number of places in the document that state it; the plainest is quoted.",
        _field(lambda finding: len(finding.evidence)),
        FROM_ONE,
    ),
    flag("in_table", "true where the words stand in a table.", attrgetter("source.in_table")),
    text("sha256", "SHA-256 of the bytes of the document.", attrgetter("source.document.sha256"), HASH),
    text(
        "value_hash",
        "Hash of what the finding states; another one tells that the value changed.",
        attrgetter("finding.value_hash"),
        REQUIRED,
    ),
    text(
        "evidence_hash",
        "Hash of the words in quote with those around them; another one tells that the document changed there.",
        attrgetter("finding.evidence_hash"),
        REQUIRED,
    ),
)


FINDINGS: Table[FindingRow] = Table(
    name="findings",
    title="Findings",
    about="Everything that was read from the documents, one row a finding, with the words that state it.",
    key=(),
    refers=(TO_DOCUMENTS,),
    items=_finding_rows,
    columns=(*_ABOUT, *_VALUES, *_WORDS, *_HOW, *_WHERE),
)
