"""Evidence for words that a test quotes of a document."""

from __future__ import annotations

from pipeline.model import Document, Evidence, Place, Span


def evidence_of(document: Document, *quotes: str) -> tuple[Evidence, ...]:
    """Return where words stand first, each at the place of the block around them."""
    return tuple(_evidence(document, quote) for quote in quotes)


def _evidence(document: Document, quote: str) -> Evidence:
    span = Span(start=document.text.index(quote), end=document.text.index(quote) + len(quote))
    place = next((block.place for block in document.blocks if block.span.covers(span)), Place())
    return Evidence(raw=quote, span=span, place=place)
