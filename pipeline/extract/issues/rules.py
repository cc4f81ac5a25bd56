"""Rules for indicators and issues: in lists, tables, running text and lists of polling stations."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.catalog.enumerations import listed_issues, shared_heads
from pipeline.extract.catalog.indicators import (
    IndicatorMatch,
    find_indicators,
    find_scattered_indicators,
    is_measure,
    match_indicator,
    may_mean,
)
from pipeline.extract.catalog.media import with_medium
from pipeline.extract.draft import Draft, Rule, Subject, doubted
from pipeline.extract.issues.cases import cases_beside, counted_phrases
from pipeline.extract.issues.denials import (
    DENIED,
    IS_THAT,
    WARNED,
    clause_around,
    is_graded,
    is_mended,
    is_of_other_votes,
    is_unreal,
    without,
)
from pipeline.extract.issues.regions import (
    PLACES,
    heads_regions,
    is_of_parts,
    is_only_a_place,
    region_list,
    subjects_at,
)
from pipeline.extract.scene.line import FOREIGN_VOICE, is_container
from pipeline.extract.scene.sections import Role, role_of_sentence
from pipeline.extract.words.values import NUMBER_WORDS
from pipeline.model import Span
from pipeline.reference.calibration import KNOWN_DOUBT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipeline.extract.editions.document import EditionMark
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene, Unit
    from pipeline.model import Status

ITEM = Rule(id="indicator.item", version=1)
"""A list item or table cell that is an indicator as a whole."""
PROSE = Rule(id="indicator.prose", version=1)
"""A wording of an indicator inside a sentence that speaks of what was found, or before the regions of an item."""
MENTIONED = Rule(id="indicator.mentioned", version=1)
"""A wording of an indicator in a sentence that does not say whether it was found: a question to a person."""
UNMAPPED = Rule(id="issue.item", version=1)
"""A list item under findings that is none of the 61 indicators."""
LISTED = Rule(id="issue.listed", version=1)
"""A member of an enumeration of issues in a sentence that is none of the 61 indicators and no known issue."""

HEADED = Rule(id="indicator.headed", version=1)
"""A region in a list under a heading that names an issue."""

_OF_STATIONS = frozenset({"TPS di wilayah rawan konflik"})
"""Issues that only a text on polling stations states: elsewhere "rawan konflik" just means vulnerable."""

_MENTIONED = 0.6
_REMARK = re.compile(
    r"(?<![a-z])(?:tematik|musuh|bahaya|haram|dilarang|(?:me)?(?:tolak|lawan)|menolak|melawan|harus|mesti|wajib|"
    r"jangan|"
    r"hindari|menghindari|anti)(?![a-z])"
)
"""Words of remarks on issues in general, and of indices that have one for their theme."""
_SEVERAL = 2
_LONG = 30  # characters of a wording that names an indicator in full
_POTENTIAL = re.compile(r"^\W*(?:potensi|berpotensi|kemungkinan|dugaan potensi)")
_NONE = re.compile(r"[:=(–-]\s?(?:nol|kosong|0|tidak|nihil)\W*$")
"""The end of an item that says there is none: "PSU - nol"."""
_ABSENT = re.compile(
    r"tidak (?:ada|terdapat|tersedia|memiliki)|tak ber|belum (?:ada|memiliki)|tanpa|ketiadaan|nihil|kekosongan|"
    r"tindak ?lanjut"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A piece of text that may name an issue, with its place and the number that goes with it."""

    text: str
    span: Span
    count: int | None = None
    unit: str | None = None
    stage: str | None = None
    dimension: str | None = None


def phrase_drafts(
    phrase: Phrase, subject: Subject, edition: str | None, scene: Scene, *, rule: Rule, keep_unknown: bool
) -> tuple[Draft, ...]:
    """Judge a whole phrase. With ``keep_unknown`` an issue outside the catalog is kept under its own words."""
    found = match_indicator(phrase.text, scene.reference, dimension=phrase.dimension)
    base = Draft(
        type="indicator",
        subject=subject,
        edition=edition,
        span=phrase.span,
        rule=rule,
        confidence=_confidence(found, subject),
        count=phrase.count,
        unit=phrase.unit,
        stage=phrase.stage,
        status=_status(phrase.text.lower(), found),
        match=found.match,
        candidates=found.candidates,
    )
    if base.status == "denied" or (phrase.count == 0 and rule in {ITEM, PROSE}):
        return ()
    if found.numbers:
        named = tuple(replace(base, indicator=n, label=_label(phrase.text)) for n in found.numbers)
        beside = (replace(base, label=found.issue, issue=found.issue, confidence=0.9),) if found.issue else ()
        return named + beside
    if found.issue is not None or keep_unknown:
        confidence = 0.9 if found.issue else 0.6
        unknown = rule if found.issue else UNMAPPED
        return (replace(base, label=_label(phrase.text), issue=found.issue, rule=unknown, confidence=confidence),)
    return ()


def _confidence(found: IndicatorMatch, subject: Subject) -> float:
    base = {"exact": 0.97, "alias": 0.95, "fuzzy": 0.85, "none": 0.5}[found.match.kind]
    if found.decision == "review":
        base = min(base, 0.7)
    return round(base * (1 - 0.5 * subject.doubt), 3)


def _status(lower: str, found: IndicatorMatch) -> Status:
    """Tell whether an item is reported, only possible, or denied; a lack that is the issue denies nothing."""
    if is_mended(lower) or is_of_other_votes(lower) or _NONE.search(lower):
        return "denied"
    if DENIED.search(lower) and not _ABSENT.search((found.match.matched or "").lower()):
        return "denied"
    return "potential" if _POTENTIAL.match(lower) else "reported"


def _label(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(' \t.,;:*_-"“”')


def under_heading(line: Line, heading: Unit, scene: Scene) -> tuple[Draft, ...]:
    """Read an item that only names regions, under a heading that names an issue: "Netralitas ASN:", "- Alfa"."""
    rest = list(line.unit.passage.lower)
    for mention, _ in line.regions:
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    if not line.regions or re.search(r"[a-z\d]{4,}", "".join(rest)):
        return ()
    found = _named_by(heading.passage.text.rstrip(" :."), scene)
    if found is None or heading.role not in {"neutral", "findings"}:
        return ()
    return tuple(
        Draft(
            type="indicator",
            subject=subject,
            edition=line.inherited.edition,
            span=line.span(mention.start, mention.end),
            also=(heading.block.span,),
            rule=HEADED,
            confidence=round(_confidence(found, subject) * 0.95, 3),
            indicator=number,
            issue=found.issue if number is None else None,
            label=_label(heading.passage.text),
            match=found.match,
            candidates=found.candidates,
        )
        for mention, subject in line.regions
        for number in (found.numbers or (None,))
    )


_COUNTED_PLACES = re.compile(
    rf"(?<![a-z\d.,])(?:{NUMBER_WORDS}|\d{{1,3}}|beberapa|sejumlah)\s(?:nama )?{PLACES}(?![a-z])"
)
_THOSE = re.compile(
    rf"^\W*(?:adapun |yaitu |yakni )?(?:(?:(?:ke)?(?:{NUMBER_WORDS})|"
    rf"(?:ke-?)?\d{{1,3}})\s)?{PLACES}(?: dan kota)?(?:-[a-z]+)? "
    r"(?:itu|tersebut|ini|dimaksud|tadi)(?![a-z])|"
    r"^\W*(?:yakni|yaitu|di ?antaranya|antara lain|adalah|ialah|masing-masing|rinciannya|"
    r"ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)nya)(?![a-z])"
)
_AND_MORE = re.compile(r"^\W*(?:kemudian|lalu|selanjutnya|serta|berikutnya|disusul|juga|ditambah|dan)(?![a-z])")


def announced_issue(line: Line, scene: Scene) -> tuple[Span, IndicatorMatch] | None:
    """Return the one issue that a sentence tells of regions still to be named: "Lima daerah rawan PSU."."""
    places = _COUNTED_PLACES.search(line.lower)
    named = any(not is_container(line, mention) for mention, _ in line.regions)
    if places is None or named or role_of_sentence(line.lower) != "findings":
        return None
    found = find_indicators(line.unit.passage.text[line.start : line.end], scene.reference)
    if len(found) != 1 or not found[0][1].numbers or found[0][0].start < places.end():
        return None
    bare = without(line.lower, [found[0][0]])
    stated = _is_stated(line, *found[0], "findings", bare, after=False)
    return (
        (line.span(line.start + found[0][0].start, line.start + found[0][0].end), found[0][1]) if stated else None
    )


def announced_drafts(
    line: Line, scene: Scene, announced: tuple[Span, IndicatorMatch], *, begun: bool
) -> tuple[Draft, ...]:
    """Tell an announced issue of the regions that a sentence names for it; ``begun``: others were named before."""
    if not (_THOSE.match(line.lower) or (begun and _AND_MORE.match(line.lower))):
        return ()
    text = line.unit.passage.text[line.start : line.end]
    named = [(mention, subject) for mention, subject in line.regions if subject.code not in {None, "ID"}]
    bare = [(m, s) for m, s in named if m.prefix is not None or not is_container(line, m)]
    parts = [pair for pair in bare if "." in (pair[1].code or "")] or bare
    if len(parts) < _SEVERAL or find_indicators(text, scene.reference):
        return ()
    where, found = announced
    return tuple(
        Draft(
            type="indicator",
            subject=subject,
            edition=line.inherited.edition,
            span=line.span(mention.start, mention.end),
            also=(where,),
            rule=HEADED,
            confidence=min(_confidence(found, subject), KNOWN_DOUBT),
            indicator=number,
            label=_label(found.match.matched or ""),
            match=found.match,
            candidates=found.candidates,
        )
        for mention, subject in parts
        for number in found.numbers
    )


def _named_by(heading: str, scene: Scene) -> IndicatorMatch | None:
    """Return the one issue that a heading names as a whole, or holds behind words like "Daerah rawan ..."."""
    found = match_indicator(heading, scene.reference)
    if found.numbers or found.issue:
        return found
    inside = find_indicators(heading, scene.reference)
    return inside[0][1] if len(inside) == 1 and role_of_sentence(heading.lower()) == "findings" else None


def prose_drafts(line: Line, scene: Scene, *, goes_on: bool, after: bool = False) -> tuple[Draft, ...]:
    """Find the issues that a sentence of running text states.

    ``goes_on`` is true for a sentence that goes on with issues begun or announced before ("Selain itu, ...");
    ``after`` for one that follows another with issues in its paragraph: what it names is for a person to judge.
    """
    role = role_of_sentence(line.lower)
    role = "findings" if goes_on and role == "neutral" else role
    if role in {"strategies", "instrument"} or line.unit.role in {"strategies", "objectives", "instrument"}:
        return ()
    text = line.unit.passage.text[line.start : line.end]
    worded = find_indicators(text, scene.reference)
    bare = without(line.lower, [span for span, _ in worded])
    mentions = [one for one in worded if _is_stated(line, *one, role, bare, after=after)]
    listed = listed_issues(text, mentions, scene.reference, whole=goes_on) if role == "findings" else mentions
    if listed:
        listed = (*listed, *_beside(shared_heads(text, scene.reference), (*worded, *listed)))
    clauses = tuple(_by_clauses(text, (*worded, *listed), scene)) if role == "findings" else ()
    listed = with_medium(line.lower, sorted((*listed, *clauses), key=lambda one: one[0]))
    drafts: list[Draft] = []
    if role == "neutral" and _may_mention(line):
        drafts.extend(_mentioned(line, scene, [one for one in worded if one not in mentions], bare))
    if listed or after or goes_on:
        drafts.extend(_counted(line, scene, [span for span, _ in (*worded, *listed)]))
    if role == "findings":
        drafts.extend(_mentioned(line, scene, _scattered(text, (*worded, *listed), scene), bare))
    for place, (span, found) in enumerate(listed):
        following = listed[place + 1][0].start if place + 1 < len(listed) else len(text)
        if _is_kept_out(line, span, found, bare):
            continue
        doubtful = (
            FOREIGN_VOICE.search(line.lower) is not None
            or (role != "findings" and not _is_sure(line, span, found))
            or any(span == clause for clause, _ in clauses)
        )
        of_parts = is_of_parts(line, line.start + span.start)
        drafts.extend(
            doubted(draft) if doubtful else draft
            for draft in _stated(line, scene, span, found, following)
            if not (of_parts and "." not in (draft.subject.code or ""))
        )
    return tuple(drafts)


def _is_kept_out(line: Line, span: Span, found: IndicatorMatch, bare: str) -> bool:
    """Tell whether an issue of a sentence is denied, is but a place, or is one of polling stations elsewhere."""
    denied = (
        _status(span.of(line.lower), found) == "denied"
        or DENIED.search(clause_around(bare, span)[0])
        or is_unreal(bare, span)
    )
    elsewhere = found.issue in _OF_STATIONS and "tps" not in line.lower
    return bool(denied) or elsewhere or is_only_a_place(line, line.start + span.start, line.start + span.end)


def _may_mention(line: Line) -> bool:
    """Tell whether a neutral sentence may name what was found: no list's item, no theme, no general remark."""
    listed = line.unit.lead is not None or line.unit.block.kind == "list_item"
    return not listed and _REMARK.search(line.lower) is None


def _mentioned(
    line: Line, scene: Scene, known: Sequence[tuple[Span, IndicatorMatch]], bare: str
) -> Iterator[Draft]:
    """Draft what a sentence mentions that has no word of finding, for a person to decide."""
    for span, found in known:
        told = found.numbers and found.decision == "accept"
        if told and _is_stated(line, span, found, "findings", bare, after=False):
            for draft in _stated(line, scene, span, found, line.end - line.start):
                yield replace(draft, rule=MENTIONED, confidence=_MENTIONED)


_CLAUSE = re.compile(r"[^,;:()\"“”]+")
_SHORTEST_CLAUSE = 12


def _by_clauses(
    text: str, found: Sequence[tuple[Span, IndicatorMatch]], scene: Scene
) -> Iterator[tuple[Span, IndicatorMatch]]:
    """Read the clauses of a finding in which no wording stands, as wholes: "bahkan kotak suara pernah dibakar"."""
    for clause in _CLAUSE.finditer(text):
        phrase = clause.group().strip(" .")
        start = clause.start() + clause.group().find(phrase)
        span = Span(start=start, end=start + len(phrase))
        taken = any(one.start < span.end and span.start < one.end for one, _ in found)
        skipped = taken or len(phrase) < _SHORTEST_CLAUSE or not may_mean(phrase, scene.reference)
        read = None if skipped else match_indicator(phrase, scene.reference)
        if read and read.numbers and read.decision == "accept" and not IS_THAT.match(text[:start].lower()):
            yield span, read


def _beside(
    stated: Iterable[tuple[Span, IndicatorMatch]], found: Sequence[tuple[Span, IndicatorMatch]]
) -> Iterator[tuple[Span, IndicatorMatch]]:
    """Yield what is stated where nothing found stands."""
    for span, match in stated:
        if not any(one.start < span.end and span.start < one.end for one, _ in found):
            yield span, match


def _counted(line: Line, scene: Scene, known: Sequence[Span]) -> Iterator[Draft]:
    """Keep the phrases that end in a number of cases and that no table knows, beside issues that one does."""
    text = line.unit.passage.text[line.start : line.end]
    for (low, high), count, unit in counted_phrases(line.lower):
        taken = any(one.start < high and low < one.end for one in known)
        names = any(line.start + low < m.end and m.start < line.start + high for m in line.unit.mentions)
        if taken or names or is_measure(text[low:high], scene.reference):
            continue
        phrase = Phrase(
            text=text[low:high], span=line.span(line.start + low, line.start + high), count=count, unit=unit
        )
        edition = line.edition_at(line.start + low, issue=True)[0][0]
        for subject in subjects_at(line, scene, line.start + low):
            if subject.code != "ID":
                drafts = phrase_drafts(phrase, subject, edition, scene, rule=PROSE, keep_unknown=True)
                yield from (doubted(draft) for draft in drafts)


def _scattered(
    text: str, found: Sequence[tuple[Span, IndicatorMatch]], scene: Scene
) -> list[tuple[Span, IndicatorMatch]]:
    """Return what a finding may mean beside the issues found in it: wordings whose words stand apart."""
    return list(_beside(find_scattered_indicators(text, scene.reference), found))


_EXISTS = re.compile(
    r"(?<![a-z])(?:ada|adanya|terdapat|masih|marak\w*|banyak|muncul\w*|berupa|beredar|soal)(?: [a-z]+){0,2} $"
)


def _is_sure(line: Line, span: Span, found: IndicatorMatch) -> bool:
    """Tell whether an issue needs no word of finding beside it: named in full, or heading a list of regions."""
    return _speaks_for_itself(found, span) or heads_regions(line, line.start + span.start, line.start + span.end)


def _is_stated(line: Line, span: Span, found: IndicatorMatch, role: Role, bare: str, *, after: bool) -> bool:
    """Tell whether a wording in a sentence is stated, and not denied, quoted or a mere figure of speech.

    ``bare`` is the sentence with its wordings blanked.
    """
    start = line.start + span.start
    around = clause_around(bare, span)
    if any(DENIED.search(text) for text in around) or is_unreal(bare, span):
        return False
    if WARNED.search(around[0]) or IS_THAT.fullmatch(bare[: span.start]):
        return False
    if role != "findings" and not (
        _is_sure(line, span, found)
        or (found.numbers and (after or _EXISTS.search(line.between(max(line.start, start - 40), start))))
    ):
        return False
    if found.issue in _OF_STATIONS and "tps" not in line.lower:
        return False
    if is_graded(bare, span):
        return False
    return not any(_is_theme(mark) for mark in line.editions if mark.start <= start < mark.end + 40)


def _stated(line: Line, scene: Scene, span: Span, found: IndicatorMatch, following: int) -> Iterator[Draft]:
    """Draft one issue of a sentence, which goes on with another at ``following``, for each of its regions."""
    start, end = line.start + span.start, line.start + span.end
    count, unit = cases_beside(line.lower, span.start, span.end) or (None, None)
    editions, previous = line.edition_at(start, issue=True)
    behind = region_list(line, end)
    ours = behind is not None and behind.start < line.start + following
    subjects = behind.subjects if behind and ours else subjects_at(line, scene, start)
    numbers: tuple[int | None, ...] = found.numbers or (None,)
    if found.numbers and found.issue:
        numbers = (*numbers, None)
    for subject in subjects:
        for number in numbers:
            if subject.code == "ID":
                continue
            yield Draft(
                type="indicator",
                subject=subject,
                edition=editions[0],
                previous=previous,
                span=line.span(start, end),
                rule=PROSE if number or found.issue else LISTED,
                confidence=round(_confidence(found, subject) * (0.95 if subject.carried else 1.0), 3),
                indicator=number,
                issue=found.issue if number is None else None,
                label=_label(line.unit.passage.text[start:end]),
                count=count,
                unit=unit,
                match=found.match,
                candidates=found.candidates,
            )


def _is_theme(mark: EditionMark) -> bool:
    """Tell whether an index of one theme is named: its name is no issue that was found."""
    return any(key is not None and key.startswith("ikp_tematik") for key in mark.ids)


def _speaks_for_itself(found: IndicatorMatch, span: Span) -> bool:
    """Tell whether a wording is so long and exact that no word of finding is needed beside it."""
    return bool(found.numbers) and found.match.kind in {"exact", "alias"} and span.end - span.start >= _LONG


def issue_of_regions(line: Line, scene: Scene) -> tuple[Draft, ...]:
    """Read an item that is an issue and the regions it was found in: "Penduduk tanpa e-KTP: Alfa dan Beta"."""
    first = min((mention.start for mention, _ in line.regions), default=line.start)
    head = line.unit.passage.text[line.start : first].rstrip(" :(–-")
    end = line.start + len(head)
    worded = find_indicators(head, scene.reference)
    beside = head[: worded[0][0].start] + head[worded[-1][0].end :] if worded else head
    if re.search(r"[a-z]{4}", beside.lower()) is None or not heads_regions(line, line.start, end):
        return ()  # a head that is a wording and no more is read as in any sentence
    whole = match_indicator(head, scene.reference)
    plain = len(worded) == 1 and worded[0][1].numbers == whole.numbers
    named = Phrase(text=worded[0][0].of(head) if plain else head, span=line.span(line.start, end))
    edition = line.edition_at(first, issue=True)[0][0]
    behind = region_list(line, end)
    return tuple(
        draft
        for subject in (behind.subjects if behind else ())
        for draft in phrase_drafts(named, subject, edition, scene, rule=PROSE, keep_unknown=False)
    )
