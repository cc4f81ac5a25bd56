from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.dataset import Dataset, lineage, render_lineage
from pipeline.errors import UsageError
from pipeline.model import Parsed
from pipeline.reference import load_reference

Make = Callable[..., Any]


def texts_of(*parsed: Parsed) -> Callable[[str], str | None]:
    """Return what gives the text of each of these documents."""
    return {entry.item.sha256: entry.document.text for entry in parsed}.get


ANSWERS = [
    # row, column, value, status
    ("36.01", "score", "77.73", "value"),
    ("Kabupaten Pandeglang", "score", "77.73", "value"),
    ("pandeglang:ikp_2024", "category", "tinggi", "value"),
    ("36.01", "rank", "3 (provinsi)", "value"),
    ("36", "score", "66.53", "value"),
    ("36:ikp_2024:agregat_kabkota", "score", "45.18", "value"),
    ("Banten", "category_derived", "sedang", "value"),
    ("31", "kontestasi", "96.08", "value"),
    ("31", "Penyelenggaraan Pemilu", "92.36", "value"),
    ("35.13", "12", "reported, 4", "value"),
    ("35.13", "i27", "reported, 14 (TPS)", "value"),
    ("36.04", "category", None, "in review"),
    ("64", "score", None, "in review"),
    ("35.13", "score", None, "not published"),
    ("11.01", "score", None, "not fetched"),
]


@pytest.mark.parametrize(("row", "column", "value", "status"), ANSWERS)
def test_every_value_has_an_answer(
    row: str, column: str, value: str | None, status: str, dataset: Dataset, corpus: list[Parsed]
) -> None:
    answer = lineage(dataset, texts_of(*corpus), row, column)
    assert (answer.value, answer.status) == (value, status)
    assert bool(answer.sides) == (status in {"value", "in review"})
    assert status == "value" or answer.reasons


def test_each_side_quotes_its_document(dataset: Dataset, corpus: list[Parsed]) -> None:
    answer = lineage(dataset, texts_of(*corpus), "36.02", "score")
    assert [(side.role, side.value, side.document) for side in answer.sides] == [
        ("published", "72.1", "banten/rilis.pdf"),
        ("outweighed", "71.2", "banten/berita.html"),
    ]
    texts = {entry.item.path: entry.document.text for entry in corpus}
    for side in answer.sides:
        assert texts[side.document][side.start : side.end] == side.quote
        assert side.context is not None
        assert f"»{side.quote}«" in side.context
        assert side.line == 2


def test_a_conflict_is_explained_in_words(dataset: Dataset, corpus: list[Parsed]) -> None:
    text = render_lineage(lineage(dataset, texts_of(*corpus), "36.02", "score"))
    plain = " ".join(text.split())
    assert "The sources disagree: 72.1, 71.2. 72.1 was taken, because Bawaslu RI goes before" in plain
    assert "Stated otherwise by: 1. 71.2, in banten/berita.html (kabar.example, 2022-12-28)" in plain


def test_a_self_contradiction_is_shown_and_nothing_taken(parsed: Make, score: Make, build: Make) -> None:
    entry = parsed("a.txt", [score("36.01", "60.0"), score("36.01", "50.0")])
    answer = lineage(build(entry), texts_of(entry), "36.01", "score")
    assert (answer.value, answer.status) == (None, "in review")
    assert [(side.role, side.value) for side in answer.sides] == [("held", "60.0"), ("held", "50.0")]
    assert any(
        "60.0, 50.0. None was taken, because one document contradicts itself" in text for text in answer.reasons
    )


def test_a_derived_category_is_explained_by_the_cuts(dataset: Dataset, corpus: list[Parsed]) -> None:
    (reason,) = lineage(dataset, texts_of(*corpus), "36.01", "category_derived").reasons
    assert "77.73 gives tinggi" in reason
    assert "regencies and cities are tinggi from 49.33, and rendah up to 13.46" in reason


def test_stated_against_derived_shows_both(parsed: Make, score: Make, build: Make) -> None:
    entry = parsed("a.txt", [score("36.01", "77.7", category="sedang")])
    answer = lineage(build(entry), texts_of(entry), "36.01", "category")
    assert answer.value == "sedang"
    assert any("The sources disagree: sedang, tinggi." in reason for reason in answer.reasons)
    assert any("The score 77.7 gives tinggi" in reason for reason in answer.reasons)


def test_a_refused_value_is_shown_with_the_reason(dataset: Dataset, corpus: list[Parsed]) -> None:
    (side,) = lineage(dataset, texts_of(*corpus), "Kalimantan Timur", "score").sides
    assert (side.role, side.value) == ("refused", "667.83")
    assert "not on the scale" in (side.note or "")


def test_a_finding_can_be_asked_for(dataset: Dataset, corpus: list[Parsed]) -> None:
    (finding,) = (
        entry.source.finding
        for entry in dataset.findings
        if entry.source.finding.region_code == "36.02" and entry.standing == "outweighed"
    )
    answer = lineage(dataset, texts_of(*corpus), finding.id, "score")
    assert (answer.value, answer.status) == ("71.2", "outweighed")
    assert "Kabupaten Lebak" in answer.subject


def test_what_waits_says_why(parsed: Make, score: Make, build: Make) -> None:
    """Below the threshold, against a score that is known from elsewhere, or both."""
    reference = load_reference()
    known = {one.region_code for one in reference.scores}
    one, other, *_ = (code for code in reference.regions if code.startswith("91.") and code not in known)
    unsure = {"confidence": 0.9, "decision": "review"}
    facts = [score("64", "77.04", **unsure), score(one, "50.0", **unsure), score(other, "50.0", decision="review")]
    entry = parsed("a.txt", facts)
    rows = ("64", one, other)
    answers = [" ".join(lineage(build(entry), texts_of(entry), row, "score").reasons) for row in rows]
    below = f"From {reference.calibration.threshold * 100:.1f}% sure on a finding is published without a person"
    assert [below in answer for answer in answers] == [True, True, False]
    assert [answer.count("Known from elsewhere is 74.04 (") for answer in answers] == [1, 0, 0]
    assert "), not 77.04: see official_scores.csv." in answers[0]


def test_other_editions_are_named(parsed: Make, score: Make, build: Make) -> None:
    entry = parsed("a.txt", [score("36.01", "77.7"), score("36.01", "55.1", edition="ikp_2019")])
    assert "There is also: 36.01:ikp_2019." in lineage(build(entry), texts_of(entry), "36.01", "score").reasons
    assert lineage(build(entry), texts_of(entry), "36.01:ikp_2019", "score").value == "55.1"


def test_without_ikp_2024_the_latest_edition_answers(parsed: Make, score: Make, build: Make) -> None:
    facts = [score("36.01", "55.1", edition="ikp_2019"), score("36.01", "44.0", edition="ikp_pilkada_2020")]
    entry = parsed("a.txt", facts)
    assert lineage(build(entry), texts_of(entry), "36.01", "score").value == "44.0"


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ("Serang", "score", r"may mean Kabupaten Serang \(36.04\), Kota Serang \(36.73\); give the code"),
        ("Atlantis", "score", "is no region"),
        ("3671", "score", "with a dot, 36.71 is Kota Tangerang; codes of BPS"),
        ("36.01", "62", "is no column"),
        ("36.01", "cuaca", "is no column"),
        ("36.01:ikp_1999", "score", "is no edition"),
        ("36:ikp_2024:rerata", "score", "is no basis"),
    ],
)
def test_a_wrong_question_is_answered_with_a_remedy(
    row: str, column: str, message: str, dataset: Dataset, corpus: list[Parsed]
) -> None:
    with pytest.raises(UsageError, match=message):
        lineage(dataset, texts_of(*corpus), row, column)


def test_the_text_is_complete(dataset: Dataset, corpus: list[Parsed]) -> None:
    text = render_lineage(lineage(dataset, texts_of(*corpus), "36.01", "score"))
    assert text.startswith("Kabupaten Pandeglang (36.01), ikp_2024\nscore: 77.73\n")
    for words in ("Bawaslu Provinsi Banten, 2022-12-20", "rule prose.score (version 1)", "sure to 98%"):
        assert words in text
    assert "characters 0 to" in text
