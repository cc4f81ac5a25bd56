"""Header and cells decide together what a column is, and which of a row's cells count: tables of a few cells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from finding_lines import lines_of
from pipeline.model import Document, Extraction

LEAD = "Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024 bagi kabupaten dan kota.\n\n"
Take = Callable[[str], tuple[Document, Extraction]]
Tables = dict[str, tuple[tuple[str, ...], set[str]]]


def grid(*rows: str) -> str:
    """Write a table, the cells of its rows parted by ``|``."""
    head, *rest = [f"|{row}|" for row in rows]
    return "\n".join([head, "|---" * rows[0].count("|") + "|---|", *rest])


def judged(extraction: Extraction) -> set[str]:
    """Return the findings in short, those for a person with a question mark behind."""
    return {
        line + (" ?" if finding.decision == "review" else "")
        for finding in extraction.findings
        for line in lines_of(finding)
    }


BOTH = {"score 33.16 50.7", "score 33.18 40.1"}
LEVELS = {"category 33.16 tinggi", "category 33.18 rendah"}

SCORES: Tables = {
    "a score without its level": (("Daerah|Skor", "Kabupaten Blora|50,7", "Kabupaten Pati|40,1"), BOTH),
    "scores in percent": (
        ("Daerah|Skor IKP (%)", "Kabupaten Blora|50,7", "Kabupaten Pati|40,1"),
        {"score 33.16 50.7 ?", "score 33.18 40.1 ?"},
    ),
    "scores in percent beside scores": (
        ("Daerah|Skor IKP (%)|Skor", "Kabupaten Blora|57,0|50,7", "Kabupaten Pati|41,0|40,1"),
        BOTH,
    ),
    "a strange word beside skor": (
        ("Daerah|Skor Integritas", "Kabupaten Blora|50,7", "Kabupaten Pati|40,1"),
        {"score 33.16 50.7 ?", "score 33.18 40.1 ?"},
    ),
    "levels under skor": (("Daerah|Skor", "Kabupaten Blora|tinggi", "Kabupaten Pati|rendah"), LEVELS),
    "words under skor": (("Daerah|Skor", "Kabupaten Blora|baik", "Kabupaten Pati|cukup"), set()),
    "scores under kategori": (("Daerah|Kategori", "Kabupaten Blora|50,7", "Kabupaten Pati|40,1"), BOTH),
    "whole numbers under kategori": (("Daerah|Kategori", "Kabupaten Blora|7", "Kabupaten Pati|9"), set()),
    "score and level under kategori": (
        ("Daerah|Kategori", "Kabupaten Blora|50,7 (tinggi)", "Kabupaten Pati|12,4 (rendah)"),
        LEVELS | {"score 33.16 50.7", "score 33.18 12.4"},
    ),
    "one score with its level": (
        ("Daerah|Skor", "Kabupaten Blora|50,7 (tinggi)", "Kabupaten Pati|40,1"),
        BOTH | {"category 33.16 tinggi"},
    ),
    "no header, scores with a comma": (("Kabupaten Blora|50,7", "Kabupaten Pati|40,1"), BOTH),
    "no header, two of three with a comma": (
        ("Kabupaten Blora|50,7", "Kabupaten Pati|40,1", "Kota Tegal|7"),
        BOTH | {"score 33.76 7"},
    ),
    "no header, one of three with a comma": (("Kabupaten Blora|50,7", "Kabupaten Pati|9", "Kota Tegal|7"), set()),
    "no header, whole numbers beside levels": (("Kabupaten Blora|50|tinggi", "Kabupaten Pati|40|rendah"), LEVELS),
    "an unknown header over numbers": (
        ("Daerah|Alamat|Kategori", "Kabupaten Blora|50,7|tinggi", "Kabupaten Pati|40,1|rendah"),
        LEVELS,
    ),
    "numbers called a count": (
        ("Daerah|Jumlah|Kategori", "Kabupaten Blora|50|tinggi", "Kabupaten Pati|40|rendah"),
        LEVELS,
    ),
    "an unknown header over regions": (("Alamat|Skor", "Kabupaten Blora|50,7", "Kabupaten Pati|40,1"), BOTH),
    "an unknown header over levels": (
        ("Daerah|Alamat|Skor", "Kabupaten Blora|tinggi|50,7", "Kabupaten Pati|rendah|12,4"),
        LEVELS | {"score 33.16 50.7", "score 33.18 12.4"},
    ),
    "a hundred is the most": (
        ("Daerah|Skor", "Kabupaten Blora|100,1", "Kabupaten Pati|40,1", "Kota Tegal|100"),
        {"score 33.18 40.1", "score 33.76 100"},
    ),
    "the last score counts": (
        ("Daerah|Skor|Skor Akhir", "Kabupaten Blora|51,2|50,7", "Kabupaten Pati|42,3|40,1"),
        BOTH,
    ),
    "of two scores neither is the last": (
        ("Daerah|Skor|Skor IKP", "Kabupaten Blora|50,7|51,2"),
        {"score 33.16 50.7 ?", "score 33.16 51.2 ?"},
    ),
    "of two levels the one that calls itself so": (
        ("Daerah|Skor|Kategori|Level", "Kabupaten Blora|50,7|tinggi|rendah", "Kabupaten Pati|40,1|sedang|rendah"),
        BOTH | {"category 33.16 tinggi", "category 33.18 sedang"},
    ),
    "a level under a word of another kind": (
        ("Daerah|Skor|Kategori|Alamat", "Kabupaten Blora|50,7|tinggi|rendah", "Kabupaten Pati|40,1|sedang|rendah"),
        BOTH | {"category 33.16 tinggi", "category 33.18 sedang"},
    ),
    "ranks with ke": (
        ("Peringkat|Daerah|Skor", "ke-3|Kabupaten Blora|50,7", "ke-5|Kabupaten Pati|40,1"),
        BOTH | {"rank 33.16 3", "rank 33.18 5"},
    ),
    "one score for two regions": (
        ("Daerah|Skor", "Kabupaten Blora dan Kabupaten Pati|50,7", "Kota Tegal|40,1"),
        {"score 33.16 50.7 ?", "score 33.18 50.7 ?", "score 33.76 40.1"},
    ),
    "one level for two regions": (
        ("Daerah|Kategori", "Kabupaten Blora dan Kabupaten Pati|tinggi", "Kota Tegal|rendah"),
        {"category 33.16 tinggi", "category 33.18 tinggi", "category 33.76 rendah"},
    ),
    "what a province's column holds is no city's": (
        ("Daerah|Skor Provinsi", "Jawa Tengah|50,7", "Kota Tegal|40,1"),
        {"score 33 50.7 ?"},
    ),
}
DIMENSIONS: Tables = {
    "levels under a dimension": (
        ("Daerah|Kontestasi|Skor", "Kabupaten Blora|tinggi|50,7", "Kabupaten Pati|rendah|40,1"),
        BOTH | {"dimension 33.16 kontestasi tinggi", "dimension 33.18 kontestasi rendah"},
    ),
    "words under a dimension": (
        ("Daerah|Kontestasi|Skor", "Kabupaten Blora|baik|50,7", "Kabupaten Pati|cukup|40,1"),
        BOTH,
    ),
    "the rank within a dimension is not the region's": (
        ("Daerah|Kontestasi|Peringkat Kontestasi|Skor", "Kabupaten Blora|50,1|3|50,7"),
        {"dimension 33.16 kontestasi 50.1", "dimension 33.16 kontestasi #3", "score 33.16 50.7"},
    ),
    "the rank within a dimension, called one": (
        ("Daerah|Dimensi Kontestasi|Ranking Dimensi Kontestasi|Skor", "Kabupaten Blora|50,1|3|50,7"),
        {"dimension 33.16 kontestasi 50.1", "dimension 33.16 kontestasi #3", "score 33.16 50.7"},
    ),
    "the rank beside a dimension is the region's, who has no score": (
        ("Daerah|Dimensi Kontestasi|Peringkat", "Kabupaten Blora|50,7|3"),
        {"dimension 33.16 kontestasi 50.7"},
    ),
}
ROWS: Tables = {
    "two halves side by side": (
        ("Daerah|Skor|Daerah|Skor", "Kabupaten Blora|50,7|Kabupaten Pati|40,1", "Kota Tegal|41,7||"),
        BOTH | {"score 33.76 41.7"},
    ),
    "three thirds": (
        ("Daerah|Skor|Daerah|Skor|Daerah|Skor", "Kabupaten Blora|50,7|Kabupaten Pati|40,1|Kota Tegal|41,7"),
        BOTH | {"score 33.76 41.7"},
    ),
    "four quarters": (
        (
            "Daerah|Skor|Daerah|Skor|Daerah|Skor|Daerah|Skor",
            "Kabupaten Blora|50,7|Kabupaten Pati|40,1|Kota Tegal|41,7|Kota Salatiga|42,1",
        ),
        BOTH | {"score 33.76 41.7", "score 33.73 42.1"},
    ),
    "halves without regions": (("Skor|Kategori|Skor|Kategori", "50,7|tinggi|40,1|sedang"), set()),
    "numbered columns": (
        ("No|Daerah|Skor", "(1)|(2)|(3)", "1|Kabupaten Blora|50,7", "2|Kabupaten Pati|40,1"),
        BOTH,
    ),
    "a source below": (
        ("No|Daerah|Skor", "1|Kabupaten Blora|50,7", "2|Kabupaten Pati|40,1", "Sumber: Bawaslu Jawa Tengah||"),
        BOTH,
    ),
    "a sum between": (
        ("No|Daerah|Skor", "1|Kabupaten Blora|50,7", "Jumlah|Kota Tegal|90,8", "2|Kabupaten Pati|40,1"),
        BOTH,
    ),
    "two tables that the reader took for one": (
        ("No|Daerah|Skor", "1|Kabupaten Blora|50,7", "No|Daerah|Kategori", "1|Kota Tegal|tinggi"),
        {"score 33.16 50.7", "category 33.76 tinggi"},
    ),
    "a title of a province over its cities": (
        ("Peta kerawanan Provinsi Jawa Timur||", "No|Daerah|Skor", "1|Kota Madiun|50,7"),
        {"score 35.77 50.7"},
    ),
    "levels as rows": (
        (
            "Daerah|Skor|Kategori",
            "RAWAN TINGGI||",
            "Kabupaten Blora|50,7|",
            "RAWAN RENDAH||",
            "Kabupaten Pati|12,4|",
        ),
        LEVELS | {"score 33.16 50.7", "score 33.18 12.4"},
    ),
    "levels as rows, not in the first cell": (
        ("No|Daerah|Skor", "|RAWAN TINGGI|", "1|Kabupaten Blora|50,7", "|RAWAN RENDAH|", "2|Kabupaten Pati|12,4"),
        LEVELS | {"score 33.16 50.7", "score 33.18 12.4"},
    ),
    "a province that goes on in empty cells": (
        ("Provinsi|Kabupaten/Kota|Skor", "Jawa Timur|Gresik|50,7", "|Kota Madiun|12,4"),
        {"score 35.25 50.7", "score 35.77 12.4"},
    ),
    "the province behind its regency": (
        ("Kabupaten/Kota|Provinsi|Skor", "Gresik|Jawa Timur|50,7", "Badung|Bali|12,4"),
        {"score 35.25 50.7", "score 51.03 12.4"},
    ),
}
APART = {"earlier score 33.16 50.7", "score 33.16 40.7"}


def under(header: str) -> tuple[str, ...]:
    """Write a table with a column of years under ``header``."""
    return (f"Daerah|{header}|Skor", "Kabupaten Blora|2019|50,7", "Kabupaten Blora|2024|40,7")


YEARS: Tables = {
    "Tahun": (under("Tahun"), APART),
    "Tahun Data": (under("Tahun Data"), APART),
    "Edisi IKP": (under("Edisi IKP"), APART),
    "Tahun Kejadian": (under("Tahun Kejadian"), {"score 33.16 50.7 ?", "score 33.16 40.7 ?"}),
    "a year in the header": (
        ("Daerah|Skor 2019|Skor 2024", "Kabupaten Blora|50,7|12,4", "Kabupaten Pati|40,1|13,4"),
        {
            "earlier score 33.16 50.7",
            "earlier score 33.18 40.1",
            "score 33.16 12.4",
            "score 33.18 13.4",
        },
    ),
}
ALL = SCORES | DIMENSIONS | ROWS | YEARS


@pytest.mark.parametrize(("rows", "expected"), ALL.values(), ids=ALL.keys())
def test_what_a_table_says_of_its_regions(rows: tuple[str, ...], expected: set[str], take: Take) -> None:
    assert judged(take(LEAD + grid(*rows))[1]) == expected
