"""Run the commands of docs/TUTORIAL.md and print anew what they answer: ``make tutorial``.

The page is run from top to bottom in one empty folder, as a reader would. A block of ``sh`` holds either commands of
``ikp`` or a script for the shell; a block of ``text`` below it is what it prints. Blocks of ``bash`` are left to the
reader. What differs from day to day stands on the page as <today>, <time> and <checksum>.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import chdir, redirect_stderr, redirect_stdout
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from pipeline.cli import main as ikp

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "TUTORIAL.md"

_BLOCK = re.compile(r"(?ms)^```sh\n(.*?)^```\n(\n```text\n.*?^```\n)?")
_VARYING = (
    (re.compile(r"\b[0-9a-f]{64}\b"), "<checksum>"),
    (re.compile(r"\b(\d{4}-\d\d-\d\d)-[0-9a-f]{8}\b"), r"\1-<checksum>"),
    (re.compile(r"T\d\d:\d\d:\d\dZ\b"), "T<time>"),
    (re.compile(r"\b[\d,]+ bytes\b"), "<size>"),
)


def printed(block: str) -> str:
    """Return what the commands of a block print in the present folder. Raises ValueError where one fails."""
    if not block.startswith("ikp "):
        return _checked(block, *_shell(block))
    return "".join(_checked(command, *_own(command)) for command in commands(block))


def commands(block: str) -> list[str]:
    r"""Return the commands of a block, one that goes on over lines as one.

    >>> commands("ikp run\nikp review --list \\\n    --limit 3\n")
    ['ikp run', 'ikp review --list      --limit 3']
    """
    return block.replace("\\\n", " ").splitlines()


def _own(command: str) -> tuple[int, str]:
    told = io.StringIO()
    with redirect_stdout(told), redirect_stderr(told):
        code = ikp(shlex.split(command)[1:])
    return code, told.getvalue()


def _shell(script: str) -> tuple[int, str]:
    done = subprocess.run(
        ["bash", "-euc", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env=os.environ | {"PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])},
    )
    return done.returncode, done.stdout


def _checked(command: str, code: int, told: str) -> str:
    if code:
        raise ValueError(f"{command.strip()} ended with {code}: {told}")
    return told


def steady(told: str, today: date) -> str:
    r"""Return what a command printed with a mark in place of all that differs from day to day.

    >>> steady("given out on 2026-11-30T07:00:00Z, 1,204 bytes", date(2026, 11, 30))
    'given out on <today>T<time>, <size>\n'
    """
    for pattern, mark in _VARYING:
        told = pattern.sub(mark, told)
    for day in (today, today - timedelta(days=1)):  # midnight may have passed since it was printed
        told = told.replace(day.isoformat(), "<today>")
    return "".join(line.rstrip() + "\n" for line in told.splitlines())


def renewed(page: str, run: Callable[[str], str] = printed) -> str:
    """Return the page with what its commands print now, run in a folder of their own."""

    def answered(found: re.Match[str]) -> str:
        told = steady(run(found.group(1)), datetime.now(UTC).date())
        return f"```sh\n{found.group(1)}```\n" + (f"\n```text\n{told}```\n" if told else "")

    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        return _BLOCK.sub(answered, page)


def main() -> None:
    """Write the page again."""
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
