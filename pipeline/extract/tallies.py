"""Rules for tallies: how many regions of a level fall into a category."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.marks.kinds import CategoryMark, CountMark, overlaps
from pipeline.extract.scene.asides import is_container
from pipeline.extract.scene.dimensions import real_dimensions
from pipeline.extract.scene.line import Line
from pipeline.extract.scene.statements import holds
from pipeline.extract.tally_scopes import NATION, level_of_scope, scope_of
from pipeline.extract.words.values import NUMBER_WORDS, parse_count
from pipeline.model import TallyLevel
from pipeline.reference.calibration import KNOWN_DOUBT

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene

COUNT_FIRST = Rule(id="tally.count_first", version=2)
"""How many regions fall into a category, the count before the category.

> Sebanyak 7 kabupaten/kota di Jawa Tengah masuk kategori rawan tinggi. Tak satu pun kabupaten/kota rawan rendah.
"""
CATEGORY_FIRST = Rule(id="tally.category_first", version=2)
"""How many regions fall into a category, the category before the count.

> Rawan sedang sebanyak 20 kabupaten/kota di Jawa Tengah.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallied:
    """A count bound to a category."""

    count: CountMark
    category: CategoryMark
    rule: Rule


_CATEGORY_FIRST = re.compile(
    r"[\s,:(\"]*(?:yang |itu |nya |sendiri |di \w+ )?"
    r"(?:sebanyak|ada(?: di)?|berjumlah|mencapai|yaitu|yakni|terdapat(?: di)?|hanya|adalah|jumlahnya|ialah|"
    r"sejumlah|untuk|tercatat|terdiri dari|di)?[\s,:(\"]*"
    r"(?:\d{1,3}(?:[.,]\d+)?\s?(?:persen|%)[\s,:(]*(?:yaitu|yakni|atau|setara)?[\s,:(]*)?(?:ada |sebanyak )?"
)
_NEXT_CLAUSE = re.compile(
    r"\s*(?:dan|serta|lalu|sedangkan|sementara|adapun|kemudian) (?:yang |kategori |"
    r"tingkat |kerawanan |rawan |untuk )*$"
)
_OF_THAT_LEVEL = re.compile(
    r"\s*(?:di indonesia |se-?\s?indonesia )?(?:semuanya |seluruhnya )?(?:yang |dengan )?(?:ber(?:kategori|"
    r"katagori) )?(?:masuk |"
    r"termasuk |berada |tergolong )?(?:dalam |di |pada )?(?:kategori ikp )?"
)
_OF_THEM = re.compile(rf"(?:\d|(?<![a-z])(?:{NUMBER_WORDS})) di ?antaranya")
_ONE_OF = re.compile(r"(?:salah satu|satu|termasuk)(?: (?:di ?)?antara)?(?: dari)?\s*$")
_PART_OF = re.compile(
    r"(?:separuh|setengah|paruh|seperempat|sepertiga|seperlima|(?:dua|tiga|empat) per[a-z]+|"
    r"sebagian(?: besar| kecil)?|"
    r"mayoritas|persen|%|kebanyakan|beberapa|sejumlah|banyak)(?:nya)?,? (?:dari |di antara )"
    r"(?:total |seluruh |jumlah )*$"
)
"""Words before a universe of which some share is meant: "sepertiga dari 35 kabupaten/kota"."""
_ABOUT_SO_MANY = re.compile(
    r"(?<![a-z])(?:sekitar|kira-kira|kurang lebih|hampir|nyaris|lebih dari|kurang dari|tak kurang dari|setidaknya|"
    r"sedikitnya|sekurangnya|minimal|maksimal|paling sedikit|paling banyak|hingga|sampai)\s$"
)
"""Words by which a number is no count but a bound or a guess: "sekitar 10 daerah"."""
_ALL = re.compile(r"(?:seluruh|semua)\s$")
_IN_PLACE = re.compile(
    r"^ (?:yang ada )?(?:di|se-?) ?(?:provinsi )?[a-z]+(?: [a-z]+)? (?=masuk|ber|ter|yang|dengan|rawan|kategori|"
    r"semua|seluruh)"
)
_RANK_OF = re.compile(r"(?:peringkat|urutan|posisi|ranking|rangking|nomor)(?: urut)? (?:ke[ -]*)?[a-z\d]+ dari\s$")
_AND = re.compile(r",? (?:dan|serta|maupun|bersama|beserta|plus) ")
_BREAKDOWN = re.compile(r"\([^)]*$")
_OTHER_SUBJECT = re.compile(
    r"[.;](?!\d)|indikator|dimensi|(?<![a-z])(?:tidak|tak) (?:ada |terdapat |satu ?pun|seorang)"
)
_WITH_DIMENSION = re.compile(r"\syang (?:pada |di |dalam |untuk )?(?:dimensi|konteks|tahapan|aspek)\s")
_SHORT = re.compile(
    rf"(?<![\w.,])(?P<n>{NUMBER_WORDS}|\d{{1,3}}(?:\.\d{{3}})*)"
    r"(?: (?:di antaranya|lainnya|sisanya|lagi|daerah lain))?(?:\s?\([^)]{1,12}\))?\s"
    r"(?:(?:masuk|dalam|berkategori|berstatus|tergolong|kategori|kerawanan|rawan|yang|berada|ada|di|pada|zona|"
    r"level|status) ){0,5}"
    r"(?=(?:tinggi|sedang|rendah|merah|kuning|hijau)(?![a-z]))"
)
_NOUN = re.compile(
    r"(?<![a-z])(?:provinsi|kabupaten ?(?:/|dan) ?kota|kab ?/ ?kota|daerah|wilayah)"
    r"(?= (?:yang |dengan |rawan |masuk |tergolong |berkategori |kategori |berstatus )|,| ada )"
)
_NUMBER_BEHIND = re.compile(
    r"(?: itu)?(?P<told>[\s,]*:|,? (?:hanya |cuma )?(?:ada|sebanyak|berjumlah|terdapat|jumlahnya|mencapai|"
    r"sejumlah))?\s"
    rf"(?P<n>{NUMBER_WORDS}|\d{{1,3}})(?: (?:daerah|wilayah))?(?=\s*(?:[,;)\"]|\.(?!\d)|$| (?:dan|serta|"
    rf"sedangkan|sementara|lalu)(?![a-z])))(?!,\d)"
)
_NONE_BEHIND = re.compile(
    r"(?: sendiri| itu|nya)?[\s,:]+(?P<none>nihil|kosong|(?:memang |sama sekali )?(?:tidak|tak) (?:ada|terdapat|"
    r"(?:satu ?)pun)"
    r"(?: satu ?pun)?(?: daerah| wilayah)?(?: yang masuk| yang)?)(?: sama sekali)?(?=\s*(?:[.,;)\"]|$|(?:dan|"
    r"sedangkan)(?![a-z])))"
)
_CONTRIBUTES = re.compile(r"(?<![a-z])(?:menyumbang(?:kan)?|berkontribusi|kontribusi|punya andil)(?![a-z])")
_PART_OF_PROVINCE = re.compile(
    r"\s(?:di|se-?)\s?(?:pulau|kawasan|eks|karesidenan|pesisir|pantura|tapal kuda|madura|[a-z]+ raya|"
    r"(?:wilayah|bagian) (?:utara|selatan|barat|timur|tengah))(?![a-z])"
)
"""Words behind a level by which a count is of a part of the province: "tiga daerah rawan tinggi di Pulau Alfa"."""
_IN = re.compile(r"\s(?:yang ada )?di\s")
_HAS = re.compile(r"\s(?:memiliki|mempunyai|punya)\s(?:sebanyak |ada )?")
"""What stands between a regency and the number of its own parts: "Alfa memiliki tiga daerah rawan tinggi"."""
_AND_KIND = re.compile(rf",? (?:dan|serta|dan juga) (?:\d{{1,3}}|{NUMBER_WORDS}) (?:kabupaten|kota)(?![a-z/])")
"""The number of the other kind behind one: "dua kabupaten dan tiga kota rawan tinggi" counts five."""
_ONE_KIND = re.compile(
    rf"(?:\d|(?<![a-z])(?:{NUMBER_WORDS})) kabupaten (?:dengan |yang |masuk |ber|kategori |rawan |kerawanan )"
    rf".*(?:\d|(?<![a-z])(?:{NUMBER_WORDS})) kota (?:dengan |yang |masuk |ber|kategori |rawan |kerawanan )"
)
"""Regencies and cities of a level counted apart: neither is the number of both."""
_KINDS = {"regency": "kab", "city": "kota"}
_BOTH_KINDS = re.compile(
    r"(?<![a-z])kab(?:upaten|\.)?\s?(?:/|dan|maupun|atau|serta)\s?kota|kota\s?(?:/|dan|maupun|atau)\s?kab"
)
_SERIES = 2
_NEAR_REGION = 12
_COLON = re.compile(r"\s*:\s*")
_BARE_LEVEL = re.compile(r"\s(?:yang |masuk |berkategori |berstatus |dalam |kategori )*")
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:()\"]|$|(?:dan|serta|sedangkan|sementara|lalu|di|se-?\s?\w+)(?![a-z]))")
_AND_OTHERS = re.compile(r"[a-z] (?:dan|serta|bersama(?: dengan)?|beserta)(?: ada)?\s$")
_OTHERS = re.compile(r"\s(?:lain|lainnya)(?![a-z])")
_FEW = 3  # "satu dari dua daerah rawan tinggi" announces nothing


def bind_tallies(line: Line) -> tuple[Tallied, ...]:
    """Pair each count of regions with its category. Universes ("dari 34 provinsi") are left out."""
    categories = [mark for mark in line.marks if isinstance(mark, CategoryMark)]
    counts = [mark for mark in line.marks if isinstance(mark, CountMark) and not _is_no_tally(line, mark)]
    edges = [line.start, *(count.end for count in counts)], [*(count.start for count in counts), line.end]
    found: list[Tallied] = []
    for index, count in enumerate(counts):
        before = [mark for mark in categories if edges[0][index] <= mark.start and mark.end <= count.start]
        behind = [mark for mark in categories if count.end <= mark.start < edges[1][index + 1]]
        used = {one.category.start for one in found}
        bound = _bind(line, count, [mark for mark in before if mark.start not in used], behind)
        if bound is not None:
            found.append(bound)
    found += _coordinated(line, counts, categories, found)
    found += _elliptic(line, counts, categories, found)
    return tuple(found + _numbers_behind(line, counts, categories, found))


def _is_no_tally(line: Line, count: CountMark) -> bool:
    return _is_breakdown(line, count) or _is_rest_of_row(line, count)


def _is_rest_of_row(line: Line, count: CountMark) -> bool:
    """Tell whether a count only adds to the regions named before it: "Alfa, Beta, dan empat kabupaten lainnya"."""
    ends = [mention.end for mention, _ in line.regions if mention.end <= count.start]
    joined = bool(ends) and _AND.fullmatch(line.between(ends[-1], count.start)) is not None
    return joined and _OTHERS.match(line.between(count.end, line.end)) is not None


def _is_breakdown(line: Line, count: CountMark) -> bool:
    """Tell whether a count stands in brackets behind another: "empat daerah (tiga kabupaten dan satu kota)"."""
    opened = _BREAKDOWN.search(line.between(line.start, count.start))
    before = [mark.end for mark in line.marks if isinstance(mark, CountMark) and mark.end <= count.start]
    return opened is not None and any(end <= line.start + opened.start() <= end + 3 for end in before)


def _bind(line: Line, count: CountMark, before: list[CategoryMark], behind: list[CategoryMark]) -> Tallied | None:
    """Choose between the category before a count and the one behind it; close behind goes first."""
    if not count.n:  # "tak satu pun rawan sangat tinggi" does not deny the level below
        behind = [mark for mark in behind if "sangat" not in line.between(mark.start, mark.end)]
    ahead = next((mark for mark in reversed(before) if mark.plain or _is_of_dimension(line, mark)), None)
    after = next((mark for mark in behind if mark.plain and (not count.n or holds(line, mark))), None)
    gap = line.between(count.end, after.start) if after else ""
    close = after is not None and "," not in gap and len(gap) < 60 and not _NEXT_CLAUSE.match(gap)
    bound = ahead is not None and _CATEGORY_FIRST.fullmatch(line.between(ahead.end, count.start)) is not None
    if ahead and bound and _COLON.fullmatch(line.between(ahead.end, count.start)):
        close = False  # "Rawan tinggi: 4 kabupaten/kota"
    if ahead and bound and not count.universe and not close:
        return Tallied(count=count, category=ahead, rule=CATEGORY_FIRST)
    if after and _counts_level(line, count, after, gap):
        return Tallied(count=count, category=after, rule=COUNT_FIRST)
    return None


def _is_of_dimension(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a bare level is a dimension's: "pada dimensi kontestasi, yang tinggi ada di tiga daerah"."""
    named = any(dim.named and dim.end <= mark.start for dim in real_dimensions(line))
    return named and line.between(max(line.start, mark.start - 5), mark.start) == "yang "


def _counts_level(line: Line, count: CountMark, category: CategoryMark, gap: str) -> bool:
    if _AND_OTHERS.search(line.between(line.start, count.start)) and _OTHERS.match(
        line.between(count.end, line.end)
    ):
        return False  # "Alfa dan dua daerah lain": there is one more
    before = line.between(line.start, count.start)
    if count.universe and _RANK_OF.search(before) and not gap.startswith(" yang "):
        return False  # "peringkat ke-24 dari 28 provinsi dengan kerawanan sedang" ranks, and counts nothing
    if _PART_OF.search(before):
        return False
    one_of = count.level != "province" and _ONE_OF.search(line.between(line.start, count.start)) is not None
    gap = _IN_PLACE.sub(" ", gap) if _ALL.search(before) else gap
    if count.universe and (one_of or not _OF_THAT_LEVEL.fullmatch(gap)):
        return False
    between = (m for m, _ in line.regions if count.end <= m.start < category.start)
    named = sum(1 for mention in between if not is_container(line, mention))
    gap = _WITH_DIMENSION.sub(" ", gap)
    return named in {0, count.n} and len(gap) < 110 and not _OTHER_SUBJECT.search(gap) and not _OF_THEM.search(gap)


def _coordinated(
    line: Line, counts: list[CountMark], categories: list[CategoryMark], found: list[Tallied]
) -> list[Tallied]:
    """Read a bare level behind a count, where the line counts another in full: "... dan lima daerah sedang"."""
    result = []
    for count in counts if found else ():
        level = next((mark for mark in categories if mark.start >= count.end), None)
        if level is None or level.plain or any(one.count == count for one in found):
            continue
        beside = _BARE_LEVEL.fullmatch(line.between(count.end, level.start))
        if beside and _CLAUSE_ENDS.match(line.between(level.end, line.end)):
            result.append(Tallied(count=count, category=level, rule=COUNT_FIRST))
    return result


def _elliptic(
    line: Line, counts: list[CountMark], categories: list[CategoryMark], found: list[Tallied]
) -> list[Tallied]:
    """Read counts that leave their noun out: "enam yang rawan tinggi, 58 sedang, dan 90 rendah"."""
    short = list(_SHORT.finditer(line.lower))
    noun = _NOUN.search(line.lower)
    if not counts and (noun is None or len(short) < _SERIES):
        return []
    level = next((count.level for count in counts if count.level), None) or _level_named(noun)
    nouns = [(count.start, count.end) for count in counts]
    taken = {one.category.start for one in found}
    result = []
    for match in short:
        start, end, stop = (line.start + place for place in (match.start(), match.end("n"), match.end()))
        mark = next((m for m in categories if m.start <= stop <= m.end and m.start not in taken), None)
        n = parse_count(match["n"])
        if mark is not None and n is not None and not overlaps(start, end, nouns):
            count = CountMark(start=start, end=end, n=n, level=level, universe=False)
            result.append(Tallied(count=count, category=mark, rule=COUNT_FIRST))
    return result


def _numbers_behind(
    line: Line, counts: list[CountMark], categories: list[CategoryMark], found: list[Tallied]
) -> list[Tallied]:
    """Read numbers without a noun behind their level: "Daerah rawan tinggi ada empat, rawan sedang 20"."""
    noun = _NOUN.search(line.lower)
    level = next((count.level for count in counts if count.level), None) or _level_named(noun)
    taken = [(one.count.start, one.count.end) for one in found]
    taken += [(count.start, count.end) for count in counts]
    used = {one.category.start for one in found}
    result: list[Tallied] = []
    for mark in categories:
        none = _NONE_BEHIND.match(line.lower, mark.end - line.start) if mark.plain else None
        if none and mark.start not in used and not overlaps(mark.end, line.start + none.end(), taken):
            start, end = line.start + none.start("none"), line.start + none.end("none")
            count = CountMark(start=start, end=end, n=0, level=level, universe=False)
            result.append(Tallied(count=count, category=mark, rule=CATEGORY_FIRST))
            continue
        match = _NUMBER_BEHIND.match(line.lower, mark.end - line.start)
        n = parse_count(match["n"]) if match else None
        if match is None or n is None or mark.start in used or not (noun or found or result):
            continue
        start, end = (line.start + match.start("n"), line.start + match.end("n"))
        told = mark.plain or match["told"] or found or result
        if told and not overlaps(start, end, taken) and not _is_of_regions(line, mark):
            count = CountMark(start=start, end=end, n=n, level=level, universe=False)
            result.append(Tallied(count=count, category=mark, rule=CATEGORY_FIRST))
    return result


def _is_of_regions(line: Line, mark: CategoryMark) -> bool:
    """Tell whether a region stands right before a level: "Alfa rawan tinggi 3" counts something of its own."""
    ends = [mention.end for mention, _ in line.regions if mention.end <= mark.start]
    return bool(ends) and len(line.between(ends[-1], mark.start)) < _NEAR_REGION


def _level_named(noun: re.Match[str] | None) -> TallyLevel | None:
    if noun is None or noun.group().startswith(("daerah", "wilayah")):
        return None
    return "province" if noun.group().startswith("prov") else "regency_city"


def tally_drafts(line: Line, tallied: tuple[Tallied, ...], scene: Scene) -> tuple[Draft, ...]:
    """Turn tallies into drafts, each with its scope and level."""
    drafts = []
    dimension = dimension_of_tally(line)
    for one in tallied:
        scope = scope_of(line, one.count, scene)
        level = one.count.level or level_of_scope(line, scope, scene)
        editions, previous = line.edition_at(one.count.start)
        low, high = min(one.count.start, one.category.start), max(one.count.end, one.category.end)
        drafts.append(
            Draft(
                type="tally",
                subject=Subject(code=scope, doubt=0.0 if scope else 1.0),
                edition=editions[0],
                previous=previous,
                span=line.span(low, high),
                rule=one.rule,
                confidence=min(
                    _confidence(line, one, known=scope is not None), _sureness(line, one, scope, scene)
                ),
                scope_code=scope,
                level=level,
                category=one.category.category,
                n=one.count.n,
                dimension=dimension,
            )
        )
    return tuple(drafts)


def _confidence(line: Line, one: Tallied, *, known: bool) -> float:
    about = _ABOUT_SO_MANY.search(line.between(line.start, one.count.start)) is not None
    return 0.5 if not known else KNOWN_DOUBT if about else 0.93


def _sureness(line: Line, one: Tallied, scope: str | None, scene: Scene) -> float:
    """Return how sure a count is whose whole is in doubt: of the nation or a province, of one kind of parts."""
    provinces = scope == "ID" and one.count.level == "province"
    both = any(m for m, s in line.regions if s.code not in {None, "ID"} and is_container(line, m))
    nation = NATION.search(line.lower) is not None or scope == "ID"
    kind = _noun_of(line, one.count)
    if scope == "ID" and _CONTRIBUTES.search(line.lower):
        return KNOWN_DOUBT
    if _PART_OF_PROVINCE.match(line.between(one.category.end, line.end)) or _is_of_regency(line, one.count):
        return KNOWN_DOUBT
    if one.count.level == "district" and scope != scene.context.own and not line.regions:
        return KNOWN_DOUBT  # of an office's region, which the line does not name
    halves = _ONE_KIND.search(line.lower) is not None and "/" not in kind and "dan" not in kind
    halves = halves or (_BOTH_KINDS.search(line.lower) is None and _is_of_one_kind(kind, scope, scene))
    halves = halves or _AND_KIND.match(line.lower, one.count.end - line.start) is not None
    return KNOWN_DOUBT if (both and nation and not provinces) or (halves and scope != "ID") else 1.0


def _noun_of(line: Line, count: CountMark) -> str:
    """Return a count with its noun; one without has that before: "9 kabupaten rawan tinggi dan 12 sedang"."""
    marked = [mark for mark in line.marks if isinstance(mark, CountMark)]
    before = [mark for mark in marked if mark.end <= count.start]
    told = count if count in marked or not before else before[-1]
    return line.between(told.start, told.end + 1)


def _is_of_one_kind(noun: str, scope: str | None, scene: Scene) -> bool:
    """Tell whether a count is of the cities or of the regencies of a province that has both."""
    named = {kind for kind, word in _KINDS.items() if re.search(rf"(?<![a-z]){word}", noun)}
    parts = {scene.places.regions[code].level for code in scene.places.parts_of(scope)}
    return len(named) == 1 and len(parts & _KINDS.keys()) > 1


def _is_of_regency(line: Line, count: CountMark) -> bool:
    """Tell whether a count is of what a regency has: "Kabupaten Alfa memiliki tiga daerah rawan tinggi"."""
    if count.level == "district":
        return False
    regencies = [mention for mention, subject in line.regions if "." in (subject.code or "")]
    return any(
        _HAS.fullmatch(line.between(mention.end, count.start))
        or _IN.fullmatch(line.between(count.end, mention.start))
        for mention in regencies
    )


def dimension_of_tally(line: Line) -> str | None:
    """Return the dimension or stage that a line counts levels of, None for the index as a whole."""
    named = [mark for mark in real_dimensions(line) if mark.named]
    return named[0].key if named else line.inherited.dimension


def announced(line: Line, tallied: Sequence[Tallied]) -> Tallied | None:
    """Return the tally by which a line announces regions without naming them, else None."""
    if len(tallied) != 1 or (tallied[0].count.universe and tallied[0].count.n < _FEW):
        return None
    one = tallied[0]
    behind = [mention for mention, _ in line.regions if mention.start > max(one.count.end, one.category.end)]
    return one if all(is_container(line, mention) for mention in behind) else None
