"""Which edition of the index a document mainly speaks of.

It is recognised by its name ("IKP Pilkada 2020"), by the election it is for ("kerawanan Pilkada 2024"), by the day
it was launched, by facts of its instrument ("61 indikator"), by scores that are known to belong to it, and by the
date of the document; an edition that came later is never meant.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from pipeline.extract.editions.names import EditionName, Profile, edition_names, first_round, profiles
from pipeline.extract.editions.reasons import INSTRUMENT, NAMED, RELEASED, Reason, sum_of
from pipeline.extract.editions.stations import UNLISTED
from pipeline.extract.editions.votes import INDEX, Ballot, hold_vote
from pipeline.text import tidy_mapped

if TYPE_CHECKING:
    from pipeline.reference import Reference

_STRONG = 2.0  # votes of one plain name: with so many a guess is rather sure, with a fifth of them hardly
_CLOSE = 0.8  # share of the winner's votes from which the other round of the same index is as likely
_RIVAL = 0.45  # share of the winner's votes from which another edition may be right too
_HEADLINE = 160  # characters of the longest headline
_DISPUTED = 0.5  # confidence of a guess that a person should see
_CALLED_MAP = re.compile(r"(?i)peta|pemeta|memeta")
_MOST_EDITIONS = 2  # a text on more of them is on none: what it gives to no edition is for a person
_ABOUT = re.compile(r"(?i)rawan|\bikp\b|\btps\b")


_OTHER_NAME = re.compile(r"(?<![a-z])inde[kx]s (?!ke?rawanan)(?:(?!pemil|pilkada)[a-z]+ ){1,4}\(ikp\)")
_OWN_NAME = re.compile(r"(?<![a-z])inde[kx]s (?:potensi )?kerawanan (?:pemilu|pemilihan|pilkada)")


def is_on_other_index(text: str) -> bool:
    """Tell whether "IKP" in a text is another index, which it names, and never Bawaslu's.

    >>> is_on_other_index("Indeks Kemerdekaan Pers (IKP) Alfa naik menjadi 77,92.")
    True
    >>> is_on_other_index("Indeks Ketahanan Pangan (IKP) beda dengan Indeks Kerawanan Pemilu (IKP).")
    False
    """
    lower = text.lower()
    return _OTHER_NAME.search(lower) is not None and _OWN_NAME.search(lower) is None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionGuess:
    """The edition a document speaks of; ``id`` is None where it gives no hint.

    ``alternatives`` are editions that may be right instead, likeliest first; ``named`` are other editions that the
    document names; ``why`` says in words what decided; ``confidence`` runs from 0 to 1; ``told`` are those that it
    calls by their own names.
    """

    id: str | None
    alternatives: tuple[str, ...] = ()
    why: str = ""
    confidence: float = 0.0
    named: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()


def document_edition(
    text: str, *, published: date | None, event_date: date | None, reference: Reference, hints: str = ""
) -> EditionGuess:
    """Guess the edition that ``text``, a whole document, mainly speaks of.

    ``published`` and ``event_date`` are the document's dates as far as known; without them the latest day that the
    text gives with a weekday stands in, or weaker signs. ``hints`` are texts beside the document, such as its
    title, file name, address or footer. A faint hint gives a guess of little confidence, no hint at all None.
    """
    tidy = tidy_mapped(text).text
    if not _ABOUT.search(tidy):
        return EditionGuess(id=None, why="no word of vulnerability")
    beside = tidy_mapped(hints).text
    ballot = hold_vote(tidy, published=published, event=event_date, reference=reference, hints=beside)
    guess = replace(_guess(ballot), told=_told(tidy, reference))
    reasons = ballot.get(guess.id or "", {})
    plain = {name.ids[0] for name in edition_names(tidy, reference) if name.instrument and _is_plain(name)}
    rivals = plain & set(guess.alternatives)
    several = len({first_round(key) for key in (guess.id, *rivals) if key}) > _MOST_EDITIONS
    told = INDEX.search(f"{tidy}\n{beside}") is not None or sum_of(INSTRUMENT, reasons) > 0
    disputed = _is_disputed(text, guess, published, reference) or _is_of_index(tidy, guess, reasons, reference)
    disputed = disputed or _is_outdated(tidy, guess, reference)
    if told and not disputed and not several:
        return guess
    return replace(guess, confidence=min(guess.confidence, _DISPUTED))


def _told(tidy: str, reference: Reference) -> frozenset[str]:
    """Return the indices that a text names with their year, and the mapping where it is called one."""
    names = [name for name in edition_names(tidy, reference) if name.instrument and not name.data]
    kinds = profiles(reference)
    mapped = {name.ids[0] for name in names if _CALLED_MAP.match(tidy, name.start)}
    indices = {name.ids[0] for name in names if name.year and kinds[name.ids[0]].family != "mapping"}
    return frozenset(mapped | indices)


def _is_disputed(text: str, guess: EditionGuess, published: date | None, reference: Reference) -> bool:
    """Tell whether the headline names one election and the text only the index of the other of that year.

    "Pilkada 2024: Blora Rawan Tinggi" above "Bawaslu merilis IKP 2024": the values may be of either.
    """
    headline = text.strip().split("\n", 1)[0]
    if len(headline) > _HEADLINE:
        return False
    headed = edition_names(headline, reference, published)
    told = {name.ids[0] for name in headed if _is_plain(name)}
    named = {name.ids[0] for name in edition_names(text, reference) if name.instrument and _is_plain(name)}
    rivals = {key for key in named for other in told - named if _are_rivals(key, other, reference)}
    return len(told) == 1 and guess.id in rivals | (told if rivals else set())


def _is_outdated(tidy: str, guess: EditionGuess, reference: Reference) -> bool:
    """Tell whether a text names a later index than the one guessed, or dates figures later: "Alfa 66,20 (2022)".

    Figures that stand beside neither may be of any of them.
    """
    kinds = profiles(reference)
    if guess.id is None or kinds[guess.id].family == "thematic":
        return False
    own = reference.editions[guess.id]
    named = (name for name in edition_names(tidy, reference) if name.instrument and _is_plain(name))
    later = any(
        kinds[key].family != "tps" and reference.editions[key].year > own.year
        for name in named
        for key in name.ids[:1]
    )
    until = max(own.year, own.published.year if own.published else 0)
    return later or any(int(found["year"]) > until for found in _FIGURE_OF_YEAR.finditer(tidy))


_FIGURE_OF_YEAR = re.compile(
    r"(?i)(?:\d[.,]\d+ \((?:tahun )?|(?<=[.;] )(?:pada )?tahun )(?P<year>20[12]\d)\b(?=\)|[^.;]{0,40}\d\d[.,]\d)"
)


def _is_of_index(tidy: str, guess: EditionGuess, reasons: Mapping[Reason, float], reference: Reference) -> bool:
    """Tell whether a mapping is but inferred in a text that names the index of its year: "Dalam IKP 2024 ...".

    The index is the one for the general election; of the mapping "IKP 2024" is said loosely. Words that name the
    mapping itself ("IKP Pilkada 2024", "peta kerawanan pilkada"), and its launch, tell that it is meant.
    """
    kinds = profiles(reference)
    if guess.id is None or kinds[guess.id].family != "mapping" or sum_of(RELEASED, reasons) > 0:
        return False
    named = {name.ids[0] for name in edition_names(tidy, reference) if name.instrument and _is_plain(name)}
    same_year = {key for key in named if _are_rivals(key, guess.id, reference)}
    return guess.id not in named and any(kinds[key].family == "index" for key in same_year)


def _are_rivals(one: str, other: str, reference: Reference) -> bool:
    """Tell whether two editions are of the two elections of one year."""
    first, second = (profiles(reference)[key] for key in (one, other))
    return first.year == second.year and first.contest != second.contest


def scored_edition(key: str, guess: EditionGuess, reference: Reference) -> str | None:
    """Return the edition that scores and levels of regions are of, where a text gives them to edition ``key``.

    A mapping of polling stations has none: then the index or mapping that the text names beside it is meant, else
    the one for the same election, None where there is neither.
    """
    kinds = profiles(reference)
    if kinds[key].family != "tps":
        return key
    told = [one for one in (guess.id, *guess.named, *guess.alternatives) if one is not None]
    alike = [one for one, kind in kinds.items() if _is_of_election(kind, kinds[key]) and not kind.update]
    regional = (one for one in (*told, *alike) if kinds[one].family in {"index", "mapping"})
    return next(regional, None)


def _is_of_election(one: Profile, other: Profile) -> bool:
    return (one.year, one.contest) == (other.year, other.contest)


def _is_plain(name: EditionName) -> bool:
    return name.year is not None and not (name.data or name.compared or name.day)


def _guess(ballot: Ballot) -> EditionGuess:
    totals = {key: sum(why.values()) for key, why in ballot.items()}
    ranked = sorted(totals, key=lambda key: (-totals[key], key))
    if not ranked:
        return EditionGuess(id=None, why="no edition is named or implied")
    best = ranked[0]
    if best == UNLISTED:
        others = tuple(key for key in ranked if key != UNLISTED)
        return EditionGuess(id=None, alternatives=others, why=", ".join(ballot[best]))
    base = first_round(best)
    second = max((totals[key] for key in ranked[1:] if first_round(key) != base), default=0.0)
    twin = max((totals[key] for key in ranked[1:] if first_round(key) == base), default=0.0)
    close = twin if twin > _CLOSE * totals[best] else 0.0
    share = totals[best] / (totals[best] + second / 2 + close)
    reasons = sorted(ballot[best].items(), key=lambda pair: (-pair[1], pair[0]))
    return EditionGuess(
        id=best,
        alternatives=tuple(key for key in ranked[1:] if key and totals[key] >= _RIVAL * totals[best]),
        why=", ".join(why for why, weight in reasons if weight),
        confidence=round((1 - math.exp(-totals[best] / _STRONG)) * share, 3),
        named=tuple(key for key in ranked[1:] if key and _is_named(key, ballot[key])),
    )


def _is_named(key: str, reasons: Mapping[Reason, float]) -> bool:
    """Tell whether an edition is named or dated; the one mapping needs no year: "pemetaan kerawanan pilkada"."""
    loosely = reasons.get(Reason.NAMES_NO_YEAR, 0.0) if key.startswith("pemetaan") else 0.0
    return sum_of(NAMED, reasons) + loosely >= 1.0
