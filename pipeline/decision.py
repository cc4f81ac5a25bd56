"""What people decide of findings, as values: a line of the log, and what the log makes of one finding.

A decision is about one field of one finding. It is only ever added to the log; the present state is a fold over it
(``review.fold``), and what became of a decision since it was taken is for ``review.judge`` to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.model import Evidence, Finding, FindingType

Verb = Literal["accept", "reject", "edit", "defer", "withdraw", "undo"]
Outcome = Literal["kept", "re-anchored", "stands", "asked again", "second", "orphaned"]
"""What became of a decision: it holds as it was taken; it holds at other words; it holds against a new proposal of
the extraction; both words and value changed, so that a person is asked again; it waits for a second person; or the
finding is gone."""

VALUE_FIELDS: Final[Mapping[FindingType, tuple[str, ...]]] = {
    "score": ("score", "category", "rank"),
    "category": ("category", "rank"),
    "dimension_score": ("score", "category", "rank"),
    "indicator": ("indicator", "status", "count"),
    "tally": ("n",),
    "mitigation": ("label",),
}
"""What a finding of each type states, the field that a value is known by first."""

SUBJECT_FIELDS: Final = ("region_code", "edition", "basis", "dimension", "scope_code", "level", "label")
"""What a finding is about. They are decided only where a person corrects them."""

REVIEW_WORDS: Final = (
    "asked again", "second person", "proposal", "rejected", "edited", "accepted", "deferred",
)  # fmt: skip
"""What ``Verdict.state`` may say, the most urgent first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One line of ``corpus/decisions.jsonl``.

    ``before`` is what extraction said of the field, ``after`` what the person says, both as text (None: nothing).
    ``batch`` names the lines that one stroke of a key wrote, and ``of`` counts them: a batch that is not whole at
    the end of the log was cut off and does not count. ``supersedes`` is the line that this one takes the place of,
    or undoes; ``confirms`` the line of another person that this one seconds. ``flips`` tells that a category which
    was published becomes another one. ``seen`` is the finding as it stood, with its first evidence; ``context``
    its words with their surroundings, ``file`` its document's name, ``family`` its publication. Lines of ``undo``
    have no ``seen``.
    """

    id: str
    finding_id: str
    field: str
    verb: Verb
    before: str | None
    after: str | None
    evidence_hash: str
    actor: str
    at: str
    batch: str
    of: int
    reason: str = ""
    note: str = ""
    supersedes: str | None = None
    confirms: str | None = None
    flips: bool = False
    family: str = ""
    file: str = ""
    context: str = ""
    seen: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A decision as it stands today: ``machine`` is what extraction says of the field now."""

    decision: Decision
    outcome: Outcome
    machine: str | None
    cause: str = ""
    why: str = ""

    @property
    def field(self) -> str:
        """The field that was decided."""
        return self.decision.field

    @property
    def holds(self) -> bool:
        """Tell whether the person's value counts."""
        return self.decision.verb != "defer" and self.outcome in {"kept", "re-anchored", "stands"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What people decided of one finding. ``machine`` is the finding as extraction gives it.

    ``rulings`` are in the order of the log. ``words`` are those that people saw, where they stand there still and
    the rules read other ones. ``unread``: no rule reads the finding any more, ``machine`` is as people saw it.
    """

    machine: Finding
    rulings: tuple[Ruling, ...]
    words: Evidence | None = None
    unread: bool = False

    @property
    def said(self) -> tuple[Ruling, ...]:
        """The rulings that count; to defer says nothing, and what waits for a second person nothing yet."""
        return tuple(one for one in self.rulings if one.decision.verb != "defer" and one.outcome != "second")

    def ruling(self, field: str) -> Ruling | None:
        """Return the ruling on a field, or None."""
        return next((one for one in self.said if one.field == field), None)

    def waits(self, field: str) -> bool:
        """Tell whether a field waits for a person: undecided and unsure, or asked again."""
        if any(one.outcome == "asked again" and one.field in SUBJECT_FIELDS for one in self.said):
            return True  # nobody knows what it is about
        ruling = self.ruling(field)
        return self.machine.decision == "review" if ruling is None else not ruling.holds

    @property
    def stated(self) -> tuple[str, ...]:
        """The fields of which the finding, or a person, says something; its first one where there are none."""
        fields = VALUE_FIELDS[self.machine.type]
        ruled = {one.field for one in self.said}
        stated = (name for name in fields if name in ruled or getattr(self.machine, name) is not None)
        return tuple(stated) or fields[:1]

    @property
    def any_waits(self) -> bool:
        """Tell whether anything that the finding states waits for a person."""
        return any(map(self.waits, self.stated))

    @property
    def all_waits(self) -> bool:
        """Tell whether all that the finding states waits for a person."""
        return all(map(self.waits, self.stated))

    @property
    def deferred(self) -> bool:
        """Tell whether it was put off last of all, and nothing has changed since."""
        last = self.rulings[-1] if self.rulings else None
        return last is not None and last.decision.verb == "defer" and last.outcome == "kept"

    @property
    def rejected(self) -> bool:
        """Tell whether people say that the finding states nothing: its first field, or all of them, rejected."""
        fields = [name for name in VALUE_FIELDS[self.machine.type] if getattr(self.machine, name) is not None]
        fields += [one.field for one in self.said if one.holds and one.decision.after is not None]
        fields = [name for name in fields if name in VALUE_FIELDS[self.machine.type]]
        refused = {one.field for one in self.said if one.holds and one.decision.verb == "reject"}
        first = VALUE_FIELDS[self.machine.type][0]
        key = first if self.machine.type in {"indicator", "tally", "mitigation"} else None
        return key in refused or (bool(fields) and refused.issuperset(fields))

    @property
    def state(self) -> str:
        """One of ``REVIEW_WORDS``."""
        outcomes = {one.outcome for one in self.rulings if one.decision.verb != "defer"}
        verbs = {one.decision.verb for one in self.said}
        if "asked again" in outcomes:
            return "asked again"
        if "second" in outcomes:
            return "second person"
        if "stands" in outcomes:
            return "proposal"
        if self.rejected:
            return "rejected"
        if verbs & {"edit", "reject"}:
            return "edited"
        return "accepted" if "accept" in verbs else "deferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What a run made of one decision; ``sha256`` is the document that has the words now, None where none has."""

    decision: Decision
    outcome: Outcome
    cause: str
    why: str
    sha256: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """All that people decided, and the setting under which it counts."""

    lines: tuple[Decision, ...] = ()
    second_eyes: bool = False


NOTHING: Final = Decided()
