"""Traps: short texts in the shape of real releases whose numbers, names and levels are easily misread.

Each row is a whole text with all that a careful reader takes from it; anything more is an invention.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

TRAPS: dict[str, tuple[str, set[str]]] = {
    "a hotel in a city": (
        "BANDUNG - Bawaslu Jawa Barat menggelar rapat koordinasi di Hotel Savoy Kota Bandung, Selasa (10/1/2023). Dalam IKP 2024, Kabupaten Garut masuk kategori rawan sedang dengan skor 32,10.\nKegiatan dihadiri 120 peserta dari Kota Cimahi dan Kabupaten Sumedang.",
        {"category 32.05 sedang", "score 32.05 32.10"},
    ),
    "turnout and voters": (
        "Dalam IKP 2024 Kota Bogor masuk kategori rawan sedang. Partisipasi pemilih Kota Bogor pada Pemilu 2019 mencapai 82,5 persen, sedangkan Kabupaten Bogor 78,3 persen. Jumlah DPT Kota Bogor 743.000 pemilih.",
        {"category 32.71 sedang"},
    ),
    "the scale, then a score": (
        "Skor IKP 2024 kabupaten/kota di bawah 13,46 termasuk rawan rendah, 13,47 sampai 49,32 rawan sedang, dan di atas 49,33 rawan tinggi. Kota Depok memperoleh skor 10,55.",
        {"score 32.76 10.55"},
    ),
    "own score and two means": (
        "Skor IKP 2024 Provinsi Bali 52,75. Rata-rata skor kabupaten/kota di Bali 24,10. Rata-rata nasional 45,10.",
        {"score 51 24.10", "score 51 52.75", "score ID 45.10"},
    ),
    "two editions": (
        "Pada IKP 2019 Kabupaten Jember memperoleh skor 50,12 dengan kategori sedang. Kini pada IKP 2024 skor Jember 38,40 dan tetap rawan sedang.",
        {
            "category 35.09 sedang",
            "earlier category 35.09 sedang",
            "earlier score 35.09 50.12",
            "score 35.09 38.40",
        },
    ),
    "other bodies' indices": (
        "Indeks Demokrasi Indonesia (IDI) Provinsi Jambi 2022 sebesar 79,12. Dalam IKP 2024, Jambi tergolong rawan rendah dengan skor 12,03. Indeks Pembangunan Manusia Jambi 72,14.",
        {"category 15 rendah", "score 15 12.03"},
    ),
    "a table with a row of means and one of totals": (
        "IKP 2024 Provinsi Alfa\nNo\tKabupaten/Kota\tSkor\tKategori\n1\tKabupaten Malang\t64,0\tTinggi\n2\tKota Malang\t30,1\tSedang\n3\tKabupaten Kediri\t63,4\tTinggi\nRata-rata\tJawa Timur\t40,2\t\nJumlah\t\t157,5\t",
        {
            "category 35.06 tinggi",
            "category 35.07 tinggi",
            "category 35.73 sedang",
            "score 35.06 63.4",
            "score 35.07 64.0",
            "score 35.73 30.1",
        },
    ),
    "a comment below": (
        "Kabupaten Sleman rawan sedang pada IKP 2024.\n\nKomentar\nBudi: Kota Yogyakarta rawan tinggi skornya 90!",
        {"category 34.04 sedang"},
    ),
    "clock, money, score": (
        "Rapat dimulai pukul 14.30 WIB di Kota Serang. Anggaran Rp1,5 miliar. IKP 2024 Kabupaten Serang 33,2 (sedang).",
        {"category 36.04 sedang", "score 36.04 33.2"},
    ),
    "ranks alone": (
        "Dalam IKP 2024 Kabupaten Lebak menempati urutan ke-12 dari 514 kabupaten/kota, sedangkan Kota Cilegon urutan 200.",
        {"rank 36.02 12", "rank 36.72 200"},
    ),
    "a wish, then the level": (
        "Bawaslu Kota Batu berharap daerahnya tidak masuk kategori rawan tinggi pada IKP 2024. Kota Batu kini rawan rendah.",
        {"category 35.79 rendah"},
    ),
    "a kecamatan named like a city": (
        "Kecamatan Bandung di Kabupaten Serang masuk kategori rawan tinggi dalam pemetaan kerawanan Pilkada 2024.",
        set(),
    ),
    "a person named like a region": (
        "Anggota KPU, Siti Blitar, mengatakan IKP 2024 Kota Kediri berada pada kategori sedang dengan nilai 25,5.",
        {"category 35.71 sedang", "score 35.71 25.5"},
    ),
    "shares of a poll": (
        "Hasil survei elektabilitas calon bupati Sumbawa: pasangan A 45,20 persen dan B 38,10 persen. Kabupaten Sumbawa masuk kategori rawan sedang dalam pemetaan kerawanan Pilkada 2024.",
        {"category 52.04 sedang"},
    ),
    "twins apart, then in order": (
        "Menurut IKP 2024, Kabupaten Bekasi rawan tinggi sementara Kota Bekasi rawan sedang. Skor Kabupaten Bekasi 55,1 dan Kota Bekasi 40,2.",
        {"category 32.16 tinggi", "category 32.75 sedang", "score 32.16 55.1", "score 32.75 40.2"},
    ),
    "total, then dimensions": (
        "Kabupaten Agam pada IKP 2024 memperoleh skor 45,10 (sedang). Dimensi kontestasi 60,20, penyelenggaraan 50,00, sosial politik 30,10 dan partisipasi 0.",
        {
            "category 13.06 sedang",
            "dimension 13.06 konteks sosial politik 30.10",
            "dimension 13.06 kontestasi 60.20",
            "dimension 13.06 partisipasi 0",
            "dimension 13.06 penyelenggaraan 50.00",
            "score 13.06 45.10",
        },
    ),
    "a level of one dimension": (
        "IKP 2024: Kabupaten Sikka rawan tinggi pada dimensi penyelenggaraan pemilu dengan skor 75,00.",
        {"dimension 53.07 penyelenggaraan 75.00", "dimension 53.07 penyelenggaraan tinggi"},
    ),
    "levels behind brackets": (
        "IKP 2024 di Provinsi Bengkulu:\n1. Kabupaten Seluma (31,20) - sedang\n2. Kabupaten Kaur (10,10) - rendah\n3. Kota Bengkulu (55,00) - tinggi",
        {
            "category 17.04 rendah",
            "category 17.05 sedang",
            "category 17.71 tinggi",
            "score 17.04 10.10",
            "score 17.05 31.20",
            "score 17.71 55.00",
        },
    ),
    "counts with shares": (
        "Dari 35 kabupaten/kota di Jawa Tengah, 7 (20 persen) rawan tinggi, 25 (71,4 persen) rawan sedang dan 3 (8,6 persen) rawan rendah pada IKP 2024.",
        {"tally 33 regency_city rendah 3", "tally 33 regency_city sedang 25", "tally 33 regency_city tinggi 7"},
    ),
    "a quote without a region": (
        '"Kami masuk kategori rawan tinggi," kata Ketua Bawaslu Kabupaten Nabire, Senin (19/12/2022). IKP 2024 dirilis Bawaslu RI.',
        {"category 94.01 tinggi"},
    ),
    "no longer": (
        "Kota Tegal tidak lagi masuk kategori rawan tinggi pada IKP 2024.",
        set(),
    ),
    "issues, then prevention": (
        "Pemetaan kerawanan Pilkada 2024 Bawaslu Kabupaten Wajo menemukan isu politik uang, netralitas ASN, dan pemungutan suara ulang. Untuk mencegah politik uang, Bawaslu menggelar patroli.",
        {"indicator 73.13 12", "indicator 73.13 32", "indicator 73.13 54"},
    ),
    "polling stations": (
        "Bawaslu Kabupaten Tuban memetakan TPS rawan Pilkada 2024: 14 TPS dengan pemilih tidak memenuhi syarat, 3 TPS rawan bencana, dan satu TPS dengan riwayat PSU.",
        {"indicator 35.23 18 x14", "indicator 35.23 3 x3", "indicator 35.23 32 x1"},
    ),
    "description of the instrument": (
        "IKP 2024 terdiri dari empat dimensi. Indikatornya antara lain politik uang, netralitas ASN, dan pemilih ganda. Kabupaten Demak masuk rawan sedang.",
        {"category 33.21 sedang"},
    ),
    "three of one name": (
        "Skor IKP 2024 Kota Solok 22,1 dan Kabupaten Solok 33,2, sedangkan Solok Selatan 44,3.",
        {"score 13.02 33.2", "score 13.11 44.3", "score 13.72 22.1"},
    ),
    "a twin that nothing decides": (
        "Dalam IKP 2024 Bandung masuk kategori rawan tinggi dengan skor 91,5.",
        {"category ?32.04|32.73 tinggi", "score ?32.04|32.73 91.5"},
    ),
    "provinces named like cities": (
        "IKP 2024: Gorontalo 45,44, Bengkulu 3,79 dan Jambi 12,03. Kota Gorontalo rawan sedang.",
        {"category 75.71 sedang", "score 15 12.03", "score 17 3.79", "score 75 45.44"},
    ),
    "date, telephone, address": (
        "Rilis 16.12.2022: Kabupaten Bone skor 36,51 (IKP 2024). Hubungi 0812.3456.7890. Jl. Ahmad Yani No. 45,5.",
        {"score 73.08 36.51"},
    ),
    "another scale and its bound": (
        "IKP Pilkada 2018 Kabupaten Konawe 3,07 masuk rawan tinggi; batas tinggi 3,00.",
        {"category 74.02 tinggi", "score 74.02 3.07"},
    ),
    "a level by number": (
        "Pada IKP Pilkada 2020, Kabupaten Mamuju berada di level 5 dengan skor 64,50 atau rawan tinggi.",
        {"category 76.02 tinggi", "score 76.02 64.50"},
    ),
    "levels with colons": (
        "Kategori rawan tinggi: Kabupaten Poso, Sigi, dan Kota Palu. Kategori rawan sedang: Donggala dan Parigi Moutong (IKP 2024).",
        {
            "category 72.02 tinggi",
            "category 72.03 sedang",
            "category 72.08 sedang",
            "category 72.10 tinggi",
            "category 72.71 tinggi",
        },
    ),
    "none of them": (
        "Tidak ada kabupaten di Bali yang masuk kategori rawan tinggi dalam IKP 2024.",
        {"tally 51 regency_city tinggi 0"},
    ),
    "parted by semicolons": (
        "Kabupaten Lahat: skor 41,2; Kabupaten Empat Lawang: 39,1; Kota Pagar Alam: 28,0 (IKP 2024).",
        {"score 16.04 41.2", "score 16.11 39.1", "score 16.72 28.0"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), TRAPS.values(), ids=TRAPS.keys())
def test_traps(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(text) == expected
