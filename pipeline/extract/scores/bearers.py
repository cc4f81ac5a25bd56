"""Whose a score is: of the regions before it, of those spoken of before, of a class of them, or of none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from pipeline.extract.draft import COUNTRY, Subject
from pipeline.extract.marks.kinds import CountMark, NumberMark, RankMark, overlaps
from pipeline.extract.scene.asides import is_container
from pipeline.extract.scene.paths import may_be_apposed
from pipeline.extract.scores.basis import AGGREGATE
from pipeline.extract.scores.signs import ODD_DOUBT, goes_on, has_unread, is_joined, of_nation, spoken_of
from pipeline.extract.scores.waiting import Waiting

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention

_AMONG = re.compile(r"(?: (?:secara )?nasional| ter\w+| kerawanan)*,? (?:dari|di antara)(?: total| seluruh)? ")
_LIST_JOINER = re.compile(r",?\s?(?:dan |serta )?")
_ANONYMOUS = re.compile(
    r"(?<![a-z])ibu ?kota (?:negara|republik)(?![a-z])|"
    r"(?<![a-z])(?<!dimensi )(?<!variabel )(?<!aspek )(?<!konteks )(?:lain|lainnya|sisanya|ada yang)(?![a-z])"
    r"(?!,? (?:dimensi |konteks |aspek )?(?:kontestasi|partisipasi|penyelenggaraan|sosial|infrastruktur|pandemi))"
)
_FOLLOWED = re.compile(r"(?<![a-z])disusul(?![a-z])")
_UNKNOWN_NAME = re.compile(r"\b(?:Kabupaten|Kota|Kab\.?|Provinsi) (?P<name>[A-Z][a-z]+)")
_OUR = re.compile(r"(?<![a-z])(?:kami|kita|(?:daerah|wilayah|kabupaten|kota|provinsi)nya)(?![a-z])")
_OWN_WORDS = 40  # characters around a figure in which it is said to be the speaker's
_ITS_REGION = re.compile(
    r"(?<![a-z])(?<!kabupaten dan )(?<!kabupaten/)(?:kabupaten|kota|provinsi|daerah|wilayah)nya(?![a-z])"
)
"""The speaker's own region before a figure: "Ketua Bawaslu Alfa menyebut kabupatennya ... dengan skor 41,20"."""
_EACH = re.compile(
    r"(?<![a-z])(?:ke(?:dua|tiga|empat|lima|enam|tujuh|delapan)nya|masing-masing|berturut-turut|"
    r"ke(?:dua|tiga|empat|lima|enam) (?:daerah|wilayah|kabupaten|kota|provinsi)(?:/kota)? (?:itu|ini|tersebut))"
)
_MEAN = re.compile(
    r"(?:rata-rata|rerata)(?: (?:skor|nilai|indeks|ikp|kerawanan))*(?:nya)?[ :]*(?:sebesar |adalah )?$"
)
_EXTREME_IN = re.compile(r"(?:skor|nilai|ikp|indeks|angka)(?: [a-z]+)? (?:ter(?:tinggi|rendah))[^,;.]{0,30}$")
_EXTREME_RUN = re.compile(
    r"(?<![a-z])ter(?:tinggi|rendah) di (?:[^;.]|\.\d)*\d,? (?:dan |serta )?di (?:provinsi )?$"
)
_BELOW = re.compile(r"(?<![a-z])(?:kecamatan|kec\.|desa|kelurahan|distrik|nagari|kapanewon)\s[^.;]{0,40}$")
_JOINT = re.compile(r"(?:gabungan|akumulasi|jumlah|selisih|rata-rata) (?:skor|nilai|ikp|indeks)[^,;.]{0,40}$")


def bearers(waiting: Waiting, mark: NumberMark, coming: int) -> Sequence[tuple[Mention | None, Subject]]:
    """Return the regions that a number belongs to; none where it belongs to regions that are only counted."""
    compared = _compared(waiting, mark)
    if compared is not None:
        waiting.compared = None
        return [compared]
    if not waiting.group:
        return _of_no_name(waiting, mark, coming)
    if _is_of_parts(waiting, mark):
        return []
    paired = waiting.paired()
    if len(waiting.group) > 1 and coming + 1 + paired == len(waiting.group):
        return [waiting.group[paired]]
    listed = not paired and _is_list_of_one_figure(waiting, mark)
    if coming == 0 and (listed or waiting.line.has("shared")):
        too_few = paired and len(waiting.group) > 1  # "Alfa, Beta, dan Gama berturut-turut 86,20 dan 43,10"
        return _in_doubt(waiting.group) if too_few else waiting.group
    chosen = _coordinated(waiting) if _among_pairs(waiting) else waiting.group[-1:]
    unread = has_unread(waiting.line, mark, alone=len(waiting.group) == 1 and not waiting.dimensions)
    both = not coming and not paired and is_joined(waiting.line, waiting.group)
    beside = may_be_apposed(waiting.line, waiting.group[-1][0]) or _is_beside_other(waiting, chosen[-1], mark)
    odd = unread or beside or (len(waiting.group) > len(chosen) and (both or waiting.line.has("shared")))
    return _in_doubt(chosen) if odd else chosen


def _is_list_of_one_figure(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether an item is regions and what all of them have: "Bintan, Lingga, Natuna = 0"."""
    line, group = waiting.line, waiting.group
    gaps = [line.between(one.end, other.start) for (one, _), (other, _) in pairwise(group)]
    equals = line.between(group[-1][0].end, mark.start).strip() in {"=", ":"}
    row = all(_LIST_JOINER.fullmatch(gap) for gap in gaps)
    return len(group) > 1 and line.inherited.listed and equals and row


def _is_beside_other(waiting: Waiting, pair: tuple[Mention, Subject], mark: NumberMark) -> bool:
    """Tell whether another region stands between a region and its number: "Alfa terpaut jauh dari Beta 51,20"."""
    line, (mention, subject) = waiting.line, pair
    between = [(m, s) for m, s in line.regions if mention.end <= m.start and m.end <= mark.start]
    around = (subject.code or "").partition(".")[0]
    end = between[-1][0].end if between else mention.end
    others = any(other.code not in {"ID", around, subject.code} for _, other in between)
    if others and _BARE.fullmatch(line.between(end, mark.start)):
        return True
    return _AND_PROVINCE.search(line.between(end, mark.start)) is not None


_BARE = re.compile(r"[\s,:(=]*")
_AND_PROVINCE = re.compile(
    r"(?:[,;]|(?<![a-z])(?:dan|sedangkan|sementara|adapun))\s(?:(?:tingkat|untuk|skor) )?provinsi(?:nya)? "
    r"(?:(?:sendiri|di|berada|pada|menempati|meraih|mendapat|dengan) )*(?:peringkat|urutan|posisi|skor|nilai|\d|"
    r"ke-)"
)
"""The province, named by its class alone, of which the number behind it may be told."""


def _in_doubt(pairs: Sequence[tuple[Mention, Subject]]) -> list[tuple[Mention, Subject]]:
    return [(mention, one.in_doubt(ODD_DOUBT)) for mention, one in pairs]


def _of_no_name(waiting: Waiting, mark: NumberMark, coming: int) -> Sequence[tuple[Mention | None, Subject]]:
    """Return whose a number is in a sentence that names no region before it."""
    nation = of_nation(waiting.line, mark, of_dimension=bool(waiting.dimensions))
    if nation is not None:
        return [(None, subject) for subject in nation]
    if several := _several(waiting, coming):
        return several
    if _MEAN.search(waiting.line.between(waiting.line.start, mark.start)):
        return [(None, replace(COUNTRY, doubt=0.5))]  # of all regions, where the text does not say of whom
    return [] if _is_anonymous(waiting, mark) else [(None, _carried(waiting, mark))]


def _is_of_parts(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether a number is an unnamed part's, or that of several: "skor tertinggi di Alfa 77,10"."""
    mention = waiting.group[-1][0]
    before = waiting.line.between(waiting.line.start, mention.start)
    extreme = (_EXTREME_IN.search(before) or _EXTREME_RUN.search(before)) is not None and mention.end <= mark.start
    joint = len(waiting.group) > 1 and _JOINT.search(before) is not None
    return joint or (is_container(waiting.line, mention) and (extreme or _BELOW.search(before) is not None))


def _several(waiting: Waiting, coming: int) -> Sequence[tuple[Mention | None, Subject]]:
    """Return the regions spoken of before whose numbers follow: "Skornya masing-masing 91,00 dan 86,00"."""
    before = waiting.line.inherited.subjects
    if len(before) < 2 or not tells_of_each(waiting):
        return ()
    told = [replace(one, carried=True).in_doubt(ODD_DOUBT) for one in before]
    if coming + 1 + len(waiting.done) == len(told):
        return [(None, told[len(waiting.done)])]
    return [(None, one) for one in told] if not coming and not waiting.done else ()


def tells_of_each(waiting: Waiting) -> bool:
    """Tell whether a line gives each region spoken of before its number: "masing-masing 91,00 dan 86,00"."""
    return waiting.line.has("shared") or _EACH.search(waiting.line.lower) is not None


def _compared(waiting: Waiting, mark: NumberMark) -> tuple[Mention, Subject] | None:
    """Return the region that is only compared with, where a number is its own, in doubt behind a few words."""
    if waiting.compared is None:
        return None
    mention, subject = waiting.compared
    beside = not waiting.group and mark.bracket  # "dibandingkan Alfa (39,10), ..."
    if waiting.fresh or beside or _told_of_compared(waiting, mark):
        return mention, subject
    if not _has_its_own(waiting):
        return None
    next_to = not waiting.line.between(mention.end, mark.start).strip(" ,:")
    return mention, subject if next_to else subject.in_doubt(ODD_DOUBT)


def _told_of_compared(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether a clause of its own gives the compared one's number: "di bawah Alfa yang meraih 43,50"."""
    end = waiting.compared[0].end if waiting.compared else mark.start
    gap = waiting.line.between(end, mark.start)
    return "yang " in gap or (mark.bracket and not gap.strip(" ("))


def _has_its_own(waiting: Waiting) -> bool:
    """Tell whether the region that is compared has its number from the sentence before.

    "Skor Alfa 41,20. Hanya kalah dari Beta, 43,50": the second is Beta's.
    """
    bearer = waiting.group[-1][1] if waiting.group else spoken_of(waiting.line, waiting.scene)
    return bearer.code is not None and bearer.code in waiting.line.inherited.valued


def _is_anonymous(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether a number belongs to regions that are only counted: "enam kabupaten lain 39,29"."""
    counts = (m for m in waiting.line.marks if isinstance(m, CountMark) and m.end <= mark.start)
    merged = [found.span() for found in AGGREGATE.finditer(waiting.line.lower)]  # "jika skor 35 daerah digabung"
    start = waiting.line.start
    counted = any(
        not (m.universe and _ranked_among(waiting, m)) and not overlaps(m.start - start, m.end - start, merged)
        for m in counts
    )
    since = waiting.dimensions[-1].start if waiting.dimensions else waiting.line.start
    followed = _FOLLOWED.search(waiting.line.between(since, mark.start)) is not None  # "disusul kontestasi 31,20"
    return (
        counted or followed or _ANONYMOUS.search(waiting.line.between(waiting.line.start, mark.start)) is not None
    )


def _ranked_among(waiting: Waiting, count: CountMark) -> bool:
    """Tell whether a count says among how many a rank is: "di urutan ke-65 dari 514 kabupaten/kota"."""
    ends = (m.end for m in waiting.line.marks if isinstance(m, RankMark) and m.end <= count.start)
    return any(_AMONG.fullmatch(waiting.line.between(end, count.start)) for end in ends)


def _carried(waiting: Waiting, mark: NumberMark) -> Subject:
    """Return the region spoken of last; in doubt where the line names one that is not known."""
    subject = _speaker(waiting, mark) or spoken_of(waiting.line, waiting.scene)
    unknown = _UNKNOWN_NAME.search(waiting.line.unit.passage.text, waiting.line.start, mark.start)
    known = unknown is not None and any(
        mention.start <= unknown.start("name") < mention.end for mention in waiting.line.unit.mentions
    )
    later = {other.code for mention, other in waiting.line.regions if mention.start >= mark.end}
    elsewhere = bool(later) and subject.code not in later  # it may be told of the one named behind
    each = not waiting.dimensions and tells_of_each(waiting)  # of several regions, of which one is known
    open_ = elsewhere or each or goes_on(waiting.line, mark)
    doubtful = subject.code == "ID" or open_ or (unknown is not None and not known)
    return subject.in_doubt(0.5) if doubtful else subject


def _speaker(waiting: Waiting, mark: NumberMark) -> Subject | None:
    """Return the region of the Bawaslu that speaks of its own figure: "Bawaslu Alfa menyebut skor kami"."""
    line = waiting.line
    near = line.between(max(line.start, mark.start - _OWN_WORDS), mark.end + _OWN_WORDS)
    if not (_OUR.search(near) or _ITS_REGION.search(line.between(line.start, mark.start))):
        return None
    return waiting.scene.speaker(line.unit, line.start, line.end)


def _among_pairs(waiting: Waiting) -> bool:
    """Tell whether the line lists regions with bracketed scores, where a run of names shares the next."""
    bracketed = (m for m in waiting.line.marks if isinstance(m, NumberMark) and m.bracket and m.decimals)
    return len(tuple(bracketed)) >= 2


def _coordinated(waiting: Waiting) -> list[tuple[Mention, Subject]]:
    """Return the last regions of the group that commas and "dan" join: "Alfa, Beta, dan Gama (40,96)"."""
    run = [waiting.group[-1]]
    joined = False
    for pair in reversed(waiting.group[:-1]):
        gap = waiting.line.between(pair[0].end, run[-1][0].start)
        if not _LIST_JOINER.fullmatch(gap):
            break
        joined = joined or "dan" in gap
        run.append(pair)
    return run[::-1] if joined else waiting.group[-1:]
