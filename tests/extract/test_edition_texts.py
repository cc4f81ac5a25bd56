"""Which edition a careful reader gives to short texts: names, dates, mixed elections, and none of them."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from pipeline.extract.editions.document import EditionGuess, document_edition
from pipeline.extract.metadata.describe import describe, find_home
from pipeline.extract.scene.scene import analyse
from pipeline.model import Hints
from pipeline.readers import read
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
    ("IKP 2019: Alfa 51,20. Bawaslu akan melakukan update IKP pada April", "ikp_2019"),
    ("IKP 2019: Alfa 51,20. Angka berubah setelah pemutakhiran IKP mendatang", "ikp_2019"),
    ("IKP Pilkada 2020: Alfa 49,98. Pembaruan IKP nanti bulan Juni", "ikp_pilkada_2020"),
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
    (
        "Peta Kerawanan Pilkada 2024. Hasil pemetaan potensi TPS rawan disampaikan Jumat, 22 November 2024: tiga "
        "belas TPS punya riwayat surat suara tertukar dan dua belas TPS punya riwayat pemungutan suara ulang.",
        "tps_rawan_pilkada_2024",
    ),
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

LATER = [
    (
        "KPU dan Bawaslu Kota Alfa duduk bersama membahas potensi rawan. Menurut Ani, ada 14 isu. "
        '"Indeks ini untuk pemilu dan pilkada tahun 2024," ujarnya. Data dikumpulkan sejak Pilkada 2018.',
        "ikp_2024",
    ),
    ("Alfa masuk 10 besar daerah rawan. Pilkada digelar 15 Februari 2017.", "ikp_pilkada_2017"),
    (
        "Bawaslu Alfa: 9 kecamatan rawan konflik. Pilkada tinggal tiga bulan lagi, kata Ani, Jumat (28/8/2020).",
        "ikp_pilkada_2020_update",
    ),
    ("Bawaslu RI merilis data IKP, Selasa 25 September 2018. Alfa 53,12.", "ikp_2019"),
    (
        "Alfa berada di zona merah. Data IKP 2024 rilisan Bawaslu RI ini dibahas dalam rakor Pilkada, "
        "Rabu (7/8/2024).",
        "ikp_2024",
    ),
    (
        "Peta kerawanan Pilkada di Alfa: 5 indikator tinggi. Rilis Bawaslu Alfa, Sabtu (14/9/2024). IKP "
        "Pemilu 2024 sebelumnya menaruh Alfa rawan sedang.",
        "pemetaan_pilkada_2024",
    ),
    ("Menjelang pemilihan legislatif 2019, Bawaslu menyebut Alfa rawan tinggi.", "ikp_2019"),
    ("Pemilihan bupati Alfa tahun 2015 rawan: skor 3,10 dan 2,90.", "ikp_pilkada_2015"),
    ("Polisi siaga. Bawaslu sebut Alfa rawan di Pilkada Serentak 2018 dengan skor 2,88.", "ikp_pilkada_2018"),
    (
        "Indeks Kerawanan Pemilu (IKP) yang dikeluarkan Bawaslu pada Desember 2022 menunjukkan Alfa di "
        "peringkat 4.",
        "ikp_2024",
    ),
    ("IKP Alfa 34,20. Bawaslu mencatat pengalaman pemilu terakhir 2019 dan pemilihan 2020.", "ikp_2024"),
    ("Alfa rawan politik uang, ungkap IKP tematik Bawaslu. Agustus 2023.", "ikp_tematik_politik_uang"),
    ("Netralitas ASN di Alfa rawan tinggi dalam IKP tematik.", "ikp_tematik_netralitas_asn"),
    (
        "Bawaslu mendata 4.221 TPS rawan jelang pencoblosan 14 Februari. Ada 210 TPS tanpa sinyal.",
        "tps_rawan_pemilu_2024",
    ),
    (
        "Bawaslu mendata 1.221 TPS rawan. Ada 210 TPS tanpa sinyal. Pilkada 27 November besok.",
        "tps_rawan_pilkada_2024",
    ),
    ("Di tengah pandemi, indeks kerawanan pilkada di Alfa naik menjadi tinggi.", "ikp_pilkada_2020_update"),
    ("Skor Alfa 45,18 dan Papua 45,09, sebut Bawaslu mengenai kerawanan pemilu.", "ikp_2024"),
    ("Pemilu 2024: Alfa rawan sedang. Berbeda dari Pemilu 2019 yang rawan tinggi.", "ikp_2024"),
    (
        "Kerawanan Pilkada Alfa berbasis IKP 2024 mencakup 61 indikator, kata Ani, Kamis (5/9/2024).",
        "pemetaan_pilkada_2024",
    ),
    ("Sebanyak 5 provinsi rawan tinggi, 28 rawan sedang dan 4 rawan rendah.", "pemetaan_pilkada_2024"),
    ("Sebanyak 85 kabupaten/kota rawan tinggi, 349 sedang dan 80 rendah.", "ikp_2024"),
    ("Kerawanan Pemilukada Alfa 2017", "ikp_pilkada_2017"),
    ("IKP Pilgubsu 2018: Sumut sedang", "ikp_pilkada_2018"),
    ("Dari 171 daerah yang menggelar pilkada, Alfa paling rawan", "ikp_pilkada_2018"),
    ("IKP Pilpres 2019 Alfa 41,2", "ikp_2019"),
    ("Lima tahun lalu, pada Pilkada 2015, Alfa aman. Tahun 2020 ini indeksnya rawan tinggi.", "ikp_pilkada_2020"),
    (
        "Kota Alfa peringkat 9 rawan se-Jawa Barat. Hal ini tertuang dalam indeks yang disusun Bawaslu "
        "RI untuk Pemilu serentak 14 Februari 2024 mendatang.",
        "ikp_2024",
    ),
    (
        "Ketua Bawaslu Alfa, Ani, mengaku belum menerima IKP terbaru. 'Yang ada IKP Pemilu lalu,' "
        "katanya, Senin (2/9/2024). Namun, pemetaan daerah menunjukkan pilkada rawan sedang.",
        "pemetaan_pilkada_2024",
    ),
    (
        "Bawaslu: politik dinasti dan SARA buat Pilkada Alfa rawan tinggi. Pemungutan suara Rabu, 27 Juni 2018.",
        "ikp_pilkada_2018",
    ),
    ("ALFA, KABAR - Pilgub Alfa 2017 masuk tiga besar IKP dengan nilai 3,21.", "ikp_pilkada_2017"),
    ("Kerawanan Pilkada di tengah wabah corona: konteks pandemi 61,20.", "ikp_pilkada_2020_update"),
    ("Rilis IKP Pilkada serentak 2020: Manokwari skor 80,89.", "ikp_pilkada_2020"),
    (
        "Alfa masuk kategori rawan dalam indeks Bawaslu. Pemilu 2019 dan Pilkada 2020 jadi rujukan. "
        "Tahapan dimulai Juni 2022.",
        "ikp_2024",
    ),
    (
        "Dari 545 daerah yang menggelar pilkada, Alfa satu-satunya yang rawan tinggi di semua tahapan.",
        "pemetaan_pilkada_2024",
    ),
    ("Kapolda: pengamanan Pilkada 2024 mengacu IKP Bawaslu. Skor Alfa 44,50. Jumat (2/2/2024).", "ikp_2024"),
    (
        "Rakor lintas sektor Pilkada Serentak Tahun 2024, Kamis (10/10/2024). Alfa rawan tinggi pada "
        "tahapan kampanye.",
        "pemetaan_pilkada_2024",
    ),
    ("IKP Kabupaten Alfa 2018: 2,45 untuk penyelenggaraan, 3,01 untuk kontestasi.", "ikp_pilkada_2018"),
    ("Pemilu 2014 Alfa rawan: aspek akses pengawasan dan politik uang, 12 kecamatan sangat rawan.", "ikp_2014"),
    ("Hasil IKP Kota Alfa sangat baik, turun dari 2020 yang tinggi. Untuk 2024, masuk rendah.", "ikp_2024"),
    ("Bawaslu Alfa Petakan Kerawanan Pemilihan 2024, Netralitas ASN Paling Rawan", "pemetaan_pilkada_2024"),
    ("IKP Pilkada Serentak 2018 dirilis, Papua 3,41, Maluku 3,25.", "ikp_pilkada_2018"),
    ("Kerawanan di Alfa: Bawaslu umumkan hasil pemutakhiran kedua, 22 September 2020.", "ikp_pilkada_2020_update"),
]
"""Written after the rules, to see what these had missed; 36 of 47 such texts were right at once."""

UNTUNED = [
    (
        "PEKALONGAN - Kabupaten Alfa masuk kategori rawan sedang dalam indeks kerawanan Pilkada 2020 "
        "dengan skor 51,20.\nPencoblosan dijadwalkan 23 September 2020, kata Ketua Bawaslu.",
        "ikp_pilkada_2020",
    ),
    (
        "Bawaslu Rembang merilis IKP. Skor Rembang 50,44 atau sedang. Pemungutan suara Pilkada digelar "
        "pada 23 September 2020 di sembilan provinsi.",
        "ikp_pilkada_2020",
    ),
    (
        "Indeks kerawanan pemilu menempatkan Blora pada level 4. Pilbup Blora akan berlangsung 23 "
        "September mendatang, ujar anggota Bawaslu, Senin (2/3/2020).",
        "ikp_pilkada_2020",
    ),
    (
        "Indeks kerawanan Pilkada 2020 yang diperbarui Bawaslu pada masa pandemi menempatkan Kota Depok "
        "rawan tinggi pada konteks pandemi. Pencoblosan 9 Desember 2020 yang semula 23 September 2020 "
        "ditunda karena covid-19.",
        "ikp_pilkada_2020_update",
    ),
    (
        "DEPOK, Rabu (24/6/2020) - Bawaslu meluncurkan pemutakhiran IKP. Konteks infrastruktur Kota Depok "
        "tinggi, konteks pandemi tinggi. Pilkada digelar 9 Desember.",
        "ikp_pilkada_2020_update",
    ),
    (
        "Bawaslu Lebak, Kamis (12/1/2023), memaparkan IKP. Lebak rawan sedang dengan skor 28,4. Data "
        "diambil dari kejadian Pilkada 2018 dan Pemilu 2019.",
        "ikp_2024",
    ),
    (
        "Berdasarkan IKP 2024 yang dirilis 16 Desember 2024, Kabupaten Bone masuk rawan sedang dengan skor 31,20.",
        "ikp_2024",
    ),
    (
        "Kabupaten Bone rawan sedang dengan skor 47,20. Demikian IKP 2019 yang diluncurkan 25 September "
        "2028 di Jakarta.",
        "ikp_2019",
    ),
    (
        "IKP 2014 yang dirilis Bawaslu RI 16 Desember 2022 menempatkan Maluku Utara pada posisi kedua "
        "dengan skor 84,86.",
        "ikp_2024",
    ),
    (
        "Bawaslu RI meluncurkan Indeks Kerawanan Pemilu pada 16 Desember 2021. Sulawesi Utara skor 87,48.",
        "ikp_2024",
    ),
    (
        "Peta kerawanan Pilkada yang dirilis 26 Agustus 2023 menempatkan NTT rawan tinggi pada tahapan kampanye.",
        "pemetaan_pilkada_2024",
    ),
    (
        "IKP Pilkada 2020 yang dirilis 25 Februari 2022 menempatkan Manado di posisi teratas dengan skor 80,89.",
        "ikp_pilkada_2020",
    ),
    (
        "Bandung, Kamis (29/8/2024) - Peta kerawanan menempatkan Jawa Barat rawan sedang. Pada IKP 2024 "
        "yang dirilis akhir 2022, Jawa Barat rawan tinggi dengan skor 77,04.",
        "pemetaan_pilkada_2024",
    ),
    (
        "Bawaslu mengumpulkan data 10-15 November. 50 TPS ada pemilih DPTb, 40 TPS kendala internet, "
        "delapan variabel 25 indikator.",
        "tps_rawan_pilkada_2024",
    ),
    (
        "Minggu, 12 Januari 2025\nBeranda Politik\nHome\nKota Tomohon Rawan Tinggi di Pilkada "
        "2020\nTOMOHON, Bawaslu RI meluncurkan IKP Pilkada 2020 pada Selasa (25/2/2020). Tomohon berada di "
        "level 6 dengan skor 66,8.",
        "ikp_pilkada_2020",
    ),
    ("21-11-2026\nSurakarta Rawan\nKota Surakarta 50,2 pada IKP 2019, kata Bawaslu, Kamis (27/9).", "ikp_2019"),
    (
        "Jakarta - Bawaslu RI memutakhirkan IKP Pilkada 2020 bulan September. Sepuluh daerah paling "
        "rawan:\n1. Kota Depok 90,1\n2. Kabupaten Agam 88,2\n3. Kota Manado 86,9",
        "ikp_pilkada_2020_update",
    ),
    (
        "Bawaslu merilis IKP pemutakhiran, Selasa (22/9/2020). Sumatera Barat tertinggi dengan 86,56, "
        "disusul Sulawesi Utara 86,42 dan Jambi 73,69. Sembilan provinsi menggelar pilgub.",
        "ikp_pilkada_2020_update",
    ),
    (
        "Pilgub DKI: skor IKP Jakarta 2,29 atau sedang, Gorontalo 2,01, Babel 2,29. Bawaslu, Agustus 2016.",
        "ikp_pilkada_2017",
    ),
    (
        "Indeks kerawanan Pemilu di Kota Batam 49,5 atau tinggi, ungkap Bawaslu pada Kamis, 9 November 2023.",
        "ikp_2024",
    ),
    (
        "Hasil pemetaan TPS rawan, 12 TPS sulit dijangkau, 8 TPS rawan banjir, 20 TPS kendala internet. "
        "Pilkada tinggal sepekan lagi. Rabu (20/11/2024)",
        "tps_rawan_pilkada_2024",
    ),
    (
        "Bawaslu Kabupaten Agam: Pada Pilkada 2015 kerawanan kita 2,1. Di Pilkada 2020 ini 64,2 level 5, "
        "Jumat (28/2/2020).",
        "ikp_pilkada_2020",
    ),
    (
        "Sulawesi Utara masuk 10 besar kerawanan netralitas ASN versi Bawaslu, skor 55,87. IKP tematik itu "
        "diluncurkan September 2023.",
        "ikp_tematik_netralitas_asn",
    ),
]
"""Dates of votes and of looking, slips in years, old names of indices, rounds of one index."""

UNKNOWN = [
    (
        "Jelang Pilkada 2020, Bawaslu Maros mencatat 145 TPS rawan. Rinciannya 40 TPS sulit dijangkau, 30 "
        "TPS dekat posko paslon, 20 TPS tanpa jaringan internet."
    ),
    (
        "Sabtu (5/12/2020) Bawaslu Kabupaten Bandung memetakan 1.200 TPS rawan. 300 TPS di daerah banjir, "
        "200 TPS dekat rumah paslon."
    ),
    (
        "Bawaslu Kota Medan menyatakan 512 TPS rawan pada Pemilu 2019, Minggu (14/4/2019). 12 TPS rawan "
        "politik uang, 34 TPS dekat posko caleg."
    ),
    "Pemetaan TPS rawan Pemilu 2014: 45 TPS rawan politik uang, 30 TPS rawan intimidasi, kata Bawaslu.",
    (
        "Variabel keamanan: 9 TPS punya riwayat kekerasan, 4 TPS intimidasi kepada penyelenggara. Variabel "
        "logistik: 3 TPS pernah kekurangan surat suara pada saat pemilu."
    ),
    "9 Desember 2020\n300 TPS rawan\nBawaslu mencatat 300 TPS rawan banjir, 120 TPS rawan politik uang.",
]
"""Polling stations of a vote whose mapping is not on record, or hardly any of no time at all."""

FAINT = [
    ("Indeks kerawanan pilkada di Alfa sedang.", "pemetaan_pilkada_2024"),
    ("IKP Alfa rawan sedang.", "ikp_2024"),
    ("Kerawanan pemilu di Alfa: kategori tinggi.", "ikp_2024"),
    ("Pada Pemilu 2019 ada PSU di TPS yang rawan.", "ikp_pilkada_2020"),
    (
        "Menurutnya ada 12 TPS yang rawan intimidasi, 40 TPS yang terkendala internet dan 8 TPS dekat "
        "rumah paslon. Pihaknya akan patroli pengawasan.",
        "tps_rawan_pilkada_2024",
    ),
    ("Pilkada serentak di Alfa: IKP Papua Barat 3,38, Aceh 3,32, dan Banten 3,14.", "ikp_pilkada_2018"),
]
"""Hints so faint that the guess must say how unsure it is."""

SILENT = [
    "Daerah ini rawan, kata polisi.",
    "Rapat anggaran tahun 2024 ditunda.",
    "Rawan banjir, kata warga.",
    "Jelang Pilkades 2019 rawan.",
]

PUBLISHED = [
    (
        "Pemilu 2019 lalu Alfa rawan tinggi. Kini, menurut Bawaslu, Alfa rawan sedang.",
        date(2023, 5, 1),
        "ikp_2024",
    ),
    ("Tahun ini Bawaslu merilis IKP baru, Alfa sedang.", date(2023, 2, 1), "ikp_2024"),
    ("Kerawanan pemilu tahun depan di Alfa sedang.", date(2018, 11, 5), "ikp_2019"),
    ("Kerawanan Pilkada 2024 Alfa sedang dalam IKP.", date(2023, 1, 9), "ikp_2024"),
    ("IKP 2024 di Alfa sedang.", date(2022, 12, 20), "ikp_2024"),
    ("Kerawanan pilkada Alfa rendah.", date(2024, 10, 2), "pemetaan_pilkada_2024"),
    ("Kerawanan pilkada Alfa rendah.", date(2017, 12, 2), "ikp_pilkada_2018"),
    ("Kerawanan pilkada Alfa rendah.", date(2016, 10, 2), "ikp_pilkada_2017"),
]


THEMES = [
    (
        "Sepuluh Provinsi Terawan Soal Netralitas ASN\nHal itu disampaikan dalam Peluncuran Pemetaan Kerawanan "
        "Pemilu dan Pemilihan Serentak 2024 Isu Strategis: Netralitas ASN, Jumat (22/9/2023).",
        "ikp_tematik_netralitas_asn",
    ),
    (
        "10 Provinsi Paling Rawan Netralitas ASN di Pemilu 2024\nMaluku Utara meraih skor 100, Senin (25/9/2023).",
        "ikp_tematik_netralitas_asn",
    ),
    (
        "Peta Kerawanan Netralitas ASN: Kabupaten Alfa tinggi, Selasa (26/9/2023). Pemilu 2024 rawan.",
        "ikp_tematik_netralitas_asn",
    ),
    (
        "Kabupaten Alfa masuk 20 besar nasional rawan pelanggaran netralitas ASN, Senin (25/9/2023).",
        "ikp_tematik_netralitas_asn",
    ),
    ("IKP 2024 untuk isu strategis netralitas ASN: Banten urutan tiga.", "ikp_tematik_netralitas_asn"),
    (
        "Bawaslu RI menaruh Lampung sebagai provinsi rawan kedua politik uang, kata Ani, Selasa (15/8/2023).",
        "ikp_tematik_politik_uang",
    ),
    ("Kerawanan politik uang: Lampung 55,56 dan Banten 44,44. Pemilu 2024 dekat.", "ikp_tematik_politik_uang"),
    (
        "Jakarta, Provinsi Paling Rawan Politisasi SARA\nBawaslu meluncurkan petanya, Selasa (10/10/2023).",
        "ikp_tematik_sara",
    ),
    ("Enam provinsi rawan kampanye medsos menurut Bawaslu, Rabu (1/11/2023).", "ikp_tematik_medsos"),
    (
        "IKP tematik: politik uang, netralitas ASN, SARA, dan kampanye medsos. Kabupaten Alfa rawan sedang.",
        "ikp_tematik_2023",
    ),
    (
        "IKP Alfa tinggi karena politisasi SARA dan netralitas ASN, skornya 58,10, Kamis (12/10/2023).",
        "ikp_2024",
    ),
    (
        "Bawaslu memetakan kerawanan pilkada. Netralitas ASN dan politik uang paling rawan, Senin (2/9/2024).",
        "pemetaan_pilkada_2024",
    ),
    (
        "Sepuluh daerah rawan pelanggaran netralitas ASN pada Pilkada 2020, kata Bawaslu RI, Senin (10/8/2020).",
        "ikp_pilkada_2020_update",
    ),
]
"""A thematic mapping by its theme, and themes that are only issues of another edition."""

SIGNS = [
    (
        "Sabtu (23/6), Bawaslu sebut Alfa rawan rendah dalam indeks kerawanan pemilihan gubernur.",
        "ikp_pilkada_2018",
    ),
    ("Pilkada Alfa paling rawan. KPU menetapkan calon bupati periode 2017-2022, Jumat.", "ikp_pilkada_2017"),
    ("Pilkada serentak gelombang kedua: Alfa rawan tinggi dalam indeks kerawanan.", "ikp_pilkada_2017"),
    ("Papua paling rawan dengan skor 3,41, lalu Maluku 3,25 dalam IKP pilkada.", "ikp_pilkada_2018"),
    ("Manokwari 80,89, disusul Mamuju 78,01 dalam indeks kerawanan pilkada.", "ikp_pilkada_2020"),
    ("IKP Pemilu 2019: Kabupaten Jayapura 80,21, Lembata 72,04.", "ikp_2019_update"),
    ("IKP Pemilu 2019: Lombok Timur 70,02, Teluk Bintuni 66,47.", "ikp_2019"),
    ("IKP Alfa sedang. Operasi Mantap Brata digelar jelang pencoblosan.", "ikp_2024"),
    ("Peta kerawanan Alfa dirilis. Cabup dan cawabup diminta tertib.", "pemetaan_pilkada_2024"),
    ("Alfa rawan tinggi dalam IKP 2019. Pemutakhiran data pemilih diawasi.", "ikp_2019"),
    ("IKP Pilkada 2020 Alfa sedang. Bawaslu mengawasi pemutakhiran daftar pemilih.", "ikp_pilkada_2020"),
    ("Pilkada di tengah virus corona, IKP Alfa rawan tinggi.", "ikp_pilkada_2020_update"),
    (
        "September 2020 Alfa turun ke peringkat delapan kerawanan Pilkada, Februari 2020 di peringkat lima.",
        "ikp_pilkada_2020_update",
    ),
    ("Potensi pelanggaran Pemilu 2019 di Alfa dipetakan: kategori rawan tinggi.", "ikp_2019"),
    ("Kasus itu bisa berulang pada pemilihan 2024 kali ini, kategori rawan tinggi.", "pemetaan_pilkada_2024"),
    (
        "Ada 27 indikator TPS rawan gangguan di Alfa: satu TPS punya riwayat kekerasan, empat TPS riwayat politik "
        "uang, jelang Pilkada 27 November 2024.",
        "tps_rawan_pilkada_2024",
    ),
    (
        "TPS rawan di Alfa dipetakan: 20 TPS di lokasi khusus, 13 TPS gelap.\n© 2025 Kabar Alfa",
        "tps_rawan_pilkada_2024",
    ),
    ("Ada 125 TPS rawan. Rinciannya 50 TPS dekat posko caleg, 30 TPS tanpa listrik.", "tps_rawan_pemilu_2024"),
]
"""Small signs of a time or an instrument: a weekday, a term of office, a wave, known scores, an update."""

SLIPS = [
    ("Kabar Sabtu 6 Desember 2024. Tingkat kerawanan Pemilu 2024 di Alfa tinggi, Jumat (5/1/2024).", "ikp_2024"),
    ("Bawaslu rilis IKP, Jumat (16/12/2021). Alfa rawan tinggi pada Pemilu 2024.", "ikp_2024"),
    ("Dari evaluasi Pemilu 2019, Alfa rawan sedang dalam IKP, kata Ani, Selasa (19/12).", "ikp_2024"),
    ("IKP 2019 Teluk Bintuni 66,47, sedangkan pada IKP 2024 skornya 40,10.", "ikp_2024"),
]
"""Dates that contradict their weekday, and an old score that is only quoted."""


@cache
def reference() -> Reference:
    return load_reference()


@pytest.mark.parametrize(("text", "expected"), [*NAMED, *MIXED, *DATED, *FACTS, *LATER])
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


def test_title_and_footer_may_speak() -> None:
    text = "IKP jelang pilkada di Alfa tertinggi kedua."
    for hints, expected in [
        ("ikp-alfa-2018.pdf", "ikp_pilkada_2018"),
        ("Copyright © Kabar 2020", "ikp_pilkada_2020"),
    ]:
        guess = document_edition(text, published=None, event_date=None, reference=reference(), hints=hints)
        assert guess.id == expected, guess


def test_a_plain_name_is_surer_than_a_footer() -> None:
    named, footer = (
        document_edition(text, published=None, event_date=None, reference=reference()).confidence
        for text in ("Indeks Kerawanan Pemilu (IKP) 2019 Alfa sedang.", "Indeks Alfa rawan.\n© 2018 Kabar Alfa")
    )
    assert named > 0.7
    assert footer < 0.5


@pytest.mark.parametrize(("text", "expected"), [*UNTUNED, *THEMES, *SIGNS, *SLIPS])
def test_text_as_a_document(text: str, expected: str) -> None:
    assert _guess_of(text).id == expected


@pytest.mark.parametrize("text", UNKNOWN)
def test_stations_of_an_unknown_vote_have_no_edition(text: str) -> None:
    guess = _guess_of(text)
    assert (guess.id, guess.confidence) == (None, 0.0)


def test_a_round_that_only_the_time_tells_is_no_sure_guess() -> None:
    guess = _guess_of("Kamis (2/7/2020) - IKP Pilkada 2020: Alfa 61,20, rawan tinggi.")
    assert guess.id == "ikp_pilkada_2020_update"
    assert guess.alternatives[0] == "ikp_pilkada_2020"
    assert guess.confidence < 0.55


DISPUTED = (
    "Pilkada 2024: Alfa Rawan Tinggi\n\nBawaslu merilis IKP 2024. Alfa meraih skor 41,20.",
    "Pemilu 2024: Alfa Rawan Tinggi\n\nBawaslu merilis pemetaan kerawanan Pilkada 2024. Alfa sedang.",
)
AGREED = (
    "Pilkada 2024: Alfa Rawan Tinggi\n\nBawaslu merilis IKP Pilkada 2024. Alfa meraih skor 41,20.",
    "Pemilu 2024: Alfa Rawan Tinggi\n\nBawaslu merilis IKP 2024. Alfa meraih skor 41,20.",
    "Pilkada 2020: Alfa Rawan Tinggi\n\nBawaslu merilis IKP 2020. Alfa meraih skor 41,20.",
    "Pilkada 2024: Alfa Rawan Tinggi\n\nBawaslu merilis pemetaan kerawanan Pilkada 2024. Dalam IKP 2024 sedang.",
)


@pytest.mark.parametrize(("text", "sure"), [*((one, False) for one in DISPUTED), *((one, True) for one in AGREED)])
def test_a_headline_on_the_other_election_is_for_a_person_to_judge(text: str, sure: bool) -> None:  # noqa: FBT001
    assert (_guess_of(text).confidence >= 0.55) is sure


def test_a_headline_on_an_election_whose_mapping_came_later_disputes_nothing() -> None:
    guess = document_edition(DISPUTED[0], published=date(2022, 12, 20), event_date=None, reference=reference())
    assert guess.id == "ikp_2024"
    assert guess.confidence >= 0.55


def _guess_of(text: str) -> EditionGuess:
    """Guess with the dates that the text itself gives, as a document is read."""
    document = read(text.encode(), name="t.txt", sha256="0" * 64)
    units = analyse(document, reference())
    passages = [unit.passage for unit in units]
    home = find_home(document, passages, "t.txt", Hints(), reference())
    dates = describe(document, passages, home, Hints(), reference())
    return document_edition(
        text, published=dates.published, event_date=dates.event_date, reference=reference(), hints="t.txt"
    )
