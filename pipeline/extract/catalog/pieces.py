"""Phrases that mean something by their pieces: items joined by "dan", an issue that opens or ends a long one."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.catalog.likeness import Likeness, is_action, rank, read_phrase
from pipeline.extract.catalog.mentions import ALONE
from pipeline.extract.catalog.verdicts import ACCEPT, MARGIN, IndicatorMatch, candidates_of, decide
from pipeline.extract.catalog.wordings import Wordings
from pipeline.extract.words.terms import Term
from pipeline.model import Match

LEADS = frozenset(
    (  # noqa: SIM905 (one word a line would fill pages)
        "adanya ada potensi berpotensi terdapat terdapatnya riwayat terkait dugaan kasus isu masih tps yang "
        "dengan memiliki punya soal mengenai indikator kerawanan kejadian terjadi terjadinya pernah di dan "
        "serta rawan sebanyak temuan laporan informasi tempat pemungutan suara kemungkinan masalah persoalan "
        "tentang berada pada juga"
    ).split()
)
"""Words that may stand before a wording and say nothing of their own."""
_SLIGHT = 0.2
"""The weight up to which a word ("pemilihan", "tahapan") does not count as one that a part may leave out."""
_SAME = 90.0
"""What every half must score where all halves mean the same."""
_JOINS = frozenset(("dan", "serta", "maupun", "atau", "beserta"))
_CIRCUMSTANCES = frozenset(
    "di pada yang karena akibat oleh saat atau untuk sehingga terutama khususnya selama sejak guna".split()  # noqa: SIM905
)
"""Words that begin the circumstances of an issue."""
_INTRODUCES = frozenset("rawan berpotensi potensi kerawanan dugaan".split())  # noqa: SIM905
"""Words that an issue follows, whoever or whatever stands before them."""
_DENIES = frozenset("tidak bukan belum nihil tanpa jangan".split())  # noqa: SIM905
_LONG = 3
"""Terms from which the beginning of a phrase may be the issue and the rest its circumstances."""
_COVERED = 0.9
"""The share of a piece that the wording it is taken for must cover."""
_OPENING = 9
"""Terms in which the beginning must lie."""


def as_composite(terms: Sequence[Term], wordings: Wordings, favoured: frozenset[int]) -> IndicatorMatch | None:
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
    if len(numbers) + len(issues) < 2 and score < _SAME:
        return None
    arguable = any(likeness.wording.meaning.arguable for likeness in sure) or len(issues) > 1
    return IndicatorMatch(
        numbers=numbers,
        issue=issues[0] if issues else None,
        match=Match(kind="fuzzy", score=score, matched=" + ".join(x.wording.text for x in sure)),
        candidates=candidates_of(sure) if arguable else (),
        decision="review" if arguable else "accept",
    )


def _without_leads(terms: Sequence[Term]) -> Sequence[Term]:
    first = next(
        (place for place, term in enumerate(terms) if term.word not in LEADS and not term.word[0].isdigit()), 0
    )
    return terms[first:]


def _parts(terms: Sequence[Term]) -> tuple[tuple[Term, ...], ...]:
    """Cut terms at "dan" and at marks; a part of lead-ins alone ("Isu: ...") is none."""
    parts: list[list[Term]] = [[]]
    for term in terms:
        if term.word in _JOINS:
            parts.append([])
            continue
        if term.gap != "" and parts[-1]:
            parts.append([])
        parts[-1].append(term)
    return tuple(tuple(part) for part in parts if any(term.word not in LEADS for term in part))


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
        taken = decide(ranked)
        if (taken.numbers or taken.issue) and (best is None or _clearer(ranked[0], best)):
            best = ranked[0]
    return best


def _heavy(terms: Sequence[Term], wordings: Wordings) -> int:
    """Count the terms that say something: as many may stand in for those that a part leaves out."""
    return sum(wordings.weight(wordings.family(term.word)) > _SLIGHT for term in terms)


def _clearer(new: Likeness, old: Likeness) -> bool:
    """Prefer the reading that is not arguable ("hoaks [di media sosial]"), then the one that fits better."""
    return (not new.wording.meaning.arguable, new.score) > (not old.wording.meaning.arguable, old.score)


def by_opening(terms: Sequence[Term], whole: IndicatorMatch, wordings: Wordings) -> IndicatorMatch | None:
    """Take a long item by its opening: "Politik uang, yang pada Pemilu 2019 terjadi di tiga kecamatan ..."."""
    terms = _without_leads(terms)
    if whole.numbers or whole.issue or len(terms) < _LONG:
        return None
    for cut in range(1, min(len(terms), _OPENING)):
        if cut == 1 and terms[0].word not in ALONE:
            continue
        if terms[cut].gap == "" and terms[cut].word not in _CIRCUMSTANCES:
            continue
        if found := _read_whole(terms[:cut], wordings):
            return found if _agrees(found, whole) else None
    return None


def by_ending(terms: Sequence[Term], whole: IndicatorMatch, wordings: Wordings) -> IndicatorMatch | None:
    """Take a long item by what stands behind "rawan" or the like: "daerah tambang rawan politik uang"."""
    if whole.numbers or whole.issue:
        return None
    for place, term in enumerate(terms[:-1]):
        if term.word in _DENIES:
            return None
        if place and term.word in _INTRODUCES and (found := _read_whole(terms[place + 1 :], wordings)):
            return found if _agrees(found, whole) else None
    return None


def _read_whole(terms: Sequence[Term], wordings: Wordings) -> IndicatorMatch | None:
    """Return what a piece means that is a wording and hardly more."""
    ranked = rank(read_phrase(terms, wordings), wordings)
    found = decide(ranked)
    return found if found.decision == "accept" and ranked[0].covered >= _COVERED else None


def _agrees(opening: IndicatorMatch, whole: IndicatorMatch) -> bool:
    """Tell whether the whole does not rather mean another indicator: "cuaca buruk yang mengganggu tahapan"."""
    meant = {candidate.value for candidate in whole.candidates[:1]} if whole.decision == "review" else set()
    return not meant or not meant.isdisjoint(map(str, opening.numbers))
