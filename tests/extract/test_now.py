"""Values of now beside an edition that is named for comparison alone wait; an edition of the text's own holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from extract.conftest import Facts


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'Bawaslu Gowa menjawab, Gowa pada pilkada ini masuk kategori sedang. "Takalar yang tinggi," katanya.\n\n'
            "Di IKP Pilkada 2020, Gowa 48,12 (sedang).",
            {"score 73.06 48.12", "category 73.06 sedang"},
        ),
        (
            "Dari sebelumnya 34,1 pada IKP 2024, kerawanan Kabupaten Tangerang pada Pilkada 2024 naik menjadi tinggi. "
            "Bawaslu Banten hadir.\n\nProvinsi Banten masuk kategori sedang.",
            set(),
        ),
        (
            "Bawaslu Gowa memaparkan IKP Pilkada 2020. Gowa kini masuk kategori sedang. Takalar rawan tinggi.\n\n"
            "Di IKP Pilkada 2020, Gowa 48,12.",
            {"score 73.06 48.12", "category 73.06 sedang", "category 73.05 tinggi"},
        ),
    ],
)
def test_values_of_now(text: str, told: set[str], accepted: Facts) -> None:
    found = accepted(text)
    assert {line for line in found if not line.startswith("earlier")} == told
