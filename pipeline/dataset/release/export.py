"""The dataset as files: their names and their bytes in pieces, nothing is written here.

The order is that of publication: first the tables, the picture and the codebook (``core_files``), which give the
release its version; then what is made of a comparison of these tables with those before (``release_files``); and
last the descriptor and the checksums, which name all others (``last_files``).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

from pipeline.dataset.changes.changed import CHANGES, changed
from pipeline.dataset.changes.compared import Difference
from pipeline.dataset.changes.differences import differences
from pipeline.dataset.changes.published_side import Files
from pipeline.dataset.picture import drawing as picture
from pipeline.dataset.release import method
from pipeline.dataset.release import notes as release_notes
from pipeline.dataset.release.codebook import codebook
from pipeline.dataset.release.descriptor import CHECKSUMS, DESCRIPTOR, checksums, data_day, descriptor, version_of
from pipeline.dataset.release.formats import in_formats, kept, known, written_as
from pipeline.dataset.release.method import MethodParts
from pipeline.dataset.release.notes import Release
from pipeline.dataset.report import page as report_page
from pipeline.dataset.report.page import ReportParts
from pipeline.dataset.sample_documents import sample_notice
from pipeline.dataset.tables.columns import AnyTable, Entry
from pipeline.dataset.tables.csvtext import csv_chunks
from pipeline.dataset.tables.every import TABLES
from pipeline.dataset.tables.schema import Watch
from pipeline.dataset.types import Dataset
from pipeline.model import Written
from pipeline.reference.kamus import Kamus

CODEBOOK: Final = "CODEBOOK.md"
ALL_TABLES: Final[tuple[AnyTable, ...]] = (*TABLES, CHANGES)

Chunks: TypeAlias = Iterable[bytes]
"""The bytes of a file in pieces, to be gone through once; none is made before it is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedParts:
    """What pages are made of but for the data: files of the package, which the dataset's code does not open."""

    report: ReportParts
    method: MethodParts


def core_files(dataset: Dataset, watch: Watch | None = None) -> Iterator[tuple[str, Chunks]]:
    """Yield the tables, the picture and the codebook, by name. The same dataset gives the same bytes.

    ``watch`` looks at every row on its way, where one is given.
    """
    for table in TABLES:
        yield f"{table.name}.csv", _csv(table, table.rows(dataset), watch)
    yield picture.FILE, _later(partial(picture.overview_svg, dataset))
    yield CODEBOOK, _later(partial(codebook, dataset.reference))


def release_files(
    dataset: Dataset, release: Release, parts: FixedParts, watch: Watch | None = None
) -> Iterator[tuple[str, Chunks]]:
    """Yield what tells of the release: its changes, as a table and as sentences, its method, and the report."""
    yield "changes.csv", _csv(CHANGES, CHANGES.entries(release.changes), watch)
    yield release_notes.FILE, _later(partial(release_notes.release_notes, dataset, release))
    for name, language in method.FILES.items():
        yield name, _later(partial(method.method_page, dataset, release, parts.method, language))
    yield report_page.FILE, _later(partial(report_page.report_page, dataset, release, parts.report))


def last_files(files: Mapping[str, Written], release: Release, kamus: Kamus) -> Iterator[tuple[str, Chunks]]:
    """Yield the descriptor and the checksums of all files that were written before; ``files`` grows meanwhile."""
    yield DESCRIPTOR, _later(lambda: descriptor(files, ALL_TABLES, release, kamus))
    yield CHECKSUMS, _later(lambda: checksums(files))


def _csv(table: AnyTable, rows: Iterable[tuple[Entry, ...]], watch: Watch | None) -> Iterator[bytes]:
    looked_at = rows if watch is None else watch.rows(table, rows)
    return csv_chunks([column.name for column in table.columns], looked_at)


def _later(make: Callable[[], bytes]) -> Iterator[bytes]:
    yield make()


def release_of(
    dataset: Dataset, files: Mapping[str, Written], before: str | None, changes: Iterable[Difference]
) -> Release:
    """Return what a dataset says of itself whose core files these are; ``before`` is what it is compared with."""
    day = data_day(dataset)
    return Release(
        version=version_of(files, day),
        data_day=day,
        before=before,
        changes=changed(changes),
        notice=sample_notice(dataset.documents),
    )


def export_tables(dataset: Dataset, parts: FixedParts, *, formats: Sequence[str] = ("csv",)) -> dict[str, bytes]:
    """Return all files of a dataset that fits into memory, by name, as its first release.

    ``parts`` are the fixed ones (see ``assets``). Raises UsageError for a format that is none of
    ``formats.FORMATS``.
    """
    known(formats)
    files: dict[str, bytes] = {}
    written: dict[str, Written] = {}

    def put(found: Iterable[tuple[str, Chunks]]) -> None:
        for name, chunks in found:
            files[name] = b"".join(chunks)
            written[name] = written_as(files[name])

    def opened() -> Files:
        return {name: partial(io.BytesIO, data) for name, data in files.items()}

    put(core_files(dataset))
    release = release_of(dataset, written, None, differences({}, opened(), default="document"))
    put(release_files(dataset, release, parts))
    put(last_files(written, release, dataset.reference.kamus))
    return {**{name: files[name] for name in kept(files, formats)}, **dict(in_formats(opened(), formats))}
