"""Scores that are written as percentages are told from those beside which another figure is one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.doubts.percents import _shares
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
    assert list(_shares(text, evidence, Decimal("22.85"))) == [expected]


def test_words_without_the_score_say_nothing_of_it() -> None:
    text = "Kota Balikpapan masuk kategori rawan sedang dengan skor 22,85 persen."
    about, stated = "Kota Balikpapan masuk kategori rawan sedang", "skor 22,85"
    spans = [Span(start=text.index(raw), end=text.index(raw) + len(raw)) for raw in (about, stated)]
    words = [Evidence(raw=text[span.start : span.end], span=span) for span in spans]
    assert [list(_shares(text, one, Decimal("22.85"))) for one in words] == [[], [True]]
