"""Numbers of polling stations that are those of a part, of others, or of the issue behind them wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from extract.conftest import Facts

TITLE = "pemetaan TPS rawan Pilkada 2024"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (f"Bawaslu Bantul menemukan 14 TPS di wilayah rawan bencana dalam {TITLE}.", {"indicator 34.02 3 x14"}),
        (f"Panwaslu Kecamatan Sewon, Bantul, menemukan 14 TPS di wilayah rawan bencana dalam {TITLE}.", set()),
        (f"Bawaslu Bantul, {TITLE} di Kecamatan Sewon. Terdapat 14 TPS di wilayah rawan bencana.", set()),
        (
            f"Bawaslu Bantul, {TITLE} di 3 kecamatan. Terdapat 14 TPS di wilayah rawan bencana.",
            {"indicator 34.02 3 x14"},
        ),
        (f"Kelurahan Gilangharjo memiliki 14 TPS di wilayah rawan bencana menurut {TITLE} Bawaslu Bantul.", set()),
        (f"{TITLE} Bawaslu Bantul didominasi bencana: 14 TPS di wilayah rawan bencana se-Indonesia.", set()),
        (f"Bawaslu Bantul mengantisipasi TPS rawan bencana dengan 14 TPS cadangan. Itu {TITLE}.", set()),
        (f"Bawaslu Bantul, {TITLE}. Pada Pemilu 2024, Bantul mencatat 14 TPS rawan bencana.", set()),
        (f"Bawaslu Bantul, {TITLE}. Pada Pilkada 2020 lalu, tercatat 14 TPS rawan bencana.", set()),
        (f"Bawaslu Bantul, {TITLE}. Pada Pemilu Februari lalu, tercatat 14 TPS rawan bencana.", set()),
        (f"Bawaslu Bantul, {TITLE}. Pada Pilkada 2024, tercatat 14 TPS rawan bencana.", {"indicator 34.02 3 x14"}),
        (f"Bawaslu Bantul, {TITLE}. Kabupaten Sleman, tetangga kita, pernah menggelar PSU di 4 TPS.", set()),
        (f"Bawaslu Bantul, {TITLE}: dari 392 TPS, 14 rawan bencana dan 70 ada pemilih TMS.", set()),
        (f"Bawaslu Bantul, {TITLE}: terdapat 1.300 TPS, 14 rawan bencana.", set()),
        (f"Bawaslu Bantul, {TITLE}: Bantul memiliki 1.300 TPS dan 14 di antaranya rawan bencana.", set()),
        (f"Bawaslu Bantul, {TITLE}: 14 TPS rawan bencana, 3 kecamatan dipantau.", {"indicator 34.02 3 x14"}),
        (f"Bawaslu Bantul merinci {TITLE}: rawan bencana 14 TPS.", {"indicator 34.02 3 x14"}),
        (f"Bawaslu Bantul merinci {TITLE}: rawan bencana, seluruhnya 14 TPS.", set()),
        (f"Pemungutan suara ulang digelar di 14 TPS di Bantul. Itu {TITLE} Bawaslu.", set()),
        (f"Bawaslu Bantul, {TITLE}: 4 TPS karena rawan bencana (2 di Sewon) dan 3 TPS karena riwayat PSU.", set()),
    ],
)
def test_whose_a_number_of_stations_is(text: str, facts: set[str], accepted: Facts) -> None:
    found = accepted(text)
    assert {line for line in found if " x" in line} == facts
