"""Which source is believed when sources disagree: one ordered tuple of rules, each with its sentence.

The first rule that tells two sources apart decides, whatever the order in which they were read. Where one document
contradicts itself no rule decides: nothing is published until a person has looked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.dataset.types import DocumentRecord, Source
from pipeline.text import fold

NATIONAL, PROVINCIAL, LOCAL, NEWS = range(4)
"""Ranks of issuers, the most trusted first."""

UNDECIDED = "undecided"
"""Name of the last rule: it puts the sides of a document that contradicts itself in order, and chooses none."""

_BODY = ("bawaslu", "badan pengawas pemil", "panitia pengawas pemil", "panwas")
_NATIONAL_WORDS = ("bawaslu ri", "bawaslu republik", "umum republik indonesia", "umum ri")
_LOCAL_WORDS = ("kabupaten", "kab.", "kota ", "kecamatan", "panwas")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """``key`` gives the smaller value to the source that is believed; ``sentence`` says so to a reader."""

    name: str
    sentence: str
    key: Callable[[Source], tuple[int | str, ...]]


def issuer_rank(document: DocumentRecord) -> int:
    """Return 0 for Bawaslu RI, 1 for a provincial Bawaslu, 2 for a regency or city one, 3 for everyone else.

    An issuer that names no level ("Bawaslu Banten") has the level of the document's own region.
    """
    return _rank(document.issuer or "", document.region_code)


@cache  # a few hundred issuers, weighed for every finding
def _rank(name: str, region_code: str | None) -> int:
    issuer = fold(name)
    if not issuer.startswith(_BODY):
        return NEWS
    if issuer == "bawaslu" or issuer.endswith("republik indonesia") or issuer.startswith(_NATIONAL_WORDS):
        return NATIONAL
    if "provinsi" in issuer:
        return PROVINCIAL
    if any(word in issuer for word in _LOCAL_WORDS):
        return LOCAL
    return _rank_of_region(region_code)


def _rank_of_region(code: str | None) -> int:
    if code == "ID":
        return NATIONAL
    return PROVINCIAL if code is not None and "." not in code else LOCAL


def _newest_first(source: Source) -> tuple[int]:
    day = source.document.day
    return (-day.toordinal() if day else 0,)


def _position(source: Source) -> tuple[int | str, ...]:
    finding = source.finding
    span = finding.span
    return (span.start, span.end, finding.rule, finding.id, finding.value_hash)


PRECEDENCE: tuple[Rule, ...] = (
    Rule(
        name="own edition",
        sentence="a value stated for its own edition goes before one quoted later for comparison",
        key=lambda source: (int(source.finding.previous),),
    ),
    Rule(
        name="issuer",
        sentence="Bawaslu RI goes before a provincial Bawaslu, that before a regency or city Bawaslu, "
        "that before news media and others",
        key=lambda source: (issuer_rank(source.document),),
    ),
    Rule(
        name="table",
        sentence="a table goes before running text",
        key=lambda source: (int(not source.in_table),),
    ),
    Rule(
        name="newer",
        sentence="the newer document goes before the older, by day of publication or, failing that, of the event",
        key=_newest_first,
    ),
    Rule(
        name="confirmed",
        sentence="what a person has confirmed in its document goes before what nobody has looked at",
        key=lambda source: (int(not source.confirmed),),
    ),
    Rule(
        name="document order",
        sentence="nothing else tells them apart: the document whose SHA-256 sorts first is taken",
        key=lambda source: (source.document.sha256,),
    ),
    Rule(
        name=UNDECIDED,
        sentence="one document contradicts itself, and nothing is published until a person decides",
        key=_position,
    ),
)

_KEYS = [rule.key for rule in PRECEDENCE]

STATED_BEFORE_DERIVED = Rule(
    name="stated before derived",
    sentence="the category that a document states goes before the one that follows from the score",
    key=lambda _: (),
)

HELD_BACK = Rule(
    name="held back",
    sentence="a check holds the row back, and nothing of it is published until a person decides",
    key=lambda _: (),
)

OTHERS: tuple[Rule, ...] = (STATED_BEFORE_DERIVED, HELD_BACK)
"""Rules that weigh no two sources against each other."""

SENTENCES: dict[str, str] = {rule.name: rule.sentence for rule in (*PRECEDENCE, *OTHERS)}


def precedence(source: Source) -> tuple[tuple[int | str, ...], ...]:
    """Return the sort key of ``source``; the smallest is believed."""
    return tuple([key(source) for key in _KEYS])


def ordered(sources: Sequence[Source]) -> Sequence[Source]:
    """Return sources in order, the one that is believed first."""
    return sorted(sources, key=precedence) if len(sources) > 1 else sources


def deciding_rule(winner: Source, loser: Source) -> str:
    """Return the name of the first rule that puts ``winner`` before ``loser``."""
    return next((rule.name for rule in PRECEDENCE if rule.key(winner) != rule.key(loser)), PRECEDENCE[-1].name)
