"""Levels that later sentences may go on with: one that was told, and one announced for a number of regions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, Subject
from pipeline.extract.levels.rules import ANNOUNCED
from pipeline.model import Category, Span, TallyLevel

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A level that was announced for ``n`` regions; ``named`` are those named since, ``age`` idle sentences."""

    category: Category
    n: int
    level: TallyLevel | None
    span: Span
    edition: str | None
    dimension: str | None = None
    age: int = 0
    named: tuple[Subject, ...] = ()


def open_level(line: Line, mark: CategoryMark, dimension: str | None) -> OpenLevel:
    """Return the level that ``mark`` states, with its words."""
    return OpenLevel(category=mark.category, span=line.span(mark.start, mark.end), dimension=dimension)


def announced_levels(news: Announcement, confidence: float) -> tuple[Draft, ...]:
    """Give an announced level to the regions that were named for it."""
    return tuple(
        Draft(
            type="dimension_score" if news.dimension else "category",
            dimension=news.dimension,
            subject=subject,
            edition=news.edition,
            span=Span(start=subject.start, end=subject.end),
            also=(news.span,),
            rule=ANNOUNCED,
            confidence=confidence,
            category=news.category,
        )
        for subject in news.named
    )
