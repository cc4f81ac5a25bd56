"""What a spreadsheet shows in a cell: its value under its number format, in the Indonesian way of writing numbers.

A workbook keeps 77.039999 and shows 77,04; the figure that people saw, and that releases quote, is the shown one.
Decimals get a comma and thousands a dot, whatever the file's own locale: so "41,207" stays a score and "1.265" a
count wherever the text is read on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

from openpyxl.styles.numbers import is_date_format, is_timedelta_format
from openpyxl.utils.datetime import WINDOWS_EPOCH, from_excel

_SECTION = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_BRACKETS = re.compile(r"\[[^\]]*\]")
_CONDITION = re.compile(r"\[[<>=]")
_LITERALS = re.compile(r'"([^"]*)"|\\(.)|_.|\*.')
_PATTERN = re.compile(r"[#0?][#0?,]*(?:\.[#0?]*)?,*|\.[#0?]+")
_PLAIN = re.compile(r"general|@|[eE/]", re.IGNORECASE)
_SIGNS = str.maketrans({".": ",", ",": "."})
_PLACES = 10  # significant digits of a number without a format, as many as a cell of usual width shows
_MOST_PLACES = 15  # a spreadsheet computes with no more
_LARGEST = 21  # digits before the mark that are written out


@dataclass(frozen=True, slots=True, kw_only=True)
class _Format:
    """A section of a number format: text before and behind, decimals, and how the number is scaled and grouped."""

    before: str
    behind: str
    decimals: int
    optional: int
    grouped: bool
    scale: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """A number format: whether it shows a day, and its sections: for numbers above, below, and equal to zero."""

    day: bool
    sections: tuple[str | None, ...]


def shown_number(value: str, code: str, *, epoch: datetime = WINDOWS_EPOCH) -> str:
    """Return how a number is shown under the format ``code``; as it is where that is no number or beyond reason.

    >>> [shown_number("77.039999", code) for code in ("General", "0.00", "#,##0.0", "0%")]
    ['77,039999', '77,04', '77,0', '7704%']
    >>> shown_number("1265", "#,##0"), shown_number("0.1654", "0.00%"), shown_number("45262", "dd/mm/yyyy")
    ('1.265', '16,54%', '2023-12-02')
    >>> shown_number("77.04", '0.00" poin"'), shown_number("-3", "0;(0)"), shown_number("0", '0;-0;"-"')
    ('77,04 poin', '(3)', '-')
    """
    try:
        number = Decimal(f"{float(value):.{_MOST_PLACES}g}")
    except (ValueError, InvalidOperation):
        return value
    if not number.is_finite() or number.adjusted() > _LARGEST:
        return value
    if code == "General":
        return _general(number)
    kind = _kind_of(code)
    day = _shown_day(float(number), code, epoch) if kind.day else None
    return day or _under(kind, number)


def _under(kind: _Kind, number: Decimal) -> str:
    """Return a number under the section of its format that holds for its sign."""
    count = len(kind.sections)
    index = 2 if number == 0 and count > 2 else 1 if number < 0 and count > 1 else 0
    section = kind.sections[index]
    if section is None:
        return _general(number)
    form = _parsed(section)
    if form is None:
        return _literal(section)
    return f"{form.before}{_digits(abs(number) if index else number, form)}{form.behind}".strip()


def _shown_day(number: float, code: str, epoch: datetime) -> str | None:
    """Return a day in ISO form, with the time where there is one; None for what is no day."""
    if is_timedelta_format(code) or not 1 <= number < 2_958_466:  # the year 9999 ends
        return None
    moment = from_excel(number, epoch)
    if isinstance(moment, datetime):
        return moment.date().isoformat() if moment.time() == datetime.min.time() else f"{moment:%Y-%m-%d %H:%M}"
    return moment.isoformat() if isinstance(moment, date) else None


@lru_cache(maxsize=256)
def _kind_of(code: str) -> _Kind:
    """Take a number format apart into its sections, None for one that shows a number as it is."""
    if _CONDITION.search(code):
        return _Kind(day=False, sections=(None,))
    sections = [_BRACKETS.sub("", section) for section in _SECTION.split(code)]
    return _Kind(
        day=bool(is_date_format(code)),
        sections=tuple(None if _PLAIN.search(_LITERALS.sub("", section)) else section for section in sections),
    )


@lru_cache(maxsize=256)
def _parsed(section: str) -> _Format | None:
    """Take a section apart; None where it has no place for digits."""
    marked = _LITERALS.sub(lambda match: _hidden(match[1] or match[2] or ""), section)
    found = _PATTERN.search(marked)
    if found is None:
        return None
    pattern = found.group()
    whole, _, decimals = pattern.rstrip(",").partition(".")
    before, behind = marked[: found.start()], marked[found.end() :]
    percent = before.count("%") + behind.count("%")
    return _Format(
        before=_revealed(before),
        behind=_revealed(behind),
        decimals=len(decimals),
        optional=len(decimals) - len(decimals.rstrip("#?")),
        grouped="," in whole,
        scale=2 * percent - 3 * (len(pattern) - len(pattern.rstrip(","))),
    )


_HIDING = 0xF0000  # a plane of characters that no text uses


def _hidden(text: str) -> str:
    """Set literal characters apart, lest a quoted "0" count as a place for a digit."""
    return "".join(chr(_HIDING + ord(char)) if ord(char) < 0xFFFF else char for char in text)


def _revealed(text: str) -> str:
    return "".join(chr(ord(char) - _HIDING) if ord(char) >= _HIDING else char for char in text)


def _literal(section: str) -> str:
    return _revealed(_LITERALS.sub(lambda match: _hidden(match[1] or match[2] or ""), section)).strip()


def _digits(number: Decimal, form: _Format) -> str:
    decimals = min(form.decimals, _LARGEST)
    rounded = number.scaleb(form.scale).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = f"{rounded:{',' if form.grouped else ''}f}"
    for _ in range(form.optional):
        text = text.removesuffix("0")
    return text.removesuffix(".").translate(_SIGNS)


def _general(number: Decimal) -> str:
    """Write a number without a format: whole, or with as many digits as a cell shows."""
    if number == number.to_integral_value():
        return f"{number:.0f}"
    places = max(0, _PLACES - 1 - number.adjusted())
    rounded = number.quantize(Decimal(1).scaleb(-min(places, _LARGEST)), rounding=ROUND_HALF_UP)
    return f"{rounded:f}".rstrip("0").removesuffix(".").translate(_SIGNS)
