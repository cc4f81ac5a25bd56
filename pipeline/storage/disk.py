"""Folders on the disk.

Every write goes to a temporary file in the same folder, is flushed to the disk and renamed, so that whatever kills
the process leaves each file either old or new. The published folder is swapped as a whole for the same reason.
"""

from __future__ import annotations

import ctypes
import fcntl
import hashlib
import os
import re
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from pipeline.errors import StoreError
from pipeline.model import Written
from pipeline.storage.files import Found, Status, busy, is_document_name, printable, unreadable

_TEMPORARY: Final = re.compile(r"\..+\.\d+\.tmp")
_HERE: Final = -100  # AT_FDCWD of Linux
_EXCHANGE: Final = 2  # RENAME_EXCHANGE of Linux


def below(folder: Path, skip: Path | None, problems: list[StoreError]) -> Iterator[Found]:
    """Yield the documents below a folder, and put what cannot be looked into among the problems.

    Hidden folders and ``skip`` are left out; links within the folder are followed, never in a circle.
    """
    root = folder.resolve()
    yield from _below(folder, "", root, skip.resolve() if skip else None, problems)


def _below(
    folder: Path,
    prefix: str,
    root: Path,
    skip: Path | None,
    problems: list[StoreError],
    above: frozenset[Path] = frozenset(),
) -> Iterator[Found]:
    """``prefix`` is the name of the folder below the first one, with a slash at its end."""
    real = folder.resolve()
    if real in above or real == skip:
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        problems.append(unreadable(folder, error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        is_folder, location = _is_folder(entry), folder / entry.name
        if not (is_folder or is_document_name(entry.name)):
            continue
        if entry.is_symlink() and not _stays_in(location, root):
            problems.append(_leads_out(location))
        elif is_folder:
            yield from _below(location, f"{prefix}{entry.name}/", root, skip, problems, above | {real})
        else:
            yield Found(name=f"{prefix}{entry.name}", location=location, status=_status_of(entry))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _status_of(entry: os.DirEntry[str]) -> Status | None:
    """Return what is known of an entry of a folder; None for a link that leads nowhere."""
    try:
        return _known(entry.stat())
    except OSError:
        return None


def _stays_in(link: Path, root: Path) -> bool:
    try:
        real = link.resolve()
    except (OSError, RuntimeError):  # a link to itself
        return False
    return real.is_relative_to(root) and not real.is_symlink()  # from Python 3.13 on it is resolved to itself


def _leads_out(link: Path) -> StoreError:
    return StoreError(
        "is a link that leads out of the folder",
        where=printable(str(link)),
        remedy="put the document itself there, or name its folder",
    )


def names(folder: Path) -> list[str]:
    """Return the names of the files in a folder, none where there is no folder."""
    with suppress(FileNotFoundError, NotADirectoryError):
        return sorted(entry.name for entry in os.scandir(folder) if entry.is_file())
    return []


def status(path: Path) -> Status:
    """Return what is known of a file. Raises OSError."""
    return _known(path.stat())


def _known(found: os.stat_result) -> Status:
    return Status(
        size=found.st_size,
        mtime_ns=found.st_mtime_ns,
        ctime_ns=found.st_ctime_ns,
        ordinary=stat.S_ISREG(found.st_mode),
    )


def statuses(folder: Path) -> dict[str, Status]:
    """Return what is known of each file in a folder, none where there is no folder."""
    with suppress(FileNotFoundError, NotADirectoryError):
        found = ((entry.name, _status_of(entry)) for entry in os.scandir(folder) if entry.is_file())
        return {name: status for name, status in found if status is not None}
    return {}


def read(path: Path) -> bytes:
    """Return the bytes of a file. Raises OSError."""
    return path.read_bytes()


def digest(path: Path) -> str:
    """Return the SHA-256 of a file. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def opened(path: Path) -> BinaryIO:
    """Open a file to be read. Raises OSError."""
    return path.open("rb")


def write(path: Path, data: bytes) -> None:
    """Write a file so that it is either old or new, whatever happens. Raises OSError, as for a full disk."""
    put(path, (data,))


def put(path: Path, chunks: Iterable[bytes]) -> Written:
    """Write a file from pieces, as ``write``."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        written = write_through(temporary, chunks)
        temporary.replace(path)
        _flush(path.parent)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    return written


def write_through(path: Path, chunks: Iterable[bytes]) -> Written:
    """Write a new file from pieces, each when it is made; all is on the disk when this returns. Raises OSError."""
    size, digest = 0, hashlib.sha256()
    with path.open("wb") as file:
        for chunk in chunks:
            file.write(chunk)
            digest.update(chunk)
            size += len(chunk)
        file.flush()
        os.fsync(file.fileno())
    return Written(size=size, sha256=digest.hexdigest())


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def append(path: Path, data: bytes, keep: int) -> None:
    """Cut a file to its first ``keep`` bytes and add ``data``; both are on the disk when this returns.

    Where it is cut off half-way the first ``keep`` bytes are untouched. Raises OSError, the file then as it was.
    """
    new = not path.exists()
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        os.ftruncate(handle, keep)
        try:
            with os.fdopen(handle, "r+b", closefd=False) as file:
                file.seek(keep)
                file.write(data)
                file.flush()
            os.fsync(handle)
        except OSError:
            with suppress(OSError):
                os.ftruncate(handle, keep)
            raise
    finally:
        os.close(handle)
    if new:
        _flush(path.parent)


def make_folder(folder: Path) -> None:
    """Create a folder and those above it. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)


def remove(path: Path) -> None:
    """Delete a file, if it is there."""
    path.unlink(missing_ok=True)


@contextmanager
def stage(folder: Path) -> Iterator[Path]:
    """Yield an empty folder beside ``folder``, to be published in its place; afterwards it is gone.

    What a run that is killed leaves there is cleared by ``tidy``. Raises OSError.
    """
    new = _side(folder, "new")
    for side in (new, _side(folder, "old")):
        shutil.rmtree(side, ignore_errors=True)
    new.mkdir(parents=True)
    try:
        yield new
    finally:
        shutil.rmtree(new, ignore_errors=True)


def publish(folder: Path, staged: Path) -> None:
    """Put a folder that was staged in place of another: a reader finds all old files or all new ones, never a mix.

    On Linux the two folders change places in one step; elsewhere there is a moment without the folder, and a run
    that is killed then is mended by ``tidy``. Raises OSError.
    """
    old = _side(folder, "old")
    _flush(staged)
    if not folder.exists():
        staged.rename(folder)
    elif _exchange(staged, folder):
        staged.rename(old)
    else:
        folder.rename(old)
        staged.rename(folder)
    _flush(folder.parent)
    shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; tell whether that was possible."""
    call = getattr(ctypes.CDLL(None), "renameat2", None)
    if call is None:
        return False
    done: int = call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), ctypes.c_uint(_EXCHANGE))
    return done == 0


def _side(folder: Path, name: str) -> Path:
    return folder.with_name(f".{folder.name}.{name}")


def tidy(out: Path) -> None:
    """Clear what a killed run left: temporary files, half a new dataset; put the old one back if it is gone."""
    dataset = out / "dataset"
    with suppress(OSError):
        if not dataset.exists() and _side(dataset, "old").exists():
            _side(dataset, "old").rename(dataset)
    for side in ("new", "old"):
        shutil.rmtree(_side(dataset, side), ignore_errors=True)
    kept = (out / "runs" / "before", out / "releases", out / "releases" / "files")
    sweep((out, out / "documents", out / "runs", *kept))


def sweep(folders: Iterable[Path]) -> None:
    """Delete what killed writes left half-written in folders."""
    for folder in folders:
        for entry in folder.glob(".*.tmp"):
            if _TEMPORARY.fullmatch(entry.name):
                entry.unlink(missing_ok=True)


@contextmanager
def lock(path: Path, holder: str) -> Iterator[str]:
    """Hold a lock file; yield what stands in it of a holder that did not end well, else an empty text.

    The kernel gives the lock back when its process ends, however that ends. Raises BusyError at once where
    another process holds it, OSError where it cannot be made.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise busy(path.parent, _noted(handle)) from error
        left = _noted(handle)  # by one that was killed: whoever ends otherwise takes its note away
        _note(handle, holder)
        try:
            yield left
        finally:
            _note(handle, "")
    finally:
        os.close(handle)


def _noted(handle: int) -> str:
    return os.pread(handle, 1000, 0).decode("utf-8", "replace").strip()


def _note(handle: int, text: str) -> None:
    """Leave a note in the lock file for whoever finds it locked; a full disk is no reason not to work."""
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.pwrite(handle, text.encode(), 0)
