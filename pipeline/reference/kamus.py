"""The Indonesian words for published tables and columns, and for what the codebook says around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from pipeline.reference.table import Row

Kamus: TypeAlias = Mapping[tuple[str, str], str]
"""Table and column -> words in Indonesian; see ``said``."""

TITLE: Final = "_title"
"""Stands where a column would for the title of a table; what the table is about has no column."""

_SERIES: Final = re.compile(r"([a-z]+)(\d+)\.\.\1(\d+)")


def kamus_of(rows: tuple[Row, ...]) -> dict[tuple[str, str], str]:
    """Return the words by table and column. Raises ``TableError`` where one stands twice or has no words.

    ``i01..i61`` stands for a series of columns, and ``{}`` in its words for the number of each.
    """
    found: dict[tuple[str, str], str] = {}
    for row in rows:
        for column, words in _columns(row):
            key = (row.optional("table") or "", column)
            if key in found or key == ("", ""):
                raise row.error("has words already, or is no column", "column", "keep one row for each")
            found[key] = words
    return found


def _columns(row: Row) -> Iterator[tuple[str, str]]:
    column, words = row.optional("column") or "", row.text("id")
    series = _SERIES.fullmatch(column)
    if series is None:
        yield column, words
        return
    stem, first, last = series.groups()
    for number in range(int(first), int(last) + 1):
        yield f"{stem}{number:0{len(first)}d}", words.replace("{}", str(number))


def said(kamus: Kamus, table: str, column: str = "") -> str | None:
    """Return the words for a column, for a table's ``TITLE``, or for what it is about; None where there are none.

    A row without a table speaks for the columns of that name in every table that has no row of its own.

    >>> words = {("", "region"): "Nama lengkap wilayah.", ("scores", ""): "Satu baris per wilayah."}
    >>> said(words, "scores", "region"), said(words, "scores"), said(words, "scores", "rank")
    ('Nama lengkap wilayah.', 'Satu baris per wilayah.', None)
    """
    return kamus.get((table, column)) or kamus.get(("", column))
