from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from pipeline.dataset.settle import Stated, by_assertion, by_rounding, by_value
from pipeline.dataset.types import DocumentRecord, Source
from pipeline.model import Parsed

ROUNDING = [
    # stated in order of precedence -> values of the sides, the leading one first
    (["77.7", "77.73"], ["77.73"]),
    (["77.73", "77.7"], ["77.73"]),
    (["77.70", "77.7"], ["77.70"]),
    (["66.53", "45.18"], ["66.53", "45.18"]),
    (["77.7", "77.73", "77.68"], ["77.73", "77.68"]),
    (["77.68", "77.7", "77.73"], ["77.68", "77.73"]),
    (["66", "66.4"], ["66", "66.4"]),
    (["50", "49.6", "49.63"], ["50", "49.63"]),
    (["3.1", "3.07", "3.071"], ["3.071"]),
    (["74.04", "77.04", "77.0"], ["74.04", "77.04"]),
]


@pytest.fixture
def stated(parsed: Callable[..., Parsed], score: Callable[..., dict[str, object]]) -> Callable[..., list[Stated]]:
    """Make (value, source) pairs, one document each."""

    def make(values: Sequence[Decimal | str]) -> list[Stated]:
        pairs: list[Stated] = []
        for place, value in enumerate(values):
            entry = parsed(f"{place}.txt", [score("36.01", "1")])
            record = DocumentRecord(
                file=entry.item.path,
                sha256=entry.item.sha256,
                family=entry.item.family,
                status="read",
                media_type="text/plain",
            )
            pairs.append((value, Source(finding=entry.extraction.findings[0], document=record)))
        return pairs

    return make


@pytest.mark.parametrize(("values", "sides"), ROUNDING)
def test_rounded_scores_agree_and_others_do_not(
    values: list[str], sides: list[str], stated: Callable[..., list[Stated]]
) -> None:
    pairs = stated([Decimal(value) for value in values])
    found = by_rounding(pairs)
    assert [str(side.value) for side in found] == sides
    assert sum(len(side.sources) for side in found) == len(values)


def test_the_finer_statement_leads_its_side(stated: Callable[..., list[Stated]]) -> None:
    side = by_rounding(stated([Decimal("77.7"), Decimal("77.73")]))[0]
    assert [source.document.file for source in side.sources] == ["1.txt", "0.txt"]


def test_equal_values_are_one_side(stated: Callable[..., list[Stated]]) -> None:
    sides = by_value(stated(["tinggi", "sedang", "tinggi"]))
    assert [(side.value, len(side.sources)) for side in sides] == [("tinggi", 2), ("sedang", 1)]


@pytest.mark.parametrize(
    ("statuses", "values"),
    [
        (["potential", "reported"], ["reported"]),
        (["potential", "historical"], ["historical"]),
        (["denied", "denied"], ["denied"]),
        (["denied", "reported"], ["denied", "reported"]),
        (["potential", "denied", "reported"], ["reported", "denied"]),
    ],
)
def test_only_a_denial_contradicts(
    statuses: list[str], values: list[str], stated: Callable[..., list[Stated]]
) -> None:
    assert [side.value for side in by_assertion(stated(statuses))] == values
