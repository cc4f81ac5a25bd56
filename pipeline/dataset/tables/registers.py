"""The registers of what is not settled: every conflict, every issue without a catalog number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from pipeline.dataset.precedence import SENTENCES
from pipeline.dataset.tables.columns import (
    FROM_ONE,
    REQUIRED,
    Rules,
    Table,
    day,
    flag,
    integer,
    joined,
    public,
    rounded,
    text,
)
from pipeline.dataset.tables.documents import region_name
from pipeline.dataset.tables.references import TO_CATALOG, TO_DOCUMENTS, TO_EDITIONS, TO_FINDINGS, TO_REGIONS
from pipeline.dataset.tables.vocabulary import (
    BASES,
    CATEGORY,
    REGION_CODE,
    TALLY_LEVELS,
)
from pipeline.dataset.types import Conflict, Dataset, Side, Source, Unmatched


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
