"""One finding behind a value or against it, as the value's lineage shows it: words, place, rule, decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.dataset.types import Listed, Source
from pipeline.model import Finding, Span

Role = Literal["published", "outweighed", "held", "refused", "rejected", "listed"]


Texts = Callable[[str], str | None]
"""Gives the text of a document by its SHA-256, None where it is not known."""


CONTEXT = 90
"""Characters of the document that are shown on either side of a quote."""


_CATEGORY = ("category", "category_stated", "category_derived")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageSide:
    """One finding behind a value or against it.

    ``source`` is the finding itself; ``around`` what stands before the quote, the quote, and what after it, None
    where the text is not known; ``copies`` are the files that hold the same text and say the same; ``decided`` are
    sentences, one for each decision that a person took on it.
    """

    role: Role
    source: Source
    value: str
    finding_id: str
    document: str
    sha256: str
    issuer: str | None
    date: str | None
    quote: str
    around: tuple[str, str, str] | None
    start: int
    end: int
    page: int | None
    line: int | None
    address: str | None
    rule: str
    rule_version: int
    confidence: float
    decision: Literal["auto", "review"]
    note: str | None = None
    copies: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()

    @property
    def context(self) -> str | None:
        """The quote between » and «, in its surroundings, on one line."""
        if self.around is None:
            return None
        before, quote, after = self.around
        return " ".join(f"{before}»{quote}«{after}".split())


def side_of(entry: Listed, fields: Sequence[str], texts: Texts) -> LineageSide:
    """Return a finding as a side, with what it says of ``fields``."""
    return side(_role(entry.standing), entry.source, fields, texts, note=entry.reason)


def _role(standing: str) -> Role:
    roles: tuple[Role, ...] = ("published", "outweighed", "held", "refused", "rejected")
    return next((role for role in roles if role == standing), "listed")


def side(
    role: Role,
    source: Source,
    fields: Sequence[str],
    texts: Texts,
    *,
    note: str | None = None,
) -> LineageSide:
    """Return a source as a side of a role; ``note`` is a reason that stands with it."""
    finding, document = source.finding, source.document
    text = texts(document.sha256)
    return LineageSide(
        role=role,
        source=source,
        value=said_of(finding, fields),
        finding_id=finding.id,
        document=document.file,
        sha256=document.sha256,
        issuer=document.issuer,
        date=document.day.isoformat() if document.day else None,
        quote=finding.raw,
        around=None if text is None else _around(text, finding.span),
        start=finding.span.start,
        end=finding.span.end,
        page=finding.place.page,
        line=None if text is None else text.count("\n", 0, finding.span.start) + 1,
        address=finding.place.address,
        rule=finding.rule,
        rule_version=finding.rule_version,
        confidence=finding.confidence,
        decision=finding.decision,
        note=note,
        decided=tuple(_decided(source)),
    )


def _stated(finding: Finding, field: str) -> str | None:
    """Return what the finding says about a field, as it would be said aloud."""
    if field == "rank" and finding.rank is not None:
        return f"rank {finding.rank}" + (f" ({finding.rank_scope})" if finding.rank_scope else "")
    if field == "count" and finding.count is not None:
        return f"{finding.count} {finding.unit or ''}".strip()
    if field in _CATEGORY:
        stated = finding.category or (f"score {finding.score}" if finding.score is not None else None)
        return f"score {finding.score}" if field == "category_derived" and finding.score is not None else stated
    value = getattr(finding, "status" if field == "indicator_status" else field, None)
    return None if value is None else str(value)


def said_of(finding: Finding, fields: Sequence[str]) -> str:
    """Return what a finding says of some fields, empty where it says nothing."""
    return ", ".join(said for said in (_stated(finding, field) for field in fields) if said)


def _decided(source: Source) -> Iterator[str]:
    """Yield who decided what of a finding, and when; and what became of it since where that is not plain."""
    for ruling in source.verdict.rulings if source.verdict else ():
        line = ruling.decision
        change = f" {line.before or 'nothing'} -> {line.after or 'nothing'}" if line.verb == "edit" else ""
        since = f"; {ruling.outcome}: {ruling.why}" if ruling.why else ""
        remark = f" ({line.reason})" if line.reason else ""
        yield f"{line.verb} {line.field}{change} by {line.actor}, {line.at}{remark}, decision {line.id}{since}"


def _around(text: str, span: Span) -> tuple[str, str, str]:
    """Return up to CONTEXT characters before a quote, the quote, and as many after it; … where there is more."""
    start, end = span.start, span.end
    lead, trail = "…" if start > CONTEXT else "", "…" if end + CONTEXT < len(text) else ""
    return f"{lead}{text[max(0, start - CONTEXT) : start]}", text[start:end], f"{text[end : end + CONTEXT]}{trail}"
