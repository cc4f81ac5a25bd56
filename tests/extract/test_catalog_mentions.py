"""Wordings inside running text, on a small catalog: whole, turned round, corrected, or with words apart."""

from __future__ import annotations

import pytest

from pipeline.extract.catalog.mentions import find_mentions, find_scattered
from small_catalog import corrected, small

MENTIONS: dict[str, list[tuple[str, float]]] = {
    "ada politik uang dan surat suara tertukar": [("politik uang", 100.0), ("surat suara tertukar", 100.0)],
    "surat suara yang telah tertukar": [("surat suara yang telah tertukar", 100.0)],
    "surat suara baru tertukar": [("surat suara baru tertukar", 92.0)],
    "surat suara baru sekali tertukar": [],
    "surat suara yang telah akan juga tertukar": [("surat suara yang telah akan juga tertukar", 100.0)],
    "surat suara yang telah akan juga dan tertukar": [],
    "surat suara, tertukar": [("surat suara, tertukar", 100.0)],
    "surat, suara tertukar": [],
    "surat suara. tertukar": [],
    "surat suara wajib tertukar": [],
    "surat suara rusak tertukar": [("surat suara rusak", 100.0)],
    "surat suara intimidsi tertukar": [("surat suara intimidsi tertukar", 92.0)],
    "intimidasi terhadap penyelenggra": [("intimidasi terhadap penyelenggra", 94.0)],
    # the words may be turned where the meaning is not
    "dibakar kotak suara": [("dibakar kotak suara", 92.0)],
    "tertukar surat suara": [("tertukar surat suara", 92.0)],
    "menukar surat suara": [],
    "membakar kotak suara": [],
    "terlambat logistik": [],
    "keterlambatan logistik": [],
    "pemilih diintimidasi": [("pemilih diintimidasi", 92.0)],
    "pemilih mendapat intimidasi": [("pemilih mendapat intimidasi", 92.0)],
    "pemilih mengintimidasi": [],
    "intimidasi oleh pemilih": [],
    "pemilih ganda dan surat suara rusak": [("pemilih ganda", 100.0), ("surat suara rusak", 100.0)],
    "uang": [],
    "ganda": [],
}


@pytest.mark.parametrize(("text", "expected"), MENTIONS.items(), ids=MENTIONS.keys())
def test_wordings_in_running_text(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(one.span.of(text), one.score) for one in find_mentions(text, small())] == expected


CORRECTIONS: dict[str, list[tuple[str, int]]] = {
    "marak serangan fajar": [("serangan fajar", 54)],
    "marak Serangan - Fajar": [("Serangan - Fajar", 54)],
    "serangan. fajar": [],
    "serangan saat fajar": [],
    "keserangan fajar": [],
    "serangan fajarnya": [],
    "di lapak itu": [("lapak", 31)],
}


@pytest.mark.parametrize(("text", "expected"), CORRECTIONS.items(), ids=CORRECTIONS.keys())
def test_a_correction_of_the_project_stands_there_word_by_word(text: str, expected: list[tuple[str, int]]) -> None:
    found = find_mentions(text, corrected())
    assert [(one.span.of(text), *one.wording.meaning.numbers) for one in found if one.own] == expected


SCATTERED: dict[str, list[str]] = {
    "logistik ke pulau sering datang terlambat": ["logistik ke pulau sering datang terlambat"],
    "sering terlambat datang di pulau logistik": ["terlambat datang di pulau logistik"],
    "logistik satu dua tiga empat lima enam tujuh terlambat": [
        "logistik satu dua tiga empat lima enam tujuh terlambat"
    ],
    "logistik satu dua tiga empat lima enam tujuh delapan terlambat": [],
    "logistik ke pulau dan sering terlambat": [],
    "logistik ke pulau, sering terlambat": [],
    "logistik ke pulau wajib terlambat": [],
    "tidak ada logistik ke pulau yang terlambat": [],
    "surat suara di sana rusak lalu tertukar": ["surat suara di sana rusak"],
    "pemilih di sana ada intimidasi": [],
    "politik pakai uang": [],
}


@pytest.mark.parametrize(("text", "expected"), SCATTERED.items(), ids=SCATTERED.keys())
def test_words_of_a_wording_may_stand_apart_in_a_clause(text: str, expected: list[str]) -> None:
    assert [one.span.of(text) for one in find_scattered(text, small())] == expected
