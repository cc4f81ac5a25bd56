"""ZIP archives of documents: what they hold, and how to get at one file without unpacking the others.

Nothing is written to disk, so a name cannot lead out of a folder; names are cleaned all the same, because they
are shown and stored.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from pipeline.errors import ReadError
from pipeline.readers.containers import Budget, member_bytes
from pipeline.readers.entries import Entry
from pipeline.readers.part_names import is_hidden, part_paths

_ENCRYPTED = 0x1 | 0x40 | 0x2000  # flags: the data, strongly, and the directory too
_AES = 99  # a packing method that only says: encrypted
_UNIX = 3
_IN_UTF8 = 0x800
_LOCAL_HEADER = 30  # bytes before the name, at least
_DIRECTORY_ENTRY = b"PK\x01\x02"
_MAX_ENTRIES = 100_000  # of this archive and those inside: zipfile makes a value of 600 bytes for each
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError, ValueError)


def zip_entries(data: bytes, *, name: str, budget: Budget) -> list[Entry]:
    """Return the files of a ZIP in the order of its directory; folders and what systems leave behind are left out.

    Raises ``ReadError`` where it cannot be opened: not_a_zip, truncated, encrypted, too_large, damaged, empty.
    """
    archive = _opened(data, name)
    listed = archive.infolist()
    budget.members -= len(listed)
    if budget.members < 0:
        raise ReadError(
            "more files than the limit", where=name, remedy="split it into smaller ones", code="too_large"
        )
    names = {id(info): _name_of(info) for info in listed}
    files = [info for info in listed if not _is_folder(info) and not is_hidden(names[id(info)])]
    if not files:
        raise ReadError("the archive holds no files", where=name, remedy="check the file", code="empty")
    if all(_is_encrypted(info) for info in files):
        raise _encrypted(name)
    overlapping = frozenset(_overlapping(listed))
    return [
        Entry(path=path, load=partial(_load, archive, info, overlaps=id(info) in overlapping))
        for path, info in zip(part_paths([names[id(info)] for info in files]), files, strict=True)
    ]


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    if data.count(_DIRECTORY_ENTRY) > _MAX_ENTRIES:
        raise ReadError(
            "more files than the limit", where=name, remedy="split it into smaller ones", code="too_large"
        )
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        if data.startswith(b"PK"):
            raise ReadError(
                "the archive is cut off or damaged", where=name, remedy="fetch it again", code="truncated"
            ) from error
        raise ReadError("not a ZIP archive", where=name, remedy="pack it anew as ZIP", code="not_a_zip") from error
    except (NotImplementedError, *_DAMAGE) as error:
        raise _damaged(name) from error


def _name_of(info: zipfile.ZipInfo) -> str:
    """Return a member's name; macOS writes UTF-8 and does not say so."""
    name = info.orig_filename
    if info.flag_bits & _IN_UTF8 or name.isascii():
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _is_folder(info: zipfile.ZipInfo) -> bool:
    return info.orig_filename.endswith(("/", "\\"))


def _is_encrypted(info: zipfile.ZipInfo) -> bool:
    return bool(info.flag_bits & _ENCRYPTED) or info.compress_type == _AES


def _overlapping(infos: Sequence[zipfile.ZipInfo]) -> Iterator[int]:
    """Yield the ids of members whose data reach into the next one's: one body that is unpacked many times."""
    ordered = sorted(infos, key=lambda info: info.header_offset)
    for info, after in pairwise(ordered):
        if info.header_offset + _LOCAL_HEADER + info.compress_size > after.header_offset:
            yield id(info)


def _load(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget, name: str, *, overlaps: bool) -> bytes:
    """Inflate one file. Raises ``ReadError``: encrypted, too_large, damaged, unknown_format."""
    if _is_encrypted(info):
        raise _encrypted(name)
    if not _is_ordinary(info):
        raise ReadError("a link, not a file", where=name, remedy="pack the file itself", code="unknown_format")
    if overlaps:
        raise _damaged(name)
    try:
        return member_bytes(archive, info, budget=budget, name=name)
    except NotImplementedError as error:
        raise ReadError(
            f"packed by a method that is not read ({info.compress_type})",
            where=name,
            remedy="pack it anew as an ordinary ZIP",
            code="unknown_format",
        ) from error
    except _DAMAGE as error:
        raise _damaged(name) from error


def _is_ordinary(info: zipfile.ZipInfo) -> bool:
    """Tell a file from a link or a device; only archives made on Unix say what it is."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    return info.create_system != _UNIX or kind in {0, stat.S_IFREG}


def _encrypted(name: str) -> ReadError:
    return ReadError("it is encrypted", where=name, remedy="pack it without a password", code="encrypted")


def _damaged(name: str) -> ReadError:
    return ReadError("its data are damaged", where=name, remedy="fetch it again, or pack it anew", code="damaged")
