"""Figures that stand before the region they are told of: "Skor 41,20 diraih Kabupaten Alfa"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.scene.asides import is_aside, is_container, is_place_of_speech
from pipeline.extract.scene.line import Line

if TYPE_CHECKING:
    from pipeline.extract.draft import Subject
    from pipeline.extract.marks.kinds import NumberMark
    from pipeline.extract.regions.names import Mention

_UNIT_BEHIND = r"(?:\s?(?:poin|point|persen|%))?[)\]\s,\"]*"
_FIRST_IN_ROW = re.compile(r"\s?(?:poin|persen|%)?[\s:=|-]*")
_HELD_BY = re.compile(
    rf"[)\]\s,\"]*+{_UNIT_BEHIND}(?:yang )?(?:se-?\s?\w+ )?(?:di \w+ )?(?:diraih|didapat(?:kan|i)?|diraup|"
    r"ditempati|dimiliki|disandang|dipegang|dicatat(?:kan)?|tercatat|(?:menjadi )?milik|untuk|diduduki|diperoleh|"
    r"ditorehkan|dikantongi|dikumpulkan|dibukukan|dicapai|diberikan|disematkan|dihuni|dialami|melekat|dipunyai|"
    r"jatuh|(?:ber)?ada|terdapat|menempatkan|membuat|membawa|mengantar(?:kan)?|menjadikan|mendudukkan)"
    r"(?: (?:oleh|kepada|pada|di|ke))?\s"
)
_LEADS_TO = re.compile(
    rf"[)\]\s\"]*+{_UNIT_BEHIND}(?:(?!dan|serta|dari|sedangkan|sementara|adapun|lalu|kemudian|disusul|namun|tetapi|"
    r"tapi|tertinggi|terendah|kata|ujar|nasional|rata-rata|setelah|sebelum|dengan|bersama|se|dibanding|melampaui|"
    r"lebih|kurang)[a-z-]+ ){1,4}"
)
_WITH_SCORE = re.compile(
    r"\W*(?:(?:dengan|berbekal|bermodal(?:kan)?) (?:[a-z ]{3,30})?|(?:meraih|memperoleh|mengantongi|mengumpulkan|"
    r"mencatat(?:kan)?|memiliki|mendapat(?:kan)?|mengoleksi|punya)(?: [a-z ]{3,30})? )$"
)
_TO_BEARER = re.compile(
    r"(?:\)?\s?(?:poin|persen|%))?\)?(?: (?:dan|serta|atau) (?:berada |masuk )?(?:di |dalam |pada )?"
    r"(?:kategori |tingkat )?(?:rawan |kerawanan )?"
    r"(?:tinggi|sedang|rendah))?,?\s"
)
_OPENS_CLAUSE = re.compile(
    r"(?:[,;] |(?:,| )\s?(?:dan|serta|sedangkan|sementara|adapun|lalu|kemudian) )"
    r"(?:skor|nilai|indeks|angka)(?: (?:ikp|sebesar|tertinggi|terendah))* $"
)
_FEW_WORDS_DOUBT = 0.5


def is_held_by(line: Line, number: NumberMark, mention: Mention) -> bool:
    """Tell whether a number leads to its region: "(46,71) diraih Provinsi Alfa", "Dengan skor 41,20, Alfa ..."."""
    gap = line.between(number.end, mention.start)
    if gap == " (" and line.between(mention.end, mention.end + 1) == ")":
        return True
    before = line.between(line.start, number.start)
    if line.inherited.listed and not before.strip(" -*") and _FIRST_IN_ROW.fullmatch(gap):
        return True
    opens = _WITH_SCORE.match(before) is not None
    return _HELD_BY.fullmatch(gap) is not None or (opens and _TO_BEARER.fullmatch(gap) is not None)


def opens_clause(line: Line, number: NumberMark) -> bool:
    """Tell whether a number opens a clause of its own: "Alfa peringkat kelima dan skor 41,20 diraih Beta"."""
    return _OPENS_CLAUSE.search(line.between(line.start, number.start)) is not None


def region_ahead(line: Line, number: NumberMark, pair: tuple[Mention, Subject]) -> tuple[Mention, Subject] | None:
    """Return the region behind a number that is told of it, in doubt where only a few words lead there."""
    mention, subject = pair
    if is_held_by(line, number, mention):
        return pair
    if "nasional" in line.between(line.start, number.start):
        return None
    gap = line.between(number.end, mention.start)
    alone = len({other.code for _, other in line.regions}) == 1
    apart = is_aside(line, mention) or is_container(line, mention) or is_place_of_speech(line, mention)
    if not alone or apart or not _LEADS_TO.fullmatch(gap):
        return None
    return mention, subject.in_doubt(_FEW_WORDS_DOUBT)
