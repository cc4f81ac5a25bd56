"""Which number is a score, whose it is, and whether it is a dimension's or the region's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.catalog.indicators import find_indicators
from pipeline.extract.draft import Subject
from pipeline.extract.marks.kinds import DimensionMark, NumberMark
from pipeline.extract.scene.asides import NEIGHBOUR, holds_one_meant, is_aside, is_container
from pipeline.extract.scene.dimensions import real_dimensions
from pipeline.extract.scene.line import Line
from pipeline.extract.scores.bearers import bearers
from pipeline.extract.scores.dimensions import (
    dimension_before,
    dimension_behind,
    goes_back_to_whole,
    is_across_comma,
    is_past_bracket,
    is_told_loosely,
    labelled,
    measured_by,
    with_trailing_dimension,
)
from pipeline.extract.scores.leading import figures_ahead
from pipeline.extract.scores.order import is_held_by, opens_clause, region_ahead
from pipeline.extract.scores.parts import may_be_of_part
from pipeline.extract.scores.plain import is_told_plainly
from pipeline.extract.scores.rules import SHARED, rule_ahead, rule_of
from pipeline.extract.scores.scale import scale_at
from pipeline.extract.scores.signs import ODD_DOUBT, spoken_of
from pipeline.extract.scores.waiting import Scored, Waiting

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scene.scene import Scene


def bind_scores(line: Line, scene: Scene) -> tuple[Scored, ...]:
    """Bind every score of a line to its region and dimension."""
    dimensions = tuple(sorted((*real_dimensions(line), *labelled(line, scene)), key=_position))
    waiting = Waiting(line, scene, dimensions)
    events: list[NumberMark | DimensionMark | tuple[Mention, Subject]] = [
        *(
            pair
            for pair in line.regions
            if not _only_holds(line, scene, pair) and not is_aside(line, pair[0], NEIGHBOUR)
        ),
        *dimensions,
        *(mark for mark in line.marks if isinstance(mark, NumberMark)),
    ]
    events.sort(key=_position)
    coming = _coming(events)
    ahead = figures_ahead(line, events)
    taken = {mention.start for pairs in ahead.values() for mention, _ in pairs}
    for index, event in enumerate(events):
        if isinstance(event, NumberMark) and event.start in ahead:
            _bind_ahead(waiting, event, ahead[event.start])
        elif isinstance(event, NumberMark):
            following = events[index + 1] if index + 1 < len(events) else None
            if isinstance(following, tuple):
                last = index + 2 >= len(events) or not isinstance(events[index + 2], NumberMark)
                pair = _behind(waiting, event, following, last=last)
                if pair is not None:
                    waiting.region(*pair)
            _bind(waiting, event, coming[index])
        elif isinstance(event, DimensionMark):
            waiting.dimension(event)
        elif event[0].start not in taken:
            waiting.region(*event)
    bound = with_trailing_dimension(line, waiting.done, dimensions)
    return tuple(
        _doubted(one) if may_be_of_part(line, one, scene) or not is_told_plainly(line, one) else one
        for one in bound
    )


def _doubted(one: Scored) -> Scored:
    return replace(one, subject=one.subject.in_doubt(ODD_DOUBT))


def _only_holds(line: Line, scene: Scene, pair: tuple[Mention, Subject]) -> bool:
    """Tell whether a region only says where others are: "3 dari 10 kota di Alfa", "tertinggi di Indonesia"."""
    of_one_meant = holds_one_meant(line, pair[0])
    if not (of_one_meant or is_container(line, pair[0])):
        return False
    inside = [s.code for _, s in line.regions if s.code and s.code != pair[1].code]
    opens = _PART_IN.fullmatch(line.between(line.start, pair[0].start)) is not None
    if opens or of_one_meant or _SOLE_IN.search(line.between(line.start, pair[0].start)):
        inside += [spoken_of(line, scene).code or ""]  # "Kabupaten di Alfa ini meraih 41,20"
    meant = {pair[1].code} if pair[1].code else set(pair[1].candidates)  # "Kabupaten Batanghari di Jambi (...)"
    return pair[1].code == "ID" or any(scene.places.province_of(code) in meant for code in inside)


_SOLE_IN = re.compile(r"satu-satunya yang [^,;.]*$")
_PART_IN = re.compile(r"\W*(?:satu-satunya )?(?:kabupaten|kota|daerah|wilayah) (?:yang (?:berada|terletak) )?di ")


def _position(event: NumberMark | DimensionMark | tuple[Mention, Subject]) -> int:
    return event[0].start if isinstance(event, tuple) else event.start


def _coming(events: Sequence[NumberMark | DimensionMark | tuple[Mention, Subject]]) -> list[int]:
    """Count, for each event, the numbers between it and the next region."""
    counts, count = [], 0
    for event in reversed(events):
        counts.append(count)
        count = 0 if isinstance(event, tuple) else count + isinstance(event, NumberMark)
    return counts[::-1]


def _behind(
    waiting: Waiting, mark: NumberMark, pair: tuple[Mention, Subject], *, last: bool
) -> tuple[Mention, Subject] | None:
    """Return the region behind a number that it is told of; ``last``: no number follows that region.

    Where regions before have their numbers, only words that hand it on count: "... dan 39,10 untuk Alfa".
    """
    if not waiting.group:
        return region_ahead(waiting.line, mark, pair)
    held = is_held_by(waiting.line, mark, pair[0])
    if held and opens_clause(waiting.line, mark):
        waiting.group = []  # "Alfa peringkat kelima dan skor 41,20 diraih Beta"
        return pair
    return pair if held and last and waiting.paired() >= len(waiting.group) else None


def _bind_ahead(waiting: Waiting, mark: NumberMark, pairs: Sequence[tuple[Mention, Subject]]) -> None:
    """Bind a figure of a list to the regions behind it."""
    rule = rule_ahead(waiting, mark)
    waiting.group = list(pairs)
    waiting.fresh = True
    if rule is None:
        return
    keys = measured_by(waiting, mark)
    waiting.done.extend(
        Scored(
            number=mark,
            mention=mention,
            subject=subject,
            dimensions=keys,
            rule=SHARED if len(pairs) > 1 else rule,
            scale=scale_at(waiting.line, mark.start, waiting.scene),
        )
        for mention, subject in pairs
    )


def _bind(waiting: Waiting, mark: NumberMark, coming: int) -> None:
    """Bind a number; ``coming`` is how many numbers follow before the next region."""
    rule = rule_of(waiting, mark)
    if rule is None:
        return
    targets = bearers(waiting, mark, coming)
    if any(mention is None for mention, _ in targets) and _is_of_issue(waiting, mark, waiting.line.start):
        return
    ends = [mention.end for mention, _ in targets if mention is not None]
    loose = is_told_loosely(waiting, mark)
    if loose or (ends and _is_of_issue(waiting, mark, max(ends))):  # it may be the issue's in that region
        targets = [(mention, one.in_doubt(ODD_DOUBT)) for mention, one in targets]
    keys = measured_by(waiting, mark)
    behind = dimension_behind(waiting, mark)
    apart = is_past_bracket(waiting, mark) or is_across_comma(waiting)
    open_ = behind is None and (apart or bool(waiting.closed))  # "Alfa 55,10 (kontestasi), Beta 61,20"
    if behind is not None:
        waiting.closed.append(behind)
    told = None if keys or waiting.done else dimension_before(waiting.line, mark, waiting.scene)
    keys = (told,) if told else keys
    if told or (open_ and not goes_back_to_whole(waiting, mark)):
        targets = [(mention, one.in_doubt(ODD_DOUBT)) for mention, one in targets]
    waiting.done.extend(
        Scored(
            number=mark,
            mention=mention,
            subject=subject,
            dimensions=keys,
            rule=SHARED if len(targets) > 1 else rule,
            scale=scale_at(waiting.line, mark.start, waiting.scene),
        )
        for mention, subject in targets
    )
    waiting.fresh = waiting.fresh or bool(targets)


def _is_of_issue(waiting: Waiting, mark: NumberMark, since: int) -> bool:
    """Tell whether the words from ``since`` to a number name an issue: "politik uang dengan skor 2,78"."""
    if any(dimension.named for dimension in waiting.dimensions):
        return False
    clause = waiting.line.unit.passage.text[since : mark.start]
    return any(True for _ in find_indicators(clause, waiting.scene.reference))
