"""Whose polling stations a number counts: the whole region's, or those of a place below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from pipeline.extract.catalog.indicators import match_indicator, may_mean
from pipeline.extract.words.values import NUMBER_WORDS

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene, Unit

Share = Literal["whole", "likely part", "part"]
"""What a count is of, as far as the words before it tell; a likely part is for a person to judge."""

_KIND = (
    r"(?:[Kk]ecamatan|[Kk]ec\.?|[Dd]istrik|[Dd]esa|[Kk]elurahan|[Kk]alurahan|[Kk]apanewon|[Kk]emantren|[Nn]agari|"
    r"[Kk]ampung|[Gg]ampong|[Pp]ekon|[Dd]usun|[Ll]ingkungan|[Pp]ulau|[Dd]apil|[Dd]aerah [Pp]emilihan|[Zz]ona|"
    r"[Pp]anwascam|[Pp]anwaslucam|[Pp]anwaslu (?:[Kk]ecamatan|[Dd]istrik|[Dd]esa|[Kk]elurahan)|PPK|PPS|PKD)"
)
_PROPER = r"[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2}"
_NAMED = rf"{_KIND} (?:{_PROPER}|\d{{1,2}}\b)"
_AREA = (
    r"(?:[Ww]ilayah|[Kk]awasan|[Dd]aerah|[Bb]agian|[Zz]ona|[Ss]isi)(?:nya)? "
    r"(?:utara|selatan|barat|timur|tengah|pesisir|pegunungan|perbatasan|perkotaan|perdesaan|pedesaan|pedalaman|hulu|"
    r"hilir|atas|bawah|daratan|kepulauan|pantai|pantura|pinggiran)(?: [a-z]+)?"
)
_HAS = (
    r"(?:(?:itu|tersebut|sendiri|saja|juga|pun|tercatat|ada|terdapat|sebanyak|sejumlah|dengan|memiliki|mempunyai|punya|"
    r"mencatat(?:kan)?|melaporkan|menyumbang(?:kan)?|menemukan|mencapai|yakni|yaitu) ){0,3}"
)
_LEADS = re.compile(rf"(?:{_NAMED}|{_AREA})(?P<end>)[\s,:(–-]{{0,3}}{_HAS}$")
"""A place right before a count: "Kecamatan Cepu 12 TPS", "Dapil 3 menyumbang 17 TPS"."""
_HAS_ONLY = re.compile(rf"[\s,:(–-]{{0,3}}{_HAS}")
_OPENS = re.compile(
    rf"^\W*(?:(?:[Dd]i|[Pp]ada|[Uu]ntuk|[Dd]ari|[Kk]husus|[Ss]edangkan|[Ss]ementara|[Ll]alu|[Kk]emudian|[Aa]dapun|"
    rf"[Ss]elain itu|[Bb]erikutnya|[Ss]elanjutnya|,) ?){{0,3}}(?:{_NAMED}|{_AREA})(?P<end>)"
)
"""A sentence that speaks of a place: "Di Kecamatan Cepu ditemukan ..."."""
_NO_PLACE = (
    r"(?:TPS|DPT|Tps|Pemilu|Pilkada|Pilgub|Pilpres|Pemilihan|Indonesia|Kabupaten|Kota|Provinsi|Bawaslu|KPU|Lapas|Rutan|"
    r"Bumi|Negeri|Tanah|Ranah|Daerah|Wilayah|Jumat|Senin|Selasa|Rabu|Kamis|Sabtu|Minggu|Januari|Februari|Maret|April|Mei|"
    r"Juni|Juli|Agustus|September|Oktober|November|Desember)"
)
_CHIEF_TOWN = re.compile(r" Kota\b")
_CITIES = "71"  # the first number of a city within its province
_IN_NAME = re.compile(
    rf"(?<![\w])[Dd]i (?!{_NO_PLACE}\b)(?P<name>[A-Z][a-z'-]{{2,}})(?: [A-Z][a-z'-]+)*"
    rf"(?:(?:, | dan )(?:{_KIND} )?{_PROPER})*[\s,:]{{0,2}}{_HAS}$"
)
"""A place by its mere name right before a count: "Di Punduh Pidada dan Legundi itu ada 5 TPS"."""
_ROW_OF = re.compile(rf"^\W*(?P<name>[A-Z][a-z'-]{{2,}})(?: [A-Z][a-z'-]+){{0,2}}\s?(?:[:–]|,? ?-)?\s?{_HAS}$")
"""A name that heads its counts: "Babat: 7 TPS rawan bencana"."""
_NAME_INSIDE = re.compile(
    r"(?:[:,;(]|\b(?:[Aa]dalah|[Ii]alah|[Yy]aitu|[Yy]akni|[Tt]erbanyak|[Tt]ertinggi|[Dd]isusul|[Dd]iikuti|[Dd]an|"
    r"[Ss]erta|[Ll]alu|[Kk]emudian|oleh)) (?P<name>[A-Z][a-z'-]{3,}(?: [A-Z][a-z'-]{2,}){0,2})"
    r"[\s,(:]{0,3}(?:(?:dengan|sebanyak|ada|terdapat) ){0,2}$"
)
"""A mere name between an issue and its number: "Rawan bencana: Paron 14 TPS"."""
_TOLD_THERE = re.compile(
    r"(?<![a-z])(?:kata|ujar|menurut|jelas|ungkap|tutur|sebut|papar|terang|ucap|tegas|imbuh)(?:nya)?"
    r"(?: [a-z.']+){0,4} (?:panwascam|panwaslucam|panwaslu (?:kecamatan|distrik)|pkd|ppk|pps)(?![a-z])"
)
"""Words by which the supervisors of a district have said what stands beside them."""
_NO_NAME = re.compile(
    r"(?:sebanyak|sejumlah|ada|adanya|terdapat|tercatat|terdata|terpantau|ditemukan|didapati|dari|lalu|kemudian|lantas|"
    r"selanjutnya|berikutnya|berikut|terakhir|juga|serta|selain|sementara|sedangkan|adapun|total|totalnya|jumlah|"
    r"jumlahnya|rinciannya|perinciannya|rincian|hasil|hasilnya|catatan|untuk|masing|pertama|kedua|ketiga|keempat|kelima|"
    r"keenam|ketujuh|kedelapan|kesembilan|kesepuluh|antara|yaitu|yakni|diantaranya|termasuk|khusus|pada|dalam|dengan|"
    r"bahkan|namun|tetapi|tapi|kini|saat|tahun|hanya|cuma|sekitar|hampir|lebih|minimal|setidaknya|sedikitnya|tak|tidak|"
    r"belum|nihil|nol|kosong|tambah|ditambah|disusul|diikuti|meliputi|mencakup|terdiri|yang|potensi|indikator|isu|"
    r"kategori|variabel|aspek|faktor|dimensi|tahapan|kerawanan|rawan|temuan|data|detail|detailnya|keterangan|contohnya|"
    r"misalnya|terlambat|kampanye|relokasi|gangguan|dugaan|kasus|terbanyak|tertinggi|terendah|paling|keamanan|logistik|netralitas|lokasi|jaringan|listrik|internet|sinyal|"
    r"bencana|banjir|dptb|dpk|dpt|kpps|asn|psu|tms|lapas|rutan|pemilih|politik|politisasi|penggunaan|hak|riwayat|aksesibilitas|"
    r"infrastruktur|disabilitas|kampanye|distribusi|panwaslih|panwaslu|bawaslu|kpu|tps|kita|kami|ini|itu|ya|juga|"
    rf"{NUMBER_WORDS})(?:nya)?"
)
"""Words that open a sentence, or name what is counted, where a name might stand."""
_OF_ALL = re.compile(
    r"(?<![a-z])(?:total(?:nya)?|keseluruhan(?:nya)?|seluruh(?:nya)?|semua(?:nya)?|se-?\s?(?:kabupaten|kota|provinsi)|"
    r"tingkat (?:kabupaten|kota|provinsi)|secara (?:umum|keseluruhan)|rekap\w*|gabungan|digabung\w*)(?![a-z])"
)
"""Words by which a count is of the whole again: "total 31 TPS rawan bencana"."""
_TURNS = re.compile(r"[;.]|(?<![a-z])(?:sementara|sedangkan|adapun|namun|tetapi|tapi|lalu|kemudian)(?![a-z])")
_CONNECTED = re.compile(r"[^a-z]*(?:(?:dan|serta|juga|lalu|kemudian|ada|sebanyak)[^a-z]*)*")
_BEHIND = re.compile(
    rf"[^,.;:()\d]{{0,70}}(?<!besar )(?<!umumnya )(?<!terbanyak )(?<!kebanyakan )(?<!terutama )(?<!banyak )"
    rf"(?:di|pada) (?:wilayah )?{_NAMED}"
)
"""A place behind a count, that all of it lies in: "9 TPS rawan bencana di Kecamatan Cepu"."""
_GOES_ON = re.compile(
    r"^\W*(?:juga|lalu|kemudian|selain itu|ada (?:juga|pula|lagi)|di (?:sana|situ)|disana|selanjutnya|berikutnya|"
    r"terdapat (?:juga|pula)|serta|ditambah)(?![a-z])"
)
_HEADING = re.compile(
    rf"\W*(?:(?P<kind>{_NAMED})|(?P<name>[A-Z][A-Za-z'-]{{2,}})(?: [A-Z][A-Za-z'-]+){{0,2}})\s?:?"
)
_ROWS = 30
"""How many rows above a count its heading is looked for."""


def shares(line: Line, scene: Scene, counts: Sequence[tuple[int, int]]) -> tuple[Share, ...]:
    """Tell of each count of a line, from start to end in it, whether it is of a place below the region.

    "Kecamatan Cepu: 5 TPS rawan bencana, 7 TPS ...": what follows goes on with the place, up to a region that is
    named or a word such as "total".
    """
    text = line.unit.passage.text[line.start : line.end]
    state: Share = "likely part" if counts and _goes_on_with_place(line, counts[0][0]) else "whole"
    free = 0
    there = _TOLD_THERE.search(line.lower) is not None
    found: list[Share] = []
    for place, (start, end) in enumerate(counts):
        following = counts[place + 1][0] if place + 1 < len(counts) else len(text)
        told = _told(line, scene, (free, start), first=place == 0)
        if told is not None:
            state = told
        elif "whole" in found and not _CONNECTED.fullmatch(line.lower, free, start):
            state = "whole"  # "politik uang 14 TPS, 8 TPS di Kecamatan Cepu, riwayat PSU 9 TPS"
        elif state == "part" and _TURNS.search(line.lower, free, start):
            state = "likely part"
        behind = state == "whole" and (there or _BEHIND.match(text, end, following) is not None)
        found.append("likely part" if behind else state)
        free = end
    return tuple(found)


def _told(line: Line, scene: Scene, bounds: tuple[int, int], *, first: bool) -> Share | None:
    """Return what the words before a count, from ``bounds`` of the line, say it is of; None without any."""
    free, start = bounds
    text = line.unit.passage.text[line.start : line.end]
    before = text[free:start]
    named = _LEADS.search(before) or (_OPENS.match(before) if first else None)
    if named and not _is_region(line, free + named.end("end"), start):
        return "part"
    if _is_below(line, text, free, start):
        return "part"
    if _OF_ALL.search(line.lower, free, start) or any(
        line.start + free <= mention.start and mention.end <= line.start + start for mention, _ in line.regions
    ):
        return "whole"
    mere = _IN_NAME.search(before)
    if mere and not _is_region(line, free + mere.end("name"), start):
        return "part"
    heads = free == 0 or text[free:].lstrip()[:1] in {".", ";"}
    row = _ROW_OF.match(before) if heads and not line.unit.mentions_in(line.start, line.end) else None
    found = (row, _NAME_INSIDE.search(before))
    return "likely part" if any(one and _is_name(one["name"], scene) for one in found) else None


def _is_below(line: Line, text: str, free: int, start: int) -> bool:
    """Tell whether a count follows what but bears a region's name: "Desa Tuban 12 TPS", "Blora Kota 12 TPS"."""
    below = [mention for mention in line.unit.mentions_in(line.start + free, line.start + start) if mention.below]
    towns = [m for m, _ in line.regions if all(code.split(".")[-1] < _CITIES for code in m.codes)]
    return any(_HAS_ONLY.fullmatch(text, mention.end - line.start, start) for mention in below) or any(
        line.start + free <= town.start and _CHIEF_TOWN.match(text, town.end - line.start, start) for town in towns
    )


def _is_name(words: str, scene: Scene) -> bool:
    """Tell whether words that may be a name mean no issue and are none of the words that open sentences."""
    first = words.split(maxsplit=1)[0].lower()
    return _NO_NAME.fullmatch(first) is None and match_indicator(words, scene.reference).decision == "none"


def _is_region(line: Line, low: int, high: int) -> bool:
    """Tell whether a region stands where a place was found, or between it and its count."""
    return any(line.start + low <= m.end and m.start < line.start + high for m, _ in line.regions)


def _goes_on_with_place(line: Line, start: int) -> bool:
    """Tell whether a sentence goes on with the place of which the one before it has told numbers."""
    earlier = [bounds for bounds in line.unit.passage.sentences if bounds[1] <= line.start]
    if not earlier or line.regions or not _GOES_ON.match(line.lower):
        return False
    before = line.unit.passage.text[slice(*earlier[-1])]
    return _OPENS.match(before) is not None and _OF_ALL.search(line.lower, 0, start) is None


def is_under_place(line: Line, scene: Scene) -> bool:
    """Tell whether the rows of counts that a line belongs to stand under the name of a place below the region."""
    above = scene.units[max(0, line.unit.position - _ROWS) : line.unit.position]
    heading = next((unit for unit in reversed(above) if not re.search(r"\d", unit.passage.text)), None)
    if heading is None or line.regions or any(not mention.below for mention in heading.mentions):
        return False
    named = _HEADING.fullmatch(heading.passage.text)
    if named is None:
        return False
    wording = _is_wording(heading) or may_mean(heading.passage.text, scene.reference)
    return named["kind"] is not None or (_is_row(line.unit) and not wording)


def _is_row(unit: Unit) -> bool:
    """Tell whether a unit is a row, of a list or by its length."""
    return unit.block.kind == "list_item" or len(unit.passage.text) < 60


def _is_wording(heading: Unit) -> bool:
    """Tell whether a heading is made of words for what is counted, and not of a name."""
    return any(_NO_NAME.fullmatch(word) for word in re.findall(r"[a-z]+", heading.passage.lower))
