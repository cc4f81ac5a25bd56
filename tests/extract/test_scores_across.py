"""Scores and ranks as reports tell them: whose they are from sentence to sentence, and what is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

SAID_AT = """
Ketua Bawaslu Didik Joko, di Blora, Selasa, mengatakan skornya 41,20.
    score 33 41.20? | score.cued | mengatakan skornya 41,20

Ketua Bawaslu Didik Joko di Kabupaten Blora, Selasa (9/4), mengatakan skornya 41,20.
    score 33 41.20? | score.cued | mengatakan skornya 41,20

Skornya 41,20, kata Ketua Bawaslu Didik Joko di Kabupaten Blora, Selasa.
    score 33 41.20? | score.cued | Skornya 41,20

[nation] Anggota Bawaslu Didik Joko, di Jakarta, Selasa siang, mengatakan rata-rata nasional 49,63.
    score ID 49.63? | score.national_mean | rata-rata nasional 49,63

[nation] "Kabupaten Blora rawan sedang," kata dia di Kabupaten Pati, Rabu (9/4).
    category 33.16 sedang | level.behind | Kabupaten Blora rawan sedang

Skor tertinggi di Blora, Selasa lalu dirilis, 41,20.

Kerawanan di Blora, Selasa (9/4), mencapai skor 41,20.
    score 33.16 41.20 | score.cued | Blora, Selasa (9/4), mencapai skor 41,20
"""
"""Places with a day, where something was said, and places that are spoken of."""

SPOKEN_OF = """
Sementara Blora urutan ke-29. ¶ Ada dua subdimensi yang merah di Pati. Yaitu hak memilih (71,4) dan kampanye calon (58,9).
    dimension 33.18 hak memilih 71.4 | score.cued | Yaitu hak memilih (71,4
    dimension 33.18 kampanye calon 58.9 | score.cued | Yaitu hak memilih (71,4) dan kampanye calon (58,9
    rank 33.16 29? | rank.stated | Blora urutan ke-29

Skor Blora 41,20. ¶ Dimensi yang paling menonjol di Pati adalah kontestasi. Skornya 61,20.
    score 33.16 41.20 | score.pair | Blora 41,20
    dimension 33.18 kontestasi 61.20? | score.cued | Skornya 61,20

Skor Blora 41,20. ¶ Dimensi dibahas di Pati, Selasa. Dimensi kontestasi 61,20.
    dimension 33.16 kontestasi 61.20? | score.cued | Dimensi kontestasi 61,20
    score 33.16 41.20 | score.pair | Blora 41,20

Skor Blora 41,20. Skor kontestasi lebih tinggi daripada di Pati. Dimensi partisipasi 61,20.
    dimension 33.16 partisipasi 61.20? | score.cued | Dimensi partisipasi 61,20
    score 33.16 41.20 | score.pair | Blora 41,20

Skor Blora 41,20. Rapat digelar di Pati. Dimensi partisipasi 61,20.
    dimension 33.16 partisipasi 61.20? | score.cued | Dimensi partisipasi 61,20
    score 33.16 41.20 | score.pair | Blora 41,20
"""
"""Regions behind "di" that the next sentence goes on with, and those that it does not."""

COMPARED = """
[nation] Skor Kabupaten Paniai 3,42. Hanya kalah dari Mimika, 3,43.
    score 94.03 3.42 | score.pair | Kabupaten Paniai 3,42
    score 94.04 3.43 | score.pair | Mimika, 3,43

[nation] Kabupaten Paniai mendapat skor 3,42, hanya kalah dari Mimika, 3,43.
    score 94.03 3.42 | score.cued | Kabupaten Paniai mendapat skor 3,42
    score 94.04 3.43 | score.pair | Mimika, 3,43

[nation] Maluku Utara berada di peringkat kedua setelah DKI Jakarta dengan 88,95.
    rank 82 2? | score.near | Maluku Utara berada di peringkat kedua setelah DKI Jakarta dengan 88,95
    score 82 88.95? | score.near | Maluku Utara berada di peringkat kedua setelah DKI Jakarta dengan 88,95

[nation] Skor Maluku Utara 84,86, setelah DKI Jakarta dengan 88,95.
    score 31 88.95 | score.pair | DKI Jakarta dengan 88,95
    score 82 84.86 | score.pair | Maluku Utara 84,86

[nation] Maluku Utara meraih skor 84,86. Provinsi itu di posisi kedua setelah DKI Jakarta dengan 88,95.
    score 31 88.95 | score.pair | DKI Jakarta dengan 88,95
    score 82 84.86 | score.cued | Maluku Utara meraih skor 84,86

[nation] Maluku Utara di posisi kedua di bawah DKI Jakarta dengan skor 84,86.
    rank 82 2 provinsi | score.cued | Maluku Utara di posisi kedua di bawah DKI Jakarta dengan skor 84,86
    score 82 84.86 | score.cued | Maluku Utara di posisi kedua di bawah DKI Jakarta dengan skor 84,86

[nation] Maluku Utara di bawah DKI Jakarta dengan skor 88,95.
    score 82 88.95? | score.cued | Maluku Utara di bawah DKI Jakarta dengan skor 88,95

[nation] Skor Kabupaten Blora 41,20. Blora kalah dari Pati dengan 43,50.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20
    score 33.18 43.50? | score.pair | Pati dengan 43,50

[nation] Skor Kabupaten Blora 41,20. Daerah itu di bawah Pati dan di atas Kudus dengan 39,10.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20
    score 33.19 39.10 | score.pair | Kudus dengan 39,10

[nation] Kabupaten Blora rawan sedang. Daerah itu di bawah Pati dengan skor 39,10.
    category 33.16 sedang? | score.cued | Daerah itu di bawah Pati dengan skor 39,10 + Kabupaten Blora rawan sedang
    score 33.16 39.10? | score.cued | Daerah itu di bawah Pati dengan skor 39,10 + Kabupaten Blora rawan sedang
"""
"""Regions that are compared: the number behind is theirs where the one spoken of has its own."""

THRESHOLDS = """
[nation] Untuk kabupaten/kota, skor 49,33 sudah tinggi.

[Blora] Untuk provinsi, skor 66 masih sedang. Untuk kabupaten/kota, 49,33 sudah tinggi.

[nation] Kabupaten Blora, Pati dan Kudus rawan tinggi. Ketiganya berada jauh di atas ambang rawan tinggi sebesar 49,33.
    category 33.16 tinggi | level.behind | Kabupaten Blora, Pati dan Kudus rawan tinggi
    category 33.18 tinggi | level.behind | Pati dan Kudus rawan tinggi
    category 33.19 tinggi | level.behind | Kudus rawan tinggi

[Blora] Kabupaten Blora rawan tinggi karena skornya melewati 49,33.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

[Blora] Kabupaten Blora rawan tinggi karena skornya melewati batas 49,33.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

[Blora] Skor Kabupaten Blora melewati 49,33 sehingga masuk rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora melewati 49,33 sehingga masuk rawan tinggi

[Blora] Skor Kabupaten Blora melewati Pati yang mencatat 49,33.
    score 33.18 49.33? | score.near | Pati yang mencatat 49,33

[Blora] Skor Kabupaten Blora berada di atas 49,33.

[Blora] Semua daerah di atas masuk kategori rawan tinggi karena skornya melewati 49,33.

[Blora] Skor Kabupaten Blora tercatat 49,33.
    score 33.16 49.33 | score.pair | Kabupaten Blora tercatat 49,33

[Blora] Untuk provinsi, skor Jawa Tengah 66 masih sedang.

[Blora] Untuk kabupaten, skor 41,20 masih sedang.
    score 33.16 41.20 | score.cued | Untuk kabupaten, skor 41,20

[Blora] Skor kita 48,15, terpaut sedikit dari batas rawan tinggi, yakni 49,33.
    score 33.16 48.15 | score.cued | Skor kita 48,15
"""
"""Where a level begins, and examples of levels, beside scores that are as high."""

NO_SCORES = """
[Blora] Tabel 3.1 Skor Kabupaten Blora. ¶ Skor Kabupaten Blora 41,20.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20

[Blora] Skor Kabupaten Blora 41,20. ¶ 3.2 Sumber Kerawanan ¶ Politik uang terjadi.
    indicator 33.16 54? | indicator.prose | Politik uang
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20

[Blora] Skor Kabupaten Blora 41,20. ¶ Tabel 3.1. Rincian kerawanan Kabupaten Blora
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20

[Blora] Rincian kerawanan pada Tabel 3.1 dan Gambar 4.2 menunjukkan Kabupaten Blora rawan sedang.
    category 33.16 sedang | level.behind | Kabupaten Blora rawan sedang

[Blora] Indeks Demokrasi Indonesia (IDI) Jawa Tengah 84,20. Aspek kebebasan nilainya 84,55. Aspek kesetaraan 82,10.

[Blora] Berdasarkan Indeks Risiko Bencana Indonesia (IRBI), Blora kelas tinggi. Skornya 90,11.

[Blora] Satgas Covid-19 mencatat zona kuning. Skor risiko kota ini masih 2,01.

[Blora] 3.2 Skor Kabupaten Blora 41,20
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20

[Blora] Berbeda dengan Indeks Pembangunan Manusia, kerawanan pemilu diukur Bawaslu. Skor Kabupaten Blora 41,20.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20

[Blora] Indeks Demokrasi Jawa Tengah turun. Bawaslu menyebut skor IKP Blora 41,20. Pati 39,10.
    score 33.16 41.20 | score.pair | Blora 41,20
    score 33.18 39.10 | score.pair | Pati 39,10

[Blora] Indeks Pembangunan Manusia Blora rendah. Skornya 71,20. Kerawanan pemilu Blora sedang dengan skor 41,20.
    category 33.16 sedang | score.cued | Blora sedang dengan skor 41,20 + Blora sedang
    score 33.16 41.20 | score.cued | Blora sedang dengan skor 41,20 + Blora sedang
"""
"""Numbers of tables and sections, and other indices, told on in their paragraph."""

CARRIED = """
[Blora] Kabupaten ini menempati urutan ke-65 dari 514 kabupaten/kota dengan skor 53,19.
    rank 33.16 65 nasional | score.cued | Kabupaten ini menempati urutan ke-65 dari 514 kabupaten/kota dengan skor 53,19
    score 33.16 53.19 | score.cued | Kabupaten ini menempati urutan ke-65 dari 514 kabupaten/kota dengan skor 53,19

[Blora] Kabupaten ini menempati urutan ke-65 dengan skor 53,19.
    rank 33.16 65 | score.cued | Kabupaten ini menempati urutan ke-65 dengan skor 53,19
    score 33.16 53.19 | score.cued | Kabupaten ini menempati urutan ke-65 dengan skor 53,19

[Blora] Dari 35 kabupaten/kota, tujuh kabupaten/kota memperoleh skor 53,19.

[Blora] Berada di peringkat 5 dari 35 kabupaten/kota dengan nilai 53,19.
    rank 33.16 5 | score.cued | Berada di peringkat 5 dari 35 kabupaten/kota dengan nilai 53,19
    score 33.16 53.19 | score.cued | Berada di peringkat 5 dari 35 kabupaten/kota dengan nilai 53,19

Angkanya begini. Cilacap 41,27. Banyumas 35,66. Purbalingga 22,85.
    score 33.01 41.27 | score.pair | Cilacap 41,27
    score 33.02 35.66 | score.pair | Banyumas 35,66
    score 33.03 22.85 | score.pair | Purbalingga 22,85

Rinciannya sebagai berikut. Cilacap 41,27. Banyumas 35,66.
    score 33.01 41.27? | score.near | Cilacap 41,27
    score 33.02 35.66 | score.pair | Banyumas 35,66

Skor tiga daerah lain begini. Cilacap 41,27. Banyumas 35,66.
    score 33.01 41.27 | score.pair | Cilacap 41,27
    score 33.02 35.66 | score.pair | Banyumas 35,66

IKP menempatkan provinsi ini di peringkat kedua nasional dengan 81,05.
    rank 33 2 nasional? | score.pair | IKP menempatkan provinsi ini di peringkat kedua nasional dengan 81,05
    score 33 81.05? | score.pair | IKP menempatkan provinsi ini di peringkat kedua nasional dengan 81,05

[nation] Kabupaten Intan Jaya dan Jayawijaya, dua-duanya bernilai 100.
    score 94.07 100 | score.shared | Kabupaten Intan Jaya dan Jayawijaya, dua-duanya bernilai 100
    score 95.01 100 | score.shared | Jayawijaya, dua-duanya bernilai 100

[nation] Makassar rawan sedang. Ibu kota Sulsel itu berada di urutan tiga nasional. "Nilainya 65,12," katanya.
    category 73.71 sedang? | score.cued | "Nilainya 65,12 + Makassar rawan sedang
    rank 73.71 3 nasional? | rank.stated | kota Sulsel itu berada di urutan tiga
    score 73.71 65.12? | score.cued | "Nilainya 65,12 + Makassar rawan sedang

[nation] Kota Semarang rawan. Ibu kota Jawa Tengah itu meraih skor 65,12.
    score 33.74 65.12? | score.cued | Ibu kota Jawa Tengah itu meraih skor 65,12

Kabupaten Blora menonjol. Skor kabupaten paling timur di pesisir utara Jawa Tengah ini sebesar 54,27.
    score 33.16 54.27 | score.cued | Skor kabupaten paling timur di pesisir utara Jawa Tengah ini sebesar 54,27

Skor kabupaten dan kota di pesisir utara Jawa Tengah ini sebesar 54,27.
    score 33 54.27? | score.cued | Skor kabupaten dan kota di pesisir utara Jawa Tengah ini sebesar 54,27

[nation] Ibu Kota Jakarta meraih skor 88,95.
    score 31 88.95 | score.cued | Ibu Kota Jakarta meraih skor 88,95

Kabupaten Blora masuk rawan sedang dengan skor 45,44, dan sebagian besar sumbangannya datang dari dimensi penyelenggaraan.
    category 33.16 sedang | score.cued | Kabupaten Blora masuk rawan sedang dengan skor 45,44 + Kabupaten Blora masuk rawan sedang
    score 33.16 45.44 | score.cued | Kabupaten Blora masuk rawan sedang dengan skor 45,44 + Kabupaten Blora masuk rawan sedang

Kabupaten Blora mendapat skor 45,44, tertinggi dalam dimensi penyelenggaraan.
    dimension 33.16 penyelenggaraan 45.44 | score.cued | Kabupaten Blora mendapat skor 45,44

Kabupaten Blora mendapat skor 45,44 dan Pati 30,10 pada dimensi penyelenggaraan.
    dimension 33.16 penyelenggaraan 45.44 | score.cued | Kabupaten Blora mendapat skor 45,44
    dimension 33.18 penyelenggaraan 30.10 | score.pair | Pati 30,10
"""
"""Ranks among so many, figures that are announced, capitals of provinces, and dimensions that a score comes from."""

SECTIONS = """
[nation] Berikut skornya. ¶ 1. Kabupaten Intan Jaya ¶¶ Kabupaten di Papua Tengah ini menduduki posisi puncak dengan skor sempurna, 100. ¶¶ 2. Kabupaten Bandung ¶¶ Tetangga Kota Kembang ini meraih 91,50. ¶¶ 3. Kabupaten Pandeglang ¶¶ Pandeglang mewakili Banten dengan 77,73. ¶¶ 4. Kabupaten Halmahera Tengah ¶¶ Skor 77,30. ¶¶ 5. Kabupaten Malaka ¶¶ Kabupaten di perbatasan RI-Timor Leste ini memperoleh skor 76,20.
    score 53.21 76.20 | score.cued | Kabupaten di perbatasan RI-Timor Leste ini memperoleh skor 76,20
    score 82.02 77.30 | score.cued | Skor 77,30
    score 94.07 100 | score.cued | Kabupaten di Papua Tengah ini menduduki posisi puncak dengan skor sempurna, 100

[nation] Kabupaten di Jawa Tengah meraih skor 41,20.
    score 33 41.20? | score.cued | Kabupaten di Jawa Tengah meraih skor 41,20

Kabupaten Blora berbatasan dengan Pati. Kabupaten di Jawa Tengah ini meraih skor 41,20.
    score 33.16 41.20? | score.cued | Kabupaten di Jawa Tengah ini meraih skor 41,20

Kabupaten Blora berada di perbatasan rawan sedang.

[Blora] Di mana posisi Blora? ¶¶ Kami di angka 26,14. Itu masuk rawan sedang. Se-Jateng urutan 17. ¶¶ Bagaimana Pati? ¶¶ Kabupaten Pati memang rawan tinggi. ¶¶ Dimensi apa yang paling besar? ¶¶ Penyelenggaraan, 43,90. Lalu kontestasi 22,70.
    category 33.16 sedang? | score.near | Kami di angka 26,14 + Jateng urutan 17 + rawan sedang
    category 33.18 tinggi | level.behind | Kabupaten Pati memang rawan tinggi
    dimension 33.16 kontestasi 22.70 | score.cued | Lalu kontestasi 22,70
    dimension 33.16 penyelenggaraan 43.90 | score.cued | Penyelenggaraan, 43,90
    rank 33.16 17? | score.near | Kami di angka 26,14 + Jateng urutan 17 + rawan sedang
    score 33.16 26.14? | score.near | Kami di angka 26,14 + Jateng urutan 17 + rawan sedang

[Blora] Di mana posisi Blora? ¶¶ Kami rawan sedang. ¶¶ Bagaimana Pati? ¶¶ Pati rawan tinggi. ¶¶ Dimensi kontestasi 22,70.
    category 33.16 sedang? | level.carried | rawan sedang
    category 33.18 tinggi | level.behind | Pati rawan tinggi
    dimension 33.18 kontestasi 22.70 | score.cued | Dimensi kontestasi 22,70
"""
"""Names that head sections of a list, and answers in an interview of three questions and more, or of two."""

IN_PASSING = """
DKI Jakarta mendapat skor 88,95. "Nilai kontestasi itu nomor dua setelah Maluku Utara, sedang penyelenggaraan nomor tiga," ujarnya.
    rank 31 3? | rank.stated | Maluku Utara, sedang penyelenggaraan nomor tiga
    score 31 88.95 | score.cued | DKI Jakarta mendapat skor 88,95

[nation] Kota Administrasi Jakarta Timur perlu hati-hati. Hasil IKP 2024 menempatkan kota dengan pemilih terbanyak di DKI itu sebagai satu-satunya yang rawan tinggi di Jakarta, yaitu 65,14 poin.
    category 31 tinggi? | level.near | DKI itu sebagai satu-satunya yang rawan tinggi
    score 31.75 65.14 | score.cued | Hasil IKP 2024 menempatkan kota dengan pemilih terbanyak di DKI itu sebagai satu-satunya yang rawan tinggi di Jakarta, yaitu 65,14

Skor Sukoharjo naik. Kabupaten kecil di selatan Solo itu bahkan menyentuh skor 70,20.
    score 33.11 70.20 | score.cued | Kabupaten kecil di selatan Solo itu bahkan menyentuh skor 70,20

Kabupaten Blora ada di urutan ketiga di bawah Pati.
    rank 33.16 3 provinsi? | rank.stated | Kabupaten Blora ada di urutan ketiga

Di bawah Pati, Kabupaten Blora di urutan ketiga.
    rank 33.16 3? | rank.stated | Kabupaten Blora di urutan ketiga

Setelah Pati, di urutan ketiga ada Kabupaten Blora.
    rank 33.16 3? | rank.stated | urutan ketiga ada Kabupaten Blora

Setelah Pati dan Kudus, Blora di peringkat ketiga.
    rank 33.16 3? | rank.stated | Blora di peringkat ketiga

[nation] Bawaslu mengumumkan IKP 2024 untuk Kota Semarang. Kota terbesar di Jawa Tengah itu masuk rawan tinggi dengan skor 41,20.
    category 33 tinggi? | level.near | Jawa Tengah itu masuk rawan tinggi
    score 33.74 41.20? | score.cued | Kota terbesar di Jawa Tengah itu masuk rawan tinggi dengan skor 41,20

Wilayah di Jawa Tengah rawan sedang.
"""
"""Regions that only say where the one meant lies, or behind whom it comes."""

WORDS = """
[Blora] Jika melihat IKP 2024, Blora berada di kategori rawan sedang dengan skor 64,61, tertinggi di Jawa Tengah.
    category 33.16 sedang? | score.cued | Blora berada di kategori rawan sedang dengan skor 64,61 + Blora berada di kategori rawan sedang
    score 33.16 64.61? | score.cued | Blora berada di kategori rawan sedang dengan skor 64,61 + Blora berada di kategori rawan sedang

[Blora] Jika Blora masuk rawan sedang, skornya 64,61.

[Blora] Jika merujuk IKP 2024, skor Blora 64,61.
    score 33.16 64.61 | score.pair | Blora 64,61

Skor Blora naik. Bahkan menyentuh 70,20.
    score 33.16 70.20? | score.near | Bahkan menyentuh 70,20

Warga Blora menyentuh 70,20 persen dari daftar pemilih.

Skor dimensi kontestasi naik. Solo menyentuh 51,07 di dimensi ini.
    dimension 33.72 kontestasi 51.07? | score.near | Solo menyentuh 51,07

Kabupaten Blora sebagai penyelenggara pemilihan bupati memperoleh skor 67,04.
    score 33.16 67.04 | score.cued | Kabupaten Blora sebagai penyelenggara pemilihan bupati memperoleh skor 67,04

Skor Blora dan Pati nyaris kembar, 22,20 dan 22,10.
    score 33.16 22.20 | score.pair | Blora dan Pati nyaris kembar, 22,20
    score 33.18 22.10 | score.cued | Pati nyaris kembar, 22,20 dan 22,10

Kabupaten Blora nyaris rawan tinggi dengan skor 47,10.

[nation] Kabupaten Malaka masuk IKP 2024. Daerah perbatasan dengan Timor Leste itu meraih skor 76,2.
    score 53.21 76.2 | score.cued | Daerah perbatasan dengan Timor Leste itu meraih skor 76,2

[Blora] Dalam IKP 2024, Blora ada di mana? ¶¶ Kami di angka 26,14. ¶¶ Bagaimana Pati? ¶¶ Kabupaten Pati memang rawan tinggi. ¶¶ Apa dimensinya? ¶¶ Penyelenggaraan, 43,90.
    category 33.18 tinggi | level.behind | Kabupaten Pati memang rawan tinggi
    dimension 33.16 penyelenggaraan 43.90 | score.cued | Penyelenggaraan, 43,90
    score 33.16 26.14? | score.near | Kami di angka 26,14
"""
"""Words that only look like a supposition, a border or a dimension, and those that are one."""

RANKS = """
Kabupaten Blora dan Pati masing-masing di posisi ke-9 dan ke-23.
    rank 33.16 9? | rank.stated | Kabupaten Blora dan Pati masing-masing di posisi ke-9
    rank 33.18 23? | rank.stated | Pati masing-masing di posisi ke-9 dan ke-23

Kabupaten Blora dan Pati masing-masing menempati urutan 9 dan 23 nasional.
    rank 33.16 9 nasional? | rank.stated | Kabupaten Blora dan Pati masing-masing menempati urutan 9
    rank 33.18 23 nasional? | rank.stated | Pati masing-masing menempati urutan 9 dan 23

Kabupaten Blora, Pati dan Kudus masing-masing di posisi ke-9, ke-12 dan ke-23.

Kabupaten Blora dan Pati di urutan kesatu dan kedua.
    rank 33.16 1? | rank.stated | Kabupaten Blora dan Pati di urutan kesatu

[Blora] Posisinya kedua se-Jateng. "Skor kita 34,18," ujarnya.
    rank 33.16 2 provinsi? | rank.stated | Posisinya kedua
    score 33.16 34.18 | score.cued | "Skor kita 34,18

[Blora] Kabupaten ini menempati urutan ke-65 dari 514 kabupaten/kota.
    rank 33.16 65 nasional? | rank.stated | urutan ke-65

[Blora] Kabupaten Pati rawan tinggi. Peringkatnya ketiga nasional.
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi
    rank 33.18 3 nasional? | rank.stated | Peringkatnya ketiga

[Blora] Anggaran pengawasan terserap. Kabupaten ini menempati peringkat pertama dalam penyerapan anggaran.

[Blora] Pati rawan tinggi. Daerah itu tidak masuk urutan ketiga.
    category 33.18 tinggi | level.behind | Pati rawan tinggi
"""
"""Two ranks for two regions, and ranks of what was spoken of before."""


@pytest.mark.parametrize(("text", "facts"), examples(SAID_AT))
def test_a_place_where_words_were_said_bears_nothing(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(SPOKEN_OF))
def test_a_place_where_dimensions_are_is_gone_on_with(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(COMPARED))
def test_one_that_has_its_number_takes_no_second(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(THRESHOLDS))
def test_a_cut_of_the_scale_is_no_score(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(NO_SCORES))
def test_numbers_of_sections_and_other_indices_are_none(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(CARRIED))
def test_a_score_and_rank_without_a_name_are_of_the_one_spoken_of(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(SECTIONS))
def test_a_section_or_question_says_of_whom(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(IN_PASSING))
def test_a_region_named_in_passing_bears_nothing(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(WORDS))
def test_a_word_before_a_figure_supposes_or_states_it(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(RANKS))
def test_ranks_of_two_and_of_the_one_spoken_of(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
