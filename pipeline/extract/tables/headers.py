"""Columns of a table: what each one is, from its header and its cells together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from pipeline.extract.catalog.indicators import match_indicator
from pipeline.extract.editions.sentence import sentence_edition
from pipeline.extract.words.values import parse_category
from pipeline.text import fold

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Prefix
    from pipeline.extract.scene.scene import Scene, Unit
    from pipeline.model import Basis, Category, Span
    from pipeline.reference import Reference

ColumnRole = Literal[
    "number", "region", "category", "score", "rank", "indicator", "dimension", "stage", "count", "below",
    "mark", "issue", "place", "level", "tally", "other",
]  # fmt: skip
"""What a column holds. Behind ``below`` (names of kecamatan and the like) come roles that only header and cells
together can tell: ``mark`` yes or no; ``issue``, ``place`` and ``level``: the header is an issue, a region or a
level and the cells are marks, counts or names; ``tally``: numbers of regions."""

_BELOW = re.compile(
    r"^(?:nama )?(?:kecamatan|kec\.?|distrik|desa|kelurahan|desa\s?/\s?kelurahan|dapil|nomor tps)$"
)
_RANK = re.compile(r"peringkat|ranking|rangking|^rank$|urutan")
_HEADERS: tuple[tuple[ColumnRole, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(?:no\.?|nomor|#)$")),
    ("below", _BELOW),
    ("other", re.compile(r"^(?:sumber|bukti|dasar|dokumen)(?![a-z])")),
    ("rank", _RANK),
    ("stage", re.compile(r"tahap")),
    (
        "dimension",
        re.compile(r"^(?:sub ?)?dimensi|dimensi\s?/|dimensi ikp|^(?:nama )?(?:konteks|aspek)(?: ikp)?$"),
    ),
    (
        "region",
        re.compile(r"^(?:nama )?(?:kabupaten|kab\.?|kota|provinsi|daerah|wilayah)|kab(?:upaten)?\.?\s?/\s?kota"),
    ),
    (
        "count",
        re.compile(r"^(?:jumlah|banyak(?:nya)?|frekuensi|total (?:tps|kasus|kejadian)|tps|kasus|kejadian)"),
    ),
    ("category", re.compile(r"kategori|tingkat (?:ke)?rawan|level|status|^kerawanan$|^keterangan$|klasifikasi")),
    ("score", re.compile(r"skor|score|nilai|indeks|^ikp|angka")),
    (
        "indicator",
        re.compile(r"indikator|isu|kerawanan|uraian|jenis|permasalahan|potensi|deskripsi|pertanyaan|^peristiwa"),
    ),
)
_NO_SCORE = re.compile(
    r"ambang|batas|nasional|selisih|anggaran|miliar|juta|rupiah|persentase|persen\b|%|rata-rata|ipk\b|ipm|waktu|"
    r"kenaikan|perubahan|penduduk|populasi|luas|"
    r"(?<!kategori )(?:jumlah|banyaknya) (?:dpt|pemilih|kecamatan|desa|kelurahan|surat|indikator|dimensi)"
)
_SCORE_IN_PERCENT = re.compile(
    r"(?:skor|nilai|indeks|angka|tingkat) ?(?:ikp|kerawanan)?(?: pemilu| pilkada| pemilihan)? ?(?:20\d\d)? ?"
    r"(?:\((?:dalam )?(?:%|persen)\)|%)|"
    r"(?:skor |nilai )?p(?:er|re|ro)sentase (?:skor |nilai |tingkat )?(?:ikp|(?:indeks )?kerawanan)(?: pemilu)?"
)
_AGGREGATE = re.compile(r"agrega|(?:rata-rata|rerata) (?:(?:skor|nilai|ikp|indeks) )*(?:kab|kota)")
_OWN = re.compile(r"(?:skor|nilai|ikp|indeks|input)[ a-z]* provinsi$|^input provinsi")
_NATION = re.compile(r"nasional|se-?indonesia")
_SCORE_WORDS = frozenset(
    (  # noqa: SIM905 (one word a line would fill a page)
        "skor score nilai indeks ikp angka total akhir kerawanan rawan pemilu pemilihan pilkada serentak umum "
        "tahun keseluruhan input provinsi kabupaten kota kab daerah wilayah agregat agregasi dimensi subdimensi "
        "hasil jumlah kategori tingkat dan rata rerata bawaslu per poin"
    ).split()
)
"""Words of which the header of a score consists; any other ("Indeks Kebebasan Pers") makes it another measure."""
_YEAR = re.compile(r"(?<!\d)20[12]\d(?!\d)")
_PREFIXES: dict[str, Prefix] = {"kabupaten": "kabupaten", "kota": "kota", "provinsi": "provinsi"}
_DIMENSION_LEAD = re.compile(
    r"^(?:(?:skor|nilai|kategori|tingkat kerawanan|level|indeks|peringkat|rang?king|rank) )?"
    r"(?:(?:sub ?)?dimensi |tahap(?:an)? )?"
)
_LEVEL_HEADER = re.compile(
    r"(?:(?:kategori|tingkat|kerawanan|rawan|level|zona|daerah|jumlah|kab(?:upaten)?\.?\s?/\s?kota) )*"
    r"(?:tinggi|sedang|rendah|merah|kuning|hijau)(?: rawan)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's role; ``dimension`` where its header names one, ``prefix`` where it says Kabupaten or Kota.

    ``header`` is the lowest cell of the header as written, ``place`` and ``unit`` where it stands; empty and None
    where the column has no header. ``edition`` is the one that the header names; ``dated`` is true where it names
    one or a year, ``previous`` where that is an earlier one. ``basis`` is what a score rests on, ``rank_scope``
    among whom ranks count, ``level`` the level that the header is. ``also`` are roles that higher cells of the
    header name. ``doubtful`` marks a column whose header is understood in part, ``shares`` one whose
    header calls its scores percentages.
    """

    role: ColumnRole
    dimension: str | None = None
    prefix: Prefix | None = None
    header: str = ""
    place: Span | None = None
    unit: Unit | None = None
    edition: str | None = None
    dated: bool = False
    previous: bool = False
    basis: Basis | None = None
    rank_scope: str | None = None
    level: Category | None = None
    also: tuple[ColumnRole, ...] = ()
    doubtful: bool = False
    shares: bool = False

    @property
    def named(self) -> bool:
        """Tell whether the column has a header."""
        return bool(self.header)


def column_of(header: str, dimension: str | None = None) -> Column:
    """Tell a column's role from one header cell; ``dimension`` is the dimension that the cell names, if any.

    >>> column_of("No.").role, column_of("Kabupaten/Kota").role, column_of("Tingkat Kerawanan").role
    ('number', 'region', 'category')
    >>> column_of("Skor IKP").role, column_of("DIMENSI/SUB DIMENSI IKP").role, column_of("TAHAPAN").role
    ('score', 'dimension', 'stage')
    >>> column_of("Rata-rata Kab/Kota").basis, column_of("Skor Provinsi").basis, column_of("Rawan Tinggi").level
    ('agregat_kabkota', 'provinsi', 'tinggi')
    >>> column_of("Skor Kontestasi", "kontestasi").role, column_of("Indeks Demokrasi").role
    ('score', 'other')
    >>> column_of("Skor IKP (%)").shares, column_of("Persentase Kerawanan").role, column_of("Persentase").role
    (True, 'score', 'other')
    """
    folded = fold(header)
    if dimension:
        return Column(role="score", dimension=dimension)
    if _LEVEL_HEADER.fullmatch(folded):
        return Column(role="other", level=parse_category(folded))
    if basis := _basis(folded):
        return Column(role="score", basis=basis)
    ranks = _RANK.search(folded) is not None
    if _SCORE_IN_PERCENT.fullmatch(folded):
        return Column(role="score", shares=True)
    if _NO_SCORE.search(folded) and not ranks:
        return Column(role="other")
    return _by_words(folded)


def _basis(folded: str) -> Basis | None:
    if _AGGREGATE.search(folded):
        return "agregat_kabkota"
    return "provinsi" if _OWN.search(folded) else None


def _by_words(folded: str) -> Column:
    for role, pattern in _HEADERS:
        if not pattern.search(folded):
            continue
        if role == "score":
            return _score_column(folded)
        if role == "rank":
            scope = "nasional" if _NATION.search(folded) else "provinsi" if "provinsi" in folded else None
            return Column(role=role, rank_scope=scope)
        return Column(role=role, prefix=_PREFIXES.get(folded) if role == "region" else None)
    return Column(role="other")


def _score_column(folded: str) -> Column:
    """Take a header for one of scores if it has no word of another measure; "Skor ..." at least for review."""
    strange = set(re.findall(r"[a-z]+", folded)) - _SCORE_WORDS
    if not strange:
        return Column(role="score")
    own = re.search(r"(?<![a-z])(?:skor|ikp)(?![a-z])", folded) is not None
    return Column(role="score" if own else "other", doubtful=own)


def merged_column(parts: Sequence[str], scene: Scene) -> Column:
    """Tell a column's role from its header cells, top to bottom; the lowest says most."""
    texts = list(dict.fromkeys(parts))
    if not texts:
        return Column(role="other")
    dimension = next((key for text in reversed(texts) if (key := _dimension_of(text, scene))), None)
    found = [column_of(text, dimension) for text in reversed(texts)]
    if dimension:
        found = [_dimensional(text, dimension) for text in reversed(texts)]
    known = [column for column in found if column.role != "other"]
    column = known[0] if known else found[0]
    basis = next((one.basis for one in found if one.basis), None)
    return replace(
        _dated(column, " ".join(texts), scene),
        header=texts[-1],
        basis=basis,
        also=tuple(one.role for one in known[1:]),
    )


def _dimension_of(text: str, scene: Scene) -> str | None:
    """Return the dimension that a header names; what only another edition calls one may be an issue here."""
    key = dimension_key(text, scene.reference)
    if key is None or scene.guess.id in scene.reference.dimensions[key].editions:
        return key
    return None if match_indicator(text, scene.reference).numbers else key


def _dimensional(text: str, dimension: str) -> Column:
    """Tell the role of one header cell of a column that is about a dimension: its rank, level or score."""
    column = column_of(text)
    role: ColumnRole = column.role if column.role in {"rank", "category"} else "score"
    return Column(role=role, dimension=dimension, rank_scope=column.rank_scope)


def dated_by(text: str, scene: Scene) -> Column:
    """Return a column of scores dated by a cell or line that names a year or an edition: "2019", "IKP 2019"."""
    return _dated(Column(role="score"), text, scene)


def _dated(column: Column, text: str, scene: Scene) -> Column:
    """Give a column the edition that its header names: "IKP 2019 - Skor", "Skor 2019"."""
    year = _YEAR.search(text)
    if year is None:
        return column
    stated = sentence_edition(text if column.role != "score" else f"Skor {text}", scene.guess, scene.reference)
    if stated.explicit:
        return replace(column, edition=stated.ids[0], dated=True, previous=stated.previous)
    own = scene.reference.editions.get(scene.guess.id or "")
    if own is not None and own.year == int(year.group()):
        return column
    return replace(column, dated=True, previous=own is not None and int(year.group()) < own.year)


@cache
def _dimension_names(reference: Reference) -> Mapping[str, str]:
    return {
        fold(name): dimension.key
        for dimension in reversed(tuple(reference.dimensions.values()))
        for name in (dimension.key, dimension.name, *dimension.wordings)
    }


def dimension_key(text: str, reference: Reference) -> str | None:
    """Return the key of the dimension, subdimension or stage that a cell names, None where it names none."""
    folded = fold(text)
    names = _dimension_names(reference)
    return names.get(folded) or names.get(_DIMENSION_LEAD.sub("", folded))
