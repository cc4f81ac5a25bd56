"""Rules for tables: a row's region with its score, category and rank, its issues; fused rows taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from pipeline.extract.columns import NUMERIC, Cell, Column, cells_of, dimension_key, read_columns
from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.issues import ITEM, Phrase, phrase_drafts
from pipeline.extract.scene import name_reader
from pipeline.extract.values import parse_category, parse_count, parse_decimal
from pipeline.model import Span
from pipeline.text import fold

if TYPE_CHECKING:
    from pipeline.extract.line import Inherited
    from pipeline.extract.regions import Context, Prefix
    from pipeline.extract.scene import Scene, Unit

ROW = Rule(id="table.row", version=1)
"""A row of a table with a region and its score or category."""
FUSED = Rule(id="table.fused", version=1)
"""A row whose cells run together: "1Kabupaten AlfaTinggi41.2"."""

_FUSED = re.compile(
    r"^\W{0,2}(?P<no>\d{1,3})?\s?[.)]?\s*(?P<region>[A-Z][^\d]*?)\s*"
    r"(?:(?P<cat>Tinggi|Sedang|Rendah|TINGGI|SEDANG|RENDAH)\s*(?P<score>\d{1,3}(?:[.,]\d{1,3})?)|"
    r"(?P<score2>\d{1,3}(?:[.,]\d{1,3})?)\s*(?P<cat2>Tinggi|Sedang|Rendah|TINGGI|SEDANG|RENDAH))\W{0,2}$"
)
_SUMMARY = re.compile(r"^(?:jumlah|total|rata-rata|rerata|keterangan|sumber|catatan)(?![a-z])")
_NO_FINDINGS = frozenset({"strategies", "objectives", "instrument"})
_OUTSIDE = 0.8  # confidence in a table that stands outside the article proper: a person should see it


def table_drafts(rows: Sequence[Unit], inherited: Inherited, scene: Scene) -> tuple[Draft, ...]:
    """Read one table, given as its row units in order; ``inherited`` comes from the text before it.

    A table outside the article proper is read only if its header names a region and a score or level.
    """
    columns, body = read_columns(rows, scene)
    roles = {column.role for column in columns}
    named = "region" in roles and roles & {"score", "category"} and len(body) < len(rows)
    if not rows[0].block.main and not named:
        return ()
    drafts = [draft for unit in body for draft in _row(unit, columns, inherited, scene)]
    return with_ranks(tuple(drafts), scene) if "number" in roles else tuple(drafts)


def _row(unit: Unit, columns: Sequence[Column], inherited: Inherited, scene: Scene) -> list[Draft]:
    cells = cells_of(unit, columns, scene)
    if any(_SUMMARY.match(fold(cell.text)) for cell in cells):
        return []
    subject = _subject(cells, scene)
    if subject is None:
        if any(cell.column.role == "region" for cell in cells):
            return []
        subject = scene.own()
        scored = any(cell.column.role == "dimension" and dimension_key(cell.text, scene) for cell in cells)
    else:
        scored = True
    drafts = _score_row(unit, cells, subject, inherited, scene) if scored else []
    if unit.role not in _NO_FINDINGS:
        for cell in cells:
            if cell.column.role == "indicator" and len(cell.text) > 3:
                drafts.extend(_issue(cell, cells, subject, inherited, scene))
    return drafts


def _subject(cells: Sequence[Cell], scene: Scene) -> Subject | None:
    """Return the row's region: the last region column names it, those before it (the province) help to decide.

    A name that is not known still is the row's subject, without a code, so that a person sees it.
    """
    context = scene.context
    found: Subject | None = None
    for cell in cells:
        if cell.column.role != "region" or not cell.text:
            continue
        found = named_region(cell.text, cell.place.span.start, context, cell.column.prefix, scene)
        province = scene.places.province_of(found.code)
        context = replace(context, provinces=(province,)) if province else context
    return found


def named_region(text: str, offset: int, context: Context, elided: Prefix | None, scene: Scene) -> Subject:
    """Resolve the region that a cell names; ``offset`` is where ``text`` begins in the document."""
    passage = name_reader(scene.reference).read(text, offset)
    mentions = scene.places.mentions(passage)
    if not mentions:
        return Subject(code=None, doubt=1.0, start=offset, end=offset + len(text))
    resolved = scene.places.resolve(mentions[0], context, elided)
    span = passage.mapped.original(mentions[0].start, mentions[0].end)
    return Subject(
        code=resolved.code,
        doubt=resolved.doubt,
        candidates=resolved.candidates,
        start=span.start,
        end=span.end,
    )


def _score_row(
    unit: Unit, cells: Sequence[Cell], subject: Subject, inherited: Inherited, scene: Scene
) -> list[Draft]:
    own = [cell for cell in cells if cell.column.year in {None, _year_of(inherited.edition, scene)}]
    by_role = {cell.column.role: cell.text for cell in reversed(own) if cell.text}
    dimension = dimension_key(by_role.get("dimension", ""), scene) or inherited.dimension
    base = Draft(
        type="score",
        subject=subject,
        edition=inherited.edition,
        span=unit.block.span,
        rule=ROW,
        confidence=round((0.98 if unit.block.main else _OUTSIDE) * (1 - 0.5 * subject.doubt), 3),
        category=parse_category(by_role.get("category", "")) or inherited.category,
        rank=parse_count(fold(by_role.get("rank", ""))),
    )
    drafts = [
        _scored(base if cell in own else _of_before(base), cell, dimension)
        for cell in cells
        if cell.column.role == "score" and NUMERIC.match(cell.text)
    ]
    drafts = [draft for draft in drafts if draft.score is not None and draft.score <= inherited.scale]
    if not any(draft.category for draft in drafts) and base.category:
        whole = replace(base, type="dimension_score" if dimension else "category", dimension=dimension)
        drafts.append(whole)
    return drafts


def _year_of(edition: str | None, scene: Scene) -> int | None:
    known = scene.reference.editions.get(edition or "")
    return known.year if known else None


def _of_before(base: Draft) -> Draft:
    """Return the row's draft for a column of another year: an earlier edition that the header does not name."""
    return replace(base, edition=None, previous=True, category=None, rank=None)


def _scored(base: Draft, cell: Cell, dimension: str | None) -> Draft:
    """Make the draft of one score cell; the row's level and rank go with its main score, not a further one."""
    value = parse_decimal(cell.text.strip("()% "))
    if cell.column.dimension:
        return replace(
            base, type="dimension_score", dimension=cell.column.dimension, score=value, category=None, rank=None
        )
    if dimension:
        return replace(base, type="dimension_score", dimension=dimension, score=value)
    return replace(base, score=value)


def _issue(
    cell: Cell, cells: Sequence[Cell], subject: Subject, inherited: Inherited, scene: Scene
) -> tuple[Draft, ...]:
    by_role = {other.column.role: other.text for other in reversed(cells)}
    raw = cell.place.span.of(scene.document.text)
    start = cell.place.span.start + len(raw) - len(raw.lstrip())
    phrase = Phrase(
        text=cell.text,
        span=Span(start=start, end=start + len(cell.text)),
        stage=by_role.get("stage") or None,
        dimension=dimension_key(by_role.get("dimension", ""), scene),
        count=parse_count(fold(by_role.get("count", ""))),
    )
    return phrase_drafts(phrase, subject, inherited.edition, scene, rule=ITEM, keep_unknown=True)


def with_ranks(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Take the row numbers of a falling list of scores for ranks, where it holds all parts of one province.

    A list of some regions only counts its rows.
    """
    scored = [draft for draft in drafts if draft.type == "score" and draft.score is not None]
    scores = [draft.score for draft in scored if draft.score is not None]
    if any(draft.rank for draft in scored) or any(a < b for a, b in pairwise(scores)):
        return drafts
    codes = {draft.subject.code for draft in scored}
    parts = [scene.places.parts_of(scene.places.province_of(code)) for code in codes]
    if not parts or any(part != codes for part in parts):
        return drafts
    ranks = {id(draft): rank for rank, draft in enumerate(scored, 1)}
    return tuple(
        replace(draft, rank=ranks[id(draft)], rank_scope="provinsi") if id(draft) in ranks else draft
        for draft in drafts
    )


def fused_runs(units: Sequence[Unit]) -> list[list[Unit]]:
    """Find runs of at least two neighbouring blocks that look like fused rows."""
    runs = []
    for matched, group in groupby(units, key=lambda unit: _FUSED.match(unit.passage.text) is not None):
        members = list(group)
        if matched and len(members) >= 2:
            runs.append(members)
    return runs


def fused_drafts(run: Sequence[Unit], inherited: Inherited, scene: Scene) -> tuple[Draft, ...]:
    """Take fused rows apart into region, category and score."""
    drafts: list[Draft] = []
    for unit in run:
        match = _FUSED.match(unit.passage.text)
        if match is None:
            continue
        span = unit.span(*match.span("region"))
        subject = named_region(span.of(scene.document.text), span.start, scene.context, None, scene)
        drafts.append(
            Draft(
                type="score",
                subject=subject,
                edition=inherited.edition,
                span=unit.block.span,
                rule=FUSED,
                confidence=round(0.96 * (1 - 0.5 * subject.doubt), 3),
                score=parse_decimal(match["score"] or match["score2"]),
                category=parse_category(match["cat"] or match["cat2"]),
            )
        )
    return with_ranks(tuple(drafts), scene)
