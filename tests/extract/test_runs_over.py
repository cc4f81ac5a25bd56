"""Counts, levels and words that must not run over their bounds: to the next issue, province, edition or sentence."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeAlias

import pytest

from pipeline.extract.editions.stations import counts_of_stations
from pipeline.model import Document, Extraction
from told import told_by

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]

STATIONS = "Bawaslu Kabupaten Blora memetakan TPS rawan Pilkada 2024. "
INDEX = "Bawaslu Kabupaten Blora memaparkan IKP 2024. "
PROVINCE = "Bawaslu Jawa Tengah merilis IKP 2024. "

TOLD = {
    f"{STATIONS}Ada 86 TPS rawan banjir dan lebih dari 20 TPS rawan konflik.": {
        "indicator 33.16 3 x86 | indicator.tps | 86 TPS rawan banjir",
        "issue 33.16 TPS rawan konflik? | indicator.prose | TPS rawan konflik",
    },
    f"{STATIONS}TPS di daerah rawan banjir dipantau pada 27, bukan sebelumnya.": {
        "indicator 33.16 3? | indicator.prose | TPS di daerah rawan banjir",
    },
    f"{INDEX}Tercatat pernah ditemukan pada 2020 kasus politik uang.": {
        "indicator 33.16 54? | indicator.prose | politik uang",
    },
    f"{INDEX}Mengapa di Blora banyak ditemukan praktik politik uang?": {
        "indicator 33.16 54? | indicator.prose | politik uang",
    },
    f"{PROVINCE}Litbang Kompas mencatat skor Blora 41,20.": {"score 33.16 41.20 | score.pair | Blora 41,20"},
    "Bawaslu merilis IKP 2024. Di Kabupaten Blora, 4 masuk kategori rawan tinggi.": set(),
    f"{PROVINCE}Seluruh kabupaten/kota di Jawa Tengah masuk kategori rawan sedang. Skor Kota Bandung 44,30. "
    "Pada IKP Pilkada 2020, skor Kabupaten Rembang 52,10.": {
        "score 32.73 44.30? | score.pair | Kota Bandung 44,30",
        "earlier score 33.17 52.10 | score.pair | Kabupaten Rembang 52,10",
    },
}


@pytest.mark.parametrize(("text", "facts"), TOLD.items())
def test_what_stops_where_it_ends(take: Take, text: str, facts: set[str]) -> None:
    assert told_by(take(text)[1]) == facts


def test_the_work_on_stations_grows_with_the_text_and_not_with_its_square() -> None:
    def seconds(words: int) -> float:
        text = "tanpa titik dan koma " * words
        begin = time.process_time()
        assert counts_of_stations(text) == 0
        return time.process_time() - begin

    assert seconds(40_000) < 200 * (seconds(2_000) + 0.001)
