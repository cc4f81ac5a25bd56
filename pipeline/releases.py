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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from pipeline import changes, staging, store
from pipeline.codec import decode, encode
from pipeline.errors import StoreError, UsageError
from pipeline.files import printable
from pipeline.ledger import STAMP
from pipeline.model import Written

if TYPE_CHECKING:
    from pipeline.dataset import Dataset
    from pipeline.dataset.compared import Compared, Difference
    from pipeline.dataset.published_side import Files
    from pipeline.dataset.release_notes import Release
    from pipeline.files import AnyPath

_DAY: Final = len("2026-11-29")
_PIECE: Final = 1 << 20
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
    return tuple(decode(line, Released, where=f"{path} line {number}") for number, line in enumerate(lines, 1))


def _whole_lines(data: bytes) -> list[bytes]:
    """Return the lines that were written to their end: of a last one that was cut off nothing was ever told."""
    return data.splitlines() if data.endswith(b"\n") else data.splitlines()[:-1]


def find(out: AnyPath, wanted: str) -> Released:
    """Return the release of a version, or the one in force on a day (``2026-11-29``).

    Raises UsageError where there is none, or several on that day.
    """
    found = released(out)
    named = [one for one in found if one.version == wanted] or [
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
            remedy="name one by its version",
        )
    earlier = [one for one in found if one.day <= wanted]
    if not earlier:
        raise _unknown(out, wanted, found)
    return earlier[-1]


def _is_day(text: str) -> bool:
    try:
        time.strptime(text, "%Y-%m-%d")
    except ValueError:
        return False
    return True


def _unknown(out: AnyPath, wanted: str, found: Sequence[Released]) -> UsageError:
    known = ", ".join(f"{one.version} ({one.day})" for one in found[-_SHOWN:])
    return UsageError(
        f"there is no such release in {printable(str(out / 'releases'))}",
        where=f"--release {wanted}",
        remedy=f"give a day or a version of: {known}" if found else "`ikp export` makes the first",
    )


def opened(out: AnyPath, release: Released) -> Files:
    """Return what opens the files of a release. Raises StoreError, also when they are read, where one is lost."""
    lost = [name for name, file in release.files.items() if not _path(out, file.sha256).exists()]
    if lost:
        raise StoreError(
            f"of release {release.version} {', '.join(sorted(lost))} cannot be given again: no longer there",
            where=printable(str(out / "releases" / "files")),
            remedy="put the folder releases/ back from the back-up",
        )
    return {name: partial(_unpacked, out, file) for name, file in release.files.items()}


def _unpacked(out: AnyPath, file: Written) -> BinaryIO:
    return cast("BinaryIO", gzip.GzipFile(fileobj=store.open_file(_path(out, file.sha256))))


def pieces(out: AnyPath, release: Released, name: str) -> Iterator[bytes]:
    """Yield a file of a release. Raises StoreError, at the end at the latest, where it is not what it was."""
    known = release.files[name]
    digest = hashlib.sha256()
    try:
        with _unpacked(out, known) as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
                yield piece
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(out, release, name) from error
    if digest.hexdigest() != known.sha256:
        raise _damaged(out, release, name)


def _damaged(out: AnyPath, release: Released, name: str) -> StoreError:
    return StoreError(
        f"of release {release.version} {name} cannot be given again: its copy is damaged",
        where=printable(str(_path(out, release.files[name].sha256))),
        remedy="put the folder releases/ back from the back-up",
    )


def since(out: AnyPath, table: Compared, row: Sequence[str], column: str, value: str) -> Released | None:
    """Return the first of the latest releases without a gap that have a value; None where the last has not.

    ``row`` are the fields of the table's key. Releases whose files are lost end the search.
    """
    found = None
    for one in reversed(released(out)):
        name = f"{table.name}.csv"
        if name not in one.files or not _path(out, one.files[name].sha256).exists():
            break
        with io.TextIOWrapper(_unpacked(out, one.files[name]), encoding="utf-8", newline="") as text:
            rows = (line for line in csv.DictReader(text) if [line.get(key) for key in table.key] == list(row))
            if (next(rows, None) or {}).get(column) != value:
                break
        found = one
    return found


# --- a new one ---


def cut(out: AnyPath) -> Released:
    """Make a release of what is published, and return it; what was released already is no other release.

    Raises StoreError where nothing is published, or a run is at work.
    """
    folder = out / "dataset"
    with store.locked(out):
        names = [name for name in store.names(folder) if not name.startswith(".")]
        if _DESCRIPTOR not in names:
            raise StoreError("holds no published dataset", where=str(out), remedy="run `ikp run` first")
        files = {name: _written(folder / name) for name in names}
        known = [one for one in released(out) if one.files == files]
        return known[-1] if known else _kept(out, files)


_DESCRIPTOR: Final = "datapackage.json"


def _kept(out: AnyPath, files: Mapping[str, Written]) -> Released:
    """Keep the files of what is published, then add the release to the list."""
    version = version_in(store.read_bytes(out / "dataset" / _DESCRIPTOR))
    store.make_folder(out / "releases" / "files")
    for name, file in files.items():
        path = _path(out, file.sha256)
        if not path.exists():
            store.put(path, _packed(out / "dataset" / name))
    earlier = [one.version for one in released(out) if one.version != version]
    release = Released(
        version=version,
        at=now(),
        run=store.last_run(out),
        before=earlier[-1] if earlier else None,
        files=files,
    )
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

    A release whose files are lost is passed over for the one before it.
    """
    from pipeline.dataset.compared import FILES  # noqa: PLC0415 - a run with nothing to do needs none of it
    from pipeline.dataset.descriptor import data_day, version_of  # noqa: PLC0415
    from pipeline.dataset.differences import differences  # noqa: PLC0415
    from pipeline.dataset.export import release_of  # noqa: PLC0415

    before = _last_other(out, version_of(stage.files, data_day(dataset)))
    if before is None:
        return release_of(dataset, stage.files, None, differences({}, stage.opened(), default="document"))
    files = {name: find for name, find in opened(out, before).items() if name in FILES}
    found = differences(files, stage.opened())
    told = _with_causes(found, changes.since(out, before.run))
    return release_of(dataset, stage.files, before.version, told)


def _last_other(out: AnyPath, version: str) -> Released | None:
    for one in reversed(released(out)):
        if one.version != version and all(_path(out, file.sha256).exists() for file in one.files.values()):
            return one
    return None


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
