"""The dataset as files: name to bytes, nothing is written here."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.dataset.codebook import codebook, descriptor
from pipeline.dataset.csvtext import csv_bytes
from pipeline.dataset.picture import FILE, overview_svg
from pipeline.dataset.tables import TABLES
from pipeline.dataset.types import Dataset
from pipeline.errors import UsageError

FORMATS = ("csv", "parquet", "xlsx")
WORKBOOK = "ikp.xlsx"


def export_tables(dataset: Dataset, *, formats: Sequence[str] = ("csv",)) -> dict[str, bytes]:
    """Return the published files by name: every table in each format, the picture, descriptor and codebook.

    ``csv`` and ``parquet`` give a file a table, ``xlsx`` one workbook. The same dataset gives the same bytes.
    Raises UsageError for a format that is none of the three.
    """
    _known(formats)
    files: dict[str, bytes] = {}
    if "csv" in formats:
        for table in TABLES:
            files[f"{table.name}.csv"] = csv_bytes([column.name for column in table.columns], table.rows(dataset))
    if "parquet" in formats:
        from pipeline.dataset.frames import parquet_bytes  # noqa: PLC0415 -- pandas takes a second to import

        files.update({f"{table.name}.parquet": parquet_bytes(table, [*table.rows(dataset)]) for table in TABLES})
    if "xlsx" in formats:
        from pipeline.dataset.frames import workbook_bytes  # noqa: PLC0415

        files[WORKBOOK] = workbook_bytes({table: [*table.rows(dataset)] for table in TABLES})
    files[FILE] = overview_svg(dataset)
    files["datapackage.json"] = descriptor(files)
    files["CODEBOOK.md"] = codebook(dataset.reference)
    return files


def _known(formats: Sequence[str]) -> None:
    for name in formats:
        if name not in FORMATS:
            raise UsageError(
                f"{name!r} is no format of the tables", where="export", remedy=f"choose from {', '.join(FORMATS)}"
            )
