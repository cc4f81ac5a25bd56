"""Values behind the name of another measure, which a sentence or heading announces: a person should see them.

"Selain IKP, Bawaslu mengumumkan hasil monev keterbukaan informasi. Skor tertinggi diraih Alfa, 91,20." The measure
that was named last is in force, in its sentence, paragraph and list, until the index is named again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.doubts.so_far import SoFar, in_force_behind, last_before, so_far
from pipeline.extract.marks.kinds import DimensionMark, NumberMark
from pipeline.extract.scene.plain_words import FUNCTION

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene, Unit

_OWN = re.compile(
    r"(?<![a-z])(?:ikp|rawan|terawan|kerawanan\w*|kerwanan|(?:sub ?-?)?dimensi)(?![a-z])|indeks potensi|"
    r"kontestasi|"
    r"konteks (?:sosial|politik)"
)
_BESIDE_OWN = re.compile(
    r"(?<![a-z])(?:selain|di ?samping|di luar|terpisah dari|bukan (?:dari |bagian dari )?|"
    r"tidak (?:terkait|berkaitan|berhubungan) (?:dengan )?)"
    r"(?: ?(?:rilis|peluncuran|hasil|pengumuman|skor|nilai|me[a-z]+kan|merilis|soal|data|indeks)(?= ))* ?$"
)
"""Words before the index by which something else is spoken of: "selain IKP"."""
_ALSO = re.compile(
    r"(?<![a-z])(?:(?:juga|pula|turut|sekaligus) (?:ikut )?(?:me(?:nilai|ngevaluasi|ngumumkan|nyerahkan|"
    r"maparkan|rilis|"
    r"luncurkan|nyampaikan|mberi(?:kan)?|ngukur|mantau)|di(?:nilai|evaluasi|umumkan|serahkan|paparkan|rilis|"
    r"sampaikan|beri(?:kan)?|ukur))|di(?:nilai|evaluasi|umumkan|serahkan|paparkan|rilis|sampaikan|beri(?:kan)?|"
    r"ukur) "
    r"(?:juga|pula)|ada (?:juga|pula)|(?:memberi(?:kan)?|memberi) (?:nilai|skor|penilaian) (?:bagi|untuk|kepada|"
    r"atas))"
    r"(?![a-z])"
)
"""Words by which a sentence brings up another thing that is measured: "diserahkan pula rapor ..."."""
_NO_NAME = (
    rf"{FUNCTION}|"
    r"kerawanan|kerwanan|potensi|rawan|ikp|bukan|tadi|tinggal|perlu|lain|serupa|sejenis|kabupaten|kota|"
    r"provinsi|daerah|wilayah|nasional|total|tertinggi|terendah|pemilu|pilkada|pemilihan|bawaslu|ter\w+|"
    r"ber\w+|me\w+|di\w+|disebut|sub|dimensi|per|tiap|setiap|politik|netralitas|kampanye|sosial|konteks|"
    r"kontestasi|penyelenggaraan|tingkat|rata|mencatat|kian|makin|semakin|paling|sekitar|naik|turun|kategori|"
    r"level|klasifikasi|status|peringkat|ranking|urutan|keterangan|akhir|skor|nilai|kab"
)
"""Words behind "indeks" and "tingkat" that name no other measure than the index."""
_OTHER = re.compile(
    rf"(?<![a-z])(?:inde[kx]s (?!(?:{_NO_NAME})(?![a-z]))[a-z]{{3,}}|"
    r"(?:hasil |nilai |skor )?(?:monev|monitoring dan evaluasi)|keterbukaan informasi|ppid|pemeringkatan|"
    r"pengawasan partisipatif|(?:tingkat |angka |persentase )partisipasi|partisipasi pemilih|"
    r"tingkat (?:kehadiran|kepatuhan|kepuasan|kelulusan|kemiskinan|pengangguran|inflasi|hunian|kepercayaan|"
    r"keberhasilan|penyelesaian)|"
    rf"tingkat (?!(?:{_NO_NAME}|provinsi|nasional|kecamatan|desa|kelurahan|lokal|pusat|tinggi|sedang|rendah|"
    rf"satu|dua|tiga|"
    r"empat|lima|enam|kerawan|pertama|kedua|ketiga|regional|akhir|internasional|dunia|"
    r"kerentanan)(?![a-z]))[a-z]{4,}|"
    r"coklit|pencocokan|pemutakhiran data pemilih|perekaman|e-?ktp|kinerja|sakip|lakip|akuntabilitas|"
    r"kepuasan(?: masyarakat)?|kepercayaan (?:publik|masyarakat)|survei (?!(?:ikp|indeks|kerawanan|"
    r"bawaslu))[a-z]+|"
    r"jajak pendapat|(?:hasil )?(?:tes|ujian|uji|asesmen|assessment|seleksi) (?!publik)[a-z]+|akreditasi|"
    r"(?:serapan|realisasi|penyerapan|capaian|pagu|alokasi|pengelolaan) (?:anggaran|dana|hibah|belanja|coklit|"
    r"vaksinasi|program|kinerja|perekaman|pajak|pad)|apbd|dana hibah|ipm|pdrb|kemiskinan|stunting|inflasi|"
    r"prevalensi|"
    r"pengangguran|pelayanan publik|reformasi birokrasi|spbe|spi|sipol|silon|sirekap|siwaslu|zona integritas|"
    r"kepatuhan|lhkpn|lomba|penghargaan|anugerah|award|popularitas|elektabilitas|perolehan suara|suara sah|"
    r"golput|curah hujan|kualitas udara|luas wilayah|jumlah penduduk|vaksinasi|"
    r"(?:capaian|persentase) (?!(?:kerawanan|ikp|skor|nilai|rawan|tingkat|indikator|dimensi|kabupaten|"
    r"kota))[a-z]{4,})"
    r"(?![a-z])"
)
_NO_MEASURE = re.compile(
    rf"(?:{_NO_NAME}|"
    r"berikut|rincian\w*|daftar|data|lengkap|nama|besar|teratas|terbawah|menurut|versi|tahun|angka\w*|poin|"
    r"skor\w*|nilai\w*|indeks\w*|hasil\w*|posisi|sisanya|lainnya|lalu|adapun|gambaran|catatan|tabel|gambar|"
    r"lampiran|infografis|grafis|grafik|sumber|kategori\w*|tinggi|rendah|zona|merah|kuning|hijau|gubernur|"
    r"bupati|wali|walikota|presiden|legislatif|partisipasi|agregat|rata-rata|rerata|ke\w+|se\w+|pertama|"
    r"kata\w*|ujar\w*|jelas\w*|ungkap\w*|papar\w*|rinci\w*|satu|dua|tiga|empat|lima|enam|tujuh|delapan|belas|"
    r"puluh|barat|timur|utara|tengah|tenggara|jawa|sumatera|kalimantan|sulawesi|papua|maluku|nusa|indonesia|"
    r"pulau|prov|januari|februari|maret|april|juni|juli|agustus|oktober|november|desember|pilgub|pilbup|"
    r"pilwalkot|pilpres|pileg|khusus|umum\w*|pandemi|infrastruktur|mean|median)(?:nya)?"
)
"""Words of the lead of a list that name no measure; the names of regions are left out before."""
_PARTS = (["kampanye"], ["netralitas"], ["politik"])
"""A lead of that word alone names a part of the index, though it may name a theme with others."""
_WORD = re.compile(r"(?<![a-z])[a-z]{4,}")
_FIGURE = re.compile(r"\d[.,]\d")
_MEASURED_BEHIND = re.compile(
    r"\d[.,]\d+\)?,?(?: poin| persen)? (?:untuk|dalam|pada|di (?=bidang|sisi|aspek|ajang)|soal|terkait|mengenai|"
    r"bidang|atas|berkat|dari|"
    r"khusus|sebagai) ?(?:(?:hal|bidang|sisi|aspek|kategori|ajang|urusan|segi|hasil|"
    r"penilaian) )?(?P<noun>[a-z]{4,})"
)
"""A figure and the word behind it by which it measures something: "91,20 untuk pengelolaan arsip"."""
_LEAD = 90  # characters of the longest lead
_PROSE = 80  # characters from which a paragraph is more than a caption
_PATIENCE = 2  # paragraphs without a name of a measure, behind which what was named before is out of force
_ENDED = re.compile(r"[.!?;\"”’)]\s*$")


def is_of_other_measure(line: Line, scene: Scene) -> bool:
    """Tell whether another measure than the index is the one that was named last before the end of ``line``.

    So it is where the lead of a list names what no word of the index does: "Kelengkapan berkas: Alfa 91,20".
    """
    if _is_led_by_else(line, scene) or _is_measured_behind(line):
        return True
    told = names_other_measure(line.lower)
    unit = scene.units[line.unit.position]
    if told is None and unit is line.unit and unit.role != "furniture":
        told = last_before(unit, line.start, scene.once(_told_by_sentence)[unit.position])
    if told is not None:
        return told
    position = unit.position - 1 if unit is line.unit else unit.position
    return position >= 0 and scene.once(_in_force_behind)[position]


def _is_measured_behind(line: Line) -> bool:
    """Tell whether words right behind a figure say that it measures something else than the index."""
    for found in _MEASURED_BEHIND.finditer(line.lower):
        start, end = (line.start + place for place in found.span("noun"))
        named = any(mention.start <= start < mention.end for mention in line.unit.mentions)
        own = any(
            not isinstance(mark, NumberMark) and mark.start < end and start < mark.end for mark in line.marks
        )
        if not (
            named or own or _NO_MEASURE.fullmatch(found["noun"]) or _OWN.match(line.lower, found.start("noun"))
        ):
            return True
    return False


def _is_led_by_else(line: Line, scene: Scene) -> bool:
    """Tell whether the lead before the first region of a line, or the caption over a row, names something else."""
    if _OWN.search(line.lower) or any(isinstance(mark, DimensionMark) for mark in line.marks):
        return False
    first = min((mention.start for mention, _ in line.regions), default=line.end)
    before, colon, _ = _without_regions(line.unit, line.start, first).partition(":")
    if colon:
        return _names_else(before)
    if line.start > 0 or _is_prose(line.unit) or line.unit.block.kind == "heading":
        return False
    caption = _caption_over(line.unit, scene)
    return caption is not None and _names_else(_without_regions(caption, 0, len(caption.passage.text)))


def _caption_over(unit: Unit, scene: Scene) -> Unit | None:
    """Return the lead of a row, or the short line over it and over the rows before it; None without."""
    if unit.lead is not None:
        return scene.units[unit.lead]
    found = scene.once(_over_rows)[unit.position]
    return None if found is None or _ENDED.search(found.passage.text) else found


def _over_rows(scene: Scene) -> list[Unit | None]:
    """Return, for each unit, the last one before it that is part of the article and no row."""
    over: list[Unit | None] = []
    last = None
    for unit in scene.units:
        over.append(last)
        last = unit if unit.role != "furniture" and not _is_row(unit) else last
    return over


def _is_row(unit: Unit) -> bool:
    return bool(unit.mentions) and _FIGURE.search(unit.passage.text) is not None and not _is_prose(unit)


def _without_regions(unit: Unit, start: int, end: int) -> str:
    """Return characters ``start`` to ``end`` of a unit in lower case, with blanks for the names of regions."""
    text, done = "", start
    for mention in unit.mentions_in(start, end):
        text += unit.passage.lower[done : mention.start] + " " * (min(mention.end, end) - max(mention.start, done))
        done = max(done, mention.end)
    return text + unit.passage.lower[done:end]


def _names_else(lead: str) -> bool:
    """Tell whether a short lead has words, and one that is none of the index."""
    if len(lead) > _LEAD or _OWN.search(lead) or _FIGURE.search(lead):
        return False
    words = _WORD.findall(lead)
    return any(not _NO_MEASURE.fullmatch(word) for word in words) or words in _PARTS


def names_other_measure(sentence: str) -> bool | None:
    """Tell whether a sentence names another measure (True) or the index (False), None where it names none."""
    other = _OTHER.search(sentence)
    own = [found for found in _OWN.finditer(sentence) if not _BESIDE_OWN.search(sentence, 0, found.start())]
    beside = len(own) < len(_OWN.findall(sentence))
    if own and not beside:
        return False
    return True if other or beside or _ALSO.search(sentence) else None


def _told_by_sentence(scene: Scene) -> list[SoFar[bool]]:
    """Return, for each unit, whether its sentences up to each name another measure, as the last that names any."""
    return [so_far(unit, names_other_measure) for unit in scene.units]


def _in_force_behind(scene: Scene) -> list[bool]:
    """Tell, for each unit, whether another measure is in force behind it."""
    told = scene.once(_told_by_sentence)
    return in_force_behind(scene.units, told, patience=_PATIENCE, counts=_is_prose)


def _is_prose(unit: Unit) -> bool:
    text = unit.passage.text
    return len(text) > _PROSE and _ENDED.search(text) is not None
