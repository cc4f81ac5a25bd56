"""What a difference is to those who use the dataset, and the sentences that tell it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pipeline.dataset import Dataset
from pipeline.dataset.changes.changed import CHANGES, changed
from pipeline.dataset.changes.compared import Difference
from pipeline.dataset.release.notes import MOST, Release, release_notes


def difference(**fields: Any) -> Difference:
    made: dict[str, Any] = {
        "kind": "MOD",
        "table": "scores",
        "key": "Kabupaten Lebak (36.02) ikp_2024",
        "row": ("36.02", "ikp_2024", ""),
        "column": "score",
        "before": "58.7",
        "after": "59.1",
        "cause": "document",
        "files": ("lebak.pdf",),
        "quote": "Lebak 59,1",
        "old_quote": "Lebak 58,7",
    }
    return Difference(**made | fields)


GONE = {"kind": "DEL", "after": "", "quote": "Lebak 58,7"}
KINDS: list[tuple[dict[str, Any], str]] = [
    ({}, "MOD"),
    ({"kind": "ADD", "before": ""}, "ADD"),
    (GONE, "DEL"),
    (GONE | {"cause": "unknown"}, "DEL"),
    (GONE | {"cause": "human"}, "WITHDRAW"),
    (GONE | {"cause": "rule"}, "WITHDRAW"),
    (GONE | {"cause": "reference"}, "WITHDRAW"),
    ({"after": ""}, "MOD"),
    ({"after": "", "cause": "human"}, "WITHDRAW"),
    ({"column": "conflict", "after": "", "cause": "human"}, "MOD"),
    ({"before": "", "cause": "human"}, "MOD"),
]


@pytest.mark.parametrize(("fields", "expected"), KINDS)
def test_what_a_difference_is_to_its_users(fields: dict[str, Any], expected: str) -> None:
    (change,) = changed([difference(**fields)])
    assert change.kind == expected


def test_a_value_that_has_to_wait_is_withdrawn_whatever_made_it() -> None:
    status = difference(column="status", before="value", after="in review")
    kinds = [change.kind for change in changed([difference(after=""), status])]
    assert kinds == ["WITHDRAW", "MOD"]


def test_a_value_of_which_something_else_waits_is_withdrawn_too() -> None:
    (change,) = changed([difference(after="", waits=True)])
    assert change.kind == "WITHDRAW"


def test_a_value_that_was_kept_is_no_change() -> None:
    assert changed([difference(kind="KEPT", after="58.7", extracted="59.1")]) == ()


SENTENCES: list[tuple[dict[str, Any], str]] = [
    ({}, "score changed from 58.7 to 59.1, because a document is new, gone or another version (lebak.pdf)."),
    (
        {"kind": "ADD", "before": "", "cause": "rule", "rules": ("table.row 3",)},
        "new, score 59.1, because the same",
    ),
    ({"cause": "rule", "rules": ("table.row 3",)}, "because the same text is understood otherwise (table.row 3)"),
    (GONE | {"cause": "human"}, "score 58.7 withdrawn, because a person decided (lebak.pdf)."),
    ({"column": "rank_scope", "before": "", "after": "nasional"}, "rank scope changed from nothing to nasional"),
]


@pytest.mark.parametrize(("fields", "expected"), SENTENCES)
def test_a_change_is_a_sentence(fields: dict[str, Any], expected: str) -> None:
    (change,) = changed([difference(**fields)])
    assert change.sentence.startswith("Kabupaten Lebak (36.02) ikp_2024: ")
    assert expected in change.sentence


def test_changes_are_rows() -> None:
    (row,) = CHANGES.entries(changed([difference()]))
    found = dict(zip((column.name for column in CHANGES.columns), row, strict=True))
    assert (found["change"], found["region_code"], found["edition"]) == ("MOD", "36.02", "ikp_2024")
    assert (found["column"], found["before"], found["after"]) == ("score", "58.7", "59.1")
    assert (found["documents"], found["quote"], found["old_quote"]) == ("lebak.pdf", "Lebak 59,1", "Lebak 58,7")


def notes(dataset: Dataset, *found: Difference, before: str | None = "2024-01-01-aaaaaaaa") -> str:
    release = Release(
        version="2024-12-12-bbbbbbbb", data_day=date(2024, 12, 12), before=before, changes=changed(found)
    )
    return release_notes(dataset, release).decode()


def test_the_changes_of_a_row_are_one_sentence_with_its_words(dataset: Dataset) -> None:
    text = notes(
        dataset,
        difference(column="category", before="tinggi", after="sedang"),
        difference(column="category_stated", before="tinggi", after="sedang"),
        difference(),
    )
    (line,) = (line for line in text.splitlines() if line.startswith("- **"))
    assert line == (
        "- **MOD** Kabupaten Lebak (36.02) ikp_2024: category changed from tinggi to sedang; score changed from "
        "58.7 to 59.1, because a document is new, gone or another version (lebak.pdf). Words: “Lebak 59,1”"
    )
    assert "Compared with release 2024-01-01-aaaaaaaa" in text
    assert "Values: 3 changed" in text


def test_a_release_without_changes_and_the_first_say_so(dataset: Dataset) -> None:
    assert "\nNo published value changed.\n" in notes(dataset)
    assert "Tidak ada nilai terbit yang berubah" in notes(dataset)
    first = notes(dataset, difference(kind="ADD", before=""), before=None)
    assert "this is the first release" in first
    assert "All of it is new: 1 added" in first


def test_what_a_release_holds_is_said_in_both_languages_and_counted_by_one(dataset: Dataset) -> None:
    text = notes(replace(dataset, conflicts=dataset.conflicts[:1]))
    assert "\n- 1 conflict, " in text
    assert "\n  *1 perbedaan antarsumber, " in text
    (held,) = re.findall(r"(?m)^- [\d,]+ rows of scores.*\n(.*)$", text)
    assert re.fullmatch(r"  \*\d+ baris skor dan kategori yang bernilai\*", held)


def test_what_is_left_out_is_counted(dataset: Dataset) -> None:
    one = difference()
    text = notes(dataset, *(replace(one, key=f"row {number}") for number in range(MOST + 5)))
    assert text.count("- **MOD**") == MOST
    assert "And 5 rows more in `changes.csv`." in text


def test_documents_cannot_write_into_the_notes(dataset: Dataset) -> None:
    text = notes(dataset, difference(quote="<script>[x](y)</script>\n# head, hubungi 0812-3456-7890"))
    assert "<script" not in text
    assert "\\[x\\](y)" in text
    assert "\n# head" not in text
    assert "0812" not in text
