"""Rows against the definitions of their columns, while they pass on their way into a file.

What the codebook and the descriptor say of a column is what is asked of every field here: type, words, bounds,
keys, and that what refers to another table stands there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import islice
from types import NoneType
from typing import Any, Final

from pipeline.dataset.tables.columns import FREE, AnyTable, Column, Entry, Kind, Refers
from pipeline.dataset.types import Fault

NAME: Final = "schema"
SENTENCE: Final = "every field is what the codebook says of its column, and every reference leads to a row"
MOST: Final = 20  # of a column that are told: a broken column breaks every row

_TYPES: Final[dict[Kind, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "number": (Decimal, float, int),
    "boolean": (bool,),
    "date": (date,),
}
_ROWS: Final = 500  # that are looked at together


@dataclass(slots=True)
class Watch:
    """Looks at every row that passes and remembers what is wrong; ``faults`` tells it when all have passed."""

    tables: Sequence[AnyTable]
    _wrong: list[Fault] = field(default_factory=list)
    _held: dict[tuple[str, str], set[Entry]] = field(default_factory=dict)
    _asked: list[tuple[str, Refers, set[Entry]]] = field(default_factory=list)

    def rows(self, table: AnyTable, rows: Iterable[tuple[Entry, ...]]) -> Iterator[tuple[Entry, ...]]:
        """Yield the rows of a table as they are, each looked at."""
        places = {column.name: place for place, column in enumerate(table.columns)}
        looks = [
            (place, column, holds) for place, column in enumerate(table.columns) if (holds := rule_of(column))
        ]
        key = [places[name] for name in table.key]
        kept = [(places[name], found) for name, found in self._wanted(table)]
        seen: set[tuple[Entry, ...]] = set()
        rest = iter(rows)
        while piece := list(islice(rest, _ROWS)):
            columns = list(zip(*piece, strict=True))
            for place, column, holds in looks:
                if not holds(columns[place]):
                    self._tell(table, column, columns[place])
            if key:
                self._note_twice(table, zip(*(columns[place] for place in key), strict=True), seen)
            for place, found in kept:
                found.update(columns[place])
            yield from piece

    def _tell(self, table: AnyTable, column: Column[object], entries: Sequence[Entry]) -> None:
        for entry in entries:
            wrong = fault_in(column, entry)
            if wrong is not None:
                self._note(table, column.name, f"{column.name} {entry!r} {wrong}")

    def _note_twice(
        self, table: AnyTable, names: Iterable[tuple[Entry, ...]], seen: set[tuple[Entry, ...]]
    ) -> None:
        for name in names:
            if name in seen:
                self._note(table, "key", f"the key {name} stands there more than once")
            seen.add(name)

    def _wanted(self, table: AnyTable) -> Iterator[tuple[str, set[Entry]]]:
        """Yield the columns whose fields are remembered: those that refer, and those that are referred to."""
        for name in {refers.to for one in self.tables for refers in one.refers if refers.table == table.name}:
            yield name, self._held.setdefault((table.name, name), set())
        for refers in table.refers:
            found: set[Entry] = set()
            self._asked.append((table.name, refers, found))
            yield refers.column, found

    def _note(self, table: AnyTable, what: str, text: str) -> None:
        known = sum(fault.message.startswith(f"{table.name}.{what}: ") for fault in self._wrong)
        if known < MOST:
            self._wrong.append(Fault(check=NAME, severity="stop", message=f"{table.name}.{what}: {text}"))

    def faults(self) -> tuple[Fault, ...]:
        """Return what was wrong, each fault stopping publication."""
        lost = [
            Fault(check=NAME, severity="stop", message=f"{name}.{refers.column}: {text} is not in {refers.table}")
            for name, refers, found in self._asked
            for text in sorted(map(str, found - self._held.get((refers.table, refers.to), set()) - {None}))[:MOST]
        ]
        return (*self._wrong, *lost)


def rule_of(column: Column[object]) -> Callable[[Sequence[Entry]], bool] | None:
    """Return what tells whether all of some fields keep to the rules of a column, None where any field does.

    It looks at many at once: a table of findings has millions of fields, of which nearly all are good.
    """
    rules = column.rules
    if rules == FREE and column.kind == "string":
        return None
    types = frozenset(_TYPES[column.kind]) | (frozenset() if rules.required else {NoneType})
    words = frozenset(rules.one_of) | {None} if rules.one_of else None
    never_empty = rules.required and column.kind == "string"

    def holds(entries: Sequence[Entry]) -> bool:
        if not types.issuperset(map(type, entries)) or (never_empty and "" in entries):
            return False
        if words is not None:
            return words.issuperset(entries)
        if rules.pattern:
            return all(fault_in(column, entry) is None for entry in set(entries))
        return _within(entries, rules.least, rules.most)

    return holds


def _within(entries: Sequence[Any], least: float | None, most: float | None) -> bool:
    """Tell whether all numbers of a column lie within its bounds."""
    if least is None and most is None:
        return True
    known = [entry for entry in entries if entry is not None]
    if not known:
        return True
    return (least is None or min(known) >= least) and (most is None or max(known) <= most)


def fault_in(column: Column[object], entry: Entry) -> str | None:
    """Say what is wrong with a field of a column, None where it keeps to the rules."""
    rules = column.rules
    if entry is None or entry == "":
        return "is empty" if rules.required else None
    if type(entry) not in _TYPES[column.kind]:
        return f"is no {column.kind}"
    if rules.one_of and entry not in rules.one_of:
        return f"is none of {', '.join(rules.one_of)}"
    if rules.pattern and not re.fullmatch(rules.pattern, str(entry)):
        return f"does not match {rules.pattern}"
    return _out_of_bounds(entry, rules.least, rules.most) if isinstance(entry, int | float | Decimal) else None


def _out_of_bounds(entry: float | Decimal, least: float | None, most: float | None) -> str | None:
    if least is not None and entry < least:
        return f"is below {least:g}"
    return f"is above {most:g}" if most is not None and entry > most else None
