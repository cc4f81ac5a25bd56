"""Findings that contradict each other about one value: which of them is published, and by which rule."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from pipeline.dataset.types import Side
from pipeline.jobs.docket import Docket
from pipeline.review.queue import QueueItem
from pipeline.review.rivals import disputed

_COUNTS: Final = frozenset({"published", "outweighed", "undecided", "held", "held back"})
"""What became of findings that may be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What contradicts a finding: each other finding with the fields in which it does.

    ``rule`` names the rule of precedence that decided when the dataset was built, empty where none did;
    ``believed`` tells whether it decided for the finding.
    """

    rivals: tuple[tuple[QueueItem, tuple[str, ...]], ...]
    believed: bool
    rule: str

    @property
    def digest(self) -> str:
        """A short text that stands for all rivals as they are now."""
        marks = "\n".join(f"{item.key} {item.item.mark}" for item, _ in self.rivals)
        return hashlib.sha256(marks.encode()).hexdigest()[:16]


def dispute_in(docket: Docket, item: QueueItem) -> Dispute | None:
    """Return what contradicts a finding that may be right, None where nothing does."""
    if not _counts(docket, item):
        return None
    others = [(one, disputed(item.finding, one.finding)) for one in docket.for_cell(item) if _counts(docket, one)]
    rivals = tuple((one, names) for one, names in others if names)
    if not rivals:
        return None
    ids = {item.finding.id, *(one.finding.id for one, _ in rivals)}
    settled = (one for one in docket.dataset.conflicts if not one.open and ids >= _ids(*one.sides))
    found = next(settled, None)
    return Dispute(
        rivals=rivals,
        believed=found is not None and item.finding.id in _ids(found.sides[0]),
        rule=found.decided_by if found else "",
    )


def _counts(docket: Docket, item: QueueItem) -> bool:
    entry = docket.listed(item.key)
    return entry is not None and entry.standing in _COUNTS


def _ids(*sides: Side) -> set[str]:
    return {source.finding.id for side in sides for source in side.sources}
