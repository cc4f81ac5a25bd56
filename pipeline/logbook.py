"""The log of decisions in the corpus: read whole, added to a batch at a time, by several people at once.

A batch is what one stroke of a key wrote. It is written behind what stands there and flushed to the disk; where
the power fails meanwhile, a batch that is not whole at the end of the file does not count and is cut off by the
next.
"""

from __future__ import annotations

import secrets
import time
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from pipeline import store
from pipeline.codec import decode, encode
from pipeline.decision import Decision
from pipeline.errors import StoreError, UsageError
from pipeline.files import DECISIONS, REVIEW, AnyPath, printable
from pipeline.ledger import STAMP

MOST_ACTOR: Final = 60  # characters of a person's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """All whole batches; ``size`` counts their bytes in the file."""

    lines: tuple[Decision, ...] = ()
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the operator says in ``review.toml``.

    ``second_eyes``: a decision that turns a published category into another one counts when a second person has
    said the same.
    """

    second_eyes: bool = False


Make = Callable[[Sequence[Decision]], Sequence[Decision]]
"""Makes the lines of a batch from the log as it stands, without id, actor, time and batch, which are filled in."""


def load(corpus: AnyPath) -> Log:
    """Read the log. Raises StoreError with the line where anything but its end is damaged: nothing is skipped."""
    path = corpus / DECISIONS
    return _parsed(store.read_bytes(path), str(path)) if path.exists() else Log()


def _parsed(data: bytes, where: str) -> Log:
    lines: list[Decision] = []
    whole, size, position = 0, 0, 0
    rows = data.split(b"\n")
    torn = rows.pop()  # what stands behind the last line feed was not written to its end
    for number, row in enumerate(rows, start=1):
        position += len(row) + 1
        if row.strip():
            try:
                lines.append(decode(row, Decision, where=f"{where} line {number}"))
            except StoreError as error:
                if number == len(rows) and not torn:
                    break
                raise StoreError(
                    "is damaged", where=error.where, remedy="restore it from a copy; no decision was dropped"
                ) from error
        if not lines or len(lines) - whole == lines[-1].of:
            whole, size = len(lines), position
    return Log(lines=tuple(lines[:whole]), size=size)


def add(corpus: AnyPath, actor: str, make: Make, known: Log | None = None) -> Log:
    """Add one batch to the log and return the log; ``make`` sees the log as it stands when its turn has come.

    So nobody overwrites what another decided meanwhile. What ``make`` raises goes through, and nothing is written.
    ``known`` is what was read before: the file is read again only where it has grown since. Raises UsageError for
    a name that is none, StoreError where the log cannot be read or written.
    """
    name = checked_actor(actor)
    path = corpus / DECISIONS
    with store.turn(corpus / f".{DECISIONS}.lock"):
        log = _current(corpus, known)
        drafts = make(log.lines)
        batch, at = secrets.token_hex(6), time.strftime(STAMP, time.gmtime())
        lines = tuple(
            replace(draft, id=f"{batch}.{number}", actor=name, at=at, batch=batch, of=len(drafts))
            for number, draft in enumerate(drafts, start=1)
        )
        return _added(path, log, lines)


def _current(corpus: AnyPath, known: Log | None) -> Log:
    status = store.mark(corpus / DECISIONS)
    unchanged = known is not None and (status.size if status else 0) == known.size
    return known if known is not None and unchanged else load(corpus)


def _added(path: AnyPath, log: Log, lines: tuple[Decision, ...]) -> Log:
    if not lines:
        return log
    data = b"".join(encode(line) + b"\n" for line in lines)
    store.append(path, data, keep=log.size)
    return Log(lines=(*log.lines, *lines), size=log.size + len(data))


def add_written(corpus: AnyPath, lines: Sequence[Decision]) -> tuple[Decision, ...]:
    """Add lines that were written elsewhere, but for those that stand there; return what was added."""
    path = corpus / DECISIONS
    with store.turn(corpus / f".{DECISIONS}.lock"):
        log = load(corpus)
        known = {line.id for line in log.lines}
        new = tuple(line for line in lines if line.id not in known)
        _added(path, log, new)
    return new


def checked_actor(name: str) -> str:
    """Return a person's name on one line, fit for print. Raises UsageError for what is none."""
    good = printable(" ".join(name.split()))
    if not good or len(good) > MOST_ACTOR:
        raise UsageError(
            f"{good[:20]!r} is no name",
            where="the person who decides",
            remedy=f"give 1 to {MOST_ACTOR} characters",
        )
    return good


def settings(corpus: AnyPath) -> Settings:
    """Read ``review.toml`` of the corpus, where there is one. Raises StoreError for what it does not know."""
    path = corpus / REVIEW
    if not path.exists():
        return Settings()
    remedy = "write only: second_eyes = true (or false)"
    try:
        said = tomllib.loads(store.read_bytes(path).decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StoreError(f"is damaged ({error})", where=str(path), remedy=remedy) from error
    value = said.pop("second_eyes", False)
    if said or not isinstance(value, bool):
        raise StoreError("says what is not known", where=str(path), remedy=remedy)
    return Settings(second_eyes=value)
