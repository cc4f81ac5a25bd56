"""Levels, dimensions and counts in the many ways in which news tells them: elliptic, across sentences, by number.

A row is a text, an arrow and the complete facts as ``lines_of`` writes them; before a bar stands which lead goes
before the text, without one that of the IKP 2024 of Jawa Tengah.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction

Rows: TypeAlias = tuple[str, ...]

LEADS = {
    "": "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n",
    "PILKADA_2020": "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) Pilkada 2020, Selasa (25/2/2020).\n\n",
    "PANDEMI": "Bawaslu Provinsi Jawa Tengah memaparkan pemutakhiran Indeks Kerawanan Pemilu (IKP) Pilkada 2020 di masa pandemi, Selasa (23/6/2020).\n\n",
    "MAPPING": "Bawaslu Provinsi Jawa Tengah memaparkan Pemetaan Kerawanan Pemilihan Serentak 2024, Senin (26/8/2024).\n\n",
    "NATION": "Bawaslu RI mengumumkan Indeks Kerawanan Pemilu (IKP) 2024 secara nasional.\n\n",
}

LEVELS: Rows = (
    "Kabupaten Blora dan Kudus, di posisi sedang. => category 33.16 sedang; category 33.19 sedang",
    "Kabupaten Blora dan Pati berapa di posisi rendah, sementara Kota Salatiga indeks kerawanannya tinggi. => category 33.16 rendah; category 33.18 rendah; category 33.73 tinggi",
    "Kabupaten Blora dan Kudus di posisi sedang, Kota Salatiga rendah. => category 33.16 sedang; category 33.19 sedang; category 33.73 rendah",
    "Kabupaten Blora, kata dia, menurut hasil pengukuran tim pusat ternyata ada di kelas sedang. => category 33.16 sedang",
    "Tingkat kerawanan Kabupaten Blora dalam pemilihan mendatang dipandang pada posisi tinggi oleh Bawaslu. => category 33.16 tinggi",
    "Hasil pemetaan menunjukkan Kabupaten Blora tinggi, Kabupaten Pati sedang. => category 33.16 tinggi; category 33.18 sedang",
    "Blora, Pati tinggi. Kudus sedang. Salatiga rendah. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 sedang; category 33.73 rendah",
    "Kabupaten Blora berpredikat rawan tinggi. => category 33.16 tinggi",
    "Kabupaten Blora menyandang predikat rawan sedang. => category 33.16 sedang",
    "Kabupaten Blora mendapat predikat kerawanan tinggi. => category 33.16 tinggi",
    "Kabupaten Blora mendapat label rawan tinggi dari Bawaslu. => category 33.16 tinggi",
    "Kabupaten Blora dilabeli rawan tinggi oleh Bawaslu RI. => category 33.16 tinggi",
    "Bawaslu RI memasukkan Kabupaten Blora ke kelompok rawan tinggi. => category 33.16 tinggi",
    "Bawaslu menggolongkan Kabupaten Blora sebagai daerah dengan kerawanan sedang. => category 33.16 sedang",
    "Bawaslu menilai kerawanan Kabupaten Blora sedang. => category 33.16 sedang",
    "Kabupaten Blora dipetakan rawan tinggi. => category 33.16 tinggi",
    "Kabupaten Blora ditetapkan sebagai daerah rawan tinggi. => category 33.16 tinggi",
    "Kabupaten Blora dinyatakan rawan sedang. => category 33.16 sedang",
    "Kabupaten Blora berada pada klaster tinggi. => category 33.16 tinggi",
    "Kabupaten Blora masuk klaster rawan sedang. => category 33.16 sedang",
    "Kabupaten Blora masuk kelompok sedang. => category 33.16 sedang",
    "Kabupaten Blora masuk golongan rendah. => category 33.16 rendah",
    "Kabupaten Blora masuk dalam zona rawan tinggi. => category 33.16 tinggi",
    "Kabupaten Blora dan Pati masuk zona merah, sedangkan Kudus zona kuning dan Salatiga zona hijau. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 sedang; category 33.73 rendah",
    "Zona merah ditempati Kabupaten Blora dan Kabupaten Pati. => category 33.16 tinggi; category 33.18 tinggi",
    "Yang berada di zona merah adalah Kabupaten Blora dan Kabupaten Pati. => category 33.16 tinggi; category 33.18 tinggi",
    "Status Kabupaten Blora merah, artinya rawan tinggi. => category 33.16 tinggi",
    "Kabupaten Blora berstatus merah. => category 33.16 tinggi",
    "Tidak hanya Kabupaten Blora, Kabupaten Pati juga masuk kategori rawan tinggi. => category 33.16 tinggi; category 33.18 tinggi",
    "Selain Kabupaten Blora, Kabupaten Pati juga masuk kategori rawan tinggi. => category 33.16 tinggi; category 33.18 tinggi",
    "Kabupaten Blora bersama Kabupaten Pati masuk kategori rawan tinggi. => category 33.16 tinggi; category 33.18 tinggi",
    "Kabupaten Blora masuk kategori rawan tinggi, begitu pula Kabupaten Pati. => category 33.16 tinggi; category 33.18 tinggi",
    "Kabupaten Blora masuk kategori rawan tinggi, demikian juga dengan Kabupaten Pati. => category 33.16 tinggi; category 33.18 tinggi",
    "Kabupaten Blora masuk kategori rawan tinggi bersama Kabupaten Pati dan Kudus. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 tinggi",
    "Kabupaten Blora masuk kategori rawan tinggi, sama dengan Kabupaten Pati. => category 33.16 tinggi; category 33.18 tinggi",
    "Kabupaten Blora masuk kategori rawan tinggi. Begitu pula Kabupaten Pati. => category 33.16 tinggi; category 33.18 tinggi",
    "Kabupaten Blora masuk kategori rawan tinggi. Sama halnya dengan Kabupaten Pati. => category 33.16 tinggi; category 33.18 tinggi",
    "Kabupaten Blora rawan tinggi. Sementara Kabupaten Pati sedang. => category 33.16 tinggi; category 33.18 sedang",
    "Kabupaten Blora masuk rawan tinggi. Sementara Kabupaten Pati dan Kudus di kategori sedang. => category 33.16 tinggi; category 33.18 sedang; category 33.19 sedang",
    "Kabupaten Blora masuk rawan tinggi. Untuk yang sedang, Kabupaten Pati dan Kudus. => category 33.16 tinggi; category 33.18 sedang; category 33.19 sedang",
    "Kategori tinggi Kabupaten Blora. Kategori sedang Kabupaten Pati dan Kudus. => category 33.16 tinggi; category 33.18 sedang; category 33.19 sedang",
    "Untuk kategori tinggi Kabupaten Blora, sedang Kabupaten Pati, dan rendah Kota Salatiga. => category 33.16 tinggi; category 33.18 sedang; category 33.73 rendah",
    "Tinggi: Blora, Pati. Sedang: Kudus. Rendah: Salatiga. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 sedang; category 33.73 rendah",
    "Rawan tinggi: Blora dan Pati; sedang: Kudus; rendah: Salatiga. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 sedang; category 33.73 rendah",
    "IKP memuat Kabupaten Blora dan Kabupaten Pati. Keduanya masuk kategori rawan tinggi. => category 33.16 tinggi; category 33.18 tinggi",
    "Kabupaten Blora memperoleh skor 55,1 dan Kabupaten Pati 53,2. Keduanya tergolong rawan tinggi. => category 33.16 tinggi; category 33.18 tinggi; score 33.16 55.1; score 33.18 53.2",
    "Kabupaten Blora memperoleh skor 55,1 dan Kabupaten Pati 53,2. Kategori keduanya tinggi. => category 33.16 tinggi; category 33.18 tinggi; score 33.16 55.1; score 33.18 53.2",
    "Kabupaten Blora memperoleh skor 55,1. Kabupaten Pati memperoleh skor 53,2. Kategori semuanya tinggi. => category 33.16 tinggi; category 33.18 tinggi; score 33.16 55.1; score 33.18 53.2",
    "Kabupaten Blora memperoleh skor 55,1. Kabupaten Pati memperoleh skor 53,2. Semuanya kategori tinggi. => category 33.16 tinggi; category 33.18 tinggi; score 33.16 55.1; score 33.18 53.2",
    "Kabupaten Blora memperoleh skor 55,1, Kabupaten Pati 53,2, dan Kudus 50,1. Ketiga kabupaten ini masuk kategori tinggi. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 tinggi; score 33.16 55.1; score 33.18 53.2; score 33.19 50.1",
    "Kabupaten Blora memperoleh skor 55,1, Kabupaten Pati 53,2, dan Kudus 50,1. Tiga kabupaten itu masuk kategori tinggi. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 tinggi; score 33.16 55.1; score 33.18 53.2; score 33.19 50.1",
    "Kabupaten Blora memperoleh skor 55,1, Kabupaten Pati 53,2, dan Kudus 50,1. Seluruhnya rawan tinggi. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 tinggi; score 33.16 55.1; score 33.18 53.2; score 33.19 50.1",
    "Kabupaten Blora memperoleh skor 55,1. Angka itu menempatkannya pada kategori tinggi. => category 33.16 tinggi; score 33.16 55.1",
    "Kabupaten Blora memperoleh skor 55,1. Dengan skor tersebut, daerah ini masuk kategori tinggi. => category 33.16 tinggi; score 33.16 55.1",
    "Kabupaten Blora memperoleh skor 55,1. Artinya, rawan tinggi. => category 33.16 tinggi; score 33.16 55.1",
    "Kabupaten Blora memperoleh skor 55,1. Skor ini tergolong rawan tinggi. => category 33.16 tinggi; score 33.16 55.1",
    "Kabupaten Blora memperoleh skor 55,1. Kategorinya rawan tinggi. => category 33.16 tinggi; score 33.16 55.1",
    "Kabupaten Blora memperoleh skor 55,1. Kategorinya tinggi. => category 33.16 tinggi; score 33.16 55.1",
    "Kabupaten Blora memperoleh skor 55,1. Masuk kategori tinggi. => category 33.16 tinggi; score 33.16 55.1",
    "Dua kabupaten, yakni Blora dan Pati, masuk kategori rawan tinggi, sisanya rawan sedang. => category 33.16 tinggi; category 33.18 tinggi; tally 33 regency_city tinggi 2",
    "Dua daerah rawan tinggi, yaitu Blora dan Pati. Sisanya, Kudus, Jepara, dan Demak rawan sedang. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 sedang; category 33.20 sedang; category 33.21 sedang; tally 33 regency_city tinggi 2",
    "Ada dua kabupaten dengan kategori tinggi. Kabupaten Blora dan Kabupaten Pati. => category 33.16 tinggi; category 33.18 tinggi; tally 33 regency_city tinggi 2",
    "Ada dua kabupaten dengan kategori tinggi. Pertama, Kabupaten Blora. Kedua, Kabupaten Pati. => category 33.16 tinggi; category 33.18 tinggi; tally 33 regency_city tinggi 2",
    "Dua kabupaten masuk kategori tinggi. Dua daerah itu Blora dan Pati. => category 33.16 tinggi; category 33.18 tinggi; tally 33 regency_city tinggi 2",
    "Hanya Blora dan Pati yang tinggi, selebihnya sedang. => category 33.16 tinggi; category 33.18 tinggi",
    "Hanya Kabupaten Blora berkategori tinggi. => category 33.16 tinggi",
    "Satu daerah rawan tinggi (Kabupaten Blora), dua daerah rawan sedang (Kabupaten Pati dan Kudus). => category 33.16 tinggi; category 33.18 sedang; category 33.19 sedang; tally 33 regency_city sedang 2; tally 33 regency_city tinggi 1",
    "PILKADA_2020 | Kabupaten Blora level 4 dengan kategori sedang. => category 33.16 sedang",
    "PILKADA_2020 | Kabupaten Blora berada pada level 5 atau rawan tinggi. => category 33.16 tinggi",
    "Rawan Tinggi\n\nKabupaten Blora\nKabupaten Pati\n\nRawan Sedang\n\nKabupaten Kudus\n => category 33.16 tinggi; category 33.18 tinggi; category 33.19 sedang",
    "Kategori Tinggi:\n1. Blora\n2. Pati\n\nKategori Sedang:\n1. Kudus\n2. Jepara\n => category 33.16 tinggi; category 33.18 tinggi; category 33.19 sedang; category 33.20 sedang",
    "Daerah dengan kerawanan tinggi:\n- Blora\n- Pati\n\nDaerah dengan kerawanan sedang:\n- Kudus\n => category 33.16 tinggi; category 33.18 tinggi; category 33.19 sedang",
    "TINGGI\nBlora\nPati\nSEDANG\nKudus\nRENDAH\nSalatiga\n => category 33.16 tinggi; category 33.18 tinggi; category 33.19 sedang; category 33.73 rendah",
    "Kabupaten Blora: Tinggi\nKabupaten Pati: Tinggi\nKabupaten Kudus: Sedang\n => category 33.16 tinggi; category 33.18 tinggi; category 33.19 sedang",
    "Kabupaten Blora\nKabupaten Pati\n\nKedua daerah di atas masuk kategori rawan tinggi. => category 33.16 tinggi; category 33.18 tinggi",
    "Berikut daftarnya:\n- Blora\n- Pati\n- Kudus\nKetiganya berkategori rawan tinggi. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 tinggi",
    "Kategori rawan tinggi diisi Blora.\n\nSedang Kudus dan Jepara.\n\nRendah Salatiga. => category 33.16 tinggi; category 33.19 sedang; category 33.20 sedang; category 33.73 rendah",
)

MORE_LEVELS: Rows = (
    "Kabupaten Blora bersama Kabupaten Pati menggelar rapat soal kategori rawan tinggi. =>",
    "Semuanya kategori sedang. =>",
    "Bawaslu Kabupaten Blora sedang memetakan daerah rawan. Begitu pula Kabupaten Pati. =>",
    "Kabupaten Blora tidak masuk rawan tinggi, begitu pula Kabupaten Pati. =>",
    "Kabupaten Blora masuk rawan tinggi. Begitu pula Kabupaten Pati yang masuk rawan sedang. => category 33.16 tinggi; category 33.18 sedang",
    "Kabupaten Blora masuk rawan tinggi, sedang Kabupaten Kudus masuk rawan rendah. => category 33.16 tinggi; category 33.19 rendah",
    "Kabupaten Blora masuk rawan tinggi, sedang Kabupaten Kudus tidak. => category 33.16 tinggi",
    "Kabupaten Blora dan Pati masuk rawan tinggi, sedang Kudus rendah. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 rendah",
    "Kerawanan tinggi di Kabupaten Blora dipicu politik uang. => category 33.16 tinggi; indicator 33.16 54",
    "Potensi konflik Kabupaten Blora tinggi. =>",
    "Kelompok rentan tinggi jumlahnya di Kabupaten Blora. =>",
    "Partisipasi di Kabupaten Blora berada di posisi tinggi. =>",
    "Kabupaten Blora ditargetkan di kelompok rendah. =>",
    "Kabupaten Blora memperoleh skor 41,2. Angka itu di bawah kategori tinggi. => score 33.16 41.2",
    "Kabupaten Blora masuk kategori sedang mendekati tinggi. => category 33.16 sedang",
    "Tingkat kerawanan: Blora (tinggi), Pati (sedang), Salatiga (rendah). => category 33.16 tinggi; category 33.18 sedang; category 33.73 rendah",
    "Kabupaten Blora menempati kategori rawan tinggi. Posisi sedang ditempati Kabupaten Pati dan Kudus, sedangkan posisi rendah Kota Salatiga. => category 33.16 tinggi; category 33.18 sedang; category 33.19 sedang; category 33.73 rendah",
    "Berdasarkan tingkat kerawanan, Blora termasuk tinggi, Pati masuk sedang, dan Salatiga tergolong rendah. => category 33.16 tinggi; category 33.18 sedang; category 33.73 rendah",
    "Yang tinggi Blora, yang sedang Pati dan Kudus, yang rendah Salatiga. => category 33.16 tinggi; category 33.18 sedang; category 33.19 sedang; category 33.73 rendah",
    "Bawaslu menempatkan Blora dan Pati pada tingkat tinggi; Kudus dan Jepara pada tingkat sedang. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 sedang; category 33.20 sedang",
    "Blora di level tinggi. Adapun Pati dan Kudus di level sedang. => category 33.16 tinggi; category 33.18 sedang; category 33.19 sedang",
    "IKP Blora tinggi. => category 33.16 tinggi",
    "IKP Blora kategori tinggi. => category 33.16 tinggi",
    "Blora, IKP-nya tinggi. Pati, IKP-nya sedang. => category 33.16 tinggi; category 33.18 sedang",
    "Kerawanan pemilu di Blora tinggi, di Pati sedang, di Salatiga rendah. => category 33.16 tinggi; category 33.18 sedang; category 33.73 rendah",
    "Kabupaten Blora yang tahun ini menjadi sorotan banyak pihak karena sengketa pencalonan yang panjang, dinilai memiliki kerawanan tinggi. => category 33.16 tinggi; indicator 33.16 38",
    "Untuk Kabupaten Blora, kata dia, hasil IKP menunjukkan tingkat kerawanan yang tinggi. => category 33.16 tinggi",
    "Kabupaten Blora: IKP 55,10 (tinggi)\nKabupaten Pati: IKP 40,10 (sedang)\n => category 33.16 tinggi; category 33.18 sedang; score 33.16 55.10; score 33.18 40.10",
    "Kabupaten Blora dan Pati sama-sama tinggi tingkat kerawanannya. => category 33.16 tinggi; category 33.18 tinggi",
    "Tinggi tingkat kerawanan di Kabupaten Blora. => category 33.16 tinggi",
    "Dengan kategori kerawanan tinggi, Kabupaten Blora menjadi perhatian Bawaslu. => category 33.16 tinggi",
    "Berada di kategori rawan tinggi, Kabupaten Blora menjadi perhatian. => category 33.16 tinggi",
    "Rawan Tinggi, Kabupaten Blora Jadi Sorotan Bawaslu => category 33.16 tinggi",
    "Kerawanan sedang di Jawa Tengah dialami Kabupaten Blora, Pati, dan Kudus. => category 33.16 sedang; category 33.18 sedang; category 33.19 sedang",
    "Kategori sedang disandang Kabupaten Blora, Pati, dan Kudus. => category 33.16 sedang; category 33.18 sedang; category 33.19 sedang",
    "Daerah berkerawanan tinggi: (1) Blora; (2) Pati; (3) Kudus. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 tinggi",
    "Ada tiga daerah rawan tinggi. Ketiga daerah itu adalah Blora, Pati, dan Kudus. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 tinggi; tally 33 regency_city tinggi 3",
    "Di Blora dan Pati, hasilnya rawan tinggi. Di Kudus hasilnya rawan sedang. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 sedang",
    "Kabupaten Blora rawan tinggi (skor 55,10); Kabupaten Pati rawan sedang (skor 40,10). => category 33.16 tinggi; category 33.18 sedang; score 33.16 55.10; score 33.18 40.10",
    "Skor Blora 55,10. Tingkat kerawanannya tinggi. => category 33.16 tinggi; score 33.16 55.10",
    "Skor Blora 55,10. Nilai tersebut menunjukkan kerawanan tinggi. => category 33.16 tinggi; score 33.16 55.10",
    "Blora mendapat skor 55,10. Dengan begitu masuk kategori rawan tinggi. => category 33.16 tinggi; score 33.16 55.10",
    "Pada IKP 2024, kita masuk kategori sedang, kata Ketua Bawaslu Jawa Tengah. => category 33 sedang",
    "Jawa Tengah pada posisi sedang. => category 33 sedang",
)

DIMENSIONS: Rows = (
    "IKP Blora 41,20 dan Pati 39,10 paling rawan dalam dimensi sosial politik. => dimension 33.16 konteks sosial politik 41.20; dimension 33.18 konteks sosial politik 39.10",
    "Kabupaten Blora pada dimensi kontestasi memperoleh skor 60,5, kategori tinggi. => dimension 33.16 kontestasi 60.5; dimension 33.16 kontestasi tinggi",
    "Pada dimensi kontestasi, Kabupaten Blora tercatat 60,5 persen, Pati 55,2 persen, dan Kudus 50,1 persen. Tiga kabupaten itu masuk kategori tinggi. => dimension 33.16 kontestasi 60.5; dimension 33.16 kontestasi tinggi; dimension 33.18 kontestasi 55.2; dimension 33.18 kontestasi tinggi; dimension 33.19 kontestasi 50.1; dimension 33.19 kontestasi tinggi",
    "Dalam dimensi penyelenggaraan, Kabupaten Blora tercatat 60,1. Adapun Pati tercatat 39,74 dengan kategori sedang. Kemudian Kudus 35,14 juga berkategori sedang. => dimension 33.16 penyelenggaraan 60.1; dimension 33.18 penyelenggaraan 39.74; dimension 33.18 penyelenggaraan sedang; dimension 33.19 penyelenggaraan 35.14; dimension 33.19 penyelenggaraan sedang",
    "Lalu, kerawanan dalam kontestasi, Kabupaten Blora tercatat 62,68 persen, Pati 59,85 persen, dan Kudus 54,19 persen. => dimension 33.16 kontestasi 62.68; dimension 33.18 kontestasi 59.85; dimension 33.19 kontestasi 54.19",
    "Kabupaten Blora meraih 62,68 untuk kontestasi dan 50,10 untuk partisipasi. => dimension 33.16 kontestasi 62.68; dimension 33.16 partisipasi 50.10",
    "Untuk dimensi penyelenggaraan Kabupaten Blora 62,68, dimensi kontestasi 50,10, partisipasi 12,20, dan sospol 44,10. => dimension 33.16 konteks sosial politik 44.10; dimension 33.16 kontestasi 50.10; dimension 33.16 partisipasi 12.20; dimension 33.16 penyelenggaraan 62.68",
    "Skor Kabupaten Blora per dimensi: sosial politik 44,10; penyelenggaraan 62,68; kontestasi 50,10; partisipasi 12,20. => dimension 33.16 konteks sosial politik 44.10; dimension 33.16 kontestasi 50.10; dimension 33.16 partisipasi 12.20; dimension 33.16 penyelenggaraan 62.68",
    "PILKADA_2020 | Kabupaten Blora, dimensi politik 44,10, pemilu bebas dan adil 62,68, kontestasi 50,10, dan partisipasi politi 12,20. => dimension 33.16 konteks sosial politik 44.10; dimension 33.16 kontestasi 50.10; dimension 33.16 partisipasi 12.20; dimension 33.16 penyelenggaraan 62.68",
    "PILKADA_2020 | Kabupaten Blora memperoleh KSP 44,10, PPBA 62,68, kontestasi 50,10, dan partisipasi 12,20. => dimension 33.16 konteks sosial politik 44.10; dimension 33.16 kontestasi 50.10; dimension 33.16 partisipasi 12.20; dimension 33.16 penyelenggaraan 62.68",
    "PILKADA_2020 | Empat dimensi dinilai, yakni konteks sosial politik (KSP), penyelenggaraan pemilu yang bebas dan adil (PPBA), kontestasi, dan partisipasi politik. Di Kabupaten Blora, dimensi KSP dan PPBA tingkat kerawanannya tinggi. => dimension 33.16 konteks sosial politik tinggi; dimension 33.16 penyelenggaraan tinggi",
    "Kabupaten Blora rawan tinggi di dimensi kontestasi dan partisipasi, tetapi rawan rendah di dimensi penyelenggaraan. => dimension 33.16 kontestasi tinggi; dimension 33.16 partisipasi tinggi; dimension 33.16 penyelenggaraan rendah",
    "Tingkat kerawanan dimensi kontestasi di Kabupaten Blora tinggi. => dimension 33.16 kontestasi tinggi",
    "Kerawanan kontestasi Kabupaten Blora masuk kategori tinggi. => dimension 33.16 kontestasi tinggi",
    "Dimensi partisipasi Kabupaten Blora di nomor urut 22, sedangkan Kabupaten Pati di nomor urut 42, tingkat kerawanan masing-masing sedang. => dimension 33.16 partisipasi #22; dimension 33.16 partisipasi sedang; dimension 33.18 partisipasi #42; dimension 33.18 partisipasi sedang",
    "Tingkat kerawanan menurut dimensi partisipasi. Kabupaten Blora di nomor urut 22 dengan tingkat kerawanan sedang. Sedangkan Kabupaten Pati nomor urut 42, kategorinya rendah. => dimension 33.16 partisipasi #22; dimension 33.16 partisipasi sedang; dimension 33.18 partisipasi #42; dimension 33.18 partisipasi rendah",
    "PANDEMI | Untuk konteks sosial, Kabupaten Blora dan Kabupaten Rembang rawan tinggi. => dimension 33.16 konteks sosial tinggi; dimension 33.17 konteks sosial tinggi",
    "PANDEMI | Di konteks pandemi, daerah berkerawanan tinggi yaitu Kabupaten Blora dan Rembang. => dimension 33.16 pandemi tinggi; dimension 33.17 pandemi tinggi",
    "PANDEMI | Kalau konteks infrastruktur daerah, Kabupaten Blora yang menurut hasil IKP kerawanannya tinggi. => dimension 33.16 infrastruktur tinggi",
    "PANDEMI | Kabupaten Blora terindikasi rawan tinggi pada konteks sosial, konteks politik, serta konteks dukungan infrastruktur. Sedangkan pada konteks pandemi terindikasi rawan sedang. => dimension 33.16 infrastruktur tinggi; dimension 33.16 konteks politik tinggi; dimension 33.16 konteks sosial tinggi; dimension 33.16 pandemi sedang",
    "PANDEMI | Kabupaten Blora punya indeks tinggi pada konteks politik dan konteks infrastruktur. => dimension 33.16 infrastruktur tinggi; dimension 33.16 konteks politik tinggi",
    "PANDEMI | Konteks politik Kabupaten Blora 67,30 persen, konteks sosial 60,10 persen, dukungan infrastruktur 55,00 persen, dan pandemi 48,20 persen. => dimension 33.16 infrastruktur 55.00; dimension 33.16 konteks politik 67.30; dimension 33.16 konteks sosial 60.10; dimension 33.16 pandemi 48.20",
    "PANDEMI | Kabupaten Blora di konteks pandemi menempati peringkat kedua dengan indeks 55,08. => dimension 33.16 pandemi #2; dimension 33.16 pandemi 55.08",
    "PANDEMI | Sukoharjo tercatat 50,10. Konteks pandemi dibandingkan kabupaten lain, Kabupaten Blora sebesar 55,08. => dimension 33.16 pandemi 55.08; score 33.11 50.10",
    "MAPPING | Pada tahapan kampanye, Kabupaten Blora berada di peringkat pertama, disusul Pati dan Kudus. => dimension 33.16 kampanye #1",
    "MAPPING | Pada tahapan kampanye Kabupaten Blora rawan tinggi, begitu pula pada tahapan pencalonan. => dimension 33.16 kampanye tinggi; dimension 33.16 pencalonan tinggi",
    "MAPPING | Kabupaten Blora masuk kerawanan tinggi pungut hitung. => dimension 33.16 pungut hitung tinggi",
    "MAPPING | Kabupaten Blora masuk kerawanan tinggi pada pungut hitung. => dimension 33.16 pungut hitung tinggi",
    "MAPPING | Peringkat pertama rawan pungut hitung ditempati Kabupaten Blora. => dimension 33.16 pungut hitung #1",
    "MAPPING | Kabupaten Blora peringkat pertama kerawanan pungut hitung. => dimension 33.16 pungut hitung #1",
    "MAPPING | Di tahapan pencalonan, kerawanan Kabupaten Blora tergolong sedang. Di tahapan kampanye tinggi. Di tahapan pungut hitung rendah. => dimension 33.16 kampanye tinggi; dimension 33.16 pencalonan sedang; dimension 33.16 pungut hitung rendah",
    "MAPPING | Kerawanan Kabupaten Blora pada tahapan pencalonan sedang, kampanye tinggi, dan pungut hitung rendah. => dimension 33.16 kampanye tinggi; dimension 33.16 pencalonan sedang; dimension 33.16 pungut hitung rendah",
    "MAPPING | Kabupaten Blora: sosial politik sedang, pencalonan rendah, kampanye tinggi, dan pungut hitung rendah. => dimension 33.16 kampanye tinggi; dimension 33.16 konteks sosial politik sedang; dimension 33.16 pencalonan rendah; dimension 33.16 pungut hitung rendah",
    "Subdimensi hak memilih Kabupaten Blora mencapai 80,82 poin. => dimension 33.16 hak memilih 80.82",
    "Subdimensi ajudikasi dan keberatan di Kabupaten Blora mencapai 80,82 poin, sedangkan subdimensi hak dipilih 30,10. => dimension 33.16 ajudikasi dan keberatan pemilu 80.82; dimension 33.16 hak dipilih 30.10",
    "Dimensi yang paling tinggi di Kabupaten Blora adalah penyelenggaraan pemilu dengan skor 71,20, disusul kontestasi 50,10. => dimension 33.16 kontestasi 50.10; dimension 33.16 penyelenggaraan 71.20",
    "Di Kabupaten Blora dimensi tertinggi ialah kontestasi (71,20), lalu partisipasi (50,10), penyelenggaraan (40,20), dan sosial politik (10,10). => dimension 33.16 konteks sosial politik 10.10; dimension 33.16 kontestasi 71.20; dimension 33.16 partisipasi 50.10; dimension 33.16 penyelenggaraan 40.20",
    "Kabupaten Blora dengan skor 55,10, kontestasinya 71,20 dan partisipasinya 50,10. => dimension 33.16 kontestasi 71.20; dimension 33.16 partisipasi 50.10; score 33.16 55.10",
    "Dimensi kontestasi: Blora dan Pati rawan tinggi, Kudus sedang. => dimension 33.16 kontestasi tinggi; dimension 33.18 kontestasi tinggi; dimension 33.19 kontestasi sedang",
    "Dimensi kontestasi\nKabupaten Blora tinggi\nKabupaten Pati sedang\n => dimension 33.16 kontestasi tinggi; dimension 33.18 kontestasi sedang",
    "Kota Salatiga nomor satu dimensi sosial politiknya. => dimension 33.73 konteks sosial politik #1",
    "Kota Salatiga menempati urutan pertama untuk dimensi sosial politik. => dimension 33.73 konteks sosial politik #1",
    "Peringkat kerawanan menurut dimensi penyelenggaraan, Kabupaten Blora berada di nomor 45 sedangkan Kabupaten Pati menempati peringkat 76 nasional. => dimension 33.16 penyelenggaraan #45; dimension 33.18 penyelenggaraan #76",
    "Nilai Kabupaten Blora pada penyelengaraan pemilu 61,20 dan kontetasi 50,10. => dimension 33.16 kontestasi 50.10; dimension 33.16 penyelenggaraan 61.20",
    "Nilai Kabupaten Blora pada dimensi penyelenggara pemilu 61,20 dan partisifasi 50,10. => dimension 33.16 partisipasi 50.10; dimension 33.16 penyelenggaraan 61.20",
)

TALLIES: Rows = (
    "Kabupaten/kota yang tergolong kategori rawan tinggi ada empat. => tally 33 regency_city tinggi 4",
    "Daerah yang masuk level sedang ada delapan dan level rendah dua daerah. => tally 33 regency_city rendah 2; tally 33 regency_city sedang 8",
    "Yang rawan tinggi ada empat daerah, rawan sedang 20, dan rawan rendah 11. => tally 33 regency_city rendah 11; tally 33 regency_city sedang 20; tally 33 regency_city tinggi 4",
    "Rinciannya, 4 tinggi, 20 sedang, dan 11 rendah dari 35 kabupaten/kota. => tally 33 regency_city rendah 11; tally 33 regency_city sedang 20; tally 33 regency_city tinggi 4",
    "Dari 35 kabupaten/kota, empat di antaranya rawan tinggi, 20 rawan sedang, dan 11 rawan rendah. => tally 33 regency_city rendah 11; tally 33 regency_city sedang 20; tally 33 regency_city tinggi 4",
    "Dari 35 kabupaten/kota, empat masuk rawan tinggi, sisanya rawan sedang. => tally 33 regency_city tinggi 4",
    "Sebanyak empat kabupaten dan kota di Jawa Tengah kerawanannya tinggi. => tally 33 regency_city tinggi 4",
    "Jumlah daerah rawan tinggi empat, sedang 20, rendah 11. => tally 33 regency_city rendah 11; tally 33 regency_city sedang 20; tally 33 regency_city tinggi 4",
    "Tidak ada kabupaten/kota yang masuk kategori rendah. => tally 33 regency_city rendah 0",
    "Tidak ada satu pun daerah yang berkategori rawan rendah. => tally 33 regency_city rendah 0",
    "Untuk kategori rendah, tidak satu pun daerah yang masuk. => tally 33 regency_city rendah 0",
    "Kategori rendah tidak ada. => tally 33 regency_city rendah 0",
    "Adapun kategori rendah nihil. => tally 33 regency_city rendah 0",
    "Kategori rawan tinggi: 4 kabupaten/kota\nKategori rawan sedang: 20 kabupaten/kota\nKategori rawan rendah: 11 kabupaten/kota\n => tally 33 regency_city rendah 11; tally 33 regency_city sedang 20; tally 33 regency_city tinggi 4",
    "NATION | 14 provinsi dinilai kerawanan sedang, 8 kabupaten/kota kerawanan sedang, dan 90 kabupaten/kota rendah. => tally ID province sedang 14; tally ID regency_city rendah 90; tally ID regency_city sedang 8",
    "NATION | 14 pilgub dinilai kerawanan sedang, 8 pemilihan bupati/wali kota kerawanan sedang. => tally ID province sedang 14; tally ID regency_city sedang 8",
    "NATION | Ada tiga pemilihan gubernur berindeks kerawanan tinggi. => tally ID province tinggi 3",
    "NATION | Lima provinsi rawan tinggi, 28 rawan sedang, dan empat rawan rendah. => tally ID province rendah 4; tally ID province sedang 28; tally ID province tinggi 5",
    "NATION | Provinsi rawan tinggi berjumlah lima, sedangkan rawan sedang 28. => tally ID province sedang 28; tally ID province tinggi 5",
    "NATION | Untuk kabupaten/kota, 85 masuk rawan tinggi, 349 sedang, dan 80 rendah. => tally ID regency_city rendah 80; tally ID regency_city sedang 349; tally ID regency_city tinggi 85",
    "NATION | Di tingkat kabupaten/kota ada 85 rawan tinggi, 349 rawan sedang, 80 rawan rendah. => tally ID regency_city rendah 80; tally ID regency_city sedang 349; tally ID regency_city tinggi 85",
    "NATION | Sebanyak 85 (16,54 persen) kabupaten/kota rawan tinggi, 349 (67,90 persen) rawan sedang. => tally ID regency_city sedang 349; tally ID regency_city tinggi 85",
    "Seluruh 35 kabupaten/kota di Jawa Tengah masuk kategori rawan sedang. => tally 33 regency_city sedang 35",
    "Sebanyak 35 kabupaten/kota seluruhnya berkategori sedang. => tally 33 regency_city sedang 35",
    "Dua daerah kategori tinggi dan tiga daerah kategori sedang, yakni Blora dan Pati (tinggi) serta Kudus, Demak, dan Jepara (sedang). => category 33.16 tinggi; category 33.18 tinggi; category 33.19 sedang; category 33.20 sedang; category 33.21 sedang; tally 33 regency_city sedang 3; tally 33 regency_city tinggi 2",
    "Terdapat 9 kabupaten di zona merah dan 12 di zona kuning. => tally 33 regency_city sedang 12; tally 33 regency_city tinggi 9",
    "Sembilan kabupaten zona merah, dua belas zona kuning. => tally 33 regency_city sedang 12; tally 33 regency_city tinggi 9",
)

MORE_DIMENSIONS: Rows = (
    "Kerawanan Kabupaten Blora di semua dimensi tergolong tinggi. => category 33.16 tinggi",
    "Kabupaten Blora tinggi di dimensi kontestasi. => dimension 33.16 kontestasi tinggi",
    "Di dimensi kontestasi Kabupaten Blora masuk kategori tinggi, sedangkan di dimensi partisipasi sedang. => dimension 33.16 kontestasi tinggi; dimension 33.16 partisipasi sedang",
    "Dimensi kontestasi Kabupaten Blora dan Pati rawan tinggi, sementara Kudus sedang. => dimension 33.16 kontestasi tinggi; dimension 33.18 kontestasi tinggi; dimension 33.19 kontestasi sedang",
    "Dari empat dimensi, kontestasi yang paling rawan di Kabupaten Blora, yakni 60,12. => dimension 33.16 kontestasi 60.12",
    "Kabupaten Blora rawan tinggi dalam dimensi kontestasi (60,12) dan partisipasi (44,30). => dimension 33.16 kontestasi 60.12; dimension 33.16 kontestasi tinggi; dimension 33.16 partisipasi 44.30; dimension 33.16 partisipasi tinggi",
    "Skor dimensi kontestasi Kabupaten Blora: 60,12. Skor dimensi partisipasi: 44,30. => dimension 33.16 kontestasi 60.12; dimension 33.16 partisipasi 44.30",
    "Dimensi kontestasi di Kabupaten Blora menempati peringkat 3 dari 35 kabupaten/kota. => dimension 33.16 kontestasi #3",
    "Kabupaten Blora memperoleh nilai 60,12 pada kontestasi, 44,30 pada partisipasi, dan 33,20 pada sosial politik. => dimension 33.16 konteks sosial politik 33.20; dimension 33.16 kontestasi 60.12; dimension 33.16 partisipasi 44.30",
    "MAPPING | Tahapan Pencalonan\nRawan tinggi: Blora, Pati\nRawan sedang: Kudus\n\nTahapan Kampanye\nRawan tinggi: Demak\n => dimension 33.16 pencalonan tinggi; dimension 33.18 pencalonan tinggi; dimension 33.19 pencalonan sedang; dimension 33.21 kampanye tinggi",
    "MAPPING | Kabupaten Blora:\n- Sosial politik: sedang\n- Pencalonan: rendah\n- Kampanye: tinggi\n- Pungut hitung: tinggi\n => dimension 33.16 kampanye tinggi; dimension 33.16 konteks sosial politik sedang; dimension 33.16 pencalonan rendah; dimension 33.16 pungut hitung tinggi",
    "Kabupaten Blora:\n1. Dimensi sosial politik 44,10\n2. Dimensi penyelenggaraan 50,20\n3. Dimensi kontestasi 33,30\n4. Dimensi partisipasi 10,40\n => dimension 33.16 konteks sosial politik 44.10; dimension 33.16 kontestasi 33.30; dimension 33.16 partisipasi 10.40; dimension 33.16 penyelenggaraan 50.20",
    "Kabupaten Blora memperoleh skor 45,10 (sedang). Rinciannya, sosial politik 44,10 (sedang), penyelenggaraan 50,20 (tinggi), kontestasi 33,30 (sedang), dan partisipasi 10,40 (rendah). => category 33.16 sedang; dimension 33.16 konteks sosial politik 44.10; dimension 33.16 konteks sosial politik sedang; dimension 33.16 kontestasi 33.30; dimension 33.16 kontestasi sedang; dimension 33.16 partisipasi 10.40; dimension 33.16 partisipasi rendah; dimension 33.16 penyelenggaraan 50.20; dimension 33.16 penyelenggaraan tinggi; score 33.16 45.10",
    "Kerawanan tertinggi ada pada dimensi penyelenggaraan. Kabupaten Blora meraih skor 71,20 di dimensi ini. => dimension 33.16 penyelenggaraan 71.20",
    "PANDEMI | Kabupaten Blora masuk kategori tinggi untuk konteks pandemi dengan skor 61,20, namun sedang untuk konteks sosial dengan skor 48,10. => dimension 33.16 konteks sosial 48.10; dimension 33.16 konteks sosial sedang; dimension 33.16 pandemi 61.20; dimension 33.16 pandemi tinggi",
    "PANDEMI | Konteks sosial Kabupaten Blora tinggi (61,20), konteks politik sedang (48,10), infrastruktur rendah (20,30). => dimension 33.16 infrastruktur 20.30; dimension 33.16 infrastruktur rendah; dimension 33.16 konteks politik 48.10; dimension 33.16 konteks politik sedang; dimension 33.16 konteks sosial 61.20; dimension 33.16 konteks sosial tinggi",
    "Dimensi kontestasi paling rawan. Secara keseluruhan Kabupaten Blora masuk kategori sedang. => category 33.16 sedang",
    "Dimensi partisipasi Kabupaten Blora rendah. Adapun Kabupaten Pati secara umum rawan tinggi. => category 33.18 tinggi; dimension 33.16 partisipasi rendah",
    "Partisipasi pemilih Kabupaten Blora rendah. =>",
    "Tingkat partisipasi di Kabupaten Blora tinggi. =>",
    "Kerawanan partisipasi Kabupaten Blora rendah. => dimension 33.16 partisipasi rendah",
    "Kerawanan politik uang Kabupaten Blora tinggi. => indicator 33 54",
    "MAPPING | Kerawanan kampanye di media sosial Kabupaten Blora tinggi. => issue 33 kampanye di media sosial",
    "MAPPING | Kampanye di Kabupaten Blora sedang marak. =>",
    "Kabupaten Blora rawan sedang dalam penyelenggaraan Pemilu 2024. => category 33.16 sedang",
    "MAPPING | Kabupaten Blora rawan sedang pada penyelenggaraan pemilihan serentak tahun 2024. => category 33.16 sedang",
    "MAPPING | Masa kampanye di Kabupaten Blora berjalan tertib. Daerah ini masuk rawan rendah. => category 33.16 rendah",
    "MAPPING | Pada masa kampanye, Kabupaten Blora memasang 200 baliho. Kerawanannya sedang. => category 33.16 sedang",
)

TRAPS: Rows = (
    "Kerawanan netralitas ASN di Kabupaten Blora tinggi. => indicator 33.16 12",
    "Kerawanan politik uang di Kabupaten Blora masuk kategori tinggi. => indicator 33.16 54",
    "MAPPING | Kerawanan kampanye di media sosial Kabupaten Blora tinggi. => issue 33 kampanye di media sosial",
    "Kerawanan pemilu di Kabupaten Blora tinggi. => category 33.16 tinggi",
    "Tingkat kerawanan pemilihan kepala daerah Kabupaten Blora tinggi. => category 33.16 tinggi",
    "Daerah rawan tinggi ada lima indikator yang menonjol. =>",
    "Daerah dengan kerawanan tinggi ada 12 TPS. =>",
    "Indikator rawan tinggi ada 12, rawan sedang 20, dan rawan rendah 8. =>",
    "Isu yang masuk kategori tinggi ada empat, kategori sedang lima. =>",
    "TPS kategori rawan tinggi ada 120, kategori sedang 200. =>",
    "Di Kabupaten Blora, indikator kategori tinggi 3, kategori sedang 10. =>",
    "Kategori rawan tinggi tidak ada anggaran khusus. =>",
    "Di tingkat provinsi ada 5 isu rawan tinggi, 3 isu rawan sedang. =>",
    "Ada 85 pelanggaran kategori tinggi dan 20 sedang di kabupaten/kota. =>",
    "Kategori tinggi di atas 50, sedang 20, dan rendah 5. =>",
    "Skor kategori tinggi 50, sedang 20, dan rendah 5. =>",
    "Kabupaten Blora berada di nomor 7 jalan Pemuda. =>",
    "UU Nomor 7 Tahun 2017 berlaku di Kabupaten Blora. =>",
    "Bawaslu Kabupaten Blora meraih peringkat pertama pengelolaan kehumasan. =>",
    "Kabupaten Blora dan Pati menggelar pemilihan. Keduanya berharap masuk kategori rendah. =>",
    "Kabupaten Blora menggelar rapat. Di Pati, anggota Bawaslu Kudus menilai zona merah banjir meluas. =>",
    "PANDEMI | Zona merah Covid-19 meliputi Kabupaten Blora dan Pati. =>",
    "PANDEMI | Kabupaten Blora masuk zona merah Covid-19. =>",
    "PANDEMI | Status merah penyebaran virus ada di Kabupaten Blora. =>",
    "PANDEMI | Kabupaten Blora masih zona kuning penyebaran Covid-19, Pati zona merah. =>",
    "Begitu pula Kabupaten Pati. =>",
    "Kabupaten Blora mendapat predikat tinggi dalam lomba kehumasan. =>",
    "Kabupaten Blora masuk kelas tinggi. => category 33.16 tinggi",
    "Kabupaten Blora berada di posisi tinggi klasemen. =>",
    "Ketua Bawaslu Jawa Tengah di Kabupaten Blora sedang meninjau gudang logistik. =>",
    "Bawaslu menyebut tiga kategori: tinggi, sedang, rendah. Kabupaten Blora belum dinilai. =>",
    "Kabupaten Blora turun dari kategori tinggi ke sedang. => category 33.16 sedang; earlier category 33.16 tinggi",
    "Kabupaten Blora yang semula sedang kini menjadi tinggi. => category 33.16 tinggi; earlier category 33.16 sedang",
    "MAPPING | Penyelenggaraan Pilkada 2024 di Kabupaten Blora aman. Kategorinya rendah. => category 33.16 rendah",
    "Kabupaten Blora 41,20. Kategorinya sedang. => category 33.16 sedang; score 33.16 41.20",
    "Kerawanan Kabupaten Blora naik dari sedang ke tinggi. => category 33.16 tinggi; earlier category 33.16 sedang",
    "Kabupaten Blora turun dari rawan tinggi menjadi sedang. => category 33.16 sedang; earlier category 33.16 tinggi",
    "Kategori Kabupaten Blora berubah dari tinggi menjadi sedang. => category 33.16 sedang; earlier category 33.16 tinggi",
)

NEAREST: Rows = (
    "Kategori sedang untuk skor IKP Kabupaten Blora. => category 33.16 sedang",
    "Kategori tinggi untuk Kabupaten Blora di IKP 2024. => category 33.16 tinggi",
    "Predikat rawan tinggi jatuh kepada Kabupaten Blora. => category 33.16 tinggi",
    "Peta kerawanan: rawan tinggi, Kabupaten Blora termasuk. => category 33.16 tinggi",
)
"""A level that no rule binds is offered for the nearest region."""


LIMITED: Rows = (
    "Kabupaten Blora masuk kategori rawan-tinggi. => category 33.16 tinggi",
    "Kabupaten Blora tergolong kerawanan (sedang). => category 33.16 sedang",
    'Kabupaten Blora masuk kategori "rawan" tinggi. => category 33.16 tinggi',
    "Kabupaten Blora masuk kategori rawan tinggi soal kontestasi. => dimension 33.16 kontestasi tinggi",
    "Kabupaten Blora masuk kategori rawan tinggi dari sisi kontestasi. => dimension 33.16 kontestasi tinggi",
    "Kabupaten Blora rawan tinggi pada variabel kontestasi. => dimension 33.16 kontestasi tinggi",
    "Di dimensi ajudikasi, Kabupaten Blora juga masuk kategori rawan tinggi. => dimension 33.16 ajudikasi dan keberatan pemilu tinggi",
    "Kabupaten Blora rawan tinggi di sisi keamanan. => dimension 33.16 keamanan tinggi",
    "Kabupaten Blora masuk kategori rawan tinggi pada aspek media sosial. =>",
    "Kabupaten Blora berkategori kerawanan tinggi dari aspek keterbukaan. =>",
    "Kabupaten Blora rawan tinggi untuk urusan gudang. =>",
    "Di dimensi gudang, Kabupaten Blora juga masuk kategori rawan tinggi. =>",
    "Dari sisi geografis, Kabupaten Blora rawan tinggi. =>",
    "Dari sisi kerawanan, Kabupaten Blora masuk kategori sedang. => category 33.16 sedang",
    "Kabupaten Blora rawan tinggi pada Pilkada 2024. => category 33.16 tinggi",
    "Kabupaten Blora masuk kategori rawan tinggi berdasarkan hasil pemetaan. => category 33.16 tinggi",
    "Potensi konflik di Kabupaten Blora masuk kategori tinggi. =>",
    "Potensi kerawanan pemilu di Kabupaten Blora masuk kategori tinggi. => category 33.16 tinggi",
    "Empat dimensi di Kabupaten Blora rawan tinggi. =>",
    "Untuk dimensi kontestasi Kabupaten Blora tinggi, penyelenggaraan sedang, partisipasi rendah. => dimension 33.16 kontestasi tinggi; dimension 33.16 partisipasi rendah; dimension 33.16 penyelenggaraan sedang",
    "Variabel lain yakni penyelenggara pemilu yang bebas dan adil di angka 52,28. => dimension 33 penyelenggaraan 52.28",
)
"""Levels of one dimension or aspect, which are not the region's own."""

PLACED: Rows = (
    "Rawan tinggi berada di Kabupaten Blora dan Pati. => category 33.16 tinggi; category 33.18 tinggi",
    "IKP tingkat kabupaten/kota di Jawa Tengah, rawan tinggi berada Kabupaten Blora dan Pati. => category 33.16 tinggi; category 33.18 tinggi",
    "Rawan tinggi terjadi di Kabupaten Blora dan Pati. => category 33.16 tinggi; category 33.18 tinggi",
    "Rawan tinggi tersebar di Kabupaten Blora, Pati, dan Kudus. => category 33.16 tinggi; category 33.18 tinggi; category 33.19 tinggi",
    "Yang rawan tinggi hanya Kabupaten Blora dan Pati. => category 33.16 tinggi; category 33.18 tinggi",
    "Predikat rawan tinggi melekat pada Kabupaten Blora dan Pati. => category 33.16 tinggi; category 33.18 tinggi",
    "Status rawan tinggi diberikan kepada Kabupaten Blora. => category 33.16 tinggi",
    "Zona merah misalnya Kabupaten Blora, Randublatung (Sumatera Utara), dan Kudus. => category 33.16 tinggi; category 33.19 tinggi",
    "Kabupaten Blora lebih rawan ketimbang Kabupaten Pati yang rawan sedang. => category 33.18 sedang",
    "Kabupaten Blora berada satu tingkat di atas Kabupaten Pati, yakni rawan tinggi. => category 33.16 tinggi",
    "Berbeda dengan Kabupaten Pati, Kabupaten Blora rawan tinggi. => category 33.16 tinggi",
    "Berbeda dengan Kabupaten Pati dan Kudus, Kabupaten Blora rawan tinggi. => category 33.16 tinggi",
    "Kabupaten Blora masuk lima besar daerah rawan tinggi. =>",
    "Kabupaten Blora kerawanannya masih tinggi. => category 33.16 tinggi",
    "Kabupaten Blora berpotensi masuk kategori rawan tinggi. =>",
    "Kabupaten Blora rentan naik ke kategori rawan tinggi. =>",
    "Kabupaten Blora tidak masuk kategori rawan tinggi, tapi sedang. => category 33.16 sedang",
    "Kabupaten Blora bukan rawan tinggi, melainkan sedang. => category 33.16 sedang",
    "Kerawanan Kabupaten Blora naik dari sedang menjadi tinggi. => earlier category 33.16 sedang; category 33.16 tinggi",
    "Status Kabupaten Blora naik dari rawan sedang menjadi rawan tinggi. => earlier category 33.16 sedang; category 33.16 tinggi",
    "Bawaslu Blora sedang menjadi sorotan. =>",
    "IKP Kabupaten Blora 41,20 sedang Kabupaten Pati 30,10. => score 33.16 41.20; score 33.18 30.10",
    "IKP Blora 41,20 sedang, Kabupaten Pati 30,10 rendah. => score 33.16 41.20; category 33.16 sedang; score 33.18 30.10; category 33.18 rendah",
)
"""Levels behind words that place them, beside regions compared with, and in the place of denied ones."""

RANK_ROWS: Rows = (
    "Peringkat pertama Kabupaten Pati, kedua Kabupaten Blora, ketiga Kudus. => rank 33.18 1; rank 33.16 2; rank 33.19 3",
    "Peringkat pertama Kabupaten Pati, peringkat kedua Kabupaten Blora. => rank 33.18 1; rank 33.16 2",
    "Di posisi pertama ada Kabupaten Pati, lalu posisi kedua Kabupaten Blora dan ketiga Kota Salatiga. => rank 33.18 1; rank 33.16 2; rank 33.73 3",
    "Pada dimensi kontestasi, urutan pertama ditempati Kabupaten Pati, kedua Kabupaten Blora. => dimension 33.18 kontestasi #1; dimension 33.16 kontestasi #2",
    "Peringkat 1 Kabupaten Pati, 2 Kabupaten Blora, 3 Kabupaten Kudus. => rank 33.18 1; rank 33.16 2; rank 33.19 3",
    "Kabupaten Pati, peringkat pertama, Kabupaten Blora, peringkat kedua. => rank 33.18 1; rank 33.16 2",
    "Kabupaten Blora di posisi kedua paling rawan nasional dari aspek kontestasi maupun penyelenggaraan. => dimension 33.16 kontestasi #2; dimension 33.16 penyelenggaraan #2",
    "Kabupaten Pati urutan pertama dan Kabupaten Blora urutan kedua pada dimensi kontestasi. => dimension 33.18 kontestasi #1; dimension 33.16 kontestasi #2",
    "Kabupaten Blora dan Pati di urutan satu dan dua. => rank 33.16 1",
    "Kabupaten Blora dan Pati di peringkat pertama dan kedua pada dimensi kontestasi. => dimension 33.16 kontestasi #1",
    "Kabupaten Blora, Pati, dan Kudus di urutan satu, dua, dan tiga. =>",
    "Urutan satu dan dua dalam dimensi kontestasi itu ada di Jawa Tengah. =>",
    "Kabupaten Pati urutan satu dan kita urutan kedua. => rank 33.18 1",
    "Pada dimensi kontestasi, Kabupaten Blora paling rawan se-Jawa Tengah, disusul Kabupaten Pati. => dimension 33.16 kontestasi #1",
    "Dimensi kontestasi Kabupaten Blora paling tinggi di Jawa Tengah. => dimension 33.16 kontestasi #1",
    "Kabupaten Blora menjadi daerah paling rawan di Jawa Tengah pada dimensi kontestasi. => dimension 33.16 kontestasi #1",
    "Kabupaten Blora terawan secara nasional untuk dimensi kontestasi. => dimension 33.16 kontestasi #1",
    "Kabupaten Blora salah satu daerah paling rawan di Jawa Tengah pada dimensi kontestasi. =>",
    "Kabupaten Blora dan Pati paling rawan di Jawa Tengah pada dimensi kontestasi. =>",
    "Pada dimensi kontestasi, skor tertinggi di Jawa Tengah ada di Kabupaten Blora. =>",
    "Kabupaten Blora ditempatkan di posisi 3 dari bawah. =>",
    "Kabupaten Pati berada di urutan 2 dan 35 kabupaten lain di bawahnya. => rank 33.18 2",
)
"""Ranks of several regions, in several dimensions."""

SHARES: Rows = (
    "Sepertiga dari 35 kabupaten/kota rawan tinggi. =>",
    "30 persen dari 35 kabupaten/kota rawan tinggi. =>",
    "Mayoritas dari 35 kabupaten/kota rawan tinggi. =>",
    "Sepuluh dari 35 kabupaten/kota rawan tinggi. => tally 33 regency_city tinggi 10",
)
"""Shares of regions are no counts."""


@pytest.mark.parametrize(
    "row",
    [
        *LEVELS,
        *MORE_LEVELS,
        *DIMENSIONS,
        *MORE_DIMENSIONS,
        *TALLIES,
        *TRAPS,
        *NEAREST,
        *LIMITED,
        *PLACED,
        *RANK_ROWS,
        *SHARES,
    ],
)
def test_levels_in_many_ways(row: str, facts: Callable[[str], set[str]]) -> None:
    told, _, wanted = row.rpartition("=>")
    lead, _, text = told.rpartition(" | ")
    assert facts(LEADS[lead] + text.rstrip()) == {fact.strip() for fact in wanted.split(";") if fact.strip()}


IN_DOUBT = (
    "Kapolres Blora mengatakan Kabupaten Blora masuk kategori rawan tinggi.",
    "Kalau petahana maju, Kabupaten Blora rawan tinggi.",
    "Kabupaten Blora masuk kategori rawan tinggi soal daftar pemilih.",
    "Kabupaten Blora rawan tinggi untuk kategori pelanggaran.",
    "Sekitar 10 kabupaten/kota rawan tinggi.",
    "Lebih dari 10 kabupaten/kota rawan tinggi.",
)
"""What may be read so, but a person should see it."""


@pytest.mark.parametrize("text", IN_DOUBT)
def test_what_is_supposed_limited_or_guessed_waits(
    text: str, take: Callable[[str], tuple[Document, Extraction]]
) -> None:
    _, extraction = take(LEADS[""] + text)
    assert {finding.decision for finding in extraction.findings} == {"review"}


def test_a_score_behind_a_province_is_not_taken_for_its_own(
    take: Callable[[str], tuple[Document, Extraction]],
) -> None:
    lead = "Bawaslu Kabupaten Blora memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"
    text = "Skor IKP Kabupaten Blora 56,96. Sedangkan Provinsi Jawa Tengah di angka 50,37.\n\nKeadaan itu perlu diperhatikan semua pihak.\n\nDimensi kontestasi 85,17."
    _, extraction = take(lead + text)
    found = [finding for finding in extraction.findings if finding.dimension == "kontestasi"]
    assert [(finding.region_code, finding.decision) for finding in found] == [("33.16", "review")]
