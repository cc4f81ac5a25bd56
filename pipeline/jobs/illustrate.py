"""A value's picture: the document behind it found again in the corpus, and the page drawn on which it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import ReadError, StoreError, UsageError
from pipeline.jobs import work
from pipeline.jobs.children import Died, run_apart
from pipeline.model import CorpusItem, Evidence, Finding, Parsed
from pipeline.storage import store
from pipeline.storage.files import AnyPath, lies_in, printable

if TYPE_CHECKING:
    from pipeline.dataset.why.lineage import Lineage
    from pipeline.dataset.why.side import LineageSide
    from pipeline.pictures.evidence import Caption, Picture

ENDING = ".png"

_STANDING: Mapping[str, str] = {
    "held": "waits for review",
    "refused": "refused",
    "rejected": "rejected by a person",
    "outweighed": "outweighed by another source",
    "listed": "no value of the dataset",
}


def check_target(
    target: AnyPath, corpus: AnyPath, *, what: str = "pictures are PNG files", ending: str = ENDING
) -> None:
    """Raise UsageError where a file cannot be called so, or would lie among the documents."""
    if target.suffix.lower() != ending:
        raise UsageError(what, where=printable(str(target)), remedy=f"give a name that ends in {ending}")
    if lies_in(target, corpus):
        raise UsageError(
            "lies in the corpus, where it would be taken for a document",
            where=printable(str(target)),
            remedy="name a file elsewhere",
        )


def illustrate(answer: Lineage, parsed: Sequence[Parsed], *, corpus: AnyPath, target: Path) -> str:
    """Write the picture of the best source of an answer and return a line that says what it shows.

    Raises UsageError where nothing states a value, StoreError where the document is not there as it was read or
    the picture cannot be written, ReadError where its page cannot be drawn.
    """
    from pipeline.pictures.evidence import Caption  # noqa: PLC0415 - Pillow and pypdfium2

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
    order = _Order(corpus=corpus, entry=entry, evidence=finding.evidence, caption=caption)
    picture = _drawn(order)
    store.write(target, picture.png)
    shown = f"{printable(str(target))}: {entry.item.path}, {picture.where}"
    return f"Picture {shown}, {_which(answer, side, parsed)}"


def marked_page(corpus: AnyPath, entry: Parsed, evidence: Sequence[Evidence]) -> Picture:
    """Return the page of the first of ``evidence`` as a PNG, marked, with the others on it paler.

    Raises StoreError where the document is not there as it was read, ReadError where its page cannot be drawn.
    """
    return _drawn(_Order(corpus=corpus, entry=entry, evidence=tuple(evidence)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """What is to be drawn; without a caption the page alone."""

    corpus: AnyPath
    entry: Parsed
    evidence: tuple[Evidence, ...]
    caption: Caption | None = None


def _drawn(order: _Order) -> Picture:
    """Draw in a child process: what comes from outside is opened nowhere else."""
    ((_, picture),) = run_apart(_draw, [order], workers=1, limits=work.LIMITS)
    if isinstance(picture, Died):
        dead = work.killed(order.entry.item, picture)
        raise ReadError("cannot be drawn", where=dead.item.path, remedy=dead.message, code=dead.code)
    return picture


def _draw(order: _Order) -> Picture:
    from pipeline.pictures import evidence  # noqa: PLC0415 - Pillow and pypdfium2

    data = original(order.corpus, order.entry.item)
    if order.caption is None:
        return evidence.marked_page(data, order.entry.document, order.evidence)
    return evidence.evidence_picture(data, order.entry.document, order.evidence, order.caption)


def _value(answer: Lineage, side: LineageSide) -> str:
    """Say the value, and how it stands or what it comes from: ``sedang (from score 41.2)``."""
    value = answer.value or side.value or "no value"
    if side.role != "published":
        return f"{value} ({_STANDING[side.role]})"
    return f"{value} (from {side.value})" if side.value.startswith("score ") else value


def original(corpus: AnyPath, item: CorpusItem) -> bytes:
    """Return the bytes that a document was read from. Raises StoreError where they are gone or others."""
    return bytes_at(location(locations(corpus), item), item)


def bytes_at(location: AnyPath, item: CorpusItem) -> bytes:
    """Return the bytes of a document, as they were read. Raises StoreError where they are others."""
    data = work.document_bytes(item, location)
    if data is None:
        raise StoreError("changed since it was read", where=item.path, remedy="run `ikp run` first")
    return data


def locations(corpus: AnyPath) -> Mapping[str, AnyPath]:
    """Return where the files of a corpus are, by the printed name under which they are known."""
    return {found.name: found.location for found in store.walk(corpus).files}


def location(files: Mapping[str, AnyPath], item: CorpusItem) -> AnyPath:
    """Return the file that a document is, or is a part of. Raises StoreError where it is not there."""
    found = files.get(container(item))
    if found is None:
        raise StoreError(
            "is not in the corpus", where=item.path, remedy="name the folder it was read from with --corpus"
        )
    return found


def container(item: CorpusItem) -> str:
    """Return the path of the file that a document is, or is a part of."""
    return item.path.removesuffix(f"/{item.part}") if item.part else item.path


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
