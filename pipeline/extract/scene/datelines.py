"""Datelines, and places where words were said: a place and a day of which nothing is told."""

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
_SAID_AT = re.compile(
    r"(?:^|[,\"]|(?<![a-z])(?:(?:kata|ujar|tutur|ungkap|jelas|terang|sebut|ucap|papar|tegas|imbuh|beber|tambah)"
    r"(?:nya)?|(?:ditemui|dihubungi|dikonfirmasi|dijumpai)(?: [a-z]+)?)(?: [a-z.']+){0,7}?)\s?di\s$"
)
"""Words before a place where something was said: ", di Blora", "kata Ketua Bawaslu di Blora"."""
_ON_DAY = re.compile(
    rf",\s(?:hari )?(?:{'|'.join(WEEKDAYS)})(?: (?:pagi|siang|sore|petang|malam))?"
    r"(?:\s?\([\d/. a-z]{2,20}\))?\s?(?:(?P<comma>,)|[.\"]|$)"
)
_SAYS = re.compile(
    r"\s(?:mengatakan|menyebut(?:kan)?|menyatakan|menjelaskan|menyampaikan|mengungkapkan|menuturkan|menerangkan|"
    r"memaparkan|menegaskan|menambahkan|mengaku|membeberkan)(?![a-z])"
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


def is_where_said(lower: str, start: int, end: int) -> bool:
    """Tell whether the name of a place says but where words were said, with the day behind it.

    ``lower`` is folded text, ``start`` and ``end`` the name in it.

    >>> text = "anggota bawaslu, di alfa, selasa, mengatakan"
    >>> is_where_said(text, 20, 24), is_where_said("skor di alfa, selasa lalu, 41,20", 8, 12)
    (True, False)
    """
    day = _ON_DAY.match(lower, end)
    named = start + len("di ") if lower.startswith("di ", start) else start  # "di Yogyakarta", read as "DI"
    before = lower[max(0, start - _LONGEST) : named]
    if day is None or not before.endswith("di "):
        return False
    return _SAID_AT.search(before) is not None or (
        day["comma"] is not None and _SAYS.match(lower, day.end()) is not None
    )
