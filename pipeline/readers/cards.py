"""Regions told one below the other, each with what is told of it on lines of its own, as on a chart or a card.

"Kerinci", "Tinggi", "Merangin", "Sedang" may be cards, or levels that head the names below them. The ends tell:
cards begin with a name and end with a value, or the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
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
    orders = [_Order(lines, part) for part in (_apart, _name_first, _name_last)]
    index = 0
    while index < len(lines):
        cards = _cards(orders, lines, index)
        found += cards
        index = cards[-1].last + 1 if cards else index + 1
    return found


def card_blocks(lines: Sequence[Line]) -> tuple[list[Block], set[int]]:
    """Return a list item for each card among ``lines``, and the starts of the lines that are in them."""
    cards = cards_among(lines)
    used = {line.start for card in cards for line in lines[card.first : card.last + 1]}
    return [_block(lines, card) for card in cards], used


class _Order:
    """The cards among lines by one order of name and values, and among them those that stand apart.

    Each is looked for once: a run of thousands is asked for anew from each of its lines where it is no list.
    """

    def __init__(self, lines: Sequence[Line], part: Callable[[Sequence[Line], int], Card | None]) -> None:
        self.lines = lines
        self.part = part
        self._runs: dict[int, _Run | None] = {}

    def run(self, index: int) -> _Run | None:
        """Return the neighbouring cards from a line on, None where no card begins with it."""
        firsts: list[Card] = []
        at = index
        while at not in self._runs:
            card = _apart(self.lines, at) or self.part(self.lines, at) if at < len(self.lines) else None
            if card is None:
                self._runs[at] = None
                break
            firsts.append(card)
            at = card.last + 1
        for card in reversed(firsts):
            self._runs[card.first] = _Run(card, self._runs[card.last + 1])
        return self._runs[index]


class _Run:
    """A card and the ``following`` ones: how ``many`` they are together, and the ``end``, the last of them."""

    def __init__(self, first: Card, following: _Run | None) -> None:
        self.first = first
        self.following = following
        self.many: int = 1 + (following.many if following else 0)
        self.end: Card = following.end if following else first

    def __iter__(self) -> Iterator[Card]:
        run: _Run | None = self
        while run is not None:
            yield run.first
            run = run.following


def _cards(orders: Sequence[_Order], lines: Sequence[Line], index: int) -> list[Card]:
    """Return the cards that begin with a line, none where they are few or may be lists under levels."""
    for order in orders:
        run = order.run(index)
        if run is None:
            continue
        enough = run.many >= _AT_LEAST and (order.part is _apart or _ends_well(order.part, run, lines))
        if enough or (order.part is _name_first and _are_two_levels(run, lines)):
            return list(run)
    return []


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


def _are_two_levels(run: _Run, lines: Sequence[Line]) -> bool:
    """Tell whether two cards hold a level each, and nothing follows that the second may head."""
    if run.many != 2:
        return False
    behind = _line_behind(run, lines)
    alone = behind is None or shape_of(behind.words) != "name"
    leveled = all(card.last == card.first + 1 and _is_level(lines[card.last]) for card in run)
    return leveled and alone and _ends_well(_name_first, run, lines)


def _line_behind(run: _Run, lines: Sequence[Line]) -> Line | None:
    return lines[run.end.last + 1] if run.end.last + 1 < len(lines) else None


def _ends_well(part: object, run: _Run, lines: Sequence[Line]) -> bool:
    """Tell whether nothing at the ends of the cards speaks for values that belong to the other neighbour."""
    before = lines[run.first.first - 1] if run.first.first else None
    behind = _line_behind(run, lines)
    if part is _name_last:
        return behind is None or behind.gap or not (_is_name(behind) or _is_value(behind))
    if before is not None and _is_value(before):
        return False
    if behind is None or behind.gap or not _is_name(behind) or mark_length(lines[run.first.name].words) > 0:
        return True
    return _repeats_level(run, lines) or _holds_figures(run, lines)


def _repeats_level(run: _Run, lines: Sequence[Line]) -> bool:
    """Tell whether cards hold one level twice, or fewer levels than they are."""
    found: set[str] = set()
    for card in run:
        levels = [line.words.lower() for line in lines[card.first : card.last + 1] if _is_level(line)]
        if len(set(levels)) < len(levels) or not found.isdisjoint(levels):
            return True
        found.update(levels)
    return len(found) < run.many


def _holds_figures(cards: Iterable[Card], lines: Sequence[Line]) -> bool:
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
