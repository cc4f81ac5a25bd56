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
from typing import Final

from pipeline.dataset.columns import FREE, AnyTable, Column, Entry, Kind, Refers
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
_Ask = Callable[[Entry], str | None]


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
        asks = [(places[one.name], one, ask) for one in table.columns if (ask := asked(one)) is not None]
        key = [places[name] for name in table.key]
        kept = [(places[name], found) for name, found in self._wanted(table)]
        seen: set[tuple[Entry, ...]] = set()
        for row in rows:
            for place, column, ask in asks:
                wrong = ask(row[place])
                if wrong is not None:
                    self._note(table, column.name, f"{column.name} {row[place]!r} {wrong}")
            if key:
                name = tuple([row[place] for place in key])
                if name in seen:
                    self._note(table, "key", f"the key {name} stands there more than once")
                seen.add(name)
            for place, found in kept:
                found.add(row[place])
            yield row

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


def asked(column: Column[object]) -> _Ask | None:
    """Return the function that says what is wrong with a field of a column, None for one that cannot be wrong."""
    rules, types = column.rules, _TYPES[column.kind]
    words, pattern = frozenset(rules.one_of), re.compile(rules.pattern) if rules.pattern else None

    def ask(entry: Entry) -> str | None:
        if entry is None or entry == "":
            return "is empty" if rules.required else None
        if not isinstance(entry, types) or (isinstance(entry, bool) and column.kind != "boolean"):
            return f"is no {column.kind}"
        if words and entry not in words:
            return f"is none of {', '.join(rules.one_of)}"
        if pattern and not pattern.fullmatch(str(entry)):
            return f"does not match {rules.pattern}"
        return _out_of_bounds(entry, rules.least, rules.most) if isinstance(entry, int | float | Decimal) else None

    return None if rules == FREE and column.kind == "string" else ask


def _out_of_bounds(entry: float | Decimal, least: float | None, most: float | None) -> str | None:
    if least is not None and entry < least:
        return f"is below {least:g}"
    return f"is above {most:g}" if most is not None and entry > most else None
