"""What a score measures: a dimension before or behind it, or the whole index; and which figures are scores at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

BEHIND = """
Kabupaten Blora meraih 80,00 pada dimensi kontestasi.
    dimension 33.16 kontestasi 80.00? | score.near | Kabupaten Blora meraih 80,00

Kabupaten Blora meraih skor 80,00 poin untuk dimensi partisipasi.
    dimension 33.16 partisipasi 80.00 | score.cued | Kabupaten Blora meraih skor 80,00

Kabupaten Blora (80,00) pada dimensi kontestasi.
    dimension 33.16 kontestasi 80.00? | score.bracket | Kabupaten Blora (80,00

Kabupaten Blora dengan skor 80,00 (dimensi kontestasi).

Kabupaten Blora dengan skor 80,00 (kontestasi).
    dimension 33.16 kontestasi 80.00 | score.cued | Kabupaten Blora dengan skor 80,00

Kabupaten Blora dengan skor 80,00 pada kontestasi.
    dimension 33.16 kontestasi 80.00 | score.cued | Kabupaten Blora dengan skor 80,00

Kabupaten Blora dengan skor 80,00 diperoleh pada dimensi kontestasi.
    dimension 33.16 kontestasi 80.00 | score.cued | Kabupaten Blora dengan skor 80,00

Kabupaten Blora dengan skor 80,00, jauh di atas daerah tetangga pada dimensi kontestasi.
    dimension 33.16 kontestasi 80.00 | score.cued | Kabupaten Blora dengan skor 80,00

Kabupaten Blora (74,91) dan Kabupaten Pati (68,20) pada dimensi kontestasi.
    dimension 33.16 kontestasi 74.91? | score.bracket | Kabupaten Blora (74,91
    dimension 33.18 kontestasi 68.20? | score.bracket | Kabupaten Pati (68,20

Kabupaten Blora (74,91), Kabupaten Pati (70,10) dan Kabupaten Kudus (68,20) pada dimensi kontestasi.
    dimension 33.16 kontestasi 74.91? | score.bracket | Kabupaten Blora (74,91
    dimension 33.18 kontestasi 70.10? | score.bracket | Kabupaten Pati (70,10
    dimension 33.19 kontestasi 68.20? | score.bracket | Kabupaten Kudus (68,20

Kabupaten Blora (74,91) menjadi yang paling disorot pada dimensi kontestasi.
    dimension 33.16 kontestasi 74.91? | score.bracket | Kabupaten Blora (74,91

Kabupaten Blora (74,91) menjadi yang paling disorot dimensi kontestasi.
    score 33.16 74.91 | score.bracket | Kabupaten Blora (74,91

Kabupaten Blora dengan skor 74,91 jadi daerah yang kontestasinya paling rawan.
    dimension 33.16 kontestasi 74.91? | score.cued | Kabupaten Blora dengan skor 74,91

Kabupaten Blora dengan skor 74,91 jadi daerah yang kontestasinya membaik.
    score 33.16 74.91 | score.cued | Kabupaten Blora dengan skor 74,91

Kabupaten Blora dengan skor 74,91 jadi yang tertinggi kontestasi.
    dimension 33.16 kontestasi 74.91? | score.cued | Kabupaten Blora dengan skor 74,91

Kabupaten Blora dengan skor 80 pada kontestasi.
    dimension 33.16 kontestasi 80? | score.cued | Kabupaten Blora dengan skor 80

Kabupaten Blora dengan skor 80 pada kontestasi Pilkada 2024.
    dimension 33.16 kontestasi 80? | score.cued | Kabupaten Blora dengan skor 80

Kabupaten Blora dengan skor 80 pada penyelenggaraan pesta demokrasi.
    score 33.16 80 | score.cued | Kabupaten Blora dengan skor 80

Kabupaten Blora dengan skor 80 pada penyelenggaraan pemilu 2024.
    score 33.16 80 | score.cued | Kabupaten Blora dengan skor 80

Kabupaten Blora dengan skor 80, kontestasi menjadi catatan.
    score 33.16 80 | score.cued | Kabupaten Blora dengan skor 80

Kabupaten Blora (74,91) sementara Kabupaten Pati (68,20) pada dimensi kontestasi.
    dimension 33.16 kontestasi 74.91? | score.bracket | Kabupaten Blora (74,91
    dimension 33.18 kontestasi 68.20? | score.bracket | Kabupaten Pati (68,20

Kabupaten Blora (74,91), sementara Kabupaten Pati (68,20).
    score 33.16 74.91 | score.bracket | Kabupaten Blora (74,91
    score 33.18 68.20 | score.bracket | Kabupaten Pati (68,20

Kabupaten Blora memiliki skor 74,91, sedangkan Kabupaten Pati meraih skor 68,20 pada dimensi kontestasi.
    dimension 33.16 kontestasi 74.91? | score.cued | Kabupaten Blora memiliki skor 74,91
    dimension 33.18 kontestasi 68.20 | score.cued | Kabupaten Pati meraih skor 68,20

Secara umum Kabupaten Blora (74,91) sementara Kabupaten Pati (68,20) pada dimensi kontestasi.
    dimension 33.18 kontestasi 68.20? | score.bracket | Kabupaten Pati (68,20
    score 33.16 74.91 | score.bracket | Kabupaten Blora (74,91

Skor IKP Kabupaten Blora 74,91 sedangkan Kabupaten Pati 68,20 pada dimensi kontestasi.
    dimension 33.18 kontestasi 68.20 | score.pair | Kabupaten Pati 68,20
    score 33.16 74.91 | score.pair | Kabupaten Blora 74,91

Kabupaten Blora dengan skor 80 untuk kontestasi serta skor 70 untuk partisipasi.
    dimension 33.16 kontestasi 80? | score.cued | Kabupaten Blora dengan skor 80
    dimension 33.16 partisipasi 70? | score.cued | Kabupaten Blora dengan skor 80 untuk kontestasi serta skor 70

Kabupaten Blora dengan skor 80,00 pada penyelenggaraan pesta demokrasi.
    score 33.16 80.00 | score.cued | Kabupaten Blora dengan skor 80,00

Kabupaten Blora dengan skor 80 untuk partisipasi pemilih.
    score 33.16 80? | score.cued | Kabupaten Blora dengan skor 80

Kabupaten Blora (74,91); Kabupaten Pati (68,20) pada dimensi kontestasi.
    dimension 33.16 kontestasi 74.91? | score.bracket | Kabupaten Blora (74,91
    dimension 33.18 kontestasi 68.20? | score.bracket | Kabupaten Pati (68,20

Kabupaten Blora (74,91); Kabupaten Pati (68,20).
    score 33.16 74.91 | score.bracket | Kabupaten Blora (74,91
    score 33.18 68.20 | score.bracket | Kabupaten Pati (68,20

Kabupaten Blora 74,91, berbeda dengan Kabupaten Pati 68,20 pada dimensi kontestasi.
    dimension 33.16 kontestasi 74.91? | score.pair | Kabupaten Blora 74,91
    dimension 33.18 kontestasi 68.20 | score.pair | Kabupaten Pati 68,20
"""
"""Dimensions behind a figure: right behind, in brackets, at the end of a run, or only graded."""

BEFORE = """
Dimensi kontestasi Kabupaten Blora 62,50.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora 62,50

Dimensi kontestasi dan partisipasi Kabupaten Blora 62,50.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora 62,50
    dimension 33.16 partisipasi 62.50 | score.cued | Kabupaten Blora 62,50

Dimensi kontestasi 62,50 dan dimensi partisipasi 40,10 di Kabupaten Blora.
    dimension 33 kontestasi 62.50? | score.cued | Dimensi kontestasi 62,50
    dimension 33 partisipasi 40.10? | score.cued | Dimensi kontestasi 62,50 dan dimensi partisipasi 40,10

Kabupaten Blora: dimensi kontestasi 62,50, dimensi partisipasi 40,10, skor total 51,30.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora: dimensi kontestasi 62,50
    dimension 33.16 partisipasi 40.10 | score.cued | Kabupaten Blora: dimensi kontestasi 62,50, dimensi partisipasi 40,10
    score 33.16 51.30 | score.cued | Kabupaten Blora: dimensi kontestasi 62,50, dimensi partisipasi 40,10, skor total 51,30

Kabupaten Blora: dimensi kontestasi 62,50, dimensi partisipasi 40,10, skor 51,30.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora: dimensi kontestasi 62,50
    dimension 33.16 partisipasi 40.10? | score.cued | Kabupaten Blora: dimensi kontestasi 62,50, dimensi partisipasi 40,10
    dimension 33.16 partisipasi 51.30? | score.cued | Kabupaten Blora: dimensi kontestasi 62,50, dimensi partisipasi 40,10, skor 51,30

Kabupaten Blora dimensi kontestasi memiliki skor total 62,50.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora dimensi kontestasi memiliki skor total 62,50

Dimensi kontestasi Kabupaten Blora, secara keseluruhan skor 62,50.
    score 33.16 62.50 | score.cued | Kabupaten Blora, secara keseluruhan skor 62,50

Kabupaten Blora pada dimensi kontestasi 62,50 dan Kabupaten Pati 50,10.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora pada dimensi kontestasi 62,50
    score 33.18 50.10? | score.near | Kabupaten Pati 50,10

Kabupaten Blora pada dimensi kontestasi 62,50. Kabupaten Pati 50,10.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora pada dimensi kontestasi 62,50
    score 33.18 50.10? | score.pair | Kabupaten Pati 50,10

Kabupaten Blora pada dimensi kontestasi 62,50. Skor IKP Kabupaten Pati 50,10.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora pada dimensi kontestasi 62,50
    score 33.18 50.10 | score.pair | Kabupaten Pati 50,10

Kabupaten Blora mencatat kontestasi 62,50.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora mencatat kontestasi 62,50

Kabupaten Blora mencatat dimensi kontestasi 0.
    dimension 33.16 kontestasi 0 | score.cued | Kabupaten Blora mencatat dimensi kontestasi 0

Kabupaten Blora mencatat dimensi kontestasi yang sangat tinggi dan menonjol 0.

Kabupaten Blora mencatat dimensi kontestasi yang sangat tinggi dan menonjol 62,50.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora mencatat dimensi kontestasi yang sangat tinggi dan menonjol 62,50
    dimension 33.16 kontestasi tinggi | score.cued | Kabupaten Blora mencatat dimensi kontestasi yang sangat tinggi dan menonjol 62,50

Kabupaten Blora mencatat dimensi kontestasi yang sangat tinggi dan menonjol sekali dari yang lain 62,50.
    dimension 33.16 kontestasi 62.50? | score.near | Kabupaten Blora mencatat dimensi kontestasi yang sangat tinggi dan menonjol sekali dari yang lain 62,50
    dimension 33.16 kontestasi tinggi? | score.near | Kabupaten Blora mencatat dimensi kontestasi yang sangat tinggi dan menonjol sekali dari yang lain 62,50

Kabupaten Blora pada dimensi kontestasi, dari 9 indikator, 62,50.

Kabupaten Blora: dimensi kontestasi level tinggi 62,50.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora: dimensi kontestasi level tinggi 62,50 + Kabupaten Blora: dimensi kontestasi level tinggi
    dimension 33.16 kontestasi tinggi | score.cued | Kabupaten Blora: dimensi kontestasi level tinggi 62,50 + Kabupaten Blora: dimensi kontestasi level tinggi

Kabupaten Blora: dimensi kontestasi 62,50 (tinggi), dimensi partisipasi 12,50 (rendah).
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora: dimensi kontestasi 62,50 + Kabupaten Blora: dimensi kontestasi 62,50 (tinggi
    dimension 33.16 kontestasi tinggi | score.cued | Kabupaten Blora: dimensi kontestasi 62,50 + Kabupaten Blora: dimensi kontestasi 62,50 (tinggi
    dimension 33.16 partisipasi 12.50 | score.cued | Kabupaten Blora: dimensi kontestasi 62,50 (tinggi), dimensi partisipasi 12,50 + Kabupaten Blora: dimensi kontestasi 62,50 (tinggi), dimensi partisipasi 12,50 (rendah
    dimension 33.16 partisipasi rendah | score.cued | Kabupaten Blora: dimensi kontestasi 62,50 (tinggi), dimensi partisipasi 12,50 + Kabupaten Blora: dimensi kontestasi 62,50 (tinggi), dimensi partisipasi 12,50 (rendah

Kabupaten Blora: dimensi kontestasi 62,50 atau tinggi.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora: dimensi kontestasi 62,50 + Kabupaten Blora: dimensi kontestasi 62,50 atau tinggi
    dimension 33.16 kontestasi tinggi | score.cued | Kabupaten Blora: dimensi kontestasi 62,50 + Kabupaten Blora: dimensi kontestasi 62,50 atau tinggi

Kabupaten Blora: dimensi kontestasi 62,50, jauh dari tinggi.
    dimension 33.16 kontestasi 62.50 | score.cued | Kabupaten Blora: dimensi kontestasi 62,50

Di Kabupaten Blora, kontestasi 40,30 persen, partisipasi 30,10 persen.
    dimension 33.16 kontestasi 40.30 | score.cued | Kabupaten Blora, kontestasi 40,30
    dimension 33.16 partisipasi 30.10 | score.cued | Kabupaten Blora, kontestasi 40,30 persen, partisipasi 30,10

Di Kabupaten Blora, partisipasi pemilih 80,30 persen.

Di Kabupaten Blora, tingkat partisipasi 80,30.

Di Kabupaten Blora, partisipasi 80,30.
    dimension 33.16 partisipasi 80.30 | score.cued | Kabupaten Blora, partisipasi 80,30

Berikut skor Kabupaten Blora: ¶¶ - Partisipasi 40,40 persen ¶ - Kontestasi 30,20 persen
    dimension 33.16 kontestasi 30.20? | score.near | Kontestasi 30,20
    dimension 33.16 partisipasi 40.40? | score.near | Partisipasi 40,40

Kabupaten Blora pada subdimensi keadilan dalam kontestasi 41,20.
    dimension 33.16 kontestasi 41.20? | score.cued | Kabupaten Blora pada subdimensi keadilan dalam kontestasi 41,20

Kabupaten Blora pada aspek partispasi bernilai 3,00.
    dimension 33.16 partisipasi 3.00 | score.cued | Kabupaten Blora pada aspek partispasi bernilai 3,00

Kabupaten Blora dari seluruh dimensi ukur bernilai 30,00.
    score 33.16 30.00? | score.cued | Kabupaten Blora dari seluruh dimensi ukur bernilai 30,00

Skor dimensi Kabupaten Blora 41,20.
    score 33.16 41.20? | score.pair | Kabupaten Blora 41,20

Kabupaten Blora bernilai 3,00 pada aspek partispasi.
    dimension 33.16 partisipasi 3.00 | score.cued | Kabupaten Blora bernilai 3,00

Rincian skor dimensi kontestasi: ¶¶ 1. Kabupaten Blora 41,20 ¶ 2. Kabupaten Pati 39,10
    dimension 33.16 kontestasi 41.20 | score.pair | Kabupaten Blora 41,20
    dimension 33.18 kontestasi 39.10 | score.pair | Kabupaten Pati 39,10

Dimensi Kontestasi ¶¶ Kabupaten Blora dengan skor 41,20.
    dimension 33.16 kontestasi 41.20 | score.cued | Kabupaten Blora dengan skor 41,20

Dimensi Kontestasi ¶¶ Kabupaten Blora dengan total skor 41,20.
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan total skor 41,20

Dimensi kontestasi dan dimensi partisipasi ¶¶ Kabupaten Blora dengan skor 41,20.
    score 33.16 41.20? | score.cued | Kabupaten Blora dengan skor 41,20
"""
"""Dimensions before a figure, and words that return to the whole index."""


@pytest.mark.parametrize(("text", "facts"), examples(BEHIND))
def test_a_dimension_named_behind_a_score(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(BEFORE))
def test_a_dimension_named_before_a_score(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
