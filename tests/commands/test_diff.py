"""What `ikp diff` prints: lines with groups, one object with all fields, one page; hostile documents steer nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from pipeline import cli
from pipeline.dataset.changes.compared import Difference
from pipeline.storage import results
from pipeline.storage.codec import encode
from pipeline.storage.ledger import Stopwatch

ONE = Difference(
    kind="MOD",
    table="scores",
    key="Kabupaten Lebak (36.02) ikp_2024",
    column="score",
    before="58.7",
    after="60.1",
    cause="human",
    files=("rilis.pdf",),
    quote="Lebak \x1b[2J<b>58,7</b>",
    extracted="58.7",
    human="60.1",
    findings=("f1",),
    rules=("table.row 3",),
)
RULE = [
    replace(ONE, key=f"{number}", cause="rule", after=f"{59 + number}", extracted="", human="")
    for number in range(300)
]
KEPT = replace(ONE, kind="KEPT", key="kept", before="60.1", cause="reader", extracted="77.7")

Diff = Callable[[str], str]


@pytest.fixture
def diff(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Diff:
    lines = b"".join(encode(one) + b"\n" for one in (ONE, KEPT, *RULE))
    results.append_run(tmp_path, Stopwatch().timings(), {}, changes=lines)

    def show(form: str) -> str:
        assert cli.main(["diff", "--out", str(tmp_path), "--format", form]) == 0
        return capsysbinary.readouterr().out.decode()

    return show


def test_lines_show_groups_first_then_each_with_its_cause_and_people(diff: Diff) -> None:
    lines = diff("table").splitlines()
    assert lines[0] == "run 1: 302 differences (300 rule, 1 human, 1 reader), worst first"
    assert lines[1] == "300 x MOD scores: score [rule by table.row 3]"
    assert lines[2] == "   largest: 299: 58.7 -> 358"
    assert "   and 295 more: --format html or json shows them" in lines
    place = lines.index("MOD  scores: Kabupaten Lebak (36.02) ikp_2024: score 58.7 -> 60.1 [human, rilis.pdf]")
    assert lines[place + 1] == "     extraction says 58.7, a person decided 60.1"
    assert lines[place + 2] == r"     Lebak \x1b[2J<b>58,7</b>"
    assert "KEPT  scores: kept: score stays 60.1, proposed 77.7 [reader, rilis.pdf]" in lines
    assert len(lines) < 30


def test_json_holds_every_field_and_the_groups(diff: Diff) -> None:
    read: dict[str, Any] = json.loads(diff("json"))
    assert len(read["changes"]) == 302
    found = next(change for change in read["changes"] if change["key"] == ONE.key)
    assert found == json.loads(encode(asdict(ONE)))
    assert [(group["cause"], group["count"]) for group in read["groups"]] == [
        ("rule", 300),
        ("human", 1),
        ("reader", 1),
    ]
    assert read["groups"][0]["outlier"]["key"] == "299"


def test_html_is_one_page(diff: Diff) -> None:
    page = diff("html")
    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</html>\n")
    assert "What changed: run 1" in page
    assert "&lt;b&gt;58,7&lt;/b&gt;" in page
    assert "<b>58" not in page


def test_without_a_run_the_page_says_so(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["diff", "--out", str(tmp_path), "--format", "html"]) == 0
    assert b"no run yet" in capsysbinary.readouterr().out


@pytest.mark.parametrize(("language", "title"), [("en", "What changed: run 1"), ("id", "Yang berubah: proses 1")])
def test_the_page_is_in_the_language_that_is_asked_for(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], language: str, title: str
) -> None:
    results.append_run(tmp_path, Stopwatch().timings(), {}, changes=encode(ONE) + b"\n")
    assert cli.main(["diff", "--out", str(tmp_path), "--format", "html", "--language", language]) == 0
    page = capsysbinary.readouterr().out.decode()
    assert f'<html lang="{language}">' in page
    assert f"<title>{title}</title>" in page
