"""The tables by which the dataset is audited: known scores beside ours, and what the checks found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, get_args

from pipeline.dataset.known import Agreement, Known, known_scores, otherwise
from pipeline.dataset.tables.columns import (
    COUNT,
    REQUIRED,
    Entry,
    Rules,
    Table,
    integer,
    joined,
    number,
    public,
    text,
)
from pipeline.dataset.tables.documents import region_name
from pipeline.dataset.tables.references import TO_DOCUMENTS, TO_EDITIONS, TO_REGIONS
from pipeline.dataset.tables.vocabulary import (
    BASES,
    CATEGORY,
    MAYBE_REGION,
    RECORD_TABLES,
    REGION_CODE,
    SEVERITIES,
    TALLY_LEVELS,
)
from pipeline.dataset.types import Dataset, Fault, Key, Source

MOST_QUOTES: Final = 20  # of one known score: all of them stand in findings.csv


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRow:
    """A known score beside ours, with the dataset that names the region."""

    dataset: Dataset
    known: Known


def _known_rows(dataset: Dataset) -> Iterator[KnownRow]:
    return (KnownRow(dataset=dataset, known=known) for known in known_scores(dataset))


def _quotes(row: KnownRow) -> str | None:
    sources = [source for group in row.known.others.values() for source in group][:MOST_QUOTES]
    return joined(f"{public(source.finding.raw)} ({source.document.file})" for source in sources)


OFFICIAL_SCORES: Table[KnownRow] = Table(
    name="official_scores",
    title="Known scores beside ours",
    about="Scores and categories that are known from official or several press sources, each beside what this "
    "dataset publishes, and what documents say otherwise. They are there to check the dataset; none of them is "
    "copied into it.",
    key=("edition", "region_code", "basis", "dimension"),
    items=_known_rows,
    refers=(TO_REGIONS, TO_EDITIONS),
    columns=(
        text("region_code", "Code of the region.", lambda row: row.known.official.region_code, REGION_CODE),
        text(
            "region",
            "Name of the region.",
            lambda row: region_name(row.dataset, row.known.official.region_code),
            REQUIRED,
        ),
        text("edition", "Edition.", lambda row: row.known.official.edition, REQUIRED),
        text("basis", "Basis, for provinces.", lambda row: row.known.official.basis, Rules(one_of=BASES)),
        text("dimension", "Dimension, where it is the score of one.", lambda row: row.known.official.dimension),
        number("known_score", "The known score.", lambda row: row.known.official.score, COUNT),
        text("known_category", "The known category.", lambda row: row.known.official.category, CATEGORY),
        integer("known_rank", "The known rank.", lambda row: row.known.official.rank, COUNT),
        number(
            "score",
            "The score that this dataset publishes.",
            lambda row: row.known.row.value("score") if row.known.row else None,
            COUNT,
        ),
        text(
            "category",
            "The category that it publishes.",
            lambda row: row.known.row.value("category") if row.known.row else None,
            CATEGORY,
        ),
        text(
            "agreement",
            "same; rounded (ours has fewer decimals); category only (no score is published, and the category is "
            "the known one); differs; in review; not stated (no document states it).",
            lambda row: row.known.agreement,
            Rules(required=True, one_of=get_args(Agreement)),
        ),
        text(
            "stated_otherwise",
            "Other scores that documents state, each with the number of independent documents.",
            lambda row: joined(otherwise(row.known)),
        ),
        text(
            "explained",
            "Which of these the sources of the known score report too: then the document quotes them rightly.",
            lambda row: joined(row.known.explained),
        ),
        text(
            "quotes", "Words that state other scores, each with its document; of many the first twenty.", _quotes
        ),
        text("known_from", "Where the known score comes from.", lambda row: row.known.official.source, REQUIRED),
        text("note", "What else is reported.", lambda row: row.known.official.note or None),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultRow:
    """What a check found, with the dataset that names the region."""

    dataset: Dataset
    fault: Fault

    @property
    def key(self) -> Key | None:
        """The key of the row it is about, None where it is about no row."""
        return self.fault.key

    @property
    def region_code(self) -> str | None:
        """The region it is about."""
        finding = self.fault.source.finding if self.fault.source else None
        code = self.key.region_code if self.key else finding.region_code if finding else None
        return code if code in self.dataset.reference.regions else None


def _of_source(get: Callable[[Source], Entry]) -> Callable[[FaultRow], Entry]:
    return lambda row: None if row.fault.source is None else get(row.fault.source)


FAULTS: Table[FaultRow] = Table(
    name="checks",
    title="What the checks found",
    about="One row a row of another table that fails a check, or a statement that was refused. The checks are "
    "listed below; of those that are not named here every row passes all, and no row means that nothing failed.",
    key=(),
    items=lambda dataset: (FaultRow(dataset=dataset, fault=fault) for fault in dataset.faults),
    refers=(TO_REGIONS, TO_EDITIONS, TO_DOCUMENTS),
    columns=(
        text(
            "check",
            "Name of the check that fails; the list of checks says what it demands.",
            lambda row: row.fault.check,
            REQUIRED,
        ),
        text(
            "severity",
            "hold: the value is held back. warn: it is published.",
            lambda row: row.fault.severity,
            Rules(required=True, one_of=SEVERITIES),
        ),
        text("table", "Table of the row.", lambda row: row.fault.table, Rules(one_of=RECORD_TABLES)),
        text("region_code", "Code of the region.", lambda row: row.region_code, MAYBE_REGION),
        text("region", "Name of the region.", lambda row: region_name(row.dataset, row.region_code)),
        text("edition", "Edition.", lambda row: row.key.edition if row.key else None),
        text(
            "basis", "Basis, for provinces.", lambda row: row.key.basis if row.key else None, Rules(one_of=BASES)
        ),
        text("dimension", "Dimension.", lambda row: row.key.dimension if row.key else None),
        integer("indicator", "Indicator.", lambda row: row.key.indicator if row.key else None),
        text(
            "level",
            "What is counted, for a tally.",
            lambda row: row.key.level if row.key else None,
            Rules(one_of=TALLY_LEVELS),
        ),
        text("category", "Category that is counted.", lambda row: row.key.category if row.key else None, CATEGORY),
        text("message", "What is wrong.", lambda row: public(row.fault.message), REQUIRED),
        text("document", "File of the words.", _of_source(lambda source: source.document.file)),
        text("quote", "The words.", _of_source(lambda source: public(source.finding.raw))),
        text("finding", "Id of their finding.", _of_source(lambda source: source.finding.id)),
    ),
)
