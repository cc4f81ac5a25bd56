"""Issues of questions: what the sentence behind says of them."""

from __future__ import annotations

import pytest

from extract.conftest import Facts, Take

HEAD = "Bawaslu Kabupaten Blora memetakan TPS rawan Pilkada 2024.\n\n"
MONEY = "indicator 33.16 54"

ANSWERED: dict[str, set[str]] = {
    "Politik uang? Ada 32 TPS.": {f"{MONEY} x32"},
    "Politik uang? Ada, 3 laporan.": {f"{MONEY} x3"},
    "Politik uang? Sembilan TPS. Warga tenang.": {f"{MONEY} x9"},
    "Soal politik uang?\nYa, ada 1.032 TPS, tetapi itu yang tercatat.": {f"{MONEY} x1032"},
    "[Wartawan] Politik uang, Pak?\n[Ketua] Ada 32 TPS.": {f"{MONEY} x32"},
    # another number
    "Politik uang? Ada 32 orang.": {MONEY},
    "Politik uang? Ada 32 TPS rawan bencana.": {MONEY, "indicator 33.16 3 x32"},
    "Politik uang? Warga tenang. Ada 32 TPS.": {MONEY},
    # denied
    "Soal politik uang? Selama ini tidak ada kejadian.": set(),
    "Politik uang? Belum ada temuan yang masuk.": set(),
    "Politik uang? Aman.": set(),
    "Politik uang? Dari 19 yang dilaporkan, tidak ada.": set(),
    "Politik uang? Dari 19; 20 yang dilaporkan, tidak ada.": set(),
    # not denied
    "Politik uang? Ada laporan; pelakunya tidak ditemukan.": {MONEY},
    "Politik uang?": {MONEY},
    "Politik uang? Tidak banyak, tapi ada.": {MONEY},
    "Politik uang? Sudah biasa di sini.": {MONEY},
    "Apa yang menonjol? Politik uang.": {MONEY},
    "Politik uang? PSU? Selalu ada.": {MONEY, "indicator 33.16 32"},
}


@pytest.mark.parametrize(("text", "expected"), ANSWERED.items(), ids=ANSWERED.keys())
def test_an_answer_counts_or_denies_what_was_asked(text: str, expected: set[str], facts: Facts) -> None:
    assert facts(HEAD + text) == expected


def test_the_number_in_an_answer_is_for_a_person(take: Take) -> None:
    found = take(HEAD + "Politik uang? Ada 32 TPS.")[1].findings
    assert [finding.decision for finding in found] == ["review"]
