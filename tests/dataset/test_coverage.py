from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from pipeline.dataset import Dataset
from pipeline.dataset.reconcile import Outcome, Reconciled, reconciled
from pipeline.dataset.regions import existed, regions_within
from pipeline.model import TallyLevel
from pipeline.reference import Reference

Make = Callable[..., Any]

COVERED = [
    ("36.01", "value"),
    ("36", "value"),
    ("36.04", "in review"),
    ("64", "in review"),  # its only score cannot be true
    ("35.13", "not published"),  # indicators, no score
    ("35.07", "not published"),  # a score of an unknown edition
    ("35", "not published"),  # a document is about it
    ("11.01", "not fetched"),
    ("93", "not fetched"),
]


@pytest.mark.parametrize(("code", "status"), COVERED)
def test_every_region_has_one_of_four_states(code: str, status: str, dataset: Dataset) -> None:
    (entry,) = (entry for entry in dataset.coverage if entry.region_code == code)
    assert entry.status == status


def test_all_regions_are_there_once(dataset: Dataset, reference: Reference) -> None:
    codes = [entry.region_code for entry in dataset.coverage]
    assert codes == sorted(set(reference.regions) - {"ID"})
    assert len(codes) == 552


def test_coverage_shows_what_is_published(dataset: Dataset) -> None:
    entries = {entry.region_code: entry for entry in dataset.coverage}
    assert (entries["36"].score, entries["36"].category) == (Decimal("66.53"), "sedang")
    assert (entries["35.13"].indicators, entries["35.13"].documents) == (3, 2)
    assert entries["31"].dimensions == 4
    assert entries["36.04"].held == 1


@pytest.mark.parametrize(
    ("scope", "level", "edition", "count"),
    [
        ("ID", "province", "ikp_2024", 34),
        ("ID", "province", "pemetaan_pilkada_2024", 38),
        ("ID", "regency_city", "ikp_2024", 514),
        ("36", "regency_city", "ikp_2024", 8),
        ("91", "regency_city", "ikp_2024", 29),
        ("91", "regency_city", "pemetaan_pilkada_2024", 9),
        ("93", "regency_city", "ikp_2024", 0),
        ("76.06", "district", "ikp_2024", 0),
    ],
)
def test_scopes_follow_the_provinces_of_their_time(
    scope: str, level: TallyLevel, edition: str, count: int, reference: Reference
) -> None:
    assert len(list(regions_within(scope, level, reference.editions[edition], reference))) == count


def test_provinces_formed_later_did_not_exist(reference: Reference) -> None:
    edition = reference.editions["ikp_2024"]
    young = [code for code, region in reference.regions.items() if not existed(region, edition)]
    assert sorted(young) == ["93", "94", "95", "96"]


def counted(dataset: Dataset, scope: str, category: str, edition: str = "ikp_2024") -> Reconciled:
    """Return the tally of a scope without dimension, of its own parts."""
    level = "province" if scope == "ID" else "regency_city"
    return next(
        one
        for one in reconciled(dataset)
        if (one.key.region_code, one.key.category, one.key.edition) == (scope, category, edition)
        if (one.key.level, one.key.dimension) == (level, None)
    )


def test_a_tally_is_set_against_our_own_count(dataset: Dataset) -> None:
    # 36.01 and 36.02 are tinggi, 36.03 is not, 36.04 waits as tinggi, four have nothing
    count = counted(dataset, "36", "tinggi")
    assert (count.expected, count.published, count.held, count.unknown) == (3, 2, 1, 4)
    assert (count.missing, count.residual, count.official) == (0, 0, False)
    assert (count.outcome, count.regions) == ("in review", ("36.04",))


TALLIED: list[tuple[int, int, int, tuple[int, int, Outcome]]] = [
    # announced, published as tinggi, held as tinggi; of 8 in Banten: missing, residual, outcome
    (5, 5, 0, (0, 0, "complete")),
    (5, 3, 1, (1, 0, "not found yet")),
    (5, 4, 1, (0, 0, "in review")),
    (5, 6, 0, (0, -1, "more than announced")),
    (0, 0, 1, (0, -1, "more in review than left")),
    (12, 6, 1, (1, 4, "too few regions left")),
]


@pytest.mark.parametrize(("announced", "published", "held", "expected"), TALLIED)
def test_what_the_unknown_regions_cannot_explain(
    announced: int,
    published: int,
    held: int,
    expected: tuple[int, int, Outcome],
    parsed: Make,
    build: Make,
    reference: Reference,
) -> None:
    codes = sorted(code for code in reference.regions if code.startswith("36."))
    facts: list[dict[str, object]] = [
        {"type": "category", "region_code": code, "category": "tinggi", "decision": decision}
        for code, decision in zip(codes, ["auto"] * published + ["review"] * held, strict=False)
    ]
    tally = {"type": "tally", "scope_code": "36", "level": "regency_city", "category": "tinggi", "n": announced}
    count = counted(build(parsed("a.txt", [*facts, tally])), "36", "tinggi")
    assert (count.missing, count.residual, count.outcome) == expected
    assert announced - count.published - count.held - count.missing == count.residual


def test_what_is_missing_is_named_where_it_is_known_from_elsewhere(dataset: Dataset) -> None:
    count = counted(dataset, "ID", "tinggi")
    # 31 and 71 are published, 64 was refused: of the five that are tinggi these three are missing
    assert (count.published, count.missing, count.regions) == (2, 3, ("32", "64", "82"))


def test_the_mean_of_a_province_does_not_count_as_its_category(parsed: Make, score: Make, build: Make) -> None:
    dataset = build(
        parsed(
            "a.txt",
            [
                score("36", "45.18", basis="agregat_kabkota", category="tinggi"),
                {"type": "tally", "scope_code": "ID", "level": "province", "category": "tinggi", "n": 5},
            ],
        )
    )
    count = counted(dataset, "ID", "tinggi")
    assert (count.published, count.unknown) == (0, 34)


def test_a_score_that_waits_would_be_of_the_category_that_its_cuts_give(parsed: Make, build: Make) -> None:
    facts: list[dict[str, object]] = [
        {"type": "score", "region_code": "36.01", "score": Decimal("77.73"), "decision": "review"},
        {"type": "tally", "scope_code": "36", "level": "regency_city", "category": "tinggi", "n": 1},
    ]
    count = counted(build(parsed("a.txt", facts)), "36", "tinggi")
    assert (count.published, count.held, count.missing, count.unknown) == (0, 1, 0, 7)
    assert (count.outcome, count.regions) == ("in review", ("36.01",))
