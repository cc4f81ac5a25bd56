"""Names of regions in made-up sentences: which region a name means, and names that mean none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.model import Document, Extraction

LEAD = "Bawaslu RI mengumumkan Indeks Kerawanan Pemilu (IKP) 2024 secara nasional.\n\n"
HOME = "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"
CITY = "Bawaslu Kota Tegal memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"
Rows = dict[str, tuple[str, set[str]]]

NATIONAL: Rows = {
    "a province in brackets behind an unknown part": (
        "Rawan tinggi antara lain Kabupaten Blora, Sabu (NTT), Halmahera (Maluku Utara), dan Buton (Sultra).",
        {"category 33.16 tinggi", "category 74.04 tinggi"},
    ),
    "a province in brackets alone": (
        "Skor IKP provinsi terendah (Papua) 41,20.",
        {"score 91 41.20"},
    ),
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

BADLY_WRITTEN = {
    "Bolaang Mongondouw": "71.01", "Jawa-Barat": "32", "jawa barat": "32", "jateng": "33", "Kalimatan Timur": "64",
    "Kalimantan Timut": "64", "Sulawesi Tengara": "74", "Papua Pengunungan": "95", "Kabupaten Banyu Asin": "16.07",
    "Kabupaten Membramo Raya": "91.20", "Kabupaten Pasang Kayu": "76.01", "KabupatenBlora": "33.16",
    "Kota Tanggerang Selatan": "36.74", "Kota Jogja": "34.71", "Kota Tasik": "32.78", "Kep. Sula": "82.05",
}  # fmt: skip
"""Names with a typing error, in small letters, glued or with a hyphen."""

NO_NAMES = ("Lampung dengan", "Panitia Timur", "Kota Baruna", "tanah datar", "pulau seribu", "Kalimantan Post")
"""Words that are near to a name and are none, or not that one."""

TOLD_APART: Rows = {
    "noun of the sentence": (
        "Skor enam kota yakni Tegal 41,20, Magelang 39,10 dan Salatiga 38,00.",
        {"score 33.76 41.20", "score 33.71 39.10", "score 33.73 38.00"},
    ),
    "the other noun": (
        "Skor tertinggi untuk kabupaten: Tegal 41,20, Magelang 39,10.",
        {"score 33.28 41.20", "score 33.08 39.10"},
    ),
    "headings": (
        "Kota\n\n1. Tegal 41,20\n2. Magelang 39,10\n\nKabupaten\n\n1. Tegal 30,10\n2. Magelang 29,30\n",
        {"score 33.76 41.20", "score 33.71 39.10", "score 33.28 30.10", "score 33.08 29.30"},
    ),
    "in brackets": (
        "Tegal (kota) 41,20 dan Tegal (kabupaten) 39,10 menjadi sorotan skor IKP.",
        {"score 33.76 41.20", "score 33.28 39.10"},
    ),
    "behind the name": ("Magelang kota memperoleh skor 41,20.", {"score 33.71 41.20"}),
    "an office": ("Pemkot Tegal diminta waspada. Tegal memperoleh skor 41,20.", {"score 33.76 41.20"}),
    "the other office": ("Bupati Tegal diminta waspada. Tegal memperoleh skor 41,20.", {"score 33.28 41.20"}),
    "both nouns tell nothing": ("Skor kabupaten/kota: Tegal 41,20.", {"score ?33.28|33.76 41.20"}),
}

SECTIONS: Rows = {
    "numbered names": (
        "1. Kabupaten Blora\n\nSkor IKP 41,20.\n\n2. Kabupaten Pati\n\nSkor IKP 39,10.\n",
        {"score 33.16 41.20", "score 33.18 39.10"},
    ),
    "lettered names": (
        "A. Kabupaten Blora\nSkor 41,20\n\nB. Kabupaten Pati\nSkor 39,10\n",
        {"score 33.16 41.20", "score 33.18 39.10"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), NATIONAL.values(), ids=NATIONAL.keys())
def test_regions_in_a_national_text(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(LEAD + text) == expected


@pytest.mark.parametrize(("text", "expected"), AT_HOME.values(), ids=AT_HOME.keys())
def test_regions_in_a_province_text(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(HOME + text) == expected


@pytest.mark.parametrize(("text", "expected"), IN_THE_CITY.values(), ids=IN_THE_CITY.keys())
def test_regions_in_a_city_text(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(CITY + text) == expected


@pytest.mark.parametrize(("name", "code"), BADLY_WRITTEN.items())
def test_badly_written_names(name: str, code: str, facts: Callable[[str], set[str]]) -> None:
    assert facts(f"{LEAD}{name} dengan skor 41,20.") == {f"score {code} 41.20"}


@pytest.mark.parametrize("words", NO_NAMES)
def test_words_near_a_name(words: str, take: Callable[[str], tuple[Document, Extraction]]) -> None:
    _, extraction = take(f"{LEAD}Menurut {words}, skornya 41,20.")
    assert not any("." in (finding.region_code or "") for finding in extraction.findings)


@pytest.mark.parametrize(("text", "expected"), TOLD_APART.values(), ids=TOLD_APART.keys())
def test_twins_told_apart(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(HOME + text) == expected


@pytest.mark.parametrize(("text", "expected"), SECTIONS.values(), ids=SECTIONS.keys())
def test_sections_under_a_name(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(HOME + text) == expected


@pytest.mark.parametrize(
    ("lead", "code"),
    [
        ("KUDUS, Kabar - Ketua Bawaslu Kabupaten Blora memaparkan IKP 2024 di Hotel Griya Kudus, Senin.", "33.16"),
        ("Mantan Ketua KPU Pati yang kini menjabat Ketua Bawaslu Blora memaparkan IKP 2024.", "33.16"),
        ("Wali Kota Tegal menerima hasil IKP 2024 dari Bawaslu.", "33.76"),
    ],
)
def test_the_own_region_of_a_text(lead: str, code: str, facts: Callable[[str], set[str]]) -> None:
    assert facts(f"{lead}\n\nSkor yang diperoleh 41,20.") == {f"score {code} 41.20"}
