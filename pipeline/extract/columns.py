"""Columns of a table: what each one is, from its header and its cells together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Literal

from pipeline.extract.scene import name_reader
from pipeline.extract.values import parse_category
from pipeline.text import fold

if TYPE_CHECKING:
    from pipeline.extract.regions import Prefix
    from pipeline.extract.scene import Scene, Unit
    from pipeline.model import TableCell

ColumnRole = Literal[
    "number", "region", "category", "score", "rank", "indicator", "dimension", "stage", "count", "other"
]

_HEADERS: tuple[tuple[ColumnRole, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(?:no\.?|nomor|#)$")),
    ("rank", re.compile(r"peringkat|ranking|rangking|^rank$|urutan")),
    ("stage", re.compile(r"tahap")),
    ("dimension", re.compile(r"^(?:sub ?)?dimensi|dimensi\s?/|dimensi ikp")),
    (
        "region",
        re.compile(r"^(?:nama )?(?:kabupaten|kab\.?|kota|provinsi|daerah|wilayah)|kab(?:upaten)?\.?\s?/\s?kota"),
    ),
    (
        "count",
        re.compile(r"^(?:jumlah|banyak(?:nya)?|frekuensi|total (?:tps|kasus|kejadian)|tps|kasus|kejadian)"),
    ),
    ("category", re.compile(r"kategori|tingkat (?:ke)?rawan|level|status|^kerawanan$|klasifikasi")),
    ("score", re.compile(r"skor|score|nilai|indeks|^ikp|angka")),
    ("indicator", re.compile(r"indikator|isu|kerawanan|uraian|jenis|permasalahan|potensi|deskripsi")),
)
_OTHER_MEASURE = re.compile(
    r"ambang|batas|nasional|selisih|anggaran|miliar|juta|rupiah|persentase|rata-rata|ipk|ipm|waktu|kenaikan|perubahan"
)
_YEAR = re.compile(r"(?<!\d)20[12]\d(?!\d)")
_PREFIXES: dict[str, Prefix] = {"kabupaten": "kabupaten", "kota": "kota", "provinsi": "provinsi"}
_SCORE = re.compile(r"\d{1,3}[.,]\d{1,3}")
NUMERIC = re.compile(r"^\(?\d{1,3}(?:[.,]\d{1,3})?\)?\s*%?$")
"""A cell that holds one number below one thousand, perhaps in brackets or with a percent sign."""

_MOST = 0.6  # share of a column's cells that must agree before the content decides its role
_FEW = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's role; ``dimension`` where its header names one, ``prefix`` where it says Kabupaten or Kota.

    ``year`` is the year that its header names; ``named`` is false where it has no header.
    """

    role: ColumnRole
    dimension: str | None = None
    prefix: Prefix | None = None
    year: int | None = None
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a row with its column and its text, ends stripped."""

    column: Column
    place: TableCell
    text: str


def column_of(header: str, dimension: str | None = None) -> Column:
    """Tell a column's role from one header cell; ``dimension`` is the dimension that the cell names, if any.

    >>> column_of("No.").role, column_of("Kabupaten/Kota").role, column_of("Tingkat Kerawanan").role
    ('number', 'region', 'category')
    >>> column_of("Skor IKP").role, column_of("DIMENSI/SUB DIMENSI IKP").role, column_of("TAHAPAN").role
    ('score', 'dimension', 'stage')
    """
    folded = fold(header)
    if _OTHER_MEASURE.search(folded) and not dimension:
        return Column(role="other")
    for role, pattern in _HEADERS:
        if pattern.search(folded):
            prefix = _PREFIXES.get(folded) if role == "region" else None
            return Column(role=role, prefix=prefix, dimension=dimension if role == "score" else None)
    return Column(role="score" if dimension else "other", dimension=dimension)


def texts_of(unit: Unit, scene: Scene) -> list[str]:
    """Return the texts of a row's cells, ends stripped."""
    return [cell.span.of(scene.document.text).strip() for cell in unit.block.cells]


def cells_of(unit: Unit, columns: Sequence[Column], scene: Scene) -> tuple[Cell, ...]:
    """Return a row's cells with their columns."""
    return tuple(
        Cell(column=column, place=place, text=text)
        for column, place, text in zip(columns, unit.block.cells, texts_of(unit, scene), strict=False)
    )


def read_columns(rows: Sequence[Unit], scene: Scene) -> tuple[tuple[Column, ...], tuple[Unit, ...]]:
    """Return the columns of a table and its rows without headers (repeated or not) and remarks."""
    headers: list[list[str]] = []
    body: list[Unit] = []
    for unit in rows:
        cells: list[str] = [fold(text) for text in texts_of(unit, scene)]
        if not body and (is_header(cells) or (headers and _goes_on(cells, headers[-1]))):
            headers.append(cells)
        elif cells not in headers and not _is_remark(cells):
            body.append(unit)
    width = max((len(unit.block.cells) for unit in rows), default=0)
    columns = [_column(parts, scene) for parts in zip_longest(*headers, fillvalue="")]
    columns += [Column(role="other")] * (width - len(columns))
    return _by_content(columns, body, scene), tuple(body)


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether a row is a header: it names at least two columns and holds no number or level of its own.

    >>> is_header(["no", "kabupaten/kota", "skor"]), is_header(["1", "kota alfa", "41,2"])
    (True, False)
    """
    names = sum(1 for cell in cells if column_of(cell).role != "other")
    data = any(re.fullmatch(r"[\d.,]+", cell) or parse_category(cell) for cell in cells if len(cell) < 16)
    return names >= 2 and not data


def _column(parts: Sequence[str], scene: Scene) -> Column:
    """Tell a column's role from its header cells, top to bottom; the lowest says most."""
    distinct = [part for part in dict.fromkeys(parts) if part]
    dimension = next((key for part in reversed(distinct) if (key := dimension_key(part, scene))), None)
    found = (column_of(part, dimension) for part in reversed(distinct))
    column = next((column for column in found if column.role != "other"), Column(role="other"))
    year = _YEAR.search(" ".join(distinct))
    return replace(column, year=int(year.group()) if year else None, named=bool(distinct))


def _goes_on(cells: Sequence[str], header: Sequence[str]) -> bool:
    """Tell whether a row goes on with a header whose cells span rows: it repeats some of them."""
    return sum(1 for a, b in zip(cells, header, strict=False) if a and a == b) >= 2


def _is_remark(cells: Sequence[str]) -> bool:
    """Tell whether one remark fills the whole row, as a source note below a table does."""
    return len(cells) > 1 and len(set(cells)) == 1 and len(cells[0]) > 25


def dimension_key(text: str, scene: Scene) -> str | None:
    """Return the key of the dimension that a cell names, None where it names none.

    A stage of the election ("Kampanye") is one only where the text says dimension or stage before it.
    """
    folded = re.sub(r"^(?:skor |nilai )?(?:dimensi |tahapan )?", "", fold(text))
    for dimension in scene.reference.dimensions.values():
        if folded in {fold(name) for name in (dimension.key, dimension.name, *dimension.wordings)}:
            return dimension.key
    return None


def _by_content(columns: Sequence[Column], body: Sequence[Unit], scene: Scene) -> tuple[Column, ...]:
    """Where the header says nothing or misleads, let the cells speak."""
    result: list[Column] = []
    texts = [texts_of(unit, scene) for unit in body]
    have = {column.role for column in columns}
    for index, column in enumerate(columns):
        values = [cells[index] for cells in texts if index < len(cells) and cells[index]]
        role = _role_by_content(column, values, have, scene) if values else column.role
        have.add(role)
        result.append(replace(column, role=role))
    return tuple(result)


def _role_by_content(column: Column, values: list[str], have: set[ColumnRole], scene: Scene) -> ColumnRole:
    role = column.role
    numeric = _share(values, lambda value: NUMERIC.match(value) is not None)
    levels = _share(values, lambda value: len(value) < 25 and parse_category(value) is not None)
    if role == "other":
        guess = _guess(values, levels, have, scene)
        return "other" if guess == "score" and column.named else guess
    if role == "category" and numeric >= _MOST:
        return "score"
    if role == "score" and numeric < _FEW:
        return "category" if levels >= _MOST else "other"
    return role


def _guess(values: list[str], levels: float, have: set[ColumnRole], scene: Scene) -> ColumnRole:
    if "region" not in have and _share(values, lambda value: _names_region(value, scene)) >= _MOST:
        return "region"
    if "category" not in have and levels >= _MOST:
        return "category"
    if "score" not in have and _share(values, lambda value: _SCORE.fullmatch(value) is not None) >= _MOST:
        return "score"
    return "other"


def _share(values: Sequence[str], test: Callable[[str], bool]) -> float:
    return sum(1 for value in values if test(value)) / len(values)


def _names_region(value: str, scene: Scene) -> bool:
    passage = name_reader(scene.reference).read(value)
    covered = sum(mention.end - mention.start for mention in scene.places.mentions(passage))
    return covered >= _MOST * len(passage.text) > 0
