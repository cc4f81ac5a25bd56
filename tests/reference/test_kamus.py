"""The codebook in Indonesian: every table, column and rule has its words, and none is left over."""

from __future__ import annotations

import re

import pytest

from pipeline.dataset.checks.check import SEVERITIES
from pipeline.dataset.checks.every import CHECKS, MANY, SCHEMA
from pipeline.dataset.precedence import SENTENCES
from pipeline.dataset.release.codebook import codebook
from pipeline.dataset.release.export import ALL_TABLES
from pipeline.errors import TableError
from pipeline.reference import load_reference
from pipeline.reference.kamus import TITLE, said
from pipeline.reference.load import build_reference, reference_texts

KAMUS = load_reference().kamus
COLUMNS = [(table.name, column.name) for table in ALL_TABLES for column in table.columns]
WHOLE = [(table.name, part) for table in ALL_TABLES for part in (TITLE, "")]
RULES = [
    *(("_precedence", name) for name in SENTENCES),
    *(("_checks", check.name) for check in (*CHECKS, MANY, SCHEMA)),
    *(("_severities", name) for name in SEVERITIES),
]
PICTURE = [("_picture", TITLE), ("_picture", "")]

BREAKS = [
    ("scores,_title,", "scores,_title,Skor\nscores,_title,", "has words already"),
    (",region,Nama", ",,Nama", "is no column"),
    (",region,Nama lengkap wilayah.", ",region,", "the cell is empty"),
    ("table,column,id", "table,column,indonesian", "no column id"),
]


def test_every_table_and_column_has_words_of_its_own() -> None:
    assert [key for key in (*COLUMNS, *WHOLE, *RULES, *PICTURE) if not said(KAMUS, *key)] == []
    assert [key for key in (*WHOLE, *RULES) if key not in KAMUS] == []


def test_no_words_are_left_over() -> None:
    used = {key if key in KAMUS else ("", key[1]) for key in (*COLUMNS, *WHOLE, *RULES, *PICTURE)}
    assert sorted(key for key in KAMUS.keys() - used if key[0] != "_codebook") == []


def test_the_codebook_says_all_of_it() -> None:
    text = codebook(load_reference()).decode()
    assert [key for key, words in KAMUS.items() if words not in text] == []


def test_no_table_repeats_what_is_said_for_all() -> None:
    assert [key for key, words in KAMUS.items() if key[0] and KAMUS.get(("", key[1])) == words] == []


def test_fixed_words_are_named_in_both_languages() -> None:
    """What stands before a colon in English ("in review:") is a value of the column: it is not translated."""
    for table in ALL_TABLES:
        for column in table.columns:
            fixed = re.findall(r"(?:^|[.;] )([a-z][a-z ]{0,20}):", column.about)
            words = said(KAMUS, table.name, column.name) or ""
            assert [value for value in fixed if value not in words] == [], (table.name, column.name)


def test_words_are_one_line_and_end_like_sentences() -> None:
    for (table, column), words in KAMUS.items():
        assert words == " ".join(words.split()), (table, column)
        sentence = not table.startswith("_") and column != TITLE
        assert words.endswith(".") == sentence or table.startswith("_"), (table, column)


def test_a_series_of_columns_is_written_once() -> None:
    assert said(KAMUS, "indicator_matrix", "i07") == KAMUS["indicator_matrix", "i07"]
    assert KAMUS["indicator_matrix", "i07"].startswith("Indikator 7:")
    assert "{}" not in KAMUS["indicator_matrix", "i61"]


@pytest.mark.parametrize(("old", "new", "message"), BREAKS)
def test_a_damaged_table_is_refused(old: str, new: str, message: str) -> None:
    texts = reference_texts()
    assert old in texts["kamus.csv"]
    with pytest.raises(TableError, match=message) as raised:
        build_reference(texts | {"kamus.csv": texts["kamus.csv"].replace(old, new, 1)})
    assert "kamus.csv" in raised.value.where
