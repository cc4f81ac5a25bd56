from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from pipeline.dataset import Dataset
from pipeline.dataset.coverage import count_of_tally
from pipeline.dataset.regions import existed, regions_within
from pipeline.dataset.types import TallyCount
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


def test_a_tally_is_set_against_our_own_count(dataset: Dataset, reference: Reference) -> None:
    (tally,) = (record for record in dataset.tallies if record.key.region_code == "36")
    count = count_of_tally(tally, dataset.scores, 3, reference)
    # 36.01 and 36.02 are tinggi, 36.03 is not, 36.04 waits as tinggi, four have nothing
    assert count == TallyCount(expected=3, published=2, held=1, unknown=4)
    assert count.unexplained == 0


@pytest.mark.parametrize(
    ("expected", "published", "held", "unknown", "unexplained"),
    [(5, 3, 1, 4, 0), (5, 5, 0, 0, 0), (5, 6, 0, 2, -1), (5, 2, 0, 1, 2), (0, 0, 1, 0, -1)],
)
def test_what_the_unknown_regions_cannot_explain(
    expected: int, published: int, held: int, unknown: int, unexplained: int
) -> None:
    count = TallyCount(expected=expected, published=published, held=held, unknown=unknown)
    assert count.unexplained == unexplained


def test_the_mean_of_a_province_does_not_count_as_its_category(
    parsed: Make, score: Make, build: Make, reference: Reference
) -> None:
    dataset = build(
        parsed(
            "a.txt",
            [
                score("36", "45.18", basis="agregat_kabkota", category="tinggi"),
                {"type": "tally", "scope_code": "ID", "level": "province", "category": "tinggi", "n": 5},
            ],
        )
    )
    count = count_of_tally(dataset.tallies[0], dataset.scores, 5, reference)
    assert count is not None
    assert (count.published, count.unknown) == (0, 34)
