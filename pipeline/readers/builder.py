"""The builder of ``Document.text``: it records spans as it appends, so that offsets are right by construction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.model import Block, BlockKind, Place, ScannedWord, Span, TableCell

NOWHERE = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCell:
    """A cell to append: its text, its place, and over how many ``columns`` (from 1) it stretches.

    ``words`` are those of its text that were recognised in a picture, with spans into ``text``.
    """

    text: str
    place: Place = NOWHERE
    columns: int = 1
    words: tuple[ScannedWord, ...] = ()


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
        self._words: list[ScannedWord] = []
        self._tables = 0

    @property
    def text(self) -> str:
        """All that was appended so far."""
        return "".join(self._pieces)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks so far, in the order they were appended."""
        return tuple(self._blocks)

    @property
    def words(self) -> tuple[ScannedWord, ...]:
        """The words recognised in pictures so far, with spans into the text."""
        return tuple(self._words)

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
        words: Sequence[ScannedWord] = (),
    ) -> Span:
        """Append one block and return its span; ``marker`` stands in the text before the span.

        ``words`` have spans into marker and text as one, and tell how sure the block is.
        """
        self._break()
        self._words.extend(shifted(words, self._length))
        self._append(marker)
        span = self._append(text)
        block = Block(
            kind=kind,
            span=span,
            place=place,
            number=number,
            level=level,
            main=main,
            confidence=_confidence(words),
        )
        self._blocks.append(block)
        return span

    def row(
        self,
        cells: Sequence[RowCell],
        *,
        table: int,
        place: Place = NOWHERE,
        main: bool = True,
        confidence: float | None = None,
    ) -> Span:
        """Append one table row, tabs between its cells, and return its span.

        A cell of several columns is written once and stands in each column it covers. ``confidence`` is that in
        the layout of the row; less sure words make it less.
        """
        self._break()
        start = self._length
        placed: list[TableCell] = []
        for index, cell in enumerate(cells):
            if index:
                self._append("\t")
            self._words.extend(shifted(cell.words, self._length))
            span = self._append(cell.text)
            placed.extend([TableCell(span=span, place=cell.place)] * max(1, cell.columns))
        span = Span(start=start, end=self._length)
        spelled = _confidence([word for cell in cells for word in cell.words])
        block = Block(
            kind="table_row",
            span=span,
            place=place,
            cells=tuple(placed),
            table=table,
            main=main,
            confidence=min((one for one in (confidence, spelled) if one is not None), default=None),
        )
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


def shifted(words: Iterable[ScannedWord], by: int) -> list[ScannedWord]:
    """Return the words of a piece with spans into a text in which the piece begins at ``by``."""
    return [replace(word, span=Span(start=word.span.start + by, end=word.span.end + by)) for word in words]


def _confidence(words: Sequence[ScannedWord]) -> float | None:
    """Return how sure the characters are on average, None where nothing was recognised in a picture."""
    length = sum(word.span.end - word.span.start for word in words)
    if not length:
        return None
    return round(sum(word.confidence * (word.span.end - word.span.start) for word in words) / length, 3)
