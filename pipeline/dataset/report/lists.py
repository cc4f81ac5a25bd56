"""The report's lists: contradictions, changes, warnings, and what waits for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from pipeline.dataset.changes.changed import Changed
from pipeline.dataset.report.detail import LISTED_QUOTE, Detail, named, quoted, valued
from pipeline.dataset.report.evidence import Plain, Register, independent, row
from pipeline.dataset.report.values import Places
from pipeline.dataset.tables.columns import public
from pipeline.dataset.types import Conflict, Dataset, Fault, Key, RecordTable, Side
from pipeline.dataset.visible import trimmed, visible

CHANGE: Final = (
    *("kind", "table", "key", "old_key", "column", "before", "after", "cause", "quote", "old_quote"),
    *("extracted", "human", "files", "more_files", "rules"),
)
WARNING: Final = ("severity", "check", "region", "edition", "mean", "of", "message", "file")
_MOST_SIDES, _MOST_SOURCES, _MOST_FILES, _MOST_RULES = 6, 3, 3, 2
_MESSAGE: Final = 400  # characters of what a check says


def conflicts(dataset: Dataset, places: Places, detail: Detail, register: Register) -> list[Plain]:
    """Return contradictions with all their sides, open ones first, no more than the detail lists."""
    known = [
        one
        for one in dataset.conflicts
        if one.key.region_code in places.regions and one.key.edition in places.editions
    ]
    known.sort(key=lambda one: (not one.open, one.id))
    valued_places = _published(dataset)
    return [
        {"published": (one.table, one.key, one.field) in valued_places, **_conflict(one, places, detail, register)}
        for one in known[: detail.listed]
    ]


def _published(dataset: Dataset) -> set[tuple[RecordTable, Key, str]]:
    """Return the fields with a value: of a row that a check holds back none, though its conflict is settled."""
    return {
        (record.table, record.key, cell.field)
        for record in dataset.records
        for cell in record.cells
        if cell.value is not None
    }


def _conflict(one: Conflict, places: Places, detail: Detail, register: Register) -> dict[str, Plain]:
    key = one.key
    return {
        "region": places.regions[key.region_code],
        "edition": places.editions[key.edition],
        "mean": key.basis == "agregat_kabkota",
        "table": one.table,
        "field": one.field,
        "dimension": key.dimension,
        "indicator": key.indicator,
        "level": key.level,
        "category": key.category,
        "qualifier": valued(one.qualifier) if one.qualifier else None,
        "open": one.open,
        "rule": one.decided_by,
        "sides": [_side(side, detail, register) for side in one.sides[:_MOST_SIDES]],
        "more": max(0, len(one.sides) - _MOST_SIDES),
    }


def _side(side: Side, detail: Detail, register: Register) -> dict[str, Plain]:
    shown = independent(side.sources)[:_MOST_SOURCES]
    most = max(detail.quote, LISTED_QUOTE)
    return {
        "value": valued(side.value),
        "documents": len({source.document.sha256 for source in side.sources}),
        "evidence": [row(source, "stated", register, most) for source in shown],
    }


def changes(found: Sequence[Changed], detail: Detail) -> list[Plain]:
    """Return rows of ``CHANGE``, worst first as given, no more than the detail lists."""
    most = max(detail.quote, LISTED_QUOTE)
    return [_change(change, most) for change in found[: detail.listed]]


def _change(change: Changed, most: int) -> Plain:
    one = change.one
    return [
        change.kind,
        valued(one.table),
        valued(one.key),
        valued(one.old_key),
        valued(one.column),
        valued(one.before),
        valued(one.after),
        one.cause,
        quoted(one.quote, most),
        quoted(one.old_quote, most),
        valued(one.extracted),
        valued(one.human),
        [named(file) for file in one.files[:_MOST_FILES]],
        max(0, len(one.files) - _MOST_FILES),
        [valued(rule) for rule in one.rules[:_MOST_RULES]],
    ]


def warnings(found: Sequence[Fault], places: Places, detail: Detail) -> list[Plain]:
    """Return rows of ``WARNING`` for what the checks found, the gravest first, no more than the detail lists."""
    return [_warning(one, places) for one in found[: detail.listed]]


def _warning(one: Fault, places: Places) -> Plain:
    key = one.key
    parts = (key.dimension, key.indicator, key.level, key.category) if key else ()
    return [
        one.severity,
        valued(one.check),
        places.regions.get(key.region_code) if key else None,
        key.edition if key else None,
        key is not None and key.basis == "agregat_kabkota",
        [valued(part) for part in parts if part is not None],
        trimmed(visible(public(one.message) or ""), _MESSAGE),
        named(one.source.document.file) if one.source else None,
    ]


def waiting(dataset: Dataset, places: Places) -> list[Plain]:
    """Count the findings that wait for a person: ``[region, type, n]``, region -1 where none is known.

    A finding counts as in coverage.csv: all that it states waits, and its document is read.
    """
    counts: Counter[tuple[int, str]] = Counter()
    for entry in dataset.findings:
        source = entry.source
        if entry.waits and source.document.status == "read":
            code = source.finding.region_code or source.finding.scope_code or ""
            counts[places.regions.get(code, -1), source.finding.type] += 1
    return [[region, kind, n] for (region, kind), n in sorted(counts.items())]
