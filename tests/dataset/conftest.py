"""Makers of small parsed documents: facts in, a document whose spans are right by construction out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pipeline.account import account_of
from pipeline.dataset import Dataset, checked, consolidate
from pipeline.model import (
    Block,
    CorpusItem,
    Document,
    DocumentKind,
    Evidence,
    Extraction,
    Finding,
    Metadata,
    Parsed,
    Span,
)
from pipeline.reference import Reference, load_reference

Fact = dict[str, Any]


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _finding(fact: Fact, *, family: str, sha256: str, raw: str, start: int) -> Finding:
    fields = {name: value for name, value in fact.items() if name != "raw"}
    about = [fields.get(name) for name in ("type", "region_code", "edition", "basis", "dimension", "indicator")]
    about += [fields.get(name) for name in ("label", "scope_code", "level")]
    return Finding(
        **{
            "id": _digest(family, *about)[:16],
            "document": sha256,
            "region_code": None,
            "edition": "ikp_2024",
            "evidence": (Evidence(raw=raw, span=Span(start=start, end=start + len(raw))),),
            "rule": "prose.score",
            "rule_version": 1,
            "confidence": 0.98,
            "decision": "auto",
            "evidence_hash": _digest(raw)[:16],
            "value_hash": _digest(sorted(fields.items(), key=str))[:16],
        }
        | fields
    )


def _words(fact: Fact) -> str:
    return fact.get("raw") or " ".join(f"{name} {value}" for name, value in fact.items() if name != "type")


def make_parsed(
    path: str,
    facts: Sequence[Fact],
    *,
    issuer: str | None = "kabar.example",
    kind: DocumentKind = "news",
    region_code: str | None = None,
    published: date | None = None,
    table: bool = False,
    family: str | None = None,
    fetched_at: str | None = None,
) -> Parsed:
    """Return a document with one line a fact; ``table`` makes the lines rows of a table."""
    lines = [_words(fact) for fact in facts]
    text = "".join(f"{line}\n" for line in lines)
    sha256 = hashlib.sha256(f"{path}\n{text}".encode()).hexdigest()
    starts = [sum(len(line) + 1 for line in lines[:place]) for place in range(len(lines))]
    blocks = tuple(
        Block(kind="table_row" if table else "paragraph", span=Span(start=start, end=start + len(line)))
        for line, start in zip(lines, starts, strict=True)
    )
    findings = tuple(
        _finding(fact, family=family or path, sha256=sha256, raw=line, start=start)
        for fact, line, start in zip(facts, lines, starts, strict=True)
    )
    return Parsed(
        item=CorpusItem(
            sha256=sha256,
            path=path,
            media_type="text/plain",
            size=len(text),
            source="test",
            family=family or path,
            fetched_at=fetched_at,
        ),
        document=Document(
            sha256=sha256,
            media_type="text/plain",
            text=text,
            blocks=blocks,
            reader="text",
            reader_version=1,
        ),
        extraction=Extraction(
            metadata=Metadata(kind=kind, issuer=issuer, region_code=region_code, published=published),
            findings=findings,
        ),
    )


def make_score(code: str, score: str, **fields: Any) -> Fact:
    """Return a score as a fact; ``score`` is written as stated, with a decimal point."""
    return {"type": "score", "region_code": code, "score": Decimal(score)} | fields


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference()


@pytest.fixture(scope="session")
def parsed() -> Callable[..., Parsed]:
    return make_parsed


@pytest.fixture(scope="session")
def score() -> Callable[..., Fact]:
    return make_score


@pytest.fixture
def build(reference: Reference) -> Callable[..., Dataset]:
    """Consolidate the documents given."""
    return lambda *documents: consolidate(tuple(map(account_of, documents)), (), reference)


@pytest.fixture
def corpus() -> list[Parsed]:
    """Twelve documents with something of everything: agreement, conflict, review, refusal, tallies, issues."""
    province = "Bawaslu Provinsi Banten"
    return [
        make_parsed(
            "banten/rilis.pdf",
            [
                make_score("36.01", "77.73", category="tinggi", rank=3, rank_scope="provinsi"),
                make_score("36.02", "72.1", category="tinggi", rank=4, rank_scope="provinsi"),
                make_score("36.03", "44.5", category="sedang"),
            ],
            issuer=province,
            kind="press_release",
            region_code="36",
            published=date(2022, 12, 20),
            table=True,
        ),
        make_parsed(
            "banten/berita.html",
            [
                make_score("36.01", "77.7", category="tinggi"),
                make_score("36.02", "71.2"),
                make_score("36", "66.53"),
            ],
            published=date(2022, 12, 28),
            region_code="36",
        ),
        make_parsed(
            "banten/kategori.txt",
            [
                {"type": "category", "region_code": "36", "category": "sedang"},
                make_score("36", "45.18", basis="agregat_kabkota", rank=1, rank_scope="nasional"),
                {"type": "category", "region_code": "36.03", "category": "rendah"},
                {"type": "category", "region_code": "36.04", "category": "tinggi", "decision": "review"},
            ],
        ),
        make_parsed(
            "nasional/peluncuran.pdf",
            [
                {"type": "tally", "scope_code": "ID", "level": "province", "category": "tinggi", "n": 5},
                {"type": "tally", "scope_code": "36", "level": "regency_city", "category": "tinggi", "n": 3},
                make_score("31", "88.95", category="tinggi", rank=1, rank_scope="nasional"),
                make_score("71", "87.48", category="tinggi", rank=2, rank_scope="nasional"),
                make_score("64", "667.83"),
            ],
            issuer="Bawaslu RI",
            kind="press_release",
            region_code="ID",
            published=date(2022, 12, 16),
        ),
        make_parsed(
            "dki/dimensi.html",
            [
                {"type": "dimension_score", "region_code": "31", "dimension": name, "score": Decimal(number)}
                for name, number in (
                    ("konteks sosial politik", "78.27"),
                    ("penyelenggaraan", "92.36"),
                    ("kontestasi", "96.08"),
                    ("partisipasi", "87.01"),
                )
            ],
        ),
        make_parsed(
            "probolinggo/rilis.docx",
            [
                {"type": "indicator", "region_code": "35.13", "indicator": 12, "status": "reported", "count": 4},
                {"type": "indicator", "region_code": "35.13", "indicator": 54, "status": "potential"},
                {"type": "indicator", "region_code": "35.13", "indicator": 27, "count": 14, "unit": "TPS"},
                {"type": "indicator", "region_code": "35.13", "label": "jaringan internet"},
                {"type": "mitigation", "region_code": "35.13", "label": "sosialisasi"},
            ],
            issuer="Bawaslu Kabupaten Probolinggo",
            kind="press_release",
            region_code="35.13",
            published=date(2024, 8, 18),
        ),
        make_parsed(
            "probolinggo/bantahan.txt",
            [{"type": "indicator", "region_code": "35.13", "indicator": 12, "status": "denied"}],
        ),
        make_parsed(
            "jatim/isu.txt",
            [
                {"type": "indicator", "region_code": "35.07", "label": "Jaringan  internet"},
                {"type": "score", "region_code": "35.07", "edition": None, "score": Decimal("40.1")},
                {"type": "score", "region_code": None, "score": Decimal("40.1")},
            ],
            region_code="35",
        ),
    ]


@pytest.fixture
def dataset(corpus: list[Parsed], reference: Reference) -> Dataset:
    return checked(consolidate(tuple(map(account_of, corpus)), (), reference))
