"""Files of a corpus and of results, read and written whole: listed, stamped, locked; errors in one line.

How a file is written, a folder published and a lock held is for ``disk`` and ``objects`` to say; which of the two
it is follows from the path alone. What lies where is for ``results`` and ``holdings`` to know.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from pipeline.errors import BusyError, StoreError
from pipeline.model import Written
from pipeline.state import Stamp
from pipeline.storage.files import (
    AnyPath,
    Found,
    Status,
    printable,
    unreadable,
    unwritable,
    whole,
)
from pipeline.storage.ledger import STAMP
from pipeline.storage.places import files_of, reading

MAX_FILE_BYTES: Final = 200 * 1024 * 1024  # a zip of documents; a single document has a lower limit in its reader
TURN_SECONDS: Final = 30.0  # how long one waits for others who write
SETTLING_NS: Final = 2_000_000_000  # coarsest clock of a common file system: two seconds on FAT

_PIECE: Final = 1 << 20  # bytes of a large file that are read at a time


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


def require_folder(folder: AnyPath, *, remedy: str = "") -> None:
    """Raise StoreError where ``folder`` is none, or a store cannot be asked; ``remedy`` replaces its own."""
    try:
        there = folder.is_dir() and (not isinstance(folder, Path) or os.access(folder, os.R_OK | os.X_OK))
    except Exception as error:  # each object store has errors of its own
        raise unreadable(folder, error) from error
    if not there:
        near = isinstance(folder, Path) and not folder.is_absolute()
        check = "check the path" + (f", which means {printable(whole(folder))}" if near else "")
        where = printable(str(folder))
        raise StoreError("is not a folder that can be read", where=where, remedy=remedy or check)


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


def sweep(folder: AnyPath) -> None:
    """Delete what killed writes left half-written in a folder."""
    files_of(folder).sweep((folder,))


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
def turn(folder: AnyPath, name: str) -> Iterator[None]:
    """Hold one file of a folder while it is added to; wait for others for half a minute, then BusyError."""
    ends = time.monotonic() + TURN_SECONDS
    with ExitStack() as stack:
        while True:
            try:
                stack.enter_context(locked(folder, f".{name}.lock"))
                break
            except BusyError as error:
                if time.monotonic() > ends:
                    raise BusyError(
                        "somebody else has been writing for half a minute",
                        where=printable(str(folder / name)),
                        remedy="try again",
                    ) from error
                time.sleep(0.01)
        yield


def names(folder: AnyPath) -> list[str]:
    """Return the names of the files in a folder, sorted; none where there is no such folder."""
    return files_of(folder).names(folder)
