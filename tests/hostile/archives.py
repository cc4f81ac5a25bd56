"""ZIP archives as no honest program writes them. Each maker returns the same bytes each time."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

DATE = (1980, 1, 1, 0, 0, 0)
ENCRYPTED = 0x1
DESCRIPTOR = 0x8
IN_UTF8 = 0x800
DEFLATED = 8
AES = 99


def archive(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack members as an ordinary program does."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, date_time=DATE)
            info.compress_type = method
            packed.writestr(info, content)
    return target.getvalue()


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member with nothing checked: ``name`` as bytes, flags, method and mode (of Unix) as they are written.

    ``body`` stands for the packed content; ``zip64`` writes its sizes as large files have them.
    """

    name: bytes
    content: bytes = b"Skor IKP Kota Alfa 41,2.\n"
    flags: int = 0
    method: int = DEFLATED
    mode: int = 0
    body: bytes | None = None
    zip64: bool = False
    extra: bytes = b""

    @property
    def packed(self) -> bytes:
        """The content as it lies in the archive."""
        if self.body is not None:
            return self.body
        if self.method != DEFLATED:
            return self.content
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        return packer.compress(self.content) + packer.flush()

    def header(self, offset: int | None) -> bytes:
        """Return the header before the body, or, given its offset, the entry in the directory."""
        sizes = (len(self.packed), len(self.content))
        late = bool(self.flags & DESCRIPTOR) and offset is None
        crc = 0 if late else zlib.crc32(self.content)
        extra = self.extra
        if self.zip64:
            extra += struct.pack("<HHQQ", 1, 16, sizes[1], sizes[0])
            sizes = (0xFFFFFFFF, 0xFFFFFFFF)
        common = struct.pack("<HHHHHLLLHH", 45 if self.zip64 else 20, self.flags, self.method, 0, 33, crc,
                             *((0, 0) if late else sizes), len(self.name), len(extra))  # fmt: skip
        if offset is None:
            return b"PK\x03\x04" + common + self.name + extra
        tail = struct.pack("<HHHLL", 0, 0, 0, self.mode << 16, offset)
        return b"PK\x01\x02" + struct.pack("<BB", 45, 3) + common + tail + self.name + extra

    @property
    def written(self) -> bytes:
        """Header and body, and the descriptor behind it where the flags say so."""
        late = struct.pack("<LLLL", 0x08074B50, zlib.crc32(self.content), len(self.packed), len(self.content))
        return self.header(None) + self.packed + (late if self.flags & DESCRIPTOR else b"")


def raw_archive(members: Sequence[Member], *, comment: bytes = b"") -> bytes:
    """Write members one after the other, whatever they say of themselves."""
    body = b""
    directory = b""
    for member in members:
        directory += member.header(len(body))
        body += member.written
    return body + directory + _end(len(members), len(directory), len(body), comment)


def overlapping(count: int, size: int) -> bytes:
    """Let ``count`` entries, each under a name of its own, share one packed body of ``size`` blanks."""
    members = [Member(name=b"%04d.txt" % number, content=b" " * size) for number in range(count)]
    local = members[0].written
    directory = b"".join(member.header(0) for member in members)
    return local + directory + _end(count, len(directory), len(local), b"")


def nested(depth: int, innermost: bytes = b"Skor IKP Kota Alfa 41,2.\n") -> bytes:
    """Pack a text into ``depth`` archives, one in the other."""
    data = archive({"rilis.txt": innermost})
    for _ in range(depth - 1):
        data = archive({"isi.zip": data})
    return data


def _end(count: int, size: int, offset: int, comment: bytes) -> bytes:
    return struct.pack("<LHHHHLLH", 0x06054B50, 0, 0, count, count, size, offset, len(comment)) + comment
