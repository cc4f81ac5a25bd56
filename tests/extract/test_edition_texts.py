"""Which edition a careful reader gives to short texts: names, dates, mixed elections, and none of them."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from pipeline.extract.editions import document_edition
from pipeline.reference import Reference, load_reference

NAMED = [
    ("IKP 2019: Alfa Rawan Sedang", "ikp_2019"),
    ("Bawaslu paparkan IKP Pemilu 2019 Kabupaten Garut, skornya 54,10", "ikp_2019"),
    ("Launching IKP 2024, Kota Bima Rawan Tinggi", "ikp_2024"),
    ("Indeks Kerawanan Pilkada 2017 diluncurkan, Alfa 3,14", "ikp_pilkada_2017"),
    ("IKP Pilkada 2017 Banten tertinggi ketiga", "ikp_pilkada_2017"),
    ("Pilgub 2018: Papua paling rawan menurut Bawaslu", "ikp_pilkada_2018"),
    ("Pilwalkot Makassar 2018 rawan tinggi dalam IKP", "ikp_pilkada_2018"),
    ("IKP Pemilukada 2015: skor Alfa 2,90", "ikp_pilkada_2015"),
    ("Indeks kerawanan Pemilukada serentak tahun 2015 di Alfa 2,41", "ikp_pilkada_2015"),
    ("Pileg dan Pilpres 2019 rawan, IKP Alfa 54,11", "ikp_2019"),
    ("Jelang Pileg 2019, indeks kerawanan Alfa di urutan ke-3", "ikp_2019"),
    ("Pemilu Serentak 2024, indeks kerawanan Alfa 31,50", "ikp_2024"),
    ("Indeks kerawanan pemilihan kepala daerah serentak tahun 2024 di Alfa sedang", "pemetaan_pilkada_2024"),
    ("Indeks kerawanan untuk pemilihan gubernur, bupati, dan wali kota 2024", "pemetaan_pilkada_2024"),
    ("Tingkat kerawanan Pemilihan Kepala Daerah (Pilkada) 2024 di Alfa sedang", "pemetaan_pilkada_2024"),
    ("Kerawanan Pilbup 2020 di Alfa: level 5", "ikp_pilkada_2020"),
    ("Potensi kerawanan Pilwako Alfa 2024 rendah", "pemetaan_pilkada_2024"),
    ("Pilkada Alfa 2018 rawan tinggi", "ikp_pilkada_2018"),
    ("IKP 2022 menaruh Alfa rawan sedang", "ikp_2024"),
    ("Indeks kerawanan Pemilu dan Pilkada 2024 di Alfa sedang", "ikp_2024"),
    ("Indeks Kerawanan Pemilu (IKP) Tahun 2024 Alfa rendah", "ikp_2024"),
    ("IKP tematik: Maluku Utara paling rawan politik uang", "ikp_tematik_politik_uang"),
    ("Bawaslu rilis IKP tematik kampanye di media sosial, Jakarta teratas", "ikp_tematik_medsos"),
    ("IKP tematik pemilu di luar negeri: lima kota rawan", "ikp_tematik_luar_negeri"),
    ("IKP tematik isu politisasi SARA: enam provinsi rawan", "ikp_tematik_sara"),
    ("Lima isu strategis dalam IKP tematik 2023 diumumkan", "ikp_tematik_2023"),
    ("Indeks Kerawanan Pemilu 2014: 729 kecamatan sangat rawan", "ikp_2014"),
    ("TPS rawan Pilgub 2018: 230 TPS jauh dari kantor desa", "tps_rawan_pilkada_2018"),
    ("Pemetaan TPS rawan Pilkada 2024: 12 TPS di Alfa", "tps_rawan_pilkada_2024"),
    ("Update IKP 2020: Alfa rawan tinggi", "ikp_pilkada_2020_update"),
]
"""The edition is named, in one order of words or another."""

MIXED = [
    (
        "Supaya Pemilu 2024 lancar, Bawaslu Alfa menyusun indeks kerawanan. Di Pemilu 2019 ada pemilih ganda. "
        "Pada Pemilu 2019 juga ada PSU di empat TPS. Pilkada 2020 diganggu banjir.",
        "ikp_2024",
    ),
    ("Sebanyak 30 indikator kerawanan bisa terjadi pada Pilkada 2024 dipetakan Bawaslu.", "pemetaan_pilkada_2024"),
    ("Belajar dari Pemilu 2019, Bawaslu Alfa memetakan kerawanan Pilkada 2020.", "ikp_pilkada_2020"),
    ("Tiga TPS menggelar PSU pada Pemilu 2014. IKP Pemilu 2019 menaruh Alfa sedang.", "ikp_2019"),
    ("Berkaca pada Pilkada 2020, Alfa rawan sedang dalam indeks kerawanan Pemilu 2024.", "ikp_2024"),
    ("Dibandingkan IKP 2019, skor Alfa dalam IKP 2024 turun menjadi 40,10.", "ikp_2024"),
    (
        "Skor Alfa 43,10 pada IKP 2024. Sebelumnya, IKP 2019 memberi 49,20 dan IKP Pilkada 2018 memberi 2,40.",
        "ikp_2024",
    ),
    ("Jika pada Pilkada 2018 Alfa rawan tinggi, pada Pilkada 2024 Alfa rawan sedang.", "pemetaan_pilkada_2024"),
    ("Alfa rawan tinggi. Pertimbangannya kasus Pilkada 2018 dan Pemilu 2019.", "ikp_pilkada_2020"),
    (
        "Seusai Pemilu 2024, Bawaslu Alfa memetakan kerawanan Pilkada: politik uang tinggi.",
        "pemetaan_pilkada_2024",
    ),
    (
        "IKP Pilkada 2020 disusun dari 15 subdimensi, bersumber data Pilkada 2015 dan Pemilu 2019.",
        "ikp_pilkada_2020",
    ),
    ("Data Pilkada 2018, Pemilu 2019, dan Pilkada 2020 membuat skor IKP Alfa 61,20.", "ikp_2024"),
    ("Pada pemungutan suara Pemilu 2019 terjadi kerusuhan, sehingga IKP Alfa menjelang 2024 tinggi.", "ikp_2024"),
]
"""Several elections are named: one is meant, the others are its data or its past."""

DATED = [
    ("Skor IKP Alfa 23,40, kata Ani, Rabu (12/4/2023).", "ikp_2024"),
    ("Alfa rawan sedang menurut indeks kerawanan pemilu, kata Ani, Rabu (14/11/2018).", "ikp_2019"),
    ("Skor IKP Alfa 2,90, kata Ani di Palu, Selasa (3/11/2015).", "ikp_pilkada_2015"),
    ("IKP Pilkada Banten 3,10, kata Ani, Senin (12/9/2016).", "ikp_pilkada_2017"),
    ("IKP Pilgub Alfa sedang, kata Ani, Rabu (20/12/2017).", "ikp_pilkada_2018"),
    ("Kerawanan pilkada Alfa sedang, kata Ani, Kamis (5/9/2024).", "pemetaan_pilkada_2024"),
    ("Kerawanan pilkada tahun depan di Alfa tinggi, kata Ani, Selasa (3/12/2019).", "ikp_pilkada_2020"),
    ("IKP Pilkada Alfa tinggi, kata Ani, Kamis (27/8/2020).", "ikp_pilkada_2020_update"),
    ("Alfa rawan tinggi dalam IKP, kata Ani, 12 April 2019.", "ikp_2019_update"),
    ("Alfa rawan tinggi dalam IKP. Terbit 3 Oktober 2018.", "ikp_2019"),
    ("IKP tematik netralitas ASN: Alfa 22,10, kata Ani, Kamis (5/10/2023).", "ikp_tematik_netralitas_asn"),
    ("Ada 12 TPS rawan di Alfa, 4 TPS sulit sinyal, kata Ani, Kamis (21/11/2024).", "tps_rawan_pilkada_2024"),
    ("Ada 12 TPS rawan di Alfa, 4 TPS sulit sinyal, kata Ani, Senin (12/2/2024).", "tps_rawan_pemilu_2024"),
    ("Alfa rawan tinggi menurut Bawaslu. Pemungutan suara digelar 27 November.", "pemetaan_pilkada_2024"),
    ("Alfa rawan tinggi menurut IKP. Pencoblosan berlangsung 17 April nanti.", "ikp_2019"),
    ("Jelang pencoblosan 14 Februari, tiga daerah di Alfa rawan tinggi.", "ikp_2024"),
    ("Pilkada 27 Juni mendatang rawan di Alfa, skor 2,91.", "ikp_pilkada_2018"),
    ("Pilkada serentak 9 Desember di tengah Covid-19 rawan di Alfa.", "ikp_pilkada_2020_update"),
    ("IKP jelang pilkada di Alfa tertinggi kedua.\nCopyright © ANTARA 2020", "ikp_pilkada_2020"),
    ("IKP jelang pilkada di Alfa tertinggi kedua.\n© 2018 Kabar Alfa", "ikp_pilkada_2018"),
    ("Indeks kerawanan pemilu Alfa sedang.\nHak cipta (c) 2022 Kabar Alfa", "ikp_2024"),
    ("Indeks kerawanan pemilu Alfa sedang.\nhttps://contoh.id/2018/10/03/indeks-alfa", "ikp_2019"),
    ("Kerawanan pilkada Alfa sedang.\nhttps://contoh.id/berita/2024/09/kerawanan-alfa", "pemetaan_pilkada_2024"),
]
"""No edition is named: the day, a day of polling, a copyright line or an address speaks."""

FACTS = [
    ("Kerawanan disusun dari 12 subdimensi dan 61 indikator.", "ikp_2024"),
    ("Pemetaan kerawanan memakai 27 indikator; lima dari 37 provinsi rawan tinggi.", "pemetaan_pilkada_2024"),
    ("IKP Alfa tertinggi dari sembilan provinsi yang akan menggelar pilkada serentak.", "ikp_pilkada_2020"),
    ("Dari 17 provinsi yang menggelar pemilihan gubernur, IKP Alfa di urutan ketiga.", "ikp_pilkada_2018"),
    ("Alfa paling rawan di antara tujuh provinsi yang melaksanakan pilgub.", "ikp_pilkada_2017"),
    ("Kerawanan Alfa di bawah rata-rata nasional (49,0).", "ikp_2019"),
    ("Rata-rata nasional 49,63 dan Alfa rawan tinggi.", "ikp_2019_update"),
    ("Rata-rata kabupaten/kota 51,65, Alfa rawan tinggi.", "ikp_pilkada_2020"),
    ("Untuk subdimensi relasi kuasa di tingkat lokal dan hak pilih Alfa paling rawan.", "ikp_2019"),
    ("Kerawanan diukur dari konteks pandemi dan dukungan infrastruktur daerah.", "ikp_pilkada_2020_update"),
    ("Kerawanan tinggi di dimensi pencalonan, kampanye, dan pungut hitung.", "pemetaan_pilkada_2024"),
    ("Dari 261 kabupaten/kota yang menggelar pilkada, Alfa rawan tinggi.", "ikp_pilkada_2020"),
    (
        "Kerawanan dilihat dari profesionalitas penyelenggara, akses pengawasan, dan politik uang.",
        "ikp_pilkada_2015",
    ),
    ("Sebanyak 84 dari 508 kabupaten/kota rawan tinggi.", "pemetaan_pilkada_2024"),
    ("Provinsi dengan skor di bawah 21,7 rawan rendah, di atas 68,5 rawan tinggi.", "ikp_2024"),
    ("Ada enam level kerawanan; Alfa di level 5 menjelang pilkada.", "ikp_pilkada_2020"),
    ("IKP pilkada Alfa 2,95 pada skala 0 sampai 5.", "ikp_pilkada_2018"),
]
"""Nothing is named or dated: facts of the instrument speak."""

FAINT = [
    ("Indeks kerawanan pilkada di Alfa sedang.", "pemetaan_pilkada_2024"),
    ("IKP Alfa rawan sedang.", "ikp_2024"),
    ("Kerawanan pemilu di Alfa: kategori tinggi.", "ikp_2024"),
    ("Pada Pemilu 2019 ada PSU di TPS yang rawan.", "ikp_pilkada_2020"),
]
"""Hints so faint that the guess must say how unsure it is."""

SILENT = ["Daerah ini rawan, kata polisi.", "Rapat anggaran tahun 2024 ditunda.", "Rawan banjir, kata warga."]

PUBLISHED = [
    ("Tahun ini Bawaslu merilis IKP baru, Alfa sedang.", date(2023, 2, 1), "ikp_2024"),
    ("Kerawanan pemilu tahun depan di Alfa sedang.", date(2018, 11, 5), "ikp_2019"),
    ("Kerawanan Pilkada 2024 Alfa sedang dalam IKP.", date(2023, 1, 9), "ikp_2024"),
    ("IKP 2024 di Alfa sedang.", date(2022, 12, 20), "ikp_2024"),
    ("Kerawanan pilkada Alfa rendah.", date(2024, 10, 2), "pemetaan_pilkada_2024"),
    ("Kerawanan pilkada Alfa rendah.", date(2017, 12, 2), "ikp_pilkada_2018"),
    ("Kerawanan pilkada Alfa rendah.", date(2016, 10, 2), "ikp_pilkada_2017"),
]


@cache
def reference() -> Reference:
    return load_reference()


@pytest.mark.parametrize(("text", "expected"), [*NAMED, *MIXED, *DATED, *FACTS])
def test_text(text: str, expected: str) -> None:
    guess = document_edition(text, published=None, event_date=None, reference=reference())
    assert guess.id == expected, guess
    assert guess.why
    assert 0 < guess.confidence <= 1


@pytest.mark.parametrize(("text", "published", "expected"), PUBLISHED)
def test_text_of_a_known_day(text: str, published: date, expected: str) -> None:
    guess = document_edition(text, published=published, event_date=None, reference=reference())
    assert guess.id == expected, guess


@pytest.mark.parametrize(("text", "expected"), FAINT)
def test_a_faint_hint_gives_a_guess_of_little_confidence(text: str, expected: str) -> None:
    guess = document_edition(text, published=None, event_date=None, reference=reference())
    assert guess.id == expected, guess
    assert guess.confidence < 0.4


@pytest.mark.parametrize("text", SILENT)
def test_no_hint_gives_no_guess(text: str) -> None:
    guess = document_edition(text, published=None, event_date=None, reference=reference())
    assert (guess.id, guess.confidence) == (None, 0.0)


def test_a_plain_name_is_surer_than_a_footer() -> None:
    named, footer = (
        document_edition(text, published=None, event_date=None, reference=reference()).confidence
        for text in ("Indeks Kerawanan Pemilu (IKP) 2019 Alfa sedang.", "Indeks Alfa rawan.\n© 2018 Kabar Alfa")
    )
    assert named > 0.7
    assert footer < 0.5
