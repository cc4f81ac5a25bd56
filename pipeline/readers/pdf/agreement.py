"""Whether two methods agree on a table: its rows as laid out, and the figures that simply lie within each.

A row that was put together wrongly, out of lines of two rows or without a line of its own, mostly overlaps
another: then figures lie in its box that are not in its cells. Such a row is kept, and in doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.readers.drafts import Draft
from pipeline.readers.page import Page, Word, inside, union

DISPUTED = 0.5
"""Confidence in a row that two methods read differently."""

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_OWN = 1.5  # times the lowest cell of a row: a higher one spans several rows


def disputed(drafts: Sequence[Draft], page: Page) -> list[Draft]:
    """Return the blocks of a page, those rows in doubt that the plain words of the page do not bear out.

    Places and words are both of the upright page. Rows without places are left as they are.
    """
    if not any(draft.cells for draft in drafts):
        return list(drafts)
    words = sorted((word for word in page.words if _FIGURE.search(word.text)), key=lambda word: word.middle)
    heights = [word.middle for word in words]
    return [
        replace(draft, confidence=DISPUTED) if draft.cells and not _is_borne_out(draft, words, heights) else draft
        for draft in drafts
    ]


def _is_borne_out(row: Draft, words: Sequence[Word], heights: Sequence[float]) -> bool:
    boxes = {cell.place.bbox: cell for cell in row.cells if cell.place.bbox is not None}
    if not boxes:
        return True
    lowest = min(bottom - top for _, top, _, bottom in boxes)
    own = {box: cell for box, cell in boxes.items() if box[3] - box[1] <= _OWN * lowest}
    whole = union(own)
    near = words[bisect_left(heights, whole[1]) : bisect_right(heights, whole[3])]
    others = [box for box in boxes if box not in own]
    seen = [word for word in near if inside(word, whole) and not any(inside(word, box) for box in others)]
    return _figures(word.text for word in seen) == _figures(cell.text for cell in own.values())


def _figures(texts: Iterable[str]) -> list[str]:
    return sorted(figure for text in texts for figure in _FIGURE.findall(text))


def share_agreed(drafts: Sequence[Draft]) -> float:
    """Return the share of table rows, 0 to 1, on which both methods agree; 1 where there is no table.

    >>> from pipeline.readers.builder import RowCell
    >>> row = Draft(kind="table_row", cells=(RowCell(text="Kota Alfa"), RowCell(text="41,2")), table=1)
    >>> share_agreed([row, replace(row, confidence=DISPUTED)]), share_agreed([])
    (0.5, 1.0)
    """
    rows = [draft for draft in drafts if draft.cells]
    agreed = sum(draft.confidence is None for draft in rows)
    return agreed / len(rows) if rows else 1.0
