"""The samples that hold documents: their gold is met by what is read from all their parts together."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.dataset.evaluate import evaluate, parse_gold
from pipeline.extract import extract
from pipeline.readers import CONTAINERS, media_type_of, read
from pipeline.readers.media import EML
from pipeline.readers.parts import part_bytes, parts_of
from pipeline.reference import load_reference
from pipeline.rows import Row, finding_row

SAMPLES = Path(__file__).resolve().parents[1] / "corpus" / "samples"
PACKED = sorted(path for path in SAMPLES.iterdir() if media_type_of(path.name, b"") in CONTAINERS)


def documents(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of the documents that a container sample is and holds."""
    data = path.read_bytes()
    media_type = media_type_of(path.name, data)
    if media_type == EML:
        yield path.name, data
    for part in parts_of(data, name=path.name, media_type=media_type).parts:
        yield part.part, part_bytes(data, name=path.name, media_type=media_type, part=part.part)


def findings(path: Path) -> list[Row]:
    reference = load_reference()
    rows: list[Row] = []
    for name, data in documents(path):
        document = read(data, name=name, sha256="0" * 64)
        found = extract(document, family=name, name=name.rpartition("/")[2], reference=reference)
        rows += [finding_row(finding, name=path.name, reference=reference) for finding in found.findings]
    return rows


def test_there_are_samples_of_both_kinds() -> None:
    assert {path.suffix for path in PACKED} == {".eml", ".zip"}
    assert sum(path.suffix == ".eml" for path in PACKED) >= 2


@pytest.mark.parametrize("path", PACKED, ids=lambda path: path.name)
def test_nothing_in_a_sample_is_left_out(path: Path) -> None:
    data = path.read_bytes()
    assert parts_of(data, name=path.name, media_type=media_type_of(path.name, data)).left_out == ()


@pytest.mark.parametrize("path", PACKED, ids=lambda path: path.name)
def test_the_parts_give_all_facts_of_the_gold_and_no_others(path: Path) -> None:
    text = path.with_suffix(".gold.json").read_text(encoding="utf-8")
    gold = parse_gold(text, where=path.name)
    result = evaluate({path.stem: gold}, findings(path))
    kinds = {kind: (one.precision, one.recall) for kind, one in result.kinds.items()}
    assert result.perfect == 1, kinds
    assert json.loads(text)["findings"]
