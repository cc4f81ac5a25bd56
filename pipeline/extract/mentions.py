"""Wordings inside running text: whole, in order, with little between their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    term: Term
    family: str | None
    light: bool
    weight: float


def find_mentions(text: str, wordings: Wordings) -> tuple[Mention, ...]:
    """Return the wordings in ``text``, the heaviest first where two overlap, in order of position."""
    reads = tuple(_read(term, wordings) for term in read_terms(text, wordings.respell))
    possible = _possible(reads, wordings)
    found = [
        _mention(reads, places, wording)
        for start, read in enumerate(reads)
        for wording in possible.get(read.family, ())
        if (places := _align(reads, start, wording, wordings))
    ]
    found.sort(key=lambda m: (-m.weight, -m.score, m.span.end - m.span.start, m.span.start, m.wording.place))
    taken: list[Mention] = []
    for mention in found:
        if all(mention.span.end <= other.span.start or other.span.end <= mention.span.start for other in taken):
            taken.append(mention)
    return tuple(sorted(taken, key=lambda mention: mention.span))


def _read(term: Term, wordings: Wordings) -> _Read:
    family = wordings.family(term.word)
    return _Read(term=term, family=family, light=wordings.light(family), weight=wordings.weight(family))


def _possible(reads: Sequence[_Read], wordings: Wordings) -> dict[str | None, tuple[Wording, ...]]:
    """Return, by their first family, the wordings all of whose families stand somewhere in the text."""
    present = {read.family for read in reads}
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


def _align(reads: Sequence[_Read], start: int, wording: Wording, wordings: Wordings) -> tuple[int, ...]:
    """Return where each family of the wording stands, from ``start`` on; empty where one is missing."""
    places = [start]
    strangers = 0
    for family in wording.families[1:]:
        place = places[-1]
        for between in range(_BETWEEN + 1):
            place += 1
            if place >= len(reads) or reads[place].term.gap == "stop":
                return ()
            read = reads[place]
            if read.term.gap == "mark" and (between or read.family != family):
                return ()
            if read.family == family:
                break
            if read.term.word == "oleh" and suffers(wording, wordings):
                return ()
            if not read.light:
                strangers += 1
                if strangers > 1 or read.term.word in DUTIES or _parts_meaning(read.family, wording, wordings):
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


def _mention(reads: Sequence[_Read], places: tuple[int, ...], wording: Wording) -> Mention:
    first, last = reads[places[0]].term, reads[places[-1]].term
    between = [reads[i] for low, high in pairwise(places) for i in range(low + 1, high) if not reads[i].light]
    strangers = len(between)
    misspelt = sum(reads[place].term.misspelt for place in places)
    score = max(0.0, 100.0 - 8.0 * strangers - 6.0 * misspelt)
    return Mention(
        span=Span(start=first.span.start, end=last.span.end),
        wording=wording,
        score=score,
        exact=not strangers and not misspelt,
        weight=wording.weight - sum(read.weight for read in between),
    )
