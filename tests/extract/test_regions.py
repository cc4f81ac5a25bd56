"""Names of regions in made-up sentences: which region a name means, and names that mean none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

LEAD = "Bawaslu RI mengumumkan Indeks Kerawanan Pemilu (IKP) 2024 secara nasional.\n\n"
HOME = "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"
CITY = "Bawaslu Kota Tegal memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"
Rows = dict[str, tuple[str, set[str]]]

NATIONAL: Rows = {
    "kabupaten": ("Kabupaten Tegal dengan skor 41,20.", {"score 33.28 41.20"}),
    "kota": ("Kota Tegal dengan skor 41,20.", {"score 33.76 41.20"}),
    "kab.": ("Kab. Tegal dengan skor 41,20.", {"score 33.28 41.20"}),
    "kab without a dot": ("Kab Tegal dengan skor 41,20.", {"score 33.28 41.20"}),
    "provinsi": ("Provinsi Gorontalo dengan skor 41,20.", {"score 75 41.20"}),
    "a bare name that one region has": ("Wakatobi dengan skor 41,20.", {"score 74.07 41.20"}),
    "twins are never guessed": ("Tegal dengan skor 41,20.", {"score ?33.28|33.76 41.20"}),
    "twins are never guessed, brackets": (
        "Bima (41,20) dan Kabupaten Dompu (39,10).",
        {"score ?52.06|52.72 41.20", "score 52.05 39.10"},
    ),
    "prefix stated once": (
        "Kabupaten Tegal (41,20), Pekalongan (39,10), dan Magelang (38,05).",
        {"score 33.28 41.20", "score 33.26 39.10", "score 33.08 38.05"},
    ),
    "prefix changes": (
        "Kabupaten Tegal (41,20), Pekalongan (39,10), Kota Magelang (38,05), dan Semarang (36,50).",
        {"score 33.28 41.20", "score 33.26 39.10", "score 33.71 38.05", "score 33.74 36.50"},
    ),
    "province goes before its city": ("Gorontalo dengan skor 41,20.", {"score 75 41.20"}),
    "city of the province's name": ("Kota Jambi dengan skor 41,20.", {"score 15.71 41.20"}),
    "longest name": (
        "Papua (41,20), Papua Barat (39,10), Papua Barat Daya (38,05).",
        {"score 91 41.20", "score 92 39.10", "score 96 38.05"},
    ),
    "longest name, regencies": (
        "Kabupaten Banggai (41,20), Banggai Laut (39,10), dan Banggai Kepulauan (38,05).",
        {"score 72.01 41.20", "score 72.11 39.10", "score 72.07 38.05"},
    ),
    "island's name": ("Bangka Belitung dengan skor 41,20.", {"score 19 41.20"}),
    "abbreviation": ("Jatim dengan skor 41,20.", {"score 35 41.20"}),
    "former spelling": ("Sumatra Utara dengan skor 41,20.", {"score 12 41.20"}),
    "two regions of one name": (
        "Kabupaten dan Kota Jayapura masuk kategori rawan tinggi.",
        {"category 91.03 tinggi", "category 91.71 tinggi"},
    ),
    "part of an unknown name": ("Paser Utara dengan skor 41,20.", {"score ?64.01 41.20"}),
    "the new capital": ("Ibu Kota Nusantara dengan skor 41,20.", {"score ?31 41.20"}),
    "abbreviation of a small regency": ("Pultab dengan skor 41,20.", {"score 82.08 41.20"}),
    "glued": ("Kota Bandarlampung dengan skor 41,20.", {"score 18.71 41.20"}),
    "split": ("Kabupaten Muko-muko dengan skor 41,20.", {"score 17.06 41.20"}),
    "nickname in brackets": (
        "Kabupaten Kutai Kartanegara (Kukar) dengan skor 41,20.",
        {"score 64.02 41.20"},
    ),
    "nickname in brackets with number": (
        "Kabupaten Timor Tengah Selatan (TTS) (41,20).",
        {"score 53.02 41.20"},
    ),
    "province behind": (
        "Kabupaten Nabire, Provinsi Papua Tengah (41,20).",
        {"score 94.01 41.20"},
    ),
    "province behind with di": ("Kabupaten Blora di Jawa Tengah (41,20).", {"score 33.16 41.20"}),
    "small letters are no name": ("Ikan batang, sigi (41,20), dan buru ikut dipamerkan.", set()),
    "kecamatan of a regency's name": (
        "Kecamatan Bandung di Kabupaten Serang memperoleh skor 41,20.",
        set(),
    ),
    "hotel in a city": ("Rapat IKP digelar di Hotel Surabaya, Jumat.", set()),
    "compared": (
        "Provinsi Bali berada di bawah Provinsi Banten dengan skor 41,20.",
        {"score 51 41.20"},
    ),
    "excepted without a level": (
        "Kabupaten Blora dan Kabupaten Pati, kecuali Kabupaten Kudus, masuk kategori rawan tinggi.",
        {"category 33.16 tinggi", "category 33.18 tinggi"},
    ),
    "after another": (
        "Provinsi Bali menempati urutan kedua setelah Provinsi Banten dengan skor 41,20.",
        {"score 51 41.20", "rank 51 2"},
    ),
    "office of a region": (
        "Menurut Ketua KPU Kabupaten Blora, Kabupaten Pati masuk kategori rawan tinggi.",
        {"category 33.18 tinggi"},
    ),
    "police of a region": (
        "Di hadapan Kapolres Kudus, Bawaslu menyebut Kabupaten Blora masuk kategori rawan tinggi.",
        {"category 33.16 tinggi"},
    ),
    "dateline": (
        "KUDUS, Kabar Pesisir - Kabupaten Blora masuk kategori rawan tinggi.",
        {"category 33.16 tinggi"},
    ),
    "related link": (
        "Kabupaten Blora masuk kategori rawan tinggi.\n\nBaca juga: Kabupaten Kudus Rawan Tinggi, Skor 50,10",
        {"category 33.16 tinggi"},
    ),
}

AT_HOME: Rows = {
    "bare twin of the own province stays open": ("Tegal dengan skor 41,20.", {"score ?33.28|33.76 41.20"}),
    "foreign regency in brackets": (
        "Kabupaten Gresik, Jawa Timur (41,20) turut dibahas.",
        {"score 35.25 41.20"},
    ),
    "same name in two provinces": ("Kota Banjar dengan skor 41,20.", {"score 32.79 41.20"}),
    "nickname of the province": ("Jateng dengan skor 34,83.", {"score 33 34.83"}),
}

IN_THE_CITY: Rows = {
    "the own region's bare name": ("Tegal dengan skor 41,20.", {"score 33.76 41.20"}),
    "its twin by prefix": ("Kabupaten Tegal dengan skor 41,20.", {"score 33.28 41.20"}),
    "carried": ("Skor IKP-nya 41,20.", {"score 33.76 41.20"}),
    "a bare name beside its twin": (
        "Kota Bima dengan skor 41,20, sedangkan Bima dengan skor 39,10.",
        {"score 52.72 41.20", "score 52.06 39.10"},
    ),
    "excepted with a level of its own": (
        "Seluruhnya rawan sedang kecuali Provinsi Bali yang rawan rendah.",
        {"category 51 rendah"},
    ),
}

WANTED: Rows = {}


@pytest.mark.parametrize(("text", "expected"), NATIONAL.values(), ids=NATIONAL.keys())
def test_regions_in_a_national_text(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(LEAD + text) == expected


@pytest.mark.parametrize(("text", "expected"), AT_HOME.values(), ids=AT_HOME.keys())
def test_regions_in_a_province_text(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(HOME + text) == expected


@pytest.mark.parametrize(("text", "expected"), IN_THE_CITY.values(), ids=IN_THE_CITY.keys())
def test_regions_in_a_city_text(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(CITY + text) == expected


@pytest.mark.xfail(strict=True, reason="wanted, not there yet")
@pytest.mark.parametrize(("text", "expected"), WANTED.values(), ids=WANTED.keys())
def test_regions_wanted(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(LEAD + text) == expected
