"""Pages beside the queue: a region, a document, the log of decisions, what the last runs changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.dataset.changes.grouped import DifferenceGroup, grouped
from pipeline.dataset.types import Cell, Record
from pipeline.decision import Decision
from pipeline.model import Document, Span
from pipeline.web.item_pages import marks_of
from pipeline.web.marked import PART, Mark, Text, part_of, part_with
from pipeline.web.show import key_of
from pipeline.web.site import Answer, Visit, missing, page

LINES = 100
"""Batches of one page of the log."""
CHANGES = 200
"""Differences of one group that are shown behind its sample."""
_HASH = re.compile(r"[0-9a-f]{64}")
TABLES = ("scores", "dimension_scores", "indicators", "tallies")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A record of a region: what it is about, and its cells with keys and files of the findings behind each."""

    about: str
    cells: tuple[tuple[Cell, tuple[tuple[str, str], ...]], ...]


def region_page(visit: Visit) -> Answer:
    """Show all that the dataset has of a region, each value with the findings behind it."""
    found = visit.desk.region(visit.parts["code"])
    if found is None:
        return missing(visit, "error.region")
    tables = {
        table: [_row(visit, record) for record in found.records if record.table == table] for table in TABLES
    }
    return page(
        visit,
        "region.html",
        found=found,
        tables={table: rows for table, rows in tables.items() if rows},
        pending=[item for item in found.items if item.pending],
        settled=[item for item in found.items if not item.pending],
    )


def _row(visit: Visit, record: Record) -> Row:
    cells = [
        (cell, tuple((key_of(source), source.document.file) for source in cell.sources or cell.held))
        for cell in record.cells
        if cell.value is not None or cell.held
    ]
    return Row(about=visit.show.cell(record.key), cells=tuple(cells))


def document_page(visit: Visit) -> Answer:
    """Show a document as it was read with all of its findings; a long one in parts."""
    sha256 = visit.parts["sha256"]
    document = visit.desk.document(sha256) if _HASH.fullmatch(sha256) else None
    if document is None:
        return missing(visit, "error.document")
    items = visit.desk.findings_in(sha256)
    key = visit.query.get("at", "")
    here = next((item.finding.span for item in items if item.key == key), None)
    count = max(1, -(-len(document.blocks) // PART))
    number = min(_number(visit.query.get("part", ""), _first_part(document, here)), count)
    return page(
        visit,
        "document.html",
        document=document,
        items=items,
        file=items[0].item.file if items else document.title or sha256[:12],
        text=_part(document, marks_of(items, key, document), number),
        number=number,
        count=count,
        part_size=PART,
    )


def _first_part(document: Document, here: Span | None) -> int:
    return part_with(document, here) + 1 if here else 1


def _part(document: Document, marks: Sequence[Mark], number: int) -> Text:
    first = (number - 1) * PART
    return part_of(document, marks, first, min(first + PART, len(document.blocks)))


def _number(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 7 and int(text) else default


# --- the log ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What one stroke of a key wrote: its first line, how many there are, and the key of what it is about."""

    first: Decision
    lines: tuple[Decision, ...]
    key: str | None
    undone: bool


def decisions_page(visit: Visit) -> Answer:
    """Show the log, the newest first, of everybody or of one person."""
    log, actor = visit.desk.log, visit.query.get("actor", "").strip()
    wanted = [line for line in reversed(log) if actor.casefold() in line.actor.casefold()]
    batches: dict[str, list[Decision]] = {}
    for line in wanted:
        batches.setdefault(line.batch, []).append(line)
    pages = max(1, -(-len(batches) // LINES))
    number = min(_number(visit.query.get("page", ""), 1), pages)
    shown = list(batches.values())[(number - 1) * LINES : number * LINES]
    undone = {line.supersedes for line in log if line.verb == "undo"}
    return page(
        visit,
        "decisions.html",
        batches=[_batch(visit, list(reversed(lines)), undone) for lines in shown],
        count=len(batches),
        actor=actor,
        actors=sorted({line.actor for line in log}),
        number=number,
        pages=pages,
    )


def _batch(visit: Visit, lines: Sequence[Decision], undone: set[str | None]) -> Batch:
    item = visit.desk.item(lines[0].finding_id)
    return Batch(
        first=lines[0],
        lines=tuple(lines),
        key=item.key if item else None,
        undone=any(line.id in undone for line in lines),
    )


# --- what the last runs changed ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Caused:
    """All that one cause changed: how many values, and the groups, those with the worst difference first."""

    cause: str
    count: int
    groups: tuple[DifferenceGroup, ...]


def changes_page(visit: Visit) -> Answer:
    """Show what the last run that changed anything changed in the dataset, the cause of most changes first."""
    run, differences = visit.desk.changes()
    causes: dict[str, list[DifferenceGroup]] = {}
    for group in grouped(differences):
        causes.setdefault(group.cause, []).append(group)
    found = [
        Caused(cause=cause, count=sum(group.count for group in groups), groups=tuple(groups))
        for cause, groups in causes.items()
    ]
    found.sort(key=lambda one: -one.count)
    return page(visit, "changes.html", run=run, causes=found, most=CHANGES)
