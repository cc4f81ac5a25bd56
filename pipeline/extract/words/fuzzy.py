"""Nearest spelling of a word: the one module that imports rapidfuzz."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne


def nearest(word: str, choices: tuple[str, ...], *, edits: int) -> str | None:
    """Return the choice that is at most ``edits`` letters away (a swap of two neighbours counts as one).

    Among equals the first of ``choices`` wins; None where nothing is near enough, or where the first letter
    differs: typing errors seldom begin a word, and words that rhyme seldom mean the same.

    >>> nearest("penghitunagn", ("pemungutan", "penghitungan"), edits=1)
    'penghitungan'
    >>> nearest("senang", ("serang",), edits=0) is None
    True
    """
    near = [choice for choice in _by_first(choices).get(word[:1], ()) if abs(len(choice) - len(word)) <= edits]
    found = extractOne(word, near, scorer=OSA.distance, score_cutoff=edits)
    return found[0] if found else None


@lru_cache(maxsize=8)
def _by_first(choices: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for choice in choices:
        found[choice[:1]].append(choice)
    return {first: tuple(some) for first, some in found.items()}
