r"""CSV that a spreadsheet cannot be made to run, and from which the text comes back unchanged.

A text field that begins with ``=``, ``+``, ``-``, ``@``, their full-width forms, a tab or a line break gets one
apostrophe in front; so does one that begins with apostrophes and then such a character, so that the step can be
undone. The same is done behind a semicolon, at which a spreadsheet set to Indonesian parts even a line of commas.
Numbers, dates and truth values are written as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from types import NoneType
from typing import Any, Final, cast

from pipeline.dataset.tables.columns import Entry

_RUNS: Final = re.compile(r"(^|;)('*)(?=[=+\-@＝＋－＠\t\r\n])")
_NEUTRALISED: Final = re.compile(r"(^|;)'('*)(?=[=+\-@＝＋－＠\t\r\n])")
_LINES: Final = 500  # of a piece, about a quarter of a megabyte of findings


def neutralise(text: str) -> str:
    """Put an apostrophe in front of text that a spreadsheet would run.

    >>> neutralise("=HYPERLINK(1)"), neutralise("Kabupaten Lebak"), neutralise("'=1"), neutralise("a;=1;b")
    ("'=HYPERLINK(1)", 'Kabupaten Lebak', "''=1", "a;'=1;b")
    """
    return _RUNS.sub(r"\1'\2", text)


def restore(text: str) -> str:
    """Undo ``neutralise``.

    >>> restore("'=HYPERLINK(1)"), restore("'kutip'"), restore("a;'=1;b")
    ('=HYPERLINK(1)', "'kutip'", 'a;=1;b')
    """
    return _NEUTRALISED.sub(r"\1\2", text) if "'" in text else text


def csv_chunks(header: Sequence[str], rows: Iterable[Sequence[Entry]]) -> Iterator[bytes]:
    """Yield a CSV file in pieces, as RFC 4180 says: UTF-8, commas, CRLF, a header, quotes where they must be."""
    yield f"{','.join(map(_quoted, header))}\r\n".encode()
    rest = iter(rows)
    while piece := list(islice(rest, _LINES)):  # a table of findings has hundreds of megabytes
        columns = [_fields(column) for column in zip(*piece, strict=True)]
        yield "".join([f"{','.join(line)}\r\n" for line in zip(*columns, strict=True)]).encode()


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Entry]]) -> bytes:
    """Return a small CSV file in one piece."""
    return b"".join(csv_chunks(header, rows))


def written(entry: Entry) -> str:
    """Return the plain form of a field: nothing for None, decimals as stated, ISO dates.

    >>> [written(entry) for entry in (None, Decimal("77.70"), True, date(2022, 12, 16), 5)]
    ['', '77.70', 'true', '2022-12-16', '5']
    """
    return _PLAIN[type(entry)](entry)


_PLAIN: Final[Mapping[type, Callable[[Any], str]]] = {
    NoneType: lambda _: "",
    str: str,
    bool: lambda entry: "true" if entry else "false",
    int: str,
    float: str,
    Decimal: "{:f}".format,
    date: date.isoformat,
}


def _fields(column: Sequence[Entry]) -> Sequence[str]:
    """Return the fields of some rows of one column: where all have one type, that takes half the time."""
    types = set(map(type, column))
    if types == {str} and "".join(cast("Sequence[str]", column)).isalnum():  # ids, hashes and words
        return cast("Sequence[str]", column)
    types.discard(NoneType)
    if types == {str}:
        texts = {entry: _field(entry) for entry in set(column)}
        return [texts[entry] for entry in column]
    if len(types) == 1:
        plain = _PLAIN[types.pop()]
        return ["" if entry is None else plain(entry) for entry in column]
    return [_field(entry) for entry in column] if types else [""] * len(column)


def _field(entry: Entry) -> str:
    return _text(entry) if isinstance(entry, str) else written(entry)


def _text(text: str) -> str:
    if text.isalnum():  # most are: names of one word, ids, hashes
        return text
    return _quoted(text if text[0:1].isalnum() and ";" not in text else neutralise(text))


def _quoted(text: str) -> str:
    if '"' in text or "," in text or "\n" in text or "\r" in text or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text
