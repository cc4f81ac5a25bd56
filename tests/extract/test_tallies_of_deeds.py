"""Counts of regions of a level: stated as the result, or only of those that did or suffered something."""

from __future__ import annotations

import pytest

from extract.conftest import Take

LEAD = "Bawaslu Provinsi Kalimantan Barat memaparkan Indeks Kerawanan Pemilu (IKP) 2024 di Kalimantan Barat.\n\n"

DEEDS = [
    "Bawaslu telah menyambangi 4 kabupaten/kota rawan sedang dan 3 kabupaten/kota rawan rendah.",
    "Bawaslu menyambangi 4 daerah rawan sedang, 3 daerah rawan rendah.",
    "Hadir perwakilan empat daerah rawan rendah.",
    "Pelatihan diikuti peserta dari 4 kabupaten/kota rawan sedang.",
    "Bantuan disiapkan untuk 4 kabupaten/kota rawan sedang.",
    "Baru 4 kabupaten/kota rawan sedang yang menyerahkan laporan.",
    "Ada 4 daerah rawan sedang mengirim utusan.",
    "Sebanyak 4 daerah rawan sedang akan mendapat tambahan personel.",
    "Sedikitnya 4 daerah rawan sedang berpeluang naik.",
    "Kami memprioritaskan 4 daerah rawan sedang.",
    "Jawa Tengah tidak punya daerah rawan tinggi, 4 daerah rawan sedang.",
]
STATED = [
    "Ada 4 daerah rawan sedang.",
    "Hasilnya, 4 daerah rawan sedang.",
    "Bawaslu mencatat 4 daerah rawan sedang.",
    "Bawaslu menempatkan 4 daerah pada kategori rawan sedang.",
    "Sebanyak 4 daerah masuk rawan sedang, yaitu Sambas, Landak, Sanggau dan Ketapang.",
    "Dari 14 kabupaten/kota, 4 daerah dinyatakan rawan sedang dan selebihnya rendah.",
    "Untuk kategori sedang ada 4 daerah.",
    "Sebanyak 4 daerah rawan sedang menurut hasil itu.",
    "Sebanyak 4 daerah rawan sedang tersebar di beberapa penjuru.",
]


def _decisions(text: str, take: Take) -> list[str]:
    return [one.decision for one in take(LEAD + text)[1].findings if one.type == "tally" and one.n in {3, 4}]


@pytest.mark.parametrize("text", DEEDS)
def test_regions_that_merely_do_something_are_no_count_of_all(text: str, take: Take) -> None:
    assert "auto" not in _decisions(text, take)


@pytest.mark.parametrize("text", STATED)
def test_a_count_that_is_stated_is_accepted(text: str, take: Take) -> None:
    assert _decisions(text, take) == ["auto"]
