"""Rules for tables: what each row is about, and the fused rows of a table that lost its columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from pipeline.extract.catalog.indicators import match_indicator
from pipeline.extract.doubts.lines import is_about_else
from pipeline.extract.doubts.measures import names_other_measure
from pipeline.extract.draft import Draft, Rule, Subject, doubted
from pipeline.extract.editions.names import profiles
from pipeline.extract.regions.names import Context
from pipeline.extract.scores.basis import AGGREGATE
from pipeline.extract.tables.columns import NUMERIC
from pipeline.extract.tables.grid import Cell, Grid, Row, parted, read_grid
from pipeline.extract.tables.issues import Counting, counting_of, issue_drafts, matrix_drafts
from pipeline.extract.tables.places import Caption, caption_of, holds_more, named_region, names_region, regions_in
from pipeline.extract.tables.scores import ROW, Frame, dimension_of_row, score_drafts
from pipeline.extract.tables.tallies import tally_drafts
from pipeline.extract.tables.years import dated, dating_of, in_year_of_lead
from pipeline.extract.words.values import parse_category, parse_decimal
from pipeline.model import Category

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Inherited
    from pipeline.extract.scene.scene import Scene, Unit

FUSED = Rule(id="table.fused", version=1)
"""A row of a table whose cells run together, as they do when a table is copied as text.

> NoKabupaten/KotaKategoriSkor
> 1Kabupaten BloraSedang41.2
> 2Kota SalatigaRendah12.05
"""

_FUSED = re.compile(
    r"^\W{0,2}(?P<no>\d{1,3})?\s?[.)]?\s*(?P<region>[A-Z][^\d]*?)\s*"
    r"(?:(?P<cat>Tinggi|Sedang|Rendah|TINGGI|SEDANG|RENDAH)\s*(?P<score>\d{1,3}(?:[.,]\d{1,3})?)|"
    r"(?P<score2>\d{1,3}(?:[.,]\d{1,3})?)\s*(?P<cat2>Tinggi|Sedang|Rendah|TINGGI|SEDANG|RENDAH))\W{0,2}$"
)
_SUMMARY = re.compile(r"^(?:jumlah|total|rata-rata|rerata|keterangan|sumber|catatan)(?![a-z])")
_SUMMARY_ALONE = re.compile(
    r"(?:jumlah|total|rata-rata|rerata)(?: (?:tps|kasus|kejadian|keseluruhan|semua|umum))*"
)
_LEVEL_ROW = re.compile(
    r"(?:[a-d1-4ivx]{1,3}[.)] )?"
    r"(?:(?:kategori|tingkat|status|level|zona|rawan|kerawanan|daerah|wilayah|kabupaten/kota|kabupaten|kota|provinsi|"
    r"dengan) )*(?:tinggi|sedang|rendah|merah|kuning|hijau)(?: rawan)?(?: \(.{1,40}\))?:?"
)
_NUMBER = re.compile(r"^\W*tabel [\d.]+\s*")
_NUMBER_AND_MORE = re.compile(r"\d+\W+[a-z]{3}")
_STATIONS = re.compile(r"(?<![a-z])tps(?![a-z])")
_PROVINCES = re.compile(r"^(?!.*(?:kab|kota))\W*(?:nama )?provinsi(?![a-z])")
_SCORED = re.compile(r"skor|nilai|indeks|ikp")
_OTHER_SUBJECT = re.compile(
    r"pelanggaran|laporan|(?<![a-z])dpt|daftar pemilih|data pemilih|pemutakhiran (?:data|daftar|pemilih)|"
    r"coklit|penduduk|kemiskinan|"
    r"stunting|(?<![a-z])ipm(?![a-z])|anggaran|keterbukaan|kepatuhan|perolehan|kursi|logistik|literasi|"
    r"(?<!dimensi )partisipasi (?:pemilih|masyarakat)"
)
_OWN_SUBJECT = re.compile(r"rawan|ikp|indeks|skor")
_INSTRUMENT = re.compile(
    r"(?:daftar|instrumen|kisi-kisi|susunan|struktur)[^.]{0,30} (?:indikator|instrumen|ikp)|bobot|"
    r"^\W*(?:tabel [\d.]+ )?(?:\d+ )?indikator (?:dalam )?(?:ikp|indeks kerawanan)[a-z ]{0,20}[\d:. ]*$"
)
_PEOPLE = re.compile(r"(?<![a-z])(?:jabatan|peserta|narasumber|nip|nik|pangkat|golongan|utusan|delegasi)(?![a-z])")
"""Headers of a list of people, who stand beside their region."""
_TITLE = 150  # characters of the longest paragraph that is but a table's title
_NO_FINDINGS = frozenset({"strategies", "objectives", "instrument"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A table that is being read: what all its rows share.

    ``scored`` is false where its numbers and levels are no region's; ``graded`` is true where they may be those of
    an issue.
    """

    grid: Grid
    caption: Caption
    inherited: Inherited
    counting: Counting
    scored: bool
    graded: bool
    issues: bool
    last: Row | None
    scene: Scene

    @property
    def regional(self) -> bool:
        """Tell whether rows name their own region."""
        return "region" in self.grid.roles


@dataclass(frozen=True, slots=True, kw_only=True)
class _Above:
    """What rows above hold for those below: a level, a province, and the region of a cell that spans rows."""

    category: Category | None = None
    province: str | None = None
    region: Cell | None = None


def table_drafts(rows: Sequence[Unit], inherited: Inherited, scene: Scene) -> tuple[Draft, ...]:
    """Read one table, given as its row units in order; ``inherited`` comes from the text before it.

    A table outside the article proper is read only if it shows that it holds scores or levels of regions.
    """
    return tuple(draft for part in parted(rows, scene) for draft in _one_table(part, inherited, scene))


def _one_table(rows: Sequence[Unit], inherited: Inherited, scene: Scene) -> tuple[Draft, ...]:
    grid = read_grid(rows, scene)
    inherited = in_year_of_lead(inherited, rows[0], scene)
    if not grid.rows or not (rows[0].block.main or _scores_outside(grid, rows[0], scene)):
        return ()
    table = _table(grid, rows, inherited, scene)
    tallies = tuple(tally_drafts(grid, table.caption, inherited, scene)) if table.scored else ()
    if tallies:
        return tallies
    drafts = tuple(_row_drafts(table))
    if any(map(_is_tangled, grid.rows)) or _is_about_else(rows[0], scene):
        drafts = tuple(doubted(draft) for draft in drafts)
    return _with_ranks(drafts, scene) if _is_numbered(grid) else drafts


def _scores_outside(grid: Grid, row: Unit, scene: Scene) -> bool:
    """Tell whether a table outside the article holds scores: by its header, levels beside them, what is above.

    Regions and figures alone may be those of the weather.
    """
    told = grid.roles & {"score", "category"}
    if "region" not in grid.roles or not told:
        return False
    above = scene.units[row.position - 1].passage.lower if row.position else ""
    return grid.headed or len(told) > 1 or _OWN_SUBJECT.search(above) is not None


def _is_about_else(row: Unit, scene: Scene) -> bool:
    """Tell whether the first row of a table, or the short paragraph above it, is about another measure."""
    if names_other_measure(row.passage.lower) or _PEOPLE.search(row.passage.lower):
        return True
    above = next((unit for unit in reversed(scene.units[: row.position]) if unit.role != "furniture"), None)
    if above is None or len(above.passage.text) > _TITLE:
        return False
    return is_about_else(above.passage.text) or names_other_measure(above.passage.lower) is True


def _is_numbered(grid: Grid) -> bool:
    """Tell whether the rows are numbered through from 1."""
    numbers = [cell.folded.strip(".()") for row in grid.rows if (cell := row.first("number")) and not row.banner]
    return bool(numbers) and numbers == [str(n) for n in range(1, len(numbers) + 1)]


def _table(grid: Grid, rows: Sequence[Unit], inherited: Inherited, scene: Scene) -> _Table:
    caption = caption_of(rows, grid.titles, scene)
    kind = profiles(scene.reference).get(inherited.edition or "")
    heads = " ".join(column.header.lower() for column in grid.columns)
    counted = _STATIONS.search(caption.text) is not None and not _SCORED.search(f"{caption.text} {heads}")
    stations = (kind is not None and kind.family == "tps") or counted
    foreign = _OTHER_SUBJECT.search(caption.text) is not None and not _OWN_SUBJECT.search(caption.text)
    return _Table(
        grid=grid,
        caption=caption,
        inherited=inherited,
        counting=counting_of(grid.columns, grid.rows, caption.text, stations=stations),
        scored=not stations and not foreign and "below" not in grid.roles,
        graded=_names_issue(caption.text, scene),
        issues=rows[0].role not in _NO_FINDINGS and not _INSTRUMENT.search(caption.text),
        last=next((row for row in reversed(grid.rows) if not _is_summary(row)), None),
        scene=scene,
    )


def _names_issue(caption: str, scene: Scene) -> bool:
    """Tell whether a caption is the name of one issue, whose scores and levels are no region's as a whole."""
    return match_indicator(_NUMBER.sub("", caption), scene.reference).decision == "accept"


def _is_tangled(row: Row) -> bool:
    """Tell whether cells of a row hold what belongs to other cells or rows: a level behind a name or a number.

    It shows that the reader lost the borders of columns or rows, so that no row of the table can be trusted:
    "Kabupaten Alfa 1.68 2.70", "4 RAWAN RENDAH".
    """
    for cell in row.cells:
        if row.banner or not cell.text:
            continue
        if cell.column.role == "region" and holds_more(row.unit, cell.place.span):
            return True
        if cell.column.role == "number" and _NUMBER_AND_MORE.match(cell.folded):
            return True
    return False


def _row_drafts(table: _Table) -> Iterator[Draft]:
    above = _Above()
    for row in table.grid.rows:
        if row.banner and (below := _under_banner(row, above, table)):
            above = below
            continue
        if _is_summary(row):
            continue
        own = row.first("region")
        above = replace(above, region=own or above.region)
        yield from _one_row(row, above, table)


def _under_banner(row: Row, above: _Above, table: _Table) -> _Above | None:
    """Take up a row that spans the table: a level, or the province of the rows below it."""
    cell = next(cell for cell in row.cells if cell.text)
    if _LEVEL_ROW.fullmatch(cell.folded):
        return replace(above, category=parse_category(cell.folded), region=None)
    if not names_region(row.unit, cell.place.span):
        return None
    (subject, *rest) = regions_in(row.unit, cell.place.span, table.scene.context, "provinsi", table.scene)
    region = table.scene.places.regions.get(subject.code or "")
    if rest or region is None or region.level != "province":
        return None
    return replace(above, province=region.code, region=None)


def _is_summary(row: Row) -> bool:
    """Tell whether a row sums up or remarks; an issue may begin with "jumlah" or "keterangan" all the same."""
    return any(
        _SUMMARY_ALONE.fullmatch(cell.folded) if cell.column.role == "indicator" else _SUMMARY.match(cell.folded)
        for cell in row.cells
    )


def _one_row(row: Row, above: _Above, table: _Table) -> Iterator[Draft]:
    if dating := dating_of(row, table.scene):
        row = dated(row, dating)
    subjects = _subjects(row, above, table)
    if table.scored:
        yield from _values(row, subjects, above, table)
    if table.issues:
        if dating:
            table = replace(table, inherited=replace(table.inherited, edition=dating.edition))
        if row.first("region") or not table.regional:
            yield from matrix_drafts(row, subjects, table.inherited, table.counting, table.scene)
        if "place" not in table.grid.roles:
            yield from issue_drafts(row, subjects, table.inherited, table.counting, table.scene)


def _values(row: Row, subjects: Sequence[Subject], above: _Above, table: _Table) -> Iterator[Draft]:
    """Read scores and levels; in a table without regions only of dimensions, which are the caption's region's."""
    own = row.first("region")
    dimension = dimension_of_row(row, table.scene)
    if (table.regional and own is None) or not (table.regional or dimension):
        yield from _listed(row, table)
        return
    inherited = replace(table.inherited, edition=table.inherited.value_edition or table.inherited.edition)
    frame = Frame(
        inherited=inherited,
        category=above.category,
        basis="agregat_kabkota" if AGGREGATE.search(table.caption.text) else None,
        dimension=dimension,
        unsure=table.graded or _grades_issue(row) or _may_be_sum(row, subjects, table),
    )
    several = len(subjects) > 1 and any(cell.column.role == "score" and cell.text for cell in row.cells)
    for subject in subjects:
        yield from score_drafts(row, subject.in_doubt(0.6) if several else subject, frame, table.scene)


def _listed(row: Row, table: _Table) -> Iterator[Draft]:
    """Read regions that stand under their level: "Rawan Tinggi | Rawan Sedang" over names."""
    for cell in row.cells:
        if cell.column.role != "level" or not names_region(row.unit, cell.place.span):
            continue
        for subject in regions_in(row.unit, cell.place.span, table.scene.context, None, table.scene):
            yield Draft(
                type="category",
                subject=subject,
                edition=table.inherited.edition,
                span=cell.place.span,
                also=(cell.column.place,) if cell.column.place else (),
                rule=ROW,
                confidence=round(0.9 * (1 - 0.5 * subject.doubt), 3),
                category=cell.column.level,
            )


def _grades_issue(row: Row) -> bool:
    """Tell whether a row's level may be that of the issue it names: "Kabupaten A | Politik uang | Tinggi"."""
    return row.first("indicator") is not None and row.first("score") is None


def _may_be_sum(row: Row, subjects: Sequence[Subject], table: _Table) -> bool:
    """Tell whether a last row of a province under its regencies may hold their mean instead of its own score."""
    regions = table.scene.places.regions
    if row is not table.last or len(table.grid.rows) < 3:
        return False
    first = table.grid.rows[0].first("region")
    levels = {regions[s.code].level for s in subjects if s.code}
    over = (
        regions_in(table.grid.rows[0].unit, first.place.span, table.scene.context, None, table.scene)
        if first
        else ()
    )
    return levels == {"province"} and any(s.code and regions[s.code].level != "province" for s in over)


def _subjects(row: Row, above: _Above, table: _Table) -> tuple[Subject, ...]:
    """Return the row's regions: the last region column names them, those before it (the province) help to decide.

    A column of provinces only helps, wherever it stands. An empty cell goes on with the region above, as a cell
    that spans rows does. Without such columns it is the caption's region.
    """
    context = table.scene.context
    if above.province:
        context = Context(own=above.province, provinces=(above.province,))
    cells = [cell for cell in row.cells if cell.column.role == "region" and cell.text]
    cells.sort(key=lambda cell: _PROVINCES.search(cell.column.header.lower()) is None)
    if not table.regional:
        return (table.caption.subject,)
    found: tuple[Subject, ...] = ()
    for cell in cells or ([above.region] if above.region else []):
        if NUMERIC.fullmatch(cell.text) or _LEVEL_ROW.fullmatch(cell.folded):
            continue
        unit = row.unit if cells else None
        found = _regions(cell, unit, context, table.scene)
        province = table.scene.places.province_of(found[0].code)
        context = replace(context, provinces=(province,)) if province else context
    return found


def _regions(cell: Cell, unit: Unit | None, context: Context, scene: Scene) -> tuple[Subject, ...]:
    if unit is None:
        return (named_region(cell.text, cell.place.span.start, context, cell.column.prefix, scene),)
    return regions_in(unit, cell.place.span, context, cell.column.prefix, scene)


def _with_ranks(drafts: tuple[Draft, ...], scene: Scene) -> tuple[Draft, ...]:
    """Take the row numbers of a falling list of scores for ranks, where it holds all parts of one province.

    A list of some regions only counts its rows.
    """
    scored = [draft for draft in drafts if draft.type == "score" and draft.score is not None]
    scores = [draft.score for draft in scored if draft.score is not None]
    if any(draft.rank for draft in scored) or any(a < b for a, b in pairwise(scores)):
        return drafts
    codes = {draft.subject.code for draft in scored}
    provinces = {scene.places.province_of(code) for code in codes}
    if len(provinces) != 1 or scene.places.parts_of(provinces.pop()) != codes:
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
    return _with_ranks(tuple(drafts), scene)
