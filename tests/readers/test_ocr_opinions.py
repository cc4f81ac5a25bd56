"""Two readings of one picture: what both show is sure, the rest is not, and nothing is mended."""

from __future__ import annotations

import pytest

from pipeline.readers.ocr.opinions import DOUBTED, agreed
from pipeline.readers.ocr.words import SeenWord

HEIGHT, LETTER = 40.0, 20.0


def seen(text: str, x: float = 100, y: float = 100, *, line: int = 0, sure: float = 0.95) -> SeenWord:
    box = (x, y, x + LETTER * len(text), y + HEIGHT)
    return SeenWord(text=text, box=box, top=y - 5, bottom=y + HEIGHT + 5, line=line, confidence=sure)


def one(first: str, second: str, *, sure: tuple[float, float] = (0.95, 0.9)) -> tuple[str, float]:
    """Return what becomes of a word that the second reading shows in the same place."""
    box = seen(first).box
    other = SeenWord(text=second, box=box, top=box[1], bottom=box[3], line=7, confidence=sure[1])
    word = agreed([seen(first, sure=sure[0])], [other])[0]
    return word.text, word.confidence


def test_a_word_that_both_show_is_as_sure_as_the_surer_makes_it() -> None:
    assert one("Kabupaten", "Kabupaten", sure=(0.6, 0.9)) == ("Kabupaten", 0.9)
    assert one("Kabupaten,", "kabupaten.", sure=(0.6, 0.5)) == ("Kabupaten,", 0.6)


def test_a_number_that_both_show_is_as_sure_as_the_less_sure_makes_it() -> None:
    assert one("77,04", "77,04", sure=(0.95, 0.8)) == ("77,04", 0.8)


@pytest.mark.parametrize(("first", "second"), [("77,04", "77.04"), ("8.5", "8,5"), ("—5,1", "-5,1")])
def test_the_kind_of_decimal_sign_makes_no_number_doubtful(first: str, second: str) -> None:
    assert one(first, second) == (first, 0.9)


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ("712", "772", "772"),  # digits differ: the second network knows digits better
        ("7704", "77,04", "77,04"),  # a sign was not seen
        ("77,04", "7704", "77,04"),
        ("1.265", "1,265", "1,265"),  # thousands or decimals
        ("42,4:", "42,4,", "42,4,"),  # what stands between two scores
        ("74,04-", "74,04.", "74,04"),  # a fleck, which is read as two signs
        ("l", "1", "1"),
        ("1", "|", "1"),
        ("O,5", "0,5", "0,5"),
        ("2,724", "2,72%", "2,72%"),
    ],
)
def test_numbers_read_differently_are_in_doubt(first: str, second: str, shown: str) -> None:
    assert one(first, second) == (shown, DOUBTED)


def test_words_read_differently_are_in_doubt_and_the_surer_reading_is_shown() -> None:
    assert one("Bima", "Bina") == ("Bima", DOUBTED)
    assert one("Sulawest", "Sulawesi", sure=(0.6, 0.9)) == ("Sulawesi", DOUBTED)


def test_doubt_never_makes_a_word_surer() -> None:
    assert one("Bima", "Bina", sure=(0.1, 0.1)) == ("Bima", 0.1)


def test_a_word_may_be_cut_in_two() -> None:
    first = [seen("SULAWESI", sure=0.5)]
    second = [seen("SULA", sure=0.9), seen("WESI", 180, sure=0.9)]
    assert [(word.text, word.confidence) for word in agreed(first, second)] == [("SULA", 0.9), ("WESI", 0.9)]
    cut = agreed([seen("4120")], [seen("41"), seen("20", 140)])
    assert all(word.confidence <= DOUBTED for word in cut)


def test_what_only_one_reading_shows_is_in_doubt() -> None:
    first = [seen("Skor"), seen("Alfa", 260)]
    second = [seen("Skor"), seen("IKP", 190), seen("Alfa", 260)]
    assert [(word.text, word.confidence > DOUBTED) for word in agreed(first, second)] == [
        ("Skor", True),
        ("IKP", False),
        ("Alfa", True),
    ]
    assert [word.confidence for word in agreed([seen("tidak")], [])] == [DOUBTED]


def test_a_line_that_the_first_reading_took_for_a_drawing_comes_in_its_place() -> None:
    first = [seen("Satu", y=100, line=0), seen("Tiga", y=300, line=1)]
    second = [seen("Satu", y=100, line=0), seen("Dua", y=200, line=1), seen("Tiga", y=300, line=2)]
    found = agreed(first, second)
    assert [(word.text, word.line) for word in found] == [("Satu", 0), ("Dua", 1), ("Tiga", 2)]


def test_dust_is_no_word() -> None:
    first = [seen("Skor"), seen(".", 250, sure=0.4)]
    second = [seen("Skor"), seen("-", 800, sure=0.9), seen("a", 100, 900, line=9, sure=0.2)]
    assert [word.text for word in agreed(first, second)] == ["Skor"]
