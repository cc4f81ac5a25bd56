"""Differences of steps that follow each other, joined: what is left from the first state to the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from pipeline.dataset.changes.compared import COMPARED, Cause, Difference, alike, worst_first
from pipeline.dataset.changes.differences import differences
from pipeline.dataset.changes.published_side import Files

_Rows: TypeAlias = dict[tuple[str, ...], list[Difference]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Tables that one more input leads to: ``default`` is the cause of what it changes, but for ``causes``."""

    tables: Files
    default: Cause
    causes: Mapping[str, Cause] = field(default_factory=dict)


def stepped(published: Files, steps: Iterable[Step]) -> tuple[Difference, ...]:
    """Return what changed from the published tables to those of the last step, worst first.

    A field has the cause of the step in which it reached its last value. Tables with what a person decided come
    last, after the same without it: ``Step(tables=..., default="human")``.
    """
    runs: list[tuple[Difference, ...]] = []
    before = published
    for step in steps:
        runs.append(differences(before, step.tables, causes=step.causes, default=step.default))
        before = step.tables
    return netted(runs) if len(runs) > 1 else tuple(runs[0]) if runs else ()


def netted(runs: Iterable[Iterable[Difference]]) -> tuple[Difference, ...]:
    """Join the differences of runs that follow each other: what came back to where it was is none.

    A field that changed twice is told once, from its first value to its last, and so is a row that came or went;
    the run in which a field reached its last value has the say on cause, files, words and people.
    """
    rows: _Rows = {}
    for one in (one for run in runs for one in run):
        if one.old_key:
            _move(rows, one)
        else:
            rows.setdefault((one.table, one.key), []).append(one)
    return tuple(sorted((one for row in rows.values() for one in _net(row)), key=worst_first))


def _move(rows: _Rows, one: Difference) -> None:
    """Give a row that went to another region its history; a row that was there before ended before that."""
    old, new = (one.table, one.old_key), (one.table, one.key)
    if new in rows:
        rows[(*new, str(len(rows)))] = rows.pop(new)
    rows[new] = [*rows.pop(old, ()), one]


def _net(row: Sequence[Difference]) -> Iterator[Difference]:
    """Yield what remains of all that happened to one row, in the order in which it happened."""
    changes = [one for one in row if one.kind != "KEPT"]
    ends = {one.kind for one in changes} & {"ADD", "DEL"}
    found = tuple(_of_row(changes)) if ends else _of_fields(changes)
    solid = any(one.column != "evidence" for one in found)
    yield from (one for one in found if one.column != "evidence" or not solid)
    yield from _kept(row)


def _of_fields(changes: Sequence[Difference]) -> tuple[Difference, ...]:
    fields: dict[str, Difference] = {}
    for one in changes:
        earlier = fields.get(one.column, one)
        joined = replace(one, before=earlier.before, old_quote=earlier.old_quote)
        fields[one.column] = replace(joined, old_key=earlier.old_key) if one.old_key else joined
    last = changes[-1] if changes else None
    named = [replace(one, key=last.key, row=last.row) for one in fields.values()] if last else []
    return tuple(one for one in named if not alike(one.column, one.before, one.after))


def _of_row(row: Sequence[Difference]) -> Iterator[Difference]:
    """Yield what remains of a row that came or went: its value; of its other fields only one side is known."""
    came = [place for place, one in enumerate(row) if one.kind == "ADD"]
    went = [place for place, one in enumerate(row) if one.kind == "DEL"]
    first, last = row[0], row[-1]
    before = _value(first.table, [(one.column, one.before) for one in row[: went[0] + 1]] if went else [])
    after = _value(first.table, [(one.column, one.after) for one in reversed(row[came[-1] :])] if came else [])
    was_there, is_there = first.kind != "ADD", last.kind != "DEL"
    if was_there and is_there:
        column = min(before, after)[1]
        was, now = (side[2] if side[1] == column else "" for side in (before, after))
        if not alike(column, was, now):
            yield replace(_last(row, column), kind="MOD", column=column, before=was, after=now)
        yield from (one for one in row[came[-1] + 1 :] if one.column != column)
    elif is_there:
        one = _last(row[came[-1] :], after[1])
        yield replace(
            one, kind="ADD", key=last.key, row=last.row, column=after[1], before="", after=after[2], old_key=""
        )
    elif was_there:
        key = first.old_key or first.key
        yield replace(last, kind="DEL", key=key, column=before[1], before=before[2], after="", old_key="")


def _last(row: Sequence[Difference], column: str) -> Difference:
    """Return what brought a column of a row to its last value: the step that last changed it, else the row's last.

    A value that is only now shown, since the one before it went, came with that.
    """
    return next((one for one in reversed(row) if one.column == column), row[-1])


def _value(table: str, fields: Iterable[tuple[str, str]]) -> tuple[int, str, str]:
    """Return the value of a row, from what is first known of each field: place, name and text of its column."""
    columns = next((one.columns for one in COMPARED if one.name == table), ("",))
    known: dict[str, str] = {}
    for column, text in fields:
        known.setdefault(column, text)
    found = [
        (columns.index(column) if column in columns else len(columns), column, text)
        for column, text in known.items()
        if text
    ]
    return min(found, default=(len(columns), columns[0], ""))


def _kept(row: Sequence[Difference]) -> Iterator[Difference]:
    """Yield each value that was kept and did not change after, with what was proposed last."""
    last: dict[str, Difference] = {}
    for one in row:
        if one.kind == "MOD":
            last.pop(one.column, None)
        elif one.kind == "KEPT":
            last[one.column] = one
        else:
            last.clear()
    yield from last.values()
