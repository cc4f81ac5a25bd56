"""Ballots on the edition of a text, written for tests: the text, and below it each vote in a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.extract.editions.votes import hold_vote
from pipeline.reference import Reference
from pipeline.text import tidy_mapped

_CASE = re.compile(r"(?:(?P<day>\d{4}-\d\d-\d\d): )?(?P<text>.*?)(?: \[(?P<hints>.*)\])?")
_HEADLINE = "x " * 180  # longer than a headline with its lead


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text, its day if known, what stands beside it, and the lines of its votes."""

    text: str
    day: date | None
    hints: str
    votes: list[str]

    def __str__(self) -> str:
        return f"{self.text} {self.day or ''} {self.hints}".strip()


def cases(table: str) -> list[Case]:
    """Read ballots from a table: "2024-01-17: the text [what is beside]" in a line, its votes below, set in."""
    found: list[Case] = []
    for line in table.strip().splitlines():
        if line.startswith(" "):
            found[-1].votes.append(line.strip())
        elif match := _CASE.fullmatch(line):
            day = date.fromisoformat(match["day"]) if match["day"] else None
            found.append(Case(text=match["text"], day=day, hints=match["hints"] or "", votes=[]))
    return found


def lines_of_ballot(case: Case, reference: Reference) -> Iterator[str]:
    """Write the votes on a text by edition and reason, "?" for an edition that is not on record."""
    text = tidy_mapped(case.text.replace("…", _HEADLINE)).text
    ballot = hold_vote(text, published=case.day, event=None, reference=reference, hints=case.hints)
    for key in sorted(ballot):
        for why, weight in sorted(ballot[key].items()):
            if weight:
                yield f"{key or '?'} {round(weight, 2):g} {why}"
