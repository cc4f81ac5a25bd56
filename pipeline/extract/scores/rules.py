"""By which rule a number is a score."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.extract.draft import Rule
from pipeline.extract.marks.kinds import CountMark, CueMark, NumberMark, RankMark
from pipeline.extract.scores.basis import AGGREGATE
from pipeline.extract.scores.bearers import tells_of_each
from pipeline.extract.scores.foreign import is_of_else
from pipeline.extract.scores.graded import is_graded, is_plain
from pipeline.extract.scores.likely import looks_like_score
from pipeline.extract.scores.scale import scale_at
from pipeline.extract.scores.signs import (
    NEXT_TO,
    count_pairs,
    is_code,
    is_leveled,
    is_turnout,
    numbers_section,
    spoken_of,
    tells_of_scores,
)
from pipeline.extract.scores.thresholds import is_threshold
from pipeline.extract.scores.waiting import Waiting
from pipeline.extract.words.values import NUMBER_WORDS

if TYPE_CHECKING:
    from pipeline.extract.scene.line import Line

CUED = Rule(id="score.cued", version=6)
"""A number tied to its region by a word such as skor, nilai, indeks, angka or poin, before or behind it.

Several regions may share the word, each with its own number in the same order. Beside the name of a dimension the
number is that dimension's. Years, ranks, thresholds, shares and figures of other bodies are told apart.

> Kabupaten Blora tercatat dengan skor 41,20.

> Kabupaten Blora dan Kabupaten Pati dengan nilai 91,00 dan 86,00.

> Dimensi kontestasi Kabupaten Blora bernilai 62,5.
"""

BRACKET = Rule(id="score.bracket", version=4)
"""A number in brackets behind a region, where the text tells scores.

> Nilai teratas ialah Kabupaten Blora (41,20) dan Kota Salatiga (38,05).
"""

PAIR = Rule(id="score.pair", version=5)
"""A bare number behind each region of a run or list of scores.

> Skor tiga daerah teratas: Blora 41,20, Pati 39,10, dan Kudus 38,00.

So is one before each region, where the list begins with a number and ends with a region.

> Skor tiga daerah teratas: 41,20 Blora, 39,10 Pati, dan 38,00 Kudus.
"""

SHARED = Rule(id="score.shared", version=4)
"""One number that several regions have alike.

> Skor Kabupaten Blora dan Pati masing-masing 41,20.
"""

NEAR = Rule(id="score.near", version=4)
"""A number some words behind its region, in a text on scores: a question to a person.

> Blora jauh lebih tinggi dan kini tercatat 41,20.
"""

_NUMBER_JOINER = re.compile(r"\)?[\s,;]*+(?:poin|persen)?[\s,]*+(?:dan|serta)?[\s,]*+(?:skor|nilai)?\s*\(?")
_SCORE_WORD = re.compile(r"skor|indeks|ikp|nilai|poin")
_SHARE = re.compile(r"\s*+(?:/\s?kota)?\s*+[(,]?\s*+(?:atau|setara|sekitar)?\s*")
_BETWEEN_PAIR = re.compile(
    r"[\s:=,\-()\"]*(?:(?:kata|ujar|sebut|ungkap|jelas|tutur|terang|lanjut)(?:nya)?(?: [a-z]+){0,2}, )?"
    r"(?:(?:pada|dalam|di|menurut|versi) (?:ikp|indeks kerawanan pemilu|pemilu|pilkada|"
    r"pemilihan)?(?: ?(?:pilkada|pemilu))? ?(?:tahun )?20\d\d )?"
    r"(?:masing-masing|berturut-turut|dengan|yang|yakni|yaitu|adalah|ialah|memiliki|atau|memperoleh|meraih|"
    r"mendapat|mencatat|mengantongi|mencapai|tercatat|(?:(?:berada|ada|bertengger) )?(?:di|pada) angka|"
    r"sebesar|sendiri|(?:untuk |di )?tingkat provinsi|"
    r"hanya|cuma|(?:nyaris|hampir) (?:kembar|sama)|"
    r"(?:dengan |sebesar )*(?:persentase|presentase|prosentase|angka)(?:nya)?|indeksnya|angkanya|"
    r"\d{1,3}\)|\(\d{1,3}\))?"
    r"[\s:=,\-(\"]*"
)
_UNKNOWN_DIMENSION = re.compile(
    r"(?:^\W*|(?P<before>(?<![a-z])[a-z]+|(?<!\d)\d+)\W+)(?:sub ?-?dimensi|dimensi|aspek|variabel) "
    r"(?!(?:ini|itu|tersebut|yang|dengan|dan|di|adalah|lain|ikp|kerawanan|penilaian|ukur|peny?umbang|paling|"
    r"ter(?:besar|tinggi|rendah|kuat|kecil)|utama|dominan|dalam|pada|pertama|kedua|ketiga|"
    r"keempat)(?:nya)?(?![a-z]))"
    r"(?P<name>[a-z]{4,})"
)
_OF_ALL = re.compile(rf"\d+|dari|seluruh|semua|setiap|berbagai|beberapa|sejumlah|keempat|{NUMBER_WORDS}")
_FEW_WORDS = re.compile(r"[\s,:(]*(?:(?!angka|tingkat|jumlah)[a-z-]+[\s,:]+){0,3}\(?")
_WITH = re.compile(r"(?: (?:secara )?nasional| se-?\w+| ter\w+| kerawanan)*,? (?:dengan|memperoleh|meraih) ")
_OPENS = re.compile(r"sedangkan|sementara(?: itu)?|adapun|kemudian|lalu|untuk|dan|kini")
_AT_FIGURE = re.compile(
    r"\s(?:(?:masih|kini|sendiri|juga) )*(?:(?:berada|ada|tercatat|bertengger) )?(?:di|pada) angka\s"
)
_NOW = re.compile(
    r"[\s,;.)]*+(?:poin|persen)?[\s,;]*(?:dan |tapi |tetapi |namun )?"
    r"(?:sekarang|kini|saat ini|tahun ini|(?:pada )?(?:ikp |tahun )?20\d\d)\s(?:[a-z]+ ){0,2}"
)
_TOLD = re.compile(
    r"(?<![a-z])(?:skor|nilai|indeks|ikp)(?:nya)?(?: (?:akhir|total|ikp|keseluruhan))*"
    r"(?: (?:daerah|kabupaten|kota|wilayah|provinsi)nya)?"
    r"(?: (?:tinggal|cuma|hanya|masih|kini|sekarang|justru|malah|sudah|baru|tercatat|melandai|menyusut|mengecil|"
    r"membengkak|melompat|menjadi|jadi|ke|di|pada|angka|sebesar|adalah|yakni|yaitu|penuh|sempurna))*,? $"
)
_COMES_TO = re.compile(
    r"(?<![a-z])(?:dengan|yakni|yaitu|adalah|ialah|sebesar|mencapai|menjadi|jadi|meraih|memperoleh) $"
)
_ASKS = re.compile(
    r"(?:(?<![a-z])(?:skor|nilai|indeks|angka)(?:nya)?(?: [a-z]+){0,4}|(?<![a-z])berapa (?:skor|nilai|"
    r"angka)[^?.]{0,40})\?\W*$"
)
_OPENING = 40  # characters from the start of an answer in which its figure stands
_OF_YEAR = re.compile(r"\s?\((?:tahun |ikp |pada )?20\d\d\)")
_TO_NEXT_YEAR = re.compile(rf"{_OF_YEAR.pattern}[,;]?(?: dan| lalu| serta| kemudian)? (?:menjadi |ke )?")
_EXTREMES = frozenset({Decimal(0), Decimal(100)})
_ENDS = re.compile(r"\)?(?:[,.;)\"”]|$|\s(?:poin|dan|serta|sedangkan|sementara|atau|adapun)(?![a-z]))")
_FULL = re.compile(r"(?: yang| dengan)?(?: nilainya| skornya| nilai| skor)?(?: penuh| sempurna| bulat)?,? ?=? ?")
"""What stands between a region and a whole 0 or 100, the ends of the scale."""
_FAR = 30  # characters between a region and its number at the most, where no score word binds them
_NEAR_DIMENSION = 45
_CLOSE = 12
_AT_EDITION = re.compile(
    r" (?:pada|di|dalam|menurut|saat|berdasarkan) (?:hasil )?(?:tahun |edisi |periode )?"
    r"(?:20\d\d|(?:ikp|indeks kerawanan|pilkada|pemilu|pilgub|pemilihan|pemetaan)[a-z ()]{0,30} 20\d\d)"
)
_WAY_TO_COUNT = 40  # characters between "bila" and the words of a mean of parts


def rule_of(waiting: Waiting, mark: NumberMark) -> Rule | None:
    """Return the rule by which a number is a score, None where it is none."""
    if _is_excluded(waiting, mark):
        return None
    if is_turnout(
        waiting.line, mark, waiting.named, waiting.dimensions, new=not waiting.fresh, told=bool(waiting.group)
    ) or _is_of_unknown_dimension(waiting, mark):
        return None
    share = mark.percent and not waiting.line.regions  # scores in percent stand beside their region
    told = mark.cued or _follows_dimension(waiting, mark) or _goes_on(waiting, mark) or _is_told(waiting, mark)
    if not share and told:
        return CUED
    if share and _follows_dimension(waiting, mark) and len({dim.key for dim in waiting.named}) > 1:
        return NEAR  # "sosial politik 30,10 persen, kontestasi 40,30 persen": parts of a whole, or scores
    if mark.decimals and _behind_rank(waiting, mark):
        return PAIR
    asked = _looks_like_score(waiting, mark) or _answers(waiting, mark) or _is_in_series(waiting, mark)
    return (None if share else _by_region(waiting, mark)) or (NEAR if asked else None)


def _is_in_series(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether a number goes on with a row of years: "skor Alfa 45,10 (2019), 51,20 (2020)"."""
    if not waiting.done or not mark.decimals:
        return False
    last = waiting.done[-1].number
    behind = waiting.line.between(mark.end, waiting.line.end)
    return _TO_NEXT_YEAR.fullmatch(waiting.line.between(last.end, mark.start)) is not None and (
        _OF_YEAR.match(behind) is not None
    )


def _answers(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether a number is the first of an answer on the score: "Skornya?", "Untuk kabupaten 65,72"."""
    line = waiting.line
    before = waiting.scene.units[line.unit.position - 1].passage.lower if line.unit.position else ""
    first = line.start == 0 and not waiting.done and mark.start - line.start <= _OPENING
    return bool(mark.decimals) and not mark.percent and first and _ASKS.search(before) is not None


def _by_region(waiting: Waiting, mark: NumberMark) -> Rule | None:
    """Return the rule by which a number without a word for it is its region's."""
    near = _gap_to_region(waiting, mark)
    rule = None if near is None else _beside_region(waiting, mark, near)
    if rule is not None and rule != NEAR:
        return rule
    if _is_merged(waiting, mark):
        return PAIR
    if not _is_graded(waiting, mark):
        return rule
    named = [mention.end for mention, _ in waiting.line.regions if mention.end <= mark.start]
    return PAIR if is_plain(waiting.line, mark, named[-1]) else NEAR


def _is_told(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether a word for a score leads to a number over what is said of it: "skornya tinggal 31,46"."""
    return bool(mark.decimals) and _TOLD.search(waiting.line.between(waiting.line.start, mark.start)) is not None


def rule_ahead(waiting: Waiting, mark: NumberMark) -> Rule | None:
    """Return the rule by which a figure of a list is the score of the region behind it, None where it is none."""
    if _is_excluded(waiting, mark) or _is_of_unknown_dimension(waiting, mark):
        return None
    if mark.cued:
        return CUED
    told = waiting.line.inherited.scores or waiting.line.inherited.about or tells_of_scores(waiting.line)
    told = told or waiting.line.inherited.listed or _SCORE_WORD.search(waiting.line.lower) is not None
    return PAIR if told and not mark.percent else NEAR


def _looks_like_score(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether a figure that no rule binds looks like a score, and a region is there to bear it."""
    share = mark.percent and bool(waiting.dimensions) and _gap_to_region(waiting, mark) is not None
    if not looks_like_score(waiting.line, mark, share=share):
        return False
    spoken = waiting.line.inherited.subjects or spoken_of(waiting.line, waiting.scene).code not in {None, "ID"}
    told = waiting.group or (spoken and not waiting.line.regions)
    later = bool(waiting.done) and _NOW.fullmatch(waiting.line.between(waiting.done[-1].number.end, mark.start))
    return bool(told) and (not waiting.done or not waiting.fresh or bool(later))


def _is_of_unknown_dimension(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether a dimension that no table knows goes before a number: "aspek partispasi bernilai 3,00"."""
    known = [dim.end for dim in waiting.named if dim.end <= mark.start]
    since = max([waiting.line.start, *known, *(one.number.end for one in waiting.done)])
    found = _UNKNOWN_DIMENSION.search(waiting.line.between(since, mark.start))
    if found is None or _OF_ALL.fullmatch(found["before"] or ""):
        return False
    start = since + found.start("name")  # "skor dimensi Kabupaten Alfa" names a region
    return not any(mention.start == start for mention, _ in waiting.line.regions)


def _goes_on(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether a number goes on with those for several regions: "dengan nilai 91,00 dan 86,00"."""
    carried = (
        not waiting.group and len(waiting.done) < len(waiting.line.inherited.subjects) and tells_of_each(waiting)
    )
    if not waiting.done or (waiting.paired() >= len(waiting.group) and not carried):
        return False
    gap = waiting.line.between(waiting.done[-1].number.end, mark.start)
    return _NUMBER_JOINER.fullmatch(gap) is not None


def _is_excluded(waiting: Waiting, mark: NumberMark) -> bool:
    scale = scale_at(waiting.line, mark.start, waiting.scene)
    off_scale = mark.value > scale
    return (
        is_of_else(waiting.line, mark)
        or (off_scale and not (mark.cued and mark.decimals and mark.value <= 10 * scale))
        or _behind_count(waiting, mark)
        or is_code(waiting.line, mark)
        or numbers_section(waiting.line, mark)
        or is_threshold(waiting.line, mark, waiting.scene.reference)
        or _is_supposed(waiting.line, mark)
    )


def _is_supposed(line: Line, mark: NumberMark) -> bool:
    """Tell whether a number is but supposed.

    A way to count supposes nothing ("bila skor 35 daerah digabung"), nor does a time past ("Jika pada 2019 ...").
    """
    cues = [m for m in line.marks if isinstance(m, CueMark) and m.kind == "hypothetical" and m.end <= mark.start]
    if not cues:
        return False
    counted = [line.start + found.start() for found in AGGREGATE.finditer(line.lower)]
    before = any(one.previous for one in line.editions)
    return any(
        not any(0 <= start - cue.end <= _WAY_TO_COUNT for start in counted)
        and not (before and _AT_EDITION.match(line.lower, cue.end - line.start))
        for cue in cues
    )


def _behind_count(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether the number is a share in brackets behind a count: "85 kabupaten/kota (16,54%)"."""
    ends = (m.end for m in waiting.line.marks if isinstance(m, CountMark) and m.end <= mark.start)
    return any(_SHARE.fullmatch(waiting.line.between(end, mark.start)) for end in ends)


def _follows_dimension(waiting: Waiting, mark: NumberMark) -> bool:
    if not waiting.dimensions:
        return False
    line, last = waiting.line, waiting.dimensions[-1]
    gap = line.between(last.end, mark.start)
    beside = last.named and len(gap) <= _CLOSE
    row = line.inherited.scores and not (line.between(line.start, last.start) + gap).strip(" :=")
    zero = mark.value == 0 and (beside or row or any(one.dimensions for one in waiting.done))
    return bool(mark.decimals or zero) and len(gap) <= _NEAR_DIMENSION and not re.search(r"\d", gap)


def _is_graded(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether a level or rank beside a number says what it is, in a text that speaks of the index."""
    named = [pair for pair in waiting.line.regions if pair[0].end <= mark.start]
    if not named:
        return False
    about = waiting.line.inherited.about or waiting.line.inherited.index or waiting.line.inherited.scores
    told = about or tells_of_scores(waiting.line) or "kategori" in waiting.line.lower
    return told and is_graded(waiting.line, mark, named[-1][0].end)


def _is_merged(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether a sentence on a mean of parts comes to a number: "... Alfa memuncaki daftar dengan 45,18"."""
    if not (mark.decimals and waiting.group) or mark.percent:
        return False
    before = waiting.line.between(waiting.line.start, mark.start)
    merged = [found.end() for found in AGGREGATE.finditer(before)]
    if not merged:
        return False
    rest = before[merged[-1] :]
    return not re.search(r"\d", rest) and _COMES_TO.search(rest) is not None


def _behind_rank(waiting: Waiting, mark: NumberMark) -> bool:
    """Tell whether a number stands behind a rank of the index: "di peringkat dua nasional dengan 41,20"."""
    ends = [m.end for m in waiting.line.marks if isinstance(m, RankMark) and m.end <= mark.start]
    told = bool(ends) and (waiting.line.inherited.index or _SCORE_WORD.search(waiting.line.lower) is not None)
    return told and _WITH.fullmatch(waiting.line.between(ends[-1], mark.start)) is not None


def _gap_to_region(waiting: Waiting, mark: NumberMark) -> str | None:
    before = [mention for mention, _ in waiting.line.regions if mention.end <= mark.start]
    gap = waiting.line.between(before[-1].end, mark.start) if before else None
    return gap if gap is not None and len(gap) <= _FAR else None


def _beside_region(waiting: Waiting, mark: NumberMark, near: str) -> Rule | None:
    listed = waiting.line.inherited.listed
    expected = waiting.line.inherited.scores or _SCORE_WORD.search(waiting.line.lower) is not None
    leveled = listed and waiting.line.inherited.category is not None  # "rawan sedang: 1. Alfa (20,42 persen)"
    if mark.bracket and mark.decimals and (expected or leveled or not mark.percent):
        return BRACKET
    if mark.bracket and expected and listed:
        return BRACKET
    told = (
        expected
        or listed
        or bool(waiting.dimensions)
        or tells_of_scores(waiting.line)
        or is_leveled(waiting.line, mark)
    )
    whole = not mark.decimals and expected and count_pairs(waiting.line) >= 2  # "Alfa 100, Beta 55,56, Gama 50,25"
    bare = told and (mark.decimals >= 2 or whole) and not mark.percent and NEXT_TO.fullmatch(near)
    expected = (
        expected
        or _stands_at(waiting, near)
        or (bool(waiting.dimensions) and any(one.dimensions for one in waiting.done))
    )
    stated = expected or (listed and near.strip() == "=")
    behind = _ENDS.match(waiting.line.between(mark.end, waiting.line.end) or ".")
    whole_end = mark.value in _EXTREMES and not mark.decimals and not mark.percent and behind
    if stated and whole_end and _FULL.fullmatch(f" {near.lstrip()}"):
        return PAIR
    if bare or (expected and (mark.decimals or listed) and _BETWEEN_PAIR.fullmatch(near)):
        return PAIR
    that_has = near == " yang " and waiting.line.inherited.about  # "dibandingkan Alfa yang 48,65"
    about = (told or waiting.line.inherited.index or that_has) and not mark.percent
    return NEAR if about and mark.decimals and _FEW_WORDS.fullmatch(near) else None


def _stands_at(waiting: Waiting, near: str) -> bool:
    """Tell whether a sentence behind one on the index is but region and figure: "Alfa berada di angka"."""
    first = waiting.line.regions[0][0].start
    opens = re.search(r"[a-z]{3}", _OPENS.sub("", waiting.line.between(waiting.line.start, first))) is None
    return waiting.line.inherited.index and opens and _AT_FIGURE.fullmatch(near) is not None
