"""What a person says of one item: an act, as buttons and options name it, and the lines of the log it makes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pipeline.decision import Decision
from pipeline.errors import UsageError
from pipeline.model import Finding
from pipeline.reference.types import Reference
from pipeline.review import draft
from pipeline.review.draft import Item, Words
from pipeline.review.fields import with_field

Act = Literal["accept", "reject", "edit", "keep", "defer", "withdraw"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """What a person says of one item: the act, and for some acts texts by field, or the fields that are meant.

    ``where`` stands before whatever is wrong with it, as the line of a file.
    """

    act: Act
    changes: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    words: Words = draft.NO_WORDS
    where: str = ""


def drafted(item: Item, say: Say, reference: Reference) -> tuple[Decision, ...]:
    """Return the lines that an act writes of an item. Raises UsageError for what cannot be decided so."""
    if say.fields and say.act not in {"accept", "reject", "withdraw"}:
        raise UsageError(
            f"{say.act} is of the whole finding",
            where=f"finding {item.machine.id}",
            remedy="leave out the fields, or accept, reject or withdraw those",
        )
    match say.act:
        case "accept":
            return draft.accept(item, say.words, fields=say.fields)
        case "reject":
            return draft.reject(item, say.words, fields=say.fields)
        case "edit":
            return draft.edit(item, say.changes, reference, say.words)
        case "keep":
            return draft.keep(item, say.words)
        case "defer":
            return draft.defer(item, say.words)
        case "withdraw":
            return draft.withdraw(_taken(item, say), say.words)


def _taken(item: Item, say: Say) -> Sequence[Decision]:
    """Return the decisions on an item that are meant."""
    lines = [one.decision for one in item.rulings if not say.fields or one.field in say.fields]
    if not lines:
        raise UsageError("was decided by nobody", where=f"finding {item.machine.id}", remedy="look at the others")
    return lines


def as_would_be(item: Item, lines: Iterable[Decision]) -> Finding:
    """Return the finding as it would be with some more lines."""
    finding = item.shown
    for line in lines:
        finding = with_field(finding, line.field, line.after)
    return finding
