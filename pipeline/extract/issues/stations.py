"""Issues with a number of polling stations: "14 TPS dengan ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.catalog.indicators import match_indicator
from pipeline.extract.draft import Draft, Rule, Subject, doubted
from pipeline.extract.issues.breakdowns import part_behind, part_of
from pipeline.extract.issues.phrases import Phrase, phrase_drafts
from pipeline.extract.issues.regions import is_only_a_place, region_right_behind, subjects_at
from pipeline.extract.issues.station_parts import is_under_place, shares
from pipeline.extract.issues.station_times import is_of_others, is_of_past, is_wish
from pipeline.extract.words.values import NUMBER_WORDS, parse_count

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene

STATIONS = Rule(id="indicator.tps", version=6)
"""A number of polling stations (TPS) and what is wrong there, an indicator or a known issue outside the catalog.

> TPS rawan Pilkada 2024 di Kabupaten Blora: 14 TPS dengan riwayat logistik rusak.
"""

_NUMBER = rf"\d{{1,3}}(?:\.\d{{3}})+|\d+|{NUMBER_WORDS}"
_NTH = r"ke\s?-?\s?\d+|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)|pertama|terakhir"
_STATIONS = re.compile(
    rf"(?<![\w.,])(?P<n>{_NUMBER})(?:\s?\([a-z ]{{3,25}}\))?"
    r"(?:\s+dari(?: total| keseluruhan| seluruh| jumlah)?\s+\d[\d.]*)?\s+(?:tps|tempat pemungutan suara)(?![a-z])"
)
_ROUGH_WITHIN = 100  # characters before a count
_ROUGH = re.compile(
    rf"(?:{_NUMBER})\s?(?:sampai|hingga|atau|s/d|s\.d\.)\s$|(?<![a-z])(?:lebih dari|kurang dari|hampir|nyaris)\s$|"
    r"\w[–-]$"
)
"""Words before a number that make it a rough one, or the end of a range."""
# In a run of counts the word TPS may be left out: "60 TPS punya riwayat ..., 12 punya riwayat ...".
_ELIDED = re.compile(
    rf"(?:(?:^|[,;]|(?<![a-z])(?:sebanyak|dan|serta|lalu|{_NTH}))\s*)(?P<n>\d{{1,3}}(?:\.\d{{3}})+|\d+)"
    r"(?=\s+(?:yang\s+)?(?:memiliki|mempunyai|punya|terdapat)(?![a-z]))"
)
_ELIDED_BEHIND = re.compile(
    r"(?<![a-z])(?:sebanyak|berjumlah)\s+(?P<n>\d{1,3}(?:\.\d{3})+|\d+)"
    r"(?=\s+di \d+ (?:kecamatan|desa|kelurahan|distrik)(?![a-z])|\s?[,;)]|\s?\.?\s?$|\s(?:dan|serta)\s)"
)
# ... or it stands before the issue alone: "TPS yang rawan banjir ada 83".
_ELIDED_ONCE = re.compile(
    r"(?:^|(?<=[;\"“]))\s*(?:\w+, )?tps (?:yang|dengan|di|dekat|rawan|berada)[^.;:]{4,90}?"
    r"(?<![a-z])(?:ada|sebanyak|berjumlah|jumlahnya|mencapai|tercatat|terdapat)\s+(?!20[12]\d)(?P<n>\d{1,3}(?:\.\d{3})+|\d+)"
    r"(?=\s?(?:[.,;\"”]|$))"
)
# A row of a list may end in the bare number: "KPPS di luar domisili (87)", "... ..... 87", "... | 87".
_ROW_END = re.compile(
    r"(?:[:(…|]|\.{3}|_{3}|sebanyak|berjumlah|[a-z)]\s[-–])\s{0,9}(?!0\W*$)(?P<n>\d{1,3}(?:\.\d{3})+|\d+)(?=\s{0,9}\)?[\s.;]{0,9}$)"
)
_ROW = re.compile(r"tps|[^.:]{6,90}?\s?(?:\.{3,}|…+|_{3,}|\s[-–:|]\s)\s?[\d.]+$")
"""A line that is a row though no mark of an item opens it: "TPS ... (5)", "Riwayat PSU ..... 6"."""
_CONNECTIVES = re.compile(
    r"[\s,;.]*+(?:(?:dan|serta|lalu|kemudian|selanjutnya|juga|terakhir|sebanyak|ada|sekitar|lainnya)"
    r"[\s,;.]*+)*+$"
)
_ORDINAL = re.compile(rf"(?<![a-z])(?:{_NTH})\W+(?:ada|yaitu|sebanyak)?\W*$")
_EMPTY_WORDS = frozenset({"dan", "yang", "serta", "lalu", "juga", "kemudian", "dengan", "tps"})
_AND = re.compile(r"\s(?:dan|serta)\s")
_BREAK = re.compile(r"[.;,:]\s")
_OWNS = re.compile(
    r"[\s:,(–-]{0,9}(?:(?:ada|memiliki|punya|sebanyak|terdapat|dengan|mencatat|sejumlah)\s{0,9}){0,3}"
)
_OF_COUNT_BEFORE = re.compile(
    r"\s(?:\(|(?:(?:ter(?:dapat|jadi)|(?:ber)?ada|ditemukan|tercatat) )?(?:di|pada) )?(?:wilayah )?"
)
"""Words between a count and a region that make the region its own: "9 TPS di Alfa, 5 TPS di Beta"."""
_HARD_BREAK = re.compile(r"[.;]\s")
_LISTING = re.compile(r"(?<![a-z])(?:yaitu|yakni|ialah|adalah|antara lain|di ?antaranya|indikator)\s")
_LINK = re.compile(
    r"[\s:,(–-]{0,9}(?P<link>(?:(?:terjadi|terdapat|ditemukan|tersebar|ada) )?di|pada|sebanyak|"
    r"berjumlah|tercatat|jumlahnya|mencapai|sejumlah|yaitu|yakni|total|(?<=:)|(?<=\())?"
    r"[\s:,(–-]{0,9}$"
)
_WEAK_LINK = re.compile(r"[\s:,(–-]{0,9}(?:ada|dihadapi|dialami|(?:di )?lokasi)[\s:,(–-]{0,9}$")
_PARTED = re.compile(r"\s?[,;]")
_CLAUSE_END = re.compile(r"[,;.:)]|\s(?:dan|serta|lalu|kemudian|sedangkan|sementara|disusul|diikuti)\s")
_NOT_BEHIND = re.compile(
    r"\W{0,9}(?:karena|sehingga|agar|supaya|tersebar|yang tersebar|di \d+|dari (?:total|\d+)|"
    r"(?:ke)?rawan paling|rawan yang)(?![a-z])"
)
_NONE_OF = re.compile(
    r"[,;] (?:(?:dan|serta|lalu|sedangkan|sementara|namun|tetapi|tapi) )?"
    r"(?:nihil|(?:tidak|tak|belum) (?:ada|ditemukan|terdapat|menemukan))(?: satu pun)?(?: (?:tps|yang))"
)
"""What begins the denial of another issue behind the one that is counted."""
_TOTAL = re.compile(
    r"\W*(?:yang\s+)?(?:ke)?rawan(?:an)?(?![a-z])(?!\s(?:bencana|banjir|longsor|konflik|intimidasi|politik|"
    r"kekerasan))"
)
_FOLLOWS = re.compile(
    r"(?:(?:disusul|diikuti|kemudian|lalu|dan|serta|juga|berikutnya|selanjutnya|sementara(?: itu)?|sedangkan|"
    r"adapun|selain itu)[\s,]{1,9}){1,3}"
)
_OF_ALL_DOUBT = 0.5
_CLAUSES = 4
"""How many commas, or words "dan", back the clause before a count is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    """A number of polling stations at ``start`` to ``end`` of a folded line, ``rough`` or exact."""

    n: int
    start: int
    end: int
    rough: bool = False


def station_drafts(line: Line, scene: Scene, told: Draft | None = None) -> tuple[Draft, ...]:
    """Read runs of polling stations: each count begins an issue that goes on to the next count, or ends one.

    ``told`` is the issue of the sentence before, whose total this one may tell region by region.
    """
    counts = _counts(line.lower, row=_is_row(line))
    parts = shares(line, scene, [(count.start, count.end) for count in counts])
    doubtful = bool(counts) and (is_under_place(line, scene) or is_of_others(line.lower))
    drafts: list[Draft] = []
    free = ended = 0  # text before these belongs to an earlier count, or is one
    taken: list[tuple[int, int]] = []
    for index, count in enumerate(counts):
        following = counts[index + 1].start if index + 1 < len(counts) else len(line.lower)
        stop = _stop(line.lower, count, _owner_start(line, count.end, following))
        if index + 1 < len(counts) and (clause := _ended(line, scene, counts[index + 1], count.end)):
            stop = min(stop, clause[0])
        if count.rough:
            free = ended = stop
            continue
        if parts[index] == "part" or (count.n == 0 and is_wish(line.lower)):
            free = ended = count.end
            continue
        read = _read(line, scene, count, free, stop, taken)
        free = stop if read and read.low >= count.end else count.end
        if read:
            taken.append((read.low, read.high))
            new = tuple(_drafts(line, scene, read, count))
            if doubtful or parts[index] == "likely part" or is_of_past(line, read.low, count.start, count.end):
                new = tuple(doubted(draft) for draft in new)
            drafts.extend(new)
            told = new[0] if len(new) == 1 else None
        elif told is not None:
            behind = region_right_behind(line, line.start + count.end, line.start + following)
            if behind is not None:
                drafts.extend(part_behind(line, scene, count.n, (count.start, behind), told))
            else:
                drafts.extend(part_of(line, scene, count.n, (ended, count.start, count.end), told))
        ended = max(count.end, read.high if read else 0)
    return tuple(drafts)


def _stop(lower: str, count: _Count, following: int) -> int:
    """Return where the words behind a count end: at a full stop if other words lead to the next count."""
    breaks = list(_HARD_BREAK.finditer(lower, count.end, following))
    if not breaks or following == len(lower):
        return following
    low, high = _trim(lower, breaks[-1].end(), following)
    return breaks[-1].start() if _says_something(lower[low:high]) else following


def _is_row(line: Line) -> bool:
    """Tell whether a line is a row of a list, or stands alone like one: an issue and a number."""
    alone = line.start == 0 and line.end == len(line.unit.passage.text)
    return line.unit.block.kind == "list_item" or (alone and _ROW.match(line.lower) is not None)


def _owner_start(line: Line, low: int, high: int) -> int:
    """Return where the region right before the next count begins ("..., Pati 7 TPS"), or ``high`` without one."""
    for mention, _ in line.regions:
        start, end = mention.start - line.start, mention.end - line.start
        if low <= start and end <= high and _OWNS.fullmatch(line.lower, end, high):
            before = _OF_COUNT_BEFORE.fullmatch(line.lower, low, start) and line.lower[end : end + 1] in {",", ";"}
            return high if before else start
    return high


def _counts(lower: str, *, row: bool) -> list[_Count]:
    found = [_count(match) for match in _STATIONS.finditer(lower)]
    more = [_ELIDED] if found else [_ROW_END] if row else []
    found.extend(
        _count(match) for pattern in [*more, _ELIDED_BEHIND, _ELIDED_ONCE] for match in pattern.finditer(lower)
    )
    distinct = {count.start: _bounded(count, lower) for count in found}
    return [distinct[start] for start in sorted(distinct)]


def _bounded(count: _Count, lower: str) -> _Count:
    """Return a count, from the words on that make it rough: "lebih dari 20 TPS", "5-7 TPS"."""
    rough = _ROUGH.search(lower, max(0, count.start - _ROUGH_WITHIN), count.start)
    return replace(count, rough=True, start=rough.start()) if rough else count


def _count(match: re.Match[str]) -> _Count:
    return _Count(n=parse_count(match["n"]) or 0, start=match.start("n"), end=match.end())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Issue:
    """Characters ``low`` to ``high`` of a folded line name an issue, stated of the regions ``subjects``."""

    low: int
    high: int
    subjects: tuple[Subject, ...]


def _read(
    line: Line, scene: Scene, count: _Count, free: int, stop: int, taken: Sequence[tuple[int, int]]
) -> _Issue | None:
    """Find the issue of a count: the clause behind it, or the one before it where words lead to the number."""
    if (ended := _ended(line, scene, count, free)) is not None:
        subjects = _behind_or_owners(line, scene, count, stop, taken)
        return _Issue(low=ended[0], high=ended[1], subjects=subjects)
    before = next(
        (clause for clause in _before(line.lower, free, count.start) if _means(line, scene, clause)), None
    )
    if before is not None and _leads_to(line.lower, free, count):
        subjects = _behind_or_owners(line, scene, count, stop, taken)
        return _Issue(low=before[0], high=before[1], subjects=subjects)
    behind = _behind(line, scene, count, stop, taken)
    if behind is not None and _means(line, scene, (behind.low, behind.high)):
        return behind
    return before and _Issue(low=before[0], high=before[1], subjects=_owners(line, scene, count, stop, taken))


def _ended(line: Line, scene: Scene, count: _Count, free: int) -> tuple[int, int] | None:
    """Return the clause of an issue that its count ends, None where words behind the count may be its issue.

    "politik uang 5 TPS, rawan bencana 9 TPS", but not "politik uang, 5 TPS" nor "5 TPS dengan politik uang".
    """
    low, high = next(_before(line.lower, free, count.start))
    if _PARTED.match(line.lower, high) or not _means(line, scene, (low, high)):
        return None
    if free and not _BREAK.search(line.lower, free, low + 1):
        low = _behind_and(line, scene, (low, high))
    end = _CLAUSE_END.search(_without_brackets(line.lower[count.end :]) + ",")
    behind = _trim(line.lower, count.end, count.end + end.start()) if end else (0, 0)
    return None if _means(line, scene, behind) else (low, high)


def _behind_and(line: Line, scene: Scene, clause: tuple[int, int]) -> int:
    """Return where the last issue of a clause begins: what stands before "dan" is that of the count before."""
    low, high = clause
    for joint in reversed(list(_AND.finditer(line.lower, low, high))[-_CLAUSES:]):
        if _means(line, scene, (low, joint.start())) and _means(line, scene, (joint.end(), high)):
            return joint.end()
    return low


def _leads_to(lower: str, free: int, count: _Count) -> bool:
    """Tell whether words lead from a clause to its count; "ada" does where nothing follows: "A ada 14 TPS, B"."""
    link = _LINK.search(lower[free : count.start])
    weak = _WEAK_LINK.search(lower, free, count.start) and _PARTED.match(lower, count.end)
    return (link is not None and link["link"] is not None) or weak is not None


def _means(line: Line, scene: Scene, clause: tuple[int, int]) -> bool:
    low, high = clause
    named = is_only_a_place(line, line.start + low, line.start + high)
    if high - low < len("psu") or named or not _says_something(line.lower[low:high]):
        return False
    found = match_indicator(_text(line, low, high), scene.reference)
    return bool(found.numbers or found.issue)


def _text(line: Line, low: int, high: int) -> str:
    return line.unit.passage.text[line.start + low : line.start + high]


def _behind(line: Line, scene: Scene, count: _Count, stop: int, taken: Sequence[tuple[int, int]]) -> _Issue | None:
    """Return the clause behind a count; a list of regions right behind the number owns it: "9 TPS di Alfa ..."."""
    lower = line.lower
    if _NOT_BEHIND.match(lower, count.end, stop) or _TOTAL.match(lower, count.end, stop):
        return None
    named = region_right_behind(line, line.start + count.end, line.start + stop)
    if named:
        low, high = _trim(lower, named.end - line.start, stop)
        return _Issue(low=low, high=high, subjects=named.subjects)
    none = _NONE_OF.search(lower, count.end, stop)
    low, high = _trim(lower, count.end, none.start() if none else stop)
    comma = lower.find(", ", low, high)
    if comma > 0 and not _means(line, scene, (low, high)):
        high = comma  # "9 TPS rawan bencana, kebanyakan banjir"
    return _Issue(low=low, high=high, subjects=_owners(line, scene, count, stop, taken))


def _behind_or_owners(
    line: Line, scene: Scene, count: _Count, stop: int, taken: Sequence[tuple[int, int]]
) -> tuple[Subject, ...]:
    """Return the regions right behind a count whose issue stands before it, else those it is stated of."""
    named = region_right_behind(line, line.start + count.end, line.start + stop)
    return named.subjects if named else _owners(line, scene, count, stop, taken)


def _owners(
    line: Line, scene: Scene, count: _Count, stop: int, taken: Sequence[tuple[int, int]]
) -> tuple[Subject, ...]:
    """Return the regions a count is stated of: no region inside another count's issue, none of the next count.

    The only one of a line, behind its last count, may be that of all: a person should see it.
    """
    places = [(mention.start - line.start, (mention, subject)) for mention, subject in line.regions]
    regions = tuple(
        pair for place, pair in places if place < stop and not any(low <= place < high for low, high in taken)
    )
    if (
        not regions
        and len(places) == 1
        and places[0][0] >= stop
        and not _STATIONS.search(line.lower, places[0][0])
    ):
        return (places[0][1][1].in_doubt(_OF_ALL_DOUBT),)
    return subjects_at(replace(line, regions=regions), scene, line.start + count.start)


def _drafts(line: Line, scene: Scene, issue: _Issue, count: _Count) -> Iterator[Draft]:
    """Draft the issue for each of its regions; one number for several of them is none of theirs alone."""
    start = line.start + min(issue.low, count.start)
    alone = len(issue.subjects) == 1
    phrase = Phrase(
        text=_text(line, issue.low, issue.high),
        span=line.span(start, line.start + max(issue.high, count.end)),
        count=count.n if alone else None,
        unit="TPS" if alone else None,
    )
    edition = line.edition_at(line.start + count.start, issue=True)[0][0]
    for subject in issue.subjects:
        drafts = phrase_drafts(phrase, subject, edition, scene, rule=STATIONS, keep_unknown=False)
        yield from (
            draft if count.n else replace(draft, count=None, unit=None, status="denied") for draft in drafts
        )


def _says_something(lower: str) -> bool:
    return any(word not in _EMPTY_WORDS for word in re.findall(r"[a-z]{3,}", lower))


def _before(lower: str, free: int, position: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses that end at a count, the shortest first: "kendala jaringan internet: 905 TPS"."""
    link = _WEAK_LINK.search(lower, free, position) or _LINK.search(lower, free, position)
    high = link.start() if link else position
    starts = [match.end() for match in _BREAK.finditer(_without_brackets(lower[:high])) if match.end() >= free]
    for low in [*reversed(starts[-_CLAUSES:]), free]:
        listed = [match.end() for match in _LISTING.finditer(lower, low, high)]
        start, end = _trim(lower, listed[-1] if listed else low, high)
        follows = _FOLLOWS.match(lower, start, end)
        yield (follows.end() if follows else start), end


def _without_brackets(lower: str) -> str:
    """Blank what stands in brackets, so that a comma there parts nothing."""
    return re.sub(r"\([^()]*\)", lambda match: "_" * len(match.group()), lower)


def _trim(lower: str, low: int, high: int) -> tuple[int, int]:
    """Cut connectives and the next item's ordinal off the end, and marks off the start."""
    tail = _CONNECTIVES.search(lower, low, high)
    high = tail.start() if tail else high
    ordinal = _ORDINAL.search(lower, low, high)
    high = ordinal.start() if ordinal else high
    while low < high and not lower[low].isalnum():
        low += 1
    return low, high
