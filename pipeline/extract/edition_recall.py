"""Words that point back to another time ("waktu itu"), and the edition that a sentence before them spoke of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.dates import find_dates
from pipeline.extract.edition_names import dated_edition, edition_names, profiles

if TYPE_CHECKING:
    from pipeline.reference import Reference

BARE_YEAR = re.compile(
    r"(?i)\b(?:(?:pada|di|sejak|untuk|dari) )?(?:tahun |pemetaan |hasil |ikp )*(?P<year>20[12]\d)\b(?![.,/-]?\d)"
)
"""A year that stands alone, with the words that lead to it."""
_BACK = re.compile(
    r"(?i)\b(?:(?:pada |di |dalam )?(?:ketika|saat|waktu|kala|masa|tahun|periode) itu|"
    r"(?:pada|dalam|saat|menurut) (?:peluncuran|rilis|pemetaan|hasil|versi|edisi) (?:pertama|awal|lama)|"
    r"(?:pada|di|dalam|menurut) (?:tahun|periode|edisi|pemilu|pilkada|pemilihan|indeks|ikp|pemetaan|masa)"
    r"(?: [a-z]+)? (?:itu|tersebut))\b"
)
_MAY_POINT = re.compile(r"itu|tersebut|pertama|awal|lama")  # without one of these a sentence cannot match _BACK
_SAYING = re.compile(
    r"(?i)\b(?:kata|ujar|tutur|ungkap|jelas|terang|ucap|sebut|papar|tegas|imbuh|tandas)(?:nya)?\b[^.;\"]{0,40}$"
)
_AGAINST = re.compile(r"(?i)\b(?:berbeda|beda|dibanding\w*|ketimbang|tidak seperti)\b[^.;]{0,20}$")


def points_back(sentence: str) -> bool:
    """Tell whether ``sentence`` is set in the time of the one before: its values are of the edition named there.

    Words that date what somebody said ("kata Ani saat itu"), or that only compare with that time, do not count.

    >>> points_back("Ketika itu Alfa masuk kategori rawan tinggi."), points_back("Saat ini Alfa rawan tinggi.")
    (True, False)
    >>> points_back("Pada peluncuran pertama hanya dua daerah rawan tinggi.")
    True
    """
    if not _MAY_POINT.search(sentence.lower()):
        return False
    return any(
        not _SAYING.search(sentence[: match.start()]) and not _AGAINST.search(sentence[: match.start()])
        for match in _BACK.finditer(sentence)
    )


def editions_of_year(year: int, reference: Reference) -> tuple[str, ...]:
    """List the indices and mappings of a year; where there is none, those launched in it ("skor tahun 2022")."""
    chosen = {
        key: reference.editions[key]
        for key, kind in profiles(reference).items()
        if kind.family in {"index", "mapping"} and not kind.update
    }
    own = tuple(key for key, edition in chosen.items() if edition.year == year)
    return own or tuple(
        key for key, edition in chosen.items() if edition.published is not None and edition.published.year == year
    )


def other_edition(text: str, default: str | None, reference: Reference) -> str | None:
    """Return the edition other than ``default`` that ``text`` names or dates last, None where there is none.

    A sentence that points back ("waktu itu skornya 35,07") speaks of it.
    """
    names = [name for name in edition_names(text, reference) if name.year]
    found = {name.start: dated_edition(name, text, reference) or name.ids[0] for name in names}
    taken = [(name.start, name.end) for name in names]
    taken += [(day.span.start, day.span.end) for day in find_dates(text)]
    for match in BARE_YEAR.finditer(text):
        if not any(low <= match.start("year") < high for low, high in taken):
            found |= {match.start("year"): key for key in editions_of_year(int(match["year"]), reference)[:1]}
    last = found[max(found)] if found else None
    return last if last != default else None
