"""Which of ``disk`` and ``objects`` a path is for, and a file of either while it is read."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, BinaryIO, Protocol, cast

from pipeline.errors import StoreError
from pipeline.model import Written
from pipeline.storage import disk
from pipeline.storage.files import AnyPath, Found, Status, unreadable


class _Files(Protocol):
    """What ``disk`` and ``objects`` do alike; each says what. A path is never given to the other one's."""

    def below(self, folder: Any, skip: Any, problems: list[StoreError], /) -> Iterator[Found]: ...  # noqa: ANN401
    def names(self, folder: Any, /) -> list[str]: ...  # noqa: ANN401
    def statuses(self, folder: Any, /) -> dict[str, Status]: ...  # noqa: ANN401
    def status(self, path: Any, /) -> Status: ...  # noqa: ANN401
    def read(self, path: Any, /) -> bytes: ...  # noqa: ANN401
    def opened(self, path: Any, /) -> BinaryIO: ...  # noqa: ANN401
    def digest(self, path: Any, /) -> str: ...  # noqa: ANN401
    def write(self, path: Any, data: bytes, /) -> None: ...  # noqa: ANN401
    def put(self, path: Any, chunks: Iterable[bytes], /) -> Written: ...  # noqa: ANN401
    def append(self, path: Any, data: bytes, keep: int, /) -> None: ...  # noqa: ANN401
    def make_folder(self, folder: Any, /) -> None: ...  # noqa: ANN401
    def remove(self, path: Any, /) -> None: ...  # noqa: ANN401
    def stage(self, folder: Any, /) -> AbstractContextManager[Path]: ...  # noqa: ANN401
    def publish(self, folder: Any, staged: Path, /) -> None: ...  # noqa: ANN401
    def sweep(self, folders: Any, /) -> None: ...  # noqa: ANN401
    def tidy(self, out: Any, /) -> None: ...  # noqa: ANN401
    def lock(self, path: Any, holder: str, /) -> AbstractContextManager[str]: ...  # noqa: ANN401


def files_of(path: AnyPath) -> _Files:
    """Return what reads and writes a path."""
    if isinstance(path, Path):
        return cast("_Files", disk)
    from pipeline.storage import objects  # noqa: PLC0415 - fsspec takes longer to load than a night with nothing new may take

    return cast("_Files", objects)


class _Reading(io.RawIOBase):
    """A file that is being read, whose errors are those of the store."""

    def __init__(self, path: AnyPath, file: BinaryIO) -> None:
        self._path = path
        self._file = file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            piece = self._file.read(len(buffer))
        except Exception as error:  # each object store has errors of its own
            raise unreadable(self._path, error) from error
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._file.close()
        super().close()


def reading(path: AnyPath, *, piece: int) -> BinaryIO:
    """Open a file to be read, so many bytes at a time. Raises OSError; StoreError while it is read."""
    return io.BufferedReader(_Reading(path, files_of(path).opened(path)), piece)
