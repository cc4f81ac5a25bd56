"""The scans in ``tests/scans`` are read by Tesseract: every fact is found, and none is accepted wrongly.

What is doubtful may wait for a person. ``tests/make_scans.py`` makes the scans, ``campaigns.scans`` many more.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from make_scans import FOLDER, RECIPES
from pipeline.model import Document
from pipeline.readers import read
from pipeline.readers.ocr import ocr_engine
from roundtrip.compare import Outcome, findings_in, judge
from roundtrip.specimen import Key, Specimen

MAX_BYTES = 300_000
AUTO_FLOOR = 0.6  # of the facts are accepted without a person; 0.85 were on the machine where the scans were made

needs_tesseract = pytest.mark.skipif(
    not ocr_engine().startswith("tesseract"),
    reason="needs Tesseract with Indonesian data (tesseract-ocr, tesseract-ocr-ind)",
)
by_name = pytest.mark.parametrize("name", RECIPES)


def gold_of(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((FOLDER / name).with_suffix(".gold.json").read_text(encoding="utf-8"))
    return data


@cache
def document_of(name: str) -> Document:
    return read((FOLDER / name).read_bytes(), name=name, sha256="0" * 64)


@cache
def outcome_of(name: str) -> Outcome:
    """Judge what is found in a scan by its gold."""
    data = (FOLDER / name).read_bytes()
    key = Key(layout=name, seed=0, format="pdf")
    specimen = Specimen(key=key, data=data, facts=tuple(gold_of(name)["findings"]), published=None)
    return judge(specimen, findings_in(data, name=f"dokumen{Path(name).suffix}"))


@needs_tesseract
@by_name
def test_every_fact_is_found_and_none_is_accepted_wrongly(name: str) -> None:
    outcome = outcome_of(name)
    assert outcome.wrong == ()
    assert outcome.missed == ()


@needs_tesseract
def test_most_facts_need_no_person() -> None:
    outcomes = [outcome_of(name) for name in RECIPES]
    assert sum(one.right for one in outcomes) >= AUTO_FLOOR * sum(one.facts for one in outcomes)
