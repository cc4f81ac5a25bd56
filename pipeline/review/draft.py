"""What a person says of a finding, as lines for the log: which fields, from what to what, in whose place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline.decision import VALUE_FIELDS, Decision, Ruling, Verb, Verdict
from pipeline.errors import UsageError
from pipeline.evidence import surroundings
from pipeline.model import Document, Finding
from pipeline.reference.types import Reference
from pipeline.review.fields import checked, editable_fields, same, stated_fields, text_of
from pipeline.review.fold import fold, last_batch

_PLACED: Final = ("score", "category", "dimension_score", "indicator", "tally")
"""Types whose findings need a region and an edition to become a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a person looks at: a finding as extraction gives it, what was decided of it, and where it stands.

    ``family`` and ``file`` are those of its document; ``shown`` is the finding with the values that people gave.
    """

    machine: Finding
    shown: Finding
    verdict: Verdict | None
    family: str
    file: str
    context: str = ""

    @property
    def rulings(self) -> tuple[Ruling, ...]:
        """What was decided, as it stands today."""
        return self.verdict.rulings if self.verdict else ()

    @property
    def mark(self) -> str:
        """A short text that changes whenever something is decided of the finding, or it is read otherwise."""
        return ".".join((self.machine.value_hash[:8], *(one.decision.id for one in self.rulings)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a person adds to a decision: a short reason, and a remark."""

    reason: str = ""
    note: str = ""


NO_WORDS: Final = Words()


def context_of(document: Document | None, finding: Finding) -> str:
    """Return the words of a finding with their surroundings; the words alone where the text is not at hand."""
    return finding.raw if document is None else surroundings(document.text, finding.span)


def accept(item: Item, words: Words = NO_WORDS, *, fields: Sequence[str] = ()) -> tuple[Decision, ...]:
    """Confirm what extraction says now, of all fields that the finding states or of ``fields``.

    Raises UsageError where the finding has no region or edition: those have to be given first.
    """
    _require_place(item.machine, {})
    return tuple(_line(item, "accept", name, text_of(item.machine, name), words) for name in _chosen(item, fields))


def reject(item: Item, words: Words = NO_WORDS, *, fields: Sequence[str] = ()) -> tuple[Decision, ...]:
    """Say that the document does not state it: of all fields, or of ``fields``."""
    return tuple(_line(item, "reject", name, None, words) for name in _chosen(item, fields))


def edit(
    item: Item, changes: Mapping[str, str], reference: Reference, words: Words = NO_WORDS
) -> tuple[Decision, ...]:
    """Correct fields, and confirm the others that the finding states; an empty text says that it states none.

    ``changes`` are texts by field. Raises UsageError for a field that the finding does not have, a value that
    cannot be, and where the finding has no region or edition and is given none.
    """
    fields = editable_fields(item.machine)
    for name in changes:
        if name not in fields:
            raise UsageError(
                f"has no field {name!r}",
                where=f"finding {item.machine.id}",
                remedy=f"use one of {', '.join(fields)}",
            )
    values = {name: checked(name, text, reference) if text.strip() else None for name, text in changes.items()}
    _require_place(item.machine, values)
    return tuple(_edited(item, values, words))


def keep(item: Item, words: Words = NO_WORDS) -> tuple[Decision, ...]:
    """Confirm what people said before, against what extraction proposes now."""
    names = [name for name in editable_fields(item.machine) if _differs(item, name)]
    ruled = [one.field for one in item.rulings if one.decision.verb != "defer"]
    return tuple(
        _line(item, "edit" if _differs(item, name) else "accept", name, text_of(item.shown, name), words)
        for name in dict.fromkeys((*names, *ruled))
    )


def defer(item: Item, words: Words = NO_WORDS) -> tuple[Decision, ...]:
    """Put the finding off; nothing else changes."""
    name = VALUE_FIELDS[item.machine.type][0]
    return (_line(item, "defer", name, text_of(item.machine, name), words),)


def withdraw(lines: Iterable[Decision], words: Words = NO_WORDS) -> tuple[Decision, ...]:
    """Take decisions back: what extraction says counts again."""
    return tuple(
        replace(line, verb="withdraw", reason=words.reason, note=words.note, supersedes=line.id, confirms=None)
        for line in lines
    )


def undo(log: Sequence[Decision], actor: str) -> tuple[Decision, ...]:
    """Undo the last thing that a person did. Raises UsageError where there is nothing left to undo."""
    batch = last_batch(log, actor)
    if not batch:
        raise UsageError(
            "has decided nothing that is left to undo", where=actor, remedy="see the list of decisions"
        )
    alive = {line.id for line in fold(log).lines} | {line.id for line in log if line.verb == "withdraw"}
    if not any(line.id in alive or line.confirms for line in batch):
        raise UsageError(
            "decided it anew since", where="another person", remedy="withdraw or change that decision instead"
        )
    return tuple(
        replace(
            line,
            verb="undo",
            supersedes=line.id,
            confirms=None,
            flips=False,
            seen=None,
            context="",
            reason="",
            note="",
        )
        for line in batch
    )


def _edited(item: Item, values: Mapping[str, str | None], words: Words) -> Iterator[Decision]:
    changed = {name: value for name, value in values.items() if not same(name, text_of(item.machine, name), value)}
    for name, value in changed.items():
        yield _line(item, "edit" if value is not None else "reject", name, value, words)
    for name in stated_fields(item.machine):
        if name not in changed:
            yield _line(item, "accept", name, text_of(item.machine, name), words)


def _chosen(item: Item, fields: Sequence[str]) -> tuple[str, ...]:
    stated = stated_fields(item.machine)
    for name in fields:
        if name not in stated:
            raise UsageError(
                f"states no {name!r}", where=f"finding {item.machine.id}", remedy=f"use one of {', '.join(stated)}"
            )
    return tuple(fields) or stated


def _differs(item: Item, name: str) -> bool:
    return not same(name, text_of(item.machine, name), text_of(item.shown, name))


def _require_place(finding: Finding, values: Mapping[str, str | None]) -> None:
    place = "scope_code" if finding.type == "tally" else "region_code"
    for name in (place, "edition"):
        if finding.type in _PLACED and values.get(name, text_of(finding, name)) is None:
            what = "edition" if name == "edition" else "region"
            raise UsageError(
                f"has no {what}", where=f"finding {finding.id}", remedy=f"choose one: edit {name}, or reject it"
            )


def _line(item: Item, verb: Verb, name: str, after: str | None, words: Words) -> Decision:
    """Return one line; its id, actor, time and batch are for the log to give."""
    machine = item.machine
    standing = next((one.decision for one in item.rulings if one.field == name), None)
    return Decision(
        id="",
        finding_id=machine.id,
        field=name,
        verb=verb,
        before=text_of(machine, name),
        after=after,
        evidence_hash=machine.evidence_hash,
        actor="",
        at="",
        batch="",
        of=0,
        reason=words.reason,
        note=words.note,
        supersedes=standing.id if standing else None,
        family=item.family,
        file=item.file,
        context=item.context or machine.raw,
        seen=replace(machine, evidence=machine.evidence[:1], candidates=machine.candidates[:5]),
    )


def seconded(item: Item, lines: Sequence[Decision], actor: str) -> tuple[Decision, ...]:
    """Return lines as confirmations where they say what another person's waiting decision says.

    Raises UsageError where the same person would second a decision of their own.
    """
    waiting = {one.field: one.decision for one in item.rulings if one.outcome == "second"}
    found: list[Decision] = []
    for line in lines:
        first = waiting.get(line.field)
        if first is None:
            found.append(line)
        elif same(line.field, first.after, line.after) or (line.verb == "accept" and first.verb != "reject"):
            if first.actor == actor:
                raise UsageError(
                    "a second person has to confirm it",
                    where=f"finding {line.finding_id}",
                    remedy="ask a colleague",
                )
            found.append(replace(first, confirms=first.id, supersedes=None))
        else:
            found.append(line)
    return tuple(found)
