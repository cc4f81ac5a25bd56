"""Files that are put together aside, and then take the place of a published folder as a whole.

Each is written once, from pieces; what is known of it then is enough to describe it and to see later whether it is
still the same. Until they are published they can be read, as for a comparison with what is published.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import StoreError
from pipeline.model import Written
from pipeline.state import Stamp
from pipeline.storage import store
from pipeline.storage.disk import write_through
from pipeline.storage.files import unwritable
from pipeline.storage.places import files_of

if TYPE_CHECKING:
    from pipeline.dataset.changes.published_side import Files
    from pipeline.storage.files import AnyPath


@dataclass(frozen=True, slots=True)
class Staged:
    """A folder of this machine that is being filled; ``files`` tells of each file that is there."""

    place: Path
    files: dict[str, Written] = field(default_factory=dict)

    def put(self, name: str, chunks: Iterable[bytes]) -> None:
        """Write a file from pieces, each when it is made. Raises StoreError, as for a full disk."""
        try:
            self.files[name] = write_through(self.place / name, chunks)
        except OSError as error:
            raise unwritable(self.place / name, error) from error

    def put_all(self, files: Iterable[tuple[str, Iterable[bytes]]]) -> None:
        """Write files, each with its name, as ``put``."""
        for name, chunks in files:
            self.put(name, chunks)

    def opened(self) -> Files:
        """Return what opens each file that is there."""
        return {name: partial(store.open_file, self.place / name) for name in self.files}


@contextmanager
def scratch() -> Iterator[Staged]:
    """Yield a folder for files that nobody will publish; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="ikp-") as place:
        yield Staged(Path(place))


@contextmanager
def staged(folder: AnyPath) -> Iterator[Staged]:
    """Yield a folder for the files that are to take the place of ``folder``. Raises StoreError."""
    try:
        with files_of(folder).stage(folder) as place:
            yield Staged(place)
    except OSError as error:
        raise unwritable(folder, error) from error


def published(folder: AnyPath, names: Iterable[str]) -> Files:
    """Return what opens each of some files of a folder that is there."""
    return {name: partial(store.open_file, folder / name) for name in names if (folder / name).exists()}


def publish(folder: AnyPath, ready: Staged) -> dict[str, Stamp]:
    """Replace a folder by exactly the files that were staged for it, and return their stamps.

    On the disk a reader finds all old ones or all new ones, never a mix. Raises StoreError where that cannot be,
    or the folder holds other things.
    """
    _require_dataset(folder, ready)
    now = time.time_ns()
    try:
        files_of(folder).publish(folder, ready.place)
        statuses = files_of(folder).statuses(folder)
    except OSError as error:
        raise unwritable(folder, error) from error
    return {name: store.stamp_of(statuses[name], file.sha256, now=now) for name, file in ready.files.items()}


def _require_dataset(folder: AnyPath, ready: Staged) -> None:
    names = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    # In an object store a first publication that was killed leaves tables alone, the descriptor comes last.
    begun = not isinstance(folder, Path) and names <= ready.files.keys()
    if names and "datapackage.json" not in names and not begun:
        raise StoreError(
            "holds files that are not a published dataset, which would be lost",
            where=str(folder),
            remedy="move them away, or give another folder with --out",
        )
