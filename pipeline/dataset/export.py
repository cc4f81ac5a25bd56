"""The dataset as files: their names and their bytes in pieces, nothing is written here.

The order is that of publication: first the tables, the picture and the codebook (``core_files``), then whatever is
made of a comparison of these tables with those before, and last the descriptor, which names all others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, TypeAlias

from pipeline.dataset.codebook import codebook, descriptor
from pipeline.dataset.columns import AnyTable, Entry
from pipeline.dataset.csvtext import csv_chunks
from pipeline.dataset.picture import FILE, overview_svg
from pipeline.dataset.tables import TABLES
from pipeline.dataset.types import Dataset
from pipeline.errors import UsageError
from pipeline.model import Written

FORMATS: Final = ("csv", "parquet", "xlsx")
WORKBOOK: Final = "ikp.xlsx"
CODEBOOK: Final = "CODEBOOK.md"
DESCRIPTOR: Final = "datapackage.json"

Chunks: TypeAlias = Iterable[bytes]
"""The bytes of a file in pieces, to be gone through once; none is made before it is asked for."""


def core_files(dataset: Dataset, *, formats: Sequence[str] = ("csv",)) -> Iterator[tuple[str, Chunks]]:
    """Yield all published files but the descriptor, by name: each table in each format, picture and codebook.

    ``csv`` and ``parquet`` give a file a table, ``xlsx`` one workbook. The same dataset gives the same bytes.
    Raises UsageError for a format that is none of the three.
    """
    _known(formats)
    if "csv" in formats:
        for table in TABLES:
            yield f"{table.name}.csv", csv_chunks([column.name for column in table.columns], rows(table, dataset))
    if "parquet" in formats:
        from pipeline.dataset.frames import parquet_bytes  # noqa: PLC0415 -- pandas takes a second to import

        for table in TABLES:
            yield f"{table.name}.parquet", _later(partial(parquet_bytes, table, rows(table, dataset)))
    if "xlsx" in formats:
        from pipeline.dataset.frames import workbook_bytes  # noqa: PLC0415

        yield WORKBOOK, _later(partial(workbook_bytes, {table: rows(table, dataset) for table in TABLES}))
    yield FILE, _later(partial(overview_svg, dataset))
    yield CODEBOOK, _later(partial(codebook, dataset.reference))


def rows(table: AnyTable, dataset: Dataset) -> Iterator[tuple[Entry, ...]]:
    """Yield the rows of a table on their way into a file: whatever the format, they pass here."""
    return table.rows(dataset)


def _later(make: Callable[[], bytes]) -> Iterator[bytes]:
    yield make()


def last_file(files: Mapping[str, Written]) -> tuple[str, Chunks]:
    """Return the descriptor of all files that were written before it."""
    return DESCRIPTOR, (descriptor(files),)


def export_tables(dataset: Dataset, *, formats: Sequence[str] = ("csv",)) -> dict[str, bytes]:
    """Return all files of a dataset that fits into memory, by name; see ``core_files``."""
    files = {name: b"".join(chunks) for name, chunks in core_files(dataset, formats=formats)}
    name, chunks = last_file({name: written_as(data) for name, data in files.items()})
    return {**files, name: b"".join(chunks)}


def written_as(data: bytes) -> Written:
    """Return what is known of a file that has these bytes."""
    return Written(size=len(data), sha256=hashlib.sha256(data).hexdigest())


def _known(formats: Sequence[str]) -> None:
    for name in formats:
        if name not in FORMATS:
            raise UsageError(
                f"{name!r} is no format of the tables", where="export", remedy=f"choose from {', '.join(FORMATS)}"
            )
