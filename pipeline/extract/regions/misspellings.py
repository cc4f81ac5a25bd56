"""Names of regions with a typing error: "Kabupaten Banyu Asin", "Kalimatan Timur", "Papua Pengunungan"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.extract.words.fuzzy import nearest

if TYPE_CHECKING:
    from pipeline.extract.words.language import Name

_RUN = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z]?[a-z]+){0,5}")
_WORD = re.compile(r"[A-Za-z]+")
_PREFIXED = re.compile(r"(?<![A-Za-z])(?:[Kk]abupaten|[Kk]ab\.?|[Kk]ota|[Pp]rovinsi|[Pp]rov\.?)\s?$")
_WORDS = 4
_SHORT = 6  # letters of the shortest name that is taken behind "Kabupaten" or "Kota" with an error
_ALONE = 10  # and of the shortest of several words without such a word
_LONG = 9  # letters from which a name may have two errors behind such a word
_LONG_ALONE = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Misspelt:
    """A name with an error, characters ``start`` to ``end`` of a passage, and the known ``name`` that is meant."""

    start: int
    end: int
    name: str


def misspelt_names(text: str, known: Sequence[Name], names: tuple[str, ...]) -> Iterator[Misspelt]:
    """Find names with a typing error in ``text``, where none of the ``known`` ones stands or only begins there.

    >>> names = ("kalimantan timur", "banyuasin")
    >>> [one.name for one in misspelt_names("Kalimatan Timur dan Kabupaten Banyuasn", (), names)]
    ['kalimantan timur', 'banyuasin']
    >>> list(misspelt_names("Panitia Timur di Banyuasn", (), names))
    []
    """
    taken = 0
    starts = [name.start for name in known]
    for run in _RUN.finditer(text):
        words = [(run.start() + m.start(), run.start() + m.end()) for m in _WORD.finditer(run.group())]
        for index, (start, _) in enumerate(words):
            if start < taken or not text[start].isupper():
                continue
            some = words[index : index + _WORDS]
            low, high = bisect_left(starts, some[0][0]) - 1, bisect_left(starts, some[-1][1])
            found = _from(text, some, known[max(low, 0) : high], names)
            if found is not None:
                taken = found.end
                yield found


def _from(
    text: str, words: Sequence[tuple[int, int]], known: Sequence[Name], names: tuple[str, ...]
) -> Misspelt | None:
    """Read the longest name that begins with the first of ``words``; a word in small letters bears no error."""
    start = words[0][0]
    prefixed = _PREFIXED.search(text, max(0, start - 12), start) is not None
    for count in range(len(words), 0, -1):
        end = words[count - 1][1]
        if any(
            name.start < end and start < name.end and (name.start < start or end <= name.end) for name in known
        ):
            return None
        covered = any(start <= name.start and name.end <= end for name in known)
        name = _meant(text[start:end].lower().replace("-", " "), names, prefixed=prefixed)
        plain = {text[low:high] for low, high in words[:count] if text[low].islower()}
        if name is not None and plain <= set(name.split()) and not (covered and " " not in name):
            return Misspelt(start=start, end=end, name=name)
    return None


@lru_cache(maxsize=50_000)
def _meant(words: str, names: tuple[str, ...], *, prefixed: bool) -> str | None:
    """Return the known name that words with an error mean, None where none is near enough."""
    if len(words) < (_SHORT if prefixed else _ALONE) or (not prefixed and " " not in words):
        return None
    long = len(words) >= (_LONG if prefixed else _LONG_ALONE)
    name = nearest(words, names, edits=2 if long else 1)
    if name is None or prefixed:
        return name
    return name if set(words.split()) & set(name.split()) else None
