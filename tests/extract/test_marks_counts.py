"""Numbers of regions that are shared out among the levels behind them, and bounds of levels."""

from __future__ import annotations

import pytest

from extract.conftest import Facts

LEAD = "Bawaslu Jawa Tengah memaparkan Indeks Kerawanan Pemilu (IKP) 2024.\n\n"
SHARED = {"tally 33 regency_city tinggi 4", "tally 33 regency_city sedang 20", "tally 33 regency_city rendah 11"}
FACTS = {
    "colon": (
        "Jawa Tengah memiliki 35 kabupaten/kota: empat dinilai rawan tinggi, 20 rawan sedang dan sebelas rawan rendah.",
        SHARED,
    ),
    "in detail": (
        "Jawa Tengah punya 35 kabupaten/kota, dengan rincian empat rawan tinggi, 20 rawan sedang, 11 rawan rendah.",
        SHARED,
    ),
    "brackets": ("IKP memuat 35 kabupaten/kota (empat kategori tinggi, 20 sedang dan sebelas rendah).", SHARED),
    "the noun again": (
        "Ada 35 kabupaten/kota di Jawa Tengah: 4 daerah rawan tinggi, 20 daerah rawan sedang, 11 daerah rawan rendah.",
        SHARED,
    ),
    "of a level, not shared out": (
        "Jawa Tengah memiliki empat kabupaten rawan tinggi: Blora, Pati, Kudus, dan Jepara.",
        {
            "tally 33 regency_city tinggi 4",
            "category 33.16 tinggi",
            "category 33.18 tinggi",
            "category 33.19 tinggi",
            "category 33.20 tinggi",
        },
    ),
    "an ambang is no level": (
        "Kabupaten Blora memperoleh skor 48,10, sedikit di bawah ambang 49,33 untuk kategori tinggi.",
        {"score 33.16 48.10"},
    ),
}


@pytest.mark.parametrize("name", FACTS)
def test_counts(name: str, facts: Facts) -> None:
    text, expected = FACTS[name]
    assert facts(LEAD + text) == expected
