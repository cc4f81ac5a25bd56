"""Summaries and progress: plain in a pipe, drawn on a terminal, the same words in both."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

import pytest

from pipeline.commands.extract import findings_table
from pipeline.commands.progress import LOOKING, progress
from pipeline.commands.summary import show_summary, summary_lines
from pipeline.saying import in_words
from pipeline.state import Counted, Summary

FULL = Summary(
    documents=1204,
    read=3,
    extracted=2,
    unchanged=1199,
    removed=1,
    replaced=2,
    duplicates=4,
    quarantined=(("rusak.pdf", "truncated"),),
    findings={"score": Counted(auto=1000, review=20), "tally": Counted(auto=3, review=0)},
    conflicts=7,
    conflicts_open=2,
    covered=212,
    regions=552,
    warnings=5,
    rebuilt=True,
)
EXPECTED = {
    "documents": "1,204: 1,199 read, 1 quarantined, 4 with the bytes of another",
    "this run": "3 read, 2 extracted again, 1,199 unchanged, 2 replaced, 1 gone; dataset built",
    "findings": "1,023: 1,003 accepted, 20 to review",
    "conflicts": "7: 5 settled by written precedence, 2 open (held back until a person decides)",
    "coverage": "212 of 552 regions have a published value",
    "checks": "5 warnings, published with their rows",
    "tables": "out/dataset",
}


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_summary_says_what_was_done_and_what_there_is() -> None:
    lines = dict(line for line in summary_lines(FULL, out="out") if line[0])
    assert {label: lines[label] for label in EXPECTED} == EXPECTED
    continued = [text for label, text in summary_lines(FULL, out="out") if not label]
    assert [" ".join(text.split()) for text in continued] == [
        "quarantined: rusak.pdf (truncated)",
        "scores 1,000 accepted, 20 to review",
        "tallies 3 accepted",
    ]


NEXT = [
    (Summary(), "put documents"),
    (Summary(documents=1), "`ikp why ROW COLUMN --out out` shows"),
    (Summary(documents=1, conflicts=1, conflicts_open=1), "read out/dataset/conflicts.csv"),
    (Summary(documents=1, conflicts=1), "`ikp why ROW COLUMN --out out` shows"),
    (
        Summary(documents=1, conflicts=1, findings={"score": Counted(auto=1, review=1)}),
        "`ikp review --out out` asks you",
    ),
    (Summary(documents=1, failed=("dataset: x",)), "see the lines above"),
    (FULL, "see the lines above"),
]


@pytest.mark.parametrize(("summary", "beginning"), NEXT)
def test_a_summary_ends_with_what_to_do_next(summary: Summary, beginning: str) -> None:
    label, text = summary_lines(summary, out="out")[-1]
    assert label == "next"
    assert text.startswith(beginning)


def test_the_next_step_can_be_typed_as_it_stands() -> None:
    summary = Summary(documents=1, findings={"score": Counted(auto=1, review=1)})
    text = summary_lines(summary, corpus="surat masuk", out="hasil")[-1][1]
    assert "`ikp review --corpus 'surat masuk' --out hasil` asks you about what waits" in text
    text = summary_lines(summary, out="extracted")[-1][1]
    assert text.startswith("`ikp review` asks you about what waits; `ikp why ROW COLUMN` shows")
    asked = replace(summary, quarantined=(("a.pdf", "empty"),))
    text = summary_lines(asked, out="extracted")[-1][1]
    assert (
        text
        == "see the lines above about what needs a person, then run again; `ikp review` asks you about what waits"
    )


CONFLICTS = [
    (0, 0, "0"),
    (4, 0, "4: 4 settled by written precedence"),
    (1200, 1200, "1,200: 1,200 open (held back until a person decides)"),
]


@pytest.mark.parametrize(("conflicts", "waiting", "expected"), CONFLICTS)
def test_open_conflicts_are_told_from_settled_ones(conflicts: int, waiting: int, expected: str) -> None:
    lines = dict(summary_lines(Summary(conflicts=conflicts, conflicts_open=waiting), out="out"))
    assert lines["conflicts"] == expected


def test_a_failed_check_is_said_not_to_be_published() -> None:
    lines = dict(summary_lines(Summary(documents=1, failed=("dataset: x",), rebuilt=True), out="out"))
    assert lines["checks"] == "1 failed: NOT published, the last good dataset stays"
    assert lines["tables"] == "out/dataset"
    assert "dataset built" not in lines["this run"]


def test_a_first_run_that_a_check_stopped_names_no_folder_of_tables() -> None:
    first = Summary(documents=1, failed=("dataset: x",), published=False, rebuilt=True)
    lines = dict(summary_lines(first, out="out"))
    assert lines["checks"] == "1 failed: NOT published, and there is no earlier dataset"
    assert lines["tables"] == "none yet: nothing was published so far"


def test_a_terminal_and_a_pipe_say_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "200")
    pipe, terminal = io.StringIO(), Terminal()
    show_summary(FULL, out="out", file=pipe)
    show_summary(FULL, out="out", file=terminal)
    assert "\x1b" not in pipe.getvalue()
    assert "\x1b[" in terminal.getvalue()
    bare = re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue())
    assert bare.split() == pipe.getvalue().split()


def test_a_path_with_markup_is_printed_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    terminal = Terminal()
    summary = Summary(documents=1, quarantined=(("[bold]rilis[/x].pdf", "empty"),))
    show_summary(summary, out="out", file=terminal)
    with progress(terminal) as watch:
        watch(1, 2, "[/bold]x.txt")
    assert "[bold]rilis[/x].pdf (empty)" in terminal.getvalue()


def test_progress_is_silent_in_a_pipe() -> None:
    pipe = io.StringIO()
    with progress(pipe) as watch:
        watch(1, 2, "a.txt")
    assert pipe.getvalue() == ""


def test_a_long_run_gives_a_sign_of_life_where_no_bar_can_be_drawn() -> None:
    log, now = io.StringIO(), iter((0.0, 59.0, 61.0, 61.0, 100.0, 122.0, 122.0))
    with progress(log, clock=lambda: next(now)) as watch:
        for done, path in ((1, "a.pdf"), (2, "b.pdf"), (3, "c.pdf"), (4, "d.pdf")):
            watch(done, 4, path)
    assert log.getvalue() == "2 of 4 documents: read b.pdf\n4 of 4 documents: building the tables\n"


def test_a_bar_says_what_is_done_before_and_after_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    terminal = Terminal()
    with progress(terminal) as watch:
        watch(2, 2, "a.pdf")
    assert LOOKING in terminal.getvalue()
    assert "building the tables" in terminal.getvalue()


def row(**fields: object) -> dict[str, Any]:
    keys = ("score", "category", "rank", "dimension", "indicator", "label", "count", "unit", "n", "level")
    return dict.fromkeys(keys) | fields


VALUES = [
    (row(type="score", score="53.35", category="tinggi", rank=3), "53.35 tinggi #3"),
    (row(type="category", category="rendah"), "rendah"),
    (row(type="dimension_score", dimension="kontestasi", score="0"), "kontestasi 0"),
    (row(type="indicator", indicator=54, count=14, unit="TPS"), "no. 54 14 TPS"),
    (row(type="indicator", label="jaringan internet"), "jaringan internet"),
    (row(type="mitigation", label="patroli"), "patroli"),
]


@pytest.mark.parametrize(("finding", "expected"), VALUES)
def test_a_finding_is_told_in_a_few_words(finding: dict[str, Any], expected: str) -> None:
    assert in_words(finding["type"], finding.get) == expected


SURE = [(0.886, "auto", "88%"), (0.886, "review", "88% ?"), (0.58, "review", "58% ?"), (1.0, "auto", "100%")]


@pytest.mark.parametrize(("confidence", "decision", "told"), SURE)
def test_a_table_of_findings_says_how_sure_they_are_as_the_review_does(
    confidence: float, decision: str, told: str
) -> None:
    row = dict.fromkeys(("edition", "region_name", "scope_code", "category", "rank"))
    row |= {"document": "a.txt", "type": "score", "evidence": {"quote": "skor 50"}}
    _, line = findings_table([{**row, "score": 50, "confidence": confidence, "decision": decision}])
    assert told in re.split(r" {2,}", line)
