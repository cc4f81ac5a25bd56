"""Made-up tables: what the columns are, what a row states, and what goes to review."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from decimal import Decimal

import pytest

from pipeline.extract import extract
from pipeline.model import Extraction
from pipeline.readers import read
from pipeline.reference import Reference

TITLE = "Peta kerawanan Jawa Tengah"
HEAD = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>"
LEAD = (
    "<p>Bawaslu Provinsi Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024 bagi kabupaten dan kota, "
    "lengkap dengan nilai dan tingkatannya, di hadapan para pemangku kepentingan dan awak media setempat.</p>"
)
TAIL = "<p>Demikian paparan itu ditutup dengan tanya jawab bersama para undangan yang hadir sejak pagi hari.</p>"
Rows = dict[str, tuple[str, set[str]]]
Page = Callable[..., Extraction]

BLORA = {"score 33.16 50.7", "category 33.16 tinggi"}
SALATIGA = {"score 33.73 12.4", "category 33.73 rendah"}


def table(*rows: str) -> str:
    """Write a table: cells parted by ``|``; ``^`` ahead of a cell's text gives its rows to span, ``>`` columns."""
    return "<table>" + "".join(_row(row) for row in rows) + "</table>"


def _row(row: str) -> str:
    return "<tr>" + "".join(_cell(cell.strip()) for cell in row.split("|")) + "</tr>"


def _cell(cell: str) -> str:
    spans = {"^": "rowspan", ">": "colspan"}
    if cell[:1] in spans:
        return f'<td {spans[cell[0]]}="{cell[1]}">{cell[2:].strip()}</td>'
    return f"<td>{cell}</td>"


HEADERS: Rows = {
    "plain": (
        table(
            "No | Kabupaten/Kota | Skor | Kategori",
            "1 | Kabupaten Blora | 50,7 | Tinggi",
            "2 | Kota Salatiga | 12,4 | Rendah",
        ),
        BLORA | SALATIGA,
    ),
    "other words": (
        table(
            "No. | Daerah | Nilai Indeks | Tingkat Kerawanan",
            "1 | Kab. Blora | 50.7 | Rawan Tinggi",
            "2 | Kota Salatiga | 12.4 | Rawan Rendah",
        ),
        BLORA | SALATIGA,
    ),
    "columns in another order": (
        table(
            "Kategori | Skor IKP | Nama Daerah", "Tinggi | 50,7 | Kabupaten Blora", "Rendah | 12,4 | Kota Salatiga"
        ),
        BLORA | SALATIGA,
    ),
    "no header": (
        table("Kabupaten Blora | 50,7 | Tinggi", "Kota Salatiga | 12,4 | Rendah"),
        BLORA | SALATIGA,
    ),
    "category column holds the numbers": (
        table("Kabupaten/Kota | Kategori", "Kabupaten Blora | 50,7", "Kota Salatiga | 12,4"),
        {"score 33.16 50.7", "score 33.73 12.4"},
    ),
    "header says Kabupaten": (
        table("No | Kabupaten | Skor", "1 | Tegal | 50,7", "2 | Pekalongan | 12,4"),
        {"score 33.28 50.7", "score 33.26 12.4"},
    ),
    "header says Kota": (
        table("No | Kota | Skor", "1 | Tegal | 50,7", "2 | Pekalongan | 12,4"),
        {"score 33.76 50.7", "score 33.75 12.4"},
    ),
    "province in front": (
        table("Provinsi | Kabupaten/Kota | Skor", "Jawa Timur | Gresik | 50,7", "Bali | Badung | 12,4"),
        {"score 35.25 50.7", "score 51.03 12.4"},
    ),
    "rank column": (
        table("Peringkat | Kabupaten/Kota | Skor", "4 | Kabupaten Blora | 50,7", "9 | Kota Salatiga | 12,4"),
        {"score 33.16 50.7", "rank 33.16 4", "score 33.73 12.4", "rank 33.73 9"},
    ),
    "row numbers are no ranks": (
        table("No | Kabupaten/Kota | Skor", "1 | Kabupaten Blora | 50,7", "2 | Kota Salatiga | 12,4"),
        {"score 33.16 50.7", "score 33.73 12.4"},
    ),
    "repeated header": (
        table(
            "No | Kabupaten/Kota | Skor",
            "1 | Kabupaten Blora | 50,7",
            "No | Kabupaten/Kota | Skor",
            "2 | Kota Salatiga | 12,4",
        ),
        {"score 33.16 50.7", "score 33.73 12.4"},
    ),
    "sum and remark below": (
        table(
            "No | Kabupaten/Kota | Skor",
            "1 | Kabupaten Blora | 50,7",
            "2 | Kota Salatiga | 12,4",
            " | Rata-rata | 31,55",
        ),
        {"score 33.16 50.7", "score 33.73 12.4"},
    ),
    "level without a score": (
        table("Kabupaten/Kota | Status", "Kabupaten Blora | Tinggi", "Kota Salatiga | Rendah"),
        {"category 33.16 tinggi", "category 33.73 rendah"},
    ),
}

SHAPES: Rows = {
    "two header rows with dimensions": (
        table(
            "^2 No | ^2 Kabupaten/Kota | >2 Dimensi | ^2 Skor",
            "Kontestasi | Partisipasi",
            "1 | Kabupaten Blora | 40,1 | 9,5 | 50,7",
            "2 | Kota Salatiga | 22,2 | 0 | 12,4",
        ),
        {
            "score 33.16 50.7",
            "dimension 33.16 kontestasi 40.1",
            "dimension 33.16 partisipasi 9.5",
            "score 33.73 12.4",
            "dimension 33.73 kontestasi 22.2",
            "dimension 33.73 partisipasi 0",
        },
    ),
    "dimension columns": (
        table(
            "Kabupaten/Kota | Sosial Politik | Penyelenggaraan | Total Skor",
            "Kabupaten Blora | 40,1 | 60,3 | 50,7",
            "Kota Salatiga | 22,2 | 30,1 | 12,4",
        ),
        {
            "score 33.16 50.7",
            "dimension 33.16 konteks sosial politik 40.1",
            "dimension 33.16 penyelenggaraan 60.3",
            "score 33.73 12.4",
            "dimension 33.73 konteks sosial politik 22.2",
            "dimension 33.73 penyelenggaraan 30.1",
        },
    ),
    "merged category cell": (
        table(
            "No | Kabupaten/Kota | Skor | Kategori",
            "1 | Kabupaten Blora | 50,7 | ^2 Tinggi",
            "2 | Kabupaten Pati | 49,9",
            "3 | Kota Salatiga | 12,4 | Rendah",
        ),
        BLORA | SALATIGA | {"score 33.18 49.9", "category 33.18 tinggi"},
    ),
    "rows are dimensions of the own region": (
        table("No | Dimensi | Skor", "1 | Kontestasi | 40,1", "2 | Partisipasi | 9,5"),
        {"dimension 33 kontestasi 40.1", "dimension 33 partisipasi 9.5"},
    ),
    "issues of the own region": (
        table(
            "No | Tahapan | Indikator Kerawanan",
            "1 | Kampanye | Kampanye di luar jadwal",
            "2 | Pungut hitung | Politik uang",
        ),
        {"indicator 33 44", "indicator 33 54"},
    ),
    "issues with counts": (
        table(
            "No | Indikator | Jumlah TPS", "1 | Riwayat logistik rusak | 1.014", "2 | Wilayah rawan bencana | 16"
        ),
        {"indicator 33 27 x1014", "indicator 33 3 x16"},
    ),
    "issues of regions": (
        table(
            "Kabupaten/Kota | Isu Kerawanan", "Kabupaten Blora | Politik uang", "Kota Salatiga | Netralitas ASN"
        ),
        {"indicator 33.16 54", "indicator 33.73 12"},
    ),
    "value off the scale": (
        table("Kabupaten/Kota | Skor", "Kabupaten Blora | 50,7", "Kota Salatiga | 412"),
        {"score 33.16 50.7"},
    ),
}

FUSED: Rows = {
    "cells run together": (
        "1Kabupaten BloraTinggi50.7\n2Kabupaten PatiTinggi49.9\n3Kota SalatigaRendah12.4",
        BLORA | SALATIGA | {"score 33.18 49.9", "category 33.18 tinggi"},
    ),
    "score before the level": (
        "1Kabupaten Blora50,7Tinggi\n2Kota Salatiga12,4Rendah",
        BLORA | SALATIGA,
    ),
    "a single one is no table": ("1Kabupaten BloraTinggi50.7", set()),
}


DIMENSIONS: Rows = {
    "header says Dimensi": (
        table("Kabupaten/Kota | Dimensi Kontestasi | Skor IKP", "Kabupaten Blora | 40,1 | 50,7"),
        {"dimension 33.16 kontestasi 40.1", "score 33.16 50.7"},
    ),
    "levels of stages beside the whole": (
        table(
            "Kabupaten/Kota | Pencalonan | Kampanye | Kategori",
            "Kabupaten Blora | Rendah | Tinggi | Sedang",
            "Kota Salatiga | Tinggi | Sedang | Rendah",
        ),
        {
            "dimension 33.16 pencalonan rendah",
            "dimension 33.16 kampanye tinggi",
            "category 33.16 sedang",
            "dimension 33.73 pencalonan tinggi",
            "dimension 33.73 kampanye sedang",
            "category 33.73 rendah",
        },
    ),
    "a stage that nobody knows is no level of the whole": (
        table(
            "Kabupaten/Kota | Kampanye | Verifikasi Faktual",
            "Kabupaten Blora | Rendah | Tinggi",
            "Kota Salatiga | Tinggi | Sedang",
        ),
        {"dimension 33.16 kampanye rendah", "dimension 33.73 kampanye tinggi"},
    ),
}

SEVERAL_SCORES: Rows = {
    "own input and mean of the parts": (
        table("Provinsi | Skor Provinsi | Agregat Kabupaten/Kota", "Bali | 50,7 | 44,1", "Banten | 66,5 | 45,2"),
        {"score 51 50.7", "score 51 44.1", "score 36 66.5", "score 36 45.2"},
    ),
    "two editions": (
        table("Kabupaten/Kota | IKP 2019 | IKP 2024", "Kabupaten Blora | 40,1 | 50,7"),
        {"earlier score 33.16 40.1", "score 33.16 50.7"},
    ),
    "two halves": (
        table(
            "No | Daerah | Skor | No | Daerah | Skor",
            "1 | Kabupaten Blora | 50,7 | 3 | Kota Salatiga | 12,4",
            "2 | Kabupaten Pati | 49,9 | | |",
        ),
        {"score 33.16 50.7", "score 33.18 49.9", "score 33.73 12.4"},
    ),
    "score and level in one cell": (
        table("Daerah | Skor dan Kategori", "Kabupaten Blora | 50,7 (Tinggi)", "Kota Salatiga | 12,4 (Rendah)"),
        BLORA | SALATIGA,
    ),
}

ROWS_ABOVE: Rows = {
    "level rows": (
        table(
            "No | Kabupaten/Kota | Skor",
            ">3 RAWAN TINGGI",
            "1 | Kabupaten Blora | 50,7",
            ">3 RAWAN RENDAH",
            "1 | Kota Salatiga | 12,4",
        ),
        BLORA | SALATIGA,
    ),
    "level rows whose other cells are empty": (
        table(
            "No | Kabupaten/Kota | Skor",
            "Kategori Rawan Tinggi | | ",
            "1 | Kabupaten Blora | 50,7",
            "Kategori Rawan Rendah | | ",
            "1 | Kota Salatiga | 12,4",
        ),
        BLORA | SALATIGA,
    ),
    "province rows": (
        table(
            "No | Kabupaten/Kota | Skor",
            ">3 PROVINSI JAWA TIMUR",
            "1 | Kabupaten Gresik | 50,7",
            ">3 PROVINSI BALI",
            "1 | Badung | 12,4",
        ),
        {"score 35.25 50.7", "score 51.03 12.4"},
    ),
    "a name that ends like a level": (
        table("Kabupaten/Kota | Skor", "Kota Tebing Tinggi | 50,7", "Kota Salatiga | 12,4"),
        {"score 12.76 50.7", "score 33.73 12.4"},
    ),
    "columns numbered below the header": (
        table("No | Kabupaten/Kota | Skor", "(1) | (2) | (3)", "1 | Kabupaten Blora | 50,7"),
        {"score 33.16 50.7"},
    ),
}

ISSUES: Rows = {
    "marks under issues": (
        table(
            "Kabupaten/Kota | Politik uang | Pemilih ganda",
            "Kabupaten Blora | Ada | -",
            "Kota Salatiga | - | Ada",
        ),
        {"indicator 33.16 54", "indicator 33.73 20"},
    ),
    "ticks and crosses": (
        table("Daerah | Politik uang | Pemilih ganda", "Kabupaten Blora | v | x", "Kota Salatiga | x | v"),
        {"indicator 33.16 54", "indicator 33.73 20"},
    ),
    "crosses alone": (
        table("Daerah | Politik uang | Pemilih ganda", "Kabupaten Blora | x | ", "Kota Salatiga | | x"),
        {"indicator 33.16 54", "indicator 33.73 20"},
    ),
    "ones and noughts": (
        table("Daerah | Politik uang | Pemilih ganda", "Kabupaten Blora | 1 | 0", "Kota Salatiga | 0 | 1"),
        {"indicator 33.16 54", "indicator 33.73 20"},
    ),
    "regions over issues": (
        table(
            "Indikator | Kabupaten Blora | Kota Salatiga",
            "Politik uang | Ada | Tidak",
            "Pemilih ganda | Tidak | Ada",
        ),
        {"indicator 33.16 54", "indicator 33.73 20"},
    ),
    "several regions in a cell": (
        table(
            "Indikator | Daerah Kejadian",
            "Politik uang | Kabupaten Blora, Pati, dan Kota Salatiga",
            "Pemilih ganda | Kota Salatiga",
        ),
        {"indicator 33.16 54", "indicator 33.18 54", "indicator 33.73 54", "indicator 33.73 20"},
    ),
    "several issues in a cell": (
        table(
            "Kabupaten/Kota | Isu Kerawanan",
            "Kabupaten Blora | 1. Politik uang<br>2. Pemilih ganda",
            "Kota Salatiga | Netralitas ASN; politik uang",
        ),
        {"indicator 33.16 54", "indicator 33.16 20", "indicator 33.73 12", "indicator 33.73 54"},
    ),
    "the region spans rows": (
        table(
            "Kabupaten/Kota | Isu Kerawanan",
            "Kabupaten Blora | Politik uang",
            " | Pemilih ganda",
            "Kota Salatiga | Netralitas ASN",
        ),
        {"indicator 33.16 54", "indicator 33.16 20", "indicator 33.73 12"},
    ),
    "the caption names the region": (
        "<p>Tabel 2. Indikator kerawanan di Kabupaten Blora</p>"
        + table("No | Indikator | Jumlah Kejadian", "1 | Politik uang | 14", "2 | Pemilih ganda | 3"),
        {"indicator 33.16 54 x14", "indicator 33.16 20 x3"},
    ),
    "none counted is none": (
        table("No | Indikator | Jumlah TPS", "1 | Riwayat logistik rusak | 0", "2 | Wilayah rawan bencana | 16"),
        {"indicator 33 3 x16"},
    ),
    "scores of single issues": (
        table("Kabupaten/Kota | Politik uang | Pemilih ganda", "Kabupaten Blora | 85,2 | 40,1"),
        set(),
    ),
}

TALLIES: Rows = {
    "rows are levels": (
        "<p>Tabel 1. Sebaran kategori di Provinsi Banten</p>"
        + table(
            "Kategori | Jumlah Kabupaten/Kota | Persentase",
            "Rawan Tinggi | 2 | 25,00%",
            "Rawan Sedang | 6 | 75,00%",
        ),
        {"tally 36 regency_city tinggi 2", "tally 36 regency_city sedang 6"},
    ),
    "provinces and regencies side by side": (
        table("Tingkat | Provinsi | Kabupaten/Kota", "Tinggi | 5 | 85 (16,54%)", "Sedang | 21 | 349 (67,90%)"),
        {
            "tally ID province tinggi 5",
            "tally ID province sedang 21",
            "tally ID regency_city tinggi 85",
            "tally ID regency_city sedang 349",
        },
    ),
    "columns are levels": (
        table("Provinsi | Rawan Tinggi | Rawan Sedang | Rawan Rendah", "Aceh | 2 | 18 | 3", "Bali | 3 | 4 | 2"),
        {
            "tally 11 regency_city tinggi 2",
            "tally 11 regency_city sedang 18",
            "tally 11 regency_city rendah 3",
            "tally 51 regency_city tinggi 3",
            "tally 51 regency_city sedang 4",
            "tally 51 regency_city rendah 2",
        },
    ),
    "regions under levels": (
        table("Rawan Tinggi | Rawan Rendah", "Kabupaten Blora | Kota Salatiga", "Kabupaten Pati | "),
        {"category 33.16 tinggi", "category 33.18 tinggi", "category 33.73 rendah"},
    ),
}

NOTHING: Rows = {
    "another measure": (
        table("Kabupaten/Kota | Indeks Demokrasi | Penduduk", "Kabupaten Blora | 66,1 | 354,05"),
        set(),
    ),
    "a column of years": (
        table("Kabupaten/Kota | Nilai", "Kabupaten Blora | 2019", "Kota Salatiga | 2024"),
        set(),
    ),
    "kecamatan named like regencies": (
        table("Kecamatan | Skor | Kategori", "Bandung | 50,7 | Tinggi", "Serang | 12,4 | Rendah"),
        set(),
    ),
    "scores of kecamatan": (
        table("Kabupaten/Kota | Kecamatan | Skor", "Kabupaten Blora | Cepu | 50,7"),
        set(),
    ),
    "another subject": (
        "<p>Tabel 2. Jumlah pelanggaran Pemilu 2019</p>"
        + table("Kabupaten/Kota | Jumlah | Kategori", "Kabupaten Blora | 12 | Tinggi"),
        set(),
    ),
    "the instrument": (
        "<p>Indikator IKP 2024:</p>"
        + table("No | Dimensi | Indikator", "1 | Kontestasi | Politik uang", "2 | Partisipasi | Pemilih ganda"),
        set(),
    ),
}


YOGYAKARTA = ("Bantul", "Sleman", "Kulon Progo", "Gunungkidul", "Kota Yogyakarta")


@pytest.fixture(scope="module")
def page(reference: Reference) -> Page:
    """Return a function that extracts from a web page: ``body`` in its article, ``outside`` behind that."""

    def extract_page(body: str, outside: str = "") -> Extraction:
        data = f"{HEAD}{LEAD}{body}{TAIL}</article>{outside}</body></html>".encode()
        document = read(data, name="tabel.html", sha256=hashlib.sha256(data).hexdigest())
        return extract(document, family="tabel.html", name="tabel.html", reference=reference)

    return extract_page


ALL = HEADERS | SHAPES | DIMENSIONS | SEVERAL_SCORES | ROWS_ABOVE | ISSUES | TALLIES | NOTHING


@pytest.mark.parametrize(("html", "expected"), ALL.values(), ids=ALL.keys())
def test_tables(html: str, expected: set[str], page: Page, lines: Callable[[Extraction], set[str]]) -> None:
    assert lines(page(html)) == expected


@pytest.mark.parametrize(("text", "expected"), FUSED.values(), ids=FUSED.keys())
def test_fused_rows(text: str, expected: set[str], facts: Callable[[str], set[str]]) -> None:
    assert facts("Bawaslu Provinsi Jawa Tengah memaparkan skor IKP 2024 berikut:\n\n" + text) == expected


def test_a_clear_table_is_accepted_without_a_person(page: Page) -> None:
    findings = page(table("Kabupaten/Kota | Skor", "Kabupaten Blora | 50,7", "Kota Salatiga | 12,4")).findings
    assert {finding.decision for finding in findings} == {"auto"}
    assert [finding.raw for finding in findings] == ["Kabupaten Blora\t50,7", "Kota Salatiga\t12,4"]


def test_a_region_that_nobody_knows_goes_to_review(page: Page) -> None:
    findings = page(
        table("Kabupaten/Kota | Skor", "Kabupaten Blora | 50,7", "Kabupaten Antahberantah | 12,4")
    ).findings
    assert [(f.region_code, f.score, f.decision) for f in findings] == [
        ("33.16", Decimal("50.7"), "auto"),
        (None, Decimal("12.4"), "review"),
    ]
    assert "Antahberantah" in findings[1].raw


def test_a_twin_without_a_prefix_goes_to_review(page: Page) -> None:
    findings = page(table("Kabupaten/Kota | Skor", "Tegal | 50,7", "Kota Salatiga | 12,4")).findings
    assert [(f.region_code, f.decision) for f in findings] == [(None, "review"), ("33.73", "auto")]
    assert [candidate.value for candidate in findings[0].candidates] == ["33.28", "33.76"]


def test_a_table_outside_the_article_goes_to_review(page: Page) -> None:
    outside = f"<aside>{table('Kabupaten/Kota | Skor', 'Kabupaten Blora | 50,7', 'Kota Salatiga | 12,4')}</aside>"
    assert {(f.region_code, f.decision) for f in page("", outside).findings} == {
        ("33.16", "review"),
        ("33.73", "review"),
    }


def test_a_table_outside_the_article_without_a_telling_header_gives_nothing(page: Page) -> None:
    outside = (
        f"<aside>{table('Cuaca hari ini | Celsius', 'Kabupaten Blora | 30,7', 'Kota Salatiga | 22,4')}</aside>"
    )
    assert page("", outside).findings == ()


@pytest.mark.parametrize(
    ("scores", "ranks"),
    [
        pytest.param(("50,1", "40,2", "30,3", "20,4", "10,5"), [1, 2, 3, 4, 5], id="falling: ranks"),
        pytest.param(("50,1", "20,4", "30,3", "40,2", "10,5"), [None] * 5, id="unsorted: row numbers"),
    ],
)
def test_row_numbers_are_ranks_where_a_whole_province_is_sorted(
    scores: tuple[str, ...], ranks: list[int | None], page: Page
) -> None:
    rows = (
        f"{number} | {name} | {score}"
        for number, (name, score) in enumerate(zip(YOGYAKARTA, scores, strict=True), 1)
    )
    findings = page(table("No | Kabupaten/Kota | Skor", *rows)).findings
    assert [finding.rank for finding in findings] == ranks


def test_scores_of_a_province_say_what_they_rest_on(page: Page) -> None:
    rows = table("Provinsi | Input Provinsi | Rata-rata Kab/Kota", "Bali | 50,7 | 44,1")
    assert {(f.score, f.basis) for f in page(rows).findings} == {
        (Decimal("50.7"), "provinsi"),
        (Decimal("44.1"), "agregat_kabkota"),
    }


def test_a_column_of_an_earlier_edition_names_it(page: Page) -> None:
    rows = table("Kabupaten/Kota | Skor 2019 | Skor 2024", "Kabupaten Blora | 40,1 | 50,7")
    assert {(f.score, f.edition, f.previous, f.decision) for f in page(rows).findings} == {
        (Decimal("40.1"), "ikp_2019", True, "auto"),
        (Decimal("50.7"), "ikp_2024", False, "auto"),
    }


def test_a_province_below_its_regencies_goes_to_review(page: Page) -> None:
    rows = ("Kabupaten Blora | 50,7", "Kota Salatiga | 12,4", "Provinsi Jawa Tengah | 31,5")
    findings = page(table("Kabupaten/Kota | Skor", *rows)).findings
    assert {(f.region_code, f.decision) for f in findings} == {
        ("33.16", "auto"),
        ("33.73", "auto"),
        ("33", "review"),
    }


@pytest.mark.parametrize(
    "html",
    [
        table("Kabupaten/Kota | Indikator | Tingkat Kerawanan", "Kabupaten Blora | Politik uang | Tinggi"),
        "<p>Tabel 1. Politik uang</p>"
        + table("Kabupaten/Kota | Skor | Kategori", "Kabupaten Blora | 50,7 | Tinggi"),
    ],
    ids=["level beside an issue", "an issue in the caption"],
)
def test_levels_that_may_be_those_of_an_issue_go_to_review(html: str, page: Page) -> None:
    levels = [finding for finding in page(html).findings if finding.category]
    assert [(finding.category, finding.decision) for finding in levels] == [("tinggi", "review")]


TANGLED = {
    "a level in the cell of a name": table(
        "No | Daerah | Skor",
        "RAWAN TINGGI | | ",
        "1 | Kabupaten Blora RAWAN RENDAH | 50,7",
        "1 | Kota Salatiga | 12,4",
    ),
    "a level behind a number": table(
        "No | Daerah | Skor",
        "RAWAN TINGGI | | ",
        "1 RAWAN RENDAH | Kabupaten Blora | 50,7",
        "1 | Kota Salatiga | 12,4",
    ),
    "numbers in the cell of a name": table(
        "No | Daerah Penyelenggaraan | Total Skor",
        "1 | Kabupaten Blora 48,2 | 50,7",
        "2 | Kabupaten Semarang 1,3 | 12,4",
    ),
    "the rest of a name behind a number": table(
        "No | Daerah | Total Skor", "1 | Kabupaten Tegal 48,2 Barat | 50,7", "2 | Kota Salatiga | 12,4"
    ),
    "several scores and no header": table(
        "Kabupaten Blora | 48,2 | 50,7", "Kota Salatiga | 12,4 | 13,5", "Kota Tegal | 16,4 | 1,5"
    ),
}
"""Tables whose reader lost borders or headers; no value of theirs is accepted without a person."""


@pytest.mark.parametrize("html", TANGLED.values(), ids=list(TANGLED))
def test_tables_that_lost_their_borders_go_to_review(html: str, page: Page) -> None:
    assert {finding.decision for finding in page(html).findings} == {"review"}


CLEAR = {
    "brackets and marks": table(
        "No | Daerah | Skor", "1 | Kabupaten Blora (Blr) | 50,7", "2 | 2. Kota Salatiga* | 12,4"
    ),
    "one score and no header": table("Kabupaten Blora | 50,7", "Kota Salatiga | 12,4"),
}


@pytest.mark.parametrize("html", CLEAR.values(), ids=list(CLEAR))
def test_what_stands_beside_a_name_by_custom_does_no_harm(html: str, page: Page) -> None:
    assert {finding.decision for finding in page(html).findings} == {"auto"}


CAPTIONS = {
    "right above": "<p>Tabel 2. Indikator kerawanan di Kota Salatiga</p>",
    "behind a sentence": "<p>Hasil itu dibagikan. Tabel 2. Indikator kerawanan di Kota Salatiga</p>",
    "above an advertisement": "<p>Tabel 2. Indikator kerawanan di Kota Salatiga</p><p>ADVERTISEMENT</p>",
}


@pytest.mark.parametrize("caption", CAPTIONS.values(), ids=list(CAPTIONS))
def test_a_caption_tells_whose_issues_a_table_counts(caption: str, page: Page) -> None:
    rows = table(
        "No | Indikator | Jumlah Kejadian",
        "1 | Penghitungan suara ulang | 4",
        "2 | Pemilih ganda dalam daftar pemilih | 3",
    )
    assert {finding.region_code for finding in page(caption + rows).findings} == {"33.73"}


def test_numbers_under_issues_that_nothing_calls_counts_go_to_review(page: Page) -> None:
    findings = page(table("Kabupaten/Kota | Politik uang | Pemilih ganda", "Kabupaten Blora | 14 | 3")).findings
    assert {(f.indicator, f.count, f.decision) for f in findings} == {(54, 14, "review"), (20, 3, "review")}


def test_numbering_that_begins_again_gives_no_ranks(page: Page) -> None:
    rows = [f"{n} | {name} | {60 - n},1" for n, name in enumerate(YOGYAKARTA[:3], 1)]
    more = [f"{n} | {name} | {30 - n},1" for n, name in enumerate(YOGYAKARTA[3:], 1)]
    findings = page(
        table("No | Kabupaten/Kota | Skor", ">3 RAWAN TINGGI", *rows, ">3 RAWAN SEDANG", *more)
    ).findings
    assert [finding.rank for finding in findings] == [None] * 5


def test_polling_stations_have_counts_and_no_scores(facts: Callable[[str], set[str]]) -> None:
    text = (
        "Bawaslu Provinsi Jawa Tengah memaparkan pemetaan TPS rawan Pilkada 2024.\n\n"
        "| Kabupaten/Kota | Rawan bencana | Riwayat politik uang |\n|---|---|---|\n"
        "| Kabupaten Blora | 18 | 26 |\n| Kota Salatiga | 4 | 0 |\n"
    )
    assert facts(text) == {"indicator 33.16 3 x18", "indicator 33.16 54 x26", "indicator 33.73 3 x4"}
