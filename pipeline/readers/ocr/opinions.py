"""Two readings of one picture laid over each other: a word is as sure as both make it.

A network is now and then sure of a wrong digit, seldom of the same one as another network that was trained apart.
So a word that both read alike keeps its confidence, and one that they read differently is in doubt, however sure
one of them is. Nothing is mended: of two readings of a number the one that looks like a number is shown, in doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from math import inf
from typing import Final

from pipeline.readers.ocr.words import SeenWord
from pipeline.readers.page import BBox

DOUBTED: Final = 0.3
"""The confidence at most in a word that two readings show differently, or that only one of them shows."""

_OVERLAP = 0.3  # of the smaller of two boxes, both ways: they show one piece of ink
_READABLE = 0.5  # mean confidence of a line that only the second reading shows: less is dust
_LEAD = 0.05  # of confidence that the second reading must be ahead, to be shown instead of the first
_TALL = 400  # pixels: no line of type is higher
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"\W*\d{1,3}(?:[.,]?\d+)*%?\W*")
_QUOTES = "'\"“”‘’`´°*~"  # a fleck beside a word looks like one of these
_ENDS = f".,;:()[]{{}}|_-{_QUOTES}"
_SEPARATORS = frozenset(",;:)")  # what parts a number from the next
_DASHES = str.maketrans("–—", "--")
_DECIMAL = re.compile(r"(?<=\d)[.,](?=\d{1,2}(?!\d))")


def agreed(first: Sequence[SeenWord], second: Sequence[SeenWord]) -> list[SeenWord]:
    """Return the words of the first reading, as sure as the second leaves them, and those that only it shows."""
    result: list[SeenWord] = []
    alone: list[SeenWord] = []
    for group in _groups(first, second):
        if not group.first:
            alone += group.second
        else:
            result += _settled(group)
    return _inserted(sorted(result, key=lambda word: (word.line, word.box[0])), alone)


@dataclass(slots=True, kw_only=True, eq=False)
class _Group:
    """Words of both readings that show one piece of ink."""

    first: list[SeenWord] = field(default_factory=list)
    second: list[SeenWord] = field(default_factory=list)


def _settled(group: _Group) -> list[SeenWord]:
    """Return the words of a group as both readings show them, or else those of the surer one, in doubt."""
    one, other = group.first, group.second
    if len(one) == len(other) == 1 and has_digit(one[0].text + other[0].text):
        return [_settled_number(one[0], other[0])]
    surer = _on_line_of(one[0], other) if _mean(other) > _mean(one) + _LEAD else one
    if _letters(one) == _letters(other) and not any(has_digit(word.text) for word in one):
        sure = max(min(word.confidence for word in reading) for reading in (one, other))
        return [replace(word, confidence=max(word.confidence, sure)) for word in surer]
    return [_doubted(word) for word in surer if any(map(str.isalnum, word.text))]  # a fleck looks like a stroke


def _doubted(word: SeenWord) -> SeenWord:
    return replace(word, confidence=min(word.confidence, DOUBTED))


def _on_line_of(first: SeenWord, words: Sequence[SeenWord]) -> list[SeenWord]:
    return [replace(word, line=first.line, top=first.top, bottom=first.bottom) for word in words]


def _mean(words: Sequence[SeenWord]) -> float:
    length = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / length if length else 0.0


def _settled_number(one: SeenWord, other: SeenWord) -> SeenWord:
    """Return a number of which there are two readings: where they differ, the one that looks like a number.

    A point for a comma, or the other way round, makes no difference before one or two decimals. Where only a fleck
    beside the number is read differently, the number is shown without it, in doubt as well.
    """
    confidence = min(one.confidence, other.confidence)
    if _figure(one.text) == _figure(other.text):
        return replace(one, confidence=confidence)
    core, tails = one.text.strip(_ENDS), one.text.lstrip(_ENDS) + other.text.lstrip(_ENDS)
    if core and core == other.text.strip(_ENDS) and not set(tails.replace(core, "")) & _SEPARATORS:
        return _doubted(replace(one, text=core, confidence=confidence))
    better = other if _NUMBER.fullmatch(other.text) and not _is_plainer(other.text, one.text) else one
    return _doubted(replace(one, text=better.text, confidence=confidence))


def _is_plainer(text: str, than: str) -> bool:
    """Tell whether a reading has lost the decimal sign that another of the same digits has."""
    digits, others = re.sub(r"\D", "", text), re.sub(r"\D", "", than)
    return _NUMBER.fullmatch(than) is not None and digits == others and len(text) < len(than)


def has_digit(text: str) -> bool:
    """Tell whether a word holds a digit."""
    return _DIGIT.search(text) is not None


def _figure(text: str) -> str:
    return _DECIMAL.sub(",", text.translate(_DASHES)).strip(_QUOTES)


def _letters(words: Sequence[SeenWord]) -> str:
    text = "".join(word.text for word in sorted(words, key=lambda word: word.box[0])).translate(_DASHES)
    return text.strip(_ENDS).casefold() or text


def _groups(first: Sequence[SeenWord], second: Sequence[SeenWord]) -> list[_Group]:
    """Put words together that overlap, directly or by way of others."""
    ordered = sorted(second, key=lambda word: word.box[1])
    tops = [word.box[1] for word in ordered]
    home: dict[int, _Group] = {}
    groups: list[_Group] = []
    for word in first:
        group = _Group(first=[word])
        near = range(bisect_left(tops, word.box[1] - _TALL), bisect_left(tops, word.box[3]))
        for index in (index for index in near if overlap(word.box, ordered[index].box)):
            held = home.get(index)
            if held is None:
                group.second.append(ordered[index])
            elif held is not group:
                group.first += held.first
                group.second += held.second
                groups.remove(held)
            home[index] = group
            home |= {other: group for other, one in home.items() if one is held} if held is not None else {}
        groups.append(group)
    groups += [_Group(second=[word]) for index, word in enumerate(ordered) if index not in home]
    return groups


def overlap(one: BBox, other: BBox) -> bool:
    """Tell whether two boxes lie over each other by a good part of the smaller one, in width and in height."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return width > _OVERLAP * min(one[2] - one[0], other[2] - other[0]) and height > _OVERLAP * min(
        one[3] - one[1], other[3] - other[1]
    )


def _inserted(words: list[SeenWord], alone: Sequence[SeenWord]) -> list[SeenWord]:
    """Put words that only the second reading shows where they stand: into a line, or as lines of their own.

    A stamp over a few lines hides them from the first reading, which takes the place for a drawing.
    """
    lines = [list(row) for _, row in groupby(words, key=lambda word: word.line)]
    apart: dict[int, list[SeenWord]] = {}
    for word in alone:
        if not any(map(str.isalnum, word.text)):
            continue
        home = min(lines, key=lambda row: _gap(word, row), default=None)
        if home is None or _gap(word, home) == inf:
            apart.setdefault(word.line, []).append(word)
        else:
            home.append(_doubted(replace(word, top=home[0].top, bottom=home[0].bottom)))
    for row in apart.values():
        if _mean(row) > _READABLE:
            below = next((i for i, line in enumerate(lines) if line[0].bottom > row[0].bottom), len(lines))
            lines.insert(below, [_doubted(word) for word in row])
    return [
        replace(word, line=number)
        for number, row in enumerate(lines)
        for word in sorted(row, key=lambda word: word.box[0])
    ]


def _gap(word: SeenWord, line: Sequence[SeenWord]) -> float:
    """Return how many pixels part a word from the nearest on its height in a line, infinity where none is."""
    middle = (word.box[1] + word.box[3]) / 2
    return min((_distance(word, other) for other in line if other.top < middle < other.bottom), default=inf)


def _distance(one: SeenWord, other: SeenWord) -> float:
    return max(one.box[0] - other.box[2], other.box[0] - one.box[2], 0.0)
