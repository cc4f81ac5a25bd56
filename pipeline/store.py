"""The only module that touches the disk: corpus folders, records, state, the published folder, the lock.

Every write goes to a temporary file in the same folder, is flushed to the disk and renamed, so that whatever kills
the process leaves each file either old or new. The published folder is swapped as a whole for the same reason.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import stat
import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pipeline.codec import decode, decode_record, encode
from pipeline.errors import StoreError
from pipeline.model import CorpusItem, Parsed, Quarantined
from pipeline.state import Index, Stamp, State

MANIFEST: Final = "manifest.jsonl"
RAW: Final = "raw"
NOT_DOCUMENTS: Final = frozenset({MANIFEST, "decisions.jsonl", "sources.toml"})
MAX_FILE_BYTES: Final = 200 * 1024 * 1024  # a zip of documents; a single document has a lower limit in its reader
SETTLING_NS: Final = 2_000_000_000  # coarsest clock of a common file system: two seconds on FAT

_RECORD_NAME: Final = re.compile(r"[0-9a-f]{64}\.json")
_TEMPORARY: Final = re.compile(r"\..+\.\d+\.tmp")
_UNPRINTED: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_PACKAGE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file below a folder: its printable name relative to it, with forward slashes, and where it is."""

    name: str
    location: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The documents below a folder, sorted by name, and what could not be looked into."""

    files: tuple[Found, ...]
    problems: tuple[StoreError, ...]


def is_document_name(name: str) -> bool:
    """Tell whether a file of this name is taken from a folder.

    >>> [is_document_name(n) for n in ("a.pdf", "a.gold.json", "README.md", ".a.swp", "manifest.jsonl")]
    [True, False, False, False, False]
    >>> is_document_name("README Bawaslu Lebak.txt")
    True
    """
    about = name in {"README", "README.md", "README.txt", "README.rst"}
    return not (about or name.startswith(".") or name.endswith(".gold.json") or name in NOT_DOCUMENTS)


def walk(folder: Path, *, skip: Path | None = None) -> Listing:
    """List the documents below ``folder``, leaving out hidden folders and ``skip``.

    A folder below that cannot be read is a problem in the listing, and so is a link that leads out of ``folder``:
    what it leads to is not taken. A file whose name is not fit for print is taken under an escaped one, and is a
    problem too. Raises StoreError where ``folder`` is none.
    """
    require_folder(folder)
    problems: list[StoreError] = []
    files: dict[str, Found] = {}
    for location in _below(folder, folder.resolve(), skip.resolve() if skip else None, problems):
        plain = location.relative_to(folder).as_posix()
        name = printable(plain)
        if name in files:
            problems.append(_oddly_named(name, "is the printed name of two files; only one was taken"))
            continue
        if name != plain:
            problems.append(_oddly_named(name, "has characters in its name that cannot be printed; it was taken"))
        files[name] = Found(name=name, location=location)
    ordered = sorted(files.values(), key=lambda file: file.name)
    return Listing(files=tuple(ordered), problems=tuple(problems))


def _oddly_named(name: str, what: str) -> StoreError:
    return StoreError(what, where=name, remedy="rename it")


def gold_files(folder: Path) -> tuple[Found, ...]:
    """List the gold files of a folder (not of those below), each under the name of its document without ending."""
    require_folder(folder)
    ending = ".gold.json"
    paths = sorted(path for path in folder.iterdir() if path.name.endswith(ending))
    return tuple(Found(name=path.name.removesuffix(ending), location=path) for path in paths)


def require_folder(folder: Path) -> None:
    """Raise StoreError where ``folder`` is none."""
    if not folder.is_dir():
        raise StoreError("is not a folder that can be read", where=printable(str(folder)), remedy="check the path")


def _below(
    folder: Path,
    root: Path,
    skip: Path | None,
    problems: list[StoreError],
    above: frozenset[Path] = frozenset(),
) -> Iterator[Path]:
    """Yield the documents of a folder and those below; links within ``root`` are followed, never in a circle."""
    real = folder.resolve()
    if real in above or real == skip:
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        problems.append(unreadable(folder, error))
        return
    for entry in entries:
        is_folder = entry.is_dir()
        if entry.name.startswith(".") or not (is_folder or is_document_name(entry.name)):
            continue
        if entry.is_symlink() and not _stays_in(entry, root):
            problems.append(_leads_out(entry))
        elif is_folder:
            yield from _below(entry, root, skip, problems, above | {real})
        else:
            yield entry


def _stays_in(link: Path, root: Path) -> bool:
    try:
        return link.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link to itself
        return False


def _leads_out(link: Path) -> StoreError:
    return StoreError(
        "is a link that leads out of the folder",
        where=printable(str(link)),
        remedy="put the document itself there, or name its folder",
    )


def printable(name: str) -> str:
    r"""Return a file name that is fit for print and for UTF-8: control characters and the like become escapes.

    >>> printable("rilis\udcff.txt"), printable("rilis\n\x1b[2J.txt"), printable("rilis Médan.txt")
    ('rilis\\xff.txt', 'rilis\\n\\x1b[2J.txt', 'rilis Médan.txt')
    """
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(_escaped(char) if unicodedata.category(char) in _UNPRINTED else char for char in text)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def unreadable(path: Path, error: OSError) -> StoreError:
    """Say in one line that a file or folder cannot be read, with the system's reason."""
    reason = error.strerror or type(error).__name__
    return StoreError(
        f"cannot be read ({reason})",
        where=printable(str(path)),
        remedy="check that it is there and its permissions",
    )


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes. Raises StoreError where it cannot be read, is no ordinary file, or is too large."""
    try:
        _require_file(path)
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def _require_file(path: Path) -> os.stat_result:
    """Return a file's status. Raises OSError, or StoreError for what is no file or larger than anything taken."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise StoreError("is not an ordinary file", where=printable(str(path)), remedy="give a file or a folder")
    if status.st_size > MAX_FILE_BYTES:
        raise StoreError(f"has more than {MAX_FILE_BYTES >> 20} MB", where=printable(str(path)), remedy="split it")
    return status


def holds(path: Path, data: bytes) -> bool:
    """Tell whether a file is there and has exactly these bytes."""
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def read_head(path: Path, size: int = 4096) -> bytes:
    """Return the first bytes of a file. Raises StoreError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(size)
    except OSError as error:
        raise unreadable(path, error) from error


def stamp(path: Path, known: Stamp | None = None) -> Stamp:
    """Return size, times and hash of a file; the hash is taken from ``known`` where that is safe.

    Raises StoreError where the file cannot be read, is no ordinary file, or is too large.
    """
    now = time.time_ns()
    try:
        status = _require_file(path)
        if known is not None and known.settled and _times(status) == (known.size, known.mtime_ns, known.ctime_ns):
            return known
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise unreadable(path, error) from error
    settled = max(status.st_mtime_ns, status.st_ctime_ns) + SETTLING_NS < now
    size, mtime_ns, ctime_ns = _times(status)
    return Stamp(size=size, mtime_ns=mtime_ns, ctime_ns=ctime_ns, sha256=digest, settled=settled)


def _times(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def stamps(folder: Path, known: Mapping[str, Stamp]) -> dict[str, Stamp]:
    """Return today's stamps of those files of ``folder`` that still have the bytes they had; leave out others."""
    intact: dict[str, Stamp] = {}
    for name, before in known.items():
        with suppress(StoreError):
            now = stamp(folder / name, before)
            if now.sha256 == before.sha256:
                intact[name] = now
    return intact


def write(path: Path, data: bytes) -> None:
    """Write a file so that it is either old or new, whatever happens. Raises StoreError, as for a full disk."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        _write_through(temporary, data)
        temporary.replace(path)
        _flush(path.parent)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise _unwritable(path, error) from error


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unwritable(path: Path, error: OSError) -> StoreError:
    reason = error.strerror or type(error).__name__
    return StoreError(
        f"cannot be written ({reason})", where=printable(str(path)), remedy="check free space and permissions"
    )


def make_folder(folder: Path) -> None:
    """Create a folder and those above it. Raises StoreError where that is not possible."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(folder, error) from error


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, each either old or new; what else lies there stays."""
    make_folder(folder)
    for name, data in files.items():
        write(folder / name, data)


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Replace a folder by exactly these files: a reader finds all old ones or all new ones, never a mix."""
    new, old = _side(folder, "new"), _side(folder, "old")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "datapackage.json").exists():
        raise StoreError(
            "holds files that are not a published dataset, which would be lost",
            where=str(folder),
            remedy="move them away, or give another folder with --out",
        )
    try:
        for side in (new, old):
            shutil.rmtree(side, ignore_errors=True)
        new.mkdir(parents=True)
        for name, data in files.items():
            _write_through(new / name, data)
        _flush(new)
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
        _flush(folder.parent)
        shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _side(folder: Path, name: str) -> Path:
    return folder.with_name(f".{folder.name}.{name}")


def recover(out: Path) -> None:
    """Clear what a killed run left: temporary files, half a new dataset; put the old one back if it is gone."""
    dataset = out / "dataset"
    with suppress(OSError):
        if not dataset.exists() and _side(dataset, "old").exists():
            _side(dataset, "old").rename(dataset)
    for side in ("new", "old"):
        shutil.rmtree(_side(dataset, side), ignore_errors=True)
    for folder in (out, out / "documents", out / "runs"):
        for entry in folder.glob(".*.tmp"):
            if _TEMPORARY.fullmatch(entry.name):
                entry.unlink(missing_ok=True)


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold the output folder for one run. Raises StoreError at once where another run holds it."""
    make_folder(out)
    path = out / ".lock"
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        _lock(handle, out)
        yield
    finally:
        os.close(handle)  # gives the lock back; the kernel does the same for a killed process


def _lock(handle: int, out: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise StoreError("another run is at work there", where=str(out), remedy="wait until it ends") from error


def record_path(out: Path, sha256: str) -> Path:
    """Return where the record of a document is kept."""
    return out / "documents" / f"{sha256}.json"


def load_record(out: Path, sha256: str) -> Parsed | Quarantined:
    """Read one record. Raises StoreError where it is missing or damaged."""
    path = record_path(out, sha256)
    return decode_record(read_bytes(path), where=str(path))


def load_records(out: Path) -> Iterator[Parsed | Quarantined]:
    """Read all records, in the order of their hashes, then the copies and the unreadable files of the index.

    Raises StoreError where a record is damaged.
    """
    index = load_index(out)
    for name in _record_names(out):
        yield load_record(out, name.removesuffix(".json"))
    for copy in index.copies:
        yield replace(load_record(out, copy.sha256), item=copy)
    yield from index.unreadable


def index_path(out: Path) -> Path:
    """Return where the index of the records is kept."""
    return out / "documents" / "index.json"


def load_index(out: Path) -> Index:
    """Read the index of the records. Raises StoreError where no run has ended there yet, or it is damaged."""
    path = index_path(out)
    if not path.exists():
        raise StoreError("holds no documents", where=str(out), remedy="run `ikp run` first, or name it with --out")
    return decode(read_bytes(path), Index, where=str(path))


def _record_names(out: Path) -> list[str]:
    with suppress(FileNotFoundError):
        return sorted(path.name for path in (out / "documents").iterdir() if _RECORD_NAME.fullmatch(path.name))
    return []


def drop_records(out: Path, keep: Iterable[str]) -> int:
    """Delete the records of all documents but ``keep`` (hashes); return how many went."""
    kept = {f"{sha256}.json" for sha256 in keep}
    gone = [name for name in _record_names(out) if name not in kept]
    for name in gone:
        (out / "documents" / name).unlink(missing_ok=True)
    return len(gone)


def load_state(out: Path) -> State:
    """Return what the last run remembered; nothing where there was none, or another version wrote it."""
    path = out / ".state.json"
    try:
        return decode(path.read_bytes(), State, where=str(path))
    except (OSError, StoreError):
        return State()  # then everything is done again: slower, never wrong


def save_state(out: Path, state: State) -> None:
    """Remember ``state`` for the next run."""
    write(out / ".state.json", encode(state) + b"\n")


def load_manifest(corpus: Path) -> tuple[CorpusItem, ...]:
    """Return the lines of the manifest; none where there is no manifest. Raises StoreError with the line."""
    path = corpus / MANIFEST
    if not path.exists():
        return ()
    lines = enumerate(read_bytes(path).splitlines(), start=1)
    return tuple(decode(line, CorpusItem, where=f"{path} line {number}") for number, line in lines if line.strip())


def append_manifest(corpus: Path, items: Iterable[CorpusItem]) -> None:
    """Add lines to the manifest: all of them, or none where the process is killed."""
    path = corpus / MANIFEST
    before = read_bytes(path) if path.exists() else b""
    if before and not before.endswith(b"\n"):
        before += b"\n"  # an editor left it so
    write(path, before + b"".join(encode(item) + b"\n" for item in items))


def put_raw(corpus: Path, data: bytes, suffix: str) -> str:
    """Keep bytes that were fetched under their hash; return their path in the corpus.

    ``suffix`` is the file's ending, as ``.html``. Bytes that are there already are not written again.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    name = f"{RAW}/{sha256[:2]}/{sha256}{suffix}"
    path = corpus / name
    if not path.exists():
        make_folder(path.parent)
        write(path, data)
    return name


@contextmanager
def locked_corpus(corpus: Path) -> Iterator[None]:
    """Hold the corpus for one fetch. Raises StoreError at once where another fetch holds it."""
    with locked(corpus):
        yield


def append_run(out: Path, entry: Mapping[str, object]) -> None:
    """Add a numbered ledger entry of a run, with the time at which it ended."""
    folder = out / "runs"
    make_folder(folder)
    numbers = [int(path.stem) for path in folder.glob("*.json") if path.stem.isdigit()]
    number = max(numbers, default=0) + 1
    ended = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    write(folder / f"{number}.json", encode({"run": number, "ended": ended, **entry}) + b"\n")


def code_digest(parts: Iterable[str], distributions: Iterable[str]) -> str:
    """Hash source files and tables of the package, and the versions of libraries that results depend on.

    ``parts`` are modules (``text.py``) or folders (``readers``) of the package.
    """
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - 60 ms that --help need not wait for

    digest = hashlib.sha256()
    for path in sorted(file for part in parts for file in _sources(_PACKAGE / part)):
        digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for name in distributions:
        try:
            digest.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            digest.update(f"{name} absent\n".encode())
    return digest.hexdigest()


def _sources(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    else:
        yield from (file for file in path.rglob("*") if file.suffix in {".py", ".csv"})
