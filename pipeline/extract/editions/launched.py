"""Which edition the words about its launch mean: "IKP 2024 yang dirilis 2022"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.words.dates import find_dates, find_months

if TYPE_CHECKING:
    from pipeline.extract.editions.names import EditionName
    from pipeline.reference import Reference

_ROUNDS = 2  # editions of one name launched in one year: an index and its update
RELEASED = re.compile(
    r"(?i)(?:(?:rilis|luncur|launching|terbit|publikasi|diumumkan)\w*|\bkeluar(?! dari)|\bdikeluarkan)[^.;]{0,40}$"
)
"""Words before a day or year that make it the one of a launch."""


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
