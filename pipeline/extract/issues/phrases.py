"""A phrase that may name an issue, judged as a whole: a list item, a table cell, a piece of a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.extract.catalog.indicators import match_indicator
from pipeline.extract.catalog.verdicts import IndicatorMatch
from pipeline.extract.draft import Draft, Rule, Subject
from pipeline.extract.issues.denials import DENIED, is_mended, is_of_other_votes
from pipeline.model import Span

if TYPE_CHECKING:
    from pipeline.extract.scene.scene import Scene
    from pipeline.model import Status

ITEM = Rule(id="indicator.item", version=4)
"""An item of a list of findings, or a cell of a table, that is one of the 61 indicators as a whole.

> Kerawanan yang ditemukan di Kabupaten Blora:
>
> 1. Ketidaknetralan ASN
> 2. Praktik politik uang
"""

PROSE = Rule(id="indicator.prose", version=4)
"""A wording of an indicator inside a sentence that speaks of what was found, or before the regions of an item.

> Di Kabupaten Blora ditemukan praktik politik uang dan ketidaknetralan ASN.
"""

UNMAPPED = Rule(id="issue.item", version=4)
"""An item of a list of findings that is none of the 61 indicators, under its own words.

> Kerawanan yang ditemukan di Kabupaten Blora:
>
> 1. Ketidaknetralan ASN
> 2. Titip sembako kepada warga
"""

_POTENTIAL = re.compile(r"^\W*(?:potensi|berpotensi|kemungkinan|dugaan potensi)")
_NONE = re.compile(
    r"[:=(|–-]\s?(?:nol|kosong|0|nihil|(?:tidak|belum)(?: pernah)?(?: ada| terjadi| ditemukan)?)\W*$|"
    r"[:=|]\s?[–-]\s?$"
)
"""The end of an item that says there is none: "PSU - nol", "PSU | -"."""
_NOT_MET = re.compile(
    r"(?<![a-z])(?:tidak|tak|belum)(?: pernah| lagi)? "
    r"(?:menemukan|mendapati|menjumpai|mencatat|menerima (?:laporan|aduan|pengaduan|temuan|informasi))(?![a-z])"
)
"""Words of a phrase that says that nothing of it was met with: "tidak menemukan TPS dengan ..."."""
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
        confidence=confidence_of(found, subject),
        count=phrase.count,
        unit=phrase.unit,
        stage=phrase.stage,
        status=status_of(phrase.text.lower(), found),
        match=found.match,
        candidates=found.candidates,
    )
    if base.status == "denied" or (phrase.count == 0 and rule in {ITEM, PROSE}):
        return ()
    if found.numbers:
        named = tuple(replace(base, indicator=n, label=label_of(phrase.text)) for n in found.numbers)
        beside = (replace(base, label=found.issue, issue=found.issue, confidence=0.9),) if found.issue else ()
        return named + beside
    if found.issue is not None or keep_unknown:
        confidence = 0.9 if found.issue else 0.6
        unknown = rule if found.issue else UNMAPPED
        return (
            replace(base, label=label_of(phrase.text), issue=found.issue, rule=unknown, confidence=confidence),
        )
    return ()


def confidence_of(found: IndicatorMatch, subject: Subject) -> float:
    """Tell how sure an issue of a region is, by how its words matched and how sure the region is."""
    base = {"exact": 0.97, "alias": 0.95, "fuzzy": 0.85, "none": 0.5}[found.match.kind]
    if found.decision == "review":
        base = min(base, 0.7)
    return round(base * (1 - 0.5 * subject.doubt), 3)


def status_of(lower: str, found: IndicatorMatch) -> Status:
    """Tell whether an item is reported, only possible, or denied; a lack that is the issue denies nothing."""
    if is_mended(lower) or is_of_other_votes(lower) or _NONE.search(lower) or _NOT_MET.search(lower):
        return "denied"
    if DENIED.search(lower) and not _ABSENT.search((found.match.matched or "").lower()):
        return "denied"
    return "potential" if _POTENTIAL.match(lower) else "reported"


def label_of(text: str) -> str:
    """Return words as a label: in one line, without the marks around them."""
    return re.sub(r"\s+", " ", text).strip(' \t.,;:*_|-"“”')
