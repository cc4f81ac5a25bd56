"""Scores that are written as percentages are told from those beside which another figure is one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.percents import _is_share
from pipeline.model import Evidence, Span

WORDS = [
    ("Kota Balikpapan", " 22,85 persen", True),
    ("Kota Balikpapan", " (22,85%)", True),
    ("Kota Balikpapan memiliki persentase kerawanan", " 22,85", True),
    ("Prosentase Kota Balikpapan", " 22,85", True),
    ("Kota Balikpapan", " 22,85 dan persentase TPS rawan 12", False),
    ("Dengan persentase 12 Kota Balikpapan berskor", " 22,85", False),
    ("Kota Balikpapan", " 22,85, naik 9 persen", False),
]


@pytest.mark.parametrize(("before", "rest", "expected"), WORDS)
def test_what_is_called_a_percentage(before: str, rest: str, expected: bool) -> None:  # noqa: FBT001
    text = before + rest
    raw = text[: text.index("22,85") + len("22,85")]
    evidence = Evidence(raw=raw, span=Span(start=0, end=len(raw)))
    assert _is_share(text, evidence, Decimal("22.85")) is expected
