"""List markers, headings and broken lines, as tables of examples."""

from __future__ import annotations

import pytest

from pipeline.readers.lines import is_capitals, levels, markers, may_be_title, starts_lower

MARKERS: list[tuple[str, int | None, str]] = [
    ("1. Kota Beta", 1, "Kota Beta"),
    ("2) Kota Beta", 2, "Kota Beta"),
    ("(3) Kota Beta", 3, "Kota Beta"),
    ("4.Kota Beta", 4, "Kota Beta"),
    ("10. 794 TPS", 10, "794 TPS"),
    ("1. 125.224 TPS terdapat pemilih", 1, "125.224 TPS terdapat pemilih"),
    ("a. Netralitas ASN", None, "Netralitas ASN"),
    ("- Logistik: 12 TPS", None, "Logistik: 12 TPS"),
    ("• Dok Bawaslu", None, "Dok Bawaslu"),
    ("– Politik uang", None, "Politik uang"),
    ("* Politik uang", None, "Politik uang"),
    ("\uf0b7 Politik uang", None, "Politik uang"),
]
NOT_MARKERS = [
    "77.04 poin",
    "1.265 kelurahan",
    "2024. Lalu",
    "12 Mei 2024",
    "A. Satryo menulis",
    "M. Nasehuddin, anggota Bawaslu",
    "**tebal**",
    "-12 derajat",
    "Rp. 5 juta",
]


@pytest.mark.parametrize(("line", "number", "rest"), MARKERS)
def test_marker(line: str, number: int | None, rest: str) -> None:
    marker = markers([line])[0]
    assert marker is not None
    assert (marker.number, line[marker.length :]) == (number, rest)


@pytest.mark.parametrize("line", NOT_MARKERS)
def test_no_marker(line: str) -> None:
    assert markers([line]) == [None]


def test_a_number_without_dot_needs_its_predecessor() -> None:
    assert [m.number if m else None for m in markers(["4. DKI", "5 Kaltim", "7 Bali"])] == [4, 5, None]
    assert [m.number if m else None for m in markers(["1 Banten", "2 Riau", "3 Jambi"])] == [1, 2, 3]
    assert markers(["5 daerah masuk kategori rawan"]) == [None]


def test_capitals_and_roman_numbers_need_a_series() -> None:
    assert [m.style if m else None for m in markers(["A. Umum", "isi", "B. Hasil"])] == [
        "capital",
        None,
        "capital",
    ]
    found = [m.style if m else None for m in markers(["I. Umum", "II. Hasil", "III. Tutup"])]
    assert found == ["roman", "roman", "roman"]


def test_levels_of_nested_lists() -> None:
    assert levels(["number", "letter", "bullet", "letter", "number"]) == [1, 2, 3, 2, 1]


@pytest.mark.parametrize(
    ("line", "capitals", "title"),
    [
        ("PEMETAAN KERAWANAN", True, True),
        ("JAWA BARAT 77,04", False, True),
        ("Tiga Daerah Masuk Rawan Tinggi", False, True),
        ("Ini kalimat biasa.", False, False),
        ("Surel: humas@alfa.example", False, False),
        ("12", False, False),
    ],
)
def test_headings(line: str, *, capitals: bool, title: bool) -> None:
    assert (is_capitals(line), may_be_title(line)) == (capitals, title)


def test_a_domain_in_front_of_a_dateline_is_no_continuation() -> None:
    assert starts_lower("dan seterusnya")
    assert not starts_lower("kabaralfa.com, ALFA - Bawaslu")
