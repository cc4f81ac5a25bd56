"""What a heading or an announcement is on holds for what follows: a dimension, a stage or an issue."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

HEADINGS = """
[mapping] Tahapan Pencalonan ¶ Blora tinggi ¶ Pati sedang ¶ Kudus rendah
    dimension 33.16 pencalonan tinggi? | level.behind | Blora tinggi
    dimension 33.18 pencalonan sedang? | level.behind | Pati sedang
    dimension 33.19 pencalonan rendah? | level.behind | Kudus rendah

[mapping] TAHAPAN KAMPANYE ¶ Kategori Tinggi ¶ Blora ¶ Kategori Sedang ¶ Kudus ¶ TAHAPAN PUNGUT HITUNG ¶ Kategori Tinggi ¶ Demak ¶ Jepara
    dimension 33.16 kampanye tinggi? | level.listed | Blora + Kategori Tinggi
    dimension 33.19 kampanye sedang? | level.listed | Kudus + Kategori Sedang
    dimension 33.20 pungut hitung tinggi? | level.listed | Jepara + Kategori Tinggi
    dimension 33.21 pungut hitung tinggi? | level.listed | Demak + Kategori Tinggi

A. KONTEKS SOSIAL POLITIK ¶ Rawan Tinggi ¶ 1. Blora ¶ 2. Kudus ¶ Rawan Sedang ¶ 1. Demak ¶ B. KONTESTASI ¶ Rawan Tinggi ¶ 1. Jepara ¶ Rawan Sedang ¶ 1. Rembang
    dimension 33.16 konteks sosial politik tinggi? | level.listed | Blora + Rawan Tinggi
    dimension 33.17 kontestasi sedang? | level.listed | Rembang + Rawan Sedang
    dimension 33.19 konteks sosial politik tinggi? | level.listed | Kudus + Rawan Tinggi
    dimension 33.20 kontestasi tinggi? | level.listed | Jepara + Rawan Tinggi
    dimension 33.21 konteks sosial politik sedang? | level.listed | Demak + Rawan Sedang

Partisipasi ¶ - Blora: 20,10 ¶ - Kudus: 18,10 ¶ Hak Pilih ¶ - Demak: 31,20 ¶ - Jepara: 22,10
    dimension 33.16 partisipasi 20.10? | score.pair | Blora: 20,10
    dimension 33.19 partisipasi 18.10? | score.pair | Kudus: 18,10
    score 33.20 22.10? | score.pair | Jepara: 22,10
    score 33.21 31.20? | score.pair | Demak: 31,20

Netralitas ASN ¶ Rawan Tinggi ¶ 1. Blora ¶ 2. Kudus ¶ Data Pemilih ¶ Kategori Sedang ¶ - Demak ¶ - Jepara
    category 33.16 tinggi? | level.listed | Blora + Rawan Tinggi
    category 33.19 tinggi? | level.listed | Kudus + Rawan Tinggi
    category 33.20 sedang? | level.listed | Jepara + Kategori Sedang
    category 33.21 sedang? | level.listed | Demak + Kategori Sedang
    indicator 33 12? | indicator.mentioned | Netralitas ASN

Isu politik uang ¶ Rawan tinggi: Blora, Kudus, Demak ¶ Rawan sedang: Jepara
    category 33.16 tinggi? | level.ahead | Rawan tinggi: Blora
    category 33.19 tinggi? | level.ahead | Rawan tinggi: Blora, Kudus
    category 33.20 sedang? | level.ahead | Rawan sedang: Jepara
    category 33.21 tinggi? | level.ahead | Rawan tinggi: Blora, Kudus, Demak
    indicator 33 54? | indicator.prose | politik uang

Rawan tinggi jaringan internet ¶ - Blora ¶ - Kudus
    category 33.16 tinggi? | level.listed | Blora + Rawan tinggi
    category 33.19 tinggi? | level.listed | Kudus + Rawan tinggi

Kontestasi ¶ Blora 41,20 ¶ Kudus 30,10 ¶ Skor total ¶ Blora 38,10 ¶ Kudus 28,10
    dimension 33.16 kontestasi 41.20? | score.near | Blora 41,20
    dimension 33.19 kontestasi 30.10? | score.pair | Kudus 30,10
    score 33.16 38.10? | score.near | Blora 38,10
    score 33.19 28.10 | score.pair | Kudus 28,10

Dimensi Kontestasi ¶ Rincian ¶ - Blora: tinggi ¶ Secara keseluruhan, Kabupaten Kudus masuk kategori rawan sedang.
    category 33.19 sedang | level.behind | Kabupaten Kudus masuk kategori rawan sedang
    dimension 33.16 kontestasi tinggi? | level.behind | Blora: tinggi

Isu Strategis Jawa Tengah ¶ Rawan tinggi: Blora, Kudus
    category 33.16 tinggi | level.ahead | Rawan tinggi: Blora
    category 33.19 tinggi | level.ahead | Rawan tinggi: Blora, Kudus

Daftar Kabupaten/Kota ¶ Kategori Rawan Tinggi ¶ - Blora ¶ - Kudus
    category 33.16 tinggi | level.listed | Blora + Kategori Rawan Tinggi
    category 33.19 tinggi | level.listed | Kudus + Kategori Rawan Tinggi
"""
"""Levels, regions and neutral words stand under the heading of a part; a heading on the whole ends it."""

ANNOUNCED = """
[mapping] Pada tahapan pencalonan terdapat tiga daerah yang menonjol. Kabupaten Blora rawan tinggi, Kudus rawan sedang.
    dimension 33.16 pencalonan tinggi? | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.19 pencalonan sedang? | level.behind | Kudus rawan sedang

Bawaslu membahas IKP 2024 untuk dimensi partisipasi saja. Kabupaten Kudus meraih skor 22,10.
    dimension 33.19 partisipasi 22.10? | score.cued | Kabupaten Kudus meraih skor 22,10

Berikut skor dimensi penyelenggaraan IKP 2024 kabupaten/kota.¶¶Blora 33,20, Kudus 28,10, Demak 31,20.¶¶Sedangkan Jepara 35,10 dan Rembang 12,10.
    dimension 33.16 penyelenggaraan 33.20? | score.pair | Blora 33,20
    dimension 33.17 penyelenggaraan 12.10? | score.pair | Rembang 12,10
    dimension 33.19 penyelenggaraan 28.10? | score.pair | Kudus 28,10
    dimension 33.20 penyelenggaraan 35.10? | score.pair | Jepara 35,10
    dimension 33.21 penyelenggaraan 31.20? | score.pair | Demak 31,20

Bawaslu menjelaskan skor masing-masing daerah untuk dimensi kontestasi. ¶ 1. Blora 33,20 ¶ 2. Kudus 28,10
    dimension 33.16 kontestasi 33.20? | score.pair | Blora 33,20
    dimension 33.19 kontestasi 28.10? | score.pair | Kudus 28,10

Skor partisipasi daerah dibeberkan Bawaslu.¶¶Blora meraih skor 55,10, kemudian Kudus dengan skor 38,20.
    dimension 33.16 partisipasi 55.10? | score.cued | Blora meraih skor 55,10
    dimension 33.19 partisipasi 38.20? | score.cued | Kudus dengan skor 38,20

Bawaslu menguraikan nilai dimensi kontestasi setiap daerah.¶¶Kabupaten Kudus meraih skor 33,10.¶¶Skor IKP 2024 Kabupaten Demak 41,20 dan Jepara 30,10.
    dimension 33.19 kontestasi 33.10? | score.cued | Kabupaten Kudus meraih skor 33,10
    score 33.20 30.10 | score.pair | Jepara 30,10
    score 33.21 41.20 | score.pair | Kabupaten Demak 41,20

[mapping] Bawaslu memaparkan kerawanan tahapan kampanye.¶¶Kudus, Demak masuk rawan tinggi. Adapun Jepara dan Blora rawan sedang.
    dimension 33.16 kampanye sedang | level.behind | Blora rawan sedang
    dimension 33.19 kampanye tinggi | level.behind | Kudus, Demak masuk rawan tinggi
    dimension 33.20 kampanye sedang | level.behind | Jepara dan Blora rawan sedang
    dimension 33.21 kampanye tinggi | level.behind | Demak masuk rawan tinggi

Bawaslu menjelaskan empat dimensi, yaitu konteks sosial politik, penyelenggaraan, kontestasi, dan partisipasi.¶¶Kabupaten Kudus meraih skor 33,10.
    score 33.19 33.10 | score.cued | Kabupaten Kudus meraih skor 33,10

Skor Kudus 33,20 dan Demak 30,10.¶¶Angka itu dihitung dari dimensi kontestasi.¶¶Skor Jepara 33,20 dan Blora 30,10.
    score 33.16 30.10 | score.pair | Blora 30,10
    score 33.19 33.20? | score.pair | Kudus 33,20
    score 33.20 33.20 | score.pair | Jepara 33,20
    score 33.21 30.10? | score.pair | Demak 30,10

Dimensi penyelenggaraan: 30,10¶¶Kabupaten Kudus meraih 44,20 kategori sedang.
    category 33.19 sedang? | score.pair | Kabupaten Kudus meraih 44,20 + Kabupaten Kudus meraih 44,20 kategori sedang
    dimension 33 penyelenggaraan 30.10 | score.cued | Dimensi penyelenggaraan: 30,10
    score 33.19 44.20? | score.pair | Kabupaten Kudus meraih 44,20 + Kabupaten Kudus meraih 44,20 kategori sedang

Pertama, kontestasi. Blora 44,10, Kudus 33,20. Kedua, partisipasi. Demak 22,10, Jepara 18,20.
    dimension 33.16 kontestasi 44.10? | score.pair | Blora 44,10
    dimension 33.19 kontestasi 33.20? | score.pair | Kudus 33,20
    dimension 33.20 partisipasi 18.20? | score.pair | Jepara 18,20
    dimension 33.21 partisipasi 22.10? | score.pair | Demak 22,10

Kontestasi: ¶ Kabupaten Blora 44,10 ¶ Kudus 33,20 ¶¶ Netralitas ASN: ¶ 1. Demak 66,67 ¶ 2. Jepara 55,56
    dimension 33.16 kontestasi 44.10? | score.pair | Kabupaten Blora 44,10
    dimension 33.19 kontestasi 33.20? | score.pair | Kudus 33,20
    score 33.20 55.56? | score.pair | Jepara 55,56
    score 33.21 66.67? | score.pair | Demak 66,67
"""
"""A sentence that announces a dimension holds until the text goes back to the index."""


@pytest.mark.parametrize(("text", "facts"), examples(HEADINGS))
def test_headings_form_a_chain(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(ANNOUNCED))
def test_an_announced_dimension_holds(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
