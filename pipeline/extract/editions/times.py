"""When a text was written, as far as it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from pipeline.extract.editions.names import earliest
from pipeline.extract.words.dates import FoundDate, find_dates, find_months, fits_weekday, resolve_year

if TYPE_CHECKING:
    from pipeline.reference import Reference

_STRAY = timedelta(days=300)  # between an event and a page's date that may be the day of looking
AFTER_VOTE = timedelta(days=30)
LOOK_BACK = 120  # characters in which a word may turn a name into history
_HISTORY = re.compile(
    r"\b(?:sebelumnya|(?<=[a-z\d)] )lalu,?|pada (?:tahun )?20\d\d)\b[^.;]*$", re.IGNORECASE
)  # "Lalu" that opens a sentence tells what came next
_LAW = re.compile(r"(?i)(?:undang|\buu\b|perppu|perpu|peraturan|nomor|disahkan|ditetapkan|lahir)[^.;]{0,30}$")
RELEASE = r"\b(?:di|me|me[mn])?(?:rilis|luncurkan|launching|lounching|terbitkan|publikasi\w*|umumkan|keluarkan)\b"
RELEASED_IN = re.compile(rf"{RELEASE}[^.;]*$", re.IGNORECASE)
_FUTURE = re.compile(r"(?i)nanti|mendatang")
_POLL_WORDS = (
    r"pencoblosan|mencoblos|coblosan|pemungutan suara|hari[ -]h\b|pem(?:ilu|ilihan|ilukada)|p(?:il|l)kada|pilgub|"
    r"pilpres|pileg|pesta demokrasi"
)
POLL = re.compile(_POLL_WORDS, re.IGNORECASE)
_VOTED = re.compile(
    rf"(?:{_POLL_WORDS})(?:(?!rilis|luncur)[^.;()]){{0,60}}\b"
    r"(?:pada|tanggal|digelar|berlangsung|dijadwalkan|jatuh|dilaksanakan|diselenggarakan|dihelat|semula|awalnya|serentak)"
    r"(?: (?:pada|hari|tanggal|di|serentak|ini|nanti|mendatang))*,?\s*$",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?i)\bsumber(?: data)?\s*:[^\n]{0,90}")
_ADDRESS = re.compile(
    r"/(?P<year>20[12]\d)[/-](?P<month>0[1-9]|1[0-2])(?:[/-](?P<day>0[1-9]|[12]\d|3[01]))?(?=[/-])"
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
        _sourced(hints),
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
        earliest(one) <= day <= one.polled + AFTER_VOTE
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
        and not _is_vote(text, found)
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
        and not _is_vote(text, found)
        and not misdates_launch(text, found, reference)
    ]
    return (max(days), max(days)) if days else None


def _month(text: str) -> tuple[date, date] | None:
    """Return the latest month named with its year, neither to come nor a law's nor a release's nor a vote's."""
    months = [
        date(found.year, found.month, 1)
        for found in find_months(text)
        if not _FUTURE.search(text[found.span.end : found.span.end + 20])
        and not any(
            p.search(text[max(0, found.span.start - 60) : found.span.start]) for p in (_LAW, POLL, RELEASED_IN)
        )
    ]
    return (max(months), max(months) + timedelta(days=27)) if months else None


def _is_vote(text: str, found: FoundDate) -> bool:
    """Tell whether a date is that of a vote by the words before it: a vote may have been put off since.

    >>> def check(text):
    ...     return _is_vote(text, find_dates(text)[0])
    >>> check("pemungutan suara pada 23 September 2020"), check("Pilkada yang digelar tanggal 23 September 2020")
    (True, True)
    >>> check("IKP Pilkada 2020 diluncurkan pada 25 Februari 2020"), check("kerawanan Pilkada. Senin (23/9/2020)")
    (False, False)
    """
    return _VOTED.search(text[max(0, found.span.start - LOOK_BACK) : found.span.start]) is not None


def misdates_launch(text: str, found: FoundDate, reference: Reference) -> bool:
    """Tell whether a date of a release is a launch but for its year: "dirilis 25 September 2028"."""
    before = text[max(0, found.span.start - LOOK_BACK) : found.span.start]
    launches = [one.published for one in reference.editions.values() if one.published is not None]
    return (
        RELEASED_IN.search(before) is not None
        and (found.month, found.day) in {(day.month, day.day) for day in launches}
        and all(found.year != day.year for day in launches if (found.month, found.day) == (day.month, day.day))
    )


def _sourced(hints: str) -> tuple[date, date] | None:
    """Return the latest full date behind the word for the source of figures.

    >>> _sourced("Bagikan: 2/3/2024 Sumber: Bawaslu Kolaka, 10-15 November 2024")
    (datetime.date(2024, 11, 15), datetime.date(2024, 11, 15))
    """
    lines = _SOURCE.findall(hints)
    days = [day for line in lines for found in find_dates(line) if (day := resolve_year(found, None)) is not None]
    return (max(days), max(days)) if days else None


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
        if found.year is not None or found.weekday is None or _is_vote(text, found):
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
    return _HISTORY.search(text[max(0, position - LOOK_BACK) : position]) is not None
