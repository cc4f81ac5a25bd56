"""Levels announced for a number of regions that are named later: "Lima daerah rawan tinggi. Kelimanya ..."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, Subject
from pipeline.extract.levels.closing import told_of_every
from pipeline.extract.levels.drafts import ANNOUNCED, Leveled
from pipeline.extract.marks.kinds import CategoryMark, CountMark
from pipeline.extract.reading.signs import is_of, number_meant
from pipeline.extract.scene.asides import is_aside, is_container
from pipeline.extract.tallies import Tallied, announced, dimension_of_tally
from pipeline.extract.tally_scopes import scope_named
from pipeline.model import Category, Span, TallyLevel
from pipeline.reference.calibration import KNOWN_DOUBT

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene
    from pipeline.extract.scores.waiting import Scored

PATIENCE = 3
"""Sentences without a new region after which what was told of regions is forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A level that was announced for ``n`` regions; ``named`` are those named since, ``age`` idle sentences.

    ``scope`` is the province of whose every part a level was told, None where it is that of all named.
    """

    category: Category
    n: int
    level: TallyLevel | None
    span: Span
    edition: str | None
    scope: str | None = None
    dimension: str | None = None
    age: int = 0
    named: tuple[Subject, ...] = ()


@dataclass(slots=True)
class AnnouncedLevels:
    """What was announced and is still to be told, and all that was counted. Changed line by line, in order.

    ``of_every`` is a level that was told of every region of a kind, none by name.
    """

    news: Announcement | None = None
    of_every: Announcement | None = None
    tallies: list[Tallied] = field(default_factory=list)

    def recall(self, line: Line) -> tuple[Leveled, ...]:
        """Give a counted list the level that the same count had before.

        "Lima provinsi berkategori rawan tinggi ... Lima provinsi teratas adalah Alfa, Beta ...": exactly as many
        regions must follow, and only one level may have had that count. So may "kedelapan daerah tersebut yaitu".
        """
        counts = [mark for mark in line.marks if isinstance(mark, CountMark) and not mark.universe]
        leveled = any(isinstance(mark, CategoryMark) and mark.plain for mark in line.marks)
        again = number_meant(line.lower)
        if leveled or not line.has("intro") or (len(counts) != 1 if again is None else counts):
            return ()
        n, end = (counts[0].n, counts[0].end) if again is None else (again, line.start)
        same = [one for one in self.tallies if one.count.n == n]
        levels = {one.category.category for one in same if again or one.count.level == counts[0].level}
        pairs = [pair for pair in line.regions if pair[0].start > end]
        if len(levels) != 1 or len(pairs) != n or any(one.count.level == "district" for one in same):
            return ()
        category = levels.pop()
        return tuple(
            Leveled(mark=None, category=category, subject=subject, mention=mention, dimension=None, rule=ANNOUNCED)
            for mention, subject in pairs
        )

    def recall_of_every(self, line: Line, scene: Scene, scored: Sequence[Scored]) -> tuple[Leveled, ...]:
        """Give the regions of a line that have a score, and no level of their own, that of every region."""
        news = self.of_every
        if news is None or any(isinstance(mark, CategoryMark) for mark in line.marks):
            return ()
        return tuple(
            Leveled(
                mark=None,
                category=news.category,
                subject=one.subject,
                mention=one.mention,
                dimension=None,
                rule=ANNOUNCED,
                doubtful=True,
            )
            for one in scored
            if one.mention is not None
            and not one.dimensions
            and is_of(news.level, one.subject, scene)
            and scene.places.province_of(one.subject.code) == news.scope
            and line.edition_at(one.number.start)[0][0] == news.edition
        )

    def follow(self, line: Line, scene: Scene, leveled: Sequence[Leveled]) -> tuple[Draft, ...]:
        """Give an announced level to the regions named next, once exactly as many as announced were named.

        A list that is said to be the one announced ("Delapan daerah itu, yakni ...") is taken whatever its length;
        where the length is another, a person should see it.
        """
        news = self.news
        counts = [mark.n for mark in line.marks if isinstance(mark, CountMark) and not mark.universe]
        if news is not None and any(n != news.n for n in counts):
            self.news = None  # another group is counted now
            return ()
        if news is None or any(one.dimension is None for one in leveled):
            return ()
        known = {subject.code for subject in news.named}
        fresh = tuple(
            subject
            for mention, subject in line.regions
            if subject.code not in known | {None}
            and not is_container(line, mention)
            and not is_aside(line, mention)
            and is_of(news.level, subject, scene)
            and not (news.level is None and subject.code == scene.places.province_of(scene.context.own))
        )
        whole = len(fresh) > 1 and not news.named and number_meant(line.lower) == news.n and line.has("intro")
        news = replace(news, named=news.named + fresh, age=news.age + (not fresh))
        self.news = news if news.age <= PATIENCE and len(news.named) < news.n and not whole else None
        if len(news.named) == news.n:
            return _announced_levels(news, 0.88)
        return _announced_levels(news, KNOWN_DOUBT) if whole else ()

    def take_up(self, line: Line, scene: Scene, tallied: Sequence[Tallied], leveled: Sequence[Leveled]) -> None:
        """Take up what a line counted and announced; a level told of a region ends what was announced before."""
        self.tallies.extend(tallied)
        news = announced(line, tallied)
        if news is not None:
            start, end = min(news.count.start, news.category.start), max(news.count.end, news.category.end)
            self.news = Announcement(
                category=news.category.category,
                n=news.count.n,
                level=news.count.level,
                span=line.span(start, end),
                edition=line.edition_at(news.count.start)[0][0],
                dimension=dimension_of_tally(line),
            )
        elif tallied or any(one.dimension is None for one in leveled):
            self.news = None
        self._take_up_every(line, scene, leveled)

    def _take_up_every(self, line: Line, scene: Scene, leveled: Sequence[Leveled]) -> None:
        """Take up a level told of every region; one told of others ends it, as do sentences without a region."""
        every = told_of_every(line) if not leveled else None
        if every is not None:
            mark, level = every
            self.of_every = Announcement(
                category=mark.category,
                n=0,
                level=level,
                span=line.span(mark.start, mark.end),
                edition=line.edition_at(mark.start)[0][0],
                scope=scope_named(line, scene) or scene.places.province_of(scene.context.own),
            )
        elif self.of_every is not None:
            age = self.of_every.age + (not line.regions)
            told = any(isinstance(mark, CategoryMark) and mark.plain for mark in line.marks)
            self.of_every = None if told or age > PATIENCE else replace(self.of_every, age=age)


def _announced_levels(news: Announcement, confidence: float) -> tuple[Draft, ...]:
    """Give an announced level to the regions that were named for it."""
    return tuple(
        Draft(
            type="dimension_score" if news.dimension else "category",
            dimension=news.dimension,
            subject=subject,
            edition=news.edition,
            span=Span(start=subject.start, end=subject.end),
            also=(news.span,),
            rule=ANNOUNCED,
            confidence=confidence,
            category=news.category,
        )
        for subject in news.named
    )
