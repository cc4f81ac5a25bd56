"""How sure a tally is: the number may be rough, or the whole that it counts in doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.marks.kinds import CountMark
from pipeline.extract.scene.asides import is_container
from pipeline.extract.scene.line import Line
from pipeline.extract.tally_scopes import NATION, is_in_part, is_on_nation, names_whole
from pipeline.extract.words.values import NUMBER_WORDS
from pipeline.reference.calibration import KNOWN_DOUBT

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene

_ABOUT_SO_MANY = re.compile(
    r"(?<![a-z])(?:sekitar|kira-kira|kurang lebih|hampir|nyaris|lebih dari|kurang dari|tak kurang dari|setidaknya|"
    r"sedikitnya|sekurangnya|minimal|maksimal|paling sedikit|paling banyak|hingga|sampai)\s$"
)
"""Words by which a number is no count but a bound or a guess: "sekitar 10 daerah"."""
_CONTRIBUTES = re.compile(r"(?<![a-z])(?:menyumbang(?:kan)?|berkontribusi|kontribusi|punya andil)(?![a-z])")
_IN = re.compile(r"\s(?:yang ada )?di\s")
_HAS = re.compile(r"\s(?:memiliki|mempunyai|punya)\s(?:sebanyak |ada )?")
"""What stands between a regency and the number of its own parts: "Alfa memiliki tiga daerah rawan tinggi"."""
_REST = re.compile(r"\s(?:yang )?(?:lain(?:nya)?|sisanya|selebihnya|lagi)(?![a-z])")
_ONE_KIND = re.compile(
    rf"(?:\d|(?<![a-z])(?:{NUMBER_WORDS})) kabupaten (?:dengan |yang |masuk |ber|kategori |rawan |kerawanan )"
    rf".*(?:\d|(?<![a-z])(?:{NUMBER_WORDS})) kota (?:dengan |yang |masuk |ber|kategori |rawan |kerawanan )"
)
"""Regencies and cities of a level counted apart: neither is the number of both."""
_KINDS = {"regency": "kab", "city": "kota"}
_BOTH_KINDS = re.compile(
    r"(?<![a-z])kab(?:upaten|\.)?\s?(?:/|dan|maupun|atau|serta)\s?kota|kota\s?(?:/|dan|maupun|atau)\s?kab"
)


_CLAUSE_START = re.compile(
    r"[.;:\"“”(]|(?<!tinggi)(?<!sedang)(?<!rendah),|(?<![a-z])(?:sedangkan|sementara|adapun)(?![a-z])"
)
_VERB = re.compile(r"(?<![a-z])(?:me[a-z]{4,}|di[a-z]{4,}|ber[a-z]{3,}|ter[a-z]{3,})(?![a-z])")
_STATES = re.compile(
    r"men(?:catat|cakup|capai|dapat|empat|etap|emu|gata|gungkap|gumum|gategori|gelompok|ggolong|gidentifikasi|ghasil|"
    r"ghitung|ghimpun|gklaim|gaku|ilai|jadi|jelas|erang|ambah|egas|ampil|unjuk|utur|urut|yebut|yampai|yata|yandang|yimpul|"
    r"andai|demikian)[a-z]*|"
    r"mem(?:apar|eta|iliki|punyai|bagi|beber|beri|uat|otret|asuk|utuskan)[a-z]*|"
    r"me(?:lapor|lihat|rilis|rujuk|rupakan|luncur|liputi|lansir|rinci|ncatat)[a-z]*|"
    r"di(?:catat|sebut|tetap|tempat|kategori|golong|kelompok|nilai|nyata|anggap|cap|beri|peta|identifikasi|kata|pandang|"
    r"tandai|rilis|label|dapat|temu|masuk|antara|mana|hitung|peroleh|ketahui|banding|warna|umum)[a-z]*|"
    r"ber(?:dasar[a-z]*|ada|status|kategori|kerawanan|jumlah|ikut|predikat|label|tingkat|level|warna|zona)|"
    r"dimensi|bersama|berbagai|media|menteri|dinas|direktur|divisi|diskusi|berita|merah|daerah|"
    r"ter(?:dapat|catat|masuk|golong|sebar|diri|data|letak|tinggi|rendah|banyak|sebut|pantau|identifikasi|petakan)"
)
"""Verbs by which a count of a level is stated; of another the regions merely do or suffer something."""
_GUESTS = re.compile(
    r"(?<![a-z])(?:hadir|perwakilan|wakil|peserta|utusan|delegasi|tamu|undangan|pengawas|staf|anggota|jajaran|petugas)"
    r"(?: [a-z]+){0,2} $|(?<![a-z])(?:untuk|bagi|kepada|oleh) (?:sebanyak |ke-?)?$"
)
_NUMBER_FIRST = re.compile(rf"\d|{NUMBER_WORDS}(?![a-z])")
_DEED_BEHIND = re.compile(
    r"\s(?:yang )?(?:(?:akan|belum|sudah|telah|baru|mulai|juga|ikut|turut|siap|wajib|harus|bisa|dapat|resmi) )*"
    r"(?P<verb>(?!mendapat)[a-z]+|mendapat(?P<gift>[a-z]*))"
)


def is_of_deeds(line: Line, start: int, end: int) -> bool:
    """Tell whether the regions counted at ``start`` to ``end``, with the level, merely do something.

    "Bawaslu menyambangi 12 daerah rawan sedang", "baru 12 kabupaten rawan sedang yang menyerahkan laporan".
    """
    before = line.between(line.start, start)
    clause = before[max([0, *(found.end() for found in _CLAUSE_START.finditer(before))]) :]
    verbs = _VERB.findall(clause)
    first = _NUMBER_FIRST.match(line.between(start, end)) is not None
    if (verbs and not _STATES.fullmatch(verbs[-1])) or (first and _GUESTS.search(clause)):
        return True
    deed = _DEED_BEHIND.match(line.between(end, line.end))
    if deed is None or _VERB.fullmatch(deed["verb"]) is None:
        return False
    return deed["gift"] is not None or not _STATES.fullmatch(deed["verb"])


def confidence_of(line: Line, count: CountMark, bounds: tuple[int, int], scope: str | None, scene: Scene) -> float:
    """Return how sure a count of a level is: of an unknown scope, about so many, of a whole in doubt.

    ``bounds`` are where the count with its level begins and ends.
    """
    if is_of_deeds(line, *bounds) or _is_of_other_province(line, count, scope, scene):
        return KNOWN_DOUBT
    about = _ABOUT_SO_MANY.search(line.between(line.start, count.start)) is not None
    return min(0.5 if scope is None else KNOWN_DOUBT if about else 0.93, _sureness(line, count, scope, scene))


def _is_of_other_province(line: Line, count: CountMark, scope: str | None, scene: Scene) -> bool:
    """Tell whether a line speaks of another province than that whose parts are taken to be counted."""
    if scope in {None, "ID"} or count.level == "district":
        return False
    named = {s.code for mention, s in line.regions if mention.end <= count.start and s.code is not None}
    provinces = {code for code in named if code in scene.places.regions and code == scene.places.province_of(code)}
    return bool(provinces) and scope not in provinces


def _sureness(line: Line, count: CountMark, scope: str | None, scene: Scene) -> float:
    """Return how sure a count is whose whole is in doubt: of the nation or a province, of one kind of parts."""
    provinces = scope == "ID" and count.level == "province"
    both = any(m for m, s in line.regions if s.code not in {None, "ID"} and is_container(line, m))
    nation = NATION.search(line.lower) is not None or scope == "ID"
    kind = _noun_of(line, count)
    if scope == "ID" and (_CONTRIBUTES.search(line.lower) or _may_be_of_own(line, count, scene)):
        return KNOWN_DOUBT
    if line.inherited.tally_scope == "ID" and scope != "ID" and _REST.match(line.between(count.end, line.end)):
        return KNOWN_DOUBT  # the rest of those of the nation, or of the province
    in_part = is_in_part(line, count, scene) or (line.inherited.in_part and not names_whole(line, scene))
    if in_part or _is_of_regency(line, count):
        return KNOWN_DOUBT
    if count.level == "district" and scope != scene.context.own and not line.regions:
        return KNOWN_DOUBT  # of an office's region, which the line does not name
    halves = _ONE_KIND.search(line.lower) is not None and "/" not in kind and "dan" not in kind
    halves = halves or (_BOTH_KINDS.search(line.lower) is None and _is_of_one_kind(kind, scope, scene))
    return KNOWN_DOUBT if (both and nation and not provinces) or (halves and scope != "ID") else 1.0


def _may_be_of_own(line: Line, count: CountMark, scene: Scene) -> bool:
    """Tell whether a count that goes on with one of the nation may be of the document's province again.

    "... peringkat keempat dari 261 kabupaten/kota. Enam daerah lainnya masuk rawan sedang".
    """
    parts = scene.places.parts_of(scene.places.province_of(scene.context.own))
    goes_on = is_on_nation(line, count) and NATION.search(line.lower) is None
    return goes_on and count.level not in {"province", "district"} and count.n <= len(parts)


def _noun_of(line: Line, count: CountMark) -> str:
    """Return a count with its noun; one without has that before: "9 kabupaten rawan tinggi dan 12 sedang"."""
    marked = [mark for mark in line.marks if isinstance(mark, CountMark)]
    before = [mark for mark in marked if mark.end <= count.start]
    told = count if count in marked or not before else before[-1]
    return line.between(told.start, told.end + 1)


def _is_of_one_kind(noun: str, scope: str | None, scene: Scene) -> bool:
    """Tell whether a count is of the cities or of the regencies of a province that has both."""
    named = {kind for kind, word in _KINDS.items() if re.search(rf"(?<![a-z]){word}", noun)}
    parts = {scene.places.regions[code].level for code in scene.places.parts_of(scope)}
    return len(named) == 1 and len(parts & _KINDS.keys()) > 1


def _is_of_regency(line: Line, count: CountMark) -> bool:
    """Tell whether a count is of what a regency has: "Kabupaten Alfa memiliki tiga daerah rawan tinggi"."""
    if count.level == "district":
        return False
    regencies = [mention for mention, subject in line.regions if "." in (subject.code or "")]
    return any(
        _HAS.fullmatch(line.between(mention.end, count.start))
        or _IN.fullmatch(line.between(count.end, mention.start))
        for mention in regencies
    )
