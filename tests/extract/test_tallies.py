"""Tallies in made-up sentences: how many regions fall into a level, and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

LEAD = "Bawaslu RI mengumumkan Indeks Kerawanan Pemilu (IKP) 2024 secara nasional.\n\n"
PROVINCE = "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"
Rows = dict[str, tuple[str, set[str]]]

NATIONAL: Rows = {
    "terdiri dari": ("Kategori rawan tinggi terdiri dari 5 provinsi.", {"tally ID province tinggi 5"}),
    "digits, count first": (
        "Ada 85 kabupaten/kota masuk kategori rawan tinggi.",
        {"tally ID regency_city tinggi 85"},
    ),
    "words, count first": ("Lima provinsi masuk kategori rawan tinggi.", {"tally ID province tinggi 5"}),
    "two words": (
        "Dua puluh satu provinsi berada pada kategori rawan sedang.",
        {"tally ID province sedang 21"},
    ),
    "category first": (
        "Kategori rawan sedang sebanyak 349 kabupaten/kota.",
        {"tally ID regency_city sedang 349"},
    ),
    "percent behind": (
        "Sebanyak 85 kabupaten/kota (16,54%) masuk kategori rawan tinggi.",
        {"tally ID regency_city tinggi 85"},
    ),
    "percent first": (
        "Sekitar 16 persen atau 84 kabupaten/kota rawan tinggi.",
        {"tally ID regency_city tinggi 84"},
    ),
    "percent alone": ("Sebanyak 15 persen provinsi rawan tinggi.", set()),
    "percent behind the category": (
        "Untuk rawan sedang ada 334 kabupaten/kota (66 persen).",
        {"tally ID regency_city sedang 334"},
    ),
    "universe left out": (
        "Dari 34 provinsi, lima provinsi masuk kategori rawan tinggi.",
        {"tally ID province tinggi 5"},
    ),
    "universe behind": (
        "Lima dari 34 provinsi masuk kategori rawan tinggi.",
        {"tally ID province tinggi 5"},
    ),
    "universe only": ("IKP 2024 memotret 514 kabupaten/kota di 34 provinsi.", set()),
    "none of them": (
        "Tidak satu pun provinsi yang masuk kategori rawan rendah.",
        {"tally ID province rendah 0"},
    ),
    "three in one sentence": (
        "Ada 85 kabupaten/kota rawan tinggi, 349 kabupaten/kota rawan sedang, 80 kabupaten/kota rawan rendah.",
        {
            "tally ID regency_city tinggi 85",
            "tally ID regency_city sedang 349",
            "tally ID regency_city rendah 80",
        },
    ),
    "noun left out": (
        "Ada 5 provinsi rawan tinggi, 21 rawan sedang, dan 8 rawan rendah.",
        {"tally ID province tinggi 5", "tally ID province sedang 21", "tally ID province rendah 8"},
    ),
    "both levels": (
        "Kategori rawan tinggi sebanyak 5 provinsi. Kategori rawan tinggi ada 85 kabupaten/kota.",
        {"tally ID province tinggi 5", "tally ID regency_city tinggi 85"},
    ),
    "of a stage": (
        "Untuk tahapan pencalonan, ada 84 kabupaten/kota rawan tinggi.",
        {"tally ID regency_city tinggi 84 in pencalonan"},
    ),
    "of one dimension": (
        "Pada dimensi kontestasi, enam provinsi masuk kategori rawan tinggi.",
        {"tally ID province tinggi 6 in kontestasi"},
    ),
    "with their names": (
        "Dua provinsi masuk kategori rawan tinggi, yakni Provinsi Banten dan Provinsi Maluku.",
        {"tally ID province tinggi 2", "category 36 tinggi", "category 81 tinggi"},
    ),
    "a list of provinces": (
        "Ada dua provinsi yang masuk kategori rawan tinggi:\n\n1. Provinsi Banten\n2. Provinsi Maluku",
        {"tally ID province tinggi 2", "category 36 tinggi", "category 81 tinggi"},
    ),
    "regions without a level": ("Pemilihan digelar di 37 provinsi dan 508 kabupaten/kota.", set()),
    "indicators counted": ("Ada 12 indikator yang masuk kategori rawan tinggi.", set()),
    "polling stations counted": ("Sebanyak 125 TPS rawan tersebar di 12 kabupaten.", set()),
    "districts of the region before": (
        "Kabupaten Blora memiliki 3 kecamatan rawan tinggi.",
        {"tally 33.16 district tinggi 3"},
    ),
    "districts": (
        "Ada 14 kecamatan masuk kategori rawan tinggi di Kabupaten Blora.",
        {"tally 33.16 district tinggi 14"},
    ),
}

OF_A_PROVINCE: Rows = {
    "others besides two by name": (
        "Kabupaten Blora, Kabupaten Pati, dan empat kabupaten lainnya masuk kategori rawan tinggi.",
        {"category 33.16 tinggi", "category 33.18 tinggi"},
    ),
    "others of another level": (
        "Kabupaten Blora rawan tinggi, dan empat kabupaten lainnya rawan sedang.",
        {"category 33.16 tinggi", "tally 33 regency_city sedang 4"},
    ),
    "a bare level behind a count in full": (
        "Tiga daerah masuk kategori rawan tinggi dan lima daerah sedang.",
        {"tally 33 regency_city tinggi 3", "tally 33 regency_city sedang 5"},
    ),
    "sedang as a verb behind a count": (
        "Tiga daerah masuk kategori rawan tinggi dan lima daerah sedang menyusun rencana.",
        {"tally 33 regency_city tinggi 3"},
    ),
    "kabupaten/kota": (
        "Di Jawa Tengah ada 7 kabupaten/kota masuk kategori rawan tinggi.",
        {"tally 33 regency_city tinggi 7"},
    ),
    "daerah": ("Tujuh daerah masuk kategori rawan tinggi.", {"tally 33 regency_city tinggi 7"}),
    "province takes part in a count": (
        "Jawa Tengah termasuk 21 provinsi yang masuk kategori rawan sedang.",
        {"tally ID province sedang 21", "category 33 sedang"},
    ),
    "more than the province has": (
        "Sebanyak 85 kabupaten/kota masuk kategori rawan tinggi.",
        {"tally ID regency_city tinggi 85"},
    ),
    "another province": (
        "Sementara di Provinsi Banten ada 2 kabupaten/kota yang masuk kategori rawan tinggi.",
        {"tally 36 regency_city tinggi 2"},
    ),
    "counted, then named": (
        "Dua kabupaten masuk kategori rawan tinggi, yaitu Blora dan Pati.",
        {"tally 33 regency_city tinggi 2", "category 33.16 tinggi", "category 33.18 tinggi"},
    ),
    "none of them with ada": (
        "Tidak ada satu pun provinsi yang masuk kategori rawan rendah.",
        {"tally ID province rendah 0"},
    ),
    "salah satu dari": (
        "Bali termasuk salah satu dari 21 provinsi yang masuk kategori rawan sedang.",
        {"tally ID province sedang 21", "category 51 sedang"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), NATIONAL.values(), ids=NATIONAL.keys())
def test_tallies_of_the_country(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(LEAD + text) == expected


@pytest.mark.parametrize(("text", "expected"), OF_A_PROVINCE.values(), ids=OF_A_PROVINCE.keys())
def test_tallies_of_a_province(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(PROVINCE + text) == expected
