"""Signs that a level without a dimension is that of a part, by the words right behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.marks.kinds import DimensionMark
from pipeline.extract.scene.plain_words import FUNCTION
from pipeline.extract.scores.parts import NO_PART

if TYPE_CHECKING:
    from pipeline.extract.marks.kinds import CategoryMark
    from pipeline.extract.scene.line import Line

_PLACE = r"pada|di|untuk|dalam|bagi|dari|terhadap"
_IN_OR_WHEN = re.compile(
    r"\s(?:(?:(?:pada|di) )?(?:saat|ketika|sewaktu|waktu|selama|jelang|menjelang|masa)"
    r"(?! (?:ini|itu|lalu)(?![a-z]))|"
    rf"(?:dalam|pada|di|untuk) (?:hal|sisi|urusan)(?! (?:ini|itu|tersebut)(?![a-z]))|{_PLACE})\s(?=[a-z])"
)
"""A preposition of place or time behind a level, and words that lead to a matter."""
_MATTER = re.compile(r" (?:hal|sisi|urusan) $")
_VERB = (
    r"(?!media|medsos|medan|metode|mesin|distribusi|disabilitas|diskriminasi|disinformasi|dina|digital|teror|berita)"
    r"(?:me|di|ter|ber)(?:[a-z]{3,}|-[a-z]+)"
)
_GOES_ON = re.compile(
    rf"\s(?:(?:{FUNCTION}|"
    r"maupun|sedangkan|sementara|namun|tetapi|tapi|melainkan|bukan|karena|sebab|lantaran|akibat|hingga|sampai|"
    r"tanpa|tadi|pula|bersama|muncul|naik|turun|merah|kuning|hijau|punya|butuh|minta|siap|wajib|wakili|jatuh|"
    r"tampak|hadir|datang|tiba|masuk|contoh|misal|semisal|umpama|setelah|sesudah|sejak|usai|meski|meskipun|"
    r"walau|walaupun|kendati|jika|bila|apabila|kalau|agar|supaya|sebagaimana|sesuai|menurut|berdasarkan|versi|"
    r"merujuk|mengacu|sebanyak|sekitar|akan|tidak|tak|belum|bisa|dapat|perlu|harus|bahkan|kecuali|selain|"
    r"termasuk|lain|semua|seluruh|pertama|terakhir|berikut|selanjutnya|kemudian|lalu|sebelum|tahun|edisi|"
    r"periode|indeks|ikp|pemilu|pilkada|pemilihan|pilgub|pilbup|pilwa[a-z]+|pilpres|pileg|kerawanan|rawan|"
    r"tinggi|sedang|rendah|skor|nilai|angka|poin|peringkat|ranking|rangking|urutan|posisi|nomor|level|tingkat|"
    r"status|kelompok|nasional|se|wilayah|daerah|kabupaten|kota|provinsi|kab|ada|sejumlah|beberapa|para|satu|"
    r"dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|hasil|kata|ujar|jelas|ungkap|tutur|"
    r"terang|imbuh|tambah|ucap|sebut|tegas|papar|urai|lanjut|beber|atas|bawah|terutama|khusus|ditambah|"
    rf"mulai|sekali|betul|sungguh|benar|ketika|{_PLACE})(?:nya|kah|lah|-[a-z]+)?|"
    rf"{_VERB}|kategori(?:nya)?(?! (?!(?:ke)?rawan|tinggi|sedang|rendah|yang|itu|ini|ikp|indeks)[a-z])|"
    r"ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)[a-z]*)(?![a-z])"
)
"""Words behind a level by which its sentence goes on; a noun there tells of what the level is."""
_BRACKET = re.compile(
    r"\s?(?:[(\[/]|[-\u2013\u2014] (?=(?:[a-z]+ ?){1,3}(?:[,;.)]|$)))\s?[\"\u201c]?"
    r"(?P<noun>[a-z]{3,}[^)\],;.]*)"
)
"""A bracket, slash or dash behind a level, and what it holds: "rawan tinggi (politik uang)"."""
_THAT_ONE = re.compile(r"(?:dimensi|aspek|tahap(?:an)?|konteks|bidang|variabel) (?:ini|itu|tersebut)(?![a-z])")


def may_be_of_what_follows(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a level may be that of what stands right behind it: "rawan tinggi jaringan internet".

    A preposition may lead there: "rawan tinggi saat kampanye", "tinggi di netralitas ASN". Regions, editions,
    times and places are no such thing.
    """
    return _is_of_bracket(line, mark) or _is_of_next_words(line, mark)


def _is_of_next_words(line: Line, mark: CategoryMark) -> bool:
    rest = line.between(mark.end, line.end)
    if re.match(r"\s[a-z]", rest) is None:
        return False
    led = _IN_OR_WHEN.match(rest)
    start = mark.end + (led.end() if led else 1)
    if any(mention.start <= start < mention.end for mention in line.unit.mentions_in(mark.end, line.end)):
        return False
    if _THAT_ONE.match(line.between(start, line.end)):
        return False  # it is known which, or asked elsewhere
    if any(isinstance(dim, DimensionMark) and dim.start <= start < dim.end for dim in line.marks):
        return led is None or "jelang" in led.group()
    if led is None:
        return _GOES_ON.match(rest) is None
    return _MATTER.search(led.group()) is not None or NO_PART.match(line.between(start, line.end)) is None


def _is_of_bracket(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a bracket behind a level holds a noun that is no region, edition, time, place or figure."""
    found = _BRACKET.match(line.between(mark.end, line.end))
    if found is None:
        return False
    start, stop = (mark.end + place for place in found.span("noun"))
    if any(mention.start < stop and start < mention.end for mention in line.unit.mentions_in(mark.end, line.end)):
        return False
    return _GOES_ON.match(f" {found['noun']}") is None and NO_PART.match(found["noun"]) is None
