"""Each check is proved by breaking a good dataset and seeing it fail."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from pipeline.dataset import Dataset, Record, check
from pipeline.dataset.checks import CHECKS, check_official
from pipeline.model import Notice
from pipeline.reference import Reference

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


def test_a_good_dataset_passes(good: Dataset, reference: Reference) -> None:
    assert check(good, reference) == ()


BROKEN: list[tuple[str, str, str, str, Break]] = [
    # level, code, table, region, what is broken
    ("error", "unknown_region", "scores", "36.01", key_set(region_code="99.99")),
    ("error", "unknown_edition", "scores", "36.01", key_set(edition="ikp_1999")),
    ("error", "unknown_indicator", "indicators", "36.01", key_set(indicator=62)),
    ("error", "off_scale", "scores", "35.13", cell_set("score", Decimal("667.83"))),
    ("error", "off_scale", "dimension_scores", "31", cell_set("score", Decimal(-1))),
    ("error", "no_source", "scores", "36.01", cell_set("score", Decimal("77.73"), sourceless=True)),
    ("warning", "category_against_cuts", "scores", "36.01", cell_set("category_stated", "rendah")),
    ("warning", "rank_against_score", "scores", "71", cell_set("score", Decimal("89.00"))),
    ("warning", "rank_against_score", "scores", "36.01", cell_set("rank", 3)),
    ("warning", "total_against_dimensions", "scores", "31", cell_set("score", Decimal("88.90"))),
    ("warning", "against_official", "scores", "71", cell_set("score", Decimal("87.40"))),
    ("warning", "against_official", "scores", "36.01", cell_set("category", "sedang")),
    ("warning", "tally_against_official", "tallies", "ID", cell_set("n", 6)),
    ("warning", "tally_residual", "tallies", "36", cell_set("n", 1)),
    ("warning", "tally_residual", "tallies", "36", cell_set("n", 9)),
]


@pytest.mark.parametrize(("level", "code", "table", "region", "break_it"), BROKEN)
def test_each_check_sees_a_broken_dataset(
    level: str, code: str, table: str, region: str, break_it: Break, good: Dataset, reference: Reference
) -> None:
    rows = changed(getattr(good, table), region, break_it)
    assert rows != getattr(good, table)
    tables: dict[str, Any] = {table: rows}
    found = check(replace(good, **tables), reference)
    assert {(notice.level, notice.code) for notice in found} >= {(level, code)}


def test_the_country_has_two_means(good: Dataset, reference: Reference) -> None:
    found = {}
    for mean in ("26.22", "40.75", "41.75"):
        change = key_set(region_code="ID", edition="ikp_2024", basis=None, dimension="kontestasi")
        row = cell_set("score", Decimal(mean))(change(good.dimension_scores[0]))
        found[mean] = check_official(replace(good, dimension_scores=(row,)), reference)
    assert {mean: [notice.code for notice in notices] for mean, notices in found.items()} == {
        "26.22": [],
        "40.75": [],
        "41.75": ["against_official"],
    }


def test_every_code_is_written_down_with_its_check_and_broken_above() -> None:
    codes = {code for run in CHECKS for code in re.findall(r"``(\w+)``", run.__doc__ or "")}
    assert codes == {code for _, code, _, _, _ in BROKEN} | {"twice", "refused"}


def test_a_key_that_stands_twice_is_an_error(good: Dataset, reference: Reference) -> None:
    notices = check(replace(good, scores=(*good.scores, good.scores[0])), reference)
    assert ("error", "twice") in {(notice.level, notice.code) for notice in notices}


def test_more_regions_in_a_category_than_there_officially_are(
    parsed: Make, build: Make, reference: Reference
) -> None:
    provinces = [code for code, region in sorted(reference.regions.items()) if region.level == "province"][:6]
    facts = [{"type": "category", "region_code": code, "category": "tinggi"} for code in provinces]
    notices = check(build(parsed("a.txt", facts)), reference)
    (notice,) = (notice for notice in notices if notice.code == "tally_residual" and "tinggi" in notice.message)
    assert "5 expected, 6 published" in notice.message
    assert "-1 unexplained" in notice.message


def test_a_refused_finding_is_a_warning_with_its_words(
    parsed: Make, score: Make, build: Make, reference: Reference
) -> None:
    entry = parsed("a.txt", [score("64", "667.83", raw="skor (667,83)")])
    (notice,) = check(build(entry), reference)
    assert (notice.level, notice.code, notice.document) == ("warning", "refused", entry.item.sha256)
    assert notice.span is not None
    assert notice.span.of(entry.document.text) == "skor (667,83)"


def test_warnings_point_at_the_words(parsed: Make, score: Make, build: Make, reference: Reference) -> None:
    entry = parsed("a.txt", [score("36.01", "77.7", category="rendah")])
    notice = {notice.code: notice for notice in check(build(entry), reference)}["category_against_cuts"]
    assert notice.document == entry.item.sha256


def test_errors_come_first(good: Dataset, reference: Reference) -> None:
    rows = changed(good.scores, "36.01", cell_set("category_stated", "rendah"))
    rows = changed(rows, "35.13", cell_set("score", Decimal("667.83")))
    levels = [notice.level for notice in check(replace(good, scores=rows), reference)]
    assert levels == sorted(levels)
    assert set(levels) == {"error", "warning"}


def test_documents_alone_never_stop_publication(dataset: Dataset, reference: Reference) -> None:
    notices: tuple[Notice, ...] = check(dataset, reference)
    assert {notice.code for notice in notices} >= {"refused"}
    assert all(notice.level == "warning" for notice in notices)
