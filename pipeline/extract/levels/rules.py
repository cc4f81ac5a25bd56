"""Rules for categories: which region a stated level belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.draft import COUNTRY, Draft, Rule, Subject
from pipeline.extract.levels.dimensions import (
    BACK_TO_WHOLE,
    dimensions_of,
    limits,
    may_limit,
    opening_dimension,
)
from pipeline.extract.levels.owners import (
    BELOW_REGENCY,
    grades_issues,
    is_level_of_issue,
    is_of_class,
    is_of_issue,
    is_of_others,
    is_of_parts,
)
from pipeline.extract.levels.regions import (
    OTHERS,
    SENTENCE_END,
    beside_region,
    has_own,
    is_behind_score,
    regions_ahead,
    regions_before,
    regions_behind,
    until_break,
    with_joined,
)
from pipeline.extract.levels.runs import (
    bare_levels,
    dimension_runs,
    dimensions_likewise,
    is_before_dimension,
    is_change,
    is_correction,
    leads,
    likewise,
)
from pipeline.extract.marks.kinds import CategoryMark, DimensionMark
from pipeline.extract.scene.line import (
    LIST_JOINER,
    Line,
    Pairs,
    first_in_a_row,
    holds,
    is_aside,
    is_container,
    is_place_of_speech,
    is_uncertain,
    last_in_a_row,
    real_dimensions,
)
from pipeline.extract.scene.sections import names_own_index
from pipeline.extract.words.values import NUMBER_WORDS
from pipeline.model import Category
from pipeline.reference.calibration import KNOWN_DOUBT

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scene.scene import Scene
    from pipeline.extract.scores.binding import Scored
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
_OF_AN_ISSUE = re.compile(
    r"(?<![a-z])(?:di|pada|untuk|dalam|terkait|soal) isu (?:ini|itu|tersebut)(?![a-z])"  # of an issue named before
)
_HEADING_ROOM = 12  # characters besides the level itself in a line that is but a heading
_OF_THE_NATION = re.compile(r"(?<![a-z])(?:secara|(?:skala|tingkat|level|lingkup)) nasional(?![a-z])")
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
        doubtful = mark in bare or may_limit(line, mark) or is_uncertain(line)
        bound.extend(replace(one, doubtful=True) if doubtful else one for one in found)
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
        or beside_region(line, mark)
        or leads(line, mark)
        or is_before_dimension(line, mark)
        or is_change(line, mark)
        or is_correction(line, mark)
    ]
    told = any(mark.plain for mark in plain) or line.inherited.category or line.inherited.listed
    if told or _CATEGORY_MEANT.search(line.lower):
        return plain, ()
    bare = bare_levels(line, marks)
    beside = [m for m in plain if is_behind_score(line, m)]
    meant = [m for m in marks if m in bare or m in graded or m in beside or leads(line, m) or is_change(line, m)]
    return meant, tuple(m for m in meant if m in bare or is_change(line, m))


def _nearest(line: Line, scene: Scene, marks: Sequence[CategoryMark], counted: set[int]) -> list[Leveled]:
    """Offer the likeliest region of a sentence for a level that no rule binds: those before it, else behind it."""
    if OTHERS.search(line.lower) or _NO_NEAR.search(line.lower) or line.inherited.edition is None:
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
        if not mark.plain or mark.start in counted or not pairs or is_of_class(line, mark, pairs):
            continue
        if limits(line, mark, line.start):
            continue
        if any(is_of_issue(line, scene, pair[0], mark) for pair in pairs):
            continue
        if _IS_EMPTY.match(line.between(mark.end, line.end)):
            continue
        if any(grades_issues(line, scene, end) for end in (mark.end, pairs[-1][0].end)):
            continue
        between = line.between(min(mark.end, pairs[-1][0].end), max(mark.start, pairs[0][0].start))
        if SENTENCE_END.search(between) or BELOW_REGENCY.search(between) or len(between) > _NEAR_ENOUGH:
            continue
        dimensions = dimensions_of(line, scene, mark, (line.start, line.end)) or (None,)
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
        whole = BACK_TO_WHOLE.search(line.between(line.start, one.mark.start))
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
    row = first_in_a_row(line, right)
    return _leveled(mark, row, (None,), LIKENED)


def _bind(
    line: Line, scene: Scene, mark: CategoryMark, bounds: tuple[int, int], *, counted: bool
) -> list[Leveled]:
    """Bind one level to the regions in ``bounds``; ``counted``: it is the level of a number of regions."""
    low, high = bounds
    left = [pair for pair in line.regions if low <= pair[0].start and pair[0].end <= mark.start]
    right = [pair for pair in line.regions if mark.end <= pair[0].start < high]
    none = _IS_EMPTY.match(line.between(mark.end, line.end))
    if none or is_level_of_issue(line, scene, mark, low, right):
        return []
    dimensions = dimensions_of(line, scene, mark, bounds) or opening_dimension(line, scene, mark) or (None,)
    if dimensions == (None,) and limits(line, mark, low):
        return []
    if led := leads(line, mark):
        return [replace(one, doubtful=True) for one in _leveled(mark, led, dimensions, AHEAD)]
    ahead = regions_ahead(line, mark, right, alone=not left and not counted)
    ahead = [pair for pair in ahead if not has_own(line, mark, pair[0])]
    if ahead:
        return _leveled(mark, until_break(line, ahead), dimensions, AHEAD)
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
        pair for pair in regions_behind(line, scene, mark, left) if not is_of_issue(line, scene, pair[0], mark)
    ]
    named = [pair for pair in behind if not is_container(line, pair[0])]
    if is_of_others(line, mark, named, low, counted=counted):
        return []
    named = with_joined(line, scene, behind, named)
    chosen = named or [pair for pair in behind[-1:] if not is_of_parts(line, pair[0])]
    if chosen:
        return _leveled(mark, chosen, dimensions, BEHIND)
    if any(is_of_parts(line, pair[0]) for pair in behind[-1:]):
        return []
    return _bind_elsewhere(line, scene, mark, dimensions, low=low, counted=counted)


def _bind_elsewhere(
    line: Line, scene: Scene, mark: CategoryMark, dimensions: Sequence[str | None], *, low: int, counted: bool
) -> list[Leveled]:
    """Bind a level without a region in its stretch: to those before it, that it is given to, or carried over."""
    if any(pair[0].end <= mark.start for pair in line.regions):
        return _leveled(mark, regions_before(line, mark, low), dimensions, AGAIN)
    right = [pair for pair in line.regions if pair[0].start >= mark.end]
    if right and _GIVEN_TO.search(line.between(mark.end, right[0][0].start)):
        return _nearest(line, scene, [mark], {mark.start} if counted else set())
    return _carried(line, scene, mark, dimensions)


def _leveled(mark: CategoryMark, pairs: Pairs, dimensions: Sequence[str | None], rule: Rule) -> list[Leveled]:
    return [
        Leveled(mark=mark, category=mark.category, subject=subject, mention=mention, dimension=key, rule=rule)
        for mention, subject in pairs
        for key in dimensions
    ]


def _carried(line: Line, scene: Scene, mark: CategoryMark, dimensions: Sequence[str | None]) -> list[Leveled]:
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
                confidence=_confidence(line, one),
                category=one.category,
                dimension=one.dimension,
            )
            for edition in editions
        )
    return tuple(drafts)


def _confidence(line: Line, one: Leveled) -> float:
    whole = one.dimension is not None or BACK_TO_WHOLE.search(line.lower) or names_own_index(line.lower)
    doubtful = one.doubtful or (line.inherited.framed and not whole)
    base = min(_CONFIDENCE[one.rule.id], KNOWN_DOUBT) if doubtful else _CONFIDENCE[one.rule.id]
    return round(base * (1 - 0.5 * one.subject.doubt), 3)
