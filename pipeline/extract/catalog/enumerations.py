"""Enumerations of issues inside a sentence: "indikatornya antara lain A, B, serta C"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.extract.catalog.indicators import is_measure, match_indicator
from pipeline.extract.catalog.verdicts import IndicatorMatch
from pipeline.model import Match, Span

if TYPE_CHECKING:
    from pipeline.reference import Reference

_CUE = re.compile(
    r"(?<![a-z])(?:yakni|yaitu|ialah|adalah|antara lain|di ?antaranya|seperti|meliputi|misalnya|"
    r"berupa)[\s:,]+|:\s"
)
_WEAK_CUE = re.compile(
    r"(?<![a-z])(?:dipicu(?: oleh)?|disebabkan(?: oleh| karena)?|dipengaruhi(?: oleh)?|mencakup|"
    r"mulai dari|menyangkut|"
    r"berkaitan dengan|karena|akibat|terkait(?: dengan)?|terdapat|ada|isunya)\s"
)
_STRONG = re.compile(
    r"(?:faktor|indikator|isu|potensi|kerawanan|kendala|tantangan)(?:-\w+)?(?:nya)?(?: [\w,]+){0,8}?[ ,]*"
    r"(?:yakni|yaitu|ialah|antara lain|di ?antaranya|meliputi)[\s:,]+$"
)
_END = re.compile(
    r"[\"”“]|[,.]? (?:kata|ujar|ungkap|tutur|jelas|sebut|terang|papar|urai|tegas|beber|tambah|imbuh|"
    r"lanjut|tandas)"
    r"(?:nya)?(?![a-z])"
)
_ITEM = re.compile(r"[^,;]+")
_HEAD = re.compile(
    r"(?:\W|\d\)|(?:dan|serta|lalu|juga|kemudian|hingga|sampai|maupun|ada|adanya|soal|termasuk|"
    r"pertama|kedua|ketiga|keempat|kelima|keenam|belum lagi|begitu)[\s,]+)*"
)
_HALVES = re.compile(r"\s(?:dan|serta|maupun|juga|lalu)\s")
_LONGEST = 160
_OPENING = 30  # characters in which a sentence that goes on with an announcement begins its enumeration
_VAGUE = re.compile(
    r"\d|lain(?:nya|-lain)|sebagainya|tersebut|berikut|kerawanan|indikator|dimensi|variabel|"
    r"(?<![a-z])(?:tinggi|sedang|rendah|hal|ini|itu)(?![a-z])"
)
_WORDS = range(2, 17)
"""How many words an issue in an enumeration has that no table knows."""

Stated = tuple[Span, IndicatorMatch]


def listed_issues(
    text: str, mentions: Sequence[Stated], reference: Reference, *, whole: bool
) -> tuple[Stated, ...]:
    """Add to the wordings found in a sentence the members of its enumeration that mean one when judged as a whole.

    Between commas a phrase need not stand word for word: "penyelenggara dan ASN yang berpihak". With ``whole`` the
    sentence is an enumeration from its beginning. A member that is in no table is kept where the lead-in speaks of
    issues and at least two other members are known.
    """
    lower = text.lower()
    start = _begin(lower, whole=whole)
    if start is None:
        return tuple(mentions)
    spans = list(_members(lower, start))
    if len(spans) < (2 if start == 0 else 1):
        return tuple(mentions)
    found: list[Stated] = list(mentions)
    unknown: list[Span] = []
    for span in spans:
        inside = [one for one in mentions if one[0].start < span.end and span.start < one[0].end]
        read = _read(text, span, inside, reference)
        found = [one for one in found if one not in inside or not read] + read
        if not read and not inside:
            unknown.append(span)
    announced = whole and start <= _OPENING and _CUE.search(lower[:start]) is not None
    if (announced or _STRONG.search(lower[:start])) and len(found) >= 2:
        found.extend(
            (span, _UNKNOWN) for span in unknown if _is_issue(text, span, reference) and span.end < len(text)
        )
    return tuple(sorted(found, key=lambda one: (one[0].start, one[0].end)))


_STATE = (
    r"(?:rusak|kurang|lebih|kekurangan|kelebihan|tertukar|terlambat|telat|hilang|tercoblos|robek|basah|"
    r"tidak (?:lengkap|sesuai|cukup|tersegel)|salah kirim)"
)
_SHARED = re.compile(
    r"(?P<head>surat suara|kotak suara|logistik(?: pemilu| pemilihan| pilkada)?|"
    r"perlengkapan (?:tps|pemungutan suara)) (?:yang |sempat |pernah )*"
    rf"{_STATE}(?P<rest>(?:,? ?(?:dan|atau|hingga|sampai|serta|maupun|juga)?,? ?(?:yang )?{_STATE})+)"
)


def shared_heads(text: str, reference: Reference) -> Iterator[Stated]:
    """Yield what the further members of a row say of the thing that its first one names.

    "Surat suara tertukar, kurang, hingga rusak": the ballots are short and damaged too.
    """
    for row in _SHARED.finditer(text.lower()):
        for state in re.finditer(_STATE, row["rest"]):
            read = match_indicator(f"{row['head']} {state.group()}", reference)
            if read.numbers or read.issue:
                low = row.start("rest") + state.start()
                yield Span(start=low, end=low + len(state.group())), read


_UNKNOWN = IndicatorMatch(
    numbers=(), issue=None, match=Match(kind="none", score=0.0), candidates=(), decision="review"
)


def _begin(lower: str, *, whole: bool) -> int | None:
    """Return where the enumeration begins: behind the first cue that commas follow."""
    for cue in (*_CUE.finditer(lower), *_WEAK_CUE.finditer(lower)):
        if lower.count(",", cue.end()) + lower.count(";", cue.end()) + lower.count(" dan ", cue.end()) >= 1:
            return cue.end()
    return 0 if whole else None


def _members(lower: str, start: int) -> Iterator[Span]:
    skip = re.compile(r"[\s\"“”']*").match(lower, start)
    start = skip.end() if skip else start
    end = _END.search(lower, start)
    stop = end.start() if end else len(lower)
    for match in _ITEM.finditer(lower, start, stop):
        head = _HEAD.match(lower, match.start(), match.end())
        low = head.end() if head else match.start()
        high = low + len(lower[low : match.end()].rstrip(" .'"))
        if 3 < high - low <= _LONGEST:
            yield Span(start=low, end=high)


def _read(text: str, span: Span, inside: Sequence[Stated], reference: Reference) -> list[Stated]:
    """Judge a member as a whole, else its halves; beside wordings found inside only a fuller reading counts."""
    whole = match_indicator(span.of(text), reference)
    if inside:
        return [(span, whole)] if _is_fuller(whole, [found for _, found in inside]) else []
    if whole.numbers or whole.issue:
        return [(span, whole)]
    read: list[Stated] = []
    low = span.start
    for cut in [*_HALVES.finditer(span.of(text)), None]:
        high = span.start + cut.start() if cut else span.end
        part = (
            match_indicator(text[low:high], reference)
            if high - low > 3 and (cut or read or low > span.start)
            else None
        )
        if part and part.decision == "accept":
            read.append((Span(start=low, end=high), part))
        low = span.start + cut.end() if cut else high
    return read


def _is_fuller(whole: IndicatorMatch, inside: Sequence[IndicatorMatch]) -> bool:
    """Tell whether a member read as a whole says all that the wordings inside say, and more or more surely."""
    if whole.decision != "accept" or not whole.numbers:
        return False
    numbers = {str(number) for number in whole.numbers}
    known = {str(number) for found in inside for number in found.numbers}
    same = all(
        numbers & {*map(str, found.numbers), *(c.value for c in found.candidates)}
        for found in inside
        if found.numbers
    )
    more = numbers > known or (whole.issue is not None and not any(found.issue for found in inside))
    return bool(known) and same and (more or any(found.decision == "review" for found in inside))


def _is_issue(text: str, span: Span, reference: Reference) -> bool:
    """Tell whether a member that is in no table may be an issue: some words, no number, no measure, no name."""
    phrase = span.of(text)
    if len(phrase.split()) not in _WORDS or _VAGUE.search(phrase.lower()):
        return False
    return not any(word[0].isupper() for word in phrase.split()[1:]) and not is_measure(phrase, reference)
