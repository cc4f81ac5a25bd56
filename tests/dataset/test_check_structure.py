"""Checks of the whole: what counts as a source, what is said of coverage and tallies, and in which order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from pipeline.dataset import Dataset, checked
from pipeline.dataset.checks.check import SEVERITIES
from pipeline.dataset.checks.counts import residuals, tallies_against_official
from pipeline.dataset.checks.structure import coverage_gaps, twice, without_source
from pipeline.dataset.reconcile import reconciled
from pipeline.model import Parsed

Fact = dict[str, Any]
Make = Callable[..., Any]


@pytest.fixture
def small(parsed: Callable[..., Parsed], score: Make, build: Make) -> Dataset:
    dataset: Dataset = build(parsed("a.txt", [score("64.02", "40.28"), score("64.03", "20.10")]))
    return dataset


def level(code: str, decision: str = "auto") -> Fact:
    return {"type": "category", "region_code": code, "category": "tinggi", "decision": decision}


def tally(n: int, scope: str = "36", unit: str = "regency_city", **fields: Any) -> Fact:
    return {"type": "tally", "scope_code": scope, "level": unit, "category": "tinggi", "n": n} | fields


# --- structure ---


def test_a_value_rests_on_an_accepted_finding_of_a_listed_document(small: Dataset) -> None:
    assert list(without_source(small)) == []
    assert len(list(without_source(replace(small, findings=small.findings[1:])))) > 0
    assert len(list(without_source(replace(small, documents=())))) > 0


def test_a_finding_that_waits_is_no_source(small: Dataset) -> None:
    first = small.findings[0].source

    def flaws(**fields: Any) -> int:
        finding = replace(first.finding, **fields)
        source = replace(first, finding=finding)
        listed = (replace(small.findings[0], source=source), *small.findings[1:])
        cells = tuple(replace(cell, sources=(source,) if cell.sources else ()) for cell in small.scores[0].cells)
        rows = (replace(small.scores[0], cells=cells), *small.scores[1:])
        return len(list(without_source(replace(small, findings=listed, scores=rows))))

    assert flaws() == 0
    assert flaws(decision="review") > 0


def test_a_value_of_which_one_source_counts_stands(small: Dataset) -> None:
    row = small.scores[0]
    other = small.scores[1].cells[0].sources[0]
    stray = replace(other, finding=replace(other.finding, decision="review"))
    cells = tuple(replace(cell, sources=(stray, *cell.sources)) for cell in row.cells)
    assert list(without_source(replace(small, scores=(replace(row, cells=cells), small.scores[1])))) == []


def test_a_row_that_stands_twice_is_seen_once_more(small: Dataset) -> None:
    assert list(twice(small)) == []
    again = replace(small, scores=(*small.scores, small.scores[0], small.scores[0]))
    assert [flaw.row.key.region_code for flaw in twice(again) if flaw.row] == ["64.02", "64.02"]


def test_regions_are_covered_once_and_as_their_scores_say(small: Dataset) -> None:
    assert list(coverage_gaps(small)) == []
    missing = [flaw.text for flaw in coverage_gaps(replace(small, coverage=small.coverage[2:]))]
    assert missing == [
        f"coverage: region {entry.region_code} stands there 0 times" for entry in small.coverage[:2]
    ]
    doubled = [flaw.text for flaw in coverage_gaps(replace(small, coverage=(*small.coverage, small.coverage[0])))]
    assert doubled == [f"coverage: region {small.coverage[0].region_code} stands there 2 times"]
    empty = [flaw.text for flaw in coverage_gaps(replace(small, scores=small.scores[1:]))]
    assert empty == ["coverage: region 64.02 is value, and its scores say otherwise"]


@pytest.mark.parametrize(
    ("basis", "edition", "said"),
    [("agregat_kabkota", "ikp_2024", 1), (None, "ikp_2019", 1), ("provinsi", "ikp_2024", 0)],
)
def test_means_and_other_editions_cover_no_region(
    basis: str | None, edition: str, said: int, small: Dataset
) -> None:
    row = replace(small.scores[0], key=replace(small.scores[0].key, basis=basis, edition=edition))  # type: ignore[arg-type]
    assert len(list(coverage_gaps(replace(small, scores=(row, *small.scores[1:]))))) == said


# --- tallies ---


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (tally(5, "ID", "province"), []),
        (tally(6, "ID", "province"), ["stated 6, officially 5"]),
        (tally(6, "36"), []),
        (tally(6, "ID", "province", edition="ikp_2019"), []),
        (tally(6, "ID", "province", dimension="kontestasi"), []),
        (tally(7, "ID", "province", dimension="kontestasi"), ["stated 7, officially 6"]),
    ],
)
def test_a_tally_of_the_country_is_the_one_known(fact: Fact, said: list[str], parsed: Make, build: Make) -> None:
    assert [flaw.text for flaw in tallies_against_official(build(parsed("a.txt", [fact])))] == said


RESIDUALS: dict[str, tuple[list[Fact], list[str]]] = {
    "none": ([tally(1), level("36.03")], []),
    "found later": ([tally(3), level("36.03")], []),
    "review may mend it": ([tally(1), level("36.03"), level("36.04", "review")], []),
    "too many": (
        [tally(1), level("36.03"), level("36.04")],
        ["1 expected, 2 published, 0 in review, 6 unknown: -1 unexplained, more than announced (36.03, 36.04)"],
    ),
    "too few left": (
        [tally(9), level("36.01"), level("36.02"), level("36.73")],
        ["9 expected, 3 published, 0 in review, 5 unknown: +1 unexplained, too few regions left"],
    ),
}


@pytest.mark.parametrize(("facts", "said"), RESIDUALS.values(), ids=RESIDUALS.keys())
def test_what_our_own_count_cannot_come_out_at(
    facts: list[Fact], said: list[str], parsed: Make, build: Make
) -> None:
    flaws = [
        flaw for flaw in residuals(build(parsed("a.txt", facts))) if flaw.row and flaw.row.key.region_code == "36"
    ]
    assert [flaw.text for flaw in flaws] == said
    assert all(flaw.cell is not None for flaw in flaws)


def test_of_the_country_as_many_are_unknown_as_were_measured_and_not_placed(parsed: Make, build: Make) -> None:
    def unknown(*facts: Fact) -> int:
        (found,) = (
            one
            for one in reconciled(build(parsed("a.txt", list(facts))))
            if one.official and one.key.level == "province" and one.key.category == "tinggi"
            if one.key.dimension is None and one.key.edition == "ikp_2024"
        )
        return found.unknown

    assert unknown(tally(5, "ID", "province")) == 34
    assert unknown(level("31"), level("71")) == 32
    assert unknown(level("31"), level("71", "review")) == 32
    assert unknown(level("31"), level("36.01")) == 33


# --- order ---


def test_faults_stand_once_and_the_gravest_first(parsed: Make, build: Make, score: Make) -> None:
    facts = [score("36.01", "60.00", category="rendah"), score("64.02", "44.28"), score("64", "667.83")]
    entry = parsed("a.txt", facts)
    dataset = checked(build(replace(entry, extraction=replace(entry.extraction, percents=(1,)))))
    severities = [fault.severity for fault in dataset.faults]
    assert severities == sorted(severities, key=list(SEVERITIES).index)
    assert {"hold", "warn"} == set(severities)
    assert len(set(dataset.faults)) == len(dataset.faults)
    assert dataset.scores[0].value("score") == Decimal("60.00")


def test_where_keys_lead_nowhere_nothing_else_is_said(small: Dataset) -> None:
    lost = replace(small.scores[0], key=replace(small.scores[0].key, region_code="99.99"))
    found = checked(replace(small, scores=(lost, small.scores[1], small.scores[1]))).faults
    assert {fault.check for fault in found} == {"unknown_region"}
