"""Issues in made-up lists and sentences, lists of polling stations, and lists that hold none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

LEAD = "Bawaslu Kabupaten Blora memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"
STATIONS = "Bawaslu Kabupaten Blora memaparkan TPS rawan Pilkada 2024.\n\n"
Rows = dict[str, tuple[str, set[str]]]

LISTS: Rows = {
    "numbered list": (
        "Isu kerawanan yang tercatat:\n\n1. Politik uang\n2. Kampanye di luar jadwal\n3. Surat suara tertukar",
        {"indicator 33.16 54", "indicator 33.16 44", "indicator 33.16 29"},
    ),
    "bullets with end marks": (
        "Temuan kerawanan di antaranya:\n\n- netralitas ASN;\n- pemungutan suara ulang;\n- pemilih ganda.",
        {"indicator 33.16 12", "indicator 33.16 32", "indicator 33.16 20"},
    ),
    "outside the catalog": (
        "Isu kerawanan yang teridentifikasi:\n\n- Politik uang\n- Sinyal internet lemah di wilayah hutan jati",
        {"indicator 33.16 54", "issue 33.16 Sinyal internet lemah di wilayah hutan jati"},
    ),
    "two issues in one item": (
        "Isu kerawanan yang teridentifikasi:\n\n- Pemungutan suara ulang dan penghitungan suara ulang",
        {"indicator 33.16 32", "indicator 33.16 33"},
    ),
    "semicolons in one item": (
        "Isu kerawanan yang teridentifikasi:\n\n- politik uang; kampanye di luar jadwal",
        {"indicator 33.16 54", "indicator 33.16 44"},
    ),
    "possible only": (
        "Isu kerawanan yang teridentifikasi:\n\n- Potensi politik uang\n- Netralitas ASN",
        {"indicator 33.16 54 potential", "indicator 33.16 12"},
    ),
    "denied": (
        "Hasil pemetaan isu kerawanan:\n\n- Tidak ditemukan politik uang\n- Netralitas ASN",
        {"indicator 33.16 12"},
    ),
    "a theme and its issues": (
        "Isu kerawanan yang tercatat:\n\n- Hak pilih: pemilih ganda, pemilih tidak memenuhi syarat\n"
        "- Pungut hitung: PSU, surat suara kurang",
        {"indicator 33.16 20", "indicator 33.16 18", "indicator 33.16 32", "indicator 33.16 27"},
    ),
    "a lack that is the issue": (
        "Isu kerawanan yang tercatat:\n\n1. Tidak ada pemantau pemilu\n2. Tidak ada pengawas TPS di dua desa\n"
        "3. Tidak terdapat TPS di lapas\n4. Rekomendasi Bawaslu tidak ada tindak lanjut dari KPU",
        {"indicator 33.16 60", "indicator 33.16 39", "indicator 33.16 30", "indicator 33.16 10"},
    ),
    "a rank among the issues": (
        "Isu kerawanan yang tercatat:\n\n- Politik uang\n- Peringkat: 2\n- Urutan ke-3 se-Jawa Tengah\n"
        "- Nomor urut calon tertukar di surat suara",
        {"indicator 33.16 54", "indicator 33.16 29"},
    ),
    "under a heading": (
        "Isu Kerawanan\n\n1. Politik uang\n2. Kampanye di luar jadwal",
        {"indicator 33.16 54", "indicator 33.16 44"},
    ),
    "two regions, one list each": (
        "Isu kerawanan Kabupaten Blora ialah politik uang. Isu kerawanan Kabupaten Pati ialah netralitas ASN.",
        {"indicator 33.16 54", "indicator 33.18 12"},
    ),
}

PROSE: Rows = {
    "polling stations of a re-vote": (
        "Pada pemilu lalu terjadi pemungutan suara ulang di dua TPS.",
        {"indicator 33.16 32 x2"},
    ),
    "where there was a re-vote": (
        "Pada pemilu lalu terjadi pemungutan suara ulang di dua kecamatan.",
        {"indicator 33.16 32"},
    ),
    "violations counted in words": ("Tercatat empat pelanggaran netralitas ASN.", {"indicator 33.16 12 x4"}),
    "one sentence": (
        "Isu yang rawan terjadi yakni politik uang dan kampanye di luar jadwal.",
        {"indicator 33.16 54", "indicator 33.16 44"},
    ),
    "semicolons": (
        "Kerawanan yang pernah terjadi: politik uang; pemungutan suara ulang; netralitas ASN.",
        {"indicator 33.16 54", "indicator 33.16 32", "indicator 33.16 12"},
    ),
    "of a named region": (
        "Di Kabupaten Pati kerawanannya terkait netralitas ASN.",
        {"indicator 33.18 12"},
    ),
    "of two named regions": (
        "Di Kabupaten Pati dan Kabupaten Kudus kerawanan yang dominan ialah politik uang.",
        {"indicator 33.18 54", "indicator 33.19 54"},
    ),
    "goes on": (
        "Isu yang rawan terjadi yakni politik uang. Selain itu, kampanye di luar jadwal.",
        {"indicator 33.16 54", "indicator 33.16 44"},
    ),
    "numbers in brackets inside": (
        "Kerawanan yang perlu diantisipasi: 1) politik uang, 2) netralitas ASN, dan 3) kampanye di luar jadwal.",
        {"indicator 33.16 54", "indicator 33.16 12", "indicator 33.16 44"},
    ),
    "count of indicators is no count": (
        "Kabupaten Blora mencatat enam indikator yang terjadi, yaitu politik uang dan netralitas ASN.",
        {"indicator 33.16 54", "indicator 33.16 12"},
    ),
    "a lack beside other issues": (
        "Kerawanannya antara lain tidak ada pemantau pemilu, politik uang, dan tidak ada pengawas di desa.",
        {"indicator 33.16 60", "indicator 33.16 54", "indicator 33.16 40"},
    ),
    "denied": ("Sejauh ini tidak ditemukan politik uang.", set()),
    "in a quotation": (
        '"Yang kami temukan ialah kasus politik uang," kata ketuanya.',
        {"indicator 33.16 54"},
    ),
}

NOTHING: Rows = {
    "strategies become mitigations": (
        "Langkah pencegahan yang dilakukan:\n\n1. Sosialisasi bahaya politik uang\n2. Imbauan netralitas ASN",
        {"mitigation Sosialisasi bahaya politik uang", "mitigation Imbauan netralitas ASN"},
    ),
    "objectives": (
        "Tujuan pemetaan kerawanan adalah untuk:\n\n1. Menekan politik uang\n2. Menjaga netralitas ASN",
        set(),
    ),
    "the instrument": (
        "IKP terdiri dari empat dimensi yaitu:\n\n1. Konteks sosial politik\n2. Kontestasi, termasuk politik uang",
        set(),
    ),
    "strategy in a sentence": ("Bawaslu mencegah politik uang dengan patroli pengawasan.", set()),
    "forbidden practices": (
        "Praktik yang dilarang antara lain politik uang dan kampanye di luar jadwal.",
        set(),
    ),
    "wish in a sentence": ("Warga diharapkan menolak politik uang.", set()),
    "promise in a sentence": ("Para calon menandatangani pakta integritas menolak politik uang.", set()),
    "law in a sentence": ("Politik uang diatur dalam Pasal 523 undang-undang itu.", set()),
    "no issue at all": ("Rapat koordinasi dihadiri para tokoh masyarakat.", set()),
    "three lists in a row": (
        "Isu kerawanan di antaranya:\n\n1. Politik uang\n\nTujuan pemetaan ini adalah untuk:\n\n"
        "1. Menjaga netralitas ASN\n\nStrategi yang dijalankan yaitu:\n\n1. Patroli kampanye di luar jadwal",
        {"indicator 33.16 54", "mitigation Patroli kampanye di luar jadwal"},
    ),
}

OF_STATIONS: Rows = {
    "digits before": (
        "Hasilnya, 14 TPS dengan riwayat logistik rusak.",
        {"indicator 33.16 27 x14"},
    ),
    "thousands": (
        "Terdapat 1.265 TPS yang terdapat pemilih tidak memenuhi syarat tetapi masuk DPT.",
        {"indicator 33.16 18 x1265"},
    ),
    "in words": ("Ada tujuh TPS yang berada di wilayah rawan bencana.", {"indicator 33.16 3 x7"}),
    "several in a sentence": (
        "Rinciannya 14 TPS dengan riwayat logistik rusak, 9 TPS dengan riwayat keterlambatan logistik, "
        "dan dua TPS dengan praktik politik uang.",
        {"indicator 33.16 27 x14", "indicator 33.16 28 x9", "indicator 33.16 54 x2"},
    ),
    "ordinals number the items": (
        "Kedua, ada 15 TPS dengan riwayat pemungutan suara ulang. Ketiga, enam TPS dengan riwayat politik uang.",
        {"indicator 33.16 32 x15", "indicator 33.16 54 x6"},
    ),
    "thousands in a numbered list": (
        "Indikator TPS rawan:\n\n1. 125 TPS terdapat pemilih tidak memenuhi syarat\n"
        "2. 10.794 TPS di wilayah rawan bencana",
        {"indicator 33.16 18 x125", "indicator 33.16 3 x10794"},
    ),
    "a total behind kecamatan": ("Kecamatan Cepu memiliki 12 TPS rawan, Kecamatan Jepon 9 TPS.", set()),
    "numbered list": (
        "Indikator TPS rawan:\n\n1. 125 TPS terdapat pemilih tidak memenuhi syarat\n"
        "2. 16 TPS di wilayah rawan bencana",
        {"indicator 33.16 18 x125", "indicator 33.16 3 x16"},
    ),
    "count behind": (
        "Indikator TPS rawan:\n\n- Riwayat logistik rusak: 14 TPS\n- Wilayah rawan bencana: 16 TPS",
        {"indicator 33.16 27 x14", "indicator 33.16 3 x16"},
    ),
    "count in brackets": (
        "Indikator TPS rawan:\n\n- Riwayat logistik rusak (14 TPS)\n- Wilayah rawan bencana (1.016 TPS)",
        {"indicator 33.16 27 x14", "indicator 33.16 3 x1016"},
    ),
    "outside the catalog": (
        "Hasilnya, 12 TPS dengan kendala jaringan internet.",
        {"issue 33.16 dengan kendala jaringan internet x12"},
    ),
    "a region whose name sounds like an issue": (
        "Untuk Kota Malang tercatat empat belas TPS rawan bencana dan dua belas TPS dengan politik uang.",
        {"indicator 35.73 3 x14", "indicator 35.73 54 x12"},
    ),
    "none that ever had": ("Tidak ada TPS di Kabupaten Pati yang pernah PSU.", set()),
    "most of them in one region": (
        "Terdapat 1.204 TPS dengan pemilih TMS, terbanyak di Kabupaten Pati.",
        {"indicator 33.16 18 x1204"},
    ),
    "the lead of long paragraphs": (
        "Rincian TPS rawan di Kabupaten Pati:\n\nKe-1 terdapat 393 TPS dengan riwayat politik uang. Lalu, ke-2 "
        "sebanyak 298 TPS dengan riwayat logistik rusak.\n\nKe-3, sebanyak 176 TPS di wilayah rawan bencana.",
        {"indicator 33.18 54 x393", "indicator 33.18 27 x298", "indicator 33.18 3 x176"},
    ),
    "total of stations only": ("Di Blora terdapat 1.812 TPS.", set()),
    "not everywhere": ("Kerawanan politik uang tidak terjadi di Kabupaten Blora.", set()),
}


@pytest.mark.parametrize(
    ("text", "expected"), (LISTS | PROSE | NOTHING).values(), ids=(LISTS | PROSE | NOTHING).keys()
)
def test_issues(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(LEAD + text) == expected


@pytest.mark.parametrize(("text", "expected"), OF_STATIONS.values(), ids=OF_STATIONS.keys())
def test_issues_of_polling_stations(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(STATIONS + text) == expected
