from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.dataset.tables.csvtext import csv_bytes, neutralise, restore, written

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
texts = st.one_of(st.text(), st.builds(str.__add__, st.sampled_from(["'", "''", *STARTS]), st.text()))


@given(texts)
@example("'=1")
@example("''=1")
@example("'")
@example("'Indonesia")
def test_neutralising_can_be_undone(text: str) -> None:
    assert restore(neutralise(text)) == text


@given(texts)
def test_nothing_a_spreadsheet_would_run_is_left(text: str) -> None:
    assert not neutralise(text).startswith(STARTS)


@given(texts, texts)
def test_two_texts_never_become_one(one: str, other: str) -> None:
    assert (neutralise(one) == neutralise(other)) == (one == other)


@given(st.lists(st.tuples(texts, texts), max_size=4))
def test_a_csv_reader_gets_the_text_back(rows: list[tuple[str, str]]) -> None:
    data = csv_bytes(["a", "b"], rows)
    found = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    assert found[0] == ["a", "b"]
    assert [tuple(map(restore, row)) for row in found[1:]] == rows


@pytest.mark.parametrize(
    ("entry", "plain"),
    [
        (Decimal("-3.5"), "-3.5"),
        (Decimal("77.70"), "77.70"),
        (Decimal("0E-2"), "0.00"),
        (Decimal("1E+2"), "100"),
        (-4, "-4"),
        (0.98, "0.98"),
        (False, "false"),
        (date(2024, 8, 26), "2024-08-26"),
        (None, ""),
    ],
)
def test_numbers_are_untouched(entry: object, plain: str) -> None:
    assert written(entry) == plain  # type: ignore[arg-type]
    assert csv_bytes(["n"], [[entry]]) == f"n\r\n{plain}\r\n".encode()  # type: ignore[list-item]


def test_text_that_looks_like_a_number_below_zero_is_text() -> None:
    assert csv_bytes(["t"], [["-3.5"]]) == b"t\r\n'-3.5\r\n"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-1000, max_value=1000))
def test_decimals_come_back_with_their_digits(number: Decimal) -> None:
    assert Decimal(written(number)).as_tuple() == number.as_tuple()
