"""From findings to the national dataset: consolidate, check, export, explain.

Pure functions: values in, values or bytes out. The heavy libraries (pandas, pyarrow, openpyxl) are imported only
where Parquet or a workbook is asked for.
"""

from pipeline.dataset.checks.every import checked, stops
from pipeline.dataset.consolidate import consolidate
from pipeline.dataset.release.export import export_tables
from pipeline.dataset.types import Cell, Conflict, Coverage, Dataset, DocumentRecord, Fault, Record, Source
from pipeline.dataset.why.lineage import Lineage, lineage
from pipeline.dataset.why.side import LineageSide
from pipeline.dataset.why.tell import render_lineage

__all__ = [
    "Cell",
    "Conflict",
    "Coverage",
    "Dataset",
    "DocumentRecord",
    "Fault",
    "Lineage",
    "LineageSide",
    "Record",
    "Source",
    "checked",
    "consolidate",
    "export_tables",
    "lineage",
    "render_lineage",
    "stops",
]
