"""Issues told of regions that are named apart from them: in a list below, the next sentences, behind a colon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.extract.catalog.indicators import find_indicators, match_indicator
from pipeline.extract.catalog.verdicts import IndicatorMatch
from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.issues.denials import without
from pipeline.extract.issues.phrases import PROSE, Phrase, confidence_of, label_of, phrase_drafts
from pipeline.extract.issues.prose import is_stated
from pipeline.extract.issues.regions import PLACES, heads_regions, region_list
from pipeline.extract.scene.asides import is_container
from pipeline.extract.scene.sections import role_of_sentence
from pipeline.extract.words.values import NUMBER_WORDS
from pipeline.model import Span
from pipeline.reference.calibration import KNOWN_DOUBT

if TYPE_CHECKING:
    from pipeline.extract.regions.names import Mention
    from pipeline.extract.scene.line import Line
    from pipeline.extract.scene.scene import Scene, Unit

HEADED = Rule(id="indicator.headed", version=4)
"""A region in a list under a heading that names an issue.

> Daerah dengan kerawanan politik uang:
>
> - Kabupaten Blora
> - Kota Salatiga
"""

_SEVERAL = 2
_BELOW = 0.95  # how sure it is that an item belongs to the heading above it


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
    drafts = _of_each(line, line.regions, found, heading.block.span, heading.passage.text)
    return tuple(replace(draft, confidence=round(draft.confidence * _BELOW, 3)) for draft in drafts)


def _of_each(
    line: Line, pairs: Iterable[tuple[Mention, Subject]], found: IndicatorMatch, where: Span, label: str
) -> Iterator[Draft]:
    """Draft an issue that is named at ``where`` for each of the regions that a line names."""
    for mention, subject in pairs:
        for number in found.numbers or (None,):
            yield Draft(
                type="indicator",
                subject=subject,
                edition=line.inherited.edition,
                span=line.span(mention.start, mention.end),
                also=(where,),
                rule=HEADED,
                confidence=confidence_of(found, subject),
                indicator=number,
                issue=found.issue if number is None else None,
                label=label_of(label),
                match=found.match,
                candidates=found.candidates,
            )


_COUNTED_PLACES = re.compile(
    rf"(?<![a-z\d.,])(?:{NUMBER_WORDS}|\d{{1,3}}|beberapa|sejumlah)\s(?:nama )?{PLACES}(?![a-z])"
)
_PLACES_COUNTED = re.compile(
    rf"(?<![a-z]){PLACES} (?:yang|dengan) (?=.*(?:ada|sebanyak|berjumlah|jumlahnya) "
    rf"(?:{NUMBER_WORDS}|\d{{1,3}})(?: {PLACES})?\W*$)"
)
"""Regions whose number comes behind the issue: "daerah yang rawan politik uang ada tiga"."""
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
    places = _COUNTED_PLACES.search(line.lower) or _PLACES_COUNTED.search(line.lower)
    named = any(not is_container(line, mention) for mention, _ in line.regions)
    if places is None or named or role_of_sentence(line.lower) != "findings":
        return None
    found = find_indicators(line.unit.passage.text[line.start : line.end], scene.reference)
    if len(found) != 1 or not found[0][1].numbers or found[0][0].start < places.end():
        return None
    bare = without(line.lower, [found[0][0]])
    stated = is_stated(line, *found[0], "findings", bare, after=False)
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
    drafts = _of_each(line, parts, found, where, found.match.matched or "")
    return tuple(replace(draft, confidence=min(draft.confidence, KNOWN_DOUBT)) for draft in drafts)


def _named_by(heading: str, scene: Scene) -> IndicatorMatch | None:
    """Return the one issue that a heading names as a whole, or holds behind words like "Daerah rawan ..."."""
    found = match_indicator(heading, scene.reference)
    if found.numbers or found.issue:
        return found
    inside = find_indicators(heading, scene.reference)
    return inside[0][1] if len(inside) == 1 and role_of_sentence(heading.lower()) == "findings" else None


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
