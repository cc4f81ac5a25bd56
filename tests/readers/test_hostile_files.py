"""Hostile Office files and web pages: each is read or refused under a name, in bounded time and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hostile.office import OFFICE
from hostile.web import WEB

TESTS = Path(__file__).resolve().parents[1]
SECONDS = 60  # of processor time, half of what a document has; the slowest takes a fifth of it
REFUSED = {
    "docx bomb": "too_large",
    "docx many swelling parts": "too_large",
    "docx overlapping": "too_large",
    "docx 5,000 tables in tables": "damaged",
    "docx laughs": "damaged",
    "docx laughs in types": "damaged",
    "docx laughs in relations": "damaged",
    "docx outside": "no_text",
    "docx wide table": "no_text",
    "docx no end": "truncated",
    "xlsx bomb": "too_large",
    "xlsx overlapping": "too_large",
    "xlsx 1,000,000 rows": "too_large",
    "xlsx 1,100,000 empty cells": "too_large",
    "xlsx one row of 1,100,000 cells": "too_large",
    "xlsx a diagonal": "too_large",
    "xlsx 100,000 merges": "too_large",
    "xlsx a long text many times": "too_large",
    "xlsx laughs in sheet": "damaged",
    "xlsx laughs in texts": "damaged",
    "xlsx laughs in styles": "damaged",
    "xlsx laughs in workbook": "damaged",
    "xlsx no end": "truncated",
    "100,000 divisions deep": "damaged",
    "100,000 unclosed": "damaged",
    "100,000 quotations deep": "damaged",
    "5,000 tables in tables": "damaged",
    "5,000 lists in lists": "damaged",
    "null bytes": "unknown_format",
}
"""Those that are not read; all others are."""


@pytest.mark.parametrize(("group", "files"), [("office", OFFICE), ("web", WEB)], ids=["office", "web"])
def test_each_is_read_or_refused_under_a_name(group: str, files: dict[str, object]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "hostile.trial", group],
        capture_output=True,
        text=True,
        check=False,
        cwd=TESTS.parent,
        env={**os.environ, "PYTHONPATH": f"{TESTS.parent}:{TESTS}"},
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    outcomes = {line["wrong"]: line for line in map(json.loads, done.stdout.splitlines())}
    assert {wrong: line["outcome"] for wrong, line in outcomes.items()} == {
        wrong: REFUSED.get(wrong, "read") for wrong in files
    }
    assert {wrong: line["seconds"] for wrong, line in outcomes.items() if line["seconds"] > SECONDS} == {}
    assert not any("root:" in line["said"] or "hahaha" in line["said"] for line in outcomes.values())
