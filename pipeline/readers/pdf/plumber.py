"""Pages by pdfplumber, where pypdfium2 fails."""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pdfplumber

from pipeline.readers.page import Page, Rules, Word

_MAX_EDGES = 4_000  # of a page: more make a map or a chart

for _logger in ("pdfminer", "pdfplumber"):  # they report every odd font and entry; the terminal is the user's
    logging.getLogger(_logger).addHandler(logging.NullHandler())
    logging.getLogger(_logger).propagate = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlumberFile:
    """An open file: number of pages and a function that reads page ``index`` (from 0)."""

    pages: int
    read: Callable[[int], Page]
    close: Callable[[], None]


def open_plumber(data: bytes) -> PlumberFile:
    """Open a PDF. Raises whatever pdfminer raises, which is many kinds of exception."""
    with _quiet():
        document = pdfplumber.open(io.BytesIO(data))
        pages = document.pages

    def read(index: int) -> Page:
        with _quiet():
            return _read_page(pages[index], index)

    return PlumberFile(pages=len(pages), read=read, close=document.close)


@contextmanager
def _quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _read_page(source: Any, index: int) -> Page:  # noqa: ANN401 - pdfplumber has no type stubs
    left, top, right, bottom = map(float, source.cropbox or source.bbox)
    result = Page(
        number=index + 1,
        width=right - left,
        height=bottom - top,
        words=tuple(_words(source, left, top)),
        rules=_rules(source, left, top),
        pictured=bool(source.images),
    )
    source.close()
    return result


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


def _words(source: Any, left: float, top: float) -> Iterator[Word]:  # noqa: ANN401 - as above
    page = _printed_once(source)
    for word in page.extract_words(use_text_flow=True, extra_attrs=["fontname"], x_tolerance_ratio=0.15):
        yield Word(
            text=word["text"],
            x0=word["x0"] - left,
            top=word["top"] - top,
            x1=word["x1"] - left,
            bottom=word["bottom"] - top,
            bold="bold" in word["fontname"].lower(),
        )


def _rules(source: Any, left: float, top: float) -> Rules:  # noqa: ANN401 - as above
    edges = source.edges if len(source.edges) <= _MAX_EDGES else []
    level = [edge for edge in edges if edge["orientation"] == "h"]
    upright = [edge for edge in edges if edge["orientation"] == "v"]
    return Rules(
        level=tuple((edge["top"] - top, edge["x0"] - left, edge["x1"] - left) for edge in level),
        upright=tuple((edge["x0"] - left, edge["top"] - top, edge["bottom"] - top) for edge in upright),
    )
