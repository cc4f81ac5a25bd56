"""What the tests of extraction share: a text read end to end, its findings written as short lines."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeAlias

import pytest

from finding_lines import lines_of
from pipeline.extract import extract
from pipeline.model import Document, Extraction
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
def accepted(take: Take) -> Facts:
    """Return a function that gives the facts of a text that no person has to see, as short lines (``lines_of``)."""

    def accepted_of_text(text: str) -> set[str]:
        _, extraction = take(text)
        return {line for one in extraction.findings if one.decision == "auto" for line in lines_of(one)}

    return accepted_of_text


@pytest.fixture(scope="session")
def facts(take: Take, lines: Callable[[Extraction], set[str]]) -> Facts:
    """Return a function that gives the facts of a text as short lines (``lines_of``)."""

    def facts_of_text(text: str) -> set[str]:
        return lines(take(text)[1])

    return facts_of_text
