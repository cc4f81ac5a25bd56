"""What goes on from sentence to sentence, where one condition holds and the other does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

CONDITIONS = """
Kabupaten Blora 41,20 sedang Kabupaten Pati 30,10 menurut hasil pemetaan yang rendah.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20
    score 33.18 30.10 | score.pair | Kabupaten Pati 30,10

Kabupaten Blora 41,20 sedang Kabupaten Pati 30,10 menurut kategori rendah.
    category 33.16 sedang | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 sedang
    category 33.18 rendah? | score.pair | Kabupaten Pati 30,10 + Kabupaten Pati 30,10 menurut kategori rendah
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 sedang
    score 33.18 30.10? | score.pair | Kabupaten Pati 30,10 + Kabupaten Pati 30,10 menurut kategori rendah

Kabupaten Blora 41,20 sedang Kabupaten Pati hadir.
    category 33.16 sedang | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 sedang
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 sedang

Kabupaten Blora 41,20 rendah Kabupaten Pati 30,10.
    category 33.16 rendah? | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 rendah
    score 33.16 41.20? | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 rendah
    score 33.18 30.10 | score.pair | Kabupaten Pati 30,10

Kabupaten Blora (44,10), Kudus dan Jepara (40,96).
    score 33.16 44.10 | score.bracket | Kabupaten Blora (44,10
    score 33.19 40.96 | score.shared | Kudus dan Jepara (40,96
    score 33.20 40.96 | score.shared | Jepara (40,96

Skor Kudus dan Jepara (40,96).
    score 33.20 40.96? | score.bracket | Jepara (40,96

Kabupaten Blora: ¶¶ 1. Skor 41,20 ¶ 2. Dimensi kontestasi 62,50 ¶¶ Rapat koordinasi yang panjang itu dihadiri banyak pihak dari segala penjuru daerah dan membahas persiapan pemungutan suara secara rinci serta langkah lanjutan, skornya 39,10.
    dimension 33.16 kontestasi 62.50 | score.cued | Dimensi kontestasi 62,50
    score 33.16 39.10? | score.cued | Rapat koordinasi yang panjang itu dihadiri banyak pihak dari segala penjuru daerah dan membahas persiapan pemungutan suara secara rinci serta langkah lanjutan, skornya 39,10
    score 33.16 41.20? | score.cued | Skor 41,20

Kabupaten Blora: ¶¶ Rapat koordinasi yang panjang itu dihadiri banyak pihak dari segala penjuru daerah dan membahas persiapan pemungutan suara secara rinci serta langkah lanjutan, skornya 39,10.
    score 33.16 39.10? | score.cued | Rapat koordinasi yang panjang itu dihadiri banyak pihak dari segala penjuru daerah dan membahas persiapan pemungutan suara secara rinci serta langkah lanjutan, skornya 39,10

Kabupaten Blora: ¶¶ Rapat digelar. ¶¶ Skornya 39,10.
    score 33.16 39.10 | score.cued | Skornya 39,10

Kabupaten Blora: ¶¶ Rapat digelar. ¶¶ Rapat koordinasi yang panjang itu dihadiri banyak pihak dari segala penjuru daerah dan membahas persiapan pemungutan suara secara rinci serta langkah lanjutan, skornya 39,10.
    score 33.16 39.10? | score.cued | Rapat koordinasi yang panjang itu dihadiri banyak pihak dari segala penjuru daerah dan membahas persiapan pemungutan suara secara rinci serta langkah lanjutan, skornya 39,10

Kabupaten Blora: ¶¶ Rapat digelar. ¶¶ Ketiga, Rapat koordinasi yang panjang itu dihadiri banyak pihak dari segala penjuru daerah dan membahas persiapan pemungutan suara secara rinci serta langkah lanjutan, skornya 39,10.
    score 33.16 39.10? | score.cued | Rapat koordinasi yang panjang itu dihadiri banyak pihak dari segala penjuru daerah dan membahas persiapan pemungutan suara secara rinci serta langkah lanjutan, skornya 39,10

Dari hasil pemetaan, laporan Kabupaten Blora sedang, Kabupaten Pati rendah.
    category 33.16 sedang? | level.behind | Kabupaten Blora sedang
    category 33.18 rendah? | level.behind | Kabupaten Pati rendah

Dari rapat kemarin, laporan Kabupaten Blora sedang, laporan Kabupaten Pati rendah.

Ada 2 kabupaten rawan tinggi pada dimensi kontestasi. Kabupaten Blora di urutan 1 dari 2.
    dimension 33.16 kontestasi #1? | rank.stated | Kabupaten Blora di urutan 1
    tally 33 regency_city tinggi 2 in kontestasi? | tally.count_first | 2 kabupaten rawan tinggi

Ada 2 kabupaten rawan tinggi pada dimensi kontestasi. Kabupaten Blora di urutan 1 dari 3.
    rank 33.16 1? | rank.stated | Kabupaten Blora di urutan 1
    tally 33 regency_city tinggi 2 in kontestasi? | tally.count_first | 2 kabupaten rawan tinggi

Ada 2 kabupaten rawan tinggi pada dimensi kontestasi. Kabupaten Blora di urutan 1 dari 2,5 juta.
    rank 33.16 1? | rank.stated | Kabupaten Blora di urutan 1
    tally 33 regency_city tinggi 2 in kontestasi? | tally.count_first | 2 kabupaten rawan tinggi

Kabupaten Blora disorot. Kabupaten Pati disorot. Kabupaten Kudus dengan skor 41,20. Ketiganya masuk kategori rawan tinggi.
    score 33.19 41.20 | score.cued | Kabupaten Kudus dengan skor 41,20

Kabupaten Blora disorot. Kabupaten Blora ramai. Keduanya masuk kategori rawan tinggi.

Kabupaten Blora disorot. Rapat digelar. Kabupaten Pati disorot. Keduanya masuk kategori rawan tinggi.

Kabupaten Blora rawan sedang. Kabupaten Pati disorot. Semuanya masuk kategori rawan tinggi.
    category 33.16 sedang | level.behind | Kabupaten Blora rawan sedang
    category 33.18 tinggi? | level.carried | kategori rawan tinggi

Pada dimensi kontestasi Kabupaten Blora menonjol. Lalu Kabupaten Pati rawan sedang.
    dimension 33.18 kontestasi sedang | level.behind | Kabupaten Pati rawan sedang

Pada dimensi kontestasi Kabupaten Blora dengan skor 62,50. Skornya 41,20.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora dengan skor 62,50
    score 33.16 41.20? | score.cued | Skornya 41,20

Pada dimensi kontestasi Kabupaten Blora dengan skor 62,50. Kemudian Kabupaten Pati 41,20.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora dengan skor 62,50
    dimension 33.18 kontestasi 41.20 | score.pair | Kabupaten Pati 41,20

Pada dimensi kontestasi Kabupaten Blora dengan skor 62,50. Rapat digelar. Kemudian Kabupaten Pati 41,20.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora dengan skor 62,50
    score 33.18 41.20? | score.near | Kabupaten Pati 41,20

Pada dimensi kontestasi Kabupaten Blora dengan skor 62,50. Dengan skor 41,20 Kabupaten Pati menyusul.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora dengan skor 62,50
    score 33.18 41.20? | score.cued | Dengan skor 41,20

Kabupaten Blora dimensi kontestasi 62,50, dimensi partisipasi 41,20. Kabupaten Pati 50,10.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora dimensi kontestasi 62,50
    dimension 33.16 partisipasi 41.20 | score.cued | Kabupaten Blora dimensi kontestasi 62,50, dimensi partisipasi 41,20
    score 33.18 50.10? | score.pair | Kabupaten Pati 50,10

Kabupaten Blora dimensi kontestasi 62,50, total 41,20. Kabupaten Pati dengan skor 50,10.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora dimensi kontestasi 62,50
    score 33.18 50.10? | score.cued | Kabupaten Pati dengan skor 50,10

Kabupaten Blora rawan tinggi pada dimensi kontestasi dan rawan sedang. Kabupaten Pati rawan rendah.
    category 33.18 rendah? | level.behind | Kabupaten Pati rawan rendah
    dimension 33.16 kontestasi sedang? | level.again | Kabupaten Blora rawan tinggi pada dimensi kontestasi dan rawan sedang
    dimension 33.16 kontestasi tinggi? | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi pada dimensi kontestasi. IKP Kabupaten Pati rawan rendah.
    category 33.18 rendah | level.behind | Kabupaten Pati rawan rendah
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora rawan tinggi pada dimensi kontestasi. Rapat digelar. Kabupaten Pati rawan rendah.
    category 33.18 rendah | level.behind | Kabupaten Pati rawan rendah
    dimension 33.16 kontestasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Dimensi kontestasi, dimensi partisipasi dibahas. Dimensi tersebut di Kabupaten Blora rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Dimensi kontestasi dibahas, lalu dimensi partisipasi. Dimensi tersebut di Kabupaten Blora rawan tinggi.
    dimension 33.16 partisipasi tinggi | level.behind | Kabupaten Blora rawan tinggi

Dimensi kontestasi ¶¶ Kabupaten Blora dengan skor 41,20. ¶¶ Kabupaten Pati dengan skor 39,10.
    dimension 33.16 kontestasi 41.20 | score.cued | Kabupaten Blora dengan skor 41,20
    dimension 33.18 kontestasi 39.10 | score.cued | Kabupaten Pati dengan skor 39,10

Dimensi kontestasi Kabupaten Kudus ¶¶ Kabupaten Blora dengan skor 41,20.
    dimension 33.16 kontestasi 41.20 | score.cued | Kabupaten Blora dengan skor 41,20

Dimensi kontestasi ¶¶ Rapat digelar. ¶¶ Kabupaten Blora dengan skor 41,20.
    dimension 33.16 kontestasi 41.20? | score.cued | Kabupaten Blora dengan skor 41,20

Dimensi kontestasi dan penjelasan ¶¶ Rapat digelar. ¶¶ Kabupaten Blora dengan skor 41,20.
    dimension 33.16 kontestasi 41.20? | score.cued | Kabupaten Blora dengan skor 41,20

Dimensi kontestasi dan penjelasan ¶¶ Rapat digelar. ¶¶ Kabupaten Blora dengan skor total 41,20.
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor total 41,20

Dimensi kontestasi dan penjelasan ¶¶ Rapat digelar. ¶¶ Kabupaten Blora rawan tinggi.
    dimension 33.16 kontestasi tinggi? | level.behind | Kabupaten Blora rawan tinggi

Menurut catatan, dimensi kontestasi dan penjelasan ¶¶ Rapat digelar. ¶¶ IKP Kabupaten Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Skor IKP naik. Kabupaten Blora tercatat 41,20.
    score 33.16 41.20? | score.near | Kabupaten Blora tercatat 41,20

Rapat digelar. Kabupaten Blora tercatat 41,20.
    score 33.16 41.20? | score.near | Kabupaten Blora tercatat 41,20

Isu yang rawan ialah politik uang. Angkanya 41,20 di Kabupaten Blora.
    indicator 33 54? | indicator.prose | politik uang
    score 33 41.20? | score.cued | Angkanya 41,20

Isu yang rawan ialah politik uang. Angkanya 41,20.
    indicator 33 54? | indicator.prose | politik uang
    score 33 41.20? | score.cued | Angkanya 41,20

IKP 2019 terbit. Ketika itu Kabupaten Blora rawan tinggi.
    earlier category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

IKP 2019 dan IKP 2020 terbit. Ketika itu Kabupaten Blora rawan tinggi.
    earlier category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Rapat digelar. Ketika itu Kabupaten Blora rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

IKP 2019 terbit. Rapat digelar. Ketika itu Kabupaten Blora rawan tinggi.
    earlier category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Polda Jawa Tengah mencatat IPKP. Di antaranya skor Kabupaten Blora 41,20.

Menurut Polda Jawa Tengah, keamanan terjaga. Di antaranya skor Kabupaten Blora 41,20.

Menurut Polda Jawa Tengah, keamanan terjaga. Di antaranya skor IKP Kabupaten Blora 41,20.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20

Menurut Polda Jawa Tengah, keamanan terjaga. Skor Kabupaten Blora 41,20.
    score 33.16 41.20? | score.pair | Kabupaten Blora 41,20

Provinsi Jawa Tengah memperoleh skor 41,20 agregasi. Skor Provinsi Jawa Tengah 39,10.
    score 33 39.10 agregat_kabkota? | score.pair | Provinsi Jawa Tengah 39,10
    score 33 41.20 agregat_kabkota? | score.cued | Provinsi Jawa Tengah memperoleh skor 41,20

Agregasi kabupaten/kota. Dalam input provinsi. Skor Provinsi Jawa Tengah 39,10.
    score 33 39.10? | score.pair | Provinsi Jawa Tengah 39,10
"""
"""Groups, dimensions, headings, earlier editions and other bodies, each with a sentence that differs in one point."""


@pytest.mark.parametrize(("text", "facts"), examples(CONDITIONS))
def test_what_goes_on_under_which_conditions(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
