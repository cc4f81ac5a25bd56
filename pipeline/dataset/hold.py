"""Rows that a check holds back: their values go, what states them waits for a person, and the hole is stated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pipeline.dataset.coverage import EDITION, coverage
from pipeline.dataset.precedence import HELD_BACK
from pipeline.dataset.types import (
    Cell,
    Conflict,
    Coverage,
    Dataset,
    Fault,
    Key,
    Listed,
    Record,
    RecordTable,
    Source,
)

_Faults = Mapping[tuple[RecordTable, Key], list[Fault]]
_Lost = Mapping[str, tuple[Source, ...]]


def held_back(dataset: Dataset, faults: tuple[Fault, ...]) -> Dataset:
    """Return the dataset with its ``faults``, and without the values of rows that they hold back."""
    by_place: dict[tuple[RecordTable, Key], list[Fault]] = {}
    for fault in faults:
        if fault.severity == "hold" and fault.place is not None:
            by_place.setdefault(fault.place, []).append(fault)
    if not by_place:
        return replace(dataset, faults=faults)
    lost = _lost(dataset.conflicts, by_place)
    tables: dict[RecordTable, tuple[Record, ...]] = {
        "scores": _emptied(dataset.scores, by_place, lost),
        "dimension_scores": _emptied(dataset.dimension_scores, by_place, lost),
        "indicators": _emptied(dataset.indicators, by_place, lost),
        "tallies": _emptied(dataset.tallies, by_place, lost),
    }
    listed = _relisted(dataset, by_place, lost)
    return replace(
        dataset,
        faults=faults,
        findings=listed,
        scores=tables["scores"],
        dimension_scores=tables["dimension_scores"],
        indicators=tables["indicators"],
        tallies=tables["tallies"],
        conflicts=tuple(_opened(one) if one.id in lost else one for one in dataset.conflicts),
        coverage=_stated(coverage(dataset.documents, listed, tables, dataset.reference), by_place),
    )


def _lost(conflicts: Iterable[Conflict], faults: _Faults) -> _Lost:
    """Return, by conflict about a row that is held back, the sources that lost it: nothing outweighs them now."""
    return {
        one.id: tuple(source for side in one.sides[1:] for source in side.sources)
        for one in conflicts
        if (one.table, one.key) in faults and not one.open
    }


def _opened(conflict: Conflict) -> Conflict:
    return replace(conflict, open=True, decided_by=HELD_BACK.name)


def _emptied(records: Iterable[Record], faults: _Faults, lost: _Lost) -> tuple[Record, ...]:
    return tuple(_without_values(one, lost) if (one.table, one.key) in faults else one for one in records)


def _without_values(record: Record, lost: _Lost) -> Record:
    return replace(record, cells=tuple(_waiting(cell, lost) for cell in record.cells))


def _waiting(cell: Cell, lost: _Lost) -> Cell:
    sources = (*cell.sources, *lost.get(cell.conflict or "", ()), *cell.held)
    held = tuple({id(source): source for source in sources}.values())
    return replace(cell, value=None, status="in review", sources=(), held=held)


def _relisted(dataset: Dataset, faults: _Faults, lost: _Lost) -> tuple[Listed, ...]:
    """List the findings anew: those that stand behind a row that is held back wait, and say why."""
    behind = {
        id(source): "; ".join(fault.message for fault in faults[record.table, record.key])
        for record in dataset.records
        if (record.table, record.key) in faults
        for cell in record.cells
        for source in cell.sources + lost.get(cell.conflict or "", ())
    }
    return tuple(
        replace(entry, standing="held back", reason=behind[id(entry.source)])
        if id(entry.source) in behind
        else entry
        for entry in dataset.findings
    )


def _stated(entries: Iterable[Coverage], faults: _Faults) -> tuple[Coverage, ...]:
    """Say of each region which checks hold its score or category of the covered edition back."""
    checks: dict[str, dict[str, None]] = {}
    for (table, key), found in faults.items():
        if table == "scores" and key.edition == EDITION and key.basis != "agregat_kabkota":
            checks.setdefault(key.region_code, {}).update(dict.fromkeys(fault.check for fault in found))
    return tuple(replace(entry, held_back=tuple(checks.get(entry.region_code, ()))) for entry in entries)
