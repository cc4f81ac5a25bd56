"""Tallies beside our own count: what each of the numbers is, and how a tally comes out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.dataset import Dataset
from pipeline.dataset.reconcile import Reconciled, reconciled
from pipeline.model import Parsed

Fact = dict[str, Any]


def level(code: str, category: str = "tinggi", **fields: Any) -> Fact:
    return {"type": "category", "region_code": code, "category": category} | fields


def tally(n: int, **fields: Any) -> Fact:
    return {"type": "tally", "scope_code": "36", "level": "regency_city", "category": "tinggi", "n": n} | fields


def held(code: str, category: str = "tinggi") -> Fact:
    return level(code, category, decision="review")


def of_banten(dataset: Dataset) -> Reconciled:
    return next(one for one in reconciled(dataset) if one.key.region_code == "36")


# what documents state; expected, published, held, missing, unknown, residual; outcome and the regions it is about
KNOWN = ("36.01", "36.02", "36.73")
"""The regions of Banten that are known to be high from elsewhere: named where they are not found yet."""

CASES: dict[str, tuple[list[Fact], tuple[int, int, int, int, int], str, tuple[str, ...]]] = {
    # published, held, missing, residual, expected
    "complete": ([tally(2), level("36.01"), level("36.02")], (2, 2, 0, 0, 0), "complete", KNOWN[2:]),
    "other levels do not count": (
        [tally(1), level("36.01"), level("36.02", "sedang")],
        (1, 1, 0, 0, 0),
        "complete",
        KNOWN[2:],
    ),
    "other provinces do not count": (
        [tally(1), level("36.01"), level("33.16")],
        (1, 1, 0, 0, 0),
        "complete",
        KNOWN[1:],
    ),
    "in review": ([tally(2), level("36.01"), held("36.02")], (2, 1, 1, 0, 0), "in review", ("36.02",)),
    "held at another level": (
        [tally(1), level("36.01"), held("36.02", "sedang")],
        (1, 1, 0, 0, 0),
        "complete",
        KNOWN[2:],
    ),
    "not found yet": ([tally(3), level("36.01")], (3, 1, 0, 2, 0), "not found yet", KNOWN[1:]),
    "just as many left as are missing": (
        [tally(8), level("36.01")],
        (8, 1, 0, 7, 0),
        "not found yet",
        KNOWN[1:],
    ),
    "one more than are left": (
        [tally(8), level("36.01"), level("36.02", "sedang")],
        (8, 1, 0, 6, 1),
        "too few regions left",
        KNOWN[2:],
    ),
    "more than announced": (
        [tally(1), level("36.03"), level("36.04")],
        (1, 2, 0, 0, -1),
        "more than announced",
        ("36.03", "36.04"),
    ),
    "more in review than left": (
        [tally(1), level("36.01"), held("36.02")],
        (1, 1, 1, 0, -1),
        "more in review than left",
        ("36.02",),
    ),
    "too many even without those in review": (
        [tally(1), level("36.01"), level("36.02"), held("36.03")],
        (1, 2, 1, 0, -2),
        "more than announced",
        ("36.03",),
    ),
}


@pytest.mark.parametrize(("facts", "numbers", "outcome", "regions"), CASES.values(), ids=CASES.keys())
def test_how_a_tally_of_a_province_comes_out(
    facts: list[Fact],
    numbers: tuple[int, ...],
    outcome: str,
    regions: tuple[str, ...],
    parsed: Callable[..., Parsed],
    build: Callable[..., Dataset],
) -> None:
    found = of_banten(build(parsed("a.txt", facts)))
    assert (found.expected, found.published, found.held, found.missing, found.residual) == numbers
    assert (found.outcome, found.regions, found.official) == (outcome, regions, False)
    assert found.expected - found.published - found.held - found.missing == found.residual


def test_a_held_score_would_give_the_level_of_its_cuts(
    parsed: Callable[..., Parsed], score: Callable[..., Fact], build: Callable[..., Dataset]
) -> None:
    waiting = score("36.02", "70.00", decision="review")
    found = of_banten(build(parsed("a.txt", [tally(1), waiting])))
    assert (found.held, found.outcome) == (1, "in review")
    found = of_banten(build(parsed("a.txt", [tally(1, category="sedang"), waiting])))
    assert (found.held, found.outcome) == (0, "not found yet")


def test_the_mean_of_its_parts_is_no_level_of_a_province(
    parsed: Callable[..., Parsed], score: Callable[..., Fact], build: Callable[..., Dataset]
) -> None:
    def published(basis: str) -> int:
        fact = score("36", "95.00", category="tinggi", basis=basis)
        dataset = build(parsed("a.txt", [fact]))
        return sum(one.published for one in reconciled(dataset) if one.key.level == "province")

    assert published("provinsi") == 1
    assert published("agregat_kabkota") == 0


def test_districts_and_polling_stations_cannot_be_counted(
    parsed: Callable[..., Parsed], build: Callable[..., Dataset]
) -> None:
    for unit, counted in (("district", 0), ("polling_station", 0), ("regency_city", 1)):
        dataset = build(parsed("a.txt", [tally(2, level=unit)]))
        assert len([one for one in reconciled(dataset) if one.key.region_code == "36"]) == counted, unit


def test_what_is_known_of_the_country_goes_before_what_a_document_says(
    parsed: Callable[..., Parsed], build: Callable[..., Dataset]
) -> None:
    dataset = build(parsed("a.txt", [tally(9, scope_code="ID", level="province")]))
    (found,) = (
        one
        for one in reconciled(dataset)
        if one.key.level == "province" and one.key.category == "tinggi" and one.key.dimension is None
        and one.key.edition == "ikp_2024"
    )  # fmt: skip
    assert (found.expected, found.official, found.unknown, found.missing) == (5, True, 34, 5)


def test_levels_of_a_dimension_count_for_its_own_tally(
    parsed: Callable[..., Parsed], build: Callable[..., Dataset]
) -> None:
    fact = {"type": "dimension_score", "region_code": "31", "dimension": "kontestasi", "category": "tinggi"}
    published = {
        one.key.dimension: one.published
        for one in reconciled(build(parsed("a.txt", [fact])))
        if one.key.level == "province" and one.key.category == "tinggi" and one.key.edition == "ikp_2024"
    }
    assert published["kontestasi"] == 1
    assert published["partisipasi"] == published[None] == 0


def test_tallies_come_in_the_order_of_their_keys(
    parsed: Callable[..., Parsed], build: Callable[..., Dataset]
) -> None:
    found = reconciled(build(parsed("a.txt", [tally(2), tally(3, scope_code="33"), tally(1, scope_code="11")])))
    assert [one.key.order for one in found] == sorted(one.key.order for one in found)
