"""One of two datasets that are compared: its rows, and what documents, findings and people stand behind them."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from operator import itemgetter
from typing import BinaryIO, Final, TypeAlias

from pipeline.dataset.changes.compared import COMPARED, FINDINGS, Compared
from pipeline.dataset.tables.columns import LIST_MARK
from pipeline.dataset.tables.csvtext import restore

Row: TypeAlias = Mapping[str, str]
Key: TypeAlias = tuple[str, ...]
Rows: TypeAlias = Mapping[Key, Row]
Region: TypeAlias = tuple[str, str]
Files: TypeAlias = Mapping[str, Callable[[], BinaryIO]]
"""Published files by name, each with what opens it: tables of hundreds of megabytes are never read whole."""

_MOST_MARKS: Final = 8  # of lists in the name of one document
_ABOUT: Final = ("region", "documents", "findings", "evidence_document", "sha256")
"""What is asked of a row beside its key and the columns that are compared."""
_WIDEST: Final = (1 << 31) - 1  # characters of a cell: the list of documents behind one value has no limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Of one dataset the rows, by table and key, that the other has not just so; the names of all documents."""

    files: Files
    tables: Mapping[str, Rows]
    names: Mapping[str, str]

    @property
    def has_decisions(self) -> bool:
        """Tell whether the findings say what people decided."""
        return "machine" in Lines(self.files.get(FINDINGS)).header

    def rows(self, table: Compared, keys: Collection[Key]) -> Rows:
        """Return the rows of a table that have these keys, whether they differ or not."""
        found = _Keyed(table, self.files)
        return {key: found.row(line) for key, line in found if key in keys}

    def naming(self, table: Compared, findings: Collection[str]) -> set[Key]:
        """Return the keys of the rows of a table that list one of some findings."""
        found = _Keyed(table, self.files)
        listed = found.lines.picking(("findings",))
        return {key for key, line in found if not set(listed(line)[0].split(LIST_MARK)).isdisjoint(findings)}

    def names_in(self, listed: str) -> tuple[str, ...]:
        """Part a list of documents; a name that holds the mark is found by the register."""
        parts = restore(listed).split(LIST_MARK)
        found: list[str] = []
        while parts:
            joined = (LIST_MARK.join(parts[:number]) for number in range(1, _MOST_MARKS + 1))
            name = next((name for name in joined if name in self.names), parts[0])
            found.append(self.names.get(name, name))  # one text in memory, however many rows name it
            del parts[: name.count(LIST_MARK) + 1]
        return tuple(found)


def at(row: Row, column: str) -> str:
    """Return a field of a row, an empty text where the table has no such column."""
    return row.get(column) or ""


def sides_of(before: Files, after: Files) -> tuple[Side, Side]:
    """Take apart the published files of two datasets (see ``FILES``); one that is missing counts as empty."""
    pairs = {table.name: _differing(table, before, after) for table in COMPARED}
    old, new = (
        Side(files=files, tables={name: pair[at] for name, pair in pairs.items()}, names=_documents(files))
        for at, files in enumerate((before, after))
    )
    return old, new


def _differing(table: Compared, before: Files, after: Files) -> tuple[Rows, Rows]:
    """Return the rows of both sides that the other one does not have with the same fields, as far as they matter.

    Of a row that is the same nothing is kept but a hash, and that until the other side is read.
    """
    old, new = (_Keyed(table, files) for files in (before, after))
    shared = [name for name in (*table.columns, "sha256") if name in old.lines.header and name in new.lines.header]
    fields = old.lines.picking(shared)
    left = {key: _hash(fields(line)) for key, line in old}
    fields = new.lines.picking(shared)
    came: dict[Key, Row] = {}
    for key, line in new:
        if left.get(key) == _hash(fields(line)):
            del left[key]
        else:
            came[key] = new.row(line)
    return {key: old.row(line) for key, line in old if key in left}, came


def _hash(fields: Sequence[str]) -> bytes:
    return hashlib.blake2b(repr(fields).encode(), digest_size=16).digest()


def _documents(files: Files) -> dict[str, str]:
    names = (restore(key[0]) for key, _ in _Keyed(COMPARED[-1], files))
    return {name: name for name in names}


@dataclass(slots=True)
class Lines:
    """The lines of a CSV file below its header, parted into fields; of no file none, and an empty header."""

    file: Callable[[], BinaryIO] | None
    header: list[str] = field(init=False)
    _places: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.header = next(self._read(), [])
        self._places = {name: place for place, name in enumerate(self.header)}

    def __iter__(self) -> Iterator[list[str]]:
        lines = self._read()
        next(lines, None)
        return lines

    def _read(self) -> Iterator[list[str]]:
        if self.file is None:
            return
        with _wide(), io.TextIOWrapper(self.file(), encoding="utf-8", newline="") as text:
            yield from csv.reader(text)

    def placed(self) -> Iterator[tuple[int, int, list[str]]]:
        """Yield the lines, each with the places of its first byte and after its last."""
        if self.file is None:
            return
        place = 0

        def texts(file: BinaryIO) -> Iterator[str]:
            nonlocal place
            for text in file:
                place += len(text)
                yield text.decode()

        with _wide(), self.file() as file:
            lines = csv.reader(texts(file))
            next(lines, None)
            start = place
            for line in lines:
                yield start, place, line
                start = place

    def read(self, places: Sequence[tuple[int, int]]) -> Iterator[list[str]]:
        """Yield the lines that stand at some places, in their order."""
        if self.file is None or not places:
            return
        with _wide(), self.file() as file:
            yield from csv.reader(_text_at(file, start, end) for start, end in places)

    def picking(self, columns: Sequence[str]) -> Callable[[list[str]], tuple[str, ...]]:
        """Return what takes some fields of a line, an empty text where the table has no such column."""
        width = len(self.header)
        places = [self._places.get(column, width) for column in columns]
        get = itemgetter(*places, width)  # one more than is asked, so that it is a tuple whatever is asked

        def pick(line: list[str]) -> tuple[str, ...]:
            line.extend([""] * (width + 1 - len(line)))
            found: tuple[str, ...] = get(line)
            return found[:-1]

        return pick


@contextmanager
def _wide() -> Iterator[None]:
    limit = csv.field_size_limit(_WIDEST)  # of the whole process: readers of documents keep theirs
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def _text_at(file: BinaryIO, start: int, end: int) -> str:
    file.seek(start)
    return file.read(end - start).decode()


class _Keyed:
    """The lines of a table with their keys; of two with one key, which none should have, one is numbered."""

    def __init__(self, table: Compared, files: Files) -> None:
        self.lines = Lines(files.get(table.file))
        self._key = self.lines.picking(table.key)
        wanted = dict.fromkeys((*table.key, *table.columns, *_ABOUT))
        self._columns = [name for name in wanted if name in self.lines.header]
        self._fields = self.lines.picking(self._columns)

    def __iter__(self) -> Iterator[tuple[Key, list[str]]]:
        seen: set[Key] = set()
        for line in self.lines:
            key = self._key(line)
            again, number = key, 1
            while again in seen:
                number += 1
                again = (*key, str(number))
            seen.add(again)
            yield again, line

    def row(self, line: list[str]) -> Row:
        """Return what is asked of a line, by column."""
        return dict(zip(self._columns, self._fields(line), strict=True))
