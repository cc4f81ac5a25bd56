"""Where a campaign's hoaxes, hatred and SARA were spread, when the medium is named once for several of them.

"Di media sosial beredar hoaks dan ujaran kebencian", "hoaks, ujaran kebencian, dan isu SARA di media sosial":
the catalog has one number for public places and another for social media.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.extract.catalog.verdicts import IndicatorMatch
    from pipeline.model import Span

_ONLINE = {46: 47, 48: 49, 50: 51}
"""Indicators in public places, and what they are on social media."""
_MEDIUM = (
    r"(?:(?:grup|akun|laman) )?(?:media sosial|medsos|sosmed|dunia maya|jagat maya|facebook|whatsapp|wa|instagram|"
    r"tiktok|twitter|telegram|youtube)(?![a-z])"
)
_FIRST = re.compile(
    rf"^\W*(?:[a-z]+,? )?(?:di|lewat|melalui|pada) (?:[a-z]+ )?{_MEDIUM}"
    r"(?:(?!,)|,(?: [a-z]+){1,5} (?:mencatat|menemukan|mendapati|menjumpai|memantau|melihat) )"
)
"""A medium that opens a sentence: "Di media sosial beredar ...", "Di media sosial, pengawas mencatat ..."."""
_BEHIND = re.compile(
    rf"\s?(?:(?:yang )?(?:beredar|tersebar|disebar\w*|bertebaran|marak|viral|muncul|menyerang [a-z]+) )?"
    rf"(?:di|lewat|melalui|via|pada) {_MEDIUM}"
)
_JOINED = re.compile(
    r"[\s,]*+(?:dan|serta|maupun|atau|hingga|juga)?[\s,]*(?:(?:isu|berita|penyebaran|konten|kampanye) )*"
)


def with_medium(
    lower: str, found: Sequence[tuple[Span, IndicatorMatch]]
) -> tuple[tuple[Span, IndicatorMatch], ...]:
    """Give issues that do not say their medium the one that a folded sentence names for all of them."""
    if re.search(_MEDIUM, lower) is None:
        return tuple(found)
    everywhere = _FIRST.match(lower) is not None
    read: list[tuple[Span, IndicatorMatch]] = []
    following: tuple[Span, bool] | None = None
    for span, match in reversed(found):
        joined = following is not None and _JOINED.fullmatch(lower[span.end : following[0].start]) is not None
        placeable = bool(match.numbers) and set(match.numbers) <= {*_ONLINE, *_ONLINE.values()}
        online = placeable and (
            everywhere
            or _BEHIND.match(lower, span.end) is not None
            or not set(match.numbers).isdisjoint(_ONLINE.values())
            or (joined and following is not None and following[1])
        )
        read.append((span, _placed(match) if online else match))
        following = (span, online)
    return tuple(reversed(read))


def _placed(match: IndicatorMatch) -> IndicatorMatch:
    """Return the match on social media, if the catalog has it there and the words left it open."""
    open_to = {candidate.value for candidate in match.candidates}
    if not match.numbers or not all(str(_ONLINE.get(number)) in open_to for number in match.numbers):
        return match
    numbers = tuple(_ONLINE[number] for number in match.numbers)
    return replace(
        match, numbers=numbers, match=replace(match.match, kind="fuzzy"), candidates=(), decision="accept"
    )
