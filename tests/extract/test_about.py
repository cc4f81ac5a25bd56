"""Values of something near the index wait: of the work on it, of changes, shares and means, of some of the regions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from extract.conftest import Facts

PAIRS = "Kabupaten Paser 44,5, Kabupaten Berau 31,1"
SCORES = {"score 64.01 44.5", "score 64.03 31.1"}

OTHER_FIGURES = [
    f"Kelengkapan data dukung IKP 2024: {PAIRS}. Demikian rekap Bawaslu Kaltim.",
    f"Progres pengisian instrumen IKP 2024 menurut Bawaslu Kaltim: {PAIRS}.",
    f"Nilai post test peserta bimtek IKP 2024 Bawaslu Kaltim: {PAIRS}.",
    "Bawaslu Kaltim menilai kualitas data IKP 2024. Kabupaten Paser mendapat nilai 44,5.",
    f"Kenaikan skor IKP 2024 versi Bawaslu Kaltim: {PAIRS}.",
    f"Bawaslu Kaltim: skor IKP 2024 naik: {PAIRS}.",
    "Bawaslu Kaltim: skor IKP 2024 meningkat masing-masing 8,8 di Kabupaten Paser dan 7,7 di Kabupaten Berau.",
    "Skor IKP 2024 Bawaslu Kaltim: Kabupaten Paser 44,5 turun 31,1.",
    "Bawaslu Kaltim (IKP 2024): skor Kabupaten Paser 44,5 berbanding 31,1.",
    'IKP 2024 Bawaslu Paser. "Yang skornya 44,5 itu Kabupaten Berau, bukan Paser," katanya.',
    "IKP 2024 Bawaslu Kaltim. Di Paser, kecamatan dengan skor tertinggi adalah Kuaro 44,5.",
    "IKP 2024 Bawaslu Kaltim\n1 Paser 18,1 30,2 22,2 0 24,0\n2 Berau 20,2 28,8 30,1 0 25,1",
    "IKP 2024 Bawaslu Kaltim\n\n| Isu | Kabupaten | Skor |\n| --- | --- | --- |\n| Politik uang | Paser | 33,3 |",
]
"""Texts whose figures are none of the index's."""


@pytest.mark.parametrize("text", OTHER_FIGURES)
def test_figures_that_are_no_scores_wait(text: str, accepted: Facts) -> None:
    assert [line for line in accepted(text) if line.startswith("score")] == []


@pytest.mark.parametrize(
    "text",
    [
        f"Skor IKP 2024 menurut Bawaslu Kaltim: {PAIRS}.",
        f"Pengisian sudah selesai. Rapat ditutup. Skor IKP 2024 menurut Bawaslu Kaltim: {PAIRS}.",
        f"Bawaslu Kaltim merilis IKP 2024. Kecamatan ikut diundang. Skornya: {PAIRS}.",
    ],
)
def test_scores_beside_other_words_stand(text: str, accepted: Facts) -> None:
    assert accepted(text) == SCORES


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Dimensi IKP 2024 Kabupaten Sanggau: penyelenggaraan 17,2; kontestasi 9,1.", 2),
        ("Nilai tertimbang dimensi IKP 2024 Kabupaten Sanggau: penyelenggaraan 17,2; kontestasi 9,1.", 0),
        ("Kontribusi dimensi di Kabupaten Sanggau pada IKP 2024: penyelenggaraan 17,2; kontestasi 9,1.", 0),
        (
            "Rata-rata dimensi kabupaten/kota se-Indonesia pada IKP 2024: penyelenggaraan 31,0; kontestasi 26,2. "
            "Bawaslu Kabupaten Sanggau akan mempelajarinya.",
            0,
        ),
        ("Bawaslu Sanggau (IKP 2024): konteks pandemi Kabupaten Sanggau 41,0.", 0),
        ("Bawaslu Sanggau: dimensi partisipasi IKP 2024 Kabupaten Sanggau 41,0.", 1),
        ("Bawaslu Sanggau (IKP 2024): pada dimensi partisipasi, tingkat partisipasi Kabupaten Sanggau 41,0.", 0),
    ],
)
def test_shares_means_and_turnout_are_no_scores_of_dimensions(text: str, facts: int, accepted: Facts) -> None:
    assert len([line for line in accepted(text) if line.startswith("dimension")]) == facts


TALLY = "3 kabupaten/kota rawan tinggi dan 6 kabupaten/kota rawan sedang (IKP 2024)"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (f"Bawaslu Kalbar mencatat {TALLY}.", 2),
        (f"Hanya 9 dari 14 kabupaten/kota yang menyerahkan data. Dari jumlah itu {TALLY}. Bawaslu Kalbar.", 0),
        (f"Dari tujuh kabupaten/kota yang dikunjungi Bawaslu Kalbar, {TALLY}.", 0),
        (f"Dari 14 kabupaten/kota yang dipetakan Bawaslu Kalbar, {TALLY}.", 2),
        (f"Bawaslu Kalbar memberi bimbingan khusus bagi {TALLY}.", 0),
        ("Dari 14 kabupaten/kota, 3 rawan tinggi di antaranya lama dipantau. Bawaslu Kalbar IKP 2024.", 0),
    ],
)
def test_tallies_out_of_some_regions_wait(text: str, facts: int, accepted: Facts) -> None:
    assert len([line for line in accepted(text) if line.startswith("tally")]) == facts


def test_a_row_that_names_another_body_waits(accepted: Facts) -> None:
    rows = "| Lembaga | Kabupaten | Kategori |\n| --- | --- | --- |\n| Bawaslu | Tapin | Sedang |\n"
    text = f"IKP 2024 Bawaslu Kalsel\n\n{rows}| Polda | Tabalong | Tinggi |"
    assert accepted(text) == {"category 63.05 sedang"}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("IKP tematik netralitas ASN menempatkan Sulawesi Utara dengan skor 55,87.", {"score 71 55.87"}),
        (
            "Bawaslu merilis IKP tematik netralitas ASN, Sulawesi Utara 55,87. Pada IKP biasa, Kota Bitung 40,20.",
            {"score 71 55.87"},
        ),
        (
            "IKP tematik politik uang menempatkan Jawa Barat dengan skor 50. Kabupaten Kuningan mendapat skor 18,18 pada "
            'isu itu, sedangkan pada IKP umum 29,92.\n\n"Keduanya kategori sedang," ujarnya.',
            {"score 32 50"},
        ),
        (
            "Bawaslu Bengkulu merilis IKP 2024. Provinsi Bengkulu mendapat skor 24,89.\n\nDimensi kontestasi Rejang Lebong "
            "60,15 dan penyelenggaraan 55,20. Semuanya kategori tinggi.",
            {"dimension 17.02 kontestasi 60.15", "dimension 17.02 penyelenggaraan 55.20"},
        ),
        (
            "Bawaslu Cilacap merilis IKP 2024. Dimensi penyelenggaraan Kabupaten Cilacap juga tinggi skornya, 44,20.",
            {"dimension 33.01 penyelenggaraan 44.20"},
        ),
        (
            "Di Jatim ada tiga daerah rawan tinggi pada IKP 2024 Bawaslu. Pamekasan, Bondowoso, Bangkalan.",
            {"category 35.28 tinggi", "category 35.11 tinggi", "category 35.26 tinggi"},
        ),
        (
            "Di Jatim ada tiga daerah rawan tinggi pada IKP 2024 Bawaslu. Pamekasan, Bondowoso, Jember tidak.",
            set(),
        ),
        (
            "Pemetaan kerawanan Pilkada 2024 Kabupaten Agam: sedang.\n\nTahapan paling rawan kampanye\n\n"
            "Daerah rawan tinggi di Sumbar: Pasaman, Kota Padang.",
            {"category 13.06 sedang"},
        ),
    ],
)
def test_values_of_another_edition_or_of_nobody_named_wait(text: str, facts: set[str], accepted: Facts) -> None:
    assert {line for line in accepted(text) if not line.startswith(("tally", "indicator"))} == facts
