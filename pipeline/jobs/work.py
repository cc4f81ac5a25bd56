"""One document from bytes to record, in a child process that may die of it.

A task is a location and what is known of the file; never its bytes. Whatever a document does to the code, its
record is written: read, or quarantined with a reason code. A child that crashes, or uses more processor time or
memory than any real release needs, takes nobody with it.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from pipeline.errors import IkpError, ReadError, StoreError, TableError, in_one_line
from pipeline.jobs.alias_use import alias_use
from pipeline.jobs.children import Died, Limits, run_apart
from pipeline.model import CorpusItem, Document, Extraction, Notice, Parsed, Quarantined
from pipeline.state import Done, Task
from pipeline.storage import kept, results, store
from pipeline.storage.codec import encode_record
from pipeline.storage.files import AnyPath, at, printable

if TYPE_CHECKING:
    from pipeline.reference import ProjectAlias, Reference

LIMITS: Final = Limits(
    wall_seconds=900.0,  # 60 crowded pages of a scan, of 15 s each by OCR, in a process that has limits of its own
    cpu_seconds=240,  # 60 such pages are made ready in 180 s; the slowest of 971 odd PDFs took 20 s
    data_bytes=3 << 30,  # the hungriest of them took 0.3 GB, spaCy and the tables as much; OCR by rapidocr 1.1 GB
)
FEW: Final = 40  # documents for which a further process is not worth its start: 2 s, or 100 documents

Extract: TypeAlias = Callable[[CorpusItem, Document], Extraction]

NOT_THE_DOCUMENT: Final = (ImportError, TableError)

_OCR_CODES: Final = frozenset({"needs_ocr", "ocr_failed", "no_text"})
_OCR_NOTICES: Final = frozenset({"pages_recognised", "pages_without_text", "pages_with_hidden_text"})
_DEATHS: Final = {
    "timeout": "takes too long to read; split it or save it anew",
    "memory": "needs too much memory; split it or save it anew",
    "crashed": "makes its reader crash; save it anew or convert it",
}


def work(task: Task) -> Done:
    """Read and extract one document and write its record. Raises StoreError where the record cannot be written."""
    extract = partial(corrected, task.aliases) if task.aliases else None
    out = at(task.out) if task.reuse else None
    return finish(task, take(task.item, at(task.location), out=out, extract=extract))


def finish(task: Task, record: Parsed | Quarantined) -> Done:
    """Write a record and tell what was done. A record that JSON cannot hold is quarantined instead.

    The one that it replaces is kept where it said something else, until what changed is told.
    """
    path = results.record_path(at(task.out), task.item.sha256)
    try:
        data = encode_record(record)
    except (IkpError, ValueError, TypeError) as error:
        record = quarantine(task.item, ValueError(str(error)))
        data = encode_record(record)
    if task.before:
        kept.keep(at(task.out), task.item.sha256, data, before=task.before)
    store.write(path, data)
    use = alias_use(record, task.aliases)
    return Done(
        item=task.item,
        read=task.versions.read,
        extract=task.versions.extract,
        output=store.stamp(path),
        quarantined=record.code if isinstance(record, Quarantined) else None,
        ocr=task.versions.ocr if wants_ocr(record) else None,
        lines=lines_of(record),
        aliases=task.versions.aliases,
        used=use.used,
        contested=use.contested,
    )


def wants_ocr(record: Parsed | Quarantined) -> bool:
    """Tell whether a document may have text in pictures, recognised or not: another engine reads it otherwise."""
    if isinstance(record, Quarantined):
        return record.code in _OCR_CODES
    return any(notice.code in _OCR_NOTICES for notice in record.document.notices)


def take(
    item: CorpusItem, location: AnyPath, *, out: AnyPath | None = None, extract: Extract | None = None
) -> Parsed | Quarantined:
    """Read and extract one document, using the text that is stored in ``out`` again where that is given.

    ``extract`` takes the place of ``extract_document``.

    Raises ImportError or TableError: a broken installation is not the document's fault, and must not empty the
    dataset by putting every document into quarantine.
    """
    try:
        document = _stored_document(item, out) or read_document(item, location)
        return Parsed(item=item, document=document, extraction=(extract or extract_document)(item, document))
    except NOT_THE_DOCUMENT:
        raise
    except Exception as error:  # noqa: BLE001 - trouble with one document, of any kind, must not stop the others
        return quarantine(item, error)


def _stored_document(item: CorpusItem, out: AnyPath | None) -> Document | None:
    if out is None:
        return None
    try:
        record = results.load_record(out, item.sha256)
    except StoreError:
        return None  # read it again
    return record.document if isinstance(record, Parsed) else None


def read_document(item: CorpusItem, location: AnyPath) -> Document:
    """Read a document of the corpus. Raises ReadError, also where its bytes are no longer those of ``item``."""
    from pipeline.readers import read  # noqa: PLC0415 - not before there is something to read

    data = document_bytes(item, location)
    if data is None:
        raise ReadError("changed while it was read", where=item.path, remedy="run again", code="changed")
    return read(data, name=item.path, sha256=item.sha256, media_type=item.media_type)


def document_bytes(item: CorpusItem, location: AnyPath) -> bytes | None:
    """Return the bytes of a document, which is a file or a part of one; None where they are no longer the same.

    Raises StoreError for a file that cannot be read, ReadError for a container that cannot be opened.
    """
    from pipeline.readers import media_type_of  # noqa: PLC0415 - as above
    from pipeline.readers.parts import part_bytes  # noqa: PLC0415

    data = store.read_bytes(location)
    if item.part is not None:
        kind = media_type_of(item.name, data[:4096])
        data = part_bytes(data, name=item.name, media_type=kind, part=item.part)
    return data if hashlib.sha256(data).hexdigest() == item.sha256 else None


def extract_document(item: CorpusItem, document: Document) -> Extraction:
    """Take the findings out of a document that was read."""
    from pipeline.reference import load_reference  # noqa: PLC0415

    return extract_with(item, document, load_reference())


def corrected(aliases: Sequence[ProjectAlias], item: CorpusItem, document: Document) -> Extraction:
    """Take the findings out of a document that was read, with the corrections of a project."""
    from pipeline.reference import reference_with  # noqa: PLC0415

    return extract_with(item, document, reference_with(aliases))


def extract_with(item: CorpusItem, document: Document, reference: Reference) -> Extraction:
    """Take the findings out of a document that was read, with tables other than the package's own."""
    from pipeline.extract import Hints, extract  # noqa: PLC0415 - spaCy is not loaded before it is needed

    name = item.path.rpartition("/")[2]
    hints = Hints(issuer=item.issuer, region_code=item.region_code)
    return extract(document, family=item.family, name=name, reference=reference, hints=hints)


def quarantine(item: CorpusItem, error: BaseException) -> Quarantined:
    """Put an error into one line, under its reason code; ``internal`` is a fault of ours."""
    if isinstance(error, IkpError):
        code = error.code if isinstance(error, ReadError) else "unreadable"
        return Quarantined(item=item, code=code, message=f"{error.what}; {error.remedy}")
    if isinstance(error, MemoryError):
        return Quarantined(item=item, code="memory", message=_DEATHS["memory"])
    message = f"{in_one_line(error)}; please report it with the document"
    return Quarantined(item=item, code="internal", message=printable(message))


def lines_of(record: Parsed | Quarantined) -> tuple[str, ...]:
    """Return what a person should see about a document, a line each: quarantine, doubtful encoding, error."""
    if isinstance(record, Quarantined):
        return (f"{record.item.path}: {record.message} [{record.code}]",)
    notices = record.document.notices + record.extraction.notices
    return tuple(f"{record.item.path}: {_one_line(notice)}" for notice in notices if needs_person(notice))


def needs_person(notice: Notice) -> bool:
    """Tell whether a notice about a document should be looked at before its figures are used."""
    return notice.level == "error" or (notice.level == "warning" and notice.code == "encoding")


def _one_line(notice: Notice) -> str:
    return f"{' '.join(notice.message.split())} [{notice.code}]"


def work_all(tasks: Sequence[Task], *, workers: int) -> Iterator[Done]:
    """Work on all tasks in child processes and yield each as it is done, whatever its document does."""
    for task, done in run_apart(work, tasks, workers=children_for(len(tasks), workers), limits=LIMITS):
        yield finish(task, killed(task.item, done)) if isinstance(done, Died) else done


def children_for(tasks: int, workers: int) -> int:
    """Return how many child processes are worth their start: each loads the libraries anew.

    >>> children_for(3, 8), children_for(100, 8), children_for(1000, 8)
    (1, 3, 8)
    """
    return max(1, min(workers, math.ceil(tasks / FEW)))


def killed(item: CorpusItem, died: Died) -> Quarantined:
    """Say what became of a document whose process had to be killed, or died."""
    return Quarantined(item=item, code=died.reason, message=_DEATHS[died.reason])


def fatal(died: Died, *, where: str) -> ReadError:
    """Return the same as an error."""
    what, _, remedy = _DEATHS[died.reason].partition("; ")
    return ReadError(what, where=where, remedy=remedy, code=died.reason)
