"""The register of documents, and the findings of each with what is needed to weigh them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from pipeline.dataset.types import DocumentRecord, DocumentStatus, Source
from pipeline.model import Document, Parsed, Quarantined, Span


def register(parsed: Sequence[Parsed], quarantined: Sequence[Quarantined]) -> tuple[DocumentRecord, ...]:
    """Return one record a file, sorted by file name.

    Of files with the same bytes the one with the best provenance is read (a URL, then a time of fetching, then the
    first name) and the others are duplicates; of several versions of one publication (a family) the latest fetched
    is read and the others are superseded.
    """
    statuses = _statuses(parsed)
    read = [_read_record(entry, statuses[entry.item.path, entry.item.sha256]) for entry in parsed]
    return tuple(sorted([*read, *map(_quarantine_record, quarantined)], key=_file_order))


def _file_order(record: DocumentRecord) -> tuple[str, str, str]:
    return (record.file, record.sha256, record.status)


def _statuses(parsed: Iterable[Parsed]) -> dict[tuple[str, str], DocumentStatus]:
    statuses: dict[tuple[str, str], DocumentStatus] = {}
    seen: set[str] = set()
    families: dict[str, list[Parsed]] = {}
    for entry in sorted(parsed, key=_provenance):
        duplicate = entry.item.sha256 in seen
        seen.add(entry.item.sha256)
        statuses[entry.item.path, entry.item.sha256] = "duplicate" if duplicate else "read"
        if not duplicate:
            families.setdefault(entry.item.family, []).append(entry)
    for versions in families.values():
        latest = max(versions, key=_version_order)
        for entry in versions:
            if entry is not latest:
                statuses[entry.item.path, entry.item.sha256] = "superseded"
    return statuses


def _provenance(entry: Parsed) -> tuple[bool, bool, str, str]:
    item = entry.item
    return (item.url is None, item.fetched_at is None, item.path, item.sha256)


def _version_order(entry: Parsed) -> tuple[str, int, str]:
    day = entry.extraction.metadata.published
    return (entry.item.fetched_at or "", day.toordinal() if day else 0, entry.item.sha256)


def _read_record(entry: Parsed, status: DocumentStatus) -> DocumentRecord:
    item, document, metadata = entry.item, entry.document, entry.extraction.metadata
    return DocumentRecord(
        file=item.path,
        sha256=item.sha256,
        family=item.family,
        status=status,
        media_type=item.media_type,
        url=item.url,
        kind=metadata.kind,
        issuer=metadata.issuer,
        region_code=metadata.region_code,
        published=metadata.published or document.published,
        event_date=metadata.event_date,
        reader=document.reader,
        reader_version=document.reader_version,
        grade=document.grade,
        findings=len(entry.extraction.findings),
    )


def _quarantine_record(entry: Quarantined) -> DocumentRecord:
    return DocumentRecord(
        file=entry.item.path,
        sha256=entry.item.sha256,
        family=entry.item.family,
        status="quarantined",
        media_type=entry.item.media_type,
        url=entry.item.url,
        code=entry.code,
        message=entry.message,
    )


def sources_of(parsed: Iterable[Parsed], documents: Iterable[DocumentRecord]) -> list[Source]:
    """Return every finding with its document, whatever its decision, in order of file, place and id."""
    records = {(record.file, record.sha256): record for record in documents if record.status != "quarantined"}
    sources: list[Source] = []
    for entry in parsed:
        record, rows = records[entry.item.path, entry.item.sha256], _table_rows(entry.document)
        sources += [
            Source(finding=finding, document=record, in_table=_inside(finding.span, rows))
            for finding in entry.extraction.findings
        ]
    return sorted(sources, key=source_order)


def source_order(source: Source) -> tuple[str, str, int, int, str, str, str, str]:
    """Return the reading order of findings: file, place in the text, then what the finding says."""
    finding, document = source.finding, source.document
    span = finding.span
    return (
        document.file,
        document.sha256,
        span.start,
        span.end,
        finding.type,
        finding.id,
        finding.value_hash,
        finding.rule,
    )


def _table_rows(document: Document) -> list[Span]:
    return sorted(block.span for block in document.blocks if block.kind == "table_row")


def _inside(span: Span, rows: Sequence[Span]) -> bool:
    place = bisect_right(rows, span.start, key=lambda row: row.start) - 1
    return place >= 0 and span.start < rows[place].end
