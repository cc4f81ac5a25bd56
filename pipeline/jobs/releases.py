"""The releases of an output folder: what was given out and when, and every file of each, to be given again.

``releases/releases.jsonl`` has a line a release, appended and never changed; ``releases/files/`` holds each file
once, compressed, under its SHA-256. They are history: what they hold cannot be computed again once documents,
decisions or code have moved on.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import time
import zlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, Final

from pipeline.errors import StoreError, UsageError
from pipeline.jobs import changes
from pipeline.model import Written
from pipeline.storage import results, staging, store
from pipeline.storage.codec import decode, encode
from pipeline.storage.files import printable
from pipeline.storage.ledger import STAMP

if TYPE_CHECKING:
    from pipeline.dataset import Dataset
    from pipeline.dataset.changes.compared import Compared, Difference
    from pipeline.dataset.changes.published_side import Files
    from pipeline.dataset.release.notes import Release
    from pipeline.storage.files import AnyPath

_DAY: Final = len("2026-11-29")
_PIECE: Final = 1 << 20
_RESTORE: Final = "put the folder releases/ back from the back-up"
_DESCRIPTOR: Final = "datapackage.json"
_CHECKSUMS: Final = "SHA256SUMS"
_SHOWN: Final = 5  # releases that an error names


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """A release: its version, when it was given out first (UTC, ISO 8601), and its files as they were published.

    ``run`` is the run of the ledger that had published it, ``before`` the version it was compared with.
    """

    version: str
    at: str
    run: int
    before: str | None
    files: Mapping[str, Written]

    @property
    def day(self) -> str:
        """The day on which it was given out first."""
        return self.at[:_DAY]


# --- what there is ---


def released(out: AnyPath) -> tuple[Released, ...]:
    """Return all releases, the oldest first. Raises StoreError where the list is damaged before its last line."""
    path = _log(out)
    lines = _whole_lines(store.read_bytes(path)) if path.exists() else []
    return tuple(
        decode(line, Released, where=f"{printable(str(path))} line {number}", remedy=_RESTORE)
        for number, line in enumerate(lines, 1)
    )


def _whole_lines(data: bytes) -> list[bytes]:
    """Return the lines that were written to their end: of a last one that was cut off nothing was ever told."""
    return data.splitlines() if data.endswith(b"\n") else data.splitlines()[:-1]


def find(out: AnyPath, wanted: str) -> Released:
    """Return the release of a version or of a time, or the one in force on a day (``2026-11-29``).

    Tables that came back to what they were have the version that they had, told against another release before:
    the version names the last of these, its time (``2026-11-29T08:00:00Z``) each.

    Raises UsageError where there is none, or several on that day.
    """
    found = released(out)
    named = [one for one in found if wanted in {one.version, one.at}] or [
        one for one in found if one.version.endswith(f"-{wanted}")
    ]
    if named:
        return named[-1]
    if not _is_day(wanted):
        raise _unknown(out, wanted, found)
    on_day = [one for one in found if one.day == wanted]
    if len(on_day) > 1:
        raise UsageError(
            f"has {len(on_day)} releases: {', '.join(f'{one.version} ({one.at})' for one in on_day)}",
            where=f"--release {wanted}",
            remedy="name one by its version or time",
        )
    earlier = [one for one in found if one.day <= wanted]
    if not earlier:
        raise _unknown(out, wanted, found, "none was given out by that day")
    return earlier[-1]


def _is_day(text: str) -> bool:
    try:
        time.strptime(text, "%Y-%m-%d")
    except ValueError:
        return False
    return True


def _unknown(
    out: AnyPath, wanted: str, found: Sequence[Released], what: str = "there is no such release"
) -> UsageError:
    known = ", ".join(f"{one.version} (given out on {one.day})" for one in found[-_SHOWN:])
    return UsageError(
        f"{what} in {printable(str(out / 'releases'))}",
        where=f"--release {wanted}",
        remedy=f"give a version, or a day on which one was in force: {known}; a version begins with the day of "
        "its newest document"
        if found
        else "`ikp export` makes the first",
    )


def opened(out: AnyPath, release: Released) -> Files:
    """Return what opens the files of a release. Raises StoreError, also when they are read, where one is lost."""
    lost = [name for name, file in release.files.items() if not _path(out, file.sha256).exists()]
    if lost:
        raise StoreError(
            f"of release {release.version} {', '.join(sorted(lost))} cannot be given again: no longer there",
            where=printable(str(out / "releases" / "files")),
            remedy=_RESTORE,
        )
    return {name: partial(_unpacked, out, release, name) for name in release.files}


def _unpacked(out: AnyPath, release: Released, name: str) -> BinaryIO:
    path = _path(out, release.files[name].sha256)
    what = f"of release {release.version} {name} cannot be given again: its copy is damaged"
    packed = gzip.GzipFile(fileobj=store.open_file(path))
    return io.BufferedReader(_Unpacking(packed, path, release.files[name], what), _PIECE)


class _Unpacking(io.RawIOBase):
    """A copy that is being read. Raises StoreError, at the end at the latest, where it is not what it was."""

    def __init__(self, packed: gzip.GzipFile, path: AnyPath, known: Written, what: str) -> None:
        self._file, self._path, self._known, self._what = packed, path, known, what
        self._digest = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            piece = self._file.read(len(buffer))
        except (OSError, EOFError, zlib.error) as error:
            raise self._damaged() from error
        self._digest.update(piece)
        if not piece and self._digest.hexdigest() != self._known.sha256:
            raise self._damaged()
        buffer[: len(piece)] = piece
        return len(piece)

    def _damaged(self) -> StoreError:
        return StoreError(
            self._what,
            where=printable(str(self._path)),
            remedy=_RESTORE,
        )

    def close(self) -> None:
        self._file.close()
        super().close()


def pieces(out: AnyPath, release: Released, name: str) -> Iterator[bytes]:
    """Yield a file of a release. Raises StoreError, at the end at the latest, where it is not what it was."""
    with _unpacked(out, release, name) as file:
        while piece := file.read(_PIECE):
            yield piece


def _is_whole(out: AnyPath, release: Released, names: Iterable[str]) -> bool:
    """Tell whether those of some files that a release has are still there, each as it was."""
    try:
        for name in names:
            if name in release.files:
                deque(pieces(out, release, name), maxlen=0)
    except StoreError:
        return False
    return True


def since(out: AnyPath, table: Compared, row: Sequence[str], column: str, value: str) -> Released | None:
    """Return the first of the latest releases without a gap that have a value; None where the last has not.

    ``row`` are the fields of the table's key. Releases whose files are lost or damaged end the search.
    """
    found = None
    for one in reversed(released(out)):
        name = f"{table.name}.csv"
        if not (name in one.files and _is_whole(out, one, (name,))):
            break
        with io.TextIOWrapper(_unpacked(out, one, name), encoding="utf-8", newline="") as text:
            rows = (line for line in csv.DictReader(text) if [line.get(key) for key in table.key] == list(row))
            if (next(rows, None) or {}).get(column) != value:
                break
        found = one
    return found


def listed_in(folder: AnyPath) -> dict[str, str]:
    """Return the files of the release that a folder holds, with their hashes; none where it has no checksums."""
    path = folder / _CHECKSUMS
    lines = store.read_bytes(path).decode(errors="replace").splitlines() if path.exists() else []
    parts = (line.split("  ", 1) for line in lines if "  " in line)
    return {name: sha256 for sha256, name in parts if "/" not in name and "\\" not in name}


def clear(folder: AnyPath, files: Mapping[str, str]) -> None:
    """Remove files of another release from a folder, but for those that have been altered since."""
    for name, sha256 in files.items():
        path = folder / name
        if path.exists() and store.digest(path) == sha256:
            store.remove(path)


# --- a new one ---


def cut(out: AnyPath) -> Released:
    """Make a release of what is published, and return it; what was released already is no other release.

    Raises StoreError where nothing is published, what is there is not what a run has published, or a run is at
    work. What others have put into the folder is no part of a release.
    """
    if not out.is_dir():
        _published(out)  # raises, before a folder is made to hold the lock
    with store.locked(out):
        files = _published(out)
        known = [one for one in released(out) if one.files == files]
        return known[-1] if known else _kept(out, files)


def _published(out: AnyPath) -> dict[str, Written]:
    """Return the published files, each as its checksum says that a run has left it."""
    folder = out / "dataset"
    names = set(store.names(folder))
    if not {_DESCRIPTOR, _CHECKSUMS} <= names:
        raise StoreError("holds no published dataset", where=str(out), remedy="run `ikp run` first")
    wanted = listed_in(folder)
    files = {name: _written(folder / name) for name in sorted({*wanted, _CHECKSUMS} & names)}
    other = [name for name, sha256 in wanted.items() if name not in files or files[name].sha256 != sha256]
    if other or _DESCRIPTOR not in wanted:
        raise StoreError(
            f"is not what was published: {', '.join(other) or _CHECKSUMS} was changed or is gone",
            where=printable(str(folder)),
            remedy="run `ikp run`, which makes it anew, then export",
        )
    return files


def _kept(out: AnyPath, files: Mapping[str, Written]) -> Released:
    """Keep the files of what is published, then add the release to the list."""
    version = version_in(store.read_bytes(out / "dataset" / _DESCRIPTOR))
    store.make_folder(out / "releases" / "files")
    earlier = [one.version for one in released(out) if one.version != version]
    release = Released(
        version=version,
        at=now(),
        run=results.last_run(out),
        before=earlier[-1] if earlier else None,
        files=files,
    )
    for name, file in files.items():
        if not _is_whole(out, release, (name,)):  # a copy that was damaged since is mended
            store.put(_path(out, file.sha256), _packed(out / "dataset" / name))
    _append(_log(out), encode(release) + b"\n")
    return release


def now() -> str:
    """Return the time of the day: UTC, ISO 8601, to the second."""
    return time.strftime(STAMP, time.gmtime())


def version_in(descriptor: bytes) -> str:
    """Return the version that a descriptor names, an empty text where it names none."""
    found = decode(descriptor, dict[str, object], where=_DESCRIPTOR).get("version")
    return found if isinstance(found, str) else ""


def _append(path: AnyPath, line: bytes) -> None:
    data = store.read_bytes(path) if path.exists() else b""
    store.append(path, line, keep=len(data) if data.endswith(b"\n") else data.rfind(b"\n") + 1)


def _packed(path: AnyPath) -> Iterator[bytes]:
    """Yield a file compressed as gzip does, without a time in it."""
    packer = zlib.compressobj(wbits=zlib.MAX_WBITS | 16)
    with store.open_file(path) as file:
        while piece := file.read(_PIECE):
            yield packer.compress(piece)
    yield packer.flush()


def _written(path: AnyPath) -> Written:
    status = store.mark(path)
    return Written(size=status.size if status else 0, sha256=store.digest(path))


def _log(out: AnyPath) -> AnyPath:
    return out / "releases" / "releases.jsonl"


def _path(out: AnyPath, sha256: str) -> AnyPath:
    return out / "releases" / "files" / f"{sha256}.gz"


# --- what changed since ---


def upcoming(out: AnyPath, dataset: Dataset, stage: staging.Staged) -> Release:
    """Return what a dataset that is about to be published says of itself: compared with the last other release.

    A release whose files are lost or damaged is passed over for the one before it.
    """
    from pipeline.dataset.changes.compared import FILES  # noqa: PLC0415 - a run with nothing to do needs none of it
    from pipeline.dataset.changes.differences import differences  # noqa: PLC0415
    from pipeline.dataset.release.descriptor import data_day, version_of  # noqa: PLC0415
    from pipeline.dataset.release.export import release_of  # noqa: PLC0415

    before = _last_other(out, version_of(stage.files, data_day(dataset)), FILES)
    if before is None:
        return release_of(dataset, stage.files, None, differences({}, stage.opened(), default="document"))
    with staging.scratch() as unpacked:
        unpacked.put_all((name, pieces(out, before, name)) for name in FILES if name in before.files)
        found = differences(unpacked.opened(), stage.opened())
    told = _with_causes(found, changes.since(out, before.run))
    return release_of(dataset, stage.files, before.version, told)


def _last_other(out: AnyPath, version: str, needed: Iterable[str]) -> Released | None:
    others = (one for one in reversed(released(out)) if one.version != version)
    return next((one for one in others if _is_whole(out, one, needed)), None)


def _with_causes(found: Iterable[Difference], told: Iterable[Difference]) -> tuple[Difference, ...]:
    """Give differences the causes that the ledger has for them: it found them when they came about."""
    fields, rows = {}, {}
    for one in told:
        fields[one.table, one.key, one.column] = one.cause
        rows[one.table, one.key] = one.cause
    return tuple(
        replace(
            one,
            cause=fields.get((one.table, one.key, one.column), rows.get((one.table, one.key), one.cause)),
        )
        for one in found
    )
