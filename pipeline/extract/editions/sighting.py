"""A document as the votes on its edition see it: its words, its time, the editions and years that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.editions.names import Contest, EditionName
from pipeline.extract.editions.times import When

if TYPE_CHECKING:
    from pipeline.reference import Reference

_BARE_YEAR = re.compile(r"(?<![\d.,/-])(?P<year>20[12]\d)\b(?![.,/-]?\d)(?! (?:lalu|silam))")
COPYRIGHT_BEFORE = re.compile(r"(?i)(?:©|\(c\)|copyright|hak cipta)[^\n]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A document's tidied text, its time, the editions it names, the election it leans to, and the tables.

    ``beside`` are the years in its title, file name or address.
    """

    text: str
    seen: When
    names: tuple[EditionName, ...]
    lean: Contest | None
    reference: Reference
    beside: tuple[int, ...] = ()


def spoken_year(sighting: Sighting) -> int | None:
    """Return the year of the text, or the latest year that it names: elections before it are past."""
    if sighting.seen.at is not None:
        return sighting.seen.at.year
    named = [name.year for name in sighting.names if name.year and not name.data]
    return max((*named, *bare_years(sighting)), default=None)


def bare_years(sighting: Sighting) -> list[int]:
    """List the years that stand alone, neither in a date nor in the name of an election or a copyright line."""
    taken = [(name.start, name.end) for name in sighting.names]
    taken += [(found.span.start, found.span.end) for found in sighting.seen.dates]
    return [
        int(match["year"])
        for match in _BARE_YEAR.finditer(sighting.text)
        if not any(low <= match.start() < high for low, high in taken)
        and not COPYRIGHT_BEFORE.search(sighting.text[: match.start()][-40:])
    ]
