"""The last resort: a figure that no rule binds, but that looks like a score, is put to a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.extract.marks.kinds import NumberMark
    from pipeline.extract.scene.line import Line

_ABOUT_INDEX = re.compile(r"(?<![a-z])(?:ikp|skor|indeks|indek)(?![a-z])|rawan")
OTHER_FIGURE = re.compile(
    r"(?<![a-z])(?:partisipasi (?:pemilih|masyarakat)|pemilih(?:an suara)?|suara|kursi|dpt|dptb|anggaran|hibah|"
    r"rupiah|"
    r"responden|warga|penduduk|populasi|jiwa|survei|target|ditargetkan|turnout|golput|inflasi|kemiskinan|"
    r"pertumbuhan|ipm|luas|jarak|suhu|gempa|magnitudo|frekuensi|fm|mhz|versi|pukul|nilai tukar|saham|"
    r"selisih|terpaut|bobotnya|berbobot|pembobotan|porsi|menyumbang|kontribusi|ambang|batas|kisaran|rentang|skala|"
    r"minimal|maksimal|interval|standar|anggota|laporan|aduan|kasus|temuan|perkara|tps|logistik|surat suara|"
    r"dimulai|mulai|bobot(?! angka)|isu|dari (?:total |seluruh )?\d+|"
    r"alokasi|realisasi|serapan|pendaftar|perekaman|coklit|rata-rata|rerata|"
    r"seluruh (?!provinsi|kabupaten|kota|daerah|wilayah)[a-z]+|total|sebanyak|"
    r"kecamatan|kec|distrik|desa|kelurahan|kapanewon|nagari|dapil|indikator|variabel|jumlah)(?:nya)?(?![a-z])"
)
"""Words by which a figure without a score word may measure something else."""
_OF_SCALE = re.compile(
    r"(?<![a-z])(?:level|tingkat(?:an)?|kategori|kelas|kl[ua]ster) (?:ke-?\s?)?(?:pertama|kesatu|satu|dua|tiga|"
    r"empat|"
    r"lima|enam|kedua|ketiga|keempat|kelima|keenam|\d|tinggi|sedang|rendah)(?: (?:itu|yaitu|yakni|adalah|ada|di|"
    r"pada|angka|dengan|skor|nilai|mulai|dari|atau|tertinggi))*[\s,:]*\d{1,2}[.,]\d"
)
"""A step of the scale and where it begins; two of them in a sentence describe the scale."""
_BEHIND_FIGURE = 40
_CLOCK = re.compile(r"20\d\d\)?(?: pukul| jam|[\s,|–-])\s?[|–-]?\s?$")
_HOURS = 24
_SAYS = re.compile(
    r"[,.\"']\s?(?:kata|ujar|ucap|tutur|jelas|terang|ungkap|papar|imbuh|sebut|tandas|tambah)(?:nya)?(?![a-z])"
)
"""Words that name the speaker, whose office measures nothing: "... 41,20," ujar Anggota Bawaslu"."""


def looks_like_score(line: Line, mark: NumberMark, *, share: bool) -> bool:
    """Tell whether a figure is a score by its looks.

    It has decimals, its sentence or one of the two before speaks of vulnerability, and nothing else is measured.
    ``share``: a whole number in percent counts as well, for it stands beside a region and its dimension.
    """
    if (line.inherited.edition or "").startswith("tps"):
        return False  # polling stations are counted there, nothing is scored
    about = line.inherited.about or _ABOUT_INDEX.search(line.lower) is not None
    figure = (mark.decimals > 0 or share) and not mark.torn and (mark.value > 1 or mark.decimals < 2)
    if not about or not figure or line.has("negation", before=mark.start):
        return False
    if len(_OF_SCALE.findall(line.lower)) > 1 and not line.regions:
        return False  # "Level satu di angka 36,12, kemudian level dua 36,13"
    if line.inherited.of_issue and not line.regions:
        return False  # "Yang terkuat isu suku. Nilainya 1,88 persen"
    around = (
        line.between(line.start, mark.end)
        + _SAYS.split(line.between(mark.end, min(line.end, mark.end + _BEHIND_FIGURE)), maxsplit=1)[0]
    )
    below = any(mention.below for mention in line.unit.mentions_in(line.start, mark.start))
    if _CLOCK.search(line.between(line.start, mark.start)) and mark.value < _HOURS:
        return False  # "Selasa, 20/12/2022 09.12"
    return not below and OTHER_FIGURE.search(around) is None
