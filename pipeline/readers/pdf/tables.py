"""Tables without rules, or with some: columns that several lines share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from pipeline.model import Place
from pipeline.readers.builder import RowCell
from pipeline.readers.drafts import Draft
from pipeline.readers.lines import ends_sentence, markers
from pipeline.readers.page import Rules, union
from pipeline.readers.pdf.columns import Interval, Piece, beside, columns_of, pieces_of, white_of
from pipeline.readers.pdf.lines import TextLine, joined_lines, lines_of, segments
from pipeline.readers.pdf.rows import Row, laid, rows_of

_TIGHT = 0.75  # of the height: lines closer than this may be one row
_GAP = 0.85  # of the height: white that parts columns, wider than a blank of justified type
_PROSE_CELL = 45  # characters: two columns of longer pieces are text, not a table
_SAME_PITCH = 1.25  # times the step from row to row: no larger one parts the lines of a table
_HEADER = 5  # lines that a header may have
_BANNERS = 3  # lines of one piece that may stand between two rows
_WRAPPED = 8  # lines of a cell that may stand above the others of its row
_LEAST = 3  # lines that fall into pieces, from which they make a table
_SCRAP = 2  # lines of a table that do not show its columns by themselves
_REACH = 5.0  # points by which a line may stick out of its column
_ACROSS = 0.6  # of the table's width: a rule so long parts its rows
_ALIGNED = 2.0  # points by which the lines of a cell may differ
_SIGN = re.compile(r"[:=]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLines:
    """A borderless table: the lines ``start`` to ``end`` of the page and their rows."""

    start: int
    end: int
    rows: tuple[Draft, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stripe:
    """Lines that share height, where they stand among those of the page, and into how many pieces they fall."""

    lines: tuple[TextLine, ...]
    start: int
    end: int
    pieces: int
    top: float
    bottom: float

    @classmethod
    def of(cls, lines: Sequence[TextLine], start: int) -> _Stripe:
        words = [word for line in lines for word in line.words]
        whole = TextLine.of(sorted(words, key=lambda word: word.x0)) if len(lines) > 1 else lines[0]
        return cls(
            lines=tuple(lines),
            start=start,
            end=start + len(lines),
            pieces=len(segments(whole, _GAP)),
            top=min(line.box[1] for line in lines),
            bottom=max(line.box[3] for line in lines),
        )

    @property
    def height(self) -> float:
        """The height of its first line."""
        return self.lines[0].height

    @property
    def left(self) -> float:
        """Where its leftmost line begins."""
        return min(line.box[0] for line in self.lines)

    @property
    def right(self) -> float:
        """Where its rightmost line ends."""
        return max(line.box[2] for line in self.lines)


def open_tables(
    lines: Sequence[TextLine],
    *,
    page: int,
    rules: Rules,
    numbers: Iterator[int],
    above: Sequence[TextLine] = (),
    below: Sequence[TextLine] = (),
) -> list[TableLines]:
    """Find tables among the lines of a page that no grid of rules holds: at least three lines that share columns.

    Each takes the next of ``numbers``. ``above`` are the lines of a table at the foot of the page before, with
    which the first lines may go on, be they ever so few; ``below`` the first lines of the page after, with which
    the table of the last lines may go on.
    """
    before, own, after = _stripes(above), _stripes(lines), _stripes(below)
    stripes = [*before, *own, *after]
    found = _tables(stripes, range(len(before), len(before) + len(own)), page, rules, numbers)
    return found if found is not None else _tables(own, range(len(own)), page, rules, numbers) or []


def _stripes(lines: Sequence[TextLine]) -> list[_Stripe]:
    result: list[_Stripe] = []
    for group in beside(lines):
        result.append(_Stripe.of(group, result[-1].end if result else 0))
    return result


def _tables(
    stripes: Sequence[_Stripe], own: range, page: int, rules: Rules, numbers: Iterator[int]
) -> list[TableLines] | None:
    """Find the tables that have lines among ``own``, the others are those of the pages before and after.

    None where what stands on two pages has not the same columns.
    """
    white = white_of([line for stripe in stripes for line in stripe.lines])
    found: list[TableLines] = []
    for start, end in _regions(stripes, own, white):
        if end <= own.start or start >= own.stop:
            continue
        columns = _columns(stripes, start, end, own, white)
        if len(columns) < 2 or not _is_table(stripes[start:end], columns, white):
            continue
        for edge in (own.start, own.stop):
            if start < edge < end and not _agree(stripes, start, edge, end, own, white):
                return None
        table = next(numbers)
        first, last = max(start, own.start), min(end, own.stop)
        pieces = _pieces(stripes[first:last], columns, white)
        breaks = _breaks(rules, pieces)
        drafts = tuple(_row_draft(row, len(columns), page=page, table=table) for row in rows_of(pieces, breaks))
        found.append(TableLines(start=stripes[first].start, end=stripes[last - 1].end, rows=drafts))
    return found


def _columns(stripes: Sequence[_Stripe], start: int, end: int, own: range, white: float) -> list[Interval]:
    """Return the columns of the stripes ``start`` to ``end``, which may stand on three pages."""
    edges = sorted({start, end, *(edge for edge in (own.start, own.stop) if start < edge < end)})
    pages = [[line for stripe in stripes[a:b] for line in stripe.lines] for a, b in pairwise(edges)]
    return columns_of(pages, white)


def _agree(stripes: Sequence[_Stripe], start: int, edge: int, end: int, own: range, white: float) -> bool:
    """Tell whether the two parts of a table over two pages have its columns.

    The larger shows them all; the smaller, where it is no mere scrap, may be too short to do so: it has no others.
    """
    whole = len(_columns(stripes, start, end, own, white))
    parts = ((start, edge), (edge, end))
    sizes = [sum(stripe.pieces > 1 for stripe in stripes[a:b]) for a, b in parts]
    shown = [len(_columns(stripes, a, b, own, white)) for a, b in parts]
    large = sizes[0] < sizes[1]
    if shown[large] != whole:
        return sizes[large] <= _SCRAP
    return sizes[not large] <= _SCRAP or whole - 2 <= shown[not large] <= whole


def _breaks(rules: Rules, pieces: Sequence[Piece]) -> list[float]:
    """Return the heights of the rules that part the rows of a table."""
    boxes = [piece.line.box for piece in pieces]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    along: dict[float, float] = {}
    edges = [(y, x0, x1) for x0, upper, x1, lower in rules.shades for y in (upper, lower)]
    for y, x0, x1 in (*rules.level, *edges):
        if top < y < bottom:
            along[round(y)] = along.get(round(y), 0.0) + max(0.0, min(x1, right) - max(x0, left))
    return [y for y, length in along.items() if length >= _ACROSS * (right - left)]


def _regions(stripes: Sequence[_Stripe], own: range, white: float) -> Iterator[tuple[int, int]]:
    """Yield runs of stripes that fall into pieces; those of one piece between are wrapped cells or banners."""
    start = done = 0
    while start < len(stripes):
        if stripes[start].pieces < 2:
            start += 1
            continue
        end = start + 1
        while end < len(stripes) and (more := _more(stripes, start, end, own, white)):
            end += more
        if sum(stripe.pieces > 1 for stripe in stripes[start:end]) >= _LEAST:
            yield max(done, _header(stripes, start, end, own, white)), end
            done = end
        start = end


def _header(stripes: Sequence[_Stripe], start: int, end: int, own: range, white: float) -> int:
    """Return where a table begins: its header may be so tight that no gap is wide, but it has the columns."""
    columns = _columns(stripes, start, end, own, white)
    pitch = _row_pitch(stripes, start, end - 1, own) or 2 * stripes[start].height
    first = start
    for index in range(start - 1, max(-1, start - 1 - _HEADER), -1):
        stripe, after = stripes[index], stripes[index + 1]
        if index + 1 in _edges(own) or after.top - stripe.top > _SAME_PITCH * pitch or stripe.pieces > 1:
            break
        pieces = [piece for line in stripe.lines for piece in pieces_of(line, columns, white)]
        wraps = (
            len(pieces) == 1
            and _is_close(stripe, after)
            and _wraps(pieces[0], stripes[index + 1 : end], columns, white)
        )
        if wraps or len(pieces) >= max(2, len(columns) - 1):
            first = index
        elif len(pieces) > 1 or not _is_close(stripe, after):
            break
    return first


def _more(stripes: Sequence[_Stripe], start: int, end: int, own: range, white: float) -> int:
    """Return how many stripes from ``end`` on belong to the table that began at ``start``, 0 where it is over.

    One of one piece belongs to it where it goes on with a cell, or stands between rows at their pitch, as a line
    does that spans the table: "RAWAN TINGGI".
    """
    before, stripe = stripes[end - 1], stripes[end]
    if end not in _edges(own) and stripe.top - before.bottom > 3 * stripe.height:
        return 0
    if stripe.pieces > 1:
        return 1
    if end not in _edges(own) and _is_close(before, stripe):
        columns = _columns(stripes, start, end, own, white)
        if len(columns) > 1 and _goes_on(stripes[start:end], stripe, columns, white):
            return 1
    return _banners(stripes, start, end, own, white)


def _wraps(piece: Piece, table: Sequence[_Stripe], columns: Sequence[Interval], white: float) -> bool:
    """Tell whether the cell below goes on with a piece above the first line of a table that had no room there."""
    own = [one.line for one in _pieces(table, columns, white) if one.first == one.last == piece.first]
    if piece.last > piece.first or not own or own[0].bold != piece.line.bold or ends_sentence(piece.line.text):
        return False
    return _are_aligned(piece.line, own[0]) and _had_no_room(piece.line, own[0], [*own, piece.line])


def _are_aligned(one: TextLine, other: TextLine) -> bool:
    """Tell whether two lines have their left or right edge or their middle in common, as lines of a cell have."""
    left, right = one.box[0] - other.box[0], one.box[2] - other.box[2]
    return min(abs(left), abs(right), abs(left + right) / 2) <= _ALIGNED


def _pieces(table: Sequence[_Stripe], columns: Sequence[Interval], white: float) -> list[Piece]:
    return [piece for stripe in table for line in stripe.lines for piece in pieces_of(line, columns, white)]


def _had_no_room(before: TextLine, line: TextLine, column: Sequence[TextLine]) -> bool:
    """Tell whether the first word of ``line`` had no room behind ``before`` in a column with such lines."""
    room = max(one.box[2] - one.box[0] for one in column)
    word = line.words[0]
    return before.box[2] - before.box[0] + 0.2 * line.height + word.x1 - word.x0 > room


def _goes_on(table: Sequence[_Stripe], stripe: _Stripe, columns: Sequence[Interval], white: float) -> bool:
    """Tell whether a line of one piece goes on in a cell of the row above it, where its first word had no room."""
    line = stripe.lines[0]
    reach = [i for i, (x0, x1) in enumerate(columns) if line.box[0] < x1 + _REACH and line.box[2] > x0 - _REACH]
    if len(reach) != 1:
        return False
    own = [piece.line for piece in _pieces(table, columns, white) if piece.first == piece.last == reach[0]]
    return bool(own) and _had_no_room(own[-1], line, [*own, line])


def _banners(stripes: Sequence[_Stripe], start: int, end: int, own: range, white: float) -> int:
    """Return how many stripes of one piece stand at ``end`` between rows of a table, at the pitch of its rows."""
    ahead = range(end, min(end + _WRAPPED + 1, len(stripes)))
    after = next((i for i in ahead if stripes[i].pieces > 1), None)
    if after is None or (after > end + _BANNERS and not _is_one_cell(stripes[end:after])):
        return 0
    around = [stripe for stripe in (*stripes[start:end], *stripes[after : after + 3]) if stripe.pieces > 1]
    left, right = min(stripe.left for stripe in around), max(stripe.right for stripe in around)
    pitch = _row_pitch(stripes, start, after, own)
    for index in range(end, after + 1):
        stripe = stripes[index]
        step = stripe.top - stripes[index - 1].top
        if index not in _edges(own) and step > (_SAME_PITCH * pitch if pitch else 2 * stripe.height):
            return 0
        if index < after and (
            stripe.left < left - _REACH or stripe.right > right + _REACH or _is_sentence(stripe)
        ):
            return 0
    return after - end if len(_columns(stripes, start, after + 1, own, white)) > 1 else 0


def _is_one_cell(stripes: Sequence[_Stripe]) -> bool:
    """Tell whether stripes may be the upper lines of one cell, in the middle of which others stand."""
    lines = [line for stripe in stripes for line in stripe.lines]
    return all(_are_aligned(lines[0], line) for line in lines)


def _is_sentence(stripe: _Stripe) -> bool:
    text = stripe.lines[-1].text
    return " " in text and ends_sentence(text)


def _row_pitch(stripes: Sequence[_Stripe], start: int, after: int, own: range) -> float | None:
    """Return the largest step from row to row near ``after``, None where no two rows follow each other."""
    steps = [
        stripes[i].top - stripes[i - 1].top
        for i in range(start + 1, min(after + 4, len(stripes)))
        if stripes[i].pieces > 1 and stripes[i - 1].pieces > 1 and i not in _edges(own)
    ]
    return max((step for step in steps if step <= 4 * stripes[start].height), default=None)


def _edges(own: range) -> tuple[int, int]:
    """Return where the stripes of another page begin: no step leads there."""
    return own.start, own.stop


def _is_close(before: _Stripe, stripe: _Stripe) -> bool:
    return stripe.top - before.bottom < _TIGHT * stripe.height


def _is_table(stripes: Sequence[_Stripe], columns: Sequence[Interval], white: float) -> bool:
    """Tell a table from a list with hanging numbers, from "Nomor : 12" lines and from two columns of prose."""
    by_column: list[list[str]] = [[] for _ in columns]
    for piece in _pieces([stripe for stripe in stripes if stripe.pieces > 1], columns, white):
        by_column[piece.first].append(piece.line.text)
    if any(texts and all(_SIGN.fullmatch(text) for text in texts) for texts in by_column):
        return False
    if len(columns) > 2:
        return True
    lengths = [mean(map(len, texts)) if texts else 0 for texts in by_column]
    return min(lengths) <= _PROSE_CELL and not _are_markers(by_column[0])


def _are_markers(texts: Sequence[str]) -> bool:
    found = markers([text + " X" for text in texts])
    return all(
        marker is not None and marker.length == len(text) + 1 for marker, text in zip(found, texts, strict=True)
    )


def _row_draft(row: Row, columns: int, *, page: int, table: int) -> Draft:
    cells = tuple(_cell(own, last - first + 1, page=page) for first, last, own in laid(row, columns))
    place = Place(page=page, bbox=union(piece.line.box for piece in row))
    return Draft(kind="table_row", cells=cells, table=table, place=place)


def _cell(pieces: Sequence[Piece], columns: int, *, page: int) -> RowCell:
    text, words = joined_lines(lines_of(word for piece in pieces for word in piece.line.words), page=page)
    box = union(piece.line.box for piece in pieces) if pieces else None
    return RowCell(text=text, place=Place(page=page, bbox=box), columns=columns, words=words)
