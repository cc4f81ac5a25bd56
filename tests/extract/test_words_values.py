"""Numbers, ranks, levels, roots and slips: what each small parser of words takes, and what it leaves."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from pipeline.extract.words.fuzzy import nearest
from pipeline.extract.words.roots import roots
from pipeline.extract.words.slips import slips_of
from pipeline.extract.words.values import (
    NUMBER,
    NUMBER_WORDS,
    ORDINALS,
    parse_category,
    parse_count,
    parse_decimal,
    parse_rank,
)

COUNTS = {
    "nol": 0,
    "satu": 1,
    "enam": 6,
    "sepuluh": 10,
    "sebelas": 11,
    "dua belas": 12,
    "sembilan belas": 19,
    "dua puluh": 20,
    "sembilan puluh sembilan": 99,
    "dua ratus": 200,
    "satu ratus": 100,
    "tiga ratus empat puluh lima": 345,
    "tiga ratus dua belas": 312,
    "1.265": 1265,
    "12.265": 12265,
    "1.265.000": 1265000,
    "349": 349,
    " 7 ": 7,
    " tujuh ": 7,
}
NO_COUNTS = [
    "dua puluh puluh",
    "",
    " ",
    "seratus",
    "16,5",
    "1.26",
    "belas",
    "dua daerah",
    "sepuluh puluh",
    "nol puluh",
    "puluh satu",
]

ORDINAL_WORDS = {
    "pertama": 1,
    "kesatu": 1,
    "teratas": 1,
    "kedua": 2,
    "ketiga": 3,
    "kesembilan": 9,
    "kesepuluh": 10,
    "kesebelas": 11,
    "kedua belas": 12,
    "kesembilan belas": 19,
    "kedua puluh": 20,
    "kesembilan puluh": 90,
}
NO_ORDINALS = [
    "kenol",
    "kesatu belas",
    "kesepuluh belas",
    "kesatu puluh",
    "kesepuluh puluh",
    "terendah",
    "kedua ratus",
]

RANKS = {"ke-12": 12, "ke 3": 3, "ke - 4": 4, "ke dua": 2, " keempat ": 4, "sembilan": 9, "12": 12, "pertama": 1}
NO_RANKS = [
    "kenol",
    "kenol belas",
    "kenol puluh",
    "kesepuluh belas",
    "kesepuluh puluh",
    "terendah",
    "ke",
    "0",
    "ke-0",
    "nol",
    "",
    "12ke",
    "12 ke-",
]

IN_DIGITS = {
    "ada 1.265 TPS": ["1.265"],
    "ada 12.265 TPS": ["12.265"],
    "ada 1.265.000 suara": ["1.265.000"],
    "skor 41,2 naik": ["41,2"],
    "skor 41.207 naik": ["41.207"],
    "skor 141,20, turun": ["141,20"],
    "ke-5.": ["5"],
    "1,2345 mm": [],
    "1.2650": [],
    "20.12.2022": [],
}
IN_WORDS = {
    "di tujuh daerah": ["tujuh"],
    "di sebelas daerah": ["sebelas"],
    "di dua belas daerah": ["dua belas"],
    "di dua puluh satu daerah": ["dua puluh satu"],
    "di tiga ratus lima puluh enam TPS": ["tiga ratus lima puluh enam"],
    "di tiga ratus dua TPS": ["tiga ratus dua"],
    "di banyak daerah": [],
}


@pytest.mark.parametrize(("text", "expected"), COUNTS.items())
def test_count(text: str, expected: int) -> None:
    assert parse_count(text) == expected


@pytest.mark.parametrize("text", NO_COUNTS)
def test_what_is_no_count(text: str) -> None:
    assert parse_count(text) is None


@pytest.mark.parametrize(("text", "expected"), ORDINAL_WORDS.items())
def test_ordinal(text: str, expected: int) -> None:
    assert ORDINALS[text] == expected
    assert parse_rank(text) == expected


def test_only_these_are_ordinals() -> None:
    assert len(ORDINALS) == 3 + 10 + 8 + 8
    assert not ORDINALS.keys() & set(NO_ORDINALS)


@pytest.mark.parametrize(("text", "expected"), RANKS.items())
def test_rank(text: str, expected: int) -> None:
    assert parse_rank(text) == expected


@pytest.mark.parametrize("text", NO_RANKS)
def test_what_is_no_rank(text: str) -> None:
    assert parse_rank(text) is None


@pytest.mark.parametrize(("text", "expected"), [(" 77,04 ", "77.04"), ("56 , 64", "56.64"), ("41.2", "41.2")])
def test_decimal(text: str, expected: str) -> None:
    assert parse_decimal(text) == Decimal(expected)


def test_a_blank_around_a_score_is_no_part_of_it() -> None:
    assert str(parse_decimal("\t77 ")) == "77"


@pytest.mark.parametrize(("text", "expected"), IN_DIGITS.items())
def test_pattern_of_a_number_in_digits(text: str, expected: list[str]) -> None:
    assert re.findall(rf"(?<![\d.,])(?:{NUMBER})", text) == expected


@pytest.mark.parametrize(("text", "expected"), IN_WORDS.items())
def test_pattern_of_a_number_in_words(text: str, expected: list[str]) -> None:
    assert re.findall(rf"\b{NUMBER_WORDS}\b", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("TINGGI", "tinggi"), ("zona kuning", "sedang"), ("hijau", "rendah"), ("merah, tinggi", "tinggi")],
)
def test_level(text: str, expected: str) -> None:
    assert parse_category(text) == expected


@pytest.mark.parametrize("text", ["", "rawan", "tinggi atau sedang", "merah dan kuning", "tertinggi"])
def test_what_is_no_level(text: str) -> None:
    assert parse_category(text) is None


# --- spelling ---

NEAR = [
    ("penghitungn", 1, "penghitungan"),
    ("pengihtungan", 1, "penghitungan"),
    ("penghtungn", 1, None),
    ("penghtungn", 2, "penghitungan"),
    ("kenghitungan", 1, None),
    ("pemungutan", 0, "pemungutan"),
    ("pemungutam", 0, None),
    ("", 2, None),
]


@pytest.mark.parametrize(("word", "edits", "expected"), NEAR)
def test_nearest_spelling(word: str, edits: int, expected: str | None) -> None:
    assert nearest(word, ("pemungutan", "penghitungan"), edits=edits) == expected


def test_among_equally_near_spellings_the_first_wins() -> None:
    assert nearest("padak", ("padas", "padat"), edits=1) == "padas"
    assert nearest("padat", ("padas", "padat"), edits=1) == "padat"


ROOTS = {
    "menolak": "tolak",
    "penolakan": "tolak",
    "penyaluran": "salur",
    "pengiriman": "kirim",
    "mengikat": "ikat",
    "memotong": "potong",
    "memasak": "masak",
    "membantu": "bantu",
    "mendaftar": "daftar",
    "menanggung": "nanggung",
    "melapor": "lapor",
    "merawat": "rawat",
    "dilaporkan": "lapor",
    "tertangkap": "tangkap",
    "berlari": "lari",
    "kelolaan": "lola",
    "seputar": "putar",
    "laporannya": "lapor",
    "mempertahankan": "tahan",
    "diperbaiki": "baik",
    "halamannya": "halam",
    "kualitas": "kual",
    "dimutasi": "mutasi",
    "perolingan": "mutasi",
}
NO_ROOTS = {"batasan": "bat", "makan": "mak", "dian": "an", "berani": "ani", "tahan": "tah", "kedai": "dai"}


@pytest.mark.parametrize(("word", "root"), ROOTS.items())
def test_root_of_a_word(word: str, root: str) -> None:
    assert root in roots(word)
    assert len(set(roots(word))) > 1


@pytest.mark.parametrize(("word", "root"), NO_ROOTS.items())
def test_a_root_has_four_letters(word: str, root: str) -> None:
    assert root not in roots(word)


def test_the_word_itself_is_the_plainest_root() -> None:
    assert roots("laporan") == ("laporan", "lapor")
    assert roots("menulis")[:3] == ("menulis", "tulis", "nulis")


# --- slips ---

MENDED = {
    "skor diangka 41,20": "skor di angka 41,20",
    "Diprovinsi Alfa": "Di provinsi Alfa",
    "(ditps)": "(di tps)",
    "ditingkatkan": "ditingkatkan",
    "medianglobal": "medianglobal",
    "mediangka 5": "mediangka 5",
    "5dikota": "5dikota",
    "_dikota": "_di kota",
    "skor **41,20** dan *7.5*": "skor 41,20 dan 7.5",
    "skor *141.20* naik": "skor 141.20 naik",
    "skor *41,207* naik": "skor 41,207 naik",
    "skor *41,2071* naik": "skor *41,2071* naik",
    "skor *1141,20* naik": "skor *1141,20 naik",
    "skor ***41,20*** naik": "skor ***41,20*** naik",
    "a*41,20*": "a*41,20",
    "2*41,20*3": "2*41,20*3",
    "*41,20": "*41,20",
    "41,20* naik": "41,20 naik",
    "41,20*x": "41,20*x",
    "kode 20* dan 120*": "kode 20* dan 120*",
    "41:20*": "41:20*",
}


@pytest.mark.parametrize(("text", "expected"), MENDED.items())
def test_slips_are_mended(text: str, expected: str) -> None:
    assert _mended(text) == expected


OF_THE_INDEX = [
    "Indeks Kerawanan Pemilu (IPK) 2020",
    'indek kerawanan pemilu dan pemilihan ("IPK")',
    "Indikator kerawanan pemilu, disingkat IPK",
    "Indeks kerawanan (ipk)",
    "Indeks kerawanan(ipk)",
    "Rilis indeks kerawanan pemilu atau IPK",
    "Skor IPK Pilkada di Alfa",
    "IPK Bawaslu",
]
OF_ANOTHER = [
    "Indeks Persepsi Korupsi (IPK)",
    "Indeks kerawanan (IPKM)",
    "Indeks kerawanan satu dua tiga empat (IPK)",
    "SIPK Pemilu",
    "IPK Pemilukada",
    "IPK mahasiswa",
]


@pytest.mark.parametrize("document", OF_THE_INDEX)
def test_letters_of_the_index_are_put_in_order(document: str) -> None:
    assert _mended("IPK, Ipk dan ipk, IPKM, SIPK", document) == "IKP, Ikp dan ikp, IPKM, SIPK"


@pytest.mark.parametrize("document", OF_ANOTHER)
def test_letters_of_another_index_stay(document: str) -> None:
    assert _mended("IPK, Ipk dan ipk", document) == "IPK, Ipk dan ipk"


def test_each_mending_says_what_it_does() -> None:
    assert [step.name for step in slips_of("Indeks Kerawanan Pemilu (IPK)")] == [
        "a preposition glued to its noun comes apart",
        "a figure loses the asterisks of bold type",
        "the index's letters stand in order",
    ]


def _mended(text: str, document: str = "") -> str:
    for step in slips_of(document):
        text = step.on(text)
    return text
