"""The registers: every finding, every conflict, every issue without a catalog number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from pipeline.dataset.columns import (
    FROM_ONE,
    REQUIRED,
    Column,
    Entry,
    Rules,
    Table,
    day,
    flag,
    integer,
    joined,
    number,
    public,
    rounded,
    text,
)
from pipeline.dataset.document_table import region_name
from pipeline.dataset.precedence import SENTENCES
from pipeline.dataset.reference_tables import TO_CATALOG, TO_DOCUMENTS, TO_EDITIONS, TO_FINDINGS, TO_REGIONS
from pipeline.dataset.types import Conflict, Dataset, Listed, Side, Source, Unmatched
from pipeline.dataset.vocabulary import (
    BASES,
    CATEGORY,
    FINDING_TYPES,
    HASH,
    MATCHES,
    RANK_SCOPES,
    REGION_CODE,
    STANDINGS,
    STATUS,
    TALLY_LEVELS,
)
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
    text("rule", "Id of the rule that read it.", attrgetter("finding.rule"), REQUIRED),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class SideRow:
    """One source of one side of a conflict; sides count from 1, the first was chosen unless it is open."""

    dataset: Dataset
    conflict: Conflict
    number: int
    side: Side
    source: Source


def _side_rows(dataset: Dataset) -> Iterator[SideRow]:
    for conflict in dataset.conflicts:
        for place, side in enumerate(conflict.sides, start=1):
            for source in side.sources:
                yield SideRow(dataset=dataset, conflict=conflict, number=place, side=side, source=source)


CONFLICTS: Table[SideRow] = Table(
    name="conflicts",
    title="Conflicts",
    about="Where documents disagree: every side with its words, one row a source. The side numbered 1 was "
    "chosen, unless one document contradicts itself or a check holds the row back: then none was. No row means "
    "that no documents disagree.",
    key=(),
    items=_side_rows,
    refers=(TO_REGIONS, TO_EDITIONS, TO_CATALOG, TO_FINDINGS, TO_DOCUMENTS),
    columns=(
        text("conflict", "Id of the conflict.", attrgetter("conflict.id"), REQUIRED),
        text(
            "status",
            "settled: the chosen side is published. open: no side is, a person has to decide.",
            lambda row: "open" if row.conflict.open else "settled",
            Rules(required=True, one_of=("settled", "open")),
        ),
        text("table", "Table whose value is disputed.", attrgetter("conflict.table"), REQUIRED),
        text("region_code", "Code of the region.", attrgetter("conflict.key.region_code"), REGION_CODE),
        text("region", "Name of the region.", lambda row: region_name(row.dataset, row.conflict.key.region_code)),
        text("edition", "Edition.", attrgetter("conflict.key.edition"), REQUIRED),
        text("basis", "Basis, for provinces.", attrgetter("conflict.key.basis"), Rules(one_of=BASES)),
        text("dimension", "Dimension, where it concerns one.", attrgetter("conflict.key.dimension")),
        integer("indicator", "Indicator, where it concerns one.", attrgetter("conflict.key.indicator"), FROM_ONE),
        text(
            "level",
            "What is counted, for a tally.",
            attrgetter("conflict.key.level"),
            Rules(one_of=TALLY_LEVELS),
        ),
        text("category", "Category that is counted, for a tally.", attrgetter("conflict.key.category"), CATEGORY),
        text("field", "Column whose value is disputed.", attrgetter("conflict.field"), REQUIRED),
        text("qualifier", "Scope of a rank or unit of a count.", attrgetter("conflict.qualifier")),
        integer("side", "Number of the side, from 1.", attrgetter("number"), FROM_ONE),
        flag(
            "chosen",
            "true for the side whose value is published.",
            lambda row: row.number == 1 and not row.conflict.open,
        ),
        text("value", "What the side states.", lambda row: str(row.side.value), REQUIRED),
        text(
            "quote", "The words, verbatim but on one line.", lambda row: public(row.source.finding.raw), REQUIRED
        ),
        text("document", "File of the document.", attrgetter("source.document.file"), REQUIRED),
        text("issuer", "Who published it.", attrgetter("source.document.issuer")),
        day("date", "Day of publication, else of the event.", attrgetter("source.document.day")),
        integer("page", "Page, from 1.", attrgetter("source.finding.place.page")),
        text(
            "decided_by",
            "Rule that put the first side before the second, or why none was chosen.",
            attrgetter("conflict.decided_by"),
            REQUIRED,
        ),
        text("reason", "The rule in words.", lambda row: SENTENCES[row.conflict.decided_by], REQUIRED),
        text("finding", "Id of the finding.", attrgetter("source.finding.id"), REQUIRED),
        integer(
            "start",
            "Position of the first character of quote in the text of the document.",
            attrgetter("source.finding.span.start"),
        ),
        integer("end", "Position after the last character of quote.", attrgetter("source.finding.span.end")),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow:
    """An issue without catalog number, with the catalog its candidates are taken from."""

    dataset: Dataset
    issue: Unmatched


def _named_candidates(row: IssueRow) -> str | None:
    catalog = row.dataset.reference.indicators
    names = {str(number): indicator.name for number, indicator in catalog.items()}
    return joined(
        f"{candidate.value} {names.get(candidate.value, '')} ({rounded(candidate.score)})"
        for candidate in row.issue.candidates
    )


def _region_codes(row: IssueRow) -> list[str]:
    return sorted({source.finding.region_code for source in row.issue.sources if source.finding.region_code})


def _region_names(row: IssueRow) -> str | None:
    return joined(region_name(row.dataset, code) or code for code in _region_codes(row))


UNMATCHED: Table[IssueRow] = Table(
    name="unmatched",
    title="Issues without a number",
    about="Vulnerabilities that documents name and that the catalog of 61 does not hold, or that were not matched "
    "to it; the most frequent first.",
    key=("label",),
    items=lambda dataset: (IssueRow(dataset=dataset, issue=issue) for issue in dataset.unmatched),
    columns=(
        text(
            "label",
            "The issue, in its most frequent spelling or by its fixed name.",
            lambda row: public(row.issue.label),
            REQUIRED,
        ),
        integer("findings", "How often it is named.", lambda row: len(row.issue.sources), FROM_ONE),
        integer(
            "documents",
            "In how many documents.",
            lambda row: len({source.document.sha256 for source in row.issue.sources}),
            FROM_ONE,
        ),
        text(
            "regions",
            "Codes of the regions it is named for.",
            lambda row: joined(_region_codes(row)),
        ),
        text("region_names", "Names of these regions.", _region_names),
        text(
            "editions",
            "Editions it is named in.",
            lambda row: joined(
                sorted({source.finding.edition for source in row.issue.sources if source.finding.edition})
            ),
        ),
        text("candidates", "Closest entries of the catalog, each with its score.", _named_candidates),
        text("files", "The documents.", lambda row: joined(source.document.file for source in row.issue.sources)),
        text("quote", "The words of the first of them.", lambda row: public(row.issue.sources[0].finding.raw)),
    ),
)
