"""Marks on the bounds of their patterns: one word, sign or digit more than a pattern takes, and as many as it takes."""

from __future__ import annotations

import pytest

from marks_written import rows, written
from pipeline.extract.marks.counts import count_marks, rank_marks
from pipeline.extract.marks.numbers import number_marks
from pipeline.extract.marks.words import _category_marks, _dimension_marks
from pipeline.reference import Reference

NUMBERS = """
askor 41,20 => [41,20] 41.20 2
skor-nya 41,20 => [41,20] 41.20 2 cued
skor :41,20 => [41,20] 41.20 2 cued
skor = (41,20) => [41,20] 41.20 2 cued bracket
skor ikp itu kini lama 41,20 => [41,20] 41.20 2
skor ikp kerawanan pemilu total akhir 41,20 => [41,20] 41.20 2 cued
skor ikp kerawanan pemilu total akhir itu 41,20 => [41,20] 41.20 2 cued
rata-rata skor kabupaten/kota lama 41,20 => [41,20] 41.20 2
rata-rata kabupaten di alfa adalah 41,20 => [41,20] 41.20 2 cued
rata-rata kabupaten di alfa 5 adalah 41,20 => [41,20] 41.20 2
rata-rata kabupaten. di alfa adalah 41,20 => [41,20] 41.20 2
rerata skor nilai dari kabupaten dan kota: 41,20 => [41,20] 41.20 2 cued
rata-rata kabupaten dan kotanya (41,20) => [41,20] 41.20 2 cued bracket
askor alfa adalah 44,28 => [44,28] 44.28 2
skor nasional adalah 44,28 =>
skor alfa beta gama nasional adalah 44,28 => [44,28] 44.28 2
skor alfa, adalah kurang lebih 44,28 => [44,28] 44.28 2 cued
skor alfa adalah lalu 44,28 => [44,28] 44.28 2
ke 176 (34,2) kabupaten => [34,2] 34.2 1 bracket
peringkat ke-5 (34,2) kabupaten => [34,2] 34.2 1 bracket
5 setara sekitar 34,2 persen kabupaten => [5] 5 0
5 setara lalu 34,2 persen kabupaten => [5] 5 0
-5 (34,2 persen) kabupaten => [34,2] 34.2 1 bracket percent
5 (34,2) kabupatenx => [5] 5 0
5 (34,2) dari lima => [5] 5 0
41,20 poin (1) => [41,20] 41.20 2 cued
41,20 lama (1) => [41,20] 41.20 2; [1] 1 0 bracket
41 (1) => [41] 41 0; [1] 1 0 bracket
41,20 (1) dan => [41,20] 41.20 2
jumlah yang 44 => [44] 44 0
jumlahnya hanya 44 => [44] 44 0
jumlah alfa 44 => [44] 44 0
jumlah alfa 44 poin => [44] 44 0 cued
skor maksimal alfa 41,20 => [41,20] 41.20 2
skor 10 – 41,20 =>
rata-rata alfa nasional ikp 2024 tercatat 41,20 => [41,20] 41.20 2
rata-rata nasional dengan 41,20 =>
ikp secara nasional alfa 41,20 => [41,20] 41.20 2
kota alfa 41, 20. => [41, 20] 41.20 2 torn
kota alfa 41, 20) => [41, 20] 41.20 2 torn
kota alfa 41, 20% => [41, 20] 41.20 2 percent torn
kota alfa 41, 20 2 => [41] 41 0; [20] 20 0; [2] 2 0
kota alfa 41, 20 (x => [41, 20] 41.20 2 torn
kota alfa 41, 20," kata => [41, 20] 41.20 2 torn
kota alfa 41, 205 => [41] 41 0; [205] 205 0
kota alfa 41, 20,5 => [41] 41 0; [20,5] 20.5 1
kota alfa 41, 2 => [41] 41 0; [2] 2 0
kota alfa 141, 20 => [141] 141 0; [20] 20 0
kota alfa 141,2034 =>
kota alfa 41,203 => [41,203] 41.203 3
kota alfa 41,2034 => [41,2034] 41.2034 4
kota alfa 41,2034.5 =>
nomor alfa 41,20 => [41,20] 41.20 2
pukul 41,20 =>
antara 41,20 =>
di antara 41,20 =>
rata-rata skor lama 41,20 =>
dari 41,20 =>
sendari 41,20 => [41,20] 41.20 2
5 - 41,20 =>
41 – 42 =>
41,20 s/d 42 =>
41,20 kasusnya => [41,20] 41.20 2
41,20kasus =>
41,20 (kasus =>
41,20 [kasus => [41,20] 41.20 2
41,20/1000 =>
41,20 - 5 =>
41,20- 5 =>
41,20-5 =>
41,20 persen kasus =>
41,20 .% => [41,20] 41.20 2 percent
41,20 prosen => [41,20] 41.20 2 percent
skor 41 provinsi alfa =>
skor 41,20 (provinsi alfa => [41,20] 41.20 2 cued
skor 41 (provinsi alfa =>
skor 41,20 daerah =>
skor 41,2 kota alfa => [41,2] 41.2 1 cued
41 poinx => [41] 41 0
41 point => [41] 41 0 cued
41 poin penting => [41] 41 0
terdapat 41 poin => [41] 41 0
terdapat 41,2 poin => [41,2] 41.2 1 cued
terdapat sekitar 41 poin =>
selisih 41 poin =>
selisih alfa 41 poin => [41] 41 0 cued
unggul tipis sekitar 2,10 poin =>
unggul alfa 2,10 poin => [2,10] 2.10 2 cued
terpaut 2,10 % =>
skor terendah 12,40 sampai tertinggi di pulau alfa 77,10 =>
skor terendah 12,40 sampai tertinggi di pulau alfa beta 77,10 => [12,40] 12.40 2 cued; [77,10] 77.10 2
skor tertinggi 2024 di alfa 77,10 persen hingga terendah 12,40 =>
12.345 =>
12.34 => [12.34] 12.34 2
nilainya 12.345 => [12.345] 12.345 3 cued
skor melandai dari 57,12 menjadi 54,80 => [57,12] 57.12 2 cued; [54,80] 54.80 2 cued
kalbar menyusut ke 12,69 => [12,69] 12.69 2
kalbar menyusut ke 12 =>
alfa duduk di urutan ke 12,5 =>
kontestasi kami nol => [nol] 0 0 cued
nilai nol tidak berarti aman =>
skor naik dari 35,07; menjadi 55,32 => [35,07] 35.07 2 cued; [55,32] 55.32 2
skor naik dua dari 35,07 menjadi 55,32 => [35,07] 35.07 2 cued; [55,32] 55.32 2 cued
skor naik dua kali dari 35,07 menjadi 55,32 => [55,32] 55.32 2
kerawanan alfa bergeser dari 35,07 ke poin 55,32 => [35,07] 35.07 2 cued; [55,32] 55.32 2 cued
berubah dari 35,07 dalam indeks kerawanan alfa menjadi 55,32 => [35,07] 35.07 2 cued; [55,32] 55.32 2 cued
naik dari 35 pada ikp 2019 menjadi 55 => [55] 55 0 cued
mencapai 41,20 => [41,20] 41.20 2
nilai x mencapai 41,20 => [41,20] 41.20 2 cued
mencapai skor 41,20 => [41,20] 41.20 2 cued
range 41,20 => [41,20] 41.20 2
perolehan lama 41,20 => [41,20] 41.20 2
skor keamanan 66,1 dan hak 40,2; dan total 44,20 => [66,1] 66.1 1; [40,2] 40.2 1; [44,20] 44.20 2 cued
skor keamanan 66,1. total 44,20 => [66,1] 66.1 1
skor keamanan dan hak, total 44,20 =>
indeks keamanan 66,1 serta 40,2, totalnya 44,20 => [66,1] 66.1 1; [40,2] 40.2 1; [44,20] 44.20 2 cued
dimensi abcd nol =>
dimensi abcde nol => [nol] 0 0 cued
bernilai nol => [nol] 0 0 cued
nol =>
ada lama 15 poin => [15] 15 0 cued
ada daftar 15 poin kini => [15] 15 0 cued
nilai ramai ramai ramai ramai ramai ramai ramai ramai ramai ramai ramai ramai ramaii 14.548 => [14.548] 14.548 3
nilai ramai ramai ramai ramai ramai ramai ramai ramai ramai ramai ramai ramai ramai r 14.548 =>
nilai ramai ramai ramai ramai ramai ramai ramai ramai ramai ramai ramai ramai ramai ra 14.548 =>
naik menurut alfa 2,10 poin => [2,10] 2.10 2 cued
selisih itu 2,10 poin => [2,10] 2.10 2 cued
lebih tinggi alfa 2,10 poin => [2,10] 2.10 2 cued
jumlah 44 alfa => [44] 44 0
skor batas alfa 41,20 => [41,20] 41.20 2
kota alfa peringkat 5 (34,2 persen) => [5] 5 0; [34,2] 34.2 1 bracket percent
"""
"""Figures: their value, their decimals, and whether a word, a bracket, a percent sign or a blank belongs to them."""
COUNTS = """
5 kabupaten atau kota => [5 kabupaten atau kota] 5 regency_city
5 kabupaten - kota => [5 kabupaten - kota] 5 regency_city
5 kabupaten, kota => [5 kabupaten, kota] 5 regency_city
5 kab / kota => [5 kab / kota] 5 regency_city
5 kota kabupaten => [5 kota kabupaten] 5 regency_city
5 kota di alfa =>
5 kota di => [5 kota] 5 regency_city
lima (abc) kabupaten => [lima (abc) kabupaten] 5 regency_city
lima (5,5%) kabupaten => [lima (5,5%) kabupaten] 5 regency_city
lima (abc5) kabupaten =>
5 di antara 7 kabupaten => [7 kabupaten] 7 regency_city universe
5 dari 7 kabupaten => [5 dari 7 kabupaten] 5 regency_city
5 dari total 7 kabupaten => [5 dari total 7 kabupaten] 5 regency_city
5 dari alfa 7 kabupaten => [7 kabupaten] 7 regency_city
se 35 kabupaten => [35 kabupaten] 35 regency_city universe
terhadap 35 kabupaten => [35 kabupaten] 35 regency_city universe
antara 35 kabupaten => [35 kabupaten] 35 regency_city universe
dari jumlah 35 kabupaten => [35 kabupaten] 35 regency_city universe
dari alfa 35 kabupaten => [35 kabupaten] 35 regency_city
terdapat di 35 kabupaten => [35 kabupaten] 35 regency_city
kerawanan 35 kabupaten => [35 kabupaten] 35 regency_city universe
tidak ada satupun dari provinsi => [tidak ada satupun dari provinsi] 0 province
tidak ada sebuah pun provinsi => [tidak ada sebuah pun provinsi] 0 province
tidak terdapat satu pun kabupaten / kota => [tidak terdapat satu pun kabupaten] 0 regency_city
tak satu pun daerah => [tak satu pun daerah] 0 regency_city
belum satu pun daerah =>
dari 35 kabupaten kota, terdapat lima di antaranya => [35 kabupaten kota] 35 regency_city universe
dari 35 daerah ada 0 yang => [35 daerah] 35 None universe
dari 35 daerah itu sebanyak 5 berkategori =>
salah 5 kabupaten =>
nomor 5 kabupaten =>
3-5 kabupaten =>
5 kabupatenku =>
1.2345 kabupaten =>
5 wilayah => [5 wilayah] 5 None
5 pemilihan gubernur dan wakil gubernur => [5 pemilihan gubernur dan wakil gubernur] 5 province
5 pemilihan bupati dan walikota => [5 pemilihan bupati dan walikota] 5 regency_city
"""
"""Numbers of regions: how many, of which level, and whether they are all there are."""
RANKS = """
urutan yang rawan nasional ke-3 => [urutan yang rawan nasional ke-3] 3
urutan alfa 3 =>
urutan 3 besar =>
urutan 3.5 =>
urutan tigapuluh =>
urutan pertama, => [urutan pertama] 1
urutan ke-3 s/d ke-5 =>
urutan ke-3, sampai ke-5 =>
nomor lima => [nomor lima] 5
nomor enam =>
nomor lima tahun =>
di nomor 3, rt =>
di nomor 34 jalan =>
rank 3 => [rank 3] 3
ranking ke tiga => [ranking ke tiga] 3
ranking ke-tiga => [ranking ke-tiga] 3
rangking nasional kedua => [rangking nasional kedua] 2
xurutan 3 =>
"""
"""Ranks."""
LEVELS = """
kategori rawan rawan sedang => [kategori rawan rawan sedang] sedang plain
kategori rawan pemilu ikp indeks yang tinggi => [rawan pemilu ikp indeks yang tinggi] tinggi plain
kategori rawan pemilu ikp indeks yang pada tinggi => [ikp indeks yang pada tinggi] tinggi plain
kerawanan dengan kategori tinggi => [kerawanan dengan kategori tinggi] tinggi plain
kerawanan yang masih tetap justru dinilai tinggi => [tinggi] tinggi
kerawanan yang masih tetap justru dinilai tercatat tinggi => [tinggi] tinggi
xkategori tinggi => [tinggi] tinggi
kategori tinggian =>
dikategorikan sebagai tinggi => [dikategorikan sebagai tinggi] tinggi plain
dikategorikan tinggi => [dikategorikan tinggi] tinggi plain
terkategori dalam tinggi => [terkategori dalam tinggi] tinggi plain
katagorinya sedang => [katagorinya sedang] sedang plain
posisinya sedang => [posisinya sedang] sedang plain
indeksnya sedang => [indeksnya sedang] sedang plain
ikp-nya sedang => [ikp-nya sedang] sedang plain
tingkatan rendah => [tingkatan rendah] rendah plain
golongan rendah => [golongan rendah] rendah plain
klaster warna hijau => [klaster warna hijau] rendah plain
level kuning => [level kuning] sedang plain
kuning =>
paling rawan tinggi =>
mendekati kategori tinggi =>
di bawah kategori tinggi =>
agar tidak rawan tinggi =>
rawan tinggi kebakaran =>
rawan tinggi akan longsor =>
rawan tinggi longsoran => [rawan tinggi] tinggi plain
rawan tinggi pangan =>
zona merah banjir di alfa =>
sedang mendekati => [sedang] sedang
sedang mengajukan =>
sedang di antara => [sedang] sedang
sedang ditempati => [sedang] sedang
sedang dibahas =>
sedang berjalan =>
sedang terjadi =>
sedang ada =>
sedang kami =>
status sedang dibahas =>
status sedang dimiliki alfa => [status sedang] sedang plain
status sedang mendekati alfa => [status sedang] sedang plain
status sedang menjadi tinggi =>
status sedang menjadi soal =>
status sedang beralih =>
status sedang berkategori => [status sedang] sedang plain
tinggi ke sedang =>
naik dua dari tinggi ke sedang => [tinggi] tinggi; [sedang] sedang
naik dari yang semula tinggi ke sedang => [tinggi] tinggi; [sedang] sedang
naik dari alfa tinggi ke sedang =>
tinggi atau sedang =>
tinggi, lalu sedang => [tinggi] tinggi; [sedang] sedang
tinggi / sedang / rendah =>
tinggi; sedang =>
tinggi hingga tinggi => [tinggi] tinggi; [tinggi] tinggi
"""
"""Levels, and whether they are said to be one."""
DIMENSIONS = """
dimensi alfa kontestasi => [dimensi alfa kontestasi] kontestasi named
dimensi alfa beta kontestasi => [kontestasi] kontestasi
dimensi "kontestasi => [dimensi "kontestasi] kontestasi named
subdimensinya kontestasi => [subdimensinya kontestasi] kontestasi named
masa kampanye => [masa kampanye] kampanye named
ranah kontestasi => [ranah kontestasi] kontestasi named
bidang keamanan => [bidang keamanan] keamanan named
bidang pandemi => [bidang pandemi] pandemi
kerawanan dalam kontestasi => [kerawanan dalam kontestasi] kontestasi named
kerawanan dari sisi kontestasi => [sisi kontestasi] kontestasi named
kerawanan kontestasi pemilih => [kerawanan kontestasi] kontestasi
kerawanan partisipasi sara => [kerawanan partisipasi] partisipasi
rawan kontestasi => [rawan kontestasi] kontestasi named
terawan kontestasi => [terawan kontestasi] kontestasi named
rawan di pandemi => [rawan di pandemi] pandemi
pandemi => [pandemi] pandemi
alfa dan pandemi => [pandemi] pandemi
konteks pandemi => [konteks pandemi] pandemi named
di tengah pandemi =>
masa pandemi =>
selama pandemi covid 19 =>
untuk kontestasi => [untuk kontestasi] kontestasi named
untuk dimensi kontestasi => [dimensi kontestasi] kontestasi named
- pada kontestasi => [- pada kontestasi] kontestasi named
alfa untuk kontestasi => [kontestasi] kontestasi
penyelenggaraan pemilu legislatif 2024 =>
penyelenggaraan pemilihan serentak nanti =>
penyelenggaraan pilkada mendatang =>
penyelenggaraan pemilu 1999 => [penyelenggaraan pemilu] penyelenggaraan
daerah penyelenggaraan =>
kabupaten/kota penyelenggara =>
sebagai penyelenggara =>
penyelenggara pemilihan gubernur =>
penyelenggara pemilihan umum => [penyelenggara] penyelenggaraan
wilayah yang penyelenggara => [penyelenggara] penyelenggaraan
konteks sosial => [konteks sosial] konteks sosial named
konteks politik => [konteks politik] konteks politik named
infrastruktur => [infrastruktur] infrastruktur
hak memilih => [hak memilih] hak memilih
hak-memilih => [hak-memilih] hak memilih
hak pilih => [hak pilih] hak pilih
"""
"""Dimensions of the IKP 2024 and of others, and whether a word says that one is meant."""


@pytest.mark.parametrize(("text", "marks"), rows(NUMBERS))
def test_figures(text: str, marks: str) -> None:
    assert written(text, number_marks(text)) == marks


@pytest.mark.parametrize(("text", "marks"), rows(COUNTS))
def test_numbers_of_regions(text: str, marks: str) -> None:
    assert written(text, count_marks(text)) == marks


@pytest.mark.parametrize(("text", "marks"), rows(RANKS))
def test_ranks(text: str, marks: str) -> None:
    assert written(text, rank_marks(text)) == marks


@pytest.mark.parametrize(("text", "marks"), rows(LEVELS))
def test_levels(text: str, marks: str) -> None:
    assert written(text, _category_marks(text)) == marks


@pytest.mark.parametrize(("text", "marks"), rows(DIMENSIONS))
def test_dimensions(reference: Reference, text: str, marks: str) -> None:
    assert written(text, _dimension_marks(text, reference, "ikp_2024")) == marks
