"""Values of now beside an edition that is named for comparison alone wait; an edition of the text's own holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from finding_lines import lines_of

if TYPE_CHECKING:
    from extract.conftest import Take


@pytest.mark.parametrize(
    ("text", "accepted"),
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
def test_values_of_now(text: str, accepted: set[str], take: Take) -> None:
    _, extraction = take(text)
    found = {line for one in extraction.findings if one.decision == "auto" for line in lines_of(one)}
    assert {line for line in found if not line.startswith("earlier")} == accepted
