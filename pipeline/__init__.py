"""Indonesia's election-vulnerability releases, read into one national dataset.

As a library: ``from pipeline import read, extract, consolidate, export`` (see ``pipeline.library``). Whatever is
named here is imported when it is first asked for, so that the command starts as fast as it can.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.dataset import Conflict, Coverage, Dataset, DocumentRecord, Record
    from pipeline.errors import CheckError, IkpError, ReadError, StoreError, TableError, UsageError
    from pipeline.library import Reading, consolidate, export, extract, frames, load, read
    from pipeline.model import Document, Evidence, Extraction, Finding, Metadata, Notice, Parsed, Quarantined

__all__ = [
    "CheckError",
    "Conflict",
    "Coverage",
    "Dataset",
    "Document",
    "DocumentRecord",
    "Evidence",
    "Extraction",
    "Finding",
    "IkpError",
    "Metadata",
    "Notice",
    "Parsed",
    "Quarantined",
    "ReadError",
    "Reading",
    "Record",
    "StoreError",
    "TableError",
    "UsageError",
    "consolidate",
    "export",
    "extract",
    "frames",
    "load",
    "read",
]

_HOMES = ("library", "model", "errors", "dataset")


def __getattr__(name: str) -> object:
    if name in __all__:
        for home in _HOMES:
            module = import_module(f"{__name__}.{home}")
            if hasattr(module, name):
                return getattr(module, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """This module, in which ``extract`` is the verb: a package of that name would take its place when imported."""

    @property
    def extract(self) -> object:
        return import_module(f"{__name__}.library").extract

    @extract.setter
    def extract(self, package: ModuleType) -> None:
        """Let the package be: ``from pipeline.extract import ...`` finds it all the same."""


sys.modules[__name__].__class__ = _Package
