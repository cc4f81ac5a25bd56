"""Which number is a score, whose it is, and whether it is a dimension's or the region's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pipeline.extract.catalog.indicators import find_indicators
from pipeline.extract.draft import COUNTRY, Rule, Subject
from pipeline.extract.marks.kinds import CountMark, CueMark, DimensionMark, NumberMark
from pipeline.extract.scene.line import NEIGHBOUR, Line, is_aside, is_container, real_dimensions
from pipeline.extract.scores.dimensions import with_trailing_dimension
from pipeline.extract.scores.foreign import is_of_else
from pipeline.extract.scores.likely import looks_like_score
from pipeline.extract.scores.order import is_held_by, region_ahead
from pipeline.extract.scores.signs import (
    NEXT_TO,
    ODD_DOUBT,
    count_pairs,
    has_unread,
    is_code,
    is_joined,
    is_leveled,
    is_turnout,
    of_nation,
    spoken_of,
    tells_of_scores,
)
from pipeline.extract.words.values import NUMBER_WORDS

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scene.scene import Scene

CUED = Rule(id="score.cued", version=1)
"""A number behind a score word: "Kabupaten Alfa dengan skor 41,20"."""
BRACKET = Rule(id="score.bracket", version=1)
"""A number in brackets behind a region: "Kabupaten Alfa (41,20)"."""
PAIR = Rule(id="score.pair", version=1)
"""A bare number behind a region in a list of scores: "Alfa 41,20, Beta 39,10"."""
SHARED = Rule(id="score.shared", version=1)
"""One or several numbers for several regions: "Alfa dan Beta dengan nilai 91,00 dan 86,00"."""

NEAR = Rule(id="score.near", version=1)
"""A figure some words behind its region, in a text on scores: a question to a person."""

_JOINER = re.compile(r"[\s,]*(?:dan|serta|maupun)?[\s,]*")
_NUMBER_JOINER = re.compile(r"\)?[\s,;]*(?:poin|persen)?[\s,]*(?:dan|serta)?[\s,]*(?:skor|nilai)?\s*\(?")
_LIST_JOINER = re.compile(r",?\s?(?:dan |serta )?")
_WHOLE = re.compile(r"total|secara|skor akhir|(?:poin|skor|nilai|indeks) (?:kes|total)")
_WITH = re.compile(r"\s(?:dengan|yang memiliki|memiliki|mendapat|memperoleh)\s")
_SCORE_WORD = re.compile(r"skor|indeks|ikp|nilai|poin")
_ANONYMOUS = re.compile(
    r"(?<![a-z])(?<!dimensi )(?<!variabel )(?<!aspek )(?<!konteks )(?:lain|lainnya|sisanya|ada yang)(?![a-z])"
)
_FOLLOWED = re.compile(r"(?<![a-z])disusul(?![a-z])")
_SHARE = re.compile(r"\s*(?:/\s?kota)?\s*[(,]?\s*(?:atau|setara|sekitar)?\s*")
_BETWEEN_PAIR = re.compile(
    r"[\s:=,\-()\"]*(?:(?:kata|ujar|sebut|ungkap|jelas|tutur|terang|lanjut)(?:nya)?(?: [a-z]+){0,2}, )?"
    r"(?:(?:pada|dalam|di|menurut|versi) (?:ikp|indeks kerawanan pemilu|pemilu|pilkada|"
    r"pemilihan)?(?: ?(?:pilkada|pemilu))? ?(?:tahun )?20\d\d )?"
    r"(?:masing-masing|berturut-turut|dengan|yang|yakni|yaitu|adalah|ialah|memiliki|atau|memperoleh|meraih|"
    r"mendapat|mencatat|mengantongi|mencapai|tercatat|(?:(?:berada|ada|bertengger) )?(?:di|pada) angka|"
    r"sebesar|sendiri|(?:untuk |di )?tingkat provinsi|"
    r"hanya|cuma|(?:dengan |sebesar )*(?:persentase|presentase|prosentase|angka)(?:nya)?|indeksnya|angkanya|"
    r"\d{1,3}\)|\(\d{1,3}\))?"
    r"[\s:=,\-(\"]*"
)
_OF_PEOPLE = re.compile(r"\s(?:pemilih|publik|masyarakat|warga|politik)(?![a-z])")
_ON_DIMENSION = re.compile(
    r"\)?\s*(?:poin|persen|%)?\s*(?:(?:di(?:peroleh|raih|dapat)|tercatat|ada|terdapat) )?"
    r"(?:pada|di|untuk|dalam|dari)\s"
)
_IN_BRACKETS = re.compile(r"\s*(?:poin|persen|%)?\s*\(\s?(?:(?:dimensi|aspek|konteks|tahapan|untuk) )*")
_UNKNOWN_NAME = re.compile(r"\b(?:Kabupaten|Kota|Kab\.?|Provinsi) (?P<name>[A-Z][a-z]+)")
_UNKNOWN_DIMENSION = re.compile(
    r"(?:^|(?P<before>[a-z]+|\d+)\W+)(?:sub ?-?dimensi|dimensi|aspek|variabel) "
    r"(?!(?:ini|itu|tersebut|yang|dengan|dan|di|adalah|lain|ikp|kerawanan|penilaian|ukur|peny?umbang|paling|"
    r"ter(?:besar|tinggi|rendah|kuat|kecil)|utama|dominan|dalam|pada|pertama|kedua|ketiga|keempat)(?:nya)?(?![a-z]))"
    r"(?P<name>[a-z]{4,})"
)
_OF_ALL = re.compile(rf"\d+|dari|seluruh|semua|setiap|berbagai|beberapa|sejumlah|keempat|{NUMBER_WORDS}")
_FEW_WORDS = re.compile(r"[\s,:(]*(?:(?!angka|tingkat|jumlah)[a-z-]+[\s,:]+){0,3}\(?")
_OPENS = re.compile(r"sedangkan|sementara(?: itu)?|adapun|kemudian|lalu|untuk|dan|kini")
_AT_FIGURE = re.compile(
    r"\s(?:(?:masih|kini|sendiri|juga) )*(?:(?:berada|ada|tercatat|bertengger) )?(?:di|pada) angka\s"
)
_OUR = re.compile(r"(?<![a-z])(?:kami|kita|(?:daerah|wilayah|kabupaten|kota|provinsi)nya)(?![a-z])")
_OWN_WORDS = 40  # characters around a figure in which it is said to be the speaker's
_NOW = re.compile(
    r"[\s,;.)]*(?:poin|persen)?[\s,;]*(?:dan |tapi |tetapi |namun )?"
    r"(?:sekarang|kini|saat ini|tahun ini|(?:pada )?(?:ikp |tahun )?20\d\d)\s(?:[a-z]+ ){0,2}"
)
_EACH = re.compile(
    r"(?<![a-z])(?:ke(?:dua|tiga|empat|lima|enam|tujuh|delapan)nya|masing-masing|berturut-turut|"
    r"ke(?:dua|tiga|empat|lima|enam) (?:daerah|wilayah|kabupaten|kota|provinsi)(?:/kota)? (?:itu|ini|tersebut))"
)
_MEAN = re.compile(
    r"(?:rata-rata|rerata)(?: (?:skor|nilai|indeks|ikp|kerawanan))*(?:nya)?[ :]*(?:sebesar |adalah )?$"
)
_EXTREME_IN = re.compile(r"(?:skor|nilai|ikp|indeks|angka)(?: [a-z]+)? (?:ter(?:tinggi|rendah))[^,;.]{0,30}$")
_BELOW = re.compile(r"(?<![a-z])(?:kecamatan|kec\.|desa|kelurahan|distrik|nagari|kapanewon)\s[^.;]{0,40}$")
_JOINT = re.compile(r"(?:gabungan|akumulasi|jumlah|selisih|rata-rata) (?:skor|nilai|ikp|indeks)[^,;.]{0,40}$")
_FAR = 30  # characters between a region and its number at the most, where no score word binds them
_NEAR_DIMENSION = 45
_CLOSE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A number with whom and what it was bound to, before it becomes a draft."""

    number: NumberMark
    subject: Subject
    mention: Mention | None
    dimensions: tuple[str, ...]
    rule: Rule


def bind_scores(line: Line, scene: Scene) -> tuple[Scored, ...]:
    """Bind every score of a line to its region and dimension."""
    dimensions = real_dimensions(line)
    machine = _Machine(line, scene, dimensions)
    events: list[NumberMark | DimensionMark | tuple[Mention, Subject]] = [
        *(
            pair
            for pair in line.regions
            if not _only_holds(line, scene, pair) and not is_aside(line, pair[0], NEIGHBOUR)
        ),
        *dimensions,
        *(mark for mark in line.marks if isinstance(mark, NumberMark)),
    ]
    events.sort(key=_position)
    for index, event in enumerate(events):
        if isinstance(event, NumberMark):
            following = events[index + 1] if index + 1 < len(events) else None
            if isinstance(following, tuple):
                last = index + 2 >= len(events) or not isinstance(events[index + 2], NumberMark)
                ahead = machine.ahead(event, following, last=last)
                if ahead is not None:
                    machine.region(*ahead)
            machine.number(event, _coming(events[index + 1 :]))
        elif isinstance(event, DimensionMark):
            machine.dimension(event)
        else:
            machine.region(*event)
    return with_trailing_dimension(line, machine.done, dimensions)


def _only_holds(line: Line, scene: Scene, pair: tuple[Mention, Subject]) -> bool:
    """Tell whether a region only says where others are: "3 dari 10 kota di Alfa", "tertinggi di Indonesia"."""
    if not is_container(line, pair[0]):
        return False
    inside = (s.code for _, s in line.regions if s.code not in {None, pair[1].code})
    meant = {pair[1].code} if pair[1].code else set(pair[1].candidates)  # "Kabupaten Batanghari di Jambi (...)"
    return pair[1].code == "ID" or any(scene.places.province_of(code) in meant for code in inside)


def _position(event: NumberMark | DimensionMark | tuple[Mention, Subject]) -> int:
    return event[0].start if isinstance(event, tuple) else event.start


def _coming(events: Sequence[NumberMark | DimensionMark | tuple[Mention, Subject]]) -> int:
    """Count the numbers before the next region."""
    count = 0
    for event in events:
        if isinstance(event, tuple):
            break
        count += isinstance(event, NumberMark)
    return count


@dataclass(slots=True)
class _Machine:
    """Walks through a line from left to right; holds the regions and dimensions that wait for a number.

    ``fresh`` is true from a number until the next region: what comes then begins a new group.
    """

    line: Line
    scene: Scene
    named: Sequence[DimensionMark]
    group: list[tuple[Mention, Subject]] = field(default_factory=list)
    compared: tuple[Mention, Subject] | None = None
    dimensions: list[DimensionMark] = field(default_factory=list)
    dimension_first: bool = False
    done: list[Scored] = field(default_factory=list)
    fresh: bool = False

    def region(self, mention: Mention, subject: Subject) -> None:
        """Take up a region; one that is only compared with waits aside."""
        if is_aside(self.line, mention, COMPARED):
            self.compared = (mention, subject)
            return
        if self.fresh:
            self.group = []
            self.fresh = False
            if not self.dimension_first:  # "... 67,30, adapun konteks infrastruktur Alfa": that one is new
                last = self.done[-1].number.end if self.done else self.line.start
                self.dimensions = [mark for mark in self.dimensions if mark.start >= last]
        self.compared = None
        self.group.append((mention, subject))

    def ahead(
        self, mark: NumberMark, pair: tuple[Mention, Subject], *, last: bool
    ) -> tuple[Mention, Subject] | None:
        """Return the region behind a number that it is told of; ``last``: no number follows that region.

        Where regions before have their numbers, only words that hand it on count: "... dan 39,10 untuk Alfa".
        """
        if not self.group:
            return region_ahead(self.line, mark, pair)
        over = last and self._paired() >= len(self.group)
        return pair if over and is_held_by(self.line, mark, pair[0]) else None

    def dimension(self, mark: DimensionMark) -> None:
        """Take up a dimension; "penyelenggaraan dan kontestasi" wait for one number together."""
        if not self.dimensions and not self.group:
            self.dimension_first = True
        joined = self.dimensions and _JOINER.fullmatch(self.line.between(self.dimensions[-1].end, mark.start))
        self.dimensions = [*self.dimensions, mark] if joined else [mark]

    def number(self, mark: NumberMark, coming: int) -> None:
        """Bind a number; ``coming`` is how many numbers follow before the next region."""
        rule = self._rule(mark)
        if rule is None:
            return
        targets = self._targets(mark, coming)
        if any(mention is None for mention, _ in targets) and self._is_of_issue(mark):
            return
        keys = self._dimensions_for(mark)
        self.done.extend(
            Scored(
                number=mark,
                mention=mention,
                subject=subject,
                dimensions=keys,
                rule=SHARED if len(targets) > 1 else rule,
            )
            for mention, subject in targets
        )
        self.fresh = self.fresh or bool(targets)

    def _is_of_issue(self, mark: NumberMark) -> bool:
        """Tell whether a number without a region is the score of an issue: "politik uang dengan skor 2,78"."""
        if any(dimension.named for dimension in self.dimensions):
            return False
        clause = self.line.unit.passage.text[self.line.start : mark.start]
        return any(True for _ in find_indicators(clause, self.scene.reference))

    def _targets(self, mark: NumberMark, coming: int) -> Sequence[tuple[Mention | None, Subject]]:
        """Return the regions that a number belongs to; none where it belongs to regions that are only counted."""
        beside = not self.group and mark.bracket  # "dibandingkan Alfa (39,10), ..."
        if self.compared is not None and (self.fresh or beside or self._told_of_compared(mark)):
            compared, self.compared = self.compared, None
            return [compared]
        if not self.group:
            return self._of_no_name(mark, coming)
        if self._is_of_parts(mark):
            return []
        paired = self._paired()
        if len(self.group) > 1 and coming + 1 + paired == len(self.group):
            return [self.group[paired]]
        if coming == 0 and self.line.has("shared"):
            return self.group
        chosen = self._coordinated() if self._among_pairs() else self.group[-1:]
        unread = has_unread(self.line, mark, alone=len(self.group) == 1 and not self.dimensions)
        both = not coming and not paired and is_joined(self.line, self.group)
        odd = unread or (len(self.group) > len(chosen) and (both or self.line.has("shared")))
        return [(m, replace(s, doubt=max(s.doubt, ODD_DOUBT))) for m, s in chosen] if odd else chosen

    def _of_no_name(self, mark: NumberMark, coming: int) -> Sequence[tuple[Mention | None, Subject]]:
        """Return whose a number is in a sentence that names no region before it."""
        nation = of_nation(self.line, mark, of_dimension=bool(self.dimensions))
        if nation is not None:
            return [(None, subject) for subject in nation]
        if several := self._several(coming):
            return several
        if _MEAN.search(self.line.between(self.line.start, mark.start)):
            return [(None, replace(COUNTRY, doubt=0.5))]  # of all regions, where the text does not say of whom
        return [] if self._is_anonymous(mark) else [(None, self._carried(mark))]

    def _is_of_parts(self, mark: NumberMark) -> bool:
        """Tell whether a number is an unnamed part's, or that of several: "skor tertinggi di Alfa 77,10"."""
        mention = self.group[-1][0]
        before = self.line.between(self.line.start, mention.start)
        extreme = _EXTREME_IN.search(before) is not None and mention.end <= mark.start
        joint = len(self.group) > 1 and _JOINT.search(before) is not None
        return joint or (is_container(self.line, mention) and (extreme or _BELOW.search(before) is not None))

    def _several(self, coming: int) -> Sequence[tuple[Mention | None, Subject]]:
        """Return the regions spoken of before whose numbers follow: "Skornya masing-masing 91,00 dan 86,00"."""
        before = self.line.inherited.subjects
        if len(before) < 2 or not self._tells_of_each():
            return ()
        told = [replace(one, carried=True, doubt=max(one.doubt, ODD_DOUBT)) for one in before]
        if coming + 1 + len(self.done) == len(told):
            return [(None, told[len(self.done)])]
        return [(None, one) for one in told] if not coming and not self.done else ()

    def _tells_of_each(self) -> bool:
        return self.line.has("shared") or _EACH.search(self.line.lower) is not None

    def _told_of_compared(self, mark: NumberMark) -> bool:
        """Tell whether a clause of its own gives the compared one's number: "di bawah Alfa yang meraih 43,50"."""
        end = self.compared[0].end if self.compared else mark.start
        gap = self.line.between(end, mark.start)
        return "yang " in gap or (mark.bracket and not gap.strip(" ("))

    def _paired(self) -> int:
        """Count the numbers already bound to the present group."""
        starts = {subject.start for _, subject in self.group}
        return sum(1 for one in self.done if one.mention is not None and one.subject.start in starts)

    def _is_anonymous(self, mark: NumberMark) -> bool:
        """Tell whether a number belongs to regions that are only counted: "enam kabupaten lain 39,29"."""
        counted = any(isinstance(m, CountMark) and m.end <= mark.start for m in self.line.marks)
        since = self.dimensions[-1].start if self.dimensions else self.line.start
        followed = _FOLLOWED.search(self.line.between(since, mark.start)) is not None  # "disusul kontestasi 31,20"
        return counted or followed or _ANONYMOUS.search(self.line.between(self.line.start, mark.start)) is not None

    def _carried(self, mark: NumberMark) -> Subject:
        """Return the region spoken of last; in doubt where the line names one that is not known."""
        subject = self._speaker(mark) or spoken_of(self.line, self.scene)
        unknown = _UNKNOWN_NAME.search(self.line.unit.passage.text, self.line.start, mark.start)
        known = unknown is not None and any(
            mention.start <= unknown.start("name") < mention.end for mention in self.line.unit.mentions
        )
        later = {other.code for mention, other in self.line.regions if mention.start >= mark.end}
        elsewhere = bool(later) and subject.code not in later  # it may be told of the one named behind
        doubtful = subject.code == "ID" or elsewhere or (unknown is not None and not known)
        return replace(subject, doubt=max(subject.doubt, 0.5)) if doubtful else subject

    def _speaker(self, mark: NumberMark) -> Subject | None:
        """Return the region of the Bawaslu that speaks of its own figure: "Bawaslu Alfa menyebut skor kami"."""
        if not _OUR.search(
            self.line.between(max(self.line.start, mark.start - _OWN_WORDS), mark.end + _OWN_WORDS)
        ):
            return None
        return self.scene.speaker(self.line.unit, self.line.start, self.line.end)

    def _among_pairs(self) -> bool:
        """Tell whether the line lists regions with bracketed scores, where a run of names shares the next."""
        bracketed = (m for m in self.line.marks if isinstance(m, NumberMark) and m.bracket and m.decimals)
        return len(tuple(bracketed)) >= 2

    def _coordinated(self) -> list[tuple[Mention, Subject]]:
        """Return the last regions of the group that commas and "dan" join: "Alfa, Beta, dan Gama (40,96)"."""
        run = [self.group[-1]]
        joined = False
        for pair in reversed(self.group[:-1]):
            gap = self.line.between(pair[0].end, run[-1][0].start)
            if not _LIST_JOINER.fullmatch(gap):
                break
            joined = joined or "dan" in gap
            run.append(pair)
        return run[::-1] if joined else self.group[-1:]

    def _dimensions_for(self, mark: NumberMark) -> tuple[str, ...]:
        behind = next((dim for dim in self.named if self._names_dimension(mark, dim)), None)
        if behind is not None:
            return (behind.key,)
        if not self.dimensions:
            return ()
        back_to_whole = any(
            isinstance(cue, CueMark)
            and cue.kind == "total"
            and self.dimensions[-1].end <= cue.start < mark.start
            and _WHOLE.match(self.line.between(cue.start, cue.end))
            and not _WITH.fullmatch(self.line.between(self.dimensions[-1].end, cue.start))
            for cue in self.line.marks
        )
        return () if back_to_whole else tuple(dim.key for dim in self.dimensions)

    def _names_dimension(self, mark: NumberMark, dim: DimensionMark) -> bool:
        """Tell whether a dimension is named right behind a number: "80,00 pada dimensi kontestasi"."""
        if not dim.named and (mark.percent or _OF_PEOPLE.match(self.line.between(dim.end, self.line.end))):
            return False  # a turnout
        if _IN_BRACKETS.fullmatch(self.line.between(mark.end, dim.start)):
            return self.line.between(dim.end, dim.end + 2).strip().startswith(")")
        whole = dim.named or (mark.decimals and self.scene.reference.dimensions[dim.key].parent is None)
        return bool(whole) and _ON_DIMENSION.fullmatch(self.line.between(mark.end, dim.start)) is not None

    def _rule(self, mark: NumberMark) -> Rule | None:
        """Return the rule by which a number is a score, None where it is none."""
        if self._is_excluded(mark):
            return None
        if is_turnout(
            self.line, mark, self.named, self.dimensions, new=not self.fresh, told=bool(self.group)
        ) or self._is_of_unknown_dimension(mark):
            return None
        share = mark.percent and not self.line.regions  # scores in percent stand beside their region
        if not share and (mark.cued or self._follows_dimension(mark) or self._goes_on(mark)):
            return CUED
        if share and self._follows_dimension(mark) and len({dim.key for dim in self.named}) > 1:
            return NEAR  # "sosial politik 30,10 persen, kontestasi 40,30 persen": parts of a whole, or scores
        near = None if share else self._gap_to_region(mark)
        rule = None if near is None else self._beside_region(mark, near)
        return rule or (NEAR if self._looks_like_score(mark) else None)

    def _looks_like_score(self, mark: NumberMark) -> bool:
        """Tell whether a figure that no rule binds looks like a score, and a region is there to bear it."""
        share = mark.percent and bool(self.dimensions) and self._gap_to_region(mark) is not None
        if not looks_like_score(self.line, mark, share=share):
            return False
        spoken = self.line.inherited.subjects or spoken_of(self.line, self.scene).code not in {None, "ID"}
        told = self.group or (spoken and not self.line.regions)
        later = bool(self.done) and _NOW.fullmatch(self.line.between(self.done[-1].number.end, mark.start))
        return bool(told) and (not self.done or not self.fresh or bool(later))

    def _is_of_unknown_dimension(self, mark: NumberMark) -> bool:
        """Tell whether a dimension that no table knows goes before a number: "aspek partispasi bernilai 3,00"."""
        known = [dim.end for dim in self.named if dim.end <= mark.start]
        since = max([self.line.start, *known, *(one.number.end for one in self.done)])
        found = _UNKNOWN_DIMENSION.search(self.line.between(since, mark.start))
        if found is None or _OF_ALL.fullmatch(found["before"] or ""):
            return False
        start = since + found.start("name")  # "skor dimensi Kabupaten Alfa" names a region
        return not any(mention.start == start for mention, _ in self.line.regions)

    def _goes_on(self, mark: NumberMark) -> bool:
        """Tell whether a number goes on with those for several regions: "dengan nilai 91,00 dan 86,00"."""
        carried = not self.group and len(self.done) < len(self.line.inherited.subjects) and self._tells_of_each()
        if not self.done or (self._paired() >= len(self.group) and not carried):
            return False
        gap = self.line.between(self.done[-1].number.end, mark.start)
        return _NUMBER_JOINER.fullmatch(gap) is not None

    def _is_excluded(self, mark: NumberMark) -> bool:
        off_scale = mark.value > self.line.inherited.scale
        return (
            is_of_else(self.line, mark)
            or (off_scale and not (mark.cued and mark.decimals and mark.value <= 10 * self.line.inherited.scale))
            or self._behind_count(mark)
            or is_code(self.line, mark)
            or self.line.has("hypothetical", before=mark.start)
        )

    def _behind_count(self, mark: NumberMark) -> bool:
        """Tell whether the number is a share in brackets behind a count: "85 kabupaten/kota (16,54%)"."""
        ends = (m.end for m in self.line.marks if isinstance(m, CountMark) and m.end <= mark.start)
        return any(_SHARE.fullmatch(self.line.between(end, mark.start)) for end in ends)

    def _follows_dimension(self, mark: NumberMark) -> bool:
        if not self.dimensions:
            return False
        gap = self.line.between(self.dimensions[-1].end, mark.start)
        beside = self.dimensions[-1].named and len(gap) <= _CLOSE
        zero = mark.value == 0 and (beside or any(one.dimensions for one in self.done))
        return bool(mark.decimals or zero) and len(gap) <= _NEAR_DIMENSION and not re.search(r"\d", gap)

    def _gap_to_region(self, mark: NumberMark) -> str | None:
        before = [mention for mention, _ in self.line.regions if mention.end <= mark.start]
        gap = self.line.between(before[-1].end, mark.start) if before else None
        return gap if gap is not None and len(gap) <= _FAR else None

    def _beside_region(self, mark: NumberMark, near: str) -> Rule | None:
        listed = self.line.inherited.listed
        expected = self.line.inherited.scores or _SCORE_WORD.search(self.line.lower) is not None
        leveled = listed and self.line.inherited.category is not None  # "rawan sedang: 1. Alfa (20,42 persen)"
        if mark.bracket and mark.decimals and (expected or leveled or not mark.percent):
            return BRACKET
        if mark.bracket and expected and listed:
            return BRACKET
        told = (
            expected
            or listed
            or bool(self.dimensions)
            or tells_of_scores(self.line)
            or is_leveled(self.line, mark)
        )
        whole = (
            not mark.decimals and expected and count_pairs(self.line) >= 2
        )  # "Alfa 100, Beta 55,56, Gama 50,25"
        bare = told and (mark.decimals >= 2 or whole) and not mark.percent and NEXT_TO.fullmatch(near)
        expected = (
            expected
            or self._stands_at(near)
            or (bool(self.dimensions) and any(one.dimensions for one in self.done))
        )
        if bare or (expected and (mark.decimals or listed) and _BETWEEN_PAIR.fullmatch(near)):
            return PAIR
        about = (told or self.line.inherited.index) and not mark.percent
        return NEAR if about and mark.decimals and _FEW_WORDS.fullmatch(near) else None

    def _stands_at(self, near: str) -> bool:
        """Tell whether a sentence behind one on the index is but region and figure: "Alfa berada di angka"."""
        first = self.line.regions[0][0].start
        opens = re.search(r"[a-z]{3}", _OPENS.sub("", self.line.between(self.line.start, first))) is None
        return self.line.inherited.index and opens and _AT_FIGURE.fullmatch(near) is not None


COMPARED = re.compile(
    r"(?:setelah|di bawah|dibawah|dibanding(?:kan)?|daripada|berbeda dengan|"
    r"(?:(?:lebih|unggul|kalah)(?: [a-z]+)?|(?:terpaut|selisih) [\d.,]+(?: poin)?) dari)\s"
    r"(?:kabupaten |kota |provinsi )?$"
)
"""Words before a region that is only compared with."""
