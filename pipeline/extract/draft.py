"""Drafts: what a rule found, before facts of one document are joined and given their identity."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from pipeline.model import Basis, Candidate, Category, FindingType, Match, Span, Status, TallyLevel
from pipeline.reference.calibration import KNOWN_DOUBT


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule's fixed name and version. The version rises when the rule's results change."""

    id: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A region that something is said about: its code, or candidates where nothing decides.

    ``start`` and ``end`` are characters of the document, equal where the region is carried over from elsewhere;
    ``doubt`` runs from 0 to 1.
    """

    code: str | None
    doubt: float
    candidates: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    carried: bool = False

    def in_doubt(self, least: float) -> Subject:
        """Return the region with a doubt of at least ``least``."""
        return replace(self, doubt=max(self.doubt, least))


COUNTRY = Subject(code="ID", doubt=0.0, candidates=("ID",), carried=True)
"""The whole country, where a text speaks of it without a region."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One statement: its fields are those of ``model.Finding``; ``confidence`` is the rule's own, 0 to 1.

    ``span`` holds the words that state it, ``also`` further words it rests on, such as the heading of a list.
    ``issue`` is the fixed name of a known issue outside the catalog: drafts of one issue are one fact, whatever
    words each has for it.
    """

    type: FindingType
    subject: Subject
    edition: str | None
    span: Span
    rule: Rule
    confidence: float
    also: tuple[Span, ...] = ()
    score: Decimal | None = None
    category: Category | None = None
    rank: int | None = None
    rank_scope: str | None = None
    basis: Basis | None = None
    dimension: str | None = None
    indicator: int | None = None
    label: str | None = None
    issue: str | None = None
    count: int | None = None
    unit: str | None = None
    status: Status = "reported"
    stage: str | None = None
    scope_code: str | None = None
    level: TallyLevel | None = None
    n: int | None = None
    previous: bool = False
    match: Match | None = None
    candidates: tuple[Candidate, ...] = ()


def doubted(draft: Draft) -> Draft:
    """Return a draft that has to wait for a person, whatever else speaks for it."""
    return replace(draft, confidence=min(draft.confidence, KNOWN_DOUBT))
