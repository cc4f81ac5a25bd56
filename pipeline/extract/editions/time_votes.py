"""Votes by time: launches, days of a vote, terms of office, and what was current when the text was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipeline.extract.editions.names import Contest, earliest, profiles
from pipeline.extract.editions.reasons import Reason, Vote
from pipeline.extract.editions.times import (
    AFTER_VOTE,
    LOOK_BACK,
    POLL,
    RELEASE,
    RELEASED_IN,
    When,
    is_history,
    misdates_launch,
    poll_days,
)
from pipeline.extract.words.dates import FoundDate, find_months, fits_weekday, resolve_year

if TYPE_CHECKING:
    from pipeline.reference import Edition, Reference

_FRESH = timedelta(days=21)  # an event this soon after a launch is about that launch
_NEAR = timedelta(days=14)  # an update is spoken of from about two weeks before its launch
_EXPECTED = timedelta(days=45)  # regencies present their share of a mapping some weeks before its launch
_CURRENT = timedelta(days=730)  # an index is the current one for two years at most
_TERMS = range(3, 6)  # years between the ends of a term of office, cut short or not
_FOOTER = 0.8  # what the year of a copyright line is worth beside a date
_AUTUMN = 10  # an index whose launch day is not on record came out in the autumn before its election
_RELEASED = re.compile(rf"{RELEASE}[^.;]{{0,60}}?\b(?P<year>20[12]\d)\b", re.IGNORECASE)
_RELEASES = re.compile(RELEASE, re.IGNORECASE)
_PASSED = re.compile(r"(?i)^\W{0,2}(?:20\d\d )?(?:lalu|silam)")
_TERM = re.compile(
    r"(?i)\b(?:calon|paslon|pemilihan|kandidat|pil(?:kada|gub|bup|wako|wali|walkot))\b[^.;]{0,80}?"
    r"\b(?:periode|masa (?:jabatan|bakti))(?: tahun)? "
    r"(?P<year>20\d\d) ?(?:[-–/]|s/d|sampai|hingga) ?(?P<last>20\d\d)"
)


def launch_votes(text: str, seen: When, reference: Reference) -> Iterator[Vote]:
    """Vote by the day, the month or the year of a launch, and by an event just after it."""
    releases = tuple(_RELEASED.finditer(text))
    for key, edition in reference.editions.items():
        launch = edition.published
        if launch is None:
            continue
        thematic = profiles(reference)[key].family == "thematic"
        if not thematic and seen.event is not None and timedelta(0) <= seen.event - launch <= _FRESH:
            yield Vote(id=key, weight=2.0, why=Reason.AFTER_LAUNCH)
        for found in seen.dates:
            day = resolve_year(found, launch.year)
            if day is not None and abs(day - launch) <= timedelta(days=1) and _may_be_launch(found, edition):
                yield Vote(
                    id=key,
                    weight=_launch_weight(text, found, day, launch),
                    why=Reason.LAUNCH_DAY,
                    cap=2.0,
                )
            elif (found.month, found.day) == (launch.month, launch.day) and misdates_launch(
                text, found, reference
            ):
                yield Vote(id=key, weight=1.5, why=Reason.LAUNCH_DAY_MISDATED, cap=1.5)
        for match in releases:
            if launch.year == int(match["year"]) != edition.year:
                past = is_history(text, match.start())
                yield Vote(id=key, weight=0.5 if past else 1.5, why=Reason.LAUNCH_YEAR, cap=1.5)
    yield from _month_votes(text, reference)


def _launch_weight(text: str, found: FoundDate, day: date, launch: date) -> float:
    """Return what a day of launch is worth: less as history, or without a year and a word of a release.

    A weekday that does not fit the year of the launch speaks of another year: nothing then.
    """
    if found.year is None and (day.year != launch.year or fits_weekday(day, found.weekday) is False):
        return 0.0
    around = text[max(0, found.span.start - LOOK_BACK) : found.span.end + 40]
    bare = found.year is None and found.weekday is None and not _RELEASES.search(around)
    return (1.0 if is_history(text, found.span.start) else 2.0) * (0.4 if bare else 1.0)


def _may_be_launch(found: FoundDate, edition: Edition) -> bool:
    """Tell a launch from the day of the vote: "14 Februari" alone is no launch of 12 February."""
    polled = edition.polled
    return polled is None or (found.month, found.day) != (polled.month, polled.day)


def _month_votes(text: str, reference: Reference) -> Iterator[Vote]:
    """Vote by "dirilis November 2017", "Desember 2022 lalu meluncurkan", the month on record or the autumn."""
    for month in find_months(text):
        before = text[max(0, month.span.start - 100) : month.span.start]
        after = re.split(r"[.;]", text[month.span.end : month.span.end + 60])[0]
        if not (RELEASED_IN.search(before) or _RELEASES.search(after)):
            continue
        for key, edition in reference.editions.items():
            launch = edition.published
            on_record = launch is not None and (launch.month, launch.year) == (month.month, month.year)
            autumn = launch is None and month.month >= _AUTUMN and edition.year == month.year + 1
            if (on_record or autumn) and profiles(reference)[key].family in {"index", "mapping"}:
                yield Vote(id=key, weight=1.5, why=Reason.LAUNCH_MONTH, cap=1.5)


def poll_votes(text: str, seen: When, reference: Reference) -> Iterator[Vote]:
    """Vote by the day of the vote ahead: "pencoblosan 14 Februari", "Pilkada 27 November"."""
    ahead = polls_ahead(text, seen, reference)
    for key in _open(reference):
        edition = reference.editions[key]
        if edition.polled in ahead:
            later = 0.02 * (edition.year - 2010)  # 9 Desember was the day in 2015 and in 2020
            yield Vote(id=key, weight=0.7 + later, why=Reason.VOTE_DAY, cap=1.0)


def polls_ahead(text: str, seen: When, reference: Reference) -> frozenset[date]:
    """Return the days of voting that a text names and that lie ahead of it; several where no year is given."""
    found_days: set[date] = set()
    for found in seen.dates:
        around = text[max(0, found.span.start - 60) : found.span.end + 40]
        if not POLL.search(around) or _PASSED.match(text[found.span.end :]):
            continue
        found_days.update(
            day
            for day in poll_days(reference)
            if (seen.at is None or seen.at <= day) and day == resolve_year(found, day.year)
        )
    return frozenset(found_days)


def office_votes(text: str, reference: Reference) -> Iterator[Vote]:
    """Vote by the term that is voted for: "calon bupati periode 2017-2022"; who wins may begin a year later."""
    for match in _TERM.finditer(text):
        year, last = int(match["year"]), int(match["last"])
        if last - year not in _TERMS:
            continue
        for key in _open(reference):
            polled = reference.editions[key].polled
            if (
                profiles(reference)[key].contest == "pilkada"
                and polled is not None
                and polled.year in {year, year - 1}
            ):
                weight = 0.8 if polled.year == year else 0.5
                yield Vote(id=key, weight=weight, why=Reason.TERM, cap=0.8)


def time_votes(seen: When, lean: Contest | None, reference: Reference) -> Iterator[Vote]:
    """Vote for the latest index or mapping at the time of the text, the one for its kind of election first."""
    if seen.at is not None:
        current = _current(seen.at, reference)
        if current is not None:
            yield Vote(id=current, weight=1.0, why=Reason.LATEST_AT_THE_TIME)
        return
    if seen.low is None or seen.high is None:
        return
    for place, key in enumerate(_open_between(seen.low, seen.high, lean, reference)[:2]):
        weight = (0.8 - 0.4 * place) * (_FOOTER if seen.footer else 1.0)
        yield Vote(id=key, weight=weight, why=Reason.CURRENT_PERHAPS)


def _open(reference: Reference) -> list[str]:
    """List indices and mappings but for updates, earliest first."""
    kinds = profiles(reference)
    chosen = [key for key, kind in kinds.items() if kind.family in {"index", "mapping"} and not kind.update]
    return sorted(chosen, key=lambda key: (earliest(reference.editions[key]), key))


def _current(at: date, reference: Reference) -> str | None:
    begun = [
        (earliest(edition), key)
        for key, edition in reference.editions.items()
        if profiles(reference)[key].family in {"index", "mapping"} and _expected(key, reference) <= at
    ]
    return max(begun)[1] if begun and at - max(begun)[0] < _CURRENT else None


def _expected(key: str, reference: Reference) -> date:
    """Return the day from which a text means an edition that it does not name; until then the index goes on."""
    edition = reference.editions[key]
    if profiles(reference)[key].family == "mapping" and edition.published is not None:
        return edition.published - _EXPECTED
    return earliest(edition)


def _open_between(low: date, high: date, lean: Contest | None, reference: Reference) -> list[str]:
    """List the editions spoken of between two days: of the right election, not yet voted and late ones first."""
    begun = [key for key in _open(reference) if earliest(reference.editions[key]) <= high]
    ahead = [key for key in begun if (polled := reference.editions[key].polled) is None or polled >= low]
    recent = [key for key in begun if low - earliest(reference.editions[key]) < _CURRENT]
    kinds = profiles(reference)
    return sorted(
        ahead or recent[-1:], key=lambda key: (lean not in {None, kinds[key].contest}, -begun.index(key))
    )


def following(key: str, lean: Contest | None, reference: Reference) -> list[str]:
    """List the editions that can draw on the election of edition ``key``, the next and the fitting ones first."""
    polled = reference.editions[key].polled
    if polled is None:
        return []
    kinds = profiles(reference)
    later = [name for name in _open(reference) if earliest(reference.editions[name]) > polled]
    return sorted(later, key=lambda name: (lean not in {None, kinds[name].contest}, later.index(name)))


def latest_of(contest: Contest | None, reference: Reference) -> str:
    """Return the latest index or mapping for ``contest``; the latest index where it is None."""
    kinds = profiles(reference)
    fitting = [
        key
        for key in _open(reference)
        if (kinds[key].contest == contest if contest in {"pilkada", "pemilu"} else kinds[key].family == "index")
    ]
    return fitting[-1]


def is_renewed(seen: When, edition: Edition, *, by_words: bool) -> bool:
    """Tell whether an update is spoken of: its launch is near or past and its vote ahead, or the words say so."""
    day = seen.at if seen.at is not None or seen.footer else seen.low
    launch, polled = edition.published, edition.polled
    if day is None or launch is None or (polled is not None and day > polled + AFTER_VOTE):
        return by_words
    return day >= launch - _NEAR
