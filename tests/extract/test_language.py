"""The spaCy pipeline: sentences, names, and the way back to the characters of the document."""

from __future__ import annotations

import pytest

from pipeline.extract.words.language import Reader
from pipeline.extract.words.slips import slips_of

NAMES = ("kota alfa", "alfa", "alfa timur", "muko muko")


@pytest.fixture
def reader() -> Reader:
    return Reader(NAMES)


SENTENCES = {
    "Skor Alfa 41.20. Skor Beta 39,10.": ["Skor Alfa 41.20.", "Skor Beta 39,10."],
    "Rawan tinggi! Mengapa? Karena riwayat.": ["Rawan tinggi!", "Mengapa?", "Karena riwayat."],
    "Menurut H. Ahmad, Kab. Alfa rawan.": ["Menurut H. Ahmad, Kab. Alfa rawan."],
    "Ketua Dr. Siti hadir. Ia bicara.": ["Ketua Dr. Siti hadir.", "Ia bicara."],
    "Kata Dr. Siti": ["Kata Dr. Siti"],
    "KATA DR. SITI": ["KATA DR. SITI"],
    "Wah, Dr! Siti datang": ["Wah, Dr!", "Siti datang"],
    "Oleh M. Ali": ["Oleh M. Ali"],
    "Oleh MM. Ali": ["Oleh MM.", "Ali"],
    "Nilai 5. Alfa rawan": ["Nilai 5.", "Alfa rawan"],
    "Siapa A? Beta": ["Siapa A?", "Beta"],
    ". Alfa rawan": [".", "Alfa rawan"],
    "Riwayat PSU ..... 6": ["Riwayat PSU ..... 6"],
    "Riwayat PSU ... Alfa rawan": ["Riwayat PSU ...", "Alfa rawan"],
    "Alfa.": ["Alfa."],
    'Alfa."': ['Alfa."'],
    "Rawan. 41 daerah": ["Rawan.", "41 daerah"],
    "Terdapat 1.265 TPS rawan": ["Terdapat 1.265 TPS rawan"],
    "skor 41,20. kemudian turun": ["skor 41,20. kemudian turun"],
    "Rawan. eKTP hilang": ["Rawan. eKTP hilang"],
    "situs alfa.go.id memuatnya": ["situs alfa.go.id memuatnya"],
    "Situs Alfa.Go memuatnya": ["Situs Alfa.Go memuatnya"],
}
CLOSED = {
    '"Rawan tinggi." Begitu katanya.': ['"Rawan tinggi."', "Begitu katanya."],
    "(Rawan.) Begitu katanya": ["(Rawan.)", "Begitu katanya"],
    "[Rawan.] Begitu katanya": ["[Rawan.]", "Begitu katanya"],
    "'Rawan.' Begitu katanya": ["'Rawan.'", "Begitu katanya"],
    '("Rawan.") Begitu katanya': ['("Rawan.")', "Begitu katanya"],
    'Rawan. "Begitu," katanya': ["Rawan.", '"Begitu," katanya'],
    'Rawan.Begitu "kata"': ['Rawan.Begitu "kata"'],
    'Rawan."Begitu": kata': ['Rawan."Begitu": kata'],
    "Rawan. (Begitu) katanya": ["Rawan.", "(Begitu) katanya"],
}
"""Quotes and brackets right behind the end mark belong to the sentence before, others to the next."""
TORN = {
    "Skor 41. 20 persen": ["Skor 41. 20 persen"],
    "Skor 4. 20 POIN": ["Skor 4. 20 POIN"],
    "Skor Alfa 41. 20": ["Skor Alfa 41. 20"],
    "Skor 41. 20, turun": ["Skor 41. 20, turun"],
    "Skor 41. 20; turun": ["Skor 41. 20; turun"],
    "(skor 41. 20) turun": ["(skor 41. 20) turun"],
    "Skor 41. 20 % naik": ["Skor 41. 20 % naik"],
    "Skor 41. 20. Turun": ["Skor 41. 20.", "Turun"],
    "Ada 41. 20 daerah rawan": ["Ada 41.", "20 daerah rawan"],
    "Ada 41. 20 daerah": ["Ada 41.", "20 daerah"],
    "Skor 1.41. 20 persen": ["Skor 1.41.", "20 persen"],
    "Skor 1,41. 20 persen": ["Skor 1,41.", "20 persen"],
    "Ada 141. 20 persen": ["Ada 141.", "20 persen"],
    "Ada 41. 2 persen": ["Ada 41.", "2 persen"],
    "Ada 41. 207 persen": ["Ada 41.", "207 persen"],
    "Tinggi. 20 persen": ["Tinggi.", "20 persen"],
    "Nilai 41. Persen naik": ["Nilai 41.", "Persen naik"],
    "Skor 41! 20 persen": ["Skor 41!", "20 persen"],
    ". 20 persen": [".", "20 persen"],
}
"""A stop inside of one figure ends nothing, one between two figures does."""
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
    "KotaAlfa": ["KotaAlfa"],
    "kotaAlfa, KabupatenAlfa, provinsiAlfa": ["kotaAlfa", "Alfa", "Alfa"],
    "ProvinsiAlfa dan kabupatenAlfa": ["Alfa", "Alfa"],
    "kotaalfa, kabupatenalfa, provinsialfa": [],
    'Alfa"., (Alfa); Alfa...': ["Alfa", "Alfa", "Alfa"],
    "desaAlfa": [],
    "1Alfa, 2.Alfa, .Alfa, Alfa.": ["Alfa", "Alfa", "Alfa", "Alfa"],
    "Alfa,7 dan 7,Alfa": ["Alfa", "Alfa"],
    "Alfa_Timur": [],
    "kota-Alfa": ["Alfa"],
    "Éalfa": [],
}


@pytest.mark.parametrize(("text", "expected"), [*SENTENCES.items(), *CLOSED.items(), *TORN.items()])
def test_sentences(text: str, expected: list[str], reader: Reader) -> None:
    passage = reader.read(text)
    assert [passage.text[start:end] for start, end in passage.sentences] == expected


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


@pytest.mark.parametrize(
    ("words", "lengths"),
    [(601, [6010]), (602, [6020]), (603, [6010, 20]), (1300, [6010, 6010, 980])],
)
def test_an_endless_sentence_is_cut(words: int, lengths: list[int], reader: Reader) -> None:
    passage = reader.read(" ".join(["sembilanx"] * words))
    assert [end - start + 1 for start, end in passage.sentences] == lengths


def test_a_cut_counts_from_the_last_end(reader: Reader) -> None:
    passage = reader.read("Alfa rawan. Beta rawan. Delta " + " ".join(["sembilanx"] * 600))
    assert len(passage.sentences) == 3


def test_lower_case_is_kept_beside_the_text(reader: Reader) -> None:
    for text, lower in [("KOTA Alfa", "kota alfa"), ("KOTA Ø Ж", "kota ø ж")]:
        passage = reader.read(text)
        assert (passage.text, passage.lower) == (text, lower)


def test_steps_mend_what_is_read(reader: Reader) -> None:
    passage = reader.read("diangka 41,20, dikota Alfa", steps=slips_of(""))
    assert passage.text == "di angka 41,20, di kota Alfa"
    assert [passage.text[name.start : name.end] for name in passage.names] == ["kota Alfa"]


def test_a_passage_begins_where_its_document_does(reader: Reader) -> None:
    passage = reader.read("Alfa")
    assert passage.mapped.original(0, 4).of("Alfa") == "Alfa"
