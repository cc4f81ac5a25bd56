"""The regency or city that opens a document by its own name: in its dateline, or as the address of its Bawaslu."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.extract.scene.datelines import dateline_end

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Gazetteer
    from pipeline.extract.words.language import Passage

Sign = tuple[str, ...]
"""The regions that a dateline or an address may mean: several where twins share the name."""

_HEAD = 14  # passages in which a web head or a dateline stands
_SEAT = "31"  # the national bodies sit in Jakarta: a report from there is about anywhere
_ADDRESS = re.compile(
    r"(?<![a-z\d.-])(?:https?://)?(?:www\.)?(?P<kind>kab|kota)?-?(?P<name>[a-z-]{3,30}?)-?(?P<behind>kab|kota)?"
    r"\.bawaslu\.go\.id(?![a-z.])"
)
_OPENING = re.compile(
    r"\W*(?:KAB(?:UPATEN|\.)|KOTA)? ?[A-Z][A-Z .'-]{2,30}(?:, ?[\w.' ]{2,30})? ?[-–—]{1,2} ?(?=\S)"
)
"""A dateline that goes on in small letters, or names an outlet in them: "BREBES, suarapantura - peta rawan"."""
_LEVELS = {"kab": "regency", "kota": "city"}


def signed_regions(passages: Sequence[Passage], places: Gazetteer) -> tuple[Sign, ...]:
    """Return what the web address of a regional Bawaslu and the first dateline name, the address first.

    A name that a kabupaten and a kota share stands for both of them, unless its prefix tells.
    """
    head = passages[:_HEAD]
    addresses = [sign for passage in head for sign in _addresses(passage.lower, places)]
    datelines = [sign for passage in head for sign in _dateline(passage, places)]
    return (*addresses[:1], *datelines[:1])


def _addresses(lower: str, places: Gazetteer) -> Iterator[Sign]:
    """Yield the regions of the addresses in a line: "kab-blora.bawaslu.go.id"."""
    for match in _ADDRESS.finditer(lower):
        level = _LEVELS.get(match["kind"] or match["behind"] or "")
        name = re.sub(r"[^a-z]", "", match["name"])
        sign = tuple(
            code
            for code, region in sorted(places.regions.items())
            if region.level in ({level} if level else {"regency", "city"})
            and re.sub(r"[^a-z]", "", region.short.lower()) == name
        )
        if sign:
            yield sign


def _dateline(passage: Passage, places: Gazetteer) -> Iterator[Sign]:
    """Yield the regency or city of the dateline with which a passage opens."""
    opening = _OPENING.match(passage.text)
    end = max(dateline_end(passage.text), opening.end() if opening else 0)
    for mention in places.mentions(passage):
        if mention.end > end or mention.below or mention.office or mention.part:
            continue
        level = {"kabupaten": "regency", "kota": "city"}.get(mention.prefix or "")
        codes = tuple(code for code in mention.codes if level in {None, places.regions[code].level})
        if codes and all("." in code and not code.startswith(_SEAT) for code in codes):
            yield codes
