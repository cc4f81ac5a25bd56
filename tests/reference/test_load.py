"""The loader of the reference tables: what it refuses, each shown on a table broken on purpose."""

from __future__ import annotations

from importlib import resources

import pytest

from pipeline.errors import TableError
from pipeline.reference import load_reference
from pipeline.reference.load import COLUMNS, build_reference
from pipeline.reference.table import read_rows


def texts() -> dict[str, str]:
    folder = resources.files("pipeline.reference")
    return {table: (folder / table).read_text(encoding="utf-8") for table in COLUMNS}


def broken(table: str, old: str, new: str) -> dict[str, str]:
    found = texts()
    assert old in found[table], f"{old!r} does not stand in {table}"
    return found | {table: found[table].replace(old, new, 1)}


BROKEN = [
    ("indicators.csv", "number,dimension", "nr,dimension", "no column number"),
    ("indicators.csv", "1,konteks sosial politik", "1,sosial", "unknown"),
    ("indicators.csv", "\n61,", "\n60,", "the same as line"),
    ("indicators.csv", "\n61,", "\n62,", "not the numbers 1 to 61"),
    ("indicator_aliases.csv", "serangan fajar,54,,", "serangan fajar,64,,", "not a set of indicators"),
    ("indicator_aliases.csv", "serangan fajar,54,,", "serangan fajar,54,54,", "not a set of indicators"),
    ("indicator_aliases.csv", "serangan fajar,54,,", "serangan fajar,5x,,", "not a whole number"),
    ("indicator_aliases.csv", "serangan fajar,54,,", "Netralitas ASN,54,,", "the same as line"),
    ("indicator_aliases.csv", "serangan fajar,54,,", "mahar politik,54,,", "the same as line"),
    ("indicator_aliases.csv", "serangan fajar,54,,", "!?,54,,", "without letters"),
    ("indicator_aliases.csv", "serangan fajar,54,,", "serangan fajar,54,", "cells where the header has"),
    ("regions.csv", "36.04,regency", "36.01,regency", "the same as line"),
    ("regions.csv", "36.04,regency", "36.04,kabupaten", "not known"),
    ("region_aliases.csv", "Tangsel,36.74", "Tangsel,36.99", "unknown"),
    ("region_aliases.csv", "Tangsel,36.74", "JABAR,36.74", "the same as line"),
    ("region_aliases.csv", "Tanah Jawara,36,nickname", "Tanah Jawara,36,nick", "not known"),
    ("dimensions.csv", "keamanan,Keamanan,konteks sosial politik", "keamanan,Keamanan,sospol", "unknown"),
    ("dimensions.csv", "keamanan|keamanan lingkungan", "keamanan||keamanan lingkungan", "empty wording"),
    ("dimensions.csv", "keamanan|keamanan lingkungan", "keamanan|Keamanan!", "same wording twice"),
    ("dimensions.csv", ",0.27,", ",0;27,", "not a number"),
    ("editions.csv", "2022-12-16", "16-12-2022", "not a day"),
    ("editions.csv", ",49.33,", ",NaN,", "not a number"),
    ("official_scores.csv", "ikp_2024,31,provinsi", "ikp_2042,31,provinsi", "unknown"),
    ("official_scores.csv", "ikp_2024,31,provinsi", "ikp_2024,31,province", "not known"),
    ("tallies.csv", "regency_city,,tinggi,85", "regency_city,,hijau,85", "not known"),
    ("tallies.csv", "regency_city,,tinggi,85", "regency_city,,tinggi,", "empty"),
    ("tallies.csv", "regency_city,,tinggi,85", "regency_city,,tinggi,-85", "not a whole number"),
    ("tiles.csv", "36,7,2,", "36,7,3,", "two provinces on one tile"),
    ("tiles.csv", "36,7,2,Banten,BTN\n", "", "no tile for 36"),
    ("tiles.csv", "36,7,2,", "36.01,7,2,", "unknown"),
    ("tiles.csv", "Banten,BTN", "Banten,JBR", "the same as line"),
    ("tiles.csv", "36,7,2,", "36,7,x,", "not a whole number"),
]


@pytest.mark.parametrize(("table", "old", "new", "what"), BROKEN)
def test_a_damaged_table_is_refused(table: str, old: str, new: str, what: str) -> None:
    with pytest.raises(TableError, match=what) as caught:
        build_reference(broken(table, old, new))
    assert caught.value.remedy
    assert ".csv" in caught.value.where


def test_the_error_names_line_and_column() -> None:
    rows = read_rows("code,n\n36,4\n51,vier\n", table="regions.csv", columns=("code", "n"))
    with pytest.raises(TableError) as caught:
        rows[1].integer("n")
    assert caught.value.where == "regions.csv line 3 column n"


def test_an_unknown_column_is_refused() -> None:
    with pytest.raises(TableError, match="unknown or repeated column colour"):
        read_rows("code,colour\n", table="regions.csv", columns=("code",))


def test_a_repeated_column_is_refused() -> None:
    with pytest.raises(TableError, match="repeated column"):
        read_rows("code,code\n", table="regions.csv", columns=("code",))


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(TableError, match="no column code"):
        read_rows("", table="regions.csv", columns=("code",))


def test_tables_are_loaded_once() -> None:
    assert load_reference() is load_reference()
