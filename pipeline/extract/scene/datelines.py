"""Datelines: the place, outlet and day that open a report, of which nothing is told."""

from __future__ import annotations

import re

from pipeline.extract.words.dates import MONTHS, WEEKDAYS

_PLACE = r"[A-Z][\w.'&-]*+(?:(?:,? |,)[A-Z][\w.'&-]*+){0,4}"
_OUTLET = r"(?:\([^)]{2,40}\) ?|[|/] ?[\w. ]{2,30}|[\w-]+\.(?:co(?:\.id)?|com|id|net))"
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}),? ?"
_OF_MONTH = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DATE = rf"{_OF_MONTH} ?(?:[/-] ?{_MONTH}(?: ?[/-] ?\d{{2,4}})?|\. ?{_MONTH} ?\. ?\d{{2,4}})"
_DAY = (
    rf"(?i:(?:{_WEEKDAY})?(?:\(?{_DATE}\)?|\(?{_OF_MONTH} (?:{'|'.join(MONTHS)})(?: \d{{4}})?\)?)|"
    rf"{_WEEKDAY}\(?{_OF_MONTH}(?:\.{_MONTH})?\)?)"
)
"""A day in words or figures. What may be a score ("41", "30.30") is a day behind the name of one only."""
_DASH = r" ?[-–—]{1,2} ?"
_BEGINS = r"(?=[A-Z\"“'])"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        r"[A-Z.]{3,25}(?:, [A-Z.]{3,20}){0,2}[-–—](?=[A-Z][a-z])",
        rf"{_PLACE}(?:,? |,)?{_OUTLET}?(?:{_DASH}|(?<=[A-Z]-) ){_BEGINS}",
        rf"{_PLACE}(?:,? |,){_OUTLET}?(?:,? )?{_DAY}(?:(?:{_DASH}| ?: ?|\. ?){_BEGINS}|\.?$)",
        rf"{_PLACE}{_DASH}{_DAY}(?:[.:,]? ?{_BEGINS}|\.?$)",
    )
)
_READ = 90  # characters in which a dateline is looked for
_LONGEST = 70


def dateline_end(text: str) -> int:
    """Return where the dateline of a paragraph ends, 0 where there is none.

    >>> dateline_end("SEMARANG (SUARABARU.ID) - Sebanyak 7 kabupaten"), dateline_end("Kota Alfa - rawan")
    (26, 0)
    >>> dateline_end("Mataram, 24 Desember 2022 - Bawaslu"), dateline_end("Alfa, 24 kasus, rawan tinggi")
    (28, 0)
    """
    found = (pattern.match(text[:_READ]) for pattern in _DATELINES)
    return next((match.end() for match in found if match and match.end() <= _LONGEST), 0)
