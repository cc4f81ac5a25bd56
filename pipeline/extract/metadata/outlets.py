"""The outlet that a news item names: in its dateline, a copyright line, or as the name of its site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from pipeline.extract.words.dates import find_dates
from pipeline.text import fold

if TYPE_CHECKING:
    from pipeline.reference import Reference

_DOMAIN = r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:co\.id|or\.id|web\.id|my\.id|com|net|org|info|news|id|co|tv)"
_WORD = r"[A-Z][\w&'-]*(?:\.\w[\w&'-]*)*"
_NAME = rf"{_WORD}(?: {_WORD}){{0,3}}"
_CITY = r"[A-Z][A-Za-z .'’-]{2,30}"
_DASH = r"\s?[-–—]+"
_OUTLETS = (
    re.compile(rf"^\W*{_CITY} ?\((?P<outlet>[^()\d]{{2,30}})\){_DASH}"),
    re.compile(rf"^\W*(?P<outlet>(?i:{_DOMAIN}))(?=\s?[-–—|,]|[A-Z])"),
    re.compile(rf"^\W*{_CITY} ?[,|] ?(?P<outlet>(?i:{_DOMAIN}))(?=\W|[A-Z])"),
    re.compile(rf"^\W*{_CITY} ?[,|] ?(?P<outlet>{_NAME}){_DASH}"),
    re.compile(rf"^\W*(?P<outlet>{_NAME}), {_CITY}{_DASH}"),
)
_COPYRIGHT = (
    re.compile(
        rf"(?:copyright|hak cipta)?\s*©\s*(?:20\d\d )?(?P<outlet>(?:(?i:{_DOMAIN})|{_NAME}))", re.IGNORECASE
    ),
    re.compile(rf"(?P<outlet>{_NAME}) ©"),
)
_SHORT = 3  # letters: "(TO)" is an abbreviation where the page has a name with these capitals


def find_outlet(
    head: Sequence[str], lines: Sequence[str], declared: Sequence[str], reference: Reference
) -> str | None:
    """Return the outlet that a text names, None where it names none.

    ``head`` are the lines in which a dateline may stand ("Jambi (ANTARA) -", "jpnn.com, BANTEN -"), ``lines`` all
    lines, ``declared`` what the file says of itself (title, site): they give the plain spelling of a name that the
    dateline writes in capitals or abbreviates. An address in capitals is written small.
    """
    for line in head:
        for pattern in _OUTLETS:
            match = pattern.match(line)
            if match and _is_outlet(match["outlet"], reference):
                return _plain(match["outlet"].strip(), [*declared, *lines])
    return next(_copyrights(lines), None)


def _copyrights(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        for pattern in _COPYRIGHT:
            match = pattern.search(line) if "©" in line and len(line) < 160 else None
            if match:
                yield match["outlet"].strip()
                break


def _is_outlet(words: str, reference: Reference) -> bool:
    """Tell an outlet from a date, a region, or the short name of an office or a law in brackets."""
    lower = fold(words)
    return not (
        find_dates(words)
        or lower in _places(reference)
        or lower.endswith("bawaslu.go.id")
        or re.search(r"\b(?:bawaslu|panwaslu|panwaslih|kpu|ikp|badan|komisi|rep?ro)\b", lower)
    )


@cache
def _places(reference: Reference) -> frozenset[str]:
    names = {fold(name) for region in reference.regions.values() for name in (region.name, region.short)}
    return frozenset(names | {fold(row.alias) for row in reference.region_aliases})


def _plain(outlet: str, texts: Sequence[str]) -> str:
    """Return the spelling of ``outlet`` that is not all capitals, where one of ``texts`` has it.

    >>> _plain("KABAR ALFA", ["Kabar Alfa © 2023"]), _plain("TO", ["© 2022 TapisOnline, Metro"])
    ('Kabar Alfa', 'TapisOnline')
    >>> _plain("HALOPADANG.ID", []), _plain("KOMPAS.com", [])
    ('halopadang.id', 'KOMPAS.com')
    """
    if outlet != outlet.upper():
        return outlet
    if re.fullmatch(_DOMAIN, outlet, re.IGNORECASE):
        return outlet.lower()
    same = re.compile(rf"\b{re.escape(outlet)}\b", re.IGNORECASE)
    spelt = (match.group() for text in texts for match in same.finditer(text))
    found = next((name for name in spelt if name != name.upper() and name != name.lower()), None)
    return found or (_long_form(outlet, texts) if len(outlet) <= _SHORT else None) or outlet


def _long_form(short: str, texts: Sequence[str]) -> str | None:
    names = (name for text in texts for name in re.findall(r"\b[A-Z][A-Za-z]{4,}\b", text))
    return next((name for name in names if "".join(re.findall("[A-Z]", name)) == short), None)
