"""Saved evaluations: the same bytes for the same facts, and a comparison that begins with what was lost."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pipeline.dataset.evaluation.evaluate import Evaluation, evaluate, parse_gold
from pipeline.dataset.evaluation.runs import changes, dump_run, parse_run
from pipeline.errors import TableError

Finding = dict[str, Any]
SCORE: Finding = {"type": "score", "region_code": "36.01", "edition": "ikp_2024", "score": 77.73}
LEVEL: Finding = {"type": "category", "region_code": "36.02", "edition": "ikp_2024", "category": "sedang"}
ISSUE: Finding = {"type": "indicator", "region_code": "36", "edition": "ikp_2024", "indicator": 48, "alt": [49]}
OTHER: Finding = {**LEVEL, "region_code": "36.03"}


def judged(*found: Finding, gold: tuple[Finding, ...] = (SCORE, LEVEL, ISSUE), name: str = "a") -> Evaluation:
    file = parse_gold(json.dumps({"findings": gold}), where=f"{name}.gold.json")
    rows = [{"document": f"{name}.txt", "rule": "some.rule", "decision": "auto", **row} for row in found]
    return evaluate({name: file}, rows)


def told(before: Evaluation, now: Evaluation, **sealed: bool) -> list[str]:
    runs = (parse_run(dump_run(run), where="run") for run in (before, now))
    return changes(*runs, sealed=sealed).splitlines()


def test_a_run_has_a_line_for_every_fact_due_and_every_fact_found() -> None:
    lines = parse_run(dump_run(judged(SCORE, {**LEVEL, "edition": "ikp_2019"}, OTHER)), where="run")
    assert sorted((line.kind, line.verdict, line.rule) for line in lines) == [
        ("indicator", "missed", None),
        ("level", "edition", "some.rule"),
        ("level", "invented", "some.rule"),
        ("score", "right", "some.rule"),
    ]


def test_the_order_in_which_facts_were_found_does_not_show() -> None:
    assert dump_run(judged(SCORE, LEVEL, OTHER)) == dump_run(judged(OTHER, LEVEL, SCORE))


def test_losses_come_before_gains() -> None:
    lines = told(judged(SCORE, LEVEL), judged(SCORE, ISSUE, OTHER))
    assert lines[:6] == [
        "lost: right before, missed now: 1",
        "    a: level 36.02 = sedang (ikp_2024)",
        "newly invented: 1",
        "    a: level 36.03 = sedang (ikp_2024)  [some.rule, auto]",
        "newly right: 1",
        "    a: indicator 36 = 48 (ikp_2024)  [some.rule, auto]",
    ]
    assert [line.split() for line in lines[-3:]] == [
        ["indicator", "0", "->", "1", "1", "->", "0", "0", "->", "0"],
        ["level", "1", "->", "0", "0", "->", "1", "0", "->", "1"],
        ["score", "1", "->", "1", "0", "->", "0", "0", "->", "0"],
    ]


def test_a_wrong_edition_is_a_loss_of_its_own() -> None:
    lines = told(judged(SCORE), judged({**SCORE, "edition": "ikp_2019"}))
    assert lines[0] == "lost: right before, now with another edition: 1"


def test_what_is_no_longer_invented_is_a_gain() -> None:
    assert told(judged(SCORE, OTHER), judged(SCORE))[0] == "no longer invented: 1"


def test_a_right_fact_that_goes_to_a_person_now_is_told() -> None:
    shy = judged({**SCORE, "decision": "review"})
    assert told(judged(SCORE), shy)[0] == "right still, and now for a person to confirm: 1"
    assert told(shy, judged(SCORE))[0] == "right as before, and now accepted automatically: 1"


def test_an_alternative_number_is_the_same_gold_fact() -> None:
    assert told(judged(ISSUE), judged({**ISSUE, "indicator": 49}))[0] == "nothing changed"


def test_facts_of_a_sealed_document_are_counted_not_told() -> None:
    lines = told(judged(SCORE, LEVEL), judged(SCORE), a=True)
    assert lines[:2] == ["lost: right before, missed now: 1", "    a: 1, sealed"]
    assert not any("36.02" in line for line in lines)


def test_documents_of_one_run_alone_are_named_and_not_compared() -> None:
    assert told(judged(SCORE), judged(LEVEL, name="b"))[0] == "only in one of the two runs, not compared: a, b"


@pytest.mark.parametrize("text", ["{", "[]", '{"document": "a"}'])
def test_a_file_that_is_no_run_is_refused(text: str) -> None:
    with pytest.raises(TableError, match="line 1") as caught:
        parse_run(text, where="before.jsonl")
    assert "--save" in caught.value.remedy
