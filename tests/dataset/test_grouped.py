"""Many differences of one cause are one group, and the page shows them so, with nothing that could run."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from markup import HOSTILE, Page
from pipeline.dataset.changes import words
from pipeline.dataset.changes.compared import Difference
from pipeline.dataset.changes.grouped import SAMPLE, grouped
from pipeline.dataset.changes.netted import netted
from pipeline.dataset.changes.page import MOST, changes_page


def change(number: int = 0, **fields: object) -> Difference:
    made = Difference(
        kind="MOD",
        table="scores",
        key=f"Kabupaten {number:03} (36.{number:03}) ikp_2024",
        column="score",
        before="50.0",
        after=f"{50 + number / 10:.1f}",
        cause="rule",
        rules=("table.row 3",),
        findings=(f"f{number}",),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


MANY = [change(number) for number in range(1, 301)]


def test_many_changes_of_one_rule_are_one_group() -> None:
    (group,) = grouped(MANY)
    assert (group.cause, group.rules, group.column, group.kind) == ("rule", ("table.row 3",), "score", "MOD")
    assert group.count == 300
    assert group.outlier is not None
    assert group.outlier.after == "80.0"
    assert len(group.sample) == SAMPLE
    assert group.sample[0] == group.outlier
    assert {*group.sample, *group.rest} == set(MANY)
    assert len(group.sample) + len(group.rest) == 300


@pytest.mark.parametrize(
    "other",
    [{"cause": "reader"}, {"rules": ("table.row 4",)}, {"column": "rank"}, {"kind": "ADD"}, {"table": "tallies"}],
)
def test_what_differs_in_what_matters_is_another_group(other: dict[str, object]) -> None:
    assert len(grouped([change(1), change(2), change(3, **other)])) == 2


def test_the_order_of_rules_makes_no_group() -> None:
    assert len(grouped([change(1, rules=("a 1", "b 1")), change(2, rules=("b 1", "a 1"))])) == 1


def test_a_sample_shows_each_way_in_which_values_changed() -> None:
    flips = [change(number, column="category", before="tinggi", after="sedang") for number in range(50)]
    rare = change(99, column="category", before="rendah", after="tinggi")
    (group,) = grouped([*flips, rare])
    assert rare in group.sample
    assert group.outlier is None


def test_the_worst_group_comes_first_then_the_larger() -> None:
    flip = change(1, column="category", before="tinggi", after="sedang")
    words = [change(number, column="evidence", before="a", after="b") for number in range(3)]
    more = [change(number, column="evidence", before="a", after="b", cause="reader") for number in range(9)]
    assert [group.count for group in grouped([*words, *more, flip])] == [1, 9, 3]


def test_nothing_makes_no_group() -> None:
    assert grouped(()) == ()


# --- the page ---

ALLOWED = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "header",
        "h1",
        "small",
        "p",
        "strong",
        "ul",
        "li",
    ),
    *("a", "b", "section", "h2", "i", "div", "h3", "h4", "code", "q", "em", "article", "span", "blockquote"),
    *("details", "summary"),
}


@pytest.mark.parametrize("kind", ["ADD", "MOD", "DEL", "KEPT"])
@pytest.mark.parametrize("number", [1, 20])
def test_what_documents_say_is_text_and_no_more(kind: str, number: int) -> None:
    texts = ("table", "key", "column", "before", "after", "quote", "old_quote", "extracted", "human", "old_key")
    lists = ("files", "findings", "rules")
    hostile = {**dict.fromkeys(texts, HOSTILE), **dict.fromkeys(lists, (HOSTILE,)), "kind": kind}
    page = Page(
        changes_page(
            [change(n, **hostile) for n in range(number)],
            title=HOSTILE,
        )
    )
    assert set(page.elements) <= ALLOWED
    assert {name for name, _ in page.attributes} <= {
        "lang",
        "charset",
        "name",
        "content",
        "http-equiv",
        "class",
        "id",
        "href",
    }
    links = [value or "" for name, value in page.attributes if name == "href"]
    assert all(re.fullmatch(r"#[a-z]+", link) for link in links)
    text = "".join(page.text)
    assert "<script>alert(1)</script>" in text
    assert "{style}&amp;" in text
    assert "\u202e" not in text
    assert "\x1b" not in text


def test_the_page_refers_to_nothing_outside() -> None:
    page = changes_page(MANY, title="run 7").decode()
    assert not re.search(r"(?i)https?:|//|url\(|@import|<script|<link|<img|\son\w+=|\sstyle=", page)
    assert "default-src 'none'" in page


def test_the_page_counts_causes_and_kinds_and_folds_what_is_many() -> None:
    human = change(
        400, cause="human", kind="KEPT", extracted="60.0", human="50.0", after="50.0", files=("rilis.pdf",)
    )
    page = Page(changes_page([*MANY, human], title="run 7"))
    text = " ".join("".join(page.text).split())
    assert "301 differences, worst first" in text
    assert "1 kept against a new proposal" in text
    assert "300 changed" in text
    assert "295 more of the same" in text
    assert "Largest: Kabupaten 300 (36.300) ikp_2024, 50.0 → 80.0" in text
    assert "Extraction says60.0A person decided50.0" in text.replace(" A", "A").replace(" 6", "6").replace(
        " 5", "5"
    )
    assert "rilis.pdf" in text
    assert page.elements.count("article") == 301
    assert page.elements.count("details") == 1


def test_the_page_speaks_indonesian_too() -> None:
    human = change(400, cause="human", kind="KEPT", extracted="60.0", human="50.0", after="", files=("rilis.pdf",))
    page = changes_page([*MANY, human], title="proses 7", language="id").decode()
    assert '<html lang="id">' in page
    text = " ".join("".join(Page(page.encode()).text).split())
    assert "301 perbedaan, yang terberat lebih dahulu" in text
    assert "Skor: skor berubah 300" in text
    assert "Terbesar: Kabupaten 300 (36.300) ikp_2024, 50.0 → 80.0" in text, "values stay as the data has them"
    assert not re.findall(r"(?i)\b(before|after|worst|difference|changed|person|extraction|more|largest)\b", text)


def test_every_wording_has_the_same_parts_in_both_languages() -> None:
    for english, indonesian in words._WORDS.values():
        assert sorted(re.findall(r"{\w+}", english)) == sorted(re.findall(r"{\w+}", indonesian))


def test_a_page_has_an_end() -> None:
    page = changes_page([change(number) for number in range(MOST + 100)], title="run 7").decode()
    assert page.count("<article") == MOST + SAMPLE
    assert f"{100 - SAMPLE} more are in" in page


def test_a_page_without_differences_says_so() -> None:
    assert "No published value changed." in changes_page([], title="run 7").decode()


# --- over several runs ---


def test_the_run_that_gave_a_field_its_value_has_the_say() -> None:
    first = change(1, before="1", after="2", cause="document", old_quote="satu", quote="dua", rules=("a 1",))
    last = change(1, before="2", after="3", cause="human", extracted="2", human="3", old_quote="dua", quote="tiga")
    (one,) = netted([[first], [last]])
    assert (one.before, one.after, one.cause, one.extracted, one.human) == ("1", "3", "human", "2", "3")
    assert (one.old_quote, one.quote, one.rules) == ("satu", "tiga", ("table.row 3",))


def test_a_value_that_was_kept_and_then_changed_is_told_as_changed() -> None:
    kept = change(1, kind="KEPT", before="5", after="5", extracted="6", human="5")
    again = replace(kept, extracted="7")
    assert [(one.kind, one.extracted) for one in netted([[kept], [again]])] == [("KEPT", "7")]
    changed = change(1, before="5", after="7")
    assert [one.kind for one in netted([[kept], [changed]])] == ["MOD"]
    assert [one.kind for one in netted([[changed], [replace(kept, before="7", after="7")]])] == ["MOD", "KEPT"]
    gone = change(1, kind="DEL", before="5", after="")
    assert [one.kind for one in netted([[kept], [gone]])] == ["DEL"]


OLD, NEW = "Kabupaten Serang (36.04) ikp_2024", "Kota Serang (36.73) ikp_2024"


def moved(old: str, new: str) -> Difference:
    return change(column="region_code", key=new, old_key=old, before=old, after=new, rules=())


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([moved(OLD, NEW), moved(NEW, OLD)], []),
        ([moved(OLD, NEW), moved(NEW, "third")], [("MOD", "third", "region_code", OLD, "third")]),
        ([change(key=OLD, kind="ADD", before="", after="5"), moved(OLD, NEW)], [("ADD", NEW, "score", "", "5")]),
        (
            [moved(OLD, NEW), change(key=NEW, kind="DEL", before="5", after="")],
            [("DEL", OLD, "score", "5", "")],
        ),
        (
            [change(key=OLD, before="4", after="5"), moved(OLD, NEW)],
            [("MOD", NEW, "region_code", OLD, NEW), ("MOD", NEW, "score", "4", "5")],
        ),
        (
            [change(key=NEW, kind="DEL", before="9", after=""), moved(OLD, NEW)],
            [("MOD", NEW, "region_code", OLD, NEW), ("DEL", NEW, "score", "9", "")],
        ),
    ],
)
def test_a_row_takes_its_history_to_another_region(
    runs: list[Difference], expected: list[tuple[str, str, str, str, str]]
) -> None:
    found = netted([one] for one in runs)
    assert [(one.kind, one.key, one.column, one.before, one.after) for one in found] == expected
