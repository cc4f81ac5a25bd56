"""Rules for tallies: how many regions of a level fall into a category."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.line import Line, holds, is_container, real_dimensions
from pipeline.extract.marks import CategoryMark, CountMark
from pipeline.extract.values import NUMBER_WORDS, parse_count
from pipeline.model import Category, TallyLevel

if TYPE_CHECKING:
    from pipeline.extract.scene import Scene

COUNT_FIRST = Rule(id="tally.count_first", version=1)
"""The count before its category: "7 kabupaten/kota masuk kategori rawan tinggi"."""
CATEGORY_FIRST = Rule(id="tally.category_first", version=1)
"""The category before its count: "rawan sedang sebanyak 349 kabupaten/kota"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallied:
    """A count bound to a category."""

    count: CountMark
    category: CategoryMark
    rule: Rule


def bind_tallies(line: Line) -> tuple[Tallied, ...]:
    """Pair each count of regions with the category it stands for. Universes ("dari 34 provinsi") are left out."""
    found: list[Tallied] = []
    categories = [mark for mark in line.marks if isinstance(mark, CategoryMark)]
    counts = [mark for mark in line.marks if isinstance(mark, CountMark)]
    for index, count in enumerate(counts):
        end = counts[index + 1].start if index + 1 < len(counts) else line.end
        begin = counts[index - 1].end if index else line.start
        bound = _category_for(line, count, categories, begin, end, {t.category.start for t in found})
        if bound is not None:
            found.append(bound)
    return tuple(found + _elliptic(line, counts, categories, found))


_SHORT = re.compile(
    rf"(?<![\w.,])(?P<n>{NUMBER_WORDS}|\d{{1,3}}(?:\.\d{{3}})*)(?: (?:di antaranya|lainnya|sisanya|lagi|daerah lain))?"
    r"(?:\s?\([^)]{1,12}\))?\s(?:(?:masuk|dalam|berkategori|berstatus|tergolong|kategori|kerawanan|rawan|yang) ){0,4}"
    r"(?=(?:tinggi|sedang|rendah)(?![a-z]))"
)


def _elliptic(
    line: Line, counts: list[CountMark], categories: list[CategoryMark], found: list[Tallied]
) -> list[Tallied]:
    """Read counts that leave their noun out: "enam yang rawan tinggi, 58 sedang, dan 90 rendah"."""
    if not counts:
        return []
    level = next((count.level for count in counts if count.level), None)
    taken = {one.category.start for one in found}
    result = []
    for match in _SHORT.finditer(line.lower):
        start, end = line.start + match.start(), line.start + match.end("n")
        stop = line.start + match.end()
        mark = next((m for m in categories if m.start <= stop <= m.end and m.start not in taken), None)
        n = parse_count(match["n"])
        if mark is not None and n is not None and not any(c.start < end and start < c.end for c in counts):
            count = CountMark(start=start, end=end, n=n, level=level, universe=False)
            result.append(Tallied(count=count, category=mark, rule=COUNT_FIRST))
    return result


def _category_for(
    line: Line, count: CountMark, categories: list[CategoryMark], begin: int, end: int, used: set[int]
) -> Tallied | None:
    before = [
        m for m in categories if begin <= m.start and m.end <= count.start and m.start not in used and m.plain
    ]
    behind = [m for m in categories if count.end <= m.start < end and m.plain and holds(line, m)]
    close = behind and "," not in (gap := line.between(count.end, behind[0].start)) and len(gap) < 60
    if before and not count.universe and not close:
        gap = line.between(before[-1].end, count.start)
        if re.fullmatch(
            r"[\s,:(\"]*(?:yang |itu |nya |sendiri |di \w+ )?(?:sebanyak|ada(?: di)?|berjumlah|mencapai|yaitu|yakni|terdapat(?: di)?|hanya|adalah|jumlahnya|ialah|sejumlah|untuk|tercatat|terdiri dari|di)?[\s,:(\"]*(?:ada |sebanyak )?",
            gap,
        ):
            return Tallied(count=count, category=before[-1], rule=CATEGORY_FIRST)
    if behind:
        gap = line.between(count.end, behind[0].start)
        universe = count.universe and not re.fullmatch(
            r"\s*(?:yang )?(?:masuk |termasuk |berada |tergolong )?(?:dalam |di |pada )?", gap
        )
        named = [
            m for m, _ in line.regions if count.end <= m.start < behind[0].start and not is_container(line, m)
        ]
        if not universe and not named and len(gap) < 110 and not re.search(r"[.;](?!\d)|indikator|dimensi", gap):
            return Tallied(count=count, category=behind[0], rule=COUNT_FIRST)
    return None


def tally_drafts(line: Line, tallied: tuple[Tallied, ...], scene: Scene) -> tuple[Draft, ...]:
    """Turn tallies into drafts, each with its scope and level."""
    drafts = []
    dimension = _dimension(line)
    for one in tallied:
        scope = _scope(line, one, scene)
        level = one.count.level or _level_of_scope(line, scope, scene)
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
                confidence=0.93 if scope else 0.5,
                scope_code=scope,
                level=level,
                category=one.category.category,
                n=one.count.n,
                dimension=dimension,
            )
        )
    return tuple(drafts)


def _dimension(line: Line) -> str | None:
    named = [mark for mark in real_dimensions(line) if mark.named]
    return named[0].key if named else line.inherited.dimension


def _level_of_scope(line: Line, scope: str | None, scene: Scene) -> TallyLevel:
    """Read "daerah" by what is listed: regencies in a province, else what the line's regions are."""
    if scope not in {None, "ID"}:
        return "regency_city"
    levels = [scene.places.regions[s.code].level for _, s in line.regions if s.code in scene.places.regions]
    return "province" if levels and all(level == "province" for level in levels) else "regency_city"


def _scope(line: Line, one: Tallied, scene: Scene) -> str | None:
    """Return the code of the region whose parts are counted: a province, or ID for the whole country."""
    if one.count.level == "province":
        return "ID"
    for mention, subject in line.regions:
        if (
            subject.code in scene.places.regions
            and scene.places.regions[str(subject.code)].level == "province"
            and is_container(line, mention)
        ):
            return subject.code
    if re.search(r"nasional|se-?\s?indonesia|seluruh indonesia|bawaslu ri\b|di indonesia", line.lower):
        return "ID"
    province = scene.places.province_of(scene.context.own)
    listed = {scene.places.province_of(s.code) for m, s in line.regions if s.code and m.start > one.count.end}
    if len(listed) > 2 or (listed and province not in listed):
        return "ID"
    if province is None:
        return "ID" if scene.context.own == "ID" else None
    size = sum(
        1 for r in scene.places.regions.values() if r.province == province and r.level in {"regency", "city"}
    )
    return province if one.count.n <= size else "ID"


def announced(line: Line, tallied: tuple[Tallied, ...]) -> tuple[Category, int] | None:
    """Return the category and number of regions that a line announces without naming them, else None."""
    if len(tallied) != 1 or tallied[0].count.universe:
        return None
    one = tallied[0]
    behind = [m for m, _ in line.regions if m.start > max(one.count.end, one.category.end)]
    if behind and not all(is_container(line, mention) for mention in behind):
        return None
    return one.category.category, one.count.n
