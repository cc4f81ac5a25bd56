"""Known scores beside ours: how many are right, and what documents say otherwise."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from pipeline.dataset import Dataset
from pipeline.dataset.known import Known, known_scores, otherwise
from published import files_of

Make = Callable[..., Any]


def one(dataset: Dataset, code: str, edition: str = "ikp_2024", basis: str | None = "provinsi") -> Known:
    return next(
        known
        for known in known_scores(dataset)
        if (known.official.region_code, known.official.edition, known.official.dimension) == (code, edition, None)
        if known.official.basis == basis
    )


AGREEMENTS = [
    ({"score": Decimal("88.95")}, "same"),
    ({"score": Decimal("89.0")}, "rounded"),
    ({"score": Decimal("88.00")}, "differs"),
    ({"category": "tinggi"}, "category only"),
    ({"category": "rendah"}, "differs"),
    ({"score": Decimal("88.95"), "decision": "review"}, "in review"),
]


@pytest.mark.parametrize(("stated", "expected"), AGREEMENTS)
def test_how_ours_agrees(stated: dict[str, Any], expected: str, parsed: Make, build: Make) -> None:
    kind = "score" if "score" in stated else "category"
    dataset = build(parsed("a.txt", [{"type": kind, "region_code": "31"} | stated]))
    assert one(dataset, "31").agreement == expected
    assert one(dataset, "71").agreement == "not stated"


def test_a_mean_is_held_against_a_mean(parsed: Make, score: Make, build: Make) -> None:
    dataset = build(parsed("a.txt", [score("31", "35.95", basis="agregat_kabkota")]))
    assert one(dataset, "31", basis="agregat_kabkota").agreement == "same"
    assert one(dataset, "31").agreement == "not stated"


@pytest.mark.parametrize("basis", [None, "provinsi", "agregat_kabkota"])
def test_a_mean_of_the_country_is_held_against_the_one_that_it_is(
    basis: str | None, parsed: Make, build: Make
) -> None:
    stated = {"type": "dimension_score", "region_code": "ID", "dimension": "kontestasi", "basis": basis}
    other = stated | {"basis": "agregat_kabkota", "score": Decimal("26.22")}
    facts = [stated | {"score": Decimal("40.75")}, *([] if basis == "agregat_kabkota" else [other])]
    found = {
        known.official.basis: known
        for known in known_scores(build(parsed("a.txt", facts)))
        if (known.official.region_code, known.official.dimension) == ("ID", "kontestasi")
    }
    assert found["provinsi"].agreement == "same"
    assert found["agregat_kabkota"].agreement == ("not stated" if len(facts) == 1 else "same")
    assert {name: dict(known.others) for name, known in found.items()} == {"provinsi": {}, "agregat_kabkota": {}}


def test_the_press_value_of_kalimantan_timur_is_explained(parsed: Make, score: Make, build: Make) -> None:
    entries = [
        parsed("a.txt", [score("64", "74.04", raw="Kaltim 74,04")]),
        parsed("b.txt", [score("64", "77.04", raw="Kaltim 77,04", decision="review")]),
        parsed("c.txt", [score("64", "71.11", raw="Kaltim 71,11", decision="review")]),
    ]
    known = one(build(*entries), "64")
    assert known.agreement == "same"
    assert list(otherwise(known)) == ["71.11 in 1 document", "77.04 in 1 document"]
    assert known.explained == (Decimal("77.04"),)
    rows = csv.DictReader(io.StringIO(files_of(build(*entries))["official_scores.csv"].decode()))
    row = next(row for row in rows if row["region_code"] == "64" and row["score"] == "74.04")
    assert (row["stated_otherwise"], row["explained"]) == ("71.11 in 1 document | 77.04 in 1 document", "77.04")
    assert row["quotes"] == "Kaltim 71,11 (c.txt) | Kaltim 77,04 (b.txt)"
    assert "77.04" in row["note"]


def test_every_known_score_is_counted_once(dataset: Dataset) -> None:
    assert len(known_scores(dataset)) == len(dataset.reference.scores)
