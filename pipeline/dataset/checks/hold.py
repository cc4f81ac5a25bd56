"""Values that a check holds back: they go, what states them waits for a person, and the hole is stated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.dataset.coverage import EDITION, coverage
from pipeline.dataset.precedence import HELD_BACK
from pipeline.dataset.types import (
    Cell,
    Conflict,
    Coverage,
    Dataset,
    Fault,
    Listed,
    Record,
    RecordTable,
    RowName,
    Source,
)

_Doubted = Mapping[RowName, Mapping[int, Cell]]
"""By row the cells whose values go, by identity."""
_Lost = Mapping[str, tuple[Source, ...]]
"""By conflict the sources that lost it: where the winning value goes, nothing outweighs them."""


def held_back(dataset: Dataset, faults: Sequence[Fault]) -> Dataset:
    """Return the dataset without the values that faults hold back, and without what rests on these alone."""
    by_place: dict[RowName, list[Fault]] = {}
    for fault in faults:
        if fault.severity == "hold" and fault.row_name is not None:
            by_place.setdefault(fault.row_name, []).append(fault)
    if not by_place:
        return dataset
    doubted = {
        (row.table, row.key): _doubted(row, by_place[row.table, row.key])
        for row in dataset.records
        if (row.table, row.key) in by_place
    }
    lost = _lost(dataset.conflicts, doubted)
    tables: dict[RecordTable, tuple[Record, ...]] = {
        "scores": _emptied(dataset.scores, doubted, lost),
        "dimension_scores": _emptied(dataset.dimension_scores, doubted, lost),
        "indicators": _emptied(dataset.indicators, doubted, lost),
        "tallies": _emptied(dataset.tallies, doubted, lost),
    }
    listed = _relisted(dataset, by_place, doubted, lost)
    return replace(
        dataset,
        findings=listed,
        scores=tables["scores"],
        dimension_scores=tables["dimension_scores"],
        indicators=tables["indicators"],
        tallies=tables["tallies"],
        conflicts=tuple(_opened(one) if one.id in lost else one for one in dataset.conflicts),
        coverage=_stated(coverage(dataset.documents, listed, tables, dataset.reference), by_place),
    )


def _doubted(record: Record, faults: Iterable[Fault]) -> dict[int, Cell]:
    """Return the cells of a row that faults doubt, and those that only the findings behind them state."""
    fields = {fault.field for fault in faults}
    cells = [cell for cell in record.cells if None in fields or cell.field in fields]
    behind = {id(source) for cell in cells for source in cell.sources}
    cells += [cell for cell in record.cells if cell.sources and behind.issuperset(map(id, cell.sources))]
    return {id(cell): cell for cell in cells}


def _lost(conflicts: Iterable[Conflict], doubted: _Doubted) -> _Lost:
    names = {cell.conflict for cells in doubted.values() for cell in cells.values()}
    return {
        one.id: tuple(source for side in one.sides[1:] for source in side.sources)
        for one in conflicts
        if one.id in names and not one.open
    }


def _opened(conflict: Conflict) -> Conflict:
    return replace(conflict, open=True, decided_by=HELD_BACK.name)


def _emptied(records: Iterable[Record], doubted: _Doubted, lost: _Lost) -> tuple[Record, ...]:
    return tuple(
        _without(one, doubted[one.table, one.key], lost) if (one.table, one.key) in doubted else one
        for one in records
    )


def _without(record: Record, doubted: Mapping[int, Cell], lost: _Lost) -> Record:
    cells = (_waiting(cell, lost) if id(cell) in doubted else cell for cell in record.cells)
    return replace(record, cells=tuple(cells))


def _waiting(cell: Cell, lost: _Lost) -> Cell:
    sources = (*cell.sources, *lost.get(cell.conflict or "", ()), *cell.held)
    held = tuple({id(source): source for source in sources}.values())
    return replace(cell, value=None, status="in review", sources=(), held=held)


def _relisted(
    dataset: Dataset, faults: Mapping[RowName, Sequence[Fault]], doubted: _Doubted, lost: _Lost
) -> tuple[Listed, ...]:
    """List the findings anew: those that stand behind a value that is held back wait, and say why."""
    behind = {
        id(source): "; ".join(fault.message for fault in faults[place])
        for place, cells in doubted.items()
        for cell in cells.values()
        for source in cell.sources + lost.get(cell.conflict or "", ())
    }
    return tuple(
        replace(entry, standing="held back", reason=behind[id(entry.source)])
        if id(entry.source) in behind
        else entry
        for entry in dataset.findings
    )


def _stated(entries: Iterable[Coverage], faults: Mapping[RowName, Sequence[Fault]]) -> tuple[Coverage, ...]:
    """Say of each region which checks hold its score or category of the covered edition back."""
    checks: dict[str, dict[str, None]] = {}
    for (table, key), found in faults.items():
        if table == "scores" and key.edition == EDITION and key.basis != "agregat_kabkota":
            checks.setdefault(key.region_code, {}).update(dict.fromkeys(fault.check for fault in found))
    return tuple(replace(entry, held_back=tuple(checks.get(entry.region_code, ()))) for entry in entries)
