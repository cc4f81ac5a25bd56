"""A lineage in plain sentences, for people who did not build the pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from pipeline.dataset.why.lineage import Lineage
from pipeline.dataset.why.side import LineageSide, Role
from pipeline.saying import whole_percent

WIDTH = 110

_HEADINGS: dict[Role, str] = {
    "published": "Stated by",
    "outweighed": "Stated otherwise by",
    "held": "Waiting for review",
    "refused": "Refused, for it cannot be true",
    "rejected": "Rejected by a person",
    "listed": "Read, and taken by no table of values",
}


def render_lineage(lineage: Lineage) -> str:
    """Return the lineage as text: the value, why it is what it is, and the words of every source."""
    answer = lineage.value if lineage.value is not None else f"no value ({lineage.status})"
    lines = [f"{lineage.subject}", f"{lineage.column}: {answer}"]
    if lineage.reasons:
        lines += ["", *(fill(reason, WIDTH) for reason in lineage.reasons)]
    for role, heading in _HEADINGS.items():
        sides = [side for side in lineage.sides if side.role == role]
        if sides:
            lines += ["", f"{heading}:"]
        for place, side in enumerate(sides, start=1):
            lines += _lines(place, side)
    return "\n".join(lines) + "\n"


def _lines(place: int, side: LineageSide) -> Iterator[str]:
    said = f"{side.value}, in " if side.value else ""
    yield f"  {place}. {said}{side.document} ({_origin(side)})"
    if side.copies:
        names = ", ".join(side.copies)
        yield _indented(f"and {len(side.copies)} {'copy' if len(side.copies) == 1 else 'copies'} of it: {names}")
    yield _indented(side.context or f"»{side.quote}«")
    yield f"     {_where(side)}"
    waits = "left to a person" if side.decided else "waits for a person"
    accepted = "accepted automatically" if side.decision == "auto" else waits
    sure = f"sure to {whole_percent(side.confidence)}%"
    yield f"     read by rule {side.rule} (version {side.rule_version}), {sure}, {accepted}"
    yield f"     finding {side.finding_id}"
    yield from (_indented(sentence) for sentence in side.decided)
    if side.note:
        yield f"     {side.note}"


def _indented(words: str) -> str:
    return fill(words, WIDTH, initial_indent=" " * 5, subsequent_indent=" " * 5)


def _origin(side: LineageSide) -> str:
    return ", ".join((side.issuer or "issuer not known", side.date or "no date"))


def _where(side: LineageSide) -> str:
    page = f"page {side.page}" if side.page else None
    line = f"line {side.line} of the text" if side.line else None
    parts = [part for part in (page, side.address or line) if part]
    return f"at {', '.join([*parts, f'characters {side.start} to {side.end}'])}"
