"""What the dataset needs of a document: what it was read to say, without its text."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.decision import Verdict
from pipeline.model import CorpusItem, Finding, Metadata, Parsed, Quarantined


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A document's item, metadata and findings; ten thousand of them fit into memory, their texts would not.

    ``in_table`` tells of each finding whether a table row holds its words; ``published`` is the day that the file
    itself declares; ``sketch`` and ``percents`` are those of the ``Extraction``. ``verdicts`` are what
    people decided of each finding, empty where they decided nothing of any.
    """

    item: CorpusItem
    metadata: Metadata
    findings: tuple[Finding, ...]
    in_table: tuple[bool, ...]
    reader: str
    reader_version: int
    grade: float
    published: date | None = None
    sketch: Sequence[int] = ()
    percents: tuple[int, ...] = ()
    verdicts: tuple[Verdict | None, ...] = ()

    @property
    def judged(self) -> Iterable[tuple[Finding, Verdict | None]]:
        """Each finding with what people decided of it."""
        return zip(self.findings, self.verdicts or (None,) * len(self.findings), strict=True)


def account_of(parsed: Parsed) -> Account:
    """Return what the dataset needs of a document that was read."""
    document, extraction = parsed.document, parsed.extraction
    spans = (block.span for block in document.blocks if block.kind == "table_row")
    return Account(
        item=parsed.item,
        metadata=extraction.metadata,
        findings=extraction.findings,
        in_table=in_rows(extraction.findings, ((span.start, span.end) for span in spans)),
        reader=document.reader,
        reader_version=document.reader_version,
        grade=document.grade,
        published=document.published,
        sketch=packed(extraction.sketch),
        percents=extraction.percents,
    )


def packed(sketch: Iterable[int]) -> Sequence[int]:
    """Return the hashes of a sketch so that they take four bytes each, and not thirty-six."""
    return array("I", sketch)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """All that a record says that published values depend on, but where the document came from.

    ``about`` is what is said of the document itself: who published it and when, or why it could not be read;
    ``findings`` what each finding says, by id, wherever in the text it stands.
    """

    about: tuple[object, ...]
    findings: Mapping[str, tuple[object, ...]]


def said(account: Account | Quarantined) -> Said:
    """Return what a record says: two that say the same are published alike."""
    if isinstance(account, Quarantined):
        return Said(about=(account.code,), findings={})
    found: dict[str, list[tuple[object, ...]]] = {}
    for finding, in_table in zip(account.findings, account.in_table, strict=True):
        found.setdefault(finding.id, []).append((*_statement(finding), in_table))
    return Said(
        about=(account.metadata, account.published, tuple(account.sketch), account.percents),
        findings={name: tuple(sorted(says, key=repr)) for name, says in found.items()},
    )


def _statement(finding: Finding) -> tuple[object, ...]:
    """Return what a finding says; its value hash leaves out who is counted, in what, and whether it is sure."""
    scale = (finding.rank_scope, finding.unit, finding.stage, finding.decision)
    return (finding.value_hash, *scale, finding.raw)


def in_rows(findings: Iterable[Finding], rows: Iterable[tuple[int, int]]) -> tuple[bool, ...]:
    """Tell of each finding whether its words begin within one of the table rows, given as starts and ends."""
    ordered = sorted(rows)
    starts = [start for start, _ in ordered]

    def inside(place: int) -> bool:
        row = bisect_right(starts, place) - 1
        return row >= 0 and place < ordered[row][1]

    return tuple([inside(finding.span.start) for finding in findings])
