"""Regions that a line names without speaking of them: where things are or were said, compared, excepted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.scene.line import GAP, Line
from pipeline.extract.scene.rows import LIST_JOINER

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention


def is_container(line: Line, mention: Mention) -> bool:
    """Tell whether a region only says where: "7 kabupaten di Provinsi Alfa"."""
    before = line.between(max(line.start, mention.start - GAP), mention.start)
    return _CONTAINED.search(before) is not None or _is_bracketed(line, mention)


def _is_bracketed(line: Line, mention: Mention) -> bool:
    """Tell whether a region stands in brackets behind a name that no table knows: "Halmahera (Maluku Utara)"."""
    text = line.unit.passage.text
    name = _NAME_BEFORE_BRACKET.search(text[line.start : mention.start])
    if name is None or not text[mention.end :].startswith(")"):
        return False
    start = line.start + name.start("name")
    return not any(other.start <= start < other.end for other, _ in line.regions)


_NAME_BEFORE_BRACKET = re.compile(r"(?<![\w.])(?!Prov|Bawaslu|Panwas)(?P<name>[A-Z][a-z]{3,}) \((?:Provinsi )?$")
_CONTAINED = re.compile(
    r"(?:(?<![a-z])(?:di|se-?|dari|wilayah|tingkat|seluruh|pada pemilihan gubernur|k[ae]residenan)|bawaslu)\s?$|"
    r"(?<![a-z])(?:kecamatan|kec\.|desa|kelurahan|distrik|nagari|kapanewon)\s(?:[a-z'-]+\s){0,2}[a-z'-]+,\s$"
)
_ONLY_FROM = (
    r"(?:(?:pe)?mekar(?:an)?|dimekarkan|pecahan|memisahkan diri|pindah(?:an)?|berasal|kelahiran|lahir|tinggal|"
    r"berdomisili|bertugas|menjabat|mengabdi)(?: (?:sebagai )?[a-z]+){0,3} (?:dari|di)"
)
"""Words before a region that something or someone comes from: "pemekaran dari Alfa", "pernah menjabat di Beta"."""
_BESIDE = (
    r"(?:(?:km|kilometer|jam|menit|mil)(?: perjalanan)? dari|"
    r"(?:di|sebelah) (?:utara|selatan|barat|timur|barat laut|barat daya|timur laut|tenggara))"
)
_ASIDE = re.compile(
    r"(?:setelah|di bawah|dibawah|di atas|diatas|(?:dibanding(?:kan)?(?: dengan)?|daripada|ketimbang|"
    r"lebih [a-z]+ dari)(?: di)?|melampaui|mengungguli|mengalahkan|"
    r"(?:berbeda|beda|lain|berlainan) (?:dengan|dari)|kecuali|selain|bersama|bukan|tetangga|mewakili|"
    rf"{_BESIDE}|"
    r"(?:berbatasan (?:langsung )?|bertetangga |bersebelahan |berdekatan |dekat )dengan|"
    rf"(?<![a-z]){_ONLY_FROM})\s"
    r"(?:kabupaten |kota |provinsi )?$"
)
"""Words before a region that is compared with or excepted, not spoken of."""
NEIGHBOUR = re.compile(
    rf"(?:(?<![a-z])(?:bukan|tetangga|mewakili|{_BESIDE})|"
    r"(?:berbatasan (?:langsung )?|bertetangga |bersebelahan |berdekatan |dekat )dengan|"
    rf"(?<![a-z]){_ONLY_FROM})\s(?:kabupaten |kota )?$"
)
"""Words before a region that only lies beside the one spoken of, or that it comes from."""
COMES_FROM = re.compile(
    rf"(?<![a-z])(?:{_ONLY_FROM}|(?:pulang|kembali|berkunjung|kunjungan|studi (?:tiru|banding))(?: [a-z]+){{0,3}} "
    r"(?:dari|di|ke))\s(?:kabupaten |kota |provinsi )?$"
)
"""Words before a region of which nothing is told: one comes from there, or was there."""


def is_aside(line: Line, mention: Mention, words: re.Pattern[str] = _ASIDE) -> bool:
    """Tell whether one of ``words`` stands before a region, or before a list that it goes on with."""
    if _is_spoken_of(line, mention):
        return False
    if names_capital(line, mention) or (words in (_ASIDE, NEIGHBOUR) and is_apposition(line, mention)):
        return True
    first = mention
    for other, _ in reversed(line.regions):
        if other.end <= first.start:
            if not LIST_JOINER.fullmatch(line.between(other.end, first.start)[:GAP]):
                break
            first = other
    return words.search(line.between(max(line.start, first.start - GAP), first.start)) is not None


_APPOSED = re.compile(
    r"(?:,\s|\s?\(\s?)(?:yang )?(?:[a-z'-]+ ){0,5}?"
    r"(?:(?:hasil )?(?:pe)?mekaran(?:nya)?|dimekarkan|pecahan|sempalan|(?:daerah |kabupaten |kota )?induk(?:nya)?|"
    r"asal|eks|bekas|bagian|wilayah|tetangga|dekat|menuju|ibu ?kota|dikelilingi|diapit|enklave|halaman|perbatasan|"
    r"(?:ber)?batasan|sebelah|ujung|antara|lintas|jalur|pintu(?: masuk)?)"
    r"(?: (?:dari|ke|di|dengan|langsung|menjadi|wilayah|bagian|nya)){0,2}\s(?:kabupaten |kota |provinsi )?$"
)
"""A comma or bracket, and words that set one region beside another: "Alfa, pecahan Beta, ..."."""
_RELATED = re.compile(
    r"(?<![a-z])(?:hasil pemekaran|pemekaran|mekaran|pecahan|sempalan|induk|eks wilayah|bekas wilayah|dikelilingi|"
    r"diapit)(?: dari| oleh)?\s(?:kabupaten |kota )?$"
)


def is_apposition(line: Line, mention: Mention) -> bool:
    """Tell whether a region only says what another is to it: "Alfa, pecahan Beta,", "Alfa (tetangga Beta)"."""
    before = [other.end for other, _ in line.regions if other.end <= mention.start]
    if not before:
        return False
    gap = line.between(before[-1], mention.start)
    return _APPOSED.fullmatch(gap) is not None or _RELATED.search(gap) is not None


_CAPITAL = re.compile(r"(?<![a-z])ibu ?kota (?:provinsi )?$")
_NATION_AND_CAPITAL = {"ID", "31"}


def names_capital(line: Line, mention: Mention) -> bool:
    """Tell whether a province is named for its capital: "ibu kota Alfa itu"; "Ibu Kota Jakarta" is itself."""
    if _NATION_AND_CAPITAL & set(mention.codes) or any("." in code for code in mention.codes):
        return False
    before = line.between(max(line.start, mention.start - GAP), mention.end - len(mention.name))
    return _CAPITAL.search(before) is not None


_COMPARES = re.compile(
    r"\W*(?:(?:dan|namun|tetapi|tapi) )?(?:dibanding(?:kan)?(?: dengan)?|"
    r"(?:berbeda|beda|lain|berlainan) (?:dengan|dari)|"
    r"setelah|di bawah|di atas)\s(?:kabupaten |kota |provinsi )?$"
)


def _is_spoken_of(line: Line, mention: Mention) -> bool:
    """Tell whether a region follows the one that opens a line by comparing: "Berbeda dengan Alfa, Beta ..."."""
    ends = [other.end for other, _ in line.regions if other.end <= mention.start]
    starts = [other.start for other, _ in line.regions if other.start >= mention.end]
    if not ends or line.between(ends[-1], mention.start).strip() != ",":
        return False
    alone = not starts or not LIST_JOINER.fullmatch(line.between(mention.end, starts[0]))
    return alone and _COMPARES.fullmatch(line.between(line.start, line.regions[0][0].start)) is not None


_EVENT = re.compile(
    r"digelar|berlangsung|dilaksanakan|diselenggarakan|bertempat|hotel|aula|kantor|gedung|kata|ujar|ungkap|"
    r"(?<![a-z])(?:rapat|acara|pertemuan|diskusi|sosialisasi|seminar|jumpa pers|konferensi pers)"
    r"(?: [a-z]+){0,2} di $"
)
_WHEN = re.compile(r",?\s(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|\(\d{1,2}[/)])")


def is_venue(line: Line, mention: Mention) -> bool:
    """Tell whether a region only says where something took place or was said: "digelar di Kota Alfa, Senin"."""
    return is_container(line, mention) and (mention.prefix is None or is_place_of_speech(line, mention))


_MEASURED_IN = re.compile(r"(?<![a-z])(?:(?:sub ?-?)?dimensi(?:nya)?(?![a-z])|skor|ikp|indeks kerawanan)")


_PART = re.compile(
    r"(?<![a-z/])(?:kabupaten|kota|daerah|wilayah)(?: (?!dan |serta |provinsi )[a-z-]+){0,5} "
    r"(?:di|(?:pesisir|ujung|sisi|bagian|pantai|kawasan|wilayah|perbatasan) [a-z]+) $"
)
_THIS = re.compile(r" (?:itu|ini|tersebut)(?![a-z])")


def holds_one_meant(line: Line, mention: Mention) -> bool:
    """Tell whether a province only says where the one meant lies: "kota terbesar di Alfa itu"."""
    before = line.between(max(line.start, mention.start - 60), mention.start)
    province = all("." not in code for code in mention.codes)
    return bool(province and _PART.search(before) and _THIS.match(line.lower, mention.end - line.start))


def is_passed_over(line: Line, mention: Mention) -> bool:
    """Tell whether the text does not go on with a region: a venue, or one that is compared with.

    The only one of a line is gone on with where the line says what is measured there: "subdimensi merah di Pati".
    """
    others = {other.codes for other, _ in line.regions} != {mention.codes}
    measured = _MEASURED_IN.search(line.between(line.start, mention.start)) is not None
    if measured and not others and not is_place_of_speech(line, mention) and not is_aside(line, mention):
        return False
    return is_venue(line, mention) or is_aside(line, mention)


def is_place_of_speech(line: Line, mention: Mention) -> bool:
    """Tell whether the words around a region say that an event or a speech took place there."""
    before = line.between(max(line.start, mention.start - 70), mention.start)
    behind = line.between(mention.end, min(line.end, mention.end + 14))
    return bool(_EVENT.search(before) or _WHEN.match(behind))
