"""The record of the campaigns: ``RESULTS.md``, a section a campaign, each written anew by its own."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")
_HEAD = """# Campaigns

Long runs that no CI job has the time for. Each writes its own section here; `make campaign` runs them.
"""
_READING = ("lxml", "pdfplumber", "pypdfium2", "python-docx", "rapidfuzz", "reportlab", "spacy", "trafilatura")


def with_section(text: str, name: str, body: str) -> str:
    r"""Return ``text`` with the section ``name`` replaced by ``body``, or added at the end.

    >>> with_section("# C\n\n## A\n\nold\n\n## B\n\nb\n", "A", "new")
    '# C\n\n## A\n\nnew\n\n## B\n\nb\n'
    >>> with_section("# C\n", "A", "new")
    '# C\n\n## A\n\nnew\n'
    """
    section = f"## {name}\n\n{body.strip()}\n"
    found = re.search(rf"(?ms)^## {re.escape(name)}\n.*?(?=^## |\Z)", text)
    if found is None:
        return f"{text.rstrip()}\n\n{section}"
    rest = text[found.end() :]
    return text[: found.start()] + section + (f"\n{rest}" if rest else "")


def save(name: str, body: str, *, path: Path = RESULTS) -> None:
    """Write the section in one step, so that a killed campaign leaves the old record whole."""
    text = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    beside = path.with_suffix(".new")
    beside.write_text(with_section(text, name, body), encoding="utf-8", newline="\n")
    beside.replace(path)


def circumstances(seconds: float, libraries: Sequence[str] = _READING) -> str:
    """Return the line that says when, with what and on what a campaign ran, and how long."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in libraries)
    day = datetime.now(tz=UTC).date().isoformat()
    minutes, rest = divmod(round(seconds), 60)
    cores = os.cpu_count() or 1
    return (
        f"{day}, Python {platform.python_version()} on {platform.system()} {platform.machine()}, {cores} cores, "
        f"{minutes} min {rest} s. {versions}."
    )
