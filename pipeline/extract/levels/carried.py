"""Levels told without a region beside them: of the one spoken of last, or under the heading of their list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.catalog.indicators import find_indicators
from pipeline.extract.draft import COUNTRY
from pipeline.extract.levels.closing import OUTSIDE, is_of_all, told_of_every
from pipeline.extract.levels.drafts import CARRIED, LIKEWISE, LISTED, Leveled
from pipeline.extract.levels.regions import is_behind_score
from pipeline.extract.marks.kinds import CategoryMark
from pipeline.extract.scene.asides import is_aside, is_container
from pipeline.extract.scene.leads import FORM_ROW
from pipeline.extract.scene.line import Line
from pipeline.extract.scores.signs import THIS_ONE
from pipeline.extract.words.values import NUMBER_WORDS, SOME

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene

_ASSERTS = re.compile(
    r"(?:masuk|berada|tergolong|digolongkan|dikelompokkan|berkategori|termasuk|dikategorikan|terkategori|kategorinya|kategori|berstatus|"
    r"menempatkan|ditempatkan|kerawanannya|statusnya|tingkat kerawanan|level|artinya|dinilai|dinyatakan|"
    r"(?:angka|skor|nilai) (?:itu|ini|tersebut)|terindikasi|predikat|posisi|kelompok|golongan|kl[ua]ster|zona|"
    r"(?:ke)?semuanya|seluruhnya|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)nya|"
    r"(?<!bukan )(?<!tidak )(?<!tak )berarti)"
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
_CLAUSE = re.compile(r"[,;:]\s")
_OPENS_WITH = 2  # characters before an issue that opens its clause: a quotation mark
_PUT_INTO = re.compile(
    r"\s(?:(?:itu|ini|sendiri|juga|masih|kami|kita|memang|sudah|tetap|di|ke|dalam|pada|masuk|berada|tergolong|"
    r"ditaruh|taruh|tempatkan|ditempatkan|masukkan|dimasukkan|golongkan|kelompokkan|nilai|dinilai|beri)\s)*"
)
"""What stands between an issue and the level that it is put into."""
_THAT_REGION = re.compile(
    r"(?<![a-z])(?:kabupaten|kota|daerah|provinsi|wilayah)(?: [a-z-]+){0,7} "
    r"(?:itu|ini|tersebut|yang sama)(?![a-z])"
)
_THAT_KIND = re.compile(
    r"(?<![a-z/])(?P<kind>kabupaten|kota|provinsi)(?!/)(?: [a-z-]+){0,5}? (?:itu|ini|tersebut|sebaliknya)(?![a-z])"
)
_LEVELS = {"kabupaten": "regency", "kota": "city", "provinsi": "province"}
_FOR_INSTANCE = re.compile(r"^,? (?:misalnya|umpamanya|contohnya),?")
_GRADES_ISSUES = re.compile(
    r"[\s,]*(?:berisi|ada|di ?antaranya|seperti|meliputi|yakni|yaitu|mencakup|terdiri|berupa)(?![a-z])"
)


def carried_levels(
    line: Line, scene: Scene, mark: CategoryMark, dimensions: Sequence[str | None]
) -> list[Leveled]:
    """Bind a level to the regions spoken of before, where its sentence asserts it of them."""
    asserted = _ASSERTS.search(line.lower) or is_of_all(line, mark) or is_behind_score(line, mark)
    if (
        not asserted
        or _is_of_none(line, mark)
        or _is_heading(line, scene, mark)
        or _is_of_issue(line, scene, mark)
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


def level_of_that_one(line: Line, mark: CategoryMark, dimensions: Sequence[str | None]) -> list[Leveled]:
    """Bind a level to the one region spoken of before, where words point to it: "kabupaten di pesisir itu"."""
    subjects = line.inherited.subjects
    if len(subjects) != 1 or not _THAT_REGION.search(line.between(line.start, mark.start)):
        return []
    return [
        Leveled(mark=mark, category=mark.category, subject=subjects[0], mention=None, dimension=key, rule=CARRIED)
        for key in dimensions
    ]


def levels_of_kind(
    line: Line, scene: Scene, mark: CategoryMark, dimensions: Sequence[str | None]
) -> list[Leveled]:
    """Bind a level to the one of its kind among those spoken of: "kota ini rendah", "kabupaten sebaliknya"."""
    kinds = list(_THAT_KIND.finditer(line.between(line.start, mark.start)))
    if not kinds or line.regions:
        return []
    regions, level = scene.places.regions, _LEVELS[kinds[-1]["kind"]]
    meant = [one for one in line.inherited.subjects if one.code and regions[one.code].level == level]
    if len(meant) != 1 or len(line.inherited.subjects) < 2:
        return []
    return [
        Leveled(mark=mark, category=mark.category, subject=meant[0], mention=None, dimension=key, rule=CARRIED)
        for key in dimensions
    ]


def _is_of_none(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a level is of none spoken of before: part of the scale, or of a class or all others."""
    scale = len({m.category for m in line.marks if isinstance(m, CategoryMark)}) > 1 and not line.has("pronoun")
    graded = _GRADES_ISSUES.match(line.between(mark.end, line.end)) is not None
    generic = _GENERIC.search(line.lower) is not None and not line.inherited.meant
    every = len(line.inherited.meant) < 2 and told_of_every(line) is not None
    return scale or graded or generic or every or OUTSIDE.search(line.lower) is not None


def _is_heading(line: Line, scene: Scene, mark: CategoryMark) -> bool:
    """Tell whether a line announces a list of regions, is but a level, or begins in the middle of a sentence."""
    text = line.unit.passage.text
    whole = line.end - line.start == len(text)
    alone = whole and line.end - line.start - (mark.end - mark.start) < _HEADING_ROOM and not line.has("pronoun")
    announces = line.unit.is_lead and line.end == len(text)
    if announces or alone:
        return not _is_form_row(line, scene)
    return line.start == 0 and line.unit.block.kind == "paragraph" and text[:1].islower()


def _is_of_issue(line: Line, scene: Scene, mark: CategoryMark) -> bool:
    """Tell whether an issue opens a clause as what has the level: "politik uang kami taruh di kategori tinggi"."""
    start = line.start + next((found.end() for found in _CLAUSE.finditer(line.between(line.start, mark.start))), 0)
    rest = line.unit.passage.text[start : mark.start]
    ends = (span.end for span, _ in find_indicators(rest, scene.reference) if span.start <= _OPENS_WITH)
    return any(_PUT_INTO.fullmatch(rest[end:].lower()) for end in ends)


def _is_form_row(line: Line, scene: Scene) -> bool:
    """Tell whether a line is one of the rows of a form: "Kategori : Rawan Sedang" below "Skor IKP : 50,42"."""
    position = line.unit.position
    rows = [unit.passage.text for unit in scene.units[max(position - 1, 0) : position + 1]]
    below = scene.units[position + 1 : position + 2]
    return len(rows) > 1 and all(map(FORM_ROW.fullmatch, rows)) and not any(unit.mentions for unit in below)


def inherited_levels(line: Line) -> tuple[Leveled, ...]:
    """Bind the level that a line takes over from its heading or the sentence before to its regions."""
    category = line.inherited.category
    behind = _behind_last(line)
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


def _behind_last(line: Line) -> str:
    """Return what stands behind the last region of a line, without "misalnya"."""
    return _FOR_INSTANCE.sub("", line.between(line.regions[-1][0].end, line.end) if line.regions else "")


def _tells_else(line: Line) -> bool:
    """Tell whether a sentence says something else of its regions: "Adapun Alfa mendapat perhatian khusus"."""
    if line.inherited.listed or line.inherited.likewise or not line.regions:
        return False
    told = _behind_last(line)
    own = _OWN_STATE.match(told.lstrip(",")) or _ELSE.match(told)
    return own is not None and not _SAME.search(told)
