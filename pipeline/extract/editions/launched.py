"""Which edition the words about its launch mean: "IKP 2024 yang dirilis 2022"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.extract.editions.names import profiles
from pipeline.extract.words.dates import MONTHS, find_dates, find_months

if TYPE_CHECKING:
    from pipeline.extract.editions.names import EditionName
    from pipeline.reference import Reference

_ROUNDS = 2  # editions of one name launched in one year: an index and its update
RELEASED = re.compile(
    r"(?i)(?:(?:rilis|luncur|launching|terbit|publikasi|diumumkan)\w*|\bkeluar(?! dari)|\bdikeluarkan)[^.;]{0,40}$"
)
"""Words before a day or year that make it the one of a launch."""

LAUNCHES = re.compile(
    r"(?<![a-z])(?:me(?:luncurkan|rilis|-?launching|m?publikasikan|mublikasikan|ngumumkan|nerbitkan)|"
    r"di(?:luncurkan|rilis|umumkan))(?![a-z])[^.;]{0,40}?(?<![a-z])(?:ikp|indeks kerawanan)(?![a-z])|"
    r"(?<![a-z])(?:ikp|indeks kerawanan)(?: pemilu)?(?: \(ikp\))? di(?:luncurkan|rilis|umumkan|terbitkan|"
    r"publikasikan)(?![a-z])"
)
"""Words, in lower case, that tell a launch of the index, under whatever name it has that year."""


def dated_edition(name: EditionName, text: str, reference: Reference) -> str | None:
    """Return the edition of ``name`` that the words behind it date, None where they date none.

    "IKP 2024 yang dirilis 2022", "IKP 2019 yang diluncurkan 25 September 2018": launched in that year. Of two
    rounds launched in one year the month decides, without one neither is dated.
    """
    near = text[name.end : name.end + 60]
    dated = re.search(r"\b(20\d\d)\b", near)
    if not name.instrument or dated is None or not RELEASED.search(near[: dated.start()]):
        return None
    launches = [(launch, key) for key in name.ids if (launch := reference.editions[key].published) is not None]
    of_year = sorted((launch, key) for launch, key in launches if launch.year == int(dated[1]))
    if len(of_year) < _ROUNDS:
        return of_year[0][1] if of_year else None
    written = [(found.month, found.year) for found in find_dates(near)]
    written += [(found.month, found.year) for found in find_months(near)]
    months = {month for month, year in written if year == int(dated[1])}
    begun = [key for launch, key in of_year if months and launch.month <= min(months)]
    return begun[-1] if begun else None


_BETWEEN = (
    r"(?: (?:oleh|bawaslu|ri|republik|indonesia|pusat|pada|di|awal|akhir|pertengahan|bulan|tanggal|hari|tahun|ikp|"
    r"perdana|pertama|secara|nasional|resmi)\b| (?:senin|selasa|rabu|kamis|jumat|sabtu|minggu),?)*"
)
_DAY = (
    rf"[ ,(]{{1,2}}(?:\d{{1,2}} )?(?:(?P<month>{'|'.join(MONTHS)}) (?:tahun )?(?P<year>20\d\d)|"
    r"(?P<bare>20\d\d)|\d{1,2}[/-](?P<number>\d{1,2})[/-](?P<last>20\d\d))\b"
)
_LAUNCH = re.compile(
    r"(?i)(?:\b(?:ikp|inde[kx]s kerawanan(?: pemilu)?(?: \(ikp\))?|(?:pemetaan|peta) kerawanan(?: pemilu|"
    r" pemilihan|"
    r" pilkada)?) (?:yang )?(?:sudah |telah )?(?:(?:di)?(?:rilis|luncurkan|umumkan|terbitkan|publikasikan|"
    r"launching)|"
    r"terbit|keluar|keluaran|terbitan|rilisan)|"
    r"\b(?:pada|di|dalam|saat|sejak|menurut|versi|dibanding(?:kan)?(?: dengan)?|ketimbang) (?:hasil )?"
    rf"(?:peluncuran|launching|rilis|publikasi|pengumuman)){_BETWEEN}{_DAY}"
)


def launches_named(text: str, reference: Reference) -> Iterator[tuple[int, int, str]]:
    """Yield where ``text`` tells an index or mapping by its launch alone, and its edition.

    "IKP yang terbit Desember 2022", "pada peluncuran 25 Februari 2020". A month must be that of the launch; a year
    alone, the year of one launch only. A name that bears its own year is left to ``dated_edition``.
    """
    for match in _LAUNCH.finditer(text):
        year = int(match["year"] or match["bare"] or match["last"])
        month = MONTHS[match["month"].lower()] if match["month"] else int(match["number"] or 0)
        found = [
            key
            for key, kind in profiles(reference).items()
            if kind.family in {"index", "mapping"}
            and (launch := reference.editions[key].published) is not None
            and launch.year == year
            and month in {0, launch.month}
        ]
        if len(found) == 1:
            yield match.start(), match.end(), found[0]
