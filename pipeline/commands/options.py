"""Options that several commands share, and what their texts mean."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.storage.files import AnyPath

Options: TypeAlias = argparse.Namespace
"""What was given to a command."""


MOST_WORKERS: Final = 8  # beyond this the disk and the parent are what one waits for


def place(text: str) -> AnyPath:
    """Return the path that a text names, for an option."""
    from pipeline.storage.files import at  # noqa: PLC0415 - not before it is needed, as everywhere in the command

    try:
        return at(text)
    except UsageError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def count(text: str) -> int:
    """Return a number from 1 on, for an option."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)


def add_folders(command: argparse.ArgumentParser, *, corpus: bool = True) -> None:
    """Add the options that name the corpus, if it is needed, and the output folder."""
    if corpus:
        add_corpus(command, "documents (%(default)s)")
    command.add_argument(
        "--out", type=place, default=Path("extracted"), metavar="DIR", help="results (%(default)s)"
    )


def add_corpus(command: argparse.ArgumentParser, help_: str = "(%(default)s)") -> None:
    """Add the option that names the corpus."""
    command.add_argument("--corpus", type=place, default=Path("corpus"), metavar="DIR", help=help_)


def add_workers(command: argparse.ArgumentParser) -> None:
    """Add the option that says how many child processes read."""
    command.add_argument(
        "--workers", type=count, default=workers(), metavar="N", help="child processes that read (%(default)s)"
    )


def workers() -> int:
    """Return how many child processes read where nobody says it."""
    return min(os.cpu_count() or 1, MOST_WORKERS)
