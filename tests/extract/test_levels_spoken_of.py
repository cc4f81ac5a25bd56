"""Levels told in passing: alone, by examples of a class, of regions spoken of again, the same of others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

ALONE = """
Kota Salatiga 11,84 dan Kota Magelang 11,77. Rendah. Kabupaten Blora disebut belakangan.
    category 33.71 rendah | score.pair | Kota Magelang 11,77 + Rendah
    category 33.73 rendah | score.pair | Kota Salatiga 11,84 + Rendah
    score 33.71 11.77 | score.pair | Kota Magelang 11,77 + Rendah
    score 33.73 11.84 | score.pair | Kota Salatiga 11,84 + Rendah

Kabupaten Blora berskor 42,66. Sedang, kata tabel. Pejabat pun lega.
    category 33.16 sedang? | score.near | Kabupaten Blora berskor 42,66 + Sedang
    score 33.16 42.66? | score.near | Kabupaten Blora berskor 42,66 + Sedang

Kabupaten Blora mendapat skor 42,66. Kategorinya? Sedang.
    category 33.16 sedang | score.cued | Kabupaten Blora mendapat skor 42,66 + Sedang
    score 33.16 42.66 | score.cued | Kabupaten Blora mendapat skor 42,66 + Sedang

[Blora] Pada IKP 2024 skor kita 28,43. Sedang. Kalau diurut se-Jawa Tengah nomor 21.
    category 33.16 sedang | score.cued | Pada IKP 2024 skor kita 28,43 + Sedang
    score 33.16 28.43 | score.cued | Pada IKP 2024 skor kita 28,43 + Sedang

Skor Kabupaten Blora 28,43. Sedang kami pelajari.
    score 33.16 28.43 | score.pair | Kabupaten Blora 28,43

Kabupaten Blora disorot. Tinggi sekali antusiasmenya.

Pada dimensi kontestasi Kabupaten Blora mendapat 61,30. Tinggi.
    dimension 33.16 kontestasi 61.30 | score.cued | Kabupaten Blora mendapat 61,30

[Blora] Pak Ketua, daerah kita masuk kelompok mana? ¶ Rawan sedang. Dari hasil pemetaan tercatat 13 indikator.
    category 33.16 sedang? | level.carried | Rawan sedang

[Blora] Pak Ketua, bagaimana partisipasinya? ¶ Rendah. Dari hasil pemetaan tercatat 13 indikator.
"""
"""Levels that are a sentence of their own, behind scores or a question."""
EXAMPLES = """
Daerah lain berada pada tingkat sedang. Kabupaten Demak misalnya mencatat skor 44,04, Jepara 43,67.
    category 33.20 sedang | score.pair | Jepara 43,67 + Jepara + tingkat sedang
    category 33.21 sedang | score.cued | Kabupaten Demak misalnya mencatat skor 44,04 + Kabupaten Demak + tingkat sedang
    score 33.20 43.67 | score.pair | Jepara 43,67 + Jepara + tingkat sedang
    score 33.21 44.04 | score.cued | Kabupaten Demak misalnya mencatat skor 44,04 + Kabupaten Demak + tingkat sedang

Sejumlah daerah masuk kategori rawan sedang. Misalnya Kabupaten Demak, Jepara, dan Kudus.
    category 33.19 sedang? | level.listed | Kudus + kategori rawan sedang
    category 33.20 sedang? | level.listed | Jepara + kategori rawan sedang
    category 33.21 sedang? | level.listed | Kabupaten Demak + kategori rawan sedang

Beberapa kabupaten masuk kategori rawan sedang. Contohnya Kabupaten Demak dan Jepara.
    category 33.20 sedang? | level.listed | Jepara + kategori rawan sedang
    category 33.21 sedang? | level.listed | Kabupaten Demak + kategori rawan sedang

Beberapa kabupaten masuk kategori rawan sedang. Sebut saja Kabupaten Demak dan Jepara.
    category 33.20 sedang | level.listed | Jepara + kategori rawan sedang
    category 33.21 sedang | level.listed | Kabupaten Demak + kategori rawan sedang

Beberapa kabupaten masuk kategori rawan sedang. Seperti Kabupaten Demak dan Jepara.
    category 33.20 sedang | level.listed | Jepara + kategori rawan sedang
    category 33.21 sedang | level.listed | Kabupaten Demak + kategori rawan sedang

Beberapa kabupaten masuk kategori rawan sedang. Di kelompok ini ada Kabupaten Demak dan Jepara.
    category 33.20 sedang | level.listed | Jepara + kategori rawan sedang
    category 33.21 sedang | level.listed | Kabupaten Demak + kategori rawan sedang

Beberapa kabupaten masuk kategori rawan sedang. Mereka adalah Kabupaten Demak dan Jepara.
    category 33.20 sedang | level.listed | Jepara + kategori rawan sedang
    category 33.21 sedang | level.listed | Kabupaten Demak + kategori rawan sedang

Beberapa kabupaten masuk kategori rawan sedang. Daerah itu antara lain Kabupaten Demak dan Jepara.
    category 33.20 sedang | level.listed | Jepara + kategori rawan sedang
    category 33.21 sedang | level.listed | Kabupaten Demak + kategori rawan sedang

Beberapa kabupaten masuk kategori rawan sedang. Daerah-daerah itu adalah Kabupaten Demak dan Jepara.
    category 33.20 sedang | level.listed | Jepara + kategori rawan sedang
    category 33.21 sedang | level.listed | Kabupaten Demak + kategori rawan sedang

Beberapa kabupaten masuk kategori rawan sedang. Yang termasuk kelompok ini Kabupaten Demak dan Jepara.
    category 33.20 sedang | level.listed | Jepara + kategori rawan sedang
    category 33.21 sedang | level.listed | Kabupaten Demak + kategori rawan sedang

Di Jawa Tengah ada tujuh daerah yang berstatus rawan tinggi. Teratas Kota Semarang 73,26, diikuti Sukoharjo 70,20.
    category 33.11 tinggi | score.pair | Sukoharjo 70,20 + Sukoharjo + berstatus rawan tinggi
    category 33.74 tinggi | score.pair | Kota Semarang 73,26 + Kota Semarang + berstatus rawan tinggi
    score 33.11 70.20 | score.pair | Sukoharjo 70,20 + Sukoharjo + berstatus rawan tinggi
    score 33.74 73.26 | score.pair | Kota Semarang 73,26 + Kota Semarang + berstatus rawan tinggi
    tally 33 regency_city tinggi 7 | tally.count_first | tujuh daerah yang berstatus rawan tinggi

Kabupaten lain sedang. Rembang misalnya 33,2, Demak 32,1.
    score 33.17 33.2? | score.near | Rembang misalnya 33,2
    score 33.21 32.1? | score.near | Demak 32,1

Sisanya rawan sedang. Pati, misalnya, mendapat skor 30,1.
    category 33.18 sedang? | score.cued | Pati, misalnya, mendapat skor 30,1 + Pati + rawan sedang
    score 33.18 30.1? | score.cued | Pati, misalnya, mendapat skor 30,1 + Pati + rawan sedang

Daerah lain berada pada tingkat sedang. Di Kabupaten Demak misalnya, ada politik uang.
    indicator 33.21 54? | indicator.prose | politik uang

Beberapa kabupaten masuk kategori rawan tinggi. Kabupaten Demak misalnya masuk kategori rawan sedang.
    category 33.21 sedang | level.behind | Kabupaten Demak misalnya masuk kategori rawan sedang

Beberapa kabupaten masuk kategori rawan tinggi. Kabupaten Demak, misalnya, tidak termasuk.

Kabupaten Pati masuk kategori rawan tinggi. Misalnya politik uang yang terjadi pada Kabupaten Demak.
    category 33.18 tinggi | level.behind | Kabupaten Pati masuk kategori rawan tinggi
    indicator 33.21 54? | indicator.prose | politik uang

Beberapa kabupaten masuk kategori rawan tinggi. Misalnya politik uang yang terjadi pada Kabupaten Demak.
    indicator 33.21 54? | indicator.prose | politik uang

Beberapa kabupaten rawan tinggi, yang lain rawan sedang. Misalnya Kabupaten Demak.

Beberapa kabupaten masuk kategori rawan tinggi. Kabupaten Demak tidak disebut.

Beberapa kabupaten masuk kategori rawan tinggi pada tahapan kampanye. Misalnya Kabupaten Demak dan Jepara.
    dimension 33.20 kampanye tinggi? | level.listed | Jepara + kategori rawan tinggi
    dimension 33.21 kampanye tinggi? | level.listed | Kabupaten Demak + kategori rawan tinggi

Kabupaten Blora masuk kategori rawan tinggi. Kabupaten Demak misalnya belum punya pengawas.
    category 33.16 tinggi | level.behind | Kabupaten Blora masuk kategori rawan tinggi

Sejumlah daerah rawan tinggi. Kabupaten Demak misalnya belum punya pengawas.

Sejumlah daerah rawan tinggi soal politik uang. Misalnya Kabupaten Demak dan Jepara.

Sejumlah daerah rawan tinggi. Kabupaten Demak misalnya, punya banyak pengawas.
    category 33.21 tinggi? | level.listed | Kabupaten Demak + rawan tinggi

Lima daerah rawan rendah. Tertinggi Kota Semarang dengan skor 73,26.
    score 33.74 73.26 | score.cued | Kota Semarang dengan skor 73,26
    tally 33 regency_city rendah 5 | tally.count_first | Lima daerah rawan rendah
"""
"""Members of a class that the sentence before told a level of."""
SPOKEN_OF = """
[mapping] Rawan Tinggi = Blora; Pati.
    category 33.16 tinggi | level.ahead | Rawan Tinggi = Blora
    category 33.18 tinggi | level.ahead | Rawan Tinggi = Blora; Pati

[mapping] Rawan Tinggi – Blora, Pati.
    category 33.16 tinggi | level.ahead | Rawan Tinggi – Blora
    category 33.18 tinggi | level.ahead | Rawan Tinggi – Blora, Pati

Untuk rawan sedang Saiful menyebut ada 17 daerah. Ia mencontohkan Blora (18,40), Pati (16,02), Kudus (15,88).
    category 33.16 sedang | score.bracket | Blora (18,40 + Blora + rawan sedang
    category 33.18 sedang | score.bracket | Pati (16,02 + Pati + rawan sedang
    category 33.19 sedang | score.bracket | Kudus (15,88 + Kudus + rawan sedang
    score 33.16 18.40 | score.bracket | Blora (18,40 + Blora + rawan sedang
    score 33.18 16.02 | score.bracket | Pati (16,02 + Pati + rawan sedang
    score 33.19 15.88 | score.bracket | Kudus (15,88 + Kudus + rawan sedang
    tally 33 regency_city sedang 17 | tally.category_first | rawan sedang Saiful menyebut ada 17 daerah

Selain Blora, lima daerah di bawahnya sedang, satu rendah, yaitu Rembang.
    category 33.17 rendah? | level.ahead | rendah, yaitu Rembang
    tally 33 regency_city rendah 1 | tally.count_first | satu rendah

Kabupaten Blora memperoleh skor 39,55. Skor tersebut lebih tinggi dari Kabupaten Pati (38,47) dan Kota Salatiga (13,80). Ketiga daerah di Muria Raya tersebut seluruhnya rawan sedang.
    category 33.16 sedang | score.cued | Kabupaten Blora memperoleh skor 39,55 + rawan sedang
    category 33.18 sedang | score.bracket | Kabupaten Pati (38,47 + rawan sedang
    category 33.73 sedang | score.bracket | Kota Salatiga (13,80 + rawan sedang
    score 33.16 39.55 | score.cued | Kabupaten Blora memperoleh skor 39,55 + rawan sedang
    score 33.18 38.47 | score.bracket | Kabupaten Pati (38,47 + rawan sedang
    score 33.73 13.80 | score.bracket | Kota Salatiga (13,80 + rawan sedang

Jawa Tengah disorot. Kini provinsi yang sama mendadak rawan tinggi bersama NTT dan Kaltim.
    category 33 tinggi? | level.carried | rawan tinggi
    category 53 tinggi? | level.likewise | rawan tinggi bersama NTT
    category 64 tinggi? | level.likewise | rawan tinggi bersama NTT dan Kaltim

Kota Magelang mengumpulkan nilai 11,92, sementara Kabupaten Magelang 54,25. Dengan nilai itu kota kecil ini digolongkan rendah. Kabupaten sebaliknya, masuk golongan tinggi.
    category 33.08 tinggi | score.pair | Kabupaten Magelang 54,25 + golongan tinggi
    category 33.71 rendah | score.cued | Kota Magelang mengumpulkan nilai 11,92 + digolongkan rendah
    score 33.08 54.25 | score.pair | Kabupaten Magelang 54,25 + golongan tinggi
    score 33.71 11.92 | score.cued | Kota Magelang mengumpulkan nilai 11,92 + digolongkan rendah

Kabupaten Blora 41,20 dan Kabupaten Pati 50,10. Dengan nilai itu kabupaten ini digolongkan rendah.
    category 33 rendah? | level.carried | digolongkan rendah
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20
    score 33.18 50.10 | score.pair | Kabupaten Pati 50,10
"""
"""Regions behind an equals sign, examples somebody gives, and regions spoken of again by number or kind."""
SAME_TOO = """
Kabupaten Blora 44,3 dan Pati 34,1. Keduanya di kategori sedang. "Demak dan Kabupaten Kendal juga sama," katanya.
    category 33.16 sedang? | score.near | Kabupaten Blora 44,3 + kategori sedang
    category 33.18 sedang? | score.near | Pati 34,1 + kategori sedang
    category 33.21 sedang? | level.likewise | Demak + kategori sedang
    category 33.24 sedang? | level.likewise | Kabupaten Kendal + kategori sedang
    score 33.16 44.3? | score.near | Kabupaten Blora 44,3 + kategori sedang
    score 33.18 34.1? | score.near | Pati 34,1 + kategori sedang

Kabupaten Blora rawan tinggi. Pati pun demikian.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.18 tinggi? | level.likewise | Pati + rawan tinggi

Kabupaten Blora rawan tinggi. Pati dan Kudus juga sama pentingnya.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi

Kabupaten Blora dipantau. Pati dan Kudus juga sama.

Jarak Kabupaten Blora ke kelompok tinggi tidak terlalu jauh.

Kata kunci: IKP, rawan tinggi, Pati, politik uang
"""
"""Regions that a sentence says the same of; a distance and keywords say nothing."""


@pytest.mark.parametrize(("text", "facts"), examples(ALONE))
def test_levels_alone(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(EXAMPLES))
def test_examples_of_a_class(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(SPOKEN_OF))
def test_regions_spoken_of_again(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(SAME_TOO))
def test_the_same_of_others(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
