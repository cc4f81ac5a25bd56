"""Facts of an instrument that a text states, and what they are worth for which edition."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest

from pipeline.extract.editions.facts import fact_votes
from pipeline.reference import Reference

Worth = dict[str, float]

_NINE = {"ikp_pilkada_2015": 0.525, "ikp_pilkada_2020": 0.55, "ikp_pilkada_2020_update": 0.55}
_AREAS_2020 = {"ikp_pilkada_2020": 0.8, "ikp_pilkada_2020_update": 0.8}
_TWO_OF_2019 = {"ikp_2019": 0.795, "ikp_2019_update": 0.795}
_ALL_34 = {"ikp_2019": 0.545, "ikp_2019_update": 0.545, "ikp_2024": 0.57}

COUNTS: dict[str, Worth] = {
    "61 indikator": {"ikp_2024": 1.57},
    "berbasis 61 indikator": {"ikp_2024": 0.37},
    "dari 61 indikator": {"ikp_2024": 0.37},
    "dari total 61 indikator": {"ikp_2024": 0.37},
    "dari dulu 61 indikator": {"ikp_2024": 1.57},
    "berbasis " + "x" * 31 + " 61 indikator": {"ikp_2024": 1.57},
    "berbasis " + "x" * 30 + " 61 indikator": {"ikp_2024": 0.37},
    "161 indikator": {},
    "0,61 indikator": {},
    "61 indikatornya": {},
    "62 indikator": {},
    "22 indikator": {"tps_rawan_pemilu_2024": 1.57},
    "sepuluh indikator": {},
    "dua belas subdimensi": {"ikp_2024": 1.57},
    "belas subdimensi": {},
    "x61 indikator": {},
    "12 subdimensi": {"ikp_2024": 1.57},
    "berbasis 12 subdimensi": {"ikp_2024": 1.57},
    "16 sub dimensi": _TWO_OF_2019,
    "16 sub-dimensi": _TWO_OF_2019,
    "16 sub -dimensi": _TWO_OF_2019,
    "7 variabel": {"tps_rawan_pemilu_2024": 1.57},
    "4 variabel": {},
    "34 provinsi": _ALL_34,
    "17 provinsi": {},
    "kini mereka berbasis 61 indikator": {"ikp_2024": 0.37},
    "tiga puluh empat provinsi": {},
    "9 provinsi": {},
    "9 provinsi menggelar pilkada": _NINE,
    "sembilan provinsi yang berpilkada": _NINE,
    "sembilan (9) provinsi menggelar pilkada": _NINE,
    "tujuh belas provinsi menggelar pilkada": {"ikp_pilkada_2018": 1.54},
    "270 daerah": {},
    "270 daerah yang menggelar pilkada": _AREAS_2020,
    "peserta " + "x" * 51 + " 270 daerah": _AREAS_2020,
    "peserta " + "x" * 60 + " 270 daerah": {},
    "270 daerah " + "x" * 66 + " melaksanakan": _AREAS_2020,
    "270 daerah " + "x" * 67 + " melaksanakan": {},
    "508 kabupaten/kota": {"pemetaan_pilkada_2024": 1.57},
    "94 kabupaten dan kota": {"ikp_pilkada_2017": 1.535},
    "94 kabupaten kota": {"ikp_pilkada_2017": 1.535},
    "261 kabupaten - kota": _AREAS_2020,
    "261 kabupaten/kota": _AREAS_2020,
    "1.261 kabupaten/kota": {},
    "60 kabupaten/kota": {},
}
"""Of editions with one figure each has a share, the later a little more."""

TALLIES: dict[str, Worth] = {
    "84 kabupaten/kota": {"pemetaan_pilkada_2024": 0.7},
    "85 kabupaten": {"ikp_2024": 0.7},
    "85 (delapan puluh lima) kab": {"ikp_2024": 0.7},
    "85 daerah": {"ikp_2024": 0.7},
    "85 kota": {},
    "85 kabko": {},
    "185 kabupaten": {},
    "1,85 kabupaten": {},
    "58 kabupaten": {},
    "5 provinsi tinggi, 21 sedang dan 8 rendah": {"ikp_2024": 1.5},
    "5 provinsi tinggi, 21 sedang": {"ikp_2024": 1.0},
    "lima provinsi rawan tinggi, 28 provinsi rawan sedang": {"pemetaan_pilkada_2024": 1.0},
    "5 provinsi tinggi": {},
    "5 wilayah tinggi, 21 wilayah sedang": {},
    "15 provinsi tinggi, 121 sedang": {},
    "5 provinsi. tinggi, 21 sedang": {},
    "5 provinsi " + "x" * 30 + " tinggi, 21 sedang": {"ikp_2024": 1.0},
    "5 provinsi " + "x" * 31 + " tinggi, 21 sedang": {},
    "5 provinsi tertinggi, 21 sedangkan": {},
}
"""A great number of kabupaten tells by itself, small ones only where two of an edition stand together."""

BOUNDS: dict[str, Worth] = {
    "56,95 ke atas": {"ikp_pilkada_2020": 1.0},
    "dari 43.06 sampai 56.95": {"ikp_pilkada_2020": 2.0},
    "di atas 68,5": {"ikp_2024": 1.0},
    "di atas 68,50": {"ikp_2024": 1.0},
    "di atas 068,50": {"ikp_2024": 1.0},
    "68,501 dan 168,5 dan 1.68,5 dan 68,5.1": {},
    "di atas 68,5. Lalu": {"ikp_2024": 1.0},
    "66 dan 33": {},
    "1,99 dan 3,00": {},
    "66,00 dan 33,00": {},
}
"""Bounds of whole numbers, and those of a scale of 5, are of too many."""

MEANS: dict[str, Worth] = {
    "rata-rata 49,63": {"ikp_2019_update": 1.5},
    "rerata 49,00 dan skor nasional 51,65": {"ikp_2019": 1.5, "ikp_pilkada_2020": 1.5},
    "49,63": {},
    "rata-rata " + "x" * 49 + " 49,63": {"ikp_2019_update": 1.5},
    "rata-rata " + "x" * 60 + " 49,63": {},
    "49,63 " + "x" * 15 + " nasional": {"ikp_2019_update": 1.5},
    "49,63 " + "x" * 20 + " nasional": {},
}

KNOWN: dict[str, Worth] = {
    "Papua 3,41": {"ikp_pilkada_2018": 1.5},
    "Papua 3,41, Maluku 3,25": {"ikp_pilkada_2018": 3.0},
    "Irian Jaya 3,41": {"ikp_pilkada_2018": 1.5},
    "DKI Jakarta 88,95": {"ikp_2024": 1.5},
    "Maluku 3,41": {},
    "3,41 Papua": {},
    "Papua " + "x" * 82 + " 3,41": {"ikp_pilkada_2018": 1.5},
    "Papua " + "x" * 90 + " 3,41": {},
}
"""A score that is on record tells where its region stands before it."""

_OF_FIVE = {"ikp_pilkada_2015": 0.5, "ikp_pilkada_2017": 0.54, "ikp_pilkada_2018": 0.56}
_OF_A_HUNDRED = {"ikp_2019": 0.1, "ikp_pilkada_2020": 0.1, "ikp_2024": 0.1}
SCALE: dict[str, Worth] = {
    "skor 3,47": {},
    "skor 3,47 dan nilai 2,10": _OF_FIVE,
    "skor 3,47 dan 2,10": _OF_FIVE,
    "Alfa 3,47, Beta 2,10": _OF_FIVE,
    "Alfa 3,47": {},
    "Alfa 3,47, Beta 5,01": {},
    "Alfa 3,47, Beta 5,00": _OF_FIVE,
    "skor 3,47 dari skala 0-5": _OF_FIVE,
    "skor 3,47 dengan rentang nilai antara 0,0 sampai 5": _OF_FIVE,
    "skor 3,47 dari skala satu dua tiga empat 0-5": {},
    "skor 3,47 dari skala 1-5": {},
    "skor 5,01": _OF_A_HUNDRED,
    "skornya 53,41": _OF_A_HUNDRED,
    "skor 53,41 dan skor 3,47": _OF_A_HUNDRED,
    "indeks " + "x" * 28 + " 53,41": _OF_A_HUNDRED,
    "indeks " + "x" * 29 + " 53,41": {},
    "skor. 53,41": {},
    "skor 153,41": {},
    "eskor 53,41": {},
    "ikpx 53,41": {},
    "nilai 53,41": _OF_A_HUNDRED,
    "nilainya 53,41": _OF_A_HUNDRED,
    "angka 53,41": _OF_A_HUNDRED,
    "indeks 53,41": _OF_A_HUNDRED,
    "skor 53,41 2": _OF_A_HUNDRED,
    "skor 3,47 mulai 0 sampai 5": _OF_FIVE,
    "skor 3,47 mulai dari 0 sampai 5": _OF_FIVE,
    "skor 3,47 dalam rentang antara angka mulai 0,00 hingga 5": _OF_FIVE,
    "skor 3,47 dari berskala 0-5": {},
    "skor 3,47 dari skala 0:5-6": {},
    "Alfa 3,47, Beta 12,10": {},
    "Alfa 3,47, Beta 2,10 2": _OF_FIVE,
    "3,47km dan 2,10km": {},
    "3,47 dan 2,10 wit": {},
    "Alfa 3,47, Beta 1.2,10": {},
    "dari skala 0-5": {},
    "skor 3,47 dan skor 53,41": _OF_A_HUNDRED,
    "skor 53,4111": {},
    "53,41": {},
    "3,47% dan 2,10 persen": {},
    "3,47 juta dan 2,10 ribu": {},
    "3,47 dan 2,10 km": {},
}
"""A score beyond 5 is of an index that goes up to 100; two below are of one that goes up to 5."""

DIMENSIONS: dict[str, Worth] = {
    "dimensi pencalonan dan kampanye": {"pemetaan_pilkada_2024": 1.5},
    "aspek pencalonan dan kampanye": {"pemetaan_pilkada_2024": 1.5},
    "pencalonan dan kampanye": {},
    "kedimensian pencalonan dan kampanye": {},
    "sub-dimensi pencalonan dan kampanye": {"pemetaan_pilkada_2024": 1.5},
    "prospek aspekual pencalonan dan kampanye": {"pemetaan_pilkada_2024": 1.5},
    "konteks pencalonan dan kampanye": {"pemetaan_pilkada_2024": 1.5},
    "konteksnya pencalonan dan kampanye": {},
    "tahapannya pencalonan dan kampanye": {},
    "antahapan pencalonan dan kampanye": {},
    "multivariabel pencalonan dan kampanye": {},
    "praaspek pencalonan dan kampanye": {},
    "dimensi pencalonan dan kampanye di tpsu": {"pemetaan_pilkada_2024": 1.5},
    "dimensi pencalonan dan kampanye di stps": {"pemetaan_pilkada_2024": 1.5},
    "dimensi pencalonan dan kampanye di TPS. aspek kampanye dan pencalonan": {"pemetaan_pilkada_2024": 1.5},
    "pencalonan serta pemungutan dan penghitungan suara": {"pemetaan_pilkada_2024": 1.5},
    "dimensi kampanye": {},
    "pencalonan, kampanye dan pungut hitung": {"pemetaan_pilkada_2024": 1.5},
    "dimensi pencalonan. kampanye": {},
    "dimensi pencalonan; kampanye": {},
    "dimensi pencalonan 3.5 dan kampanye": {"pemetaan_pilkada_2024": 1.5},
    "pemungutan dan penghitungan suara": {"pemetaan_pilkada_2024": 1.5},
    "pemungutan dan penghitungan suara di TPS": {},
    "dimensi pencalonan dan kampanye. dimensi kampanye dan pungut hitung": {"pemetaan_pilkada_2024": 3.0},
    "otoritas penyelenggara negara": {},
    "subdimensi hak memilih dan hak dipilih": {"ikp_2024": 1.5},
    "hak memilih dan hak dipilih": {},
    "konteks sosial dan konteks politik": {"ikp_pilkada_2020_update": 1.5},
}
"""Dimensions of its own: two called so, all of them in one sentence, or one with a long name."""

SIGNS: dict[str, Worth] = {
    "enam level": {"ikp_pilkada_2020": 0.8},
    "Level 5 dan level 6": {"ikp_pilkada_2020": 1.6},
    "level 55": {},
    "sublevel 5": {},
    "Prabowo-Sandi": {"ikp_2019": 0.8},
}

WHYS = {
    "states facts of its instrument": COUNTS,
    "states its tallies": TALLIES,
    "states its bounds": BOUNDS,
    "states its national mean": MEANS,
    "states scores that are known to be its own": KNOWN,
    "has scores of this size": SCALE,
    "names dimensions of its own": DIMENSIONS,
    "describes its instrument": SIGNS,
}
ROWS = [(why, text, worth) for why, texts in WHYS.items() for text, worth in texts.items()]


@pytest.mark.parametrize(("why", "text", "worth"), ROWS, ids=[f"{why}: {text}" for why, text, _ in ROWS])
def test_a_fact_is_worth(why: str, text: str, worth: Worth, reference: Reference) -> None:
    assert _worth(why, text, reference) == worth


def _worth(why: str, text: str, reference: Reference) -> Worth:
    found: dict[str, float] = defaultdict(float)
    for vote in fact_votes(text, reference):
        if vote.why == why:
            found[vote.id] += vote.weight
    return {key: round(weight, 3) for key, weight in found.items()}


def test_facts_are_those_of_the_tables(reference: Reference) -> None:
    """Read the tables anew, for what is derived from them is kept."""
    fresh = replace(reference)
    for why, text, worth in ROWS:
        assert _worth(why, text, fresh) == worth, text


def test_votes_of_a_reason_are_bounded(reference: Reference) -> None:
    text = "61 indikator, 84 kabupaten, di atas 68,5 rata-rata 49,63, Papua 3,41 skor 3,1, level 5"
    text += ", pencalonan, kampanye dan pungut hitung"
    caps = {vote.why: vote.cap for vote in fact_votes(text + ". skor 3,2 dan 2,2 dan 1,1", reference)}
    caps |= {vote.why: vote.cap for vote in fact_votes("skor 3,2 dan nilai 2,2", reference)}
    assert caps == {
        "states facts of its instrument": 3.0,
        "states its tallies": 2.0,
        "states its bounds": 3.0,
        "states its national mean": 3.0,
        "states scores that are known to be its own": 6.0,
        "has scores of this size": 0.7,
        "names dimensions of its own": 3.0,
        "describes its instrument": 2.4,
    }
