"""Folders in an object store, by fsspec: what ``disk`` does, as far as a store without folders can do it.

An object is written whole or not at all. Several are not: of a dataset that is being published the descriptor,
``datapackage.json``, is written last and names size and hash of every table, so that a reader can tell.
"""

from __future__ import annotations

import errno
import hashlib
import json
import platform
import tempfile
import threading
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, Final, TypeVar

from upath import UPath

from pipeline.errors import StoreError
from pipeline.model import Written
from pipeline.storage import disk
from pipeline.storage.files import Found, Status, busy, is_document_name, lies_in

T = TypeVar("T")

BEAT_SECONDS: Final = 20.0  # how often a lock is renewed
STALE_SECONDS: Final = 300.0  # a lock that was not renewed for so long belongs to nobody
SETTLE_SECONDS: Final = 0.5  # longer than a write takes
LAST: Final = "datapackage.json"
_PIECE: Final = 1 << 20  # bytes


def _asked(call: Callable[[], T]) -> T:
    """Call a store. Raises OSError for whatever goes wrong: its packages have many errors of their own."""
    try:
        return call()
    except OSError:
        raise
    except Exception as error:
        raise OSError(errno.EIO, f"{type(error).__name__}: {' '.join(str(error).split())[:200]}") from error


def _status(entry: Mapping[str, Any]) -> Status:
    moment = entry.get("LastModified") or entry.get("created") or entry.get("mtime")
    seconds = moment.timestamp() if isinstance(moment, datetime) else float(moment or 0)
    return Status(size=int(entry["size"]), mtime_ns=int(seconds * 1e9), tag=str(entry.get("ETag") or ""))


def below(folder: UPath, skip: UPath | None, _problems: list[StoreError]) -> Iterator[Found]:
    """Yield the documents below a folder, without hidden folders and ``skip``."""
    prefix = folder.path.rstrip("/") + "/"
    entries: dict[str, dict[str, Any]] = _asked(lambda: folder.fs.find(folder.path, detail=True))
    for path in sorted(entries):
        name = path.removeprefix(prefix)
        parts = name.split("/")
        if any(part.startswith(".") for part in parts) or not is_document_name(parts[-1]):
            continue
        location = folder / name
        if skip is None or not lies_in(location, skip):
            yield Found(name=name, location=location, status=_status(entries[path]))


def names(folder: UPath) -> list[str]:
    """Return the names of the files in a folder, none where there is none."""
    return sorted(statuses(folder))


def statuses(folder: UPath) -> dict[str, Status]:
    """Return what is known of each file in a folder: one question instead of one a file. Raises OSError."""
    try:
        entries: list[dict[str, Any]] = _asked(lambda: folder.fs.ls(folder.path, detail=True))
    except FileNotFoundError:
        return {}
    return {entry["name"].rpartition("/")[2]: _status(entry) for entry in entries if entry["type"] == "file"}


def status(path: UPath) -> Status:
    """Return what is known of a file. Raises OSError."""
    return _status(_asked(lambda: path.fs.info(path.path)))


def read(path: UPath) -> bytes:
    """Return the bytes of a file. Raises OSError."""
    data: bytes = _asked(lambda: path.fs.cat_file(path.path))
    return data


def opened(path: UPath) -> BinaryIO:
    """Open an object to be read; a part is fetched when it is wanted. Raises OSError."""
    file: BinaryIO = _asked(lambda: path.fs.open(path.path, "rb"))
    return file


def digest(path: UPath) -> str:
    """Return the SHA-256 of a file. Raises OSError."""
    return _asked(lambda: _digest(path))


def _digest(path: UPath) -> str:
    found = hashlib.sha256()
    with opened(path) as file:
        while piece := file.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


def write(path: UPath, data: bytes) -> None:
    """Write an object, whole or not at all. Raises OSError."""
    _asked(lambda: path.fs.pipe_file(path.path, data))


def put(path: UPath, chunks: Iterable[bytes]) -> Written:
    """Write an object from pieces, as ``write``: they are gathered in a temporary file first."""
    with tempfile.TemporaryDirectory(prefix="ikp-") as folder:
        written = disk.write_through(Path(folder) / "object", chunks)
        _send(path, Path(folder) / "object")
    return written


def _send(path: UPath, file: Path) -> None:
    _asked(lambda: path.fs.put_file(str(file), path.path))


def append(path: UPath, data: bytes, keep: int) -> None:
    """Write an object anew that has the first ``keep`` bytes of the old one, then ``data``. Raises OSError."""
    write(path, (read(path)[:keep] if keep else b"") + data)


def make_folder(_folder: UPath) -> None:
    """Do nothing: an object store has no folders."""


def remove(path: UPath) -> None:
    """Delete an object, if it is there."""
    with suppress(FileNotFoundError):
        _asked(lambda: path.fs.rm_file(path.path))


@contextmanager
def stage(_folder: UPath) -> Iterator[Path]:
    """Yield an empty folder on this machine, whose files are to be published; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="ikp-") as folder:
        yield Path(folder)


def publish(folder: UPath, staged: Path) -> None:
    """Replace the objects of a folder by exactly the files that were staged, the descriptor last. Raises OSError.

    Nothing is replaced where another run has taken over the lock of the folder above.
    """
    held = _held.get(str(folder.parent / ".lock"))
    if held is not None and not held.is_ours():
        raise OSError(errno.EBUSY, "another run took over, for this one stood still too long")
    new = disk.names(staged)
    for name in sorted(new, key=lambda name: (name == LAST, name)):
        _send(folder / name, staged / name)
    for name in names(folder):
        if name not in new:
            remove(folder / name)


def tidy(_out: UPath) -> None:
    """Do nothing: a killed run leaves no half-written object."""


def sweep(_folders: Iterable[UPath]) -> None:
    """Do nothing: the same."""


# --- the lock ---


@dataclass(slots=True, kw_only=True)
class _Lock:
    """A lock object that is ours as long as our token stands in it."""

    path: UPath
    holder: str
    token: str = field(default_factory=lambda: uuid.uuid4().hex)

    def note(self) -> bytes:
        return json.dumps({"holder": self.holder, "beat": time.time(), "token": self.token}).encode()

    def is_ours(self) -> bool:
        """Tell whether nobody took over. Raises OSError where that cannot be known."""
        return _found(self.path).token == self.token


@dataclass(frozen=True, slots=True, kw_only=True)
class _Note:
    """What stands in a lock: who holds it, when that was last renewed by the holder's clock, and the token."""

    holder: str = ""
    beat: float = 0.0
    token: str = ""


_held: dict[str, _Lock] = {}
"""The locks of this process, by their path."""


@contextmanager
def lock(path: UPath, holder: str) -> Iterator[str]:
    """Hold a lock object, renewed every now and then; yield the last holder where its lock was stale, else "".

    Raises BusyError at once where another process holds it, OSError where it cannot be made. A holder that slept
    so long that another took over publishes nothing any more.
    """
    mine = _Lock(path=path, holder=f"{holder}, on {platform.node()}")
    left = _claim(mine)
    _held[str(path)] = mine
    ended = threading.Event()
    beating = threading.Thread(target=_beat, args=(mine, ended), daemon=True)
    beating.start()
    try:
        yield left
    finally:
        ended.set()
        beating.join()
        del _held[str(path)]
        with suppress(OSError):
            if mine.is_ours():
                remove(path)


def _claim(mine: _Lock) -> str:
    """Put our note into the lock; return the holder of a stale one. Raises BusyError, OSError."""
    left = ""
    while not _created(mine):
        with suppress(FileNotFoundError):  # it was given back in between
            left = _taken_over(mine)
            break
    # Not every store creates exclusively, and two may take over at a time: the note that stays has won.
    time.sleep(SETTLE_SECONDS)
    found = _found(mine.path)
    if found.token != mine.token:
        raise busy(mine.path.parent, found.holder)
    return left


def _created(mine: _Lock) -> bool:
    try:
        _asked(lambda: mine.path.fs.pipe_file(mine.path.path, mine.note(), mode="create"))
    except OSError as error:
        if not mine.path.exists():
            raise error from None  # it is not there, and cannot be made
        return False
    return True


def _taken_over(mine: _Lock) -> str:
    found = _found(mine.path)
    if 0 <= time.time() - found.beat < STALE_SECONDS:
        raise busy(mine.path.parent, found.holder)
    time.sleep(1.5 * BEAT_SECONDS)  # clocks differ: whoever is at work renews it meanwhile
    if _found(mine.path) != found:
        raise busy(mine.path.parent, found.holder)
    write(mine.path, mine.note())
    return found.holder


def _found(path: UPath) -> _Note:
    """Return what stands in a lock; of what is no note nobody's. Raises OSError where it is not there."""
    try:
        note = json.loads(read(path))
        return _Note(holder=str(note["holder"]), beat=float(note["beat"]), token=str(note.get("token", "")))
    except (ValueError, KeyError, TypeError, AttributeError):
        return _Note()


def _beat(mine: _Lock, ended: threading.Event) -> None:
    while not ended.wait(BEAT_SECONDS):
        with suppress(OSError):
            if not mine.is_ours():
                return
            write(mine.path, mine.note())
