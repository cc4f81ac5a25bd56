"""The samples: made by the script byte for byte, listed in the manifest, with gold files that hold together."""

from __future__ import annotations

import hashlib
import html
import json
import re
import shutil
import subprocess
import sys
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from make_samples import style_of
from pipeline.dataset.evaluation.evaluate import evaluate, parse_gold
from pipeline.model import CATEGORIES, CorpusItem
from pipeline.reference import load_reference
from press.pdf import PdfStyle

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
SAMPLES = CORPUS / "samples"
SOURCES = ROOT / "tests" / "samples_source"
DOCUMENTS = sorted(
    path
    for path in SAMPLES.iterdir()
    if path.suffix in {".pdf", ".docx", ".xlsx", ".csv", ".html", ".md", ".txt", ".eml", ".zip"}
    and path.stem != "README"
)
MADE = [path.name for path in DOCUMENTS if path.suffix in {".pdf", ".docx", ".xlsx", ".eml", ".zip"}]
FIELDS = {
    "score": {"score", "category", "rank", "rank_scope", "basis", "previous"},
    "category": {"category", "rank", "previous"},
    "dimension_score": {"dimension", "score", "category", "rank"},
    "indicator": {"indicator", "alt", "count", "unit", "stage"},
    "indicator_unmapped": {"text", "count", "unit"},
    "tally": {"scope", "scope_code", "level", "category", "n", "previous"},
}
COMMON = {"type", "edition", "edition_alt", "optional"}

IN_CP1252 = {"lampung-situs-lama", "nasional-sepuluh-besar"}

by_name = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)


def gold_of(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    return data


def words_of(path: Path) -> str:
    """Return what a reader sees, tags aside; for what is made from a source, that source."""
    if (SOURCES / path.name).is_dir():
        texts = sorted((SOURCES / path.name).rglob("*.txt")) + sorted((SOURCES / path.name).rglob("*.html"))
        return re.sub(r"<[^>]+>", " ", "\n".join(text.read_text(encoding="utf-8") for text in texts))
    if path.name in MADE:
        source = (SOURCES / f"{path.name}.txt").read_text(encoding="utf-8")
        return re.sub(r"(-?[\d.]+)\{(#,##)?0(\.0*)?\}", _as_shown, source)
    encoding = "cp1252" if path.stem in IN_CP1252 else "utf-8"
    text = path.read_text(encoding=encoding)
    return html.unescape(re.sub(r"<[^>]+>", " ", text)) if path.suffix == ".html" else text


def _as_shown(number: re.Match[str]) -> str:
    """Write a number of a workbook as its format shows it."""
    decimals = len(number[3] or ".") - 1
    text = f"{float(number[1]):{',' if number[2] else ''}.{decimals}f}"
    return text.translate(str.maketrans(".,", ",."))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the corpus and make its made files and its manifest anew."""
    corpus = tmp_path_factory.mktemp("corpus")
    left_out = shutil.ignore_patterns("*.pdf", "*.docx", "*.xlsx", "*.eml", "*.zip")
    shutil.copytree(SAMPLES, corpus / "samples", ignore=left_out)
    subprocess.run([sys.executable, ROOT / "tests" / "make_samples.py", corpus], check=True)
    return corpus


@pytest.mark.parametrize("name", MADE)
def test_the_script_makes_the_committed_bytes(made: Path, name: str) -> None:
    assert (made / "samples" / name).read_bytes() == (SAMPLES / name).read_bytes()


def test_the_script_makes_the_committed_manifest(made: Path) -> None:
    assert (made / "manifest.jsonl").read_bytes() == (CORPUS / "manifest.jsonl").read_bytes()


def test_the_script_reads_how_a_sheet_is_set() -> None:
    style = style_of(
        "@tanggal 2024-01-06\n@gaya columns=2 size=9.5 landscape=yes numbers=N+dari+M order=by_column\n"
    )
    assert style == PdfStyle(columns=2, size=9.5, landscape=True, numbers="N dari M", order="by_column")
    assert style_of("@tanggal 2024-01-06\nTeks") == PdfStyle()


@pytest.mark.parametrize("words", ["warna=merah", "columns=dua", "landscape=ya"])
def test_the_script_knows_no_other_style(words: str) -> None:
    with pytest.raises(ValueError, match=r"warna|dua|ya"):
        style_of(f"@gaya {words}")


def test_every_source_makes_a_sample() -> None:
    assert sorted(path.name.removesuffix(".txt") for path in SOURCES.iterdir()) == sorted(MADE)


def test_the_manifest_lists_every_sample_with_its_hash() -> None:
    items = [json.loads(line) for line in (CORPUS / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [item["path"] for item in items] == [f"samples/{path.name}" for path in DOCUMENTS]
    for item, path in zip(items, DOCUMENTS, strict=True):
        assert set(item) == {field.name for field in fields(CorpusItem)}
        assert item["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert (item["size"], item["family"]) == (path.stat().st_size, item["path"])


def test_there_are_samples_of_every_kind() -> None:
    suffixes = [path.suffix for path in DOCUMENTS]
    assert len(DOCUMENTS) >= 18
    assert suffixes.count(".html") >= 4
    assert min(suffixes.count(suffix) for suffix in (".pdf", ".docx", ".txt")) >= 3
    assert ".md" in suffixes


def test_the_readme_names_every_sample_once() -> None:
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\S+\.\w+)` \|", readme, re.MULTILINE)
    assert sorted(listed) == [path.name for path in DOCUMENTS]


@by_name
def test_gold_is_well_formed(path: Path) -> None:
    gold, reference = gold_of(path), load_reference()
    assert set(gold) == {"url", "kind", "published", "document", "findings", "mitigations", "notes"}
    assert gold["document"]["region_code"] in {None, *reference.regions}
    assert {gold["kind"], gold["document"]["kind"]} <= {"news", "press_release", "report", "form"}
    for day in (gold["published"], gold["document"]["published"], gold["document"]["event_date"]):
        assert day is None or date.fromisoformat(day)
    for finding in gold["findings"]:
        place = {"scope_code", "scope"} if finding["type"] == "tally" else {"region_code", "region"}
        assert set(finding) <= COMMON | place | FIELDS[finding["type"]]
        assert finding["edition"] in reference.editions
        code = finding.get("scope_code") or finding["region_code"]
        assert reference.regions[code].name == (finding.get("scope") or finding["region"])


@by_name
def test_gold_values_are_in_range(path: Path) -> None:
    reference = load_reference()
    for finding in gold_of(path)["findings"]:
        top = reference.editions[finding["edition"]].scale_max
        assert finding.get("category") in {None, *CATEGORIES}
        assert finding.get("score") is None or top is None or 0 <= finding["score"] <= top
        if finding["type"] == "indicator":
            assert {finding["indicator"], *finding.get("alt", ())} <= set(range(1, 62))
        if finding["type"] == "dimension_score":
            assert finding["dimension"] in reference.dimensions


@by_name
def test_gold_figures_stand_in_the_document(path: Path) -> None:
    words = words_of(path).lower()
    for finding in gold_of(path)["findings"]:
        score, count = finding.get("score"), finding.get("count")
        if score:
            digits = f"{score:g}".replace(".", "[.,]")
            assert re.search(rf"(?<!\d){digits}0*(?!\d)", words), finding
        if count is not None:
            assert f"{count:,}".replace(",", ".") in words, finding


@by_name
def test_gold_agrees_with_itself(path: Path) -> None:
    """Gold read as a prediction finds every fact, so no two gold facts are in each other's way."""
    gold = parse_gold(path.with_suffix(".gold.json").read_text(encoding="utf-8"), where=path.name)
    rows = [{**finding, "document": path.name} for finding in gold_of(path)["findings"]]
    result = evaluate({path.stem: gold}, rows)
    assert result.perfect == 1
    assert result.kinds["unmapped"].f1 == 1


@by_name
def test_ikp_2024_figures_are_the_published_ones(path: Path) -> None:
    """Scores that the reference knows are quoted as published (Kalimantan Timur by the figure of the launch)."""
    known = {
        (row.region_code, row.basis, row.dimension): row.score
        for row in load_reference().scores
        if row.edition == "ikp_2024" and row.score is not None
    }
    for finding in gold_of(path)["findings"]:
        if finding["type"] != "score" or finding["edition"] != "ikp_2024" or finding.get("score") is None:
            continue
        published = known.get((finding["region_code"], finding.get("basis"), None))
        if published is not None and finding["region_code"] != "64":
            assert abs(float(published) - finding["score"]) < 0.06, finding


def test_no_telephone_numbers() -> None:
    for path in DOCUMENTS:
        assert not re.search(r"(?<![\d.])(?:\+62|08\d{2})[\d -]{6,}", words_of(path)), path.name
