"""Values put into words for people: names of regions and indicators, titles of items, names of fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.dataset.changes.compared import Difference
from pipeline.dataset.tables.csvtext import restore
from pipeline.dataset.types import Key, Source
from pipeline.decision import SUBJECT_FIELDS, VALUE_FIELDS
from pipeline.model import Finding, Place
from pipeline.reference.types import Reference
from pipeline.review.fields import editable_fields, text_of
from pipeline.review.queue import QueueItem
from pipeline.web.words import Phrase, named, told, troubled

_NAMED: Final = {
    "category": "category",
    "category_stated": "category",
    "category_derived": "category",
    "status": "status",
    "indicator_status": "status",
    "level": "level",
    "basis": "basis",
    "online": "online",
}
"""Fields whose values have wordings, and under which name."""
_PARTS: Final = re.compile(
    r"^(?:paragraph|table|line|sheet|block|chart|diagram|subject|hidden text)\b"
    r"|\b(?:row|column|cell|line)(?= [A-Z]{0,3}\d)|\bcaption$"
)
"""The words of an address within a document."""
_CODE: Final = re.compile(r"(\d{2})(?:[. ]?(\d{2}))?(?![\d.])")
_SHORT: Final = (
    (re.compile(r"^kab\b\.?\s*", re.IGNORECASE), "kabupaten "),
    (re.compile(r"^prov\b\.?\s*", re.IGNORECASE), "provinsi "),
)
_REGIONS: Final = ("region_code", "scope_code")


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """Words in one language."""

    reference: Reference
    phrase: Phrase

    def name(self, kind: str, value: str) -> str:
        """Return the wording of a name of the data, of a kind of queue item for instance."""
        return named(self.phrase, kind, value)

    def why(self, text: str) -> str:
        """Return a sentence of the queue in the language."""
        return told(self.phrase, text)

    def trouble(self, message: str) -> str:
        """Return what went wrong in the language."""
        return troubled(self.phrase, message)

    def ask(self, item: QueueItem) -> str:
        """Return the question that an item puts to a person."""
        return self.phrase(f"ask.{item.kind}", why=self.why(item.why))

    def rule(self, rule: str) -> str:
        """Return what a rule, named with its version, reads."""
        name, _, version = rule.rpartition(" ")
        return f"{rule}: {self.name('rule', name)}" if version.isdecimal() and name else rule

    def region(self, code: str | None) -> str:
        """Return the name of a region; a code that is not known stays a code."""
        region = self.reference.regions.get(code or "")
        return region.name if region else code or self.phrase("none.region")

    def edition(self, edition: str | None) -> str:
        """Return the name of an edition."""
        known = self.reference.editions.get(edition or "")
        return known.name if known else edition or self.phrase("none.edition")

    def value(self, field: str, text: str | None) -> str:
        """Return the text of a field for people, a dash for nothing."""
        if text is None:
            return "–"
        if field in _REGIONS:
            return f"{self.region(text)} ({text})"
        if field == "edition":
            return self.edition(text)
        if field == "indicator":
            known = self.reference.indicators.get(int(text)) if text.isdecimal() else None
            return f"{text} · {known.name}" if known else text
        if field == "dimension":
            dimension = self.reference.dimensions.get(text)
            return dimension.name if dimension else text
        return self.name(_NAMED[field], text) if field in _NAMED else text

    def title(self, finding: Finding) -> str:
        """Say what a finding is about: its region and edition."""
        code = finding.scope_code if finding.type == "tally" else finding.region_code
        return f"{self.region(code)} · {self.edition(finding.edition)}"

    def cell(self, key: Key) -> str:
        """Say which row of a table a key names, beside its region."""
        parts = (
            ("edition", key.edition),
            ("basis", key.basis),
            ("dimension", key.dimension),
            ("indicator", str(key.indicator) if key.indicator else None),
            ("level", key.level),
            ("category", key.category),
        )
        return " · ".join(self.value(field, text) for field, text in parts if text is not None)

    def place(self, place: Place) -> str:
        """Say where in a document something stands, empty where that is not known."""
        if place.page is not None:
            return self.phrase("place.page", n=place.page)
        address = place.address or ""
        named_sheet = re.match(r"sheet .+(?= (?:row|cell) )", address)  # a sheet's own name stays as it is
        rest = address[named_sheet.end() :] if named_sheet else address
        first = f"{self.name('at', 'sheet')}{named_sheet[0].removeprefix('sheet')}" if named_sheet else ""
        return first + _PARTS.sub(lambda found: self.name("at", found[0]), rest)

    def plain(self, text: str) -> str:
        """Return a text of a table without what keeps a spreadsheet from running it."""
        return restore(text)

    def cell_value(self, change: Difference, text: str) -> str:
        """Return a value before or after a change for people."""
        shown = self.value(change.column, restore(text) or None)
        if change.column != "status":
            return shown
        return self.name("document_status" if change.table == "documents" else "coverage", shown)

    def regions_meant(self, text: str) -> str:
        """Name the regions that a bare name may mean, nothing where it means one or none."""
        codes = regions_of(self.reference, text)
        return ", ".join(f"{self.region(code)} ({code})" for code in codes) if len(codes) > 1 else ""


def fields_shown(finding: Finding) -> tuple[str, ...]:
    """Return the fields of a finding that a page lists: what it is about, then what it states."""
    fields = dict.fromkeys((*editable_fields(finding), *_stated(finding)))
    return tuple(fields)


def _stated(finding: Finding) -> Iterator[str]:
    for name in (*SUBJECT_FIELDS, *VALUE_FIELDS[finding.type], "unit", "stage"):
        if text_of(finding, name) is not None:
            yield name


def key_of(source: Source) -> str:
    """Return the key under which the desk has the finding of a source."""
    machine = source.verdict.machine if source.verdict else source.finding
    return f"{machine.id}-{machine.value_hash[:6]}"


def region_code(reference: Reference, text: str) -> str:
    """Return the code of the one region that a code or name means; what means none or several stays as it is."""
    found = regions_of(reference, text)
    return found[0] if len(found) == 1 else " ".join(text.split())


def regions_of(reference: Reference, text: str) -> tuple[str, ...]:
    """Return the codes of all regions that a typed text may mean.

    A code may stand without its dot, and in front of a name; a name with its prefix, in short too, or without it.
    """
    text = " ".join(text.split())
    if text in reference.regions:
        return (text,)
    if code := _CODE.match(text):
        typed = ".".join(filter(None, code.groups()))
        return (typed,) if typed in reference.regions else ()
    name = text.casefold()
    for pattern, whole in _SHORT:
        name = pattern.sub(whole, name)
    regions = reference.regions.items()
    full = tuple(code for code, region in regions if region.name.casefold() == name)
    return full or tuple(code for code, region in regions if region.short.casefold() == name)
