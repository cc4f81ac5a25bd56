"""Words that point to another time or round ("waktu itu", "rilis pertama"), and the edition spoken of there."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from pipeline.extract.editions.launched import dated_edition
from pipeline.extract.editions.names import edition_names, first_round, profiles, update_of
from pipeline.extract.words.dates import MONTHS, find_dates

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
_ROUND = re.compile(
    r"(?i)\b(?:(?P<first>"
    r"(?:rilis|peluncuran|versi|edisi|pemetaan|ikp|indeks|hasil) (?:yang )?(?:pertama|awal|perdana)|"
    r"sebelum (?:pemutakhiran|dimutakhirkan|diperbarui)(?: \w+)?)|"
    r"(?:(?P<of>bulan|rilis\w*|(?:di)?(?:rilis|luncurkan|umumkan|terbitkan|publikasikan)|edisi|versi|ikp) "
    r"(?:(?:oleh|bawaslu|ri|pusat|pada|tanggal|hari) )*(?:\d{1,2} )?|"
    r"(?:pada|di|dalam|dari|sejak|sedangkan|dan) |(?<=, )|^)"
    rf"(?:(?:bulan|akhir|awal|pada) )*(?P<month>{'|'.join(MONTHS)})\b(?: (?:tahun )?(?P<year>20\d\d))?)"
)
_BUT_A_TITLE = re.compile(
    r"(?i)[\W\d]*(?:(?:hasil|data|daftar|tabel|rilis|rekap\w*|skor|nilai|peringkat|kategori|tingkat|kerawanan|"
    r"lalu|kemudian|lantas|selanjutnya|berikutnya|kini|sekarang|bagaimana|dengan|menurut|berdasarkan|versi|pada|dalam|untuk|di|tahun|edisi|tentang)\b[\W\d]*)*"
)
"""What a title may say besides the edition that it names."""
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


def names_edition(text: str, edition: str | None, reference: Reference) -> bool:
    """Tell whether ``text`` names ``edition`` with its year."""
    return any(edition in name.ids for name in edition_names(text, reference) if name.year)


def titled_edition(title: str, default: str | None, reference: Reference) -> tuple[str | None, bool] | None:
    """Return the edition whose name is all that ``title`` says, None for other titles.

    It is ``default`` where that may be meant too. The second value is false where but an election or a year is
    named, "Pemilu 2019", "Tahun 2018": issues below happened then, and may be of any edition.
    """
    names = [name for name in edition_names(title, reference) if name.year]
    year = BARE_YEAR.search(title)
    if len(names) > 1 or not (names or year):
        return None
    start, end = (names[0].start, names[0].end) if names else year.span() if year else (0, 0)
    if not _BUT_A_TITLE.fullmatch(title[:start]) or not _BUT_A_TITLE.fullmatch(title[end:]):
        return None
    ids = names[0].ids if names else editions_of_year(int(year["year"]), reference) if year else ()
    base = first_round(default or "")
    alike = any(first_round(key) == base or _of_one_year(key, default, reference) for key in ids)
    edition = default if alike else next(iter(ids), None)
    return edition, any(name.instrument for name in names)


def _of_one_year(key: str, other: str | None, reference: Reference) -> bool:
    return other is not None and reference.editions[key].year == reference.editions[other].year


def rounds_named(text: str, default: str | None, reference: Reference) -> list[tuple[re.Match[str], str]]:
    """List where ``text`` names a round of index ``default``, by its month or as the first, and the round.

    There are none where the index was never renewed.
    """
    base = first_round(default or "")
    if update_of(base) not in reference.editions:
        return []
    found = ((match, _round_of(match, base, reference)) for match in _ROUND.finditer(text))
    return [(match, key) for match, key in found if key is not None]


def _round_of(match: re.Match[str], base: str, reference: Reference) -> str | None:
    """Return the round of index ``base`` that a month or "rilis pertama" means, None for a month of neither."""
    if match["first"]:
        return base
    first, second = reference.editions[base], reference.editions[update_of(base)]
    begun, renewed, polled = first.published, second.published, second.polled
    if begun is None or renewed is None or polled is None:
        return None
    month = MONTHS[match["month"].lower()]
    years = (int(match["year"]),) if match["year"] else (begun.year, polled.year) if match["of"] else ()
    for year in years:
        last = date(year, month, 28)
        if renewed <= last and (year, month) <= (polled.year, polled.month):
            return second.id
        if begun <= last < renewed and (match["year"] or (year, month) == (begun.year, begun.month)):
            return base
    return None


def other_edition(text: str, default: str | None, reference: Reference) -> str | None:
    """Return the edition other than ``default`` that ``text`` names or dates last, None where there is none.

    A sentence that points back ("waktu itu skornya 35,07") speaks of it. A round may be named without a year ("IKP
    Februari lalu").
    """
    rounds = {match.start(): key for match, key in rounds_named(text, default, reference)}
    if "20" not in text and not rounds:  # only names with a year count
        return None
    names = edition_names(text, reference)
    dated = (name for name in names if name.year)
    found = rounds | {name.start: dated_edition(name, text, reference) or name.ids[0] for name in dated}
    taken = [(name.start, name.end) for name in names]
    taken += [(day.span.start, day.span.end) for day in find_dates(text)]
    for match in BARE_YEAR.finditer(text):
        if not any(low <= match.start("year") < high for low, high in taken):
            found |= {match.start("year"): key for key in editions_of_year(int(match["year"]), reference)[:1]}
    last = found[max(found)] if found else None
    return last if last != default else None
