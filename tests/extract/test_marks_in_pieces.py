"""Marks in pieces of sentences: what each covers and what it says, one example on either side of every condition."""

from __future__ import annotations

import pytest

from marks_written import rows, written
from pipeline.extract.marks.counts import count_marks, rank_marks
from pipeline.extract.marks.numbers import number_marks
from pipeline.extract.marks.words import _category_marks, _cue_marks, _dimension_marks
from pipeline.reference import Reference

NUMBERS = """
kota alfa (41,20) => [41,20] 41.20 2 bracket
kota alfa [41,20] => [41,20] 41.20 2 bracket
kota alfa 41,20 => [41,20] 41.20 2
skor 41,20 => [41,20] 41.20 2 cued
skor: 41,20 => [41,20] 41.20 2 cued
skor ikp kabupaten/kota 2024 adalah 41,20 => [41,20] 41.20 2 cued
skor ikp itu baru saja 41,20 => [41,20] 41.20 2
skor alfa 41,20 => [41,20] 41.20 2
skornya kurang jelas 41,20 => [41,20] 41.20 2
kota alfa 41, 20 => [41, 20] 41.20 2 torn
kota alfa (41, 20) => [41, 20] 41.20 2 bracket
kota alfa 41. 20 => [41. 20] 41.20 2 torn
kota alfa 41 ,20 => [41 ,20] 41.20 2 torn
kota alfa 41, 20 daerah =>
kota alfa 30,81459999 => [30,81459999] 30.81459999 8
kota alfa 30,81459999123 =>
kota alfa 41,20% => [41,20] 41.20 2 percent
kota alfa 41,20 persen => [41,20] 41.20 2 percent
kota alfa 41,20 % => [41,20] 41.20 2 percent
kota alfa 41,20 tps =>
kota alfa 41,20 poin => [41,20] 41.20 2 cued
kota alfa 41 poin => [41] 41 0 cued
ada 15 poin => [15] 15 0
ada 15,5 poin => [15,5] 15.5 1 cued
terpaut 2,10 poin =>
lebih tinggi 2,10 poin =>
lebih tinggi 2,10 persen =>
lebih tinggi 2,10 => [2,10] 2.10 2
skor lebih tinggi 2,10 => [2,10] 2.10 2
15 poin strategis =>
selisih 2,10 poin =>
tahun 2024 =>
skor 2024 =>
skor 1950 =>
skor 1950,5 => [1950,5] 1950.5 1 cued
kota alfa (85) => [85] 85 0 bracket
kota alfa 85 kabupaten =>
skor 41,20 kabupaten alfa => [41,20] 41.20 2 cued
skor 41 kabupaten =>
41,20 kabupaten alfa => [41,20] 41.20 2
41 kabupaten alfa =>
pukul 10.30 =>
skor pukul 10.30 =>
skor 13,47-49,32 =>
kota alfa 13,47 - 49,32 =>
skor 41,20/100 => [41,20] 41.20 2 cued
skor 41,20/50 =>
skor maksimal 41,20 =>
skor di atas 41,20 =>
lebih dari 41,20 =>
6.680.807 =>
skor 6.680.807 =>
14.548 =>
skor 14.548 => [14.548] 14.548 3 cued
jumlah nilai 14.548 => [14.548] 14.548 3 cued
nilai tiap daerah diperiksa, tercatat 14.548 => [14.548] 14.548 3
jumlah 44 => [44] 44 0
jumlah 44,20 => [44,20] 44.20 2
jumlah skor 44 => [44] 44 0 cued
berjumlah 44,20 => [44,20] 44.20 2
mencapai 41,20 => [41,20] 41.20 2
partisipasi mencapai 41,20 => [41,20] 41.20 2
skor pemilih mencapai 41,20 => [41,20] 41.20 2 cued
jumlah pemilih mencapai 41,20 => [41,20] 41.20 2
angka 41,20 => [41,20] 41.20 2
angkanya 41,20 => [41,20] 41.20 2 cued
sebesar 41,20 => [41,20] 41.20 2
skor sebesar 41,20 => [41,20] 41.20 2 cued
kota alfa 41,20 (1) => [41,20] 41.20 2
kota alfa 41,20 (1,5) => [41,20] 41.20 2; [1,5] 1.5 1 bracket
176 (34,2 persen) kabupaten/kota => [176] 176 0
176 atau 34,2 persen kabupaten/kota => [176] 176 0
176 (34,2) kabupaten/kota => [176] 176 0
176 (34,2) dan => [176] 176 0; [34,2] 34.2 1 bracket
176 (34,2) => [176] 176 0; [34,2] 34.2 1 bracket
peringkat 176 (34,2 persen) => [176] 176 0; [34,2] 34.2 1 bracket percent
lima (34,2 persen) daerah =>
skor terendah 12,40 dan tertinggi 77,10 =>
skor tertinggi di jawa 77,10 poin dan terendah 12,40 =>
skor tertinggi 77,10, yang terendah 12,40 => [77,10] 77.10 2 cued; [12,40] 12.40 2
skor alfa naik dari 35,07 menjadi 55,32 => [35,07] 35.07 2 cued; [55,32] 55.32 2 cued
skor alfa naik dari 35 menjadi 55 => [55] 55 0
skor alfa naik dari 35 menjadi 55,32 => [35] 35 0 cued; [55,32] 55.32 2 cued
skor alfa naik tajam dari angka 35,07 di 2019 ke angka 55,32 => [35,07] 35.07 2 cued; [55,32] 55.32 2 cued
turun dari 35,07 pada ikp 2019 menjadi 55,32 => [35,07] 35.07 2 cued; [55,32] 55.32 2 cued
turun dari 35,07 pada jumat menjadi 55,32 => [55,32] 55.32 2
naik dari 35,07 menjadi 55,32 => [55,32] 55.32 2
skor nol => [nol] 0 0 cued
dengan nol => [nol] 0 0 cued
skor nolan =>
dimensi kontestasi nol => [nol] 0 0 cued
partisipasi nol => [nol] 0 0 cued
keamanan nol =>
rata-rata skor kabupaten/kota di alfa tertinggi, yakni 41,20 => [41,20] 41.20 2 cued
rata-rata skor kabupaten/kota 41,20 => [41,20] 41.20 2 cued
rata-rata nasional 41,20 =>
indeks kerawanan pemilu di alfa hasil pengawasan ialah 44,28 => [44,28] 44.28 2 cued
indeks kerawanan pemilu di alfa hasil pengawasan 44,28 => [44,28] 44.28 2
skor alfa adalah sekitar 44,28 => [44,28] 44.28 2 cued
skor keamanan 66,1 dan hak memilih 40,2, total 44,20 => [66,1] 66.1 1; [40,2] 40.2 1; [44,20] 44.20 2 cued
total 44,20 =>
nilai41,20 => [41,20] 41.20 2 cued
rp41,20 =>
rp 41,20 =>
a41,20 =>
1/41,20 =>
-41,20 =>
1.41,20 =>
kota alfa 41,20 besar =>
kota alfa 41,20 hingga 50 =>
kota alfa 41,20 (kasus) =>
"""
"""Figures: their value, their decimals, and whether a word, a bracket, a percent sign or a blank belongs to them."""
COUNTS = """
5 provinsi => [5 provinsi] 5 province
lima daerah => [lima daerah] 5 None
5 kabupaten/kota => [5 kabupaten/kota] 5 regency_city
5 kabupaten dan kota => [5 kabupaten dan kota] 5 regency_city
5 kota alfa timur =>
5 kota => [5 kota] 5 regency_city
5 kecamatan => [5 kecamatan] 5 district
1.234 kabupaten => [1.234 kabupaten] 1234 regency_city
1.23 kabupaten =>
dari 34 provinsi => [34 provinsi] 34 province universe
dari total 34 provinsi => [34 provinsi] 34 province universe
terdiri dari 34 provinsi => [34 provinsi] 34 province
ada di 34 provinsi => [34 provinsi] 34 province
di 34 provinsi => [34 provinsi] 34 province universe
seluruh 34 provinsi => [34 provinsi] 34 province universe
sebanyak 34 provinsi => [34 provinsi] 34 province
lima dari 34 provinsi => [lima dari 34 provinsi] 5 province
lima dari total 34 provinsi => [lima dari total 34 provinsi] 5 province
lima di antara provinsi => [lima di antara provinsi] 5 province
lima (14 persen) provinsi => [lima (14 persen) provinsi] 5 province
lima (14,2 persen) provinsi => [lima (14,2 persen) provinsi] 5 province
lima (lima) provinsi => [lima (lima) provinsi] 5 province
5 (provinsi) => [5 (provinsi] 5 province
ke-5 provinsi =>
ke 5 provinsi =>
peringkat 5 provinsi =>
salah satu provinsi =>
satu provinsi => [satu provinsi] 1 province
5 daerah itu =>
5 daerah tersebut =>
x5 daerah =>
-5 daerah =>
2,5 daerah =>
tidak satu pun provinsi => [tidak satu pun provinsi] 0 province
tak ada kabupaten/kota => [tak ada kabupaten/kota] 0 regency_city
tidak ada satu pun dari kabupaten => [tidak ada satu pun dari kabupaten] 0 regency_city
tidak terdapat kota => [tidak terdapat kota] 0 regency_city
tidak provinsi =>
dari 34 provinsi, ada 5 yang tinggi => [5] 5 province; [34 provinsi] 34 province universe
dari 35 kabupaten, hanya lima masuk => [35 kabupaten] 35 regency_city universe
dari 35 kabupaten, hanya lima pergi => [35 kabupaten] 35 regency_city universe
dari 35 kabupaten. ada lima yang => [35 kabupaten] 35 regency_city universe
"""
"""Numbers of regions: how many, of which level, and whether they are all there are."""
RANKS = """
urutan ke-3 => [urutan ke-3] 3
urutan ke 3 => [urutan ke 3] 3
urutan 3 => [urutan 3] 3
urutan tiga => [urutan tiga] 3
urutan ketiga => [urutan ketiga] 3
urutannya ketiga => [urutannya ketiga] 3
peringkat di 3 => [peringkat di 3] 3
peringkat yang rawan ketiga => [peringkat yang rawan ketiga] 3
peringkat nasional 3 => [peringkat nasional 3] 3
posisi pertama => [posisi pertama] 1
posisi 10 besar =>
posisi ke-3 hingga ke-5 =>
posisi 3, hingga ke-5 =>
posisi 3 dan 5 => [posisi 3] 3
posisi 3,5 =>
posisi 3a =>
posisi tinggi =>
terawan ketiga => [terawan ketiga] 3
tertinggi kedua => [tertinggi kedua] 2
nomor urut 3 => [nomor urut 3] 3
nomor satu => [nomor satu] 1
nomor satu urut =>
nomor 3 =>
di nomor 3 => [nomor 3] 3
menempati nomor 3 => [nomor 3] 3
di nomor 3, jalan =>
di nomor 0 =>
peringkat 0 =>
superperingkat 3 =>
"""
"""Ranks."""
LEVELS = """
kategori rawan sedang => [kategori rawan sedang] sedang plain
kategori: tinggi => [kategori: tinggi] tinggi plain
rawan-sedang => [rawan-sedang] sedang plain
kerawanan (rendah) => [kerawanan (rendah] rendah plain
kerawanannya tinggi => [kerawanannya tinggi] tinggi plain
rawan sangat tinggi => [rawan sangat tinggi] tinggi plain
rawan amat tinggi => [tinggi] tinggi
tinggi rawan => [tinggi rawan] tinggi plain
tingginya rawan =>
kota alfa tinggi => [tinggi] tinggi
kota alfa tinggi, kota beta sedang => [tinggi] tinggi; [sedang] sedang
tinggi, sedang, dan rendah =>
tinggi dan tinggi => [tinggi] tinggi; [tinggi] tinggi
turun dari tinggi ke sedang => [tinggi] tinggi; [sedang] sedang
dari tinggi ke sedang =>
naik dari kategori sedang menjadi tinggi => [kategori sedang] sedang plain; [tinggi] tinggi
zona merah => [zona merah] tinggi plain
zona rawan kuning => [zona rawan kuning] sedang plain
status hijau => [status hijau] rendah plain
berstatus warna merah => [berstatus warna merah] tinggi plain
merah =>
zona merah covid =>
zona merah covid rawan =>
rawan tinggi banjir =>
rawan tinggi terhadap bencana =>
sedang menyusun =>
sedang meliputi => [sedang] sedang
kategori sedang menyusun =>
kategori sedang meliputi alfa => [kategori sedang] sedang plain
kategori sedang ditempati alfa => [kategori sedang] sedang plain
kategori sedang diberikan =>
kategori sedang bersama alfa => [kategori sedang] sedang plain
kategori sedang bergerak =>
sedang dalam proses =>
cukup tinggi =>
lebih rawan tinggi =>
skor tinggi =>
skor ikp yang tinggi =>
soal rawan tinggi =>
alfa rawan tinggi, sedang beta rawan rendah => [rawan tinggi] tinggi plain; [rawan rendah] rendah plain
alfa rawan tinggi; sedang beta rawan rendah => [rawan tinggi] tinggi plain; [rawan rendah] rendah plain
alfa rawan tinggi, sedang dan rendah =>
tingkat kerawanan yang berada pada kategori rawan sangat tinggi => [rawan sangat tinggi] tinggi plain
level yang tinggi => [level yang tinggi] tinggi plain
levelan tinggi => [tinggi] tinggi
berlevel tinggi => [berlevel tinggi] tinggi plain
kategorinya tinggi => [kategorinya tinggi] tinggi plain
tinggi indeks kerawanan => [tinggi indeks kerawanan] tinggi plain
"""
"""Levels, and whether they are said to be one."""
CUES = """
skor total => [skor total] total
totalnya => [totalnya] total
skor akhir => [skor akhir] total
ikp-nya => [ikp-nya] total
ikpku =>
secara keseluruhan => [secara keseluruhan] total
keseluruhan =>
yakni => [yakni] intro
antara lain => [antara lain] intro
alfa: => [:] intro
masing-masing => [masing-masing] shared
skornya sama => [skornya sama] shared
skor yang sama => [skor yang sama] shared
keduanya => [keduanya] shared; [keduanya] pronoun
semuanya => [semuanya] pronoun
lima daerah itu => [lima daerah itu] pronoun
5 daerah dan kota tersebut => [5 daerah dan kota tersebut] pronoun
lima daerah =>
tidak => [tidak] negation
tidak hanya =>
tidak satu =>
bukan => [bukan] negation
bukanlah hanya =>
jangan lupa =>
jangan => [jangan] negation
apabila => [apabila] hypothetical
jika dilihat =>
jika => [jika] hypothetical
kalau skor => [kalau] hypothetical
kalau =>
skala nasional =>
skala => [skala] hypothetical
bisa masuk => [bisa] hypothetical
bisa =>
dikategorikan menjadi => [dikategorikan] hypothetical
dikategorikan =>
rentan jadi => [rentan jadi] hypothetical
rentan =>
"""
"""Linking words."""
DIMENSIONS = """
dimensi kontestasi => [dimensi kontestasi] kontestasi named
subdimensi kontestasi => [subdimensi kontestasi] kontestasi named
sub-dimensi kontestasi => [sub-dimensi kontestasi] kontestasi named
sub dimensi kontestasi => [sub dimensi kontestasi] kontestasi named
dimensi pada kontestasi => [dimensi pada kontestasi] kontestasi named
dimensi "kontestasi => [dimensi "kontestasi] kontestasi named
tahapan kampanye => [tahapan kampanye] kampanye named
tahap kampanye => [tahap kampanye] kampanye named
kontestasi => [kontestasi] kontestasi
kontestasinya => [kontestasinya] kontestasi
kontestasian =>
aspek politik uang => [aspek politik uang] politik uang
aspek kontestasi => [aspek kontestasi] kontestasi named
aspek sosial politik => [aspek sosial politik] konteks sosial politik named
konteks sosial politik => [konteks sosial politik] konteks sosial politik named
konteks sosial-politik => [konteks sosial-politik] konteks sosial politik named
kerawanan kontestasi => [kerawanan kontestasi] kontestasi named
kerawanan keamanan => [kerawanan keamanan] keamanan
kerawanan kampanye => [kerawanan kampanye] kampanye
kerawanan kampanye hitam => [kerawanan kampanye] kampanye
pada kontestasi => [pada kontestasi] kontestasi named
alfa pada kontestasi => [kontestasi] kontestasi
pada dimensi kontestasi => [dimensi kontestasi] kontestasi named
penyelenggaraan pemilu 2024 =>
penyelenggaraan pemilu => [penyelenggaraan pemilu] penyelenggaraan
penyelenggaraan pemilu tahun 2024 =>
penyelenggaraan pemilu 2024 1 => [penyelenggaraan pemilu] penyelenggaraan
dimensi penyelenggaraan pemilu 2024 => [dimensi penyelenggaraan pemilu] penyelenggaraan named
provinsi penyelenggara pemilihan =>
dimensi penyelenggara pemilihan => [dimensi penyelenggara] penyelenggaraan named
partisipasi pemilih => [partisipasi pemilih] partisipasi pemilih
xpartisipasi =>
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


@pytest.mark.parametrize(("text", "marks"), rows(CUES))
def test_linking_words(text: str, marks: str) -> None:
    assert written(text, _cue_marks(text)) == marks


@pytest.mark.parametrize(("text", "marks"), rows(DIMENSIONS))
def test_dimensions(reference: Reference, text: str, marks: str) -> None:
    assert written(text, _dimension_marks(text, reference, "ikp_2024")) == marks
