"""The tables of a release as data frames, made from its CSV files. Imports pandas: import it late."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import pandas as pd

from pipeline.dataset.release.frames import frame
from pipeline.dataset.tables.columns import Kind

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

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A file of a release: its name in the package, its path beside the descriptor, ``sha256:`` and its hash."""

    name: str
    path: str
    format: str
    hash: str
    schema: Schema | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """What ``datapackage.json`` says of the files beside it."""

    resources: tuple[Resource, ...]

    def __post_init__(self) -> None:
        if not any(resource.format == "csv" for resource in self.resources):
            raise ValueError("it names no CSV table")
        for path in (resource.path for resource in self.resources):
            if path.startswith(".") or {"/", "\\"} & set(path):
                raise ValueError(f"{path!r} is no file beside it")


def frames(package: Package, read: Callable[[str], bytes]) -> Frames:
    """Return the CSV tables of a release as data frames; ``read`` returns the bytes of a file.

    Raises ValueError with the path of a table whose bytes are not those that the descriptor describes.
    """
    found: Frames = {}
    for resource in package.resources:
        if resource.format != "csv" or resource.schema is None:
            continue
        data = read(resource.path)
        if resource.hash != f"sha256:{hashlib.sha256(data).hexdigest()}":
            raise ValueError(resource.path)
        fields = [{"name": field.name, "type": field.type} for field in resource.schema.fields]
        found[resource.name] = frame(io.BytesIO(data), fields)
    return found
