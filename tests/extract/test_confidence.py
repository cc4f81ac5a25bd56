"""What is accepted without a person, by the confidence in a draft and by what it lacks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.extract.doubts.confidence import confidence_of, decision_of
from pipeline.extract.draft import COUNTRY, Draft, Rule, Subject
from pipeline.model import Span
from pipeline.reference import Reference

CATEGORY = Draft(
    type="category",
    subject=COUNTRY,
    edition="ikp_2024",
    span=Span(start=0, end=3),
    rule=Rule(id="level.behind", version=1),
    confidence=0.95,
    category="tinggi",
)
NOWHERE = Subject(code=None, doubt=1.0)
MITIGATION = replace(CATEGORY, type="mitigation", category=None, edition=None, label="patroli")


@pytest.mark.parametrize(
    ("draft", "above", "decision"),
    [
        (CATEGORY, 0.0, "auto"),
        (CATEGORY, -0.001, "review"),
        (replace(CATEGORY, subject=NOWHERE), 0.001, "review"),
        (replace(CATEGORY, edition=None), 0.001, "review"),
        (MITIGATION, 0.001, "auto"),
        (replace(MITIGATION, subject=NOWHERE), 0.001, "review"),
    ],
)
def test_decisions(draft: Draft, above: float, decision: str, reference: Reference) -> None:
    calibration = reference.calibration
    assert decision_of(draft, calibration.threshold + above, calibration) == decision


def test_a_finding_without_a_region_is_a_question(reference: Reference) -> None:
    sure = confidence_of(CATEGORY, reference.calibration)
    lost = confidence_of(replace(CATEGORY, subject=NOWHERE), reference.calibration)
    assert lost < reference.calibration.threshold <= sure


def test_an_issue_outside_the_catalog_is_judged_by_its_own_measures(reference: Reference) -> None:
    rule = Rule(id="issue.item", version=1)
    issue = replace(CATEGORY, type="indicator", category=None, rule=rule, confidence=0.8, label="jalan rusak")
    known = replace(issue, indicator=54)
    measure = reference.calibration.confidence
    assert confidence_of(issue, reference.calibration) == measure("issue", rule.id, 0.8)
    assert confidence_of(known, reference.calibration) == measure("indicator", rule.id, 0.8)
