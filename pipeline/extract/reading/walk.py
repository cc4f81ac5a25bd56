"""Reading a scene from top to bottom: each unit goes to the rules with what it inherits from the text before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.extract.doubts.lines import with_doubts
from pipeline.extract.draft import Draft, Rule
from pipeline.extract.editions.names import profiles
from pipeline.extract.issues.answers import is_question
from pipeline.extract.issues.headings import issue_of_regions, under_heading
from pipeline.extract.issues.items import item_issues
from pipeline.extract.issues.stations import station_drafts
from pipeline.extract.levels.binding import beside_scores, bind_levels
from pipeline.extract.levels.drafts import level_drafts
from pipeline.extract.marks.kinds import CategoryMark, DimensionMark, NumberMark
from pipeline.extract.reading.chapters import Chapters
from pipeline.extract.reading.headings import section_regions
from pipeline.extract.reading.memory import Memory
from pipeline.extract.scene.asides import is_passed_over
from pipeline.extract.scene.line import Inherited, Line, make_line
from pipeline.extract.scene.sections import names_own_index
from pipeline.extract.scores.basis import with_basis
from pipeline.extract.scores.binding import bind_scores
from pipeline.extract.scores.drafts import score_drafts
from pipeline.extract.scores.lone_ranks import rank_drafts
from pipeline.extract.scores.means import national_drafts
from pipeline.extract.tables.rules import fused_drafts, fused_runs, table_drafts
from pipeline.extract.tallies import bind_tallies, tally_drafts

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene, Unit

MITIGATION = Rule(id="mitigation.item", version=3)
"""An item of a list of strategies against vulnerability.

> Strategi pencegahan Bawaslu Kabupaten Blora:
>
> 1. Membuka posko pengaduan bagi pemilih
> 2. Patroli pengawasan pada masa tenang
"""

_QUESTIONS = 3  # paragraphs that end in a question, from which a text is an interview
_NO_MEASURE = re.compile(r"(?:[\W\d]|(?<![a-z])(?:dan|serta|di|bawaslu|kpu|kabupaten|kota|provinsi)(?![a-z]))*")
"""An item of a list of strategies that names but places."""
_OF_SECTION = 0.4  # enough to send what is told of a section's region to review
_HEADING = 120  # characters of the longest heading
_ABOUT_STATIONS = re.compile(
    r"(?:tps\)?|tempat pemungutan suara) (?:yang )?"
    r"(?:(?:dinilai|dianggap|tergolong|masuk|kategori) )*(?:paling )?rawan|"
    r"rawan(?:an)? (?:di )?(?:tps|tempat pemungutan)|potensi (?:tps|tempat pemungutan)"
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
        self._sections = section_regions(self._units, scene)
        self._chapters = Chapters()
        text = " ".join(unit.passage.lower for unit in self._units)
        self._about_stations = _ABOUT_STATIONS.search(text) is not None or _is_of_stations(edition, scene)
        # an answer is on the region that its question names, else on the document's own
        asked = [unit for unit in self._units if is_question(unit.passage.lower)]
        self._interview = len(asked) >= _QUESTIONS

    def drafts(self) -> Iterator[Draft]:
        """Read tables and runs of fused rows as wholes, everything else unit by unit."""
        runs = {run[0].position: run for run in fused_runs(self._units)}
        fused = {unit.position for run in runs.values() for unit in run}
        for table, group in groupby(self._units, key=_table_of):
            members = list(group)
            if table is not None:
                inherited = self._memory.inherited_from_lead(members[0], self._scene)
                read = self._chapters.of_table(members, table_drafts(members, inherited, self._scene), inherited)
                yield from self._judged(read, members[0])
                continue
            for unit in members:
                if unit.position in runs:
                    inherited = self._memory.inherited_from_lead(unit, self._scene)
                    rows = runs[unit.position]
                    yield from self._chapters.of_table(rows, fused_drafts(rows, inherited, self._scene), inherited)
                elif unit.position not in fused:
                    yield from self._judged(self._unit(unit), unit)
        yield from self._memory.issues.left()

    def _judged(self, drafts: Iterable[Draft], unit: Unit) -> Iterator[Draft]:
        """Send to review what only the heading of its section gives another edition."""
        for draft in drafts:
            headed = self._memory.headed
            yield headed.judged(draft, unit) if headed else draft

    def _unit(self, unit: Unit) -> Iterator[Draft]:
        self._memory.note_heading(unit, self._scene)
        section = unit.position in self._sections and unit.lead is None
        self._chapters.enter(unit, self._scene, self._memory.base, section=section)
        item = unit.block.kind == "list_item" or unit.lead is not None
        told_below = unit.is_lead and unit.position in self._headings and unit.role != "strategies"
        read = ([] if told_below else self._item(unit)) if item else None
        if item:
            self._memory.led = False
        else:
            self._memory.enter(unit)
        if unit.position in self._headings:
            yield from self._memory.issues.left()
        if read is None:
            for number, bounds in enumerate(unit.passage.sentences):
                inherited = self._memory.inherited(unit, bounds, self._scene, first=number == 0)
                line = make_line(self._scene, unit, bounds, inherited)
                yield from self._values(line)
                if unit.position not in self._headings:
                    yield from self._memory.issues.read(line, self._scene, about_stations=self._about_stations)
        else:
            yield from read
        if unit.is_lead:
            self._memory.open_list(unit, self._scene)
        if unit.position in self._sections:
            self._memory.subjects, self._memory.listed_subjects = (self._sections[unit.position],), ()
            self._memory.section = replace(self._sections[unit.position], doubt=_OF_SECTION)

    def _item(self, unit: Unit) -> list[Draft] | None:
        """Read a list item as a whole; None leaves it to be read as running text."""
        if unit.role == "strategies":
            return [] if _is_but_regions(unit) else [self._mitigation(unit)]
        inherited = self._memory.inherited_from_lead(unit, self._scene)
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
            return list(self._values(line)) or list(
                self._memory.issues.read(line, self._scene, about_stations=self._about_stations)
            )
        if unit.role == "findings" and not line.regions and not valued and len(unit.passage.sentences) <= 2:
            named = list(item_issues(line, self._scene))
            if named and not any(draft.indicator or draft.issue for draft in named):
                told = self._memory.issues.read(line, self._scene, about_stations=self._about_stations)
                named = list(told) or named
            return [draft for draft in named if draft.indicator or not unit.is_lead]  # "2. Logistik" over "a. ..."
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
        if is_question(line.lower):  # a question states nothing
            if self._interview:
                memory.turns.ask(line, scene)
                memory.listed_subjects = ()
                memory.about = 0 if names_own_index(line.lower) else memory.about
                memory.subjects = tuple(s for m, s in line.regions if s.code and not is_passed_over(line, m))
            elif line.regions:
                memory.note_regions(line, scene)
            return iter(())
        scored = bind_scores(line, scene)
        tallied = bind_tallies(line)
        leveled = beside_scores(bind_levels(line, scene, tallied), scored)
        leveled = leveled or memory.announced.recall(line) or memory.announced.recall_of_every(line, scene, scored)
        before = memory.aggregate
        memory.note_aggregate(line)
        drafts = [
            *score_drafts(line, scored, aggregate=before),
            *rank_drafts(line, scored, scene),
            *national_drafts(line, scene),
            *level_drafts(line, leveled),
            *tally_drafts(line, tallied, scene),
            *memory.announced.follow(line, scene, leveled),
        ]
        memory.remember(line, scene, scored, tallied, leveled)
        return with_basis(self._chapters.judged(line, with_doubts(line, drafts, scene)), scene)

    def _mitigation(self, unit: Unit) -> Draft:
        return Draft(
            type="mitigation",
            subject=self._memory.inherited_from_lead(unit, self._scene).bearer or self._scene.own(),
            edition=self._memory.base.edition,
            span=unit.block.span,
            rule=MITIGATION,
            confidence=0.9,
            label=re.sub(r"\s+", " ", unit.passage.text).strip(" .;"),
        )


def _is_of_stations(edition: str | None, scene: Scene) -> bool:
    """Tell whether an edition is a mapping of polling stations."""
    kind = profiles(scene.reference).get(edition or "")
    return kind is not None and kind.family == "tps"


def _is_but_regions(unit: Unit) -> bool:
    """Tell whether an item holds nothing but names of regions: a place of a strategy, and none itself."""
    rest, end = "", 0
    for mention in unit.mentions:
        rest += unit.passage.lower[end : mention.start] + " "
        end = mention.end
    return bool(unit.mentions) and _NO_MEASURE.fullmatch(rest + unit.passage.lower[end:]) is not None


def _is_value(mark: NumberMark, line: Line) -> bool:
    """Tell whether a number in a list item is a score and not the number of cases of an issue."""
    dimensions = [other for other in line.marks if isinstance(other, DimensionMark)]
    beside = any(other.named or (mark.value == 0 and line.inherited.scores) for other in dimensions)
    end_of_scale = mark.value in {0, 100} and (line.inherited.scores or "=" in line.lower)  # "1. Alfa 100"
    return mark.cued or mark.decimals > 0 or beside or end_of_scale or (mark.bracket and line.inherited.scores)


def _table_of(unit: Unit) -> int | None:
    return unit.block.table if unit.block.kind == "table_row" else None
