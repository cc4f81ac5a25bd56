"""Wordings inside running text: whole, in order, with little between their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline.extract.likeness import DUTIES, EXCLUSIVE, POLARITY, suffers
from pipeline.extract.terms import Term, read_terms
from pipeline.extract.wordings import Wording, Wordings
from pipeline.model import Span

ALONE = frozenset(
    (
        "psu",
        "pssu",
        "psl",
        "politikuang",
        "dptb",
        "kebencian",
        "hoaks",
        "kampanyehitam",
        "phpu",
        "noken",
        "palang",
        "polarisasi",
        "primordialisme",
    )
)
"""Terms that name an issue by themselves; any other needs company ("netralitas" alone says nothing)."""
ENOUGH = 0.76
"""The least weight of a wording that is looked for in running text."""
_POLARITY = (POLARITY,)
_BETWEEN = 4
"""How many words may stand between two words of a wording, all light but one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A wording found in text. ``score`` is 100 where nothing stands between its words and none is misspelt.

    ``weight`` is the wording's less that of the words between: "pemilih ganda dan penggelembungan daftar pemilih"
    is two issues, not one with a word between.
    """

    span: Span
    wording: Wording
    score: float
    exact: bool
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """Text as terms, with the family of each."""

    terms: tuple[Term, ...]
    families: tuple[str | None, ...]


def find_mentions(text: str, wordings: Wordings) -> tuple[Mention, ...]:
    """Return the wordings in ``text``, the heaviest first where two overlap, in order of position."""
    terms = read_terms(text, wordings.respell)
    read = _Read(terms=terms, families=tuple(wordings.family(term.word) for term in terms))
    possible = _possible(read, wordings)
    found = [
        _mention(read, places, wording, wordings)
        for start, family in enumerate(read.families)
        for wording in possible.get(family, ())
        if (places := _align(read, start, wording, wordings))
    ]
    found.sort(key=lambda m: (-m.weight, -m.score, m.span.end - m.span.start, m.span.start, m.wording.place))
    taken: list[Mention] = []
    for mention in found:
        if all(mention.span.end <= other.span.start or other.span.end <= mention.span.start for other in taken):
            taken.append(mention)
    return tuple(sorted(taken, key=lambda mention: mention.span))


def _possible(read: _Read, wordings: Wordings) -> dict[str | None, tuple[Wording, ...]]:
    """Return, by their first family, the wordings all of whose families stand somewhere in the text."""
    present = set(read.families)
    sought = _sought(wordings)
    return {
        family: tuple(wording for wording in sought[family] if present.issuperset(wording.families))
        for family in present
        if family in sought
    }


@lru_cache(maxsize=8)
def _sought(wordings: Wordings) -> Mapping[str | None, tuple[Wording, ...]]:
    """Return the wordings that are looked for in running text, by their first family."""
    return {
        family: tuple(wording for wording in found if _worthwhile(wording))
        for family, found in wordings.by_first.items()
    }


def _worthwhile(wording: Wording) -> bool:
    if len(set(wording.families)) == 1:
        return wording.families[0] in ALONE
    return wording.weight >= ENOUGH


def _align(read: _Read, start: int, wording: Wording, wordings: Wordings) -> tuple[int, ...]:
    """Return where each family of the wording stands, from ``start`` on; empty where one is missing."""
    places = [start]
    strangers = 0
    for family in wording.families[1:]:
        place = places[-1]
        for between in range(_BETWEEN + 1):
            place += 1
            if place >= len(read.terms) or read.terms[place].gap == "stop":
                return ()
            here = read.families[place]
            if read.terms[place].gap == "mark" and (between or here != family):
                return ()
            if here == family:
                break
            if read.terms[place].word == "oleh" and suffers(wording, wordings):
                return ()
            if not wordings.light(here):
                strangers += 1
                if strangers > 1 or read.terms[place].word in DUTIES or _parts_meaning(here, wording, wordings):
                    return ()
        else:
            return ()
        places.append(place)
    return tuple(places)


def _parts_meaning(family: str | None, wording: Wording, wordings: Wordings) -> bool:
    """Tell whether a word between those of a wording turns its meaning."""
    if family is None:
        return False
    if family in wordings.groups(_POLARITY)[0]:
        return True
    return any(family in group and set(group) & set(wording.families) for group in wordings.groups(EXCLUSIVE))


def _mention(read: _Read, places: tuple[int, ...], wording: Wording, wordings: Wordings) -> Mention:
    first, last = read.terms[places[0]], read.terms[places[-1]]
    inside = (read.families[i] for low, high in pairwise(places) for i in range(low + 1, high))
    between = [family for family in inside if not wordings.light(family)]
    strangers = len(between)
    misspelt = sum(read.terms[place].misspelt for place in places)
    score = max(0.0, 100.0 - 8.0 * strangers - 6.0 * misspelt)
    return Mention(
        span=Span(start=first.start, end=last.end),
        wording=wording,
        score=score,
        exact=not strangers and not misspelt,
        weight=wording.weight - sum(map(wordings.weight, between)),
    )
