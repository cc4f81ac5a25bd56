"""Regions that a sentence names without speaking of them, regions in a row, and dimensions that are but listed."""

from __future__ import annotations

import pytest

from one_line import line_of, named
from pipeline.extract.scene.asides import NEIGHBOUR, is_aside, is_container, is_place_of_speech, is_venue
from pipeline.extract.scene.dimensions import real_dimensions
from pipeline.extract.scene.rows import first_in_a_row, last_in_a_row
from pipeline.reference import Reference

ASIDES: dict[str, tuple[str, str]] = {
    # the region in square brackets; where it only says where, is left aside, is a venue, a place of speech, a neighbour
    "Jawa Tengah rawan": ("Jawa Tengah", ""),
    "7 kabupaten di Jawa Tengah rawan": ("Jawa Tengah", "where venue"),
    "7 kabupaten se-Jawa Tengah rawan": ("Jawa Tengah", "where venue"),
    "Skor Bawaslu Kabupaten Blora": ("Blora", "where"),
    "rawan di Blora": ("Blora", "where venue"),
    "rawan di Kabupaten Blora": ("Blora", "where"),
    # behind what lies below it
    "Kecamatan Cepu, Blora, rawan": ("Blora", "where venue"),
    "Kecamatan Cepu dan Jepon, Blora": ("Blora", "where venue"),
    "Desa Sumber Rejo Agung, Blora, rawan": ("Blora", "where venue"),
    "Kecamatan Cepu Blora": ("Blora", ""),
    # in brackets behind a name that no table knows
    "Antahberantah (Maluku Utara) rawan": ("Maluku Utara", "where venue"),
    "Antahberantah (Provinsi Maluku Utara) rawan": ("Maluku Utara", "where"),
    "Antahberantah (Maluku Utara rawan": ("Maluku Utara", ""),
    "Ant (Maluku Utara) rawan": ("Maluku Utara", ""),
    "Taliabu (Maluku Utara) rawan": ("Maluku Utara", ""),
    "Blora (Jawa Tengah) rawan": ("Jawa Tengah", ""),
    "Bawaslu (Jawa Tengah) rawan": ("Jawa Tengah", ""),
    # compared or excepted
    "skor di bawah Kabupaten Blora": ("Blora", "aside"),
    "skor lebih tinggi dari Blora": ("Blora", "where aside venue"),
    "rawan kecuali Kabupaten Blora": ("Blora", "aside"),
    "rawan selain Blora, Pati, dan Kudus": ("Kudus", "aside"),
    "rawan selain Blora; Pati": ("Pati", ""),
    "daerah yang berbatasan dengan Blora": ("Blora", "aside neighbour"),
    "daerah yang bertetangga dengan Blora dan Pati": ("Pati", "aside neighbour"),
    "pemekaran dari Kabupaten Blora": ("Blora", "where aside neighbour"),
    "pernah menjabat di Blora": ("Blora", "where aside venue neighbour"),
    "pernah menjabat ketua satu dua tiga di Blora": ("Blora", "where venue"),
    "bukan Kabupaten Blora": ("Blora", "aside neighbour"),
    "bukan di Blora": ("Blora", "where venue"),
    "lebih rawan daripada di Blora": ("Blora", "where aside venue"),
    "dibandingkan dengan di Kabupaten Blora": ("Blora", "where aside"),
    # the one that a sentence speaks of after comparing
    "Berbeda dengan Blora, Pati rawan": ("Pati", ""),
    "Dibandingkan Blora, Kabupaten Pati rawan": ("Pati", ""),
    "Berbeda dengan Blora, Pati, dan Kudus rawan": ("Pati", "aside"),
    "Berbeda dengan Blora dan Pati rawan": ("Pati", "aside"),
    "Kudus berbeda dengan Blora, Pati rawan": ("Pati", "aside"),
    # where something took place or was said
    "digelar di Blora": ("Blora", "where venue speech"),
    "digelar di Kabupaten Blora": ("Blora", "where venue speech"),
    "di Kabupaten Blora, Senin": ("Blora", "where venue speech"),
    "di Kabupaten Blora Senin": ("Blora", "where venue speech"),
    "di Kabupaten Blora (26/8)": ("Blora", "where venue speech"),
    "kata dia soal Blora": ("Blora", "speech"),
    "digelar pada hari itu oleh panitia yang hadir di sana sejak pagi hari, di Blora": ("Blora", "where venue"),
}


@pytest.mark.parametrize(("text", "expected"), ASIDES.items(), ids=ASIDES.keys())
def test_what_a_sentence_says_of_a_region_in_passing(
    text: str, expected: tuple[str, str], reference: Reference
) -> None:
    line, _ = line_of(text, reference)
    name, said = expected
    region = named(line, name)
    found = {
        "where": is_container(line, region),
        "aside": is_aside(line, region),
        "venue": is_venue(line, region),
        "speech": is_place_of_speech(line, region),
        "neighbour": is_aside(line, region, NEIGHBOUR),
    }
    assert " ".join(word for word, true in found.items() if true) == said


def test_where_a_region_is_compared_itself_it_is_left_aside(reference: Reference) -> None:
    line, _ = line_of("Berbeda dengan Blora, Pati rawan", reference)
    assert is_aside(line, named(line, "Blora"))


BLORA, PATI, KUDUS = "33.16", "33.18", "33.19"
IN_A_ROW: dict[str, tuple[list[str], list[str]]] = {
    # the first ones and the last ones that are named in a row
    "Blora, Pati, dan Kudus": ([BLORA, PATI, KUDUS], [BLORA, PATI, KUDUS]),
    "Blora, Pati. Kudus": ([BLORA, PATI], [KUDUS]),
    "Blora rawan, Pati dan Kudus": ([BLORA], [PATI, KUDUS]),
    "Blora dan Pati rawan, Kudus": ([BLORA, PATI], [KUDUS]),
    "Blora (7), Pati": ([BLORA], [PATI]),
    "Blora), Pati maupun Kudus": ([BLORA, PATI, KUDUS], [BLORA, PATI, KUDUS]),
    "Blora": ([BLORA], [BLORA]),
}


@pytest.mark.parametrize(("text", "expected"), IN_A_ROW.items(), ids=IN_A_ROW.keys())
def test_regions_named_in_a_row(text: str, expected: tuple[list[str], list[str]], reference: Reference) -> None:
    line, _ = line_of(text, reference)
    pairs = list(line.regions)
    first, last = first_in_a_row(line, pairs), last_in_a_row(line, pairs)
    assert ([one.code for _, one in first], [one.code for _, one in last]) == expected


DIMENSIONS: dict[str, list[str]] = {
    "dimensi kontestasi dan partisipasi": ["kontestasi", "partisipasi"],
    "dimensi penyelenggaraan pemilu, kontestasi, dan partisipasi": [],
    "dimensi konteks sosial politik, penyelenggaraan pemilu, kontestasi, dan partisipasi": [],
    # numbers or levels between them
    "dimensi kontestasi 40, partisipasi 30, penyelenggaraan pemilu 20": [
        "kontestasi",
        "partisipasi",
        "penyelenggaraan",
    ],
    "dimensi kontestasi tinggi, partisipasi sedang, dan penyelenggaraan pemilu": [
        "kontestasi",
        "partisipasi",
        "penyelenggaraan",
    ],
    # much text between them
    "dimensi kontestasi yang paling menonjol di daerah ini karena banyak hal, dan sesudah itu partisipasi, "
    "penyelenggaraan pemilu": ["kontestasi", "partisipasi", "penyelenggaraan"],
    # examples of them
    "indikator seperti kontestasi, partisipasi": [],
    "indikator seperti kontestasi, dan tahapan partisipasi": [],
    "indikator seperti kontestasi dan partisipasi": ["kontestasi", "partisipasi"],
    "empat dimensi yaitu kontestasi, dan partisipasi": ["kontestasi", "partisipasi"],
    "empat dimensi antara lain kontestasi, dan partisipasi": [],
}


@pytest.mark.parametrize(("text", "expected"), DIMENSIONS.items(), ids=DIMENSIONS.keys())
def test_a_mere_list_of_dimensions_speaks_of_none(text: str, expected: list[str], reference: Reference) -> None:
    line, _ = line_of(text, reference)
    assert [mark.key for mark in real_dimensions(line)] == expected
