"""Names of regions in a passage: where a name begins and ends, what stands before it, and whom it may mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from pipeline.extract.regions.misspellings import misspelt_names
from pipeline.extract.regions.names import Context, Gazetteer, Prefix, Resolved, gazetteer
from pipeline.extract.regions.reader import name_reader, suggest_regions
from pipeline.extract.words.language import Name, Reader
from pipeline.reference import Reference, load_reference
from pipeline.reference.types import ProjectAlias

MENTIONS = {
    "Kabupaten Tegal": ["Kabupaten Tegal = 33.28"],
    "Kab. Tegal": ["Kab. Tegal = 33.28"],
    "Kab Tegal": ["Kab Tegal = 33.28"],
    "kabapaten Tegal": ["kabapaten Tegal = 33.28"],
    "Kota Tegal": ["Kota Tegal = 33.76"],
    "Kotamadya Tegal": ["Kotamadya Tegal = 33.76"],
    "Kota madya Tegal": ["Kota madya Tegal = 33.76"],
    "Kota Administrasi Jakarta Barat": ["Kota Administrasi Jakarta Barat = 31.73"],
    "Tegal": ["Tegal = ?33.28|33.76, doubt 1"],
    "wali kota Tegal": ["Tegal = 33.76, of wali kota"],
    "Bupati Tegal": ["Tegal = 33.28, of bupati"],
    "Provinsi Gorontalo": ["Provinsi Gorontalo = 75"],
    "Propinsi Bali": ["Propinsi Bali = 51"],
    "Prov. Bali": ["Prov. Bali = 51"],
    "Prov Bali": ["Prov Bali = 51"],
    "xprov Bali": ["Bali = 51"],
    "Kabupaten Gorontalo": ["Kabupaten Gorontalo = 75.01"],
    "Gorontalo": ["Gorontalo = 75, doubt 0.1"],
    "Kabupaten Ambon": ["Kabupaten Ambon = 81.71, doubt 0.3"],
    "Provinsi Ambon": ["Provinsi Ambon = ?81.71, doubt 1"],
    "Kabupaten Bali": ["Kabupaten Bali = 51, doubt 0.3"],
    "Kota Bima dan Kabupaten Bima": ["Kota Bima = 52.72", "Kabupaten Bima = 52.06"],
    "Kabupaten dan Kota Jayapura": ["Kabupaten = 91.03", "Kota Jayapura = 91.71"],
    "Kota dan Kabupaten Jayapura": ["Kota = 91.71", "Kabupaten Jayapura = 91.03"],
    "Kota & Kab. Jayapura": ["Kota = 91.71", "Kab. Jayapura = 91.03"],
    "Kabupaten serta Kota Jayapura": ["Kabupaten = 91.03", "Kota Jayapura = 91.71"],
    "Kabupaten dan Kota Ambon": ["Kota Ambon = 81.71"],
    "Lima Puluh Kota dan Kabupaten Solok": ["Lima Puluh Kota = 13.07", "Kabupaten Solok = 13.02"],
    "Kota Solok dan Kabupaten Solok": ["Kota Solok = 13.72", "Kabupaten Solok = 13.02"],
    "Kecamatan Bandung": ["Bandung = ?32.04|32.73, below, doubt 1"],
    "Kec. Bandung": ["Bandung = ?32.04|32.73, below, doubt 1"],
    "Dapil IV Bandung": ["Bandung = ?32.04|32.73, below, doubt 1"],
    "Dapil Bandung": ["Bandung = ?32.04|32.73, below, doubt 1"],
    "Jalan Surabaya": ["Surabaya = 35.78, below"],
    "Hotel Surabaya": ["Surabaya = 35.78, below"],
    "Hotel Aria Surabaya": ["Surabaya = 35.78, below"],
    "hotel aria Surabaya": ["Surabaya = 35.78"],
    "Hotel Satu Dua Tiga Empat Surabaya": ["Surabaya = 35.78, below"],
    "Hotel Satu Dua Tiga Empat Lima Surabaya": ["Surabaya = 35.78"],
    "Kodim 0711/Pemalang": ["Pemalang = 33.27"],
    "Kodim 0711 Pemalang": ["Pemalang = 33.27, below"],
    "Kecamatan Kota Bandung": ["Kota Bandung = 32.73"],
    "Belakang Padang": ["Padang = 13.71, below"],
    "di belakang Padang": ["Padang = 13.71"],
    "Karang Blora": ["Blora = 33.16, below"],
    "Kota Batu Surabaya": ["Kota Batu = 35.79", "Surabaya = 35.78"],
    "Paser Utara": ["Paser = ?64.01, part, doubt 1"],
    "Paser Utara dan": ["Paser = 64.01"],
    "Kota Paser Timur": ["Kota Paser = ?64.01, part, doubt 1"],
    "DKI Nusantara": ["DKI = 31"],
    "Ibu Kota Nusantara": ["Ibu Kota = ?31, part, doubt 1"],
    "Ibu Kota": ["Ibu Kota = 31"],
    "ibu kota": [],
    "IBU KOTA Negara": ["IBU KOTA = ?31, part, doubt 1"],
    "Ibu Kota Kabupaten": ["Ibu Kota = ?31, part, doubt 1"],
    "jawa barat": ["jawa barat = 32"],
    "jateng": ["jateng = 33"],
    "bali": [],
    "BALI": ["BALI = 51"],
    "Batang": ["Batang = 33.25"],
    "batang": [],
    "Bawaslu Sigi": ["Sigi = 72.10, of bawaslu"],
    "Bawaslu RI Sigi": ["Sigi = 72.10, of bawaslu"],
    "KPU Kabupaten Sigi": ["Kabupaten Sigi = 72.10, of kpu"],
    "Ketua KPU (Bawaslu) Sigi": ["Sigi = 72.10, of bawaslu"],
    "Bawaslu di Sigi": ["Sigi = 72.10, of bawaslu"],
    "bawaslux Sigi": ["Sigi = 72.10"],
    "xbawaslu Sigi": ["Sigi = 72.10"],
    "Pemkot Tegal": ["Tegal = 33.76, of pemkot"],
    "Pemkab Tegal": ["Tegal = 33.28, of pemkab"],
    "Gubernur Gorontalo": ["Gorontalo = 75, of gubernur"],
    "Gubernur Ambon": ["Ambon = 81.71, of gubernur"],
    "Polda Bali": ["Bali = 51, of polda"],
    "Kabupaten Banyu Asin": ["Kabupaten Banyu Asin = 16.07, misspelt, doubt 0.5"],
    "Kabupaten Banyuasn": ["Kabupaten Banyuasn = 16.07, misspelt, doubt 0.5"],
    "Kalimatan Timur": ["Kalimatan Timur = 64, misspelt, doubt 0.5"],
    "Papua Pengunungan": ["Papua Pengunungan = 95, misspelt, doubt 0.5"],
    "Kabupaten Timor Tengah Selaran": ["Kabupaten Timor Tengah Selaran = 53.02, misspelt, doubt 0.5"],
    "Muko Muko": ["Muko Muko = 17.06"],
    "Mukomuko": ["Mukomuko = 17.06"],
    "Muko-Muko": ["Muko-Muko = 17.06"],
    "Muko - Muko": ["Muko - Muko = 17.06"],
    "Baubau": ["Baubau = 74.72"],
    "Bau-bau": ["Bau-bau = 74.72"],
    "Bau Bau": ["Bau Bau = 74.72"],
    "Kabupaten Wakatbi": ["Kabupaten Wakatbi = 74.07, misspelt, doubt 0.5"],
    "Wakatbi": [],
    "Panitia Timur": [],
    "Kalimantan Tmur": ["Kalimantan Tmur = 64, misspelt, doubt 0.5"],
    "Kalmantan Tmur": [],
    "Kabupaten Kudos": [],
    "Kab. Pekalogan": ["Kab. Pekalogan = 33.26, misspelt, doubt 0.5"],
    "Kab. Pekaloga": [],
    "Kota Pekaloga": [],
    "Kota pekalogan": [],
    "Kabupaten Tegal Timur Raya": ["Kabupaten Tegal = ?33.28|33.76, part, doubt 1"],
    "Bawaslu RI di Sigi": ["Sigi = 72.10"],
    "akota Tegal": ["Tegal = ?33.28|33.76, doubt 1"],
    "Jl. Tegal": ["Tegal = ?33.28|33.76, below, doubt 1"],
    "Jl Tegal": ["Tegal = ?33.28|33.76, below, doubt 1"],
    "Resto Alfa Surabaya": ["Surabaya = 35.78, below"],
    "Restoran Alfa Surabaya": ["Surabaya = 35.78, below"],
    "Kafe Alfa Surabaya": ["Surabaya = 35.78, below"],
    "Pendopo Alfa Surabaya": ["Surabaya = 35.78, below"],
    "Rumah Makan Alfa Surabaya": ["Surabaya = 35.78, below"],
    "Kampus Alfa Surabaya": ["Surabaya = 35.78, below"],
    "Wisma Alfa Surabaya": ["Surabaya = 35.78, below"],
    "Wisma " + "X" * 45 + " Surabaya": ["Surabaya = 35.78, below"],
    "Wisma " + "X" * 54 + " Surabaya": ["Surabaya = 35.78"],
    "KPU se Sigi": ["Sigi = 72.10, of kpu"],
    "KPU se- Sigi": ["Sigi = 72.10, of kpu"],
    "subkabupaten dan Kota Jayapura": ["Kota Jayapura = 91.71"],
    "Kab dan Kota Jayapura": ["Kab = 91.03", "Kota Jayapura = 91.71"],
    "Kabupaten/Kota Jayapura": ["Kabupaten = 91.03", "Kota Jayapura = 91.71"],
    "Kota/Kabupaten Jayapura": ["Kota = 91.71", "Kabupaten Jayapura = 91.03"],
    "Kota Jayapura dan Kota Tegal": ["Kota Jayapura = 91.71", "Kota Tegal = 33.76"],
    "Ibu kota": [],
    "IBU Kota": [],
    "Ibu Kota Negaraku": ["Ibu Kota = 31"],
    "Paser Utara danau": ["Paser = ?64.01, part, doubt 1"],
    "ntb": [],
    "NTB": ["NTB = 52"],
    "papua": [],
    "banten": ["banten = 36"],
    "Kabupaten Banyuasn, Kota Tegal": ["Kabupaten Banyuasn = 16.07, misspelt, doubt 0.5", "Kota Tegal = 33.76"],
    "Pengawas Pemilu Sigi": ["Sigi = 72.10, of bawaslu"],
    "Panwaslih Aceh Utara": ["Aceh Utara = 11.08, of bawaslu"],
    "Panwas Kabupaten Sigi": ["Kabupaten Sigi = 72.10, of bawaslu"],
    "Bupati Kota Tegal": ["Kota Tegal = 33.76, of bupati"],
    "Sekretariat Bawaslu Sigi": ["Sigi = 72.10, of bawaslu, below"],
    "Aula Bawaslu Surabaya": ["Surabaya = 35.78, of bawaslu, below"],
    "gedung DPRD Surabaya": ["Surabaya = 35.78, of dprd, below"],
    "Tegal Kota": ["Tegal = ?33.28|33.76, doubt 1"],
    "kab.Tegal": ["kab.Tegal = 33.28"],
    "KOTA TEGAL": ["KOTA TEGAL = 33.76"],
    "Sabu NTT": ["NTT = 53"],
    "Lima Puluh Kota": ["Lima Puluh Kota = 13.07"],
    "Kota dan Kab Jayapura": ["Kota = 91.71", "Kab Jayapura = 91.03"],
    "Bawaslu Kabupaten dan Kota Jayapura": ["Kabupaten = 91.03", "Kota Jayapura = 91.71"],
    "Kota atau Kabupaten Tegal": ["Kota = 33.76", "Kabupaten Tegal = 33.28"],
    "Kabupaten, Kota Tegal": ["Kota Tegal = 33.76"],
}
"""The words of each mention and its region, or its candidates; a body before it, and what makes it doubtful."""

DECIDED: list[tuple[str, Context, Prefix | None, str | None, float]] = [
    ("Tegal", Context(own="33.28"), None, "33.28", 0.1),
    ("Tegal", Context(own="33.76"), None, "33.76", 0.1),
    ("Kota Tegal", Context(own="33.28"), None, "33.76", 0.0),
    ("Tegal", Context(provinces=("33",)), None, None, 1.0),
    ("Tegal", Context(), "kabupaten", "33.28", 0.1),
    ("Tegal", Context(), "kota", "33.76", 0.1),
    ("Tegal", Context(), "provinsi", None, 1.0),
    ("Gorontalo", Context(), None, "75", 0.1),
    ("Gorontalo", Context(own="75.01"), None, "75.01", 0.1),
    ("Gorontalo", Context(), "kabupaten", "75.01", 0.1),
    ("Gorontalo", Context(), "provinsi", "75", 0.1),
    ("Gorontalo", Context(provinces=("75",)), "kota", "75.71", 0.1),
    ("Kabupaten Bima", Context(), "kota", "52.06", 0.0),
    ("Ambon", Context(), "kabupaten", "81.71", 0.0),
    ("Banjar", Context(), None, None, 1.0),
    ("Banjar", Context(provinces=("32",)), None, "32.79", 0.1),
    ("Banjar", Context(provinces=("63",)), None, "63.03", 0.1),
    ("Banjar", Context(provinces=("32", "63")), None, None, 1.0),
    ("Kabupaten Ambon", Context(), None, "81.71", 0.3),
    ("Provinsi Ambon", Context(), None, None, 1.0),
    ("Provinsi Ambon", Context(provinces=("81",)), None, "81.71", 0.5),
    ("Provinsi Tegal", Context(own="33.28"), None, "33.28", 0.5),
    ("Provinsi Tegal", Context(provinces=("33",)), None, None, 1.0),
    ("Kabupaten Banyuasn", Context(own="16.07"), None, "16.07", 0.5),
    ("Paser Utara", Context(own="64.01"), None, None, 1.0),
]
"""A name, what is known of its document, the prefix of its list; the region meant and the doubt."""


@cache
def reference() -> Reference:
    return load_reference()


@pytest.mark.parametrize(("text", "expected"), MENTIONS.items())
def test_mentions(text: str, expected: list[str]) -> None:
    assert list(_mentions(text, name_reader(reference()), gazetteer(reference()))) == expected


def test_names_are_those_of_the_tables() -> None:
    """Build the names anew, for they are kept."""
    places = Gazetteer(replace(reference()))
    reader = Reader(places.names)
    for text, expected in MENTIONS.items():
        assert list(_mentions(text, reader, places)) == expected, text


def _mentions(text: str, reader: Reader, places: Gazetteer) -> Iterator[str]:
    passage = reader.read(text)
    for one in places.mentions(passage):
        meant = places.resolve(one, Context())
        yield ", ".join(
            (
                f"{passage.text[one.start : one.end]} = {meant.code or '?' + '|'.join(meant.candidates)}",
                *([f"of {one.office}"] if one.office else []),
                *(["below"] if one.below else []),
                *(["part"] if one.part else []),
                *(["misspelt"] if one.misspelt else []),
                *([f"doubt {meant.doubt:g}"] if meant.doubt else []),
            )
        )


@pytest.mark.parametrize(("text", "context", "elided", "code", "doubt"), DECIDED)
def test_what_decides(text: str, context: Context, elided: Prefix | None, code: str | None, doubt: float) -> None:
    assert _resolved(text, context, elided) == (code, doubt)


def _resolved(text: str, context: Context, elided: Prefix | None) -> tuple[str | None, float]:
    places = gazetteer(reference())
    (mention,) = places.mentions(name_reader(reference()).read(text))
    resolved = places.resolve(mention, context, elided)
    assert isinstance(resolved, Resolved)
    assert resolved.candidates
    return resolved.code, resolved.doubt


def test_regions_told_from_their_twins() -> None:
    text = "Kota Tegal, Kabupaten Bima, Pekalongan, Bupati Magelang, Kota Ambon, Bawaslu Kudus, Bogor"
    places = gazetteer(reference())
    mentions = places.mentions(name_reader(reference()).read(text))
    assert places.stated(mentions) == {"33.76", "52.06", "33.08"}
    assert places.stated(replace(one, below=True) for one in mentions) == frozenset()


def test_province_and_its_parts() -> None:
    places = gazetteer(reference())
    assert [places.province_of(code) for code in ("33.28", "33", "ID", "99", None)] == [
        "33",
        "33",
        None,
        None,
        None,
    ]
    parts = places.parts_of("33")
    assert len(parts) == 35
    assert {"33.28", "33.76"} < parts
    assert "33" not in parts
    assert places.parts_of(None) == places.parts_of("33.28") == frozenset()


MISSPELT: list[tuple[str, tuple[tuple[int, int], ...], list[str]]] = [
    ("Kabupaten Konawa", (), ["Konawa = konawe"]),
    ("Kabupaten Koanwe", (), ["Koanwe = konawe"]),
    ("Kabupaten Konaw", (), []),
    ("Kabupaten Kudos", (), []),
    ("Konawa", (), []),
    ("kab. Konawa", (), ["Konawa = konawe"]),
    ("Kab Konawa", (), ["Konawa = konawe"]),
    ("kota Konawa", (), ["Konawa = konawe"]),
    ("Kota Konawa", (), ["Konawa = konawe"]),
    ("provinsi Konawa", (), ["Konawa = konawe"]),
    ("Prov. Konawa", (), ["Konawa = konawe"]),
    ("prov Konawa", (), ["Konawa = konawe"]),
    ("rakota Konawa", (), []),
    ("Kabupaten Wakotubi", (), []),
    ("Kabupaten Wakatubbi", (), ["Wakatubbi = wakatobi"]),
    ("Kabupaten Banyuosan", (), ["Banyuosan = banyuasin"]),
    ("Kalimantan Tmur", (), ["Kalimantan Tmur = kalimantan timur"]),
    ("Kalimantan Tmr", (), ["Kalimantan Tmr = kalimantan timur"]),
    ("Kalimanatan Timr", (), []),
    ("Nias Brat", (), []),
    ("Nias brat", (), []),
    ("Kabupaten Banyu-Asin", (), ["Banyu-Asin = banyuasin"]),
    ("Kabupaten Banyu asin", (), []),
    ("Kabupaten Banyuasn, Kabupaten Wakatbi", (), ["Banyuasn = banyuasin", "Wakatbi = wakatobi"]),
    ("Papua Pengunungan", ((0, 5),), ["Papua Pengunungan = papua pegunungan"]),
    ("Kabupaten Sigi Konawa", ((10, 14),), []),
    ("Timor Tengah Selaran", (), ["Timor Tengah Selaran = timor tengah selatan"]),
    ("Timor tengah Selaran", (), ["Timor tengah Selaran = timor tengah selatan"]),
    ("Kalimatan Timur Tengah", (), ["Kalimatan Timur = kalimantan timur"]),
    ("Kabupaten Konawa Timur", (), ["Konawa = konawe"]),
]
"""A text, where known names stand in it, and the names with an error. Some names are known in all."""
_KNOWN = (
    *("banyuasin", "wakatobi", "kudus", "kalimantan timur", "timor tengah selatan"),
    *("papua pegunungan", "sigi", "konawe", "nias barat"),
)


@pytest.mark.parametrize(("text", "known", "expected"), MISSPELT)
def test_names_with_an_error(text: str, known: tuple[tuple[int, int], ...], expected: list[str]) -> None:
    names = tuple(Name(start=start, end=end) for start, end in known)
    found = misspelt_names(text, names, _KNOWN)
    assert [f"{text[one.start : one.end]} = {one.name}" for one in found] == expected


def test_what_a_project_corrected_decides_a_bare_name() -> None:
    row = ProjectAlias(kind="region", phrase="Tegal", means="33.76")
    other = ProjectAlias(kind="indicator", phrase="Bima", means="52.72")
    places = Gazetteer(replace(reference(), project=(row, other)))

    def resolved(text: str, elided: Prefix | None = None) -> list[str | None]:
        mentions = places.mentions(name_reader(reference()).read(text))
        return [places.resolve(one, Context(), elided).code for one in mentions]

    assert resolved("Tegal, Kabupaten Tegal, Kota Tegal") == ["33.76", "33.28", "33.76"]
    assert resolved("Bupati Tegal, KPU Tegal") == ["33.28", "33.76"]
    assert resolved("Tegal", "kabupaten") == ["33.28"]
    assert resolved("Tegal", "kota") == ["33.76"]
    assert resolved("Bima", "kabupaten") == ["52.06"]
    assert resolved("Bima") == [None]


SUGGESTED = {
    "tegal": [("33.28", 50.0), ("33.76", 50.0)],
    "Kota Tegal": [("33.76", 100.0)],
    "bali dan banten": [("36", 100.0), ("51", 100.0)],
    "gorontalo": [("75", 100.0), ("75.01", 33.3), ("75.71", 33.3)],
    "kabupaten ambon": [("81.71", 100.0)],
    "entah": [],
}


@pytest.mark.parametrize(("text", "expected"), SUGGESTED.items())
def test_regions_that_a_phrase_may_mean(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(one.value, one.score) for one in suggest_regions(text, reference())] == expected
