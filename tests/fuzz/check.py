"""What becomes of a damaged document: it is read and holds together, or it is refused for a known reason."""

from __future__ import annotations

import hashlib
import logging
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from fuzz.specimens import FORMATS, Key, mutation
from pipeline.account import account_of
from pipeline.dataset import checked, consolidate, stops
from pipeline.dataset.release.export import core_files
from pipeline.dataset.tables.every import TABLES
from pipeline.dataset.tables.schema import Watch
from pipeline.errors import IkpError, ReadError
from pipeline.extract import extract
from pipeline.model import CorpusItem, Document, Extraction, Metadata, Parsed
from pipeline.readers import CONTAINERS, read
from pipeline.readers.media import EXTENSIONS, ZIP
from pipeline.readers.parts import part_bytes, parts_of
from pipeline.reference import Reference, load_reference
from pipeline.storage.codec import encode_record

Verdict = Literal["read", "refused", "surprised", "foreign", "broken", "hung", "crashed"]
EXTRACT_EVERY = 4
EXTRACT_UP_TO = 100_000  # characters: the work on a document grows with the square of what it states
TWICE_EVERY = 8
_SHA = "0" * 64


class _Noise(logging.Handler):
    """Keeps what libraries would print on the user's terminal."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()[:80]}")


_NOISE = _Noise()
logging.getLogger().addHandler(_NOISE)
_EMPTY = Extraction(metadata=Metadata(kind="news"), findings=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a mutation. ``detail`` is the reason code, or what went wrong and where.

    ``read``: a document that holds together; ``refused``: an error of the project's own; ``surprised``: such an
    error made of an exception that nobody expected; ``foreign``: any other exception; ``broken``: a document whose
    spans or record do not hold; ``hung`` and ``crashed`` are told by the one who watches.
    """

    key: Key
    verdict: Verdict
    detail: str = ""
    seconds: float = 0.0


def outcome_of(key: Key) -> Outcome:
    """Make a mutation, read it, and look at what comes of it."""
    data = mutation(key)
    _NOISE.lines.clear()
    try:
        outcome = _judged(key, data)
        assert not _NOISE.lines, f"noise on the terminal: {_NOISE.lines[0]}"
    except AssertionError as error:
        return Outcome(key=key, verdict="broken", detail=f"{error} at {_place(error)}")
    except IkpError as error:
        return Outcome(key=key, verdict="foreign", detail=f"{type(error).__name__}: {error.what}")
    except Exception as error:  # noqa: BLE001 - to find these is what all this is for
        return Outcome(key=key, verdict="foreign", detail=f"{type(error).__name__} at {_place(error)}")
    return outcome


def _judged(key: Key, data: bytes) -> Outcome:
    media_type = EXTENSIONS[FORMATS[key.format].ending]
    name = f"rusak{FORMATS[key.format].ending}"
    try:
        if media_type in CONTAINERS:
            _check_parts(data, name, media_type)
        if media_type == ZIP:
            return Outcome(key=key, verdict="read")
        document = read(data, name=name, sha256=_SHA, media_type=media_type)
    except ReadError as error:
        return _refused(key, error)
    _check(document)
    if key.seed % TWICE_EVERY == 0:
        assert read(data, name=name, sha256=_SHA, media_type=media_type) == document, "two readings differ"
    found = _EMPTY
    if key.seed % EXTRACT_EVERY == 0 and len(document.text) <= EXTRACT_UP_TO:
        found = extract(document, family=name, name=name, reference=_reference())
        _check_findings(document, found)
    item = CorpusItem(sha256=_SHA, path=name, media_type=media_type, size=len(data), source="fuzz", family=name)
    record = Parsed(item=item, document=document, extraction=found)
    encode_record(record)
    if found.findings:
        _check_dataset(record)
    return Outcome(key=key, verdict="read")


def _refused(key: Key, error: ReadError) -> Outcome:
    assert "\n" not in str(error), "an error of more than one line"
    if error.code == "damaged" and "failed (" in error.what:
        return Outcome(key=key, verdict="surprised", detail=f"{_cause(error)} at {_place(error.__cause__)}")
    return Outcome(key=key, verdict="refused", detail=error.code)


def _cause(error: ReadError) -> str:
    return type(error.__cause__).__name__


def _place(error: BaseException | None) -> str:
    """Return the innermost frame of the project's own, and that of the library where it happened."""
    frames = traceback.extract_tb(error.__traceback__) if error else []
    own = [frame for frame in frames if "/pipeline/" in frame.filename]
    shown = [f"{Path(frame.filename).name}:{frame.name}" for frame in (*own[-1:], *frames[-1:])]
    return " > ".join(dict.fromkeys(shown))


def _check_parts(data: bytes, name: str, media_type: str) -> None:
    """List the parts, and see that they come back by their names. Raises ``ReadError`` for a bad container."""
    found = parts_of(data, name=name, media_type=media_type)
    assert found == parts_of(data, name=name, media_type=media_type), "two listings differ"
    paths = [part.path for part in found.parts]
    assert len(set(paths)) == len(paths), "two parts of one name"
    for part in found.parts[:5]:
        assert part.path.isprintable(), "a part whose name cannot be printed"
        assert not {"", ".", ".."} & set(part.path.split("/")), "a part whose name leads elsewhere"
        content = part_bytes(data, name=name, media_type=media_type, part=part.path)
        assert hashlib.sha256(content).hexdigest() == part.sha256, "a part that is another"
    for left in found.left_out:
        assert "failed (" not in left.message, f"a part left out by surprise: {left.message}"


def _check(document: Document) -> None:
    text, end = document.text, 0
    for block in document.blocks:
        assert end <= block.span.start <= block.span.end <= len(text), "blocks out of order"
        assert all(block.span.covers(cell.span) for cell in block.cells), "a cell outside its row"
        assert block.kind == "table_row" or not block.cells, "cells outside a table"
        end = block.span.start
    assert all(word.span.end <= len(text) for word in document.words), "a word outside the text"
    assert document.blocks, "a document without blocks"
    assert 0 <= document.grade <= 1, "a grade out of range"


def _check_findings(document: Document, found: Extraction) -> None:
    for finding in found.findings:
        for evidence in finding.evidence:
            assert evidence.span.of(document.text) == evidence.raw, "evidence that is not in the text"


def _check_dataset(record: Parsed) -> None:
    """Make a dataset of the document: nothing that it states may stop publication, or break a table."""
    dataset = checked(consolidate((account_of(record),), (), _reference()))
    watch = Watch(TABLES)
    for name, chunks in core_files(dataset, watch):
        assert name not in {f"{table.name}.csv" for table in TABLES} or b"".join(chunks), "an empty file"
    for fault in (*stops(dataset), *watch.faults()):
        raise AssertionError(fault.line)


@cache
def _reference() -> Reference:
    return load_reference()


def exceptions(outcomes: list[Outcome]) -> Iterator[Outcome]:
    """Yield what must not be: foreign exceptions, broken documents, hangs and crashes."""
    return (one for one in outcomes if one.verdict in {"foreign", "broken", "hung", "crashed"})
