"""Marks of editions: from where on in a sentence another edition is spoken of, and how that was told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pipeline.extract.editions.document import EditionGuess

if TYPE_CHECKING:
    from pipeline.reference import Reference

MarkKind = Literal["name", "election", "year", "concept", "stations", "previous", "change", "reset"]
STATED = re.compile(r"(?i)\d[.,]\d|\b(?:tinggi|sedang|rendah|skor\w*|score|peringkat\w*|urutan\w*|level|ke-\d+)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionMark:
    """From ``start`` on, until the next mark or the end of the sentence, the editions ``ids`` are spoken of.

    ``start`` and ``end`` are characters of the passage: where the mark begins to hold (the start of its clause,
    for "rawan tinggi pada Pemilu 2019") and where its words end. ``ids`` holds None for an earlier edition without
    a name; ``previous`` marks an earlier edition that is quoted to compare. Of kind ``election``, ``year``,
    ``previous`` and ``change``, a mark speaks of levels, scores and ranks only, never of issues or events.
    """

    start: int
    end: int
    ids: tuple[str | None, ...]
    previous: bool
    kind: MarkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with the edition of its document; it makes the marks on itself."""

    text: str
    guess: EditionGuess
    reference: Reference

    def mark(
        self, start: int, end: int, ids: Iterable[str | None], *, previous: bool, kind: MarkKind
    ) -> EditionMark:
        """Return a mark of the sentence."""
        return EditionMark(start=start, end=end, ids=tuple(ids), previous=previous, kind=kind)

    def reset(self, start: int, end: int) -> EditionMark:
        """Return the mark from which the document's own edition is spoken of again."""
        return self.mark(start, end, (self.guess.id,), previous=False, kind="reset")
