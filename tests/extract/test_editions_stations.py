"""Ballots of texts that count polling stations: which mapping is meant, if any."""

from __future__ import annotations

import pytest

from ballots import Case, cases, lines_of_ballot
from pipeline.extract.editions.stations import counts_of_stations
from pipeline.reference import Reference

BALLOTS = """
12 TPS
12 TPS, 3 TPS, tiga TPS
12 TPS, 3 TPS, tiga TPS, 4 tempat pemungutan suara
    tps_rawan_pilkada_2024 1.28 counts polling stations
12 TPS rawan, 3 TPS rawan
    tps_rawan_pilkada_2024 1 counts polling stations
TPS rawan dan rawan TPS
    tps_rawan_pilkada_2024 1 counts polling stations
kerawanan di TPS; pemetaan TPS
    tps_rawan_pilkada_2024 1 counts polling stations
pemetaan potensi kerawanan TPS, tempat pemungutan suara (TPS) yang masuk kategori rawan
    ikp_2024 0.3 is the latest of its kind
    tps_rawan_pilkada_2024 1 counts polling stations
banyak TPS, semua TPS, TPS 5, puluh TPS
1.200 TPS, 12 TPS, 3 TPS rawan pada Pemilu 2024
    tps_rawan_pemilu_2024 6 counts polling stations
    tps_rawan_pemilu_2024 3 names the index
    tps_rawan_pilkada_2024 2.4 counts polling stations
1.200 TPS, 12 TPS, 3 TPS rawan pada Pemilu 2019
    ? 6 counts polling stations of a vote that is not on record
    ikp_2019 1.5 names the election
    ikp_2019_update 0.75 is the other round
12 TPS, 3 TPS, 4 TPS, 5 TPS pilkada
    tps_rawan_pilkada_2024 1.28 counts polling stations
12 TPS, 3 TPS, 4 TPS, 5 TPS pemilu
    tps_rawan_pemilu_2024 1.28 counts polling stations
12 TPS, 3 TPS, 4 TPS, 5 TPS, 22 indikator
    tps_rawan_pemilu_2024 1.28 counts polling stations
    tps_rawan_pemilu_2024 1.57 states facts of its instrument
2024-01-17: 12 TPS, 3 TPS rawan
    ikp_2024 1 is the latest at the time
    tps_rawan_pemilu_2024 0.4 counts polling stations
2024-01-18: 12 TPS, 3 TPS rawan
    ikp_2024 1 is the latest at the time
    tps_rawan_pemilu_2024 6.5 counts polling stations
2024-02-21: 12 TPS, 3 TPS rawan
    ikp_2024 1 is the latest at the time
    tps_rawan_pemilu_2024 6.5 counts polling stations
2024-02-22: 12 TPS, 3 TPS rawan
    ikp_2024 1 is the latest at the time
    tps_rawan_pemilu_2024 0.4 counts polling stations
2024-02-10: 12 TPS
    ikp_2024 1 is the latest at the time
2020-12-01: 12 TPS, 3 TPS rawan
    ? 6.5 counts polling stations of a vote that is not on record
    ikp_pilkada_2020 0.9 is the other round
    ikp_pilkada_2020_update 1 is the latest at the time
12 TPS, 3 TPS rawan jelang 2019
    ? 4.5 counts polling stations of a vote that is not on record
12 TPS, 3 TPS rawan [tps-2018.txt]
    tps_rawan_pilkada_2018 1 counts polling stations
12 TPS, 3 TPS rawan, pencoblosan 14 Februari 2024
    ikp_2024 0.98 gives the day of its vote
    tps_rawan_pemilu_2024 4.5 counts polling stations
12 TPS, 3 TPS rawan, 5 Mei 2024
    ikp_2024 0.8 was current when the text may have been written
    tps_rawan_pemilu_2024 4.5 counts polling stations
    tps_rawan_pilkada_2024 4.5 counts polling stations
12 TPS, 3 TPS rawan © 2024
    ikp_2024 0.32 was current when the text may have been written
    pemetaan_pilkada_2024 0.64 was current when the text may have been written
    tps_rawan_pilkada_2024 1 counts polling stations
"""
"""A text, with its day before it and what stands beside it in brackets; below it the votes, "?" for none on record."""

COUNTS = {
    "12 TPS": 1,
    "12 TPS, 3 tempat pemungutan suara": 2,
    "tiga TPS dan dua puluh satu TPS": 2,
    "1.265 TPS": 1,
    "1.265.000 TPS": 1,
    "0,12 TPS": 0,
    "TPS 12": 0,
    "12 TPSLN": 0,
    "12TPS": 0,
    "banyak TPS": 0,
    "dua belas ribu TPS": 0,
}


@pytest.mark.parametrize("case", cases(BALLOTS), ids=str)
def test_ballot(case: Case, reference: Reference) -> None:
    assert list(lines_of_ballot(case, reference)) == case.votes


@pytest.mark.parametrize(("text", "expected"), COUNTS.items())
def test_counts_of_stations(text: str, expected: int) -> None:
    assert counts_of_stations(text) == expected
