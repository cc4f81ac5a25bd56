"""Rules for indicators and issues: in lists, tables, running text and lists of polling stations."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.indicators import IndicatorMatch, find_indicators, match_indicator
from pipeline.extract.sections import role_of_sentence

if TYPE_CHECKING:
    from pipeline.extract.editions import EditionMark
    from pipeline.extract.line import Line
    from pipeline.extract.scene import Scene
    from pipeline.model import Span, Status

ITEM = Rule(id="indicator.item", version=1)
"""A list item or table cell that is an indicator as a whole."""
PROSE = Rule(id="indicator.prose", version=1)
"""A wording of an indicator inside a sentence that speaks of what was found."""
UNMAPPED = Rule(id="issue.item", version=1)
"""A list item under findings that is none of the 61 indicators."""

_LONG = 30  # characters of a wording that names an indicator in full
_POTENTIAL = re.compile(r"^\W*(?:potensi|berpotensi|kemungkinan|dugaan potensi)")
_DENIED = re.compile(r"(?:tidak ditemukan|tidak terjadi|tidak ada|nihil|belum terjadi|tidak terdapat)(?![a-z])")
_POINTS_BACK = re.compile(
    r"(?<![a-z])(?:indikatornya|faktornya|penyebabnya|faktor di sana|di sana|keduanya|hal itu|sebabnya|"
    r"pertimbangannya)(?![a-z])"
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
        status=_status(phrase.text.lower()),
        match=found.match,
        candidates=found.candidates,
    )
    if base.status == "denied":
        return ()
    if found.numbers:
        named = tuple(replace(base, indicator=n, label=_label(phrase.text)) for n in found.numbers)
        beside = (replace(base, label=found.issue, confidence=0.9),) if found.issue else ()
        return named + beside
    if found.issue is not None or keep_unknown:
        confidence = 0.9 if found.issue else 0.6
        unknown = rule if found.issue else UNMAPPED
        return (replace(base, label=_label(phrase.text), rule=unknown, confidence=confidence),)
    return ()


def _confidence(found: IndicatorMatch, subject: Subject) -> float:
    base = {"exact": 0.97, "alias": 0.95, "fuzzy": 0.85, "none": 0.5}[found.match.kind]
    if found.decision == "review":
        base = min(base, 0.7)
    return round(base * (1 - 0.5 * subject.doubt), 3)


def _status(lower: str) -> Status:
    if _DENIED.search(lower):
        return "denied"
    return "potential" if _POTENTIAL.match(lower) else "reported"


def _label(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(' \t.,;:*_-"“”')


def prose_drafts(line: Line, scene: Scene, *, goes_on: bool) -> tuple[Draft, ...]:
    """Find the issues that a sentence of running text states.

    ``goes_on`` is true for a sentence that continues a list of issues begun before ("Selain itu, ...").
    """
    role = role_of_sentence(line.lower)
    role = "findings" if goes_on and role == "neutral" else role
    if role in {"strategies", "instrument"} or line.unit.role in {"strategies", "objectives", "instrument"}:
        return ()
    drafts: list[Draft] = []
    text = line.unit.passage.text[line.start : line.end]
    for span, found in find_indicators(text, scene.reference):
        start, end = line.start + span.start, line.start + span.end
        around = line.between(max(line.start, start - 30), start), line.between(end, min(line.end, end + 30))
        if any(_DENIED.search(text) for text in around):
            continue
        if role != "findings" and not _speaks_for_itself(found, span):
            continue
        if any(_is_theme(mark) for mark in line.editions if mark.start <= start < mark.end + 40):
            continue
        subjects = tuple(s for s in subjects_at(line, scene, start) if s.code != "ID")
        editions, previous = line.edition_at(start, issue=True)
        numbers: tuple[int | None, ...] = found.numbers + ((None,) if found.issue else ())
        drafts.extend(
            Draft(
                type="indicator",
                subject=subject,
                edition=editions[0],
                previous=previous,
                span=line.span(start, end),
                rule=PROSE,
                confidence=round(_confidence(found, subject) * (0.95 if subject.carried else 1.0), 3),
                indicator=number,
                label=_label(text[span.start : span.end]),
                match=found.match,
                candidates=found.candidates,
            )
            for subject in subjects
            for number in numbers
        )
    return tuple(drafts)


def _is_theme(mark: EditionMark) -> bool:
    """Tell whether an index of one theme is named: its name is no issue that was found."""
    return any(key is not None and key.startswith("ikp_tematik") for key in mark.ids)


def _speaks_for_itself(found: IndicatorMatch, span: Span) -> bool:
    """Tell whether a wording is so long and exact that no word of finding is needed beside it."""
    return bool(found.numbers) and found.match.kind in {"exact", "alias"} and span.end - span.start >= _LONG


def subjects_at(line: Line, scene: Scene, position: int) -> tuple[Subject, ...]:
    """Return the regions that an issue at ``position`` is stated of: those named before it, else the own one."""
    before = [(m, s) for m, s in line.regions if m.end <= position and s.code != "ID"]
    if before:
        group = [before[-1]]
        for mention, subject in reversed(before[:-1]):
            if re.fullmatch(r"[\s,]*(?:dan|serta)?[\s,]*", line.between(mention.end, group[-1][0].start)):
                group.append((mention, subject))
        return tuple(subject for _, subject in reversed(group))
    if _POINTS_BACK.search(line.lower) and line.inherited.subjects:
        return tuple(replace(subject, carried=True) for subject in line.inherited.subjects)
    return (scene.own(),)
