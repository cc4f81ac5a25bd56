"""Lists, headings and paragraphs: what is spoken of again by number, what captions change, and what heads a section."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

ISSUES = """
Ada tiga isu rawan. Yakni politik uang, netralitas ASN, dan kampanye hitam.
    indicator 33 12? | indicator.prose | netralitas ASN
    indicator 33 50? | indicator.prose | kampanye hitam
    indicator 33 54? | indicator.prose | politik uang

Rapat digelar. Yakni politik uang, netralitas ASN, dan kampanye hitam.
    indicator 33 12? | indicator.mentioned | netralitas ASN
    indicator 33 54? | indicator.mentioned | politik uang

Ada tiga isu rawan. Rapat politik uang digelar.
    indicator 33 54? | indicator.mentioned | politik uang

Ada dua isu rawan. Pertama, politik uang. Kedua, netralitas ASN.
    indicator 33 12? | indicator.prose | netralitas ASN
    indicator 33 54? | indicator.prose | politik uang

Ada dua isu rawan. Pertama, hal teknis lapangan. Kedua, netralitas ASN.
    indicator 33 12? | indicator.prose | netralitas ASN

Rapat digelar. Kedua, netralitas ASN.
    indicator 33 12? | indicator.mentioned | netralitas ASN

Isu yang rawan ialah politik uang. Kemudian netralitas ASN.
    indicator 33 12? | indicator.prose | netralitas ASN
    indicator 33 54? | indicator.prose | politik uang

Rapat digelar. Kemudian netralitas ASN.
    indicator 33 12? | indicator.mentioned | netralitas ASN

Isu yang rawan ialah politik uang. Pada tahapan kampanye, netralitas ASN.
    indicator 33 12? | indicator.prose | netralitas ASN
    indicator 33 54? | indicator.prose | politik uang

Isu yang rawan ialah politik uang. Bawaslu dan jajaran kabupaten membahas tahapan kampanye, netralitas ASN.
    indicator 33 12? | indicator.prose | netralitas ASN
    indicator 33 54? | indicator.prose | politik uang

Rapat digelar. Pada tahapan kampanye, netralitas ASN.
    indicator 33 12? | indicator.mentioned | netralitas ASN

Isu yang rawan ialah lima indikator: 1. Netralitas ASN 2. Politik uang.
    indicator 33 12? | indicator.prose | Netralitas ASN
    indicator 33 54? | indicator.prose | Politik uang

IKP terdiri dari empat dimensi. Indikatornya antara lain politik uang.

IKP terdiri dari empat dimensi. Isu yang rawan ialah politik uang.
    indicator 33 54? | indicator.prose | politik uang

IKP terdiri dari empat dimensi. Rapat digelar. Indikatornya antara lain politik uang.
    indicator 33 54? | indicator.prose | politik uang

Isu yang rawan di Kabupaten Blora ialah politik uang. Kemudian netralitas ASN.
    indicator 33.16 12? | indicator.prose | netralitas ASN
    indicator 33.16 54? | indicator.prose | politik uang

Isu yang rawan di Kabupaten Blora ialah politik uang. Rapat digelar di Kabupaten Pati. Isu lain yang rawan netralitas ASN.
    indicator 33 12? | indicator.prose | netralitas ASN
    indicator 33.16 54? | indicator.prose | politik uang

Isu yang rawan di Kabupaten Blora ialah politik uang. Rapat digelar. Kemudian netralitas ASN.
    indicator 33.16 12? | indicator.mentioned | netralitas ASN
    indicator 33.16 54? | indicator.prose | politik uang

Isu yang rawan di Kabupaten Blora ialah politik uang. ¶¶ Kemudian netralitas ASN.
    indicator 33.16 12? | indicator.prose | netralitas ASN
    indicator 33.16 54? | indicator.prose | politik uang
"""
"""Issues that a sentence announces, counts off or goes on with, and regions that they are told of."""

NUMBERS = """
Ada 2 kabupaten rawan tinggi pada dimensi kontestasi. Kabupaten Blora di urutan 1 dari 2.
    dimension 33.16 kontestasi #1? | rank.stated | Kabupaten Blora di urutan 1
    tally 33 regency_city tinggi 2 in kontestasi? | tally.count_first | 2 kabupaten rawan tinggi

Ada 2 kabupaten rawan tinggi pada dimensi kontestasi. Kabupaten Blora di urutan 1 dari 3.
    rank 33.16 1? | rank.stated | Kabupaten Blora di urutan 1
    tally 33 regency_city tinggi 2 in kontestasi? | tally.count_first | 2 kabupaten rawan tinggi

Ada 2 kabupaten rawan tinggi pada dimensi kontestasi. Kabupaten Blora di urutan 1 dari 2,5.
    rank 33.16 1? | rank.stated | Kabupaten Blora di urutan 1
    tally 33 regency_city tinggi 2 in kontestasi? | tally.count_first | 2 kabupaten rawan tinggi

Kabupaten Blora disorot. Satu daerah itu masuk kategori rawan tinggi.

Kabupaten Blora disorot. Kabupaten Pati disorot. Kedua daerah itu masuk kategori rawan tinggi.
    category 33.16 tinggi? | level.carried | kategori rawan tinggi
    category 33.18 tinggi? | level.carried | kategori rawan tinggi

Kabupaten Blora disorot. Kabupaten Pati disorot. Ketiga daerah itu masuk kategori rawan tinggi.

Pada dimensi kontestasi Kabupaten Blora dan Pati menonjol. Daerah itu yakni Kabupaten Kudus rawan tinggi.
    dimension 33.19 kontestasi tinggi | level.behind | Kabupaten Kudus rawan tinggi

Pada dimensi kontestasi ada 3 daerah. Tiga daerah itu, Kabupaten Blora, rawan tinggi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora, rawan tinggi

Delapan daerah rawan tinggi. Kedelapan daerah itu adalah: ¶¶ 1. Kabupaten Blora ¶ 2. Kabupaten Pati
    category 33.16 tinggi | level.listed | Kabupaten Blora + rawan tinggi
    category 33.18 tinggi | level.listed | Kabupaten Pati + rawan tinggi
    tally 33 regency_city tinggi 8 | tally.count_first | Delapan daerah rawan tinggi

Delapan daerah rawan tinggi. Ketujuh daerah itu adalah: ¶¶ 1. Kabupaten Blora ¶ 2. Kabupaten Pati
    tally 33 regency_city tinggi 8 | tally.count_first | Delapan daerah rawan tinggi

Delapan daerah rawan tinggi. Sembilan daerah rawan sedang. Kedelapan daerah itu adalah: ¶¶ 1. Kabupaten Blora ¶ 2. Kabupaten Pati
    category 33.16 tinggi | level.listed | Kabupaten Blora + rawan tinggi
    category 33.18 tinggi | level.listed | Kabupaten Pati + rawan tinggi
    tally 33 regency_city sedang 9 | tally.count_first | Sembilan daerah rawan sedang
    tally 33 regency_city tinggi 8 | tally.count_first | Delapan daerah rawan tinggi

Delapan daerah disorot. Sembilan daerah rawan sedang. Kedelapan daerah itu adalah: ¶¶ 1. Kabupaten Blora ¶ 2. Kabupaten Pati
    tally 33 regency_city sedang 9 | tally.count_first | Sembilan daerah rawan sedang

Delapan daerah rawan tinggi. Seluruhnya adalah: ¶¶ 1. Kabupaten Blora ¶ 2. Kabupaten Pati
    category 33.16 tinggi | level.listed | Kabupaten Blora + rawan tinggi
    category 33.18 tinggi | level.listed | Kabupaten Pati + rawan tinggi
    tally 33 regency_city tinggi 8 | tally.count_first | Delapan daerah rawan tinggi

Delapan daerah disorot. Seluruhnya adalah: ¶¶ 1. Kabupaten Blora ¶ 2. Kabupaten Pati
"""
"""As many as were counted, and other numbers."""

PARAGRAPHS = """
Kategori rawan tinggi ada tiga. ¶¶ Di antaranya Kabupaten Blora.
    category 33.16 tinggi | level.listed | Kabupaten Blora + Kategori rawan tinggi

Kategori rawan tinggi ada tiga. ¶¶ Rapat digelar. ¶¶ Di antaranya Kabupaten Blora.
    category 33.16 tinggi | level.listed | Kabupaten Blora + Kategori rawan tinggi

Kategori rawan tinggi ada tiga. ¶¶ Rapat digelar. ¶¶ Rapat ditutup. ¶¶ Rapat usai. ¶¶ Di antaranya Kabupaten Blora.
    category 33.16 tinggi | level.listed | Kabupaten Blora + Kategori rawan tinggi

Kategori rawan tinggi ada tiga. ¶¶ Rapat digelar. ¶¶ Rapat ditutup. ¶¶ Rapat usai. ¶¶ Rapat lagi. ¶¶ Di antaranya Kabupaten Blora.
    category 33.16 tinggi | level.listed | Kabupaten Blora + Kategori rawan tinggi

Kategori rawan tinggi ada tiga. ¶¶ Kabupaten Pati hadir. ¶¶ Di antaranya Kabupaten Blora.
    category 33.16 tinggi | level.listed | Kabupaten Blora + Kategori rawan tinggi

Kategori rawan tinggi ada tiga. ¶¶ Terdapat lima provinsi. ¶¶ Di antaranya Kabupaten Blora.

Kategori rawan tinggi ada tiga. Rapat digelar. Di antaranya Kabupaten Blora.

Kabupaten Blora masuk kategori rawan tinggi. Di antaranya Kabupaten Pati.
    category 33.16 tinggi | level.behind | Kabupaten Blora masuk kategori rawan tinggi

Kabupaten Blora menjadi perhatian. ¶¶ Pengawas Kabupaten Pati ¶¶ Kategorinya rawan tinggi menurut hasil.
    category 33 tinggi? | level.carried | Kategorinya rawan tinggi

Kabupaten Blora menjadi perhatian. ¶¶ Pengawas hadir di Kabupaten Pati ¶¶ Kategorinya rawan tinggi menurut hasil.
    category 33.18 tinggi? | level.carried | Kategorinya rawan tinggi

Kabupaten Blora menjadi perhatian. ¶¶ Pengawas Kabupaten Pati. ¶¶ Kategorinya rawan tinggi menurut hasil.
    category 33 tinggi? | level.carried | Kategorinya rawan tinggi

Kabupaten Blora menjadi perhatian. Ke Kabupaten Pati. Kategorinya rawan tinggi menurut hasil.
    category 33.18 tinggi? | level.carried | Kategorinya rawan tinggi

Menurut dimensi kontestasi. ¶¶ Kabupaten Blora rawan tinggi. ¶¶ Kabupaten Pati rawan sedang.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.18 kontestasi sedang | level.behind | Kabupaten Pati rawan sedang

Menurut dimensi kontestasi. ¶¶ Kabupaten Blora rawan tinggi. ¶¶ Rapat digelar. ¶¶ Kabupaten Pati rawan sedang.
    category 33.18 sedang | level.behind | Kabupaten Pati rawan sedang
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Pada dimensi kontestasi ¶¶ Kabupaten Blora rawan tinggi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Pada dimensi kontestasi. ¶¶ Kabupaten Blora rawan tinggi.
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Rapat pada dimensi kontestasi. ¶¶ Kabupaten Blora rawan tinggi. Kabupaten Pati rawan sedang.
    category 33.18 sedang? | level.behind | Kabupaten Pati rawan sedang
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Menurut dimensi kontestasi Kabupaten Blora. ¶¶ Kabupaten Pati rawan tinggi.
    dimension 33.18 kontestasi tinggi? | level.behind | Kabupaten Pati rawan tinggi

Menurut dimensi kontestasi 40 persen. ¶¶ Kabupaten Pati rawan tinggi.
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi

Menurut dimensi kontestasi dan dimensi partisipasi. ¶¶ Kabupaten Pati rawan tinggi.
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi

Kabupaten Blora kategori rawan tinggi. Skornya 41,20. ¶¶ Kemudian Kabupaten Pati.
    category 33.16 tinggi? | score.cued | Skornya 41,20 + Kabupaten Blora kategori rawan tinggi
    score 33.16 41.20? | score.cued | Skornya 41,20 + Kabupaten Blora kategori rawan tinggi

Skor Kabupaten Blora 41,20, Kabupaten Pati 39,10, ¶¶ Kabupaten Kudus dengan angka 38,10.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20
    score 33.18 39.10 | score.pair | Kabupaten Pati 39,10
    score 33.19 38.10 | score.pair | Kabupaten Kudus dengan angka 38,10

Skor Kabupaten Blora 41,20. ¶¶ Kabupaten Kudus dengan angka 38,10.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20
    score 33.19 38.10 | score.pair | Kabupaten Kudus dengan angka 38,10

Skor Kabupaten Blora 41,20, Kabupaten Pati 39,10. ¶¶ Rapat di Kabupaten Kudus dengan angka 38,10.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20
    score 33.18 39.10 | score.pair | Kabupaten Pati 39,10
    score 33.19 38.10? | score.pair | Kabupaten Kudus dengan angka 38,10

Bawaslu Kabupaten Pati hadir. Kategorinya rawan tinggi menurut hasil.
    category 33.18 tinggi? | level.carried | Kategorinya rawan tinggi

Bertempat di Kabupaten Pati. Kategorinya rawan tinggi menurut hasil.
    category 33 tinggi? | level.carried | Kategorinya rawan tinggi

Dibanding Kabupaten Pati. Kategorinya rawan tinggi menurut hasil.
    category 33 tinggi? | level.carried | Kategorinya rawan tinggi

Kata Ketua Bawaslu Kabupaten Pati. Kategorinya rawan tinggi menurut hasil.
    category 33.18 tinggi? | level.carried | Kategorinya rawan tinggi
"""
"""Levels and dimensions over paragraphs, captions, venues and regions by the way."""

HEADINGS = """
Persentase kerawanan ¶¶ Kabupaten Blora dengan skor 41,20.
    score 33.16 41.20? | score.cued | Kabupaten Blora dengan skor 41,20 + Persentase kerawanan

Persentase kerawanan 41,20 ¶¶ Kabupaten Blora dengan skor 41,20.
    score 33 41.20? | score.cued | Persentase kerawanan 41,20
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor 41,20

Persentase kerawanan. ¶¶ Kabupaten Blora dengan skor 41,20.
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor 41,20

Persentase kerawanan: ¶¶ 1. Kabupaten Blora 41,20 ¶ 2. Kabupaten Pati 39,10
    score 33.16 41.20? | score.pair | Kabupaten Blora 41,20 + Persentase kerawanan:
    score 33.18 39.10? | score.pair | Kabupaten Pati 39,10 + Persentase kerawanan:

Pilkada 2020 ¶¶ Skor Kabupaten Blora 35,07.
    score 33.16 35.07? | score.pair | Kabupaten Blora 35,07

IKP 2019 ¶¶ Pada IKP 2024 skor Kabupaten Blora 41,20.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20

IKP 2019 ¶¶ Daftar skor: ¶¶ 1. Kabupaten Blora 35,07 ¶ 2. Kabupaten Pati 36,10
    score 33.16 35.07? | score.pair | Kabupaten Blora 35,07
    score 33.18 36.10? | score.pair | Kabupaten Pati 36,10

IKP 2019 ¶¶ Daftar skor IKP 2024: ¶¶ 1. Kabupaten Blora 35,07 ¶ 2. Kabupaten Pati 36,10
    score 33.16 35.07 | score.pair | Kabupaten Blora 35,07
    score 33.18 36.10 | score.pair | Kabupaten Pati 36,10

1. Kabupaten Blora ¶¶ Skornya 41,20. ¶¶ 2. Kabupaten Pati ¶¶ Skornya 39,10.
    score 33.16 41.20 | score.cued | Skornya 41,20
    score 33.18 39.10 | score.cued | Skornya 39,10

1. Kabupaten Blora ¶ 2. Kabupaten Pati ¶¶ Skornya 39,10.
    score 33 39.10? | score.cued | Skornya 39,10

KABUPATEN BLORA DAN KABUPATEN KUDUS ¶¶ Skornya 41,20. ¶¶ KABUPATEN PATI ¶¶ Skornya 39,10.
    score 33 39.10? | score.cued | Skornya 39,10
    score 33 41.20? | score.cued | Skornya 41,20

INDONESIA ¶¶ Skornya 41,20. ¶¶ KABUPATEN PATI ¶¶ Skornya 39,10.
    score 33 39.10? | score.cued | Skornya 39,10
    score 33 41.20? | score.cued | Skornya 41,20

Kategori rawan tinggi pada dimensi kontestasi dan dimensi partisipasi: ¶¶ 1. Kabupaten Blora ¶ 2. Kabupaten Pati
    category 33.16 tinggi? | level.listed | Kabupaten Blora + Kategori rawan tinggi
    category 33.18 tinggi? | level.listed | Kabupaten Pati + Kategori rawan tinggi

Kabupaten Blora: ¶¶ Kategorinya rawan tinggi.

Kabupaten Blora. ¶¶ Kategorinya rawan tinggi.

Dibanding Kabupaten Pati, Kabupaten Blora: ¶¶ 1. Skor 41,20 ¶ 2. Dimensi kontestasi 62,50
    dimension 33.16 kontestasi 62.50 | score.cued | Dimensi kontestasi 62,50
    score 33.16 41.20 | score.cued | Skor 41,20

Di Indonesia, Kabupaten Blora: ¶¶ 1. Skor 41,20 ¶ 2. Dimensi kontestasi 62,50
    dimension 33.16 kontestasi 62.50 | score.cued | Dimensi kontestasi 62,50
    score 33.16 41.20 | score.cued | Skor 41,20

Dimensi kontestasi: ¶¶ 1. Kabupaten Blora 41,20 ¶ 2. Kabupaten Pati 39,10
    dimension 33.16 kontestasi 41.20 | score.pair | Kabupaten Blora 41,20
    dimension 33.18 kontestasi 39.10 | score.pair | Kabupaten Pati 39,10

Politik uang: ¶¶ 1. Kabupaten Blora ¶ 2. Kabupaten Pati
    indicator 33.16 54? | indicator.headed | Kabupaten Blora + Politik uang:
    indicator 33.18 54? | indicator.headed | Kabupaten Pati + Politik uang:

Politik uang: ¶¶ 1. Kabupaten Blora 41,20 ¶ 2. Kabupaten Pati
    indicator 33.18 54? | indicator.headed | Kabupaten Pati + Politik uang:
    score 33.16 41.20? | score.pair | Kabupaten Blora 41,20

Isu yang rawan: ¶¶ 1. Politik uang ¶ 2. Netralitas ASN
    indicator 33 12 | indicator.item | Netralitas ASN
    indicator 33 54 | indicator.item | Politik uang

Isu yang rawan: ¶¶ 1. Politik uang (3 kasus) ¶ 2. Netralitas ASN
    indicator 33 12 | indicator.item | Netralitas ASN
    indicator 33 54 x3 | indicator.item | Politik uang (3 kasus)

Peserta rapat: ¶¶ 1. Politik uang ¶ 2. Netralitas ASN

Tujuan pemetaan kerawanan: ¶¶ 1. Politik uang ¶ 2. Netralitas ASN

Langkah pencegahan politik uang:¶¶- Kabupaten Blora¶- Bawaslu Kabupaten Pati¶- Patroli di Kabupaten Kudus
    mitigation Patroli di Kabupaten Kudus | mitigation.item | Patroli di Kabupaten Kudus

Dokumen IKP yang disusun Bawaslu berisi:¶¶- Politik uang¶- Netralitas ASN

Isu di Kabupaten Blora:¶¶- Politik uang
    indicator 33.16 54 | indicator.item | Politik uang
"""
"""Headings of editions, percentages and regions, and leads of lists."""


@pytest.mark.parametrize(("text", "facts"), examples(ISSUES))
def test_lists_of_issues_from_sentence_to_sentence(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(NUMBERS))
def test_regions_spoken_of_again_by_their_number(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(PARAGRAPHS))
def test_what_goes_on_from_paragraph_to_paragraph(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(HEADINGS))
def test_headings_and_leads(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
