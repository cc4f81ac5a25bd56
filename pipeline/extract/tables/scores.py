"""What a row says of its region's score, level and rank: of this edition, of others, and of each dimension."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.doubts.lines import as_share
from pipeline.extract.draft import Draft, Rule, Subject, doubted
from pipeline.extract.tables.columns import NUMERIC, WITH_LEVEL, is_level
from pipeline.extract.tables.grid import Cell, Row
from pipeline.extract.tables.headers import dimension_key
from pipeline.extract.words.values import parse_category, parse_count, parse_decimal
from pipeline.model import Category
from pipeline.reference.calibration import KNOWN_DOUBT

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Inherited
    from pipeline.extract.scene.scene import Scene
    from pipeline.model import Basis

ROW = Rule(id="table.row", version=5)
"""A row of a table with a region and its score, category, rank or scores of dimensions.

> | No | Kabupaten/Kota | Skor | Kategori |
> | --- | --- | --- | --- |
> | 1 | Kabupaten Blora | 41,20 | sedang |
> | 2 | Kota Salatiga | 12,05 | rendah |
"""

_LEVEL_NAME = re.compile(r"kategori|tingkat|status|keterangan|klasifikasi")
_FINAL = re.compile(r"akhir|total|keseluruhan")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What holds for all rows of a table: the text before it, its levels as rows, what it rests on.

    ``category`` is the level that a row above ("RAWAN TINGGI") says; ``basis`` what the caption says that scores
    of provinces rest on; ``dimension`` the row's own, where rows are dimensions.
    """

    inherited: Inherited
    category: Category | None = None
    basis: Basis | None = None
    dimension: str | None = None
    unsure: bool = False


_Strand = tuple[str | None, bool, bool, str | None]
"""What cells share that go together: edition, whether earlier, whether the header dates it, and dimension."""


def score_drafts(row: Row, subject: Subject, frame: Frame, scene: Scene) -> Iterator[Draft]:
    """Read the scores, levels and ranks of a row."""
    strands: dict[_Strand, list[Cell]] = {}
    for cell in row.cells:
        if cell.column.role in {"score", "category", "rank"} and cell.text:
            strands.setdefault(_strand(cell, frame), []).append(cell)
    own = (frame.inherited.edition, False, False, None)
    level = frame.category or frame.inherited.category
    if level and own not in strands:
        strands[own] = []
    for strand, cells in strands.items():
        yield from _strand_drafts(
            row, subject, strand, cells, replace(frame, category=level if strand == own else None), scene
        )


def _strand(cell: Cell, frame: Frame) -> _Strand:
    column = cell.column
    if not column.dated or (column.edition is not None and column.edition == frame.inherited.edition):
        return frame.inherited.edition, False, False, column.dimension
    return column.edition, column.previous, True, column.dimension


def _strand_drafts(
    row: Row, subject: Subject, strand: _Strand, cells: Sequence[Cell], frame: Frame, scene: Scene
) -> Iterator[Draft]:
    edition, previous, _, dimension = strand
    dimension = dimension or frame.dimension or frame.inherited.dimension
    scored = [cell for cell in cells if cell.column.role == "score" and _fits(cell, subject, scene)]
    scored = [cell for cell in scored if _value(cell) is not None]
    scored = _final(scored)
    level = _level(cells) or frame.category
    rank = next((cell for cell in cells if cell.column.role == "rank"), None)
    base = Draft(
        type="dimension_score" if dimension else "score",
        subject=subject,
        edition=edition,
        previous=previous,
        span=row.span,
        rule=ROW,
        confidence=_confidence(row, subject, unsure=frame.unsure),
        dimension=dimension,
        rank=parse_count(rank.folded.removeprefix("ke-")) if rank else None,
        rank_scope=rank.column.rank_scope if rank else None,
    )
    drafts = [_scored(base, cell, level, frame, scene) for cell in scored]
    within = [draft for draft in drafts if draft.score is not None and draft.score <= frame.inherited.scale]
    if not within and level:
        within = [replace(base, type=base.type if dimension else "category", category=level)]
    yield from within


def _fits(cell: Cell, subject: Subject, scene: Scene) -> bool:
    """Tell whether a score may be the subject's: what a province's column holds is no regency's."""
    region = scene.places.regions.get(subject.code or "")
    return cell.column.basis is None or region is None or region.level == "province"


def _value(cell: Cell) -> str | None:
    if NUMERIC.fullmatch(cell.text):
        return cell.text.strip("()% ")
    both = WITH_LEVEL.fullmatch(cell.folded)
    return both["score"] if both else None


def _final(cells: list[Cell]) -> list[Cell]:
    """Prefer the score that calls itself the last or whole one to others of the same kind."""
    last = [cell for cell in cells if _FINAL.search(cell.column.header.lower())]
    return last if len(last) == 1 and not any(cell.column.basis for cell in cells) else cells


def _level(cells: Sequence[Cell]) -> Category | None:
    """Return the level of a strand: of the column called so, else of the last; else one beside the score."""
    levels = [cell for cell in cells if cell.column.role == "category" and is_level(cell.folded)]
    called = [cell for cell in levels if _LEVEL_NAME.search(cell.column.header.lower())]
    if levels:
        return parse_category((called or levels)[-1].folded)
    beside = (WITH_LEVEL.fullmatch(cell.folded) for cell in cells if cell.column.role == "score")
    return next((parse_category(both["level"]) for both in beside if both), None)


def _scored(base: Draft, cell: Cell, level: Category | None, frame: Frame, scene: Scene) -> Draft:
    """Make the draft of one score; a level and rank go with the region's own score, not with its parts' mean."""
    draft = replace(base, score=parse_decimal(_value(cell) or ""), category=level)
    draft = as_share(draft, cell.column.place if cell.column.shares else frame.inherited.shares)
    if cell.column.doubtful:
        draft = doubted(draft)
    region = scene.places.regions.get(base.subject.code or "")
    if draft.type != "score" or region is None or region.level != "province":
        return draft
    basis = cell.column.basis or frame.basis or "provinsi"
    if basis == "agregat_kabkota" and cell.column.basis:
        return replace(draft, basis=basis, category=None, rank=None)
    return replace(draft, basis=basis)


def _confidence(row: Row, subject: Subject, *, unsure: bool) -> float:
    base = 0.98 if row.unit.block.main else KNOWN_DOUBT
    return round(min(base, KNOWN_DOUBT if unsure else 1.0) * (1 - 0.5 * subject.doubt), 3)


def dimension_of_row(row: Row, scene: Scene) -> str | None:
    """Return the dimension that a row is about, where a column holds names of dimensions.

    Under "Konteks" the row "Sosial" is the social context.
    """
    cell = row.first("dimension")
    if cell is None:
        return None
    whole = f"{cell.column.header} {cell.text}"
    return dimension_key(cell.text, scene.reference) or dimension_key(whole, scene.reference)
