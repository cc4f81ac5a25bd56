"""Reading a scene from top to bottom: each unit goes to the rules with what it inherits from the text before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.extract.doubts.lines import with_doubts
from pipeline.extract.draft import COUNTRY, Draft, Rule, Subject
from pipeline.extract.issues.cases import counted_cases
from pipeline.extract.issues.rules import (
    ITEM,
    Phrase,
    announced_drafts,
    announced_issue,
    issue_of_regions,
    phrase_drafts,
    prose_drafts,
    under_heading,
)
from pipeline.extract.issues.stations import station_drafts
from pipeline.extract.levels.rules import beside_scores, bind_levels, level_drafts
from pipeline.extract.marks.kinds import CategoryMark, DimensionMark, NumberMark
from pipeline.extract.reading.memory import Memory
from pipeline.extract.scene.line import Inherited, Line, make_line
from pipeline.extract.scene.sections import announces_issues, counts_issues
from pipeline.extract.scores.binding import bind_scores
from pipeline.extract.scores.drafts import national_drafts, rank_drafts, score_drafts
from pipeline.extract.tables.rules import fused_drafts, fused_runs, table_drafts
from pipeline.extract.tallies import bind_tallies, tally_drafts

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene, Unit

MITIGATION = Rule(id="mitigation.item", version=1)
"""An item of a list of strategies."""

_OF_SECTION = 0.4  # enough to send what is told of a section's region to review
_NAME = 50  # characters of the longest heading that is but a region's name
_HEADING = 120  # characters of the longest heading
_ABOUT_STATIONS = re.compile(
    r"tps (?:yang )?(?:paling )?rawan|rawan(?:an)? (?:di )?(?:tps|tempat pemungutan)|potensi tps"
)


def read_scene(scene: Scene, edition: str | None, scale: Decimal) -> tuple[Draft, ...]:
    """Read every unit and return all drafts, in reading order.

    ``edition`` is the document's own, ``scale`` its highest possible score.
    """
    return tuple(_Reading(scene, edition, scale).drafts())


class _Reading:
    """One pass over the units of a scene."""

    def __init__(self, scene: Scene, edition: str | None, scale: Decimal) -> None:
        self._scene = scene
        self._units = [unit for unit in scene.units if unit.role != "furniture" and unit.passage.text]
        self._memory = Memory(base=Inherited(edition=edition, scale=scale))
        # an issue that heads a list of regions is told of them, not of the document's own region
        over_regions = {unit.lead for unit in self._units if unit.lead is not None and unit.mentions}
        self._headings = {
            unit.position
            for unit in self._units
            if unit.position in over_regions and not unit.mentions and len(unit.passage.text) <= _HEADING
        }
        self._sections = _sections(self._units, scene)
        text = " ".join(unit.passage.lower for unit in self._units)
        self._about_stations = _ABOUT_STATIONS.search(text) is not None

    def drafts(self) -> Iterator[Draft]:
        """Read tables and runs of fused rows as wholes, everything else unit by unit."""
        runs = {run[0].position: run for run in fused_runs(self._units)}
        fused = {unit.position for run in runs.values() for unit in run}
        for table, group in groupby(self._units, key=_table_of):
            members = list(group)
            if table is not None:
                inherited = self._memory.inherited_from_lead(members[0])
                yield from table_drafts(members, inherited, self._scene)
                continue
            for unit in members:
                if unit.position in runs:
                    inherited = self._memory.inherited_from_lead(unit)
                    yield from fused_drafts(runs[unit.position], inherited, self._scene)
                elif unit.position not in fused:
                    yield from self._unit(unit)

    def _unit(self, unit: Unit) -> Iterator[Draft]:
        item = unit.block.kind == "list_item" or unit.lead is not None
        told_below = unit.is_lead and unit.position in self._headings and unit.role != "strategies"
        read = ([] if told_below else self._item(unit)) if item else None
        if item:
            self._memory.led = False
        else:
            self._memory.enter(unit)
        if read is None:
            for number, bounds in enumerate(unit.passage.sentences):
                inherited = self._memory.inherited(unit, bounds, first=number == 0)
                line = make_line(self._scene, unit, bounds, inherited)
                yield from self._values(line)
                if unit.position not in self._headings:
                    yield from self._issues(line)
        else:
            yield from read
        if unit.is_lead:
            self._memory.open_list(unit, self._scene)
        if unit.position in self._sections:
            self._memory.subjects = (self._sections[unit.position],)
            self._memory.section = replace(self._sections[unit.position], doubt=_OF_SECTION)

    def _item(self, unit: Unit) -> list[Draft] | None:
        """Read a list item as a whole; None leaves it to be read as running text."""
        if unit.role == "strategies":
            return [self._mitigation(unit)]
        inherited = self._memory.inherited_from_lead(unit)
        line = make_line(self._scene, unit, (0, len(unit.passage.text)), inherited)
        stations = station_drafts(line, self._scene) if self._about_stations else ()
        if stations or unit.role in {"objectives", "instrument"}:
            return list(stations)
        valued = any(
            isinstance(mark, CategoryMark) or (isinstance(mark, NumberMark) and _is_value(mark, line))
            for mark in line.marks
        )
        if not valued and (headed := self._headed(line)):
            return list(headed)
        if line.regions and (valued or inherited.category):
            return list(self._values(line)) or list(self._issues(line))
        if unit.role == "findings" and not line.regions and not valued and len(unit.passage.sentences) <= 2:
            return list(_item_issues(line, self._scene))
        return None

    def _headed(self, line: Line) -> tuple[Draft, ...]:
        """Read the regions of an item as those of the issue that heads its list, or the item itself."""
        unit, scene = line.unit, self._scene
        if unit.lead is not None and not line.inherited.category:
            under = under_heading(line, scene.units[unit.lead], scene)
            if under:
                return under
        return issue_of_regions(line, scene) if unit.role in {"findings", "neutral"} else ()

    def _values(self, line: Line) -> Iterator[Draft]:
        """Read the scores, ranks, levels and tallies of a line."""
        memory, scene = self._memory, self._scene
        if line.lower.rstrip(' "').endswith("?"):
            return iter(())  # a question states nothing
        scored = bind_scores(line, scene)
        tallied = bind_tallies(line)
        leveled = beside_scores(bind_levels(line, scene, tallied), scored) or memory.recall(line)
        before = memory.aggregate
        memory.note_aggregate(line)
        drafts = [
            *score_drafts(line, scored, aggregate=before),
            *rank_drafts(line, scored),
            *national_drafts(line),
            *level_drafts(line, leveled),
            *tally_drafts(line, tallied, scene),
            *memory.follow_announcement(line, scene, leveled),
        ]
        memory.remember(line, scene, scored, tallied, leveled)
        return _with_basis(with_doubts(line, drafts, scene), scene)

    def _issues(self, line: Line) -> tuple[Draft, ...]:
        if not re.search(r"[a-z]{2}", line.lower):
            return ()  # the bare number of an item: "1."
        described = self._memory.describes_instrument(line)
        goes_on = not described and self._memory.goes_on_with_issues(line)
        found = station_drafts(line, self._scene) if self._about_stations else ()
        if not described:
            after = self._memory.issues and line.start > 0
            found += _beside(found, prose_drafts(line, self._scene, goes_on=goes_on, after=after))
        found += self._of_announced(line)
        self._memory.issues = bool(found)
        self._memory.counting = goes_on and counts_issues(line.lower)
        own = self._scene.own().code
        named = {
            draft.subject.code: draft.subject
            for draft in found
            if not draft.subject.carried or draft.subject.code not in {own, None}
        }
        before = line.inherited.issue_subjects if found or self._idle(line) else ()
        self._memory.issue_subjects = tuple(named.values()) or before
        self._memory.numbered = line.lower.rstrip(" .")[-1:].isdigit()
        self._memory.awaits_issues = not found and not described and announces_issues(line.lower)
        return found

    def _of_announced(self, line: Line) -> tuple[Draft, ...]:
        """Read the regions of an issue announced before, or take up the one that a sentence announces."""
        memory = self._memory
        news = announced_issue(line, self._scene)
        if news is not None:
            memory.announced_issue, memory.places_named = news, 0
            return ()
        if memory.announced_issue is None:
            return ()
        found = announced_drafts(line, self._scene, memory.announced_issue, begun=memory.places_named > 0)
        memory.places_named += len(found)
        if not found and (memory.places_named or line.regions):
            memory.announced_issue = None
        return found

    def _idle(self, line: Line) -> bool:
        """Tell whether a sentence without issues leaves open of which regions the next ones are told."""
        return not line.regions and line.start > 0

    def _mitigation(self, unit: Unit) -> Draft:
        return Draft(
            type="mitigation",
            subject=self._memory.inherited_from_lead(unit).bearer or self._scene.own(),
            edition=self._memory.base.edition,
            span=unit.block.span,
            rule=MITIGATION,
            confidence=0.9,
            label=re.sub(r"\s+", " ", unit.passage.text).strip(" .;"),
        )


def _sections(units: Sequence[Unit], scene: Scene) -> dict[int, Subject]:
    """Return the regions that head the sections of a text, by the position of their heading.

    Two headings at least are but the name of a region each: one alone may be a caption or the place of a report.
    A numbered name is one where something else than the next name follows it.
    """
    found = {}
    for unit, following in zip(units, [*units[1:], None], strict=True):
        subject = _headed(unit, scene)
        item = unit.block.kind == "list_item"
        if subject is not None and not (item and (following is None or _headed(following, scene) is not None)):
            found[unit.position] = replace(subject, carried=True)
    return found if len(found) > 1 else {}


def _headed(unit: Unit, scene: Scene) -> Subject | None:
    """Return the region of a block that is but its name, None for any other block."""
    plain = unit.block.kind == "list_item" or (unit.block.kind in {"heading", "paragraph"} and unit.lead is None)
    named = scene.subjects(unit, 0, len(unit.passage.text)) if plain and len(unit.passage.text) <= _NAME else ()
    if len(named) != 1 or named[0][1].code in {None, "ID"}:
        return None
    mention, subject = named[0]
    rest = unit.passage.lower[: mention.start] + unit.passage.lower[mention.end :]
    return None if re.search(r"[a-z\d]", rest) else subject


def _beside(found: Sequence[Draft], others: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the others that stand where none of those found stands, and say something that none of them says."""
    said = {(draft.indicator, draft.issue) for draft in found}
    return tuple(
        other
        for other in others
        if (other.indicator, other.issue) not in said
        and not any(other.span.start < draft.span.end and draft.span.start < other.span.end for draft in found)
    )


def _is_value(mark: NumberMark, line: Line) -> bool:
    """Tell whether a number in a list item is a score and not the number of cases of an issue."""
    beside = any(isinstance(other, DimensionMark) and other.named for other in line.marks)
    return mark.cued or mark.decimals > 0 or beside or (mark.bracket and line.inherited.scores)


def _table_of(unit: Unit) -> int | None:
    return unit.block.table if unit.block.kind == "table_row" else None


_SHORTEST = len("PSU")
_THEME = re.compile(r"\W*[A-Za-z ]{4,40}:\s+(?=.*,)")
"""The theme before the issues of an item: "Hak pilih: pemilih ganda, pemilih tidak memenuhi syarat"."""


def _item_issues(line: Line, scene: Scene) -> Iterator[Draft]:
    """Read a list item that names an issue, or several parted by semicolons, or by commas behind their theme."""
    whole = line.unit.passage.text
    theme = _THEME.match(whole)
    for match in re.finditer(r"[^;]+", whole):
        drafts = tuple(_issues_of_piece(line, scene, match.start(), match.group(), keep_unknown=True))
        if theme and not any(draft.indicator for draft in drafts):
            pieces = re.finditer(r"[^,;]+", whole[theme.end() : match.end()])
            members = tuple(
                draft
                for piece in pieces
                for draft in _issues_of_piece(
                    line, scene, theme.end() + piece.start(), piece.group(), keep_unknown=False
                )
            )
            drafts = members or drafts
        yield from drafts


def _issues_of_piece(line: Line, scene: Scene, start: int, piece: str, *, keep_unknown: bool) -> Iterator[Draft]:
    """Judge a piece of an item, which begins at ``start`` of its passage, with its number of cases."""
    text = piece.strip(" .,")
    if len(text) < _SHORTEST:
        return
    low = start + piece.index(text)
    counted = counted_cases(text.lower())
    label, count, unit = counted or ((0, len(text)), None, None)
    phrase = Phrase(text=text[slice(*label)], span=line.span(low, low + len(text)), count=count, unit=unit)
    edition = line.edition_at(low, issue=True)[0][0]
    subject = line.inherited.bearer or line.inherited.section or scene.own()
    yield from phrase_drafts(phrase, subject, edition, scene, rule=ITEM, keep_unknown=keep_unknown)


def _national_mean(draft: Draft, scene: Scene) -> bool:
    """Tell whether a value without a region of its own is the published mean of all regions."""
    return draft.score is not None and any(
        row.region_code == "ID"
        and (row.edition, row.dimension, row.score) == (draft.edition, draft.dimension, draft.score)
        for row in scene.reference.scores
    )


def _with_basis(drafts: Sequence[Draft], scene: Scene) -> Iterator[Draft]:
    """Tell a province's own score from the mean of its parts, and both from the known means of the nation."""
    for draft in drafts:
        if draft.subject.carried and _national_mean(draft, scene):
            yield replace(draft, subject=COUNTRY)
            continue
        region = scene.places.regions.get(draft.subject.code or "")
        if draft.type == "score" and draft.score is not None and region is not None and region.level == "province":
            yield replace(draft, basis=draft.basis or "provinsi")
        else:
            yield replace(draft, basis=None) if draft.basis else draft
