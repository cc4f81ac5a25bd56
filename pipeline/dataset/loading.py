"""The tables as data frames, of a dataset or of its published files. Imports pandas: import this module late."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import pandas as pd

from pipeline.dataset.columns import AnyTable, Column, Kind, Table
from pipeline.dataset.csvtext import restore
from pipeline.dataset.export import rows
from pipeline.dataset.frames import frame
from pipeline.dataset.tables import TABLES
from pipeline.dataset.types import Dataset

Frames: TypeAlias = dict[str, pd.DataFrame]
"""Data frames by the names of their tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column as the descriptor names it."""

    name: str
    type: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Schema:
    """The columns of a table, in their order."""

    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A published file: its name in the package, its path beside the descriptor, ``sha256:`` and its hash."""

    name: str
    path: str
    format: str
    hash: str
    schema: Schema = Schema()


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What ``datapackage.json`` says of the files beside it."""

    resources: tuple[Resource, ...]

    def __post_init__(self) -> None:
        for path in (resource.path for resource in self.tables):
            if not path.endswith(".csv") or path.startswith(".") or {"/", "\\"} & set(path):
                raise ValueError(f"{path!r} is no table beside it")

    @property
    def tables(self) -> tuple[Resource, ...]:
        """The CSV files."""
        return tuple(resource for resource in self.resources if resource.format == "csv")

    def strange(self, files: Mapping[str, bytes]) -> str | None:
        """Return the path of the first table whose bytes are not those described, None where all are."""
        for resource in self.tables:
            if resource.hash != f"sha256:{hashlib.sha256(files[resource.path]).hexdigest()}":
                return resource.path
        return None


def frames(dataset: Dataset) -> Frames:
    """Return every table of a dataset as a data frame, by name; types as in the Parquet files."""
    return {table.name: frame(table, rows(table, dataset)) for table in TABLES}


def loaded(package: Package, files: Mapping[str, bytes]) -> Frames:
    """Return the tables of a published dataset as ``frames`` gave them, from the bytes of its CSV files."""
    return {resource.name: _loaded(resource, files[resource.path]) for resource in package.tables}


def _loaded(resource: Resource, data: bytes) -> pd.DataFrame:
    """Read one CSV file: nothing is NA, all else is what it says, ``NA`` and ``36.10`` among it."""
    dtypes = frame(_table(resource), []).dtypes
    table = pd.read_csv(
        io.BytesIO(data),
        dtype=dtypes.to_dict(),
        keep_default_na=False,
        na_values=[""],
    )
    for field in resource.schema.fields:
        if field.type == "string":
            marked = table[field.name].str.startswith("'").fillna(value=False)
            table.loc[marked, field.name] = table.loc[marked, field.name].map(restore)
    return table


def _table(resource: Resource) -> AnyTable:
    """Return a table without items that has the columns of a resource."""
    columns: tuple[Column[object], ...] = tuple(
        Column(name=field.name, kind=field.type, about="", get=lambda _: None) for field in resource.schema.fields
    )
    return Table(name=resource.name, title="", about="", key=(), columns=columns, items=lambda _: ())
