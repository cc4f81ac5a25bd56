"""Words of a page to lines: what stands on one height, whatever the order of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from statistics import median

from pipeline.model import Place, ScannedWord, Span
from pipeline.readers.builder import shifted
from pipeline.readers.page import BBox, Word, union

_WIDE_GAP = 1.3  # of the line's height: a wider gap between two words sets columns apart
_SAME_LINE = 0.5  # of the lower height: middles so close stand on one line
_FRAGMENT = re.compile(r"([^\W\d_]+)[-\u00ad]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """Words on one height, from left to right, the box around them and their usual height in points."""

    words: tuple[Word, ...]
    box: BBox
    height: float

    @classmethod
    def of(cls, words: Iterable[Word]) -> TextLine:
        """Make a line of at least one word."""
        row = tuple(words)
        height = row[0].height if len(row) == 1 else median(word.height for word in row)
        return cls(words=row, box=union(word.box for word in row), height=max(height, 1.0))

    @property
    def text(self) -> str:
        """The words, one blank between two."""
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all its words are bold."""
        return all(word.bold for word in self.words)

    @property
    def middle(self) -> float:
        """Half its height, from the top of the page."""
        return (self.box[1] + self.box[3]) / 2

    def scanned(self, page: int) -> tuple[ScannedWord, ...]:
        """Those of the words that were recognised in a picture, with spans into the line's text."""
        starts = accumulate((len(word.text) + 1 for word in self.words), initial=0)
        return tuple(
            ScannedWord(
                span=Span(start=start, end=start + len(word.text)),
                place=Place(page=page, bbox=union([word.box])),
                confidence=word.confidence,
            )
            for word, start in zip(self.words, starts, strict=False)
            if word.confidence is not None
        )


def lines_of(words: Iterable[Word]) -> list[TextLine]:
    """Gather words to lines from the top down.

    >>> one, two = (Word(text=t, x0=x, top=10, x1=x + 20, bottom=22) for t, x in (("Skor", 0), ("41,2", 90)))
    >>> [line.text for line in lines_of([two, one])]
    ['Skor 41,2']
    """
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        first = rows[-1][0] if rows else None
        if first is not None and word.middle - first.middle < _SAME_LINE * min(word.height, first.height):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [TextLine.of(sorted(row, key=lambda word: word.x0)) for row in rows]


def segments(line: TextLine, wide: float = _WIDE_GAP) -> list[TextLine]:
    """Split a line where a gap between two words is too wide for a blank: ``wide`` times its height."""
    gap = wide * line.height
    pieces: list[list[Word]] = [[line.words[0]]]
    for before, word in pairwise(line.words):
        if word.x0 - before.x1 > gap:
            pieces.append([])
        pieces[-1].append(word)
    return [line] if len(pieces) == 1 else [TextLine.of(piece) for piece in pieces]


def joined_lines(lines: Sequence[TextLine], *, page: int) -> tuple[str, tuple[ScannedWord, ...]]:
    """Join the lines of a paragraph; return its text and those of its words that were recognised in a picture."""
    return joined_pieces([(line.text, line.scanned(page)) for line in lines])


def joined_pieces(pieces: Sequence[tuple[str, Sequence[ScannedWord]]]) -> tuple[str, tuple[ScannedWord, ...]]:
    """Join texts, each with its words, by blanks; words divided at a line's end become whole.

    >>> joined_pieces([(line, ()) for line in ("Potensi pelang-", "garan di Muko-", "Muko dan undang-", "undang")])
    ('Potensi pelanggaran di Muko-Muko dan undang-undang', ())
    """
    result = ""
    words: list[ScannedWord] = []
    for text, own in pieces:
        fragment = _FRAGMENT.search(result)
        if not result or not fragment:
            result += " " if result else ""
        elif text[:1].islower() and not text.lower().startswith(fragment[1].lower()):
            result = result[:-1]
            if words and words[-1].span.end > len(result):
                words[-1] = replace(words[-1], span=Span(start=words[-1].span.start, end=len(result)))
        words.extend(shifted(own, len(result)))
        result += text
    return result, tuple(words)
