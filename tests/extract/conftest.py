"""What the tests of extraction share: a text read end to end, its findings written as short lines."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import TypeAlias

import pytest

from pipeline.extract import extract
from pipeline.model import Document, Extraction, Finding
from pipeline.readers import read
from pipeline.reference import Reference, load_reference

Take: TypeAlias = Callable[[str | bytes], tuple[Document, Extraction]]
Facts: TypeAlias = Callable[[str], set[str]]


@pytest.fixture(scope="session")
def reference() -> Reference:
    return load_reference()


@pytest.fixture(scope="session")
def take(reference: Reference) -> Take:
    """Return a function that reads the text of a document and extracts its findings."""

    def take_text(content: str | bytes) -> tuple[Document, Extraction]:
        data = content.encode() if isinstance(content, str) else content
        document = read(data, name="rilis.txt", sha256=hashlib.sha256(data).hexdigest())
        extraction = extract(document, family="rilis.txt", name="rilis.txt", reference=reference)
        return document, extraction

    return take_text


@pytest.fixture(scope="session")
def lines() -> Callable[[Extraction], set[str]]:
    """Return a function that writes findings as short lines (``lines_of``)."""

    def lines_of_extraction(extraction: Extraction) -> set[str]:
        return {line for finding in extraction.findings for line in lines_of(finding)}

    return lines_of_extraction


@pytest.fixture(scope="session")
def facts(take: Take, lines: Callable[[Extraction], set[str]]) -> Facts:
    """Return a function that gives the facts of a text as short lines (``lines_of``)."""

    def facts_of_text(text: str) -> set[str]:
        return lines(take(text)[1])

    return facts_of_text


def lines_of(finding: Finding) -> Iterator[str]:
    """Write a finding in short.

    ``score 33.02 41.2``, ``category 33.02 sedang``, ``rank 33.02 3``; ``dimension 33.02 kontestasi 41.2`` (a level
    or ``#3`` likewise); ``indicator 33.02 54`` with ``x14`` for a count and the status where it is not reported;
    ``issue 33.02 label``; ``tally 33 regency_city tinggi 7``; ``mitigation label``. A value of an earlier edition
    begins with ``earlier``; a region that nothing decides is written ``?`` and its candidates.
    """
    where = finding.region_code or "?" + "|".join(candidate.value for candidate in finding.candidates)
    earlier = "earlier " if finding.previous else ""
    if finding.type == "tally":
        limit = f" in {finding.dimension}" if finding.dimension else ""
        yield f"{earlier}tally {finding.scope_code} {finding.level} {finding.category} {finding.n}{limit}"
    elif finding.type == "mitigation":
        yield f"mitigation {finding.label}"
    elif finding.type == "indicator":
        what = f"indicator {where} {finding.indicator}" if finding.indicator else f"issue {where} {finding.label}"
        count = f" x{finding.count}" if finding.count is not None else ""
        status = f" {finding.status}" if finding.status != "reported" else ""
        yield f"{earlier}{what}{count}{status}"
    elif finding.type == "dimension_score":
        yield from (f"{earlier}dimension {where} {finding.dimension} {value}" for value in _values(finding))
    else:
        names = (("score", finding.score), ("category", finding.category), ("rank", finding.rank))
        yield from (f"{earlier}{name} {where} {value}" for name, value in names if value is not None)


def _values(finding: Finding) -> tuple[object, ...]:
    rank = f"#{finding.rank}" if finding.rank else None
    return tuple(value for value in (finding.score, finding.category, rank) if value is not None)
