"""The table of confidence: what it says of tried and untried rules, and which damage is refused."""

from __future__ import annotations

from importlib import resources
from itertools import pairwise

import pytest

from pipeline.errors import TableError
from pipeline.reference import load_reference
from pipeline.reference.calibration import ANY, Band, Calibration
from pipeline.reference.load import COLUMNS, build_reference

HEADER = ",".join(COLUMNS["calibration.csv"])
SOUND = ["threshold,,,,90,89,0.970", "type,any,,0.8,5,4,0.600", "type,any,,1.0,90,89,0.940"]
CURVE = ["rule,score,score.cued,0.85,9,8,0.900", "rule,score,score.cued,1.0,80,80,0.990"]


def loaded(*rows: str) -> Calibration:
    folder = resources.files("pipeline.reference")
    texts = {table: (folder / table).read_text(encoding="utf-8") for table in COLUMNS}
    return build_reference(texts | {"calibration.csv": "\n".join([HEADER, *rows]) + "\n"}).calibration


def test_the_rows_of_the_table() -> None:
    table = loaded(*SOUND, *CURVE)
    assert table.threshold == 0.97
    assert table.lower[ANY][0] == Band(raw=0.8, n=5, right=4, confidence=0.6)
    assert [band.confidence for band in table.rules["score", "score.cued"]] == [0.9, 0.99]


def test_a_table_without_rows_leaves_raw_confidence() -> None:
    assert loaded() == Calibration()
    assert loaded().confidence("score", "score.cued", 0.123) == 0.123


# raw confidence, what the table above makes of it
READ = [
    (1.0, 0.99),
    (0.97, 0.987),  # a thousandth less for each hundredth
    (0.96, 0.986),
    (0.93, 0.908),  # a band that was not seen: from the nearest below
    (0.85, 0.9),
    (0.81, 0.896),
    (0.8, 0.6),  # less than was ever seen: the lower bound of the type
    (0.5, 0.57),
    (0.0, 0.52),
]


@pytest.mark.parametrize(("raw", "expected"), READ)
def test_confidence_of_a_tried_rule(raw: float, expected: float) -> None:
    assert loaded(*SOUND, *CURVE).confidence("score", "score.cued", raw) == pytest.approx(expected)


@pytest.mark.parametrize(("type_", "rule"), [("score", "score.new"), ("category", "score.cued")])
def test_an_untried_rule_is_below_the_threshold_however_sure_it_is(type_: str, rule: str) -> None:
    high = [*SOUND[:2], "type,any,,1.0,90,89,0.999"]
    table = loaded(*high, *CURVE)
    assert table.confidence(type_, rule, 1.0) == pytest.approx(0.969)
    assert table.confidence(type_, rule, 0.9) == pytest.approx(0.61)


BROKEN = [
    ([*SOUND[1:]], "one threshold"),
    ([SOUND[0], *SOUND], "one threshold"),
    ([SOUND[0], *CURVE], "curve of any type"),
    ([*SOUND, CURVE[1], CURVE[0]], "does not rise"),
    ([*SOUND, CURVE[0], CURVE[0]], "does not rise"),
    ([*SOUND, CURVE[0], "rule,score,score.cued,1.0,80,80,0.910"], "does not rise"),
    ([*SOUND, "rule,score,score.cued,1.0,80,80,1.2"], "not a share"),
    ([*SOUND, "rule,score,,1.0,80,80,0.9"], "empty"),
    ([*SOUND, "rules,score,score.cued,1.0,80,80,0.9"], "not known"),
]


@pytest.mark.parametrize(("rows", "what"), BROKEN)
def test_a_damaged_table_is_refused(rows: list[str], what: str) -> None:
    with pytest.raises(TableError, match=what):
        loaded(*rows)


# --- the committed table ---


UNTRIED = [("score", "no.such.rule"), ("no such type", "no.such.rule")]


@pytest.mark.parametrize(("type_", "rule"), [*load_reference().calibration.rules, *UNTRIED])
def test_what_lowers_raw_confidence_lowers_confidence(type_: str, rule: str) -> None:
    """A known doubt shows, whatever the figures: the region, the edition, a table outside the article."""
    table = load_reference().calibration
    steps = [table.confidence(type_, rule, hundredth / 100) for hundredth in range(30, 101)]
    assert all(low < high for low, high in pairwise(steps)), steps
    assert steps[0] >= 0
    assert steps[-1] < 1 or table == Calibration()


def test_untried_rules_go_to_a_person() -> None:
    table = load_reference().calibration
    if table != Calibration():
        assert max(table.confidence("score", "no.such.rule", raw) for raw in (0.9, 1.0)) < table.threshold
