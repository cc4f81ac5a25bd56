from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pipeline.account import account_of
from pipeline.dataset import Dataset, Record, consolidate
from pipeline.model import CorpusItem, Parsed, Quarantined
from pipeline.reference import Reference

Make = Callable[..., Any]


def row(records: tuple[Record, ...], code: str, **parts: object) -> Record:
    (found,) = (
        record
        for record in records
        if record.key.region_code == code
        and all(getattr(record.key, name) == part for name, part in parts.items())
    )
    return found


def test_agreeing_findings_are_one_cell_that_names_them_all(dataset: Dataset) -> None:
    cell = row(dataset.scores, "36.01").cell("score")
    assert cell is not None
    assert str(cell.value) == "77.73"
    assert {source.document.file for source in cell.sources} == {"banten/rilis.pdf", "banten/berita.html"}
    assert len({source.finding.id for source in cell.sources}) == 2
    assert cell.conflict is None


def test_disagreeing_findings_are_a_conflict_with_every_side(dataset: Dataset) -> None:
    (conflict,) = (entry for entry in dataset.conflicts if entry.id == "scores:36.02:ikp_2024:score")
    assert [side.value for side in conflict.sides] == [Decimal("72.1"), Decimal("71.2")]
    assert conflict.decided_by == "issuer"
    cell = row(dataset.scores, "36.02").cell("score")
    assert cell is not None
    assert cell.conflict == conflict.id


def test_the_two_bases_of_a_province_never_conflict(dataset: Dataset) -> None:
    assert row(dataset.scores, "36", basis="provinsi").value("score") == Decimal("66.53")
    assert row(dataset.scores, "36", basis="agregat_kabkota").value("score") == Decimal("45.18")
    assert not [conflict for conflict in dataset.conflicts if conflict.key.region_code == "36"]


def test_ranks_of_different_scopes_never_conflict(parsed: Make, score: Make, build: Make) -> None:
    facts = [
        score("36.01", "77.7", rank=3, rank_scope="provinsi"),
        score("36.01", "77.7", rank=21, rank_scope="nasional"),
    ]
    dataset = build(*(parsed(f"{place}.txt", [fact]) for place, fact in enumerate(facts)))
    ranks = [(cell.value, cell.qualifier) for cell in dataset.scores[0].cells if cell.field == "rank"]
    assert ranks == [(21, "nasional"), (3, "provinsi")]
    assert not dataset.conflicts


@pytest.mark.parametrize("scope", [None, "kelompok"])
def test_ranks_among_nobody_knows_whom_never_conflict(
    scope: str | None, parsed: Make, score: Make, build: Make
) -> None:
    stated = [(21, "nasional"), (3, scope), (21, scope), (4, scope), (3, scope)]
    facts = [score("36.01", "77.7", rank=rank, rank_scope=name) for rank, name in stated]
    dataset = build(*(parsed(f"{place}.txt", [fact]) for place, fact in enumerate(facts)))
    cells = [cell for cell in dataset.scores[0].cells if cell.field == "rank"]
    assert (cells[0].value, cells[0].qualifier) == (21, "nasional")
    assert {(cell.value, len(cell.sources)) for cell in cells[1:]} == {(3, 2), (4, 1), (21, 1)}
    assert not dataset.conflicts


def test_ranks_of_one_scope_still_conflict(parsed: Make, score: Make, build: Make) -> None:
    facts = [score("36.01", "77.7", rank=rank, rank_scope="nasional") for rank in (21, 22)]
    dataset = build(*(parsed(f"{place}.txt", [fact]) for place, fact in enumerate(facts)))
    assert [conflict.id for conflict in dataset.conflicts] == ["scores:36.01:ikp_2024:rank:nasional"]


def test_of_equal_files_the_one_with_the_best_provenance_is_read(parsed: Make, score: Make, build: Make) -> None:
    plain: Parsed = parsed("a.txt", [score("36.01", "77.7")])

    def copy(path: str, **fields: Any) -> Parsed:
        return replace(plain, item=replace(plain.item, path=path, **fields))

    copies = [copy("b.txt", fetched_at="2024-01-01T00:00:00Z"), copy("d.txt", url="https://bawaslu.example/d")]
    copies.append(replace(copies[1], item=replace(copies[1].item, path="c.txt")))
    statuses = [
        {entry.file: entry.status for entry in build(*files).documents}
        for files in (
            [plain, *copies],
            [*copies, plain],
            [plain, copies[0]],
        )
    ]
    duplicates = {"a.txt": "duplicate", "b.txt": "duplicate", "c.txt": "read", "d.txt": "duplicate"}
    assert statuses == [duplicates, duplicates, {"a.txt": "duplicate", "b.txt": "read"}]


def test_a_value_in_review_is_held_back(dataset: Dataset) -> None:
    record = row(dataset.scores, "36.04")
    assert record.status == "in review"
    assert all(cell.value is None and cell.held for cell in record.cells)


def test_review_findings_stand_beside_a_value_without_a_conflict(parsed: Make, score: Make, build: Make) -> None:
    dataset = build(
        parsed("a.txt", [score("36.01", "77.7")]),
        parsed("b.txt", [score("36.01", "11.1", decision="review")], issuer="Bawaslu RI"),
    )
    cell = dataset.scores[0].cells[0]
    assert cell.value == Decimal("77.7")
    assert [source.document.file for source in cell.held] == ["b.txt"]
    assert not dataset.conflicts


def test_previous_values_count_for_their_own_edition_only(parsed: Make, score: Make, build: Make) -> None:
    facts = [
        score("36.01", "77.7"),
        score("36.01", "55.1", edition="ikp_2019", previous=True),
        score("36.01", "44.2", edition=None, previous=True),
    ]
    dataset = build(parsed("a.txt", facts))
    assert [(record.key.edition, record.value("score")) for record in dataset.scores] == [
        ("ikp_2019", Decimal("55.1")),
        ("ikp_2024", Decimal("77.7")),
    ]
    assert [entry.standing for entry in dataset.findings] == ["published", "published", "unplaced"]


def test_findings_without_region_or_edition_stay_in_the_register(dataset: Dataset) -> None:
    unplaced = [entry.source.finding for entry in dataset.findings if entry.standing == "unplaced"]
    assert {(finding.region_code, finding.edition) for finding in unplaced} == {
        ("35.07", None),
        (None, "ikp_2024"),
    }
    assert not [record for record in dataset.scores if record.key.region_code == "35.07"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"score": Decimal("667.83")}, "not on the scale"),
        ({"score": Decimal("5.2"), "edition": "ikp_pilkada_2018"}, "not on the scale"),
        ({"score": Decimal("NaN")}, "not on the scale"),
        ({"region_code": "99.99"}, "unknown region"),
        ({"edition": "ikp_1999"}, "unknown edition"),
        ({"rank": 0}, "below 1"),
        ({"type": "indicator", "indicator": 62}, "unknown indicator"),
        ({"type": "indicator", "indicator": 12, "count": -1}, "negative"),
        ({"type": "dimension_score", "dimension": "cuaca"}, "unknown dimension"),
    ],
)
def test_what_cannot_be_true_is_listed_and_never_a_value(
    fields: dict[str, Any], reason: str, parsed: Make, score: Make, build: Make
) -> None:
    dataset = build(parsed("a.txt", [score("36.01", "4.0") | fields]))
    (listed,) = dataset.findings
    assert listed.standing == "refused"
    assert reason in (listed.reason or "")
    assert not dataset.records


def test_indicators_join_and_a_denial_is_a_conflict(dataset: Dataset) -> None:
    record = row(dataset.indicators, "35.13", indicator=12)
    assert record.value("indicator_status") == "reported"
    assert record.value("count") == 4
    (conflict,) = (entry for entry in dataset.conflicts if entry.table == "indicators")
    assert [side.value for side in conflict.sides] == ["reported", "denied"]


def test_counts_in_other_units_stand_beside_each_other(parsed: Make, build: Make) -> None:
    fact = {"type": "indicator", "region_code": "36.01", "indicator": 27}
    counts = [{"count": 3, "unit": "kecamatan"}, {"count": 14, "unit": "TPS"}]
    dataset = build(*(parsed(f"{place}.txt", [fact | count]) for place, count in enumerate(counts)))
    cells = [(cell.value, cell.qualifier) for cell in dataset.indicators[0].cells if cell.field == "count"]
    assert cells == [(14, "TPS"), (3, "kecamatan")]
    assert not dataset.conflicts


def test_issues_without_number_are_gathered_by_folded_label(dataset: Dataset) -> None:
    (issue,) = dataset.unmatched
    assert (issue.label, len(issue.sources)) == ("Jaringan  internet", 2)


def test_a_newer_version_of_a_publication_supersedes_the_older(parsed: Make, score: Make, build: Make) -> None:
    old = parsed(
        "old.html", [score("36.01", "60.0")], family="https://a.example/1", fetched_at="2024-01-01T00:00:00"
    )
    new = parsed(
        "new.html", [score("36.01", "61.0")], family="https://a.example/1", fetched_at="2024-02-01T00:00:00"
    )
    for order in ((old, new), (new, old)):
        dataset = build(*order)
        assert dataset.scores[0].value("score") == Decimal("61.0")
        assert not dataset.conflicts
        assert {entry.file: entry.status for entry in dataset.documents} == {
            "old.html": "superseded",
            "new.html": "read",
        }
        assert [entry.standing for entry in dataset.findings] == ["published", "superseded"]


def test_the_same_bytes_under_two_names_count_once(parsed: Make, score: Make, build: Make) -> None:
    first = parsed("a.txt", [score("36.01", "60.0")])
    copy = replace(first, item=replace(first.item, path="b.txt", family="b.txt"))
    dataset = build(copy, first)
    assert [(entry.file, entry.status) for entry in dataset.documents] == [
        ("a.txt", "read"),
        ("b.txt", "duplicate"),
    ]
    assert len(dataset.scores[0].cells[0].sources) == 1


def test_quarantined_files_are_listed_with_their_reason(reference: Reference) -> None:
    item = CorpusItem(
        sha256="0" * 64, path="scan.pdf", media_type="application/pdf", size=1, source="test", family="scan.pdf"
    )
    dataset = consolidate((), [Quarantined(item=item, code="no_text", message="needs OCR")], reference)
    (document,) = dataset.documents
    assert (document.file, document.status, document.code) == ("scan.pdf", "quarantined", "no_text")


def test_the_order_of_documents_makes_no_difference(corpus: list[Parsed], reference: Reference) -> None:
    expected = consolidate(tuple(map(account_of, corpus)), (), reference)
    shuffler = random.Random(7)
    for _ in range(5):
        shuffled = shuffler.sample(corpus, len(corpus))
        turned = [
            replace(entry, extraction=replace(entry.extraction, findings=entry.extraction.findings[::-1]))
            for entry in shuffled
        ]
        assert consolidate(tuple(map(account_of, turned)), (), reference) == expected


def test_an_empty_corpus_gives_an_empty_dataset(reference: Reference) -> None:
    dataset = consolidate((), (), reference)
    assert not dataset.records
    assert {entry.status for entry in dataset.coverage} == {"not fetched"}


def test_a_document_without_day_takes_the_day_its_file_declares(parsed: Make, build: Make) -> None:
    entry = parsed("a.html", [])
    dated = replace(entry, document=replace(entry.document, published=date(2024, 5, 1)))
    assert build(dated).documents[0].published == date(2024, 5, 1)
