"""Zip containers opened with care: members are counted and inflated only within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pipeline.errors import ReadError
from pipeline.readers.unread import OLE

MAX_MEMBERS = 2_000
MAX_MEMBER_BYTES = 50 * 1024 * 1024
MAX_TOTAL_BYTES = 200 * 1024 * 1024
MAX_RATIO = 100
_RATIO_FROM = 1024 * 1024  # small members of blanks compress better than that and harm nobody
_CHUNK = 256 * 1024
_METHODS = frozenset(
    (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
)  # of bzip2 and LZMA 4 kB become 180 MB at a stroke


@dataclass(slots=True, kw_only=True)
class Budget:
    """How many bytes and members a container may still give, with all that is nested in it; counts down."""

    bytes: int = MAX_TOTAL_BYTES
    members: int = MAX_MEMBERS


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeKind:
    """A kind of Office file: the folder of its parts, and the words for messages."""

    folder: str
    what: str
    old: str
    remedy: str


WORD = OfficeKind(folder="word/", what="a Word file", old="an old Word file (.doc)", remedy=".docx or PDF")
EXCEL = OfficeKind(folder="xl/", what="an Excel file", old="an old Excel file (.xls)", remedy=".xlsx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """An Office file unpacked: its XML parts by name, and the names of its other parts (pictures, fonts)."""

    parts: Mapping[str, bytes]
    others: tuple[str, ...]

    def pictures(self) -> int:
        """Return how many pictures it holds."""
        return sum(1 for other in self.others if "/media/" in other)


def read_package(data: bytes, *, name: str, kind: OfficeKind) -> Package:
    """Inflate the XML parts of an Office file: those of its kind's folder and those that tie it together.

    Bytes are counted while inflating: what a header claims is not believed. Raises ``ReadError``: not_a_zip,
    truncated, encrypted, too_large, damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS:
                raise _too_large(name, f"{len(members)} members")
            for info in members:  # some programs write Windows paths
                info.filename = info.filename.replace("\\", "/").lstrip("/")
            wanted = [info for info in members if _is_wanted(info.filename, kind.folder)]
            parts = _inflated(archive, wanted, name)
            others = tuple(info.filename for info in members if info.filename not in parts)
            return Package(parts=MappingProxyType(parts), others=others)
    except zipfile.BadZipFile as error:
        raise _not_whole(data, name, kind) from error
    except (zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise _damaged(name, kind, error) from error


def _is_wanted(member: str, folder: str) -> bool:
    own = member.startswith((folder, "_rels/", "docProps/")) and member.endswith((".xml", ".rels"))
    return own or member == "[Content_Types].xml"


def _inflated(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], name: str) -> dict[str, bytes]:
    result: dict[str, bytes] = {}
    budget = Budget()
    for info in members:
        if info.flag_bits & 0x1:
            raise ReadError(
                "the file is encrypted", where=name, remedy="save it without a password", code="encrypted"
            )
        result[info.filename] = member_bytes(archive, info, budget=budget, name=name)
    return result


def member_bytes(archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, budget: Budget, name: str) -> bytes:
    """Inflate one member; its bytes are counted as they come, and taken off the budget.

    Raises ``ReadError`` (too_large), and what ``zipfile`` raises for damage; NotImplementedError for a packing
    method other than deflate.
    """
    if info.compress_type not in _METHODS:
        raise NotImplementedError(f"packing method {info.compress_type}")
    chunks: list[bytes] = []
    size = 0
    packed = max(info.compress_size, 1)
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            budget.bytes -= len(chunk)
            within = size <= MAX_MEMBER_BYTES and budget.bytes >= 0
            if not within or (size > _RATIO_FROM and size > MAX_RATIO * packed):
                raise _too_large(name, f"its part {info.filename!r} swells to more than {size // 1024} kB")
            chunks.append(chunk)
    return b"".join(chunks)


def _too_large(name: str, what: str) -> ReadError:
    return ReadError(
        f"a container beyond the limits ({what})", where=name, remedy="save it anew, or as PDF", code="too_large"
    )


def _not_whole(data: bytes, name: str, kind: OfficeKind) -> ReadError:
    if data.startswith(b"PK\x03\x04"):
        return ReadError("the file is cut off or damaged", where=name, remedy="fetch it again", code="truncated")
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return ReadError(
                "the file is encrypted", where=name, remedy="save it without a password", code="encrypted"
            )
        return ReadError(kind.old, where=name, remedy=f"save it as {kind.remedy}", code="not_a_zip")
    return ReadError(f"not {kind.what}", where=name, remedy=f"save it as {kind.remedy}", code="not_a_zip")


def _damaged(name: str, kind: OfficeKind, error: Exception) -> ReadError:
    what = f"the container cannot be unpacked ({type(error).__name__})"
    return ReadError(what, where=name, remedy=f"save it anew as {kind.remedy}", code="damaged")
