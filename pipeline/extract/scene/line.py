"""A line: one sentence or list item with its marks, its regions and what it inherits from the text before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.extract.editions.names import earliest
from pipeline.extract.editions.sentence import edition_at, edition_marks
from pipeline.extract.marks.kinds import CountMark, CueKind, CueMark, DimensionMark, Mark, overlaps
from pipeline.extract.marks.words import find_marks
from pipeline.model import Category, Span

if TYPE_CHECKING:
    from pipeline.extract.draft import Subject
    from pipeline.extract.editions.mark import EditionMark
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scene.scene import Scene, Unit

Turn = tuple[tuple[str | None, ...], bool]
"""Editions spoken of, and whether they are earlier ones quoted to compare."""
_REACH = 400  # characters in which words that lead up to a place stand
_OF_VALUES_ONLY = frozenset({"election", "year", "previous", "change"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Inherited:
    """What a sentence takes over from the text before it."""

    edition: str | None
    """The edition meant where a sentence names none."""
    quoted: tuple[str | None, ...] = ()
    """Earlier editions that the sentence before named and this one points back to: "ketika itu"."""
    compared: str | None = None
    """The other edition of the text, where it has named one only."""
    subjects: tuple[Subject, ...] = ()
    """The regions spoken of last."""
    stale: bool = False
    """A sentence without a region stands between that of the ``subjects`` and this one."""
    category: Category | None = None
    """The level that holds for a whole list, or goes on from an announcement."""
    category_span: Span | None = None
    """The words that told that level."""
    dimension: str | None = None
    """The dimension that holds for a whole list, or goes on from an announcement."""
    scores: bool = False
    """The list or text is about scores, so that a bare number beside a region is one."""
    valued: frozenset[str | None] = frozenset()
    """The regions of which the sentence before gave scores."""
    index: bool = False
    """The sentence before names the index."""
    about: bool = False
    """The sentence before, or the one before that, is about the index."""
    of_issue: bool = False
    """The sentence before names an issue."""
    foreign: bool = False
    """The sentence goes on with what another body says."""
    leveled: bool = False
    """The sentence before told levels."""
    likewise: bool = False
    """The sentence goes on with regions of the level told before: "begitu pula Alfa"."""
    meant: tuple[Subject, ...] = ()
    """Regions without a level that this sentence speaks of again."""
    rest: tuple[Subject, ...] = ()
    """Regions of which the sentence may tell as the rest."""
    listed: bool = False
    """The line is an item of a list, or a row of a table."""
    tally_scope: str | None = None
    """The region whose parts were counted last, where the text named it."""
    counted: CountMark | None = None
    """The last count of regions in the sentence before."""
    in_part: bool = False
    """The regions of that count are counted in a part of a province."""
    bearer: Subject | None = None
    """The region that the lead of a list names, of which items without a region are told."""
    section: Subject | None = None
    """The region whose name heads the section."""
    issue_subjects: tuple[Subject, ...] = ()
    """The regions that the sentence before named for its issues."""
    framed: bool = False
    """The sentence before told levels of dimensions only: one of another region may go on with them."""
    measured: bool = False
    """The sentence before gave scores of dimensions only, or came to a dimension at its end."""
    under_dimension: bool = False
    """The last heading names a dimension."""
    value_edition: str | None = None
    """The edition of an election or year that heads the section, for its values."""
    turned: Turn | None = None
    """The other edition that the paragraph has turned to."""
    shares: Span | None = None
    """The heading by which the figures are percentages."""
    scale: Decimal = Decimal(100)
    """The highest possible score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence or list item, characters ``start`` to ``end`` of its unit's passage, with all its marks."""

    unit: Unit
    start: int
    end: int
    marks: tuple[Mark, ...]
    regions: tuple[tuple[Mention, Subject], ...]
    editions: tuple[EditionMark, ...]
    inherited: Inherited

    @property
    def lower(self) -> str:
        """The line's folded text."""
        return self.unit.passage.lower[self.start : self.end]

    def between(self, start: int, end: int) -> str:
        """Return the folded text between two positions of the passage, empty where they cross."""
        return self.unit.passage.lower[start:end] if start < end else ""

    def led_by(self, words: re.Pattern[str], position: int) -> re.Match[str] | None:
        """Find words that end at a position; a line may hold hundreds of places that are asked for theirs."""
        end = position - self.start
        return words.search(self.lower, max(0, end - _REACH), end)

    def has(self, kind: CueKind, *, before: int | None = None) -> bool:
        """Tell whether a cue of ``kind`` stands in the line (before a position)."""
        return any(
            isinstance(mark, CueMark) and mark.kind == kind and (before is None or mark.end <= before)
            for mark in self.marks
        )

    def edition_at(self, position: int, *, issue: bool = False) -> Turn:
        """Return the editions in force at a position, and whether they are earlier ones quoted to compare.

        For an ``issue`` only names of editions count: an election's year beside it is when it happened, and "waktu
        itu" behind one as well.
        """
        marks = [mark for mark in self.editions if not issue or mark.kind not in _OF_VALUES_ONLY]
        if not issue and not any(mark.start <= position for mark in marks):
            if self.inherited.quoted:
                return self.inherited.quoted, True
            if self.inherited.turned:
                return self.inherited.turned
        values = None if issue else self.inherited.value_edition
        return edition_at(marks, position, values or self.inherited.edition)

    def span(self, start: int, end: int) -> Span:
        """Return a stretch of the passage as a span of the document."""
        return self.unit.span(start, end)


GAP = 40  # characters in which the words before a name are looked for


def _is_of_instrument(mark: Mark, scene: Scene) -> bool:
    """Tell whether a bare word that is a dimension of some edition is one of this document's edition."""
    if not isinstance(mark, DimensionMark) or mark.named or scene.guess.id is None:
        return True
    editions = scene.reference.dimensions[mark.key].editions
    return not editions or any(scene.guess.id.startswith(edition) for edition in editions)


def make_line(scene: Scene, unit: Unit, bounds: tuple[int, int], inherited: Inherited) -> Line:
    """Find the marks and regions of characters ``bounds`` of ``unit``."""
    start, end = bounds
    names = [(mention.start, mention.end) for mention in unit.mentions_in(start, end)]
    found = [
        mark
        for mark in find_marks(unit.passage.lower, start, end, scene.reference, scene.guess.id)
        if not isinstance(mark, CountMark) or not overlaps(mark.start, mark.end, names)  # "Lima Puluh Kota"
    ]
    return Line(
        unit=unit,
        start=start,
        end=end,
        marks=tuple(mark for mark in found if _is_of_instrument(mark, scene)),
        regions=scene.subjects(unit, start, end),
        editions=tuple(
            _with_compared(mark, inherited.compared, scene)
            for mark in edition_marks(unit.passage.text, scene.guess, scene.reference, start, end)
        ),
        inherited=inherited,
    )


def _with_compared(mark: EditionMark, compared: str | None, scene: Scene) -> EditionMark:
    """Let "naik dari 35,07 menjadi 55,32" give its old value to the one earlier edition that the text named."""
    unnamed = mark.kind == "change" and mark.previous and mark.ids == (None,)
    editions, own = scene.reference.editions, scene.guess.id
    later = compared is not None and own is not None and earliest(editions[compared]) > earliest(editions[own])
    return replace(mark, ids=(compared,)) if unnamed and not later else mark
