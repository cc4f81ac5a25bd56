"""Names of the parts of a container: printable, unique, and never a way out of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_MAX_LENGTH = 120  # characters of a file's or folder's name; file systems take 255 bytes
_MAX_FOLDERS = 10
_NAMELESS = "tanpa nama"
_DRIVE = re.compile(r"[A-Za-z]:")
_HIDDEN = frozenset(("__macosx", "thumbs.db", "desktop.ini"))


def part_paths(names: Sequence[str]) -> list[str]:
    r"""Return a path for each of a container's names, in their order.

    Backslashes part folders as slashes do; roots, drives and steps upwards go; what cannot be printed is replaced.
    A name that is there already, or that is a folder's too, gets a number.

    >>> part_paths(["rilis.pdf", "..\\rilis.pdf", "/etc/a\x00b.txt", "C:\\x.md", "a.zip/b.txt", "a.zip"])
    ['rilis.pdf', 'rilis (2).pdf', 'etc/a_b.txt', 'x.md', 'a.zip/b.txt', 'a (2).zip']
    """
    paths = [_cleaned(name) for name in names]
    taken = {folder for path in paths for folder in _folders(path)}
    tried: dict[str, int] = {}
    return [_free(path, taken, tried) for path in paths]


def is_hidden(path: str) -> bool:
    """Tell whether a path is what systems leave behind: a hidden file, a lock, a folder's settings.

    >>> [is_hidden(path) for path in ("__MACOSX/._a.pdf", "a/.DS_Store", "Thumbs.db", "~$a.docx", "a/rilis.pdf")]
    [True, True, True, True, False]
    """
    return any(name.startswith((".", "~$")) or name.lower() in _HIDDEN for name in _steps(path))


def _cleaned(name: str) -> str:
    steps = [_printable(step) for step in _steps(unicodedata.normalize("NFC", name))]
    kept = [_shortened(step) for step in steps if step]
    return "/".join(kept[-_MAX_FOLDERS:]) or _NAMELESS


def _steps(name: str) -> list[str]:
    steps = [step.strip() for step in name.replace("\\", "/").split("/")]
    return [step for step in steps if step not in {"", ".", ".."} and not _DRIVE.fullmatch(step)]


def _printable(step: str) -> str:
    kept = (char if char.isprintable() else " " if char.isspace() else "_" for char in step)
    return "".join(kept).strip()


def _shortened(step: str) -> str:
    if len(step) <= _MAX_LENGTH:
        return step
    stem, ending = _parted(step)
    return stem[: _MAX_LENGTH - len(ending)].rstrip() + ending


def _parted(name: str) -> tuple[str, str]:
    """Part a name before its ending, which has its dot; something long behind a dot is none."""
    stem, dot, ending = name.rpartition(".")
    return (stem, dot + ending) if stem and len(ending) <= 8 and "/" not in ending else (name, "")


def _folders(path: str) -> list[str]:
    steps = path.split("/")
    return ["/".join(steps[:count]) for count in range(1, len(steps))]


def _free(path: str, taken: set[str], tried: dict[str, int]) -> str:
    """Return the path, or the first of its numbered kin that is free, and take it."""
    result, number = path, tried.get(path, 1)
    stem, ending = _parted(path)
    while result in taken:
        number += 1
        result = f"{stem} ({number}){ending}"
    tried[path] = number
    taken.add(result)
    return result
