"""What the pages ask of the desk. ``pipeline.desk.Desk`` is one; tests have another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from pipeline.dataset.differences import Difference
from pipeline.decision import Decision
from pipeline.model import Document
from pipeline.reference.types import Reference
from pipeline.review.draft import Words
from pipeline.review.queue import Filter, Group, QueueItem

if TYPE_CHECKING:
    from pipeline.desk import Option, RegionPage


class Desk(Protocol):
    """Safe for several threads; what each member means, and raises, is said in ``pipeline.desk``."""

    @property
    def reference(self) -> Reference:
        """The tables."""

    @property
    def log(self) -> tuple[Decision, ...]:
        """Every line of the log, the oldest first."""

    def refresh(self) -> bool:
        """Read anew what changed elsewhere."""

    def queue(self, wanted: Filter, /) -> tuple[QueueItem, ...]:
        """Return what waits, worst first."""

    def groups(self, wanted: Filter, /) -> tuple[Group, ...]:
        """Return what waits in groups, the largest first."""

    def digest(self, pattern: str, /) -> str:
        """Return what stands for the items of a group as they are."""

    def item(self, key: str, /) -> QueueItem | None:
        """Return one item."""

    def others(self, item: QueueItem, /) -> tuple[QueueItem, ...]:
        """Return what else states something about the same value."""

    def history(self, item: QueueItem, /) -> tuple[Decision, ...]:
        """Return all decisions on an item, the newest first."""

    def options(self, item: QueueItem, /) -> tuple[Option, ...]:
        """Return what else the phrase may mean, likeliest first."""

    def document(self, sha256: str, /) -> Document | None:
        """Return a document as it was read."""

    def findings_in(self, sha256: str, /) -> tuple[QueueItem, ...]:
        """Return all findings of a document, in reading order."""

    def region(self, code: str, /) -> RegionPage | None:
        """Return all that is known of a region."""

    def picture(self, key: str, /) -> bytes | None:
        """Return the page of a finding as a PNG with its words marked."""

    def lease(self, actor: str, key: str, /) -> str | None:
        """Take an item; return the name of a colleague who has it."""

    def leases(self) -> Mapping[str, str]:
        """Return who has which items open."""

    def changes(self) -> tuple[Difference, ...]:
        """Return what the last runs changed, worst first."""

    def decide(
        self, actor: str, key: str, mark: str | None, act: str, /, *, changes: Mapping[str, str], words: Words
    ) -> tuple[Decision, ...]:
        """Decide one item."""

    def decide_group(self, actor: str, pattern: str, act: str, digest: str, /) -> tuple[Decision, ...]:
        """Decide all items of a group."""

    def undo(self, actor: str, /) -> tuple[Decision, ...]:
        """Undo the last thing that a person did."""
