"""What a check is: a name, what happens where it fails, a sentence, and a function that finds flaws."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pipeline.dataset.types import Cell, Dataset, Fault, Record, Severity, Source

SEVERITIES: Final[dict[Severity, str]] = {
    "stop": "nothing is published, and the last good dataset stays",
    "hold": "the value, and what rests on it alone, is held back until a person has looked; the rest is published",
    "warn": "the row is published, and says so in its column warnings",
}
"""What a failed check does, the gravest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """Something wrong with a row, or with the whole where there is none; ``cell`` is the value it is about."""

    text: str
    row: Record | None = None
    cell: Cell | None = None
    source: Source | None = None


Find = Callable[[Dataset], Iterable[Flaw]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One rule that a good dataset keeps; ``sentence`` says what it looks for, to a reader of the codebook.

    ``find`` yields what breaks it, nothing where all is well. ``doubts`` are fields of a finding that it doubts
    beside the value: who has confirmed one of these has looked too. ``whole`` tells that it doubts all of a row.
    """

    name: str
    severity: Severity
    sentence: str
    find: Find
    doubts: tuple[str, ...] = ()
    whole: bool = False

    def faults(self, dataset: Dataset) -> Iterator[Fault]:
        """Yield what the check finds. What a person has confirmed is not held back, only warned of."""
        for flaw in self.find(dataset):
            source = flaw.source or next(iter(flaw.cell.sources if flaw.cell else ()), None)
            yield Fault(
                check=self.name,
                severity="warn" if self.severity == "hold" and self._is_confirmed(flaw.cell) else self.severity,
                message=flaw.text,
                table=flaw.row.table if flaw.row else None,
                key=flaw.row.key if flaw.row else None,
                field=flaw.cell.field if flaw.cell and not self.whole else None,
                source=source,
            )

    def _is_confirmed(self, cell: Cell | None) -> bool:
        if cell is None:
            return False
        fields = (_FIELDS.get(cell.field, cell.field), *self.doubts)
        return any(source.confirmed_in(fields) for source in cell.sources)


_FIELDS: Final[dict[str, str]] = {"category_stated": "category", "indicator_status": "status"}
"""Fields of a finding by those of a record that have another name."""


def scored(rows: Iterable[Record]) -> Iterator[tuple[Record, Cell, Decimal]]:
    """Yield each row with a published score, its cell and the score."""
    for row in rows:
        cell = row.cell("score")
        if cell is not None and isinstance(cell.value, Decimal):
            yield row, cell, cell.value
