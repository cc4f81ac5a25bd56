"""Decisions as CSV, and back: every line of the log as it is, or new decisions that a person typed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, get_args

from pipeline.dataset.tables.csvtext import csv_bytes, restore
from pipeline.decision import Decision, Verb
from pipeline.errors import UsageError
from pipeline.review.queue import QueueItem

LOG_COLUMNS: Final = (
    "number", "id", "batch", "of", "at", "actor", "verb", "finding_id", "field", "before", "after", "reason",
    "note", "supersedes", "confirms", "flips", "family", "file", "region_code", "edition", "quote", "context",
    "evidence_hash", "seen",
)  # fmt: skip
QUEUE_COLUMNS: Final = (
    "finding_id", "verb", "field", "after", "reason", "note", "kind", "type", "region_code", "edition", "value",
    "published", "confidence", "cause", "why", "file", "page", "quote",
)  # fmt: skip
_FLAGS: Final = {"true": True, "false": False, "": False}  # spreadsheets write TRUE
_OF_THE_DOCUMENT: Final = ("family", "file", "context", "evidence_hash")
_TYPED: Final = ("accept", "reject", "edit", "keep", "defer", "withdraw")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A decision that a person typed: which finding, what is to be done, for ``edit`` fields and texts.

    ``fields`` are those that are accepted or rejected, empty for all.
    """

    line: int
    finding_id: str
    act: str
    changes: Mapping[str, str]
    fields: tuple[str, ...]
    reason: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a CSV file says: rows of a log in their order there, and new decisions."""

    written: tuple[Mapping[str, str], ...]
    orders: tuple[Order, ...]


def log_csv(lines: Iterable[Decision], seen: Iterable[str]) -> bytes:
    """Return the log as CSV; ``seen`` are the findings as they were seen, as JSON, one a line.

    The rows are numbered, so that a spreadsheet may sort them.
    """
    numbered = enumerate(zip(lines, seen, strict=True), start=1)
    return csv_bytes(LOG_COLUMNS, ((number, *_row(line, json)) for number, (line, json) in numbered))


def _row(line: Decision, json: str) -> tuple[str | int | bool | None, ...]:
    finding = line.seen
    return (
        line.id, line.batch, line.of, line.at, line.actor, line.verb, line.finding_id, line.field,
        line.before, line.after, line.reason, line.note, line.supersedes, line.confirms, line.flips,
        line.family, line.file, finding.region_code if finding else None, finding.edition if finding else None,
        finding.raw if finding else None, line.context, line.evidence_hash, json,
    )  # fmt: skip


def queue_csv(items: Iterable[QueueItem]) -> bytes:
    """Return what waits as CSV; who fills in verb, field and after gives it back with ``--import``."""
    return csv_bytes(QUEUE_COLUMNS, map(_waiting, items))


def _waiting(item: QueueItem) -> tuple[str | int | None, ...]:
    machine, finding = item.item.machine, item.finding
    return (
        item.key, None, None, None, None, None, item.kind, machine.type,
        finding.region_code or finding.scope_code, finding.edition, item.value, item.published,
        f"{machine.confidence:.3f}", item.cause, item.why, item.item.file, machine.place.page, machine.raw,
    )  # fmt: skip


def parse(data: bytes, *, where: str) -> Sheet:
    """Read a CSV file of decisions: rows with an ``id`` are lines of a log, rows with a verb alone are new.

    Rows without a verb are passed over. Raises UsageError with the line of what is neither.
    """
    try:
        reader = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        rows = [
            (reader.line_num, {k: restore(v or "") for k, v in row.items() if k is not None}) for row in reader
        ]
    except (UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"is no CSV ({error})", where=where, remedy="save it as CSV in UTF-8") from error
    if rows and not {"finding_id", "verb"} <= rows[0][1].keys():
        raise UsageError("has no columns finding_id and verb", where=where, remedy="export a list and fill it in")
    written = [row for _, row in rows if row.get("id")]
    if all(row.get("number", "").isdigit() for row in written):
        written.sort(key=lambda row: int(row["number"]))
    return Sheet(written=tuple(written), orders=tuple(_orders(rows, where)))


def _orders(rows: Iterable[tuple[int, Mapping[str, str]]], where: str) -> Iterator[Order]:
    """Yield new decisions; rows of one finding and verb, one a field, are one decision."""
    orders: dict[tuple[str, str], Order] = {}
    for number, row in rows:
        order = None if row.get("id") else _order(row, number, f"{where} line {number}")
        if order is not None:
            earlier = orders.get((order.finding_id, order.act), order)
            orders[order.finding_id, order.act] = replace(
                order,
                line=earlier.line,
                changes={**earlier.changes, **order.changes},
                fields=tuple(dict.fromkeys((*earlier.fields, *order.fields))),
            )
    yield from orders.values()


def _order(row: Mapping[str, str], number: int, where: str) -> Order | None:
    """Return what one row says, None where it says nothing."""
    verb, field, after = (row.get(name, "").strip() for name in ("verb", "field", "after"))
    if not verb and not field and not after:
        return None
    if verb not in _TYPED:
        raise UsageError(f"{verb!r} is no decision", where=where, remedy=f"use one of {', '.join(_TYPED)}")
    if verb == "edit" and not field:
        raise UsageError("edits no field", where=where, remedy="name one in column field")
    if verb != "edit" and after:
        raise UsageError(f"{verb} takes no new value", where=where, remedy="write edit, or empty column after")
    if field and verb not in {"edit", "accept", "reject"}:
        raise UsageError(f"{verb} is of the whole finding", where=where, remedy="empty column field")
    return Order(
        line=number,
        finding_id=row["finding_id"].strip(),
        act=verb,
        changes={field: after} if verb == "edit" else {},
        fields=(field,) if field and verb != "edit" else (),
        reason=row.get("reason", ""),
        note=row.get("note", ""),
    )


def members_of(row: Mapping[str, str]) -> dict[str, object]:
    """Return a row of a log as the members of a ``Decision``, but for ``seen``.

    Raises ValueError or KeyError where it is none.
    """
    if row["verb"] not in get_args(Verb):
        raise ValueError(f"{row['verb']!r} is no verb")
    texts = ("id", "batch", "at", "actor", "verb", "finding_id", "field", "reason", "note", *_OF_THE_DOCUMENT)
    return {
        **{name: row.get(name, "") for name in texts},
        **{name: row.get(name) or None for name in ("before", "after", "supersedes", "confirms")},
        "of": int(row["of"]),
        "flips": _FLAGS[row.get("flips", "").strip().lower()],
    }
