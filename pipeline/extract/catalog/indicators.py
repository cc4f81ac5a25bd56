"""Which of the 61 indicators, or which known issue outside the catalog, a phrase means.

``match_indicator`` judges a whole phrase: a table cell, a list item. ``find_indicators`` finds wordings inside
running text. Neither guesses: below the threshold, or with a rival too near, the answer is a list of candidates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.extract.catalog.likeness import (
    OTHER_OBJECTS,
    Likeness,
    is_action,
    is_goal,
    most_held,
    rank,
    read_phrase,
)
from pipeline.extract.catalog.mentions import find_mentions, find_scattered
from pipeline.extract.catalog.pieces import LEADS, as_composite, by_ending, by_opening
from pipeline.extract.catalog.verdicts import HELD, IndicatorMatch, decide, known_match, no_match
from pipeline.extract.catalog.wordings import Wording, Wordings, key_of, wordings_of
from pipeline.extract.words.terms import Term, read_terms
from pipeline.model import Span

if TYPE_CHECKING:
    from pipeline.reference import Reference

_REFUSALS = frozenset("penolakan menolak tolak ditolak".split())  # noqa: SIM905


def match_indicator(phrase: str, reference: Reference, *, dimension: str | None = None) -> IndicatorMatch:
    """Return what a whole phrase means.

    Leading counts ("14 TPS dengan riwayat ...") and lead-ins ("Potensi adanya ...") do not count. ``dimension`` is
    a key of ``reference.dimensions`` under which the phrase stands; it weighs a little. Negated phrases, duties,
    and what is done against a vulnerability, mean none.

    >>> from pipeline.reference import load_reference
    >>> tables = load_reference()
    >>> match_indicator("3. Potensi protes saksi ketika penghitungan suara;", tables).numbers
    (36,)
    >>> match_indicator("intimidasi pemilih dan penyelenggara", tables).numbers
    (7, 6)
    >>> match_indicator("sosialisasi bahaya politik uang", tables).decision
    'none'
    """
    return _match(phrase, wordings_of(reference), _numbers_of(reference, dimension))


@lru_cache(maxsize=20_000)
def may_mean(phrase: str, reference: Reference) -> bool:
    """Tell whether a phrase has enough of any wording to be accepted: a quick look before ``match_indicator``."""
    wordings = wordings_of(reference)
    return most_held(read_phrase(read_terms(phrase, wordings.respell_loosely), wordings), wordings) >= HELD


def find_indicators(text: str, reference: Reference) -> tuple[tuple[Span, IndicatorMatch], ...]:
    """Return the wordings inside running text with their characters in ``text``, in order, none overlapping.

    Precise rather than complete: a wording must stand there whole, in order, with little between its words.
    Whether the text denies it, or tells what is done against it, is for the caller to see.

    >>> from pipeline.reference import load_reference
    >>> text = "Kerawanan di sini: netralitas ASN, lalu soal politik uang."
    >>> [(span.of(text), match.numbers) for span, match in find_indicators(text, load_reference())]
    [('netralitas ASN', (12,)), ('politik uang', (54,))]
    """
    wordings = wordings_of(reference)
    return tuple(
        (mention.span, known_match(mention.wording, mention.score, exact=mention.exact))
        for mention in find_mentions(text, wordings)
    )


def find_scattered_indicators(text: str, reference: Reference) -> tuple[tuple[Span, IndicatorMatch], ...]:
    """Return what running text may mean whose words stand apart in a clause, for a person to judge.

    >>> from pipeline.reference import load_reference
    >>> text = "Logistik di pulau terluar kerap datang terlambat."
    >>> [match.numbers for _, match in find_scattered_indicators(text, load_reference())]
    [(28,)]
    """
    wordings = wordings_of(reference)
    return tuple(
        (mention.span, known_match(mention.wording, mention.score, exact=False))
        for mention in find_scattered(text, wordings)
        if mention.wording.meaning.numbers
    )


def is_measure(phrase: str, reference: Reference) -> bool:
    """Tell whether a phrase is what is done against a vulnerability, or a duty: no issue whatever its words."""
    wordings = wordings_of(reference)
    terms = read_terms(phrase, wordings.respell_loosely)
    return is_action(terms, wordings) or is_goal(terms)


@lru_cache(maxsize=20_000)
def _match(phrase: str, wordings: Wordings, favoured: frozenset[int]) -> IndicatorMatch:
    exact = _exact(phrase, wordings)
    if exact:
        return known_match(exact, 100.0, exact=True)
    terms = read_terms(phrase, wordings.respell_loosely)
    ranked = rank(read_phrase(terms, wordings), wordings, favoured=favoured)
    if is_action(terms, wordings) or is_goal(terms) or _refuses_other(terms):
        return no_match(ranked)
    best = _corrected(_best(terms, ranked, wordings, favoured), phrase, wordings)
    doubtful = best.decision == "accept" and (_is_about_other(terms) or _is_by_others(terms, best.numbers))
    return replace(best, decision="review") if doubtful else best


def _corrected(best: IndicatorMatch, phrase: str, wordings: Wordings) -> IndicatorMatch:
    """Let a correction decide where the wording that won reads as it does, and its very words stand there."""
    words = f" {key_of(phrase)} "
    said = [wording for wording in wordings.own if f" {key_of(wording.text)} " in words]
    if not said or best.match.matched is None:
        return best
    won = {frozenset(wording.families) for wording in wordings.all if wording.text == best.match.matched}
    own = next((wording for wording in said if frozenset(wording.families) in won), None)
    if own is None:
        return best
    match = replace(best.match, matched=own.text)
    return replace(best, numbers=own.meaning.numbers, issue=None, match=match, candidates=(), decision="accept")


def _best(
    terms: Sequence[Term], ranked: tuple[Likeness, ...], wordings: Wordings, favoured: frozenset[int]
) -> IndicatorMatch:
    whole = decide(ranked)
    if whole.decision == "accept" and ranked[0].covered >= 0.9:
        return whole
    composite = as_composite(terms, wordings, favoured)
    return composite or by_opening(terms, whole, wordings) or by_ending(terms, whole, wordings) or whole


def _refuses_other(terms: Sequence[Term]) -> bool:
    """Tell whether what is refused is neither a vote nor a candidate: "penolakan Perppu Pilkada"."""
    places = [place for place, term in enumerate(terms) if term.word in _REFUSALS]
    return any(term.word in OTHER_OBJECTS for place in places for term in terms[place + 1 : place + 4])


_ABOUT = frozenset("tentang mengenai seputar".split())  # noqa: SIM905
_CONTESTANTS = frozenset(
    "calon paslon pasangan kandidat peserta capres cawapres caleg partai sara suku agama ras".split()  # noqa: SIM905
)
_BY_ORGANISERS = frozenset((23, 24, 25, 26))
_NOT_ORGANISERS = frozenset("peserta calon paslon kandidat pendukung masyarakat warga pemilih simpatisan".split())  # noqa: SIM905


def _is_by_others(terms: Sequence[Term], numbers: tuple[int, ...]) -> bool:
    """Tell whether others did what organisers are blamed for: "pelanggaran prokes oleh peserta kampanye"."""
    agents = {after.word for term, after in pairwise(terms) if term.word == "oleh"}
    return not _BY_ORGANISERS.isdisjoint(numbers) and not _NOT_ORGANISERS.isdisjoint(agents)


def _is_about_other(terms: Sequence[Term]) -> bool:
    """Tell whether a phrase goes on about what no campaign is: "hoaks di medsos tentang penyelenggara"."""
    return any(
        term.word in _ABOUT
        and term.word != terms[0].word
        and _CONTESTANTS.isdisjoint(t.word for t in terms[place:])
        for place, term in enumerate(terms)
    )


def _exact(phrase: str, wordings: Wordings) -> Wording | None:
    """Find the phrase among the wordings, as it stands or behind counts and lead-ins."""
    rest = key_of(phrase).split(" ")
    while rest:
        found = wordings.by_key.get(" ".join(rest))
        if found:
            return found
        if not (rest[0].isdigit() or rest[0] in LEADS):
            return None
        rest = rest[1:]
    return None


def _numbers_of(reference: Reference, dimension: str | None) -> frozenset[int]:
    rows = reference.indicators.values()
    return frozenset(row.number for row in rows if dimension in {row.dimension, row.subdimension})
