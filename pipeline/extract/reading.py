"""Reading a scene from top to bottom: each unit goes to the rules with what it inherits from the text before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.issues import ITEM, Phrase, phrase_drafts, prose_drafts, station_drafts
from pipeline.extract.levels import ANNOUNCED, Leveled, bind_levels, level_drafts
from pipeline.extract.line import Inherited, Line, is_aside, is_container, make_line, real_dimensions
from pipeline.extract.marks import CategoryMark, CountMark, NumberMark
from pipeline.extract.scene import is_row
from pipeline.extract.score_drafts import national_drafts, rank_drafts, score_drafts
from pipeline.extract.scores import Scored, bind_scores
from pipeline.extract.tables import fused_drafts, fused_runs, table_drafts
from pipeline.extract.tallies import Tallied, announced, bind_tallies, tally_drafts
from pipeline.model import Category, Span

if TYPE_CHECKING:
    from pipeline.extract.regions import Mention
    from pipeline.extract.scene import Scene, Unit

MITIGATION = Rule(id="mitigation.item", version=1)
"""An item of a list of strategies."""

_GOES_ON = re.compile(
    r"^\W*(?:di ?antaranya|antara lain|yakni|yaitu|kemudian|lalu|berikutnya|selanjutnya|disusul|di bawahnya|menyusul|adapun|serta|lima provinsi|"
    r"selain itu ada|juga|ada juga|kelimanya|ketiganya|keduanya|keempatnya|rinciannya|termasuk)"
)
_MORE_ISSUES = re.compile(
    r"^\W*(?:kemudian|selanjutnya|lalu|misalnya|selain itu|yakni|termasuk|serta|juga|berikutnya|ada juga|terakhir|terkahir|"
    r"lainnya|masalah lain|indikator lain|sementara|ditambah|tak hanya itu|bahkan)"
)
_ABOUT_STATIONS = re.compile(
    r"tps (?:yang )?(?:paling )?rawan|(?:ke)?rawan(?:an)? (?:di )?(?:tps|tempat pemungutan)|potensi tps"
)
_AGGREGATE = re.compile(
    r"agregasi|agregat|akumulasi|rata-rata (?:skor )?(?:ikp )?(?:dari )?kabupaten|berdasarkan (?:data |skor |input )*kabupaten/kota"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A level that was announced for ``n`` regions which have not been named yet."""

    category: Category
    n: int
    span: Span
    age: int = 0
    named: tuple[tuple[Subject, Span], ...] = ()
    edition: str | None = None


@dataclass(slots=True)
class _State:
    """What is carried from sentence to sentence while a document is read."""

    base: Inherited
    subjects: tuple[Subject, ...] = ()
    open_category: tuple[Category, Span] | None = None
    open_dimension: str | None = None
    leading_dimension: str | None = None
    announcement: Announcement | None = None
    scores: bool = False
    aggregate: bool = False
    issues: bool = False
    tallies: list[Tallied] = field(default_factory=list)
    leads: dict[int, Inherited] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)


def read_scene(scene: Scene, edition: str | None, scale: Decimal) -> tuple[Draft, ...]:
    """Read every unit and return all drafts, in reading order. ``scale`` is the highest possible score."""
    state = _State(base=Inherited(edition=edition, scale=scale))
    about_stations = _ABOUT_STATIONS.search(_all_text(scene)) is not None
    fused = {id(unit): run for run in fused_runs(_readable(scene)) for unit in run}
    done: set[int] = set()
    for key, group in groupby(_readable(scene), key=_table_of):
        members = list(group)
        if key is not None:
            state.drafts.extend(table_drafts(members, _lead_of(members[0], state), scene))
            continue
        for unit in members:
            run = fused.get(id(unit))
            if run is None:
                _read_unit(unit, scene, state, about_stations=about_stations)
            elif id(run) not in done:
                done.add(id(run))
                state.drafts.extend(fused_drafts(run, _lead_of(unit, state), scene))
    return tuple(state.drafts)


def _all_text(scene: Scene) -> str:
    return " ".join(unit.passage.lower for unit in _readable(scene))


def _readable(scene: Scene) -> list[Unit]:
    return [unit for unit in scene.units if unit.role != "furniture" and unit.passage.text]


def _table_of(unit: Unit) -> int | None:
    return unit.block.table if unit.block.kind == "table_row" else None


def _lead_of(unit: Unit, state: _State) -> Inherited:
    return state.leads.get(unit.lead, state.base) if unit.lead is not None else state.base


def _read_unit(unit: Unit, scene: Scene, state: _State, *, about_stations: bool) -> None:
    item = unit.block.kind == "list_item" or (unit.lead is not None and is_row(unit))
    if item and _read_item(unit, scene, state, about_stations=about_stations):
        if unit.is_lead:
            state.leads[unit.position] = _as_lead(unit, scene, state)
        return
    sentences = unit.passage.sentences
    for number, bounds in enumerate(sentences):
        inherited = _inherit(unit, bounds, state, first=number == 0)
        line = make_line(scene, unit, bounds, inherited)
        _read_line(line, scene, state, about_stations=about_stations)
    if unit.is_lead:
        state.leads[unit.position] = _as_lead(unit, scene, state)


def _read_item(unit: Unit, scene: Scene, state: _State, *, about_stations: bool) -> bool:
    """Read a list item as a whole; False leaves it to be read as running text."""
    if unit.role == "strategies":
        state.drafts.append(_mitigation(unit, scene, state))
        return True
    inherited = replace(_lead_of(unit, state), listed=True, subjects=state.subjects)
    line = make_line(scene, unit, (0, len(unit.passage.text)), inherited)
    if about_stations and (stations := station_drafts(line, scene)):
        state.drafts.extend(stations)
        return True
    if unit.role in {"objectives", "instrument"}:
        return True
    whole = len(unit.passage.sentences) <= 2
    if line.regions and not line.inherited.category and not _has_value(line):
        return False
    if line.regions:
        _read_line(line, scene, state, about_stations=False, whole_item=True)
        return True
    if unit.role == "findings" and whole and not _has_value(line):
        state.drafts.extend(_item_issue(unit, line, scene))
        return True
    return False


def _has_value(line: Line) -> bool:
    return any(isinstance(mark, (NumberMark, CategoryMark)) for mark in line.marks)


def _item_issue(unit: Unit, line: Line, scene: Scene) -> list[Draft]:
    drafts: list[Draft] = []
    for match in re.finditer(r"[^;]+", unit.passage.text):
        text = match.group().strip(" .,;")
        if len(text) < 4:
            continue
        low = match.start() + len(match.group()) - len(match.group().lstrip(" .,;"))
        phrase = Phrase(text=text, span=unit.span(low, low + len(text)))
        edition = line.edition_at(low, issue=True)[0][0]
        drafts.extend(phrase_drafts(phrase, scene.own(), edition, scene, rule=ITEM, keep_unknown=True))
    return drafts


def _mitigation(unit: Unit, scene: Scene, state: _State) -> Draft:
    return Draft(
        type="mitigation",
        subject=scene.own(),
        edition=state.base.edition,
        span=unit.block.span,
        rule=MITIGATION,
        confidence=0.9,
        label=re.sub(r"\s+", " ", unit.passage.text).strip(" .;"),
    )


def _inherit(unit: Unit, bounds: tuple[int, int], state: _State, *, first: bool) -> Inherited:
    lower = unit.passage.lower[bounds[0] : bounds[1]]
    category = state.open_category if _GOES_ON.match(lower) else None
    if not first and category is None:
        state.open_category = None
    return replace(
        state.base,
        subjects=state.subjects,
        scores=state.scores,
        category=category[0] if category else None,
        category_span=category[1] if category else None,
        dimension=state.open_dimension if category else state.leading_dimension if _GOES_ON.match(lower) else None,
    )


def _read_line(line: Line, scene: Scene, state: _State, *, about_stations: bool, whole_item: bool = False) -> None:
    scored = bind_scores(line, scene)
    tallied = bind_tallies(line)
    leveled = bind_levels(line, scene, tallied) or _recalled(line, state)
    basis_known = _AGGREGATE.search(line.lower) is not None
    state.aggregate = basis_known or (state.aggregate and not re.search(r"tingkat provinsi|input", line.lower))
    drafts = [
        *score_drafts(line, scored),
        *rank_drafts(line, scored),
        *national_drafts(line),
        *level_drafts(line, leveled),
        *tally_drafts(line, tallied, scene),
    ]
    state.drafts.extend(_with_basis(drafts, scene, aggregate=state.aggregate))
    if not whole_item:
        goes_on = state.issues and _MORE_ISSUES.match(line.lower) is not None
        issues = prose_drafts(line, scene, about_stations=about_stations, goes_on=goes_on)
        state.issues = bool(issues)
        state.drafts.extend(issues)
    _follow_announcement(line, state, leveled, [s.subject for s in scored if not s.dimensions])
    state.scores = bool(scored)
    state.leading_dimension = _leading_dimension(line, scored)
    _carry(line, scene, state, leveled)
    news = announced(line, tallied)
    if news is not None:
        one = tallied[0]
        span = line.span(min(one.count.start, one.category.start), max(one.count.end, one.category.end))
        state.announcement = Announcement(
            category=news[0], n=news[1], span=span, edition=line.edition_at(one.count.start)[0][0]
        )
    elif tallied or any(one.dimension is None for one in leveled):
        state.announcement = None
    state.tallies.extend(tallied)


def _leading_dimension(line: Line, scored: Sequence[Scored]) -> str | None:
    """Return the dimension that a line names before its regions and all its scores belong to, for the next line."""
    dimensions = real_dimensions(line)
    keys = {key for one in scored for key in one.dimensions}
    first = min((mention.start for mention, _ in line.regions), default=line.end)
    if len(keys) == 1 and dimensions and dimensions[0].start < first:
        return min(keys)
    return line.inherited.dimension if scored and not dimensions else None


def _recalled(line: Line, state: _State) -> tuple[Leveled, ...]:
    """Give a counted list the level that the same count had before.

    "Lima provinsi berkategori rawan tinggi ... Lima provinsi teratas adalah Alfa, Beta ...": exactly as many
    regions must follow, and only one level may have had that count.
    """
    counts = [mark for mark in line.marks if isinstance(mark, CountMark) and not mark.universe]
    if (
        len(counts) != 1
        or not line.has("intro")
        or any(isinstance(m, CategoryMark) and m.plain for m in line.marks)
    ):
        return ()
    pairs = [pair for pair in line.regions if pair[0].start > counts[0].end]
    levels = {
        t.category.category for t in state.tallies if t.count.n == counts[0].n and t.count.level == counts[0].level
    }
    if len(levels) != 1 or len(pairs) != counts[0].n:
        return ()
    return tuple(
        Leveled(mark=None, category=min(levels), subject=subject, mention=mention, dimension=None, rule=ANNOUNCED)
        for mention, subject in pairs
    )


def _with_basis(drafts: Sequence[Draft], scene: Scene, *, aggregate: bool) -> Iterator[Draft]:
    """Tell a province's own score from the mean of its regencies and cities."""
    for draft in drafts:
        region = scene.places.regions.get(draft.subject.code or "")
        if draft.type == "score" and draft.score is not None and region is not None and region.level == "province":
            yield replace(draft, basis="agregat_kabkota" if aggregate else "provinsi")
        else:
            yield draft


def _is_venue(line: Line, mention: Mention) -> bool:
    """Tell whether a region only says where something took place or was said: "digelar di Kota Alfa, Senin"."""
    if not is_container(line, mention):
        return False
    before = line.between(max(line.start, mention.start - 70), mention.start)
    behind = line.between(mention.end, min(line.end, mention.end + 14))
    return (
        mention.prefix is None
        or re.search(
            r"digelar|berlangsung|dilaksanakan|diselenggarakan|bertempat|hotel|aula|kantor|gedung|kata|ujar|ungkap",
            before,
        )
        is not None
        or re.match(r",?\s(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|\()", behind) is not None
    )


def _carry(line: Line, scene: Scene, state: _State, leveled: Sequence[Leveled]) -> None:
    """Remember the regions and the open category for the next sentence; a caption of a few words changes nothing."""
    if not line.marks and len(line.lower.split()) <= 4:
        return
    bound = {one.subject.code for one in leveled}
    named = tuple(
        subject
        for mention, subject in line.regions
        if subject.code is not None
        and (subject.code in bound or not (_is_venue(line, mention) or is_aside(line, mention)))
    )
    if named:
        state.subjects = named
    elif speaker := scene.speaker(line.unit, line.start, line.end):
        state.subjects = (speaker,)
    marks = [mark for mark in line.marks if isinstance(mark, CategoryMark) and mark.plain]
    if marks:
        last = marks[-1]
        state.open_category = (last.category, line.span(last.start, last.end))
        state.open_dimension = leveled[-1].dimension if leveled and not state.scores else None
    elif not (line.inherited.category and line.regions):
        state.open_category = state.open_category if not line.regions else None


def _follow_announcement(line: Line, state: _State, leveled: Sequence[Leveled], scored: Sequence[Subject]) -> None:
    """Give an announced level to the regions named next, once exactly as many as announced have been named."""
    news = state.announcement
    if news is None or any(one.dimension is None for one in leveled):
        return
    named = [s for m, s in line.regions if not is_container(line, m) and not is_aside(line, m)]
    fresh = tuple(
        (subject, Span(start=subject.start, end=subject.end))
        for subject in dict.fromkeys([*scored, *named])
        if subject.code is not None
        and not subject.carried
        and all(subject.code != old.code for old, _ in news.named)
    )
    news = replace(news, named=news.named + fresh, age=news.age + (0 if fresh else 1))
    state.announcement = news if news.age <= 3 and len(news.named) < news.n else None
    if len(news.named) == news.n:
        state.drafts.extend(
            Draft(
                type="category", subject=subject, edition=news.edition, span=span, rule=ANNOUNCED,
                confidence=0.88, category=news.category,
            )
            for subject, span in news.named
        )  # fmt: skip


def _as_lead(unit: Unit, scene: Scene, state: _State) -> Inherited:
    """Return what the items of a list inherit from its lead: level, dimension, edition, and whether scores come."""
    bounds = unit.passage.sentences[-1] if unit.passage.sentences else (0, len(unit.passage.text))
    line = make_line(scene, unit, bounds, state.base)
    marks = [mark for mark in line.marks if isinstance(mark, CategoryMark)]
    levels = {mark.category for mark in marks}
    dimensions = [mark for mark in real_dimensions(line) if mark.named]
    category = marks[-1] if len(levels) == 1 else None
    position = category.start if category else line.end
    opened = (category.category, line.span(category.start, category.end)) if category else None
    if opened is None and line.has("pronoun"):
        opened = state.open_category
    return replace(
        state.base,
        edition=line.edition_at(position)[0][0],
        category=opened[0] if opened else None,
        category_span=opened[1] if opened else None,
        dimension=dimensions[-1].key if len(dimensions) == 1 else None,
        scores=re.search(r"skor|nilai|indeks|ikp|score|poin|peringkat|tertinggi", line.lower) is not None,
        listed=True,
    )
