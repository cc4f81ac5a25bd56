"""A document before it has a format: what a writer of releases has in mind, not yet a file.

Layouts write papers, renderers turn them into bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading within the document; ``level`` 1 stands directly below the title."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of prose, on one line."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list: numbered upwards from ``start`` where ``ordered``, else with bullets."""

    items: tuple[str, ...]
    ordered: bool
    start: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose rows have as many cells as its header; a cell may be empty."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Part = Heading | Paragraph | Items | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document: its title, its parts in reading order, and the day it was published where it is known."""

    title: str
    parts: tuple[Part, ...]
    published: date | None
