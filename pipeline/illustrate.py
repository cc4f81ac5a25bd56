"""A value's picture: the document behind it found again in the corpus, and the page drawn on which it stands."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import store
from pipeline.errors import StoreError, UsageError
from pipeline.model import CorpusItem, Finding, Parsed

if TYPE_CHECKING:
    from pipeline.dataset.why import Lineage, LineageSide

ENDING = ".png"

_STANDING: Mapping[str, str] = {
    "held": "waits for review",
    "refused": "refused",
    "outweighed": "outweighed by another source",
    "listed": "no value of the dataset",
}


def check_target(target: Path, corpus: Path) -> None:
    """Raise UsageError where a picture cannot be called so, or would lie among the documents."""
    if target.suffix.lower() != ENDING:
        raise UsageError(
            "pictures are PNG files",
            where=store.printable(str(target)),
            remedy=f"give a name that ends in {ENDING}",
        )
    if target.resolve().is_relative_to(corpus.resolve()):
        raise UsageError(
            "lies in the corpus, where it would be taken for a document",
            where=store.printable(str(target)),
            remedy="name a file elsewhere",
        )


def illustrate(answer: Lineage, parsed: Sequence[Parsed], *, corpus: Path, target: Path) -> str:
    """Write the picture of the best source of an answer and return a line that says what it shows.

    Raises UsageError where nothing states a value, StoreError where the document is not there as it was read or
    the picture cannot be written, ReadError where its page cannot be drawn.
    """
    from pipeline.readers.picture import Caption, evidence_picture  # noqa: PLC0415 - Pillow and pypdfium2

    if not answer.sides:
        raise UsageError(
            "no document states it, so there is nothing to draw",
            where=answer.subject,
            remedy="ask without --picture",
        )
    side = answer.sides[0]
    entry, finding = _source(side, parsed)
    caption = Caption(
        value=f"{answer.column}: {_value(answer, side)}",
        subject=answer.subject,
        file=entry.item.path,
        rule=f"rule {side.rule} (version {side.rule_version})",
    )
    picture = evidence_picture(original(corpus, entry.item), entry.document, finding.evidence, caption)
    store.write(target, picture.png)
    shown = f"{store.printable(str(target))}: {entry.item.path}, {picture.where}"
    return f"Picture {shown}, {_which(answer, side, parsed)}"


def _value(answer: Lineage, side: LineageSide) -> str:
    """Say the value, and how it stands or what it comes from: ``sedang (from score 41.2)``."""
    value = answer.value or side.value or "no value"
    if side.role != "published":
        return f"{value} ({_STANDING[side.role]})"
    return f"{value} (from {side.value})" if side.value.startswith("score ") else value


def original(corpus: Path, item: CorpusItem) -> bytes:
    """Return the bytes that a document was read from. Raises StoreError where they are gone or others."""
    data = _bytes_of(corpus, item)
    if hashlib.sha256(data).hexdigest() != item.sha256:
        raise StoreError("changed since it was read", where=item.path, remedy="run `ikp run` first")
    return data


def _bytes_of(corpus: Path, item: CorpusItem) -> bytes:
    for found in store.walk(corpus).files:
        if found.name == item.path:
            return store.read_bytes(found.location)
    raise StoreError(
        "is not in the corpus", where=item.path, remedy="name the folder it was read from with --corpus"
    )


def _source(side: LineageSide, parsed: Sequence[Parsed]) -> tuple[Parsed, Finding]:
    """Return the document and finding of a side; one id may stand for two values of a document."""
    return next(
        (entry, finding)
        for entry in parsed
        if (entry.item.path, entry.item.sha256) == (side.document, side.sha256)
        for finding in entry.extraction.findings
        if (finding.id, finding.span.start, finding.span.end) == (side.finding_id, side.start, side.end)
    )


def _which(answer: Lineage, side: LineageSide, parsed: Sequence[Parsed]) -> str:
    """Say how many places there are that state the same, further evidence of one finding among them."""
    alike = [_source(one, parsed)[1] for one in answer.sides if one.role == side.role]
    places = sum(len(finding.evidence) for finding in alike)
    return f"the first of {places} places that state it" if places > 1 else "the only place that states it"
