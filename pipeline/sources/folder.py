"""A watched folder: the files that lie in it are pages, under their path in it."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from pipeline.sources.crowds import MANY
from pipeline.sources.values import Brought, Descriptor, Event, Failed, Failure, Gone, Known, Memory, Unchanged
from pipeline.storage.files import printable

SETTLED_SECONDS: Final = 2.0  # a file that was written later than that may be written still
MAX_BYTES: Final = 50 << 20


def visit_folder(source: Descriptor, memory: Memory, now: datetime) -> Iterator[Event]:
    """Yield what became of the files of a folder; hidden ones and links are passed over.

    A family is ``NAME/relative/path``, printable. A folder that cannot be read, or is empty although files lay in
    it (below the watched one: many), is a failure, and nothing below it is gone: a drive that is not mounted is no
    clearance.
    """
    root, moment = Path(source.path), now.strftime("%Y-%m-%dT%H:%M:%SZ")
    blank = Known(source=source.name, checked_at=moment)
    had = [family for family, known in memory.items() if _is_there(known)]
    found = _look(root)
    there: set[str] = set()
    for path in found.files:
        family = _family(source, root, path)
        there.add(family)
        known = replace(memory.get(family, blank), checked_at=moment)
        if (event := _file(path, family, known, now)) is not None:
            yield event
    silent = dict(_silent(found, source, root, had))
    for folder, failure in silent.items():
        yield Failed(family=folder, failure=failure, known=replace(blank, index=True, trouble=failure.code))
    for folder, known in memory.items():
        if known.trouble and known.index and folder not in silent:
            yield Unchanged(family=folder, known=replace(known, trouble=None, checked_at=moment))
    for family in had:
        if family not in there and not family.startswith(tuple(silent)):
            known = replace(memory[family], gone=True, checked_at=moment, changed_at=moment)
            yield Gone(family=family, known=known)


def _is_there(known: Known) -> bool:
    """Tell whether a file was there when it was last looked for."""
    return not known.index and known.content_key is not None and not known.gone


def _family(source: Descriptor, root: Path, path: Path) -> str:
    r"""Name a file; what cannot be printed is escaped, and so are backslashes, lest two names become one."""
    relative = path.relative_to(root).as_posix().replace("\\", "\\\\")
    return f"{source.name}/{printable(relative)}" if path != root else source.name


@dataclass(slots=True, kw_only=True)
class _Found:
    """What lies below a folder: files in order, folders without any entry, and those that cannot be read."""

    files: list[Path] = field(default_factory=list)
    empty: list[Path] = field(default_factory=list)
    closed: list[tuple[Path, OSError]] = field(default_factory=list)


def _look(root: Path) -> _Found:
    found = _Found()

    def closed(error: OSError) -> None:
        found.closed.append((Path(error.filename), error))

    for folder, folders, names in os.walk(root, onerror=closed):
        if not folders and not names:
            found.empty.append(Path(folder))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            try:
                if not name.startswith(".") and stat.S_ISREG(path.lstat().st_mode):
                    found.files.append(path)
            except FileNotFoundError:
                continue
            except OSError as error:
                found.closed.append((path.parent, error))
                break
    found.files.sort()
    return found


def _silent(found: _Found, source: Descriptor, root: Path, had: Sequence[str]) -> Iterator[tuple[str, Failure]]:
    """Yield the folders that say nothing about the files that lay in them, each with the reason."""
    for folder, error in found.closed:
        code = "no_folder" if folder == root else "unreadable"
        yield (
            f"{_family(source, root, folder)}/",
            Failure(code=code, message=f"{printable(str(folder))} cannot be read ({error.strerror})"),
        )
    for folder in found.empty:
        family = f"{_family(source, root, folder)}/"
        count = sum(one.startswith(family) for one in had)
        if count >= (1 if folder == root else MANY):
            asked = "is its drive there? If it was cleared, put a file .keep in it"
            yield family, Failure(code="empty_folder", message=f"is empty, where {count:,} files were: {asked}")


def _file(path: Path, family: str, known: Known, now: datetime) -> Event | None:
    """Read one file; None where it may be written still, which waits for the next night."""
    try:
        status = path.stat()
        if _is_fresh(status, now):
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


def _is_fresh(status: os.stat_result, now: datetime) -> bool:
    return abs(now.timestamp() - status.st_mtime) < SETTLED_SECONDS  # dates in the future wait for nothing


def count_fresh(source: Descriptor, now: datetime) -> int:
    """Return how many files of a watched folder were written just now, so that a visit leaves them to the next."""
    found = 0
    for path in _look(Path(source.path)).files:
        with suppress(OSError):
            found += _is_fresh(path.stat(), now)
    return found


def _failed(family: str, known: Known, code: str, message: str) -> Failed:
    return Failed(family=family, failure=Failure(code=code, message=message), known=replace(known, trouble=code))
