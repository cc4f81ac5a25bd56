"""``ikp evaluate``: several folders, held-back documents, saved runs, fitting. On two small documents."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.errors import UsageError
from pipeline.jobs import measure
from pipeline.jobs.extracting import extract_paths, rows
from pipeline.reference import load_reference
from pipeline.reference.calibration import ANY, TILT, Band, Calibration

NEWS = "Skor IKP 2024 Kabupaten Rembang 77,73 kategori rawan tinggi.\n"
OTHER = "Skor IKP 2024 Kabupaten Blora 41,20 kategori rawan sedang.\n"


def fact(code: str, score: float, category: str) -> dict[str, object]:
    return {"type": "score", "region_code": code, "edition": "ikp_2024", "score": score, "category": category}


def annotated(folder: Path, name: str, text: str, *facts: dict[str, object]) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(text)
    (folder / f"{name}.gold.json").write_text(json.dumps({"findings": facts}))
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of two documents: one that is read right, one whose gold says otherwise."""
    annotated(tmp_path / "gold", "satu", NEWS, fact("33.17", 77.73, "tinggi"))
    return annotated(tmp_path / "gold", "dua", OTHER, fact("33.16", 41.30, "sedang"))


def printed(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert cli.main(["evaluate", *map(str, arguments)]) == cli.DONE
    return capsys.readouterr().out


def test_several_folders_are_one_evaluation(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = annotated(tmp_path / "other", "tiga", NEWS, fact("33.17", 77.73, "tinggi"))
    figures = json.loads(printed(capsys, folder, other, "--format", "json"))
    assert figures["documents"] == {"n": 3, "perfect": 2}
    with pytest.raises(UsageError, match="two documents are called dua"):
        measure.evaluate_folders([folder, folder], print)


@pytest.mark.parametrize("place", ["gold", "."])
def test_held_back_documents_are_found_beside_or_above(
    folder: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / place / "held_back.txt").write_text("dua sealed\n")
    text = printed(capsys, folder)
    assert "held back (documents perfect: 0/1; 1 sealed)" in text
    data = json.loads(printed(capsys, folder, "--format", "json", "--by", "rule"))
    assert data["files"]["dua"]["invented"] is None
    assert data["held_back"]["documents"]["n"] == 1


def test_a_list_of_held_back_documents_can_be_named(folder: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("satu\n")
    (folder / "held_back.txt").write_text("dua sealed\n")
    assert measure.held_back([folder], listed) == {"satu": False}
    assert measure.held_back([folder]) == {"dua": True}
    assert measure.held_back([tmp_path]) == {}


def test_a_run_is_saved_and_compared_with(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved, again = tmp_path / "before.jsonl", tmp_path / "again.jsonl"
    printed(capsys, folder, "--save", saved)
    assert printed(capsys, folder, "--save", again, "--against", saved).startswith("nothing changed")
    assert saved.read_bytes() == again.read_bytes()
    (folder / "satu.txt").write_text(NEWS.replace("77,73", "77,74"))
    (folder / "dua.txt").write_text(OTHER.replace("41,20", "41,30"))
    told = printed(capsys, folder, "--against", saved).splitlines()
    assert told[0] == "newly right: 1"
    assert "score 33.16 = 41.3 (ikp_2024)" in told[1]
    (folder / "satu.txt").write_text("Skor IKP 2024 belum ada.\n")
    assert printed(capsys, folder, "--against", saved).startswith("lost: right before, missed now: 2")


def test_a_file_that_is_no_run_is_an_error_of_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(folder), "--against", str(folder / "satu.txt")]) == cli.COULD_NOT_RUN
    assert capsys.readouterr().err.count("\n") == 1


def test_fitting_leaves_out_what_is_held_back(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "calibration.csv"
    assert "4 facts of 2 documents" in printed(capsys, folder, "--calibrate", table)
    assert table.read_text().startswith("part,type,rule,raw,n,right,confidence\nthreshold,")
    (folder / "held_back.txt").write_text("dua\n")
    assert "2 facts of 1 documents" in printed(capsys, folder, "--calibrate", table)


def test_confidence_and_decision_come_from_the_table_that_is_given(folder: Path) -> None:
    """Fitting gives none, and so sees what the rules say themselves."""
    curve = (Band(raw=0.05, n=9, right=5, confidence=0.3),)
    strict = replace(load_reference(), calibration=Calibration(threshold=0.9, lower={ANY: curve}))
    (raw,), (calibrated,) = (
        list(rows(extract_paths([folder / "satu.txt"], reference), print))
        for reference in (measure.raw_reference(), strict)
    )
    assert calibrated["confidence"] == pytest.approx(0.3 + TILT * (raw["confidence"] - 0.05))
    assert (raw["decision"], calibrated["decision"]) == ("auto", "review")
    assert {key for key in raw if raw[key] != calibrated[key]} == {"confidence", "decision"}
    (first, *_) = measure.judged_facts([folder], print, held_back={"dua": False})
    assert (first.rule, first.raw) == (raw["rule"], raw["confidence"])


def test_generated_documents_count_little_and_counts_can_be_kept(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = annotated(tmp_path / "other", "tiga", NEWS, fact("33.17", 77.73, "tinggi"))
    seen = measure.judged_facts([folder], print, held_back={}, generated=[other])
    assert {(one.document, one.weight) for one in seen} == {("satu", 1.0), ("dua", 1.0), ("tiga", 0.1)}
    counts, table = tmp_path / "counts.csv", tmp_path / "table.csv"
    printed(capsys, other, "--write-counts", counts)
    assert counts.read_text().startswith("document,type,rule,raw,n,right\ntiga,score,")
    assert "6 facts of 3 documents" in printed(capsys, folder, "--calibrate", table, "--counts", counts)


def test_nothing_is_fitted_where_a_document_cannot_be_read(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "calibration.csv"
    (folder / "satu.txt").rename(folder / "satu.pdf")
    (folder / "satu.pdf").write_bytes(b"%PDF-1.4 and then nothing")
    assert cli.main(["evaluate", str(folder), "--calibrate", str(table)]) == cli.WRONG_USE
    assert "mend or remove them" in capsys.readouterr().err
    assert not table.exists()
