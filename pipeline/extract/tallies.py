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
from pipeline.extract.scene.rows import last_in_a_row
from pipeline.extract.scene.statements import holds
from pipeline.extract.tally_doubts import confidence_of
from pipeline.extract.tally_rows import collective, named_apart, none_of
from pipeline.extract.tally_scopes import is_in_part_of_nation, level_of_scope, scope_of
from pipeline.extract.words.values import CHANGED, NUMBER_WORDS, parse_count
from pipeline.model import TallyLevel

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scene.scene import Scene

COUNT_FIRST = Rule(id="tally.count_first", version=4)
"""How many regions fall into a category, the count before the category.

> Sebanyak 7 kabupaten/kota di Jawa Tengah masuk kategori rawan tinggi. Tak satu pun kabupaten/kota rawan rendah.
"""
CATEGORY_FIRST = Rule(id="tally.category_first", version=4)
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
    r"(?:,? (?:kata|ujar|menurut)(?:nya| [a-z]+)?,| [a-z]+ (?:menyebut|mencatat))?[\s,:(\"]*+"
    r"(?:yang |itu |nya |sendiri |di \w+ )?"
    r"(?:sebanyak|ada(?: di)?|berjumlah|mencapai|yaitu|yakni|terdapat(?: di)?|hanya|adalah|jumlahnya|ialah|"
    r"sejumlah|untuk|tercatat|terdiri dari|di)?[\s,:(\"]*+"
    r"(?:\d{1,3}(?:[.,]\d+)?\s?(?:persen|%)[\s,:(]*+(?:yaitu|yakni|atau|setara)?[\s,:(]*)?(?:ada |sebanyak )?"
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
_OF_THEM = re.compile(
    rf"(?:\d|(?<![a-z])(?:{NUMBER_WORDS})) di ?antaranya|"
    rf"[,:;]\s(?:hanya |cuma |ada )?(?:{NUMBER_WORDS}|\d{{1,3}}) (?:(?:yang|masuk|rawan|kategori|berkategori) )*$"
)
"""Another number between a count and a level, which counts those: "tujuh provinsi, tiga rawan tinggi"."""
_ONE_OF = re.compile(r"(?:salah satu|satu|termasuk)(?: (?:di ?)?antara)?(?: dari)?\s*$")
_PART_OF = re.compile(
    r"(?:separuh|setengah|paruh|seperempat|sepertiga|seperlima|(?:dua|tiga|empat) per[a-z]+|"
    r"sebagian(?: besar| kecil)?|"
    r"mayoritas|persen|%|kebanyakan|beberapa|sejumlah|banyak)(?:nya)?,? (?:dari |di antara )"
    r"(?:total |seluruh |jumlah )*$"
)
"""Words before a universe of which some share is meant: "sepertiga dari 35 kabupaten/kota"."""
_ALL = re.compile(r"(?:seluruh|semua)\s$")
_IN_PLACE = re.compile(
    r"^ (?:yang ada )?(?:di|se-?) ?(?:provinsi )?[a-z]+(?: [a-z]+)? (?=masuk|ber|ter|yang|dengan|rawan|kategori|"
    r"semua|seluruh)"
)
_RANK_OF = re.compile(r"(?:peringkat|urutan|posisi|ranking|rangking|nomor)(?: urut)? (?:ke[ -]*)?[a-z\d]+ dari\s$")
_AND = re.compile(r",? (?:dan|serta|maupun|bersama|beserta|plus) ")
_BREAKDOWN = re.compile(r"\([^)]*$")
_OTHER_SUBJECT = re.compile(
    rf"[.;](?!\d)|indikator|dimensi|(?<![a-z])(?:{CHANGED}|"
    r"tertinggi|teratas|terbesar|terawan|paling)(?![a-z])|"
    r"(?<![a-z])(?:tidak|tak) (?:ada |terdapat |satu ?pun|seorang)"
)
"""Words between a count and a level that it is not counted with: of a change, of the highest alone."""
_WITH_DIMENSION = re.compile(r"\syang (?:pada |di |dalam |untuk )?(?:dimensi|konteks|tahapan|aspek)\s")
_SHORT = re.compile(
    rf"(?<![\w.,])(?P<n>{NUMBER_WORDS}|\d{{1,3}}(?:\.\d{{3}})*)"
    rf"(?: dari(?: total)? (?:{NUMBER_WORDS}|\d{{1,3}}))?"
    r"(?P<rest> (?:di antaranya|lainnya|sisanya|lagi|daerah lain))?(?:\s?\([^)]{1,12}\))?\s"
    r"(?:(?:masuk|dalam|berkategori|berstatus|tergolong|kategori|kerawanan|rawan|yang|berada|ada|di|pada|zona|"
    r"level|status|dianggap|dinilai|dinyatakan|digolongkan|dikategorikan|dikelompokkan|termasuk) ){0,5}"
    r"(?=(?:tinggi|sedang|rendah|merah|kuning|hijau)(?![a-z]))"
)
_NOUN = re.compile(
    r"(?<![a-z])(?:provinsi|kabupaten ?(?:/|dan) ?kota|kab ?/ ?kota|daerah|wilayah)"
    r"(?= (?:yang |dengan |rawan |masuk |tergolong |berkategori |berkerawanan |kategori |berstatus )|,| ada )"
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
_SERIES = 2
_NEAR_REGION = 12
_COLON = re.compile(r"\s*:\s*")
_BARE_LEVEL = re.compile(
    r"\s(?:yang |masuk |berkategori |berstatus |dalam |kategori |juga |pun |masih |kini |tetap )*"
)
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:()\"]|$|(?:dan|serta|sedangkan|sementara|lalu|di|se-?\s?\w+)(?![a-z]))")
_OF_SO_MANY = re.compile(r"(?<![a-z])dari ")
_OF_ORDINAL = re.compile(r"(?<![a-z])ke[a-z]+ (?:puluh|belas)\s$")  # "ketiga puluh lima kabupaten"
_AREA = re.compile(r"(?:di|se-?) (?:tanah|pulau|daratan|kawasan)\s$")
_AND_OTHERS = re.compile(
    r"[a-z](?: (?:dan|serta|bersama(?: dengan)?|beserta)|,? (?:(?:sama )?seperti(?: halnya)?|sama dengan))"
    r"(?: ada)?\s$"
)
_OTHERS = re.compile(r"\s(?:lain|lainnya)(?![a-z])")
_LIKEWISE = re.compile(r"(?<![a-z])(?:juga|pun|ikut|turut|sama-sama)(?![a-z])")
_BESIDES = re.compile(r"^\W*(?:selain|di samping|di luar)(?![a-z])")
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
    found += _numbers_behind(line, counts, categories, found)
    found += _rows(line, counts, categories, found)
    return tuple(found)


def _is_no_tally(line: Line, count: CountMark) -> bool:
    of_ordinal = _OF_ORDINAL.search(line.between(line.start, count.start)) is not None
    return of_ordinal or _is_breakdown(line, count) or _is_rest_of_row(line, count) or _is_apposition(line, count)


def _is_rest_of_row(line: Line, count: CountMark) -> bool:
    """Tell whether a count only adds to the regions named before it: "Alfa, Beta, dan empat kabupaten lainnya"."""
    ends = [mention.end for mention, _ in line.regions if mention.end <= count.start]
    joined = bool(ends) and _AND.fullmatch(line.between(ends[-1], count.start)) is not None
    return joined and _OTHERS.match(line.between(count.end, line.end)) is not None


def _is_apposition(line: Line, count: CountMark) -> bool:
    """Tell whether a count is that of the regions right before it: "Alfa dan Beta, dua dari lima daerah rawan"."""
    row = last_in_a_row(line, [pair for pair in line.regions if pair[0].end <= count.start])
    named = bool(row) and not is_container(line, row[-1][0])
    beside = named and line.between(row[-1][0].end, count.start).strip(" ,") == ""
    return beside and len(row) == count.n and _OF_SO_MANY.search(line.between(count.start, count.end)) is not None


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
    apart = line.between(ahead.end, count.start).strip() == "," if ahead else False
    if apart and _OTHERS.match(line.between(count.end, line.end)):
        bound = False  # "Alfa rawan rendah, lima provinsi lain sedang"
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
    if _adds_to_others(line, count, gap):
        return False
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
    named = sum(1 for mention in between if not is_container(line, mention) and not _is_area(line, mention))
    gap = _WITH_DIMENSION.sub(" ", gap)
    return named in {0, count.n} and len(gap) < 110 and not _OTHER_SUBJECT.search(gap) and not _OF_THEM.search(gap)


def _adds_to_others(line: Line, count: CountMark, gap: str) -> bool:
    """Tell whether regions are counted beside one of their level: "Selain Alfa, dua daerah juga rawan tinggi"."""
    others = _OTHERS.match(line.between(count.end, line.end)) is not None and _LIKEWISE.search(gap) is not None
    beside = any(mention.end <= count.start for mention, _ in line.regions) and _BESIDES.match(line.lower)
    return others or bool(beside)


def _is_area(line: Line, mention: Mention) -> bool:
    """Tell whether a region's name is that of the land it lies in: "lima provinsi di Tanah Papua"."""
    return _AREA.search(line.between(line.start, mention.start)) is not None


def _coordinated(
    line: Line, counts: list[CountMark], categories: list[CategoryMark], found: list[Tallied]
) -> list[Tallied]:
    """Read a bare level behind a count, where the line counts another too: "... dan lima daerah sedang"."""
    result = []
    for count in counts if found or _SHORT.search(line.lower) else ():
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
    """Read counts that leave their noun out: "enam yang rawan tinggi, 58 sedang, dan 90 rendah".

    The sentence before may have told the noun: "Sisanya, 334 sedang dan 90 rendah", "Enam lainnya rawan sedang".
    """
    short = list(_SHORT.finditer(line.lower))
    noun = _NOUN.search(line.lower)
    told = line.inherited.counted
    goes_on = told is not None and (
        len(short) >= _SERIES or any(match["rest"] or not match.start() for match in short)
    )
    if not counts and not goes_on and (noun is None or len(short) < _SERIES):
        return []
    level = next((count.level for count in counts if count.level), None) or _level_named(noun)
    level = level or (told.level if told and goes_on and not counts else None)
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


def _rows(
    line: Line, counts: list[CountMark], categories: list[CategoryMark], found: list[Tallied]
) -> list[Tallied]:
    """Read counts that their regions follow, that nothing has, and those of all there are."""
    used = {one.category.start for one in found}
    marked = [*counts, *(one.count for one in found)]
    level = next((count.level for count in marked if count.level), None)
    result: list[Tallied] = []
    for mark in categories:
        told = bool(found or result)
        count = named_apart(line, mark, level, counted=bool(marked)) or collective(line, mark)
        count = count or (none_of(line, mark, level) if told else None)
        if count is not None and mark.start not in used and not overlaps(count.start, count.end, _taken(found)):
            result.append(Tallied(count=count, category=mark, rule=COUNT_FIRST))
    return result


def _taken(found: list[Tallied]) -> list[tuple[int, int]]:
    return [(one.count.start, one.count.end) for one in found]


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
        if is_in_part_of_nation(line, one.count):
            continue
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
                confidence=confidence_of(line, one.count, (low, high), scope, scene),
                scope_code=scope,
                level=level,
                category=one.category.category,
                n=one.count.n,
                dimension=dimension,
            )
        )
    return tuple(drafts)


def dimension_of_tally(line: Line) -> str | None:
    """Return the dimension or stage that a line counts levels of, None for the index as a whole."""
    named = [mark for mark in real_dimensions(line) if mark.named]
    return named[0].key if named else line.inherited.dimension


def announced(line: Line, tallied: Sequence[Tallied]) -> Tallied | None:
    """Return the tally by which a line announces regions without naming them, else None."""
    if len(tallied) != 1 or (tallied[0].count.universe and tallied[0].count.n < _FEW):
        return None
    one = tallied[0]
    low, high = min(one.count.start, one.category.start), max(one.count.end, one.category.end)
    inside = [m for m, _ in line.regions if low < m.start < high and not is_container(line, m)]
    if len(inside) == one.count.n:
        return None
    behind = [mention for mention, _ in line.regions if mention.start > high]
    return one if all(is_container(line, mention) for mention in behind) else None
