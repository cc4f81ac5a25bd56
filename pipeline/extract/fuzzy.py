"""Nearest spelling of a word: the one module that imports rapidfuzz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

if TYPE_CHECKING:
    from collections.abc import Sequence


def nearest(word: str, choices: Sequence[str], *, edits: int) -> str | None:
    """Return the choice that is at most ``edits`` letters away (a swap of two neighbours counts as one).

    Among equals the first of ``choices`` wins; None where nothing is near enough, or where the first letter
    differs: typing errors seldom begin a word, and words that rhyme seldom mean the same.

    >>> nearest("penghitunagn", ("pemungutan", "penghitungan"), edits=1)
    'penghitungan'
    >>> nearest("senang", ("serang",), edits=0) is None
    True
    """
    near = [choice for choice in choices if choice[:1] == word[:1] and abs(len(choice) - len(word)) <= edits]
    found = extractOne(word, near, scorer=OSA.distance, score_cutoff=edits)
    return found[0] if found else None
