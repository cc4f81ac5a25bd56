"""Numbers of cases that stand beside an issue: "politik uang, 26 kasus", "tiga laporan netralitas ASN"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.words.values import NUMBER_WORDS, parse_count

_NUMBER = rf"(?P<n>\d{{1,3}}(?:\.\d{{3}})+|\d+|{NUMBER_WORDS})(?:\s?\([a-z ]{{3,25}}\))?"
"""A number, and the same in words behind it: "2 (dua)"."""
_CASES = r"(?P<unit>kasus|kejadian|laporan|temuan|perkara|pelanggaran|aduan)(?![a-z])"
_TIMES = r"(?P<unit>kasus|kejadian|laporan|temuan|perkara|pelanggaran|aduan|kali|putusan|rekomendasi)(?![a-z])"
"""Units of which some stand beside other things too: they count only an issue that is known."""
_CASES_BEHIND = re.compile(
    r"^(?P<label>.{6,}?)\s{0,3}(?:[:,(–-]|(?<![a-z])(?:sebanyak|berjumlah|ada|mencapai))\s{0,3}(?!(?:19|20)\d\d\s)"
    rf"{_NUMBER}\s+{_CASES}\W*$"
)
_CASES_BEFORE = re.compile(rf"^\W*{_NUMBER}\s+{_CASES}\s+(?P<label>.{{6,}})$")
_OWN_BEFORE = re.compile(rf"^\W*{_NUMBER}\s+(?P<label>(?P<unit>putusan|rekomendasi)\s.{{4,}})$")
_COUNTS = r"(?<![\w.,])(?<!no )(?<!no\. )(?<!nomor )(?<!indikator )(?<!pasal )(?!(?:19|20)\d\d\s)" + _NUMBER
"""A number that is neither a year nor that of an item."""
_RIGHT_BEFORE = re.compile(
    rf"{_COUNTS}\s+{_TIMES}\s+(?:(?:dugaan|pelanggaran|terkait|soal|tentang|praktik|berupa|terjadi|adanya|"
    r"menggelar|melakukan|melaksanakan)\s+)*$"
)
_NUMBER_BEFORE = re.compile(_COUNTS + r"\s+$")
_RIGHT_BEHIND = re.compile(rf"\s{{0,3}}(?:\(|,?\s?(?:sebanyak|berjumlah|mencapai)\s)\s*{_NUMBER}\s+{_TIMES}")
_DONE = (
    r"(?:(?:pernah|sempat|telah|sudah|juga|yang) )*(?:terjadi|digelar|dilakukan|dilaksanakan|berlangsung|"
    r"diterbitkan|dikeluarkan|disampaikan|ditemukan)"
)
_TOLD_BEHIND = re.compile(
    rf"(?:,? (?:yakni|yaitu|ada|tercatat|tercatat ada)|, | (?:{_DONE}(?: (?!dan|serta|tps)[a-z]+){{0,3}})?)\s?"
    rf"(?:sebanyak )?{_NUMBER}\s+{_TIMES}"
    r"(?=\s?(?:$|[.,;:)\"”])|\s(?:di|pada|dan|serta|sedangkan|sementara|lalu|kemudian|yang (?:kami|kita|di\w+)|"
    r"selama|sepanjang|dalam)(?![a-z]))"
)
"""A number told of an issue, behind which no other issue stands: "PSU digelar 2 kali", "..., ada 4 laporan"."""
_STATIONS_BEHIND = re.compile(rf"\s(?:{_DONE} |ada )?(?:(?:di|pada)\s|\(){_NUMBER}\s+(?P<unit>tps)(?![a-z])")
_UNITS = {"tps": "TPS", "kali": "kejadian"}
_PHRASE_OF_CASES = re.compile(
    rf"(?:^|[.;:(\"“]|^\W*(?:di|pada|untuk|kalau|sementara|sedangkan|adapun) [^,.]{{3,40}},|"
    rf"(?:kasus|kejadian|laporan|temuan|perkara|pelanggaran|aduan),?)\W{{0,20}}(?:(?:dan|serta|lalu|kemudian|"
    rf"selanjutnya|juga|ada(?:nya)?|terdapat|terjadi(?:nya)?|"
    rf"berikutnya|terakhir)\s+)*(?P<label>[a-z][a-z /-]{{9,110}}?),?\s"
    rf"(?:(?:itu |ini )?(?:sebanyak |berjumlah |mencapai |sejumlah |dengan total |dengan |ada |total )|\()?"
    rf"{_COUNTS}\s+(?={_CASES})"
)
_FEWEST = 3
"""The fewest words of an issue that no table knows."""
_NO_ISSUE = re.compile(
    r"(?<![a-z])(?:bawaslu|panwas\w*|kpu|polisi|polres|polda|polri|gakkumdu|mencatat|dicatat|menangani|"
    r"ditangani|menerima|"
    r"diterima|menemukan|total|jumlah|seluruh|semua|covid|positif|sembuh|meninggal|pemilu|pilkada|tahun|kabupaten|"
    r"kota|provinsi|kecamatan|daerah|ini|itu|tersebut|kata|ujar|dari|yakni|yaitu)(?![a-z])"
)
"""Words of sentences that report a work done, a total or where, not an issue."""


def counted_cases(lower: str) -> tuple[tuple[int, int], int, str] | None:
    """Take a number of cases off an item: where its label stands, the number and its unit; None without one.

    >>> counted_cases("politik uang, 26 kasus.")
    ((0, 12), 26, 'kasus')
    >>> counted_cases("tiga laporan kampanye di luar jadwal")
    ((13, 36), 3, 'laporan')
    >>> counted_cases("2 (dua) putusan dkpp"), counted_cases("netralitas asn")
    (((8, 20), 2, 'putusan'), None)
    """
    match = _CASES_BEHIND.match(lower) or _CASES_BEFORE.match(lower) or _OWN_BEFORE.match(lower)
    count = parse_count(match["n"]) if match else None
    return (match.span("label"), count, match["unit"]) if match and count is not None else None


def counted_stations(lower: str) -> tuple[int, int] | None:
    """Return where the label of an item ends that tells in how many polling stations it was, and their number.

    >>> counted_stations("pemungutan suara ulang pada 2 (dua) tps di pati"), counted_stations("psu di tps 4")
    ((22, 2), None)
    """
    match = _STATIONS_BEHIND.search(lower)
    count = parse_count(match["n"]) if match else None
    return (match.start(), count) if match and count is not None else None


def counted_phrases(lower: str) -> Iterator[tuple[tuple[int, int], int, str]]:
    """Yield the phrases of a folded sentence that end in a number of cases: their place, the number, its unit.

    >>> text = "lalu pemilih yang tidak memakai hak pilih sebanyak 25 kasus. adanya gudang yang bocor, 2 kasus"
    >>> [(text[slice(*place)], n) for place, n, _ in counted_phrases(text)]
    [('pemilih yang tidak memakai hak pilih', 25), ('gudang yang bocor', 2)]
    >>> list(counted_phrases("bawaslu menangani 12 kasus")), list(counted_phrases("pemilu 2019 ada 4 kasus"))
    ([], [])
    """
    for match in _PHRASE_OF_CASES.finditer(lower):
        count = parse_count(match["n"])
        if count is not None and len(match["label"].split()) >= _FEWEST and not _NO_ISSUE.search(match["label"]):
            yield match.span("label"), count, match["unit"]


def cases_beside(lower: str, start: int, end: int) -> tuple[int, str] | None:
    """Return the number of cases of the issue at ``start`` to ``end`` of a folded sentence, and their unit.

    >>> cases_beside("terdapat 12 kasus politik uang di alfa", 18, 30)
    (12, 'kasus')
    >>> cases_beside("isu pemilih ganda (5 kejadian) dan psu", 4, 17), cases_beside("3 isu: politik uang", 7, 19)
    ((5, 'kejadian'), None)
    >>> cases_beside("empat pelanggaran netralitas asn", 6, 32), cases_beside("pernah psu di dua tps", 7, 10)
    ((4, 'pelanggaran'), (2, 'TPS'))
    >>> cases_beside("psu sempat digelar 2 (dua) kali", 0, 3), cases_beside("psu, 2 laporan politik uang", 0, 3)
    ((2, 'kejadian'), None)
    >>> cases_beside("no 54 laporan politik uang", 6, 26), cases_beside("pada 2020 laporan politik uang", 10, 30)
    (None, None)
    """
    before = lower[max(0, start - 60) : start]
    behind = (pattern.match(lower, end) for pattern in (_RIGHT_BEHIND, _STATIONS_BEHIND, _TOLD_BEHIND))
    match = next(filter(None, behind), None) or _RIGHT_BEFORE.search(before)
    unit = match["unit"] if match else None
    if match is None and (own := re.match(_TIMES, lower[start:end])):
        match, unit = _NUMBER_BEFORE.search(before), own["unit"]
    count = parse_count(match["n"]) if match else None
    return (count, _UNITS.get(unit, unit)) if unit and count is not None else None
