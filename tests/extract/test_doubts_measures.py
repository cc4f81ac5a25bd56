"""Values of another measure than the index, which a sentence, lead, caption or column announces: they wait."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

WAITING = """
Selain IKP, Bawaslu mengumumkan indeks pengawasan partisipatif. Skor tertinggi diraih Blora dengan skor 91,20, disusul Pati 88,10.
    score 33.16 91.20? | score.cued | Blora dengan skor 91,20
    score 33.18 88.10? | score.pair | Pati 88,10

Di luar IKP, Bawaslu mengumumkan hasil penilaian desa antipolitik uang. Kabupaten Blora meraih skor 91,20.
    score 33.16 91.20? | score.cued | Kabupaten Blora meraih skor 91,20

Bawaslu juga menilai kualitas laporan. Kabupaten Blora mendapat nilai 88,20.
    score 33.16 88.20? | score.cued | Kabupaten Blora mendapat nilai 88,20

Pada kesempatan itu diserahkan pula rapor pengelolaan arsip. Blora memperoleh nilai 91,20.
    score 33.16 91.20? | score.cued | Blora memperoleh nilai 91,20

Kabupaten Blora meraih nilai 91,20 untuk pengelolaan arsip, Pati 88,10.
    score 33.16 91.20? | score.cued | Kabupaten Blora meraih nilai 91,20
    score 33.18 88.10? | score.pair | Pati 88,10

Kelengkapan berkas calon: Blora 91,20, Pati 88,10, Kudus 80,00.
    score 33.16 91.20? | score.pair | Blora 91,20
    score 33.18 88.10? | score.pair | Pati 88,10
    score 33.19 80.00? | score.pair | Kudus 80,00

Adapun capaian coklit Blora 98,20 dan Pati 97,10.
    score 33.16 98.20? | score.pair | Blora 98,20
    score 33.18 97.10? | score.pair | Pati 97,10

Nilai Pelayanan PTSP ¶ Blora 91,20 ¶ Pati 88,10
    score 33.16 91.20? | score.near | Blora 91,20
    score 33.18 88.10? | score.pair | Pati 88,10

Sementara itu, indeks literasi digital Blora 61,20, Pati 58,10.
"""

ACCEPTED = """
Selain Blora, IKP menempatkan Pati pada skor 39,10. Kudus meraih skor 38,00.
    score 33.18 39.10 | score.cued | Pati pada skor 39,10
    score 33.19 38.00 | score.cued | Kudus meraih skor 38,00

Bawaslu menyerahkan penghargaan lomba. Adapun skor IKP tertinggi diraih Blora 41,20, disusul Pati 39,10.
    score 33.16 41.20 | score.pair | Blora 41,20
    score 33.18 39.10 | score.pair | Pati 39,10

Rinciannya: Blora 41,20, Pati 39,10.
    score 33.16 41.20 | score.pair | Blora 41,20
    score 33.18 39.10 | score.pair | Pati 39,10

Empat kabupaten/kota dengan nilai terbesar: ¶ 1. Blora 41,20 ¶ 2. Pati 39,10
    score 33.16 41.20 | score.pair | Blora 41,20
    score 33.18 39.10 | score.pair | Pati 39,10

Blora meraih skor 41,20 untuk IKP 2024. Pati memperoleh 39,10 pada tahun yang sama.
    score 33.16 41.20 | score.cued | Blora meraih skor 41,20
    score 33.18 39.10 | score.pair | Pati memperoleh 39,10
"""


@pytest.mark.parametrize(("text", "facts"), examples(WAITING))
def test_values_of_another_measure_wait(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
    assert all("?" in fact.split("|")[0] for fact in facts)


@pytest.mark.parametrize(("text", "facts"), examples(ACCEPTED))
def test_the_index_named_again_is_in_force(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
