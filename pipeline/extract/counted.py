"""Issues with a number: polling stations ("14 TPS dengan ..."), cases ("politik uang, 26 kasus")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, Rule
from pipeline.extract.issues import Phrase, phrase_drafts, subjects_at
from pipeline.extract.values import NUMBER_WORDS, parse_count

if TYPE_CHECKING:
    from pipeline.extract.line import Line
    from pipeline.extract.scene import Scene

STATIONS = Rule(id="indicator.tps", version=1)
"""A number of polling stations and what is wrong there: "14 TPS dengan riwayat logistik rusak"."""

_NUMBER = rf"(?P<n>\d{{1,3}}(?:\.\d{{3}})+|\d+|{NUMBER_WORDS})"
_STATIONS = re.compile(rf"(?<![\w.,]){_NUMBER}\s+(?:tps|tempat pemungutan suara)(?![a-z])")
_CASES = r"(?P<unit>kasus|kejadian|laporan|temuan|perkara|pelanggaran|aduan)(?![a-z])"
_CASES_BEHIND = re.compile(
    rf"^(?P<label>.{{6,}}?)\s*(?:[:,(–-]|sebanyak|berjumlah|ada|mencapai)\s*{_NUMBER}\s+{_CASES}\W*$"
)
_CASES_BEFORE = re.compile(rf"^\W*{_NUMBER}\s+{_CASES}\s+(?P<label>.{{6,}})$")
_CONNECTIVES = re.compile(
    r"[\s,;.]*(?:(?:dan|serta|lalu|kemudian|selanjutnya|juga|terakhir|sebanyak|ada|sekitar|lainnya|,)[\s,;.]*)*$"
)
_ORDINAL = re.compile(
    r"(?:ke\s?-?\s?\d+|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)|pertama|terakhir)\W+"
    r"(?:ada|yaitu|sebanyak)?\W*$"
)
_EMPTY_WORDS = frozenset({"dan", "yang", "serta", "lalu", "juga", "kemudian", "dengan"})
_BREAK = re.compile(r"[.;,:]\s")
_LINK = re.compile(r"[\s:,(–-]*(?:sebanyak|ada|di|dihadapi|dialami|terdapat di)?[\s:,(–-]*$")


def counted_cases(lower: str) -> tuple[tuple[int, int], int, str] | None:
    """Take a number of cases off an item: where its label stands, the number and its unit; None without one.

    >>> counted_cases("politik uang, 26 kasus.")
    ((0, 12), 26, 'kasus')
    >>> counted_cases("tiga laporan kampanye di luar jadwal")
    ((13, 36), 3, 'laporan')
    >>> counted_cases("netralitas asn") is None
    True
    """
    match = _CASES_BEHIND.match(lower) or _CASES_BEFORE.match(lower)
    count = parse_count(match["n"]) if match else None
    return (match.span("label"), count, match["unit"]) if match and count is not None else None


def station_drafts(line: Line, scene: Scene) -> tuple[Draft, ...]:
    """Read runs of polling stations: each count begins an issue that goes on to the next count, or ends one."""
    lower = line.lower
    counts = [match for match in _STATIONS.finditer(lower) if parse_count(match["n"])]
    drafts: list[Draft] = []
    for index, match in enumerate(counts):
        stop = counts[index + 1].start() if index + 1 < len(counts) else len(lower)
        low, high = _trim(lower, match.end(), stop)
        if not _says_something(lower[low:high]):
            low, high = _before(lower, match.start())
        if high - low < 4:
            continue
        start = line.start + match.start()
        phrase = Phrase(
            text=line.unit.passage.text[line.start + low : line.start + high],
            span=line.span(line.start + min(low, match.start()), line.start + max(high, match.end())),
            count=parse_count(match["n"]),
            unit="TPS",
        )
        edition = line.edition_at(start, issue=True)[0][0]
        subject = subjects_at(line, scene, start)[0]
        drafts.extend(phrase_drafts(phrase, subject, edition, scene, rule=STATIONS, keep_unknown=False))
    return tuple(drafts)


def _says_something(lower: str) -> bool:
    return any(word not in _EMPTY_WORDS for word in re.findall(r"[a-z]{3,}", lower))


def _before(lower: str, position: int) -> tuple[int, int]:
    """Return the clause before a count that ends its issue: "kendala jaringan internet: 905 TPS"."""
    link = _LINK.search(lower[:position])
    high = link.start() if link else position
    breaks = [match.end() for match in _BREAK.finditer(lower[:high])]
    return _trim(lower, breaks[-1] if breaks else 0, high)


def _trim(lower: str, low: int, high: int) -> tuple[int, int]:
    """Cut connectives and the next item's ordinal off the end, and marks off the start."""
    tail = _CONNECTIVES.search(lower, low, high)
    high = tail.start() if tail else high
    ordinal = _ORDINAL.search(lower, low, high)
    high = ordinal.start() if ordinal else high
    while low < high and not lower[low].isalnum():
        low += 1
    return low, high
