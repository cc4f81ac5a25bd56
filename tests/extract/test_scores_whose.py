"""Whose a score is: of one or several regions before it, behind it, of those spoken of before, or of the nation."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.model import Document, Extraction
from told import examples, told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

BEARERS = """
Kabupaten Blora dan Kabupaten Pati dengan nilai 91,00 dan 86,00.
    score 33.16 91.00 | score.cued | Kabupaten Blora dan Kabupaten Pati dengan nilai 91,00
    score 33.18 86.00 | score.cued | Kabupaten Pati dengan nilai 91,00 dan 86,00

Kabupaten Blora, Pati, dan Kudus dengan nilai 91,00, 86,00 dan 80,00.
    score 33.16 91.00 | score.cued | Kabupaten Blora, Pati, dan Kudus dengan nilai 91,00
    score 33.18 86.00 | score.cued | Pati, dan Kudus dengan nilai 91,00, 86,00
    score 33.19 80.00 | score.cued | Kudus dengan nilai 91,00, 86,00 dan 80,00

Kabupaten Blora, Pati, dan Kudus dengan nilai 91,00 dan 86,00.
    score 33.19 86.00? | score.cued | Kudus dengan nilai 91,00 dan 86,00
    score 33.19 91.00? | score.cued | Kudus dengan nilai 91,00

Kabupaten Blora dan Kabupaten Pati dengan nilai 91,00.
    score 33.18 91.00? | score.cued | Kabupaten Pati dengan nilai 91,00

Kabupaten Blora dan Kabupaten Pati dengan nilai 91,00, 86,00 dan 80,00.
    score 33.18 86.00? | score.cued | Kabupaten Pati dengan nilai 91,00, 86,00
    score 33.18 91.00? | score.cued | Kabupaten Pati dengan nilai 91,00

Kabupaten Blora dan Pati menjadi sorotan. Skornya masing-masing 91,00 dan 86,00.
    score 33.16 91.00? | score.cued | Skornya masing-masing 91,00
    score 33.18 86.00? | score.cued | Skornya masing-masing 91,00 dan 86,00

Kabupaten Blora dan Pati menjadi sorotan. Skornya masing-masing 91,00.
    score 33.16 91.00? | score.shared | Skornya masing-masing 91,00
    score 33.18 91.00? | score.shared | Skornya masing-masing 91,00

Kabupaten Blora dan Pati menjadi sorotan. Skornya 91,00 dan 86,00.
    score 33 91.00? | score.cued | Skornya 91,00

Kabupaten Blora dan Pati menjadi sorotan. Skor kedua daerah itu 91,00 dan 86,00.
    score 33.16 91.00? | score.near | Skor kedua daerah itu 91,00
    score 33.18 86.00? | score.cued | Skor kedua daerah itu 91,00 dan 86,00

Kabupaten Blora, Pati dan Kudus menjadi sorotan. Skornya berturut-turut 91,00, 86,00, dan 80,00.
    score 33.16 91.00? | score.cued | Skornya berturut-turut 91,00
    score 33.18 86.00? | score.cued | Skornya berturut-turut 91,00, 86,00
    score 33.19 80.00? | score.cued | Skornya berturut-turut 91,00, 86,00, dan 80,00

Kabupaten Blora, Pati dan Kudus menjadi sorotan. Skornya berturut-turut 91,00 dan 86,00.
    score 33 86.00? | score.cued | Skornya berturut-turut 91,00 dan 86,00
    score 33 91.00? | score.cued | Skornya berturut-turut 91,00

Skor Kabupaten Blora lebih tinggi dibandingkan Kabupaten Pati (39,10), yakni 41,20.
    score 33.18 39.10 | score.bracket | Kabupaten Pati (39,10

Dibandingkan Kabupaten Pati (39,10), skor Kabupaten Blora 41,20.
    score 33.16 41.20 | score.pair | Kabupaten Blora 41,20
    score 33.18 39.10 | score.bracket | Kabupaten Pati (39,10

Skor Kabupaten Blora berada di bawah Kabupaten Pati yang meraih skor 43,50.
    score 33.18 43.50 | score.cued | Kabupaten Pati yang meraih skor 43,50

Skor Kabupaten Blora berada di bawah Kabupaten Pati yaitu 41,20.
    score 33.16 41.20 | score.cued | Kabupaten Blora berada di bawah Kabupaten Pati yaitu 41,20

Skor tertinggi di Provinsi Jawa Tengah 77,10.

Skor tertinggi Provinsi Jawa Tengah 77,10.
    score 33 77.10? | score.pair | Provinsi Jawa Tengah 77,10

Skor di Provinsi Jawa Tengah 77,10.
    score 33 77.10? | score.pair | Provinsi Jawa Tengah 77,10

Kecamatan Jepon di Kabupaten Blora dengan skor 41,20.

Kecamatan Jepon disorot. Kabupaten Blora dengan skor 41,20.
    score 33.16 41.20 | score.cued | Kabupaten Blora dengan skor 41,20

Selisih skor Kabupaten Blora dan Kabupaten Pati 12,10.

Selisih skor Kabupaten Blora 12,10.

Rata-rata skor Kabupaten Blora dan Kabupaten Pati adalah 42,10.

Enam kabupaten lain memperoleh skor 39,29.

Daerah lainnya memperoleh skor 39,29.

Kabupaten Blora disorot. Enam kabupaten lain memperoleh skor 39,29.

Kabupaten Blora disorot. Daerah itu memperoleh skor 39,29.
    score 33.16 39.29 | score.cued | Daerah itu memperoleh skor 39,29

Rata-rata skornya 41,20.
    score ID 41.20? | score.cued | Rata-rata skornya 41,20

Rata-rata skornya adalah 41,20 di IKP 2024.
    score ID 41.20? | score.cued | Rata-rata skornya adalah 41,20

Rerata skor ikp 41,20.
    score ID 41.20? | score.cued | Rerata skor ikp 41,20

Bawaslu Kabupaten Blora menyebut skor kami 41,20.
    score 33.16 41.20 | score.cued | Bawaslu Kabupaten Blora menyebut skor kami 41,20

Bawaslu Kabupaten Blora menyebut skor 41,20.
    score 33 41.20? | score.cued | Bawaslu Kabupaten Blora menyebut skor 41,20

Ketua Bawaslu Kabupaten Blora mengatakan skor kabupatennya 41,20.
    score 33.16 41.20 | score.cued | Ketua Bawaslu Kabupaten Blora mengatakan skor kabupatennya 41,20

Skornya 41,20, lebih tinggi dari milik Kabupaten Pati.
    score 33 41.20? | score.cued | Skornya 41,20

Kabupaten Wakanda mengumpulkan skor 41,20.
    score 33 41.20? | score.cued | Kabupaten Wakanda mengumpulkan skor 41,20

Kabupaten Blora disorot. Kabupaten Wakanda mengumpulkan skor 41,20.
    score 33.16 41.20? | score.cued | Kabupaten Wakanda mengumpulkan skor 41,20

Kabupaten Blora (44,10), Pati (42,30), Kudus dan Jepara (40,96) menonjol.
    score 33.16 44.10 | score.bracket | Kabupaten Blora (44,10
    score 33.18 42.30 | score.bracket | Pati (42,30
    score 33.19 40.96 | score.shared | Kudus dan Jepara (40,96
    score 33.20 40.96 | score.shared | Jepara (40,96

Skor Kabupaten Blora (44,10), Pati (42,30), Kudus, Rembang dan Jepara (40,96).
    score 33.16 44.10 | score.bracket | Kabupaten Blora (44,10
    score 33.17 40.96 | score.shared | Rembang dan Jepara (40,96
    score 33.18 42.30 | score.bracket | Pati (42,30
    score 33.19 40.96 | score.shared | Kudus, Rembang dan Jepara (40,96
    score 33.20 40.96 | score.shared | Jepara (40,96

Skor Kabupaten Blora (44,10), Pati (42,30), Kudus, Jepara (40,96).
    score 33.16 44.10 | score.bracket | Kabupaten Blora (44,10
    score 33.18 42.30 | score.bracket | Pati (42,30
    score 33.20 40.96 | score.bracket | Jepara (40,96

Skor Kabupaten Blora dan Pati (42,30).
    score 33.18 42.30? | score.bracket | Pati (42,30

Skor Blora serta Pati 42,30.
    score 33.18 42.30? | score.pair | Pati 42,30

Skor Blora dan Pati sama-sama 42,30.
    score 33.16 42.30 | score.shared | Blora dan Pati sama-sama 42,30
    score 33.18 42.30 | score.shared | Pati sama-sama 42,30

Skor Blora 42,30 dan 38,20.
    score 33.16 42.30? | score.pair | Blora 42,30

Skor Blora 42,30 dan kontestasi 38,20.
    dimension 33.16 kontestasi 38.20 | score.cued | Blora 42,30 dan kontestasi 38,20
    score 33.16 42.30 | score.pair | Blora 42,30

Blora 55,10 dan 38,20.
    score 33.16 55.10? | score.near | Blora 55,10

Kabupaten Blora menjadi sorotan. Skornya masing-masing 91,00 dan 86,00.
    score 33.16 91.00? | score.cued | Skornya masing-masing 91,00

Kabupaten Blora menjadi sorotan. Skornya masing-masing 91,00.
    score 33.16 91.00? | score.cued | Skornya masing-masing 91,00

Kabupaten Blora menjadi sorotan. Skornya 91,00 dan 86,00.
    score 33.16 91.00? | score.cued | Skornya 91,00

Kabupaten Blora menjadi sorotan. Skornya 91,00.
    score 33.16 91.00 | score.cued | Skornya 91,00

Kabupaten Blora menjadi sorotan. Skornya 41,20 dan 3 kasus terjadi.
    score 33.16 41.20 | score.cued | Skornya 41,20

Kabupaten Blora menjadi sorotan. Kontestasi dan partisipasi masing-masing 91,00 dan 86,00.
    dimension 33.16 kontestasi 91.00? | score.cued | Kontestasi dan partisipasi masing-masing 91,00
    dimension 33.16 partisipasi 91.00? | score.cued | Kontestasi dan partisipasi masing-masing 91,00

Kabupaten Blora menjadi sorotan. Kontestasi 91,00 dan partisipasi 86,00.
    dimension 33.16 kontestasi 91.00 | score.cued | Kontestasi 91,00
    dimension 33.16 partisipasi 86.00 | score.cued | Kontestasi 91,00 dan partisipasi 86,00
"""
"""Several regions and several figures, regions compared with, regions that are only counted, speakers."""

AHEAD = """
Skor 41,20 diraih Kabupaten Blora.
    score 33.16 41.20 | score.cued | Skor 41,20

Skor 41,20 diraih Kabupaten Blora dan 39,10 untuk Kabupaten Pati.
    score 33.16 41.20 | score.cued | Skor 41,20
    score 33.18 39.10 | score.pair | 39,10 untuk Kabupaten Pati

Dengan skor 41,20, Kabupaten Blora masuk lima besar.
    score 33.16 41.20 | score.cued | Dengan skor 41,20

Dengan skor 41,20 dan rawan tinggi, Kabupaten Blora masuk lima besar.
    category 33.16 tinggi? | score.cued | Dengan skor 41,20 + rawan tinggi, Kabupaten Blora
    score 33.16 41.20? | score.cued | Dengan skor 41,20 + rawan tinggi, Kabupaten Blora

Dengan skor 41,20 poin, Kabupaten Blora masuk lima besar.
    score 33.16 41.20 | score.cued | Dengan skor 41,20

Skor 41,20 (Kabupaten Blora) menonjol.
    score 33.16 41.20 | score.cued | Skor 41,20

Skor 41,20 menjadi sorotan Kabupaten Blora.
    score 33.16 41.20? | score.cued | Skor 41,20

Skor 41,20 menjadi sorotan Kabupaten Blora dan Kabupaten Pati.
    score 33 41.20? | score.cued | Skor 41,20

Skor 41,20 menjadi pekerjaan rumah yang cukup berat Kabupaten Blora.
    score 33 41.20? | score.cued | Skor 41,20

Skor nasional 41,20 menjadi sorotan Kabupaten Blora.
    score ID 41.20? | score.national_mean | Skor nasional 41,20

Skor 41,20 kata Ketua Bawaslu Kabupaten Blora.
    score 33 41.20? | score.cued | Skor 41,20

Berikut skornya: ¶¶ 1. 41,20 Kabupaten Blora ¶ 2. 39,10 Kabupaten Pati
    score 33.16 41.20? | score.near | 41,20
    score 33.18 39.10? | score.near | 39,10

Berikut skornya: ¶¶ - 41,20: Kabupaten Blora ¶ - 39,10: Kabupaten Pati
    score 33.16 41.20? | score.near | 41,20
    score 33.18 39.10? | score.near | 39,10

Kabupaten Blora dengan skor 41,20 dan 39,10 untuk Kabupaten Pati.
    score 33.16 41.20? | score.cued | Kabupaten Blora dengan skor 41,20
    score 33.18 39.10 | score.cued | 39,10 untuk Kabupaten Pati

Kabupaten Blora dengan skor 41,20 dan 39,10 untuk Kabupaten Pati 38,10.
    score 33.16 41.20? | score.cued | Kabupaten Blora dengan skor 41,20
    score 33.18 38.10 | score.pair | Kabupaten Pati 38,10

Kabupaten Pati peringkat kelima dan skor 41,20 diraih Kabupaten Blora.
    rank 33.18 5? | rank.stated | Kabupaten Pati peringkat kelima
    score 33.16 41.20 | score.cued | 41,20 diraih Kabupaten Blora

Kabupaten Pati peringkat kelima dan skor 41,20 dibahas Kabupaten Blora.
    rank 33.18 5 | score.cued | Kabupaten Pati peringkat kelima dan skor 41,20
    score 33.18 41.20 | score.cued | Kabupaten Pati peringkat kelima dan skor 41,20

Kabupaten Pati peringkat kelima dan skor 41,20.
    rank 33.18 5 | score.cued | Kabupaten Pati peringkat kelima dan skor 41,20
    score 33.18 41.20 | score.cued | Kabupaten Pati peringkat kelima dan skor 41,20

Kabupaten Pati peringkat kelima, sedangkan skor 41,20 diraih Kabupaten Blora dan skor 38,10 diraih Kabupaten Kudus.
    rank 33.18 5? | rank.stated | Kabupaten Pati peringkat kelima
    score 33.16 41.20 | score.cued | 41,20 diraih Kabupaten Blora
    score 33.19 38.10 | score.cued | 38,10 diraih Kabupaten Kudus

Kabupaten Pati dengan skor 41,20 menempatkan Kabupaten Pati di urutan ketiga.
    score 33.18 41.20 | score.cued | Kabupaten Pati dengan skor 41,20
"""
"""Figures before their regions: a word that hands them on, or a few words that only ask a person."""

NATION = """
Indeks kerawanan pada tingkat nasional di kisaran 49.
    score ID 49? | score.national_mean | Indeks kerawanan pada tingkat nasional di kisaran 49

Untuk tingkat nasional, skornya 49,20.
    score ID 49.20 | score.cued | Untuk tingkat nasional, skornya 49,20

Secara nasional skornya 49,20.
    score ID 49.20? | score.cued | Secara nasional skornya 49,20

Secara nasional provinsi ini berada di urutan 20 dengan skor 41,20.
    rank 33 20 nasional? | score.cued | Secara nasional provinsi ini berada di urutan 20 dengan skor 41,20
    score 33 41.20? | score.cued | Secara nasional provinsi ini berada di urutan 20 dengan skor 41,20

Secara nasional di urutan 20 dengan skor 41,20.

Provinsi ini di urutan 20 secara nasional dengan skor 41,20.
    rank 33 20 nasional? | score.cued | Provinsi ini di urutan 20 secara nasional dengan skor 41,20
    score 33 41.20? | score.cued | Provinsi ini di urutan 20 secara nasional dengan skor 41,20

Indeks kerawanan nasional 49,63.
    score ID 49.63? | score.national_mean | Indeks kerawanan nasional 49,63

Rata-rata nasional 49,00 menjadi 49,63.
    earlier score ID 49.00 | score.national_mean | Rata-rata nasional 49,00
    score ID 49.63? | score.national_mean | Rata-rata nasional 49,00 menjadi 49,63

Rata-rata nasional 490,00.

Rata-rata nasional dimensi kontestasi 49,00.
    dimension ID kontestasi 49.00? | score.national_mean | Rata-rata nasional dimensi kontestasi 49,00

Untuk dimensi kontestasi, rata-rata nasional 49,00.
    dimension ID kontestasi 49.00? | score.national_mean | rata-rata nasional 49,00
"""
"""Means of the nation, and ranks among all that leave it open whose a figure is."""


@pytest.mark.parametrize(("text", "facts"), examples(BEARERS))
def test_whose_a_score_is(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(AHEAD))
def test_a_figure_may_stand_before_its_region(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


@pytest.mark.parametrize(("text", "facts"), examples(NATION))
def test_the_nation_has_its_own_figures(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts
