"""Files and folders, on the disk or in an object store: what they are called, what is known of one, what fails.

A folder that is given as ``s3://bucket/folder`` (or any other address that fsspec knows) lies in an object store.
Where that is, and with which keys, is for the environment to say (``AWS_ENDPOINT_URL``, ``AWS_ACCESS_KEY_ID`` and
the like), never for the command line.
"""

from __future__ import annotations

import errno
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from pipeline.errors import KEYS_REMEDY, BusyError, StoreError, UsageError, in_one_line, lacks_keys

if TYPE_CHECKING:
    from upath import UPath

    AnyPath: TypeAlias = Path | UPath
    """A path on the disk, or of an object store."""
else:
    AnyPath = Path  # fsspec takes longer to load than a night with nothing new may take

MANIFEST: Final = "manifest.jsonl"
RAW: Final = "raw"
ALIASES: Final = "aliases.csv"
DECISIONS: Final = "decisions.jsonl"
REVIEW: Final = "review.toml"
NOT_DOCUMENTS: Final = frozenset({MANIFEST, ALIASES, DECISIONS, REVIEW, "sources.toml"})
_UNPRINTED: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_ODD_BYTE: Final = 0xDC80  # how Python keeps bytes of a file name that are no UTF-8, from 0x80 on
_REMEDIES: Final = {
    errno.EACCES: "see to its permissions, or name another folder",
    errno.EROFS: "name a folder that can be written",
    errno.EEXIST: "it is a file; name a folder",
    errno.ENOTDIR: "a part of it is a file; name a folder",
    errno.ENOENT: "make its folder first",
    errno.ENOSPC: "make room, then run it again",
}
_ADDRESS: Final = re.compile(r"([a-z][a-z0-9+]+)://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What tells one state of a file from another: size, times in nanoseconds, an object's entity tag.

    An object has one time and no change time, and where it is no tag either that is empty.
    """

    size: int
    mtime_ns: int
    ctime_ns: int = 0
    tag: str = ""
    ordinary: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file below a folder: its printable name relative to it, with forward slashes, and where it is.

    ``status`` is filled where listing the folder told it.
    """

    name: str
    location: AnyPath
    status: Status | None = None


def at(text: str) -> AnyPath:
    """Return the path that a text names. Raises UsageError for an address that cannot be served here.

    >>> at("corpus").name, at("file:///data/corpus").as_posix()
    ('corpus', '/data/corpus')
    """
    scheme = _ADDRESS.match(text)
    if scheme is None:
        return Path(text)
    if scheme.group(1) in {"file", "local"}:
        return Path(text[scheme.end() :])
    try:
        from upath import UPath  # noqa: PLC0415 - as above

        path = UPath(text, use_listings_cache=False)
        path.fs.protocol  # noqa: B018 - finds out whether the package for it is there
    except (ImportError, ValueError) as error:
        extra = "install it with `pip install 'ikp[s3]'`" if scheme.group(1) == "s3" else "use s3:// or a folder"
        raise UsageError(f"needs a package that is missing ({error})", where=text, remedy=extra) from error
    return path


def whole(path: AnyPath) -> str:
    """Return the whole name of a path, without links on the way: equal for equal places."""
    return (path.resolve().as_posix() if isinstance(path, Path) else str(path)).rstrip("/")


def lies_in(path: AnyPath, folder: AnyPath) -> bool:
    """Tell whether a path is a folder or lies below it."""
    return f"{whole(path)}/".startswith(f"{whole(folder)}/")


def is_document_name(name: str) -> bool:
    """Tell whether a file of this name is taken from a folder.

    >>> [is_document_name(n) for n in ("a.pdf", "a.gold.json", "README.md", ".a.swp", "manifest.jsonl")]
    [True, False, False, False, False]
    >>> is_document_name("README Bawaslu Lebak.txt")
    True
    """
    about = name in {"README", "README.md", "README.txt", "README.rst"}
    return not (about or name.startswith(".") or name.endswith(".gold.json") or name in NOT_DOCUMENTS)


def printable(name: str) -> str:
    r"""Return a file name that is fit for print and for UTF-8: control characters and the like become escapes.

    >>> printable("rilis\udcff.txt"), printable("rilis\n\x1b[2J.txt"), printable("rilis Médan.txt")
    ('rilis\\xff.txt', 'rilis\\n\\x1b[2J.txt', 'rilis Médan.txt')
    """
    if name.isascii() and name.isprintable():
        return name
    return "".join(_escaped(char) if unicodedata.category(char) in _UNPRINTED else char for char in name)


def _escaped(char: str) -> str:
    if _ODD_BYTE <= ord(char) <= _ODD_BYTE + 0x7F:
        return f"\\x{ord(char) - _ODD_BYTE + 0x80:02x}"
    return char.encode("unicode_escape").decode("ascii")


def unreadable(path: AnyPath, error: Exception) -> StoreError:
    """Say in one line that a file or folder cannot be read, with the reason of the system or the object store."""
    if lacks_keys(error):
        return _without_keys(path)
    return StoreError(
        f"cannot be read ({_reason(error)})",
        where=printable(str(path)),
        remedy="check that it is there and its permissions",
    )


def unwritable(path: AnyPath, error: OSError) -> StoreError:
    """Say in one line that a file or folder cannot be written, with the system's reason."""
    if lacks_keys(error):
        return _without_keys(path)
    return StoreError(
        f"cannot be written ({_reason(error)})",
        where=printable(str(path)),
        remedy=_REMEDIES.get(error.errno or 0, "check free space and permissions"),
    )


def _without_keys(path: AnyPath) -> StoreError:
    return StoreError("lies in an object store that needs keys", where=printable(str(path)), remedy=KEYS_REMEDY)


def _reason(error: Exception) -> str:
    told = error.strerror if isinstance(error, OSError) else in_one_line(error)
    return told or type(error).__name__


def busy(path: AnyPath, holder: str) -> BusyError:
    """Say in one line that another run holds a folder; ``holder`` is what is known of it."""
    known = f" ({printable(holder)})" if holder else ""
    return BusyError(
        f"another run is at work there{known}", where=printable(str(path)), remedy="wait until it ends"
    )
