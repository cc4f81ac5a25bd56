"""Votes for mappings of polling stations, where a text counts stations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.extract.editions.facts import fact_votes
from pipeline.extract.editions.names import profiles
from pipeline.extract.editions.reasons import Reason, Vote
from pipeline.extract.editions.sighting import Sighting, spoken_year
from pipeline.extract.editions.time_votes import polls_ahead
from pipeline.extract.editions.times import poll_days
from pipeline.extract.words.values import NUMBER_WORDS

_MERE_SIGN = 3.0  # fewer votes than this say that a text mentions polling stations, not that it counts them
_MANY = 4  # counts of stations that make a list of them ...
_MANY_UNSURE = 1.6  # ... and what such a list is worth without a time
_UNSURE = 0.4  # what counts of stations are worth without a time
_BEFORE_VOTE = timedelta(days=-27)  # stations are mapped in the weeks before a vote ...
_AFTER_VOTE = timedelta(days=7)  # ... and recounted in the days after it
_STATIONS = re.compile(r"(?i) (?:tps\b|tempat pemungutan suara)")
_COUNT_BEFORE = re.compile(rf"(?i)(?<![\d.,])(?:\d{{1,3}}(?:\.\d{{3}})+|\d+|{NUMBER_WORDS})\Z")
_LONGEST_COUNT = 20  # characters
_PLACE_OF_VOTE = r"(?:tps\b|tempat pemungutan suara(?: \(tps\))?)"
_TPS_NAMED = re.compile(
    rf"(?i)(?=[tikpmr])(?:\b{_PLACE_OF_VOTE} (?:(?:yang|paling|dianggap|dinilai|masuk|tergolong|berpotensi|"
    rf"kategori|berkategori|dikategorikan|potensi|potensial|di|wilayah|daerah) )*rawan|\brawan (?:di )?tps|"
    rf"kerawanan (?:di |pada )?{_PLACE_OF_VOTE}|"
    rf"\b(?:pemetaan|memetakan|petakan|identifikasi) (?:(?:potensi|kerawanan|titik) )*{_PLACE_OF_VOTE})"
)
_SENTENCE = re.compile(r"(?:[^.;\n]|[.;](?=\d))++")
_POLICE = re.compile(r"(?i)\b(?:polres\w*|polda|polri|polsek|kapol\w+|kepolisian|kodim)\b")
"""The police, who count stations of their own."""
UNLISTED = ""
"""Stands in a ballot for an edition that the table does not have."""


def station_votes(sighting: Sighting) -> Iterator[Vote]:
    """Vote for polling-station mappings where stations are counted, not where they are only mentioned.

    A vote may be near, or its year named, of which no mapping is on record: then none is meant. Without any time
    the stations say nothing about which mapping it is, unless the text states facts of one.
    """
    counted = counts_of_stations(sighting.text)
    named = len(_TPS_NAMED.findall(_without_police(sighting.text)))
    near = _near_polls(sighting)
    each = 2.5 if near else 1.5 if named else 0.8
    weight = min(counted, 4) * each + min(named, 3) * 1.5
    if weight < _MERE_SIGN:
        return
    due, sure = _due_mappings(sighting, near)
    if not due:
        weight *= 1.0 if sure else _UNSURE
        yield Vote(id=UNLISTED, weight=weight, why=Reason.STATIONS_UNLISTED, cap=12.0)
    kinds = profiles(sighting.reference)
    for key in due:
        lean = sighting.lean or ("pilkada" if not sure else kinds[key].contest)  # the later one, if nothing tells
        fits = 1.0 if len(due) == 1 or lean == kinds[key].contest else 0.4
        yield Vote(
            id=key,
            weight=weight * fits * (1.0 if sure else _UNSURE),
            why=Reason.STATIONS,
            cap=12.0 if sure else fits * (_MANY_UNSURE if counted >= _MANY else 1.0),
        )


def counts_of_stations(text: str) -> int:
    """Return how often stations are counted, not by the police: "12 TPS", "tiga tempat pemungutan suara"."""
    text = _without_police(text)
    return sum(
        _COUNT_BEFORE.search(text, max(0, word.start() - _LONGEST_COUNT), word.start()) is not None
        for word in _STATIONS.finditer(text)
    )


def _without_police(text: str) -> str:
    """Leave out the sentences in which the police are named and Bawaslu is not.

    >>> _without_police("Ada 86 TPS rawan. Polres mencatat 7.171 TPS. Bawaslu dan Polres memetakan 9 TPS.")
    'Ada 86 TPS rawan.. Bawaslu dan Polres memetakan 9 TPS.'
    """

    def without(told: re.Match[str]) -> str:
        return "" if _POLICE.search(told[0]) and "bawaslu" not in told[0].lower() else told[0]

    return _SENTENCE.sub(without, text)


def _due_mappings(sighting: Sighting, near: frozenset[date]) -> tuple[tuple[str, ...], bool]:
    """List the mappings of stations that the time of a text allows, and tell whether there is such a time."""
    editions = sighting.reference.editions
    mappings = {key: kind for key, kind in profiles(sighting.reference).items() if kind.family == "tps"}
    ahead = polls_ahead(sighting.text, sighting.seen, sighting.reference) or near
    if ahead:
        return tuple(key for key in mappings if editions[key].polled in ahead), True
    year = _station_year(sighting)
    if year is not None or sighting.beside:
        sure = year is not None and sighting.seen.at is None
        year = year or max(sighting.beside)
        return tuple(key for key, kind in mappings.items() if kind.year == year), sure
    stated = {vote.id for vote in fact_votes(sighting.text, sighting.reference)}
    latest = max(kind.year for kind in mappings.values())
    last = [key for key, kind in mappings.items() if kind.year == latest]
    fitting = [key for key in last if mappings[key].contest == (sighting.lean or "pilkada")]
    return tuple(key for key in mappings if key in stated) or tuple(fitting or last), False


def _station_year(sighting: Sighting) -> int | None:
    """Return the year of the vote by its name; without one the year of the text, or the latest that it names."""
    named = [name.year for name in sighting.names if name.year and not name.data and not name.compared]
    seen = sighting.seen
    one_year = seen.low is not None and seen.high is not None and seen.low.year == seen.high.year
    written = seen.low.year if seen.low is not None and one_year and not seen.footer else None
    return max(named, default=None) or written or spoken_year(sighting)


def _near_polls(sighting: Sighting) -> frozenset[date]:
    """Return the days of voting within three weeks of the text, or of the one day that weaker signs give it."""
    seen = sighting.seen
    at = seen.at or (seen.low if seen.low == seen.high else None)
    return frozenset(
        day for day in poll_days(sighting.reference) if at is not None and _BEFORE_VOTE <= at - day <= _AFTER_VOTE
    )
