"""A watched folder: the files that lie in it are pages, under their path in it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from pipeline.files import printable
from pipeline.sources.values import Brought, Descriptor, Event, Failed, Failure, Gone, Known, Memory, Unchanged

SETTLED_SECONDS: Final = 2.0  # a file that was written later than that may be written still
MAX_BYTES: Final = 50 << 20


def visit_folder(source: Descriptor, memory: Memory, now: datetime) -> Iterator[Event]:
    """Yield what became of the files of a folder; hidden ones and links are passed over.

    A family is ``NAME/relative/path``, printable. Without the folder, or where it is empty although files lay in
    it, there is one failure and nothing is gone: a drive that is not mounted is no clearance. Nothing is gone
    either below a folder that cannot be read.
    """
    root, moment = Path(source.path), now.strftime("%Y-%m-%dT%H:%M:%SZ")
    blank = Known(source=source.name, checked_at=moment)
    had = [family for family, known in memory.items() if _is_there(known)]
    if (failure := _no_folder(root, len(had))) is not None:
        yield Failed(family=source.path, failure=failure, known=replace(blank, index=True, trouble=failure.code))
        return
    paths, closed = _files(root)
    there: set[str] = set()
    for path in paths:
        family = _family(source, root, path)
        there.add(family)
        known = replace(memory.get(family, blank), checked_at=moment)
        if (event := _file(path, family, known, now)) is not None:
            yield event
    shut = tuple(f"{_family(source, root, Path(error.filename))}/" for error in closed)
    for folder, error in zip(shut, closed, strict=True):
        failure = Failure(code="unreadable", message=f"cannot be read ({error.strerror})")
        yield Failed(family=folder, failure=failure, known=replace(blank, index=True, trouble=failure.code))
    for family in had:
        if family not in there and not family.startswith(shut):
            known = replace(memory[family], gone=True, checked_at=moment, changed_at=moment)
            yield Gone(family=family, known=known)


def _is_there(known: Known) -> bool:
    """Tell whether a file was there when it was last looked for."""
    return not known.index and known.content_key is not None and not known.gone


def _no_folder(root: Path, had: int) -> Failure | None:
    """Return why a folder says nothing about the files in it; None where it does."""
    try:
        is_empty = not any(True for _ in root.iterdir())
    except OSError as error:
        return Failure(code="no_folder", message=f"is no folder that can be read ({error.strerror})")
    if not is_empty or not had:
        return None
    message = f"is empty, where {had:,} files were: is its drive there? If it was cleared, put a file .keep in it"
    return Failure(code="empty_folder", message=message)


def _family(source: Descriptor, root: Path, path: Path) -> str:
    return f"{source.name}/{printable(path.relative_to(root).as_posix())}"


def _files(root: Path) -> tuple[list[Path], list[OSError]]:
    """Return the files below a folder in order, and of each folder that cannot be read why."""
    found: list[Path] = []
    closed: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(folder, name) for name in names if not name.startswith("."))
        found += [path for path in paths if path.is_file() and not path.is_symlink()]
    return sorted(found), sorted(closed, key=lambda error: str(error.filename))


def _file(path: Path, family: str, known: Known, now: datetime) -> Event | None:
    """Read one file; None where it may be written still, which waits for the next night."""
    try:
        status = path.stat()
        if abs(now.timestamp() - status.st_mtime) < SETTLED_SECONDS:  # dates in the future wait for nothing
            return None
        if status.st_size > MAX_BYTES:
            return _failed(family, known, "too_large", f"has more than {MAX_BYTES >> 20} MB")
        body = path.read_bytes()
    except OSError as error:
        return _failed(family, known, "unreadable", f"cannot be read ({error.strerror or error})")
    key = hashlib.sha256(body).hexdigest()
    seen = replace(known, content_key=key, gone=False, trouble=None)
    if key == known.content_key:
        return Unchanged(family=family, known=seen)
    fresh = replace(seen, changed_at=known.checked_at)
    return Brought(family=family, url=None, body=body, media_type="", known=fresh)


def _failed(family: str, known: Known, code: str, message: str) -> Failed:
    return Failed(family=family, failure=Failure(code=code, message=message), known=replace(known, trouble=code))
