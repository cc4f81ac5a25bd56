"""The log of decisions in the corpus: read whole, added to a batch at a time, by several people at once.

A batch is what one stroke of a key wrote. It is written behind what stands there and flushed to the disk; where
the power fails meanwhile, a batch that is not whole at the end of the file does not count and is cut off by the
next, which leaves what it cut off in ``.decisions.jsonl.cut``. All other damage stops whoever reads the log.
"""

from __future__ import annotations

import hashlib
import secrets
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final

from pipeline.decision import Decision
from pipeline.errors import StoreError, UsageError
from pipeline.review.fields import problem
from pipeline.storage import store
from pipeline.storage.codec import decode, encode
from pipeline.storage.files import DECISIONS, REVIEW, AnyPath, Status, printable
from pipeline.storage.ledger import STAMP

MOST_ACTOR: Final = 60  # characters of a person's name
MOST_REMARK: Final = 2000  # characters: it is shown beside the value, and read again by every run


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """All whole batches; ``size`` counts their bytes in the file.

    ``mark`` is what was known of the file when it was read or written, ``hashed`` the SHA-256 of those bytes;
    ``ended`` tells whether a line feed stands behind the last line.
    """

    lines: tuple[Decision, ...] = ()
    size: int = 0
    mark: Status | None = None
    ended: bool = True
    hashed: hashlib._Hash = field(default_factory=hashlib.sha256, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the operator says in ``review.toml``.

    ``second_eyes``: a decision that turns a published category into another one counts when a second person has
    said the same.
    """

    second_eyes: bool = False


Make = Callable[[Sequence[Decision]], Sequence[Decision]]
"""Makes the lines of a batch from the log as it stands, without id, actor, time and batch, which are filled in."""


def load(corpus: AnyPath, known: Log | None = None) -> Log:
    """Read the log; of what was read before and has only grown since, what is new.

    Raises StoreError with the line where anything but its end is damaged, or says what nobody can have said:
    nothing is skipped.
    """
    path = corpus / DECISIONS
    mark = store.mark(path)
    if mark is None:
        return Log()
    if known is not None and mark == known.mark:
        return known
    data = store.read_bytes(path)
    grown = (
        known is not None and known.ended and hashlib.sha256(data[: known.size]).digest() == known.hashed.digest()
    )
    log = _parsed(data, str(path), known if known is not None and grown else Log())
    return replace(log, mark=mark, hashed=hashlib.sha256(data[: log.size]))


def _parsed(data: bytes, where: str, known: Log) -> Log:
    """Return the whole batches of the file's bytes, those that are ``known`` as they are."""
    rows = data[known.size :].split(b"\n")
    first = data.count(b"\n", 0, known.size) + 1
    lines = list(known.lines)
    ids = {line.id for line in lines}
    whole, size, position, ended = len(lines), known.size, known.size, True
    for number, row in enumerate(rows, start=1):
        last = number == len(rows)
        position += len(row) + (not last)
        if row.strip():
            place = f"{where} line {first + number - 1}"
            try:
                line = _line(row, place)
            except StoreError:
                if _may_be_torn(row, rows[number:], last=last):
                    break  # the power failed while the last batch was written
                raise
            if line.id in ids:
                raise _damaged("repeats a line", place)
            if len(lines) > whole and (line.batch, line.of) != (lines[-1].batch, lines[-1].of):
                raise _damaged("follows a batch of which lines are missing", place)
            ids.add(line.id)
            lines.append(line)
        if len(lines) == whole or len(lines) - whole == lines[-1].of:
            whole, size, ended = len(lines), position, not (last and row)
    return Log(lines=tuple(lines[:whole]), size=size, ended=ended)


def _line(row: bytes, place: str) -> Decision:
    try:
        line = decode(row, Decision, where=place)
    except StoreError as error:
        raise _damaged(error.what, place) from error
    wrong = problem(line)
    if wrong is not None:
        raise _damaged(f"says what cannot be: {wrong}", place)
    return line


def _damaged(what: str, place: str) -> StoreError:
    return StoreError(what, where=place, remedy="restore the file from a copy; no decision was dropped")


def _may_be_torn(row: bytes, after: Sequence[bytes], *, last: bool) -> bool:
    """Tell whether a row that cannot be read may be where the power failed: nothing whole stands behind it.

    A row that is whole JSON was written to its end, and was altered since.
    """
    with suppress(StoreError):
        decode(row, dict[str, object], where="")
        return last
    counts: Counter[tuple[str, int]] = Counter()
    for other in after:
        with suppress(StoreError):
            line = decode(other, Decision, where="")
            counts[line.batch, line.of] += 1
    return not any(count >= of for (_, of), count in counts.items())


def add(corpus: AnyPath, actor: str, make: Make, known: Log | None = None) -> Log:
    """Add one batch to the log and return the log; ``make`` sees the log as it stands when its turn has come.

    So nobody overwrites what another decided meanwhile. What ``make`` raises goes through, and nothing is written.
    ``known`` is what was read before: the file is read again only where it has changed since. Raises UsageError
    for a name that is none and for a remark that is too long, StoreError where the log cannot be read or written.
    """
    name = checked_actor(actor)
    with store.turn(corpus, DECISIONS):
        log = load(corpus, known)
        drafts = make(log.lines)
        batch, at = secrets.token_hex(6), time.strftime(STAMP, time.gmtime())
        lines = tuple(
            replace(
                draft,
                id=f"{batch}.{number}",
                actor=name,
                at=at,
                batch=batch,
                of=len(drafts),
                reason=" ".join(checked_remark(draft.reason).split()),
                note=checked_remark(draft.note),
            )
            for number, draft in enumerate(drafts, start=1)
        )
        return _added(corpus, log, lines)


def _added(corpus: AnyPath, log: Log, lines: tuple[Decision, ...]) -> Log:
    if not lines:
        return log
    path = corpus / DECISIONS
    if log.mark is not None and log.mark.size > log.size:
        store.write(corpus / f".{DECISIONS}.cut", store.read_bytes(path)[log.size :])
    data = (b"" if log.ended else b"\n") + b"".join(encode(line) + b"\n" for line in lines)
    store.append(path, data, keep=log.size)
    hashed = log.hashed.copy()
    hashed.update(data)
    return Log(lines=(*log.lines, *lines), size=log.size + len(data), mark=store.mark(path), hashed=hashed)


def add_written(corpus: AnyPath, lines: Sequence[Decision]) -> tuple[Decision, ...]:
    """Add batches that were written elsewhere, but for lines that stand there; return what was added.

    Raises StoreError for lines that nobody can have said, and where a batch is not whole; UsageError for a name or
    a remark that could not have been given here.
    """
    with store.turn(corpus, DECISIONS):
        log = load(corpus)
        known = {line.id for line in log.lines}
        new = tuple(line for line in lines if line.id not in known)
        for line in new:
            _require_said(line)
        written = b"".join(encode(line) + b"\n" for line in new)
        if len(_parsed(written, "what is to be added", Log()).lines) != len(new):
            raise _damaged("is not whole", "the last batch")
        _added(corpus, log, new)
    return new


def _require_said(line: Decision) -> None:
    """Raise UsageError for a line whose name or remarks are not as this log writes them."""
    remarks = all(checked_remark(text) == text for text in (line.reason, line.note))
    if checked_actor(line.actor) != line.actor or not remarks:
        raise UsageError(
            "has a name or a remark that is not fit for print", where=f"id {printable(line.id)}", remedy="mend it"
        )


def checked_remark(text: str) -> str:
    """Return a reason or a remark fit for print; line breaks stay. Raises UsageError for one that is too long."""
    if len(text) > MOST_REMARK:
        raise UsageError(
            f"has {len(text)} characters", where="the remark", remedy=f"give {MOST_REMARK} at most, or a link"
        )
    return "\n".join(printable(line.expandtabs(4)) for line in text.splitlines()).strip()


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
