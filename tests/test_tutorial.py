"""docs/TUTORIAL.md runs from top to bottom as printed, and prints what the page says."""

from __future__ import annotations

import re
from datetime import date

import pytest

from make_tutorial import PAGE, printed, renewed, steady

TUTORIAL = PAGE.read_text(encoding="utf-8")


def test_the_tutorial_prints_what_its_commands_answer() -> None:
    assert renewed(TUTORIAL) == TUTORIAL, "run make tutorial and look at what changes"


def test_the_tutorial_walks_from_documents_to_evidence() -> None:
    shown = set(re.findall(r"(?m)^ikp (\w+)", TUTORIAL))
    assert shown >= {"run", "why", "review", "match", "alias", "diff", "export", "evaluate"}
    steps = [int(step) for step in re.findall(r"(?m)^## (\d+)\. ", TUTORIAL)]
    assert steps == list(range(1, len(steps) + 1))


def test_a_changed_answer_is_seen() -> None:
    page = "```sh\necho 7\n```\n\n```text\n6\n```\n\nMore.\n\n```sh\ntouch a\n```\n\n```bash\nmake setup\n```\n"
    assert renewed(page) == page.replace("6\n```", "7\n```")


def test_blocks_go_on_where_the_one_before_stopped() -> None:
    page = "```sh\nmkdir corpus\n```\n\n```sh\nls\n```\n"
    assert renewed(page).endswith("```sh\nls\n```\n\n```text\ncorpus\n```\n")


@pytest.mark.parametrize("block", ["false\n", "ikp why 36 score --out nowhere\n"])
def test_a_command_that_fails_is_no_answer(block: str) -> None:
    with pytest.raises(ValueError, match="ended with"):
        printed(block)


def test_what_differs_from_day_to_day_is_marked() -> None:
    told = f"2022-12-22-0a1b2c3d  2026-11-30T04:16:20Z\nSHA-256 {'0a' * 32} \n"
    assert steady(told, date(2026, 11, 30)) == "2022-12-22-<checksum>  <today>T<time>\nSHA-256 <checksum>\n"
