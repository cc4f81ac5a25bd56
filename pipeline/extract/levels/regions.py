"""The regions before and behind a level that it is told of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.draft import Subject
from pipeline.extract.levels.owners import BELOW_REGENCY, CLASS_BEFORE, is_of_parts
from pipeline.extract.levels.runs import BESIDE, CLAUSE_ENDS
from pipeline.extract.marks.kinds import CategoryMark, NumberMark
from pipeline.extract.scene.asides import holds_one_meant, is_aside, is_container
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.rows import LIST_JOINER, Pairs, last_in_a_row
from pipeline.extract.words.values import NUMBER_WORDS

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scene.scene import Scene

_INTRO = re.compile(
    r"(?<![a-z])(?:yakni|yaitu|adalah|ialah|di ?antaranya|antara lain|meliputi|terdiri|mencakup|"
    r"seperti(?! (?:sebelum|semula|dulu|dahulu|tahun|saat|ketika|pada|yang|biasa|edisi|ikp|pemilu|pilkada))|"
    r"misalnya|contohnya|ditempati|dihuni|diisi|diduduki|dimiliki|disandang|diraih|dipegang|dicatat|ditunjukk?an|ditemukan|dijumpai|dialami|"
    r"terdeteksi|"
    r"terpantau|diperoleh|berikut|masing-masing|termasuk|"
    r"terdapat|ada di(?![a-z]))|:|\((?![^)]*\))"
)
_NO_VALUE = re.compile(r"\)?\s?[:=]?\s?(?:[-–—]+|n/a|nihil|(?:tidak|belum) ada(?: data)?)\s?[;,.)](?!\d)")
"""What stands behind a region in a list where its value would: "Alfa - ; Beta 35,5 (sedang)"."""
_CLAUSE_BREAK = re.compile(r"sedangkan|sementara|kecuali|namun|tetapi|adapun|setelah|di bawah|dibanding")
OTHERS = re.compile(
    r"(?:semua|seluruh) (?:daerah|wilayah|kabupaten|provinsi|kota)|"
    r"(?<![a-z])(?:lain|lainnya|sisanya|selebihnya)(?![a-z])"
)
_IN = re.compile(r"\s(?:untuk \w+ )?di\s")
_HOLDERS = re.compile(
    r"[\s,\"]*(?:itu |tersebut |hanya |cuma |juga |pun |memang )*"
    r"(?:ada(?:lah| di)?|berada|terjadi|tersebar|jatuh|melekat|menimpa|mencakup|terlihat|tampak|muncul|terletak|"
    r"hanya|cuma|diberikan|diberi|disematkan|dilekatkan|ditetapkan|dialamatkan|ditujukan|disandangkan|"
    r"dikenakan)(?: di| pada| ke| kepada| untuk| bagi| oleh)?\s(?:wilayah |daerah )?"
    r"(?:kabupaten |kota |provinsi )?"
)
"""Words by which a level is told of the regions behind it: "rawan tinggi berada di Alfa"."""
_OWN_VERB = re.compile(
    r"\s(?:(?:juga|sudah|telah|masih|akan|sedang|ikut|turut)\s)*"
    r"(?!di(?:ikuti|susul|tambah)|menyusul|di(?:antara)?\s)(?:di|me|ber)[a-z]{4,}(?: [a-z]+){0,5},\s$"
)
"""A clause with a verb of its own between a region and the next: "Alfa dibahas, Beta rawan tinggi"."""
_NEIGHBOUR_OF = re.compile(r"(?<![a-z])tetangga(?: dekat| terdekat)? (?:dari )?(?:kabupaten |kota |provinsi )?$")
_NEIGHBOUR_NAMED = re.compile(
    r"(?<![a-z])(?:kabupaten|kota|daerah|wilayah|provinsi) tetangga(?:nya)?,? (?:kabupaten |kota |provinsi )?$"
)
_IN_APPOSITION = re.compile(r",\s(?:(?:yakni|yaitu)\s)?(?:kabupaten |kota |provinsi )?")
_APPOSITION_BEHIND = re.compile(r",\s(?:(?:yakni|yaitu)\s)?(?:kabupaten |kota |provinsi )?[a-z]+(?: [a-z]+)?,")
_RANKED_IN = re.compile(
    rf"(?<![a-z])(?:peringkat|urutan|posisi|nomor|ranking|rangking|(?:\d+|{NUMBER_WORDS}) (?:dari|di antara)|"
    r"ter(?:tinggi|rendah|atas|bawah|besar))(?![a-z])"
    r"(?:(?!adalah|ialah|yakni|yaitu|ditempati|diraih|dihuni|diduduki)[^:;()])*"
    r"(?<![a-z])(?:di|se-?|dari|antara|tingkat|lingkup|untuk)\s?(?:seluruh |wilayah )?(?:provinsi )?$"
)
"""Words behind a level that rank its region in the one they end at: "rawan sedang (peringkat 4 di Alfa)"."""
_NAMELY = re.compile(r"(?<![a-z])(?:adalah|ialah|yakni|yaitu)\s$")
_FOLLOWS = re.compile(r"[\s,\"]*(?:itu|tersebut|pun)?[\s,\"=→–—-]*")
_NOT_THIS = re.compile(r"(?<![a-z])bukan\s$")
_EXCEPTED_LEVEL = re.compile(
    r"[),]*\s(?:yang|karena|justru|malah|masih)\s(?:(?:justru|malah|masih|masuk|berada|tergolong|berkategori|di|"
    r"dalam|pada)\s)*"
)
_TOGETHER = re.compile(r"\s(?:bersama(?:-sama)?|beserta)(?: dengan)?\s(?:kabupaten |kota |provinsi )?")
_BESIDES = re.compile(r"(?:selain|di samping)\s(?:di )?(?:kabupaten |kota |provinsi )?$")
_ALSO = re.compile(r"(?<![a-z])(?:juga|pun|turut|ikut|sama-sama)(?![a-z])")
SENTENCE_END = re.compile(r"(?<!\d)\.(?!\d)")
_NEW_RUN = re.compile(r"[;,]\s(?:sedangkan |sementara |dan |lalu )?(?:yang )(?:masuk |berada |tergolong )?$")
_ARE_IN = re.compile(
    r"(?:terdapat|ada|berada|tersebar|terletak|yakni|yaitu|adalah|terjadi|terlihat|tampak|muncul|jatuh|"
    r"melekat|(?:di)?temu(?:kan|i)|dijumpai|didapati|dialami|ter(?:deteksi|pantau|catat|indikasi|identifikasi)|"
    r"teridentifikasi)\s(?:di|pada|oleh)\s?(?:wilayah |daerah )?$"
)
_AND_IN = re.compile(LIST_JOINER.pattern + r"(?:di|pada)\s(?:kabupaten |kota |provinsi )?")
_NARROWS = re.compile(
    r"[:(]|(?<![a-z])(?:yakni|yaitu|(?:di ?)?antaranya|antara lain|meliputi|khususnya|terutama|tepatnya|seperti|"
    r"misalnya|termasuk)(?![a-z])"
)
"""Words between a region and its parts, that alone are meant: "di Alfa, yakni di Beta"."""
_SO_MANY = re.compile(
    rf"\s(?:itu |tersebut )?(?:ada(?:lah)?|hanya|cuma) (?:{NUMBER_WORDS}|\d{{1,2}})(?: [a-z/]+)?[,:]\s"
)
"""Between a level and those that have it: "yang tinggi itu ada tiga, Alfa, Beta, dan Gama"."""
_THE_LEVEL = re.compile(r"(?<![a-z])yang\s$")
_IS = re.compile(r"[\s,]+(?:itu|adalah|ialah|yakni|yaitu|ada)\s")
_BEHIND_SCORE = re.compile(r"\)?\s*(?:atau|\(|,|-|:|dan|dengan|kategori)?\s*")
_PUT_BEHIND_SCORE = re.compile(
    r"\)?,?\s(?:(?:itu|yang|artinya|berarti|sehingga|jadi|juga|pun|masih|sama-sama|dan|semuanya|keduanya|ketiganya)"
    r"[\s,]+)*"
    r"(?:(?:masuk|termasuk|tergolong|terbilang|berstatus|kategorinya|statusnya|itu|berarti|artinya|alias|sama)"
    r"[\s,:]+)+(?:(?:dalam|di|ke|yang)\s)*|"
    r"\)?,?\s(?:juga|pun|sama-sama)\s"
)
"""What may stand between the last score of a list and the level of all: "Alfa 1,92, Beta 1,70 masuk rendah"."""


def with_joined(line: Line, scene: Scene, behind: Pairs, named: Pairs) -> Pairs:
    """Add those that "di" stands before and "dan" joins to the named: "di Alfa dan Beta hasilnya rawan tinggi"."""
    if len(named) != 1 or named[0] != behind[-1]:
        return named
    row = last_in_a_row(line, behind)
    levels = {scene.places.regions[s.code].level == "province" for _, s in row if s.code}
    joined = len(row) > 1 and " dan " in line.between(row[-2][0].end, row[-1][0].start)
    of_parts = any(is_of_parts(line, pair[0]) for pair in row)
    return row if joined and len(levels) == 1 and not of_parts else named


def regions_ahead(line: Line, mark: CategoryMark, right: Pairs, *, alone: bool) -> Pairs:
    """Return the regions that a level introduces: "rawan tinggi yakni Alfa, Beta", or "rendah di Alfa"."""
    gap = line.between(mark.end, right[0][0].start) if right else ""
    if _RANKED_IN.search(gap):
        namely = len(right) > 1 and _NAMELY.search(line.between(right[0][0].end, right[1][0].start))
        return regions_ahead(line, mark, right[1:], alone=False) if namely else []
    if not right or BELOW_REGENCY.search(gap):
        return []
    if alone and _IN.fullmatch(line.between(mark.end, right[0][0].start)):
        of_class = CLASS_BEFORE.search(line.between(line.start, mark.start)) is not None
        members = [pair for pair in right if not is_container(line, pair[0])]
        if members and members[0] != right[0]:
            of_class = of_class or _INTRO.search(line.between(right[0][0].end, members[0][0].start)) is not None
        return members if of_class else right[:1] + [pair for pair in members if pair != right[0]]
    named = _members(line, mark, right) or right[:1]
    if _leads_on(line, mark, right[0][0]) or _leads_on(line, mark, named[0][0]):
        return named if len(right) > 1 else right
    return []


def _members(line: Line, mark: CategoryMark, right: Pairs) -> Pairs:
    """Return the regions behind a level without those that only say where others are.

    Those stay that the level is found in: "ditemukan di Alfa, di Beta, dan Gama"; not "di Alfa, yakni di Beta".
    """
    kept: Pairs = []
    for place, pair in enumerate(right):
        before = line.between(mark.end, pair[0].start)
        behind = line.between(pair[0].end, right[place + 1][0].start) if place + 1 < len(right) else ""
        goes_on = bool(kept) and _AND_IN.fullmatch(line.between(kept[-1][0].end, pair[0].start)) is not None
        found_in = (goes_on or _ARE_IN.search(before) is not None) and not _NARROWS.search(behind)
        if found_in or not is_container(line, pair[0]):
            kept.append(pair)
    return kept


def regions_behind(line: Line, scene: Scene, mark: CategoryMark, left: Pairs) -> Pairs:
    """Return the regions before a level without those that are compared with, only lead to another, or have none.

    Unless the level is told of them: "kecuali Alfa dan Beta yang rawan tinggi", "berbeda dengan Alfa yang sedang".
    """
    left = [pair for pair in left if not _NO_VALUE.match(line.between(pair[0].end, line.end))]
    excepted = bool(left) and _EXCEPTED_LEVEL.fullmatch(line.between(left[-1][0].end, mark.start)) is not None
    if excepted and is_aside(line, left[-1][0]) and not is_aside(line, left[-1][0], _NOT_THIS):
        return last_in_a_row(line, left)
    left = [pair for pair in left if not holds_one_meant(line, pair[0])]
    kept = [
        pair
        for pair in left
        if not is_aside(line, pair[0]) or is_neighbour(line, pair[0]) or _is_of_them_too(line, pair, left, mark)
    ]
    return [pair for pair in kept if not _is_narrowed(line, scene, pair, left)]


def is_neighbour(line: Line, mention: Mention) -> bool:
    """Tell whether a region is the neighbour meant: "tetangga Alfa, Kota Beta,", "kabupaten tetangga Beta"."""
    before = line.between(line.start, mention.start)
    others = [other for other, _ in line.regions if other.end <= mention.start]
    named = others and _IN_APPOSITION.fullmatch(line.between(others[-1].end, mention.start))
    if named and line.between(mention.end, line.end).startswith(","):
        return _NEIGHBOUR_OF.search(line.between(line.start, others[-1].start)) is not None
    return _NEIGHBOUR_NAMED.search(before) is not None and not _APPOSITION_BEHIND.match(
        line.lower, mention.end - line.start
    )


def is_told_else(line: Line, mention: Mention, mark: CategoryMark) -> bool:
    """Tell whether a clause of its own ends between a region and the next one, whose alone the level may be."""
    behind = (other for other, _ in line.regions if mention.end <= other.start < mark.start)
    following = next(behind, None)
    return following is not None and _OWN_VERB.fullmatch(line.between(mention.end, following.start)) is not None


def _is_of_them_too(line: Line, pair: tuple[Mention, Subject], left: Pairs, mark: CategoryMark) -> bool:
    """Tell whether a level is told of a region named by the way: "selain Alfa, Beta juga", "Alfa bersama Beta"."""
    start = last_in_a_row(line, [other for other in line.regions if other[0].start <= pair[0].start])[0][0].start
    before = [mention.end for mention, _ in line.regions if mention.end <= start]
    if before and _TOGETHER.fullmatch(line.between(before[-1], start)):
        return True
    return (
        is_aside(line, pair[0], _BESIDES) and _ALSO.search(line.between(left[-1][0].end, mark.start)) is not None
    )


def regions_besides(line: Line, mark: CategoryMark, left: Pairs) -> Pairs:
    """Return the regions besides which others have a level too: "selain Alfa, yang juga tinggi yaitu Beta"."""
    row = last_in_a_row(line, left)
    also = bool(row) and _ALSO.search(line.between(row[-1][0].end, mark.start)) is not None
    return row if also and is_aside(line, row[-1][0], _BESIDES) else []


def regions_before(line: Line, mark: CategoryMark, low: int) -> Pairs:
    """Return the regions spoken of before in the line: "Alfa tidak rawan tinggi, karena masuk rawan sedang"."""
    if OTHERS.search(line.between(low, mark.start)):
        return []
    before = [pair for pair in line.regions if pair[0].end <= low]
    spoken = [pair for pair in before if not is_container(line, pair[0]) and not is_aside(line, pair[0])]
    return last_in_a_row(line, spoken)


def _is_narrowed(
    line: Line, scene: Scene, pair: tuple[Mention, Subject], left: list[tuple[Mention, Subject]]
) -> bool:
    """Tell whether a province only leads to one of its regencies: "untuk Provinsi X, khususnya Kabupaten Y"."""
    for mention, subject in left:
        gap = line.between(pair[0].end, mention.start)
        inside = scene.places.province_of(subject.code) == pair[1].code != subject.code
        if inside and pair[0].end <= mention.start and not LIST_JOINER.fullmatch(gap):
            return True
    return False


def until_break(line: Line, pairs: list[tuple[Mention, Subject]]) -> list[tuple[Mention, Subject]]:
    """End a list of regions where another clause begins ("..., sedangkan", "kecuali")."""
    kept: list[tuple[Mention, Subject]] = []
    for pair in pairs:
        if kept:
            gap = line.between(kept[-1][0].end, pair[0].start)
            if _CLAUSE_BREAK.search(gap):
                break
        kept.append(pair)
    return kept


def has_own(line: Line, mark: CategoryMark, mention: Mention) -> bool:
    """Tell whether another level stands in brackets behind a region or its list: "Alfa dan Beta (sedang)"."""
    end = mention.end
    for other, _ in line.regions:
        if other.start >= end and LIST_JOINER.fullmatch(line.between(end, other.start)):
            end = other.end
    behind = (m for m in line.marks if isinstance(m, CategoryMark) and m.start >= end)
    following = next(behind, None)
    return (
        following is not None
        and following.category != mark.category
        and re.fullmatch(r"\s?\((?:rawan |kategori )*", line.between(end, following.start)) is not None
    )


def _leads_on(line: Line, mark: CategoryMark, first: Mention) -> bool:
    gap = line.between(mark.end, first.start)
    if _INTRO.search(gap) and len(gap) < 90 and not SENTENCE_END.search(gap):
        return True
    if _SO_MANY.fullmatch(gap) and _THE_LEVEL.search(line.between(line.start, mark.start)):
        return True
    if _FOLLOWS.fullmatch(gap) and _NEW_RUN.search(line.between(line.start, mark.start)):
        return True
    if not mark.plain and not _THE_LEVEL.search(line.between(line.start, mark.start)):
        return False
    if not _FOLLOWS.fullmatch(gap) and not (mark.plain and _HOLDERS.fullmatch(gap)):
        return False
    return not any(
        line.start <= mention.start < mark.start and not is_container(line, mention) for mention, _ in line.regions
    )


def beside_region(line: Line, mark: CategoryMark) -> bool:
    """Accept the bare word of a level directly behind a region or a score: "Alfa sedang", "20,73 atau sedang"."""
    before = line.between(max(line.start, mark.start - 14), mark.start)
    behind = line.between(mark.end, min(line.end, mark.end + 12))
    if _THE_LEVEL.search(before) and (_IS.match(behind) or _SO_MANY.match(line.between(mark.end, line.end))):
        return any(mention.start >= mark.end for mention, _ in line.regions)
    if is_behind_score(line, mark):
        return True
    ends = [mention.end for mention, _ in line.regions if mention.end <= mark.start]
    return bool(ends) and BESIDE.fullmatch(line.between(ends[-1], mark.start)) is not None


def is_behind_score(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a level stands right behind a number with decimals: "41,20 (sedang)", "41,20 masuk sedang"."""
    ends = [m.end for m in line.marks if isinstance(m, NumberMark) and m.decimals and m.end <= mark.start]
    gap = line.between(ends[-1], mark.start) if ends else ""
    if not ends or _means_while(line, mark):
        return False
    put = _PUT_BEHIND_SCORE.fullmatch(gap) and CLAUSE_ENDS.match(line.between(mark.end, line.end))
    return put is not None or _BEHIND_SCORE.fullmatch(gap) is not None


def _means_while(line: Line, mark: CategoryMark) -> bool:
    """Tell whether "sedang" stands for "sedangkan": "Alfa 41,20 sedang Beta 30,10", where Beta has no level."""
    if mark.category != "sedang":
        return False
    region = next((m for m, _ in line.regions if m.start == mark.end + 1), None)
    if region is None:
        return False
    numbers = (m for m in line.marks if isinstance(m, NumberMark) and m.start >= region.end)
    number = next(numbers, None)
    levels = [m.start for m in line.marks if isinstance(m, CategoryMark) and m.start > mark.end]
    return number is not None and not (levels and 0 <= levels[0] - number.end <= 14)
