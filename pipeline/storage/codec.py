"""JSON of the values that the store keeps: the same value gives the same bytes, and comes back equal.

Decimals travel as strings ("20.36" keeps its decimals), dates as ISO days. Blocks, findings and notices stand one
on a line, so that a difference between two versions of a document's record reads line by line.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any, Final, TypeVar

import msgspec

from pipeline.account import Account, in_rows, packed
from pipeline.errors import StoreError
from pipeline.model import (
    BlockKind,
    CorpusItem,
    Document,
    Extraction,
    Finding,
    Metadata,
    Parsed,
    Place,
    Quarantined,
)

T = TypeVar("T")

_ENCODER: Final = msgspec.json.Encoder()
_ROW_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")
_NESTING: Final = 2  # record, and document or extraction within it: below that a value stays on its line


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """Both kinds of record in one shape, told apart by which fields are filled."""

    item: CorpusItem
    document: Document | None = None
    extraction: Extraction | None = None
    code: str | None = None
    message: str | None = None


class _Reach(msgspec.Struct, gc=False):
    """A span as it is written: nothing is asked of it but whether it is that of a table row."""

    start: int
    end: int


class _Outline(msgspec.Struct, gc=False):
    """Of a block where it stands and what it is: decoding passes over the rest."""

    kind: BlockKind
    span: _Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shell:
    """A document without its text."""

    blocks: tuple[_Outline, ...]
    reader: str
    reader_version: int
    grade: float = 1.0
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    """An extraction without its notices."""

    metadata: Metadata
    findings: tuple[Finding, ...]
    sketch: tuple[int, ...] = ()
    percents: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Brief:
    """A record without the text, blocks and notices of its document."""

    item: CorpusItem
    document: _Shell | None = None
    extraction: _Statement | None = None
    code: str | None = None
    message: str | None = None


def encode_record(record: Parsed | Quarantined) -> bytes:
    """Return the JSON of one document's record: UTF-8, ends with a line feed, the same bytes each time.

    Equal records give equal bytes, also where one has been read back and the other has not: 1 and 1.0 are written
    alike. Raises StoreError or ValueError for what JSON cannot hold: a lone surrogate, a number that is none.
    """
    plain = decode_record(_ENCODER.encode(record), where=record.item.path)
    return _lines(plain, 0) + b"\n"


def _lines(value: object, depth: int) -> bytes:
    if is_dataclass(value) and depth < _NESTING:
        members = ((field.name, getattr(value, field.name)) for field in fields(value))
        return (
            b"{\n"
            + b",\n".join(b'"%s": %s' % (name.encode(), _lines(member, depth + 1)) for name, member in members)
            + b"\n}"
        )
    if isinstance(value, tuple) and value and is_dataclass(value[0]):
        return b"[\n" + b",\n".join(map(_ENCODER.encode, value)) + b"\n]"
    return _ENCODER.encode(value)


def decode_record(data: bytes, *, where: str) -> Parsed | Quarantined:
    """Read back what ``encode_record`` wrote. Raises StoreError where the bytes are no such record."""
    raw = decode(data, _Record, where=where)
    if raw.document is not None and raw.extraction is not None:
        return Parsed(item=raw.item, document=raw.document, extraction=raw.extraction)
    if raw.code is not None and raw.message is not None:
        return Quarantined(item=raw.item, code=raw.code, message=raw.message)
    raise _no_record(where)


def decode_account(data: bytes, *, where: str) -> Account | Quarantined:
    """Read of what ``encode_record`` wrote only what the dataset needs. Raises StoreError as ``decode_record``."""
    raw = decode(data, _Brief, where=where)
    if raw.code is not None and raw.message is not None:
        return Quarantined(item=raw.item, code=raw.code, message=raw.message)
    if raw.document is None or raw.extraction is None:
        raise _no_record(where)
    document, extraction = raw.document, raw.extraction
    rows = ((row.span.start, row.span.end) for row in document.blocks if row.kind == "table_row")
    for finding in extraction.findings:
        _share(finding)
    return Account(
        item=raw.item,
        metadata=extraction.metadata,
        findings=extraction.findings,
        in_table=in_rows(extraction.findings, rows),
        reader=document.reader,
        reader_version=document.reader_version,
        grade=document.grade,
        published=document.published,
        sketch=packed(extraction.sketch),
        percents=extraction.percents,
    )


_AGAIN: Final = (
    *("document", "region_code", "edition", "rule", "rank_scope", "dimension", "label", "unit", "stage"),
    "scope_code",
)
"""What many findings say in the same words."""
_SAID: Final = attrgetter(*_AGAIN)


def _share(finding: Finding) -> None:
    """Let what many findings say be one value in memory: that is a third of what half a million of them take."""
    for name, text in zip(_AGAIN, _SAID(finding), strict=True):
        if text is not None:
            _replace(finding, name, sys.intern(text))
    if finding.score is not None:
        _replace(finding, "score", _number(str(finding.score)))
    _replace(finding, "confidence", _confidence(finding.confidence))
    for evidence in finding.evidence:
        if evidence.place.bbox is None:
            _replace(evidence, "place", _place(evidence.place))
    for candidate in finding.candidates:
        _replace(candidate, "value", sys.intern(candidate.value))
    if finding.match is not None and finding.match.matched is not None:
        _replace(finding.match, "matched", sys.intern(finding.match.matched))


_replace = object.__setattr__  # by a value that is equal to what it was, of an object that nobody else has yet
_number = lru_cache(maxsize=1 << 15)(Decimal)


@lru_cache(maxsize=1 << 15)
def _place(place: Place) -> Place:
    return place


@lru_cache(maxsize=1 << 15)
def _confidence(confidence: float) -> float:
    return confidence


def _no_record(where: str) -> StoreError:
    return StoreError(
        "is neither a document nor a quarantine record", where=where, remedy="delete it and run again"
    )


def encode(value: object) -> bytes:
    """Return the compact JSON of a value, without a line feed."""
    return _ENCODER.encode(value)


def encode_row(row: dict[str, Any]) -> bytes:
    """Return one line of JSON for people and programs: decimals are numbers, written as they were stated."""
    return _ROW_ENCODER.encode(row) + b"\n"


def decode(data: bytes, kind: type[T], *, where: str, remedy: str = "delete it and run again") -> T:
    """Read JSON of a known type. Raises StoreError with the place of the first fault.

    ``remedy`` is another where the file cannot be made again.
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, ValueError) as error:
        raise StoreError(f"is damaged ({error})", where=where, remedy=remedy) from error
