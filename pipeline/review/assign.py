"""Which finding of a document a decision is about today: by its identity, else by its words.

A finding is known again by its id. Two statements of one document may share an id, where it contradicts itself:
then what was seen tells them apart. Where the region or the indicator is read otherwise now the id is another
one, and the words that were decided lead to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from pipeline.decision import SUBJECT_FIELDS, Decision
from pipeline.model import Finding
from pipeline.text import fold

ABOUT: Final = (*SUBJECT_FIELDS, "indicator")
_ALIKE: Final[Mapping[str, str]] = {"category": "score"}
"""A level that stood alone may be joined to a score by a better rule: the two types state one thing."""

Taken = dict[int, dict[str, Decision]]
"""By place of a finding: what is decided about it, by field."""


def about(finding: Finding) -> tuple[object, ...]:
    """Return what a finding is about, other than the publication.

    The words of an issue count where it has no number in the catalog, those of a measure always.
    """
    label = fold(finding.label or "") if finding.type == "mitigation" or finding.indicator is None else ""
    return (*(getattr(finding, name) for name in ABOUT if name != "label"), label)


def assigned(
    findings: Sequence[Finding],
    lines: Sequence[Decision],
    families: Collection[str],
    waiting: Collection[str] = (),
) -> tuple[Taken, tuple[Decision, ...]]:
    """Give each line the finding it is about, by place; return the lines of which none is left, too.

    ``families`` are the publications that the document is a version of. Ids hold the publication, so of a line on
    another one, as of a file that was renamed since, what the finding is about stands for its id. ``waiting`` are
    the ids of lines that stand beside what they would supersede.

    A finding takes one line a field. The surest ways of knowing it come first, for all lines: the same identity,
    statement and words; identity and statement; identity and words; the words alone; the identity alone.
    """
    known = _Known(findings, lines, families, waiting)
    taken: Taken = defaultdict(dict)
    left = list(reversed(lines))  # the newest first
    for way in (known.whole, known.by_statement, known.by_words, known.elsewhere, known.by_identity):
        left = [line for line in left if not known.placed(way, line, taken)]
    return dict(taken), tuple(reversed(left))


_Way = Callable[[Decision, Taken], Sequence[int]]


class _Known:
    """The findings of a document by id and by words, as far as they are asked for."""

    def __init__(
        self,
        findings: Sequence[Finding],
        lines: Sequence[Decision],
        families: Collection[str],
        waiting: Collection[str],
    ) -> None:
        self.waiting = waiting
        self.moved = any(line.family not in families for line in lines)
        self.of_subject: dict[tuple[object, ...], list[int]] = defaultdict(list)
        ids, words = {line.finding_id for line in lines}, {line.evidence_hash for line in lines}
        self.findings = findings
        self.of_id: dict[str, list[int]] = defaultdict(list)
        self.of_words: dict[str, list[int]] = defaultdict(list)
        for place, finding in enumerate(findings):
            if finding.id in ids:
                self.of_id[finding.id].append(place)
            if finding.evidence_hash in words:
                self.of_words[finding.evidence_hash].append(place)
            if self.moved:
                self.of_subject[_identity(finding)].append(place)

    def placed(self, way: _Way, line: Decision, taken: Taken) -> bool:
        """Give a line the findings that are found in some way; tell whether there are any."""
        places = way(line, taken)
        for place in places:
            taken[place][self._slot(line)] = line
        return bool(places)

    def _slot(self, line: Decision) -> str:
        if line.verb == "defer":
            return "defer"
        return f"{line.field} waiting" if line.id in self.waiting else line.field

    def whole(self, line: Decision, taken: Taken) -> list[int]:
        return [place for place in self.by_statement(line, taken) if self._has_words(place, line)]

    def by_statement(self, line: Decision, taken: Taken) -> list[int]:
        if line.seen is None:
            return []
        said = statement(line.seen)
        return [place for place in self._free(line, taken) if statement(self.findings[place]) == said]

    def by_words(self, line: Decision, taken: Taken) -> list[int]:
        return [place for place in self._free(line, taken) if self._has_words(place, line)][:1]

    def elsewhere(self, line: Decision, taken: Taken) -> list[int]:
        """Find the one finding in the words that were decided, under another identity and decided by nobody."""
        seen = line.seen
        if seen is None:
            return []
        found = [
            place
            for place in self.of_words.get(line.evidence_hash, ())
            if _kind(self.findings[place]) == _kind(seen)
            and self.findings[place].raw == seen.raw
            and all(one.finding_id == line.finding_id for one in taken.get(place, {}).values())
            and self._slot(line) not in taken.get(place, {})
        ]
        if len(found) > 1:
            found = [place for place in found if statement(self.findings[place]) == statement(seen)]
        return found if len(found) == 1 else []

    def by_identity(self, line: Decision, taken: Taken) -> list[int]:
        found = self._free(line, taken)
        return found if len(found) == 1 else []

    def _free(self, line: Decision, taken: Taken) -> list[int]:
        places = self.of_id.get(line.finding_id, ())
        if not places and line.seen is not None and self.moved:
            places = self.of_subject.get(_identity(line.seen), ())
        return [place for place in places if self._slot(line) not in taken.get(place, {})]

    def _has_words(self, place: int, line: Decision) -> bool:
        return self.findings[place].evidence_hash == line.evidence_hash


def _identity(finding: Finding) -> tuple[object, ...]:
    """Return what the id of a finding is made of, but for its publication."""
    return (finding.type, finding.category if finding.type == "tally" else None, *about(finding))


def _kind(finding: Finding) -> str:
    return _ALIKE.get(finding.type, finding.type)


def statement(finding: Finding) -> tuple[object, ...]:
    """Return what a finding says about what, comparable."""
    return (
        finding.score,
        finding.category,
        finding.rank,
        finding.n,
        finding.count,
        finding.status,
        *about(finding),
    )
