"""The words behind a value, as the report tells them: one row a document, the best first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from pipeline.dataset.report.detail import Detail, named, quoted, valued
from pipeline.dataset.types import DocumentRecord, Record, Source
from pipeline.saying import in_words, whole_percent

Plain: TypeAlias = "str | int | bool | Sequence[Plain] | dict[str, Plain] | None"
"""What JSON holds."""

Role = Literal["stated", "held"]

EVIDENCE: Final = ("role", "says", "document", "page", "address", "quote", "rule", "confidence", "person")
"""What a row of evidence holds. ``person`` is what people decided of it, null where nobody did."""
DOCUMENT: Final = ("file", "issuer", "day", "kind")


@dataclass(slots=True)
class Register:
    """Numbers what many rows name: documents and rules are told once, and rows hold their number."""

    _documents: dict[str, int] = field(default_factory=dict)
    _told: list[Plain] = field(default_factory=list)
    _rules: dict[str, int] = field(default_factory=dict)

    def document(self, record: DocumentRecord) -> int:
        """Return the number of a document."""
        key = f"{record.sha256} {record.file}"
        if key not in self._documents:
            self._documents[key] = len(self._told)
            issuer = named(record.issuer) if record.issuer else None
            day = record.day.isoformat() if record.day else None
            self._told.append([named(record.file), issuer, day, record.kind])
        return self._documents[key]

    def rule(self, name: str) -> int:
        """Return the number of a rule."""
        return self._rules.setdefault(name, len(self._rules))

    @property
    def documents(self) -> list[Plain]:
        """All documents that were named, as rows of ``DOCUMENT``."""
        return self._told

    @property
    def rules(self) -> list[Plain]:
        """All rules that were named."""
        return list(self._rules)


def says(source: Source) -> str:
    """Return what a finding states, in the words of the data: ``66.53 sedang #6``."""
    finding = source.finding
    return valued(in_words(finding.type, lambda name: getattr(finding, name)))


def row(source: Source, role: Role, register: Register, most: int) -> Plain:
    """Return a row of ``EVIDENCE``, its quote of ``most`` characters at most."""
    finding = source.finding
    return [
        role,
        says(source),
        register.document(source.document),
        finding.place.page,
        valued(finding.place.address) if finding.place.address else None,
        quoted(finding.raw, most),
        register.rule(f"{finding.rule} {finding.rule_version}"),
        whole_percent(finding.confidence),
        source.verdict.state if source.verdict else None,
    ]


def behind(record: Record, detail: Detail, register: Register) -> list[Plain]:
    """Return the rows of a record: documents that state its values, then those that wait for a person."""
    stated = independent(published(record))[: detail.sources]
    held = independent(waiting(record))[: detail.sources]
    return [
        *(row(source, "stated", register, detail.quote) for source in stated),
        *(row(source, "held", register, detail.quote) for source in held),
    ]


def published(record: Record) -> list[Source]:
    """Return every source behind a published value of the record, cell by cell, each once."""
    return _once(source for cell in record.cells for source in cell.sources)


def waiting(record: Record) -> list[Source]:
    """Return every source of the record that waits for a person, each once."""
    return _once(source for cell in record.cells for source in cell.held)


def _once(sources: Iterable[Source]) -> list[Source]:
    return list({id(source): source for source in sources}.values())


def independent(sources: Iterable[Source]) -> list[Source]:
    """Put copies of a text that was heard before last, for a reader sees the first few."""
    heard: set[str] = set()
    first: list[Source] = []
    copies: list[Source] = []
    for source in sources:
        (copies if source.document.voice in heard else first).append(source)
        heard.add(source.document.voice)
    return first + copies


def counted(record: Record) -> tuple[int, int, int]:
    """Return how many documents state the record, how many of them are independent, how many findings wait."""
    sources = published(record)
    return (
        len({source.document.sha256 for source in sources}),
        len({source.document.voice for source in sources}),
        len(waiting(record)),
    )
