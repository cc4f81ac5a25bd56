"""A watched folder: the files that lie in it are pages, under their path in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from pipeline.sources.values import Brought, Descriptor, Event, Failed, Failure, Gone, Known, Memory, Unchanged

SETTLED_SECONDS: Final = 2.0  # a file that was written later than that may be written still
MAX_BYTES: Final = 50 << 20


def visit_folder(source: Descriptor, memory: Memory, now: datetime) -> Iterator[Event]:
    """Yield what became of the files of a folder; hidden ones and links are passed over.

    A family is ``NAME/relative/path``. Without the folder there is one failure and nothing is gone: a drive that
    is not mounted is no clearance.
    """
    root, moment = Path(source.path), now.strftime("%Y-%m-%dT%H:%M:%SZ")
    blank = Known(source=source.name, checked_at=moment)
    if not root.is_dir():
        failure = Failure(code="no_folder", message="is no folder that can be read")
        yield Failed(family=source.path, failure=failure, known=replace(blank, index=True, trouble=failure.code))
        return
    there: set[str] = set()
    for path in _files(root):
        family = f"{source.name}/{path.relative_to(root).as_posix()}"
        there.add(family)
        known = replace(memory.get(family, blank), checked_at=moment)
        if (event := _file(path, family, known, now)) is not None:
            yield event
    for family, known in memory.items():
        if family not in there and not known.index and known.content_key is not None and not known.gone:
            yield Gone(family=family, known=replace(known, gone=True, checked_at=moment, changed_at=moment))


def _files(root: Path) -> list[Path]:
    found = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path for path in found if not _is_hidden(path, root))


def _is_hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def _file(path: Path, family: str, known: Known, now: datetime) -> Event | None:
    """Read one file; None where it may be written still, which waits for the next night."""
    try:
        status = path.stat()
        if now.timestamp() - status.st_mtime < SETTLED_SECONDS:
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
