"""Figures that need no word for a score: a level or a rank right beside them says what they measure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.marks.kinds import CategoryMark, NumberMark, RankMark
from pipeline.extract.scores.likely import OTHER_FIGURE
from pipeline.extract.scores.rank_owners import is_of_else

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Line

_AHEAD = re.compile(
    r"(?: juga| pun| saja)?[\s,(:]{1,3}(?:(?:dengan|yakni|yaitu|pada|di|ada|adalah|sebesar|tepatnya|hanya|cuma|"
    r"karena|mencapai|meraih|memperoleh|mendapat) )*(?:angka |nilai |poin |indeks )?"
)
"""What stands between a level and its figure: "kategori sedang dengan angka 2,94", "rendah, 1,57"."""
_BEHIND = re.compile(
    r"\)?(?: poin)?,? (?:(?:sehingga|atau|alias|yang|artinya|berarti|jadi|maka|dan|masuk|termasuk|tergolong|"
    r"terhitung|dikategorikan|digolongkan|dinilai|disebut|berstatus|berkategori|dalam|di|pada|ke|sebagai|kategori|"
    r"kategorinya|kelompok|golongan|level|tingkat|rawan|kerawanan|itu|ini|statusnya|daerah|wilayah|kabupaten|kota|"
    r"provinsi|masih|sudah) )*"
)
"""What stands between a figure and its level: "12,69 sehingga dikategorikan rendah"."""
_TO_RANK = re.compile(
    r"\)?(?: poin)?,? (?:(?:dan|atau|serta|dengan|sekaligus|yang|lalu) )?(?:(?:duduk|berada|ada|menempati|"
    r"menduduki|"
    r"nangkring|bertengger|bercokol|di|pada) )*"
)
"""What stands between a figure and its rank: "12,69 dan duduk di urutan 30"."""
_PLAIN = re.compile(
    r"(?:[\s,;:()]++|(?<![a-z])(?:meraih|memperoleh|mendapat(?:kan)?|mencatat(?:kan)?|mengantongi|mengumpulkan|menyentuh|"
    r"mencapai|berada|ada|bertengger|masuk|termasuk|tergolong|berkategori|berstatus|dinilai|di|pada|dalam|kategori|"
    r"kelompok|level|tingkat|posisi|rawan|kerawanan|tinggi|sedang|rendah|yang|juga|pun|justru|malah|kini|sekarang|hanya|"
    r"cuma|masih|sudah|baru|dengan|karena|angka|nilai|skor|poin|sendiri|itu|ini|menyusut|turun|naik|menjadi|jadi|ke|"
    r"memiliki|punya|saja|menempati|ikp|indeks|pilkada|pemilu|untuk|dan)(?:nya)?(?![a-z]))*"
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_FAR = 90  # characters between a region and its figure


def is_plain(line: Line, mark: NumberMark, since: int) -> bool:
    """Tell whether nothing but words for scores and levels leads from a region to a figure.

    "Alfa berada di kategori sedang, 45,09"; not "Alfa meraih nilai SAKIP 71,20 atau sedang".
    """
    return _PLAIN.fullmatch(_YEAR.sub("", line.between(since, mark.start))) is not None


def is_graded(line: Line, mark: NumberMark, since: int) -> bool:
    """Tell whether a level or rank beside a figure makes it a score of the region that ends at ``since``."""
    gap = line.between(since, mark.start)
    if not mark.decimals or mark.percent or mark.torn or len(gap) > _FAR or re.search(r"\d", _YEAR.sub("", gap)):
        return False
    figures = [m.end for m in line.marks if isinstance(m, NumberMark) and m.end <= since]
    around = line.between(max([line.start, *figures]), mark.end + 20)
    if OTHER_FIGURE.search(around):
        return False
    levels = [m for m in line.marks if isinstance(m, CategoryMark)]
    ahead = any(since <= m.start and _AHEAD.fullmatch(line.between(m.end, mark.start)) for m in levels)
    behind = any(_BEHIND.fullmatch(line.between(mark.end, m.start)) for m in levels if m.start > mark.end)
    ranks = (m for m in line.marks if isinstance(m, RankMark) and m.start > mark.end and not is_of_else(line, m))
    return ahead or behind or any(_TO_RANK.fullmatch(line.between(mark.end, m.start)) for m in ranks)
