"""What breaks a naive parser: the 19 points of the field guide, each mixed with true facts beside the trap.

A row is a whole text, an arrow and the complete facts as ``lines_of`` writes them. ``~`` marks a fact that a careful
reader may take or leave; behind ``@`` stand the editions of all facts that are not marked as earlier.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction

Rows: TypeAlias = dict[str, str]
Check: TypeAlias = Callable[[str], None]


@pytest.fixture
def check(take: Callable[[str], tuple[Document, Extraction]], lines: Callable[[Extraction], set[str]]) -> Check:
    """Return a function that reads a row's text and compares all its facts."""

    def check_row(row: str) -> None:
        text, _, wanted = row.rpartition("=> ")
        facts, _, edition = wanted.partition(" @ ")
        named = {fact.strip() for fact in facts.split(";")}
        optional = {fact.removeprefix("~") for fact in named if fact.startswith("~")}
        _, extraction = take(text.rstrip())
        assert lines(extraction) - optional == {fact for fact in named if not fact.startswith("~")}
        stated = (f for f in extraction.findings if not f.previous and f.type != "mitigation")
        assert not edition or {finding.edition for finding in stated} == set(edition.split(", "))

    return check_row


TWO_LAUNCHES: Rows = {
    "input of the province, then its aggregate": "Bawaslu Provinsi Lampung menyampaikan hasil IKP 2024. Berdasarkan data tingkat provinsi, Lampung memperoleh skor 64,61. Adapun berdasarkan agregat kabupaten/kota, skor Lampung 28,44. => score 18 64.61; score 18 28.44",
    "two runs of brackets": "Menurut agregat kabupaten/kota pada IKP 2024, urutan teratas ditempati Provinsi Banten (45,18) dan DKI Jakarta (43,02). Sementara menurut input provinsi, DKI Jakarta (88,95) di atas Banten (66,53). => score 36 45.18; score 31 43.02; score 31 88.95; score 36 66.53; ~rank 36 1; ~rank 31 2",
    "two columns": "Indeks Kerawanan Pemilu 2024\nProvinsi	Skor Provinsi	Agregat Kab/Kota\nMaluku Utara	84,86	33,10\nKalimantan Timur	77,04	31,22 => score 82 84.86; score 82 33.10; score 64 77.04; score 64 31.22",
    "a mean of its regencies": "Provinsi Papua mencatat skor 57,27 pada IKP 2024. Rata-rata kabupaten/kota di Papua 41,05, sedangkan Kota Jayapura 60,10. => score 91 57.27; score 91 41.05; score 91.71 60.10",
    "a mean that is the highest of the country": "Bawaslu Provinsi Banten memaparkan IKP 2024. Rerata skor kabupaten/kota di Banten menjadi yang tertinggi di Indonesia, yakni 45,18. => score 36 45.18",
    "aggregate in brackets": "Skor IKP 2024 Jawa Barat 77,04 (agregat kabupaten/kota 40,07). Kabupaten Bandung tercatat 91,5. => score 32 77.04; score 32 40.07; score 32.04 91.5",
    "aggregate named behind": "Skor Kalimantan Selatan untuk tingkat provinsi 53,35 (rawan sedang), tetapi agregasi 13 kabupaten/kota di Kalimantan Selatan menghasilkan skor 19,70. Kota Banjarmasin sendiri mendapat skor 22,41 pada IKP 2024. => score 63 53.35; category 63 sedang; score 63 19.70; score 63.71 22.41",
    "two levels for one province": "Dalam IKP 2024 yang diluncurkan Bawaslu RI, Sulawesi Utara menempati urutan ke-2 nasional dengan skor 87,48 dan masuk kategori rawan tinggi. Namun bila dihitung dari agregat skor kabupaten/kotanya, Sulawesi Utara hanya 35,26 atau rawan sedang. => score 71 87.48; category 71 tinggi; rank 71 2; score 71 35.26; category 71 sedang",
}

DIMENSION_LAST: Rows = {
    "dimensions in bullets, the region in the lead": "Skor per dimensi IKP 2024 Kota Palembang:\n- Konteks sosial politik: 33,63\n- Penyelenggaraan pemilu: 45,10\n- Kontestasi: 29,75\n- Partisipasi: 0 => dimension 16.71 konteks sosial politik 33.63; dimension 16.71 penyelenggaraan 45.10; dimension 16.71 kontestasi 29.75; dimension 16.71 partisipasi 0",
    "a run of brackets, dimension last": "Tiga daerah yang menonjol di NTB yaitu Kabupaten Bima (74,91), Kota Mataram (68,20), dan Kabupaten Dompu (61,05) pada dimensi kontestasi IKP 2024. Secara keseluruhan, Kabupaten Bima memperoleh skor 47,33 dengan kategori rawan sedang. => dimension 52.06 kontestasi 74.91; dimension 52.71 kontestasi 68.20; dimension 52.05 kontestasi 61.05; score 52.06 47.33; category 52.06 sedang",
    "semuanya di dimensi": "Kabupaten Sambas memperoleh skor 62,00, demikian pula Kabupaten Landak dengan skor 58,30, semuanya di dimensi partisipasi. Adapun skor IKP 2024 Kabupaten Sambas secara total sebesar 30,15 (rawan sedang). => dimension 61.01 partisipasi 62.00; dimension 61.08 partisipasi 58.30; score 61.01 30.15; category 61.01 sedang",
    "a subdimension": "Kota Ternate meraih nilai 90,00 pada subdimensi hak memilih dan total skor IKP 2024 sebesar 40,66. => dimension 82.71 hak memilih 90.00; score 82.71 40.66",
    "a cued run": "Kabupaten Bima dengan skor 74,91, Kota Mataram skor 68,20, dan Kabupaten Dompu skor 61,05 pada dimensi kontestasi IKP 2024. => dimension 52.06 kontestasi 74.91; dimension 52.71 kontestasi 68.20; dimension 52.05 kontestasi 61.05",
    "a run of brackets alone": "Kabupaten Bima (74,91), Kota Mataram (68,20), dan Kabupaten Dompu (61,05) menonjol pada dimensi kontestasi IKP 2024. => dimension 52.06 kontestasi 74.91; dimension 52.71 kontestasi 68.20; dimension 52.05 kontestasi 61.05",
    "dimension announced": "Tiga daerah dengan skor dimensi kontestasi tertinggi pada IKP 2024: Kabupaten Sinjai (74,91), Kota Palopo (68,20), Kabupaten Maros (61,05). => dimension 73.07 kontestasi 74.91; dimension 73.73 kontestasi 68.20; dimension 73.09 kontestasi 61.05",
    "total, dimensions in its brackets": "IKP 2024 menempatkan Kota Ambon di skor 44,20 (sosial politik 50,10; penyelenggaraan 60,00; kontestasi 30,00; partisipasi 0). => score 81.71 44.20; dimension 81.71 konteks sosial politik 50.10; dimension 81.71 penyelenggaraan 60.00; dimension 81.71 kontestasi 30.00; dimension 81.71 partisipasi 0",
    "columns of dimensions": "IKP 2024 Provinsi Maluku\nKabupaten/Kota	IKP	Sosial Politik	Penyelenggaraan	Kontestasi	Partisipasi\nKota Ambon	44,20	50,10	60,00	30,00	0\nKota Tual	30,10	20,20	40,10	25,00	12,50 => score 81.71 44.20; dimension 81.71 konteks sosial politik 50.10; dimension 81.71 penyelenggaraan 60.00; dimension 81.71 kontestasi 30.00; dimension 81.71 partisipasi 0; score 81.72 30.10; dimension 81.72 konteks sosial politik 20.20; dimension 81.72 penyelenggaraan 40.10; dimension 81.72 kontestasi 25.00; dimension 81.72 partisipasi 12.50",
    "dimension, then total": "Pada IKP 2024 Kabupaten Kutai Barat mendapat 81,25 untuk dimensi penyelenggaraan pemilu, sedangkan skor totalnya 52,10. => dimension 64.07 penyelenggaraan 81.25; score 64.07 52.10",
    "subdimensions, then the total": "Skor Kota Ambon pada IKP 2024 untuk subdimensi keamanan 66,1 dan hak memilih 40,2, total 44,20. => dimension 81.71 keamanan 66.1; dimension 81.71 hak memilih 40.2; score 81.71 44.20",
}

STAGE_BESIDE: Rows = {
    "overall, then a stage": "Dalam pemetaan kerawanan Pilkada 2024, Kabupaten Ende masuk kategori rawan sedang, namun rawan tinggi pada tahapan pencalonan. => category 53.08 sedang; dimension 53.08 pencalonan tinggi",
    "overall, then two stages": "Kota Sorong secara umum rawan rendah dalam pemetaan kerawanan Pilkada 2024, tetapi untuk tahapan kampanye berada pada kategori rawan sedang dan tahapan pungut hitung rawan tinggi. => category 96.71 rendah; dimension 96.71 kampanye sedang; dimension 96.71 pungut hitung tinggi",
    "dimension in a clause ahead": "Meski pada dimensi kontestasi masuk rawan tinggi, Kabupaten Tabanan secara keseluruhan tergolong rawan rendah menurut IKP 2024. => category 51.02 rendah; dimension 51.02 kontestasi tinggi",
    "dimension in the next sentence": "IKP 2024: Provinsi Gorontalo rawan sedang. Untuk dimensi partisipasi, Gorontalo justru rawan tinggi dengan skor 45,90. => category 75 sedang; dimension 75 partisipasi tinggi; dimension 75 partisipasi 45.90",
    "two regions, stage first": "Pada tahapan pungut hitung, Kabupaten Nias Selatan dan Kabupaten Mandailing Natal masuk kategori rawan tinggi. Hasil akhir pemetaan kerawanan Pilkada 2024, Nias Selatan rawan tinggi dan Mandailing Natal rawan sedang. => dimension 12.14 pungut hitung tinggi; dimension 12.13 pungut hitung tinggi; category 12.14 tinggi; category 12.13 sedang",
    "columns of stages": "Pemetaan Kerawanan Pilkada 2024\nKabupaten/Kota	Pencalonan	Kampanye	Pungut Hitung	Kategori\nKabupaten Luwu	Rendah	Tinggi	Sedang	Sedang\nKota Palopo	Tinggi	Tinggi	Tinggi	Tinggi => dimension 73.17 pencalonan rendah; dimension 73.17 kampanye tinggi; dimension 73.17 pungut hitung sedang; category 73.17 sedang; dimension 73.73 pencalonan tinggi; dimension 73.73 kampanye tinggi; dimension 73.73 pungut hitung tinggi; category 73.73 tinggi",
    "columns of two dimensions": "IKP 2024 Provinsi Sulawesi Selatan\nKabupaten/Kota	Kontestasi	Partisipasi	Kategori\nKabupaten Wajo	Rendah	Tinggi	Sedang => dimension 73.13 kontestasi rendah; dimension 73.13 partisipasi tinggi; category 73.13 sedang",
    "a run of levels, stage last": "Kabupaten Poso rawan tinggi dan Kota Palu rawan sedang untuk tahapan kampanye dalam pemetaan kerawanan Pilkada 2024. => dimension 72.02 kampanye tinggi; dimension 72.71 kampanye sedang",
}

NATIONAL_MEANS: Rows = {
    "secara nasional": "Kabupaten Kolaka memperoleh skor 30,21 dan masuk rawan sedang pada IKP 2024. Secara nasional, dimensi penyelenggaraan pemilu paling tinggi yaitu 42,22, diikuti sosial politik 31,13, kontestasi 26,22, dan partisipasi 3,83. => score 74.01 30.21; category 74.01 sedang; dimension ID penyelenggaraan 42.22; dimension ID konteks sosial politik 31.13; dimension ID kontestasi 26.22; dimension ID partisipasi 3.83",
    "rerata nasional of the provinces": "Bawaslu Provinsi Sumatera Barat memaparkan IKP 2024. Rerata nasional tingkat provinsi untuk dimensi penyelenggaraan 54,27, sosial politik 46,55, kontestasi 40,75, partisipasi 17,23. Adapun Sumatera Barat memperoleh skor 39,68. => dimension ID penyelenggaraan 54.27; dimension ID konteks sosial politik 46.55; dimension ID kontestasi 40.75; dimension ID partisipasi 17.23; score 13 39.68",
    "mean and the region's own in a quote": '"Rata-rata nasional dimensi kontestasi 26.22, sementara Kabupaten Wakatobi 41.30," kata anggota Bawaslu Wakatobi. Skor IKP 2024 Wakatobi 35.75. => dimension ID kontestasi 26.22; dimension 74.07 kontestasi 41.30; score 74.07 35.75',
    "kabupaten/kota di Indonesia": "Dari hasil IKP 2024, dimensi yang paling berpengaruh terhadap kerawanan kabupaten/kota di Indonesia adalah penyelenggaraan pemilu (42,22) lalu konteks sosial politik (31,13). Kota Pangkalpinang berada di kategori rawan rendah dengan skor 11,09. => ~dimension ID penyelenggaraan 42.22; ~dimension ID konteks sosial politik 31.13; score 19.71 11.09; category 19.71 rendah",
    "no label": "Ketua Bawaslu Kabupaten Sintang menjelaskan IKP 2024. Dimensi penyelenggaraan memberi sumbangan terbesar dengan skor 42,22, disusul sosial politik 31,13, kontestasi 26,22 dan partisipasi 3,83. Kabupaten Sintang sendiri rawan sedang dengan skor 29,87. => ~dimension ID penyelenggaraan 42.22; ~dimension ID konteks sosial politik 31.13; ~dimension ID kontestasi 26.22; ~dimension ID partisipasi 3.83; score 61.05 29.87; category 61.05 sedang",
    "mean behind the dimension": "Pada dimensi kontestasi, rerata nasional 40,75, sedangkan Provinsi Bali 52,10 (IKP 2024). => dimension ID kontestasi 40.75; dimension 51 kontestasi 52.10",
    "two means labelled once": "Rata-rata nasional IKP 2024 untuk dimensi penyelenggaraan 42,22 dan dimensi kontestasi 26,22. Kabupaten Sanggau 29,87. => dimension ID penyelenggaraan 42.22; dimension ID kontestasi 26.22; score 61.03 29.87",
}

THRESHOLDS: Rows = {
    "distance to the bound": "Pada IKP Pilkada 2020, skor 43,07-56,94 berarti rawan sedang. Kabupaten Bantul meraih 50,32, terpaut 6,62 dari ambang rawan tinggi 56,94. => score 34.02 50.32",
    "above and below": "Untuk provinsi, IKP 2024 menetapkan skor di atas 68,5 sebagai rawan tinggi dan di bawah 21,7 sebagai rawan rendah. Bali mencatat 52,75 sehingga masuk rawan sedang. => score 51 52.75; category 51 sedang",
    "three ranges": "Daerah dengan skor 0 sampai 13,46 tergolong rawan rendah, 13,47 sampai 49,32 rawan sedang, dan 49,33 sampai 100 rawan tinggi. Dengan skor 51,18, Kabupaten Sampang masuk rawan tinggi pada IKP 2024. => score 35.27 51.18; category 35.27 tinggi",
    "lebih dari 50": "Rawan tinggi adalah kabupaten/kota dengan skor lebih dari 50, kata Ketua Bawaslu Kabupaten Pinrang. Pinrang memperoleh 27,90 pada IKP 2024. => score 73.15 27.90",
    "difference": "Skor IKP 2024 Kota Tarakan 13,20, hanya selisih 0,26 dari batas bawah rawan sedang. => score 65.71 13.20",
    "a table of ranges": "Kategori IKP 2024 untuk kabupaten/kota:\n\nKategori	Rentang Skor\nRendah	0-13,46\nSedang	13,47-49,32\nTinggi	49,33-100\n\nKabupaten Buol memperoleh skor 24,50. => score 72.05 24.50",
    "just below the level": "Kota Ambon dengan skor 49,10 berada sedikit di bawah kategori rawan tinggi pada IKP 2024. => score 81.71 49.10",
    "near the level": "Kabupaten Dompu mendekati kategori rawan tinggi pada IKP 2024 dengan skor 48,9. => score 52.05 48.9",
    "one step from the level": "Skor Kabupaten Jombang 48,90, selangkah lagi menuju rawan tinggi pada IKP 2024. => score 35.17 48.90",
    "nearly": "Kabupaten Pamekasan nyaris rawan tinggi pada IKP 2024. Kabupaten Sumenep rawan rendah. => category 35.29 rendah",
    "49,33 ke atas": "Skor 49,33 ke atas masuk rawan tinggi. Pada IKP 2024 Kabupaten Ketapang mencatat skor 61,20 dan rawan tinggi. => score 61.04 61.20; category 61.04 tinggi",
}

SCALES: Rows = {
    "out of five, then out of a hundred": "IKP Pilkada 2018 menempatkan Kabupaten Puncak pada skor 3,42 dari skala 0-5. Pada IKP 2024 skor Kabupaten Puncak 62,10. => earlier score 94.05 3.42; score 94.05 62.10",
    "small scores of the mapping": "Pemetaan kerawanan Pilkada 2024: Kabupaten Kapuas Hulu memperoleh skor 6,12 dengan kategori rawan sedang, Kabupaten Melawi 26,05 kategori rawan tinggi, dan Kabupaten Sekadau 2,3 kategori rawan rendah. => score 61.06 6.12; category 61.06 sedang; score 61.10 26.05; category 61.10 tinggi; score 61.09 2.3; category 61.09 rendah",
    "levels one to six": "Pada IKP Pilkada 2020, Kota Ternate berada di level 4 dengan skor 52,16, sedangkan Kota Tidore Kepulauan di level 2 dengan skor 41,00. => score 82.71 52.16; ~category 82.71 sedang; score 82.72 41.00; ~category 82.72 rendah",
    "shared level on the scale to five": "IKP Pilkada 2017: Provinsi Papua Barat 3,38, Aceh 3,32, dan Banten 3,14, ketiganya rawan tinggi. => score 92 3.38; category 92 tinggi; score 11 3.32; category 11 tinggi; score 36 3.14; category 36 tinggi",
    "two years in two columns": "IKP 2024 Provinsi Sulawesi Selatan\nKabupaten/Kota	Skor 2019	Skor 2024\nKabupaten Luwu	50,10	40,20 => earlier score 73.17 50.10; score 73.17 40.20",
    "an integer and a hundred": "Kota Sabang meraih skor 9 pada IKP 2024, Kabupaten Simeulue skor 100. => score 11.72 9; score 11.09 100",
    "index and earlier index": "IKP 2019 Kabupaten Teluk Bintuni 66,47 (tinggi), sedangkan pada IKP 2024 skornya 40,10 (sedang). => earlier score 92.06 66.47; earlier category 92.06 tinggi; score 92.06 40.10; category 92.06 sedang",
    "the mapping, then the index of 2022": "Pemetaan kerawanan Pilkada 2024 menempatkan Kabupaten Belu di rawan sedang, sedangkan dalam IKP 2024 yang dirilis Desember 2022 Kabupaten Alor rawan tinggi. => category 53.04 sedang; category 53.05 tinggi @ ikp_2024, pemetaan_pilkada_2024",
    "the earlier score in brackets": "Skor IKP 2024 Kabupaten Poso 40,20 (2020: 55,10), Kabupaten Sigi 30,10 (2020: 44,00). => score 72.02 40.20; score 72.10 30.10; ~earlier score 72.02 55.10; ~earlier score 72.10 44.00",
    "zero of a dimension, total behind": "Kabupaten Sabu Raijua memperoleh skor nol pada dimensi partisipasi IKP 2024, sedangkan skor totalnya 20,4. => dimension 53.20 partisipasi 0; score 53.20 20.4",
}

TWINS: Rows = {
    "a run of cities, a run of regencies": "Kota: Tasikmalaya 41,10, Cirebon 38,20, Sukabumi 29,90. Kabupaten: Tasikmalaya 44,00, Cirebon 36,75, Sukabumi 51,30 (skor IKP 2024). => score 32.78 41.10; score 32.74 38.20; score 32.72 29.90; score 32.06 44.00; score 32.09 36.75; score 32.02 51.30",
    "a list of cities, a list of regencies": "Daftar kota rawan tinggi pada IKP 2024:\n1. Bima\n2. Kupang\n\nDaftar kabupaten rawan sedang:\n1. Bima\n2. Kupang => category 52.72 tinggi; category 53.71 tinggi; category 52.06 sedang; category 53.01 sedang",
    "type in brackets behind": "Pekalongan (Kabupaten) 27,10 dan Pekalongan (Kota) 33,25 menurut skor IKP 2024. => score 33.26 27.10; score 33.75 33.25",
    "each with its level and score": "IKP 2024 di Jawa Barat: Kabupaten Bogor rawan tinggi dengan skor 54,20, sedangkan Kota Bogor rawan sedang dengan skor 30,45. => score 32.01 54.20; category 32.01 tinggi; score 32.71 30.45; category 32.71 sedang",
    "a level shared, scores in order": "Kota Kediri dan Kabupaten Kediri sama-sama rawan sedang pada IKP 2024, masing-masing dengan skor 25,5 dan 31,2. => score 35.71 25.5; category 35.71 sedang; score 35.06 31.2; category 35.06 sedang",
    "a run behind Kota": "Kota Malang, Blitar, dan Kediri masuk rawan sedang pada IKP 2024, sedangkan Kabupaten Malang rawan tinggi. => category 35.73 sedang; category 35.72 sedang; category 35.71 sedang; category 35.07 tinggi",
    "Kabupaten dan Kota, two scores": "Pada IKP 2024 Kabupaten dan Kota Tegal rawan sedang dengan skor 27,1 dan 21,4. => score 33.28 27.1; category 33.28 sedang; score 33.76 21.4; category 33.76 sedang",
    "Kota/Kabupaten": "Kota/Kabupaten Sukabumi rawan sedang pada IKP 2024, Kabupaten Garut rawan tinggi. => category 32.72 sedang; category 32.02 sedang; category 32.05 tinggi",
}

PREFIXES: Rows = {
    "some of Jawa Tengah, none named": "Ada daerah rawan tinggi di Jawa Tengah pada IKP 2024. Skor Jawa Tengah sendiri 34,83. => score 33 34.83",
    "regencies of Kalimantan Timur with scores": "Yang masuk kategori rawan tinggi di Kalimantan Timur dalam IKP 2024 adalah Kutai Kartanegara (55,20) dan Kutai Barat (52,10). => score 64.02 55.20; category 64.02 tinggi; score 64.07 52.10; category 64.07 tinggi",
    "Ogan Komering Ulu": "Skor IKP 2024 Ogan Komering Ulu 31,20, Ogan Komering Ulu Timur 22,10, dan Ogan Komering Ulu Selatan 40,05. => score 16.01 31.20; score 16.08 22.10; score 16.09 40.05",
    "Lebong and Bengkulu": "Kabupaten Lebong rawan sedang, Kabupaten Rejang Lebong rawan tinggi, Bengkulu Tengah rawan rendah, dan Kota Bengkulu rawan sedang dalam IKP 2024. => category 17.07 sedang; category 17.02 tinggi; category 17.09 rendah; category 17.71 sedang",
    "provinces of Papua": "Provinsi Papua Barat Daya rawan sedang dan Papua Selatan rawan rendah dalam pemetaan kerawanan Pilkada 2024, sedangkan Papua rawan sedang. => category 96 sedang; category 93 rendah; category 91 sedang",
    "Mamuju and Luwu": "Skor IKP 2024 lima kabupaten di Sulawesi ialah Mamuju (41,2), Mamuju Tengah (30,5), Luwu (22,1), Luwu Utara (35,8), dan Luwu Timur (44,0). => score 76.02 41.2; score 76.06 30.5; score 73.17 22.1; score 73.22 35.8; score 73.24 44.0",
    "Belitung": "Kabupaten Belitung masuk kategori rawan rendah dan Belitung Timur rawan sedang, sedangkan Provinsi Kepulauan Bangka Belitung memperoleh skor 29,89 pada IKP 2024. => category 19.02 rendah; category 19.06 sedang; score 19 29.89",
    "Banggai and Buton": "Skor IKP 2024: Kabupaten Banggai 33,3, Banggai Laut 20,2, Banggai Kepulauan 17,7; Buton 25,1, Buton Utara 19,6, Buton Tengah 44,4. => score 72.01 33.3; score 72.11 20.2; score 72.07 17.7; score 74.04 25.1; score 74.10 19.6; score 74.14 44.4",
    "Aceh": "Banda Aceh masuk rawan sedang, Aceh Besar rawan sedang, Aceh Selatan rawan tinggi. Adapun Aceh memperoleh skor 38,06 pada IKP 2024. => category 11.71 sedang; category 11.06 sedang; category 11.01 tinggi; score 11 38.06",
    "regencies of Lampung, not Lampung": "Daerah rawan sedang di Lampung pada IKP 2024 ialah Kabupaten Way Kanan dan Kota Metro. => category 18.08 sedang; category 18.72 sedang",
    "regencies of Maluku, not Maluku": "Kabupaten rawan tinggi di Maluku dalam IKP 2024: Buru dan Seram Bagian Barat. => category 81.04 tinggi; category 81.06 tinggi",
    "bordering on": "Kota Tual, yang berbatasan dengan Kabupaten Maluku Tenggara, masuk kategori rawan sedang pada IKP 2024. => category 81.72 sedang",
    "level and bracket, province and its neighbour": "Kepulauan Riau rawan sedang (40,33), Riau rawan sedang (62,59), Kepulauan Meranti rawan rendah (10,2) pada IKP 2024. => score 21 40.33; category 21 sedang; score 14 62.59; category 14 sedang; score 14.10 10.2; category 14.10 rendah",
    "Sumatera Selatan by short names": "Skor IKP 2024: OKU 20,5; OKUS 21,6; OKUT 22,7; OKI 23,8; PALI 24,9; Muba 44,3. => score 16.01 20.5; score 16.09 21.6; score 16.08 22.7; score 16.02 23.8; score 16.12 24.9; score 16.06 44.3",
    "Sorong three times": "Papua Barat dan Papua Barat Daya rawan sedang pada pemetaan kerawanan Pilkada 2024, sementara Kota Sorong, Kabupaten Sorong, dan Sorong Selatan rawan tinggi. => category 92 sedang; category 96 sedang; category 96.71 tinggi; category 96.01 tinggi; category 96.02 tinggi",
}

KECAMATAN: Rows = {
    "Kecamatan Bandung in Serang": "Kecamatan Bandung, Kecamatan Pamarayan, dan Kecamatan Cikande di Kabupaten Serang paling banyak TPS rawannya. Kabupaten Serang masuk kategori rawan sedang dalam IKP 2024. => category 36.04 sedang",
    "kapanewon": "Bawaslu Kabupaten Bantul memetakan wilayahnya: Kapanewon Sewon, Kasihan, dan Kretek rawan tinggi. Pemetaan kerawanan Pilkada 2024 menempatkan Kabupaten Bantul pada kategori rawan sedang. => category 34.02 sedang",
    "the kecamatan of the same name": "Di Kabupaten Sragen, Kecamatan Sragen, Masaran, dan Gemolong masuk kategori rawan tinggi. Pada IKP 2024 Kabupaten Sragen memperoleh skor 28,40. => score 33.14 28.40",
    "distrik": "Distrik Merauke dan Distrik Jagebob di Kabupaten Merauke rawan tinggi menurut pemetaan Bawaslu. Secara kabupaten, Merauke rawan rendah dalam pemetaan kerawanan Pilkada 2024. => category 93.01 rendah",
    "kecamatan counted": "Sebanyak 5 kecamatan di Kota Palembang masuk kategori rawan tinggi, antara lain Kecamatan Kertapati dan Kecamatan Sako. Kota Palembang mendapat skor 33,71 pada IKP 2024. => tally 16.71 district tinggi 5; score 16.71 33.71",
    "a list of kecamatan with scores": "Skor kerawanan per kecamatan di Kabupaten Cianjur (pemetaan kerawanan Pilkada 2024):\n1. Kecamatan Cianjur 22,5\n2. Kecamatan Sukanagara 20,1\n3. Kecamatan Bojongpicung 18,3\n\nKabupaten Cianjur secara keseluruhan rawan sedang. => category 32.03 sedang",
    "Kecamatan Kediri in Tabanan": "Kecamatan Kediri dan Kecamatan Tabanan dinilai rawan tinggi oleh Bawaslu Tabanan. Kabupaten Tabanan sendiri rawan rendah pada IKP 2024. => category 51.02 rendah",
    "desa": "Desa Bangli dan Desa Gianyar di Kabupaten Tabanan paling rawan. Kabupaten Tabanan rawan rendah pada IKP 2024. => category 51.02 rendah",
    "kecamatan in brackets": "TPS rawan terbanyak ada di Kabupaten Cirebon (Kecamatan Kuningan dan Kecamatan Sumber). Skor IKP 2024 Kabupaten Cirebon 36,75. => score 32.09 36.75",
    "dapil": "Dapil Pasuruan 2 dan dapil Malang 1 rawan tinggi menurut panwascam. Dalam IKP 2024 Kota Batu rawan rendah. => category 35.79 rendah",
}

PLAIN_WORDS: Rows = {
    "sedang menyusun": "Bawaslu Kabupaten Sidrap sedang menyusun langkah menghadapi Pilkada 2024. Dalam IKP 2024 Sidrap tergolong rawan rendah. => category 73.14 rendah",
    "a high turnout, a low score": "Partisipasi pemilih Kota Manado tergolong tinggi. Namun skor yang rendah jangan membuat lengah, kata Ketua Bawaslu Manado. Manado memperoleh skor 24,80 (rawan sedang) dalam IKP 2024. => score 71.71 24.80; category 71.71 sedang",
    "lower and lowest": "Semakin rendah skornya, semakin aman daerah itu. Kabupaten Malinau memiliki skor terendah di Kalimantan Utara dalam IKP 2024. Kabupaten Nunukan rawan sedang dengan skor 20,36. => score 65.03 20.36; category 65.03 sedang",
    "rain": "Curah hujan tinggi sedang melanda Kabupaten Natuna saat Bawaslu meluncurkan pemetaan kerawanan Pilkada 2024. Natuna masuk kategori rawan sedang. => category 21.03 sedang",
    "sedang twice, then meant": "Saat ini Kota Bontang sedang bersiap, Kabupaten Paser juga sedang mendata TPS. Untuk IKP 2024, tingkat kerawanan Bontang rendah dan Paser sedang. => category 64.74 rendah; category 64.01 sedang",
    "high hopes": '"Harapan warga sangat tinggi," ujar Ketua Bawaslu Kabupaten Sumba Timur. Tingginya antusiasme warga Kabupaten Sumba Barat juga dicatat. Sumba Timur sendiri rawan sedang pada IKP 2024. => category 53.11 sedang',
    "other things graded": "Angka golput di Kabupaten Tuban rendah, angka kemiskinan tinggi, dan inflasi sedang. Skor IKP 2024 Kabupaten Tuban 33,90. => score 35.23 33.90",
    "quality of democracy": "Kualitas demokrasi Kota Tomohon masuk kategori tinggi. IKP 2024 Kota Bitung rawan rendah. => category 71.72 rendah",
    "enthusiasm, then a score": "Antusiasme pemilih Kabupaten Muna tergolong tinggi. Skor IKP 2024 Muna 20,10. => score 74.03 20.10",
    "a level behind, then Lalu": "Kota Manado rawan tinggi dalam IKP 2024. Lalu Kota Bitung mendapat skor 30,20. => category 71.71 tinggi; score 71.72 30.20",
    "literacy": "Tingkat literasi Kabupaten Kepulauan Sangihe tergolong rendah. IKP 2024 Kota Bitung rawan sedang. => category 71.72 sedang",
}

GRADED_ISSUES: Rows = {
    "indicators counted and named": "Tiga indikator rawan tinggi di Kabupaten Katingan yaitu pemungutan suara ulang, intimidasi terhadap pemilih, dan pemilih ganda. Skor IKP 2024 Katingan 41,75. => indicator 62.06 32; indicator 62.06 7; indicator 62.06 20; score 62.06 41.75",
    "a column of levels": "Pemetaan Kerawanan Pilkada 2024 Kabupaten Bone Bolango\nNo	Indikator	Tingkat\n1	Politik uang	Tinggi\n2	Netralitas ASN	Sedang\n3	Pemilih ganda dalam daftar pemilih	Rendah => indicator 75.03 54; indicator 75.03 12; indicator 75.03 20",
    "levels in brackets": "Politik uang (tinggi), netralitas ASN (tinggi), dan pemilih ganda (sedang) menjadi isu kerawanan di Kabupaten Pringsewu. Hasil pemetaan kerawanan Pilkada 2024 menempatkan Pringsewu di kategori rawan sedang. => indicator 18.10 54; indicator 18.10 12; indicator 18.10 20; category 18.10 sedang",
    "counts of indicators": "Hasil pemetaan kerawanan Pilkada 2024 Kabupaten Sigi: rawan tinggi 3 indikator, rawan sedang 10 indikator. Kabupaten Poso masuk kategori rawan rendah. => category 72.02 rendah",
    "kategori tinggi ada": "Di Kabupaten Jeneponto, kategori tinggi ada politik uang dan netralitas ASN, kategori sedang ada kampanye di luar jadwal. Kabupaten Jeneponto sendiri rawan sedang dalam pemetaan kerawanan Pilkada 2024. => indicator 73.04 54; indicator 73.04 12; indicator 73.04 44; category 73.04 sedang",
    "kerawanan tinggi berupa": "Kerawanan tinggi di Kabupaten Flores Timur berupa politik uang; kerawanan sedang berupa keterlambatan logistik. Menurut IKP 2024, Flores Timur rawan rendah. => indicator 53.06 54; indicator 53.06 28; category 53.06 rendah",
}

OTHER_BODIES: Rows = {
    "complaints": "Jumlah laporan masyarakat per kabupaten:\n- Rokan Hilir: 65 laporan\n- Kampar: 41 laporan\n- Siak: nihil\n\nPada IKP 2024, Provinsi Riau memperoleh skor 62,59 (rawan sedang). => score 14 62.59; category 14 sedang",
    "disaster risk": "BNPB mencatat Indeks Risiko Bencana Kabupaten Lumajang 163,2 atau kategori tinggi. Dalam IKP 2024, Lumajang rawan sedang dengan skor 20,54. => score 35.08 20.54; category 35.08 sedang",
    "ombudsman": "Ombudsman memberi nilai 88,54 kepada Pemerintah Kota Parepare (zona hijau). Sementara itu Kota Parepare rawan rendah dalam IKP 2024. => category 73.72 rendah",
    "a police map without a number": "Polda Papua Tengah memetakan Kabupaten Puncak rawan tinggi dan Kabupaten Intan Jaya rawan tinggi. Versi Bawaslu, pemetaan kerawanan Pilkada 2024 menempatkan Kabupaten Nabire pada kategori rawan sedang. => category 94.01 sedang",
    "human development": "BPS merilis IPM Kota Kendari 84,51 (sangat tinggi) dan Kabupaten Muna 70,12 (tinggi). IKP 2024 Kota Kendari tercatat 37,26, rawan sedang. => score 74.71 37.26; category 74.71 sedang",
    "an index behind the number": "Kabupaten Manggarai memperoleh skor 68,40 pada Indeks Pembangunan Manusia. Skor IKP 2024 Kabupaten Manggarai Barat 30,15. => score 53.15 30.15",
    "an award of the office": "Bawaslu Kabupaten Sikka meraih nilai 96,20 dalam anugerah keterbukaan informasi. Pada IKP 2024 Kabupaten Sikka rawan sedang. => category 53.07 sedang",
    "the army": "Pemetaan Kodam menempatkan Kabupaten Nduga pada kategori rawan tinggi. Pada IKP 2024 Kabupaten Yalimo skornya 86,66. => score 95.06 86.66",
    "a red zone of drugs": "Kabupaten Agam masuk zona merah peredaran narkoba. IKP 2024 Kabupaten Solok rawan sedang. => category 13.02 sedang",
    "kepolisian": "Dari hasil pemetaan kepolisian, Kabupaten Buol rawan tinggi. Pada IKP 2024 Kabupaten Sigi rawan sedang. => category 72.10 sedang",
    "violations counted and graded": "Jumlah Pelanggaran Pemilu 2019 di Maluku\n\nKabupaten/Kota	Jumlah	Kategori\nKota Ambon	44	Tinggi\nKota Tual	12	Sedang\n\nDalam IKP 2024 Kabupaten Buru rawan rendah. => category 81.04 rendah",
    "food": "Kerawanan pangan Kabupaten Malaka tinggi dengan skor 60,1. IKP 2024 Kota Kupang rawan sedang. => category 53.71 sedang",
    "a rank in spending": "Kabupaten Sigi menempati peringkat kedua dalam penyerapan anggaran. Skor IKP 2024 Kabupaten Sigi 30,10. => score 72.10 30.10",
    "an index of ethics": "Indeks Kepatuhan Etik Penyelenggara Pemilu Kota Ambon 61,30, kategori sedang. IKP 2024 Kota Tual rawan rendah. => category 81.72 rendah",
    "beside the index of the police, in one paragraph": "Indeks Potensi Kerawanan Pemilu (IPKP) Polri mencatat Kabupaten Bangkalan dengan skor 9,96 dan Kabupaten Sumenep 9,7. Adapun dalam IKP 2024 Bawaslu, Kabupaten Bangkalan rawan tinggi dengan skor 56,40. => score 35.26 56.40; category 35.26 tinggi",
    "the police's index in the last sentence of many": "Bawaslu Kabupaten Bima mencatat Kabupaten Bima masuk kategori rawan tinggi dalam pemetaan kerawanan Pilkada 2024. Kerawanannya politik uang dan netralitas ASN.\n\nKapolres menyebut indeks potensi kerawanan versi Polri untuk Kabupaten Bima berada di angka 41,25. => category 52.06 tinggi; indicator 52.06 54; indicator 52.06 12",
}

INSTRUMENTS: Rows = {
    "a list of prevention": "Kabupaten Barru masuk kategori rawan sedang dalam pemetaan kerawanan Pilkada 2024.\n\nUpaya pencegahan yang dilakukan:\n1. Sosialisasi tolak politik uang\n2. Pengawasan netralitas ASN\n3. Patroli masa tenang => category 73.11 sedang; mitigation Sosialisasi tolak politik uang; mitigation Pengawasan netralitas ASN; mitigation Patroli masa tenang",
    "what must be": "Daftar pemilih harus akurat: yang memenuhi syarat harus terdaftar dan yang tidak memenuhi syarat harus dicoret. Isu kerawanan Kabupaten Soppeng dalam IKP 2024 ialah pemilih ganda. => indicator 73.12 20",
    "appeals": "Bawaslu Kabupaten Enrekang mengimbau ASN tetap netral, warga menolak politik uang, dan peserta tidak berkampanye di luar jadwal. Kerawanan yang ditemukan dalam pemetaan kerawanan Pilkada 2024 ialah keterlambatan logistik. => indicator 73.16 28",
    "objectives, then findings": "Tujuan pemetaan kerawanan Pilkada 2024:\n- mencegah politik uang\n- menjaga netralitas ASN\n\nHasil pemetaan di Kabupaten Polewali Mandar:\n- TPS tanpa pengawas\n- pemilih tidak memenuhi syarat terdaftar dalam DPT => indicator 76.04 39; indicator 76.04 18",
    "a request to report": "Masyarakat diminta melapor bila menemukan politik uang, intimidasi terhadap pemilih, atau kampanye di luar jadwal. Kota Palu rawan sedang dalam IKP 2024. => category 72.71 sedang",
    "a training": "Panwascam dilatih menangani politik uang, pemilih ganda, dan surat suara tertukar. Kota Palu rawan sedang dalam IKP 2024. => category 72.71 sedang",
    "a declaration": "Deklarasi damai berisi tolak politik uang, tolak hoaks, dan jaga netralitas ASN. Kota Palu rawan sedang dalam IKP 2024. => category 72.71 sedang",
    "strategic issues of the nation": "Secara nasional, isu terbanyak adalah politik uang dan netralitas ASN. Kota Palu rawan sedang dalam IKP 2024. => category 72.71 sedang; ~indicator ID 54; ~indicator ID 12",
    "material of a training": "Materi pelatihan panwascam:\n1. Penanganan politik uang\n2. Pemilih ganda\n\nKota Bengkulu rawan sedang dalam pemetaan kerawanan Pilkada 2024. => category 17.71 sedang",
    "kinds of violations": "Jenis pelanggaran pemilihan antara lain:\n- politik uang\n- kampanye di luar jadwal\n\nBawaslu Kota Bengkulu menyatakan kota itu masuk kategori rawan sedang dalam pemetaan kerawanan Pilkada 2024. => category 17.71 sedang",
    "what is measured": "Indikator yang diukur dalam pemetaan kerawanan Pilkada 2024 antara lain:\n- politik uang\n- pemilih ganda\n\nBawaslu Kota Bengkulu mencatat isu yang menonjol adalah netralitas ASN. => indicator 17.71 12",
    "instrument, then an issue": "IKP 2024 disusun dari 4 dimensi, 12 subdimensi, dan 61 indikator, antara lain intimidasi terhadap pemilih, pemilih ganda, dan surat suara tertukar. Di Kabupaten Sigi, isu yang pernah terjadi adalah pemungutan suara ulang. => indicator 72.10 32",
    "seperti behind 61 indikator": "IKP 2024 mencakup 61 indikator seperti politik uang, pemilih ganda, dan penghitungan suara ulang. Di Kabupaten Sigi isu yang menonjol adalah pemungutan suara ulang. => indicator 72.10 32",
    "somewhere else": "Kota Palu rawan sedang dalam IKP 2024. Di daerah lain terjadi pemungutan suara ulang dan perusakan fasilitas penyelenggaraan pemilu. => category 72.71 sedang",
    "none of a list": "Kota Palu rawan sedang dalam IKP 2024. Tidak ada laporan politik uang, pemilih ganda, maupun PSU di kota ini. => category 72.71 sedang; ~indicator 72.71 54 denied; ~indicator 72.71 20 denied; ~indicator 72.71 32 denied",
    "a list, then not found": "Kota Palu rawan sedang dalam IKP 2024. Politik uang, pemilih ganda, dan PSU tidak ditemukan. => category 72.71 sedang; ~indicator 72.71 54 denied; ~indicator 72.71 20 denied; ~indicator 72.71 32 denied",
    "a wish": "Kota Bengkulu rawan sedang dalam pemetaan kerawanan Pilkada 2024. Jangan sampai terjadi politik uang dan intimidasi terhadap pemilih. => category 17.71 sedang",
    "a demand": "Bawaslu mendorong KPU mengantisipasi keterlambatan logistik. Kota Bengkulu rawan sedang dalam pemetaan kerawanan Pilkada 2024. => category 17.71 sedang",
}

QUESTIONS_AND_LINKS: Rows = {
    "a question ahead, a link between": "Bagaimana Kerawanan Kota Cirebon?\n\nBawaslu merilis IKP 2024. Kabupaten Kuningan masuk kategori rawan sedang dengan skor 30,10.\n\nBaca juga: Kabupaten Majalengka Rawan Tinggi, Skor 80,2\n\nKabupaten Ciamis menyusul dengan skor 25,60. => score 32.08 30.10; category 32.08 sedang; score 32.07 25.60",
    "links inside a list": "Daerah rawan tinggi pada IKP 2024:\n1. Kabupaten Tanah Datar\nBaca juga: Harga Cabai di Kota Padang Tembus 90.000\n2. Kabupaten Sijunjung\nBACA JUGA:850 Guru Honorer Kota Solok Dilantik\n3. Kota Sawahlunto => category 13.04 tinggi; category 13.03 tinggi; category 13.73 tinggi",
    "a caption": "Foto: Ketua Bawaslu Kabupaten Badung saat peluncuran IKP 2024 di Kota Denpasar, Jumat (16/12/2022).\n\nKabupaten Gianyar masuk kategori rawan sedang dalam IKP 2024, skornya 18,25. => score 51.04 18.25; category 51.04 sedang",
    "a listicle": "5 Fakta Pilkada di Kabupaten Sikka\n\n1. Rawan Sedang\n\nKabupaten Sikka masuk kategori rawan sedang dalam pemetaan kerawanan Pilkada 2024.\n\n2. Isu Politik Uang\n\nIsu yang pernah terjadi di Sikka adalah politik uang.\n\n3. Tiga Paslon Bertarung\n\nKPU menetapkan tiga pasangan calon. => category 53.07 sedang; indicator 53.07 54",
    "is it true that": "Benarkah Kabupaten Mempawah Rawan Tinggi?\n\nDalam pemetaan kerawanan Pilkada 2024, Mempawah ternyata rawan rendah.\n\n(Baca: 10 Kabupaten dengan Skor IKP Tertinggi di Kalimantan Barat)\n\nTonton juga: Video Debat Pilkada Kota Pontianak => category 61.02 rendah",
    "related news below": "Penulis: Bima Sakti | Editor: Agam\n\nKabupaten Alor rawan tinggi dalam IKP 2024 dengan skor 50,25.\n\nBerita Terkait\n\nKabupaten Belu Rawan Tinggi\n\nKota Kupang Rawan Sedang => score 53.05 50.25; category 53.05 tinggi",
    "a question with a number": "Berapa Skor IKP Kota Tegal?\n\nSkor IKP 2024 Kota Tegal 21,40. Apakah Kabupaten Brebes rawan tinggi? Brebes justru rawan sedang. => score 33.76 21.40; category 33.29 sedang",
    "a link to the twin": "Kota Solok Rawan Tinggi, Ini Penjelasan Bawaslu\n\nDalam IKP 2024, Kota Solok masuk kategori rawan tinggi dengan skor 51,30.\n\nLihat juga: Kabupaten Solok Rawan Rendah? => score 13.72 51.30; category 13.72 tinggi",
    "a video": 'Bawaslu merilis IKP 2024. Kota Medan (76,05) dan Kabupaten Nias Selatan (60,10) masuk rawan tinggi.\n\nSimak Video "Kebakaran di Kabupaten Karo Sudah Rawan Tinggi"\n\nKabupaten Dairi rawan rendah. => score 12.71 76.05; category 12.71 tinggi; score 12.14 60.10; category 12.14 tinggi; category 12.11 rendah',
    "a link glued into the paragraph": "Kota Medan rawan tinggi pada IKP 2024 dengan skor 76,05. Baca Juga: Kabupaten Toba Skor 12,5 Terendah di Sumut\nKabupaten Nias Selatan rawan tinggi dengan skor 60,10. => score 12.71 76.05; category 12.71 tinggi; score 12.14 60.10; category 12.14 tinggi",
    "the article's title below": "Kota Medan rawan tinggi pada IKP 2024.\n\nArtikel ini telah tayang di TribunMedan.com dengan judul Kabupaten Karo Rawan Sedang, Kota Medan Rawan Tinggi => category 12.71 tinggi",
    "a headline over a province's list": "Daftar Lengkap Daerah Rawan Tinggi di Sumatera Utara\n\nBawaslu merilis IKP 2024. Kota Medan (76,05) dan Kabupaten Nias Selatan (60,10) masuk rawan tinggi. => score 12.71 76.05; category 12.71 tinggi; score 12.14 60.10; category 12.14 tinggi",
    "a question about the twin": "Kerawanan Pilkada Kabupaten Bogor Tinggi?\n\nBawaslu Provinsi Jawa Barat merilis pemetaan kerawanan Pilkada 2024. Kota Bogor masuk kategori rawan sedang. => category 32.71 sedang",
}

CUT: Rows = {
    "a province cut": "Provinsi rawan tinggi pada IKP 2024 adalah DKI Jakarta (88,95), Sulawesi Utara (87,48), Maluku Utara (84,86), Jawa Barat (77,04), dan Kalimantan Timu => score 31 88.95; category 31 tinggi; score 71 87.48; category 71 tinggi; score 82 84.86; category 82 tinggi; score 32 77.04; category 32 tinggi; ~category 64 tinggi",
    "a regency cut": "Daerah rawan sedang di Lampung pada IKP 2024: Kabupaten Way Kanan, Pesawaran, Mesuji dan Pri => category 18.08 sedang; category 18.09 sedang; category 18.11 sedang",
    "a number cut": "Skor IKP 2024 di Sulawesi Tenggara: Kabupaten Konawe 32,10, Kabupaten Bombana 28,45, Kabupaten Kolaka Utara 2 => score 74.02 32.10; score 74.06 28.45; ~score 74.08 2",
    "an indicator cut": "Isu kerawanan di Kabupaten Lembata pada pemetaan kerawanan Pilkada 2024:\n1. Politik uang\n2. Netralitas ASN\n3. Adanya pelanggaran saat pemu => indicator 53.13 54; indicator 53.13 12; ~indicator 53.13 31; ~issue 53.13 Adanya pelanggaran saat pemu",
    "a level cut": "Kabupaten Manokwari masuk kategori rawan tinggi dalam IKP 2024, sedangkan Kabupaten Kaimana masuk kategori rawan se => category 92.02 tinggi; ~category 92.08 sedang",
    "a name cut behind its first word": "Skor IKP 2024 di Sulawesi Tenggara: Kabupaten Kolaka (40,10), Kabupaten Konawe Sel => score 74.01 40.10",
}

TOTALS: Rows = {
    "nine announced, eight named": "Sembilan kabupaten di Nusa Tenggara Timur masuk kategori rawan tinggi dalam IKP 2024: Malaka, Sumba Barat, Sabu Raijua, Ende, Alor, Lembata, Nagekeo, dan Belu. => tally 53 regency_city tinggi 9; category 53.21 tinggi; category 53.12 tinggi; category 53.20 tinggi; category 53.08 tinggi; category 53.05 tinggi; category 53.13 tinggi; category 53.16 tinggi; category 53.04 tinggi",
    "three announced, two named": "Ada 3 kabupaten/kota rawan tinggi di Bali pada pemetaan kerawanan Pilkada 2024, yaitu Buleleng dan Karangasem. => tally 51 regency_city tinggi 3; category 51.08 tinggi; category 51.07 tinggi",
    "parts that exceed the whole": "Dari 22 kabupaten/kota di NTT, 7 rawan tinggi, 12 rawan sedang dan 4 rawan rendah menurut IKP 2024. => tally 53 regency_city tinggi 7; tally 53 regency_city sedang 12; tally 53 regency_city rendah 4",
    "four announced, five listed": "Empat daerah rawan sedang di Maluku Utara (pemetaan kerawanan Pilkada 2024):\n1. Kota Ternate\n2. Kabupaten Pulau Morotai\n3. Kabupaten Halmahera Timur\n4. Kabupaten Kepulauan Sula\n5. Kabupaten Pulau Taliabu => tally 82 regency_city sedang 4; category 82.71 sedang; category 82.07 sedang; category 82.06 sedang; category 82.05 sedang; category 82.08 sedang",
    "two and three, named three and two": "Bawaslu Sulawesi Barat menyebut dua kabupaten rawan tinggi dan tiga kabupaten rawan sedang pada IKP 2024. Yang rawan tinggi Mamuju, Majene, dan Polewali Mandar; yang rawan sedang Mamasa dan Pasangkayu. => tally 76 regency_city tinggi 2; tally 76 regency_city sedang 3; category 76.02 tinggi; category 76.05 tinggi; category 76.04 tinggi; category 76.03 sedang; category 76.01 sedang",
    "a whole and a part in one clause": "Dari 23 daerah di Aceh, 3 di antaranya rawan tinggi pada IKP 2024, yaitu Kabupaten Pidie, Kabupaten Aceh Utara, dan Kota Langsa. => tally 11 regency_city tinggi 3; category 11.07 tinggi; category 11.08 tinggi; category 11.74 tinggi",
    "sebanyak, then di antaranya": "Sebanyak 23 daerah di Aceh dipetakan, 3 di antaranya rawan tinggi yaitu Kabupaten Pidie, Kabupaten Aceh Utara, dan Kota Langsa (IKP 2024). => tally 11 regency_city tinggi 3; category 11.07 tinggi; category 11.08 tinggi; category 11.74 tinggi",
    "the rest": "Dari 10 kabupaten/kota di Kalimantan Timur, 2 rawan tinggi, 6 rawan sedang dan sisanya rawan rendah pada IKP 2024. => tally 64 regency_city tinggi 2; tally 64 regency_city sedang 6; ~tally 64 regency_city rendah 2",
    "twelve announced, three named": "Ada 12 daerah rawan sedang di Sulawesi Utara (IKP 2024): Kota Bitung, Kota Tomohon, Kabupaten Minahasa. Dua daerah lain rawan tinggi. => tally 71 regency_city sedang 12; category 71.72 sedang; category 71.73 sedang; category 71.02 sedang; tally 71 regency_city tinggi 2",
}

COMMAS: Rows = {
    "no blank behind the comma": "Skor IKP 2024 di Lampung: Lampung Timur 60,2,Tulang Bawang 58,1,Way Kanan 57,5,Pringsewu 41,0 => score 18.07 60.2; score 18.05 58.1; score 18.08 57.5; score 18.10 41.0",
    "names, then numbers": "Skor IKP 2024 Kabupaten Kampar, Siak, dan Bengkalis berturut-turut 41,2, 39,1, dan 28,0. => score 14.01 41.2; score 14.08 39.1; score 14.03 28.0",
    "both marks, three decimals": "Skor IKP 2024 Kabupaten Dogiyai 41.207, Kabupaten Deiyai 38,95,Kabupaten Paniai 44.5. => score 94.06 41.207; score 94.08 38.95; score 94.03 44.5",
    "a comma between level, name, number": "Kategori rawan tinggi IKP 2024: Kabupaten Malaka,76,2, Kabupaten Alor,50,25, Kabupaten Ende,49,9. => score 53.21 76.2; category 53.21 tinggi; score 53.05 50.25; category 53.05 tinggi; score 53.08 49.9; category 53.08 tinggi",
    "a year, then a score": "Kota Tual memperoleh skor IKP 2024 30,10 dan Kota Ambon 44,20. => score 81.72 30.10; score 81.71 44.20",
}

SHARES: Rows = {
    "a share, then a score in persen": "Sebanyak 15 persen provinsi rawan tinggi dan 62 persen rawan sedang pada IKP 2024. Provinsi Riau sendiri memperoleh skor 62,59 persen. => score 14 62.59",
    "scores, then attendance": "IKP 2024 Kabupaten Penajam Paser Utara 23,57 persen, Kota Balikpapan 22,85 persen. Tingkat kehadiran rapat 85 persen. => score 64.09 23.57; score 64.71 22.85",
    "shares in brackets": "Pada IKP 2024, dari 514 kabupaten/kota, 85 (16,54%) rawan tinggi, 349 (67,90%) rawan sedang, 80 (15,56%) rawan rendah. Kabupaten Rembang mencatat skor 29,40%. => tally ID regency_city tinggi 85; tally ID regency_city sedang 349; tally ID regency_city rendah 80; score 33.17 29.40",
    "first-time voters": "Persentase pemilih pemula di Kota Pariaman 22,4 persen. Kota Pariaman masuk kategori rawan rendah dengan skor IKP 2024 sebesar 9,8 persen. => score 13.77 9.8; category 13.77 rendah",
    "a share or a count": "Sekitar 11 persen atau 4 provinsi rawan rendah dalam pemetaan kerawanan Pilkada 2024, di antaranya Bali dan Kalimantan Tengah. Coklit di Bali mencapai 97,3 persen. => tally ID province rendah 4; category 51 rendah; category 62 rendah",
    "votes": "Pada Pilkada 2020 pasangan nomor satu meraih 54,3 persen suara di Kabupaten Tapin. Dalam IKP 2024 Tapin mendapat skor 17,66. => score 63.05 17.66",
    "registration": "Pada IKP 2024 Kabupaten Tuban rawan sedang. Perekaman KTP elektronik di Kabupaten Tuban mencapai 98,5 persen. => category 35.23 sedang",
    "turnout di angka": "Pada IKP 2024 Kabupaten Sikka rawan sedang. Tingkat kehadiran pemilih Kabupaten Sikka berada di angka 77,5. => category 53.07 sedang",
    "a share of regions": "Sebanyak 20 persen kabupaten/kota di Jawa Tengah rawan tinggi. Skor IKP 2024 Jawa Tengah 34,83. => score 33 34.83",
    "weights": "Bobot dimensi penyelenggaraan 38 persen, kontestasi 25 persen. Kota Tual memperoleh skor IKP 2024 30,10. => score 81.72 30.10",
    "turnout sebesar": "Partisipasi pemilih Kota Tual pada Pemilu 2019 sebesar 81,2. Skor IKP 2024 Kota Ambon 44,20. => score 81.71 44.20",
}

YEARS: Rows = {
    "the first round, told from the second by its day": "Bawaslu memutakhirkan IKP 2019 pada Selasa (9/4/2019). Kabupaten Poso kini mendapat skor 62,10. Bandingkan dengan IKP 2019 yang diluncurkan 25 September 2018. Pada peluncuran pertama itu Kabupaten Nias Utara mencatat skor 61,39. => score 72.02 62.10; earlier score 12.24 61.39 @ ikp_2019_update",
    "208": "Pada Pilkada serentak 208 di Banten, Indeks Kerawanan Pemilu (IKP) yang dirilis November 2017 mencatat Kota Serang 2,44 dan Kabupaten Lebak 2,68. => score 36.73 2.44; score 36.02 2.68 @ ikp_pilkada_2018",
    "2042": "Pemetaan kerawanan Pilkada 2024 diluncurkan pada 26 Agustus 2042. Provinsi Sulawesi Tengah masuk kategori rawan tinggi. => category 72 tinggi @ pemetaan_pilkada_2024",
    "2202": "IKP 2024 diumumkan Jumat (16/12/2202) di Jakarta. Kota Ambon masuk rawan sedang dengan skor 28,33. => score 81.71 28.33; category 81.71 sedang @ ikp_2024",
    "2010": "Bawaslu RI merilis IKP Pilkada 2020 pada 25 Februari 2010. Kabupaten Manokwari memperoleh skor 80,89 dan rawan tinggi. => score 92.02 80.89; category 92.02 tinggi @ ikp_pilkada_2020",
    "a digit too many": "Jumat (16/12/2022), Bawaslu RI meluncurkan Indeks Kerawanan Pemilu (IKP) 20224. Kabupaten Asahan masuk kategori rawan sedang dengan skor 25,25. => score 12.09 25.25; category 12.09 sedang @ ikp_2024",
    "2204": "Peta kerawanan Pilkada 2204 yang diluncurkan Bawaslu RI Senin (26/8/2024) menempatkan Provinsi Riau di rawan sedang. => category 14 sedang @ pemetaan_pilkada_2024",
    "a launch day four years late": "IKP Pilkada 2020 dirilis Bawaslu RI pada 25 Februari 2024. Kabupaten Manokwari rawan tinggi. => category 92.02 tinggi @ ikp_pilkada_2020",
    "an impossible year": "IKP 2019 yang diluncurkan 25 September 2028 mencatat skor Kota Metro 45,2. => score 18.72 45.2 @ ikp_2019",
    "a year of the reason": "Kabupaten Muna rawan tinggi pada pemetaan kerawanan Pilkada 2024 karena pernah PSU pada Pilkada 2015. => category 74.03 tinggi; indicator 74.03 32 @ pemetaan_pilkada_2024",
}

MIXED: Rows = {
    "kota itu": "Bawaslu Provinsi Riau merilis IKP 2024. Kota Dumai rawan sedang dengan skor 30,10. Di kota itu pernah terjadi penghitungan suara ulang. => score 14.72 30.10; category 14.72 sedang; indicator 14.72 33",
    "kabupaten tersebut": "Bawaslu Provinsi Riau merilis IKP 2024. Kabupaten Siak rawan tinggi. Di kabupaten tersebut pernah terjadi pemungutan suara ulang dan politik uang. => category 14.08 tinggi; indicator 14.08 32; indicator 14.08 54",
    "kedua kabupaten itu": "Bawaslu Provinsi Riau merilis IKP 2024. Kabupaten Siak dan Kabupaten Kampar rawan tinggi. Di kedua kabupaten itu pernah terjadi politik uang. => category 14.08 tinggi; category 14.01 tinggi; indicator 14.08 54; indicator 14.01 54",
    "the index quoted by the mapping": "Bawaslu NTB memublikasikan pemetaan kerawanan Pilkada 2024, Rabu (28/8/2024). NTB masuk rawan sedang. Sebelumnya, dalam IKP 2024 yang dirilis 2022, NTB memperoleh skor 48,50. => category 52 sedang; earlier score 52 48.50",
    "two levels as columns": "IKP 2024\nKategori	Kabupaten/Kota\nTinggi	Kota Ambon, Kabupaten Buru\nSedang	Kota Tual => category 81.71 tinggi; category 81.04 tinggi; category 81.72 sedang",
    "levels as headers": "IKP 2024 Provinsi Maluku\nRawan Tinggi	Rawan Sedang	Rawan Rendah\nKota Ambon	Kota Tual	Kabupaten Buru\nKabupaten Seram Bagian Barat	Kabupaten Kepulauan Aru	 => category 81.71 tinggi; category 81.06 tinggi; category 81.72 sedang; category 81.07 sedang; category 81.04 rendah",
    "a table of polling stations by regency": "Rekap TPS rawan Pilkada 2024 di Maluku\nKabupaten/Kota	TPS rawan bencana	TPS riwayat politik uang\nKota Tual	3	1\nKota Ambon	7	2 => indicator 81.72 3 x3; indicator 81.72 54 x1; indicator 81.71 3 x7; indicator 81.71 54 x2",
    "counts in brackets behind": "TPS rawan Pilkada 2024 di Kota Kupang: pemilih TMS di DPT (74 TPS), rawan bencana (12 TPS), dan kendala listrik (5 TPS). => indicator 53.71 18 x74; indicator 53.71 3 x12; issue 53.71 kendala listrik x5",
    "shares behind counts": "Dari 650 TPS di Kota Kupang, 74 TPS (11,4 persen) rawan bencana dan 12 TPS (1,8%) memiliki riwayat PSU menurut pemetaan TPS rawan Pilkada 2024. => indicator 53.71 3 x74; indicator 53.71 32 x12",
    "parts by kecamatan and a total": "Pemetaan TPS rawan Pilkada 2024 Kota Kupang: Kecamatan Alak 12 TPS rawan bencana, Kecamatan Oebobo 3 TPS rawan bencana, total 15 TPS rawan bencana. => indicator 53.71 3 x15",
    "counts of indicators ahead": "Bawaslu Kota Kupang menyebut 7 indikator TPS rawan paling banyak dan 14 indikator banyak pada Pilkada 2024. Rinciannya 74 TPS pemilih TMS dan 3 TPS rawan bencana. => indicator 53.71 18 x74; indicator 53.71 3 x3",
    "none of them": "TPS rawan Pilkada 2024 Kota Kupang: 2 TPS dengan riwayat PSU dan 0 TPS politik uang. => indicator 53.71 32 x2; ~indicator 53.71 54 x0; ~indicator 53.71 54 denied",
    "groups over items": "Bawaslu Kota Kupang mencatat TPS rawan pada Pilkada 2024:\n\n1. Penggunaan hak pilih\n   a. 74 TPS dengan pemilih tidak memenuhi syarat di DPT\n2. Keamanan\n   a. 3 TPS riwayat intimidasi terhadap penyelenggara\n3. Logistik\n   a. 2 TPS surat suara tertukar => indicator 53.71 18 x74; indicator 53.71 6 x3; indicator 53.71 29 x2",
    "a count between two denials": "TPS rawan Pilkada 2024 Kota Kupang: tidak ada TPS rawan bencana, 5 TPS dengan riwayat PSU, dan tidak ditemukan TPS dengan politik uang. => indicator 53.71 32 x5; ~indicator 53.71 3 denied; ~indicator 53.71 54 denied",
    "not this but that": "Pada IKP 2024 Kota Ambon bukan rawan sedang melainkan rawan tinggi. Kota Tual rawan rendah. => category 81.71 tinggi; category 81.72 rendah",
    "from one level to another": "Kabupaten Badung turun dari rawan tinggi menjadi rawan sedang pada IKP 2024. => category 51.03 sedang; ~earlier category 51.03 tinggi",
    "unlike": "Berbeda dengan Kota Ambon yang rawan tinggi, Kota Tual masuk rawan sedang pada IKP 2024. => category 81.71 tinggi; category 81.72 sedang",
    "two ranks, one without a score": "Kabupaten Pati menduduki peringkat 120 se-Indonesia pada IKP 2024 dengan skor 40,20, di atas Kabupaten Rembang yang berada di peringkat 155. => score 33.18 40.20; rank 33.18 120; rank 33.17 155",
    "a rank behind a scope": "Kabupaten Sigi berada di peringkat 3 dari 13 kabupaten/kota di Sulawesi Tengah pada IKP 2024, dan ranking 87 secara nasional. => rank 72.10 3; ~rank 72.10 87",
    "a belief": "Orang mengira Papua Pegunungan rawan tinggi, padahal hasil pemetaan kerawanan Pilkada 2024 menempatkannya di rawan sedang. => category 95 sedang",
}

WHOLE: Rows = {
    "21: an article of 2020 with levels": 'SLEMAN – Bawaslu DIY menyampaikan hasil Indeks Kerawanan Pemilu (IKP) Pilkada 2020 yang diluncurkan Bawaslu RI, Selasa (25/2/2020). Dari tiga kabupaten yang menggelar pilkada, Kabupaten Sleman memperoleh skor 62,48 dan masuk kategori rawan tinggi. Kabupaten Bantul mendapat 50,11 dan Kabupaten Gunungkidul 47,05, keduanya rawan sedang.\n\n"Rata-rata nasional kabupaten/kota 51,65, jadi Sleman di atas rata-rata," kata anggota Bawaslu DIY.\n\nMenurut dia, di Sleman yang menonjol adalah politik uang dan ketidaknetralan ASN. Di Bantul catatannya kampanye di luar jadwal.\n\nKabupaten Kulon Progo dan Kota Yogyakarta tidak menggelar pilkada sehingga tidak diukur.\n\nBawaslu akan menggelar sosialisasi anti politik uang di 17 kapanewon dan mengimbau ASN netral. => score 34.04 62.48; category 34.04 tinggi; score 34.02 50.11; category 34.02 sedang; score 34.03 47.05; category 34.03 sedang; score ID 51.65; indicator 34.04 54; indicator 34.04 12; indicator 34.02 44 @ ikp_pilkada_2020',
    "an article with quotes": 'PONTIANAK, KABARKATULISTIWA.ID – Provinsi Kalimantan Barat masuk kategori rawan rendah dalam Indeks Kerawanan Pemilu (IKP) dan Pemilihan Serentak 2024 yang dirilis Bawaslu RI, Jumat (16/12/2022). Skor provinsi ini 12,69.\n\n"Kita memang rendah, tetapi bukan berarti boleh lengah," kata Ketua Bawaslu Kalbar saat ditemui di Hotel Mercure Kota Pontianak, Senin (19/12/2022).\n\nMeski skor provinsi rendah, tiga kabupaten/kota di Kalbar masuk rawan tinggi, yaitu Kabupaten Ketapang (61,20), Kabupaten Sanggau (55,05), dan Kota Singkawang (50,11). Adapun Kabupaten Kubu Raya, Landak, dan Kayong Utara masuk kategori rawan sedang.\n\nBaca juga: Kabupaten Kapuas Hulu Rawan Banjir, 12 Desa Terendam\n\nDari empat dimensi, Ketapang paling menonjol di dimensi kontestasi dengan skor 72,40. Sementara dimensi partisipasi Ketapang hanya 5,10.\n\n"Di Sanggau pada pemilu lalu ada pemungutan suara ulang dan intimidasi terhadap penyelenggara. Ini catatan kami," tuturnya.\n\nIa menambahkan, skor 49,33 ke atas masuk rawan tinggi. Pada IKP 2019, Ketapang tercatat 44,80.\n\nPolda Kalbar menyiapkan 2.100 personel untuk mengamankan 16.500 TPS. => score 61 12.69; category 61 rendah; tally 61 regency_city tinggi 3; score 61.04 61.20; category 61.04 tinggi; score 61.03 55.05; category 61.03 tinggi; score 61.72 50.11; category 61.72 tinggi; category 61.12 sedang; category 61.08 sedang; category 61.11 sedang; dimension 61.04 kontestasi 72.40; dimension 61.04 partisipasi 5.10; indicator 61.03 32; indicator 61.03 6; earlier score 61.04 44.80 @ ikp_2024',
    "a release of a regency": 'BADAN PENGAWAS PEMILIHAN UMUM\nKABUPATEN WONOGIRI\nJl. Pemuda No. 12, Wonogiri 57611, Telp. (0273) 321.456\n\nSIARAN PERS\nNomor: 045/HM.02.04/K.JT-28/08/2024\n\nBAWASLU WONOGIRI LUNCURKAN PEMETAAN KERAWANAN PEMILIHAN SERENTAK 2024\n\nWonogiri, 29 Agustus 2024 – Bawaslu Kabupaten Wonogiri meluncurkan pemetaan kerawanan Pemilihan Serentak 2024 di aula kantor setempat, Kamis (29/8/2024). Kegiatan diikuti 75 peserta dari partai politik, organisasi masyarakat, dan media.\n\nKetua Bawaslu Wonogiri menjelaskan, pemetaan ini memuat empat dimensi, yaitu sosial politik, pencalonan, kampanye, serta pungut hitung. Secara umum Kabupaten Wonogiri masuk kategori rawan sedang. Untuk tahapan kampanye, Wonogiri berada di kategori rawan tinggi, sedangkan tahapan pencalonan rawan rendah.\n\n"Dari 35 kabupaten/kota di Jawa Tengah, lima daerah rawan tinggi," ujarnya.\n\nIsu kerawanan yang teridentifikasi di Kabupaten Wonogiri:\n1. Adanya pelanggaran lokasi kampanye oleh peserta\n2. Laporan politik uang\n3. Netralitas ASN dan perangkat desa\n4. Pemilih tidak memenuhi syarat tetapi terdaftar dalam DPT\n5. Adanya pemungutan suara ulang\n6. TPS sulit dijangkau\n\nUntuk mencegah kerawanan itu, Bawaslu Wonogiri menyiapkan langkah sebagai berikut:\na. Sosialisasi bahaya politik uang di 25 kecamatan\nb. Koordinasi dengan BKPSDM soal netralitas ASN\nc. Patroli pengawasan masa tenang\n\nPemetaan bertujuan agar politik uang tidak terjadi dan pemilih yang memenuhi syarat terdaftar.\n\nNarahubung: Divisi Humas, 0812-3456-7890 => category 33.12 sedang; dimension 33.12 kampanye tinggi; dimension 33.12 pencalonan rendah; tally 33 regency_city tinggi 5; indicator 33.12 52; indicator 33.12 54; indicator 33.12 12; indicator 33.12 18; indicator 33.12 32; issue 33.12 TPS sulit dijangkau; mitigation Sosialisasi bahaya politik uang di 25 kecamatan; mitigation Koordinasi dengan BKPSDM soal netralitas ASN; mitigation Patroli pengawasan masa tenang @ pemetaan_pilkada_2024',
    "a release on polling stations": "Bawaslu Kota Tidore Kepulauan memetakan potensi TPS rawan pada Pilkada 2024. Pemetaan dilakukan terhadap 8 variabel dan 28 indikator, diambil dari 89 kelurahan/desa di 8 kecamatan selama enam hari, 10-15 November 2024.\n\nHasilnya, terdapat 6 indikator TPS rawan yang paling banyak terjadi:\n1. 74 TPS yang terdapat pemilih DPT yang sudah tidak memenuhi syarat\n2. 1.031 TPS yang terdapat pemilih tambahan (DPTb)\n3. 12 TPS dengan potensi pemilih memenuhi syarat tapi tidak terdaftar di DPT\n4. Sembilan TPS dengan kendala jaringan internet\n5. 7 TPS yang memiliki riwayat PSU\n6. dua TPS berada di wilayah rawan bencana\n\nSelain itu terdapat tiga TPS yang petugas KPPS-nya berkampanye untuk pasangan calon dan satu TPS dengan riwayat praktik politik uang.\n\nStrategi pencegahan:\n- Patroli pengawasan di wilayah TPS rawan\n- Koordinasi dengan pemangku kepentingan => indicator 82.72 18 x74; issue 82.72 yang terdapat pemilih tambahan (DPTb) x1031; indicator 82.72 17 x12; issue 82.72 dengan kendala jaringan internet x9; indicator 82.72 32 x7; indicator 82.72 3 x2; indicator 82.72 25 x3; indicator 82.72 54 x1; mitigation Patroli pengawasan di wilayah TPS rawan; mitigation Koordinasi dengan pemangku kepentingan @ tps_rawan_pilkada_2024",
    "a speech full of general remarks": 'Ketua Bawaslu Kabupaten Kepulauan Talaud membuka rapat kerja, Sabtu (14/9/2024). "Kita sedang menghadapi tahapan kampanye. Politik uang, hoaks, dan ujaran kebencian adalah musuh bersama," katanya.\n\nIa mengingatkan, partisipasi pemilih tinggi tidak selalu berarti pemilu berkualitas. Skor yang rendah pun jangan membuat lengah.\n\nTalaud, lanjutnya, masuk kategori rawan sedang dalam pemetaan kerawanan Pilkada 2024. "Catatan kami di Talaud ada pada keterlambatan logistik karena kapal. Selebihnya nihil," ujarnya.\n\nKapolres menambahkan, 210 personel sedang disiapkan. Kecamatan Lirung dan Kecamatan Melonguane mendapat perhatian tinggi. => category 71.04 sedang; indicator 71.04 28 @ pemetaan_pilkada_2024',
    "a hard-wrapped text": "PADANG - Bawaslu Sumatera Barat merilis Indeks Kerawanan Pemilu\n(IKP) 2024. Hasilnya, Kabupaten Pasaman dan Kabupaten Pasaman\nBarat masuk kategori rawan tinggi, masing-masing dengan skor\n55,10 dan 51,42. Sementara Kota Padang Panjang rawan rendah\ndengan skor 10,85.\n\nPada kesempatan yang sama disampaikan pula bahwa Kabupaten Solok\nSelatan berada di urutan ke-3 dengan skor 47,6 dan masuk\nkategori rawan sedang. => score 13.08 55.10; category 13.08 tinggi; score 13.12 51.42; category 13.12 tinggi; category 13.74 rendah; score 13.74 10.85; score 13.11 47.6; rank 13.11 3; category 13.11 sedang @ ikp_2024",
    "provinces run through two paragraphs": 'Bawaslu RI merilis pemetaan kerawanan Pilkada 2024 di Jakarta, Senin (26/8/2024). Dari 37 provinsi, lima provinsi rawan tinggi, 28 rawan sedang, dan empat rawan rendah.\n\nLolly menyebut provinsi rawan tinggi adalah NTT, Kaltim, Jatim, Sulsel, dan Sulteng. "NTT tertinggi karena 19 dari 27 indikator terjadi," ucapnya.\n\nUntuk kabupaten/kota, 84 daerah (16 persen) rawan tinggi. Di tahapan pencalonan ada 10 provinsi rawan tinggi. Orang mengira Papua Pegunungan rawan tinggi, padahal hasilnya rawan sedang. => tally ID province tinggi 5; tally ID province sedang 28; tally ID province rendah 4; category 53 tinggi; ~rank 53 1; category 64 tinggi; category 35 tinggi; category 73 tinggi; category 72 tinggi; tally ID regency_city tinggi 84; ~tally ID province tinggi 10 in pencalonan; category 95 sedang @ pemetaan_pilkada_2024',
    "21: an article of 2018": 'KENDARI – Indeks Kerawanan Pemilu (IKP) Pilkada 2018 yang diluncurkan Bawaslu RI, Selasa (28/11/2017), menempatkan Provinsi Sulawesi Tenggara pada skor 2,81 atau rawan sedang. Dari tiga dimensi, penyelenggaraan 3,00, kontestasi 2,67, dan partisipasi 2,75.\n\nDi tingkat kabupaten, Kabupaten Konawe tertinggi dengan skor 3,07 (rawan tinggi), disusul Kabupaten Kolaka 2,45 dan Kota Baubau 2,10. Keduanya rawan sedang.\n\nBatas rawan tinggi ialah 3,00. Kabupaten Muna tidak menggelar pilkada tahun itu.\n\n"Di Konawe yang kami waspadai ialah politik uang dan mobilisasi aparatur sipil negara," ucap Ketua Bawaslu Sultra. => score 74 2.81; category 74 sedang; dimension 74 penyelenggaraan 3.00; dimension 74 kontestasi 2.67; dimension 74 partisipasi 2.75; score 74.02 3.07; category 74.02 tinggi; ~rank 74.02 1; score 74.01 2.45; category 74.01 sedang; score 74.72 2.10; category 74.72 sedang; indicator 74.02 54; indicator 74.02 12 @ ikp_pilkada_2018',
}

WANTED: Rows = {
    "2: number first in each bullet": "Skor per dimensi IKP 2024 Kota Palangka Raya:\n- 33,63 konteks sosial politik\n- 45,10 penyelenggaraan pemilu\n- 29,75 kontestasi\n- 0 partisipasi\n\nSkor keseluruhan Kota Palangka Raya 31,88. => dimension 62.71 konteks sosial politik 33.63; dimension 62.71 penyelenggaraan 45.10; dimension 62.71 kontestasi 29.75; dimension 62.71 partisipasi 0; score 62.71 31.88",
    "2: keduanya pada dimensi": "Kabupaten Merauke 55.20 dan Kabupaten Asmat 48.75, keduanya pada dimensi konteks sosial politik. Untuk skor IKP 2024 secara umum Merauke 36.40. => dimension 93.01 konteks sosial politik 55.20; dimension 93.04 konteks sosial politik 48.75; score 93.01 36.40",
    "2: a form": "IKP 2024 Kota Ambon\nSkor: 44,20\nKategori: Sedang\nPeringkat: 120\nKonteks Sosial Politik: 50,10 (Sedang)\nPenyelenggaraan: 60,00 (Tinggi)\nKontestasi: 30,00 (Sedang)\nPartisipasi: 0 (Rendah) => score 81.71 44.20; category 81.71 sedang; rank 81.71 120; dimension 81.71 konteks sosial politik 50.10; dimension 81.71 konteks sosial politik sedang; dimension 81.71 penyelenggaraan 60.00; dimension 81.71 penyelenggaraan tinggi; dimension 81.71 kontestasi 30.00; dimension 81.71 kontestasi sedang; dimension 81.71 partisipasi 0; dimension 81.71 partisipasi rendah",
    "3: subdimensions without rawan": "Dalam IKP 2024, di Kota Ambon subdimensi keamanan tinggi, otoritas penyelenggara pemilu rendah. Kota Ambon rawan sedang. => dimension 81.71 keamanan tinggi; dimension 81.71 otoritas penyelenggara pemilu rendah; category 81.71 sedang",
    "4: one mean alone": "Secara nasional rata-rata skor dimensi partisipasi 3,83 pada IKP 2024. Kabupaten Mamasa memperoleh skor 22,40. => dimension ID partisipasi 3.83; score 76.03 22.40",
    "5: beyond the bound": "Kabupaten Bulukumba mendapat skor 55,10 atau melewati batas 49,33 sehingga digolongkan rawan tinggi dalam IKP 2024. => score 73.02 55.10; category 73.02 tinggi",
    "6: two scales named": "IKP 2019 Provinsi Maluku 50,20 dari skala 100, sementara pada IKP Pilkada 2018 Maluku mencatat 2,21 dari skala 5. => score 81 50.20; earlier score 81 2.21",
    "6: indicators that occurred": "Kabupaten Tana Tidung mencatat 8 dari 27 indikator terjadi dengan skor 9,4 dalam pemetaan kerawanan Pilkada 2024 dan tergolong rawan sedang. => score 65.04 9.4; category 65.04 sedang",
    "6: the index, then the mapping": "Pada IKP 2024 skor Kabupaten Nias 40,20. Dalam pemetaan kerawanan Pilkada 2024 skornya 11 dan masuk rawan sedang. => score 12.04 40.20; score 12.04 11; category 12.04 sedang @ ikp_2024, pemetaan_pilkada_2024",
    "6: editions in brackets behind": "Kabupaten Poso rawan sedang (IKP 2024), rawan tinggi (IKP Pilkada 2020), dan rawan rendah (IKP 2019). => category 72.02 sedang; earlier category 72.02 tinggi; earlier category 72.02 rendah @ ikp_2024",
    "7: kabupatennya and kotanya": "Untuk Magelang, kabupatennya masuk kategori rawan tinggi (54,25) sementara kotanya rawan sedang (21,30) dalam IKP 2024. => score 33.08 54.25; category 33.08 tinggi; score 33.71 21.30; category 33.71 sedang",
    "7: neighbour of the issuer": "Bawaslu Kota Blitar menyebut daerahnya rawan rendah dalam IKP 2024. Tetangganya, Kabupaten Blitar, rawan sedang dengan skor 22.17. => category 35.72 rendah; score 35.05 22.17; category 35.05 sedang",
    "11: headings over issues": "Isu kerawanan Kota Singkawang pada pemetaan kerawanan Pilkada 2024\n\nTingkat tinggi:\n1. Politik uang\n2. Pemilih ganda\n\nTingkat rendah:\n1. Surat suara tertukar => indicator 61.72 54; indicator 61.72 20; indicator 61.72 29",
    "11: kerawanan tingkat tinggi over a list": "Kerawanan tingkat tinggi di Kota Singkawang pada pemetaan kerawanan Pilkada 2024:\n1. Politik uang\n2. Pemilih ganda => indicator 61.72 54; indicator 61.72 20",
    "12: floods": "Pemetaan daerah rawan banjir oleh BPBD: Kabupaten Demak rawan tinggi, Kabupaten Kudus rawan sedang. Pada IKP 2024 Kabupaten Pati rawan sedang. => category 33.18 sedang",
    "12: a poll": "Survei SMRC: 61,3 persen warga Kota Ambon menilai pemilu rawan tinggi politik uang. IKP 2024 Kota Tual rawan sedang. => category 81.72 sedang",
    "13: what is forbidden": "Praktik yang dilarang antara lain politik uang, kampanye di luar jadwal, dan ujaran kebencian. Bawaslu Kota Prabumulih menyebut kota itu rawan sedang dengan skor 21,05 dalam IKP 2024. => score 16.74 21.05; category 16.74 sedang",
    "15: begins in the middle": "Selatan dengan skor 30,20, Kabupaten Ogan Ilir 27,60, dan Kota Pagar Alam 18,40 (IKP 2024). => score 16.10 27.60; score 16.72 18.40",
    "17: thousands and millions": "Tercatat 1.265 kelurahan dan 2,3 juta pemilih di Sumatera Utara. Kota Binjai meraih skor 18,35, Kota Sibolga 20,1, Kota Medan 76 (IKP 2024). => score 12.75 18.35; score 12.73 20.1; score 12.71 76",
    "17: a comma ahead of each number": "Skor IKP 2024 Kabupaten Buru, 33,12, Kabupaten Buru Selatan, 27, dan Kota Tual, 30,5. => score 81.04 33.12; score 81.09 27; score 81.72 30.5",
    "17: blanks inside numbers": "Skor IKP 2024: Kabupaten Nganjuk (41, 20), Kabupaten Ngawi (33, 5), dan Kabupaten Magetan (28, 10). => score 35.18 41.20; score 35.21 33.5; score 35.20 28.10",
    "17: counts in brackets between": "Skor IKP 2024: Kota Medan (1.265 TPS) 45,5; Kota Binjai (640 TPS) 21,3; Kabupaten Langkat (3.010 TPS) 33,33. => score 12.71 45.5; score 12.75 21.3; score 12.05 33.33",
    "18: a part of the vulnerability": "Dimensi penyelenggaraan menyumbang 45,5 persen terhadap kerawanan Kota Tual pada IKP 2024, yang berada di kategori rawan sedang. => category 81.72 sedang",
    "19: released two years late": "IKP 2024 yang dirilis Bawaslu RI pada 16 Desember 2024 menempatkan Kabupaten Banyumas pada kategori rawan sedang. => category 33.02 sedang @ ikp_2024",
    "21: a report with a table and means": "LAPORAN SINGKAT\nIndeks Kerawanan Pemilu (IKP) 2024 Provinsi Sulawesi Tenggara\n\n1. Pendahuluan\n\nIKP 2024 mengukur empat dimensi, 12 subdimensi, dan 61 indikator di 34 provinsi dan 514 kabupaten/kota. Skor di atas 49,33 tergolong rawan tinggi.\n\n2. Hasil\n\nProvinsi Sulawesi Tenggara memperoleh skor 38,32 dengan kategori rawan sedang, peringkat 18 dari 34 provinsi.\n\nNo	Kabupaten/Kota	Skor	Kategori\n1	Kota Kendari	44,10	Sedang\n2	Kabupaten Muna	41,25	Sedang\n3	Kabupaten Buton Selatan	12,05	Rendah\n4	Kota Baubau	52,00	Tinggi\n\n3. Pembahasan\n\nKota Baubau menjadi satu-satunya daerah rawan tinggi. Pada dimensi penyelenggaraan, Baubau mencatat 66,70. Di kota itu pernah terjadi penghitungan suara ulang.\n\n4. Rekomendasi\n\n- Memperkuat pengawasan netralitas ASN\n- Membentuk posko pengaduan => score 74 38.32; category 74 sedang; rank 74 18; score 74.71 44.10; category 74.71 sedang; score 74.03 41.25; category 74.03 sedang; score 74.15 12.05; category 74.15 rendah; score 74.72 52.00; category 74.72 tinggi; dimension 74.72 penyelenggaraan 66.70; indicator 74.72 33; mitigation Memperkuat pengawasan netralitas ASN; mitigation Membentuk posko pengaduan @ ikp_2024",
    "21: a newspaper's list under levels": 'Bawaslu Provinsi Nusa Tenggara Barat memublikasikan pemetaan kerawanan Pilkada 2024 di Mataram, Rabu (28/8/2024).\n\nRawan Tinggi (2 daerah)\n\n1. Kabupaten Lombok Timur\n2. Kabupaten Bima\n\nRawan Sedang\n\n1. Kota Bima\n2. Kabupaten Dompu\n3. Kabupaten Sumbawa Barat\n\nRawan Rendah\n\n1. Kota Mataram\n\nKomisioner Bawaslu NTB mengatakan NTB sendiri rawan sedang. Pada dimensi sosial politik, NTB bahkan rawan tinggi. "Isu yang menonjol di Bima, baik kota maupun kabupaten, konflik antar pendukung," katanya.\n\nBACA JUGA:3 Fakta Gempa Sumbawa\n\nSebelumnya, dalam IKP 2024, NTB memperoleh skor 48,50. => category 52.03 tinggi; category 52.06 tinggi; tally 52 regency_city tinggi 2; category 52.72 sedang; category 52.05 sedang; category 52.07 sedang; category 52.71 rendah; category 52 sedang; dimension 52 konteks sosial politik tinggi; indicator 52.72 53; indicator 52.06 53; earlier score 52 48.50',
    "21: a release of a province with twins": 'SIARAN PERS\nBAWASLU PROVINSI JAWA TIMUR\n\nSurabaya, 20 Desember 2022\n\nBawaslu Provinsi Jawa Timur menyampaikan hasil Indeks Kerawanan Pemilu (IKP) dan Pemilihan Serentak 2024. Provinsi Jawa Timur masuk kategori rawan rendah dengan skor 14,74, sedangkan agregat kabupaten/kotanya 22,90.\n\nSebanyak 7 kabupaten/kota masuk kategori rawan tinggi, 26 rawan sedang, dan 5 rawan rendah. Tujuh daerah rawan tinggi ialah:\n1. Kabupaten Malang (64,01)\n2. Kota Kediri (58,77)\n3. Kabupaten Blitar (55,32)\n4. Kabupaten Sampang (53.18)\n5. Kota Madiun (52,40)\n6. Kabupaten Probolinggo (51,09)\n\nKota Malang dan Kota Blitar sama-sama rawan sedang. "Kota Batu terendah se-Jatim dengan skor 8,05," kata Koordinator Divisi Pencegahan.\n\nPada dimensi penyelenggaraan, Kabupaten Malang memperoleh 80,15 (rawan tinggi). Rata-rata nasional dimensi ini 42,22.\n\nBawaslu akan melakukan:\n- sosialisasi pencegahan politik uang\n- pelatihan saksi\n\nJl. Tanggulangin No. 3 Surabaya, telepon 031-5677.889 => score 35 14.74; category 35 rendah; score 35 22.90; tally 35 regency_city tinggi 7; tally 35 regency_city sedang 26; tally 35 regency_city rendah 5; score 35.07 64.01; category 35.07 tinggi; score 35.71 58.77; category 35.71 tinggi; score 35.05 55.32; category 35.05 tinggi; score 35.27 53.18; category 35.27 tinggi; score 35.77 52.40; category 35.77 tinggi; score 35.13 51.09; category 35.13 tinggi; category 35.73 sedang; category 35.72 sedang; score 35.79 8.05; dimension 35.07 penyelenggaraan 80.15; dimension 35.07 penyelenggaraan tinggi; dimension ID penyelenggaraan 42.22; mitigation sosialisasi pencegahan politik uang; mitigation pelatihan saksi @ ikp_2024',
    "21: an article on one regency with the police beside": 'BIMA, SUARANTB.COM – Bawaslu Kabupaten Bima mencatat daerahnya masuk kategori rawan tinggi dalam pemetaan kerawanan Pilkada 2024 yang dirilis Agustus lalu. Kerawanan itu, kata Ketua Bawaslu Kabupaten Bima, dipicu konflik antar pendukung pasangan calon, politik uang, serta netralitas ASN.\n\n"Pada Pilkada 2020 ada perusakan kantor panwascam di Kecamatan Sape," katanya, Rabu (11/9/2024).\n\nPolres Bima sendiri memetakan Kecamatan Bolo dan Kecamatan Woha sebagai wilayah rawan tinggi. Kapolres menyebut indeks potensi kerawanan versi Polri untuk Kabupaten Bima berada di angka 41,25.\n\nSementara Kota Bima, menurut Bawaslu Kota Bima, berada pada kategori rawan sedang. "Kami sedang mendata TPS yang sulit sinyal," ujar anggotanya.\n\nUntuk mengantisipasi politik uang dan pelanggaran netralitas ASN, Bawaslu menggelar patroli.\n\nBaca juga: Kabupaten Dompu Rawan Sedang, Ini Skornya => category 52.06 tinggi; indicator 52.06 53; indicator 52.06 54; indicator 52.06 12; ~indicator 52.06 8; ~indicator 52.06 8 historical; category 52.72 sedang; ~issue 52.72 TPS yang sulit sinyal @ pemetaan_pilkada_2024',
    "21: polling stations of a province, by prose": 'Bawaslu Provinsi Bengkulu memetakan TPS rawan pada Pemilihan Serentak 2024. Hasilnya, dari 3.191 TPS, sebanyak 1.204 TPS terdapat pemilih tidak memenuhi syarat yang masih terdaftar di DPT, 310 TPS rawan bencana, dan 45 TPS memiliki riwayat pemungutan suara ulang. Kabupaten Bengkulu Utara paling banyak dengan 212 TPS terkendala internet, disusul Kota Bengkulu 98 TPS.\n\nKetua Bawaslu Bengkulu mengatakan pemetaan dilakukan 10-15 November 2024 terhadap 1.513 desa/kelurahan di 129 kecamatan. "Tidak ada TPS dengan riwayat logistik tertukar," tegasnya, Kamis (21/11/2024).\n\nBawaslu mendorong KPU mengantisipasi gangguan listrik dan keterlambatan logistik. => indicator 17 18 x1204; indicator 17 3 x310; indicator 17 32 x45; ~issue 17.03 terkendala internet x212; ~issue 17.71 terkendala internet x98; ~indicator 17 29 denied @ tps_rawan_pilkada_2024',
    "21: a report of Papua with a table and a list": "PETA KERAWANAN PEMILIHAN SERENTAK 2024\nPROVINSI PAPUA TENGAH\n\nTabel 1. Tingkat kerawanan kabupaten\n\nNo	Kabupaten	Skor	Tingkat Kerawanan\n1	Puncak Jaya	26,05	Tinggi\n2	Intan Jaya	22,30	Tinggi\n3	Mimika	20,73	Sedang\n4	Nabire	6,12	Sedang\n5	Deiyai	2,30	Rendah\n\nSumber: Bawaslu Provinsi Papua Tengah, 2024\n\nIsu menonjol per kabupaten:\n1. Puncak Jaya: konflik antar pendukung, penggunaan noken\n2. Mimika: pemilih ganda dan politik uang\n3. Nabire: pemungutan suara ulang\n\nRekomendasi kepada KPU:\n1. Memastikan distribusi logistik tepat waktu\n2. Memutakhirkan data pemilih ganda => score 94.02 26.05; category 94.02 tinggi; score 94.07 22.30; category 94.07 tinggi; score 94.04 20.73; category 94.04 sedang; score 94.01 6.12; category 94.01 sedang; score 94.08 2.30; category 94.08 rendah; indicator 94.02 53; issue 94.02 penggunaan noken; indicator 94.04 20; indicator 94.04 54; indicator 94.01 32; mitigation Memastikan distribusi logistik tepat waktu; mitigation Memutakhirkan data pemilih ganda @ pemetaan_pilkada_2024",
}
"""By point: what the rules do not read yet (20 and 21: the last two tables)."""


@pytest.mark.parametrize("row", TWO_LAUNCHES.values(), ids=TWO_LAUNCHES.keys())
def test_01_two_scores_of_one_launch(row: str, check: Check) -> None:
    """Point 1."""
    check(row)


@pytest.mark.parametrize("row", DIMENSION_LAST.values(), ids=DIMENSION_LAST.keys())
def test_02_dimension_named_last(row: str, check: Check) -> None:
    """Point 2."""
    check(row)


@pytest.mark.parametrize("row", STAGE_BESIDE.values(), ids=STAGE_BESIDE.keys())
def test_03_level_of_a_stage_beside_the_overall_level(row: str, check: Check) -> None:
    """Point 3."""
    check(row)


@pytest.mark.parametrize("row", NATIONAL_MEANS.values(), ids=NATIONAL_MEANS.keys())
def test_04_national_means_in_a_regional_text(row: str, check: Check) -> None:
    """Point 4."""
    check(row)


@pytest.mark.parametrize("row", THRESHOLDS.values(), ids=THRESHOLDS.keys())
def test_05_thresholds(row: str, check: Check) -> None:
    """Point 5."""
    check(row)


@pytest.mark.parametrize("row", SCALES.values(), ids=SCALES.keys())
def test_06_scales_of_the_editions(row: str, check: Check) -> None:
    """Point 6."""
    check(row)


@pytest.mark.parametrize("row", TWINS.values(), ids=TWINS.keys())
def test_07_kabupaten_and_kota_of_one_name(row: str, check: Check) -> None:
    """Point 7."""
    check(row)


@pytest.mark.parametrize("row", PREFIXES.values(), ids=PREFIXES.keys())
def test_08_names_that_begin_or_enclose_other_names(row: str, check: Check) -> None:
    """Point 8."""
    check(row)


@pytest.mark.parametrize("row", KECAMATAN.values(), ids=KECAMATAN.keys())
def test_09_kecamatan_named_like_regencies(row: str, check: Check) -> None:
    """Point 9."""
    check(row)


@pytest.mark.parametrize("row", PLAIN_WORDS.values(), ids=PLAIN_WORDS.keys())
def test_10_sedang_tinggi_rendah_as_plain_words(row: str, check: Check) -> None:
    """Point 10."""
    check(row)


@pytest.mark.parametrize("row", GRADED_ISSUES.values(), ids=GRADED_ISSUES.keys())
def test_11_levels_that_grade_indicators(row: str, check: Check) -> None:
    """Point 11."""
    check(row)


@pytest.mark.parametrize("row", OTHER_BODIES.values(), ids=OTHER_BODIES.keys())
def test_12_other_institutions(row: str, check: Check) -> None:
    """Point 12."""
    check(row)


@pytest.mark.parametrize("row", INSTRUMENTS.values(), ids=INSTRUMENTS.keys())
def test_13_instrument_prevention_goals(row: str, check: Check) -> None:
    """Point 13."""
    check(row)


@pytest.mark.parametrize("row", QUESTIONS_AND_LINKS.values(), ids=QUESTIONS_AND_LINKS.keys())
def test_14_questions_links_captions(row: str, check: Check) -> None:
    """Point 14."""
    check(row)


@pytest.mark.parametrize("row", CUT.values(), ids=CUT.keys())
def test_15_cut_excerpts(row: str, check: Check) -> None:
    """Point 15."""
    check(row)


@pytest.mark.parametrize("row", TOTALS.values(), ids=TOTALS.keys())
def test_16_totals_that_disagree(row: str, check: Check) -> None:
    """Point 16."""
    check(row)


@pytest.mark.parametrize("row", COMMAS.values(), ids=COMMAS.keys())
def test_17_commas_of_three_kinds(row: str, check: Check) -> None:
    """Point 17."""
    check(row)


@pytest.mark.parametrize("row", SHARES.values(), ids=SHARES.keys())
def test_18_shares_and_scores_in_persen(row: str, check: Check) -> None:
    """Point 18."""
    check(row)


@pytest.mark.parametrize("row", YEARS.values(), ids=YEARS.keys())
def test_19_years_with_slips(row: str, check: Check) -> None:
    """Point 19."""
    check(row)


@pytest.mark.parametrize("row", MIXED.values(), ids=MIXED.keys())
def test_references_beliefs_ranks(row: str, check: Check) -> None:
    """Beside the points: words that refer back, beliefs, ranks."""
    check(row)


@pytest.mark.parametrize("row", WHOLE.values(), ids=WHOLE.keys())
def test_whole_documents(row: str, check: Check) -> None:
    """All points together: releases, articles and reports with all that they state."""
    check(row)


@pytest.mark.xfail(strict=True, reason="wanted, not there yet")
@pytest.mark.parametrize("row", WANTED.values(), ids=WANTED.keys())
def test_wanted(row: str, check: Check) -> None:
    check(row)
