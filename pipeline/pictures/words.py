"""Finding a quote again among the words of a page: pure geometry.

What a document's text has of a page is its words, joined by blanks and tabs, parted words made whole. So blanks
and hyphens count for nothing, and every other character must agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from pipeline.model import Block, Document, Evidence, Place, ScannedWord, Span
from pipeline.pictures.lettering import width
from pipeline.pictures.view import line_boxes
from pipeline.readers.page import BBox, Word, inside
from pipeline.readers.pdf.lines import lines_of

WordsOf = Callable[[int], Sequence[Word]]
"""The words of a page, numbered from 1; none for a page that there is not."""

_AROUND = 60  # characters on either side of a quote that tell it from the same words elsewhere
_SURE = 10  # of them that must agree where the quote is looked for outside its block
_SLACK = 1.0  # points: boxes of blocks are rounded
_NARROW = 2  # letters may be higher than wide: of more, the word stands on its side
_PROOF = 40  # pixels: the size of type at which letters are compared
_TURNS = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))  # by no, one, two and three quarters
_PASSED = re.compile("[\\s\u00ad\u2010\u2011-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Where a quote stands: boxes in points on ``page``, a box a line.

    ``exact`` is false where some words were not found, and boxes are those of their cell or block. ``until`` is
    the page on which the quote ends; ``sure`` (0 to 1) how sure the worst of words recognised in a picture is.
    """

    page: int
    boxes: tuple[BBox, ...]
    exact: bool
    until: int
    sure: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """What of a quote stands in one cell or block, with the characters of that cell or block around it."""

    text: str
    before: str
    after: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    page: int
    box: BBox
    letters: str

    def part(self, start: int, end: int) -> _Placed:
        """Return some of the word's letters; how wide they are is told by a font much like the page's."""
        start, end = max(start, 0), min(end, len(self.letters))
        upright = self.box[3] - self.box[1] > self.box[2] - self.box[0] and len(self.letters) > _NARROW
        if (start, end) == (0, len(self.letters)) or upright:
            return self
        scale = (self.box[2] - self.box[0]) / max(width(self.letters, _PROOF), 1.0)
        low, high = (self.box[0] + scale * width(self.letters[:at], _PROOF) for at in (start, end))
        return replace(self, box=(low, self.box[1], high, self.box[3]), letters=self.letters[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Match:
    """Words that read as the piece; how many characters around agree too; whether it stands there once only."""

    words: tuple[_Placed, ...]
    agreeing: int
    lone: bool


def letters(text: str) -> str:
    r"""Return the characters that must agree.

    >>> letters("Muko-\nMuko 41,20")
    'MukoMuko41,20'
    """
    return _PASSED.sub("", text)


def blocks_of(document: Document, span: Span) -> tuple[Block, ...]:
    """Return the blocks that hold characters of ``span``."""
    return tuple(b for b in document.blocks if b.span.start < span.end and span.start < b.span.end)


def locate(document: Document, evidence: Evidence, words_of: WordsOf) -> Located | None:
    """Find the words of a quote; None where it has no page.

    Words that were recognised in a picture have their own boxes; others are looked for among ``words_of``.
    """
    scanned = [
        (word, box)
        for word in document.words
        if (box := word.place.bbox) and word.span.start < evidence.span.end and evidence.span.start < word.span.end
    ]
    if scanned:
        parts = [_part(word, box, evidence.span, document) for word, box in scanned]
        return replace(_located([parts], exact=True), sure=min(word.confidence for word, _ in scanned))
    pieces = tuple(_pieces(document, evidence))
    found = [_search(piece, document, words_of) for piece in pieces]
    whole = [words or _whole(piece.place) for words, piece in zip(found, pieces, strict=True)]
    groups = [words for words in whole if words] or [words for words in [_whole(evidence.place)] if words]
    return _located(groups, exact=bool(found) and all(found)) if groups else None


def _part(word: ScannedWord, box: BBox, span: Span, document: Document) -> _Placed:
    """Return what of a recognised word lies in ``span``."""
    whole = _Placed(page=word.place.page or 1, box=box, letters=word.span.of(document.text))
    return whole.part(span.start - word.span.start, span.end - word.span.start)


def _located(groups: Sequence[Sequence[_Placed]], *, exact: bool) -> Located:
    page = groups[0][0].page
    lines = (line_boxes(word.box for word in words if word.page == page) for words in groups)
    until = max(word.page for words in groups for word in words)
    return Located(page=page, boxes=tuple(box for boxes in lines for box in boxes), exact=exact, until=until)


def _whole(place: Place) -> tuple[_Placed, ...]:
    if place.page is None or place.bbox is None:
        return ()
    return (_Placed(page=place.page, box=place.bbox, letters=""),)


def _pieces(document: Document, evidence: Evidence) -> Iterator[_Piece]:
    for block in blocks_of(document, evidence.span):
        parts = {cell.span: cell.place for cell in block.cells} or {block.span: block.place}
        for around, place in parts.items():
            start, end = max(around.start, evidence.span.start), min(around.end, evidence.span.end)
            if start < end and letters(document.text[start:end]):
                yield _Piece(
                    text=letters(document.text[start:end]),
                    before=letters(document.text[max(around.start, start - _AROUND) : start]),
                    after=letters(document.text[end : min(around.end, end + _AROUND)]),
                    place=place if place.bbox else block.place,
                )


def _search(piece: _Piece, document: Document, words_of: WordsOf) -> tuple[_Placed, ...] | None:
    """Look for a piece in its box; where it does not fit in there, on its page and over the page's end."""
    if piece.place.page is None:
        return None
    page = piece.place.page
    own = [word for word in words_of(page) if piece.place.bbox and inside(word, _slack(piece.place.bbox))]
    near = [match for words in _orders(own, page) if (match := _match(piece, words))]
    wanted = len(piece.before) + len(piece.after)
    if exact := next((match for match in near if match.agreeing == wanted), None):
        return exact.words
    far = [match for words in _beyond(page, document, words_of) if (match := _match(piece, words))]
    found = [*near, *(match for match in far if match.lone or match.agreeing >= _SURE)]
    best = max(found, key=lambda match: match.agreeing, default=None)
    return best.words if best else None


def _slack(box: BBox) -> BBox:
    return (box[0] - _SLACK, box[1] - _SLACK, box[2] + _SLACK, box[3] + _SLACK)


def _beyond(page: int, document: Document, words_of: WordsOf) -> Iterator[list[_Placed]]:
    """Yield the words of the page, then those of the page and the next: a block may go on in another column."""
    here = list(_orders(_running(words_of(page), page, document), page))
    there = _orders(_running(words_of(page + 1), page + 1, document), page + 1)
    yield from here
    yield from (before + after for before, after in zip(here, there, strict=True))


def _running(words: Sequence[Word], page: int, document: Document) -> list[Word]:
    """Leave out headers and footers, which stand between the two parts of a sentence over two pages."""
    notes = [
        _slack(block.place.bbox)
        for block in document.blocks
        if block.kind == "note" and block.place.page == page and block.place.bbox
    ]
    return [word for word in words if not any(inside(word, box) for box in notes)]


def _orders(words: Sequence[Word], page: int) -> Iterator[list[_Placed]]:
    """Yield the words line by line, whichever way up their type stands, then as the file has them."""
    for turn in _TURNS:
        seen = {_seen(word, turn): word for word in words}
        yield _placed((seen[word] for line in lines_of(tuple(seen)) for word in line.words), page)
    yield _placed(words, page)


def _seen(word: Word, turn: tuple[int, int, int, int]) -> Word:
    """Return the word with its box as it is seen from the side from which its type stands upright."""
    a, b, c, d = turn
    xs, ys = [
        [k * x + m * y for x, y in ((word.x0, word.top), (word.x1, word.bottom))] for k, m in ((a, b), (c, d))
    ]
    return replace(word, x0=min(xs), top=min(ys), x1=max(xs), bottom=max(ys))


def _placed(words: Iterable[Word], page: int) -> list[_Placed]:
    return [_Placed(page=page, box=word.box, letters=letters(word.text)) for word in words]


def _match(piece: _Piece, words: Sequence[_Placed]) -> _Match | None:
    """Return the words whose letters are the piece's, where most of what is around them agrees too."""
    stream = "".join(word.letters for word in words)
    starts = [found.start() for found in re.finditer(f"(?={re.escape(piece.text)})", stream)]
    if not starts:
        return None
    at = max(starts, key=lambda start: _agreeing(piece, stream, start))
    end = at + len(piece.text)
    chosen: list[_Placed] = []
    done = 0
    for word in words:
        if done < end and at < done + len(word.letters):
            chosen.append(word.part(at - done, end - done))
        done += len(word.letters)
    return _Match(words=tuple(chosen), agreeing=_agreeing(piece, stream, at), lone=len(starts) == 1)


def _agreeing(piece: _Piece, stream: str, at: int) -> int:
    end = at + len(piece.text)
    before = zip(reversed(piece.before), reversed(stream[max(0, at - _AROUND) : at]), strict=False)
    return _alike(before) + _alike(zip(piece.after, stream[end : end + _AROUND], strict=False))


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
