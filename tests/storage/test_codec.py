"""Records survive the way through JSON, and equal records give equal bytes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import StoreError
from pipeline.model import (
    Block,
    Candidate,
    CorpusItem,
    Document,
    Evidence,
    Extraction,
    Finding,
    Match,
    Metadata,
    Notice,
    Parsed,
    Place,
    Quarantined,
    Span,
    TableCell,
)
from pipeline.storage.codec import decode_record, encode_record, encode_row

ITEM = CorpusItem(sha256="a" * 64, path="a.txt", media_type="text/plain", size=1, source="test", family="a.txt")

plain_text = st.text(st.characters(exclude_categories=["Cs"]))
shares = st.floats(0, 1)
decimals = st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.sampled_from(
    [Decimal("77.70"), Decimal(0), Decimal(50), Decimal("1E+2")]
)
places = st.builds(
    Place,
    page=st.none() | st.integers(1, 99),
    bbox=st.none() | st.tuples(*[st.floats(0, 900) | st.integers(0, 900)] * 4),
    address=st.none() | plain_text,
)
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(start=min(ends), end=max(ends)))
cells = st.builds(TableCell, span=spans, place=places)
blocks = st.builds(
    Block,
    kind=st.sampled_from(["paragraph", "table_row"]),
    span=spans,
    place=places,
    cells=st.lists(cells, max_size=2).map(tuple),
    confidence=st.none() | shares,
)
notices = st.builds(Notice, level=st.just("warning"), code=plain_text, message=plain_text, span=st.none() | spans)
evidence = st.builds(
    lambda raw, place: Evidence(raw=raw, span=Span(start=3, end=3 + len(raw)), place=place),
    plain_text.filter(bool),
    places,
)
findings = st.builds(
    Finding,
    id=plain_text,
    document=plain_text,
    type=st.sampled_from(["score", "indicator"]),
    region_code=st.none() | plain_text,
    edition=st.none() | plain_text,
    evidence=st.lists(evidence, min_size=1, max_size=2).map(tuple),
    rule=plain_text,
    rule_version=st.integers(1, 9),
    confidence=shares | st.sampled_from([0, 1]),
    decision=st.sampled_from(["auto", "review"]),
    evidence_hash=plain_text,
    value_hash=plain_text,
    score=st.none() | decimals,
    match=st.none() | st.builds(Match, kind=st.just("fuzzy"), score=st.floats(0, 100) | st.integers(0, 100)),
    candidates=st.lists(st.builds(Candidate, value=plain_text, score=shares), max_size=2).map(tuple),
)
records = st.builds(
    Parsed,
    item=st.just(ITEM),
    document=st.builds(
        Document,
        sha256=st.just(ITEM.sha256),
        media_type=plain_text,
        text=plain_text,
        blocks=st.lists(blocks, max_size=3).map(tuple),
        reader=plain_text,
        reader_version=st.integers(1, 9),
        grade=shares,
        published=st.none() | st.dates(),
        notices=st.lists(notices, max_size=2).map(tuple),
    ),
    extraction=st.builds(
        Extraction,
        metadata=st.builds(Metadata, kind=st.just("news"), published=st.none() | st.dates()),
        findings=st.lists(findings, max_size=2).map(tuple),
    ),
)


@given(records)
def test_a_record_comes_back_equal_and_gives_the_same_bytes_again(record: Parsed) -> None:
    data = encode_record(record)
    back = decode_record(data, where="test")
    assert back == record
    assert encode_record(back) == data
    json.loads(data)


@given(decimals)
def test_a_decimal_keeps_its_decimals(number: Decimal) -> None:
    (row,) = encode_row({"score": number}).splitlines()
    assert json.loads(row, parse_float=Decimal, parse_int=Decimal)["score"].as_tuple() == number.as_tuple()


def test_blocks_and_findings_stand_one_on_a_line() -> None:
    block = Block(kind="paragraph", span=Span(start=0, end=1))
    document = Document(
        sha256="a",
        media_type="text/plain",
        text="x\ny",
        blocks=(block, block),
        reader="text",
        reader_version=1,
        published=date(2024, 8, 26),
    )
    record = Parsed(
        item=ITEM, document=document, extraction=Extraction(metadata=Metadata(kind="news"), findings=())
    )
    lines = encode_record(record).decode().splitlines()
    assert sum(line.startswith('{"kind":"paragraph"') for line in lines) == 2
    assert '"published": "2024-08-26",' in lines
    assert '"text": "x\\ny",' in lines


def test_a_quarantine_record_comes_back() -> None:
    record = Quarantined(item=ITEM, code="empty", message="is empty; fetch it again")
    assert decode_record(encode_record(record), where="test") == record


@pytest.mark.parametrize("data", [b"", b"[]", b'{"item": null}', b'{"item": 1}', b"\xff"])
def test_damaged_bytes_are_an_error_with_a_place(data: bytes) -> None:
    with pytest.raises(StoreError, match=r"^x\.json: is damaged"):
        decode_record(data, where="x.json")


def test_half_a_record_is_an_error() -> None:
    data = encode_record(Quarantined(item=ITEM, code="empty", message="m")).replace(b'"message"', b'"massage"')
    with pytest.raises(StoreError, match="neither a document nor a quarantine record"):
        decode_record(data, where="x.json")


@pytest.mark.parametrize("message", ["\udcff"])
def test_what_json_cannot_hold_is_refused_not_written(message: str) -> None:
    with pytest.raises((StoreError, ValueError)):
        encode_record(Quarantined(item=replace(ITEM, family=message), code="x", message="m"))
