"""The documents inside a mail or a ZIP, and the bytes of each; containers in containers are opened too."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from pipeline.errors import ReadError
from pipeline.readers import MAX_BYTES, READERS
from pipeline.readers.archive import zip_entries
from pipeline.readers.containers import MAX_TOTAL_BYTES, Budget
from pipeline.readers.entries import Entry
from pipeline.readers.mail.attachments import mail_entries
from pipeline.readers.media import CONTAINERS, EML, ZIP, media_type_of, refusal
from pipeline.state import Contents, LeftOut, Part

MAX_DEPTH = 3  # containers in each other, the outermost counted
_HEAD = 4096
_OPENERS: Mapping[str, Callable[..., list[Entry]]] = {EML: mail_entries, ZIP: zip_entries}


def parts_of(data: bytes, *, name: str, media_type: str) -> Contents:
    """List the documents in a container and those in the containers inside; a mail inside is itself a document.

    Of a mail these are its attachments; its own text is what ``read`` gives. ``media_type`` is one of
    ``CONTAINERS``. One bad part never loses the others. Raises ``ReadError`` where the container itself cannot be
    opened: not_a_zip, truncated, encrypted, too_large, damaged, empty, unknown_format.
    """
    found = _Found()
    with _surprises(name):
        found.take(_opened(data, name, media_type, found.budget), name=name, above="", depth=1)
    return Contents(parts=tuple(found.parts), left_out=tuple(found.left_out))


def part_bytes(data: bytes, *, name: str, media_type: str, part: str) -> bytes:
    """Return the bytes of one part; of the others only the containers around it are unpacked.

    Raises ``ReadError`` as ``parts_of`` does, or as that part is left out; changed where there is no such part.
    """
    where = f"{name}/{part}"
    budget = Budget()
    with _surprises(where):
        for _ in range(MAX_DEPTH):
            entries = _opened(data, name, media_type, budget)
            entry = next((one for one in entries if f"{part}/".startswith(f"{one.path}/")), None)
            if entry is None:
                break
            data = entry.load(budget, where)
            if entry.path == part:
                return data
            part = part.removeprefix(f"{entry.path}/")
            media_type = media_type_of(entry.path, data[:_HEAD])
            if media_type not in CONTAINERS:
                break
    raise ReadError("is not in its container any more", where=where, remedy="run again", code="changed")


@dataclass(slots=True)
class _Found:
    """The parts found so far, and what may still be unpacked."""

    budget: Budget = field(default_factory=Budget)
    parts: list[Part] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def take(self, entries: Sequence[Entry], *, name: str, above: str, depth: int) -> None:
        """Take the entries of one container, whose path is ``above``, and of those inside."""
        for position, entry in enumerate(entries):
            if self.budget.bytes <= 0:
                self.leave(above.rstrip("/") or name, _over(name, len(entries) - position))
                return
            path = above + entry.path
            try:
                self.take_one(entry, path, name=name, depth=depth)
            except ReadError as error:
                self.leave(path, error)

    def take_one(self, entry: Entry, path: str, *, name: str, depth: int) -> None:
        """Take one entry. Raises ``ReadError`` where it is left out."""
        where = f"{name}/{path}"
        with _surprises(where):
            data = entry.load(self.budget, where)
            kind = media_type_of(entry.path, data[:_HEAD])
            inside: list[Entry] = []
            if kind in CONTAINERS:
                inside = _opened(data, where, kind, self.budget)
            elif kind not in READERS:
                raise refusal(where, data[:_HEAD], kind)
            if kind in READERS:
                digest = hashlib.sha256(data).hexdigest()
                self.parts.append(Part(path=path, sha256=digest, size=len(data), media_type=kind))
            if inside and depth == MAX_DEPTH:
                raise ReadError(
                    "what it holds was left out, nested too deeply",
                    where=where,
                    remedy="save it as a file of its own",
                    code="too_deep",
                )
            self.take(inside, name=name, above=f"{path}/", depth=depth + 1)

    def leave(self, path: str, error: ReadError) -> None:
        """Note why something is not taken."""
        self.left_out.append(LeftOut(path=path, code=error.code, message=f"{error.what}; {error.remedy}"))


def _opened(data: bytes, name: str, media_type: str, budget: Budget) -> list[Entry]:
    limit = MAX_TOTAL_BYTES if media_type == ZIP else MAX_BYTES
    if len(data) > limit:
        raise ReadError(
            f"more than {limit // 1024**2} MB", where=name, remedy="split it into smaller files", code="too_large"
        )
    return _OPENERS[media_type](data, name=name, budget=budget)


def _over(name: str, count: int) -> ReadError:
    what = f"{count} files were left out: more than {MAX_TOTAL_BYTES // 1024**2} MB in all"
    return ReadError(what, where=name, remedy="split it into smaller ones", code="too_large")


@contextmanager
def _surprises(where: str) -> Iterator[None]:
    """Turn what a library raises for bytes that it was not made for into a ``ReadError``."""
    try:
        yield
    except ReadError:
        raise
    except RecursionError as error:
        raise _damaged(where, "nested too deeply") from error
    except Exception as error:  # one odd file is never the end of a run
        raise _damaged(where, f"the reader of containers failed ({type(error).__name__})") from error


def _damaged(where: str, what: str) -> ReadError:
    return ReadError(what, where=where, remedy="unpack it, or save its parts", code="damaged")
