"""The register of documents, and the findings of each with what is needed to weigh them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from pipeline.account import Account
from pipeline.dataset.types import DocumentRecord, DocumentStatus, Online, Source
from pipeline.dataset.witness import Copy, witnesses
from pipeline.model import CorpusItem, Quarantined

_BY_HAND: Final = frozenset({"folder", "path"})


def register(accounts: Sequence[Account]) -> tuple[DocumentRecord, ...]:
    """Return the record of each account, in the same order.

    Of files with the same bytes the one with the best provenance is read (a URL, then a time of fetching, then the
    first name) and the others, as further URLs of one file, are duplicates; of several versions of one publication
    (a family) the latest fetched is read and the others are superseded. Of those that are read, copies of one text
    name the same witness.
    """
    statuses = _statuses(accounts)
    records = [_read_record(entry, status) for entry, status in zip(accounts, statuses, strict=True)]
    copies = [
        _copy(entry, record) for entry, record in zip(accounts, records, strict=True) if record.status == "read"
    ]
    named = witnesses(copies)
    return tuple(
        record.seen_by(named.get(record.sha256)) if record.status == "read" else record for record in records
    )


def _copy(entry: Account, record: DocumentRecord) -> Copy:
    regions = (record.region_code, *(finding.region_code for finding in entry.findings))
    return Copy(
        file=record.file,
        sha256=record.sha256,
        day=record.day,
        sketch=entry.sketch,
        regions=frozenset(code for code in regions if code is not None),
    )


def all_documents(
    read: Iterable[DocumentRecord], quarantined: Iterable[Quarantined]
) -> tuple[DocumentRecord, ...]:
    """Return one record a file and URL, sorted by file name."""
    return tuple(sorted([*read, *map(_quarantine_record, quarantined)], key=_file_order))


def _file_order(record: DocumentRecord) -> tuple[str, str, str, str]:
    return (record.file, record.sha256, record.status, record.url or "")


def _statuses(accounts: Sequence[Account]) -> list[DocumentStatus]:
    """Tell of each sighting what becomes of it: a content counts while it is the latest version anywhere."""
    current = current_contents(accounts)
    statuses: list[DocumentStatus] = ["duplicate"] * len(accounts)
    seen: set[str] = set()
    for place in sorted(range(len(accounts)), key=lambda place: _provenance(accounts[place].item)):
        sha256 = accounts[place].item.sha256
        if sha256 not in seen:
            statuses[place] = "read" if sha256 in current else "superseded"
        seen.add(sha256)
    return statuses


def current_contents(accounts: Iterable[Account]) -> set[str]:
    """Return the contents, by SHA-256, that are the latest version of some publication."""
    families: dict[str, Account] = {}
    for entry in accounts:
        before = families.setdefault(entry.item.family, entry)
        families[entry.item.family] = max(before, entry, key=_version_order)
    return {entry.item.sha256 for entry in families.values()}


def _provenance(item: CorpusItem) -> tuple[bool, bool, str, str, str]:
    return (item.url is None, item.fetched_at is None, item.path, item.sha256, item.url or "")


def _version_order(entry: Account) -> tuple[str, int, str]:
    day = entry.metadata.published
    return (entry.item.fetched_at or "", day.toordinal() if day else 0, entry.item.sha256)


def _read_record(entry: Account, status: DocumentStatus) -> DocumentRecord:
    item, metadata = entry.item, entry.metadata
    return DocumentRecord(
        file=item.path,
        sha256=item.sha256,
        family=item.family,
        status=status,
        media_type=item.media_type,
        url=item.url,
        source=_source(item),
        retrieved=_day_of(item.fetched_at),
        online=_online(item),
        kind=metadata.kind,
        issuer=metadata.issuer,
        region_code=metadata.region_code,
        published=metadata.published or entry.published,
        event_date=metadata.event_date,
        reader=entry.reader,
        reader_version=entry.reader_version,
        grade=entry.grade,
        findings=len(entry.findings),
    )


def _source(item: CorpusItem) -> str | None:
    """Return the name of what brought a document, None for a file that somebody put there."""
    return None if item.source in _BY_HAND else item.source


def _quarantine_record(entry: Quarantined) -> DocumentRecord:
    return DocumentRecord(
        file=entry.item.path,
        sha256=entry.item.sha256,
        family=entry.item.family,
        status="quarantined",
        media_type=entry.item.media_type,
        url=entry.item.url,
        source=_source(entry.item),
        retrieved=_day_of(entry.item.fetched_at),
        online=_online(entry.item),
        code=entry.code,
        message=entry.message,
    )


def _day_of(time: str | None) -> date | None:
    """Return the day of an ISO time, None where there is none or it is none.

    >>> _day_of("2026-11-29T02:00:07Z"), _day_of("last week")
    (datetime.date(2026, 11, 29), None)
    """
    try:
        return date.fromisoformat((time or "")[:10])
    except ValueError:
        return None


def _online(item: CorpusItem) -> Online | None:
    if item.url is None:
        return None
    return "live" if item.gone_at is None else "gone"


def sources_of(accounts: Iterable[Account], records: Iterable[DocumentRecord]) -> list[Source]:
    """Return every finding with its document, whatever its decision.

    ``records`` are those of the accounts, in the same order.
    """
    return [
        Source(
            finding=finding,
            document=record,
            in_table=in_table,
            in_percent=place in entry.percents,
            verdict=verdict,
        )
        for entry, record in zip(accounts, records, strict=True)
        for place, ((finding, verdict), in_table) in enumerate(zip(entry.judged, entry.in_table, strict=True))
    ]


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
