"""Which edition of the index a document speaks of.

An edition is recognised by its name ("IKP Pilkada 2020"), by the election it is for ("kerawanan Pilkada 2024"), by
the day it was launched, by facts of its instrument ("61 indikator"), by scores that are known to belong to it, and
by the date of the document. Each of these casts votes; no edition wins that had not been published yet. Years of the
elections that the data come from ("dipotret dari Pilkada 2018 dan Pemilu 2019") cast none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from pipeline.extract.dates import FoundDate, find_dates, find_months, resolve_year
from pipeline.extract.edition_names import EditionName, earliest, edition_names, profiles
from pipeline.text import fold, tidy_mapped

if TYPE_CHECKING:
    from pipeline.reference import Edition, OfficialScore, Reference

_TITLE = 350  # characters: headline, subtitle and lead
_FRESH = timedelta(days=21)  # an event this soon after a launch is about that launch
_NEAR = timedelta(days=14)  # an update is spoken of from about two weeks before its launch
_ENOUGH = 1.0  # a single election's year in a text on vulnerability
_RIVAL = 0.45  # share of the winner's votes from which another edition may be right too

_HISTORY = re.compile(r"(?:sebelumnya|lalu,?|pada (?:tahun )?20\d\d)\b[^.;]{0,120}$", re.IGNORECASE)

_RELEASED = re.compile(
    r"\b(?:di)?(?:rilis|luncurkan|launching|lounching|launch|terbitkan|publikasi\w*|umumkan|keluarkan)\b"
    r"[^.;]{0,60}?\b(?P<year>20[12]\d)\b",
    re.IGNORECASE,
)

_ABOUT = re.compile(r"(?i)rawan|\bikp\b")

_UPDATE = re.compile(
    r"(?i)\bpemutakhiran|\bupdate\b|\btermutakhir|\bpembaruan|diperbarui|\bmasa pandem|\bpandemi[ck]?\b"
)

_TPS_COUNT = re.compile(
    r"(?i)(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+|\d+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)"
    r" (?:tps\b|tempat pemungutan suara)"
)

_DECIMAL = re.compile(r"(?<![\d.,])\d{1,2}[.,]\d{2}(?!\d|[.,]\d)")

_PREPARED = re.compile(r"(?i)nanti|mendatang|hari h\b|pencoblosan|pemungutan suara")

_FACTS = {
    "ikp_2024": r"\b61 (?:\([^)]*\) )?indikator|\b12 \(?(?:dua belas\)? )?sub ?-?dimensi",
    "pemetaan_pilkada_2024": (
        r"\b27 indikator|\b37 provinsi|\bpencalonan,? (?:dan )?(?:tahapan )?kampanye,? (?:dan |serta )*"
        r"(?:tahapan )?(?:pemungutan|pungut|pungutan)|bukan lagi indeks"
    ),
    "tps_rawan_pilkada_2024": r"\b(?:8|delapan) variabel\b[^.]*\b2[5-8] indikator|10-15 november",
    "tps_rawan_pemilu_2024": r"\b(?:7|tujuh) variabel\b[^.]*\b22 indikator|3-8 februari",
}
"""What the instrument of an edition is known by, where it differs from its neighbours."""

_RELEASES = re.compile(r"(?i)\b(?:di)?(?:rilis|luncurkan|launching|umumkan|keluarkan)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionGuess:
    """The edition a document speaks of; ``id`` is None where it gives no hint.

    ``alternatives`` are editions that may be right instead, likeliest first; ``named`` are other editions that the
    document speaks of too; ``why`` says in words what decided; ``confidence`` runs from 0 to 1.
    """

    id: str | None
    alternatives: tuple[str, ...] = ()
    why: str = ""
    confidence: float = 0.0
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Vote:
    """A reason for an edition. All votes of one ``why`` for one edition count for ``cap`` at most."""

    id: str
    weight: float
    why: str
    cap: float = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """A document's tidied text with what its dates say."""

    text: str
    dates: tuple[FoundDate, ...]
    at: date | None
    event: date | None
    reference: Reference


def document_edition(
    text: str, *, published: date | None, event_date: date | None, reference: Reference
) -> EditionGuess:
    """Guess the edition that ``text``, a whole document, mainly speaks of.

    ``published`` and ``event_date`` are the document's dates as far as known; without them the latest full date
    of the text stands in.
    """
    tidy = tidy_mapped(text).text
    if not _ABOUT.search(tidy):
        return EditionGuess(id=None, why="no word of vulnerability")
    dates = find_dates(tidy)
    at = published or event_date or _latest_date(tidy, dates)
    scene = _Scene(text=tidy, dates=dates, at=at, event=event_date, reference=reference)
    ballot = _count(_votes(scene), scene)
    return _guess(_prefer_updates(ballot, scene))


_Ballot = dict[str, dict[str, float]]


def _count(votes: Iterator[_Vote], scene: _Scene) -> _Ballot:
    ballot: _Ballot = defaultdict(lambda: defaultdict(float))
    for vote in votes:
        if scene.at is None or earliest(scene.reference.editions[vote.id]) <= scene.at:
            ballot[vote.id][vote.why] = min(vote.cap, ballot[vote.id][vote.why] + vote.weight)
    return ballot


def _votes(scene: _Scene) -> Iterator[_Vote]:
    yield from _name_votes(scene)
    yield from _launch_votes(scene)
    yield from _fact_votes(scene)
    yield from _score_votes(scene)
    yield from _tps_votes(scene)
    yield from _time_votes(scene)


def _name_votes(scene: _Scene) -> Iterator[_Vote]:
    for name in edition_names(scene.text, scene.reference, scene.at):
        weight = _name_weight(name, scene)
        kind = profiles(scene.reference)[name.ids[0]].family
        why = "names the index" if name.instrument else "names the election"
        for place, key in enumerate(name.ids):
            yield _Vote(id=key, weight=weight / (1 + place), why=why, cap=6.0 if name.instrument else 3.0)
        if kind == "thematic" and re.search(r"(?i)tematik", scene.text):
            yield _Vote(id=name.ids[0], weight=1.0, why="says thematic")


def _name_weight(name: EditionName, scene: _Scene) -> float:
    before = scene.text[max(0, name.start - 120) : name.start]
    if name.data:
        return 0.2
    if name.compared or _HISTORY.search(before):
        return 0.5
    title = name.start < _TITLE
    if name.instrument:
        return (3.0 if title else 2.0) - (name.year is None)
    return 1.5 if title else 1.0


def _launch_votes(scene: _Scene) -> Iterator[_Vote]:
    launches = {key: one.published for key, one in scene.reference.editions.items() if one.published}
    for key, launch in launches.items():
        if scene.event is not None and timedelta(0) <= scene.event - launch <= _FRESH:
            yield _Vote(id=key, weight=2.0, why="reports an event just after its launch")
        for found in scene.dates:
            day = resolve_year(found, launch.year)
            if day is not None and abs(day - launch) <= timedelta(days=1) and found.year in {None, launch.year}:
                past = _HISTORY.search(scene.text[max(0, found.span.start - 120) : found.span.start])
                yield _Vote(id=key, weight=1.0 if past else 2.0, why="gives the day of its launch", cap=2.0)
    for match in _RELEASED.finditer(scene.text):
        for key, launch in launches.items():
            if launch.year == int(match["year"]) != scene.reference.editions[key].year:
                past = _HISTORY.search(scene.text[max(0, match.start() - 120) : match.start()])
                yield _Vote(id=key, weight=0.5 if past else 1.5, why="gives the year of its launch", cap=1.5)
    for month in find_months(scene.text):
        for key, edition in scene.reference.editions.items():
            before_election = edition.published is None and month.year == edition.year - 1
            if before_election and month.month >= 10 and _RELEASES.search(_clause(scene.text, month.span.start)):
                yield _Vote(id=key, weight=1.5, why="gives the month of its launch", cap=1.5)


def _clause(text: str, position: int) -> str:
    return re.split(r"[.;]", text[max(0, position - 100) : position])[-1]


def _fact_votes(scene: _Scene) -> Iterator[_Vote]:
    for key, pattern in _FACTS.items():
        for match in re.finditer(pattern, scene.text, re.IGNORECASE):
            basis = re.search(
                r"(?i)berbasis|dari (?:total )?$", scene.text[max(0, match.start() - 40) : match.start()]
            )
            if key in scene.reference.editions:
                yield _Vote(id=key, weight=0.3 if basis else 1.5, why="states facts of its instrument", cap=3.0)
    numbers = _decimals(scene.text)
    for key, edition in scene.reference.editions.items():
        for bound in _bounds(edition):
            if bound in numbers:
                yield _Vote(id=key, weight=1.0, why="states its bounds", cap=3.0)


def _bounds(edition: Edition) -> tuple[str, ...]:
    bounds = {edition.high_province, edition.low_province, edition.high_regency, edition.low_regency}
    odd = (bound for bound in bounds if bound is not None and bound % 1)
    return tuple(sorted(f"{bound:.2f}" for bound in odd if f"{bound:.2f}" not in {"1.99", "3.00"}))


def _decimals(text: str) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = defaultdict(tuple)
    for match in _DECIMAL.finditer(text):
        number = match.group().replace(",", ".")
        found[number] = (*found[number], match.start())
    return found


@cache
def _known_scores(reference: Reference) -> tuple[tuple[str, str, str], ...]:
    """List edition, number and folded name of every known score with two odd decimals or one."""
    rows: Iterator[OfficialScore] = iter(reference.scores)
    return tuple(
        (row.edition, f"{row.score:.2f}", fold(reference.regions[row.region_code].short))
        for row in rows
        if row.score is not None and row.score % 1
    )


def _score_votes(scene: _Scene) -> Iterator[_Vote]:
    numbers = _decimals(scene.text)
    lower = scene.text.lower()
    for key, score, name in _known_scores(scene.reference):
        for position in numbers.get(score, ()):
            if name in lower[max(0, position - 90) : position]:
                yield _Vote(id=key, weight=1.5, why="states scores that are known to be its own", cap=6.0)
                break


def _tps_votes(scene: _Scene) -> Iterator[_Vote]:
    """Vote for polling-station mappings where stations are counted, not where they are only mentioned."""
    counted = len(_TPS_COUNT.findall(scene.text))
    named = len(re.findall(r"(?i)\btps rawan|\brawan (?:di )?tps|kerawanan (?:di )?tps", scene.text))
    polling = scene.at is not None and any(
        timedelta(days=-20) <= scene.at - one.published <= timedelta(days=10)
        for key, one in scene.reference.editions.items()
        if one.published and profiles(scene.reference)[key].family == "tps"
    )
    weight = min(counted, 4) * (1.5 if named or polling else 0.5) + min(named, 3) * 1.5
    if weight < 3.0:
        return
    pilkada = len(re.findall(r"(?i)pilkada|pasangan calon|paslon|\bpemilihan (?!umum)", scene.text))
    pemilu = len(re.findall(r"(?i)\bpemilu\b|caleg|pilpres", scene.text))
    for key, kind in profiles(scene.reference).items():
        if kind.family == "tps":
            years = str(kind.year) in scene.text or (scene.at is not None and scene.at.year == kind.year)
            fits = (kind.contest == "pilkada") == (pilkada >= pemilu)
            latest = kind.year == max(
                one.year for one in profiles(scene.reference).values() if one.family == "tps"
            )
            yield _Vote(
                id=key,
                weight=weight * (1.0 if years or latest else 0.3) * (1.0 if fits else 0.4),
                why="counts TPS",
            )


def _time_votes(scene: _Scene) -> Iterator[_Vote]:
    """Vote for the latest index or mapping at the time of the text."""
    if scene.at is None:
        return
    current = [
        (earliest(edition), key)
        for key, edition in scene.reference.editions.items()
        if profiles(scene.reference)[key].family in {"index", "mapping"} and earliest(edition) <= scene.at
    ]
    if current and scene.at - max(current)[0] < timedelta(days=730):
        yield _Vote(id=max(current)[1], weight=1.0, why="is the latest at the time")


def _latest_date(text: str, dates: tuple[FoundDate, ...]) -> date | None:
    """Return the latest full date of the text that is not announced for the future."""
    past = (
        resolve_year(found, None)
        for found in dates
        if not _PREPARED.search(text[found.span.end : found.span.end + 20])
    )
    return max((day for day in past if day is not None), default=None)


def _prefer_updates(ballot: _Ballot, scene: _Scene) -> _Ballot:
    """Move an edition's votes to its update where the time or the words say so, and away from it elsewhere."""
    for key, kind in profiles(scene.reference).items():
        base = key.removesuffix("_update")
        if not kind.update or not (key in ballot or base in ballot):
            continue
        launch = scene.reference.editions[key].published
        late = scene.at is not None and launch is not None and scene.at >= launch - _NEAR
        early = scene.at is not None and not late
        words = _UPDATE.search(scene.text) is not None and not early
        winner, loser = (key, base) if late or words else (base, key)
        votes, others = ballot.get(winner, {}), ballot.get(loser, {})
        if sum(votes.values()) <= sum(others.values()):
            ballot[winner] = {
                **votes,
                "is the round of that time": sum(others.values()) - sum(votes.values()) + 0.5,
            }
    return ballot


def _guess(ballot: _Ballot) -> EditionGuess:
    totals = {key: sum(why.values()) for key, why in ballot.items()}
    ranked = sorted(totals, key=lambda key: (-totals[key], key))
    if not ranked or totals[ranked[0]] < _ENOUGH:
        return EditionGuess(id=None, alternatives=tuple(ranked[:2]), why="no edition is named or implied")
    best = ranked[0]
    rivals = tuple(key for key in ranked[1:] if totals[key] >= _RIVAL * totals[best])
    second = totals[ranked[1]] if len(ranked) > 1 else 0.0
    share = totals[best] / (totals[best] + second / 2)
    reasons = sorted(ballot[best].items(), key=lambda pair: (-pair[1], pair[0]))
    return EditionGuess(
        id=best,
        alternatives=rivals,
        why=", ".join(why for why, _ in reasons),
        confidence=round(min(1.0, 0.5 + totals[best] / 12) * share, 3),
        named=tuple(key for key in ranked[1:] if _is_named(ballot[key])),
    )


def _is_named(why: Mapping[str, float]) -> bool:
    return (
        sum(weight for reason, weight in why.items() if reason.startswith(("names the index", "gives the"))) >= 1.0
    )
