"""An evaluation as tables and as JSON: all documents, those held back, and nothing of what is sealed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pipeline.dataset.evaluation.evaluate import Evaluation, evaluate, parse_gold
from pipeline.dataset.evaluation.text import as_json, as_table

Finding = dict[str, Any]
BANTEN = {"region_code": "36", "edition": "ikp_2024"}
SCORE: Finding = {"type": "score", **BANTEN, "score": 66.53, "category": "sedang"}
TALLY: Finding = {
    **BANTEN,
    "type": "tally",
    "scope_code": "36",
    "level": "regency_city",
    "category": "tinggi",
    "n": 3,
}
FOUND: Finding = {**SCORE, "rule": "table.row", "confidence": 0.9, "decision": "auto"}
EXTRA: Finding = {**TALLY, "n": 9, "rule": "tally.plain", "evidence": {"quote": "sembilan daerah"}}


def judged(*names: str) -> Evaluation:
    """Evaluate documents that miss one fact of three and invent another."""
    file = parse_gold(json.dumps({"findings": [SCORE, TALLY]}), where="gold.json")
    rows = [{**row, "document": f"{name}.txt"} for name in names for row in (FOUND, EXTRA)]
    return evaluate(dict.fromkeys(names, file), rows)


def test_json_holds_everything_at_once() -> None:
    data = json.loads(as_json(judged("a")))
    thirds = {"precision": 2 / 3, "recall": 2 / 3, "f1": 2 / 3, "f1_loose": 2 / 3}
    assert data["all"] == pytest.approx({"gold": 3, "pred": 3, **thirds})
    assert data["documents"] == {"n": 1, "perfect": 0}
    assert data["rules"]["table.row"] == {
        "pred": 2,
        "right": 2,
        "precision": 1.0,
        "interval": pytest.approx([0.342, 1.0], abs=0.001),
    }
    assert data["files"]["a"]["missed"] == ["tally 36 regency_city tinggi = 3 (ikp_2024)"]
    assert data["files"]["a"]["invented"] == ["tally 36 regency_city tinggi = 9 (ikp_2024)"]
    assert data["auto"]["all"] == pytest.approx(
        {"gold": 3, "pred": 2, "precision": 1.0, "recall": 2 / 3, "f1": 0.8, "f1_loose": 0.8}
    )
    assert data["auto"]["wrong_regions"] == 0
    assert data["calibration_error"] == pytest.approx(0.1)
    assert [one["n"] for one in data["reliability"] if one["low"] == 0.9] == [2]
    assert "held_back" not in data


def test_json_tells_the_parts_where_documents_are_held_back() -> None:
    data = json.loads(as_json(judged("a", "b", "c"), held_back={"b": True, "c": False, "elsewhere": False}))
    assert [data[part]["documents"]["n"] for part in ("tuned", "held_back")] == [1, 2]
    assert data["held_back"]["all"]["gold"] == 6
    assert data["documents"]["n"] == 3
    assert (data["files"]["b"]["missed"], data["files"]["b"]["invented"]) == (None, None)
    assert data["files"]["c"]["missed"]


def line_of(text: str, start: str) -> list[str]:
    """Return the words of the first line that begins so."""
    return next(line for line in text.splitlines() if line.startswith(start)).split()


def test_table_by_kind() -> None:
    text = as_table(judged("a"))
    assert " ".join(line_of(text, "all")) == "all 3 3 0.667 0.667 0.667 0.667 | 2 1.000 0.667"
    assert " ".join(line_of(text, "0.90 to")) == "0.90 to 0.95 2 1.000 0.900 0.342 to 1.000"
    assert "accepted for a wrong region: 0" in text
    assert "expected calibration error 0.100" in text
    assert text.endswith("documents perfect: 0/1")
    assert "held back" not in text


def test_table_by_kind_shows_held_back_documents_apart() -> None:
    text = as_table(judged("a", "b", "c"), held_back={"b": True, "c": False})
    assert text.count("fact  ") == 3
    assert "held back (documents perfect: 0/2; 1 sealed)" in text
    assert "F1 of the held-back documents is +0.000 below that of the others" in text


def test_table_by_rule() -> None:
    text = as_table(judged("a"), by="rule")
    assert line_of(text, "table.row") == ["table.row", "2", "2", "1.000", "0.342", "to", "1.000"]
    assert line_of(text, "tally.plain") == ["tally.plain", "1", "0", "0.000", "0.000", "to", "0.793"]


def test_table_by_document_tells_nothing_of_a_sealed_one() -> None:
    text = as_table(judged("a"), by="document")
    assert line_of(text, "document") == ["document", "gold", "pred", "P", "R", "F1", "loose"]
    assert "    invented  tally 36 regency_city tinggi = 9 (ikp_2024) | sembilan daerah" in text
    sealed = as_table(judged("a"), by="document", held_back={"a": True})
    assert line_of(sealed, "a ")[-1] == "sealed"
    assert "sembilan" not in sealed
    assert "missed" not in sealed


@pytest.mark.parametrize("types", [("score",), ("score", "indicator_unmapped")])
def test_issues_outside_the_catalogue_are_said_to_count_in_no_figure(types: tuple[str, ...]) -> None:
    issue = {"type": "indicator_unmapped", **BANTEN, "label": "titip sembako", "document": "a.txt", "rule": "x"}
    rows = [{**FOUND, "document": "a.txt"}, *([issue] if "indicator_unmapped" in types else [])]
    file = parse_gold(json.dumps({"findings": [SCORE]}), where="gold.json")
    told = as_table(evaluate({"a": file}, rows), by="document")
    assert ("invented  unmapped" in told) == ("indicator_unmapped" in types)
    assert ("it counts in none of the figures above" in told) == ("indicator_unmapped" in types)
