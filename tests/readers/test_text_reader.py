"""Plain text and Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import ReadError
from pipeline.model import Block, Document
from pipeline.readers import read
from pipeline.readers.text import text_blocks

SHARED = Path(__file__).parents[3] / "shared"


def read_txt(data: str | bytes, name: str = "rilis.txt") -> Document:
    raw = data.encode() if isinstance(data, str) else data
    return read(raw, name=name, sha256="0" * 64)


def shown(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(text)) for block in text_blocks(text)]


def assert_valid(text: str, blocks: tuple[Block, ...]) -> None:
    end = 0
    for block in blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        assert all(block.span.covers(cell.span) for cell in block.cells)
        end = block.span.end


@given(st.text(alphabet=st.sampled_from("aB1.,) -*#|\t\r\n_>\ufeff:\u2028–"), max_size=200))
def test_spans_are_valid_and_nothing_is_lost(text: str) -> None:
    blocks = text_blocks(text)
    assert_valid(text, blocks)
    covered = "".join(block.span.of(text) for block in blocks)
    assert covered.count("B") == text.count("B")


@given(st.text(min_size=1, max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        document = read_txt(text)
    except ReadError as error:
        assert error.code in {"empty", "unknown_format"}  # noqa: PT017 - either outcome is right
    else:
        assert_valid(document.text, document.blocks)


def test_the_text_is_the_file() -> None:
    raw = b"\xef\xbb\xbf**Judul**\r\n\r\n1. Kota Beta\r\n"
    document = read_txt(raw)
    assert document.text.encode() == raw
    assert [(b.kind, b.span.of(document.text)) for b in document.blocks] == [
        ("heading", "Judul"),
        ("list_item", "Kota Beta"),
    ]
    assert document.blocks[1].place.address == "line 3"


def test_each_line_is_a_paragraph_in_a_news_text() -> None:
    text = "Judul Berita\nKabupaten Alfa rawan tinggi.\nKota Beta rawan sedang.\n"
    assert [kind for kind, _ in shown(text)] == ["heading", "paragraph", "paragraph"]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Badan pengawas di tingkat kabupaten menyebut bahwa pemetaan ini\n"
        "mencakup seluruh kecamatan dan akan dipakai sebagai dasar bagi\n"
        "pencegahan. Hasilnya diserahkan kepada semua pihak pada hari ini\n"
        "di kantor bupati.\n"
        "Pemetaan berikutnya akan dilakukan pada bulan September menjelang\n"
        "penetapan pasangan calon.\n"
    )
    assert [words[:10] for _, words in shown(text)] == ["Badan peng", "Pemetaan b"]


WRAPPED = {
    "broken before names and figures": (
        "Untuk dimensi kontestasi yang disorot ialah Kota Beta 54,2, Kab.\n"
        "Gama 49,0, Kab. Delta Selatan Raya 36,5, Kota Delta 33,1, Kota\n"
        "Alfa 12,9.\n"
    ),
    "broken inside brackets": (
        "TPS dengan riwayat kekurangan logistik pemungutan suara ada (4.228\n"
        "TPS), sedangkan yang berada di wilayah rawan bencana banyaknya\n"
        "320 TPS.\n"
    ),
    "a full stop on the last line alone": (
        "BETA – Badan Pengawas Provinsi Alfa memaparkan hasil Indeks\n"
        "Kerawanan yang diluncurkan di ibu kota negara pada tanggal 16\n"
        "Desember 2022 di kantornya.\n"
    ),
    "below a longer title": (
        "Badan Pengawas Provinsi Alfa Memaparkan Hasil Pemetaan Kerawanan Tahun Ini\n\n"
        "Menurut peta itu, Kota Beta dan Kabupaten Gama Timur serta Kota\n"
        "Delta rawan tinggi, sedangkan Kabupaten Delta dan Kabupaten\n"
        "Gama Barat rawan sedang.\n"
    ),
}


@pytest.mark.parametrize("text", WRAPPED.values(), ids=WRAPPED.keys())
def test_lines_that_break_off_inside_a_sentence_are_one_paragraph(text: str) -> None:
    assert len([words for kind, words in shown(text) if kind == "paragraph"]) == 1


def test_a_line_is_not_broken_at_a_non_breaking_blank() -> None:
    text = (
        "Badan pengawas memaparkan hasil pemetaan tahun ini di kantornya\n"
        "dan menyebut bahwa skor tertinggi menurut indeks dipunyai oleh\n"
        "Kota\u00a0Beta yang mencatat 54,2 dan disusul oleh kota lain di\n"
        "sekitarnya.\n"
    )
    assert len(shown(text)) == 1


def test_a_list_without_marks_is_not_joined() -> None:
    text = "Indikator yang menonjol ialah:\npolitik uang\nnetralitas aparatur\nkampanye di luar jadwal\n"
    assert len(shown(text)) == 4


def test_records_of_equal_width_are_not_joined() -> None:
    row = "Kabupaten {} dengan skor 44.05 Kategori Kerawanan Sedang"
    text = "\n".join(row.format(name) for name in ("Alfa", "Beta", "Gama", "Dela", "Epsi"))
    assert len(shown(text)) == 5


def test_a_number_without_dot_continues_a_list() -> None:
    blocks = text_blocks("Daftar:\n\n4. DKI (88,95).\n\n5 Kaltim (77,04)\n")
    assert [block.number for block in blocks] == [None, 4, 5]


def test_tab_separated_lines_are_a_table() -> None:
    text = "Hasil:\nNO\tINDIKATOR\tSKOR\n1\tPolitik uang\t12,1\n\nNO\tINDIKATOR\tSKOR\n2\tHoaks\t\n"
    blocks = text_blocks(text)
    assert [block.kind for block in blocks] == ["paragraph", "table_row", "table_row", "note", "table_row"]
    assert {block.table for block in blocks if block.kind == "table_row"} == {1}
    assert [cell.span.of(text) for cell in blocks[4].cells] == ["2", "Hoaks", ""]


def test_an_empty_first_cell_keeps_its_column() -> None:
    text = "NO\tDAERAH\tSKOR\n1\tAlfa\t12,1\n\tBeta\t13,1\n"
    assert [cell.span.of(text) for cell in text_blocks(text)[2].cells] == ["", "Beta", "13,1"]


def test_a_list_set_with_tabs_is_no_table() -> None:
    assert [kind for kind, _ in shown("1.\tPolitik uang\n2.\tHoaks\n")] == ["list_item", "list_item"]


def test_markdown_table_without_its_rule() -> None:
    text = "# Hasil\n\n| Daerah | Skor |\n|---|---:|\n| **Alfa** | 41,2 |\n"
    blocks = text_blocks(text)
    assert [(block.kind, len(block.cells)) for block in blocks] == [
        ("heading", 0),
        ("table_row", 2),
        ("table_row", 2),
    ]
    assert [cell.span.of(text) for cell in blocks[2].cells] == ["Alfa", "41,2"]


def test_a_pipe_in_a_byline_is_no_table() -> None:
    assert shown("Senin, 26 Agustus 2024 | 19:16 WIB | Laporan: Alfa.")[0][0] == "paragraph"


BARS = {
    "Daerah | Skor\nAlfa | 41,2\nBeta | 30,0\n": [2, 2, 2],
    "Daerah | Skor\n---|---\nAlfa | 41,2\n": [2, 2],
    "Provinsi | Skor 2024 | Tingkat\nAlfa | 41,2 | tinggi\nBeta | - | -\nGama | 30,0 | sedang": [3, 3, 3, 3],
    "Kab. Alfa | Beta | 41,2\nKab. Gama | Beta | 30,0\n": [3, 3],
    "Daerah | Skor\nAlfa | 41,2\nBeta | 30,0\nSumber: Bawaslu | Foto: Humas | 2024": [2, 2, 2],
    # no tables: menus, bylines, rows that say all themselves, lists
    "Beranda | Berita | Politik\nFoto | Video | Indeks": [],
    "Beranda | Daerah | Bali | Denpasar": [],
    "Tim Redaksi | Editor: Ivan\nKamis, 2 Maret 2023 | 10:14": [],
    "Alfa 41,2 | Beta 30,0 | Gama 12,0\nDelta 41,2 | Eta 30,0 | Zeta 12,0": [],
    "Skor | 41,2\nKategori | sedang\nPeringkat | 3": [],
    "1. Alfa | 41,2 | tinggi\n2. Beta | 30,0 | sedang\n3. Gama | 12,0 | rendah": [],
}


@pytest.mark.parametrize(("text", "cells"), BARS.items(), ids=str)
def test_bars_between_cells_alone(text: str, cells: list[int]) -> None:
    assert [len(block.cells) for block in text_blocks(text) if block.cells] == cells


def test_columns_set_with_blanks() -> None:
    text = "Alfa   Tinggi   77,7\nBeta   Sedang   41,2\nGama   Rendah   10,0\n"
    assert [len(block.cells) for block in text_blocks(text)] == [3, 3, 3]


def test_a_typed_line_with_gaps_ends_a_table() -> None:
    rows = ["Alfa   Tinggi   77,7", "Beta   Sedang   41,2", "Gama   Rendah   10,0"]
    text = "\n".join([*rows, "Baca  Juga : Harga  Cabai  di Beta", "Skor  lain  menyusul."])
    assert [len(block.cells) for block in text_blocks(text)][:3] == [3, 3, 3]
    assert not any(block.cells for block in text_blocks(text)[3:])


def test_empty_cells_of_columns_set_with_blanks() -> None:
    text = (
        "Daerah         Sengketa   Politik uang\n"
        "Alfa\n"
        "Tebing Tinggi  v\n"
        "Beta                      v\n"
        "Gama           v          v\n"
        "Langkah berikutnya adalah koordinasi.\n"
    )
    table = [block for block in text_blocks(text) if block.cells]
    assert [[cell.span.of(text) for cell in block.cells] for block in table] == [
        ["Daerah", "Sengketa", "Politik uang"],
        ["Alfa", "", ""],
        ["Tebing Tinggi", "v", ""],
        ["Beta", "", "v"],
        ["Gama", "v", "v"],
    ]


def test_titles_in_capitals_over_two_lines_are_one_heading() -> None:
    text = "PEMETAAN KERAWANAN PEMILIHAN\nDI ALFA TAHUN 2024\n\nBawaslu Alfa merilis hasil.\n"
    assert shown(text)[0] == ("heading", "PEMETAAN KERAWANAN PEMILIHAN\nDI ALFA TAHUN 2024")


def test_windows_1252_is_read_with_a_warning() -> None:
    document = read_txt("Skor Kabupaten Alfa “tinggi” – 41,2".encode("cp1252"))
    assert "“tinggi” –" in document.text
    assert [notice.code for notice in document.notices] == ["encoding"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16(encoding: str) -> None:
    assert "Kabupaten Alfa 41,2" in read_txt("Kabupaten Alfa 41,2".encode(encoding)).text


def test_a_file_cut_inside_a_character() -> None:
    document = read_txt("Kabupaten Alfa “tinggi”".encode()[:-1])
    assert document.text.startswith("Kabupaten Alfa “tinggi")
    assert document.notices


@pytest.mark.shared
def test_shared_documents_lose_no_word() -> None:
    paths = sorted((SHARED / "seeds").glob("*.txt"))
    if not paths:
        pytest.skip("the shared documents are not beside this checkout")
    for path in paths:
        document = read_txt(path.read_bytes(), name=path.name)
        assert_valid(document.text, document.blocks)
        covered = "".join(block.span.of(document.text) for block in document.blocks)
        letters = sum(char.isalpha() for char in document.text)
        assert sum(char.isalpha() for char in covered) >= 0.995 * letters


BROKEN_ROWS = """
   No   Indikator              Terjadi   Uraian
   ------------------------------------------------------
   1    Bencana alam           Ya        Banjir di Kedung dan
                                         Welahan, Maret
   2    Pemilih ganda          Tidak     -
   3    Politik uang           Ya        Dua laporan

Rapat ditutup.
"""


def rows_of(text: str) -> list[list[str]]:
    return [[cell.span.of(text) for cell in block.cells] for block in text_blocks(text) if block.cells]


def test_a_row_goes_on_under_its_last_column() -> None:
    rows = rows_of(BROKEN_ROWS)
    assert [row[:3] for row in rows] == [
        ["No", "Indikator", "Terjadi"],
        ["1", "Bencana alam", "Ya"],
        ["2", "Pemilih ganda", "Tidak"],
        ["3", "Politik uang", "Ya"],
    ]
    assert rows[1][3].split() == ["Banjir", "di", "Kedung", "dan", "Welahan,", "Maret"]
    others = [block.span.of(BROKEN_ROWS) for block in text_blocks(BROKEN_ROWS) if not block.cells]
    assert others == ["Rapat ditutup."]


def test_a_line_under_another_column_ends_a_table_of_blanks() -> None:
    text = BROKEN_ROWS.replace("Welahan", "  Welahan")
    assert rows_of(text)[:1] != [["No", "Indikator", "Terjadi", "Uraian"]]


def test_a_heading_stands_between_rows_with_bars() -> None:
    text = "INDIKATOR | JUMLAH TPS\nA. KEAMANAN\nRiwayat kekerasan | -\nB. LOGISTIK\nTerlambat | 4\nRusak | 6\n"
    assert rows_of(text) == [
        ["INDIKATOR", "JUMLAH TPS"],
        ["A. KEAMANAN"],
        ["Riwayat kekerasan", "-"],
        ["B. LOGISTIK"],
        ["Terlambat", "4"],
        ["Rusak", "6"],
    ]
    assert ["Ini kalimat."] not in rows_of(text.replace("B. LOGISTIK", "Ini kalimat."))


def test_a_list_with_its_values_set_apart_is_no_table() -> None:
    text = "Terjadi:\n d.  Pemilih ganda : 263 orang\n e.  Politik uang     :  48 kasus\n f.  Hoaks   :  3 kasus\n g.  SARA    :  -\n"
    assert [block.kind for block in text_blocks(text)] == ["paragraph", *["list_item"] * 4]


def test_tabs_to_the_next_stop_part_one_cell_from_the_next() -> None:
    assert rows_of("Kep. Bangka Belitung\t2,290\nAceh\t\t\t3,327\nBanten\t\t3,147\n") == [
        ["Kep. Bangka Belitung", "2,290"],
        ["Aceh", "3,327"],
        ["Banten", "3,147"],
    ]
    assert rows_of("Daerah\t2019\t2024\nAceh\t\t3,327\nBanten\t3,147\t3,1\n")[1] == ["Aceh", "", "3,327"]
