"""When a text was written, as far as it tells, and the editions that its dates speak for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from pipeline.extract.editions.facts import Vote
from pipeline.extract.editions.names import Contest, earliest, profiles
from pipeline.extract.words.dates import FoundDate, find_dates, find_months, fits_weekday, resolve_year

if TYPE_CHECKING:
    from pipeline.reference import Edition, Reference

_FRESH = timedelta(days=21)  # an event this soon after a launch is about that launch
_NEAR = timedelta(days=14)  # an update is spoken of from about two weeks before its launch
_EXPECTED = timedelta(days=45)  # regencies present their share of a mapping some weeks before its launch
_CURRENT = timedelta(days=730)  # an index is the current one for two years at most
_STRAY = timedelta(days=300)  # between an event and a page's date that may be the day of looking
_AFTER_VOTE = timedelta(days=30)
_LOOK_BACK = 120  # characters in which a word may turn a name into history
_TERMS = range(3, 6)  # years between the ends of a term of office, cut short or not
_FOOTER = 0.8  # what the year of a copyright line is worth beside a date
_AUTUMN = 10  # an index whose launch day is not on record came out in the autumn before its election

_HISTORY = re.compile(r"(?:sebelumnya|lalu,?|pada (?:tahun )?20\d\d)\b[^.;]*$", re.IGNORECASE)
_LAW = re.compile(r"(?i)(?:undang|\buu\b|perppu|perpu|peraturan|nomor|disahkan|ditetapkan|lahir)[^.;]{0,30}$")
_RELEASE = r"\b(?:di|me|me[mn])?(?:rilis|luncurkan|launching|lounching|terbitkan|publikasi\w*|umumkan|keluarkan)\b"
_RELEASED = re.compile(rf"{_RELEASE}[^.;]{{0,60}}?\b(?P<year>20[12]\d)\b", re.IGNORECASE)
_RELEASED_IN = re.compile(rf"{_RELEASE}[^.;]*$", re.IGNORECASE)
_RELEASES = re.compile(_RELEASE, re.IGNORECASE)
_FUTURE = re.compile(r"(?i)nanti|mendatang")
_PASSED = re.compile(r"(?i)^\W{0,2}(?:20\d\d )?(?:lalu|silam)")
_POLL_WORDS = (
    r"pencoblosan|mencoblos|coblosan|pemungutan suara|hari[ -]h\b|pem(?:ilu|ilihan|ilukada)|p(?:il|l)kada|pilgub|"
    r"pilpres|pileg|pesta demokrasi"
)
_POLL = re.compile(_POLL_WORDS, re.IGNORECASE)
_VOTED = re.compile(
    rf"(?:{_POLL_WORDS})(?:(?!rilis|luncur)[^.;()]){{0,60}}\b"
    r"(?:pada|tanggal|digelar|berlangsung|dijadwalkan|jatuh|dilaksanakan|diselenggarakan|dihelat|semula|awalnya|serentak)"
    r"(?: (?:pada|hari|tanggal|di|serentak|ini|nanti|mendatang))*,?\s*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"/(?P<year>20[12]\d)[/-](?P<month>0[1-9]|1[0-2])(?:[/-](?P<day>0[1-9]|[12]\d|3[01]))?(?=[/-])"
)
_TERM = re.compile(
    r"(?i)\b(?:calon|paslon|pemilihan|kandidat|pil(?:kada|gub|bup|wako|wali|walkot))\b[^.;]{0,80}?"
    r"\b(?:periode|masa (?:jabatan|bakti))(?: tahun)? "
    r"(?P<year>20\d\d) ?(?:[-–/]|s/d|sampai|hingga) ?(?P<last>20\d\d)"
)
_COPYRIGHT = re.compile(r"(?i)(?:©|\(c\)|copyright|hak cipta)[^\n]{0,40}?\b(?P<year>20[12]\d)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The time of a text.

    ``at`` is its day where the text is sure of it; ``low`` to ``high`` the days within which it was written by
    weaker signs (a date without a weekday, an address, a copyright line), None where there are none; ``event`` is
    the day of the event reported; ``dates`` are all that the text gives. ``footer`` is true where only a copyright
    line speaks, which often bears the year of looking.
    """

    at: date | None
    event: date | None = None
    low: date | None = None
    high: date | None = None
    dates: tuple[FoundDate, ...] = ()
    footer: bool = False


def when(text: str, *, published: date | None, event: date | None, hints: str, reference: Reference) -> When:
    """Say when a tidied ``text`` was written; ``hints`` are its title, file name or address."""
    dates = find_dates(text)
    at = _written(published, event, reference) or _latest_date(text, dates, reference)
    if at is not None:
        return When(at=at, event=event, dates=dates)
    for span in (
        _plain_date(text, dates, reference),
        _month(text),
        _address(f"{text}\n{hints}"),
        _weekday(text, dates, reference),
    ):
        if span is not None:
            return When(at=None, low=span[0], high=span[1], dates=dates)
    footer = _copyright(f"{text}\n{hints}", reference)
    if footer is not None:
        return When(at=None, low=footer[0], high=footer[1], dates=dates, footer=True)
    return When(at=None, dates=dates)


def _written(published: date | None, event: date | None, reference: Reference) -> date | None:
    """Return the day of publication, else of the event.

    A page whose date lies in a time without any index, years after an event in a time with one, shows the day on
    which it was looked at: the event tells more.
    """
    if published is None or event is None or published - event < _STRAY:
        return published or event
    return event if _is_open(event, reference) and not _is_open(published, reference) else published


def _is_open(day: date, reference: Reference) -> bool:
    """Tell whether an edition was spoken of at ``day``: begun, and its vote not a month past."""
    return any(
        earliest(one) <= day <= one.polled + _AFTER_VOTE
        for one in reference.editions.values()
        if one.polled is not None
    )


def _latest_date(text: str, dates: Sequence[FoundDate], reference: Reference) -> date | None:
    """Return the latest full date with a weekday: events have one, days of history and of polls rarely do."""
    fitting = {
        day
        for found in dates
        if (day := resolve_year(found, None)) is not None and fits_weekday(day, found.weekday)
    }
    past = (
        resolve_year(found, None)
        for found in dates
        if found.weekday
        and not _FUTURE.search(text[found.span.end : found.span.end + 20])
        and not is_vote(text, found)
    )
    days = [day for day in past if day is not None and day not in poll_days(reference)]
    # a weekday that contradicts its date marks a slip in one of the two
    return max((day for day in days if day in fitting), default=max(days, default=None))


def _plain_date(text: str, dates: Sequence[FoundDate], reference: Reference) -> tuple[date, date] | None:
    """Return the latest full date that is neither to come, nor a law's, nor a day of polling."""
    days = [
        day
        for found in dates
        if (day := resolve_year(found, None)) is not None
        and not _FUTURE.search(text[found.span.end : found.span.end + 20])
        and not _LAW.search(text[max(0, found.span.start - 60) : found.span.start])
        and day not in poll_days(reference)
        and not is_vote(text, found)
        and not _slips(text, found, reference)
    ]
    return (max(days), max(days)) if days else None


def _month(text: str) -> tuple[date, date] | None:
    """Return the latest month named with its year, neither to come nor a law's nor a release's nor a vote's."""
    months = [
        date(found.year, found.month, 1)
        for found in find_months(text)
        if not _FUTURE.search(text[found.span.end : found.span.end + 20])
        and not any(
            p.search(text[max(0, found.span.start - 60) : found.span.start]) for p in (_LAW, _POLL, _RELEASED_IN)
        )
    ]
    return (max(months), max(months) + timedelta(days=27)) if months else None


def is_vote(text: str, found: FoundDate) -> bool:
    """Tell whether a date is that of a vote by the words before it: a vote may have been put off since.

    >>> def check(text):
    ...     return is_vote(text, find_dates(text)[0])
    >>> check("pemungutan suara pada 23 September 2020"), check("Pilkada yang digelar tanggal 23 September 2020")
    (True, True)
    >>> check("IKP Pilkada 2020 diluncurkan pada 25 Februari 2020"), check("kerawanan Pilkada. Senin (23/9/2020)")
    (False, False)
    """
    return _VOTED.search(text[max(0, found.span.start - _LOOK_BACK) : found.span.start]) is not None


def _slips(text: str, found: FoundDate, reference: Reference) -> bool:
    """Tell whether a date of a release is a launch but for its year: "dirilis 25 September 2028"."""
    before = text[max(0, found.span.start - _LOOK_BACK) : found.span.start]
    launches = [one.published for one in reference.editions.values() if one.published is not None]
    return (
        _RELEASED_IN.search(before) is not None
        and (found.month, found.day) in {(day.month, day.day) for day in launches}
        and all(found.year != day.year for day in launches if (found.month, found.day) == (day.month, day.day))
    )


def _address(text: str) -> tuple[date, date] | None:
    """Read the day or month off an address.

    >>> _address("https://contoh.id/2018/10/03/ikp")
    (datetime.date(2018, 10, 3), datetime.date(2018, 10, 3))
    >>> _address("contoh.id/2024/09/ikp")
    (datetime.date(2024, 9, 1), datetime.date(2024, 9, 28))
    """
    match = _ADDRESS.search(text)
    if match is None:
        return None
    year, month = int(match["year"]), int(match["month"])
    day = int(match["day"] or 0)
    try:
        return date(year, month, day or 1), date(year, month, day or 28)
    except ValueError:
        return None


def _copyright(text: str, reference: Reference) -> tuple[date, date] | None:
    """Return the earliest year of a copyright line; in one without any index it was looked at."""
    year = min((int(match["year"]) for match in _COPYRIGHT.finditer(text)), default=None)
    if year is None or not any(_is_open(date(year, month, 1), reference) for month in range(1, 13)):
        return None
    return date(year, 1, 1), date(year, 12, 31)


def _weekday(text: str, dates: Sequence[FoundDate], reference: Reference) -> tuple[date, date] | None:
    """Return the latest day without a year that its weekday places: "Sabtu (23/6)" was in 2018.

    One that fits several such years is left out.
    """
    placed = []
    for found in dates:
        if found.year is not None or found.weekday is None or is_vote(text, found):
            continue
        near = (resolve_year(found, year) for year in {one.year for one in reference.editions.values()})
        days = {day for day in near if day is not None and fits_weekday(day, found.weekday)}
        fitting = [day for day in days if _is_open(day, reference) and day not in poll_days(reference)]
        placed += fitting if len(fitting) == 1 else []
    return (max(placed), max(placed)) if placed else None


@cache
def poll_days(reference: Reference) -> frozenset[date]:
    """Return the days on which people voted, of all editions."""
    return frozenset(one.polled for one in reference.editions.values() if one.polled is not None)


def is_history(text: str, position: int) -> bool:
    """Tell whether the words before ``position`` say that what follows is past."""
    return _HISTORY.search(text[max(0, position - _LOOK_BACK) : position]) is not None


def launch_votes(text: str, seen: When, reference: Reference) -> Iterator[Vote]:
    """Vote by the day, the month or the year of a launch, and by an event just after it."""
    releases = tuple(_RELEASED.finditer(text))
    for key, edition in reference.editions.items():
        launch = edition.published
        if launch is None:
            continue
        thematic = profiles(reference)[key].family == "thematic"
        if not thematic and seen.event is not None and timedelta(0) <= seen.event - launch <= _FRESH:
            yield Vote(id=key, weight=2.0, why="reports an event just after its launch")
        for found in seen.dates:
            day = resolve_year(found, launch.year)
            if day is not None and abs(day - launch) <= timedelta(days=1) and _may_be_launch(found, edition):
                yield Vote(
                    id=key,
                    weight=_launch_weight(text, found, day, launch),
                    why="gives the day of its launch",
                    cap=2.0,
                )
            elif (found.month, found.day) == (launch.month, launch.day) and _slips(text, found, reference):
                yield Vote(id=key, weight=1.5, why="gives the day of its launch with another year", cap=1.5)
        for match in releases:
            if launch.year == int(match["year"]) != edition.year:
                past = is_history(text, match.start())
                yield Vote(id=key, weight=0.5 if past else 1.5, why="gives the year of its launch", cap=1.5)
    yield from _month_votes(text, reference)


def _launch_weight(text: str, found: FoundDate, day: date, launch: date) -> float:
    """Return what a day of launch is worth: less as history, or without a year and a word of a release.

    A weekday that does not fit the year of the launch speaks of another year: nothing then.
    """
    if found.year is None and (day.year != launch.year or fits_weekday(day, found.weekday) is False):
        return 0.0
    around = text[max(0, found.span.start - _LOOK_BACK) : found.span.end + 40]
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
        if not (_RELEASED_IN.search(before) or _RELEASES.search(after)):
            continue
        for key, edition in reference.editions.items():
            launch = edition.published
            on_record = launch is not None and (launch.month, launch.year) == (month.month, month.year)
            autumn = launch is None and month.month >= _AUTUMN and edition.year == month.year + 1
            if (on_record or autumn) and profiles(reference)[key].family in {"index", "mapping"}:
                yield Vote(id=key, weight=1.5, why="gives the month of its launch", cap=1.5)


def poll_votes(text: str, seen: When, reference: Reference) -> Iterator[Vote]:
    """Vote by the day of the vote ahead: "pencoblosan 14 Februari", "Pilkada 27 November"."""
    ahead = polls_ahead(text, seen, reference)
    for key in _open(reference):
        edition = reference.editions[key]
        if edition.polled in ahead:
            later = 0.02 * (edition.year - 2010)  # 9 Desember was the day in 2015 and in 2020
            yield Vote(id=key, weight=0.7 + later, why="gives the day of its vote", cap=1.0)


def polls_ahead(text: str, seen: When, reference: Reference) -> frozenset[date]:
    """Return the days of voting that a text names and that lie ahead of it; several where no year is given."""
    found_days: set[date] = set()
    for found in seen.dates:
        around = text[max(0, found.span.start - 60) : found.span.end + 40]
        if not _POLL.search(around) or _PASSED.match(text[found.span.end :]):
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
                yield Vote(id=key, weight=weight, why="names the term that is voted for", cap=0.8)


def time_votes(seen: When, lean: Contest | None, reference: Reference) -> Iterator[Vote]:
    """Vote for the latest index or mapping at the time of the text, the one for its kind of election first."""
    if seen.at is not None:
        current = _current(seen.at, reference)
        if current is not None:
            yield Vote(id=current, weight=1.0, why="is the latest at the time")
        return
    if seen.low is None or seen.high is None:
        return
    for place, key in enumerate(_open_between(seen.low, seen.high, lean, reference)[:2]):
        weight = (0.8 - 0.4 * place) * (_FOOTER if seen.footer else 1.0)
        yield Vote(id=key, weight=weight, why="was current when the text may have been written")


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
    if day is None or launch is None or (polled is not None and day > polled + _AFTER_VOTE):
        return by_words
    return day >= launch - _NEAR
