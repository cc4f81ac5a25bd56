"""The register of documents: every file of the corpus, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.dataset.tables.columns import (
    COUNT,
    FROM_ONE,
    REQUIRED,
    SHARE,
    Rules,
    Table,
    day,
    integer,
    number,
    public,
    rounded,
    text,
)
from pipeline.dataset.tables.vocabulary import DOCUMENT_KINDS, DOCUMENT_STATUSES, HASH
from pipeline.dataset.types import Dataset, DocumentRecord


def region_name(dataset: Dataset, code: str | None) -> str | None:
    """Return the full name of a region, None for no code or an unknown one."""
    region = dataset.reference.regions.get(code or "")
    return region.name if region else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document with the dataset whose reference names its region."""

    dataset: Dataset
    document: DocumentRecord


DOCUMENTS: Table[DocumentRow] = Table(
    name="documents",
    title="Documents",
    about="Every file of the corpus, also those that could not be read; a file that was found at several URLs has "
    "a row for each.",
    key=("file", "sha256", "url"),
    items=lambda dataset: (DocumentRow(dataset=dataset, document=document) for document in dataset.documents),
    columns=(
        text("file", "Path of the file in the corpus.", lambda row: row.document.file, REQUIRED),
        text(
            "status",
            "read; superseded: a newer version of the same publication was read; duplicate: the same bytes under "
            "another name or URL; quarantined: could not be read, see code.",
            lambda row: row.document.status,
            Rules(required=True, one_of=DOCUMENT_STATUSES),
        ),
        text("code", "Reason of the quarantine, a fixed word.", lambda row: row.document.code),
        text("message", "The same for people.", lambda row: public(row.document.message)),
        text(
            "kind",
            "press_release, news, report or form.",
            lambda row: row.document.kind,
            Rules(one_of=DOCUMENT_KINDS),
        ),
        text("issuer", "Who published it.", lambda row: row.document.issuer),
        text("region_code", "Region the document is about.", lambda row: row.document.region_code),
        text(
            "region",
            "Name of the region in region_code.",
            lambda row: region_name(row.dataset, row.document.region_code),
        ),
        day("published", "Day of publication.", lambda row: row.document.published),
        day("event_date", "Day of the event reported.", lambda row: row.document.event_date),
        text("url", "Where it was published.", lambda row: row.document.url),
        text(
            "online",
            "live: its page was there when last looked for; gone: it was not, and what was read from it still "
            "counts; empty without a URL.",
            lambda row: row.document.online,
            Rules(one_of=("live", "gone")),
        ),
        text(
            "source",
            "Name of the source that brought it, empty for a file that was put there by hand. samples: it "
            "comes with the program and was written for it; it must not be cited as a source.",
            lambda row: row.document.source,
        ),
        day(
            "retrieved",
            "Day on which it was fetched; empty for a file that was put there by hand.",
            lambda row: row.document.retrieved,
        ),
        text(
            "witness",
            "Where several documents hold the same text, as an article on several sites: the file that stands for "
            "all of them, the earliest. Empty for a document on its own.",
            lambda row: row.document.witness,
        ),
        text("media_type", "Format of the file.", lambda row: row.document.media_type, REQUIRED),
        text("reader", "Reader that turned it into text.", lambda row: row.document.reader),
        integer("reader_version", "Version of the reader.", lambda row: row.document.reader_version, FROM_ONE),
        number(
            "grade", "Share of the document that was read, 0 to 1.", lambda row: rounded(row.document.grade), SHARE
        ),
        integer(
            "findings",
            "Number of findings; empty where it could not be read.",
            lambda row: None if row.document.status == "quarantined" else row.document.findings,
            COUNT,
        ),
        text(
            "sha256",
            "SHA-256 of the bytes of the file; empty for a file that could not be opened.",
            lambda row: row.document.sha256 or None,
            Rules(pattern=HASH.pattern),
        ),
    ),
)
