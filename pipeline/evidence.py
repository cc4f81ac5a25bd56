"""The words behind a finding: what belongs to them, how they are known again, and where they stand."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from pipeline.model import Block, Document, Place, Span
from pipeline.text import fold

AROUND: Final = 60
"""Characters on both sides of a quote that belong to its evidence."""


def surroundings(text: str, span: Span) -> str:
    """Return a quote with the characters on both sides that belong to its evidence."""
    return text[max(0, span.start - AROUND) : span.end + AROUND]


def evidence_hash(text: str, span: Span) -> str:
    """Return the hash of a quote with its surroundings; white space and capitals make no difference."""
    return hashlib.sha256(fold(surroundings(text, span)).encode()).hexdigest()[:32]


def place_of(document: Document, span: Span) -> Place:
    """Return the place of the block or table cell that holds ``span``."""
    block = _block_of(document.blocks, span)
    if block is None:
        return Place()
    for cell in block.cells:
        if cell.span.covers(span) and cell.place != Place():
            return cell.place
    return block.place


def _block_of(blocks: Sequence[Block], span: Span) -> Block | None:
    index = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    return blocks[index] if index >= 0 and span.start < max(blocks[index].span.end, 1) else None
