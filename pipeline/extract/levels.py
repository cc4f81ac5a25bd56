"""Rules for categories: which region a stated level belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.draft import COUNTRY, Draft, Rule, Subject
from pipeline.extract.indicators import find_indicators
from pipeline.extract.level_runs import (
    bare_levels,
    dimension_runs,
    dimensions_likewise,
    is_before_dimension,
    is_change,
    leads,
    likewise,
)
from pipeline.extract.line import (
    LIST_JOINER,
    Line,
    Pairs,
    holds,
    is_aside,
    is_container,
    is_place_of_speech,
    last_in_a_row,
    real_dimensions,
)
from pipeline.extract.marks import CategoryMark, CountMark, DimensionMark, NumberMark
from pipeline.extract.values import NUMBER_WORDS
from pipeline.model import Category
from pipeline.reference.calibration import KNOWN_DOUBT

if TYPE_CHECKING:
    from pipeline.extract.regions import Mention
    from pipeline.extract.scene import Scene
    from pipeline.extract.scores import Scored
    from pipeline.extract.tallies import Tallied

BEHIND = Rule(id="level.behind", version=1)
"""The level behind its regions: "Alfa dan Beta masuk kategori rawan sedang"."""
AHEAD = Rule(id="level.ahead", version=1)
"""The level before its regions: "kategori rawan tinggi yakni Alfa, Beta"."""
LISTED = Rule(id="level.listed", version=1)
"""The level in the heading or lead of a list, or going on from the sentence before."""
CARRIED = Rule(id="level.carried", version=1)
"""A level without a region in its sentence: the region spoken of last, or the document's own."""

AGAIN = Rule(id="level.again", version=1)
"""A further level of the regions named before in the sentence: "Alfa sedang, dan sebelumnya tinggi"."""
ANNOUNCED = Rule(id="level.announced", version=1)
"""A level announced with a number ("7 daerah rawan tinggi") for exactly that many regions named next."""

LIKEWISE = Rule(id="level.likewise", version=1)
"""A level told of further regions too: "Alfa rawan tinggi, begitu pula Beta"."""

NEAR = Rule(id="level.near", version=1)
"""A level that no other rule binds, and the only region of its sentence: a question to a person."""

LIKENED = Rule(id="level.likened", version=1)
"""A level that is denied of one and so told of others: "tidak rawan tinggi seperti Alfa dan Beta"."""

_CONFIDENCE = {
    LIKENED.id: 0.84,
    LIKEWISE.id: KNOWN_DOUBT,
    NEAR.id: 0.7,
    BEHIND.id: 0.95,
    AHEAD.id: 0.95,
    LISTED.id: 0.93,
    CARRIED.id: 0.85,
    ANNOUNCED.id: 0.88,
    AGAIN.id: 0.84,
}
_INTRO = re.compile(
    r"(?<![a-z])(?:yakni|yaitu|adalah|ialah|di ?antaranya|antara lain|meliputi|terdiri|mencakup|seperti|"
    r"misalnya|contohnya|ditempati|dihuni|"
    r"diisi|diduduki|dimiliki|disandang|diraih|dipegang|dicatat|ditunjukk?an|ditemukan|dijumpai|dialami|"
    r"terdeteksi|"
    r"terpantau|diperoleh|berikut|masing-masing|termasuk|"
    r"terdapat|ada di(?![a-z]))|:|\((?![^)]*\))"
)
_ASSERTS = re.compile(
    r"(?:masuk|berada|tergolong|berkategori|termasuk|dikategorikan|terkategori|kategorinya|kategori|berstatus|"
    r"menempatkan|ditempatkan|kerawanannya|statusnya|tingkat kerawanan|level|artinya|dinilai|dinyatakan|"
    r"(?:angka|skor|nilai) (?:itu|ini|tersebut)|terindikasi|predikat|posisi|kelompok|golongan|kl[ua]ster|zona|"
    r"(?:ke)?semuanya|seluruhnya|keduanya|ketiganya)"
)
_GENERIC = re.compile(
    r"(?:kabupaten/kota|kabupaten dan kota|provinsi|daerah|wilayah|dapil|tps|indikator|isu|tahapan)(?:nya)? "
    r"(?:yang|dengan|di mana|dimana)|"  # regions or issues of a kind, none by name
    rf"(?<![a-z])(?:{NUMBER_WORDS}) yang|"
    r"rata-rata|(?:beberapa|sejumlah) (?:kabupaten|kota|daerah|wilayah|provinsi)|"
    r"\d+ (?:indikator|isu)|skor lebih dari|skor di atas|level \d|"  # the scale
    r"kecamatan|kelurahan|(?<![a-z])desa(?![a-z])|distrik|"  # below the regency
    r"(?:semua|seluruh) (?:daerah|wilayah|kabupaten|provinsi|kota)|"
    r"(?<![a-z])(?:lain|lainnya|sisanya|selebihnya|semua)(?![a-z])|"  # all the others
    r"(?<![a-z])(?:pilkada|pemilihan|pemilu|pilgub) (?:di |tingkat )?(?:provinsi|kabupaten)"
    r"(?! [a-z]+ (?:masuk|berada))"
)
_CATEGORY_MEANT = re.compile(
    r"rawan|kategori|(?<![a-z])dimensi(?![a-z])|(?<![a-z])ikp(?![a-z])|yang (?:tinggi|"
    r"sedang|rendah)"
)
_MEMBER = re.compile(
    r"\s*(?:kini|juga|pun|ini)?\s*"
    r"(?:(?:masuk|termasuk|adalah|menjadi|satu dari|salah satu|dari|di antara)\s*)+"
)
_NO_NEAR = re.compile(
    r"(?<![a-z])(?:indikator|isu|faktor|variabel|kasus|tps|kecamatan|kelurahan|desa|distrik|rata-rata|rerata|"
    r"sejumlah|"
    r"beberapa|semua|seluruh|sebagian|daerah yang|kabupaten/kota yang|wilayah yang|jika|bila|kalau|antisipasi\w*|"
    r"mencegah|pencegahan|(?:di|ter)?masuk(?:nya)? dari|di luar)(?![a-z])"
)
_IS_EMPTY = re.compile(
    r"[\s,]*(?:itu |sendiri )?(?:tidak ada|tak ada|nihil|kosong|tidak terdapat|"
    r"tidak satu ?pun)(?![a-z])"
)
_GIVEN_TO = re.compile(
    r"\s(?:untuk|kepada|bagi|pada|milik|oleh)(?: (?:skor|ikp|kerawanan|indeks|wilayah|daerah))* (?:di )?$"
)
_NEAR_ENOUGH = 160
_LIKE = re.compile(r"\s(?:seperti(?: halnya)?|layaknya|sebagaimana)(?: di)?(?: (?:kabupaten|kota|provinsi))?\s")
_KERAWANAN_OF = re.compile(r"(?<![a-z])(?:kerawanan|potensi|dugaan|tingkat)(?= [a-z][^,.;:]{4,60}$)")
_OF_AN_ISSUE = re.compile(
    r"(?<![a-z])(?:di|pada|untuk|dalam|terkait|soal) isu (?:ini|itu|tersebut)(?![a-z])"  # of an issue named before
)
_HEADING_ROOM = 12  # characters besides the level itself in a line that is but a heading
_CLAUSE_BREAK = re.compile(r"sedangkan|sementara|kecuali|namun|tetapi|adapun|setelah|di bawah|dibanding")
# another subject than the region before: "Alfa, sementara kabupaten/kota di Beta", "Alfa yang punya banyak daerah"
_OF_CLASS = re.compile(
    r"(?<![a-z])(?:sementara|sedangkan|namun|adapun|sejumlah|beberapa|banyak|sebagian(?: besar)?)"
    r"(?: untuk| lain)? "
    r"(?:kabupaten/kota|kabupaten|kota|daerah|wilayah|provinsi)(?![a-z])"
    r"(?! [a-z]+ (?:masuk|rawan|tinggi|sedang|rendah))"
)
_OTHERS = re.compile(
    r"(?:semua|seluruh) (?:daerah|wilayah|kabupaten|provinsi|kota)|"
    r"(?<![a-z])(?:lain|lainnya|sisanya|selebihnya)(?![a-z])"
)
_BELOW_REGENCY = re.compile(r"(?<![a-z])(?:kecamatan|kelurahan|desa|distrik|dapil|nagari|tps)(?![a-z])")
_PARTS_IN = re.compile(
    r"(?<![a-z])(?:kabupaten(?:/| dan |\s?/\s?)kota|kabupaten|kota|daerah|wilayah|kecamatan|desa|kelurahan|"
    r"distrik)"
    r"(?: yang)?(?: ada| berada| terletak| tersebar| lain(?:nya)?)?\s(?:di|se-?)\s?(?:seluruh |provinsi )*$"
)
_ISSUE_IN = re.compile(
    r"(?<![a-z])(?:politik uang|netralitas asn|indikator|isu|angka(?! itu| ini| tersebut)|jumlah|kasus|golput|"
    r"tps)(?![a-z])"
    r"[a-z0-9 ]{0,25}$"
)
_ISSUE = re.compile(r"(?<![a-z])(?:indikator|isu|politik uang|netralitas)(?![a-z])")
_IN = re.compile(r"\s(?:untuk \w+ )?di\s")
_FOLLOWS = re.compile(r"[\s,\"]*(?:itu|tersebut|pun)?[\s,\"]*")
_EXCEPTED_LEVEL = re.compile(
    r"[),]*\s(?:yang|karena|justru|malah|masih)\s(?:(?:justru|malah|masih|masuk|berada|tergolong|berkategori|di|"
    r"dalam|pada)\s)*"
)
_TOGETHER = re.compile(r"\s(?:bersama(?:-sama)?|beserta)(?: dengan)?\s(?:kabupaten |kota |provinsi )?")
_BESIDES = re.compile(r"(?:selain|di samping)\s(?:di )?(?:kabupaten |kota |provinsi )?$")
_ALSO = re.compile(r"(?<![a-z])(?:juga|pun|turut|ikut|sama-sama)(?![a-z])")
_SENTENCE_END = re.compile(r"(?<!\d)\.(?!\d)")
_NEW_RUN = re.compile(r"[;,]\s(?:sedangkan |sementara |dan |lalu )?(?:yang )(?:masuk |berada |tergolong )?$")
_ARE_IN = re.compile(r"(?:terdapat|ada|berada|tersebar|terletak|yakni|yaitu|adalah)\s(?:di|pada)\s?$")
_OF_ISSUE = re.compile(
    r"(?:pada|dalam|di|untuk|dari)\s(?:isu|faktor|indikator|variabel|masalah|kerawanan (?:logistik|"
    r"keamanan))(?![a-z])"
)
_CLASS_BEFORE = re.compile(
    r"(?<![a-z])(?:daerah|wilayah|kabupaten|kota|kabupaten/kota|kab/kota|kecamatan|kategori)\s"
    r"(?:yang |dengan |berkategori |masuk |kategori |tergolong |tingkat )*$"
)
_THE_LEVEL = re.compile(r"(?<![a-z])yang\s$")
_IS = re.compile(r"\s(?:itu|adalah|yakni|yaitu|ada)\s")
_BEHIND_SCORE = re.compile(r"\d\)?\s*(?:atau|\(|,|-|:|dan|dengan|kategori)?\s*$")
_BESIDE = re.compile(
    r"[\s:,(\"-]*(?:dinyatakan|dinilai|tergolong|terbilang|kategorinya|itu|masih|adalah|berada di|di posisi|"
    r"posisi|tetap|juga|yang|hanya|cuma|justru|masuk|termasuk|kini|pun)?[\s:(\"-]*"
)
_ALL_DIMENSIONS = re.compile(r"\s(?:di|pada|dalam|untuk) (?:semua|seluruh) (?:aspek|dimensi|tahapan)")
_DIMENSIONS_JOIN = re.compile(
    r"(?:\s?\(\d+[.,]\d+\))?"
    r"[\s,]*(?:dan|serta|maupun|hingga)?[\s,]*(?:(?:pada|di|dalam|proses|tahapan|dimensi|konteks|aspek)\s)*"
)
_ON_DIMENSION = re.compile(r"(?:pada|di|untuk|dalam)\s(?:\w+\s)?$")
_OF_THE_NATION = re.compile(r"(?<![a-z])(?:secara|(?:skala|tingkat|level|lingkup)) nasional(?![a-z])")
_BACK_TO_WHOLE = re.compile(r"secara (?:umum|keseluruhan)|total|hasilnya|keseluruhan")
_STAGE_ENDS = re.compile(
    r"\s*(?:[.,;)\"]|$|(?:di|pada|dalam|untuk|se-?\w*|pilkada|pemilu|pemilihan|dengan)(?![a-z]))"
)
_OF_SOME_DIMENSIONS = re.compile(
    rf"(?<![a-z])(?:{NUMBER_WORDS}|\d+|beberapa|sejumlah|sebagian) (?:sub ?)?(?:dimensi|konteks|aspek|tahapan|"
    rf"indikator|variabel|isu)"
    r"(?: di ?antaranya| itu| yang)?(?:nya)?(?![a-z])"
)
_NAMELY = re.compile(r"[\s,]*(?:k\w*usus\w*|terutama|tepatnya)\s")
_CLAUSE = re.compile(r"[,;]|tetapi|tapi|namun|sedangkan|sementara| dan ")
_OTHER_CLAUSE = re.compile(r"sedangkan|sementara|secara|adapun|namun|;\s")
_HOLDS_ISSUES = re.compile(
    r"\s(?:berisi|ada|meliputi|mencakup|berupa|adalah|ialah)(?:\s(?:isu|potensi|persoalan|kasus))?\s"
)
_RIGHT_AWAY = 12  # characters before the first issue that a level is said to hold
_GRADES_ISSUES = re.compile(
    r"[\s,]*(?:berisi|ada|di ?antaranya|seperti|meliputi|yakni|yaitu|mencakup|terdiri|berupa)(?![a-z])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leveled:
    """A level bound to a region, or to a dimension of it; ``doubtful``: a person should see it."""

    mark: CategoryMark | None
    category: Category
    subject: Subject
    mention: Mention | None
    dimension: str | None
    rule: Rule
    doubtful: bool = False


def bind_levels(line: Line, scene: Scene, tallied: tuple[Tallied, ...]) -> tuple[Leveled, ...]:
    """Bind the levels that a line states, and the one it inherits, to its regions."""
    if _OF_AN_ISSUE.search(line.lower):
        return ()
    stated = [mark for mark in line.marks if isinstance(mark, CategoryMark)]
    marks = tuple(mark for mark in stated if holds(line, mark))
    graded = dimension_runs(line, scene, marks)
    plain, bare = _meant(line, marks, graded)
    bound = [one for mark in stated if mark not in marks and mark.plain for one in _likened(line, mark)]
    if not plain:
        return tuple(bound) or _inherited(line)
    counted = {one.category.start for one in tallied}
    for mark in plain:
        if mark in graded:
            bound.extend(_of_dimensions(line, scene, mark, graded))
            continue
        before = max((other.end for other in stated if other.end <= mark.start), default=line.start)
        taken = max((one.mention.end for one in bound if one.mention and one.rule == AHEAD), default=line.start)
        high = min((other.start for other in stated if other.start >= mark.end), default=line.end)
        stretch = (max(before, taken), high)
        found = _bind(line, scene, mark, stretch, counted=mark.start in counted)
        bound.extend(replace(one, doubtful=True) if mark in bare else one for one in found)
        if found and found[-1].rule == BEHIND:
            bound.extend(_leveled(mark, likewise(line, mark), (found[-1].dimension,), LIKEWISE))
            bound.extend(
                replace(one, dimension=key, rule=LIKEWISE)
                for key in dimensions_likewise(line, mark)
                for one in found
                if one.dimension
            )
    idle = [mark for mark in plain if not any(one.mark == mark for one in bound)]
    told = {one.subject.code for one in bound}
    near = [one for one in _nearest(line, scene, idle, counted) if one.subject.code not in told]
    return _with_last_of_run(line, [*bound, *near])


def _meant(
    line: Line, marks: Sequence[CategoryMark], graded: Mapping[CategoryMark, tuple[DimensionMark, ...]]
) -> tuple[list[CategoryMark], tuple[CategoryMark, ...]]:
    """Return the levels that a line means as such, and those of them that only their row tells of."""
    plain = [
        mark
        for mark in marks
        if mark.plain
        or mark in graded
        or _beside_region(line, mark)
        or leads(line, mark)
        or is_before_dimension(line, mark)
        or is_change(line, mark)
    ]
    told = any(mark.plain for mark in plain) or line.inherited.category or line.inherited.listed
    if told or _CATEGORY_MEANT.search(line.lower):
        return plain, ()
    bare = bare_levels(line, marks)
    beside = [m for m in plain if _is_behind_score(line, m)]
    meant = [m for m in marks if m in bare or m in graded or m in beside or leads(line, m) or is_change(line, m)]
    return meant, tuple(m for m in meant if m in bare or is_change(line, m))


def _is_of_class(line: Line, mark: CategoryMark, pairs: Pairs) -> bool:
    """Tell whether a level is that of parts: "ada daerah rawan tinggi di Alfa", "20 persen kota di Beta"."""
    named = _CLASS_BEFORE.search(line.between(line.start, mark.start)) is not None
    return any(_is_of_parts(line, pair[0]) or (named and is_container(line, pair[0])) for pair in pairs)


def _nearest(line: Line, scene: Scene, marks: Sequence[CategoryMark], counted: set[int]) -> list[Leveled]:
    """Offer the likeliest region of a sentence for a level that no rule binds: those before it, else behind it."""
    if _OTHERS.search(line.lower) or _NO_NEAR.search(line.lower) or line.inherited.edition is None:
        return []
    found: list[Leveled] = []
    for mark in marks:
        spoken = [
            pair
            for pair in line.regions
            if pair[1].code != "ID" and not is_place_of_speech(line, pair[0]) and not is_aside(line, pair[0])
        ]
        left = last_in_a_row(line, [pair for pair in spoken if pair[0].end <= mark.start])
        pairs = left or [pair for pair in spoken if pair[0].start >= mark.end][:1]
        if not mark.plain or mark.start in counted or not pairs or _is_of_class(line, mark, pairs):
            continue
        if any(_is_of_issue(line, scene, pair[0], mark) for pair in pairs):
            continue
        if _IS_EMPTY.match(line.between(mark.end, line.end)):
            continue
        if any(_grades_issues(line, scene, end) for end in (mark.end, pairs[-1][0].end)):
            continue
        between = line.between(min(mark.end, pairs[-1][0].end), max(mark.start, pairs[0][0].start))
        if _SENTENCE_END.search(between) or _BELOW_REGENCY.search(between) or len(between) > _NEAR_ENOUGH:
            continue
        dimensions = _dimensions_of(line, scene, mark, (line.start, line.end)) or (None,)
        found.extend(_leveled(mark, pairs, dimensions, NEAR))
    return found


def _of_dimensions(
    line: Line, scene: Scene, mark: CategoryMark, graded: Mapping[CategoryMark, tuple[DimensionMark, ...]]
) -> list[Leveled]:
    """Bind a level behind its dimension to the regions before the run of such, or to the one spoken of last."""
    first = min(dim.start for dims in graded.values() for dim in dims)
    last = max(one.end for one in graded)
    low = max((one.end for one in graded if one.end <= mark.start), default=line.start)
    left = [pair for pair in line.regions if pair[0].end <= mark.start and not is_aside(line, pair[0])]
    near = [pair for pair in left if pair[0].start >= low] or [pair for pair in left if pair[0].end <= first]
    behind = [pair for pair in line.regions if pair[0].start >= last]
    keys = tuple(dict.fromkeys(dim.key for dim in graded[mark]))
    pairs = last_in_a_row(line, near) if near else behind if len(behind) == 1 else []
    if pairs:
        return _leveled(mark, pairs, keys, BEHIND)
    if line.regions:
        return []
    bearer, before = line.inherited.bearer, line.inherited.subjects
    subjects = (bearer,) if bearer else before if len(before) == 1 else (scene.own(),)
    return [
        Leveled(
            mark=mark,
            category=mark.category,
            subject=subject,
            mention=None,
            dimension=key,
            rule=CARRIED,
            doubtful=True,
        )
        for subject in subjects
        if subject.code not in {None, "ID"}
        for key in keys
    ]


def _with_last_of_run(line: Line, bound: Sequence[Leveled]) -> tuple[Leveled, ...]:
    """Let a dimension that closes a run of levels hold for all: "Alfa tinggi dan Beta sedang pada tahapan X"."""
    result = list(bound)
    dimensions = real_dimensions(line)
    for index in range(len(result) - 1, 0, -1):
        last, one = result[index], result[index - 1]
        if last.mark is None or one.mark is None or last.mention is None or one.mention is None:
            break
        if last.mark == one.mark:
            result[index - 1] = replace(one, dimension=one.dimension or last.dimension)
            continue
        closes = last.dimension is not None and all(dim.start >= last.mark.end for dim in dimensions)
        joined = LIST_JOINER.fullmatch(line.between(one.mark.end, last.mention.start))
        whole = _BACK_TO_WHOLE.search(line.between(line.start, one.mark.start))
        if not closes or whole or one.dimension or not joined or one.subject.code == last.subject.code:
            break
        result[index - 1] = replace(one, dimension=last.dimension)
    return tuple(result)


def beside_scores(leveled: Sequence[Leveled], scored: Sequence[Scored]) -> tuple[Leveled, ...]:
    """Give a level the dimension of the region's score in the same line, where it has no other score there."""
    dimensions: dict[int, set[str | None]] = {}
    for one in scored:
        if one.mention is not None:
            dimensions.setdefault(one.mention.start, set()).update(one.dimensions or (None,))
    result = []
    for level in leveled:
        keys = dimensions.get(level.mention.start, set()) if level.mention else set()
        key = next(iter(keys)) if len(keys) == 1 and level.dimension is None else None
        result.append(replace(level, dimension=key) if key else level)
    return tuple(result)


def _likened(line: Line, mark: CategoryMark) -> list[Leveled]:
    """Give a denied level to those that it is told of by the way: "tidak rawan tinggi seperti Alfa dan Beta"."""
    right = [pair for pair in line.regions if pair[0].start >= mark.end]
    if not right or not _LIKE.fullmatch(line.between(mark.end, right[0][0].start)):
        return []
    row = right[:1]
    for pair in right[1:]:
        if not LIST_JOINER.fullmatch(line.between(row[-1][0].end, pair[0].start)):
            break
        row.append(pair)
    return _leveled(mark, row, (None,), LIKENED)


def _bind(
    line: Line, scene: Scene, mark: CategoryMark, bounds: tuple[int, int], *, counted: bool
) -> list[Leveled]:
    """Bind one level to the regions in ``bounds``; ``counted``: it is the level of a number of regions."""
    low, high = bounds
    left = [pair for pair in line.regions if low <= pair[0].start and pair[0].end <= mark.start]
    right = [pair for pair in line.regions if mark.end <= pair[0].start < high]
    ends = (mark.end, *(pair[0].end for pair in right[:1]))
    graded = any(_grades_issues(line, scene, end) for end in ends)
    none = _IS_EMPTY.match(line.between(mark.end, line.end))
    if none or graded or _OF_ISSUE.search(line.between(low, mark.start)):
        return []
    dimensions = _dimensions_of(line, scene, mark, bounds) or _opening_dimension(line, scene, mark) or (None,)
    if led := leads(line, mark):
        return [replace(one, doubtful=True) for one in _leveled(mark, led, dimensions, AHEAD)]
    ahead = _regions_ahead(line, mark, right, alone=not left and not counted)
    ahead = [pair for pair in ahead if not _has_own(line, mark, pair[0])]
    if ahead:
        return _leveled(mark, _until_break(line, ahead), dimensions, AHEAD)
    return _bind_behind(line, scene, mark, left, dimensions, low=low, counted=counted)


def _bind_behind(
    line: Line,
    scene: Scene,
    mark: CategoryMark,
    left: Pairs,
    dimensions: Sequence[str | None],
    *,
    low: int,
    counted: bool,
) -> list[Leveled]:
    """Bind a level to the regions before it, from ``low`` on, else to those spoken of before."""
    behind = [
        pair for pair in _regions_behind(line, scene, mark, left) if not _is_of_issue(line, scene, pair[0], mark)
    ]
    named = [pair for pair in behind if not is_container(line, pair[0])]
    if _is_of_others(line, mark, named, low, counted=counted):
        return []
    named = _with_joined(line, scene, behind, named)
    chosen = named or [pair for pair in behind[-1:] if not _is_of_parts(line, pair[0])]
    if chosen:
        return _leveled(mark, chosen, dimensions, BEHIND)
    if any(_is_of_parts(line, pair[0]) for pair in behind[-1:]):
        return []
    return _bind_elsewhere(line, scene, mark, dimensions, low=low, counted=counted)


def _bind_elsewhere(
    line: Line, scene: Scene, mark: CategoryMark, dimensions: Sequence[str | None], *, low: int, counted: bool
) -> list[Leveled]:
    """Bind a level without a region in its stretch: to those before it, that it is given to, or carried over."""
    if any(pair[0].end <= mark.start for pair in line.regions):
        return _leveled(mark, _regions_before(line, mark, low), dimensions, AGAIN)
    right = [pair for pair in line.regions if pair[0].start >= mark.end]
    if right and _GIVEN_TO.search(line.between(mark.end, right[0][0].start)):
        return _nearest(line, scene, [mark], {mark.start} if counted else set())
    return _carried(line, scene, mark, dimensions)


def _with_joined(line: Line, scene: Scene, behind: Pairs, named: Pairs) -> Pairs:
    """Add those that "di" stands before and "dan" joins to the named: "di Alfa dan Beta hasilnya rawan tinggi"."""
    if len(named) != 1 or named[0] != behind[-1]:
        return named
    row = last_in_a_row(line, behind)
    levels = {scene.places.regions[s.code].level == "province" for _, s in row if s.code}
    joined = len(row) > 1 and " dan " in line.between(row[-2][0].end, row[-1][0].start)
    of_parts = any(_is_of_parts(line, pair[0]) for pair in row)
    return row if joined and len(levels) == 1 and not of_parts else named


def _grades_issues(line: Line, scene: Scene, position: int) -> bool:
    """Tell whether the words at ``position`` say which issues a level has: "kategori tinggi ada politik uang"."""
    words = _HOLDS_ISSUES.match(line.lower, position - line.start)
    if words is None:
        return False
    rest = line.unit.passage.text[line.start + words.end() : line.end]
    return any(span.start <= _RIGHT_AWAY for span, _ in find_indicators(rest, scene.reference))


def _is_of_others(line: Line, mark: CategoryMark, named: Pairs, low: int, *, counted: bool) -> bool:
    """Tell whether a level is that of counted regions, of a class of them, or of what lies below the regency."""
    if not named:
        return counted or _BELOW_REGENCY.search(line.between(low, mark.start)) is not None
    last = named[-1][0]
    if _OF_SOME_DIMENSIONS.search(line.between(last.end, mark.start)):
        return True  # "Untuk Alfa, tiga dimensi tingkat kerawanannya tinggi"
    of_class = _OF_CLASS.search(line.between(last.end, mark.start)) is not None
    return of_class or (counted and _count_between(line, last, mark))


def _regions_ahead(line: Line, mark: CategoryMark, right: Pairs, *, alone: bool) -> Pairs:
    """Return the regions that a level introduces: "rawan tinggi yakni Alfa, Beta", or "rendah di Alfa"."""
    if not right or _BELOW_REGENCY.search(line.between(mark.end, right[0][0].start)):
        return []
    if alone and _IN.fullmatch(line.between(mark.end, right[0][0].start)):
        of_class = _CLASS_BEFORE.search(line.between(line.start, mark.start)) is not None
        members = [pair for pair in right if not is_container(line, pair[0])]
        if members and members[0] != right[0]:
            of_class = of_class or _INTRO.search(line.between(right[0][0].end, members[0][0].start)) is not None
        return members if of_class else right[:1] + [pair for pair in members if pair != right[0]]
    named = [pair for pair in right if not is_container(line, pair[0])] or right[:1]
    if right[0] not in named and _ARE_IN.search(line.between(mark.end, right[0][0].start)):
        named.insert(0, right[0])
    if _leads_on(line, mark, right[0][0]) or _leads_on(line, mark, named[0][0]):
        return named if len(right) > 1 else right
    return []


def _is_of_parts(line: Line, mention: Mention) -> bool:
    """Tell whether a level is that of the parts of a region: "seluruh kabupaten di Alfa masuk kategori sedang"."""
    return _PARTS_IN.search(line.between(max(line.start, mention.start - 60), mention.start)) is not None


def _is_of_issue(line: Line, scene: Scene, mention: Mention, mark: CategoryMark) -> bool:
    """Tell whether the level is an issue's in that region: "politik uang di Alfa masuk kategori tinggi"."""
    before = line.between(max(line.start, mention.start - 50), mention.start)
    if _ISSUE_IN.search(before) or _ISSUE.search(line.between(mention.end, mark.start)):
        return True
    opened = _KERAWANAN_OF.search(line.between(line.start, mention.start))
    if opened is None or (scene.guess.id or "").startswith("ikp_tematik"):
        return False  # a thematic index is one of an issue
    words = line.unit.passage.text[line.start + opened.end() : mention.start]
    return any(True for _ in find_indicators(words, scene.reference))


def _regions_behind(line: Line, scene: Scene, mark: CategoryMark, left: Pairs) -> Pairs:
    """Return the regions before a level without those that are compared with or only lead to another.

    Unless the level is told of them: "kecuali Alfa dan Beta yang rawan tinggi", "berbeda dengan Alfa yang sedang".
    """
    excepted = bool(left) and _EXCEPTED_LEVEL.fullmatch(line.between(left[-1][0].end, mark.start)) is not None
    if excepted and is_aside(line, left[-1][0]):
        return last_in_a_row(line, left)
    kept = [pair for pair in left if not is_aside(line, pair[0]) or _is_of_them_too(line, pair, left, mark)]
    return [pair for pair in kept if not _is_narrowed(line, scene, pair, left)]


def _is_of_them_too(line: Line, pair: tuple[Mention, Subject], left: Pairs, mark: CategoryMark) -> bool:
    """Tell whether a level is told of a region named by the way: "selain Alfa, Beta juga", "Alfa bersama Beta"."""
    start = pair[0].start
    before = [mention.end for mention, _ in line.regions if mention.end <= start]
    if before and _TOGETHER.fullmatch(line.between(before[-1], start)):
        return True
    return (
        is_aside(line, pair[0], _BESIDES) and _ALSO.search(line.between(left[-1][0].end, mark.start)) is not None
    )


def _regions_before(line: Line, mark: CategoryMark, low: int) -> Pairs:
    """Return the regions spoken of before in the line: "Alfa tidak rawan tinggi, karena masuk rawan sedang"."""
    if _OTHERS.search(line.between(low, mark.start)):
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


def _count_between(line: Line, mention: Mention, mark: CategoryMark) -> bool:
    """Tell whether a count of regions stands between a region and the level: the level is the count's."""
    return any(
        isinstance(m, CountMark)
        and mention.end <= m.start
        and m.end <= mark.start
        and not line.between(m.end, m.end + 5).startswith(" lain")
        and not _MEMBER.fullmatch(line.between(mention.end, m.start))
        for m in line.marks
    )


def _leveled(mark: CategoryMark, pairs: Pairs, dimensions: Sequence[str | None], rule: Rule) -> list[Leveled]:
    return [
        Leveled(mark=mark, category=mark.category, subject=subject, mention=mention, dimension=key, rule=rule)
        for mention, subject in pairs
        for key in dimensions
    ]


def _until_break(line: Line, pairs: list[tuple[Mention, Subject]]) -> list[tuple[Mention, Subject]]:
    """End a list of regions where another clause begins ("..., sedangkan", "kecuali")."""
    kept: list[tuple[Mention, Subject]] = []
    for pair in pairs:
        if kept:
            gap = line.between(kept[-1][0].end, pair[0].start)
            if _CLAUSE_BREAK.search(gap):
                break
        kept.append(pair)
    return kept


def _has_own(line: Line, mark: CategoryMark, mention: Mention) -> bool:
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
    if _INTRO.search(gap) and len(gap) < 90 and not _SENTENCE_END.search(gap):
        return True
    if _FOLLOWS.fullmatch(gap) and _NEW_RUN.search(line.between(line.start, mark.start)):
        return True
    if not mark.plain and not _THE_LEVEL.search(line.between(line.start, mark.start)):
        return False
    return _FOLLOWS.fullmatch(gap) is not None and not any(
        line.start <= mention.start < mark.start and not is_container(line, mention) for mention, _ in line.regions
    )


def _beside_region(line: Line, mark: CategoryMark) -> bool:
    """Accept the bare word of a level directly behind a region or a score: "Alfa sedang", "20,73 atau sedang"."""
    before = line.between(max(line.start, mark.start - 14), mark.start)
    behind = line.between(mark.end, min(line.end, mark.end + 12))
    if _THE_LEVEL.search(before) and _IS.match(behind):
        return any(mention.start >= mark.end for mention, _ in line.regions)
    if _is_behind_score(line, mark):
        return True
    ends = [mention.end for mention, _ in line.regions if mention.end <= mark.start]
    return bool(ends) and _BESIDE.fullmatch(line.between(ends[-1], mark.start)) is not None


def _is_behind_score(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a level stands right behind a number with decimals: "41,20 (sedang)"."""
    before = line.between(max(line.start, mark.start - 14), mark.start)
    return _BEHIND_SCORE.search(before) is not None and any(
        isinstance(m, NumberMark) and m.decimals and 0 <= mark.start - m.end <= 14 for m in line.marks
    )


def _dimensions_of(line: Line, scene: Scene, mark: CategoryMark, bounds: tuple[int, int]) -> tuple[str, ...]:
    """Return the dimensions or stages that a level holds for: named behind it, or before it in the same stretch."""
    if _ALL_DIMENSIONS.match(line.between(mark.end, line.end)):
        return ()
    runs = _runs(line, scene)
    for run in runs:
        gap = line.between(mark.end, run[0].start)
        if (
            mark.end <= run[0].start < bounds[1]
            and len(gap) < 40
            and (_ON_DIMENSION.search(gap) or _names_stage(line, scene, run, gap))
            and not _CLAUSE.search(_NAMELY.sub(" ", gap))
        ):
            keys = tuple(dim.key for dim in run)
            return () if _are_all_stages(keys, scene) else keys
    framing = [
        dim for dim in real_dimensions(line) if dim.end <= mark.start and _frames(line, dim, mark, bounds[0])
    ]
    if framing:
        run = next(run for run in runs if framing[-1] in run)
        return tuple(dim.key for dim in run if dim.end <= mark.start)
    whole = _BACK_TO_WHOLE.search(line.between(line.start, mark.start)) is not None
    return (line.inherited.dimension,) if line.inherited.dimension and not whole else ()


def _names_stage(line: Line, scene: Scene, run: Sequence[DimensionMark], gap: str) -> bool:
    """Tell whether a stage of the document's edition stands right behind a level: "rawan tinggi pungut hitung"."""
    known = [scene.reference.dimensions[dim.key] for dim in run]
    own = all(one.parent is None and scene.guess.id in one.editions for one in known)
    return gap == " " and own and _STAGE_ENDS.match(line.between(run[-1].end, line.end)) is not None


def _are_all_stages(keys: Sequence[str], scene: Scene) -> bool:
    """Tell whether dimensions are all that only the document's edition has: the stages of a mapping, so the whole."""
    known = scene.reference.dimensions.values()
    own = {dimension.key for dimension in known if dimension.editions == (scene.guess.id,)}
    return bool(own) and own <= set(keys)


def _runs(line: Line, scene: Scene) -> list[list[DimensionMark]]:
    """Return the dimensions of a line, those together that commas and "dan" join, as parts of one whole."""
    known = scene.reference.dimensions
    runs: list[list[DimensionMark]] = []
    for dim in (mark for mark in line.marks if isinstance(mark, DimensionMark)):
        joined = runs and _DIMENSIONS_JOIN.fullmatch(line.between(runs[-1][-1].end, dim.start))
        if joined and known[runs[-1][-1].key].parent == known[dim.key].parent:
            runs[-1].append(dim)
        else:
            runs.append([dim])
    return runs


def _opening_dimension(line: Line, scene: Scene, mark: CategoryMark) -> tuple[str, ...]:
    """Return the dimension that opens a sentence and frames both sides of its contrast.

    "Pada tahapan kampanye, Kabupaten Alfa rawan tinggi, sedangkan Kabupaten Beta rawan rendah": both are
    regencies, so both are meant of the stage; a province behind the contrast may be meant as a whole.
    """
    first = min((mention.start for mention, _ in line.regions), default=line.end)
    opening = [dim for dim in real_dimensions(line) if dim.named and dim.end <= min(first, mark.start)]
    later = [dim for dim in real_dimensions(line) if first < dim.start < mark.start]
    if len(opening) != 1 or later or _BACK_TO_WHOLE.search(line.between(first, mark.start)):
        return ()
    regions = scene.places.regions
    kinds = {regions[s.code].level == "province" for _, s in line.regions if s.code is not None}
    return (opening[0].key,) if len(kinds) == 1 and len(line.regions) > 1 else ()


def _frames(line: Line, dim: DimensionMark, mark: CategoryMark, low: int) -> bool:
    """Tell whether a dimension named before a level frames it, and nothing has gone back to the whole since."""
    since = line.between(dim.end, mark.start)
    if _BACK_TO_WHOLE.search(since):
        return False
    if dim.start >= low:
        return dim.named or len(since) < 15
    return dim.named and _OTHER_CLAUSE.search(since) is None


def _carried(line: Line, scene: Scene, mark: CategoryMark, dimensions: Sequence[str | None]) -> list[Leveled]:
    scale = len({m.category for m in line.marks if isinstance(m, CategoryMark)}) > 1 and not line.has("pronoun")
    announces = line.unit.is_lead and line.end == len(line.unit.passage.text)
    grades_issues = _GRADES_ISSUES.match(line.between(mark.end, line.end))
    whole = line.end - line.start == len(line.unit.passage.text)
    alone = whole and line.end - line.start - (mark.end - mark.start) < _HEADING_ROOM and not line.has("pronoun")
    fragment = alone or (
        line.start == 0 and line.unit.block.kind == "paragraph" and line.unit.passage.text[:1].islower()
    )
    if (
        scale
        or grades_issues
        or announces
        or fragment
        or (_GENERIC.search(line.lower) and not line.inherited.meant)
        or not _ASSERTS.search(line.lower)
    ):
        return []
    subjects = line.inherited.meant
    if not subjects and (line.has("pronoun") or line.has("shared")):
        subjects = line.inherited.subjects
        if line.has("pronoun") and len(subjects) < 2:
            return []  # "semuanya" is told of several
    if not subjects and not line.regions and _OF_THE_NATION.search(line.between(line.start, mark.start)):
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


def _inherited(line: Line) -> tuple[Leveled, ...]:
    category = line.inherited.category
    if category is None:
        return ()
    return tuple(
        Leveled(
            mark=None,
            category=category,
            subject=subject,
            mention=mention,
            dimension=line.inherited.dimension,
            rule=LIKEWISE if line.inherited.likewise else LISTED,
        )
        for mention, subject in line.regions
        if not is_container(line, mention) and not is_aside(line, mention)
    )


def level_drafts(line: Line, leveled: tuple[Leveled, ...]) -> tuple[Draft, ...]:
    """Turn bound levels into drafts: of the region, or of one of its dimensions."""
    drafts: list[Draft] = []
    for one in leveled:
        position = one.mark.start if one.mark else (one.mention.start if one.mention else line.start)
        editions, previous = line.edition_at(position)
        points = [p for m in (one.mark, one.mention) if m for p in (m.start, m.end)]
        span = line.span(min(points), max(points)) if points else line.span(line.start, line.end)
        heading = line.inherited.category_span
        also = (heading,) if one.mark is None and heading is not None else ()
        drafts.extend(
            Draft(
                type="dimension_score" if one.dimension else "category",
                subject=one.subject,
                edition=edition,
                previous=previous,
                span=span,
                also=also,
                rule=one.rule,
                confidence=_confidence(one),
                category=one.category,
                dimension=one.dimension,
            )
            for edition in editions
        )
    return tuple(drafts)


def _confidence(one: Leveled) -> float:
    if one.doubtful:
        return round(KNOWN_DOUBT * (1 - 0.5 * one.subject.doubt), 3)
    return round(_CONFIDENCE[one.rule.id] * (1 - 0.5 * one.subject.doubt), 3)
