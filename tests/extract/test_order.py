"""Values told before their region: none goes unseen to the region before them."""

from __future__ import annotations

import pytest

from extract.conftest import Take

STATIONS = "SEMARANG - Bawaslu Jawa Tengah memetakan TPS rawan Pilkada 2024."
INDEX = "SEMARANG - Bawaslu Jawa Tengah merilis Indeks Kerawanan Pemilu (IKP) 2024."

WAITING = {
    "numbers of stations": (
        f"{STATIONS} Sebanyak 31 TPS rawan banjir di Kabupaten Blora, 12 TPS riwayat PSU di Kota Tegal, "
        "serta 5 TPS logistik rusak di Kabupaten Pati."
    ),
    "levels of stages": (
        f"{INDEX} Rawan tinggi tahapan kampanye di Blora, rawan tinggi tahapan pencalonan di Pati, "
        "rawan tinggi tahapan pungut hitung di Kudus."
    ),
    "scores of dimensions": (
        f"{INDEX} Dimensi kontestasi 61,20 di Blora, partisipasi 44,10 di Pati, penyelenggaraan 31,20 di Kudus."
    ),
    "tallies": f"{INDEX} Terdapat 4 kecamatan rawan tinggi di Blora dan 6 kecamatan rawan sedang di Pati.",
    "levels of three dimensions": (
        f"{INDEX} Dimensi kontestasi rawan tinggi di Blora, dimensi partisipasi rawan sedang di Pati, "
        "dimensi penyelenggaraan rawan rendah di Kudus."
    ),
    "levels in brackets behind issues": (
        f"{INDEX} Tiga isu menonjol: netralitas ASN (tinggi di Blora), politik uang (tinggi di Pati)."
    ),
    "scores of dimensions that their words hand on": (
        f"{INDEX} Tercatat 61,20 skor kontestasi Kabupaten Blora, 44,10 skor partisipasi Kabupaten Pati."
    ),
    "levels that another thing stands in": (
        f"{INDEX} Subtahapan pemungutan suara masuk rawan tinggi di Blora dan Pati; logistik masuk rawan sedang di Kudus."
    ),
    "the province's level, a row of a form": "IKP 2024\n\nKategori Provinsi Jawa Tengah: Sedang\nBlora\nPati\nKudus\n",
    "the number of an item": f"{INDEX} Kerawanan IKP 2024 di Kabupaten Blora, yaitu: 1. Netralitas ASN; 2. Politik uang.",
}


@pytest.mark.parametrize("text", WAITING.values(), ids=WAITING)
def test_values_that_may_be_of_the_region_behind_them_wait(text: str, take: Take) -> None:
    found = take(text)[1].findings
    parts = {"33.16", "33.18", "33.19", "33.76"}
    assert [one for one in found if one.decision == "auto" and (one.region_code in parts or one.count)] == []


SURE = {
    "the region first": (f"{INDEX} Blora rawan tinggi, Pati rawan sedang.", {"33.16", "33.18"}),
    "a level in a bracket behind its region": (
        f"{INDEX} Blora (rawan tinggi) dan Pati (rawan sedang).",
        {"33.16", "33.18"},
    ),
    "levels that regions stand in": (
        f"{INDEX} Wilayah yang masuk rawan tinggi Blora, yang masuk rawan sedang Pati.",
        {"33.16", "33.18"},
    ),
    "levels that hand on to one region each": (
        f"{INDEX} Rawan tinggi ada di Blora, rawan sedang ada di Pati.",
        {"33.16", "33.18"},
    ),
}


@pytest.mark.parametrize(("text", "codes"), SURE.values(), ids=SURE)
def test_values_in_plain_order_are_accepted(text: str, codes: set[str], take: Take) -> None:
    found = take(text)[1].findings
    assert {one.region_code for one in found if one.decision == "auto"} >= codes
