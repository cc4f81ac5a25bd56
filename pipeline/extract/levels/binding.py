"""Which region a stated level belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.levels.alone import is_alone, levels_alone
from pipeline.extract.levels.carried import carried_levels, inherited_levels, level_of_that_one, levels_of_kind
from pipeline.extract.levels.closing import closes, levels_of_rest
from pipeline.extract.levels.dimensions import (
    BACK_TO_WHOLE,
    dimensions_of,
    is_of_each,
    limits,
    may_limit,
    opening_dimension,
)
from pipeline.extract.levels.drafts import AGAIN, AHEAD, BEHIND, CARRIED, LIKENED, LIKEWISE, Leveled, bound_to
from pipeline.extract.levels.led import leads
from pipeline.extract.levels.nearest import is_nobodys, nearest_levels
from pipeline.extract.levels.own import is_of_own, own_levels
from pipeline.extract.levels.owners import (
    is_level_of_issue,
    is_of_issue,
    is_of_others,
    is_of_parts,
    may_be_of_topic,
)
from pipeline.extract.levels.parts import may_be_of_what_follows
from pipeline.extract.levels.regions import (
    beside_region,
    has_own,
    is_behind_score,
    is_told_else,
    regions_ahead,
    regions_before,
    regions_behind,
    regions_besides,
    until_break,
    with_joined,
)
from pipeline.extract.levels.runs import (
    bare_levels,
    belies,
    dimension_runs,
    dimensions_likewise,
    goes_on_with_more,
    is_before_dimension,
    is_change,
    is_correction,
    is_likened,
    likewise,
)
from pipeline.extract.marks.kinds import CategoryMark, DimensionMark
from pipeline.extract.scene.asides import is_aside, is_container
from pipeline.extract.scene.dimensions import real_dimensions
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.rows import LIST_JOINER, Pairs, first_in_a_row, last_in_a_row
from pipeline.extract.scene.statements import holds, is_taken_back, is_uncertain

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene
    from pipeline.extract.scores.waiting import Scored
    from pipeline.extract.tallies import Tallied

_CATEGORY_MEANT = re.compile(
    r"rawan|kategori|(?<![a-z])dimensi(?![a-z])|(?<![a-z])ikp(?![a-z])|yang (?:tinggi|"
    r"sedang|rendah)"
)
_GIVEN_TO = re.compile(
    r"\s(?:untuk|kepada|bagi|pada|milik|oleh)(?: (?:skor|ikp|kerawanan|indeks|wilayah|daerah))* (?:di )?$"
)
_KEYWORDS = re.compile(r"\W*(?:kata kunci|keywords?|tags?|tagar|topik|label) ?:")
_NAMELY = re.compile(r",?\s(?:yaitu|yakni|ialah|adalah)\s(?:di )?(?:kabupaten |kota |provinsi )?")
_LIKE = re.compile(r"\s(?:seperti(?: halnya)?|layaknya|sebagaimana)(?: di)?(?: (?:kabupaten|kota|provinsi))?\s")
_OF_AN_ISSUE = re.compile(
    r"(?<![a-z])(?:di|pada|untuk|dalam|terkait|soal) isu (?:ini|itu|tersebut)(?![a-z])"  # of an issue named before
)


def bind_levels(line: Line, scene: Scene, tallied: tuple[Tallied, ...]) -> tuple[Leveled, ...]:
    """Bind the levels that a line states, and the one it inherits, to its regions."""
    if _OF_AN_ISSUE.search(line.lower) or _KEYWORDS.match(line.lower) or is_taken_back(line):
        return ()
    stated = [mark for mark in line.marks if isinstance(mark, CategoryMark)]
    marks = tuple(mark for mark in stated if holds(line, mark))
    graded = dimension_runs(line, scene, marks)
    of_row = tuple(
        one.category for one in tallied if _counts_row_before(line, one) or _counts_row_behind(line, one)
    )
    plain, bare = _meant(line, marks, graded, of_row)
    bound = [one for mark in stated if mark not in marks and mark.plain for one in _likened(line, mark)]
    if not plain:
        return tuple(bound) or inherited_levels(line)
    counted = {one.category.start for one in tallied}
    for mark in plain:
        if mark in graded:
            bound.extend(_of_dimensions(line, scene, mark, graded))
            continue
        last = next((other for other in reversed(stated) if other.end <= mark.start), None)
        before = last.end if last else line.start
        led = (one.mention.end for one in bound if one.mention and one.rule in {AHEAD, LIKEWISE})
        taken = max(led, default=line.start)
        high = min((other.start for other in stated if other.start >= mark.end), default=line.end)
        stretch = (max(before, taken), high)
        found = _bind(line, scene, mark, stretch, counted=mark.start in counted)
        found = [one for one in found if not _is_of_other_kind(one, tallied)]
        doubtful = mark in bare or may_limit(line, mark) or is_of_each(line, mark, before) or is_uncertain(line)
        apart = all(one.dimension is None for one in found) and may_be_of_what_follows(line, mark)
        doubtful = doubtful or apart or belies(line, last, mark, [one.mention for one in found])
        bound.extend(
            replace(one, doubtful=True) if doubtful or may_be_of_topic(line, one) else one for one in found
        )
        if found and found[-1].rule in {BEHIND, CARRIED}:
            bound.extend(bound_to(mark, likewise(line, mark), (found[-1].dimension,), LIKEWISE))
            bound.extend(
                replace(one, dimension=key, rule=LIKEWISE)
                for key in dimensions_likewise(line, mark)
                for one in found
                if one.dimension
            )
    idle = [mark for mark in plain if not any(one.mark == mark for one in bound)]
    told = {one.subject.code for one in bound}
    near = [one for one in nearest_levels(line, scene, idle, counted) if one.subject.code not in told]
    return _with_last_of_run(line, [*bound, *near])


def _is_of_other_kind(one: Leveled, tallied: tuple[Tallied, ...]) -> bool:
    """Tell whether a level leads to a region of a kind not counted: "9 provinsi rawan tinggi, Blora teratas"."""
    levels = {tally.count.level for tally in tallied if tally.category == one.mark} - {None}
    of_province = "." not in (one.subject.code or ".")
    return one.rule == AHEAD and bool(levels) and of_province != ("province" in levels)


def _meant(
    line: Line,
    marks: Sequence[CategoryMark],
    graded: Mapping[CategoryMark, tuple[DimensionMark, ...]],
    of_row: Sequence[CategoryMark],
) -> tuple[list[CategoryMark], tuple[CategoryMark, ...]]:
    """Return the levels that a line means as such, and those of them that only their row tells of."""
    plain = [
        mark
        for mark in marks
        if mark.plain
        or mark in graded
        or beside_region(line, mark)
        or leads(line, mark)
        or is_before_dimension(line, mark)
        or is_change(line, mark)
        or is_correction(line, mark)
        or closes(line, mark)
        or is_of_own(line, mark)
        or is_alone(line, mark)
        or mark in of_row
    ]
    told = any(mark.plain for mark in plain) or line.inherited.category or line.inherited.listed
    if told or _CATEGORY_MEANT.search(line.lower):
        return plain, ()
    bare = bare_levels(line, marks)
    sure = (is_behind_score, closes, is_of_own, is_alone, leads, is_change, is_before_dimension)
    meant = [m for m in marks if m in bare or m in graded or m in of_row or any(is_so(line, m) for is_so in sure)]
    return meant, tuple(m for m in meant if m in bare or is_change(line, m) or m in of_row)


def _counts_row_before(line: Line, one: Tallied) -> bool:
    """Tell whether a count's regions stand between it and the level: "dua kota, Alfa dan Beta, rendah"."""
    between = [m for m, _ in line.regions if one.count.end <= m.start and m.end <= one.category.start]
    return one.count.n == len(between) > 1


def _counts_row_behind(line: Line, one: Tallied) -> bool:
    """Tell whether as many regions follow a level as were counted with it: "satu rendah, yaitu Alfa"."""
    right = [pair for pair in line.regions if pair[0].start >= one.category.end]
    namely = right and _NAMELY.fullmatch(line.between(one.category.end, right[0][0].start))
    return bool(namely) and len(first_in_a_row(line, right)) == one.count.n


def _of_dimensions(
    line: Line, scene: Scene, mark: CategoryMark, graded: Mapping[CategoryMark, tuple[DimensionMark, ...]]
) -> list[Leveled]:
    """Bind a level behind its dimension to the regions before the run of such, or to the one spoken of last."""
    first = min(dim.start for dims in graded.values() for dim in dims)
    last = max(one.end for one in graded)
    low = max((one.end for one in graded if one.end <= mark.start), default=line.start)
    left = [pair for pair in line.regions if pair[0].end <= mark.start and not is_aside(line, pair[0])]
    near = [pair for pair in left if pair[0].start >= low] or [pair for pair in left if pair[0].end <= first]
    behind = [pair for pair in line.regions if pair[0].start >= last]
    keys = tuple(dict.fromkeys(dim.key for dim in graded[mark]))
    pairs = last_in_a_row(line, near) if near else behind if len(behind) == 1 else []
    if pairs:
        return bound_to(mark, pairs, keys, BEHIND)
    if line.regions:
        return []
    bearer, before = line.inherited.bearer, line.inherited.subjects
    subjects = (bearer,) if bearer else before if len(before) == 1 else (scene.own(),)
    return [
        Leveled(
            mark=mark,
            category=mark.category,
            subject=subject,
            mention=None,
            dimension=key,
            rule=CARRIED,
            doubtful=True,
        )
        for subject in subjects
        if subject.code not in {None, "ID"}
        for key in keys
    ]


def _with_last_of_run(line: Line, bound: Sequence[Leveled]) -> tuple[Leveled, ...]:
    """Let a dimension that closes a run of levels hold for all: "Alfa tinggi dan Beta sedang pada tahapan X"."""
    result = list(bound)
    dimensions = real_dimensions(line)
    for index in range(len(result) - 1, 0, -1):
        last, one = result[index], result[index - 1]
        if last.mark is None or one.mark is None or last.mention is None or one.mention is None:
            break
        if last.mark == one.mark:
            result[index - 1] = replace(one, dimension=one.dimension or last.dimension)
            continue
        closes = last.dimension is not None and all(dim.start >= last.mark.end for dim in dimensions)
        joined = LIST_JOINER.fullmatch(line.between(one.mark.end, last.mention.start))
        whole = BACK_TO_WHOLE.search(line.between(line.start, one.mark.start))
        if not closes or whole or one.dimension or not joined or one.subject.code == last.subject.code:
            break
        result[index - 1] = replace(one, dimension=last.dimension)
    return tuple(result)


def beside_scores(leveled: Sequence[Leveled], scored: Sequence[Scored]) -> tuple[Leveled, ...]:
    """Give a level the dimension of the region's score in the same line, where it has no other score there."""
    dimensions: dict[int, set[str | None]] = {}
    for one in scored:
        if one.mention is not None:
            dimensions.setdefault(one.mention.start, set()).update(one.dimensions or (None,))
    result = []
    for level in leveled:
        keys = dimensions.get(level.mention.start, set()) if level.mention else set()
        key = next(iter(keys)) if len(keys) == 1 and level.dimension is None else None
        result.append(replace(level, dimension=key) if key else level)
    return tuple(result)


def _likened(line: Line, mark: CategoryMark) -> list[Leveled]:
    """Give a denied level to those that it is told of by the way: "tidak rawan tinggi seperti Alfa dan Beta"."""
    right = [pair for pair in line.regions if pair[0].start >= mark.end]
    if not right or not _LIKE.fullmatch(line.between(mark.end, right[0][0].start)):
        return []
    row = first_in_a_row(line, right)
    return bound_to(mark, row, (None,), LIKENED)


def _bind(
    line: Line, scene: Scene, mark: CategoryMark, bounds: tuple[int, int], *, counted: bool
) -> list[Leveled]:
    """Bind one level to the regions in ``bounds``; ``counted``: it is the level of a number of regions."""
    low, high = bounds
    left = [pair for pair in line.regions if low <= pair[0].start and pair[0].end <= mark.start]
    right = [pair for pair in line.regions if mark.end <= pair[0].start < high]
    if is_nobodys(line, mark, right) or is_level_of_issue(line, scene, mark, low, right):
        return []
    dimensions = dimensions_of(line, scene, mark, bounds) or opening_dimension(line, scene, mark) or (None,)
    if dimensions == (None,) and limits(line, mark, low):
        return []
    if (own := own_levels(line, scene, mark, dimensions)) is not None:
        return own
    if led := leads(line, mark):
        return [replace(one, doubtful=True) for one in bound_to(mark, led, dimensions, AHEAD)]
    also = is_likened(line, scene, mark, left)
    ahead = [] if also else regions_ahead(line, mark, right, alone=not left and not counted)
    ahead = until_break(line, [pair for pair in ahead if not has_own(line, mark, pair[0])])
    if ahead and not goes_on_with_more(line, mark, ahead):
        return bound_to(mark, [*regions_besides(line, mark, left), *ahead], dimensions, AHEAD)
    more = [] if ahead or left or also else likewise(line, mark)
    first = _bind_behind(line, scene, mark, left, dimensions, low=low, counted=counted and not ahead)
    if ahead or more:
        first = first or level_of_that_one(line, mark, dimensions)
    return [*first, *bound_to(mark, more, dimensions, LIKEWISE), *bound_to(mark, ahead, dimensions, AHEAD)]


def _bind_behind(
    line: Line,
    scene: Scene,
    mark: CategoryMark,
    left: Pairs,
    dimensions: Sequence[str | None],
    *,
    low: int,
    counted: bool,
) -> list[Leveled]:
    """Bind a level to the regions before it, from ``low`` on, else to those spoken of before."""
    before = levels_of_rest(line, mark, dimensions)
    if before := before or ([] if left else levels_of_kind(line, scene, mark, dimensions)):
        return before
    behind = [
        pair for pair in regions_behind(line, scene, mark, left) if not is_of_issue(line, scene, pair[0], mark)
    ]
    named = [pair for pair in behind if not is_container(line, pair[0]) and not is_of_parts(line, pair[0])]
    if is_of_others(line, mark, named, low, counted=counted):
        return []
    named = with_joined(line, scene, behind, named)
    chosen = named or [pair for pair in behind[-1:] if not is_of_parts(line, pair[0])]
    if chosen:
        told = {mention.start for mention, _ in chosen if is_told_else(line, mention, mark)}
        bound = bound_to(mark, chosen, dimensions, BEHIND)
        return [replace(one, doubtful=one.mention is not None and one.mention.start in told) for one in bound]
    if any(is_of_parts(line, pair[0]) for pair in behind[-1:]):
        return carried_levels(line, scene, mark, dimensions) if line.inherited.meant else []
    return _bind_elsewhere(line, scene, mark, dimensions, low=low, counted=counted)


def _bind_elsewhere(
    line: Line, scene: Scene, mark: CategoryMark, dimensions: Sequence[str | None], *, low: int, counted: bool
) -> list[Leveled]:
    """Bind a level without a region in its stretch: to those before it, that it is given to, or carried over."""
    if any(pair[0].end <= mark.start for pair in line.regions):
        return bound_to(mark, regions_before(line, mark, low), dimensions, AGAIN)
    right = [pair for pair in line.regions if pair[0].start >= mark.end]
    if right and _GIVEN_TO.search(line.between(mark.end, right[0][0].start)):
        return nearest_levels(line, scene, [mark], {mark.start} if counted else set())
    return levels_alone(line, scene, mark, dimensions) or carried_levels(line, scene, mark, dimensions)
