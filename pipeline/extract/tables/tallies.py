"""Tables that count regions: how many kabupaten and kota, or provinces, are in each category."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.tables.columns import WHOLE, is_level
from pipeline.extract.tables.grid import Cell, Grid, Row
from pipeline.extract.tables.places import names_region, regions_in
from pipeline.extract.words.values import parse_category, parse_count
from pipeline.model import Category, TallyLevel
from pipeline.reference.calibration import KNOWN_DOUBT
from pipeline.text import fold

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Inherited
    from pipeline.extract.scene.scene import Scene
    from pipeline.extract.tables.places import Caption

TALLY = Rule(id="tally.table", version=2)
"""A row or column of a table that counts the regions of a category.

> | Kategori | Jumlah kabupaten/kota |
> | --- | --- |
> | Tinggi | 7 |
> | Sedang | 20 |
"""

_NUMBERLESS = re.compile(r"(?:jumlah|total|banyaknya|daerah|wilayah|[ /])*")
_NATION = re.compile(r"nasional|se-?\s?indonesia|seluruh indonesia|di indonesia")
_LEVELS: tuple[tuple[TallyLevel, re.Pattern[str]], ...] = (
    ("polling_station", re.compile(r"(?<![a-z])tps(?![a-z])")),
    ("district", re.compile(r"kecamatan|distrik")),
    ("regency_city", re.compile(r"kab(?![a-z])|kabupaten|kota")),
    ("province", re.compile(r"provinsi")),
)
_PARTS = re.compile(r"^jumlah(?: (?:daerah|wilayah))?$|^(?:daerah|wilayah)$|^banyaknya")
_PROVINCE = 2  # characters of a province's code
_NATIONAL = 100  # no province has as many kabupaten and kota
_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class _Count:
    row: Row
    level: TallyLevel | None
    category: Category
    scope: Subject | None
    n: int


def tally_drafts(grid: Grid, caption: Caption, inherited: Inherited, scene: Scene) -> Iterator[Draft]:
    """Read a table whose rows are categories, or whose columns are and that holds whole numbers."""
    counts = [*_by_rows(grid), *_by_columns(grid, caption, scene)]
    sums: dict[tuple[TallyLevel | None, str | None], int] = defaultdict(int)
    for count in counts:
        sums[count.level, count.scope.code if count.scope else None] += count.n
    for count in counts:
        whole = sums[count.level, count.scope.code if count.scope else None]
        yield from _draft(count, whole, caption, inherited, scene)


def _counted_level(text: str) -> TallyLevel | None:
    """Tell what folded text counts, by the smallest unit that it names.

    >>> _counted_level("jumlah kab/kota"), _counted_level("provinsi"), _counted_level("jumlah")
    ('regency_city', 'province', None)
    """
    return next((level for level, pattern in _LEVELS if pattern.search(text)), None)


def _by_rows(grid: Grid) -> Iterator[_Count]:
    """Yield counts from rows that are levels: "Rawan Tinggi | 5 | 16,13%"."""
    if "category" not in grid.roles or "region" in grid.roles or "indicator" in grid.roles:
        return
    for row in grid.rows:
        label = row.first("category")
        category = parse_category(label.folded) if label and is_level(label.folded) else None
        for cell in row.cells:
            n = _number(cell)
            if category and n is not None and _is_count(cell):
                yield _Count(
                    row=row, level=_counted_level(fold(cell.column.header)), category=category, scope=None, n=n
                )


def _is_count(cell: Cell) -> bool:
    header = fold(cell.column.header)
    if cell.column.role == "tally":
        return True
    return cell.column.role == "count" and (_counted_level(header) is not None or _PARTS.match(header) is not None)


def _number(cell: Cell) -> int | None:
    whole = WHOLE.fullmatch(cell.folded)
    return parse_count(whole["n"]) if whole else None


def _by_columns(grid: Grid, caption: Caption, scene: Scene) -> Iterator[_Count]:
    """Yield counts from columns that are levels: "Provinsi | Tinggi | Sedang | Rendah".

    A row is a kind of region ("Kabupaten/Kota | 85 | 349 | 80"), or a province whose parts are counted.
    """
    for row in grid.rows:
        region = row.first("region")
        named = region is not None and names_region(row.unit, region.place.span)
        scope = (
            regions_in(row.unit, region.place.span, scene.context, "provinsi", scene)[0]
            if region and named
            else None
        )
        for cell in row.cells:
            n = _number(cell)
            if cell.column.role != "level" or cell.column.level is None or n is None:
                continue
            label = " ".join(other.folded for other in row.cells if other.column.role not in {"level", "number"})
            level = _counted_level(label) if not _NUMBERLESS.fullmatch(label) else _counted_level(caption.text)
            if region is not None and region.text and not named and _counted_level(region.folded) is None:
                continue
            level = "regency_city" if scope else level
            yield _Count(row=row, level=level, category=cell.column.level, scope=scope, n=n)


def _draft(count: _Count, whole: int, caption: Caption, inherited: Inherited, scene: Scene) -> Iterator[Draft]:
    scope, sure = _scope(count, whole, caption, scene)
    level = count.level or _counted_level(caption.text) or ("regency_city" if scope not in {None, "ID"} else None)
    if level is None or scope is None:
        return
    main = count.row.unit.block.main
    yield Draft(
        type="tally",
        subject=Subject(code=scope, doubt=0.0, candidates=(scope,), carried=True),
        edition=inherited.edition,
        span=count.row.span,
        rule=TALLY,
        confidence=_CONFIDENCE if sure and main and count.level else KNOWN_DOUBT,
        category=count.category,
        dimension=inherited.dimension,
        scope_code=scope,
        level=level,
        n=count.n,
    )


def _own_parts(scope: Subject, whole: int, scene: Scene) -> tuple[str | None, bool]:
    """Return a row's province, sure where its numbers add up to the parts it has; None for any other region."""
    region = scene.places.regions.get(scope.code or "")
    parts = len(scene.places.parts_of(scope.code))
    return (
        (scope.code, whole == parts) if region and region.level == "province" and whole <= parts else (None, False)
    )


def _scope(count: _Count, whole: int, caption: Caption, scene: Scene) -> tuple[str | None, bool]:
    """Return whose parts are counted and whether that is sure: the numbers must not exceed the parts there are."""
    if count.scope is not None:
        return _own_parts(count.scope, whole, scene)
    code = caption.subject.code
    abroad = not caption.named and (_NATION.search(caption.text) is not None or code == "ID")
    if count.level == "province" or abroad:
        return "ID", True
    if count.level in {"district", "polling_station"}:
        return code, caption.named
    parts = len(scene.places.parts_of(code)) if code and len(code) == _PROVINCE else 0
    if not parts:
        return None, False
    if whole > parts:
        return (None, False) if caption.named else ("ID", whole >= _NATIONAL)
    return code, caption.named or whole == parts
