"""The words that may stand in one place of a sentence: each row one construction, and every word that it takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Facts = Callable[[str], set[str]]
LEAD = "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"
Rows = dict[str, tuple[str, str, set[str]]]
HIGH = {"category 33.16 tinggi"}
SCORE = {"score 33.16 41.20"}
MONEY = {"indicator 33.16 54"}

TOLD: Rows = {
    "a level asserted of the region before": (
        "Kabupaten Blora ikut dipetakan. Daerah ini {} rawan tinggi.",
        "masuk kategori|berada pada kategori|tergolong|berkategori|termasuk|dikategorikan|terkategori|berstatus|"
        "dinilai|dinyatakan|terindikasi|masuk kelompok|masuk golongan|masuk klaster|masuk kluster|masuk zona|"
        "berpredikat|kerawanannya masuk|statusnya|kategorinya",
        HIGH,
    ),
    "a region put into a level": (
        "Kabupaten Blora {} tinggi.",
        "masuk kategori|masuk kategori rawan|berkategori|dikategorikan rawan|tingkat kerawanannya|kerawanannya|"
        "berstatus rawan|status kerawanannya|level kerawanannya|masuk klaster rawan|rawan|termasuk rawan",
        HIGH,
    ),
    "a colour of the level": (
        "Kabupaten Blora masuk {} merah.",
        "zona|kategori|status|level|klaster|zona rawan",
        HIGH,
    ),
    "more regions of the level": (
        "Kabupaten Blora rawan tinggi, {} Kabupaten Pati.",
        "begitu pula|begitu juga|demikian pula|demikian juga|sama halnya dengan|diikuti|disusul|bersama|beserta",
        {"category 33.16 tinggi", "category 33.18 tinggi"},
    ),
    "the regions of a level behind it": (
        "Kategori rawan tinggi {} Kabupaten Blora.",
        "yakni|yaitu|ialah|adalah|antara lain|di antaranya|meliputi|ditempati|diisi|dihuni|disandang|diraih",
        HIGH,
    ),
    "a score led up to": (
        "Kabupaten Blora {} 41,20.",
        "memperoleh skor|mendapat skor|meraih skor|mencatat skor|dengan skor|mengantongi skor|berada di angka|"
        "memiliki indeks|memiliki nilai|skornya|nilainya|indeksnya|IKP-nya|memiliki skor sebesar|"
        "mendapat nilai sebesar|dengan score|dengan skor kerawanan sebesar|mendapat skor total|meraih poin",
        SCORE,
    ),
    "a unit behind the score": ("Kabupaten Blora meraih skor 41,20 {}.", "poin|point", SCORE),
    "a score that changed": (
        "Skor IKP Kabupaten Blora {} dari 38,10 menjadi 41,20.",
        "naik|meningkat|melonjak|bergeser|berubah|naik tajam",
        {"score 33.16 41.20", "earlier score 33.16 38.10"},
    ),
    "a rank": (
        "Kabupaten Blora menempati {} se-Jawa Tengah dengan skor 41,20.",
        "peringkat ketiga|peringkat ke-3|peringkat 3|peringkat ke 3|urutan ketiga|urutan ke-3|urutan tiga|"
        "posisi ketiga|posisi ke-3|ranking 3|rangking 3|ranking ketiga|nomor tiga|nomor urut 3|peringkat tiga",
        {"score 33.16 41.20", "rank 33.16 3"},
    ),
    "an issue that is there": (
        "Di Kabupaten Blora {} politik uang.",
        "ada|terdapat|terjadi|pernah terjadi|ditemukan|masih ada|masih marak|tercatat|muncul|rawan|marak",
        MONEY,
    ),
}
"""What is read, whichever of its words a sentence uses."""

NOT_TOLD: Rows = {
    "no level of the index": (
        "Kabupaten Blora {} tinggi.",
        "partisipasi pemilihnya|kualitas demokrasinya|antusiasme warganya|minat pemilihnya|literasi politiknya|"
        "angka kemiskinannya|kesadaran warganya|tingkat kehadiran pemilihnya",
        set(),
    ),
    "a level that is aimed at or only near": (
        "Kabupaten Blora {} rawan tinggi.",
        "mendekati|menuju|tidak sampai|hampir|bukan daerah|tidak termasuk|belum masuk|keluar dari|bebas dari",
        set(),
    ),
    "a number of something else": (
        "IKP memotret Kabupaten Blora, ada 41 {}.",
        "indikator|isu|dimensi|variabel|TPS|kasus|kejadian|aduan|peristiwa|insiden|dugaan pelanggaran|putusan|"
        "gugatan|sengketa|laporan|temuan|pelanggaran|perkara|titik|lokasi|lembar|kecamatan|distrik|desa|kelurahan|"
        "orang|jiwa|penduduk|warga|pemilih|peserta|partai|paslon|pasangan calon|lembaga|suara|kursi|hari|bulan|"
        "tahun|jam|menit|juta rupiah|ribu|miliar|hektare|kilometer|meter|ton|kilogram",
        set(),
    ),
    "the score of another index": (
        "Kabupaten Blora meraih {} 41,20.",
        "indeks pembangunan manusia|indeks demokrasi|indeks kebebasan pers|indeks kebahagiaan|indeks reformasi|"
        "indeks inovasi daerah|indeks persepsi korupsi|IPM|IDI|elektabilitas|rasio gini|inflasi|anggaran|hibah",
        set(),
    ),
    "the word of another body": (
        "{} Kabupaten Blora rawan tinggi.",
        "Menurut kepolisian,|Versi polri,|Survei LSI menyebut|Menurut BIN,|Pemetaan TNI:|Data polda menyebut",
        set(),
    ),
    "an issue that is denied": (
        "Di Kabupaten Blora {} politik uang.",
        "tidak ada|tidak terdapat|tidak ditemukan|tidak terjadi|tidak pernah terjadi|nihil|bersih dari|bebas dari|"
        "terbebas dari|aman dari|belum ditemukan|tidak menemukan|tidak mencatat|tanpa",
        set(),
    ),
    "an issue that is gone": (
        "Di Kabupaten Blora politik uang {}.",
        "nihil|tidak ditemukan|tidak terjadi|bukan masalah|bukan lagi isu|tidak lagi marak|tidak lagi muncul|"
        "tidak terbukti ada|gagal ditemukan|berhasil dicegah|sudah diatasi|berhasil ditekan",
        set(),
    ),
    "what is done against an issue": (
        "Bawaslu Kabupaten Blora {} politik uang.",
        "mencegah|melakukan sosialisasi tentang|melakukan patroli terhadap|menggelar deklarasi tolak|"
        "mengajak warga menolak|mendorong warga melawan|berupaya menekan|mengimbau warga menolak",
        set(),
    ),
    "what an issue is the topic of": (
        "Di Kabupaten Blora {} politik uang digelar.",
        "pelatihan|diskusi|bimtek|simulasi|seminar|lomba|webinar",
        set(),
    ),
    "what the index is made of": (
        "Indeks itu {} Kabupaten Blora tidak disebut, soal politik uang.",
        "terdiri dari empat dimensi,|meliputi empat dimensi,|disusun dari 61 indikator,|dihitung dari empat dimensi,",
        set(),
    ),
}
"""What is not read, whichever of its words a sentence uses."""


def spread(rows: Rows) -> list[object]:
    """Return a case for each word of each row."""
    return [
        pytest.param(sentence.format(word), expected, id=f"{name}: {word}")
        for name, (sentence, words, expected) in rows.items()
        for word in words.split("|")
    ]


@pytest.mark.parametrize(("text", "expected"), [*spread(TOLD), *spread(NOT_TOLD)])
def test_words(text: str, expected: set[str], facts: Facts) -> None:
    assert facts(LEAD + text) == expected
