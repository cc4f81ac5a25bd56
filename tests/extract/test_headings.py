"""What stands above or beside a text and decides how it is read: datelines, headings of editions and of shares."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from pipeline.extract import extract
from pipeline.extract.editions.recall import titled_edition
from pipeline.readers import read
from pipeline.reference import load_reference

if TYPE_CHECKING:
    from extract.conftest import Facts, Take
    from pipeline.model import Extraction

TITLES: list[tuple[str, str | None]] = [
    ("Hasil IKP 2019", "ikp_2019"),
    ("IKP Pilkada 2020:", "ikp_pilkada_2020"),
    ("Tabel 2. Skor Menurut IKP 2019", "ikp_2019"),
    ("Tahun 2019", "ikp_2019"),
    ("Indeks Kerawanan Pemilu 2024", "ikp_2024"),
    ("Pemetaan Kerawanan Pilkada 2024", "ikp_2024"),
    ("Perbandingan dengan IKP 2019", None),
    ("IKP 2019 dan IKP Pilkada 2020", None),
    ("Kabupaten Blora pada IKP 2019", None),
    ("Bukan IKP 2019", None),
]


@pytest.mark.parametrize(("title", "edition"), TITLES)
def test_editions_that_are_all_of_a_title(title: str, edition: str | None) -> None:
    found = titled_edition(title, "ikp_2024", load_reference())
    assert (found and found[0]) == edition


LEAD = "Bawaslu Bali memaparkan Indeks Kerawanan Pemilu (IKP) 2024 pada Senin (19/12/2022). IKP 2024 memiliki 61 indikator."
BADUNG = "Kabupaten Badung memperoleh skor 40,20."


def decided(extraction: Extraction) -> set[tuple[str, str, str]]:
    return {(f"{f.region_code} {f.score}", f.edition or "", f.decision) for f in extraction.findings if f.score}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Hasil IKP 2019\n\n{BADUNG}", {("51.03 40.20", "ikp_2019", "review")}),
        (f"Hasil IKP 2019\n\nSkor dua daerah berikut.\n\n{BADUNG}", {("51.03 40.20", "ikp_2019", "review")}),
        (
            f"Hasil IKP 2019\n\nMenurut IKP 2024, {BADUNG}",
            {("51.03 40.20", "ikp_2024", "auto")},
        ),
        (
            "Hasil IKP 2019:\n\n- Kabupaten Badung 40,20\n- Kabupaten Gianyar 50,20\n\n"
            "Hasil IKP 2024:\n\n- Kabupaten Badung 44,20",
            {
                ("51.03 40.20", "ikp_2019", "auto"),
                ("51.04 50.20", "ikp_2019", "auto"),
                ("51.03 44.20", "ikp_2024", "auto"),
            },
        ),
        (
            f"Hasil IKP 2019\n\nKabupaten Gianyar memperoleh skor 50,20.\n\nHasil IKP 2024\n\n{BADUNG}",
            {("51.04 50.20", "ikp_2019", "review"), ("51.03 40.20", "ikp_2024", "auto")},
        ),
        (f"Perbandingan dengan IKP 2019\n\n{BADUNG}", {("51.03 40.20", "ikp_2024", "auto")}),
    ],
)
def test_a_section_is_of_the_edition_that_heads_it(
    text: str, expected: set[tuple[str, str, str]], take: Take
) -> None:
    assert decided(take(f"{LEAD}\n\n{text}")[1]) == expected


def test_what_happened_at_an_election_is_of_the_documents_edition(take: Take) -> None:
    told = "Terjadi pemungutan suara ulang di Kabupaten Badung."
    for heading, edition in (("Pemilu 2019", "ikp_2024"), ("Tahun 2019", "ikp_2024"), ("IKP 2019", "ikp_2019")):
        _, extraction = take(f"{LEAD}\n\n{heading}\n\n{told}")
        assert [(f.indicator, f.edition) for f in extraction.findings] == [(32, edition)]


LISTED = "1. Kabupaten Badung 40,20\n2. Kabupaten Gianyar 30,10"


@pytest.mark.parametrize(
    ("heading", "decision", "percents"),
    [
        ("Persentase kerawanan:", "review", 2),
        ("Persentase kerawanan pemilu menurut Bawaslu RI:", "review", 2),
        ("Prosentase kerawanan kabupaten:", "review", 2),
        ("Presentase kerawanan:", "review", 2),
        ("Skor kerawanan (%):", "review", 2),
        ("Skor kerawanan:", "auto", 0),
    ],
)
def test_figures_under_a_heading_of_shares_wait(heading: str, decision: str, percents: int, take: Take) -> None:
    _, extraction = take(f"{LEAD}\n\n{heading}\n\n{LISTED}")
    assert decided(extraction) == {("51.03 40.20", "ikp_2024", decision), ("51.04 30.10", "ikp_2024", decision)}
    assert len(extraction.percents) == percents


def of_table(headers: str, *rows: str) -> Extraction:
    """Extract from a page with a table of regions; cells are parted by bars."""
    cells = [[headers, "th"], *([row, "td"] for row in rows)]
    lines = ("".join(f"<{tag}>{cell}</{tag}>" for cell in row.split("|")) for row, tag in cells)
    table = "".join(f"<tr>{line}</tr>" for line in lines)
    closing = "Bawaslu Bali mengajak semua pihak menjaga pemilu yang jujur dan adil di seluruh kabupaten."
    page = (
        f"<html><body><article><h1>IKP 2024 Bali</h1><p>{LEAD}</p><table>{table}</table><p>{closing}</p></article>"
    )
    data = page.encode()
    document = read(data, name="tabel.html", sha256=hashlib.sha256(data).hexdigest())
    return extract(document, family="tabel.html", name="tabel.html", reference=load_reference())


@pytest.mark.parametrize("header", ["Skor (%)", "Skor IKP (%)", "Nilai IKP 2024 (persen)", "Persentase Kerawanan"])
def test_a_column_of_scores_in_percent_waits_as_such(header: str) -> None:
    extraction = of_table(f"Kabupaten/Kota|{header}", "Kabupaten Badung|40,20", "Kabupaten Gianyar|30,10")
    assert decided(extraction) == {("51.03 40.20", "ikp_2024", "review"), ("51.04 30.10", "ikp_2024", "review")}
    assert len(extraction.percents) == 2


def test_a_column_of_shares_beside_one_of_scores_is_none() -> None:
    headers = "Kabupaten/Kota|Skor IKP|Persentase Kerawanan"
    extraction = of_table(headers, "Kabupaten Badung|40,20|71,10", "Kabupaten Gianyar|30,10|28,90")
    assert decided(extraction) == {("51.03 40.20", "ikp_2024", "auto"), ("51.04 30.10", "ikp_2024", "auto")}
    assert extraction.percents == ()


@pytest.mark.parametrize("header", ["Persentase TPS Rawan", "Persentase", "Partisipasi (%)"])
def test_a_column_of_other_shares_gives_no_scores(header: str) -> None:
    extraction = of_table(f"Kabupaten/Kota|{header}", "Kabupaten Badung|40,20", "Kabupaten Gianyar|30,10")
    assert decided(extraction) == set()


@pytest.mark.parametrize(
    "dateline",
    [
        "Mataram, 24 Desember 2022 - ",
        "MATARAM, 24/12/2022: ",
        "Mataram, Kabar Sasak, 24 Desember 2022 – ",
        "Kota Mataram – 24 Desember 2022. ",
    ],
)
def test_a_dateline_tells_nothing_of_its_place(dateline: str, facts: Facts) -> None:
    said = "Bawaslu NTB menyebut IKP 2024 masuk kategori rawan sedang dengan skor 41,20."
    assert facts(f"Indeks Kerawanan Pemilu 2024\n\n{dateline}{said}") == {
        "category 52 sedang",
        "score 52 41.20",
    }


@pytest.mark.parametrize("score", ["(30.30)", "(24.12)", "30.30", "24,12"])
def test_an_item_of_a_region_and_its_score_is_no_dateline(score: str, facts: Facts) -> None:
    lead = "Bawaslu Provinsi Jawa Tengah memaparkan hasil IKP Pemilu 2019.\n\nSkor tiap daerah dari yang terendah:\n\n"
    assert facts(f"{lead}1. Kabupaten Blora {score}\n2. Kota Salatiga (75.82)") == {
        f"score 33.16 {score.strip('()').replace(',', '.')}",
        "score 33.73 75.82",
    }


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Pada level provinsi, Jawa Barat memperoleh skor 44,20.", "provinsi"),
        ("Di tingkat provinsi, skor Jawa Barat 44,20.", "provinsi"),
        ("Pada skala provinsi skor Jawa Barat 44,20.", "provinsi"),
        ("Hasil agregasi kabupaten/kota pada tingkat provinsi, skor Jawa Barat 44,20.", "agregat_kabkota"),
        ("Jawa Barat memperoleh skor 44,20.", "agregat_kabkota"),
    ],
)
def test_the_level_of_the_province_ends_what_is_told_of_means(text: str, basis: str, take: Take) -> None:
    mean = "Berdasarkan agregasi kabupaten/kota, Provinsi Jawa Tengah memperoleh skor 20,10."
    _, extraction = take(f"Indeks Kerawanan Pemilu (IKP) 2024 diluncurkan Bawaslu RI.\n\n{mean} {text}")
    assert [f.basis for f in extraction.findings if f.region_code == "32"] == [basis]


def test_words_of_a_source_behind_sedang_leave_it_a_level(facts: Facts) -> None:
    text = (
        "Kabupaten Badung rawan sedang menurut IKP 2024. Bawaslu sedang menurunkan pengawas ke Kabupaten Gianyar."
    )
    assert facts(f"{LEAD}\n\n{text}") == {"category 51.03 sedang"}


def test_a_dimension_of_nothing_in_a_list_of_dimensions_is_a_score(facts: Facts) -> None:
    text = "Rincian skor per dimensi Kabupaten Badung:\n\na. Kontestasi: 31,04\nb. Partisipasi: 0"
    assert facts(f"{LEAD}\n\n{text}") == {
        "dimension 51.03 kontestasi 31.04",
        "dimension 51.03 partisipasi 0",
    }


def test_bold_type_hides_no_figure(facts: Facts) -> None:
    text = "Skor total Kabupaten Badung: *36,42*. Kabupaten Gianyar meraih skor **41,20**, Kabupaten Klungkung 38,10*."
    assert facts(f"{LEAD}\n\n{text}") == {"score 51.03 36.42", "score 51.04 41.20", "score 51.05 38.10"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Provinsi ini di urutan ke-14 secara nasional dengan skor 46,28.", {"score 51 46.28", "rank 51 14"}),
        (
            "Provinsi ini di urutan ke-14 secara nasional, dan masuk kategori rawan sedang.",
            {"category 51 sedang", "rank 51 14"},
        ),
        ("Di urutan ke-14 secara nasional dengan skor 46,28.", set()),
        ("Secara nasional, kerawanan masuk kategori rawan sedang.", {"category ID sedang"}),
    ],
)
def test_a_rank_among_all_leaves_a_score_this_regions(text: str, expected: set[str], facts: Facts) -> None:
    assert facts(f"{LEAD}\n\n{text}") == expected
