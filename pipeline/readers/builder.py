"""The builder of ``Document.text``: it records spans as it appends, so that offsets are right by construction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Block, BlockKind, Place, Span, TableCell

NOWHERE = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCell:
    """A cell to append: its text, its place, and over how many ``columns`` (from 1) it stretches."""

    text: str
    place: Place = NOWHERE
    columns: int = 1


class TextBuilder:
    r"""Appends pieces to one text, one block a piece, a line break between two blocks.

    >>> builder = TextBuilder()
    >>> builder.add("heading", "Skor IKP")
    Span(start=0, end=8)
    >>> builder.add("list_item", "Kota Alfa", marker="1. ", number=1)
    Span(start=12, end=21)
    >>> builder.row([RowCell(text="Beta"), RowCell(text="41,2", columns=2)], table=1)
    Span(start=22, end=31)
    >>> builder.text
    'Skor IKP\n1. Kota Alfa\nBeta\t41,2'
    >>> [cell.span.of(builder.text) for cell in builder.blocks[2].cells]
    ['Beta', '41,2', '41,2']
    """

    def __init__(self) -> None:
        """Begin with no text."""
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._tables = 0

    @property
    def text(self) -> str:
        """All that was appended so far."""
        return "".join(self._pieces)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks so far, in the order they were appended."""
        return tuple(self._blocks)

    def next_table(self) -> int:
        """Return the number of the next table of the document, from 1."""
        self._tables += 1
        return self._tables

    def add(
        self,
        kind: BlockKind,
        text: str,
        *,
        place: Place = NOWHERE,
        marker: str = "",
        number: int | None = None,
        level: int = 1,
        main: bool = True,
    ) -> Span:
        """Append one block and return its span; ``marker`` stands in the text before the span."""
        self._break()
        self._append(marker)
        span = self._append(text)
        block = Block(kind=kind, span=span, place=place, number=number, level=level, main=main)
        self._blocks.append(block)
        return span

    def row(self, cells: Sequence[RowCell], *, table: int, place: Place = NOWHERE, main: bool = True) -> Span:
        """Append one table row, tabs between its cells, and return its span.

        A cell of several columns is written once and stands in each column it covers.
        """
        self._break()
        start = self._length
        placed: list[TableCell] = []
        for index, cell in enumerate(cells):
            if index:
                self._append("\t")
            span = self._append(cell.text)
            placed.extend([TableCell(span=span, place=cell.place)] * max(1, cell.columns))
        span = Span(start=start, end=self._length)
        block = Block(kind="table_row", span=span, place=place, cells=tuple(placed), table=table, main=main)
        self._blocks.append(block)
        return span

    def _break(self) -> None:
        if self._length:
            self._append("\n")

    def _append(self, text: str) -> Span:
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        return Span(start=start, end=self._length)
