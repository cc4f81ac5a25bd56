"""A level that later sentences may go on with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.model import Category, Span

if TYPE_CHECKING:
    from pipeline.extract.marks.kinds import CategoryMark
    from pipeline.extract.scene.line import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLevel:
    """A level that the next sentence or list may go on with, its words, and the dimension it holds for.

    ``age`` counts the sentences since that named no region.
    """

    category: Category
    span: Span
    dimension: str | None = None
    age: int = 0


def open_level(line: Line, mark: CategoryMark, dimension: str | None) -> OpenLevel:
    """Return the level that ``mark`` states, with its words."""
    return OpenLevel(category=mark.category, span=line.span(mark.start, mark.end), dimension=dimension)
