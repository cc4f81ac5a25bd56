"""A paper as workbook or delimited text: title and paragraphs in cells of their own, tables as cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from random import Random
from typing import Literal

from press.workbook import Tab, xlsx_bytes
from roundtrip.furniture import day_line
from roundtrip.paper import Heading, Items, Paper, Paragraph, Part, Table

Row = tuple[str, ...]

_SOME_DAY = datetime(2020, 1, 1, tzinfo=UTC)  # in the properties of a file whose date nobody knows
_DECIMAL = re.compile(r"\d{1,3}[.,]\d{1,3}")
_WHOLE = re.compile(r"\d{1,3}(?:\.\d{3})*")
_SLIP = 0.000004  # what a number has more in the file than is shown


def render_xlsx(paper: Paper, rng: Random) -> bytes:
    """Write the paper on one sheet; figures are numbers under a format, or text, as drawn from ``rng``."""
    numbers = rng.random() < 0.7
    offset = rng.randrange(2)
    rows = [("",) * offset * bool(row) + tuple(_quoted(cell) for cell in row) for row in _rows(paper, rng)]
    if numbers:
        rows = [tuple(_number(cell, rng) for cell in row) if len(row) > offset + 1 else row for row in rows]
    day = paper.published
    date = datetime.combine(day, time(12), tzinfo=UTC) if day else _SOME_DAY
    name = rng.choice(("Sheet1", "Lembar1", "Data", "Rekap"))
    return xlsx_bytes([Tab(name=name, rows=tuple(rows))], date=date, title=paper.title)


def render_csv(paper: Paper, rng: Random) -> bytes:
    """Write the paper with a separator, an encoding and quotation marks as drawn from ``rng``."""
    separator = rng.choice((";", ";", ",", "\t"))
    rows = list(_rows(paper, rng))
    width = max(map(len, rows))
    if rng.random() < 0.5:  # as Excel writes: each line has all columns
        rows = [(*row, *[""] * (width - len(row))) for row in rows]
    text = io.StringIO(newline="")
    quoting: Literal[0, 1] = csv.QUOTE_ALL if rng.random() < 0.3 else csv.QUOTE_MINIMAL
    writer = csv.writer(text, delimiter=separator, quoting=quoting, lineterminator=rng.choice(("\n", "\r\n")))
    writer.writerows(rows)
    return text.getvalue().encode(rng.choice(("utf-8", "utf-8-sig")))


def _rows(paper: Paper, rng: Random) -> Iterator[Row]:
    """Yield the rows of the sheet; empty ones stand between its parts or not."""
    gaps = rng.random() < 0.6
    yield (paper.title,)
    if paper.published is not None:
        yield (day_line(paper.published, rng),)
    for part in paper.parts:
        if gaps:
            yield ()
        yield from _part(part)


def _part(part: Part) -> Iterator[Row]:
    match part:
        case Heading(text=text) | Paragraph(text=text):
            yield (text,)
        case Items(items=items, ordered=ordered, start=start):
            yield from ((f"{n}. {item}" if ordered else f"- {item}",) for n, item in enumerate(items, start))
        case Table(header=header, rows=rows):
            yield from (header, *rows)


def _number(cell: str, rng: Random) -> str:
    """Write a figure as the number that a workbook keeps, under the format that shows it as it stands."""
    plain = cell.removeprefix("'")
    if _DECIMAL.fullmatch(plain):
        places = len(plain) - 1 - max(plain.find("."), plain.find(","))
        return f"{float(plain.replace(',', '.')) + rng.choice((0, _SLIP)):.6f}{{0.{'0' * places}}}"
    if _WHOLE.fullmatch(plain):
        return f"{plain.replace('.', '')}{{#,##0}}" if "." in plain else plain
    return cell


def _quoted(cell: str) -> str:
    """Mark a text of digits as text."""
    return f"'{cell}" if cell[:1].isdigit() or cell in {"^", "<"} else cell
