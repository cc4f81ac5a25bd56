"""The only module that knows how corpus and results are laid out: documents, records, manifest, ledger, lock.

How a file is written, a folder published and a lock held is for ``disk`` and ``objects`` to say; which of the two
it is follows from the path alone.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from pipeline.account import Account
from pipeline.errors import BusyError, StoreError
from pipeline.model import CorpusItem, Parsed, Quarantined, Written
from pipeline.state import Index, Stamp, State
from pipeline.storage.codec import decode, decode_account, decode_record, encode
from pipeline.storage.files import (
    MANIFEST,
    RAW,
    AnyPath,
    Found,
    Status,
    printable,
    unreadable,
    unwritable,
)
from pipeline.storage.ledger import STAMP, Timings, library_versions
from pipeline.storage.places import files_of, reading

MAX_FILE_BYTES: Final = 200 * 1024 * 1024  # a zip of documents; a single document has a lower limit in its reader
SETTLING_NS: Final = 2_000_000_000  # coarsest clock of a common file system: two seconds on FAT

_PIECE: Final = 1 << 20  # bytes of a large file that are read at a time
_RECORD_NAME: Final = re.compile(r"[0-9a-f]{64}\.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The documents below a folder, sorted by name, and what could not be looked into."""

    files: tuple[Found, ...]
    problems: tuple[StoreError, ...]


def walk(folder: AnyPath, *, skip: AnyPath | None = None) -> Listing:
    """List the documents below ``folder``, leaving out hidden folders and ``skip``.

    A folder below that cannot be read is a problem in the listing, and so is a link that leads out of ``folder``:
    what it leads to is not taken. A file whose name is not fit for print is taken under an escaped one, and is a
    problem too. Raises StoreError where ``folder`` is none.
    """
    require_folder(folder)
    problems: list[StoreError] = []
    files: dict[str, Found] = {}
    elsewhere = skip if type(skip) is type(folder) else None  # what lies in another store does not lie below
    for found in files_of(folder).below(folder, elsewhere, problems):
        name = printable(found.name)
        if name in files:
            problems.append(_oddly_named(name, "is the printed name of two files; only one was taken"))
            continue
        if name != found.name:
            problems.append(_oddly_named(name, "has characters in its name that cannot be printed; it was taken"))
        files[name] = found if name == found.name else replace(found, name=name)
    ordered = sorted(files.values(), key=lambda file: file.name)
    return Listing(files=tuple(ordered), problems=tuple(problems))


def _oddly_named(name: str, what: str) -> StoreError:
    return StoreError(what, where=name, remedy="rename it")


def gold_files(folder: Path) -> tuple[Found, ...]:
    """List the gold files of a folder (not of those below), each under the name of its document without ending."""
    require_folder(folder)
    ending = ".gold.json"
    paths = sorted(path for path in folder.iterdir() if path.name.endswith(ending))
    return tuple(Found(name=path.name.removesuffix(ending), location=path) for path in paths)


def require_folder(folder: AnyPath, *, remedy: str = "check the path") -> None:
    """Raise StoreError with a remedy where ``folder`` is none, or a store cannot be asked."""
    try:
        there = folder.is_dir()
    except Exception as error:  # each object store has errors of its own
        raise unreadable(folder, OSError(str(error))) from error
    if not there:
        raise StoreError("is not a folder that can be read", where=printable(str(folder)), remedy=remedy)


def read_bytes(path: AnyPath) -> bytes:
    """Return a file's bytes. Raises StoreError where it cannot be read, is no ordinary file, or is too large."""
    try:
        _require_file(path, files_of(path).status(path))
        return files_of(path).read(path)
    except OSError as error:
        raise unreadable(path, error) from error


def _require_file(path: AnyPath, status: Status) -> None:
    """Raise StoreError for what is no file, or larger than anything that is taken."""
    if not status.ordinary:
        raise StoreError("is not an ordinary file", where=printable(str(path)), remedy="give a file or a folder")
    if status.size > MAX_FILE_BYTES:
        raise StoreError(f"has more than {MAX_FILE_BYTES >> 20} MB", where=printable(str(path)), remedy="split it")


def open_file(path: AnyPath) -> BinaryIO:
    """Open a file of any size to be read from its beginning. Raises StoreError, also later, where that fails."""
    try:
        return reading(path, piece=_PIECE)
    except OSError as error:
        raise unreadable(path, error) from error


def holds(path: AnyPath, data: bytes) -> bool:
    """Tell whether a file is there and has exactly these bytes."""
    try:
        return files_of(path).read(path) == data
    except OSError:
        return False


def mark(path: AnyPath) -> Status | None:
    """Return what is known of a file without reading it, None where there is none: enough to see a change."""
    try:
        return files_of(path).status(path)
    except OSError:
        return None


def read_head(path: AnyPath, size: int = 4096) -> bytes:
    """Return the first bytes of a file. Raises StoreError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return bytes(file.read(size))
    except OSError as error:
        raise unreadable(path, error) from error


def stamp(path: AnyPath, known: Stamp | None = None, status: Status | None = None) -> Stamp:
    """Return size, times and hash of a file; the hash is taken from ``known`` where that is safe.

    ``status`` is that of the file where it is at hand. Raises StoreError where the file cannot be read, is no
    ordinary file, or is too large.
    """
    try:
        status = status or files_of(path).status(path)
    except OSError as error:
        raise unreadable(path, error) from error
    _require_file(path, status)
    return _stamp(path, known, status)


def _stamp(path: AnyPath, known: Stamp | None, status: Status) -> Stamp:
    now = time.time_ns()
    if known is not None and known.settled and _same(known, status):
        return known
    return stamp_of(status, digest(path), now=now)


def stamp_of(status: Status, sha256: str, *, now: int) -> Stamp:
    """Return the stamp of a file of this hash; ``now``, in nanoseconds, is when its bytes were known last."""
    return Stamp(
        size=status.size,
        mtime_ns=status.mtime_ns,
        ctime_ns=status.ctime_ns,
        tag=status.tag,
        sha256=sha256,
        settled=bool(status.tag) or max(status.mtime_ns, status.ctime_ns) + SETTLING_NS < now,
    )


def digest(path: AnyPath) -> str:
    """Return the SHA-256 of a file of any size. Raises StoreError where it cannot be read."""
    try:
        return files_of(path).digest(path)
    except OSError as error:
        raise unreadable(path, error) from error


def _same(known: Stamp, status: Status) -> bool:
    return (known.size, known.mtime_ns, known.ctime_ns, known.tag) == (
        status.size,
        status.mtime_ns,
        status.ctime_ns,
        status.tag,
    )


def stamps(folder: AnyPath, known: Mapping[str, Stamp]) -> dict[str, Stamp]:
    """Return today's stamps of those files of ``folder`` that still have the bytes they had; leave out others.

    They are our own, of any size: a table of findings may have hundreds of megabytes.
    """
    listed = files_of(folder).statuses(folder)
    intact: dict[str, Stamp] = {}
    for name, before in known.items():
        status = listed.get(name)
        with suppress(StoreError):
            now = _stamp(folder / name, before, status) if status is not None else None
            if now is not None and now.sha256 == before.sha256:
                intact[name] = now
    return intact


def write(path: AnyPath, data: bytes) -> None:
    """Write a file so that it is either old or new, whatever happens. Raises StoreError, as for a full disk."""
    try:
        files_of(path).write(path, data)
    except OSError as error:
        raise unwritable(path, error) from error


def append(path: AnyPath, data: bytes, *, keep: int) -> None:
    """Cut a file to its first ``keep`` bytes and add ``data``, which is safe when this returns.

    Whatever happens, the first ``keep`` bytes stay. Raises StoreError, as for a full disk.
    """
    try:
        files_of(path).append(path, data, keep)
    except OSError as error:
        raise unwritable(path, error) from error


def remove(path: AnyPath) -> None:
    """Delete a file, if it is there. Raises StoreError where that is not possible."""
    try:
        files_of(path).remove(path)
    except OSError as error:
        raise unwritable(path, error) from error


def put(path: AnyPath, chunks: Iterable[bytes]) -> Written:
    """Write a file from pieces, each when it is made, so that it is either old or new. Raises StoreError."""
    try:
        return files_of(path).put(path, chunks)
    except OSError as error:
        raise unwritable(path, error) from error


def make_folder(folder: AnyPath) -> None:
    """Create a folder and those above it. Raises StoreError where that is not possible."""
    try:
        files_of(folder).make_folder(folder)
    except OSError as error:
        raise unwritable(folder, error) from error


def recover(out: AnyPath) -> None:
    """Clear what a killed run left; put the old dataset back where the new one is not there yet."""
    files_of(out).tidy(out)


@contextmanager
def locked(out: AnyPath, name: str = ".lock") -> Iterator[str]:
    """Hold a folder for one run, or by another ``name`` one thing in it.

    Yields what is known of a run that held it and did not end, else an empty text. Raises BusyError at once where
    another run holds it.
    """
    make_folder(out)
    path = out / name
    holder = f"process {os.getpid()}, since {time.strftime(STAMP, time.gmtime())}"
    with ExitStack() as stack:
        try:
            left = stack.enter_context(files_of(path).lock(path, holder))
        except OSError as error:
            raise unwritable(path, error) from error
        yield printable(left)


@contextmanager
def turn(folder: AnyPath, name: str, *, seconds: float = 30.0) -> Iterator[None]:
    """Hold one thing in a folder for a moment, see ``locked``; wait for others at most so long, then BusyError."""
    ends = time.monotonic() + seconds
    with ExitStack() as stack:
        while True:
            try:
                stack.enter_context(locked(folder, name))
                break
            except BusyError:
                if time.monotonic() > ends:
                    raise
                time.sleep(0.01)
        yield


def record_path(out: AnyPath, sha256: str) -> AnyPath:
    """Return where the record of a document is kept."""
    return out / "documents" / f"{sha256}.json"


def load_record(out: AnyPath, sha256: str) -> Parsed | Quarantined:
    """Read one record. Raises StoreError where it is missing or damaged."""
    path = record_path(out, sha256)
    return decode_record(read_bytes(path), where=str(path))


def load_records(out: AnyPath) -> Iterator[Parsed | Quarantined]:
    """Read all records, in the order of their hashes, then the copies and the unreadable files of the index.

    Raises StoreError where a record is damaged.
    """
    index = load_index(out)
    for name in _record_names(out):
        yield load_record(out, name.removesuffix(".json"))
    for copy in index.copies:
        yield replace(load_record(out, copy.sha256), item=copy)
    yield from index.unreadable


def load_accounts(out: AnyPath) -> Iterator[Account | Quarantined]:
    """Read of all records what the dataset needs, in the order of ``load_records``.

    Raises StoreError where a record is damaged.
    """
    index = load_index(out)
    for name in _record_names(out):
        yield _load_account(out, name.removesuffix(".json"))
    for copy in index.copies:
        yield replace(_load_account(out, copy.sha256), item=copy)
    yield from index.unreadable


def _load_account(out: AnyPath, sha256: str) -> Account | Quarantined:
    path = record_path(out, sha256)
    return decode_account(read_bytes(path), where=str(path))


def index_path(out: AnyPath) -> AnyPath:
    """Return where the index of the records is kept."""
    return out / "documents" / "index.json"


def load_index(out: AnyPath) -> Index:
    """Read the index of the records. Raises StoreError where no run has ended there yet, or it is damaged."""
    path = index_path(out)
    if not path.exists():
        raise StoreError("holds no documents", where=str(out), remedy="run `ikp run` first, or name it with --out")
    return decode(read_bytes(path), Index, where=str(path))


def _record_names(out: AnyPath) -> list[str]:
    folder = out / "documents"
    return [name for name in files_of(folder).names(folder) if _RECORD_NAME.fullmatch(name)]


def drop_records(out: AnyPath, keep: Iterable[str]) -> int:
    """Delete the records of all documents but ``keep`` (hashes); return how many went."""
    kept = {f"{sha256}.json" for sha256 in keep}
    gone = [name for name in _record_names(out) if name not in kept]
    for name in gone:
        files_of(out).remove(out / "documents" / name)
    return len(gone)


def load_state(out: AnyPath) -> State:
    """Return what the last run remembered; nothing where there was none, or another version wrote it."""
    path = out / ".state.json"
    try:
        return decode(files_of(path).read(path), State, where=str(path))
    except (OSError, StoreError):
        return State()  # then everything is done again: slower, never wrong


def save_state(out: AnyPath, state: State) -> None:
    """Remember ``state`` for the next run."""
    data = encode(state) + b"\n"
    if not holds(out / ".state.json", data):
        write(out / ".state.json", data)


def load_manifest(corpus: AnyPath) -> tuple[CorpusItem, ...]:
    """Return the lines of the manifest; none where there is no manifest. Raises StoreError with the line."""
    path = corpus / MANIFEST
    if not path.exists():
        return ()
    lines = enumerate(read_bytes(path).splitlines(), start=1)
    remedy = "put the manifest back from the back-up, or mend the line"
    return tuple(
        decode(line, CorpusItem, where=f"{path} line {number}", remedy=remedy)
        for number, line in lines
        if line.strip()
    )


def append_manifest(corpus: AnyPath, items: Iterable[CorpusItem]) -> None:
    """Add lines to the manifest: all of them, or none where the process is killed."""
    path = corpus / MANIFEST
    before = read_bytes(path) if path.exists() else b""
    if before and not before.endswith(b"\n"):
        before += b"\n"  # an editor left it so
    write(path, before + b"".join(encode(item) + b"\n" for item in items))


def put_raw(corpus: AnyPath, data: bytes, suffix: str) -> str:
    """Keep bytes that were fetched under their hash; return their path in the corpus.

    ``suffix`` is the file's ending, as ``.html``. Bytes that are there already are not written again.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    name = f"{RAW}/{sha256[:2]}/{sha256}{suffix}"
    path = corpus / name
    if not path.exists():
        make_folder(path.parent)
        write(path, data)
    return name


@contextmanager
def locked_corpus(corpus: AnyPath) -> Iterator[None]:
    """Hold the corpus for one fetch, cleared of what a killed one left half-written.

    Raises StoreError at once where another fetch holds it.
    """
    with locked(corpus):
        raw = corpus / RAW
        kept = [folder for folder in raw.iterdir() if folder.is_dir()] if raw.is_dir() else []
        files_of(corpus).sweep((corpus, *kept))
        yield


def append_run(out: AnyPath, timings: Timings, entry: Mapping[str, object], *, changes: bytes = b"") -> None:
    """Add a numbered ledger entry of a run: what, when and how long, with which libraries, and ``entry``.

    ``changes`` are the lines of what it changed in the dataset; they are written first, beside the entry.
    """
    folder = out / "runs"
    make_folder(folder)
    number = last_run(out) + 1
    path = folder / f"{number}.changes.jsonl"
    if changes:
        write(path, changes)
    else:
        remove(path)  # of a run that was killed before its entry
    head = {
        "run": number,
        "command": timings.command,
        "begun": timings.begun,
        "ended": time.strftime(STAMP, time.gmtime()),
        "seconds": timings.seconds,
        "libraries": library_versions(),
    }
    write(folder / f"{number}.json", encode({**head, **entry}) + b"\n")


def ended(out: AnyPath, run: int) -> str:
    """Return when a run of the ledger ended (UTC, ISO 8601), empty where the ledger has no such run."""
    path = out / "runs" / f"{run}.json"
    found = decode(read_bytes(path), dict[str, object], where=str(path)) if path.exists() else {}
    return str(found.get("ended", ""))


def names(folder: AnyPath) -> list[str]:
    """Return the names of the files in a folder, sorted; none where there is no such folder."""
    return files_of(folder).names(folder)


def pending_path(out: AnyPath) -> AnyPath:
    """Return where differences are kept that are not in the ledger yet."""
    return out / "runs" / "pending.changes.json"


def last_run(out: AnyPath) -> int:
    """Return the number of the last run in the ledger, 0 where there was none."""
    stems = (name.removesuffix(".json") for name in files_of(out).names(out / "runs") if name.endswith(".json"))
    return max((int(stem) for stem in stems if stem.isdigit()), default=0)


def load_changes(out: AnyPath, *, after: int) -> tuple[Mapping[str, object], ...]:
    """Return the differences that runs later than number ``after`` made to the dataset, worst first a run."""
    paths = (out / "runs" / f"{number}.changes.jsonl" for number in range(after + 1, last_run(out) + 1))
    lines = ((path, line) for path in paths if path.exists() for line in read_bytes(path).splitlines())
    return tuple(decode(line, dict[str, object], where=str(path)) for path, line in lines if line.strip())
