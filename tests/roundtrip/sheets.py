"""A paper as a sheet that the press can set, for PDF and Word alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from random import Random

from press.sheet import Part as SheetPart
from press.sheet import Sheet
from roundtrip.furniture import day_line, footer, letterhead
from roundtrip.paper import Heading, Items, Paper, Paragraph, Part, Table

_SOME_DAY = datetime(2020, 1, 1, tzinfo=UTC)  # in the properties of a file whose date nobody knows


def sheet_of(paper: Paper, rng: Random) -> Sheet:
    """Put the paper on a sheet: letterhead, footer and rules of its tables are drawn from ``rng``."""
    ruled = rng.random() < 0.6
    parts = [SheetPart(kind="heading", text=paper.title)]
    if paper.published is not None:
        kind = "right" if rng.random() < 0.3 else "paragraph"
        parts.append(SheetPart(kind=kind, text=day_line(paper.published, rng)))
    parts += [one for part in paper.parts for one in _parts(part, ruled=ruled)]
    day = paper.published
    return Sheet(
        parts=tuple(parts),
        date=datetime.combine(day, time(12), tzinfo=UTC) if day else _SOME_DAY,
        title=paper.title if rng.random() < 0.5 else "",
        author="Humas" if rng.random() < 0.5 else "",
        letterhead=letterhead(rng),
        footer=footer(rng),
    )


def _parts(part: Part, *, ruled: bool) -> Iterator[SheetPart]:
    match part:
        case Heading(text=text, level=level):
            yield SheetPart(kind="heading", text=text, level=level + 1)
        case Paragraph(text=text):
            yield SheetPart(kind="paragraph", text=text)
        case Items(items=items, ordered=ordered, start=start):
            for number, item in enumerate(items, start):
                yield SheetPart(kind="item", text=item, number=number if ordered else None)
        case Table(header=header, rows=rows):
            yield SheetPart(kind="table", rows=(header, *rows), ruled=ruled)
