"""Tables on a page: ruled ones from their cells, others from columns that several lines share."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import mean, median

from pipeline.model import Place
from pipeline.readers.builder import RowCell
from pipeline.readers.drafts import Draft
from pipeline.readers.lines import ends_sentence, markers
from pipeline.readers.pdf_lines import TextLine, joined_lines, lines_of, segments
from pipeline.readers.pdf_page import BBox, Grid, Word, inside, union

_RIVER = 5  # points of white that part two columns
_TIGHT = 0.75  # of the height: lines closer than this may be one row
_PROSE_CELL = 45  # characters: two columns of longer pieces are text, not a table
_WIDER = 1.6  # of the blank between two words: white from which it may part columns
_WIDEST = 0.6  # of the line's height: white that parts columns whatever the blanks
_TIGHTER = 0.88  # of the step from row to row: a smaller one goes on inside a row
_SAME_PITCH = 1.25  # times the step from row to row: no larger one parts the lines of a table
_HEADER = 5  # lines that a header may have
_BANNERS = 3  # lines of one piece that may stand between two rows
_SCRAP = 2  # lines of a table that do not show its columns by themselves
_SIGN = re.compile(r"[:=]+")
_NUMBER = re.compile(r"\(?\d{1,4}[.)]{0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLines:
    """A borderless table: the lines ``start`` to ``end`` of the page and their rows."""

    start: int
    end: int
    rows: tuple[Draft, ...]


def grid_rows(grid: Grid, words: Sequence[Word], *, page: int, table: int, broken: bool = False) -> list[Draft]:
    """Read a ruled table; ``words`` are those inside it. Empty where it is a frame around text.

    One row is a table only where it is ``broken`` off another on the page before or after.
    """
    rows: list[Draft] = []
    texts = _cell_lines(grid, words)
    for boxes in grid.rows:
        cells = tuple(
            _cell(texts[box], page=page, bbox=union([box]), columns=len(list(group)))
            for box, group in groupby(boxes)
        )
        if any(cell.text for cell in cells):
            place = Place(page=page, bbox=union(boxes))
            rows.append(Draft(kind="table_row", cells=cells, table=table, place=place))
    filled = [row for row in rows if sum(bool(cell.text) for cell in row.cells) > 1]
    return rows if len(filled) > (0 if broken else 1) else []


def _cell(lines: Sequence[TextLine], *, page: int, bbox: BBox | None, columns: int = 1) -> RowCell:
    text, words = joined_lines(lines, page=page)
    return RowCell(text=text, place=Place(page=page, bbox=bbox), columns=columns, words=words)


def _cell_lines(grid: Grid, words: Sequence[Word]) -> dict[BBox, list[TextLine]]:
    """Return the lines of each cell; a cell looks only at words of its own height."""
    by_height = sorted(range(len(words)), key=lambda index: _middle(words[index]))
    heights = [_middle(words[index]) for index in by_height]
    lines: dict[BBox, list[TextLine]] = {}
    for box in dict.fromkeys(box for row in grid.rows for box in row):
        near = sorted(by_height[bisect_left(heights, box[1]) : bisect_right(heights, box[3])])  # as in the file
        lines[box] = lines_of([words[index] for index in near if inside(words[index], box)])
    return lines


def _middle(word: Word) -> float:
    return (word.top + word.bottom) / 2


def open_tables(
    lines: Sequence[TextLine],
    *,
    page: int,
    numbers: Iterator[int],
    above: Sequence[TextLine] = (),
    below: Sequence[TextLine] = (),
) -> list[TableLines]:
    """Find borderless tables among the lines of a page: at least three lines that share columns.

    Each takes the next of ``numbers``. ``above`` are the lines of a table at the foot of the page before, with
    which the first lines may go on, be they ever so few; ``below`` the first lines of the page after, with which
    the table of the last lines may go on.
    """
    own = range(len(above), len(above) + len(lines))
    found = _tables([*above, *lines, *below], own, page, numbers)
    return found if found is not None else _tables(lines, range(len(lines)), page, numbers) or []


def _tables(lines: Sequence[TextLine], own: range, page: int, numbers: Iterator[int]) -> list[TableLines] | None:
    """Find the tables that have lines among ``own``, the others are those of the pages before and after.

    None where what stands on two pages has not the same columns.
    """
    coarse = [segments(line) for line in lines]
    white = _white(lines)
    found: list[TableLines] = []
    for start, end in _regions(lines, coarse, own, white):
        parts, columns = _laid_in_columns(coarse[start:end], white)
        if end <= own.start or start >= own.stop or len(columns) < 2 or not _is_table(parts, columns):
            continue
        for edge in (own.start, own.stop):
            if start < edge < end and not _agree(coarse[start:edge], coarse[edge:end], len(columns), white):
                return None
        table = next(numbers)
        first, last = max(start, own.start), min(end, own.stop)
        rows = _rows(lines[start:end], parts, columns, range(first - start, last - start))
        drafts = tuple(_row_draft(row, page=page, table=table) for row in rows)
        found.append(TableLines(start=first - own.start, end=last - own.start, rows=drafts))
    return found


def _agree(
    before: Sequence[Sequence[TextLine]], after: Sequence[Sequence[TextLine]], columns: int, white: float
) -> bool:
    """Tell whether the two parts of a table over two pages have its columns, where they are no mere scraps."""
    return all(
        len(_laid_in_columns(part, white)[1]) == columns
        for part in (before, after)
        if sum(len(pieces) > 1 for pieces in part) > _SCRAP
    )


def _regions(
    lines: Sequence[TextLine], parts: Sequence[Sequence[TextLine]], own: range, white: float
) -> Iterator[tuple[int, int]]:
    """Yield runs of lines that fall into pieces; those of one piece between them are wrapped cells or banners."""
    start = done = 0
    while start < len(lines):
        if len(parts[start]) < 2:
            start += 1
            continue
        end = start + 1
        while end < len(lines) and (more := _more(lines, parts, start, end, own=own, white=white)):
            end += more
        while len(parts[end - 1]) < 2 and not _is_close(lines[end - 2], lines[end - 1]):
            end -= 1
        if sum(len(pieces) > 1 for pieces in parts[start:end]) > 2:
            yield max(done, _header(lines, parts, start, end, white)), end
            done = end
        start = end


def _header(
    lines: Sequence[TextLine], parts: Sequence[Sequence[TextLine]], start: int, end: int, white: float
) -> int:
    """Return where a table begins: its header may be so tight that no gap is wide, but it has the columns."""
    columns = _rivers(parts[start:end], white)
    rivers = _between(columns)
    pitch = _row_pitch(lines, parts, start, end - 1) or 2 * lines[start].height
    first = start
    for index in range(start - 1, max(-1, start - 1 - _HEADER), -1):
        line = lines[index]
        if not 0 < lines[index + 1].box[1] - line.box[1] <= _SAME_PITCH * pitch or len(parts[index]) > 1:
            break
        pieces = list(_parted(line, rivers, white))
        if len(pieces) >= max(2, len(columns) - 1):
            first = index
        elif len(pieces) > 1 or not _is_close(line, lines[index + 1]):
            break
    return first


def _more(
    lines: Sequence[TextLine],
    parts: Sequence[Sequence[TextLine]],
    start: int,
    end: int,
    *,
    own: range,
    white: float,
) -> int:
    """Return how many lines from ``end`` on belong to the table that began at ``start``, 0 where it is over.

    A line of one piece belongs to it where it goes on with one cell, or stands between rows at their pitch, as a
    line does that spans the table: "RAWAN TINGGI".
    """
    before, line = lines[end - 1], lines[end]
    step = line.box[1] - before.box[1]
    if end not in _edges(own) and (step < 0 or step > 4 * line.height):
        return 0
    if len(parts[end]) > 1:
        return 1
    columns = _rivers(parts[start:end], white)
    reach = [i for i, (x0, x1) in enumerate(columns) if line.box[0] < x1 + _RIVER and line.box[2] > x0 - _RIVER]
    if len(reach) == 1 and len(columns) > 1 and end not in _edges(own) and _is_close(before, line):
        return 1
    return _banners(lines, parts, start, end, own=own, white=white)


def _banners(
    lines: Sequence[TextLine],
    parts: Sequence[Sequence[TextLine]],
    start: int,
    end: int,
    *,
    own: range,
    white: float,
) -> int:
    """Return how many lines of one piece stand at ``end`` between rows of a table, at the pitch of its rows."""
    after = next((i for i in range(end, min(end + _BANNERS + 1, len(lines))) if len(parts[i]) > 1), None)
    if after is None:
        return 0
    around = [line for line in (*lines[start:end], lines[after]) if len(segments(line)) > 1]
    left, right = min(line.box[0] for line in around), max(line.box[2] for line in around)
    pitch = _row_pitch(lines, parts, start, after)
    for index in range(end, after + 1):
        line = lines[index]
        step = line.box[1] - lines[index - 1].box[1]
        if index not in _edges(own) and not 0 < step <= (_SAME_PITCH * pitch if pitch else 2 * line.height):
            return 0
        if index < after and (
            line.box[0] < left - _RIVER or line.box[2] > right + _RIVER or ends_sentence(line.text)
        ):
            return 0
    return after - end if len(_rivers([*parts[start:end], parts[after]], white)) > 1 else 0


def _row_pitch(
    lines: Sequence[TextLine], parts: Sequence[Sequence[TextLine]], start: int, after: int
) -> float | None:
    """Return the largest step from row to row near ``after``, None where no two rows follow each other."""
    steps = [
        lines[i].box[1] - lines[i - 1].box[1]
        for i in range(start + 1, min(after + 4, len(lines)))
        if len(parts[i]) > 1 and len(parts[i - 1]) > 1
    ]
    return max((step for step in steps if 0 < step <= 4 * lines[start].height), default=None)


def _edges(own: range) -> tuple[int, int]:
    """Return where the lines of another page begin: no step leads there."""
    return own.start, own.stop


def _is_close(before: TextLine, line: TextLine) -> bool:
    return line.box[1] - before.box[3] < _TIGHT * line.height


def _white(lines: Sequence[TextLine]) -> float:
    """Return the white that may part two columns, in points: wider than the usual blank between two words.

    On a page that is all table few words have a blank behind them; the height of the type says how wide one is.
    """
    gaps = sorted(b.x0 - a.x1 for line in lines for a, b in pairwise(line.words) if b.x0 > a.x1)
    if not gaps:
        return _RIVER
    widest = _WIDEST * median(line.height for line in lines)
    return max(_RIVER, min(_WIDER * gaps[len(gaps) // 4], widest))


def _rivers(
    parts: Sequence[Sequence[TextLine]], white: float, *, strict: bool = False
) -> list[tuple[float, float]]:
    """Return the columns, left to right: where ink is, once the words of all lines are laid over each other.

    Less than ``white`` between two words parts no columns. One line in ten may cross a river, as a long header or
    a subtotal does, unless ``strict``.
    """
    rows = [pieces for pieces in parts if len(pieces) > 1]
    words = [[word for piece in pieces for word in piece.words] for pieces in rows]
    if not words:
        return []
    low = int(min(word.x0 for row in words for word in row))
    high = int(max(word.x1 for row in words for word in row)) + 1
    ink = [0] * (high - low + 1)
    for row in words:
        for x in {x for word in _runs(row, white) for x in range(int(word[0]) - low, int(word[1]) + 1 - low)}:
            ink[x] += 1
    allowed = 0 if strict else len(rows) // 10
    columns: list[tuple[float, float]] = []
    for x, count in enumerate(ink):
        if count <= allowed:
            continue
        if columns and low + x - columns[-1][1] <= white:
            columns[-1] = (columns[-1][0], low + x)
        else:
            columns.append((low + x, low + x))
    return columns


def _runs(words: Sequence[Word], white: float) -> list[tuple[float, float]]:
    """Return where a line has ink, with the blanks between its words filled."""
    runs: list[tuple[float, float]] = []
    for word in words:
        if runs and word.x0 - runs[-1][1] <= white:
            runs[-1] = (runs[-1][0], max(runs[-1][1], word.x1))
        else:
            runs.append((word.x0, word.x1))
    return runs


def _laid_in_columns(
    coarse: Sequence[Sequence[TextLine]], white: float
) -> tuple[list[list[TextLine]], list[tuple[float, float]]]:
    """Return the pieces of each line, parted also where a narrow gap lies on a river, and the columns.

    Lines across rivers are left aside only where they hide columns: a centred header may lie beside its cells.
    """
    laid = []
    for strict in (True, False):
        columns = _rivers(coarse, white, strict=strict)
        rivers = _between(columns)
        parts = [[piece for one in pieces for piece in _parted(one, rivers, white)] for pieces in coarse]
        laid.append((parts, _without_complements(parts, columns)))
    return max(laid, key=lambda pair: len(pair[1]))


def _between(columns: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(a[1], b[0]) for a, b in pairwise(columns)]


def _parted(piece: TextLine, rivers: Sequence[tuple[float, float]], white: float) -> Iterator[TextLine]:
    words: list[Word] = [piece.words[0]]
    for before, word in pairwise(piece.words):
        wide = word.x0 - before.x1 > white
        if wide and any(before.x1 < right and word.x0 > left for left, right in rivers):
            yield TextLine.of(words)
            words = []
        words.append(word)
    yield TextLine.of(words)


def _without_complements(
    parts: Sequence[Sequence[TextLine]], columns: Sequence[tuple[float, float]]
) -> list[tuple[float, float]]:
    """Put neighbouring columns together that no line fills both: a centred header beside cells set flush left."""
    filled = [{_column(piece, columns) for piece in pieces} for pieces in parts if len(pieces) > 1]
    result: list[tuple[float, float]] = []
    held: set[int] = set()
    for index, column in enumerate(columns):
        rows = {number for number, at in enumerate(filled) if index in at}
        if result and not held & rows:
            result[-1], held = (result[-1][0], column[1]), held | rows
        else:
            result.append(column)
            held = rows
    return result


def _is_table(parts: Sequence[Sequence[TextLine]], columns: Sequence[tuple[float, float]]) -> bool:
    """Tell a table from a list with hanging numbers, from "Nomor : 12" lines and from two columns of prose."""
    rows = [pieces for pieces in parts if len(pieces) > 1]
    if len(rows) < 3:
        return False
    by_column = [
        [piece.text for pieces in rows for piece in pieces if _column(piece, columns) == i]
        for i in range(len(columns))
    ]
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


def _column(piece: TextLine, columns: Sequence[tuple[float, float]]) -> int:
    """Return the first column that the piece touches."""
    return next((i for i, (_, x1) in enumerate(columns) if piece.box[0] <= x1), len(columns) - 1)


_OpenRow = list[list[TextLine]]
"""The pieces of a row by column."""


def _rows(
    lines: Sequence[TextLine],
    parts: Sequence[Sequence[TextLine]],
    columns: Sequence[tuple[float, float]],
    own: range,
) -> list[_OpenRow]:
    """Gather the pieces of each row by column; a line that only continues cells joins the row above it.

    Lines that are not ``own`` are those of another page and give no rows.
    """
    rows: list[_OpenRow] = []
    places = [[_column(piece, columns) for piece in pieces] for pieces in parts]
    steps = [0.0, *(b.box[1] - a.box[1] for a, b in pairwise(lines))]
    pitch = _pitch(steps, places)
    numbered = _is_numbered(parts, places)
    for index in own:
        pieces, at = parts[index], places[index]
        inside = bool(rows) and _is_close(lines[index - 1], lines[index]) and steps[index] > 0
        spanning = numbered and at == [0] and not _NUMBER.fullmatch(pieces[0].text)
        if not inside or spanning or not _continues(rows[-1], at, tight=_is_tight(steps[index], pitch)):
            rows.append([[] for _ in columns])
        for piece, column in zip(pieces, at, strict=True):
            rows[-1][column].append(piece)
    return rows


def _pitch(steps: Sequence[float], places: Sequence[Sequence[int]]) -> tuple[float, bool] | None:
    """Return the usual step to a full row, and whether steps inside a row are smaller; None where none is full."""
    most = max(map(len, places))
    full = [step for step, at in zip(steps, places, strict=True) if len(at) == most and step > 0]
    if not full:
        return None
    pitch = median(full)
    return pitch, any(0 < step < _TIGHTER * pitch for step in steps)


def _is_tight(step: float, pitch: tuple[float, bool] | None) -> bool | None:
    """Tell whether a step is one inside a row, None where the steps do not tell."""
    if pitch is None or not pitch[1]:
        return None
    return step < _TIGHTER * pitch[0]


def _is_numbered(parts: Sequence[Sequence[TextLine]], places: Sequence[Sequence[int]]) -> bool:
    """Tell whether the first column counts the rows."""
    first = [pieces[0].text for pieces, at in zip(parts, places, strict=True) if at[0] == 0 and len(at) > 1]
    return sum(1 for text in first if _NUMBER.fullmatch(text)) > len(first) / 2


def _continues(row: _OpenRow, at: Sequence[int], *, tight: bool | None) -> bool:
    """Tell whether a line with pieces in the columns ``at`` goes on with ``row``.

    Where steps do not tell, it must not fill as many columns as the row, nor begin one that the row left empty.
    """
    filled = {i for i, pieces in enumerate(row) if pieces}
    if tight is not None:
        return tight and not (0 in at and 0 in filled and len(at) > 1)
    return len(at) < len(filled) and set(at) <= filled and (0 not in at or len(at) == 1)


def _row_draft(row: Sequence[Sequence[TextLine]], *, page: int, table: int) -> Draft:
    boxes = [piece.box for pieces in row for piece in pieces]
    cells = tuple(
        _cell(pieces, page=page, bbox=union(piece.box for piece in pieces) if pieces else None) for pieces in row
    )
    return Draft(kind="table_row", cells=cells, table=table, place=Place(page=page, bbox=union(boxes)))
