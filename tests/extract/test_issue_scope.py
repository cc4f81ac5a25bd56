"""Levels, scores and tallies of one issue wait: its sentence, list or title limits them to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from extract.conftest import Facts

PAIRS = "Kabupaten Sigi rawan tinggi, Kota Palu rawan sedang."
ROWS = "Rawan tinggi: Kabupaten Sigi\nRawan sedang: Kota Palu"
PROSE = (
    "Ketua Bawaslu berharap semua pihak menjaga ketertiban di wilayah masing-masing sampai pemungutan selesai. "
    * 2
)

LIMITED = [
    f"Bawaslu Sulteng memetakan kerawanan politik uang (IKP 2024).\n\n{ROWS}",
    f"Bawaslu Sulteng memetakan kerawanan politik uang berdasarkan IKP 2024. {PAIRS}",
    f"Isu netralitas ASN pada IKP 2024 Bawaslu Sulteng: {PAIRS}",
    f"Netralitas ASN masih disorot Bawaslu Sulteng pada IKP 2024. {PAIRS}",
    f"IKP 2024 Bawaslu Sulteng. {PAIRS} Demikian pemetaan soal isu politisasi SARA.",
    f"Bawaslu: Netralitas ASN di Sulteng\n\nBawaslu Sulteng merilis hasil. Berdasarkan IKP 2024, {PAIRS}",
    "Untuk isu politik uang, 9 kabupaten/kota di Sulteng rawan tinggi, 4 rawan sedang (IKP 2024).",
    "Sebanyak 5 kabupaten/kota di Sulteng masuk kategori rawan tinggi kampanye hitam menurut IKP 2024.",
]
WHOLE = [
    f"Bawaslu Sulteng merilis IKP 2024. {PAIRS}",
    f"Bawaslu Sulteng memetakan kerawanan politik uang. Hasil IKP 2024 keluar. {PAIRS}",
    f"Bawaslu Sulteng merilis IKP 2024. {PAIRS} Demikian pemetaan yang dirilis kemarin.",
    f"Bawaslu Sulteng merilis IKP 2024. {PAIRS} Warga diminta melapor bila melihat isu politik uang.",
]


@pytest.mark.parametrize("text", LIMITED)
def test_values_of_one_issue_wait(text: str, accepted: Facts) -> None:
    assert [line for line in accepted(text) if not line.startswith("indicator")] == []


@pytest.mark.parametrize("text", WHOLE)
def test_values_of_the_whole_index_are_accepted(text: str, accepted: Facts) -> None:
    assert {"category 72.10 tinggi", "category 72.71 sedang"} <= accepted(text)
