"""Rows that went to another region: the same words of a document, read of one region then, of another now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from pipeline.dataset.changes.compared import REGION, Compared
from pipeline.dataset.changes.published_side import Row, at

_Words: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A row before and after, None where it was not there; ``old_key`` is that before of one that ``moved``."""

    key: tuple[str, ...]
    old: Row | None
    new: Row | None
    old_key: tuple[str, ...] = ()

    @property
    def moved(self) -> bool:
        """Tell whether the row is of another region now."""
        return bool(self.old_key)


def paired(table: Compared, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the pairs, one for each row that went and the row that came from its words.

    Where the words of one sentence name several regions, rows belong together that have the same value too, and
    otherwise only where there is no other choice.
    """
    if table.key[0] != REGION:
        yield from pairs
        return
    moves = _moves(table, pairs)
    gone = {id(old) for old, _ in moves}
    came = {id(new): old for old, new in moves}
    for pair in pairs:
        old = came.get(id(pair))
        if old is not None:
            yield replace(pair, old=old.old, old_key=old.key)
        elif id(pair) not in gone:
            yield pair


def _moves(table: Compared, pairs: Sequence[Pair]) -> list[tuple[Pair, Pair]]:
    went, came = _by_words(pairs, new=False), _by_words(pairs, new=True)
    found: list[tuple[Pair, Pair]] = []
    for words in went.keys() & came.keys():
        olds, news = went[words], came[words]
        for old in tuple(olds):
            equal = [new for new in news if _value(table, new) == _value(table, old)]
            rivals = [other for other in olds if _value(table, other) == _value(table, old)]
            if len(equal) == len(rivals) == 1:
                found.append((old, equal[0]))
                olds.remove(old)
                news.remove(equal[0])
        if len(olds) == len(news) == 1:
            found.append((olds[0], news[0]))
    return found


def _by_words(pairs: Sequence[Pair], *, new: bool) -> dict[_Words, list[Pair]]:
    """Group rows that came, or went, by document, words, and what they say beside the region."""
    found: dict[_Words, list[Pair]] = {}
    for pair in pairs:
        row, other = (pair.new, pair.old) if new else (pair.old, pair.new)
        if row is not None and other is None and at(row, "evidence"):
            words = (at(row, "evidence_document") or at(row, "documents"), at(row, "evidence"), *pair.key[1:])
            found.setdefault(words, []).append(pair)
    return found


def _value(table: Compared, pair: Pair) -> tuple[str, ...]:
    row = pair.new or pair.old or {}
    return tuple(at(row, name) for name in table.columns[:2])
