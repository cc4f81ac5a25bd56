"""What is carried from sentence to sentence: regions, levels, dimensions, announcements, the kind of score."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline.extract.doubts.percents import SHARES
from pipeline.extract.draft import Subject
from pipeline.extract.editions.recall import names_edition, other_edition, points_back
from pipeline.extract.levels.drafts import BEHIND, Leveled
from pipeline.extract.levels.runs import LIKEWISE as LIKEWISE_OPENS
from pipeline.extract.marks.kinds import CategoryMark, CountMark, RankMark
from pipeline.extract.reading.announcements import PATIENCE, AnnouncedLevels
from pipeline.extract.reading.headings import EditionHeading, edition_of_heading, is_title
from pipeline.extract.reading.issues import IssueMemory
from pipeline.extract.reading.levels import AwaitingLevels, OpenLevel, gives_examples, is_of_class, open_level
from pipeline.extract.reading.signs import (
    begins_with_pair,
    dimensions_spoken_of,
    ends_in_dimension,
    figures_follow,
    is_short,
    leading_dimension,
    number_meant,
    speaks_of_likes,
    titled_dimension,
)
from pipeline.extract.reading.turns import EditionTurns
from pipeline.extract.scene.asides import is_aside, is_passed_over
from pipeline.extract.scene.dimensions import DIMENSION_RUN, real_dimensions
from pipeline.extract.scene.line import Inherited, Line, make_line
from pipeline.extract.scene.sections import names_own_index
from pipeline.extract.scene.speakers import office_spoken_of
from pipeline.extract.scene.statements import Foreign, foreign_in, holds, is_foreign_still
from pipeline.extract.scores.basis import AGGREGATE, OWN_INPUT
from pipeline.extract.tallies import Tallied, dimension_of_tally
from pipeline.extract.tally_scopes import is_in_part, scope_named

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene, Unit
    from pipeline.extract.scores.waiting import Scored
    from pipeline.model import Span

_GOES_ON = re.compile(
    r"^\W*(?:di ?antaranya|antara lain|yakni|yaitu|kemudian|lalu|berikutnya|selanjutnya|disusul|di bawahnya|"
    r"menyusul|adapun|serta|selain itu ada|juga|ada juga|kelimanya|ketiganya|keduanya|keempatnya|rinciannya|"
    r"termasuk)"
)
_ORDINAL = re.compile(
    r"\W*(?:ke\s?-?\s?\d+|pertama|kesatu|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)|terakhir|"
    r"lalu|kemudian|selanjutnya|berikutnya)(?![a-z])"
)
_THAT_DIMENSION = re.compile(
    r"(?:(?:sub ?-?)?dimensi|aspek|tahapan|tahap|konteks|kategori|bidang|variabel) (?:ini|itu|tersebut)(?![a-z])"
)
_INDEX = re.compile(r"(?<![a-z])ikp(?![a-z])|indeks kerawanan")
_ISSUE = re.compile(r"(?<![a-z])(?:isu|indikator)(?:nya)?(?![a-z])")
_ABOUT = re.compile(r"rawan|(?<![a-z])skor")
_FRESH = 2  # sentences in which the index is still spoken of, though they do not name it
_SCORES_COME = re.compile(r"skor|nilai|indeks|ikp|score|poin|peringkat|tertinggi")
_NATIONAL_UNIVERSE = 100  # no province has as many regencies and cities
_HEADING = 80  # characters of a paragraph without an end mark that is but a heading
_END_OF_LIST = 6  # characters behind the last number of a line that ends in a list
_OUT_OF = re.compile(r"(?:peringkat|urutan|urut|posisi|nomor) (?:ke[ -]*)?\w+ dari (?P<n>\d{1,3})(?![.,]?\d)")
_RANKS_ON = re.compile(r"^\W*(?:nomor urut|peringkat|urutan|posisi) (?:pertama|kesatu|teratas|satu|1)(?![a-z\d])")
_RANKED_IN_LEVEL = re.compile(
    r"(?:dalam|pada|di|untuk) (?:kategori|kelompok|tingkat) (?:kerawanan |rawan )*(?:tinggi|sedang|rendah)"
)
_ITS_LEVEL = re.compile(
    r"^\W*(?:kategorinya|statusnya|artinya|(?:angka|skor|nilai) (?:itu|ini|tersebut))(?![a-z])"
)
_THOSE = re.compile(
    r"^\W*(?:daerah|wilayah|kabupaten|kota|provinsi)(?:-\w+|/kota)? (?:itu|tersebut) (?:ialah|adalah|yakni|yaitu)"
)
_ITS_FIGURE = re.compile(  # the figure of what the sentence before named: "Skornya 41,20"
    r"^\W*(?:dengan )?(?:skor|nilai|angka|indeks|poin|persentase|presentase)(?:nya|"
    r" (?:daerah|wilayah|kabupaten|kota|provinsi) (?:itu|ini|tersebut)| yang (?:diperoleh|didapat(?:kan)?|diraih))"
    r"(?!.{0,20}(?:ikp|total|keseluruhan|kumulatif|akhir))"
)
_CONTRASTS = re.compile(r"^\W*(?:sedangkan|sementara(?: itu)?|adapun|namun|lalu|kemudian)(?![a-z])")
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\s]*$")


@dataclass(slots=True)
class Memory:
    """The state of reading: what later sentences and lists may refer to. Changed line by line, in order."""

    base: Inherited  # what holds without anything said before
    subjects: tuple[Subject, ...] = ()  # the regions spoken of last
    stale: bool = False  # no region was named in the line before
    listed_subjects: tuple[Subject, ...] = ()  # the regions of the items of a list so far
    awaiting: AwaitingLevels = field(default_factory=AwaitingLevels)  # regions without a level so far
    level: OpenLevel | None = None  # the one that goes on to the next line
    spoken_level: OpenLevel | None = None  # the last one told, which later words may mean
    leading_dimension: str | None = None  # of the line before, for one that goes on with it
    titled_dimension: str | None = None  # of a line that says no more, for the rows below it
    spoken_dimension: str | None = None  # the last one named alone, for "dimensi itu"
    scored: frozenset[str | None] = frozenset()  # regions of which the line before gave scores
    figures_follow: bool = False  # the line before announces scores
    index: bool = False  # the line before names the index
    about: int = 99  # lines since the last one about the index
    foreign: Foreign | None = None  # what of another body is told: its words or its index
    of_issue: bool = False  # the line before names an issue
    last_counts: tuple[CountMark, ...] = ()  # numbers of regions in the line before
    counts_meant: tuple[CountMark, ...] = ()  # the last such numbers that words may mean
    in_part: bool = False  # they are counted in a part of a province
    leveled: bool = False  # the line before told levels
    ranked_in_level: bool = False  # it told ranks within a level
    of_class: bool = False  # it told a level of a class of regions
    aggregate: bool = False  # scores of provinces are means of their parts
    quoted: tuple[str | None, ...] = ()  # editions that the line before named last
    others: frozenset[str] = frozenset()  # all other editions named so far
    ended_in_pairs: bool = False  # the line before ends in regions with scores
    unfinished: bool = False  # it has no end mark, and told no value at its end
    framed: bool = False  # it told levels of dimensions only
    measured: bool = False  # it gave scores of dimensions only, or ended in one
    under_dimension: bool = False  # the last heading names one dimension
    headed: EditionHeading | None = None  # the heading that is but the name of another edition
    shares: Span | None = None  # the heading that promises percentages
    bearer: Subject | None = None  # the region of a lead, whose items are told of it
    led: bool = False  # a lead has just named it
    section: Subject | None = None  # the region whose name heads the section
    tally_scope: str | None = None  # the region whose parts were counted last
    scope_beside: str | None = None  # that which the line before names beside a count
    announced: AnnouncedLevels = field(default_factory=AnnouncedLevels)  # levels announced for regions to come
    issues: IssueMemory = field(default_factory=IssueMemory)  # what the issues of later lines take over
    turns: EditionTurns = field(default_factory=EditionTurns)  # the edition that a paragraph has turned to
    counted: dict[int, OpenLevel | None] = field(default_factory=dict)  # the level of each number of regions
    leads: dict[int, Inherited] = field(default_factory=dict)  # what the items of each lead take over

    def enter(self, unit: Unit) -> None:
        """Begin a paragraph: the region of a lead holds for the next one, for short ones and for "Ke-3, ..."."""
        goes_on = is_short(unit) or self.led or _ORDINAL.match(unit.passage.lower) is not None
        self.bearer = self.bearer if goes_on else None
        self.led = False

    def inherited(self, unit: Unit, bounds: tuple[int, int], scene: Scene, *, first: bool) -> Inherited:
        """Return what a sentence of running text takes over; ``first``: it begins its paragraph."""
        lower = unit.passage.lower[bounds[0] : bounds[1]]
        goes_on = (self.ended_in_pairs and first and begins_with_pair(unit)) or _GOES_ON.match(lower) is not None
        text = unit.passage.text[bounds[0] : bounds[1]]
        if not first and not goes_on:
            self.level = None
        ranks_on = self.ranked_in_level and _RANKS_ON.match(lower) is not None
        likewise = ranks_on or (self.leveled and LIKEWISE_OPENS.match(lower) is not None)
        named = next((mention.start - bounds[0] for mention in unit.mentions_in(*bounds)), None)
        spoken = self.spoken_level if not first and self.of_class else None
        examples = spoken is not None and gives_examples(lower, named, spoken.category)
        level = self.spoken_level if likewise or examples else self.level if goes_on else None
        open_still = goes_on or (first and self.unfinished)
        return replace(
            self._base_of(text, scene),
            quoted=self.quoted if points_back(text) else (),
            turned=self.turns.over(text, scene, first=first),
            compared=next(iter(self.others)) if len(self.others) == 1 else None,
            subjects=self.listed_subjects or self.subjects,
            stale=self.stale,
            scores=bool(self.scored) or self.figures_follow,
            valued=self.scored,
            index=self.index,
            leveled=self.leveled,
            likewise=likewise,
            meant=self.awaiting.meant(lower),
            rest=self.awaiting.rest,
            about=self.about < _FRESH,
            of_issue=self.of_issue,
            foreign=is_foreign_still(self.foreign, lower, goes_on=goes_on, first=first),
            bearer=self.bearer,
            section=self.section,
            issue_subjects=self.issues.subjects,
            counted=self.counts_meant[-1] if self.counts_meant else None,
            in_part=self.in_part and not first,
            tally_scope=self.tally_scope if first else self.scope_beside or self.tally_scope,
            framed=(self.framed and not first) or self.under_dimension,
            measured=self.measured and not first,
            under_dimension=self.under_dimension,
            category=level.category if level else None,
            category_span=level.span if level else None,
            dimension=(level and level.dimension) or self._dimension_meant(unit, bounds, goes_on=open_still),
        )

    def _dimension_meant(self, unit: Unit, bounds: tuple[int, int], *, goes_on: bool) -> str | None:
        """Return the dimension that a sentence goes on with: spoken of again, by its regions or by contrast."""
        lower = unit.passage.lower[bounds[0] : bounds[1]]
        if _THAT_DIMENSION.search(lower):
            return self.spoken_dimension
        out_of = _OUT_OF.search(lower)
        counted = self.counted.get(number_meant(lower) or (int(out_of["n"]) if out_of else 0))
        if counted is not None and counted.dimension:
            return counted.dimension
        goes_on = (
            goes_on
            or _THOSE.match(lower) is not None
            or number_meant(lower) in {mark.n for mark in self.last_counts}
        )
        goes_on = goes_on or (not self.scored and _ITS_FIGURE.match(lower) is not None)
        contrasts = _CONTRASTS.match(lower) is not None and speaks_of_likes(unit, bounds, self.subjects)
        again = bool(self.awaiting.meant(lower)) or _ITS_LEVEL.match(lower) is not None
        return self.leading_dimension if goes_on or contrasts or again else self.titled_dimension

    def _base_of(self, text: str, scene: Scene) -> Inherited:
        """Return what holds for a sentence whatever stands before it, with the edition of its heading."""
        base = replace(self.base, shares=self.shares)
        if self.headed is None or names_edition(text, self.base.edition, scene.reference):
            return base
        return self.headed.over(base)

    def note_heading(self, unit: Unit, scene: Scene) -> None:
        """Take up the edition whose name is a whole heading, or that it promises percentages, for its section."""
        if is_title(unit) and not re.search(r"\d[.,]\d", unit.passage.text):
            self.shares = unit.block.span if SHARES.search(unit.passage.text) else None
        titled = edition_of_heading(unit, self.base.edition, scene)
        if titled is not None or unit.block.kind == "heading":
            self.headed = titled if titled and titled.edition != self.base.edition else None

    def inherited_from_lead(self, unit: Unit, scene: Scene) -> Inherited:
        """Return what a list item or table takes over from its lead."""
        lead = self.leads.get(unit.lead, self.base) if unit.lead is not None else self.base
        if self.headed is not None and lead.edition == self.base.edition:
            told = scene.units[unit.lead].passage.text if unit.lead is not None else ""
            own = names_edition(told, self.base.edition, scene.reference)
            lead = lead if own else self.headed.over(lead)
        return replace(
            lead,
            subjects=self.subjects,
            section=self.section,
            listed=True,
            about=self.about < _FRESH,
            shares=lead.shares or self.shares,
        )

    def remember(
        self,
        line: Line,
        scene: Scene,
        scored: Sequence[Scored],
        tallied: Sequence[Tallied],
        leveled: Sequence[Leveled],
    ) -> None:
        """Take up what a line has said."""
        self.scored = frozenset(one.subject.code for one in scored)
        self.figures_follow = not scored and figures_follow(line.lower)
        self.index = _INDEX.search(line.lower) is not None
        self.about = 0 if self.index or _ABOUT.search(line.lower) or scored else self.about + 1
        self.of_issue = _ISSUE.search(line.lower) is not None and not scored
        self.foreign = self.foreign if line.inherited.foreign else foreign_in(line.lower)
        pairs = [one for one in scored if one.mention is not None]
        self.ended_in_pairs = len(pairs) >= 2 and line.end - pairs[-1].number.end <= _END_OF_LIST
        unended = line.end == len(line.unit.passage.text) and _ENDED.search(line.lower) is None
        told = (scored or leveled) and not line.lower.rstrip().endswith(",")
        self.unfinished = unended and not told  # "Dimensi kontestasi: 30,10" says it all
        if unended and line.start == 0 and len(line.lower) <= _HEADING and not line.regions:
            self.under_dimension = len({mark.key for mark in real_dimensions(line) if mark.named}) == 1
        self.framed = bool(leveled) and all(one.dimension is not None for one in leveled)
        goes_on = line.inherited.measured and not names_own_index(line.lower)
        self.measured = all(one.dimensions or goes_on for one in scored) if scored else ends_in_dimension(line)
        self.leading_dimension = leading_dimension(line, scored, leveled)
        row = self.titled_dimension if is_short(line.unit) and line.regions and not real_dimensions(line) else None
        self.titled_dimension = titled_dimension(line) or row
        named = dimensions_spoken_of(line)
        if named:  # "dimensi itu" behind a list means none of them
            listed = len(named) > 1 and DIMENSION_RUN.fullmatch(line.between(named[-2].end, named[-1].start))
            self.spoken_dimension = None if listed else named[-1].key
        self.announced.take_up(line, scene, tallied, leveled)
        counts = [mark for mark in line.marks if isinstance(mark, CountMark)]
        self.last_counts = tuple(counts)
        self.counts_meant = self.last_counts or (self.counts_meant if tallied or line.has("pronoun") else ())
        self.in_part = any(is_in_part(line, count, scene) for count in counts) or (self.in_part and not counts)
        if any(mark.n >= _NATIONAL_UNIVERSE and mark.level != "district" for mark in counts):
            self.tally_scope = "ID"
        self.scope_beside = scope_named(line, scene) if counts else None
        self.awaiting.take_up(line, scored, leveled)
        quoted = self._quoted(line, scene)
        self.others |= {key for key in quoted if key is not None}
        self.quoted = quoted or line.inherited.quoted
        self.turns.take_up(line, scene)
        sentence = line.lower.endswith(".") and (line.start > 0 or line.end < len(line.unit.passage.text))
        if line.marks or sentence or len(line.lower.split()) > 4:  # a caption of a few words changes nothing
            self.note_regions(line, scene, leveled)
            self.of_class = False
            self._remember_level(line, leveled)
            self.leveled = bool(leveled)
            ranked = any(isinstance(mark, RankMark) for mark in line.marks)
            self.ranked_in_level = ranked and _RANKED_IN_LEVEL.search(line.lower) is not None
        self._remember_counts(line, counts, tallied)

    def _quoted(self, line: Line, scene: Scene) -> tuple[str | None, ...]:
        """Return the other edition that a line names last, for a sentence that points back to it."""
        other = other_edition(line.unit.passage.text[line.start : line.end], self.base.edition, scene.reference)
        return (other,) if other is not None else ()

    def note_aggregate(self, line: Line) -> None:
        """Take up whether scores of provinces are now means of their regencies and cities."""
        begins = AGGREGATE.search(line.lower) is not None
        self.aggregate = begins or (self.aggregate and not OWN_INPUT.search(line.lower))

    def note_regions(self, line: Line, scene: Scene, leveled: Sequence[Leveled] = ()) -> None:
        """Take up the regions that a line speaks of, a question too: its answer goes on with them."""
        bound = {one.subject.code for one in leveled}
        named = tuple(
            subject
            for mention, subject in line.regions
            if subject.code is not None and (subject.code in bound or not is_passed_over(line, mention))
        )
        self.listed_subjects = self.listed_subjects + named if line.inherited.listed else ()
        self.stale = not named
        if named:
            self.subjects = named
        elif speaker := scene.speaker(line.unit, line.start, line.end):
            self.subjects = (speaker,)

    def _remember_counts(self, line: Line, counts: Sequence[CountMark], tallied: Sequence[Tallied]) -> None:
        if any(isinstance(mark, CategoryMark) and mark.plain for mark in line.marks):
            self.counted = {n: level for n, level in self.counted.items() if level}  # it may be that of the rest
        for count in counts:
            level = next((one.category for one in tallied if one.count == count), None)
            opened = open_level(line, level, dimension_of_tally(line)) if level else None
            self.counted[count.n] = opened or self.counted.get(count.n)

    def _remember_level(self, line: Line, leveled: Sequence[Leveled]) -> None:
        told = {one.mark for one in leveled}
        named = [mark for mark in line.marks if isinstance(mark, CategoryMark) and (mark.plain or mark in told)]
        marks = [mark for mark in named if holds(line, mark)]
        if named and not marks:
            self.level = None
        elif marks:
            dimension = leveled[-1].dimension if leveled and not self.scored else None
            dimension = dimension if leveled else dimension_of_tally(line)
            span = line.span(marks[-1].start, marks[-1].end)
            self.spoken_level = OpenLevel(category=marks[-1].category, span=span, dimension=dimension)
            # said of one region in its own clause, a level does not go on to the next sentence
            bound = any(one.mark == marks[-1] and one.rule == BEHIND for one in leveled)
            self.level = None if bound else self.spoken_level
            self.of_class = is_of_class(line, marks, leveled)
        elif self.level is not None:
            counts = any(isinstance(mark, CountMark) for mark in line.marks)
            over = counts or (bool(line.regions) and not line.inherited.category)
            aged = replace(self.level, age=self.level.age + (not line.regions))
            self.level = None if over or aged.age > PATIENCE else aged

    def _level_meant(self, line: Line) -> OpenLevel | None:
        """Return the level of regions that a lead speaks of again: that of their number, of no other."""
        n, level = number_meant(line.lower), self.spoken_level
        if n in self.counted:
            return self.counted[n]
        others = {other.category for other in self.counted.values() if other and n is not None}
        return level if level and line.has("pronoun") and level.category not in others else None

    def open_list(self, unit: Unit, scene: Scene) -> None:
        """Take up what the items of a list inherit from its lead ``unit``: level, dimension, edition, scores."""
        bounds = unit.passage.sentences[-1] if unit.passage.sentences else (0, len(unit.passage.text))
        above = self.leads.get(unit.lead, self.base) if unit.lead is not None else self.base
        line = make_line(scene, unit, bounds, self.base)
        marks = [mark for mark in line.marks if isinstance(mark, CategoryMark)]
        level = self._level_meant(line)
        if len({mark.category for mark in marks}) == 1:
            level = OpenLevel(category=marks[-1].category, span=line.span(marks[-1].start, marks[-1].end))
        dimensions = [mark.key for mark in real_dimensions(line) if mark.named]
        told = {s.code: s for m, s in line.regions if s.code not in {None, "ID"} and not is_aside(line, m)}
        bearer = replace(next(iter(told.values())), carried=True) if len(told) == 1 else None
        bearer = bearer or office_spoken_of(line, scene, line.end)
        self.bearer = bearer if unit.passage.text.endswith(":") else None
        self.led = self.bearer is not None
        self.leads[unit.position] = replace(
            self.base,
            edition=line.edition_at(marks[-1].start if marks else line.end)[0][0],
            category=level.category if level else None,
            category_span=level.span if level else None,
            dimension=dimensions[-1] if len(dimensions) == 1 else above.dimension if not dimensions else None,
            scores=_SCORES_COME.search(line.lower) is not None or above.scores,
            bearer=bearer,
            shares=unit.block.span if SHARES.search(unit.passage.text[bounds[0] : bounds[1]]) else None,
            listed=True,
        )
