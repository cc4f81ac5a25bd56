"""Former values and present ones, and which edition each of two is of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

TOLD = """
Kota Salatiga: 51,20 -> 45,10
    earlier score 33.73 51.20? | score.near | Kota Salatiga: 51,20

Blora (30,10 menjadi 32,20), Pati 41,20.
    earlier score 33.16 30.10? | score.bracket | Blora (30,10
    score 33.18 41.20? | score.near | Pati 41,20

Nilai Blora (30,10 menjadi 32,20), Pati (41,20 menjadi 45,10).
    earlier score 33.16 30.10? | score.bracket | Blora (30,10
    earlier score 33.18 41.20? | score.bracket | Pati (41,20

Kudus 41,20 turun menjadi 33,10.
    earlier score 33.19 41.20? | score.near | Kudus 41,20

Blora merosot dari peringkat 4 menjadi peringkat 9 dengan skor 27,10.
    rank 33.16 9 | score.cued | Blora merosot dari peringkat 4 menjadi peringkat 9 dengan skor 27,10
    score 33.16 27.10 | score.cued | Blora merosot dari peringkat 4 menjadi peringkat 9 dengan skor 27,10

Blora dari urutan 3 ke urutan 12 dengan skor 12,10.
    rank 33.16 12 | score.cued | Blora dari urutan 3 ke urutan 12 dengan skor 12,10
    score 33.16 12.10 | score.cued | Blora dari urutan 3 ke urutan 12 dengan skor 12,10

Blora dari kategori sedang, sekarang tinggi.
    earlier category 33.16 sedang? | level.behind | Blora dari kategori sedang

Bawaslu berharap Blora turun dari kategori tinggi ke kategori sedang.

Blora di urutan 4 dan secara nasional urutan 98 dengan skor 44,10.
    rank 33.16 4 | score.cued | Blora di urutan 4 dan secara nasional urutan 98 dengan skor 44,10
    score 33.16 44.10 | score.cued | Blora di urutan 4 dan secara nasional urutan 98 dengan skor 44,10

Blora 33,10 pada IKP 2024 dari 44,10 pada IKP Pilkada 2020.
    earlier score 33.16 44.10 | score.cued | Blora 33,10 pada IKP 2024 dari 44,10
    score 33.16 33.10 | score.pair | Blora 33,10

Blora tergolong rendah pada IKP 2024 usai tinggi pada Pilkada 2020.
    category 33.16 rendah | level.behind | Blora tergolong rendah

Blora rawan sedang pada IKP 2024 setelah rawan tinggi pada 2020.
    category 33.16 sedang | level.behind | Blora rawan sedang
    earlier category 33.16 tinggi? | level.again | Blora rawan sedang pada IKP 2024 setelah rawan tinggi

Blora rawan tinggi pada IKP 2019 dan Pilkada 2020.
    category 33.16 tinggi? | level.behind | Blora rawan tinggi

Kota Salatiga terpaut jauh dari Kabupaten Pati 51,20.
    score 33.73 51.20? | score.near | Kota Salatiga terpaut jauh dari Kabupaten Pati 51,20

Blora di Jawa Tengah 41,20, Pati 39,10.
    score 33.16 41.20 | score.pair | Blora di Jawa Tengah 41,20
    score 33.18 39.10 | score.pair | Pati 39,10

Blora peringkat 6 dari 35, provinsi peringkat 7 dari 34 dengan skor 64,61.
    rank 33.16 6? | score.cued | Blora peringkat 6 dari 35, provinsi peringkat 7 dari 34 dengan skor 64,61
    score 33.16 64.61? | score.cued | Blora peringkat 6 dari 35, provinsi peringkat 7 dari 34 dengan skor 64,61

Kabupaten Blora berjarak 212,10 km dari Salatiga. Skor 33,10 diraih.
    score 33.16 33.10? | score.cued | Skor 33,10

[nation] Skor kabupaten tertinggi di Jawa Tengah 72,10, di Jawa Timur 51,20, di Bali 100.

Kabupaten Blora mendapat skor 23 dari 61 indikator, Pati memperoleh nilai 17.
    score 33.18 17? | score.cued | Pati memperoleh nilai 17
"""

WAITING = """
Untuk netralitas ASN, Blora 44,10. Pati 29,10.
    indicator 33 12? | indicator.mentioned | netralitas ASN
    score 33.16 44.10? | score.near | Blora 44,10
    score 33.18 29.10? | score.pair | Pati 29,10

Terkait politik uang, Bawaslu memiliki catatan dalam IKP 2024. ¶¶ Blora mencatat skor 55,56, Pati 44,44.
    indicator 33 54? | indicator.prose | politik uang
    score 33.16 55.56? | score.cued | Blora mencatat skor 55,56
    score 33.18 44.44? | score.pair | Pati 44,44

BNN menilai Blora rawan sedang. BMKG: Pati kategori tinggi.
    category 33.16 sedang? | level.behind | Blora rawan sedang
    category 33.18 tinggi? | level.behind | Pati kategori tinggi

Badan Intelijen menilai Kabupaten Blora rawan tinggi.
    category 33.16 tinggi? | level.behind | Kabupaten Blora rawan tinggi

Di mata Kodam, Kabupaten Blora masuk kategori rawan sedang.
    category 33.16 sedang? | level.behind | Kabupaten Blora masuk kategori rawan sedang

Hasil survei Lembaga Riset Muria, Kabupaten Kudus mendapat skor 58,30.
    score 33.19 58.30? | score.cued | Kabupaten Kudus mendapat skor 58,30

Sebelumnya kami menulis Blora 61,20.
    score 33.16 61.20? | score.near | Blora 61,20

Menurut hitungan awal, Blora masuk kategori tinggi.
    category 33.16 tinggi? | level.behind | Blora masuk kategori tinggi

Skor Blora 41,20 hanya perkiraan.
    score 33.16 41.20? | score.pair | Blora 41,20
"""


@pytest.mark.parametrize(("text", "facts"), examples(TOLD))
def test_former_and_present_values(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(WAITING))
def test_values_of_others_wait(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
    assert all("?" in fact.split("|")[0] for fact in facts)


DISPUTED = (
    "IKP 2019 Jawa Tengah 52,10. Tahun 2020 Blora 66,10. Sekarang Pati 51,07, Kudus 44,40.",
    "Blora 66,20 (2022), Pati 55,20 (2020). IKP 2019 Jawa Tengah 52,00. Kudus 44,10.",
    "Sesudah IKP Pilkada 2020 menempatkan Blora pada level 5, IKP 2024 memberi skor. Pilkada 2020 usai. Pati 33,10.",
)
"""Texts on more than one edition, in which a bare figure may be of either."""


@pytest.mark.parametrize("text", DISPUTED)
def test_a_bare_figure_beside_a_later_edition_waits(take: Take, text: str) -> None:
    findings = take(f"Bawaslu Provinsi Jawa Tengah memaparkan skor kerawanan.\n\n{text}")[1].findings
    assert findings
    assert all(finding.decision == "review" for finding in findings if finding.type == "score")
