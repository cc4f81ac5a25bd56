"""Numbers of polling stations that are no count of a region's vulnerable ones: of its parts, of all, of others."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pipeline.extract.words.values import SMALLER

if TYPE_CHECKING:
    from pipeline.extract.doubts.around import Around
    from pipeline.extract.draft import Draft

_BY_SMALLER = re.compile(
    rf"(?<![a-z])(?:panwascam|panwaslucam|panwas(?:lu)? {SMALLER}|pengawas(?: pemilu)?(?: di)? {SMALLER}|"
    rf"ppk|pkd|menurut {SMALLER}|uji petik|sampel|yang sudah didata|baru \d+ persen|"
    r"(?:wilayah|kawasan|bagian) (?:barat|timur|utara|selatan|tengah|pesisir|kota))(?![a-z])"
)
"""Who counted is of a part of the region, or counted but a part."""
_IN_SMALLER = re.compile(rf"(?<![a-z])(?:di|pada|dari) (?:wilayah )?{SMALLER} (?!\d)[a-z]|^\W*{SMALLER} [a-z]")
"""A part of the region where what the next sentence or the list counts was found."""
_OF_NATION = re.compile(r"(?<![a-z])se-?\s?indonesia(?![a-z])")
_OTHER_STATIONS = r"(?:cadangan|keliling|tambahan|pengganti|baru|relokasi|khusus)(?![a-z])"
_ALL_STATIONS = r"(?:seluruhnya|totalnya|keseluruhan|semuanya)(?: ada| sebanyak| berjumlah)?"
_DONE_AT = r"(?:digelar|dilaksanakan|dilakukan|diulang)(?: kembali)?(?: di)?"
_OF_NEXT = re.compile(r"(?: tps)? (?:karena|akibat|lantaran|sebab)(?![a-z])")
"""Words behind a number by which it is that of the issue behind them: "3 TPS karena riwayat PSU"."""
_SHARED_OUT = re.compile(
    r"tps(?![a-z])[^.;\d]{0,60}(?:,|(?<![a-z])dan)(?: (?:sebanyak|ada|terdapat|hanya|sekitar)){0,3} "
    r"\d{1,3}(?:\.\d{3})?(?![\d.,]*\d)"
    r"(?! ?(?:tps|kecamatan|desa|kelurahan|distrik|pemilih|orang|kasus|kali|titik|persen|%))"
)
"""A number of stations, and behind it another without the word: "392 TPS, 22 rawan bencana" tells of 22."""
_AT_A_VOTE = re.compile(
    r"^\W*(?:(?:sebelumnya|dulu|dahulu|sementara itu|sementara|adapun|padahal|bahkan),? )?(?:pada|di|saat|dalam) "
    r"(?P<vote>pemilu|pilkada|pilgub|pileg|pilpres)(?![a-z])[^.;,]{0,25}?"
    r"(?P<year>20\d\d|lalu|silam|kemarin)(?![a-z\d])"
)
"""How a sentence begins that tells of stations at a vote: "Pada Pemilu 14 Februari 2024"."""
_GENERAL = frozenset({"pemilu", "pileg", "pilpres"})


def is_no_count(draft: Draft, near: Around) -> bool:
    """Tell whether the number of an issue's stations is that of others, or of a part of the region alone."""
    if draft.count is None:
        return False
    passage = near.unit.passage
    start, end = (bisect_left(passage.mapped.starts, place) for place in (draft.span.start, draft.span.end))
    if _is_of_other_vote(draft.edition or "", near.sentence) or _SHARED_OUT.search(passage.lower, start, end):
        return True
    number = rf"(?<!\d)(?:{draft.count}|{draft.count:,})(?!\d)".replace(",", r"\.")
    odd = (
        rf"{number} tps {_OTHER_STATIONS}|{_ALL_STATIONS} {number}|{_DONE_AT} {number}|"
        rf"^\W*{SMALLER} \D{{3,60}}{number}"
    )
    if _OF_NATION.search(near.sentence) or re.search(odd, near.sentence):
        return True
    if _OF_NEXT.match(passage.lower, end) or _BY_SMALLER.search(passage.lower, near.bounds[0], end):
        return True
    return any(words.search(text) for words in (_BY_SMALLER, _IN_SMALLER) for text in (near.lead, near.before))


def _is_of_other_vote(edition: str, sentence: str) -> bool:
    """Tell whether a sentence tells of another vote than that of the mapping: "Pada Pemilu Februari lalu ..."."""
    found = _AT_A_VOTE.search(sentence)
    if found is None:
        return False
    general = found["vote"] in _GENERAL
    return general != ("pemilu" in edition) or (found["year"].isdigit() and found["year"] not in edition)
