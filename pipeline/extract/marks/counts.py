"""Numbers of regions, "85 kabupaten/kota", and ranks, "urutan ke-3"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.marks.kinds import CountMark, RankMark, overlaps
from pipeline.extract.words.values import NUMBER_WORDS, ORDINALS, parse_count, parse_rank
from pipeline.model import TallyLevel

_COUNT = rf"(?:{NUMBER_WORDS}|\d{{1,3}}(?:\.\d{{3}})*)"
_REGENCIES = (
    r"kabupaten\s?(?:/|dan|atau|-|maupun|,)?\s?(?:dan )?kota|kab\s?/\s?kota|kota kabupaten|daerah tingkat dua|"
    rf"kabupaten|kota(?! [a-z]+ )|kota(?=,? (?:dan|serta) {_COUNT} kabupaten(?![a-z/]))"
)
_NOUNS = (
    r"(?P<province>provinsi|propinsi|pilgub|pemilihan gubernur(?: dan wakil gubernur)?)|"
    r"(?P<election>pemilihan bupati\s?(?:/|dan|atau)\s?wali ?kota|pilbup(?:\s?(?:/|dan)\s?pilwal?kot)?|"
    r"pilwal?kot)|"
    rf"(?P<regency_city>{_REGENCIES})|(?P<district>kecamatan|distrik|kapanewon)|"
    r"(?P<any>(?:daerah|wilayah)(?! pemilihan))"
)
_LEVELS: dict[str | None, TallyLevel] = {
    "province": "province",
    "regency_city": "regency_city",
    "election": "regency_city",
    "district": "district",
}
_NOT_A_RANK = "".join(
    rf"(?<!{word} )" for word in ("peringkat", "urutan", "posisi", "ranking", "rangking", "nomor", "salah")
)
_COUNTED = re.compile(
    rf"(?<![\w.,-])(?<!ke )(?<!ke-){_NOT_A_RANK}(?P<n>{_COUNT})(?: \((?:[a-z ]+|[\d.,]+ ?(?:persen|%))\))?"
    rf"(?: di antara| dari(?: total| jumlah)? (?P<whole>\d+|{NUMBER_WORDS}))?\s+\(?\s?(?:{_NOUNS})(?![a-z])"
    r"(?! (?:ini|itu|tersebut)(?![a-z]))"
)
_OTHER_KIND = re.compile(
    rf"(?:(?<=\skabupaten),? (?:dan|serta) (?P<cities>{_COUNT}) kota|"
    rf"(?<=\skota),? (?:dan|serta) (?P<regencies>{_COUNT}) kabupaten)(?![a-z/])"
)
"""The number of the other kind behind one: "dua kabupaten dan tiga kota rawan tinggi" counts five."""
_MEMBERS = re.compile(
    r"(?<![a-z])(?:adalah|merupakan|menjadi|jadi|termasuk|sebagai|ialah|salah|masuk|yakni|yaitu) $"
)
"""Words by which so many of a number are regions named before: "Alfa menjadi satu dari lima daerah"."""
_UNIVERSE = re.compile(
    r"(?:(?<!terdiri )dari|(?<!ada )(?<!terdapat )di|se|terhadap|seluruh|antara|kerawanan)\s*"
    r"(?:total |jumlah )?$"
)
_SHARED_OUT = re.compile(
    r"(?: di [a-z ]{3,40}?)?(?:\s?:|\s\(|,? (?:dengan rincian(?:nya)?|rinciannya|"
    rf"(?:yang )?ter(?:diri|bagi)(?: dari| atas| dalam| menjadi)?)[:,]?)\s?(?P<part>{_COUNT})(?: \(\d+\))?"
    r"(?: [a-z/]+){0,5}? (?:(?:ke)?rawan(?:an)?|kategori(?:nya)?|kelompok|tinggi|sedang|rendah|merah|kuning|"
    r"hijau)(?![a-z])"
)
"""Words behind a number of regions that share it out: "memiliki 35 kabupaten/kota: empat rawan tinggi, ..."."""
_NONE_OF = re.compile(
    r"(?:tidak|tak) (?:(?:ada |terdapat )?(?:satu ?pun|sebuah pun)(?: dari)?|ada|terdapat) "
    r"(?P<noun>provinsi|kabupaten[ /]?(?:dan |/)?kota|kabupaten|daerah|kota)"
)
_SOME_OF = re.compile(
    rf"dari \d+ (?P<noun>provinsi|kabupaten[ /]?(?:dan )?kota|kabupaten|daerah)[^.;\d]{{0,50}}?"
    rf"(?:ada|terdapat|hanya|sebanyak) (?P<n>{_COUNT}) (?=yang |di antaranya |masuk |berkategori )"
)

HEADS_LIST = re.compile(
    r"(?:^|(?<=[.!?] ))(?:[a-z\d]{1,3}[.)] )?"
    r"(?:(?P<province>provinsi)|(?P<regency_city>kabupaten[ /]+kota|kabupaten|kota)|(?P<any>daerah|wilayah))"
    r"(?: (?:dengan|yang|masuk|berada|di|pada|kategori|tingkat|level|kerawanan|rawan|zona))* "
    r"(?:tinggi|sedang|rendah|merah|kuning|hijau) \((?P<n>\d{1,3})\)\s*:?\s*$"
)
"""The head of a list that says how many it holds: "Kabupaten/kota dengan kerawanan tinggi (2):"."""

_RANK = re.compile(
    r"(?<![a-z])(?:urutan(?:nya)?|peringkat(?:nya)?|rangking|ranking|rank|posisi(?:nya)?|terawan|tertinggi|"
    r"nomor urut|nomor(?= (?:satu|dua|tiga|empat|lima)(?! (?:urut|tahun))(?![a-z]))|"
    r"(?<=di )nomor(?! \d+,? (?:jalan|jl|rt|tahun))|(?<=menempati )nomor)(?: (?:di|yang|rawan|kerawanan|ikp|"
    r"nasional))*\s*"
    rf"(?P<rank>ke\s?-?\s?\d+|\d+(?![.,]?\d)|ke {NUMBER_WORDS}|ke-{NUMBER_WORDS}|"
    rf"{'|'.join(sorted(ORDINALS, key=len, reverse=True))}|"
    rf"{NUMBER_WORDS})(?![a-z]|[.,]\d| besar|,? (?:hingga|sampai|s/d) ke)"
)


def count_marks(sentence: str) -> Iterator[CountMark]:
    """Find the numbers of regions in a folded sentence.

    >>> [(m.n, m.level, m.universe) for m in count_marks("dari 34 provinsi, lima daerah dan 85 kabupaten/kota")]
    [(34, 'province', True), (5, None, False), (85, 'regency_city', False)]
    >>> [(m.n, m.level) for m in count_marks("kabupaten/kota dengan kerawanan tinggi (2):")]
    [(2, 'regency_city')]
    """
    taken: list[tuple[int, int]] = []
    for match in HEADS_LIST.finditer(sentence):
        level = _LEVELS.get(next(kind for kind in ("province", "regency_city", "any") if match[kind]))
        start, end = match.span("n")
        yield CountMark(start=start, end=end, n=int(match["n"]), level=level, universe=False)
    for match in _NONE_OF.finditer(sentence):
        taken.append(match.span())
        yield CountMark(start=match.start(), end=match.end(), n=0, level=_level_of(match["noun"]), universe=False)
    for match in _SOME_OF.finditer(sentence):
        if n := parse_count(match["n"]):
            taken.append(match.span("n"))
            start, end = match.span("n")
            yield CountMark(start=start, end=end, n=n, level=_level_of(match["noun"]), universe=False)
    for match in _COUNTED.finditer(sentence):
        counted = "whole" if match["whole"] and _MEMBERS.search(sentence[: match.start()]) else "n"
        n, start = parse_count(match[counted]), match.start(counted)
        if n is not None and not overlaps(*match.span(), taken):
            universe = _UNIVERSE.search(sentence[:start]) is not None or _is_shared_out(sentence, match.end(), n)
            level = _LEVELS.get(match.lastgroup)
            more, end = _of_other_kind(sentence, match.end())
            taken.append((start, end))
            yield CountMark(start=start, end=end, n=n + more, level=level, universe=universe)


def _is_shared_out(sentence: str, position: int, n: int) -> bool:
    """Tell whether ``n`` regions, named up to ``position``, are all there are, for the levels of parts follow.

    >>> text = "memiliki 35 kabupaten/kota: empat rawan tinggi, 20 rawan sedang"
    >>> _is_shared_out(text, text.index(":"), 35), _is_shared_out("5 daerah: 35 daerah rawan sedang", 8, 5)
    (True, False)
    """
    part = _SHARED_OUT.match(sentence, position)
    return part is not None and (parse_count(part["part"]) or n) < n


def _of_other_kind(sentence: str, position: int) -> tuple[int, int]:
    """Return the number of cities counted with regencies, or of regencies with cities, and where its words end."""
    other = _OTHER_KIND.match(sentence, position)
    n = parse_count(other["cities"] or other["regencies"]) if other else None
    return (n, other.end()) if other and n else (0, position)


def _level_of(noun: str) -> TallyLevel:
    return "province" if noun == "provinsi" else "regency_city"


def rank_marks(sentence: str) -> Iterator[RankMark]:
    """Find the ranks that a folded sentence states.

    >>> [mark.rank for mark in rank_marks("urutan ke-3, peringkat sembilan, posisi pertama, posisi 10 besar")]
    [3, 9, 1]
    """
    for match in _RANK.finditer(sentence):
        rank = parse_rank(match["rank"])
        if rank is not None:
            yield RankMark(start=match.start(), end=match.end(), rank=rank)
