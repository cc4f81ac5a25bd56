"""What changed between two published datasets: field by field, worst first, each with its cause.

Compared are the published tables themselves, so that a dataset of any earlier version will do; columns that only
one of the two has, times and versions make no difference. Why a finding changed is an argument: it was found by
extracting again what a value was read from, step by step. A field takes the cause of the findings behind it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from pipeline.dataset.changes.behind import Behind, Ground, touched
from pipeline.dataset.changes.compared import (
    COMPARED,
    FINDINGS,
    REGION,
    Cause,
    Compared,
    Difference,
    Kind,
    alike,
    worst_first,
)
from pipeline.dataset.changes.published_side import Files, Region, Row, Side, at, sides_of
from pipeline.dataset.changes.reassigned import Pair, paired
from pipeline.dataset.changes.spoken import Findings, Spoken
from pipeline.dataset.tables.columns import LIST_MARK
from pipeline.dataset.tables.csvtext import restore

Field: TypeAlias = tuple[Kind, str, str, str]
MOST_FINDINGS: Final = 5_000
"""Findings that are looked at together, of both sides: some fifteen megabytes."""
NO_CAUSES: Final[Mapping[str, Cause]] = {}


def differences(
    before: Files,
    after: Files,
    *,
    causes: Mapping[str, Cause] = NO_CAUSES,
    default: Cause = "unknown",
) -> tuple[Difference, ...]:
    """Return what changed between two sets of published files (see ``FILES``), worst first.

    ``causes`` tells why findings changed (by id), and documents that hold the same bytes (by SHA-256). What goes
    back to a document that is new, gone or another version is laid to it, anything else to ``default``. A file
    that is missing counts as empty.
    """
    sides = sides_of(before, after)
    questions = [_Question(table, pair) for table in COMPARED for pair in _pairs(table, *sides)]
    if not questions and not sides[1].has_decisions:
        return ()
    regions = {region for one in questions for region in _regions(one.pair)}
    findings = tuple(Findings(side.files.get(FINDINGS), regions) for side in sides)
    registers = (side.tables["documents"] for side in sides)
    ground = Ground(
        sides=(replace(sides[0], tables={}), replace(sides[1], tables={})),
        spoken=_about(findings, ()),
        causes=causes,
        default=default,
        touched=frozenset(restore(name) for name in touched(*registers)),
    )
    del sides  # their rows are in the questions, and go with them
    questions += _all_kept(ground)
    told: list[Difference] = []
    for batch in _batches(questions, findings):
        about = {region for one in batch for region in _regions(one.pair)}
        here = replace(ground, spoken=_about(findings, about))
        told += (difference for one in batch for difference in _told(one, here))
    return tuple(sorted(told, key=worst_first))


@dataclass(frozen=True, slots=True)
class _Question:
    """A row that differs; or one that may not although people corrected the findings behind it, ``listed``."""

    table: Compared
    pair: Pair
    listed: tuple[str, ...] = ()


def _about(findings: Sequence[Findings], regions: Collection[Region]) -> tuple[Spoken, Spoken]:
    old, new = (side.about(regions) for side in findings)
    return old, new


def _regions(pair: Pair) -> list[Region]:
    """Return the regions, each with its edition, that a row was and is about."""
    return sorted({(at(row, REGION), at(row, "edition")) for row in (pair.old, pair.new) if row})


def _batches(questions: list[_Question], findings: Sequence[Findings]) -> Iterator[list[_Question]]:
    """Take out what is to be told, region by region, so that not too many findings are looked at together."""
    batch: list[_Question] = []
    counted: dict[Region, int] = {}
    questions.sort(key=lambda one: _regions(one.pair), reverse=True)
    while questions:
        one = questions.pop()
        new = {region: sum(side.count(region) for side in findings) for region in _regions(one.pair)}
        if batch and not new.keys() <= counted.keys() and sum((counted | new).values()) > MOST_FINDINGS:
            yield batch
            batch, counted = [], {}
        counted |= new
        batch.append(one)
    if batch:
        yield batch


def _pairs(table: Compared, old: Side, new: Side) -> Iterator[Pair]:
    """Yield what differs in a table: rows that changed, came or went, or went to another region."""
    befores, afters = old.tables[table.name], new.tables[table.name]
    pairs = [
        Pair(key=key, old=befores.get(key), new=afters.get(key)) for key in sorted(befores.keys() | afters.keys())
    ]
    return (pair for pair in paired(table, pairs) if any(True for _ in _fields(table, pair)))


def _fields(table: Compared, pair: Pair) -> Iterator[Field]:
    """Yield kind, column, old and new value of each field that differs; of a row that came or went its value.

    Words are told only where nothing else of the row changed: they stand beside every other difference.
    """
    before, after = pair.old, pair.new
    if before is None or after is None:
        row = after or before or {}
        column = next((name for name in table.columns if at(row, name)), table.columns[0])
        yield ("ADD", column, "", at(row, column)) if before is None else ("DEL", column, at(row, column), "")
        return
    shared = [name for name in table.columns if name in before and name in after]
    changed = [name for name in shared if not alike(name, at(before, name), at(after, name))]
    if pair.moved:
        yield "MOD", REGION, _region(before), _region(after)
    for name in changed:
        if name != "evidence" or (len(changed) == 1 and not pair.moved):
            yield "MOD", name, at(before, name), at(after, name)


def _told(one: _Question, ground: Ground) -> Iterator[Difference]:
    table, pair = one.table, one.pair
    behind = ground.behind(table, pair)
    if not one.listed:
        yield from (_difference(table, pair, ground, behind, field) for field in _fields(table, pair))
        return
    row, before = pair.new or {}, pair.old or {}
    for column, said in ground.kept(table, row, one.listed):
        value = at(row, column)
        if alike(column, at(before, column), value):
            kept = _difference(table, pair, ground, behind, ("KEPT", column, value, value))
            yield replace(kept, extracted=said, human=value)


def _difference(table: Compared, pair: Pair, ground: Ground, behind: Behind, field: Field) -> Difference:
    kind, column, was, now = field
    shown = pair.new or pair.old or {}
    changed = ground.changed(column, behind)
    extracted, human = ground.decided(column, behind.findings)
    files, old_quote, quote = ground.told(changed, behind)
    return Difference(
        kind=kind,
        table=table.name,
        key=_name(table, pair.key, shown),
        column=column,
        before=was,
        after=now,
        cause=ground.cause(column, changed, behind),
        files=files,
        quote=quote or at(shown, "evidence"),
        old_quote=old_quote or at(pair.old or {}, "evidence"),
        extracted=extracted,
        human=human,
        findings=behind.shown,
        rules=ground.rules(changed, behind),
        old_key=_name(table, pair.old_key, pair.old or {}) if pair.moved else "",
        row=pair.key,
        waits=bool(was) and not now and ground.waits(changed),
    )


def _all_kept(ground: Ground) -> Iterator[_Question]:
    """Yield the rows whose values may not have changed because a person's stands against what is extracted now."""
    spoken = ground.spoken[1]
    corrected = frozenset(one for one in spoken.by_id if spoken.machine(one))
    if not corrected:
        return
    for table in COMPARED[:-1]:
        # Under another id, as of a file that was renamed, it proposes nothing new.
        keys = set.intersection(*(side.naming(table, corrected) for side in ground.sides))
        old, new = (side.rows(table, keys) for side in ground.sides)
        for key, row in new.items():
            listed = corrected.intersection(*(at(side, "findings").split(LIST_MARK) for side in (old[key], row)))
            if listed:
                yield _Question(table, Pair(key=key, old=old[key], new=row), tuple(sorted(listed)))


def _region(row: Row) -> str:
    return f"{at(row, 'region')} ({at(row, REGION)})".strip()


def _name(table: Compared, key: tuple[str, ...], row: Row) -> str:
    if table.name == "documents":
        return " ".join(part for part in key if part)
    return " ".join((f"{at(row, 'region')} ({key[0]})", *(part for part in key[1:] if part)))
