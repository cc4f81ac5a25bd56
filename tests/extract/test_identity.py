"""Joining drafts and naming facts: what is one fact, what stays two, and what an id depends on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.identity import finish, join
from pipeline.model import Block, Document, Finding, Place, Span
from pipeline.reference.calibration import RAW_THRESHOLD

TEXT = "Kabupaten Blora 41,20. Kabupaten Blora sedang. Kabupaten Blora 41,20 lagi."
BLORA = Subject(code="33.16", doubt=0.0, candidates=("33.16",))
SCORE = Draft(
    type="score",
    subject=BLORA,
    edition="ikp_2024",
    span=Span(start=0, end=21),
    rule=Rule(id="score.cued", version=1),
    confidence=0.95,
    score=Decimal("41.20"),
)
LEVEL = replace(SCORE, type="category", span=Span(start=23, end=45), score=None, category="sedang", confidence=0.9)
AGAIN = replace(SCORE, span=Span(start=47, end=68), confidence=0.97)
DIMENSION = replace(SCORE, type="dimension_score", dimension="kontestasi")


def document(text: str = TEXT) -> Document:
    block = Block(kind="paragraph", span=Span(start=0, end=len(text)), place=Place(address="line 1"))
    return Document(
        sha256="0" * 64, media_type="text/plain", text=text, blocks=(block,), reader="text", reader_version=1
    )


def findings(*drafts: Draft, family: str = "rilis", text: str = TEXT) -> tuple[Finding, ...]:
    return finish(join(drafts), document(text), family)


def test_the_same_fact_twice_is_one_finding_with_both_places_the_surest_first() -> None:
    (finding,) = findings(SCORE, AGAIN)
    assert [evidence.span for evidence in finding.evidence] == [AGAIN.span, SCORE.span]
    assert finding.confidence == 0.97


def test_two_values_stay_two_findings_of_one_identity() -> None:
    first, second = findings(SCORE, replace(AGAIN, score=Decimal("40.20")))
    assert first.id == second.id
    assert first.value_hash != second.value_hash


def test_a_level_joins_the_score_of_its_region_and_edition() -> None:
    (finding,) = findings(LEVEL, SCORE)
    assert (finding.type, finding.score, finding.category) == ("score", Decimal("41.20"), "sedang")
    assert LEVEL.span in [evidence.span for evidence in finding.evidence]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(LEVEL, edition="ikp_2019"), id="another edition"),
        pytest.param(replace(LEVEL, subject=replace(BLORA, code="33.18")), id="another region"),
    ],
)
def test_a_level_of_something_else_stays_alone(other: Draft) -> None:
    assert sorted(finding.type for finding in findings(other, SCORE)) == ["category", "score"]


def test_a_level_that_contradicts_the_score_s_own_stays_a_fact() -> None:
    both = findings(replace(SCORE, category="tinggi"), LEVEL)
    assert sorted((finding.type, finding.category) for finding in both) == [
        ("category", "sedang"),
        ("score", "tinggi"),
    ]


def test_a_level_never_joins_the_mean_of_regencies() -> None:
    province = replace(BLORA, code="33")
    own = replace(LEVEL, subject=province)
    both = findings(replace(SCORE, subject=province, basis="agregat_kabkota"), own)
    assert sorted(finding.type for finding in both) == ["category", "score"]


def test_a_rounded_score_is_dropped_beside_the_exact_one() -> None:
    (finding,) = findings(SCORE, replace(AGAIN, score=Decimal(41)))
    assert finding.score == Decimal("41.20")
    assert len(findings(SCORE, replace(AGAIN, score=Decimal(42)))) == 2


def test_a_bare_rank_joins_its_score() -> None:
    (finding,) = findings(SCORE, replace(AGAIN, score=None, rank=3))
    assert (finding.score, finding.rank) == (Decimal("41.20"), 3)


def test_a_dimension_s_level_joins_its_score_unless_it_contradicts() -> None:
    bare = replace(DIMENSION, score=None, category="tinggi", span=LEVEL.span)
    (finding,) = findings(DIMENSION, bare)
    assert (finding.score, finding.category) == (Decimal("41.20"), "tinggi")
    assert len(findings(replace(DIMENSION, category="sedang"), bare)) == 2


def test_the_id_depends_on_what_the_fact_is_about() -> None:
    about = [
        SCORE, LEVEL, DIMENSION,
        replace(SCORE, edition="ikp_2019"),
        replace(SCORE, subject=replace(BLORA, code="33.18")),
        replace(SCORE, basis="provinsi"),
        replace(DIMENSION, dimension="partisipasi"),
        replace(SCORE, type="indicator", indicator=54, score=None),
        replace(SCORE, type="indicator", indicator=12, score=None),
        replace(SCORE, type="indicator", label="listrik padam", score=None),
        replace(SCORE, type="tally", scope_code="33", level="regency_city", category="tinggi", n=7),
        replace(SCORE, type="tally", scope_code="33", level="regency_city", category="rendah", n=7),
        replace(SCORE, type="mitigation", label="patroli", score=None),
    ]  # fmt: skip
    ids = [findings(draft)[0].id for draft in about] + [findings(SCORE, family="lain")[0].id]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(AGAIN, id="elsewhere in the text"),
        pytest.param(replace(SCORE, score=Decimal("12.5")), id="another value"),
        pytest.param(replace(SCORE, confidence=0.5), id="another confidence"),
        pytest.param(replace(SCORE, rule=Rule(id="score.pair", version=7)), id="another rule"),
        pytest.param(replace(SCORE, category="tinggi", rank=3), id="further fields"),
        pytest.param(replace(SCORE, previous=True), id="quoted for comparison"),
    ],
)
def test_the_id_depends_on_nothing_else(other: Draft) -> None:
    assert findings(other)[0].id == findings(SCORE)[0].id


def test_labels_are_folded_in_the_id() -> None:
    issue = replace(SCORE, type="indicator", score=None, label="Listrik  Padam")
    assert findings(issue)[0].id == findings(replace(issue, label="listrik padam"))[0].id


def test_value_and_evidence_have_hashes_of_their_own() -> None:
    (one,) = findings(SCORE)
    (value,) = findings(replace(SCORE, score=Decimal("12.5")))
    (words,) = findings(SCORE, text=TEXT.replace("lagi", "pula").replace("sedang", "tinggi"))
    assert (one.value_hash != value.value_hash, one.evidence_hash == value.evidence_hash) == (True, True)
    assert (one.value_hash == words.value_hash, one.evidence_hash != words.evidence_hash) == (True, True)


def test_a_score_s_trailing_zero_changes_no_value() -> None:
    assert findings(SCORE)[0].value_hash == findings(replace(SCORE, score=Decimal("41.2")))[0].value_hash


@pytest.mark.parametrize(
    ("draft", "decision"),
    [
        pytest.param(SCORE, "auto", id="sure"),
        pytest.param(replace(SCORE, confidence=RAW_THRESHOLD), "auto", id="just sure enough"),
        pytest.param(replace(SCORE, confidence=RAW_THRESHOLD - 0.01), "review", id="unsure"),
        pytest.param(replace(SCORE, edition=None), "review", id="no edition"),
        pytest.param(replace(SCORE, subject=replace(BLORA, code=None)), "review", id="no region"),
        pytest.param(replace(SCORE, type="mitigation", edition=None, label="patroli"), "auto", id="mitigation"),
    ],
)
def test_what_is_sure_and_complete_needs_no_person(draft: Draft, decision: str) -> None:
    assert findings(draft)[0].decision == decision


def test_candidates_go_with_a_region_that_nothing_decides() -> None:
    (finding,) = findings(replace(SCORE, subject=Subject(code=None, doubt=1.0, candidates=("33.28", "33.76"))))
    assert [candidate.value for candidate in finding.candidates] == ["33.28", "33.76"]
    assert finding.confidence <= 0.4


def test_findings_come_in_the_order_of_the_text() -> None:
    later = replace(AGAIN, subject=replace(BLORA, code="33.18"))
    assert [finding.region_code for finding in findings(later, SCORE)] == ["33.16", "33.18"]
    assert findings(later, SCORE, LEVEL) == findings(LEVEL, SCORE, later)


def test_evidence_says_its_place() -> None:
    assert findings(SCORE)[0].place == Place(address="line 1")
