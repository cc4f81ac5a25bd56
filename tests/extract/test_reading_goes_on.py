"""What a sentence takes over from those before it: regions, levels, dimensions, lists, sections, announcements."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

CARRIED = """
Kabupaten Blora menjadi perhatian. Kategorinya rawan tinggi.
    category 33.16 tinggi? | level.carried | Kategorinya rawan tinggi

Kabupaten Blora menjadi perhatian. Rawan tinggi itu soal nanti.

Kabupaten Blora dan Pati menjadi perhatian. Keduanya masuk kategori rawan tinggi.
    category 33.16 tinggi? | level.carried | kategori rawan tinggi
    category 33.18 tinggi? | level.carried | kategori rawan tinggi

Kabupaten Blora menjadi perhatian. Keduanya masuk kategori rawan tinggi.

Kabupaten Blora dan Pati menjadi perhatian. Kategorinya rawan tinggi.
    category 33 tinggi? | level.carried | Kategorinya rawan tinggi

Kabupaten Blora dan Pati menjadi perhatian. Statusnya sama-sama rawan tinggi.
    category 33.16 tinggi? | level.carried | Statusnya sama-sama rawan tinggi
    category 33.18 tinggi? | level.carried | Statusnya sama-sama rawan tinggi

Kabupaten Blora menjadi perhatian. Kategori itu rawan tinggi dan rawan sedang.

Kabupaten Blora menjadi perhatian. Beberapa daerah masuk kategori rawan tinggi.

Kabupaten Blora menjadi perhatian. Kategorinya tinggi berisi politik uang.
    indicator 33.16 54? | indicator.mentioned | politik uang

Kabupaten Blora menjadi perhatian. Secara nasional masuk kategori rawan tinggi.
    category ID tinggi? | level.carried | kategori rawan tinggi

Kabupaten Blora menjadi perhatian. Secara nasional daerah ini masuk kategori rawan tinggi.
    category 33.16 tinggi? | level.carried | kategori rawan tinggi

Masuk kategori rawan tinggi.

Masuk kategori rawan tinggi: ¶¶ 1. Kabupaten Blora ¶ 2. Kabupaten Pati
    category 33.16 tinggi | level.listed | Kabupaten Blora + kategori rawan tinggi
    category 33.18 tinggi | level.listed | Kabupaten Pati + kategori rawan tinggi

Rawan tinggi

Kategori rawan tinggi

Kategorinya rawan tinggi

masuk kategori rawan tinggi menurut hasil pemetaan.

Hasilnya masuk kategori rawan tinggi menurut hasil pemetaan.
    category 33 tinggi? | level.carried | kategori rawan tinggi

[Blora] Masuk kategori rawan tinggi menurut hasil pemetaan.
    category 33.16 tinggi? | level.carried | kategori rawan tinggi

[nation] Masuk kategori rawan tinggi menurut hasil pemetaan.
"""
"""Levels in sentences that name no region."""

NEAREST = """
Kerawanan yang tinggi menjadi catatan bagi pengawas di Kabupaten Blora.
    category 33.16 tinggi? | level.near | Kerawanan yang tinggi menjadi catatan bagi pengawas di Kabupaten Blora

Kerawanan yang tinggi menjadi catatan bagi semua pengawas di Kabupaten Blora.

Kerawanan yang tinggi menjadi catatan bagi pengawas kecamatan di Kabupaten Blora.

Kerawanan yang tinggi menjadi catatan bagi pengawas di Kabupaten Blora dan Pati.
    category 33.16 tinggi? | level.near | Kerawanan yang tinggi menjadi catatan bagi pengawas di Kabupaten Blora

Kerawanan yang tinggi, kata Bawaslu setelah rapat panjang bersama para pengawas dan pemangku kepentingan daerah yang datang dari segala penjuru dan membahas banyak hal itu, menjadi catatan bagi pengawas di Kabupaten Blora.

Kategori rawan tinggi diberikan kepada Kabupaten Blora.
    category 33.16 tinggi | level.ahead | Kategori rawan tinggi diberikan kepada Kabupaten Blora

Kategori rawan tinggi untuk Kabupaten Blora.
    category 33.16 tinggi? | level.near | Kategori rawan tinggi untuk Kabupaten Blora
"""
"""Levels that no rule binds, with the only region of their sentence."""

LISTED = """
Kategori rawan tinggi: ¶¶ 1. Kabupaten Blora ¶ 2. Kota Salatiga
    category 33.16 tinggi | level.listed | Kabupaten Blora + Kategori rawan tinggi
    category 33.73 tinggi | level.listed | Kota Salatiga + Kategori rawan tinggi

Kategori rawan tinggi pada dimensi kontestasi: ¶¶ 1. Kabupaten Blora ¶ 2. Kota Salatiga
    dimension 33.16 kontestasi tinggi? | level.listed | Kabupaten Blora + Kategori rawan tinggi
    dimension 33.73 kontestasi tinggi? | level.listed | Kota Salatiga + Kategori rawan tinggi

Kategori rawan tinggi dan sedang: ¶¶ 1. Kabupaten Blora ¶ 2. Kota Salatiga

Kategori rawan tinggi: ¶¶ 1. Kabupaten Blora ¶ 2. Kota Salatiga ¶¶ Kategori rawan sedang: ¶¶ 1. Kabupaten Pati ¶ 2. Kabupaten Kudus
    category 33.16 tinggi | level.listed | Kabupaten Blora + Kategori rawan tinggi
    category 33.18 sedang | level.listed | Kabupaten Pati + Kategori rawan sedang
    category 33.19 sedang | level.listed | Kabupaten Kudus + Kategori rawan sedang
    category 33.73 tinggi | level.listed | Kota Salatiga + Kategori rawan tinggi

Kategori rawan tinggi: ¶¶ 1. Kabupaten Blora rawan sedang ¶ 2. Kota Salatiga
    category 33.16 sedang | level.behind | Kabupaten Blora rawan sedang
    category 33.73 tinggi | level.listed | Kota Salatiga + Kategori rawan tinggi

Daftar daerah: ¶¶ 1. Kabupaten Blora rawan tinggi ¶ 2. Kota Salatiga rawan sedang
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.73 sedang | level.behind | Kota Salatiga rawan sedang

Daftar daerah: ¶¶ 1. Kabupaten Blora tinggi ¶ 2. Kota Salatiga sedang
    category 33.16 tinggi | level.behind | Kabupaten Blora tinggi
    category 33.73 sedang | level.behind | Kota Salatiga sedang

Skor IKP: ¶¶ 1. Kabupaten Blora 41,20 ¶ 2. Kota Salatiga 38 ¶ 3. Kabupaten Pati
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20

Kabupaten Blora: ¶¶ 1. Kontestasi 41,20 ¶ 2. Partisipasi 38,10
    dimension 33.16 kontestasi 41.20 | score.cued | Kontestasi 41,20
    dimension 33.16 partisipasi 38.10 | score.cued | Partisipasi 38,10

Kabupaten Blora: ¶¶ 1. Skor 41,20 ¶ 2. Kategori rawan tinggi
    score 33.16 41.20 | score.cued | Skor 41,20

Kabupaten Blora dan Pati: ¶¶ 1. Skor 41,20 ¶ 2. Kategori rawan tinggi
    score 33 41.20? | score.cued | Skor 41,20
"""
"""What items take over from the lead of their list."""

ANNOUNCED = """
Ada 2 kabupaten rawan tinggi di Jawa Tengah. Yang pertama Kabupaten Blora. Yang kedua Kabupaten Pati.
    category 33.16 tinggi | level.announced | Kabupaten Blora + 2 kabupaten rawan tinggi
    category 33.18 tinggi | level.announced | Kabupaten Pati + 2 kabupaten rawan tinggi
    tally 33 regency_city tinggi 2? | tally.count_first | 2 kabupaten rawan tinggi

Ada 3 kabupaten rawan tinggi di Jawa Tengah. Yang pertama Kabupaten Blora. Yang kedua Kabupaten Pati.
    tally 33 regency_city tinggi 3? | tally.count_first | 3 kabupaten rawan tinggi

Ada 2 kabupaten rawan tinggi di Jawa Tengah. Yang pertama Kabupaten Blora. Yang kedua Kabupaten Pati. Lalu Kabupaten Kudus.
    category 33.16 tinggi | level.announced | Kabupaten Blora + 2 kabupaten rawan tinggi
    category 33.18 tinggi | level.announced | Kabupaten Pati + 2 kabupaten rawan tinggi
    tally 33 regency_city tinggi 2? | tally.count_first | 2 kabupaten rawan tinggi

Ada 2 kabupaten rawan tinggi di Jawa Tengah. Yang pertama Kabupaten Blora. Ada 5 kabupaten dikunjungi. Yang kedua Kabupaten Pati.
    tally 33 regency_city tinggi 2? | tally.count_first | 2 kabupaten rawan tinggi

Ada 2 kabupaten rawan tinggi di Jawa Tengah. Yang pertama Kabupaten Blora. Kabupaten Kudus rawan rendah. Yang kedua Kabupaten Pati.
    category 33.19 rendah | level.behind | Kabupaten Kudus rawan rendah
    tally 33 regency_city tinggi 2? | tally.count_first | 2 kabupaten rawan tinggi

Ada 2 kabupaten rawan tinggi di Jawa Tengah. Rapat digelar. Rapat ditutup. Rapat usai. Yang pertama Kabupaten Blora. Yang kedua Kabupaten Pati.
    category 33.16 tinggi | level.announced | Kabupaten Blora + 2 kabupaten rawan tinggi
    category 33.18 tinggi | level.announced | Kabupaten Pati + 2 kabupaten rawan tinggi
    tally 33 regency_city tinggi 2? | tally.count_first | 2 kabupaten rawan tinggi

Ada 2 kabupaten rawan tinggi di Jawa Tengah. Rapat digelar. Rapat ditutup. Rapat usai. Rapat lagi. Yang pertama Kabupaten Blora. Yang kedua Kabupaten Pati.
    tally 33 regency_city tinggi 2? | tally.count_first | 2 kabupaten rawan tinggi

Ada 2 kabupaten rawan tinggi di Jawa Tengah. Yang pertama Kabupaten Blora. Kabupaten Blora ramai. Yang kedua Kabupaten Pati.
    category 33.16 tinggi | level.announced | Kabupaten Blora + 2 kabupaten rawan tinggi
    category 33.18 tinggi | level.announced | Kabupaten Pati + 2 kabupaten rawan tinggi
    tally 33 regency_city tinggi 2? | tally.count_first | 2 kabupaten rawan tinggi

Ada 2 kabupaten rawan tinggi pada dimensi kontestasi di Jawa Tengah. Yang pertama Kabupaten Blora. Yang kedua Kabupaten Pati.
    dimension 33.16 kontestasi tinggi? | level.announced | Kabupaten Blora + 2 kabupaten rawan tinggi
    dimension 33.18 kontestasi tinggi? | level.announced | Kabupaten Pati + 2 kabupaten rawan tinggi
    tally 33 regency_city tinggi 2 in kontestasi? | tally.count_first | 2 kabupaten rawan tinggi

Ada 3 kabupaten rawan tinggi di Jawa Tengah. Tiga daerah itu yakni Kabupaten Blora dan Kabupaten Pati.
    category 33.16 tinggi? | level.announced | Kabupaten Blora + 3 kabupaten rawan tinggi
    category 33.18 tinggi? | level.announced | Kabupaten Pati + 3 kabupaten rawan tinggi
    tally 33 regency_city tinggi 3? | tally.count_first | 3 kabupaten rawan tinggi

Ada 3 kabupaten rawan tinggi di Jawa Tengah. Empat daerah itu yakni Kabupaten Blora dan Kabupaten Pati.
    tally 33 regency_city tinggi 3? | tally.count_first | 3 kabupaten rawan tinggi

[nation] Dua provinsi rawan tinggi. Pertama Provinsi Jawa Tengah. Kedua Provinsi Jawa Timur.
    category 33 tinggi? | level.announced | Provinsi Jawa Tengah + Dua provinsi rawan tinggi
    category 35 tinggi? | level.announced | Provinsi Jawa Timur + Dua provinsi rawan tinggi
    tally ID province tinggi 2? | tally.count_first | Dua provinsi rawan tinggi

[nation] Dua provinsi rawan tinggi. Pertama Kabupaten Blora. Kedua Kabupaten Pati.
    tally ID province tinggi 2? | tally.count_first | Dua provinsi rawan tinggi

[nation] Dua provinsi rawan tinggi, sepuluh provinsi rawan sedang. Dua provinsi teratas adalah Provinsi Jawa Tengah dan Provinsi Jawa Timur.
    category 33 tinggi? | level.announced | Provinsi Jawa Tengah
    category 35 tinggi? | level.announced | Provinsi Jawa Timur
    tally ID province sedang 10? | tally.count_first | sepuluh provinsi rawan sedang
    tally ID province tinggi 2? | tally.count_first | Dua provinsi rawan tinggi

[nation] Dua provinsi rawan tinggi, dua provinsi rawan sedang. Dua provinsi teratas adalah Provinsi Jawa Tengah dan Provinsi Jawa Timur.
    tally ID province sedang 2? | tally.count_first | dua provinsi rawan sedang
    tally ID province tinggi 2? | tally.count_first | Dua provinsi rawan tinggi

[nation] Dua provinsi rawan tinggi, sepuluh provinsi rawan sedang. Dua provinsi teratas adalah Provinsi Jawa Tengah.
    tally ID province sedang 10? | tally.count_first | sepuluh provinsi rawan sedang
    tally ID province tinggi 2? | tally.count_first | Dua provinsi rawan tinggi

[nation] Dua provinsi rawan tinggi, sepuluh provinsi rawan sedang. Sepuluh provinsi dan dua provinsi teratas adalah Provinsi Jawa Tengah dan Provinsi Jawa Timur.
    tally ID province sedang 10? | tally.count_first | sepuluh provinsi rawan sedang
    tally ID province tinggi 2? | tally.count_first | Dua provinsi rawan tinggi
"""
"""Announcements that are kept, and those that another number, level or a long pause ends."""

GOES_ON = """
Dimensi kontestasi dibahas. Pada dimensi tersebut Kabupaten Blora rawan tinggi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Dimensi kontestasi dan dimensi partisipasi dibahas. Pada dimensi tersebut Kabupaten Blora rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Pada dimensi kontestasi Kabupaten Blora rawan tinggi. Kabupaten Pati rawan sedang.
    category 33.18 sedang? | level.behind | Kabupaten Pati rawan sedang
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Pada dimensi kontestasi Kabupaten Blora rawan tinggi. Sedangkan Kabupaten Pati rawan sedang.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.18 kontestasi sedang | level.behind | Kabupaten Pati rawan sedang

Pada dimensi kontestasi Kabupaten Blora rawan tinggi. Sedangkan Provinsi Jawa Tengah rawan sedang.
    category 33 sedang? | level.behind | Provinsi Jawa Tengah rawan sedang
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Pada dimensi kontestasi Kabupaten Blora paling menonjol. Kategorinya rawan tinggi.
    dimension 33.16 kontestasi tinggi? | level.carried | Kategorinya rawan tinggi

Pada dimensi kontestasi Kabupaten Blora paling menonjol. Skornya 41,20.
    dimension 33.16 kontestasi 41.20 | score.cued | Skornya 41,20

Pada dimensi kontestasi Kabupaten Blora paling menonjol. Skor totalnya 41,20.
    score 33.16 41.20 | score.cued | Skor totalnya 41,20

Pada dimensi kontestasi Kabupaten Blora dan Pati menonjol. Kedua daerah itu rawan tinggi.
    dimension 33.16 kontestasi tinggi? | level.carried | rawan tinggi
    dimension 33.18 kontestasi tinggi? | level.carried | rawan tinggi

Menurut dimensi kontestasi. ¶¶ Kabupaten Blora rawan tinggi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Menurut dimensi kontestasi. ¶¶ Kabupaten Blora dengan skor 41,20.
    dimension 33.16 kontestasi 41.20 | score.cued | Kabupaten Blora dengan skor 41,20

Kabupaten Blora disorot. Kabupaten Pati disorot. Semuanya masuk kategori rawan tinggi.
    category 33.16 tinggi? | level.carried | kategori rawan tinggi
    category 33.18 tinggi? | level.carried | kategori rawan tinggi

Kabupaten Blora disorot. Kabupaten Pati disorot. Kabupaten Kudus disorot. Keduanya masuk kategori rawan tinggi.
    category 33.18 tinggi? | level.carried | kategori rawan tinggi
    category 33.19 tinggi? | level.carried | kategori rawan tinggi

Kabupaten Blora dengan skor 41,20. Kabupaten Pati disorot. Semuanya masuk kategori rawan tinggi.
    category 33.18 tinggi? | level.carried | kategori rawan tinggi
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor 41,20

Kabupaten Blora dengan skor 41,20. Kabupaten Pati dengan skor 39,10. Semuanya masuk kategori rawan tinggi.
    category 33.16 tinggi? | score.cued | Kabupaten Blora dengan skor 41,20 + kategori rawan tinggi
    category 33.18 tinggi? | score.cued | Kabupaten Pati dengan skor 39,10 + kategori rawan tinggi
    score 33.16 41.20? | score.cued | Kabupaten Blora dengan skor 41,20 + kategori rawan tinggi
    score 33.18 39.10? | score.cued | Kabupaten Pati dengan skor 39,10 + kategori rawan tinggi

Kategori rawan tinggi ada tiga. Di antaranya Kabupaten Blora dan Pati.
    category 33.16 tinggi | level.listed | Kabupaten Blora + Kategori rawan tinggi
    category 33.18 tinggi | level.listed | Pati + Kategori rawan tinggi

Kategori rawan tinggi ada tiga. Kabupaten Blora dan Pati.

Kabupaten Blora urutan kesatu dalam kategori rawan tinggi. Peringkat pertama kategori rawan sedang Kabupaten Pati.
    category 33.16 tinggi | level.behind | Kabupaten Blora urutan kesatu dalam kategori rawan tinggi
    category 33.18 sedang | level.ahead | kategori rawan sedang Kabupaten Pati
    rank 33.16 1? | rank.stated | Kabupaten Blora urutan kesatu

Sedangkan pada IKP 2019 lain. Ketika itu skor Kabupaten Blora 35,07.
    earlier score 33.16 35.07 | score.pair | Kabupaten Blora 35,07

Pada IKP 2019 skor Kabupaten Blora 35,07. Waktu itu kategorinya rawan sedang.
    earlier category 33.16 sedang | score.pair | Kabupaten Blora 35,07 + kategorinya rawan sedang
    earlier score 33.16 35.07 | score.pair | Kabupaten Blora 35,07 + kategorinya rawan sedang

IKP 2019 ¶¶ Skor Kabupaten Blora 35,07.
    score 33.16 35.07? | score.pair | Kabupaten Blora 35,07

IKP 2019 ¶¶ Skor Kabupaten Blora 35,07. ¶¶ IKP 2024 ¶¶ Skor Kabupaten Blora 41,20.
    score 33.16 35.07? | score.pair | Kabupaten Blora 35,07
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20

IKP 2019: ¶¶ 1. Kabupaten Blora skor 35,07 ¶ 2. Kabupaten Pati skor 36,10
    score 33.16 35.07 | score.cued | Kabupaten Blora skor 35,07
    score 33.18 36.10 | score.cued | Kabupaten Pati skor 36,10

KABUPATEN BLORA ¶¶ Skornya 41,20. ¶¶ KABUPATEN PATI ¶¶ Skornya 39,10.
    score 33.16 41.20 | score.cued | Skornya 41,20
    score 33.18 39.10 | score.cued | Skornya 39,10

KABUPATEN BLORA ¶¶ Skornya 41,20.
    score 33 41.20? | score.cued | Skornya 41,20

Apakah Kabupaten Blora rawan tinggi?

Kabupaten Blora rawan tinggi?" tanya wartawan.

Strategi pencegahan Bawaslu Kabupaten Blora: ¶¶ 1. Membuka posko pengaduan bagi pemilih; ¶ 2. Patroli pengawasan pada masa tenang.
    mitigation Membuka posko pengaduan bagi pemilih | mitigation.item | Membuka posko pengaduan bagi pemilih;
    mitigation Patroli pengawasan pada masa tenang | mitigation.item | Patroli pengawasan pada masa tenang.

Kategori rawan tinggi diperoleh Kabupaten Pati. Adapun Kabupaten Blora aman.
    category 33.18 tinggi | level.ahead | Kategori rawan tinggi diperoleh Kabupaten Pati

Kategori rawan tinggi diperoleh Kabupaten Pati. Kemudian Kabupaten Blora tidak termasuk.
    category 33.18 tinggi | level.ahead | Kategori rawan tinggi diperoleh Kabupaten Pati

Kategori rawan tinggi diperoleh Kabupaten Pati. Adapun Kabupaten Blora, tidak termasuk.
    category 33.16 tinggi? | level.listed | Kabupaten Blora + Kategori rawan tinggi
    category 33.18 tinggi | level.ahead | Kategori rawan tinggi diperoleh Kabupaten Pati

Kategori rawan tinggi diperoleh Kabupaten Pati. Kemudian Kabupaten Blora tidak luput.
    category 33.16 tinggi | level.listed | Kabupaten Blora + Kategori rawan tinggi
    category 33.18 tinggi | level.ahead | Kategori rawan tinggi diperoleh Kabupaten Pati

Kategori rawan tinggi diperoleh Kabupaten Pati. Adapun Kabupaten Blora mendapat perhatian khusus.
    category 33.16 tinggi? | level.listed | Kabupaten Blora + Kategori rawan tinggi
    category 33.18 tinggi | level.ahead | Kategori rawan tinggi diperoleh Kabupaten Pati

Kategori rawan tinggi diperoleh Kabupaten Pati. Adapun Kabupaten Blora menyusul dengan kategori sama.
    category 33.16 tinggi | level.listed | Kabupaten Blora + Kategori rawan tinggi
    category 33.18 tinggi | level.ahead | Kategori rawan tinggi diperoleh Kabupaten Pati

Kategori rawan tinggi diperoleh Kabupaten Pati. Selanjutnya Kabupaten Blora dan Kabupaten Kudus.
    category 33.16 tinggi | level.listed | Kabupaten Blora + Kategori rawan tinggi
    category 33.18 tinggi | level.ahead | Kategori rawan tinggi diperoleh Kabupaten Pati
    category 33.19 tinggi | level.listed | Kabupaten Kudus + Kategori rawan tinggi

Kategori rawan tinggi diperoleh Kabupaten Pati. Adapun yang aman Kabupaten Blora.
    category 33.18 tinggi | level.ahead | Kategori rawan tinggi diperoleh Kabupaten Pati

Kategori rawan tinggi diperoleh Kabupaten Pati. Adapun yang lain Kabupaten Blora.
    category 33.16 tinggi | level.listed | Kabupaten Blora + Kategori rawan tinggi
    category 33.18 tinggi | level.ahead | Kategori rawan tinggi diperoleh Kabupaten Pati

Kategori rawan tinggi diperoleh Kabupaten Pati. Adapun Kabupaten Blora rawan ringan.
    category 33.18 tinggi | level.ahead | Kategori rawan tinggi diperoleh Kabupaten Pati
"""
"""Dimensions, groups spoken of again, editions of headings and of the sentence before, sections."""

QUESTIONS = """
"Apakah Kabupaten Blora rawan tinggi?" tanya wartawan.

"Kabupaten Blora rawan tinggi?" tanyanya.

"Kabupaten Blora rawan tinggi?"

"Mengapa?" tanya wartawan. Kabupaten Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

"Kabupaten Blora rawan tinggi, mengapa?" kata Ketua Bawaslu.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
"""
"""A question ends with its mark, or with who asks it."""


@pytest.mark.parametrize(("text", "facts"), examples(CARRIED))
def test_levels_of_regions_spoken_of_before(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(NEAREST))
def test_the_only_region_of_a_sentence_is_a_question(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(LISTED))
def test_lists_under_a_level_a_region_or_a_score(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(ANNOUNCED))
def test_levels_announced_for_a_number_of_regions(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(GOES_ON))
def test_what_goes_on_from_sentence_to_sentence(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(QUESTIONS))
def test_a_question_states_nothing(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
