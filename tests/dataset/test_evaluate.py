"""Evaluation against small gold files, and against the figures of the project's own scorer where it is at hand."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.dataset.evaluation.evaluate import Score, evaluate, joined, only, parse_gold, stem_of
from pipeline.dataset.evaluation.gold import parse_held_back
from pipeline.dataset.evaluation.text import as_json
from pipeline.errors import TableError

SHARED = Path(__file__).resolve().parents[3] / "shared"
Finding = dict[str, Any]

BANTEN = {"region_code": "36", "edition": "ikp_2024"}
SCORE: Finding = {"type": "score", **BANTEN, "score": 66.53, "category": "sedang"}
LEVEL: Finding = {"type": "category", **BANTEN, "category": "sedang"}
DIMENSION: Finding = {"type": "dimension_score", **BANTEN, "dimension": "penyelenggaraan", "score": 54.2}
INDICATOR: Finding = {"type": "indicator", **BANTEN, "indicator": 48, "alt": [49]}
UNMAPPED: Finding = {"type": "indicator_unmapped", **BANTEN, "text": "kendala jaringan internet"}
TALLY: Finding = {
    "type": "tally",
    "scope_code": "36",
    "level": "regency_city",
    "category": "tinggi",
    "n": 3,
    "edition": "ikp_2024",
}


def counts(gold: list[Finding], found: list[Finding], kind: str) -> tuple[int, int, int, int]:
    """Evaluate one document and return gold, predicted, exact, loose of a kind."""
    file = parse_gold(json.dumps({"findings": gold}), where="a.gold.json")
    score = evaluate({"a": file}, [{"document": "a.txt", **row} for row in found]).kinds[kind]
    return score.gold, score.predicted, score.exact, score.loose


# gold, found, kind, (gold, predicted, exact, loose)
COMPARED: list[tuple[list[Finding], list[Finding], str, tuple[int, int, int, int]]] = [
    # A score with its category is a score and a level; a level alone meets it halfway.
    ([SCORE], [SCORE], "all", (2, 2, 2, 2)),
    ([SCORE], [LEVEL], "level", (1, 1, 1, 1)),
    ([SCORE], [LEVEL], "score", (1, 0, 0, 0)),
    ([LEVEL], [{**LEVEL, "category": "tinggi"}], "level", (1, 1, 0, 0)),
    # A score counts to the second decimal.
    ([SCORE], [{**SCORE, "score": 66.534}], "score", (1, 1, 1, 1)),
    ([SCORE], [{**SCORE, "score": 66.54}], "score", (1, 1, 1, 1)),
    ([SCORE], [{**SCORE, "score": 66.5}], "score", (1, 1, 0, 0)),
    ([{**SCORE, "score": None, "rank": 4}], [{**SCORE, "score": None, "rank": 5}], "score", (0, 0, 0, 0)),
    # Editions: another is loose, an alternative or a gold fact without one is exact.
    ([SCORE], [{**SCORE, "edition": "ikp_2019"}], "score", (1, 1, 0, 1)),
    ([{**SCORE, "edition_alt": ["ikp_2019"]}], [{**SCORE, "edition": "ikp_2019"}], "score", (1, 1, 1, 1)),
    ([{**SCORE, "edition": None}], [{**SCORE, "edition": "ikp_2019"}], "score", (1, 1, 1, 1)),
    ([SCORE], [{**SCORE, "edition": "ikp_2019"}, SCORE], "score", (1, 2, 1, 1)),
    # Said twice is found once; each found fact serves one gold fact.
    ([SCORE], [SCORE, SCORE], "score", (1, 1, 1, 1)),
    ([SCORE, {**SCORE, "score": 66.54}], [SCORE], "score", (2, 1, 1, 1)),
    # Optional facts are neither demanded nor punished, whatever the edition.
    ([{**SCORE, "optional": True}], [], "score", (0, 0, 0, 0)),
    ([{**SCORE, "optional": True}], [{**SCORE, "edition": None}], "score", (0, 0, 0, 0)),
    ([], [SCORE], "score", (0, 1, 0, 0)),
    # Dimensions: names fold; without a score the category counts, then the rank.
    ([DIMENSION], [{**DIMENSION, "dimension": "Dimensi Penyelenggaraan Pemilu"}], "dimension", (1, 1, 1, 1)),
    ([DIMENSION], [{**DIMENSION, "dimension": "kontestasi"}], "dimension", (1, 1, 0, 0)),
    (
        [{**DIMENSION, "score": None, "rank": 1}],
        [{**DIMENSION, "score": None, "rank": 1}],
        "dimension",
        (1, 1, 1, 1),
    ),
    (
        [{**DIMENSION, "score": None, "rank": 1}],
        [{**DIMENSION, "score": None, "rank": 2}],
        "dimension",
        (1, 1, 0, 0),
    ),
    ([{**DIMENSION, "score": 0}], [{**DIMENSION, "score": 0.0}], "dimension", (1, 1, 1, 1)),
    ([DIMENSION], [{**DIMENSION, "score": None, "category": "tinggi"}], "dimension", (1, 1, 0, 0)),
    # Indicators: an alternative is right; an issue without a number compares by words.
    ([INDICATOR], [{**INDICATOR, "indicator": 49}], "indicator", (1, 1, 1, 1)),
    ([INDICATOR], [{**INDICATOR, "indicator": 50}], "indicator", (1, 1, 0, 0)),
    (
        [UNMAPPED],
        [{"type": "indicator", **BANTEN, "indicator": None, "label": "Jaringan internet"}],
        "unmapped",
        (1, 1, 1, 1),
    ),
    (
        [UNMAPPED],
        [{"type": "indicator", **BANTEN, "indicator": None, "label": "aliran listrik"}],
        "unmapped",
        (1, 1, 0, 0),
    ),
    ([UNMAPPED], [{"type": "indicator", **BANTEN, "indicator": None, "label": ""}], "unmapped", (1, 1, 0, 0)),
    ([UNMAPPED], [UNMAPPED], "all", (0, 0, 0, 0)),
    # Tallies: scope, level, category and number must all agree.
    ([TALLY], [TALLY], "tally", (1, 1, 1, 1)),
    ([TALLY], [{**TALLY, "n": 4}], "tally", (1, 1, 0, 0)),
    ([TALLY], [{**TALLY, "level": "province"}], "tally", (1, 1, 0, 0)),
    ([TALLY], [{**TALLY, "scope_code": None, "region_code": "36"}], "tally", (1, 1, 1, 1)),
    # A mitigation is no fact of any kind.
    ([TALLY], [TALLY, {"type": "mitigation", **BANTEN, "label": "patroli"}], "all", (1, 1, 1, 1)),
]


@pytest.mark.parametrize(("gold", "found", "kind", "expected"), COMPARED)
def test_compared(
    gold: list[Finding], found: list[Finding], kind: str, expected: tuple[int, int, int, int]
) -> None:
    assert counts(gold, found, kind) == expected


@pytest.mark.parametrize(
    ("score", "precision", "recall", "f1", "f1_loose"),
    [
        (Score(gold=0, predicted=0, exact=0, loose=0), 1.0, 1.0, 1.0, 1.0),
        (Score(gold=4, predicted=0, exact=0, loose=0), 0.0, 0.0, 0.0, 0.0),
        (Score(gold=0, predicted=3, exact=0, loose=0), 0.0, 1.0, 0.0, 0.0),
        (Score(gold=4, predicted=2, exact=1, loose=2), 0.5, 0.25, 1 / 3, 2 / 3),
    ],
)
def test_rates(score: Score, precision: float, recall: float, f1: float, f1_loose: float) -> None:
    rates = (score.precision, score.recall, score.f1, score.f1_loose)
    assert rates == pytest.approx((precision, recall, f1, f1_loose))


def test_documents_say_what_was_missed_and_invented() -> None:
    file = parse_gold(json.dumps({"findings": [SCORE, INDICATOR]}), where="a.gold.json")
    found = {**LEVEL, "document": "dir/a.pdf", "rule": "level.plain", "evidence": {"quote": "rawan sedang"}}
    lost = {**INDICATOR, "document": "a.pdf", "indicator": 54, "rule": "list.item"}
    other = {**INDICATOR, "document": "b.pdf"}
    result = evaluate({"a": file}, [found, lost, other])
    document = result.documents["a"]
    assert [str(fact) for fact in document.misses] == [
        "score 36 = 66.53 (ikp_2024)",
        "indicator 36 = 48 (ikp_2024)",
    ]
    assert [str(fact) for fact in document.inventions] == ["indicator 36 = 54 (ikp_2024)"]
    assert (document.perfect, result.perfect, list(result.documents)) == (False, 0, ["a"])
    assert result.rules["level.plain"].precision == 1
    assert result.rules["list.item"].precision == 0


# --- what was accepted without a person ---

AUTO = {"document": "a.txt", "decision": "auto"}
REVIEW = {"document": "a.txt", "decision": "review"}


def test_accepted_facts_are_counted_by_themselves() -> None:
    file = parse_gold(json.dumps({"findings": [SCORE, TALLY, INDICATOR]}), where="a.gold.json")
    result = evaluate(
        {"a": file}, [{**SCORE, **AUTO}, {**TALLY, **REVIEW}, {**INDICATOR, **AUTO, "indicator": 54}]
    )
    accepted = result.accepted["all"]
    assert (accepted.gold, accepted.predicted, accepted.exact) == (4, 3, 2)
    assert accepted.precision == pytest.approx(2 / 3)
    assert accepted.recall == 0.5
    assert result.accepted["tally"].predicted == 0
    assert result.kinds["tally"].exact == 1


def test_of_equal_facts_the_accepted_one_counts() -> None:
    file = parse_gold(json.dumps({"findings": [LEVEL]}), where="a.gold.json")
    sure, unsure = {**LEVEL, **AUTO, "confidence": 0.9}, {**LEVEL, **REVIEW, "confidence": 0.95}
    for rows in ([sure, unsure], [unsure, sure]):
        assert evaluate({"a": file}, rows).accepted["level"].exact == 1


# found where gold has the level of Banten, and whether that is the right fact of a wrong region
WRONG_REGIONS = [
    ({**LEVEL, **AUTO, "region_code": "36.01"}, 1),
    ({**LEVEL, **REVIEW, "region_code": "36.01"}, 0),  # a person will see it
    ({**LEVEL, **AUTO, "region_code": "36.01", "category": "tinggi"}, 0),  # wrong in more than that
    ({**LEVEL, **AUTO}, 0),
    ({**LEVEL, **AUTO, "edition": "ikp_2019"}, 0),
]


@pytest.mark.parametrize(("found", "n"), WRONG_REGIONS)
def test_facts_accepted_for_a_wrong_region(found: Finding, n: int) -> None:
    file = parse_gold(json.dumps({"findings": [LEVEL]}), where="a.gold.json")
    assert len(evaluate({"a": file}, [found]).documents["a"].wrong_regions) == n


# --- mitigations ---


@pytest.mark.parametrize(("due", "verdicts"), [(None, []), (0, ["wrong"] * 3), (2, ["exact", "exact", "wrong"])])
def test_mitigations_are_right_up_to_the_number_that_gold_says(due: int | None, verdicts: list[str]) -> None:
    file = parse_gold(json.dumps({"findings": [], "mitigations": due}), where="a.gold.json")
    rows = [
        {"type": "mitigation", **BANTEN, **AUTO, "label": f"patroli {n}", "confidence": n / 10} for n in (1, 9, 5)
    ]
    measures = evaluate({"a": file}, rows).documents["a"].measures
    assert [one.verdict for one in measures] == verdicts
    assert [one.fact.confidence for one in measures] == [0.9, 0.5, 0.1][: len(verdicts)]


# --- parts and wholes ---


def test_an_evaluation_can_be_cut_and_joined() -> None:
    file = parse_gold(json.dumps({"findings": [SCORE]}), where="gold.json")
    whole = evaluate({"a": file, "b": file}, [{**SCORE, "document": "a.txt"}])
    first, second = only(whole, {"a", "c"}), only(whole, {"b"})
    assert (first.kinds["score"].recall, second.kinds["score"].recall) == (1.0, 0.0)
    assert joined([second, first]) == whole
    with pytest.raises(ValueError, match="two documents are called a"):
        joined([whole, first])


@pytest.mark.parametrize("line", ["alfa opened", "alfa sealed twice"])
def test_a_list_of_held_back_documents_says_sealed_or_nothing(line: str) -> None:
    assert parse_held_back("alfa\n\n  beta   sealed  # why\n") == {"alfa": False, "beta": True}
    with pytest.raises(TableError, match="line 2"):
        parse_held_back(f"# held back\n{line}\n")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("{", "is not JSON"),
        ("[]", "no list of findings"),
        ('{"findings": [3]}', "no list of findings"),
        ('{"findings": [{"type": "skor"}]}', "type 'skor'"),
        ('{"findings": [{"type": "category", "category": "merah"}]}', "category 'merah'"),
        ('{"findings": [{"type": "indicator", "indicator": 62}]}', "indicator 62"),
        ('{"findings": [{"type": "indicator"}]}', "indicator None"),
        ('{"findings": [{"type": "score", "score": "tujuh"}]}', "score 'tujuh'"),
        ('{"findings": [{"type": "tally", "n": 3, "level": "kota"}]}', "a tally needs"),
    ],
)
def test_damaged_gold_says_where(text: str, part: str) -> None:
    with pytest.raises(TableError, match=r"contoh\.gold\.json") as caught:
        parse_gold(text, where="contoh.gold.json")
    assert part in caught.value.what
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("name", "stem"),
    [("a/b.pdf", "b"), ("b.gold.json", "b"), ("rilis.v2.docx", "rilis.v2"), ("tanpa-akhiran", "tanpa-akhiran")],
)
def test_stem_of(name: str, stem: str) -> None:
    assert stem_of(name) == stem


def _disturbed(finding: Finding, chance: random.Random) -> list[Finding]:
    """Return what a fallible extractor might print for a gold finding: nothing, the same, or something off."""
    row = {key: value for key, value in finding.items() if key not in {"optional", "alt", "edition_alt"}}
    if row["type"] == "indicator_unmapped":
        row = {**row, "type": "indicator", "indicator": None, "label": row["text"]}
    score, label = row.get("score"), row.get("label") or ""
    options: list[list[Finding]] = [
        [],
        [{**row, "edition": chance.choice([None, "ikp_2019", "ikp_2024"])}],
        [row, {**row, "edition": "ikp_pilkada_2020"}, row],
        [{**row, "score": score and round(score + chance.choice([0.004, 0.01, 0.5]), 3)}],
        [{**row, "category": chance.choice(["tinggi", "sedang", "rendah", None])}],
        [{**row, "indicator": chance.choice([12, 54, None, *finding.get("alt", [])])}],
        [{**row, "dimension": f"Dimensi {str(row.get('dimension')).title()} Pemilu"}],
        [{**row, "region_code": "36", "scope_code": "36"}],
        [{**row, "label": " ".join(label.split()[1:])}],
    ]
    return chance.choice([*options, [row], [row], [row]])


@pytest.mark.shared
@pytest.mark.skipif(
    not (SHARED / "tools" / "score.py").exists(), reason="the shared scorer and gold are not at hand"
)
@pytest.mark.parametrize("seed", range(4))
def test_same_figures_as_the_shared_scorer(tmp_path: Path, seed: int) -> None:
    """Development documents only: every third one is held out."""
    names = [path.stem for path in sorted((SHARED / "gold").glob("*.txt"))]
    names = [name for place, name in enumerate(names) if place % 3 != 2]
    chance = random.Random(seed)
    rows = []
    for name in names:
        shutil.copy(SHARED / "gold" / f"{name}.gold.json", tmp_path)
        findings = json.loads((tmp_path / f"{name}.gold.json").read_text(encoding="utf-8"))["findings"]
        rows += [{**row, "document": f"{name}.txt"} for finding in findings for row in _disturbed(finding, chance)]
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, str(SHARED / "tools" / "score.py"), str(tmp_path), str(predictions), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    gold = {
        stem_of(path.name): parse_gold(path.read_text("utf-8"), where=path.name)
        for path in tmp_path.glob("*.json")
    }
    ours = json.loads(as_json(evaluate(gold, rows)))
    assert 0.5 < theirs["all"]["f1"] < 0.97
    assert theirs["documents"] == ours["documents"]
    assert {kind: pytest.approx(theirs[kind]) for kind in theirs} == {kind: ours[kind] for kind in theirs}
