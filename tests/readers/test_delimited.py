"""Delimited text: which character separates, and what a comma or a quotation mark may be besides."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from pipeline.errors import ReadError
from pipeline.model import Document
from pipeline.readers import read

TEXTS: Mapping[str, tuple[str, list[list[str]]]] = {
    "semicolons and decimal commas": (
        "No;Daerah;Skor\n1;Kota Alfa;41,20\n2;Beta;39,10\n",
        [["No", "Daerah", "Skor"], ["1", "Kota Alfa", "41,20"], ["2", "Beta", "39,10"]],
    ),
    "commas": ("No,Daerah,Skor\n1,Kota Alfa,41.20\n", [["No", "Daerah", "Skor"], ["1", "Kota Alfa", "41.20"]]),
    "tabs": ("Daerah\tSkor\nAlfa, Beta\t41,2\n", [["Daerah", "Skor"], ["Alfa, Beta", "41,2"]]),
    "bars": ("Daerah|Skor\nAlfa|41,2\n", [["Daerah", "Skor"], ["Alfa", "41,2"]]),
    "the separator is said": ("sep=,\nDaerah;a,Skor\nAlfa,1\n", [["Daerah;a", "Skor"], ["Alfa", "1"]]),
    "commas inside quotation marks": (
        '"Daerah","Skor"\n"Alfa, Kota","41,20"\n"Beta ""B""","3"\n',
        [["Daerah", "Skor"], ["Alfa, Kota", "41,20"], ['Beta "B"', "3"]],
    ),
    "a line break inside quotation marks": (
        'Daerah;Isu;N\nAlfa;"politik uang\nhoaks";2\nBeta;sara;1\n',
        [["Daerah", "Isu", "N"], ["Alfa", "politik uang\nhoaks", "2"], ["Beta", "sara", "1"]],
    ),
    "a quotation mark left open": (
        'Daerah;Skor;Ket\nAlfa;41,2;"tinggi\nBeta;39,1;a\nGama;12,0;b\n',
        [["Daerah", "Skor", "Ket"], ["Alfa", "41,2", "tinggi"], ["Beta", "39,1", "a"], ["Gama", "12,0", "b"]],
    ),
    "decimals cut off by commas": (
        "Daerah,Skor,Kategori\nAlfa,41,20,Sedang\nBeta,39,1,Sedang\n",
        [["Daerah", "Skor", "Kategori"], ["Alfa", "41,20", "Sedang"], ["Beta", "39,1", "Sedang"]],
    ),
    "rows of different lengths": (
        "Daerah;Skor;Ket\nAlfa;41,2\nBeta;39,1;a;;\n",
        [["Daerah", "Skor", "Ket"], ["Alfa", "41,2", ""], ["Beta", "39,1", "a"]],
    ),
    "byte order mark and carriage returns": ("\ufeffA;B\r\n1;2\r\n", [["A", "B"], ["1", "2"]]),
}


def read_csv(data: bytes, name: str = "a.csv") -> Document:
    return read(data, name=name, sha256="0" * 64)


def cells(document: Document) -> list[list[str]]:
    return [[cell.span.of(document.text) for cell in block.cells] for block in document.blocks if block.cells]


@pytest.mark.parametrize("name", TEXTS)
def test_texts(name: str) -> None:
    text, expected = TEXTS[name]
    assert cells(read_csv(text.encode())) == expected


def test_titles_notes_and_places() -> None:
    text = "Skor IKP 2024, Provinsi Alfa\n\nDaerah,Skor,Kategori\nKota Beta,41.2,Sedang\n,,\nSumber: Bawaslu,,\n"
    document = read_csv(text.encode())
    assert [(block.kind, block.span.of(document.text)) for block in document.blocks] == [
        ("heading", "Skor IKP 2024, Provinsi Alfa"),
        ("table_row", "Daerah\tSkor\tKategori"),
        ("table_row", "Kota Beta\t41.2\tSedang"),
        ("paragraph", "Sumber: Bawaslu"),
    ]
    assert document.blocks[2].cells[1].place.address == "line 4 column 2"
    assert document.blocks[3].place.address == "line 6 column 1"


def test_lines_with_decimal_commas_and_no_separator_stay_whole() -> None:
    document = read_csv(b"Skor IKP 2024\nKota Alfa 77,73\nBeta 58,70\n")
    assert document.text == "Skor IKP 2024\nKota Alfa 77,73\nBeta 58,70"
    assert cells(document) == []


def test_what_nothing_mends_is_outside_the_main_text_and_told() -> None:
    document = read_csv(b"Daerah,Skor,Ket\nAlfa,41,2,3,4\nBeta,39.1,a\n")
    assert [block.main for block in document.blocks] == [True, False, True]
    assert [notice.code for notice in document.notices] == ["ragged"]


def test_encodings() -> None:
    text = "Daerah;Skor\nAlfa – Timur;41,2\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        document = read_csv(text.encode(encoding))
        assert cells(document)[1] == ["Alfa – Timur", "41,2"]
        assert [notice.code for notice in document.notices] == (["encoding"] if encoding == "cp1252" else [])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\0\1\2\3" * 90, "unknown_format"),
        (b";;;\n ; \n", "no_text"),
        (b"a" * 200_000 + b",b\nc,d\n", "damaged"),
        (b"Daerah;Skor\n" + b"Alfa;1\n" * 100_001, "too_large"),
        (b"Daerah;Skor\n" + b"x" * 100 * 100_001, "too_large"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_csv(data)
    assert caught.value.code == code


PROSE = (
    "Begini Peta Kerawanan\n"
    "KUPANG (Kabar) - Hasil IKP disampaikan Bawaslu kepada wartawan, Rabu (2/5/2018).\n"
    "Angka-angka itu bukan ramalan, melainkan peringatan dini.\n"
    "- Sumba Timur dengan skor 2,919\n"
    "- Timor Tengah Utara, skor 2,162\n"
)


def test_prose_has_no_separator() -> None:
    document = read_csv(PROSE.encode())
    assert [block.kind for block in document.blocks if block.cells] == []
    assert "Sumba Timur dengan skor 2,919" in document.text
    assert "Timor Tengah Utara, skor 2,162" in document.text
