"""Drafts beside the official figures, in doubtful blocks and on doubtful words: what stays sure, what waits."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from pipeline.extract.doubts.confidence import confidence_of, decision_of
from pipeline.extract.doubts.cross_check import cross_checked
from pipeline.extract.doubts.percents import percents
from pipeline.extract.doubts.readers import reading_doubted
from pipeline.extract.doubts.scans import scan_doubted, struck
from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.model import Block, Document, Evidence, Finding, Place, ScannedWord, Span
from pipeline.reference import Reference
from pipeline.reference.calibration import KNOWN_DOUBT, Calibration

_SPAN = Span(start=0, end=10)


def _draft(region: str | None = "36", /, **values: Any) -> Draft:
    """Make a draft on a province of 2024; ``score`` may be given as text."""
    if "score" in values:
        values["score"] = Decimal(values["score"])
    given: dict[str, Any] = {"type": "score", "edition": "ikp_2024", "confidence": 0.9, "span": _SPAN} | values
    subject = given.pop("subject", Subject(code=region, doubt=0.0, start=0, end=6))
    return Draft(subject=subject, rule=Rule(id="score.cued", version=1), **given)


def _named(draft: Draft) -> str:
    """Name a row of a table by what its draft states."""
    values = (draft.subject.code, draft.edition, draft.type, draft.score, draft.category, draft.rank, draft.n)
    return " ".join(str(value) for value in values if value is not None)


# --- beside the official figures ---

AGREE = [
    _draft(score="66.53"),
    _draft(score="66.5"),
    _draft(score="66.53", category="sedang"),
    _draft(score="66.53", rank=6),
    _draft(score="66.53", basis="provinsi"),
    _draft(score="45.18", basis="agregat_kabkota"),
    _draft(score="45.18", basis="agregat_kabkota", rank=1),
    _draft("18", type="dimension_score", dimension="konteks sosial politik", score="42.42"),
    _draft("18", type="dimension_score", dimension="konteks sosial politik", score="42.42", rank=19),
    _draft("ID", type="tally", scope_code="ID", level="regency_city", category="tinggi", n=85),
    _draft("ID", type="tally", scope_code="ID", level="regency_city", category="tinggi", n=85, confidence=0.5),
]
CONTRADICT = [
    _draft(score="65.53"),
    _draft(score="66.53", category="tinggi"),
    _draft(score="80.10", category="rendah"),
    _draft("94", score="80.10", category="rendah"),
    _draft("74.02", score="60.10", category="sedang"),
    _draft(type="category", category="tinggi"),
    _draft("18", type="dimension_score", dimension="konteks sosial politik", score="43.42"),
    _draft("ID", type="tally", scope_code="ID", level="regency_city", category="tinggi", n=84),
]
UNTOUCHED = [
    _draft(score="66"),
    _draft(score="66.53", rank=7),
    _draft("18", type="dimension_score", dimension="konteks sosial politik", score="42.42", category="sedang"),
    _draft("18", type="dimension_score", dimension="konteks sosial politik", score="42.42", rank=20),
    _draft("94", score="60.10"),
    _draft("94", score="60.10", category="sedang"),
    _draft("ID", score="60.10", category="sedang", edition="ikp_2014"),
    _draft(score="65.53", edition="ikp_2014"),
    _draft(score="66.53", edition=None),
    _draft(None, score="66.53"),
    _draft("18", type="score", dimension="konteks sosial", score="12.42"),
    _draft(type="category", category="sedang"),
    _draft(type="category", category="tinggi", edition="ikp_2014"),
    _draft(type="category", category="tinggi", basis="agregat_kabkota"),
    _draft(type="indicator", score="65.53", indicator=1),
    _draft("36", type="tally", scope_code="36", level="regency_city", category="tinggi", n=84),
    _draft("ID", type="tally", scope_code="ID", level="regency_city", category="tinggi", edition="ikp_2014", n=84),
    _draft("ID", type="tally", scope_code="ID", level="province", category="tinggi", n=5, confidence=0.5),
    _draft("ID", type="tally", scope_code="ID", level="province", category="rendah", n=8, confidence=KNOWN_DOUBT),
]


def _checked(draft: Draft, reference: Reference) -> float:
    ((checked, spans),) = cross_checked([(draft, (_SPAN,))], reference)
    assert spans == (_SPAN,)
    assert replace(checked, confidence=draft.confidence) == draft
    return checked.confidence


@pytest.mark.parametrize("draft", AGREE, ids=_named)
def test_an_official_figure_is_surer(draft: Draft, reference: Reference) -> None:
    assert _checked(draft, reference) == 0.99
    assert _checked(replace(draft, confidence=0.995), reference) == 0.995


@pytest.mark.parametrize("draft", CONTRADICT, ids=_named)
def test_a_figure_against_the_official_one_waits(draft: Draft, reference: Reference) -> None:
    assert _checked(draft, reference) == KNOWN_DOUBT
    assert _checked(replace(draft, confidence=0.5), reference) == 0.5


@pytest.mark.parametrize("draft", UNTOUCHED, ids=_named)
def test_other_figures_stay_as_sure_as_they_are(draft: Draft, reference: Reference) -> None:
    assert _checked(draft, reference) == draft.confidence


def test_figures_are_those_of_the_tables(reference: Reference) -> None:
    """Read the tables anew, for what is derived from them is kept."""
    fresh = replace(reference)
    assert {_checked(draft, fresh) for draft in AGREE} == {0.99}
    assert {_checked(draft, fresh) for draft in CONTRADICT} == {KNOWN_DOUBT}
    assert all(_checked(draft, fresh) == draft.confidence for draft in UNTOUCHED)


def test_a_small_tally_agrees_by_chance(reference: Reference) -> None:
    tally = _draft("ID", type="tally", scope_code="ID", level="province", category="sedang", n=21)
    few = replace(tally, category="rendah", n=8)
    assert [_checked(replace(one, confidence=0.8), reference) for one in (tally, few)] == [0.99, 0.8]
    assert [_checked(replace(one, confidence=0.81), reference) for one in (tally, few)] == [0.99, 0.99]


# --- what is accepted ---


def test_a_fact_without_a_region_or_an_edition_waits() -> None:
    table = Calibration(threshold=0.9)
    for draft, sure, decision in [
        (_draft(), 0.9, "auto"),
        (_draft(), 0.899, "review"),
        (_draft(None), 0.99, "review"),
        (_draft(edition=None), 0.99, "review"),
        (_draft(edition=None, type="mitigation"), 0.99, "auto"),
        (_draft(None, type="mitigation"), 0.99, "review"),
    ]:
        assert decision_of(draft, sure, table) == decision


def test_a_fact_without_a_region_is_a_question() -> None:
    table = Calibration()
    assert [confidence_of(_draft(region, confidence=0.9), table) for region in ("36", None)] == [0.9, 0.4]
    assert confidence_of(_draft(None, confidence=0.3), table) == 0.3
    assert confidence_of(_draft(confidence=0.87654), table) == 0.877


# --- doubtful blocks ---


def _document(text: str, **values: Any) -> Document:
    return Document(
        sha256="0" * 64,
        media_type="image/png",
        text=text,
        reader="image",
        reader_version=1,
        **({"blocks": ()} | values),
    )


def _block(start: int, end: int, confidence: float | None = None, *, main: bool = True) -> Block:
    return Block(kind="paragraph", span=Span(start=start, end=end), confidence=confidence, main=main)


@pytest.mark.parametrize(
    ("grade", "block", "expected"),
    [
        (0.8, _block(0, 20), 0.9),
        (0.79, _block(0, 20), KNOWN_DOUBT),
        (1.0, _block(0, 20, 0.6), 0.9),
        (1.0, _block(0, 20, 0.59), KNOWN_DOUBT),
        (1.0, _block(0, 9, 0.1), 0.9),
        (1.0, _block(0, 10, 0.1), KNOWN_DOUBT),
    ],
)
def test_what_stands_in_a_doubtful_block_waits(grade: float, block: Block, expected: float) -> None:
    document = _document("x" * 30, grade=grade, blocks=(block,))
    (found,) = reading_doubted([(_draft(), (_SPAN, Span(start=20, end=25)))], document)
    assert (found[0].confidence, found[1]) == (expected, (_SPAN, Span(start=20, end=25)))


# --- doubtful words ---

_TEXT = "Banten IKP 2024 skor 66,53 urutan 7"


def _scan(text: str = _TEXT, unsure: dict[str, float] | None = None, **values: Any) -> Document:
    """Return a document each word of which is sure, but for some."""
    words: list[ScannedWord] = []
    start = 0
    for word in text.split():
        start = text.index(word, start)
        sure = (unsure or {}).get(word, 0.95)
        words.append(
            ScannedWord(
                span=Span(start=start, end=start + len(word)),
                place=Place(page=1, bbox=(0, 0, 1, 1)),
                confidence=sure,
            )
        )
        start += len(word)
    return _document(text, words=tuple(words), **values)


STRUCK = {
    ("skor", 0.49): "Banten IKP 2024 □□□□ 66,53 urutan 7",
    ("skor", 0.5): _TEXT,
    ("66,53", 0.74): "Banten IKP 2024 skor □□□□□ urutan 7",
    ("66,53", 0.75): _TEXT,
    ("Banten", 0.1): "□□□□□□ IKP 2024 skor 66,53 urutan 7",
    ("7", 0.1): "Banten IKP 2024 skor 66,53 urutan □",
}


@pytest.mark.parametrize(("word", "text"), STRUCK.items())
def test_doubtful_words_are_struck_out(word: tuple[str, float], text: str) -> None:
    document = _scan(unsure=dict([word]))
    assert struck(document).text == text
    assert (struck(document) is document) is (text == _TEXT)


def test_several_words_are_struck_out() -> None:
    document = struck(_scan(unsure={"Banten": 0.1, "66,53": 0.1}))
    assert document.text == "□□□□□□ IKP 2024 skor □□□□□ urutan 7"


_STATED = Span(start=16, end=26)
_HERE = Subject(code="36", doubt=0.0, start=0, end=6)

WAITING: list[tuple[str, dict[str, Any], dict[str, float], bool]] = [
    ("nothing", {}, {}, False),
    ("its word", {}, {"skor": 0.1}, True),
    ("its figure", {}, {"66,53": 0.1}, True),
    ("a word elsewhere", {}, {"IKP": 0.1}, False),
    ("a word behind", {}, {"urutan": 0.1}, False),
    ("a whole score", {"score": "66"}, {}, True),
    ("a rank", {"score": None, "rank": 66}, {}, False),
    ("a region carried over", {"subject": replace(_HERE, carried=True)}, {}, True),
    ("an odd name", {"subject": replace(_HERE, doubt=0.3)}, {}, True),
    ("a name hardly odd", {"subject": replace(_HERE, doubt=0.29)}, {}, False),
    ("another figure", {"score": "7.5"}, {"66,53": 0.1}, False),
    ("zeros at the end", {"score": "66.530"}, {"66,53": 0.1}, True),
    ("its count", {"score": None, "count": 6653}, {"66,53": 0.1}, True),
    ("its number", {"score": None, "n": 6653}, {"66,53": 0.1}, True),
    ("its place", {"score": None, "rank": 6653}, {"66,53": 0.1}, True),
]


@pytest.mark.parametrize(
    ("values", "unsure", "waits"), [row[1:] for row in WAITING], ids=[row[0] for row in WAITING]
)
def test_what_rests_on_a_doubtful_word_waits(
    values: dict[str, Any], unsure: dict[str, float], *, waits: bool
) -> None:
    given = {"score": "66.53", "subject": _HERE} | values
    draft = _draft(**{key: value for key, value in given.items() if value is not None})
    assert _waits(draft, _scan(unsure=unsure)) is waits


def _waits(draft: Draft, document: Document, sure: Draft | None = None, without: Document | None = None) -> bool:
    joined = [(draft, (_STATED,))]
    ((found, spans),) = scan_doubted(joined, document, without or document, [(sure or draft, (_STATED,))])
    assert spans == (_STATED,)
    return found.confidence == KNOWN_DOUBT


def test_what_does_not_come_out_without_the_doubtful_words_waits() -> None:
    draft = _draft(score="66.53", subject=_HERE)
    assert not _waits(draft, _scan(), replace(draft, confidence=0.81))
    assert _waits(draft, _scan(), replace(draft, confidence=KNOWN_DOUBT))
    for other in (
        {"score": Decimal("66.5")}, {"category": "tinggi"}, {"rank": 3}, {"edition": "ikp_2019"}, {"previous": True},
        {"type": "category"}, {"basis": "provinsi"}, {"dimension": "kontestasi"}, {"indicator": 1}, {"issue": "x"},
        {"label": "x"}, {"scope_code": "36"}, {"level": "province"}, {"count": 1}, {"unit": "kasus"}, {"n": 1},
        {"stage": "kampanye"}, {"status": "denied"}, {"subject": replace(_HERE, code="32")},
    ):  # fmt: skip
        assert _waits(draft, _scan(), replace(draft, **other)), other


def test_the_year_of_an_edition_must_be_sure() -> None:
    draft = _draft(score="66.53", subject=_HERE)
    lost = _scan(_TEXT.replace("2024", "□□□□"))
    assert _waits(draft, _scan(), without=lost)
    assert not _waits(replace(draft, edition="ikp_2019"), _scan(), without=lost)
    assert not _waits(replace(draft, edition=None), _scan(), without=lost)
    assert not _waits(draft, lost, without=lost)


@pytest.mark.parametrize(
    ("block", "waits"),
    [
        (_block(7, 15), True),  # between the name and what is said
        (_block(7, 15, main=False), False),
        (_block(27, 35), False),  # behind it
    ],
)
def test_behind_an_unreadable_line_nothing_holds(block: Block, *, waits: bool) -> None:
    unsure = {"IKP": 0.1, "2024": 0.1, "urutan": 0.1, "7": 0.1}
    draft = _draft(score="66.53", subject=_HERE)
    assert _waits(draft, _scan(unsure=unsure, blocks=(block,))) is waits


def test_a_line_is_unreadable_where_most_of_it_is() -> None:
    draft = _draft(score="66.53", subject=_HERE)
    for unsure, waits in [({"IKP": 0.1}, False), ({"2024": 0.1}, True)]:  # three letters of seven, four of seven
        assert _waits(draft, _scan(unsure=unsure, blocks=(_block(7, 15),))) is waits


def test_a_fact_of_no_scanned_word_is_left_alone() -> None:
    draft = _draft(score="66", subject=replace(_HERE, carried=True))
    assert not _waits(draft, _document(_TEXT))


# --- percentages ---

SHARES: list[tuple[list[str], bool]] = [
    (["skor 66,53 persen"], True),
    (["skor 66,53"], False),
    (["skor 66,53%", "skor 66,53 naik"], False),
    (["skor 66,53%", "skor 66,53 naik", "Persentase Alfa"], True),
    (["skor 66,53%", "skor 66,53 naik", "Kategori Alfa"], False),
    (["Persentase Alfa"], False),
    (['skor 66,53)" %'], True),
    (["skor 66,53) )%"], True),
    (["skor 66,53    %"], False),
    (["skor 66,53 persennya"], False),
    (["skor 66,53 per sen"], True),
    (["skor 66.530 prosen"], True),
    (["skor 1.66,53 persen"], False),
    (["skor (dalam %) 66,53"], True),
    (["skor (persen) 66,53"], True),
    (["superpersentase 66,53"], False),
    (["persentase 12 skor 66,53"], False),
    (["skor 66,53 (66,53 persen)"], True),
]


@pytest.mark.parametrize(("stated", "expected"), SHARES)
def test_a_score_that_is_a_percentage_wherever_it_is_stated(stated: list[str], *, expected: bool) -> None:
    text = "\n".join(f"{line} lagi" for line in stated)
    evidence = []
    for line in stated:
        start = text.index(line)
        end = start + (
            line.rindex("66") + 5 + (line[line.rindex("66") :].startswith("66.530")) if "66" in line else len(line)
        )
        evidence.append(Evidence(raw=text[start:end], span=Span(start=start, end=end)))
    finding = _finding(evidence, Decimal("66.53"))
    assert percents(_document(text), [_finding(evidence, None), finding]) == ((1,) if expected else ())


def _finding(evidence: list[Evidence], score: Decimal | None) -> Finding:
    return Finding(
        id="a", type="score", region_code="36", edition="ikp_2024", rule="score.cued", rule_version=1,
        confidence=0.9, decision="auto", evidence=tuple(evidence), score=score, document="b", evidence_hash="c",
        value_hash="d",
    )  # fmt: skip
