"""Pages by pdfplumber: ruled tables with their cells, and text where pypdfium2 fails."""

from __future__ import annotations

import io
import itertools
import logging
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

import pdfplumber

from pipeline.readers.pdf_page import BBox, Grid, Page, Word, union

_TOLERANCE = 1.5  # points by which two rulings may differ and still be one
_MAX_CELLS = 20_000

for _logger in ("pdfminer", "pdfplumber"):  # they report every odd font and entry; the terminal is the user's
    logging.getLogger(_logger).addHandler(logging.NullHandler())
    logging.getLogger(_logger).propagate = False


class _PageReader(Protocol):
    def __call__(self, index: int, *, with_words: bool) -> Page:
        """Read page ``index``, from 0; only its ruled tables unless ``with_words``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlumberFile:
    """An open file: number of pages and a function that reads page ``index`` (from 0) with its ruled tables."""

    pages: int
    read: _PageReader
    close: Callable[[], None]


def open_plumber(data: bytes) -> PlumberFile:
    """Open a PDF. Raises whatever pdfminer raises, which is many kinds of exception."""
    with _quiet():
        document = pdfplumber.open(io.BytesIO(data))
        pages = document.pages

    def read(index: int, *, with_words: bool) -> Page:
        with _quiet():
            return _read_page(pages[index], index, with_words=with_words)

    return PlumberFile(pages=len(pages), read=read, close=document.close)


@contextmanager
def _quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _read_page(source: Any, index: int, *, with_words: bool) -> Page:  # noqa: ANN401 - pdfplumber has no type stubs
    left, top, right, bottom = map(float, source.cropbox or source.bbox)
    grids = tuple(grid for table in source.find_tables() if (grid := _grid(table.cells, left, top)) is not None)
    result = Page(
        number=index + 1,
        width=right - left,
        height=bottom - top,
        words=tuple(_numbered_lines(_read_words(source), left, top)) if with_words else (),
        grids=grids,
        ruled=bool(grids),
        pictured=bool(source.images),
    )
    source.close()
    return result


def _read_words(source: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - as above
    page = _printed_once(source)
    words: list[dict[str, Any]] = page.extract_words(
        use_text_flow=True, extra_attrs=["fontname"], x_tolerance_ratio=0.15
    )
    return words


def _printed_once(source: Any) -> Any:  # noqa: ANN401 - as above
    """Leave out glyphs that are printed again within a point, as bold type is made.

    Not ``dedupe_chars``: it looks each glyph up in the list of all, which takes minutes on a page of 50,000.
    """
    kept: dict[tuple[object, ...], list[tuple[float, float]]] = {}
    again: set[int] = set()
    for char in source.chars:
        x, y = char["x0"], char["doctop"]
        look = (char["text"], char["fontname"], char["size"], char["upright"])
        around = ((*look, round(x) + right, round(y) + down) for right in (0, -1, 1) for down in (0, -1, 1))
        if any(abs(x - x0) <= 1 and abs(y - y0) <= 1 for place in around for x0, y0 in kept.get(place, ())):
            again.add(id(char))
        else:
            kept.setdefault((*look, round(x), round(y)), []).append((x, y))
    return source.filter(lambda item: id(item) not in again) if again else source


def _numbered_lines(words: Sequence[dict[str, Any]], left: float, top: float) -> Iterator[Word]:
    """Give words that follow each other on one height the same line number."""
    line, before = 0, None
    for word in words:
        if before is not None and (abs(word["top"] - before["top"]) > 3 or word["x0"] < before["x1"] - 1):
            line += 1
        before = word
        yield Word(
            text=word["text"],
            x0=word["x0"] - left,
            top=word["top"] - top,
            x1=word["x1"] - left,
            bottom=word["bottom"] - top,
            line=line,
            bold="bold" in word["fontname"].lower(),
        )


def _grid(cells: Sequence[BBox], left: float, top: float) -> Grid | None:
    """Lay out a table's cells as rows and columns; None for a frame that is no table.

    It may have one row alone: the rest of a table on the page before.
    """
    boxes = [(x0 - left, y0 - top, x1 - left, y1 - top) for x0, y0, x1, y1 in cells]
    columns = _intervals([edge for box in boxes for edge in (box[0], box[2])])
    rows = _intervals([edge for box in boxes for edge in (box[1], box[3])])
    if len(columns) < 2 or not rows or len(columns) * len(rows) > _MAX_CELLS:
        return None
    laid = tuple(
        tuple(_cell_at(boxes, (x0 + x1) / 2, (y0 + y1) / 2) or (x0, y0, x1, y1) for x0, x1 in columns)
        for y0, y1 in rows
    )
    return Grid(box=union(boxes), rows=laid)


def _intervals(edges: Sequence[float]) -> list[tuple[float, float]]:
    """Return the gaps between distinct rulings.

    >>> _intervals([10, 50, 10.4, 90, 50.2])
    [(10, 50), (50, 90)]
    """
    distinct: list[float] = []
    for edge in sorted(edges):
        if not distinct or edge - distinct[-1] > _TOLERANCE:
            distinct.append(edge)
    return list(itertools.pairwise(distinct))


def _cell_at(boxes: Sequence[BBox], x: float, y: float) -> BBox | None:
    return next((box for box in boxes if box[0] <= x <= box[2] and box[1] <= y <= box[3]), None)
