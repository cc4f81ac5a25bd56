"""A document's text as a page shows it: blocks, tables and marks, cut where marks begin and end. Pure.

Every character of the text is shown once. What lies between blocks (a list marker, a rule of dashes) is kept as a
marker of the block behind it or as the tail of the block before it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final, Literal

from pipeline.model import Block, BlockKind, Document, Span

AROUND: Final = 40
"""Blocks that are shown on either side of a finding."""
PART: Final = 250
"""Blocks of one part of a long document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Characters to mark: ``key`` is the finding's; ``now`` tells that it is the one being decided."""

    span: Span
    key: str
    now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Characters under the same marks. ``keys`` are those of the findings, the one being decided first.

    ``first`` tells that the finding being decided begins here.
    """

    text: str
    keys: tuple[str, ...] = ()
    now: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCell:
    """One cell of a table row, ``columns`` wide."""

    segments: tuple[Segment, ...]
    columns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBlock:
    """A block: ``marker`` stands before it and ``tail`` behind it in the text, outside any block.

    ``number`` is that of a numbered item whose number does not stand in the text.
    """

    index: int
    kind: BlockKind
    level: int
    main: bool
    page: int | None
    segments: tuple[Segment, ...] = ()
    cells: tuple[ShownCell, ...] = ()
    marker: tuple[Segment, ...] = ()
    tail: tuple[Segment, ...] = ()
    number: int | None = None
    table: int | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Blocks that belong together: the rows of a table, the items of a list, or one other block."""

    kind: Literal["table", "list", "block"]
    blocks: tuple[ShownBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What a page shows of a document: blocks ``first`` up to ``last`` (exclusive) of ``count``."""

    stretches: tuple[Stretch, ...]
    first: int
    last: int
    count: int


def around(document: Document, marks: Sequence[Mark]) -> Text:
    """Return the blocks around the finding being decided; a short document as a whole."""
    count = len(document.blocks)
    if count <= 2 * AROUND:
        return part_of(document, marks, 0, count)
    here = next((mark.span for mark in marks if mark.now), Span(start=0, end=0))
    first, last = _holding(document.blocks, here)
    return part_of(document, marks, max(0, first - AROUND), min(count, last + AROUND))


def _holding(blocks: Sequence[Block], span: Span) -> tuple[int, int]:
    """Return the places of the blocks that hold a span, the end exclusive."""
    first = max(0, bisect_right(blocks, span.start, key=_start) - 1)
    last = bisect_left(blocks, span.end, key=_start)
    return first, max(first + 1, last)


def _start(block: Block) -> int:
    return block.span.start


def part_with(document: Document, span: Span) -> int:
    """Return the number, from 0, of the part of a long document in which a span begins."""
    return _holding(document.blocks, span)[0] // PART


def part_of(document: Document, marks: Sequence[Mark], first: int, last: int) -> Text:
    """Return blocks ``first`` up to ``last`` (exclusive) with their marks."""
    blocks = document.blocks[first:last]
    begin, end = _limits(document, first, last)
    pen = _Pen(document.text, [mark for mark in marks if mark.span.start < end and begin < mark.span.end])
    shown = tuple(_shown(pen, blocks, first, begin, end))
    return Text(stretches=tuple(_stretches(shown)), first=first, last=last, count=len(document.blocks))


def _limits(document: Document, first: int, last: int) -> tuple[int, int]:
    """Return the characters that belong to some blocks, with what stands before the first and after the last."""
    blocks = document.blocks
    begin = max((block.span.end for block in blocks[max(0, first - 1) : first]), default=0) if first else 0
    if first:
        begin = _break(document.text, begin, blocks[first].span.start)
    if last >= len(blocks):
        return begin, len(document.text)
    end = blocks[last - 1].span.end if last else 0
    return begin, _break(document.text, end, blocks[last].span.start)


def _break(text: str, start: int, end: int) -> int:
    """Return where between two blocks what belongs to the second begins: after the last line feed."""
    return text.rfind("\n", start, end) + 1 if "\n" in text[start:end] else start


class _Pen:
    """Cuts ranges of a text where marks begin and end."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self._text = text
        self._marks = sorted(marks, key=lambda mark: (not mark.now, mark.span, mark.key))
        self._edges = sorted({edge for mark in self._marks for edge in (mark.span.start, mark.span.end)})
        self._begun = False

    def cut(self, start: int, end: int) -> tuple[Segment, ...]:
        """Return the characters as segments, in order; none for an empty range."""
        inner = self._edges[bisect_right(self._edges, start) : bisect_left(self._edges, end)]
        edges = (start, *inner, end) if start < end else ()
        return tuple(self._segment(low, high) for low, high in pairwise(edges))

    def _segment(self, low: int, high: int) -> Segment:
        over = [mark for mark in self._marks if mark.span.start <= low and high <= mark.span.end]
        now = bool(over) and over[0].now
        first = now and not self._begun
        self._begun |= now
        keys = tuple(dict.fromkeys(mark.key for mark in over))
        return Segment(text=self._text[low:high], keys=keys, now=now, first=first)

    def kept(self, start: int, end: int) -> tuple[Segment, ...]:
        """Return the characters where they are more than white space, else nothing."""
        return self.cut(start, end) if self._text[start:end].strip() else ()


def _shown(pen: _Pen, blocks: Sequence[Block], first: int, begin: int, end: int) -> Iterator[ShownBlock]:
    text, cursor = pen._text, begin  # noqa: SLF001 - one pen, in this module
    starts = [max(block.span.start, cursor) for block in blocks[:1]]
    marker = pen.kept(cursor, starts[0]) if starts else ()
    for place, block in enumerate(blocks):
        start = max(block.span.start, cursor)
        cursor = max(block.span.end, start)
        following = blocks[place + 1].span.start if place + 1 < len(blocks) else end
        following = max(following, cursor)
        parted = _break(text, cursor, following) if place + 1 < len(blocks) else following
        yield ShownBlock(
            index=first + place,
            kind=block.kind,
            level=min(max(block.level, 1), 6),
            main=block.main,
            page=block.place.page,
            segments=() if block.cells else pen.cut(start, cursor),
            cells=tuple(_cells(pen, block, start, cursor)),
            marker=marker,
            tail=pen.kept(cursor, parted),
            number=block.number if not _numbered(marker) else None,
            table=block.table,
            confidence=block.confidence,
        )
        marker, cursor = pen.kept(parted, following), following


def _numbered(marker: Sequence[Segment]) -> bool:
    return any(character.isdigit() for segment in marker for character in segment.text)


def _cells(pen: _Pen, row: Block, start: int, end: int) -> Iterator[ShownCell]:
    """Yield the cells of a row; what stands between two belongs to the second, unless it is white space."""
    cursor = start
    runs = [(span, sum(1 for _ in group)) for span, group in groupby(cell.span for cell in row.cells)]
    for place, (span, columns) in enumerate(_parted(runs)):
        low, high = max(span.start, cursor), min(max(span.end, cursor), end)
        before = pen.kept(cursor, low) if span.start < span.end or place == len(runs) - 1 else ()
        segments = (*before, *pen.cut(low, high))
        if segments:
            cursor = high
        yield ShownCell(segments=segments, columns=columns)
    if row.cells and (rest := pen.kept(cursor, end)):
        yield ShownCell(segments=rest, columns=1)


def _parted(runs: Iterable[tuple[Span, int]]) -> Iterator[tuple[Span, int]]:
    """Yield runs of columns that share a cell; empty cells are each their own."""
    for span, columns in runs:
        if span.start == span.end:
            yield from ((span, 1) for _ in range(columns))
        else:
            yield span, columns


def _stretches(blocks: Sequence[ShownBlock]) -> Iterator[Stretch]:
    for (kind, _), group in groupby(blocks, key=_belonging):
        members = tuple(group)
        if kind == "block":
            yield from (Stretch(kind="block", blocks=(one,)) for one in members)
        else:
            yield Stretch(kind=kind, blocks=members)


def _belonging(block: ShownBlock) -> tuple[Literal["table", "list", "block"], int | None]:
    if block.cells:
        return "table", block.table
    return ("list", None) if block.kind == "list_item" else ("block", None)
