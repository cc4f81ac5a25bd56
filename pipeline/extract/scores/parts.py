"""Signs that a score without a dimension is that of a part: of words behind it, or of the sentence after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.marks.kinds import DimensionMark, NumberMark
from pipeline.extract.marks.words import find_marks
from pipeline.extract.scores.dimensions import SOURCE

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene
    from pipeline.extract.scores.waiting import Scored

_UNIT = r"\)?\s*+(?:poin|persen|%)?\s*+"
_ON = re.compile(
    _UNIT + r"\(?(?:(?:di(?:peroleh|raih|dapat|catat)|tercatat|ada|terdapat|hanya|khusus) )*"
    r"(?:untuk|pada|di|dalam|soal|terkait|perihal|menyangkut|mengenai|tentang|bagi|khusus(?:nya)?|hanya|"
    r"(?:di)?(?:lihat|tinjau) dari|dari (?=sisi|segi|aspek|sub|bidang|hal|urusan|unsur))\s"
    r"(?:(?:sub ?-?)?(?:dimensi|aspek|bidang|sisi|segi|sektor|hal|urusan|unsur|komponen)\s)?(?P<noun>[a-z]{3,})"
)
"""A preposition and a noun right behind a number: "41,20 untuk hak memilih"."""
NO_PART = re.compile(
    r"(?:penyelenggaraan (?:pesta|(?:pemilu|pemilihan|pilkada)(?: [a-z]+)? 20\d\d)|"
    r"hal (?:ini|itu|tersebut)|itu|ini|tersebut|tinggi|sedang|rendah|rawan|ikp|indeks|pemilu|pilkada|pemilihan|"
    r"pilgub|pilbup|pilwa[a-z]+|pilpres|"
    r"pileg|tahun|tahap (?:\d|[iv]+(?![a-z])|per|ke)|periode|edisi|versi|hasil|data(?! pemilih)|rilis|dokumen|"
    r"laporan|peta|pemetaan|publikasi|pengukuran|penilaian|penghitungan(?! suara)|perhitungan|"
    r"pemutakhiran(?! data)|"
    r"pembaruan|tingkat|level|skala|lingkup|peringkat|urutan|posisi|nomor|ranking|rangking|"
    r"kategori(?! (?!(?:ke)?rawan|tinggi|sedang|rendah|yang|itu|ini|tersebut|ikp|indeks)[a-z])|"
    r"klasifikasi|kelompok|kelas|klaster|zona|rentang|kisaran|deretan|jajaran|daftar(?! pemilih)|papan|"
    r"antara(?:nya)?|atas|bawah|sekitar|semua|seluruh|setiap|tiap|total|keseluruhan|gabungan|rata|skor|nilai|"
    r"angka|"
    r"kerawanan|tingkatan|provinsi|kabupaten|kota|kab|daerah|wilayah|pulau|kepulauan|kawasan|jawa|sumatera|"
    r"kalimantan|sulawesi|papua|indonesia|nasional|regional|tanah|negeri|bumi|mana|sana|sini|situ|akhir|awal|"
    r"tengah|"
    r"pertengahan|bulan|hari|pekan|minggu|saat(?= (?:ini|itu))|waktu|masa(?= lalu| itu| kini)|kali|putaran|"
    r"januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|rangka|rapor|catatan|"
    r"kesempatan|acara|kegiatan|bawaslu|hadapan|depan|tangan|mata|kalangan|"
    r"pelaksanaan (?:pemilu|pemilihan|pilkada)|"
    r"(?:kedua|ketiga|keempat|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)(?:nya)?)(?![a-z])"
)
"""Nouns behind a preposition that leave a score the whole's: of the index, a time, a place, a rank or a class."""
_IS_OF = re.compile(
    r"[^\d.]{0,40}(?<![a-z])(?:nilai|skor|angka|poin|itu|ini|tersebut|khusus|hanya|saja)(?:nya)?(?![a-z])"
    r"[^\d.;]{0,30}$"
)
_SHARES = re.compile(
    r"(?:s|ny)umbang|kontribusi|terutama|berasal|didorong|dipicu|ditopang|didongkrak|karena|akibat|sebab|meski|"
    r"walau|sedangkan|sementara|dengan|paling|ter(?:tinggi|besar|rawan)|adapun"
)
"""Words before a dimension that only tell what adds to the score, or go on with another."""
_THAT_FIGURE = re.compile(
    r"^[\s.\"”;]*(?:(?:ke[a-z]{3,9}|semua|seluruh|sejumlah) )?"
    r"(?:angka|skor|nilai|poin|indeks)(?:-[a-z]+)?(?:nya)? (?:itu|tadi|tersebut|ini|di atas)(?![a-z])"
    r"(?P<rest>[^.]{0,120})"
)
"""The next sentence goes on with the figures: "Ketiga angka tadi berasal dari dimensi X"."""
_MEAN_OF = re.compile(r"rata-rata|rerata|mean|gabungan")


def may_be_of_part(line: Line, one: Scored, scene: Scene) -> bool:
    """Tell whether a score that is bound to no dimension may be that of a part of the index."""
    if one.dimensions or line.inherited.dimension:
        return False
    behind = line.between(one.number.end, line.end)
    return _is_on_part(line, one) or _names_part(line, one, behind) or _is_told_after(line, scene)


def _is_on_part(line: Line, one: Scored) -> bool:
    """Tell whether a preposition and a noun that is no time, place, rank or edition follow the number."""
    found = _ON.match(line.between(one.number.end, line.end))
    if found is None:
        return False
    start = one.number.end + found.start("noun")
    place = any(mention.start <= start < mention.end for mention in line.unit.mentions_in(line.start, line.end))
    return not place and NO_PART.match(line.between(start, line.end)) is None


def _names_part(line: Line, one: Scored, behind: str) -> bool:
    """Tell whether words behind a number call it a dimension's: "41,20, yaitu nilai dimensi kontestasi"."""
    coming = (m for m in line.marks if isinstance(m, (DimensionMark, NumberMark)) and m.start >= one.number.end)
    mark = next(coming, None)
    following = next(coming, None)
    if not isinstance(mark, DimensionMark) or (
        isinstance(following, NumberMark) and _measures(line, mark, following)
    ):
        return False
    gap = behind[: mark.start - one.number.end]
    return _IS_OF.fullmatch(gap) is not None and not (SOURCE.search(gap) or _SHARES.search(gap))


def _measures(line: Line, mark: DimensionMark, number: NumberMark) -> bool:
    """Tell whether a dimension has its own number behind it, before any region."""
    return not any(mark.end <= mention.start < number.start for mention, _ in line.regions)


def _is_told_after(line: Line, scene: Scene) -> bool:
    """Tell whether the next sentence says of the figures told that they are a dimension's or a mean of some."""
    units, unit = scene.units, line.unit
    after = unit.passage.lower[line.end :]
    if not after.strip(" .") and unit.position + 1 < len(units):
        after = units[unit.position + 1].passage.lower
    found = _THAT_FIGURE.match(after)
    if found is None or _SHARES.search(found["rest"].split(",")[0].replace("berasal dari", "")):
        return False
    rest = found["rest"]
    marks = find_marks(rest, 0, len(rest), scene.reference, scene.guess.id)
    return any(isinstance(mark, DimensionMark) for mark in marks) or (
        "dimensi" in rest and _MEAN_OF.search(rest) is not None
    )
