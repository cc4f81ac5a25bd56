"""Rules for scores: which number is a score, whose it is, and whether it is a dimension's or the region's own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.line import Line, real_dimensions
from pipeline.extract.marks import CategoryMark, CountMark, CueMark, DimensionMark, NumberMark, RankMark
from pipeline.extract.values import parse_decimal

if TYPE_CHECKING:
    from pipeline.extract.regions import Mention
    from pipeline.extract.scene import Scene

CUED = Rule(id="score.cued", version=1)
"""A number behind a score word: "Kabupaten Alfa dengan skor 41,20"."""
BRACKET = Rule(id="score.bracket", version=1)
"""A number in brackets behind a region: "Kabupaten Alfa (41,20)"."""
PAIR = Rule(id="score.pair", version=1)
"""A bare number behind a region in a list of scores: "Alfa 41,20, Beta 39,10"."""
SHARED = Rule(id="score.shared", version=1)
"""One or several numbers for several regions: "Alfa dan Beta dengan nilai 91,00 dan 86,00"."""
RANK = Rule(id="rank.stated", version=1)
"""A rank without a score: "Alfa di peringkat ke-2"."""


NATIONAL = Rule(id="score.national_mean", version=1)
"""The mean of the whole country, named as such: "rata-rata nasional 49,00"."""

_NATIONAL = re.compile(
    r"(?:rata-rata|rerata) (?:skor |nilai |indeks |ikp )*nasional(?:nya)?(?: juga| pun)?"
    r"[^\d.;]{0,30}?(?P<a>\d{1,2}[.,]\d{1,2})(?:\s?(?:menjadi|ke)\s(?P<b>\d{1,2}[.,]\d{1,2}))?(?![.,]?\d)"
)
COUNTRY = Subject(code="ID", doubt=0.0, candidates=("ID",), carried=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A number with whom and what it was bound to, before it becomes a draft."""

    number: NumberMark
    subject: Subject
    mention: Mention | None
    dimensions: tuple[str, ...]
    rule: Rule


@dataclass(slots=True)
class _Machine:
    """Walks through a line from left to right; holds the regions and dimensions that wait for a number."""

    line: Line
    scene: Scene
    group: list[tuple[Mention, Subject]] = field(default_factory=list)
    compared: tuple[Mention, Subject] | None = None
    dimensions: list[DimensionMark] = field(default_factory=list)
    dimension_first: bool = False
    done: list[Scored] = field(default_factory=list)
    fresh: bool = False

    def region(self, mention: Mention, subject: Subject) -> None:
        if self._is_compared(mention) or self._joins_compared(mention):
            self.compared = (mention, subject)
            return
        if self.fresh:
            self.group = []
            self.fresh = False
            if self.dimensions and not self.dimension_first:
                self.dimensions = []
        self.compared = None
        self.group.append((mention, subject))

    def _is_compared(self, mention: Mention) -> bool:
        before = self.line.between(max(self.line.start, mention.start - 30), mention.start)
        return (
            re.search(
                r"(?:setelah|di bawah|dibawah|dibanding(?:kan)?|daripada|berbeda dengan)\s(?:provinsi )?$", before
            )
            is not None
        )

    def _joins_compared(self, mention: Mention) -> bool:
        """Tell whether a region goes on with a list of compared ones: "setelah Alfa, Beta dan Gama"."""
        if self.compared is None or self.fresh:
            return False
        gap = self.line.between(self.compared[0].end, mention.start)
        return re.fullmatch(r"[\s,]*(?:dan|serta)?[\s,]*", gap) is not None

    def dimension(self, mark: DimensionMark) -> None:
        if not self.dimensions and not self.group:
            self.dimension_first = True
        joined = self.dimensions and re.fullmatch(
            r"[\s,]*(?:dan|serta|maupun)?[\s,]*", self.line.between(self.dimensions[-1].end, mark.start)
        )
        self.dimensions = [*self.dimensions, mark] if joined else [mark]

    def number(self, mark: NumberMark, coming: int) -> None:
        """Bind a number; ``coming`` is how many numbers follow before the next region."""
        rule = self._rule(mark)
        if rule is None:
            return
        keys = tuple(dim.key for dim in self._dimensions_for(mark))
        if self.compared is not None and self.fresh:
            self._add(mark, self.compared, keys, rule)
            self.compared = None
            return
        targets = self._targets(coming)
        if len(targets) > 1:
            for target in targets:
                self._add(mark, target, keys, SHARED)
        elif targets:
            self._add(mark, targets[0], keys, rule)
        elif self._is_anonymous(mark):
            return
        else:
            self._add(mark, (None, self._carried()), keys, rule)
        self.fresh = True

    def _targets(self, coming: int) -> list[tuple[Mention, Subject]]:
        """Return the regions that the next number belongs to."""
        if len(self.group) <= 1:
            return self.group
        if coming + 1 + self._paired() == len(self.group):
            return [self.group[self._paired()]]
        if coming == 0 and self.line.has("shared"):
            return self.group
        return self._coordinated() if self._among_pairs() else self.group[-1:]

    def _among_pairs(self) -> bool:
        """Tell whether the line is a list of regions with bracketed scores, where a run of names shares the next."""
        return sum(1 for m in self.line.marks if isinstance(m, NumberMark) and m.bracket and m.decimals) >= 2

    def _coordinated(self) -> list[tuple[Mention, Subject]]:
        """Return the last regions of the group that commas and "dan" join: "Alfa, Beta, dan Gama (40,96)"."""
        run = [self.group[-1]]
        for pair in reversed(self.group[:-1]):
            gap = self.line.between(pair[0].end, run[-1][0].start)
            if not re.fullmatch(r",?\s?(?:dan |serta )?", gap):
                break
            run.append(pair)
        joined = any("dan" in self.line.between(a[0].end, b[0].start) for a, b in zip(run[1:], run, strict=False))
        return list(reversed(run)) if joined else self.group[-1:]

    def _is_anonymous(self, mark: NumberMark) -> bool:
        """Tell whether a number belongs to regions that are only counted: "enam kabupaten lain 39,29"."""
        before = self.line.between(self.line.start, mark.start)
        counted = any(isinstance(m, CountMark) and m.end <= mark.start for m in self.line.marks)
        return counted or re.search(r"(?<![a-z])(?:lain|lainnya|sisanya|disusul)(?![a-z])", before) is not None

    def _paired(self) -> int:
        """Count the numbers already bound to the present group."""
        spans = {subject.start for _, subject in self.group}
        return sum(1 for scored in self.done if scored.subject.start in spans and scored.mention is not None)

    def _carried(self) -> Subject:
        before = self.line.inherited.subjects
        if len(before) == 1:
            return replace(before[0], carried=True, doubt=max(before[0].doubt, 0.1))
        return self.scene.own()

    def _dimensions_for(self, mark: NumberMark) -> list[DimensionMark]:
        if not self.dimensions:
            return []
        total = [
            cue
            for cue in self.line.marks
            if isinstance(cue, CueMark)
            and cue.kind == "total"
            and self.dimensions[-1].end <= cue.start < mark.start
        ]
        whole = [
            cue
            for cue in total
            if re.match(r"total|secara|skor akhir|skor total|poin kes", self.line.between(cue.start, cue.end))
        ]
        return [] if whole else self.dimensions

    def _rule(self, mark: NumberMark) -> Rule | None:
        if mark.percent and not self.line.regions:
            return None  # a share of something; scores in percent stand beside their region
        if mark.value > self.line.inherited.scale or self.line.has("hypothetical", before=mark.start):
            return None
        if self._behind_count(mark):
            return None
        near = self._gap_to_region(mark)
        if mark.cued:
            return CUED
        zero = mark.value == 0 and any(one.dimensions for one in self.done)
        if self.dimensions and (mark.decimals or zero) and self._near_dimension(mark):
            return CUED
        if near is None:
            return None
        expected = (
            self.line.inherited.scores or re.search(r"skor|indeks|ikp|nilai|poin", self.line.lower) is not None
        )
        if mark.bracket and mark.decimals and (expected or not mark.percent):
            return BRACKET
        if mark.bracket and expected and self.line.inherited.listed:
            return BRACKET
        if mark.decimals == 2 and not mark.percent and re.fullmatch(r"\)?[\s:,]{1,3}", near):
            return PAIR
        if (
            expected
            and (mark.decimals or self.line.inherited.listed)
            and re.fullmatch(
                r"[\s:=,\-()\"]*(?:dengan|yang|yakni|yaitu|adalah|memiliki|atau|memperoleh|meraih|mendapat|mencatat|mengantongi|mencapai|tercatat|sebesar|indeksnya|angkanya|\d{1,3}\)|\(\d{1,3}\))?[\s:=,\-(\"]*",
                near,
            )
        ):
            return PAIR
        return None

    def _behind_count(self, mark: NumberMark) -> bool:
        """Tell whether the number is a share in brackets behind a count: "85 kabupaten/kota (16,54%)"."""
        for other in self.line.marks:
            if isinstance(other, CountMark) and other.end <= mark.start:
                gap = self.line.between(other.end, mark.start)
                if re.fullmatch(r"\s*(?:/\s?kota)?\s*[(,]?\s*(?:atau|setara|sekitar)?\s*", gap):
                    return True
        return False

    def _gap_to_region(self, mark: NumberMark) -> str | None:
        before = [mention for mention, _ in self.line.regions if mention.end <= mark.start]
        if not before:
            return None
        gap = self.line.between(before[-1].end, mark.start)
        return gap if len(gap) <= 30 else None

    def _near_dimension(self, mark: NumberMark) -> bool:
        gap = self.line.between(self.dimensions[-1].end, mark.start)
        return len(gap) <= 45 and not re.search(r"\d", gap)

    def _add(
        self, mark: NumberMark, target: tuple[Mention | None, Subject], keys: tuple[str, ...], rule: Rule
    ) -> None:
        self.done.append(Scored(number=mark, mention=target[0], subject=target[1], dimensions=keys, rule=rule))


def bind_scores(line: Line, scene: Scene) -> tuple[Scored, ...]:
    """Bind every score of a line to its region and dimension."""
    machine = _Machine(line, scene)
    dimensions = set(real_dimensions(line))
    events: list[tuple[int, object]] = [(mention.start, (mention, subject)) for mention, subject in line.regions]
    events += [
        (mark.start, mark)
        for mark in line.marks
        if isinstance(mark, NumberMark) or (isinstance(mark, DimensionMark) and mark in dimensions)
    ]
    events.sort(key=lambda event: event[0])
    for index, (_, event) in enumerate(events):
        if isinstance(event, NumberMark):
            machine.number(event, _coming(events[index + 1 :]))
        elif isinstance(event, DimensionMark):
            machine.dimension(event)
        elif isinstance(event, tuple):
            machine.region(*event)
    return tuple(_with_trailing_dimension(line, machine.done, dimensions))


def _coming(events: list[tuple[int, object]]) -> int:
    count = 0
    for _, event in events:
        if isinstance(event, tuple):
            break
        count += isinstance(event, NumberMark)
    return count


def _with_trailing_dimension(line: Line, scored: list[Scored], dimensions: set[DimensionMark]) -> list[Scored]:
    """Give scores without a dimension the one named behind them: "Alfa (74,91) ... pada dimensi kontestasi"."""
    result = []
    for one in scored:
        trailing = [
            mark
            for mark in sorted(dimensions, key=lambda mark: mark.start)
            if mark.named
            and mark.start >= one.number.end
            and re.search(r"(?:pada|di|untuk|dalam|dari)\s$", line.between(line.start, mark.start))
        ]
        cut = any(other.dimensions for other in scored)
        if not one.dimensions and trailing and not cut:
            result.append(replace(one, dimensions=(trailing[0].key,)))
        else:
            result.append(one)
    return result


def score_drafts(line: Line, scored: tuple[Scored, ...]) -> tuple[Draft, ...]:
    """Turn bound scores into drafts, with the category and rank that stand beside them."""
    drafts: list[Draft] = []
    for one in scored:
        editions, previous = line.edition_at(one.number.start)
        start = (
            one.mention.start
            if one.mention is not None and one.mention.start < one.number.start
            else one.number.start
        )
        if one.mention is None or one.mention.start > one.number.start:
            start = _clause_start(line, one.number.start)
        base = Draft(
            type="score",
            subject=one.subject,
            edition=editions[0],
            previous=previous,
            span=line.span(start, one.number.end),
            rule=one.rule,
            confidence=_confidence(one),
            score=one.number.value,
            basis=None,
        )
        if one.dimensions:
            level = _level_of_dimension(line, one)
            drafts.extend(
                replace(base, type="dimension_score", dimension=key, category=level) for key in one.dimensions
            )
        elif line.inherited.dimension and not line.has("total"):
            drafts.append(replace(base, type="dimension_score", dimension=line.inherited.dimension))
        else:
            drafts.append(replace(base, rank=_rank_beside(line, one)))
    return tuple(drafts)


def national_drafts(line: Line) -> tuple[Draft, ...]:
    """Read the national mean where the text names it; "menjadi" gives the earlier value first."""
    drafts = []
    for match in _NATIONAL.finditer(line.lower):
        start = line.start + match.start()
        values = [group for group in ("a", "b") if match[group]]
        for group in values:
            end = line.start + match.end(group)
            editions, previous = line.edition_at(line.start + match.start(group))
            earlier = len(values) == 2 and group == "a"
            value = parse_decimal(match[group])
            if value <= line.inherited.scale:
                drafts.append(
                    Draft(
                        type="score", subject=COUNTRY, edition=None if earlier else editions[0],
                        previous=previous or earlier, span=line.span(start, end), rule=NATIONAL,
                        confidence=0.6 if earlier else 0.88, score=value,
                    )
                )  # fmt: skip
    return tuple(drafts)


def rank_drafts(line: Line, scored: tuple[Scored, ...]) -> tuple[Draft, ...]:
    """Read ranks that no score goes with: "dimensi partisipasi ... di peringkat pertama"."""
    taken = {one.number.start for one in scored}
    drafts = []
    for mark in line.marks:
        if not isinstance(mark, RankMark) or any(
            abs(start - mark.end) < 40 or 0 <= mark.start - start < 60 for start in taken
        ):
            continue
        before = [(m, s) for m, s in line.regions if m.end <= mark.start]
        named = [d for d in real_dimensions(line) if d.named and d.end <= mark.start]
        if not before or line.has("negation", before=mark.start) or line.has("hypothetical", before=mark.start):
            continue
        mention, subject = before[-1]
        editions, previous = line.edition_at(mark.start)
        drafts.append(
            Draft(
                type="dimension_score" if named else "score", subject=subject, edition=editions[0], previous=previous,
                span=line.span(min(mention.start, named[-1].start) if named else mention.start, mark.end), rule=RANK,
                confidence=round(0.8 * (1 - 0.5 * subject.doubt), 3), rank=mark.rank,
                dimension=named[-1].key if named else None,
            )
        )  # fmt: skip
    return tuple(drafts)


def _clause_start(line: Line, position: int) -> int:
    """Return where the clause around ``position`` begins: behind the last comma outside a number, or the line's start."""
    clause = line.between(line.start, position)
    marks = [
        match.end()
        for match in re.finditer(r"[;:]\s|,\s(?!\d)", clause)
        if position - line.start - match.end() >= 15
    ]
    begin = marks[-1] if marks else 0
    return line.start + begin


def _confidence(one: Scored) -> float:
    base = {CUED: 0.97, BRACKET: 0.95, PAIR: 0.9, SHARED: 0.93}[one.rule]
    if one.mention is None:
        base -= 0.12
    if one.number.percent:
        base -= 0.05
    return round(base * (1 - 0.5 * one.subject.doubt), 3)


def _level_of_dimension(line: Line, one: Scored) -> str | None:
    dims = [mark for mark in line.marks if isinstance(mark, DimensionMark) and mark.end <= one.number.start]
    if not dims:
        return None
    for mark in line.marks:
        if isinstance(mark, CategoryMark) and dims[-1].end <= mark.start < one.number.start:
            return mark.category
    return None


def _rank_beside(line: Line, one: Scored) -> int | None:
    """Return the rank between the region and its number, or directly behind the number."""
    if one.mention is None:
        return None
    low, high = sorted((one.mention.end, one.number.start))
    for mark in line.marks:
        if isinstance(mark, RankMark) and low <= mark.start and mark.end <= high + 1:
            return mark.rank
    for mark in line.marks:
        if isinstance(mark, RankMark) and one.number.end <= mark.start <= one.number.end + 25:
            return mark.rank
    return None
