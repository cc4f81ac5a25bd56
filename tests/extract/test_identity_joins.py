"""Joining drafts of one document: what a level, a rank and a doubt go with, and what contradicts what."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.identity import finish, join
from pipeline.model import Block, Document, Place, Span
from pipeline.reference.calibration import KNOWN_DOUBT

BLORA = Subject(code="33.16", doubt=0.0, candidates=("33.16",))
PATI = Subject(code="33.18", doubt=0.0, candidates=("33.18",))
NOBODY = Subject(code=None, doubt=1.0, candidates=("33.28", "33.76"))


def at(start: int) -> Span:
    return Span(start=start, end=start + 10)


SCORE = Draft(
    type="score",
    subject=BLORA,
    edition="ikp_2024",
    span=at(100),
    rule=Rule(id="score.cued", version=1),
    confidence=0.95,
    score=Decimal("41.20"),
)
LEVEL = replace(SCORE, type="category", score=None, category="sedang", span=at(200))
RANK = replace(SCORE, score=None, rank=3, span=at(200))
DIMENSION = replace(SCORE, type="dimension_score", dimension="kontestasi")
DIMENSION_LEVEL = replace(DIMENSION, score=None, category="sedang", span=at(200))
DIMENSION_RANK = replace(DIMENSION, score=None, rank=2, span=at(300))
TALLY = replace(SCORE, type="tally", score=None, scope_code="33", level="regency_city", category="tinggi", n=7)
ISSUE = replace(SCORE, type="indicator", score=None, indicator=54)

Told = tuple[object, ...]


def told(*drafts: Draft) -> list[Told]:
    """Join drafts; return of each fact its type, score, level, rank, where it stands and whether it is in doubt."""
    return [
        (one.type, one.score and str(one.score), one.category, one.rank, [span.start for span in spans],
         one.confidence <= KNOWN_DOUBT)
        for one, spans in join(drafts)
    ]  # fmt: skip


def doubtful(draft: Draft) -> Draft:
    return replace(draft, confidence=KNOWN_DOUBT)


JOINED: dict[str, tuple[tuple[Draft, ...], list[Told]]] = {
    "a level goes into the score": (
        (SCORE, LEVEL),
        [("score", "41.20", "sedang", None, [100, 200], False)],
    ),
    "a doubtful level stays beside a sure score": (
        (SCORE, doubtful(LEVEL)),
        [("score", "41.20", None, None, [100], False), ("category", None, "sedang", None, [200], True)],
    ),
    "a sure level goes into a doubtful score": (
        (doubtful(SCORE), LEVEL),
        [("score", "41.20", "sedang", None, [100, 200], True)],
    ),
    "a doubtful level goes into a doubtful score": (
        (doubtful(SCORE), doubtful(LEVEL)),
        [("score", "41.20", "sedang", None, [100, 200], True)],
    ),
    "the same level again goes there too": (
        (replace(SCORE, category="sedang"), LEVEL),
        [("score", "41.20", "sedang", None, [100, 200], False)],
    ),
    "of two levels the nearer one goes into the score": (
        (SCORE, replace(LEVEL, category="tinggi", span=at(160)), replace(LEVEL, span=at(120))),
        [("score", "41.20", "sedang", None, [100, 120], True), ("category", None, "tinggi", None, [160], True)],
    ),
    "a level before the score may be the nearer one": (
        (SCORE, replace(LEVEL, category="tinggi", span=at(160)), replace(LEVEL, span=at(70))),
        [("score", "41.20", "sedang", None, [100, 70], True), ("category", None, "tinggi", None, [160], True)],
    ),
    "a level long before the score may be the farther one": (
        (SCORE, replace(LEVEL, category="tinggi", span=at(20)), replace(LEVEL, span=at(160))),
        [("score", "41.20", "sedang", None, [100, 160], True), ("category", None, "tinggi", None, [20], True)],
    ),
    "a level goes into the first of two scores": (
        (SCORE, replace(SCORE, score=Decimal("42.30"), span=at(300)), LEVEL),
        [("score", "41.20", "sedang", None, [100, 200], True), ("score", "42.30", None, None, [300], True)],
    ),
    "a level of nobody knows whom stays alone": (
        (replace(SCORE, subject=NOBODY), replace(LEVEL, subject=NOBODY)),
        [("score", "41.20", None, None, [100], False), ("category", None, "sedang", None, [200], False)],
    ),
    "a bare rank takes the level": (
        (RANK, replace(LEVEL, span=at(300))),
        [("score", None, "sedang", 3, [200, 300], False)],
    ),
    "a doubtful bare rank takes none": (
        (doubtful(RANK), replace(LEVEL, span=at(300))),
        [("score", None, None, 3, [200], True), ("category", None, "sedang", None, [300], False)],
    ),
    "a rank goes into the score": ((SCORE, RANK), [("score", "41.20", None, 3, [100, 200], False)]),
    "the score's own rank counts": (
        (replace(SCORE, rank=1), RANK),
        [("score", "41.20", None, 1, [100, 200], False)],
    ),
    "a doubtful rank stays beside a sure score": (
        (SCORE, doubtful(RANK)),
        [("score", "41.20", None, None, [100], False), ("score", None, None, 3, [200], True)],
    ),
    "a doubtful rank goes into a doubtful score": (
        (doubtful(SCORE), doubtful(RANK)),
        [("score", "41.20", None, 3, [100, 200], True)],
    ),
    "a rank of an earlier edition stays": (
        (SCORE, replace(RANK, previous=True)),
        [("score", "41.20", None, None, [100], False), ("score", None, None, 3, [200], False)],
    ),
    "a dimension's level and rank go into its score": (
        (DIMENSION, DIMENSION_LEVEL, DIMENSION_RANK),
        [("dimension_score", "41.20", "sedang", 2, [100, 200, 300], False)],
    ),
    "a dimension's rank goes into its level": (
        (DIMENSION_LEVEL, DIMENSION_RANK),
        [("dimension_score", None, "sedang", 2, [200, 300], False)],
    ),
    "a doubtful level makes a dimension doubtful": (
        (DIMENSION, doubtful(DIMENSION_LEVEL)),
        [("dimension_score", "41.20", "sedang", None, [100, 200], True)],
    ),
    "a doubtful level that says nothing new does not": (
        (replace(DIMENSION, category="sedang"), doubtful(DIMENSION_LEVEL)),
        [("dimension_score", "41.20", "sedang", None, [100, 200], False)],
    ),
    "a level of another dimension stays": (
        (DIMENSION, replace(DIMENSION_LEVEL, dimension="partisipasi")),
        [
            ("dimension_score", "41.20", None, None, [100], False),
            ("dimension_score", None, "sedang", None, [200], False),
        ],
    ),
    "a rounded score beside the exact one is dropped": (
        (SCORE, replace(SCORE, score=Decimal(41), span=at(200))),
        [("score", "41.20", None, None, [100], False)],
    ),
    "two exact scores stay, in doubt": (
        (SCORE, replace(SCORE, score=Decimal("41.70"), span=at(200))),
        [("score", "41.20", None, None, [100], True), ("score", "41.70", None, None, [200], True)],
    ),
    "a whole score of another region is no rounded one": (
        (SCORE, replace(SCORE, subject=PATI, score=Decimal(41), span=at(200))),
        [("score", "41.20", None, None, [100], False), ("score", "41", None, None, [200], False)],
    ),
    "scores on different bases do not contradict": (
        (replace(SCORE, basis="provinsi"), replace(SCORE, basis="agregat_kabkota", score=Decimal(50))),
        [("score", "41.20", None, None, [100], False), ("score", "50", None, None, [100], False)],
    ),
    "scores of two regions do not contradict": (
        (SCORE, replace(SCORE, subject=PATI, score=Decimal(50))),
        [("score", "41.20", None, None, [100], False), ("score", "50", None, None, [100], False)],
    ),
    "scores of two editions do not contradict": (
        (SCORE, replace(SCORE, edition="ikp_2019", score=Decimal(50))),
        [("score", "41.20", None, None, [100], False), ("score", "50", None, None, [100], False)],
    ),
    "scores of nobody knows whom do not contradict": (
        (replace(SCORE, subject=NOBODY), replace(SCORE, subject=NOBODY, score=Decimal(50))),
        [("score", "41.20", None, None, [100], False), ("score", "50", None, None, [100], False)],
    ),
    "two levels contradict": (
        (LEVEL, replace(LEVEL, category="tinggi", span=at(300))),
        [("category", None, "sedang", None, [200], True), ("category", None, "tinggi", None, [300], True)],
    ),
    "two numbers of one tally contradict": (
        (TALLY, replace(TALLY, n=8)),
        [("tally", None, "tinggi", None, [100], True), ("tally", None, "tinggi", None, [100], True)],
    ),
    "numbers of two levels do not": (
        (TALLY, replace(TALLY, category="sedang", n=8)),
        [("tally", None, "tinggi", None, [100], False), ("tally", None, "sedang", None, [100], False)],
    ),
    "numbers of districts and of regencies do not": (
        (TALLY, replace(TALLY, level="district", n=8)),
        [("tally", None, "tinggi", None, [100], False), ("tally", None, "tinggi", None, [100], False)],
    ),
}


@pytest.mark.parametrize(("drafts", "expected"), JOINED.values(), ids=JOINED.keys())
def test_what_is_one_fact(drafts: tuple[Draft, ...], expected: list[Told]) -> None:
    assert told(*drafts) == expected


def test_the_same_fact_takes_what_each_of_its_places_adds() -> None:
    first = replace(ISSUE, confidence=0.8, count=5, unit="kasus", previous=True)
    again = replace(ISSUE, confidence=0.9, span=at(300), stage="kampanye", count=7, also=(at(400),), previous=True)
    ((joined, spans),) = join([first, again])
    assert (joined.confidence, joined.count, joined.unit, joined.stage) == (0.9, 7, "kasus", "kampanye")
    assert [span.start for span in spans] == [300, 100, 400]
    assert joined.previous


def test_a_fact_is_of_an_earlier_edition_only_if_all_its_places_say_so() -> None:
    ((joined, _),) = join([replace(ISSUE, previous=True), replace(ISSUE, span=at(300))])
    assert not joined.previous


def test_of_equally_sure_places_the_first_comes_first() -> None:
    ((_, spans),) = join([replace(ISSUE, span=at(300)), ISSUE])
    assert [span.start for span in spans] == [100, 300]


def test_a_place_that_a_single_draft_names_twice_stands_once() -> None:
    ((_, spans),) = join([replace(ISSUE, also=(ISSUE.span, at(300)))])
    assert [span.start for span in spans] == [100, 300]


@pytest.mark.parametrize(
    "other",
    [
        replace(ISSUE, indicator=12),
        replace(ISSUE, subject=PATI),
        replace(ISSUE, edition="ikp_2019"),
        replace(ISSUE, indicator=None, label="listrik padam"),
        replace(ISSUE, indicator=None, issue="listrik padam"),
    ],
)
def test_other_facts_are_not_joined(other: Draft) -> None:
    assert len(join([ISSUE, other])) == 2


def test_issues_outside_the_catalog_are_one_by_their_name_or_their_folded_words() -> None:
    named = replace(ISSUE, indicator=None, issue="listrik padam", label="padamnya listrik")
    assert len(join([named, replace(named, label="mati lampu")])) == 1
    worded = replace(ISSUE, indicator=None, label="Listrik  Padam")
    assert len(join([worded, replace(worded, label="listrik padam")])) == 1
    assert len(join([ISSUE, replace(ISSUE, label="uang")])) == 1


def test_regions_that_nothing_decides_are_one_only_with_the_same_candidates() -> None:
    unknown = replace(SCORE, subject=NOBODY)
    assert len(join([unknown, replace(unknown, span=at(300))])) == 1
    assert len(join([unknown, replace(unknown, subject=replace(NOBODY, candidates=("33.16",)))])) == 2


def test_candidates_of_a_region_share_a_hundred() -> None:
    document = Document(
        sha256="0" * 64,
        media_type="text/plain",
        text="x" * 500,
        blocks=(Block(kind="paragraph", span=Span(start=0, end=500), place=Place(address="line 1")),),
        reader="text",
        reader_version=1,
    )
    three = replace(SCORE, subject=replace(NOBODY, candidates=("33.16", "33.28", "33.76")))
    (finding,) = finish(join([three]), document, "rilis")
    assert [(one.value, one.score) for one in finding.candidates] == [
        ("33.16", 33.3),
        ("33.28", 33.3),
        ("33.76", 33.3),
    ]
    (finding,) = finish(join([SCORE]), document, "rilis")
    assert finding.candidates == ()
