"""Rows of ranks and means of the nation, one condition at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

ROWS = """
Kabupaten Blora urutan satu, Kabupaten Pati dan Kabupaten Kudus di urutan dua pada dimensi kontestasi.
    dimension 33.19 kontestasi #2? | rank.stated | Kabupaten Kudus di urutan dua
    rank 33.16 1? | rank.stated | Kabupaten Blora urutan satu

Kabupaten Blora urutan satu dan Kabupaten Pati turun ke urutan dua pada dimensi kontestasi.
    dimension 33.18 kontestasi #2? | rank.stated | Kabupaten Pati turun ke urutan dua
    rank 33.16 1? | rank.stated | Kabupaten Blora urutan satu

Kabupaten Blora di urutan satu, urutan dua pada dimensi kontestasi.
    dimension 33.16 kontestasi #2? | rank.stated | Kabupaten Blora di urutan satu, urutan dua

Peringkat pertama di Jawa Tengah Kabupaten Blora, kedua Kabupaten Pati.

Peringkat pertama Kabupaten Blora dan dibahas Kabupaten Kudus, kedua Kabupaten Pati.

Rapat digelar, peringkat pertama Kabupaten Blora, kedua Kabupaten Pati.
    rank 33.16 1? | rank.stated | peringkat pertama Kabupaten Blora
    rank 33.18 2? | rank.stated | kedua Kabupaten Pati

Rapat peringkat pertama Kabupaten Blora, kedua Kabupaten Pati.

Peringkat kelima Kabupaten Blora, keenam Kabupaten Pati, ketujuh Kabupaten Kudus.
    rank 33.16 5? | rank.stated | Peringkat kelima Kabupaten Blora
    rank 33.18 6? | rank.stated | keenam Kabupaten Pati
    rank 33.19 7? | rank.stated | ketujuh Kabupaten Kudus

Kabupaten Blora 41,20 (sedang) dan Kabupaten Pati di peringkat pertama.
    category 33.16 sedang | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 (sedang
    rank 33.18 1? | rank.stated | Kabupaten Pati di peringkat pertama
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20 + Kabupaten Blora 41,20 (sedang
    rank 33.18 1? | rank.stated | Kabupaten Pati di peringkat pertama

Di Jawa Tengah, yang sedang itu Kabupaten Blora.
    category 33.16 sedang | level.ahead | sedang itu Kabupaten Blora

Di Kabupaten Blora, yang sedang itu anggaran.

Kabupaten Blora berada di peringkat kedua kelompok rawan tinggi.
    category 33.16 tinggi | level.behind | Kabupaten Blora berada di peringkat kedua kelompok rawan tinggi
    rank 33.16 2 kelompok? | rank.stated | Kabupaten Blora berada di peringkat kedua

Kabupaten Blora berada di peringkat kedua dari 33 provinsi.
    rank 33.16 2 nasional? | rank.stated | Kabupaten Blora berada di peringkat kedua

Kabupaten Blora berada di peringkat kedua di Jawa Tengah.
    rank 33.16 2 provinsi? | rank.stated | Kabupaten Blora berada di peringkat kedua

Dimensi kontestasi: ¶¶ 1. Kabupaten Blora di peringkat pertama ¶ 2. Kabupaten Pati di peringkat kedua
    dimension 33.16 kontestasi #1? | rank.stated | Kabupaten Blora di peringkat pertama
    dimension 33.18 kontestasi #2? | rank.stated | Kabupaten Pati di peringkat kedua

Dimensi kontestasi: ¶¶ 1. Kabupaten Blora total di peringkat pertama ¶ 2. Kabupaten Pati di peringkat kedua
    dimension 33.18 kontestasi #2? | rank.stated | Kabupaten Pati di peringkat kedua
    rank 33.16 1? | rank.stated | Kabupaten Blora total di peringkat pertama

Rata-rata nasional 49,00 naik, tetapi Kabupaten Blora di peringkat pertama dengan skor 41,20.
    rank 33.16 1 | score.cued | Kabupaten Blora di peringkat pertama dengan skor 41,20
    score 33.16 41.20 | score.cued | Kabupaten Blora di peringkat pertama dengan skor 41,20
    score ID 49.00? | score.national_mean | Rata-rata nasional 49,00

Skor nasional 49,00.
    score ID 49.00? | score.national_mean | Skor nasional 49,00

Rata-rata nasional 49,00 menjadi 149,63.
    earlier score ID 49.00? | score.national_mean | Rata-rata nasional 49,00

Rata-rata nasional IKP 2019 sebesar 49,00 menjadi 49,63.
    earlier score ID 49.00? | score.national_mean | Rata-rata nasional IKP 2019 sebesar 49,00
    score ID 49.63? | score.national_mean | Rata-rata nasional IKP 2019 sebesar 49,00 menjadi 49,63

Dimensi kontestasi: ¶¶ 1. Rata-rata nasional 49,00 ¶ 2. Kabupaten Blora 41,20
    dimension 33.16 kontestasi 41.20 | score.pair | Kabupaten Blora 41,20
    dimension ID kontestasi 49.00? | score.national_mean | Rata-rata nasional 49,00

Indeks kerawanan pemilu secara nasional 49.

Indeks kerawanan pemilu secara nasional di angka 49.
    score ID 49? | score.national_mean | Indeks kerawanan pemilu secara nasional di angka 49

Indeks kerawanan pemilu secara nasional di angka 49 provinsi.

Kabupaten Blora urutan satu dan Kabupaten Pati urutan dua pada dimensi kontestasi.
    dimension 33.16 kontestasi #1? | rank.stated | Kabupaten Blora urutan satu
    dimension 33.18 kontestasi #2? | rank.stated | Kabupaten Pati urutan dua

Kabupaten Blora urutan satu, Kabupaten Pati menempati urutan dua dan Kabupaten Kudus urutan tiga pada dimensi kontestasi.
    dimension 33.16 kontestasi #1? | rank.stated | Kabupaten Blora urutan satu
    dimension 33.18 kontestasi #2? | rank.stated | Kabupaten Pati menempati urutan dua
    dimension 33.19 kontestasi #3? | rank.stated | Kabupaten Kudus urutan tiga
"""
"""Ranks that count up region by region, with a dimension behind the last, and figures of the nation."""


@pytest.mark.parametrize(("text", "facts"), examples(ROWS))
def test_rows_of_ranks_and_means_of_the_nation(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
