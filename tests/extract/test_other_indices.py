"""Indices of others: letters that they share with the IKP, documents on them alone, sentences on them beside ours."""

from __future__ import annotations

import pytest

from extract.conftest import Facts

NOTHING = {
    "food security is an IKP too": (
        "Indeks Ketahanan Pangan (IKP) Kabupaten Blora 84,27 dan menempati peringkat 23.\n\n"
        '"Skor IKP kita nomor enam. Pati 88,91, Kudus 87,40," paparnya. Tiga desa rawan tinggi.'
    ),
    "freedom of the press is one": (
        "Indeks Kemerdekaan Pers (IKP) Provinsi Jawa Tengah 77,92, di peringkat kelima.\n\n"
        "Ketua Bawaslu Jawa Tengah mengajak pers mengawal Pemilu 2024. IKP Jawa Timur 76,83."
    ),
    "a division of an office is one": (
        "Bidang Informasi dan Komunikasi Publik (IKP) Diskominfo Blora membantu Bawaslu. "
        "Nilai kinerja bidang IKP Blora 92,5."
    ),
    "another index beside ours": (
        "Bawaslu merilis Indeks Kerawanan Pemilu 2024.\n\nSelain IKP, Pemkab Blora memakai Indeks Kerukunan "
        "Umat Beragama. Nilai Kabupaten Blora pada indeks tersebut 78,40 atau kategori tinggi."
    ),
}

FOUND = {
    "ours beside food security": (
        "Indeks Kerawanan Pemilu (IKP) 2024 memberi Kabupaten Blora skor 41,20. Indeks Ketahanan Pangan dinilai "
        "lembaga lain.",
        {"score 33.16 41.20"},
    ),
    "ours by name, the letters another's": (
        "Kepala Bidang Informasi dan Komunikasi Publik (IKP) hadir. Dalam Indeks Kerawanan Pemilu 2024, Kabupaten "
        "Blora memperoleh skor 41,20.",
        {"score 33.16 41.20"},
    ),
    "a passing word on democracy": (
        "Bawaslu memetakan kerawanan Pilkada 2024. Indeks Demokrasi Indonesia tidak dibahas.\n\n"
        "Kabupaten Blora rawan tinggi.",
        {"category 33.16 tinggi"},
    ),
    "a list that Bawaslu tells behind the police": (
        "Kapolres memaparkan Indeks Potensi Kerawanan Pilkada (IPKP) Polri di Kabupaten Blora, 46,17.\n\n"
        "Ketua Bawaslu Kabupaten Blora menyampaikan isu kerawanan Pilkada 2024 di Blora:\n\n"
        "1. politik uang menjelang pencoblosan;\n2. pemilih ganda;",
        {"indicator 33.16 54", "indicator 33.16 20"},
    ),
    "words broken at the ends of lines": (
        "     Bawaslu Kabupaten Blora memaparkan hasil pemetaan Indeks Kerawanan Pemilu 2024, dan kerawanan yang ter-\n"
        "catat di sana menurut anggota yang membidangi pencegahan ialah praktik poli-\ntik uang, lalu ada pula pemilih "
        "ganda dalam daftar pemilih, serta netrali-\ntas ASN di Kabupaten Blora yang masih dipersoalkan warga.",
        {"indicator 33.16 20", "indicator 33.16 54", "indicator 33.16 12"},
    ),
}


@pytest.mark.parametrize("name", NOTHING)
def test_what_others_measure_is_not_ours(name: str, facts: Facts) -> None:
    assert facts(NOTHING[name]) == set()


@pytest.mark.parametrize("name", FOUND)
def test_ours_is_found_beside(name: str, facts: Facts) -> None:
    text, expected = FOUND[name]
    assert facts(text) == expected
