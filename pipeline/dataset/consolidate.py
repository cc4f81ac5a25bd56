"""The one function that turns what was read into the national dataset."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.account import Account
from pipeline.dataset.admit import refusal, set_aside
from pipeline.dataset.categories import with_categories
from pipeline.dataset.coverage import coverage
from pipeline.dataset.documents import all_documents, register, source_order, sources_of
from pipeline.dataset.records import SHAPES, build
from pipeline.dataset.types import Conflict, Dataset, Listed, Record, RecordTable, Source, Standing
from pipeline.dataset.unmatched import unmatched_issues
from pipeline.model import Quarantined
from pipeline.reference.types import Reference


def consolidate(accounts: Sequence[Account], quarantined: Sequence[Quarantined], reference: Reference) -> Dataset:
    """Return the dataset of all documents; the order in which they are given makes no difference.

    Agreeing findings become one cell that lists them all; disagreeing ones a conflict, settled by
    ``precedence.PRECEDENCE``. Only findings decided ``auto`` become values. Findings without region or edition,
    of superseded documents, or that cannot be true (``admit.refusal``) are listed and nothing more.
    """
    read = register(accounts)
    documents = all_documents(read, quarantined)
    found = settled(sources_of(accounts, read), reference)
    return Dataset(
        reference=reference,
        documents=documents,
        findings=found.listed,
        scores=found.tables["scores"],
        dimension_scores=found.tables["dimension_scores"],
        indicators=found.tables["indicators"],
        tallies=found.tables["tallies"],
        conflicts=found.conflicts,
        unmatched=unmatched_issues(entry.source for entry in found.listed if entry.standing == "unmatched"),
        coverage=coverage(documents, found.listed, found.tables, reference),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Records by table, the conflicts that were settled in them, and what became of each finding; all sorted."""

    tables: Mapping[RecordTable, tuple[Record, ...]]
    conflicts: tuple[Conflict, ...]
    listed: tuple[Listed, ...]


def settled(sources: Sequence[Source], reference: Reference) -> Settled:
    """Return the records that findings make. A record depends on the findings of its key alone."""
    aside = ((source, _aside(source, reference)) for source in sources)
    found = sorted(aside, key=lambda one: (*source_order(one[0]), one[1] is None))
    admitted = [source for source, listed in found if listed is None]
    tables: dict[RecordTable, tuple[Record, ...]] = {}
    conflicts: list[Conflict] = []
    for shape in SHAPES:
        records, argued = build(shape, admitted, reference)
        conflicts += argued
        tables[shape.table] = tuple(records)
    judged = [with_categories(record, reference) for record in tables["scores"]]
    conflicts += [conflict for _, added in judged for conflict in added]
    tables["scores"] = tuple(record for record, _ in judged)
    standing = _standings([record for records in tables.values() for record in records], conflicts)
    return Settled(
        tables=tables,
        conflicts=tuple(sorted(conflicts, key=lambda conflict: conflict.id)),
        listed=tuple([listed or Listed(source=one, standing=standing(one)) for one, listed in found]),
    )


def _aside(source: Source, reference: Reference) -> Listed | None:
    standing, reason = set_aside(source), refusal(source.finding, reference)
    if reason is not None and source.document.status == "read":
        return Listed(source=source, standing="refused", reason=reason)
    return None if standing is None else Listed(source=source, standing=standing)


def _standings(records: Iterable[Record], conflicts: Iterable[Conflict]) -> Callable[[Source], Standing]:
    """Return what says of an admitted finding whether it is held, stands behind a published value, or lost."""
    behind = {id(source) for record in records for cell in record.cells for source in cell.sources}
    arguing: dict[int, Standing] = {
        id(source): "undecided" if conflict.open else "outweighed"
        for conflict in conflicts
        for side in conflict.sides
        for source in side.sources
    }

    def standing(source: Source) -> Standing:
        if id(source) in behind:
            return "published"
        if source.held:
            return "held"
        return arguing.get(id(source), "listed")

    return standing
