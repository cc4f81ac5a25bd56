"""A page that is an image already, with the evidence marked: what pages of PDFs and scans have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PIL import Image

from pipeline.model import Block, Document, Evidence
from pipeline.pictures.view import View, scaled, within
from pipeline.pictures.words import Located, blocks_of
from pipeline.readers.page import BBox, union


def page_view(
    image: Image.Image,
    scale: tuple[float, float],
    where: str,
    document: Document,
    evidence: Sequence[Evidence],
    found: Sequence[Located],
) -> View:
    """Mark on the image what was ``found``, that of the first evidence first.

    ``scale`` is pixels a point, across and down.
    """
    first = found[0] if found else None
    marks = first.boxes if first else ()
    others = tuple(box for one in found[1:] if first and one.page == first.page for box in one.boxes)
    frame = _frame(document, evidence[0], first) if first else None
    return View(
        image=image,
        marks=scaled(marks, *scale),
        exact=first is None or first.exact,
        others=scaled(others, *scale),
        frame=scaled([frame], *scale)[0] if frame else None,
        where=where,
        notes=tuple(_notes(first, len(evidence) - sum(one.page == first.page for one in found) if first else 0)),
    )


def _frame(document: Document, evidence: Evidence, first: Located) -> BBox | None:
    """Return the box of the row or block around the quote, where it has one on the page."""
    block = next(iter(blocks_of(document, evidence.span)), None)
    if block is None or block.place.bbox is None or block.place.page != first.page:
        return None
    own = _own_cells(document, block)
    frames = (union(own) if own else block.place.bbox, block.place.bbox)
    return next((frame for frame in frames if within(frame, first.boxes, slack=2)), None)


def _own_cells(document: Document, row: Block) -> list[BBox]:
    """Return the boxes of the cells that belong to the row alone: a merged cell stands in several."""
    shared = {
        cell.place
        for block in document.blocks
        if block.table == row.table and block != row
        for cell in block.cells
    }
    return [cell.place.bbox for cell in row.cells if cell.place.bbox and cell.place not in shared]


def _notes(first: Located | None, elsewhere: int) -> Iterator[str]:
    if first is None:
        yield "where on the page the words stand is not known"
        return
    if first.sure is not None:
        yield f"recognised in a picture, the least sure word to {int(first.sure * 100 + 1e-9)}%"
    if not first.exact:
        yield "the words were not found one by one: the cell or block that holds them is marked"
    if first.until > first.page:
        yield f"the quote goes on on page {first.until}"
    if elsewhere:
        yield "what else the value rests on stands on other pages"
