"""Delimited text (.csv, .tsv): its separator found from the content, its records as a grid."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from pipeline.errors import ReadError
from pipeline.model import Place
from pipeline.readers.sheet.grid import CellBudget, Grid, GridCell, clean

NO_SEPARATOR = "\x1f"
"""What parts the fields of a text that has none: each line is one."""
_SEPARATORS = (";", "\t", "|", ",")  # a comma stands in words and numbers too, so it comes last
_SAMPLE = 50_000  # characters by which the separator is chosen
_NEARLY = 0.8
_SAID = re.compile(r'"?sep=(?P<separator>[;,|\t])"?[ ;,]*\r?(?:\n|$)', re.IGNORECASE)
_QUOTING: tuple[Literal[0, 3], ...] = (csv.QUOTE_MINIMAL, csv.QUOTE_NONE)
_LINES_IN_FIELD = 50  # a longer field is a quotation mark that nothing closes
_CUT = re.compile(r"[^\W\d]\W*\d{1,3}")
_CUT_OFF = re.compile(r"\d{1,3}(?!\d)")
_WHOLE = re.compile(r"\d{1,3}")
_DECIMALS = re.compile(r"\d{1,2}")
_FIGURE = re.compile(r"\s*\d[\d.,]*\s*%?\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record: the lines it stands in, from 1, as they are written, and its fields."""

    line: int
    last: int
    raw: str
    fields: tuple[str, ...]


def read_delimited(text: str, *, budget: CellBudget) -> Grid:
    r"""Take a text of records apart. Raises ``ReadError``: too_large, damaged.

    Doubtful are the records that have more fields than the header, which nothing mended.

    >>> grid = read_delimited("Daerah;Skor\nKota Alfa;41,2\n", budget=CellBudget(name="a.csv"))
    >>> [[cell.text for cell in row.values()] for row in grid.rows.values()]
    [['Daerah', 'Skor'], ['Kota Alfa', '41,2']]
    """
    text = text.lstrip("\ufeff")
    budget.room(len(text))
    said = _SAID.match(text)
    body = text[said.end() :] if said else text
    separator = said["separator"] if said else separator_of(body)
    records = _records(body, separator, first=2 if said else 1)
    if records is None:
        raise ReadError(
            "a line too long for a table", where=budget.name, remedy="save it anew as .xlsx", code="damaged"
        )
    mended, doubtful = _mended(records, separator)
    rows: dict[int, dict[int, GridCell]] = {}
    for record in mended:
        for column, field in enumerate(record.fields, start=1):
            if words := clean(field):
                budget.take(words)
                place = Place(address=f"line {record.line} column {column}")
                rows.setdefault(record.line, {})[column] = GridCell(text=words, place=place)
    joined = frozenset(after.line for before, after in pairwise(mended) if after.line == before.last + 1)
    return Grid(rows=rows, joined=joined, doubtful=frozenset(doubtful))


def separator_of(text: str) -> str:
    r"""Return the separator under which most records have one number of fields, ``NO_SEPARATOR`` without one.

    >>> separator_of("Daerah;Skor\nKab. Alfa;41,20\nKab. Beta;39,10"), separator_of("No,Daerah\n1,Alfa")
    (';', ',')
    >>> separator_of("Skor Kota Alfa 41,20\nSkor Kota Beta 39,10, naik dari 30,1") == NO_SEPARATOR
    True
    """
    sample = text[: text.rfind("\n", 0, _SAMPLE) + 1] if len(text) > _SAMPLE else text
    found = {separator: _records(sample, separator, first=1) for separator in _SEPARATORS}
    if bare := next((separator for separator, records in found.items() if records == []), None):
        return bare  # separators alone
    shares = {separator: _agreement(records or (), separator) for separator, records in found.items()}
    best = max(shares.values())
    if not best:
        return NO_SEPARATOR
    return next(separator for separator, share in shares.items() if share >= _NEARLY * best)


def _agreement(records: Sequence[Record], separator: str) -> float:
    """Return the share of the records that have the commonest number of fields, one field alone aside.

    Nothing where hardly two agree, or where the mark is one of prose or of decimals.
    """
    parted = [record for record in records if len(record.fields) > 1]
    widths = Counter(len(_trimmed(record.fields, 1)) for record in parted)
    count, times = widths.most_common(1)[0] if widths else (0, 0)
    alone = len(records) == 1 and count > 2
    if 2 * times < len(parted) or (times < 2 and not alone):
        return 0.0
    cut = [separator == "," and _is_cut(record) for record in parted]
    spaced = [f"{separator} " in record.raw and '"' not in record.raw for record in parted]
    even = times == len(parted) and count > 2 and not any(cut)  # a blank behind each separator
    prose = sum(one or other for one, other in zip(cut, spaced, strict=True))
    return 0.0 if 3 * prose > len(parted) and not even else times / len(records)


def _is_cut(record: Record) -> bool:
    """Tell whether the separator cuts a decimal: "Kota Alfa 41,20"."""
    return any(
        _CUT.search(before[-12:]) and before[-1:].isdigit() and _CUT_OFF.match(after)
        for before, after in pairwise(record.fields)
    )


def _records(text: str, separator: str, *, first: int) -> list[Record] | None:
    """Return the records; where a quotation mark is left open, quotation marks are characters like others.

    None where a field is longer than the parser takes.
    """
    for quoting in _QUOTING:
        try:
            return list(_parsed(text, separator, quoting, first))
        except csv.Error:
            continue
    return None


def _parsed(text: str, separator: str, quoting: Literal[0, 3], first: int) -> Iterator[Record]:
    """Parse the records that hold something. Raises ``csv.Error`` for a field that swallows those behind it."""
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=separator, quoting=quoting, skipinitialspace=True)
    before = width = 0
    for fields in reader:
        after = reader.line_num
        width = width or (len(fields) if len(fields) > 1 else 0)
        if after - before > 1 and _swallows(fields, separator, width):
            raise csv.Error("a quotation mark is left open")
        if any(field.strip() for field in fields):
            raw = "".join(lines[before:after])
            values = map(_unquoted, fields) if quoting == csv.QUOTE_NONE else fields
            yield Record(line=first + before, last=first + after - 1, raw=raw, fields=tuple(values))
        before = after


def _swallows(fields: Sequence[str], separator: str, width: int) -> bool:
    """Tell whether a field holds whole records, or more lines than any cell has."""
    lines = [field.split("\n") for field in fields]
    return any(
        len(parts) > _LINES_IN_FIELD or any(part.count(separator) >= max(2, width - 1) for part in parts)
        for parts in lines
    )


def _unquoted(field: str) -> str:
    """Take the quotation marks off a field that was parsed without regard to them."""
    return field.strip().removeprefix('"').removesuffix('"').replace('""', '"')


def _mended(records: Sequence[Record], separator: str) -> tuple[list[Record], set[int]]:
    """Undo what a comma did that is no separator: in a title above the header, and in decimals below it.

    "1,Kota Alfa,41,20" under a header of three is mended only where that can be done in one way alone; else the
    record stays as it is, and its line is returned.
    """
    index, width = _header(records)
    mended: list[Record] = []
    doubtful: set[int] = set()
    for position, record in enumerate(records):
        fields = _trimmed(record.fields, width)
        if separator == "," and position < index and _is_prose(record, width):
            fields = (record.raw,)
        elif position > index and len(fields) > width:
            fields = _joined(fields, len(fields) - width) if separator == "," else fields
            doubtful.update([record.line] if len(fields) > width > 1 else [])
        mended.append(replace(record, fields=fields))
    return mended, doubtful


def _header(records: Sequence[Record]) -> tuple[int, int]:
    """Return where the header stands and how many fields it has: the last record of words before any figures."""
    index = 0
    for position, record in enumerate(records):
        if any(_FIGURE.fullmatch(field) for field in record.fields):
            break
        index = position if len(record.fields) > 1 else index
    return index, len(records[index].fields) if records else 0


def _is_prose(record: Record, width: int) -> bool:
    """Tell whether a record above the header is a title with a comma in it: "Skor IKP 2024, Provinsi Alfa"."""
    return len(record.fields) < width and record.raw.count(", ") == len(record.fields) - 1


def _trimmed(fields: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Leave out empty fields at the end that the header has not."""
    while len(fields) > width and not fields[-1].strip():
        fields = fields[:-1]
    return fields


def _joined(fields: tuple[str, ...], surplus: int) -> tuple[str, ...]:
    """Join pairs of digits, if there are as many as fields too many and none overlap."""
    pairs = [
        index
        for index in range(1, len(fields) - 1)
        if _WHOLE.fullmatch(fields[index].strip()) and _DECIMALS.fullmatch(fields[index + 1].strip())
    ]
    if len(pairs) != surplus or any(after - before < 2 for before, after in pairwise(pairs)):
        return fields
    result: list[str] = []
    for index, field in enumerate(fields):
        if index - 1 in pairs:
            result[-1] = f"{result[-1].strip()},{field.strip()}"
        else:
            result.append(field)
    return tuple(result)
