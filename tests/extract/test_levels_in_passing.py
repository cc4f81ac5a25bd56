"""Levels told in passing: after a list of scores, before the regions they open, of who speaks, with others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

BEHIND_SCORES = """
Pati 42,61 dan Kabupaten Kudus 42,34 masuk sedang. Demak 11,92, Jepara 11,87, dan Rembang 11,70 masuk rendah.
    category 33.17 rendah | score.pair | Rembang 11,70 + Rembang 11,70 masuk rendah
    category 33.18 sedang | score.pair | Pati 42,61 + Pati 42,61 dan Kabupaten Kudus 42,34 masuk sedang
    category 33.19 sedang | score.pair | Kabupaten Kudus 42,34 + Kabupaten Kudus 42,34 masuk sedang
    category 33.20 rendah | score.pair | Jepara 11,87 + Jepara 11,87, dan Rembang 11,70 masuk rendah
    category 33.21 rendah | score.pair | Demak 11,92 + Demak 11,92, Jepara 11,87, dan Rembang 11,70 masuk rendah
    score 33.17 11.70 | score.pair | Rembang 11,70 + Rembang 11,70 masuk rendah
    score 33.18 42.61 | score.pair | Pati 42,61 + Pati 42,61 dan Kabupaten Kudus 42,34 masuk sedang
    score 33.19 42.34 | score.pair | Kabupaten Kudus 42,34 + Kabupaten Kudus 42,34 masuk sedang
    score 33.20 11.87 | score.pair | Jepara 11,87 + Jepara 11,87, dan Rembang 11,70 masuk rendah
    score 33.21 11.92 | score.pair | Demak 11,92 + Demak 11,92, Jepara 11,87, dan Rembang 11,70 masuk rendah

Kabupaten Blora 41,20 dan Pati 39,10 termasuk sedang. Kudus 9,10 rendah.
    category 33.16 sedang | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 dan Pati 39,10 termasuk sedang
    category 33.18 sedang | score.pair | Pati 39,10 + Pati 39,10 termasuk sedang
    category 33.19 rendah | score.pair | Kudus 9,10 + Kudus 9,10 rendah
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 dan Pati 39,10 termasuk sedang
    score 33.18 39.10 | score.pair | Pati 39,10 + Pati 39,10 termasuk sedang
    score 33.19 9.10 | score.pair | Kudus 9,10 + Kudus 9,10 rendah

Kabupaten Blora 41,20, Pati 39,10, itu sedang.
    category 33.16 sedang | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20, Pati 39,10, itu sedang
    category 33.18 sedang | score.pair | Pati 39,10 + Pati 39,10, itu sedang
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20, Pati 39,10, itu sedang
    score 33.18 39.10 | score.pair | Pati 39,10 + Pati 39,10, itu sedang

Kabupaten Blora 61,20 masuk tinggi, sedangkan Pati 39,10 dan Kudus 29,10 masuk sedang.
    category 33.16 tinggi | score.pair | Kabupaten Blora 61,20 + Kabupaten Blora 61,20 masuk tinggi
    category 33.18 sedang | score.pair | Pati 39,10 + Pati 39,10 dan Kudus 29,10 masuk sedang
    category 33.19 sedang | score.pair | Kudus 29,10 + Kudus 29,10 masuk sedang
    score 33.16 61.20 | score.pair | Kabupaten Blora 61,20 + Kabupaten Blora 61,20 masuk tinggi
    score 33.18 39.10 | score.pair | Pati 39,10 + Pati 39,10 dan Kudus 29,10 masuk sedang
    score 33.19 29.10 | score.pair | Kudus 29,10 + Kudus 29,10 masuk sedang

Skor Kabupaten Blora 41,20 itu tinggi menurut kami.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20

Kabupaten Blora 41,20 dan Pati 39,10 sama-sama masih sedang diverifikasi.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20
    score 33.18 39.10 | score.pair | Pati 39,10

Skor Kabupaten Blora 61,20, di atas ambang 49,33 yang masuk tinggi.
    score 33.16 61.20 | score.pair | Kabupaten Blora 61,20

Kabupaten Blora 41,20. Angka 13,47 sampai 49,32 masuk sedang.
    score 33.16 41.20? | score.near | Kabupaten Blora 41,20

Partisipasi pemilih Kabupaten Blora naik 3,20 persen, itu rendah.
"""
"""The bare word of a level behind a list of scores holds for all of it; an opinion, a threshold or a verb does not."""
LED = """
Kabupaten Blora dan Pati masuk kategori sedang. Yang rendah Demak (12,1), Jepara (11,2), dan Kudus (9,8).
    category 33.16 sedang | level.behind | Kabupaten Blora dan Pati masuk kategori sedang
    category 33.18 sedang | level.behind | Pati masuk kategori sedang
    category 33.19 rendah? | level.ahead | rendah Demak (12,1), Jepara (11,2), dan Kudus
    category 33.20 rendah? | level.ahead | rendah Demak (12,1), Jepara
    category 33.21 rendah? | level.ahead | rendah Demak
    score 33.19 9.8 | score.bracket | Kudus (9,8
    score 33.20 11.2 | score.bracket | Jepara (11,2
    score 33.21 12.1 | score.bracket | Demak (12,1

Kabupaten Blora dan Pati masuk kategori sedang. Yang tinggi hanya Demak dengan skor 52,1.
    category 33.16 sedang | level.behind | Kabupaten Blora dan Pati masuk kategori sedang
    category 33.18 sedang | level.behind | Pati masuk kategori sedang
    category 33.21 tinggi? | level.ahead | tinggi hanya Demak
    score 33.21 52.1 | score.cued | Demak dengan skor 52,1

Yang tinggi Demak 52,1 dan Kudus 51,2, yang sedang Blora 41,0 dan Pati 33,1, dan yang rendah Jepara 10,1.
    category 33.16 sedang? | score.near | Blora 41,0 + sedang Blora
    category 33.18 sedang | score.pair | Pati 33,1 + sedang Blora 41,0 dan Pati
    category 33.19 tinggi | score.pair | Kudus 51,2 + tinggi Demak 52,1 dan Kudus
    category 33.20 rendah? | score.near | Jepara 10,1 + rendah Jepara
    category 33.21 tinggi? | score.near | Demak 52,1 + tinggi Demak
    score 33.16 41.0? | score.near | Blora 41,0 + sedang Blora
    score 33.18 33.1 | score.pair | Pati 33,1 + sedang Blora 41,0 dan Pati
    score 33.19 51.2 | score.pair | Kudus 51,2 + tinggi Demak 52,1 dan Kudus
    score 33.20 10.1? | score.near | Jepara 10,1 + rendah Jepara
    score 33.21 52.1? | score.near | Demak 52,1 + tinggi Demak

Delapan kabupaten/kota sedang, tiga lainnya rendah. Yang rendah Demak, Jepara, dan Kudus.
    category 33.19 rendah? | level.ahead | rendah Demak, Jepara, dan Kudus
    category 33.20 rendah? | level.ahead | rendah Demak, Jepara
    category 33.21 rendah? | level.ahead | rendah Demak
    tally 33 regency_city rendah 3 | tally.count_first | tiga lainnya rendah
    tally 33 regency_city sedang 8 | tally.count_first | Delapan kabupaten/kota sedang

[mapping] Tiga kabupaten rawan rendah. Tiga daerah yang dinilai rendah adalah Demak, Kudus dan Jepara.
    category 33.19 rendah? | level.ahead | rendah adalah Demak, Kudus
    category 33.20 rendah? | level.ahead | rendah adalah Demak, Kudus dan Jepara
    category 33.21 rendah? | level.ahead | rendah adalah Demak
    tally 33 regency_city rendah 3? | tally.count_first | Tiga kabupaten rawan rendah

[mapping] Delapan daerah rawan sedang dan empat rawan tinggi. Di antara yang tinggi, kata dia, Pati dan Kudus.
    category 33.18 tinggi? | level.ahead | tinggi, kata dia, Pati
    category 33.19 tinggi? | level.ahead | tinggi, kata dia, Pati dan Kudus
    tally 33 regency_city sedang 8 | tally.count_first | Delapan daerah rawan sedang
    tally 33 regency_city tinggi 4 | tally.count_first | empat rawan tinggi

Demak 52,1, tinggi, Kudus 41,2, sedang, Pati 11,2, rendah.
    category 33.18 rendah | score.pair | Pati 11,2 + Pati 11,2, rendah
    category 33.19 sedang | score.pair | Kudus 41,2 + Kudus 41,2, sedang
    category 33.21 tinggi | score.pair | Demak 52,1 + Demak 52,1, tinggi
    score 33.18 11.2 | score.pair | Pati 11,2 + Pati 11,2, rendah
    score 33.19 41.2 | score.pair | Kudus 41,2 + Kudus 41,2, sedang
    score 33.21 52.1 | score.pair | Demak 52,1 + Demak 52,1, tinggi

Demak 52,1 rawan tinggi, sedang Kudus 41,2 dan Pati 33,1.
    score 33.18 33.1? | score.near | Pati 33,1
    score 33.19 41.2? | score.near | Kudus 41,2
    score 33.21 52.1? | score.near | Demak 52,1

Kabupaten Blora masuk kategori rawan tinggi. Yang tinggi Demak itu partisipasinya.
    category 33.16 tinggi | level.behind | Kabupaten Blora masuk kategori rawan tinggi

Lima daerah dipantau. Biaya pengawasan yang tinggi Demak dan Kudus.
"""
"""Regions that the bare word of a level opens, with or without scores, where levels are spoken of."""
OWN = """
[mapping] Kabupaten Blora dan Pati rawan rendah, sedangkan provinsi kita sedang.
    category 33 sedang? | level.carried | sedang
    category 33.16 rendah | level.behind | Kabupaten Blora dan Pati rawan rendah
    category 33.18 rendah | level.behind | Pati rawan rendah

[mapping] Provinsi sendiri kategorinya sedang.
    category 33 sedang? | level.carried | kategorinya sedang

[Blora] "Kita sedang. Kabupaten tetangga yang tinggi, yaitu Pati," katanya.
    category 33.16 sedang? | level.carried | sedang
    category 33.18 tinggi | level.ahead | tinggi, yaitu Pati

[Blora] Pati rawan tinggi, sedangkan kabupaten kita rawan sedang.
    category 33.16 sedang? | level.carried | rawan sedang
    category 33.18 tinggi | level.behind | Pati rawan tinggi

Kabupaten Blora rawan rendah, sedangkan kabupaten kita rawan sedang.
    category 33.16 rendah | level.behind | Kabupaten Blora rawan rendah

Kabupaten Blora rawan tinggi. "Kami berada di kategori rawan sedang," kata Ketua Bawaslu Kabupaten Pati, Budi.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 sedang? | level.carried | kategori rawan sedang

Kabupaten Blora rawan tinggi. "Kami sedang menyusun langkah," katanya.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

"Kami menilai Kabupaten Blora rawan tinggi," katanya.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

"Jangan sampai daerah kita rawan tinggi," katanya.

"Syukurlah provinsi kita tidak masuk rawan tinggi," katanya.
"""
"""Levels of the own region of who speaks."""
WITH_OTHERS = """
Kabupaten Blora kembali masuk kategori rawan tinggi bersama tiga kabupaten lain, yakni Pati, Kudus dan Demak.
    category 33.16 tinggi | level.behind | Kabupaten Blora kembali masuk kategori rawan tinggi
    category 33.18 tinggi | level.ahead | kategori rawan tinggi bersama tiga kabupaten lain, yakni Pati
    category 33.19 tinggi | level.ahead | kategori rawan tinggi bersama tiga kabupaten lain, yakni Pati, Kudus
    category 33.21 tinggi | level.ahead | kategori rawan tinggi bersama tiga kabupaten lain, yakni Pati, Kudus dan Demak

Kabupaten Blora masuk kategori rawan tinggi, begitu juga dua daerah lain, yakni Pati dan Kudus.
    category 33.16 tinggi | level.behind | Kabupaten Blora masuk kategori rawan tinggi
    category 33.18 tinggi | level.ahead | kategori rawan tinggi, begitu juga dua daerah lain, yakni Pati
    category 33.19 tinggi | level.ahead | kategori rawan tinggi, begitu juga dua daerah lain, yakni Pati dan Kudus

Kabupaten Blora masuk kategori rawan tinggi diikuti dua daerah lainnya di Jawa Tengah yaitu Pati dan Kudus.
    category 33.16 tinggi | level.behind | Kabupaten Blora masuk kategori rawan tinggi
    category 33.18 tinggi | level.ahead | kategori rawan tinggi diikuti dua daerah lainnya di Jawa Tengah yaitu Pati
    category 33.19 tinggi | level.ahead | kategori rawan tinggi diikuti dua daerah lainnya di Jawa Tengah yaitu Pati dan Kudus

Kabupaten Blora disorot. Kabupaten yang berbatasan dengan Jawa Timur itu masuk kategori rawan tinggi bersama dua kabupaten lain, yakni Pati dan Kudus.
    category 33.16 tinggi? | level.carried | kategori rawan tinggi
    category 33.18 tinggi | level.ahead | kategori rawan tinggi bersama dua kabupaten lain, yakni Pati
    category 33.19 tinggi | level.ahead | kategori rawan tinggi bersama dua kabupaten lain, yakni Pati dan Kudus

Kabupaten Blora tidak lagi masuk kategori rawan tinggi bersama dua daerah lain, yakni Pati dan Kudus.

Kabupaten Blora masuk kategori rawan tinggi bersama dua daerah lain pada isu politik uang, yakni Pati dan Kudus.
    indicator 33.18 54? | indicator.prose | politik uang
    indicator 33.19 54? | indicator.prose | politik uang

Kabupaten Blora menyusul. Rawan tinggi ada tiga kabupaten lain, yakni Pati, Kudus dan Demak.
    category 33.18 tinggi | level.ahead | Rawan tinggi ada tiga kabupaten lain, yakni Pati
    category 33.19 tinggi | level.ahead | Rawan tinggi ada tiga kabupaten lain, yakni Pati, Kudus
    category 33.21 tinggi | level.ahead | Rawan tinggi ada tiga kabupaten lain, yakni Pati, Kudus dan Demak
    tally 33 regency_city tinggi 3? | tally.category_first | Rawan tinggi ada tiga kabupaten
"""
"""Further regions that have a level, told by their number before they are named."""
BESIDE_OTHERS = """
Kabupaten Blora hanya rawan sedang dan Pati malah rendah.
    category 33.16 sedang | level.behind | Kabupaten Blora hanya rawan sedang
    category 33.18 rendah | level.behind | Pati malah rendah

Kabupaten Demak dan Jepara berada di kelompok tinggi. Blora dan Kudus, sama seperti Pati, sedang.
    category 33.16 sedang? | level.behind | Blora dan Kudus, sama seperti Pati, sedang
    category 33.18 sedang? | level.behind | Pati, sedang
    category 33.19 sedang? | level.behind | Kudus, sama seperti Pati, sedang
    category 33.20 tinggi | level.behind | Jepara berada di kelompok tinggi
    category 33.21 tinggi | level.behind | Kabupaten Demak dan Jepara berada di kelompok tinggi

Kabupaten Demak berada di kelompok tinggi. Blora, seperti Pati, sedang menyusun laporan.
    category 33.21 tinggi | level.behind | Kabupaten Demak berada di kelompok tinggi

Tetangga Blora, Kabupaten Kudus, berada di kelompok rawan tinggi.
    category 33.19 tinggi | level.behind | Kabupaten Kudus, berada di kelompok rawan tinggi

Sementara itu kabupaten tetangga Demak rawan rendah.
    category 33.21 rendah | level.behind | Demak rawan rendah

Kabupaten Blora bertetangga dengan Demak yang ramai, dan masuk rawan sedang.
    category 33.16 sedang? | level.behind | Kabupaten Blora bertetangga dengan Demak yang ramai, dan masuk rawan sedang

Tetangga Kabupaten Blora rawan tinggi.

Kabupaten Blora rawan tinggi, setara dengan Pati dan Kudus.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi? | level.likewise | rawan tinggi, setara dengan Pati
    category 33.19 tinggi? | level.likewise | rawan tinggi, setara dengan Pati dan Kudus

Kabupaten Blora dipantau. Angka itu menempatkannya di kelompok rawan tinggi, sekelompok dengan Pati dan Kudus.
    category 33.16 tinggi? | level.carried | kelompok rawan tinggi
    category 33.18 tinggi? | level.likewise | kelompok rawan tinggi, sekelompok dengan Pati
    category 33.19 tinggi? | level.likewise | kelompok rawan tinggi, sekelompok dengan Pati dan Kudus

Kabupaten Blora rawan tinggi, satu kelompok dengan Pati dan Kudus rawan rendah.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 rendah? | level.behind | Pati dan Kudus rawan rendah
    category 33.19 rendah? | level.behind | Kudus rawan rendah

Kabupaten Pati 50,12 juga tinggi. Kabupaten Blora 35,9, juga sedang.
    category 33.16 sedang | score.pair | Kabupaten Blora 35,9 + Kabupaten Blora 35,9, juga sedang
    category 33.18 tinggi? | score.near | Kabupaten Pati 50,12 + Kabupaten Pati 50,12 juga tinggi
    score 33.16 35.9 | score.pair | Kabupaten Blora 35,9 + Kabupaten Blora 35,9, juga sedang
    score 33.18 50.12? | score.near | Kabupaten Pati 50,12 + Kabupaten Pati 50,12 juga tinggi

Kabupaten Pati rawan tinggi. Dua kota, Magelang dan Surakarta, rendah.
    category 33.18 tinggi | level.behind | Kabupaten Pati rawan tinggi
    category 33.71 rendah? | level.behind | Magelang dan Surakarta, rendah
    category 33.72 rendah? | level.behind | Surakarta, rendah
    tally 33 regency_city rendah 2? | tally.count_first | Dua kota, Magelang dan Surakarta, rendah

Kabupaten Blora ditempatkan di urutan pertama dari lima daerah yang tergolong rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora ditempatkan di urutan pertama dari lima daerah yang tergolong rawan tinggi
    rank 33.16 1? | rank.stated | Kabupaten Blora ditempatkan di urutan pertama
    tally 33 regency_city tinggi 5 | tally.count_first | lima daerah yang tergolong rawan tinggi

Kabupaten Blora unggul di antara banyak daerah, lima daerah rawan tinggi.
    tally 33 regency_city tinggi 5 | tally.count_first | lima daerah rawan tinggi
"""
"""Levels beside others: of neighbours, of those likened by the way, in a rank among those of the level."""
OF_STAGES = """
[mapping] Kabupaten Blora berada di level sedang. Untuk Pati sendiri sedang juga. Tapi di tahap pungut hitung kita tinggi.
    category 33.16 sedang | level.behind | Kabupaten Blora berada di level sedang
    category 33.18 sedang? | level.behind | Pati sendiri sedang
    dimension 33.18 pungut hitung tinggi? | level.carried | tinggi

[mapping] Kabupaten Blora memperoleh kategori sedang pada dimensi sosial politik dan kampanye, sementara untuk pencalonan rendah.
    dimension 33.16 kampanye sedang | level.behind | Kabupaten Blora memperoleh kategori sedang
    dimension 33.16 konteks sosial politik sedang | level.behind | Kabupaten Blora memperoleh kategori sedang
    dimension 33.16 pencalonan rendah | level.behind | Kabupaten Blora memperoleh kategori sedang pada dimensi sosial politik dan kampanye, sementara untuk pencalonan rendah

[mapping] Kabupaten Blora rawan tinggi pada tahapan kampanye tetapi rendah pada pencalonan. Sebaliknya Pati tinggi pada tahapan pungut hitung.
    dimension 33.16 kampanye tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.16 pencalonan rendah? | level.again | Kabupaten Blora rawan tinggi pada tahapan kampanye tetapi rendah
    dimension 33.18 pungut hitung tinggi | level.behind | Pati tinggi

[mapping] Kabupaten Blora rawan tinggi, sementara untuk pencalonan rendah minatnya.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

[mapping] Biaya di Pati tinggi pada tahapan kampanye.

[mapping] Kabupaten Blora rawan tinggi. Minat di Pati tinggi pada tahapan kampanye.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

[mapping] Pati tinggi angka politik uangnya pada tahapan kampanye.
    indicator 33.18 54? | indicator.mentioned | politik uangnya
"""
"""Levels of a stage or dimension, told in contrast or beside a region that opens its clause."""


@pytest.mark.parametrize(("text", "facts"), examples(BEHIND_SCORES))
def test_a_level_behind_a_list_of_scores(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(LED))
def test_regions_that_a_level_opens(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(OWN))
def test_levels_of_the_own_region(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(WITH_OTHERS))
def test_levels_told_of_others_too(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(BESIDE_OTHERS))
def test_levels_beside_others(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(OF_STAGES))
def test_levels_of_stages_in_passing(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
