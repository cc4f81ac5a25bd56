"""The fit of confidence: shrinkage, order, thresholds, and what few facts may say."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.dataset.evaluation.calibrate import (
    ELSEWHERE,
    HIGHEST,
    LEAST_FACTS,
    STRENGTH,
    Observation,
    accepted_of,
    counts_text,
    fit,
    observations,
    parse_counts,
    table_text,
    weight_of,
)
from pipeline.dataset.evaluation.evaluate import evaluate, parse_gold
from pipeline.errors import TableError
from pipeline.reference.calibration import ANY, TILT, Calibration


def seen(
    right: int,
    wrong: int,
    *,
    raw: float = 0.95,
    rule: str = "score.cued",
    type_: str = "score",
    documents: int = 100,
    weight: float = 1.0,
) -> list[Observation]:
    """Return so many right and wrong facts, spread over documents."""
    return [
        Observation(
            type=type_,
            rule=rule,
            raw=raw,
            right=number < right,
            document=f"{number % documents}",
            weight=weight,
        )
        for number in range(right + wrong)
    ]


def test_without_facts_the_table_is_empty() -> None:
    assert fit([]) == Calibration()


def test_confidence_is_the_share_right_shrunk_towards_the_type() -> None:
    table = fit([*seen(80, 20), *seen(200, 0, rule="score.pair")])
    weak, strong = (table.confidence("score", rule, 0.95) for rule in ("score.cued", "score.pair"))
    whole = (280 + 0.5) / 301
    type_ = (280 + STRENGTH * whole) / (300 + STRENGTH)
    type_ = (280 + STRENGTH * type_) / (300 + STRENGTH)  # the curve of all types, then that of the type
    assert weak == pytest.approx((80 + STRENGTH * type_) / (100 + STRENGTH), abs=0.0011)
    assert strong == pytest.approx((200 + STRENGTH * type_) / (200 + STRENGTH), abs=0.0011)


def test_a_rule_with_few_facts_is_near_its_type_a_rule_with_many_speaks_for_itself() -> None:
    table = fit([*seen(600, 200), *seen(6, 0, rule="few"), *seen(300, 0, rule="many")])
    few, many = (table.confidence("score", rule, 0.95) for rule in ("few", "many"))
    assert few < 0.89
    assert many > 0.98


def test_a_band_that_is_less_right_than_the_one_below_is_pooled_with_it() -> None:
    table = fit([*seen(90, 10, raw=0.95), *seen(100, 0, raw=0.85)])
    low, high = (table.confidence("score", "score.cued", raw) for raw in (0.85, 0.95))
    assert high - low == pytest.approx(TILT * 0.1)
    assert 0.94 < low < high < 0.96


def test_a_document_full_of_one_shape_counts_as_ten_facts() -> None:
    first, second = (
        fit([*(replace(fact, document="a long table") for fact in seen(0, wrong)), *seen(100, 0)])
        for wrong in (30, 10)
    )
    assert first.confidence("score", "score.cued", 0.95) == second.confidence("score", "score.cued", 0.95)


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param(seen(LEAST_FACTS - 1, 0, rule="rare"), id="too few facts"),
        pytest.param(seen(40, 0, rule="rare", documents=1), id="one document"),
        pytest.param(seen(40, 0, rule="rare", weight=0.1), id="generated documents"),
    ],
)
def test_a_rule_that_was_hardly_tried_goes_to_a_person(facts: list[Observation]) -> None:
    table = fit([*seen(500, 0), *facts])
    assert table.confidence("score", "score.cued", 0.95) >= table.threshold
    assert ("score", "rare") not in table.rules
    assert table.confidence("score", "rare", 1.0) < table.threshold


def test_a_rule_is_untried_below_what_it_showed() -> None:
    table = fit([*seen(500, 0, raw=0.95), *seen(500, 0, raw=0.9, rule="other")])
    assert table.confidence("score", "score.cued", 0.9) < table.threshold
    assert table.confidence("score", "other", 0.9) >= table.threshold


def test_nothing_is_certain() -> None:
    table = fit(seen(5_000, 0, raw=1.0, documents=1_000))
    assert table.confidence("score", "score.cued", 1.0) == HIGHEST


# --- the threshold ---


def test_what_is_accepted_is_expected_to_be_right_99_times_in_100() -> None:
    facts = [*seen(995, 5, rule="good"), *seen(280, 20, rule="fair"), *seen(60, 40, rule="poor")]
    assert {fact.rule for fact in accepted_of(facts, fit(facts))} == {"good"}
    overall = 1335.5 / 1401
    assert (995 + STRENGTH * overall) / (1000 + STRENGTH) >= 0.99
    assert (1275 + STRENGTH * overall) / (1300 + STRENGTH) < 0.99


def test_a_fair_band_may_ride_along_as_far_as_the_goal_allows() -> None:
    facts = [*seen(3000, 0, rule="good"), *seen(95, 5, rule="fair")]
    assert {fact.rule for fact in accepted_of(facts, fit(facts))} == {"good", "fair"}
    assert {fact.rule for fact in accepted_of(facts, fit(facts, goal=0.999))} == {"good"}


def test_what_is_less_sure_does_not_ride_along() -> None:
    """Of ten thousand right facts 120 wrong ones could hide in a band of which every tenth is wrong."""
    facts = [*seen(10_000, 0, rule="good"), *seen(700, 100, rule="doubtful")]
    assert (10_700 + STRENGTH) / (10_800 + STRENGTH) >= 0.99
    assert {fact.rule for fact in accepted_of(facts, fit(facts))} == {"good"}


def test_few_facts_are_not_enough_for_the_goal() -> None:
    """Thirty right facts among many wrong ones bear out less than 99 in 100."""
    facts = [*seen(30, 0, rule="good"), *seen(60, 40, rule="poor")]
    assert accepted_of(facts, fit(facts)) == ()


def test_where_nothing_reaches_the_goal_nothing_is_accepted() -> None:
    facts = seen(50, 50)
    assert accepted_of(facts, fit(facts)) == ()


# --- properties ---

RULES = st.sampled_from(["score.cued", "score.pair", "table.row"])
FACTS = st.lists(
    st.builds(
        Observation,
        type=st.sampled_from(["score", "category"]),
        rule=RULES,
        raw=st.integers(0, 1000).map(lambda thousandths: thousandths / 1000),
        right=st.booleans(),
        document=st.sampled_from("abc"),
        weight=st.sampled_from([1.0, 0.1]),
    ),
    min_size=1,
    max_size=30,
)


@settings(max_examples=40)
@given(FACTS, RULES)
def test_confidence_always_rises_with_raw_confidence(facts: list[Observation], rule: str) -> None:
    table = fit(facts)
    steps = [table.confidence("score", rule, hundredth / 100) for hundredth in range(101)]
    assert all(low < high for low, high in pairwise(steps))
    assert all(0 <= step <= HIGHEST for step in steps)


@settings(max_examples=40)
@given(FACTS, st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_matter(facts: list[Observation], chance: random.Random) -> None:
    other = list(facts)
    chance.shuffle(other)
    assert table_text(facts, fit(facts)) == table_text(other, fit(other))


# --- what is judged, and the files ---


def test_observations_are_what_was_judged_right_or_wrong() -> None:
    level = {"type": "category", "region_code": "36", "edition": "ikp_2024", "category": "sedang"}
    file = parse_gold(
        json.dumps({"findings": [level, {**level, "region_code": "32", "optional": True}], "mitigations": 1}),
        where="gold.json",
    )
    said = {"document": "a.txt", "rule": "level.behind", "confidence": 0.9}
    issue = {
        "type": "indicator",
        "region_code": "36",
        "edition": "ikp_2024",
        "indicator": None,
        "label": "listrik",
    }
    rows: list[dict[str, object]] = [
        {**level, **said},
        {**level, **said, "region_code": "32"},  # optional
        {**level, **said, "edition": "ikp_2019", "category": "tinggi"},  # wrong
        {**issue, **said, "rule": "issue.item"},
        {**issue, **said, "type": "mitigation", "rule": "mitigation.item"},
        {**level, "document": "a.txt", "category": "rendah"},  # neither rule nor confidence
    ]
    found = observations(evaluate({"a": file}, rows), weight=0.5)
    assert [(one.type, one.rule, one.right) for one in found] == [
        ("category", "level.behind", True),
        ("category", "level.behind", False),
        ("issue", "issue.item", False),
        ("mitigation", "mitigation.item", True),
    ]
    assert {(one.raw, one.document, one.weight) for one in found} == {(0.9, "a", 0.5)}


def test_the_row_of_the_threshold_counts_generated_facts_as_little_as_the_fit() -> None:
    facts = [*seen(500, 0), *seen(40, 10, weight=0.1)]
    assert weight_of(facts) == (505.0, 504.0)
    assert table_text(facts, fit(facts)).splitlines()[1].startswith("threshold,,,,505,504,")


def test_the_table_as_text() -> None:
    facts = seen(500, 0)
    lines = table_text(facts, fit(facts)).splitlines()
    assert lines[0] == "part,type,rule,raw,n,right,confidence"
    assert lines[1].startswith("threshold,,,,500,500,0.9")
    assert [line.split(",")[:6] for line in lines[2:]] == [
        ["type", ANY, "", "0.95", "500", "500"],
        ["type", "score", "", "0.95", "500", "500"],
        ["rule", "score", "score.cued", "0.95", "500", "500"],
    ]


def test_counts_stand_for_the_facts_they_count() -> None:
    facts = [*seen(30, 4, documents=3), *seen(5, 0, raw=0.8, rule="score.pair", documents=2)]
    text = counts_text(facts)
    assert len(text.splitlines()) == 1 + 3 + 2
    elsewhere = [replace(fact, weight=ELSEWHERE) for fact in facts]
    assert fit(parse_counts(text, where="counts.csv")) == fit(elsewhere)


@pytest.mark.parametrize("row", ["a,score,score.cued,1.5,3,3", "a,score,score.cued,0.9,3,4", "a,score,,0.9,3,3"])
def test_damaged_counts_are_refused(row: str) -> None:
    with pytest.raises(TableError, match=r"counts\.csv line 2"):
        parse_counts(f"document,type,rule,raw,n,right\n{row}\n", where="counts.csv")
