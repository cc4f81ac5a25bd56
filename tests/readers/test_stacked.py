"""Tables whose cells stand below each other, one a line."""

from __future__ import annotations

import pytest

from pipeline.readers.text import text_blocks


def cells(text: str) -> list[list[str]]:
    return [
        [cell.span.of(text) for cell in block.cells] for block in text_blocks(text) if block.kind == "table_row"
    ]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(text)) for block in text_blocks(text)]


ROWS = "Kaur\n51,84\nRawan Tinggi\n\nSeluma\n42,15\nRawan Sedang\n\nRejang Lebong\n37,60\nRawan Sedang\n"
TABLE = [
    ["Kaur", "51,84", "Rawan Tinggi"],
    ["Seluma", "42,15", "Rawan Sedang"],
    ["Rejang Lebong", "37,60", "Rawan Sedang"],
]


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        ROWS: TABLE,
        ROWS.replace("\n\n", "\n"): TABLE,
        f"Kabupaten/Kota\nSkor\nKategori\n\n{ROWS}": [["Kabupaten/Kota", "Skor", "Kategori"], *TABLE],
        f"Bawaslu merilis IKP 2024.\n{ROWS}Sumber: Bawaslu": TABLE,
        f"Skor provinsi\n3,79\n{ROWS}": TABLE,
        "1\nAlfa\n41,2\n2\nBeta\n30,0\n3\nGama\n28,1": [
            ["1", "Alfa", "41,2"],
            ["2", "Beta", "30,0"],
            ["3", "Gama", "28,1"],
        ],
        "Alfa\n12\n41,2\nBeta\n13\n30,0\nGama\n14\n28,1": [
            ["Alfa", "12", "41,2"],
            ["Beta", "13", "30,0"],
            ["Gama", "14", "28,1"],
        ],
        "Alfa\n41,2\nTinggi\nBeta\n30,0\nSedang\n": [],  # two may be anything
        "Alfa\n41,2\nTinggi\nBeta\n30,0\nGama\n28,1\nSedang\n": [],
        "Rawan Tinggi\nAlfa\nBeta\nRawan Sedang\nGama\nDelta\nRawan Rendah\nEpsilon\nZeta\n": [],
        "Alfa\n12\n13\nBeta\n14\n15\nGama\n16\n17\n": [],  # neither figure nor level
        "Skor 41,2\nAlfa\nTinggi\nSkor 30,0\nBeta\nSedang\nSkor 28,1\nGama\nSedang\n": [],
    }.items(),
)
def test_rows_of_lines(text: str, expected: list[list[str]]) -> None:
    assert cells(text) == expected


def test_a_name_and_its_figure_are_an_item() -> None:
    text = "Kabupaten Alfa\n41,2\nKota Beta\n30,0\n3. Kab. Gama\nSkor: 28,1\nRapat ditutup.\n"
    assert kinds(text) == [
        ("list_item", "Kabupaten Alfa\n41,2"),
        ("list_item", "Kota Beta\n30,0"),
        ("list_item", "Kab. Gama\nSkor: 28,1"),
        ("paragraph", "Rapat ditutup."),
    ]


PAGES = (
    "No\nKabupaten/Kota\nKonteks Sosial Politik\nPartisipasi\nSkor\nKategori\n1\nAlfa\n30,12\n0\n39,18\nSedang\n"
    "2\nKota Beta\n5,05\n-\n6,04\nRendah\n\nLaporan Akhir 2022\n27\n\nLanjutan Tabel 3\n"
    "3\nKepulauan\nGama\n61,20\n10,00\n53,91\nTinggi\n4\nDelta\n22,40\n0,00\n20,44\nSedang\n"
)


def test_a_numbered_table_goes_on_behind_the_foot_of_its_page() -> None:
    assert cells(PAGES) == [
        ["No", "Kabupaten/Kota", "Konteks Sosial Politik", "Partisipasi", "Skor", "Kategori"],
        ["1", "Alfa", "30,12", "0", "39,18", "Sedang"],
        ["2", "Kota Beta", "5,05", "-", "6,04", "Rendah"],
        ["3", "Kepulauan\nGama", "61,20", "10,00", "53,91", "Tinggi"],
        ["4", "Delta", "22,40", "0,00", "20,44", "Sedang"],
    ]
    notes = [text for kind, text in kinds(PAGES) if kind == "note"]
    assert notes == ["Laporan Akhir 2022", "27", "Lanjutan Tabel 3"]


@pytest.mark.parametrize("between", ["Tabel di atas belum lengkap.", "41,2", "Tinggi", "3\nSalah\n1,0"])
def test_a_numbered_table_ends_before_words_of_another_kind(between: str) -> None:
    head, _, tail = PAGES.partition("Laporan Akhir 2022")
    assert ["4", "Delta", "22,40", "0,00", "20,44", "Sedang"] not in cells(f"{head}{between}{tail}")


def test_stacked_rows_after_other_tables_are_a_table_of_their_own() -> None:
    text = f"Daerah\tSkor\nAlfa\t41,2\nBeta\t30,0\n\n{ROWS}\nRapat ditutup.\n\n{ROWS}"
    tables = [block.table for block in text_blocks(text) if block.kind == "table_row"]
    assert tables == [1, 1, 1, 2, 2, 2, 3, 3, 3]
