"""Whose a level is that is no region's own: an issue's, a class of regions', or their parts'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.extract.catalog.indicators import find_indicators
from pipeline.extract.marks.kinds import CategoryMark, CountMark, DimensionMark
from pipeline.extract.scene.asides import is_container
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.rows import Pairs
from pipeline.extract.words.values import NUMBER_WORDS

if TYPE_CHECKING:
    from pipeline.extract.levels.drafts import Leveled
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scene.scene import Scene

_MEMBER = re.compile(
    r"(?:, (?:kata|ujar|ucap|tutur|sebut|jelas)(?:nya| [a-z]+){1,2},)?\s*+(?:kini|juga|pun|ini)?\s*"
    r"(?:(?:sendiri|secara nasional|ditempatkan|menempati|menduduki|berada|bertengger|ada|di|pada|sebagai)\s)*"
    r"(?:(?:urutan|peringkat|posisi|nomor|ranking) (?:ke[ -]?)?[a-z\d]+ (?:dari|di antara)\s*|"
    r"(?:masuk|termasuk|adalah|ialah|menjadi|jadi|merupakan|satu dari|salah satu|dari|di antara|sebagai|"
    rf"{NUMBER_WORDS} dari)\s*)+"
)
_KERAWANAN_OF = re.compile(r"(?<![a-z])(?:kerawanan|potensi|dugaan|tingkat)(?= [a-z][^,.;:]{4,60}$)")
_TOPIC_IN = re.compile(
    r"(?<![a-z])kerawanan(?P<topic>(?: [a-z]+){1,4}) (?:di|pada|untuk) (?:wilayah |daerah )?"
    r"(?:kabupaten |kota |provinsi )?$"
)
_NO_TOPIC = re.compile(
    r"(?: (?:pemilu|pilkada|pemilihan|pilgub|pilbup|pilwa[a-z]+|pilpres|pileg|umum|kepala|daerah|serentak|tahun|"
    r"legislatif|presiden|gubernur|bupati|wali ?kota|penyelenggaraan|pelaksanaan|dan|yang|ada|terjadi|muncul|"
    r"tercatat|berada|masih|juga|tersebut|itu|ini|pun|ter(?:tinggi|rendah|besar)|paling|tinggi|sedang|rendah|"
    r"rawan|secara|keseluruhan|total|nasional|ikp|bawaslu|menurut|berdasarkan|hasil|pemetaan|data|skor|indeks|"
    r"nilai|status|level|tingkat|wilayah|kabupaten|kota|provinsi))*"
)
"""Words behind "kerawanan" that name an election, a place or the index, and no topic."""
_TOPIC_BEFORE = re.compile(
    r"(?<![a-z])kerawanan (?:[a-z]+ ){0,2}(?:logistik|bencana|konflik|hoa[kx]s?|sara|politik uang|netralitas|"
    r"(?:data|daftar) pemilih|sengketa|intimidasi|anggaran|siber|jaringan|distribusi)(?:nya)?(?![a-z])"
    r"(?![^,;.]*(?<![a-z])(?:dan|sehingga|maka|karena)(?![a-z]))[^,;.]{0,50}$"
)
"""A topic that has its own vulnerability, up to the level: "kerawanan logistik Kabupaten Alfa rawan tinggi"."""
_POTENTIAL = re.compile(
    r"(?<![a-z])(?:potensi|dugaan|risiko|resiko|ancaman|gangguan|konflik|pelanggaran|intensitas|frekuensi|jumlah|"
    r"kasus|peredaran|praktik)\s(?!kerawanan|rawan)(?:[a-z]+ ){0,5}(?:di|pada)\s(?:kabupaten |kota |provinsi )?$"
)
"""Words before a region that make its level that of something there: "potensi konflik di Alfa"."""
_SO_MANY_ARE = re.compile(
    rf"(?:^[\s\"]*|[,:;]\s|(?<![a-z])(?:hanya|cuma|ada|sebanyak)\s)(?:{NUMBER_WORDS}|\d{{1,3}}) "
    r"(?:di antaranya |lainnya )?"
    r"(?:(?:yang|masuk|ada|berada|tergolong|termasuk|dikelompokkan|digolongkan|dinilai|dinyatakan|dianggap|di|dalam|"
    r"pada|ke) )*$"
)
"""A number without a noun whose level it is: "di Alfa, empat masuk kategori rawan tinggi"."""
# another subject than the region before: "Alfa, sementara kabupaten/kota di Beta", "Alfa yang punya banyak daerah"
_OF_CLASS = re.compile(
    r"(?<![a-z])(?:sementara|sedangkan|namun|adapun|sejumlah|beberapa|banyak|sebagian(?: besar)?)"
    r"(?: untuk| lain)? "
    r"(?:kabupaten/kota|kabupaten|kota|daerah|wilayah|provinsi)(?![a-z])"
    r"(?! [a-z]+ (?:masuk|rawan|tinggi|sedang|rendah))"
)
BELOW_REGENCY = re.compile(
    r"(?<![a-z])(?:kecamatan|kelurahan|desa|distrik|dapil|daerah pemilihan|nagari|tps)(?![a-z])"
)
_PARTS_IN = re.compile(
    r"(?<![a-z])(?:kabupaten(?:/| dan |\s?/\s?)kota|kabupaten|kota|provinsi|daerah|wilayah|kecamatan|desa|"
    r"kelurahan|distrik|daerah pemilihan|dapil|nagari|tps)"
    r"(?: yang)?(?: ada| berada| terletak| tersebar| lain(?:nya)?)?\s(?:di|se-?)\s?"
    r"(?:seluruh |provinsi |tanah |pulau |daratan |kawasan |(?:eks |bekas )?(?:karesidenan |keresidenan ))*$"
)
_ISSUE_IN = re.compile(
    r"(?<![a-z])(?:politik uang|netralitas asn|(?:satu|dua|tiga|empat|lima|beberapa|sejumlah|\d+) "
    r"(?:sub ?)?dimensi|"
    r"indikator|isu|jarak|selisih|angka(?! itu| ini| tersebut)|jumlah|kasus|golput|tps)(?![a-z])"
    r"[a-z0-9 ]{0,25}$"
)
_ISSUE = re.compile(r"(?<![a-z])(?:indikator|isu|politik uang|netralitas)(?![a-z])")
CLASS_BEFORE = re.compile(
    r"(?<![a-z])(?:daerah|wilayah|kabupaten|kota|kabupaten/kota|kab/kota|kecamatan|kategori)\s"
    r"(?:yang |dengan |berkategori |masuk |kategori |tergolong |tingkat )*$"
)
_OF_SOME_DIMENSIONS = re.compile(
    rf"(?<![a-z])(?:{NUMBER_WORDS}|\d+|beberapa|sejumlah|sebagian) (?:sub ?)?(?:dimensi|konteks|aspek|tahapan|"
    rf"indikator|variabel|isu)"
    r"(?: di ?antaranya| itu| yang)?(?:nya)?(?![a-z])"
)
_HOLDS_ISSUES = re.compile(
    r"\s(?:berisi|ada|meliputi|mencakup|berupa|adalah|ialah|untuk|terkait|soal|pada|dalam hal)"
    r"(?:\s(?:isu|potensi|persoalan|kasus))?\s"
)
_OF_ISSUE = re.compile(
    r"(?:pada|dalam|di|untuk|dari)\s(?:isu|faktor|indikator|variabel|masalah|kerawanan (?:logistik|"
    r"keamanan))(?![a-z])"
)
_ON_ISSUE = re.compile(
    r"\s(?:pada|dalam|di|untuk|dari|terkait|soal|dalam hal|dari sisi)\s"
    r"(?:isu|faktor|indikator|variabel|masalah)(?![a-z])"
)
_RIGHT_AWAY = 12  # characters before the first issue that a level is said to hold


def is_of_class(line: Line, mark: CategoryMark, pairs: Pairs) -> bool:
    """Tell whether a level is that of parts: "ada daerah rawan tinggi di Alfa", "20 persen kota di Beta"."""
    named = CLASS_BEFORE.search(line.between(line.start, mark.start)) is not None
    return any(is_of_parts(line, pair[0]) or (named and is_container(line, pair[0])) for pair in pairs)


def is_level_of_issue(line: Line, scene: Scene, mark: CategoryMark, low: int, right: Pairs) -> bool:
    """Tell whether an issue has a level, not a region: "rawan tinggi untuk isu politik uang".

    In an index of one theme the issue is the theme, and its level the region's.
    """
    if any(key is not None and key.startswith("ikp_tematik") for key in line.edition_at(mark.start)[0]):
        return False
    opened = _OF_ISSUE.search(line.between(low, mark.start))
    reach = line.between(mark.end, right[0][0].start if right else mark.end)
    told = _ON_ISSUE.match(line.lower, mark.end - line.start)
    told = told or _ON_ISSUE.search(line.lower, mark.end - line.start, mark.end - line.start + len(reach))
    if (opened and not _is_dimension(line, low + opened.end())) or (
        told and not _is_dimension(line, line.start + told.end())
    ):
        return True
    ends = (mark.end, *(pair[0].end for pair in right[:1]))
    return any(grades_issues(line, scene, end) for end in ends)


def _is_dimension(line: Line, position: int) -> bool:
    """Tell whether the word before ``position`` opens a dimension's name: "variabel kontestasi"."""
    return any(isinstance(m, DimensionMark) and m.named and m.start < position < m.end for m in line.marks)


def grades_issues(line: Line, scene: Scene, position: int) -> bool:
    """Tell whether the words at ``position`` say which issues a level has: "kategori tinggi ada politik uang"."""
    words = _HOLDS_ISSUES.match(line.lower, position - line.start)
    if words is None:
        return False
    rest = line.unit.passage.text[line.start + words.end() : line.end]
    return any(span.start <= _RIGHT_AWAY for span, _ in find_indicators(rest, scene.reference))


def is_of_others(line: Line, mark: CategoryMark, named: Pairs, low: int, *, counted: bool) -> bool:
    """Tell whether a level is that of counted regions, of a class of them, or of what lies below the regency."""
    if is_of_so_many(line, mark, low):
        return True
    if not named:
        return counted or BELOW_REGENCY.search(line.between(low, mark.start)) is not None
    last = named[-1][0]
    if _OF_SOME_DIMENSIONS.search(line.between(last.end, mark.start)):
        return True  # "Untuk Alfa, tiga dimensi tingkat kerawanannya tinggi"
    of_class = _OF_CLASS.search(line.between(last.end, mark.start)) is not None
    return of_class or (counted and _count_between(line, last, mark))


def is_of_so_many(line: Line, mark: CategoryMark, low: int) -> bool:
    """Tell whether a number without a noun has a level, behind ``low``: "di Alfa, empat masuk rawan tinggi"."""
    return _SO_MANY_ARE.search(line.between(low, mark.start)) is not None


def is_of_parts(line: Line, mention: Mention) -> bool:
    """Tell whether a level is that of the parts of a region: "seluruh kabupaten di Alfa masuk kategori sedang"."""
    return _PARTS_IN.search(line.between(max(line.start, mention.start - 60), mention.start)) is not None


def is_of_issue(line: Line, scene: Scene, mention: Mention, mark: CategoryMark) -> bool:
    """Tell whether the level is an issue's in that region: "politik uang di Alfa masuk kategori tinggi"."""
    before = line.between(max(line.start, mention.start - 50), mention.start)
    if (
        _ISSUE_IN.search(before)
        or _POTENTIAL.search(before)
        or _ISSUE.search(line.between(mention.end, mark.start))
    ):
        return True
    opened = _KERAWANAN_OF.search(line.between(line.start, mention.start))
    if opened is None or (scene.guess.id or "").startswith("ikp_tematik"):
        return False  # a thematic index is one of an issue
    words = line.unit.passage.text[line.start + opened.end() : mention.start]
    return any(True for _ in find_indicators(words, scene.reference))


def may_be_of_topic(line: Line, one: Leveled) -> bool:
    """Tell whether a region's level may be that of one topic there: "kerawanan logistik pemilu di Alfa".

    The words of an election or of the place are no topic: "kerawanan pemilu serentak di Alfa".
    """
    if one.mention is None or one.mark is None or one.mention.start > one.mark.start or one.dimension is not None:
        return False
    if any(key is not None and key.startswith("ikp_tematik") for key in line.edition_at(one.mark.start)[0]):
        return False
    if _TOPIC_BEFORE.search(line.between(line.start, one.mark.start)):
        return True
    told = _TOPIC_IN.search(line.between(line.start, one.mention.start))
    return told is not None and _NO_TOPIC.fullmatch(told["topic"]) is None


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
