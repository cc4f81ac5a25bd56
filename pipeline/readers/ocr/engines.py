"""Which engine reads pictures here. Importing this loads nothing heavy: every run asks."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from typing import Final

NO_ENGINE: Final = "none"
REMEDY: Final = "install tesseract-ocr and tesseract-ocr-ind, or ikp[ocr]; then run again"
SECONDS: Final = 60
"""What Tesseract may take over a page: one is usual, and what takes so long is no page."""


class OcrError(Exception):
    """The engine gave nothing for a picture: it failed, or took too long."""


@cache
def ocr_engine() -> str:
    """Name the engine that reads pictures here, with its version; the same name reads the same words.

    ``tesseract 5.3.0 ind eng``, ``rapidocr 3.10.0``, or ``none``. Tesseract without Indonesian data counts as
    none: it would read the names of regions wrongly. Found out once a process.
    """
    if version := tesseract_version():
        return f"tesseract {version}"
    if version := rapid_version():
        return f"rapidocr {version}"
    return NO_ENGINE


@cache
def tesseract_version() -> str | None:
    """Return the version of Tesseract and those of its languages that are of use, None without Indonesian."""
    try:
        version = run_tesseract(["--version"]).split()
        languages = run_tesseract(["--list-langs"]).split()
    except OcrError:
        return None
    if len(version) < 2 or b"ind" not in languages:
        return None
    known = " ".join(name for name in ("ind", "eng") if name.encode() in languages)
    return f"{version[1].decode(errors='replace')} {known}"


@cache
def rapid_version() -> str | None:
    """Return the version of rapidocr, None where it or what it runs on is not installed."""
    if importlib.util.find_spec("onnxruntime") is None:
        return None
    try:
        return importlib.metadata.version("rapidocr")
    except importlib.metadata.PackageNotFoundError:
        return None


def run_tesseract(arguments: Sequence[str], data: bytes = b"") -> bytes:
    """Return what Tesseract prints, on one core, so that it prints the same each time. Raises OcrError.

    It is a child process: its memory is its own, and it cannot take this one along when it dies.
    """
    command = shutil.which("tesseract")
    if command is None:
        raise OcrError("tesseract is not installed")
    try:
        done = subprocess.run(  # noqa: S603 - the command is found on the path, its arguments are ours
            [command, *arguments],
            input=data,
            capture_output=True,
            check=True,
            timeout=SECONDS,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise OcrError(f"tesseract failed ({type(error).__name__})") from error
    return done.stdout
