"""Rules for tables: columns are known by their header and content together; fused rows are taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Literal

from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.issues import ITEM, Phrase, phrase_drafts
from pipeline.extract.regions import Prefix
from pipeline.extract.scene import name_reader
from pipeline.extract.values import parse_category, parse_count, parse_decimal
from pipeline.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.extract.line import Inherited
    from pipeline.extract.scene import Scene, Unit
    from pipeline.model import Category, Span

ROW = Rule(id="table.row", version=1)
"""A row of a table with a region and its score or category."""
FUSED = Rule(id="table.fused", version=1)
"""A row whose cells run together: "1Kabupaten AlfaTinggi41.2"."""

Role = Literal["number", "region", "category", "score", "rank", "indicator", "dimension", "stage", "count", "other"]

_HEADERS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(?:no\.?|nomor|#)$")),
    ("rank", re.compile(r"peringkat|ranking|rangking|^rank$|urutan")),
    ("stage", re.compile(r"tahap")),
    ("dimension", re.compile(r"^(?:sub ?)?dimensi|dimensi\s?/|dimensi ikp")),
    ("region", re.compile(r"^(?:nama )?(?:kabupaten|kab\.?|kota|provinsi|daerah|wilayah)|kab(?:upaten)?\.?\s?/\s?kota")),
    ("count", re.compile(r"^(?:jumlah|banyak(?:nya)?|frekuensi|total (?:tps|kasus|kejadian)|tps|kasus|kejadian)")),
    ("category", re.compile(r"kategori|tingkat (?:ke)?rawan|level|status|^kerawanan$|klasifikasi")),
    ("score", re.compile(r"skor|score|nilai|indeks|^ikp|angka")),
    ("indicator", re.compile(r"indikator|isu|kerawanan|uraian|jenis|permasalahan|potensi|deskripsi")),
)  # fmt: skip
_NUMERIC = re.compile(r"^\(?\d{1,3}(?:[.,]\d{1,3})?\)?\s*%?$")
_FUSED = re.compile(
    r"^\W{0,2}(?P<no>\d{1,3})?\s?[.)]?\s*(?P<region>[A-Z][^\d]*?)\s*"
    r"(?:(?P<cat>Tinggi|Sedang|Rendah|TINGGI|SEDANG|RENDAH)\s*(?P<score>\d{1,3}(?:[.,]\d{1,3})?)|"
    r"(?P<score2>\d{1,3}(?:[.,]\d{1,3})?)\s*(?P<cat2>Tinggi|Sedang|Rendah|TINGGI|SEDANG|RENDAH))\W{0,2}$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's role; ``dimension`` where its header names one, ``prefix`` where it says Kabupaten or Kota."""

    role: Role
    dimension: str | None = None
    prefix: Prefix | None = None


def column_of(header: str, dimension: str | None = None) -> Column:
    """Tell a column's role from its header.

    >>> column_of("No.").role, column_of("Kabupaten/Kota").role, column_of("Tingkat Kerawanan").role
    ('number', 'region', 'category')
    >>> column_of("Skor IKP").role, column_of("DIMENSI/SUB DIMENSI IKP").role, column_of("TAHAPAN").role
    ('score', 'dimension', 'stage')
    """
    folded = fold(header)
    for role, pattern in _HEADERS:
        if pattern.search(folded):
            prefix: Prefix | None = None
            if role == "region" and folded in {"kabupaten", "kota", "provinsi"}:
                prefix = {"kabupaten": "kabupaten", "kota": "kota", "provinsi": "provinsi"}[folded]  # type: ignore[assignment]
            return Column(role=role, prefix=prefix, dimension=dimension if role == "score" else None)
    return Column(role="score" if dimension else "other", dimension=dimension)


def table_drafts(rows: Sequence[Unit], inherited: Inherited, scene: Scene) -> tuple[Draft, ...]:
    """Read one table, given as its row units in order; ``inherited`` comes from the text before it.

    A table outside the article proper is read only if its header names a region and a score or level.
    """
    columns, body = _columns(rows, scene)
    roles = {column.role for column in columns}
    if not rows[0].block.main and not ("region" in roles and roles & {"score", "category"} and len(body) < len(rows)):
        return ()
    drafts: list[Draft] = []
    for unit in body:
        drafts.extend(_row(unit, columns, inherited, scene))
    return _with_ranks(tuple(drafts), columns)


def _cells(unit: Unit, scene: Scene) -> list[str]:
    return [cell.span.of(scene.document.text).strip() for cell in unit.block.cells]


def _columns(rows: Sequence[Unit], scene: Scene) -> tuple[list[Column], list[Unit]]:
    headers: list[list[str]] = []
    body: list[Unit] = []
    for unit in rows:
        cells = [fold(cell) for cell in _cells(unit, scene)]
        if not body and (_is_header(cells) or (headers and _goes_on(cells, headers[-1]))):
            headers.append(cells)
        elif cells not in headers and not _is_remark(cells):
            body.append(unit)
    columns = [_column(parts, scene) for parts in zip_longest(*headers, fillvalue="")]
    width = max((len(unit.block.cells) for unit in rows), default=0)
    if not columns:
        columns = [Column(role="other")] * width
    columns += [Column(role="other")] * (width - len(columns))
    return _by_content(columns, body, scene), body


def _column(parts: tuple[str, ...], scene: Scene) -> Column:
    """Tell a column's role from its header cells, top to bottom; the lowest says most."""
    distinct = list(dict.fromkeys(part for part in parts if part))
    dimension = next((key for part in reversed(distinct) if (key := _dimension_key(part, scene))), None)
    for part in reversed(distinct):
        column = column_of(part, dimension)
        if column.role != "other":
            return column
    return Column(role="other")


def _goes_on(cells: list[str], header: list[str]) -> bool:
    """Tell whether a row is a further row of a header whose cells span rows: it repeats some of them."""
    return sum(1 for a, b in zip(cells, header, strict=False) if a and a == b) >= 2


def _is_remark(cells: list[str]) -> bool:
    """Tell whether one remark fills the whole row, as a source note below a table does."""
    return len(cells) > 1 and len(set(cells)) == 1 and len(cells[0]) > 25


def _is_header(cells: list[str]) -> bool:
    """A header names at least two columns and holds no data of its own (a number with decimals, a level)."""
    known = [column_of(cell) for cell in cells]
    names = sum(1 for column in known if column.role != "other")
    data = any(re.fullmatch(r"[\d.,]+", cell) or parse_category(cell) for cell in cells if len(cell) < 16)
    return names >= 2 and not data


def _dimension_key(cell: str, scene: Scene) -> str | None:
    folded = re.sub(r"^(?:skor |nilai )?(?:dimensi |tahapan |konteks (?=sosial politik))?", "", fold(cell))
    for dimension in scene.reference.dimensions.values():
        if folded in {fold(dimension.key), fold(dimension.name), *map(fold, dimension.wordings)}:
            return dimension.key
    return None


def _by_content(columns: list[Column], body: list[Unit], scene: Scene) -> list[Column]:
    """Where the header says nothing, let the cells speak: regions, levels, numbers with decimals."""
    result = []
    have = {column.role for column in columns}
    for index, column in enumerate(columns):
        values = [cells[index] for unit in body if index < len(cells := _cells(unit, scene)) and cells[index]]
        role: Role = column.role
        if role == "other" and values:
            if "region" not in have and _share(values, lambda v: _names_region(v, scene)) >= 0.6:
                role = "region"
            elif "category" not in have and _share(values, lambda v: parse_category(v) is not None and len(v) < 25) >= 0.6:
                role = "category"
            elif "score" not in have and _share(values, lambda v: re.fullmatch(r"\d{1,3}[.,]\d{1,3}", v) is not None) >= 0.6:
                role = "score"
            have.add(role)
        if role == "category" and values and _share(values, lambda v: _NUMERIC.match(v) is not None) >= 0.6:
            role = "score"
        if role == "score" and values and _share(values, lambda v: _NUMERIC.match(v) is not None) < 0.3:
            role = "category" if _share(values, lambda v: parse_category(v) is not None) >= 0.6 else "other"
        result.append(Column(role=role, dimension=column.dimension, prefix=column.prefix))
    return result


def _share(values: list[str], test: object) -> float:
    assert callable(test)
    return sum(1 for value in values if test(value)) / len(values)


def _names_region(value: str, scene: Scene) -> bool:
    passage = name_reader(scene.reference).read(value)
    mentions = scene.places.mentions(passage)
    return bool(mentions) and sum(m.end - m.start for m in mentions) >= 0.6 * len(passage.text)


def _row(unit: Unit, columns: list[Column], inherited: Inherited, scene: Scene) -> list[Draft]:
    cells = list(zip(columns, unit.block.cells, _cells(unit, scene), strict=False))
    subject = _subject(unit, cells, scene)
    region_column = any(column.role == "region" for column, _, _ in cells)
    by_dimension = any(column.role == "dimension" and _dimension_key(text, scene) for column, _, text in cells)
    drafts: list[Draft] = []
    if region_column and subject is None:
        return []
    if region_column or by_dimension:
        drafts.extend(_score_row(unit, cells, subject or scene.own(), inherited, scene))
    target = subject if subject is not None else scene.own()
    for column, cell, text in cells:
        if column.role == "indicator" and text and len(text) > 3:
            drafts.extend(_issue(cell.span, text, cells, target, inherited, scene, unit))
    return drafts


def _issue(
    span: Span, text: str, cells: list[tuple[Column, object, str]], subject: Subject, inherited: Inherited,
    scene: Scene, unit: Unit,
) -> tuple[Draft, ...]:  # fmt: skip
    if unit.role in {"strategies", "objectives", "instrument"}:
        return ()
    by_role = {column.role: value for column, _, value in cells}
    phrase = Phrase(
        text=text,
        span=_stripped(span, scene),
        stage=by_role.get("stage") or None,
        dimension=_dimension_key(by_role.get("dimension", ""), scene),
        count=parse_count(fold(by_role["count"])) if by_role.get("count") else None,
        unit=None,
    )
    return phrase_drafts(phrase, subject, inherited.edition, scene, rule=ITEM, keep_unknown=True)


def _stripped(span: Span, scene: Scene) -> Span:
    raw = span.of(scene.document.text)
    low = span.start + len(raw) - len(raw.lstrip())
    return type(span)(start=low, end=low + len(raw.strip()))


def _subject(unit: Unit, cells: list[tuple[Column, object, str]], scene: Scene) -> Subject | None:
    context = scene.context
    found: Subject | None = None
    for column, cell, text in cells:
        if column.role != "region" or not text:
            continue
        passage = name_reader(scene.reference).read(text, cell.span.start)  # type: ignore[attr-defined]
        mentions = scene.places.mentions(passage)
        if mentions:
            resolved = scene.places.resolve(mentions[0], context, column.prefix)
            span = passage.mapped.original(mentions[0].start, mentions[0].end)
            found = Subject(
                code=resolved.code, doubt=resolved.doubt, candidates=resolved.candidates,
                start=span.start, end=span.end,
            )  # fmt: skip
            province = scene.places.province_of(resolved.code)
            context = replace(context, provinces=(province,)) if province else context
    return found


def _score_row(
    unit: Unit, cells: list[tuple[Column, object, str]], subject: Subject, inherited: Inherited, scene: Scene
) -> list[Draft]:
    category = next((parse_category(text) for column, _, text in cells if column.role == "category"), None)
    named = next((key for column, _, text in cells if column.role == "dimension" and (key := _dimension_key(text, scene))), None)
    rank = next((parse_count(fold(text)) for column, _, text in cells if column.role == "rank" and text), None)
    base = Draft(
        type="score", subject=subject, edition=inherited.edition, span=unit.block.span, rule=ROW,
        confidence=round((0.98 if unit.block.main else 0.8) * (1 - 0.5 * subject.doubt), 3), category=category or inherited.category, rank=rank,
    )  # fmt: skip
    drafts: list[Draft] = []
    for column, _, text in cells:
        if column.role != "score" or not _NUMERIC.match(text):
            continue
        value = parse_decimal(text.strip("()% "))
        if value > inherited.scale:
            continue
        dimension = column.dimension or named or inherited.dimension
        if dimension:
            own = named is not None or (inherited.dimension is not None and column.dimension is None)
            drafts.append(
                replace(
                    base, type="dimension_score", dimension=dimension, score=value,
                    category=base.category if own else None, rank=rank if own else None,
                )
            )  # fmt: skip
        else:
            drafts.append(replace(base, score=value))
    if not any(draft.type == "score" for draft in drafts) and base.category:
        drafts.append(replace(base, type="category"))
    return drafts


def _with_ranks(drafts: tuple[Draft, ...], columns: list[Column]) -> tuple[Draft, ...]:
    """Number the rows of a table that runs from the highest score to the lowest and has a number column."""
    scored = [draft for draft in drafts if draft.type == "score" and draft.score is not None]
    numbered = any(column.role == "number" for column in columns)
    falling = all(a.score >= b.score for a, b in zip(scored, scored[1:], strict=False))  # type: ignore[operator]
    if not numbered or len(scored) < 3 or not falling or any(draft.rank for draft in scored):
        return drafts
    ranks = {id(draft): rank for rank, draft in enumerate(scored, 1)}
    return tuple(replace(draft, rank=ranks[id(draft)]) if id(draft) in ranks else draft for draft in drafts)


def fused_runs(units: Sequence[Unit]) -> list[list[Unit]]:
    """Find runs of at least two neighbouring blocks that look like fused rows."""
    runs = []
    for matched, group in groupby(units, key=lambda unit: _FUSED.match(unit.passage.text) is not None):
        members = list(group)
        if matched and len(members) >= 2:
            runs.append(members)
    return runs


def fused_drafts(run: Sequence[Unit], inherited: Inherited, scene: Scene) -> tuple[Draft, ...]:
    """Take fused rows apart: region, category and score; a row whose region is unknown yields nothing."""
    drafts: list[Draft] = []
    for unit in run:
        match = _FUSED.match(unit.passage.text)
        if match is None:
            continue
        low, high = match.span("region")
        passage = name_reader(scene.reference).read(match["region"])
        mentions = scene.places.mentions(passage)
        if not mentions:
            continue
        resolved = scene.places.resolve(mentions[0], scene.context)
        span = unit.span(low, high)
        category: Category | None = parse_category(match["cat"] or match["cat2"])
        value: Decimal = parse_decimal(match["score"] or match["score2"])
        drafts.append(
            Draft(
                type="score",
                subject=Subject(
                    code=resolved.code, doubt=resolved.doubt, candidates=resolved.candidates,
                    start=span.start, end=span.end,
                ),
                edition=inherited.edition,
                span=unit.block.span,
                rule=FUSED,
                confidence=round(0.96 * (1 - 0.5 * resolved.doubt), 3),
                score=value,
                category=category,
            )  # fmt: skip
        )
    return _with_ranks(tuple(drafts), [Column(role="number")])
