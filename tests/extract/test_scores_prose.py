"""Scores as reporters tell them: by the speaker's own region, by its class, by a mean of parts, answer by answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

TOLD = """
Ketua Bawaslu Blora Ani Wati mengaku daerahnya meraih skor 41,12.
    score 33.16 41.12 | score.cued | Ketua Bawaslu Blora Ani Wati mengaku daerahnya meraih skor 41,12

Kabupaten Pati 39,10. Anggota Bawaslu Blora Ani Wati menyebut skor kabupatennya lebih rendah, yakni 35,10.
    score 33.16 35.10 | score.cued | Anggota Bawaslu Blora Ani Wati menyebut skor kabupatennya lebih rendah, yakni 35,10
    score 33.18 39.10? | score.near | Kabupaten Pati 39,10

Ketua Bawaslu Blora Ani Wati menyebut kabupatennya di bawah Kabupaten Pati yang meraih skor 55,10.
    score 33.18 55.10 | score.cued | Kabupaten Pati yang meraih skor 55,10

Kabupaten Blora meraih skor 41,20. Hal itu tidak lepas dari Jawa Tengah secara umum. Provinsi berpenduduk terbanyak ketiga itu meraih skor 31,10.
    score 33 31.10? | score.cued | Provinsi berpenduduk terbanyak ketiga itu meraih skor 31,10
    score 33.16 41.20 | score.cued | Kabupaten Blora meraih skor 41,20

[Blora] Provinsi ini meraih skor 31,10.
    score 33 31.10? | score.cued | Provinsi ini meraih skor 31,10

Kabupaten Blora meraih skor 41,20, di atas Kota Salatiga. Kota kecil itu meraih skor 20,10.
    score 33.16 20.10? | score.cued | Kota kecil itu meraih skor 20,10
    score 33.16 41.20? | score.cued | Kabupaten Blora meraih skor 41,20

[Blora] Jawa Tengah paling rawan di penyelenggaraan dengan skor 66,73, lalu sosial politik 61,33. Kontestasi 43,90. Partisipasi 38,60.
    dimension 33 konteks sosial politik 61.33 | score.cued | Jawa Tengah paling rawan di penyelenggaraan dengan skor 66,73, lalu sosial politik 61,33
    dimension 33 kontestasi 43.90? | score.cued | Kontestasi 43,90
    dimension 33 partisipasi 38.60? | score.cued | Partisipasi 38,60
    dimension 33 penyelenggaraan 66.73 | score.cued | Jawa Tengah paling rawan di penyelenggaraan dengan skor 66,73

[Blora] Jawa Tengah meraih skor 31,10. Dimensi kontestasi 43,90.
    dimension 33.16 kontestasi 43.90? | score.cued | Dimensi kontestasi 43,90
    score 33 31.10? | score.cued | Jawa Tengah meraih skor 31,10

Namun jika skor 35 kabupaten/kota digabung dan dirata-rata, nilainya melonjak jadi 38,46.
    score 33 38.46 agregat_kabkota? | score.cued | nilainya melonjak jadi 38,46

Jika skor 35 kabupaten/kota naik, nilainya bisa 38,46.

Bila nilai seluruh kabupaten dan kota dijumlahkan lalu dirata-ratakan, hasil untuk Jawa Tengah adalah 41,70.
    score 33 41.70 agregat_kabkota? | score.pair | Jawa Tengah adalah 41,70

Provinsi ini tinggi bila yang dihitung adalah gabungan kabupaten dan kotanya, yakni 45,18 poin. Pada IKP Pilkada 2020, skornya 50,10.
    earlier score 33 50.10 | score.cued | Pada IKP Pilkada 2020, skornya 50,10
    score 33 45.18 agregat_kabkota? | score.cued | Provinsi ini tinggi bila yang dihitung adalah gabungan kabupaten dan kotanya, yakni 45,18

"Aspek kebebasan nilainya 84,55.

Ibu kota negara menjadi juara dengan 88,95.

Kabupaten Blora dan Pati berada pada kategori sedang dengan angka 42,94 dan 42,88. Begitu pula Kudus 42,76. Sementara Kota Salatiga justru rendah, 11,57.
    category 33.16 sedang | score.pair | Kabupaten Blora dan Pati berada pada kategori sedang dengan angka 42,94 + Kabupaten Blora dan Pati berada pada kategori sedang
    category 33.18 sedang | score.cued | Pati berada pada kategori sedang dengan angka 42,94 dan 42,88 + Pati berada pada kategori sedang
    category 33.19 sedang? | level.likewise | Kudus + kategori sedang
    category 33.73 rendah? | level.behind | Kota Salatiga justru rendah
    score 33.16 42.94 | score.pair | Kabupaten Blora dan Pati berada pada kategori sedang dengan angka 42,94 + Kabupaten Blora dan Pati berada pada kategori sedang
    score 33.18 42.88 | score.cued | Pati berada pada kategori sedang dengan angka 42,94 dan 42,88 + Pati berada pada kategori sedang
    score 33.19 42.76 | score.pair | Kudus 42,76
    score 33.73 11.57 | score.pair | Kota Salatiga justru rendah, 11,57

Untuk tingkat kabupaten, Kabupaten Blora meraih 42,69 sehingga dikategorikan sedang.
    category 33.16 sedang | score.pair | Kabupaten Blora meraih 42,69 + Kabupaten Blora meraih 42,69 sehingga dikategorikan sedang
    score 33.16 42.69 | score.pair | Kabupaten Blora meraih 42,69 + Kabupaten Blora meraih 42,69 sehingga dikategorikan sedang

Kabupaten Blora mendapat 42,69 dan duduk di urutan 30 dari 35 kabupaten/kota.
    rank 33.16 30 | score.pair | Kabupaten Blora mendapat 42,69
    score 33.16 42.69 | score.pair | Kabupaten Blora mendapat 42,69

Kabupaten Blora mencatat partisipasi pemilih 80,10 atau tinggi.
    dimension 33.16 partisipasi pemilih 80.10? | score.cued | Kabupaten Blora mencatat partisipasi pemilih 80,10
    dimension 33.16 partisipasi pemilih tinggi? | score.cued | Kabupaten Blora mencatat partisipasi pemilih 80,10

Kabupaten Blora masuk kategori sedang dengan 30,10 persen pemilih muda.
    category 33.16 sedang | level.behind | Kabupaten Blora masuk kategori sedang

Kabupaten Blora rawan sedang dan anggaran Pati 30,10 miliar, masuk kategori tinggi.
    category 33.16 sedang | level.behind | Kabupaten Blora rawan sedang
    category 33.18 tinggi? | level.behind | Pati 30,10 miliar, masuk kategori tinggi

Kini pada IKP 2024 skornya tinggal 31,46 dan berstatus rawan sedang.
    category 33 sedang? | score.cued | Kini pada IKP 2024 skornya tinggal 31,46 + berstatus rawan sedang
    score 33 31.46? | score.cued | Kini pada IKP 2024 skornya tinggal 31,46 + berstatus rawan sedang

Kabupaten Blora tinggal 3,10 poin lagi dari kategori tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora tinggal 3,10 poin lagi dari kategori tinggi

Anggota Bawaslu Blora, Deni, menyebut nilai akhir daerahnya 38,17.
    score 33.16 38.17 | score.cued | menyebut nilai akhir daerahnya 38,17

Skornya 55,56, di bawah Maluku Utara yang nilainya penuh, 100.
    score 33 55.56? | score.cued | Skornya 55,56
    score 82 100 | score.cued | Maluku Utara yang nilainya penuh, 100

Skornya 55,56, di bawah Maluku Utara yang 100 persen kasnya terserap.
    score 33 55.56? | score.cued | Skornya 55,56

Uniknya, begitu yang dihitung ialah rata-rata delapan kabupaten dan kotanya, Banten justru memuncaki daftar nasional dengan 45,28.
    score 36 45.28 agregat_kabkota? | score.pair | Banten justru memuncaki daftar nasional dengan 45,28

Nilai kabupaten di Jawa Tengah: ¶ - Kabupaten Blora, Pati, Kudus = 0 ¶ - Kota Salatiga = 37,50
    score 33.16 0 | score.shared | Kabupaten Blora, Pati, Kudus = 0
    score 33.18 0 | score.shared | Pati, Kudus = 0
    score 33.19 0 | score.shared | Kudus = 0
    score 33.73 37.50 | score.pair | Kota Salatiga = 37,50

Nilai tertinggi: ¶ (1) Kabupaten Blora 100 ¶ (2) Kota Salatiga 55,87
    score 33.16 100 | score.pair | Kabupaten Blora 100
    score 33.73 55.87 | score.pair | Kota Salatiga 55,87

Jumlah TPS rawan: ¶ (1) Kabupaten Blora 100 ¶ (2) Kota Salatiga 55

[Pilkada 2020] Menurut konteks, skor tertinggi diraih daerah berbeda: ¶ - sosial: Kabupaten Blora (74,70) ¶ - politik: Kota Salatiga (86,10)
    dimension 33.16 konteks sosial 74.70? | score.cued | Kabupaten Blora (74,70
    dimension 33.73 konteks politik 86.10? | score.cued | Kota Salatiga (86,10

[Pilkada 2020] Konteks sosial Kabupaten Blora 47,25 dan politik 52,66.
    dimension 33.16 konteks politik 52.66? | score.cued | Kabupaten Blora 47,25 dan politik 52,66
    dimension 33.16 konteks sosial 47.25? | score.cued | Kabupaten Blora 47,25

[Pilkada 2020] Konteks sosial Kabupaten Blora 47,25 dan politik uang 52,66.
    dimension 33.16 konteks sosial 47.25? | score.cued | Kabupaten Blora 47,25
    indicator 33.16 54? | indicator.mentioned | politik uang

Skor Blora dirilis Selasa, 20/12/2022 09.12

[Pilkada 2020] Uraian tiap konteks di Kabupaten Blora: ¶¶ Konteks	Skor	Level	Kategori ¶ Sosial	58,05	5	Tinggi ¶ Pandemi	47,15	3	Sedang
    dimension 33.16 konteks sosial 58.05? | table.row | Sosial 58,05 5 Tinggi
    dimension 33.16 konteks sosial tinggi? | table.row | Sosial 58,05 5 Tinggi
    dimension 33.16 pandemi 47.15? | table.row | Pandemi 47,15 3 Sedang
    dimension 33.16 pandemi sedang? | table.row | Pandemi 47,15 3 Sedang

HASIL PEMUTAKHIRAN IKP ¶¶ Kabupaten	Skor	Kategori ¶ Blora	58,05	Tinggi ¶ Pati	47,15	Sedang
    category 33.16 tinggi | table.row | Blora 58,05 Tinggi
    category 33.18 sedang | table.row | Pati 47,15 Sedang
    score 33.16 58.05 | table.row | Blora 58,05 Tinggi
    score 33.18 47.15 | table.row | Pati 47,15 Sedang

HASIL PEMUTAKHIRAN DATA PEMILIH ¶¶ Kabupaten	Nilai	Kategori ¶ Blora	58,05	Tinggi ¶ Pati	47,15	Sedang

Kota Salatiga tidak ikut lagi; pada indeks untuk Pilkada 2020 kota kecil itu memperoleh 42,12 atau sedang.
    earlier category 33.73 sedang? | score.near | Kota Salatiga tidak ikut lagi; pada indeks untuk Pilkada 2020 kota kecil itu memperoleh 42,12 + Kota Salatiga tidak ikut lagi; pada indeks untuk Pilkada 2020 kota kecil itu memperoleh 42,12 atau sedang
    earlier score 33.73 42.12? | score.near | Kota Salatiga tidak ikut lagi; pada indeks untuk Pilkada 2020 kota kecil itu memperoleh 42,12 + Kota Salatiga tidak ikut lagi; pada indeks untuk Pilkada 2020 kota kecil itu memperoleh 42,12 atau sedang

IKP 2019 memberi Jawa Tengah 48,85. Lalu IKP Pilkada 2018. Jawa Tengah mendapat 2,57.
    earlier score 33 2.57? | score.near | Jawa Tengah mendapat 2,57
    score 33 48.85? | score.pair | Jawa Tengah 48,85

Rata-rata nasional naik tipis dari 49,00 menjadi 49,63.
    earlier score ID 49.00 | score.national_mean | Rata-rata nasional naik tipis dari 49,00
    score ID 49.63? | score.national_mean | Rata-rata nasional naik tipis dari 49,00 menjadi 49,63

Skor Blora 41,20. Bandingkan dengan Banyumas yang 21,90 atau Pati 17,35.
    score 33.02 21.90 | score.pair | Banyumas yang 21,90
    score 33.16 41.20 | score.pair | Blora 41,20
    score 33.18 17.35 | score.pair | Pati 17,35

[Blora] Wawancara ¶ Skornya? ¶ Untuk kabupaten 65,72. ¶ Anggarannya? ¶ Kabupaten 65,72 miliar.
    score 33.16 65.72? | score.near | Untuk kabupaten 65,72

[Blora] Paling besar dari penyelenggaraan. Skornya 41,52.
    dimension 33.16 penyelenggaraan 41.52? | score.cued | Skornya 41,52

[Blora] Penyelenggaraan menjadi perhatian. Skornya 41,52.
    score 33.16 41.52 | score.cued | Skornya 41,52

Kabupaten Blora meraih nilai SAKIP 71,20 atau kategori sedang.
    category 33.16 sedang? | score.near | Kabupaten Blora meraih nilai SAKIP 71,20 + Kabupaten Blora meraih nilai SAKIP 71,20 atau kategori sedang
    score 33.16 71.20? | score.near | Kabupaten Blora meraih nilai SAKIP 71,20 + Kabupaten Blora meraih nilai SAKIP 71,20 atau kategori sedang

Tingkat kemiskinan Kabupaten Blora 11,20 atau tergolong sedang. Di IKP, Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Blora rawan tinggi

Kabupaten Blora rawan sedang, 41,20 kilometer dari Semarang.
    category 33.16 sedang | level.behind | Kabupaten Blora rawan sedang

Suhu di Kabupaten Blora mencapai 36,20 dan tergolong tinggi.
    category 33.16 tinggi? | score.near | Kabupaten Blora mencapai 36,20 + Kabupaten Blora mencapai 36,20 dan tergolong tinggi
    score 33.16 36.20? | score.near | Kabupaten Blora mencapai 36,20 + Kabupaten Blora mencapai 36,20 dan tergolong tinggi

Kabupaten Blora dan Pati 41,20 masuk kategori tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora dan Pati 41,20 masuk kategori tinggi
    category 33.18 tinggi? | score.pair | Pati 41,20 + Pati 41,20 masuk kategori tinggi
    score 33.18 41.20? | score.pair | Pati 41,20 + Pati 41,20 masuk kategori tinggi

Kabupaten Blora, yang luasnya 1.820,59, masuk kategori sedang.
    category 33.16 sedang? | level.behind | Kabupaten Blora, yang luasnya 1.820,59, masuk kategori sedang

Kabupaten Blora kategori sedang (2,1 persen).
    category 33.16 sedang? | score.near | Kabupaten Blora kategori sedang (2,1 + Kabupaten Blora kategori sedang
    score 33.16 2.1? | score.near | Kabupaten Blora kategori sedang (2,1 + Kabupaten Blora kategori sedang

Ketua Bawaslu Blora menyebut kabupatennya kalah dari Pati yang rawan tinggi dengan skor 55,10.
    category 33.18 tinggi? | level.behind | Pati yang rawan tinggi
    score 33.18 55.10 | score.cued | Pati yang rawan tinggi dengan skor 55,10

Ketua Bawaslu Blora menyebut di kabupatennya dimensi kontestasi 55,10.
    dimension 33.16 kontestasi 55.10 | score.cued | Ketua Bawaslu Blora menyebut di kabupatennya dimensi kontestasi 55,10

Bupati Pati dan Ketua Bawaslu Blora hadir. Daerahnya meraih skor 41,20.
    score 33.16 41.20? | score.cued | Daerahnya meraih skor 41,20

Ketua KPU Blora menyebut daerahnya di angka 41,20.
    score 33 41.20? | score.near | Ketua KPU Blora menyebut daerahnya di angka 41,20

Kabupaten Blora 41,20. Kota ini rawan sedang dengan skor 30,10.
    score 33.16 30.10? | score.cued | Kota ini rawan sedang dengan skor 30,10
    score 33.16 41.20? | score.near | Kabupaten Blora 41,20

Provinsi ini menempati urutan 25 dengan skor 34,83. Kabupaten terluas itu 41,20.
    rank 33 25 | score.cued | Provinsi ini menempati urutan 25 dengan skor 34,83
    score 33 34.83 | score.cued | Provinsi ini menempati urutan 25 dengan skor 34,83
    score 33 41.20? | score.near | Kabupaten terluas itu 41,20

Kabupaten Blora menyentuh 41,20 dan menempati urutan 30 dalam realisasi anggaran.
    score 33.16 41.20? | score.near | Kabupaten Blora menyentuh 41,20

Kabupaten Blora mencapai 41,20 dan berada di posisi ke-3 dalam capaian vaksinasi.
    score 33.16 41.20? | score.near | Kabupaten Blora mencapai 41,20

Skor Blora 41,20. Pati yang 100 desanya rawan banjir.
    indicator 33.18 3? | indicator.prose | rawan banjir
    score 33.16 41.20 | score.pair | Blora 41,20

1. Kabupaten Blora = 100 TPS

Skor tertinggi: ¶ 1. Kabupaten Blora 0 ¶ 2. Kabupaten Pati 100
    score 33.16 0 | score.pair | Kabupaten Blora 0
    score 33.18 100 | score.pair | Kabupaten Pati 100

Rata-rata skor kabupaten/kota di Jawa Tengah naik. Kota Salatiga meraih 41,20.
    score 33.73 41.20? | score.near | Kota Salatiga meraih 41,20

Jika digabungkan dengan skor kabupaten/kota lain, Kabupaten Blora 41,20.

Berapa skor Blora? ¶ Kami sudah cek 41,20 persen TPS.

Dimensi terbesar adalah kontestasi. Skornya 41,20, sedangkan skor IKP Blora 33,10.
    dimension 33 kontestasi 41.20? | score.cued | Skornya 41,20
    score 33.16 33.10 | score.pair | Blora 33,10
"""


@pytest.mark.parametrize(("text", "facts"), examples(TOLD))
def test_scores_are_told_in_many_ways(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
