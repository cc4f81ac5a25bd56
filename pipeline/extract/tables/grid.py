"""The grid of a table: headers told from rows, halves side by side put below each other, columns settled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.tables.columns import Content, settled
from pipeline.extract.tables.headers import Column, ColumnRole, column_of, merged_column
from pipeline.extract.tables.places import cell_mentions
from pipeline.extract.words.values import parse_category
from pipeline.model import Span
from pipeline.text import fold

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene, Unit
    from pipeline.model import TableCell

_YEAR = re.compile(r"20[12]\d")
_LONG = 80  # characters that no header of a column has
_TITLE = 15  # characters from which a row of one cell above the header is the table's title
_SAMPLE = 200  # cells of a column that are looked at; more do not change the picture

_PURE = re.compile(
    r"no\.?|nomor|"
    r"(?:nama )?(?:kabupaten|kab\.?|kota|provinsi|daerah|wilayah|kecamatan)(?: ?/ ?(?:kota|kabupaten))?|"
    r"(?:total )?(?:skor|nilai|indeks)(?: ikp| akhir| total)?|kategori(?: kerawanan)?|"
    r"(?:tingkat|status) kerawanan|"
    r"indikator(?: kerawanan)?|isu kerawanan|jumlah(?: [a-z/]+)?|persentase|peringkat|ranking|keterangan|dimensi|"
    r"tahapan"
)
"""Cells that are names of columns and nothing else."""
_LABELS = re.compile(r"(?:indikator|isu|jenis|uraian|permasalahan|potensi kerawanan|kerawanan)(?![a-z])")
_SUMS = re.compile(r"^(?:jumlah|total|rata-rata|rerata)(?![a-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a row with its column, its text, ends stripped, and the text folded."""

    column: Column
    place: TableCell
    text: str
    folded: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row, or the half of one where two tables stand side by side; ``banner``: one text fills it."""

    unit: Unit
    cells: tuple[Cell, ...]
    span: Span
    banner: bool = False

    def first(self, role: ColumnRole) -> Cell | None:
        """Return the first cell of a role that is not empty."""
        return next((cell for cell in self.cells if cell.column.role == role and cell.text), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: its columns, its rows without headers and remarks, and the titles above its header."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    titles: tuple[Unit, ...]
    headed: bool

    @property
    def roles(self) -> frozenset[ColumnRole]:
        """The roles of all columns."""
        return frozenset(column.role for column in self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Raw:
    """A row as it is read: its unit, and of each cell the text and the folded text."""

    unit: Unit
    texts: tuple[str, ...]
    folded: tuple[str, ...]

    @property
    def banner(self) -> bool:
        """Tell whether one text fills the row, in the first cell alone or in all that it spans."""
        filled = {text for text in self.folded if text}
        return len(filled) == 1 and (self.folded.count("") == len(self.folded) - 1 or "" not in self.folded)


def parted(rows: Sequence[Unit], scene: Scene) -> Iterator[Sequence[Unit]]:
    """Part tables that a reader took for one: where a header with other names stands between rows."""
    start = 0
    header: tuple[str, ...] | None = None
    for index, unit in enumerate(rows):
        texts = tuple(fold(cell.span.of(scene.document.text)) for cell in unit.block.cells)
        header = texts if header is None else header
        if sum(1 for text in texts if _PURE.fullmatch(text)) < 2 or _holds_data(texts):
            continue
        if index - start > 1 and texts != header:
            yield rows[start:index]
            start = index
        header = texts
    yield rows[start:]


def read_grid(rows: Sequence[Unit], scene: Scene) -> Grid:
    """Take a table apart: its title, its headers (repeated or not), its rows, its columns."""
    raw = [_raw(unit, scene) for unit in rows]
    width = max((len(row.texts) for row in raw), default=0)
    titles, headers, body = _parts(raw, width)
    heads = [_header_column(headers, index, scene) for index in range(width)]
    halves = _halves(headers, heads)
    size = width // halves
    laid = [half for index in range(halves) for row in body for half in _half(row, index * size, size)]
    contents = [_content(index, laid) for index in range(size)]
    columns = settled(heads[:size], contents, scene)
    return Grid(
        columns=columns,
        rows=tuple(_row(row, start, columns) for row, start in laid),
        titles=tuple(row.unit for row in titles),
        headed=bool(headers),
    )


def _raw(unit: Unit, scene: Scene) -> _Raw:
    texts = tuple(cell.span.of(scene.document.text).strip() for cell in unit.block.cells)
    return _Raw(unit=unit, texts=texts, folded=tuple(fold(text) for text in texts))


def _parts(raw: Sequence[_Raw], width: int) -> tuple[list[_Raw], list[_Raw], list[_Raw]]:
    """Part titles, headers and rows; headers that come again and remarks are left out."""
    titles: list[_Raw] = []
    headers: list[_Raw] = []
    body: list[_Raw] = []
    known: set[tuple[str, ...]] = set()
    for row in raw:
        if not body and not headers and width > 1 and row.banner and len(max(row.folded, key=len)) > _TITLE:
            titles.append(row)
        elif not body and (_heads(row) or (headers and _goes_on(row.folded, headers[-1].folded))):
            headers.append(row)
            known.add(row.folded)
        elif row.folded not in known and not _is_remark(row.folded) and not _counts_columns(row.folded):
            body.append(row)
    return (titles, headers, body) if body else ([], [], [*titles, *headers])


def _heads(row: _Raw) -> bool:
    """Tell whether a row is a header, also where one cell alone has a known name and the rest are issues."""
    roles = [column_of(cell).role for cell in row.folded]
    told = [i for i, role in enumerate(roles) if role in {"region", "below", "indicator"}]
    named = [i for i in told if cell_mentions(row.unit, row.unit.block.cells[i].span)[1]]
    if named and not (len(named) > 1 and told[0] not in named and _LABELS.match(row.folded[told[0]])):
        return False
    if is_header(row.folded) or _names_levels(row.folded):
        return True
    return bool(told) and len(row.folded) > 1 and not _holds_data(row.folded) and max(map(len, row.folded)) < _LONG


def _names_levels(cells: Sequence[str]) -> bool:
    """Tell whether a row names levels, each once, as columns of their own."""
    levels = [level for cell in cells if (level := column_of(cell).level)]
    return len(levels) == len(set(levels)) >= 2 and not any(map(_is_number, cells))


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether a row is a header: it names at least two columns and holds no number or level of its own.

    >>> is_header(["no", "kabupaten/kota", "skor"]), is_header(["1", "kota alfa", "41,2"])
    (True, False)
    """
    return sum(1 for cell in cells if column_of(cell).role != "other") >= 2 and not _holds_data(cells)


def _holds_data(cells: Sequence[str]) -> bool:
    levels = {level for cell in cells if len(cell) < 16 and (level := parse_category(cell))}
    return any(map(_is_number, cells)) or len(levels) == 1


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"[\d.,]+", cell) is not None and not _YEAR.fullmatch(cell)


def _goes_on(cells: Sequence[str], header: Sequence[str]) -> bool:
    """Tell whether a row goes on with a header whose cells span rows: it repeats some of them."""
    return sum(1 for a, b in zip(cells, header, strict=False) if a and a == b) >= 2


def _is_remark(cells: Sequence[str]) -> bool:
    """Tell whether one remark fills the whole row, as a source note below a table does."""
    return len(cells) > 1 and len(set(cells)) == 1 and len(cells[0]) > 60


def _counts_columns(cells: Sequence[str]) -> bool:
    """Tell whether a row numbers the columns: "(1) (2) (3)"."""
    return len(cells) > 2 and [cell.strip("()") for cell in cells] == [str(n) for n in range(1, len(cells) + 1)]


def _header_column(headers: Sequence[_Raw], index: int, scene: Scene) -> Column:
    cells = [row for row in headers if index < len(row.texts) and row.texts[index]]
    column = merged_column([row.texts[index] for row in cells], scene)
    if not cells:
        return column
    lowest = cells[-1].unit
    return replace(column, place=lowest.block.cells[index].span, unit=lowest)


def _halves(headers: Sequence[_Raw], columns: Sequence[Column]) -> int:
    """Return how many times the columns come again side by side, 1 where they do not."""
    names = tuple(
        tuple(row.folded[i] if i < len(row.folded) else "" for row in headers) for i in range(len(columns))
    )
    for times in (4, 3, 2):
        size = len(names) // times
        repeats = size >= 2 and len(names) % times == 0 and names == names[:size] * times
        if repeats and any(column.role == "region" for column in columns[:size]):
            return times
    return 1


def _half(row: _Raw, start: int, size: int) -> Iterator[tuple[_Raw, int]]:
    """Yield the cells of a row from column ``start`` on, if any is filled."""
    texts, folded = row.texts[start : start + size], row.folded[start : start + size]
    if any(texts):
        yield _Raw(unit=row.unit, texts=texts, folded=folded), start


def _row(row: _Raw, start: int, columns: Sequence[Column]) -> Row:
    places = row.unit.block.cells[start : start + len(row.texts)]
    cells = tuple(
        Cell(column=column, place=place, text=text, folded=folded)
        for column, place, text, folded in zip(columns, places, row.texts, row.folded, strict=False)
    )
    filled = [place.span for place, text in zip(places, row.texts, strict=True) if text]
    whole = len(row.texts) == len(row.unit.block.cells)
    span = row.unit.block.span if whole or not filled else Span(start=filled[0].start, end=filled[-1].end)
    return Row(unit=row.unit, cells=cells, span=span, banner=len(columns) > 1 and row.banner)


def _content(index: int, laid: Sequence[tuple[_Raw, int]]) -> Content:
    rows = [(row, start) for row, start in laid if not row.banner and index < len(row.folded)]
    rows = [pair for pair in rows if not _SUMS.match(pair[0].folded[index])][:: max(1, len(rows) // _SAMPLE)]
    filled = [(row, start) for row, start in rows if row.folded[index]]
    return Content(
        texts=tuple(row.folded[index] for row, _ in filled),
        places=tuple((row.unit, row.unit.block.cells[start + index].span) for row, start in filled),
        empty=len(rows) - len(filled),
    )
