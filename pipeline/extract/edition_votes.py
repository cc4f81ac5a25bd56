"""The votes by which a document's edition is decided: names, launches, facts, scores, polling stations, time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from pipeline.extract.dates import find_dates, find_months, resolve_year
from pipeline.extract.edition_names import EditionName, Profile, earliest, edition_names, profiles
from pipeline.text import fold

if TYPE_CHECKING:
    from pipeline.reference import Edition, Reference

_TITLE = 350  # characters: headline, subtitle and lead
_FRESH = timedelta(days=21)  # an event this soon after a launch is about that launch
_NEAR = timedelta(days=14)  # an update is spoken of from about two weeks before its launch
_CURRENT = timedelta(days=730)  # an index is the current one for two years at most
_MERE_SIGN = 3.0  # fewer votes than this say that a text mentions polling stations, not that it counts them
_LOOK_BACK = 120  # characters in which a word may turn a name into history

_HISTORY = re.compile(r"(?:sebelumnya|lalu,?|pada (?:tahun )?20\d\d)\b[^.;]*$", re.IGNORECASE)
_RELEASE = r"\b(?:di|me|me[mn])?(?:rilis|luncurkan|launching|lounching|terbitkan|publikasi\w*|umumkan|keluarkan)\b"
_RELEASED = re.compile(rf"{_RELEASE}[^.;]{{0,60}}?\b(?P<year>20[12]\d)\b", re.IGNORECASE)
_RELEASED_IN = re.compile(rf"{_RELEASE}[^.;]*$", re.IGNORECASE)
_UPDATE = re.compile(
    r"(?i)\bpemutakhiran|\bupdate\b|\btermutakhir|\bpembaruan|diperbarui|\bmasa pandem|\bpandemi[ck]?\b"
)
_COUNT_WORDS = r"satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh"
_TPS_COUNT = re.compile(
    rf"(?i)(?<![\d.,])(?:\d{{1,3}}(?:\.\d{{3}})+|\d+|{_COUNT_WORDS}) (?:tps\b|tempat pemungutan suara)"
)
_TPS_NAMED = re.compile(r"(?i)\btps rawan|\brawan (?:di )?tps|kerawanan (?:di )?tps")
_PILKADA = re.compile(r"(?i)pilkada|pasangan calon|paslon|\bpemilihan (?!umum)")
_PEMILU = re.compile(r"(?i)\bpemilu\b|caleg|pilpres")
_DECIMAL = re.compile(r"(?<![\d.,])\d{1,2}[.,]\d{2}(?!\d|[.,]\d)")
_FUTURE = re.compile(r"(?i)nanti|mendatang")
_FACTS = {
    "ikp_2024": r"\b61 (?:\([^)]*\) )?indikator|\b12 \(?(?:dua belas\)? )?sub ?-?dimensi",
    "pemetaan_pilkada_2024": (
        r"\b27 indikator|\b37 provinsi|bukan lagi indeks|"
        r"\bpencalonan,? (?:dan )?(?:tahapan )?kampanye,? (?:dan |serta )*(?:tahapan )?(?:pemungutan|pungut)"
    ),
    "tps_rawan_pilkada_2024": r"\b(?:8|delapan) variabel\b[^.]*\b2[5-8] indikator|10-15 november",
    "tps_rawan_pemilu_2024": r"\b(?:7|tujuh) variabel\b[^.]*\b22 indikator|3-8 februari",
}
"""What the instrument of an edition is known by, where it differs from its neighbours."""

Ballot = dict[str, dict[str, float]]
"""For each edition the weight of each reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A reason for an edition. All votes of one ``why`` for one edition count for ``cap`` at most."""

    id: str
    weight: float
    why: str
    cap: float = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A document's tidied text, its day and the day of its event as far as known, and the tables."""

    text: str
    at: date | None
    event: date | None
    reference: Reference


def hold_vote(text: str, *, published: date | None, event: date | None, reference: Reference) -> Ballot:
    """Collect the votes for each edition in a tidied ``text``; editions that came later than it have none."""
    at = published or event or _latest_date(text)
    sighting = Sighting(text=text, at=at, event=event, reference=reference)
    ballot: Ballot = defaultdict(lambda: defaultdict(float))
    for vote in _votes(sighting):
        if at is None or earliest(reference.editions[vote.id]) <= at:
            ballot[vote.id][vote.why] = min(vote.cap, ballot[vote.id][vote.why] + vote.weight)
    return _prefer_updates(ballot, sighting)


def _votes(sighting: Sighting) -> Iterator[Vote]:
    yield from _name_votes(sighting)
    yield from _launch_votes(sighting)
    yield from _month_votes(sighting)
    yield from _fact_votes(sighting)
    yield from _bound_votes(sighting)
    yield from _score_votes(sighting)
    yield from _station_votes(sighting)
    yield from _time_votes(sighting)


def _name_votes(sighting: Sighting) -> Iterator[Vote]:
    for name in edition_names(sighting.text, sighting.reference, sighting.at):
        weight = _name_weight(name, sighting)
        why = "names the index" if name.instrument else "names the election"
        for place, key in enumerate(name.ids):
            yield Vote(id=key, weight=weight / (1 + place), why=why, cap=6.0 if name.instrument else 3.0)


def _name_weight(name: EditionName, sighting: Sighting) -> float:
    if name.data:
        return 0.2
    passed = sighting.at is not None and name.year is not None and name.year < sighting.at.year
    if name.compared or _is_history(sighting.text, name.start) or (passed and not name.instrument):
        return 0.5
    title = name.start < _TITLE
    if name.instrument:
        vague = name.year is None and profiles(sighting.reference)[name.ids[0]].family != "thematic"
        return (3.0 if title else 2.0) - vague
    return 1.5 if title else 1.0


def _is_history(text: str, position: int) -> bool:
    return _HISTORY.search(text[max(0, position - _LOOK_BACK) : position]) is not None


def _launch_votes(sighting: Sighting) -> Iterator[Vote]:
    """Vote by the day or the year of a launch, and by an event just after it."""
    dates = find_dates(sighting.text)
    releases = tuple(_RELEASED.finditer(sighting.text))
    for key, edition in sighting.reference.editions.items():
        launch = edition.published
        if launch is None:
            continue
        if sighting.event is not None and timedelta(0) <= sighting.event - launch <= _FRESH:
            yield Vote(id=key, weight=2.0, why="reports an event just after its launch")
        for found in dates:
            day = resolve_year(found, launch.year)
            if day is not None and abs(day - launch) <= timedelta(days=1):
                past = _is_history(sighting.text, found.span.start)
                yield Vote(id=key, weight=1.0 if past else 2.0, why="gives the day of its launch", cap=2.0)
        for match in releases:
            if launch.year == int(match["year"]) != edition.year:
                past = _is_history(sighting.text, match.start())
                yield Vote(id=key, weight=0.5 if past else 1.5, why="gives the year of its launch", cap=1.5)


def _month_votes(sighting: Sighting) -> Iterator[Vote]:
    """Vote for an index whose launch day is not on record by "dirilis November 2017": the autumn before."""
    for month in find_months(sighting.text):
        before = sighting.text[max(0, month.span.start - 100) : month.span.start]
        if month.month < 10 or not _RELEASED_IN.search(before):
            continue
        for key, edition in sighting.reference.editions.items():
            index = profiles(sighting.reference)[key].family == "index"
            if index and edition.published is None and edition.year == month.year + 1:
                yield Vote(id=key, weight=1.5, why="gives the month of its launch", cap=1.5)


def _fact_votes(sighting: Sighting) -> Iterator[Vote]:
    for key, pattern in _FACTS.items():
        if key not in sighting.reference.editions:
            continue
        for match in re.finditer(pattern, sighting.text, re.IGNORECASE):
            before = sighting.text[max(0, match.start() - 40) : match.start()]
            basis = re.search(r"(?i)berbasis|dari (?:total )?$", before) is not None
            yield Vote(id=key, weight=0.3 if basis else 1.5, why="states facts of its instrument", cap=3.0)


def _bound_votes(sighting: Sighting) -> Iterator[Vote]:
    numbers = _decimals(sighting.text)
    for key, edition in sighting.reference.editions.items():
        for bound in _bounds(edition):
            if bound in numbers:
                yield Vote(id=key, weight=1.0, why="states its bounds", cap=3.0)


def _bounds(edition: Edition) -> tuple[str, ...]:
    """List the bounds that are telling: with decimals, and on a scale of 100."""
    bounds = (edition.high_province, edition.low_province, edition.high_regency, edition.low_regency)
    telling = {f"{bound:.2f}" for bound in bounds if bound is not None and bound % 1 and bound > 5}
    return tuple(sorted(telling))


def _decimals(text: str) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = defaultdict(tuple)
    for match in _DECIMAL.finditer(text):
        number = match.group().replace(",", ".")
        found[number] = (*found[number], match.start())
    return found


@cache
def _known_scores(reference: Reference) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """List edition, number and the folded names of the region of every known score that is no whole number."""
    names: dict[str, list[str]] = defaultdict(list)
    for alias in reference.region_aliases:
        names[alias.code].append(fold(alias.alias))
    return tuple(
        (
            row.edition,
            f"{row.score:.2f}",
            (fold(reference.regions[row.region_code].short), *names[row.region_code]),
        )
        for row in reference.scores
        if row.score is not None and row.score % 1
    )


def _score_votes(sighting: Sighting) -> Iterator[Vote]:
    numbers = _decimals(sighting.text)
    lower = sighting.text.lower()
    for key, score, names in _known_scores(sighting.reference):
        before = " ".join(lower[max(0, position - 90) : position] for position in numbers.get(score, ()))
        if before and any(name in before for name in names):
            yield Vote(id=key, weight=1.5, why="states scores that are known to be its own")


def _station_votes(sighting: Sighting) -> Iterator[Vote]:
    """Vote for polling-station mappings where stations are counted, not where they are only mentioned."""
    counted = len(_TPS_COUNT.findall(sighting.text))
    named = len(_TPS_NAMED.findall(sighting.text))
    each = 2.5 if _before_the_poll(sighting) else 1.5 if named else 0.5
    weight = min(counted, 4) * each + min(named, 3) * 1.5
    if weight < _MERE_SIGN:
        return
    local = len(_PILKADA.findall(sighting.text)) >= len(_PEMILU.findall(sighting.text))
    kinds = {key: kind for key, kind in profiles(sighting.reference).items() if kind.family == "tps"}
    for key, kind in kinds.items():
        fits = 1.0 if (kind.contest == "pilkada") == local else 0.4
        fits *= 1.0 if _speaks_of_year(kind, kinds, sighting) else 0.3
        yield Vote(id=key, weight=weight * fits, why="counts polling stations", cap=12.0)


def _before_the_poll(sighting: Sighting) -> bool:
    return sighting.at is not None and any(
        timedelta(days=-20) <= sighting.at - one.published <= timedelta(days=10)
        for key, one in sighting.reference.editions.items()
        if one.published is not None and profiles(sighting.reference)[key].family == "tps"
    )


def _speaks_of_year(kind: Profile, kinds: Mapping[str, Profile], sighting: Sighting) -> bool:
    latest = kind.year == max(one.year for one in kinds.values())
    return latest or str(kind.year) in sighting.text or (sighting.at is not None and sighting.at.year == kind.year)


def _time_votes(sighting: Sighting) -> Iterator[Vote]:
    """Vote for the latest index or mapping at the time of the text."""
    if sighting.at is None:
        return
    current = [
        (earliest(edition), key)
        for key, edition in sighting.reference.editions.items()
        if profiles(sighting.reference)[key].family in {"index", "mapping"} and earliest(edition) <= sighting.at
    ]
    if current and sighting.at - max(current)[0] < _CURRENT:
        yield Vote(id=max(current)[1], weight=1.0, why="is the latest at the time")


def _latest_date(text: str) -> date | None:
    """Return the latest full date with a weekday: events have one, days of history and of polls rarely do."""
    past = (
        resolve_year(found, None)
        for found in find_dates(text)
        if found.weekday and not _FUTURE.search(text[found.span.end : found.span.end + 20])
    )
    return max((day for day in past if day is not None), default=None)


def _prefer_updates(ballot: Ballot, sighting: Sighting) -> Ballot:
    """Give the votes of an edition and its update to the one that the time, or without it the words, speak for."""
    joined = {key: dict(reasons) for key, reasons in ballot.items()}
    for update, kind in profiles(sighting.reference).items():
        base = update.removesuffix("_update")
        votes = (joined.pop(base, {}), joined.pop(update, {})) if kind.update else ()
        both = {why: max(one.get(why, 0.0) for one in votes) for why in dict.fromkeys(w for v in votes for w in v)}
        if both:
            renewed = _is_renewed(sighting, sighting.reference.editions[update].published)
            winner, loser = (update, base) if renewed else (base, update)
            joined[winner] = both
            joined[loser] = {"is the other round": sum(both.values()) / 2}
    return joined


def _is_renewed(sighting: Sighting, launch: date | None) -> bool:
    if sighting.at is not None and launch is not None:
        return sighting.at >= launch - _NEAR
    return _UPDATE.search(sighting.text) is not None
