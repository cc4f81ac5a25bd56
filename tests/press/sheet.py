"""What is set on paper: parts in order, with letterhead and footer. PDF and Word test documents begin as this."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading, paragraph, line set flush right ("right") or in columns ("tabs"), text box, list item or table.

    ``level`` is the depth of a heading, or of a list item whose number has as many parts ("2.1."); ``number`` is
    None for a bullet; ``widths`` (in proportion; empty: as the words need) and ``rows`` belong to tables, ``ruled``
    says whether it has lines and ``rules`` which: "grid", "rows" (a line below each), "header" (one below the
    header), "three" (that, and one above and below all), "frame" (around it), "columns" (a frame and lines between
    columns), "zebra" (every other row shaded).
    A cell "^" joins the one above, "<" the one before. ``**bold**`` works in any text but that of cells. Only Word
    documents know text boxes, columns set with tabs, items of several levels, tables in cells
    ("[[a ; b // c ; d]]"), and changes: ``{-taken out-}``, ``{+put in+}``; ``{^1^}`` is raised.
    """

    kind: str
    text: str = ""
    level: int = 1
    number: int | None = None
    ruled: bool = True
    rules: str = "grid"
    widths: tuple[float, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A document to be set: ``date`` goes into its properties, ``letterhead`` and ``footer`` may be empty."""

    parts: tuple[Part, ...]
    date: datetime
    title: str = ""
    author: str = ""
    letterhead: tuple[str, ...] = ()
    footer: str = ""


def merges(rows: tuple[tuple[str, ...], ...]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return the joined cells of a table as pairs of (row, column): first and last cell."""
    spans = []
    for top, row in enumerate(rows):
        for left, cell in enumerate(row):
            bottom, right = top, left
            while bottom + 1 < len(rows) and rows[bottom + 1][left] == "^":
                bottom += 1
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            if cell not in {"^", "<"} and (bottom, right) != (top, left):
                spans.append(((top, left), (bottom, right)))
    return spans
