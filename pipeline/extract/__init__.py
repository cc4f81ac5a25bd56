"""Extraction: a document in, findings with their evidence out. No file, clock or environment is read here.

In the order of the work:

- ``document`` takes one document through all that follows.
- ``scene`` makes units of its blocks (``scene``: words, sentences, regions; ``sections`` and ``leads``: what a
  list is for) and a ``line`` of each sentence. It knows them by ``words`` (language, numbers, dates), ``marks``
  (the pieces that say something), ``regions`` (names), ``editions`` (which index is meant) and ``catalog`` (which
  of the 61 indicators a phrase means).
- ``metadata`` tells whose document it is, of which region, and of when.
- ``reading`` goes through the units (``walk``), carries what one line tells the next (``memory``), and asks the
  rules: ``scores``, ``levels``, ``tallies``, ``issues``, and for a table ``tables``. A rule makes a ``draft``.
- ``doubts`` says what a person should see first: odd lines, doubtful scans, figures that disagree with official
  ones. ``identity`` joins the drafts of one fact and makes findings of them.

A pattern of words is one row in the regular expression or table of its rule, with an example in that rule's test.
"""

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
