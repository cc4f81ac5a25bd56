"""Each check is proved by breaking a good dataset and seeing it fail."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pipeline.account import account_of
from pipeline.dataset import Dataset, Fault, Record, checked, consolidate, stops
from pipeline.dataset.checks.every import CHECKS, MANY
from pipeline.dataset.checks.values import against_official
from pipeline.dataset.tables.schema import NAME as SCHEMA
from pipeline.decision import Decision, Ruling, Verdict
from pipeline.jobs.report_parts import report_parts
from pipeline.model import Finding, Parsed
from pipeline.reference import Reference
from published import files_of

Make = Callable[..., Any]
Break = Callable[[Record], Record]


@pytest.fixture
def good(parsed: Make, score: Make, build: Make) -> Dataset:
    """Make a dataset about which no check has anything to say."""
    dimensions = {"konteks sosial politik": "78.27", "penyelenggaraan": "92.36", "kontestasi": "96.08"}
    facts = [
        score("31", "88.95", category="tinggi", rank=1, rank_scope="nasional"),
        score("71", "87.48", category="tinggi", rank=2, rank_scope="nasional"),
        score("36.01", "77.73", category="tinggi", rank=1, rank_scope="provinsi"),
        score("36.02", "58.7", category="tinggi", rank=2, rank_scope="provinsi"),
        score("35.13", "60.00", rank=1, rank_scope="provinsi"),
        {"type": "indicator", "region_code": "36.01", "indicator": 12},
        {"type": "tally", "scope_code": "ID", "level": "province", "category": "tinggi", "n": 5},
        {"type": "tally", "scope_code": "36", "level": "regency_city", "category": "tinggi", "n": 3},
        {"type": "dimension_score", "region_code": "31", "dimension": "partisipasi", "score": Decimal("87.01")},
    ]
    facts += [
        {"type": "dimension_score", "region_code": "31", "dimension": name, "score": Decimal(number)}
        for name, number in dimensions.items()
    ]
    dataset: Dataset = build(parsed("a.txt", facts))
    return dataset


def changed(records: tuple[Record, ...], code: str, change: Break) -> tuple[Record, ...]:
    return tuple(change(record) if record.key.region_code == code else record for record in records)


def cell_set(field: str, value: Any, *, sourceless: bool = False) -> Break:
    """Return a change that writes another value into a cell."""

    def change(record: Record) -> Record:
        cells = tuple(
            replace(cell, value=value, sources=() if sourceless else cell.sources) if cell.field == field else cell
            for cell in record.cells
        )
        return replace(record, cells=cells)

    return change


def key_set(**parts: Any) -> Break:
    return lambda record: replace(record, key=replace(record.key, **parts))


def codes(faults: Sequence[Fault]) -> set[tuple[str, str]]:
    return {(fault.severity, fault.check) for fault in faults}


def test_a_good_dataset_passes(good: Dataset) -> None:
    assert checked(good).faults == ()
    assert checked(good) == good


BROKEN: list[tuple[str, str, str, str, Break]] = [
    # severity, check, table, region, what is broken
    ("stop", "unknown_region", "scores", "36.01", key_set(region_code="99.99")),
    ("stop", "unknown_edition", "scores", "36.01", key_set(edition="ikp_1999")),
    ("stop", "unknown_indicator", "indicators", "36.01", key_set(indicator=62)),
    ("stop", "unknown_dimension", "dimension_scores", "31", key_set(dimension="cuaca")),
    ("stop", "coverage", "scores", "36.01", key_set(edition="ikp_2019")),
    ("hold", "off_scale", "scores", "35.13", cell_set("score", Decimal("667.83"))),
    ("hold", "off_scale", "dimension_scores", "31", cell_set("score", Decimal(-1))),
    ("hold", "no_source", "scores", "36.01", cell_set("score", Decimal("77.73"), sourceless=True)),
    ("hold", "of_another_edition", "scores", "31", key_set(edition="pemetaan_pilkada_2024")),
    ("hold", "of_another_measure", "scores", "31", cell_set("score", Decimal("35.95"))),
    ("hold", "of_another_measure", "scores", "71", key_set(basis="agregat_kabkota")),
    ("warn", "category_against_cuts", "scores", "36.01", cell_set("category_stated", "rendah")),
    ("warn", "rank_against_score", "scores", "71", cell_set("score", Decimal("89.00"))),
    ("warn", "rank_against_score", "scores", "36.01", cell_set("rank", 3)),
    ("warn", "total_against_dimensions", "scores", "31", cell_set("score", Decimal("88.90"))),
    ("warn", "against_official", "scores", "71", cell_set("score", Decimal("87.40"))),
    ("warn", "against_official", "scores", "36.01", cell_set("category", "sedang")),
    ("warn", "tally_against_official", "tallies", "ID", cell_set("n", 6)),
    ("warn", "tally_residual", "tallies", "36", cell_set("n", 1)),
    ("warn", "tally_residual", "tallies", "36", cell_set("n", 9)),
]


@pytest.mark.parametrize(("severity", "name", "table", "region", "break_it"), BROKEN)
def test_each_check_sees_a_broken_dataset(
    severity: str, name: str, table: str, region: str, break_it: Break, good: Dataset
) -> None:
    rows = changed(getattr(good, table), region, break_it)
    assert rows != getattr(good, table)
    tables: dict[str, Any] = {table: rows}
    assert codes(checked(replace(good, **tables)).faults) >= {(severity, name)}


@pytest.mark.parametrize(("severity", "name", "table", "region", "break_it"), BROKEN)
def test_what_is_said_of_a_row_has_a_wording_in_the_report(
    severity: str, name: str, table: str, region: str, break_it: Break, good: Dataset
) -> None:
    tables: dict[str, Any] = {table: changed(getattr(good, table), region, break_it)}
    said = [one.message for one in checked(replace(good, **tables)).faults if one.check == name]
    assert said
    assert severity == "stop" or [message for message in said if not is_worded(name, message)] == []


def is_worded(name: str, message: str) -> bool:
    """Tell whether the page can say a message in other languages: it is one of the English wordings, filled in."""
    forms = [text for key, text in report_parts().words["en"].items() if f"{key}.".startswith(f"fault.{name}.")]
    patterns = (re.sub(r"\\\{\w+\\\}", "(.+?)", re.escape(form)) for form in forms)
    return any(re.fullmatch(pattern, message) for pattern in patterns)


ELSEWHERE = {"before_its_region", "twice", "percent_as_score", "before_its_edition", "refused"}
"""Checks that are broken by documents, or by whole rows, in tests of their own below."""


def test_every_check_is_broken_somewhere() -> None:
    assert {one.name for one in CHECKS} == {name for _, name, _, _, _ in BROKEN} | ELSEWHERE


def test_a_key_that_stands_twice_stops_publication(good: Dataset) -> None:
    assert ("stop", "twice") in codes(checked(replace(good, scores=(*good.scores, good.scores[0]))).faults)


def test_a_region_that_is_covered_twice_or_not_stops_publication(good: Dataset) -> None:
    for broken in (good.coverage[1:], (*good.coverage, good.coverage[0])):
        assert codes(checked(replace(good, coverage=broken)).faults) == {("stop", "coverage")}


# --- what documents state ---


def in_percent(entry: Parsed) -> Parsed:
    """Return a document whose first finding is written as a percentage."""
    return replace(entry, extraction=replace(entry.extraction, percents=(0,)))


def test_a_percentage_is_held_back_alone(parsed: Make, score: Make, build: Make) -> None:
    entry = in_percent(parsed("a.txt", [score("64.02", "44.28", category="tinggi"), score("64.03", "20.10")]))
    dataset = checked(build(entry))
    assert codes(dataset.faults) >= {("hold", "percent_as_score")}
    held, published = dataset.scores
    assert (held.value("score"), held.value("category"), held.status) == (None, None, "in review")
    assert (published.value("score"), published.status) == (Decimal("20.10"), "value")
    assert {entry.source.finding.region_code: entry.standing for entry in dataset.findings} == {
        "64.02": "held back",
        "64.03": "published",
    }
    cover = {entry.region_code: entry for entry in dataset.coverage}
    assert (cover["64.02"].status, cover["64.02"].held_back) == ("in review", ("percent_as_score",))
    assert (cover["64.03"].status, cover["64.03"].held_back) == ("value", ())
    assert stops(dataset) == ()


def test_a_disagreement_about_a_row_that_is_held_back_is_open_again(
    parsed: Make, score: Make, build: Make
) -> None:
    older = parsed("a.txt", [score("64.03", "24.28")], published=date(2022, 12, 20))
    newer = in_percent(parsed("b.txt", [score("64.03", "55.28")], published=date(2022, 12, 22)))
    files = files_of(dataset := checked(build(older, newer)))
    sides = list(csv.DictReader(io.StringIO(files["conflicts.csv"].decode())))
    assert {(row["status"], row["chosen"], row["decided_by"]) for row in sides} == {("open", "false", "held back")}
    assert {entry.standing for entry in dataset.findings} == {"held back"}
    (row,) = csv.DictReader(io.StringIO(files["scores.csv"].decode()))
    assert (row["score"], row["category"], row["status"], row["held"]) == ("", "", "in review", "2")


def test_what_others_state_of_a_row_that_is_held_back_stays(parsed: Make, score: Make, build: Make) -> None:
    percent = in_percent(parsed("a.txt", [score("64.02", "44.28", rank=1, rank_scope="provinsi")]))
    other = parsed("b.txt", [{"type": "category", "region_code": "64.02", "category": "tinggi"}])
    (row,) = checked(build(percent, other)).scores
    assert (row.value("score"), row.value("category_derived"), row.value("rank")) == (None, None, None)
    assert (row.value("category"), row.value("category_stated"), row.status) == ("tinggi", "tinggi", "value")


def test_what_is_held_back_is_not_warned_of_too(parsed: Make, score: Make, build: Make) -> None:
    entry = parsed("a.txt", [score("64.02", "12.28", category="tinggi")])
    assert "category_against_cuts" in {fault.check for fault in checked(build(entry)).faults}
    assert codes(checked(build(in_percent(entry))).faults) == {("hold", "percent_as_score")}


def test_the_hole_is_stated_in_the_tables(parsed: Make, score: Make, build: Make) -> None:
    entry = in_percent(parsed("a.txt", [score("64.03", "44.28")]))
    files = files_of(checked(build(entry)))
    (row,) = csv.DictReader(io.StringIO(files["scores.csv"].decode()))
    assert (row["score"], row["status"], row["warnings"]) == ("", "in review", "percent_as_score")
    (fault,) = csv.DictReader(io.StringIO(files["checks.csv"].decode()))
    assert (fault["check"], fault["severity"], fault["region_code"]) == ("percent_as_score", "hold", "64.03")
    assert (fault["document"], fault["quote"]) == ("a.txt", entry.document.text.strip())
    (finding,) = csv.DictReader(io.StringIO(files["findings.csv"].decode()))
    assert (finding["standing"], finding["reason"][:11]) == ("held back", "score 44.28")


def test_a_percentage_that_another_source_or_the_known_score_confirms_stands(
    parsed: Make, score: Make, build: Make
) -> None:
    alone = in_percent(parsed("a.txt", [score("31", "88.95")]))
    assert checked(build(alone)).faults == ()
    both = build(
        in_percent(parsed("a.txt", [score("64.03", "44.28")])), parsed("b.txt", [score("64.03", "44.28")])
    )
    assert checked(both).faults == ()


def test_what_a_person_confirmed_is_warned_of_and_stays(parsed: Make, score: Make, reference: Reference) -> None:
    account = account_of(in_percent(parsed("a.txt", [score("64.03", "44.28")])))
    verdict = accepted(account.findings[0])
    dataset = checked(consolidate((replace(account, verdicts=(verdict,)),), (), reference))
    assert codes(dataset.faults) == {("warn", "percent_as_score")}
    assert dataset.scores[0].value("score") == Decimal("44.28")


def test_who_confirmed_the_category_has_not_confirmed_the_score(
    parsed: Make, score: Make, reference: Reference
) -> None:
    account = account_of(in_percent(parsed("a.txt", [score("64.03", "44.28", category="sedang")])))
    verdict = accepted(account.findings[0], field="category")
    dataset = checked(consolidate((replace(account, verdicts=(verdict,)),), (), reference))
    assert codes(dataset.faults) == {("hold", "percent_as_score")}
    assert dataset.scores[0].value("score") is None


@pytest.mark.parametrize(("field", "severity"), [("score", "warn"), ("edition", "warn"), ("category", "hold")])
def test_who_confirmed_the_edition_has_looked_at_it(
    field: str, severity: str, parsed: Make, score: Make, reference: Reference
) -> None:
    facts = [score("36.01", "70.00", category="tinggi")]
    account = account_of(parsed("a.txt", facts, published=date(2021, 1, 1)))
    verdict = accepted(account.findings[0], field=field)
    dataset = checked(consolidate((replace(account, verdicts=(verdict,)),), (), reference))
    assert (severity, "before_its_edition") in codes(dataset.faults)


def accepted(finding: Finding, field: str = "score") -> Verdict:
    """Return what stands of a finding whose score, or another field, a person has accepted."""
    line = Decision(
        id="d1",
        finding_id=finding.id,
        field=field,
        verb="accept",
        before="44.28",
        after="44.28",
        evidence_hash=finding.evidence_hash,
        actor="Ani",
        at="2026-11-29T00:00:00Z",
        batch="b1",
        of=1,
    )
    return Verdict(machine=finding, rulings=(Ruling(decision=line, outcome="kept", machine="44.28"),))


def test_an_edition_is_not_older_than_its_launch(parsed: Make, score: Make, build: Make) -> None:
    def found(published: date | None) -> bool:
        dataset = build(parsed("a.txt", [score("36.01", "70.00")], published=published))
        return ("hold", "before_its_edition") in codes(checked(dataset).faults)

    assert found(date(2022, 3, 1))
    assert not found(date(2022, 12, 1)), "regions tell of their part before the launch"
    assert not found(None)


def test_a_value_older_than_its_edition_is_doubted_with_its_whole_row(
    parsed: Make, score: Make, build: Make
) -> None:
    dataset = build(parsed("a.txt", [score("36.01", "70.00")], published=date(2022, 3, 1)))
    faults = [fault for fault in checked(dataset).faults if fault.check == "before_its_edition"]
    assert [fault.field for fault in faults] == [None]


def test_a_province_has_no_value_before_it_was_formed(parsed: Make, build: Make) -> None:
    def found(edition: str) -> set[tuple[str, str]]:
        fact = {"type": "category", "region_code": "96", "category": "tinggi", "edition": edition}
        return codes(checked(build(parsed("a.txt", [fact]))).faults)

    assert ("hold", "before_its_region") in found("ikp_2024")
    assert ("hold", "before_its_region") not in found("pemetaan_pilkada_2024")


def test_a_newer_document_that_says_the_same_saves_a_value_from_an_early_one(
    parsed: Make, score: Make, build: Make
) -> None:
    early = parsed("a.txt", [score("36.01", "70.00")], published=date(2022, 3, 1))
    late = parsed("b.txt", [score("36.01", "70.00")], published=date(2023, 3, 1))
    assert "before_its_edition" not in {fault.check for fault in checked(build(early, late)).faults}


def test_a_refused_finding_is_a_warning_with_its_words(parsed: Make, score: Make, build: Make) -> None:
    entry = parsed("a.txt", [score("64", "667.83", raw="skor (667,83)")])
    (fault,) = checked(build(entry)).faults
    assert (fault.severity, fault.check) == ("warn", "refused")
    assert fault.source is not None
    assert fault.source.document.sha256 == entry.item.sha256
    assert fault.source.finding.span.of(entry.document.text) == "skor (667,83)"


def test_warnings_point_at_the_words(parsed: Make, score: Make, build: Make) -> None:
    entry = parsed("a.txt", [score("36.01", "77.7", category="rendah")])
    fault = {fault.check: fault for fault in checked(build(entry)).faults}["category_against_cuts"]
    assert fault.source is not None
    assert fault.source.document.sha256 == entry.item.sha256
    assert fault.line.startswith("dataset: scores 36.01:ikp_2024: stated rendah")


def test_more_regions_in_a_category_than_there_officially_are(
    parsed: Make, build: Make, reference: Reference
) -> None:
    provinces = [code for code, region in sorted(reference.regions.items()) if region.level == "province"][:6]
    facts = [{"type": "category", "region_code": code, "category": "tinggi"} for code in provinces]
    faults = checked(build(parsed("a.txt", facts))).faults
    (fault,) = (fault for fault in faults if fault.check == "tally_residual" and "tinggi" in fault.line)
    assert "5 expected, 6 published" in fault.message
    assert "-1 unexplained, more than announced (11, 12, 13, 14, 15, 16)" in fault.message


# --- the whole ---


def test_one_document_of_many_percentages_stops_nothing(
    parsed: Make, score: Make, build: Make, reference: Reference
) -> None:
    local = [code for code, region in sorted(reference.regions.items()) if region.level in {"regency", "city"}]
    entry = parsed("a.txt", [score(code, "49.99") for code in local[:60]])
    entry = replace(entry, extraction=replace(entry.extraction, percents=tuple(range(60))))
    dataset = checked(build(entry))
    assert len({fault.row_name for fault in dataset.faults if fault.severity == "hold"}) > 50
    assert stops(dataset) == ()


def test_many_rows_held_back_stop_publication(
    parsed: Make, score: Make, build: Make, reference: Reference
) -> None:
    local = [code for code, region in sorted(reference.regions.items()) if region.level in {"regency", "city"}]
    for count, stopped in ((49, False), (50, True)):
        dataset = build(parsed("a.txt", [score(code, "50.00") for code in local[:60]]))
        rows = tuple(
            cell_set("score", Decimal(900))(row) if place < count else row
            for place, row in enumerate(dataset.scores)
        )
        found = stops(checked(replace(dataset, scores=rows)))
        assert [fault.check for fault in found] == ([MANY.name] if stopped else [])


def test_the_gravest_come_first(good: Dataset) -> None:
    rows = changed(good.scores, "36.01", cell_set("category_stated", "rendah"))
    rows = changed(rows, "35.13", cell_set("score", Decimal("667.83")))
    levels = [fault.severity for fault in checked(replace(good, scores=(*rows, rows[-1]))).faults]
    assert levels == sorted(levels, key=["stop", "hold", "warn"].index)
    assert set(levels) == {"stop", "hold", "warn"}


def test_the_country_has_two_means(good: Dataset) -> None:
    found = {}
    for mean in ("26.22", "40.75", "41.75"):
        change = key_set(region_code="ID", edition="ikp_2024", basis=None, dimension="kontestasi")
        row = cell_set("score", Decimal(mean))(change(good.dimension_scores[0]))
        found[mean] = len(list(against_official(replace(good, scores=(), dimension_scores=(row,)))))
    assert found == {"26.22": 0, "40.75": 0, "41.75": 1}


@pytest.mark.parametrize(
    ("basis", "mean", "held"),
    [
        ("agregat_kabkota", "40.75", True),
        ("provinsi", "26.22", True),
        ("provinsi", "40.75", False),
        ("agregat_kabkota", "26.22", False),
        ("agregat_kabkota", "41.75", False),
        (None, "26.22", False),
    ],
)
def test_the_means_of_the_country_do_not_stand_for_each_other(
    basis: str | None,
    mean: str,
    held: bool,  # noqa: FBT001
    parsed: Make,
    build: Make,
) -> None:
    fact = {"type": "dimension_score", "region_code": "ID", "dimension": "kontestasi", "basis": basis}
    dataset = checked(build(parsed("a.txt", [fact | {"score": Decimal(mean)}])))
    assert (("hold", "of_another_measure") in codes(dataset.faults)) == held


def test_documents_alone_never_stop_publication(dataset: Dataset) -> None:
    assert {fault.check for fault in dataset.faults} >= {"refused"}
    assert stops(dataset) == ()


def test_no_other_check_is_named_as_the_schema() -> None:
    assert SCHEMA not in {one.name for one in CHECKS}
