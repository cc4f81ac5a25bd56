"""Lines set with tabs are a table without borders: "Kab. Alfa <tab> 77,04 <tab> Tinggi", line below line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, groupby

from pipeline.model import Place
from pipeline.readers.builder import RowCell
from pipeline.readers.drafts import Draft
from pipeline.readers.lines import markers

_LONGEST = 80  # characters of a cell; a tab in longer text is an indent or a slip
_FIGURE = re.compile(r"[-(]?\d[\d.,]*\s?%?\)?")
_TABS = re.compile(r"\s*\t\s*")


def with_tabbed_rows(drafts: Sequence[Draft]) -> list[Draft]:
    r"""Turn runs of paragraphs with as many tabs each, figures among what they part, into the rows of a table.

    >>> lines = ("Kab. Alfa\t77,04", "Kab. Beta\t41,20")
    >>> rows = with_tabbed_rows([Draft(kind="paragraph", text=line) for line in lines])
    >>> [[cell.text for cell in row.cells] for row in rows]
    [['Kab. Alfa', '77,04'], ['Kab. Beta', '41,20']]
    """
    numbers = count(-1, -1)  # the tables of the document count up from 1
    result: list[Draft] = []
    for tabbed, group in groupby(_lines(drafts), key=_is_tabbed):
        run = list(group)
        cells = _columns([draft.text for draft in run]) if tabbed else None
        result += _rows(run, cells, next(numbers)) if cells else _whole(run)
    return result


def _lines(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts, those that are several tabbed lines a line each."""
    for draft in drafts:
        lines = draft.text.split("\n")
        if len(lines) > 1 and _is_prose(draft) and all("\t" in line.strip() for line in lines):
            yield from (replace(draft, text=line.strip()) for line in lines)
        else:
            yield draft


def _whole(run: Sequence[Draft]) -> list[Draft]:
    """Put lines of one paragraph together again that make no table."""
    result: list[Draft] = []
    for draft in run:
        if result and result[-1].place is draft.place and "\t" in draft.text and _is_prose(draft):
            result[-1] = replace(result[-1], text=f"{result[-1].text}\n{draft.text}")
        else:
            result.append(draft)
    return result


def _is_prose(draft: Draft) -> bool:
    return draft.kind in {"paragraph", "heading"}


def _is_tabbed(draft: Draft) -> bool:
    return _is_prose(draft) and "\t" in draft.text and "\n" not in draft.text


def _columns(lines: Sequence[str]) -> list[list[str]] | None:
    """Return the cells of the lines, as many in each; None where the lines are no table.

    Where several tabs stand together they only reach the next stop, unless the lines agree in single tabs alone.
    """
    if len(lines) < 2:
        return None
    for split in (_TABS.split, _by_each):
        rows = [[cell.strip() for cell in split(line)] for line in lines]
        if len({len(row) for row in rows}) == 1:
            return rows if _is_table(rows) else None
    return None


def _by_each(line: str) -> list[str]:
    return line.split("\t")


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Tell a table from a typed list, from names and values parted by colons, and from text with indents."""
    if any(len(cell) > _LONGEST for row in rows for cell in row):
        return False
    if 2 * sum(row[1].startswith(":") or row[0].endswith(":") for row in rows) >= len(rows):
        return False
    if len(rows[0]) == 2 and _are_markers([row[0] for row in rows]):
        return False
    figures = sum(any(_FIGURE.fullmatch(cell) for cell in row[1:]) for row in rows)
    return figures > 0 and 2 * figures >= len(rows) - 1  # the first may be a header


def _are_markers(firsts: Sequence[str]) -> bool:
    lines = [f"{first} " for first in firsts]
    found = markers(lines)
    return all(one is not None and one.length == len(line) for one, line in zip(found, lines, strict=True))


def _rows(run: Sequence[Draft], rows: Sequence[Sequence[str]], table: int) -> Iterator[Draft]:
    for index, (draft, row) in enumerate(zip(run, rows, strict=True), start=1):
        place = (
            Place(address=f"{draft.place.address or 'line'} row {index}") if _repeats(run, draft) else draft.place
        )
        cells = tuple(RowCell(text=cell, place=place) for cell in row)
        yield Draft(kind="table_row", cells=cells, table=table, place=place, main=draft.main)


def _repeats(run: Sequence[Draft], draft: Draft) -> bool:
    """Tell whether several lines of the run stand in one paragraph."""
    return sum(other.place is draft.place for other in run) > 1
