"""Scores as reporters tell them: by the speaker's own region, by its class, by a mean of parts, answer by answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

TOLD = """
Ketua Bawaslu Blora Ani Wati mengaku daerahnya meraih skor 41,12.
    score 33.16 41.12 | score.cued | Ketua Bawaslu Blora Ani Wati mengaku daerahnya meraih skor 41,12

Kabupaten Pati 39,10. Anggota Bawaslu Blora Ani Wati menyebut skor kabupatennya lebih rendah, yakni 35,10.
    score 33.16 35.10 | score.cued | Anggota Bawaslu Blora Ani Wati menyebut skor kabupatennya lebih rendah, yakni 35,10
    score 33.18 39.10? | score.near | Kabupaten Pati 39,10

Ketua Bawaslu Blora Ani Wati menyebut kabupatennya di bawah Kabupaten Pati yang meraih skor 55,10.
    score 33.18 55.10 | score.cued | Kabupaten Pati yang meraih skor 55,10

Kabupaten Blora meraih skor 41,20. Hal itu tidak lepas dari Jawa Tengah secara umum. Provinsi berpenduduk terbanyak ketiga itu meraih skor 31,10.
    score 33 31.10? | score.cued | Provinsi berpenduduk terbanyak ketiga itu meraih skor 31,10
    score 33.16 41.20 | score.cued | Kabupaten Blora meraih skor 41,20

[Blora] Provinsi ini meraih skor 31,10.
    score 33 31.10? | score.cued | Provinsi ini meraih skor 31,10

Kabupaten Blora meraih skor 41,20, di atas Kota Salatiga. Kota kecil itu meraih skor 20,10.
    score 33.16 20.10? | score.cued | Kota kecil itu meraih skor 20,10
    score 33.16 41.20? | score.cued | Kabupaten Blora meraih skor 41,20

[Blora] Jawa Tengah paling rawan di penyelenggaraan dengan skor 66,73, lalu sosial politik 61,33. Kontestasi 43,90. Partisipasi 38,60.
    dimension 33 konteks sosial politik 61.33 | score.cued | Jawa Tengah paling rawan di penyelenggaraan dengan skor 66,73, lalu sosial politik 61,33
    dimension 33 kontestasi 43.90? | score.cued | Kontestasi 43,90
    dimension 33 partisipasi 38.60? | score.cued | Partisipasi 38,60
    dimension 33 penyelenggaraan 66.73 | score.cued | Jawa Tengah paling rawan di penyelenggaraan dengan skor 66,73

[Blora] Jawa Tengah meraih skor 31,10. Dimensi kontestasi 43,90.
    dimension 33.16 kontestasi 43.90? | score.cued | Dimensi kontestasi 43,90
    score 33 31.10? | score.cued | Jawa Tengah meraih skor 31,10

Namun jika skor 35 kabupaten/kota digabung dan dirata-rata, nilainya melonjak jadi 38,46.
    score 33 38.46 agregat_kabkota? | score.cued | nilainya melonjak jadi 38,46

Jika skor 35 kabupaten/kota naik, nilainya bisa 38,46.

Bila nilai seluruh kabupaten dan kota dijumlahkan lalu dirata-ratakan, hasil untuk Jawa Tengah adalah 41,70.
    score 33 41.70 agregat_kabkota? | score.pair | Jawa Tengah adalah 41,70

Provinsi ini tinggi bila yang dihitung adalah gabungan kabupaten dan kotanya, yakni 45,18 poin. Pada IKP Pilkada 2020, skornya 50,10.
    earlier score 33 50.10 | score.cued | Pada IKP Pilkada 2020, skornya 50,10
    score 33 45.18 agregat_kabkota? | score.cued | Provinsi ini tinggi bila yang dihitung adalah gabungan kabupaten dan kotanya, yakni 45,18

"Aspek kebebasan nilainya 84,55.

Ibu kota negara menjadi juara dengan 88,95.
"""


@pytest.mark.parametrize(("text", "facts"), examples(TOLD))
def test_scores_are_told_in_many_ways(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
