"""From sources to records: what makes two findings speak of the same row, and what each cell of it means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from pipeline.dataset.precedence import UNDECIDED, deciding_rule, ordered, precedence
from pipeline.dataset.settle import Stated, by_assertion, by_rounding, by_value
from pipeline.dataset.types import Cell, Conflict, Key, Record, RecordTable, Side, Source, Value
from pipeline.model import Finding, FindingType
from pipeline.reference.types import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One cell of a record: ``value`` reads it from a finding (None: the finding says nothing about it).

    ``of`` is the field of the finding that people decide about, where it has another name.

    Values with different qualifiers mean different things and never conflict; ``preferred`` lists the qualifiers
    that are shown first. ``vague`` are qualifiers under which even different values may all be true, as ranks
    among nobody knows whom: each value is a cell of its own.
    """

    name: str
    value: Callable[[Finding], Value | None]
    settle: Callable[[Sequence[Stated]], tuple[Side, ...]] = by_value
    qualifier: Callable[[Finding], str | None] = lambda _: None
    preferred: tuple[str | None, ...] = (None,)
    vague: tuple[str | None, ...] = ()
    of: str = ""

    def waits(self, source: Source) -> bool:
        """Tell whether what a source says of it waits for a person."""
        return source.waits(self.of or self.name)

    def order(self, qualifier: str | None) -> tuple[int, str]:
        """Return what qualifiers are sorted by: the preferred ones as listed, then all others."""
        preferred = self.preferred
        return preferred.index(qualifier) if qualifier in preferred else len(preferred), qualifier or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One table of records: the finding types that feed it, the key of a finding's row, and its fields."""

    table: RecordTable
    types: tuple[FindingType, ...]
    key: Callable[[Finding, Reference], Key | None]
    fields: tuple[Field, ...]


def _region_key(finding: Finding, reference: Reference) -> Key | None:
    """Key by region, edition and, for provinces, basis: a score without a stated basis is the province's own."""
    if finding.region_code is None or finding.edition is None:
        return None
    level = reference.regions[finding.region_code].level
    basis = (finding.basis or "provinsi") if level == "province" else None
    return Key(
        region_code=finding.region_code,
        edition=finding.edition,
        basis=finding.basis if level == "country" else basis,
        dimension=finding.dimension if finding.type == "dimension_score" else None,
    )


def _dimension_key(finding: Finding, reference: Reference) -> Key | None:
    return _region_key(finding, reference) if finding.dimension else None


def _indicator_key(finding: Finding, _: Reference) -> Key | None:
    if finding.region_code is None or finding.edition is None or finding.indicator is None:
        return None
    return Key(region_code=finding.region_code, edition=finding.edition, indicator=finding.indicator)


def _tally_key(finding: Finding, _: Reference) -> Key | None:
    if finding.scope_code is None or finding.edition is None or finding.level is None or finding.category is None:
        return None
    return Key(
        region_code=finding.scope_code,
        edition=finding.edition,
        dimension=finding.dimension,
        level=finding.level,
        category=finding.category,
    )


_SCORE = Field(name="score", value=attrgetter("score"), settle=by_rounding)
_CATEGORY_STATED = Field(name="category_stated", of="category", value=attrgetter("category"))
_RANK = Field(
    name="rank",
    value=attrgetter("rank"),
    qualifier=attrgetter("rank_scope"),
    preferred=("nasional", "provinsi", "kelompok", None),
    vague=("kelompok", None),
)
_COUNT = Field(
    name="count",
    value=attrgetter("count"),
    qualifier=attrgetter("unit"),
    preferred=("TPS", "kasus", None),
)

SHAPES: tuple[Shape, ...] = (
    Shape(
        table="scores",
        types=("score", "category"),
        key=_region_key,
        fields=(_SCORE, _CATEGORY_STATED, _RANK),
    ),
    Shape(
        table="dimension_scores",
        types=("dimension_score",),
        key=_dimension_key,
        fields=(_SCORE, Field(name="category", value=attrgetter("category")), _RANK),
    ),
    Shape(
        table="indicators",
        types=("indicator",),
        key=_indicator_key,
        fields=(
            Field(name="indicator_status", of="status", value=attrgetter("status"), settle=by_assertion),
            _COUNT,
        ),
    ),
    Shape(
        table="tallies",
        types=("tally",),
        key=_tally_key,
        fields=(Field(name="n", value=attrgetter("n")),),
    ),
)


def build(shape: Shape, sources: Iterable[Source], reference: Reference) -> tuple[list[Record], list[Conflict]]:
    """Return the records of one table and the conflicts that were settled in them, both sorted.

    ``sources`` may come in any order. What waits for a person is held back: it is named beside the values, and a
    cell that only it could fill is in review.
    """
    rows: dict[Key, list[Source]] = {}
    for source in sources:
        key = shape.key(source.finding, reference) if source.finding.type in shape.types else None
        if key is not None:
            rows.setdefault(key, []).append(source)
    records: list[Record] = []
    conflicts: list[Conflict] = []
    for key in sorted(rows, key=lambda key: key.order):
        record, found = _record(shape, key, ordered(rows[key]))
        records.append(record)
        conflicts += found
    return records, conflicts


def _record(shape: Shape, key: Key, sources: Sequence[Source]) -> tuple[Record, list[Conflict]]:
    cells: list[Cell] = []
    conflicts: list[Conflict] = []
    for field in shape.fields:
        for qualifier, stated in _comparable(field, sources):
            cell, sides = _cell(field, qualifier, stated)
            if len(sides) > 1:
                cell, conflict = _settled(shape, key, cell, sides)
                conflicts.append(conflict)
            cells.append(cell)
    return Record(table=shape.table, key=key, cells=tuple(cells)), conflicts


def _comparable(field: Field, sources: Sequence[Source]) -> Iterator[tuple[str | None, list[Stated]]]:
    """Yield the statements that answer the same question, each group with its qualifier, the preferred first."""
    groups: dict[str | None, list[Stated]] = {}
    read, qualifier_of = field.value, field.qualifier
    for source in sources:
        finding = source.finding
        value = read(finding)
        if value is not None:
            groups.setdefault(qualifier_of(finding), []).append((value, source))
    for name in sorted(groups, key=field.order) if len(groups) > 1 else groups:
        if name in field.vague:
            yield from ((name, group) for group in _by_value(groups[name]))
        else:
            yield name, groups[name]


def _by_value(stated: Sequence[Stated]) -> Iterable[list[Stated]]:
    groups: dict[Value, list[Stated]] = {}
    for value, source in stated:
        groups.setdefault(value, []).append((value, source))
    return groups.values()


def _cell(field: Field, qualifier: str | None, stated: Sequence[Stated]) -> tuple[Cell, tuple[Side, ...]]:
    """Return the cell as the leading side has it, and all sides; in review, and none, where all of it waits."""
    held: list[Source] = []
    counts: list[Stated] = []
    for pair in stated:
        if field.waits(pair[1]):
            held.append(pair[1])
        else:
            counts.append(pair)
    sides = field.settle(counts) if counts else ()
    leading = sides[0] if sides else None
    cell = Cell(
        field=field.name,
        value=leading.value if leading else None,
        status="value" if leading else "in review",
        sources=leading.sources if leading else (),
        held=tuple(held),
        qualifier=qualifier,
    )
    return cell, sides


def _settled(shape: Shape, key: Key, cell: Cell, sides: tuple[Side, ...]) -> tuple[Cell, Conflict]:
    """Return the cell with its conflict; where no rule decides nothing is published, and all sides wait."""
    name = f"{shape.table}:{key.name}:{cell.field}"
    conflict = Conflict(
        id=f"{name}:{cell.qualifier}" if cell.qualifier else name,
        table=shape.table,
        key=key,
        field=cell.field,
        qualifier=cell.qualifier,
        sides=sides,
        decided_by=(decided_by := _decided_by(sides)),
        open=decided_by == UNDECIDED,
    )
    if not conflict.open:
        return replace(cell, conflict=conflict.id), conflict
    held = tuple(source for side in sides for source in side.sources) + cell.held
    waiting = replace(cell, value=None, status="in review", sources=(), held=held, conflict=conflict.id)
    return waiting, conflict


def _decided_by(sides: Sequence[Side]) -> str:
    winner, loser = (min(side.sources, key=precedence) for side in sides[:2])
    return deciding_rule(winner, loser)
