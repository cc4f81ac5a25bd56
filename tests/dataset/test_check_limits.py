"""Where each check of values begins to see something: an example on either side of each limit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pipeline.dataset import Dataset, Fault, checked
from pipeline.dataset.checks.check import Flaw
from pipeline.dataset.checks.values import (
    against_cuts,
    against_official,
    against_weights,
    before_its_edition,
    of_another_edition,
    of_another_measure,
    off_scale,
    percent_as_score,
    ranks_against_scores,
)
from pipeline.model import Parsed

Fact = dict[str, Any]
State = Callable[..., Dataset]


@pytest.fixture
def state(parsed: Callable[..., Parsed], build: Callable[..., Dataset]) -> State:
    """Return a function that makes the dataset of one document."""

    def made(*facts: Fact, percents: tuple[int, ...] = (), **traits: Any) -> Dataset:
        entry = parsed("a.txt", list(facts), **traits)
        return build(replace(entry, extraction=replace(entry.extraction, percents=percents)))

    return made


def scored(code: str, score: str, **fields: Any) -> Fact:
    return {"type": "score", "region_code": code, "score": Decimal(score)} | fields


def of_dimensions(code: str, **scores: str) -> list[Fact]:
    names = {"konteks": "konteks sosial politik"}
    return [
        {
            "type": "dimension_score",
            "region_code": code,
            "dimension": names.get(name, name),
            "score": Decimal(score),
        }
        for name, score in scores.items()
    ]


def where(flaws: Iterable[Flaw]) -> list[str]:
    return [flaw.row.key.region_code for flaw in flaws if flaw.row]


FOUR = {"konteks": "50", "penyelenggaraan": "50", "kontestasi": "50", "partisipasi": "50"}


@pytest.mark.parametrize(
    ("total", "dimensions", "seen"),
    [
        ("50.02", FOUR, False),
        ("50.03", FOUR, True),
        ("49.98", FOUR, False),
        ("49.97", FOUR, True),
        ("49.00", FOUR | {"partisipasi": "40"}, False),  # it weighs a tenth
        ("47.30", FOUR | {"konteks": "40"}, False),
        ("46.20", FOUR | {"penyelenggaraan": "40"}, False),
        ("47.50", FOUR | {"kontestasi": "40"}, False),
        ("60.00", dict(list(FOUR.items())[:3]), False),  # one is not published
        ("60.00", dict(list(FOUR.items())[:3]) | {"keamanan": "90"}, False),
        ("50.00", FOUR | {"keamanan": "90"}, False),  # a subdimension weighs nothing
    ],
)
def test_a_total_is_the_weighted_sum_of_its_dimensions(
    total: str,
    dimensions: dict[str, str],
    seen: bool,  # noqa: FBT001
    state: State,
) -> None:
    dataset = state(scored("64.02", total), *of_dimensions("64.02", **dimensions))
    assert (where(against_weights(dataset)) == ["64.02"]) is seen


def test_totals_of_other_regions_and_editions_have_other_dimensions(state: State) -> None:
    assert where(against_weights(state(scored("64.03", "60.00"), *of_dimensions("64.02", **FOUR)))) == []
    older = [
        fact | {"edition": "ikp_2019"} for fact in [scored("64.02", "60.00"), *of_dimensions("64.02", **FOUR)]
    ]
    assert where(against_weights(state(*older))) == []


@pytest.mark.parametrize(("score", "seen"), [("100", False), ("0", False), ("100.01", True), ("-0.01", True)])
def test_a_score_lies_on_the_scale_of_its_edition(score: str, seen: bool, state: State) -> None:  # noqa: FBT001
    dataset = state(scored("64.02", "50"), *of_dimensions("64.02", kontestasi="50"))
    for table in ("scores", "dimension_scores"):
        (row,) = getattr(dataset, table)
        cells = tuple(replace(one, value=Decimal(score)) if one.field == "score" else one for one in row.cells)
        tables: dict[str, Any] = {table: (replace(row, cells=cells),)}
        assert (where(off_scale(replace(dataset, **tables))) == ["64.02"]) is seen, table


@pytest.mark.parametrize(
    ("day", "seen"),
    [(date(2022, 8, 17), True), (date(2022, 8, 18), False), (date(2024, 1, 1), False), (None, False)],
)
def test_an_edition_may_be_told_of_120_days_before_its_launch(
    day: date | None,
    seen: bool,  # noqa: FBT001
    state: State,
) -> None:
    facts = (scored("64.02", "44.28"), {"type": "indicator", "region_code": "64.02", "indicator": 12})
    dataset = state(*facts, *of_dimensions("64.02", kontestasi="50"), published=day)
    assert where(before_its_edition(dataset)) == (["64.02"] * 3 if seen else [])


def test_a_value_without_a_day_hides_no_other(
    parsed: Callable[..., Parsed], build: Callable[..., Dataset]
) -> None:
    undated = parsed("a.txt", [scored("64.02", "44.28")])
    early = parsed("b.txt", [scored("64.03", "44.28")], published=date(2022, 3, 1))
    assert where(before_its_edition(build(undated, early))) == ["64.03"]


@pytest.mark.parametrize(
    ("score", "edition", "seen"),
    [
        ("77.73", "ikp_2019", True),  # what 36.01 has in 2024
        ("77.73", "ikp_2024", False),
        ("77.7", "ikp_2019", False),  # one decimal may be chance
        ("77.74", "ikp_2019", False),
        ("0.00", "ikp_2019", False),
    ],
)
def test_a_score_to_two_decimals_may_be_that_of_another_edition(
    score: str,
    edition: str,
    seen: bool,  # noqa: FBT001
    state: State,
) -> None:
    dataset = state(scored("36.01", score, edition=edition))
    assert (where(of_another_edition(dataset)) == ["36.01"]) is seen


@pytest.mark.parametrize(
    ("score", "basis", "seen"),
    [
        ("66.53", "provinsi", False),
        ("45.18", "provinsi", True),
        ("45.18", "agregat_kabkota", False),
        ("66.53", "agregat_kabkota", True),
        ("50.00", "provinsi", False),
    ],
)
def test_a_province_s_own_score_is_not_the_mean_of_its_parts(
    score: str,
    basis: str,
    seen: bool,  # noqa: FBT001
    state: State,
) -> None:
    dataset = state(scored("36", score, basis=basis))
    (row,) = dataset.scores
    flaws = list(of_another_measure(dataset))
    assert (where(flaws) == ["36"]) is seen
    assert row.key.basis == basis
    own = "the province's own score" if basis == "agregat_kabkota" else "the mean of its parts"
    assert [flaw.text for flaw in flaws] == [f"score {score} is {own}, and stands as the other"] * seen


def test_a_percentage_is_a_score_where_it_is_the_known_one(state: State) -> None:
    facts = (scored("36.01", "77.73"), scored("36.02", "44.00"), scored("64.02", "44.28"))
    assert where(percent_as_score(state(*facts, percents=(0, 1, 2)))) == ["36.02", "64.02"]
    assert where(percent_as_score(state(*facts, percents=(2,)))) == ["64.02"]
    assert where(percent_as_score(state(*facts))) == []
    dimension = of_dimensions("64.02", kontestasi="44.28")
    assert where(percent_as_score(state(*dimension, percents=(0,)))) == ["64.02"]


@pytest.mark.parametrize(
    ("score", "category", "seen"),
    [("40.00", "sedang", False), ("40.00", "rendah", True), ("40.00", None, False), (None, "rendah", False)],
)
def test_a_stated_level_is_that_of_the_cuts(
    score: str | None,
    category: str | None,
    seen: bool,  # noqa: FBT001
    state: State,
) -> None:
    fact: Fact = {"type": "score" if score else "category", "region_code": "64.02", "category": category}
    dataset = state(fact | ({"score": Decimal(score)} if score else {}))
    assert (where(against_cuts(dataset)) == ["64.02"]) is seen


RANKED: dict[str, tuple[list[Fact], list[str]]] = {
    "in order": ([scored("36.03", "60", rank=1), scored("36.04", "50", rank=2)], []),
    "equal scores": ([scored("36.03", "60", rank=1), scored("36.04", "60", rank=2)], []),
    "out of order": ([scored("36.03", "50", rank=1), scored("36.04", "60", rank=2)], ["36.04"]),
    "only neighbours are compared": (
        [scored("36.03", "50", rank=1), scored("36.04", "40", rank=2), scored("36.71", "45", rank=3)],
        ["36.71"],
    ),
    "other provinces": ([scored("36.03", "50", rank=1), scored("33.16", "60", rank=2)], []),
    "other editions": ([scored("36.03", "50", rank=1), scored("36.04", "60", rank=2, edition="ikp_2019")], []),
    "within the country": (
        [
            scored("36.03", "50", rank=1, rank_scope="nasional"),
            scored("33.16", "60", rank=2, rank_scope="nasional"),
        ],
        ["33.16"],
    ),
    "provinces and regencies": (
        [scored("36", "50", rank=1, rank_scope="nasional"), scored("33.16", "60", rank=2, rank_scope="nasional")],
        [],
    ),
    "no scope": (
        [scored("36.03", "50", rank=1, rank_scope=None), scored("36.04", "60", rank=2, rank_scope=None)],
        [],
    ),
}


@pytest.mark.parametrize(("facts", "expected"), RANKED.values(), ids=RANKED.keys())
def test_of_two_regions_ranked_together_the_upper_has_the_higher_score(
    facts: list[Fact], expected: list[str], state: State
) -> None:
    dataset = state(*({"rank_scope": "provinsi"} | fact for fact in facts))
    assert where(ranks_against_scores(dataset)) == expected


@pytest.mark.parametrize(
    ("fact", "seen"),
    [
        (scored("36.01", "77.73"), 0),
        (scored("36.01", "77.7"), 0),
        (scored("36.01", "77.8"), 1),
        (scored("36.01", "60.00", category="rendah"), 2),
        ({"type": "category", "region_code": "36.01", "category": "tinggi"}, 0),
        ({"type": "category", "region_code": "36.01", "category": "sedang"}, 1),
        (scored("64.99", "60.00"), 0),
        (*of_dimensions("31", kontestasi="96.08"), 0),
        (*of_dimensions("31", kontestasi="95.08"), 1),
    ],
)
def test_what_is_known_from_several_sources(fact: Fact, seen: int, state: State) -> None:
    assert len(list(against_official(state(fact)))) == seen


# --- held back ---


def held(faults: Iterable[Fault]) -> list[tuple[str, str]]:
    return [(fault.check, fault.key.region_code) for fault in faults if fault.severity == "hold" and fault.key]


def test_only_the_row_that_a_check_doubts_is_held_back(state: State) -> None:
    facts = (
        scored("64.02", "44.28", category="tinggi"),
        scored("64.03", "20.10"),
        *of_dimensions("64.03", kontestasi="9"),
    )
    dataset = checked(state(*facts, percents=(0,)))
    assert held(dataset.faults) == [("percent_as_score", "64.02")]
    assert [row.value("score") for row in dataset.scores] == [None, Decimal("20.10")]
    assert [row.value("score") for row in dataset.dimension_scores] == [Decimal(9)]
    assert [entry.reason for entry in dataset.findings if entry.standing == "held back"] == [
        "score 44.28 is written as a percentage: it may be another measure"
    ]
    assert {entry.region_code: entry.held_back for entry in dataset.coverage if entry.held_back} == {
        "64.02": ("percent_as_score",)
    }


def test_a_mean_or_a_dimension_that_is_held_back_leaves_no_hole_in_the_coverage(state: State) -> None:
    mean = checked(state(scored("64", "44.28", basis="agregat_kabkota"), percents=(0,)))
    part = checked(state(*of_dimensions("64.02", kontestasi="44.28"), percents=(0,)))
    older = checked(state(scored("64.02", "44.28", edition="ikp_2019"), percents=(0,)))
    for dataset in (mean, part, older):
        assert [check for check, _ in held(dataset.faults)] == ["percent_as_score"]
        assert [entry.held_back for entry in dataset.coverage if entry.held_back] == []
