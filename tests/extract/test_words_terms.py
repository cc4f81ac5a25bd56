"""Text as a row of terms: what is joined to one, what comes apart, and what stands between."""

from __future__ import annotations

import pytest

from pipeline.extract.words.terms import Term, read_terms

WORDS = {
    "skor 41,20 naik 1.265.000": ["skor", "41,20", "naik", "1.265.000"],
    "1:5": ["1", "5"],
    "netralitas aparatur sipil negara": ["netral", "asn"],
    "aparatur sipil desa": ["asn", "desa"],
    "aparatur negaranya": ["asn"],
    "aparaturnya sipil": ["aparaturnya", "sipil"],
    "asnnya": ["asnnya"],
    "aparatur negarakan": ["aparatur", "negarakan"],
    "ASN (aparatur sipil negara)": ["asn"],
    "ASN. Aparatur sipil negara": ["asn", "asn"],
    "aparatur. Sipil": ["aparatur", "sipil"],
    "aparatur sipil. Negara": ["asn", "negara"],
    "aparatur, sipil negara": ["asn"],
    "rawan rawan": ["rawan", "rawan"],
    "daftar pemilih tetap": ["dpt"],
    "daftar pemilih tambahan": ["dptb"],
    "pemungutan suara ulang (PSU)": ["psu"],
    "tak masuk DPT": ["takdaftar", "dpt"],
    "gak masuk DPT": ["takdaftar", "dpt"],
    "tdk memiliki KTP-el": ["takpunya", "ektp"],
    "tidakmasuk": ["tidakmasuk"],
    "konflik antarpendukung": ["konflik", "antarpendukung"],
    "antarwarga": ["antar", "warga"],
    "antaranggota": ["antaranggota"],
    "antara": ["antara"],
    "antardes": ["antardes"],
    "antardesa": ["antar", "desa"],
    "pengantar": ["pengantar"],
    "ketidakhadiran": ["tidak", "hadiran"],
    "ketidakpastian": ["ketidakpastian"],
    "ketidak": ["tidak"],
    "ketidaktau": ["ketidaktau"],
    "ketidaksukaan2": ["tidak", "sukaan", "2"],
    "diluar dan didalam": ["di", "luar", "dan", "di", "dalam"],
    "disekitar TPS": ["di", "sekitar", "tps"],
    "dimana": ["dimana"],
    "diluar jadwal": ["luarjadwal"],
}

GAPS = {
    "asn tidak": ["", ""],
    "rawan - tinggi": ["", ""],
    "rawan, tinggi": ["", "mark"],
    "rawan (tinggi": ["", "mark"],
    'rawan" (tinggi': ["", "mark"],
    "rawan\ntinggi": ["", "mark"],
    "rawan) tinggi": ["", ""],
    "rawan. tinggi": ["", "stop"],
    "rawan; tinggi": ["", "stop"],
    "rawan\n\ntinggi": ["", "stop"],
    "rawan\n \ntinggi": ["", "stop"],
    'rawan". Tinggi': ["", "stop"],
    ", rawan": ["mark"],
    "rawan, antardesa": ["", "mark", ""],
    "rawan tinggi": ["", ""],
}

WAYS = {
    "internet": (
        "internet, jaringan internet, sinyal internet, sinyal, jaringan telekomunikasi, jaringan komunikasi, "
        "jaringan seluler, akses internet, koneksi internet"
    ),
    "posko": (
        "posko, posko pemenangan, sekretariat partai, kantor tim sukses, kantor tim kampanye, kantor tim pemenangan"
    ),
    "bukanpemilih": "bukan pemilih setempat, bukan pemilih, bukan warga setempat, bukan penduduk setempat",
    "blankspot": "blank spot, blankspot",
    "bansos": "bansos, bantuan sosial",
}
"""One term, and the ways to write it."""


@pytest.mark.parametrize(("word", "ways"), WAYS.items())
def test_all_ways_to_write_it_are_one_term(word: str, ways: str) -> None:
    found = {way: [term.word for term in read_terms(f"soal {way} rawan")] for way in ways.split(", ")}
    assert found == {way: ["soal", word, "rawan"] for way in found}


@pytest.mark.parametrize(("text", "expected"), WORDS.items())
def test_terms(text: str, expected: list[str]) -> None:
    assert [term.word for term in read_terms(text)] == expected


@pytest.mark.parametrize(("text", "expected"), GAPS.items())
def test_what_stands_before_a_term(text: str, expected: list[str]) -> None:
    assert [term.gap for term in read_terms(text)] == expected


def test_a_term_covers_the_words_that_it_is_made_of() -> None:
    text = "Soal, Aparatur Sipil Negara (ASN)  diluar batas"
    found = {text[term.start : term.end]: (term.word, term.gap) for term in read_terms(text) if term.word != "di"}
    assert found == {
        "Soal": ("soal", ""),
        "Aparatur Sipil Negara (ASN": ("asn", "mark"),
        "diluar": ("luar", ""),
        "batas": ("batas", ""),
    }


def test_a_respelt_word_makes_its_term_misspelt() -> None:
    def respell(word: str) -> str:
        return {"apartur": "aparatur", "rawn": "rawan"}.get(word, word)

    terms = read_terms("apartur sipil negara rawn tinggi", respell)
    assert terms == (
        Term(word="asn", start=0, end=20, gap="", misspelt=True),
        Term(word="rawan", start=21, end=25, gap="", misspelt=True),
        Term(word="tinggi", start=26, end=32, gap=""),
    )


def test_nothing_has_no_terms() -> None:
    assert read_terms("") == read_terms(" ,. ") == ()
