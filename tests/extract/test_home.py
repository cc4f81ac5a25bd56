"""Whose a figure without a region is: of the region that the document is about, or of one named but in passing."""

from __future__ import annotations

import pytest

from extract.conftest import Take

COUNT = "Sebanyak 14 TPS rawan bencana pada pemetaan TPS rawan Pilkada 2024."

SURE: dict[str, tuple[str, str]] = {
    "the title names it, another is visited": (
        f"TPS Rawan di Blora Pilkada 2024\n\nCEPU - {COUNT}\n\nRombongan lalu singgah di Kabupaten Rembang.",
        "33.16",
    ),
    "the office in the first paragraph": (
        f"SEMARANG - {COUNT[:-1]}, kata Ketua Bawaslu Kabupaten Blora.\n\nHadir pula tamu dari Kabupaten Rembang.",
        "33.16",
    ),
    "its own name behind the dateline": (
        f"BLORA - Di Kabupaten Blora petugas bersiap menghadapi pemilihan. {COUNT}\n\nKabupaten Rembang menyusul.",
        "33.16",
    ),
    "the title, reported from another": (
        f"TPS Rawan di Blora Pilkada 2024\n\nREMBANG - {COUNT}",
        "33.16",
    ),
    "the title, over the dateline of its first paragraph": (
        f"14 TPS Rawan di Blora\n\nREMBANG - {COUNT}",
        "33.16",
    ),
    "the province, reported from its capital": (
        f"SEMARANG - Bawaslu Provinsi Jawa Tengah memaparkan hasil. {COUNT}\n\nRombongan ke Kabupaten Rembang.",
        "33",
    ),
    "a dateline with a prefix": (f"KABUPATEN BLORA - {COUNT}\n\nKabupaten Pati ikut.", "33.16"),
    "a dateline that goes on in small letters": (
        "BLORA, mustikapos - sebanyak 14 TPS rawan bencana menurut TPS rawan Pilkada 2024.\n\nKabupaten Pati ikut.",
        "33.16",
    ),
    "dwelt on below": (
        f"PEMETAAN TPS\n\n{COUNT}\n\nBlora luas. Warga Blora ramah. Di Kabupaten Blora ada sungai, di Blora ada hutan.",
        "33.16",
    ),
}

IN_DOUBT: dict[str, tuple[str, str | None]] = {
    "a neighbour beside the dateline's": (
        f"BLORA - {COUNT}\n\nPemetaan serupa dibuat Kabupaten Rembang.",
        "33.16",
    ),
    "a dateline with an outlet": (f"Blora, mustikapos.com - {COUNT}\n\nKota Salatiga lebih banyak.", "33.16"),
    "an office beside the dateline's": (f"BLORA - {COUNT}\n\nHadir Ketua Bawaslu Kabupaten Rembang.", "33.16"),
    "two neighbours": (f"BLORA - {COUNT}\n\nHadir utusan Kabupaten Rembang dan Kabupaten Pati.", "33.16"),
    "where an official served": (f"CEPU - {COUNT}\n\nKetua pernah bertugas di Kabupaten Rembang.", "33.17"),
    "no dateline, an office in passing": (
        f"PEMETAAN TPS\n\n{COUNT}\n\nTamu dari Bawaslu Kabupaten Rembang.",
        "33.17",
    ),
    "a web address, others as guests": (
        f"blora.bawaslu.go.id\n\nPemetaan TPS\n\n{COUNT}\n\nBawaslu Rembang dan Bawaslu Pati menerima kunjungan.",
        "33.16",
    ),
    "an address with its kind": (
        f"https://kab-blora.bawaslu.go.id/berita\n\n{COUNT}\n\nSalam Bawaslu Pati.",
        "33.16",
    ),
    "twins in the dateline": (f"TEGAL - {COUNT}\n\nHadir Bawaslu Kabupaten Rembang.", None),
}


def _counted(text: str, take: Take) -> set[tuple[str | None, str]]:
    return {(one.region_code, one.decision) for one in take(text)[1].findings if one.count == 14}


@pytest.mark.parametrize(("text", "region"), SURE.values(), ids=SURE.keys())
def test_what_the_head_of_a_document_names_is_its_own_region(text: str, region: str, take: Take) -> None:
    assert _counted(text, take) == {(region, "auto")}


@pytest.mark.parametrize(("text", "region"), IN_DOUBT.values(), ids=IN_DOUBT.keys())
def test_a_region_named_in_passing_is_given_no_figures_unseen(text: str, region: str | None, take: Take) -> None:
    found = _counted(text, take)
    assert {decision for _, decision in found} == {"review"}
    assert region is None or {code for code, _ in found} == {region}
