"""What is read off score sheets: findings of workbooks and delimited text, and which edition and region they are of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest

from pipeline.extract import extract
from pipeline.model import Extraction
from pipeline.readers import read
from pipeline.reference import Reference
from press.workbook import Tab, xlsx_bytes

DAY = datetime(2024, 1, 6, tzinfo=UTC)
Lines = Callable[[Extraction], set[str]]


def tab(name: str, *rows: str) -> Tab:
    return Tab(name=name, rows=tuple(tuple(cell.strip() for cell in row.split("|")) for row in rows))


def extracted(data: bytes, name: str, reference: Reference) -> Extraction:
    document = read(data, name=name, sha256=hashlib.sha256(data).hexdigest())
    return extract(document, family=name, name=name, reference=reference)


SHEETS: Mapping[str, tuple[tuple[Tab, ...], set[str]]] = {
    "scores as shown": (
        (
            tab(
                "Sheet1",
                "SKOR IKP 2024 PROVINSI JAWA TENGAH",
                "No | Kabupaten/Kota | Skor | Kategori",
                "1 | Blora | 50.6999{0.0} | Tinggi",
                "2 | Kota Salatiga | 12.4 | Rendah",
            ),
        ),
        {"score 33.16 50.7", "category 33.16 tinggi", "score 33.73 12.4", "category 33.73 rendah"},
    ),
    "provinces joined over their rows": (
        (
            tab(
                "Skor",
                "Indeks Kerawanan Pemilu 2024",
                "Provinsi | Kabupaten/Kota | Skor IKP",
                "Jawa Tengah | Blora | 50.7",
                "^ | Demak | 41.2",
                "Jawa Timur | Kota Malang | 12.4",
            ),
        ),
        {"score 33.16 50.7", "score 33.21 41.2", "score 35.73 12.4"},
    ),
    "levels as rows between, an empty row too": (
        (
            tab(
                "Skor",
                "IKP 2024 Jawa Tengah",
                "No | Kabupaten/Kota | Skor",
                "Rawan Tinggi | < | <",
                "1 | Blora | 50.7",
                "",
                "Rawan Rendah | < | <",
                "2 | Kota Salatiga | 12.4",
            ),
        ),
        {"score 33.16 50.7", "category 33.16 tinggi", "score 33.73 12.4", "category 33.73 rendah"},
    ),
    "levels over tables side by side": (
        (
            tab(
                "Skor",
                "IKP 2024 Jawa Tengah",
                "Rawan Tinggi | | | | Rawan Rendah",
                "No | Kabupaten/Kota | Skor | | No | Kabupaten/Kota | Skor",
                "1 | Blora | 50.7 | | 1 | Kota Salatiga | 12.4",
                "2 | Demak | 49.9 | | 2 | Kudus | 11.1",
            ),
        ),
        {
            *("score 33.16 50.7", "category 33.16 tinggi", "score 33.21 49.9", "category 33.21 tinggi"),
            *("score 33.73 12.4", "category 33.73 rendah", "score 33.19 11.1", "category 33.19 rendah"),
        },
    ),
    "dimensions under one head": (
        (
            tab(
                "Dimensi",
                "Skor IKP 2024 menurut dimensi",
                "Kabupaten/Kota | Skor | Dimensi | <",
                "^ | ^ | Kontestasi | Partisipasi",
                "Kabupaten Blora | 50.7 | 33.3 | 1.2",
            ),
        ),
        {"score 33.16 50.7", "dimension 33.16 kontestasi 33.3", "dimension 33.16 partisipasi 1.2"},
    ),
    "each sheet is of its own region": (
        tuple(
            tab(
                name,
                "Rekapitulasi TPS rawan Pemilu 2024",
                "No | Indikator | Jumlah TPS",
                f"1 | TPS di wilayah rawan bencana | {count}",
                "2 | Praktik politik uang | 0",
            )
            for name, count in (("Kabupaten Blora", "1265{#,##0}"), ("Kota Tegal", "14"))
        ),
        {"indicator 33.16 3 x1265", "indicator 33.76 3 x14"},
    ),
    "each sheet is of its own edition": (
        tuple(
            tab(
                year,
                "Indeks Kerawanan Pemilu",
                "Provinsi Jawa Tengah",
                "",
                "Kabupaten/Kota | Skor",
                f"Blora | {score}",
            )
            for year, score in (("2019", "44.4"), ("2024", "50.7"))
        ),
        {"ikp_2019 score 33.16 44.4", "score 33.16 50.7"},
    ),
    "each row is of its own edition": (
        (
            tab(
                "Data",
                "Data Indeks Kerawanan Pemilu (IKP)",
                "Wilayah | Tahun | Skor",
                "Kabupaten Blora | 2019 | 44.4",
                "Kabupaten Blora | 2024 | 50.7",
            ),
        ),
        {"ikp_2019 earlier score 33.16 44.4", "score 33.16 50.7"},
    ),
    "boxes that are ticked": (
        (
            tab(
                "Matriks",
                "Isu kerawanan IKP 2024 di Jawa Tengah",
                "Kabupaten/Kota | Netralitas ASN | Politik uang | Pemungutan suara ulang",
                "Blora | TRUE | FALSE | TRUE",
                "Kota Salatiga | FALSE | TRUE | FALSE",
            ),
        ),
        {"indicator 33.16 12", "indicator 33.16 32", "indicator 33.73 54"},
    ),
    "regions counted by level": (
        (
            tab(
                "Rekap",
                "Rekapitulasi kategori IKP 2024",
                "Tingkat | Tinggi | Sedang | Rendah",
                "Provinsi | 5 | 21 | 8",
            ),
        ),
        {"tally ID province tinggi 5", "tally ID province sedang 21", "tally ID province rendah 8"},
    ),
}


@pytest.mark.parametrize("name", SHEETS)
def test_findings_of_workbooks(name: str, reference: Reference, lines: Lines) -> None:
    tabs, expected = SHEETS[name]
    extraction = extracted(xlsx_bytes(tabs, date=DAY), "a.xlsx", reference)
    found: set[str] = set()
    for finding in extraction.findings:
        alone = Extraction(metadata=extraction.metadata, findings=(finding,))
        old = "" if finding.edition in {"ikp_2024", "tps_rawan_pemilu_2024"} else f"{finding.edition} "
        found |= {old + line for line in lines(alone)}
    assert found == expected
    assert extraction.metadata.kind == "report"


def test_a_region_that_a_hidden_column_scores_otherwise_waits(reference: Reference) -> None:
    rows = (
        "IKP 2024 Jawa Tengah",
        "No | Daerah | Skor lama | Skor",
        "1 | Blora | 44.4 | 50.7",
        "2 | Demak | | 49.9",
    )
    hidden = Tab(name="Skor", rows=tab("Skor", *rows).rows, hidden_columns=("C",))
    extraction = extracted(xlsx_bytes([hidden], date=DAY), "a.xlsx", reference)
    accepted = {
        (finding.region_code, str(finding.score)): finding.confidence >= reference.calibration.threshold
        for finding in extraction.findings
    }
    assert accepted == {("33.16", "50.7"): False, ("33.16", "44.4"): False, ("33.21", "49.9"): True}


TEXTS = {
    "semicolons": "Skor IKP 2024;;\nProvinsi Jawa Tengah;;\nNo;Daerah;Skor\n1;Blora;50,7\n2;Kota Salatiga;12,4\n",
    "commas and decimal points": "No,Daerah,Skor IKP 2024\n1,Kabupaten Blora,50.7\n2,Kota Salatiga,12.4\n",
    "decimal commas unquoted": "IKP 2024 Jawa Tengah\nNo,Daerah,Skor\n1,Blora,50,7\n2,Kota Salatiga,12,4\n",
    "no separator": "Skor IKP 2024 Jawa Tengah\nBlora 50,7\nKota Salatiga 12,4\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_findings_of_delimited_text(name: str, reference: Reference, lines: Lines) -> None:
    extraction = extracted(TEXTS[name].encode(), "a.csv", reference)
    assert lines(extraction) == {"score 33.16 50.7", "score 33.73 12.4"}


def test_sentences_and_links_above_a_table_are_no_part_of_its_title(reference: Reference, lines: Lines) -> None:
    text = """Kerawanan Pemilu 2019 di Jawa Tengah

SEMARANG (Warta Pantai) – Bawaslu Jawa Tengah mengumumkan hasil IKP 2019 pada Jumat, 2 November 2018.

Baca juga: 384 Guru di Mataram Menanti Nomor Induk

Pemetaan semacam ini menjadi bahan deteksi dini agar tahapan berjalan lancar.

Tabel 2. Indikator kerawanan yang terjadi di Kabupaten Blora

No;Indikator Kerawanan;Kejadian
1;Adanya sengketa proses pemilu/pilkada;20
2;Pemilih ganda dalam daftar pemilih;26
3;Mobilisasi warga untuk menolak pemilu;46
"""
    document = read(text.encode(), name="a.csv", sha256="0" * 64)
    headings = [block.span.of(document.text) for block in document.blocks if block.kind == "heading"]
    assert headings == [
        "Kerawanan Pemilu 2019 di Jawa Tengah",
        "Tabel 2. Indikator kerawanan yang terjadi di Kabupaten Blora",
    ]
    extraction = extracted(text.encode(), "a.csv", reference)
    assert lines(extraction) == {f"indicator 33.16 {fact}" for fact in ("20 x26", "38 x20", "61 x46")}
