"""Scores written as percentages: IKP is no share of anything, so such a figure may be something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from pipeline.model import Document, Evidence, Finding

_PERCENT: Final = re.compile(r"[\s)\]\"”*]{0,3}(?:%|per\s?sen\b|prosen\b|percent\b)", re.IGNORECASE)
_SHARE: Final = re.compile(r"\bp(?:er|ro)sentase\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")


def percents(document: Document, findings: Sequence[Finding]) -> tuple[int, ...]:
    """Return the places in ``findings`` of those whose score is called a percentage wherever it is stated."""
    return tuple(place for place, finding in enumerate(findings) if _in_percent(document.text, finding))


def _in_percent(text: str, finding: Finding) -> bool:
    score = finding.score
    if score is None:
        return False
    shares = [share for evidence in finding.evidence for share in _shares(text, evidence, score)]
    return bool(shares) and all(shares)


def _shares(text: str, evidence: Evidence, score: Decimal) -> Iterator[bool]:
    """Yield, of words that state a score, whether a percent sign follows it or its word leads up to it.

    "yakni 44,28 persen", "(20,5%)", "memiliki persentase kerawanan 33,15". Other words, as those of the region's
    category, yield nothing; of the same number twice, "skor 20 (20 persen)", one percent sign is enough.
    """
    found, ends = [], 0
    for number in _NUMBER.finditer(evidence.raw):
        if _value(number.group()) == score:
            follows = _PERCENT.match(text, evidence.span.start + number.end())
            found.append(bool(follows or _SHARE.search(evidence.raw, ends, number.start())))
        ends = number.end()
    if found:
        yield any(found)


def _value(number: str) -> Decimal | None:
    """Read a number with one decimal mark at most, None for others.

    >>> _value("44,28"), _value("44.28"), _value("1.234,5")
    (Decimal('44.28'), Decimal('44.28'), None)
    """
    plain = number.replace(",", ".")
    return Decimal(plain) if plain.count(".") <= 1 else None
