"""Rules for issues in running text: which wordings a sentence states, and of which regions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.catalog.enumerations import listed_issues, shared_heads
from pipeline.extract.catalog.indicators import (
    find_indicators,
    find_scattered_indicators,
    is_measure,
    match_indicator,
    may_mean,
)
from pipeline.extract.catalog.media import with_medium
from pipeline.extract.catalog.verdicts import IndicatorMatch
from pipeline.extract.draft import Draft, Rule, doubted
from pipeline.extract.issues.cases import cases_beside, counted_phrases
from pipeline.extract.issues.denials import (
    DENIED,
    IS_THAT,
    WARNED,
    clause_around,
    is_a_matter,
    is_graded,
    is_unreal,
    without,
)
from pipeline.extract.issues.phrases import PROSE, Phrase, confidence_of, label_of, phrase_drafts, status_of
from pipeline.extract.issues.regions import (
    behind_opening_region,
    heads_regions,
    is_of_parts,
    is_only_a_place,
    region_list,
    subjects_at,
)
from pipeline.extract.scene.sections import Role, role_of_sentence
from pipeline.extract.scene.statements import FOREIGN_VOICE
from pipeline.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pipeline.extract.editions.mark import EditionMark
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene

MENTIONED = Rule(id="indicator.mentioned", version=4)
"""A wording of an indicator in a sentence that does not say whether it was found: a question to a person.

> Politik uang, kata dia, perlu diawasi.
"""

LISTED = Rule(id="issue.listed", version=3)
"""A member of an enumeration of issues in a sentence that is none of the 61 indicators and no known issue.

> Di Kabupaten Blora ditemukan isu kerawanan, antara lain politik uang, titip sembako, dan ketidaknetralan ASN.
"""

_OF_STATIONS = frozenset({"TPS di wilayah rawan konflik"})
"""Issues that only a text on polling stations states: elsewhere "rawan konflik" just means vulnerable."""
_MENTIONED = 0.6
_REMARK = re.compile(
    r"(?<![a-z])(?:tematik|musuh|bahaya|haram|dilarang|(?:me)?(?:tolak|lawan)|menolak|melawan|harus|mesti|wajib|ikrar|"
    r"jangan|"
    r"hindari|menghindari|anti)(?![a-z])"
)
"""Words of remarks on issues in general, and of indices that have one for their theme."""
_LONG = 30  # characters of a wording that names an indicator in full


def prose_drafts(line: Line, scene: Scene, *, goes_on: bool, after: bool = False) -> tuple[Draft, ...]:
    """Find the issues that a sentence of running text states.

    ``goes_on`` is true for a sentence that goes on with issues begun or announced before ("Selain itu, ...");
    ``after`` for one that follows another with issues in its paragraph: what it names is for a person to judge.
    """
    text = line.unit.passage.text[line.start : line.end]
    worded = find_indicators(text, scene.reference)
    bare = without(line.lower, [span for span, _ in worded])
    role = _role_of(line.lower, worded)
    role = "findings" if goes_on and role == "neutral" else role
    if role in {"strategies", "instrument"} or line.unit.role in {"strategies", "objectives", "instrument"}:
        return ()
    mentions = _mentions_stated(line, worded, role, bare, after=after)
    listed = listed_issues(text, mentions, scene.reference, whole=goes_on) if role == "findings" else mentions
    if listed:
        listed = (*listed, *_beside(shared_heads(text, scene.reference), (*worded, *listed)))
    clauses = tuple(_by_clauses(text, (*worded, *listed), scene)) if role == "findings" else ()
    listed = [*_beside(listed, clauses), *clauses]
    listed = with_medium(line.lower, sorted(listed, key=lambda one: one[0]))
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


def _role_of(lower: str, worded: Sequence[tuple[Span, IndicatorMatch]]) -> Role:
    """Tell the role of a sentence: the words of an issue make no strategy, as in "penyelenggara disanksi DKPP"."""
    role = role_of_sentence(lower)
    if role != "strategies":
        return role
    bare = without(lower, [span for span, found in worded if found.match.kind != "fuzzy"])
    return role_of_sentence(_WHERE_SAID.sub("", bare))


_VERBS_OF_SAYING = (
    r"(?:kata|ujar|tutur|ungkap|jelas|terang|sebut|ucap|papar|tegas|imbuh|beber|urai|tambah|lanjut|pinta)(?:nya)?"
)
_WHERE_SAID = re.compile(
    rf"[\"”],?\s?{_VERBS_OF_SAYING}(?![a-z])[^\"“]*$|"
    rf",\s{_VERBS_OF_SAYING}(?: [a-z.']+){{0,8}} (?:saat|dalam|usai|ketika|di sela(?:-sela)?)\s[^.;]*$"
)
"""The end of a sentence that tells who said it, and at what: "..., ujarnya saat sosialisasi pengawasan"."""
_JOINED = re.compile(r"\s*(?:,\s*)?(?:dan|serta|maupun|hingga|sampai|lalu|juga)(?: (?:ada|adanya|juga|dugaan))*\s")


def _mentions_stated(
    line: Line, worded: Sequence[tuple[Span, IndicatorMatch]], role: Role, bare: str, *, after: bool
) -> list[tuple[Span, IndicatorMatch]]:
    """Return the wordings that a sentence states; of two joined by "serta" both are if the first is."""
    stated: list[tuple[Span, IndicatorMatch]] = []
    before: Span | None = None
    for span, found in worded:
        joined = before is not None and _JOINED.fullmatch(bare[before.end : span.start]) is not None
        own_role = "findings" if joined and found.numbers and role == "neutral" else role
        before = None
        if is_stated(line, span, found, own_role, bare, after=after):
            stated.append((span, found))
            before = span
    return stated


def _is_kept_out(line: Line, span: Span, found: IndicatorMatch, bare: str) -> bool:
    """Tell whether an issue of a sentence is denied, is but a place, or is one of polling stations elsewhere."""
    denied = (
        status_of(span.of(line.lower), found) == "denied"
        or DENIED.search(clause_around(bare, span)[0])
        or is_unreal(bare, span)
        or is_a_matter(span.of(line.lower))
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
        if told and is_stated(line, span, found, "findings", bare, after=False):
            for draft in _stated(line, scene, span, found, line.end - line.start):
                yield replace(draft, rule=MENTIONED, confidence=_MENTIONED)


_CLAUSE = re.compile(r"(?:(?! serta )[^,;:()\"“”])+")
_SHORTEST_CLAUSE = 12


def _by_clauses(
    text: str, found: Sequence[tuple[Span, IndicatorMatch]], scene: Scene
) -> Iterator[tuple[Span, IndicatorMatch]]:
    """Read the clauses of a finding in which no wording stands, as wholes: "bahkan kotak suara pernah dibakar"."""
    for clause in _CLAUSE.finditer(text):
        phrase = clause.group().strip(" .")
        start = clause.start() + clause.group().find(phrase)
        span = Span(start=start, end=start + len(phrase))
        taken = any(one.overlaps(span) for one, match in found if match.numbers)
        skipped = taken or len(phrase) < _SHORTEST_CLAUSE or not may_mean(phrase, scene.reference)
        read = None if skipped else match_indicator(phrase, scene.reference)
        if read and read.numbers and read.decision == "accept" and not IS_THAT.match(text[:start].lower()):
            yield span, read


def _beside(
    stated: Iterable[tuple[Span, IndicatorMatch]], found: Sequence[tuple[Span, IndicatorMatch]]
) -> Iterator[tuple[Span, IndicatorMatch]]:
    """Yield what is stated where nothing found stands."""
    for span, match in stated:
        if not any(one.overlaps(span) for one, _ in found):
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


_RULED = re.compile(
    r"\W*(?:wajib|harus|mesti|dapat|bisa|boleh|tidak (?:boleh|diperbolehkan)|jika|bila|apabila|kalau)\s"
)
"""Words behind an issue that tell what follows when it comes: "saksi yang menolak tanda tangan wajib menulis"."""


def _is_sure(line: Line, span: Span, found: IndicatorMatch) -> bool:
    """Tell whether an issue needs no word of finding beside it: named in full, or heading a list of regions."""
    return _speaks_for_itself(found, span) or heads_regions(line, line.start + span.start, line.start + span.end)


def is_stated(line: Line, span: Span, found: IndicatorMatch, role: Role, bare: str, *, after: bool) -> bool:
    """Tell whether a wording in a sentence is stated, and not denied, quoted or a mere figure of speech.

    ``bare`` is the sentence with its wordings blanked.
    """
    start = line.start + span.start
    around = clause_around(bare, span)
    if any(DENIED.search(text) for text in around) or is_unreal(bare, span) or is_a_matter(span.of(line.lower)):
        return False
    ruled = role == "neutral" and _RULED.match(bare, span.end)
    if ruled or WARNED.search(around[0]) or IS_THAT.fullmatch(bare[: span.start]):
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
    subjects = (
        behind.subjects if behind and ours else subjects_at(line, scene, behind_opening_region(line, start, end))
    )
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
                confidence=round(confidence_of(found, subject) * (0.95 if subject.carried else 1.0), 3),
                indicator=number,
                issue=found.issue if number is None else None,
                label=label_of(line.unit.passage.text[start:end]),
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
