"""Which regions an issue is told of: those named before or behind it, or those that the text goes on with."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.draft import COUNTRY, Subject
from pipeline.extract.issues.topics import topic_of
from pipeline.extract.marks.kinds import DimensionMark
from pipeline.extract.scene.asides import (
    COMES_FROM,
    NEIGHBOUR,
    holds_one_meant,
    is_aside,
    is_container,
    is_place_of_speech,
)
from pipeline.extract.scene.rows import LIST_JOINER, last_in_a_row
from pipeline.extract.scene.speakers import office_spoken_of
from pipeline.extract.words.values import NUMBER_WORDS, SOME

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene

_PLACE_WORDS = re.compile(
    r"(?<![a-z])(?:kota|kabupaten|provinsi|kecamatan|daerah|wilayah|pada|dari|untuk|tercatat)(?![a-z])"
)
_NATIONWIDE = re.compile(r"(?:tingkat|skala|secara|strategis|rata-rata) nasional|seluruh indonesia|se-indonesia")
PLACES = r"(?:daerah|wilayah|kabupaten/kota|kabupaten kota|kabupaten|kota|provinsi)"
_POINTS_BACK = re.compile(
    r"(?<![a-z])(?:indikatornya|faktornya|penyebabnya|faktor di sana|di sana|keduanya|hal itu|sebabnya|"
    r"pertimbangannya|alasannya|ke(?:tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)nya|"
    r"pemicunya|pemantiknya|(?:di|pada|untuk) (?:kedua |ketiga )?"
    r"(?:kabupaten|kota|daerah|wilayah|provinsi) (?:itu|tersebut))(?![a-z])"
)
_THIS_PART = re.compile(r"(?<![a-z])(?:di|pada|untuk) ?(?:kabupaten|kota|daerah|wilayah) ini(?![a-z])")
"""Words that point back to a regency or city in a text that is about a province."""
_MOST_IN = re.compile(
    r"(?<![a-z])(?:terbanyak|tertinggi|paling (?:banyak|tinggi)|terutama|khususnya|salah satunya|misalnya|"
    r"didominasi)\s[^,;.]{0,20}$"
)
"""Words before a region that has only the largest part of what was counted."""
_SAYS = (
    r"(?:(?:menyebut|menambah|menutur|mengata|menjelas|melanjut|mengungkap|memapar|menerang|mengurai|membeber|"
    r"menyampai|menyata)(?:kan)?|kata|ujar|sebut|ungkap|tutur|jelas|imbuh|lanjut|tambah|terang|papar)(?:nya)?"
)
_GOES_ON = re.compile(
    rf"^\W*(?:[^.;]{{0,90}}?(?<![a-z]){_SAYS},? (?:dia |ia |beliau )?(?:bahwa |pula |juga )?,?\s?)?"
    r"(?:kemudian|lalu|selanjutnya|berikutnya|selain itu|juga|ada juga|ada pula|ada lagi|ditambah(?: lagi)?|serta|"
    r"di samping itu|disamping itu|terakhir|termasuk|tak hanya itu|tidak hanya itu|bukan hanya itu|belum lagi|"
    r"begitu (?:juga|pula)|demikian (?:juga|pula)|terdapat (?:juga|pula)|tercatat (?:juga|pula))(?![a-z])"
)
_IS_PART = re.compile(
    r"^\W*(?:di ?antaranya|salah satunya|salah satu (?:penyebab|faktor|pemicu|isu|indikator)(?:nya)?|"
    r"antara lain|yakni|yaitu|misalnya|contohnya|seperti|khususnya|terutama|itu karena|hal (?:itu|ini|tersebut) "
    r"(?:karena|disebabkan|dipicu|lantaran|akibat))(?![a-z])"
)
"""Words with which a sentence names what the one before has spoken of, and so tells it of the same regions."""


def is_only_a_place(line: Line, start: int, end: int) -> bool:
    """Tell whether a wording is but the name of a region that sounds like an issue: "di Kota Malang ini"."""
    inside = [mention for mention in line.unit.mentions if mention.start < end and start < mention.end]
    rest = line.between(start, end)
    for mention in reversed(inside):
        rest = rest[: max(mention.start - start, 0)] + rest[max(mention.end - start, 0) :]
    return bool(inside) and re.search(r"[a-z]{4}", _PLACE_WORDS.sub(" ", rest)) is None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionList:
    """Regions named one after another; ``start`` and ``end`` are where the names begin and end in the passage."""

    start: int
    end: int
    subjects: tuple[Subject, ...]


_WHERE = re.compile(
    rf"[^,;:.]{{0,100}}?(?<![a-z])(?:di|pada)\s?(?:(?:\w+ )?{PLACES}(?: dan kota)?,?\s?)?"
    r"(?:(?:yaitu|yakni|antara lain|di ?antaranya|seperti)[,:]?\s?)?$"
)
_AREAS_ARE = re.compile(
    rf"[^;:.]{{0,30}}?(?<![a-z]){PLACES}(?:-\w+)?(?: (?!kabupaten|kota)[a-z]+){{1,6}} "
    r"(?:adalah|ialah|yakni|yaitu|di ?antaranya|antara lain|meliputi|(?:ber|ter)?(?:ada|dapat) di)[:,]?\s?"
    rf"(?:{PLACES} )?$"
)
_MOST_THERE = re.compile(
    r"\s?[(,]?\s?(?:(?:dengan )?(?:tingkat )?(?:ke)?rawan(?:an)?(?:nya)? )?(?:yang )?"
    r"(?:paling (?:rawan|tinggi|banyak|menonjol|dominan)|tertinggi|terbanyak|terawan|terparah)(?:nya)?"
    r"(?:,? (?:ada|berada|terjadi|terdapat|ditemukan|tercatat|adalah|ialah|yakni|yaitu))*[:,]?\s?"
    rf"(?:di\s?)?(?:{PLACES} )?$"
)
"""Words between an issue and the regions that have most of it: "politik uang tertinggi Alfa, disusul Beta"."""
_ARE_THEY = re.compile(
    r"[^;:.]{0,70}?(?<![a-z])(?:adalah|ialah|yakni|yaitu|di ?antaranya|antara lain|meliputi)[:,]?\s?$"
)
_PLACES_THAT = re.compile(
    rf"(?<![a-z]){PLACES}(?: (?!yang)[a-z/]+){{0,4}} (?:yang|dengan|rawan|tertinggi|terawan|masuk|"
    rf"termasuk)(?![a-z])"
)
"""Regions spoken of before an issue, to be named behind it: "kabupaten yang rawan politik uang ialah Alfa"."""
_RIGHT_THERE = re.compile(
    rf"\s*(?:(?:ter(?:dapat|jadi)|berada|ada) )?di (?:(?:\w+ )?{PLACES}(?: dan kota)?,?\s?)?"
    r"(?:(?:yaitu|yakni|antara lain|di ?antaranya|seperti)[,:]?\s?)?$"
)
_ONE_AFTER_ANOTHER = re.compile(
    rf"(?:,?\s?\(?(?:sebanyak |ada )?(?:\d{{1,4}}|{NUMBER_WORDS})"
    rf"(?: (?:kasus|kejadian|laporan|temuan|perkara|pelanggaran|tps))?\)?)?"
    rf"{LIST_JOINER.pattern}(?:(?:disusul|diikuti|kemudian|lalu|dan|serta)(?: oleh)? )?(?:di )?"
)
_NAMED_AFTER = re.compile(r"\s?[:(–-]\s?")
_SPOKEN_THERE = re.compile(
    r",?\s(?:pada )?(?:(?:hari )?(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu)|\(\d{1,2}/)"
)
"""Words behind a region that tell the day on which something was said there."""
_SAID_THERE = re.compile(
    r"kata|ujar|rapat|hotel|kantor|aula|gedung|digelar|acara|kegiatan|saat|bawaslu|kpu|sosialisasi|tersebar|"
    r"(?<![a-z])(?:hari|senin|selasa|rabu|kamis|jumat|sabtu|minggu)(?![a-z])"
)


def region_list(line: Line, position: int, *, right: bool = False) -> RegionList | None:
    """Return the regions that the words behind ``position`` say something is found in; None where they do not.

    "... terdapat di tiga daerah yaitu Alfa, Beta, dan Gama"; with ``right`` only "di" may stand before the names.
    """
    pairs = [(m, s) for m, s in line.regions if m.start >= position and s.code != "ID"]
    if not pairs:
        return None
    gap = line.between(position, pairs[0][0].start)
    item = line.unit.block.kind == "list_item"
    row = item and not gap.strip()  # columns whose blanks were tidied away
    if item and gap[:1] == ":" and gap.strip(" :"):  # "Politik uang: terbanyak di ..."
        gap = gap.lstrip(" :")
    if (
        not row
        and not _NAMED_AFTER.fullmatch(gap)
        and (
            not (_RIGHT_THERE.match(gap) if right else _leads_to_regions(line, position, gap))
            or _SAID_THERE.search(gap)
        )
    ):
        return None
    if not row and _SPOKEN_THERE.match(line.between(pairs[0][0].end, line.end)):
        return None
    group = pairs[:1]
    for mention, subject in pairs[1:]:
        if not _ONE_AFTER_ANOTHER.fullmatch(line.between(group[-1][0].end, mention.start)):
            break
        group.append((mention, subject))
    return RegionList(
        start=group[0][0].start, end=group[-1][0].end, subjects=tuple(subject for _, subject in group)
    )


def region_right_behind(line: Line, position: int, until: int) -> RegionList | None:
    """Return the regions right behind a number of stations, before ``until``: "9 TPS di Alfa", "9 TPS Alfa"."""
    line = replace(line, regions=tuple(pair for pair in line.regions if pair[0].start < until))
    listed = region_list(line, position, right=True)
    if listed is not None:
        return listed
    first = next(((mention, subject) for mention, subject in line.regions if mention.start >= position), None)
    if first is None or first[1].code == "ID" or line.between(position, first[0].start).strip():
        return None
    return RegionList(start=first[0].start, end=first[0].end, subjects=(first[1],))


def _leads_to_regions(line: Line, position: int, gap: str) -> bool:
    """Tell whether the words behind an issue at ``position`` lead to the regions that it is told of."""
    if _WHERE.match(gap) or _AREAS_ARE.match(gap) or _MOST_THERE.match(gap):
        return True
    return _ARE_THEY.match(gap) is not None and _PLACES_THAT.search(line.between(line.start, position)) is not None


def heads_regions(line: Line, start: int, end: int) -> bool:
    """Tell whether an item is an issue and the regions it was found in: "Politik uang: Alfa, Beta"."""
    behind = region_list(line, end)
    return (
        behind is not None
        and _NAMED_AFTER.fullmatch(line.between(end, behind.start)) is not None
        and re.search(r"[a-z]{4}", line.between(line.start, start)) is None
        and re.search(r"[a-z]{4}", line.between(behind.end, line.end)) is None
    )


def behind_opening_region(line: Line, start: int, end: int) -> int:
    """Return where an issue begins that is read from a whole clause: behind the region that opens the clause.

    "Kabupaten Blora memiliki 41 sengketa" is told of Blora.
    """
    opening = [m for m, _ in line.regions if start <= m.start and m.end <= end]
    if opening and _BEFORE_REGION.fullmatch(line.between(start, opening[0].start)):
        return opening[0].end
    return start


_BEFORE_REGION = re.compile(
    r"(?:(?:di|pada|untuk|dan|sedangkan|sementara) )*(?:bawaslu )?(?:kabupaten |kota |provinsi )?"
)


def subjects_at(line: Line, scene: Scene, position: int) -> tuple[Subject, ...]:
    """Return the regions that an issue at ``position`` is stated of: those named before it, else the own one."""
    before = [(m, s) for m, s in line.regions if m.end <= position and s.code != "ID"]
    before = [(m, s) for m, s in before if not holds_one_meant(line, m)]
    before = [(m, s) for m, s in before if not COMES_FROM.search(line.between(line.start, m.start))]
    before = [(m, s) for m, s in before if not _is_beside(line, m)] or before
    if before:
        return tuple(subject for _, subject in last_in_a_row(line, before))
    carried = _pointed_back_to(line, scene)
    if not carried and _NATIONWIDE.search(line.between(line.start, position)):
        return (COUNTRY,)
    carried = carried or _gone_on_with(line, scene, position)
    if carried:
        doubt = 0.0 if carried == line.inherited.subjects or line.start > 0 else _OVER_PARAGRAPHS
        return tuple(replace(s, carried=True).in_doubt(doubt) for s in carried)
    office = office_spoken_of(line, scene, position) or _province_over(line, scene)
    if office:
        return (office,)
    own = COUNTRY if _is_of_the_nation(line, scene) else scene.own()
    return (_place_behind(line, position) or line.inherited.bearer or line.inherited.section or own,)


_COMPARED = re.compile(
    r"(?<![a-z])(?:(?:ber)?beda(?:nya)? (?:dengan|dari)|(?:tidak|tak) (?:seperti|sama dengan)|kecuali|"
    r"dibanding(?:kan)?(?: dengan)?|ketimbang|daripada|lebih [a-z]+ dari|di ?(?:atas|bawah)|melampaui|mengungguli|"
    r"mengalahkan|setelah|bagian dari) (?:di )?(?:kabupaten |kota |provinsi )?$"
)
"""Words before a region that is but compared with the one that is spoken of."""


def _is_beside(line: Line, mention: Mention) -> bool:
    """Tell whether a region is compared with the one spoken of, or lies beside it, and nothing is told of itself.

    "Blora, tetangga Pati, ..." tells of Blora, "Blora tidak seperti Pati yang ..." of Pati.
    """
    if line.between(mention.end, mention.end + len(" yang ")).startswith(" yang "):
        return False
    return _COMPARED.search(line.between(line.start, mention.start)) is not None or is_aside(
        line, mention, NEIGHBOUR
    )


_AT_PROVINCE = re.compile(
    r"^\W*(?:(?:sementara|sedangkan|adapun) )?(?:di|pada|untuk) (?:tingkat|level|skala) provinsi(?![a-z])"
)


def _province_over(line: Line, scene: Scene) -> Subject | None:
    """Return the province of the document's own regency where a sentence begins at its level, for review."""
    code = scene.own().code or ""
    if "." not in code or not _AT_PROVINCE.match(line.lower):
        return None
    return Subject(code=code.split(".")[0], doubt=_OVER_PARAGRAPHS, carried=True)


_OVER_PARAGRAPHS = 0.4
"""How far a region is doubted that a new paragraph goes on with: enough to send what rests on it to review."""


def _pointed_back_to(line: Line, scene: Scene) -> tuple[Subject, ...]:
    """Return the regions that a sentence points back to: "indikatornya ...", "di kabupaten ini ..."."""
    back = _POINTS_BACK.search(line.lower)
    if back and line.inherited.subjects and not _of_stage(line, back.start()):
        return _provinces_of(line, scene) if "provinsi" in back.group() else line.inherited.subjects
    return _part_before(line, scene) if _THIS_PART.search(line.lower) else ()


def _provinces_of(line: Line, scene: Scene) -> tuple[Subject, ...]:
    """Return the province that "di provinsi itu" means: spoken of before, or around those, then for review."""
    before = line.inherited.subjects
    codes = {scene.places.province_of(subject.code) for subject in before}
    code = codes.pop() if len(codes) == 1 else None
    if code is None or all(subject.code == code for subject in before):
        return before if code else ()
    return (Subject(code=code, doubt=_OVER_PARAGRAPHS, carried=True),)


def _gone_on_with(line: Line, scene: Scene, position: int) -> tuple[Subject, ...]:
    """Return the regions of the sentence before, where this one goes on with its issues or names some of them."""
    if line.inherited.issue_subjects and _GOES_ON.match(line.lower) and not _speaks_of_own(line, scene):
        return line.inherited.issue_subjects
    part = _part_before(line, scene)
    if part and _IS_PART.match(line.lower) and _just_named(line, part[0]):
        return part
    topic = topic_of(line, scene, position)
    if topic:
        return (topic,)
    spoken = _spoken_of(line) if scene.own().code in {"ID", None} else None
    return (spoken,) if spoken else ()


def _part_before(line: Line, scene: Scene) -> tuple[Subject, ...]:
    """Return the one part of the document's province that was spoken of last; empty where there is none."""
    own = scene.own().code or ""
    spoken = {subject.code or "": subject for subject in line.inherited.subjects}
    if "." in own or len(spoken) != 1 or "." not in next(iter(spoken)):
        return ()
    return tuple(replace(subject, carried=True) for subject in spoken.values())


def _spoken_of(line: Line) -> Subject | None:
    """Return the one region that the sentence before named, in a text that is about no region of its own."""
    spoken = {subject.code: subject for subject in line.inherited.subjects}
    subject = next(iter(spoken.values()), None)
    if len(spoken) != 1 or subject is None or subject.code in {None, "ID"} or not _just_named(line, subject):
        return None
    return replace(subject, carried=True).in_doubt(0.4)


def _speaks_of_own(line: Line, scene: Scene) -> bool:
    """Tell whether a sentence goes back to the document's own region: "Selain itu, Bawaslu Alfa mencatat ..."."""
    begins = line.start == 0 and scene.speaker(line.unit, line.start, line.end) is not None
    return begins or _OF_PROVINCE.search(line.lower) is not None


_OF_PROVINCE = re.compile(
    r"(?<![a-z])(?:tingkat|level|skala|se-?) ?provinsi(?![a-z])|secara umum|secara keseluruhan"
)


def _just_named(line: Line, subject: Subject) -> bool:
    """Tell whether the sentence before a line, in its paragraph, is the one that names a region."""
    earlier = [bounds for bounds in line.unit.passage.sentences if bounds[1] <= line.start]
    if not earlier:
        return False
    before = line.span(*earlier[-1])
    return before.start <= subject.start < before.end


_NUMBER_OF_PARTS = re.compile(
    rf"(?<![a-z\d.,])(?:{NUMBER_WORDS}|\d{{1,3}}|ada|beberapa|sejumlah) {PLACES} (?:di|dalam|"
    rf"se-?) ?[^,.;]{{0,60}}?"
    r"(?<![a-z])(?:masuk|termasuk|tergolong|rawan|tertinggi|menempati)(?![a-z])"
)


_PARTS = r"(?:daerah|wilayah|kabupaten/kota|kabupaten dan kota|kabupaten|kota)(?:nya|-[a-z]+)?(?![a-z])"
_SOME_PARTS = re.compile(
    rf"(?<![a-z\d.,])(?<!salah )(?:{NUMBER_WORDS}|\d{{1,3}}|{SOME}) (?:jumlah |total )?{_PARTS}[^,.;]{{0,60}}?"
    r"(?<![a-z])(?:masuk|termasuk|tergolong|rawan|kerawanan|tertinggi|terawan|menempati|mengalami)(?![a-z])|"
    rf"(?<!salah satu )(?<![a-z]){_PARTS} (?:yang|dengan)(?: [a-z]+){{0,2}} (?:ke)?rawan(?:an)?(?![a-z])"
)
"""Regions that are counted or meant as a class, and not named, as those that an issue is told of."""


def is_of_parts(line: Line, position: int) -> bool:
    """Tell whether an issue is told of some parts of a province alone: "dua daerah di Alfa rawan ..."."""
    before = line.between(line.start, position)
    if _NUMBER_OF_PARTS.search(before):
        return True
    unnamed = all(mention.start >= position for mention, _ in line.regions)
    return unnamed and _SOME_PARTS.search(before) is not None


_NATIONAL_BODY = re.compile(r"(?<![a-z])bawaslu(?: \(bawaslu\))? (?:ri|republik indonesia|pusat)(?![a-z])")


def _is_of_the_nation(line: Line, scene: Scene) -> bool:
    """Tell whether Bawaslu RI speaks and the region that the text is about has not been named yet."""
    here = (line.unit.position, line.end)
    return scene.once(_nation_speaks_at) < here <= scene.once(_own_named_at)


def _own_named_at(scene: Scene) -> tuple[float, int]:
    """Return where the document's own region is named first: the position of the unit, and the character."""
    own = scene.own().code
    named = ((unit.position, one.start) for unit in scene.units for one in unit.mentions if own in one.codes)
    return next(named, _NOWHERE)


def _nation_speaks_at(scene: Scene) -> tuple[float, int]:
    """Return where Bawaslu RI is named first: the position of the unit, and the character."""
    said = ((unit.position, _NATIONAL_BODY.search(unit.passage.lower)) for unit in scene.units)
    return next(((position, found.start()) for position, found in said if found), _NOWHERE)


_NOWHERE = (math.inf, 0)


def _place_behind(line: Line, position: int) -> Subject | None:
    """Return the one region that a sentence names behind its issues: "terjadi politik uang di Kabupaten Alfa"."""
    behind = {s.code: (m, s) for m, s in line.regions if m.start >= position and s.code not in {None, "ID"}}
    if len(behind) != 1 or len(line.regions) != 1:
        return None
    mention, subject = next(iter(behind.values()))
    most = _MOST_IN.search(line.between(position, mention.start)) is not None
    return subject if is_container(line, mention) and not most and not is_place_of_speech(line, mention) else None


def _of_stage(line: Line, position: int) -> bool:
    """Tell whether "indikatornya" is that of a stage named before it: "Pada tahapan kampanye indikatornya ..."."""
    marks = (mark for mark in line.marks if isinstance(mark, DimensionMark) and mark.named)
    return any(mark.end <= line.start + position for mark in marks)
