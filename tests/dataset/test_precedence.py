from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest

from pipeline.dataset import Dataset
from pipeline.dataset.precedence import LOCAL, NATIONAL, NEWS, PRECEDENCE, PROVINCIAL, issuer_rank
from pipeline.dataset.types import DocumentRecord
from pipeline.model import Parsed

ISSUERS = [
    ("Bawaslu RI", None, NATIONAL),
    ("BAWASLU", None, NATIONAL),
    ("Badan Pengawas Pemilihan Umum Republik Indonesia", None, NATIONAL),
    ("Bawaslu Provinsi DKI Jakarta", "31", PROVINCIAL),
    ("Bawaslu Banten", "36", PROVINCIAL),
    ("Bawaslu Kabupaten Kutai Timur", "64.08", LOCAL),
    ("Bawaslu Kota Malang", "35.73", LOCAL),
    ("Bawaslu Klungkung", "51.05", LOCAL),
    ("Bawaslu Somewhere", None, LOCAL),
    ("Panwaslih Kota Langsa", "11.74", LOCAL),
    ("ANTARA", "36", NEWS),
    ("Kabar Bawaslu Today", "36", NEWS),
    (None, "36", NEWS),
]

# what the winner has, what the loser has, the rule that decides
DUELS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({}, {"previous": True, "issuer": "Bawaslu RI"}, "own edition"),
    ({"issuer": "Bawaslu RI"}, {"issuer": "Bawaslu Provinsi Banten", "published": date(2024, 1, 1)}, "issuer"),
    ({"issuer": "Bawaslu Provinsi Banten"}, {"issuer": "Bawaslu Kabupaten Lebak", "table": True}, "issuer"),
    ({"issuer": "Bawaslu Kabupaten Lebak"}, {"issuer": "kabar.example"}, "issuer"),
    ({"table": True}, {"published": date(2024, 1, 1)}, "table"),
    ({"published": date(2023, 1, 2)}, {"published": date(2023, 1, 1)}, "newer"),
    ({"published": date(2023, 1, 2)}, {}, "newer"),
]


@pytest.mark.parametrize(("issuer", "region", "rank"), ISSUERS)
def test_issuers_are_ranked(issuer: str | None, region: str | None, rank: int) -> None:
    record = DocumentRecord(
        file="a", sha256="0", family="a", status="read", media_type="text/plain", issuer=issuer, region_code=region
    )
    assert issuer_rank(record) == rank


@pytest.mark.parametrize(("winner", "loser", "rule"), DUELS)
def test_the_written_rule_decides_and_never_the_last_read(
    winner: dict[str, Any],
    loser: dict[str, Any],
    rule: str,
    parsed: Callable[..., Parsed],
    score: Callable[..., dict[str, Any]],
    build: Callable[..., Dataset],
) -> None:
    documents = []
    for name, number, traits in (("w.txt", "60.0", winner), ("l.txt", "50.0", loser)):
        meta = {key: value for key, value in traits.items() if key != "previous"}
        fact = score("36.01", number, previous=traits.get("previous", False))
        documents.append(parsed(name, [fact], **meta))
    for order in permutations(documents):
        dataset = build(*order)
        assert dataset.scores[0].value("score") == Decimal("60.0")
        (conflict,) = dataset.conflicts
        assert conflict.decided_by == rule
        assert [side.value for side in conflict.sides] == [Decimal("60.0"), Decimal("50.0")]


def test_without_any_difference_the_hash_decides(
    parsed: Callable[..., Parsed], score: Callable[..., dict[str, Any]], build: Callable[..., Dataset]
) -> None:
    documents = [
        parsed(f"{name}.txt", [score("36.01", number)]) for name, number in (("a", "60.0"), ("b", "50.0"))
    ]
    first = min(documents, key=lambda entry: entry.item.sha256)
    for order in (documents, documents[::-1]):
        dataset = build(*order)
        assert dataset.scores[0].cells[0].sources[0].document.sha256 == first.item.sha256
        assert dataset.conflicts[0].decided_by == "document order"


def test_a_document_that_contradicts_itself_gives_no_value(
    parsed: Callable[..., Parsed], score: Callable[..., dict[str, Any]], build: Callable[..., Dataset]
) -> None:
    facts = [score("36.01", "60.0", category="tinggi"), score("36.01", "50.0", category="tinggi")]
    dataset = build(parsed("a.txt", facts), parsed("b.txt", [score("36.01", "60.0", previous=True)]))
    (record,) = dataset.scores
    cell = record.cell("score")
    assert cell is not None
    assert (cell.value, cell.status, cell.sources, len(cell.held)) == (None, "in review", (), 3)
    assert record.value("category") == "tinggi"
    (conflict,) = dataset.conflicts
    assert (conflict.decided_by, conflict.open) == ("undecided", True)
    assert [side.value for side in conflict.sides] == [Decimal("60.0"), Decimal("50.0")]


def test_a_better_document_settles_the_contradiction_of_another(
    parsed: Callable[..., Parsed], score: Callable[..., dict[str, Any]], build: Callable[..., Dataset]
) -> None:
    dataset = build(
        parsed("a.txt", [score("36.01", "60.0"), score("36.01", "50.0")]),
        parsed("b.txt", [score("36.01", "50.0")], issuer="Bawaslu RI"),
    )
    assert dataset.scores[0].value("score") == Decimal("50.0")
    assert [(entry.decided_by, entry.open) for entry in dataset.conflicts] == [("issuer", False)]
    assert [entry.standing for entry in dataset.findings] == ["outweighed", "published", "published"]


def test_every_rule_has_a_sentence() -> None:
    assert len({rule.name for rule in PRECEDENCE}) == len(PRECEDENCE)
    assert all(len(rule.sentence) > 20 for rule in PRECEDENCE)
