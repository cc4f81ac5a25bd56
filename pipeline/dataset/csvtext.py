r"""CSV that a spreadsheet cannot be made to run, and from which the text comes back unchanged.

A text field that begins with ``=``, ``+``, ``-``, ``@``, their full-width forms, a tab or a line break gets one
apostrophe in front; so does one that begins with apostrophes and then such a character, so that the step can be
undone. Numbers, dates and truth values are written as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import chain, islice
from typing import Final

from pipeline.dataset.columns import Entry

_RUNS = re.compile(r"'*[=+\-@＝＋－＠\t\r\n]")
_NEUTRALISED = re.compile(r"''*[=+\-@＝＋－＠\t\r\n]")
_LINES: Final = 1000  # of a piece, about half a megabyte of findings
_NEEDS_QUOTES = re.compile(r'[",\r\n]|^\s|\s$')


def neutralise(text: str) -> str:
    """Put an apostrophe in front of text that a spreadsheet would run.

    >>> neutralise("=HYPERLINK(1)"), neutralise("Kabupaten Lebak"), neutralise("'=1")
    ("'=HYPERLINK(1)", 'Kabupaten Lebak', "''=1")
    """
    return "'" + text if _RUNS.match(text) else text


def restore(text: str) -> str:
    """Undo ``neutralise``.

    >>> restore("'=HYPERLINK(1)"), restore("'kutip'")
    ('=HYPERLINK(1)', "'kutip'")
    """
    return text[1:] if _NEUTRALISED.match(text) else text


def csv_chunks(header: Sequence[str], rows: Iterable[Sequence[Entry]]) -> Iterator[bytes]:
    """Yield a CSV file in pieces, as RFC 4180 says: UTF-8, commas, CRLF, a header, quotes where they must be."""
    lines = chain([",".join(map(_quoted, header))], map(_line, rows))
    while piece := list(islice(lines, _LINES)):  # a table of findings has hundreds of megabytes
        yield ("\r\n".join(piece) + "\r\n").encode()


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Entry]]) -> bytes:
    """Return a small CSV file in one piece."""
    return b"".join(csv_chunks(header, rows))


def _line(row: Sequence[Entry]) -> str:
    return ",".join(["" if entry is None else _field(entry) for entry in row])


def written(entry: Entry) -> str:
    """Return the plain form of a field: nothing for None, decimals as stated, ISO dates.

    >>> [written(entry) for entry in (None, Decimal("77.70"), True, date(2022, 12, 16), 5)]
    ['', '77.70', 'true', '2022-12-16', '5']
    """
    if entry is None:
        return ""
    if isinstance(entry, bool):
        return "true" if entry else "false"
    if isinstance(entry, Decimal):
        return f"{entry:f}"
    return entry.isoformat() if isinstance(entry, date) else str(entry)


def _field(entry: Entry) -> str:
    return _text(entry) if isinstance(entry, str) else written(entry)


@lru_cache(maxsize=1 << 14)  # most texts of a table are names and codes that come again
def _text(text: str) -> str:
    return _quoted(neutralise(text))


def _quoted(text: str) -> str:
    if not _NEEDS_QUOTES.search(text):
        return text
    return '"' + text.replace('"', '""') + '"'
