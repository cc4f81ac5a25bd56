"""What waits for a number while a line is walked through: the regions and dimensions named before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.extract.draft import Rule, Subject
from pipeline.extract.marks.kinds import DimensionMark, NumberMark
from pipeline.extract.scene.asides import is_aside
from pipeline.extract.scene.line import Line

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scene.scene import Scene

_COMPARED = re.compile(
    r"(?:setelah|di bawah|dibawah|dibanding(?:kan)?|daripada|berbeda dengan|"
    r"(?:(?:lebih|unggul|kalah|terpaut|berselisih)(?: [a-z]+)?|(?:terpaut|selisih) [\d.,]+(?: poin)?) dari)\s"
    r"(?:kabupaten |kota |provinsi )?$"
)
"""Words before a region that is only compared with."""
_JOINER = re.compile(r"[\s,]*(?:dan|serta|maupun)?[\s,]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A number with whom and what it was bound to, before it becomes a draft; ``scale`` ends at the highest."""

    number: NumberMark
    subject: Subject
    mention: Mention | None
    dimensions: tuple[str, ...]
    rule: Rule
    scale: Decimal = Decimal(100)


@dataclass(slots=True)
class Waiting:
    """What waits for a number while a line is walked through from left to right: its regions and dimensions.

    ``group`` are the regions named since the last number, ``compared`` one that is only compared with, ``done``
    the numbers bound so far, ``closed`` the dimensions behind their numbers. ``fresh`` is true from a number until
    the next region: what comes then begins a new group.
    """

    line: Line
    scene: Scene
    named: Sequence[DimensionMark]
    group: list[tuple[Mention, Subject]] = field(default_factory=list)
    compared: tuple[Mention, Subject] | None = None
    dimensions: list[DimensionMark] = field(default_factory=list)
    dimension_first: bool = False
    done: list[Scored] = field(default_factory=list)
    fresh: bool = False
    closed: list[DimensionMark] = field(default_factory=list)

    def region(self, mention: Mention, subject: Subject) -> None:
        """Take up a region; one that is only compared with waits aside."""
        if is_aside(self.line, mention, _COMPARED):
            self.compared = (mention, subject)
            return
        if self.fresh:
            self.group = []
            self.fresh = False
            if not self.dimension_first:  # "... 67,30, adapun konteks infrastruktur Alfa": that one is new
                last = self.done[-1].number.end if self.done else self.line.start
                self.dimensions = [mark for mark in self.dimensions if mark.start >= last]
        self.compared = None
        self.group.append((mention, subject))

    def dimension(self, mark: DimensionMark) -> None:
        """Take up a dimension; "penyelenggaraan dan kontestasi" wait for one number together."""
        if not self.dimensions and not self.group:
            self.dimension_first = True
        joined = self.dimensions and _JOINER.fullmatch(self.line.between(self.dimensions[-1].end, mark.start))
        self.dimensions = [*self.dimensions, mark] if joined else [mark]

    def paired(self) -> int:
        """Count the numbers already bound to the present group."""
        starts = {subject.start for _, subject in self.group}
        return sum(1 for one in self.done if one.mention is not None and one.subject.start in starts)
