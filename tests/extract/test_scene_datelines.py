"""Datelines piece by piece: places, outlets, days, dashes, and what stands behind them."""

from __future__ import annotations

import pytest

from pipeline.extract.scene.datelines import dateline_end

WITH: tuple[str, ...] = (
    # the dateline ends at the bar
    "SEMARANG-|Bawaslu",
    "SEMARANG–|Bawaslu",
    "SEMARANG, JATENG-|Bawaslu",
    "SEMARANG, JATENG, RMOL-|Bawaslu",
    "D.I.YOGYA-|Bawaslu",
    "Blora - |Bawaslu",
    "Blora -|“Kami",
    "Blora -- |Bawaslu",
    "Blora — |Bawaslu",
    "Blora, Kabar - |Bawaslu",
    "Kota Baru - |Bawaslu",
    "Blora,Kabar - |Bawaslu",
    "Kota Baru Satu Dua Tiga - |Bawaslu",
    "Blora (KABAR) - |Bawaslu",
    "Blora, (KABAR) - |Bawaslu",
    "Blora/ Kabar Desa - |Bawaslu",
    "Blora, kabar.co.id - |Bawaslu",
    "Blora, kabar.com - |Bawaslu",
    "Blora, kabar-desa.net - |Bawaslu",
    "Mataram, 24 Desember 2022 - |Bawaslu",
    "Mataram, 24 Desember - |Bawaslu",
    "Mataram, Sabtu 24 Desember 2022 - |Bawaslu",
    "Mataram, Sabtu, 24 Desember 2022 - |Bawaslu",
    "Mataram, (24/12) - |Bawaslu",
    "Mataram, 24/12 - |Bawaslu",
    "Mataram, 24-12-2022 - |Bawaslu",
    "Mataram, 24.12.22: |Bawaslu",
    "Mataram, 24/12/2022. |Bawaslu",
    "Mataram, kabar.com, 24 Desember 2022 - |Bawaslu",
    "Mataram, 24 Desember 2022|",
    "Mataram, 24 Desember 2022.|",
    "Mataram - 24 Desember 2022. |Bawaslu",
    "Mataram - 24 Desember 2022, |Bawaslu",
    "Mataram - 24 Desember 2022|",
)
WITHOUT: tuple[str, ...] = (
    "AB-Bawaslu",
    "SEMARANG-bawaslu",
    "SEMARANG-BAWASLU",
    "Blora - bawaslu",
    "blora - Bawaslu",
    "Blora rawan - Bawaslu",
    "Satu Dua Tiga Empat Lima Enam Tujuh - Bawaslu",
    "Blora. kabar - Bawaslu di sini",
    "Mataram, 124 Desember 2022 - Bawaslu",
    "Mataram, 24 Desembers 2022 - Bawaslu",
    "Mataram, 24 Desember 2022 dan Bawaslu",
    "Mataram, 24 Desember 2022 - bawaslu",
    "Mataram, 24 - ",
    "Mataram 24 kasus",
)


@pytest.mark.parametrize("text", WITH)
def test_a_dateline_ends_before_the_report_begins(text: str) -> None:
    assert dateline_end(text.replace("|", "")) == text.index("|")


@pytest.mark.parametrize("text", WITHOUT)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0


def test_a_dateline_is_no_longer_than_seventy_letters() -> None:
    assert dateline_end(f"B{'a' * 66} - Bawaslu") == 70
    assert dateline_end(f"B{'a' * 67} - Bawaslu") == 0
