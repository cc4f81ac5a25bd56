"""One document from bytes to record, in this process or in children that may die of it.

A task is a location and what is known of the file; never its bytes. Whatever a document does to the code, its
record is written: read, or quarantined with a reason code. A child that crashes, or uses more processor time or
memory than any real release needs, takes nobody with it: what was under way is done again, each document in a
process of its own.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import resource
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from pipeline import store
from pipeline.codec import encode_record
from pipeline.errors import IkpError, ReadError, StoreError, TableError
from pipeline.model import CorpusItem, Document, Extraction, Notice, Parsed, Quarantined
from pipeline.state import Done, Task

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from pipeline.reference import Reference

CPU_SECONDS: Final = (
    120  # the slowest of 971 odd PDFs took 16 s (DEPENDENCIES), and machines differ by less than 7
)
DATA_BYTES: Final = 4 << 30  # the hungriest of them took 0.3 GB; spaCy and the tables take about as much again
AHEAD: Final = 4  # tasks handed out per worker: few to repeat after a crash, enough that none waits

Extract: TypeAlias = Callable[[CorpusItem, Document], Extraction]

NOT_THE_DOCUMENT: Final = (ImportError, TableError)

_SPAWN: Final = multiprocessing.get_context("spawn")


def work(task: Task) -> Done:
    """Read and extract one document and write its record. Raises StoreError where the record cannot be written."""
    return finish(task, take(task.item, Path(task.location), out=Path(task.out) if task.reuse else None))


def finish(task: Task, record: Parsed | Quarantined) -> Done:
    """Write a record and tell what was done. A record that JSON cannot hold is quarantined instead."""
    path = store.record_path(Path(task.out), task.item.sha256)
    try:
        data = encode_record(record)
    except (IkpError, ValueError, TypeError) as error:
        record = quarantine(task.item, ValueError(str(error)))
        data = encode_record(record)
    store.write(path, data)
    return Done(
        item=task.item,
        read=task.versions.read,
        extract=task.versions.extract,
        output=store.stamp(path),
        quarantined=record.code if isinstance(record, Quarantined) else None,
        lines=lines_of(record),
    )


def take(
    item: CorpusItem, location: Path, *, out: Path | None = None, extract: Extract | None = None
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


def _stored_document(item: CorpusItem, out: Path | None) -> Document | None:
    if out is None:
        return None
    try:
        record = store.load_record(out, item.sha256)
    except StoreError:
        return None  # read it again
    return record.document if isinstance(record, Parsed) else None


def read_document(item: CorpusItem, location: Path) -> Document:
    """Read a file of the corpus. Raises ReadError, also where its bytes are no longer those of ``item``."""
    from pipeline.readers import read  # noqa: PLC0415 - not before there is something to read

    data = store.read_bytes(location)
    if hashlib.sha256(data).hexdigest() != item.sha256:
        raise ReadError("changed while it was read", where=item.path, remedy="run again", code="changed")
    return read(data, name=item.path, sha256=item.sha256, media_type=item.media_type)


def extract_document(item: CorpusItem, document: Document) -> Extraction:
    """Take the findings out of a document that was read."""
    from pipeline.reference import load_reference  # noqa: PLC0415

    return extract_with(item, document, load_reference())


def extract_with(item: CorpusItem, document: Document, reference: Reference) -> Extraction:
    """Take the findings out of a document that was read, with tables other than the package's own."""
    from pipeline.extract import extract  # noqa: PLC0415 - spaCy is not loaded before there is something to extract

    name = item.path.rpartition("/")[2]
    return extract(document, family=item.family, name=name, reference=reference)


def quarantine(item: CorpusItem, error: BaseException) -> Quarantined:
    """Put an error into one line, under its reason code; ``internal`` is a fault of ours."""
    if isinstance(error, IkpError):
        code = error.code if isinstance(error, ReadError) else "unreadable"
        return Quarantined(item=item, code=code, message=f"{error.what}; {error.remedy}")
    if isinstance(error, MemoryError):
        return Quarantined(item=item, code="memory", message="needs too much memory; split it or save it anew")
    text = " ".join(str(error).split())[:300]
    message = f"{type(error).__name__}: {text}; please report it with the document"
    return Quarantined(item=item, code="internal", message=store.printable(message))


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
    """Work on all tasks and yield each as it is done: with one worker in this process, with more in children."""
    if workers == 1:
        yield from map(work, tasks)
        return
    waiting = deque(tasks)
    while waiting:
        suspects: list[Task] = []
        yield from _pooled(waiting, min(workers, len(waiting)), suspects)
        yield from map(_alone, suspects)


def _pooled(waiting: deque[Task], workers: int, suspects: list[Task]) -> Iterator[Done]:
    """Take tasks from ``waiting`` until all are done or a child dies; then ``suspects`` gets those under way."""
    flight: dict[Future[Done], Task] = {}
    pool = ProcessPoolExecutor(workers, mp_context=_SPAWN, initializer=_begin)
    try:
        while waiting or flight:
            while waiting and len(flight) < AHEAD * workers:
                flight[pool.submit(_limited, waiting[0])] = waiting[0]
                waiting.popleft()
            for future in wait(flight, return_when=FIRST_COMPLETED).done:
                done = future.result()
                del flight[future]
                yield done
    except BrokenProcessPool:
        suspects.extend(flight.values())
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """Prepare a child: the parent alone answers Ctrl-C, and a child never outlives its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_die_with, args=(parent.sentinel,), daemon=True).start()
    _lower(resource.RLIMIT_DATA, DATA_BYTES)
    _lower(resource.RLIMIT_CORE, 0)


def _die_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _lower(limit: int, value: int) -> None:
    _, hard = resource.getrlimit(limit)
    ceiling = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(limit, (ceiling, hard))


def _limited(task: Task) -> Done:
    """Work on a task with a limit on processor time that also stops native code."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + CPU_SECONDS)
    return work(task)


def _alone(task: Task) -> Done:
    """Work on a task in a process of its own; when that dies, its document is quarantined."""
    receiver, sender = _SPAWN.Pipe(duplex=False)
    child = _SPAWN.Process(target=_send, args=(sender, task))
    child.start()
    sender.close()
    try:
        answer: Done | BaseException = receiver.recv()
    except EOFError:
        child.join()
        return finish(task, _killer(task.item, child.exitcode))
    child.join()
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _send(sender: Connection, task: Task) -> None:
    _begin()
    try:
        sender.send(_limited(task))
    except (IkpError, *NOT_THE_DOCUMENT) as error:
        sender.send(error)


def _killer(item: CorpusItem, exitcode: int | None) -> Quarantined:
    if exitcode == -signal.SIGXCPU:
        return Quarantined(item=item, code="timeout", message="takes too long to read; split it or save it anew")
    return Quarantined(item=item, code="crashed", message="makes its reader crash; save it anew or convert it")
