"""Which lines of a table make one row, where no rule says so.

Rows are told by their figures: each has its own, in a column where nothing wraps. The white between the lines, the
weight of the type and the room of a cell say which other lines belong to them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.readers.pdf.columns import Piece, beside

_KEY = re.compile(r"[\d.,%()+/~-]+|[–—]+|\W|[^\W\d_]")
"""A cell in which nothing wraps: a figure, a dash, a tick."""
_KEYED = 0.6  # of the pieces of a column, from its first figure on, are such: its rows are told by them
_FULL = 0.6  # of the columns that the fullest line fills: a line with so many begins a row where no figure tells
_JUMP = 0.12  # of the line's height: gaps that differ by so much differ
_BANDS = 4  # bands between rules from which each may be a row
_NEARER = 3.0  # points by which a joined header is nearer to the middle of its columns than to that of one
_FAR = 1_000.0
_NO_LIMIT = float("-inf")
_YEAR = re.compile(r"20\d\d")

Row = tuple[Piece, ...]
"""The pieces of a row, line by line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cluster:
    """Pieces that share height, from where to where they reach, and whether they hold what each row has once."""

    pieces: tuple[Piece, ...]
    top: float
    bottom: float
    anchor: bool

    @property
    def bold(self) -> bool:
        return all(piece.line.bold for piece in self.pieces)


_Group = list[_Cluster]


def rows_of(pieces: Sequence[Piece], breaks: Sequence[float] = ()) -> list[Row]:
    """Gather the pieces of a table to rows, from the top down; no row crosses the heights ``breaks`` of rules.

    A joined header over others makes a row of its own, beside which the cells that stand by both are in both.
    """
    if not pieces:
        return []
    keys = key_columns(pieces)
    bands = [_clusters(band, keys) for band in _bands(pieces, breaks)]
    whole = len(bands) >= _BANDS and sum(_anchors(band) > 1 for band in bands) * 4 < len(bands)
    trusted = len(bands) >= _BANDS and not keys
    head, bands = _header(bands)
    limit = _limit(bands)
    rows: list[Row] = _levels([piece for one in head for piece in one.pieces]) if head else []
    for band in bands:
        if trusted or (whole and _anchors(band) < 2):
            groups = [band]
        else:
            groups = list(_grouped(band, limit))
            if limit == _NO_LIMIT:
                groups = _attached(groups, _Room.of(pieces, bands))
        rows.extend(row for group in groups for row in _levels([piece for one in group for piece in one.pieces]))
    return rows


def laid(row: Row, columns: int) -> Iterator[tuple[int, int, list[Piece]]]:
    """Yield the cells of a row: first and last column, and the pieces in it, none in an empty cell.

    A piece over several columns covers those in which nothing else stands.
    """
    column = 0
    while column < columns:
        own = [piece for piece in row if piece.first == column]
        others = {piece.first for piece in row if piece.first > column}
        last = max((piece.last for piece in own), default=column)
        last = min([last, *(other - 1 for other in others if other <= last)])
        yield column, last, own
        column = last + 1


def _header(bands: Sequence[_Group]) -> tuple[_Group, list[_Group]]:
    """Part the bold lines at the head of a table, which hold no figures but years, from the rest."""
    head: _Group = []
    for number, band in enumerate(bands):
        end = next((i for i, one in enumerate(band) if not (one.bold and _may_head(one.pieces))), len(band))
        head += band[:end]
        if end < len(band):
            return head, [band[end:], *bands[number + 1 :]]
    return [], list(bands)


def _anchors(group: Sequence[_Cluster]) -> int:
    return sum(one.anchor for one in group)


def key_columns(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the columns that hold figures or marks, their headers aside."""
    columns: dict[int, list[bool]] = {}
    for piece in sorted(pieces, key=lambda piece: piece.line.box[1]):
        if piece.first == piece.last:
            columns.setdefault(piece.first, []).append(_KEY.fullmatch(piece.line.text) is not None)
    found = set()
    for column, keyed in columns.items():
        body = keyed[keyed.index(True) :] if True in keyed else []
        if sum(body) > 1 and sum(body) >= _KEYED * len(body):
            found.add(column)
    return frozenset(found)


def _bands(pieces: Sequence[Piece], breaks: Sequence[float]) -> Iterator[list[Piece]]:
    """Part the pieces at the heights of rules."""
    left = sorted(pieces, key=lambda piece: piece.line.middle)
    for height in [*sorted(breaks), float("inf")]:
        band = [piece for piece in left if piece.line.middle < height]
        left = left[len(band) :]
        if band:
            yield band


def _clusters(pieces: Sequence[Piece], keys: frozenset[int]) -> list[_Cluster]:
    by_line = {id(piece.line): piece for piece in pieces}
    groups = [[by_line[id(line)] for line in group] for group in beside([piece.line for piece in pieces])]
    filled = [{piece.first for piece in group} for group in groups]
    most = max(map(len, filled), default=0)
    return [
        _Cluster(
            pieces=tuple(group),
            top=min(piece.line.box[1] for piece in group),
            bottom=max(piece.line.box[3] for piece in group),
            anchor=any(piece.first in keys and _KEY.fullmatch(piece.line.text) for piece in group)
            if keys
            else len(at) >= max(2, _FULL * most),
        )
        for group, at in zip(groups, filled, strict=True)
    ]


def _limit(bands: Sequence[Sequence[_Cluster]]) -> float:
    """Return the white above which a new row begins: that which leaves each row one line of figures."""
    gaps = sorted(b.top - a.bottom for band in bands for a, b in pairwise(band))
    if not gaps:
        return _NO_LIMIT
    jump = _JUMP * bands[0][0].pieces[0].line.height
    limits = [_NO_LIMIT, *((a + b) / 2 for a, b in pairwise(gaps) if b - a > jump), float("inf")]
    return min(limits, key=lambda limit: sum(_wrong(band, limit) for band in bands))


def _wrong(band: Sequence[_Cluster], limit: float) -> int:
    """Count what speaks against a limit: rows without figures a little, rows with those of two much."""
    return sum(
        3 * (_anchors(group) - 1) if _anchors(group) else not all(one.bold for one in group)
        for group in _grouped(band, limit)
    )


def _grouped(band: Sequence[_Cluster], limit: float) -> Iterator[_Group]:
    """Part clusters where the white between two exceeds ``limit``."""
    group: _Group = []
    for cluster in band:
        if group and cluster.top - group[-1].bottom > limit:
            yield group
            group = []
        group.append(cluster)
    if group:
        yield group


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """How wide the cells of each column are at least, and with which words rows begin there."""

    widths: dict[int, float]
    starts: dict[int, frozenset[str]]

    @classmethod
    def of(cls, pieces: Sequence[Piece], bands: Sequence[Sequence[_Cluster]]) -> _Room:
        widths: dict[int, float] = {}
        for piece in pieces:
            if piece.first == piece.last:
                width = piece.line.box[2] - piece.line.box[0]
                widths[piece.first] = max(widths.get(piece.first, 0.0), width)
        first = Counter(
            (piece.first, piece.line.words[0].text)
            for band in bands
            for cluster in band
            if cluster.anchor
            for piece in cluster.pieces
        )
        starts = {
            column: frozenset(w for (at, w), n in first.items() if at == column and n > 1) for column in widths
        }
        return cls(widths=widths, starts=starts)

    def runs_on(self, before: Piece, piece: Piece) -> bool:
        """Tell whether a piece goes on in the cell of the one above: its first word had no room there."""
        word = piece.line.words[0]
        figure = _KEY.fullmatch(before.line.text) or _KEY.fullmatch(piece.line.text)
        if figure or word.text in self.starts.get(piece.first, ()):
            return False
        width = before.line.box[2] - before.line.box[0] + 0.2 * before.line.height + word.x1 - word.x0
        return width > self.widths.get(before.first, 0.0)


def _attached(groups: Sequence[_Group], room: _Room) -> list[_Group]:
    """Put the lines without figures to the row above or below in whose cells they go on."""
    rows: list[_Group] = []
    waiting: _Group = []
    for index, group in enumerate(groups):
        if _anchors(group):
            rows.append([*waiting, *group])
            waiting = []
            continue
        up = bool(rows) and not waiting and _runs_on(rows[-1], group, room)
        down = index + 1 < len(groups) and _runs_on(group, groups[index + 1], room)
        above = group[0].top - rows[-1][-1].bottom if rows else 0.0
        below = groups[index + 1][0].top - group[-1].bottom if down else 0.0
        if up and not (down and below < above - 0.5):
            rows[-1] = [*rows[-1], *group]
        elif down and _anchors(groups[index + 1]):
            waiting = [*waiting, *group]
        else:
            rows.append([*waiting, *group])
            waiting = []
    return [*rows, waiting] if waiting else rows


def _runs_on(group: Sequence[_Cluster], after: Sequence[_Cluster], room: _Room) -> bool:
    """Tell whether all in the first line of ``after``, or in the last of ``group``, goes on into the other."""
    last: dict[int, Piece] = {}
    for cluster in group:
        last.update({piece.first: piece for piece in cluster.pieces})
    first: dict[int, Piece] = {}
    for cluster in reversed(after):
        first.update({piece.first: piece for piece in reversed(cluster.pieces)})
    fewer, more = (first, last) if _anchors(group) else (last, first)
    bold = {cluster.bold for cluster in (*group, *after)}
    if len(fewer) >= len(more) or len(bold) > 1:
        return False
    shared = [column for column in fewer if column in last and column in first]
    return len(shared) == len(fewer) and all(room.runs_on(last[column], first[column]) for column in shared)


def _levels(pieces: Sequence[Piece]) -> list[Row]:
    """Part a header where a cell stands over several others; what stands beside both levels is in both."""
    if _may_head(pieces):
        pieces = [_widened(piece, pieces) for piece in pieces]
    over = [piece for piece in pieces if piece.last > piece.first]
    spanned = {column for piece in over for column in range(piece.first, piece.last + 1)}
    low = min((piece.line.middle for piece in over), default=0.0)
    under = [
        piece
        for piece in pieces
        if piece.first == piece.last and piece.first in spanned and piece.line.middle > low + 1
    ]
    if not under:
        return [tuple(pieces)]
    rest = [piece for piece in pieces if piece not in over and piece not in under]
    return [(*over, *rest), (*under, *rest)]


def _may_head(pieces: Iterable[Piece]) -> bool:
    """Tell whether pieces may be a header: without figures but for years."""
    texts = [piece.line.text for piece in pieces]
    return not any(_KEY.fullmatch(text) and not _YEAR.fullmatch(text) for text in texts)


def _widened(piece: Piece, pieces: Sequence[Piece]) -> Piece:
    """Let a piece that stands over the middle of several columns cover them."""
    if piece.last > piece.first:
        return piece
    lower = [other for other in pieces if other.line.middle > piece.line.middle + 1]
    heights = sorted({round(other.line.middle) for other in lower})
    beside_it = {other.first for other in pieces if abs(other.line.middle - piece.line.middle) <= 1}
    own = _centre(piece)
    best, off = piece, min((abs(_centre(one) - own) for one in lower if one.first == piece.first), default=_FAR)
    for height in heights:
        level = {one.first: _centre(one) for one in lower if abs(one.line.middle - height) <= 1}
        for first in range(piece.first + 1):
            for last in range(max(piece.first, first + 1), max(level, default=0) + 1):
                if not set(range(first, last + 1)) <= set(level) or beside_it & {*range(first, last + 1)} - {
                    piece.first
                }:
                    continue
                away = abs((level[first] + level[last]) / 2 - own)
                if away < off - _NEARER:
                    best, off = replace(piece, first=first, last=last), away
    return best


def _centre(piece: Piece) -> float:
    return (piece.line.box[0] + piece.line.box[2]) / 2
