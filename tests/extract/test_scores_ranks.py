"""Ranks beside scores and alone: whose they are, in which dimension, and among whom they count."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

BESIDE = """
Kabupaten Blora berada di urutan ke-3 dengan skor 41,20.
    rank 33.16 3 | score.cued | Kabupaten Blora berada di urutan ke-3 dengan skor 41,20
    score 33.16 41.20 | score.cued | Kabupaten Blora berada di urutan ke-3 dengan skor 41,20

Kabupaten Blora dengan skor 41,20 (peringkat 3).
    rank 33.16 3 | score.cued | Kabupaten Blora dengan skor 41,20
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor 41,20

Kabupaten Blora dengan skor 41,20, peringkat ketiga nasional.
    rank 33.16 3 nasional | score.cued | Kabupaten Blora dengan skor 41,20
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor 41,20

Kabupaten Blora dengan skor 41,20 sehingga oleh tim penilai ditempatkan di peringkat ketiga.
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor 41,20

Peringkat ketiga ditempati Kabupaten Blora dengan skor 41,20.
    rank 33.16 3 | score.cued | Kabupaten Blora dengan skor 41,20
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor 41,20

Peringkat ketiga Kabupaten Blora (41,20), peringkat keempat Kabupaten Pati (40,10).
    rank 33.16 3 | score.bracket | Kabupaten Blora (41,20
    rank 33.18 4 | score.bracket | Kabupaten Pati (40,10
    score 33.16 41.20 | score.bracket | Kabupaten Blora (41,20
    score 33.18 40.10 | score.bracket | Kabupaten Pati (40,10

Skor 41,20 diraih Kabupaten Blora di peringkat ketiga.
    rank 33.16 3 | score.cued | Skor 41,20
    score 33.16 41.20 | score.cued | Skor 41,20

Skor 41,20 diraih Kabupaten Blora yang oleh tim penilai Bawaslu ditempatkan di peringkat ketiga.
    rank 33.16 3? | rank.stated | Kabupaten Blora yang oleh tim penilai Bawaslu ditempatkan di peringkat ketiga
    score 33.16 41.20 | score.cued | Skor 41,20

Kabupaten Blora di peringkat kedua dalam penyerapan anggaran dengan skor 41,20.

Kabupaten Blora di peringkat kedua dari bawah dengan skor 41,20.
    score 33.16 41.20 | score.cued | Kabupaten Blora di peringkat kedua dari bawah dengan skor 41,20

Skornya 41,20, peringkat ketiga.
    rank 33 3? | score.cued | Skornya 41,20
    score 33 41.20? | score.cued | Skornya 41,20

Skor 41,20 di peringkat ketiga diraih Kabupaten Blora.
    rank 33.16 3? | score.cued | Skor 41,20
    score 33.16 41.20? | score.cued | Skor 41,20

Skor 41,20 peringkat ketiga diraih Kabupaten Blora.
    rank 33.16 3? | score.cued | Skor 41,20
    score 33.16 41.20? | score.cued | Skor 41,20

Dengan skor 41,20, Kabupaten Blora peringkat ketiga.
    rank 33.16 3 | score.cued | Dengan skor 41,20
    score 33.16 41.20 | score.cued | Dengan skor 41,20
"""
"""Between region and figure, behind the figure, or before the region; not of something else, nor from below."""

BETWEEN = """
Kabupaten Blora (41,20), disusul peringkat kedua Kabupaten Pati (40,10).
    rank 33.18 2 | score.bracket | Kabupaten Pati (40,10
    score 33.16 41.20 | score.bracket | Kabupaten Blora (41,20
    score 33.18 40.10 | score.bracket | Kabupaten Pati (40,10

Peringkat ketiga Kabupaten Blora (41,20), peringkat keempat Kabupaten Pati (40,10).
    rank 33.16 3 | score.bracket | Kabupaten Blora (41,20
    rank 33.18 4 | score.bracket | Kabupaten Pati (40,10
    score 33.16 41.20 | score.bracket | Kabupaten Blora (41,20
    score 33.18 40.10 | score.bracket | Kabupaten Pati (40,10

Peringkat ketiga ada Kabupaten Blora (41,20), peringkat keempat ditempati Kabupaten Pati (40,10).
    rank 33.16 3 | score.bracket | Kabupaten Blora (41,20
    rank 33.18 4 | score.bracket | Kabupaten Pati (40,10
    score 33.16 41.20 | score.bracket | Kabupaten Blora (41,20
    score 33.18 40.10 | score.bracket | Kabupaten Pati (40,10

Kabupaten Blora dengan skor 41,20, peringkat ketiga, Kabupaten Pati dengan skor 39,10.
    rank 33.16 3 | score.cued | Kabupaten Blora dengan skor 41,20
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor 41,20
    score 33.18 39.10 | score.cued | Kabupaten Pati dengan skor 39,10

Kabupaten Blora dengan skor 41,20 peringkat ketiga, Kabupaten Pati dengan skor 39,10 peringkat keempat.
    rank 33.16 3 | score.cued | Kabupaten Blora dengan skor 41,20
    rank 33.18 4 | score.cued | Kabupaten Pati dengan skor 39,10
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor 41,20
    score 33.18 39.10 | score.cued | Kabupaten Pati dengan skor 39,10

Peringkat ketiga, Kabupaten Blora dengan skor 41,20.
    rank 33.16 3 | score.cued | Kabupaten Blora dengan skor 41,20
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor 41,20
"""
""""Alfa (41,20), peringkat kedua Beta (40,10)" gives Alfa no rank."""

ALONE = """
Kabupaten Blora berada di urutan ke-3.
    rank 33.16 3? | rank.stated | Kabupaten Blora berada di urutan ke-3

Kabupaten Blora berada di urutan ke-3 secara nasional.
    rank 33.16 3 nasional? | rank.stated | Kabupaten Blora berada di urutan ke-3

Kabupaten Blora berada di urutan ke-3 se-Jawa Tengah.
    rank 33.16 3 provinsi? | rank.stated | Kabupaten Blora berada di urutan ke-3

Kabupaten Blora berada di urutan ke-3 kategori rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora berada di urutan ke-3 kategori rawan tinggi
    rank 33.16 3 kelompok? | rank.stated | Kabupaten Blora berada di urutan ke-3

Kabupaten Blora berada di urutan ke-3 dari 514 kabupaten/kota.
    rank 33.16 3 nasional? | rank.stated | Kabupaten Blora berada di urutan ke-3

Kabupaten Blora berada di urutan ke-3 dari 35 kabupaten/kota di Jawa Tengah.
    rank 33.16 3 provinsi? | rank.stated | Kabupaten Blora berada di urutan ke-3

Kabupaten Blora tidak berada di urutan ke-3.

Kabupaten Blora mungkin berada di urutan ke-3.

Urutan ketiga ditempati Kabupaten Blora.
    rank 33.16 3? | rank.stated | Urutan ketiga ditempati Kabupaten Blora

Urutan ketiga disusul Kabupaten Blora.

Urutan ketiga yang cukup tinggi dan mengejutkan ditempati Kabupaten Blora.
    rank 33.16 3? | rank.stated | Urutan ketiga yang cukup tinggi dan mengejutkan ditempati Kabupaten Blora

Peringkat pertama Kabupaten Blora, kedua Kabupaten Pati, ketiga Kabupaten Kudus.
    rank 33.16 1? | rank.stated | Peringkat pertama Kabupaten Blora
    rank 33.18 2? | rank.stated | kedua Kabupaten Pati
    rank 33.19 3? | rank.stated | ketiga Kabupaten Kudus

Peringkat pertama Kabupaten Blora, ketiga Kabupaten Pati.

Peringkat pertama Kabupaten Blora, disusul kedua Kabupaten Pati.
    rank 33.16 1? | rank.stated | Peringkat pertama Kabupaten Blora
    rank 33.18 2? | rank.stated | kedua Kabupaten Pati

Pertama Kabupaten Blora, kedua Kabupaten Pati.

Kabupaten Blora dan Kabupaten Pati berada di urutan satu dan dua.
    rank 33.16 1? | rank.stated | Kabupaten Blora dan Kabupaten Pati berada di urutan satu

Kabupaten Blora, Kudus dan Kabupaten Pati berada di urutan satu dan dua.

Kabupaten Blora dan Kabupaten Pati berada di urutan satu, dua dan tiga.

Kabupaten Blora di urutan satu dan kita urutan kedua.
    rank 33.16 1? | rank.stated | Kabupaten Blora di urutan satu

Pada dimensi kontestasi Kabupaten Blora berada di peringkat pertama.
    dimension 33.16 kontestasi #1? | rank.stated | dimensi kontestasi Kabupaten Blora berada di peringkat pertama

Pada dimensi kontestasi dan partisipasi Kabupaten Blora berada di peringkat pertama.
    dimension 33.16 kontestasi #1? | rank.stated | dimensi kontestasi dan partisipasi Kabupaten Blora berada di peringkat pertama
    dimension 33.16 partisipasi #1? | rank.stated | dimensi kontestasi dan partisipasi Kabupaten Blora berada di peringkat pertama

Pada dimensi kontestasi secara keseluruhan Kabupaten Blora berada di peringkat pertama.
    rank 33.16 1? | rank.stated | Kabupaten Blora berada di peringkat pertama

Kabupaten Blora berada di peringkat pertama pada dimensi kontestasi dan partisipasi.
    dimension 33.16 kontestasi #1? | rank.stated | Kabupaten Blora berada di peringkat pertama
    dimension 33.16 partisipasi #1? | rank.stated | Kabupaten Blora berada di peringkat pertama

Kabupaten Blora berada di peringkat pertama nasional untuk dimensi kontestasi.
    dimension 33.16 kontestasi #1 nasional? | rank.stated | Kabupaten Blora berada di peringkat pertama

Kabupaten Blora berada di peringkat pertama setelah pembahasan dimensi kontestasi.
    rank 33.16 1? | rank.stated | Kabupaten Blora berada di peringkat pertama

Kabupaten Blora di peringkat ketiga penyumbang pelanggaran.

Kabupaten Blora di peringkat ketiga terbaik.

Kabupaten Blora di peringkat ketiga terendah.

Dimensi kontestasi dibahas. Di dimensi itu Kabupaten Blora berada di peringkat pertama.
    dimension 33.16 kontestasi #1? | rank.stated | Kabupaten Blora berada di peringkat pertama
"""
"""Among whom it counts, rows of ranks, dimensions on either side, denials and ranks in something else."""

SUPERLATIVES = """
Pada dimensi kontestasi Kabupaten Blora paling rawan se-Jawa Tengah.
    dimension 33.16 kontestasi #1? | rank.stated | dimensi kontestasi Kabupaten Blora paling rawan se-Jawa Tengah

Pada dimensi kontestasi Kabupaten Blora paling rawan di Jawa Tengah.
    dimension 33.16 kontestasi #1? | rank.stated | dimensi kontestasi Kabupaten Blora paling rawan di Jawa Tengah

Pada dimensi kontestasi Kabupaten Blora dan Kabupaten Pati paling rawan se-Jawa Tengah.

Pada dimensi kontestasi Kabupaten Blora paling rawan sesuai data.

Kabupaten Blora paling rawan se-Jawa Tengah.

Pada dimensi kontestasi Kabupaten Blora salah satu yang paling rawan se-Jawa Tengah.

Pada dimensi kontestasi Kabupaten Blora tertinggi secara nasional.
    dimension 33.16 kontestasi #1 nasional? | rank.stated | dimensi kontestasi Kabupaten Blora tertinggi

Pada dimensi kontestasi Kabupaten Blora tertinggi nasional.
    dimension 33.16 kontestasi #1 nasional? | rank.stated | dimensi kontestasi Kabupaten Blora tertinggi
"""
"""Superlatives with a scope, of one region, in a dimension."""


@pytest.mark.parametrize(("text", "facts"), examples(BESIDE))
def test_a_rank_beside_a_score(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(BETWEEN))
def test_a_rank_between_two_regions_is_one_s_alone(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(ALONE))
def test_a_rank_without_a_score(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(SUPERLATIVES))
def test_the_first_place_in_a_dimension(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
