"""Which cause a difference has, what people decided, and which rows belong together, of made-up tables."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

import pytest

from pipeline.account import Said
from pipeline.dataset.changes import differences as differences_module
from pipeline.dataset.changes.blame import blamed
from pipeline.dataset.changes.compared import Cause, Difference, alike, rank
from pipeline.dataset.changes.differences import differences
from pipeline.dataset.changes.netted import Step, stepped
from pipeline.dataset.changes.published_side import Files
from published import opened

SCORES = ("region_code", "region", "edition", "basis", "score", "category", "category_derived", "other_ranks",
          "status", "conflict", "evidence", "evidence_document", "documents", "findings")  # fmt: skip
FINDINGS = ("finding", "type", "region_code", "edition", "score", "category", "rank", "basis", "quote", "document",
            "decision", "standing", "rule", "rule_version", "sha256", "review", "machine",
            "decided")  # fmt: skip
DOCUMENTS = ("file", "url", "status", "online", "code", "sha256")

Row = Mapping[str, str]


@pytest.fixture(autouse=True, params=[differences_module.MOST_FINDINGS, 1], ids=["together", "one by one"])
def most_findings(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at all findings together, and at those of one region at a time: it makes no difference."""
    monkeypatch.setattr(differences_module, "MOST_FINDINGS", request.param)


LEBAK = {
    "region_code": "36.02",
    "region": "Kabupaten Lebak",
    "edition": "ikp_2024",
    "score": "58.7",
    "category": "tinggi",
    "status": "value",
    "evidence": "Lebak 58,7 tinggi",
    "evidence_document": "a.txt",
    "documents": "a.txt",
    "findings": "f1",
}
F1 = {
    "finding": "f1",
    "type": "score",
    "region_code": "36.02",
    "edition": "ikp_2024",
    "score": "58.7",
    "category": "tinggi",
    "quote": "Lebak 58,7 tinggi",
    "document": "a.txt",
    "decision": "auto",
    "standing": "published",
    "rule": "table.row",
    "rule_version": "3",
    "sha256": "aa",
}
F2 = F1 | {
    "finding": "f2",
    "type": "category",
    "score": "",
    "document": "b.txt",
    "sha256": "bb",
    "rule": "list.row",
}
A = {"file": "a.txt", "status": "read", "sha256": "aa"}
B = {"file": "b.txt", "status": "read", "sha256": "bb"}
BOTH = LEBAK | {"documents": "a.txt | b.txt", "findings": "f1 | f2"}


def table(columns: Sequence[str], rows: Sequence[Row]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(
        [columns, *([row.get(name, "") for name in columns] for row in rows)]
    )
    return text.getvalue().encode()


def tables(scores: Sequence[Row] = (), findings: Sequence[Row] = (), documents: Sequence[Row] = (A, B)) -> Files:
    files = {
        "scores.csv": table(SCORES, scores),
        "findings.csv": table(FINDINGS, findings),
        "documents.csv": table(DOCUMENTS, documents),
    }
    return opened(files)


def told(found: Sequence[Difference]) -> list[tuple[str, str, str, str, str]]:
    return [(one.kind, one.column, one.before, one.after, one.cause) for one in found if one.table == "scores"]


# --- equal values ---


@pytest.mark.parametrize(
    ("column", "one", "other", "same"),
    [
        ("score", "77.7", "77.70", True),
        ("score", "77.7", "77.71", False),
        ("score", "0.1", "0.1000000000000000055511151231257827", False),
        ("score", "", "0", False),
        ("n", "4", "4.0", True),
        ("rank", "NaN", "nan", False),
        ("category", "1", "1.0", False),
        ("other_ranks", "3 (provinsi) | 7 (kelompok)", "7 (kelompok) | 3 (provinsi)", True),
        ("other_ranks", "3 (provinsi) | 7 (kelompok)", "3 (provinsi)", False),
        ("conflict", "a | b", "b | a", True),
        ("evidence", "a | b", "b | a", False),
    ],
)
def test_numbers_are_exact_and_lists_are_sets(column: str, one: str, other: str, same: object) -> None:
    assert alike(column, one, other) is same
    assert alike(column, other, one) is same


def test_what_says_the_same_is_no_difference() -> None:
    one = LEBAK | {"score": "58.70", "other_ranks": "1 (a) | 2 (b)", "conflict": "x | y"}
    other = LEBAK | {"score": "58.7", "other_ranks": "2 (b) | 1 (a)", "conflict": "y | x"}
    assert differences(tables([one]), tables([other])) == ()


def test_two_rows_of_one_key_are_both_compared() -> None:
    found = differences(tables([LEBAK, LEBAK]), tables([LEBAK, LEBAK | {"score": "60"}]))
    assert told(found) == [("MOD", "score", "58.7", "60", "unknown")]


def test_words_are_told_where_they_alone_changed() -> None:
    before, after = tables([LEBAK]), LEBAK | {"evidence": "Kab. Lebak 58,7"}
    assert told(differences(before, tables([after]), default="reader")) == [
        ("MOD", "evidence", "Lebak 58,7 tinggi", "Kab. Lebak 58,7", "reader")
    ]
    (one,) = differences(before, tables([after | {"score": "60"}]))
    assert (one.column, one.old_quote, one.quote) == ("score", "Lebak 58,7 tinggi", "Kab. Lebak 58,7")


# --- causes ---


def test_each_field_has_the_cause_of_the_finding_that_it_is_made_of() -> None:
    before = tables([BOTH], [F1, F2])
    after = tables(
        [BOTH | {"score": "60", "category": "sedang"}], [F1 | {"score": "60"}, F2 | {"category": "sedang"}]
    )
    causes: dict[str, Cause] = {"f1": "reader", "f2": "rule"}
    found = differences(before, after, causes=causes, default="reference")
    assert told(found) == [
        ("MOD", "category", "tinggi", "sedang", "rule"),
        ("MOD", "score", "58.7", "60", "reader"),
    ]
    assert [(one.findings, one.rules) for one in found] == [
        (("f1", "f2"), ("list.row 3",)),
        (("f1", "f2"), ("table.row 3",)),
    ]


def test_what_no_finding_accounts_for_has_the_cause_that_is_left() -> None:
    before = tables([LEBAK | {"category_derived": "tinggi"}], [F1])
    after = tables([LEBAK | {"category_derived": "sedang"}], [F1])
    found = differences(before, after, causes={"f1": "reader"}, default="reference")
    assert [one.cause for one in found] == ["reference"], "the finding says what it said"
    assert [one.rules for one in found] == [("table.row 3",)], "all that stands behind the row"


def test_a_document_that_changed_is_no_cause_where_its_finding_says_the_same() -> None:
    before = tables([LEBAK | {"category_derived": "tinggi"}], [F1])
    version = F1 | {"sha256": "a2"}
    after = tables([LEBAK | {"category_derived": "sedang"}], [version], [A | {"sha256": "a2"}, B])
    assert told(differences(before, after, default="reference"))[0][-1] == "reference"
    after = tables([LEBAK | {"score": "60"}], [version | {"score": "60"}], [A | {"sha256": "a2"}, B])
    assert told(differences(before, after, default="reference"))[0][-1] == "document"
    assert told(differences(before, after, causes={"f1": "rule"}))[0][-1] == "rule", "a replay has the last word"


def test_a_value_that_wins_because_another_went_has_the_cause_of_that() -> None:
    before = tables([BOTH], [F1, F2 | {"standing": "outweighed", "category": "sedang"}])
    after = tables([LEBAK | {"category": "sedang", "findings": "f2"}], [F2 | {"category": "sedang"}])
    assert told(differences(before, after, causes={"f1": "rule"}))[0] == (
        "MOD",
        "category",
        "tinggi",
        "sedang",
        "rule",
    )


def test_what_is_known_of_a_document_counts_where_no_finding_changed() -> None:
    before, after = tables([LEBAK], [F1]), tables([LEBAK | {"conflict": "c"}], [F1])
    assert told(differences(before, after, causes={"aa": "reader"}, default="rule"))[0][-1] == "reader"


def test_a_document_that_can_be_read_now_has_the_cause_that_is_known_of_it() -> None:
    before = tables(documents=[A | {"status": "quarantined", "code": "memory"}])
    found = differences(before, tables(documents=[A]), causes={"aa": "reader"}, default="rule")
    assert {(one.column, one.cause) for one in found} == {("status", "reader"), ("code", "reader")}


def test_the_last_step_that_changed_a_finding_is_its_cause() -> None:
    def says(*values: str, about: str = "news") -> Said:
        return Said(about=(about,), findings={f"f{number}": (value,) for number, value in enumerate(values)})

    links: list[tuple[Cause, Said]] = [
        ("rule", says("2", "2", "1", "2")),
        ("reference", says("2", "3", "1", "1")),
        ("reader", says("2", "3", "4", "1", "new", about="report")),
    ]
    assert blamed("sha", says("1", "1", "1", "1"), links) == {
        "f0": "rule",
        "f1": "reference",
        "f2": "reader",
        "f4": "reader",
        "sha": "reader",
    }


# --- regions ---

SERANG = LEBAK | {"region_code": "36.04", "region": "Kabupaten Serang"}


def test_a_region_reassigned_is_one_difference() -> None:
    (one,) = differences(tables([LEBAK], [F1]), tables([SERANG], [F1 | {"region_code": "36.04"}]), default="rule")
    assert (one.kind, one.column, one.before, one.after) == (
        "MOD",
        "region_code",
        "Kabupaten Lebak (36.02)",
        "Kabupaten Serang (36.04)",
    )
    assert (one.key, one.old_key) == ("Kabupaten Serang (36.04) ikp_2024", "Kabupaten Lebak (36.02) ikp_2024")
    assert rank(one) == 1


def test_a_value_that_changed_with_the_region_is_told_beside_it() -> None:
    found = differences(tables([LEBAK]), tables([SERANG | {"score": "85.7"}]), default="rule")
    assert [(one.column, one.after) for one in found] == [
        ("region_code", "Kabupaten Serang (36.04)"),
        ("score", "85.7"),
    ]


@pytest.mark.parametrize(
    "other", [{"evidence": "Serang 58,7"}, {"evidence_document": "b.txt"}, {"edition": "ikp_2019"}]
)
def test_other_words_are_another_row(other: dict[str, str]) -> None:
    found = differences(tables([LEBAK]), tables([SERANG | other]))
    assert [one.kind for one in found] == ["DEL", "ADD"]


def test_of_regions_in_one_sentence_those_belong_together_that_have_one_value() -> None:
    sentence = {"evidence": "Lebak 58,7 dan Serang 41,2"}
    old = [LEBAK | sentence, SERANG | sentence | {"score": "41.2"}]
    new = [
        LEBAK | sentence | {"region_code": "36.72", "region": "Kota Cilegon"},
        LEBAK | sentence | {"region_code": "36.73", "region": "Kota Serang", "score": "41.2"},
    ]
    found = differences(tables(old), tables(new))
    assert [(one.before, one.after) for one in found] == [
        ("Kabupaten Lebak (36.02)", "Kota Cilegon (36.72)"),
        ("Kabupaten Serang (36.04)", "Kota Serang (36.73)"),
    ]
    same = [row | {"score": "50"} for row in (*old, *new)]
    found = differences(tables(same[:2]), tables(same[2:]))
    assert sorted(one.kind for one in found) == ["ADD", "ADD", "DEL", "DEL"], "which is which cannot be said"


def test_differences_come_in_the_order_in_which_they_matter() -> None:
    cilegon = {"region_code": "36.72", "region": "Kota Cilegon", "evidence": "Cilegon"}
    before = tables(
        [
            LEBAK,
            SERANG | {"evidence": "Serang"},
            LEBAK | cilegon,
            LEBAK | {"region_code": "36.01", "evidence": "p"},
        ]
    )
    after = tables([
        LEBAK | {"category": "sedang"},
        SERANG | {"evidence": "Serang", "score": "68.7"},
        LEBAK | cilegon | {"region_code": "36.73", "region": "Kota Serang"},
        LEBAK | {"region_code": "36.01", "evidence": "q"},
    ])  # fmt: skip
    columns = ("region_code", "edition", "indicator", "indicator_status")
    new = {"region_code": "36.02", "edition": "ikp_2024", "indicator": "54", "indicator_status": "reported"}
    none, one = (opened({"indicators.csv": table(columns, rows)}) for rows in ([], [new]))
    changed = [found.column for found in differences({**before, **none}, {**after, **one})]
    assert changed == ["category", "region_code", "score", "indicator_status", "evidence"]


# --- people ---

EDITED = F1 | {"score": "60.1", "review": "edited", "machine": "score=58.7", "decided": "score"}
BY_HAND = LEBAK | {"score": "60.1"}


def test_what_a_person_decided_stands_beside_what_extraction_says() -> None:
    (one,) = differences(tables([LEBAK], [F1]), tables([BY_HAND], [EDITED]), default="human")
    assert (one.kind, one.before, one.after, one.extracted, one.human, one.cause) == (
        "MOD",
        "58.7",
        "60.1",
        "58.7",
        "60.1",
        "human",
    )


def test_what_nobody_decided_quotes_nobody_though_another_field_was_decided() -> None:
    by_hand = EDITED | {"category": "sedang", "machine": "score=58.7"}
    changed = differences(tables([LEBAK], [F1]), tables([BY_HAND | {"category": "sedang"}], [by_hand]))
    assert {one.column: (one.extracted, one.human) for one in changed} == {
        "score": ("58.7", "60.1"),
        "category": ("", ""),
    }


def test_several_fields_that_a_person_decided_are_told_apart() -> None:
    by_hand = EDITED | {
        "category": "sedang",
        "machine": "score=58.7 | category=tinggi",
        "decided": "score | category",
    }
    changed = differences(tables([LEBAK], [F1]), tables([BY_HAND | {"category": "sedang"}], [by_hand]))
    assert {one.column: (one.extracted, one.human) for one in changed} == {
        "score": ("58.7", "60.1"),
        "category": ("tinggi", "sedang"),
    }


def test_a_finding_that_goes_by_another_id_now_proposes_nothing_new() -> None:
    before = tables([BY_HAND], [EDITED])
    moved = EDITED | {"finding": "f9"}
    assert differences(before, tables([BY_HAND | {"findings": "f9"}], [moved])) == ()


def test_a_value_that_was_rejected_is_told_as_such() -> None:
    rejected = F1 | {"review": "rejected", "standing": "rejected", "decided": "score | category"}
    (one,) = differences(tables([LEBAK], [F1]), tables([], [rejected]), default="human")
    assert (one.kind, one.before, one.extracted, one.human) == ("DEL", "58.7", "58.7", "rejected")


@pytest.mark.parametrize("review", ["", "deferred"])
def test_without_a_decision_nobody_is_quoted(review: str) -> None:
    after = tables([LEBAK | {"score": "60"}], [F1 | {"score": "60", "review": review}])
    (one,) = differences(tables([LEBAK], [F1]), after)
    assert (one.extracted, one.human) == ("", "")


@pytest.mark.parametrize("review", ["edited", "proposal", "asked again"])
def test_a_value_that_is_kept_against_a_new_proposal_is_told(review: str) -> None:
    before = tables([BY_HAND], [EDITED])
    after = tables([BY_HAND], [EDITED | {"review": review, "machine": "score=66.6"}])
    (one,) = differences(before, after, causes={"f1": "rule"}, default="document")
    assert (one.kind, one.column, one.before, one.after) == ("KEPT", "score", "60.1", "60.1")
    assert (one.extracted, one.human, one.findings, one.cause) == ("66.6", "60.1", ("f1",), "rule")
    assert differences(after, after) == (), "the same proposal is not told twice"


@pytest.mark.parametrize("machine", ["score=60.10", "", "score=58.70"])
def test_a_proposal_that_agrees_or_is_the_old_one_is_none(machine: str) -> None:
    before = tables([BY_HAND], [EDITED | {"machine": "score=58.70"}])
    assert differences(before, tables([BY_HAND], [EDITED | {"machine": machine}])) == ()


# --- step by step ---


def test_a_field_has_the_cause_of_the_step_that_gave_it_its_value() -> None:
    published = tables([LEBAK], [F1])
    without = tables([LEBAK | {"score": "50", "category": "sedang"}], [F1 | {"score": "50", "category": "sedang"}])
    decided = tables(
        [BY_HAND | {"category": "sedang"}],
        [
            F1
            | {
                "score": "60.1",
                "category": "sedang",
                "review": "edited",
                "machine": "score=50",
                "decided": "score",
            }
        ],
    )
    steps = (
        Step(tables=without, default="document", causes={"f1": "rule"}),
        Step(tables=decided, default="human"),
    )
    assert told(stepped(published, steps)) == [
        ("MOD", "category", "tinggi", "sedang", "rule"),
        ("MOD", "score", "58.7", "60.1", "human"),
    ]
    (score,) = (one for one in stepped(published, steps) if one.column == "score")
    assert (score.extracted, score.human) == ("50", "60.1")


def test_a_row_that_came_and_was_then_corrected_has_the_cause_of_its_value() -> None:
    steps = (
        Step(tables=tables([LEBAK], [F1]), default="document"),
        Step(tables=tables([LEBAK | {"category": "sedang"}], [F1 | {"category": "sedang"}]), default="human"),
    )
    (one,) = stepped(tables(), steps)
    assert (one.kind, one.column, one.after, one.cause) == ("ADD", "score", "58.7", "document")


def test_what_a_person_undoes_is_no_difference() -> None:
    steps = (
        Step(tables=tables([BY_HAND], [F1]), default="rule"),
        Step(tables=tables([LEBAK], [EDITED | {"score": "58.7"}]), default="human"),
    )
    assert stepped(tables([LEBAK], [F1]), steps) == ()


def test_without_a_step_nothing_changed() -> None:
    assert stepped(tables([LEBAK]), ()) == ()
