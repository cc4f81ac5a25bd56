"""Plain text and Markdown: ``Document.text`` is the decoded file itself, blocks are laid over it.

Nothing is changed, not even the byte order mark or the line ends, so that a span is an offset in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.errors import ReadError
from pipeline.model import Block, BlockKind, Document, Place, Span
from pipeline.readers.cards import card_blocks
from pipeline.readers.decode import decode, encoding_notice
from pipeline.readers.lines import (
    Line,
    Marker,
    breaks_off,
    ends_sentence,
    fills,
    first_word,
    is_capitals,
    levels,
    markers,
    may_be_title,
    starts_inside,
    starts_lower,
)
from pipeline.readers.stacked import stacked_blocks
from pipeline.readers.text_tables import RowLine, row_lines

VERSION = 4
MAX_TEXT_BYTES = 20 * 1024 * 1024  # the longest text report seen has 1.2 MB

_LINE = re.compile("[^\r\n\x0b\x0c\u2028\u2029]+")
_BREAK = re.compile("\r\n|[\r\n\x0b\x0c\u2028\u2029]")
_EDGE = "\ufeff\u200b"
_HEAD = re.compile(r"(#{1,6})\s+(?=\S)")
_QUOTE = re.compile(r"(?:>\s*)+(?=\S)")
_OPENING = re.compile(r"(?:\*{2,3}|__)(?=\S)|\*(?=[^\s*)][^*]*\*$)")
_CLOSING = re.compile(r"\s*(?:\*{1,3}|__|\s#{1,6})$")
_BOLD = re.compile(r"(\*\*|__)(?=\S)((?:(?!\1).)+)\1")
_EMPTY_CELLS = frozenset("-–—")
_MARKUP_ONLY = re.compile(r"[\s*_#>=~`|:-]*")
_WRAPPED = range(40, 131)  # columns at which mail programs and editors break lines
_COLUMNS = re.compile(r"\S[ \u00a0]{4,}\S")
_BLANKS = 2  # between two words of a line, one of them a slip
_SLACK = 8  # of so many breaks one may look chosen: invisible characters make a line seem shorter
_JOINS_FROM = 40  # a shorter line that is followed by a lower-case one is an item of a list without marks


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines that make one block, the marker of the first, and the block's kind."""

    kind: BlockKind
    lines: tuple[Line, ...]
    marker: Marker | None = None


def read_text(data: bytes, *, name: str, sha256: str, media_type: str) -> Document:
    """Read a text or Markdown file. Raises ``ReadError``: too_large, empty, unknown_format."""
    if len(data) > MAX_TEXT_BYTES:
        limit = MAX_TEXT_BYTES // 1024**2
        raise ReadError(
            f"text of more than {limit} MB", where=name, remedy="split it into smaller files", code="too_large"
        )
    decoded = decode(data, name=name)
    blocks = text_blocks(decoded.text)
    if not blocks:
        raise ReadError("the file holds no words", where=name, remedy="check the file", code="empty")
    return Document(
        sha256=sha256,
        media_type=media_type,
        text=decoded.text,
        blocks=blocks,
        reader="text",
        reader_version=VERSION,
        notices=encoding_notice(decoded, sha256=sha256),
    )


def text_blocks(text: str) -> tuple[Block, ...]:
    r"""Lay blocks over ``text``: one a paragraph, heading, list item or table row, in order.

    >>> text = "# Judul\n\nDaftar:\n1. Kota Alfa\n2. **Kota Beta**\nNo\tSkor\tLevel\n1\t41,2\ttinggi\n"
    >>> [(b.kind, b.span.of(text), b.number) for b in text_blocks(text)]
    [('heading', 'Judul', None), ('paragraph', 'Daftar:', None), ('list_item', 'Kota Alfa', 1),
     ('list_item', 'Kota Beta', 2), ('table_row', 'No\tSkor\tLevel', None), ('table_row', '1\t41,2\ttinggi', None)]
    """
    lines = list(_lines(text))
    tables = row_lines([(line.start, line.end, line.gap) for line in lines], text)
    covered = _covered(lines, tables)
    rest = [_unmarked(line, text) for line in lines if line.start not in covered]
    rest = [line for line in rest if line.end > line.start]
    blocks, stacked = stacked_blocks(rest, table=1 + max((row.table for row in tables.values()), default=0))
    rest = [line for line in rest if line.start not in stacked]
    items, carded = card_blocks(rest)
    blocks.extend(items)
    prose = [line for line in rest if line.start not in carded and line.words not in _EMPTY_CELLS]
    blocks.extend(_prose_blocks(prose, text))
    blocks.extend(_row_block(line, tables[line.start]) for line in lines if line.start in tables)
    return tuple(sorted((block for block in blocks if block.span.end > block.span.start), key=_start))


def _covered(lines: Sequence[Line], tables: Mapping[int, RowLine]) -> set[int]:
    """Return the starts of the lines that are rows of tables or go on with one."""
    covered: set[int] = set()
    end = 0
    for line in lines:
        end = max(end, tables[line.start].span.end if line.start in tables else 0)
        if line.start in tables or line.start < end:
            covered.add(line.start)
    return covered


def _start(block: Block) -> int:
    return block.span.start


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines that hold more than blanks."""
    position, number, gap = 0, 1, True
    while position <= len(text):
        match = _BREAK.search(text, position)
        end = match.start() if match else len(text)
        low, high = _stripped(text, position, end)
        if low < high:
            yield Line(start=low, end=high, number=number, gap=gap, words=text[low:high])
        gap = low >= high
        if match is None:
            return
        position, number = match.end(), number + 1


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in _EDGE):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _EDGE):
        end -= 1
    return start, end


def _unmarked(line: Line, text: str) -> Line:
    """Leave out the Markdown marks at both ends, and keep what they say about headings."""
    if line.words in _EMPTY_CELLS:
        return line
    if _MARKUP_ONLY.fullmatch(line.words):
        return replace(line, end=line.start, words="")
    start, end, heading = line.start, line.end, 0
    if match := _QUOTE.match(text, start, end):
        start = match.end()
    if match := _HEAD.match(text, start, end):
        start, heading = match.end(), len(match[1])
    elif _BOLD.fullmatch(text, start, end) and may_be_title(text[start + 2 : end - 2]):
        heading = 2
    start, end = _without_emphasis(text, start, end)
    return replace(line, start=start, end=end, heading=heading, words=text[start:end])


def _without_emphasis(text: str, start: int, end: int) -> tuple[int, int]:
    if (match := _OPENING.match(text, start, end)) and not _closes_inside(text, match, end):
        start = match.end()
    tail = text[start:end]
    if (match := _CLOSING.search(tail[-12:])) and tail[-1] in "*_#":
        end -= len(tail[-12:]) - match.start()
    return start, max(start, end)


def _closes_inside(text: str, opening: re.Match[str], end: int) -> bool:
    """Tell whether the emphasis ends before the line does: ``**Narahubung** : Alfa``."""
    close = text.find(opening.group(), opening.end(), end)
    return 0 <= close < end - len(opening.group())


def _row_block(line: Line, row: RowLine) -> Block:
    return Block(
        kind="note" if row.repeated else "table_row",
        span=row.span,
        place=Place(address=f"line {line.number}"),
        cells=() if row.repeated else row.cells,
        table=None if row.repeated else row.table,
        main=not row.repeated,
    )


def _prose_blocks(lines: Sequence[Line], text: str) -> Iterator[Block]:
    groups = list(_groups(lines))
    depths = levels(group.marker.style if group.marker else None for group in groups)
    for group, depth in zip(groups, depths, strict=True):
        first = group.lines[0]
        start = first.start + (group.marker.length if group.marker else 0)
        start, end = _stripped(text, start, group.lines[-1].end)
        if group.marker:
            start, end = _without_emphasis(text, start, end)
        yield Block(
            kind=group.kind,
            span=Span(start=start, end=end),
            place=Place(address=f"line {first.number}"),
            number=group.marker.number if group.marker else None,
            level=(first.heading or 1) if group.kind == "heading" else depth,
        )


def _groups(lines: Sequence[Line]) -> Iterator[Group]:
    """Join the lines of a paragraph that was broken at a fixed width; every other line stands alone."""
    found = markers([line.words for line in lines])
    widths = _wrap_widths(lines, found)
    titles = 0 if found and found[0] else _leading_titles(lines, found)
    members: list[Line] = []
    marker: Marker | None = None
    for index, line in enumerate(lines):
        stray = found[index] is not None and _is_stray(found[index], members, line, widths[index])
        if members and (found[index] is None or stray) and _continues(members, marker, line, widths[index]):
            members.append(line)
            continue
        if members:
            yield _group(members, marker, title=index <= titles)
        members, marker = [line], None if stray else found[index]
    if members:
        yield _group(members, marker, title=len(lines) <= titles)


def _group(lines: Sequence[Line], marker: Marker | None, *, title: bool) -> Group:
    capitals = all(is_capitals(line.words) for line in lines)
    section = marker is None or marker.style in {"roman", "capital"}
    if lines[0].heading or (section and capitals) or (title and marker is None):
        return Group(kind="heading", lines=tuple(lines), marker=marker)
    return Group(kind="list_item" if marker else "paragraph", lines=tuple(lines), marker=marker)


def _leading_titles(lines: Sequence[Line], found: Sequence[Marker | None]) -> int:
    """Count the lines before the first sentence that look like kicker, headline and subtitle (at most 3)."""
    count = 0
    for line, marker in zip(lines[:3], found, strict=False):
        if marker or not may_be_title(line.words):
            break
        count += 1
    return count


def _continues(members: Sequence[Line], marker: Marker | None, line: Line, width: int) -> bool:
    """Tell whether ``line`` goes on with the block that ``members`` began."""
    before = members[-1]
    if marker is None and not line.heading and not before.heading and _is_torn(before.words, line.words):
        return True
    if line.gap or line.number > before.number + 1 or line.heading or before.heading:
        return False
    if _COLUMNS.search(before.words) or _COLUMNS.search(line.words):
        return False  # a row of a table whose columns blanks set apart
    if is_capitals(before.words):
        return is_capitals(line.words) and len(members) < 3 and len(before.words) > 14
    if width:
        return starts_lower(line.words) or _is_full(before.words, line.words, width)
    item_of_unmarked_list = marker is None and starts_lower(members[0].words)
    return (
        starts_lower(line.words)
        and len(before.words) >= _JOINS_FROM
        and not ends_sentence(before.words)
        and not item_of_unmarked_list
    )


def _is_stray(marker: Marker | None, members: Sequence[Line], line: Line, width: int) -> bool:
    """Tell whether a number at the start of a wrapped line belongs to the sentence: "pada pasal / 7. Lalu"."""
    if marker is None or not members or not width or line.gap or marker.style != "number":
        return False
    before = members[-1].words
    return not ends_sentence(before) and _is_full(before, line.words, width)


def _is_torn(before: str, line: str) -> bool:
    """Tell whether a break, with or without a blank line, stands inside a sentence: behind "yang" or "dan"."""
    whole = len(before) >= _JOINS_FROM and not is_capitals(before)
    return whole and breaks_off(before) and before.count("(") <= before.count(")") and starts_lower(line)


def _wrap_widths(lines: Sequence[Line], found: Sequence[Marker | None]) -> list[int]:
    """Give each line the column at which its neighbourhood was wrapped, 0 where it was not."""
    whole = _wrap_width(lines, found)
    if whole or not lines:
        return [whole] * len(lines)
    widths: list[int] = []
    starts = [index for index, line in enumerate(lines) if line.gap or index == 0]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        widths.extend([_wrap_width(lines[start:end], found[start:end])] * (end - start))
    return widths


def _wrap_width(lines: Sequence[Line], found: Sequence[Marker | None]) -> int:
    """Find the column at which all these lines were wrapped, 0 where they were not.

    Wrapped lines are nearly full, and a third of them begin in lower case; lists of places do neither. Where
    names and figures leave less in lower case, nearly all must be full and one break off inside a sentence.
    """
    pairs = [
        (before.words, line.words)
        for before, line, marker in zip(lines, lines[1:], found[1:], strict=False)
        if not line.gap and marker is None
    ]
    width = max((len(words) for pair in pairs for words in pair), default=0)  # a line by itself may be longer
    if width not in _WRAPPED or len(pairs) < 2:
        return 0
    lower = sum(starts_lower(line) for _, line in pairs)
    full = sum(_is_full(before, line, width) for before, line in pairs)
    inside = any(_is_broken(before, line) for before, line in pairs)
    wrapped = (lower * 3 >= len(pairs) and full * 2 >= len(pairs)) or (
        inside and full >= len(pairs) - len(pairs) // _SLACK
    )
    return width if wrapped else 0


def _is_full(before: str, line: str, width: int) -> bool:
    """Tell whether the first word of ``line`` had no room on the line before, a blank typed twice included."""
    return fills(len(before) + _BLANKS, len(first_word(line)), width)


def _is_broken(before: str, line: str) -> bool:
    """Tell whether two lines are one sentence: by the words at the break, or a full stop on the second alone."""
    stop = line.rstrip("\"'”’)").endswith((".", "!", "?")) and not ends_sentence(before)
    return starts_inside(line) or breaks_off(before) or stop
