"""Folders in an object store, by fsspec: what ``disk`` does, as far as a store without folders can do it.

An object is written whole or not at all. Several are not: of a dataset that is being published the descriptor,
``datapackage.json``, is written last and names size and hash of every table, so that a reader can tell.
"""

from __future__ import annotations

import errno
import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any, Final, TypeVar

from upath import UPath

from pipeline.errors import StoreError
from pipeline.files import Found, Status, busy, is_document_name, lies_in

T = TypeVar("T")

BEAT_SECONDS: Final = 20.0  # how often a lock is renewed
STALE_SECONDS: Final = 300.0  # a lock that was not renewed for so long belongs to nobody
LAST: Final = "datapackage.json"


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


def digest(path: UPath) -> str:
    """Return the SHA-256 of a file. Raises OSError."""
    return hashlib.sha256(read(path)).hexdigest()


def write(path: UPath, data: bytes) -> None:
    """Write an object, whole or not at all. Raises OSError."""
    _asked(lambda: path.fs.pipe_file(path.path, data))


def make_folder(_folder: UPath) -> None:
    """Do nothing: an object store has no folders."""


def remove(path: UPath) -> None:
    """Delete an object, if it is there."""
    with suppress(FileNotFoundError):
        _asked(lambda: path.fs.rm_file(path.path))


def publish(folder: UPath, files: Mapping[str, bytes]) -> None:
    """Replace the objects of a folder by exactly these, the descriptor last. Raises OSError."""
    for name in sorted(files, key=lambda name: (name == LAST, name)):
        write(folder / name, files[name])
    for name in names(folder):
        if name not in files:
            remove(folder / name)


def tidy(_out: UPath) -> None:
    """Do nothing: a killed run leaves no half-written object."""


def sweep(_folders: Iterable[UPath]) -> None:
    """Do nothing: the same."""


@contextmanager
def lock(path: UPath, holder: str) -> Iterator[str]:
    """Hold a lock object, renewed every now and then; yield the last holder where its lock was stale, else "".

    Raises BusyError at once where another process holds it, OSError where it cannot be made.
    """
    left = _claim(path, holder)
    ended = threading.Event()
    beating = threading.Thread(target=_beat, args=(path, holder, ended), daemon=True)
    beating.start()
    try:
        yield left
    finally:
        ended.set()
        beating.join()
        with suppress(OSError):
            remove(path)


def _claim(path: UPath, holder: str) -> str:
    left = ""
    for _ in range(2):
        try:
            _asked(lambda: path.fs.pipe_file(path.path, _note(holder), mode="create"))
        except OSError:
            left, age = _found(path)
            if age < STALE_SECONDS:
                raise busy(path.parent, left) from None
            remove(path)
        else:
            return left
    raise busy(path.parent, left)


def _note(holder: str) -> bytes:
    return json.dumps({"holder": holder, "beat": time.time()}).encode()


def _found(path: UPath) -> tuple[str, float]:
    """Return who holds a lock, and how many seconds ago that was renewed. Raises OSError where it is not there."""
    data = read(path)
    try:
        note = json.loads(data)
        return str(note["holder"]), time.time() - float(note["beat"])
    except (ValueError, KeyError, TypeError):
        return "", STALE_SECONDS  # nobody's note


def _beat(path: UPath, holder: str, ended: threading.Event) -> None:
    while not ended.wait(BEAT_SECONDS):
        with suppress(OSError):
            write(path, _note(holder))
