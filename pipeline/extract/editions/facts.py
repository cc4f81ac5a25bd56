"""Facts of an edition's instrument that a text may state, and the votes they are worth.

The facts themselves are data: counts, regions that vote, means, bounds, tallies, known scores and dimensions come
from the reference tables, so that a new edition needs no change here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pipeline.extract.editions.names import LOCAL, first_round, profiles
from pipeline.extract.editions.reasons import Reason, Vote
from pipeline.text import fold

if TYPE_CHECKING:
    from decimal import Decimal

    from pipeline.reference import Edition, Reference

_NUMERALS = (
    *("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
    *("sepuluh", "sebelas"),
)
_WORDS = {word: number for number, word in enumerate(_NUMERALS, start=1)} | {
    f"{word} belas": number + 10 for number, word in enumerate(_NUMERALS[:9], start=1) if number > 1
}
_NUMBER = rf"(?P<n>\d{{1,4}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?:\s\([^)]{{1,30}}\))?"
_COUNTED = re.compile(
    rf"(?<![\d.,])\b{_NUMBER} "
    r"(?P<what>indikator|sub ?-?dimensi|variabel|provinsi|kabupaten[ /-]+(?:dan )?kota|daerah)\b"
)
_VOTES = re.compile(
    rf"menggelar|melaksanakan|menyelenggarakan|mengikuti|menghelat|mengadakan|melangsungkan|peserta|"
    rf"\bber(?:pilkada|pilgub|pemilihan)|{LOCAL}"
)
_BASIS = re.compile(r"berbasis|dari (?:total )?$")
_DECIMAL = re.compile(r"(?<![\d.,])\d{1,3}[.,]\d{1,2}(?!\d|[.,]\d)")
_FIGURE = re.compile(
    r"(?<![\d.,])\d{1,2}[.,]\d{1,3}(?!\d|[.,]\d)"
    r"(?! ?(?:%|persen|juta|ribu|miliar|triliun|km|kilometer|meter|jam|wi[bt]))"
)
_MEAN = re.compile(r"rata-?\s?rata|rerata|nasional")
_SCALE = re.compile(
    r"\b(?:skala|rentang|range|mulai(?: dari)?|antara)(?: \w+){0,3} 0(?:[.,]0+)? ?(?:sampai|hingga|-|s/d|dan)"
)
_SCORE = re.compile(
    r"\b(?:skor\w*|nilai\w*|angka\w*|ikp|indeks\w*|poin)\b[^.;]{0,30}?(?P<n>(?<![\d.,])\d{1,2}[.,]\d{1,3})(?![\d]|[.,]\d)"
)
_FRAME = re.compile(r"\b(?:sub ?-?)?dimensi|\bkonteks\b|\baspek|\btahapan\b|\bvariabel")
_STATION = re.compile(r"\btps\b|tempat pemungutan")
_SENTENCE = re.compile(r"[^.;\n]+(?:[.;](?=\d)[^.;\n]*)*")
_TELLING_COUNT = re.compile(r"(?<![\d.,])(?P<n>\d{1,4})(?= (?:\([^)]*\) )?(?:kabupaten|kab\b|daerah))")
ONE_SCORE = 1.5
_SMALL = 5  # a scale that ends here is told from one of 100 by the scores themselves
_TELLING = 60  # a count of kabupaten and kota above this is telling, below it is any province's
_NATIONAL = 30  # "dari 34 provinsi" says how many there were when the text was made
_LONG_NAME = 3  # words of a dimension's name that no running text holds by chance


def fact_votes(text: str, reference: Reference) -> Iterator[Vote]:
    """Vote for the editions whose instrument a tidied ``text`` describes."""
    lower = text.lower()
    yield from _count_votes(lower, reference)
    yield from _tally_votes(lower, reference)
    yield from _number_votes(lower, reference)
    yield from _dimension_votes(lower, reference)
    yield from _sign_votes(lower, reference)
    yield from _scale_votes(lower, reference)


def _parse_number(written: str) -> int:
    """Read a number in digits or a numeral up to nineteen.

    >>> _parse_number("61"), _parse_number("sembilan"), _parse_number("tujuh belas")
    (61, 9, 17)
    """
    return int(written) if written.isdigit() else _WORDS[written]


def _count_votes(lower: str, reference: Reference) -> Iterator[Vote]:
    """Vote by "61 indikator", "12 subdimensi", "sembilan provinsi yang menggelar pilkada"."""
    for match in _COUNTED.finditer(lower):
        fitting = _having(match["what"], _parse_number(match["n"]), _around(lower, match), reference)
        basis = _BASIS.search(lower[max(0, match.start() - 40) : match.start()])
        weight = 0.3 if basis and match["what"] == "indikator" else 1.5
        for key in fitting:
            shared = weight / len(fitting) if len(fitting) > 1 else weight
            # of editions with the same figure the later one is written about more
            later = 0.05 * (reference.editions[key].year - 2010)
            yield Vote(id=key, weight=shared + 0.1 * later, why=Reason.FACTS, cap=3.0)


def _around(lower: str, match: re.Match[str]) -> str:
    return lower[max(0, match.start() - 60) : match.end() + 80]


def _having(what: str, number: int, around: str, reference: Reference) -> list[str]:
    kind = re.sub(r"[^a-z]", "", what)
    voting = _VOTES.search(around) is not None
    found = []
    for key, edition in reference.editions.items():
        family = profiles(reference)[key].family
        if family == "thematic":
            continue
        figure = {
            "indikator": edition.indicators,
            "subdimensi": edition.subdimensions,
            "variabel": edition.dimensions if family == "tps" else None,
            "provinsi": edition.provinces if voting or number >= _NATIONAL else None,
            "daerah": edition.areas if voting else None,
        }.get(kind, edition.regencies if number > _TELLING else None)
        if figure == number:
            found.append(key)
    return found


def _tally_votes(lower: str, reference: Reference) -> Iterator[Vote]:
    """Vote by national tallies: "84 kabupaten/kota" rawan tinggi."""
    telling = {int(match["n"]) for match in _TELLING_COUNT.finditer(lower)}
    for row in reference.tallies:
        if row.n > _TELLING and row.n in telling:
            yield Vote(id=row.edition, weight=0.7, why=Reason.TALLIES, cap=2.0)
    if "provinsi" not in lower:
        return
    for (key, _), rows in _national_tallies(reference).items():
        stated = sum(written.search(lower) is not None for written in rows)
        if stated > 1:
            yield Vote(id=key, weight=0.5 * stated, why=Reason.TALLIES, cap=2.0)


def _number_votes(lower: str, reference: Reference) -> Iterator[Vote]:
    numbers = _decimals(lower)
    if not numbers:
        return
    for key, edition in reference.editions.items():
        for bound in _bounds(reference)[key]:
            if bound in numbers:
                yield Vote(id=key, weight=1.0, why=Reason.BOUNDS, cap=3.0)
        for mean in edition.means:
            near = (lower[max(0, at - 60) : at + 30] for at in numbers.get(f"{mean:.2f}", ()))
            if any(_MEAN.search(words) for words in near):
                yield Vote(id=key, weight=1.5, why=Reason.MEAN, cap=3.0)
    yield from _score_votes(lower, numbers, reference)


def _score_votes(lower: str, numbers: Mapping[str, tuple[int, ...]], reference: Reference) -> Iterator[Vote]:
    """Vote for the editions that have a number as a score of a region named before it."""
    known = _known_scores(reference)
    for number in sorted(known.keys() & numbers.keys()):
        before = " ".join(lower[max(0, position - 90) : position] for position in numbers[number])
        for key, names in known[number]:
            if any(name in before for name in names):
                yield Vote(id=key, weight=ONE_SCORE, why=Reason.KNOWN_SCORES)


def _decimals(text: str) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = defaultdict(tuple)
    for match in _DECIMAL.finditer(text):
        whole, part = re.split("[.,]", match.group())
        number = f"{int(whole)}.{part:0<2}"
        found[number] = (*found[number], match.start())
    return found


@cache
def _bounds(reference: Reference) -> Mapping[str, tuple[str, ...]]:
    """List for each edition the bounds that are telling: with decimals, and on a scale of 100."""
    return {
        key: tuple(f"{bound:.2f}" for bound in sorted(_four_bounds(edition)) if bound % 1 and bound > _SMALL)
        for key, edition in reference.editions.items()
    }


def _four_bounds(edition: Edition) -> set[Decimal]:
    bounds = (edition.high_province, edition.low_province, edition.high_regency, edition.low_regency)
    return {bound for bound in bounds if bound is not None}


@cache
def _known_scores(reference: Reference) -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return for every number that is a known score, and no whole one, its editions and regions' folded names."""
    aliases: dict[str, list[str]] = defaultdict(list)
    for alias in reference.region_aliases:
        aliases[alias.code].append(fold(alias.alias))
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for row in reference.scores:
        if row.score is not None and row.score % 1:
            names = (fold(reference.regions[row.region_code].short), *aliases[row.region_code])
            found[f"{row.score:.2f}"].append((row.edition, names))
    return {number: tuple(known) for number, known in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A pattern, and the wordings one of which it needs: a text without any of them need not be searched."""

    wordings: tuple[str, ...]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, wordings: Iterable[str]) -> _Written:
        """Return the pattern of any of ``wordings`` as whole words."""
        folded = tuple(fold(word) for word in wordings)
        return cls(wordings=folded, pattern=re.compile(rf"\b(?:{'|'.join(map(re.escape, folded))})\b"))

    def search(self, lower: str) -> re.Match[str] | None:
        return self.pattern.search(lower) if any(word in lower for word in self.wordings) else None


@cache
def _national_tallies(reference: Reference) -> Mapping[tuple[str, str], tuple[_Written, ...]]:
    """Return how the tallies of each edition and level are written: those of the whole index that are not none."""
    found: dict[tuple[str, str], tuple[_Written, ...]] = defaultdict(tuple)
    for row in reference.tallies:
        if row.dimension is None and row.n:
            found[row.edition, row.level] = (*found[row.edition, row.level], _written_tally(row.n, row.category))
    return found


def _written_tally(n: int, category: str) -> _Written:
    """Return a tally in digits or as a numeral, with its level close behind."""
    numbers = (str(n), *(word for word, value in _WORDS.items() if value == n))
    pattern = rf"\b(?:{'|'.join(numbers)}) [^.;]{{0,40}}?\b{category}\b"
    return _Written(wordings=tuple(f"{number} " for number in numbers), pattern=re.compile(pattern))


@cache
def _own_dimensions(reference: Reference) -> Mapping[str, Mapping[str, _Written]]:
    """Return for each edition the dimensions that no other has, its update apart, and how they are written."""
    own: dict[str, dict[str, _Written]] = defaultdict(dict)
    for key, dimension in reference.dimensions.items():
        bases = {first_round(name) for name in dimension.editions}
        if len(bases) == 1:
            own[dimension.editions[0]][key] = _Written.of((key, *dimension.wordings))
    return own


def _dimension_votes(lower: str, reference: Reference) -> Iterator[Vote]:
    """Vote where dimensions of its own are named: as dimensions, all in one sentence, or by a long name."""
    sentences = _SENTENCE.findall(lower)
    for key, own in _own_dimensions(reference).items():
        present = {name: written for name, written in own.items() if written.search(lower)}
        for sentence in sentences if present else ():
            if _STATION.search(sentence):  # "logistik pemungutan dan penghitungan suara di TPS" names no dimension
                continue
            named = {name: found for name, written in present.items() if (found := written.search(sentence))}
            framed = _FRAME.search(sentence) is not None and len(named) > 1
            long = any(len(found.group().split()) >= _LONG_NAME for found in named.values())
            if framed or long or (len(named) == len(own) and len(own) > 1):
                yield Vote(id=key, weight=1.5, why=Reason.DIMENSIONS, cap=3.0)


def _sign_votes(lower: str, reference: Reference) -> Iterator[Vote]:
    for key, signs in _signs(reference).items():
        for sign in signs:
            if sign.search(lower):
                yield Vote(id=key, weight=0.8, why=Reason.SIGNS, cap=2.4)


@cache
def _signs(reference: Reference) -> Mapping[str, tuple[_Written, ...]]:
    return {key: tuple(_Written.of([sign]) for sign in row.signs) for key, row in reference.editions.items()}


def _scale_votes(lower: str, reference: Reference) -> Iterator[Vote]:
    """Vote by the size of the scores: all at most 5, two or more of them or a scale named, or far above."""
    values = [float(match["n"].replace(",", ".")) for match in _SCORE.finditer(lower)]
    figures = [float(match.group().replace(",", ".")) for match in _FIGURE.finditer(lower)]
    if not values and len(figures) > 1 and max(figures) <= _SMALL:
        values = figures  # bare pairs: "papua 3,41, maluku 3,25"
    small = len(values) > 1 or len(figures) > 1 or (values and _SCALE.search(lower))
    if not values or (max(values) <= _SMALL and not small):
        return
    for key, edition in reference.editions.items():
        kind = profiles(reference)[key]
        if edition.scale_max is None or kind.family != "index" or kind.update:
            continue
        if _fits(edition.scale_max, max(values)):
            # the later of several on one scale is likelier
            weight = 0.4 + 0.02 * (edition.year - 2010)
            yield Vote(id=key, weight=weight if max(values) <= _SMALL else 0.1, why=Reason.SIZE, cap=0.7)


def _fits(top: Decimal, highest: float) -> bool:
    return (top <= _SMALL) == (highest <= _SMALL)
