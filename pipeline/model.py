"""Every value type of the pipeline: frozen, slotted, keyword-only.

Spans are half-open ranges of characters of ``Document.text``. Numbers that were read from a document are
``Decimal``. A change is ``dataclasses.replace``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Category = Literal["tinggi", "sedang", "rendah"]
FindingType = Literal["score", "category", "dimension_score", "indicator", "tally", "mitigation"]
Status = Literal["reported", "potential", "denied", "historical"]
BlockKind = Literal["heading", "paragraph", "list_item", "table_row", "note"]
Basis = Literal["provinsi", "agregat_kabkota"]
TallyLevel = Literal["province", "regency_city", "district", "polling_station"]
DocumentKind = Literal["press_release", "news", "report", "form"]

CATEGORIES: tuple[Category, ...] = ("tinggi", "sedang", "rendah")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of ``Document.text``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}..{self.end} is not a range")

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether ``other`` shares a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a piece of text stands in the original.

    ``page`` counts from 1; ``bbox`` is x0, top, x1, bottom in points of that page (origin top left).
    ``address`` is for formats without pages: ``paragraph 12``, ``table 2 row 3 cell 1``, ``line 40``.
    """

    page: int | None = None
    bbox: tuple[float, float, float, float] | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """One cell of a table row. An empty cell has an empty span; a merged cell stands in each column it covers."""

    span: Span
    place: Place = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list item, table row or note, in reading order.

    ``span`` leaves out a list marker; ``number`` is the item's number where it is numbered, whether the
    number stands in the text or comes from Word's numbering; ``level`` is the depth of a heading or list item,
    from 1. ``table`` numbers the tables of the document from 1; ``cells`` are the row's cells from left to
    right. ``main`` is false for text outside the article proper (navigation, comments, related links) that
    the reader kept so that nothing is lost. ``confidence`` (0 to 1) says how sure the reader is of the block where
    that may be doubted: of words recognised in a picture, of a table whose rows two methods read differently.
    """

    kind: BlockKind
    span: Span
    place: Place = Place()
    cells: tuple[TableCell, ...] = ()
    table: int | None = None
    number: int | None = None
    level: int = 1
    main: bool = True
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something a person should know: an unread page, an odd encoding, an unknown column.

    ``level`` is ``info``, ``warning`` or ``error``; ``code`` is a short fixed word to count by; ``document`` is
    the SHA-256 of the document, or None where the notice belongs to none.
    """

    level: Literal["info", "warning", "error"]
    code: str
    message: str
    document: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusItem:
    """A file of the corpus and where it came from.

    ``path`` is relative to the corpus folder, with forward slashes; ``family`` names the same publication over
    time (its URL, or its path); ``fetched_at`` is an ISO time, or None for a file that was put there by hand.
    ``part`` is the end of ``path`` that lies inside a container: ``lampiran/skor.xlsx`` of the attachment
    ``surat.eml/lampiran/skor.xlsx``; None for a file of its own. ``gone_at`` is the ISO time at which its page was
    found to be gone, None while it is there. ``issuer`` and ``region_code`` are those of the source that brought
    it, where the source has any: they stand in for what the document does not say.
    """

    sha256: str
    path: str
    media_type: str
    size: int
    source: str
    family: str
    url: str | None = None
    fetched_at: str | None = None
    part: str | None = None
    gone_at: str | None = None
    issuer: str | None = None
    region_code: str | None = None

    @property
    def name(self) -> str:
        """The name of the file in the corpus, without folders; of a part, that of its container."""
        file = self.path.removesuffix(f"/{self.part}") if self.part else self.path
        return file.rpartition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedWord:
    """A word recognised in a picture: its characters in the text, its place, and how sure it is (0 to 1)."""

    span: Span
    place: Place
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a reader made of the bytes: one text and its blocks.

    ``title``, ``site`` and ``published`` are what the file itself declares (HTML metadata, Word properties),
    None where it declares nothing. ``grade`` (0 to 1) is the share of the document that was read. ``words`` are
    those that come from OCR, in the order of the text; empty where nothing was recognised in pictures.
    """

    sha256: str
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    reader: str
    reader_version: int
    grade: float = 1.0
    title: str | None = None
    site: str | None = None
    published: date | None = None
    notices: tuple[Notice, ...] = ()
    words: tuple[ScannedWord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Who published the document, about which region, and when; None where the document does not say.

    ``event_date`` is the day of the event reported; ``published`` the day of publication.
    """

    kind: DocumentKind
    issuer: str | None = None
    region_code: str | None = None
    published: date | None = None
    event_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What is known of a document from its source: the issuer and the region, None where unknown."""

    issuer: str | None = None
    region_code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Verbatim words and where they stand: ``document.text[span.start:span.end] == raw``, never empty."""

    raw: str
    span: Span
    place: Place = Place()

    def __post_init__(self) -> None:
        if not self.raw or len(self.raw) != self.span.end - self.span.start:
            raise ValueError(f"evidence {self.raw[:40]!r} does not fill {self.span}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One of several things a phrase may mean: a region code, an indicator number or an edition id."""

    value: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """How a phrase was matched.

    ``score`` and ``runner_up`` (the best score of any other meaning) run from 0 to 100; ``matched`` is the
    wording that won.
    """

    kind: Literal["exact", "alias", "fuzzy", "none"]
    score: float
    runner_up: float = 0.0
    matched: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fact that a document states, with the words that state it.

    Which fields are filled depends on ``type``:

    - score: ``score`` (or None for a bare rank), ``category``, ``rank``, ``rank_scope``, ``basis``;
    - category: ``category``, ``rank``;
    - dimension_score: ``dimension`` with ``score``, ``category`` or ``rank``;
    - indicator: ``indicator`` 1 to 61, or None and then ``label``; ``count``, ``unit``, ``stage``, ``status``;
    - tally: ``scope_code``, ``level``, ``category``, ``n``, and ``dimension`` where it holds for one only;
    - mitigation: ``label``.

    ``previous`` marks a value of an earlier edition that is quoted for comparison. ``evidence`` holds every
    place that states the fact, the plainest first. ``confidence`` is 0 to 1. ``id`` names the fact over time,
    ``evidence_hash`` its words, ``value_hash`` its value (see ``extract.identity``).
    """

    id: str
    document: str
    type: FindingType
    region_code: str | None
    edition: str | None
    evidence: tuple[Evidence, ...]
    rule: str
    rule_version: int
    confidence: float
    decision: Literal["auto", "review"]
    evidence_hash: str
    value_hash: str
    score: Decimal | None = None
    category: Category | None = None
    rank: int | None = None
    rank_scope: str | None = None
    basis: Basis | None = None
    dimension: str | None = None
    indicator: int | None = None
    label: str | None = None
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

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"finding {self.id} has no evidence")

    @property
    def raw(self) -> str:
        """The verbatim words of the first evidence."""
        return self.evidence[0].raw

    @property
    def span(self) -> Span:
        """The span of the first evidence."""
        return self.evidence[0].span

    @property
    def place(self) -> Place:
        """The place of the first evidence."""
        return self.evidence[0].place


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that was taken from one document.

    ``sketch`` stands for its words where copies of one text are looked for (see ``extract.sketch``); empty for a
    text that is too short for that. ``percents`` are the places of findings with a score written as a percentage.
    """

    metadata: Metadata
    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...] = ()
    sketch: tuple[int, ...] = ()
    percents: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A corpus item with all that was computed from it: what the store keeps, one JSON a document."""

    item: CorpusItem
    document: Document
    extraction: Extraction

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The facts that the document states."""
        return self.extraction.findings

    @property
    def metadata(self) -> Metadata:
        """Who published the document, about which region, and when."""
        return self.extraction.metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """A corpus item that could not be read: ``code`` is the fixed reason, ``message`` one line for a person."""

    item: CorpusItem
    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that was written: the number of its bytes, and their SHA-256."""

    size: int
    sha256: str
