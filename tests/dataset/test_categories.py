from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from pipeline.dataset.categories import category_source
from pipeline.reference import Reference
from pipeline.reference.cuts import cuts_for, derive

Make = Callable[..., Any]

CUTS = [
    # edition, region, score as stated, category by the cuts
    ("ikp_2024", "36", "68.5", "tinggi"),
    ("ikp_2024", "36", "68.49", "sedang"),
    ("ikp_2024", "36", "21.7", "sedang"),
    ("ikp_2024", "36", "21.69", "rendah"),
    ("ikp_2024", "36.01", "49.33", "tinggi"),
    ("ikp_2024", "36.01", "49.32", "sedang"),
    ("ikp_2024", "36.71", "13.47", "sedang"),
    ("ikp_2024", "36.71", "13.46", "rendah"),
    ("ikp_2024", "36.01", "49.3", None),  # may be 49.33 rounded
    ("ikp_2024", "36.01", "49", None),
    ("ikp_2024", "36.01", "50", "tinggi"),
    ("ikp_2024", "36.01", "0", "rendah"),
    ("ikp_pilkada_2018", "36.01", "3.07", "tinggi"),
    ("ikp_pilkada_2018", "36.01", "1.42", "rendah"),
    ("ikp_pilkada_2018", "36.01", "2", None),  # on a scale of 5 a whole number says little
    ("ikp_pilkada_2020", "13.06", "56.95", "tinggi"),
    ("ikp_pilkada_2020", "13.06", "43.06", "rendah"),
]


@pytest.mark.parametrize(("edition", "region", "score", "category"), CUTS)
def test_a_score_gives_a_category_by_edition_and_level(
    edition: str, region: str, score: str, category: str | None, reference: Reference
) -> None:
    cuts = cuts_for(reference.editions[edition], reference.regions[region])
    assert cuts is not None
    assert derive(Decimal(score), cuts) == category


@pytest.mark.parametrize(
    ("edition", "region"), [("pemetaan_pilkada_2024", "36.01"), ("ikp_pilkada_2015", "36"), ("ikp_2024", "ID")]
)
def test_no_cuts_no_category(edition: str, region: str, reference: Reference) -> None:
    assert cuts_for(reference.editions[edition], reference.regions[region]) is None


SOURCES = [
    # score, stated category -> category, derived, source
    ("77.7", None, "tinggi", "tinggi", "derived"),
    ("77.7", "tinggi", "tinggi", "tinggi", "both"),
    ("77.7", "sedang", "sedang", "tinggi", "conflict"),
    ("49.3", "tinggi", "tinggi", None, "stated"),
    ("49.3", None, None, None, None),
]


@pytest.mark.parametrize(("number", "stated", "category", "derived", "source"), SOURCES)
def test_stated_and_derived_are_kept_apart(
    number: str,
    stated: str | None,
    category: str | None,
    derived: str | None,
    source: str | None,
    parsed: Make,
    score: Make,
    build: Make,
) -> None:
    dataset = build(parsed("a.txt", [score("36.01", number, category=stated)]))
    (record,) = dataset.scores
    assert record.value("category") == category
    assert record.value("category_stated") == stated
    assert record.value("category_derived") == derived
    assert category_source(record) == source
    assert [conflict.decided_by for conflict in dataset.conflicts] == (
        ["stated before derived"] if source == "conflict" else []
    )


def test_the_mean_of_a_province_has_no_derived_category(parsed: Make, score: Make, build: Make) -> None:
    (record,) = build(parsed("a.txt", [score("36", "45.18", basis="agregat_kabkota")])).scores
    assert record.value("category_derived") is None
    assert record.value("category") is None


def test_a_category_in_review_does_not_hide_the_derived_one(parsed: Make, score: Make, build: Make) -> None:
    waiting = {"type": "category", "region_code": "36.01", "category": "sedang", "decision": "review"}
    (record,) = build(parsed("a.txt", [score("36.01", "77.7"), waiting])).scores
    assert record.value("category") == "tinggi"
    assert record.value("category_stated") is None
