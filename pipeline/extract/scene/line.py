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
    """What a sentence takes over from the text before it.

    ``subjects`` are the regions spoken of last; ``category`` and ``dimension`` hold for a whole list or go on
    from an announcement; ``scores`` is true where the list or text is about scores, so that a bare number beside
    a region is one; ``valued`` are the regions of which the sentence before gave scores; ``index`` where the
    sentence before names the index, ``about`` where that or the one before it did; ``of_issue`` where the
    sentence before names an issue; ``foreign`` where it goes on with what another body says; ``edition`` is the
    default, ``scale`` its highest score; ``quoted`` are earlier editions that the sentence before named and this
    one points back to ("ketika itu"); ``compared`` is the other edition of the text, where it has named one
    only; ``tally_scope`` is the region whose parts were counted last, where the text named it; ``bearer`` is the
    region that the lead of a list names, of which items without a region are told; ``section`` is the one whose
    name heads the section; ``issue_subjects`` are the regions that the sentence before named for its issues;
    ``framed`` is true where the sentence before stated levels of dimensions only, so that a level of another
    region may go on with them, ``measured`` where it gave scores of dimensions only, or came to one at its end;
    ``under_dimension`` where the last heading names one; ``value_edition`` is that of an election or year that
    heads the section; ``shares`` is the heading by which its figures are percentages; ``stale`` is true where a
    sentence without a region stands between that of the ``subjects`` and this one; ``turned`` is the other edition
    that the paragraph has turned to; ``meant`` are the regions without a level that this one speaks of again,
    ``rest`` those of which it may tell as the rest; ``counted`` is the last count of regions in the sentence
    before, ``in_part`` is true where those are counted in a part of a province.
    """

    edition: str | None
    quoted: tuple[str | None, ...] = ()
    compared: str | None = None
    subjects: tuple[Subject, ...] = ()
    stale: bool = False
    category: Category | None = None
    category_span: Span | None = None
    dimension: str | None = None
    scores: bool = False
    valued: frozenset[str | None] = frozenset()
    index: bool = False
    about: bool = False
    of_issue: bool = False
    foreign: bool = False
    leveled: bool = False
    likewise: bool = False
    meant: tuple[Subject, ...] = ()
    rest: tuple[Subject, ...] = ()
    listed: bool = False
    tally_scope: str | None = None
    counted: CountMark | None = None
    in_part: bool = False
    bearer: Subject | None = None
    section: Subject | None = None
    issue_subjects: tuple[Subject, ...] = ()
    framed: bool = False
    measured: bool = False
    under_dimension: bool = False
    value_edition: str | None = None
    turned: Turn | None = None
    shares: Span | None = None
    scale: Decimal = Decimal(100)


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
