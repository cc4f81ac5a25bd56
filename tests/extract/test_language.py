"""The spaCy pipeline: sentences, names, and the way back to the characters of the document."""

from __future__ import annotations

import pytest

from pipeline.extract.words.language import Reader

NAMES = ("kota alfa", "alfa", "alfa timur", "muko muko")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(NAMES)


SENTENCES = {
    "Skor Alfa 41.20. Skor Beta 39,10.": ["Skor Alfa 41.20. ", "Skor Beta 39,10."],
    "Rawan tinggi! Mengapa? Karena riwayat.": ["Rawan tinggi! ", "Mengapa? ", "Karena riwayat."],
    "Menurut H. Ahmad, Kab. Alfa rawan.": ["Menurut H. Ahmad, Kab. Alfa rawan."],
    "Ketua Dr. Siti hadir. Ia bicara.": ["Ketua Dr. Siti hadir. ", "Ia bicara."],
    "Terdapat 1.265 TPS rawan": ["Terdapat 1.265 TPS rawan"],
    '"Rawan tinggi." Begitu katanya.': ['"Rawan tinggi." ', "Begitu katanya."],
    "skor 41,20. kemudian turun": ["skor 41,20. kemudian turun"],
    "situs alfa.go.id memuatnya": ["situs alfa.go.id memuatnya"],
}
NAMED = {
    "Alfa dan Beta": ["Alfa"],
    "KOTA ALFA": ["KOTA ALFA"],
    "1Alfa TimurTinggi77.7": ["Alfa"],
    "Alfa Timur (41,20)": ["Alfa Timur"],
    "Alfabet": [],
    "Alfa/Alfa Timur": ["Alfa", "Alfa Timur"],
    "Muko-Muko": [],
    "Muko Muko,Alfa": ["Muko Muko", "Alfa"],
    "Alfa77,7": ["Alfa"],
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_sentences(text: str, expected: list[str], reader: Reader) -> None:
    passage = reader.read(text)
    assert [passage.text[start:end] for start, end in passage.sentences] == [part.strip() for part in expected]


@pytest.mark.parametrize(("text", "expected"), NAMED.items())
def test_names(text: str, expected: list[str], reader: Reader) -> None:
    passage = reader.read(text)
    assert [passage.text[name.start : name.end] for name in passage.names] == expected


@pytest.mark.parametrize(
    "text", ["", " ", "\n\t", "...", "İstanbul Alfa", "ẞ Alfa", "\u200bAlfa\u00a0\u2009Timur"]
)
def test_lower_case_has_the_same_length(text: str, reader: Reader) -> None:
    passage = reader.read(text)
    assert len(passage.lower) == len(passage.text)
    assert all(0 <= start < end <= len(passage.text) for start, end in passage.sentences)


def test_positions_lead_back_to_the_document(reader: Reader) -> None:
    document = "Judul\n\nKota \u00a0 Alfa  \u201crawan\u201d\nAlfa   Timur"
    offset = document.index("Kota")
    passage = reader.read(document[offset:], offset)
    found = [passage.mapped.original(name.start, name.end).of(document) for name in passage.names]
    assert found == ["Kota \u00a0 Alfa", "Alfa   Timur"]


def test_reading_twice_gives_the_same(reader: Reader) -> None:
    text = "Kota Alfa dan Alfa Timur. Skor 41,20."
    assert reader.read(text) == reader.read(text)
