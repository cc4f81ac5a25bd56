"""What runs keep in the output folder: a record a document, their index, the state for the next run, a ledger."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from pipeline.account import Account
from pipeline.errors import StoreError
from pipeline.model import Parsed, Quarantined
from pipeline.state import Index, State
from pipeline.storage import store
from pipeline.storage.codec import decode, decode_account, decode_record, encode
from pipeline.storage.files import AnyPath
from pipeline.storage.ledger import STAMP, Timings, library_versions
from pipeline.storage.places import files_of

FOLDERS: Final = ("dataset", "documents", "runs", "releases")
"""What of the output folder is nobody else's."""
_RECORD_NAME: Final = re.compile(r"[0-9a-f]{64}\.json")


def record_path(out: AnyPath, sha256: str) -> AnyPath:
    """Return where the record of a document is kept."""
    return out / "documents" / f"{sha256}.json"


def load_record(out: AnyPath, sha256: str) -> Parsed | Quarantined:
    """Read one record. Raises StoreError where it is missing or damaged."""
    path = record_path(out, sha256)
    return decode_record(store.read_bytes(path), where=str(path))


def find_record(out: AnyPath, sha256: str) -> Parsed | None:
    """Return what was read of a document, None where it is lost, damaged or was not read."""
    try:
        record = load_record(out, sha256)
    except StoreError:
        return None
    return record if isinstance(record, Parsed) else None


def load_accounts(out: AnyPath) -> Iterator[Account | Quarantined]:
    """Read of all records what the dataset needs, in the order of their hashes, then copies and unreadable files.

    Raises StoreError where no run has ended there yet, or a record is damaged.
    """
    index = load_index(out)
    for name in _record_names(out):
        yield _load_account(out, name.removesuffix(".json"))
    for copy in index.copies:
        yield replace(_load_account(out, copy.sha256), item=copy)
    yield from index.unreadable


def _load_account(out: AnyPath, sha256: str) -> Account | Quarantined:
    path = record_path(out, sha256)
    return decode_account(store.read_bytes(path), where=str(path))


def index_path(out: AnyPath) -> AnyPath:
    """Return where the index of the records is kept."""
    return out / "documents" / "index.json"


def load_index(out: AnyPath) -> Index:
    """Read the index of the records. Raises StoreError where no run has ended there yet, or it is damaged."""
    path = index_path(out)
    if not path.exists():
        raise StoreError("holds no documents", where=str(out), remedy="run `ikp run` first, or name it with --out")
    return decode(store.read_bytes(path), Index, where=str(path))


def _record_names(out: AnyPath) -> list[str]:
    folder = out / "documents"
    return [name for name in files_of(folder).names(folder) if _RECORD_NAME.fullmatch(name)]


def drop_records(out: AnyPath, keep: Iterable[str]) -> tuple[str, ...]:
    """Delete the records of all documents but ``keep`` (hashes); return the hashes of those that went."""
    kept = {f"{sha256}.json" for sha256 in keep}
    gone = [name for name in _record_names(out) if name not in kept]
    for name in gone:
        files_of(out).remove(out / "documents" / name)
    return tuple(name.removesuffix(".json") for name in gone)


def recover(out: AnyPath) -> None:
    """Clear what a killed run left; put the old dataset back where the new one is not there yet."""
    files_of(out).tidy(out)


def load_state(out: AnyPath) -> State:
    """Return what the last run remembered; nothing where there was none, or another version wrote it."""
    path = out / ".state.json"
    try:
        return decode(files_of(path).read(path), State, where=str(path))
    except (OSError, StoreError):
        return State()  # then everything is done again: slower, never wrong


def save_state(out: AnyPath, state: State) -> None:
    """Remember ``state`` for the next run."""
    data = encode(state) + b"\n"
    if not store.holds(out / ".state.json", data):
        store.write(out / ".state.json", data)


def append_run(out: AnyPath, timings: Timings, entry: Mapping[str, object], *, changes: bytes = b"") -> None:
    """Add a numbered ledger entry of a run: what, when and how long, with which libraries, and ``entry``.

    ``changes`` are the lines of what it changed in the dataset; they are written first, beside the entry.
    """
    folder = out / "runs"
    store.make_folder(folder)
    number = last_run(out) + 1
    path = folder / f"{number}.changes.jsonl"
    if changes:
        store.write(path, changes)
    else:
        store.remove(path)  # of a run that was killed before its entry
    head = {
        "run": number,
        "command": timings.command,
        "begun": timings.begun,
        "ended": time.strftime(STAMP, time.gmtime()),
        "seconds": timings.seconds,
        "libraries": library_versions(),
    }
    store.write(folder / f"{number}.json", encode({**head, **entry}) + b"\n")


def pending_path(out: AnyPath) -> AnyPath:
    """Return where differences are kept that are not in the ledger yet."""
    return out / "runs" / "pending.changes.json"


def ended(out: AnyPath, run: int) -> str:
    """Return when a run of the ledger ended (UTC, ISO 8601), empty where the ledger has no such run."""
    path = out / "runs" / f"{run}.json"
    found = decode(store.read_bytes(path), dict[str, object], where=str(path)) if path.exists() else {}
    return str(found.get("ended", ""))


def last_run(out: AnyPath) -> int:
    """Return the number of the last run in the ledger, 0 where there was none."""
    stems = (name.removesuffix(".json") for name in files_of(out).names(out / "runs") if name.endswith(".json"))
    return max((int(stem) for stem in stems if stem.isdigit()), default=0)


def load_changes(out: AnyPath, *, after: int) -> tuple[Mapping[str, object], ...]:
    """Return the differences that runs later than number ``after`` made to the dataset, worst first a run."""
    paths = (out / "runs" / f"{number}.changes.jsonl" for number in range(after + 1, last_run(out) + 1))
    lines = ((path, line) for path in paths if path.exists() for line in store.read_bytes(path).splitlines())
    return tuple(decode(line, dict[str, object], where=str(path)) for path, line in lines if line.strip())
