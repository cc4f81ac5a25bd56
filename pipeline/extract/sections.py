"""Roles of blocks: what a list or a sentence is for, told from its lead-in.

Indicators come only from findings, mitigations only from strategies; objectives, descriptions of the instrument
and page furniture yield nothing.
"""

from __future__ import annotations

import re
from typing import Literal

Role = Literal["findings", "strategies", "objectives", "instrument", "furniture", "neutral"]

_FURNITURE = re.compile(
    r"^\W*(?:baca(?: juga)?\b\s*[:;,|]?|simak juga|lihat juga|berita (?:terkait|lainnya|populer)|artikel terkait|"
    r"tulisan yang tak kalah|populer\b|"
    r"terpopuler|advertisement|iklan\b|scroll to|geser ke|halaman(?: selanjutnya)?\b|"
    r"sumber\s*:|editor\s*:|reporter\s*:|penulis\s*:|pewarta\s*:|foto\s*:|photo\s*:|img_title|leave a reply|"
    r"your email|required fields|back to top|top$|share\b|bagikan|komentar|promosi\b|cari berita|ikuti kami|"
    r"berita ini telah tayang|pilihan editor|rekomendasi untuk anda|tags?\s*:|topik terkait|copyright|\(baca:|"
    r"\d+$|×$|dok(?:\.|umentasi)?\b|narahubung|untuk informasi lebih lanjut)"
)
_END_OF_ARTICLE = re.compile(
    r"^\W*(?:leave a reply|komentar\b|tinggalkan (?:balasan|komentar)|berita (?:terkait|lainnya|populer)|populer$|"
    r"terpopuler$|artikel terkait|your email|rekomendasi untuk anda)"
)
_INLINE_FURNITURE = re.compile(r"\(?baca(?: juga)?\s*[:|].*$")

_STRATEGY = re.compile(
    r"strategi|langkah|mencegah|pencegahan|upaya|rekomendasi(?! bawaslu)|meminimalisir|meminimalkan|"
    r"mengantisipasi hal|imbauan|himbauan(?! untuk)|menghimbau|mengimbau|solusi|tindak lanjut|program kerja"
)
_OBJECTIVE = re.compile(
    r"tujuan|bertujuan|manfaat|fungsi|sasaran|(?:adalah|ialah|yakni|yaitu)? ?untuk\s*:?$|agenda|acara"
)
_INSTRUMENT = re.compile(
    r"(?:terdiri|meliputi|mencakup|disusun|dibagi|diukur|penghitungan|penilaian|dinilai|konstruksi|komponen|struktur|"
    r"kategorisasi|indikator utama|variabel|metod)"
)
_FINDING = re.compile(
    r"kerawanan|rawan|isu|indikator|potensi|temuan|hasil|pemetaan|teridentifikasi|identifikasi|masalah|pelanggaran|"
    r"kejadian|kategori|skor|daftar|peringkat|tps"
)


def is_furniture(lower: str) -> bool:
    """Tell whether a block of folded text is navigation, a related link, a byline or a form.

    >>> is_furniture("baca juga: walikota siapkan sanksi"), is_furniture("bawaslu memetakan kerawanan")
    (True, False)
    """
    return _FURNITURE.match(lower) is not None


def ends_article(lower: str) -> bool:
    """Tell whether the article proper ends before this block (comments, popular stories follow)."""
    return len(lower) < 60 and _END_OF_ARTICLE.match(lower) is not None


def inline_furniture(lower: str) -> int:
    """Return where a related link begins inside a paragraph, or the paragraph's length."""
    match = _INLINE_FURNITURE.search(lower)
    return match.start() if match and match.start() > 0 else len(lower)


def is_lead(lower: str) -> bool:
    """Tell whether a paragraph announces the list or table that follows it.

    >>> is_lead("berikut isu kerawanan:"), is_lead("hasilnya sebagai berikut"), is_lead("demikian.")
    (True, True, False)
    """
    tail = lower.rstrip(" *_")
    return (
        tail.endswith(":")
        or (tail.endswith(";") and "skor" in tail)
        or re.search(r"(?:berikut(?: ini)?|di ?antaranya|antara lain|yaitu|yakni|adalah)\s*[.,;]?$", tail)
        is not None
    )


def role_of_lead(lower: str) -> Role:
    """Tell what a list is for, from the paragraph or heading before it.

    >>> role_of_lead("terdapat isu-isu yang menjadi kerawanan diantaranya:")
    'findings'
    >>> role_of_lead("langkah antisipasi dan strategi yang harus dilakukan, yaitu:")
    'strategies'
    >>> role_of_lead("salah satu tujuan pemetaan kerawanan adalah untuk:")
    'objectives'
    >>> role_of_lead("ikp terdiri dari empat dimensi, yaitu:")
    'instrument'
    """
    sentence = _last_sentence(lower)
    if _STRATEGY.search(sentence):
        return "strategies"
    if _OBJECTIVE.search(sentence):
        return "objectives"
    if _INSTRUMENT.search(sentence) and re.search(r"dimensi|variabel|indikator utama|kategorisasi", sentence):
        return "instrument"
    if _FINDING.search(sentence):
        return "findings"
    return "neutral"


def _last_sentence(lower: str) -> str:
    parts = re.split(r"(?<=[.!?])\s+(?=\S)", lower.strip())
    return parts[-1] if len(parts[-1]) > 25 or len(parts) == 1 else " ".join(parts[-2:])


_SENTENCE_STRATEGY = re.compile(
    r"(?<![a-z])(?:upaya|langkah|strategi(?:nya)?|mencegah|pencegahan|sosialisasi|meng?himbau|mengimbau|imbauan|patroli|"
    r"berkoordinasi|koordinasi (?:dengan|bersama)|"
    r"meminimalkan|meminimalisir|menjaga|pakta integritas|meningkatkan|"
    r"memperkuat|diharapkan|berharap|tujuan(?:nya)?|bertujuan|dilarang|deklarasi|menandatangani|sanksi|menekan|"
    r"kolaborasi|mengajak|meminta|himbauan agar|mewujudkan|memastikan|edukasi|pendidikan politik)(?![a-z])"
)
_SENTENCE_FINDING = re.compile(
    r"(?<![a-z])(?:kerawanan(?:nya)?|rawan|berpotensi|potensi(?:nya)?|isu|indikator(?:nya)?|temuan|terjadi|riwayat|pernah|sempat|kategori|"
    r"kejadian|pelanggaran|terdapat|ditemukan|menemukan|diantisipasi|mengantisipasi|diwaspadai|mewaspadai|kasus|"
    r"masalah|aduan|laporan|misalnya|tps|tantangan(?:nya)?|ujian|persoalan|kendala|rentan|dikhawatirkan|sorotan|perhatian|"
    r"faktor(?:nya)?|sebab|karena|penyebabnya|dominan)(?![a-z])"
)
_SENTENCE_INSTRUMENT = re.compile(
    r"(?:terdiri (?:dari|atas)|konstruksi|(?:memuat|mengukur|memakai|menggunakan|berisi)\D{0,20}61 indikator|"
    r"instrumen \w+ (?:memuat|mengukur|berisi)|"
    r"sub ?-?dimensi(?:nya)? (?:yakni|yaitu)|pasal \d|undang-undang|variabelnya|"
    r"meliputi variabel|variabel (?:yang|itu|utama)|penilaiannya|indikatornya merujuk)"
)


def role_of_sentence(lower: str) -> Role:
    """Tell whether a sentence of running text may state issues that were found.

    >>> role_of_sentence("isu yang rawan ialah politik uang.")
    'findings'
    >>> role_of_sentence("untuk mencegah kerawanan dilakukan dengan menjaga netralitas asn.")
    'strategies'
    """
    if _SENTENCE_INSTRUMENT.search(lower):
        return "instrument"
    strategy = _SENTENCE_STRATEGY.search(lower)
    finding = _SENTENCE_FINDING.search(lower)
    if strategy and (not finding or strategy.start() < finding.start() or "mencegah" in lower):
        return "strategies"
    return "findings" if finding else "neutral"


_FOREIGN = re.compile(
    r"(?<![a-z])(?:ipkp|indeks potensi kerawanan|indeks kamtibmas|imp polri|indeks kerawanan polri)(?![a-z])"
)


def names_foreign_index(lower: str) -> bool:
    """Tell whether a text reports another body's index (the police's IPKP), whose scores look like Bawaslu's."""
    return _FOREIGN.search(lower) is not None
