"""Ruled tables from the rules of a page: which cells they enclose, which of these are merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from pipeline.readers.page import BBox, Rules, overlap, union

_ONE_LINE = 2.0  # points by which two rules may differ and still be one
_JOIN = 3.0  # points between two rules on one line that make one of them
_TOUCH = 3.0  # points by which two rules may miss each other and still meet
_THINNEST = 4.0  # points: no cell is narrower or lower, so two rules so close are a double one
_OUTER = 8.0  # points by which rules stand out beyond the last upright one, where the side of a table is open
_COVERED = 0.6  # of a cell's side: a rule along so much of it is one
_MAX_RULES = 1_200  # of a page, once pieces are joined: more make a map or a chart
_MAX_CELLS = 20_000

Rule = tuple[float, float, float]
"""Where a rule lies, and from where to where it goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A ruled table: each row has one box a column; a merged cell's box stands in every place it covers."""

    box: BBox
    rows: tuple[tuple[BBox, ...], ...]


def grids_of(rules: Rules) -> list[Grid]:
    """Find the ruled tables, from the top down: at least two columns each, perhaps one row alone.

    >>> level = tuple((float(y), 0.0, 100.0) for y in (0, 20, 40))
    >>> upright = tuple((float(x), 0.0, 40.0) for x in (0, 60, 100))
    >>> [grid.rows[1] for grid in grids_of(Rules(level=level, upright=upright))]
    [((0.0, 20.0, 60.0, 40.0), (60.0, 20.0, 100.0, 40.0))]
    """
    found = _grids(rules.level, rules.upright)
    if rules.shades:  # their edges tell cells apart where no lines do
        edges = [(y, x0, x1) for x0, top, x1, bottom in rules.shades for y in (top, bottom)]
        sides = [(x, top, bottom) for x0, top, x1, bottom in rules.shades for x in (x0, x1)]
        shaded = _grids([*rules.level, *edges], [*rules.upright, *sides])
        found += [one for one in shaded if not any(overlap(one.box, other.box) for other in found)]
    return sorted(found, key=lambda grid: (grid.box[1], grid.box[0]))


def _grids(level: Iterable[Rule], upright: Iterable[Rule]) -> list[Grid]:
    level, upright = joined_rules(level), joined_rules(upright)
    if len(level) + len(upright) > _MAX_RULES:
        return []
    found = (_grid(*part) for part in _connected(level, upright))
    return [grid for grid in found if grid is not None]


def joined_rules(rules: Iterable[Rule], *, gap: float = _JOIN) -> list[Rule]:
    """Join the pieces of rules on one line that touch, or almost do: with no more than ``gap`` points between.

    >>> joined_rules([(10, 0, 20), (11, 22, 40), (30, 0, 20)])
    [(10.5, 0, 40), (30.0, 0, 20)]
    """
    lines: list[list[Rule]] = []
    for rule in sorted(rules):
        if lines and rule[0] - lines[-1][0][0] <= _ONE_LINE:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    return [rule for line in lines for rule in _joined_on(line, gap)]


def _joined_on(line: Sequence[Rule], gap: float) -> Iterator[Rule]:
    at = fmean(rule[0] for rule in line)
    pieces = sorted((start, end) for _, start, end in line)
    start, end = pieces[0]
    for low, high in pieces[1:]:
        if low - end <= gap:
            end = max(end, high)
        else:
            yield (at, start, end)
            start, end = low, high
    yield (at, start, end)


def _connected(level: Sequence[Rule], upright: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the level and upright rules that cross or touch each other, directly or by others."""
    left = set(range(len(level)))
    touching = [[i for i, rule in enumerate(level) if _touch(rule, one)] for one in upright]
    crossed: dict[int, list[int]] = {i: [] for i in left}
    for number, others in enumerate(touching):
        for i in others:
            crossed[i].append(number)
    while left:
        levels, uprights = {min(left)}, set[int]()
        fresh = list(levels)
        while fresh:
            new = {number for i in fresh for number in crossed[i]} - uprights
            uprights |= new
            fresh = list({i for number in new for i in touching[number]} - levels)
            levels |= set(fresh)
        left -= levels
        if len(levels) > 1 and uprights:
            yield [level[i] for i in sorted(levels)], [upright[i] for i in sorted(uprights)]


def _touch(level: Rule, upright: Rule) -> bool:
    y, x0, x1 = level
    x, top, bottom = upright
    return x0 - _TOUCH <= x <= x1 + _TOUCH and top - _TOUCH <= y <= bottom + _TOUCH


def _grid(level: Sequence[Rule], upright: Sequence[Rule]) -> Grid | None:
    """Lay out the cells between rules that belong together; None where they make no two columns."""
    xs, ys = _edges(upright, level), _edges(level, upright)
    if len(xs) < 3 or len(ys) < 2 or len(xs) * len(ys) > _MAX_CELLS:
        return None
    cells = _merged(xs, ys, level, upright)
    rows = tuple(tuple((xs[cell[0]], ys[cell[1]], xs[cell[2]], ys[cell[3]]) for cell in row) for row in cells)
    return Grid(box=union(box for row in rows for box in row), rows=rows)


def _edges(rules: Sequence[Rule], across: Sequence[Rule]) -> list[float]:
    """Return where columns (or rows) begin and end: at rules, and at the ends of those across on open sides."""
    distinct: list[float] = []
    for at, _, _ in sorted(rules):
        if not distinct or at - distinct[-1] >= _THINNEST:
            distinct.append(at)
    starts = sorted(start for _, start, _ in across)
    ends = sorted((end for _, _, end in across), reverse=True)
    if len(across) > 1 and starts[1] < distinct[0] - _OUTER:
        distinct.insert(0, starts[0])
    if len(across) > 1 and ends[1] > distinct[-1] + _OUTER:
        distinct.append(ends[0])
    return distinct


Cell = tuple[int, int, int, int]
"""First column and row, last column and row (exclusive), as places among the edges."""


def _merged(
    xs: Sequence[float], ys: Sequence[float], level: Sequence[Rule], upright: Sequence[Rule]
) -> list[list[Cell]]:
    """Return the cell that stands at each place: cells with no rule between them are one, where that is a box."""
    columns, rows = len(xs) - 1, len(ys) - 1
    group = {(i, j): {(i, j)} for i in range(rows) for j in range(columns)}

    def merge(one: tuple[int, int], other: tuple[int, int]) -> None:
        if group[one] is not group[other]:
            small, large = sorted((group[one], group[other]), key=len)
            large |= small
            for place in small:
                group[place] = large

    for j in range(1, columns):
        at = [rule for rule in upright if abs(rule[0] - xs[j]) < _THINNEST]
        for i in range(rows):
            if not _is_ruled(at, ys[i], ys[i + 1]):
                merge((i, j - 1), (i, j))
    for i in range(1, rows):
        at = [rule for rule in level if abs(rule[0] - ys[i]) < _THINNEST]
        for j in range(columns):
            if not _is_ruled(at, xs[j], xs[j + 1]):
                merge((i - 1, j), (i, j))
    return [[_cell(group[i, j], i, j) for j in range(columns)] for i in range(rows)]


def _is_ruled(rules: Iterable[Rule], start: float, end: float) -> bool:
    covered = sum(max(0.0, min(end, high) - max(start, low)) for _, low, high in rules)
    return covered >= _COVERED * (end - start)


def _cell(places: set[tuple[int, int]], row: int, column: int) -> Cell:
    """Return the box of merged places, or the one place alone where they make no box."""
    top, bottom = min(i for i, _ in places), max(i for i, _ in places) + 1
    left, right = min(j for _, j in places), max(j for _, j in places) + 1
    if len(places) != (bottom - top) * (right - left):
        return column, row, column + 1, row + 1
    return left, top, right, bottom
