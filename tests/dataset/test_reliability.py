"""Accuracy by confidence, its intervals, and the error of a calibration."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pipeline.dataset.evaluation.evaluate import evaluate, parse_gold
from pipeline.dataset.evaluation.reliability import calibration_error, reliability, wilson

Finding = dict[str, Any]
LEVEL: Finding = {"type": "category", "edition": "ikp_2024", "category": "sedang"}


def judged(*pairs: tuple[float, bool]) -> Any:
    """Evaluate one document with a level for each pair: how sure, and whether it is right."""
    gold = [{**LEVEL, "region_code": f"36.{number:02}"} for number in range(len(pairs))]
    found = [
        {**row, "document": "a.txt", "confidence": sure, "category": "sedang" if right else "tinggi"}
        for row, (sure, right) in zip(gold, pairs, strict=True)
    ]
    return evaluate({"a": parse_gold(json.dumps({"findings": gold}), where="a.gold.json")}, found)


def test_facts_are_counted_in_the_bin_of_their_confidence() -> None:
    bins = reliability(judged((1.0, True), (0.995, True), (0.99, False), (0.95, True), (0.5, False), (0.3, False)))
    assert [(one.low, one.n, one.right) for one in bins if one.n] == [
        (0.0, 1, 0),
        (0.5, 1, 0),
        (0.95, 1, 1),
        (0.99, 3, 2),
    ]
    assert bins[-1].accuracy == pytest.approx(2 / 3)
    assert bins[-1].mean == pytest.approx((1 + 0.995 + 0.99) / 3)
    assert bins[3].accuracy is None
    assert sum(one.n for one in bins) == 6


def test_facts_without_confidence_are_left_out() -> None:
    assert calibration_error(reliability(judged())) is None


# right, n, the interval as published calculators give it
INTERVALS = [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (5, 10, 0.237, 0.763), (559, 561, 0.987, 0.999)]


@pytest.mark.parametrize(("right", "n", "low", "high"), INTERVALS)
def test_interval_of_a_share(right: int, n: int, low: float, high: float) -> None:
    assert wilson(right, n) == pytest.approx((low, high), abs=0.0006)


def test_calibration_error_is_the_mean_distance_of_confidence_and_accuracy() -> None:
    right = calibration_error(reliability(judged(*[(0.8, True)] * 8, *[(0.8, False)] * 2)))
    sure = calibration_error(reliability(judged(*[(0.8, True)] * 8, *[(1.0, False)] * 2)))
    assert right == pytest.approx(0.0)
    assert sure == pytest.approx((8 * 0.2 + 2 * 1.0) / 10)
