"""What stands above a table, between its rows and in its cells: what is whose, and how sure before calibration."""

from __future__ import annotations

import pytest

from one_line import drafts_of, values_of
from pipeline.reference import Reference

Values = list[tuple[str, float]]
Tables = dict[str, tuple[str, Values]]
BOTH = [("33.16 50.7", 0.98), ("33.18 40.1", 0.98)]
DOUBTED = [("33.16 50.7", 0.8), ("33.18 40.1", 0.8)]


def table(*rows: str, above: str = "") -> str:
    """Write a table, the cells of its rows parted by ``|``, perhaps with a paragraph above."""
    head, *rest = [f"|{row}|" for row in rows]
    lines = [head, "|---" * rows[0].count("|") + "|---|", *rest]
    return "\n".join([above, "", *lines] if above else lines)


SCORE = ("Daerah|Skor", "Kabupaten Blora|50,7")
ABOVE: Tables = {
    "nothing": (table(*SCORE), BOTH[:1]),
    "another measure": (table(*SCORE, above="Data kemiskinan daerah"), []),
    "another measure, in 150 letters": (table(*SCORE, above=f"Data kemiskinan {'x' * 134}"), []),
    "another measure, in 151 letters": (table(*SCORE, above=f"Data kemiskinan {'x' * 135}"), BOTH[:1]),
    "another subject": (table(*SCORE, above="Tabel 1. Rekap pelanggaran"), []),
    "another subject and the index": (table(*SCORE, above="Tabel 1. Rekap pelanggaran dan skor IKP"), BOTH[:1]),
    "polling stations": (
        table("Daerah|Jumlah|Kategori", "Kabupaten Blora|50|tinggi", above="Tabel 1. TPS rawan"),
        [],
    ),
    "polling stations and scores": (
        table("Daerah|Jumlah|Kategori", "Kabupaten Blora|50|tinggi", above="Tabel 1. TPS rawan dan skor"),
        [("33.16 tinggi", 0.98)],
    ),
    "means of regencies and cities": (
        table("Provinsi|Skor", "Jawa Tengah|50,7", above="Rata-rata skor kabupaten/kota"),
        [("33 50.7 agregat_kabkota", 0.98)],
    ),
    "scores of kecamatan": (table("Kecamatan|Skor", "Blora|50,7", "Cepu|40,1"), []),
}
CELLS: Tables = {
    "a number behind a name": (
        table("No|Daerah|Skor", "1|Kabupaten Blora|50,7", "2|Kabupaten Pati 40|40,1"),
        DOUBTED,
    ),
    "brackets behind a name": (
        table("No|Daerah|Skor", "1|Kabupaten Blora|50,7", "2|Kabupaten Pati (Pt)|40,1"),
        BOTH,
    ),
    "a word behind a row's number": (
        table("No|Daerah|Skor", "1|Kabupaten Blora|50,7", "2 RAWAN|Kabupaten Pati|40,1"),
        DOUBTED,
    ),
    "two letters behind a row's number": (
        table("No|Daerah|Skor", "1|Kabupaten Blora|50,7", "2 xy|Kabupaten Pati|40,1"),
        BOTH,
    ),
    "a wrong prefix": (
        table("Daerah|Skor", "Kabupaten Blora|50,7", "Kota Pati|40,1"),
        [("33.16 50.7", 0.98), ("33.18 40.1", 0.833)],
    ),
    "a number instead of a name": (table("Daerah|Skor", "41,2|50,7", "Kabupaten Pati|40,1"), BOTH[1:]),
    "kabupaten and kota in columns of their own": (
        table("Kabupaten|Kota|Skor", "Blora||50,7", "|Tegal|40,1"),
        [("33.16 50.7", 0.98), ("33.76 40.1", 0.931)],
    ),
    "a level that may be the issue's": (
        table("Daerah|Indikator|Kategori", "Kabupaten Blora|Politik uang|tinggi"),
        [("33.16 tinggi", 0.8)],
    ),
    "a level beside a score": (
        table("Daerah|Indikator|Kategori|Skor", "Kabupaten Blora|Politik uang|tinggi|50,7"),
        [("33.16 50.7 tinggi", 0.98)],
    ),
    "own score and mean of a province": (
        table("Provinsi|Skor Provinsi|Rata-rata Kab/Kota|Peringkat Nasional", "Jawa Tengah|50,7|40,1|3"),
        [("33 40.1 agregat_kabkota", 0.98), ("33 50.7 provinsi #3 nasional", 0.98)],
    ),
}
ROWS: Tables = {
    "the mean below, or the province's own": (
        table("Daerah|Skor", "Kabupaten Blora|50,7", "Kabupaten Pati|40,1", "Jawa Tengah|45,4"),
        [("33 45.4 provinsi", 0.8), *BOTH],
    ),
    "the mean below, over a sum": (
        table("Daerah|Skor", "Kabupaten Blora|50,7", "Kabupaten Pati|40,1", "Jawa Tengah|45,4", "Total|90,8"),
        [("33 45.4 provinsi", 0.8), *BOTH],
    ),
    "a province below one regency": (
        table("Daerah|Skor", "Kabupaten Blora|50,7", "Jawa Tengah|45,4"),
        [("33 45.4 provinsi", 0.98), BOTH[0]],
    ),
    "a province above its regencies": (
        table("Daerah|Skor", "Jawa Tengah|45,4", "Kabupaten Blora|50,7", "Kabupaten Pati|40,1"),
        [("33 45.4 provinsi", 0.98), *BOTH],
    ),
    "a province below others": (
        table("Provinsi|Skor", "Jawa Timur|50,7", "Bali|40,1", "Jawa Tengah|45,4"),
        [("33 45.4 provinsi", 0.98), ("35 50.7 provinsi", 0.98), ("51 40.1 provinsi", 0.98)],
    ),
    "provinces as rows": (
        table("Daerah|Skor|Kategori", "Provinsi Jawa Timur||", "Gresik|50,7|tinggi", "Provinsi Bali||", "Badung|12,4|rendah"),
        [("35.25 50.7 tinggi", 0.98), ("51.03 12.4 rendah", 0.98)],
    ),
    "a regency as a row": (
        table("Daerah|Skor|Kategori", "Kabupaten Blora||", "Kabupaten Pati|40,1|tinggi"),
        [("33.18 40.1 tinggi", 0.98)],
    ),
    "dimensions of the own region": (
        table("Dimensi|Skor", "Kontestasi|50,7", "Partisipasi|40,1"),
        [("33 kontestasi 50.7", 0.98), ("33 partisipasi 40.1", 0.98)],
    ),
    "dimensions of several regions": (
        table("Daerah|Dimensi|Skor", "Kabupaten Blora|Kontestasi|50,7", "Kabupaten Pati|Kontestasi|40,1"),
        [("33.16 kontestasi 50.7", 0.98), ("33.18 kontestasi 40.1", 0.98)],
    ),
}  # fmt: skip
FUSED: Tables = {
    "level before score": (
        "1Kabupaten BloraSedang41.2\n2Kota SalatigaRendah12.05",
        [("33.16 41.2 sedang", 0.96), ("33.73 12.05 rendah", 0.96)],
    ),
    "score before level": (
        "1Kabupaten Blora41,2Sedang\n\n2. Kota Salatiga 12,05 RENDAH",
        [("33.16 41.2 sedang", 0.96), ("33.73 12.05 rendah", 0.96)],
    ),
    "apart": ("1Kabupaten BloraSedang41.2\n\nRapat.\n\n2Kota SalatigaRendah12.05", []),
}
ALL = ABOVE | CELLS | ROWS | FUSED


@pytest.mark.parametrize(("text", "expected"), ALL.values(), ids=ALL.keys())
def test_values_of_a_table(text: str, expected: Values, reference: Reference) -> None:
    assert values_of(text, reference) == expected


ONE = ("No|Indikator", "1|Politik uang")
ISSUES: Tables = {
    "of the text's own region": (table(*ONE), [("33 54", 0.95)]),
    "of the region in the caption": (
        table(*ONE, above="Tabel 2. Indikator kerawanan di Kabupaten Pati"),
        [("33.18 54", 0.95)],
    ),
    "of the region in a caption that only lists": (
        table(*ONE, above="Rekap Kabupaten Pati"),
        [("33.18 54", 0.95)],
    ),
    "of the region above that is no caption": (table(*ONE, above="Rapat di Kabupaten Pati."), [("33 54", 0.95)]),
    "of two regions in the caption": (
        table(*ONE, above="Rekap isu Kabupaten Pati dan Kabupaten Kudus"),
        [("33 54", 0.95)],
    ),
    "under strategies": (table(*ONE, above="Langkah pencegahan:"), []),
    "of the instrument": (table(*ONE, above="Daftar indikator IKP"), []),
    "numbers that nothing calls counts": (
        table("Daerah|Politik uang|Pemilih ganda", "Kabupaten Blora|14|3"),
        [("33.16 20 x3", 0.8), ("33.16 54 x14", 0.8)],
    ),
    "numbers that the caption calls counts": (
        table("Daerah|Politik uang|Pemilih ganda", "Kabupaten Blora|14|3", above="Tabel 1. Jumlah di tiap daerah"),
        [("33.16 20 x3", 0.95), ("33.16 54 x14", 0.95)],
    ),
    "numbers that the headers call counts": (
        table("Daerah|Jumlah politik uang|Jumlah pemilih ganda", "Kabupaten Blora|14|3"),
        [("33.16 20 x3", 0.95), ("33.16 54 x14", 0.95)],
    ),
    "marks": (
        table("Daerah|Politik uang|Pemilih ganda", "Kabupaten Blora|v|-", "Kabupaten Pati|-|v"),
        [("33.16 54", 0.95), ("33.18 20", 0.95)],
    ),
    "polling stations": (table("Indikator|Jumlah TPS", "Politik uang|5"), [("33 54 x5", 0.95)]),
    "an issue that begins like a sum": (
        table("Indikator|Jumlah", "Jumlah pemilih ganda|5", "Jumlah|5", "Total kasus|5"),
        [("33 20 x5", 0.85)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ISSUES.values(), ids=ISSUES.keys())
def test_issues_of_a_table(text: str, expected: Values, reference: Reference) -> None:
    assert drafts_of(text, reference) == expected
