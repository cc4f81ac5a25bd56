"""Scores are taken where plain words lead to them; over any other word they wait, for they may be a thing's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from extract.conftest import Facts

INDEX = "BANDUNG - Bawaslu Jawa Barat merilis Indeks Kerawanan Pemilu (IKP) 2024."

WAITING = [
    "Kabupaten Garut menyebut netralitas dengan skor 61,10.",
    "Kabupaten Garut mencatat skor tertinggi pada pungut hitung, yakni 61,10.",
    "Sosialisasi di Kabupaten Garut mendapat skor 61,10.",
    "Rapat di Kabupaten Garut dengan skor 61,10.",
    "Kabupaten Garut yang dijaga ketat mencatat skor 61,10.",
    "Infrastruktur mendapat skor 61,10.",
    "Kabupaten Garut disorot. Hak pilih meraih skor 61,10.",
    "Kabupaten Garut, logistik, meraih skor 61,10.",
]
"""Texts in which another word stands on the way: nothing is accepted."""
TOLD = [
    "Kabupaten Garut mencatat skor 61,10.",
    "Skor Kabupaten Garut tepatnya 61,10.",
    "Kabupaten Garut, yang lama dikenal toleran, mendapat skor 61,10.",
    "Kabupaten Garut, kata dia, mendapat skor 61,10.",
    "Yang tertinggi ditempati Kabupaten Garut dengan skor 61,10.",
    "Di puncak ada Kabupaten Garut dengan skor 61,10.",
    "Posisi puncak dipegang di Kabupaten Garut, skor 61,10.",
    "Kabupaten Garut disorot karena dijaga; skor 61,10.",
    "Kabupaten Garut menjadi penyumbang, dengan skor IKP 61,10.",
]
"""Texts in which plain words, or words that begin anew, lead from the region to its score."""


@pytest.mark.parametrize("text", WAITING)
def test_another_word_on_the_way_sends_a_score_to_review(text: str, accepted: Facts) -> None:
    assert accepted(f"{INDEX}\n\n{text}") == set()


@pytest.mark.parametrize("text", TOLD)
def test_plain_words_lead_to_a_score(text: str, accepted: Facts) -> None:
    assert accepted(f"{INDEX}\n\n{text}") == {"score 32.05 61.10"}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Dimensi kontestasi Kabupaten Garut mendapat 61,10.", {"dimension 32.05 kontestasi 61.10"}),
        ("Kabupaten Garut pada dimensi kontestasi patut dipelototi karena 61,10.", set()),
        ("Penjagaan di Jawa Barat 24,10.", set()),
    ],
)
def test_words_on_the_way_to_dimensions_and_means(text: str, facts: set[str], accepted: Facts) -> None:
    assert accepted(f"{INDEX}\n\n{text}") == facts


@pytest.mark.parametrize("lead", ["Kampanye", "Netralitas", "Hak pilih"])
def test_a_list_under_a_part_of_the_index_waits(lead: str, accepted: Facts) -> None:
    rows = "1. Kabupaten Garut (61,10)\n2. Kabupaten Ciamis (44,20)"
    assert accepted(f"{INDEX}\n\nRincian:\n{rows}") == {"score 32.05 61.10", "score 32.07 44.20"}
    assert accepted(f"{INDEX}\n\n{lead}\n{rows}") == set()
