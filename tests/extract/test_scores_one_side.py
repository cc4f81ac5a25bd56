"""Scores where one condition of a rule holds and the other does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

ONE_SIDE = """
Kabupaten Blora 41.20 dan Kabupaten Pati 39.10.
    score 33.16 41.20? | score.near | Kabupaten Blora 41.20
    score 33.18 39.10? | score.near | Kabupaten Pati 39.10

Kabupaten Blora 55,10 tinggi.
    category 33.16 tinggi | score.pair | Kabupaten Blora 55,10 + Kabupaten Blora 55,10 tinggi
    score 33.16 55.10 | score.pair | Kabupaten Blora 55,10 + Kabupaten Blora 55,10 tinggi

Kabupaten Blora 55,10 yang kami nilai tinggi.
    score 33.16 55.10 | score.pair | Kabupaten Blora 55,10

Secara nasional kontestasi 49,20.
    dimension ID kontestasi 49.20? | score.cued | Secara nasional kontestasi 49,20

Secara nasional dimensi kontestasi 49,20.
    dimension ID kontestasi 49.20? | score.cued | Secara nasional dimensi kontestasi 49,20

Secara nasional politik uang dengan skor 2,78.

Politik uang dengan skor 2,78.
    indicator 33 54? | indicator.mentioned | Politik uang

Di Kabupaten Blora politik uang dengan skor 2,78.
    indicator 33.16 54? | indicator.mentioned | politik uang
    score 33.16 2.78? | score.cued | Kabupaten Blora politik uang dengan skor 2,78

Partisipasi pemilih 80,30 persen di Kabupaten Blora.

Partisipasi 80,30 persen di Kabupaten Blora.
    dimension 33 partisipasi 80.30? | score.cued | Partisipasi 80,30

Dimensi partisipasi 80,30 persen di Kabupaten Blora.
    dimension 33 partisipasi 80.30? | score.cued | Dimensi partisipasi 80,30

Kabupaten Blora kontestasi 70,10 dan partisipasi pemilih 80,30 persen.
    dimension 33.16 kontestasi 70.10 | score.cued | Kabupaten Blora kontestasi 70,10
    dimension 33.16 partisipasi pemilih 80.30 | score.cued | Kabupaten Blora kontestasi 70,10 dan partisipasi pemilih 80,30

Kabupaten Blora kontestasi 70,10 persen.
    dimension 33.16 kontestasi 70.10 | score.cued | Kabupaten Blora kontestasi 70,10

Kabupaten Blora partisipasi masyarakat 80,30.
    dimension 33.16 partisipasi 80.30 | score.cued | Kabupaten Blora partisipasi masyarakat 80,30

Kabupaten Blora persentase partisipasi masyarakat 80,30.

Skor Kabupaten Blora: ¶¶ - Partisipasi pemilih 40,40 persen

Kabupaten Blora kontestasi 67,30, adapun partisipasi Kabupaten Pati 40,10.
    dimension 33.16 kontestasi 67.30 | score.cued | Kabupaten Blora kontestasi 67,30
    dimension 33.18 partisipasi 40.10 | score.cued | Kabupaten Pati 40,10

Dimensi kontestasi Kabupaten Blora 67,30, Kabupaten Pati 40,10.
    dimension 33.16 kontestasi 67.30 | score.cued | Kabupaten Blora 67,30
    dimension 33.18 kontestasi 40.10 | score.pair | Kabupaten Pati 40,10

Kabupaten Blora dimensi kontestasi 67,30, Kabupaten Pati dengan skor 40,10.
    dimension 33.16 kontestasi 67.30 | score.cued | Kabupaten Blora dimensi kontestasi 67,30
    score 33.18 40.10 | score.cued | Kabupaten Pati dengan skor 40,10

Kabupaten Blora dimensi kontestasi 42,30 dan 38,20.
    dimension 33.16 kontestasi 42.30 | score.cued | Kabupaten Blora dimensi kontestasi 42,30

Dimensi kontestasi serta partisipasi, Kabupaten Blora 67,30.
    dimension 33.16 kontestasi 67.30 | score.cued | Kabupaten Blora 67,30
    dimension 33.16 partisipasi 67.30 | score.cued | Kabupaten Blora 67,30

Dimensi kontestasi lalu partisipasi, Kabupaten Blora 67,30.
    dimension 33.16 partisipasi 67.30 | score.cued | Kabupaten Blora 67,30

Kabupaten Blora dengan skor 141,20.
    score 33.16 141.20? | score.cued | Kabupaten Blora dengan skor 141,20

Kabupaten Blora dengan skor 141.

Kabupaten Blora tercatat 141,20.

Kabupaten Blora rawan di kecamatan Jepon 41,20.

Isu politik uang terkuat. Kabupaten Blora dengan 41,20.
    indicator 33 54? | indicator.prose | politik uang
    score 33.16 41.20? | score.near | Kabupaten Blora dengan 41,20

Isu politik uang terkuat. Nilainya 41,20.
    indicator 33 54? | indicator.prose | politik uang
    score 33 41.20? | score.cued | Nilainya 41,20

Kerawanan naik. Angka di Kabupaten Blora 41,20.
    score 33.16 41.20? | score.near | Kabupaten Blora 41,20

Kerawanan naik. Rapat digelar. Rapat ditutup. Di Kabupaten Blora berikutnya tercatat 41,20.

Kerawanan naik. Di Kabupaten Blora tercatat 1,2.
    score 33.16 1.2? | score.near | Kabupaten Blora tercatat 1,2

Kerawanan naik. Di Kabupaten Blora tercatat 0,25.

Kerawanan naik. Di Kabupaten Blora tercatat 0,2.
    score 33.16 0.2? | score.near | Kabupaten Blora tercatat 0,2

Kerawanan naik. Tercatat 41,20.
    score 33 41.20? | score.near | Tercatat 41,20

[nation] Kerawanan naik. Tercatat 41,20.

Skor Provinsi Jawa Tengah 41,20 menurut agregasi.
    score 33 41.20 agregat_kabkota? | score.pair | Provinsi Jawa Tengah 41,20

Skor Provinsi Jawa Tengah 41,20 menurut input dan agregasi.
    score 33 41.20? | score.pair | Provinsi Jawa Tengah 41,20

Dimensi kontestasi Provinsi Jawa Tengah menurut agregasi 41,20.
    dimension 33 kontestasi 41.20 | score.cued | Provinsi Jawa Tengah menurut agregasi 41,20

[nation] Kabupaten Batanghari di Jambi (41,20).
    score 15.04 41.20 | score.bracket | Kabupaten Batanghari di Jambi (41,20

[nation] Tertinggi di Jambi (41,20).
    score 15 41.20? | score.bracket | Jambi (41,20

[nation] Tertinggi di Jambi Kabupaten Batanghari 41,20.
    score 15.04 41.20 | score.pair | Kabupaten Batanghari 41,20

[nation] Tertinggi di Jambi Kabupaten Blora 41,20.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20

Kabupaten Blora dan Pati disorot. Sementara itu skor 41,20.
    score 33 41.20? | score.cued | Sementara itu skor 41,20

Kabupaten Blora disorot. Rapat digelar. Sementara itu skor 41,20.
    score 33.16 41.20 | score.cued | Sementara itu skor 41,20

[Blora] Provinsi Jawa Tengah disorot. Skor 41,20.
    score 33.16 41.20? | score.cued | Skor 41,20

[Blora] Provinsi Jawa Tengah disorot. Skornya 41,20.
    score 33 41.20? | score.cued | Skornya 41,20

[Blora] Provinsi Jawa Tengah disorot. Rapat digelar. Skornya 41,20.
    score 33.16 41.20? | score.cued | Skornya 41,20

[Blora] Kabupaten Pati disorot. Skor 41,20.
    score 33.18 41.20 | score.cued | Skor 41,20

Kabupaten Blora dengan skor 41,20 setelah Kabupaten Pati dengan skor 43,10.
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor 41,20
    score 33.18 43.10 | score.cued | Kabupaten Pati dengan skor 43,10

Setelah Kabupaten Pati dengan skor 43,10, Kabupaten Blora dengan skor 41,20.
    score 33 43.10? | score.cued | Setelah Kabupaten Pati dengan skor 43,10
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor 41,20

Kabupaten Blora lebih tinggi dari Kabupaten Pati, dengan skor 41,20.
    score 33.16 41.20 | score.cued | Kabupaten Blora lebih tinggi dari Kabupaten Pati, dengan skor 41,20

Kabupaten Blora lebih tinggi dari Kabupaten Pati, dengan skor 41,20 dan 39,10.
    score 33.16 41.20? | score.cued | Kabupaten Blora lebih tinggi dari Kabupaten Pati, dengan skor 41,20

Kabupaten Blora terpaut 3,10 poin dari Kabupaten Pati dengan skor 41,20.
    score 33.16 41.20 | score.cued | Kabupaten Blora terpaut 3,10 poin dari Kabupaten Pati dengan skor 41,20

Kabupaten Blora, berbeda dengan Kabupaten Pati, memiliki skor 41,20.
    score 33.16 41.20 | score.cued | Kabupaten Blora, berbeda dengan Kabupaten Pati, memiliki skor 41,20

Bawaslu Kabupaten Blora: Kabupaten Pati dengan skor 41,20, kita 39,10.
    score 33.18 41.20 | score.cued | Kabupaten Pati dengan skor 41,20

Rata-rata nasional 49,00 dan Kabupaten Blora 41,20.
    score 33.16 41.20? | score.near | Kabupaten Blora 41,20
    score ID 49.00? | score.national_mean | Rata-rata nasional 49,00

Kabupaten Blora 41,20, di bawah rata-rata nasional 49,00.
    score 33.16 41.20? | score.near | Kabupaten Blora 41,20
    score ID 49.00? | score.national_mean | rata-rata nasional 49,00

Kabupaten Blora mencatat skor 41,20 dari skala 100.
    score 33.16 41.20 | score.cued | Kabupaten Blora mencatat skor 41,20

Kabupaten Blora mencatat skor tertinggi 41,20 dan terendah 12,10.

Sebanyak lima daerah dengan skor 41,20.

Kabupaten Blora bersama lima daerah dengan skor 41,20.
    score 33.16 41.20 | score.cued | Kabupaten Blora bersama lima daerah dengan skor 41,20

Kabupaten Blora disusul Kabupaten Pati 41,20.
    score 33.18 41.20? | score.near | Kabupaten Pati 41,20

Kabupaten Blora dimensi kontestasi 42,30, disusul partisipasi 38,20.
    dimension 33.16 kontestasi 42.30 | score.cued | Kabupaten Blora dimensi kontestasi 42,30
    dimension 33.16 partisipasi 38.20 | score.cued | Kabupaten Blora dimensi kontestasi 42,30, disusul partisipasi 38,20

Dimensi kontestasi 42,30 tertinggi disusul dimensi partisipasi 38,20.
    dimension 33 kontestasi 42.30 | score.cued | Dimensi kontestasi 42,30
    dimension 33 partisipasi 38.20 | score.cued | Dimensi kontestasi 42,30 tertinggi disusul dimensi partisipasi 38,20

Skor Kabupaten Blora yang 41,20 dan Kabupaten Pati yang 39,10.
    score 33.16 41.20 | score.pair | Kabupaten Blora yang 41,20
    score 33.18 39.10 | score.pair | Kabupaten Pati yang 39,10

Skor Kabupaten Blora [41,20].
    score 33.16 41.20 | score.bracket | Kabupaten Blora [41,20

Daerah Kabupaten Blora 41,20, Kabupaten Pati 39,10 dan Kabupaten Kudus 38.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20
    score 33.18 39.10 | score.pair | Kabupaten Pati 39,10

Daftar: ¶¶ 1. Kabupaten Blora 41,20 ¶ 2. Kabupaten Pati 39 ¶ 3. Kabupaten Kudus (38)
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20

Skor Kabupaten Blora 41,20; 39,10.
    score 33.16 41.20? | score.pair | Kabupaten Blora 41,20

Skor Kabupaten Blora 41,20, 39,10.
    score 33.16 41.20? | score.pair | Kabupaten Blora 41,20

Menurut laporan panjang itu, dengan skor 41,20 Kabupaten Blora disorot.
    score 33 41.20? | score.cued | Menurut laporan panjang itu, dengan skor 41,20
"""
"""Pairs of sentences that differ in one word, figure or sign."""

OF_AN_ISSUE = """
Kabupaten Blora pada politik uang dengan skor 2,78.
    indicator 33.16 54? | indicator.mentioned | politik uang
    score 33.16 2.78? | score.cued | Kabupaten Blora pada politik uang dengan skor 2,78

Kabupaten Blora, dimensi kontestasi untuk politik uang, dengan skor 41,20.
    dimension 33.16 kontestasi 41.20? | score.cued | Kabupaten Blora, dimensi kontestasi untuk politik uang, dengan skor 41,20
    indicator 33.16 54? | indicator.mentioned | politik uang
"""
"""An issue between a region and its figure."""


@pytest.mark.parametrize(("text", "facts"), examples(ONE_SIDE))
def test_scores_where_one_condition_holds(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(OF_AN_ISSUE))
def test_a_figure_behind_an_issue_is_asked_about(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
