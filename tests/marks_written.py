"""Marks written in short, and tables of pieces of sentences with their marks."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extract.marks.kinds import (
    CategoryMark,
    CountMark,
    CueMark,
    DimensionMark,
    Mark,
    NumberMark,
    RankMark,
)


def rows(table: str) -> list[tuple[str, str]]:
    """Return the pieces of a table, a line each, with their marks behind an arrow as ``written`` writes them."""
    parts = (line.partition(" =>") for line in table.strip().split("\n"))
    return [(text, marks.strip()) for text, _, marks in parts]


def written(text: str, marks: Iterable[Mark]) -> str:
    """Write marks in their order, each with the words that it covers: ``[41,20] 41.20 2 cued``."""
    return "; ".join(f"[{text[mark.start : mark.end]}] {_meaning(mark)}" for mark in marks)


def _meaning(mark: Mark) -> str:
    match mark:
        case NumberMark():
            flags = [name for name in ("cued", "bracket", "percent", "torn") if getattr(mark, name)]
            return " ".join([str(mark.value), str(mark.decimals), *flags])
        case CountMark():
            return f"{mark.n} {mark.level}{' universe' * mark.universe}"
        case RankMark():
            return str(mark.rank)
        case CategoryMark():
            return f"{mark.category}{' plain' * mark.plain}"
        case DimensionMark():
            return f"{mark.key}{' named' * mark.named}"
        case CueMark():
            return mark.kind
    raise AssertionError(mark)
