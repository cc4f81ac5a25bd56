"""What a run remembers of the last one, and from that what is left to do. Pure: no file is opened here.

A document is done again when its bytes, its provenance or the code that reads it changed, when another engine is
there to recognise its pictures of text, or when its record in the output folder is no longer what was written.
When only the extraction or the project's corrections changed, its text is used again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from pipeline.decision import NOTHING, Decided
from pipeline.model import CorpusItem, Quarantined
from pipeline.reference.types import ProjectAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A file's content hash, with the size and times (nanoseconds) at which it was taken.

    ``settled`` tells that the file was at least two seconds old by then. Until it is, equal times prove nothing: a
    second write may fall into the same tick of the file system's clock. ``tag`` is an object's entity tag, which
    changes with the bytes; empty for a file.
    """

    size: int
    mtime_ns: int
    ctime_ns: int
    sha256: str
    settled: bool
    tag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """Hashes of the code and tables that reading, extracting and building the dataset depend on.

    ``ocr`` names the engine that reads pictures of text, and its version; ``aliases`` hashes what the project's
    corrections mean, empty where there are none. ``extract`` holds all that extraction depends on, ``dataset`` all
    of it; ``rules`` (code of extraction and dataset) and ``tables`` (of reference) are parts of that, which tell
    what changed between two runs; empty where an earlier version wrote them.
    """

    read: str
    extract: str
    dataset: str
    ocr: str = "none"
    aliases: str = ""
    rules: str = ""
    tables: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A document that was worked on: its item, the code that did it, its record's stamp.

    ``quarantined`` is the reason code, None for a document that was read; ``lines`` are what a person should see.
    ``ocr`` is the engine that was there for a document with pictures of text, None where it needed none.
    ``aliases`` hashes the corrections that were in force, of which those named in ``used`` and ``contested`` are
    what ``alias_use`` says of them.
    """

    item: CorpusItem
    read: str
    extract: str
    output: Stamp
    quarantined: str | None = None
    ocr: str | None = None
    lines: tuple[str, ...] = ()
    aliases: str = ""
    used: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A document inside a mail or a zip file; ``path`` is its name there, unique and fit for print."""

    path: str
    sha256: str
    size: int
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something inside a mail or a zip file that cannot be taken: ``path`` there, reason code, one line."""

    path: str
    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a mail or a zip file holds; ``code`` and ``message`` tell why it could not be opened, if so."""

    parts: tuple[Part, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    code: str | None = None
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Findings of one type: how many are accepted, wait for review, or were rejected by people."""

    auto: int = 0
    review: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a run did and what there is now. ``lines`` need a person, ``asides`` are worth a line but no more.

    ``read`` and ``extracted`` count documents read afresh and those extracted again from text already read,
    ``removed`` those that have left the corpus, ``replaced`` those in whose place another version lies now;
    ``conflicts_open`` of the ``conflicts`` wait for a person; ``covered`` counts regions with a published value,
    of ``regions``; ``warnings`` counts failed checks that do not stop publication, ``held_back`` the rows that
    they hold back, ``failed`` are those that did stop it; ``published`` tells that a dataset is there, of this run
    or an earlier one; ``carried`` counts what became of decisions, by outcome
    and why; ``rebuilt`` tells that the dataset was built anew.
    """

    documents: int = 0
    read: int = 0
    extracted: int = 0
    unchanged: int = 0
    removed: int = 0
    replaced: int = 0
    duplicates: int = 0
    quarantined: tuple[tuple[str, str], ...] = ()
    findings: Mapping[str, Counted] = field(default_factory=dict)
    conflicts: int = 0
    conflicts_open: int = 0
    covered: int = 0
    regions: int = 0
    warnings: int = 0
    held_back: int = 0
    failed: tuple[str, ...] = ()
    published: bool = True
    carried: tuple[tuple[str, str, int], ...] = ()
    rebuilt: bool = False
    lines: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The dataset as last built: ``key`` hashes all it was made from, ``files`` are the published files."""

    key: str
    files: Mapping[str, Stamp]
    summary: Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """All that is remembered: corpus files by path, documents and containers by SHA-256, the dataset.

    ``media_types`` and ``contents`` were found by the code of version ``read``; ``corpus`` is the folder of the
    files, as seen from the output folder, empty where an earlier version wrote the state.
    """

    read: str = ""
    corpus: str = ""
    files: Mapping[str, Stamp] = field(default_factory=dict)
    media_types: Mapping[str, str] = field(default_factory=dict)
    contents: Mapping[str, Contents] = field(default_factory=dict)
    documents: Mapping[str, Done] = field(default_factory=dict)
    published: Published | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One document to work on: where its bytes are, and whether its stored text can be used again.

    ``aliases`` are the project's corrections in force, without remarks: what ``versions.aliases`` hashes.
    ``before`` is the SHA-256 of the document whose record is replaced: its own, or that of the version of the
    publication before it; empty for a new one.
    """

    location: str
    item: CorpusItem
    out: str
    versions: Versions
    reuse: bool = False
    aliases: tuple[ProjectAlias, ...] = ()
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """What the records alone do not tell: files with the bytes of another, files whose bytes nobody could read."""

    copies: tuple[CorpusItem, ...] = ()
    unreadable: tuple[Quarantined, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run has to do.

    ``done`` are the documents that stand, by SHA-256; ``lines`` and ``asides`` are those of ``Summary``, as far
    as the corpus folder gave rise to them; ``state`` is what is remembered, the corpus files as they are now;
    ``aliases`` are the project's corrections as they stand in their table.
    ``workers`` is how many child processes there may be.
    """

    tasks: tuple[Task, ...]
    done: Mapping[str, Done]
    index: Index
    lines: tuple[str, ...]
    asides: tuple[str, ...]
    state: State
    versions: Versions
    decided: Decided = NOTHING
    aliases: tuple[ProjectAlias, ...] = ()
    workers: int = 1


def forget(state: State) -> State:
    """Return a state by which all is done anew, but for the files that are published and stay until replaced.

    Which documents were done stays too, as read by no version: what is published was made from their records.
    """
    unread = {sha256: replace(done, read="") for sha256, done in state.documents.items()}
    return State(documents=unread, published=replace(state.published, key="") if state.published else None)


def first_of_each(items: Collection[CorpusItem]) -> tuple[tuple[CorpusItem, ...], tuple[CorpusItem, ...]]:
    """Part the items into one for each content and the copies of those, both sorted by path.

    Of several with the same bytes the first is the one with the best provenance, then the first by path.
    """
    best: dict[str, CorpusItem] = {}
    for item in sorted(items, key=_provenance):
        best.setdefault(item.sha256, item)
    copies = (item for item in items if best[item.sha256] is not item)
    return tuple(sorted(best.values(), key=_path)), tuple(sorted(copies, key=_path))


def _path(item: CorpusItem) -> str:
    return item.path


def _provenance(item: CorpusItem) -> tuple[bool, bool, str]:
    return item.url is None, item.fetched_at is None, item.path


def versions_before(documents: Mapping[str, Done]) -> dict[str, str]:
    """Return of each publication (family) the SHA-256 of its latest version among documents that were done."""
    ordered = sorted(documents.values(), key=lambda done: (done.item.fetched_at or "", done.item.path))
    return {done.item.family: done.item.sha256 for done in ordered}


def task_of(
    item: CorpusItem, done: Done | None, versions: Versions, *, location: str, out: str, intact: bool
) -> Task | None:
    """Return the work that a document needs, None when its record stands.

    ``done`` is what was recorded of it, ``intact`` tells whether its record still has the bytes that were written.
    """
    stands = (
        done is not None
        and intact
        and done.item == item
        and done.read == versions.read
        and done.ocr in {None, versions.ocr}
    )
    if done is not None and stands and (done.extract, done.aliases) == (versions.extract, versions.aliases):
        return None
    return Task(location=location, item=item, out=out, versions=versions, reuse=stands)


def dataset_key(done: Mapping[str, Done], index: bytes, versions: Versions) -> str:
    """Hash all that the dataset is made from: the code, each record's bytes, the bytes of the index."""
    digest = hashlib.sha256(versions.dataset.encode())
    for sha256 in sorted(done):
        digest.update(f"\n{sha256} {done[sha256].output.sha256}".encode())
    digest.update(b"\n" + index)
    return digest.hexdigest()
