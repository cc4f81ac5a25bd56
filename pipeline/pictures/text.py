"""A small page for what has none: the blocks around the evidence, set anew, its characters marked.

Text, web pages, Word files, sheets and mails are shown so: the block of the quote in black, its neighbours in
grey, a table's row among other rows under the table's header.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from pipeline.model import Block, Document, Evidence, Span
from pipeline.pictures.grid import Row, set_grid
from pipeline.pictures.lettering import LEADING, width
from pipeline.pictures.paper import BODY, GREY, HEADING, INK, MARGIN, WIDTH, Paper, window
from pipeline.pictures.view import View
from pipeline.pictures.words import blocks_of
from pipeline.readers import media
from pipeline.readers.page import BBox, union

_ROWS = 2  # on either side of the row with the quote
_LONG, _SHORT = 1_500, 360  # characters of a block that are shown: of the quote's own, of a neighbour
_MOST = 8  # blocks of the quote, and further pieces of evidence, that are shown
_DEEPEST = 6  # level of a list
_BETWEEN = 14  # pixels between two blocks
_STEP = 34  # pixels by which a level of a list is set in
_LONGEST_MARKER = 8  # characters
_AIR = 6  # pixels between a block and its frame

KINDS: Mapping[str, str] = {
    media.HTML: "web page",
    media.DOCX: "Word document",
    media.XLSX: "workbook",
    media.CSV: "table of values",
    media.EML: "mail",
    media.PDF: "PDF",
}


def text_view(document: Document, evidence: Sequence[Evidence]) -> View:
    """Return the surroundings of the first evidence as a page."""
    marked = [one.span for one in evidence[: _MOST + 1]]
    blocks = document.blocks if blocks_of(document, marked[0]) else (_line(document.text, marked[0]),)
    own = [index for index, block in enumerate(blocks) if _holds(block, marked[:1])][:_MOST]
    chosen = _chosen(blocks, own, [index for index, block in enumerate(blocks) if _holds(block, marked[1:])])
    paper = Paper(text=document.text)
    frame = _set(paper, blocks, chosen, own, marked)
    return View(
        image=paper.image(),
        marks=paper.boxes(marked[0]),
        others=tuple(box for span in marked[1:] for box in paper.boxes(span)),
        frame=frame,
        where=f"{KINDS.get(document.media_type, 'text')}, {_address(document, evidence[0])}",
        notes=("set anew from what was read: such a file has no pages",),
    )


def _line(text: str, span: Span) -> Block:
    """Return the line around a quote that no block holds."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    return Block(kind="paragraph", span=Span(start=start, end=end if end >= 0 else len(text)))


def _holds(block: Block, spans: Sequence[Span]) -> bool:
    return any(block.span.start < span.end and span.start < block.span.end for span in spans)


def _chosen(blocks: Sequence[Block], own: Sequence[int], others: Sequence[int]) -> list[int]:
    """Return the indices of the blocks to show: with a row go its neighbours and its table's header."""
    chosen = {*own, *others}
    heads = {blocks[index].table: index for index in reversed(range(len(blocks))) if blocks[index].cells}
    for index in own:
        far = _ROWS if blocks[index].cells else 1
        near = range(max(0, index - far), min(len(blocks), index + far + 1))
        chosen.update(other for other in near if far == 1 or blocks[other].table == blocks[index].table)
    for index in sorted(chosen):
        if blocks[index].cells:
            chosen.add(heads[blocks[index].table])
    first = heads[blocks[own[0]].table] if blocks[own[0]].cells else 0
    if first:
        chosen.add(first - 1)
    return sorted(index for index in chosen if blocks[index].span.start < blocks[index].span.end)


def _set(
    paper: Paper, blocks: Sequence[Block], chosen: Sequence[int], own: Sequence[int], marked: Sequence[Span]
) -> BBox | None:
    """Set the chosen blocks and return the box around those of the quote."""
    boxes: list[BBox] = []
    before: int | None = None
    for table, group in groupby(chosen, key=lambda index: blocks[index].table if blocks[index].cells else None):
        for run in [list(group)] if table is not None else [[index] for index in group]:
            if before is not None and _left_out(blocks, before, run[0]):
                paper.sign("…", x=MARGIN, top=paper.y - _BETWEEN / 2, size=BODY)
                paper.y += LEADING * BODY
            if table is not None:
                rows = list(_rows(blocks, run, own, marked))
                boxes += [
                    box for row, box in zip(rows, set_grid(paper, rows, marked), strict=True) if row and row.own
                ]
            else:
                box = _set_prose(paper, blocks, run[0], marked)
                boxes += [box] if run[0] in own else []
            paper.y += _BETWEEN
            before = run[-1]
    paper.y -= _BETWEEN
    return union(boxes) if boxes else None


def _left_out(blocks: Sequence[Block], before: int, index: int) -> bool:
    return any(block.span.start < block.span.end for block in blocks[before + 1 : index])


def _rows(
    blocks: Sequence[Block], run: Sequence[int], own: Sequence[int], marked: Sequence[Span]
) -> Iterator[Row | None]:
    head = next(index for index, block in enumerate(blocks) if block.cells and block.table == blocks[run[0]].table)
    for before, index in zip((run[0], *run), run, strict=False):
        if _left_out(blocks, before, index):
            yield None
        black = _holds(blocks[index], marked)
        yield Row(block=blocks[index], own=index in own, black=black, header=index == head and not black)


def _set_prose(paper: Paper, blocks: Sequence[Block], index: int, marked: Sequence[Span]) -> BBox:
    """Set a paragraph, heading or list item, shortened around what is marked, and return its box."""
    block = blocks[index]
    size = HEADING if block.kind == "heading" else BODY
    black = _holds(block, marked)
    shown = window(paper.text, block.span, marked, _LONG if black else _SHORT)
    left = float(MARGIN)
    begin = top = paper.y
    if marker := _marker(paper.text, blocks, index):
        left += _STEP * (min(block.level, _DEEPEST) - 1)
        paper.sign(marker, x=left, top=top, size=size)
        left += max(_STEP, width(f"{marker} ", size))
    if shown.start > block.span.start:
        paper.sign("…", x=left, top=top, size=size)
        top += LEADING * size
    room = WIDTH - MARGIN - left
    done = len(paper.lines)
    paper.y = paper.set(shown, x=left, room=room, top=top, size=size, colour=INK if black else GREY)
    if shown.end < block.span.end:
        paper.sign("…", x=left, top=paper.y, size=size)
        paper.y += LEADING * size
    right = max((line.right for line in paper.lines[done:]), default=left)
    return (MARGIN - _AIR, begin, right + _AIR, paper.y)


def _marker(text: str, blocks: Sequence[Block], index: int) -> str:
    """Return what stands before a list item: as it is written, else its number, else a dot."""
    block = blocks[index]
    if block.kind != "list_item":
        return ""
    done = blocks[index - 1].span.end if index else 0
    written = text[done : block.span.start].strip()[-_LONGEST_MARKER:]
    return written or (f"{block.number}." if block.number is not None else "•")


def _address(document: Document, evidence: Evidence) -> str:
    place = evidence.place
    line = f"line {document.text.count(chr(10), 0, evidence.span.start) + 1} of the text"
    return place.address or (f"page {place.page}" if place.page else line)
