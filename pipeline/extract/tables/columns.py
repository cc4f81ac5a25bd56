"""What the columns of a table are: the header proposes, the cells decide."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.catalog.indicators import match_indicator
from pipeline.extract.tables.headers import Column, ColumnRole, column_of
from pipeline.extract.tables.places import names_region
from pipeline.extract.words.values import parse_category
from pipeline.text import fold

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene, Unit
    from pipeline.model import Span

NUMERIC = re.compile(r"\(?\d{1,3}(?:[.,]\d{1,3})?\)?\s*%?")
"""A cell that holds one number below one thousand, perhaps in brackets or with a percent sign."""
WITH_LEVEL = re.compile(
    r"(?P<score>\d{1,3}(?:[.,]\d{1,3})?)\s*[(/,-]?\s*(?P<level>[a-z ]*(?:tinggi|sedang|rendah))\)?"
)
"""A cell that holds a score and its level: "50,7 (tinggi)"."""
WHOLE = re.compile(r"(?P<n>\d{1,3}(?:\.\d{3})+|\d+)(?: [a-z]{3,}(?:/[a-z]+)?)?(?:\s?\([\d.,]+ ?%?\))?")
"""A cell that holds a whole number, perhaps with its noun or its share: "85 (16,54%)"."""
_SCORE = re.compile(r"\d{1,3}[.,]\d{1,3}")
_LONGEST_LEVEL = 25  # characters of a cell that is a level; a longer one is a sentence
_MOST = 0.6  # share of a column's cells that must agree before the content decides its role
_FEW = 0.3
_YES = frozenset(
    (
        *("ada", "ya", "v", "√", "✓", "✔", "☑", "✅", "terjadi", "pernah", "pernah terjadi", "•", "●", "1"),
        *("x", "true", "benar"),
    )
)
_NO = frozenset(
    (
        *("", "-", "--", "tidak", "tidak ada", "tidak terjadi", "nihil", "0", "✗", "✘", "❌", "×", "☐", "belum"),
        *("x", "false", "salah"),
    )
)
_NO_ISSUE = re.compile(
    r"^(?:kode|no|nomor|keterangan|catatan|sumber|jumlah|total|rata-rata|rerata|persen|dpt|pemilih|penduduk|luas|tps"
    r"|tahun|bobot|nilai|skor)(?![a-z])"
)
_COUNTED = re.compile(r"^(?:jumlah|total|banyaknya|jml\.?)\s+(?:(?:tps|kasus|kejadian)\s+)?(?=\S)", re.IGNORECASE)
_PARTS = re.compile(r"(?:jumlah )?(?:kabupaten|kab\.?|kota|provinsi|daerah|wilayah|dan|[/ ])+")
_IN_ALL = re.compile(r"total|akhir|ikp|hasil|umum|keseluruhan|simpulan|predikat")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the cells of a column hold; banners are left out."""

    texts: tuple[str, ...]
    places: tuple[tuple[Unit, Span], ...]
    empty: int

    def share(self, test: Callable[[str], object]) -> float:
        """Return the share of the filled cells that pass a test, 0 where all are empty."""
        return sum(1 for text in self.texts if test(text)) / len(self.texts) if self.texts else 0.0

    @property
    def numeric(self) -> float:
        """The share of cells that hold a number, perhaps with its level."""
        return self.share(lambda text: NUMERIC.fullmatch(text) or WITH_LEVEL.fullmatch(text))

    @property
    def whole(self) -> float:
        """The share of cells that hold a whole number."""
        return self.share(WHOLE.fullmatch)

    @property
    def levels(self) -> float:
        """The share of cells that hold a level."""
        return self.share(is_level)

    @property
    def marks(self) -> float:
        """The share of cells that say yes or no."""
        return self.share(lambda text: text in _YES or text in _NO)

    @property
    def regions(self) -> float:
        """The share of cells that name regions."""
        return sum(names_region(*place) for place in self.places) / len(self.places) if self.places else 0.0


def is_level(text: str) -> bool:
    """Tell whether a folded cell is a level."""
    return len(text) < _LONGEST_LEVEL and parse_category(text) is not None


def settled(columns: Sequence[Column], contents: Sequence[Content], scene: Scene) -> tuple[Column, ...]:
    """Let the header and the cells of each column decide its role together."""
    if any(column.role == "score" and not column.shares for column in columns):
        columns = [replace(column, role="other") if column.shares else column for column in columns]
    have = {column.role for column in columns}
    result: list[Column] = []
    for column, content in zip(columns, contents, strict=True):
        settled = _settle(column, content, have) if content.texts else column
        if settled.role == "score" != column.role and not column.named and _scores_guessed(columns, contents) > 1:
            settled = replace(settled, doubtful=True)
        have.add(settled.role)
        result.append(settled)
    return _with_header_facts(result, contents, scene)


def _scores_guessed(columns: Sequence[Column], contents: Sequence[Content]) -> int:
    """Count the columns without a header that hold scores: of several, no one knows which is whose."""
    pairs = zip(columns, contents, strict=True)
    return sum(1 for column, content in pairs if not column.named and content.share(_SCORE.fullmatch) >= _MOST)


def _settle(column: Column, content: Content, have: set[ColumnRole]) -> Column:
    role = column.role
    if role == "below" and content.whole >= _MOST:
        role = "other"
    elif column.dimension:
        role = _of_dimension(column, content)
    elif role == "region":
        role = _under_region(column, content)
    elif role == "category":
        role = _under_category(column, content)
    elif role == "score" and content.numeric < _FEW:
        role = "category" if content.levels >= _MOST else "other"
    elif role == "indicator" and content.levels >= _MOST:
        role = "category"
    elif role in {"indicator", "count"} and content.marks == 1 and content.whole < _MOST:
        role = "mark"
    elif role == "indicator" and content.numeric + content.whole >= _MOST:
        role = "other"
    elif role == "other" and not column.level:
        role = _guess(column, content, have)
    return replace(column, role=role)


def _of_dimension(column: Column, content: Content) -> ColumnRole:
    if column.role == "rank":
        return "rank"
    if content.numeric >= _MOST:
        return "score"
    return "category" if content.levels >= _MOST else "other"


def _under_region(column: Column, content: Content) -> ColumnRole:
    """Tell names from numbers under "Kabupaten/Kota" (means of those, or how many) and from marks."""
    if max(content.numeric, content.whole) < _MOST:
        return "other" if content.marks >= _MOST else "region"
    if column.basis or "score" in column.also:
        return "score"
    return "tally" if content.whole >= _MOST and _PARTS.fullmatch(fold(column.header)) else "other"


def _under_category(column: Column, content: Content) -> ColumnRole:
    if content.share(WITH_LEVEL.fullmatch) >= _MOST:
        return "score"
    if content.levels >= _FEW:
        return "category"
    if content.numeric >= _MOST:
        return "score" if content.share(_SCORE.search) >= _FEW else "other"
    if content.marks >= _MOST:
        return "mark"
    return "indicator" if re.search(r"kerawanan|isu", fold(column.header)) else "other"


def _guess(column: Column, content: Content, have: set[ColumnRole]) -> ColumnRole:
    """Guess a column without a telling header. A score is guessed only where there is no header at all."""
    if "region" not in have and "below" not in have and content.regions >= _MOST:
        return "region"
    if "category" not in have and content.levels >= _MOST:
        return "category"
    if "score" not in have and not column.named and content.share(_SCORE.fullmatch) >= _MOST:
        return "score"
    if "indicator" in have and content.marks >= _MOST and not (_region_header(column) or _is_against(column)):
        return "mark"
    return "other"


def _is_against(column: Column) -> bool:
    """Tell whether a mark under a header says no: the second of two columns "Ya" and "Tidak"."""
    return fold(column.header) in _NO


def _with_header_facts(columns: Sequence[Column], contents: Sequence[Content], scene: Scene) -> tuple[Column, ...]:
    """Find the columns whose header is an issue, a region or a level, and the cells say where or how many."""
    columns = _without_stray_levels(columns)
    roles = {column.role for column in columns}
    named = [column.role in {"other", "count"} and column.named for column in columns]
    result = list(columns)
    for index, (column, content) in enumerate(zip(columns, contents, strict=True)):
        if named[index] and column.level and (content.whole >= _MOST or content.regions >= _MOST):
            result[index] = replace(column, role="level")
    valued = [
        ok and not column.level and _is_valued(content)
        for ok, column, content in zip(named, columns, contents, strict=True)
    ]
    if "region" in roles and roles & {"score", "category", "indicator", "below"} <= {"category"}:
        _take_issues(result, valued, scene)
    elif "indicator" in roles and "region" not in roles:
        result = [
            replace(column, role="place") if ok and _region_header(column) else column
            for ok, column in zip(valued, result, strict=True)
        ]
    return tuple(result)


def _is_valued(content: Content) -> bool:
    """Tell whether the cells of a column are marks or whole numbers."""
    return max(content.marks, content.whole) >= _MOST or (not content.texts and content.empty > 0)


def _take_issues(columns: list[Column], valued: Sequence[bool], scene: Scene) -> None:
    """Make issue columns of those whose header is a known issue, and of the rest if most are."""
    labels = [issue_label(column) for column in columns]
    known = [
        ok and match_indicator(label, scene.reference).decision == "accept"
        for ok, label in zip(valued, labels, strict=True)
    ]
    asked = [
        sure or (ok and column.role == "other" and not _NO_ISSUE.match(fold(label)))
        for sure, ok, label, column in zip(known, valued, labels, columns, strict=True)
    ]
    for index, column in enumerate(columns):
        if known[index] or (asked[index] and 2 * sum(known) >= sum(asked)):
            columns[index] = replace(column, role="issue", doubtful=not known[index])


def issue_label(column: Column) -> str:
    """Return the issue that a header names, without what is counted: "Jumlah TPS sulit dijangkau"."""
    return _COUNTED.sub("", column.header)


def _region_header(column: Column) -> bool:
    return column.unit is not None and column.place is not None and names_region(column.unit, column.place)


def _without_stray_levels(columns: Sequence[Column]) -> list[Column]:
    """Leave out a level under an unknown header beside those of dimensions: it is that of one more stage."""
    stages = any(column.dimension and column.role == "category" for column in columns)
    if not stages:
        return list(columns)
    return [
        replace(column, role="other")
        if column.role == "category"
        and not column.dimension
        and column_of(column.header).role not in {"category", "score"}
        and not _IN_ALL.search(fold(column.header))
        else column
        for column in columns
    ]


def is_yes(folded: str, others: frozenset[str]) -> bool:
    """Tell whether a cell says yes; a cross says no where the table's yes is another mark.

    >>> is_yes("ada", frozenset()), is_yes("x", frozenset(("x", "-"))), is_yes("x", frozenset(("x", "v")))
    (True, True, False)
    """
    if folded == "x":
        return not others & (_YES - {"x", "1"})
    return folded in _YES


def is_no(folded: str) -> bool:
    """Tell whether a cell of marks says no."""
    return folded in _NO and folded != "x"
