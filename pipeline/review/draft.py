"""What a person says of a finding, as lines for the log: which fields, from what to what, in whose place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline.decision import SUBJECT_FIELDS, VALUE_FIELDS, Decision, Ruling, Verb, Verdict
from pipeline.errors import UsageError
from pipeline.evidence import surroundings
from pipeline.model import Document, Finding
from pipeline.reference.types import Reference
from pipeline.review.fields import MOST_LABEL, checked, editable_fields, same, stated_fields, text_of
from pipeline.review.fold import fold, last_batch
from pipeline.review.judge import as_said

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
    def unread(self) -> bool:
        """Tell whether no rule reads the finding any more."""
        return self.verdict is not None and self.verdict.unread

    def ruling(self, field: str) -> Ruling | None:
        """Return what was decided of a field and counts, as it stands today."""
        return self.verdict.ruling(field) if self.verdict else None

    def newest(self, field: str) -> Decision | None:
        """Return the last decision on a field, whether it counts or waits for a second person."""
        waiting = next((line for line in self.waiting if line.field == field), None)
        standing = self.ruling(field)
        return waiting or (standing.decision if standing else None)

    @property
    def waiting(self) -> tuple[Decision, ...]:
        """What another person has to say too."""
        return tuple(one.decision for one in self.rulings if one.outcome == "second")

    @property
    def mark(self) -> str:
        """A short text that changes whenever something is decided of the finding, or it is read otherwise."""
        ruled = (f"{one.decision.id}{one.outcome[:2]}" for one in self.rulings)
        return ".".join((self.machine.value_hash[:8], *ruled))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a person adds to a decision: a short reason, and a remark."""

    reason: str = ""
    note: str = ""


NO_WORDS: Final = Words()


def context_of(document: Document | None, finding: Finding) -> str:
    """Return the words of a finding with their surroundings.

    The words alone where the text is not at hand, or a run has read it anew meanwhile.
    """
    here = document is not None and finding.span.of(document.text) == finding.raw
    return surroundings(document.text, finding.span) if document is not None and here else finding.raw


def accept(item: Item, words: Words = NO_WORDS, *, fields: Sequence[str] = ()) -> tuple[Decision, ...]:
    """Confirm what extraction says now, of all fields that the finding states or of ``fields``.

    Where no rule reads the finding any more that is that it states nothing. Without ``fields`` corrections that
    people made of what the finding is about go too, where extraction knows better now. Raises UsageError where
    the finding has no region or edition: those have to be given first.
    """
    if item.unread:
        return reject(item, words, fields=fields)
    machine = item.machine
    about = () if fields else (name for name in _corrected(item) if text_of(machine, name) is not None)
    names = (*about, *_chosen(item, fields))
    _require_place(item, {name: text_of(machine, name) for name in names})
    return tuple(_line(item, "accept", name, text_of(machine, name), words) for name in names)


def reject(item: Item, words: Words = NO_WORDS, *, fields: Sequence[str] = ()) -> tuple[Decision, ...]:
    """Say that the document does not state it: of all fields, or of ``fields``."""
    return tuple(_line(item, "reject", name, None, words) for name in _chosen(item, fields))


def edit(
    item: Item, changes: Mapping[str, str], reference: Reference, words: Words = NO_WORDS
) -> tuple[Decision, ...]:
    """Correct fields, and confirm the others that the finding states; an empty text says that it states none.

    ``changes`` are texts by field. What people said of other fields before stays as it is. An indicator without a
    number is an issue outside the catalog, under ``label`` or else the words that state it. Raises UsageError for
    a field that the finding does not have, a value that cannot be, and where the finding has no region or edition
    and is given none.
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
    _require_place(item, values)
    return tuple(_edited(item, _with_label(item, values), words))


def keep(item: Item, words: Words = NO_WORDS) -> tuple[Decision, ...]:
    """Confirm what people said before, against what extraction says now.

    Raises UsageError where they said nothing.
    """
    if item.verdict is None or not item.verdict.said:
        raise _undecided(item)
    said = as_said(item.verdict, item.verdict.said)
    refused = {one.field for one in item.verdict.said if one.decision.verb == "reject"}
    ruled = [one.field for one in item.verdict.said]
    about = [name for name in SUBJECT_FIELDS if text_of(said, name) != text_of(item.machine, name)]
    return tuple(
        _line(item, *_saying(item, name, text_of(said, name), refused=name in refused), words)
        for name in dict.fromkeys((*about, *ruled))
    )


def confirm(item: Item, actor: str, words: Words = NO_WORDS) -> tuple[Decision, ...]:
    """Say the same as the person whose decision waits for a second one. Raises UsageError for that person."""
    return tuple(_second(first, actor, words) for first in item.waiting)


def defer(item: Item, words: Words = NO_WORDS) -> tuple[Decision, ...]:
    """Put the finding off; nothing else changes."""
    name = VALUE_FIELDS[item.machine.type][0]
    before = next((one.decision.id for one in item.rulings if one.decision.verb == "defer"), None)
    line = _line(item, "defer", name, text_of(item.machine, name), words)
    return (replace(line, supersedes=before),)


def withdraw(lines: Iterable[Decision], words: Words = NO_WORDS) -> tuple[Decision, ...]:
    """Take decisions back: what extraction says counts again."""
    return tuple(
        replace(
            line,
            verb="withdraw",
            supersedes=line.id,
            confirms=None,
            flips=False,
            reason=words.reason,
            note=words.note,
        )
        for line in lines
    )


def undo(log: Sequence[Decision], actor: str) -> tuple[Decision, ...]:
    """Undo the last thing that a person did. Raises UsageError where there is nothing left to undo."""
    batch = last_batch(log, actor)
    if not batch:
        raise UsageError(
            "has decided nothing that is left to undo", where=actor, remedy="see the list of decisions"
        )
    if not _is_last_word(batch, log):
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


def _is_last_word(batch: Sequence[Decision], log: Sequence[Decision]) -> bool:
    """Tell whether anything of a batch is in force, and what it withdrew was not decided anew."""
    lines = fold(log).lines
    alive = {line.id for line in lines}
    batches = {line.batch: number for number, line in enumerate(log)}
    anew = {(line.finding_id, line.field) for line in lines if batches[line.batch] > batches[batch[0].batch]}
    return any(
        (line.finding_id, line.field) not in anew
        if line.verb == "withdraw"
        else line.id in alive or line.confirms is not None
        for line in batch
    )


def _edited(item: Item, values: Mapping[str, str | None], words: Words) -> Iterator[Decision]:
    for name, value in values.items():
        told = item.newest(name) is not None or name in stated_fields(item.machine)
        if told or not same(name, text_of(item.machine, name), value):
            refused = value is None and name != "indicator"
            yield _line(item, *_saying(item, name, value, refused=refused), words)
    for name in stated_fields(item.machine):
        standing = item.ruling(name)
        waits = any(line.field == name for line in item.waiting)
        if name not in values and not waits and (standing is None or not standing.holds):
            yield _line(item, "accept", name, text_of(item.machine, name), words)


def _with_label(item: Item, values: dict[str, str | None]) -> dict[str, str | None]:
    """Give an issue that is taken out of the catalog the words that state it as its label."""
    outside = item.machine.type == "indicator" and "indicator" in values and values["indicator"] is None
    if not outside or values.get("label") or item.shown.label:
        return values
    return {**values, "label": " ".join(item.machine.raw.split())[:MOST_LABEL]}


def _saying(item: Item, name: str, value: str | None, *, refused: bool) -> tuple[Verb, str, str | None]:
    """Return verb, field and value of a line that says ``value`` of a field."""
    if refused:
        return "reject", name, None
    agrees = not item.unread and same(name, text_of(item.machine, name), value)
    return ("accept" if agrees else "edit"), name, value


def _chosen(item: Item, fields: Sequence[str]) -> tuple[str, ...]:
    """Return the fields that are decided: those asked for, else all that extraction or a person states."""
    stated = stated_fields(item.machine)
    ruled = tuple(name for name in VALUE_FIELDS[item.machine.type] if item.newest(name) and name not in stated)
    for name in fields:
        if name not in {*stated, *ruled}:
            raise UsageError(
                f"states no {name!r}", where=f"finding {item.machine.id}", remedy=f"use one of {', '.join(stated)}"
            )
    return tuple(dict.fromkeys(fields)) or (*stated, *ruled)


def _corrected(item: Item) -> tuple[str, ...]:
    """Return what the finding is about where people decided that."""
    return tuple(
        name for name in SUBJECT_FIELDS if item.newest(name) and name not in VALUE_FIELDS[item.machine.type]
    )


def _undecided(item: Item) -> UsageError:
    return UsageError("was decided by nobody", where=f"finding {item.machine.id}", remedy="accept or edit it")


def _require_place(item: Item, values: Mapping[str, str | None]) -> None:
    finding = item.machine
    place = "scope_code" if finding.type == "tally" else "region_code"
    for name in (place, "edition"):
        if finding.type in _PLACED and values.get(name, text_of(item.shown, name)) is None:
            what = "edition" if name == "edition" else "region"
            raise UsageError(
                f"has no {what}", where=f"finding {finding.id}", remedy=f"choose one: edit {name}, or reject it"
            )


def _line(item: Item, verb: Verb, name: str, after: str | None, words: Words) -> Decision:
    """Return one line; its id, actor, time and batch are for the log to give."""
    machine, newest = item.machine, item.newest(name)
    return Decision(
        id="",
        finding_id=machine.id,
        field=name,
        verb=verb,
        before=None if item.unread else text_of(machine, name),
        after=after,
        evidence_hash=machine.evidence_hash,
        actor="",
        at="",
        batch="",
        of=0,
        reason=words.reason,
        note=words.note,
        supersedes=newest.id if newest else None,
        family=item.family,
        file=item.file,
        context=item.context or machine.raw,
        seen=replace(machine, evidence=machine.evidence[:1], candidates=machine.candidates[:5]),
    )


def seconded(item: Item, lines: Sequence[Decision], actor: str) -> tuple[Decision, ...]:
    """Return lines as confirmations where they say what another person's waiting decision says.

    Raises UsageError where the same person would second a decision of their own.
    """
    waiting = {first.field: first for first in item.waiting}
    found: list[Decision] = []
    for line in lines:
        first = waiting.get(line.field)
        agrees = first is not None and first.after is not None and same(line.field, first.after, line.after)
        words = Words(reason=line.reason, note=line.note)
        found.append(_second(first, actor, words) if first is not None and agrees else line)
    return tuple(found)


def _second(first: Decision, actor: str, words: Words) -> Decision:
    if first.actor.casefold() == actor.casefold():
        raise UsageError(
            "a second person has to confirm it", where=f"finding {first.finding_id}", remedy="ask a colleague"
        )
    return replace(first, confirms=first.id, supersedes=None, reason=words.reason, note=words.note)
