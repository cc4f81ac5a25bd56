"""What a reader was not sure of goes to a person: rows that two methods read differently, a scant reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from pipeline.extract.draft import doubted

if TYPE_CHECKING:
    from pipeline.extract.doubts.cross_check import Joined
    from pipeline.model import Document

LEAST_GRADE: Final = 0.8
"""Reading grade below which nothing of a document is accepted: with a page in five unread, headings are lost."""
LEAST_ROW: Final = 0.6
"""Confidence below which nothing is accepted from a block: a row in dispute has 0.5."""


def reading_doubted(joined: Sequence[Joined], document: Document) -> tuple[Joined, ...]:
    """Send to review what stands in doubtful blocks, or all where too little of the document was read."""
    if document.grade < LEAST_GRADE:
        return tuple((doubted(draft), spans) for draft, spans in joined)
    doubtful = [
        block.span for block in document.blocks if block.confidence is not None and block.confidence < LEAST_ROW
    ]
    if not doubtful:
        return tuple(joined)
    return tuple(
        (doubted(draft) if any(one.covers(span) for one in doubtful for span in spans) else draft, spans)
        for draft, spans in joined
    )
