"""How far the words reach that send a line to review: each on both sides of its bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from extract.conftest import Facts

_SAID = "Kabupaten Bantul rawan tinggi dalam IKP 2024"

WAITS = [
    f"{_SAID} menurut kepolisian.",
    f"{_SAID} menurut catatan lama kepolisian.",
    f"Warga menilai {_SAID}.",
    f"Warga kota itu menilai {_SAID}.",
    f"{_SAID}, tetapi perlu 3 poin untuk turun.",
    f"{_SAID}, perlu satu dua tiga empat lima untuk bisa turun.",
    f"{_SAID}, nilai kabupaten kinerja.",
    f"{_SAID}, nilai kinerja.",
    f"{_SAID}, bobotnya besar.",
    f"{_SAID}, yang pertama rawan.",
    f"{_SAID}. Itu hasil IKP 2019.",
    f'{_SAID}. "Itu hasil IKP 2019.',
    f"{_SAID}. Skornya itu satu dua tiga empat lima 2019.",
    f"{_SAID}. Hasil tersebut 2019.",
    f"Draf {_SAID}.",
    f"Menurut simulasi, {_SAID}.",
    f"Hal yang disangkal: {_SAID}.",
]
STANDS = [
    f"{_SAID}.",
    f"{_SAID} menurut Bawaslu.",
    f"{_SAID} menurut dua tiga empat kepolisian.",
    f"{_SAID} menurut kepolisianmu.",
    f"Pewarga menilai {_SAID}.",
    f"{_SAID}, perlu untuk turun.",
    f"{_SAID}, perlu satu dua tiga empat lima enam untuk turun.",
    f"{_SAID}, bernilai kinerja.",
    f"{_SAID}, bobotnyata besar.",
    f"{_SAID}, yang pertama itu.",
    f"{_SAID}. Itu hasil IKP 2024.",
    f"{_SAID}. Skornya itu satu dua tiga empat lima enam 2019.",
    f"{_SAID}. Hasil 2019.",
    f"{_SAID}. Kata dia, itu 2019.",
    f"{_SAID}. Itu hasil 20191.",
    f"Drafting selesai, {_SAID}.",
    f"Disangkalkan: {_SAID}.",
]
LEADS = {
    "Skor IKP 2024:": True,
    "Anggaran 2024:": False,
    "Anggaran untuk daerah rawan:": True,
    "Skor anggaran:": False,
    "Anggaran. Skor IKP 2024:": False,
    "Skor IKP 2024. Anggaran:": True,
    "Penganggaran:": False,
    "Anggaran serawan:": False,
    "Anggaran rawanku:": False,
}
"""What stands over a list: whether its scores are the index's."""


@pytest.mark.parametrize("text", WAITS)
def test_a_line_waits(text: str, accepted: Facts) -> None:
    assert accepted(text) == set()


@pytest.mark.parametrize("text", STANDS)
def test_a_line_stands(text: str, accepted: Facts) -> None:
    assert accepted(text) == {"category 34.02 tinggi"}


@pytest.mark.parametrize(("lead", "stands"), LEADS.items())
def test_a_list_under_its_lead(lead: str, *, stands: bool, accepted: Facts) -> None:
    text = f"Bawaslu merilis IKP 2024.\n\n{lead}\n- Kabupaten Bantul 41,20"
    assert accepted(text) == ({"score 34.02 41.20"} if stands else set())
