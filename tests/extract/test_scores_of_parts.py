"""Scores and levels of a part that is told behind them, with a table of what is told of the whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

BEHIND = """
Blora 33,20 kontestasi; Kudus 28,10 sosial politik; Demak 31,20 penyelenggaraan.
    dimension 33.16 kontestasi 33.20 | score.pair | Blora 33,20
    dimension 33.19 konteks sosial politik 28.10 | score.cued | Kudus 28,10
    dimension 33.21 penyelenggaraan 31.20 | score.cued | Demak 31,20

Blora (41,20 penyelenggaraan), Kudus (33,10 partisipasi), Demak (44,10 kontestasi).
    dimension 33.16 penyelenggaraan 41.20? | score.bracket | Blora (41,20
    dimension 33.19 partisipasi 33.10 | score.cued | Kudus (33,10
    dimension 33.21 kontestasi 44.10 | score.cued | Demak (44,10

Kabupaten Blora 55,10 penyelenggaraan dan 41,10 kontestasi.
    dimension 33.16 kontestasi 41.10 | score.cued | Kabupaten Blora 55,10 penyelenggaraan dan 41,10
    dimension 33.16 penyelenggaraan 55.10? | score.near | Kabupaten Blora 55,10

Kabupaten Blora mencapai 55,10 (penyelenggaraan), Kudus 61,20, dan Demak 66,10.
    dimension 33.16 penyelenggaraan 55.10? | score.near | Kabupaten Blora mencapai 55,10
    dimension 33.19 penyelenggaraan 61.20? | score.cued | Kudus 61,20
    score 33.21 66.10? | score.pair | Demak 66,10

Kabupaten Blora meraih skor 33,20 dengan penyelenggaraan 44,10, partisipasi 22,10.
    dimension 33.16 partisipasi 22.10 | score.cued | Kabupaten Blora meraih skor 33,20 dengan penyelenggaraan 44,10, partisipasi 22,10
    dimension 33.16 penyelenggaraan 44.10 | score.cued | Kabupaten Blora meraih skor 33,20 dengan penyelenggaraan 44,10
    score 33.16 33.20 | score.cued | Kabupaten Blora meraih skor 33,20

Kabupaten Blora total 41,10 kontestasi 33,20 partisipasi 22,10.
    dimension 33.16 kontestasi 33.20 | score.cued | Kabupaten Blora total 41,10 kontestasi 33,20
    dimension 33.16 partisipasi 22.10 | score.cued | Kabupaten Blora total 41,10 kontestasi 33,20 partisipasi 22,10

Kabupaten Blora 66,10 pada otoritas penyelenggara, Kudus 44,10.
    dimension 33.19 penyelenggaraan 44.10? | score.cued | Kudus 44,10
    score 33.16 66.10? | score.pair | Kabupaten Blora 66,10

Kabupaten Blora (peringkat 2; kontestasi peringkat 5) dengan skor 40,10.
    dimension 33.16 kontestasi #2? | score.cued | Kabupaten Blora (peringkat 2; kontestasi peringkat 5) dengan skor 40,10
    dimension 33.16 kontestasi 40.10? | score.cued | Kabupaten Blora (peringkat 2; kontestasi peringkat 5) dengan skor 40,10
"""
""""Alfa 33,20 kontestasi": each dimension belongs to the number before it."""

PARTS = """
Kabupaten Blora 55,20 untuk hak memilih warga.
    score 33.16 55.20? | score.near | Kabupaten Blora 55,20

Kabupaten Blora memperoleh 48,20 pada adjudikasi sengketa.
    score 33.16 48.20? | score.near | Kabupaten Blora memperoleh 48,20

Kabupaten Blora 41,10 soal kampanye.
    score 33.16 41.10? | score.near | Kabupaten Blora 41,10

Kabupaten Blora 41,20, yaitu nilai dimensi penyelenggaraan.
    score 33.16 41.20? | score.pair | Kabupaten Blora 41,20

Kabupaten Blora 33,10; ini skor partisipasinya menurut IKP 2024.
    score 33.16 33.10? | score.pair | Kabupaten Blora 33,10

Kabupaten Blora meraih 38,20, tetapi skor itu khusus dimensi kontestasi.
    score 33.16 38.20? | score.pair | Kabupaten Blora meraih 38,20

Kabupaten Blora mencatat 31,10 (angka penyelenggaraan).
    score 33.16 31.10? | score.near | Kabupaten Blora mencatat 31,10

Kudus 29,20, Demak 28,10. Kedua angka tadi berasal dari dimensi partisipasi.
    score 33.19 29.20? | score.pair | Kudus 29,20
    score 33.21 28.10? | score.pair | Demak 28,10

Skor Kudus 29,20, Demak 28,10. Kedua angka tadi naik karena kontestasi yang ketat.
    score 33.19 29.20 | score.pair | Kudus 29,20
    score 33.21 28.10 | score.pair | Demak 28,10

Kabupaten Blora memperoleh skor 41,20 pada tahun ini.
    score 33.16 41.20 | score.cued | Kabupaten Blora memperoleh skor 41,20

Kabupaten Blora memperoleh skor 41,20 di posisi ketiga untuk Jawa Tengah.
    rank 33.16 3 | score.cued | Kabupaten Blora memperoleh skor 41,20
    score 33.16 41.20 | score.cued | Kabupaten Blora memperoleh skor 41,20

Kabupaten Blora memperoleh skor 41,20, terutama disumbang kontestasi 71,20.
    dimension 33.16 kontestasi 71.20 | score.cued | Kabupaten Blora memperoleh skor 41,20, terutama disumbang kontestasi 71,20
    score 33.16 41.20 | score.cued | Kabupaten Blora memperoleh skor 41,20
"""
"""Nouns and dimensions behind a number, and sentences on the figures before them; times, places and ranks are none."""

LEVELS = """
Kabupaten Blora rawan tinggi politik identitas. Kudus rawan tinggi jelang pencoblosan.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi
    category 33.19 tinggi? | level.behind | Kudus rawan tinggi
    issue 33.16 politik identitas? | indicator.prose | politik identitas

[mapping] Kabupaten Blora rawan tinggi saat kampanye. Kudus rawan tinggi ketika pemungutan dan penghitungan suara.
    dimension 33.16 kampanye tinggi | level.behind | Kabupaten Blora rawan tinggi
    dimension 33.19 pungut hitung tinggi | level.behind | Kudus rawan tinggi

Kabupaten Blora tinggi di netralitas ASN. Kudus rawan sedang dalam hal data pemilih.
    category 33.19 sedang? | level.behind | Kudus rawan sedang
    indicator 33.16 12? | indicator.mentioned | netralitas ASN

Kabupaten Blora rawan tinggi di media sosial. Kudus masuk rawan tinggi kategori netralitas ASN.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi
    category 33.19 tinggi? | level.behind | Kudus masuk rawan tinggi
    indicator 33.19 12? | indicator.prose | netralitas ASN

Daerah rawan tinggi saat pencoblosan: Kabupaten Blora.
    category 33.16 tinggi? | level.ahead | rawan tinggi saat pencoblosan: Kabupaten Blora

Rawan tinggi jaringan internet: Kabupaten Blora. Rawan tinggi pandemi: Kudus.
    category 33.16 tinggi? | level.ahead | Rawan tinggi jaringan internet: Kabupaten Blora
    category 33.19 tinggi? | level.ahead | Rawan tinggi pandemi: Kudus

Kabupaten Blora rawan tinggi di Jawa Tengah. Kudus rawan sedang pada Pemilu 2024. Demak rawan sedang menurut Bawaslu.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.19 sedang | level.behind | Kudus rawan sedang
    category 33.21 sedang | level.behind | Demak rawan sedang

Rawan tinggi yakni Kabupaten Blora. Rawan sedang ada di Kudus dan Demak.
    category 33.16 tinggi | level.ahead | Rawan tinggi yakni Kabupaten Blora
    category 33.19 sedang | level.ahead | Rawan sedang ada di Kudus
    category 33.21 sedang | level.ahead | Rawan sedang ada di Kudus dan Demak

[mapping] Kampanye - rawan tinggi: Kabupaten Blora; rawan sedang: Kudus.
    dimension 33.16 kampanye tinggi | level.ahead | rawan tinggi: Kabupaten Blora
    dimension 33.19 kampanye sedang | level.ahead | rawan sedang: Kudus

[mapping] Rawan tinggi kampanye: Kabupaten Blora.
    dimension 33.16 kampanye tinggi? | level.ahead | Rawan tinggi kampanye: Kabupaten Blora

Rawan tinggi kampanye: Kabupaten Blora.
    category 33.16 tinggi? | level.ahead | Rawan tinggi kampanye: Kabupaten Blora

Kabupaten Blora rawan tinggi sejak awal. Kudus rawan sedang dari rendah. Demak rawan tinggi dalam hal ini.
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi
    category 33.19 sedang | level.behind | Kudus rawan sedang
    category 33.21 tinggi | level.behind | Demak rawan tinggi

Rawan tinggi di antaranya Kabupaten Blora. Rawan sedang muncul di Kudus.
    category 33.16 tinggi | level.ahead | Rawan tinggi di antaranya Kabupaten Blora
    category 33.19 sedang | level.ahead | Rawan sedang muncul di Kudus

Kabupaten Blora rawan tinggi (politik uang), Kudus rawan sedang - hoaks, Demak rawan tinggi/netralitas ASN.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi
    category 33.19 sedang? | level.behind | Kudus rawan sedang
    category 33.21 tinggi? | level.behind | Demak rawan tinggi
    indicator 33.16 54? | indicator.prose | politik uang
    indicator 33.19 48? | indicator.prose | hoaks
    indicator 33.21 12? | indicator.prose | netralitas ASN

Kabupaten Blora rawan tinggi (zona merah). Kudus rawan sedang (skor 20,10).
    category 33.16 tinggi | level.behind | Kabupaten Blora rawan tinggi + Kabupaten Blora rawan tinggi (zona merah
    category 33.19 sedang | score.cued | Kudus rawan sedang (skor 20,10 + Kudus rawan sedang
    score 33.19 20.10 | score.cued | Kudus rawan sedang (skor 20,10 + Kudus rawan sedang
"""
"""A noun behind a level makes it wait where it is no region, edition, place or time."""


@pytest.mark.parametrize(("text", "facts"), examples(BEHIND))
def test_the_dimension_behind_its_number(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(PARTS))
def test_scores_that_may_be_of_a_part(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(LEVELS))
def test_levels_that_may_be_of_a_part(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
