"""Datelines piece by piece: places, outlets, days, dashes, and what stands behind them."""

from __future__ import annotations

import pytest

from pipeline.extract.scene.datelines import dateline_end, is_where_said

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


SAID: dict[str, bool] = {
    # the place is in square brackets
    "anggota bawaslu, di [alfa], selasa, mengatakan": True,
    "anggota bawaslu di [alfa], selasa (9/4), mengatakan": True,
    "anggota bawaslu di [alfa], selasa pagi, menyebutkan": True,
    "skor 41,20, kata dia di [alfa], rabu.": True,
    "kata ketua bawaslu alfa didik joko di [alfa], hari rabu (9/4/2023)": True,
    "saat ditemui di [alfa], rabu siang (9/4).": True,
    "anggota bawaslu, [di yogyakarta], selasa, mengatakan": True,
    "kerawanan di [alfa], selasa (9/4), mencapai": False,
    "anggota bawaslu di [alfa], kamisan, mengatakan": False,
    "anggota bawaslu, di [alfa], selasa lalu mengatakan": False,
    "anggota bawaslu [alfa], selasa, mengatakan": False,
    "skor tertinggi di [alfa], selasa.": False,
}


@pytest.mark.parametrize(("text", "said"), SAID.items(), ids=str)
def test_a_place_where_words_were_said(text: str, *, said: bool) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert is_where_said(text.replace("[", "").replace("]", ""), start, end) == said
