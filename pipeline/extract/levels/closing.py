"""Levels that close what was told before: of all regions named, of those left over, or of a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.extract.levels.drafts import CARRIED, Leveled
from pipeline.extract.marks.kinds import CategoryMark, CueMark
from pipeline.extract.scene.statements import holds
from pipeline.extract.words.values import NUMBER_WORDS, parse_count
from pipeline.model import TallyLevel

if TYPE_CHECKING:
    from pipeline.extract.draft import Subject
    from pipeline.extract.scene.line import Line

STATE = (
    r"(?:(?:masih|tetap|sama-sama|juga|pun|itu|ini|adalah|dinilai|dinyatakan|digolongkan|tergolong|termasuk|masuk|"
    r"berada|di|dalam|pada|kini|malah|justru|hanya|cuma|berstatus|berkategori|kategori|rawan|kerawanan|zona|level|"
    r"tingkat|yang|atau|kategorinya|statusnya)[\s:]+)*"
)
"""Words that put a region into a level."""
_OF_THEM = re.compile(rf",?\s{STATE}")
"""What stands between regions spoken of again and their level: "keduanya masih sedang"."""
OUTSIDE = re.compile(
    r"(?<![a-z])(?:di luar|selain|kecuali) (?:itu|ini|mereka|(?:ke)?(?:dua|tiga|empat|lima)(?:nya)?(?: daerah)?"
    r"(?: itu| ini| tersebut)?),? (?:(?:ke)?semuanya|seluruhnya|semua|seluruh)(?![a-z])"
)
"""Words by which "semuanya" is all but those named before: "di luar itu semuanya sedang"."""
_OF_REST = re.compile(
    rf"(?:^|[,;:.\"(]\s?|(?<![a-z])(?:dan|sedangkan|sementara|adapun|lalu)\s)[\s\"]*+"
    rf"(?:(?:dan|sedangkan|sementara|adapun|lalu|untuk)\s)*(?:yang )?(?:(?P<n>{NUMBER_WORDS}|\d{{1,2}}) )?"
    r"(?:(?:daerah|wilayah|kabupaten|kota|provinsi|kabupaten/kota) (?:(?:yang )?lain(?:nya)?|tersisa|selebihnya)|"
    rf"lain(?:nya)?|sisanya|selebihnya|{OUTSIDE.pattern}),?\s{STATE}$"
)
"""Words before a level by which it is that of the regions not named: "hanya Alfa yang rendah, lainnya sedang"."""
_INDEX = re.compile(r"(?<![a-z])(?:ikp|rawan|kerawanan)(?![a-z])")
_OF_FIGURE = re.compile(rf"(?:^|[.;,]\s)\W*(?:itu )?(?:artinya|berarti|maknanya|alias)(?: ,)?,?\s{STATE}$")
_OF_EVERY = re.compile(
    r"(?<![a-z])(?:(?P<pronoun>(?:ke)?semuanya|seluruhnya)|(?:semua|seluruh) (?:kabupaten(?:/kota| dan kota)?|"
    r"kota|daerah|wilayah|(?P<provinces>provinsi))(?! (?:itu|ini|tersebut|tadi|di atas)(?![a-z])))[^,;.:]{0,70}$"
)
"""Words before a level by which every region of a kind has it: "semua kabupaten di Alfa masuk kategori sedang"."""
_OF_NO_REGIONS = re.compile(
    r"(?<![a-z])(?:kecamatan|kelurahan|desa|distrik|nagari|dapil|tps|indikator|isu|variabel|tahapan)(?![a-z])"
)
"""Words by which those left over are no regencies: "Kecamatan Alfa rawan tinggi, lainnya sedang"."""
ENDS = re.compile(
    r"[)\"']*\s*(?:[.,;:)\"']|$|(?:dan|serta|sedangkan|sementara|karena|pada|dalam|di|untuk|dengan|semua|semuanya)"
    r"(?![a-z]))"
)
"""The end of the clause of a bare level, which is no verb then: "keduanya sedang menyusun"."""


def closes(line: Line, mark: CategoryMark) -> bool:
    """Tell whether the bare word of a level closes what was told before: "Keduanya sedang.", "lainnya rendah"."""
    if ENDS.match(line.between(mark.end, line.end)) is None:
        return False
    inherited = line.inherited
    figure = inherited.scores and line.led_by(_OF_FIGURE, mark.start) is not None
    of_index = bool(inherited.scores or inherited.leveled or inherited.counted) or _INDEX.search(line.lower)
    again = is_of_all(line, mark) and (of_index or line.regions)
    return bool(figure or again or (of_index and inherited.rest and is_of_rest(line, mark)))


def told_of_every(line: Line) -> tuple[CategoryMark, TallyLevel] | None:
    """Return the level that a line tells of every region of a kind, and their kind; none where some are excepted.

    "Seluruhnya" must go on from a sentence that counted them.
    """
    marks = [mark for mark in line.marks if isinstance(mark, CategoryMark)]
    if (
        len(marks) != 1
        or _OF_NO_REGIONS.search(line.lower)
        or OUTSIDE.search(line.lower)
        or "kecuali" in line.lower
    ):
        return None
    told = _OF_EVERY.search(line.between(line.start, marks[0].start))
    counted = line.inherited.counted
    meant = marks[0].plain or ENDS.match(line.between(marks[0].end, line.end)) is not None
    if told is None or not meant or not holds(line, marks[0]) or (told["pronoun"] and counted is None):
        return None
    level = counted.level if told["pronoun"] and counted else "province" if told["provinces"] else None
    return marks[0], level or "regency_city"


def is_of_all(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a level stands behind the regions that the line speaks of again: "kedua daerah itu sedang"."""
    before = [mention for mention, _ in line.regions if mention.end <= mark.start]
    if not (line.inherited.meant or line.inherited.subjects or len(before) > 1):
        return False
    again = (cue for cue in line.marks if isinstance(cue, CueMark) and cue.kind == "pronoun")
    return any(_OF_THEM.fullmatch(line.between(cue.end, mark.start)) for cue in again if cue.end <= mark.start)


def is_of_rest(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a level is that of the regions not named: "lima lainnya rawan sedang"."""
    return line.led_by(_OF_REST, mark.start) is not None


def levels_of_rest(line: Line, mark: CategoryMark, dimensions: Sequence[str | None]) -> list[Leveled]:
    """Bind a level to the regions before that have none and are not named beside: "selebihnya sedang".

    The line or the one before must have named those of another level, or it tells how many are left.
    """
    words = line.led_by(_OF_REST, mark.start)
    if words is None or _OF_NO_REGIONS.search(line.lower):
        return []
    named = {subject.code for mention, subject in line.regions if mention.end <= mark.start}
    left = tuple(one for one in line.inherited.rest if one.code not in named)
    n = parse_count(words["n"]) if words["n"] else None
    if n is not None and n != len(left):
        return []
    known = n is not None or named or line.inherited.leveled
    return _carried(mark, left, dimensions) if known and len(left) > 1 else []


def _carried(mark: CategoryMark, subjects: Sequence[Subject], dimensions: Sequence[str | None]) -> list[Leveled]:
    return [
        Leveled(mark=mark, category=mark.category, subject=subject, mention=None, dimension=key, rule=CARRIED)
        for subject in subjects
        for key in dimensions
    ]
