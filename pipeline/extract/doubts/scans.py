"""Findings that rest on words which OCR may have misread go to a person, with their reading.

Whether a finding rests on such a word is found out in two ways. The words that state it are looked at. And the
document is read a second time with the doubtful words struck out: what does not come out the same without them
rests on one of them, be it in a heading, the head of a column, or the year in the title.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.draft import doubted
from pipeline.reference.calibration import KNOWN_DOUBT
from pipeline.reference.cuts import decimals

if TYPE_CHECKING:
    from pipeline.extract.doubts.cross_check import Joined
    from pipeline.extract.draft import Draft
    from pipeline.model import Document, ScannedWord, Span

SURE_LETTERS = 0.5
SURE_DIGITS = 0.75
"""Confidence from which a word is taken as read: a wrong digit is a wrong value, a wrong letter mostly no word.

Of 2,600 numbers in generated scans (tests/campaigns/scans.py) that two networks had read alike, one had lost its
sign, at 0.47, and none a digit.
"""

_ODD_NAME = 0.3
"""Doubt from which a region's name is misspelt, one of twins, or has the prefix of another kind of region."""

_STRUCK = "\u25a1"  # a sign that no rule knows, as long as what it replaces
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\d{4}")
_FIGURE = re.compile(r"\W*\d[\d.,]*\W*")


def struck(document: Document) -> Document:
    """Return the document with its doubtful words struck out; the same one where it has none."""
    text = document.text
    doubtful = [word.span for word in document.words if is_doubtful(word, text)]
    if not doubtful:
        return document
    pieces: list[str] = []
    done = 0
    for span in doubtful:
        pieces += [text[done : span.start], _STRUCK * (span.end - span.start)]
        done = span.end
    return replace(document, text="".join([*pieces, text[done:]]))


def is_doubtful(word: ScannedWord, text: str) -> bool:
    """Tell whether a word of the text may have been misread: a digit has to be surer than a letter."""
    return word.confidence < (SURE_DIGITS if _DIGIT.search(word.span.of(text)) else SURE_LETTERS)


def scan_doubted(
    joined: Sequence[Joined], document: Document, without: Document, sure: Sequence[Joined]
) -> tuple[Joined, ...]:
    """Send to review what rests on doubtful words; ``sure`` is what the document says ``without`` them."""
    stands = {_fact(draft) for draft, _ in sure if draft.confidence > KNOWN_DOUBT}
    scan = _Scan.of(document)
    return tuple(
        (
            doubted(draft)
            if _fact(draft) not in stands
            or _is_unsure(draft, spans, scan)
            or _loses_year(draft, document.text, without.text)
            else draft,
            spans,
        )
        for draft, spans in joined
    )


def _loses_year(draft: Draft, text: str, sure: str) -> bool:
    """Tell whether the year of a draft's edition stands in doubtful words alone: it may be another's.

    Without a year the edition would be the likeliest one, whatever the document says.
    """
    year = _YEAR.search(draft.edition or "")
    return year is not None and year.group() in text and year.group() not in sure


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scan:
    """Where the recognised words of a document begin and which of them are doubtful, and its unreadable blocks."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    doubtful: tuple[bool, ...]
    unread: tuple[Span, ...]

    @classmethod
    def of(cls, document: Document) -> _Scan:
        """Look through the words; they stand in the order of the text."""
        scan = cls(
            text=document.text,
            starts=tuple(word.span.start for word in document.words),
            ends=tuple(word.span.end for word in document.words),
            doubtful=tuple(is_doubtful(word, document.text) for word in document.words),
            unread=(),
        )
        unread = (block.span for block in document.blocks if block.main and scan.is_unread(block.span))
        return replace(scan, unread=tuple(unread))

    def words(self, span: Span) -> range:
        """Return the numbers of the words in a span."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def is_other_figure(self, index: int, values: Collection[str]) -> bool:
        """Tell whether a word is a number, but none of these: that of a row, which says nothing of its value."""
        word = self.text[self.starts[index] : self.ends[index]]
        return _FIGURE.fullmatch(word) is not None and _digits(word) not in values

    def is_unread(self, span: Span) -> bool:
        """Tell whether most of what was recognised in a span is doubtful."""
        lengths = [(self.ends[index] - self.starts[index], self.doubtful[index]) for index in self.words(span)]
        return 2 * sum(length for length, doubtful in lengths if doubtful) > sum(length for length, _ in lengths)


def _is_unsure(draft: Draft, spans: Sequence[Span], scan: _Scan) -> bool:
    """Tell whether one of the words that state a fact may have been misread.

    A score without decimals always may: where no one saw its sign, "7,5" is "75" in any reading. So may the name
    of a region that has an error of spelling or does not fit its prefix: it may be another's. And behind a line
    that could not be read nothing holds any more that was said before it: it may have been the next heading.
    """
    words = [index for span in spans for index in scan.words(span)]
    if not words:
        return False
    values = {
        _digits(str(value)) for value in (draft.score, draft.rank, draft.count, draft.n) if value is not None
    }
    whole = draft.score is not None and decimals(draft.score) == 0
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    named = draft.subject.start if draft.subject.end > draft.subject.start else 0
    return (
        whole
        or draft.subject.carried
        or draft.subject.doubt >= _ODD_NAME
        or any(scan.doubtful[index] and not scan.is_other_figure(index, values) for index in words)
        or any(min(named, first) <= block.start < last for block in scan.unread)
    )


def _digits(text: str) -> str:
    """Return the digits of a number without the zeros at its end, with which it may be written or not."""
    return re.sub(r"\D", "", text).rstrip("0")


def _fact(draft: Draft) -> tuple[object, ...]:
    """Return all that a draft states: its value and what it is of."""
    return (
        draft.type, draft.subject.code, draft.edition, draft.basis, draft.dimension, draft.indicator,
        draft.issue, draft.label, draft.scope_code, draft.level, draft.score, draft.category, draft.rank,
        draft.count, draft.unit, draft.n, draft.stage, draft.status, draft.previous,
    )  # fmt: skip
