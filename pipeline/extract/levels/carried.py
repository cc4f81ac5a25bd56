"""Levels told without a region beside them: of the one spoken of last, or under the heading of their list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.draft import COUNTRY
from pipeline.extract.levels.closing import is_of_all
from pipeline.extract.levels.drafts import CARRIED, LIKEWISE, LISTED, Leveled
from pipeline.extract.marks.kinds import CategoryMark
from pipeline.extract.scene.asides import is_aside, is_container
from pipeline.extract.scene.line import Line
from pipeline.extract.scores.signs import THIS_ONE
from pipeline.extract.words.values import NUMBER_WORDS, SOME

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene

_ASSERTS = re.compile(
    r"(?:masuk|berada|tergolong|berkategori|termasuk|dikategorikan|terkategori|kategorinya|kategori|berstatus|"
    r"menempatkan|ditempatkan|kerawanannya|statusnya|tingkat kerawanan|level|artinya|dinilai|dinyatakan|"
    r"(?:angka|skor|nilai) (?:itu|ini|tersebut)|terindikasi|predikat|posisi|kelompok|golongan|kl[ua]ster|zona|"
    r"(?:ke)?semuanya|seluruhnya|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)nya|berarti)"
)
_GENERIC = re.compile(
    r"(?:kabupaten/kota|kabupaten dan kota|provinsi|daerah|wilayah|dapil|tps|indikator|isu|tahapan)(?:nya)? "
    r"(?:yang|dengan|di mana|dimana)|"  # regions or issues of a kind, none by name
    rf"(?<![a-z])(?:{NUMBER_WORDS}) yang|"
    rf"rata-rata|(?<![a-z]){SOME} (?:jumlah |total )?(?:kabupaten|kota|daerah|wilayah|provinsi)|"
    r"\d+ (?:indikator|isu)|skor lebih dari|skor di atas|level \d|"  # the scale
    r"kecamatan|kelurahan|(?<![a-z])desa(?![a-z])|distrik|"  # below the regency
    r"(?<![a-z])(?:lain|lainnya|sisanya|selebihnya|semua)(?![a-z])|"  # all the others
    r"(?<![a-z])(?:pilkada|pemilihan|pemilu|pilgub) (?:di |tingkat )?(?:provinsi|kabupaten)"
    r"(?! [a-z]+ (?:masuk|berada))"
)
_HEADING_ROOM = 12  # characters besides the level itself in a line that is but a heading
_SAFE = r"aman|kondusif|terkendali|stabil|damai|tenang|normal|lancar"
_SAFE_ARE = re.compile(
    rf"(?<![a-z])yang (?:(?:relatif|paling|tergolong|dinilai|masih|cukup) )*(?:{_SAFE})(?![a-z])"
)
"""Words before regions that say something else of them: "Adapun yang aman Kabupaten Alfa"."""
_OWN_STATE = re.compile(
    r"\s(?:(?:yang|itu|juga|sendiri|relatif|cukup|tergolong|terbilang|masih|justru|dinilai|dinyatakan|tetap|sudah|"
    r"paling|sangat|dalam|kondisi|keadaan|status(?:nya)?|lebih)\s)*"
    rf"(?:{_SAFE}|bebas|bersih|nihil|(?:agak|kurang) rawan|rawan (?:ringan|biasa)|"
    r"(?:tidak|tak|bukan|belum)(?! (?:luput|ketinggalan|kalah|terkecuali)(?![a-z])))(?![a-z])"
)
"""Words behind a region that say something else of it than the level told before: "Adapun Alfa aman"."""
_ELSE = re.compile(
    r"[\s,]*(?:yang |ini |itu |juga )*"
    r"(?:me[a-z]{3,}|di[a-z]{4,}|ber[a-z]{3,}|perlu|harus|jadi|punya|akan)(?![a-z])"
)
"""A verb behind a region, which is told of it in place of the level."""
_SAME = re.compile(r"rawan|kategori|(?<![a-z])(?:masuk|menyusul|disusul|diikuti|sama|serupa|skor|nilai)(?![a-z])")
_OF_THE_NATION = re.compile(r"(?<![a-z])(?:secara|(?:skala|tingkat|level|lingkup)) nasional(?![a-z])")
_GRADES_ISSUES = re.compile(
    r"[\s,]*(?:berisi|ada|di ?antaranya|seperti|meliputi|yakni|yaitu|mencakup|terdiri|berupa)(?![a-z])"
)


def carried_levels(
    line: Line, scene: Scene, mark: CategoryMark, dimensions: Sequence[str | None]
) -> list[Leveled]:
    """Bind a level to the regions spoken of before, where its sentence asserts it of them."""
    scale = len({m.category for m in line.marks if isinstance(m, CategoryMark)}) > 1 and not line.has("pronoun")
    announces = line.unit.is_lead and line.end == len(line.unit.passage.text)
    graded = _GRADES_ISSUES.match(line.between(mark.end, line.end))
    whole = line.end - line.start == len(line.unit.passage.text)
    alone = whole and line.end - line.start - (mark.end - mark.start) < _HEADING_ROOM and not line.has("pronoun")
    fragment = alone or (
        line.start == 0 and line.unit.block.kind == "paragraph" and line.unit.passage.text[:1].islower()
    )
    if (
        scale
        or graded
        or announces
        or fragment
        or (_GENERIC.search(line.lower) and not line.inherited.meant)
        or not (_ASSERTS.search(line.lower) or is_of_all(line, mark))
    ):
        return []
    subjects = line.inherited.meant
    if not subjects and (line.has("pronoun") or line.has("shared")):
        subjects = line.inherited.subjects
        if line.has("pronoun") and len(subjects) < 2:
            return []  # "semuanya" is told of several
    before = line.between(line.start, mark.start)
    if not subjects and not line.regions and _OF_THE_NATION.search(before) and not THIS_ONE.search(before):
        nation = Leveled(
            mark=mark, category=mark.category, subject=COUNTRY, mention=None, dimension=dimensions[0], rule=CARRIED
        )
        return [replace(nation, doubtful=True)]
    if not subjects:
        bearer, last = line.inherited.bearer, line.inherited.subjects
        subjects = (bearer,) if bearer else last if len(last) == 1 else (scene.own(),)
    return [
        Leveled(mark=mark, category=mark.category, subject=subject, mention=None, dimension=key, rule=CARRIED)
        for subject in subjects
        if subject.code is not None and subject.code != "ID"
        for key in dimensions
    ]


def inherited_levels(line: Line) -> tuple[Leveled, ...]:
    """Bind the level that a line takes over from its heading or the sentence before to its regions."""
    category = line.inherited.category
    behind = line.between(line.regions[-1][0].end, line.end) if line.regions else ""
    ahead = line.between(line.start, line.regions[0][0].start) if line.regions else ""
    other = _OWN_STATE.match(behind) or _SAFE_ARE.search(ahead)
    if category is None or (other and not line.inherited.likewise):
        return ()
    return tuple(
        Leveled(
            mark=None,
            category=category,
            subject=subject,
            mention=mention,
            dimension=line.inherited.dimension,
            rule=LIKEWISE if line.inherited.likewise else LISTED,
            doubtful=_tells_else(line),
        )
        for mention, subject in line.regions
        if not is_container(line, mention) and not is_aside(line, mention)
    )


def _tells_else(line: Line) -> bool:
    """Tell whether a sentence says something else of its regions: "Adapun Alfa mendapat perhatian khusus"."""
    if line.inherited.listed or line.inherited.likewise or not line.regions:
        return False
    told = line.between(line.regions[-1][0].end, line.end)
    own = _OWN_STATE.match(told.lstrip(",")) or _ELSE.match(told)
    return own is not None and not _SAME.search(told)
