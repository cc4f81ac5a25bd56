"""Lists of issues under a lead that denies, explains or dates them, or that another body tells, wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from extract.conftest import Facts

ITEMS = "1. Pemungutan suara ulang\n2. Gugatan hasil pemilu"

OTHER_LEADS = [
    "Indikator IKP 2024 yang tidak ada di Kabupaten Wajo:",
    "Dari IKP 2024, Kabupaten Wajo tak lagi mengalami kerawanan seperti tahun lalu, di antaranya:",
    "Kabupaten Wajo bersih dari kerawanan IKP 2024 ini:",
    "Narasumber menguraikan indikator IKP 2024 kepada staf Bawaslu Wajo, yakni:",
    "Indikator kerawanan dalam IKP 2024 meliputi:",
    "Contoh kerawanan pemilu dalam IKP 2024:",
    "Berdasarkan IKP 2024 potensi kerawanan tertinggi tingkat provinsi adalah:",
    "Kerawanan IKP 2024 yang banyak terjadi di daerah lain:",
    "Kerawanan menurut KPU Kabupaten Wajo dalam IKP 2024:",
    "Kerawanan IKP 2024 versi aparat kepolisian:",
    "Dandim Wajo memaparkan kerawanan IKP 2024:",
    "Kerawanan Kabupaten Wajo di IKP 2019 meliputi:",
]
OWN_LEADS = [
    "Kerawanan Kabupaten Wajo dalam IKP 2024:",
    "Bawaslu Wajo mencatat kerawanan IKP 2024 berikut:",
    "Indikator IKP 2024 yang terjadi di Kabupaten Wajo:",
]


@pytest.mark.parametrize("lead", OTHER_LEADS)
def test_lists_that_are_no_findings_wait(lead: str, accepted: Facts) -> None:
    assert accepted(f"Bawaslu Wajo menggelar rapat IKP 2024.\n\n{lead}\n{ITEMS}") == set()


@pytest.mark.parametrize("lead", OWN_LEADS)
def test_lists_of_findings_are_accepted(lead: str, accepted: Facts) -> None:
    found = accepted(f"Bawaslu Wajo menggelar rapat IKP 2024.\n\n{lead}\n{ITEMS}")
    assert found == {"indicator 73.13 32", "indicator 73.13 37"}


@pytest.mark.parametrize(
    ("lead", "facts"),
    [("Strategi pencegahan Bawaslu Ngawi:", 2), ("Strategi KPU Ngawi:", 0), ("Pencegahan stunting di Ngawi:", 0)],
)
def test_measures_of_others_wait(lead: str, facts: int, accepted: Facts) -> None:
    items = "1. Sosialisasi kepada pemilih pemula\n2. Patroli pengawasan di desa"
    text = f"Bawaslu Ngawi merilis IKP 2024 dengan skor 24,1.\n\n{lead}\n{items}"
    assert len([line for line in accepted(text) if line.startswith("mitigation")]) == facts


def test_an_item_that_ends_in_the_office_of_another_region_waits(accepted: Facts) -> None:
    lead = "Bawaslu Sulawesi Utara merilis kerawanan IKP 2024. Isu kerawanan:"
    issue = "Putusan DKPP terhadap jajaran KPU dan Bawaslu"
    assert accepted(f"{lead}\n1. {issue}") == {"indicator 71 9"}
    assert accepted(f"{lead}\n1. {issue} Kabupaten Minahasa Tenggara") == set()
