"""Texts whose edition is not certain: what they state waits for a person; beside them texts that are plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from extract.conftest import Take

INDEX_OR_MAPPING = (
    "Kabupaten Manokwari bersiap menghadapi Pilkada 2024. Dalam IKP 2024 Manokwari tergolong rawan rendah.",
    "Kabupaten Garut akan menggelar Pilkada 2024. Pada IKP 2024 Garut meraih skor 20,10.",
    "Pada IKP 2024 Kabupaten Garut meraih skor 20,10. Kabupaten Garut akan menggelar Pilkada 2024.",
    "Senin (2/9/2024). Kabupaten Manokwari menyongsong Pilkada 2024. Dalam IKP 2024 Manokwari rawan rendah.",
    "Kabupaten Manokwari memilih pada 27 November dalam Pilkada 2024. Dalam IKP 2024 Manokwari rawan rendah.",
)
"""A text on the Pilkada that names the index of its year: the index itself, or the mapping said loosely."""

MAPPING = (
    "Kabupaten Manokwari menghadapi Pilkada 2024. Dalam IKP Pilkada 2024 Manokwari tergolong rawan rendah.",
    "Kabupaten Manokwari menghadapi Pilkada 2024. Indeks Kerawanan Pilkada 2024 menilai Manokwari rawan rendah.",
    "Kabupaten Manokwari menghadapi Pilkada 2024. Dalam peta kerawanan Pilkada 2024 Manokwari rawan rendah.",
    "Kabupaten Manokwari menghadapi Pilkada 2024. Dalam IKP 2024 yang dirilis 26 Agustus 2024 Manokwari rawan rendah.",
    "Bawaslu meluncurkan IKP 2024, Senin (26/8/2024), menjelang Pilkada 2024. Kabupaten Manokwari rawan rendah.",
)
"""The text says that the index is on the Pilkada, or when it was launched."""

INDEX = (
    "Dalam IKP 2024 Kabupaten Manokwari tergolong rawan rendah.",
    "Kabupaten Manokwari menghadapi Pemilu 2024. Dalam IKP 2024 Manokwari tergolong rawan rendah.",
    "Kabupaten Manokwari menghadapi Pilkada 2024. Dalam Indeks Kerawanan Pemilu (IKP) 2024 Manokwari rawan rendah.",
)

NO_INDEX = (
    "Kabupaten Manokwari rawan tinggi dalam Pemilu 2024.",
    "Pemilu 2024 Kota Bitung rawan sedang.",
    "Kabupaten Manokwari rawan tinggi pada Pilkada 2024.",
    "Kerawanan 2024 Kabupaten Manokwari 33,2 (sedang).",
    "TPS 2024 Kabupaten Penajam Paser Utara 23,57 persen, Kota Balikpapan 22,85 persen.",
)
"""The election or the year alone is named: who measured what stays open."""

INDEX_ELSEWHERE = (
    "Kabupaten Manokwari rawan tinggi dalam Pemilu 2024. Itu menurut IKP.",
    "Bawaslu merilis indeks kerawanan. Kabupaten Manokwari rawan tinggi dalam Pemilu 2024.",
    "Bawaslu mengurai peta kerawanan pilkada. Kabupaten Manokwari rawan tinggi pada Pilkada 2024.",
    "Dari 61 indikator, Kabupaten Manokwari rawan tinggi dalam Pemilu 2024.",
)
"""Another sentence names the index, or a figure of it."""


@pytest.mark.parametrize("text", [*INDEX_OR_MAPPING, *NO_INDEX])
def test_a_value_of_an_uncertain_edition_waits(take: Take, text: str) -> None:
    assert {finding.decision for finding in take(text)[1].findings} == {"review"}


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        *((text, "pemetaan_pilkada_2024") for text in MAPPING),
        *((text, "ikp_2024") for text in INDEX),
        *((text, "pemetaan_pilkada_2024" if "Pilkada" in text else "ikp_2024") for text in INDEX_ELSEWHERE),
    ],
)
def test_a_value_of_an_edition_told_plainly_is_accepted(take: Take, text: str, edition: str) -> None:
    found = take(text)[1].findings
    assert {(finding.edition, finding.decision) for finding in found} == {(edition, "auto")}


def test_the_official_score_tells_its_edition_without_the_name_of_the_index(take: Take) -> None:
    official, other = ("Kerawanan 2024 Kabupaten Serang 33,2 (sedang).", "Kerawanan 2024 Kabupaten Serang 34,2.")
    assert {(one.edition, one.decision) for one in take(official)[1].findings} == {("ikp_2024", "auto")}
    assert {one.decision for one in take(other)[1].findings} == {"review"}
