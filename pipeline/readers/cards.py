"""Regions told one below the other, each with what is told of it on lines of its own, as on a chart or a card.

"Kerinci", "Tinggi", "Merangin", "Sedang" may be cards, or levels that head the names below them. The ends tell:
cards begin with a name and end with a value, or the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline.model import Block, Place, Span
from pipeline.readers.lines import Line
from pipeline.readers.stacked import mark_length, shape_of

_AT_LEAST = 3
"""Cards that make a list: a single name over a figure may be anything, two names over their levels are none."""
_MOST_VALUES = 4
_VALUES = frozenset({"figure", "level"})
_LABEL = re.compile(r"(?i)(?:skor|nilai|indeks|ikp|kategori|level|status|tingkat|kerawanan|\d{4}|\s)+[:=]?")
_NO_PLACE = re.compile(
    r"(?i)\b(?:skor|nilai|peta|infografis|data|hasil|daftar|rekap\w*|ikp|indeks|kerawanan|rawan|pemilu|pilkada|pemilihan|"
    r"bawaslu|kpu|sumber|foto|grafis|gambar|tabel|grafik|kategori|tingkat|tahun|baca|berita|editor|penulis|laporan|"
    r"catatan|keterangan|kabupaten\s?/\s?kota)\b|,"
)


@dataclass(frozen=True, slots=True)
class Card:
    """The lines of one card, from index ``first`` to ``last`` (inclusive); ``name`` is the index of its name."""

    first: int
    last: int
    name: int

    def mark(self, words: str) -> int:
        """Return the length of the list marker of its first line, 0 where that is not the name."""
        return mark_length(words) if self.name == self.first else 0


def cards_among(lines: Sequence[Line]) -> list[Card]:
    """Return the cards among lines, in order.

    >>> words = ("Peta 2024", "Alfa", "Tinggi", "Beta", "Sedang", "Gama", "Skor 9,10", "Rendah", "Tahun 2024")
    >>> lines = [Line(start=0, end=0, number=n, gap=False, words=word) for n, word in enumerate(words)]
    >>> [(card.first, card.last) for card in cards_among(lines)]
    [(1, 2), (3, 4), (5, 7)]
    """
    found: list[Card] = []
    index = 0
    while index < len(lines):
        cards = _cards(lines, index)
        found += cards
        index = cards[-1].last + 1 if cards else index + 1
    return found


def card_blocks(lines: Sequence[Line]) -> tuple[list[Block], set[int]]:
    """Return a list item for each card among ``lines``, and the starts of the lines that are in them."""
    cards = cards_among(lines)
    used = {line.start for card in cards for line in lines[card.first : card.last + 1]}
    return [_block(lines, card) for card in cards], used


def _cards(lines: Sequence[Line], index: int) -> list[Card]:
    """Return the cards that begin with a line, none where they are few or may be lists under levels."""
    for part in (_apart, _name_first, _name_last):
        cards = list(_run(part, lines, index))
        enough = len(cards) >= _AT_LEAST and (part is _apart or _ends_well(part, cards, lines))
        if enough or (part is _name_first and _are_two_levels(cards, lines)):
            return cards
    return []


def _run(part: Callable[[Sequence[Line], int], Card | None], lines: Sequence[Line], index: int) -> Iterator[Card]:
    """Yield neighbouring cards of one order, and among them those that stand apart."""
    while index < len(lines) and (card := _apart(lines, index) or part(lines, index)):
        yield card
        index = card.last + 1


def _apart(lines: Sequence[Line], index: int) -> Card | None:
    """Return the card of neighbouring lines between two blank ones: one name and its values, in any order."""
    if not lines[index].gap:
        return None
    behind = (at for at in range(index + 1, len(lines)) if lines[at].gap)
    last = next(behind, len(lines)) - 1
    names = [at for at in range(index, last + 1) if _is_name(lines[at])]
    values = [at for at in range(index, last + 1) if _is_value(lines[at])]
    whole = len(names) == 1 and 1 <= len(values) <= _MOST_VALUES and len(values) == last - index
    return Card(index, last, names[0]) if whole else None


def _name_first(lines: Sequence[Line], index: int) -> Card | None:
    last = index + _values(lines, index + 1)
    return Card(index, last, index) if _is_name(lines[index]) and last > index else None


def _name_last(lines: Sequence[Line], index: int) -> Card | None:
    name = index + _values(lines, index)
    scored = any(shape_of(line.words) == "figure" for line in lines[index:name])
    return Card(index, name, name) if scored and name < len(lines) and _is_name(lines[name]) else None


def _values(lines: Sequence[Line], index: int) -> int:
    """Count the lines of values from one on, labels among them included: "Skor", "26,10", "Kategori", "Sedang"."""
    found = list(takewhile(_is_told, lines[index : index + _MOST_VALUES]))
    apart = (at for at in range(1, len(found)) if found[at].gap and not found[at - 1].gap)
    found = found[: next(apart, None)]
    while found and not _is_value(found[-1]):
        found.pop()
    return len(found)


def _are_two_levels(cards: Sequence[Card], lines: Sequence[Line]) -> bool:
    """Tell whether two cards hold a level each, and nothing follows that the second may head."""
    behind = lines[cards[-1].last + 1] if cards and cards[-1].last + 1 < len(lines) else None
    alone = behind is None or shape_of(behind.words) != "name"
    leveled = all(card.last == card.first + 1 and _is_level(lines[card.last]) for card in cards)
    return len(cards) == 2 and leveled and alone and _ends_well(_name_first, cards, lines)


def _ends_well(part: object, cards: Sequence[Card], lines: Sequence[Line]) -> bool:
    """Tell whether nothing at the ends of the cards speaks for values that belong to the other neighbour."""
    before = lines[cards[0].first - 1] if cards[0].first else None
    behind = lines[cards[-1].last + 1] if cards[-1].last + 1 < len(lines) else None
    if part is _name_last:
        return behind is None or behind.gap or not (_is_name(behind) or _is_value(behind))
    if before is not None and _is_value(before):
        return False
    levels = [
        line.words.lower() for card in cards for line in lines[card.first : card.last + 1] if _is_level(line)
    ]
    marked = mark_length(lines[cards[0].name].words) > 0
    sure = marked or len(levels) < len(cards) or len(set(levels)) < len(levels) or _holds_figures(cards, lines)
    return sure or behind is None or behind.gap or not _is_name(behind)


def _holds_figures(cards: Sequence[Card], lines: Sequence[Line]) -> bool:
    return all(
        any(shape_of(line.words) == "figure" for line in lines[card.first : card.last + 1]) for card in cards
    )


def _is_name(line: Line) -> bool:
    return shape_of(line.words) == "name" and _NO_PLACE.search(line.words) is None


def _is_told(line: Line) -> bool:
    return _is_value(line) or _LABEL.fullmatch(line.words) is not None


def _is_value(line: Line) -> bool:
    return shape_of(line.words) in _VALUES


def _is_level(line: Line) -> bool:
    return shape_of(line.words) == "level"


def _block(lines: Sequence[Line], card: Card) -> Block:
    first = lines[card.first]
    return Block(
        kind="list_item",
        span=Span(start=first.start + card.mark(first.words), end=lines[card.last].end),
        place=Place(address=f"line {first.number}"),
    )
