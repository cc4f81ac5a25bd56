"""Sides of an argument: which statements agree, which value stands for them, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest

from pipeline.dataset.settle import Stated, by_assertion, by_rounding, by_value, is_rounding
from pipeline.dataset.types import DocumentRecord, Side, Source
from pipeline.model import Parsed


@pytest.fixture
def stated(parsed: Callable[..., Parsed], score: Callable[..., Any]) -> Callable[..., list[Stated]]:
    """Make (value, source) pairs, one document each, called 0, 1, 2 and so on."""

    def make(values: Sequence[Any]) -> list[Stated]:
        finding = parsed("a.txt", [score("36.01", "1")]).extraction.findings[0]
        return [
            (value, Source(finding=finding, document=DocumentRecord(
                file=str(place), sha256=str(place), family="a", status="read", media_type="text/plain")))
            for place, value in enumerate(values)
        ]  # fmt: skip

    return make


def shown(sides: Sequence[Side]) -> list[tuple[str, str]]:
    """Return each side's value and the numbers of its sources."""
    return [(str(side.value), "".join(source.document.file for source in side.sources)) for side in sides]


@pytest.mark.parametrize(
    ("coarse", "fine", "expected"),
    [
        ("77.7", "77.73", True),
        ("77.8", "77.75", True),
        ("77.7", "77.75", False),
        ("77.7", "77.651", True),
        ("77.73", "77.7", False),
        ("77.7", "77.7", False),
        ("78", "77.7", False),
        ("77.70", "77.7", False),
        ("77.73", "77.729", True),
    ],
)
def test_a_rounding_has_fewer_decimals_one_at_least(coarse: str, fine: str, expected: bool) -> None:  # noqa: FBT001
    assert is_rounding(Decimal(coarse), Decimal(fine)) is expected


VALUES: list[tuple[list[Any], list[tuple[str, str]]]] = [
    ([5, 5, 6], [("5", "01"), ("6", "2")]),
    ([6, 5, 6], [("6", "02"), ("5", "1")]),
    (["tinggi"], [("tinggi", "0")]),
]
ROUNDINGS: list[tuple[list[str], list[tuple[str, str]]]] = [
    (["77.7"], [("77.7", "0")]),
    (["77.7", "77.7"], [("77.7", "01")]),
    # the finer value stands for its side, and its own sources come first
    (["77.7", "77.73"], [("77.73", "10")]),
    (["77.73", "77.7"], [("77.73", "01")]),
    (["77.7", "77.73", "77.73", "77.7"], [("77.73", "1203")]),
    # a rounded value that fits two joins the one that is believed
    (["77.73", "77.68", "77.7"], [("77.73", "02"), ("77.68", "1")]),
    (["77.68", "77.73", "77.7"], [("77.68", "02"), ("77.73", "1")]),
    # the side of the first statement leads, though it is the rounded one
    (["77.7", "60.1", "77.73"], [("77.73", "20"), ("60.1", "1")]),
    (["60.1", "77.7", "77.73"], [("60.1", "0"), ("77.73", "21")]),
    # one value written with more decimals elsewhere
    (["77.7", "77.70"], [("77.70", "01")]),
    (["77.7", "60.1", "77.70"], [("77.70", "02"), ("60.1", "1")]),
    (["77", "77.7"], [("77", "0"), ("77.7", "1")]),
]
ASSERTIONS: list[tuple[list[str], list[tuple[str, str]]]] = [
    (["reported"], [("reported", "0")]),
    (["potential", "reported"], [("reported", "10")]),
    (["potential", "historical"], [("historical", "10")]),
    (["historical", "reported", "potential"], [("reported", "102")]),
    (["potential", "potential"], [("potential", "01")]),
    (["denied", "denied"], [("denied", "01")]),
    (["denied", "potential", "reported"], [("denied", "0"), ("reported", "21")]),
    (["potential", "denied"], [("potential", "0"), ("denied", "1")]),
]


@pytest.mark.parametrize(("values", "expected"), VALUES)
def test_equal_values_agree(
    values: list[Any], expected: list[tuple[str, str]], stated: Callable[..., list[Stated]]
) -> None:
    assert shown(by_value(stated(values))) == expected


@pytest.mark.parametrize(("values", "expected"), ROUNDINGS)
def test_a_value_and_its_rounding_agree(
    values: list[str], expected: list[tuple[str, str]], stated: Callable[..., list[Stated]]
) -> None:
    assert shown(by_rounding(stated([Decimal(value) for value in values]))) == expected


@pytest.mark.parametrize(("values", "expected"), ASSERTIONS)
def test_what_all_affirm_is_said_as_strongly_as_any_does(
    values: list[str], expected: list[tuple[str, str]], stated: Callable[..., list[Stated]]
) -> None:
    assert shown(by_assertion(stated(values))) == expected
