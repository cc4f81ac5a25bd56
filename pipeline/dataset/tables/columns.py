"""What a published table and its columns are: one definition for the files, the descriptor and the codebook."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, Generic, Literal, TypeVar

from pipeline.dataset.types import Dataset

T = TypeVar("T")
Entry = str | int | float | bool | Decimal | date | None
"""What may stand in a field of a table; None is written as an empty field and means "not known"."""

Kind = Literal["string", "integer", "number", "boolean", "date"]
"""Field types, named as Frictionless Table Schema names them."""

LIST_MARK = " | "
"""Separates the parts of a list in one text field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the fields of a column keep to; nothing that is left out is asked.

    ``required``: never empty. ``one_of``: one of these words. ``least`` and ``most``: bounds of a number, both
    allowed. ``pattern``: what the whole text matches.
    """

    required: bool = False
    one_of: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    pattern: str = ""


FREE: Final = Rules()
REQUIRED: Final = Rules(required=True)
COUNT: Final = Rules(least=0)
FROM_ONE: Final = Rules(least=1)
SHARE: Final = Rules(least=0, most=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[T]):
    """One column: its name, type, meaning, how it is read from an item of the table, and what it keeps to."""

    name: str
    kind: Kind
    about: str
    get: Callable[[T], Entry]
    rules: Rules = FREE


def text(name: str, about: str, get: Callable[[T], Entry], rules: Rules = FREE) -> Column[T]:
    """Make a column of text."""
    return Column(name=name, kind="string", about=about, get=get, rules=rules)


def integer(name: str, about: str, get: Callable[[T], Entry], rules: Rules = FREE) -> Column[T]:
    """Make a column of whole numbers."""
    return Column(name=name, kind="integer", about=about, get=get, rules=rules)


def number(name: str, about: str, get: Callable[[T], Entry], rules: Rules = FREE) -> Column[T]:
    """Make a column of decimal numbers."""
    return Column(name=name, kind="number", about=about, get=get, rules=rules)


def flag(name: str, about: str, get: Callable[[T], bool]) -> Column[T]:
    """Make a column of true and false."""
    return Column(name=name, kind="boolean", about=about, get=get, rules=REQUIRED)


def day(name: str, about: str, get: Callable[[T], date | None]) -> Column[T]:
    """Make a column of dates, written as ISO 8601."""
    return Column(name=name, kind="date", about=about, get=get)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refers:
    """A column whose fields stand in another table: in its column ``to``. An empty field refers to nothing."""

    column: str
    table: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[T]):
    """One published table. ``items`` yields its rows sorted; ``key`` names the columns that identify a row."""

    name: str
    title: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column[T], ...]
    items: Callable[[Dataset], Iterable[T]]
    refers: tuple[Refers, ...] = ()

    def rows(self, dataset: Dataset) -> Iterator[tuple[Entry, ...]]:
        """Yield the rows, each with one entry a column."""
        return self.entries(self.items(dataset))

    def entries(self, items: Iterable[T]) -> Iterator[tuple[Entry, ...]]:
        """Yield items as rows."""
        readers = [column.get for column in self.columns]
        return (tuple([get(item) for get in readers]) for item in items)


AnyTable = Table[Any]

_PRIVATE = re.compile(
    r"""(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+      # electronic mail
    |(?<!\d)(?:\+?62|0)[ .-]?8(?:[ .-]?\d){7,11}(?!\d)  # mobile telephone
    |\(0\d{2,3}\)[ .-]?\d(?:[ .-]?\d){4,7}(?!\d)        # telephone with area code
    |(?<!\d)\d{16}(?!\d)|(?<!\d)\d{18}(?!\d)            # numbers of citizens and of civil servants""",
    re.VERBOSE,
)


_MAYBE_PRIVATE = re.compile(r"@|\d(?:[ .()-]{0,2}\d){6}")  # all that ``_PRIVATE`` finds: one text in a thousand
_BREAKS = str.maketrans(dict.fromkeys("\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029", " "))


def public(text: str | None) -> str | None:
    r"""Mask telephone numbers, mail addresses and personal numbers, and put the words on one line.

    Both character for character: the length stays, so that ``start`` and ``end`` of a quote still count its
    characters. The tabs between the cells of a table become blanks.

    >>> public("hubungi 0812-3456-7890 (skor 77,04)")
    'hubungi •••••••••••••• (skor 77,04)'
    >>> public("skor 08, TPS 1.265, 85 kabupaten")
    'skor 08, TPS 1.265, 85 kabupaten'
    >>> public("Kota Serang\t44,02\tSedang"), public("TPS\t0\t8\t1\t2\t0\t1\t3\t0\t1")
    ('Kota Serang 44,02 Sedang', 'TPS 0 8 1 2 0 1 3 0 1')
    """
    if text is None:
        return None
    masked = _PRIVATE.sub(_masked, text) if _MAYBE_PRIVATE.search(text) else text
    plain = masked.replace("\t", " ")  # the one break that every row of a table has
    return plain if plain.isprintable() else plain.translate(_BREAKS)


def _masked(found: re.Match[str]) -> str:
    return "•" * len(found.group())


def joined(parts: Iterable[object]) -> str | None:
    """Join the parts of a list, each once, in the order given; None for an empty list."""
    return LIST_MARK.join(dict.fromkeys(str(part) for part in parts)) or None


def rounded(number: float | None) -> float | None:
    """Round a computed figure (confidence, grade, match) to four decimals."""
    return None if number is None else round(number, 4)
