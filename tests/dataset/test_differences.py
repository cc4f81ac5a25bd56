"""What changed between two datasets: fields, worst first, with causes that are known without reading again."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest

from pipeline.dataset.changes.compared import COMPARED, FILES, Cause, Difference
from pipeline.dataset.changes.differences import differences
from pipeline.dataset.changes.netted import netted
from pipeline.dataset.tables.csvtext import neutralise
from published import opened

SCORES = (
    "region_code",
    "region",
    "edition",
    "basis",
    "score",
    "category",
    "rank",
    "status",
    "sources",
    "evidence",
    "documents",
)
DOCUMENTS = ("file", "url", "status", "online", "code", "retrieved", "sha256")
PANDEGLANG = (
    "36.01",
    "Kabupaten Pandeglang",
    "ikp_2024",
    "",
    "77.7",
    "tinggi",
    "1",
    "value",
    "1",
    "Pandeglang 77,7",
    "a.txt",
)
LEBAK = ("36.02", "Kabupaten Lebak", "ikp_2024", "", "58.7", "tinggi", "2", "value", "1", "Lebak 58,7", "b.txt")
A = ("a.txt", "", "read", "", "", "2024-08-02", "aa")
B = ("b.txt", "", "read", "", "", "2024-08-02", "bb")


def table(columns: Sequence[str], *rows: Sequence[str]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([columns, *rows])
    return text.getvalue().encode()


def published(*scores: Sequence[str], documents: Sequence[Sequence[str]] = (A, B)) -> dict[str, bytes]:
    return {"scores.csv": table(SCORES, *scores), "documents.csv": table(DOCUMENTS, *documents)}


def changed(row: Sequence[str], **fields: str) -> tuple[str, ...]:
    columns = DOCUMENTS if len(row) == len(DOCUMENTS) else SCORES
    return tuple(fields.get(name, value) for name, value in zip(columns, row, strict=True))


def told(found: Sequence[Difference]) -> list[tuple[str, str, str, str, str]]:
    return [(one.kind, one.key.split(" (")[0], one.column, one.before, one.after) for one in found]


def compare(
    before: dict[str, bytes], after: dict[str, bytes], *, default: Cause = "unknown"
) -> tuple[Difference, ...]:
    return differences(opened(before), opened(after), default=default)


def test_the_same_tables_differ_in_nothing() -> None:
    assert compare(published(PANDEGLANG, LEBAK), published(PANDEGLANG, LEBAK)) == ()


def test_times_sources_and_order_of_rows_make_no_difference() -> None:
    later = [changed(row, retrieved="2024-08-03") for row in (A, B)]
    assert (
        compare(published(PANDEGLANG, LEBAK), published(LEBAK, changed(PANDEGLANG, sources="2"), documents=later))
        == ()
    )


def test_a_column_that_only_one_of_them_has_makes_no_difference() -> None:
    before = published(PANDEGLANG)
    lines = before["scores.csv"].decode().replace("rank", "peringkat")
    assert compare({**before, "scores.csv": lines.encode()}, before) == ()


def test_what_is_worst_comes_first() -> None:
    serang = (
        "36.04",
        "Kabupaten Serang",
        "ikp_2024",
        "",
        "41.2",
        "sedang",
        "3",
        "value",
        "1",
        "Serang 41,2",
        "b.txt",
    )
    before = published(PANDEGLANG, LEBAK, serang)
    after = published(
        changed(PANDEGLANG, score="77.9", rank="2"),
        changed(LEBAK, score="50.0", category="sedang"),
        changed(serang, category=""),
    )
    assert told(compare(before, after)) == [
        ("MOD", "Kabupaten Lebak", "category", "tinggi", "sedang"),
        ("MOD", "Kabupaten Serang", "category", "sedang", ""),
        ("MOD", "Kabupaten Lebak", "score", "58.7", "50.0"),
        ("MOD", "Kabupaten Pandeglang", "score", "77.7", "77.9"),
        ("MOD", "Kabupaten Pandeglang", "rank", "1", "2"),
    ]


def test_rows_come_and_go_with_their_value() -> None:
    found = compare(published(PANDEGLANG), published(LEBAK))
    assert told(found) == [
        ("DEL", "Kabupaten Pandeglang", "score", "77.7", ""),
        ("ADD", "Kabupaten Lebak", "score", "", "58.7"),
    ]
    assert [one.quote for one in found] == ["Pandeglang 77,7", "Lebak 58,7"]
    assert [one.files for one in found] == [("a.txt",), ("b.txt",)]


@pytest.mark.parametrize(
    ("documents", "cause"),
    [
        ((A, B), "rule"),
        ((changed(A, sha256="other"), B), "document"),
        ((changed(A, status="superseded"), B), "document"),
        ((changed(A, status="quarantined"), B), "rule"),
        ((A, changed(B, sha256="other")), "rule"),
    ],
)
def test_the_cause_is_the_document_where_that_changed(documents: Sequence[Sequence[str]], cause: str) -> None:
    before, after = published(PANDEGLANG), published(changed(PANDEGLANG, score="70.0"), documents=documents)
    found = [one for one in compare(before, after, default="rule") if one.table == "scores"]
    assert [one.cause for one in found] == [cause]


def test_a_dataset_without_a_table_is_one_without_rows() -> None:
    assert told(compare({}, {"scores.csv": table(SCORES, LEBAK)})) == [
        ("ADD", "Kabupaten Lebak", "score", "", "58.7")
    ]


def test_the_columns_that_are_compared_are_published() -> None:
    from pipeline.dataset.tables.every import TABLES  # noqa: PLC0415

    names = {one.name: {column.name for column in one.columns} for one in TABLES}
    assert [*(f"{name.name}.csv" for name in COMPARED), "findings.csv"] == list(FILES)
    for one in COMPARED:
        assert {*one.key, *one.columns} <= names[one.name]


def test_a_list_of_documents_has_no_limit() -> None:
    many = " | ".join(f"rilis/{number:040}.txt" for number in range(9_000))
    before, after = (published(changed(PANDEGLANG, score=score, documents=many)) for score in ("77.7", "70.0"))
    limit = csv.field_size_limit()
    assert [len(one.files) for one in compare(before, after)] == [9_000]
    assert csv.field_size_limit() == limit, "readers of documents refuse cells that are too wide"


FINDINGS = ("region_code", "edition", "document")


def test_a_value_that_is_held_is_laid_to_the_documents_that_speak_of_its_region() -> None:
    held = changed(LEBAK, score="", category="", rank="", status="in_review", documents="")
    spoken = {"findings.csv": table(FINDINGS, ("36.02", "ikp_2024", "b.txt"), ("36.01", "ikp_2024", "a.txt"))}
    after = {**published(PANDEGLANG, held), **spoken}
    (one, _) = compare(published(PANDEGLANG, documents=(A,)), after)
    assert (one.kind, one.column, one.cause, one.files) == ("ADD", "status", "document", ("b.txt",))


@pytest.mark.parametrize("name", ["rilis | lebak.txt", "-b.txt", "=b | c.txt"])
def test_a_document_is_found_by_its_name_however_odd(name: str) -> None:
    row = changed(LEBAK, documents=neutralise(f"{name} | a.txt"))
    odd = changed(B, file=neutralise(name))
    after = published(changed(row, score="60.0"), documents=(A, changed(odd, sha256="cc")))
    found = [one for one in compare(published(row, documents=(A, odd)), after) if one.table == "scores"]
    assert [(one.cause, one.files) for one in found] == [("document", (name, "a.txt"))]


# --- over several runs ---


def one(kind: str, before: str, after: str, column: str = "score") -> Difference:
    return Difference(
        kind=kind,  # type: ignore[arg-type]
        table="scores",
        key="Kabupaten Lebak (36.02) ikp_2024",
        column=column,
        before=before,
        after=after,
        cause="document",
    )


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([("MOD", "1", "2"), ("MOD", "2", "3")], [("MOD", "1", "3")]),
        ([("MOD", "1", "2"), ("MOD", "2", "1")], []),
        ([("ADD", "", "1"), ("MOD", "1", "2")], [("ADD", "", "2")]),
        ([("ADD", "", "1"), ("DEL", "1", "")], []),
        ([("DEL", "1", ""), ("ADD", "", "2")], [("MOD", "1", "2")]),
        ([("DEL", "1", ""), ("ADD", "", "1")], []),
        ([("MOD", "1", "2"), ("DEL", "2", "")], [("DEL", "1", "")]),
        ([("ADD", "", "1"), ("MOD", "", "3", "rank"), ("DEL", "1", "")], []),
        ([("ADD", "", "5"), ("MOD", "5", ""), ("DEL", "in_review", "", "status")], []),
        (
            [("ADD", "", "5"), ("MOD", "5", ""), ("MOD", "value", "in_review", "status")],
            [("ADD", "", "in_review")],
        ),
        ([("MOD", "5", ""), ("DEL", "in_review", "", "status")], [("DEL", "5", "")]),
        ([("DEL", "5", ""), ("ADD", "", "in_review", "status")], [("MOD", "5", "")]),
        ([("DEL", "in_review", "", "status"), ("ADD", "", "5")], [("MOD", "", "5")]),
        ([("DEL", "5", ""), ("ADD", "", "5"), ("MOD", "b", "a", "category")], [("MOD", "b", "a")]),
    ],
)
def test_what_runs_changed_is_netted(runs: list[tuple[str, ...]], expected: list[tuple[str, str, str]]) -> None:
    found = netted([one(*run)] for run in runs)
    assert [(each.kind, each.before, each.after) for each in found] == expected
