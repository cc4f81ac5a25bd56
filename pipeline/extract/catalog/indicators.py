"""Which of the 61 indicators, or which known issue outside the catalog, a phrase means.

``match_indicator`` judges a whole phrase: a table cell, a list item. ``find_indicators`` finds wordings inside
running text. Neither guesses: below the threshold, or with a rival too near, the answer is a list of candidates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from pipeline.extract.catalog.likeness import Likeness, is_action, is_goal, most_held, rank, read_phrase
from pipeline.extract.catalog.mentions import ALONE, find_mentions, find_scattered
from pipeline.extract.catalog.wordings import Meaning, Wording, Wordings, key_of, wordings_of
from pipeline.extract.words.terms import Term, read_terms
from pipeline.model import Candidate, Match, Span

if TYPE_CHECKING:
    from pipeline.reference import Reference

ACCEPT = 76.0
"""A fuzzy score from which a phrase is taken without a person."""
REVIEW = 60.0
"""A fuzzy score from which a phrase goes to a person with its candidates."""
MARGIN = 10.0
"""How far the best meaning must be ahead of the next."""

_LEADS = frozenset(
    (  # noqa: SIM905 (one word a line would fill pages)
        "adanya ada potensi berpotensi terdapat terdapatnya riwayat terkait dugaan kasus isu masih tps yang "
        "dengan memiliki punya soal mengenai indikator kerawanan kejadian terjadi terjadinya pernah di dan "
        "serta rawan sebanyak temuan laporan informasi tempat pemungutan suara kemungkinan masalah persoalan "
        "tentang berada pada juga"
    ).split()
)
"""Words that may stand before a wording and say nothing of their own."""
HELD = 0.72
"""The least share of a wording that a phrase must have to be taken."""
NEAR = 0.67
"""The least share of a wording that a phrase must have to be worth a person's look: "surat suara" is not."""
_SLIGHT = 0.2
"""The weight up to which a word ("pemilihan", "tahapan") does not count as one that a part may leave out."""
SAME = 90.0
"""What every half must score where all halves mean the same."""
_JOINS = frozenset(("dan", "serta", "maupun", "atau", "beserta"))
_CIRCUMSTANCES = frozenset(
    "di pada yang karena akibat oleh saat atau untuk sehingga terutama khususnya selama sejak guna".split()  # noqa: SIM905
)
"""Words that begin the circumstances of an issue."""
_INTRODUCES = frozenset("rawan berpotensi potensi kerawanan dugaan".split())  # noqa: SIM905
"""Words that an issue follows, whoever or whatever stands before them."""
_DENIES = frozenset("tidak bukan belum nihil tanpa jangan".split())  # noqa: SIM905
_REFUSALS = frozenset("penolakan menolak tolak ditolak".split())  # noqa: SIM905
_OTHER_OBJECTS = frozenset(
    (  # noqa: SIM905 (one word a line would fill pages)
        "perppu ruu uu undang undangundang pembangunan tambang pertambangan proyek kebijakan peraturan aturan "
        "revisi putusan hasil relokasi penggusuran pabrik tpa investasi"
    ).split()
)
"""What may be refused and is neither a vote nor a candidate: laws, works, results."""
_LONG = 3
"""Terms from which the beginning of a phrase may be the issue and the rest its circumstances."""
_OPENING = 9
"""Terms in which the beginning must lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorMatch:
    """What a phrase means.

    ``numbers`` are the indicators (usually one, two for composite items, in the order of the phrase); they are
    empty where none is accepted. ``issue`` is the fixed name of a known issue outside the catalog; beside
    ``numbers`` it is the other half of a composite item. ``candidates`` are the best catalog numbers, best first,
    at most 5, where the match is arguable or was not accepted. ``decision``: ``accept``; ``review`` where a person
    should look, with ``numbers`` if the wording is known but arguable and without if it is not near enough;
    ``none``.
    """

    numbers: tuple[int, ...]
    issue: str | None
    match: Match
    candidates: tuple[Candidate, ...]
    decision: Literal["accept", "review", "none"]


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
        (mention.span, _known(mention.wording, mention.score, exact=mention.exact))
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
        (mention.span, _known(mention.wording, mention.score, exact=False))
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
        return _known(exact, 100.0, exact=True)
    terms = read_terms(phrase, wordings.respell_loosely)
    ranked = rank(read_phrase(terms, wordings), wordings, favoured=favoured)
    if is_action(terms, wordings) or is_goal(terms) or _refuses_other(terms):
        return _nothing(ranked)
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
    whole = _decide(ranked)
    if whole.decision == "accept" and ranked[0].covered >= 0.9:
        return whole
    composite = _composite(terms, wordings, favoured)
    return composite or _opening(terms, whole, wordings) or _ending(terms, whole, wordings) or whole


def _refuses_other(terms: Sequence[Term]) -> bool:
    """Tell whether what is refused is neither a vote nor a candidate: "penolakan Perppu Pilkada"."""
    places = [place for place, term in enumerate(terms) if term.word in _REFUSALS]
    return any(term.word in _OTHER_OBJECTS for place in places for term in terms[place + 1 : place + 4])


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
        if not (rest[0].isdigit() or rest[0] in _LEADS):
            return None
        rest = rest[1:]
    return None


def _numbers_of(reference: Reference, dimension: str | None) -> frozenset[int]:
    rows = reference.indicators.values()
    return frozenset(row.number for row in rows if dimension in {row.dimension, row.subdimension})


def _known(wording: Wording, score: float, *, exact: bool) -> IndicatorMatch:
    """Return a match with a wording that stands in the tables."""
    meaning = wording.meaning
    return IndicatorMatch(
        numbers=meaning.numbers,
        issue=meaning.issue,
        match=Match(kind=wording.kind if exact else "fuzzy", score=score, matched=wording.text),
        candidates=_readings(meaning, score) if meaning.arguable else (),
        decision="review" if meaning.arguable else "accept",
    )


def _readings(meaning: Meaning, score: float) -> tuple[Candidate, ...]:
    return tuple(Candidate(value=str(number), score=score) for number in (*meaning.numbers, *meaning.arguable))


def _decide(ranked: tuple[Likeness, ...]) -> IndicatorMatch:
    """Accept the best meaning, or give it to a person, or neither."""
    if not ranked or ranked[0].score < REVIEW or ranked[0].held < NEAR:
        return _nothing(ranked)
    top = ranked[0]
    rival = next(
        (other.score for other in ranked[1:] if not other.wording.meaning.overlaps(top.wording.meaning)), 0.0
    )
    taken = top.score >= ACCEPT and top.score - rival >= MARGIN and top.held >= HELD
    meaning = top.wording.meaning if taken else Meaning()
    plain = taken and not meaning.arguable
    return IndicatorMatch(
        numbers=meaning.numbers,
        issue=meaning.issue,
        match=Match(kind="fuzzy", score=top.score, runner_up=rival, matched=top.wording.text),
        candidates=() if plain else _readings(meaning, top.score) or _candidates(ranked),
        decision="accept" if plain else "review",
    )


def _nothing(ranked: tuple[Likeness, ...]) -> IndicatorMatch:
    best = ranked[0].score if ranked else 0.0
    return IndicatorMatch(
        numbers=(),
        issue=None,
        match=Match(kind="none", score=best, runner_up=ranked[1].score if len(ranked) > 1 else 0.0),
        candidates=_candidates(ranked),
        decision="none",
    )


def _candidates(ranked: Iterable[Likeness]) -> tuple[Candidate, ...]:
    scores: dict[int, float] = {}
    for found in ranked:
        for number in (*found.wording.meaning.numbers, *found.wording.meaning.arguable):
            scores.setdefault(number, found.score)
    best = sorted(scores.items(), key=lambda item: -item[1])[:5]
    return tuple(Candidate(value=str(number), score=score) for number, score in best)


def _composite(terms: Sequence[Term], wordings: Wordings, favoured: frozenset[int]) -> IndicatorMatch | None:
    """Judge "A dan B" as two items, where each half is accepted and they mean different things.

    A half may leave out what it shares with the other: "intimidasi pemilih dan [intimidasi] penyelenggara",
    "hoaks [di medsos] dan ujaran kebencian di medsos".
    """
    parts = _parts(terms)
    if not 2 <= len(parts) <= 4 or any(is_action(part, wordings) for part in parts):
        return None
    sure: list[Likeness] = []
    for index in range(len(parts)):
        likeness = _part(index, parts, wordings, favoured)
        if likeness is None:
            return None
        sure.append(likeness)
    numbers = tuple(dict.fromkeys(n for likeness in sure for n in likeness.wording.meaning.numbers))
    issues = tuple(dict.fromkeys(x.wording.meaning.issue for x in sure if x.wording.meaning.issue))
    score = min(likeness.score for likeness in sure)
    if len(numbers) + len(issues) < 2 and score < SAME:
        return None
    arguable = any(likeness.wording.meaning.arguable for likeness in sure) or len(issues) > 1
    return IndicatorMatch(
        numbers=numbers,
        issue=issues[0] if issues else None,
        match=Match(kind="fuzzy", score=score, matched=" + ".join(x.wording.text for x in sure)),
        candidates=_candidates(sure) if arguable else (),
        decision="review" if arguable else "accept",
    )


def _without_leads(terms: Sequence[Term]) -> Sequence[Term]:
    first = next(
        (place for place, term in enumerate(terms) if term.word not in _LEADS and not term.word[0].isdigit()), 0
    )
    return terms[first:]


def _parts(terms: Sequence[Term]) -> tuple[tuple[Term, ...], ...]:
    parts: list[list[Term]] = [[]]
    for term in terms:
        if term.word in _JOINS:
            parts.append([])
            continue
        if term.gap != "" and parts[-1]:
            parts.append([])
        parts[-1].append(term)
    return tuple(tuple(part) for part in parts if part)


def _part(
    index: int, parts: tuple[tuple[Term, ...], ...], wordings: Wordings, favoured: frozenset[int]
) -> Likeness | None:
    """Return the best reading of one part, alone or completed by the first part's head or the last part's tail."""
    own, first, last = parts[index], parts[0], parts[-1]
    readings = [own]
    if index > 0:
        heavy = _heavy(own, wordings)
        readings.extend(
            first[:cut] + own for cut in range(1, len(first)) if _heavy(first[cut:], wordings) <= max(1, heavy)
        )
    if index < len(parts) - 1:
        readings.extend(own + last[cut:] for cut in range(1, len(last)))
    best: Likeness | None = None
    for reading in readings:
        ranked = rank(read_phrase(reading, wordings), wordings, favoured=favoured, least=ACCEPT - MARGIN)
        taken = _decide(ranked)
        if (taken.numbers or taken.issue) and (best is None or _clearer(ranked[0], best)):
            best = ranked[0]
    return best


def _heavy(terms: Sequence[Term], wordings: Wordings) -> int:
    """Count the terms that say something: as many may stand in for those that a part leaves out."""
    return sum(wordings.weight(wordings.family(term.word)) > _SLIGHT for term in terms)


def _clearer(new: Likeness, old: Likeness) -> bool:
    """Prefer the reading that is not arguable ("hoaks [di media sosial]"), then the one that fits better."""
    return (not new.wording.meaning.arguable, new.score) > (not old.wording.meaning.arguable, old.score)


def _opening(terms: Sequence[Term], whole: IndicatorMatch, wordings: Wordings) -> IndicatorMatch | None:
    """Take a long item by its opening: "Politik uang, yang pada Pemilu 2019 terjadi di tiga kecamatan ..."."""
    terms = _without_leads(terms)
    if whole.numbers or whole.issue or len(terms) < _LONG:
        return None
    for cut in range(1, min(len(terms), _OPENING)):
        if cut == 1 and terms[0].word not in ALONE:
            continue
        if terms[cut].gap == "" and terms[cut].word not in _CIRCUMSTANCES:
            continue
        ranked = rank(read_phrase(terms[:cut], wordings), wordings)
        taken = _decide(ranked)
        if taken.decision == "accept" and ranked[0].covered >= 0.9:
            return taken if _agrees(taken, whole) else None
    return None


def _ending(terms: Sequence[Term], whole: IndicatorMatch, wordings: Wordings) -> IndicatorMatch | None:
    """Take a long item by what stands behind "rawan" or the like: "daerah tambang rawan politik uang"."""
    if whole.numbers or whole.issue:
        return None
    for place, term in enumerate(terms[:-1]):
        if term.word in _DENIES:
            return None
        if place and term.word in _INTRODUCES:
            ranked = rank(read_phrase(terms[place + 1 :], wordings), wordings)
            taken = _decide(ranked)
            if taken.decision == "accept" and ranked[0].covered >= 0.9:
                return taken if _agrees(taken, whole) else None
    return None


def _agrees(opening: IndicatorMatch, whole: IndicatorMatch) -> bool:
    """Tell whether the whole does not rather mean another indicator: "cuaca buruk yang mengganggu tahapan"."""
    meant = {candidate.value for candidate in whole.candidates[:1]} if whole.decision == "review" else set()
    return not meant or not meant.isdisjoint(map(str, opening.numbers))
