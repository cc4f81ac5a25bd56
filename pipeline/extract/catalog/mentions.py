"""Wordings inside running text: whole, in order, with little between their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from pipeline.extract.catalog.likeness import ACTIONS, DUTIES, EXCLUSIVE, OTHER_OBJECTS, POLARITY, harm_of, suffers
from pipeline.extract.catalog.wordings import Wording, Wordings
from pipeline.extract.words.terms import Term, read_terms
from pipeline.model import Span
from pipeline.text import fold_mapped, words

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
        "sara",
        "sengketaproses",
    )
)
"""Terms that name an issue by themselves; any other needs company ("netralitas" alone says nothing)."""
_ENOUGH = 0.76
"""The least weight of a wording that is looked for in running text."""
_POLARITY = (POLARITY,)
_OPTIONAL = ("pemilu",)
"""What a wording may leave out in running text, where two other words are left: every document is about it."""
_ORDERED = frozenset(("tidak", "nihil", "tanpa", "kurang"))
"""Terms whose place in a wording is not free."""
_SUFFERED = re.compile(r"(?:di|ter)[a-z]{4,}")
_RECEIVES = frozenset("mendapat mendapatkan mengalami menerima dapat dapatkan peroleh".split())  # noqa: SIM905
"""Words before what someone suffers: "petugas mendapat ancaman"."""
_SEVERAL = 2
_HEAVY = 1.0
"""The least weight of a wording whose words may stand apart."""
_WINDOW = 9
"""How many terms may lie from the first to the last of such words."""
_SCATTERED = 76.0
_PARTS_CLAUSES = frozenset("dan serta maupun sedangkan sementara namun tetapi tapi karena sehingga agar".split())  # noqa: SIM905
_CUES = frozenset("antaralain yakni yaitu ialah adalah diantaranya meliputi misalnya".split())  # noqa: SIM905
"""Words with which an enumeration begins: no wording goes over them."""
_JOINS = frozenset(("dan", "serta", "maupun", "hingga", "atau"))
_TURNED = 0.15
"""How much less a wording weighs whose words stand in another order."""
_PAIR = 2
_BETWEEN = 4
"""How many words may stand between two words of a wording, all light but one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A wording found in text. ``score`` is 100 where nothing stands between its words and none is misspelt.

    ``weight`` is the wording's less that of the words between: "pemilih ganda dan penggelembungan daftar pemilih"
    is two issues, not one with a word between. ``own`` is true of a correction of the project that stands there
    word by word.
    """

    span: Span
    wording: Wording
    score: float
    exact: bool
    weight: float
    own: bool = False


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
        if (places := _align(read, start, wording, wordings)) and _keeps_victim(read, places, wording, wordings)
    ]
    found.extend(_turned_mentions(read, wordings))
    found.extend(_own_mentions(text, wordings))
    found.sort(
        key=lambda m: (-m.weight, not m.own, -m.score, m.span.end - m.span.start, m.span.start, m.wording.place)
    )
    return _without_overlaps(found)


def _own_mentions(text: str, wordings: Wordings) -> Iterator[Mention]:
    """Yield the corrections of the project that stand in ``text`` word by word, however little their words say."""
    if not wordings.own:
        return
    folded = fold_mapped(text)
    for wording, pattern in _own_patterns(wordings):
        for match in pattern.finditer(folded.text):
            span = folded.original(*match.span())
            yield Mention(span=span, wording=wording, score=100.0, exact=True, weight=wording.weight, own=True)


@lru_cache(maxsize=8)
def _own_patterns(wordings: Wordings) -> tuple[tuple[Wording, re.Pattern[str]], ...]:
    gap = r"[^a-z0-9.;:!?]{1,3}"
    return tuple(
        (wording, re.compile(rf"(?<![a-z0-9]){gap.join(words(wording.text))}(?![a-z0-9])"))
        for wording in wordings.own
    )


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
        family: tuple(
            sought
            for wording in found
            for sought in (wording, *_shortened(wording, wordings))
            if _worthwhile(sought)
        )
        for family, found in wordings.by_first.items()
    }


def _shortened(wording: Wording, wordings: Wordings) -> tuple[Wording, ...]:
    """Return a wording without what every document is about: "keberpihakan penyelenggara [pemilu]".

    Where it is the vote that is refused, it must be named: "warga menolak" may go on with a mine.
    """
    if _refuses(wording, wordings):
        return ()
    optional = set(wordings.groups((_OPTIONAL,))[0])
    families = tuple(family for family in wording.families if family not in optional)
    if (
        len(families) in {len(wording.families), 0}
        or families[0] != wording.families[0]
        or len(set(families)) < _PAIR
    ):
        return ()
    weight = wording.weight - sum(wordings.weight(family) for family in wording.families if family in optional)
    return (replace(wording, families=families, weight=weight),)


def _without_overlaps(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """Keep of those that overlap the first; in order of position."""
    kept: list[Mention] = []
    for mention in found:
        if not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.span))


def find_scattered(text: str, wordings: Wordings) -> tuple[Mention, ...]:
    """Return wordings whose words stand in one clause with others between: "logistik di pulau sering terlambat".

    They are guesses for a person to judge: only wordings of several heavy words count, and nothing in the clause
    may part or turn the meaning.
    """
    terms = read_terms(text, wordings.respell)
    read = _Read(terms=terms, families=tuple(wordings.family(term.word) for term in terms))
    found = [mention for low, high in _clauses(terms) for mention in _scattered(read, low, high, wordings)]
    found.sort(key=lambda m: (-m.weight, m.span.start, m.wording.place))
    return _without_overlaps(found)


def _clauses(terms: tuple[Term, ...]) -> Iterator[tuple[int, int]]:
    low = 0
    for place in range(1, len(terms) + 1):
        if place == len(terms) or terms[place].gap or terms[place].word in _PARTS_CLAUSES:
            yield low, place
            low = place


def _scattered(read: _Read, low: int, high: int, wordings: Wordings) -> Iterator[Mention]:
    here = read.families[low:high]
    present = {family for family in here if family is not None}
    if any(read.terms[place].word in DUTIES for place in range(low, high)):
        return
    turning = set(wordings.groups(_POLARITY)[0])
    exclusive = [set(group) for group in wordings.groups(EXCLUSIVE)]
    for family in present:
        for wording in _sought(wordings).get(family, ()):
            own = set(wording.families)
            if not own <= present or len(own) < _SEVERAL or wording.weight < _HEAVY or suffers(wording, wordings):
                continue
            places = [min(p for p in range(low, high) if read.families[p] == f) for f in own]
            first, last = min(places), max(places)
            window = {f for f in read.families[first : last + 1] if f is not None}
            apart = any(group & own and (group & window) - own for group in exclusive)
            pledged = any(term.word in ACTIONS for term in read.terms[first : last + 1])
            if last - first >= _WINDOW or apart or pledged or turning & present != turning & own:
                continue
            yield Mention(
                span=Span(start=read.terms[first].start, end=read.terms[last].end),
                wording=wording,
                score=_SCATTERED,
                exact=False,
                weight=wording.weight,
            )


def _turned_mentions(read: _Read, wordings: Wordings) -> Iterator[Mention]:
    """Yield the wordings whose words stand side by side in another order: "kotak suara dibakar"."""
    present = set(read.families)
    possible = {
        family: tuple(wording for wording in found if present.issuperset(wording.families))
        for family, found in _free(wordings).items()
        if family in present
    }
    for start, family in enumerate(read.families):
        for wording in possible.get(family, ()):
            places = _gather(read, start, wording, wordings)
            if places and _may_be_turned(read, places, wording, wordings):
                mention = _mention(read, places, wording, wordings)
                yield replace(mention, score=mention.score - 8.0, exact=False, weight=mention.weight - _TURNED)


@lru_cache(maxsize=8)
def _free(wordings: Wordings) -> Mapping[str | None, tuple[Wording, ...]]:
    """Return the wordings whose order is free, by each of their families but the first."""
    fixed = set(wordings.groups((tuple(_ORDERED),))[0])
    free: dict[str | None, list[Wording]] = {}
    for found in _sought(wordings).values():
        for wording in found:
            distinct = len(set(wording.families)) == len(wording.families)
            if len(wording.families) > 1 and distinct and fixed.isdisjoint(wording.families):
                for family in wording.families[1:]:
                    free.setdefault(family, []).append(wording)
    return {family: tuple(found) for family, found in free.items()}


def _gather(read: _Read, start: int, wording: Wording, wordings: Wordings) -> tuple[int, ...] | None:
    """Return where the families of a wording stand from ``start`` on, in any order, close together; None else."""
    missing = set(wording.families)
    places: list[int] = []
    for place in range(start, len(read.terms)):
        here = read.families[place]
        if place > start and read.terms[place].gap:
            return None
        if here in missing:
            missing.remove(here)
            places.append(place)
            if not missing:
                return tuple(places)
        elif not wordings.light(here) or read.terms[place].word in {"dan", "serta", "oleh", "yang"}:
            return None
    return None


def _may_be_turned(read: _Read, places: tuple[int, ...], wording: Wording, wordings: Wordings) -> bool:
    """Tell whether another order leaves the meaning: not "mencoblos surat suara", not "khusus TPS"."""
    if read.terms[places[0]].word.startswith("me"):
        return False
    suffered = _is_suffered(read, places, wordings)
    return suffered or not (len(places) == _PAIR or suffers(wording, wordings))


def _keeps_victim(read: _Read, places: tuple[int, ...], wording: Wording, wordings: Wordings) -> bool:
    """Tell whether those who suffer in a wording do not act here: not "penyelenggara mengintimidasi"."""
    behind = suffers(wording, wordings) and wording.families[0] not in harm_of(wordings)
    return not behind or _is_suffered(read, places, wordings)


def _is_suffered(read: _Read, places: tuple[int, ...], wordings: Wordings) -> bool:
    """Tell whether what stands before an act suffers it: "penyelenggara diancam", "mendapat ancaman"."""
    harms = harm_of(wordings)
    acts = [place for place in places if read.families[place] in harms] or list(places[1:])
    passive = any(_SUFFERED.fullmatch(read.terms[place].word) for place in acts)
    return passive or any(read.terms[place].word in _RECEIVES for place in range(places[0], acts[-1]))


def _worthwhile(wording: Wording) -> bool:
    if len(set(wording.families)) == 1:
        return wording.families[0] in ALONE
    return wording.weight >= _ENOUGH


def _align(read: _Read, start: int, wording: Wording, wordings: Wordings) -> tuple[int, ...] | None:
    """Return where each family of the wording stands, from ``start`` on; None where one is missing."""
    places = [start]
    strangers = 0
    for family in wording.families[1:]:
        place = places[-1]
        for between in range(_BETWEEN + 1):
            place += 1
            if place >= len(read.terms) or read.terms[place].gap == "stop":
                return None
            here = read.families[place]
            if read.terms[place].gap == "mark" and (between or here != family or places == [start]):
                return None
            if here == family:
                break
            if read.terms[place].word in _JOINS and {read.families[places[-1]], family} <= _alone(wordings):
                return None  # "ujaran kebencian dan SARA" are two
            strangers += not wordings.light(here)
            if strangers > 1 or _breaks(read.terms[place].word, here, wording, wordings):
                return None
        else:
            return None
        places.append(place)
    return tuple(places)


@lru_cache(maxsize=8)
def _alone(wordings: Wordings) -> frozenset[str | None]:
    """Return the families of the terms that name an issue by themselves."""
    return frozenset(wordings.family(term) for term in ALONE)


def _breaks(word: str, family: str | None, wording: Wording, wordings: Wordings) -> bool:
    """Tell whether a word between those of a wording turns it round, or begins something else."""
    if word in _CUES or (word == "oleh" and suffers(wording, wordings)):
        return True
    if word in OTHER_OBJECTS and _refuses(wording, wordings):
        return True
    turns = word in DUTIES or word in ACTIONS  # "ASN agar menjaga netralitas"
    return not wordings.light(family) and (turns or _parts_meaning(family, wording, wordings))


def _refuses(wording: Wording, wordings: Wordings) -> bool:
    """Tell whether a wording says that the vote is refused (61): "warga menolak pemilu"."""
    refusal = wordings.family("menolak")
    return refusal in wording.families and 61 in wording.meaning.numbers


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
