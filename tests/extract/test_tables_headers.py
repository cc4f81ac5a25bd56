"""What a header says of its column, and what cells are: tables of short texts."""

from __future__ import annotations

import pytest

from pipeline.extract.tables.columns import (
    NUMERIC,
    WHOLE,
    WITH_LEVEL,
    Content,
    is_level,
    is_no,
    is_yes,
    issue_label,
)
from pipeline.extract.tables.headers import Column, column_of, dimension_key
from pipeline.reference import Reference

ROLES: dict[str, str] = {
    "No": "number",
    "NOMOR": "number",
    "#": "number",
    "No Urut Kasus": "other",
    "Nama Kecamatan": "below",
    "Kec.": "below",
    "Desa/Kelurahan": "below",
    "Nomor TPS": "below",
    "Kecamatan Terluar": "other",
    "Peringkat": "rank",
    "Peringkat Nasional": "rank",
    "Rank": "rank",
    "Franker": "other",
    "Nomor Urutan": "rank",
    "Tahapan": "stage",
    "Dimensi": "dimension",
    "Sub Dimensi": "dimension",
    "Subdimensi IKP": "dimension",
    "Nama Dimensi": "other",
    "Kabupaten/Kota": "region",
    "Nama Daerah": "region",
    "Nama Provinsi": "region",
    "Asal Kab./Kota": "region",
    "Nama Calon": "other",
    "Jumlah": "count",
    "Banyaknya": "count",
    "Total Kasus": "count",
    "Total Biaya": "other",
    "TPS": "count",
    "Lokasi TPS": "other",
    "Kategori": "category",
    "Tingkat Rawan": "category",
    "Tingkat Kerawanan": "category",
    "Kerawanan": "category",
    "Keterangan": "category",
    "Keterangan Lain": "other",
    "Kerawanan Utama": "indicator",
    "Skor": "score",
    "Nilai Akhir": "score",
    "Indeks Kerawanan Pemilu": "score",
    "IKP 2024": "score",
    "Angka": "score",
    "Indikator": "indicator",
    "Jenis Temuan": "indicator",
    "Alamat": "other",
    "": "other",
}
NO_SCORES = (
    "Ambang Batas Skor",
    "Skor Nasional",
    "Selisih Skor",
    "Nilai Anggaran",
    "Persentase",
    "Nilai (%) TPS",
    "Rata-rata Skor",
    "Skor IPK",
    "Nilai IPM",
    "Kenaikan Skor",
    "Jumlah Pemilih",
    "Indeks Jumlah Kecamatan",
    "Indeks Kebebasan Pers",
)
IN_PERCENT = (
    "Skor (%)",
    "Skor IKP (%)",
    "Nilai (persen)",
    "Indeks Kerawanan (dalam persen)",
    "Skor IKP 2024 %",
    "Tingkat Kerawanan Pemilu 2024 (%)",
    "Persentase Kerawanan",
    "Presentase Skor IKP",
    "Skor Persentase Indeks Kerawanan Pemilu",
)


@pytest.mark.parametrize(("header", "role"), ROLES.items(), ids=ROLES.keys())
def test_a_header_tells_the_role_of_its_column(header: str, role: str) -> None:
    assert column_of(header).role == role


@pytest.mark.parametrize("header", NO_SCORES)
def test_a_header_with_a_word_of_another_measure_heads_no_scores(header: str) -> None:
    assert column_of(header).role != "score"


@pytest.mark.parametrize("header", IN_PERCENT)
def test_scores_may_be_written_in_percent(header: str) -> None:
    assert (column_of(header).role, column_of(header).shares) == ("score", True)


def test_a_score_whose_header_has_a_strange_word_is_for_review_if_it_says_skor_or_ikp() -> None:
    assert column_of("Skor IKP Kabupaten") == Column(role="score")
    assert column_of("Skor Integritas") == Column(role="score", doubtful=True)
    assert column_of("IKP Integritas") == Column(role="score", doubtful=True)
    assert column_of("Nilai Integritas") == Column(role="other", doubtful=False)
    assert column_of("Nilai Skoring Integritas").role == "other"


@pytest.mark.parametrize(
    ("header", "scope"),
    [
        ("Peringkat", None),
        ("Peringkat Nasional", "nasional"),
        ("Peringkat se-Indonesia", "nasional"),
        ("Peringkat Provinsi", "provinsi"),
        ("Ranking Nasional Provinsi", "nasional"),
    ],
)
def test_a_rank_counts_among_those_that_its_header_names(header: str, scope: str | None) -> None:
    assert column_of(header) == Column(role="rank", rank_scope=scope)


@pytest.mark.parametrize(
    ("header", "basis"),
    [
        ("Agregat Kab/Kota", "agregat_kabkota"),
        ("Rata-rata Skor IKP Kabupaten", "agregat_kabkota"),
        ("Rerata Kota", "agregat_kabkota"),
        ("Skor Provinsi", "provinsi"),
        ("Indeks Input Provinsi", "provinsi"),
        ("Input Provinsi", "provinsi"),
        ("Data Input Provinsi", "provinsi"),
        ("Skor", None),
        ("Provinsi", None),
    ],
)
def test_a_header_says_what_a_score_of_a_province_rests_on(header: str, basis: str | None) -> None:
    column = column_of(header)
    assert column.basis == basis
    assert basis is None or column.role == "score"


@pytest.mark.parametrize(
    ("header", "prefix"),
    [("Kabupaten", "kabupaten"), ("KOTA", "kota"), ("Provinsi", "provinsi"), ("Kabupaten/Kota", None)],
)
def test_a_header_of_regions_may_say_which_kind_they_are(header: str, prefix: str | None) -> None:
    assert column_of(header) == Column(role="region", prefix=prefix)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("header", "level"),
    [
        ("Tinggi", "tinggi"),
        ("Rawan Sedang", "sedang"),
        ("Kategori Rendah", "rendah"),
        ("Jumlah Kab/Kota Rendah", "rendah"),
        ("Zona Merah", "tinggi"),
        ("Tinggi Rawan", "tinggi"),
        ("Tinggi Sekali Curah Hujan", None),
        ("Gelombang Tinggi", None),
    ],
)
def test_a_header_may_be_a_level(header: str, level: str | None) -> None:
    assert column_of(header).level == level


def test_a_header_that_names_a_dimension_heads_its_scores() -> None:
    assert column_of("Kontestasi", "kontestasi") == Column(role="score", dimension="kontestasi")


def test_a_column_is_named_if_it_has_a_header() -> None:
    assert Column(role="other", header="Alamat").named
    assert not Column(role="other").named


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("Kontestasi", "kontestasi"),
        ("Dimensi Kontestasi", "kontestasi"),
        ("Skor Dimensi Kontestasi", "kontestasi"),
        ("Sub Dimensi Kontestasi", "kontestasi"),
        ("Tingkat Kerawanan Dimensi Kontestasi", "kontestasi"),
        ("Kontestasi Dimensi", None),
        ("Bobot Kontestasi", None),
        ("", None),
    ],
)
def test_a_cell_names_a_dimension_perhaps_behind_what_is_measured(
    cell: str, key: str | None, reference: Reference
) -> None:
    assert dimension_key(cell, reference) == key


# --- cells ---

CELLS: dict[str, tuple[bool, bool, bool]] = {
    # a number below a thousand, a whole number perhaps with its noun, a score with its level
    "41,2": (True, False, False),
    "41.20": (True, False, False),
    "41.205": (True, True, False),
    "7": (True, True, False),
    "(7)": (True, False, False),
    "7%": (True, False, False),
    "7,5 %": (True, False, False),
    "1.204": (True, True, False),
    "1204": (False, True, False),
    "1.204.300": (False, True, False),
    "85 tps": (False, True, False),
    "85 kab/kota": (False, True, False),
    "85 ya": (False, False, False),
    "85 (16,54%)": (False, True, False),
    "85 tps (16,54 %)": (False, True, False),
    "85 tps rawan": (False, False, False),
    "50,7 (tinggi)": (False, False, True),
    "50,7 rawan tinggi": (False, False, True),
    "50,7/sedang": (False, False, True),
    "50 - rendah": (False, False, True),
    "50,7 tinggi sekali": (False, False, False),
    "tinggi": (False, False, False),
    "41,2050": (False, False, False),
    "-41": (False, False, False),
    "": (False, False, False),
}


@pytest.mark.parametrize(("cell", "expected"), CELLS.items(), ids=CELLS.keys())
def test_what_a_cell_holds(cell: str, expected: tuple[bool, bool, bool]) -> None:
    assert tuple(bool(one.fullmatch(cell)) for one in (NUMERIC, WHOLE, WITH_LEVEL)) == expected


def test_a_level_fills_its_cell() -> None:
    assert is_level("tinggi")
    assert is_level("kategori rawan tinggi ok"), "24 characters"
    assert not is_level("kategori rawan tinggi oke"), "25 characters"
    assert not is_level("41,2")


@pytest.mark.parametrize(
    ("cell", "others", "says"),
    [
        ("ada", (), "yes"),
        ("v", (), "yes"),
        ("1", (), "yes"),
        ("pernah terjadi", (), "yes"),
        ("", (), "no"),
        ("tidak ada", (), "no"),
        ("0", (), "no"),
        ("sering", (), ""),
        # a cross says yes where no other mark does
        ("x", ("x", "-"), "yes"),
        ("x", ("x", "1"), "yes"),
        ("x", ("x", "v"), ""),
        ("x", ("x", "ada"), ""),
    ],
)
def test_marks_say_yes_or_no(cell: str, others: tuple[str, ...], says: str) -> None:
    assert (is_yes(cell, frozenset(others)), is_no(cell)) == (says == "yes", says == "no")


def test_the_shares_of_a_column_are_of_its_filled_cells() -> None:
    column = Content(texts=("41,2", "7", "tinggi", "ada", "50,7 (tinggi)"), places=(), empty=3)
    shares = (column.numeric, column.whole, column.levels, column.marks, column.regions)
    assert shares == pytest.approx((0.6, 0.2, 0.4, 0.2, 0.0))
    assert Content(texts=(), places=(), empty=3).share(bool) == 0.0


@pytest.mark.parametrize(
    ("header", "issue"),
    [
        ("Jumlah TPS sulit dijangkau", "sulit dijangkau"),
        ("Total kasus politik uang", "politik uang"),
        ("BANYAKNYA pemilih ganda", "pemilih ganda"),
        ("Jml. pemilih ganda", "pemilih ganda"),
        ("Politik uang", "Politik uang"),
        ("Jumlah", "Jumlah"),
        ("Perihal jumlah TPS sulit", "Perihal jumlah TPS sulit"),
    ],
)
def test_a_header_names_an_issue_behind_what_is_counted(header: str, issue: str) -> None:
    assert issue_label(Column(role="count", header=header)) == issue
