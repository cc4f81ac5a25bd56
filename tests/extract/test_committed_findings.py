"""What the rules find in each committed document is what stands in extracted/, but for the rules' versions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.extract import extract
from pipeline.model import Extraction, Hints, Parsed
from pipeline.reference import Reference
from pipeline.storage.codec import decode_record

RECORDS = sorted((Path(__file__).resolve().parents[2] / "extracted" / "documents").glob("?" * 64 + "*.json"))


def test_there_are_records() -> None:
    assert len(RECORDS) >= 50


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem[:8])
def test_findings_are_those_committed(path: Path, reference: Reference) -> None:
    record = decode_record(path.read_bytes(), where=path.name)
    assert isinstance(record, Parsed)
    item = record.item
    hints = Hints(issuer=item.issuer, region_code=item.region_code)
    anew = extract(
        record.document, family=item.family, name=Path(item.path).name, reference=reference, hints=hints
    )
    assert versionless(anew) == versionless(record.extraction)


def versionless(extraction: Extraction) -> Extraction:
    return replace(extraction, findings=tuple(replace(one, rule_version=0) for one in extraction.findings))
