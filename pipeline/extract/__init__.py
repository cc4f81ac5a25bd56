"""Extraction: a document in, findings with their evidence out. No file, clock or environment is read here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.model import Extraction, Hints

if TYPE_CHECKING:
    from pipeline.model import Document
    from pipeline.reference import Reference

EXTRACT_VERSION = 1
"""Rises when extraction changes in a way that the rules' own versions do not show."""

__all__ = ["EXTRACT_VERSION", "Hints", "extract"]

_NO_HINTS = Hints()


def extract(
    document: Document, *, family: str, name: str, reference: Reference, hints: Hints = _NO_HINTS
) -> Extraction:
    """Take all facts from ``document``.

    ``family`` names the publication over time and goes into the findings' identity; ``name`` is the file's name;
    ``hints`` are asked where the document itself is silent.
    Every finding's evidence is verbatim: ``document.text[span.start:span.end] == raw``.
    """
    from pipeline.extract.document import extract_document  # noqa: PLC0415 (spaCy takes seconds to import)

    return extract_document(document, family=family, name=name, reference=reference, hints=hints)
