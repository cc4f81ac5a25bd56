"""Which figures are scores: by brackets, decimals, words around them and lists; and what a province's score is of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

FIGURES = """
Kabupaten Blora (41,20).
    score 33.16 41.20 | score.bracket | Kabupaten Blora (41,20

Kabupaten Blora (41).

Kabupaten Blora (41,20 persen).
    score 33.16 41.20? | score.near | Kabupaten Blora (41,20

Nilai Kabupaten Blora (41).

Berikut nilainya: ¶¶ 1. Kabupaten Blora (41) ¶ 2. Kabupaten Pati (38)
    score 33.16 41 | score.bracket | Kabupaten Blora (41
    score 33.18 38 | score.bracket | Kabupaten Pati (38

Berikut daftar hadir: ¶¶ 1. Kabupaten Blora (41) ¶ 2. Kabupaten Pati (38)

Rawan sedang: ¶¶ 1. Kabupaten Blora (20,42 persen) ¶ 2. Kabupaten Pati (18,10 persen)
    category 33.16 sedang | score.bracket | Kabupaten Blora (20,42 + Kabupaten Blora + Rawan sedang
    category 33.18 sedang | score.bracket | Kabupaten Pati (18,10 + Kabupaten Pati + Rawan sedang
    score 33.16 20.42 | score.bracket | Kabupaten Blora (20,42 + Kabupaten Blora + Rawan sedang
    score 33.18 18.10 | score.bracket | Kabupaten Pati (18,10 + Kabupaten Pati + Rawan sedang

Kabupaten Blora 41,20 persen.
    score 33.16 41.20? | score.near | Kabupaten Blora 41,20

Kabupaten Blora 41,20.
    score 33.16 41.20? | score.near | Kabupaten Blora 41,20

Kabupaten Blora 41,2.
    score 33.16 41.2? | score.near | Kabupaten Blora 41,2

Kabupaten Blora rawan, 41,20.
    score 33.16 41.20? | score.near | Kabupaten Blora rawan, 41,20

Skor Kabupaten Blora 100, Kabupaten Pati 55,56, dan Kabupaten Kudus 50,25.
    score 33.16 100 | score.pair | Kabupaten Blora 100
    score 33.18 55.56 | score.pair | Kabupaten Pati 55,56
    score 33.19 50.25 | score.pair | Kabupaten Kudus 50,25

Skor Kabupaten Blora 100 dan Kabupaten Pati 55,56.
    score 33.16 100 | score.pair | Kabupaten Blora 100
    score 33.18 55.56 | score.pair | Kabupaten Pati 55,56

Kabupaten Blora 41,20 dan Kabupaten Pati 39,10.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20
    score 33.18 39.10 | score.pair | Kabupaten Pati 39,10

Kabupaten Blora berada di angka 41,20.
    score 33.16 41.20 | score.pair | Kabupaten Blora berada di angka 41,20

IKP dibahas. Kabupaten Blora berada di angka 41,20.
    score 33.16 41.20 | score.pair | Kabupaten Blora berada di angka 41,20

IKP dibahas. Adapun Kabupaten Blora masih berada di angka 41,20.
    score 33.16 41.20? | score.near | Kabupaten Blora masih berada di angka 41,20

IKP dibahas. Kunjungan ke Kabupaten Blora masih berada di angka 41,20.
    score 33.16 41.20? | score.near | Kabupaten Blora masih berada di angka 41,20

Skor Kabupaten Blora sangat jauh melonjak 41,20.
    score 33.16 41.20? | score.near | Kabupaten Blora sangat jauh melonjak 41,20

Skor Kabupaten Blora sangat jauh sekali melonjak 41,20.
    score 33.16 41.20? | score.near | Kabupaten Blora sangat jauh sekali melonjak 41,20

Kabupaten Blora sangat jauh melonjak 41,20.
    score 33.16 41.20? | score.near | Kabupaten Blora sangat jauh melonjak 41,20

Skor Kabupaten Blora 41,20 pada IKP 2024.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20

Skor Kabupaten Blora 141,20.

Skor Kabupaten Blora 1141,20.

Kabupaten Blora dengan skor 41,20 poin.
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor 41,20

Kabupaten Blora dengan skor 41.
    score 33.16 41 | score.cued | Kabupaten Blora dengan skor 41

Kabupaten Blora dengan skor 0.
    score 33.16 0 | score.cued | Kabupaten Blora dengan skor 0

Kabupaten Blora dengan nilai nol.
    score 33.16 0 | score.cued | Kabupaten Blora dengan nilai nol

Skor 85 kabupaten/kota (16,54 persen) di bawah Kabupaten Blora.

Jika dihitung, skor Kabupaten Blora 41,20.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20

Apabila skor Kabupaten Blora 41,20 maka rawan.

Kode 33.16 Kabupaten Blora 33.16 26,05.
    score 33.16 26.05? | score.near | Kabupaten Blora 33.16 26,05

Skor Kabupaten Blora 41, 20.
    score 33.16 41.20? | score.pair | Kabupaten Blora 41, 20

Skor Kabupaten Blora 41, 20 daerah lain menyusul.

IPM Kabupaten Blora 71,20.

Kabupaten Blora meraih nilai 91,20 dalam penilaian keterbukaan informasi.

Kabupaten Blora terpaut 3,10 dari Kabupaten Pati.

Skor Kabupaten Blora butuh 3,10 poin lagi.

Kabupaten Blora 41,20 sekarang 43,10.
    score 33.16 41.20? | score.near | Kabupaten Blora 41,20
    score 33.16 43.10? | score.near | Kabupaten Blora 41,20 sekarang 43,10

Kabupaten Blora rawan di 41,20 kini 43,10.
    score 33.16 41.20? | score.near | Kabupaten Blora rawan di 41,20
    score 33.16 43.10? | score.near | Kabupaten Blora rawan di 41,20 kini 43,10

Kabupaten Blora rawan tinggi di 41,20.
    category 33.16 tinggi? | score.pair | Kabupaten Blora rawan tinggi di 41,20 + Kabupaten Blora rawan tinggi
    score 33.16 41.20? | score.pair | Kabupaten Blora rawan tinggi di 41,20 + Kabupaten Blora rawan tinggi

Kabupaten Blora tidak rawan di 41,20.
    score 33.16 41.20? | score.near | Kabupaten Blora tidak rawan di 41,20

Kerawanan terlihat. Di Kabupaten Blora tercatat dengan angka seperti tahun lalu 41,20.
    earlier score 33.16 41.20? | score.near | Kabupaten Blora tercatat dengan angka seperti tahun lalu 41,20

Kabupaten Blora rawan karena anggaran pengawasan yang hanya 41,20.

Kabupaten Blora rawan dengan catatan 41,20," ujar Anggota Bawaslu.
    score 33.16 41.20? | score.near | Kabupaten Blora rawan dengan catatan 41,20

Kabupaten Blora rawan dengan catatan 41,20 untuk anggota Bawaslu.
    score 33.16 41.20? | score.near | Kabupaten Blora rawan dengan catatan 41,20
"""
"""Figures that look alike: with and without brackets, decimals, percent, words of scores, other measures."""

BASES = """
Skor agregat kabupaten/kota di tingkat provinsi 41,20.
    score 33 41.20 agregat_kabkota? | score.near | Skor agregat kabupaten/kota di tingkat provinsi 41,20

Skor Provinsi Jawa Tengah 41,20 berdasarkan kabupaten/kota.
    score 33 41.20 agregat_kabkota? | score.pair | Provinsi Jawa Tengah 41,20

Skor Provinsi Jawa Tengah menurut agregasi 41,20.
    score 33 41.20 agregat_kabkota? | score.cued | Provinsi Jawa Tengah menurut agregasi 41,20

Skor Provinsi Jawa Tengah di tingkat provinsi 41,20.
    score 33 41.20? | score.pair | Provinsi Jawa Tengah di tingkat provinsi 41,20

Skor Provinsi Jawa Tengah di tingkat provinsi 41,20 dan menurut agregasi kabupaten/kota 39,10.
    score 33 39.10 agregat_kabkota? | score.cued | Provinsi Jawa Tengah di tingkat provinsi 41,20 dan menurut agregasi kabupaten/kota 39,10
    score 33 41.20? | score.pair | Provinsi Jawa Tengah di tingkat provinsi 41,20

Skor Provinsi Jawa Tengah menurut agregasi 39,10 dan di tingkat provinsi 41,20.
    score 33 39.10 agregat_kabkota? | score.cued | Provinsi Jawa Tengah menurut agregasi 39,10

Berikut agregasi kabupaten/kota. Skor Provinsi Jawa Tengah 41,20.
    score 33 41.20 agregat_kabkota? | score.pair | Provinsi Jawa Tengah 41,20

Berikut agregasi kabupaten/kota. Daftarnya panjang. Skor Provinsi Jawa Tengah 41,20.
    score 33 41.20 agregat_kabkota? | score.pair | Provinsi Jawa Tengah 41,20

Berikut agregasi kabupaten/kota. Di tingkat provinsi lain lagi. Skor Provinsi Jawa Tengah 41,20.
    score 33 41.20? | score.pair | Provinsi Jawa Tengah 41,20

Skor Kabupaten Blora menurut agregasi 41,20.
    score 33.16 41.20 | score.cued | Kabupaten Blora menurut agregasi 41,20

Skor Kabupaten Blora di atas rata-rata 41,20.

Skor Kabupaten Blora 41,20 di atas rata-rata.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20
"""
"""A province's own score, the mean of its parts, and means that a region is but compared with."""

AGAIN = """
Skor Kabupaten Blora naik dari 35,07 menjadi 41,20.
    earlier score 33.16 35.07? | score.cued | Kabupaten Blora naik dari 35,07
    score 33.16 41.20 | score.cued | Kabupaten Blora naik dari 35,07 menjadi 41,20

Skor IKP Kabupaten Blora pada 2019 adalah 35,07, kini 41,20.
    earlier score 33.16 35.07 | score.pair | Kabupaten Blora pada 2019 adalah 35,07
    score 33.16 41.20? | score.near | Kabupaten Blora pada 2019 adalah 35,07, kini 41,20

Kabupaten Blora memperoleh skor 41,20, sedangkan Provinsi Jawa Tengah 50,37.
    score 33 50.37? | score.pair | Provinsi Jawa Tengah 50,37
    score 33.16 41.20 | score.cued | Kabupaten Blora memperoleh skor 41,20

[Blora] Skor kami 41,20. Sedangkan Provinsi Jawa Tengah 50,37. Nilai 38,10 pada dimensi kontestasi.
    dimension 33.16 kontestasi 38.10? | score.cued | Nilai 38,10
    score 33 50.37? | score.pair | Provinsi Jawa Tengah 50,37
    score 33.16 41.20 | score.cued | Skor kami 41,20

[Blora] Skor kami 41,20. Sedangkan Provinsi Jawa Tengah 50,37. Skornya 38,10 pada dimensi kontestasi.
    dimension 33 kontestasi 38.10? | score.cued | Skornya 38,10
    score 33 50.37? | score.pair | Provinsi Jawa Tengah 50,37
    score 33.16 41.20 | score.cued | Skor kami 41,20

Kabupaten Blora disorot; wilayah ini dengan skor 41,20.
    score 33.16 41.20 | score.cued | Kabupaten Blora disorot; wilayah ini dengan skor 41,20

Di tengah sorotan publik, skornya mencapai 41,20.
    score 33 41.20? | score.cued | skornya mencapai 41,20

Menurut catatan panjang para pengawas: skornya mencapai 41,20.
    score 33 41.20? | score.cued | skornya mencapai 41,20

Kabupaten Blora, berdasarkan data yang kami olah; skornya mencapai 41,20.
    score 33.16 41.20 | score.cued | Kabupaten Blora, berdasarkan data yang kami olah; skornya mencapai 41,20

Skor rata-rata kabupaten/kota di Jawa Tengah tertinggi, yakni 41,20.
    score 33 41.20 agregat_kabkota? | score.cued | Jawa Tengah tertinggi, yakni 41,20

[nation] Skor Provinsi Jawa Tengah 41,20 dan Provinsi Jawa Timur 39,10.
    score 33 41.20? | score.pair | Provinsi Jawa Tengah 41,20
    score 35 39.10? | score.pair | Provinsi Jawa Timur 39,10

[nation] Skor tertinggi di Indonesia Provinsi Jawa Tengah 41,20.
    score 33 41.20? | score.pair | Provinsi Jawa Tengah 41,20

[nation] Dari 34 provinsi, 3 dari 35 kabupaten di Jawa Tengah yakni Blora (41,20), Pati (40,10), dan Kudus (39,10).
    score 33.16 41.20 | score.bracket | Blora (41,20
    score 33.18 40.10 | score.bracket | Pati (40,10
    score 33.19 39.10 | score.bracket | Kudus (39,10
"""
"""Changes, the province above the document's regency, and where the words of a score begin."""


@pytest.mark.parametrize(("text", "facts"), examples(FIGURES))
def test_which_figures_are_scores(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(BASES))
def test_means_of_parts_and_own_scores(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(AGAIN))
def test_scores_of_two_editions_and_of_the_province_above(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
