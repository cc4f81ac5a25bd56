"""Tables of issues and tables that count regions: which numbers are counts, of what, and of whose parts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

LEAD = "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024 bagi kabupaten dan kota.\n\n"
Tables = dict[str, tuple[tuple[str, ...], set[str]]]


def grid(*rows: str) -> str:
    """Write a table, the cells of its rows parted by ``|``."""
    head, *rest = [f"|{row}|" for row in rows]
    return "\n".join([head, "|---" * rows[0].count("|") + "|---|", *rest])


CROSSED = {"indicator 33.16 54", "indicator 33.18 20"}

ISSUES: Tables = {
    "yes and no": (
        ("Indikator|Status", "Politik uang|ya", "Pemilih ganda|tidak", "Netralitas ASN|ya"),
        {"indicator 33 54", "indicator 33 12"},
    ),
    "yes and no under jumlah": (
        ("Indikator|Jumlah", "Politik uang|ada", "Pemilih ganda|tidak"),
        {"indicator 33 54"},
    ),
    "answers under any header": (
        (
            "Indikator|Terjadi|Sumber",
            "Politik uang|Ya|LHP",
            "Pemilih ganda|Tidak|-",
            "Netralitas ASN|Ya|politik uang",
        ),
        {"indicator 33 54", "indicator 33 12"},
    ),
    "questions and answers": (
        (
            "No|Pertanyaan|Jawaban|Jumlah",
            "1|Apakah terdapat laporan politik uang?|Ya|5 kasus",
            "2|Apakah ditemukan pemilih ganda?|Tidak|0",
            "3|Apakah pernah dilaksanakan pemungutan suara ulang?|Ya|2 kasus",
        ),
        {"indicator 33 54 x5", "indicator 33 32 x2"},
    ),
    "questions alone": (
        ("No|Pertanyaan", "1|Apakah terdapat laporan politik uang?", "2|Apakah ditemukan pemilih ganda?"),
        set(),
    ),
    "questions without answers": (
        ("Pertanyaan|Jawaban", "Apakah terdapat laporan politik uang?|", "Apakah ditemukan pemilih ganda?|"),
        set(),
    ),
    "two columns for yes and no": (
        ("Indikator|Ya|Tidak", "Politik uang|v|", "Pemilih ganda||v", "Netralitas ASN|v|"),
        {"indicator 33 54", "indicator 33 12"},
    ),
    "headings between issues with numbers": (
        ("Indikator|Jumlah", "A. LOGISTIK|", "Pemilih ganda|4", "B. POLITIK UANG|", "Netralitas ASN|2"),
        {"indicator 33 20 x4", "indicator 33 12 x2"},
    ),
    "numbers in digits and words": (
        ("Indikator|Jumlah", "Politik uang|5", "Pemilih ganda|0", "Netralitas ASN|dua"),
        {"indicator 33 54 x5", "indicator 33 12 x2"},
    ),
    "numbers with their noun": (
        ("Indikator|Jumlah", "Politik uang|5 kasus", "Pemilih ganda|nihil", "Netralitas ASN|2 kasus"),
        {"indicator 33 54 x5", "indicator 33 12 x2"},
    ),
    "marks where region and issue meet": (
        ("Daerah|Politik uang|Pemilih ganda", "Kabupaten Blora|v|-", "Kabupaten Pati|x|v"),
        CROSSED,
    ),
    "crosses that say yes": (
        ("Daerah|Politik uang|Pemilih ganda", "Kabupaten Blora|x|-", "Kabupaten Pati|-|x"),
        CROSSED,
    ),
    "ones and noughts are marks": (
        ("Daerah|Politik uang|Pemilih ganda", "Kabupaten Blora|1|0", "Kabupaten Pati|0|1"),
        CROSSED,
    ),
    "ones and twos are counts": (
        ("Daerah|Politik uang|Pemilih ganda", "Kabupaten Blora|1|0", "Kabupaten Pati|0|2"),
        {"indicator 33.16 54 x1", "indicator 33.18 20 x2"},
    ),
    "a number with more words is no count": (
        (
            "Daerah|Politik uang|Pemilih ganda",
            "Kabupaten Blora|12|3",
            "Kabupaten Pati|14|2",
            "Kota Tegal|9 dan 3 lagi|0",
        ),
        {"indicator 33.16 54 x12", "indicator 33.16 20 x3", "indicator 33.18 54 x14", "indicator 33.18 20 x2"},
    ),
    "an issue beside scores": (
        ("Daerah|Skor|Politik uang", "Kabupaten Blora|50,7|v", "Kabupaten Pati|40,1|v"),
        {"score 33.16 50.7", "score 33.18 40.1"},
    ),
    "an issue beside levels": (
        ("Daerah|Kategori|Politik uang", "Kabupaten Blora|tinggi|v", "Kabupaten Pati|sedang|v"),
        {"category 33.16 tinggi", "category 33.18 sedang", "indicator 33.16 54", "indicator 33.18 54"},
    ),
    "a header that counts": (
        (
            "Daerah|Jumlah Kasus Politik uang|Jumlah Kasus Pemilih ganda",
            "Kabupaten Blora|1|0",
            "Kabupaten Pati|0|2",
        ),
        {"indicator 33.16 54 x1", "indicator 33.18 20 x2"},
    ),
    "regions over issues": (
        ("Indikator|Kabupaten Blora|Kabupaten Pati", "Politik uang|v|-", "Pemilih ganda|-|v"),
        CROSSED,
    ),
    "regions over counts": (
        ("Indikator|Kabupaten Blora|Kabupaten Pati", "Politik uang|12|0", "Pemilih ganda|0|3"),
        {"indicator 33.16 54 x12", "indicator 33.18 20 x3"},
    ),
    "an unknown issue beside as many known ones": (
        ("Daerah|Politik uang|Sinyal lemah", "Kabupaten Blora|v|-", "Kabupaten Pati|-|v"),
        {"indicator 33.16 54", "issue 33.18 Sinyal lemah"},
    ),
    "more unknown issues than known ones": (
        (
            "Daerah|Politik uang|Warna cat|Hobi lurah|Suhu udara",
            "Kabupaten Blora|v|-|v|v",
            "Kota Tegal|-|v|-|-",
        ),
        {"indicator 33.16 54"},
    ),
    "what is no issue beside one that is": (
        ("Daerah|Politik uang|Keterangan Lain", "Kabupaten Blora|v|-", "Kabupaten Pati|-|v"),
        {"indicator 33.16 54"},
    ),
    "known issues parted by commas": (
        ("Daerah|Isu", "Kabupaten Blora|politik uang, pemilih ganda, dan netralitas ASN"),
        {"indicator 33.16 54", "indicator 33.16 20", "indicator 33.16 12"},
    ),
    "issues that are numbered": (
        ("Daerah|Isu", "Kabupaten Blora|1. politik uang 2. pemilih ganda"),
        {"indicator 33.16 54", "indicator 33.16 20"},
    ),
    "issues parted by a semicolon": (
        ("Daerah|Isu", "Kabupaten Blora|politik uang; netralitas ASN."),
        {"indicator 33.16 54", "indicator 33.16 12"},
    ),
    "a header that comes again": (
        ("No|Indikator", "1|Politik uang", "No|Indikator", "2|Pemilih ganda"),
        {"indicator 33 54", "indicator 33 20"},
    ),
    "a remark that fills its row": (
        (
            "No|Indikator",
            "1|Politik uang",
            *["|".join(["Isu itu dipetakan dari tujuh kecamatan selama enam bulan lalu"] * 2)],
        ),
        {"indicator 33 54"},
    ),
    "words under an issue column": (("Daerah|Isu", "Kabupaten Blora|ada"), set()),
    "stages beside issues": (
        ("Tahapan|Indikator", "Kampanye|Politik uang", "Pemungutan suara|Pemilih ganda"),
        {"indicator 33 54", "indicator 33 20"},
    ),
}


def tallies(scope: str, level: str, *counts: int) -> set[str]:
    """Return how many parts of ``scope`` are high, medium and low, in short."""
    levels = ("tinggi", "sedang", "rendah")[: len(counts)]
    return {f"tally {scope} {level} {name} {n}" for name, n in zip(levels, counts, strict=True)}


TALLIES: Tables = {
    "of regencies and cities": (
        ("Kategori|Jumlah Kabupaten/Kota", "Tinggi|7", "Sedang|20", "Rendah|8"),
        tallies("33", "regency_city", 7, 20, 8),
    ),
    "of what is not said": (
        ("Kategori|Jumlah", "Tinggi|7", "Sedang|20", "Rendah|8"),
        tallies("33", "regency_city", 7, 20, 8),
    ),
    "fewer than there are": (
        ("Kategori|Jumlah Daerah", "Tinggi|7", "Sedang|20"),
        tallies("33", "regency_city", 7, 20),
    ),
    "one more than there are": (
        ("Kategori|Jumlah Daerah", "Tinggi|7", "Sedang|20", "Rendah|9"),
        set(),
    ),
    "of the whole country": (
        ("Kategori|Jumlah Kabupaten/Kota", "Tinggi|85", "Sedang|349", "Rendah|80"),
        tallies("ID", "regency_city", 85, 349, 80),
    ),
    "of provinces": (
        ("Kategori|Jumlah Provinsi", "Tinggi|5", "Sedang|20"),
        tallies("ID", "province", 5, 20),
    ),
    "of districts, of which nothing says whose": (("Kategori|Jumlah Kecamatan", "Tinggi|5", "Sedang|20"), set()),
    "of people": (("Kategori|Jumlah Pemilih", "Tinggi|7", "Sedang|20"), set()),
    "of distrik of the text's own province": (
        ("Kategori|Jumlah distrik", "Tinggi|5", "Sedang|20"),
        tallies("33", "district", 5, 20),
    ),
    "of polling stations of the text's own province": (
        ("Kategori|Jumlah TPS", "Tinggi|500", "Sedang|20"),
        tallies("33", "polling_station", 500, 20),
    ),
    "with shares beside": (
        ("Kategori|Jumlah Kabupaten/Kota|Persentase", "Tinggi|7|20%", "Sedang|20|57,1%"),
        tallies("33", "regency_city", 7, 20),
    ),
    "a province a row": (
        ("Provinsi|Tinggi|Sedang|Rendah", "Jawa Tengah|7|20|8", "Bali|2|3|4"),
        tallies("33", "regency_city", 7, 20, 8) | tallies("51", "regency_city", 2, 3, 4),
    ),
    "a province with more parts than it has": (
        ("Provinsi|Tinggi|Sedang|Rendah", "Jawa Tengah|7|20|9", "Bali|2|3|3"),
        tallies("51", "regency_city", 2, 3, 3),
    ),
    "kinds of regions as rows": (
        ("Daerah|Tinggi|Sedang|Rendah", "Provinsi|5|20|8", "Kabupaten/Kota|85|349|80"),
        tallies("ID", "province", 5, 20, 8) | tallies("ID", "regency_city", 85, 349, 80),
    ),
    "rows that are no regions": (("Daerah|Tinggi|Sedang|Rendah", "Gunung|7|20|8"), set()),
    "names under levels are no counts": (
        ("Tinggi|Sedang", "Kabupaten Blora|Kabupaten Pati"),
        {"category 33.16 tinggi", "category 33.18 sedang"},
    ),
}
ALL = ISSUES | TALLIES


@pytest.mark.parametrize(("rows", "expected"), ALL.values(), ids=ALL.keys())
def test_what_a_table_counts(rows: tuple[str, ...], expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts(LEAD + grid(*rows)) == expected


def test_a_regency_has_no_regencies_to_count(facts: Callable[[str], set[str]]) -> None:
    lead = "Bawaslu Kabupaten Blora memaparkan Indeks Kerawanan Pemilu (IKP) 2024 kepada awak media.\n\n"
    assert facts(lead + grid("Kategori|Jumlah Kabupaten/Kota", "Tinggi|1")) == set()
    assert facts(lead + grid("Kategori|Jumlah Kabupaten/Kota", "Tinggi|2")) == set()


def test_row_numbers_are_ranks_though_the_columns_are_numbered_too(facts: Callable[[str], set[str]]) -> None:
    names = ("Bantul", "Sleman", "Kulon Progo", "Gunungkidul", "Kota Yogyakarta")
    rows = [f"{n}|{name}|{60 - n},1" for n, name in enumerate(names, 1)]
    lead = "Bawaslu Provinsi DI Yogyakarta memaparkan Indeks Kerawanan Pemilu (IKP) 2024 kepada awak media.\n\n"
    found = facts(lead + grid("No|Kabupaten/Kota|Skor", "(1)|(2)|(3)", *rows))
    assert {line for line in found if line.startswith("rank")} == {
        "rank 34.02 1", "rank 34.04 2", "rank 34.01 3", "rank 34.03 4", "rank 34.71 5",
    }  # fmt: skip
