"""Indonesian dates in running text.

Precision goes before recall: a number pair is a date only where a month's name, a full year, a bracket with three
parts or a weekday says so. Scores ("14,71"), clock times ("19.30"), fractions and numbers of laws are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.model import Span

MONTHS = {
    **dict.fromkeys(("januari", "january", "jan"), 1),
    **dict.fromkeys(("februari", "pebruari", "february", "feb", "peb"), 2),
    **dict.fromkeys(("maret", "march", "mar"), 3),
    **dict.fromkeys(("april", "apr"), 4),
    **dict.fromkeys(("mei", "may"), 5),
    **dict.fromkeys(("juni", "june", "jun"), 6),
    **dict.fromkeys(("juli", "july", "jul"), 7),
    **dict.fromkeys(("agustus", "august", "agust", "agu", "ags", "agt", "aug"), 8),
    **dict.fromkeys(("september", "sept", "sep"), 9),
    **dict.fromkeys(("oktober", "october", "okt", "oct"), 10),
    **dict.fromkeys(("november", "nopember", "nov", "nop"), 11),
    **dict.fromkeys(("desember", "december", "des", "dec"), 12),
}
"""Names and abbreviations of months, Indonesian and English, and their numbers."""

WEEKDAYS = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "sabtu": 5, "minggu": 6, "ahad": 6}
"""Days of the week as ``date.weekday`` counts them."""

_YEARS = range(1945, 2100)

_WEEKDAY = r"(?P<weekday>senin|selasa|rabu|kamis|jum['’‘`´]?at|sabtu|minggu|ahad)"
# Between a weekday and its date: "Kamis malam (21/3)", "Jumat, (16/12)", "Senin tanggal 26 Agustus".
_AFTER_WEEKDAY = r"(?:\s+(?:dini\s+hari|pagi|siang|sore|petang|malam|kemarin|lalu|tanggal|pukul))*[\s,]*\(?\s*"
# The first digit of a date, no number before it; the last: "K.JT-31/12/2022" numbers a letter. Patterns begin with
# this digit, for then a search leaps from digit to digit; weekdays are looked for before what was found.
_DIGIT = r"\d(?<![\d/]\d)(?<!\d[.,:-]\d)(?<![A-Z][.-]\d)"
_LONG = "|".join(name for name in MONTHS if len(name) > 4 or name in {"mei", "juni", "juli"})
_SHORT = "|".join(MONTHS)  # the long ones have been tried before
_FULL_YEAR = r"(?:19|20)\d\d"
_TAIL = r"(?![\d/]|[.,-]\d)"

_NAMED = re.compile(
    rf"(?P<first>{_DIGIT}\d?)(?:\s*[-–]\s*(?P<last>\d{{1,2}}))?[\s-]*(?:bulan\s+)?(?:"
    rf"(?P<month>{_LONG})\b(?:[\s,-]+(?:tahun\s+)?(?P<year>{_FULL_YEAR})\b)?"
    rf"|(?P<short>{_SHORT})\b\.?[\s,'’-]*(?P<short_year>{_FULL_YEAR}|(?<=['’-])\d\d)\b)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    rf"(?P<day>{_DIGIT}\d?)(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark)(?P<year>{_FULL_YEAR})"
    r"(?![\d/]|[.-]\d)",
    re.IGNORECASE,
)
_ISO = re.compile(
    rf"(?P<year>{_DIGIT}\d{{3}})(?P<mark>[/-])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?![\d/])",
    re.IGNORECASE,
)
_PAIR = re.compile(
    rf"(?P<day>{_DIGIT}\d?)\s?/\s?(?P<month>\d{{1,2}})(?:\s?/\s?(?P<year>{_FULL_YEAR}|\d\d))?{_TAIL}",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(\s*(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d\d)\s*\)")
_WEEKDAY_BEFORE = re.compile(rf"\b{_WEEKDAY}{_AFTER_WEEKDAY}\Z", re.IGNORECASE)
_CLUE_BEFORE = re.compile(
    rf"(?:\b{_WEEKDAY}|\b(?:kemarin|hari\s+ini|tanggal|pagi|siang|sore|malam)(?!\Z)){_AFTER_WEEKDAY}\Z",
    re.IGNORECASE,
)
# Each with what may stand before it, and whether it must.
_PATTERNS = (
    (_NAMED, _WEEKDAY_BEFORE, False),
    (_NUMERIC, _WEEKDAY_BEFORE, False),
    (_ISO, _WEEKDAY_BEFORE, False),
    (_PAIR, _CLUE_BEFORE, True),
    (_BRACKETED, None, False),
)
_SIGN = re.compile(rf"\d(?:\s?/\s?\d|[.-]\d|[\s-]*(?i:bulan\s|{'|'.join(sorted({name[:3] for name in MONTHS}))}))")
"""What every date has: a text without it need not be searched."""
_BEFORE = 100  # characters in which a weekday is looked for

_MONTH_OF_YEAR = re.compile(rf"\b(?P<month>{_LONG})\s*,?\s*(?:tahun\s+)?(?P<year>{_FULL_YEAR})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date as written: ``span`` into the text (weekday included), ``year`` and ``weekday`` None where unwritten.

    ``weekday`` is the lower-case word ("jumat"), which may contradict the date: sources err.
    """

    span: Span
    day: int
    month: int
    year: int | None = None
    weekday: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMonth:
    """A month with its year and no day ("November 2017"): ``span`` into the text."""

    span: Span
    month: int
    year: int


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Find the dates in ``text``, in order of position, none overlapping; impossible ones are left out.

    >>> [(d.day, d.month, d.year, d.weekday) for d in find_dates("Rabu (28/12), 16 Des 2022")]
    [(28, 12, None, 'rabu'), (16, 12, 2022, None)]
    >>> def show(text):
    ...     return [f"{d.day}/{d.month}/{d.year}" for d in find_dates(text)]
    >>> show("pada 16 Desember 2022 lalu, Jumat (23/08/2024) dan Jumat, 23/8/24")
    ['16/12/2022', '23/8/2024', '23/8/2024']
    >>> show("Senin, 26 AGUSTUS 2024 | 19:16 WIB"), show("Selasa 11-07-2023,15:06 WIB"), show("2024-08-26")
    (['26/8/2024'], ['11/7/2023'], ['26/8/2024'])
    >>> show("Jum’at malam (16/12) dan Kamis (14/9/23)"), show("10-15 November 2024"), show("22 Des 2022 : 19.50")
    (['16/12/None', '14/9/2023'], ['15/11/2024'], ['22/12/2022'])
    >>> show("pada hari Senin tanggal 18 bulan November tahun 2024")
    ['18/11/2024']
    >>> show("skor 14,71 dan 16.54 pukul 19.30 WIB, 1/2 bagian, pasal 22/2016, UU 7/2017, Nomor 3/XI/2024")
    []
    >>> show("rata-rata (1/2), rapat 2 Mar, Minggu (31/6), 112 Mei, 45,12 Juni")
    []
    """
    found: list[FoundDate] = []
    if not _SIGN.search(text):
        return ()
    for date_found in sorted(_candidates(text), key=lambda one: (one.span.start, -one.span.end)):
        if not found or date_found.span.start >= found[-1].span.end:
            found.append(date_found)
    return tuple(found)


def _candidates(text: str) -> Iterator[FoundDate]:
    for pattern, lead, needed in _PATTERNS:
        for match in pattern.finditer(text):
            start = match.start()
            before = lead.search(text, max(0, start - _BEFORE), start) if lead else None
            found = _found(match, before) if before or not needed else None
            if found is not None:
                yield found


def _found(match: re.Match[str], before: re.Match[str] | None) -> FoundDate | None:
    parts = match.groupdict()
    written = parts["month"] or parts["short"]
    month = int(written) if written.isdigit() else MONTHS[written.lower()]
    year = _year(parts["year"] or parts.get("short_year"))
    day = int(parts["last"] or parts["first"] if "first" in parts else parts["day"])
    if _date(year or 2024, month, day) is None or (year is not None and year not in _YEARS):
        return None
    weekday = before["weekday"] if before else None
    return FoundDate(
        span=Span(start=before.start() if before else match.start(), end=match.end()),
        day=day,
        month=month,
        year=year,
        weekday=re.sub("[^a-z]", "", weekday.lower()) if weekday else None,
    )


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_months(text: str) -> tuple[FoundMonth, ...]:
    """Find months with a year ("November 2017"), with or without a day before them, in order of position.

    >>> [(found.month, found.year) for found in find_months("dirilis November 2017, bukan mei lalu")]
    [(11, 2017)]
    """
    return tuple(
        FoundMonth(
            span=Span(start=match.start(), end=match.end()),
            month=MONTHS[match["month"].lower()],
            year=int(match["year"]),
        )
        for match in _MONTH_OF_YEAR.finditer(text)
    )


def fits_weekday(day: date, weekday: str | None) -> bool | None:
    """Tell whether ``day`` falls on ``weekday``; None where no weekday is written.

    >>> fits_weekday(date(2022, 12, 28), "rabu"), fits_weekday(date(2021, 12, 28), "rabu")
    (True, False)
    """
    return None if weekday is None else day.weekday() == WEEKDAYS[weekday]


def resolve_year(found: FoundDate, default_year: int | None) -> date | None:
    """Make a full date of ``found``. A written year always holds.

    Otherwise ``default_year`` is taken, unless the weekday speaks for a year beside it (the one before goes first:
    a text of December 2022 is full of "2024"). None where there is no year, or no such day in it (29 February).

    >>> found, = find_dates("Jumat, (16/12)")
    >>> resolve_year(found, 2022), resolve_year(found, 2023), resolve_year(found, None)
    (datetime.date(2022, 12, 16), datetime.date(2022, 12, 16), None)
    """
    if found.year is not None:
        return _date(found.year, found.month, found.day)
    if default_year is None:
        return None
    wanted = _date(default_year, found.month, found.day)
    near = (wanted, *(_date(default_year + step, found.month, found.day) for step in (-1, 1)))
    fitting = (day for day in near if day is not None and fits_weekday(day, found.weekday))
    return next(fitting, wanted)
